// Stops the endpoint, and compares what it received with what was expected.
import { setTimeout as wait } from 'node:timers/promises';
import { readJsonLines } from './json-lines.js';

const { STATE_pid, STATE_file, INPUT_RULES } = process.env;
const status = process.env['INPUT_STOP-STATUS'];
process.kill(Number(STATE_pid), 'SIGTERM');
const deadline = Date.now() + 30_000;
while (readJsonLines(STATE_file).length < 2) {
  if (Date.now() > deadline) throw new Error('The local endpoint did not stop.');
  await wait(50);
}
const [, received] = readJsonLines(STATE_file);
console.log(JSON.stringify(received, null, 2));

const [session, ...others] = received.sessions;
const expected = { sessions: 1, state: 'stopped', status, rules: INPUT_RULES };
const found = {
  sessions: others.length + (session === undefined ? 0 : 1),
  state: session?.state,
  status: session?.stop?.status,
  rules: String(session?.rules),
};
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  console.log(`::error::Expected ${JSON.stringify(expected)}, but found ${JSON.stringify(found)}.`);
  process.exitCode = 1;
}
