import {
  isRecord,
  listOf,
  memberAt,
  memberOf,
  recordOf,
  textOf,
  withoutUndefined,
  type JsonRecord,
} from '../../json.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, Scan, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, wordOf, wordsOf } from '../reading/short-text.ts';

/** Prowler's verdicts in `status_code` (Prowler, `lib/outputs/common.py`). A muted finding keeps its own. */
const STATUSES: StatusTable = {
  PASS: 'PASSED',
  FAIL: 'FAILED',
  MANUAL: 'NOT_EVALUATED',
};

/** What Prowler's providers call the account that they scan. */
const ACCOUNT_SCHEMES: Readonly<Record<string, string>> = {
  aws: 'AWS account',
  azure: 'Azure subscription',
  gcp: 'Google Cloud project',
  kubernetes: 'Kubernetes cluster',
};

/** `prowler … --output-formats json-ocsf`, of Prowler 4 and later: one finding for each check and resource. */
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
      ? [reader.root(document, 'Prowler finding')]
      : reader.objects(listOf(document), 'Prowler finding', []);
  for (const finding of findings) readFinding(finding, reader);
  const version = memberAt(findings[0]?.value, 'metadata', 'product', 'version');
  const facts = withoutUndefined({ scanner: 'Prowler', scannerVersion: wordOf(version) });
  return [reader.scan(facts, 'Prowler wrote no finding')];
}

function readFinding(entry: Entry, reader: RecordReader): void {
  const { value: finding, path } = entry;
  noteTarget(finding, path, reader);
  const ruleId = reader.requiredText(metadataOf(entry), 'event_code');
  if (ruleId === undefined) return;
  const verdict = reader.requiredVerdict(entry, 'status_code', STATUSES, { ruleId });
  if (verdict === undefined) return;
  const information = memberOf(finding, 'finding_info');
  const details = withoutUndefined({
    title: shortText(memberOf(information, 'title')),
    reason: reasonOf(finding),
    severity: shortText(memberOf(finding, 'severity'), 50),
    section: shortText(memberAt(listOf(memberOf(finding, 'resources'))[0], 'group', 'name'), 100),
    remediation: shortText(memberAt(finding, 'remediation', 'desc')),
    identifiers: cisNumbersOf(finding),
  });
  reader.add({ ...details, ruleId, ...verdict, at: { path } });
}

function metadataOf({ value, path }: Entry): Entry {
  const metadata = memberOf(value, 'metadata');
  const what = "Prowler finding's metadata";
  return isRecord(metadata)
    ? { value: metadata, path: [...path, 'metadata'], what }
    : { value: {}, path, what };
}

function reasonOf(finding: JsonRecord): string | undefined {
  const muted = memberOf(finding, 'status') === 'Suppressed' ? 'muted in Prowler' : undefined;
  const detail = shortText(memberOf(finding, 'status_detail')) ?? shortText(memberOf(finding, 'message'));
  return joined([muted, detail], ': ');
}

/** One check serves several versions of the CIS benchmark: `CIS-2.0 1.20`, `CIS-3.0 1.20`. */
function cisNumbersOf(finding: JsonRecord): readonly string[] | undefined {
  const compliance = recordOf(memberAt(finding, 'unmapped', 'compliance'));
  const benchmarks = Object.keys(compliance).filter((name) => /^CIS\b/i.test(name));
  const numbers = benchmarks.flatMap((name) =>
    wordsOf(compliance[name]).map((number) => `${name} ${number}`),
  );
  return numbers.length > 0 ? numbers : undefined;
}

/** The account that was scanned. Kubernetes findings have no `cloud`; newer ones name the cluster elsewhere. */
function noteTarget(finding: JsonRecord, path: Entry['path'], reader: RecordReader): void {
  const cloud = memberOf(finding, 'cloud');
  const account = textOf(memberAt(cloud, 'account', 'uid'));
  const unmapped = memberOf(finding, 'unmapped');
  const provider = (
    textOf(memberOf(cloud, 'provider')) ?? textOf(memberOf(unmapped, 'provider'))
  )?.toLowerCase();
  const name = account ?? textOf(memberOf(unmapped, 'provider_uid'));
  if (name === undefined) return;
  const scheme =
    provider !== undefined && Object.hasOwn(ACCOUNT_SCHEMES, provider)
      ? ACCOUNT_SCHEMES[provider]
      : undefined;
  const place = account === undefined ? ['unmapped', 'provider_uid'] : ['cloud', 'account', 'uid'];
  reader.target(scheme ?? joined([provider, 'account'], ' ') ?? 'account', name, [...path, ...place]);
}
