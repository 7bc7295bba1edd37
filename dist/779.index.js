export const id = 779;
export const ids = [779,160];
export const modules = {

/***/ 6779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-inspector2/dist-cjs/index.js
var dist_cjs = __webpack_require__(3222);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/text.ts + 1 modules
var src_text = __webpack_require__(2145);
// EXTERNAL MODULE: ./src/inspector/failure.ts
var inspector_failure = __webpack_require__(9199);
;// CONCATENATED MODULE: ./src/inspector/answers.ts



/** Where the middleware sees answers before the SDK reads them. */
const NEXT_TO_THE_NETWORK = { relation: 'after', toMiddleware: 'deserializerMiddleware' };
/** UTF-16 units of an answer's body in the debug log. */
const LONGEST_LOGGED_BODY = 2000;
/** Headers that are or hold credentials. */
const SECRET_HEADERS = new Set([
    'authorization',
    'x-amz-security-token',
    'proxy-authorization',
    'cookie',
    'set-cookie',
]);
/** Members by which an answer of AWS, of a proxy or of a gateway says that something went wrong. */
const ERROR_MEMBERS = ['message', 'Message', 'error', 'errors', 'code', '__type'];
/**
 * A 200 counts when its body is empty or a JSON object that tells of no error, and not otherwise: the SDK takes
 * anything, and a captive portal's page or a gateway's `{"message": "Missing Authentication Token"}` would pass for a
 * delivery. Members that Inspector does not declare are named in the debug log.
 */
function requireInspectorsAnswer(debug) {
    return {
        applyToStack: (stack) => {
            const middleware = (next) => async (args) => {
                const answer = await next(args);
                const { statusCode, headers, body } = partsOf(answer.response);
                if (statusCode >= 200 && statusCode < 300) {
                    const members = requireConfirmation(statusCode, headers, body);
                    if (members.length > 0)
                        debug?.(`The answer has members that are not declared: ${members.join(', ')}`);
                }
                return answer;
            };
            stack.addRelativeTo(middleware, { name: 'requireInspectorsAnswer', ...NEXT_TO_THE_NETWORK });
        },
    };
}
/** The names of the members of an answer that confirms a request. */
function requireConfirmation(statusCode, headers, body) {
    const text = body.trim();
    const seen = text === '' ? 'an empty body' : `the body ${(0,src_text/* quote */.hD)(text)}`;
    const refuse = (expected) => {
        throw new inspector_failure/* ForeignAnswer */.J6(statusCode, `Inspector answers 200 with ${expected}; this was ${statusCode} with ${seen}.`);
    };
    if (Object.keys(headers).some((name) => name.toLowerCase() === 'x-amzn-errortype')) {
        return refuse('no `x-amzn-errortype` header');
    }
    if (statusCode !== 200)
        return refuse('a JSON object');
    if (text === '')
        return [];
    const members = membersOf(text) ?? refuse('a JSON object');
    return members.some((name) => ERROR_MEMBERS.includes(name))
        ? refuse('a JSON object that tells of no error')
        : members;
}
/** The names of a JSON object's members; `undefined` when a text is none. */
function membersOf(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isRecord */.u4)(value) ? Object.keys(value) : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Logs every request and every answer: headers without credentials, bodies of answers, sizes of requests. */
function logRequests(debug) {
    return {
        applyToStack: (stack) => {
            const middleware = (next) => async (args) => {
                const { method, hostname, path, headers, body: sent } = partsOf(args.request);
                debug(`${method} ${hostname}${path} (${shown(headers)}) with ${sent.length} characters`);
                const answer = await next(args);
                const { statusCode, headers: answerHeaders, body } = partsOf(answer.response);
                debug(`${statusCode} (${shown(answerHeaders)}) ${body.slice(0, LONGEST_LOGGED_BODY)}`);
                return answer;
            };
            stack.addRelativeTo(middleware, { name: 'logRequests', ...NEXT_TO_THE_NETWORK });
        },
    };
}
function shown(headers) {
    return Object.entries(headers)
        .map(([name, value]) => `${name}: ${SECRET_HEADERS.has(name.toLowerCase()) ? '***' : String(value)}`)
        .join(', ');
}
/** The middleware stack knows requests and answers as `unknown`. */
function partsOf(exchange) {
    const part = (name) => typeof exchange === 'object' && exchange !== null ? Reflect.get(exchange, name) : undefined;
    const text = (value) => (typeof value === 'string' ? value : '');
    const body = part('body');
    const headers = part('headers');
    const statusCode = part('statusCode');
    return {
        method: text(part('method')),
        hostname: text(part('hostname')),
        path: text(part('path')),
        statusCode: typeof statusCode === 'number' ? statusCode : 0,
        headers: typeof headers === 'object' && headers !== null ? headers : {},
        body: body instanceof Uint8Array ? new TextDecoder().decode(body) : text(body),
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-node/dist-cjs/index.js
var credential_provider_node_dist_cjs = __webpack_require__(5861);
// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: ./src/inspector/unreachable.ts
var unreachable = __webpack_require__(9339);
;// CONCATENATED MODULE: ./src/inspector/retry.ts



/** Milliseconds before the second try; each further wait is twice as long, less a jitter of up to a half. */
const FIRST_WAIT = 1000;
/** Milliseconds of the longest wait of our own. */
const LONGEST_WAIT = 20_000;
/** Milliseconds of the longest `Retry-After` that is honoured: a service that asks for more is down. */
const LONGEST_RETRY_AFTER = 120_000;
/** The call that is under way: the SDK's loop of tries does not tell a strategy which one it asks for. */
const currentCall = new external_node_async_hooks_.AsyncLocalStorage();
/**
 * A strategy for the SDK's loop that gives every call its `maxAttempts` tries and waits long enough for a brief
 * outage to pass. The SDK's own waits 50 ms at first, cuts `Retry-After` to 5 s, and spends one quota on all calls.
 */
function patientRetries(maxAttempts, pace) {
    return {
        acquireInitialRetryToken: () => Promise.resolve(token(0)),
        recordSuccess: () => undefined,
        async refreshRetryTokenForRetry(previous, info) {
            const failure = (0,inspector_failure/* failureOf */.g5)(info.error, { what: 'The request' });
            const tries = previous.getRetryCount() + 1;
            const call = currentCall.getStore();
            const mayTryAgain = failure.retryable || isClockCorrected(info.error);
            if (!mayTryAgain || tries >= maxAttempts || call?.stop.aborted === true)
                throw (0,unreachable/* asError */.zR)(info.error);
            const wait = waitBefore(tries, info.retryAfterHint, pace);
            const reason = [failure.code, failure.cause].filter((part) => part !== undefined).join(': ');
            call?.log(`${capitalised(call.what)}: try ${tries} of ${maxAttempts} failed (${reason}); trying again in ${seconds(wait)}.`);
            await pace.wait(wait, call?.stop ?? new AbortController().signal);
            return token(tries);
        },
    };
}
function waitBefore(tries, retryAfter, { random, now }) {
    if (retryAfter !== undefined)
        return Math.min(Math.max(0, retryAfter.getTime() - now()), LONGEST_RETRY_AFTER);
    const longest = Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
    return longest * (1 - random() / 2);
}
/** The wait is over when a token is given: the SDK's own could not be stopped with the call. */
function token(tries) {
    return { getRetryCount: () => tries, getRetryDelay: () => 0, isLongPoll: () => false };
}
/** The SDK corrects a wrong clock by the service's answer; the next try is signed with the right time. */
function isClockCorrected(error) {
    const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined;
    return (typeof metadata === 'object' &&
        metadata !== null &&
        'clockSkewCorrected' in metadata &&
        metadata.clockSkewCorrected === true);
}
function seconds(milliseconds) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}
function capitalised(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./src/inspector/credentials.ts





/** Milliseconds for credentials to be found: an instance role, a web identity or a process of the user's. */
const LONGEST_SEARCH = 60_000;
/** How the SDK's chain begins what each of its links says when it has no credentials. */
const NOTE = '@smithy/property-provider -> ';
/** What links say that nobody configured. */
const NOT_CONFIGURED = /^(Unable to find environment|AWS_PROFILE is set|Skipping |Web identity configuration not|EC2 Instance Metadata Service access disabled)|did not contain credential_process/;
const NO_DEFAULT_PROFILE = /profile: \[default\]|Profile default could not be found/;
/**
 * The SDK's own search for credentials, with an end to it, given up when the call that needs them is stopped, and with
 * an error that says where was looked and what went wrong there.
 */
function explainedCredentials({ environment, pace, debug, }) {
    const notes = new Set();
    const search = (0,credential_provider_node_dist_cjs.defaultProvider)({ logger: chainLogger(notes, debug) });
    return async (properties) => {
        const stop = currentCall.getStore()?.stop;
        if (stop?.aborted === true)
            throw (0,unreachable/* givenUp */.bW)();
        const over = new AbortController();
        const ended = new Promise((_, reject) => {
            const stopped = () => {
                reject((0,unreachable/* givenUp */.bW)());
            };
            const tooLong = () => {
                reject(new Error(`No credentials were found within ${LONGEST_SEARCH / 1000} s`));
            };
            stop?.addEventListener('abort', stopped, { signal: over.signal });
            pace.wait(LONGEST_SEARCH, over.signal).then(tooLong, () => undefined);
        });
        notes.clear();
        try {
            return await Promise.race([search(properties), ended]);
        }
        catch (thrown) {
            const error = (0,unreachable/* asError */.zR)(thrown);
            if (error.name === 'AbortError')
                throw error;
            const sentence = 'No AWS credentials were found, or they could not be used.';
            throw (0,failure/* failing */.Jr)('CredentialsUnavailable', sentence, { cause: causeOf(error, notes, environment) }, error);
        }
        finally {
            over.abort();
        }
    };
}
/**
 * Hears what the links of the SDK's chain say, which the chain's own error does not tell. Requests and answers, which
 * the SDK's clients log with the credentials in them, are not heard.
 */
function chainLogger(notes, debug) {
    return {
        debug: (text) => {
            if (typeof text === 'string' && text.startsWith(NOTE))
                notes.add(withoutCommand(text.slice(NOTE.length)));
        },
        // Without it, the SDK prints its advice on the environment itself.
        warn: (text) => {
            if (typeof text === 'string')
                debug?.(text);
        },
        info: () => undefined,
        error: () => undefined,
    };
}
/** The command line and what it printed may hold secrets. */
function withoutCommand(note) {
    return note.startsWith('Command failed') ? 'The `credential_process` of the AWS profile failed' : note;
}
function causeOf(error, notes, environment) {
    const last = withoutCommand(error.message);
    const told = [...notes].filter((note) => !NOT_CONFIGURED.test(note) &&
        (isSet(environment['AWS_PROFILE']) || !NO_DEFAULT_PROFILE.test(note)) &&
        note !== last);
    const sources = sourcesNamedBy(environment);
    return [last, ...told, ...(sources.length === 0 ? [] : [`The environment names ${(0,src_text/* allOf */.bn)(sources)}`])]
        .map((sentence) => `${sentence.trim().replace(/\.$/, '')}.`)
        .join(' ');
}
/** Where the environment says that credentials are; an address may hold a secret and is not shown. */
function sourcesNamedBy(environment) {
    const shown = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'].flatMap((name) => {
        const value = environment[name];
        return isSet(value) ? [`${name} (${(0,src_text/* quote */.hD)(value)})`] : [];
    });
    const hidden = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'];
    return [...shown, ...hidden.filter((name) => isSet(environment[name]))];
}
function isSet(value) {
    return value !== undefined && value !== '';
}

// EXTERNAL MODULE: ./src/inspector/endpoints.ts
var endpoints = __webpack_require__(19);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./node_modules/@smithy/node-http-handler/dist-cjs/index.js
var node_http_handler_dist_cjs = __webpack_require__(1279);
// EXTERNAL MODULE: ./src/inspector/proxies.ts
var proxies = __webpack_require__(809);
;// CONCATENATED MODULE: ./src/inspector/network.ts






/** Milliseconds to reach the service: who has not answered the knock by then will not. */
const LONGEST_CONNECTING = 10_000;
/** Bytes of the longest answer that is read; Inspector's have some hundred. */
const LONGEST_ANSWER = 1024 * 1024;
/**
 * Sends requests for the SDK: through the proxies of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in
 * both cases of letters), and each within `requestTimeout` milliseconds from its start to the last byte of the
 * answer. The SDK by itself ignores proxies and waits for ever.
 */
class BoundedHandler extends node_http_handler_dist_cjs.NodeHttpHandler {
    #requestTimeout;
    /** @throws ActionFailure `NetworkError` when the environment names a proxy that cannot be one. */
    constructor(requestTimeout, environment) {
        super({
            ...agentsFor(environment),
            connectionTimeout: Math.min(LONGEST_CONNECTING, requestTimeout),
            requestTimeout,
            throwOnRequestTimeout: true,
            socketTimeout: requestTimeout,
        });
        this.#requestTimeout = requestTimeout;
    }
    /** @throws Unreachable when no whole answer came; an `AbortError` when the caller gave up. */
    async handle(request, options = {}) {
        const over = new AbortController();
        const timer = setTimeout(() => {
            const error = new Error(`There was no whole answer within ${this.#requestTimeout / 1000} s`);
            over.abort(Object.assign(error, { name: 'TimeoutError' }));
        }, this.#requestTimeout);
        const giveUp = () => {
            over.abort((0,unreachable/* givenUp */.bW)());
        };
        const { abortSignal } = options;
        const caller = abortSignal instanceof AbortSignal ? abortSignal : undefined;
        if (caller?.aborted === true)
            giveUp();
        caller?.addEventListener('abort', giveUp);
        const handshake = { underWay: false };
        let stage = 'waiting for the answer';
        try {
            const { response } = await currentHandshake.run(handshake, () => super.handle(request, { abortSignal: over.signal }));
            stage = 'reading the answer';
            response.body = await readAll(response.body, over.signal);
            return { response };
        }
        catch (error) {
            const thrown = (0,unreachable/* asError */.zR)(over.signal.aborted ? over.signal.reason : error);
            if (thrown.name === 'AbortError')
                throw thrown;
            throw new unreachable/* Unreachable */.LL(hostOf(request), stageOf(thrown, handshake.underWay ? 'TLS' : stage), thrown);
        }
        finally {
            clearTimeout(timer);
            caller?.removeEventListener('abort', giveUp);
        }
    }
}
/** The handshake of the request that a connection is made for: an agent is not told which one it is. */
const currentHandshake = new external_node_async_hooks_.AsyncLocalStorage();
/** Follows the handshakes of the connections that it makes. */
class WatchedHttpsAgent extends external_node_https_.Agent {
    createConnection(...connecting) {
        const socket = super.createConnection(...connecting);
        const handshake = currentHandshake.getStore();
        if (handshake === undefined)
            return socket;
        socket?.once('connect', () => {
            handshake.underWay = true;
        });
        socket?.once('secureConnect', () => {
            handshake.underWay = false;
        });
        return socket;
    }
}
function agentsFor(environment) {
    const proxyEnv = { ...environment, ...(0,proxies/* proxiesOf */._)(environment) };
    try {
        const options = { keepAlive: true, proxyEnv };
        return { httpAgent: new external_node_http_.Agent(options), httpsAgent: new WatchedHttpsAgent(options) };
    }
    catch (error) {
        throw (0,proxies/* unusableProxy */.a)('HTTPS_PROXY and HTTP_PROXY', error);
    }
}
/** Reads a whole body, so that the time-out covers it too and a proxy's endless page ends. */
async function readAll(body, signal) {
    if (!isReadable(body))
        throw new TypeError('The HTTP handler gave no stream');
    const chunks = [];
    let length = 0;
    const stop = () => {
        body.destroy((0,unreachable/* asError */.zR)(signal.reason));
    };
    signal.addEventListener('abort', stop);
    try {
        if (signal.aborted)
            throw (0,unreachable/* asError */.zR)(signal.reason);
        for await (const chunk of body) {
            if (!(chunk instanceof Uint8Array))
                throw new TypeError('The HTTP handler gave no bytes');
            length += chunk.length;
            if (length > LONGEST_ANSWER)
                throw new Error(`The answer has more than ${LONGEST_ANSWER} bytes`);
            chunks.push(chunk);
        }
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
    return Buffer.concat(chunks);
}
function isReadable(body) {
    return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}
function stageOf(thrown, stage) {
    const code = (0,unreachable/* codeOf */.$N)(thrown) ?? '';
    if (/PROXY|TUNNEL/.test(code))
        return 'the proxy';
    if (/^(ENOTFOUND|EAI_)/.test(code))
        return 'looking up the host';
    if (/CERT|^ERR_(TLS|SSL)|UNABLE_TO|^EPROTO$/.test(code))
        return 'TLS';
    const connecting = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code);
    return connecting || /establish a connection/i.test(thrown.message) ? 'connecting' : stage;
}
function hostOf(request) {
    return request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
}

;// CONCATENATED MODULE: ./src/inspector/client.ts








/**
 * A client of Inspector for the Region, credentials and endpoint of inputs and environment.
 * @throws ActionFailure `RegionMissing`, `InvalidInput` when the environment names an endpoint that cannot be one, or
 *   `NetworkError` when it names such a proxy. Credentials are looked for by the first call.
 */
async function connect(connection, options) {
    (0,endpoints/* requireEndpoints */.Z)(options.environment);
    const client = new dist_cjs/* Inspector2Client */.r0C({
        ...(connection.region === undefined ? {} : { region: connection.region }),
        requestHandler: new BoundedHandler(connection.requestTimeout, options.environment),
        maxAttempts: connection.maxAttempts,
        retryStrategy: patientRetries(connection.maxAttempts, options.pace),
        credentials: explainedCredentials(options),
        customUserAgent: [
            ['inspector-cis-telemetry', version/* VERSION */.x],
            ...(options.workflowRun === undefined
                ? []
                : [['md/github-run', options.workflowRun]]),
        ],
    });
    client.middlewareStack.use(requireInspectorsAnswer(options.debug));
    if (options.debug !== undefined)
        client.middlewareStack.use(logRequests(options.debug));
    const region = await regionOf(client);
    const send = async (call, request) => {
        const { $metadata } = await currentCall.run(call, () => request({ abortSignal: call.abort }));
        const { requestId, attempts = 1 } = $metadata;
        return { attempts, ...(requestId === undefined ? {} : { requestId }) };
    };
    return {
        region,
        start: ({ scanJobId, sessionToken }, call) => send(call, (options) => client.send(new dist_cjs/* StartCisSessionCommand */.xk9({ scanJobId, message: { sessionToken } }), options)),
        sendHealth: (session, call) => send(call, (options) => client.send(new dist_cjs/* SendCisSessionHealthCommand */.Vnf({ ...session }), options)),
        sendTelemetry: (session, { messages }, call) => send(call, (options) => client.send(new dist_cjs/* SendCisSessionTelemetryCommand */.Qlf({
            ...session,
            messages: messages.map(({ ruleId, status, cisRuleDetails }) => ({
                ruleId,
                status,
                cisRuleDetails,
            })),
        }), options)),
        stop: (session, message, call) => send(call, (options) => client.send(new dist_cjs/* StopCisSessionCommand */.vQl({ ...session, message }), options)),
        close: () => {
            client.destroy();
        },
    };
}
async function regionOf(client) {
    try {
        return await client.config.region();
    }
    catch (error) {
        throw (0,failure/* failing */.Jr)('RegionMissing', 'No AWS Region is given.', { cause: client_causeOf(error) }, error);
    }
}
function client_causeOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

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


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The action's version, as in `package.json` (a test holds them together). */
const VERSION = '1.0.0';


/***/ })

};
