import { expect, test } from '@jest/globals';
import { isSilent, outcomeOf } from '../outcome.ts';

/** An element of the document to change. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Path = readonly number[];

function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Element | string)[]
): Element {
  return { name, attributes, children };
}

const ruleResult = (idref: string, result: string, ...others: readonly Element[]): Element =>
  element('rule-result', { idref, severity: 'low' }, element('result', {}, result), ...others);

const rule = (id: string): Element =>
  element(
    'Rule',
    { id },
    element('title', {}, `Title of ${id}`),
    element('reference', { href: 'https://www.cisecurity.org/benchmark/x/' }, `1.${id}`),
  );

const RUN = element(
  'TestResult',
  { id: 't', 'end-time': '2026-01-01T00:00:00Z', xmlns: 'http://checklists.nist.gov/xccdf/1.2' },
  element('benchmark', { id: 'b' }),
  element('profile', { idref: 'p' }),
  element('target', {}, 'host'),
  ruleResult('1', 'pass'),
  ruleResult(
    '2',
    'fail',
    element('message', {}, 'not so'),
    element('check', {}, element('message', {}, 'nor so')),
  ),
  ruleResult('3', 'error'),
  ruleResult('4', 'notselected'),
  element('score', { system: 'urn:xccdf:scoring:default', maximum: '100' }, '25'),
);

const DOCUMENTS: Readonly<Record<string, Element>> = {
  'a TestResult alone': RUN,
  'a benchmark with its results': element(
    'Benchmark',
    { id: 'b', xmlns: 'http://checklists.nist.gov/xccdf/1.2' },
    element('Profile', { id: 'p' }),
    element('Group', { id: 'g' }, element('title', {}, 'Group'), rule('1'), rule('2')),
    rule('3'),
    rule('4'),
    RUN,
  ),
  'an ARF report with two runs': element(
    'arf:asset-report-collection',
    { 'xmlns:arf': 'http://scap.nist.gov/schema/asset-reporting-format/1.1' },
    element(
      'arf:reports',
      {},
      element('arf:report', {}, RUN),
      element('arf:report', {}, { ...RUN, attributes: { ...RUN.attributes, id: 'u' } }),
    ),
  ),
};

test.each(Object.entries(DOCUMENTS))(
  'if anything is renamed, misplaced or missing in %s, no rule is silently lost or improved',
  async (_what, document) => {
    const before = await outcomeOf(textOf(document));
    expect(before).toMatchObject({ statuses: expect.arrayContaining(['FAILED', 'ERROR', 'PASSED']) });
    const silent: string[] = [];
    for (const [what, changed] of changesOf(document)) {
      if (isSilent(before, await outcomeOf(textOf(changed)))) silent.push(what);
    }
    expect(silent).toEqual([]);
  },
);

test('a missing rule-result is reported, because the file states a score', async () => {
  const document = DOCUMENTS['a benchmark with its results'] ?? RUN;
  const before = await outcomeOf(textOf(document));
  for (const path of pathsIn(document)) {
    const idref = at(document, path).attributes['idref'];
    if (at(document, path).name !== 'rule-result' || idref === '4') continue;
    const after = await outcomeOf(textOf(without(document, path)));
    expect([idref, isSilent(before, after)]).toEqual([idref, false]);
  }
});

/** Every document that differs from this one in one name or place, or lacks one member of a record. */
function* changesOf(document: Element): Generator<readonly [what: string, Element]> {
  for (const path of pathsIn(document)) {
    const node = at(document, path);
    const where = `${node.name}(${node.attributes['idref'] ?? node.attributes['id'] ?? ''}) at ${path.join('/')}`;
    yield [`${where} is renamed`, replaced(document, path, { ...node, name: `${node.name}s` })];
    yield [`${where} is in an element`, replaced(document, path, element('strange', {}, node))];
    for (const name of Object.keys(node.attributes)) {
      const { [name]: value = '', ...others } = node.attributes;
      yield [`${where} has no ${name}`, replaced(document, path, { ...node, attributes: others })];
      const renamed = { ...node, attributes: { ...others, [`${name}s`]: value } };
      yield [`${where} has ${name}s`, replaced(document, path, renamed)];
    }
    if (path.length === 0) continue;
    const removed = without(document, path);
    const parent = path.slice(0, -1);
    if (at(document, parent).name === 'rule-result') yield [`${where} is missing`, removed];
    // Into its parent's parent, and into each of its siblings.
    const places = [...(parent.length > 0 ? [parent.slice(0, -1)] : []), ...siblingsOf(removed, parent)];
    for (const place of places) {
      const owner = at(removed, place);
      const moved = replaced(removed, place, { ...owner, children: [...owner.children, node] });
      yield [`${where} is in ${owner.name} at ${place.join('/')}`, moved];
    }
  }
}

function siblingsOf(document: Element, parent: Path): readonly Path[] {
  return at(document, parent).children.flatMap((child, index) =>
    typeof child === 'string' ? [] : [[...parent, index]],
  );
}

function pathsIn(node: Element, path: Path = []): readonly Path[] {
  const inner = node.children.flatMap((child, index) =>
    typeof child === 'string' ? [] : pathsIn(child, [...path, index]),
  );
  return [path, ...inner];
}

function at(node: Element, [index, ...rest]: Path): Element {
  if (index === undefined) return node;
  const child = node.children[index];
  if (child === undefined || typeof child === 'string') throw new Error('There is no such element.');
  return at(child, rest);
}

function replaced(node: Element, [index, ...rest]: Path, by: Element): Element {
  if (index === undefined) return by;
  const child = at(node, [index]);
  return { ...node, children: node.children.with(index, replaced(child, rest, by)) };
}

function without(document: Element, path: Path): Element {
  const parent = at(document, path.slice(0, -1));
  const children = parent.children.toSpliced(path.at(-1) ?? 0, 1);
  return replaced(document, path.slice(0, -1), { ...parent, children });
}

function textOf({ name, attributes, children }: Element): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const content = children.map((child) => (typeof child === 'string' ? child : textOf(child)));
  return `<${name}${all.join('')}>${content.join('')}</${name}>`;
}
