import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-inspector2';
import type { InitializeMiddleware, Pluggable } from '@smithy/types';
import { failing } from '../failure.ts';
import type { Environment } from '../inputs/reader.ts';
import { memberOf } from '../json.ts';

/** The environment variables with the endpoints that a step calls. */
const ENDPOINT_VARIABLES = [
  'AWS_ENDPOINT_URL_INSPECTOR2',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL',
] as const;

/**
 * Validates the endpoints in the environment. The SDK would fail at the first call, with nothing but `Invalid URL`.
 * @throws ActionFailure `InvalidInput` for an unusable endpoint. Its value is not shown: it may contain a password.
 */
export function requireEndpoints(environment: Environment): void {
  for (const name of ENDPOINT_VARIABLES) {
    const value = environment[name] ?? '';
    const fault = value === '' ? undefined : faultOf(value);
    if (fault === undefined) continue;
    throw failing('InvalidInput', `The environment variable ${name} ${fault}.`, {
      remedy: `Correct ${name}, for example to https://inspector2.us-east-1.amazonaws.com, or unset it.`,
    });
  }
}

/** Why an endpoint cannot be used; `undefined` if it can. The SDK would silently drop a query or a fragment. */
function faultOf(url: string): string | undefined {
  if (!isHttpUrl(url)) return 'is not an HTTP or HTTPS URL';
  const { search, hash } = new URL(url);
  if (search === '' && hash === '') return undefined;
  return 'has a query or a fragment, which an endpoint cannot have';
}

/** Whether a text is an HTTP or HTTPS URL. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The settings of an SDK client that determine its endpoint. */
interface EndpointSettings {
  readonly serviceConfiguredEndpoint?: () => Promise<string | undefined>;
  readonly useFipsEndpoint: () => Promise<boolean>;
  readonly useDualstackEndpoint: () => Promise<boolean>;
}

/**
 * Validates the endpoint settings of the client, including those of the AWS profile, before the first call.
 * @throws ActionFailure `InvalidInput` when they yield no usable endpoint.
 */
export async function requireEndpointSettings(settings: EndpointSettings): Promise<void> {
  const { serviceConfiguredEndpoint, useFipsEndpoint, useDualstackEndpoint } = settings;
  const read = Promise.all([serviceConfiguredEndpoint?.(), useFipsEndpoint(), useDualstackEndpoint()]);
  const [endpoint] = await read.catch((error: unknown) => {
    throw unusable(String(memberOf(error, 'message')), error);
  });
  const fault = endpoint === undefined ? undefined : faultOf(endpoint);
  if (fault !== undefined) throw unusable(`The endpoint ${fault}.`);
}

/** Explains settings that exclude each other, which the SDK only finds out at the first call. */
export const explainedEndpoint: Pluggable<ServiceInputTypes, ServiceOutputTypes> = {
  applyToStack: (stack) => {
    const explain: InitializeMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (memberOf(error, 'name') !== 'EndpointError') throw error;
        throw unusable(String(memberOf(error, 'message')), error);
      }
    };
    stack.add(explain, { name: 'explainedEndpoint', step: 'initialize' });
  },
};

function unusable(cause: string, thrown?: unknown): Error {
  return failing(
    'InvalidInput',
    'The endpoint set in the AWS configuration cannot be used.',
    { cause, remedy: REMEDY },
    thrown,
  );
}

const REMEDY =
  'Check `endpoint_url` of the AWS profile and the variables `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_INSPECTOR2`. FIPS and dual stack (`AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT`, or their settings in the profile) cannot be combined with a custom endpoint.';
