import type { Validated } from '../messages/validate.ts';
import { rulesOf } from '../rules.ts';
import { acceptanceOf, NO_ACCEPTANCE, type Acceptance, type JudgedRule, type Verdict } from './acceptance.ts';
import { dayOf } from './exceptions.ts';
import type { PolicyFiles } from './policy-files.ts';

/** What the user's files find in a scan. */
export interface Findings {
  /** Which failures are accepted. */
  readonly acceptance: Acceptance;
}

/** What the scan states of itself. */
export interface ScanStatement {
  /** All names of what was scanned. */
  readonly targets: readonly string[];
  /** Now, in milliseconds since the epoch. */
  readonly now: number;
}

/** Holds the user's files against the rules of a scan. */
export function findingsOf(
  { exceptions }: PolicyFiles,
  validated: Pick<Validated, 'messages' | 'outweighed'>,
  { targets, now }: ScanStatement,
): Findings {
  if (exceptions.length === 0) return { acceptance: NO_ACCEPTANCE };
  return {
    acceptance: acceptanceOf(exceptions, judgedRulesOf(validated), { targets, today: dayOf(now) }),
  };
}

/** The rules of the messages, each with everything that makes its verdict. */
function judgedRulesOf(validated: Pick<Validated, 'messages' | 'outweighed'>): readonly JudgedRule[] {
  const written = new Map<string, Verdict[]>();
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
    ...(benchmark === undefined ? {} : { benchmark }),
  }));
}
