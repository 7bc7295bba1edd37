import { Inspector2Client } from '@aws-sdk/client-inspector2';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { withoutUndefined } from '../../src/json.ts';

/** The real SDK's client for an endpoint, with one attempt. */
export function sdkClient(inspector: LocalInspector, sessionToken?: string): Inspector2Client {
  const { environment, url } = inspector;
  return new Inspector2Client({
    endpoint: url,
    region: environment['AWS_REGION'] ?? '',
    maxAttempts: 1,
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...withoutUndefined({ sessionToken }),
    },
  });
}
