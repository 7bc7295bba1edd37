import { afterAll, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { LocalInspector } from '../../local-inspector/server.ts';
import type { WorkflowCommand } from '../../local-runner/commands.ts';
import { startStep, type RunningStep, type Step, type StepResult } from '../../local-runner/step.ts';
import { listOf, memberOf, withoutUndefined } from '../../src/json.ts';
import { OUTPUTS } from '../../src/report/outputs.ts';
import { STATUSES_WORST_FIRST, type Status } from '../../src/status.ts';
import { faultsOfReport } from '../report/schema.ts';

// For tests of the built action: runs `dist/index.js` as the runner does, with a new local Inspector for each test.

export const SCAN_JOB_ID = '5f0c7f0a-4a51-4c0e-9d3b-2f6d1e8b7a90';
/** As a user may pass it; Inspector accepts only lower case. */
export const SESSION_TOKEN = '0D1E9C52-7b1f-4A3E-8f6a-5C4B3A2F1E0D';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'action-tests-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A message of a messages file. */
export interface FileMessage {
  readonly ruleId: string;
  readonly status: Status;
  readonly cisRuleDetails: string;
}

/** The files and inputs of a step. By default, `results-file` lists all the files. */
export interface Sending {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The entry point, if not the built one of this repository. */
  readonly entry?: string;
}

/** A new directory, which is removed after the tests of the file. */
export function newDirectory(): string {
  const directory = join(root, randomUUID());
  mkdirSync(directory);
  return directory;
}

/** Messages of as many rules, in all statuses, with details beyond ASCII. */
export function messagesOf(count: number): readonly FileMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    ruleId: `1.${index + 1}`,
    status: STATUSES_WORST_FIRST[index % STATUSES_WORST_FIRST.length] ?? 'UNKNOWN',
    cisRuleDetails: `Règle ${index + 1}: "contrôle" ✓`,
  }));
}

/** A messages file with one message per line; the first one is in line 2. */
export function fileOf(messages: readonly object[]): string {
  return `{"messages": [\n${messages.map((message) => JSON.stringify(message)).join(',\n')}\n]}\n`;
}

/** Messages as the endpoint stores them. */
export function asReceived(messages: readonly FileMessage[]): readonly object[] {
  return messages.map((message) => ({ ...message, cisRuleDetails: Buffer.from(message.cisRuleDetails) }));
}

/** Where a piece of a text begins, as in annotations. */
export function placeIn(text: string, piece: string): { line: string; col: string } {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: String(before.length), col: String((before.at(-1) ?? '').length + 1) };
}

/** Starts a step with files in a new workspace. Await it with `finished`. */
export function startSending(inspector: Pick<LocalInspector, 'environment'>, sending: Sending): RunningStep {
  const workspace = newDirectory();
  for (const [name, content] of Object.entries(sending.files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), content);
  }
  const step: Step = {
    workspace,
    temporaryDirectory: newDirectory(),
    inputs: {
      'scan-job-id': SCAN_JOB_ID,
      'session-token': SESSION_TOKEN,
      'results-file': Object.keys(sending.files).join('\n'),
      ...sending.inputs,
    },
    environment: { ...inspector.environment, ...sending.environment },
    ...withoutUndefined({ entry: sending.entry }),
  };
  return startStep(step);
}

/** Waits for the end of a step, and checks everything that must hold for any step, however it ends. */
export async function finished(running: RunningStep): Promise<StepResult> {
  const result = await running.result;
  expect(Object.keys(result.outputs).sort()).toEqual([...OUTPUTS].sort());
  expectCountsToAddUp(result);
  expectNoToken(result);
  expectReport(result);
  return result;
}

/** Runs a step with files to its end. */
export function send(inspector: Pick<LocalInspector, 'environment'>, sending: Sending): Promise<StepResult> {
  return finished(startSending(inspector, sending));
}

/** The messages of the undelivered file in the outputs; empty if there is none. */
export function undeliveredOf({ outputs }: StepResult): readonly FileMessage[] {
  const path = outputs['undelivered-file'] ?? '';
  return path === '' ? [] : messagesIn(readFileSync(path, 'utf8'));
}

/** The messages of an undelivered file, with their details as text. */
export function messagesIn(text: string): readonly FileMessage[] {
  const document: unknown = JSON.parse(text);
  expect(document).toEqual({
    scanJobId: SCAN_JOB_ID,
    detailsEncoding: 'base64',
    messages: expect.any(Array),
  });
  return isUndelivered(document)
    ? document.messages.map((message) => ({
        ...message,
        cisRuleDetails: Buffer.from(message.cisRuleDetails, 'base64').toString('utf8'),
      }))
    : [];
}

/** The error annotations, in order. */
export function errorsOf({ commands }: StepResult): readonly WorkflowCommand[] {
  return commands.filter(({ name }) => name === 'error');
}

/** Everything that a step leaves behind, except the masks: no secret may be in it. */
export function tracesOf({ printed, outputs, summary, state, temporaryDirectory }: StepResult): string {
  const lines = printed.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const files = readdirSync(temporaryDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`);
  return [...lines, JSON.stringify([outputs, state]), summary, ...files].join('\n');
}

function expectNoToken(result: StepResult): void {
  expect(tracesOf(result).toLowerCase()).not.toContain(SESSION_TOKEN.toLowerCase());
}

function expectCountsToAddUp(result: StepResult): void {
  const { outputs } = result;
  const number = (name: string): number => Number(outputs[name]);
  if (outputs['outcome'] === 'dry-run') return;
  const undelivered = undeliveredOf(result).length;
  expect(number('messages-total')).toBe(number('messages-sent') + number('messages-invalid') + undelivered);
}

/** The report of a step, from the path in its outputs. */
export function reportOf({ outputs, workspace }: StepResult): unknown {
  return JSON.parse(readFileSync(resolve(workspace, outputs['report-file'] ?? ''), 'utf8'));
}

/** However it ends, a step leaves a report that conforms to the schema and agrees with the outputs. */
function expectReport(result: StepResult): void {
  const { outputs } = result;
  const report = reportOf(result);
  const number = (name: string): number => Number(outputs[name]);
  expect(faultsOfReport(report)).toEqual([]);
  expect(report).toMatchObject({
    outcome: outputs['outcome'],
    posture: {
      evaluated: number('rules-evaluated'),
      passed: number('rules-passed'),
      failed: number('rules-failed'),
    },
    delivery: {
      messages: {
        total: number('messages-total'),
        sent: number('messages-sent'),
        invalid: number('messages-invalid'),
      },
      chunks: { total: number('chunks-total'), sent: number('chunks-sent') },
    },
  });
  const [failure] = listOf(memberOf(report, 'failures')).filter((one) => memberOf(one, 'tolerated') !== true);
  if (result.exitCode === 0) expect(failure).toBeUndefined();
  else expect(failure).toMatchObject({ code: outputs['error-code'] });
}

function isUndelivered(document: unknown): document is { messages: readonly FileMessage[] } {
  return typeof document === 'object' && document !== null && 'messages' in document;
}
