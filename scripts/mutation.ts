import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listOf, memberOf } from '../src/json.ts';
import { changesUnder, drawnBy, isSame, switchable, type Change } from './mutation/changes.ts';
import { Compiler } from './mutation/compiler.ts';
import { Copy } from './mutation/copy.ts';

// Mutation testing: puts small changes into the sources, one at a time, and sees whether a test notices. They are drawn
// at random, since all of them would take days.
//
// Stryker makes the changes, but does not try them. Its own run reaches only the tests that import the sources, and a
// third of the promises are kept by tests that run `dist/`. Nor can it try one change alone: it tries all that lie
// within the same piece of a file, which is five times the work.
//
// So the sources of a copy of the repository get all changes of the sample, each switched off, and `dist/` is built
// once. All tests run with every change off, which shows the changes that each test file reaches. Then one change after
// another is switched on, and the test files that reach it run, the quickest first, until one fails.
//
// Changes that the compiler rejects are counted separately: the compiler is not a test. A test that never ends counts
// as one that noticed.

const USAGE = `npm run mutation -- [--seed 1] [--sample 150] [--under src/policy,src/run.ts]
npm run mutation -- --again    tries again what no test noticed in the last run`;

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join(REPOSITORY, 'build', 'mutation.json');
/** The number of copies; each runs one test file at a time. */
const COPIES = 2;

/** A change that was tried. */
interface Tried extends Change {
  readonly outcome: 'did not compile' | 'noticed' | 'not noticed';
  /** The test that failed, or how many test files passed. */
  readonly by?: string;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '150' },
    under: { type: 'string', default: 'src' },
    again: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(USAGE);
else await run();

async function run(): Promise<void> {
  const changes = await changesUnder(REPOSITORY, values.under.split(','));
  const chosen = values.again ? unnoticedOf(changes) : drawnBy(Number(values.seed), changes);
  const tried: Tried[] = [];
  const conclude = (one: Tried): void => {
    tried.push(one);
    console.log(lineOf(one));
    mkdirSync(dirname(REPORT), { recursive: true });
    writeFileSync(REPORT, JSON.stringify(tried, null, 2));
  };
  const compiler = new Compiler(REPOSITORY);
  const sample: Change[] = [];
  for (const change of chosen) {
    if (!values.again && sample.length === Number(values.sample)) break;
    if (compiler.acceptsFileOf(change)) sample.push(change);
    else conclude({ ...change, outcome: 'did not compile' });
  }
  const { sources, numberOf } = await switchable(REPOSITORY, sample);
  const copies = Array.from({ length: COPIES }, () => new Copy(REPOSITORY, sources));
  try {
    await Promise.all(copies.map((copy) => copy.build()));
    const reached = await reachedByTests(copies);
    const ofDist = new Set(await copies[0]?.testsOfDist());
    await inTurn(copies, sample, async (copy, change) => {
      const number = numberOf(change);
      const tests = [...reached].filter(([, numbers]) => numbers.has(number)).map(([test]) => test);
      for (const group of quickestFirst(tests, change, ofDist)) {
        const by = await copy.failureOf(group, number);
        if (by !== undefined) {
          conclude({ ...change, outcome: 'noticed', by });
          return;
        }
      }
      if (compiler.accepts(change))
        conclude({ ...change, outcome: 'not noticed', by: `${tests.length} test files that reach it` });
      else conclude({ ...change, outcome: 'did not compile' });
    });
  } finally {
    for (const copy of copies) copy.remove();
  }
  console.log(totalsOf(tried));
}

/** The numbers of the changes that each test file reaches. */
async function reachedByTests(copies: readonly Copy[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tests = (await copies[0]?.tests()) ?? [];
  const reached = new Map(tests.map((test) => [test, new Set<string>()]));
  await inTurn(copies, tests, async (copy, test) => {
    for (const number of await copy.reachedBy(test)) reached.get(test)?.add(number);
  });
  return reached;
}

/** Each copy takes the next of `items` as soon as it has finished one. */
async function inTurn<Item>(
  copies: readonly Copy[],
  items: readonly Item[],
  work: (copy: Copy, item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    copies.map(async (copy) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(copy, item);
    }),
  );
}

/** The test of the changed file itself, then the others that import it, then those that run `dist/`. */
function quickestFirst(
  tests: readonly string[],
  { file }: Change,
  ofDist: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const own = file.replace(/^src/, '__tests__').replace(/ts$/, 'test.ts');
  return [
    tests.filter((test) => test === own),
    tests.filter((test) => test !== own && !ofDist.has(test)),
    tests.filter((test) => test !== own && ofDist.has(test)),
  ];
}

/** The changes that the last run's tests did not notice, at their current places. */
function unnoticedOf(changes: readonly Change[]): readonly Change[] {
  const last: unknown = JSON.parse(readFileSync(REPORT, 'utf8'));
  const unnoticed = listOf(last).filter((one) => memberOf(one, 'outcome') === 'not noticed');
  return changes.filter((change) => unnoticed.some((one) => isSame(change, one)));
}

function lineOf({ file, line, before, after, outcome, by }: Tried): string {
  const heading = `${outcome}${by === undefined ? '' : ` by ${by}`}: ${file}:${line}`;
  return outcome === 'not noticed' ? `${heading}\n- ${before}\n+ ${after}` : heading;
}

function totalsOf(tried: readonly Tried[]): string {
  const count = (outcome: Tried['outcome']): number => tried.filter((one) => one.outcome === outcome).length;
  const [noticed, compiled] = [count('noticed'), count('noticed') + count('not noticed')];
  return `${compiled} changes tried: ${noticed} noticed, ${compiled - noticed} not noticed. ${count('did not compile')} more did not compile.`;
}
