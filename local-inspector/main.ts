import { parseArgs } from 'node:util';
import { startLocalInspector } from './server.ts';

// Runs the endpoint alone: `node local-inspector/main.ts --port 4566 --sessions tracked`.
// One line of JSON on standard output says what a caller needs in its environment.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    region: { type: 'string' },
    sessions: { type: 'string', default: 'open' },
  },
});
const { port, region, sessions } = values;
if (!/^\d{1,5}$/.test(port)) throw new Error(`--port is not a port: ${port}`);
if (sessions !== 'open' && sessions !== 'tracked') throw new Error('--sessions is open or tracked');

const inspector = await startLocalInspector({ port: Number(port), sessions, ...(region && { region }) });
process.stdout.write(`${JSON.stringify({ url: inspector.url, environment: inspector.environment })}\n`);

async function end(): Promise<void> {
  await inspector.close();
  process.stdin.destroy();
}
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
process.stdin.once('end', () => void end()).resume();
