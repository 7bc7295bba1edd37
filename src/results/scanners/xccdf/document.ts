import { nestedReader, type Content } from '../../reading/nested-reader.ts';
import type { Scan, XmlElement, XmlReader } from '../../reading/scanner.ts';
import type { Benchmark, Item, Rule, XccdfDocument } from './model.ts';
import { addAttribute, severityOf, strayContent, testResultContent } from './test-result.ts';
import { wordingContent, type Wording } from './texts.ts';
import { keep, profileContent, valueContent, type Choices } from './values.ts';

/** How the namespaces of all versions of XCCDF and of ARF begin. */
const XCCDF_NAMESPACE = 'http://checklists.nist.gov/xccdf/';
const ARF_NAMESPACE = 'http://scap.nist.gov/schema/asset-reporting-format/';

/** The most UTF-16 units of a rule's description and rationale, so that their beginnings fit into the details. */
const DESCRIPTION_AT_MOST = 320;
const RATIONALE_AT_MOST = 200;

/** The address of a page about CIS benchmarks; pages about CIS Controls have other addresses. */
const CIS_BENCHMARKS =
  /^https?:\/\/(?:www\.)?cisecurity\.org(?::\d+)?\/(?:(?!controls\/)[^?#/]*\/)*benchmark\//i;

/** Collects what is needed of an XCCDF document in one pass, and passes it to `end`. */
export function xccdfReader(end: (document: XccdfDocument) => readonly Scan[] | undefined): XmlReader {
  const document: XccdfDocument = {
    isXccdf: false,
    benchmarks: [],
    rules: new Map(),
    profiles: new Map(),
    choices: new Map(),
    testResults: [],
    unreadable: [],
    warnings: [],
  };
  return nestedReader(
    anywhere(document, {}),
    () => end(document),
    (element) => unclaimed(element, document),
  );
}

/** What surrounds an element. */
interface Surroundings {
  readonly benchmark?: Benchmark;
  readonly section?: Wording;
  readonly items?: Item[];
}

/** Content with benchmarks, rules and results at any depth: ARF wraps them in components and reports. */
function anywhere(document: XccdfDocument, surroundings: Surroundings): Content {
  const content: Content = {
    isPassage: true,
    child: (element) => {
      document.isXccdf ||=
        element.namespace.startsWith(XCCDF_NAMESPACE) || element.namespace.startsWith(ARF_NAMESPACE);
      switch (element.name) {
        case 'Benchmark':
          return benchmarkContent(element, document);
        case 'Group':
          return groupContent(element, document, surroundings);
        case 'Rule':
          return ruleContent(element, document, surroundings);
        case 'Profile':
          return profileContent(element, document.profiles);
        case 'Value':
          return valueContent(element, document.choices);
        case 'TestResult':
          return testResultContent(element, document, surroundings.benchmark);
        case 'rule-result':
          return strayContent(element, document);
        default:
          return content;
      }
    },
  };
  return content;
}

/** A result in an unexpected place: a TestResult is read, but a rule-result outside of one is a fault. */
function unclaimed(element: XmlElement, document: XccdfDocument): Content | undefined {
  if (element.name === 'TestResult') return testResultContent(element, document, undefined);
  return element.name === 'rule-result' ? strayContent(element, document) : undefined;
}

function benchmarkContent(element: XmlElement, document: XccdfDocument): Content {
  const benchmark: Benchmark = {
    id: element.attributes.get('id'),
    title: {},
    platforms: [],
    items: [],
  };
  document.benchmarks.push(benchmark);
  const inner = anywhere(document, { benchmark, items: benchmark.items });
  return {
    child: (child) => {
      switch (child.name) {
        case 'title':
          return wordingContent(child, benchmark.title);
        case 'version':
          return { text: (text) => (benchmark.version = text) };
        case 'platform':
          return addAttribute(child, 'idref', benchmark.platforms);
        // Other texts refer to a plain-text as they do to values.
        case 'plain-text':
          return plainTextContent(child, document);
        default:
          return inner.child?.(child);
      }
    },
  };
}

function plainTextContent(element: XmlElement, document: XccdfDocument): Content | undefined {
  const id = element.attributes.get('id');
  if (id === undefined) return undefined;
  const choices: Choices = new Map();
  document.choices.set(id, choices);
  return keep(choices, '');
}

function groupContent(element: XmlElement, document: XccdfDocument, surroundings: Surroundings): Content {
  const section: Wording = {};
  const items: Item[] = [];
  surroundings.items?.push({ weight: weightOf(element), items });
  const inner = anywhere(document, { ...surroundings, section, items });
  return {
    child: (child) => (child.name === 'title' ? wordingContent(child, section) : inner.child?.(child)),
  };
}

function ruleContent(
  element: XmlElement,
  document: XccdfDocument,
  { section, items }: Surroundings,
): Content | undefined {
  const ruleId = element.attributes.get('id');
  if (ruleId === undefined) return undefined;
  items?.push({ weight: weightOf(element), ruleId });
  if (document.rules.has(ruleId)) return {};
  const rule: Rule = {
    title: {},
    section,
    severity: severityOf(element),
    fixText: {},
    description: {},
    rationale: {},
    identifiers: [],
    numbers: [],
  };
  document.rules.set(ruleId, rule);
  return {
    child: (child) => {
      switch (child.name) {
        case 'title':
          return wordingContent(child, rule.title);
        case 'fixtext':
          return wordingContent(child, rule.fixText);
        case 'description':
          return wordingContent(child, rule.description, DESCRIPTION_AT_MOST);
        case 'rationale':
          return wordingContent(child, rule.rationale, RATIONALE_AT_MOST);
        case 'ident':
          return { text: (text) => rule.identifiers.push(text) };
        case 'reference':
          return isOfBenchmark(child) ? { text: (text) => rule.numbers.push(text) } : undefined;
        default:
          return undefined;
      }
    },
  };
}

function isOfBenchmark(reference: XmlElement): boolean {
  return CIS_BENCHMARKS.test(reference.attributes.get('href')?.trim() ?? '');
}

/** How much a group or rule counts for the score; 1 if it does not say (XCCDF 1.2, 6.4.1). */
function weightOf(element: XmlElement): number {
  const weight = Number(element.attributes.get('weight') ?? 1);
  return weight >= 0 ? weight : 1;
}
