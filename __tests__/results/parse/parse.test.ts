import { describe, expect, test } from '@jest/globals';
import { LONGEST_OTHER_TEXT } from '../../../src/results/parse/lines.ts';
import {
  looksLikeXml,
  parseDocuments,
  parseXmlFile,
  type ParsedFile,
} from '../../../src/results/parse/parse.ts';
import type { ResultsFile } from '../../../src/results/reading/results-file.ts';
import { placeOf, rejectionOf } from './documents.ts';

const fileOf = (content: string | Uint8Array): ResultsFile => ({
  name: 'results',
  path: '/checkout/results',
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  modified: 0,
  device: 0,
});

const parsed = (content: string | Uint8Array): Promise<ParsedFile> =>
  parseDocuments(fileOf(content), { skipsLines: true });
const documentsIn = async (content: string | Uint8Array): Promise<ParsedFile['documents']> =>
  (await parsed(content)).documents;

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each<[string, string | Uint8Array, boolean]>([
  ['XML', '<a/>', true],
  ['XML after white space', ' \r\n<?xml version="1.0"?>', true],
  ['XML after a byte order mark', '\uFEFF<a/>', true],
  ['XML in UTF-16', utf16('<a/>'), true],
  ['JSON', '{"a": "<a/>"}', false],
  ['nothing', '', false],
])('%s is recognised by its beginning', (_what, content, expected) => {
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
  expect((await documentsIn(content)).map(({ value }) => value)).toEqual(expected);
});

test.each<[string, string, RegExp, number, number]>([
  [
    'the JSON fault is reported for a text that begins like JSON',
    '{\n  "a": [1,\n}',
    /not well-formed JSON/,
    3,
    1,
  ],
  ['the YAML fault is reported for any other text', 'a: 1\nb: "c', /not well-formed YAML/, 2, 6],
  ['a carriage return alone ends a line', '[1,\r\r  x}', /not well-formed JSON/, 3, 3],
])('%s', async (_promise, text, sentence, line, column) => {
  const failure = await rejectionOf(parsed(text));
  expect(failure.code).toBe('ResultsFileUnreadable');
  expect(failure.sentence).toMatch(sentence);
  expect(failure.sentence).toContain(`line ${line}, column ${column}`);
  const [fault] = failure.faults ?? [];
  expect(fault?.place?.source.locate(fault.place.at)).toEqual({ line, column });
});

test('places do not count the byte order mark', async () => {
  expect(placeOf((await documentsIn('\uFEFF{"a": 1}'))[0], 'a')).toBe('1:7');
  expect(placeOf((await documentsIn('\uFEFFa: 1'))[0], 'a')).toBe('1:4');
});

describe('a long text that begins like JSON', () => {
  test('is not tried as YAML', async () => {
    const flowStyle = `{a: [${'1, '.repeat(100_000)}1]}`;
    expect((await rejectionOf(parsed(flowStyle))).sentence).toMatch(/not well-formed JSON/);
  });
});

test.each([
  ['at the end of a line', '{"a": 1, // one\n"b": 2}', 1, 10],
  ['on a separate line', '{\n  // one\n  "a": 1\n}', 2, 3],
  ['after a value', '{"a": 1 /* one */}', 1, 9],
])(
  'JSON with a comment %s is not read as YAML, where it would mean something else',
  async (_where, text, line, column) => {
    const { sentence, remedy } = await rejectionOf(parsed(text));
    expect(sentence).toBe(
      `"results" is not well-formed JSON: line ${line}, column ${column}: JSON does not allow comments.`,
    );
    expect(remedy).toMatch(/comments/);
  },
);

describe('only a text that ends too early is reported as such:', () => {
  test.each([
    ['JSON', '{"a": [1, 2', true],
    ['JSON in a string', '{"a": "b', true],
    ['JSON back to back', '{"a": 1}\n{"a":', true],
    ['JSON after other text', 'Pulling\n{"a":', true],
    ['YAML', 'a: [1, 2', true],
    ['JSON with a fault in the middle', '{"a": "b" "c"}', false],
    ['JSON with a fault in the last line', '{"a": 1,\n"b" 2}', false],
    ['YAML with a fault in the middle', 'a: b: c\nd: e', false],
  ])('%s', async (_what, text, isCutOff) => {
    expect((await rejectionOf(parsed(text))).remedy.includes('ends too early')).toBe(isCutOff);
  });

  test.each([
    ['XML', '<a><b>', true],
    ['XML with a fault in the middle', '<a><b></c></a>', false],
  ])('%s', async (_what, text, isCutOff) => {
    const { remedy } = await rejectionOf(parseXmlFile(fileOf(text), []));
    expect(remedy.includes('ends too early')).toBe(isCutOff);
  });
});

test('a text beyond the bounds is reported as too large or too deep, with the place', async () => {
  const { code, sentence, remedy } = await rejectionOf(parsed('['.repeat(1000)));
  expect(code).toBe('ResultsFileUnreadable');
  expect(sentence).toBe(
    '"results" is too large or too deep: line 1, column 129: objects and lists are nested more than 128 deep.',
  );
  expect(remedy).toMatch(/split/);
});

describe('whole lines of other text before JSON', () => {
  const json = '{"Controls": [{"id": "1"}]}';
  test.each<[string, string, number]>([
    [
      'from a logger',
      `I0305 14:01:39 common.go:316] version: "" to "cis-1.10"\nI0305 run.go:40] Checking\n${json}`,
      2,
    ],
    ['from a heading', `ClusterName: prod\nMachine: node-a\n${json}`, 2],
    ['from `docker pull`', `Unable to find image\nlatest: Pulling\n${json}`, 2],
    ['in brackets', `[INFO] Starting\n[12:00:01] Running\n${json}`, 2],
    ['that YAML would read as one text with the JSON', `Starting\n${json.replaceAll(' ', '')}`, 1],
    ['with Windows line breaks', `Starting\r\n${json}\r\n`, 1],
    ['with empty lines among them', `\nStarting\n\n${json}`, 3],
  ])('%s are skipped and counted', async (_what, text, lines) => {
    const { documents, skippedLines } = await parsed(text);
    expect(documents.map(({ value }) => value)).toEqual([JSON.parse(json)]);
    expect(skippedLines).toBe(lines);
    expect(placeOf(documents[0], 'Controls')).toBe(`${lines + 1}:2`);
  });

  test('may be followed by several documents', async () => {
    const { documents } = await parsed(`Starting\n${json}\n${json}\n[\n{}\n]`);
    expect(documents).toHaveLength(3);
  });

  test.each<[string, string, RegExp]>([
    ['if other text follows', `Starting\n${json}\nDone\n`, /JSON: line 3, column 1: other text follows/],
    [
      'if there is other text in the JSON',
      'Starting\n{"Controls": [\nW0305 slow\n]}',
      /JSON: line 3, column 1/,
    ],
    ['if a broken document comes before another', `Starting\n{"a" 1}\n${json}`, /JSON: line 2, column 6/],
    ['if a list of objects is broken', `Starting\n[{"a" 1}]\n${json}`, /JSON: line 2, column 7/],
    ['if the file begins with a broken document', `{"a" 1}\n${json}`, /JSON: line 1, column 6/],
    ['if the document’s line begins with other text', `Starting\nthis: that: ${json}`, /YAML/],
  ])('are not skipped, so that nothing is lost, %s', async (_when, text, sentence) => {
    expect((await rejectionOf(parsed(text))).sentence).toMatch(sentence);
  });

  test('are not skipped if they are YAML with members', async () => {
    const { documents, skippedLines } = await parsed('a: 1\n---\n{"b": 2}');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(skippedLines).toBe(0);
  });

  test('are searched for up to a mebibyte', async () => {
    const line = `${'x'.repeat(63)}\n`;
    const lines = LONGEST_OTHER_TEXT / line.length;
    expect((await parsed(line.repeat(lines - 1) + json)).skippedLines).toBe(lines - 1);
    expect((await rejectionOf(parsed(line.repeat(lines) + json))).sentence).toMatch(/YAML/);
  });
});
