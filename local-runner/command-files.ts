import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileCommands } from './commands.ts';

/** The files into which a step writes its outputs, state and summary, in a directory that is also its home. */
export class CommandFiles {
  readonly directory = mkdtempSync(join(tmpdir(), 'runner-files-'));
  private readonly output = this.emptyFile('output');
  private readonly state = this.emptyFile('state');
  private readonly summary = this.emptyFile('summary');

  /** The variables that name the files for the step. */
  get environment(): Readonly<Record<string, string>> {
    return {
      HOME: this.directory,
      GITHUB_OUTPUT: this.output,
      GITHUB_STATE: this.state,
      GITHUB_STEP_SUMMARY: this.summary,
    };
  }

  /**
   * Reads what the step wrote, and removes the files.
   * @throws Error for anything that would make the runner fail the step.
   */
  collect(): {
    readonly outputs: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
    readonly summary: string;
  } {
    const [output, state, summary] = [this.output, this.state, this.summary].map((path) =>
      readFileSync(path, 'utf8'),
    );
    rmSync(this.directory, { recursive: true });
    return {
      outputs: readFileCommands(output ?? ''),
      state: readFileCommands(state ?? ''),
      summary: summary ?? '',
    };
  }

  private emptyFile(name: string): string {
    const path = join(this.directory, name);
    writeFileSync(path, '');
    return path;
  }
}
