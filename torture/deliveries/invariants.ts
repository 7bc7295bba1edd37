import { isFailureCode } from '../../src/failure.ts';
import { isRecord, listOf } from '../../src/json.ts';
import { memoized } from '../../src/memoized.ts';

/** A message as it was given, sent or left undelivered, with its details in base64. */
export interface MessageText {
  readonly ruleId: string;
  readonly status: string;
  readonly details: string;
}

/** What a step was told to deliver and how. */
export interface Given {
  readonly scanJobId: string;
  /** In lower case, as Inspector expects it. */
  readonly sessionToken: string;
  /** The valid messages without duplicates, in file order. */
  readonly messages: readonly MessageText[];
  /** The number of invalid messages. */
  readonly invalid: number;
  readonly onInvalid: 'fail' | 'skip';
  readonly dryRun: boolean;
  /** The codes in `tolerate-errors`. */
  readonly tolerated: readonly string[];
  readonly chunkSize: number;
  readonly concurrency: number;
  readonly maxAttempts: number;
}

/** A request as the service saw it. */
export interface Call {
  readonly path: string;
  readonly scanJobId: string;
  readonly sessionToken: string;
  readonly messages: readonly MessageText[];
  /** When it began and ended, on a clock that ticks whenever a call begins or ends. */
  readonly began: number;
  readonly ended: number;
  /** The number of calls under way when it began, including itself. */
  readonly underWay: number;
  readonly isAfterSignal: boolean;
  /** Whether the answer confirms the messages. */
  readonly isConfirmed: boolean;
}

/** How a step ended and what it left behind. */
export interface End {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The number of error annotations. */
  readonly errors: number;
  /** The texts of all undelivered files found afterwards. */
  readonly undeliveredFiles: readonly string[];
  /** Everything that can be read afterwards: log, annotations, outputs, summary, files and request headers. */
  readonly traces: string;
}

/** A delivery from beginning to end. */
export interface DeliveryRecord {
  readonly given: Given;
  readonly calls: readonly Call[];
  readonly end: End;
}

/** A promise that every delivery must keep. */
interface Invariant {
  readonly name: string;
  readonly promise: string;
  /** How the delivery breaks the promise; `undefined` if it keeps it. */
  readonly violation: (record: DeliveryRecord) => string | undefined;
}

/** The most messages that one call may carry (AWS API model of Inspector2). */
const LARGEST_CHUNK = 150;
/** How many consecutive digits of the token count as a leak. */
const PART_OF_TOKEN = 12;
/** The failures that may end a trial's step before it has read anything. */
const BEFORE_READING = ['Cancelled', 'InvalidInput'];

/** What every delivery promises, whatever it sends, however the service responds and whenever it is cancelled. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'complete',
    promise: 'Every message that was read is delivered, left undelivered or counted as invalid: none is lost',
    violation: (record) => {
      const { given, end } = record;
      if (!wasRead(record)) {
        const isExplained = given.messages.length + given.invalid === 0 || isBeforeReading(end);
        return isExplained ? undefined : 'nothing was read, and no failure says why';
      }
      const total = given.messages.length + given.invalid;
      if (number(end, 'messages-total') !== total) return `messages-total is not ${total}`;
      if (number(end, 'messages-invalid') !== given.invalid)
        return `messages-invalid is not ${given.invalid}`;
      if (given.dryRun) return undefined;
      const there = new Set([...confirmedKeys(record), ...undeliveredMessages(end).map(keyOf)]);
      const lost = given.messages.find((message) => !there.has(keyOf(message)));
      return lost === undefined ? undefined : `${show(lost.ruleId)} is lost`;
    },
  },
  {
    name: 'once',
    promise: 'A chunk that was confirmed is never sent again',
    violation: ({ calls }) => {
      const confirmedWith = new Map<string, Call[]>();
      for (const call of calls.filter(({ isConfirmed }) => isConfirmed))
        for (const message of call.messages) {
          const key = keyOf(message);
          confirmedWith.set(key, [...(confirmedWith.get(key) ?? []), call]);
        }
      for (const call of calls) {
        const confirmed = call.messages
          .flatMap((message) => confirmedWith.get(keyOf(message)) ?? [])
          .find((one) => one !== call && call.ended > one.began);
        if (confirmed !== undefined)
          return `the call that began at ${call.began} repeats the one that began at ${confirmed.began}`;
      }
      return undefined;
    },
  },
  {
    name: 'chunks',
    promise: 'A call carries from 1 to `chunk-size` messages, and never more than 150',
    violation: ({ given, calls }) => {
      const most = Math.min(given.chunkSize, LARGEST_CHUNK);
      const wrong = calls.find(({ messages }) => messages.length < 1 || messages.length > most);
      return wrong === undefined ? undefined : `a call carries ${wrong.messages.length} messages`;
    },
  },
  {
    name: 'order',
    promise: 'The messages of a call are consecutive in the files and in the same order',
    violation: ({ given, calls }) => {
      const places = new Map(given.messages.map((message, index) => [keyOf(message), index]));
      for (const { messages } of calls) {
        const found = messages.map((message) => places.get(keyOf(message)) ?? -1);
        const [first = 0] = found;
        if (found.some((place, index) => place < 0 || place !== first + index))
          return `a call carries the messages at positions ${found.join(', ')}`;
      }
      return undefined;
    },
  },
  {
    name: 'status',
    promise: 'Every message keeps the status in its file, so none gets a better one',
    violation: ({ given, calls, end }) => {
      const statuses = new Map(given.messages.map((message) => [keyOf(message), message.status]));
      const reported = [...calls.flatMap(({ messages }) => messages), ...undeliveredMessages(end)];
      const wrong = reported.find(
        (message) => message.status !== (statuses.get(keyOf(message)) ?? message.status),
      );
      return wrong === undefined ? undefined : `${show(wrong.ruleId)} became ${wrong.status}`;
    },
  },
  {
    name: 'session',
    promise: 'Every call carries the scan job ID and the token from the inputs',
    violation: ({ given, calls }) => {
      const wrong = calls.find(
        ({ path, scanJobId, sessionToken }) =>
          path !== '/cissession/telemetry/send' ||
          scanJobId !== given.scanJobId ||
          sessionToken !== given.sessionToken,
      );
      return wrong === undefined ? undefined : `a call went to ${wrong.path} for ${show(wrong.scanJobId)}`;
    },
  },
  {
    name: 'secret',
    promise: `Neither the token nor any ${PART_OF_TOKEN} consecutive digits of it appear outside the calls`,
    violation: ({ given, end }) => {
      const digits = given.sessionToken.replaceAll('-', '');
      const seen = end.traces.toLowerCase().replaceAll('-', '');
      for (let from = 0; from + PART_OF_TOKEN <= digits.length; from += 1) {
        const at = seen.indexOf(digits.slice(from, from + PART_OF_TOKEN));
        if (at >= 0) return `part of the token appears in ${show(seen.slice(Math.max(0, at - 60), at + 60))}`;
      }
      return undefined;
    },
  },
  {
    name: 'undelivered',
    promise:
      'The undelivered file holds only unconfirmed messages, in file order, and can be used as a results file',
    violation: (record) => {
      const { given, end } = record;
      const [text, ...others] = end.undeliveredFiles;
      if (others.length > 0) return `there are ${others.length + 1} undelivered files`;
      if ((text !== undefined) !== (end.outputs['undelivered-file'] !== ''))
        return 'the output undelivered-file disagrees';
      if (text === undefined) return undefined;
      const document = parsed(text);
      if (document?.['scanJobId'] !== given.scanJobId || document['detailsEncoding'] !== 'base64')
        return 'the file does not state its scan job or its encoding';
      const confirmed = confirmedKeys(record);
      const left = given.messages.map(keyOf).filter((key) => !confirmed.has(key));
      const expected = new Map(left.map((key, index) => [key, index]));
      const found = undeliveredMessages(end).map(keyOf);
      if (found.length === 0) return 'the file has no messages';
      const places = found.map((key) => expected.get(key) ?? -1);
      return places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1))
        ? undefined
        : 'the file holds other messages than the unconfirmed ones, or is out of order';
    },
  },
  {
    name: 'verdict',
    promise: 'A step that leaves anything undelivered is not green, and its `outcome` is not `sent`',
    violation: (record) => {
      const { given, end } = record;
      if (given.dryRun) return undefined;
      const confirmed = confirmedKeys(record);
      const left = given.messages.filter((message) => !confirmed.has(keyOf(message))).length;
      if (left === 0 && given.messages.length > 0) return undefined;
      if (end.outputs['outcome'] === 'sent')
        return `the outcome is "sent", but ${left} messages are undelivered`;
      return isGreen(record) ? `the step is green, but ${left} messages are undelivered` : undefined;
    },
  },
  {
    name: 'agreement',
    promise:
      'Exit code, `error-code` and error annotations agree; the code is a documented one other than `UnexpectedError`',
    violation: ({ given, end }) => {
      const code = end.outputs['error-code'] ?? 'none';
      const fails = code !== '' && !given.tolerated.includes(code);
      if (code !== '' && (!isFailureCode(code) || code === 'UnexpectedError'))
        return `error-code is ${show(code)}`;
      if ((end.exitCode !== 0) !== fails)
        return `error-code is ${show(code)}, but the exit code is ${end.exitCode}`;
      return end.errors > 0 === fails
        ? undefined
        : `error-code is ${show(code)}, but there are ${end.errors} error annotations`;
    },
  },
  {
    name: 'totals',
    promise: 'The numbers in the outputs add up',
    violation: (record) => {
      const { given, end } = record;
      const [total, sent, invalid] = ['messages-total', 'messages-sent', 'messages-invalid'].map((name) =>
        number(end, name),
      );
      const left = undeliveredMessages(end).length;
      if (!given.dryRun && total !== (sent ?? 0) + (invalid ?? 0) + left)
        return 'total ≠ sent + invalid + undelivered';
      const counts = Object.values(parsed(end.outputs['status-counts'] ?? '') ?? {});
      const counted = counts.reduce<number>((sum, one) => sum + Number(one), 0);
      if (counted !== (total ?? 0) - (invalid ?? 0)) return 'status-counts ≠ total − invalid';
      const evaluated = number(end, 'rules-passed') + number(end, 'rules-failed');
      return number(end, 'rules-evaluated') === evaluated ? undefined : 'evaluated ≠ passed + failed';
    },
  },
  {
    name: 'confirmed',
    promise: '`messages-sent` and `chunks-sent` count exactly what the service confirmed',
    violation: ({ calls, end }) => {
      const confirmed = calls.filter(({ isConfirmed }) => isConfirmed);
      const messages = confirmed.reduce((sum, call) => sum + call.messages.length, 0);
      if (number(end, 'messages-sent') !== messages) return `messages-sent is not ${messages}`;
      return number(end, 'chunks-sent') === confirmed.length
        ? undefined
        : `chunks-sent is not ${confirmed.length}`;
    },
  },
  {
    name: 'all or nothing',
    promise: 'Nothing is sent in a dry run, or if a message is invalid and `on-invalid` is `fail`',
    violation: ({ given, calls }) => {
      if (calls.length === 0) return undefined;
      if (given.dryRun) return 'a dry run made a call';
      return given.invalid > 0 && given.onInvalid === 'fail'
        ? 'a call was made despite an invalid message'
        : undefined;
    },
  },
  {
    name: 'restraint',
    promise:
      'The first chunk goes alone, then at most `concurrency` at a time, each with at most `max-attempts` attempts; after a signal or a failure, no new chunk begins',
    violation: ({ given, calls }) => {
      const { concurrency, maxAttempts } = given;
      if (calls.some(({ underWay }) => underWay > concurrency))
        return 'too many calls were under way at once';
      if (calls.filter(({ isAfterSignal }) => isAfterSignal).length > concurrency)
        return 'too many calls began after the signal';
      const chunks = attemptsByChunk(calls);
      if (chunks.some(({ length }) => length > maxAttempts)) return 'a chunk was attempted too often';
      const [first = [], ...others] = chunks;
      const firstEnded = first.at(-1)?.ended ?? 0;
      if (others.some(([call]) => (call?.began ?? 0) < firstEnded)) return 'the first chunk did not go alone';
      // A chunk that has attempts left may have been given up at a later signal.
      const failed = chunks.flatMap((attempts) =>
        attempts.length < maxAttempts || attempts.some(({ isConfirmed }) => isConfirmed)
          ? []
          : [attempts.at(-1)?.ended ?? 0],
      );
      const failedFirst = Math.min(...failed);
      const begunLater = chunks.filter(([call]) => (call?.began ?? 0) > failedFirst).length;
      return begunLater < concurrency ? undefined : 'new chunks began after a failure';
    },
  },
];

/** The promises that a delivery breaks, and how. */
export function violationsOf(record: DeliveryRecord): readonly string[] {
  return INVARIANTS.flatMap(({ name, violation }) => {
    const how = violation(record);
    return how === undefined ? [] : [`${name}: ${how}`];
  });
}

/** Identifies a message. The status is left out because it is what the invariants check. */
function keyOf({ ruleId, details }: MessageText): string {
  return `${ruleId}\n${details}`;
}

/** The keys of all confirmed messages. */
const confirmedKeys = memoized(
  ({ calls }: DeliveryRecord): ReadonlySet<string> =>
    new Set(calls.filter(({ isConfirmed }) => isConfirmed).flatMap(({ messages }) => messages.map(keyOf))),
);

/** The attempts at each chunk, which share their first message. */
function attemptsByChunk(calls: readonly Call[]): readonly (readonly Call[])[] {
  const attempts = new Map<string, Call[]>();
  for (const call of calls) {
    const [first] = call.messages;
    const key = first === undefined ? '' : keyOf(first);
    attempts.set(key, [...(attempts.get(key) ?? []), call]);
  }
  return [...attempts.values()];
}

/** The messages in the undelivered files. */
export const undeliveredMessages = memoized(({ undeliveredFiles }: End): readonly MessageText[] =>
  undeliveredFiles.flatMap((text) =>
    listOf(parsed(text)?.['messages']).flatMap((message) =>
      isRecord(message)
        ? [
            {
              ruleId: String(message['ruleId']),
              status: String(message['status']),
              details: String(message['cisRuleDetails']),
            },
          ]
        : [],
    ),
  ),
);

function wasRead({ end }: DeliveryRecord): boolean {
  return end.outputs['messages-total'] !== '0';
}

function isBeforeReading({ outputs }: End): boolean {
  return BEFORE_READING.includes(outputs['error-code'] ?? '');
}

function isGreen({ given, end }: DeliveryRecord): boolean {
  return end.exitCode === 0 && !given.tolerated.includes(end.outputs['error-code'] ?? '');
}

function number({ outputs }: End, name: string): number {
  return Number(outputs[name] ?? NaN);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : undefined;
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}
