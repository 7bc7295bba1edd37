import { failing, type ActionFailure, type Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Results, UnreadFile } from '../results/results.ts';
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

/** What is wrong besides the results themselves. */
export interface OtherProblems {
  /** Files that can be read and are too old, in the order of `results-file`. */
  readonly stale?: readonly UnreadFile[];
  /** An exceptions file or a baseline that cannot be used. */
  readonly policy?: ActionFailure | undefined;
}

/**
 * Refuses files that are missing or unusable, together with all faults of the others and of the policy files. Files that
 * are only too old are left to `refuseStale`.
 * @throws ActionFailure with the code of the first problem in the order of `results-file`.
 */
export function refuseUnread(
  results: Results,
  validated: Validated,
  onInvalid: 'fail' | 'skip',
  { stale = [], policy }: OtherProblems = {},
): void {
  const { unread, files } = results;
  const unusable = [...unread, ...stale].sort((one, other) => one.after - other.after);
  const [first, ...others] = unusable;
  const faults = faultsToRefuse(results, validated, onInvalid);
  const isAlone = faults.length === 0 && policy === undefined;
  if (isAlone && unread.length === 0) return;
  if (first === undefined && policy === undefined) return;
  if (first === undefined && policy !== undefined && faults.length === 0) throw policy;
  if (first !== undefined && others.length === 0 && isAlone) throw first.failure;
  const names = files.map(({ file }) => file);
  const isFaultFirst = faults.some(({ place }) => {
    const file = place === undefined ? -1 : names.indexOf(place.source.file);
    return file >= 0 && file < (first?.after ?? Infinity);
  });
  const isOfMessages = first === undefined || isFaultFirst;
  throw failing(
    isOfMessages ? 'InvalidMessages' : first.failure.failure.code,
    `Nothing is sent: ${describe(unusable.length, stale.length, faults.length)}.${policy === undefined ? '' : ` ${policy.failure.sentence}`}`,
    {
      faults: [...unusable, ...(policy === undefined ? [] : [{ failure: policy }])]
        .flatMap(({ failure }) => faultsOfUnread(failure))
        .concat(faults),
      remedy: isOfMessages ? CORRECT_THE_PLACES : first.failure.failure.remedy,
    },
    first?.failure,
  );
}

/** `2 results files are missing or cannot be used, and the others have 1 fault`. */
function describe(unusable: number, stale: number, faults: number): string {
  const have = `have ${count(faults, 'fault')}`;
  if (unusable === 0) return `the results ${have}`;
  const are = unusable === 1 ? 'is' : 'are';
  const what = stale > 0 ? 'missing, too old or cannot be used' : 'missing or cannot be used';
  return `${count(unusable, 'results file')} ${are} ${what}${faults === 0 ? '' : `, and the others ${have}`}`;
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
