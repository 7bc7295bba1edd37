export const id = 816;
export const ids = [816];
export const modules = {

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


/***/ }),

/***/ 5435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeSession: () => (/* binding */ closeSession)
});

// EXTERNAL MODULE: ./src/inputs/reader.ts
var reader = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/inspector/failure.ts
var inspector_failure = __webpack_require__(9199);
// EXTERNAL MODULE: ./src/report/publish.ts + 2 modules
var publish = __webpack_require__(1228);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/text.ts + 1 modules
var src_text = __webpack_require__(2145);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/session/heartbeat.ts
var heartbeat = __webpack_require__(4848);
;// CONCATENATED MODULE: ./src/session/heartbeat-end.ts






/** Milliseconds that the heartbeats get to end: they look for the stop file five times a second. */
const LONGEST_END = 5000;
const LOOK_INTERVAL = 50;
/** Failed heartbeats that are shown. */
const MOST_SHOWN = 10;
const SENT = /^Heartbeat \d+ sent\b/;
const FAILED = /^Heartbeat \d+ failed\b/;
const ENDED = 'Heartbeats ended: ';
/**
 * Ends the heartbeats and waits for it, so that none comes after the stop of the session.
 * @returns how many there were; `undefined` when none were started.
 */
async function endHeartbeats(runner, scanJobId, pid) {
    const { log, temporaryDirectory } = runner;
    const { logFile, stopFile } = (0,heartbeat/* heartbeatFiles */.Qy)(temporaryDirectory, scanJobId);
    if (!(0,external_node_fs_.existsSync)(logFile))
        return undefined;
    try {
        // Also without a process id: the start may have been killed between the process and the state.
        await (0,files/* writeWhole */.f8)(stopFile, '');
        const lines = await linesAtEnd(logFile, pid, runner);
        const failed = lines.filter((line) => FAILED.test(line));
        const sent = lines.filter((line) => SENT.test(line));
        const told = `${(0,src_text/* count */.U9)(sent.length, 'heartbeat')} sent, ${failed.length} failed`;
        log.info(`${told}.`);
        for (const line of failed.slice(-MOST_SHOWN))
            log.info(`  ${line}`);
        const ended = lines.find((line) => line.startsWith(ENDED));
        if (ended === undefined)
            log.info('  The heartbeats did not say that they ended: they may have been killed.');
        else if (!ended.includes(heartbeat/* HEARTBEATS_END */.C9.told))
            log.info(`  ${ended}`);
        return told;
    }
    catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        log.annotate('warning', {
            sentence: `The heartbeats could not be ended or counted, and end with the job: ${cause}`,
        });
        return undefined;
    }
}
/** The lines of the log once the heartbeats said that they ended, or are no longer there, or had the time for it. */
async function linesAtEnd(logFile, pid, { pace, cancellation }) {
    const end = pace.now() + LONGEST_END;
    for (;;) {
        const wasRunning = isRunning(pid);
        const lines = (await (0,promises_.readFile)(logFile, 'utf8')).split('\n');
        // A process that ended in a container whose first process waits for none can be asked for its id all the same.
        if (!wasRunning || lines.some((line) => line.startsWith(ENDED)) || pace.now() >= end)
            return lines;
        await pace.wait(LOOK_INTERVAL, cancellation.abort);
    }
}
function isRunning(pid) {
    if (!(pid > 0))
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,json/* memberOf */.C5)(error, 'code') === 'EPERM';
    }
}

// EXTERNAL MODULE: ./src/session/inputs.ts
var session_inputs = __webpack_require__(5591);
// EXTERNAL MODULE: ./src/session/open.ts
var session_open = __webpack_require__(3902);
// EXTERNAL MODULE: ./src/session/record.ts
var session_record = __webpack_require__(8451);
// EXTERNAL MODULE: ./src/session/remedies.ts
var remedies = __webpack_require__(9742);
// EXTERNAL MODULE: ./src/session/stop-message.ts
var stop_message = __webpack_require__(936);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
;// CONCATENATED MODULE: ./src/session/summary.ts

/** The summary's section for a session. */
function sessionSummary({ scanJobId, heartbeats, end, failure }, blot) {
    const foreign = (0,summary/* foreignText */.qk)(blot);
    const sentence = (0,summary/* sentenceText */.x7)(blot);
    const headline = failure !== undefined || end === undefined
        ? '⚠️ The CIS session could not be stopped'
        : `${end.status === 'SUCCESS' ? '✅' : '❌'} CIS session stopped: <code>${end.status}</code>`;
    const progress = Object.entries(end?.message.progress ?? {}).map(([name, number]) => `${name} ${String(number)}`);
    return `<h2>${headline}</h2>\n\n${(0,summary/* definitions */.BG)([
        ['Scan job', `<code>${foreign(scanJobId)}</code>`],
        ['Reason', sentence(end?.reason ?? '')],
        ['Progress', foreign(progress.join(', '))],
        ['Heartbeats', foreign(heartbeats ?? 'none')],
        ['What went wrong', sentence([failure?.sentence, failure?.cause].filter(Boolean).join(' '))],
        ['What to do', sentence(failure?.remedy ?? '')],
        ['Code', failure === undefined ? '' : `<code>${failure.code}</code>`],
    ])}\n\n`;
}

;// CONCATENATED MODULE: ./src/session/close.ts












/**
 * Ends the session of the job: its heartbeats, then itself, with what was really delivered. What cannot be done is a
 * warning: the end of a session never turns a green job red.
 */
async function closeSession(runner) {
    const { log, publication } = runner;
    const scanJobId = runner.getState(session_open/* STATE */.c.scanJobId);
    const token = runner.getState(session_open/* STATE */.c.sessionToken);
    if (token === '' || scanJobId === '') {
        log.info('No session was opened, so there is none to stop.');
        return 0;
    }
    (0,reader/* mask */.dK)(runner.inputs, token);
    runner.keepSecret(token);
    const refused = runner.getState(session_open/* STATE */.c.refused);
    if (refused !== '') {
        log.info(`The session could not be opened (${refused}), so there is none to stop.`);
        return 0;
    }
    if (runner.getState(session_open/* STATE */.c.dryRun) !== '') {
        const { steps = 0 } = (await readOwnRecord(runner, scanJobId)) ?? {};
        log.info(`Dry run: ${(0,src_text/* count */.U9)(steps, 'telemetry step')} rehearsed; no session was opened, so there is none to stop.`);
        return 0;
    }
    const heartbeats = await endHeartbeats(runner, scanJobId, Number(runner.getState(session_open/* STATE */.c.heartbeatProcess)));
    let end;
    let failure;
    try {
        const { connection, stated } = endInputsOf(runner, token);
        end = (0,stop_message/* sessionEnd */.U)(await readOwnRecord(runner, scanJobId), (0,session_inputs/* readJobStatus */.IW)(runner.inputs), stated);
        await stop(runner, { scanJobId, sessionToken: token }, connection, end);
        warnOfUnsuccessfulEnd(end, (0,session_inputs/* readJobStatus */.IW)(runner.inputs), log);
    }
    catch (error) {
        const attempted = { what: 'The stop of the session', iamAction: 'inspector2:StopCisSession' };
        failure = (0,remedies/* atStop */.a)((0,inspector_failure/* failureOf */.g5)(error, attempted));
        (0,report/* reportFailure */.xV)(log, failure, true);
        log.stackOf(error);
    }
    await (0,publish/* addSummary */.S0)(sessionSummary({ scanJobId, heartbeats, end, failure }, (text) => log.blot(text)), publication, log);
    return 0;
}
async function stop(runner, session, connection, { status, reason, message, capped }) {
    const { log } = runner;
    if (capped) {
        const sentence = `More than ${(0,src_text/* count */.U9)(stop_message/* STOP_LIMITS */.k.count, 'rule')} were delivered: Inspector is told ${stop_message/* STOP_LIMITS */.k.count}, the most that it takes.`;
        log.annotate('warning', { sentence }, 'Counts are capped');
    }
    const region = runner.getState(session_open/* STATE */.c.region);
    const sessions = await runner.connect({ ...connection, ...(region === '' ? {} : { region }) });
    const call = {
        what: 'the stop of the session',
        log: (line) => {
            log.info(line);
        },
        ...runner.cancellation,
    };
    await sessions.stop(session, message, call).finally(sessions.close);
    log.info(`Session of scan job ${session.scanJobId} is stopped: ${status}.${reason === undefined ? '' : ` ${reason}`}`);
}
/** In a green job nobody would look: a session that did not end in success is a warning. */
function warnOfUnsuccessfulEnd({ status, reason = '' }, jobStatus, log) {
    if (status === 'SUCCESS' || jobStatus !== 'success')
        return;
    const sentence = `The CIS session ended ${status} in a job that succeeded. ${reason}`.trim();
    log.annotate('warning', { sentence }, 'The CIS session did not succeed');
}
/** The inputs as they are by now; what has become wrong with them must not leave the session open. */
function endInputsOf({ inputs, environment, log }, token) {
    try {
        return (0,session_inputs/* readEndInputs */.F5)(inputs, environment, token);
    }
    catch (error) {
        const failure = (0,inspector_failure/* failureOf */.g5)(error, { what: 'The stop of the session' });
        (0,report/* reportFailure */.xV)(log, { ...failure, remedy: `${failure.remedy} The session is stopped without them.` }, true);
        return (0,session_inputs/* readEndInputs */.F5)({ ...inputs, getInput: () => '' }, {}, token);
    }
}
/** What was delivered; `undefined` when that is not known. */
async function readOwnRecord({ temporaryDirectory, log }, scanJobId) {
    const path = (0,session_record/* recordPath */.lX)(temporaryDirectory, scanJobId);
    const warn = (cause) => {
        const sentence = `The record of what was delivered cannot be read, so Inspector gets no counts: ${cause}`;
        log.annotate('warning', { sentence }, 'The record of the session is lost');
    };
    try {
        const record = await (0,session_record/* readRecord */.aE)(path);
        if (record === undefined)
            warn(`${path} is missing. No step of the job should empty RUNNER_TEMP.`);
        return record;
    }
    catch (error) {
        warn(error instanceof Error ? error.message : String(error));
        return undefined;
    }
}


/***/ })

};
