import { readdirSync, readFileSync, realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReceivedRequest } from '../local-inspector/requests.ts';
import { startStep, type RunningStep, type Step, type StepResult } from '../local-runner/step.ts';
import { isSystemError } from '../src/files.ts';
import type { Call, DeliveryRecord, Given, MessageText } from './deliveries/invariants.ts';

/** A step of the built action in a process of its own, and what it cost. */
export interface Watched extends StepResult {
  /** Milliseconds from its start to its end; those of the processor when other processes kept it waiting. */
  readonly milliseconds: number;
  /** The most memory that its process held, in MB (a million bytes); 0 when it was killed. */
  readonly megabytes: number;
  /** Whether it had to be killed because it did not end. */
  readonly isKilled: boolean;
}

const COST = fileURLToPath(new URL('cost.cjs', import.meta.url));

/** How a step is watched. */
export interface Watching {
  /** Where its workspace and `RUNNER_TEMP` are made. */
  readonly directory: string;
  /** Milliseconds after which it is killed. */
  readonly patience: number;
  /** What happens while it runs. */
  readonly meanwhile?: (running: RunningStep) => Promise<void>;
}

/** Runs `dist/` as the runner does, and measures it. */
export async function watchStep(
  step: Step,
  { directory, patience, meanwhile = () => Promise.resolve() }: Watching,
): Promise<Watched> {
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
  }, patience);
  try {
    const [result] = await Promise.all([running.result, meanwhile(running)]);
    const passed = performance.now() - began;
    const [megabytes = 0, busy = passed] = textAt(costFile).split(' ').map(Number);
    return { ...result, ...kill, milliseconds: Math.min(passed, busy), megabytes };
  } finally {
    clearTimeout(timer);
  }
}

/** What the step left, so that the invariants of deliveries can judge it. */
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
 * Requests as calls. The endpoint tells the order in which they came, not when their callers had their answers: one
 * that was tried again or confirmed ended before the next came, and any other one is taken to end last.
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
      // A signal takes a moment to arrive: what may begin after it is judged in process, where it does not.
      isAfterSignal: false,
      isConfirmed,
    };
  });
}

/** The texts of the regular files in some directories, each file once, however many links lead to it. */
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
