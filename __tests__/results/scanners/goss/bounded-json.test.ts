import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundedJson } from '../../../../src/results/scanners/goss/bounded-json.ts';

test('a text within the limit is the JSON text, and a longer one begins like it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat({ max: 60 }), (value, limit) => {
      const json = JSON.stringify(value);
      const text = boundedJson(value, limit);
      if (json.length <= limit) expect(text).toBe(json);
      else expect(text.length).toBeGreaterThan(limit);
      expect(text.slice(0, limit)).toBe(json.slice(0, limit));
    }),
  );
});

test.each<[string, unknown]>([
  ['a deep list', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
  ['a deep object', JSON.parse('{"":'.repeat(50_000) + '1' + '}'.repeat(50_000))],
  ['a long list', Array.from({ length: 100_000 }, () => ['text'])],
  ['a long text', 'a'.repeat(1_000_000)],
])('only a little of %s is written', (_what, value) => {
  expect(boundedJson(value, 100).length).toBeLessThan(400);
});

test.each<[string, unknown, string]>([
  ['a large integer from YAML', 12n, '12'],
  ['bytes', new Uint8Array([1]), 'null'],
  ['nothing', undefined, 'null'],
  ['not a number', Number.NaN, 'null'],
])('%s is written too', (_what, value, text) => {
  expect(boundedJson(value, 100)).toBe(text);
});
