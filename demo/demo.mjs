// Runs the demo with only Node and npm: installs its packages if they are missing, then runs it on Node 24.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(new URL('../node_modules/aws4', import.meta.url))) {
  console.log('Installing the packages of the demo (once) …');
  // On Windows npm is a script, which only a shell can start.
  run('npm ci', [], { shell: true });
}
run(process.execPath, ['scripts/on-node-24.mjs', 'demo/demo.ts']);

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: repository, stdio: 'inherit', ...options });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
