// The part of the bundle that this script is.
process.argv[2] = 'session-heartbeat';
await import('../dist/index.js');
