import { describe, expect, test } from '@jest/globals';
import {
  DEEPEST_JSON,
  JSON_BOUNDS,
  JsonScan,
  MOST_CONTAINERS,
  MOST_DOCUMENTS,
  MOST_UNSHARED_MEMBERS,
  MOST_VALUES,
  type JsonBounds,
} from '../../../../src/results/parse/json/scan.ts';
import { FaultAtOffset } from '../../../../src/results/parse/document.ts';
import { faultOf, jsonOf } from '../documents.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const listOf = (element: string, times: number): string => `[${Array(times).fill(element).join(',')}]`;
const namesFrom = (first: number, times: number): string =>
  `{${Array.from({ length: times }, (_, index) => `"n${first + index}":0`).join(',')}}`;

/** Texts that are just within a bound of 5, and texts that are just beyond it. */
const SMALL: readonly (readonly [string, keyof JsonBounds, string, string])[] = [
  ['depth', 'depth', nested(5), nested(6)],
  [
    'depth of objects',
    'depth',
    '{"a":'.repeat(5) + '0' + '}'.repeat(5),
    '{"a":'.repeat(6) + '0' + '}'.repeat(6),
  ],
  ['values', 'values', '[0,"",null,true]', '[0,"",null,true,1]'],
  ['values in members', 'values', '{"a":0,"b":{"c":[0]}}', '{"a":0,"b":{"c":[0,0]}}'],
  ['values of all documents', 'values', '[0][0][]', '[0][0][0]'],
  ['objects and lists', 'containers', '[[],{},[],{}]', '[[],{},[],{},[]]'],
  ['objects and lists of all documents', 'containers', '[[]][[]][]', '[[]][[]][[]]'],
  ['members of objects unlike all others', 'unsharedMembers', namesFrom(1, 5), namesFrom(1, 6)],
  [
    'objects that are each unlike all others',
    'unsharedMembers',
    `[${[1, 2, 3, 4, 5].map((first) => namesFrom(first, 1)).join(',')}]`,
    `[${[1, 2, 3, 4, 5, 6].map((first) => namesFrom(first, 1)).join(',')}]`,
  ],
  [
    'the same names in another order',
    'unsharedMembers',
    '[{"a":0,"b":0},{"a":1,"b":1}]',
    '[{"a":0,"b":0,"c":0},{"c":0,"b":0,"a":0}]',
  ],
  ['names that are numbers', 'unsharedMembers', listOf('{"a":0}', 9), listOf('{"7":0}', 6)],
  ['bytes of a string', 'scalarBytes', '["abc"]', '["abcd"]'],
  ['bytes of a name', 'scalarBytes', '{"abc":0}', '{"abcd":0}'],
  ['bytes of a number', 'scalarBytes', '[12345]', '[123456]'],
  ['documents back to back', 'documents', '[]'.repeat(5), '[]'.repeat(6)],
];

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
  ['8,388,608 values', '0,', MOST_VALUES - 2, true],
  ['2,621,440 objects and lists', '[],', MOST_CONTAINERS - 1, true],
  ['1,048,576 members of objects that are unlike all others', '{"1":0},', MOST_UNSHARED_MEMBERS - 1, true],
  ['131,072 documents back to back', '[]', MOST_DOCUMENTS, false],
])('%s are read, but not one more', (most, element, times, list) => {
  expect(scanned(element, times, list)).toBe('within');
  expect(scanned(element, times + 1, list)).toBe(`bound: there are more than ${most}`);
});

test('a real file of 256 MiB stays within the bounds, by its counts per byte', () => {
  // The fewest bytes per value, and per object or list, in ASFF, OCSF, InSpec and kube-bench.
  const mebibyte = 1024 * 1024;
  expect(MOST_VALUES).toBeGreaterThanOrEqual((256 * mebibyte) / 32);
  expect(MOST_CONTAINERS).toBeGreaterThanOrEqual((256 * mebibyte) / 103);
});

test('blanks and line breaks do not count', () => {
  const blanks = ' \n\r\t'.repeat(2_000_000);
  expect(jsonOf(`[${blanks}{"a":${blanks}1}${blanks},${blanks}2]${blanks}`)[0]?.value).toEqual([{ a: 1 }, 2]);
});
