import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { descriptionOf, foundIn, writtenMessage } from '../../../../src/results/scanners/inspec/message.ts';

describe('of `code_desc` is told', () => {
  test.each([
    [
      'all of a resource and what is required of it',
      'File /etc/shadow content is expected to match /^root:[!*]/',
      'File /etc/shadow content is expected to match /^root:[!*]/',
    ],
    [
      'a command of several lines, which is the profile’s own',
      'Command: `grep x |\n wc -l` stdout is expected to eq ""',
      'Command: `grep x | wc -l` stdout is expected to eq ""',
    ],
    [
      'of a Ruby object only the class',
      '#<Mash Env=["T=x"]> ["User"] should eq "a"',
      '#<Mash> ["User"] should eq "a"',
    ],
    ['nothing of objects in objects', '#<A b=#<B c={"d"=>1}> e="f"> should exist', '#<A> should exist'],
    ['nothing of an object that does not end', 'x #<A b=1', 'x #<A>'],
    [
      'nothing of an object that seems to end',
      '#<Inspec::Resources::X:0x00a1 Env="a> T=x should be" b="c"> users should exist',
      '#<Inspec::Resources::X> users should exist',
    ],
    ['nothing of an object that is required', 'x should eq #<A T="x">', 'x should eq #<A>'],
    [
      'of a list only what is required',
      '["/usr/bin/dockerd --token x"] should include "a"',
      'what was found should include "a"',
    ],
    [
      'of a quoted text only what is required',
      '"bindpw x" is expected to eq ""',
      'what was found is expected to eq ""',
    ],
    [
      'of several lines only what is required',
      'root:x\nbin:* is expected to match /a/',
      'what was found is expected to match /a/',
    ],
    ['nothing of several lines that require nothing', 'PASSWORD=x\nUSER=y', 'what was found'],
    [
      'nothing of a password’s hash',
      'root:$6$rounds=5000$salt$hash:19650 is expected to be empty',
      'root:… is expected to be empty',
    ],
    ['what has no requirement', 'No-op', 'No-op'],
  ])('%s', (_promise, text, expected) => {
    expect(descriptionOf(text)).toBe(expected);
  });
});

describe('of a failing test’s message is told', () => {
  test.each([
    ['a number', '\nexpected: 1\n     got: 22\n\n(compared using ==)\n', 'got 22'],
    ['a mode', '\nexpected: 0600\n     got: 0644\n\n(compared using `cmp` matcher)\n', 'got 0644'],
    ['a number in quotation marks', '\nexpected: "1"\n     got: "0"\n', 'got 0'],
    ['true or false', 'expected `File /x.file?` to return true, got false', 'got false'],
    ['nil', '\nexpected: value != nil\n     got: nil\n\n(compared using ==)\n', 'got nil'],
    ['no text', '\nexpected: ""\n     got: "bindpw S3cr3t-Pa55\\n"\n\n(compared using ==)\n', undefined],
    ['no content of a file', 'expected "root:x" to match /^root:[!*]/\nDiff:\n+root:x', undefined],
    ['no list', 'expected ["got: 7\n"] to include "a"', undefined],
    ['what is missing in a profile', 'undefined method `mode` for nil', 'undefined method `mode` for nil'],
    [
      'not the value that a method is missing of',
      'undefined method `mode\' for "root:x":String',
      "undefined method `mode'",
    ],
    ['no message of an author', 'these users have no password: x', undefined],
    ['nothing of what is no text', 3, undefined],
  ])('%s', (_promise, message, expected) => {
    expect(foundIn(message)).toBe(expected);
  });
});

describe('of a message that somebody wrote is told', () => {
  test.each([
    ['all of it', "Can't find file: /etc/docker/daemon.json", "Can't find file: /etc/docker/daemon.json"],
    ['its first line', 'Could not run\nsecret', 'Could not run'],
    ['nothing in quotation marks', `unexpected token at 'pass='abc' x'`, 'unexpected token at …'],
    ['nothing after a quotation mark that does not close', 'cannot parse "secret', 'cannot parse …'],
    ['no list', 'found [secret]', 'found …'],
    ['nothing of what is no text', null, undefined],
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
      for (const told of [descriptionOf, foundIn, writtenMessage]) {
        expect((told(pieces.join('')) ?? '').length).toBeLessThanOrEqual(240);
      }
    }),
  );
});
