import type { DeclaredError } from './answers.ts';
import type { CisContent, ReceivedMessage, StopMessage } from './model.ts';

/** `open`: any pair of ids is a session. `tracked`: a session is started, used with its token and stopped. */
export type SessionRule = 'open' | 'tracked';

/** One scan job as the endpoint knows it. */
export interface Session {
  readonly scanJobId: string;
  /** The token that the session was started, or (rule `open`) first used, with. */
  readonly sessionToken: string;
  readonly state: 'open' | 'stopped';
  readonly starts: number;
  readonly heartbeats: number;
  /** In the order of acceptance, repeats included. */
  readonly messages: readonly ReceivedMessage[];
  readonly stop: StopMessage | undefined;
}

/** The state of every session; `apply` is the only way to change it. */
export class Sessions {
  private readonly byScanJob = new Map<string, Session>();
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

  /** Takes a request's content, or says with what it is in conflict and changes nothing. */
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
  if (known.sessionToken !== content.sessionToken) return 'the session has another token';
  if (known.state === 'stopped') return 'the session is stopped';
  return undefined;
}

function opened({ scanJobId, sessionToken }: CisContent): Session {
  return { scanJobId, sessionToken, state: 'open', starts: 0, heartbeats: 0, messages: [], stop: undefined };
}

function after(content: CisContent, session: Session): Session {
  switch (content.operation) {
    case 'StartCisSession':
      return { ...session, starts: session.starts + 1 };
    case 'SendCisSessionHealth':
      return { ...session, heartbeats: session.heartbeats + 1 };
    case 'SendCisSessionTelemetry':
      return { ...session, messages: [...session.messages, ...content.messages] };
    case 'StopCisSession':
      return { ...session, state: 'stopped', stop: content.message };
  }
}
