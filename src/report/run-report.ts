import { FAILURES, type Failure, type FailureCode } from '../failure.ts';
import type { Receipt } from '../inspector/client.ts';
import { withoutUndefined } from '../json.ts';
import type { LeftOut, Message } from '../messages/message.ts';
import type { Posture } from '../posture.ts';
import type { Comparison } from '../policy/comparison.ts';
import type { Exception } from '../policy/exceptions.ts';
import type { FileReport, ScanFacts, ScannerRule } from '../results/results.ts';
import { rulesOf, type RuleOutcome } from '../rules.ts';
import { isTolerated, postureOfRun, tallyOf, undeliveredOf, type OutcomeWord, type Run } from '../run.ts';
import type { Status } from '../status.ts';
import { ACTION, VERSION } from '../version.ts';
import { headlineOf } from './headline.ts';
import { plain } from './untrusted-text.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** The member `format` of every report file: it distinguishes our reports from other JSON. */
export const REPORT_FORMAT = `${ACTION}/report`;

/**
 * The content of `report-file`: the whole outcome of a telemetry step, as `schemas/report.schema.json` describes it.
 * Later versions of the action may add members to version 1, but remove none. Every text is one line without control
 * characters, so that it is inert if a later step prints it. Times are ISO 8601, in UTC.
 */
export interface RunReport {
  readonly format: typeof REPORT_FORMAT;
  readonly version: 1;
  readonly action: { readonly name: string; readonly version: string };
  readonly created: string;
  readonly outcome: OutcomeWord;
  readonly dryRun: boolean;
  /** The outcome in one sentence: `43 of 213 rules fail`. */
  readonly headline: string;
  readonly workflow?: WorkflowRun;
  readonly scan: ReportedScan;
  readonly delivery: ReportedDelivery;
  readonly posture: Posture;
  /** What has changed since the baseline; absent without one. */
  readonly comparison?: ReportedComparison;
  /** Why the step did not do all of its job, including what was only a warning. Empty if all is well. */
  readonly failures: readonly ReportedFailure[];
  readonly files: readonly ReportedFile[];
  readonly disagreements: readonly ReportedDisagreement[];
  readonly leftOut: readonly ReportedLeftOut[];
  /** Created one at a time on each iteration, because those of a large run would take much memory. */
  readonly rules: Iterable<ReportedRule>;
}

/** What has changed since the report of an earlier run. */
interface ReportedComparison extends Comparison {
  /** When that report was created, as it states. */
  readonly baseline?: string;
}

/** What was scanned, by what and when. */
interface ReportedScan extends ScanFacts {
  /** The scanners with their versions, each once. */
  readonly scanners: readonly string[];
  /** What was scanned, from the first file that states it. */
  readonly target?: string;
  /** All its names that the files state. */
  readonly targets: readonly string[];
  readonly started?: string;
  readonly ended?: string;
  /** The input `rule-id`: how rules are named. */
  readonly naming?: 'cis' | 'scanner';
}

/** What was sent where. */
interface ReportedDelivery {
  readonly scanJobId?: string;
  readonly region?: string;
  readonly began?: string;
  readonly ended?: string;
  readonly messages: {
    readonly total: number;
    readonly sent: number;
    readonly invalid: number;
    readonly undelivered: number;
  };
  readonly chunks: { readonly total: number; readonly sent: number };
  readonly undeliveredFile?: string;
}

/** A failure with its remedy. If it is `tolerated`, it was only a warning and did not fail the step. */
interface ReportedFailure {
  readonly code: FailureCode;
  readonly title: string;
  readonly sentence: string;
  readonly cause?: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly tolerated: boolean;
  readonly requestId?: string;
  readonly attempts?: number;
}

/** A results file. */
interface ReportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly format: string;
  readonly modified?: string;
  readonly results: number;
  readonly scanner?: string;
  readonly benchmark?: string;
  readonly profile?: string;
  readonly target?: string;
  readonly started?: string;
  readonly ended?: string;
  readonly excluded?: FileReport['excluded'];
}

/** A rule that one scanner passed and another one failed. */
interface ReportedDisagreement {
  readonly id: string;
  readonly opinions: readonly { readonly scanner: string; readonly status: Status }[];
}

/** A message that was not sent because it, or another result of its rule, is not valid. */
interface ReportedLeftOut {
  readonly id?: string;
  readonly status?: Status;
  readonly reason: string;
  readonly file?: string;
}

/** Who accepts a failure, until when, and why. */
type ReportedException = Pick<Exception, 'owner' | 'expires' | 'reason'>;

/** A rule that is sent to Inspector. */
interface ReportedRule {
  readonly id: string;
  readonly status: Status;
  readonly scannerRules: readonly ScannerRule[];
  readonly title?: string;
  readonly section?: string;
  readonly severity?: string;
  readonly level?: string;
  readonly reason?: string;
  readonly identifiers?: readonly string[];
  readonly benchmark?: string;
  /** The exceptions that accept its failure. */
  readonly exceptions?: readonly ReportedException[];
  /** The results file that contains it. */
  readonly file: string;
  /** Whether Inspector confirmed it; if it has several messages, all of them. */
  readonly sent: boolean;
  /** The number of its chunk, from 1. If its messages are in several, that of the first one not sent. */
  readonly chunk?: number;
  /** The AWS request id of the call that delivered it. */
  readonly requestId?: string;
}

/** When and where a report is created. */
export interface ReportContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly workflow: WorkflowRun | undefined;
}

/** The report of a run, with any outcome. */
export function runReportOf(run: Run, { now, workflow }: ReportContext): RunReport {
  const { validated = NOTHING, results } = run;
  return {
    format: REPORT_FORMAT,
    version: 1,
    action: { name: ACTION, version: VERSION },
    created: new Date(now).toISOString(),
    outcome: tallyOf(run).outcome,
    dryRun: run.inputs?.dryRun === true,
    headline: headlineOf(run).text,
    ...withoutUndefined({ workflow }),
    scan: reportedScan(run),
    delivery: reportedDelivery(run),
    posture: postureOfRun(run),
    ...withoutUndefined({ comparison: reportedComparison(run) }),
    failures: reportedFailures(run),
    files: (results?.files ?? []).map(reportedFile),
    disagreements: (results?.disagreements ?? []).map(({ ruleId, opinions }) => ({
      id: ruleId,
      opinions: opinions.map(({ scanner, status }) => ({ scanner, status })),
    })),
    leftOut: validated.leftOut.map(reportedLeftOut),
    rules: reportedRules(run, rulesOf(validated)),
  };
}

const NOTHING = { messages: [], leftOut: [], outweighed: [] };

/** The text of a report file, in pieces: one rule per line, with secrets redacted. */
export function* reportText(report: RunReport, redact: (text: string) => string): Generator<string> {
  const { rules, ...head } = report;
  yield `${redact(inertJson(head, 2)).slice(0, -2)},\n  "rules": [`;
  let separator = '';
  for (const rule of rules) {
    yield `${separator}\n    ${redact(inertJson(rule))}`;
    separator = ',';
  }
  yield `${separator === '' ? '' : '\n  '}]\n}\n`;
}

/**
 * Occurs in any JSON with a text that is not plain: an escape, a character beyond ASCII, the beginning of a command.
 */
const MAY_NOT_BE_PLAIN = /[^ -~\n]|\\[^"\\]|#\[|" *::/;

/** The JSON of a value with plain texts. Most texts already are; checking each one would take five times as long. */
function inertJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, undefined, indent);
  if (!MAY_NOT_BE_PLAIN.test(json)) return json;
  const inert = (_name: string, part: unknown): unknown => (typeof part === 'string' ? plain(part) : part);
  return JSON.stringify(value, inert, indent);
}

function reportedComparison({ findings }: Run): ReportedComparison | undefined {
  if (findings?.since === undefined) return undefined;
  const { comparison, baseline } = findings.since;
  return { ...withoutUndefined({ baseline: baseline.created }), ...comparison };
}

function reportedScan({ results, inputs }: Run): ReportedScan {
  const files = results?.files ?? [];
  const scanners = new Set(files.flatMap(({ scanner }) => scanner ?? []));
  return {
    ...results?.facts,
    scanners: [...scanners],
    targets: results?.targets ?? [],
    ...withoutUndefined({
      target: files.find(({ target }) => target !== undefined)?.target,
      started: isoTime(earliestOrLatest(files, 'started', Math.min)),
      ended: isoTime(earliestOrLatest(files, 'ended', Math.max)),
      naming: inputs?.ruleId,
    }),
  };
}

function earliestOrLatest(
  files: readonly FileReport[],
  name: 'started' | 'ended',
  of: (...times: number[]) => number,
): number | undefined {
  const times = files.map((file) => file[name]).filter((time) => time !== undefined);
  return times.length === 0 ? undefined : of(...times);
}

function reportedDelivery(run: Run): ReportedDelivery {
  const {
    messagesTotal: total,
    messagesSent: sent,
    messagesInvalid: invalid,
    chunksTotal,
    chunksSent,
  } = tallyOf(run);
  const { inputs, region, delivery, undeliveredFile } = run;
  const scanJobId = inputs?.session.scanJobId === '' ? undefined : inputs?.session.scanJobId;
  return {
    ...withoutUndefined({
      scanJobId,
      region,
      began: isoTime(delivery?.began),
      ended: isoTime(delivery?.ended),
    }),
    messages: { total, sent, invalid, undelivered: undeliveredOf(run).length },
    chunks: { total: chunksTotal, sent: chunksSent },
    ...withoutUndefined({ undeliveredFile }),
  };
}

function reportedFailures(run: Run): readonly ReportedFailure[] {
  const { failure, warning } = run;
  return [
    ...(failure === undefined ? [] : [reportedFailure(failure, isTolerated(run))]),
    ...(warning === undefined ? [] : [reportedFailure(warning, true)]),
  ];
}

function reportedFailure(
  { code, sentence, cause, remedy, retryable, requestId, attempts }: Failure,
  tolerated: boolean,
): ReportedFailure {
  const { title } = FAILURES[code];
  const known = withoutUndefined({ cause, requestId, attempts });
  return { code, title, sentence, remedy, retryable, tolerated, ...known };
}

function reportedFile(file: FileReport): ReportedFile {
  const { file: name, sha256, format, results, scanner, benchmark, profile, target, excluded } = file;
  const [modified, started, ended] = [file.modified, file.started, file.ended].map(isoTime);
  const known = { modified, started, ended, scanner, benchmark, profile, target, excluded };
  return { name, sha256, format, results, ...withoutUndefined(known) };
}

function reportedLeftOut({ ruleId: id, status, fault: { sentence, place } }: LeftOut): ReportedLeftOut {
  return { reason: sentence, ...withoutUndefined({ id, status, file: place?.source.file }) };
}

interface DeliveryCall {
  readonly chunk: number;
  readonly receipt: Receipt | undefined;
}

function reportedRules(run: Run, rules: readonly RuleOutcome[]): Iterable<ReportedRule> {
  const { chunks, delivered } = run;
  const calls = new Map<Message, DeliveryCall>();
  for (const chunk of chunks) {
    const call = { chunk: chunk.number, receipt: delivered.get(chunk) };
    for (const message of chunk.messages) calls.set(message, call);
  }
  return {
    *[Symbol.iterator]() {
      for (const rule of rules) {
        const own = rule.messages.flatMap((message) => calls.get(message) ?? []);
        yield reportedRule(rule, own.find(({ receipt }) => receipt === undefined) ?? own[0], run);
      }
    },
  };
}

function reportedRule(rule: RuleOutcome, call: DeliveryCall | undefined, { findings }: Run): ReportedRule {
  const { id, status, scannerRules, title, section, severity, level, reason, identifiers, benchmark } = rule;
  const exceptions = findings?.acceptance.accepted
    .get(id)
    ?.map(({ owner, expires, reason: why }) => ({ owner, expires, reason: why }));
  return withoutUndefined({
    id,
    status,
    scannerRules,
    title,
    section,
    severity,
    level,
    reason,
    identifiers,
    benchmark,
    exceptions,
    file: rule.place.source.file,
    sent: call?.receipt !== undefined,
    chunk: call?.chunk,
    requestId: call?.receipt?.requestId,
  });
}

/** A time in ISO 8601; `undefined` if it is absent, or outside the years 0 to 9999. */
function isoTime(milliseconds: number | undefined): string | undefined {
  const date = new Date(milliseconds ?? Number.NaN);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^\d{4}-/.test(text) ? text : undefined;
}
