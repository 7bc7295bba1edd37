import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFiles } from './command-files.ts';
import { readCommand, type WorkflowCommand } from './commands.ts';
import { readMetadata, type Phase } from './metadata.ts';
import { runnersNode } from './node.ts';
import { Printed } from './printed.ts';

/** A step to run: what stands under `with:` and `env:`, and where. */
export interface Step {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The workspace; a new empty directory when it is not given. */
  readonly workspace?: string;
  /** The job's `RUNNER_TEMP`; a new one when it is not given. */
  readonly temporaryDirectory?: string;
  /** The directory of `action.yml`, from the repository's root, which is the default. */
  readonly action?: string;
  /** `main` by default. */
  readonly phase?: Phase;
  /** A file that runs instead of the one that `action.yml` names. */
  readonly entry?: string;
  /** What an earlier phase saved with `saveState`. */
  readonly state?: Readonly<Record<string, string>>;
}

/** What a step did, as the runner sees it. */
export interface StepResult {
  readonly exitCode: number | null;
  /** Everything printed, as it came. */
  readonly printed: string;
  /** The commands that the runner would have taken from the lines printed, in their order. */
  readonly commands: readonly WorkflowCommand[];
  /** The log as a user sees it: commands are shown as the runner shows them, secrets as `***`. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly workspace: string;
  readonly temporaryDirectory: string;
}

/** A step that is running. */
export interface RunningStep {
  readonly result: Promise<StepResult>;
  readonly workspace: string;
  readonly temporaryDirectory: string;
  /** Sends a signal to the step's process. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when a line that matches was printed; rejects when the step ends without it. */
  readonly printed: (pattern: RegExp) => Promise<void>;
}

/**
 * Starts a step as the runner does: a child process on the runner's Node with `INPUT_*`, of which `action.yml` gives
 * the defaults, and the files for outputs, state and summary; its standard output and error are read line by line.
 * Of this process's environment it gets the `PATH` and nothing else, so that no credentials of the machine are found.
 */
export function startStep(step: Step): RunningStep {
  const workspace = step.workspace ?? mkdtempSync(join(tmpdir(), 'workspace-'));
  const temporaryDirectory = step.temporaryDirectory ?? mkdtempSync(join(tmpdir(), 'runner-temp-'));
  const files = new CommandFiles();
  const { entry, defaults } = readMetadata(step.action ?? '.', step.phase ?? 'main');
  const child = spawn(runnersNode().path, [step.entry ?? entry], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      AWS_EC2_METADATA_DISABLED: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporaryDirectory,
      ...files.environment,
      ...inputVariables({ ...defaults, ...step.inputs }),
      ...stateVariables(step.state ?? {}),
      ...step.environment,
    },
  });
  const printed = new Printed([child.stdout, child.stderr]);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    workspace,
    temporaryDirectory,
    result: ended.then((exitCode) => ({
      exitCode,
      printed: printed.text,
      commands: printed.lines.flatMap((line) => readCommand(line) ?? []),
      log: shownLog(printed.lines),
      ...files.collect(),
      workspace,
      temporaryDirectory,
    })),
    kill: (signal) => {
      child.kill(signal);
    },
    printed: (pattern) => printed.waitFor(pattern, ended),
  };
}

/** Runs a step to its end. */
export function runStep(step: Step): Promise<StepResult> {
  return startStep(step).result;
}

/** The runner's names for inputs: upper case, spaces as underscores, dashes as they are. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** The variables by which a phase reads what an earlier one saved. */
function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** The log as the runner shows it: a mask holds for the lines after it. */
function shownLog(lines: readonly string[]): string {
  const secrets: string[] = [];
  const shown: string[] = [];
  for (const line of lines) {
    const command = readCommand(line);
    if (command?.name === 'add-mask') secrets.push(command.data);
    const text = command === undefined ? line : shownAnnotation(command);
    if (text !== undefined)
      shown.push(secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text));
  }
  return shown.join('\n');
}

function shownAnnotation({ name, properties, data }: WorkflowCommand): string | undefined {
  if (name === 'debug') return `##[debug]${data}`;
  if (!['error', 'warning', 'notice'].includes(name)) return undefined;
  const { title, file, line, col } = properties;
  const where = [file, line, col].filter((part) => part !== undefined).join(':');
  return `${name.toUpperCase()}: ${title === undefined ? '' : `${title}: `}${data}${where === '' ? '' : ` (${where})`}`;
}
