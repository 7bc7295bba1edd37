import type { Fault } from '../failure.ts';
import { isRecommendation } from '../results/naming.ts';
import { comparableName } from '../results/targets.ts';
import type { Status } from '../status.ts';
import { allOf, count, quote } from '../text.ts';
import type { Exception } from './exceptions.ts';
import { likenessOf } from './same-benchmark.ts';

/** Rules that a sentence names. */
const MOST_NAMED = 3;

/** A rule of the outcome, as exceptions are held against it. */
export interface JudgedRule {
  /** The name that goes to Inspector. */
  readonly id: string;
  readonly status: Status;
  /** The benchmark with its version, where the results state it. */
  readonly benchmark?: string;
  /** Everything that makes its verdict: scanners' rules, and messages of messages files under the rule's own name. */
  readonly verdicts: readonly Verdict[];
}

/** What one rule of a scanner says, or one message of a messages file. */
export interface Verdict {
  readonly id: string;
  readonly status: Status;
}

/** What is known of the scan that exceptions are held against. */
export interface ScanInQuestion {
  /** All names of what was scanned; empty where the results state none. */
  readonly targets: readonly string[];
  /** Today in UTC: `2027-06-30`. */
  readonly today: string;
}

/** Which failures are accepted, and what is to be said of the exceptions. */
export interface Acceptance {
  /** The accepted rules by the names that go to Inspector, each with the exceptions that accept it. */
  readonly accepted: ReadonlyMap<string, readonly Exception[]>;
  /** Exceptions that accept nothing where they should, each at its line. */
  readonly warnings: readonly Fault[];
  /** Exceptions for other targets or benchmarks. */
  readonly elsewhere: number;
}

/** Nothing is accepted. */
export const NO_ACCEPTANCE: Acceptance = { accepted: new Map(), warnings: [], elsewhere: 0 };

/** What becomes of one exception: it stands for these rules, it is for another scan, or it is worth a warning. */
type Standing =
  { readonly stands: readonly JudgedRule[] } | { readonly isElsewhere: true } | { readonly warning: string };

/**
 * Holds exceptions against the rules of a scan. Only FAILED can be accepted. A recommendation is accepted when an
 * exception names it, or when every failing rule in it has an exception of its own.
 */
export function acceptanceOf(
  exceptions: readonly Exception[],
  rules: readonly JudgedRule[],
  scan: ScanInQuestion,
): Acceptance {
  const byName = rulesByName(rules);
  const standing = new Map<JudgedRule, Exception[]>();
  const warnings: Fault[] = [];
  let elsewhere = 0;
  for (const exception of exceptions) {
    const found = standingOf(exception, byName.get(exception.rule) ?? [], rules, scan);
    if ('warning' in found) warnings.push({ sentence: found.warning, place: exception.place });
    else if ('isElsewhere' in found) elsewhere += 1;
    else for (const rule of found.stands) standing.set(rule, [...(standing.get(rule) ?? []), exception]);
  }

  const accepted = new Map<string, readonly Exception[]>();
  for (const [rule, own] of standing) {
    const open = openVerdicts(rule, own);
    if (open.length === 0) accepted.set(rule.id, own);
    else warnings.push(...own.map(({ place }) => ({ sentence: notAccepted(rule, open), place })));
  }
  return { accepted, warnings, elsewhere };
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

function standingOf(
  exception: Exception,
  named: readonly JudgedRule[],
  rules: readonly JudgedRule[],
  scan: ScanInQuestion,
): Standing {
  const { rule: name, target, benchmark, expires } = exception;
  const which = `The exception for ${quote(name)}`;
  if (target !== undefined) {
    if (scan.targets.length === 0)
      return { warning: `${which} is for ${quote(target)}, but the results do not state what was scanned.` };
    if (!scan.targets.some((one) => comparableName(one) === comparableName(target)))
      return { isElsewhere: true };
  }
  // An exception for another benchmark is for another scan; one for another version is most likely out of date.
  const likenesses = new Map(
    [...new Set(rules.map((rule) => rule.benchmark))].map((stated) => [
      stated,
      likenessOf(benchmark, stated),
    ]),
  );
  const isSame = (rule: JudgedRule): boolean =>
    benchmark === undefined && !isRecommendation(name) ? true : likenesses.get(rule.benchmark) === 'same';
  const isElsewhere =
    benchmark !== undefined && [...likenesses.values()].every((likeness) => likeness === 'another benchmark');
  if (isElsewhere && [...likenesses.keys()].some((stated) => stated !== undefined)) return { isElsewhere };
  if (expires < scan.today) return { warning: `${which} expired: its last day was ${expires}.` };
  if (named.length === 0) return { warning: `${which} accepts nothing: the results have no such rule.` };
  const ofBenchmark = named.filter(isSame);
  if (ofBenchmark.length === 0)
    return { warning: `${which} accepts nothing: ${whyNotSame(exception, named)}` };

  const failing = ofBenchmark.filter((rule) => statusUnder(name, rule) === 'FAILED');
  const [first] = ofBenchmark;
  if (failing.length > 0 || first === undefined) return { stands: failing };
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

/** What a rule says under a name: its own, or that of one of its verdicts. */
function statusUnder(name: string, rule: JudgedRule): Status {
  if (name === rule.id) return rule.status;
  return rule.verdicts.find(({ id }) => id === name)?.status ?? rule.status;
}

/** What still fails of a rule although there are exceptions: nothing when it is accepted. */
function openVerdicts(rule: JudgedRule, exceptions: readonly Exception[]): readonly Verdict[] {
  const names = new Set(exceptions.map(({ rule: name }) => name));
  if (rule.status === 'FAILED' && names.has(rule.id)) return [];
  const failing = rule.verdicts.filter(({ status }) => status === 'FAILED');
  const open = failing.filter(({ id }) => !names.has(id));
  // A rule that fails for another reason, such as an earlier step's worse verdict, or one that is not FAILED itself.
  const isExplained = rule.status === 'FAILED' && failing.length > 0;
  return isExplained ? open : [{ id: rule.id, status: rule.status }];
}

function notAccepted({ id }: JudgedRule, open: readonly Verdict[]): string {
  const named = open.slice(0, MOST_NAMED).map((verdict) => quote(verdict.id));
  const more = open.length > named.length ? [count(open.length - named.length, 'other')] : [];
  const [only] = open;
  if (open.length === 1 && only?.id === id)
    return `Rule ${quote(id)} is not accepted: it is ${only.status} whatever its scanners' rules say.`;
  const fail = open.length === 1 ? 'fails' : 'fail';
  return `Rule ${quote(id)} is not accepted: ${allOf([...named, ...more])} in it ${fail} too, without an exception.`;
}
