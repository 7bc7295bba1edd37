import { describe, expect, test } from '@jest/globals';
import { withoutUndefined } from '../../src/json.ts';
import type { StepResult } from '../../local-runner/step.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { SCAN_JOB_ID, send } from './sending.ts';

// Accepted failures, from an exceptions file to the gate and to Inspector, which gets them as FAILED.

/** A Wazuh report in which three checks, 1 to 3, belong to recommendation 1.1, and check 4 to 1.2. */
const WAZUH = JSON.stringify({
  data: {
    affected_items: [1, 2, 3, 4].map((id) => ({
      policy_id: 'cis_ubuntu22-04',
      id,
      title: `Check ${id}`,
      description: '',
      rationale: '',
      remediation: '',
      reason: '',
      result: id === 4 ? 'passed' : 'failed',
      condition: 'all',
      command: 'true',
      compliance: [{ key: 'cis', value: id === 4 ? '1.2' : '1.1' }],
      rules: [],
    })),
    total_affected_items: 4,
    total_failed_items: 0,
    failed_items: [],
  },
  message: 'All selected sca/policy information was returned',
  error: 0,
});

const exception = (rule: string, more = ''): string =>
  `  - rule: ${rule}\n    reason: It is so.\n    owner: platform\n    expires: 2999-12-31\n${more}`;

interface Outcome {
  readonly result: StepResult;
  readonly sent: readonly (readonly [ruleId: string, status: string])[];
}

async function judged(
  exceptions: string | undefined,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: {
        'wazuh.json': WAZUH,
        ...withoutUndefined({ '.cis-exceptions.yml': exceptions && `exceptions:\n${exceptions}` }),
      },
      inputs: {
        'results-file': 'wazuh.json',
        'fail-on-status': 'FAILED',
        'exceptions-file': '.cis-exceptions.yml',
        ...inputs,
      },
    });
    const sent = inspector.messages(SCAN_JOB_ID).map(({ ruleId, status }) => [ruleId, status] as const);
    return { result, sent };
  });
}

const SENT = [
  ['1.1', 'FAILED'],
  ['1.2', 'PASSED'],
];

test.concurrent.each([
  ['the recommendation', exception('1.1', '    benchmark: cis_ubuntu22-04\n')],
  ['every failing rule in it', exception('1') + exception('2') + exception('3')],
])('an exception for %s passes the gate, and the rule is sent as FAILED', async (_case, exceptions) => {
  const { result, sent } = await judged(exceptions);
  expect([result.exitCode, result.outputs['error-code'], result.outputs['rules-failed']]).toEqual([
    0,
    '',
    '1',
  ]);
  expect(sent).toEqual(SENT);
  expect(result.log).toContain('1.1: by platform until 2999-12-31: It is so.');
});

test.concurrent(
  'an exception for one of three failing rules does not pass the gate, and a warning at its line says so',
  async () => {
    const { result, sent } = await judged(exception('2'));
    expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'GateFailed']);
    expect(sent).toEqual(SENT);
    const warning = result.commands.find(({ properties }) => properties['file'] === '.cis-exceptions.yml');
    expect([warning?.name, warning?.properties['line']]).toEqual(['warning', '2']);
    expect(warning?.data).toContain('"1" and "3" in it fail too');
  },
);

test.concurrent('an exception for a rule that passes is a warning: it is no longer needed', async () => {
  const { result } = await judged(exception('4'), { 'fail-on-status': '' });
  expect(result.exitCode).toBe(0);
  expect(result.log).toContain('The exception for "4" is no longer needed: the rule is PASSED.');
});

describe('nothing is sent with an exceptions file that', () => {
  test.concurrent.each([
    ['does not exist', undefined, 'file ".cis-exceptions.yml" does not exist'],
    [
      'has an exception without an owner',
      '  - rule: a\n    reason: b\n    expires: 2999-12-31\n',
      'has no "owner"',
    ],
    ['is not YAML', '  - rule: [\n', 'is not well-formed YAML'],
  ])('%s', async (_case, exceptions, sentence) => {
    const { result, sent } = await judged(exceptions);
    expect([result.exitCode, result.outputs['error-code'], sent]).toEqual([1, 'InvalidInput', []]);
    expect(result.log).toContain(sentence);
  });
});
