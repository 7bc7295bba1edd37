import { SaxesParser } from 'saxes';
import type { Damage } from './damage.ts';

/** An element of a document to damage. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Path = readonly number[];

/** The records whose members can be missed. Other elements are like those of a list, which leave no trace when gone. */
const RECORDS = ['rule-result'];

/** Every way to rename or move one element or attribute, or to remove it from a record. */
export function* xmlDamagesOf(text: string): Generator<Damage<string>> {
  const document = parsed(text);
  for (const path of pathsIn(document)) {
    const node = at(document, path);
    const damage = (what: string, make: () => Element): Damage<string> => ({
      what: `${node.name} at ${path.join('/')} ${what}`,
      make: () => textOf(make()),
    });
    yield damage('is renamed', () => replaced(document, path, { ...node, name: `${node.name}s` }));
    yield damage('is within an element', () =>
      replaced(document, path, { name: 'strange', attributes: {}, children: [node] }),
    );
    for (const name of Object.keys(node.attributes)) {
      const { [name]: value = '', ...others } = node.attributes;
      yield damage(`has no ${name}`, () => replaced(document, path, { ...node, attributes: others }));
      yield damage(`has ${name}s`, () =>
        replaced(document, path, { ...node, attributes: { ...others, [`${name}s`]: value } }),
      );
    }
    if (path.length === 0) continue;
    const parent = path.slice(0, -1);
    if (RECORDS.includes(at(document, parent).name))
      yield damage('is missing', () => without(document, path));
    if (parent.length === 0) continue;
    const outer = parent.slice(0, -1);
    yield damage(`is in ${at(document, outer).name}`, () => {
      const removed = without(document, path);
      const owner = at(removed, outer);
      return replaced(removed, outer, { ...owner, children: [...owner.children, node] });
    });
  }
}

function parsed(text: string): Element {
  const root: { readonly children: (Element | string)[] } = { children: [] };
  const open: { readonly children: (Element | string)[] }[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const children: (Element | string)[] = [];
    open.at(-1)?.children.push({ name, attributes, children });
    open.push({ children });
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (content) => open.at(-1)?.children.push(content));
  parser.on('cdata', (content) => open.at(-1)?.children.push(content));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const found = root.children.find((child) => typeof child !== 'string');
  if (found === undefined) throw new Error('The document has no element.');
  return found;
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
  return { ...node, children: node.children.with(index, replaced(at(node, [index]), rest, by)) };
}

function without(document: Element, path: Path): Element {
  const parent = at(document, path.slice(0, -1));
  const children = parent.children.toSpliced(path.at(-1) ?? 0, 1);
  return replaced(document, path.slice(0, -1), { ...parent, children });
}

function textOf({ name, attributes, children }: Element): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : textOf(child)));
  return `<${name}${all.join('')}>${content.join('')}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
