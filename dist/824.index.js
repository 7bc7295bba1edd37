export const id = 824;
export const ids = [824];
export const modules = {

/***/ 9199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ ForeignAnswer),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* unused harmony export unexpected */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2145);
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9339);




/** Names by which AWS refuses credentials, in its several protocols. */
const CREDENTIALS_REFUSED = new Set([
    'AuthFailure',
    'ExpiredToken',
    'ExpiredTokenException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
    'TokenRefreshRequired',
    'UnrecognizedClientException',
]);
/** The exceptions that the operations declare (AWS API model of Inspector2). */
const DECLARED = [
    'ConflictException',
    'ValidationException',
    'AccessDeniedException',
    'ThrottlingException',
    'InternalServerException',
];
/** An answer with status 200 that Inspector did not write. */
class ForeignAnswer extends Error {
    $metadata;
    constructor(httpStatusCode, seen) {
        super(seen);
        this.name = 'ForeignAnswer';
        this.$metadata = { httpStatusCode };
    }
}
/** Code points of the longest name of the service's in a sentence. */
const LONGEST_NAME = 200;
/** Code points of the longest cause: the service's words go into the log, the summary and the outputs. */
const LONGEST_CAUSE = 2000;
/** The one failure that anything thrown by a call of the service is. */
function failureOf(thrown, attempted) {
    const failure = wholeFailureOf(thrown, attempted);
    const { cause } = failure;
    if (cause === undefined || cause.length <= LONGEST_CAUSE)
        return failure;
    return { ...failure, cause: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(cause, LONGEST_CAUSE) };
}
function wholeFailureOf(thrown, attempted) {
    if (thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionFailure */ .dR)
        return thrown.failure;
    if (!(thrown instanceof Error))
        return unexpected(String(thrown));
    const metadata = metadataOf(thrown);
    const told = {
        ...(metadata.requestId === undefined ? {} : { requestId: metadata.requestId }),
        ...(metadata.attempts === undefined ? {} : { attempts: metadata.attempts }),
    };
    const after = metadata.attempts === undefined ? '' : ` after ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(metadata.attempts, 'try', 'tries')}`;
    const { what } = attempted;
    if (thrown.name === 'AbortError') {
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('Cancelled', `${what} was given up because the step was cancelled.`, told);
    }
    if (thrown instanceof _unreachable_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreachable */ .LL) {
        const cause = thrown.code === undefined ? thrown.message : `${thrown.code}: ${thrown.message}`;
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('NetworkError', `${what} could not be sent to ${thrown.host}${after}: the network failed (${thrown.stage}).`, { cause, ...told });
    }
    const declared = DECLARED.find((name) => name === thrown.name);
    const { httpStatusCode: status } = metadata;
    if (declared !== undefined)
        return { ...declaredFailure(declared, thrown, attempted, after), ...told };
    if (CREDENTIALS_REFUSED.has(thrown.name)) {
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('CredentialsUnavailable', `${what} was refused: AWS does not accept the credentials.`, {
            cause: `${thrown.name}: ${thrown.message}`,
            remedy: `${_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.CredentialsUnavailable.remedy} Credentials that were good end after an hour unless \`role-duration-seconds\` says otherwise.`,
            ...told,
        });
    }
    if (status !== undefined) {
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('ServiceError', `${what} got an answer that Inspector does not give (HTTP ${status})${after}.`, {
            cause: thrown instanceof ForeignAnswer ? thrown.message : foreignCause(thrown, status),
            retryable: status >= 500 || status === 429 || status === 408,
            ...told,
        });
    }
    return unexpected(thrown.message);
}
/** A failure that the table does not foresee: a bug of the action. */
function unexpected(cause) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('UnexpectedError', 'The action failed in a way that it should not.', { cause });
}
function declaredFailure(code, thrown, { what, iamAction }, after) {
    const cause = thrown.message;
    switch (code) {
        case 'ConflictException': {
            const resource = [textMember(thrown, 'resourceType'), textMember(thrown, 'resourceId')]
                .filter(isText)
                .map((part) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(part, LONGEST_NAME))
                .join(' ');
            return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)(code, `${what} was refused: it conflicts with ${resource === '' ? 'the session' : resource}.`, { cause });
        }
        case 'ValidationException': {
            const reason = textMember(thrown, 'reason');
            const fields = fieldsOf(thrown).map(({ name, message }) => `${name}: ${message}`);
            return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)(code, `${what} was refused as invalid${reason === undefined ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(reason, LONGEST_NAME)})`}.`, {
                cause: [cause, ...fields].filter(isText).join('; '),
            });
        }
        case 'AccessDeniedException':
            return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)(code, `${what} was refused: access is denied.`, {
                cause,
                ...(iamAction === undefined ? {} : { remedy: accessRemedy(iamAction) }),
            });
        case 'ThrottlingException':
            return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)(code, `${what} was throttled${after}.`, { cause });
        case 'InternalServerException':
            return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)(code, `${what} met an internal error of Inspector${after}.`, { cause });
    }
}
function accessRemedy(iamAction) {
    return _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.AccessDeniedException.remedy.replace(/`inspector2:\w+`/, `\`${iamAction}\``);
}
/** The fields that a `ValidationException` blames. */
function fieldsOf(thrown) {
    const fields = thrown instanceof Error && 'fields' in thrown ? thrown.fields : undefined;
    if (!Array.isArray(fields))
        return [];
    return fields.map((field) => {
        const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(textMember(field, 'name') ?? '', LONGEST_NAME);
        const messageIndex = messageIndexOf(name);
        return {
            name,
            message: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(textMember(field, 'message') ?? '', LONGEST_CAUSE),
            ...(messageIndex === undefined ? {} : { messageIndex }),
        };
    });
}
/** AWS names list members `messages.1.member.ruleId` (counted from 1) or `/messages/0/ruleId` (counted from 0). */
function messageIndexOf(name) {
    const counted = /messages\.(\d{1,3})\.member/.exec(name)?.[1];
    if (counted !== undefined)
        return Number(counted) - 1;
    const index = /messages[/.[](\d{1,3})/.exec(name)?.[1];
    return index === undefined ? undefined : Number(index);
}
/**
 * What came instead of Inspector's answer. A page that is no JSON makes the SDK fail at parsing, and an empty answer
 * has no name: that says nothing to a user. The page's beginning and where a redirection leads do.
 */
function foreignCause(thrown, status) {
    const answer = '$response' in thrown ? thrown.$response : undefined;
    const location = textMember((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .memberOf */ .C5)(answer, 'headers'), 'location');
    if (status >= 300 && status < 400) {
        return `HTTP ${status} leads elsewhere${location === undefined ? '' : `: Location ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(location)}`}, where Inspector answers itself.`;
    }
    if (thrown.name === 'Unknown')
        return `The answer is HTTP ${status} and says no more.`;
    if (thrown.name !== 'SyntaxError')
        return [thrown.name, thrown.message].filter(isText).join(': ');
    // The SDK keeps the answer beside the error; `BoundedHandler` has read its body whole.
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .memberOf */ .C5)(answer, 'body');
    const page = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
    return typeof page === 'string' ? `The answer is no JSON: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(page.trim())}` : 'The answer is no JSON.';
}
function metadataOf(thrown) {
    const metadata = '$metadata' in thrown ? thrown.$metadata : undefined;
    if (typeof metadata !== 'object' || metadata === null)
        return {};
    return {
        ...('httpStatusCode' in metadata && typeof metadata.httpStatusCode === 'number'
            ? { httpStatusCode: metadata.httpStatusCode }
            : {}),
        ...('requestId' in metadata && typeof metadata.requestId === 'string'
            ? { requestId: metadata.requestId }
            : {}),
        ...('attempts' in metadata && typeof metadata.attempts === 'number'
            ? { attempts: metadata.attempts }
            : {}),
    };
}
function textMember(value, name) {
    const member = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .memberOf */ .C5)(value, name);
    return typeof member === 'string' && member !== '' ? member : undefined;
}
function isText(text) {
    return text !== undefined && text !== '';
}


/***/ }),

/***/ 9339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   LL: () => (/* binding */ Unreachable),
/* harmony export */   bW: () => (/* binding */ givenUp),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
/** A try that got no whole answer. */
class Unreachable extends Error {
    host;
    stage;
    /** The system's code (`ECONNREFUSED`), where there is one; the SDK's clients of credentials look at it too. */
    code;
    constructor(host, stage, thrown) {
        super(thrown.message === '' ? (codeOf(thrown) ?? thrown.name) : thrown.message, { cause: thrown });
        // By this name the SDK's clients of credentials know that a time-out may be tried again.
        this.name = thrown.name === 'TimeoutError' ? thrown.name : 'Unreachable';
        this.host = host;
        this.stage = stage;
        this.code = codeOf(thrown);
    }
}
/** The system's code of an error, where it has one. */
function codeOf(thrown) {
    return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}
/** What a caller gets who gave up: an `AbortError`, which every layer reads as a cancellation. */
function givenUp() {
    return Object.assign(new Error('It was given up'), { name: 'AbortError' });
}
/** What was thrown, as an error. */
function asError(thrown) {
    return isError(thrown) ? thrown : new Error(String(thrown));
}
/** Also an error of another realm, as the system's are where the sources run in a context of their own. */
function isError(thrown) {
    return Object.prototype.toString.call(thrown) === '[object Error]';
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   mz: () => (/* binding */ memberAt),
/* harmony export */   r$: () => (/* binding */ withoutUndefined),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/** Whether `value` is a JSON object: not null, not an array, not bytes. */
function isRecord(value) {
    return (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array));
}
/** `value` when it is a JSON object, else an empty one: for members that a file may leave out. */
function recordOf(value) {
    return isRecord(value) ? value : {};
}
/** `value` when it is an array, else an empty one. */
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** The text of a member: a string that is not blank, trimmed; else `undefined`. */
function textOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const text = value.trim();
    return text === '' ? undefined : text;
}
/** A member of `value` by its own name (never an inherited one); `undefined` when `value` is no object. */
function memberOf(value, name) {
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** A member of a member, down a path of names: `memberAt(finding, 'metadata', 'product', 'version')`. */
function memberAt(value, ...path) {
    return path.reduce(memberOf, value);
}
/** `fields` without those that are `undefined`: under `exactOptionalPropertyTypes` a member is there or it is not. */
function withoutUndefined(fields) {
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    // The compiler does not follow members through entries.
    return Object.fromEntries(known);
}


/***/ }),

/***/ 8824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beatUntilStopped: () => (/* binding */ beatUntilStopped)
/* harmony export */ });
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(431);
/* harmony import */ var _inspector_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9199);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6472);
/* harmony import */ var _heartbeat_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4848);




/**
 * The whole life of a heartbeat process: reads its plan from the standard input, and beats until it is told to stop.
 * Its standard output is its log file; the last line says why it ended.
 * @returns its exit code.
 */
async function beatUntilStopped() {
    const print = (line) => void process.stdout.write(`${line}\n`);
    const levels = { info: print, debug: print, notice: print, warning: print, error: print };
    const log = new _report_log_js__WEBPACK_IMPORTED_MODULE_2__/* .Log */ .t({ ...levels, isDebug: () => false }, process.cwd(), process.cwd());
    try {
        log.info(`Heartbeats ended: ${await beat(log)}.`);
        return 0;
    }
    catch (error) {
        const { code, sentence, cause = '' } = (0,_inspector_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(error, { what: 'The heartbeats' });
        log.info(`Heartbeats ended: ${code}: ${sentence} ${cause}`);
        return 1;
    }
}
async function beat(log) {
    const plan = await (0,_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__/* .readPlan */ .m3)(process.stdin);
    log.keepSecret(plan.session.sessionToken);
    const { connect } = await Promise.all(/* import() */[__webpack_require__.e(222), __webpack_require__.e(160)]).then(__webpack_require__.bind(__webpack_require__, 6779));
    const sessions = await connect(plan.connection, {
        environment: process.env,
        pace: _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .realPace */ .O,
        debug: undefined,
        workflowRun: undefined,
    });
    return (0,_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__/* .keepAlive */ .Z8)(plan, sessions, (0,_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__/* .watchForStop */ .F1)(plan.files), _runner_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .realPace */ .O, (line) => {
        log.info(line);
    }).finally(sessions.close);
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

/***/ 2145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bn: () => (/* binding */ allOf),
  EB: () => (/* binding */ anyOf),
  U9: () => (/* binding */ count),
  MB: () => (/* binding */ describeDuration),
  au: () => (/* binding */ didYouMean),
  zD: () => (/* binding */ grouped),
  hD: () => (/* binding */ quote),
  vI: () => (/* binding */ shortened),
  kV: () => (/* binding */ unknownMembers)
});

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ./src/text.ts

const QUOTED_AT_MOST = 80;
/** The cut end of what may be a UUID: a part of a secret would no longer be found and blotted out. */
const CUT_UUID = /[\da-f-]{8,}$/i;
/** Foreign text inside a sentence: in quotation marks, shortened to at most 80 code points. */
function quote(text) {
    return `"${shortened(text, QUOTED_AT_MOST)}"`;
}
/** Foreign text of at most so many code points; what is cut ends with an ellipsis. */
function shortened(text, most) {
    const points = Array.from(text.slice(0, 2 * most + 2));
    if (points.length <= most)
        return text;
    return `${points.slice(0, most).join('').replace(CUT_UUID, '')}…`;
}
/** `1 message`, `2 messages`, `1,234 messages`. */
function count(number, noun, plural = `${noun}s`) {
    return `${grouped(number)} ${number === 1 ? noun : plural}`;
}
/** A whole number with its thousands parted: `1,234`. Loading the locales of `Intl` for it takes 30 ms. */
function grouped(number) {
    return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
const UNITS = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
];
/** A duration in milliseconds, in its two largest units: `6 days 3 hours`, `45 seconds`. */
function describeDuration(milliseconds) {
    const index = UNITS.findIndex(([, length]) => milliseconds >= length);
    if (index < 0)
        return 'less than a second';
    let rest = milliseconds;
    const parts = UNITS.slice(index, index + 2).map(([unit, length]) => {
        const number = Math.floor(rest / length);
        rest -= number * length;
        return number === 0 ? '' : count(number, unit);
    });
    return parts.filter((part) => part !== '').join(' ');
}
/** `a`, `a or b`, `a, b or c`. */
function anyOf(words) {
    return enumerate(words, 'or');
}
/** `a`, `a and b`, `a, b and c`. */
function allOf(words) {
    return enumerate(words, 'and');
}
function enumerate(words, conjunction) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
/** ` Did you mean "…"?` when one of the candidates is close to the word whatever its case; else nothing. */
function didYouMean(word, candidates) {
    if (word.length > 100)
        return '';
    const byFolded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
    const folded = fold(word);
    const maxDistance = Math.max(1, Math.floor(folded.length / 2));
    const closest = closestMatch(folded, [...byFolded.keys()], { maxDistance });
    const candidate = closest === undefined ? undefined : byFolded.get(closest);
    return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}
/** Members that something does not have, in one sentence: the first eight by name. */
function unknownMembers(unknown, what, known) {
    const [first = ''] = unknown;
    if (unknown.length === 1)
        return `${quote(first)} is not a member of ${what}.${didYouMean(first, known)}`;
    const named = unknown.slice(0, 8).map(quote);
    const more = unknown.length > named.length ? [`${unknown.length - named.length} more`] : [];
    return `${allOf([...named, ...more])} are not members of ${what}.`;
}
function fold(word) {
    return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}


/***/ })

};
