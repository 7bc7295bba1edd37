/** A document designed to cost as much as it can, or an honest one as large as allowed. */
export interface HostileDocument {
  readonly name: string;
  /** Its file name, which must not matter. */
  readonly file: string;
  /** Its content in pieces, because most documents are too large for one string. */
  readonly pieces: () => Iterable<string | Uint8Array>;
  /** Whether a scanner could write such a file. Its costs are listed on the page and not limited. */
  readonly isHonest?: true;
  /** The input that names it; `results-file` by default. */
  readonly input?: 'exceptions-file' | 'baseline-file';
}

const KI = 1024;
const MI = 1024 * KI;
/** The size of the largest results file that is read, in bytes. */
const LARGEST = 256 * MI;
/** The size of the largest YAML file that is parsed, in bytes. */
const LARGEST_YAML = 4 * MI;
const PIECE = MI;

/** An ASCII text, repeated until there are this many bytes. */
function* filled(text: string, bytes: number): Generator<string> {
  const piece = text.repeat(Math.ceil(PIECE / text.length));
  for (let left = bytes; left > 0; left -= piece.length)
    yield left >= piece.length ? piece : piece.slice(0, left);
}

/** This many texts, each made from its index. */
function* numbered(count: number, text: (index: number) => string): Generator<string> {
  let piece = '';
  for (let index = 0; index < count; index += 1) {
    piece += text(index);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function around(before: string, inner: Iterable<string>, after: string): () => Iterable<string> {
  return function* () {
    yield before;
    yield* inner;
    yield after;
  };
}

/** A document with a generated middle. */
function made(
  name: string,
  file: string,
  before: string,
  inner: () => Iterable<string>,
  after = '',
): HostileDocument {
  return { name, file, pieces: () => around(before, inner(), after)() };
}

const message = (index: number, details = ''): string =>
  `{"ruleId":"1.${index}","status":"PASSED","cisRuleDetails":"${details}"}`;
const messages =
  (count: number, one: (index: number) => string): (() => Iterable<string>) =>
  () =>
    numbered(count, (index) => `${index === 0 ? '' : ',\n'}${one(index)}`);

const XCCDF =
  '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t" end-time="2026-01-01T00:00:00Z">';
const ruleResult = (index: number): string =>
  `<rule-result idref="r${index}"><result>pass</result></rule-result>\n`;
const NESSUS = '<NessusClientData_v2><Report name="r"><ReportHost name="h">';

/** Documents that are JSON or pretend to be. */
const JSON_DOCUMENTS: readonly HostileDocument[] = [
  made('256 MiB of spaces', 'results.json', '', () => filled(' ', LARGEST)),
  made('256 MiB of line breaks', 'results.json', '', () => filled('\n', LARGEST)),
  made('line breaks, then an error', 'results.json', '', () => filled('\r\n', 100 * MI), '{"messages": [}'),
  made('256 MiB and one byte', 'results.json', '[', () => filled(' ', LARGEST)),
  made('nested arrays', 'results.json', '', () => filled('[', LARGEST)),
  made('nested objects', 'results.json', '', () => filled('{"messages":', LARGEST)),
  made(
    'nested arrays, 127 levels deep, again and again',
    'results.json',
    '[',
    () => numbered(20_000, (index) => `${index === 0 ? '' : ','}${'['.repeat(126)}${']'.repeat(126)}`),
    ']',
  ),
  made(
    'a string of 255 MiB',
    'results.json',
    '{"messages":[{"ruleId":"',
    () => filled('x', 255 * MI),
    '","status":"PASSED","cisRuleDetails":""}]}',
  ),
  made('a string that never ends', 'results.json', '{"messages":[{"ruleId":"', () => filled('x', 255 * MI)),
  made('a member name of 255 MiB', 'results.json', '{"', () => filled('x', 255 * MI), '":1}'),
  made(
    'escapes',
    'results.json',
    '{"messages":[{"ruleId":"',
    () => filled('\\u0041', 255 * MI),
    '","status":"PASSED","cisRuleDetails":""}]}',
  ),
  made(
    'lone surrogates',
    'results.json',
    '{"messages":[{"ruleId":"',
    () => filled('\\ud800', 255 * MI),
    '","status":"PASSED","cisRuleDetails":""}]}',
  ),
  made('a number of 255 MiB', 'results.json', '[', () => filled('9', 255 * MI), ']'),
  made('numbers too large for a double', 'results.json', '[1', () => filled(',1e999999999', 40 * MI), ']'),
  made('8 Mi numbers', 'results.json', '[0', () => filled(',0', 2 * (8 * MI - 3)), ']'),
  made(
    '8 Mi numbers in a messages file',
    'results.json',
    '{"messages":[0',
    () => filled(',0', 2 * (8 * MI - 8)),
    ']}',
  ),
  made('8 Mi short strings', 'results.json', '[0', () => filled(',""', 3 * (8 * MI - 3)), ']'),
  made(
    'millions of empty arrays',
    'results.json',
    '{"messages":[0',
    () => filled(',[]', 3 * 2_600_000),
    ']}',
  ),
  made(
    'millions of empty objects',
    'results.json',
    '{"messages":[0',
    () => filled(',{}', 3 * 2_600_000),
    ']}',
  ),
  made(
    'millions of objects with two members',
    'results.json',
    '{"results":[0',
    () => filled(',{"a":0,"b":0}', 14 * 2_600_000),
    ']}',
  ),
  made(
    'one member name, millions of times',
    'results.json',
    '{"a":0',
    () => filled(',"a":0', 6 * 8_000_000),
    '}',
  ),
  made(
    'millions of member names',
    'results.json',
    '{"a":0',
    () => numbered(8_000_000, (index) => `,"${index.toString(36)}":0`),
    '}',
  ),
  made(
    '`__proto__`, millions of times',
    'results.json',
    '{"a":0',
    () => filled(',"__proto__":{}', 15 * 2_500_000),
    '}',
  ),
  made('as many documents as allowed', 'results.jsonl', '', () =>
    numbered(131_072, (index) => `${message(index)}\n`),
  ),
  made('more documents than allowed', 'results.jsonl', '', () => filled('{}\n', 3 * 10_000_000)),
  made(
    'a million messages',
    'results.json',
    '{"messages":[',
    messages(1_000_000, (index) => message(index)),
    ']}',
  ),
  made(
    'a million and one messages',
    'results.json',
    '{"messages":[',
    messages(1_000_001, (index) => message(index)),
    ']}',
  ),
  made(
    'a million invalid messages',
    'results.json',
    '{"messages":[',
    messages(1_000_000, (index) => message(index).replace('PASSED', 'PASS')),
    ']}',
  ),
  made(
    'a million messages that contradict each other',
    'results.json',
    '{"messages":[',
    messages(
      1_000_000,
      (index) => `{"ruleId":"1","status":"${index % 2 === 0 ? 'PASSED' : 'FAILED'}","cisRuleDetails":""}`,
    ),
    ']}',
  ),
  made(
    'the same message, a million times',
    'results.json',
    '{"messages":[',
    messages(1_000_000, () => message(0)),
    ']}',
  ),
  made(
    'a million strings in a messages file',
    'results.json',
    '{"messages":[',
    messages(1_000_000, () => '"PASSED"'),
    ']}',
  ),
  made(
    'InSpec with a million controls',
    'results.json',
    '{"version":"5","profiles":[{"controls":[',
    messages(1_000_000, (index) => `{"id":"${index}","results":[]}`),
    ']}]}',
  ),
  made(
    'goss with a million results',
    'results.json',
    '{"summary":{"test-count":1000000},"results":[',
    messages(1_000_000, (index) => `{"title":"${index}","result":1}`),
    ']}',
  ),
  made(
    'kube-bench with a million tests',
    'results.json',
    '{"Controls":[{"node_type":"node","tests":[{"results":[',
    messages(1_000_000, (index) => `{"test_number":"${index}","status":"PASS"}`),
    ']}]}]}',
  ),
  made('deeply nested Powerpipe groups', 'results.json', '', () => [
    `${'{"group_id":"a","groups":['.repeat(60)}{"group_id":"b","controls":[{"control_id":"1","results":[{"status":"ok"}]}]}${']}'.repeat(60)}`,
  ]),
];

/** Documents that are YAML or pretend to be. */
const YAML_DOCUMENTS: readonly HostileDocument[] = [
  made(
    'aliases of aliases',
    'results.yml',
    'a0: &a0 [x, x, x, x, x, x, x, x, x]\n',
    () =>
      numbered(60, (index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`),
    'messages: *a60\n',
  ),
  made('aliases of a long sequence', 'results.yml', `a: &a [${'x, '.repeat(9000)}x]\nmessages:\n`, () =>
    filled('- *a\n', 3 * MI),
  ),
  made('an alias of itself', 'results.yml', 'messages: &a [*a, *a]\n', () => []),
  made('merge keys', 'results.yml', 'a0: &a0 {x: 1}\n', () =>
    numbered(20_000, (index) => `a${index + 1}: &a${index + 1} {<<: [*a${index}, *a0]}\n`),
  ),
  made('anchors', 'results.yml', 'messages:\n', () => numbered(300_000, (index) => `- &a${index} x\n`)),
  made('nested sequences (flow)', 'results.yml', 'messages: ', () => filled('[', LARGEST_YAML - 100)),
  made('nested mappings (flow)', 'results.yml', 'messages: ', () => filled('{a: ', LARGEST_YAML - 100)),
  made('nested sequences (block)', 'results.yml', '', () => filled('- ', LARGEST_YAML - 100)),
  made('nested complex keys', 'results.yml', '', () => filled('? ', LARGEST_YAML - 100)),
  made('ever deeper indentation', 'results.yml', '', () =>
    numbered(2000, (index) => `${' '.repeat(index)}a:\n`),
  ),
  made('tokens', 'results.yml', 'messages: [', () => filled('a,', LARGEST_YAML - 100), ']'),
  made('a sequence of 4 MiB', 'results.yml', 'messages:\n', () => filled('- a\n', LARGEST_YAML - 100)),
  made(
    'a double-quoted scalar of 4 MiB, escaped',
    'results.yml',
    'messages: "',
    () => filled('\\x41', LARGEST_YAML - 100),
    '"\n',
  ),
  made('a folded scalar of 4 MiB', 'results.yml', 'messages: >\n', () =>
    filled('  a\n\n', LARGEST_YAML - 100),
  ),
  made('comments', 'results.yml', '', () => filled('# a\n', LARGEST_YAML - 100), 'messages: []\n'),
  made('line breaks in YAML', 'results.yml', '', () => filled('\n', LARGEST_YAML - 100), 'messages: []\n'),
  made('empty documents', 'results.yml', '', () => filled('---\n', LARGEST_YAML - 100)),
  made('short documents', 'results.yml', '', () => filled('--- a\n', LARGEST_YAML - 100)),
  made('one key, many times', 'results.yml', '', () => filled('a: 1\n', LARGEST_YAML - 100)),
  made('many keys', 'results.yml', '', () => numbered(300_000, (index) => `k${index}: 1\n`)),
  made('tags', 'results.yml', 'messages:\n', () => filled('- !!js/function x\n', LARGEST_YAML - 100)),
  made('binary', 'results.yml', 'messages: !!binary |\n', () => filled('  QUFB\n', LARGEST_YAML - 100)),
  made('more than 4 MiB of YAML', 'results.yml', 'messages:\n', () => filled('- a\n', LARGEST_YAML)),
  made('256 MiB that is not JSON', 'results.yml', 'messages:\n', () => filled('- a\n', LARGEST - 100)),
];

/** Documents that are XML or pretend to be. */
const XML_DOCUMENTS: readonly HostileDocument[] = [
  made(
    'entities of entities',
    'results.xml',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "xxxxxxxxxx">',
    () => numbered(60, (index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`),
    ']><a>&a60;</a>',
  ),
  made(
    'an external entity',
    'results.xml',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    () => [`${XCCDF}<target>&x;</target></TestResult>`],
  ),
  made('a DTD of 255 MiB', 'results.xml', '<!DOCTYPE a [', () => filled('<!-- a -->', 255 * MI), ']><a/>'),
  made('nested elements', 'results.xml', '', () => filled('<a>', LARGEST)),
  made(
    'nested elements, 121 levels deep, again and again',
    'results.xml',
    '<a>',
    () => filled(`${'<a>'.repeat(120)}${'</a>'.repeat(120)}`, 200 * MI - ((200 * MI) % 840)),
    '</a>',
  ),
  made('attributes', 'results.xml', '<a', () => numbered(10_000_000, (index) => ` a${index}=""`), '/>'),
  made(
    'tags with as many attributes as allowed',
    'results.xml',
    '<a>',
    () => numbered(900, () => `<b${Array.from({ length: 25_000 }, (_, at) => ` a${at}=""`).join('')}/>\n`),
    '</a>',
  ),
  made(
    'namespaces',
    'results.xml',
    '<a>',
    () =>
      numbered(900, () => `<b${Array.from({ length: 10_000 }, (_, at) => ` xmlns:n${at}="u"`).join('')}/>\n`),
    '</a>',
  ),
  made(
    'a namespace at each depth',
    'results.xml',
    '<a>',
    () =>
      numbered(
        20_000,
        (index) =>
          `${Array.from({ length: 120 }, (_, at) => `<n${at}:b xmlns:n${at}="u${index}">`).join('')}${Array.from({ length: 120 }, (_, at) => `</n${119 - at}:b>`).join('')}`,
      ),
    '</a>',
  ),
  made('an attribute of 255 MiB', 'results.xml', '<a b="', () => filled('x', 255 * MI), '"/>'),
  made(
    'character references',
    'results.xml',
    `${XCCDF}<target>`,
    () => filled('&#65;', 255 * MI),
    '</target></TestResult>',
  ),
  made('a comment of 255 MiB', 'results.xml', '<!--', () => filled(' x', 255 * MI), '--><a/>'),
  made(
    'CDATA of 255 MiB',
    'results.xml',
    `${XCCDF}<target><![CDATA[`,
    () => filled(']]', 255 * MI),
    ']]></target></TestResult>',
  ),
  made(
    'a text of 255 MiB',
    'results.xml',
    `${XCCDF}<target>`,
    () => filled('x', 255 * MI),
    '</target></TestResult>',
  ),
  made(
    'several texts of 15 MiB',
    'results.xml',
    XCCDF,
    () => numbered(16, () => `<target>${'x'.repeat(15 * MI)}</target>`),
    '</TestResult>',
  ),
  made('processing instructions', 'results.xml', '', () => filled('<?a b?>\n', 255 * MI), '<a/>'),
  made('short elements', 'results.xml', '<a>', () => filled('<b/>', 255 * MI), '</a>'),
  made(
    'short unknown elements in a TestResult',
    'results.xml',
    XCCDF,
    () => filled('<b/>', 255 * MI),
    '</TestResult>',
  ),
  made(
    'empty rule-results',
    'results.xml',
    XCCDF,
    () => filled('<rule-result/>', 255 * MI - ((255 * MI) % 14)),
    '</TestResult>',
  ),
  made(
    'a million rule-results',
    'results.xml',
    XCCDF,
    () => numbered(1_000_000, ruleResult),
    '</TestResult>',
  ),
  made(
    'four million rule-results',
    'results.xml',
    XCCDF,
    () => numbered(4_000_000, ruleResult),
    '</TestResult>',
  ),
  made(
    'one rule, a million rule-results',
    'results.xml',
    XCCDF,
    () => numbered(1_000_000, () => ruleResult(0)),
    '</TestResult>',
  ),
  made(
    'rules without results',
    'results.xml',
    '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b">',
    () => numbered(3_000_000, (index) => `<Rule id="r${index}"><title>${index}</title></Rule>\n`),
    '</Benchmark>',
  ),
  made(
    'millions of references in a rule',
    'results.xml',
    '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b"><Rule id="r">',
    () =>
      filled('<reference href="https://www.cisecurity.org">1.1.1</reference>', 250 * MI - ((250 * MI) % 62)),
    '</Rule></Benchmark>',
  ),
  made(
    'Nessus with millions of items',
    'results.xml',
    NESSUS,
    () =>
      numbered(
        1_500_000,
        (index) =>
          `<ReportItem pluginID="${index}" pluginFamily="Policy Compliance"><compliance>true</compliance></ReportItem>`,
      ),
    '</ReportHost></Report></NessusClientData_v2>',
  ),
  made(
    'escaped ]]> and empty comments',
    'results.xml',
    '<a>',
    () => filled(']]&gt;<!---->', 255 * MI - ((255 * MI) % 12)),
    '</a>',
  ),
];

/** Files that are not JSON, YAML or XML, or not in UTF-8. */
const BINARY_DOCUMENTS: readonly HostileDocument[] = [
  made('an empty file', 'results', '', () => []),
  made('256 MiB of zeros', 'results', '', () => filled('\0', LARGEST)),
  {
    name: 'pseudorandom bytes',
    file: 'results',
    pieces: () =>
      numbered(64, (index) =>
        String.fromCharCode(...Array.from({ length: 4096 }, (_, at) => (at * 7919 + index * 104_729) % 251)),
      ),
  },
  {
    name: 'invalid UTF-8 after 255 MiB',
    file: 'results',
    pieces: function* () {
      yield* filled(' ', 255 * MI);
      yield Uint8Array.of(0xc3, 0x28);
    },
  },
  {
    name: '255 MiB of bytes that are invalid in UTF-8',
    file: 'results',
    pieces: () => Array<Uint8Array>(255).fill(new Uint8Array(MI).fill(0xff)),
  },
  {
    name: '255 MiB of UTF-16',
    file: 'results',
    pieces: function* () {
      yield Uint8Array.of(0xff, 0xfe);
      yield* Array<Uint8Array>(255).fill(Buffer.from('[ ]\n'.repeat(MI / 8), 'utf16le'));
    },
  },
  {
    name: 'UTF-16 with half a code unit',
    file: 'results',
    pieces: function* () {
      yield Uint8Array.of(0xff, 0xfe);
      yield Buffer.from('[]', 'utf16le');
      yield Uint8Array.of(0x20);
    },
  },
  made('a web page of 200 MiB', 'results', '<!DOCTYPE html><html><body>', () =>
    filled('<p>results</p>\n', 200 * MI),
  ),
  made('log lines that never lead to results', 'results', '', () =>
    filled('I1129 12:00:00 main.go:1] log\n', 255 * MI),
  ),
  made('CSV of 200 MiB', 'results', 'rule,status\n', () => filled('1.1.1,PASS\n', 200 * MI)),
];

/** Policy files, which are trusted no more than results. */
const POLICY_DOCUMENTS: readonly HostileDocument[] = [
  {
    ...made(
      'exceptions with aliases of aliases',
      'exceptions.yml',
      'a0: &a0 [x, x, x, x, x, x, x, x, x]\n',
      () =>
        numbered(
          60,
          (index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`,
        ),
    ),
    input: 'exceptions-file',
  },
  {
    ...made('exceptions of 256 MiB of line breaks', 'exceptions.yml', '', () => filled('\n', LARGEST)),
    input: 'exceptions-file',
  },
  {
    ...made('a baseline of 256 MiB of spaces', 'baseline.json', '', () => filled(' ', LARGEST)),
    input: 'baseline-file',
  },
  {
    ...made('a baseline of nested arrays', 'baseline.json', '', () => filled('[', LARGEST)),
    input: 'baseline-file',
  },
];

/** Honest files, as large as allowed. */
const HONEST_DOCUMENTS: readonly HostileDocument[] = [
  {
    ...made(
      'an honest messages file of 256 MiB',
      'results.json',
      '{"messages":[\n',
      messages(890_000, (index) =>
        message(
          index,
          'The setting is as the benchmark recommends. '.repeat(6).slice(0, 230 - String(index).length),
        ),
      ),
      '\n]}\n',
    ),
    isHonest: true,
  },
  // As many results as allowed: each takes four elements.
  {
    ...made(
      'an honest XCCDF file of 13 MiB',
      'results.xml',
      `${XCCDF}<target>host</target>`,
      () =>
        numbered(
          37_400,
          (index) =>
            `<rule-result idref="xccdf_org.ssgproject.content_rule_setting_${index}" time="2026-01-01T00:00:00+00:00" severity="medium" weight="1.000000"><result>pass</result><ident system="https://ncp.nist.gov/cce">CCE-${index}-1</ident><check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><check-content-ref name="oval:ssg-setting_${index}:def:1" href="oval.xml"/></check></rule-result>\n`,
        ),
      '</TestResult>',
    ),
    isHonest: true,
  },
];

/** Every document, in the order of the trials. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  ...JSON_DOCUMENTS,
  ...YAML_DOCUMENTS,
  ...XML_DOCUMENTS,
  ...BINARY_DOCUMENTS,
  ...POLICY_DOCUMENTS,
  ...HONEST_DOCUMENTS,
];
