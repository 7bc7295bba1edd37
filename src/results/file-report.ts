import { withoutUndefined } from '../json.ts';
import { benchmarkOf, nameAndVersion } from './placed.ts';
import type { FileScans } from './read.ts';
import type { Platform, Scan } from './reading/scanner.ts';

/** What one results file told, for the log and the summary. */
export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly scanner?: string;
  readonly benchmark?: string;
  readonly profile?: string;
  /** Whether an earlier run of this action wrote it, as what it could not deliver. */
  readonly isUndeliveredFile: boolean;
  /** When the file was written, and the device that it lies on. */
  readonly modified: number;
  readonly device: number;
  /** When the scan ended, where the format states it; in milliseconds since the epoch. */
  readonly ended?: number;
  /** Results of the file, before those for one rule combine. */
  readonly results: number;
}

/** What was scanned against what, as the first file that says so says it; for stopping a session. */
export interface ScanFacts {
  readonly benchmark?: string;
  readonly benchmarkVersion?: string;
  readonly profile?: string;
  readonly platform?: Platform;
}

/** Results of a scan, whether a scanner or a person wrote them. */
export function resultsIn(scan: Scan): number {
  return scan.ruleResults.length + (scan.drafts?.length ?? 0);
}

/** What a file told. */
export function reportOf({ file, format, scans }: FileScans): FileReport {
  const facts = factsOf(scans.map(({ scan }) => scan));
  const named = scans.find(({ scan }) => scan.scanner !== undefined)?.scan;
  const scanner = nameAndVersion(named?.scanner, named?.scannerVersion);
  const benchmark = benchmarkOf(facts);
  return {
    file: file.name,
    format,
    modified: file.modified,
    device: file.device,
    isUndeliveredFile: scans.every(({ scan }) => isUndelivered(scan)),
    results: scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0),
    ...withoutUndefined({
      scanner,
      benchmark,
      profile: facts.profile,
      ended: lastOf(scans.map(({ scan }) => scan.ended)),
    }),
  };
}

function lastOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function isUndelivered({ detailsEncoding, session = [] }: Scan): boolean {
  return detailsEncoding === 'base64' && session.some(({ member }) => member === 'scanJobId');
}

/** What some scans say of themselves, each fact as the first of them that states it. */
export function factsOf(scans: readonly Scan[]): ScanFacts {
  const benchmark = scans.find((scan) => scan.benchmark !== undefined)?.benchmark;
  const benchmarkVersion = scans.find((scan) => scan.benchmarkVersion !== undefined)?.benchmarkVersion;
  const profile = scans.find((scan) => scan.profile !== undefined)?.profile;
  const platform = scans.find((scan) => scan.platform !== undefined)?.platform;
  return withoutUndefined({ benchmark, benchmarkVersion, profile, platform });
}
