import { describe, expect, test } from '@jest/globals';
import type { Failure } from '../../../src/failure.ts';
import { describePlace } from '../../../src/place.ts';
import { type Results } from '../../../src/results/results.ts';
import { readWhole } from '../plain-scanner.ts';
import { DATA_SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import { rejectionOf } from '../parse/documents.ts';

const finding2003 = { class_uid: 2003, compliance: { control: 'IAM.4', status: 'Fail' } };

test.each<[string, unknown]>([
  ['SARIF', { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [] }],
  ['SARIF', { version: '2.1.0', runs: [{ results: [] }] }],
  ['a Checkov report', { check_type: 'terraform', results: { passed_checks: [], failed_checks: [] } }],
  ['a Checkov report', [{ check_type: 'dockerfile', results: { failed_checks: [] } }]],
  ['a Checkov report', { passed: 0, failed: 0, checkov_version: '3.2.0' }],
  ['a Lynis report', { lynis_version: '3.1.1', hardening_index: 60 }],
  ['a ScoutSuite report', { provider_code: 'aws', services: {}, last_run: { ruleset_name: 'default.json' } }],
  [
    'an export from Amazon Inspector itself',
    { findings: [{ findingArn: 'arn:aws:inspector2:us-east-1:1:finding/a' }] },
  ],
  ['an export from Amazon Inspector itself', { scanResultDetails: [{ checkId: '1.1', status: 'PASSED' }] }],
  ['an ordinary Trivy report', { SchemaVersion: 2, ArtifactName: 'nginx', Results: [{ Target: 'nginx' }] }],
  ['an ordinary Trivy report', { SchemaVersion: 2, ArtifactName: 'empty' }],
  ['an ordinary Trivy report', { ClusterName: 'kind', Resources: [] }],
  ['an InSpec profile without results', { supports: [], controls: [{ id: 'a', source_location: {} }] }],
  ['a Rancher ClusterScan', { kind: 'ClusterScan', status: { summary: { total: 125 } } }],
  ['a Rancher ClusterScan', { kind: 'List', items: [{ kind: 'ClusterScan' }] }],
  ['a Powerpipe snapshot', { schema_version: '20240130', panels: {}, layout: {} }],
  [
    'a list of Wazuh SCA policies',
    { data: { affected_items: [{ policy_id: 'cis_debian10', pass: 60, total_checks: 191 }] } },
  ],
  ['a CIS-CAT report in JSON', { 'benchmark-id': 'xccdf_org.cisecurity.benchmarks_benchmark_x', rules: [] }],
  ['a STIG Viewer checklist', { title: 'x', cklb_version: '1.0', stigs: [] }],
  ["Prowler 3's own JSON", [{ CheckID: 'iam_root_mfa_enabled', Status: 'FAIL', StatusExtended: 'x' }]],
  ["Prowler 3's own JSON", { CheckID: 'iam_root_mfa_enabled', Status: 'FAIL', StatusExtended: 'x' }],
  ...[[finding2003], { Findings: [finding2003] }, finding2003].map((document): [string, unknown] => [
    'a list of OCSF compliance findings (Security Hub v2)',
    document,
  ]),
  ['a NeuVector compliance report', { kubernetes_cis_version: '1.8.0', items: [] }],
  ['an OSCAL document', { 'assessment-results': { results: [] } }],
])('%s is recognised, and no scanner accepts it', (name, document) => {
  expect(UNSUPPORTED.filter(({ recognises }) => recognises(document)).map((format) => format.name)).toEqual([
    name,
  ]);
  expect(DATA_SCANNERS.filter(({ recognises }) => recognises(document))).toEqual([]);
});

test('each says what to use instead', () => {
  for (const { advice } of UNSUPPORTED) expect(advice).toMatch(/^[A-Z].*\.$/s);
});

const namesOf = (text: string): readonly string[] =>
  UNSUPPORTED.filter(({ recognisesText }) => recognisesText?.(text)).map(({ name }) => name);

test.each<[string, string]>([
  ['a Lynis report', '# Lynis Report\nreport_version_major=1\nlynis_version=3.1.1\n'],
  ['a ScoutSuite report', 'scoutsuite_results =\n{"account_id": "1"}'],
  ["kube-bench's text output", '[INFO] 4 Worker Node Security\n[PASS] 4.1.1 Ensure that (Automated)\n'],
  ['the text log of docker-bench-security', 'Initializing 2026-11-25\n\n[WARN] 1.1.1 - Ensure a partition\n'],
  ['the text log of docker-bench-security', '[INFO] C.1 - This is an example check\n'],
  ["OpenSCAP's text output", 'Title   Disable cramfs\nRule    xccdf_org.ssg_rule_a\nResult  fail\n'],
  ["InSpec's text output", 'Profile:   CIS (cis)\nVersion:   1.0\nTarget:    local://\n'],
  ["goss's text output", '..F\n\nTotal Duration: 0.01s\nCount: 3, Failed: 1, Skipped: 0\n'],
  ["Trivy's table", '\nSummary Report for compliance: CIS Kubernetes Benchmarks v1.23\n'],
  ['a JUnit report', '<?xml version="1.0"?>\n<!-- a -->\n<testsuites><testsuite name="cis"/></testsuites>'],
  ['a JUnit report', '<testsuite name="cis" tests="2"/>'],
  ['a STIG Viewer checklist', '<?xml version="1.0"?><CHECKLIST></CHECKLIST>'],
  ['a STIG Viewer checklist', '\n<CHECKLIST></CHECKLIST>'],
  ['a file of OVAL results', '<oval-res:oval_results xmlns:oval-res="x"/>'],
  ["Prowler's CSV", 'AUTH_METHOD;TIMESTAMP;FINDING_UID;PROVIDER;CHECK_ID\na;b;c;d;e\n'],
  ['a CSV file', '"CIS","1.1.1.1","Ensure cramfs","fail"\n'],
])('%s is recognised by the beginning of its text, and nothing else is', (name, text) => {
  expect(namesOf(text)[0]).toBe(name);
  expect(namesOf(text).filter((other) => other !== name)).toEqual(
    name === "Prowler's CSV" ? ['a CSV file'] : [],
  );
});

test("OpenSCAP's HTML report is recognised before any other page", () => {
  const page = (title: string) => `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head>`;
  expect(namesOf(page('OpenSCAP Evaluation Report'))).toEqual(["OpenSCAP's HTML report", 'an HTML page']);
  expect(namesOf(page('502 Bad Gateway'))).toEqual(['an HTML page']);
});

test.each([
  '',
  '\n',
  '{"Controls": [], "a": 1, "b": 2}',
  '[{"a": 1}, {"b": 2}, {"c": 3}]',
  '<Benchmark xmlns="x"><TestResult/></Benchmark>',
  'messages:\n  - ruleId: "1"\n    status: PASSED\n',
  '- ruleId: "1", a, b\n- x\n',
  '---\nmessages: []\n',
])('a text that may be in a supported format is not recognised: %j', (text) => {
  expect(namesOf(text)).toEqual([]);
});

test('a recognised text gives a clear failure, even with terminal colours', async () => {
  const coloured = '\u001B[32m[PASS]\u001B[0m 4.1.1 Ensure that (Automated)\n';
  const { code, sentence, remedy } = await refusalOf(coloured);
  expect(code).toBe('ResultsFormatUnknown');
  expect(sentence).toBe('"results" is kube-bench\'s text output, which is not supported.');
  expect(remedy).toContain('kube-bench --json');
});

test('a prolog of any length is skipped, and one without an end is not recognised', () => {
  const comments = '<!-- a -->\n'.repeat(5000);
  expect(namesOf(`${comments}<testsuites/>`)).toEqual(['a JUnit report']);
  expect(namesOf(`${'<??>'.repeat(16_000)}<testsuites/>`)).toEqual(['a JUnit report']);
  expect(namesOf(comments)).toEqual([]);
  expect(namesOf(`${comments}<!-- a`)).toEqual([]);
});

test('the failure for XML with a known root says what to use instead', async () => {
  expect(await refusalOf('<testsuites/>')).toMatchObject({
    code: 'ResultsFormatUnknown',
    sentence: '"results" is a JUnit report, which is not supported.',
  });
});

describe("docker-bench-security's malformed JSON", () => {
  const begun = '{"dockerbenchsecurity": "1.6.0", "tests": [\n';
  const check = '{"id": "2.1", "desc": "use {{.A}} {{.B}}", "result": "WARN"}';
  const section = '{"id": "6", "results": [{"id": "6.1", "result": "PASS"}]}';

  test.each([
    ['\n', 'line feeds'],
    ['\r\n', 'Windows line ends'],
  ])('is read if a comma is missing between a check and a section (%j)', async (end) => {
    const { ruleResults, warnings } = await read(`${begun}${check}${end}    ${section}], "checks": 2}`);
    expect(ruleResults.map(({ ruleId, status, title }) => [ruleId, status, title])).toEqual([
      ['2.1', 'FAILED', 'use {{.A}} {{.B}}'],
      ['6.1', 'PASSED', undefined],
    ]);
    expect(warnings.map(({ sentence }) => sentence)).toEqual([
      'docker-bench-security left out 1 comma between its tests, as happens when `-c` names a check before a section. The file was read as if it were there.',
    ]);
  });

  test('keeps the place of its faults', async () => {
    const { recordFaults, faults } = await read(`${begun}${check}\n  {"id": "6"}]}`);
    expect([...faults, ...recordFaults].map(({ place }) => place && describePlace(place))).toEqual([
      'results:3:3',
    ]);
  });

  test.each([
    ['a quotation mark in a text', `${begun}{"id": "5.1", "details": "a "b" c"}]}`, 'line 2, column 30'],
    [
      'a missing comma and a quotation mark',
      `${begun}${check}\n${section}\n{"a": "b"c"}]}`,
      'line 4, column 10',
    ],
    ['a file that ends too early', `${begun}${check}`, 'line 2'],
    ['a missing comma within a line', `${begun}${check} ${section}]}`, 'line 2'],
  ])('fails at its place for %s, and the remedy says why', async (_what, text, place) => {
    const { code, sentence, remedy, faults } = await refusalOf(text);
    expect(code).toBe('ResultsFileUnreadable');
    expect(sentence).toContain(place);
    expect(remedy).toContain('quotation mark');
    expect(faults).toHaveLength(1);
  });
});

test('an unknown text keeps its own failure', async () => {
  expect((await refusalOf('{"a": 1')).code).toBe('ResultsFileUnreadable');
  expect((await refusalOf('<a/>')).sentence).toContain('XML of another kind');
});

test('the failure advises naming the format only if that would work', async () => {
  expect((await refusalOf('{"x": 1}')).remedy).not.toContain('results-format');
  const named = await refusalOf(
    '{"Controls": [{"tests": [{"results": [{"test_number": "1", "status": "PASS"}]}]}]}',
  );
  expect(named.remedy).toContain('`results-format: kube-bench`');
});

function refusalOf(text: string): Promise<Failure> {
  return rejectionOf(read(text));
}

function read(text: string): Promise<Results> {
  const file = { name: 'results', path: 'results', bytes: Buffer.from(text), modified: 0, device: 0 };
  const session = { scanJobId: 'a', sessionToken: 'b' };
  return readWhole([file], { session, format: 'auto', formats: FORMATS_ON_DEMAND });
}
