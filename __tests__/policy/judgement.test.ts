import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FailureCode } from '../../src/failure.ts';
import type { Validated } from '../../src/messages/validate.ts';
import { judge, type Judgement } from '../../src/policy/judgement.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { placeAt } from '../messages/drafts.ts';

const file = (format: string) => ({
  file: 'results',
  format,
  isUndeliveredFile: false,
  modified: 0,
  sha256: '',
  device: 0,
  results: 1,
});
const validated = (statuses: readonly Status[]): Pick<Validated, 'messages' | 'leftOut'> => ({
  messages: statuses.map((status, index) => ({
    ruleId: String(index),
    status,
    cisRuleDetails: new Uint8Array(),
    place: placeAt(index),
  })),
  leftOut: [],
});

interface Case {
  readonly format?: string;
  readonly before?: readonly Status[];
  readonly gate?: readonly Status[];
  readonly tolerated?: readonly FailureCode[];
}

function judgement(statuses: readonly Status[], given: Case = {}): Judgement {
  const { format = 'xccdf', before = [], gate = [], tolerated = [] } = given;
  const results = {
    files: [file(format)],
    facts: { benchmark: 'CIS Ubuntu', platform: { product: 'ubuntu', version: '22.04' } },
  };
  return judge(validated(statuses), results, {
    failOnStatus: new Set(gate),
    tolerateErrors: new Set(tolerated),
    deliveredBefore: before,
  });
}

describe('a scan in which nothing was evaluated fails', () => {
  test.each<[readonly Status[], string]>([
    [['NOT_APPLICABLE', 'NOT_APPLICABLE'], 'the content is for another system'],
    [['NOT_EVALUATED'], 'OVAL definitions are missing'],
    [['ERROR'], 'the scanner lacked permissions, or a tool that it needs is missing'],
    [['ERROR', 'NOT_APPLICABLE', 'INFORMATIONAL', 'UNKNOWN'], 'Most likely'],
  ])('%j: with the likely cause', (statuses, cause) => {
    const { failure } = judgement(statuses);
    expect(failure?.code).toBe('NothingEvaluated');
    expect(failure?.cause).toContain(cause);
    expect(failure?.remedy).toContain('the benchmark CIS Ubuntu and the platform ubuntu 22.04');
  });

  test('before the gate is checked', () => {
    expect(judgement(['ERROR'], { gate: ['ERROR'] }).failure?.code).toBe('NothingEvaluated');
  });

  test('and if that is tolerated, the gate decides', () => {
    const tolerated = ['NothingEvaluated'] as const;
    expect(judgement(['ERROR'], { gate: ['ERROR'], tolerated }).failure?.code).toBe('GateFailed');
    expect(judgement(['ERROR'], { tolerated }).failure?.code).toBe('NothingEvaluated');
  });
});

test.each<[string, readonly Status[], Case]>([
  ['a rule passed', ['PASSED', 'ERROR'], {}],
  ['a rule failed', ['FAILED'], {}],
  ['an earlier step of the session evaluated a rule', ['NOT_EVALUATED'], { before: ['PASSED'] }],
])('a scan is not judged as empty when %s', (_case, statuses, given) => {
  expect(judgement(statuses, given)).toEqual({});
});

test('with only messages and undelivered files, it is a warning', () => {
  const { failure, warning } = judgement(['NOT_EVALUATED'], { format: 'messages' });
  expect([failure, warning?.code]).toEqual([undefined, 'NothingEvaluated']);
});

test('a scan passes without a warning only if a rule was evaluated', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATUSES_WORST_FIRST), { minLength: 1 }), (statuses) => {
      const silent = Object.keys(judgement(statuses)).length === 0;
      expect(silent).toBe(statuses.some((status) => status === 'PASSED' || status === 'FAILED'));
    }),
  );
});
