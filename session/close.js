// Selects the part of the bundle to run.
process.argv[2] = 'session-close';
await import('../dist/index.js');
