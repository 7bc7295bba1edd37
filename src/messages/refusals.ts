import { failing, type Fault } from '../failure.ts';
import type { Results } from '../results/results.ts';
import { count } from '../text.ts';
import type { Validated } from './validate.ts';

const CORRECT_THE_PLACES = 'Correct the places named in the annotations.';

/**
 * All or nothing before the first byte: every fault of every file is reported at once, and nothing is sent. With
 * `on-invalid: skip` only what spoils a whole document is refused.
 * @throws ActionFailure `InvalidMessages` with every fault; `NoResults` when no message is left to send.
 */
export function refuseFaults(results: Results, validated: Validated, onInvalid: 'fail' | 'skip'): void {
  const { messages, leftOut } = validated;
  const faults: readonly Fault[] =
    onInvalid === 'fail' ? [...results.faults, ...validated.faults] : results.faults;
  if (faults.length > 0) {
    const total = messages.length + leftOut.length;
    throw failing(
      'InvalidMessages',
      `Nothing is sent: the results have ${count(faults.length, 'fault')} (${count(leftOut.length, 'invalid message')} of ${total}).`,
      { faults, ...(results.faults.length > 0 ? { remedy: CORRECT_THE_PLACES } : {}) },
    );
  }
  if (messages.length === 0) {
    throw failing(
      'NoResults',
      `There is nothing to send: of ${count(leftOut.length, 'message')}, none is valid.`,
      {
        faults: validated.faults,
        remedy: CORRECT_THE_PLACES,
      },
    );
  }
}

/**
 * The same messages, all of them invalid: what belongs to another session or target must not come back from the
 * undelivered file as what is left of this one.
 */
export function noneValid(validated: Validated, [fault = FOREIGN]: readonly Fault[]): Validated {
  const { messages, leftOut } = validated;
  const refused = messages.map(({ ruleId, status }) => ({ ruleId, status, fault }));
  return { ...validated, messages: [], leftOut: [...leftOut, ...refused] };
}

const FOREIGN: Fault = { sentence: 'The results are not those of this session.' };
