import { passRate, type Posture } from '../posture.ts';
import { count, grouped } from '../text.ts';
import { bar } from './markup.ts';

/** A posture as markup: the pass rate as a text bar, and the counts in words. Empty if no rule is valid. */
export function postureLines(posture: Posture): string[] {
  if (posture.rules === posture.leftOut) return [];
  const rate = passRate(posture);
  const rated =
    rate === undefined
      ? []
      : [
          `<code>${bar(rate)}</code> <b>${percent(rate)}</b> of ${count(posture.evaluated, 'evaluated rule')} ${posture.evaluated === 1 ? 'passes' : 'pass'}`,
        ];
  return [`<p>${[...rated, describePosture(posture)].join('<br>\n')}</p>`];
}

/** Never rounded to 100% if a rule fails, or to 0% if one passes. */
function percent(rate: number): string {
  const whole = Math.floor(rate * 100);
  return rate > 0 && whole === 0 ? 'less than 1%' : `${whole}%`;
}

/** The counts in words, worst first, without zeros. */
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
