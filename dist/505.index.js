export const id = 505;
export const ids = [505];
export const modules = {

/***/ 8505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendTelemetry: () => (/* binding */ sendTelemetry)
});

// EXTERNAL MODULE: ./src/inputs/reader.ts
var reader = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/status.ts
var src_status = __webpack_require__(5565);
// EXTERNAL MODULE: ./src/text.ts + 1 modules
var src_text = __webpack_require__(2145);
// EXTERNAL MODULE: ./src/inputs/connection.ts
var connection = __webpack_require__(8361);
;// CONCATENATED MODULE: ./src/inputs/telemetry.ts





/**
 * The inputs of `action.yml` with their defaults, where they have one. A test holds the two and the README together.
 */
const INPUT_DEFAULTS = {
    'scan-job-id': '',
    'session-token': '',
    'results-file': '',
    'results-format': 'auto',
    'rule-id': 'cis',
    'max-age': 'job',
    'details-encoding': 'text',
    'aws-region': '',
    'chunk-size': '150',
    concurrency: '4',
    'max-attempts': '5',
    'request-timeout': '30',
    'on-invalid': 'fail',
    'tolerate-errors': '',
    'fail-on-status': '',
    'dry-run': 'false',
    'undelivered-file': '',
    summary: 'true',
};
/**
 * Reads all inputs of the telemetry step, whose token is masked already.
 * @throws ActionFailure `InvalidInput`, naming every input that is missing or malformed.
 */
function readInputs(source, environment, formats) {
    const inputs = new reader/* InputReader */.i_(source, INPUT_DEFAULTS);
    // Its fault, if it has one, is reported in its place below.
    const isDryRun = inputs.text('dry-run').toLowerCase() === 'true';
    const session = {
        scanJobId: inputs.uuid('scan-job-id', { optional: isDryRun }),
        sessionToken: inputs.uuid('session-token', { secret: true, optional: isDryRun }),
    };
    const undeliveredFile = inputs.text('undelivered-file');
    const read = {
        session,
        resultsFiles: inputs.lines('results-file'),
        resultsFormat: inputs.oneOf('results-format', ['auto', ...formats]),
        ruleId: inputs.oneOf('rule-id', ['cis', 'scanner']),
        maxAge: readMaxAge(inputs),
        detailsEncoding: inputs.oneOf('details-encoding', ['text', 'base64']),
        connection: (0,connection/* readConnection */.d)(inputs, environment),
        chunkSize: inputs.integer('chunk-size', 1, 150),
        concurrency: inputs.integer('concurrency', 1, 16),
        onInvalid: inputs.oneOf('on-invalid', ['fail', 'skip']),
        tolerateErrors: inputs.setOf('tolerate-errors', failure/* FAILURE_CODES */.sR, failure/* isFailureCode */.sH),
        failOnStatus: inputs.setOf('fail-on-status', src_status/* STATUSES_WORST_FIRST */.eR, src_status/* isStatus */.zM),
        dryRun: inputs.boolean('dry-run'),
        summary: inputs.boolean('summary'),
        ...(undeliveredFile === '' ? {} : { undeliveredFile }),
    };
    inputs.refuseSecretElsewhere(session.sessionToken, 'session-token');
    inputs.throwIfFaulty();
    return read;
}
const MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
function readMaxAge(inputs) {
    const text = inputs.text('max-age');
    if (text === 'job' || text === 'any')
        return { kind: text };
    const [, number = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
    if ((unit === 'm' || unit === 'h' || unit === 'd') && Number(number) > 0) {
        return { kind: 'duration', milliseconds: Number(number) * MILLISECONDS[unit], text };
    }
    inputs.fault(`\`max-age\` must be job, any, or a duration such as 90m, 24h or 7d; ${(0,src_text/* quote */.hD)(text)} is not.`);
    return { kind: 'job' };
}
/** The codes that `tolerate-errors` names: also when other inputs are not valid, which may be tolerated too. */
function toleratedCodes(source) {
    return new Set((0,reader/* wordsOf */.Z9)(source.getInput('tolerate-errors')).filter(failure/* isFailureCode */.sH));
}

// EXTERNAL MODULE: ./src/inspector/deliver.ts
var deliver = __webpack_require__(964);
// EXTERNAL MODULE: ./src/inspector/failure.ts
var inspector_failure = __webpack_require__(9199);
// EXTERNAL MODULE: ./src/report/publish.ts + 2 modules
var publish = __webpack_require__(1228);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
;// CONCATENATED MODULE: ./src/results/scanners/formats.ts
/**
 * The names of the formats that are read, in the order of the list of scanners. They are known before any scanner is
 * loaded: a step whose inputs are wrong ends without one.
 */
const FORMATS = [
    'messages',
    'xccdf',
    'nessus',
    'inspec',
    'goss',
    'kube-bench',
    'docker-bench',
    'trivy-compliance',
    'prowler-ocsf',
    'asff',
    'kubescape',
    'powerpipe',
    'rancher',
    'wazuh-sca',
];

// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/session/record.ts
var session_record = __webpack_require__(8451);
;// CONCATENATED MODULE: ./src/session/recorder.ts




/** A telemetry step's part in the session whose record is in `temporaryDirectory`. */
function sessionStep(temporaryDirectory, log) {
    let reading;
    let isBegun = false;
    const warn = (error) => {
        const cause = error instanceof Error ? error.message : String(error);
        log.annotate('warning', { sentence: `The record of the session could not be kept: ${cause}` });
    };
    const before = (scanJobId) => (reading ??=
        scanJobId === ''
            ? Promise.resolve(undefined)
            : (0,session_record/* readRecord */.aE)((0,session_record/* recordPath */.lX)(temporaryDirectory, scanJobId)).catch(warn));
    return {
        before,
        record: async (run) => {
            const { inputs } = run;
            if (inputs === undefined)
                return;
            const { scanJobId } = inputs.session;
            const record = await before(scanJobId);
            if (record === undefined)
                return;
            const after = inputs.dryRun ? (0,session_record/* addDryRun */.k6)(record) : (0,session_record/* addStep */.ih)(record, reportOf(run, isBegun));
            isBegun = true;
            await (0,files/* writeWhole */.f8)((0,session_record/* recordPath */.lX)(temporaryDirectory, scanJobId), log.blot((0,session_record/* recordText */.Pe)(after))).catch(warn);
        },
    };
}
/** What the step did so far. Until it is recorded again, it counts as one that was ended while it delivered. */
function reportOf(run, isBegun) {
    const { failure, results, validated, inputs } = run;
    const code = failure?.code;
    return {
        delivered: [...run.delivered].flatMap(({ messages }) => messages),
        undelivered: (0,src_run/* undeliveredOf */.hX)(run),
        leftOut: validated?.leftOut.length ?? 0,
        unfinished: !isBegun && failure === undefined,
        nothingTolerated: inputs?.tolerateErrors.has('NothingEvaluated') === true,
        facts: results?.facts ?? {},
        ...(0,json/* withoutUndefined */.r$)({ failure: code !== undefined && (0,src_run/* isAfterDelivery */.pM)(code) ? undefined : code }),
    };
}

// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/action.ts










/**
 * Sends CIS results to Amazon Inspector: reads the inputs and the results files, makes the messages, delivers them,
 * and reports what happened, whatever happened.
 * @returns the exit code of the step.
 */
async function sendTelemetry(runner) {
    const { log, cancellation, temporaryDirectory } = runner;
    const run = (0,src_run/* newRun */.uH)();
    const step = sessionStep(temporaryDirectory, log);
    const savedAtSignal = (0,publish/* saveAtSignal */.j3)(run, cancellation.stop, temporaryDirectory, log);
    try {
        await readAndSend(run, runner, step);
        if (cancellation.stop.aborted)
            run.failure ??= (0,src_run/* undeliveredOf */.hX)(run).length > 0 ? (0,deliver/* cancelled */.KW)() : (0,deliver/* cancelledLate */.m_)();
    }
    catch (error) {
        run.failure = (0,inspector_failure/* failureOf */.g5)(error, { what: 'The run' });
        log.stackOf(error);
    }
    // What was saved at a signal may have been delivered since.
    await savedAtSignal();
    await (0,publish/* saveUndelivered */.Vc)(run, temporaryDirectory, log);
    await step.record(run);
    (0,report/* reportEnd */.wZ)(log, run);
    const published = await (0,publish/* publish */.mk)(run, runner.publication, log);
    return published && (run.failure === undefined || (0,src_run/* isTolerated */.hp)(run)) ? 0 : 1;
}
/** What is learned on the way stands in `run`, also when it ends early. */
async function readAndSend(run, runner, step) {
    const { log, environment } = runner;
    // What the user asked. The token is masked before anything else is done with it.
    runner.keepSecret((0,reader/* maskToken */.gg)(runner.inputs));
    log.info(`inspector-cis-telemetry ${version/* VERSION */.x}`);
    run.tolerated = toleratedCodes(runner.inputs);
    const inputs = (run.inputs = readInputs(runner.inputs, environment, FORMATS));
    // What the results say, and what Inspector and the user make of it. With wrong inputs, none of this is loaded.
    const { runPipeline } = await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 7139));
    await runPipeline(run, inputs, runner, step);
}


/***/ }),

/***/ 964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   OU: () => (/* binding */ sendThrough),
/* harmony export */   cK: () => (/* binding */ deliver),
/* harmony export */   m_: () => (/* binding */ cancelledLate)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _messages_chunk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9649);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9199);



/**
 * Delivers chunks: the first alone, since a wrong session or a missing permission then costs one call, the others
 * `concurrency` at a time. A chunk that fails for good ends it; chunks under way settle, so that what is told as
 * delivered is exactly what Inspector confirmed.
 * @returns the first failure; `undefined` when every chunk was delivered.
 */
async function deliver(chunks, send, { concurrency, stop, onDelivered }) {
    const isStopped = () => stop.aborted;
    const delivery = { waiting: [...chunks] };
    const sendNext = async () => {
        if (delivery.failed !== undefined || isStopped())
            return false;
        const chunk = delivery.waiting.shift();
        if (chunk === undefined)
            return false;
        try {
            onDelivered(chunk, await send(chunk));
            return true;
        }
        catch (thrown) {
            delivery.waiting.unshift(chunk);
            const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(thrown, { what: (0,_messages_chunk_js__WEBPACK_IMPORTED_MODULE_2__/* .describeChunk */ .R)(chunk, chunks.length), iamAction: IAM_ACTION });
            delivery.failed ??= {
                failure: isStopped() && failure.retryable ? cancelled() : failure,
                thrown,
                chunk,
            };
            return false;
        }
    };
    const sendOn = async () => {
        while (await sendNext())
            ;
    };
    if (await sendNext())
        await Promise.all(Array.from({ length: concurrency }, sendOn));
    return delivery.failed ?? (delivery.waiting.length > 0 ? { failure: cancelled() } : undefined);
}
const IAM_ACTION = 'inspector2:SendCisSessionTelemetry';
/** The failure of a run that a signal ended. */
function cancelled() {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('Cancelled', 'The step was cancelled before every message was delivered.');
}
/** A signal that came while the last messages were under way: a cancelled step is red all the same. */
function cancelledLate() {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureFor */ .em)('Cancelled', 'The step was cancelled, and every message was delivered all the same.', {
        remedy: 'Nothing is left to send.',
    });
}
/** A `Send` through Inspector's client; the tries of each chunk are logged. */
function sendThrough(sessions, session, chunks, cancellation, log) {
    return (chunk) => sessions.sendTelemetry(session, chunk, { what: (0,_messages_chunk_js__WEBPACK_IMPORTED_MODULE_2__/* .describeChunk */ .R)(chunk, chunks), log, ...cancellation });
}


/***/ }),

/***/ 1228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S0: () => (/* binding */ addSummary),
  mk: () => (/* binding */ publish),
  j3: () => (/* binding */ saveAtSignal),
  Vc: () => (/* binding */ saveUndelivered)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/run.ts
var src_run = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/report/untrusted-text.ts
var untrusted_text = __webpack_require__(9266);
;// CONCATENATED MODULE: ./src/report/outputs.ts


/** The outputs of `action.yml`. A test holds the two and the README together. */
const OUTPUTS = (/* unused pure expression or super */ null && ([
    'outcome',
    'messages-total',
    'messages-sent',
    'messages-invalid',
    'chunks-total',
    'chunks-sent',
    'status-counts',
    'results-format',
    'error-code',
    'error-message',
    'error-retryable',
    'request-id',
    'undelivered-file',
]));
/** The value of every output, whatever happened. */
function outputsOf(run) {
    const tally = (0,src_run/* tallyOf */.sv)(run);
    const { failure } = run;
    return {
        outcome: tally.outcome,
        'messages-total': String(tally.messagesTotal),
        'messages-sent': String(tally.messagesSent),
        'messages-invalid': String(tally.messagesInvalid),
        'chunks-total': String(tally.chunksTotal),
        'chunks-sent': String(tally.chunksSent),
        'status-counts': JSON.stringify(tally.statusCounts),
        'results-format': run.results?.formats.join(',') ?? '',
        'error-code': failure?.code ?? '',
        // A later step may print it: what it holds must not be a command there either.
        'error-message': failure === undefined ? '' : (0,untrusted_text/* plain */.pj)([failure.sentence, failure.cause].filter(Boolean).join(' ')),
        'error-retryable': failure === undefined ? '' : String(failure.retryable),
        'request-id': (0,untrusted_text/* plain */.pj)(failure?.requestId ?? ''),
        'undelivered-file': run.undeliveredFile ?? '',
    };
}

// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/report/undelivered.ts


/**
 * The text of an undelivered file: a messages file that delivers exactly these messages when it is given back. Its
 * details are base64, and it says so itself, so that binary details survive whatever `details-encoding` is. It names
 * the scan job, so that it cannot go to another one; the token is no part of it.
 */
function undeliveredText(scanJobId, messages) {
    const lines = messages.map(({ ruleId, status, cisRuleDetails }) => {
        const details = Buffer.from(cisRuleDetails).toString('base64');
        return `    ${JSON.stringify({ ruleId, status, cisRuleDetails: details })}`;
    });
    return `{
  "scanJobId": ${JSON.stringify(scanJobId)},
  "detailsEncoding": "base64",
  "messages": [
${lines.join(',\n')}
  ]
}
`;
}
/** A new name in the directory for temporary files. */
function newUndeliveredPath(temporaryDirectory, scanJobId) {
    return (0,external_node_path_.join)(temporaryDirectory, `inspector-cis-undelivered-${scanJobId}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}.json`);
}

// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
;// CONCATENATED MODULE: ./src/report/publish.ts








/**
 * Sets every output and writes the summary. A summary that cannot be written is a warning; outputs that cannot be set
 * are an error, because later steps go by them.
 * @returns whether the outputs are set.
 */
async function publish(run, publication, log) {
    const isSet = setOutputs(run, publication, log);
    if (run.inputs?.summary === false)
        return isSet;
    await addSummary((0,summary/* summaryOf */.YG)(run, (text) => log.blot(text)), publication, log);
    return isSet;
}
function setOutputs(run, { setOutput }, log) {
    try {
        for (const [name, value] of Object.entries(outputsOf(run)))
            setOutput(name, log.blot(value));
        return true;
    }
    catch (error) {
        log.annotate('error', { sentence: `The outputs of the step could not be set: ${messageOf(error)}` });
        return false;
    }
}
/** Appends to the job summary, or warns that it cannot be. */
async function addSummary(markup, publication, log) {
    try {
        await publication.addSummary(markup);
    }
    catch (error) {
        log.annotate('warning', { sentence: `The job summary could not be written: ${messageOf(error)}` });
    }
}
/**
 * Writes the messages that Inspector has not confirmed, if there are any, and remembers where. A dry run and a run
 * that ended before it had messages have none. When the user's path cannot be written, a new one of our own is, in
 * `temporaryDirectory` (`RUNNER_TEMP`).
 */
async function saveUndelivered(run, temporaryDirectory, log) {
    const { inputs } = run;
    const messages = (0,src_run/* undeliveredOf */.hX)(run);
    if (inputs === undefined || inputs.dryRun)
        return;
    if (messages.length === 0) {
        await removeUndelivered(run, log);
        return;
    }
    const { scanJobId } = inputs.session;
    const text = undeliveredText(scanJobId, messages);
    const ownPaths = [temporaryDirectory, (0,external_node_os_.tmpdir)()].map((directory) => newUndeliveredPath(directory, scanJobId));
    for (const path of [run.undeliveredFile ?? inputs.undeliveredFile, ...ownPaths]) {
        if (path === undefined)
            continue;
        try {
            await (0,files/* writeWhole */.f8)(path, text);
            run.undeliveredFile = path;
            return;
        }
        catch (error) {
            log.annotate('error', {
                sentence: `Undelivered messages could not be written to ${path}: ${messageOf(error)}`,
            });
        }
    }
}
/**
 * Writes what is undelivered as soon as a signal comes: the runner may not leave time for more.
 * @returns a function that stops listening, and waits until what a signal began is written.
 */
function saveAtSignal(run, signal, temporaryDirectory, log) {
    let saved = Promise.resolve();
    const save = () => {
        saved = saveUndelivered(run, temporaryDirectory, log).then(() => {
            (0,report/* reportCancellation */._o)(log, run);
        });
    };
    signal.addEventListener('abort', save);
    return () => {
        signal.removeEventListener('abort', save);
        return saved;
    };
}
/** Removes what was saved at a signal when all of it was delivered after all: given back, it would go twice. */
async function removeUndelivered(run, log) {
    const { undeliveredFile } = run;
    if (undeliveredFile === undefined)
        return;
    delete run.undeliveredFile;
    try {
        await (0,promises_.rm)(undeliveredFile, { force: true });
        log.info(`Everything was delivered after all: ${undeliveredFile} is removed.`);
    }
    catch (error) {
        const sentence = `${undeliveredFile} holds messages that were delivered, and could not be removed: ${messageOf(error)}`;
        log.annotate('warning', { sentence });
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ definitions),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   qk: () => (/* binding */ foreignText),
/* harmony export */   x7: () => (/* binding */ sentenceText)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9252);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5565);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2145);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9266);






/** Bytes of the longest summary: the runner drops one above 1 MiB, and other steps' text is not counted here. */
const LONGEST_SUMMARY = 900 * 1024;
/** Rules that are listed with their titles. */
const MOST_LISTED_RULES = 200;
/** Faults and files that are listed. */
const MOST_LISTED = 50;
/** Code points of a sentence in the summary. */
const LONGEST_SENTENCE = 2000;
/** Code points of a foreign text in the summary. */
const LONGEST_TEXT = 300;
const HEADLINES = {
    sent: '✅ CIS results sent to Amazon Inspector',
    partial: '❌ CIS results sent to Amazon Inspector only in part',
    failed: '❌ CIS results not sent to Amazon Inspector',
    'dry-run': '📝 CIS results checked, not sent (dry run)',
};
/**
 * The job summary of a run. Everything that is not ours stands in HTML with every special character escaped.
 * `blot` takes secrets out of foreign text.
 */
function summaryOf(run, blot) {
    const foreign = foreignText(blot);
    const tally = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .tallyOf */ .sv)(run);
    const sections = [
        `<h2>${headlineOf(run, tally)}</h2>`,
        deliverySentence(run, tally, foreign),
        ...failureSection(run, foreign, sentenceText(blot)),
        ...statusSection(run, tally),
        ...ruleSection(run, foreign),
        ...fileSection(run, foreign),
    ];
    return `${fitting(sections).join('\n\n')}\n\n`;
}
/** Foreign text, shortened, without secrets, and escaped. */
function foreignText(blot) {
    // Blotted before it is cut, and again without the characters that are not seen, which may part a secret's letters.
    return (text) => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy)(blot((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(blot(text), LONGEST_TEXT))));
}
/** A sentence of ours, which may quote foreign text: like `foreignText`, with what stands in backticks as code. */
function sentenceText(blot) {
    return (text) => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .htmlSentence */ .hy)(blot((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(blot(text), LONGEST_SENTENCE))));
}
/** The sections that fit, in order of worth; a section that does not fit is left out whole. */
function fitting(sections) {
    let room = LONGEST_SUMMARY;
    return sections.filter((section) => {
        const length = Buffer.byteLength(section) + 2;
        if (length > room)
            return false;
        room -= length;
        return true;
    });
}
function headlineOf(run, tally) {
    if (run.failure?.code === 'GateFailed')
        return `❌ ${_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .FAILURES */ .EM.GateFailed.title.replace('fail-on-status', '<code>fail-on-status</code>')}`;
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isTolerated */ .hp)(run) ? HEADLINES[tally.outcome].replace('❌', '⚠️') : HEADLINES[tally.outcome];
}
function deliverySentence(run, tally, foreign) {
    const { inputs, region } = run;
    if (inputs === undefined)
        return '<p>Nothing was read and nothing was sent.</p>';
    const job = `scan job <code>${foreign(inputs.session.scanJobId)}</code>`;
    const where = region === undefined ? job : `${job} in <code>${foreign(region)}</code>`;
    const undelivered = (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .undeliveredOf */ .hX)(run).length;
    const parts = [
        tally.outcome === 'dry-run'
            ? `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.messagesTotal - tally.messagesInvalid, 'message')} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.chunksTotal, 'chunk')} would go to ${where}.`
            : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(tally.messagesSent)} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.messagesTotal, 'message')} sent to ${where}, in ${tally.chunksSent} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.chunksTotal, 'chunk')}.`,
        tally.messagesInvalid > 0 ? `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.messagesInvalid, 'message')} not valid.` : '',
        undelivered > 0 && tally.outcome !== 'dry-run' ? `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(undelivered, 'message')} undelivered.` : '',
    ];
    return `<p>${parts.filter((part) => part !== '').join(' ')}</p>`;
}
function failureSection({ failure, undeliveredFile }, foreign, sentence) {
    if (failure === undefined)
        return [];
    const rows = [
        ['What', sentence(failure.sentence)],
        ['Why', failure.cause === undefined ? '' : sentence(failure.cause)],
        ['What to do', sentence(failure.remedy)],
        ['Code', `<code>${failure.code}</code>${failure.retryable ? ' (may pass when it is run again)' : ''}`],
        ['AWS request id', failure.requestId === undefined ? '' : `<code>${foreign(failure.requestId)}</code>`],
        ['Tries', failure.attempts === undefined ? '' : String(failure.attempts)],
        ['Undelivered messages', undeliveredFile === undefined ? '' : `<code>${foreign(undeliveredFile)}</code>`],
    ];
    const faults = failure.faults ?? [];
    const listed = faults.slice(0, MOST_LISTED).map((fault) => {
        const where = fault.place === undefined ? '' : `<code>${foreign((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .describePlace */ .d)(fault.place))}</code> `;
        return `<li>${where}${sentence(fault.sentence)}</li>`;
    });
    if (faults.length > listed.length)
        listed.push(`<li>and ${faults.length - listed.length} more, in the log</li>`);
    return [
        '<h3>What went wrong</h3>',
        definitions(rows),
        ...(listed.length === 0 ? [] : [`<ul>\n${listed.join('\n')}\n</ul>`]),
    ];
}
function statusSection(run, { statusCounts }) {
    if (run.validated === undefined)
        return [];
    const rows = _status_js__WEBPACK_IMPORTED_MODULE_5__/* .STATUSES_WORST_FIRST */ .eR.map((status) => `<td><code>${status}</code></td><td align="right">${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(statusCounts[status])}</td>`);
    return ['<h3>Results</h3>', table(['<th align="left">Status</th><th align="right">Rules</th>', ...rows])];
}
function ruleSection(run, foreign) {
    const shown = new Set(['FAILED', ...(run.inputs?.failOnStatus ?? [])]);
    const rules = (run.validated?.messages ?? []).filter(({ status }) => shown.has(status));
    if (rules.length === 0)
        return [];
    const listed = rules.slice(0, MOST_LISTED_RULES);
    const more = rules.length - listed.length;
    return [
        '<h3>Failed rules</h3>',
        table([
            '<th align="left">Rule</th><th align="left">Status</th><th align="left">Title</th>',
            ...listed.map((rule) => ruleRow(rule, foreign)),
        ]),
        ...(more > 0 ? [`<p>and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, 'more', 'more')}.</p>`] : []),
    ];
}
function ruleRow({ ruleId, status, title }, foreign) {
    return `<td><code>${foreign(ruleId)}</code></td><td><code>${status}</code></td><td>${foreign(title ?? '')}</td>`;
}
function fileSection({ results }, foreign) {
    if (results === undefined)
        return [];
    const rows = results.files
        .slice(0, MOST_LISTED)
        .map(({ file, format, scanner, benchmark, profile, results: read }) => {
        const cells = [
            `<code>${foreign(file)}</code>`,
            foreign(format),
            foreign(scanner ?? ''),
            foreign(benchmark ?? ''),
            foreign(profile ?? ''),
            String(read),
        ];
        return cells.map((cell) => `<td>${cell}</td>`).join('');
    });
    const heads = ['File', 'Format', 'Scanner', 'Benchmark', 'Profile', 'Results'];
    const more = results.files.length - rows.length;
    return [
        '<h3>Read from</h3>',
        table([heads.map((head) => `<th align="left">${head}</th>`).join(''), ...rows]),
        ...(more > 0 ? [`<p>and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, 'more file')}.</p>`] : []),
    ];
}
/** A table of heads and markup; rows without markup are left out. */
function definitions(rows) {
    const told = rows.filter(([, markup]) => markup !== '');
    return table(told.map(([head, markup]) => `<th align="left">${head}</th><td>${markup}</td>`));
}
function table(rows) {
    return `<table>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`;
}


/***/ })

};
