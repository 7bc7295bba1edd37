import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_REPEATED } from '../../../../src/results/parse/json/document.ts';
import type { JsonParsing } from '../../../../src/results/parse/json/json.ts';
import { faultOf, jsonOf, placeOf } from '../documents.ts';

/** Ways to read a text: as a short text, in one piece, or in pieces of a few bytes. */
const WAYS: readonly (readonly [string, JsonParsing])[] = [
  ['as a short text', {}],
  ['in one piece', { shortBytes: 0 }],
  ['in pieces of 40 bytes', { shortBytes: 0, pieceBytes: 40 }],
  ['in pieces of a byte', { shortBytes: 0, pieceBytes: 1 }],
];

/** Node 24 (V8 13.6) confuses a name that ends in `"` with one that ends in `\`, if an earlier object had the latter. */
const isReadRightByNode24 = (text: string): boolean => !/\\["\\]"\s*:/.test(text);

const json = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t', ' \n\r\t'))
  .map(([text, space]) => JSON.stringify(JSON.parse(text), undefined, space))
  .filter(isReadRightByNode24);

describe.each(WAYS)('%s,', (_way, parsing) => {
  test('any JSON is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(jsonOf(text, parsing).map(({ value }) => value)).toEqual([JSON.parse(text)]);
      }),
    );
  });

  const container = fc
    .oneof(
      fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    )
    .filter((value) => isReadRightByNode24(JSON.stringify(value)));
  const space = fc.constantFrom('', ' ', '\n', '\r\n\t');

  test('concatenated objects and lists are separate documents, each with the right places', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(container, space), { minLength: 2, maxLength: 4 }), (given) => {
        const texts = given.map(([value, gap]) => [JSON.stringify(value), gap] as const);
        const documents = jsonOf(texts.map(([text, gap]) => text + gap).join(''), parsing);
        expect(documents.map(({ value }) => value)).toEqual(
          texts.map(([text]) => JSON.parse(text) as unknown),
        );
        let before = '';
        for (const [index, [text, gap]] of texts.entries()) {
          const lines = before.split(/\r\n|\n/);
          expect(placeOf(documents[index])).toBe(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
          before += text + gap;
        }
      }),
    );
  });

  test('every text that JSON.parse refuses is refused, and every text that it accepts is accepted', () => {
    const letters = fc.constantFrom(...Array.from('{}[]":,01e-+.tnul\\/* \n\u0001\u2028'), 'true', '"a"');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (isJson(text)) jsonOf(text, parsing);
        // Unlike JSON.parse, we accept several documents in one text, unless they are scalars.
        else if (!/[\]}]\s*[[{]/.test(text)) expect(() => jsonOf(text, parsing)).toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  test('a member called __proto__ is a member, not a prototype', () => {
    const [document] = jsonOf('{"__proto__": {"polluted": true}, "a": [1, {"__proto__": 2}]}', parsing);
    expect(document?.value).toEqual(
      JSON.parse('{"__proto__": {"polluted": true}, "a": [1, {"__proto__": 2}]}'),
    );
    expect(Object.hasOwn(Object(document?.value) as object, '__proto__')).toBe(true);
    expect('polluted' in {}).toBe(false);
  });

  test('the last of repeated members counts', () => {
    expect(jsonOf('{"a": 1, "b": [0, 1, 2], "a": [1, 2, 3]}', parsing)[0]?.value).toEqual({
      a: [1, 2, 3],
      b: [0, 1, 2],
    });
  });

  test('repeated members are reported with their path and place', () => {
    const [document] = jsonOf(
      '{"a": {"b": 1,\n "c": {"b": 2}, "b": 3}, "d": [0, {"a": 1, "\\u0061": ":"}, {"x": "\\"y\\": 1"}]}',
      parsing,
    );
    expect(document?.repeatedMembers()).toEqual([
      { name: 'b', path: ['a', 'b'], position: { line: 2, column: 17 }, earlier: expect.any(Function) },
      { name: 'a', path: ['d', 1, 'a'], position: { line: 2, column: 44 }, earlier: expect.any(Function) },
    ]);
    expect(document?.repeatedMembers().map(({ earlier }) => earlier())).toEqual([1, 1]);
  });

  test('every repeated member is reported, and no other', () => {
    const member = fc.tuple(
      fc.constantFrom('a', 'b', '"a', '\\b', ':', '\\":', '__proto__'),
      fc.json({ maxDepth: 1 }).filter(isReadRightByNode24),
    );
    fc.assert(
      fc.property(fc.array(member, { maxLength: 5 }), (members) => {
        const text = `[{${members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(',')}}]`;
        const names = members.map(([name]) => name);
        const repeated = names.filter((name, index) => names.indexOf(name) < index);
        const reported = jsonOf(text, parsing)[0]
          ?.repeatedMembers()
          .map(({ path }) => path);
        expect(reported).toEqual(expect.arrayContaining(repeated.map((name) => [0, name])));
        expect(reported?.filter(([, ...more]) => more.length === 1)).toHaveLength(repeated.length);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

test('the number of repeated members that are reported is limited', () => {
  const text = `{${'"a":1,'.repeat(MOST_REPEATED + 5)}"b":1}`;
  expect(jsonOf(text)[0]?.repeatedMembers()).toHaveLength(MOST_REPEATED);
});

describe('a value is located', () => {
  const text =
    '{\r\n  "messages": [\r\n    {"ruleId": "1", "details": {"a": 1}},\r\n    {"ruleId": "😀", "x": 2}\r\n  ]\r\n}';
  const [document] = jsonOf(text);
  test.each<[string, string, readonly (string | number)[]]>([
    ['at the beginning, if it is the document itself', '1:1', []],
    ['at its member name, if it is a list', '2:3', ['messages']],
    ['where it begins, if it is an object in a list', '3:5', ['messages', 0]],
    ['where it begins, if it is a scalar', '3:16', ['messages', 0, 'ruleId']],
    ['at its member name, if it is an object', '3:21', ['messages', 0, 'details']],
    ['after a character of two UTF-16 units', '4:27', ['messages', 1, 'x']],
    ['at its parent, if it is missing', '4:5', ['messages', 1, 'status']],
    ['at its parent, if its index is out of range', '2:3', ['messages', 7]],
    ['at its parent, if that is a scalar', '3:16', ['messages', 0, 'ruleId', 'x']],
    ['at its parent, if that is a list', '2:3', ['messages', 'x']],
  ])('%s: %s', (_where, place, path) => {
    expect(placeOf(document, ...path)).toBe(place);
  });

  test('in its own document, if there are several', () => {
    const documents = jsonOf('{"a":1}\n{"a":2} {"a":3}');
    expect(documents.map((one) => placeOf(one, 'a'))).toEqual(['1:6', '2:6', '2:14']);
  });

  test('at the last of repeated members, whose value counts', () => {
    expect(placeOf(jsonOf('{"a":1,\n"a":2}')[0], 'a')).toBe('2:5');
  });

  test('at its place in the file, if its document does not begin the file', () => {
    expect(placeOf(jsonOf('text\n{"a": 1}', { start: 5 })[0], 'a')).toBe('2:7');
  });
});

test.each<[string, string, string, RegExp]>([
  ['a comma too many', '{"a":1,}', '1:8', /^a member name in double quotation marks is expected$/],
  ['a comma too many in a list', '[1,]', '1:4', /^a value is expected$/],
  ['a comma too few', '{"a":1 "b":2}', '1:8', /^a comma or "}" is expected$/],
  ['a colon too few', '{"a" 1}', '1:6', /^a colon is expected$/],
  ['a comment', '{"a":1 // one\n}', '1:8', /^JSON does not allow comments$/],
  ['a comment before a name', '{\n/* one */ "a":1}', '2:1', /^JSON does not allow comments$/],
  ['single quotation marks', "{'a':1}", '1:2', /double quotation marks/],
  ['not a number', '[01]', '1:3', /^a comma or "]" is expected$/],
  ['a number without digits', '[1.]', '1:4', /^a digit is expected$/],
  ['not a value', '[NaN]', '1:2', /^a value is expected$/],
  ['a bad escape', '["\\x"]', '1:3', /^this is not an escape sequence$/],
  ['a bad Unicode escape', '["\\u12G4"]', '1:3', /four hexadecimal digits/],
  ['a line break in a string', '["a\nb"]', '1:4', /a line break, which must be escaped/],
  ['a control character in a string', '["a\u0001"]', '1:4', /a control character, which/],
  ['text after the end', '{"a":1} x', '1:9', /^other text follows the document$/],
  ['a closing bracket too many', '{"a":1}]', '1:8', /^other text follows the document$/],
  ['a fault in the second of two', '{"a":1}\n{"b":}', '2:6', /^a value is expected$/],
  ['Python, not JSON', '{"a": None}', '1:7', /^a value is expected$/],
])('%s is reported at its place: %j', (_what, text, place, cause) => {
  const { message, position, kind } = faultOf(() => jsonOf(text));
  expect(`${position.line}:${position.column}`).toBe(place);
  expect(message).toMatch(cause);
  expect(kind).toBe(message.includes('comment') ? 'comment' : 'other');
});

test.each([
  ['a string', '{"a":"b', '1:6'],
  ['an escape sequence', '{"a":"b\\', '1:8'],
  ['a Unicode escape', '{"a":"b\\u12', '1:8'],
  ['an object', '{"a":1', '1:7'],
  ['a list', '[1,\n', '2:1'],
  ['a member', '{"a":', '1:6'],
  ['a number', '[-', '1:3'],
])('a text that ends within %s is reported as ending too early', (_what, text, place) => {
  const { position, kind } = faultOf(() => jsonOf(text));
  expect(`${position.line}:${position.column}`).toBe(place);
  expect(kind).toBe('end');
});
