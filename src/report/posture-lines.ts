import { passRate, type Posture } from '../posture.ts';
import { count, grouped } from '../text.ts';
import { bar } from './markup.ts';

/** A posture as markup: the pass rate as a bar of text, and the counts in words. Nothing of no rules. */
export function postureLines(posture: Posture): string[] {
  if (posture.rules === 0) return [];
  const rate = passRate(posture);
  const rated =
    rate === undefined
      ? []
      : [
          `<code>${bar(rate)}</code> <b>${percent(rate)}</b> of ${count(posture.evaluated, 'evaluated rule')} pass`,
        ];
  return [`<p>${[...rated, describePosture(posture)].join('<br>\n')}</p>`];
}

/** Never all of it while a rule fails, nor nothing while one passes. */
function percent(rate: number): string {
  const whole = Math.floor(rate * 100);
  return rate > 0 && whole === 0 ? 'less than 1%' : `${whole}%`;
}

/** The counts in words, without zeros, the worst first. */
function describePosture({ statuses, accepted, leftOut }: Posture): string {
  const counts = [
    [statuses.FAILED, `failed${accepted > 0 ? ` (${grouped(accepted)} accepted)` : ''}`],
    [statuses.PASSED, 'passed'],
    [statuses.ERROR, 'in error'],
    [statuses.UNKNOWN, 'unknown'],
    [statuses.NOT_EVALUATED, 'not evaluated'],
    [leftOut, 'left out'],
    [statuses.INFORMATIONAL, 'informational'],
    [statuses.NOT_APPLICABLE, 'not applicable'],
  ] as const;
  const present = counts.filter(([number]) => number > 0);
  return present.map(([number, what]) => `<b>${grouped(number)}</b> ${what}`).join(' · ');
}
