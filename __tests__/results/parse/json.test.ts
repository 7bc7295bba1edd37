import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../src/results/parse/json.ts';
import { faultIn, placeOf, wellFormed } from './documents.ts';

test('any JSON is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(wellFormed(parseJson(text, 'f')).map(({ value }) => value)).toEqual([JSON.parse(text)]);
    }),
  );
});

const container = fc.oneof(
  fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
);
const space = fc.constantFrom('', ' ', '\n', '\r\n\t');

test('any objects and lists back to back are as many documents, each with its own places', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(container, space), { minLength: 2, maxLength: 4 }), (given) => {
      const texts = given.map(([value, gap]) => [JSON.stringify(value), gap] as const);
      const documents = wellFormed(parseJson(texts.map(([text, gap]) => text + gap).join(''), 'f'));
      expect(documents.map(({ value }) => value)).toEqual(texts.map(([text]) => JSON.parse(text) as unknown));
      let before = '';
      for (const [index, [text, gap]] of texts.entries()) {
        const lines = before.split(/\r\n|\n/);
        expect(placeOf(documents[index])).toBe(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
        before += text + gap;
      }
    }),
  );
});

describe('a value stands', () => {
  const text =
    '{\r\n  "messages": [\r\n    {"ruleId": "1", "details": {"a": 1}},\r\n    {"ruleId": "😀", "x": 2}\r\n  ]\r\n}';
  const [document] = wellFormed(parseJson(text, 'f'));
  test.each<[string, string, readonly (string | number)[]]>([
    ['at the beginning, the document itself', '1:1', []],
    ['at the name of its member, a list', '2:3', ['messages']],
    ['where it begins, an object of a list', '3:5', ['messages', 0]],
    ['at itself, a scalar', '3:16', ['messages', 0, 'ruleId']],
    ['at the name of its member, an object', '3:21', ['messages', 0, 'details']],
    ['after what needs two units', '4:27', ['messages', 1, 'x']],
    ['at its parent, one that is missing', '4:5', ['messages', 1, 'status']],
    ['at its parent, one out of range', '2:3', ['messages', 7]],
    ['at its parent, a member of a scalar', '3:16', ['messages', 0, 'ruleId', 'x']],
  ])('%s: %s', (_where, place, path) => {
    expect(placeOf(document, ...path)).toBe(place);
  });

  test('in its own document, of several back to back', () => {
    const documents = wellFormed(parseJson('{"a":1}\n{"a":2} {"a":3}', 'f'));
    expect(documents.map((one) => placeOf(one, 'a'))).toEqual(['1:6', '2:6', '2:14']);
  });
});

test.each<[string, string, number, RegExp]>([
  ['a comma too many', '{"a":1,}', 7, /member name|value/],
  ['a comma too few', '{"a":1 "b":2}', 7, /comma/],
  ['a colon too few', '{"a" 1}', 5, /colon/],
  ['a comment', '{"a":1 // one\n}', 7, /comments/],
  ['single quotation marks', "{'a':1}", 1, /JSON value|member name/],
  ['a cut string', '{"a":"b', 5, /string does not end/],
  ['a cut object', '{"a":1', 6, /brace/],
  ['a cut list', '[1', 2, /bracket/],
  ['no number', '[01]', 2, /comma|number|end/],
  ['no value', '[NaN]', 1, /JSON value/],
  ['a bad escape', '["\\x"]', 1, /escape/],
  ['a line break in a string', '["a\nb"]', 1, /escaped|end/],
  ['text after the end', '{"a":1} x', 8, /JSON value/],
  ['a closing bracket too many', '{"a":1}]', 7, /JSON value|value is expected/],
  ['a fault in the second of two', '{"a":1}\n{"b":}', 13, /value/],
  ['Python, not JSON', '{"a": None}', 6, /JSON value|value/],
])('%s is told at its place: %j', (_what, text, offset, cause) => {
  const fault = faultIn(parseJson(text, 'f'));
  expect(fault.offset).toBe(offset);
  expect(fault.cause).toMatch(cause);
});

test('no text whatever makes it throw', () => {
  const near = fc.array(fc.constantFrom(...Array.from('{}[]":,1ea\\/* \n\u0000\u2028')), { maxLength: 30 });
  fc.assert(
    fc.property(
      near.map((letters) => letters.join('')),
      (text) => {
        const parsed = parseJson(text, 'f');
        if ('cause' in parsed) expect(parsed.offset).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test('a member called __proto__ is a member, not a prototype', () => {
  const [document] = wellFormed(parseJson('{"__proto__": {"polluted": true}}', 'f'));
  expect(Object.hasOwn(Object(document?.value) as object, '__proto__')).toBe(true);
  expect('polluted' in {}).toBe(false);
});

test.each([1_000, 200_000])('%d brackets end in a value or a fault, never in a crash', (depth) => {
  const unclosed = parseJson('['.repeat(depth), 'f');
  expect(faultIn(unclosed).cause).toMatch(/bracket|value|nested/);
  const parsed = parseJson('['.repeat(depth) + ']'.repeat(depth), 'f');
  if (!('cause' in parsed)) expect(placeOf(parsed[0], 0)).toMatch(/^1:|nowhere/);
});

test('a member that stands twice in one object is told, with the place of the second', () => {
  const [document] = wellFormed(parseJson('{"a": {"b": 1,\n "c": {"b": 2}, "b": 3}, "d": [{"a": 1}]}', 'f'));
  expect(document?.repeatedMembers()).toEqual([{ name: 'b', position: { line: 2, column: 17 } }]);
});

test.each([
  ['whose value has an escaped colon', '{"a": "\\u003a", "a": "\\u003A", "b": "\\u003a"}', 'a'],
  ['whose name has a colon', '{"a:b": 1, "a:b": 2}', 'a:b'],
  ['whose lost value has colons', '{"a": {"b": "::"}, "a": {"b": ""}}', 'a'],
  ['of which one is escaped', '{"a": 1, "\\u0061": 2}', 'a'],
  ['__proto__', '{"__proto__": 1, "__proto__": 2}', '__proto__'],
])('a member that stands twice is told, %s', (_which, text, name) => {
  const [document] = wellFormed(parseJson(text, 'f'));
  expect(document?.repeatedMembers().map((member) => member.name)).toEqual([name]);
});

test('a member is told to stand twice exactly where it does', () => {
  const plain = fc.json();
  const member = fc.tuple(fc.constantFrom('"a"', '"b:"', '"\\u003a"', '":"'), plain);
  fc.assert(
    fc.property(fc.array(member), (members) => {
      const text = `{${members.map(([name, value]) => `${name}: ${value}`).join(', ')}}`;
      const names = members.map(([name]) => String(JSON.parse(name)));
      const expected = names.filter((name, index) => names.indexOf(name) < index);
      const [document] = wellFormed(parseJson(text, 'f'));
      expect(document?.repeatedMembers().map((repeated) => repeated.name)).toEqual(expected);
    }),
  );
});

test('a document that is nested without end has no repeated members, and does not fail', () => {
  const [document] = wellFormed(parseJson('['.repeat(100_000) + ']'.repeat(100_000), 'f'));
  expect(document?.repeatedMembers()).toEqual([]);
});
