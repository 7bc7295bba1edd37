import { textOf } from '../../../json.ts';
import { quote } from '../../../text.ts';
import type { Content } from '../../reading/nested-reader.ts';
import type { XmlElement } from '../../reading/scanner.ts';
import type { Benchmark, RuleResultElement, Score, TestResult, XccdfDocument } from './model.ts';
import { shownOf } from './message.ts';
import { keep } from './values.ts';

/** Elements of a TestResult (XCCDF 1.1 and 1.2) that contain no result and are not read. */
const NOT_READ: ReadonlySet<string> = new Set([
  'identity',
  'metadata',
  'organization',
  'remark',
  'set-complex-value',
  'signature',
  'Signature',
  'tailoring-file',
  'target-address',
  'target-id-ref',
  'title',
]);

export function testResultContent(
  element: XmlElement,
  document: XccdfDocument,
  within: Benchmark | undefined,
): Content {
  const { attributes, position } = element;
  const testResult: TestResult = {
    id: textOf(attributes.get('id')),
    testSystem: attributes.get('test-system'),
    version: attributes.get('version'),
    started: attributes.get('start-time'),
    ended: attributes.get('end-time'),
    within,
    platforms: [],
    names: [],
    identifiers: [],
    values: new Map(),
    scores: [],
    ruleResults: [],
    position,
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
          return addAttribute(child, 'idref', testResult.platforms);
        case 'target':
          return { text: (text) => testResult.names.push(text) };
        case 'target-facts':
          return { child: (fact) => factContent(fact, testResult) };
        case 'set-value':
          return keep(testResult.values, child.attributes.get('idref') ?? '');
        case 'score':
          return scoreContent(child, testResult);
        case 'rule-result':
          document.isXccdf = true;
          return ruleResultContent(child, (found) => testResult.ruleResults.push(found));
        default:
          return NOT_READ.has(child.name) ? undefined : unknownContent(child, element.namespace, document);
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
    case 'urn:xccdf:fact:identifier':
      return { text: (text) => testResult.identifiers.push(text) };
    default:
      return undefined;
  }
}

function scoreContent({ attributes, position }: XmlElement, testResult: TestResult): Content {
  const maximum = attributes.get('maximum');
  const score: Score = {
    system: attributes.get('system'),
    maximum: maximum === undefined ? undefined : Number(maximum),
    position,
  };
  testResult.scores.push(score);
  return { text: (text) => (score.value = Number(text)) };
}

/** A result under another name is a fault, and any other element that XCCDF does not define is a warning. */
function unknownContent(element: XmlElement, namespace: string, document: XccdfDocument): Content {
  const { name, position } = element;
  const isXccdf = element.namespace === namespace;
  const sentence = `${quote(name)} is not an element of a TestResult.`;
  return ruleResultContent(element, (found) => {
    const isResult = found.words.length > 0 || (isXccdf && found.idref !== undefined);
    if (isResult) addFault(sentence, found, document);
    else if (isXccdf) document.warnings.push({ sentence, at: { position } });
  });
}

/** A rule-result in a wrong place, which is a fault. */
export function strayContent(element: XmlElement, document: XccdfDocument): Content {
  return ruleResultContent(element, (found) => {
    addFault('A rule-result is outside any TestResult.', found, document);
  });
}

/** Adds a result that cannot be read, with what is known about it. */
function addFault(
  sentence: string,
  { idref, words, position }: RuleResultElement,
  document: XccdfDocument,
): void {
  document.unreadable.push({ sentence, idref, words, position });
}

function ruleResultContent(element: XmlElement, end: (found: RuleResultElement) => void): Content {
  const { position, attributes } = element;
  const weight = Number(attributes.get('weight') ?? 1);
  const words: string[] = [];
  const identifiers: string[] = [];
  const messages = new Set<string>();
  const overrides: string[] = [];
  const found: RuleResultElement = {
    idref: attributes.get('idref')?.trim() === '' ? undefined : attributes.get('idref'),
    words,
    severity: severityOf(element),
    role: attributes.get('role'),
    weight: weight >= 0 ? weight : 1,
    identifiers,
    messages,
    overrides,
    position,
  };
  const message: Content = {
    keepsLines: true,
    text: (text) => {
      for (const shown of shownOf(text)) messages.add(shown);
    },
  };
  const check: Content = { child: ({ name }) => checkPart(name) };
  const checkPart = (name: string): Content | undefined => {
    if (name === 'message') return message;
    return name === 'check' || name === 'complex-check' ? check : undefined;
  };
  return {
    child: (child) => {
      switch (child.name) {
        case 'result':
          return { text: (text) => words.push(text) };
        case 'ident':
          return { text: (text) => identifiers.push(text) };
        case 'instance':
          return { textLimit: 100, text: (text) => messages.add(`instance ${text}`) };
        case 'override':
          return overrideContent(child.attributes.get('authority'), overrides);
        default:
          return checkPart(child.name);
      }
    },
    end: () => {
      end(found);
    },
  };
}

/** An auditor's override. `result` is already the new one; who changed it, and from what, is part of the reason. */
function overrideContent(authority: string | undefined, overrides: string[]): Content {
  let old: string | undefined;
  let remark: string | undefined;
  return {
    child: ({ name }) => {
      if (name === 'old-result') return { text: (text) => (old = text) };
      return name === 'remark' ? { text: (text) => (remark = text) } : undefined;
    },
    end: () => {
      const change = `overridden${old === undefined ? '' : ` from ${old}`}${authority === undefined ? '' : ` by ${authority}`}`;
      overrides.push(remark === undefined ? change : `${change}: ${remark}`);
    },
  };
}

export function addAttribute(element: XmlElement, name: string, values: string[]): Content {
  const value = element.attributes.get(name);
  if (value !== undefined) values.push(value);
  return {};
}

/** The severity; XCCDF uses `unknown` for one that is not stated. */
export function severityOf(element: XmlElement): string | undefined {
  const severity = element.attributes.get('severity')?.trim();
  return severity === 'unknown' || severity === '' ? undefined : severity;
}
