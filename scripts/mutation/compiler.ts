import { join } from 'node:path';
import ts from 'typescript';
import { recordOf } from '../../src/json.ts';
import { changed, type Change } from './changes.ts';

/** The type checker over the sources of the repository, with one change in them. */
export class Compiler {
  readonly #repository: string;
  readonly #files: readonly string[];
  readonly #service: ts.LanguageService;
  #change: Change | undefined;
  #version = 0;

  constructor(repository: string) {
    this.#repository = repository;
    const read = ts.readConfigFile(join(repository, 'tsconfig.json'), (path) => ts.sys.readFile(path));
    const config: unknown = read.config;
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      { ...recordOf(config), include: ['src'] },
      ts.sys,
      repository,
      // Code that a change leaves unused does not mean that the change is invalid.
      { noUnusedLocals: false, noUnusedParameters: false },
    );
    this.#files = fileNames;
    this.#service = ts.createLanguageService({
      ...ts.sys,
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: (path) => (this.#isChanged(path) ? String(this.#version) : '0'),
      getScriptSnapshot: (path) => this.#snapshot(path),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    });
  }

  /** Whether the changed file compiles. A change seldom breaks only other files. */
  acceptsFileOf(change: Change): boolean {
    this.#put(change);
    return this.#accepts(join(this.#repository, change.file));
  }

  /** Whether all sources compile. This takes seconds. */
  accepts(change: Change): boolean {
    this.#put(change);
    return this.#files.every((path) => this.#accepts(path));
  }

  #put(change: Change): void {
    this.#change = change;
    this.#version += 1;
  }

  #accepts(path: string): boolean {
    return [this.#service.getSyntacticDiagnostics(path), this.#service.getSemanticDiagnostics(path)].every(
      ({ length }) => length === 0,
    );
  }

  #isChanged(path: string): boolean {
    return (
      this.#change !== undefined && path === join(this.#repository, this.#change.file).replaceAll('\\', '/')
    );
  }

  #snapshot(path: string): ts.IScriptSnapshot | undefined {
    const text = ts.sys.readFile(path);
    if (text === undefined) return undefined;
    return ts.ScriptSnapshot.fromString(
      this.#change !== undefined && this.#isChanged(path) ? changed(text, this.#change) : text,
    );
  }
}
