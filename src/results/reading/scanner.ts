import type { At, Position } from '../../place.ts';
import type { Status } from '../../status.ts';

/** What a scanner calls a rule, and the benchmark's own numbers for it. */
export interface RuleName {
  /** The scanner's own id of the rule. */
  readonly ruleId: string;
  /**
   * The numbers of the recommendations in the CIS benchmark (`1.1.1.1`), where the file itself states them. Nothing is
   * guessed. A rule with two numbers counts for both. Left out where the scanner's own id is the number
   * already.
   */
  readonly recommendations?: readonly string[];
}

/** One scanner's verdict on one rule of a benchmark (XCCDF 1.2 calls it `rule-result`). */
export interface RuleResult extends RuleName {
  readonly status: Status;
  /** The scanner's own word for the verdict (`notchecked`, `WARN`), or its words joined with `/`. */
  readonly result: string;
  /** Set when the format does not define the scanner's word; `status` is then `UNKNOWN`, and the user is warned. */
  readonly undefinedWord?: string;
  readonly title?: string;
  /** Why: a short failing message, a skip reason. Never raw evidence, which may hold secrets. */
  readonly reason?: string;
  readonly severity?: string;
  readonly section?: string;
  readonly level?: string;
  readonly remediation?: string;
  /** Other names of the rule: CCE identifiers, numbers of other standards. */
  readonly identifiers?: readonly string[];
  /** How many of the scanner's records ended in which status, where the result stands for several of them. */
  readonly counts?: ResultCounts;
  /** Who reported it, as far as that differs within one run (kube-bench's node type); `ScanFacts` has the rest. */
  readonly source?: string;
  readonly at: At;
}

/** What a scanner's words for a verdict mean to Inspector: every word that the format defines. */
export type StatusTable = Readonly<Record<string, Status>>;

/** How many of several results ended in which status; statuses that none ended in are left out. */
export type ResultCounts = Readonly<Partial<Record<Status, number>>>;

/** A message as a messages file has it: not checked yet. */
export interface MessageDraft {
  /** What stands there; a message should be a mapping of three members. */
  readonly value: unknown;
  readonly at: At;
}

/** What a results file may say of the session; it must agree with the inputs. */
export interface SessionClaim {
  readonly member: 'scanJobId' | 'sessionToken';
  readonly value: unknown;
  readonly at: At;
}

/**
 * What was scanned, in the words of one naming scheme: a name, or an identifier. Names of different schemes are not
 * compared.
 */
export interface Target {
  /** The naming scheme, in the user's words: `XCCDF target`, `AWS account`. */
  readonly scheme: string;
  /** Names of one and the same target: targets of one scheme that share a name are one. */
  readonly names: readonly string[];
  /**
   * Whether these are names of a machine, which a run scans whole: only runs that share such a name replace each other.
   * Equal identifiers do not make one target (`chroot:///host` on every node), and a run of an account may see a part
   * of it only.
   */
  readonly isHostName?: boolean;
  /** How to have the scanner write a file for each target, as a sentence: for the refusal of several. */
  readonly wayOut?: string;
  readonly at: At;
}

/** Something wrong in a document, other than in a message of a messages file. */
export interface DocumentFault {
  readonly sentence: string;
  readonly at: At;
  /** Whether it spoils one record only, which `on-invalid: skip` leaves out; else it spoils the document. */
  readonly ofRecord?: boolean;
  /** The rule that the record is of, where it can be read. */
  readonly ruleId?: string;
  /** The status that the record states, where it can be read; a gate counts a record without one as a match. */
  readonly status?: Status;
}

/** Records that by the format's own definition make no message, counted: `archived finding`. */
export interface Exclusion {
  /** What they are, in the singular. */
  readonly what: string;
  readonly count: number;
}

/** The platform that was scanned, as `StopCisSession` takes it. */
export interface Platform {
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
}

/** A CIS benchmark as the results state it, in a form that can be compared with what other results state. */
export interface CisBenchmark {
  /** `Ubuntu Linux 22.04 LTS`, in lower case and without the words `CIS` and `Benchmark`. */
  readonly product?: string;
  /** The benchmark's own version, never that of the content: `2.0.0`. */
  readonly version?: string;
}

/** Who ran what against what, and when: what the head of a run states. */
export interface ScanFacts {
  /** The tool that wrote the document, as people know it (`OpenSCAP`, `kube-bench`), and its version. */
  readonly scanner?: string;
  readonly scannerVersion?: string;
  /** The benchmark's title or id, for people. */
  readonly benchmark?: string;
  /** The version of the CIS benchmark itself; sent when the session stops. */
  readonly benchmarkVersion?: string;
  /** The version of the content that a scanner was given (SSG 0.1.80), which is not the benchmark's. */
  readonly contentVersion?: string;
  readonly cisBenchmark?: CisBenchmark;
  readonly profile?: string;
  readonly platform?: Platform;
  /** When the run began and ended, in milliseconds since the epoch. */
  readonly started?: number;
  readonly ended?: number;
  /** The run's own id, where the format has one: the same run given twice counts once. */
  readonly runId?: string;
}

/** Everything that one run of a scanner says: most documents hold one. */
export interface Scan extends ScanFacts {
  readonly targets?: readonly Target[];
  readonly ruleResults: readonly RuleResult[];
  /**
   * Rules with a record that cannot be read, each of them a fault: they have no result here, nor anywhere else, as
   * what other documents say of them could make them look better than they are.
   */
  readonly unreadableRules?: readonly RuleName[];
  /** Only of messages files. */
  readonly drafts?: readonly MessageDraft[];
  /** Only of messages files: how string details are encoded, when the file itself says so. */
  readonly detailsEncoding?: 'text' | 'base64';
  readonly session?: readonly SessionClaim[];
  readonly faults?: readonly DocumentFault[];
  /** What the user should know and what keeps nothing from being sent: a profile that did not run, a missing page. */
  readonly warnings?: readonly DocumentFault[];
  readonly excluded?: readonly Exclusion[];
  /** Why there is no result, where the format knows (`27 findings, none with Compliance.Status`). */
  readonly emptyBecause?: string;
}

/** What every format has, whatever its syntax. Adding one: a file in `scanners/`, a line in its list. */
interface Format {
  /** The value of the input `results-format`. */
  readonly name: string;
  /** What makes a document one of these, in words, for the failure when none is recognised. */
  readonly shape: string;
  /**
   * What the scanner's words mean to Inspector: a table for each member that holds such a word, by its name in
   * `docs/formats.md` (a test compares the two row by row). Empty for the action's own format.
   */
  readonly statuses: Readonly<Record<string, StatusTable>>;
}

/** A scanner's format that is JSON (or YAML with the same members). */
export interface DataScanner extends Format {
  readonly kind: 'data';
  /** Looks at the shape of a document, never at names of files. Must be quick and must not throw. */
  readonly recognises: (document: unknown) => boolean;
  /** Reads a document that `recognises` takes; with `results-format` given, also one that it does not take. One scan for each run. */
  readonly read: (document: unknown) => readonly Scan[];
}

/** An element's start as the XML parser reports it. Names are local names; `namespace` is the element's namespace URI. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** The values of attributes in no namespace, by name. */
  readonly attributes: Pick<ReadonlyMap<string, string>, 'get'>;
  /** The element's own `xml:lang`. */
  readonly language?: string | undefined;
  readonly position: Position;
}

/** Takes the events of one XML document, in order, and says at the end what it read. */
export interface XmlReader {
  readonly open: (element: XmlElement) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** The document's runs; `undefined` when it is not of this format. */
  readonly end: () => readonly Scan[] | undefined;
}

/** A scanner's format that is XML: read as a stream, in one pass for all XML scanners. */
export interface XmlScanner extends Format {
  readonly kind: 'xml';
  readonly reader: () => XmlReader;
}

/** One format of results files. */
export type Scanner = DataScanner | XmlScanner;

/** A format that people have at hand and that is not read, with what to use instead. */
export interface UnsupportedFormat {
  /** What the file is, as a sentence says it: `a Checkov report`. */
  readonly name: string;
  /** Looks at the shape of a JSON or YAML document. Must be quick and must not throw. */
  readonly recognises: (document: unknown) => boolean;
  /** Looks at how the text of a file begins that no scanner can read: its first 64 Ki characters at most. */
  readonly recognisesText?: (beginning: string) => boolean;
  /** The format is read, but its scanner may write it malformed: the syntax fault stands, and the advice explains it. */
  readonly isMalformed?: boolean;
  /** The text as the scanner meant it, where that is certain; lines stay where they are. Only with `isMalformed`. */
  readonly repaired?: (text: string) => Repaired | undefined;
  /** What to use instead. */
  readonly advice: string;
}

/** A scanner's malformed text as it was meant, and a sentence that says what was done. */
export interface Repaired {
  readonly text: string;
  readonly warning: string;
}
