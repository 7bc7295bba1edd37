import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DATA_SCANNERS, SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import type { DataScanner, RuleResult } from '../../../src/results/reading/scanner.ts';
import { EXAMPLES } from './examples.ts';

const dataScanners = SCANNERS.filter((scanner): scanner is DataScanner => scanner.kind === 'data');
const examples = dataScanners.flatMap(({ name }) =>
  (EXAMPLES[name] ?? []).map((document, index) => ({ name, index, document })),
);

const resultsOf = (scanner: DataScanner, document: unknown): readonly RuleResult[] =>
  scanner.read(document).flatMap(({ ruleResults }) => ruleResults);

test('every format has an example', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(dataScanners.map(({ name }) => name).sort());
});

test.each(examples)('only $name recognises its example $index', ({ name, document }) => {
  expect(
    dataScanners.filter(({ recognises }) => recognises(document)).map((scanner) => scanner.name),
  ).toEqual([name]);
  expect(UNSUPPORTED.filter(({ recognises }) => recognises(document))).toEqual([]);
});

test.each([[[]], [{}], [null], ['text'], [7], [[null, 1, 'a']], [{ results: [] }], [{ items: [] }]])(
  'no scanner recognises %j',
  (document) => {
    expect(dataScanners.filter(({ recognises }) => recognises(document))).toEqual([]);
  },
);

/** The member names and words in the examples and status tables: random documents are made of them. */
function vocabularyOf(value: unknown): { names: string[]; words: unknown[] } {
  if (Array.isArray(value)) return merged(value.map(vocabularyOf));
  if (typeof value !== 'object' || value === null) return { names: [], words: [value] };
  return merged([{ names: Object.keys(value), words: [] }, ...Object.values(value).map(vocabularyOf)]);
}

function merged(parts: readonly { names: string[]; words: unknown[] }[]): {
  names: string[];
  words: unknown[];
} {
  return { names: parts.flatMap(({ names }) => names), words: parts.flatMap(({ words }) => words) };
}

const vocabulary = vocabularyOf(Object.values(EXAMPLES));
const MEMBERS = [...new Set([...vocabulary.names, '__proto__', 'runs'])];
const WORDS = [
  ...new Set([
    ...vocabulary.words,
    ...dataScanners.flatMap(({ statuses }) => Object.values(statuses).flatMap((table) => Object.keys(table))),
    ...['', 'constructor', null, true, -1.5],
  ]),
];

const { document: anyDocument } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 8, withCrossShrink: true },
    fc.constantFrom<unknown>(...WORDS),
    fc.array(tie('document'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...MEMBERS), tie('document')), { maxLength: 6 }).map((entries) => {
      return Object.fromEntries(entries);
    }),
  ),
}));

test('a document that is read without loading the scanners is not in the format of any of them', () => {
  const part = anyDocument;
  const message = fc.record({ ruleId: part, status: part, cisRuleDetails: part });
  const file = fc.record(
    {
      messages: fc.array(part),
      scanJobId: part,
      scanner: part,
      benchmark: part,
      profile: part,
      platform: part,
    },
    { requiredKeys: ['messages'] },
  );
  fc.assert(
    fc.property(fc.oneof(message, fc.array(message, { minLength: 1 }), file), (document) => {
      expect(FORMATS_ON_DEMAND.isOwn(document)).toBe(true);
      const formats = dataScanners.filter(({ recognises }) => recognises(document));
      expect(formats.map(({ name }) => name)).toEqual(['messages']);
    }),
    { numRuns: 1000 },
  );
  for (const { name, document } of examples.filter((example) => example.name !== 'messages')) {
    expect([name, FORMATS_ON_DEMAND.isOwn(document)]).toEqual([name, false]);
  }
});

describe.each(DATA_SCANNERS)('$name', (scanner) => {
  const own = examples.filter(({ name }) => name === scanner.name);

  test('makes no result from a document of another shape', () => {
    expect(resultsOf(scanner, { hello: 'world' })).toEqual([]);
  });

  test('reads any document without throwing, and gives every result an id', () => {
    fc.assert(
      fc.property(fc.oneof(anyDocument, fc.jsonValue()), (document) => {
        scanner.recognises(document);
        for (const { ruleId, result } of resultsOf(scanner, document)) {
          expect(ruleId).not.toBe('');
          expect(typeof result).toBe('string');
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(own)('makes one PASSED rule from example $index', ({ document }) => {
    expect(resultsOf(scanner, document).map(({ status }) => status)).toEqual(['PASSED']);
  });

  test.each(own)(
    'makes UNKNOWN from every word in example $index that it does not define',
    ({ document }) => {
      const results = resultsOf(scanner, withUndefinedWords(scanner, document));
      expect(results.map(({ status, undefinedWord }) => [status, undefinedWord])).toEqual([
        ['UNKNOWN', expect.stringContaining('strange')],
      ]);
    },
  );
});

/** A document with the undefined word `strange` in each member that holds a verdict: those in the status tables, and counts of failures. */
function withUndefinedWords(scanner: DataScanner, document: unknown): unknown {
  const names = Object.keys(scanner.statuses).map((member) => /[\w-]+(?= |$)/.exec(member)?.[0]);
  const verdicts = new Set([...names, 'TotalFail', 'totalFail', 'success']);
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    // A report within a string.
    if (typeof value === 'string' && value.startsWith('{')) return JSON.stringify(change(JSON.parse(value)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        verdicts.has(name) && typeof inner !== 'object' ? 'strange' : change(inner),
      ]),
    );
  };
  return change(document);
}
