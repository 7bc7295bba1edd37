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
