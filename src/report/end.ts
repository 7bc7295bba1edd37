import { FAILURES, type Failure } from '../failure.ts';
import { isTolerated, tallyOf, type Run } from '../run.ts';
import { count, grouped } from '../text.ts';
import { headlineOf } from './headline.ts';
import type { Log } from './log.ts';
import { reportGatedRules, reportPreview } from './rule-lines.ts';

/** Reports how the run ended: the last lines of the log, and annotations. */
export function reportEnd(log: Log, run: Run): void {
  const { failure } = run;
  const tally = tallyOf(run);
  if (tally.outcome === 'dry-run') reportPreview(log, run);
  reportGatedRules(log, run);
  if (failure !== undefined) reportFailure(log, remedyWithoutSummary(failure, run), isTolerated(run));
  if (run.undeliveredFile !== undefined) {
    log.info(
      `Undelivered messages are in ${run.undeliveredFile}: pass it as \`results-file\` to a later step of this job, or keep it as an artifact; the session must still be open.`,
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

/** How long the delivery took, and how many messages per second that is. */
function describeRate({ delivery }: Run, messages: number): string {
  if (delivery?.ended === undefined) return '';
  const seconds = Math.max(delivery.ended - delivery.began, 1) / 1000;
  return `, in ${seconds.toFixed(1)} s (${grouped(Math.round(messages / seconds))} messages per second)`;
}

/** The remedy must not refer to a summary that is not written. */
function remedyWithoutSummary(failure: Failure, { inputs }: Run): Failure {
  if (inputs?.summary !== false) return failure;
  return { ...failure, remedy: failure.remedy.replace('listed in the summary', 'listed above') };
}

/** Reports what failed as an annotation, and why and what to do as lines of the log. */
export function reportFailure(log: Log, failure: Failure, tolerated: boolean): void {
  const { code, sentence, cause, remedy, requestId, attempts, retryable, faults = [] } = failure;
  const level = tolerated ? 'warning' : 'error';
  const [first, ...others] = faults;
  // A failure with a single fault is reported once, at its place.
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
