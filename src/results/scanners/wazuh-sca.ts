import { listOf, memberAt, memberOf, recordOf, withoutUndefined, type JsonRecord } from '../../json.ts';
import { count } from '../../text.ts';
import { RecordReader, type Entry } from '../reading/record-reader.ts';
import type { DataScanner, RuleName, Scan, StatusTable } from '../reading/scanner.ts';
import { joined, shortText, singleLine, wordOf, wordsOf } from '../reading/short-text.ts';
import type { Verdict } from '../reading/verdict.ts';

/** The results of a check (Wazuh 4, `api/api/spec/spec.yaml`, `SCAChecks`). */
const STATUSES: StatusTable = {
  passed: 'PASSED',
  failed: 'FAILED',
  'not applicable': 'NOT_APPLICABLE',
};

/** The response of the Wazuh 4 API to `GET /sca/{agent_id}/checks/{policy_id}`. */
export const wazuhSca: DataScanner = {
  kind: 'data',
  name: 'wazuh-sca',
  shape: 'an object with `data.affected_items` of checks with `policy_id`',
  statuses: { result: STATUSES },
  recognises: (document) => listOf(memberAt(document, 'data', 'affected_items')).some(isCheck),
  read,
};

/** Whether a value is a check. The list of an agent's policies has `policy_id` too, but no checks. */
function isCheck(value: unknown): boolean {
  return (
    memberOf(value, 'policy_id') !== undefined &&
    memberOf(value, 'id') !== undefined &&
    ['result', 'rules', 'compliance', 'condition'].some((name) => memberOf(value, name) !== undefined)
  );
}

function read(document: unknown): readonly Scan[] {
  const reader = new RecordReader();
  const data = memberOf(document, 'data');
  const response = { value: recordOf(data), path: ['data'], what: 'Wazuh response' };
  const checks = reader.requiredEntries(response, 'affected_items', 'Wazuh check');
  for (const check of checks) readCheck(check, reader);
  warnOfMissing(response, checks.length, reader);
  const policies = [...new Set(checks.map(({ value }) => wordOf(memberOf(value, 'policy_id'))))];
  const facts = withoutUndefined({ scanner: 'Wazuh SCA', benchmark: joined(policies, ', ') });
  return [reader.scan(facts, 'Wazuh returned no checks')];
}

/** Warns of missing checks: the API returns at most 500 at once, unless it is asked for more (`limit`, `offset`). */
function warnOfMissing({ value, path }: Entry, listed: number, reader: RecordReader): void {
  const total = memberOf(value, 'total_affected_items');
  if (typeof total === 'number' && total > listed) {
    reader.warn(
      `The policy has ${count(total, 'check')}, but the file lists ${listed}. Get the others from the API too, with \`offset\` and \`limit\`.`,
      [...path, 'total_affected_items'],
    );
  }
  const failed = memberOf(value, 'total_failed_items');
  if (typeof failed === 'number' && failed > 0) {
    reader.warn('Wazuh could not return the results of every requested agent.', [...path, 'failed_items']);
  }
}

function readCheck(entry: Entry, reader: RecordReader): void {
  const { value: check, path } = entry;
  const ruleId = wordOf(memberOf(check, 'id'));
  if (ruleId === undefined) {
    reader.recordFault('Wazuh check has no "id".', path, reader.statusOf(entry, 'result', STATUSES));
    return;
  }
  const rule = { ruleId, ...withoutUndefined({ recommendations: recommendationsOf(check) }) };
  const verdict = requiredVerdict(entry, rule, reader);
  if (verdict === undefined) return;
  const details = withoutUndefined({
    title: shortText(memberOf(check, 'title')),
    reason: verdict.status === 'PASSED' ? undefined : singleLine(memberOf(check, 'reason')),
    remediation: shortText(memberOf(check, 'remediation')),
  });
  reader.add({ ...details, ...rule, ...verdict, at: { path } });
}

/** Up to Wazuh 4.3, a check that could not run has an empty result. */
function requiredVerdict(entry: Entry, rule: RuleName, reader: RecordReader): Verdict | undefined {
  const result = memberOf(entry.value, 'result');
  if (result !== null && result !== '') return reader.requiredVerdict(entry, 'result', STATUSES, rule);
  return { result: 'no result', status: 'NOT_EVALUATED' };
}

/** The numbers under the key `cis`; `cis_csc` and similar keys are for the CIS Controls. */
function recommendationsOf(check: JsonRecord): readonly string[] | undefined {
  const cis = listOf(memberOf(check, 'compliance')).filter((entry) => memberOf(entry, 'key') === 'cis');
  const numbers = cis
    .flatMap((entry) => wordsOf(memberOf(entry, 'value')))
    .flatMap((text) => text.split(/[\s,]+/))
    .filter((number) => /^\d+(\.\d+)+$/.test(number));
  return numbers.length > 0 ? [...new Set(numbers)] : undefined;
}
