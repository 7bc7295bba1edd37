import {
  isRecord,
  memberOf,
  recordOf,
  textOf,
  undefinedIfEmpty,
  withoutUndefined,
  type JsonRecord,
} from '../../json.ts';
import type { Path } from '../../place.ts';
import type { Status } from '../../status.ts';
import { grouped } from '../../text.ts';
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
import { MOST_FAULTS, MOST_RECORDS, TooMuch } from './bounds.ts';
import { wordOf } from './short-text.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** An object in the document, its path, and what it is in the user's words (`kube-bench test`). */
export interface Entry {
  readonly value: JsonRecord;
  readonly path: Path;
  readonly what: string;
}

/** An object that is a member of a map, and its name there. */
export interface NamedEntry extends Entry {
  readonly name: string;
}

/** What is known about a record that cannot be read. */
export interface UnreadableRecord {
  /** The rule that the record is about. */
  readonly rule?: RuleName | undefined;
  /** The status in the record, if that much can be read: a gate counts it. */
  readonly status?: Status | undefined;
}

/**
 * Collects the results in one document's records, and every fault of records that cannot be read. A rule with a record
 * without a readable status gets no result at all: its other records could make it look better than it is. What adds to
 * it throws `TooMuch` when there are more results or faults than are read.
 */
export class RecordReader {
  readonly #ruleResults: RuleResult[] = [];
  readonly #faults: DocumentFault[] = [];
  readonly #warnings: DocumentFault[] = [];
  #records = 0;
  readonly #excluded = new Map<string, number>();
  readonly #targets = new Map<string, Target>();
  readonly #unreadable = new Map<string, RuleName>();

  /** The document itself as an entry; an empty one if it is not an object. */
  root(document: unknown, what: string): Entry {
    return { value: recordOf(document), path: [], what };
  }

  /**
   * The objects in the list `name` of `owner`; none if it is absent. An element that is not an object is a fault. `rule`
   * is the rule whose verdict depends on the list: a fault in the list makes that rule unreadable.
   */
  entries(owner: Entry, name: string, what: string, rule?: RuleName): readonly Entry[] {
    const list = memberOf(owner.value, name);
    if (list === undefined || list === null) return [];
    const path = [...owner.path, name];
    if (Array.isArray(list)) return this.objects(list, what, path, rule);
    this.#misshapen(`"${name}" must be a list of ${what}s.`, path, rule);
    return [];
  }

  /** Like `entries`, for a list that the scanner always writes: it is a fault if it is absent. */
  requiredEntries(owner: Entry, name: string, what: string, rule?: RuleName): readonly Entry[] {
    const list = memberOf(owner.value, name);
    if (list !== undefined && list !== null) return this.entries(owner, name, what, rule);
    this.#misshapen(`${owner.what} has no "${name}".`, owner.path, rule);
    return [];
  }

  /** Like `entries`, for a list at `path`. */
  objects(list: readonly unknown[], what: string, path: Path, rule?: RuleName): readonly Entry[] {
    this.#countRecords(list.length);
    return list.flatMap((value, index) => this.#object(value, what, path.concat(index), rule));
  }

  /** Like `entries`, for the map `name` of `owner`: its objects, each with its name. */
  members(owner: Entry, name: string, what: string, rule?: RuleName): readonly NamedEntry[] {
    const map = memberOf(owner.value, name);
    if (map === undefined || map === null) return [];
    const path = [...owner.path, name];
    if (!isRecord(map)) {
      this.#misshapen(`"${name}" must be an object whose members are ${what}s.`, path, rule);
      return [];
    }
    const members = Object.entries(map);
    this.#countRecords(members.length);
    return members.flatMap(([key, value]) =>
      this.#object(value, what, path.concat(key), rule).map((entry) => ({ ...entry, name: key })),
    );
  }

  /** The text of a member that a record must have. */
  requiredText(entry: Entry, name: string, unreadable: UnreadableRecord = {}): string | undefined {
    const value = memberOf(entry.value, name);
    const text = textOf(value);
    if (text === undefined) this.recordFault(absence(value, name, entry.what), entry.path, unreadable);
    return text;
  }

  /** The verdict that a rule's record must have, by a word in the format's table. */
  requiredVerdict(entry: Entry, name: string, table: StatusTable, rule: RuleName): Verdict | undefined {
    const value = memberOf(entry.value, name);
    const word = wordOf(value);
    if (word !== undefined) return verdictOf(word, table);
    this.recordFault(absence(value, name, entry.what), entry.path, { rule });
    return undefined;
  }

  /** The status in a record that does not name its rule, for the fault. */
  statusOf(entry: Entry, name: string, table: StatusTable): UnreadableRecord {
    const word = wordOf(memberOf(entry.value, name));
    return word === undefined ? {} : { status: verdictOf(word, table).status };
  }

  /** Adds a fault that makes the document unusable. */
  fault(sentence: string, path: Path): void {
    this.#addFault({ sentence, at: { path } });
  }

  /** Adds a fault that makes one record unusable. */
  recordFault(sentence: string, path: Path, { rule, status }: UnreadableRecord = {}): void {
    const known = withoutUndefined({ ruleId: rule?.ruleId, status });
    this.#addFault({ sentence, at: { path }, ofRecord: true, ...known });
    if (rule !== undefined) this.#unreadable.set(JSON.stringify([rule.ruleId, rule.recommendations]), rule);
  }

  /** Adds something that the user should know but does not stop anything from being sent. */
  warn(sentence: string, path: Path): void {
    this.#warnings.push({ sentence, at: { path } });
    this.#countFaults();
  }

  /** Counts a record that makes no message by the format's own definition: `archived finding`. */
  exclude(what: string): void {
    this.#excluded.set(what, (this.#excluded.get(what) ?? 0) + 1);
  }

  /** Adds a record's result. */
  add(result: RuleResult): void {
    this.#ruleResults.push(result);
  }

  /** Adds a target that the document names: each once, at the place where it is named first. */
  target(scheme: string, name: string, path: Path, remedy?: string): void {
    this.#target({ scheme, names: [name], at: { path }, ...withoutUndefined({ remedy }) });
  }

  /** Adds the name of the machine that was scanned. */
  host(scheme: string, name: string, path: Path): void {
    this.#target({ scheme, names: [name], at: { path }, isHostName: true });
  }

  /** Everything that was collected. `emptyBecause` is used if there is neither a result nor a fault. */
  scan(facts: ScanFacts, emptyBecause: string): Scan {
    const unreadable = new Set([...this.#unreadable.values()].map(({ ruleId }) => ruleId));
    const ruleResults = this.#ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId));
    const nothing = ruleResults.length === 0 && this.#faults.length === 0;
    return {
      ...facts,
      ...withoutUndefined({
        targets: undefinedIfEmpty([...this.#targets.values()]),
        faults: undefinedIfEmpty(this.#faults),
        warnings: undefinedIfEmpty(this.#warnings),
        excluded: undefinedIfEmpty(exclusionsOf(this.#excluded)),
        unreadableRules: undefinedIfEmpty([...this.#unreadable.values()]),
        emptyBecause: nothing ? emptyBecause : undefined,
      }),
      ruleResults,
    };
  }

  #addFault(fault: DocumentFault): void {
    this.#faults.push(fault);
    this.#countFaults();
  }

  #countFaults(): void {
    const faults = this.#faults.length + this.#warnings.length;
    if (faults > MOST_FAULTS) throw new TooMuch(`there are more than ${grouped(MOST_FAULTS)} faults`);
  }

  #countRecords(more: number): void {
    this.#records += more;
    if (this.#records <= MOST_RECORDS) return;
    throw new TooMuch(`there are more than ${grouped(MOST_RECORDS)} results and other records`);
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

function exclusionsOf(counts: ReadonlyMap<string, number>): readonly Exclusion[] {
  return [...counts].map(([what, count]) => ({ what, count }));
}

function absence(value: unknown, name: string, what: string): string {
  const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return absent ? `${what} has no "${name}".` : `"${name}" of ${what} must be a string.`;
}
