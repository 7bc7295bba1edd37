import { failing } from '../failure.ts';
import type { SessionRecord } from './record.ts';

/**
 * Fails a telemetry step if the job's `session` step did not open the session. A call to Inspector would only add a
 * second, misleading failure.
 * @throws ActionFailure `SessionNotOpen`.
 */
export function requireOpenSession(record: SessionRecord | undefined, isDryRun: boolean): void {
  const notOpen = record?.notOpen;
  if (notOpen === undefined || (notOpen.why === 'dry run' && isDryRun)) return;
  if (notOpen.why === 'dry run') {
    throw failing('SessionNotOpen', 'The `session` step of this job was a dry run, and this step is not.', {
      remedy: 'Set `dry-run: true` on both steps to rehearse, or on neither to send.',
    });
  }
  throw failing('SessionNotOpen', 'The `session` step of this job could not open the session.', {
    cause: `${notOpen.code}: ${notOpen.sentence}`,
  });
}
