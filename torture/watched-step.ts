import { readdirSync, readFileSync, realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReceivedRequest } from '../local-inspector/requests.ts';
import { startStep, type RunningStep, type Step, type StepResult } from '../local-runner/step.ts';
import { isSystemError } from '../src/files.ts';
import type { Call, DeliveryRecord, Given, MessageText } from './deliveries/invariants.ts';

/** The result of a step of the built action in its own process, and what it cost. */
interface WatchedResult extends StepResult {
  /** Elapsed time or CPU time, whichever is less, in milliseconds: waiting for other processes does not count. */
  readonly milliseconds: number;
  /** The peak memory of its process, in MB (a million bytes); 0 if it was killed. */
  readonly megabytes: number;
  /** Whether it was killed because it did not end in time. */
  readonly isKilled: boolean;
}

const COST = fileURLToPath(new URL('cost.cjs', import.meta.url));

/** How a step is watched. */
interface WatchOptions {
  /** Where the step's costs are written. */
  readonly directory: string;
  /** How long it may run before it is killed, in milliseconds. */
  readonly timeout: number;
  /** What happens while it runs. */
  readonly meanwhile?: (running: RunningStep) => Promise<void>;
}

/** Runs `dist/` as the runner does and measures it. */
export async function watchStep(
  step: Step,
  { directory, timeout, meanwhile = () => Promise.resolve() }: WatchOptions,
): Promise<WatchedResult> {
  const costFile = join(directory, 'cost');
  const began = performance.now();
  const running = startStep({
    ...step,
    environment: {
      ...step.environment,
      NODE_OPTIONS: `--require=${COST}`,
      TORTURE_COST: costFile,
    },
  });
  const kill = { isKilled: false };
  const timer = setTimeout(() => {
    kill.isKilled = true;
    running.kill('SIGKILL');
  }, timeout);
  try {
    const [result] = await Promise.all([running.result, meanwhile(running)]);
    const passed = performance.now() - began;
    const [megabytes = 0, busy = passed] = textAt(costFile).split(' ').map(Number);
    return { ...result, ...kill, milliseconds: Math.min(passed, busy), megabytes };
  } finally {
    clearTimeout(timer);
  }
}

/** What the step left behind, as a record that the invariants of deliveries can check. */
export function recordOf(
  given: Given,
  result: StepResult,
  requests: readonly ReceivedRequest[],
  { alsoIn = [] }: { readonly alsoIn?: readonly string[] } = {},
): DeliveryRecord {
  const { exitCode, outputs, printed, commands, summary, temporaryDirectory, workspace } = result;
  const lines = printed.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const left = textsIn([temporaryDirectory, workspace, ...alsoIn]);
  return {
    given,
    calls: callsOf(requests),
    end: {
      exitCode: exitCode ?? -1,
      outputs,
      errors: commands.filter(({ name }) => name === 'error').length,
      undeliveredFiles: left.filter((text) => text.includes('"detailsEncoding": "base64"')),
      traces: [...lines, JSON.stringify(outputs), summary, ...left].join('\n'),
    },
  };
}

/**
 * The requests as calls. The endpoint knows the order in which requests arrived, but not when their callers received
 * the answers. A call that was confirmed or retried is taken to end before the next arrived; any other, to end last.
 */
function callsOf(requests: readonly ReceivedRequest[]): readonly Call[] {
  const contents = requests.map(({ content }) =>
    content?.operation === 'SendCisSessionTelemetry' ? content.messages : [],
  );
  const first = contents.map(([message]) => message?.ruleId);
  return requests.map((request, index) => {
    const { number, path, content, outcome, scripted, inProgress } = request;
    const isConfirmed = outcome === 'accepted' && scripted?.kind !== 'reset-after-accept';
    return {
      path,
      scanJobId: content?.scanJobId ?? '',
      sessionToken: content?.sessionToken ?? '',
      messages: (contents[index] ?? []).map(({ ruleId, status, cisRuleDetails }): MessageText => ({
        ruleId,
        status,
        details: cisRuleDetails.toString('base64'),
      })),
      began: number,
      ended: isConfirmed || first.indexOf(first[index], index + 1) > 0 ? number + 0.5 : Infinity,
      underWay: inProgress,
      // A signal takes time to arrive here. In-process trials, where it does not, check what may begin after it.
      isAfterSignal: false,
      isConfirmed,
    };
  });
}

/** The texts of all regular files in these directories, each once, however many links lead to it. */
function textsIn(directories: readonly string[]): readonly string[] {
  const paths = directories
    .flatMap((directory) => readdirOf(directory).map(({ parentPath, name }) => join(parentPath, name)))
    .map((path) => realpathSync(path));
  return [...new Set(paths)].map(textAt);
}

function readdirOf(directory: string): readonly Dirent[] {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('results'));
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}
