import { expect, test } from '@jest/globals';
import { DATA_SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';

test.each<[string, unknown]>([
  ['SARIF', { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [] }],
  ['SARIF', { version: '2.1.0', runs: [{ results: [] }] }],
  ['a Checkov report', { check_type: 'terraform', results: { passed_checks: [], failed_checks: [] } }],
  ['a Checkov report', [{ check_type: 'dockerfile', results: { failed_checks: [] } }]],
  ['a Checkov report', { passed: 0, failed: 0, checkov_version: '3.2.0' }],
  ['a Lynis report', { lynis_version: '3.1.1', hardening_index: 60 }],
  ['a Lynis report', '# Lynis Report\nreport_version_major=1\nlynis_version=3.1.1\n'],
  ['a ScoutSuite report', { provider_code: 'aws', services: {}, last_run: { ruleset_name: 'default.json' } }],
  ['a ScoutSuite report', 'scoutsuite_results =\n{"account_id": "1"}'],
  [
    'an export of Amazon Inspector itself',
    { findings: [{ findingArn: 'arn:aws:inspector2:us-east-1:1:finding/a' }] },
  ],
  ['an export of Amazon Inspector itself', { scanResultDetails: [{ checkId: '1.1', status: 'PASSED' }] }],
  ['an ordinary Trivy report', { SchemaVersion: 2, ArtifactName: 'nginx', Results: [{ Target: 'nginx' }] }],
  ['an ordinary Trivy report', { SchemaVersion: 2, ArtifactName: 'empty' }],
  ['an ordinary Trivy report', { ClusterName: 'kind', Resources: [] }],
  ['an InSpec profile without results', { supports: [], controls: [{ id: 'a', source_location: {} }] }],
])('%s is known, and no scanner takes it', (name, document) => {
  expect(UNSUPPORTED.filter(({ recognises }) => recognises(document)).map((format) => format.name)).toEqual([
    name,
  ]);
  expect(DATA_SCANNERS.filter(({ recognises }) => recognises(document))).toEqual([]);
});

test('each says what to use instead', () => {
  for (const { advice } of UNSUPPORTED) expect(advice).toMatch(/^[A-Z].*\.$/s);
});
