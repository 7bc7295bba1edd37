import { dirname, join } from 'node:path';
import { run } from './action.ts';
import { realEdges } from './edges.ts';
import { closeSession } from './session/close.ts';
import { beatUntilStopped } from './session/heartbeat-process.ts';
import { openSession } from './session/open.ts';

// One bundle serves every entry: the small scripts in session/ say which part of it they are.
const [, script = '', part] = process.argv;

switch (part) {
  case 'session-open':
    process.exitCode = await openSession(realEdges(), join(dirname(script), 'heartbeat.js'));
    break;
  case 'session-heartbeat':
    process.exitCode = await beatUntilStopped();
    break;
  case 'session-close':
    process.exitCode = await closeSession(realEdges());
    break;
  default:
    process.exitCode = await run(realEdges());
}
