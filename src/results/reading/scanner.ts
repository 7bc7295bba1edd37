import type { At, Position } from '../../place.ts';
import type { Status } from '../../status.ts';

/** A scanner's name for a rule, and the benchmark's own numbers for it. */
export interface RuleName {
  /** The scanner's own id of the rule. */
  readonly ruleId: string;
  /**
   * The numbers of the recommendations in the CIS benchmark (`1.1.1.1`), if the file itself states them; nothing is
   * guessed. A rule with two numbers counts for both. Left out if the scanner's own id is already the number.
   */
  readonly recommendations?: readonly string[];
}

/** One scanner's verdict on one rule of a benchmark (XCCDF 1.2 calls it `rule-result`). */
export interface RuleResult extends RuleName {
  readonly status: Status;
  /** The scanner's own word for the verdict (`notchecked`, `WARN`), or its words joined with `/`. */
  readonly result: string;
  /** Set if the format does not define the scanner's word; then `status` is `UNKNOWN`, and the user is warned. */
  readonly undefinedWord?: string;
  readonly title?: string;
  /** Why: a short failure message or a skip reason. Never raw evidence, which may contain secrets. */
  readonly reason?: string;
  readonly severity?: string;
  readonly section?: string;
  readonly level?: string;
  readonly remediation?: string;
  /** Other names of the rule: CCE identifiers, numbers of other standards. */
  readonly identifiers?: readonly string[];
  /** If the result combines several of the scanner's records: how many have which status. */
  readonly counts?: ResultCounts;
  /** Who reported it, if that differs within one run (kube-bench's node type); `ScanFacts` has the rest. */
  readonly source?: string;
  readonly at: At;
}

/** Inspector's status for each word that a format defines as a verdict. */
export type StatusTable = Readonly<Record<string, Status>>;

/** How many of several results have which status; a status that none has is left out. */
export type ResultCounts = Readonly<Partial<Record<Status, number>>>;

/** A message as it is in a messages file, not yet checked. */
export interface MessageDraft {
  /** What the file has there; a message should be a mapping of three members. */
  readonly value: unknown;
  readonly at: At;
}

/** What a results file states about the session; it must agree with the inputs. */
export interface SessionClaim {
  readonly member: 'scanJobId' | 'sessionToken';
  readonly value: unknown;
  readonly at: At;
}

/**
 * What was scanned, as one naming scheme names or identifies it. Names in different schemes are not compared.
 */
export interface Target {
  /** The naming scheme, in the user's words: `XCCDF target`, `AWS account`. */
  readonly scheme: string;
  /** Names of one and the same target: targets of one scheme that share a name are one. */
  readonly names: readonly string[];
  /**
   * Whether these are names of a machine, which a run scans as a whole: only runs that share such a name replace each
   * other. Equal identifiers do not mean one target (`chroot:///host` on every node), and a run may cover only a part of
   * an account.
   */
  readonly isHostName?: boolean;
  /** A sentence on how to make the scanner write a file for each target, for when several are refused. */
  readonly remedy?: string;
  readonly at: At;
}

/** Something wrong in a document, except in a message of a messages file. */
export interface DocumentFault {
  readonly sentence: string;
  readonly at: At;
  /** Whether it affects only one record, which `on-invalid: skip` leaves out; otherwise the document is unusable. */
  readonly ofRecord?: boolean;
  /** The rule that the record is about, if it can be read. */
  readonly ruleId?: string;
  /** The status in the record, if it can be read. A gate counts a record without one as a match. */
  readonly status?: Status;
}

/** How many records of one kind make no message, by the format's own definition: `archived finding`. */
export interface Exclusion {
  /** What they are, in the singular. */
  readonly what: string;
  readonly count: number;
}

/** The platform that was scanned, in the form that `StopCisSession` takes. */
export interface Platform {
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
}

/** A CIS benchmark as the results state it, in a form that can be compared. */
export interface CisBenchmark {
  /** `Ubuntu Linux 22.04 LTS`, in lower case and without the words `CIS` and `Benchmark`. */
  readonly product?: string;
  /** The benchmark's own version, never that of the content: `2.0.0`. */
  readonly version?: string;
}

/** Facts about a whole run: who scanned what against which benchmark, and when. */
export interface ScanFacts {
  /** The tool that wrote the document, as people know it (`OpenSCAP`, `kube-bench`), and its version. */
  readonly scanner?: string;
  readonly scannerVersion?: string;
  /** The benchmark's title or id, for people. */
  readonly benchmark?: string;
  /** The version of the CIS benchmark itself; sent when the session stops. */
  readonly benchmarkVersion?: string;
  /** The version of the content that the scanner used (SSG 0.1.80), which is not the benchmark's. */
  readonly contentVersion?: string;
  readonly cisBenchmark?: CisBenchmark;
  readonly profile?: string;
  readonly platform?: Platform;
  /** When the run began and ended, in milliseconds since the epoch. */
  readonly started?: number;
  readonly ended?: number;
  /** The run's own id, if the format has one: a run that is given twice counts once. */
  readonly runId?: string;
}

/** Everything in one run of a scanner. Most documents hold one. */
export interface Scan extends ScanFacts {
  readonly targets?: readonly Target[];
  readonly ruleResults: readonly RuleResult[];
  /**
   * Rules with a record that cannot be read, each with a fault. They have no result here or in any other document: other
   * results could make them look better than they are.
   */
  readonly unreadableRules?: readonly RuleName[];
  /** Only for messages files. */
  readonly drafts?: readonly MessageDraft[];
  /** Only for messages files: how string details are encoded, if the file itself says so. */
  readonly detailsEncoding?: 'text' | 'base64';
  readonly session?: readonly SessionClaim[];
  readonly faults?: readonly DocumentFault[];
  /** What the user should know but does not stop anything from being sent: a profile that did not run, a missing page. */
  readonly warnings?: readonly DocumentFault[];
  readonly excluded?: readonly Exclusion[];
  /** Why there are no results, if the format shows it (`27 findings, none with Compliance.Status`). */
  readonly emptyBecause?: string;
}

/** What every format has, in any syntax. To add a format, add a file in `scanners/` and a line in its list. */
interface Format {
  /** The value of the input `results-format`. */
  readonly name: string;
  /** What a document of this format looks like, in words, for the failure when no format is recognised. */
  readonly shape: string;
  /**
   * A status table for each member that holds a scanner's word, under the member's name in `docs/formats.md` (a test
   * compares the two row by row). Empty for the action's own format.
   */
  readonly statuses: Readonly<Record<string, StatusTable>>;
}

/** A scanner's format in JSON (or YAML with the same members). */
export interface DataScanner extends Format {
  readonly kind: 'data';
  /** Looks at the shape of a document, never at file names. Must be quick and must not throw. */
  readonly recognises: (document: unknown) => boolean;
  /** Reads a document that `recognises` accepts, or any document if the user names this format. One scan for each run. */
  readonly read: (document: unknown) => readonly Scan[];
}

/** The start of an element, as the XML parser reports it. Names are local names; `namespace` is its namespace URI. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** The values of attributes in no namespace, by name. */
  readonly attributes: Pick<ReadonlyMap<string, string>, 'get'>;
  /** The element's own `xml:lang`. */
  readonly language?: string | undefined;
  readonly position: Position;
}

/** Receives the events of one XML document in order, and returns at the end what it read. */
export interface XmlReader {
  /**
   * Whether a document with this root element can be in the format; absent if any can. If not, the reader gets nothing
   * more of the document.
   */
  readonly accepts?: (root: XmlElement) => boolean;
  readonly open: (element: XmlElement) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** The document's runs; `undefined` if it is not in this format. */
  readonly end: () => readonly Scan[] | undefined;
}

/** A scanner's format in XML: read as a stream, in one pass for all XML scanners. */
export interface XmlScanner extends Format {
  readonly kind: 'xml';
  readonly reader: () => XmlReader;
}

/** One format of results files. */
export type Scanner = DataScanner | XmlScanner;

/** A format that people are likely to have but that is not supported, with what to use instead. */
export interface UnsupportedFormat {
  /** What the file is, as in a sentence: `a Checkov report`. */
  readonly name: string;
  /** Looks at the shape of a JSON or YAML document. Must be quick and must not throw. */
  readonly recognises: (document: unknown) => boolean;
  /** Looks at the beginning of a file that no scanner can read: at most its first 64 Ki characters. */
  readonly recognisesText?: (beginning: string) => boolean;
  /** The format is supported, but its scanner may write it malformed: the syntax fault is kept, and the advice explains it. */
  readonly isMalformed?: boolean;
  /** The text as the scanner meant it, if that is certain; line numbers do not change. Only with `isMalformed`. */
  readonly repaired?: (text: string) => Repaired | undefined;
  /** What to use instead. */
  readonly advice: string;
}

/** A repaired text, and a sentence that says what was repaired. */
export interface Repaired {
  readonly text: string;
  readonly warning: string;
}

/** The formats that results files may have, loaded when a file needs them. */
export interface Formats {
  /** The action's own format. */
  readonly own: DataScanner;
  /** Whether a document is in the action's own format and can be in no other: then no other is loaded. */
  readonly isOwn: (document: unknown) => boolean;
  readonly xml: () => Promise<readonly XmlScanner[]>;
  readonly all: () => Promise<KnownFormats>;
}

/** The supported formats, and known formats that are not supported. */
export interface KnownFormats {
  readonly scanners: readonly Scanner[];
  readonly unsupported: readonly UnsupportedFormat[];
}
