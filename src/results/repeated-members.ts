import { ActionFailure } from '../failure.ts';
import { isRecord } from '../json.ts';
import type { Path } from '../place.ts';
import { count, quote } from '../text.ts';
import type { RepeatedMember } from './parse/document.ts';
import { MOST_REPEATED } from './parse/json/document.ts';
import type { DocumentFault, Scan } from './reading/scanner.ts';

/** If repeated members matter together, up to this many are checked one by one. */
const MOST_CHECKED_ALONE = 20;
/** The most values of one member in one object that are compared. */
const MOST_REPETITIONS = 10;
/** The most faults that are reported one by one. */
const MOST_FAULTS = 100;

/** How members that are repeated in one object affect what is sent. */
export interface RepeatedFindings {
  /** Those that could change an id, a verdict or a record. */
  readonly faults: readonly DocumentFault[];
  /** One warning for all the others. */
  readonly warnings: readonly DocumentFault[];
}

/**
 * If an object has two members of the same name, `JSON.parse` keeps the last. If the earlier one would give the same
 * rules, targets and runs, that is a warning; otherwise it is a fault, because there is no saying which one counts.
 * `read` reads a document as the scanner does; it is called again with the values that were lost.
 */
export function repeatedFindings(
  document: unknown,
  repeated: readonly RepeatedMember[],
  read: (document: unknown) => readonly Scan[],
): RepeatedFindings {
  if (repeated.length === 0) return { faults: [], warnings: [] };
  const asRead = essenceOf(read, document);
  const matters = (members: readonly RepeatedMember[]): boolean => {
    const places = byPlace(members);
    const most = Math.max(...places.map(({ length }) => length));
    const indexes = Array.from({ length: Math.min(most, MOST_REPETITIONS) }, (_, index) => index);
    return (
      most > MOST_REPETITIONS ||
      indexes.some((index) => essenceOf(read, variantOf(document, places, index)) !== asRead)
    );
  };
  const harmful = new Set(harmfulOf(repeated, matters));
  return {
    faults: faultsOf([...harmful]),
    warnings: warningsOf(repeated.filter((member) => !harmful.has(member))),
  };
}

function harmfulOf(
  repeated: readonly RepeatedMember[],
  matters: (members: readonly RepeatedMember[]) => boolean,
): readonly RepeatedMember[] {
  if (repeated.length >= MOST_REPEATED) return repeated;
  if (!matters(repeated)) return [];
  if (repeated.length > MOST_CHECKED_ALONE) return repeated;
  const alone = byPlace(repeated)
    .filter((values) => matters(values))
    .flat();
  return alone.length > 0 ? alone : repeated;
}

/** The repeated members grouped by place, in order. */
function byPlace(members: readonly RepeatedMember[]): readonly (readonly RepeatedMember[])[] {
  const places = new Map<string, RepeatedMember[]>();
  for (const member of members) {
    const key = JSON.stringify(member.path);
    const known = places.get(key);
    if (known === undefined) places.set(key, [member]);
    else known.push(member);
  }
  return [...places.values()];
}

/** A copy of the document with lost values put back: for each place the one at `index`, or its last. */
function variantOf(
  document: unknown,
  places: readonly (readonly RepeatedMember[])[],
  index: number,
): unknown {
  const copy = structuredClone(document);
  for (const values of places) restore(copy, values[Math.min(index, values.length - 1)]);
  return copy;
}

/** Puts back one value. A member inside another repeated one may not be in the document; then nothing can be put back. */
function restore(document: unknown, member: RepeatedMember | undefined): void {
  if (member === undefined) return;
  const { name, path, earlier } = member;
  const owner = at(document, path.slice(0, -1));
  if (!isRecord(owner) || !Object.hasOwn(owner, name)) return;
  // Defined rather than assigned, because the member may be called `__proto__`.
  Object.defineProperty(owner, name, {
    value: earlier(),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((owner, step) => {
    if (typeof step === 'number') return Array.isArray(owner) ? owner[step] : undefined;
    return isRecord(owner) && Object.hasOwn(owner, step) ? owner[step] : undefined;
  }, value);
}

/** The rules, targets and runs of a document as one string, for comparison. A refusal has its own string. */
function essenceOf(read: (document: unknown) => readonly Scan[], document: unknown): string {
  try {
    return JSON.stringify(read(document).map(essenceOfScan));
  } catch (error) {
    if (error instanceof ActionFailure) return `refused: ${error.failure.code}`;
    throw error;
  }
}

function essenceOfScan(scan: Scan): unknown {
  const { scanner, benchmark, benchmarkVersion, cisBenchmark, profile, started, ended, runId } = scan;
  return {
    run: [scanner, benchmark, benchmarkVersion, cisBenchmark, profile, started, ended, runId],
    targets: scan.targets?.map(({ scheme, names }) => [scheme, names]),
    rules: scan.ruleResults.map(({ ruleId, recommendations, status, result, counts }) => [
      ruleId,
      recommendations,
      status,
      result,
      counts,
    ]),
    unreadable: scan.unreadableRules,
    faults: scan.faults?.map(({ sentence, ruleId, status }) => [sentence, ruleId, status]),
    excluded: scan.excluded,
    drafts: scan.drafts?.map(({ value }) => value),
    encoding: scan.detailsEncoding,
    session: scan.session?.map(({ member, value }) => [member, value]),
  };
}

function faultsOf(harmful: readonly RepeatedMember[]): readonly DocumentFault[] {
  const faults = harmful.slice(0, MOST_FAULTS).map(({ name, position }) => ({
    sentence: `${quote(name)} is repeated in one object: what is sent would depend on which one is read.`,
    at: { position },
  }));
  const [first] = harmful.slice(MOST_FAULTS);
  if (first === undefined) return faults;
  const more = `${count(harmful.length - MOST_FAULTS, 'more member is', 'more members are')} repeated.`;
  return [...faults, { sentence: more, at: { position: first.position } }];
}

function warningsOf(harmless: readonly RepeatedMember[]): readonly DocumentFault[] {
  const [first] = harmless;
  if (first === undefined) return [];
  const names = [...new Set(harmless.map(({ name }) => name))];
  const some = `${names.slice(0, 5).map(quote).join(', ')}${names.length > 5 ? ' and others' : ''}`;
  const sentence =
    harmless.length === 1
      ? `${some} is repeated in one object; the last one is read, and no verdict depends on it.`
      : `${count(harmless.length, 'member is', 'members are')} repeated in their objects (${some}); the last one is read, and no verdict depends on it.`;
  return [{ sentence, at: { position: first.position } }];
}
