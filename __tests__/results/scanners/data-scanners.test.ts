import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATA_SCANNERS, SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';
import type { DataScanner } from '../../../src/results/reading/scanner.ts';

/** The smallest document of each format. */
const DOCUMENTS: readonly (readonly [string, unknown])[] = [
  ['messages', { messages: [] }],
  ['messages', [{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }]],
  ['inspec', { profiles: [{ controls: [] }], version: '5' }],
  [
    'inspec',
    { controls: [{ id: '1', profile_sha256: 'a', status: 'passed', code_desc: 'b' }], version: '5' },
  ],
  ['goss', { results: [], summary: { 'test-count': 0 } }],
  ['kube-bench', { Controls: [{ node_type: 'node', tests: [] }] }],
  ['kube-bench', [{ node_type: 'node', tests: [] }]],
  ['docker-bench', { dockerbenchsecurity: '1.6.0', tests: [] }],
  ['trivy-compliance', { ID: 'a', Title: 'b', Results: [{ ID: '1' }] }],
  ['trivy-compliance', { ID: 'a', Title: 'b', SummaryControls: [] }],
  ['trivy-compliance', { kind: 'ClusterComplianceReport', status: {} }],
  ['prowler-ocsf', [{ metadata: { event_code: 'a', product: { name: 'Prowler' } }, status_code: 'PASS' }]],
  ['asff', [{ SchemaVersion: '2018-10-08' }]],
];

const dataScanners = SCANNERS.filter((scanner): scanner is DataScanner => scanner.kind === 'data');

test.each(DOCUMENTS)('a document of %s is of that format alone', (name, document) => {
  expect(
    dataScanners.filter(({ recognises }) => recognises(document)).map((scanner) => scanner.name),
  ).toEqual([name]);
  expect(UNSUPPORTED.filter(({ recognises }) => recognises(document))).toEqual([]);
});

test.each([[[]], [{}], [null], ['text'], [7], [[null, 1, 'a']], [{ results: [] }], [{ items: [] }]])(
  'no scanner takes %j for its own',
  (document) => {
    expect(dataScanners.filter(({ recognises }) => recognises(document))).toEqual([]);
  },
);

test.each(DATA_SCANNERS)('$name makes no result of a document of another shape', (scanner) => {
  expect(scanner.read({ hello: 'world' }).ruleResults).toEqual([]);
});

/** Every member name that some scanner looks at. */
const MEMBERS = [
  ...['profiles', 'controls', 'results', 'tests', 'Controls', 'Totals', 'total_pass', 'node_type', 'Results'],
  ...['SummaryControls', 'ID', 'Title', 'Name', 'items', 'kind', 'status', 'summaryReport', 'detailReport'],
  ...['controlCheck', 'checks', 'metadata', 'product', 'event_code', 'name', 'status_code', 'Findings', 'id'],
  ...[
    'SchemaVersion',
    'Compliance',
    'Status',
    'SecurityControlId',
    'summary',
    'test-count',
    'result',
    'meta',
  ],
  ...['CIS_ID', 'title', 'dockerbenchsecurity', 'tags', 'impact', 'waiver_data', 'platform', 'version'],
  ...[
    'profile_sha256',
    'code_desc',
    'Misconfigurations',
    'Vulnerabilities',
    'Secrets',
    'matcher-result',
    'cloud',
  ],
  ...[
    'account',
    'uid',
    'unmapped',
    'compliance',
    'ProductFields',
    'test_number',
    'reason',
    '__proto__',
    'runs',
  ],
];

const WORDS = [
  '',
  'PASS',
  'FAIL',
  'passed',
  'Prowler',
  '2018-10-08',
  'ClusterComplianceReport',
  'constructor',
];

const { document: anyDocument } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 8, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, 1, -1.5, ...WORDS),
    fc.array(tie('document'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...MEMBERS), tie('document')), { maxLength: 6 }).map((entries) => {
      return Object.fromEntries(entries);
    }),
  ),
}));

test.each(DATA_SCANNERS)(
  '$name reads any document without throwing, and gives every result an id',
  (scanner) => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, fc.jsonValue()), (document) => {
        scanner.recognises(document);
        for (const { ruleId, result } of scanner.read(document).ruleResults) {
          expect(ruleId).not.toBe('');
          expect(typeof result).toBe('string');
        }
      }),
      { numRuns: 300 },
    );
  },
);

test.each(DATA_SCANNERS)('$name never makes a pass of a word that it does not define', (scanner) => {
  const corrupt = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(corrupt);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        /^(status|result|status_code|Status|TotalFail)$/.test(name) ? 'strange' : corrupt(inner),
      ]),
    );
  };
  const statuses = [WITH_RESULTS[scanner.name]].flatMap((document) => {
    return scanner
      .read(corrupt(document))
      .ruleResults.map(({ status, undefinedWord }) => [status, undefinedWord]);
  });
  expect(statuses).toEqual([['UNKNOWN', expect.stringContaining('strange')]]);
});

const WITH_RESULTS: Readonly<Record<string, unknown>> = {
  inspec: { profiles: [{ controls: [{ id: '1', results: [{ status: 'passed' }] }] }], version: '5' },
  goss: { results: [{ title: '1', result: 0 }], summary: { 'test-count': 1 } },
  'kube-bench': [{ node_type: 'node', tests: [{ results: [{ test_number: '1', status: 'PASS' }] }] }],
  'docker-bench': { dockerbenchsecurity: '1', tests: [{ results: [{ id: '1', result: 'PASS' }] }] },
  'trivy-compliance': { ID: 'a', Title: 'b', SummaryControls: [{ ID: '1', TotalFail: 0 }] },
  'prowler-ocsf': [{ metadata: { event_code: '1', product: { name: 'Prowler' } }, status_code: 'PASS' }],
  asff: [{ SchemaVersion: '2018-10-08', GeneratorId: '1', Compliance: { Status: 'PASSED' } }],
};
