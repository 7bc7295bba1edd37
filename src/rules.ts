import { recordOf, textOf, withoutUndefined } from './json.ts';
import { memoized } from './memoized.ts';
import type { Details, Message } from './messages/message.ts';
import type { Validated } from './messages/validate.ts';
import type { Place } from './place.ts';
import { scannerRulesOf } from './results/combine.ts';
import type { PlacedRuleResult, ScannerRule } from './results/results.ts';
import type { Status } from './status.ts';

/** A rule as shown in the log, the summary and the report: its status, and what is known about it. */
export interface RuleOutcome {
  /** The name that is sent to Inspector. */
  readonly id: string;
  /** The status that is sent to Inspector. */
  readonly status: Status;
  /** The scanners' rules that it combines; empty for a message of a messages file. */
  readonly scannerRules: readonly ScannerRule[];
  readonly title?: string;
  readonly section?: string;
  readonly severity?: string;
  readonly level?: string;
  readonly reason?: string;
  readonly remediation?: string;
  readonly identifiers?: readonly string[];
  /** The benchmark with its version. */
  readonly benchmark?: string;
  readonly place: Place;
  /** Its messages: one, unless messages files have the rule several times with different details. */
  readonly messages: readonly Message[];
}

type Sent = Pick<Validated, 'messages' | 'outweighed'>;

/** The rules of the messages that are sent, each once, in the order of the messages. */
export const rulesOf: (sent: Sent) => readonly RuleOutcome[] = memoized(({ messages, outweighed }) => {
  const byId = new Map<string, Message[]>();
  for (const message of messages) {
    const known = byId.get(message.ruleId);
    if (known === undefined) byId.set(message.ruleId, [message]);
    else known.push(message);
  }
  // Even if a messages file's message is sent, the outweighed one of the scanner knows more about the rule.
  const scanned = new Map(outweighed.map(({ ruleId, ruleResult }) => [ruleId, ruleResult]));
  return [...byId.values()].flatMap((own) => {
    const [message] = own;
    return message === undefined ? [] : ruleOutcomeOf(message, own, scanned.get(message.ruleId));
  });
});

function ruleOutcomeOf(
  { ruleId: id, status, place, ruleResult, cisRuleDetails }: Message,
  messages: readonly Message[],
  outweighed: PlacedRuleResult | undefined,
): RuleOutcome {
  const result = ruleResult ?? outweighed;
  const scannerRules = result === undefined ? NO_SCANNER_RULES : scannerRulesOf(result);
  const known = result ?? writtenIn(cisRuleDetails);
  const { title, section, severity, level, reason, remediation, identifiers, benchmark } = known;
  return withoutUndefined({
    id,
    status,
    place,
    messages,
    scannerRules,
    title,
    section,
    severity,
    level,
    reason,
    remediation,
    identifiers,
    benchmark,
  });
}

const UTF8 = new TextDecoder();

const NO_SCANNER_RULES: readonly ScannerRule[] = [];

/** The known facts of a rule. */
type Known = Partial<
  Record<
    'title' | 'section' | 'severity' | 'level' | 'reason' | 'remediation' | 'benchmark',
    string | undefined
  >
> & { readonly identifiers?: readonly string[] };

/** What a person wrote into the details, or this action in an undelivered file. */
function writtenIn(details: Details): Known {
  const written = recordOf(parsedJson(details));
  return {
    title: textOf(written['title']),
    section: textOf(written['section']),
    severity: textOf(written['severity']),
    level: textOf(written['level']),
    reason: textOf(written['reason']),
    remediation: textOf(written['remediation']),
    benchmark: textOf(written['benchmark']),
  };
}

/** Parses details that are a JSON object; `undefined` for anything else. */
function parsedJson(details: Details): unknown {
  const text = typeof details === 'string' ? details : UTF8.decode(details);
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
