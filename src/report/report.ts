import { FAILURES } from '../failure.ts';
import type { Receipt } from '../inspector/client.ts';
import type { Inputs } from '../inputs/telemetry.ts';
import { describeChunk } from '../messages/chunk.ts';
import type { Chunk } from '../messages/message.ts';
import type { Validated } from '../messages/validate.ts';
import type { Judgement } from '../policy/judgement.ts';
import { ageWarnings, type AgeLimit, type DatedFile } from '../results/age.ts';
import { STATUSES_WORST_FIRST, countStatuses } from '../status.ts';
import { count, describeDuration } from '../text.ts';
import type { Log } from './log.ts';
import type { Run } from '../run.ts';

/** Up to this many chunks, each has a line in the log; of more, only some have. */
const MOST_CHUNK_LINES = 20;
/** The most rules that a line names. */
const MOST_NAMED = 10;

/** Warns about files that are too old. If it is unknown when the job began, logs how old each file is. */
export function reportAges(log: Log, files: readonly DatedFile[], limit: AgeLimit): void {
  if (limit.maxAge.kind === 'job' && 'unknown' in limit.job) {
    for (const { file, modified } of files) {
      log.info(`${file}: written ${describeDuration(Math.max(0, limit.now - modified))} ago`);
    }
  }
  for (const fault of ageWarnings(files, limit)) log.annotate('warning', fault, 'Old results');
}

/** Warns about what the user's policy reports without failing the step. */
export function reportJudgement(log: Log, { warning }: Judgement): void {
  if (warning === undefined) return;
  const { code, sentence, cause = '' } = warning;
  log.annotate('warning', { sentence: `${sentence} ${cause}`.trim() }, FAILURES[code].title);
}

/** Reports how many messages there are per status, and which ones are left out. */
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
    log.annotate('notice', { sentence }, 'Messages and scanner results');
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

/** Reports before the first call where the messages go. */
export function reportSending(log: Log, run: Run, { session, chunkSize }: Inputs, region: string): void {
  log.info(
    `Sending to scan job ${session.scanJobId} in ${region}: ${count(run.chunks.length, 'chunk')} of at most ${chunkSize} messages.`,
  );
}

/** The first few rules, and how many more there are. */
function named(rules: readonly string[]): string {
  const first = rules.slice(0, MOST_NAMED);
  const more = rules.length > first.length ? ` and ${rules.length - first.length} more` : '';
  return `${first.join(', ')}${more}`;
}

/** Returns a function that logs the delivery of a chunk: every one if there are few, or only some of many. */
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
