import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ROOMS, type Room } from './rooms.ts';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

/** One import of a source file. */
interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

const files: ReadonlyMap<string, string> = new Map(
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(SOURCES, path), 'utf8')]),
);

/** Every import, re-export and `import()` of a file, as the compiler sees it. */
function importsOf(text: string): readonly Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, isType: boolean): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) imports.push({ specifier: node.text, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest));
  return imports;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function roomOf(path: string): Room | undefined {
  const name = path.replace(/\.ts$/, '');
  return ROOMS.filter((room) => name === room.name || name.startsWith(`${room.name}/`)).sort(
    (one, other) => other.name.length - one.name.length,
  )[0];
}

/** Why an import of a file is not allowed; `undefined` if it is. */
function refusalOf(file: string, { specifier, isType }: Import): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return `${file} belongs to no room`;
  if (specifier.startsWith('node:')) return undefined;
  if (!specifier.startsWith('.')) {
    const allowed = [...(room.packages ?? []), ...(isType ? (room.types ?? []) : [])];
    const known = allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return known ? undefined : `${file} imports the package ${specifier}`;
  }
  const target = posix.join(posix.dirname(file), specifier);
  const other = roomOf(target);
  if (other === room) return undefined;
  const allowed = [...room.knows, ...(isType ? (room.types ?? []) : [])];
  if (other !== undefined && allowed.includes(other.name)) return undefined;
  return `${file} (${room.name}) imports ${isType ? 'types of ' : ''}${target} (${other?.name ?? 'no room'})`;
}

/** The first cycle of imports, including type imports; empty if there is none. */
function cycleIn(sources: ReadonlyMap<string, string>): readonly string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { specifier } of importsOf(sources.get(file) ?? '')) {
      if (!specifier.startsWith('.')) continue;
      const cycle = walk(posix.join(posix.dirname(file), specifier), [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of sources.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('the rooms of the sources', () => {
  test('files import only what their room may import', () => {
    const refused = [...files].flatMap(([file, text]) =>
      importsOf(text).flatMap((one) => refusalOf(file, one) ?? []),
    );
    expect(refused).toEqual([]);
  });

  test('there are no cycles of imports', () => {
    expect(cycleIn(files)).toEqual([]);
  });

  test('every room in the table has a file, and every room that it may import exists', () => {
    const inhabited = new Set([...files.keys()].map((file) => roomOf(file)?.name));
    expect(ROOMS.map(({ name }) => name).filter((name) => !inhabited.has(name))).toEqual([]);
    const names = ROOMS.map(({ name }) => name);
    expect(ROOMS.flatMap(({ knows }) => knows).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('the check', () => {
  test.each([
    ['status.ts', "import { summaryOf } from './report/summary.ts';"],
    ['report/summary.ts', "import { recordPath } from '../session/record.ts';"],
    ['results/results.ts', "import { recordPath } from '../session/record.ts';"],
    ['results/results.ts', "import { type Recorder } from '../session/recorder.ts';"],
    ['failure.ts', "import type { Scan } from './results/reading/scanner.ts';"],
    ['inspector/client.ts', "export { isRecord } from '../results/json.ts';"],
    ['messages/validate.ts', "import { interpretResults } from '../results/results.ts';"],
    ['results/scanners/goss/goss.ts', "import { parse } from 'yaml';"],
    ['messages/validate.ts', "import * as core from '@actions/core';"],
    ['report/log.ts', "const sdk = await import('@aws-sdk/client-inspector2');"],
    ['nowhere.ts', "import './status.ts';"],
  ])('refuses in %s: %s', (file, statement) => {
    expect(importsOf(statement).map((one) => refusalOf(file, one))).toEqual([
      expect.stringMatching(/imports|belongs to no room/),
    ]);
  });

  test('finds a cycle', () => {
    const cycle = new Map([
      ['status.ts', "import { a } from './report/summary.ts';"],
      ['report/summary.ts', "import type { b } from '../status.ts';"],
    ]);
    expect(cycleIn(cycle)).toEqual(['status.ts', 'report/summary.ts', 'status.ts']);
  });
});
