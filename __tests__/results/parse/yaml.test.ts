import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseYaml } from '../../../src/results/parse/yaml.ts';
import { faultIn, placeOf, wellFormed } from './documents.ts';

const valuesOf = (text: string): readonly unknown[] =>
  wellFormed(parseYaml(text, 'f')).map(({ value }) => value);

test.each<[string, string, unknown]>([
  ['a rule id that looks like a number is its text', 'ruleId: 1.10', { ruleId: '1.10' }],
  ['also in hexadecimal', 'ruleId: 0x1F', { ruleId: '0x1F' }],
  ['also when it is whole', '- ruleId: 0010', [{ ruleId: '0010' }]],
  ['also in flow style', '{ruleId: 1.20, a: 1.20}', { ruleId: '1.20', a: 1.2 }],
  ['also with an exponent', 'ruleId: 1e3', { ruleId: '1e3' }],
  ['also when it is infinite', 'ruleId: .inf', { ruleId: '.inf' }],
  ['a rule id that looks like a date is its text', 'ruleId: 2024-01-01', { ruleId: '2024-01-01' }],
  ['a quoted rule id is as quoted', 'ruleId: "1.10"', { ruleId: '1.10' }],
  ['a rule id of nothing is null', 'ruleId:', { ruleId: null }],
  [
    'yes and no are words in YAML 1.2',
    'a: [yes, no, on, off, true]',
    { a: ['yes', 'no', 'on', 'off', true] },
  ],
  ['a leading zero is decimal, 0o is octal', 'a: [010, 0o10]', { a: [10, 8] }],
  ['aliases stand for their anchors', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
  ['binary is bytes', 'a: !!binary AP+A', { a: Buffer.from([0, 255, 128]) }],
  ['folded binary is bytes', 'a: !!binary |\n  AP\n  +A\n', { a: Buffer.from([0, 255, 128]) }],
  ['a block keeps its lines', 'a: |\n  b\n  c\n', { a: 'b\nc\n' }],
])('%s', (_promise, text, expected) => {
  expect(JSON.stringify(valuesOf(text))).toBe(JSON.stringify([expected]));
});

test.each([
  ['several documents', 'a: 1\n---\na: 2\n...\n---\na: 3\n', 3],
  ['empty documents between others', '---\n---\na: 1\n---\n', 1],
  ['comments only', '# nothing\n', 0],
  ['a document of null', 'null\n', 1],
  ['no text at all', '', 0],
])('%s: as many documents as hold something', (_what, text, expected) => {
  expect(valuesOf(text)).toHaveLength(expected);
});

test('any JSON is YAML with the same value', () => {
  const named = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(named, (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(valuesOf(text)[0])).toBe(text);
    }),
  );
});

describe('a value stands', () => {
  const text =
    'messages:\r\n  - ruleId: 1.1\r\n    cisRuleDetails:\r\n      a: 1\r\n  - &x\r\n    ruleId: 1.2\r\n  - *x\r\n---\r\nlast: 1\r\n';
  const [first, second] = wellFormed(parseYaml(text, 'f'));
  test.each<[string, string, readonly (string | number)[]]>([
    ['at the beginning, the document itself', '1:1', []],
    ['at the name of its member, a list', '1:1', ['messages']],
    ['where it begins, an object of a list', '2:5', ['messages', 0]],
    ['at itself, a scalar', '2:13', ['messages', 0, 'ruleId']],
    ['at the name of its member, a mapping', '3:5', ['messages', 0, 'cisRuleDetails']],
    ['at its anchor, behind an alias', '6:13', ['messages', 2, 'ruleId']],
    ['at its parent, one that is missing', '2:5', ['messages', 0, 'status']],
  ])('%s: %s', (_where, place, path) => {
    expect(placeOf(first, ...path)).toBe(place);
  });

  test('in its own document, of several', () => {
    expect(placeOf(second, 'last')).toBe('9:7');
  });
});

test.each<[string, string, RegExp]>([
  ['a tab as indentation', 'a:\n\tb: 1', /tab/i],
  ['a member twice', 'a: 1\na: 2', /twice/],
  ['a string without end', 'a: "b', /quote|"/i],
  ['an alias of nothing', 'a: *nothing', /alias/i],
  ['a mapping inside a value', 'a: b: c', /mapping/i],
  ['a list without end', 'a: [', /flow|\]/i],
])('%s is a fault', (_what, text, cause) => {
  const fault = faultIn(parseYaml(text, 'f'));
  expect(fault.cause).toMatch(cause);
  expect(fault.offset).toBeLessThanOrEqual(text.length);
});

describe('a hostile document ends in a fault:', () => {
  const laughs = (depth: number): string =>
    ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
      .concat(
        Array.from({ length: depth }, (_, index) => {
          const alias = `*a${index}`;
          return `a${index + 1}: &a${index + 1} [${Array<string>(10).fill(alias).join(', ')}]`;
        }),
      )
      .join('\n');

  test('a bomb of aliases', () => {
    expect(faultIn(parseYaml(laughs(12), 'f')).cause).toMatch(/aliases/);
  });

  test.each([
    ['lists', '['.repeat(20_000)],
    ['closed lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['mappings', '{a: '.repeat(20_000)],
    ['block lists', '- '.repeat(20_000)],
  ])('endless nesting of %s', (_what, text) => {
    expect(faultIn(parseYaml(text, 'f')).cause).not.toBe('');
  });

  test('an alias of its own parent', () => {
    const parsed = parseYaml('a: &a\n  b: *a\n', 'f');
    expect('cause' in parsed || parsed.length === 1).toBe(true);
  });
});

test('a member called __proto__ or a merge key pollutes nothing', () => {
  valuesOf('__proto__: {polluted: true}\n<<: {__proto__: {polluted: true}}\n');
  expect('polluted' in {}).toBe(false);
});

test('no text whatever makes it throw', () => {
  const near = fc.array(
    fc.constantFrom(...Array.from('{}[]":,1a-&*!|>#%? \n\t'), '\u0000', '---\n', '!!binary ', '<<: '),
    {
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(
      near.map((parts) => parts.join('')),
      (text) => {
        const parsed = parseYaml(text, 'f');
        expect('cause' in parsed || parsed.length >= 0).toBe(true);
      },
    ),
  );
});

test('a !!binary that is no base64 is refused at its place, because other bytes would be made of it', () => {
  const fault = parseYaml('- a\n- !!binary "no ** base64"', 'f');
  expect(fault).toMatchObject({ cause: 'this !!binary is not base64', offset: 15 });
});

test('a !!binary over several lines is read', () => {
  const folded = parseYaml('!!binary |\n  aGVs\n  bG8=\n', 'f');
  expect(folded).toMatchObject([{ value: Buffer.from('hello') }]);
});

test('a key that stands twice in one mapping is refused at the second', () => {
  expect(parseYaml('- status: FAILED\n  ruleId: a\n  status: PASSED\n', 'f')).toEqual({
    cause: 'a key stands twice in one mapping',
    offset: 31,
  });
});
