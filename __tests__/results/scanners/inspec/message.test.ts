import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutInspections } from '../../../../src/results/scanners/inspec/message.ts';

test.each([
  ['a message stays', 'expected: 600 got: 644', 'expected: 600 got: 644'],
  [
    'a Ruby object is only named',
    '#<Mash Env=["TOKEN=x"]> ["User"] should eq "a"',
    '#<Mash> ["User"] should eq "a"',
  ],
  ['objects in objects go too', '#<A b=#<B c={"d"=>1}> e="f"> should exist', '#<A> should exist'],
  ['an object that does not end takes the rest along', 'x #<A b=1', 'x #<A>'],
  ['what follows "Diff:" goes', 'expected a\n   Diff:\n@@ secret', 'expected a'],
  ['white space becomes single spaces', '\nexpected: 1\n     got: 2\n', 'expected: 1 got: 2'],
  ['what is no text is nothing', 3, undefined],
])('%s', (_promise, message, expected) => {
  expect(withoutInspections(message)).toBe(expected);
});

test('any message becomes a short one', () => {
  const piece = fc.constantFrom('#<', '>', '=>', '#', '<', 'a', ' ', '\n Diff:', '😀');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      expect((withoutInspections(pieces.join('')) ?? '').length).toBeLessThanOrEqual(240);
    }),
  );
});
