import type { Readable } from 'node:stream';
import { LineReader } from './commands.ts';

/** What a process has printed so far, as a text and in lines. Each stream is split into lines as the runner does it. */
export class Printed {
  text = '';
  readonly lines: string[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(streams: readonly Readable[]) {
    for (const stream of streams) this.follow(stream);
  }

  /** Resolves as soon as the text matches; rejects if the process ends without a match. */
  async waitFor(pattern: RegExp, ended: Promise<unknown>): Promise<void> {
    const matched = new Promise<true>((resolve) => {
      const check = (): void => {
        if (!pattern.test(this.text)) return;
        this.waiting.delete(check);
        resolve(true);
      };
      this.waiting.add(check);
      check();
    });
    if ((await Promise.race([matched, ended])) === true) return;
    throw new Error(`The step ended without printing ${String(pattern)}:\n${this.text}`);
  }

  private follow(stream: Readable): void {
    const reader = new LineReader();
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => {
      this.text += piece;
      this.lines.push(...reader.read(piece));
      for (const check of this.waiting) check();
    });
    stream.on('end', () => this.lines.push(...reader.end()));
  }
}
