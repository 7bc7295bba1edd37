import { ActionFailure } from '../failure.ts';
import type { ResultsFile } from './reading/results-file.ts';

/** Why something that `results-file` names cannot be used. */
export interface Unread {
  readonly unread: ActionFailure;
}

/** A results file, or why it cannot be used. */
export type FoundFile = ResultsFile | Unread;

/** Whether something could be read. */
export function isRead<Read extends object>(found: Read | Unread): found is Read {
  return !('unread' in found);
}

/** What was read, or why it could not be. The other files are still read, so that one run reports every fault. */
export async function readOrUnread<Read>(read: () => Promise<Read>): Promise<Read | Unread> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ActionFailure && error.failure.code !== 'Cancelled') return { unread: error };
    throw error;
  }
}
