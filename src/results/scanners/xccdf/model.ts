import type { Position } from '../../../place.ts';
import type { DocumentFault } from '../../reading/scanner.ts';
import type { Wording } from './texts.ts';
import type { Choices, Profile } from './values.ts';

/** What stands in an XCCDF document: definitions and results, whichever comes first, not joined yet. */
export interface XccdfDocument {
  /** Whether it is one: an element is in a namespace of XCCDF or ARF, or a TestResult has a rule-result. */
  isXccdf: boolean;
  readonly benchmarks: Benchmark[];
  readonly rules: Map<string, Rule>;
  readonly profiles: Map<string, Profile>;
  readonly choices: Map<string, Choices>;
  readonly testResults: TestResult[];
  readonly unreadable: Unreadable[];
  readonly warnings: DocumentFault[];
}

/** A result that cannot be read, why not, and what it says of its rule. */
export interface Unreadable {
  readonly sentence: string;
  readonly idref: string | undefined;
  readonly words: readonly string[];
  readonly position: Position;
}

export interface Benchmark {
  readonly id: string | undefined;
  readonly title: Wording;
  readonly platforms: string[];
  /** Its groups and rules, for the score. */
  readonly items: Item[];
  version?: string;
}

/** A rule's definition. Nearly all of a large file is definitions, of which only short texts are kept. */
export interface Rule {
  readonly title: Wording;
  readonly section: Wording | undefined;
  readonly severity: string | undefined;
  readonly fixText: Wording;
  readonly description: Wording;
  readonly rationale: Wording;
  readonly identifiers: string[];
  /** Texts of its references to CIS benchmarks. */
  readonly numbers: string[];
}

/** A group of a benchmark, or a rule with its id: what the score is made of. */
export interface Item {
  readonly weight: number;
  readonly ruleId?: string;
  readonly items?: readonly Item[];
}

export interface TestResult {
  readonly id: string | undefined;
  readonly testSystem: string | undefined;
  readonly version: string | undefined;
  /** As the attributes `start-time` and `end-time` have them. */
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** The benchmark that the TestResult stands in. */
  readonly within: Benchmark | undefined;
  readonly platforms: string[];
  /** Names of the target: of one target, however many they are. */
  readonly names: string[];
  /** Identifiers of the target: an image, a mounted file system. */
  readonly identifiers: string[];
  /** Values that the run used, by the id of the `Value`. */
  readonly values: Map<string, string>;
  readonly scores: Score[];
  readonly ruleResults: RuleResultElement[];
  readonly position: Position;
  benchmarkId?: string | undefined;
  benchmarkHref?: string | undefined;
  profile?: string | undefined;
  scanner?: string;
  scannerVersion?: string;
}

/** A total that the scanner states of the whole run. */
export interface Score {
  readonly system: string | undefined;
  readonly maximum: number | undefined;
  readonly position: Position;
  value?: number;
}

export interface RuleResultElement {
  readonly idref: string | undefined;
  /** The texts of its `result` elements, of which there should be one. */
  readonly words: readonly string[];
  readonly severity: string | undefined;
  readonly role: string | undefined;
  readonly weight: number;
  readonly identifiers: readonly string[];
  readonly messages: ReadonlySet<string>;
  readonly overrides: readonly string[];
  readonly position: Position;
}
