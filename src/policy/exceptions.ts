import type { Fault } from '../failure.ts';
import { isRecord, memberOf, textOf, withoutUndefined, type JsonRecord } from '../json.ts';
import type { Place } from '../place.ts';
import type { ParsedDocument } from '../results/parse/document.ts';
import { allOf, anyOf, quote, unknownMembers } from '../text.ts';

/** A failure that is accepted until a given day. */
export interface Exception {
  /** The name that is sent to Inspector, or a scanner's own id. */
  readonly rule: string;
  /** The rule's benchmark with its version: the same number is another rule in another benchmark. */
  readonly benchmark?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it is valid, in UTC: `2027-06-30`. */
  readonly expires: string;
  /** The only target that it applies to; if absent, all targets. */
  readonly target?: string;
  /** Its place in the exceptions file. */
  readonly place: Place;
}

/** The exceptions of a file, and the file's faults. */
export interface ReadExceptions {
  readonly exceptions: readonly Exception[];
  readonly faults: readonly Fault[];
}

const REQUIRED = ['rule', 'reason', 'owner', 'expires'] as const;
const MEMBERS = [...REQUIRED, 'benchmark', 'target'] as const;
/** Members at the top of the file; `$schema` is for editors. */
const FILE_MEMBERS = ['exceptions', '$schema'] as const;

/** Members whose values are names even if they look like numbers: `rule: 1.10` is not rule 1.1. */
export const NAMES_IN_EXCEPTIONS: ReadonlySet<string> = new Set(['rule', 'owner', 'target']);

/** Reads the documents of an exceptions file, which must be one, as `schemas/exceptions.schema.json` describes it. */
export function readExceptions(documents: readonly ParsedDocument[]): ReadExceptions {
  const [document, second] = documents;
  if (document === undefined) return { exceptions: [], faults: [{ sentence: 'The file is empty.' }] };
  const at = (...path: readonly (string | number)[]): Place => ({ source: document.source, at: { path } });
  const faults: Fault[] = document.repeatedMembers().map(({ name, position }) => ({
    sentence: `${quote(name)} is repeated in one object.`,
    place: { source: document.source, at: { position } },
  }));
  if (second !== undefined) {
    faults.push({
      sentence: 'The file contains a second document; it must contain one.',
      place: { source: second.source, at: { path: [] } },
    });
  }

  const { value } = document;
  const list = memberOf(value, 'exceptions');
  if (!isRecord(value) || !Array.isArray(list)) {
    faults.push({ sentence: 'The file must be an object with a list "exceptions".', place: at() });
    return { exceptions: [], faults };
  }
  faults.push(...unknownFaults(value, FILE_MEMBERS, 'an exceptions file', (name) => at(name)));
  const read = list.map((entry: unknown, index) =>
    readException(entry, (...path) => at('exceptions', index, ...path)),
  );
  return {
    exceptions: read.flatMap(({ exceptions }) => exceptions),
    faults: [...faults, ...read.flatMap((one) => one.faults)],
  };
}

function readException(entry: unknown, at: (...path: readonly (string | number)[]) => Place): ReadExceptions {
  if (!isRecord(entry)) {
    const sentence = `An exception must be an object with ${allOf(REQUIRED.map((name) => `"${name}"`))}.`;
    return { exceptions: [], faults: [{ sentence, place: at() }] };
  }
  const { rule, benchmark, reason, owner, expires, target } = textsOf(entry);
  const which = rule === undefined ? 'The exception' : `The exception for ${quote(rule)}`;
  const missing = REQUIRED.filter((name) => isAbsent(memberOf(entry, name)));
  const misshapen = MEMBERS.filter(
    (name) => !isAbsent(memberOf(entry, name)) && textOf(memberOf(entry, name)) === undefined,
  );
  const faults: Fault[] = [
    ...(missing.length === 0
      ? []
      : [{ sentence: `${which} has no ${anyOf(missing.map((name) => `"${name}"`))}.`, place: at() }]),
    ...misshapen.map((name) => ({ sentence: `"${name}" must be a string.`, place: at(name) })),
    ...unknownFaults(entry, MEMBERS, 'an exception', (name) => at(name)),
  ];
  if (expires !== undefined && !isDay(expires)) {
    const sentence = `"expires" must be a day such as 2027-06-30; ${quote(expires)} is not.`;
    faults.push({ sentence, place: at('expires') });
  }
  if (
    faults.length > 0 ||
    rule === undefined ||
    reason === undefined ||
    owner === undefined ||
    expires === undefined
  )
    return { exceptions: [], faults };
  const optional = withoutUndefined({ benchmark, target });
  return { exceptions: [{ rule, reason, owner, expires, ...optional, place: at('rule') }], faults };
}

function textsOf(entry: JsonRecord): Partial<Record<(typeof MEMBERS)[number], string>> {
  return withoutUndefined({
    rule: textOf(memberOf(entry, 'rule')),
    benchmark: textOf(memberOf(entry, 'benchmark')),
    reason: textOf(memberOf(entry, 'reason')),
    owner: textOf(memberOf(entry, 'owner')),
    expires: textOf(memberOf(entry, 'expires')),
    target: textOf(memberOf(entry, 'target')),
  });
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function unknownFaults(
  value: JsonRecord,
  known: readonly string[],
  what: string,
  at: (name: string) => Place,
): Fault[] {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  const [first] = unknown;
  return first === undefined ? [] : [{ sentence: unknownMembers(unknown, what, known), place: at(first) }];
}

/** Whether a text is an existing day (ISO 8601, `2027-06-30`). */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** The day of a time in milliseconds since the epoch, in UTC: `2027-06-30`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
