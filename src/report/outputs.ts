import { postureOfRun, tallyOf, type Run } from '../run.ts';
import { plain } from './untrusted-text.ts';

/** The outputs of `action.yml`. A test compares them with `action.yml` and the README. */
export const OUTPUTS = [
  'outcome',
  'messages-total',
  'messages-sent',
  'messages-invalid',
  'chunks-total',
  'chunks-sent',
  'status-counts',
  'results-format',
  'rules-evaluated',
  'rules-passed',
  'rules-failed',
  'new-failures',
  'error-code',
  'error-message',
  'error-retryable',
  'request-id',
  'undelivered-file',
  'report-file',
] as const;

/** The name of an output. */
export type OutputName = (typeof OUTPUTS)[number];

/** The value of every output, for any outcome. */
export function outputsOf(run: Run): Readonly<Record<OutputName, string>> {
  const tally = tallyOf(run);
  const { failure } = run;
  const { evaluated, passed, failed } = postureOfRun(run);
  return {
    outcome: tally.outcome,
    'messages-total': String(tally.messagesTotal),
    'messages-sent': String(tally.messagesSent),
    'messages-invalid': String(tally.messagesInvalid),
    'chunks-total': String(tally.chunksTotal),
    'chunks-sent': String(tally.chunksSent),
    'status-counts': JSON.stringify(tally.statusCounts),
    'results-format': run.results?.formats.join(',') ?? '',
    'rules-evaluated': String(evaluated),
    'rules-passed': String(passed),
    'rules-failed': String(failed),
    'new-failures': run.findings?.newFailures?.toString() ?? '',
    'error-code': failure?.code ?? '',
    // A later step may print it, so it must not contain a command.
    'error-message':
      failure === undefined ? '' : plain([failure.sentence, failure.cause].filter(Boolean).join(' ')),
    'error-retryable': failure === undefined ? '' : String(failure.retryable),
    'request-id': plain(failure?.requestId ?? ''),
    'undelivered-file': plain(run.undeliveredFile ?? ''),
    'report-file': plain(run.reportFile ?? ''),
  };
}
