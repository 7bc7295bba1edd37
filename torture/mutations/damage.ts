import type { Path } from '../../src/place.ts';

/** One way to damage a document. */
export interface Damage<Document = unknown> {
  /** Where the damage is and what it is. */
  readonly what: string;
  /** Returns a damaged copy of the document. */
  readonly make: () => Document;
}

/** The values that replace one of another type. */
const OTHER_TYPES: readonly unknown[] = [null, {}, 7, true, 'strange', []];

/**
 * Every way to change the type, name or place of one node, or to remove it from a record. Elements are not removed from
 * lists, because a record that is gone leaves no trace.
 */
export function* damagesOf(document: unknown): Generator<Damage> {
  const paths = [...pathsIn(document, [])];
  const records = paths.filter((path) => isRecord(valueAt(document, path)));
  for (const [index, path] of paths.entries()) {
    const value = valueAt(document, path);
    for (const other of OTHER_TYPES) {
      if (typeOf(other) === typeOf(value)) continue;
      yield changed(document, path, `is ${JSON.stringify(other)}`, (parent, name) => (parent[name] = other));
    }
    yield changed(document, path, 'is within a list', (parent, name) => (parent[name] = [value]));
    yield changed(document, path, 'is within an object', (parent, name) => (parent[name] = { inner: value }));
    if (Array.isArray(value)) {
      const map = Object.fromEntries(value.map((element: unknown, at) => [`key${at}`, element]));
      yield changed(document, path, 'is a map', (parent, name) => (parent[name] = map));
    }
    if (typeof path.at(-1) === 'number') continue;
    yield changed(document, path, 'is missing', (parent, name) => {
      Reflect.deleteProperty(parent, name);
    });
    yield changed(document, path, 'has another name', (parent, name) => {
      parent[`${name}X`] = parent[name];
      Reflect.deleteProperty(parent, name);
    });
    const elsewhere = records[(index * 7) % records.length];
    for (const to of [nearestRecord(document, path), elsewhere]) {
      if (to === undefined || beginsWith(to, path) || path.slice(0, -1).join('/') === to.join('/')) continue;
      yield changed(document, path, `stands at /${to.join('/')}`, (parent, name, root) => {
        const target = valueAt(root, to);
        if (!isRecord(target) || Object.hasOwn(target, name)) return;
        target[name] = parent[name];
        Reflect.deleteProperty(parent, name);
      });
    }
  }
}

type Mutable = Record<string | number, unknown>;

function changed(
  document: unknown,
  path: Path,
  what: string,
  change: (parent: Mutable, name: string | number, root: unknown) => void,
): Damage {
  const make = (): unknown => {
    const copy = structuredClone(document);
    const parent = valueAt(copy, path.slice(0, -1));
    const name = path.at(-1);
    if (typeof parent !== 'object' || parent === null || name === undefined)
      throw new Error('There is no such node.');
    change(parent as Mutable, name, copy);
    return copy;
  };
  return { what: `${path.join('/')} ${what}`, make };
}

function* pathsIn(value: unknown, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [name, inner] of entries as readonly [string | number, unknown][]) {
    yield [...path, name];
    yield* pathsIn(inner, [...path, name]);
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((outer, name) => (outer as Mutable)[name], value);
}

/** The record around the one that holds the value. */
function nearestRecord(document: unknown, path: Path): Path | undefined {
  for (let length = path.length - 2; length >= 0; length -= 1) {
    const outer = path.slice(0, length);
    if (isRecord(valueAt(document, outer))) return outer;
  }
  return undefined;
}

function beginsWith(path: Path, beginning: Path): boolean {
  return beginning.every((name, index) => path[index] === name);
}

function isRecord(value: unknown): value is Mutable {
  return typeOf(value) === 'object';
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}
