import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parseXml } from '../../../../src/results/parse/xml.ts';
import { atOnce } from '../../parse/documents.ts';
import type { RuleResult, Scan } from '../../../../src/results/reading/scanner.ts';
import { xccdf } from '../../../../src/results/scanners/xccdf/xccdf.ts';

function readAll(document: string | Uint8Array, sliceBytes?: number): readonly Scan[] | undefined {
  const reader = xccdf.reader();
  atOnce(parseXml(typeof document === 'string' ? Buffer.from(document) : document, [reader], sliceBytes));
  return reader.end();
}

/** The document's runs as one scan, with the facts of the first. */
function read(document: string | Uint8Array, sliceBytes?: number): Scan | undefined {
  const scans = readAll(document, sliceBytes);
  const [first] = scans ?? [];
  return first && { ...first, ruleResults: (scans ?? []).flatMap(({ ruleResults }) => ruleResults) };
}

function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url));
}

/** An XCCDF 1.2 TestResult with some content. */
function testResult(content: string, attributes = ''): string {
  return `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" ${attributes}>${content}</TestResult>`;
}

function ruleResult(idref: string, result: string): string {
  return `<rule-result idref="${idref}"><result>${result}</result></rule-result>`;
}

/** Rule ids and statuses. */
function verdicts(scan: Scan | undefined): string[] {
  return (scan?.ruleResults ?? []).map(({ ruleId, status }) => `${ruleId} ${status}`);
}

test('every XCCDF result has its status, and a word that XCCDF does not define is UNKNOWN', () => {
  const results = read(fixture('results-in-benchmark.xml'))?.ruleResults.map(
    ({ ruleId, result, status, undefinedWord }) => [
      ruleId.replace('xccdf_example_rule_', ''),
      result,
      status,
      undefinedWord,
    ],
  );
  expect(results).toEqual([
    ['pass', 'pass', 'PASSED', undefined],
    ['fixed', 'fixed', 'PASSED', undefined],
    ['fail', 'fail', 'FAILED', undefined],
    ['error', 'error', 'ERROR', undefined],
    ['unknown', 'unknown', 'UNKNOWN', undefined],
    ['notapplicable', 'notapplicable', 'NOT_APPLICABLE', undefined],
    ['notchecked', 'notchecked', 'NOT_EVALUATED', undefined],
    ['informational', 'informational', 'INFORMATIONAL', undefined],
    ['undefined', 'Pass', 'UNKNOWN', 'Pass'],
    ['overridden', 'pass', 'PASSED', undefined],
  ]);
});

test('a result has its rule’s title, severity, section, fix text and identifiers', () => {
  expect(read(fixture('results-in-benchmark.xml'))?.ruleResults[0]).toEqual({
    ruleId: 'xccdf_example_rule_pass',
    status: 'PASSED',
    result: 'pass',
    title: 'Ensure /tmp is a separate partition',
    severity: 'medium',
    section: 'Initial Setup',
    remediation: 'Edit /etc/fstab. Remount.',
    identifiers: ['CCE-10001-1', 'EX-1'],
    at: { position: { line: 41, column: 5 } },
  });
});

test('the reason for a failure is in the messages, each once; a check’s output is left out', () => {
  expect(read(fixture('results-in-benchmark.xml'))?.ruleResults[2]).toMatchObject({
    title: 'Disable & mask <telnet>',
    reason: 'telnet is enabled; instance telnet.socket; telnet listens',
    severity: 'high',
    section: 'Services',
    identifiers: ['CCE-20002-2'],
  });
});

test('an override has changed the result already, and the reason says so', () => {
  expect(read(fixture('results-in-benchmark.xml'))?.ruleResults.at(-1)).toMatchObject({
    status: 'PASSED',
    reason: 'overridden from fail by A. Auditor: Accepted',
  });
});

test('scanner, benchmark, profile, platform and target are read', () => {
  const scan = read(fixture('results-in-benchmark.xml'));
  expect({ ...scan, ruleResults: [] }).toEqual({
    scanner: 'OpenSCAP',
    scannerVersion: '1.3.8',
    benchmark: 'Example Linux Benchmark',
    contentVersion: '2.0.0',
    ended: Date.UTC(2024, 0, 1),
    runId: 'xccdf_example_testresult_1',
    excluded: [{ what: 'rule that the profile leaves out', count: 1 }],
    profile: 'xccdf_example_profile_level1',
    platform: { vendor: 'example', product: 'linux', version: '9' },
    targets: [
      {
        scheme: 'XCCDF target',
        isHostName: true,
        names: ['host.example.org', 'host'],
        at: { position: { line: 29, column: 3 } },
      },
    ],
    ruleResults: [],
  });
});

test('ARF: the benchmark is found after the report, with any prefix, and OVAL is ignored', () => {
  expect(read(fixture('arf.xml'))).toEqual({
    scanner: 'SCC',
    scannerVersion: '5.4',
    benchmark: 'Distant benchmark',
    contentVersion: '7',
    runId: 't',
    platform: { vendor: 'redhat', product: 'enterprise_linux', version: '8.1:a' },
    targets: [
      { scheme: 'XCCDF target', isHostName: true, names: ['host'], at: { position: { line: 7, column: 7 } } },
    ],
    ruleResults: [
      {
        ruleId: 'r1',
        status: 'FAILED',
        result: 'fail',
        title: 'Distant rule',
        severity: 'low',
        at: { position: { line: 11, column: 9 } },
      },
    ],
  });
});

test.each([
  [
    'XCCDF 1.1 with a prefix',
    '<c:TestResult xmlns:c="http://checklists.nist.gov/xccdf/1.1"><c:rule-result idref="r"><c:result>pass</c:result></c:rule-result></c:TestResult>',
  ],
  ['XCCDF 1.2 without a prefix', testResult(ruleResult('r', 'pass'))],
  ['no namespace', `<TestResult>${ruleResult('r', 'pass')}</TestResult>`],
  ['an unknown wrapping', `<x><y>${testResult(ruleResult('r', 'pass'))}</y></x>`],
  ['white space and comments in the word', testResult(ruleResult('r', '\r\n pa<!-- x -->ss\t'))],
  ['CDATA', testResult(ruleResult('r', '<![CDATA[pass]]>'))],
])('%s is read', (_, document) => {
  expect(verdicts(read(document))).toEqual(['r PASSED']);
});

test.each([
  ['JUnit', '<testsuites><testsuite><testcase name="a"><failure/></testcase></testsuite></testsuites>'],
  ['another TestResult', '<TestResult><test>pass</test></TestResult>'],
  ['OVAL results', '<oval_results xmlns="http://oval.mitre.org/XMLSchema/oval-results-5"/>'],
])('%s is not XCCDF', (_, document) => {
  expect(read(document)).toBeUndefined();
});

const BENCHMARK = '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b"><Rule id="r"/></Benchmark>';

test.each([
  [
    'a benchmark',
    BENCHMARK,
    'an XCCDF benchmark without a TestResult: use the file written by --results or --results-arf',
  ],
  [
    'a data stream',
    `<d>${BENCHMARK}</d>`,
    'an XCCDF benchmark without a TestResult: use the file written by --results or --results-arf',
  ],
  ['no rule-result', testResult('<target>t</target>'), 'a TestResult without a rule-result'],
  [
    'nothing selected',
    testResult(ruleResult('a', 'notselected') + ruleResult('b', 'notselected')),
    '2 rule-results, all of them notselected: choose a profile that selects rules (--profile)',
  ],
])('%s: there are no results, and the scan says why', (_, document, emptyBecause) => {
  expect(read(document)).toMatchObject({ ruleResults: [], emptyBecause });
});

test.each([
  [
    'no idref',
    '<rule-result><result>pass</result></rule-result>',
    { sentence: 'rule-result has no "idref"', status: 'PASSED' },
  ],
  [
    'a blank idref',
    '<rule-result idref=" "><result>fail</result></rule-result>',
    { sentence: 'rule-result has no "idref"', status: 'FAILED' },
  ],
  [
    'no result',
    '<rule-result idref="r"><check><result>pass</result></check></rule-result>',
    { sentence: 'rule-result has no "result"', ruleId: 'r' },
  ],
  [
    'an empty result',
    '<rule-result idref="r"><result> </result></rule-result>',
    { sentence: 'rule-result has no "result"', ruleId: 'r' },
  ],
  [
    'several results',
    '<rule-result idref="r"><result>pass</result><result>fail</result></rule-result>',
    { sentence: 'rule-result has several "result"s', ruleId: 'r' },
  ],
  [
    'another name',
    '<rule-results idref="r"><result>fail</result></rule-results>',
    { sentence: '"rule-results" is not an element of a TestResult.', ruleId: 'r', status: 'FAILED' },
  ],
  [
    'another name and no result',
    '<rule-results idref="r"/>',
    { sentence: '"rule-results" is not an element of a TestResult.', ruleId: 'r' },
  ],
  [
    'another name in another namespace',
    '<x:finding xmlns:x="urn:x" idref="r"><result>fail</result></x:finding>',
    { sentence: '"finding" is not an element of a TestResult.', ruleId: 'r', status: 'FAILED' },
  ],
])('a rule-result with %s is a fault at its place', (_, content, fault) => {
  const scan = read(testResult(`\n  ${content}`));
  expect(scan?.faults).toEqual([{ at: { position: { line: 2, column: 3 } }, ofRecord: true, ...fault }]);
  expect(scan?.ruleResults).toEqual([]);
});

test.each([
  ['in a group', `<Group id="g">\n${ruleResult('r', 'fail')}</Group>`],
  ['in a rule', `<Rule id="x">\n${ruleResult('r', 'fail')}</Rule>`],
  ['in a title', `<title>\n${ruleResult('r', 'fail')}</title>`],
  ['in a profile', `<Profile id="p">\n${ruleResult('r', 'fail')}</Profile>`],
  ['in an unknown element', `<x><y>\n${ruleResult('r', 'fail')}</y></x>`],
  ['in a TestResult’s facts', testResult(`<target-facts>\n${ruleResult('r', 'fail')}</target-facts>`)],
  ['in a TestResult’s metadata', testResult(`<metadata><x>\n${ruleResult('r', 'fail')}</x></metadata>`)],
  ['in an unknown element of a TestResult', testResult(`<x xmlns="urn:x">\n${ruleResult('r', 'fail')}</x>`)],
  [
    'in another rule-result',
    testResult(
      `<rule-result idref="s"><result>pass</result><check>\n${ruleResult('r', 'fail')}</check></rule-result>`,
    ),
  ],
  ['in a TestResult under another name', `<TestResults>\n${ruleResult('r', 'fail')}</TestResults>`],
])('a rule-result %s is a fault, and its rule has no result', (_, content) => {
  const benchmark = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b">${content}${testResult(ruleResult('r', 'pass') + ruleResult('t', 'pass'))}</Benchmark>`;
  const scan = read(benchmark);
  expect(scan?.faults).toEqual([
    {
      sentence: 'A rule-result is outside any TestResult.',
      at: { position: { line: 2, column: 1 } },
      ofRecord: true,
      ruleId: 'r',
      status: 'FAILED',
    },
  ]);
  expect(scan?.unreadableRules).toEqual([{ ruleId: 'r' }]);
  expect(scan?.ruleResults.map(({ ruleId }) => ruleId)).not.toContain('r');
  expect(scan?.ruleResults.map(({ ruleId }) => ruleId)).toContain('t');
});

test('a rule that the profile leaves out is counted, even if it is misplaced or incomplete', () => {
  const misplaced = '<x xmlns="urn:x"><rule-result idref="a"><result>notselected</result></rule-result></x>';
  const nameless = '<rule-result><result>notselected</result></rule-result>';
  const scan = read(
    testResult(`${ruleResult('r', 'pass')}${ruleResult('s', 'notselected')}${nameless}${misplaced}`),
  );
  expect(scan).toMatchObject({ excluded: [{ what: 'rule that the profile leaves out', count: 2 }] });
  expect(scan).not.toHaveProperty('faults');
});

test('a TestResult in a TestResult or in a rule is read', () => {
  const inner = testResult(ruleResult('b', 'fail'));
  const scans = readAll(testResult(`${ruleResult('a', 'pass')}<metadata>${inner}</metadata>`)) ?? [];
  expect(scans.flatMap(({ ruleResults }) => ruleResults.map(({ ruleId }) => ruleId))).toEqual(['a', 'b']);
  const rule = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2"><Rule id="r">${inner}</Rule></Benchmark>`;
  expect(verdicts(read(rule))).toEqual(['b FAILED']);
});

test('a TestResult without a rule-result is a warning if there is another', () => {
  const scan = read(`<x>${testResult(ruleResult('r', 'pass'))}\n${testResult('<target>t</target>')}</x>`);
  expect(scan?.warnings).toEqual([
    { sentence: 'This TestResult has no rule-result.', at: { position: { line: 2, column: 1 } } },
  ]);
});

test('a score that does not match the results is a warning: one of them may be missing', () => {
  const run = (...results: readonly string[]): Scan | undefined =>
    read(
      '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b"><Group id="g"><Rule id="a"/></Group><Rule id="c"/>' +
        `${testResult(`${results.join('')}\n<score system="urn:xccdf:scoring:default" maximum="100">50.000000</score>`)}</Benchmark>`,
    );
  expect(run(ruleResult('a', 'pass'), ruleResult('c', 'fail'))).not.toHaveProperty('warnings');
  expect(run(ruleResult('a', 'pass'))?.warnings).toEqual([
    {
      sentence: 'The score does not match these results: results may be missing or changed.',
      at: { position: { line: 2, column: 1 } },
    },
  ]);
});

test.each([
  'identity',
  'metadata',
  'organization',
  'remark',
  'set-complex-value',
  'signature',
  'tailoring-file',
  'target-address',
  'target-id-ref',
  'title',
])('the element %s of a TestResult, which has no result, is no warning', (name) => {
  const scan = read(testResult(`<${name}>x</${name}>${ruleResult('r', 'pass')}`));
  expect(scan?.warnings ?? []).toEqual([]);
});

test('an unknown XCCDF element in a TestResult is a warning, and other namespaces are ignored', () => {
  const scan = read(testResult(`<y xmlns="urn:y" idref="a"/>\n<unheard-of/>${ruleResult('r', 'pass')}`));
  expect(scan?.warnings).toEqual([
    { sentence: '"unheard-of" is not an element of a TestResult.', at: { position: { line: 2, column: 1 } } },
  ]);
});

test('a rule with an unreadable result has no result at all: its others could make it look better than it is', () => {
  const unreadable = '<rule-result idref="r"/>';
  const scan = read(testResult(ruleResult('r', 'pass') + unreadable + ruleResult('s', 'fail')));
  expect(verdicts(scan)).toEqual(['s FAILED']);
  expect(scan?.unreadableRules).toEqual([{ ruleId: 'r' }]);
});

test('an override without a new result does not replace the result', () => {
  const override = '<override><old-result>fail</old-result><new-result>pass</new-result></override>';
  const scan = read(testResult(`<rule-result idref="r">${override}<result>fail</result></rule-result>`));
  expect(verdicts(scan)).toEqual(['r FAILED']);
});

describe('the recommendations of a rule', () => {
  const references = (...all: readonly (readonly [href: string, text: string])[]): string =>
    all.map(([href, text]) => `<reference href="${href}">${text}</reference>`).join('');
  const named = (id: string, content: string): Scan | undefined =>
    read(
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2"><Rule id="${id}">${content}</Rule>${testResult(ruleResult(id, 'pass'))}</Benchmark>`,
    );
  const CIS = 'https://www.cisecurity.org/benchmark/ubuntu_linux/';
  const CONTROLS = 'https://www.cisecurity.org/controls/';

  test.each([
    ['are in its references to a CIS benchmark', [[CIS, ' 1.1.1.1 ']], ['1.1.1.1']],
    [
      'are all of them',
      [
        [CIS, '1.1.2'],
        [CIS, '1.1.3'],
        [CIS, '1.1.2'],
      ],
      ['1.1.2', '1.1.3'],
    ],
    [
      'are not sections',
      [
        [CIS, '1'],
        [CIS, '1.2'],
        [CIS, '1.2.2'],
        [CIS, '1.20'],
      ],
      ['1.2.2', '1.20'],
    ],
    [
      'are not CIS Controls',
      [
        [CONTROLS, '3.3'],
        [CIS, '5.4.1'],
      ],
      ['5.4.1'],
    ],
    [
      'are not other texts',
      [
        [CIS, 'Section 1.1'],
        [CIS, '5'],
      ],
      undefined,
    ],
    ['may be from the host without www.', [['http://cisecurity.org/benchmark/', '1.1']], ['1.1']],
    ['may be from a deeper path', [['https://www.CISecurity.org/en/benchmark/x', '1.1']], ['1.1']],
    ['are not from another host', [['https://example.org/www.cisecurity.org/benchmark/', '1.1']], undefined],
    [
      'are not from a similar host',
      [['https://www.cisecurity.org.example.org/benchmark/', '1.1']],
      undefined,
    ],
    [
      'are not from a path that only contains the word',
      [['https://www.cisecurity.org/cis-benchmarks/', '1.1']],
      undefined,
    ],
    [
      'are not from a page about Controls',
      [['https://www.cisecurity.org/controls/benchmark/', '1.1']],
      undefined,
    ],
    ['are not from another standard', [['https://www.iso.org/standard/54534.html', '1.1.1']], undefined],
  ] as const)('%s', (_, all, expected) => {
    expect(named('r', references(...all))?.ruleResults[0]?.recommendations).toEqual(expected);
  });

  test('are in an id of CIS’s own content, even if the file has no rules', () => {
    const id = 'xccdf_org.cisecurity.benchmarks_rule_1.1.1.1_Ensure_cramfs_is_disabled';
    expect(read(testResult(ruleResult(id, 'pass')))?.ruleResults[0]?.recommendations).toEqual(['1.1.1.1']);
    expect(named(id, '')?.ruleResults[0]?.recommendations).toEqual(['1.1.1.1']);
  });

  test('are reported for a rule that cannot be read', () => {
    const rule = `<Rule id="r">${references([CIS, '1.1.1'])}</Rule>`;
    const document = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">${rule}${testResult('<rule-result idref="r"/>')}</Benchmark>`;
    expect(read(document)?.unreadableRules).toEqual([{ ruleId: 'r', recommendations: ['1.1.1'] }]);
  });
});

describe('the texts of a rule', () => {
  const rule = (content: string, result = 'fail', message = ''): RuleResult | undefined =>
    read(
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2"><Group id="g"><title>Section</title><Rule id="r">${content}</Rule></Group>` +
        `${testResult(`<rule-result idref="r"><result>${result}</result>${message}</rule-result>`)}</Benchmark>`,
    )?.ruleResults[0];

  test.each([
    ['its fix text', '<fixtext>Do it.</fixtext><description>Long.</description>', 'Do it.'],
    ['or else the start of its description', '<description>It should be.</description>', 'It should be.'],
    [
      'its description with its rationale',
      '<description>It should be.</description><rationale>Attackers like it.</rationale>',
      'It should be. Why: Attackers like it.',
    ],
    ['or only its rationale', '<rationale>Attackers like it.</rationale>', 'Why: Attackers like it.'],
    ['or nothing', '', undefined],
  ])('give as remediation %s', (_, content, expected) => {
    expect(rule(content)?.remediation).toBe(expected);
  });

  test('a long description leaves room for the rationale', () => {
    const text = rule(
      `<description>${'d '.repeat(500)}</description><rationale>${'r '.repeat(500)}</rationale>`,
    );
    expect(text?.remediation).toMatch(/^(d )+\S* ?… Why: (r )+/);
    expect(text?.remediation?.length).toBeLessThanOrEqual(500);
  });

  test('do not repeat the title as the section', () => {
    expect(rule('<title>Section</title>')).not.toHaveProperty('section');
    expect(rule('<title>Another</title>')).toHaveProperty('section', 'Section');
  });

  test('the reason for a pass is not a check’s message, but may be an override', () => {
    const message = '<message>all is well</message><instance>a</instance>';
    expect(rule('', 'pass', message)).not.toHaveProperty('reason');
    const override = '<override authority="me"><old-result>fail</old-result></override>';
    expect(rule('', 'pass', message + override)?.reason).toBe('overridden from fail by me');
    expect(rule('', 'fail', message)?.reason).toBe('all is well; instance a');
  });
});

describe('a value in a text', () => {
  const profile = (id: string, content: string, extended = ''): string =>
    `<Profile id="${id}"${extended === '' ? '' : ` extends="${extended}"`}>${content}</Profile>`;
  const value = '<Value id="v"><title>V</title><value selector="strict">99</value><value>14</value></Value>';
  const titled = (definitions: string, run: string, title = 'At least <sub idref="v"/> characters'): string =>
    read(
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">${definitions}<Rule id="r"><title>${title}</title></Rule>` +
        `${testResult(`${run}${ruleResult('r', 'fail')}`)}</Benchmark>`,
    )?.ruleResults[0]?.title ?? '';

  test.each([
    ['of the TestResult', value, '<set-value idref="v">16</set-value>', 'At least 16 characters'],
    ['of the benchmark', value, '', 'At least 14 characters'],
    [
      'that the profile sets',
      value + profile('p', '<set-value idref="v">20</set-value>'),
      '<profile idref="p"/>',
      'At least 20 characters',
    ],
    [
      'that the profile selects',
      value + profile('p', '<refine-value idref="v" selector="strict"/>'),
      '<profile idref="p"/>',
      'At least 99 characters',
    ],
    [
      'that an extended profile sets',
      value + profile('p', '', 'q') + profile('q', '<set-value idref="v">20</set-value>', 'p'),
      '<profile idref="p"/>',
      'At least 20 characters',
    ],
    [
      'of the TestResult rather than of the profile',
      value + profile('p', '<set-value idref="v">20</set-value>'),
      '<profile idref="p"/><set-value idref="v">16</set-value>',
      'At least 16 characters',
    ],
    ['of a plain text', '<plain-text id="v">12</plain-text>', '', 'At least 12 characters'],
    ['that nothing states', '', '', 'At least … characters'],
  ])('is the value %s', (_, definitions, run, expected) => {
    expect(titled(definitions, run)).toBe(expected);
  });

  test('is inserted in every language of every text, and each run has its own', () => {
    const rule = `<Rule id="r"><title>T <sub idref="v"/></title><fixtext>F <sub idref="v"/></fixtext></Rule>`;
    const run = (number: string): string =>
      testResult(`<set-value idref="v">${number}</set-value>${ruleResult('r', 'fail')}`);
    const scans = readAll(
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">${run('1')}${rule}${run('2')}</Benchmark>`,
    );
    expect(
      scans?.flatMap(({ ruleResults }) => ruleResults.map(({ title, remediation }) => [title, remediation])),
    ).toEqual([
      ['T 1', 'F 1'],
      ['T 2', 'F 2'],
    ]);
  });

  test('leaves no internal mark if the text is cut', () => {
    const title = `${'x'.repeat(495)} <sub idref="a-rather-long-name-of-a-value"/>`;
    expect(titled('', '', title)).toMatch(/^x+ ?…$/);
  });
});

describe('the CIS benchmark', () => {
  const run = (definitions: string, content = '', attributes = ''): Scan | undefined =>
    read(
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b">${definitions}${testResult(`${content}${ruleResult('r', 'pass')}`, attributes)}</Benchmark>`,
    );

  test('is in the id of CIS’s own content', () => {
    const id = 'xccdf_org.cisecurity.benchmarks_benchmark_2.0.0.1_CIS_Ubuntu_Linux_22.04_LTS_Benchmark';
    expect(run('', `<benchmark id="${id}"/>`)).toMatchObject({
      benchmark: 'CIS Ubuntu Linux 22.04 LTS Benchmark',
      benchmarkVersion: '2.0.0',
      cisBenchmark: { product: 'ubuntu linux 22.04 lts', version: '2.0.0' },
    });
  });

  test.each([
    [
      'the Center for Internet Security\nUbuntu 22.04 LTS Benchmark, v1.0.0, released 07-21-2020.',
      'Ubuntu 22.04 LTS',
      '1.0.0',
    ],
    [
      'the "Level 2 - Server" configuration from the Center for Internet Security® Red Hat Enterprise Linux 8 Benchmark™, v3.0.0, released 2023-10-30.',
      'Red Hat Enterprise Linux 8',
      '3.0.0',
    ],
    [
      'the Center for Internet Security®\n Red Hat OpenShift Container Platform 4 Benchmark™, V1.4.',
      'Red Hat OpenShift Container Platform 4',
      '1.4',
    ],
  ])('is the one that the profile says it follows: %s', (description, product, version) => {
    const profile = `<Profile id="p"><description>This aligns to ${description}</description></Profile>`;
    expect(run(profile, '<profile idref="p"/>', 'version="0.1.80"')).toMatchObject({
      benchmark: `CIS ${product} Benchmark`,
      benchmarkVersion: version,
      contentVersion: '0.1.80',
      cisBenchmark: { product: product.toLowerCase(), version },
    });
  });

  test('is unknown for other content, whose version is not the benchmark’s', () => {
    const scan = run(
      '<title>Guide to Ubuntu</title><version>0.1.65</version><Profile id="p"/>',
      '<profile idref="p"/>',
    );
    expect(scan).toMatchObject({ benchmark: 'Guide to Ubuntu', contentVersion: '0.1.65' });
    expect(scan).not.toHaveProperty('benchmarkVersion');
    expect(scan).not.toHaveProperty('cisBenchmark');
  });
});

test.each([
  ['2026-11-22T21:17:29+00:00', Date.UTC(2026, 10, 22, 21, 17, 29)],
  ['2026-11-22T21:17:29-05:00', Date.UTC(2026, 10, 23, 2, 17, 29)],
  ['2014-10-17T09:07:55', Date.UTC(2014, 9, 17, 9, 7, 55)],
  ['yesterday', undefined],
])('a run that ended at %s', (time, ended) => {
  const scan = read(testResult(ruleResult('r', 'pass'), `id="t" start-time="${time}" end-time="${time}"`));
  expect([scan?.started, scan?.ended, scan?.runId]).toEqual([ended, ended, 't']);
});

test('a target’s identifier is reported with its name', () => {
  const facts = '<target-facts><fact name="urn:xccdf:fact:identifier">podman-image://a</fact></target-facts>';
  const scan = read(testResult(`<target>unknown</target>${facts}${ruleResult('r', 'pass')}`));
  expect(scan?.targets).toMatchObject([
    { scheme: 'XCCDF target', names: ['unknown'], isHostName: true },
    { scheme: 'XCCDF target identifier', names: ['podman-image://a'] },
  ]);
});

test('several instances of a rule are several results', () => {
  const scan = read(testResult(ruleResult('r', 'pass') + ruleResult('r', 'fail')));
  expect(verdicts(scan)).toEqual(['r PASSED', 'r FAILED']);
});

test('each TestResult is a separate run, whose target has all the names in it', () => {
  const named = (...names: string[]): string =>
    testResult(names.map((name) => `<target>${name}</target>`).join('') + ruleResult('r', 'pass'));
  const scans = readAll(`<x>${named('a', 'a.example')}${named('b')}</x>`) ?? [];
  expect(scans.map(({ targets = [] }) => targets.map(({ names }) => names))).toEqual([
    [['a', 'a.example']],
    [['b']],
  ]);
});

test('results of different profiles in one document name their profile', () => {
  const profile = (name: string): string =>
    testResult(`<profile idref="${name}"/>${ruleResult('r', 'pass')}`, 'test-system="My scanner"');
  const scans = readAll(`<x>${profile('one')}${profile('two')}</x>`) ?? [];
  expect(scans.map(({ scanner, profile: run }) => [scanner, run])).toEqual([
    ['My scanner', 'one'],
    ['My scanner', 'two'],
  ]);
});

test('a rule’s long text is cut, and its words stay separate', () => {
  const rule = `<Rule id="r"><title>${'word\n   '.repeat(100_000)}</title></Rule>`;
  const document = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">${rule}${testResult(ruleResult('r', 'pass'))}</Benchmark>`;
  const title = read(document)?.ruleResults[0]?.title ?? '';
  expect(title).toMatch(/^(word )+/);
  expect(title.length).toBeLessThanOrEqual(500);
});

const WORDS = {
  pass: 'PASSED',
  fixed: 'PASSED',
  fail: 'FAILED',
  error: 'ERROR',
  unknown: 'UNKNOWN',
  notapplicable: 'NOT_APPLICABLE',
  notchecked: 'NOT_EVALUATED',
  informational: 'INFORMATIONAL',
};

function escape(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Whether XML 1.0 can contain a text: all of Unicode except control characters and two noncharacters. */
function isSpeakable(text: string): boolean {
  return Array.from(text).every((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isSpace = code === 0x09 || code === 0x0a || code === 0x0d;
    return character.isWellFormed() && (isSpace || code >= 0x20) && code !== 0xfffe && code !== 0xffff;
  });
}

test('for any rule id, the id and status arrive, wherever the slices end', () => {
  const id = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((text) => text.trim() !== '' && isSpeakable(text));
  const word = fc.constantFrom(...(Object.keys(WORDS) as (keyof typeof WORDS)[]));
  fc.assert(
    fc.property(fc.array(fc.tuple(id, word)), fc.integer({ min: 1, max: 64 }), (results, size) => {
      const document = testResult(
        results.map(([rule, result]) => ruleResult(escape(rule), result)).join('\n'),
      );
      const expected = results.map(([rule, result]) => `${rule} ${WORDS[result]}`);
      expect(verdicts(read(document))).toEqual(expected);
      expect(verdicts(read(Buffer.from(document), size))).toEqual(expected);
      expect(verdicts(read(Buffer.from(`\uFEFF${document}`, 'utf16le'), size))).toEqual(expected);
    }),
  );
});
