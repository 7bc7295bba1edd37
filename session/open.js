// The part of the bundle that this script is.
process.argv[2] = 'session-open';
await import('../dist/index.js');
