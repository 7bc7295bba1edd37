import { failing } from '../failure.ts';
import type { Environment } from '../inputs/reader.ts';

/** The environment variables that name the endpoints that a step calls. */
const ENDPOINT_VARIABLES = [
  'AWS_ENDPOINT_URL_INSPECTOR2',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL',
] as const;

/**
 * The SDK looks at endpoints only when it calls them, and then says `Invalid URL` and no more.
 * @throws ActionFailure `InvalidInput` when one that the environment names is no URL of HTTP. The value is not shown: it
 *   may hold a password.
 */
export function requireEndpoints(environment: Environment): void {
  const wrong = ENDPOINT_VARIABLES.find((name) => {
    const value = environment[name] ?? '';
    return value !== '' && !isHttpUrl(value);
  });
  if (wrong === undefined) return;
  throw failing('InvalidInput', `The environment variable ${wrong} is no HTTP or HTTPS URL.`, {
    remedy: `Correct ${wrong}, for example to https://inspector2.us-east-1.amazonaws.com, or leave it out.`,
  });
}

/** Whether a text is a URL that HTTP or HTTPS can be spoken to. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
