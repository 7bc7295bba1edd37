// Starts the endpoint in a process that outlives this step.
import { spawn } from 'node:child_process';
import { appendFileSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readJsonLines } from './json-lines.js';

const { RUNNER_TEMP, GITHUB_ENV, GITHUB_OUTPUT, GITHUB_STATE } = process.env;
const file = join(RUNNER_TEMP, 'local-inspector.jsonl');
const main = fileURLToPath(new URL('../../../local-inspector/main.ts', import.meta.url));
const child = spawn(process.execPath, [main, '--sessions', 'tracked', '--detached'], {
  detached: true,
  stdio: ['ignore', openSync(file, 'w'), 'inherit'],
});
child.unref();

const deadline = Date.now() + 30_000;
while (readJsonLines(file).length < 1) {
  if (child.exitCode !== null || Date.now() > deadline) throw new Error('The local endpoint did not start.');
  await wait(50);
}
const [{ url, environment }] = readJsonLines(file);
appendFileSync(GITHUB_STATE, `pid=${child.pid}\nfile=${file}\n`);
appendFileSync(GITHUB_OUTPUT, `url=${url}\n`);
for (const [name, value] of Object.entries(environment)) appendFileSync(GITHUB_ENV, `${name}=${value}\n`);
console.log(`The local endpoint listens at ${url}.`);
