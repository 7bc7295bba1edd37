import { describe, expect, test } from '@jest/globals';
import { shownOf } from '../../../../src/results/scanners/xccdf/message.ts';

describe('a check’s message is shown with', () => {
  test.each([
    ['all of a short text', 'telnet is enabled', ['telnet is enabled']],
    ['nothing of a text of several lines', 'found in /etc/x:\nPASSWORD=secret', []],
    ['nothing of a long text', 'x '.repeat(200), []],
    ['nothing that it quotes', 'the line "PASSWORD=secret" is wrong', ['the line …']],
    ['nothing that was found', 'expected 5, got: secret', ['expected 5, …']],
    ['no actual value', 'Actual value: secret', ['…']],
  ])('%s', (_promise, message, expected) => {
    expect(shownOf(message)).toEqual(expected);
  });
});

describe('InSpec results that MITRE SAF wrote into a message are shown with', () => {
  test.each([
    [
      'what a failing test examined and required',
      'FAILED -- Test: Command: `grep bindpw /x` stdout is expected to eq ""\nMessage: expected: ""\n     got: "bindpw secret\\n"\n',
      ['Command: `grep bindpw /x` stdout is expected to eq ""'],
    ],
    [
      'a number that was found',
      'FAILED -- Test: File /x mode is expected to cmp == "0600"\nMessage: \nexpected: 0600\n     got: 0644\n',
      ['File /x mode is expected to cmp == "0600": got 0644'],
    ],
    [
      'what could not be examined',
      'ERROR -- Test: File /x\nMessage: undefined method `y` for nil',
      ['File /x: undefined method `y` for nil'],
    ],
    ['why a test was skipped', 'SKIPPED -- only on bare metal\n', ['only on bare metal']],
    [
      'why a test was skipped, in the newer form',
      'SKIPPED -- Test: No-op\nMessage: only on bare metal\n',
      ['only on bare metal'],
    ],
    ['nothing of a passed test', 'PASSED -- File /x is expected to exist"', []],
    [
      'each of several results',
      'PASSED -- a"FAILED -- Test: b\nMessage: expected "secret" to match\nFAILED -- Test: c\nMessage: Diff:\n-secret\n',
      ['b', 'c'],
    ],
  ])('%s', (_promise, message, expected) => {
    expect(shownOf(message)).toEqual(expected);
  });
});
