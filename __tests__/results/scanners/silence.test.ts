import { describe, expect, test } from '@jest/globals';
import { ActionFailure } from '../../../src/failure.ts';
import { describePlace } from '../../../src/place.ts';
import { interpretResults } from '../../../src/results/results.ts';
import { SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../../src/status.ts';
import { damaged, type Damaged } from './damage.ts';
import { DOCUMENTS } from './documents.ts';

/** Damage that cannot be seen, because the scanner itself writes what is left. */
const UNSEEN: readonly { readonly format: string; readonly damage: RegExp; readonly why: string }[] = [
  {
    format: 'trivy-compliance',
    damage: /^Results\/\d+\/Results is null$/,
    why: 'Trivy writes `null` for a control of which no check found anything, and passes it',
  },
  {
    format: 'trivy-compliance',
    damage: /^Results\/\d+\/DefaultStatus (?:is missing|has another name|stands at )/,
    why: 'Trivy leaves the member out for a control that has no default',
  },
];

/** Milliseconds for the thousands of documents of one test: a slow machine is no failure. */
const MOST_TIME = 120_000;

const documents = Object.entries(DOCUMENTS).flatMap(([format, ofFormat]) =>
  Object.entries(ofFormat).map(([name, document]) => ({ format, name, document })),
);

describe.each(documents)('$format $name', ({ format, document }) => {
  test(
    'is never read as less or better without a word, whatever is damaged in it',
    async () => {
      const whole = await outcomeOf(document);
      if (whole === undefined) throw new Error('the document itself cannot be read');
      const silent: string[] = [];
      let tried = 0;
      for (const one of damaged(document)) {
        tried += 1;
        const gap = gapOf(whole, await outcomeOf(one.document));
        if (gap !== undefined && !isUnseen(format, one)) silent.push(`${nameOf(one)}: ${gap}`);
      }
      expect(tried).toBeGreaterThan(100);
      expect(silent).toEqual([]);
    },
    MOST_TIME,
  );
});

interface Outcome {
  readonly rules: ReadonlyMap<string, Status>;
  /** Everything that the user is told of what was read. */
  readonly told: ReadonlySet<string>;
}

/** What comes of a document; `undefined` when the step fails. */
async function outcomeOf(document: unknown): Promise<Outcome | undefined> {
  const bytes = Buffer.from(JSON.stringify(document));
  const file = { name: 'results', path: 'results', bytes, modified: 0, device: 0 };
  const session = { scanJobId: 'a', sessionToken: 'b' };
  const reading = { session, format: 'auto', scanners: SCANNERS, unsupported: UNSUPPORTED };
  try {
    const { ruleResults, faults, recordFaults, warnings, notices, files } = await interpretResults(
      [file],
      reading,
    );
    if (faults.length + recordFaults.length > 0) return undefined;
    const told = [...warnings, ...notices].map(({ sentence, place }) =>
      place === undefined ? sentence : `${sentence} ${describePlace(place)}`,
    );
    return {
      rules: new Map(ruleResults.map((result) => [result.ruleId, result.status])),
      told: new Set([...told, ...files.map(({ excluded }) => JSON.stringify(excluded))]),
    };
  } catch (error) {
    if (error instanceof ActionFailure) return undefined;
    throw error;
  }
}

/** What was lost without a word; `undefined` when nothing was. */
function gapOf(whole: Outcome, now: Outcome | undefined): string | undefined {
  if (now === undefined || [...now.told].some((sentence) => !whole.told.has(sentence))) return undefined;
  if (now.rules.size < whole.rules.size) return `${whole.rules.size - now.rules.size} rules fewer`;
  const better = [...now.rules].find(([rule, status]) => {
    const before = whole.rules.get(rule);
    return before !== undefined && goodness(status) > goodness(before);
  });
  return better && `${better[0]} is ${better[1]} instead of ${whole.rules.get(better[0]) ?? ''}`;
}

function goodness(status: Status): number {
  return STATUSES_WORST_FIRST.indexOf(status);
}

function isUnseen(format: string, one: Damaged): boolean {
  return UNSEEN.some((unseen) => unseen.format === format && unseen.damage.test(nameOf(one)));
}

function nameOf({ path, what }: Damaged): string {
  return `${path.join('/')} ${what}`;
}
