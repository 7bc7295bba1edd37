import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { EXAMPLES } from '../../__tests__/results/scanners/examples.ts';
import {
  isSilent,
  CHANGES_OF_MEANING,
  outcomeOf,
  type Outcome,
} from '../../__tests__/results/scanners/outcome.ts';
import type { Chance } from '../chance.ts';
import { violationsOf } from '../deliveries/invariants.ts';
import { dryRunOfDocument } from '../dry-run.ts';
import { runInProcess } from '../deliveries/step.ts';
import type { TrialResult, Family } from '../family.ts';
import { damagedBytes } from './bytes.ts';
import { damagesOf, type Damage } from './damage.ts';
import { DOCUMENTS } from './documents.ts';
import { xmlDamagesOf } from './xml.ts';

/** A document as a scanner might write it, and every single change that can damage it. */
interface Original {
  readonly format: string;
  /** The document in several layouts. */
  readonly texts: readonly string[];
  readonly damages: readonly Damage<string>[];
}

const FOLDERS = ['../../examples', '../../__tests__/results/scanners/xccdf/fixtures'];

/** Documents of every format, with one node changed or bytes damaged. */
export const MUTATIONS: Family = {
  name: 'mutations',
  description: `Documents of every format, in JSON, YAML and XML: minimal ones, realistic ones and those in \`examples/\`. In half of the trials, one node gets another type or name, is moved or is removed. In the other half, bytes are damaged in one to five places: a bit is flipped, a run is removed or repeated, bytes are inserted that are special to a parser or not UTF-8, or the rest is cut off.

Each document is read and then goes through a whole dry run. The result is messages and sentences, or one documented failure; it is never \`UnexpectedError\` and never nothing at all. If one node was changed, no rule is lost or gets a better status without a sentence that says so. A few changes are exempt because, by the format's own definition, they change what the document means; \`CHANGES_OF_MEANING\` in the tests lists them.`,
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
  const violations = [...(await violationsInDryRun(bytes, chance, directory))];
  if (after !== 'refused' && after.statuses.length === 0 && after.sentences.length === 0)
    violations.push('there are neither messages nor sentences');
  const changesMeaning = CHANGES_OF_MEANING[format]?.some((pattern) => pattern.test(what)) === true;
  if (damage !== undefined && !changesMeaning && isSilent(await outcomeOfOriginal(text), after))
    violations.push('a rule is lost or has a better status, and no sentence says so');
  return { violations: violations.map((one) => `${format}: ${what}: ${one}`) };
}

/** The promises that a whole dry run with the document breaks. */
async function violationsInDryRun(
  bytes: Uint8Array,
  chance: Chance,
  directory: string,
): Promise<readonly string[]> {
  const given = dryRunOfDocument(chance);
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
  // The trial does not know what the document says, so it cannot check that every message is accounted for.
  return violationsOf(record).filter((what) => !what.startsWith('complete'));
}

const outcomes = new Map<string, Outcome>();

async function outcomeOfOriginal(text: string): Promise<Outcome> {
  const known = outcomes.get(text) ?? (await outcomeOf(text));
  outcomes.set(text, known);
  return known;
}

/** All documents, built once. */
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
