import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepResult } from '../../local-runner/step.ts';
import { listOf, memberAt, memberOf, withoutUndefined } from '../../src/json.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, send } from './sending.ts';

// The SARIF file of a step, from `dist`. A test of `src/report/sarif.ts` shows that it is valid.

const RESULTS = fileOf([
  { ruleId: 'a', status: 'PASSED', cisRuleDetails: '' },
  { ruleId: 'b', status: 'FAILED', cisRuleDetails: { title: 'Ensure B' } },
  { ruleId: 'c', status: 'FAILED', cisRuleDetails: '' },
]);
const EXCEPTIONS = 'exceptions:\n  - {rule: c, reason: It is so., owner: platform, expires: 2999-12-31}\n';
const INPUTS = {
  'results-file': 'scan/results.json',
  'exceptions-file': 'accepted.yml',
  'sarif-file': 'cis.sarif',
};
const EARLIER = '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "inspector-cis-telemetry"}}}]}';

async function scanned(inputs: Readonly<Record<string, string>> = {}, earlier?: string): Promise<StepResult> {
  return withInspector((inspector) =>
    send(inspector, {
      files: {
        'scan/results.json': RESULTS,
        'accepted.yml': EXCEPTIONS,
        ...withoutUndefined({ 'cis.sarif': earlier }),
      },
      inputs: { ...INPUTS, ...inputs },
    }),
  );
}

const textIn = ({ workspace }: StepResult): string => readFileSync(join(workspace, 'cis.sarif'), 'utf8');

test.concurrent('failed rules are located at their lines, and accepted ones are suppressed', async () => {
  const result = await scanned({}, EARLIER);
  const document: unknown = JSON.parse(textIn(result));
  const results = listOf(memberOf(listOf(memberOf(document, 'runs'))[0], 'results'));
  const located = results.map((one) => {
    const [location] = listOf(memberOf(one, 'locations'));
    return [
      memberOf(one, 'ruleId'),
      memberAt(location, 'physicalLocation', 'artifactLocation', 'uri'),
      memberAt(location, 'physicalLocation', 'region', 'startLine'),
      listOf(memberOf(one, 'suppressions')).length,
    ];
  });
  expect(located).toEqual([
    ['b', 'scan/results.json', 3, 0],
    ['c', 'scan/results.json', 4, 1],
  ]);
});

test.concurrent.each([
  ['an input is not valid', { 'chunk-size': '0' }],
  ['there are no results', { 'results-file': 'no.json' }],
  ['the exceptions are not valid', { 'exceptions-file': 'scan/results.json' }],
])('no SARIF file of an earlier run is left when %s', async (_why, inputs) => {
  const result = await scanned(inputs, EARLIER);
  expect(result.exitCode).toBe(1);
  expect(existsSync(join(result.workspace, 'cis.sarif'))).toBe(false);
});

test.concurrent.each([
  ['SARIF of another tool', EARLIER.replace('inspector-cis-telemetry', 'codeql')],
  ['any other file', 'precious'],
])('it does not replace %s', async (_what, text) => {
  const result = await scanned({}, text);
  expect([result.exitCode, result.outputs['error-code'], textIn(result)]).toEqual([1, 'InvalidInput', text]);
});

test.concurrent.each(['report-file', 'undelivered-file'])('it cannot be the %s', async (input) => {
  const result = await scanned({ [input]: 'cis.sarif' });
  expect(result.outputs['error-code']).toBe('InvalidInput');
  expect(result.log).toContain(`\`${input}\` and \`sarif-file\` name the same file`);
});
