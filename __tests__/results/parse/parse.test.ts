import { describe, expect, test } from '@jest/globals';
import { looksLikeXml, parseDocuments } from '../../../src/results/parse/parse.ts';
import type { ResultsFile } from '../../../src/results/reading/results-file.ts';
import { rejectionOf, placeOf } from './documents.ts';

const fileOf = (content: string | Uint8Array): ResultsFile => ({
  name: 'results',
  path: '/checkout/results',
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  modified: 0,
  device: 0,
});

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each<[string, string | Uint8Array, boolean]>([
  ['XML', '<a/>', true],
  ['XML after white space', ' \r\n<?xml version="1.0"?>', true],
  ['XML after a byte order mark', '\uFEFF<a/>', true],
  ['XML in UTF-16', utf16('<a/>'), true],
  ['JSON', '{"a": "<a/>"}', false],
  ['nothing', '', false],
])('%s is told from the others by its beginning', (_what, content, expected) => {
  expect(looksLikeXml(fileOf(content).bytes)).toBe(expected);
});

test.each<[string, string | Uint8Array, readonly unknown[]]>([
  ['JSON', '{"a": 1}', [{ a: 1 }]],
  ['JSON after a byte order mark', '\uFEFF[1]', [[1]]],
  ['JSON in UTF-16', utf16('{"a": "ü"}'), [{ a: 'ü' }]],
  ['JSON back to back', '{"a":1}{"a":2}', [{ a: 1 }, { a: 2 }]],
  ['YAML', 'a: 1\n', [{ a: 1 }]],
  ['YAML after a byte order mark', '\uFEFFa: 1\n', [{ a: 1 }]],
  ['YAML in flow style', '{a: 1}', [{ a: 1 }]],
  ['YAML of several documents', 'a: 1\n---\na: 2\n', [{ a: 1 }, { a: 2 }]],
  ['white space', ' \r\n', []],
  ['nothing', '', []],
])('%s is read', async (_what, content, expected) => {
  expect((await parseDocuments(fileOf(content))).map(({ value }) => value)).toEqual(expected);
});

test.each<[string, string, RegExp, number, number]>([
  ['JSON’s fault is told of what begins like JSON', '{\n  "a": [1,\n}', /not well-formed JSON/, 3, 1],
  ['YAML’s fault is told of the rest', 'a: 1\nb: "c', /not well-formed YAML/, 2, 6],
  ['a carriage return alone ends a line', '[1,\r\r  x}', /not well-formed JSON/, 3, 3],
])('%s', async (_promise, text, sentence, line, column) => {
  const failure = await rejectionOf(parseDocuments(fileOf(text)));
  expect(failure.code).toBe('ResultsFileUnreadable');
  expect(failure.sentence).toMatch(sentence);
  expect(failure.sentence).toContain(`line ${line}, column ${column}`);
  const [fault] = failure.faults ?? [];
  expect(fault?.place?.source.locate(fault.place.at)).toEqual({ line, column });
});

test('places count from the file, not from the byte order mark', async () => {
  expect(placeOf((await parseDocuments(fileOf('\uFEFF{"a": 1}')))[0], 'a')).toBe('1:7');
  expect(placeOf((await parseDocuments(fileOf('\uFEFFa: 1')))[0], 'a')).toBe('1:4');
});

describe('a long text that begins like JSON', () => {
  test('is not tried as YAML', async () => {
    const flowStyle = `{a: [${'1, '.repeat(100_000)}1]}`;
    expect((await rejectionOf(parseDocuments(fileOf(flowStyle)))).sentence).toMatch(/not well-formed JSON/);
  });
});
