import { detached, nestedReader, type Content } from '../../reading/nested-reader.ts';
import type { Position } from '../../../place.ts';
import type { DocumentFault, Scan, XmlElement, XmlReader } from '../../reading/scanner.ts';

/** The namespaces of all versions of XCCDF begin so, and those of ARF reports. */
const XCCDF_NAMESPACE = 'http://checklists.nist.gov/xccdf/';
const ARF_NAMESPACE = 'http://scap.nist.gov/schema/asset-reporting-format/';

/** Collects what stands in an XCCDF document, in one pass, and hands it to `end`. */
export function xccdfReader(end: (document: XccdfDocument) => readonly Scan[] | undefined): XmlReader {
  const document: XccdfDocument = {
    isXccdf: false,
    benchmarks: [],
    rules: new Map(),
    testResults: [],
    unreadable: new Set(),
    faults: [],
  };
  return nestedReader(anywhere(document, {}), () => end(document));
}

/** What stands in an XCCDF document: definitions and results, whichever comes first, not joined yet. */
export interface XccdfDocument {
  /** Whether it is one: an element is in a namespace of XCCDF or ARF, or a TestResult has a rule-result. */
  isXccdf: boolean;
  readonly benchmarks: Benchmark[];
  readonly rules: Map<string, Rule>;
  readonly testResults: TestResult[];
  /** Rules with a result that cannot be read: their other results could make them look better than they are. */
  readonly unreadable: Set<string>;
  readonly faults: DocumentFault[];
}

/** A text that may stand in several languages: the first is kept, unless a later one is English and it is not. */
export interface Wording {
  text?: string;
  isEnglish?: boolean;
}

export interface Benchmark {
  readonly id: string | undefined;
  readonly title: Wording;
  readonly platforms: string[];
  version?: string;
}

/** A rule's definition. Nearly all of a large file is definitions, of which only short texts are kept. */
export interface Rule {
  readonly title: Wording;
  readonly section: Wording | undefined;
  readonly severity: string | undefined;
  readonly fixText: Wording;
  readonly identifiers: string[];
}

export interface TestResult {
  readonly testSystem: string | undefined;
  readonly version: string | undefined;
  /** The benchmark that the TestResult stands in. */
  readonly within: Benchmark | undefined;
  readonly platforms: string[];
  /** Names of the target: of one target, however many they are. */
  readonly names: string[];
  readonly ruleResults: RuleResultElement[];
  readonly position: Position;
  benchmarkId?: string | undefined;
  benchmarkHref?: string | undefined;
  profile?: string | undefined;
  scanner?: string;
  scannerVersion?: string;
}

export interface RuleResultElement {
  readonly idref: string;
  readonly word: string;
  readonly severity: string | undefined;
  readonly identifiers: readonly string[];
  readonly reasons: ReadonlySet<string>;
  readonly position: Position;
}

/** What an element stands in. */
interface Surroundings {
  readonly benchmark?: Benchmark;
  readonly section?: Wording;
}

/** Content where benchmarks, rules and results may stand at any depth: ARF wraps them in components and reports. */
function anywhere(document: XccdfDocument, surroundings: Surroundings): Content {
  const content: Content = {
    child: (element) => {
      document.isXccdf ||=
        element.namespace.startsWith(XCCDF_NAMESPACE) || element.namespace.startsWith(ARF_NAMESPACE);
      switch (element.name) {
        case 'Benchmark':
          return benchmarkContent(element, document);
        case 'Group':
          return groupContent(document, surroundings);
        case 'Rule':
          return ruleContent(element, document, surroundings);
        case 'TestResult':
          return testResultContent(element, document, surroundings);
        default:
          return content;
      }
    },
  };
  return content;
}

function benchmarkContent(element: XmlElement, document: XccdfDocument): Content {
  const benchmark: Benchmark = { id: element.attributes.get('id'), title: {}, platforms: [] };
  document.benchmarks.push(benchmark);
  const inner = anywhere(document, { benchmark });
  return {
    child: (child) => {
      switch (child.name) {
        case 'title':
          return wordingContent(child, benchmark.title);
        case 'version':
          return { text: (text) => (benchmark.version = text) };
        case 'platform':
          addAttribute(child, 'idref', benchmark.platforms);
          return undefined;
        default:
          return inner.child?.(child);
      }
    },
  };
}

function groupContent(document: XccdfDocument, surroundings: Surroundings): Content {
  const section: Wording = {};
  const inner = anywhere(document, { ...surroundings, section });
  return {
    child: (child) => (child.name === 'title' ? wordingContent(child, section) : inner.child?.(child)),
  };
}

function ruleContent(
  element: XmlElement,
  document: XccdfDocument,
  { section }: Surroundings,
): Content | undefined {
  const id = element.attributes.get('id');
  if (id === undefined || document.rules.has(id)) return undefined;
  const severity = severityOf(element);
  const rule: Rule = { title: {}, section, severity, fixText: {}, identifiers: [] };
  document.rules.set(detached(id), rule);
  return {
    child: (child) => {
      switch (child.name) {
        case 'title':
          return wordingContent(child, rule.title);
        case 'fixtext':
          return wordingContent(child, rule.fixText);
        case 'ident':
          return { text: (text) => rule.identifiers.push(text) };
        default:
          return undefined;
      }
    },
  };
}

function testResultContent(
  element: XmlElement,
  document: XccdfDocument,
  { benchmark }: Surroundings,
): Content {
  const testResult: TestResult = {
    testSystem: element.attributes.get('test-system'),
    version: element.attributes.get('version'),
    within: benchmark,
    platforms: [],
    names: [],
    ruleResults: [],
    position: element.position,
  };
  document.testResults.push(testResult);
  return {
    child: (child) => {
      switch (child.name) {
        case 'benchmark':
          testResult.benchmarkId = child.attributes.get('id');
          testResult.benchmarkHref = child.attributes.get('href');
          return undefined;
        case 'profile':
          testResult.profile = child.attributes.get('idref');
          return undefined;
        case 'platform':
          addAttribute(child, 'idref', testResult.platforms);
          return undefined;
        case 'target':
          return { text: (text) => testResult.names.push(text) };
        case 'target-facts':
          return { child: (fact) => factContent(fact, testResult) };
        case 'rule-result':
          document.isXccdf = true;
          return ruleResultContent(child, document, testResult);
        default:
          return undefined;
      }
    },
  };
}

function factContent(fact: XmlElement, testResult: TestResult): Content | undefined {
  switch (fact.attributes.get('name')) {
    case 'urn:xccdf:fact:scanner:name':
      return { text: (text) => (testResult.scanner = text) };
    case 'urn:xccdf:fact:scanner:version':
      return { text: (text) => (testResult.scannerVersion = text) };
    default:
      return undefined;
  }
}

function ruleResultContent(element: XmlElement, document: XccdfDocument, testResult: TestResult): Content {
  const { position } = element;
  const idref = element.attributes.get('idref');
  const severity = severityOf(element);
  const identifiers: string[] = [];
  const reasons = new Set<string>();
  let word: string | undefined;
  const reason = (text: string): void => {
    reasons.add(text);
  };
  const check: Content = { child: ({ name }) => checkPart(name) };
  const checkPart = (name: string): Content | undefined => {
    if (name === 'message') return { text: reason };
    return name === 'check' || name === 'complex-check' ? check : undefined;
  };
  return {
    child: ({ name, attributes }) => {
      switch (name) {
        case 'result':
          return {
            text: (text) => {
              word ??= text;
            },
          };
        case 'ident':
          return { text: (text) => identifiers.push(text) };
        case 'instance':
          return {
            text: (text) => {
              reason(`instance ${text}`);
            },
          };
        case 'override':
          return overrideContent(attributes.get('authority'), reason);
        default:
          return checkPart(name);
      }
    },
    end: () => {
      if (idref === undefined || idref.trim() === '') {
        document.faults.push({ sentence: 'rule-result has no "idref"', at: { position }, ofRecord: true });
      } else if (word === undefined) {
        document.faults.push({ sentence: 'rule-result has no "result"', at: { position }, ofRecord: true });
        document.unreadable.add(idref);
      } else {
        testResult.ruleResults.push({ idref, word, severity, identifiers, reasons, position });
      }
    },
  };
}

/** An auditor's override: `result` is the new one already; who changed it from what is part of why. */
function overrideContent(authority: string | undefined, reason: (text: string) => void): Content {
  let old: string | undefined;
  let remark: string | undefined;
  return {
    child: ({ name }) => {
      if (name === 'old-result') return { text: (text) => (old = text) };
      return name === 'remark' ? { text: (text) => (remark = text) } : undefined;
    },
    end: () => {
      const change = `overridden${old === undefined ? '' : ` from ${old}`}${authority === undefined ? '' : ` by ${authority}`}`;
      reason(remark === undefined ? change : `${change}: ${remark}`);
    },
  };
}

function wordingContent(element: XmlElement, wording: Wording): Content {
  const isEnglish = /^en\b/i.test(element.language ?? 'en');
  return {
    text: (text) => {
      if (wording.text !== undefined && (wording.isEnglish === true || !isEnglish)) return;
      wording.text = text;
      wording.isEnglish = isEnglish;
    },
  };
}

function addAttribute(element: XmlElement, name: string, values: string[]): void {
  const value = element.attributes.get(name);
  if (value !== undefined) values.push(value);
}

/** `unknown` is what XCCDF takes for a severity that nobody stated. */
function severityOf(element: XmlElement): string | undefined {
  const severity = element.attributes.get('severity')?.trim();
  return severity === 'unknown' || severity === '' ? undefined : severity;
}
