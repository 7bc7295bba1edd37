import type { Position } from '../../../place.ts';
import type { DocumentFault } from '../../reading/scanner.ts';
import type { Wording } from './texts.ts';
import type { Choices, Profile } from './values.ts';

/** The definitions and results in an XCCDF document, in any order and not yet joined. */
export interface XccdfDocument {
  /** Whether it is XCCDF: an element is in a namespace of XCCDF or ARF, or a TestResult has a rule-result. */
  isXccdf: boolean;
  readonly benchmarks: Benchmark[];
  readonly rules: Map<string, Rule>;
  readonly profiles: Map<string, Profile>;
  readonly choices: Map<string, Choices>;
  readonly testResults: TestResult[];
  readonly unreadable: UnreadableResult[];
  readonly warnings: DocumentFault[];
}

/** A result that cannot be read, why not, and what it says about its rule. */
interface UnreadableResult {
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

/** A rule's definition. Nearly all of a large file is definitions, so only short texts are kept. */
export interface Rule {
  readonly title: Wording;
  readonly section: Wording | undefined;
  readonly severity: string | undefined;
  readonly fixText: Wording;
  readonly description: Wording;
  readonly rationale: Wording;
  readonly identifiers: string[];
  /** The texts of its references to CIS benchmarks. */
  readonly numbers: string[];
}

/** A group of a benchmark, or a rule with its id: the score is computed from these. */
export interface Item {
  readonly weight: number;
  readonly ruleId?: string;
  readonly items?: readonly Item[];
}

export interface TestResult {
  readonly id: string | undefined;
  readonly testSystem: string | undefined;
  readonly version: string | undefined;
  /** The attributes `start-time` and `end-time` as written. */
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** The benchmark that contains the TestResult. */
  readonly within: Benchmark | undefined;
  readonly platforms: string[];
  /** Names of the one target, however many there are. */
  readonly names: string[];
  /** Identifiers of the target: an image, a mounted file system. */
  readonly identifiers: string[];
  /** The values that the run used, by the id of the `Value`. */
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

/** A score that the scanner states for the whole run. */
export interface Score {
  readonly system: string | undefined;
  readonly maximum: number | undefined;
  readonly position: Position;
  value?: number;
}

export interface RuleResultElement {
  readonly idref: string | undefined;
  /** The texts of its `result` elements; there should be one. */
  readonly words: readonly string[];
  readonly severity: string | undefined;
  readonly role: string | undefined;
  readonly weight: number;
  readonly identifiers: readonly string[];
  readonly messages: ReadonlySet<string>;
  readonly overrides: readonly string[];
  readonly position: Position;
}
