var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_heartbeat = require("./heartbeat.js");
const require_open = require("./session-open.js");
let node_fs = require("node:fs");
// src/session/heartbeat-end.ts
const LONGEST_END = 5e3;
const LOOK_INTERVAL = 50;
const LARGEST_LOG = 67108864;
const SENT = /^Heartbeat \d+ sent\b/;
const FAILED = /^Heartbeat \d+ failed\b/;
const ENDED = "Heartbeats ended: ";
async function endHeartbeats(runner, scanJobId, pid) {
	const { log, temporaryDirectory } = runner;
	const { logFile, stopFile } = require_heartbeat.heartbeatFiles(temporaryDirectory, scanJobId);
	if (!(0, node_fs.existsSync)(logFile)) return void 0;
	try {
		await require_steps.writeWhole(stopFile, "");
		const lines = await linesAtEnd(logFile, pid, runner);
		const failed = lines.filter((line) => FAILED.test(line));
		const sent = lines.filter((line) => SENT.test(line));
		const counts = `${require_steps.count(sent.length, "heartbeat")} sent, ${failed.length} failed`;
		log.info(`${counts}.`);
		for (const line of failed.slice(-10)) log.info(`  ${line}`);
		const ended = lines.find((line) => line.startsWith(ENDED));
		if (ended === void 0) log.info("  The heartbeats did not say that they ended: they may have been killed.");
		else if (!ended.includes(require_heartbeat.HEARTBEATS_END.told)) log.info(`  ${ended}`);
		return counts;
	} catch (error) {
		const cause = require_steps.messageOf(error);
		log.annotate("warning", { sentence: `The heartbeats could not be ended or counted, and end with the job: ${cause}` });
		return;
	}
}
async function linesAtEnd(logFile, pid, { pace, cancellation }) {
	const end = pace.now() + LONGEST_END;
	for (;;) {
		const wasRunning = isRunning(pid);
		const lines = (await require_steps.readOwnFile(logFile, LARGEST_LOG)).split("\n");
		if (!wasRunning || lines.some((line) => line.startsWith(ENDED)) || pace.now() >= end) return lines;
		await pace.wait(LOOK_INTERVAL, cancellation.abort);
	}
}
function isRunning(pid) {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return require_steps.memberOf(error, "code") === "EPERM";
	}
}
// src/session/summary.ts
function sessionSummary({ scanJobId, heartbeats, end, failure }, blot) {
	const foreign = require_steps.foreignText(blot);
	const sentence = require_steps.sentenceText(blot);
	const headline = failure !== void 0 || end === void 0 ? "⚠️ The CIS session could not be stopped" : `${end.status === "SUCCESS" ? "✅" : "❌"} CIS session stopped: <code>${end.status}</code>`;
	const progress = Object.entries(end?.message.progress ?? {}).map(([name, number]) => `${name} ${String(number)}`);
	return `<h2>${headline}</h2>\n\n${require_steps.definitions([
		["Scan job", `<code>${foreign(scanJobId)}</code>`],
		["Reason", sentence(end?.reason ?? "")],
		["Progress", foreign(progress.join(", "))],
		["Heartbeats", foreign(heartbeats ?? "none")],
		["What went wrong", sentence([failure?.sentence, failure?.cause].filter(Boolean).join(" "))],
		["What to do", sentence(failure?.remedy ?? "")],
		["Code", failure === void 0 ? "" : `<code>${failure.code}</code>`]
	])}\n\n`;
}
// src/session/close.ts
async function closeSession(runner) {
	const { log, publication } = runner;
	const scanJobId = runner.getState(require_open.STATE.scanJobId);
	const token = runner.getState(require_open.STATE.sessionToken);
	if (token === "" || scanJobId === "") {
		log.info("No session was opened, so there is none to stop.");
		return 0;
	}
	require_steps.mask(runner.inputs, token);
	runner.keepSecret(token);
	const refused = runner.getState(require_open.STATE.refused);
	if (refused !== "") {
		log.info(`The session could not be opened (${refused}), so there is none to stop.`);
		return 0;
	}
	if (runner.getState(require_open.STATE.dryRun) !== "") {
		const { steps = 0 } = await readOwnRecord(runner, scanJobId) ?? {};
		log.info(`Dry run: ${require_steps.count(steps, "telemetry step")} rehearsed; no session was opened, so there is none to stop.`);
		return 0;
	}
	const heartbeats = await endHeartbeats(runner, scanJobId, Number(runner.getState(require_open.STATE.heartbeatProcess)));
	let end;
	let failure;
	try {
		const { connection, stated } = endInputsOf(runner, token);
		end = require_open.sessionEnd(await readOwnRecord(runner, scanJobId), require_open.readJobStatus(runner.inputs), stated);
		await stop(runner, {
			scanJobId,
			sessionToken: token
		}, connection, end);
		warnOfUnsuccessfulEnd(end, require_open.readJobStatus(runner.inputs), log);
	} catch (error) {
		failure = require_open.atStop(require_steps.failureOf(error, {
			what: "The stop of the session",
			iamAction: "inspector2:StopCisSession"
		}));
		require_steps.reportFailure(log, failure, true);
		log.stackOf(error);
	}
	await require_steps.addSummary(sessionSummary({
		scanJobId,
		heartbeats,
		end,
		failure
	}, (text) => log.blot(text)), publication, log);
	return 0;
}
async function stop(runner, session, connection, { status, reason, message, capped }) {
	const { log } = runner;
	if (capped) {
		const sentence = `More than ${require_steps.count(require_open.STOP_LIMITS.count, "rule")} were delivered: Inspector is told ${require_open.STOP_LIMITS.count}, the most that it takes.`;
		log.annotate("warning", { sentence }, "Counts are capped");
	}
	const region = runner.getState(require_open.STATE.region);
	const sessions = await runner.connect({
		...connection,
		...region === "" ? {} : { region }
	});
	const call = {
		what: "the stop of the session",
		log: (line) => {
			log.info(line);
		},
		...runner.cancellation
	};
	await sessions.stop(session, message, call).finally(sessions.close);
	log.info(`Session of scan job ${session.scanJobId} is stopped: ${status}.${reason === void 0 ? "" : ` ${reason}`}`);
}
function warnOfUnsuccessfulEnd({ status, reason = "" }, jobStatus, log) {
	if (status === "SUCCESS" || jobStatus !== "success") return;
	const sentence = `The CIS session ended ${status} in a job that succeeded. ${reason}`.trim();
	log.annotate("warning", { sentence }, "The CIS session did not succeed");
}
function endInputsOf({ inputs, environment, log }, token) {
	try {
		return require_open.readEndInputs(inputs, environment, token);
	} catch (error) {
		const failure = require_steps.failureOf(error, { what: "The stop of the session" });
		require_steps.reportFailure(log, {
			...failure,
			remedy: `${failure.remedy} The session is stopped without them.`
		}, true);
		return require_open.readEndInputs({
			...inputs,
			getInput: () => ""
		}, {}, token);
	}
}
async function readOwnRecord({ temporaryDirectory, log }, scanJobId) {
	const path = require_steps.recordPath(temporaryDirectory, scanJobId);
	const warn = (cause) => {
		const sentence = `The record of what was delivered cannot be read, so Inspector gets no counts: ${cause}`;
		log.annotate("warning", { sentence }, "The record of the session is lost");
	};
	try {
		const record = await require_steps.readRecord(path, scanJobId);
		if (record === void 0) warn(`${path} is missing. No step of the job should empty RUNNER_TEMP.`);
		return record;
	} catch (error) {
		warn(require_steps.messageOf(error));
		return;
	}
}
exports.closeSession = closeSession;

