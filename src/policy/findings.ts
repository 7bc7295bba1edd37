import { failing } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Validated } from '../messages/validate.ts';
import type { Naming } from '../results/naming.ts';
import { benchmarkTitle } from '../results/placed.ts';
import type { Results } from '../results/results.ts';
import { rulesOf } from '../rules.ts';
import {
  acceptanceOf,
  NO_ACCEPTANCE,
  type Acceptance,
  type JudgedRule,
  type RuleVerdict,
} from './acceptance.ts';
import { comparabilityOf, type Baseline, type ComparedScan } from './baseline.ts';
import { compareWithBaseline, type Comparison } from './comparison.ts';
import { dayOf } from './exceptions.ts';
import type { PolicyFiles } from './policy-files.ts';

/** What the exceptions and the baseline say about a scan. */
export interface Findings {
  /** Which failures are accepted. */
  readonly acceptance: Acceptance;
  readonly since?: SinceBaseline;
  /**
   * The number of rules that fail now but not in the baseline, without accepted ones; absent without `baseline-file`.
   */
  readonly newFailures?: number;
}

/** A baseline, and what has changed since. */
export interface SinceBaseline {
  readonly baseline: Baseline;
  readonly comparison: Comparison;
  /** What the user should know about the comparison; each a sentence. */
  readonly warnings: readonly string[];
}

/** What the results state about their scan, to compare it with a baseline's. */
export function statementOf(
  { targets, facts }: Pick<Results, 'targets' | 'facts'>,
  naming: Naming,
): ComparedScan {
  return {
    targets,
    naming,
    ...withoutUndefined({ benchmark: benchmarkTitle(facts), profile: facts.profile }),
  };
}

/** What the results state about their scan, and the current time. */
export interface ScanStatement extends ComparedScan {
  /** Now, in milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Applies the exceptions and the baseline to the rules of a scan.
 * @throws ActionFailure `InvalidInput` when the baseline is for another target, benchmark, profile or `rule-id`.
 */
export function findingsOf(
  { exceptions, baseline }: PolicyFiles,
  validated: Pick<Validated, 'messages' | 'leftOut' | 'outweighed'>,
  scan: ScanStatement,
): Findings {
  const { targets, now } = scan;
  const acceptance =
    exceptions.length === 0
      ? NO_ACCEPTANCE
      : acceptanceOf(exceptions, judgedRulesOf(validated), { targets, today: dayOf(now) });
  if (baseline === undefined) return { acceptance };
  const since = baseline === 'none yet' ? undefined : sinceBaseline(baseline, validated, scan);
  const { accepted } = acceptance;
  const failed = validated.messages.filter(
    ({ ruleId, status }) => status === 'FAILED' && !accepted.has(ruleId),
  );
  const failedBefore = since?.baseline.rules;
  const newFailures = new Set(
    failed.map(({ ruleId }) => ruleId).filter((id) => failedBefore?.get(id) !== 'FAILED'),
  );
  return { acceptance, newFailures: newFailures.size, ...withoutUndefined({ since }) };
}

function sinceBaseline(
  baseline: Baseline,
  validated: Pick<Validated, 'messages' | 'leftOut'>,
  scan: ScanStatement,
): SinceBaseline | undefined {
  // The report of a run that failed before it had results contains nothing to compare with.
  if (baseline.rules.size === 0) return undefined;
  const { refusals, warnings } = comparabilityOf(baseline.scan, scan);
  if (refusals.length > 0) {
    throw failing(
      'InvalidInput',
      `\`baseline-file\` is not a baseline for this scan: ${refusals.join(' ')}`,
      {
        remedy:
          'Give the report of an earlier run of the same scan: keep one for each target, benchmark and profile.',
      },
    );
  }
  return { baseline, warnings, comparison: compareWithBaseline(baseline.rules, validated) };
}

/** The rules of the messages, each with everything that its status comes from. */
function judgedRulesOf(validated: Pick<Validated, 'messages' | 'outweighed'>): readonly JudgedRule[] {
  const written = new Map<string, RuleVerdict[]>();
  for (const { ruleId, status, ruleResult } of [...validated.messages, ...validated.outweighed]) {
    if (ruleResult !== undefined) continue;
    const known = written.get(ruleId);
    if (known === undefined) written.set(ruleId, [{ id: ruleId, status }]);
    else known.push({ id: ruleId, status });
  }
  return rulesOf(validated).map(({ id, status, benchmark, scannerRules }) => ({
    id,
    status,
    verdicts: [...scannerRules, ...(written.get(id) ?? [])],
    ...withoutUndefined({ benchmark }),
  }));
}
