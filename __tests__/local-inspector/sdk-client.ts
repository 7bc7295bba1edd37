import { Inspector2Client } from '@aws-sdk/client-inspector2';
import type { LocalInspector } from '../../local-inspector/server.ts';

/** The real SDK's client of an endpoint, which tries once. */
export function sdkClient(inspector: LocalInspector, sessionToken?: string): Inspector2Client {
  const { environment, url } = inspector;
  return new Inspector2Client({
    endpoint: url,
    region: environment['AWS_REGION'] ?? '',
    maxAttempts: 1,
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(sessionToken !== undefined && { sessionToken }),
    },
  });
}
