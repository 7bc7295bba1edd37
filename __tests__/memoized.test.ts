import { expect, test } from '@jest/globals';
import { memoized } from '../src/memoized.ts';

test('each object is computed once, and objects that are equal are not mixed up', () => {
  const computed: object[] = [];
  const value = memoized((key: { readonly name: string }) => {
    computed.push(key);
    return key.name === 'none' ? undefined : computed.length;
  });
  const [one, equal, none] = [{ name: 'a' }, { name: 'a' }, { name: 'none' }];
  expect([one, one, equal, one, none, none].map(value)).toEqual([1, 1, 2, 1, undefined, undefined]);
  expect(computed).toEqual([one, equal, none]);
});
