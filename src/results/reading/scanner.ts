import type { Status } from '../../status.ts';
import type { At, Position } from '../../place.ts';

/** One scanner's verdict on one rule of a benchmark (XCCDF 1.2 calls it `rule-result`). */
export interface RuleResult {
  readonly ruleId: string;
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
  /** Other names of the rule: CCE identifiers, CIS numbers. */
  readonly identifiers?: readonly string[];
  /** How many of the scanner's records ended in which status, where the result stands for several of them. */
  readonly counts?: ResultCounts;
  /** Who said so, as far as it differs within one document (kube-bench's node type); else `Scan` says it. */
  readonly source?: string;
  readonly at: At;
}

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

/** What was scanned, in the words of one naming scheme; names of different schemes are not compared. */
export interface Target {
  /** The naming scheme, in the user's words: `XCCDF target`, `AWS account`. */
  readonly scheme: string;
  readonly name: string;
  readonly at: At;
}

/** Something wrong in a document, other than in a message of a messages file. */
export interface DocumentFault {
  readonly sentence: string;
  readonly at: At;
  /** Whether it spoils one record only, which `on-invalid: skip` leaves out; else it spoils the document. */
  readonly ofRecord?: boolean;
}

/** The platform that was scanned, as `StopCisSession` takes it. */
export interface Platform {
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
}

/** All that one document of a results file says. */
export interface Scan {
  /** The tool that wrote the document, as people know it (`OpenSCAP`, `kube-bench`), and its version. */
  readonly scanner?: string;
  readonly scannerVersion?: string;
  readonly benchmark?: string;
  readonly benchmarkVersion?: string;
  readonly profile?: string;
  readonly platform?: Platform;
  readonly targets?: readonly Target[];
  readonly ruleResults: readonly RuleResult[];
  /**
   * Rules with a record that cannot be read, each of them a fault: they have no result here, nor anywhere else, as
   * what other documents say of them could make them look better than they are.
   */
  readonly unreadableRules?: readonly string[];
  /** Only of messages files. */
  readonly drafts?: readonly MessageDraft[];
  /** Only of messages files: how string details are encoded, when the file itself says so. */
  readonly detailsEncoding?: 'text' | 'base64';
  readonly session?: readonly SessionClaim[];
  readonly faults?: readonly DocumentFault[];
  /** Why there is no result, where the format knows (`27 findings, none with Compliance.Status`). */
  readonly emptyBecause?: string;
}

/** A scanner's format that is JSON (or YAML with the same members). Adding one: a file in `scanners/`, a line in its list. */
export interface DataScanner {
  readonly kind: 'data';
  /** The value of the input `results-format`. */
  readonly name: string;
  /** What makes a document one of these, in words, for the failure when none is recognised. */
  readonly shape: string;
  /** Looks at the shape of a document, never at names of files. Must be quick and must not throw. */
  readonly recognises: (document: unknown) => boolean;
  /** Reads a document that `recognises` takes; with `results-format` given, also one that it does not take. */
  readonly read: (document: unknown) => Scan;
}

/** An element's start as the XML parser tells it. Names are local names; `namespace` is the element's namespace URI. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** Attribute values by local name, of attributes in no namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The element's own `xml:lang`. */
  readonly language?: string | undefined;
  readonly position: Position;
}

/** Takes the events of one XML document, in order, and says at the end what it read. */
export interface XmlReader {
  readonly open: (element: XmlElement) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** The document's results; `undefined` when it is not of this format. */
  readonly end: () => Scan | undefined;
}

/** A scanner's format that is XML: read as a stream, in one pass for all XML scanners. */
export interface XmlScanner {
  readonly kind: 'xml';
  readonly name: string;
  readonly shape: string;
  readonly reader: () => XmlReader;
}

/** One format of results files. */
export type Scanner = DataScanner | XmlScanner;
