import { STATUSES_WORST_FIRST } from '../../src/status.ts';
import type { Chance } from '../chance.ts';
import type { Given, MessageText } from './invariants.ts';
import type { InProcessStep } from './step.ts';

/** A message as written to a file, and what the step should make of it. */
interface Written {
  readonly value: unknown;
  /** The message to send; absent if this one is invalid or a duplicate. */
  readonly message?: MessageText;
  readonly isInvalid?: true;
}

const STATUSES = [...STATUSES_WORST_FIRST] as const;
/** The last moment at which a step is cancelled. The longest trials last about this many moments. */
const LATEST_SIGNAL = 4000;
/** A moment that no trial reaches. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** A step that delivers generated messages files, with generated inputs, faults and cancellation. */
export function planStep(chance: Chance): InProcessStep {
  const session = { scanJobId: chance.uuid(), sessionToken: chance.uuid() };
  const encoding = chance.pick(['text', 'base64'] as const);
  const count = chance.happens(0.05) ? chance.integer(0, 400) : chance.integer(0, 30);
  const strangeness = chance.pick([0, 0, 0.02, 0.3]);
  const written = Array.from({ length: count }, (_, index) =>
    chance.happens(strangeness)
      ? strange(chance, index, encoding, session.sessionToken)
      : [ordinary(chance, index, encoding)],
  ).flat();
  const size = Math.max(1, Math.ceil(written.length / chance.integer(1, 3)));
  const files = Math.max(1, Math.ceil(written.length / size));
  return planned(chance, session, {
    messages: written.flatMap(({ message }) => message ?? []),
    invalid: written.filter(({ isInvalid }) => isInvalid === true).length,
    files: Object.fromEntries(
      Array.from({ length: files }, (_, index) => [
        `results-${index}.json`,
        fileOf(chance, written.slice(index * size, (index + 1) * size)),
      ]),
    ),
    encoding,
  });
}

/** A step that delivers the undelivered file of another. */
export function planNext(
  chance: Chance,
  { given }: InProcessStep,
  left: readonly MessageText[],
  text: string,
): InProcessStep {
  const { scanJobId, sessionToken } = given;
  return planned(
    chance,
    { scanJobId, sessionToken },
    {
      messages: left,
      invalid: 0,
      files: { 'undelivered.json': text },
      encoding: chance.pick(['text', 'base64']),
    },
  );
}

function planned(
  chance: Chance,
  session: Pick<Given, 'scanJobId' | 'sessionToken'>,
  {
    messages,
    invalid,
    files,
    encoding,
  }: Pick<Given, 'messages' | 'invalid'> & Pick<InProcessStep, 'files'> & { readonly encoding: string },
): InProcessStep {
  const given: Given = {
    ...session,
    messages,
    invalid,
    onInvalid: chance.pick(['fail', 'skip']),
    dryRun: chance.happens(0.05),
    tolerated: chance.happens(0.1)
      ? [
          'ThrottlingException',
          'InternalServerException',
          'NetworkError',
          'Cancelled',
          'InvalidMessages',
          'NoResults',
        ]
      : [],
    // Mostly many chunks and few at once: what is begun too late or too often is seen best then.
    chunkSize: chance.happens(0.15) ? 150 : chance.magnitude(Math.min(150, messages.length / 3 + 2)),
    concurrency: chance.magnitude(17),
    maxAttempts: chance.magnitude(11),
  };
  const isCancelled = chance.happens(0.3);
  return {
    given,
    files,
    inputs: {
      'scan-job-id': chance.letterCase(session.scanJobId),
      'session-token': chance.letterCase(session.sessionToken),
      'results-file': Object.keys(files).join('\n'),
      'details-encoding': encoding,
      'aws-region': 'us-east-1',
      'max-age': chance.pick(['job', 'any', '1m']),
      'on-invalid': given.onInvalid,
      'dry-run': String(given.dryRun),
      'tolerate-errors': given.tolerated.join(', '),
      'chunk-size': String(given.chunkSize),
      concurrency: String(given.concurrency),
      'max-attempts': String(given.maxAttempts),
      'fail-on-status': chance.pick(['', '', '', 'FAILED', 'ERROR UNKNOWN']),
      'undelivered-file': chance.pick(['', 'left/here.json']),
      'report-file': chance.pick(['', 'report.json']),
      'sarif-file': chance.pick(['', '', '', 'results.sarif']),
      summary: chance.pick(['true', 'true', 'false']),
    },
    behaviour: {
      failureRate: chance.pick([0, 0, 0.02, 0.2, 0.6, 1]),
      isStubborn: chance.happens(0.4),
      secret: session.sessionToken,
    },
    stopAt: isCancelled
      ? chance.pick([chance.magnitude(LATEST_SIGNAL), chance.integer(1, LATEST_SIGNAL / 4)])
      : NEVER,
    grace: chance.magnitude(LATEST_SIGNAL),
    isDebug: chance.happens(0.2),
  };
}

/** A valid message. */
function ordinary(
  chance: Chance,
  index: number,
  encoding: 'text' | 'base64',
  like: Partial<MessageText> = {},
): Written {
  const ruleId = like.ruleId ?? ruleIdOf(chance, index);
  const status = like.status ?? chance.pick(STATUSES);
  const details = detailsOf(chance, index);
  const asBase64 = Buffer.from(details).toString('base64');
  return {
    value: { ruleId, status, cisRuleDetails: encoding === 'text' ? details : asBase64 },
    message: { ruleId, status, details: asBase64 },
  };
}

/** Messages that are invalid, duplicated or contradictory. */
function strange(
  chance: Chance,
  index: number,
  encoding: 'text' | 'base64',
  secret: string,
): readonly Written[] {
  const one = ordinary(chance, index, encoding);
  const { value, message } = one;
  if (typeof value !== 'object' || value === null || message === undefined) return [one];
  const inText = (text: string): string =>
    encoding === 'text' ? text : Buffer.from(text).toString('base64');
  const without = (name: string): object =>
    Object.fromEntries(Object.entries(value).filter(([member]) => member !== name));
  const wrong: readonly unknown[] = [
    without('ruleId'),
    without('status'),
    without('cisRuleDetails'),
    { ...value, ruleId: '' },
    { ...value, ruleId: `${index}${'🛡'.repeat(500)}` },
    { ...value, ruleId: `\ud83d${index}` },
    { ...value, ruleId: index },
    { ...value, ruleId: `${index} ${chance.letterCase(secret)}` },
    { ...value, status: chance.pick(['Passed', 'passed', 'PASS', '', 'pass ', null, true, 1]) },
    { ...value, cisRuleDetails: inText('x'.repeat(chance.integer(1001, 3000))) },
    { ...value, cisRuleDetails: inText('é'.repeat(501)) },
    { ...value, cisRuleDetails: inText(`key=${chance.letterCase(secret)}`) },
    { ...value, cisRuleDetails: chance.pick([null, 7, true]) },
    { ...value, sessionToken: 'x' },
    chance.pick([null, 7, 'PASSED', [], true]),
  ];
  switch (chance.integer(0, 3)) {
    case 0:
      // Identical messages are sent once.
      return [one, { value }];
    case 1:
      return [one, ordinary(chance, index + 100_000, encoding, message)];
    case 2: {
      const status = chance.pick(STATUSES.filter((other) => other !== message.status)) ?? 'FAILED';
      const other = ordinary(chance, index, encoding, { ruleId: message.ruleId, status });
      return [
        { value, isInvalid: true },
        { value: other.value, isInvalid: true },
      ];
    }
    default:
      return [{ value: chance.pick(wrong), isInvalid: true }];
  }
}

/** A unique rule ID, which log, summary and files must show as plain text. */
function ruleIdOf(chance: Chance, index: number): string {
  const name = `${chance.integer(1, 9)}.${chance.integer(1, 9)}.${index}`;
  return chance.pick([
    name,
    name,
    `xccdf_org.ssgproject.content_rule_${name}`,
    ` ${name} `,
    `::error::${name}`,
    `##[error]${name}`,
    `<b>${name}</b> | [x](https://example.com) @everyone \`\`\``,
    `${name}\r\n::add-mask::x\u2028\u0000\u200b`,
    `${'規則 '.repeat(100)}${name}`,
    `${name}${'🛡'.repeat(500 - name.length)}`,
    `__proto__${name}`,
  ]);
}

/** Unique details of up to 1000 bytes. */
function detailsOf(chance: Chance, index: number): string {
  return chance.pick([
    `${index}`,
    `Règle ${index}: "contrôle" ✓`,
    `${index} ::set-output name=x::y\n##[group]\u001b[31m`,
    `${index}${'x'.repeat(1000 - String(index).length)}`,
    `${index}\u0000\u0001\t\\"`,
  ]);
}

/** A messages file in one of several layouts. */
function fileOf(chance: Chance, written: readonly Written[]): string {
  const values = written.map(({ value }) => value);
  const indent = chance.pick([undefined, 2, '\t']);
  return chance.pick([
    (): string => JSON.stringify({ messages: values }, undefined, indent),
    (): string => `\ufeff${JSON.stringify({ platform: 'Ubuntu', messages: values }, undefined, indent)}\r\n`,
    (): string => `{"messages": [\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]}\n`,
  ])();
}
