import { ActionFailure } from '../failure.ts';
import type { ResultsFile } from './reading/results-file.ts';

/** Why something that `results-file` names cannot be used. */
export interface Unread {
  readonly unread: ActionFailure;
}

/** A results file, or why there is none under a name. */
export type FoundFile = ResultsFile | Unread;

/** Whether there is something that was read. */
export function isRead<Read extends object>(found: Read | Unread): found is Read {
  return !('unread' in found);
}

/** What is read, or why it cannot be: the other files are read all the same, so that every fault is told in one run. */
export async function readOrUnread<Read>(read: () => Promise<Read>): Promise<Read | Unread> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ActionFailure && error.failure.code !== 'Cancelled') return { unread: error };
    throw error;
  }
}
