import { isRecord, memberOf, textOf, type JsonRecord } from '../../json.ts';
import type { Path } from '../../place.ts';
import type { DocumentFault, RuleResult, Scan, Target } from './scanner.ts';
import { wordOf } from './short-text.ts';
import { verdictOf, type StatusTable, type Verdict } from './verdict.ts';

/** An object in a list of the document, and where it stands. */
export interface Entry {
  readonly value: JsonRecord;
  readonly path: Path;
}

/** The optional members of `T`, each of which may also be `undefined`. */
type Perhaps<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** `fields` without those that are `undefined`: an optional member is there or it is not. */
export function told<T extends object>(fields: Perhaps<T>): Partial<T> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The compiler does not follow members through entries.
  return Object.fromEntries(known) as Partial<T>;
}

/**
 * Takes down what the records of one document say, and every fault of those that cannot say it. A rule with a
 * record that has no readable status gets no result at all: its other records could make it look better than it is.
 */
export class RecordReader {
  readonly #ruleResults: RuleResult[] = [];
  readonly #faults: DocumentFault[] = [];
  readonly #targets = new Map<string, Target>();
  readonly #unreadable = new Set<string>();

  /**
   * The objects of the list `name` of `owner`; none when it is left out. What is no object is a fault. `ruleId` is
   * the one rule whose verdict the list makes: a fault in it makes the rule unreadable.
   */
  entries(owner: JsonRecord, name: string, what: string, path: Path, ruleId?: string): readonly Entry[] {
    const list = memberOf(owner, name);
    if (list === undefined || list === null) return [];
    const at = [...path, name];
    if (Array.isArray(list)) return this.objects(list, what, at, ruleId);
    const sentence = `"${name}" must be a list of ${what}s.`;
    if (ruleId === undefined) this.fault(sentence, at);
    else this.recordFault(sentence, at, ruleId);
    return [];
  }

  /** The objects of a list at `path`; as `entries` in all else. */
  objects(list: readonly unknown[], what: string, path: Path, ruleId?: string): readonly Entry[] {
    return list.flatMap((value, index) => {
      const at = [...path, index];
      if (isRecord(value)) return [{ value, path: at }];
      this.recordFault(`${what} is not an object.`, at, ruleId);
      return [];
    });
  }

  /** The text of a member that a record must have. */
  requiredText(owner: unknown, name: string, what: string, path: Path): string | undefined {
    const value = memberOf(owner, name);
    const text = textOf(value);
    if (text === undefined) this.recordFault(absence(value, name, what), path);
    return text;
  }

  /** The verdict that a record of a rule must have, by a word of the format's table. */
  requiredVerdict(
    ruleId: string,
    owner: JsonRecord,
    name: string,
    what: string,
    path: Path,
    table: StatusTable,
  ): Verdict | undefined {
    const value = memberOf(owner, name);
    const word = wordOf(value);
    if (word !== undefined) return verdictOf(word, table);
    this.recordFault(absence(value, name, what), path, ruleId);
    return undefined;
  }

  /** Notes a fault that spoils the document. */
  fault(sentence: string, path: Path): void {
    this.#faults.push({ sentence, at: { path } });
  }

  /** Notes a fault that spoils one record; `ruleId` is the rule that the record is of, where that can be told. */
  recordFault(sentence: string, path: Path, ruleId?: string): void {
    this.#faults.push({ sentence, at: { path }, ofRecord: true });
    if (ruleId !== undefined) this.#unreadable.add(ruleId);
  }

  add(result: RuleResult): void {
    this.#ruleResults.push(result);
  }

  /** Notes a target that the document names; each one once, where it is named first. */
  target(scheme: string, name: string, path: Path): void {
    const key = JSON.stringify([scheme, name]);
    if (!this.#targets.has(key)) this.#targets.set(key, { scheme, name, at: { path } });
  }

  /** All that was taken down; `emptyBecause` counts when that is no result and no fault. */
  scan(facts: Perhaps<Scan>, emptyBecause: string): Scan {
    const ruleResults = this.#ruleResults.filter(({ ruleId }) => !this.#unreadable.has(ruleId));
    const nothing = ruleResults.length === 0 && this.#faults.length === 0;
    return {
      ...told<Scan>(facts),
      ...(this.#targets.size > 0 && { targets: [...this.#targets.values()] }),
      ...(this.#faults.length > 0 && { faults: this.#faults }),
      ...(this.#unreadable.size > 0 && { unreadableRules: [...this.#unreadable] }),
      ...(nothing && { emptyBecause }),
      ruleResults,
    };
  }
}

function absence(value: unknown, name: string, what: string): string {
  const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return absent ? `${what} has no "${name}".` : `"${name}" of ${what} must be a text.`;
}
