import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { FAILURES, FAILURE_CODES } from '../src/failure.ts';
import { INPUT_DEFAULTS, readInputs } from '../src/inputs/telemetry.ts';
import { validate } from '../src/messages/validate.ts';
import { OUTPUTS } from '../src/report/outputs.ts';
import { isRecord, listOf, memberOf } from '../src/json.ts';
import { readResultsFiles } from '../src/results/open.ts';
import { interpretResults } from '../src/results/results.ts';
import { FORMATS } from '../src/results/scanners/formats.ts';
import { SCANNERS } from '../src/results/scanners/index.ts';
import { FORMATS_ON_DEMAND } from '../src/results/scanners/on-demand.ts';
import { readSessionInputs, SESSION_INPUT_DEFAULTS } from '../src/session/inputs.ts';
import { VERSION } from '../src/version.ts';

// The metadata of both actions, the code, the README and the examples must agree.

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const ACTION = 'your-org/inspector-cis-telemetry';
const SESSION_ACTION = 'your-org/inspector-cis-telemetry/session';
const SESSION = {
  scanJobId: '01234567-89ab-cdef-0123-456789abcdef',
  sessionToken: 'fedcba98-7654-3210-fedc-ba9876543210',
};

const textOf = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const README = textOf('README.md');

/** Every page of documentation. */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'examples/README.md',
  ...['docs', 'docs/scanners'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

/** The metadata in an `action.yml`. */
interface Metadata {
  readonly required: readonly string[];
  readonly defaults: Readonly<Record<string, string>>;
  readonly outputs: readonly string[];
  readonly formats: string;
}

function metadataOf(path: string): Metadata {
  const document: unknown = parse(textOf(path));
  const inputs = Object.entries(recordOf(memberOf(document, 'inputs')));
  return {
    required: inputs.filter(([, input]) => memberOf(input, 'required') === true).map(([name]) => name),
    defaults: Object.fromEntries(inputs.map(([name, input]) => [name, stringOf(memberOf(input, 'default'))])),
    outputs: Object.keys(recordOf(memberOf(document, 'outputs'))),
    formats: stringOf(memberOf(memberOf(memberOf(document, 'inputs'), 'results-format'), 'description')),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error('This is not a mapping.');
  return value;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The rows of the table under a heading whose first column is `head`, with trimmed cells. */
function rowsOf(heading: string, head: string, page = 'README.md'): readonly (readonly string[])[] {
  const lines = textOf(page).split('\n');
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const start = lines.indexOf(heading);
  const isEnd = (line: string): boolean => {
    const marks = /^(#+) /.exec(line)?.[1];
    return marks !== undefined && marks.length <= level;
  };
  const end = lines.findIndex((line, index) => index > start && isEnd(line));
  const section = start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end);
  const first = section.findIndex((line) => cellsOf(line)[0] === head);
  if (first < 0) throw new Error(`${page} has no table of "${head}" under "${heading}".`);
  const rows = section.slice(first + 2);
  const after = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, after < 0 ? undefined : after).map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The content of a cell that is nothing but code; `undefined` for other cells. */
function codeOf(cell: string | undefined): string | undefined {
  return /^`([^`]+)`$/.exec(cell ?? '')?.[1];
}

const namesOf = (rows: readonly (readonly string[])[]): readonly (string | undefined)[] =>
  rows.map(([name]) => codeOf(name));

describe.each([
  { action: ACTION, path: 'action.yml', defaults: INPUT_DEFAULTS, outputs: OUTPUTS },
  {
    action: SESSION_ACTION,
    path: 'session/action.yml',
    defaults: SESSION_INPUT_DEFAULTS,
    outputs: ['scan-job-id', 'session-token'],
  },
])('$path, the code and the README', ({ action, path, defaults, outputs }) => {
  const metadata = metadataOf(path);
  const heading = `### \`${action}\``;

  test('have the same inputs and defaults', () => {
    // The runner evaluates a default that is an expression; the code has no default for it.
    const withoutExpressions = Object.fromEntries(
      Object.entries(metadata.defaults).map(([name, value]) => [name, value.startsWith('${{') ? '' : value]),
    );
    expect(withoutExpressions).toEqual(defaults);

    const rows = rowsOf(heading, 'input');
    expect(namesOf(rows)).toEqual(Object.keys(metadata.defaults));
    for (const [name = '', stated = ''] of rows) {
      const input = codeOf(name) ?? '';
      const isRequired = metadata.required.includes(input);
      expect([input, stated === 'required']).toEqual([input, isRequired]);
      expect([input, isRequired ? '' : (codeOf(stated) ?? '')]).toEqual([input, metadata.defaults[input]]);
    }
  });

  test('have the same outputs', () => {
    expect(metadata.outputs).toEqual(outputs);
    expect(namesOf(rowsOf(heading, 'output'))).toEqual(outputs);
  });
});

describe('the formats of results files', () => {
  const names = SCANNERS.map(({ name }) => name);
  const codeIn = (text: string): readonly string[] =>
    [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

  test('are the names of the scanners', () => {
    expect(FORMATS).toEqual(names);
  });

  test('are named in action.yml and in the README’s inputs', () => {
    expect(codeIn(metadataOf('action.yml').formats)).toEqual(['auto', ...names]);
    const row = rowsOf(`### \`${ACTION}\``, 'input').find(([name]) => codeOf(name) === 'results-format');
    expect(codeIn(row?.[2] ?? '')).toEqual(['auto', ...names]);
  });

  test('each have a row in the README’s table of scanners and a section in docs/formats.md', () => {
    expect(new Set(namesOf(rowsOf('## Scanners', '`results-format`')))).toEqual(new Set(names));
    const sections = [...textOf('docs/formats.md').matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);
    expect(new Set(sections)).toEqual(new Set(names));
  });

  test('each have a row in the first table of docs/formats.md', () => {
    const rows = rowsOf('# Formats of results files', 'format', 'docs/formats.md');
    expect(new Set(rows.map(([link]) => link))).toEqual(
      new Set(names.map((name) => `[\`${name}\`](#${name})`)),
    );
  });
});

describe('the status tables of docs/formats.md', () => {
  const tables = SCANNERS.flatMap(({ name, statuses }) =>
    Object.entries(statuses).map(([member, table]) => ({ name, member, table })),
  );

  test.each(tables)('match the code for `$member` of $name', ({ name, member, table }) => {
    const [, section = ''] = textOf('docs/formats.md').split(new RegExp(`^## ${name}$`, 'm'));
    const lines = (section.split(/^## /m)[0] ?? '').split('\n').map(cellsOf);
    const start = lines.findIndex(([head]) => head?.replaceAll('`', '') === member);
    const rows = start < 0 ? [] : lines.slice(start + 2);
    const end = rows.findIndex((cells) => cells.length === 0);
    const stated = rows.slice(0, end).flatMap(([words = '', status]) => {
      const code = codeOf(status);
      return code === undefined ? [] : [...words.matchAll(/`([^`]+)`/g)].map(([, word]) => [word, code]);
    });
    expect(Object.fromEntries(stated)).toEqual(table);
  });
});

test('docs/failures.md has every error code, with the texts of `FAILURES`', () => {
  const rows = rowsOf('# Failures', 'code', 'docs/failures.md').map(([code, ...words]) => [
    codeOf(code),
    ...words,
  ]);
  expect(rows).toEqual(FAILURE_CODES.map((code) => [code, FAILURES[code].meaning, FAILURES[code].remedy]));
});

test('the version is the same in the code, package.json and the newest entry of the changelog', () => {
  const { version } = recordOf(JSON.parse(textOf('package.json')));
  const [, newest] = /^## \[(\d[^\]]*)\]/m.exec(textOf('CHANGELOG.md')) ?? [];
  expect([version, newest]).toEqual([VERSION, VERSION]);
});

/** A piece of YAML for users to copy, and where it is. */
interface Snippet {
  readonly name: string;
  readonly text: string;
}

function snippets(): readonly Snippet[] {
  const inPages = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(({ index, 1: text = '' }) => ({
      name: `${page}, line ${textOf(page).slice(0, index).split('\n').length}`,
      text,
    })),
  );
  const files = readdirSync(join(REPOSITORY, 'examples/workflows')).map((file) => ({
    name: `examples/workflows/${file}`,
    text: textOf(`examples/workflows/${file}`),
  }));
  return [...inPages, ...files];
}

/** The action that a step uses, without its ref. */
const actionOf = (step: unknown): string => stringOf(memberOf(step, 'uses')).replace(/@.*/, '');

/** Every mapping with `uses`, at any depth: the steps of whole workflows and of snippets. */
function stepsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (!isRecord(value)) return [];
  return 'uses' in value ? [value] : Object.values(value).flatMap(stepsIn);
}

const ACTIONS = new Map([
  [ACTION, metadataOf('action.yml')],
  [SESSION_ACTION, metadataOf('session/action.yml')],
]);

/** The snippets, each with its steps that use an action of this repository. */
const SNIPPETS = snippets().map(({ name, text }) => {
  const document: unknown = parse(text);
  const steps = stepsIn(document).flatMap((step) => {
    const metadata = ACTIONS.get(actionOf(step));
    return metadata === undefined ? [] : [{ step, metadata }];
  });
  const outputs = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].map(
    ([, id = '', output = '']) => ({
      id,
      output,
    }),
  );
  return { name, document, steps, outputs };
});

test.each(SNIPPETS)('$name names the actions of this repository correctly', (snippet) => {
  const named = stepsIn(snippet.document)
    .map(actionOf)
    .filter((action) => action.includes('inspector-cis-telemetry'));
  expect(named).toHaveLength(snippet.steps.length);
});

describe.each(SNIPPETS.filter(({ steps }) => steps.length > 0))('$name', ({ steps }) => {
  test('sets only inputs that exist, and all required ones', () => {
    for (const { step, metadata } of steps) {
      const set = Object.keys(recordOf(step['with']));
      expect(Object.keys(metadata.defaults)).toEqual(expect.arrayContaining(set));
      expect(set).toEqual(expect.arrayContaining([...metadata.required]));
    }
  });

  test('sets inputs to values that the action accepts', () => {
    const standIns = new Map([
      ['scan-job-id', SESSION.scanJobId],
      ['session-token', SESSION.sessionToken],
      ['github-token', `ghs_${'a'.repeat(36)}`],
    ]);
    for (const { step } of steps) {
      const given = recordOf(step['with']);
      const getInput = (name: string): string => {
        // The runner passes values as text. An expression may have any value.
        const value = given[name];
        const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
        return text.includes('${{') ? (standIns.get(name) ?? 'any') : text.replace(/^""$/, '');
      };
      const source = { getInput, setSecret: () => undefined };
      const read = (): unknown =>
        actionOf(step) === ACTION
          ? readInputs(source, {}, FORMATS)
          : readSessionInputs(source, {}, SESSION.sessionToken);
      expect(read).not.toThrow();
    }
  });
});

test.each(SNIPPETS.filter(({ outputs }) => outputs.length > 0))(
  '$name reads outputs that exist',
  (snippet) => {
    // Snippets of the README use the session of a step in another snippet.
    const known = new Map([['session', ACTIONS.get(SESSION_ACTION)?.outputs ?? []]]);
    for (const { step, metadata } of snippet.steps) known.set(stringOf(step['id']), metadata.outputs);
    for (const { id, output } of snippet.outputs) expect(known.get(id)).toContain(output);
  },
);

const WORKFLOWS = SNIPPETS.flatMap(({ name, document }) =>
  isRecord(document) && 'on' in document ? [{ name, document }] : [],
);

test.each(WORKFLOWS)('$name has no more permissions than it needs', ({ document }) => {
  expect(document['permissions']).toEqual({});
  const jobs = Object.values(recordOf(document['jobs']));
  expect(jobs).not.toHaveLength(0);
  for (const job of jobs) {
    expect(memberOf(job, 'permissions')).toEqual({ 'id-token': 'write', contents: 'read' });
    const sent = listOf(memberOf(job, 'steps')).filter((step) => actionOf(step) === ACTION);
    expect(sent.map((step) => memberOf(step, 'if'))).toEqual(['${{ !cancelled() }}']);
  }
});

test('the complete workflows of the README match the example files', () => {
  for (const name of ['openscap-ubuntu']) {
    const file = textOf(`examples/workflows/${name}.yml`).trimEnd();
    expect(README).toContain(`\`\`\`yaml\n${file}\n\`\`\``);
  }
});

test('examples/README.md lists every example', () => {
  const files = ['examples', 'examples/workflows'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map(({ name }) => `${folder}/${name}`.replace('examples/', '')),
  );
  const listed = [...textOf('examples/README.md').matchAll(/^\| \[`[^`]+`\]\(([^)]+)\)/gm)].map(
    ([, file]) => file,
  );
  expect(new Set(listed)).toEqual(new Set(files));
});

test.each(readdirSync(join(REPOSITORY, 'examples')).filter((name) => /\.(json|ya?ml|xml)$/.test(name)))(
  'examples/%s is recognised and valid',
  async (name) => {
    const files = await readResultsFiles([name], join(REPOSITORY, 'examples'));
    const reading = { session: SESSION, format: 'auto', formats: FORMATS_ON_DEMAND };
    const results = await interpretResults(files, reading);
    const validation = { detailsEncoding: 'text', secret: SESSION.sessionToken } as const;
    const { messages, faults } = validate(results, validation);
    expect([...results.faults, ...results.recordFaults, ...results.warnings, ...faults]).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  },
);

describe.each(PAGES)('the links of %s', (path) => {
  const links = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const here = links.filter((link) => !/^https?:/.test(link));

  test('point to files and headings that exist', () => {
    for (const link of here) {
      const [file = '', anchor] = link.split('#');
      const target = join(REPOSITORY, file === '' ? path : join(dirname(path), file));
      expect([link, existsSync(target)]).toEqual([link, true]);
      if (anchor !== undefined) {
        expect([link, anchorsOf(readFileSync(target, 'utf8'))]).toEqual([
          link,
          expect.arrayContaining([anchor]),
        ]);
      }
    }
  });
});

/** The anchors that GitHub generates for headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the README has at most 2,000 words, without tables and code', () => {
  const prose = README.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/^\|.*$/gm, '');
  expect(prose.split(/\s+/).length).toBeLessThanOrEqual(2000);
});

test('each format has its own page', () => {
  for (const { name } of SCANNERS) {
    expect(textOf(`docs/scanners/${name}.md`)).toContain(`(../formats.md#${name})`);
  }
});
