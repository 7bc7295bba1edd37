import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SyntaxFault } from '../../../../src/results/parse/document.ts';
import {
  DEEPEST_YAML,
  LONGEST_YAML,
  MOST_ALIASED_VALUES,
  MOST_YAML_TOKENS,
  YAML_BOUNDS,
} from '../../../../src/results/parse/yaml/yaml.ts';
import { faultOf, placeOf, yamlOf } from '../documents.ts';

const valuesOf = (text: string): readonly unknown[] => yamlOf(text).map(({ value }) => value);

test.each<[string, string, unknown]>([
  ['a rule id that looks like a number keeps its text', 'ruleId: 1.10', { ruleId: '1.10' }],
  ['also in hexadecimal', 'ruleId: 0x1F', { ruleId: '0x1F' }],
  ['also as a whole number', '- ruleId: 0010', [{ ruleId: '0010' }]],
  ['also in flow style', '{ruleId: 1.20, a: 1.20}', { ruleId: '1.20', a: 1.2 }],
  ['also with an exponent', 'ruleId: 1e3', { ruleId: '1e3' }],
  ['also as infinity', 'ruleId: .inf', { ruleId: '.inf' }],
  ['a rule id that looks like a date keeps its text', 'ruleId: 2024-01-01', { ruleId: '2024-01-01' }],
  ['a quoted rule id is the quoted text', 'ruleId: "1.10"', { ruleId: '1.10' }],
  ['an empty rule id is null', 'ruleId:', { ruleId: null }],
  [
    'yes and no are words in YAML 1.2',
    'a: [yes, no, on, off, true]',
    { a: ['yes', 'no', 'on', 'off', true] },
  ],
  ['a leading zero is decimal, 0o is octal', 'a: [010, 0o10]', { a: [10, 8] }],
  ['aliases have the values of their anchors', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
  ['binary is bytes', 'a: !!binary AP+A', { a: Buffer.from([0, 255, 128]) }],
  ['folded binary is bytes', 'a: !!binary |\n  AP\n  +A\n', { a: Buffer.from([0, 255, 128]) }],
  ['a block keeps its lines', 'a: |\n  b\n  c\n', { a: 'b\nc\n' }],
])('%s', (_promise, text, expected) => {
  expect(JSON.stringify(valuesOf(text))).toBe(JSON.stringify([expected]));
});

test.each([
  ['several documents', 'a: 1\n---\na: 2\n...\n---\na: 3\n', 3],
  ['empty documents between others', '---\n---\na: 1\n---\n', 1],
  ['only comments', '# nothing\n', 0],
  ['a document of null', 'null\n', 1],
  ['no text at all', '', 0],
])('%s: empty documents do not count', (_what, text, expected) => {
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

describe('a value is located', () => {
  const text =
    'messages:\r\n  - ruleId: 1.1\r\n    cisRuleDetails:\r\n      a: 1\r\n  - &x\r\n    ruleId: 1.2\r\n  - *x\r\n---\r\nlast: 1\r\n';
  const [first, second] = yamlOf(text);
  test.each<[string, string, readonly (string | number)[]]>([
    ['at the beginning, if it is the document itself', '1:1', []],
    ['at its member name, if it is a list', '1:1', ['messages']],
    ['where it begins, if it is a mapping in a list', '2:5', ['messages', 0]],
    ['where it begins, if it is a scalar', '2:13', ['messages', 0, 'ruleId']],
    ['at its member name, if it is a mapping', '3:5', ['messages', 0, 'cisRuleDetails']],
    ['at its anchor, if it is behind an alias', '6:13', ['messages', 2, 'ruleId']],
    ['at its parent, if it is missing', '2:5', ['messages', 0, 'status']],
  ])('%s: %s', (_where, place, path) => {
    expect(placeOf(first, ...path)).toBe(place);
  });

  test('in its own document, if there are several', () => {
    expect(placeOf(second, 'last')).toBe('9:7');
  });
});

test.each<[string, string, string, RegExp]>([
  ['a tab as indentation', 'a:\n\tb: 1', '2:1', /^Tabs are not allowed as indentation$/],
  ['a member twice', 'a: 1\na: 2', '2:1', /^a key is repeated in one mapping$/],
  ['a colon in unquoted text', 'a: Ensure that x: y', '1:4', /": ".* put the text in quotation marks$/],
  ['a colon after quotation marks', 'a: "x" is: y', '1:4', /": ".* put the text in quotation marks$/],
  ['a colon in flow style', '[{a: Ensure: y}]', '1:6', /": ".* put the text in quotation marks$/],
  ['a backtick', 'a: `x`', '1:4', /put the text in quotation marks$/],
  [
    'a !!binary that is not base64',
    '- a\n- !!binary "no ** base64"',
    '2:12',
    /^this !!binary is not base64$/,
  ],
])('%s is a fault at its place', (_what, text, place, cause) => {
  const { message, position, kind } = faultOf(() => yamlOf(text));
  expect(message).toMatch(cause);
  expect(`${position.line}:${position.column}`).toBe(place);
  expect(kind).toBe('other');
});

test.each([
  ['a string', 'a: "b\n', /quote/],
  ['a list', 'a: [1,\n', /\]/],
  ['a mapping', '{a: 1', /\}/],
])('a text that ends within %s is reported as ending too early', (_what, text, cause) => {
  const { message, kind } = faultOf(() => yamlOf(text));
  expect(message).toMatch(cause);
  expect(kind).toBe('end');
});

describe('YAML has bounds:', () => {
  const bounds = { ...YAML_BOUNDS, tokens: 30, depth: 3, documents: 2, bytes: 60 };
  test.each<[string, string, string, RegExp]>([
    ['lists in flow style', '[[[a]]]', '[[[[a]]]]', /^mappings and lists are nested more than 3 deep$/],
    ['mappings in flow style', '{a: {b: {}}}', '{a: {b: {c: {}}}}', /more than 3 deep/],
    ['lists', '- - - a', '- - - - a', /more than 3 deep/],
    ['mappings', 'a:\n b:\n  c:', 'a:\n b:\n  c:\n   d:', /more than 3 deep/],
    ['lists that never end', '[]', '['.repeat(50), /more than 3 deep/],
    ['tokens', '[1,2,3,4,5]', '[1,2,3,4,5,6,7,8,9,10,11]', /^there are more than 30 tokens/],
    [
      'brackets that open, each of which counts as three tokens',
      '[[],[]]',
      '[[],[],[],[],[],[]]',
      /more than 30 tokens/,
    ],
    ['line breaks', `a: 1${'\n'.repeat(10)}`, `a: 1${'\n'.repeat(30)}`, /more than 30 tokens/],
    ['documents', '--- a\n--- b', '--- a\n--- b\n--- c', /more than 2 documents/],
    [
      'bytes',
      `a: ${'x'.repeat(57)}`,
      `a: ${'x'.repeat(58)}`,
      /^YAML of more than 60 bytes is not supported; write JSON instead$/,
    ],
    ['bytes, not characters', `a: ${'ü'.repeat(28)}`, `a: ${'ü'.repeat(29)}`, /more than 60 bytes/],
  ])('%s', (_what, within, beyond, message) => {
    expect(yamlOf(within, bounds).length).toBeGreaterThan(0);
    const fault = faultOf(() => yamlOf(beyond, bounds));
    expect(fault.message).toMatch(message);
    expect(fault.kind).toBe('bound');
  });

  const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  test('the real bounds are exact', () => {
    expect(yamlOf(lists(DEEPEST_YAML))).toHaveLength(1);
    expect(faultOf(() => yamlOf(lists(DEEPEST_YAML + 1))).message).toMatch(/more than 128 deep/);
    expect(faultOf(() => yamlOf('\n'.repeat(MOST_YAML_TOKENS + 1))).message).toMatch(/1,048,576 tokens/);
    expect(faultOf(() => yamlOf('#'.repeat(LONGEST_YAML + 1))).message).toMatch(/4,194,304 bytes/);
    expect(yamlOf('#'.repeat(LONGEST_YAML))).toHaveLength(0);
  });

  test('the tokens of 10,000 messages with details are read', () => {
    // A message of seven members has 64 tokens, including blanks, indicators and line breaks.
    expect(MOST_YAML_TOKENS).toBeGreaterThan(10_000 * 64);
  });

  test.each<[string, string]>([
    ['brackets', '['.repeat(4_000_000)],
    ['brackets in a member', `a: ${'['.repeat(4_000_000)}`],
    ['closed brackets', lists(2_000_000)],
    ['list items', '- '.repeat(2_000_000)],
    ['mappings', '{a: '.repeat(1_000_000)],
  ])('4 MB of %s are refused because of their depth', (_what, text) => {
    const { kind, position } = faultOf(() => yamlOf(text));
    expect(kind).toBe('bound');
    expect(position.column).toBeLessThan(1000);
  });

  test('the first of many faults is reported', () => {
    expect(faultOf(() => yamlOf('*a{? '.repeat(1000))).position).toEqual({ line: 1, column: 3 });
  });
});

describe('aliases', () => {
  test.each([
    ['a text', 'a: &x b\nc: *x', { a: 'b', c: 'b' }],
    ['a list with an alias in it', '- &x a\n- &y [*x, *x]\n- *y', ['a', ['a', 'a'], ['a', 'a']]],
    ['the last earlier anchor of the name', '- &x a\n- &x b\n- *x\n- &x c', ['a', 'b', 'b', 'c']],
    ['an anchor within another of the same name', '- &x [&x a]\n- *x', [['a'], 'a']],
    ['a key', '&x a: 1\nb: {*x : 2}', { a: 1, b: { a: 2 } }],
  ])('can refer to %s', (_what, text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  const aliases = (times: number): string => `- &a [x]\n${'- *a\n'.repeat(times)}`;

  test('can expand to 10,000 values', () => {
    expect(yamlOf(aliases(MOST_ALIASED_VALUES / 2))).toHaveLength(1);
    const { message, kind, position } = faultOf(() => yamlOf(aliases(MOST_ALIASED_VALUES / 2 + 1)));
    expect(message).toBe('aliases expand to too many values');
    expect(kind).toBe('bound');
    expect(position.line).toBe(5002);
  });

  test('that expand exponentially are refused', () => {
    const laughs = Array.from({ length: 12 }, (_, index) => {
      const ten = Array(10).fill(`*a${index}`).join(', ');
      return `a${index + 1}: &a${index + 1} [${ten}]`;
    });
    const bomb = ['a0: &a0 [x]', ...laughs].join('\n');
    expect(faultOf(() => yamlOf(bomb)).message).toMatch(/aliases/);
  });

  test.each([
    ['a value that contains them', 'a: &a\n  b: *a\n', '2:6', /a value that contains it/],
    ['a value that comes after them', '- *a\n- &a b', '1:3', /no anchor/],
    ['nothing', 'a: *nothing', '1:4', /no anchor/],
  ])('to %s are a fault', (_what, text, place, cause) => {
    const { message, position } = faultOf(() => yamlOf(text));
    expect(message).toMatch(cause);
    expect(`${position.line}:${position.column}`).toBe(place);
  });
});

test.each([
  ['a number', '1.10: a\n1.1: b', { '1.10': 'a', '1.1': 'b' }],
  ['nothing', '? \n: a', { '': 'a' }],
  ['true', 'true: a', { true: 'a' }],
])('a member name keeps its text: %s', (_what, text, expected) => {
  expect(valuesOf(text)).toEqual([expected]);
});

test('a key that is a list is a fault', () => {
  expect(faultOf(() => yamlOf('? [a]\n: b')).message).toBe('a key must be text');
});

test('a member called __proto__ or a merge key pollutes nothing', () => {
  valuesOf('__proto__: {polluted: true}\n<<: {__proto__: {polluted: true}}\n');
  expect('polluted' in {}).toBe(false);
});

test('every text is read or has a syntax fault', () => {
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
        try {
          yamlOf(text);
        } catch (error) {
          if (!(error instanceof SyntaxFault)) throw error;
        }
      },
    ),
  );
});

test('a !!binary over several lines is read', () => {
  const folded = yamlOf('!!binary |\n  aGVs\n  bG8=\n');
  expect(folded).toMatchObject([{ value: Buffer.from('hello') }]);
});

test('a key that is repeated in one mapping is refused at the second place', () => {
  const fault = faultOf(() => yamlOf('- status: FAILED\n  ruleId: a\n  status: PASSED\n'));
  expect(fault.message).toBe('a key is repeated in one mapping');
  expect(fault.position).toEqual({ line: 3, column: 3 });
});

test('parsing does not change the length of error stacks', () => {
  const before = Error.stackTraceLimit;
  yamlOf('a: b');
  expect(Error.stackTraceLimit).toBe(before);
});
