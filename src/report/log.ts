import { relative, resolve } from 'node:path';
import type { Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import { describePlace } from '../place.ts';
import { secretPattern } from '../secrets.ts';
import { plain } from './untrusted-text.ts';

/** The part of `@actions/core` that writes the log. */
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

/** The title of an annotation, and its place. */
export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** The level of an annotation. */
export type Level = 'notice' | 'warning' | 'error';

/** The runner keeps the first 10 annotations of each level in a step. */
const ANNOTATIONS_KEPT = 10;
/** The most faults that are listed with their places; locating millions would take hours. */
const MOST_LISTED_FAULTS = 1000;

/**
 * Everything that the step prints goes through this class, so that no foreign text starts a command, and no secret is
 * printed even where the runner would not mask it (`act`, a copied log).
 */
export class Log {
  readonly #sink: LogSink;
  readonly #workspace: string;
  readonly #workingDirectory: string;
  /** A pattern for each secret, by the secret in lower case. */
  readonly #secrets = new Map<string, RegExp>();

  /** `workspace` is the directory that annotations' paths start from (`GITHUB_WORKSPACE`). */
  constructor(sink: LogSink, workspace: string, workingDirectory: string) {
    this.#sink = sink;
    this.#workspace = workspace;
    this.#workingDirectory = workingDirectory;
  }

  /** From now on, the secret is redacted, in any case. */
  keepSecret(secret: string): void {
    if (secret !== '') this.#secrets.set(secret.toLowerCase(), secretPattern(secret));
  }

  /** Redacts secrets in a text. */
  redact(text: string): string {
    let redacted = text;
    for (const pattern of this.#secrets.values()) redacted = redacted.replaceAll(pattern, '***');
    return redacted;
  }

  /** Prints a text as one line. */
  info(line: string): void {
    this.#sink.info(this.#safe(line));
  }

  /** Prints lines in a folded group. */
  group(headline: string, lines: readonly string[]): void {
    this.#sink.startGroup(this.#safe(headline));
    for (const line of lines) this.info(`  ${line}`);
    this.#sink.endGroup();
  }

  /** Prints to the debug log; `undefined` if it is off. */
  get debug(): ((line: string) => void) | undefined {
    if (!this.#sink.isDebug()) return undefined;
    return (text) => {
      for (const line of text.split(/\r\n|\r|\n/)) this.#sink.debug(this.#safe(line));
    };
  }

  /** Prints an error's stack and its causes to the debug log only. */
  stackOf(thrown: unknown): void {
    if (!(thrown instanceof Error)) return;
    this.debug?.(thrown.stack ?? thrown.message);
    this.stackOf(thrown.cause);
  }

  /** Prints one annotation, at its place in the user's file, if it has one. */
  annotate(level: Level, fault: Fault, title?: string): void {
    const properties: AnnotationProperties = withoutUndefined({
      title: title === undefined ? undefined : this.#safe(title),
    });
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
   * Prints a headline and its faults. The runner keeps ten annotations of each level, so the headline and nine faults
   * are annotations, and the others are lines in the log.
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
    // Redacted twice: removing invisible characters may join the parts of a secret.
    return this.redact(plain(this.redact(text)));
  }
}
