import { parseArgs } from 'node:util';
import { startLocalInspector } from './server.ts';

// Runs the endpoint alone: `node local-inspector/main.ts --port 4566 --sessions tracked`.
// One line of JSON on standard output says what a caller needs in its environment; a second one, at the end, what
// arrived. It ends with its input, or with `--detached` by a signal only.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    region: { type: 'string' },
    sessions: { type: 'string', default: 'open' },
    detached: { type: 'boolean', default: false },
  },
});
const { port, region, sessions, detached } = values;
if (!/^\d{1,5}$/.test(port)) throw new Error(`--port is not a port: ${port}`);
if (sessions !== 'open' && sessions !== 'tracked') throw new Error('--sessions is open or tracked');

const inspector = await startLocalInspector({ port: Number(port), sessions, ...(region && { region }) });
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
function print(told: unknown): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
if (!detached) process.stdin.once('end', () => void end()).resume();
