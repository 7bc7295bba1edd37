import type { Fault } from '../failure.ts';
import type { Session } from '../inputs/connection.ts';
import type { PlacedScan } from './placed.ts';

/** Refuses results that name another session. A token is never quoted. */
export function sessionFaults(scans: readonly PlacedScan[], session: Session): Fault[] {
  const inputs = { scanJobId: 'scan-job-id', sessionToken: 'session-token' } as const;
  return scans.flatMap(({ scan, source }) =>
    (scan.session ?? [])
      .filter(
        ({ member, value }) =>
          // A dry run may have no session to compare with.
          session[member] !== '' && (typeof value !== 'string' || value.toLowerCase() !== session[member]),
      )
      .map(({ member, at }) => ({
        sentence: `"${member}" differs from the input \`${inputs[member]}\`: these results belong to another session.`,
        place: { source, at },
      })),
  );
}
