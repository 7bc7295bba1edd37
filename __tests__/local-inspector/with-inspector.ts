import { startLocalInspector } from '../../local-inspector/server.ts';
import type { LocalInspector, LocalInspectorOptions } from '../../local-inspector/server.ts';

/** Runs a test with its own local Inspector, which is always closed afterwards. */
export async function withInspector<Value>(
  story: (inspector: LocalInspector) => Promise<Value>,
  options: LocalInspectorOptions = {},
): Promise<Value> {
  const inspector = await startLocalInspector(options);
  try {
    return await story(inspector);
  } finally {
    await inspector.close();
  }
}
