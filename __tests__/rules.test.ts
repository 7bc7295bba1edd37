import { describe, expect, test } from '@jest/globals';
import type { Message } from '../src/messages/message.ts';
import { validate } from '../src/messages/validate.ts';
import type { PlacedRuleResult } from '../src/results/results.ts';
import { rulesOf, type RuleOutcome } from '../src/rules.ts';
import { SECRET, draftsOf, placeAt, sourceOf } from './messages/drafts.ts';

const scanned: PlacedRuleResult = {
  ruleId: '5.2.1',
  ownId: 'sshd_disable_root_login',
  status: 'FAILED',
  result: 'fail',
  title: 'Ensure root cannot log in',
  section: '5.2 SSH',
  severity: 'high',
  level: '1',
  reason: 'PermitRootLogin yes',
  remediation: 'Set PermitRootLogin to no.',
  identifiers: ['CCE-1'],
  benchmark: 'CIS Ubuntu 24.04 1.0.0',
  scanner: 'OpenSCAP',
  at: { path: [] },
  place: placeAt(0),
};

function rulesOfAll(
  ruleResults: readonly PlacedRuleResult[],
  drafts: readonly unknown[],
): readonly RuleOutcome[] {
  const source = sourceOf({ ruleResults, drafts: draftsOf(drafts) });
  return rulesOf(validate(source, { detailsEncoding: 'text', secret: SECRET }));
}

describe('a rule', () => {
  test('has what the scanner states about it', () => {
    const { title, section, severity, level, reason, remediation, identifiers, benchmark } = scanned;
    expect(rulesOfAll([scanned], [])).toEqual([
      {
        id: '5.2.1',
        status: 'FAILED',
        scannerRules: [{ id: 'sshd_disable_root_login', scanner: 'OpenSCAP', status: 'FAILED' }],
        ...{ title, section, severity, level, reason, remediation, identifiers, benchmark },
        place: scanned.place,
        messages: [expect.objectContaining({ ruleId: '5.2.1', ruleResult: scanned })],
      },
    ]);
  });

  test('lists every scanner’s rule that it combines', () => {
    const combined = [
      { id: 'a', status: 'FAILED', scanner: 'OpenSCAP' },
      { id: 'b', status: 'PASSED', scanner: 'InSpec' },
    ] as const;
    expect(rulesOfAll([{ ...scanned, combined }], [])).toMatchObject([{ scannerRules: combined }]);
  });

  test('has what a person, or an earlier run of this action, wrote into the details', () => {
    const written = {
      title: 'T',
      severity: 'low',
      section: 'S',
      remediation: 'R',
      reason: 'why',
      level: '2',
    };
    expect(rulesOfAll([], [{ ruleId: '1', status: 'FAILED', cisRuleDetails: written }])).toMatchObject([
      { id: '1', ...written, scannerRules: [] },
    ]);
  });

  test.each(['', 'text', '{', '{"title": 1}', '["title"]', '{"__proto__": {"title": "x"}}'])(
    'has no title when the details are %j',
    (cisRuleDetails) => {
      const [rule] = rulesOfAll([], [{ ruleId: '1', status: 'PASSED', cisRuleDetails }]);
      expect(rule).toBeDefined();
      expect(rule).not.toHaveProperty('title');
    },
  );

  test('counts once, with all of its messages', () => {
    const drafts = ['one', 'two'].map((cisRuleDetails) => ({
      ruleId: '1',
      status: 'FAILED',
      cisRuleDetails,
    }));
    const rules = rulesOfAll([], drafts);
    expect(rules.map(({ messages }) => messages.map(({ cisRuleDetails }) => asText(cisRuleDetails)))).toEqual(
      [['one', 'two']],
    );
  });

  test('keeps what the scanner states if a person’s worse message is sent', () => {
    const byHand = { ruleId: '5.2.1', status: 'FAILED', cisRuleDetails: 'seen by hand' };
    const [rule] = rulesOfAll([{ ...scanned, status: 'PASSED' }], [byHand]);
    expect(rule).toMatchObject({
      status: 'FAILED',
      title: scanned.title,
      scannerRules: [{ id: 'sshd_disable_root_login', status: 'PASSED' }],
    });
    expect(rule?.messages.map(({ cisRuleDetails }) => asText(cisRuleDetails))).toEqual(['seen by hand']);
  });
});

function asText(bytes: Message['cisRuleDetails']): string {
  return Buffer.from(bytes).toString('utf8');
}
