import { dirname, join } from 'node:path';
import { sendTelemetry } from './action.ts';
import type { Cancellation } from './inspector/deliver.ts';
import { gitHubRunner } from './runner/runner.ts';

/**
 * Runs one of the steps that the runner starts: a telemetry step, or the main or post step of a session.
 * @returns its exit code.
 */
export async function runStep(
  part: string | undefined,
  script: string,
  cancellation: Cancellation,
): Promise<number> {
  switch (part) {
    case 'session-open': {
      const { openSession } = await import('./session/open.ts');
      return openSession(gitHubRunner(cancellation), join(dirname(script), 'heartbeat.js'));
    }
    case 'session-close': {
      const { closeSession } = await import('./session/close.ts');
      return closeSession(gitHubRunner(cancellation));
    }
    default:
      return sendTelemetry(gitHubRunner(cancellation));
  }
}
