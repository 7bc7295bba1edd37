import { failing, type Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import { atOnce, eachInSteps, type Steps } from '../results/parse/steps.ts';
import type { Results } from '../results/results.ts';
import { STATUSES_WORST_FIRST, worstOf, type Status } from '../status.ts';
import { grouped, quote } from '../text.ts';
import { agreementOf } from './agreement.ts';
import { base64Notices } from './base64.ts';
import { checkDraft, type Checked, type DraftChecks } from './draft.ts';
import { notBetterThan } from './earlier.ts';
import type { LeftOut, Message } from './message.ts';
import { ruleResultChecker } from './result-message.ts';

/** The most faults of all messages; each takes some 500 bytes. */
const MOST_FAULTS = 100_000;

export interface MessageChecks extends DraftChecks {
  /** What earlier steps of the session delivered. No rule gets a better status than that. */
  readonly delivered?: ReadonlyMap<string, Status> | undefined;
}

/** The valid messages, and what is wrong with the others. */
export interface Validated {
  /** Valid messages, without repeats. */
  readonly messages: readonly Message[];
  /** Messages that are not valid, or belong to a rule with an invalid one. Each has at least one fault. */
  readonly leftOut: readonly LeftOut[];
  /** All faults of all messages, in the order of the files. */
  readonly faults: readonly Fault[];
  /** Exact duplicates, which are sent once. */
  readonly repeats: readonly Message[];
  /** Messages of rules for which both a messages file and a scanner have a result, and the other one is sent. */
  readonly outweighed: readonly Message[];
  /** Rules for which an earlier step of the session delivered a worse status, which is sent again. */
  readonly worsened: readonly string[];
  /** What the user should know about valid messages; each is a notice annotation. */
  readonly notices: readonly Fault[];
}

/** The parts of the results that messages are made from. */
export type MessageSource = Pick<Results, 'drafts' | 'ruleResults' | 'recordFaults' | 'unreadable'>;

/**
 * Makes and validates the messages of messages files (`drafts`) and scanners' files (`ruleResults`). A record without a
 * rule result (`recordFaults`) counts as an invalid message.
 */
export function validate(results: MessageSource, checks: MessageChecks): Validated {
  return atOnce(validation(results, checks));
}

/** The same in steps. */
export function* validation(results: MessageSource, checks: MessageChecks): Steps<Validated> {
  const { delivered = new Map<string, Status>() } = checks;
  const earlier = notBetterThan(results.ruleResults, delivered);
  const { recordFaults, unreadable } = results;
  const drafts = yield* checkEach(results.drafts, (draft) => checkDraft(draft, checks));
  const scanned = yield* checkEach(earlier.items, ruleResultChecker(checks.secret));
  const invalid = [...drafts, ...scanned].flatMap((one) => ('leftOut' in one ? [one] : []));
  yield;
  const worstLeftOut = worstOfEach(invalid.map(({ leftOut }) => leftOut));

  const keep = ({ ruleId, status }: Message): boolean =>
    !unreadable.has(ruleId) && !isWorse(worstLeftOut.get(ruleId), status);
  const written = messagesOf(drafts);
  const made = messagesOf(scanned);
  const hidden = [...written, ...made].filter((message) => !keep(message)).map(leftOutWithItsRule);
  yield;
  const agreement = yield* agreementOf(written.filter(keep), made.filter(keep));
  yield;
  const { items, worsened } = notBetterThan(agreement.agreed, delivered);
  const notices = yield* base64Notices(results.drafts, checks.detailsEncoding);
  return {
    messages: items,
    worsened: [...earlier.worsened, ...worsened],
    leftOut: [
      ...recordFaults.map(({ ruleId, status, ...fault }) => ({
        fault,
        ...withoutUndefined({ ruleId, status }),
      })),
      ...invalid.map(({ leftOut }) => leftOut),
      ...hidden,
      ...agreement.contradicted,
    ],
    faults: [
      ...recordFaults,
      ...invalid.flatMap(({ faults }) => faults),
      ...hidden.map(({ fault }) => fault),
      ...agreement.contradictions,
    ],
    repeats: agreement.repeats,
    outweighed: agreement.outweighed,
    notices,
  };
}

/** @throws ActionFailure `InvalidMessages` as soon as there are more faults than anybody can correct one by one. */
function* checkEach<Item>(items: readonly Item[], check: (item: Item) => Checked): Steps<readonly Checked[]> {
  const faults: Fault[] = [];
  const all: Checked[] = [];
  yield* eachInSteps(items, (item) => {
    const checked = check(item);
    all.push(checked);
    if ('faults' in checked) faults.push(...checked.faults);
    if (faults.length > MOST_FAULTS) {
      const sentence = `Nothing is sent: the results have more than ${grouped(MOST_FAULTS)} faults.`;
      throw failing('InvalidMessages', sentence, {
        faults,
        remedy: 'Check that the file has messages, or results of one of the formats in `docs/formats.md`.',
      });
    }
  });
  return all;
}

function messagesOf(checked: readonly Checked[]): readonly Message[] {
  return checked.flatMap((one) => ('message' in one ? [one.message] : []));
}

/** The worst status of each rule among messages that are left out; `unknown` if one has no readable status. */
function worstOfEach(leftOut: readonly LeftOut[]): ReadonlyMap<string, Status | 'unknown'> {
  const worst = new Map<string, Status | 'unknown'>();
  for (const { ruleId, status = 'unknown' } of leftOut) {
    if (ruleId === undefined) continue;
    const known = worst.get(ruleId) ?? status;
    const either = known === 'unknown' || status === 'unknown' ? 'unknown' : worstOf([known, status]);
    worst.set(ruleId, either ?? 'unknown');
  }
  return worst;
}

function isWorse(leftOut: Status | 'unknown' | undefined, status: Status): boolean {
  if (leftOut === undefined) return false;
  return (
    leftOut === 'unknown' || STATUSES_WORST_FIRST.indexOf(leftOut) < STATUSES_WORST_FIRST.indexOf(status)
  );
}

/** Without the worst of its results, a rule would look better than it is. */
function leftOutWithItsRule({ ruleId, status, place }: Message): LeftOut {
  const sentence = `Rule ${quote(ruleId)} is left out: another of its results cannot be read and may be worse.`;
  return { ruleId, status, fault: { sentence, place } };
}
