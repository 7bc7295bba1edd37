import { parseCpe } from './cpe.ts';
import { told } from '../../reading/record-reader.ts';
import type { Platform, RuleResult, Scan, Target, XmlScanner } from '../../reading/scanner.ts';
import { joined } from '../../reading/short-text.ts';
import { verdictOf, type StatusTable } from '../../reading/verdict.ts';
import { xccdfReader, type Benchmark, type TestResult, type XccdfDocument } from './document.ts';

/** The values of `rule-result/result` (XCCDF 1.2, NIST IR 7275r4), but for `notselected`. */
const STATUSES: StatusTable = {
  pass: 'PASSED',
  fixed: 'PASSED',
  fail: 'FAILED',
  error: 'ERROR',
  unknown: 'UNKNOWN',
  notapplicable: 'NOT_APPLICABLE',
  notchecked: 'NOT_EVALUATED',
  informational: 'INFORMATIONAL',
};

/** The value of `rule-result/result` that makes no message: the profile leaves the rule out. */
const NOT_SELECTED = 'notselected';

/** Scanners as they write themselves, by the product of their CPE name. */
const SCANNER_NAMES: ReadonlyMap<string, string> = new Map([
  ['openscap', 'OpenSCAP'],
  ['scc', 'SCC'],
  ['cis-cat', 'CIS-CAT'],
]);

/** XCCDF results and ARF reports, as OpenSCAP, SCC and CIS-CAT write them. */
export const xccdf: XmlScanner = {
  kind: 'xml',
  name: 'xccdf',
  shape: 'XML with an XCCDF `TestResult` (of XCCDF 1.1 or 1.2, also within ARF)',
  reader: () => xccdfReader((document) => (document.isXccdf ? scanOf(document) : undefined)),
};

/** Joins the results with their rules, which may stand before them, after them, or not in the document. */
function scanOf(document: XccdfDocument): Scan {
  const { testResults, unreadable, faults } = document;
  const sources = testResults.map((testResult) => sourceOf(testResult, document));
  const isOneSource = new Set(sources.map(describeSource)).size < 2;
  const ruleResults = testResults.flatMap((testResult) =>
    ruleResultsOf(
      testResult,
      document,
      isOneSource ? undefined : describeSource(sourceOf(testResult, document)),
    ),
  );
  const targets = targetsOf(testResults);
  return {
    ...sources[0],
    ...(targets.length > 0 && { targets }),
    ...(faults.length > 0 && { faults }),
    ...(unreadable.size > 0 && { unreadableRules: [...unreadable] }),
    ...(ruleResults.length === 0 && faults.length === 0 && { emptyBecause: whyEmpty(testResults) }),
    ruleResults,
  };
}

function ruleResultsOf(testResult: TestResult, document: XccdfDocument, source?: string): RuleResult[] {
  return testResult.ruleResults
    .filter(({ idref, word }) => word !== NOT_SELECTED && !document.unreadable.has(idref))
    .map(({ idref, word, severity, identifiers, reasons, position }) => {
      const rule = document.rules.get(idref);
      const allIdentifiers = identifiers.length > 0 ? identifiers : (rule?.identifiers ?? []);
      return {
        ruleId: idref,
        ...verdictOf(word, STATUSES),
        ...told<RuleResult>({
          title: rule?.title.text,
          reason: joined([...reasons], '; '),
          severity: severity ?? rule?.severity,
          section: rule?.section?.text,
          remediation: rule?.fixText.text,
          identifiers: allIdentifiers.length > 0 ? allIdentifiers : undefined,
          source,
        }),
        at: { position },
      };
    });
}

/** Who said so, of what. */
type SourceFacts = Pick<
  Scan,
  'scanner' | 'scannerVersion' | 'benchmark' | 'benchmarkVersion' | 'profile' | 'platform'
>;

function sourceOf(testResult: TestResult, { benchmarks }: XccdfDocument): SourceFacts {
  const { benchmarkId, benchmarkHref, profile, within } = testResult;
  const benchmark = benchmarkId === undefined ? within : benchmarks.find(({ id }) => id === benchmarkId);
  return {
    ...scannerOf(testResult),
    ...told<SourceFacts>({
      benchmark:
        benchmark?.title.text ?? benchmarkId ?? benchmark?.id ?? benchmarkHref?.replace(/^.*[/\\]/, ''),
      benchmarkVersion: testResult.version ?? benchmark?.version,
      profile,
      platform: platformOf(testResult, benchmark),
    }),
  };
}

function describeSource(source: SourceFacts): string {
  const { scanner, scannerVersion, benchmark, benchmarkVersion, profile } = source;
  return joined([scanner, scannerVersion, benchmark, benchmarkVersion, profile], ' ') ?? '';
}

/** By the facts that OpenSCAP states of itself, or else by the CPE name of the `test-system`. */
function scannerOf({ scanner, scannerVersion, testSystem }: TestResult): SourceFacts {
  const { product, version } = (testSystem === undefined ? undefined : parseCpe(testSystem)) ?? {};
  return told<SourceFacts>({
    scanner: scanner ?? (product === undefined ? testSystem : (SCANNER_NAMES.get(product) ?? product)),
    scannerVersion: scannerVersion ?? version,
  });
}

/**
 * The operating system: the first that the TestResult names, as those are the ones that the target met; or else that
 * of the benchmark, when it is for one only.
 */
function platformOf({ platforms }: TestResult, benchmark: Benchmark | undefined): Platform | undefined {
  const [met] = operatingSystems(platforms);
  if (met !== undefined) return met;
  const [only, ...others] = operatingSystems(benchmark?.platforms ?? []);
  const isSame = (other: Platform): boolean =>
    other.vendor === only?.vendor && other.product === only?.product && other.version === only?.version;
  return others.every(isSame) ? only : undefined;
}

function operatingSystems(cpeNames: readonly string[]): Platform[] {
  return cpeNames
    .map(parseCpe)
    .filter((cpe) => cpe?.part === 'o')
    .map((cpe) => told<Platform>({ vendor: cpe?.vendor, product: cpe?.product, version: cpe?.version }));
}

/**
 * One target for each TestResult. Several `target` elements of one TestResult are names of the same target (XCCDF
 * 1.2): TestResults that share a name share the target.
 */
function targetsOf(testResults: readonly TestResult[]): Target[] {
  const canonical = new Map<string, string>();
  return testResults.flatMap(({ names, position }) => {
    const known = names.find((name) => canonical.has(name)) ?? names[0];
    if (known === undefined) return [];
    const name = canonical.get(known) ?? known;
    for (const other of names) if (!canonical.has(other)) canonical.set(other, name);
    return [{ scheme: 'XCCDF target', name, at: { position } }];
  });
}

function whyEmpty(testResults: readonly TestResult[]): string {
  if (testResults.length === 0) {
    return 'an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf';
  }
  const count = testResults.flatMap(({ ruleResults }) => ruleResults).length;
  return count === 0
    ? 'a TestResult without a rule-result'
    : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}
