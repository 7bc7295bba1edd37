import { describe, expect, test } from '@jest/globals';
import { shownOf } from '../../../../src/results/scanners/xccdf/message.ts';

describe('of a message of a check is told', () => {
  test.each([
    ['a short one', 'telnet is enabled', ['telnet is enabled']],
    ['nothing of one of several lines', 'found in /etc/x:\nPASSWORD=secret', []],
    ['nothing of a long one', 'x '.repeat(200), []],
    ['nothing that it quotes', 'the line "PASSWORD=secret" is wrong', ['the line …']],
    ['nothing that was found', 'expected 5, got: secret', ['expected 5, …']],
    ['nothing of an actual value', 'Actual value: secret', ['…']],
  ])('%s', (_promise, message, expected) => {
    expect(shownOf(message)).toEqual(expected);
  });
});

describe('of results of InSpec that MITRE SAF wrote into a message is told', () => {
  test.each([
    [
      'what a failing test looked at and required',
      'FAILED -- Test: Command: `grep bindpw /x` stdout is expected to eq ""\nMessage: expected: ""\n     got: "bindpw secret\\n"\n',
      ['Command: `grep bindpw /x` stdout is expected to eq ""'],
    ],
    [
      'a number that was found',
      'FAILED -- Test: File /x mode is expected to cmp == "0600"\nMessage: \nexpected: 0600\n     got: 0644\n',
      ['File /x mode is expected to cmp == "0600": got 0644'],
    ],
    [
      'what could not be looked at',
      'ERROR -- Test: File /x\nMessage: undefined method `y` for nil',
      ['File /x: undefined method `y` for nil'],
    ],
    ['why one was skipped', 'SKIPPED -- only on bare metal\n', ['only on bare metal']],
    [
      'why one was skipped, as newer ones say it',
      'SKIPPED -- Test: No-op\nMessage: only on bare metal\n',
      ['only on bare metal'],
    ],
    ['nothing of what passed', 'PASSED -- File /x is expected to exist"', []],
    [
      'each of several',
      'PASSED -- a"FAILED -- Test: b\nMessage: expected "secret" to match\nFAILED -- Test: c\nMessage: Diff:\n-secret\n',
      ['b', 'c'],
    ],
  ])('%s', (_promise, message, expected) => {
    expect(shownOf(message)).toEqual(expected);
  });
});
