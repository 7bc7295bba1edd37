import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { confirmation, newRequestId, rendered } from './answers.ts';
import type { Answer, HttpAnswer, UnacceptingAnswer } from './answers.ts';
import { judge } from './judge.ts';
import { operationAt, SERVICE } from './model.ts';
import { ReceivedRequests } from './requests.ts';
import type { ReceivedRequest } from './requests.ts';
import { Script } from './script.ts';
import { Sessions } from './sessions.ts';
import type { SessionRule } from './sessions.ts';
import type { Credentials } from './signature.ts';

/** What decides whether a request is valid. */
export interface EndpointSettings {
  readonly credentials: Credentials;
  /** The region that signatures must be scoped to; any if absent. */
  readonly region: string | undefined;
  readonly sessions: SessionRule;
  /** The clock for the dates of signatures. */
  readonly now: () => Date;
}

/** Answers requests: by the script if it has an answer, otherwise by the request's content and session. */
export class Endpoint {
  readonly script = new Script();
  readonly received = new ReceivedRequests();
  readonly sessions: Sessions;
  /** Errors while handling requests; usually thrown by a test's own predicate. */
  readonly faults: unknown[] = [];
  /** How many requests were aborted before their end. */
  unfinished = 0;
  /** The most requests that were ever in progress at once. */
  maximumInProgress = 0;
  private inProgress = 0;
  private readonly settings: EndpointSettings;
  private readonly closing = new AbortController();

  constructor(settings: EndpointSettings) {
    this.settings = settings;
    this.sessions = new Sessions(settings.sessions);
  }

  /** Handles a request, and counts it as in progress until its connection or its answer ends. */
  serve(incoming: IncomingMessage, response: ServerResponse): void {
    this.inProgress += 1;
    this.maximumInProgress = Math.max(this.maximumInProgress, this.inProgress);
    response.once('close', () => {
      this.inProgress -= 1;
    });
    this.handle(incoming, response, this.inProgress).catch((error: unknown) => {
      if (this.closing.signal.aborted) return;
      this.faults.push(error);
      response.destroy();
    });
  }

  /** Ends delays and waits. Errors from now on are caused by this and are ignored. */
  close(): void {
    this.closing.abort();
    this.received.close();
  }

  /** Reads a complete request, records it, and answers it. */
  private async handle(
    incoming: IncomingMessage,
    response: ServerResponse,
    inProgress: number,
  ): Promise<void> {
    const rawBody = await readBody(incoming);
    if (rawBody === undefined) {
      this.unfinished += 1;
      return;
    }
    const request = this.judged(incoming, rawBody, inProgress);
    request.scripted = this.script.take(request);
    this.received.add(request);
    await this.answer(request.scripted ?? { kind: 'accept' }, request, response);
  }

  private judged(incoming: IncomingMessage, rawBody: Buffer, inProgress: number): ReceivedRequest {
    const { method = '', url: path = '', headers } = incoming;
    const { credentials, region, now } = this.settings;
    const judgement = judge(
      { method, path, headers, rawBody },
      credentials,
      { service: SERVICE, region },
      now(),
    );
    const content = 'operation' in judgement ? judgement : undefined;
    return {
      number: this.received.all.length + 1,
      inProgress,
      requestId: newRequestId(),
      method,
      path,
      headers,
      rawBody,
      operation: operationAt(path),
      ordinal: content === undefined ? 0 : this.received.count(content.operation) + 1,
      content,
      refusal: 'operation' in judgement ? undefined : judgement,
      scripted: undefined,
      outcome: 'pending',
    };
  }

  private async answer(answer: Answer, request: ReceivedRequest, response: ServerResponse): Promise<void> {
    switch (answer.kind) {
      case 'hold':
        await answer.until;
        return this.answer(answer.then, request, response);
      case 'delay':
        await delay(answer.milliseconds, undefined, { signal: this.closing.signal });
        return this.answer(answer.then, request, response);
      case 'accept':
        write(this.accept(request), response);
        return;
      case 'reset-after-accept': {
        const accepted = this.accept(request);
        if (request.outcome === 'accepted') response.socket?.resetAndDestroy();
        else write(accepted, response);
        return;
      }
      default:
        request.outcome = 'not-accepted';
        answerWithoutAccepting(answer, request, response);
    }
  }

  /** Accepts a request's content if it is valid and its session allows it. Returns what to send. */
  private accept(request: ReceivedRequest): HttpAnswer {
    const { content, refusal, requestId } = request;
    if (content === undefined) {
      if (refusal === undefined) throw new Error('a request has neither content nor refusal');
      request.outcome = 'refused';
      return rendered(refusal, requestId);
    }
    const conflict = this.sessions.apply(content);
    request.outcome = conflict === undefined ? 'accepted' : 'conflict';
    return conflict === undefined ? confirmation(requestId) : rendered(conflict, requestId);
  }
}

function answerWithoutAccepting(
  answer: UnacceptingAnswer,
  { requestId }: ReceivedRequest,
  response: ServerResponse,
): void {
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
      write(rendered(answer, requestId), response);
  }
}

/** The complete body; `undefined` if the caller disconnected before its end. */
function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
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
