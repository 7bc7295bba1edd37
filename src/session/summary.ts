import type { Failure } from '../failure.ts';
import { postureHeadline } from '../report/headline.ts';
import { definitions, folded, textsWith, type Texts } from '../report/markup.ts';
import { postureLines } from '../report/posture-lines.ts';
import type { SessionEnd } from './stop-message.ts';

/** What the job summary reports about a session. */
export interface SessionOutcome {
  readonly scanJobId: string;
  readonly heartbeats: string | undefined;
  readonly end: SessionEnd | undefined;
  readonly failure: Failure | undefined;
}

/** The summary's section for a session: the posture over all its telemetry steps, and how it ended. */
export function sessionSummary(outcome: SessionOutcome, redact: (text: string) => string): string {
  const { scanJobId, heartbeats, end, failure } = outcome;
  const texts = textsWith(redact);
  const job = `scan job ${texts.code(scanJobId)}`;
  const ending =
    failure !== undefined || end === undefined
      ? `session of ${job}`
      : `CIS session stopped: <code>${end.status}</code> · ${job}`;
  return `${[
    `<h2>${sessionHeadline(outcome)}</h2>`,
    ...(failure === undefined ? [] : failureLines(failure, texts)),
    ...(end?.reason === undefined ? [] : [`<p>${texts.sentence(end.reason)}</p>`]),
    ...(end?.posture === undefined ? [] : postureLines(end.posture)),
    `<p>${ending} · heartbeats: ${texts.foreign(heartbeats ?? 'none')}</p>`,
  ].join('\n\n')}\n\n`;
}

function sessionHeadline({ end, failure }: SessionOutcome): string {
  if (failure !== undefined || end === undefined) return '⚠️ The CIS session could not be stopped';
  if (end.status !== 'SUCCESS' || end.posture === undefined) return `❌ The CIS session ended ${end.status}`;
  const { mark, text } = postureHeadline(end.posture);
  return `${mark} ${text}`;
}

function failureLines(
  { code, sentence, cause, remedy, requestId }: Failure,
  texts: Texts,
): readonly string[] {
  return [
    `<p>${texts.sentence([sentence, cause].filter(Boolean).join(' '))}</p>`,
    `<p><b>What to do first:</b> ${texts.sentence(remedy)}</p>`,
    folded(
      'About this failure',
      definitions([
        ['Code', `<code>${code}</code>`],
        ['AWS request id', requestId === undefined ? '' : texts.code(requestId)],
      ]),
    ),
  ];
}
