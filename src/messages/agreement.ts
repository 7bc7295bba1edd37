import type { Fault } from '../failure.ts';
import { describePlace } from '../place.ts';
import { eachInSteps, type Steps } from '../results/parse/steps.ts';
import { worstOf } from '../status.ts';
import { quote } from '../text.ts';
import { bytesOf, type LeftOut, type Message } from './message.ts';

/** One verdict for each rule, and the messages that are not sent because of it. */
export interface Agreement {
  readonly agreed: readonly Message[];
  /** Messages of rules whose messages contradict each other. */
  readonly contradicted: readonly LeftOut[];
  /** One fault for each message that contradicts the first one of its rule. */
  readonly contradictions: readonly Fault[];
  readonly repeats: readonly Message[];
  /** Messages of rules for which both a messages file and a scanner have a result, and the other one is sent. */
  readonly outweighed: readonly Message[];
}

/**
 * One verdict for each rule. Among messages from messages files (`written`), exact repeats are sent once, and different
 * statuses are a fault, because it is unknown which one Inspector would keep. A rule's messages file and scanner
 * (`scanned`, one message for each rule) count like two scanners: the worse status is sent, or the scanner's message if
 * both agree.
 */
export function* agreementOf(written: readonly Message[], scanned: readonly Message[]): Steps<Agreement> {
  const { firsts, contradicted, contradictions, repeats } = yield* compareMessages(written);
  const agreed = [...written, ...scanned].filter(({ ruleId }) => !contradicted.has(ruleId));
  yield;
  const outweighed = outweighedOf(agreed, firsts, new Set(scanned));
  return {
    agreed: agreed.filter((message) => !repeats.has(message) && !outweighed.has(message)),
    contradicted: [...written, ...scanned].flatMap(({ ruleId, status }) => {
      const fault = contradicted.get(ruleId);
      return fault === undefined ? [] : [{ ruleId, status, fault }];
    }),
    contradictions,
    repeats: agreed.filter((message) => repeats.has(message)),
    outweighed: agreed.filter((message) => outweighed.has(message) && !repeats.has(message)),
  };
}

interface MessageComparison {
  /** The first message of each rule. */
  readonly firsts: ReadonlyMap<string, Message>;
  /** The rules whose messages contradict each other, each with its fault. */
  readonly contradicted: ReadonlyMap<string, Fault>;
  readonly contradictions: readonly Fault[];
  readonly repeats: ReadonlySet<Message>;
}

function* compareMessages(messages: readonly Message[]): Steps<MessageComparison> {
  const firsts = new Map<string, Message>();
  const contentsOfRules = new Map<string, Set<string>>();
  const contradicted = new Map<string, Fault>();
  const contradictions: Fault[] = [];
  const repeats = new Set<Message>();
  yield* eachInSteps(messages, (message) => {
    const { ruleId, status } = message;
    const first = firsts.get(ruleId);
    if (first === undefined) {
      firsts.set(ruleId, message);
      return;
    }
    if (status !== first.status) {
      const fault = contradiction(message, first);
      contradicted.set(ruleId, fault);
      contradictions.push(fault);
    }
    const contents = contentsOfRules.get(ruleId) ?? new Set([contentOf(first)]);
    contentsOfRules.set(ruleId, contents);
    const content = contentOf(message);
    if (contents.has(content)) repeats.add(message);
    contents.add(content);
  });
  return { firsts, contradicted, contradictions, repeats };
}

function contentOf({ status, cisRuleDetails }: Message): string {
  return `${status} ${Buffer.from(bytesOf(cisRuleDetails)).toString('base64')}`;
}

function contradiction({ ruleId, status, place }: Message, other: Message): Fault {
  return {
    sentence: `Rule ${quote(ruleId)} is ${status} here and ${other.status} at ${describePlace(other.place)}: a rule can have only one verdict.`,
    place,
  };
}

function outweighedOf(
  messages: readonly Message[],
  written: ReadonlyMap<string, Message>,
  scanned: ReadonlySet<Message>,
): ReadonlySet<Message> {
  const worseByHand = new Set<string>();
  const both = new Set<string>();
  for (const { ruleId, status } of scanned) {
    const byHand = written.get(ruleId)?.status;
    if (byHand === undefined) continue;
    both.add(ruleId);
    if (byHand !== status && worstOf([byHand, status]) === byHand) worseByHand.add(ruleId);
  }
  const isOutweighed = (message: Message): boolean =>
    both.has(message.ruleId) && scanned.has(message) === worseByHand.has(message.ruleId);
  return new Set(messages.filter(isOutweighed));
}
