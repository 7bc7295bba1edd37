import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOperation } from '../local-inspector/script.ts';
import { startLocalInspector, type LocalInspector } from '../local-inspector/server.ts';
import { runnersNode } from '../local-runner/node.ts';
import { runStep, type StepResult } from '../local-runner/step.ts';

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));
const SESSION = {
  'scan-job-id': '5f0c7f0a-4a51-4c0e-9d3b-2f6d1e8b7a90',
  'session-token': '0d1e9c52-7b1f-4a3e-8f6a-5c4b3a2f1e0d',
};

function heading(text: string): void {
  console.log(`\n\u001b[1m━━ ${text} ${'━'.repeat(Math.max(0, 90 - text.length))}\u001b[0m\n`);
}

function show({ log, outputs, summary, exitCode }: StepResult): void {
  console.log(indented(log));
  console.log(`\n  exit code ${exitCode ?? 'none'}\n\n  Outputs`);
  for (const [name, value] of Object.entries(outputs)) console.log(`    ${name.padEnd(18)} ${value}`);
  console.log(`\n  Job summary\n${indented(readable(summary), '    ')}`);
}

function indented(text: string, by = '  '): string {
  return text.trimEnd().replaceAll(/^/gm, by);
}

/** The summary's HTML as plain text for a terminal; long summaries are shortened. */
function readable(markup: string): string {
  const text = markup
    .replaceAll(/<\/(td|th)>/g, '  ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) =>
      code === '8288' ? '' : String.fromCodePoint(Number(code)),
    );
  const lines = text
    .split('\n')
    .filter((line, index, all) => line.trim() !== '' || all[index - 1]?.trim() !== '');
  const most = 24;
  return lines.length <= most
    ? lines.join('\n')
    : [...lines.slice(0, most), `… and ${lines.length - most} more lines`].join('\n');
}

function received(inspector: LocalInspector): void {
  const messages = inspector.messages(SESSION['scan-job-id']);
  console.log(`\n  What the endpoint received: ${messages.length} messages`);
  for (const { operation, outcome } of inspector.requests)
    console.log(`    ${operation ?? 'unknown operation'} ${outcome}`);
  const [first] = messages;
  if (first !== undefined)
    console.log(`    first message: ${first.ruleId} ${first.status} ${first.cisRuleDetails.toString()}`);
}

async function story(
  title: string,
  file: string,
  prepare: (inspector: LocalInspector) => void = () => undefined,
): Promise<boolean> {
  heading(title);
  const inspector = await startLocalInspector({ sessions: 'open' });
  try {
    prepare(inspector);
    const result = await runStep({
      inputs: { ...SESSION, 'results-file': file },
      environment: inspector.environment,
      workspace: EXAMPLES,
    });
    show(result);
    received(inspector);
    return result.exitCode === 0;
  } finally {
    await inspector.close();
  }
}

/** A whole job: one step opens the session, another sends a scan, and the session's post step stops it. */
async function wholeSession(title: string): Promise<boolean> {
  heading(title);
  const inspector = await startLocalInspector({ sessions: 'tracked' });
  const temporaryDirectory = mkdtempSync(join(tmpdir(), 'demo-'));
  const { 'scan-job-id': scanJobId } = SESSION;
  const job = { temporaryDirectory, environment: inspector.environment, workspace: EXAMPLES };
  const inputs = { 'scan-job-id': scanJobId, 'health-interval': '1' };
  const print = (what: string, { log, exitCode }: StepResult): void => {
    console.log(`  ${what}\n${indented(log, '    ')}\n    exit code ${exitCode ?? 'none'}\n`);
  };
  try {
    const opened = await runStep({ ...job, action: 'session', inputs });
    print('uses: …/session', opened);
    await inspector.waitFor(isOperation('SendCisSessionHealth'));
    const { 'session-token': token = '' } = opened.outputs;
    const telemetry = {
      'scan-job-id': scanJobId,
      'session-token': token,
      'results-file': 'openscap-results.xml',
    };
    print('uses: …/inspector-cis-telemetry', await runStep({ ...job, inputs: telemetry }));
    const ended = await runStep({
      ...job,
      action: 'session',
      phase: 'post',
      state: opened.state,
      inputs: { ...inputs, 'job-status': 'success' },
    });
    print('Post …/session', ended);
    received(inspector);
    const stop = inspector.sessions.get(scanJobId)?.stop;
    console.log(`    how the session ended: ${JSON.stringify(stop)}`);
    return stop?.status === 'SUCCESS';
  } finally {
    rmSync(temporaryDirectory, { recursive: true });
    await inspector.close();
  }
}

console.log(
  `inspector-cis-telemetry: dist/index.js on ${runnersNode().description}, against a local Inspector endpoint.`,
);
const rules = readFileSync(join(EXAMPLES, 'results.json'), 'utf8').split('"ruleId"').length - 1;
const sent = await story(`1. A results file of ${rules} rules is sent`, 'results.json');
const refused = await story(
  '2. The same file, but Inspector denies access',
  'results.json',
  ({ answerNext }) => {
    answerNext({
      kind: 'error',
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/scanner/ci is not authorized to perform: inspector2:SendCisSessionTelemetry',
    });
  },
);
const completed = await wholeSession('3. A whole session: start, heartbeat, telemetry, stop');
const isAsExpected = sent && !refused && completed;
heading(isAsExpected ? 'The demo ran as expected' : 'The demo did not run as expected');
process.exitCode = isAsExpected ? 0 : 1;
