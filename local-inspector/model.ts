import { conforms, faultsOf } from './shapes.ts';
import type { FieldFault, JsonOf, Shape } from './shapes.ts';

// Every name and number here comes from the public API model of Inspector2, version 2020-06-08.

/** The four operations of a CIS session. */
export type OperationName =
  'StartCisSession' | 'SendCisSessionHealth' | 'SendCisSessionTelemetry' | 'StopCisSession';

const identifier = {
  type: 'string',
  pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
} as const satisfies Shape;

const ruleResult = {
  type: 'structure',
  required: {
    ruleId: { type: 'string', minimum: 1, maximum: 500 },
    status: {
      type: 'string',
      oneOf: ['FAILED', 'PASSED', 'NOT_EVALUATED', 'INFORMATIONAL', 'UNKNOWN', 'NOT_APPLICABLE', 'ERROR'],
    },
    cisRuleDetails: { type: 'blob', minimum: 0, maximum: 1000 },
  },
} as const satisfies Shape;

const checks = { type: 'integer', minimum: 0, maximum: 65_536 } as const satisfies Shape;

const stopMessage = {
  type: 'structure',
  required: {
    status: { type: 'string', oneOf: ['SUCCESS', 'FAILED', 'INTERRUPTED', 'UNSUPPORTED_OS'] },
    progress: {
      type: 'structure',
      required: {},
      optional: {
        totalChecks: checks,
        successfulChecks: checks,
        failedChecks: checks,
        notEvaluatedChecks: checks,
        unknownChecks: checks,
        notApplicableChecks: checks,
        informationalChecks: checks,
        errorChecks: checks,
      },
    },
  },
  optional: {
    reason: { type: 'string', maximum: 1024 },
    computePlatform: {
      type: 'structure',
      required: {},
      optional: {
        vendor: { type: 'string', maximum: 16 },
        product: { type: 'string', maximum: 32 },
        version: { type: 'string', maximum: 8 },
      },
    },
    benchmarkVersion: { type: 'string', maximum: 8 },
    benchmarkProfile: { type: 'string', maximum: 128 },
  },
} as const satisfies Shape;

const start = {
  type: 'structure',
  required: { scanJobId: identifier, message: { type: 'structure', required: { sessionToken: identifier } } },
} as const satisfies Shape;

const health = {
  type: 'structure',
  required: { scanJobId: identifier, sessionToken: identifier },
} as const satisfies Shape;

const telemetry = {
  type: 'structure',
  required: {
    scanJobId: identifier,
    sessionToken: identifier,
    messages: { type: 'list', minimum: 1, maximum: 150, of: ruleResult },
  },
} as const satisfies Shape;

const stop = {
  type: 'structure',
  required: { scanJobId: identifier, sessionToken: identifier, message: stopMessage },
} as const satisfies Shape;

/** The message of a `StopCisSession` request. */
export type StopMessage = JsonOf<typeof stopMessage>;

/** A message as it was sent, with its details decoded. */
export interface ReceivedMessage {
  readonly ruleId: string;
  readonly status: JsonOf<typeof ruleResult>['status'];
  readonly cisRuleDetails: Buffer;
}

interface OfSession {
  readonly scanJobId: string;
  readonly sessionToken: string;
}

/** The content of a request that meets every constraint of its operation. */
export type CisContent =
  | ({ readonly operation: 'StartCisSession' } & OfSession)
  | ({ readonly operation: 'SendCisSessionHealth' } & OfSession)
  | ({
      readonly operation: 'SendCisSessionTelemetry';
      readonly messages: readonly ReceivedMessage[];
    } & OfSession)
  | ({ readonly operation: 'StopCisSession'; readonly message: StopMessage } & OfSession);

const operations = new Map<
  string,
  { name: OperationName; read: (body: unknown) => CisContent | FieldFault[] }
>([
  [
    '/cissession/start',
    {
      name: 'StartCisSession',
      read: reader(start, ({ scanJobId, message }) => ({
        operation: 'StartCisSession',
        scanJobId,
        sessionToken: message.sessionToken,
      })),
    },
  ],
  [
    '/cissession/health/send',
    {
      name: 'SendCisSessionHealth',
      read: reader(health, (body) => ({ operation: 'SendCisSessionHealth', ...body })),
    },
  ],
  [
    '/cissession/telemetry/send',
    {
      name: 'SendCisSessionTelemetry',
      read: reader(telemetry, (body) => ({
        operation: 'SendCisSessionTelemetry',
        ...body,
        messages: body.messages.map((message) => ({
          ...message,
          cisRuleDetails: Buffer.from(message.cisRuleDetails, 'base64'),
        })),
      })),
    },
  ],
  [
    '/cissession/stop',
    { name: 'StopCisSession', read: reader(stop, (body) => ({ operation: 'StopCisSession', ...body })) },
  ],
]);

/** The service name in the scope of a signature. */
export const SERVICE = 'inspector2';

/** The method of every operation. */
export const METHOD = 'PUT';

/** The operation whose path is exactly `target`; `undefined` if there is none. */
export function operationAt(target: string): OperationName | undefined {
  return operations.get(target)?.name;
}

/**
 * Reads parsed JSON as the body of the operation at `target`: its content, or every fault in it.
 * @throws Error when there is no such operation.
 */
export function readContent(target: string, body: unknown): CisContent | FieldFault[] {
  const operation = operations.get(target);
  if (operation === undefined) throw new Error(`no operation at ${target}`);
  return operation.read(body);
}

function reader<S extends Shape>(shape: S, content: (body: JsonOf<S>) => CisContent) {
  return (body: unknown) => (conforms(shape, body) ? content(body) : faultsOf(shape, body));
}
