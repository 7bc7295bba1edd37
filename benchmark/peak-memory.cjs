// Preloaded by the benchmark: writes the peak memory of the process to a file, in KiB.
const { readFileSync, writeFileSync } = require('node:fs');

const { BENCHMARK_PEAK_MEMORY: file } = process.env;
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(peak())));

/** On Linux, `maxRSS` is at least what the parent process had when it started this one, so `VmHWM` is read instead. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}

module.exports = { peak };
