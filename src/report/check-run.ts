import { createHash } from 'node:crypto';
import { isTolerated, type Run } from '../run.ts';
import type { TimeIsUp } from './ending.ts';
import { plain } from './untrusted-text.ts';
import { headlineOf } from './headline.ts';
import { rulesPart } from './summary-rules.ts';
import { summaryOf } from './summary.ts';

/**
 * The most bytes of a check run's summary. GitHub's limit is 65,535 characters, which are never more than the bytes.
 */
const LONGEST_SUMMARY = 65_000;
/** Code points of a check run's name and title. */
const LONGEST_NAME = 200;

/** A check run for GitHub's API; every text is inert. */
export interface CheckRun {
  readonly name: string;
  /** The same for each run of a step for a target, so that its check run is updated. */
  readonly externalId: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled';
  readonly title: string;
  /** Markup, as in the job summary. */
  readonly summary: string;
}

/** What identifies the same step in another run, from the runner's variables. */
export interface StepIdentity {
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
}

/**
 * The check run for a run. `redact` redacts secrets in foreign text; `name` is the input `check-name`. A cancelled step
 * may have no time for its rules.
 */
export function checkRunOf(
  run: Run,
  name: string,
  step: StepIdentity,
  redact: (text: string) => string,
  timeIsUp: TimeIsUp = () => false,
): CheckRun {
  const target = run.results?.targets[0];
  const shown = name === '' ? nameFor(target) : name;
  return {
    name: Array.from(redact(plain(shown)))
      .slice(0, LONGEST_NAME)
      .join(''),
    externalId: externalIdOf(step, target),
    conclusion: conclusionOf(run),
    title: redact(plain(headlineOf(run).text)),
    summary: summaryOf(run, redact, timeIsUp() ? undefined : rulesPart, LONGEST_SUMMARY),
  };
}

/** The name contains the target, so that the hosts of a matrix do not overwrite each other. */
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
