var __webpack_exports__ = {};
const require_steps = require("./steps.js");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
// src/report/sarif.ts
const MOST_RESULTS = 25e3;
const LONGEST_TEXT = 1e3;
const SEVERITIES = new Map([
	["critical", {
		level: "error",
		score: "9.5"
	}],
	["high", {
		level: "error",
		score: "8.0"
	}],
	["medium", {
		level: "warning",
		score: "5.5"
	}],
	["moderate", {
		level: "warning",
		score: "5.5"
	}],
	["low", {
		level: "note",
		score: "2.0"
	}],
	["info", {
		level: "note",
		score: "0.1"
	}]
]);
function sarifOf(run, directories, redact) {
	const { validated, results, findings } = run;
	if (validated === void 0 || results === void 0 || findings === void 0) return void 0;
	const text = inertText(redact);
	const failed = require_steps.rulesOf(validated).filter(({ status }) => status === "FAILED");
	const listed = failed.slice(0, MOST_RESULTS);
	const target = results.targets[0] ?? "";
	const { accepted } = findings.acceptance;
	const sarif = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: require_steps.ACTION,
				version: require_steps.VERSION,
				informationUri: "https://github.com/your-org/inspector-cis-telemetry",
				rules: listed.map((rule) => descriptorOf(rule, text))
			} },
			automationDetails: { id: `cis-benchmark/${text(target)}` },
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: notificationsOf(validated.leftOut.length, failed.length)
			}],
			results: listed.map((rule, ruleIndex) => ({
				...sarifResult(rule, target, directories, text),
				ruleIndex,
				suppressions: (accepted.get(rule.id) ?? []).map((exception) => suppressionOf(exception, directories, text))
			}))
		}]
	};
	return `${JSON.stringify(sarif)}\n`;
}
function inertText(redact) {
	return (text) => redact(require_steps.plain(require_steps.shortened(redact(text), LONGEST_TEXT))).replaceAll(/[\\[\]]/g, (character) => `\\${character}`);
}
function severityOf({ severity = "" }) {
	return SEVERITIES.get(severity.toLowerCase()) ?? { level: "warning" };
}
function descriptorOf(rule, text) {
	const { id, title, section, level, remediation, benchmark, identifiers = [] } = rule;
	const { level: defaultLevel, score } = severityOf(rule);
	const parts = [
		["Rule", id],
		["Benchmark", benchmark],
		["Section", section],
		["Level", level],
		["Also known as", identifiers.length === 0 ? void 0 : identifiers.join(", ")],
		["Remediation", remediation]
	].flatMap(([head, value]) => value === void 0 ? [] : [`${head}: ${text(value)}`]);
	return {
		id: text(id),
		shortDescription: { text: text(title ?? id) },
		help: { text: parts.join("\n\n") },
		defaultConfiguration: { level: defaultLevel },
		properties: {
			tags: ["security", "CIS"],
			...require_steps.withoutUndefined({ "security-severity": score })
		}
	};
}
function sarifResult(rule, target, directories, text) {
	const { id, title, reason, place } = rule;
	const [what, on] = [text(title ?? id), target === "" ? "" : ` on ${text(target)}`];
	return {
		ruleId: text(id),
		kind: "fail",
		level: severityOf(rule).level,
		message: { text: `${what} fails${on}.${reason === void 0 ? "" : ` ${text(reason)}`}` },
		locations: [locationOf(place, directories)],
		partialFingerprints: { primaryLocationLineHash: fingerprintOf(id, target) }
	};
}
function fingerprintOf(id, target) {
	return (0, node_crypto.createHash)("sha256").update(JSON.stringify([id, target])).digest("hex").slice(0, 32);
}
function suppressionOf({ reason, owner, expires, place }, directories, text) {
	return {
		kind: "external",
		status: "accepted",
		justification: `${text(reason)} (accepted by ${text(owner)} until ${expires})`,
		location: locationOf(place, directories)
	};
}
function locationOf({ source, at }, directories) {
	const position = source.locate(at);
	const region = position === void 0 ? void 0 : {
		startLine: position.line,
		startColumn: position.column
	};
	return { physicalLocation: {
		artifactLocation: { uri: uriOf(source.file, directories) },
		...require_steps.withoutUndefined({ region })
	} };
}
function uriOf(file, { workspace, workingDirectory }) {
	const path = (0, node_path.relative)(workspace, (0, node_path.resolve)(workingDirectory, file));
	const steps = path.split(node_path.sep);
	return (path !== "" && steps[0] !== ".." && !(0, node_path.isAbsolute)(path) ? steps : [(0, node_path.basename)(file)]).map(encodedStep).join("/");
}
function encodedStep(step) {
	return encodeURIComponent(step.toWellFormed());
}
function notificationsOf(leftOut, failed) {
	return [leftOut > 0 ? `${require_steps.count(leftOut, "result")} could not be read and ${leftOut === 1 ? "is" : "are"} not in this file.` : "", failed > MOST_RESULTS ? `${require_steps.count(failed - MOST_RESULTS, "more failed rule")} did not fit into this file.` : ""].filter((text) => text !== "").map((text) => ({
		level: "warning",
		message: { text }
	}));
}
exports.sarifOf = sarifOf;

