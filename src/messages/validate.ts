import type { Fault } from '../failure.ts';
import { isRecord, memberOf, type JsonRecord } from '../json.ts';
import { describePlace, type Place } from '../place.ts';
import type { PlacedDraft, PlacedRuleResult } from '../results/results.ts';
import { STATUSES_WORST_FIRST, isStatus, type Status } from '../status.ts';
import { allOf, anyOf, count, didYouMean, quote, unknownMembers } from '../text.ts';
import { detailsOf } from './details.ts';
import { LIMITS, type Message } from './message.ts';

const MEMBERS = ['ruleId', 'status', 'cisRuleDetails'] as const;

/** How messages are made and checked. */
export interface Validation {
  /** How string details of a messages file are read that says nothing itself. */
  readonly detailsEncoding: 'text' | 'base64';
  /** The session token: a message that holds it is refused, a scanner's text that holds it loses it. */
  readonly secret: string;
}

/** The messages that Inspector takes, and what is wrong with the others. */
export interface Validated {
  /** Valid messages, each once. */
  readonly messages: readonly Message[];
  /** Messages that are not valid: each has at least one fault. */
  readonly invalid: number;
  /** Every fault of every message, in the order of the files. */
  readonly faults: readonly Fault[];
  /** Statuses of the invalid messages, where they can be read: a gate counts them too. */
  readonly invalidStatuses: readonly Status[];
  /** Messages left out because they stand in the results more than once, letter for letter. */
  readonly repeats: readonly Message[];
}

/**
 * Makes and checks the messages of messages files (`drafts`) and of scanners' files (`ruleResults`). A record that
 * makes no rule result (`recordFaults`) counts as an invalid message.
 */
export function validate(
  drafts: readonly PlacedDraft[],
  ruleResults: readonly PlacedRuleResult[],
  validation: Validation,
  recordFaults: readonly Fault[] = [],
): Validated {
  const checked = [
    ...drafts.map((draft) => checkDraft(draft, validation)),
    ...ruleResults.map((result) => checkRuleResult(result, validation.secret)),
  ];
  const messages = checked.flatMap((one) => ('message' in one ? [one.message] : []));
  const { agreed, contradicted: statuses, contradictions, repeats } = oneVerdictPerRule(messages);
  return {
    messages: agreed,
    invalid: recordFaults.length + checked.length - messages.length + statuses.length,
    invalidStatuses: [...checked.flatMap((one) => ('faults' in one ? one.statuses : [])), ...statuses],
    faults: [
      ...recordFaults,
      ...checked.flatMap((one) => ('faults' in one ? one.faults : [])),
      ...contradictions,
    ],
    repeats,
  };
}

type Checked =
  { readonly message: Message } | { readonly faults: readonly Fault[]; readonly statuses: readonly Status[] };

function checkRuleResult(result: PlacedRuleResult, secret: string): Checked {
  const { ruleId, status, place } = result;
  const faults = [...ruleIdFaults(ruleId), ...secretFaults('The rule id', ruleId, secret)];
  if (faults.length > 0) {
    return { faults: faults.map((sentence) => ({ sentence, place })), statuses: [status] };
  }
  const title = result.title === undefined ? {} : { title: result.title };
  return {
    message: { ruleId, status, place, cisRuleDetails: detailsOf(withoutSecret(result, secret)), ...title },
  };
}

/** A scanner's evidence may quote an environment that holds the token: it is blotted out before it is sent. */
function withoutSecret(result: PlacedRuleResult, secret: string): PlacedRuleResult {
  const blot = (text: string): string => text.replaceAll(new RegExp(secret, 'gi'), '***');
  const texts = Object.entries(result)
    .filter((member): member is [string, string] => typeof member[1] === 'string')
    .map(([name, text]) => [name, blot(text)] as const);
  const identifiers = result.identifiers === undefined ? {} : { identifiers: result.identifiers.map(blot) };
  return { ...result, ...Object.fromEntries<string>(texts), ...identifiers };
}

function checkDraft({ value, place, detailsEncoding }: PlacedDraft, validation: Validation): Checked {
  if (!isRecord(value)) {
    return {
      faults: [
        { sentence: `A message must be an object with ${allOf(MEMBERS)}; this is ${kindOf(value)}.`, place },
      ],
      statuses: [],
    };
  }
  const at = (member: string): Place => memberPlace(place, member);
  const faults: Fault[] = memberFaults(value, place);
  const blame = (member: string, sentences: readonly string[]): void => {
    for (const sentence of sentences) faults.push({ sentence, place: at(member) });
  };

  const { ruleId, status, cisRuleDetails } = value;
  if (has(value, 'ruleId')) blame('ruleId', ruleIdFaults(ruleId));
  if (has(value, 'status') && !isStatus(status)) blame('status', [statusFault(status)]);
  const details = has(value, 'cisRuleDetails')
    ? bytesOf(cisRuleDetails, detailsEncoding ?? validation.detailsEncoding)
    : { faults: [] };
  if ('faults' in details) blame('cisRuleDetails', details.faults);
  else blame('cisRuleDetails', secretFaults('"cisRuleDetails"', textOf(details.bytes), validation.secret));
  if (typeof ruleId === 'string') blame('ruleId', secretFaults('"ruleId"', ruleId, validation.secret));

  if (faults.length > 0 || typeof ruleId !== 'string' || !isStatus(status) || !('bytes' in details)) {
    return { faults, statuses: isStatus(status) ? [status] : [] };
  }
  return { message: { ruleId, status, cisRuleDetails: details.bytes, place, ...titleOf(cisRuleDetails) } };
}

function memberFaults(value: JsonRecord, place: Place): Fault[] {
  const missing = MEMBERS.filter((member) => !has(value, member));
  const unknown = Object.keys(value).filter((member) => !MEMBERS.some((known) => known === member));
  const [first] = unknown;
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            sentence: `The message${nameOf(value)} has no ${allOf(missing.map((member) => `"${member}"`))}.`,
            place,
          },
        ]),
    ...(first === undefined
      ? []
      : [{ sentence: unknownMembers(unknown, 'a message', MEMBERS), place: memberPlace(place, first) }]),
  ];
}

function ruleIdFaults(ruleId: unknown): readonly string[] {
  if (typeof ruleId !== 'string')
    return [`"ruleId" must be a string in quotation marks; this is ${kindOf(ruleId)}.`];
  if (ruleId === '') return ['"ruleId" is empty; it must have 1 to 500 characters.'];
  if (!ruleId.isWellFormed())
    return [`"ruleId" ${quote(ruleId)} has half a surrogate pair: it is no Unicode text.`];
  // Counting code points makes a list of them; no text of so few units has too many.
  const length = ruleId.length <= LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
  if (length <= LIMITS.ruleIdCharacters) return [];
  return [
    `"ruleId" ${quote(ruleId)} has ${count(length, 'character')}; Inspector takes at most ${LIMITS.ruleIdCharacters}.`,
  ];
}

function statusFault(status: unknown): string {
  if (typeof status !== 'string')
    return `"status" must be one of ${anyOf(STATUSES_WORST_FIRST)}; this is ${kindOf(status)}.`;
  const suggestion = didYouMean(status, STATUSES_WORST_FIRST);
  return `"status" ${quote(status)} is not a status of Inspector (${anyOf(STATUSES_WORST_FIRST)}).${suggestion}`;
}

type Bytes = { readonly bytes: Uint8Array } | { readonly faults: readonly string[] };

/** The bytes of details: text or base64, `!!binary`, or a mapping or sequence as compact JSON. */
function bytesOf(details: unknown, encoding: 'text' | 'base64'): Bytes {
  const made = encodeDetails(details, encoding);
  if ('faults' in made || made.bytes.length <= LIMITS.detailsBytes) return made;
  return {
    faults: [
      `"cisRuleDetails" has ${count(made.bytes.length, 'byte')}; Inspector takes at most ${LIMITS.detailsBytes}.`,
    ],
  };
}

function encodeDetails(details: unknown, encoding: 'text' | 'base64'): Bytes {
  if (details instanceof Uint8Array) return { bytes: details };
  if (typeof details === 'string') return encoding === 'base64' ? decodeBase64(details) : encodeText(details);
  if (isRecord(details) || Array.isArray(details)) return encodeJson(details);
  return { faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${kindOf(details)}.`] };
}

function encodeText(text: string): Bytes {
  if (!text.isWellFormed())
    return { faults: ['"cisRuleDetails" has half a surrogate pair: it is no Unicode text.'] };
  return { bytes: new TextEncoder().encode(text) };
}

function encodeJson(details: object): Bytes {
  let changed: string | undefined;
  // A replacer sees what stands in its owner before `toJSON` made something else of it.
  const look = function (this: unknown, name: string, value: unknown): unknown {
    changed ??= changedByJson(memberOf(this, name) ?? value);
    return value;
  };
  try {
    const json = JSON.stringify(details, look);
    return changed === undefined ? encodeText(json) : { faults: [changed] };
  } catch (error) {
    if (error instanceof RangeError) return { faults: ['"cisRuleDetails" is nested too deeply.'] };
    // What `JSON.stringify` says of a value that refers to itself, as a YAML anchor can.
    if (error instanceof TypeError) return { faults: ['"cisRuleDetails" holds itself.'] };
    throw error;
  }
}

/** What JSON would silently make another value of. */
function changedByJson(value: unknown): string | undefined {
  if (value instanceof Uint8Array)
    return '"cisRuleDetails" has binary within an object or a list, which JSON has not.';
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return undefined;
  if (Number.isFinite(value) && !Number.isInteger(value)) return undefined;
  return `"cisRuleDetails" has the number ${String(value)}, which cannot be kept exactly: write it in quotation marks.`;
}

/** Base64 of RFC 4648, padded; lines may be folded, as `base64` folds them. */
function decodeBase64(text: string): Bytes {
  const folded = text.replaceAll(/[\r\n\t ]+/g, '');
  const bytes = Buffer.from(folded, 'base64');
  // Node skips what is no base64; only the same text again shows that nothing was skipped.
  if (bytes.toString('base64') === folded) return { bytes };
  return { faults: ['"cisRuleDetails" is not base64, and `details-encoding` says that it is.'] };
}

function secretFaults(what: string, text: string, secret: string): readonly string[] {
  return text.toLowerCase().includes(secret) ? [`${what} holds the session token, which is a secret.`] : [];
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

interface Agreement {
  readonly agreed: readonly Message[];
  /** Statuses of the messages of rules whose messages contradict each other. */
  readonly contradicted: readonly Status[];
  /** One fault for each message that contradicts the first one of its rule. */
  readonly contradictions: readonly Fault[];
  readonly repeats: readonly Message[];
}

/**
 * Promise 8: one verdict per rule. Exact repeats go once; different statuses are a fault of each of the messages,
 * because nobody can say which Inspector would keep.
 */
function oneVerdictPerRule(messages: readonly Message[]): Agreement {
  const rules = new Map<string, { readonly first: Message; readonly contents: Set<string> }>();
  const contradictedRules = new Set<string>();
  const contradictions: Fault[] = [];
  const repeats = new Set<Message>();
  for (const message of messages) {
    const { ruleId, status, cisRuleDetails } = message;
    const rule = rules.get(ruleId) ?? { first: message, contents: new Set() };
    rules.set(ruleId, rule);
    if (status !== rule.first.status) {
      contradictedRules.add(ruleId);
      contradictions.push(contradiction(message, rule.first));
    }
    const content = `${status} ${Buffer.from(cisRuleDetails).toString('base64')}`;
    if (rule.contents.has(content)) repeats.add(message);
    rule.contents.add(content);
  }
  const agreed = messages.filter(({ ruleId }) => !contradictedRules.has(ruleId));
  return {
    agreed: agreed.filter((message) => !repeats.has(message)),
    contradicted: messages
      .filter(({ ruleId }) => contradictedRules.has(ruleId))
      .map((message) => message.status),
    contradictions,
    repeats: agreed.filter((message) => repeats.has(message)),
  };
}

function contradiction({ ruleId, status, place }: Message, other: Message): Fault {
  return {
    sentence: `Rule ${quote(ruleId)} is ${status} here and ${other.status} at ${describePlace(other.place)}: a rule has one verdict.`,
    place,
  };
}

function memberPlace(place: Place, member: string): Place {
  return 'path' in place.at ? { source: place.source, at: { path: [...place.at.path, member] } } : place;
}

/** A title inside details that are a mapping: for people to read, in the summary. */
function titleOf(details: unknown): { title?: string } {
  const title = isRecord(details) && has(details, 'title') ? details['title'] : undefined;
  return typeof title === 'string' ? { title } : {};
}

function nameOf(value: JsonRecord): string {
  const ruleId = has(value, 'ruleId') ? value['ruleId'] : undefined;
  return typeof ruleId === 'string' && ruleId !== '' ? ` of rule ${quote(ruleId)}` : '';
}

function has(value: JsonRecord, member: string): boolean {
  return Object.hasOwn(value, member);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'binary';
  return typeof value === 'object'
    ? 'an object'
    : typeof value === 'string'
      ? 'a string'
      : `a ${typeof value}`;
}
