import type { Fault } from '../failure.ts';
import { describePlace, type Place } from '../place.ts';
import { quote } from '../text.ts';
import type { PlacedScan } from './placed.ts';
import type { Target } from './reading/scanner.ts';

/** Names that scanners write when they do not know the target, or that every machine has. */
const NO_NAME = /^(?:localhost\d?(?:\.localdomain\d?)?|127\.0\.0\.1|::1|unknown|original target|)$/i;

/** The names that distinguish a target from others. */
export function realNames({ names }: Target): readonly string[] {
  return names.map((name) => name.trim()).filter((name) => !NO_NAME.test(name));
}

/** What was scanned: the first host name that the scans state, or else the first identifier. */
export function targetOf(scans: readonly PlacedScan[]): string | undefined {
  const targets = scans.flatMap(({ scan }) => scan.targets ?? []);
  const hosts = targets.filter(({ isHostName = false }) => isHostName);
  return [...hosts, ...targets].flatMap(realNames)[0];
}

/** Every name and identifier of what was scanned that distinguishes it from others, each once. */
export function targetNames(scans: readonly PlacedScan[]): readonly string[] {
  return [...new Set(scans.flatMap(({ scan }) => (scan.targets ?? []).flatMap(realNames)))];
}

/**
 * One system: a session has one target. Names are compared within a naming scheme. All names in one run are names of
 * one target, so runs that share a name share the target. Names such as `localhost` are not compared.
 */
export function targetFaults(scans: readonly PlacedScan[]): Fault[] {
  const knownByScheme = new Map<
    string,
    { readonly names: Set<string>; readonly name: string; readonly place: Place }
  >();
  const faults: Fault[] = [];
  for (const { scan, source } of scans) {
    for (const target of scan.targets ?? []) {
      const { scheme, at, remedy } = target;
      const names = realNames(target);
      const [name] = names;
      if (name === undefined) continue;
      const place = { source, at };
      const folded = names.map(comparableName);
      const known = knownByScheme.get(scheme);
      if (known === undefined) knownByScheme.set(scheme, { names: new Set(folded), name, place });
      else if (folded.some((one) => known.names.has(one))) for (const one of folded) known.names.add(one);
      else {
        faults.push({
          sentence:
            `The ${scheme} is ${quote(name)} here and ${quote(known.name)} at ${describePlace(known.place)}: ` +
            `a session has one target, so send the results of each target to its own session.${remedy === undefined ? '' : ` ${remedy}`}`,
          place,
        });
      }
    }
  }
  return faults;
}

/**
 * The faults of results that should be for one target (`expected-target`): a run states another target, or no run
 * states it. An undelivered file need not state it, because it was checked in the step that wrote the file.
 */
export function expectedTargetFaults(
  scans: readonly PlacedScan[],
  expected: string | undefined,
  isUndelivered: (scan: PlacedScan) => boolean,
): Fault[] {
  if (expected === undefined || scans.every(isUndelivered)) return [];
  const statesIt = ({ scan }: PlacedScan): boolean =>
    (scan.targets ?? []).some(({ names }) =>
      names.some((name) => comparableName(name) === comparableName(expected)),
    );
  const others = scans
    .filter((placed) => !statesIt(placed))
    .flatMap((placed) => anotherTarget(placed, expected));
  if (others.length > 0 || scans.some(statesIt)) return others;
  return [
    { sentence: `The results do not state what was scanned, but \`expected-target\` is ${quote(expected)}.` },
  ];
}

function anotherTarget({ scan, source }: PlacedScan, expected: string): Fault[] {
  const named = (scan.targets ?? []).find((target) => realNames(target).length > 0);
  if (named === undefined) return [];
  const name = realNames(named).map(quote).join(', ');
  const sentence = `The ${named.scheme} is ${name}, but \`expected-target\` is ${quote(expected)}.`;
  return [{ sentence, place: { source, at: named.at } }];
}

/** A name in the form that is compared: host names are case-insensitive. */
export function comparableName(name: string): string {
  return name.trim().toLowerCase();
}
