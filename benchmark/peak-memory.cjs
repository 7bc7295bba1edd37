// Preloaded by the benchmark: leaves the most memory that the process ever held, in KiB.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.BENCHMARK_PEAK_MEMORY, String(process.resourceUsage().maxRSS));
});
