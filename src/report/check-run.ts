import { createHash } from 'node:crypto';
import { isTolerated, type Run } from '../run.ts';
import { plain } from './untrusted-text.ts';
import { headlineOf } from './headline.ts';
import { rulesPart } from './summary-rules.ts';
import { summaryOf } from './summary.ts';

/** Characters of a check run's summary that GitHub takes at most; counted here in bytes, which are never fewer. */
const LONGEST_SUMMARY = 65_000;
/** Code points of a check run's name and title. */
const LONGEST_NAME = 200;

/** A check run as GitHub takes it; every text is inert. */
export interface CheckRun {
  readonly name: string;
  /** What stays the same when the same step runs again for the same target, so that its check run is updated. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled';
  readonly title: string;
  /** Markup, as in the job summary. */
  readonly summary: string;
}

/** Where a step runs, as the runner says: what makes it the same step in another run. */
export interface StepIdentity {
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
}

/** The check run of a run; `blot` takes secrets out of foreign text. `name` is the input `check-name`. */
export function checkRunOf(
  run: Run,
  name: string,
  step: StepIdentity,
  blot: (text: string) => string,
): CheckRun {
  const target = run.results?.targets[0];
  const shown = name === '' ? nameFor(target) : name;
  return {
    name: Array.from(blot(plain(shown)))
      .slice(0, LONGEST_NAME)
      .join(''),
    externalId: externalIdOf(step, target),
    conclusion: conclusionOf(run),
    title: blot(plain(headlineOf(run).text)),
    summary: summaryOf(run, blot, rulesPart, LONGEST_SUMMARY),
  };
}

/** With the target, so that the hosts of a matrix do not overwrite each other. */
function nameFor(target: string | undefined): string {
  return target === undefined ? 'CIS benchmark' : `CIS benchmark (${target})`;
}

function externalIdOf({ workflow, job, step }: StepIdentity, target: string | undefined): string {
  const identity = JSON.stringify([workflow, job, step, target ?? null]);
  return `inspector-cis-telemetry/${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;
}

function conclusionOf(run: Run): CheckRun['conclusion'] {
  const { inputs, failure } = run;
  if (failure?.code === 'Cancelled') return 'cancelled';
  if (inputs?.dryRun === true) return 'neutral';
  if (failure === undefined) return 'success';
  return isTolerated(run) ? 'neutral' : 'failure';
}
