import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord, listOf, memberAt, memberOf } from '../../src/json.ts';
import type { LeftOut } from '../../src/messages/message.ts';
import { NO_ACCEPTANCE } from '../../src/policy/acceptance.ts';
import { sarifOf, uriOf } from '../../src/report/sarif.ts';
import type { PlacedRuleResult, Results } from '../../src/results/results.ts';
import { newRun, type Run } from '../../src/run.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { placeAt } from '../messages/drafts.ts';

// The schema of OASIS, in the newest release candidate that an npm package contains. It is written in JSON Schema draft
// 4, but everything that it uses means the same in draft 7.
const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const schema: unknown = JSON.parse(
  readFileSync(path.replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
if (!isRecord(schema)) throw new Error('The schema is not an object.');
const rules = Object.fromEntries(
  Object.entries(schema).filter(([name]) => name !== '$schema' && name !== 'id'),
);
const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);

const DIRECTORIES = { workspace: '/work', workingDirectory: '/work/scan' };

const RESULTS: Results = {
  unread: [],
  formats: ['xccdf'],
  files: [],
  facts: {},
  targets: [],
  drafts: [],
  ruleResults: [],
  faults: [],
  recordFaults: [],
  unreadable: new Set(),
  renamed: 0,
  kept: 0,
  disagreements: [],
  warnings: [],
  notices: [],
};

interface Rule {
  readonly id: string;
  readonly status: Status;
  readonly known?: Partial<PlacedRuleResult>;
}

function runOf(judged: readonly Rule[], leftOut: readonly LeftOut[] = []): Run {
  const run = newRun();
  run.results = { ...RESULTS, targets: ['web-1'] };
  run.findings = { acceptance: NO_ACCEPTANCE };
  run.validated = {
    messages: judged.map(({ id: ruleId, status, known = {} }, index) => {
      const place = placeAt(index, 'ruleId');
      const at = { path: [index] };
      const ruleResult = { ruleId, status, result: status, at, place, ...known };
      return { ruleId, status, cisRuleDetails: new Uint8Array(), place, ruleResult };
    }),
    leftOut,
    faults: [],
    repeats: [],
    outweighed: [],
    worsened: [],
    notices: [],
  };
  return run;
}

/** The only run of a SARIF file, which must be valid. */
function sarif(run: Run): unknown {
  const document: unknown = JSON.parse(sarifOf(run, DIRECTORIES, (text) => text) ?? '');
  isValid(document);
  expect(isValid.errors ?? []).toEqual([]);
  return listOf(memberOf(document, 'runs'))[0];
}

test('only failed rules are results, each at its line, with what is known about it', () => {
  const found = sarif(
    runOf([
      { id: '1.1', status: 'PASSED' },
      {
        id: '1.2',
        status: 'FAILED',
        known: {
          title: 'Ensure X',
          severity: 'High',
          section: 'Initial Setup',
          level: '1',
          reason: 'it is not',
          remediation: 'Set X.',
          identifiers: ['CCE-1'],
          benchmark: 'CIS Ubuntu 2.0.0',
        },
      },
      { id: '1.3', status: 'ERROR' },
    ]),
  );
  expect(memberAt(found, 'tool', 'driver', 'rules')).toEqual([
    {
      id: '1.2',
      shortDescription: { text: 'Ensure X' },
      help: {
        text: 'Rule: 1.2\n\nBenchmark: CIS Ubuntu 2.0.0\n\nSection: Initial Setup\n\nLevel: 1\n\nAlso known as: CCE-1\n\nRemediation: Set X.',
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['security', 'CIS'], 'security-severity': '8.0' },
    },
  ]);
  expect(memberOf(found, 'results')).toEqual([
    {
      ruleId: '1.2',
      ruleIndex: 0,
      kind: 'fail',
      level: 'error',
      message: { text: 'Ensure X fails on web-1. it is not' },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'scan/f' }, region: { startLine: 2, startColumn: 7 } },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}$/) },
      suppressions: [],
    },
  ]);
  expect(memberAt(found, 'automationDetails', 'id')).toBe('cis-benchmark/web-1');
});

test('an accepted failure is a result that its exception suppresses', () => {
  const run = runOf([{ id: '1.1', status: 'FAILED' }]);
  const exception = {
    rule: '1.1',
    reason: 'It is so.',
    owner: 'platform',
    expires: '2027-06-30',
    place: placeAt(4),
  };
  run.findings = { acceptance: { ...NO_ACCEPTANCE, accepted: new Map([['1.1', [exception]]]) } };
  const [result] = listOf(memberOf(sarif(run), 'results'));
  expect(memberOf(result, 'suppressions')).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification: 'It is so. (accepted by platform until 2027-06-30)',
      location: {
        physicalLocation: { artifactLocation: { uri: 'scan/f' }, region: { startLine: 5, startColumn: 1 } },
      },
    },
  ]);
});

test('results that are left out as invalid are mentioned, since they could have failed', () => {
  const found = sarif(runOf([], [{ fault: { sentence: 'It is not valid.' } }]));
  const [invocation] = listOf(memberOf(found, 'invocations'));
  expect(memberOf(invocation, 'toolExecutionNotifications')).toEqual([
    { level: 'warning', message: { text: '1 result could not be read and is not in this file.' } },
  ]);
});

test('a run without accepted results has no SARIF file: an empty one would close every alert', () => {
  expect(sarifOf(newRun(), DIRECTORIES, (text) => text)).toBeUndefined();
  const refused = runOf([]);
  delete refused.findings;
  expect(sarifOf(refused, DIRECTORIES, (text) => text)).toBeUndefined();
});

test('with any texts, the SARIF is valid, and they add no links or control characters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('[x](http://evil)', '\u001b[31m', '\\[x](1)'),
  );
  const rule = fc.record({
    id: fc.string({ minLength: 1, unit: 'binary' }),
    status: fc.constantFrom(...STATUSES_WORST_FIRST),
    known: fc.record({
      title: text,
      reason: text,
      remediation: text,
      severity: text,
      section: text,
      benchmark: text,
    }),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 5 }), (judged) => {
      const found = JSON.stringify(sarif(runOf(judged)));
      expect(found).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      const texts = [...found.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, one = '']): unknown =>
        JSON.parse(`"${one}"`),
      );
      for (const one of texts) expect(String(one).replaceAll(/\\[\\[\]]/g, '')).not.toMatch(/[[\]]/);
    }),
  );
});

test('secrets are redacted', () => {
  const run = runOf([{ id: 's3cret', status: 'FAILED', known: { title: 'a s3cret', reason: 's3cret' } }]);
  const text = sarifOf(run, DIRECTORIES, (one) => one.replaceAll('s3cret', '***'));
  expect(text).not.toContain('s3cret');
});

describe('the URI of a file', () => {
  test.each([
    ['results.xml', 'scan/results.xml'],
    ['../a b/é#%.xml', 'a%20b/%C3%A9%23%25.xml'],
    ['/work/x.json', 'x.json'],
    ['/tmp/scan/results.xml', 'results.xml'],
    ['../../etc/passwd', 'passwd'],
    ['javascript:alert(1)', 'scan/javascript%3Aalert(1)'],
  ])('%s is %s', (file, uri) => {
    expect(uriOf(file, DIRECTORIES)).toBe(uri);
  });
});
