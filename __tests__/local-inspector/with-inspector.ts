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
