var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_pipeline = require("./pipeline.js");
let node_crypto = require("node:crypto");
// src/report/check-run.ts
const LONGEST_SUMMARY = 65e3;
const LONGEST_NAME = 200;
function checkRunOf(run, name, step, redact, timeIsUp = () => false) {
	const target = run.results?.targets[0];
	const shown = name === "" ? nameFor(target) : name;
	return {
		name: Array.from(redact(require_steps.plain(shown))).slice(0, LONGEST_NAME).join(""),
		externalId: externalIdOf(step, target),
		conclusion: conclusionOf(run),
		title: redact(require_steps.plain(require_steps.headlineOf(run).text)),
		summary: require_steps.summaryOf(run, redact, timeIsUp() ? void 0 : require_pipeline.rulesPart, LONGEST_SUMMARY)
	};
}
function nameFor(target) {
	return target === void 0 ? "CIS benchmark" : `CIS benchmark (${target})`;
}
function externalIdOf({ workflow, job, step }, target) {
	const identity = JSON.stringify([
		workflow,
		job,
		step,
		target ?? null
	]);
	return `inspector-cis-telemetry/${(0, node_crypto.createHash)("sha256").update(identity).digest("hex").slice(0, 32)}`;
}
function conclusionOf(run) {
	const { inputs, failure } = run;
	if (failure?.code === "Cancelled") return "cancelled";
	if (inputs?.dryRun === true) return "neutral";
	if (failure === void 0) return "success";
	return require_steps.isTolerated(run) ? "neutral" : "failure";
}
exports.checkRunOf = checkRunOf;

