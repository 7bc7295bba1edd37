// Builds dist/ from the sources: `npm run build`. The same sources and packages give the same bytes, in any folder.
//
// A step pays for every byte that it loads. So rolldown first leaves out what is never used, and splits the rest by what
// is loaded together; then `@vercel/ncc` makes each of these files one that Node runs by itself.
//
//   --out FOLDER      builds into another folder than dist/
//   --packages FILE   also writes the folders of the packages that the bundle holds modules of, as a list in JSON

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ncc from '@vercel/ncc';
import { rolldown } from 'rolldown';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(REPOSITORY, 'src');

/** Packages whose modules only define things: what of them is not used may be left out. */
const ONLY_DEFINE = /\/node_modules\/@(?:actions|aws|aws-sdk|octokit|smithy)\//;

/**
 * What is loaded together is in one file: these modules, with all that they import and no earlier file holds. What has
 * an `import()` of its own besides (a parser, a rare source of credentials) is in a file of its own.
 */
const FILES = {
  index: ['index.ts'],
  steps: ['steps.ts'],
  pipeline: ['pipeline.ts'],
  client: ['inspector/client.ts'],
};

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

/** The files that rolldown makes of the sources. */
async function bundled() {
  const build = await rolldown({
    cwd: REPOSITORY,
    input: { index: join(SOURCES, 'index.ts') },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    resolve: { mainFields: ['module', 'main'] },
    treeshake: { moduleSideEffects: (module) => !ONLY_DEFINE.test(module.replaceAll('\\', '/')) },
  });
  const options = {
    format: 'cjs',
    // The `import()` of a module of Node costs a step 20 ms more than its `require`: it brings Node's own undici along.
    dynamicImportInCjs: false,
    comments: { legal: true, jsdoc: false, annotation: false },
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId, name }) =>
      `${facadeModuleId === null ? name : nameFor(facadeModuleId)}.js`,
  };
  // Left to itself, rolldown makes a file of each set of modules that several files share. From these it is seen what is
  // loaded together.
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
  return output;
}

/** The file of `FILES` that each module belongs to which is loaded with one. */
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

/** A name for the file of a module: its path in the sources, or the package or the part of one whose index it is. */
function nameFor(module) {
  const path = relative(REPOSITORY, module).replaceAll('\\', '/');
  const name = basename(path).replace(/\.[jt]s$/, '');
  if (path.startsWith('src/')) return path.slice('src/'.length, -'.ts'.length).replaceAll('/', '-');
  if (name !== 'index') return name;
  return (
    (/\/submodules\/([^/]+)/.exec(path) ?? /.*node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(path))?.[1] ?? name
  );
}

/** Each file as `@vercel/ncc` makes it, with the others left outside. */
async function completed(output) {
  const folder = mkdtempSync(join(REPOSITORY, 'node_modules', '.build-'));
  try {
    for (const { fileName, code } of output) writeFileSync(join(folder, fileName), code);
    const externals = output.map(({ fileName }) => `./${fileName}`);
    const made = [];
    for (const { fileName } of output) {
      const { code } = await ncc(join(folder, fileName), { externals, cache: false, quiet: true });
      made.push([fileName, code]);
    }
    return made;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The folders of the packages that the files hold modules of, such as `node_modules/a/node_modules/b`, sorted. */
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
  if (file === undefined) return `${name}\n${license}\nThe package brings no text of its license.\n`;
  const text = readFileSync(join(REPOSITORY, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  return `${name}\n${license}\n${text}\n`;
}
