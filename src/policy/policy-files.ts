import { ActionFailure, failing, failureFor, type Failure, type Fault } from '../failure.ts';
import type { Inputs } from '../inputs/telemetry.ts';
import { parseDocuments } from '../results/parse/parse.ts';
import type { ResultsFile } from '../results/reading/results-file.ts';
import { count, quote } from '../text.ts';
import { NAMES_IN_EXCEPTIONS, readExceptions, type Exception } from './exceptions.ts';

/** Bytes of the largest exceptions file: some ten thousand exceptions. */
const LARGEST_EXCEPTIONS_FILE = 4 * 1024 * 1024;

/** Reads one file of at most so many bytes; throws what reading a results file throws. */
export type ReadFile = (path: string, largest: number) => Promise<ResultsFile>;

/** What the user's files say of how a scan is to be judged. */
export interface PolicyFiles {
  /** The exceptions, and the file that they stand in. */
  readonly exceptions: readonly Exception[];
}

/**
 * Reads the files that the user judges a scan by, before anything is sent.
 * @throws ActionFailure `InvalidInput`, at its places, when a file is missing or malformed.
 */
export async function readPolicyFiles(
  { exceptionsFile }: Pick<Inputs, 'exceptionsFile'>,
  read: ReadFile,
): Promise<PolicyFiles> {
  return { exceptions: exceptionsFile === undefined ? [] : await exceptionsIn(exceptionsFile, read) };
}

async function exceptionsIn(path: string, read: ReadFile): Promise<readonly Exception[]> {
  const { exceptions, faults } = await asInput('exceptions-file', async () => {
    const file = await read(path, LARGEST_EXCEPTIONS_FILE);
    return readExceptions(await parseDocuments(file, NAMES_IN_EXCEPTIONS));
  });
  if (faults.length > 0) throw new ActionFailure(malformed('exceptions-file', path, faults));
  return exceptions;
}

function malformed(input: string, path: string, faults: readonly Fault[]): Failure {
  const sentence = `\`${input}\` ${quote(path)} has ${count(faults.length, 'fault')}.`;
  return failureFor('InvalidInput', sentence, {
    faults,
    remedy: 'Correct the file at the places named above; docs/policy.md shows how it is written.',
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
