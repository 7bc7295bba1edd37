import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { combine } from '../../../../src/results/combine.ts';
import { parseXml } from '../../../../src/results/parse/xml.ts';
import { atOnce } from '../../parse/documents.ts';
import type { Scan } from '../../../../src/results/reading/scanner.ts';
import { nessus } from '../../../../src/results/scanners/nessus/nessus.ts';

function read(xml: string, sliceBytes?: number): readonly Scan[] | undefined {
  const reader = nessus.reader();
  atOnce(parseXml(Buffer.from(xml), [reader], sliceBytes));
  return reader.end();
}

function one(xml: string): Scan {
  const [scan, ...others] = read(xml) ?? [];
  if (scan === undefined || others.length > 0) throw new Error('This is not one scan.');
  return scan;
}

const CHECK: Readonly<Record<string, string | undefined>> = {
  'check-name': '1.1.1.1 Ensure cramfs is not available',
  'check-id': 'c4cf7cac',
  result: 'FAILED',
  'actual-value': 'secret\nsecret',
  output: 'secret',
  error: 'secret',
  info: 'secret',
  uname: 'secret',
  'policy-value': 'expect: ^install',
  'audit-file': 'CIS_Ubuntu_22.04_LTS_Server_v2.0.0_L1.audit',
  reference: `800-53|AC-3,${'NESA|T1.3.2,'.repeat(100)}CSCv7|14.6,CSCv8|3.3,LEVEL|1A`,
  solution: 'Remove\nthe module.',
};

/** A compliance check, without the members that are `undefined`. */
function check(changes: Record<string, string | undefined> = {}): string {
  const parts = Object.entries({ ...CHECK, ...changes })
    .map(([name, text]) =>
      text === undefined ? '' : `<cm:compliance-${name}>${text}</cm:compliance-${name}>`,
    )
    .join('');
  return `<ReportItem port="0" pluginID="21157" pluginFamily="Policy Compliance"><compliance>true</compliance><description>secret</description><plugin_output>secret</plugin_output>${parts}</ReportItem>`;
}

const VULNERABILITY =
  '<ReportItem port="22" pluginID="10267"><plugin_output>secret</plugin_output><solution>secret</solution></ReportItem>';

function host(items: string, name = '192.0.2.1', properties = ''): string {
  return `<ReportHost name="${name}"><HostProperties>${properties}</HostProperties>${items}</ReportHost>`;
}

function exported(hosts: string): string {
  return `<?xml version="1.0" ?><NessusClientData_v2><Policy><policyName>p</policyName></Policy><Report name="r" xmlns:cm="http://www.nessus.org/cm">${hosts}</Report></NessusClientData_v2>`;
}

const verdictsOf = (xml: string): readonly string[] =>
  combine((read(xml) ?? []).flatMap(({ ruleResults }) => ruleResults)).map(
    ({ status, result }) => `${status} ${result}`,
  );

const faultsOf = (xml: string): readonly string[] =>
  (read(xml) ?? []).flatMap(({ faults = [] }) => faults).map(({ sentence }) => sentence);

describe('nessus', () => {
  test.each([
    ['PASSED', 'PASSED'],
    ['FAILED', 'FAILED'],
    ['WARNING', 'NOT_EVALUATED'],
    ['ERROR', 'ERROR'],
    ['Passed', 'UNKNOWN'],
  ])('%s is %s', (result, status) => {
    expect(verdictsOf(exported(host(check({ result }))))).toEqual([`${status} ${result}`]);
  });

  test('two results in one check are an undefined result', () => {
    const twice = check().replace(
      '</ReportItem>',
      '<cm:compliance-result>PASSED</cm:compliance-result></ReportItem>',
    );
    expect(verdictsOf(exported(host(twice)))).toEqual(['UNKNOWN FAILED PASSED']);
  });

  test('details have expectation, level, other names and remediation, but never what was found', () => {
    const scan = one(exported(host(check())));
    expect(scan.ruleResults).toEqual([
      {
        ruleId: '1.1.1.1 Ensure cramfs is not available',
        recommendations: ['1.1.1.1'],
        status: 'FAILED',
        result: 'FAILED',
        title: '1.1.1.1 Ensure cramfs is not available',
        reason: 'expected: expect: ^install',
        level: '1',
        identifiers: ['CSCv7 14.6', 'CSCv8 3.3'],
        remediation: 'Remove the module.',
        at: { position: { line: 1, column: expect.any(Number) } },
      },
    ]);
    expect(JSON.stringify(scan)).not.toContain('secret');
  });

  test.each<[string, Record<string, string | undefined>, readonly string[] | undefined]>([
    [
      'from a benchmark that is named',
      { 'benchmark-name': 'CIS Ubuntu', 'audit-file': 'own.audit' },
      ['1.1.1.1'],
    ],
    ['from an audit file that is named', {}, ['1.1.1.1']],
    ['from an unknown audit file', { 'audit-file': undefined }, ['1.1.1.1']],
    ['from another guide', { 'audit-file': 'DISA_STIG_v1.audit' }, undefined],
    ['from Cisco’s own guide', { 'audit-file': 'Cisco_IOS.audit' }, undefined],
    ['with a profile after the number', { 'check-name': '1.1.1 (L1) Ensure it' }, ['1.1.1']],
    ['with a full stop after the number', { 'check-name': '2.5. Logging' }, ['2.5']],
    ['with a word before the number', { 'check-name': 'CIS 1.1.1 Ensure it' }, undefined],
    ['with a number that is a version', { 'check-name': '1.2-beta' }, undefined],
    ['with only a section', { 'check-name': '1 Initial setup' }, undefined],
  ])('the number of a check %s', (_what, changes, numbers) => {
    expect(one(exported(host(check(changes)))).ruleResults[0]?.recommendations).toEqual(numbers);
  });

  test('several checks of one recommendation have separate names and one number', () => {
    const items = check() + check({ 'check-name': '1.1.1.1 Ensure cramfs - lsmod', result: 'PASSED' });
    expect(one(exported(host(items))).ruleResults).toMatchObject([
      { ruleId: '1.1.1.1 Ensure cramfs is not available', recommendations: ['1.1.1.1'] },
      { ruleId: '1.1.1.1 Ensure cramfs - lsmod', recommendations: ['1.1.1.1'] },
    ]);
  });

  test('the host’s properties state its names, its platform and when it was scanned', () => {
    const properties = Object.entries({
      'host-ip': '192.0.2.1',
      'host-fqdn': 'web.example',
      HOST_START_TIMESTAMP: '1700000000',
      HOST_END_TIMESTAMP: '1700000600',
      'cpe-0': 'cpe:/o:canonical:ubuntu_linux:22.04 -&gt; Canonical Ubuntu Linux',
      'cpe-1': 'cpe:/a:openbsd:openssh:8.9 -&gt; OpenSSH',
    }).map(([name, value]) => `<tag name="${name}">${value}</tag>`);
    const information =
      '<ReportItem pluginID="19506"><plugin_output>Information about this scan :\n\nNessus version : 10.7.1\n</plugin_output></ReportItem>';
    expect(one(exported(host(information + check(), 'web', properties.join(''))))).toMatchObject({
      scanner: 'Nessus',
      scannerVersion: '10.7.1',
      targets: [{ scheme: 'Nessus host', names: ['web', 'web.example', '192.0.2.1'] }],
      started: 1_700_000_000_000,
      ended: 1_700_000_600_000,
      platform: { vendor: 'canonical', product: 'ubuntu_linux', version: '22.04' },
      excluded: [{ what: 'finding that is not a compliance check', count: 1 }],
    });
  });

  test('several guesses at the operating system give no platform', () => {
    const guesses = ['xp', '2000'].map(
      (os, index) => `<tag name="cpe-${index}">cpe:/o:microsoft:windows_${os}</tag>`,
    );
    expect(one(exported(host(check(), 'a', guesses.join(''))))).not.toHaveProperty('platform');
  });

  test('the audit file states the benchmark; several are separate runs', () => {
    const stated = {
      'benchmark-name': 'CIS Ubuntu Linux 22.04 LTS',
      'benchmark-version': '2.0.0',
      'benchmark-profile': 'L1 Server',
    };
    const scans = read(exported(host(check(stated) + check() + check({ 'audit-file': 'own.audit' }))));
    expect(scans).toMatchObject([
      {
        benchmark: 'CIS Ubuntu Linux 22.04 LTS',
        benchmarkVersion: '2.0.0',
        cisBenchmark: { product: 'ubuntu linux 22.04 lts', version: '2.0.0' },
        profile: 'L1 Server',
      },
      {
        benchmark: 'CIS Ubuntu 22.04 LTS Server',
        benchmarkVersion: '2.0.0',
        cisBenchmark: { version: '2.0.0' },
        profile: 'L1',
      },
      { benchmark: 'own.audit' },
    ]);
  });

  test('the check of the audit file itself is not a rule, but a warning if it does not pass', () => {
    const name = 'CIS_Ubuntu_22.04_v2.0.0.audit from CIS Ubuntu Linux 22.04 LTS Benchmark';
    const passed = one(exported(host(check() + check({ 'check-name': name, result: 'PASSED' }))));
    expect(passed).toMatchObject({
      ruleResults: [{ recommendations: ['1.1.1.1'] }],
      excluded: [{ what: 'description of an audit file', count: 1 }],
    });
    expect(passed).not.toHaveProperty('warnings');
    const failed = one(exported(host(check() + check({ 'check-name': name, result: 'FAILED' }))));
    expect(failed.warnings).toMatchObject([
      { sentence: expect.stringMatching(/^The audit file may not fit the host: "CIS_Ubuntu.*is FAILED\.$/) },
    ]);
  });

  test('every host with checks is a target, and only the results of the first are kept', () => {
    const scans = read(
      exported(host(check(), 'a') + host(check(), 'b') + host(check({ result: 'PASSED' }), 'a')),
    );
    expect(scans?.map(({ targets, ruleResults }) => [targets?.[0]?.names, ruleResults.length])).toEqual([
      [['a'], 1],
      [['b'], 0],
      [['a'], 1],
    ]);
  });

  test('hosts on which no check ran are a warning', () => {
    const scan = one(exported(host(VULNERABILITY, 'b') + host(check(), 'a') + host('', 'c')));
    expect(scan.warnings).toMatchObject([
      { sentence: 'No compliance check ran on the host "b" nor on 1 other.' },
    ]);
  });

  test('an export with vulnerabilities only says what it is', () => {
    expect(one(exported(host(VULNERABILITY + VULNERABILITY)))).toEqual({
      ruleResults: [],
      emptyBecause: expect.stringMatching(/^a Nessus export with vulnerabilities only \(2 findings\)/),
    });
    expect(one(exported('')).emptyBecause).toBe('a Nessus export without hosts');
  });

  test('every check that cannot be read is a fault, and its rule has no result', () => {
    expect(faultsOf(exported(host(check({ 'check-name': undefined, 'check-id': undefined }))))).toEqual([
      'Nessus compliance check has no "cm:compliance-check-name".',
    ]);
    const scan = one(exported(host(check() + check({ result: undefined }))));
    expect(scan).toMatchObject({
      ruleResults: [],
      faults: [{ sentence: 'Nessus compliance check has no "cm:compliance-result".', ofRecord: true }],
      unreadableRules: [{ ruleId: '1.1.1.1 Ensure cramfs is not available', recommendations: ['1.1.1.1'] }],
    });
    expect(one(exported(host(check({ 'check-name': undefined })))).ruleResults).toMatchObject([
      { ruleId: 'c4cf7cac' },
    ]);
  });

  test('hosts and findings under other names are faults', () => {
    const renamed = exported(host(check()) + host(check()).replaceAll('ReportHost', 'Host'));
    expect(faultsOf(renamed)).toEqual(['The element "Host" is not expected here.']);
    expect(faultsOf(exported(host(check().replaceAll('ReportItem', 'Item'))))).toEqual([
      'The element "Item" is not expected here.',
    ]);
    expect(faultsOf(exported(host('') + check()))).toEqual([
      'The element "ReportItem" is not expected here.',
    ]);
  });

  test('the parts of a check do not count as results: an export of 25,000 checks is read', () => {
    const short = check({ reference: 'LEVEL|1A', 'actual-value': undefined, output: undefined });
    expect(one(exported(host(short.repeat(25_000)))).ruleResults).toHaveLength(25_000);
  });

  test('other XML is not in this format', () => {
    expect(read('<Benchmark/>')).toBeUndefined();
    expect(read('<a><NessusClientData_v2/></a>')).toBeUndefined();
  });

  test('wherever the slices of the file end, the results are the same', () => {
    const xml = exported(host(VULNERABILITY + check() + check({ result: 'PASSED' })));
    const whole = read(xml);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (bytes) => {
        expect(read(xml, bytes)).toEqual(whole);
      }),
    );
  });

  test('no renaming silently improves a failure', () => {
    const names = [
      'ReportHost',
      'ReportItem',
      'Report',
      'NessusClientData_v2',
      'cm:compliance-result',
      'cm:compliance-check-name',
    ];
    for (const name of names) {
      const xml = exported(host(check())).replaceAll(new RegExp(`(</?)${name}(?=[ >])`, 'g'), `$1${name}x`);
      const scans = read(xml);
      const outcome = scans?.flatMap(({ ruleResults }) => ruleResults.map(({ status }) => status)) ?? [];
      const isSaid = scans === undefined || scans.some(({ faults, emptyBecause }) => faults ?? emptyBecause);
      expect([name, isSaid || outcome.includes('FAILED')]).toEqual([name, true]);
    }
  });
});
