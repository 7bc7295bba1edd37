import type { Fault } from '../failure.ts';
import type { Session } from '../inputs/connection.ts';
import { quote } from '../text.ts';
import { describePlace, type Place } from '../place.ts';
import type { PlacedScan } from './placed.ts';

/** Results that name another session are refused. A token is never quoted. */
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
        sentence: `The file names another "${member}" than the input \`${inputs[member]}\`: these results belong to another session.`,
        place: { source, at },
      })),
  );
}

/**
 * A session is one target. Names are compared within a naming scheme, and those of one run are names of one target:
 * runs that share a name share the target.
 */
export function targetFaults(scans: readonly PlacedScan[]): Fault[] {
  const knownByScheme = new Map<
    string,
    { readonly names: Set<string>; readonly name: string; readonly place: Place }
  >();
  const faults: Fault[] = [];
  for (const { scan, source } of scans) {
    for (const { scheme, names, at, wayOut } of scan.targets ?? []) {
      const place = { source, at };
      const name = names[0] ?? '';
      const known = knownByScheme.get(scheme);
      if (known === undefined) knownByScheme.set(scheme, { names: new Set(names), name, place });
      else if (names.some((one) => known.names.has(one))) for (const one of names) known.names.add(one);
      else {
        faults.push({
          sentence:
            `The ${scheme} is ${quote(name)} here and ${quote(known.name)} at ${describePlace(known.place)}: ` +
            `a session is one target, so send the results of each to a session of its own.${wayOut === undefined ? '' : ` ${wayOut}`}`,
          place,
        });
      }
    }
  }
  return faults;
}
