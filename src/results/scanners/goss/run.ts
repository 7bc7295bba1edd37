import { memberAt, memberOf, recordOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import { cisBenchmarkOf } from '../../reading/cis-benchmark.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';
import type { Platform, ScanFacts } from '../../reading/scanner.ts';
import { joined, wordOf } from '../../reading/short-text.ts';
import { earliest, latest, timeOf } from '../../reading/time.ts';

/** What Ansible-Lockdown states about a run in the `meta` of a separate test (its audits, `goss.yml`). */
const DESCRIPTION = ['benchmark_type', 'benchmark_version', 'host_machine_uuid', 'host_hostname'];

/** Whether a test describes the run: what was scanned, and against which benchmark. */
export function describesRun(test: JsonRecord): boolean {
  const meta = memberOf(test, 'meta');
  return (
    memberOf(meta, 'CIS_ID') === undefined && DESCRIPTION.some((name) => memberOf(meta, name) !== undefined)
  );
}

/** Adds the machine that such a test names. */
export function noteTargets({ value, path }: Entry, reader: RecordReader): void {
  const nameOf = (member: string): string | undefined => wordOf(memberAt(value, 'meta', member));
  const [uuid, host] = [nameOf('host_machine_uuid'), nameOf('host_hostname')];
  if (uuid !== undefined) reader.target('goss machine UUID', uuid, [...path, 'meta', 'host_machine_uuid']);
  if (host !== undefined) reader.host('goss host name', host, [...path, 'meta', 'host_hostname']);
}

/** The benchmark, platform and times of a run. */
export function runFactsOf(descriptions: readonly Entry[], tests: readonly Entry[]): ScanFacts {
  const meta = recordOf(memberOf(descriptions[0]?.value, 'meta'));
  const platform: Platform = withoutUndefined({
    product: wordOf(memberOf(meta, 'host_os_distribution')),
    version: wordOf(memberOf(meta, 'host_os_release')),
  });
  return withoutUndefined({
    ...benchmarkOf(meta),
    platform: Object.keys(platform).length > 0 ? platform : undefined,
    ...timesOf(meta, tests),
  });
}

/** For a CIS benchmark, the version is the benchmark's; for a STIG, it is the content's. */
function benchmarkOf(meta: JsonRecord): ScanFacts {
  const [type, product, version] = ['type', 'os', 'version'].map((name) =>
    wordOf(memberOf(meta, `benchmark_${name}`)),
  );
  const benchmark = joined([type, product], ' ');
  const number = version?.replace(/^v(?=\d)/i, '');
  if (type !== 'CIS') return withoutUndefined({ benchmark, contentVersion: number });
  const cisBenchmark = cisBenchmarkOf(product ?? '', number);
  return withoutUndefined({ benchmark, benchmarkVersion: number, cisBenchmark });
}

/** goss 0.4 writes when each test ran; Ansible-Lockdown writes when its script began, in seconds since the epoch. */
function timesOf(meta: JsonRecord, tests: readonly Entry[]): ScanFacts {
  const epoch = Number(memberOf(meta, 'host_epoch'));
  const starts = tests.map(({ value }) => timeOf(memberOf(value, 'start-time')));
  const ends = tests.map(({ value }) => timeOf(memberOf(value, 'end-time')));
  return withoutUndefined({
    started: epoch > 0 ? epoch * 1000 : earliest(starts),
    ended: latest(ends),
  });
}
