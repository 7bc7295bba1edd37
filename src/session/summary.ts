import type { Failure } from '../failure.ts';
import { definitions, foreignText, sentenceText } from '../report/summary.ts';
import type { SessionEnd } from './stop-message.ts';

/** What is told of a session in the job summary. */
export interface SessionStory {
  readonly scanJobId: string;
  readonly heartbeats: string | undefined;
  readonly end: SessionEnd | undefined;
  readonly failure: Failure | undefined;
}

/** The summary's section for a session. */
export function sessionSummary(
  { scanJobId, heartbeats, end, failure }: SessionStory,
  blot: (text: string) => string,
): string {
  const foreign = foreignText(blot);
  const sentence = sentenceText(blot);
  const headline =
    failure !== undefined || end === undefined
      ? '⚠️ The CIS session could not be stopped'
      : `${end.status === 'SUCCESS' ? '✅' : '❌'} CIS session stopped: <code>${end.status}</code>`;
  const progress = Object.entries(end?.message.progress ?? {}).map(
    ([name, number]) => `${name} ${String(number)}`,
  );
  return `<h2>${headline}</h2>\n\n${definitions([
    ['Scan job', `<code>${foreign(scanJobId)}</code>`],
    ['Reason', sentence(end?.reason ?? '')],
    ['Progress', foreign(progress.join(', '))],
    ['Heartbeats', foreign(heartbeats ?? 'none')],
    ['What went wrong', sentence([failure?.sentence, failure?.cause].filter(Boolean).join(' '))],
    ['What to do', sentence(failure?.remedy ?? '')],
    ['Code', failure === undefined ? '' : `<code>${failure.code}</code>`],
  ])}\n\n`;
}
