var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_heartbeat = require("./heartbeat.js");
// src/session/heartbeat-process.ts
async function beatUntilStopped() {
	const print = (line) => void process.stdout.write(`${line}\n`);
	const log = new require_steps.Log({
		info: print,
		startGroup: print,
		endGroup: () => void 0,
		debug: print,
		notice: print,
		warning: print,
		error: print,
		isDebug: () => false
	}, process.cwd(), process.cwd());
	try {
		log.info(`Heartbeats ended: ${await beat(log)}.`);
		return 0;
	} catch (error) {
		const { code, sentence, cause = "" } = require_steps.failureOf(error, { what: "The heartbeats" });
		log.info(`Heartbeats ended: ${code}: ${sentence} ${cause}`);
		return 1;
	}
}
async function beat(log) {
	const plan = await require_heartbeat.readPlan(process.stdin);
	log.keepSecret(plan.session.sessionToken);
	const { connect } = await Promise.resolve().then(() => require("./client.js")).then((n) => n.client_exports);
	const sessions = await connect(plan.connection, {
		environment: process.env,
		pace: require_steps.realPace,
		debug: void 0,
		workflowRun: void 0
	});
	return require_heartbeat.keepAlive(plan, sessions, require_heartbeat.watchForStop(plan.files), require_steps.realPace, (line) => {
		log.info(line);
	}).finally(sessions.close);
}
exports.beatUntilStopped = beatUntilStopped;

