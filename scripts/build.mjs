// Builds dist/ from the sources: `npm run build`. The same sources and packages give the same bytes, in any folder.
//
// Loading every byte costs a step time. So rolldown first removes unused code, and splits the rest into files by what
// is loaded together; then `@vercel/ncc` packs each of these files.
//
//   --out FOLDER      builds into this folder instead of dist/
//   --packages FILE   also writes a JSON list of the folders of the packages in the bundle

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ncc from '@vercel/ncc';
import { rolldown } from 'rolldown';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(REPOSITORY, 'src');

/** Packages whose modules have no side effects, so that unused ones may be removed. */
const ONLY_DEFINE = /\/node_modules\/@(?:actions|aws|aws-sdk|octokit|smithy)\//;

/**
 * What is loaded together is in one file: these modules, with everything that they import and that is in no earlier
 * file. Everything else with an `import()` of its own (a parser, a rare source of credentials) gets a separate file.
 */
const FILES = {
  index: ['index.ts'],
  steps: ['steps.ts'],
  pipeline: ['pipeline.ts', 'report/summary-rules.ts'],
  client: ['inspector/client.ts'],
};

/** The file of rolldown's runtime: the functions for imports of CommonJS modules. */
const RUNTIME = 'rolldown-runtime.js';

/** How rolldown exports a variable from a file. */
const EXPORT =
  /Object\.defineProperty\(exports, ["'](\w+)["'], \{\s*enumerable: true,\s*get: function ?\(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(REPOSITORY, 'dist') }, packages: { type: 'string' } },
});
const chunks = await bundled();
const files = await completed(chunks);
const packages = packagesOf(chunks);

rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
for (const [name, text] of files) writeFileSync(join(values.out, name), text);
writeFileSync(join(values.out, 'package.json'), `${JSON.stringify({ type: 'commonjs' }, null, 2)}\n`);
writeFileSync(join(values.out, 'licenses.txt'), packages.map(licenseOf).join('\n'));
if (values.packages !== undefined) writeFileSync(values.packages, JSON.stringify(packages));

/** The files that rolldown builds from the sources. */
async function bundled() {
  const build = await rolldown({
    cwd: REPOSITORY,
    input: { index: join(SOURCES, 'index.ts') },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // In a rehearsal of a release, `node_modules` is a link: the modules are named by it, not by where it leads.
    resolve: { mainFields: ['module', 'main'], symlinks: false },
    treeshake: { moduleSideEffects: (module) => !ONLY_DEFINE.test(module.replaceAll('\\', '/')) },
  });
  const options = {
    format: 'cjs',
    // The names of functions and classes stay, so that stacks and files can be read.
    minify: { compress: true, mangle: { toplevel: false }, codegen: true },
    minifyInternalExports: false,
    plugins: [{ name: 'plain-exports', renderChunk: plainExports }],
    // The `import()` of a Node module costs 20 ms more than its `require`, because it loads Node's own undici.
    dynamicImportInCjs: false,
    comments: { legal: true, jsdoc: false, annotation: false },
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId, name }) =>
      `${facadeModuleId === null ? name : nameFor(facadeModuleId)}.js`,
  };
  // By default, rolldown creates a file for each set of modules that several files share. They show what is loaded
  // together.
  const { output: apart } = await build.generate(options);
  const fileOf = fileOfModules(apart);
  const { output } = await build.generate({
    ...options,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: (module) => fileOf.get(module) ?? null, debugName: 'what is loaded together' }],
    },
  });
  await build.close();
  refuseUnresolved(output);
  return output;
}

/** An import of a package that was not found would fail only when a step comes to it. */
function refuseUnresolved(output) {
  const files = new Set(output.map(({ fileName }) => fileName));
  const imports = output.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  const unresolved = imports.filter((name) => !files.has(name) && !isBuiltin(name));
  if (unresolved.length > 0) throw new Error(`These imports are unresolved: ${unresolved.join(', ')}`);
}

/**
 * Exports what never changes as a plain property. Rolldown exports with getters, because a variable may change; calling
 * one for each use costs a step about 1 ms.
 */
function plainExports(code) {
  return code.replaceAll(EXPORT, (getter, name, local) => {
    const variable = `${local.replaceAll('$', '\\$')}(?![\\w$])`;
    const constant = `(?:const|class|(?:async )?function\\*?) ${variable}|var ${variable} = class `;
    return new RegExp(`^(?:${constant})`, 'm').test(code) ? `exports.${name} = ${local};` : getter;
  });
}

/** Maps each module to the file of `FILES` with which it is loaded, if any. */
function fileOfModules(output) {
  const fileOf = new Map();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  for (const [file, roots] of Object.entries(FILES)) {
    const paths = roots.map((root) => join(SOURCES, root));
    const together = new Set(output.filter(({ facadeModuleId }) => paths.includes(facadeModuleId)));
    if (together.size !== roots.length)
      throw new Error(`${roots.join(' and ')} are not loaded by themselves`);
    for (const { imports } of together)
      for (const name of imports) if (chunks.has(name)) together.add(chunks.get(name));
    for (const { modules } of together)
      for (const module of Object.keys(modules)) if (!fileOf.has(module)) fileOf.set(module, file);
  }
  return fileOf;
}

/** The name of a module's file: its path in the sources, or the package, or part of a package, whose index it is. */
function nameFor(module) {
  const path = relative(REPOSITORY, module).replaceAll('\\', '/');
  const name = basename(path).replace(/\.[jt]s$/, '');
  if (path.startsWith('src/')) return path.slice('src/'.length, -'.ts'.length).replaceAll('/', '-');
  if (name !== 'index') return name;
  return (
    (/\/submodules\/([^/]+)/.exec(path) ?? /.*node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(path))?.[1] ?? name
  );
}

/** Each file as packed by `@vercel/ncc`, with the other files as externals. */
async function completed(output) {
  const runtime = output.find(({ fileName }) => fileName === RUNTIME);
  const parts = output.filter((chunk) => chunk !== runtime);
  const folder = mkdtempSync(join(REPOSITORY, 'node_modules', '.build-'));
  try {
    for (const { fileName, code } of parts)
      writeFileSync(join(folder, fileName), withRuntime(code, runtime.code));
    const externals = parts.map(({ fileName }) => `./${fileName}`);
    const made = [];
    for (const { fileName } of parts) {
      const { code } = await ncc(join(folder, fileName), { externals, cache: false, quiet: true });
      made.push([fileName, code]);
    }
    return made;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file that contains the runtime if it needs it. Loading the runtime's own file would cost a step 0.5 ms. */
function withRuntime(code, runtime) {
  const whole = code.replace(`require("./${RUNTIME}")`, () => `(exports=>{${runtime}return exports})({})`);
  if (whole.includes(RUNTIME)) throw new Error(`A file still loads ${RUNTIME}, which is not in dist/`);
  return whole;
}

/** The folders of the packages in the bundle, such as `node_modules/a/node_modules/b`, sorted. */
function packagesOf(output) {
  const modules = output.flatMap(({ modules }) => Object.keys(modules));
  const folders = modules.flatMap((module) => {
    const path = relative(REPOSITORY, module).replaceAll('\\', '/');
    return /^(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(path)?.[0].slice(0, -1) ?? [];
  });
  return [...new Set(folders)].sort();
}

/** A package with its license and the license's text, for `licenses.txt`. */
function licenseOf(folder) {
  const { name, license } = JSON.parse(readFileSync(join(REPOSITORY, folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'License.md', 'LICENCE'].find((file) =>
    existsSync(join(REPOSITORY, folder, file)),
  );
  if (file === undefined) return `${name}\n${license}\nThe package contains no license text.\n`;
  const text = readFileSync(join(REPOSITORY, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  return `${name}\n${license}\n${text}\n`;
}
