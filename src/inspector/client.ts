import {
  Inspector2Client,
  SendCisSessionHealthCommand,
  SendCisSessionTelemetryCommand,
  StartCisSessionCommand,
  StopCisSessionCommand,
  type StopCisSessionMessage,
} from '@aws-sdk/client-inspector2';
import { failing, FAILURES, messageOf } from '../failure.ts';
import type { Connection, Session } from '../inputs/connection.ts';
import type { Environment } from '../inputs/reader.ts';
import { bytesOf, type Chunk } from '../messages/message.ts';
import { withoutUndefined } from '../json.ts';
import { isRegion } from '../region.ts';
import { quote } from '../text.ts';
import { VERSION } from '../version.ts';
import { logRequests, requireInspectorResponse } from './responses.ts';
import { explainedCredentials } from './credentials.ts';
import { explainedEndpoint, requireEndpoints, requireEndpointSettings } from './endpoints.ts';
import { BoundedHandler } from './network.ts';
import { currentCall, retryStrategy, type Call, type Pace } from './retry.ts';

/** What is known about a call that succeeded. */
export interface Receipt {
  readonly requestId?: string;
  /** The number of attempts that the call took. */
  readonly attempts: number;
}

/** A call, with the signals that end it. */
export interface CallOptions extends Call {
  /** When aborted, the request under way is abandoned. */
  readonly abort: AbortSignal;
}

/** Inspector's four operations on CIS sessions. Each throws what `failureOf` understands. */
export interface CisSessions {
  /** The Region in use. */
  readonly region: string;
  readonly start: (session: Session, call: CallOptions) => Promise<Receipt>;
  readonly sendHealth: (session: Session, call: CallOptions) => Promise<Receipt>;
  readonly sendTelemetry: (session: Session, chunk: Chunk, call: CallOptions) => Promise<Receipt>;
  readonly stop: (session: Session, message: StopCisSessionMessage, call: CallOptions) => Promise<Receipt>;
  /** Closes the connections that are kept alive. */
  readonly close: () => void;
}

/** What a client needs besides the inputs. */
export interface ClientOptions {
  readonly environment: Environment;
  readonly pace: Pace;
  /** Receives debug lines: requests and responses, without credentials. */
  readonly debug: ((line: string) => void) | undefined;
  /** Keeps a secret out of everything that is printed or written. */
  readonly keepSecret: (secret: string) => void;
  /** `owner/repository/run`, for the user agent, which CloudTrail records. */
  readonly workflowRun: string | undefined;
  /** Carries the requests instead of the network. */
  readonly carrier?: Carrier;
}

/** Carries a request to the service and its response back. */
export type Carrier = Pick<BoundedHandler, 'handle'>;

/**
 * Creates a client of Inspector for the Region, credentials and endpoint of the inputs and the environment.
 * @throws ActionFailure `RegionMissing`; `InvalidInput` for an unusable endpoint; `NetworkError` for an unusable proxy.
 *   Missing credentials fail only the first call.
 */
export async function connect(connection: Connection, options: ClientOptions): Promise<CisSessions> {
  requireEndpoints(options.environment);
  const client = new Inspector2Client({
    ...withoutUndefined({ region: connection.region }),
    requestHandler: options.carrier ?? new BoundedHandler(connection.requestTimeout, options.environment),
    maxAttempts: connection.maxAttempts,
    retryStrategy: retryStrategy(connection.maxAttempts, options.pace),
    credentials: explainedCredentials(options),
    customUserAgent: [
      ['inspector-cis-telemetry', VERSION],
      ...(options.workflowRun === undefined
        ? []
        : [['md/github-run', options.workflowRun] as [string, string]]),
    ],
  });
  // The SDK's logger middleware would copy every message for a log that is not used.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.use(explainedEndpoint);
  client.middlewareStack.use(requireInspectorResponse(options.debug));
  if (options.debug !== undefined) client.middlewareStack.use(logRequests(options.debug));
  const region = await regionOf(client);
  await requireEndpointSettings(client.config);

  const send = async <
    Output extends { $metadata: { requestId?: string | undefined; attempts?: number | undefined } },
  >(
    call: CallOptions,
    request: (options: { abortSignal: AbortSignal }) => Promise<Output>,
  ): Promise<Receipt> => {
    const { $metadata } = await currentCall.run(call, () => request({ abortSignal: call.abort }));
    const { requestId, attempts = 1 } = $metadata;
    return { attempts, ...withoutUndefined({ requestId }) };
  };
  return {
    region,
    start: ({ scanJobId, sessionToken }, call) =>
      send(call, (options) =>
        client.send(new StartCisSessionCommand({ scanJobId, message: { sessionToken } }), options),
      ),
    sendHealth: (session, call) =>
      send(call, (options) => client.send(new SendCisSessionHealthCommand({ ...session }), options)),
    sendTelemetry: (session, { messages }, call) =>
      send(call, (options) =>
        client.send(
          new SendCisSessionTelemetryCommand({
            ...session,
            messages: messages.map(({ ruleId, status, cisRuleDetails }) => ({
              ruleId,
              status,
              cisRuleDetails: bytesOf(cisRuleDetails),
            })),
          }),
          options,
        ),
      ),
    stop: (session, message, call) =>
      send(call, (options) => client.send(new StopCisSessionCommand({ ...session, message }), options)),
    close: () => {
      client.destroy();
    },
  };
}

async function regionOf(client: Inspector2Client): Promise<string> {
  const region = await client.config.region().catch((error: unknown) => {
    const message = messageOf(error);
    // The SDK says no more than our own sentence if no Region is set anywhere.
    const cause = message === 'Region is missing' ? undefined : message;
    throw failing('RegionMissing', FAILURES.RegionMissing.meaning, withoutUndefined({ cause }), error);
  });
  if (isRegion(region)) return region;
  throw failing('InvalidInput', `The Region of the AWS profile, ${quote(region)}, has no endpoint.`, {
    remedy: 'Name the Region of the scan job with `aws-region`, for example us-east-1.',
  });
}
