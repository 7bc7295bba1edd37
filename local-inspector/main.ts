import { parseArgs } from 'node:util';
import { withoutUndefined } from '../src/json.ts';
import { startLocalInspector } from './server.ts';

// Runs the endpoint as a program: `node local-inspector/main.ts --port 4566 --sessions tracked`.
// It prints two lines of JSON: at the start the environment that a caller needs, at the end what arrived.
// It ends when its standard input ends or on a signal; with `--detached`, only on a signal.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    region: { type: 'string' },
    sessions: { type: 'string', default: 'open' },
    detached: { type: 'boolean', default: false },
  },
});
const { port, region, sessions, detached } = values;
if (!/^\d{1,5}$/.test(port)) throw new Error(`--port must be a port number: ${port}`);
if (sessions !== 'open' && sessions !== 'tracked') throw new Error('--sessions must be open or tracked');

const inspector = await startLocalInspector({
  port: Number(port),
  sessions,
  ...withoutUndefined({ region }),
});
print({ url: inspector.url, environment: inspector.environment });

async function end(): Promise<void> {
  await inspector.close();
  process.stdin.destroy();
  const arrived = [...inspector.sessions.values()].map(
    ({ scanJobId, state, starts, heartbeats, messages, stop }) => ({
      scanJobId,
      state,
      starts,
      heartbeats,
      rules: new Set(messages.map(({ ruleId }) => ruleId)).size,
      stop,
    }),
  );
  print({ requests: inspector.requests.length, sessions: arrived });
}
function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
if (!detached) process.stdin.once('end', () => void end()).resume();
