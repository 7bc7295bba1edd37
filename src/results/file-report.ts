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
    isUndeliveredFile: scans.every(({ scan }) => isUndelivered(scan)),
    results: scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0),
    ...(scanner === undefined ? {} : { scanner }),
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(facts.profile === undefined ? {} : { profile: facts.profile }),
  };
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
  return {
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(benchmarkVersion === undefined ? {} : { benchmarkVersion }),
    ...(profile === undefined ? {} : { profile }),
    ...(platform === undefined ? {} : { platform }),
  };
}
