import { isRecord, listOf, memberAt, memberOf, withoutUndefined, type JsonRecord } from '../../../json.ts';
import { RecordReader, type Entry } from '../../reading/record-reader.ts';
import type { DataScanner, Scan, ScanFacts, StatusTable } from '../../reading/scanner.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import {
  benchmarkFactsOf,
  cisNumbersOf,
  numbersOf,
  onlyBenchmarkOf,
  ruleOf,
  type Numbers,
} from './requirements.ts';
import { noteTargets } from './targets.ts';

/** Prowler's verdicts in `status_code` (Prowler, `lib/outputs/common.py`). A muted finding keeps its verdict. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  FAIL: 'FAILED',
  MANUAL: 'NOT_EVALUATED',
  // A muted finding without any other verdict.
  MUTED: 'NOT_EVALUATED',
};

const FINDING = 'Prowler finding';

/** `prowler … --output-formats json-ocsf` from Prowler 4 on: one finding for each check and resource. */
export const prowlerOcsf: DataScanner = {
  kind: 'data',
  name: 'prowler-ocsf',
  shape: 'a list of OCSF findings with `metadata.product.name` Prowler and `metadata.event_code`',
  recognises: (document) => (Array.isArray(document) ? document.some(isFinding) : isFinding(document)),
  statuses: { status_code: STATUSES },
  read,
};

function isFinding(value: unknown): boolean {
  const metadata = memberOf(value, 'metadata');
  const product = memberAt(metadata, 'product', 'name') === 'Prowler';
  return (
    product &&
    (memberOf(metadata, 'event_code') !== undefined || memberOf(value, 'status_code') !== undefined)
  );
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const findings =
    isRecord(document) && isFinding(document)
      ? [reader.root(document, FINDING)]
      : reader.objects(listOf(document), FINDING, []);
  const benchmark = onlyBenchmarkOf(findings);
  const numbers = numbersOf(findings, benchmark);
  for (const finding of findings) readFinding(finding, numbers, reader);
  noteTargets(findings, reader);
  const version = memberAt(findings[0]?.value, 'metadata', 'product', 'version');
  const facts = withoutUndefined({ scanner: 'Prowler', scannerVersion: wordOf(version) });
  return [
    reader.scan(
      { ...facts, ...benchmarkFactsOf(benchmark, findings), ...timesOf(findings) },
      'Prowler wrote no findings',
    ),
  ];
}

function readFinding(entry: Entry, numbers: Numbers, reader: RecordReader): void {
  const { value: finding, path } = entry;
  const ruleId = reader.requiredText(
    metadataEntry(entry),
    'event_code',
    reader.statusOf(entry, 'status_code', STATUSES),
  );
  if (ruleId === undefined) return;
  const rule = ruleOf(ruleId, numbers);
  const verdict = reader.requiredVerdict(entry, 'status_code', STATUSES, rule);
  if (verdict === undefined) return;
  const information = memberOf(finding, 'finding_info');
  const details = withoutUndefined({
    title: shortText(memberOf(information, 'title')),
    reason: reasonOf(finding),
    severity: shortText(memberOf(finding, 'severity'), 50),
    section: shortText(memberAt(listOf(memberOf(finding, 'resources'))[0], 'group', 'name'), 100),
    remediation: shortText(memberAt(finding, 'remediation', 'desc')),
    identifiers: rule.recommendations === undefined ? cisNumbersOf(finding) : undefined,
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

function metadataEntry({ value, path }: Entry): Entry {
  const metadata = memberOf(value, 'metadata');
  const what = `${FINDING}'s metadata`;
  return isRecord(metadata)
    ? { value: metadata, path: [...path, 'metadata'], what }
    : { value: {}, path, what };
}

function reasonOf(finding: JsonRecord): string | undefined {
  const muted = memberOf(finding, 'status') === 'Suppressed' ? 'muted in Prowler' : undefined;
  const detail = shortText(memberOf(finding, 'status_detail')) ?? shortText(memberOf(finding, 'message'));
  return joined([muted, detail], ': ');
}

/** Prowler writes seconds since the epoch, although OCSF specifies milliseconds. */
function timesOf(findings: readonly Entry[]): ScanFacts {
  const times = findings
    .map(({ value }) => memberOf(value, 'time'))
    .filter((time): time is number => typeof time === 'number' && time > 0)
    .map((time) => (time < 1e11 ? time * 1000 : time));
  if (times.length === 0) return {};
  const [started, ended] = times.reduce(
    ([first, last], time) => [Math.min(first, time), Math.max(last, time)],
    [Infinity, 0],
  );
  return { started, ended };
}
