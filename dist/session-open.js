var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_heartbeat = require("./heartbeat.js");
const require_pipeline = require("./pipeline.js");
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
let node_fs_promises = require("node:fs/promises");
// src/session/stop-message.ts
const STOP_LIMITS = {
	count: 65536,
	reason: 1024,
	benchmarkVersion: 8,
	benchmarkProfile: 128,
	vendor: 16,
	product: 32,
	version: 8
};
function sessionEnd(record, jobStatus, stated) {
	const { status, reason } = record === void 0 ? endOfUnknown(jobStatus) : endOf(record, jobStatus);
	const given = require_steps.withoutUndefined({ reason: truncated(reason, STOP_LIMITS.reason) });
	const known = record === void 0 || record.unfinished ? void 0 : record;
	return {
		status,
		...given,
		...require_steps.withoutUndefined({ posture: known && require_steps.postureOfCounts(require_steps.countStatuses(known.delivered.values()), known.leftOut) }),
		capped: (record?.delivered.size ?? 0) > STOP_LIMITS.count,
		message: {
			status,
			progress: known === void 0 ? {} : stopProgress(known),
			...given,
			...benchmarkAndPlatform(record?.facts ?? {}, stated)
		}
	};
}
function stopProgress({ delivered }) {
	const counts = require_steps.countStatuses(delivered.values());
	const capped = (number) => Math.min(number, STOP_LIMITS.count);
	return {
		totalChecks: capped(delivered.size),
		successfulChecks: capped(counts.PASSED),
		failedChecks: capped(counts.FAILED),
		notEvaluatedChecks: capped(counts.NOT_EVALUATED),
		unknownChecks: capped(counts.UNKNOWN),
		notApplicableChecks: capped(counts.NOT_APPLICABLE),
		informationalChecks: capped(counts.INFORMATIONAL),
		errorChecks: capped(counts.ERROR)
	};
}
function endOfUnknown(jobStatus) {
	const unknown = "What was delivered is unknown: the record is missing or cannot be read.";
	return jobStatus === "cancelled" ? {
		status: "INTERRUPTED",
		reason: `The job was cancelled. ${unknown}`
	} : {
		status: "FAILED",
		reason: unknown
	};
}
function endOf(record, jobStatus) {
	const { delivered, undelivered, failure, nothingTolerated } = record;
	const counts = describeDelivery(record);
	if (jobStatus === "cancelled") return {
		status: "INTERRUPTED",
		...because(`The job was cancelled: ${counts}.`, record)
	};
	if (undelivered.size > 0) return {
		status: "FAILED",
		...because(`${counts}.`, record)
	};
	if (delivered.size === 0) return {
		status: "FAILED",
		...because(whyNothing(record), record)
	};
	if (failure !== void 0) return {
		status: "FAILED",
		...because(`${rules(delivered.size)} delivered, but the last step delivered nothing.`, record)
	};
	if (![...delivered.values()].some(require_pipeline.isEvaluated)) return {
		status: nothingTolerated ? "SUCCESS" : "FAILED",
		...because(`No rule was evaluated: of ${rules(delivered.size)}, none passed or failed.`, record)
	};
	return {
		status: "SUCCESS",
		...because("", record)
	};
}
function describeDelivery({ delivered, undelivered, unfinished }) {
	if (!unfinished) return `${rules(delivered.size)} delivered, ${rules(undelivered.size)} undelivered`;
	return `${delivered.size === 0 ? "" : `${rules(delivered.size)} delivered, then `}${rules(undelivered.size)} in a telemetry step that was interrupted during delivery: how many of these arrived is unknown`;
}
function because(sentence, { leftOut, failure }) {
	const sentences = [
		sentence,
		leftOut > 0 ? `${rules(leftOut)} left out as invalid.` : "",
		failure === void 0 ? "" : `A telemetry step failed: ${failure}: ${require_steps.FAILURES[failure].title}.`
	].filter((part) => part !== "");
	return require_steps.withoutUndefined({ reason: sentences.length === 0 ? void 0 : sentences.join(" ") });
}
function whyNothing({ steps, dryRuns }) {
	if (steps === 0) return "Nothing was delivered: no telemetry step ran with valid inputs.";
	return dryRuns === steps ? "Nothing was delivered: the telemetry steps were dry runs." : "Nothing was delivered.";
}
function rules(number) {
	return require_steps.count(number, "rule");
}
function benchmarkAndPlatform(facts, stated) {
	const benchmarkVersion = stated.benchmarkVersion ?? facts.benchmarkVersion;
	const benchmarkProfile = stated.benchmarkProfile ?? facts.profile;
	const platform = {
		...facts.platform,
		...stated.platform
	};
	const computePlatform = require_steps.withoutUndefined({
		vendor: ifShortEnough(platform.vendor, STOP_LIMITS.vendor),
		product: ifShortEnough(platform.product, STOP_LIMITS.product),
		version: ifShortEnough(platform.version, STOP_LIMITS.version)
	});
	return require_steps.withoutUndefined({
		benchmarkVersion: ifShortEnough(benchmarkVersion, STOP_LIMITS.benchmarkVersion),
		benchmarkProfile: ifShortEnough(benchmarkProfile, STOP_LIMITS.benchmarkProfile),
		computePlatform: Object.keys(computePlatform).length === 0 ? void 0 : computePlatform
	});
}
function ifShortEnough(text, most) {
	return text !== void 0 && Array.from(text.toWellFormed()).length <= most ? text.toWellFormed() : void 0;
}
function truncated(text, most) {
	return text === void 0 ? void 0 : Array.from(text.toWellFormed()).slice(0, most).join("");
}
// src/session/inputs.ts
const SESSION_INPUT_DEFAULTS = {
	"scan-job-id": "",
	"session-token": "",
	"aws-region": "",
	"health-interval": "60",
	"max-attempts": "5",
	"request-timeout": "30",
	"benchmark-version": "",
	"benchmark-profile": "",
	"platform-vendor": "",
	"platform-product": "",
	"platform-version": "",
	"dry-run": "false",
	"job-status": ""
};
const LONGEST_HEALTH_INTERVAL = 3600;
function sessionToken(source) {
	const given = require_steps.maskToken(source);
	if (given !== "") return given;
	const token = (0, node_crypto.randomUUID)();
	require_steps.mask(source, token);
	return token;
}
function readSessionInputs(source, environment, token) {
	const withToken = {
		...source,
		getInput: (name) => name === "session-token" ? token : source.getInput(name)
	};
	const inputs = new require_steps.InputReader(withToken, SESSION_INPUT_DEFAULTS);
	const dryRun = inputs.boolean("dry-run");
	const read = {
		dryRun,
		session: {
			scanJobId: inputs.uuid("scan-job-id", { optional: dryRun }) || (0, node_crypto.randomUUID)(),
			sessionToken: inputs.uuid("session-token", { secret: true })
		},
		connection: require_steps.readConnection(inputs, environment),
		healthInterval: inputs.integer("health-interval", 0, LONGEST_HEALTH_INTERVAL) * 1e3,
		stated: readStatedFacts(inputs)
	};
	inputs.refuseSecretElsewhere(read.session.sessionToken, "session-token");
	inputs.throwIfFaulty();
	return read;
}
function readEndInputs(source, environment, token) {
	const inputs = new require_steps.InputReader(source, SESSION_INPUT_DEFAULTS);
	const read = {
		connection: require_steps.readConnection(inputs, environment),
		stated: readStatedFacts(inputs)
	};
	inputs.refuseSecretElsewhere(token, "session-token");
	inputs.throwIfFaulty();
	return read;
}
function readStatedFacts(inputs) {
	return {
		...require_steps.withoutUndefined({
			benchmarkVersion: inputs.shortText("benchmark-version", STOP_LIMITS.benchmarkVersion),
			benchmarkProfile: inputs.shortText("benchmark-profile", STOP_LIMITS.benchmarkProfile)
		}),
		platform: require_steps.withoutUndefined({
			vendor: inputs.shortText("platform-vendor", STOP_LIMITS.vendor),
			product: inputs.shortText("platform-product", STOP_LIMITS.product),
			version: inputs.shortText("platform-version", STOP_LIMITS.version)
		})
	};
}
function readJobStatus(source) {
	const status = source.getInput("job-status").trim().toLowerCase();
	return status === "success" || status === "cancelled" ? status : "failure";
}
// src/session/remedies.ts
const START_REMEDIES = {
	ConflictException: "A scan job has one session: check that no other job or step has opened it. If you re-ran this job, its first run stopped the session, and you need a new scan job. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.",
	ValidationException: "Correct the fields named above.",
	ThrottlingException: "Run the job again later; raise `max-attempts` if it recurs.",
	InternalServerException: "Run the job again; raise `max-attempts` if it recurs.",
	NetworkError: "Check the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the job again.",
	Cancelled: "Run the job again."
};
const ONLY_STOP_FAILED = "Inspector has everything that was delivered; only the stop of the session failed. Raise `max-attempts` of the session step if it recurs.";
const STOP_REMEDIES = {
	ConflictException: "The session is no longer open, or never was: an earlier attempt got through, something else stopped it, or it ended by itself. There is nothing left to do.",
	CredentialsUnavailable: "Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: a later one removes the credentials in its own post step, which runs before the session is stopped.",
	ThrottlingException: ONLY_STOP_FAILED,
	InternalServerException: ONLY_STOP_FAILED,
	NetworkError: `Check the runner's network (\`HTTPS_PROXY\`, \`NO_PROXY\`, firewall, VPC endpoint). ${ONLY_STOP_FAILED}`,
	ServiceError: `Check what is between the runner and AWS (proxy, captive portal, endpoint URL). ${ONLY_STOP_FAILED}`,
	Cancelled: ONLY_STOP_FAILED
};
function withStartRemedy(failure) {
	return withRemedy(failure, START_REMEDIES);
}
function withStopRemedy(failure) {
	return withRemedy(failure, STOP_REMEDIES);
}
function withRemedy(failure, remedies) {
	const remedy = remedies[failure.code];
	return remedy === void 0 ? failure : {
		...failure,
		remedy
	};
}
// src/session/open.ts
const STATE = {
	scanJobId: "scan-job-id",
	sessionToken: "session-token",
	region: "region",
	refused: "refused",
	heartbeatProcess: "heartbeat-process",
	dryRun: "dry-run"
};
const CANCELLED = "The step was cancelled before the session was open.";
const REFUSALS = new Set([
	"InvalidInput",
	"AccessDeniedException",
	"ConflictException",
	"CredentialsUnavailable",
	"RegionMissing",
	"ValidationException"
]);
async function openSession(runner, heartbeatScript) {
	const { log, inputs, environment } = runner;
	let record;
	let reached = "inputs";
	try {
		const token = sessionToken(inputs);
		runner.keepSecret(token);
		log.info(`inspector-cis-telemetry ${require_steps.VERSION}: session`);
		const asked = readSessionInputs(inputs, environment, token);
		if (runner.cancellation.stop.aborted) throw require_steps.failing("Cancelled", CANCELLED);
		reached = "files";
		record = await prepareLaterSteps(asked, runner);
		if (asked.dryRun) {
			log.info("Dry run: no session is opened and no call is made. Set `dry-run: true` on the telemetry steps too.");
			return 0;
		}
		reached = "Inspector";
		const region = await start(asked, runner);
		if (asked.healthInterval > 0) await startKeepingAlive(asked, region, heartbeatScript, runner);
		return 0;
	} catch (error) {
		const failure = withStartRemedy(asCancelledIfRetryable(require_steps.failureOf(error, {
			what: "The start of the session",
			iamAction: "inspector2:StartCisSession"
		}), runner));
		require_steps.reportFailure(log, failure, false);
		log.stackOf(error);
		if (reached === "files" || reached === "Inspector" && isRefusal(failure)) await recordRefusal(failure, record, runner);
		return 1;
	}
}
async function recordRefusal(failure, record, { saveState, log }) {
	try {
		saveState(STATE.refused, failure.code);
		await record?.markRefused(failure);
	} catch (error) {
		const { sentence, cause = "" } = require_steps.failureOf(error, { what: "The record of the session" });
		log.annotate("warning", { sentence: `Later steps cannot find out that the session is not open. ${sentence} ${cause}` });
	}
}
async function prepareLaterSteps({ session, dryRun }, runner) {
	const { scanJobId, sessionToken: token } = session;
	const { publication, temporaryDirectory } = runner;
	runner.saveState(STATE.scanJobId, scanJobId);
	runner.saveState(STATE.sessionToken, token);
	if (dryRun) runner.saveState(STATE.dryRun, "true");
	publication.setOutput("scan-job-id", scanJobId);
	publication.setOutput("session-token", token);
	const path = require_steps.recordPath(temporaryDirectory, scanJobId);
	const isOwn = !(0, node_fs.existsSync)(path);
	const found = await runner.jobBeginning(void 0);
	const job = "unknown" in found ? void 0 : found;
	const write = async (notOpen) => {
		if (isOwn) await require_steps.writeWhole(path, require_steps.recordText(require_steps.newRecord(scanJobId, require_steps.withoutUndefined({
			job,
			notOpen
		}))));
	};
	await write(dryRun ? { why: "dry run" } : void 0);
	return { markRefused: ({ code, sentence }) => write({
		why: "refused",
		code,
		sentence
	}) };
}
async function start({ session, connection }, runner) {
	const { log } = runner;
	const sessions = await runner.connect(connection);
	runner.saveState(STATE.region, sessions.region);
	const call = {
		what: "the start of the session",
		log: (line) => {
			log.info(line);
		},
		...runner.cancellation
	};
	await sessions.start(session, call).finally(sessions.close);
	log.info(`Session of scan job ${session.scanJobId} is open in ${sessions.region}; it is stopped when the job ends.`);
	return sessions.region;
}
async function startKeepingAlive({ session, connection, healthInterval }, region, heartbeatScript, { log, saveState, environment, temporaryDirectory }) {
	const files = require_heartbeat.heartbeatFiles(temporaryDirectory, session.scanJobId);
	await (0, node_fs_promises.rm)(files.stopFile, { force: true });
	const plan = {
		session,
		connection: {
			...connection,
			region
		},
		interval: healthInterval,
		files
	};
	const pid = await require_heartbeat.startHeartbeats(heartbeatScript, plan, environment);
	saveState(STATE.heartbeatProcess, String(pid));
	log.info(`Until then, a heartbeat is sent every ${healthInterval / 1e3} s.`);
}
function isRefusal({ code, attempts = 1 }) {
	return REFUSALS.has(code) && attempts === 1;
}
function asCancelledIfRetryable(failure, { cancellation }) {
	return cancellation.stop.aborted && failure.retryable ? require_steps.failureFor("Cancelled", CANCELLED) : failure;
}
exports.STATE = STATE;
exports.STOP_LIMITS = STOP_LIMITS;
exports.openSession = openSession;
exports.readEndInputs = readEndInputs;
exports.readJobStatus = readJobStatus;
exports.sessionEnd = sessionEnd;
exports.withStopRemedy = withStopRemedy;

