import { undefinedIfEmpty, withoutUndefined } from '../../../json.ts';
import { recommendationInId, recommendationsIn } from '../../reading/recommendation.ts';
import type {
  DocumentFault,
  RuleName,
  RuleResult,
  Scan,
  StatusTable,
  Target,
  XmlScanner,
} from '../../reading/scanner.ts';
import { joined } from '../../reading/short-text.ts';
import { verdictOf } from '../../reading/verdict.ts';
import { xccdfReader } from './document.ts';
import type { Rule, RuleResultElement, TestResult, XccdfDocument } from './model.ts';
import { benchmarkOf, runFactsOf } from './run.ts';
import { scoreDiffers } from './score.ts';
import { withValues } from './texts.ts';
import { valueIn } from './values.ts';

/** The values of `rule-result/result` (XCCDF 1.2, NIST IR 7275r4), except `notselected`. */
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

/** XCCDF results and ARF reports, as OpenSCAP, SCC and CIS-CAT write them. */
export const xccdf: XmlScanner = {
  kind: 'xml',
  name: 'xccdf',
  shape: 'XML with an XCCDF `TestResult` (of XCCDF 1.1 or 1.2, also within ARF)',
  statuses: { 'rule-result/result': STATUSES },
  reader: () => xccdfReader((document) => (document.isXccdf ? scansOf(document) : undefined)),
};

/** One scan for each TestResult. The first also has what concerns the whole document. */
function scansOf(document: XccdfDocument): readonly Scan[] {
  const faults = faultsOf(document);
  const unreadable = new Set(faults.map(({ ruleId }) => ruleId).filter((ruleId) => ruleId !== undefined));
  const warnings = warningsOf(document);
  const scans = document.testResults.map((testResult) => scanOf(testResult, document, unreadable));
  const [first = { ruleResults: [] }, ...others] = scans;
  const whole = withoutUndefined({
    faults: undefinedIfEmpty(faults),
    warnings: undefinedIfEmpty(warnings),
    unreadableRules: undefinedIfEmpty([...unreadable].map((ruleId) => ruleNameOf(ruleId, document))),
    emptyBecause: faults.length === 0 ? whyEmpty(document.testResults) : undefined,
  });
  return [{ ...first, ...whole }, ...others];
}

/** A fault for every result that cannot be read, except for rules that the profile leaves out: they make no message. */
function faultsOf(document: XccdfDocument): readonly DocumentFault[] {
  const ofTestResults = document.testResults
    .flatMap(({ ruleResults }) => ruleResults)
    .flatMap((result) => {
      const sentence = whyUnreadable(result);
      return sentence === undefined ? [] : [{ ...result, sentence }];
    });
  return [...ofTestResults, ...document.unreadable].flatMap(({ sentence, idref, words, position }) => {
    const [word, ...others] = new Set(words);
    const isPlain = word !== undefined && others.length === 0;
    if (isPlain && word === NOT_SELECTED) return [];
    const known = { ruleId: idref, status: isPlain ? verdictOf(word, STATUSES).status : undefined };
    return [{ sentence, at: { position }, ofRecord: true, ...withoutUndefined(known) }];
  });
}

function whyUnreadable({ idref, words }: RuleResultElement): string | undefined {
  if (idref === undefined) return 'rule-result has no "idref"';
  if (words.length === 0) return 'rule-result has no "result"';
  return words.length > 1 ? 'rule-result has several "result"s' : undefined;
}

function warningsOf(document: XccdfDocument): readonly DocumentFault[] {
  const hasResults = document.testResults.some(({ ruleResults }) => ruleResults.length > 0);
  const ofRuns = document.testResults.flatMap((testResult): readonly DocumentFault[] => {
    const { ruleResults, position } = testResult;
    if (ruleResults.length > 0) return scoreWarnings(testResult, document);
    return hasResults ? [{ sentence: 'This TestResult has no rule-result.', at: { position } }] : [];
  });
  return [...document.warnings, ...ofRuns];
}

/** Warns if the scanner's score does not match the results in the file. */
function scoreWarnings(testResult: TestResult, document: XccdfDocument): readonly DocumentFault[] {
  const items = benchmarkOf(testResult, document)?.items;
  return testResult.scores
    .filter((score) => scoreDiffers(score, testResult.ruleResults, items) === true)
    .map(({ position }) => ({
      sentence: 'The score does not match these results: results may be missing or changed.',
      at: { position },
    }));
}

/** Joins the results with their rules, which may come before them, after them, or not at all. */
function scanOf(testResult: TestResult, document: XccdfDocument, unreadable: ReadonlySet<string>): Scan {
  const targets = targetsOf(testResult);
  const notSelected = testResult.ruleResults.filter(isNotSelected).length;
  return {
    ...runFactsOf(testResult, document),
    ...withoutUndefined({
      targets: undefinedIfEmpty(targets),
      excluded:
        notSelected > 0 ? [{ what: 'rule that the profile leaves out', count: notSelected }] : undefined,
    }),
    ruleResults: ruleResultsOf(testResult, document, unreadable),
  };
}

function ruleResultsOf(
  testResult: TestResult,
  document: XccdfDocument,
  unreadable: ReadonlySet<string>,
): RuleResult[] {
  const valueOf = valueIn(document, testResult.values, testResult.profile);
  return testResult.ruleResults
    .filter((result) => !isNotSelected(result))
    .flatMap(({ idref, words: [word], severity, identifiers, messages, overrides, position }) => {
      if (idref === undefined || word === undefined || unreadable.has(idref)) return [];
      const rule = document.rules.get(idref);
      const allIdentifiers = identifiers.length > 0 ? identifiers : (rule?.identifiers ?? []);
      const verdict = verdictOf(word, STATUSES);
      const title = withValues(rule?.title.text, valueOf);
      const section = withValues(rule?.section?.text, valueOf);
      // If a rule passes, its checks' messages are not the reason.
      const reasons = verdict.status === 'PASSED' ? overrides : [...messages, ...overrides];
      return {
        ...ruleNameOf(idref, document),
        ...verdict,
        ...withoutUndefined({
          title,
          reason: joined(reasons, '; '),
          severity: severity ?? rule?.severity,
          section: section === title ? undefined : section,
          remediation: rule === undefined ? undefined : remediationOf(rule, valueOf),
          identifiers: undefinedIfEmpty(allIdentifiers),
        }),
        at: { position },
      };
    });
}

function isNotSelected({ words: [word] }: RuleResultElement): boolean {
  return word === NOT_SELECTED;
}

/** A rule's id and its recommendations, from its references, or from its id if that is CIS's own. */
function ruleNameOf(ruleId: string, { rules }: XccdfDocument): RuleName {
  const inId = recommendationInId(ruleId);
  const recommendations = recommendationsIn([
    ...(rules.get(ruleId)?.numbers ?? []),
    ...(inId === undefined ? [] : [inId]),
  ]);
  return { ruleId, ...withoutUndefined({ recommendations }) };
}

/** What to do (or else what is required), and why. */
function remediationOf(rule: Rule, valueOf: (id: string) => string | undefined): string | undefined {
  const rationale = withValues(rule.rationale.text, valueOf);
  return joined(
    [
      withValues(rule.fixText.text ?? rule.description.text, valueOf),
      rationale === undefined ? undefined : `Why: ${rationale}`,
    ],
    ' ',
  );
}

/** Several `target` elements of one TestResult are names of the same target (XCCDF 1.2). */
function targetsOf({ names, identifiers, position }: TestResult): readonly Target[] {
  const at = { position };
  return [
    ...(names.length > 0 ? [{ scheme: 'XCCDF target', names, isHostName: true, at }] : []),
    ...(identifiers.length > 0 ? [{ scheme: 'XCCDF target identifier', names: identifiers, at }] : []),
  ];
}

function whyEmpty(testResults: readonly TestResult[]): string | undefined {
  if (testResults.length === 0) {
    return 'an XCCDF benchmark without a TestResult: use the file written by --results or --results-arf';
  }
  const ruleResults = testResults.flatMap((testResult) => testResult.ruleResults);
  if (!ruleResults.every(isNotSelected)) return undefined;
  const count = ruleResults.length;
  return count === 0
    ? 'a TestResult without a rule-result'
    : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}
