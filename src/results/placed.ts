import { withoutUndefined } from '../json.ts';
import type { Place, Source } from '../place.ts';
import type { Status } from '../status.ts';
import type { MessageDraft, RuleResult, Scan, ScanFacts } from './reading/scanner.ts';

/** One run of a scanner, and the document that it comes from. */
export interface PlacedScan {
  readonly scan: Scan;
  readonly source: Source;
  /** The name of the format. */
  readonly format: string;
}

/** One of the scanners' rules behind a name that goes to Inspector. */
export interface ScannerRule {
  /** The scanner's own id. */
  readonly id: string;
  /** The worst of the scanner's results for it. */
  readonly status: Status;
  readonly scanner?: string;
}

/** A rule result with its place and its scanner. */
export interface PlacedRuleResult extends RuleResult {
  /** The scanner's own id of the rule, where `ruleId` is the number of a recommendation instead. */
  readonly ownId?: string;
  /** The scanner whose verdict it is, or its format if the file does not name the scanner. */
  readonly scanner?: string;
  /** The benchmark with its version. */
  readonly benchmark?: string;
  /** If several results were combined into this one: the scanners' rules that they came from. */
  readonly combined?: readonly ScannerRule[];
  readonly place: Place;
}

/** A message of a messages file with its place, and the encoding that its file states for string details. */
export interface PlacedDraft extends MessageDraft {
  readonly place: Place;
  readonly detailsEncoding?: 'text' | 'base64';
}

/** The results of a scan, each with its place and its scanner. */
export function placedRuleResults(placed: PlacedScan): PlacedRuleResult[] {
  const { scan, source } = placed;
  const benchmark = benchmarkTitle(scan);
  const scanner = scannerName(placed);
  const head = [nameAndVersion(scan.scanner, scan.scannerVersion), scan.profile];
  return scan.ruleResults.map((result) => {
    const described = [...head, result.source].filter((part) => part !== undefined).join(', ');
    return {
      ...result,
      scanner,
      ...withoutUndefined({ benchmark, source: described === '' ? undefined : described }),
      place: { source, at: result.at },
    };
  });
}

/** The messages of a messages file, each with its place and its encoding. */
export function placedDrafts({ scan, source }: PlacedScan): PlacedDraft[] {
  const encoding = withoutUndefined({ detailsEncoding: scan.detailsEncoding });
  return (scan.drafts ?? []).map(({ value, at }) => ({ value, at, place: { source, at }, ...encoding }));
}

/** The scanner's name, or its format if the document does not name the scanner. */
export function scannerName({ scan, format }: PlacedScan): string {
  return scan.scanner ?? format;
}

/** The benchmark with its version, as people write it; with the content's version if only that is known. */
export function benchmarkTitle({
  benchmark,
  benchmarkVersion,
  contentVersion,
}: ScanFacts): string | undefined {
  if (benchmarkVersion !== undefined) return nameAndVersion(benchmark, benchmarkVersion);
  return nameAndVersion(benchmark, contentVersion === undefined ? undefined : `(content ${contentVersion})`);
}

/** A name with its version, if both are known and the name does not already contain the version. */
export function nameAndVersion(name: string | undefined, version: string | undefined): string | undefined {
  if (name === undefined || version === undefined) return name;
  const hasVersion = name.split(/\s+/).some((word) => word === version || word === `v${version}`);
  return hasVersion ? name : `${name} ${version}`;
}
