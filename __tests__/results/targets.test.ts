import { describe, expect, test } from '@jest/globals';
import { describePlace } from '../../src/place.ts';
import type { Results } from '../../src/results/results.ts';
import { SESSION, interpret, result } from './plain-scanner.ts';

const target = (scheme: string, ...names: readonly string[]): object => ({
  scheme,
  names,
  at: { path: ['alpha'] },
});
const file = (...targets: readonly object[]): object => ({
  alpha: { targets, ruleResults: [result('1', 'PASSED')] },
});
const sentences = ({ faults }: Results): readonly string[] =>
  faults.map(({ place, sentence }) => `${place === undefined ? '' : `${describePlace(place)} `}${sentence}`);

test('a session has one target: others are refused, whichever file names them', async () => {
  const results = await interpret([
    file(target('host', 'a')),
    file(),
    file(target('host', 'a', 'a.example'), target('account', 'b')),
    file(target('host', 'b')),
    file(target('host', 'a.example', 'c'), target('host', 'c')),
  ]);
  expect(sentences(results)).toEqual([
    '4.json:1:2 The host is "b" here and "a" at 1.json:1:2: a session has one target, so send the results of each target to its own session.',
  ]);
});

describe('two targets are', () => {
  test.each<[what: string, one: readonly object[], other: readonly object[], isRefused: boolean]>([
    ['two names', [target('host', 'a')], [target('host', 'b')], true],
    ['two identifiers without a name', [target('id', 'x')], [target('id', 'y')], true],
    [
      'two identifiers, with names that mean nothing',
      [target('host', 'unknown'), target('id', 'x')],
      [target('host', 'unknown'), target('id', 'y')],
      true,
    ],
    [
      'two names for one identifier',
      [target('host', 'a'), target('id', 'chroot:///host')],
      [target('host', 'b'), target('id', 'chroot:///host')],
      true,
    ],
    ['not one name in another case', [target('host', 'Web-1')], [target('host', 'web-1')], false],
    ['not names in different schemes', [target('host', 'a')], [target('account', 'b')], false],
    ...[
      'localhost',
      'LOCALHOST',
      'localhost.localdomain',
      'localhost4',
      'unknown',
      '',
      ' ',
      'Original Target',
    ].map((name): [string, readonly object[], readonly object[], boolean] => [
      `not a name and "${name}"`,
      [target('host', 'a')],
      [target('host', name)],
      false,
    ]),
  ])('%s', async (_what, one, other, isRefused) => {
    expect((await interpret([file(...one), file(...other)])).faults.length > 0).toBe(isRefused);
    expect((await interpret([file(...other), file(...one)])).faults.length > 0).toBe(isRefused);
  });
});

test('meaningless names do not join targets', async () => {
  const results = await interpret([
    file(target('host', 'a', 'localhost')),
    file(target('host', 'localhost')),
    file(target('host', 'localhost', 'b')),
  ]);
  expect(results.faults).toHaveLength(1);
});

describe('with `expected-target: web-1`', () => {
  const undelivered = {
    scanJobId: SESSION.scanJobId,
    detailsEncoding: 'base64',
    messages: [{ ruleId: '2', status: 'PASSED', cisRuleDetails: '' }],
  };
  test.each<[what: string, files: readonly unknown[], refusals: readonly string[]]>([
    ['results that state it are accepted', [file(target('host', 'web-1'))], []],
    ['in upper or lower case', [file(target('host', 'WEB-1'))], []],
    ['by any of its names', [file(target('host', 'other', 'web-1'))], []],
    ['by an identifier', [file(target('host', 'unknown'), target('id', 'web-1'))], []],
    [
      'with other files that state none',
      [file(target('host', 'web-1')), file(), file(target('host', 'localhost'))],
      [],
    ],
    [
      'results of another target are refused',
      [file(target('host', 'web-2'))],
      ['1.json:1:2 The host is "web-2", but `expected-target` is "web-1".'],
    ],
    [
      'even if other results state the right one in another scheme',
      [file(target('host', 'web-1')), file(target('machine', 'web-2'))],
      ['2.json:1:2 The machine is "web-2", but `expected-target` is "web-1".'],
    ],
    [
      'results that state none are refused',
      [file()],
      ['The results do not state what was scanned, but `expected-target` is "web-1".'],
    ],
    [
      'so are meaningless names',
      [file(target('host', 'localhost'))],
      ['The results do not state what was scanned, but `expected-target` is "web-1".'],
    ],
    [
      'and messages files alone',
      [[{ ruleId: '1', status: 'PASSED', cisRuleDetails: '' }]],
      ['The results do not state what was scanned, but `expected-target` is "web-1".'],
    ],
    ['an undelivered file was checked when it was written', [undelivered], []],
  ])('%s', async (_what, files, refusals) => {
    expect(sentences(await interpret(files, { expectedTarget: 'web-1' }))).toEqual(refusals);
  });
});
