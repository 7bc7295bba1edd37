var __webpack_exports__ = {};
const require_steps = require("./steps.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_child_process = require("node:child_process");
let node_stream_consumers = require("node:stream/consumers");
// src/session/heartbeat.ts
const LONGEST_LIFE = 864e5;
const LOOK_INTERVAL = 200;
const HEARTBEATS_END = {
	asked: "they were asked to stop",
	gone: "the session no longer exists",
	day: "24 hours have passed"
};
function heartbeatFiles(temporaryDirectory, scanJobId) {
	const base = (0, node_path.join)(temporaryDirectory, `inspector-cis-heartbeats-${scanJobId}`);
	return {
		logFile: `${base}.log`,
		stopFile: `${base}.stop`
	};
}
function startHeartbeats(script, plan, environment) {
	const { O_WRONLY, O_CREAT, O_TRUNC } = node_fs.constants;
	const log = (0, node_fs.openSync)(plan.files.logFile, O_WRONLY | O_CREAT | O_TRUNC | require_steps.WITHOUT_WAITING, 384);
	const child = (0, node_child_process.spawn)(process.execPath, [script], {
		detached: true,
		windowsHide: true,
		stdio: [
			"pipe",
			log,
			log
		],
		env: environmentOfHeartbeats(environment, plan.session.sessionToken)
	});
	(0, node_fs.closeSync)(log);
	return new Promise((resolve, reject) => {
		const { stdin } = child;
		if (stdin === null) throw new TypeError("A process was started without the pipe that it was asked for.");
		child.on("error", reject);
		stdin.on("error", reject);
		child.on("spawn", () => {
			stdin.end(JSON.stringify(plan), () => {
				stdin.destroy();
				child.unref();
				resolve(child.pid ?? 0);
			});
		});
	});
}
function environmentOfHeartbeats(environment, token) {
	const holdsToken = require_steps.secretFinder(token);
	const own = Object.entries(environment).filter(([name, value = ""]) => !/^(INPUT_|STATE_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/i.test(name) && !holdsToken(value));
	return Object.fromEntries(own);
}
async function readPlan(input) {
	const plan = parsed(await (0, node_stream_consumers.text)(input));
	if (!isPlan(plan)) throw new Error("There is no heartbeat plan on standard input.");
	return plan;
}
function parsed(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function isPlan(value) {
	return require_steps.isRecord(value) && require_steps.isRecord(value["session"]) && require_steps.isRecord(value["connection"]) && typeof value["interval"] === "number" && require_steps.isRecord(value["files"]) && typeof value["files"]["logFile"] === "string" && typeof value["files"]["stopFile"] === "string";
}
function watchForStop({ logFile, stopFile }) {
	const stop = new AbortController();
	const timer = setInterval(() => {
		if (!(0, node_fs.existsSync)(stopFile) && (0, node_fs.existsSync)(logFile)) return;
		clearInterval(timer);
		stop.abort();
	}, LOOK_INTERVAL);
	timer.unref();
	return stop.signal;
}
async function keepAlive({ session, interval }, sessions, stop, pace, log) {
	const end = pace.now() + LONGEST_LIFE;
	for (let beat = 1;; beat += 1) {
		const left = Math.max(0, end - pace.now());
		if (!await waited(pace, Math.min(interval, left), stop)) return HEARTBEATS_END.asked;
		if (pace.now() >= end) return HEARTBEATS_END.day;
		try {
			await sessions.sendHealth(session, {
				what: `heartbeat ${beat}`,
				log,
				stop,
				abort: stop
			});
			log(`Heartbeat ${beat} sent.`);
		} catch (error) {
			if (stop.aborted) return HEARTBEATS_END.asked;
			const { code, sentence, cause = "" } = require_steps.failureOf(error, { what: `Heartbeat ${beat}` });
			log(`Heartbeat ${beat} failed: ${code}: ${sentence} ${cause}`);
			if (code === "ConflictException") return HEARTBEATS_END.gone;
		}
	}
}
async function waited(pace, interval, stop) {
	try {
		await pace.wait(interval, stop);
		return true;
	} catch (error) {
		if (stop.aborted) return false;
		throw error;
	}
}
exports.HEARTBEATS_END = HEARTBEATS_END;
exports.heartbeatFiles = heartbeatFiles;
exports.keepAlive = keepAlive;
exports.readPlan = readPlan;
exports.startHeartbeats = startHeartbeats;
exports.watchForStop = watchForStop;

