import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFiles } from './command-files.ts';
import { readCommand, type WorkflowCommand } from './commands.ts';
import { readMetadata, type Phase } from './metadata.ts';
import { runnersNode } from './node.ts';
import { Printed } from './printed.ts';

/** A step to run: its `with:` and `env:`, and where it runs. */
export interface Step {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The workspace. By default a new empty directory. */
  readonly workspace?: string;
  /** The job's `RUNNER_TEMP`. By default a new empty directory. */
  readonly temporaryDirectory?: string;
  /** The directory of `action.yml`, relative to the repository's root. By default the root itself. */
  readonly action?: string;
  /** `main` by default. */
  readonly phase?: Phase;
  /** A file to run instead of the one that `action.yml` names. */
  readonly entry?: string;
  /** What an earlier phase saved with `saveState`. */
  readonly state?: Readonly<Record<string, string>>;
}

/** What a step did, as the runner sees it. */
export interface StepResult {
  readonly exitCode: number | null;
  /** Everything that the step printed, unchanged. */
  readonly printed: string;
  /** The workflow commands in what was printed, in order. */
  readonly commands: readonly WorkflowCommand[];
  /** The log as a user sees it: with commands as the runner shows them, and secrets as `***`. */
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
  /** Resolves as soon as the printed text matches; rejects if the step ends without a match. */
  readonly printed: (pattern: RegExp) => Promise<void>;
}

/**
 * Starts a step as the runner does: as a child process on Node 24, with its inputs and the defaults from `action.yml`
 * in `INPUT_*`, and with files for outputs, state and summary. From the environment of this process it inherits only
 * `PATH`, so it cannot find credentials of this machine.
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

/** The runner's names for inputs: in upper case, with underscores for spaces; dashes are kept. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** The variables in which a phase finds what an earlier one saved. */
function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** The log as the runner shows it. A mask applies to the lines that follow it. */
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
