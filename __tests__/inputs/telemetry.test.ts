import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionFailure, FAILURE_CODES, type Failure } from '../../src/failure.ts';
import { maskToken, type Environment } from '../../src/inputs/reader.ts';
import { INPUT_DEFAULTS, readInputs, type InputName, type Inputs } from '../../src/inputs/telemetry.ts';
import { STATUSES_WORST_FIRST } from '../../src/status.ts';

const JOB = '01234567-89ab-cdef-0123-456789abcdef';
const TOKEN = 'fedcba98-7654-3210-fedc-ba9876543210';
const REQUIRED = { 'scan-job-id': JOB, 'session-token': TOKEN, 'results-file': 'results.json' };

type Given = Partial<Record<InputName, string>>;

const read = (given: Given, environment: Environment = {}): Inputs => {
  const all: Given = { ...REQUIRED, ...given };
  const getInput = (name: string): string => Object.entries(all).find(([known]) => known === name)?.[1] ?? '';
  return readInputs({ getInput, setSecret: () => undefined }, environment, ['messages', 'xccdf']);
};

function refusalOf(given: Given, environment: Environment = {}): Failure {
  try {
    read(given, environment);
  } catch (error) {
    if (error instanceof ActionFailure) return error.failure;
    throw error;
  }
  throw new Error('the inputs were accepted');
}

test('every optional input has its default', () => {
  expect(read({})).toEqual({
    session: { scanJobId: JOB, sessionToken: TOKEN },
    resultsFiles: ['results.json'],
    resultsFormat: 'auto',
    ruleId: 'cis',
    maxAge: { kind: 'job' },
    detailsEncoding: 'text',
    connection: { maxAttempts: 5, requestTimeout: 30_000 },
    chunkSize: 150,
    concurrency: 4,
    onInvalid: 'fail',
    tolerateErrors: new Set(),
    failOnStatus: new Set(),
    failOnRegression: false,
    dryRun: false,
    summary: true,
  });
});

describe('an input is accepted', () => {
  test.each<[string, Given, Partial<Inputs>]>([
    ['without the white space around it', { 'chunk-size': ' 5 ' }, { chunkSize: 5 }],
    ['at its minimum', { concurrency: '1', 'chunk-size': '1' }, { concurrency: 1, chunkSize: 1 }],
    ['at its maximum', { concurrency: '16', 'chunk-size': '150' }, { concurrency: 16, chunkSize: 150 }],
    [
      'as its default when it is blank',
      { concurrency: '  ', summary: '\n' },
      { concurrency: 4, summary: true },
    ],
    ['in the spellings of YAML', { 'dry-run': 'TRUE', summary: 'False' }, { dryRun: true, summary: false }],
    [
      'line by line, without blank lines',
      { 'results-file': 'a.json\r\n\n  b c.json \r*.yaml\n' },
      { resultsFiles: ['a.json', 'b c.json', '*.yaml'] },
    ],
    [
      'as a list separated by commas, white space or line breaks',
      { 'fail-on-status': 'FAILED, ERROR\nUNKNOWN,,FAILED' },
      { failOnStatus: new Set(['FAILED', 'ERROR', 'UNKNOWN'] as const) },
    ],
    ['as any age', { 'max-age': 'any' }, { maxAge: { kind: 'any' } }],
    [
      'as a duration',
      { 'max-age': '90m' },
      { maxAge: { kind: 'duration', milliseconds: 5_400_000, text: '90m' } },
    ],
    [
      'without ids in a dry run',
      { 'dry-run': 'true', 'scan-job-id': '', 'session-token': '' },
      { session: { scanJobId: '', sessionToken: '' } },
    ],
    [
      'with every failure code',
      { 'tolerate-errors': FAILURE_CODES.join(' ') },
      { tolerateErrors: new Set(FAILURE_CODES) },
    ],
    [
      'with every status',
      { 'fail-on-status': STATUSES_WORST_FIRST.join() },
      { failOnStatus: new Set(STATUSES_WORST_FIRST) },
    ],
    [
      'in lower case if it is a UUID',
      { 'scan-job-id': JOB.toUpperCase(), 'session-token': TOKEN.toUpperCase() },
      { session: { scanJobId: JOB, sessionToken: TOKEN } },
    ],
    ['as a scanner name', { 'results-format': 'xccdf' }, { resultsFormat: 'xccdf' }],
    ['as a path', { 'undelivered-file': ' left.json ' }, { undeliveredFile: 'left.json' }],
    [
      'in seconds, and stored in milliseconds',
      { 'request-timeout': '900', 'max-attempts': '10' },
      { connection: { maxAttempts: 10, requestTimeout: 900_000 } },
    ],
  ])('%s', (_how, given, expected) => {
    expect(read(given)).toMatchObject(expected);
  });
});

const INVALID_NUMBERS = [
  '15O',
  '1e2',
  '0',
  '-1',
  '+5',
  '1.0',
  '0x10',
  '1_000',
  '१',
  'NaN',
  '5 5',
  '1000000000000',
];
const INVALID_BOOLEANS = ['yes', 'tRUE', '1', 'on', 'true false'];
const INVALID_UUIDS = ['x', JOB.slice(1), `${JOB}0`, `{${JOB}}`, JOB.replaceAll('-', ''), `${JOB}\n${JOB}`];

describe('a malformed value is refused, and the fault names the input:', () => {
  test.each<[InputName, string]>([
    ...INVALID_NUMBERS.flatMap((text) => [
      ['chunk-size', text] as [InputName, string],
      ['concurrency', text] as [InputName, string],
      ['max-attempts', text] as [InputName, string],
      ['request-timeout', text] as [InputName, string],
    ]),
    ['chunk-size', '151'],
    ['concurrency', '17'],
    ['max-attempts', '11'],
    ['request-timeout', '901'],
    ...INVALID_BOOLEANS.flatMap((text) => [
      ['dry-run', text] as [InputName, string],
      ['summary', text] as [InputName, string],
    ]),
    ...INVALID_UUIDS.flatMap((text) => [
      ['scan-job-id', text] as [InputName, string],
      ['session-token', text] as [InputName, string],
    ]),
    ['scan-job-id', ''],
    ['session-token', ' '],
    ['results-file', '\n \n'],
    ['results-format', 'XCCDF'],
    ['details-encoding', 'hex'],
    ['on-invalid', 'ignore'],
    ['tolerate-errors', 'ThrottlingException, Throttling'],
    ['tolerate-errors', 'toString'],
    ['fail-on-status', 'failed'],
    ['fail-on-status', 'FAILED;ERROR'],
    ['aws-region', 'us east 1'],
    ['aws-region', 'evil.example/'],
    ['aws-region', '-us-east-1'],
    ['aws-region', 'aws-global'],
    ['aws-region', 'us-east'],
  ])('%s: %j', (name, text) => {
    const { code, sentence } = refusalOf({ [name]: text });
    expect(code).toBe('InvalidInput');
    expect(sentence).toContain(`\`${name}\``);
  });
});

test('`fail-on-regression` needs a baseline', () => {
  expect(refusalOf({ 'fail-on-regression': 'true' }).sentence).toContain('needs `baseline-file`');
  expect(read({ 'fail-on-regression': 'true', 'baseline-file': 'b.json' })).toMatchObject({
    failOnRegression: true,
    baselineFile: 'b.json',
  });
});

test.each([
  ['fail-on-status', 'failed', 'FAILED'],
  ['tolerate-errors', 'ThrotlingException', 'ThrottlingException'],
  ['results-format', 'XCCDF', 'xccdf'],
  ['on-invalid', 'skipp', 'skip'],
] as const)('a near miss in %s gets a suggestion', (name, text, meant) => {
  expect(refusalOf({ [name]: text }).sentence).toContain(`Did you mean "${meant}"?`);
});

/** Inputs that accept any text: whether it is the path of a file is checked later. */
const PATHS: ReadonlySet<string> = new Set([
  'baseline-file',
  'exceptions-file',
  'undelivered-file',
  'report-file',
  'sarif-file',
]);

test('all faults are reported at once, one for each input, in the order of the table', () => {
  const all = refusalOf({
    'scan-job-id': 'x',
    'session-token': '',
    'results-file': '',
    'results-format': '?',
    'rule-id': '?',
    'max-age': '?',
    'expected-target': 'x'.repeat(501),
    'details-encoding': '?',
    'aws-region': '?',
    'chunk-size': '?',
    concurrency: '?',
    'max-attempts': '?',
    'request-timeout': '?',
    'on-invalid': '?',
    'tolerate-errors': '?',
    'fail-on-status': '?',
    'fail-on-regression': '?',
    'dry-run': '?',
    'github-token': 'short',
    'check-name': 'x'.repeat(201),
    summary: '?',
  });
  const named = (all.faults ?? []).map(({ sentence }) => /`([a-z-]+)`/.exec(sentence)?.[1]);
  const expected = Object.keys(INPUT_DEFAULTS).filter((name) => !PATHS.has(name));
  expect(new Set(named)).toEqual(new Set(expected));
  expect(named).toHaveLength(expected.length);
  expect(all.sentence).toBe(`${expected.length} inputs are not valid.`);
});

describe('the Region', () => {
  test.each<[string, string, Environment, string | undefined]>([
    ['is the input', 'eu-west-1', { AWS_REGION: 'us-east-1' }, 'eu-west-1'],
    ['else AWS_REGION', '', { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-east-1'],
    ['else AWS_DEFAULT_REGION', '', { AWS_REGION: ' ', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
    ['is otherwise left to the SDK', '', {}, undefined],
  ])('%s', (_where, region, environment, expected) => {
    expect(read({ 'aws-region': region }, environment).connection.region).toBe(expected);
  });

  test.each(['AWS_REGION', 'AWS_DEFAULT_REGION'])(
    'is refused if it is malformed in %s, which the fault names',
    (name) => {
      expect(refusalOf({}, { [name]: 'nowhere/at all' }).sentence).toContain(name);
    },
  );
});

describe('the session token', () => {
  test.each([TOKEN, TOKEN.toUpperCase(), `Fedcba98${TOKEN.slice(8)}`, 'not a UUID', 'S3cret'])(
    'is masked as given, in lower and in upper case: %s',
    (token) => {
      const masked: string[] = [];
      const given = maskToken({ getInput: () => `  ${token}\n`, setSecret: (secret) => masked.push(secret) });
      expect(given).toBe(token);
      expect(masked).toEqual(expect.arrayContaining([token, token.toLowerCase(), token.toUpperCase()]));
    },
  );

  test('is not masked if it is empty: the runner refuses an empty mask', () => {
    const masked: string[] = [];
    expect(maskToken({ getInput: () => ' ', setSecret: (secret) => masked.push(secret) })).toBe('');
    expect(masked).toEqual([]);
  });

  test('is described by its length if it is malformed', () => {
    expect(JSON.stringify(refusalOf({ 'session-token': 'no-uuid' }))).toContain(
      '; its value (7 characters) is not.',
    );
  });

  test('is never quoted, even if it is malformed', () => {
    const malformed = fc.string().map((text) => `!${text}zzqq`);
    fc.assert(
      fc.property(malformed, (token) => {
        expect(JSON.stringify(refusalOf({ 'session-token': token }))).not.toContain('zzqq');
      }),
    );
  });

  test.each<[InputName, string]>([
    ['scan-job-id', TOKEN],
    ['results-file', `out/${TOKEN.toUpperCase()}.json`],
    ['undelivered-file', `left-${TOKEN}.json`],
    ['chunk-size', TOKEN],
  ])('is refused inside %s, which would print it', (name, text) => {
    const failure = refusalOf({ [name]: text });
    expect(JSON.stringify(failure)).toContain(`\`${name}\` contains the value of \`session-token\``);
  });
});
