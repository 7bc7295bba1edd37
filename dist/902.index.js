export const id = 902;
export const ids = [902];
export const modules = {

/***/ 1087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ nothingEvaluated),
/* harmony export */   K: () => (/* binding */ isEvaluated)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5565);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2145);



/** Whether a rule with this status was evaluated: it ended in a verdict. */
function isEvaluated(status) {
    return status === 'PASSED' || status === 'FAILED';
}
/**
 * Whether nothing was evaluated in this step and in what its session delivered before: a scan of nothing must not
 * look like a scan without failures. A step of its own for manual checks, or for what was left, is no false alarm.
 */
function nothingEvaluated(messages, deliveredBefore, { files, facts }) {
    const statuses = messages.map(({ status }) => status);
    if (statuses.some(isEvaluated) || [...deliveredBefore].some(isEvaluated))
        return undefined;
    const counts = (0,_status_js__WEBPACK_IMPORTED_MODULE_1__/* .countStatuses */ .ip)(statuses);
    const present = Object.entries(counts).filter(([, number]) => number > 0);
    const ended = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .bn)(present.map(([status, number]) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, 'rule')} ${status}`));
    const cause = causeOf(present.map(([status]) => status));
    const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('NothingEvaluated', `No rule was evaluated: ${ended}.`, {
        cause,
        remedy: remedyFor(facts),
    });
    return { failure, isFailure: files.some(({ format }) => format !== 'messages') };
}
function causeOf(statuses) {
    const [only, ...others] = statuses;
    if (others.length === 0 && only === 'NOT_APPLICABLE')
        return 'Most likely the content is for another system: every rule was found not to apply.';
    if (others.length === 0 && only === 'NOT_EVALUATED')
        return 'Most likely the OVAL definitions are missing, the checks are manual ones, or the scanner had no rights to look.';
    if (others.length === 0 && only === 'ERROR')
        return 'Most likely the scanner had no rights, or a tool that it needs is missing: every check ended in an error.';
    return 'Most likely the content is for another system, OVAL definitions are missing, or the scanner had no rights.';
}
function remedyFor({ benchmark, platform }) {
    const system = [platform?.vendor, platform?.product, platform?.version].filter((part) => part !== undefined);
    const stated = [
        ...(benchmark === undefined ? [] : [`the benchmark ${benchmark}`]),
        ...(system.length === 0 ? [] : [`the platform ${system.join(' ')}`]),
    ];
    const what = stated.length === 0 ? '' : ` The results state ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .bn)(stated)}.`;
    return `${_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.NothingEvaluated.remedy}${what} If that is what you mean, set \`tolerate-errors: NothingEvaluated\`.`;
}


/***/ }),

/***/ 4848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ HEARTBEATS_END),
/* harmony export */   F1: () => (/* binding */ watchForStop),
/* harmony export */   Qy: () => (/* binding */ heartbeatFiles),
/* harmony export */   Z8: () => (/* binding */ keepAlive),
/* harmony export */   iT: () => (/* binding */ startHeartbeats),
/* harmony export */   m3: () => (/* binding */ readPlan)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _inspector_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9199);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7194);







/** Milliseconds after which heartbeats end by themselves, whatever became of the job. */
const LONGEST_LIFE = 24 * 60 * 60 * 1000;
/** Milliseconds between two looks for the files. */
const LOOK_INTERVAL = 200;
/** Why heartbeats end. */
const HEARTBEATS_END = {
    told: 'they were told to',
    gone: 'the session is gone',
    day: 'a day has passed',
};
/** Where a session's heartbeats log, and the file that ends them. */
function heartbeatFiles(temporaryDirectory, scanJobId) {
    const base = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryDirectory, `inspector-cis-heartbeats-${scanJobId}`);
    return { logFile: `${base}.log`, stopFile: `${base}.stop` };
}
/**
 * Starts the heartbeats as a process of their own that outlives the step. Its standard streams are not the step's: a
 * step with an open pipe does not end.
 * @returns its process id, when it could be started.
 */
function startHeartbeats(script, plan, environment) {
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(plan.files.logFile, 'w', 0o600);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [script], {
        detached: true,
        windowsHide: true,
        stdio: ['pipe', log, log],
        env: ownEnvironment(environment, plan.session.sessionToken),
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    return new Promise((resolve, reject) => {
        const { stdin } = child;
        if (stdin === null)
            throw new TypeError('A process was started without the pipe that it was asked for.');
        child.on('error', reject);
        stdin.on('error', reject);
        child.on('spawn', () => {
            // The pipe is closed once the plan is through: nothing ties the two processes any more.
            stdin.end(JSON.stringify(plan), () => {
                stdin.destroy();
                child.unref();
                resolve(child.pid ?? 0);
            });
        });
    });
}
/**
 * Inputs, state and outputs of the step are not for the heartbeats, nor is a variable that holds the token, such as one
 * that a workflow set from a secret, encoded or not. The runner's tracking id is: by it the runner clears the process away with the
 * job if all else fails.
 */
function ownEnvironment(environment, token) {
    const own = Object.entries(environment).filter(([name, value = '']) => !/^(INPUT_|STATE_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/i.test(name) &&
        !(0,_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .holdsSecret */ .hK)(value, token));
    return Object.fromEntries(own);
}
/**
 * Reads the plan that `startHeartbeats` wrote.
 * @throws Error when it is none.
 */
async function readPlan(input) {
    const plan = parsed(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(input));
    if (!isPlan(plan))
        throw new Error('There is no plan for heartbeats on the standard input.');
    return plan;
}
/** What the parser says would quote the plan, which holds the token. */
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function isPlan(value) {
    return ((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value) &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value['session']) &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value['connection']) &&
        typeof value['interval'] === 'number' &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value['files']) &&
        typeof value['files']['logFile'] === 'string' &&
        typeof value['files']['stopFile'] === 'string');
}
/** A signal that is aborted when the stop file is there, or the log file is not. */
function watchForStop({ logFile, stopFile }) {
    const stop = new AbortController();
    const timer = setInterval(() => {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(stopFile) && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(logFile))
            return;
        clearInterval(timer);
        stop.abort();
    }, LOOK_INTERVAL);
    timer.unref();
    return stop.signal;
}
/**
 * Sends a heartbeat every interval until it is told to stop, the session is gone, or a day has passed. A heartbeat
 * that fails is logged and outlived: the next one may come through.
 * @returns why they ended.
 */
async function keepAlive({ session, interval }, sessions, stop, pace, log) {
    const end = pace.now() + LONGEST_LIFE;
    for (let beat = 1;; beat += 1) {
        const left = Math.max(0, end - pace.now());
        if (!(await waited(pace, Math.min(interval, left), stop)))
            return HEARTBEATS_END.told;
        if (pace.now() >= end)
            return HEARTBEATS_END.day;
        try {
            await sessions.sendHealth(session, { what: `heartbeat ${beat}`, log, stop, abort: stop });
            log(`Heartbeat ${beat} sent.`);
        }
        catch (error) {
            if (stop.aborted)
                return HEARTBEATS_END.told;
            const { code, sentence, cause = '' } = (0,_inspector_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOf */ .g5)(error, { what: `Heartbeat ${beat}` });
            log(`Heartbeat ${beat} failed: ${code}: ${sentence} ${cause}`);
            if (code === 'ConflictException')
                return HEARTBEATS_END.gone;
        }
    }
}
/** Waits; `false` when it was told to stop meanwhile. */
async function waited(pace, interval, stop) {
    try {
        await pace.wait(interval, stop);
        return true;
    }
    catch (error) {
        if (stop.aborted)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 5591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F5: () => (/* binding */ readEndInputs),
/* harmony export */   IW: () => (/* binding */ readJobStatus),
/* harmony export */   YE: () => (/* binding */ readSessionInputs),
/* harmony export */   c7: () => (/* binding */ sessionToken)
/* harmony export */ });
/* unused harmony export SESSION_INPUT_DEFAULTS */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _inputs_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8361);
/* harmony import */ var _inputs_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9066);
/* harmony import */ var _stop_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(936);




/** The inputs of `session/action.yml` with their defaults, where they have one. */
const SESSION_INPUT_DEFAULTS = {
    'scan-job-id': '',
    'session-token': '',
    'aws-region': '',
    'health-interval': '60',
    'max-attempts': '5',
    'request-timeout': '30',
    'benchmark-version': '',
    'benchmark-profile': '',
    'platform-vendor': '',
    'platform-product': '',
    'platform-version': '',
    'dry-run': 'false',
    'job-status': '',
};
/** `health-interval`: a heart that beats less than once an hour keeps nothing alive. */
const LONGEST_HEALTH_INTERVAL = 3600;
/**
 * The token of the session: as given, or a new random one. It is masked at once, before anything else happens.
 */
function sessionToken(source) {
    const given = (0,_inputs_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .maskToken */ .gg)(source);
    if (given !== '')
        return given;
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    (0,_inputs_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .mask */ .dK)(source, token);
    return token;
}
/**
 * Reads the inputs of a session, with its token.
 * @throws ActionFailure `InvalidInput` with every fault.
 */
function readSessionInputs(source, environment, token) {
    const withToken = {
        ...source,
        getInput: (name) => (name === 'session-token' ? token : source.getInput(name)),
    };
    const inputs = new _inputs_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .InputReader */ .i_(withToken, SESSION_INPUT_DEFAULTS);
    const dryRun = inputs.boolean('dry-run');
    const read = {
        dryRun,
        session: {
            scanJobId: inputs.uuid('scan-job-id', { optional: dryRun }) || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
            sessionToken: inputs.uuid('session-token', { secret: true }),
        },
        connection: (0,_inputs_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .readConnection */ .d)(inputs, environment),
        healthInterval: inputs.integer('health-interval', 0, LONGEST_HEALTH_INTERVAL) * 1000,
        stated: readStatedFacts(inputs),
    };
    inputs.refuseSecretElsewhere(read.session.sessionToken, 'session-token');
    inputs.throwIfFaulty();
    return read;
}
/**
 * Reads the inputs again for the end of a session: the runner evaluates them anew, so that they may hold what steps in
 * between found out. The session itself is the one that was opened, whatever the inputs say by now.
 * @throws ActionFailure `InvalidInput` with every fault.
 */
function readEndInputs(source, environment, token) {
    const inputs = new _inputs_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .InputReader */ .i_(source, SESSION_INPUT_DEFAULTS);
    const read = { connection: (0,_inputs_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .readConnection */ .d)(inputs, environment), stated: readStatedFacts(inputs) };
    inputs.refuseSecretElsewhere(token, 'session-token');
    inputs.throwIfFaulty();
    return read;
}
function readStatedFacts(inputs) {
    const benchmarkVersion = inputs.shortText('benchmark-version', _stop_message_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_LIMITS */ .k.benchmarkVersion);
    const benchmarkProfile = inputs.shortText('benchmark-profile', _stop_message_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_LIMITS */ .k.benchmarkProfile);
    const vendor = inputs.shortText('platform-vendor', _stop_message_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_LIMITS */ .k.vendor);
    const product = inputs.shortText('platform-product', _stop_message_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_LIMITS */ .k.product);
    const version = inputs.shortText('platform-version', _stop_message_js__WEBPACK_IMPORTED_MODULE_2__/* .STOP_LIMITS */ .k.version);
    return {
        ...(benchmarkVersion === undefined ? {} : { benchmarkVersion }),
        ...(benchmarkProfile === undefined ? {} : { benchmarkProfile }),
        platform: {
            ...(vendor === undefined ? {} : { vendor }),
            ...(product === undefined ? {} : { product }),
            ...(version === undefined ? {} : { version }),
        },
    };
}
/** How the job ended; what the runner does not say counts as a failure, which claims nothing. */
function readJobStatus(source) {
    const status = source.getInput('job-status').trim().toLowerCase();
    return status === 'success' || status === 'cancelled' ? status : 'failure';
}


/***/ }),

/***/ 3902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ STATE),
/* harmony export */   openSession: () => (/* binding */ openSession)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);
/* harmony import */ var _inspector_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9199);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8850);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9148);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(311);
/* harmony import */ var _heartbeat_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4848);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8301);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5591);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8451);
/* harmony import */ var _remedies_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9742);












/** What the start of a session leaves for its end, through the runner's state. */
const STATE = {
    scanJobId: 'scan-job-id',
    sessionToken: 'session-token',
    region: 'region',
    /** The code with which Inspector refused the session for good: there is none to stop. */
    refused: 'refused',
    heartbeatProcess: 'heartbeat-process',
    /** Set when the workflow is only rehearsed. */
    dryRun: 'dry-run',
};
const CANCELLED = 'The step was cancelled before the session was open.';
/** Answers to a first try after which no session can be open. After any other failure one may be. */
const REFUSALS = new Set([
    'AccessDeniedException',
    'ConflictException',
    'CredentialsUnavailable',
    'RegionMissing',
    'ValidationException',
]);
/**
 * Opens a session and starts its heartbeats. What the end needs is saved before Inspector is asked: the end runs also
 * when this is cancelled in the middle of the call.
 * @returns the exit code of the step.
 */
async function openSession(runner, heartbeatScript) {
    const { log, inputs, environment } = runner;
    let record;
    try {
        const token = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .sessionToken */ .c7)(inputs);
        runner.keepSecret(token);
        log.info(`inspector-cis-telemetry ${_version_js__WEBPACK_IMPORTED_MODULE_10__/* .VERSION */ .x}: session`);
        const asked = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .readSessionInputs */ .YE)(inputs, environment, token);
        if (runner.cancellation.stop.aborted)
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failing */ .Jr)('Cancelled', CANCELLED);
        record = await leaveForLaterSteps(asked, runner);
        if (asked.dryRun) {
            log.info('Dry run: no session is opened, and no call is made. Set `dry-run: true` on the telemetry steps too.');
            return 0;
        }
        const region = await start(asked, runner);
        if (asked.healthInterval > 0)
            await keepAlive(asked, region, heartbeatScript, runner);
        return 0;
    }
    catch (error) {
        const attempted = { what: 'The start of the session', iamAction: 'inspector2:StartCisSession' };
        const failure = (0,_remedies_js__WEBPACK_IMPORTED_MODULE_9__/* .atStart */ .M)(unlessCancelled((0,_inspector_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOf */ .g5)(error, attempted), runner));
        (0,_report_report_js__WEBPACK_IMPORTED_MODULE_4__/* .reportFailure */ .xV)(log, failure, false);
        log.stackOf(error);
        if (isRefusal(failure)) {
            runner.saveState(STATE.refused, failure.code);
            await record?.markRefused(failure);
        }
        return 1;
    }
}
/** State for the end of the session, outputs and the record for the telemetry steps. */
async function leaveForLaterSteps({ session, dryRun }, runner) {
    const { scanJobId, sessionToken: token } = session;
    const { publication, temporaryDirectory } = runner;
    runner.saveState(STATE.scanJobId, scanJobId);
    runner.saveState(STATE.sessionToken, token);
    if (dryRun)
        runner.saveState(STATE.dryRun, 'true');
    publication.setOutput('scan-job-id', scanJobId);
    publication.setOutput('session-token', token);
    const path = (0,_record_js__WEBPACK_IMPORTED_MODULE_8__/* .recordPath */ .lX)(temporaryDirectory, scanJobId);
    // One that is there is that of a session which this one may conflict with.
    const isOwn = !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path);
    const found = await runner.jobBeginning(undefined);
    const known = 'unknown' in found ? {} : { job: found };
    const write = async (notOpen) => {
        if (isOwn)
            await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeWhole */ .f8)(path, (0,_record_js__WEBPACK_IMPORTED_MODULE_8__/* .recordText */ .Pe)((0,_record_js__WEBPACK_IMPORTED_MODULE_8__/* .newRecord */ .Mx)(scanJobId, { ...known, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_11__/* .withoutUndefined */ .r$)({ notOpen }) })));
    };
    await write(dryRun ? { why: 'dry run' } : undefined);
    return {
        markRefused: ({ code, sentence }) => write({ why: 'refused', code, sentence }),
    };
}
/** Opens the session; its Region. */
async function start({ session, connection }, runner) {
    const { log } = runner;
    const sessions = await runner.connect(connection);
    runner.saveState(STATE.region, sessions.region);
    const call = {
        what: 'the start of the session',
        log: (line) => {
            log.info(line);
        },
        ...runner.cancellation,
    };
    await sessions.start(session, call).finally(sessions.close);
    log.info(`Session of scan job ${session.scanJobId} is open in ${sessions.region}; it is stopped when the job ends.`);
    return sessions.region;
}
/** Starts the process that sends heartbeats until the job ends. */
async function keepAlive({ session, connection, healthInterval }, region, heartbeatScript, { log, saveState, environment, temporaryDirectory }) {
    const files = (0,_heartbeat_js__WEBPACK_IMPORTED_MODULE_6__/* .heartbeatFiles */ .Qy)(temporaryDirectory, session.scanJobId);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(files.stopFile, { force: true });
    const plan = { session, connection: { ...connection, region }, interval: healthInterval, files };
    const pid = await (0,_heartbeat_js__WEBPACK_IMPORTED_MODULE_6__/* .startHeartbeats */ .iT)(heartbeatScript, plan, environment);
    saveState(STATE.heartbeatProcess, String(pid));
    log.info(`Heartbeats every ${healthInterval / 1000} s until then.`);
}
/** A second try may have been refused because of the first, whose answer was lost. */
function isRefusal({ code, attempts = 1 }) {
    return REFUSALS.has(code) && attempts === 1;
}
/** What would have been tried again was given up because of the cancellation. */
function unlessCancelled(failure, { cancellation }) {
    return cancellation.stop.aborted && failure.retryable ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .failureFor */ .em)('Cancelled', CANCELLED) : failure;
}


/***/ }),

/***/ 9742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ atStart),
/* harmony export */   a: () => (/* binding */ atStop)
/* harmony export */ });
/** What to do when a session could not be opened. */
const OF_START = {
    ConflictException: 'A scan job takes one session: check that no other job or step has opened it. When this job was run again, its first run has stopped the session, and a new scan job is needed. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.',
    ValidationException: 'Correct the fields named above.',
    ThrottlingException: 'Run the job again later; raise `max-attempts` if it recurs.',
    InternalServerException: 'Run the job again; raise `max-attempts` if it recurs.',
    NetworkError: 'Check the network of the runner (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the job again.',
    Cancelled: 'Run the job again.',
};
const END_NOT_TOLD = 'What was delivered is with Inspector; only the end was not told. Raise `max-attempts` of the session step if it recurs.';
/** What to do when a session could not be stopped. */
const OF_STOP = {
    ConflictException: 'The session is not open any more: an earlier try came through, somebody else stopped it, or it ended by itself; or it was never opened. Nothing is left to do here.',
    CredentialsUnavailable: 'Run `aws-actions/configure-aws-credentials` once in the job, before the session, with `role-duration-seconds` as long as the job: ' +
        'one that runs later takes the credentials away in its own end, which comes before the end of the session.',
    ThrottlingException: END_NOT_TOLD,
    InternalServerException: END_NOT_TOLD,
    NetworkError: `Check the network of the runner (\`HTTPS_PROXY\`, \`NO_PROXY\`, firewall, VPC endpoint). ${END_NOT_TOLD}`,
    ServiceError: `Check what stands between the runner and AWS (proxy, captive portal, endpoint URL). ${END_NOT_TOLD}`,
    Cancelled: END_NOT_TOLD,
};
/** The failure of a session's start, with what to do about it. */
function atStart(failure) {
    return withRemedy(failure, OF_START);
}
/** The failure of a session's stop, with what to do about it. */
function atStop(failure) {
    return withRemedy(failure, OF_STOP);
}
function withRemedy(failure, remedies) {
    const remedy = remedies[failure.code];
    return remedy === undefined ? failure : { ...failure, remedy };
}


/***/ }),

/***/ 936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sessionEnd),
/* harmony export */   k: () => (/* binding */ STOP_LIMITS)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5565);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2145);
/* harmony import */ var _policy_evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1087);





/** Limits of `StopCisSession` (AWS API model of Inspector2), in characters and counts. */
const STOP_LIMITS = {
    count: 65_536,
    reason: 1024,
    benchmarkVersion: 8,
    benchmarkProfile: 128,
    vendor: 16,
    product: 32,
    version: 8,
};
/**
 * How a session is closed truthfully: interrupted when the job was cancelled; failed when nothing was delivered or
 * something stayed undelivered; else a success, also in a job that is red for another reason: the scan was reported.
 * Without a record it is not known what was delivered, and nothing is claimed.
 */
function sessionEnd(record, jobStatus, stated) {
    const { status, reason } = record === undefined ? verdictUnknown(jobStatus) : verdictOf(record, jobStatus);
    const told = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutUndefined */ .r$)({ reason: cut(reason, STOP_LIMITS.reason) });
    return {
        status,
        ...told,
        capped: (record?.delivered.size ?? 0) > STOP_LIMITS.count,
        message: {
            status,
            progress: record === undefined ? {} : progressOf(record),
            ...told,
            ...statedOrRead(record?.facts ?? {}, stated),
        },
    };
}
function progressOf({ delivered }) {
    const counts = (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .countStatuses */ .ip)(delivered.values());
    const capped = (number) => Math.min(number, STOP_LIMITS.count);
    return {
        totalChecks: capped(delivered.size),
        successfulChecks: capped(counts.PASSED),
        failedChecks: capped(counts.FAILED),
        notEvaluatedChecks: capped(counts.NOT_EVALUATED),
        unknownChecks: capped(counts.UNKNOWN),
        notApplicableChecks: capped(counts.NOT_APPLICABLE),
        informationalChecks: capped(counts.INFORMATIONAL),
        errorChecks: capped(counts.ERROR),
    };
}
function verdictUnknown(jobStatus) {
    const unknown = 'It is not known what was delivered: the record of it is missing or cannot be read.';
    return jobStatus === 'cancelled'
        ? { status: 'INTERRUPTED', reason: `The job was cancelled. ${unknown}` }
        : { status: 'FAILED', reason: unknown };
}
function verdictOf(record, jobStatus) {
    const { delivered, undelivered, failure, nothingTolerated, unfinished } = record;
    const counts = unfinished
        ? `${rules(delivered.size)} delivered before a telemetry step was ended while it delivered ${rules(undelivered.size)}: how many of these arrived is not known`
        : `${rules(delivered.size)} delivered, ${rules(undelivered.size)} undelivered`;
    if (jobStatus === 'cancelled')
        return { status: 'INTERRUPTED', ...because(`The job was cancelled: ${counts}.`, record) };
    if (undelivered.size > 0)
        return { status: 'FAILED', ...because(`${counts}.`, record) };
    if (delivered.size === 0)
        return { status: 'FAILED', ...because(whyNothing(record), record) };
    // Results that could not even be read are not counted as undelivered, and are not delivered either.
    if (failure !== undefined)
        return {
            status: 'FAILED',
            ...because(`${rules(delivered.size)} delivered, but the last step delivered nothing.`, record),
        };
    if (![...delivered.values()].some(_policy_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .isEvaluated */ .K)) {
        const status = nothingTolerated ? 'SUCCESS' : 'FAILED';
        return {
            status,
            ...because(`No rule was evaluated: of ${rules(delivered.size)}, none passed or failed.`, record),
        };
    }
    return { status: 'SUCCESS', ...because('', record) };
}
/** The reason of a verdict: what it says, what was left out, and the code of the last failure. Never foreign text. */
function because(sentence, { leftOut, failure }) {
    const sentences = [
        sentence,
        leftOut > 0 ? `${rules(leftOut)} left out as invalid.` : '',
        failure === undefined ? '' : `A telemetry step failed: ${failure}: ${_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[failure].title}.`,
    ].filter((part) => part !== '');
    return sentences.length === 0 ? {} : { reason: sentences.join(' ') };
}
function whyNothing({ steps, dryRuns }) {
    if (steps === 0)
        return 'Nothing was delivered: no telemetry step ran, or none with valid inputs.';
    return dryRuns === steps
        ? 'Nothing was delivered: the telemetry steps were dry runs.'
        : 'Nothing was delivered.';
}
function rules(number) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(number, 'rule');
}
function statedOrRead(facts, stated) {
    const benchmarkVersion = stated.benchmarkVersion ?? facts.benchmarkVersion;
    const benchmarkProfile = stated.benchmarkProfile ?? facts.profile;
    const platform = { ...facts.platform, ...stated.platform };
    const computePlatform = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutUndefined */ .r$)({
        vendor: whole(platform.vendor, STOP_LIMITS.vendor),
        product: whole(platform.product, STOP_LIMITS.product),
        version: whole(platform.version, STOP_LIMITS.version),
    });
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutUndefined */ .r$)({
        benchmarkVersion: whole(benchmarkVersion, STOP_LIMITS.benchmarkVersion),
        benchmarkProfile: whole(benchmarkProfile, STOP_LIMITS.benchmarkProfile),
        computePlatform: Object.keys(computePlatform).length === 0 ? undefined : computePlatform,
    });
}
/** A fact of a scan when it fits; a fact that is cut says something else. */
function whole(text, most) {
    return text !== undefined && Array.from(text.toWellFormed()).length <= most
        ? text.toWellFormed()
        : undefined;
}
function cut(text, most) {
    return text === undefined ? undefined : Array.from(text.toWellFormed()).slice(0, most).join('');
}


/***/ })

};
