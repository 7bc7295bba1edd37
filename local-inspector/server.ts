import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { withoutUndefined } from '../src/json.ts';
import type { Answer } from './answers.ts';
import { Endpoint } from './endpoint.ts';
import { listen } from './listen.ts';
import type { ReceivedMessage } from './model.ts';
import type { ReceivedRequest, RequestPredicate } from './requests.ts';
import type { WhenOptions } from './script.ts';
import type { Session, SessionRule } from './sessions.ts';
import type { Credentials } from './signature.ts';

/** Example credentials; they are only valid for this endpoint. */
export const EXAMPLE_CREDENTIALS: Credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'EXAMPLE-SECRET-ACCESS-KEY-OF-NOBODY',
};

/** The settings of a local Inspector. */
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

/** Starts a local endpoint on the loopback interface. */
export async function startLocalInspector(options: LocalInspectorOptions = {}): Promise<LocalInspector> {
  const { port = 0, credentials = EXAMPLE_CREDENTIALS, region, sessions = 'open' } = options;
  const { now = () => new Date() } = options;
  const endpoint = new Endpoint({ credentials, region, sessions, now });
  const server = createServer((incoming, response) => {
    endpoint.serve(incoming, response);
  });
  // The server must not close an idle connection just when the caller reuses it.
  server.keepAliveTimeout = 0;
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  return new LocalInspector(endpoint, server, url, {
    AWS_ENDPOINT_URL_INSPECTOR2: url,
    AWS_REGION: region ?? 'us-east-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...withoutUndefined({ AWS_SESSION_TOKEN: credentials.sessionToken }),
  });
}

/** A running local endpoint of Inspector's four CIS session operations. */
export class LocalInspector {
  readonly url: string;
  /** The environment that a process needs to call this endpoint (region: the option, or else `us-east-1`). */
  readonly environment: Readonly<Record<string, string>>;
  private readonly endpoint: Endpoint;
  private readonly server: Server;
  private closed: Promise<unknown> | undefined;

  constructor(
    endpoint: Endpoint,
    server: Server,
    url: string,
    environment: Readonly<Record<string, string>>,
  ) {
    this.endpoint = endpoint;
    this.server = server;
    this.url = url;
    this.environment = environment;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Every complete request, in order of arrival. */
  get requests(): readonly ReceivedRequest[] {
    return this.endpoint.received.all;
  }

  /** How many requests were aborted before their end. */
  get unfinished(): number {
    return this.endpoint.unfinished;
  }

  /** The most requests that were ever in progress at once. */
  get maximumInProgress(): number {
    return this.endpoint.maximumInProgress;
  }

  /** Every session by its scan job. */
  get sessions(): ReadonlyMap<string, Session> {
    return this.endpoint.sessions.all();
  }

  /** The messages that were accepted for a scan job, in the order of acceptance. */
  readonly messages = (scanJobId: string): readonly ReceivedMessage[] =>
    this.endpoint.sessions.get(scanJobId)?.messages ?? [];

  /** Sets the answers for the next valid requests to which no `answerWhen` applies, one for each. */
  readonly answerNext = (...answers: readonly Answer[]): void => {
    this.endpoint.script.next(...answers);
  };

  /** Sets an answer for the valid requests that a predicate selects. The first one set takes precedence. */
  readonly answerWhen = (applies: RequestPredicate, answer: Answer, options?: WhenOptions): void => {
    this.endpoint.script.when(applies, answer, options);
  };

  /**
   * The first request, past or future, that is wanted, as soon as it is complete. After that it stays in progress only
   * while its answer is held or hangs.
   */
  readonly waitFor = (wanted: RequestPredicate): Promise<ReceivedRequest> =>
    this.endpoint.received.waitFor(wanted);

  /** Ends every connection. Rejects with the errors that a test's own predicates have thrown. */
  readonly close = async (): Promise<void> => {
    this.closed ??= this.endConnections();
    await this.closed;
    const { faults } = this.endpoint;
    if (faults.length > 0) throw new AggregateError(faults, 'a predicate of the test threw');
  };

  private async endConnections(): Promise<void> {
    this.endpoint.close();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
