// Preloaded by the benchmark: leaves the most memory that the process ever held, in KiB.
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.BENCHMARK_PEAK_MEMORY, String(peak()));
});

/** By `maxRSS` alone, Linux tells of a process no less than its parent held when it was started. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
