import { isRecord, memberOf, recordOf, textOf, withoutUndefined, type JsonRecord } from '../../json.ts';
import type { Path } from '../../place.ts';
import type { Status } from '../../status.ts';
import type {
  DocumentFault,
  Exclusion,
  RuleName,
  RuleResult,
  Scan,
  ScanFacts,
  StatusTable,
  Target,
} from './scanner.ts';
import { wordOf } from './short-text.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** An object of the document, where it stands, and what it is in the user's words (`kube-bench test`). */
export interface Entry {
  readonly value: JsonRecord;
  readonly path: Path;
  readonly what: string;
}

/** An object that is a member of a map, and its name there. */
export interface NamedEntry extends Entry {
  readonly name: string;
}

/** What is known of a record that cannot be read. */
export interface Unreadable {
  /** The rule that the record is of. */
  readonly rule?: RuleName | undefined;
  /** What the record says of the rule, where that much can be read: a gate counts it. */
  readonly status?: Status | undefined;
}

/**
 * Collects what the records of one document say, and every fault of those that cannot be read. A rule with a record
 * that has no readable status gets no result at all: its other records could make it look better than it is.
 */
export class RecordReader {
  readonly #ruleResults: RuleResult[] = [];
  readonly #faults: DocumentFault[] = [];
  readonly #warnings: DocumentFault[] = [];
  readonly #excluded = new Map<string, number>();
  readonly #targets = new Map<string, Target>();
  readonly #unreadable = new Map<string, RuleName>();

  /** The document itself as an entry; an empty one when it is no object. */
  root(document: unknown, what: string): Entry {
    return { value: recordOf(document), path: [], what };
  }

  /**
   * The objects of the list `name` of `owner`; none when it is absent. An element that is no object is a fault. `rule`
   * is the rule whose verdict the list makes: a fault in the list makes that rule unreadable.
   */
  entries(owner: Entry, name: string, what: string, rule?: RuleName): readonly Entry[] {
    const list = memberOf(owner.value, name);
    if (list === undefined || list === null) return [];
    const path = [...owner.path, name];
    if (Array.isArray(list)) return this.objects(list, what, path, rule);
    this.#misshapen(`"${name}" must be a list of ${what}s.`, path, rule);
    return [];
  }

  /** Like `entries`, for a list that the scanner always writes: a fault when it is absent. */
  requiredEntries(owner: Entry, name: string, what: string, rule?: RuleName): readonly Entry[] {
    const list = memberOf(owner.value, name);
    if (list !== undefined && list !== null) return this.entries(owner, name, what, rule);
    this.#misshapen(`${owner.what} has no "${name}".`, owner.path, rule);
    return [];
  }

  /** The objects of a list at `path`; otherwise like `entries`. */
  objects(list: readonly unknown[], what: string, path: Path, rule?: RuleName): readonly Entry[] {
    return list.flatMap((value, index) => this.#object(value, what, [...path, index], rule));
  }

  /** The objects of the map `name` of `owner`, each with its name; otherwise like `entries`. */
  members(owner: Entry, name: string, what: string, rule?: RuleName): readonly NamedEntry[] {
    const map = memberOf(owner.value, name);
    if (map === undefined || map === null) return [];
    const path = [...owner.path, name];
    if (!isRecord(map)) {
      this.#misshapen(`"${name}" must be an object whose members are ${what}s.`, path, rule);
      return [];
    }
    return Object.entries(map).flatMap(([key, value]) =>
      this.#object(value, what, [...path, key], rule).map((entry) => ({ ...entry, name: key })),
    );
  }

  /** The text of a member that a record must have. */
  requiredText(entry: Entry, name: string, unreadable: Unreadable = {}): string | undefined {
    const value = memberOf(entry.value, name);
    const text = textOf(value);
    if (text === undefined) this.recordFault(absence(value, name, entry.what), entry.path, unreadable);
    return text;
  }

  /** The verdict that a record of a rule must have, by a word of the format's table. */
  requiredVerdict(entry: Entry, name: string, table: StatusTable, rule: RuleName): Verdict | undefined {
    const value = memberOf(entry.value, name);
    const word = wordOf(value);
    if (word !== undefined) return verdictOf(word, table);
    this.recordFault(absence(value, name, entry.what), entry.path, { rule });
    return undefined;
  }

  /** What a record says of a rule that it does not name: for the fault. */
  statusOf(entry: Entry, name: string, table: StatusTable): Unreadable {
    const word = wordOf(memberOf(entry.value, name));
    return word === undefined ? {} : { status: verdictOf(word, table).status };
  }

  /** Notes a fault that spoils the document. */
  fault(sentence: string, path: Path): void {
    this.#faults.push({ sentence, at: { path } });
  }

  /** Notes a fault that spoils one record. */
  recordFault(sentence: string, path: Path, { rule, status }: Unreadable = {}): void {
    const known = withoutUndefined({ ruleId: rule?.ruleId, status });
    this.#faults.push({ sentence, at: { path }, ofRecord: true, ...known });
    if (rule !== undefined) this.#unreadable.set(JSON.stringify([rule.ruleId, rule.recommendations]), rule);
  }

  /** Notes something that the user should know and that keeps nothing from being sent. */
  warn(sentence: string, path: Path): void {
    this.#warnings.push({ sentence, at: { path } });
  }

  /** Counts a record that by the format's own definition makes no message: `archived finding`. */
  exclude(what: string): void {
    this.#excluded.set(what, (this.#excluded.get(what) ?? 0) + 1);
  }

  /** Adds the result of a record. */
  add(result: RuleResult): void {
    this.#ruleResults.push(result);
  }

  /** Notes a target that the document names; each one once, where it is named first. */
  target(scheme: string, name: string, path: Path, wayOut?: string): void {
    this.#target({ scheme, names: [name], at: { path }, ...withoutUndefined({ wayOut }) });
  }

  /** Notes the name of the machine that was scanned. */
  host(scheme: string, name: string, path: Path): void {
    this.#target({ scheme, names: [name], at: { path }, isHostName: true });
  }

  /** Everything that was collected; `emptyBecause` counts when that is no result and no fault. */
  scan(facts: ScanFacts, emptyBecause: string): Scan {
    const unreadable = new Set([...this.#unreadable.values()].map(({ ruleId }) => ruleId));
    const ruleResults = this.#ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId));
    const nothing = ruleResults.length === 0 && this.#faults.length === 0;
    return {
      ...facts,
      ...withoutUndefined({
        targets: unlessEmpty([...this.#targets.values()]),
        faults: unlessEmpty(this.#faults),
        warnings: unlessEmpty(this.#warnings),
        excluded: unlessEmpty(exclusionsOf(this.#excluded)),
        unreadableRules: unlessEmpty([...this.#unreadable.values()]),
        emptyBecause: nothing ? emptyBecause : undefined,
      }),
      ruleResults,
    };
  }

  #target(target: Target): void {
    const key = JSON.stringify([target.scheme, target.names]);
    if (!this.#targets.has(key)) this.#targets.set(key, target);
  }

  #object(value: unknown, what: string, path: Path, rule: RuleName | undefined): readonly Entry[] {
    if (isRecord(value)) return [{ value, path, what }];
    this.recordFault(`${what} is not an object.`, path, { rule });
    return [];
  }

  #misshapen(sentence: string, path: Path, rule: RuleName | undefined): void {
    if (rule === undefined) this.fault(sentence, path);
    else this.recordFault(sentence, path, { rule });
  }
}

function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}

function exclusionsOf(counts: ReadonlyMap<string, number>): readonly Exclusion[] {
  return [...counts].map(([what, count]) => ({ what, count }));
}

function absence(value: unknown, name: string, what: string): string {
  const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return absent ? `${what} has no "${name}".` : `"${name}" of ${what} must be a text.`;
}
