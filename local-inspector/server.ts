import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { confirmation, newRequestId, rendered } from './answers.ts';
import type { Answer, HttpAnswer } from './answers.ts';
import { judge } from './judge.ts';
import { operationAt, SERVICE } from './model.ts';
import type { ReceivedMessage } from './model.ts';
import { listen } from './listen.ts';
import { ReceivedRequests } from './requests.ts';
import type { ReceivedRequest, RequestPredicate } from './requests.ts';
import { Script } from './script.ts';
import type { WhenOptions } from './script.ts';
import { Sessions } from './sessions.ts';
import type { Session, SessionRule } from './sessions.ts';
import type { Credentials } from './signature.ts';

/** Example credentials; they open nothing but this endpoint. */
export const EXAMPLE_CREDENTIALS: Credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'EXAMPLE-SECRET-ACCESS-KEY-OF-NOBODY',
};

/** How a local Inspector is set up. */
export interface LocalInspectorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** `EXAMPLE_CREDENTIALS` by default. */
  readonly credentials?: Credentials;
  /** The region that signatures must be scoped to; any by default. */
  readonly region?: string;
  /** `open` by default. */
  readonly sessions?: SessionRule;
  /** The endpoint's clock, for the dates of signatures. */
  readonly now?: () => Date;
}

/** A running local endpoint of Inspector's four CIS session operations. */
export interface LocalInspector {
  readonly url: string;
  readonly port: number;
  /** What a process needs in its environment to call this endpoint (region: the option, else `us-east-1`). */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything that arrived whole, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** How many requests broke off before their end. */
  readonly unfinished: number;
  /** The most requests that were ever in progress at once. */
  readonly maximumInProgress: number;
  /** Every session by its scan job. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** What was accepted for a scan job, in the order of acceptance. */
  readonly messages: (scanJobId: string) => readonly ReceivedMessage[];
  /** Answers for the next good requests, one each, when no `answerWhen` applies. */
  readonly answerNext: (...answers: readonly Answer[]) => void;
  /** An answer for the good requests that a predicate picks; of several, the one told first. */
  readonly answerWhen: (applies: RequestPredicate, answer: Answer, options?: WhenOptions) => void;
  /**
   * The first request, past or to come, that is wanted, once it is whole. Only a held or hanging answer
   * keeps it under way from then on.
   */
  readonly waitFor: (wanted: RequestPredicate) => Promise<ReceivedRequest>;
  /** Ends every connection; rejects with what a test's own predicates threw meanwhile. */
  readonly close: () => Promise<void>;
}

/** Starts a local endpoint on the loopback interface. */
export async function startLocalInspector(options: LocalInspectorOptions = {}): Promise<LocalInspector> {
  const { port = 0, credentials = EXAMPLE_CREDENTIALS, region, now = () => new Date() } = options;
  const script = new Script();
  const received = new ReceivedRequests();
  const sessions = new Sessions(options.sessions ?? 'open');
  const closing = new AbortController();
  const faults: unknown[] = [];
  const load = { now: 0, most: 0, unfinished: 0 };

  /** Reads a request whole, decides what to do with it, keeps it, and does it. */
  async function handle(
    incoming: IncomingMessage,
    response: ServerResponse,
    inProgress: number,
  ): Promise<void> {
    const rawBody = await bodyOf(incoming);
    if (rawBody === undefined) {
      load.unfinished += 1;
      return;
    }
    const request = understand(incoming, rawBody, inProgress);
    request.scripted = script.take(request);
    received.add(request);
    await give(request.scripted ?? { kind: 'accept' }, request, response);
  }

  function understand(incoming: IncomingMessage, rawBody: Buffer, inProgress: number): ReceivedRequest {
    const { method = '', url: path = '', headers } = incoming;
    const scope = { service: SERVICE, region };
    const judged = judge({ method, path, headers, rawBody }, credentials, scope, now());
    const content = 'operation' in judged ? judged : undefined;
    return {
      number: received.all.length + 1,
      inProgress,
      requestId: newRequestId(),
      method,
      path,
      headers,
      rawBody,
      operation: operationAt(path),
      ordinal: content === undefined ? 0 : received.count(content.operation) + 1,
      content,
      refusal: 'operation' in judged ? undefined : judged,
      scripted: undefined,
      outcome: 'pending',
    };
  }

  async function give(answer: Answer, request: ReceivedRequest, response: ServerResponse): Promise<void> {
    switch (answer.kind) {
      case 'hold':
        await answer.until;
        return give(answer.then, request, response);
      case 'delay':
        await delay(answer.milliseconds, undefined, { signal: closing.signal });
        return give(answer.then, request, response);
      case 'accept':
        write(accept(request), response);
        return;
      case 'reset-after-accept': {
        const answered = accept(request);
        if (request.outcome === 'accepted') response.socket?.resetAndDestroy();
        else write(answered, response);
        return;
      }
    }
    request.outcome = 'not-accepted';
    switch (answer.kind) {
      case 'reset':
        response.socket?.resetAndDestroy();
        return;
      case 'hang':
        return;
      case 'stall-body':
        response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', 'content-length': 2 });
        response.write('{');
        return;
      default:
        write(rendered(answer, request.requestId), response);
    }
  }

  /** Takes a request's content unless something is wrong with it, and says so to the caller. */
  function accept(request: ReceivedRequest): HttpAnswer {
    const { content, refusal, requestId } = request;
    if (content === undefined) {
      if (refusal === undefined) throw new Error('a request has neither content nor refusal');
      request.outcome = 'refused';
      return rendered(refusal, requestId);
    }
    const conflict = sessions.apply(content);
    request.outcome = conflict === undefined ? 'accepted' : 'conflict';
    return conflict === undefined ? confirmation(requestId) : rendered(conflict, requestId);
  }

  const server = createServer((incoming, response) => {
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.once('close', () => {
      load.now -= 1;
    });
    handle(incoming, response, load.now).catch((error: unknown) => {
      if (closing.signal.aborted) return;
      faults.push(error);
      response.destroy();
    });
  });
  // An idle connection must not be closed just as the caller uses it again.
  server.keepAliveTimeout = 0;
  const listening = await listen(server, port);
  const url = `http://127.0.0.1:${listening}`;

  return {
    url,
    port: listening,
    environment: {
      AWS_ENDPOINT_URL_INSPECTOR2: url,
      AWS_REGION: region ?? 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...(credentials.sessionToken !== undefined && { AWS_SESSION_TOKEN: credentials.sessionToken }),
    },
    requests: received.all,
    get unfinished() {
      return load.unfinished;
    },
    get maximumInProgress() {
      return load.most;
    },
    sessions: sessions.all(),
    messages: (scanJobId) => sessions.get(scanJobId)?.messages ?? [],
    answerNext: (...answers) => {
      script.next(...answers);
    },
    answerWhen: (applies, answer, when) => {
      script.when(applies, answer, when);
    },
    waitFor: (wanted) => received.waitFor(wanted),
    close: async () => {
      if (!closing.signal.aborted) {
        closing.abort();
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
        received.close();
      }
      if (faults.length > 0) throw new AggregateError(faults, 'a predicate of the test threw');
    },
  };
}

/** The whole body; `undefined` when the caller went away before its end. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve) => {
    incoming.on('data', (part: Uint8Array) => parts.push(part));
    incoming.once('end', () => {
      resolve(Buffer.concat(parts));
    });
    incoming.once('error', () => {
      resolve(undefined);
    });
  });
}

function write(answer: HttpAnswer, response: ServerResponse): void {
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': length });
  response.end(answer.body);
}
