var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_heartbeat = require("./heartbeat.js");
const require_open = require("./session-open.js");
let node_fs = require("node:fs");
// src/session/heartbeat-end.ts
const END_TIMEOUT = 5e3;
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
		if (ended === void 0) log.info("  The heartbeats did not report their end: they may have been killed.");
		else if (!ended.includes(require_heartbeat.HEARTBEATS_END.asked)) log.info(`  ${ended}`);
		return counts;
	} catch (error) {
		const cause = require_steps.messageOf(error);
		log.annotate("warning", { sentence: `The heartbeats could not be stopped or counted; they end with the job: ${cause}` });
		return;
	}
}
async function linesAtEnd(logFile, pid, { pace, cancellation }) {
	const end = pace.now() + END_TIMEOUT;
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
function sessionSummary(outcome, redact) {
	const { scanJobId, heartbeats, end, failure } = outcome;
	const texts = require_steps.textsWith(redact);
	const job = `scan job ${texts.code(scanJobId)}`;
	const ending = failure !== void 0 || end === void 0 ? `session of ${job}` : `CIS session stopped: <code>${end.status}</code> · ${job}`;
	return `${[
		`<h2>${sessionHeadline(outcome)}</h2>`,
		...failure === void 0 ? [] : failureLines(failure, texts),
		...end?.reason === void 0 ? [] : [`<p>${texts.sentence(end.reason)}</p>`],
		...end?.posture === void 0 ? [] : require_steps.postureLines(end.posture),
		`<p>${ending} · heartbeats: ${texts.foreign(heartbeats ?? "none")}</p>`
	].join("\n\n")}\n\n`;
}
function sessionHeadline({ end, failure }) {
	if (failure !== void 0 || end === void 0) return "⚠️ The CIS session could not be stopped";
	if (end.status !== "SUCCESS" || end.posture === void 0) return `❌ The CIS session ended ${end.status}`;
	const { mark, text } = require_steps.postureHeadline(end.posture);
	return `${mark} ${text}`;
}
function failureLines({ code, sentence, cause, remedy, requestId }, texts) {
	return [
		`<p>${texts.sentence([sentence, cause].filter(Boolean).join(" "))}</p>`,
		`<p><b>What to do first:</b> ${texts.sentence(remedy)}</p>`,
		require_steps.folded("About this failure", require_steps.definitions([["Code", `<code>${code}</code>`], ["AWS request id", requestId === void 0 ? "" : texts.code(requestId)]]))
	];
}
// src/session/close.ts
async function closeSession(runner) {
	const { log, publication } = runner;
	const scanJobId = runner.getState(require_open.STATE.scanJobId);
	const token = runner.getState(require_open.STATE.sessionToken);
	if (token === "" || scanJobId === "") {
		log.info("No session was opened, so there is nothing to stop.");
		return 0;
	}
	require_steps.mask(runner.inputs, token);
	runner.keepSecret(token);
	const refused = runner.getState(require_open.STATE.refused);
	if (refused !== "") {
		log.info(`The session could not be opened (${refused}), so there is nothing to stop.`);
		return 0;
	}
	if (runner.getState(require_open.STATE.dryRun) !== "") {
		const { steps = 0 } = await readOwnRecord(runner, scanJobId) ?? {};
		log.info(`Dry run: ${require_steps.count(steps, "telemetry step")} rehearsed; no session was opened, so there is nothing to stop.`);
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
		failure = require_open.withStopRemedy(require_steps.failureOf(error, {
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
	}, (text) => log.redact(text)), publication, log);
	return 0;
}
async function stop(runner, session, connection, { status, reason, message, capped }) {
	const { log } = runner;
	if (capped) {
		const sentence = `More than ${require_steps.count(require_open.STOP_LIMITS.count, "rule")} were delivered: the count sent to Inspector is ${require_open.STOP_LIMITS.count}, the highest that it accepts.`;
		log.annotate("warning", { sentence }, "Counts are capped");
	}
	const region = runner.getState(require_open.STATE.region);
	const sessions = await runner.connect({
		...connection,
		...require_steps.withoutUndefined({ region: region === "" ? void 0 : region })
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
		const sentence = `The record of what was delivered cannot be read, so no counts are sent to Inspector: ${cause}`;
		log.annotate("warning", { sentence }, "The record of the session is lost");
	};
	try {
		const record = await require_steps.readRecord(path, scanJobId);
		if (record === void 0) warn(`${path} is missing. Check that no step of the job empties RUNNER_TEMP.`);
		return record;
	} catch (error) {
		warn(require_steps.messageOf(error));
		return;
	}
}
exports.closeSession = closeSession;

