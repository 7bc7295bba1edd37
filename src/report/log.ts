import { relative, resolve } from 'node:path';
import type { Fault } from '../failure.ts';
import { describePlace } from '../place.ts';
import { secretPattern } from '../secrets.ts';
import { plain } from './untrusted-text.ts';

/** The part of `@actions/core` that a log is written with. */
export interface LogSink {
  readonly info: (message: string) => void;
  readonly startGroup: (name: string) => void;
  readonly endGroup: () => void;
  readonly debug: (message: string) => void;
  readonly isDebug: () => boolean;
  readonly notice: (message: string, properties?: AnnotationProperties) => void;
  readonly warning: (message: string, properties?: AnnotationProperties) => void;
  readonly error: (message: string, properties?: AnnotationProperties) => void;
}

/** Where an annotation stands, and its head. */
export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** How much an annotation weighs. */
export type Level = 'notice' | 'warning' | 'error';

/** The runner keeps the first 10 annotations of a level that a step makes. */
const ANNOTATIONS_KEPT = 10;
/** Faults that are listed with their places; finding the places of millions would take hours. */
const MOST_LISTED_FAULTS = 1000;

/**
 * Everything that the step prints goes through here: no foreign text starts a command, and no secret is printed even
 * where the runner would not mask it (`act`, a copied log).
 */
export class Log {
  readonly #sink: LogSink;
  readonly #workspace: string;
  readonly #workingDirectory: string;
  /** Each secret's pattern, in any case of letters. */
  readonly #secrets = new Map<string, RegExp>();

  /** `workspace`: the directory that annotations name files from (`GITHUB_WORKSPACE`). */
  constructor(sink: LogSink, workspace: string, workingDirectory: string) {
    this.#sink = sink;
    this.#workspace = workspace;
    this.#workingDirectory = workingDirectory;
  }

  /** From now on the secret is blotted out, whatever its case. */
  keepSecret(secret: string): void {
    if (secret !== '') this.#secrets.set(secret.toLowerCase(), secretPattern(secret));
  }

  /** Text without secrets. */
  blot(text: string): string {
    let blotted = text;
    for (const pattern of this.#secrets.values()) blotted = blotted.replaceAll(pattern, '***');
    return blotted;
  }

  /** One line, whatever it holds. */
  info(line: string): void {
    this.#sink.info(this.#safe(line));
  }

  /** Lines under a headline that folds them away. */
  group(headline: string, lines: readonly string[]): void {
    this.#sink.startGroup(this.#safe(headline));
    for (const line of lines) this.info(`  ${line}`);
    this.#sink.endGroup();
  }

  /** The debug log, when there is one; else nothing. */
  get debug(): ((line: string) => void) | undefined {
    if (!this.#sink.isDebug()) return undefined;
    return (text) => {
      for (const line of text.split(/\r\n|\r|\n/)) this.#sink.debug(this.#safe(line));
    };
  }

  /** What was thrown, with its causes, for the debug log: a user never sees a bare stack. */
  stackOf(thrown: unknown): void {
    if (!(thrown instanceof Error)) return;
    this.debug?.(thrown.stack ?? thrown.message);
    this.stackOf(thrown.cause);
  }

  /** One annotation, at its place in the user's file where it has one. */
  annotate(level: Level, fault: Fault, title?: string): void {
    const properties: AnnotationProperties = { ...(title === undefined ? {} : { title: this.#safe(title) }) };
    const { place, sentence } = fault;
    if (place !== undefined) {
      const position = place.source.locate(place.at);
      properties.file = this.#safe(this.#fromWorkspace(place.source.file));
      if (position !== undefined) {
        properties.startLine = position.line;
        properties.startColumn = position.column;
      }
    }
    this.#sink[level](this.#safe(sentence), properties);
  }

  /**
   * A headline, then its faults: the runner keeps ten annotations of a level, so the headline and nine faults are
   * annotations, and the others are lines of the log.
   */
  annotateAll(level: Level, headline: string, title: string, faults: readonly Fault[]): void {
    this.annotate(level, { sentence: headline }, title);
    const kept = faults.slice(0, ANNOTATIONS_KEPT - 1);
    for (const fault of kept) this.annotate(level, fault, title);
    const others = faults.slice(kept.length, MOST_LISTED_FAULTS);
    const more = faults.length - kept.length;
    if (more > 0)
      this.info(`${more} more${more > others.length ? `, of which the first ${others.length}` : ''}:`);
    for (const { place, sentence } of others) {
      this.info(place === undefined ? `  ${sentence}` : `  ${describePlace(place)}: ${sentence}`);
    }
  }

  #fromWorkspace(file: string): string {
    const inside = relative(this.#workspace, resolve(this.#workingDirectory, file));
    return inside === '' || inside.startsWith('..') ? file : inside.replaceAll('\\', '/');
  }

  #safe(text: string): string {
    // Blotted twice: what parts a secret's letters goes with the characters that are not seen.
    return this.blot(plain(this.blot(text)));
  }
}
