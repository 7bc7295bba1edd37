import { describe, expect, test } from '@jest/globals';
import { isRecord } from '../../../src/json.ts';
import type { DataScanner } from '../../../src/results/reading/scanner.ts';
import { DATA_SCANNERS } from '../../../src/results/scanners/index.ts';
import { EXAMPLES } from './examples.ts';
import { isSilent, CHANGES_OF_MEANING, outcomeOf } from './outcome.ts';

/** A document with one change, and what was changed. */
interface Change {
  readonly what: string;
  readonly document: unknown;
}

type Path = readonly (string | number)[];

/** Richer documents than the examples, for formats with more members that matter. */
const DOCUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  inspec: [
    {
      platform: { name: 'ubuntu', target_id: 'host' },
      profiles: [
        {
          name: 'overlay',
          status: 'loaded',
          depends: [{ name: 'base', status: 'loaded' }],
          controls: [{ id: '1', impact: 0.5, tags: { cis_rid: '1.1' }, results: [] }],
        },
        {
          name: 'base',
          parent_profile: 'overlay',
          status: 'loaded',
          status_message: '',
          controls: [
            {
              id: '1',
              impact: 0.5,
              tags: { cis_rid: '1.1' },
              waiver_data: {},
              results: [
                { status: 'passed', code_desc: 'a' },
                { status: 'failed', code_desc: 'b', message: 'c' },
              ],
            },
            {
              id: '2',
              impact: 0.5,
              tags: {},
              waiver_data: { run: true, skipped_due_to_waiver: false },
              results: [{ status: 'failed', exception: 'NoMethodError', backtrace: ['a'] }],
            },
            { id: '3', impact: 0.5, status: 'failed', results: [{ status: 'failed' }] },
            {
              id: '4',
              impact: 0.5,
              status: 'error',
              results: [{ status: 'failed', exception: 'RuntimeError' }],
            },
            { id: '5', impact: 0.5, results: [{ status: 'skipped', skip_message: 'a' }] },
          ],
        },
        { name: 'another', status: 'skipped', status_message: 'not for this system', controls: [] },
      ],
      statistics: { duration: 1, controls: { total: 5, failed: { total: 4 } } },
      version: '6',
    },
  ],
  goss: [
    {
      results: [
        { title: 'a', result: 0, meta: { benchmark_type: 'CIS', host_hostname: 'host' } },
        { title: '1.1 | a', result: 0, err: null, meta: { CIS_ID: ['1.1', '1.2'] } },
        { title: '1.1 | a', result: 1, err: null, meta: { CIS_ID: ['1.1', '1.2'] } },
        { title: '1.3 | a', result: 1, err: 'timed out', meta: { CIS_ID: '1.3' } },
        {
          title: '1.4 | a',
          result: 1,
          err: 'Mountpoint not found',
          property: 'exists',
          meta: { CIS_ID: '1.4' },
        },
        { title: '1.5 | a', result: 2, skipped: true, meta: { CIS_ID: '1.5' } },
      ],
      summary: { 'test-count': 6, 'failed-count': 3 },
    },
  ],
};

describe.each(DATA_SCANNERS)('$name', (scanner) => {
  const documents = [...(EXAMPLES[scanner.name] ?? []), ...(DOCUMENTS[scanner.name] ?? [])].flatMap(
    (document) => [document, worsened(document, scanner)],
  );

  test.each(documents.map((document, index) => ({ index, document })))(
    'if anything is renamed, of another type, misplaced or missing in document $index, no rule is silently lost or improved',
    async ({ document }) => {
      const before = await outcomeOf(JSON.stringify(document));
      const silent: string[] = [];
      for (const { what, document: changed } of changesOf(document)) {
        if (isSilent(before, await outcomeOf(JSON.stringify(changed)))) silent.push(what);
      }
      const allowed = CHANGES_OF_MEANING[scanner.name] ?? [];
      expect(silent.filter((what) => !allowed.some((pattern) => pattern.test(what)))).toEqual([]);
    },
  );
});

test.each([
  ['goss', ['results']],
  ['inspec', ['profiles', 1, 'controls']],
])('a missing record of %s is reported, because the file states totals', async (format, path) => {
  for (const document of DOCUMENTS[format] ?? []) {
    const before = await outcomeOf(JSON.stringify(document));
    const records = valueAt(document, path);
    if (!Array.isArray(records)) throw new Error('no list of records');
    for (const index of records.keys()) {
      const fewer = withValue(document, path, records.toSpliced(index, 1));
      expect([index, isSilent(before, await outcomeOf(JSON.stringify(fewer)))]).toEqual([index, false]);
    }
  }
});

/** The document with a failure instead of every pass. */
function worsened(document: unknown, scanner: DataScanner): unknown {
  const worse = new Map<unknown, unknown>([[true, false]]);
  for (const table of Object.values(scanner.statuses)) {
    const words = Object.entries(table);
    const failed = words.find(([, status]) => status === 'FAILED')?.[0];
    for (const [word, status] of words) {
      if (status !== 'PASSED' || failed === undefined) continue;
      worse.set(word, failed);
      if (/^\d$/.test(word)) worse.set(Number(word), Number(failed));
    }
  }
  const counts = /^total_?fail$/i;
  const change = (value: unknown, name: string | number): unknown => {
    if (Array.isArray(value)) return value.map((item) => change(item, name));
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]));
    }
    if (typeof name === 'string' && counts.test(name)) return 2;
    const isReport = typeof value === 'string' && value.startsWith('{');
    return isReport ? JSON.stringify(change(JSON.parse(value), '')) : (worse.get(value) ?? value);
  };
  return change(document, '');
}

const RETYPED: readonly unknown[] = [null, 'strange', 7, true, [], {}];

/** Every document that differs from this one in one name, type or place, or lacks one member. */
function* changesOf(document: unknown): Generator<Change> {
  for (const path of pathsIn(document)) {
    const value = valueAt(document, path);
    const where = path.join('/');
    for (const other of [...RETYPED, [value], { strange: value }]) {
      if (kindOf(other) !== kindOf(value) || other === RETYPED[0]) {
        yield { what: `${where} is ${JSON.stringify(other)}`, document: withValue(document, path, other) };
      }
    }
    const name = path.at(-1);
    if (typeof name !== 'string') continue;
    const without = withoutMember(document, path);
    const owner = path.slice(0, -1);
    yield { what: `${where} is missing`, document: without };
    yield { what: `${where} is renamed`, document: withValue(without, [...owner, `${name}x`], value) };
    yield {
      what: `${where} is in an object`,
      document: withValue(without, [...owner, 'strange'], { [name]: value }),
    };
    const above = owner.findLastIndex(
      (_, index) => index > 0 && isRecord(valueAt(document, path.slice(0, index))),
    );
    for (const place of [owner.slice(0, Math.max(above, 0)), []]) {
      const target = valueAt(without, place);
      if (place.length < owner.length && isRecord(target) && !Object.hasOwn(target, name)) {
        yield {
          what: `${where} is at ${place.join('/')}/`,
          document: withValue(without, [...place, name], value),
        };
      }
    }
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  return inner.flatMap(([key, item]) => [[...path, key], ...pathsIn(item, [...path, key])]);
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return isRecord(value) ? value[key] : items[Number(key)];
  }, document);
}

function withValue(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    return document.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item));
  }
  return isRecord(document) ? { ...document, [key]: withValue(document[key], rest, value) } : document;
}

function withoutMember(document: unknown, path: Path): unknown {
  const owner = path.slice(0, -1);
  const members = valueAt(document, owner);
  if (!isRecord(members)) return document;
  return withValue(
    document,
    owner,
    Object.fromEntries(Object.entries(members).filter(([key]) => key !== path.at(-1))),
  );
}
