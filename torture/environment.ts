import { EXAMPLE_CREDENTIALS } from '../local-inspector/server.ts';

/**
 * Has the SDK of this process find example credentials and nothing of the machine's: it looks into the environment,
 * whatever it is told.
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
