import type { Answer } from './answers.ts';
import type { OperationName } from './model.ts';
import type { ReceivedRequest, RequestPredicate } from './requests.ts';

/** When an answer of `answerWhen` applies. */
export interface WhenOptions {
  /** How many requests it answers; by default all. */
  readonly times?: number;
  /** Also answers invalid requests, as a proxy in front of AWS would. */
  readonly unchecked?: boolean;
}

interface Condition {
  readonly applies: RequestPredicate;
  readonly answer: Answer;
  readonly unchecked: boolean;
  left: number;
}

/** The answers that a test has scripted. */
export class Script {
  private readonly conditions: Condition[] = [];
  private readonly queue: Answer[] = [];

  next(...answers: readonly Answer[]): void {
    this.queue.push(...answers);
  }

  when(applies: RequestPredicate, answer: Answer, options: WhenOptions = {}): void {
    const { times = Infinity, unchecked = false } = options;
    this.conditions.push({ applies, answer, unchecked, left: times });
  }

  /** Takes the answer for a request: from the first condition that applies, otherwise the next in the queue. */
  take(request: ReceivedRequest): Answer | undefined {
    const refused = request.refusal !== undefined;
    const condition = this.conditions.find(
      ({ applies, unchecked, left }) => left > 0 && (unchecked || !refused) && applies(request),
    );
    if (condition === undefined) return refused ? undefined : this.queue.shift();
    condition.left -= 1;
    return condition.answer;
  }
}

/** Selects the requests of one operation. */
export function isOperation(operation: OperationName): RequestPredicate {
  return (request) => request.operation === operation;
}

/** Selects the `number`th valid telemetry request, from 1. A retry counts as another request. */
export function isTelemetry(number: number): RequestPredicate {
  return (request) => request.operation === 'SendCisSessionTelemetry' && request.ordinal === number;
}

/** Selects telemetry requests with a message for this rule. */
export function carriesRule(ruleId: string): RequestPredicate {
  return ({ content }) =>
    content?.operation === 'SendCisSessionTelemetry' &&
    content.messages.some((message) => message.ruleId === ruleId);
}
