import { FAILURES, type Failure } from '../failure.ts';
import { isClean, type Posture } from '../posture.ts';
import { isAfterDelivery, isTolerated, postureOfRun, tallyOf, type Run } from '../run.ts';
import { allOf, count, grouped } from '../text.ts';

/** The outcome of a run in one line for people, without foreign text. */
export interface Headline {
  /** A tick only if no rule failed, could not be checked, or was left out. */
  readonly mark: '✅' | '⚠️' | '❌';
  readonly text: string;
}

/** The posture of the scan, or, if the delivery failed, that: it is what people must know first. */
export function headlineOf(run: Run): Headline {
  const { failure, inputs } = run;
  const isRed = failure !== undefined && !isTolerated(run);
  if (failure !== undefined && !isAfterDelivery(failure.code)) {
    return { mark: isRed ? '❌' : '⚠️', text: deliveryHeadline(run, failure) };
  }
  const { mark, text } = postureHeadline(postureOfRun(run));
  return { mark: isRed ? '❌' : mark, text: inputs?.dryRun === true ? `${text} (dry run)` : text };
}

/** The posture in words: `43 of 213 rules fail`. */
export function postureHeadline(posture: Posture): Headline {
  const { evaluated, failed, accepted } = posture;
  const doubts = doubtsOf(posture);
  if (evaluated === 0) return { mark: '⚠️', text: withDoubts('No rule was evaluated', doubts) };
  const of = doubts.length === 0 ? '' : 'evaluated ';
  if (failed > 0) {
    const rules = `${grouped(failed)} of ${count(evaluated, `${of}rule`)}`;
    const fail = `${rules} ${failed === 1 ? 'fails' : 'fail'}${accepted === 0 ? '' : `, ${grouped(accepted)} accepted`}`;
    return { mark: accepted === failed ? '⚠️' : '❌', text: withDoubts(fail, doubts) };
  }
  const all = evaluated === 1 ? `The only ${of}rule passes` : `All ${count(evaluated, `${of}rule`)} pass`;
  return { mark: isClean(posture) ? '✅' : '⚠️', text: withDoubts(all, doubts) };
}

/** Why the passed and failed rules are not the whole picture. */
function doubtsOf({ notChecked, leftOut }: Posture): readonly string[] {
  return [
    ...(notChecked > 0 ? [`${grouped(notChecked)} could not be checked`] : []),
    ...(leftOut > 0 ? [`${grouped(leftOut)} ${leftOut === 1 ? 'was' : 'were'} left out`] : []),
  ];
}

function withDoubts(text: string, doubts: readonly string[]): string {
  return doubts.length === 0 ? text : `${text}; ${allOf(doubts)}`;
}

function deliveryHeadline(run: Run, { code }: Failure): string {
  const { outcome, messagesSent, messagesTotal } = tallyOf(run);
  const why = withoutCapital(FAILURES[code].title);
  if (run.inputs?.dryRun === true) return `Would not be sent: ${why} (dry run)`;
  if (outcome === 'sent') return `Everything was sent, but ${why}`;
  if (outcome === 'partial')
    return `Only ${grouped(messagesSent)} of ${count(messagesTotal, 'message')} sent: ${why}`;
  return `Not sent: ${why}`;
}

function withoutCapital(title: string): string {
  return title.startsWith('Inspector') ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
