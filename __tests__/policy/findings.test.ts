import { expect, test } from '@jest/globals';
import { statementOf } from '../../src/policy/findings.ts';

test('what a scan states is compared by target, naming, benchmark with version, and profile', () => {
  const facts = { benchmark: 'CIS Ubuntu', benchmarkVersion: '2.0.0', profile: 'Level 1' };
  expect(statementOf({ targets: ['host'], facts }, 'cis')).toEqual({
    targets: ['host'],
    naming: 'cis',
    benchmark: 'CIS Ubuntu 2.0.0',
    profile: 'Level 1',
  });
  expect(statementOf({ targets: [], facts: {} }, 'scanner')).toEqual({ targets: [], naming: 'scanner' });
});
