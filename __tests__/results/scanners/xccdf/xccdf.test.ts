import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parseXml } from '../../../../src/results/parse/xml.ts';
import type { Scan } from '../../../../src/results/reading/scanner.ts';
import { xccdf } from '../../../../src/results/scanners/xccdf/xccdf.ts';

function readAll(document: string | Uint8Array, sliceBytes?: number): readonly Scan[] | undefined {
  const reader = xccdf.reader();
  parseXml(typeof document === 'string' ? Buffer.from(document) : document, [reader], sliceBytes);
  return reader.end();
}

/** What the document says, its runs together: facts of the first. */
function read(document: string | Uint8Array, sliceBytes?: number): Scan | undefined {
  const scans = readAll(document, sliceBytes);
  const [first] = scans ?? [];
  return first && { ...first, ruleResults: (scans ?? []).flatMap(({ ruleResults }) => ruleResults) };
}

function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url));
}

/** A TestResult of XCCDF 1.2 with some content. */
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

test('every result of XCCDF has its status, and a word that XCCDF does not define is UNKNOWN', () => {
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

test('a result tells what its rule says: title, severity, section, fix text, identifiers', () => {
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

test('why a rule failed is in its messages, each once; what the check printed is left out', () => {
  expect(read(fixture('results-in-benchmark.xml'))?.ruleResults[2]).toMatchObject({
    title: 'Disable & mask <telnet>',
    reason: 'telnet is enabled; instance telnet.socket; telnet listens',
    severity: 'high',
    section: 'Services',
    identifiers: ['CCE-20002-2'],
  });
});

test('an override counts as its result, and its reason says so', () => {
  expect(read(fixture('results-in-benchmark.xml'))?.ruleResults.at(-1)).toMatchObject({
    status: 'PASSED',
    reason: 'overridden from fail by A. Auditor: Accepted',
  });
});

test('scanner, benchmark, profile, platform and target are told', () => {
  const scan = read(fixture('results-in-benchmark.xml'));
  expect({ ...scan, ruleResults: [] }).toEqual({
    scanner: 'OpenSCAP',
    scannerVersion: '1.3.8',
    benchmark: 'Example Linux Benchmark',
    benchmarkVersion: '2.0.0',
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

test('ARF: the benchmark is found behind the report, whatever its prefix, and OVAL is left alone', () => {
  expect(read(fixture('arf.xml'))).toEqual({
    scanner: 'SCC',
    scannerVersion: '5.4',
    benchmark: 'Distant benchmark',
    benchmarkVersion: '7',
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
    'an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf',
  ],
  [
    'a data stream',
    `<d>${BENCHMARK}</d>`,
    'an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf',
  ],
  ['no rule-result', testResult('<target>t</target>'), 'a TestResult without a rule-result'],
  [
    'nothing selected',
    testResult(ruleResult('a', 'notselected') + ruleResult('b', 'notselected')),
    '2 rule-results, all of them notselected: choose a profile that selects rules (--profile)',
  ],
])('%s: there is no result, and why', (_, document, emptyBecause) => {
  expect(read(document)).toMatchObject({ ruleResults: [], emptyBecause });
});

test.each([
  ['no idref', '<rule-result><result>pass</result></rule-result>', 'rule-result has no "idref"'],
  [
    'a blank idref',
    '<rule-result idref=" "><result>pass</result></rule-result>',
    'rule-result has no "idref"',
  ],
  [
    'no result',
    '<rule-result idref="r"><check><result>pass</result></check></rule-result>',
    'rule-result has no "result"',
  ],
  [
    'an empty result',
    '<rule-result idref="r"><result> </result></rule-result>',
    'rule-result has no "result"',
  ],
])('a rule-result with %s is a fault at its place', (_, content, sentence) => {
  const scan = read(testResult(`\n  ${content}`));
  expect(scan?.faults).toEqual([{ sentence, at: { position: { line: 2, column: 3 } }, ofRecord: true }]);
  expect(scan?.ruleResults).toEqual([]);
});

test('a rule with an unreadable result gets none of its others: they could make it look better than it is', () => {
  const unreadable = '<rule-result idref="r"/>';
  const scan = read(testResult(ruleResult('r', 'pass') + unreadable + ruleResult('s', 'fail')));
  expect(verdicts(scan)).toEqual(['s FAILED']);
  expect(scan?.unreadableRules).toEqual([{ ruleId: 'r' }]);
});

test('an override without a new result of its own does not stand in for the result', () => {
  const override = '<override><old-result>fail</old-result><new-result>pass</new-result></override>';
  const scan = read(testResult(`<rule-result idref="r">${override}<result>fail</result></rule-result>`));
  expect(verdicts(scan)).toEqual(['r FAILED']);
});

test('several instances of a rule are several results', () => {
  const scan = read(testResult(ruleResult('r', 'pass') + ruleResult('r', 'fail')));
  expect(verdicts(scan)).toEqual(['r PASSED', 'r FAILED']);
});

test('each TestResult is a run of its own, whose target has all the names that it states', () => {
  const named = (...names: string[]): string =>
    testResult(names.map((name) => `<target>${name}</target>`).join('') + ruleResult('r', 'pass'));
  const scans = readAll(`<x>${named('a', 'a.example')}${named('b')}</x>`) ?? [];
  expect(scans.map(({ targets = [] }) => targets.map(({ names }) => names))).toEqual([
    [['a', 'a.example']],
    [['b']],
  ]);
});

test('results of differing profiles in one document say which', () => {
  const profile = (name: string): string =>
    testResult(`<profile idref="${name}"/>${ruleResult('r', 'pass')}`, 'test-system="My scanner"');
  const scans = readAll(`<x>${profile('one')}${profile('two')}</x>`) ?? [];
  expect(scans.map(({ scanner, profile: run }) => [scanner, run])).toEqual([
    ['My scanner', 'one'],
    ['My scanner', 'two'],
  ]);
});

test('a long text of a rule is cut, and its words are kept apart', () => {
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

/** Whether XML 1.0 can say a text: all of Unicode but control characters and two noncharacters. */
function isSpeakable(text: string): boolean {
  return Array.from(text).every((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isSpace = code === 0x09 || code === 0x0a || code === 0x0d;
    return character.isWellFormed() && (isSpace || code >= 0x20) && code !== 0xfffe && code !== 0xffff;
  });
}

test('whatever a rule is called, its id and status arrive, and wherever the slices end', () => {
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
