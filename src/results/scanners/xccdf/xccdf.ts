import { parseCpe } from './cpe.ts';
import { withoutUndefined } from '../../../json.ts';
import type {
  Platform,
  RuleResult,
  Scan,
  ScanFacts,
  StatusTable,
  Target,
  XmlScanner,
} from '../../reading/scanner.ts';
import { joined } from '../../reading/short-text.ts';
import { verdictOf } from '../../reading/verdict.ts';
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
  statuses: { 'rule-result/result': STATUSES },
  reader: () => xccdfReader((document) => (document.isXccdf ? scansOf(document) : undefined)),
};

/** One scan for each TestResult. What spoils the document stands with the first. */
function scansOf(document: XccdfDocument): readonly Scan[] {
  const { testResults, unreadable, faults } = document;
  const spoilt = withoutUndefined({
    faults: faults.length > 0 ? faults : undefined,
    unreadableRules: unreadable.size > 0 ? [...unreadable].map((ruleId) => ({ ruleId })) : undefined,
    emptyBecause: faults.length === 0 ? whyEmpty(testResults) : undefined,
  });
  const scans = testResults.map((testResult) => scanOf(testResult, document));
  const [first = { ruleResults: [] }, ...others] = scans;
  return [{ ...first, ...spoilt }, ...others];
}

/** Joins the results with their rules, which may stand before them, after them, or not in the document. */
function scanOf(testResult: TestResult, document: XccdfDocument): Scan {
  const targets = targetsOf(testResult);
  return {
    ...factsOf(testResult, document),
    ...(targets.length > 0 && { targets }),
    ruleResults: ruleResultsOf(testResult, document),
  };
}

function ruleResultsOf(testResult: TestResult, document: XccdfDocument): RuleResult[] {
  return testResult.ruleResults
    .filter(({ idref, word }) => word !== NOT_SELECTED && !document.unreadable.has(idref))
    .map(({ idref, word, severity, identifiers, reasons, position }) => {
      const rule = document.rules.get(idref);
      const allIdentifiers = identifiers.length > 0 ? identifiers : (rule?.identifiers ?? []);
      return {
        ruleId: idref,
        ...verdictOf(word, STATUSES),
        ...withoutUndefined({
          title: rule?.title.text,
          reason: joined([...reasons], '; '),
          severity: severity ?? rule?.severity,
          section: rule?.section?.text,
          remediation: rule?.fixText.text,
          identifiers: allIdentifiers.length > 0 ? allIdentifiers : undefined,
        }),
        at: { position },
      };
    });
}

function factsOf(testResult: TestResult, { benchmarks }: XccdfDocument): ScanFacts {
  const { benchmarkId, benchmarkHref, profile, within } = testResult;
  const benchmark = benchmarkId === undefined ? within : benchmarks.find(({ id }) => id === benchmarkId);
  return {
    ...scannerOf(testResult),
    ...withoutUndefined({
      benchmark:
        benchmark?.title.text ?? benchmarkId ?? benchmark?.id ?? benchmarkHref?.replace(/^.*[/\\]/, ''),
      benchmarkVersion: testResult.version ?? benchmark?.version,
      profile,
      platform: platformOf(testResult, benchmark),
    }),
  };
}

/** By the facts that OpenSCAP states of itself, or else by the CPE name of the `test-system`. */
function scannerOf({ scanner, scannerVersion, testSystem }: TestResult): ScanFacts {
  const { product, version } = (testSystem === undefined ? undefined : parseCpe(testSystem)) ?? {};
  return withoutUndefined({
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
    .map((cpe) => withoutUndefined({ vendor: cpe?.vendor, product: cpe?.product, version: cpe?.version }));
}

/** Several `target` elements of one TestResult are names of the same target (XCCDF 1.2). */
function targetsOf({ names, position }: TestResult): readonly Target[] {
  return names.length === 0 ? [] : [{ scheme: 'XCCDF target', names, isHostName: true, at: { position } }];
}

function whyEmpty(testResults: readonly TestResult[]): string | undefined {
  if (testResults.length === 0) {
    return 'an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf';
  }
  const ruleResults = testResults.flatMap((testResult) => testResult.ruleResults);
  if (ruleResults.some(({ word }) => word !== NOT_SELECTED)) return undefined;
  const count = ruleResults.length;
  return count === 0
    ? 'a TestResult without a rule-result'
    : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}
