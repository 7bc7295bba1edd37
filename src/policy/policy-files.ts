import { ActionFailure, failing, failureFor, type Failure, type Fault } from '../failure.ts';
import type { Inputs } from '../inputs/telemetry.ts';
import { parseDocuments } from '../results/parse/parse.ts';
import type { ResultsFile } from '../results/reading/results-file.ts';
import { count, quote } from '../text.ts';
import { readBaseline, type Baseline } from './baseline.ts';
import { NAMES_IN_EXCEPTIONS, readExceptions, type Exception } from './exceptions.ts';

/** Bytes of the largest exceptions file: some ten thousand exceptions. */
const LARGEST_EXCEPTIONS_FILE = 4 * 1024 * 1024;
/** Bytes of the largest baseline: a report of as many results as are read. */
const LARGEST_BASELINE_FILE = 256 * 1024 * 1024;

/** Reads one file of at most so many bytes; throws what reading a results file throws. */
export type ReadFile = (path: string, largest: number) => Promise<ResultsFile>;

/** What the user's files say of how a scan is to be judged. */
export interface PolicyFiles {
  readonly exceptions: readonly Exception[];
  /** The baseline; `none yet` when its path names no file, as in a first run; absent when none is asked for. */
  readonly baseline?: Baseline | 'none yet';
}

/**
 * Reads the files that the user judges a scan by, before anything is sent.
 * @throws ActionFailure `InvalidInput`, at their places, when the exceptions are missing, or a file is malformed.
 */
export async function readPolicyFiles(
  { exceptionsFile, baselineFile }: Pick<Inputs, 'exceptionsFile' | 'baselineFile'>,
  read: ReadFile,
): Promise<PolicyFiles> {
  const exceptions = exceptionsFile === undefined ? [] : await exceptionsIn(exceptionsFile, read);
  return baselineFile === undefined
    ? { exceptions }
    : { exceptions, baseline: await baselineIn(baselineFile, read) };
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

/** What spoils a file is here a fault of the input that names it. */
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
        ...(cause === undefined ? {} : { cause }),
        ...(faults === undefined ? {} : { faults }),
      },
      error,
    );
  }
}
