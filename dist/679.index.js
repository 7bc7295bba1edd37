export const id = 679;
export const ids = [679];
export const modules = {

/***/ 8361:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readConnection)
/* harmony export */ });
/** `request-timeout`, in seconds: nobody waits a quarter of an hour for one answer. */
const LONGEST_REQUEST_TIMEOUT = 900;
/** Reads `aws-region`, `max-attempts` and `request-timeout`, which every action of this repository has. */
function readConnection(inputs, environment) {
    const region = inputs.region(environment);
    return {
        maxAttempts: inputs.integer('max-attempts', 1, 10),
        requestTimeout: inputs.integer('request-timeout', 1, LONGEST_REQUEST_TIMEOUT) * 1000,
        ...(region === undefined ? {} : { region }),
    };
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   gg: () => (/* binding */ maskToken),
/* harmony export */   i_: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2145);


/** `scanJobId` and `sessionToken` (AWS API model: `UUID`). */
const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
/** A Region becomes a part of a host name. */
const HOST_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/**
 * Masks the session token, as given and lowered. Before anything else: whatever is printed later passes the mask.
 * @returns the token as it was given; empty when there is none.
 */
function maskToken(source, name = 'session-token') {
    const token = source.getInput(name).trim();
    if (token !== '')
        mask(source, token);
    return token;
}
/** Masks a secret as it stands, in lower and in upper case. */
function mask(source, secret) {
    for (const form of new Set([secret, secret.toLowerCase(), secret.toUpperCase()]))
        source.setSecret(form);
}
/** Reads inputs one by one and remembers every fault, so that all of them are told at once. */
class InputReader {
    #source;
    #defaults;
    #faults = [];
    constructor(source, defaults) {
        this.#source = source;
        this.#defaults = defaults;
    }
    /** The input's text without surrounding white space; its default when it is empty. */
    text(name) {
        const text = this.#source.getInput(name).trim();
        return text === '' ? this.#defaults[name] : text;
    }
    /** A UUID, lowered. A secret one is never quoted. An optional one may be empty. */
    uuid(name, { secret = false, optional = false } = {}) {
        const text = this.text(name).toLowerCase();
        if (text === '') {
            if (!optional)
                this.fault(`\`${name}\` is required.`);
        }
        else if (!UUID.test(text)) {
            const seen = secret ? `its value (${text.length} characters) is not` : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not`;
            this.fault(`\`${name}\` must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef; ${seen}.`);
        }
        return text;
    }
    /** A whole number in plain decimal digits. */
    integer(name, least, most) {
        const text = this.text(name);
        const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
        if (!(number >= least && number <= most)) {
            this.fault(`\`${name}\` must be a whole number from ${least} to ${most}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not.`);
        }
        return number;
    }
    /** YAML 1.2's booleans, in any of the spellings that the core schema has. */
    boolean(name) {
        const text = this.text(name);
        if (!/^(true|True|TRUE|false|False|FALSE)$/.test(text)) {
            this.fault(`\`${name}\` must be true or false; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is neither.`);
        }
        return text.toLowerCase() === 'true';
    }
    /** One word of a list. */
    oneOf(name, words) {
        const text = this.text(name);
        const word = words.find((candidate) => candidate === text);
        if (word !== undefined)
            return word;
        this.fault(`\`${name}\` must be ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .anyOf */ .EB)(words)}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not.${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(text, words)}`);
        return words[0];
    }
    /** Words parted by commas, white space or lines. */
    setOf(name, words, isWord) {
        const given = wordsOf(this.text(name));
        const known = given.filter(isWord);
        for (const text of given) {
            if (isWord(text))
                continue;
            this.fault(`\`${name}\` has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is none of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .anyOf */ .EB)(words)}.${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(text, words)}`);
        }
        return new Set(known);
    }
    /** At least one line that is not blank. */
    lines(name) {
        const lines = this.text(name)
            .split(/\r\n|\r|\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '');
        if (lines.length === 0)
            this.fault(`\`${name}\` is required.`);
        return lines;
    }
    /** A text of at most `most` characters (Unicode code points); `undefined` when it is empty. */
    shortText(name, most) {
        const text = this.text(name);
        const length = Array.from(text).length;
        if (length > most)
            this.fault(`\`${name}\` may have at most ${most} characters; it has ${length}.`);
        return text === '' ? undefined : text;
    }
    /** The Region that the input or the environment names. The AWS SDK for JavaScript knows only `AWS_REGION`. */
    region(environment) {
        const named = [
            ['`aws-region`', this.text('aws-region')],
            ['The environment variable AWS_REGION', environment['AWS_REGION']?.trim() ?? ''],
            ['The environment variable AWS_DEFAULT_REGION', environment['AWS_DEFAULT_REGION']?.trim() ?? ''],
        ];
        const [where, region] = named.find(([, value]) => value !== '') ?? ['', ''];
        if (region === '')
            return undefined;
        if (!HOST_LABEL.test(region)) {
            this.fault(`${where} must be an AWS Region such as us-east-1; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(region)} is not.`);
        }
        return region;
    }
    /** A token inside a path or an id would have to be printed; it is refused instead. */
    refuseSecretElsewhere(secret, secretName) {
        if (!UUID.test(secret))
            return;
        for (const name of Object.keys(this.#defaults)) {
            if (name !== secretName && this.#source.getInput(name).toLowerCase().includes(secret)) {
                this.fault(`\`${name}\` holds the value of \`${secretName}\`, which is a secret.`);
            }
        }
    }
    /** Remembers a fault of the inputs. */
    fault(sentence) {
        this.#faults.push(sentence);
    }
    /** @throws ActionFailure `InvalidInput` with every fault so far. */
    throwIfFaulty() {
        const faults = this.#faults.map((sentence) => ({ sentence }));
        const [first] = faults;
        if (first === undefined)
            return;
        if (faults.length === 1)
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failing */ .Jr)('InvalidInput', first.sentence);
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failing */ .Jr)('InvalidInput', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(faults.length, 'input')} are not valid.`, { faults });
    }
}
/** The words of a list that is separated by commas, white space or lines. */
function wordsOf(list) {
    return list.split(/[\s,]+/).filter((word) => word !== '');
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

/***/ 9649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ describeChunk),
/* harmony export */   i: () => (/* binding */ chunk)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2145);

/** Splits messages into chunks of `size`, in order: the same messages always give the same chunks. */
function chunk(messages, size) {
    return Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => ({
        number: index + 1,
        messages: messages.slice(index * size, (index + 1) * size),
    }));
}
/** A chunk as the log names it. */
function describeChunk({ number, messages }, chunks) {
    return `Chunk ${number} of ${chunks} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(messages.length, 'message')})`;
}


/***/ }),

/***/ 8850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ reportMessages),
/* harmony export */   Fd: () => (/* binding */ reportAges),
/* harmony export */   HK: () => (/* binding */ reportSending),
/* harmony export */   _o: () => (/* binding */ reportCancellation),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   qV: () => (/* binding */ reportJudgement),
/* harmony export */   wZ: () => (/* binding */ reportEnd),
/* harmony export */   xV: () => (/* binding */ reportFailure),
/* harmony export */   zO: () => (/* binding */ reportResults)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _messages_chunk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9649);
/* harmony import */ var _results_age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7341);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5565);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2145);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9786);






/** Chunks of which each has a line of its own in the log; of more, every so many. */
const MOST_CHUNK_LINES = 20;
/** Rules that one line of the log names. */
const MOST_NAMED = 10;
/** Says what was read from each file, and warns of what the format does not define. */
function reportResults(log, { files, warnings }) {
    for (const { file, format, scanner, benchmark, profile, results } of files) {
        const who = [format, scanner, benchmark, profile].filter((part) => part !== undefined);
        log.info(`${file}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(results, 'result')} (${[...new Set(who)].join(', ')})`);
    }
    if (warnings.length > 0) {
        const headline = `The results have ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(warnings.length, 'status', 'statuses')} that the format does not define.`;
        log.annotateAll('warning', headline, 'Unknown statuses', warnings);
    }
}
/** Warns of files that are older than they should be; where the job's beginning is not known, says how old each is. */
function reportAges(log, files, limit) {
    if (limit.maxAge.kind === 'job' && 'unknown' in limit.job) {
        for (const { file, modified } of files) {
            log.info(`${file}: written ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDuration */ .MB)(Math.max(0, limit.now - modified))} ago`);
        }
    }
    for (const fault of (0,_results_age_js__WEBPACK_IMPORTED_MODULE_1__/* .ageWarnings */ .J)(files, limit))
        log.annotate('warning', fault, 'Old results');
}
/** Warns of what the user's policy finds and does not fail for. */
function reportJudgement(log, { warning }) {
    if (warning === undefined)
        return;
    const { code, sentence, cause = '' } = warning;
    log.annotate('warning', { sentence: `${sentence} ${cause}`.trim() }, _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[code].title);
}
/** Says how many messages there are in each status, and which were left out. */
function reportMessages(log, { messages, leftOut, faults, repeats, worsened }) {
    const counts = (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .countStatuses */ .ip)(messages.map(({ status }) => status));
    const present = _status_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES_WORST_FIRST */ .eR.filter((status) => counts[status] > 0);
    log.info(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(messages.length, 'message')}: ${present.map((status) => `${status} ${counts[status]}`).join(', ') || 'none'}`);
    if (repeats.length > 0) {
        const sentence = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(repeats.length, 'exact duplicate')} in the results, sent once: ${named(repeats.map(({ ruleId }) => ruleId))}.`;
        log.annotate('notice', { sentence }, 'Duplicate messages');
    }
    if (worsened.length > 0) {
        const sentence = `An earlier step of this session delivered a worse status for ${named(worsened)}; the worse one is sent again.`;
        log.annotate('warning', { sentence }, 'Earlier results are worse');
    }
    if (leftOut.length > 0) {
        const were = leftOut.length === 1 ? 'is' : 'are';
        const headline = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(leftOut.length, 'message')} ${were} not valid and left out (\`on-invalid: skip\`).`;
        log.annotateAll('warning', headline, _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.InvalidMessages.title, faults);
    }
}
/** Says where the messages go, before the first call. */
function reportSending(log, run, { session, chunkSize }, region) {
    log.info(`Sending to scan job ${session.scanJobId} in ${region}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(run.chunks.length, 'chunk')} of at most ${chunkSize} messages.`);
}
/** The first few rules by name, and how many more there are. */
function named(rules) {
    const first = rules.slice(0, MOST_NAMED);
    const more = rules.length > first.length ? ` and ${rules.length - first.length} more` : '';
    return `${first.join(', ')}${more}`;
}
/** A listener of deliveries that logs a line a chunk for few chunks, and every so many for many. */
function progressOf(log, chunks) {
    const step = Math.ceil(chunks.length / MOST_CHUNK_LINES);
    let sent = 0;
    let messages = 0;
    return (chunk, { requestId, attempts }) => {
        sent += 1;
        messages += chunk.messages.length;
        if (step > 1 && sent !== 1 && sent % step !== 0 && sent !== chunks.length)
            return;
        const tries = attempts > 1 ? `, ${attempts} tries` : '';
        const request = requestId === undefined ? '' : `, request ${requestId}`;
        const total = step > 1 ? `; ${sent} chunks and ${messages} messages so far` : '';
        log.info(`${(0,_messages_chunk_js__WEBPACK_IMPORTED_MODULE_4__/* .describeChunk */ .R)(chunk, chunks.length)}: sent${tries}${request}${total}`);
    };
}
/** Says at a signal what is saved already, should the runner leave no time for more. */
function reportCancellation(log, { undeliveredFile }) {
    const saved = undeliveredFile === undefined ? '' : ` What is undelivered so far is in ${undeliveredFile}.`;
    log.info(`The step is cancelled: nothing new is sent.${saved}`);
}
/** Says how the run ended: the last words of the log, and its annotations. */
function reportEnd(log, run) {
    const { failure } = run;
    const tally = (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .tallyOf */ .sv)(run);
    if (failure !== undefined)
        reportFailure(log, failure, (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .isTolerated */ .hp)(run));
    if (run.undeliveredFile !== undefined) {
        log.info(`Undelivered messages are in ${run.undeliveredFile}: give it to \`results-file\` while the session is open.`);
    }
    if (tally.outcome === 'dry-run') {
        log.info(`Dry run: nothing was sent. ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tally.messagesTotal - tally.messagesInvalid, 'message')} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tally.chunksTotal, 'chunk')} would be.`);
    }
    else if (tally.messagesTotal === 0) {
        log.info('Nothing was sent.');
    }
    else {
        log.info(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(tally.messagesSent)} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tally.messagesTotal, 'message')} sent, in ${tally.chunksSent} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tally.chunksTotal, 'chunk')}.`);
    }
}
/** Says what failed, as an annotation, and why and what to do, as lines of the log. */
function reportFailure(log, failure, tolerated) {
    const { code, sentence, cause, remedy, requestId, attempts, retryable, faults = [] } = failure;
    const level = tolerated ? 'warning' : 'error';
    const [first, ...others] = faults;
    // A failure that is one fault at one place is told once, there.
    if (first?.sentence === sentence && others.length === 0)
        log.annotate(level, first, _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[code].title);
    else
        log.annotateAll(level, sentence, _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM[code].title, faults);
    const lines = [
        ['Code', `${code}${tolerated ? ' (tolerated)' : ''}`],
        ['Why', cause],
        ['Tries', attempts?.toString()],
        ['AWS request id', requestId],
        ['Retryable', retryable ? 'yes' : undefined],
        ['What to do', remedy],
    ];
    for (const [head, text] of lines)
        if (text !== undefined)
            log.info(`  ${head}: ${text}`);
}


/***/ }),

/***/ 7341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ageWarnings),
/* harmony export */   W: () => (/* binding */ refuseStale)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2145);


const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
/** Clocks and file systems round: what was written so shortly before the job began is not called older. */
const TOLERANCE_ON_ONE_DEVICE = 2 * SECOND;
const TOLERANCE_ON_TWO_DEVICES = 60 * SECOND;
/**
 * Refuses results of an earlier job: a fixed path on a runner that outlives its job holds last week's results when
 * today's scan did not run.
 * @throws ActionFailure `StaleResults`, with a fault for each file.
 */
function refuseStale(files, limit) {
    const sentences = files
        .filter(({ isUndeliveredFile }) => !isUndeliveredFile)
        .flatMap((file) => staleBy(file, limit) ?? []);
    const [first, ...others] = sentences;
    if (first === undefined)
        return;
    throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failing */ .Jr)('StaleResults', others.length === 0
        ? first
        : `${first} ${others.length} more of the results files ${others.length === 1 ? 'is' : 'are'} too old as well.`, others.length === 0 ? {} : { faults: sentences.map((sentence) => ({ sentence })) });
}
/** What the user should know of the files' ages, and what keeps nothing from being sent. */
function ageWarnings(files, { maxAge, job, now }) {
    const isUnknown = maxAge.kind === 'job' && 'unknown' in job;
    return files.flatMap(({ file, modified, ended, isUndeliveredFile }) => {
        const warnings = [];
        const age = now - modified;
        if (isUnknown && !isUndeliveredFile && age > DAY) {
            const sentence = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(file)} was written ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuration */ .MB)(age)} ago. Whether that was in this job is not known: ${job.unknown}.`;
            warnings.push({ sentence });
        }
        if (ended !== undefined && modified - ended > DAY) {
            const sentence = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(file)} holds a scan that ended ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuration */ .MB)(modified - ended)} before the file was written.`;
            warnings.push({ sentence });
        }
        return warnings;
    });
}
function staleBy(file, { maxAge, job, now }) {
    const { file: name, modified, device, ended } = file;
    if (maxAge.kind === 'duration') {
        const age = now - Math.min(modified, ended ?? modified);
        if (age <= maxAge.milliseconds)
            return undefined;
        const clock = ended !== undefined && ended < modified
            ? 'by the end of the scan that it states'
            : 'by the time of the file';
        return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuration */ .MB)(age)} old (${clock}); \`max-age\` is ${maxAge.text}.`;
    }
    if (maxAge.kind === 'any' || 'unknown' in job)
        return undefined;
    const tolerance = device === job.device ? TOLERANCE_ON_ONE_DEVICE : TOLERANCE_ON_TWO_DEVICES;
    const before = job.began - modified;
    if (before <= tolerance)
        return undefined;
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} was written ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuration */ .MB)(before)} before this job began (by the time of the file): these are not results of this job.`;
}


/***/ }),

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hX: () => (/* binding */ undeliveredOf),
/* harmony export */   hp: () => (/* binding */ isTolerated),
/* harmony export */   pM: () => (/* binding */ isAfterDelivery),
/* harmony export */   sv: () => (/* binding */ tallyOf),
/* harmony export */   uH: () => (/* binding */ newRun)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5565);

/** A run of which nothing is known yet. */
function newRun() {
    return { chunks: [], delivered: new Set() };
}
/** Counts a run. */
function tallyOf(run) {
    const valid = run.validated?.messages ?? [];
    const messagesInvalid = run.validated?.leftOut.length ?? 0;
    const messagesSent = [...run.delivered].reduce((sum, { messages }) => sum + messages.length, 0);
    return {
        outcome: outcomeOf(run, valid.length, messagesSent),
        messagesTotal: valid.length + messagesInvalid,
        messagesSent,
        messagesInvalid,
        chunksTotal: run.chunks.length,
        chunksSent: run.delivered.size,
        statusCounts: (0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .countStatuses */ .ip)(valid.map(({ status }) => status)),
    };
}
function outcomeOf({ inputs, failure }, valid, sent) {
    const gateOrNothing = failure === undefined || isAfterDelivery(failure.code);
    if (inputs?.dryRun === true && gateOrNothing)
        return 'dry-run';
    if (valid > 0 && sent === valid)
        return 'sent';
    return sent > 0 ? 'partial' : 'failed';
}
/** Whether a failure is one of the user's policy, which is looked at after everything was delivered. */
function isAfterDelivery(code) {
    return code === 'GateFailed' || code === 'NothingEvaluated';
}
/** Valid messages that Inspector has not confirmed, in their order. */
function undeliveredOf(run) {
    const sent = new Set([...run.delivered].flatMap(({ messages }) => messages));
    return (run.validated?.messages ?? []).filter((message) => !sent.has(message));
}
/** Whether the failure, if any, ends the step as a warning: the user listed its code in `tolerate-errors`. */
function isTolerated({ tolerated, inputs, failure }) {
    return failure !== undefined && (inputs?.tolerateErrors ?? tolerated)?.has(failure.code) === true;
}


/***/ }),

/***/ 8451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mx: () => (/* binding */ newRecord),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   ih: () => (/* binding */ addStep),
/* harmony export */   k6: () => (/* binding */ addDryRun),
/* harmony export */   lX: () => (/* binding */ recordPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5565);





/** The record of a session that has only been opened, or that could not be. */
function newRecord(scanJobId, known = {}) {
    return {
        scanJobId,
        ...known,
        delivered: new Map(),
        undelivered: new Set(),
        leftOut: 0,
        nothingTolerated: false,
        unfinished: false,
        steps: 0,
        dryRuns: 0,
        facts: {},
    };
}
/** Adds a step: a rule sent again counts once, and what a later step delivers is no longer undelivered. */
function addStep(record, step) {
    const delivered = new Map(record.delivered);
    const undelivered = new Set(record.undelivered);
    for (const { ruleId, status } of step.delivered) {
        delivered.set(ruleId, (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .worstOf */ .hm)([status, delivered.get(ruleId) ?? status]) ?? status);
        undelivered.delete(ruleId);
    }
    for (const { ruleId } of step.undelivered)
        undelivered.add(ruleId);
    const { failure: before, ...rest } = record;
    const failure = step.failure ?? (undelivered.size > 0 ? before : undefined);
    return {
        ...rest,
        delivered,
        undelivered,
        leftOut: record.leftOut + step.leftOut,
        nothingTolerated: record.nothingTolerated || step.nothingTolerated,
        unfinished: step.unfinished,
        steps: record.steps + 1,
        facts: { ...step.facts, ...record.facts },
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ failure }),
    };
}
/** Adds a step that was a dry run: it changes nothing of what was delivered. */
function addDryRun(record) {
    return { ...record, steps: record.steps + 1, dryRuns: record.dryRuns + 1 };
}
/** Where the record of a scan job's session is kept during a job. */
function recordPath(temporaryDirectory, scanJobId) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporaryDirectory, `inspector-cis-session-${scanJobId}.json`);
}
/** The record as text. */
function recordText(record) {
    const { delivered, undelivered, ...rest } = record;
    return `${JSON.stringify({ ...rest, delivered: [...delivered], undelivered: [...undelivered] })}\n`;
}
/**
 * The record at a path; `undefined` when there is none, because no session was opened in this job.
 * @throws Error when there is one that cannot be read.
 */
async function readRecord(path) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(error, 'code') === 'ENOENT')
            return undefined;
        throw error;
    }
    return parseRecord(JSON.parse(text));
}
function parseRecord(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        throw new Error(NO_RECORD);
    const { scanJobId, delivered, undelivered, leftOut, steps, dryRuns } = value;
    if (typeof scanJobId !== 'string' ||
        typeof steps !== 'number' ||
        typeof dryRuns !== 'number' ||
        typeof leftOut !== 'number' ||
        !Array.isArray(delivered) ||
        !delivered.every(isDelivered) ||
        !Array.isArray(undelivered) ||
        !undelivered.every((ruleId) => typeof ruleId === 'string')) {
        throw new Error(NO_RECORD);
    }
    const failure = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(value['failure']);
    return {
        scanJobId,
        delivered: new Map(delivered),
        undelivered: new Set(undelivered),
        leftOut,
        nothingTolerated: value['nothingTolerated'] === true,
        unfinished: value['unfinished'] === true,
        steps,
        dryRuns,
        facts: parseFacts(value['facts']),
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({
            notOpen: parseNotOpen(value['notOpen']),
            job: parseJob(value['job']),
            failure: failure !== undefined && (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailureCode */ .sH)(failure) ? failure : undefined,
        }),
    };
}
const NO_RECORD = 'It is not a record of a session.';
function isDelivered(value) {
    const [ruleId, status] = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(value);
    return typeof ruleId === 'string' && (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isStatus */ .zM)(status);
}
function parseNotOpen(value) {
    const why = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'why');
    if (why === 'dry run')
        return { why };
    const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'code'));
    const sentence = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'sentence'));
    if (why !== 'refused' || code === undefined || !(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailureCode */ .sH)(code))
        return undefined;
    return { why, code, sentence: sentence ?? '' };
}
function parseJob(value) {
    const began = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'began');
    const device = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'device');
    return typeof began === 'number' && typeof device === 'number' ? { began, device } : undefined;
}
function parseFacts(value) {
    const texts = (owner, names) => Object.fromEntries(names.flatMap((name) => {
        const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(owner, name));
        return text === undefined ? [] : [[name, text]];
    }));
    const platform = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .memberOf */ .C5)(value, 'platform');
    return {
        ...texts(value, ['benchmark', 'benchmarkVersion', 'profile']),
        ...((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(platform) ? { platform: texts(platform, ['vendor', 'product', 'version']) } : {}),
    };
}


/***/ }),

/***/ 5565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eR: () => (/* binding */ STATUSES_WORST_FIRST),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   ip: () => (/* binding */ countStatuses),
/* harmony export */   zM: () => (/* binding */ isStatus)
/* harmony export */ });
/**
 * The statuses that Inspector takes for a rule (AWS API model of Inspector2, `CisRuleStatus`), worst first:
 * the order in which several results for one rule combine.
 */
const STATUSES_WORST_FIRST = [
    'FAILED',
    'UNKNOWN',
    'ERROR',
    'NOT_EVALUATED',
    'PASSED',
    'INFORMATIONAL',
    'NOT_APPLICABLE',
];
/** Whether `value` is one of Inspector's seven statuses, letter for letter. */
function isStatus(value) {
    return STATUSES_WORST_FIRST.some((status) => status === value);
}
/** The worst of some statuses; `undefined` of none. */
function worstOf(statuses) {
    const present = new Set(statuses);
    return STATUSES_WORST_FIRST.find((status) => present.has(status));
}
/** Counts statuses; all seven keys are present in the answer. */
function countStatuses(statuses) {
    const counts = {
        FAILED: 0,
        UNKNOWN: 0,
        ERROR: 0,
        NOT_EVALUATED: 0,
        PASSED: 0,
        INFORMATIONAL: 0,
        NOT_APPLICABLE: 0,
    };
    for (const status of statuses)
        counts[status] += 1;
    return counts;
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
