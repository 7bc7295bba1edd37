var __webpack_exports__ = {};
// src/runner/cancellation.ts
const SETTLE_TIME = 5e3;
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
function cancellationBySignals(process) {
	const stop = new AbortController();
	const abort = new AbortController();
	const cancel = () => {
		if (stop.signal.aborted) return;
		stop.abort();
		setTimeout(() => {
			abort.abort();
		}, SETTLE_TIME).unref();
	};
	for (const signal of SIGNALS) process.on(signal, cancel);
	return {
		stop: stop.signal,
		abort: abort.signal
	};
}
// src/index.ts
const [, script = "", part] = process.argv;
async function runPart() {
	if (part === "session-heartbeat") {
		const { beatUntilStopped } = await Promise.resolve().then(() => require("./session-heartbeat-process.js"));
		return beatUntilStopped();
	}
	const cancellation = cancellationBySignals(process);
	const { runStep } = await Promise.resolve().then(() => require("./steps.js")).then((n) => n.steps_exports);
	return runStep(part, script, cancellation);
}
function flushed() {
	return new Promise((resolve) => {
		process.stdout.write("", () => {
			resolve();
		});
	});
}
async function main() {
	const exitCode = await runPart();
	await flushed();
	process.exit(exitCode);
}
main();

