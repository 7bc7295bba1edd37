// Preloaded into the action by torture: when the process exits, writes its peak memory (MB) and CPU time (ms) to a file.
const { writeFileSync } = require('node:fs');
const { peak } = require('../benchmark/peak-memory.cjs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.TORTURE_COST, `${(peak() * 1024) / 1e6} ${(user + system) / 1000}`);
});
