import { Inspector2Client } from '@aws-sdk/client-inspector2';
import { startLocalInspector } from '../../local-inspector/server.ts';
import type { LocalInspector, LocalInspectorOptions } from '../../local-inspector/server.ts';

/** Runs a story with a local inspector of its own, and closes it whatever happened. */
export async function withInspector(
  story: (inspector: LocalInspector) => Promise<void>,
  options: LocalInspectorOptions = {},
): Promise<void> {
  const inspector = await startLocalInspector(options);
  try {
    await story(inspector);
  } finally {
    await inspector.close();
  }
}

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
