import { textOf, undefinedIfEmpty, withoutUndefined } from '../../../json.ts';
import type { Position } from '../../../place.ts';
import { quote } from '../../../text.ts';
import { cisBenchmarkOf } from '../../reading/cis-benchmark.ts';
import { nestedReader, type Content } from '../../reading/nested-reader.ts';
import type {
  DocumentFault,
  Platform,
  RuleName,
  RuleResult,
  Scan,
  ScanFacts,
  StatusTable,
  XmlElement,
  XmlReader,
} from '../../reading/scanner.ts';
import { singleLine } from '../../reading/short-text.ts';
import { verdictOf } from '../../reading/verdict.ts';
import { parseCpe } from '../xccdf/cpe.ts';

/** The results of a check (Tenable, "Nessus Compliance Checks Reference"). */
export const STATUSES: StatusTable = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  // A person has to look at it: a check in the audit file says so, or its condition does not hold.
  WARNING: 'NOT_EVALUATED',
  ERROR: 'ERROR',
};

/** The namespace of a compliance check's elements; its usual prefix is `cm`. */
const NAMESPACE = 'http://www.nessus.org/cm';

/** The plugin that states the version of Nessus ("Nessus Scan Information"). */
const SCAN_INFORMATION = '19506';

/** The most UTF-16 units of the list of references, which has an entry for each requirement that a check supports. */
const REFERENCES_AT_MOST = 8192;

/** The elements of a check that are read. The others contain what was found on the host, or long descriptions. */
const READ: ReadonlySet<string> = new Set([
  'compliance-audit-file',
  'compliance-benchmark-name',
  'compliance-benchmark-profile',
  'compliance-benchmark-version',
  'compliance-check-id',
  'compliance-check-name',
  'compliance-policy-value',
  'compliance-reference',
  'compliance-result',
  'compliance-solution',
]);

/** The host properties that are read: its other names, and the times of the scan in seconds since the epoch. */
export const NAMES = ['host-fqdn', 'host-ip'] as const;
export const STARTED = 'HOST_START_TIMESTAMP';
export const ENDED = 'HOST_END_TIMESTAMP';
const PROPERTIES: ReadonlySet<string> = new Set([...NAMES, STARTED, ENDED]);

/** The name of an audit file's first check, which tests whether the file applies to the host at all. */
const AUDIT_FILE_CHECK = /^\S+\.audit from /;

/** What is kept of an export, which can be hundreds of megabytes: the results of one host's compliance checks. */
export interface Export {
  isNessus: boolean;
  readonly hosts: Host[];
  /** The first host with compliance checks. Another host's checks are only counted, because several hosts are refused. */
  audited?: Host;
  version?: string;
  readonly faults: DocumentFault[];
  readonly warnings: DocumentFault[];
  readonly unreadable: RuleName[];
}

export interface Host {
  readonly name: string | undefined;
  readonly position: Position;
  /** The texts in `HostProperties` that are read, by name. */
  readonly properties: Map<string, string>;
  readonly platforms: Map<string, Platform>;
  /** The runs of audit files against the host, by the benchmark and file that their checks state. */
  readonly audits: Map<string, Audit>;
  checks: number;
  auditFileChecks: number;
  otherFindings: number;
}

/** The run of one audit file. */
interface Audit {
  readonly facts: ScanFacts;
  readonly ruleResults: RuleResult[];
}

/** The texts of a check's elements, by their local names. */
type Check = ReadonlyMap<string, string>;

/** Collects what is needed of an export in one pass, and passes it to `end`. The scans are `undefined` if it is not one. */
export function exportReader(end: (found: Export) => readonly Scan[]): XmlReader {
  const found: Export = { isNessus: false, hosts: [], faults: [], warnings: [], unreadable: [] };
  const report: Content = {
    child: (element) =>
      element.name === 'ReportHost' ? hostContent(element, found) : refuseElement(element, found),
  };
  const root: Content = { child: ({ name }) => (name === 'Report' ? report : undefined) };
  return {
    ...nestedReader({ child: () => root }, () => (found.isNessus ? end(found) : undefined)),
    accepts: ({ name }) => (found.isNessus = name === 'NessusClientData_v2'),
  };
}

function hostContent({ attributes, position }: XmlElement, found: Export): Content {
  const host: Host = {
    name: textOf(attributes.get('name')),
    position,
    properties: new Map(),
    platforms: new Map(),
    audits: new Map(),
    checks: 0,
    auditFileChecks: 0,
    otherFindings: 0,
  };
  found.hosts.push(host);
  const properties: Content = { child: (tag) => propertyContent(tag.attributes.get('name') ?? '', host) };
  return {
    child: (element) => {
      if (element.name === 'HostProperties') return properties;
      return element.name === 'ReportItem'
        ? itemContent(element, host, found)
        : refuseElement(element, found);
    },
  };
}

/** Adds a fault: a host or a finding under another name would otherwise be lost silently. */
function refuseElement({ name, position }: XmlElement, found: Export): Content {
  found.faults.push({ sentence: `The element ${quote(name)} is not expected here.`, at: { position } });
  return {};
}

function propertyContent(name: string, host: Host): Content | undefined {
  if (/^cpe(-\d+)?$/.test(name)) {
    return {
      text: (text) => {
        addPlatform(text, host);
      },
    };
  }
  return PROPERTIES.has(name) ? { text: (text) => host.properties.set(name, text) } : undefined;
}

/** `cpe:/o:canonical:ubuntu_linux:22.04 -> Canonical Ubuntu Linux`. */
function addPlatform(text: string, host: Host): void {
  const [cpe = ''] = text.split(' ', 1);
  const { part, vendor, product, version } = parseCpe(cpe) ?? {};
  if (part === 'o') host.platforms.set(cpe, withoutUndefined({ vendor, product, version }));
}

function itemContent({ attributes, position }: XmlElement, host: Host, found: Export): Content {
  const check = new Map<string, string>();
  let isCheck = false;
  const partOfCheck = (name: string): Content | undefined => {
    isCheck = true;
    if (!READ.has(name)) return undefined;
    const text = (value: string): void => {
      const before = check.get(name);
      // Two different results make an undefined word, which becomes UNKNOWN.
      check.set(name, before === undefined || before === value ? value : `${before} ${value}`);
    };
    return {
      isPassage: true,
      text,
      ...withoutUndefined({ textLimit: name === 'compliance-reference' ? REFERENCES_AT_MOST : undefined }),
    };
  };
  const information: Content = {
    text: (text) => {
      const version = /Nessus version : (\S+)/.exec(text)?.[1];
      if (version !== undefined) found.version = version;
    },
  };
  const hasVersion = attributes.get('pluginID') === SCAN_INFORMATION;
  return {
    child: ({ name, namespace }) => {
      if (namespace === NAMESPACE) return partOfCheck(name);
      return hasVersion && name === 'plugin_output' ? information : undefined;
    },
    end: () => {
      if (isCheck) addCheck(check, position, host, found);
      else host.otherFindings += 1;
    },
  };
}

function addCheck(check: Check, position: Position, host: Host, found: Export): void {
  found.audited ??= host;
  host.checks += 1;
  if (found.audited.name !== host.name) return;
  const audit = auditOf(check, host);

  const ruleId = check.get('compliance-check-name') ?? check.get('compliance-check-id');
  const word = check.get('compliance-result');
  const verdict = word === undefined ? undefined : verdictOf(word, STATUSES);
  const rule = ruleId === undefined ? undefined : { ruleId, ...recommendationsOf(ruleId, check) };
  if (ruleId === undefined || rule === undefined || verdict === undefined) {
    const missing = rule === undefined ? 'cm:compliance-check-name' : 'cm:compliance-result';
    const sentence = `Nessus compliance check has no "${missing}".`;
    const known = withoutUndefined({ ruleId, status: verdict?.status });
    found.faults.push({ sentence, at: { position }, ofRecord: true, ...known });
    if (rule !== undefined) found.unreadable.push(rule);
    return;
  }
  if (AUDIT_FILE_CHECK.test(ruleId)) {
    host.auditFileChecks += 1;
    if (verdict.status !== 'PASSED') {
      const sentence = `The audit file may not fit the host: ${quote(ruleId)} is ${verdict.result}.`;
      found.warnings.push({ sentence, at: { position } });
    }
    return;
  }
  const expected = singleLine(check.get('compliance-policy-value'), 200);
  const references = referencesOf(check);
  audit.ruleResults.push({
    ...rule,
    ...verdict,
    ...withoutUndefined({
      title: check.get('compliance-check-name'),
      reason: verdict.status === 'PASSED' || expected === undefined ? undefined : `expected: ${expected}`,
      level: references.level,
      identifiers: references.identifiers,
      remediation: check.get('compliance-solution'),
    }),
    at: { position },
  });
}

/** The number that a check's name begins with, if the audit file is for a CIS benchmark or does not say. */
function recommendationsOf(name: string, check: Check): { recommendations?: readonly string[] } {
  const number = /^(\d+(?:\.\d+)+)(?=[\s.:]|$)/.exec(name)?.[1];
  const origins = ['compliance-benchmark-name', 'compliance-audit-file'].flatMap(
    (part) => check.get(part) ?? [],
  );
  const isCis = origins.length === 0 || origins.some((origin) => /(?:^|[^a-z])CIS(?![a-z])/i.test(origin));
  return number !== undefined && isCis ? { recommendations: [number] } : {};
}

/** `CSCv8|3.3,LEVEL|2A,…`: the level in the CIS benchmark, and the check's names in other standards. */
function referencesOf(check: Check): { level?: string; identifiers?: readonly string[] } {
  const references = (check.get('compliance-reference') ?? '')
    .split(',')
    .map((reference) => reference.split('|'));
  const level = references.find(([standard]) => standard === 'LEVEL')?.[1];
  const identifiers = references.filter(([standard = '']) => /^(CCE|CCI|CSCv\d+)$/.test(standard));
  return withoutUndefined({
    level: level?.replace(/[A-Z]$/, ''),
    identifiers: undefinedIfEmpty(identifiers.map((parts) => parts.join(' '))),
  });
}

function auditOf(check: Check, host: Host): Audit {
  const parts = ['name', 'version', 'profile'].map((part) => check.get(`compliance-benchmark-${part}`));
  const stated = [...parts, check.get('compliance-audit-file')];
  const key = JSON.stringify(stated);
  const known = host.audits.get(key);
  if (known !== undefined) return known;
  const audit = { facts: benchmarkOf(stated), ruleResults: [] };
  host.audits.set(key, audit);
  return audit;
}

/** The benchmark that the audit file states or names: `CIS_Ubuntu_20.04_LTS_Server_v1.1.0_L1.audit`. */
function benchmarkOf([name, version, profile, file]: readonly (string | undefined)[]): ScanFacts {
  const [, title, release, level] = /^(CIS_.+)_v(\d+(?:\.\d+)+)(?:_(.+))?\.audit$/.exec(file ?? '') ?? [];
  const benchmark = name ?? title?.replaceAll('_', ' ') ?? file;
  const benchmarkVersion = version ?? release;
  const isCis = /^CIS[ _]/.test(name ?? title ?? '');
  return withoutUndefined({
    benchmark,
    benchmarkVersion,
    cisBenchmark: isCis ? cisBenchmarkOf(name ?? '', benchmarkVersion) : undefined,
    profile: profile ?? level?.replaceAll('_', ' '),
  });
}
