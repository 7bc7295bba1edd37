import type { Fault } from '../failure.ts';
import type { Session } from '../inputs/telemetry.ts';
import { quote } from '../text.ts';
import { describePlace, type Place, type Source } from '../place.ts';
import type { Scan, Target } from './reading/scanner.ts';

/** What a document says, and the document. */
export interface PlacedScan {
  readonly scan: Scan;
  readonly source: Source;
}

/** Promise 4: results that name another session are refused. A token is never quoted. */
export function sessionFaults(scans: readonly PlacedScan[], session: Session): Fault[] {
  const inputs = { scanJobId: 'scan-job-id', sessionToken: 'session-token' } as const;
  return scans.flatMap(({ scan, source }) =>
    (scan.session ?? [])
      .filter(({ member, value }) => typeof value !== 'string' || value.toLowerCase() !== session[member])
      .map(({ member, at }) => ({
        sentence: `The file names another "${member}" than the input \`${inputs[member]}\`: these results belong to another session.`,
        place: { source, at },
      })),
  );
}

/** Promise 4: a session is one target. Names are compared within a naming scheme. */
export function targetFaults(scans: readonly PlacedScan[]): Fault[] {
  const firstOfScheme = new Map<string, Target & { readonly place: Place }>();
  const faults: Fault[] = [];
  for (const { scan, source } of scans) {
    for (const target of scan.targets ?? []) {
      const place = { source, at: target.at };
      const first = firstOfScheme.get(target.scheme);
      if (first === undefined) firstOfScheme.set(target.scheme, { ...target, place });
      else if (first.name !== target.name) {
        faults.push({
          sentence:
            `The ${target.scheme} is ${quote(target.name)} here and ${quote(first.name)} at ${describePlace(first.place)}: ` +
            'a session is one target, so send the results of each to a session of its own.',
          place,
        });
      }
    }
  }
  return faults;
}
