import { describe, expect, test } from '@jest/globals';
import {
  DEEPEST_JSON,
  JSON_BOUNDS,
  JsonScan,
  MOST_DOCUMENTS,
  MOST_VALUES,
  type JsonBounds,
} from '../../../../src/results/parse/json/scan.ts';
import { FaultAtOffset, SyntaxFault } from '../../../../src/results/parse/document.ts';
import { faultOf, jsonOf } from '../documents.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Texts that are just within a bound of 5, and texts that are just beyond it. */
const SMALL: readonly (readonly [string, keyof JsonBounds, string, string])[] = [
  ['depth', 'depth', nested(5), nested(6)],
  [
    'depth of objects',
    'depth',
    '{"a":'.repeat(5) + '0' + '}'.repeat(5),
    '{"a":'.repeat(6) + '0' + '}'.repeat(6),
  ],
  ['objects, lists and elements, which count as two', 'values', '[[]]', '[[],{}]'],
  ['values of all documents', 'values', '[][]', '[0][]'],
  ['bytes of a text', 'scalarBytes', '["abc"]', '["abcd"]'],
  ['bytes of a name', 'scalarBytes', '{"abc":0}', '{"abcd":0}'],
  ['bytes of a number', 'scalarBytes', '[12345]', '[123456]'],
  ['documents back to back', 'documents', '[]'.repeat(5), '[]'.repeat(6)],
];

/** Texts whose values count as much as the number says, and not one less. */
const COUNTS: readonly (readonly [string, string, number])[] = [
  ['a number', '0', 1],
  ['a text', '""', 1],
  ['a list and an object in it count as two each', '[{}]', 2 + 2],
  ['so do a text and a number in a list', '["",0]', 2 + 2 + 2],
  ['the members of the first object with their names count three more', '{"a":0,"b":0}', 2 + 2 + 2 * 3],
  ['those of further ones do not', '[{"a":0,"b":0},{"a":1,"b":1}]', 2 + (4 + 6) + 4],
  ['those with the same names in another order do', '[{"a":0,"b":0},{"b":1,"a":1}]', 2 + 2 * (4 + 6)],
  ['those with other names do', '[{"a":0},{"b":0}]', 2 + 2 * (3 + 3)],
  ['those with a number for a name do, and each time', '[{"7":0},{"7":0}]', 2 + (3 + 3 + 3) + (3 + 3)],
  ['all documents count together', '[0][0]', 2 * 4],
];

describe('how much the values of a text count:', () => {
  test.each(COUNTS)('%s', (_what, text, count) => {
    const within = (values: number): boolean => {
      try {
        jsonOf(text, { shortBytes: 0, bounds: { ...JSON_BOUNDS, values } });
        return true;
      } catch (error) {
        if (error instanceof SyntaxFault && error.kind === 'bound') return false;
        throw error;
      }
    };
    expect([within(count), within(count - 1)]).toEqual([true, false]);
  });
});

describe.each([
  ['a text that is scanned first', { shortBytes: 0 }],
  ['a text in pieces', { shortBytes: 0, pieceBytes: 3 }],
])('%s stays within bounds:', (_what, parsing) => {
  test.each(SMALL)('%s', (_bound, name, within, beyond) => {
    const bounds = { ...JSON_BOUNDS, [name]: 5 };
    expect(jsonOf(within, { ...parsing, bounds }).length).toBeGreaterThan(0);
    const { message, kind } = faultOf(() => jsonOf(beyond, { ...parsing, bounds }));
    expect(kind).toBe('bound');
    expect(message).toMatch(/more than 5 /);
  });
});

test('the depth of a short text also has a bound', () => {
  expect(jsonOf(nested(DEEPEST_JSON))).toHaveLength(1);
  const { message, position } = faultOf(() => jsonOf(nested(DEEPEST_JSON + 1)));
  expect(message).toBe('objects and lists are nested more than 128 deep');
  expect(position).toEqual({ line: 1, column: 129 });
});

test.each([1_000, 100_000, 2_000_000])('%d brackets, closed or not, end in a fault', (depth) => {
  expect(faultOf(() => jsonOf('['.repeat(depth))).kind).toBe('bound');
  expect(faultOf(() => jsonOf(nested(depth / 2))).kind).toBe('bound');
});

/** Scans many documents, or a list of many values, without making values. */
function scanned(element: string, times: number, list = true): string {
  const many = Buffer.alloc(element.length * times, element);
  const bytes = list ? Buffer.concat([Buffer.from('['), many, Buffer.from('0]')]) : many;
  try {
    const scan = new JsonScan(bytes, JSON_BOUNDS, Infinity);
    for (let at = 0; at < bytes.length;) at = scan.document(at).end;
    return 'within';
  } catch (error) {
    if (error instanceof FaultAtOffset) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

test.each<[string, string, number, boolean]>([
  [
    '4,510,000 values, where objects, lists and elements of lists count as two',
    '0,',
    MOST_VALUES / 2 - 2,
    true,
  ],
  ['131,072 documents back to back', '[]', MOST_DOCUMENTS, false],
])('%s are read, but not one more', (most, element, times, list) => {
  expect(scanned(element, times, list)).toBe('within');
  expect(scanned(element, times + 1, list)).toBe(`bound: there are more than ${most}`);
});

test('900,000 messages stay within the bounds', () => {
  const element = '{"ruleId":"1","status":"PASSED","cisRuleDetails":"x"},';
  expect(scanned(element, 900_000)).toBe('within');
});

test('blanks and line breaks do not count', () => {
  const blanks = ' \n\r\t'.repeat(2_000_000);
  expect(jsonOf(`[${blanks}{"a":${blanks}1}${blanks},${blanks}2]${blanks}`)[0]?.value).toEqual([{ a: 1 }, 2]);
});
