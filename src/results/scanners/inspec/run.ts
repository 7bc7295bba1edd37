import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../../json.ts';
import { quote } from '../../../text.ts';
import { benchmarkInTitle } from '../../reading/cis-benchmark.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { Platform, ScanFacts } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import { timeOf } from '../../reading/time.ts';
import type { Control, Test } from './control.ts';
import { isAttestation } from './reason.ts';

/** Where the target is named: by InSpec itself, or as a node of Chef Automate. */
const TARGETS = [
  { scheme: 'InSpec target', path: ['platform', 'target_id'] },
  { scheme: 'node of Chef Automate', path: ['node_uuid'] },
] as const;

/** The `target_id` of a machine without an id: a UUID made from the SHA-1 of the empty string. */
const NO_TARGET = 'da39a3ee-5e6b-5b0d-b255-bfef95601890';

/** What MITRE's converters write as the platform, although it is not one. */
const CONVERTER = 'Heimdall Tools';

/** Adds the target that the document names. */
export function noteTargets(document: unknown, reader: RecordReader): void {
  for (const { scheme, path } of TARGETS) {
    const name = textOf(memberAt(document, ...path));
    if (name !== undefined && name !== NO_TARGET) reader.host(scheme, name, path);
  }
}

/** Whether a profile ran: one that does not support the platform, or could not be loaded, says so. */
export function didRun({ value }: Entry): boolean {
  const status = textOf(memberOf(value, 'status')) ?? 'loaded';
  const isEmpty = listOf(memberOf(value, 'controls')).length === 0;
  return status === 'loaded' && !(isEmpty && whyProfileDidNotRun(value) !== undefined);
}

/** Warns of profiles that did not run, including those that a profile depends on: their rules were not evaluated. */
export function warnOfProfilesThatDidNotRun(profiles: readonly Entry[], reader: RecordReader): void {
  const dependencies = profiles.flatMap((profile) => reader.entries(profile, 'depends', 'InSpec dependency'));
  const reported = new Set<string>();
  for (const profile of [...profiles, ...dependencies]) {
    if (didRun(profile)) continue;
    const name = quote(shortText(memberOf(profile.value, 'name'), 100) ?? 'without a name');
    const why = joined([`The profile ${name} did not run`, whyProfileDidNotRun(profile.value)], ': ') ?? '';
    const sentence = `${why.replace(/\.$/, '')}. Its rules were not evaluated.`;
    if (!reported.has(sentence)) reader.warn(sentence, profile.path);
    reported.add(sentence);
  }
}

/** Why there are no results: a profile that does not support the platform is skipped as a whole, and says why. */
export function emptyBecause(profiles: readonly Entry[]): string {
  const skipped = profiles.map(({ value }) => {
    const message = whyProfileDidNotRun(value);
    return message === undefined ? undefined : joined([shortText(memberOf(value, 'name')), message], ': ');
  });
  return joined(skipped, '; ') ?? 'InSpec ran no controls';
}

function whyProfileDidNotRun(profile: JsonRecord): string | undefined {
  return shortText(memberOf(profile, 'status_message')) ?? shortText(memberOf(profile, 'skip_message'));
}

/** The facts that the document states about the whole run. */
export function runFactsOf(
  document: unknown,
  profiles: readonly Entry[],
  controls: readonly Control[],
): ScanFacts {
  // A profile that another includes names its parent.
  const roots = profiles
    .filter(didRun)
    .filter(({ value }) => textOf(memberOf(value, 'parent_profile')) === undefined);
  const only = roots.length === 1 ? roots[0]?.value : undefined;
  const title = shortText(memberOf(only, 'title'));
  const cisBenchmark = benchmarkInTitle(title ?? '');
  return withoutUndefined({
    ...scannerOf(document),
    profile: joined([...new Set(roots.map(({ value }) => shortText(memberOf(value, 'name'), 100)))], ', '),
    benchmark: title,
    benchmarkVersion: cisBenchmark?.version,
    // A profile has its own version. Only its title may say which version of the benchmark it follows.
    contentVersion: wordOf(memberOf(only, 'version')),
    cisBenchmark,
    platform: platformOf(document),
    ...timesOf(controls),
    runId: textOf(memberOf(document, 'report_uuid')),
  });
}

/** Who wrote the document. */
export function scannerOf(document: unknown): ScanFacts {
  const scanner = memberAt(document, 'platform', 'name') === CONVERTER ? 'MITRE SAF' : 'InSpec';
  return withoutUndefined({ scanner, scannerVersion: wordOf(memberOf(document, 'version')) });
}

function platformOf(document: unknown): Platform | undefined {
  const platform = memberOf(document, 'platform');
  const product = wordOf(memberOf(platform, 'name'));
  if (!isRecord(platform) || product === CONVERTER) return undefined;
  const known: Platform = withoutUndefined({ product, version: wordOf(memberOf(platform, 'release')) });
  return Object.keys(known).length > 0 ? known : undefined;
}

/** The run lasts as long as its tests. Attestations came later and do not count. */
export function timesOf(controls: readonly Control[]): ScanFacts {
  let started: number | undefined;
  let ended: number | undefined;
  for (const test of controls.flatMap(({ tests }) => tests)) {
    const start = isAttestation(test) ? undefined : timeOf(memberOf(test.value, 'start_time'));
    if (start === undefined) continue;
    const end = start + secondsOf(test) * 1000;
    started = Math.min(started ?? start, start);
    ended = Math.max(ended ?? end, end);
  }
  return withoutUndefined({ started, ended: ended === undefined ? undefined : Math.round(ended) });
}

function secondsOf({ value }: Test): number {
  const seconds = memberOf(value, 'run_time');
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e6 ? seconds : 0;
}
