import type { Place, Source } from '../place.ts';
import type { MessageDraft, RuleResult, Scan, ScanFacts } from './reading/scanner.ts';

/** What one run of a scanner says, and the document that says it. */
export interface PlacedScan {
  readonly scan: Scan;
  readonly source: Source;
}

/** A rule result with its place and with who says so. */
export interface PlacedRuleResult extends RuleResult {
  readonly place: Place;
}

/** A message of a messages file with its place, and how its file says that string details are encoded. */
export interface PlacedDraft extends MessageDraft {
  readonly place: Place;
  readonly detailsEncoding?: 'text' | 'base64';
}

/** The results of a scan, each with its place and who says so. */
export function placedRuleResults(scan: Scan, source: Source): PlacedRuleResult[] {
  return scan.ruleResults.map((result) => {
    const who = [
      nameAndVersion(scan.scanner, scan.scannerVersion),
      benchmarkOf(scan),
      scan.profile,
      result.source,
    ];
    const described = who.filter((part) => part !== undefined).join(', ');
    return {
      ...result,
      ...(described === '' ? {} : { source: described }),
      place: { source, at: result.at },
    };
  });
}

/** The messages of a messages file, each with its place and its encoding. */
export function placedDrafts(scan: Scan, source: Source): PlacedDraft[] {
  const encoding = scan.detailsEncoding === undefined ? {} : { detailsEncoding: scan.detailsEncoding };
  return (scan.drafts ?? []).map((draft) => ({ ...draft, ...encoding, place: { source, at: draft.at } }));
}

/** The benchmark with its version, as people write it. */
export function benchmarkOf(facts: ScanFacts): string | undefined {
  return nameAndVersion(facts.benchmark, facts.benchmarkVersion);
}

/** A name with its version, where both are known. */
export function nameAndVersion(name: string | undefined, version: string | undefined): string | undefined {
  return name === undefined || version === undefined ? name : `${name} ${version}`;
}
