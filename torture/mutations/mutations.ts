import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { EXAMPLES } from '../../__tests__/results/scanners/examples.ts';
import { isSilent, MEANT, outcomeOf, type Outcome } from '../../__tests__/results/scanners/outcome.ts';
import type { Chance } from '../chance.ts';
import { violationsOf } from '../deliveries/invariants.ts';
import { runInProcess } from '../deliveries/step.ts';
import type { TrialResult, Family } from '../family.ts';
import { damagedBytes } from './bytes.ts';
import { damagesOf, type Damage } from './damage.ts';
import { DOCUMENTS } from './documents.ts';
import { xmlDamagesOf } from './xml.ts';

/** A document that a scanner may have written, and every single thing that can be wrong with it. */
interface Original {
  readonly format: string;
  /** The ways to write it. */
  readonly texts: readonly string[];
  readonly damages: readonly Damage<string>[];
}

const FOLDERS = ['../../examples', '../../__tests__/results/scanners/xccdf/fixtures'];

/** Documents of every format, with one thing wrong, several, or damaged byte by byte. */
export const MUTATIONS: Family = {
  name: 'mutations',
  description: `Documents of every format, in JSON, YAML and XML: the smallest ones, ones as a scanner writes them, and those in \`examples/\`. In half of the trials one node has another type or another name, stands in another place or is missing. In the others, one to five places are damaged byte by byte: bits flipped, runs removed or repeated, bytes inserted that mean something to a parser or are no UTF-8, the rest cut off.

Each is read and then goes through a whole dry run. It ends in messages and sentences, or in one failure of the table: never in \`UnexpectedError\`, and never in nothing at all. Where one node was changed, no rule is lost and none has a better status than before, unless something is said of it. (By the formats' own definitions a few changes mean something else: \`MEANT\` in the tests lists them.)`,
  run: (_number, chance, directory) => tryMutation(chance, directory),
};

const originals = new Map<string, Original>();

async function tryMutation(chance: Chance, directory: string): Promise<TrialResult> {
  const original = chance.pick([...sources().values()]);
  if (original === undefined) throw new Error('There are no documents.');
  const { format, texts, damages } = original;
  const text = chance.pick(texts) ?? '';
  const damage = chance.happens(0.5) ? chance.pick(damages) : undefined;
  const { bytes, what } =
    damage === undefined
      ? damagedBytes(Buffer.from(text), chance)
      : { bytes: Buffer.from(damage.make()), what: damage.what };
  const after = await outcomeOf(bytes);
  const violations = [...(await stepOver(bytes, chance, directory))];
  if (after !== 'refused' && after.statuses.length === 0 && after.sentences.length === 0)
    violations.push('nothing is said');
  const isMeant = MEANT[format]?.some((pattern) => pattern.test(what)) === true;
  if (damage !== undefined && !isMeant && isSilent(await outcomeOfOriginal(text), after))
    violations.push('a rule is lost or better, and nothing is said');
  return { violations: violations.map((one) => `${format}: ${what}: ${one}`) };
}

/** What a whole dry run over the document breaks of what every step promises. */
async function stepOver(bytes: Uint8Array, chance: Chance, directory: string): Promise<readonly string[]> {
  const given = {
    scanJobId: chance.uuid(),
    sessionToken: chance.uuid(),
    messages: [],
    invalid: 0,
    onInvalid: chance.pick(['fail', 'skip'] as const),
    dryRun: true,
    tolerated: [],
    chunkSize: 150,
    concurrency: 1,
    maxAttempts: 1,
  };
  const inputs = {
    'scan-job-id': given.scanJobId,
    'session-token': given.sessionToken,
    'results-file': 'results',
    'max-age': 'any',
    'on-invalid': given.onInvalid,
    'dry-run': 'true',
    'sarif-file': 'results.sarif',
  };
  const step = { given, inputs, files: { results: bytes }, behaviour: { failureRate: 0, secret: '' } };
  const record = await runInProcess(
    { ...step, stopAt: Infinity, grace: 0, isDebug: false },
    directory,
    chance,
  );
  // What the document says is not known here, so nothing can be said of single messages.
  return violationsOf(record).filter((what) => !what.startsWith('complete'));
}

const outcomes = new Map<string, Outcome>();

async function outcomeOfOriginal(text: string): Promise<Outcome> {
  const known = outcomes.get(text) ?? (await outcomeOf(text));
  outcomes.set(text, known);
  return known;
}

/** All documents, made once. */
function sources(): ReadonlyMap<string, Original> {
  if (originals.size > 0) return originals;
  const add = (name: string, original: Original): void => {
    originals.set(name, original);
  };
  for (const [format, documents] of Object.entries(EXAMPLES)) {
    for (const [index, document] of documents.entries()) add(`${format} ${index}`, ofData(format, document));
  }
  for (const [format, documents] of Object.entries(DOCUMENTS)) {
    for (const [name, document] of Object.entries(documents))
      add(`${format} ${name}`, ofData(format, document));
  }
  for (const folder of FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url)))) {
    for (const name of readdirSync(folder)) {
      const text = /\.(json|yml|xml)$/.test(name) ? readFileSync(join(folder, name), 'utf8') : '';
      const format = name.replace(/\.\w+$/, '');
      if (name.endsWith('.xml')) add(name, { format, texts: [text], damages: [...xmlDamagesOf(text)] });
      else if (text !== '') add(name, ofData(format, parse(text)));
    }
  }
  return originals;
}

function ofData(format: string, document: unknown): Original {
  const json = JSON.stringify(document);
  const damages = [...damagesOf(document)].map(({ what, make }) => ({
    what,
    make: () => JSON.stringify(make()),
  }));
  return { format, texts: [json, JSON.stringify(document, undefined, 2), stringify(document)], damages };
}
