import type { DeclaredError } from './answers.ts';
import type { CisContent, ReceivedMessage, StopMessage } from './model.ts';

/**
 * Which sessions exist. `open`: any scan job with any token. `tracked`: only those that were started and not yet
 * stopped, with the token they were started with.
 */
export type SessionRule = 'open' | 'tracked';

/** One scan job as the endpoint knows it. */
export interface Session {
  readonly scanJobId: string;
  /** The token of the first request that was accepted. */
  readonly sessionToken: string;
  readonly state: 'open' | 'stopped';
  readonly starts: number;
  readonly heartbeats: number;
  /** In the order of acceptance, including repeats. */
  readonly messages: readonly ReceivedMessage[];
  readonly stop: StopMessage | undefined;
}

/** A session to which messages are still added. */
interface GrowingSession extends Session {
  readonly messages: ReceivedMessage[];
}

/** The state of every session. Only `apply` changes it. */
export class Sessions {
  private readonly byScanJob = new Map<string, GrowingSession>();
  private readonly rule: SessionRule;

  constructor(rule: SessionRule) {
    this.rule = rule;
  }

  get(scanJobId: string): Session | undefined {
    return this.byScanJob.get(scanJobId);
  }

  all(): ReadonlyMap<string, Session> {
    return this.byScanJob;
  }

  /** Applies the content of a request. On a conflict it changes nothing and returns the error. */
  apply(content: CisContent): DeclaredError | undefined {
    const known = this.byScanJob.get(content.scanJobId);
    const reason = this.rule === 'tracked' ? conflictOf(content, known) : undefined;
    if (reason !== undefined) {
      return {
        kind: 'error',
        name: 'ConflictException',
        message: reason,
        resourceId: content.scanJobId,
        resourceType: 'CIS_SESSION',
      };
    }
    this.byScanJob.set(content.scanJobId, after(content, known ?? opened(content)));
    return undefined;
  }
}

function conflictOf(content: CisContent, known: Session | undefined): string | undefined {
  if (known === undefined) {
    return content.operation === 'StartCisSession' ? undefined : 'the session has not been started';
  }
  if (known.sessionToken !== content.sessionToken) return 'the session has a different token';
  if (known.state === 'stopped') return 'the session is stopped';
  return undefined;
}

function opened({ scanJobId, sessionToken }: CisContent): GrowingSession {
  return { scanJobId, sessionToken, state: 'open', starts: 0, heartbeats: 0, messages: [], stop: undefined };
}

function after(content: CisContent, session: GrowingSession): GrowingSession {
  switch (content.operation) {
    case 'StartCisSession':
      return { ...session, starts: session.starts + 1 };
    case 'SendCisSessionHealth':
      return { ...session, heartbeats: session.heartbeats + 1 };
    case 'SendCisSessionTelemetry':
      // Appended in place: copying them for each call would take longer with every call.
      session.messages.push(...content.messages);
      return session;
    case 'StopCisSession':
      return { ...session, state: 'stopped', stop: content.message };
  }
}
