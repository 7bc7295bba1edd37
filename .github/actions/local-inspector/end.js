// Ends the endpoint, and compares what arrived there with what was expected.
import { setTimeout as wait } from 'node:timers/promises';
import { told } from './told.js';

const { STATE_pid, STATE_file, INPUT_RULES } = process.env;
const status = process.env['INPUT_STOP-STATUS'];
process.kill(Number(STATE_pid), 'SIGTERM');
const deadline = Date.now() + 30_000;
while (told(STATE_file).length < 2) {
  if (Date.now() > deadline) throw new Error('The local endpoint did not end.');
  await wait(50);
}
const [, arrived] = told(STATE_file);
console.log(JSON.stringify(arrived, null, 2));

const [session, ...others] = arrived.sessions;
const expected = { sessions: 1, state: 'stopped', status, rules: INPUT_RULES };
const found = {
  sessions: others.length + (session === undefined ? 0 : 1),
  state: session?.state,
  status: session?.stop?.status,
  rules: String(session?.rules),
};
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  console.log(`::error::Expected ${JSON.stringify(expected)}, and found ${JSON.stringify(found)}.`);
  process.exitCode = 1;
}
