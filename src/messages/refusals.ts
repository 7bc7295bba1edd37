import { failing, type ActionFailure, type Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Results } from '../results/results.ts';
import { count } from '../text.ts';
import type { Validated } from './validate.ts';

const CORRECT_THE_PLACES = 'Correct the places named in the annotations.';
const CHECK_THE_FILES =
  'Check that all results are of one system and of this session, and correct the places named in the annotations.';

/**
 * All or nothing before the first byte: all faults of all files are reported at once, and nothing is sent. With
 * `on-invalid: skip`, only faults that affect a whole document are refused.
 * @throws ActionFailure `InvalidMessages` with all faults; `NoResults` when no message is left to send.
 */
export function refuseFaults(results: Results, validated: Validated, onInvalid: 'fail' | 'skip'): void {
  const { messages, leftOut } = validated;
  const faults = faultsToRefuse(results, validated, onInvalid);
  if (faults.length > 0) {
    const total = count(messages.length + leftOut.length, 'message');
    const are = leftOut.length === 1 ? 'is' : 'are';
    const invalid = leftOut.length === 0 ? '' : `, and ${leftOut.length} of ${total} ${are} not valid`;
    throw failing(
      'InvalidMessages',
      `Nothing is sent: the results have ${count(faults.length, 'fault')}${invalid}.`,
      { faults, ...withoutUndefined({ remedy: results.faults.length > 0 ? CHECK_THE_FILES : undefined }) },
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
 * Refuses files that are missing or unusable, together with all faults of the others.
 * @throws ActionFailure with the code of the first problem in the order of `results-file`.
 */
export function refuseUnread(results: Results, validated: Validated, onInvalid: 'fail' | 'skip'): void {
  const { unread, files } = results;
  const [first, ...others] = unread;
  if (first === undefined) return;
  const faults = faultsToRefuse(results, validated, onInvalid);
  if (others.length === 0 && faults.length === 0) throw first.failure;
  const names = files.map(({ file }) => file);
  const isFaultFirst = faults.some(({ place }) => {
    const file = place === undefined ? -1 : names.indexOf(place.source.file);
    return file >= 0 && file < first.after;
  });
  const more = faults.length === 0 ? '' : `, and the others have ${count(faults.length, 'fault')}`;
  const are = unread.length === 1 ? 'is' : 'are';
  const { code, remedy } = first.failure.failure;
  throw failing(
    isFaultFirst ? 'InvalidMessages' : code,
    `Nothing is sent: ${count(unread.length, 'results file')} ${are} missing or cannot be used${more}.`,
    {
      faults: [...unread.flatMap(({ failure }) => faultsOfUnread(failure)), ...faults],
      remedy: isFaultFirst ? CORRECT_THE_PLACES : remedy,
    },
    first.failure,
  );
}

function faultsToRefuse(
  results: Results,
  validated: Validated,
  onInvalid: 'fail' | 'skip',
): readonly Fault[] {
  return onInvalid === 'fail' ? [...results.faults, ...validated.faults] : results.faults;
}

/** The faults of a file that could not be read. */
function faultsOfUnread({
  failure: { faults = [], sentence, cause = '', code },
}: ActionFailure): readonly Fault[] {
  if (faults.length > 0) return faults;
  // For an unknown format, the cause lists the known formats: the same for every file.
  return [{ sentence: code === 'ResultsFormatUnknown' ? sentence : `${sentence} ${cause}`.trim() }];
}

/**
 * The same messages, all marked as invalid, so that results of another session or target do not end up in the
 * undelivered file of this one.
 */
export function allInvalid(validated: Validated, [fault = FOREIGN]: readonly Fault[]): Validated {
  const { messages, leftOut } = validated;
  const refused = messages.map(({ ruleId, status }) => ({ ruleId, status, fault }));
  return { ...validated, messages: [], leftOut: [...leftOut, ...refused] };
}

const FOREIGN: Fault = { sentence: 'The results belong to another session.' };
