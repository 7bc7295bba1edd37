import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { descriptionOf, foundIn, writtenMessage } from '../../../../src/results/scanners/inspec/message.ts';

describe('`code_desc` is shown with', () => {
  test.each([
    [
      'the whole resource and its requirement',
      'File /etc/shadow content is expected to match /^root:[!*]/',
      'File /etc/shadow content is expected to match /^root:[!*]/',
    ],
    [
      'a command of several lines, which belongs to the profile',
      'Command: `grep x |\n wc -l` stdout is expected to eq ""',
      'Command: `grep x | wc -l` stdout is expected to eq ""',
    ],
    [
      'only the class of a Ruby object',
      '#<Mash Env=["T=x"]> ["User"] should eq "a"',
      '#<Mash> ["User"] should eq "a"',
    ],
    ['nothing from objects in objects', '#<A b=#<B c={"d"=>1}> e="f"> should exist', '#<A> should exist'],
    ['nothing from an object that does not end', 'x #<A b=1', 'x #<A>'],
    [
      'nothing from an object that seems to end',
      '#<Inspec::Resources::X:0x00a1 Env="a> T=x should be" b="c"> users should exist',
      '#<Inspec::Resources::X> users should exist',
    ],
    ['nothing from an object that is required', 'x should eq #<A T="x">', 'x should eq #<A>'],
    [
      'only the requirement after a list',
      '["/usr/bin/dockerd --token x"] should include "a"',
      'what was found should include "a"',
    ],
    [
      'only the requirement after a quoted text',
      '"bindpw x" is expected to eq ""',
      'what was found is expected to eq ""',
    ],
    [
      'only the requirement after several lines',
      'root:x\nbin:* is expected to match /a/',
      'what was found is expected to match /a/',
    ],
    ['nothing from several lines without a requirement', 'PASSWORD=x\nUSER=y', 'what was found'],
    [
      'nothing from a password hash',
      'root:$6$rounds=5000$salt$hash:19650 is expected to be empty',
      'root:… is expected to be empty',
    ],
    ['a text without a requirement', 'No-op', 'No-op'],
  ])('%s', (_promise, text, expected) => {
    expect(descriptionOf(text)).toBe(expected);
  });
});

describe('a failing test’s message is shown with', () => {
  test.each([
    ['a number', '\nexpected: 1\n     got: 22\n\n(compared using ==)\n', 'got 22'],
    ['a mode', '\nexpected: 0600\n     got: 0644\n\n(compared using `cmp` matcher)\n', 'got 0644'],
    ['a number in quotation marks', '\nexpected: "1"\n     got: "0"\n', 'got 0'],
    ['true or false', 'expected `File /x.file?` to return true, got false', 'got false'],
    ['nil', '\nexpected: value != nil\n     got: nil\n\n(compared using ==)\n', 'got nil'],
    ['no text', '\nexpected: ""\n     got: "bindpw S3cr3t-Pa55\\n"\n\n(compared using ==)\n', undefined],
    ['no content of a file', 'expected "root:x" to match /^root:[!*]/\nDiff:\n+root:x', undefined],
    ['no list', 'expected ["got: 7\n"] to include "a"', undefined],
    ['a missing method in a profile', 'undefined method `mode` for nil', 'undefined method `mode` for nil'],
    [
      'not the value on which the method is missing',
      'undefined method `mode\' for "root:x":String',
      "undefined method `mode'",
    ],
    ['no message in which a missing method only occurs', "PASSWORD undefined method `mode'", undefined],
    ['no message from an author', 'these users have no password: x', undefined],
    ['nothing if it is not a string', 3, undefined],
  ])('%s', (_promise, message, expected) => {
    expect(foundIn(message)).toBe(expected);
  });
});

describe('a message that a person wrote is shown with', () => {
  test.each([
    ['all of it', "Can't find file: /etc/docker/daemon.json", "Can't find file: /etc/docker/daemon.json"],
    ['its first line', 'Could not run\nsecret', 'Could not run'],
    ['nothing in quotation marks', `unexpected token at 'pass='abc' x'`, 'unexpected token at …'],
    ['nothing after a quotation mark that does not close', 'cannot parse "secret', 'cannot parse …'],
    ['no list', 'found [secret]', 'found …'],
    ['nothing if it is not a string', null, undefined],
  ])('%s', (_promise, message, expected) => {
    expect(writtenMessage(message)).toBe(expected);
  });
});

test('any text becomes a short one', () => {
  const piece = fc.constantFrom(
    '#<',
    '>',
    '=>',
    '#',
    '<',
    'a',
    ' ',
    '\n Diff:',
    '😀',
    '"',
    "'",
    '[',
    '`',
    'got: 7\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      for (const described of [descriptionOf, foundIn, writtenMessage]) {
        expect((described(pieces.join('')) ?? '').length).toBeLessThanOrEqual(240);
      }
    }),
  );
});
