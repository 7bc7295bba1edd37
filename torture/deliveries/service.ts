import { setImmediate as nextTurn } from 'node:timers/promises';
import { HttpResponse } from '@smithy/core/protocols';
import {
  htmlPage,
  confirmation,
  rendered,
  type ErrorAnswer,
  type RawAnswer,
} from '../../local-inspector/answers.ts';
import { isRecord, listOf } from '../../src/json.ts';
import type { Carrier } from '../../src/inspector/client.ts';
import { abortError, Unreachable, type Stage } from '../../src/inspector/unreachable.ts';
import type { Chance } from '../chance.ts';
import type { Call, MessageText } from './invariants.ts';
import type { Moments } from './moments.ts';

/** What happens to a call: it is answered, or the network fails. */
type Fate =
  | { readonly answer: ErrorAnswer | RawAnswer; readonly confirms?: true }
  | { readonly fails: Stage; readonly code: string }
  | { readonly confirms: true };

/** How many turns a call waits for an answer that never comes. */
const LONGEST_HANG = 300;
/** The most turns that an answer takes. */
const LONGEST_ANSWER = 60;

/** How the service behaves in one trial. */
export interface Behaviour {
  /** The share of calls that get something other than a plain confirmation. */
  readonly failureRate: number;
  /** Whether every failure is of the same kind, so that further attempts fail too. */
  readonly isStubborn?: boolean;
  /** A secret that the service quotes, to check that the action never repeats it. */
  readonly secret: string;
}

/** Inspector without a socket: it answers the SDK's own requests and records each one. */
export class Service implements Carrier {
  readonly calls: Call[] = [];
  /** The headers of every request. */
  headers = '';
  readonly #chance: Chance;
  readonly #behaviour: Behaviour;
  readonly #moments: Moments;
  /** Which kind of failure came last, as a share of all kinds. */
  #kind: number | undefined;
  #underWay = 0;
  #happened = 0;

  constructor(chance: Chance, behaviour: Behaviour, moments: Moments) {
    this.#chance = chance;
    this.#behaviour = behaviour;
    this.#moments = moments;
  }

  readonly handle: Carrier['handle'] = async (request, options = {}) => {
    const { abortSignal } = options;
    const signal = abortSignal instanceof AbortSignal ? abortSignal : undefined;
    const body: unknown = JSON.parse(textOf(request.body));
    const fate = this.#fate();
    const isConfirmed = 'confirms' in fate && fate.confirms;
    this.#underWay += 1;
    const call = {
      path: request.path,
      ...contentOf(body),
      began: (this.#happened += 1),
      underWay: this.#underWay,
      isAfterSignal: this.#moments.stop.aborted,
      isConfirmed,
    };
    this.headers += JSON.stringify(request.headers);
    try {
      await this.#wait(fate, signal);
      if ('fails' in fate) {
        throw new Unreachable(
          'inspector2',
          fate.fails,
          Object.assign(new Error(fate.code), { code: fate.code }),
        );
      }
      const requestId = this.#chance.uuid();
      const {
        status,
        headers,
        body: text,
      } = 'answer' in fate ? rendered(fate.answer, requestId) : confirmation(requestId);
      this.#record(call, isConfirmed);
      return {
        response: new HttpResponse({ statusCode: status, headers: { ...headers }, body: Buffer.from(text) }),
      };
    } catch (error) {
      this.#record(call, false);
      throw error;
    }
  };

  #record(call: Omit<Call, 'ended'>, isConfirmed: boolean): void {
    this.#underWay -= 1;
    const ended = (this.#happened += 1);
    this.calls.push({ ...call, isConfirmed, ended });
    this.calls.sort((one, other) => one.began - other.began);
  }

  async #wait(fate: Fate, signal: AbortSignal | undefined): Promise<void> {
    // No response is so quick that another call could begin and end while the SDK takes in the one before.
    await nextTurn();
    const turns =
      'fails' in fate && fate.code === 'ETIMEDOUT' ? LONGEST_HANG : this.#chance.integer(0, LONGEST_ANSWER);
    for (let turn = 0; turn < turns; turn += 1) {
      if (signal?.aborted === true) throw abortError();
      this.#moments.pass();
      await Promise.resolve();
    }
  }

  #fate(): Fate {
    if (!this.#chance.happens(this.#behaviour.failureRate)) return { confirms: true };
    const fates = fatesWith(messageWith(this.#behaviour.secret, this.#chance), this.#chance);
    this.#kind =
      this.#behaviour.isStubborn === true ? (this.#kind ?? this.#chance.next()) : this.#chance.next();
    return fates[Math.floor(this.#kind * fates.length)] ?? { confirms: true };
  }
}

/** A message from the service that quotes the secret: at its beginning or where a long text is likely to be cut. */
function messageWith(secret: string, chance: Chance): string {
  const before = chance.pick([
    '',
    'The session token ',
    'x'.repeat(chance.integer(40, 80)),
    'x'.repeat(chance.integer(1960, 2000)),
  ]);
  return `${before}${chance.letterCase(secret)} is wrong`;
}

/** Every way a call can go wrong, and two odd answers that still confirm it. */
function fatesWith(message: string, chance: Chance): readonly Fate[] {
  const retryAfterSeconds = chance.pick([0, 1, 7, 100, 100_000]);
  const raw = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Fate => ({
    answer: { kind: 'raw', status, body, contentType: 'application/json', headers },
  });
  const member = chance.pick(['message', 'Message', 'error', 'errors', 'code', '__type']);
  return [
    {
      answer: {
        kind: 'error',
        name: 'ConflictException',
        message,
        resourceId: message,
        resourceType: message,
      },
    },
    {
      answer: {
        kind: 'error',
        name: 'ValidationException',
        message,
        reason: chance.pick(['CANNOT_PARSE', 'FIELD_VALIDATION_FAILED', 'OTHER']),
        fields: [{ name: `messages.${chance.integer(0, 200)}.member.ruleId`, message }],
      },
    },
    { answer: { kind: 'error', name: 'AccessDeniedException', message } },
    { answer: { kind: 'error', name: 'ThrottlingException', message, retryAfterSeconds } },
    { answer: { kind: 'error', name: 'InternalServerException', message, retryAfterSeconds } },
    { answer: { kind: 'undeclared-error', name: 'ExpiredTokenException', status: 403, message } },
    { answer: { kind: 'undeclared-error', name: 'ServiceUnavailable', status: 503, message } },
    { answer: { kind: 'undeclared-error', name: 'Teapot', status: 418, message } },
    { answer: htmlPage(200, message) },
    { answer: htmlPage(chance.pick([403, 404, 502, 504]), message) },
    raw(200, JSON.stringify({ [member]: message })),
    raw(200, chance.pick(['[]', 'null', '"ok"', '7', 'true', '{"messages": [', '{', '}'])),
    raw(200, '{}', { 'x-amzn-errortype': 'InternalServerException' }),
    raw(chance.pick([201, 202, 204]), ''),
    raw(chance.pick([301, 302, 307]), '', { location: `https://portal.example/${message}` }),
    { ...raw(200, JSON.stringify({ request: message })), confirms: true },
    { ...raw(200, chance.pick(['', ' \n'])), confirms: true },
    { fails: 'connecting', code: 'ECONNREFUSED' },
    { fails: 'waiting for the response', code: 'ECONNRESET' },
    { fails: 'waiting for the response', code: 'ETIMEDOUT' },
    { fails: 'reading the response', code: 'ECONNRESET' },
    { fails: 'looking up the host', code: 'ENOTFOUND' },
    { fails: 'TLS', code: 'CERT_HAS_EXPIRED' },
  ];
}

function textOf(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
}

function contentOf(body: unknown): Pick<Call, 'scanJobId' | 'sessionToken' | 'messages'> {
  const members = isRecord(body) ? body : {};
  return {
    scanJobId: String(members['scanJobId']),
    sessionToken: String(members['sessionToken']),
    messages: listOf(members['messages']).map((message): MessageText => {
      const { ruleId, status, cisRuleDetails } = isRecord(message) ? message : {};
      return { ruleId: String(ruleId), status: String(status), details: String(cisRuleDetails) };
    }),
  };
}
