import type { Fault } from '../failure.ts';
import { isRecommendation } from '../results/naming.ts';
import { comparableName } from '../results/targets.ts';
import type { Status } from '../status.ts';
import { allOf, count, quote } from '../text.ts';
import type { Exception } from './exceptions.ts';
import { likenessOf } from './same-benchmark.ts';

/** The most rules that a sentence names. */
const MOST_NAMED = 3;

/** A rule that exceptions are checked against. */
export interface JudgedRule {
  /** The name that is sent to Inspector. */
  readonly id: string;
  readonly status: Status;
  /** The benchmark with its version, if the results state it. */
  readonly benchmark?: string;
  /**
   * Everything that its status comes from: scanners' rules, and messages of messages files with the rule's own name.
   */
  readonly verdicts: readonly RuleVerdict[];
}

/** The status of one rule of a scanner, or of one message in a messages file. */
export interface RuleVerdict {
  readonly id: string;
  readonly status: Status;
}

/** The scan that exceptions are checked against. */
export interface ScanContext {
  /** All names of what was scanned; empty if the results state none. */
  readonly targets: readonly string[];
  /** Today in UTC: `2027-06-30`. */
  readonly today: string;
}

/** Which failures are accepted, and what to report about the exceptions. */
export interface Acceptance {
  /** The accepted rules by the names that are sent to Inspector, each with the exceptions that accept it. */
  readonly accepted: ReadonlyMap<string, readonly Exception[]>;
  /** Warnings about exceptions that should accept something but do not, each at its line. */
  readonly warnings: readonly Fault[];
  /** The number of exceptions for other targets or benchmarks. */
  readonly forOtherScans: number;
}

/** Nothing is accepted. */
export const NO_ACCEPTANCE: Acceptance = { accepted: new Map(), warnings: [], forOtherScans: 0 };

/** The effect of one exception: it accepts these rules, it is for another scan, or it deserves a warning. */
type Effect =
  | { readonly accepts: readonly JudgedRule[] }
  | { readonly isForAnotherScan: true }
  | { readonly warning: string };

/**
 * Checks exceptions against the rules of a scan. Only FAILED can be accepted. A recommendation is accepted if an
 * exception names it, or if every failing rule in it has its own exception.
 */
export function acceptanceOf(
  exceptions: readonly Exception[],
  rules: readonly JudgedRule[],
  scan: ScanContext,
): Acceptance {
  const byName = rulesByName(rules);
  const exceptionsByRule = new Map<JudgedRule, Exception[]>();
  const warnings: Fault[] = [];
  let forOtherScans = 0;
  for (const exception of exceptions) {
    const effect = effectOf(exception, byName.get(exception.rule) ?? [], rules, scan);
    if ('warning' in effect) warnings.push({ sentence: effect.warning, place: exception.place });
    else if ('isForAnotherScan' in effect) forOtherScans += 1;
    else
      for (const rule of effect.accepts)
        exceptionsByRule.set(rule, [...(exceptionsByRule.get(rule) ?? []), exception]);
  }

  const accepted = new Map<string, readonly Exception[]>();
  for (const [rule, own] of exceptionsByRule) {
    const open = openVerdicts(rule, own);
    if (open.length === 0) accepted.set(rule.id, own);
    else warnings.push(...own.map(({ place }) => ({ sentence: notAccepted(rule, open), place })));
  }
  return { accepted, warnings, forOtherScans };
}

function rulesByName(rules: readonly JudgedRule[]): ReadonlyMap<string, readonly JudgedRule[]> {
  const byName = new Map<string, JudgedRule[]>();
  for (const rule of rules) {
    for (const name of new Set([rule.id, ...rule.verdicts.map(({ id }) => id)])) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [rule]);
      else known.push(rule);
    }
  }
  return byName;
}

function effectOf(
  exception: Exception,
  named: readonly JudgedRule[],
  rules: readonly JudgedRule[],
  scan: ScanContext,
): Effect {
  const { rule: name, target, benchmark, expires } = exception;
  const which = `The exception for ${quote(name)}`;
  if (target !== undefined) {
    if (scan.targets.length === 0)
      return { warning: `${which} is for ${quote(target)}, but the results do not state what was scanned.` };
    if (!scan.targets.some((one) => comparableName(one) === comparableName(target)))
      return { isForAnotherScan: true };
  }
  // An exception for another benchmark belongs to another scan; one for another version is most likely out of date.
  const likenesses = new Map(
    [...new Set(rules.map((rule) => rule.benchmark))].map((stated) => [
      stated,
      likenessOf(benchmark, stated),
    ]),
  );
  const isSame = (rule: JudgedRule): boolean =>
    benchmark === undefined && !isRecommendation(name) ? true : likenesses.get(rule.benchmark) === 'same';
  const isForAnotherScan =
    benchmark !== undefined && [...likenesses.values()].every((likeness) => likeness === 'another benchmark');
  if (isForAnotherScan && [...likenesses.keys()].some((stated) => stated !== undefined))
    return { isForAnotherScan };
  if (expires < scan.today) return { warning: `${which} expired: its last day was ${expires}.` };
  if (named.length === 0) return { warning: `${which} accepts nothing: the results have no such rule.` };
  const ofBenchmark = named.filter(isSame);
  if (ofBenchmark.length === 0)
    return { warning: `${which} accepts nothing: ${whyNotSame(exception, named)}` };

  const failing = ofBenchmark.filter((rule) => statusUnder(name, rule) === 'FAILED');
  const [first] = ofBenchmark;
  if (failing.length > 0 || first === undefined) return { accepts: failing };
  const status = statusUnder(name, first);
  return {
    warning:
      status === 'ERROR' || status === 'UNKNOWN'
        ? `${which} accepts nothing: the rule is ${status}, and only FAILED can be accepted.`
        : `${which} is no longer needed: the rule is ${status}.`,
  };
}

function whyNotSame({ benchmark }: Exception, [rule]: readonly JudgedRule[]): string {
  const stated = rule?.benchmark;
  if (benchmark === undefined)
    return `the same number means a different rule in another benchmark, so it needs \`benchmark: ${stated ?? ''}\`.`;
  return stated === undefined
    ? `it is for ${quote(benchmark)}, but the results do not state a benchmark.`
    : `it is for ${quote(benchmark)}, but the results are for ${quote(stated)}.`;
}

/** The status under a name: the rule's own name, or that of one of its verdicts. */
function statusUnder(name: string, rule: JudgedRule): Status {
  if (name === rule.id) return rule.status;
  return rule.verdicts.find(({ id }) => id === name)?.status ?? rule.status;
}

/** The verdicts of a rule that fail despite the exceptions; empty if the rule is accepted. */
function openVerdicts(rule: JudgedRule, exceptions: readonly Exception[]): readonly RuleVerdict[] {
  const names = new Set(exceptions.map(({ rule: name }) => name));
  if (rule.status === 'FAILED' && names.has(rule.id)) return [];
  const failing = rule.verdicts.filter(({ status }) => status === 'FAILED');
  const open = failing.filter(({ id }) => !names.has(id));
  // Otherwise the rule fails for another reason, such as a worse message for it, or is not FAILED itself.
  const isExplained = rule.status === 'FAILED' && failing.length > 0;
  return isExplained ? open : [{ id: rule.id, status: rule.status }];
}

function notAccepted({ id }: JudgedRule, open: readonly RuleVerdict[]): string {
  const named = open.slice(0, MOST_NAMED).map((verdict) => quote(verdict.id));
  const more = open.length > named.length ? [count(open.length - named.length, 'other')] : [];
  const [only] = open;
  if (open.length === 1 && only?.id === id)
    return `Rule ${quote(id)} is not accepted: it is ${only.status} regardless of its scanners' rules.`;
  const fail = open.length === 1 ? 'fails' : 'fail';
  return `Rule ${quote(id)} is not accepted: ${allOf([...named, ...more])} in it ${fail} too, without an exception.`;
}
