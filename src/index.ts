import { cancellationBySignals } from './runner/cancellation.ts';

// One bundle serves every entry: the small scripts in session/ say which part of it they are.
const [, script = '', part] = process.argv;

/** Runs the part; its exit code. */
async function runPart(): Promise<number> {
  if (part === 'session-heartbeat') {
    const { beatUntilStopped } = await import('./session/heartbeat-process.ts');
    return beatUntilStopped();
  }
  // Before anything else is loaded: from here on, a step that is cancelled says what became of it.
  const cancellation = cancellationBySignals(process);
  const { runStep } = await import('./steps.ts');
  return runStep(part, script, cancellation);
}

/** Everything that was printed is on its way. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
}

/** Runs the part to its end, and the process with it. */
async function main(): Promise<void> {
  const exitCode = await runPart();
  await Promise.all([process.stdout, process.stderr].map(flushed));
  // Whatever was given up, such as a process that the SDK asked for credentials, must not keep the step running.
  process.exit(exitCode);
}

// A rejection ends the process, with its stack: no part rejects.
void main();
