import { EXAMPLE_CREDENTIALS } from '../local-inspector/server.ts';

/**
 * Gives the SDK example credentials and hides the machine's own: it reads the environment of this process, whatever
 * it is passed.
 */
export function useExampleCredentials(): void {
  for (const name of Object.keys(process.env))
    if (/^AWS_|_PROXY$/i.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: EXAMPLE_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: EXAMPLE_CREDENTIALS.secretAccessKey,
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
}
