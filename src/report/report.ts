import { FAILURES, type Failure } from '../failure.ts';
import type { Receipt } from '../inspector/client.ts';
import type { Inputs } from '../inputs/telemetry.ts';
import { describeChunk } from '../messages/chunk.ts';
import type { Chunk } from '../messages/message.ts';
import type { Validated } from '../messages/validate.ts';
import type { Judgement } from '../policy/judgement.ts';
import { ageWarnings, type AgeLimit, type DatedFile } from '../results/age.ts';
import { STATUSES_WORST_FIRST, countStatuses } from '../status.ts';
import { count, describeDuration, grouped } from '../text.ts';
import { headlineOf } from './headline.ts';
import type { Log } from './log.ts';
import { reportGatedRules, reportPreview } from './rule-lines.ts';
import { isTolerated, tallyOf, type Run } from '../run.ts';

/** Chunks of which each has a line of its own in the log; of more, every so many. */
const MOST_CHUNK_LINES = 20;
/** Rules that one line of the log names. */
const MOST_NAMED = 10;

/** Warns of files that are older than they should be; where the job's beginning is not known, says how old each is. */
export function reportAges(log: Log, files: readonly DatedFile[], limit: AgeLimit): void {
  if (limit.maxAge.kind === 'job' && 'unknown' in limit.job) {
    for (const { file, modified } of files) {
      log.info(`${file}: written ${describeDuration(Math.max(0, limit.now - modified))} ago`);
    }
  }
  for (const fault of ageWarnings(files, limit)) log.annotate('warning', fault, 'Old results');
}

/** Warns of what the user's policy finds and does not fail for. */
export function reportJudgement(log: Log, { warning }: Judgement): void {
  if (warning === undefined) return;
  const { code, sentence, cause = '' } = warning;
  log.annotate('warning', { sentence: `${sentence} ${cause}`.trim() }, FAILURES[code].title);
}

/** Says how many messages there are in each status, and which were left out. */
export function reportMessages(
  log: Log,
  { messages, leftOut, faults, repeats, outweighed, worsened, notices }: Validated,
): void {
  const counts = countStatuses(messages.map(({ status }) => status));
  const present = STATUSES_WORST_FIRST.filter((status) => counts[status] > 0);
  log.info(
    `${count(messages.length, 'message')}: ${present.map((status) => `${status} ${counts[status]}`).join(', ') || 'none'}`,
  );
  for (const notice of notices.slice(0, MOST_NAMED)) log.annotate('notice', notice, 'About the messages');
  if (repeats.length > 0) {
    const sentence = `${count(repeats.length, 'exact duplicate')} in the results, sent once: ${named(repeats.map(({ ruleId }) => ruleId))}.`;
    log.annotate('notice', { sentence }, 'Duplicate messages');
  }
  if (outweighed.length > 0) {
    const sentence = `A messages file and a scanner both have results for ${count(outweighed.length, 'rule')}; the worse status is sent: ${named(outweighed.map(({ ruleId }) => ruleId))}.`;
    log.annotate('notice', { sentence }, 'Messages beside scanners');
  }
  if (worsened.length > 0) {
    const sentence = `An earlier step of this session delivered a worse status for ${named(worsened)}; the worse one is sent again.`;
    log.annotate('warning', { sentence }, 'Earlier results are worse');
  }
  if (leftOut.length > 0) {
    const were = leftOut.length === 1 ? 'is' : 'are';
    const headline = `${count(leftOut.length, 'message')} ${were} not valid and left out (\`on-invalid: skip\`).`;
    log.annotateAll('warning', headline, FAILURES.InvalidMessages.title, faults);
  }
}

/** Says where the messages go, before the first call. */
export function reportSending(log: Log, run: Run, { session, chunkSize }: Inputs, region: string): void {
  log.info(
    `Sending to scan job ${session.scanJobId} in ${region}: ${count(run.chunks.length, 'chunk')} of at most ${chunkSize} messages.`,
  );
}

/** The first few rules by name, and how many more there are. */
function named(rules: readonly string[]): string {
  const first = rules.slice(0, MOST_NAMED);
  const more = rules.length > first.length ? ` and ${rules.length - first.length} more` : '';
  return `${first.join(', ')}${more}`;
}

/** A listener of deliveries that logs a line a chunk for few chunks, and every so many for many. */
export function deliveryProgress(
  log: Log,
  chunks: readonly Chunk[],
): (chunk: Chunk, receipt: Receipt) => void {
  const step = Math.ceil(chunks.length / MOST_CHUNK_LINES);
  let sent = 0;
  let messages = 0;
  return (chunk, { requestId, attempts }) => {
    sent += 1;
    messages += chunk.messages.length;
    if (step > 1 && sent !== 1 && sent % step !== 0 && sent !== chunks.length) return;
    const times = attempts > 1 ? `, ${attempts} attempts` : '';
    const request = requestId === undefined ? '' : `, request ${requestId}`;
    const total = step > 1 ? `; ${count(sent, 'chunk')} and ${count(messages, 'message')} so far` : '';
    log.info(`${describeChunk(chunk, chunks.length)}: sent${times}${request}${total}`);
  };
}

/** Says at a signal what is saved already, should the runner leave no time for more. */
export function reportCancellation(log: Log, { undeliveredFile }: Run): void {
  const saved =
    undeliveredFile === undefined ? '' : ` Messages undelivered so far are in ${undeliveredFile}.`;
  log.info(`The step was cancelled: nothing new is sent.${saved}`);
}

/** Says how the run ended: the last words of the log, and its annotations. */
export function reportEnd(log: Log, run: Run): void {
  const { failure } = run;
  const tally = tallyOf(run);
  if (tally.outcome === 'dry-run') reportPreview(log, run);
  reportGatedRules(log, run);
  if (failure !== undefined) reportFailure(log, remedyWithoutSummary(failure, run), isTolerated(run));
  if (run.undeliveredFile !== undefined) {
    log.info(
      `Undelivered messages are in ${run.undeliveredFile}: pass it as \`results-file\` while the session is open.`,
    );
  }
  if (tally.outcome === 'dry-run') {
    const { mark, text } = headlineOf(run);
    log.info(
      `Dry run: nothing was sent. ${count(tally.messagesTotal - tally.messagesInvalid, 'message')} in ${count(tally.chunksTotal, 'chunk')} would be sent. The summary would say: ${mark} ${text}`,
    );
  } else if (tally.messagesSent === 0) {
    log.info('Nothing was sent.');
  } else {
    log.info(
      `${grouped(tally.messagesSent)} of ${count(tally.messagesTotal, 'message')} sent, in ${tally.chunksSent} of ${count(tally.chunksTotal, 'chunk')}${describeRate(run, tally.messagesSent)}.`,
    );
  }
}

/** How long the delivery took, and how many messages that is in a second. */
function describeRate({ delivery }: Run, messages: number): string {
  if (delivery?.ended === undefined) return '';
  const seconds = Math.max(delivery.ended - delivery.began, 1) / 1000;
  return `, in ${seconds.toFixed(1)} s (${grouped(Math.round(messages / seconds))} messages a second)`;
}

/** No advice points to a summary that is not written. */
function remedyWithoutSummary(failure: Failure, { inputs }: Run): Failure {
  if (inputs?.summary !== false) return failure;
  return { ...failure, remedy: failure.remedy.replace('listed in the summary', 'listed above') };
}

/** Says what failed, as an annotation, and why and what to do, as lines of the log. */
export function reportFailure(log: Log, failure: Failure, tolerated: boolean): void {
  const { code, sentence, cause, remedy, requestId, attempts, retryable, faults = [] } = failure;
  const level = tolerated ? 'warning' : 'error';
  const [first, ...others] = faults;
  // A failure that is one fault at one place is reported once, there.
  if (first?.sentence === sentence && others.length === 0) log.annotate(level, first, FAILURES[code].title);
  else log.annotateAll(level, sentence, FAILURES[code].title, faults);
  const lines = [
    ['Code', `${code}${tolerated ? ' (tolerated)' : ''}`],
    ['Why', cause],
    ['Attempts', attempts?.toString()],
    ['AWS request id', requestId],
    ['Retryable', retryable ? 'yes' : undefined],
    ['What to do', remedy],
  ] as const;
  for (const [head, text] of lines) if (text !== undefined) log.info(`  ${head}: ${text}`);
}
