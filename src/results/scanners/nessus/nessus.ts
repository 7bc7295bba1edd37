import { undefinedIfEmpty, withoutUndefined } from '../../../json.ts';
import { count, quote } from '../../../text.ts';
import type { DocumentFault, Exclusion, Scan, Target, XmlScanner } from '../../reading/scanner.ts';
import { ENDED, exportReader, NAMES, STARTED, STATUSES, type Export, type Host } from './export.ts';

/** How to get a file for each host. */
const REMEDY = 'Filter the scan by host before you export it.';

/** A `.nessus` export (`NessusClientData_v2`) of a compliance scan. */
export const nessus: XmlScanner = {
  kind: 'xml',
  name: 'nessus',
  shape: 'XML with the root `NessusClientData_v2`, and compliance checks in its `ReportItem`s',
  statuses: { 'cm:compliance-result': STATUSES },
  reader: () => exportReader(scansOf),
};

function scansOf(found: Export): readonly Scan[] {
  const scans = found.hosts.filter(({ checks }) => checks > 0).flatMap((host) => scansOfHost(host, found));
  const [first = { ruleResults: [] }, ...others] = scans;
  const { faults, unreadable } = found;
  const warnings = [...found.warnings, ...warningsOf(found.hosts)];
  const ofDocument = withoutUndefined({
    faults: undefinedIfEmpty(faults),
    unreadableRules: undefinedIfEmpty(unreadable),
    warnings: scans.length > 0 ? undefinedIfEmpty(warnings) : undefined,
    emptyBecause: scans.length === 0 && faults.length === 0 ? whyEmpty(found.hosts) : undefined,
  });
  return [{ ...first, ...ofDocument }, ...others];
}

/** One scan for each audit file; the first also has what concerns the host as a whole. */
function scansOfHost(host: Host, { version, unreadable }: Export): readonly Scan[] {
  const facts = {
    scanner: 'Nessus',
    ...withoutUndefined({
      scannerVersion: version,
      platform: host.platforms.size === 1 ? [...host.platforms.values()][0] : undefined,
      started: secondsOf(host.properties.get(STARTED)),
      ended: secondsOf(host.properties.get(ENDED)),
    }),
    targets: targetsOf(host),
  };
  const leftOut = new Set(unreadable.map(({ ruleId }) => ruleId));
  const scans = [...host.audits.values()].map((audit) => ({
    ...facts,
    ...audit.facts,
    ruleResults: audit.ruleResults.filter(({ ruleId }) => !leftOut.has(ruleId)),
  }));
  const [first = { ...facts, ruleResults: [] }, ...others] = scans;
  const excluded = excludedOf(host);
  return [excluded.length > 0 ? { ...first, excluded } : first, ...others];
}

function targetsOf({ name, properties, position }: Host): readonly Target[] {
  const stated = [name, ...NAMES.map((property) => properties.get(property))];
  const names = [...new Set(stated.filter((text) => text !== undefined))];
  return names.length > 0
    ? [{ scheme: 'Nessus host', names, isHostName: true, remedy: REMEDY, at: { position } }]
    : [];
}

function excludedOf({ auditFileChecks, otherFindings }: Host): readonly Exclusion[] {
  return [
    { what: 'description of an audit file', count: auditFileChecks },
    { what: 'finding that is not a compliance check', count: otherFindings },
  ].filter(({ count }) => count > 0);
}

function warningsOf(hosts: readonly Host[]): readonly DocumentFault[] {
  const [first, ...others] = hosts.filter(({ checks }) => checks === 0);
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` nor on ${count(others.length, 'other')}`;
  const sentence = `No compliance check ran on the host ${quote(first.name ?? 'without a name')}${more}.`;
  return [{ sentence, at: { position: first.position } }];
}

function secondsOf(text: string | undefined): number | undefined {
  return /^\d+$/.test(text ?? '') ? Number(text) * 1000 : undefined;
}

function whyEmpty(hosts: readonly Host[]): string {
  if (hosts.length === 0) return 'a Nessus export without hosts';
  const findings = hosts.reduce((sum, host) => sum + host.otherFindings, 0);
  return `a Nessus export with vulnerabilities only (${count(findings, 'finding')}): scan with an audit file for a CIS benchmark, and export that scan`;
}
