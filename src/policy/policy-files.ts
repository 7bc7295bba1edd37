import { ActionFailure, failing, failureFor, type Failure, type Fault } from '../failure.ts';
import { withoutUndefined } from '../json.ts';
import type { Inputs } from '../inputs/telemetry.ts';
import { parseDocuments } from '../results/parse/parse.ts';
import type { ResultsFile } from '../results/reading/results-file.ts';
import { count, quote } from '../text.ts';
import { readBaseline, type Baseline } from './baseline.ts';
import { NAMES_IN_EXCEPTIONS, readExceptions, type Exception } from './exceptions.ts';

/** Bytes of the largest exceptions file: about ten thousand exceptions. */
const LARGEST_EXCEPTIONS_FILE = 4 * 1024 * 1024;
/** Bytes of the largest baseline: enough for a report on the largest results. */
const LARGEST_BASELINE_FILE = 256 * 1024 * 1024;

/** Reads one file of at most `largest` bytes. Throws what reading a results file throws. */
export type ReadFile = (path: string, largest: number) => Promise<ResultsFile>;

/** The contents of the exceptions file and the baseline file. */
export interface PolicyFiles {
  readonly exceptions: readonly Exception[];
  /** `none yet` if there is no such file, as in a first run; absent without `baseline-file`. */
  readonly baseline?: Baseline | 'none yet';
}

/**
 * Reads the exceptions file and the baseline file, before anything is sent.
 * @throws ActionFailure `InvalidInput`, with places, when the exceptions file is missing, or either file is malformed.
 */
export async function readPolicyFiles(
  { exceptionsFile, baselineFile }: Pick<Inputs, 'exceptionsFile' | 'baselineFile'>,
  read: ReadFile,
): Promise<PolicyFiles> {
  const exceptions = exceptionsFile === undefined ? [] : await orFailure(exceptionsIn(exceptionsFile, read));
  const baseline = baselineFile === undefined ? undefined : await orFailure(baselineIn(baselineFile, read));
  if (exceptions instanceof ActionFailure && baseline instanceof ActionFailure)
    throw both(exceptions, baseline);
  if (exceptions instanceof ActionFailure) throw exceptions;
  if (baseline instanceof ActionFailure) throw baseline;
  return { exceptions, ...withoutUndefined({ baseline }) };
}

async function orFailure<Value>(value: Promise<Value>): Promise<Value | ActionFailure> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof ActionFailure) return error;
    throw error;
  }
}

/** Two failures as one, so that one run reports every fault. */
function both({ failure: one }: ActionFailure, { failure: other }: ActionFailure): ActionFailure {
  const faultsOf = ({ faults = [], sentence }: Failure): readonly Fault[] =>
    faults.length > 0 ? faults : [{ sentence }];
  return failing('InvalidInput', `${one.sentence} ${other.sentence}`, {
    remedy: one.remedy,
    faults: [...faultsOf(one), ...faultsOf(other)],
  });
}

async function exceptionsIn(path: string, read: ReadFile): Promise<readonly Exception[]> {
  const { exceptions, faults } = await asInput('exceptions-file', async () => {
    const file = await read(path, LARGEST_EXCEPTIONS_FILE);
    const { documents } = await parseDocuments(file, { names: NAMES_IN_EXCEPTIONS });
    return readExceptions(documents);
  });
  if (faults.length > 0) throw new ActionFailure(malformed('exceptions-file', path, faults));
  return exceptions;
}

async function baselineIn(path: string, read: ReadFile): Promise<Baseline | 'none yet'> {
  const baseline = await asInput('baseline-file', async () => {
    const file = await unlessMissing(read(path, LARGEST_BASELINE_FILE));
    return file === undefined ? 'none yet' : readBaseline((await parseDocuments(file)).documents);
  });
  if (baseline !== 'none yet' && 'faults' in baseline)
    throw new ActionFailure(malformed('baseline-file', path, baseline.faults));
  return baseline;
}

async function unlessMissing(file: Promise<ResultsFile>): Promise<ResultsFile | undefined> {
  try {
    return await file;
  } catch (error) {
    if (error instanceof ActionFailure && error.failure.code === 'ResultsFileNotFound') return undefined;
    throw error;
  }
}

function malformed(input: string, path: string, faults: readonly Fault[]): Failure {
  const sentence = `\`${input}\` ${quote(path)} has ${count(faults.length, 'fault')}.`;
  return failureFor('InvalidInput', sentence, {
    faults,
    remedy: 'Correct the file at the places named above; docs/policy.md describes the format.',
  });
}

/** Turns a failure to read a file into a fault of the input that names it. */
async function asInput<Value>(input: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ActionFailure)) throw error;
    const { sentence, cause, faults } = error.failure;
    throw failing(
      'InvalidInput',
      `\`${input}\`: ${sentence}`,
      {
        remedy: `Correct the file, or the path in \`${input}\`.`,
        ...withoutUndefined({ cause, faults }),
      },
      error,
    );
  }
}
