import { createHash } from 'node:crypto';
import { withoutUndefined } from '../json.ts';
import { benchmarkTitle, nameAndVersion } from './placed.ts';
import type { FileScans } from './read.ts';
import type { Exclusion, Platform, Scan } from './reading/scanner.ts';
import { earliest, latest } from './reading/time.ts';
import { targetOf } from './targets.ts';

/** What one results file states, for the log and the summary. */
export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly scanner?: string;
  readonly benchmark?: string;
  readonly profile?: string;
  /** Whether an earlier run of this action wrote it, with the messages that it could not deliver. */
  readonly isUndeliveredFile: boolean;
  /** When the file was written, and the device it is on. */
  readonly modified: number;
  readonly device: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** The number of results in the file, before those of one rule are combined. */
  readonly results: number;
  /** What was scanned, where the file states it; a messages file never does. */
  readonly target?: string;
  /** When the first of its runs began, and when the last one ended: milliseconds since the epoch. */
  readonly started?: number;
  readonly ended?: number;
  /** How many records make no message, by the format's own definition. */
  readonly excluded?: readonly Exclusion[];
}

/** What was scanned against which benchmark, each fact from the first file that states it; for stopping a session. */
export interface ScanFacts {
  readonly benchmark?: string;
  /** The version of the CIS benchmark itself. */
  readonly benchmarkVersion?: string;
  /** The version of the content that the scanner used, which is not the benchmark's. */
  readonly contentVersion?: string;
  readonly profile?: string;
  readonly platform?: Platform;
}

/** The number of results in a scan, whether a scanner or a person wrote them. */
export function resultsIn(scan: Scan): number {
  return scan.ruleResults.length + (scan.drafts?.length ?? 0);
}

/** The report on one file. */
export function reportOf({ file, format, scans: placed }: FileScans): FileReport {
  const scans = placed.map(({ scan }) => scan);
  const facts = commonFacts(scans);
  const named = scans.find(({ scanner }) => scanner !== undefined);
  return {
    file: file.name,
    format,
    modified: file.modified,
    device: file.device,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    isUndeliveredFile: scans.every(isUndelivered),
    results: scans.reduce((sum, scan) => sum + resultsIn(scan), 0),
    ...withoutUndefined({
      scanner: nameAndVersion(named?.scanner, named?.scannerVersion),
      benchmark: benchmarkTitle(facts),
      profile: facts.profile,
      target: targetOf(placed),
      excluded: excludedFrom(scans),
      started: earliest(scans.map(({ started }) => started)),
      ended: latest(scans.map(({ ended }) => ended)),
    }),
  };
}

function excludedFrom(scans: readonly Scan[]): readonly Exclusion[] | undefined {
  const counts = new Map<string, number>();
  for (const { what, count } of scans.flatMap(({ excluded = [] }) => excluded)) {
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  return counts.size === 0 ? undefined : [...counts].map(([what, count]) => ({ what, count }));
}

/** Whether a scan holds messages that an earlier run of this action could not deliver. */
export function isUndelivered({ detailsEncoding, session = [] }: Scan): boolean {
  return detailsEncoding === 'base64' && session.some(({ member }) => member === 'scanJobId');
}

/**
 * The facts that scans state, each from the first scan that states it. A version counts only if all runs of the named
 * benchmark agree on it: another run's version could be another benchmark's.
 */
export function commonFacts(scans: readonly Scan[]): ScanFacts {
  const named = scans.find(({ benchmark }) => benchmark !== undefined);
  const ofSame = scans.filter(({ benchmark }) => benchmark === named?.benchmark);
  return withoutUndefined({
    benchmark: named?.benchmark,
    benchmarkVersion: only(ofSame, 'benchmarkVersion'),
    contentVersion: only(ofSame, 'contentVersion'),
    profile: firstStated(scans, 'profile'),
    platform: firstStated(scans, 'platform'),
  });
}

function firstStated<Name extends keyof Scan>(scans: readonly Scan[], name: Name): Scan[Name] | undefined {
  return scans.find((scan) => scan[name] !== undefined)?.[name];
}

function only<Name extends keyof Scan>(scans: readonly Scan[], name: Name): Scan[Name] | undefined {
  const values = new Set(scans.map((scan) => scan[name]).filter((value) => value !== undefined));
  return values.size === 1 ? firstStated(scans, name) : undefined;
}
