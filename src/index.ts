import { cancellationBySignals } from './runner/cancellation.ts';

// One bundle serves all entry points: the small scripts in session/ select their part.
const [, script = '', part] = process.argv;

/** Runs the part and returns its exit code. */
async function runPart(): Promise<number> {
  if (part === 'session-heartbeat') {
    const { beatUntilStopped } = await import('./session/heartbeat-process.ts');
    return beatUntilStopped();
  }
  // Before anything else is loaded, so that a step that is cancelled from now on reports what happened.
  const cancellation = cancellationBySignals(process);
  const { runStep } = await import('./steps.ts');
  return runStep(part, script, cancellation);
}

/** Resolves once everything printed so far has been written. The action prints nothing on the standard error. */
function flushed(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', () => {
      resolve();
    });
  });
}

/** Runs the part, and then ends the process. */
async function main(): Promise<void> {
  const exitCode = await runPart();
  await flushed();
  // Abandoned work, such as a process that the SDK asked for credentials, must not keep the step running.
  process.exit(exitCode);
}

// No part rejects. If one did, Node would end the process and print the stack.
void main();
