export const id = 139;
export const ids = [139];
export const modules = {

/***/ 7139:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPipeline: () => (/* binding */ runPipeline)
});

// EXTERNAL MODULE: ./src/messages/chunk.ts
var chunk = __webpack_require__(9649);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/text.ts + 1 modules
var src_text = __webpack_require__(2145);
;// CONCATENATED MODULE: ./src/messages/refusals.ts


const CORRECT_THE_PLACES = 'Correct the places named in the annotations.';
/**
 * All or nothing before the first byte: every fault of every file is reported at once, and nothing is sent. With
 * `on-invalid: skip` only what spoils a whole document is refused.
 * @throws ActionFailure `InvalidMessages` with every fault; `NoResults` when no message is left to send.
 */
function refuseFaults(results, validated, onInvalid) {
    const { messages, leftOut } = validated;
    const faults = onInvalid === 'fail' ? [...results.faults, ...validated.faults] : results.faults;
    if (faults.length > 0) {
        const total = messages.length + leftOut.length;
        throw (0,failure/* failing */.Jr)('InvalidMessages', `Nothing is sent: the results have ${(0,src_text/* count */.U9)(faults.length, 'fault')} (${(0,src_text/* count */.U9)(leftOut.length, 'invalid message')} of ${total}).`, { faults, ...(results.faults.length > 0 ? { remedy: CORRECT_THE_PLACES } : {}) });
    }
    if (messages.length === 0) {
        throw (0,failure/* failing */.Jr)('NoResults', `There is nothing to send: of ${(0,src_text/* count */.U9)(leftOut.length, 'message')}, none is valid.`, {
            faults: validated.faults,
            remedy: CORRECT_THE_PLACES,
        });
    }
}
/**
 * The same messages, all of them invalid: what belongs to another session or target must not come back from the
 * undelivered file as what is left of this one.
 */
function noneValid(validated, [fault = FOREIGN]) {
    const { messages, leftOut } = validated;
    const refused = messages.map(({ ruleId, status }) => ({ ruleId, status, fault }));
    return { ...validated, messages: [], leftOut: [...leftOut, ...refused] };
}
const FOREIGN = { sentence: 'The results are not those of this session.' };

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/status.ts
var src_status = __webpack_require__(5565);
// EXTERNAL MODULE: ./src/place.ts
var src_place = __webpack_require__(9252);
;// CONCATENATED MODULE: ./src/messages/agreement.ts



/**
 * Promise 8: one verdict per rule. Of the messages of messages files (`written`), exact repeats go once, and different
 * statuses are a fault of each of the messages, because nobody can say which Inspector would keep. What the scanners
 * say (`scanned`, one for each rule) counts like one more scanner's: the worst is sent, and the scanner's message where
 * both say the same.
 */
function oneVerdictPerRule(written, scanned) {
    const { firsts, contradicted, contradictions, repeats } = compare(written);
    const agreed = [...written, ...scanned].filter(({ ruleId }) => !contradicted.has(ruleId));
    const outweighed = outweighedOf(agreed, firsts, new Set(scanned));
    return {
        agreed: agreed.filter((message) => !repeats.has(message) && !outweighed.has(message)),
        contradicted: [...written, ...scanned].flatMap(({ ruleId, status }) => {
            const fault = contradicted.get(ruleId);
            return fault === undefined ? [] : [{ ruleId, status, fault }];
        }),
        contradictions,
        repeats: agreed.filter((message) => repeats.has(message)),
        outweighed: agreed.filter((message) => outweighed.has(message) && !repeats.has(message)),
    };
}
function compare(messages) {
    const rules = new Map();
    const contradicted = new Map();
    const contradictions = [];
    const repeats = new Set();
    for (const message of messages) {
        const { ruleId, status, cisRuleDetails } = message;
        const rule = rules.get(ruleId) ?? { first: message, contents: new Set() };
        rules.set(ruleId, rule);
        if (status !== rule.first.status) {
            const fault = contradiction(message, rule.first);
            contradicted.set(ruleId, fault);
            contradictions.push(fault);
        }
        const content = `${status} ${Buffer.from(cisRuleDetails).toString('base64')}`;
        if (rule.contents.has(content))
            repeats.add(message);
        rule.contents.add(content);
    }
    const firsts = new Map([...rules].map(([ruleId, { first }]) => [ruleId, first]));
    return { firsts, contradicted, contradictions, repeats };
}
function contradiction({ ruleId, status, place }, other) {
    return {
        sentence: `Rule ${(0,src_text/* quote */.hD)(ruleId)} is ${status} here and ${other.status} at ${(0,src_place/* describePlace */.d)(other.place)}: a rule has one verdict.`,
        place,
    };
}
function outweighedOf(messages, written, scanned) {
    const worseByHand = new Set();
    const both = new Set();
    for (const { ruleId, status } of scanned) {
        const byHand = written.get(ruleId)?.status;
        if (byHand === undefined)
            continue;
        both.add(ruleId);
        if (byHand !== status && (0,src_status/* worstOf */.hm)([byHand, status]) === byHand)
            worseByHand.add(ruleId);
    }
    const isOutweighed = (message) => both.has(message.ruleId) && scanned.has(message) === worseByHand.has(message.ruleId);
    return new Set(messages.filter(isOutweighed));
}

;// CONCATENATED MODULE: ./src/messages/message.ts
/** Limits of a message (AWS API model of Inspector2, `CisSessionMessage`). */
const LIMITS = {
    /** `ruleId`: 1 to 500 characters (Unicode code points). */
    ruleIdCharacters: 500,
    /** `cisRuleDetails`: 0 to 1000 bytes, before base64. */
    detailsBytes: 1000,
    /** `messages` of one call: 1 to 150. */
    chunkMessages: 150,
};

;// CONCATENATED MODULE: ./src/messages/checks.ts


/** What is wrong with a rule id, by Inspector's limits; nothing when it is valid. */
function ruleIdFaults(ruleId) {
    if (typeof ruleId !== 'string')
        return [`"ruleId" must be a string in quotation marks; this is ${kindOf(ruleId)}.`];
    if (ruleId === '')
        return ['"ruleId" is empty; it must have 1 to 500 characters.'];
    if (!ruleId.isWellFormed())
        return [`"ruleId" ${(0,src_text/* quote */.hD)(ruleId)} has half a surrogate pair: it is no Unicode text.`];
    // Counting code points makes a list of them; no text of so few units has too many.
    const length = ruleId.length <= LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
    if (length <= LIMITS.ruleIdCharacters)
        return [];
    return [
        `"ruleId" ${(0,src_text/* quote */.hD)(ruleId)} has ${(0,src_text/* count */.U9)(length, 'character')}; Inspector takes at most ${LIMITS.ruleIdCharacters}.`,
    ];
}
/** A fault when a text holds the session's token; `secret` is lower case. */
function secretFaults(what, text, secret) {
    return secret !== '' && text.toLowerCase().includes(secret)
        ? [`${what} holds the session token, which is a secret.`]
        : [];
}
/** What a value is, in words: `a list`, `a number`. */
function kindOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (value instanceof Uint8Array)
        return 'binary';
    return typeof value === 'object'
        ? 'an object'
        : typeof value === 'string'
            ? 'a string'
            : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./src/messages/written-details.ts




/** The bytes of details: text or base64, `!!binary`, or a mapping or sequence as compact JSON. */
function bytesOf(details, encoding) {
    const made = encodeDetails(details, encoding);
    if ('faults' in made || made.bytes.length <= LIMITS.detailsBytes)
        return made;
    return {
        faults: [
            `"cisRuleDetails" has ${(0,src_text/* count */.U9)(made.bytes.length, 'byte')}; Inspector takes at most ${LIMITS.detailsBytes}.`,
        ],
    };
}
function encodeDetails(details, encoding) {
    if (details instanceof Uint8Array)
        return { bytes: details };
    if (typeof details === 'string')
        return encoding === 'base64' ? decodeBase64(details) : encodeText(details);
    if ((0,json/* isRecord */.u4)(details) || Array.isArray(details))
        return encodeJson(details);
    return { faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${kindOf(details)}.`] };
}
function encodeText(text) {
    if (!text.isWellFormed())
        return { faults: ['"cisRuleDetails" has half a surrogate pair: it is no Unicode text.'] };
    return { bytes: new TextEncoder().encode(text) };
}
function encodeJson(details) {
    let changed;
    // A replacer sees what stands in its owner before `toJSON` made something else of it.
    const look = function (name, value) {
        changed ??= changedByJson((0,json/* memberOf */.C5)(this, name) ?? value);
        return value;
    };
    try {
        const json = JSON.stringify(details, look);
        return changed === undefined ? encodeText(json) : { faults: [changed] };
    }
    catch (error) {
        if (error instanceof RangeError)
            return { faults: ['"cisRuleDetails" is nested too deeply.'] };
        // What `JSON.stringify` says of a value that refers to itself, as a YAML anchor can.
        if (error instanceof TypeError)
            return { faults: ['"cisRuleDetails" holds itself.'] };
        throw error;
    }
}
/** What JSON would silently make another value of. */
function changedByJson(value) {
    if (value instanceof Uint8Array)
        return '"cisRuleDetails" has binary within an object or a list, which JSON has not.';
    if (typeof value !== 'number' || Number.isSafeInteger(value))
        return undefined;
    if (Number.isFinite(value) && !Number.isInteger(value))
        return undefined;
    return `"cisRuleDetails" has the number ${String(value)}, which cannot be kept exactly: write it in quotation marks.`;
}
/** Base64 of RFC 4648, padded; lines may be folded, as `base64` folds them. */
function decodeBase64(text) {
    const folded = text.replaceAll(/[\r\n\t ]+/g, '');
    const bytes = Buffer.from(folded, 'base64');
    // Node skips what is no base64; only the same text again shows that nothing was skipped.
    if (bytes.toString('base64') === folded)
        return { bytes };
    return { faults: ['"cisRuleDetails" is not base64, and `details-encoding` says that it is.'] };
}

;// CONCATENATED MODULE: ./src/messages/draft.ts





const MEMBERS = ['ruleId', 'status', 'cisRuleDetails'];
/** Checks a message of a messages file against Inspector's limits. */
function checkDraft({ value, place, detailsEncoding }, checks) {
    if (!(0,json/* isRecord */.u4)(value)) {
        const sentence = `A message must be an object with ${(0,src_text/* allOf */.bn)(MEMBERS)}; this is ${kindOf(value)}.`;
        return leftOut([{ sentence, place }], {});
    }
    const at = (member) => memberPlace(place, member);
    const faults = memberFaults(value, place);
    const blame = (member, sentences) => {
        for (const sentence of sentences)
            faults.push({ sentence, place: at(member) });
    };
    const { ruleId, status, cisRuleDetails } = value;
    if (has(value, 'ruleId'))
        blame('ruleId', ruleIdFaults(ruleId));
    if (has(value, 'status') && !(0,src_status/* isStatus */.zM)(status))
        blame('status', [statusFault(status)]);
    const details = has(value, 'cisRuleDetails')
        ? bytesOf(cisRuleDetails, detailsEncoding ?? checks.detailsEncoding)
        : { faults: [] };
    if ('faults' in details)
        blame('cisRuleDetails', details.faults);
    else
        blame('cisRuleDetails', secretFaults('"cisRuleDetails"', asText(details.bytes), checks.secret));
    if (typeof ruleId === 'string')
        blame('ruleId', secretFaults('"ruleId"', ruleId, checks.secret));
    if (faults.length > 0 || typeof ruleId !== 'string' || !(0,src_status/* isStatus */.zM)(status) || !('bytes' in details)) {
        return leftOut(faults, {
            ruleId: typeof ruleId === 'string' ? ruleId : undefined,
            status: (0,src_status/* isStatus */.zM)(status) ? status : undefined,
        });
    }
    return { message: { ruleId, status, cisRuleDetails: details.bytes, place, ...titleOf(cisRuleDetails) } };
}
/** A message that is not valid: all of its faults, and what is known of it. */
function leftOut(faults, known) {
    const [fault = { sentence: 'The message is not valid.' }] = faults;
    return { faults, leftOut: { fault, ...(0,json/* withoutUndefined */.r$)(known) } };
}
function memberFaults(value, place) {
    const missing = MEMBERS.filter((member) => !has(value, member));
    const unknown = Object.keys(value).filter((member) => !MEMBERS.some((known) => known === member));
    const [first] = unknown;
    return [
        ...(missing.length === 0
            ? []
            : [
                {
                    sentence: `The message${ofRule(value)} has no ${(0,src_text/* allOf */.bn)(missing.map((member) => `"${member}"`))}.`,
                    place,
                },
            ]),
        ...(first === undefined
            ? []
            : [{ sentence: (0,src_text/* unknownMembers */.kV)(unknown, 'a message', MEMBERS), place: memberPlace(place, first) }]),
    ];
}
function statusFault(status) {
    if (typeof status !== 'string')
        return `"status" must be one of ${(0,src_text/* anyOf */.EB)(src_status/* STATUSES_WORST_FIRST */.eR)}; this is ${kindOf(status)}.`;
    const suggestion = (0,src_text/* didYouMean */.au)(status, src_status/* STATUSES_WORST_FIRST */.eR);
    return `"status" ${(0,src_text/* quote */.hD)(status)} is not a status of Inspector (${(0,src_text/* anyOf */.EB)(src_status/* STATUSES_WORST_FIRST */.eR)}).${suggestion}`;
}
/** Every byte as a character: a UUID in it is found, whatever stands around it. */
function asText(bytes) {
    return Buffer.from(bytes).toString('latin1');
}
function memberPlace(place, member) {
    return 'path' in place.at ? { source: place.source, at: { path: [...place.at.path, member] } } : place;
}
/** A title inside details that are a mapping: for people to read, in the summary. */
function titleOf(details) {
    const title = (0,json/* isRecord */.u4)(details) && has(details, 'title') ? details['title'] : undefined;
    return typeof title === 'string' ? { title } : {};
}
function ofRule(value) {
    const ruleId = has(value, 'ruleId') ? value['ruleId'] : undefined;
    return typeof ruleId === 'string' && ruleId !== '' ? ` of rule ${(0,src_text/* quote */.hD)(ruleId)}` : '';
}
function has(value, member) {
    return Object.hasOwn(value, member);
}

;// CONCATENATED MODULE: ./src/messages/earlier.ts

/**
 * A step never sends a better status for a rule than an earlier step of its session delivered: the worse status is
 * sent again, and a scanner's reason says why.
 */
function notBetterThan(items, delivered) {
    const worsened = new Set();
    const worst = items.map((item) => {
        const earlier = delivered.get(item.ruleId);
        if (earlier === undefined || (0,src_status/* worstOf */.hm)([earlier, item.status]) === item.status)
            return item;
        worsened.add(item.ruleId);
        const reason = 'result' in item ? { reason: reasonOf(item, earlier) } : {};
        return { ...item, ...reason, status: earlier };
    });
    return { items: worst, worsened: [...worsened] };
}
function reasonOf({ status, reason }, earlier) {
    const why = `${status} here, ${earlier} in an earlier step of this session`;
    return reason === undefined ? why : `${why}; ${reason}`;
}

// EXTERNAL MODULE: ./src/secrets.ts
var secrets = __webpack_require__(7194);
;// CONCATENATED MODULE: ./src/messages/details.ts



/**
 * Members of the details in order of worth: the last one is shortened or dropped first, `result` never. The number and
 * the benchmark come first, since a number means another rule in another version of the benchmark. The number stands
 * here too: a result may be sent under the scanner's own id, and a rule may have several numbers.
 */
const details_MEMBERS = [
    ['number', ({ recommendations }) => recommendations],
    ['benchmark', ({ benchmark }) => benchmark],
    ['rule', ({ ownId }) => ownId],
    ['title', ({ title }) => title],
    ['result', ({ result }) => result],
    ['reason', ({ reason }) => reason],
    ['counts', ({ counts }) => (counts === undefined ? undefined : describeCounts(counts))],
    ['severity', ({ severity }) => severity],
    ['section', ({ section }) => section],
    ['level', ({ level }) => level],
    ['identifiers', ({ identifiers }) => identifiers],
    ['remediation', ({ remediation }) => remediation],
    ['source', ({ source }) => source],
];
/** Below this many code points a shortened text says nothing. */
const SHORTEST_TEXT = 12;
/**
 * What a rule result says, as compact JSON of at most 1000 bytes of UTF-8: number, benchmark, title and so on, shortened
 * or dropped from the end at a code point's boundary. Always valid JSON, whatever the texts hold.
 */
function detailsOf(result) {
    let members = details_MEMBERS.map(([name, valueOf]) => [
        name,
        textOf(valueOf(result)),
    ]).filter(([, text]) => text !== '');
    // The scanner's own word is the last to go: details without the verdict would be worth little.
    const shortenable = members.map(([name]) => name).filter((name) => name !== 'result');
    for (const name of [...shortenable.reverse(), 'result']) {
        if (encode(members).length <= LIMITS.detailsBytes)
            break;
        members = fit(members, name);
    }
    return encode(members);
}
function textOf(value) {
    const text = typeof value === 'string' ? value : (value ?? []).join(', ');
    return text.replaceAll(/\s+/gu, ' ').trim().toWellFormed();
}
function encode(members) {
    return new TextEncoder().encode(JSON.stringify(Object.fromEntries(members)));
}
/** Shortens one member so far that all fit; drops it when too little would be left of it. */
function fit(members, name) {
    const points = Array.from((members.find(([member]) => member === name)?.[1] ?? '').slice(0, 2 * LIMITS.detailsBytes));
    const shortened = (length) => members.map((member) => member[0] === name ? [name, `${points.slice(0, length).join('').trimEnd()}…`] : member);
    let fits = 0;
    let tooLong = points.length;
    while (tooLong - fits > 1) {
        const middle = Math.floor((fits + tooLong) / 2);
        if (encode(shortened(middle)).length <= LIMITS.detailsBytes)
            fits = middle;
        else
            tooLong = middle;
    }
    return fits < SHORTEST_TEXT ? members.filter(([member]) => member !== name) : shortened(fits);
}
/** How many results ended in which status, worst first: `7 results: 3 FAILED, 4 PASSED`. */
function describeCounts(counts) {
    const present = src_status/* STATUSES_WORST_FIRST */.eR.filter((status) => (counts[status] ?? 0) > 0);
    const total = present.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
    const each = present.map((status) => `${counts[status] ?? 0} ${status}`).join(', ');
    return `${(0,src_text/* count */.U9)(total, 'result')}: ${each}`;
}

;// CONCATENATED MODULE: ./src/messages/result-message.ts





/** Makes the message of a scanner's rule result. `secret` is the session's token; empty when there is none. */
function checkRuleResult(result, secret) {
    const { ruleId, status, place, title } = result;
    const faults = [...ruleIdFaults(ruleId), ...secretFaults('The rule id', ruleId, secret)];
    if (faults.length > 0) {
        return leftOut(faults.map((sentence) => ({ sentence, place })), { ruleId, status });
    }
    const cisRuleDetails = detailsOf(secret === '' ? result : withoutSecretIn(result, secret));
    return { message: { ruleId, status, place, cisRuleDetails, ...(0,json/* withoutUndefined */.r$)({ title }) } };
}
/** A scanner's evidence may quote an environment that holds the token. */
function withoutSecretIn(result, secret) {
    const blot = (text) => (0,secrets/* withoutSecret */.Nt)(text, secret);
    const texts = Object.entries(result)
        .filter((member) => typeof member[1] === 'string')
        .map(([name, text]) => [name, blot(text)]);
    const lists = {
        identifiers: result.identifiers?.map(blot),
        recommendations: result.recommendations?.map(blot),
    };
    return { ...result, ...Object.fromEntries(texts), ...(0,json/* withoutUndefined */.r$)(lists) };
}

;// CONCATENATED MODULE: ./src/messages/validate.ts







/**
 * Makes and checks the messages of messages files (`drafts`) and of scanners' files (`ruleResults`). A record that
 * makes no rule result (`recordFaults`) counts as an invalid message.
 */
function validate(results, checks) {
    const { delivered = new Map() } = checks;
    const earlier = notBetterThan(results.ruleResults, delivered);
    const { recordFaults, unreadable } = results;
    const drafts = results.drafts.map((draft) => checkDraft(draft, checks));
    const scanned = earlier.items.map((result) => checkRuleResult(result, checks.secret));
    const invalid = [...drafts, ...scanned].flatMap((one) => ('leftOut' in one ? [one] : []));
    const worstLeftOut = worstOfEach(invalid.map(({ leftOut }) => leftOut));
    const keep = ({ ruleId, status }) => !unreadable.has(ruleId) && !isWorse(worstLeftOut.get(ruleId), status);
    const written = messagesOf(drafts);
    const made = messagesOf(scanned);
    const hidden = [...written, ...made].filter((message) => !keep(message)).map(leftOutWithItsRule);
    const agreement = oneVerdictPerRule(written.filter(keep), made.filter(keep));
    const { items, worsened } = notBetterThan(agreement.agreed, delivered);
    return {
        messages: items,
        worsened: [...earlier.worsened, ...worsened],
        leftOut: [
            ...recordFaults.map(({ ruleId, status, ...fault }) => ({
                fault,
                ...(0,json/* withoutUndefined */.r$)({ ruleId, status }),
            })),
            ...invalid.map(({ leftOut }) => leftOut),
            ...hidden,
            ...agreement.contradicted,
        ],
        faults: [
            ...recordFaults,
            ...invalid.flatMap(({ faults }) => faults),
            ...hidden.map(({ fault }) => fault),
            ...agreement.contradictions,
        ],
        repeats: agreement.repeats,
        outweighed: agreement.outweighed,
    };
}
function messagesOf(checked) {
    return checked.flatMap((one) => ('message' in one ? [one.message] : []));
}
/** The worst that is stated of each rule by a message that is left out; `unknown` where one states nothing readable. */
function worstOfEach(leftOut) {
    const worst = new Map();
    for (const { ruleId, status = 'unknown' } of leftOut) {
        if (ruleId === undefined)
            continue;
        const known = worst.get(ruleId) ?? status;
        const either = known === 'unknown' || status === 'unknown' ? 'unknown' : (0,src_status/* worstOf */.hm)([known, status]);
        worst.set(ruleId, either ?? 'unknown');
    }
    return worst;
}
function isWorse(leftOut, status) {
    if (leftOut === undefined)
        return false;
    return (leftOut === 'unknown' || src_status/* STATUSES_WORST_FIRST */.eR.indexOf(leftOut) < src_status/* STATUSES_WORST_FIRST */.eR.indexOf(status));
}
/** A rule without the worst of its results would look better than it is. */
function leftOutWithItsRule({ ruleId, status, place }) {
    const sentence = `Rule ${(0,src_text/* quote */.hD)(ruleId)} is left out: another result of it cannot be read, and may be worse.`;
    return { ruleId, status, fault: { sentence, place } };
}

// EXTERNAL MODULE: ./src/policy/evaluated.ts
var evaluated = __webpack_require__(1087);
;// CONCATENATED MODULE: ./src/policy/gate.ts



/**
 * What `fail-on-status` says of the messages: a failure when a rule has one of its statuses. It is asked after
 * everything was delivered, because a closed gate must not keep results from Inspector. It fails closed: a rule that
 * was left out as invalid has not passed. It counts with the status that it states, and without one it matches.
 */
function gateFailure({ messages, leftOut }, failOnStatus) {
    if (failOnStatus.size === 0)
        return undefined;
    const states = [...messages, ...leftOut].map(({ status }) => status);
    const counts = (0,src_status/* countStatuses */.ip)(states.filter((status) => status !== undefined));
    const matched = [...failOnStatus].filter((status) => counts[status] > 0);
    const unread = states.filter((status) => status === undefined).length;
    const rules = matched.map((status) => `${(0,src_text/* count */.U9)(counts[status], 'rule')} ${status}`);
    const leftOutRules = unread > 0 ? [`${(0,src_text/* count */.U9)(unread, 'rule')} left out without a readable status`] : [];
    if (rules.length + leftOutRules.length === 0)
        return undefined;
    const total = matched.reduce((sum, status) => sum + counts[status], unread);
    return (0,failure/* failureFor */.em)('GateFailed', `There ${total === 1 ? 'is' : 'are'} ${(0,src_text/* allOf */.bn)([...rules, ...leftOutRules])}, which \`fail-on-status\` does not let pass.`);
}

;// CONCATENATED MODULE: ./src/policy/judgement.ts


/**
 * Judges a scan after everything was delivered, because a judgement must not keep results from Inspector. That nothing
 * was evaluated is looked at before the gate; when the user tolerates it, the gate still decides.
 */
function judge(validated, results, policy) {
    const nothing = (0,evaluated/* nothingEvaluated */.F)(validated.messages, policy.deliveredBefore, results);
    const gate = gateFailure(validated, policy.failOnStatus);
    if (nothing === undefined)
        return gate === undefined ? {} : { failure: gate };
    const { failure, isFailure } = nothing;
    if (isFailure && !policy.tolerateErrors.has('NothingEvaluated'))
        return { failure };
    if (gate !== undefined)
        return { failure: gate, warning: failure };
    return isFailure ? { failure } : { warning: failure };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files.ts
var src_files = __webpack_require__(9148);
;// CONCATENATED MODULE: ./src/report/overwriting.ts



/**
 * Undelivered messages must not replace the results that they come from, which may say more. Only an undelivered file
 * may be replaced by what is left of it.
 * @throws ActionFailure `InvalidInput` when `undelivered-file` is one of the results files.
 */
async function refuseOverwriting(undeliveredFile, files, results, workingDirectory) {
    if (undeliveredFile === undefined)
        return;
    const path = await (0,src_files/* realPathOf */.dN)((0,external_node_path_.resolve)(workingDirectory, undeliveredFile));
    const index = files.findIndex((file) => file.path === path);
    if (index < 0 || results.files[index]?.isUndeliveredFile === true)
        return;
    throw (0,failure/* failing */.Jr)('InvalidInput', '`undelivered-file` would overwrite one of the results files.', {
        remedy: 'Name another file, or leave `undelivered-file` out: the action then chooses a new name.',
    });
}

// EXTERNAL MODULE: ./src/report/report.ts
var report = __webpack_require__(8850);
// EXTERNAL MODULE: ./src/results/age.ts
var age = __webpack_require__(7341);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/results/open.ts





/** Bytes of the largest results file that is read: some six times the largest ARF file that is known. */
const LARGEST_RESULTS_FILE = 256 * 1024 * 1024;
/**
 * Finds and reads the files that paths and globs name, each file once, in the order of the patterns and, within a
 * glob, of the paths. A path that exists is never taken for a glob.
 * @throws ActionFailure `ResultsFileNotFound` when a pattern matches no file; `ResultsFileUnreadable` when a file
 *   cannot be read or has more than 256 MiB.
 */
async function readResultsFiles(patterns, workingDirectory, largest = LARGEST_RESULTS_FILE) {
    const paths = new Set();
    for (const pattern of patterns) {
        const found = await findFiles(pattern, workingDirectory);
        if (found.length === 0)
            throw await notFound(pattern, workingDirectory);
        for (const path of found)
            paths.add(await (0,promises_.realpath)(path));
    }
    const files = [];
    for (const path of paths)
        files.push(await readResultsFile(path, workingDirectory, largest));
    return files;
}
async function findFiles(pattern, workingDirectory) {
    const path = (0,external_node_path_.resolve)(workingDirectory, pattern);
    const kind = await open_kindOf(path);
    if (kind === 'file')
        return [path];
    if (kind !== undefined || !/[*?[]/.test(pattern))
        return [];
    // The globs of the toolkit start at the process's directory; a pattern of ours starts at the given one.
    // The directory itself is none, whatever characters its name has.
    const literalDirectory = workingDirectory.replaceAll(/[[*?]/g, '[$&]');
    const { create } = await __webpack_require__.e(/* import() */ 377).then(__webpack_require__.bind(__webpack_require__, 2377));
    const globber = await create((0,external_node_path_.resolve)(literalDirectory, pattern), {
        implicitDescendants: false,
        matchDirectories: false,
    });
    const found = [];
    // What is no regular file is left out: a pipe would be waited on for ever.
    for (const match of await globber.glob())
        if ((await open_kindOf(match)) === 'file')
            found.push(match);
    return found.sort();
}
async function open_kindOf(path) {
    try {
        const found = await (0,promises_.stat)(path);
        return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        if ((0,src_files/* isSystemError */.Or)(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return undefined;
        throw unreadable(path, error);
    }
}
async function readResultsFile(path, workingDirectory, largest) {
    const name = (0,src_files/* nameForUser */.Y6)(path, workingDirectory);
    try {
        const handle = await (0,promises_.open)(path);
        try {
            const { size, mtimeMs: modified, dev: device } = await handle.stat();
            if (size > largest) {
                throw (0,failure/* failing */.Jr)('ResultsFileUnreadable', `${(0,src_text/* quote */.hD)(name)} has ${(0,src_text/* count */.U9)(size, 'byte')}; the largest results file that is read has ${(0,src_text/* count */.U9)(largest, 'byte')}.`, {
                    remedy: 'Check that the path is the one of the results file; split the results over several files.',
                });
            }
            return { name, path, bytes: await handle.readFile(), modified, device };
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw (0,src_files/* isSystemError */.Or)(error) ? unreadable(name, error) : error;
    }
}
async function notFound(pattern, workingDirectory) {
    const path = (0,external_node_path_.resolve)(workingDirectory, pattern);
    const kind = await open_kindOf(path);
    if (kind === 'directory') {
        return (0,failure/* failing */.Jr)('ResultsFileNotFound', `\`results-file\` ${(0,src_text/* quote */.hD)(pattern)} is a directory.`, {
            remedy: `Name the files in it, with a glob such as \`${pattern.replace(/[\\/]+$/, '')}/*.json\`.`,
        });
    }
    if (kind === 'other') {
        return (0,failure/* failing */.Jr)('ResultsFileNotFound', `\`results-file\` ${(0,src_text/* quote */.hD)(pattern)} is not a regular file.`);
    }
    return (0,failure/* failing */.Jr)('ResultsFileNotFound', `\`results-file\` ${(0,src_text/* quote */.hD)(pattern)} matches no file in the working directory ${(0,src_text/* quote */.hD)(workingDirectory)}.` +
        (await nearMisses(path)));
}
/** What stands where the file was looked for: a name that is close to it, or the first few. */
async function nearMisses(path) {
    const directory = (0,external_node_path_.dirname)(path);
    let names;
    try {
        names = (await (0,promises_.readdir)(directory)).sort();
    }
    catch (error) {
        if ((0,src_files/* isSystemError */.Or)(error))
            return ` The directory ${(0,src_text/* quote */.hD)(directory)} cannot be listed (${error.code ?? 'unknown'}).`;
        throw error;
    }
    if (names.length === 0)
        return ` The directory ${(0,src_text/* quote */.hD)(directory)} is empty.`;
    const close = (0,src_text/* didYouMean */.au)((0,external_node_path_.basename)(path), names);
    if (close !== '')
        return close;
    const some = names.slice(0, 8).map(src_text/* quote */.hD).join(', ');
    return ` In ${(0,src_text/* quote */.hD)(directory)} there are: ${some}${names.length > 8 ? ` and ${(0,src_text/* count */.U9)(names.length - 8, 'more', 'more')}` : ''}.`;
}
function unreadable(name, error) {
    const cause = (0,src_files/* isSystemError */.Or)(error) ? error.message : String(error);
    return (0,failure/* failing */.Jr)('ResultsFileUnreadable', `${(0,src_text/* quote */.hD)(name)} cannot be read.`, { cause }, error);
}

;// CONCATENATED MODULE: ./src/results/naming.ts
/** A recommendation's number, as kube-bench and others use it for their own id. */
const NUMBER = /^\d+(?:\.\d+)+$/;
/** Whether a rule's name is a recommendation's number: two or more numbers, separated by dots. */
function isNumber(name) {
    return NUMBER.test(name);
}
/**
 * The names under which a rule goes to Inspector: with `cis` its recommendations, where the file states them; else the
 * scanner's own id.
 */
function namesOf({ ruleId, recommendations = [] }, naming) {
    return naming === 'cis' && recommendations.length > 0 ? [...new Set(recommendations)] : [ruleId];
}
/** Names every result, before results are combined. A rule that belongs to two recommendations counts for both. */
function nameRules(ruleResults, naming) {
    const renamed = new Set();
    const kept = new Set();
    const named = ruleResults.flatMap((result) => {
        const ownId = result.ruleId;
        const names = namesOf(result, naming);
        const rule = JSON.stringify([result.scanner, ownId]);
        if (names.some((name) => name !== ownId))
            renamed.add(rule);
        else if (naming === 'cis' && !isNumber(ownId))
            kept.add(rule);
        return names.map((name) => (name === ownId ? result : { ...result, ruleId: name, ownId }));
    });
    return { ruleResults: named, renamed: renamed.size, kept: kept.size };
}
/**
 * Leaves out every rule of which some result cannot be read: what others say of it could make it look better than it
 * is. A rule that is unreadable here may be known by its number from elsewhere, so that number is left out too.
 */
function leaveOutUnreadable(ruleResults, unreadableRules, naming) {
    const ownIds = new Set(unreadableRules.map(({ ruleId }) => ruleId));
    const ofSameRule = ruleResults.filter(({ ruleId, ownId }) => ownIds.has(ownId ?? ruleId));
    const unreadable = new Set([
        ...unreadableRules.flatMap((rule) => namesOf(rule, naming)),
        ...ofSameRule.map(({ ruleId }) => ruleId),
    ]);
    return {
        ruleResults: ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId)),
        leftOut: ruleResults.filter(({ ruleId }) => unreadable.has(ruleId)),
        unreadable,
    };
}

;// CONCATENATED MODULE: ./src/results/placed.ts

/** The results of a scan, each with its place and who says so. */
function placedRuleResults(placed) {
    const { scan, source } = placed;
    const benchmark = benchmarkOf(scan);
    const scanner = scannerOf(placed);
    const head = [nameAndVersion(scan.scanner, scan.scannerVersion), scan.profile];
    return scan.ruleResults.map((result) => {
        const described = [...head, result.source].filter((part) => part !== undefined).join(', ');
        return {
            ...result,
            scanner,
            ...(0,json/* withoutUndefined */.r$)({ benchmark, source: described === '' ? undefined : described }),
            place: { source, at: result.at },
        };
    });
}
/** The messages of a messages file, each with its place and its encoding. */
function placedDrafts({ scan, source }) {
    const encoding = scan.detailsEncoding === undefined ? {} : { detailsEncoding: scan.detailsEncoding };
    return (scan.drafts ?? []).map((draft) => ({ ...draft, ...encoding, place: { source, at: draft.at } }));
}
/** The scanner, or its format where the document does not name the scanner. */
function scannerOf({ scan, format }) {
    return scan.scanner ?? format;
}
/** The benchmark with its version, as people write it; where only the content's version is known, with that. */
function benchmarkOf({ benchmark, benchmarkVersion, contentVersion }) {
    if (benchmarkVersion !== undefined)
        return nameAndVersion(benchmark, benchmarkVersion);
    return nameAndVersion(benchmark, contentVersion === undefined ? undefined : `(content ${contentVersion})`);
}
/** A name with its version, where both are known and the name does not say the version already. */
function nameAndVersion(name, version) {
    if (name === undefined || version === undefined)
        return name;
    const says = name.split(/\s+/).some((word) => word === version || word === `v${version}`);
    return says ? name : `${name} ${version}`;
}

;// CONCATENATED MODULE: ./src/results/benchmarks.ts





/** Benchmarks of one set of results: far more than any scan has, and few enough to compare each with each. */
const MOST_BENCHMARKS = 100;
/** Numbers and benchmarks that a sentence names. */
const MOST_NAMED = 5;
/**
 * Promise 4: different benchmarks in one set are a warning, and where different CIS benchmarks share a number, a fault:
 * a number means another rule in another benchmark. What is not stated does not differ, which a notice says.
 * @throws ActionFailure `InvalidMessages` when there are more benchmarks than can be compared.
 */
function benchmarkFindings(scans, naming) {
    const stated = statedBenchmarks(scans, naming);
    if (stated.length > MOST_BENCHMARKS) {
        const most = `at most ${MOST_BENCHMARKS} can be compared`;
        throw (0,failure/* failing */.Jr)('InvalidMessages', `The results are of ${(0,src_text/* count */.U9)(stated.length, 'different benchmark')}; ${most}.`, { remedy: 'Give the results of each benchmark to a session of its own.' });
    }
    const pairs = stated.flatMap((one, index) => stated.slice(0, index).map((other) => [other, one]));
    const different = pairs.filter(([one, other]) => areDifferent(one, other));
    return {
        faults: different.flatMap((pair) => sharedNumbers(pair, naming)),
        warnings: severalBenchmarks(different),
        notices: notCompared(pairs.filter((pair) => !different.includes(pair))),
    };
}
function statedBenchmarks(scans, naming) {
    const stated = new Map();
    for (const placed of scans) {
        const { scan, source } = placed;
        const [first] = scan.ruleResults;
        if (first === undefined)
            continue;
        const label = benchmarkOf(scan) ?? '';
        const scanner = scannerOf(placed);
        const { cisBenchmark = {} } = scan;
        const key = JSON.stringify([scanner, label, cisBenchmark.product, cisBenchmark.version]);
        const known = stated.get(key) ?? {
            scanner,
            label,
            comparable: cisBenchmark,
            numbers: new Set(),
            place: { source, at: first.at },
        };
        stated.set(key, known);
        for (const name of scan.ruleResults.flatMap((rule) => namesOf(rule, naming))) {
            if (isNumber(name))
                known.numbers.add(name);
        }
    }
    return [...stated.values()];
}
/** CIS benchmarks that differ; or whatever else one scanner names differently. */
function areDifferent(one, other) {
    const { comparable: a } = one;
    const { comparable: b } = other;
    if (cisBenchmarksDiffer(a, b))
        return true;
    const bothCompared = a.product !== undefined && b.product !== undefined;
    const named = one.label !== '' && other.label !== '';
    return one.scanner === other.scanner && named && one.label !== other.label && !bothCompared;
}
/**
 * Whether two CIS benchmarks differ: both state a product, or both a version, and these differ. A version of content
 * (SSG 0.1.80) is none, and what is not known does not differ.
 */
function cisBenchmarksDiffer(one, other) {
    return productsDiffer(one.product, other.product) || versionsDiffer(one.version, other.version);
}
function versionsDiffer(one, other) {
    const [a, b] = [one, other].map((version) => /^v?(\d+(?:\.\d+)*?)(?:\.0)*$/.exec(version?.trim() ?? '')?.[1]);
    return a !== undefined && b !== undefined && a !== b;
}
/** Products that scanners write in several ways. */
const ALIASES = [
    [/\bred ?hat enterprise linux\b/g, 'rhel'],
    [/\bsuse linux enterprise(?: server)?\b|\bsle\b/g, 'sles'],
    [/\bamazon linux\b|\bamzn?(?=\d|\b)/g, 'amazonlinux'],
    [/\bamazon web services\b/g, 'aws'],
    [/\boracle linux\b/g, 'oraclelinux'],
    [/\balma linux(?: os)?\b/g, 'almalinux'],
];
/** Words that some scanners write and others do not, without another product being meant. */
const NOISE = new Set([
    'cis',
    'benchmark',
    'linux',
    'gnu',
    'lts',
    'os',
    'server',
    'microsoft',
    'standalone',
    'stand',
    'alone',
    'v',
]);
/** Products with a benchmark of their own whose names hold the name of another product. */
const DISTINCT = new Set([
    'eks',
    'gke',
    'aks',
    'ack',
    'oke',
    'openshift',
    'foundations',
]);
/** Whether two products differ: neither is the other one said in more words, or their release numbers differ. */
function productsDiffer(one, other) {
    if (one === undefined || other === undefined)
        return false;
    const [a, b] = [wordsOf(one), wordsOf(other)];
    const onlyOne = [...a.words].filter((word) => !b.words.has(word));
    const onlyOther = [...b.words].filter((word) => !a.words.has(word));
    const isOtherProduct = (onlyOne.length > 0 && onlyOther.length > 0) ||
        [...onlyOne, ...onlyOther].some((word) => DISTINCT.has(word));
    if (isOtherProduct)
        return a.words.size > 0 && b.words.size > 0;
    return (a.releases.length > 0 &&
        b.releases.length > 0 &&
        !a.releases.some((release) => b.releases.some((another) => isSameRelease(release, another))));
}
function wordsOf(product) {
    const plain = ALIASES.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), product.toLowerCase());
    const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => !NOISE.has(word));
    // Ansible-Lockdown writes UBUNTU2204 for 22.04.
    const releases = (plain.match(/\d+(?:\.\d+)*/g) ?? []).map((text) => text.replace(/^(\d\d)(\d\d)$/, '$1.$2'));
    return { words: new Set(words), releases };
}
/** `22` and `22.04` are one release as far as the first says. */
function isSameRelease(one, other) {
    return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
function severalBenchmarks(different) {
    if (different.length === 0)
        return [];
    const labels = [...new Set(different.flat().map(nameOf))];
    const more = labels.length > MOST_NAMED ? [`${labels.length - MOST_NAMED} more`] : [];
    return [
        {
            sentence: `The results are of different benchmarks: ${(0,src_text/* allOf */.bn)([...labels.slice(0, MOST_NAMED), ...more])}.`,
        },
    ];
}
function sharedNumbers([one, other], naming) {
    if (!cisBenchmarksDiffer(one.comparable, other.comparable))
        return [];
    const shared = [...other.numbers].filter((number) => one.numbers.has(number));
    if (shared.length === 0)
        return [];
    const named = shared.slice(0, MOST_NAMED);
    const more = shared.length > named.length ? [`${shared.length - named.length} more`] : [];
    const orOwnIds = naming === 'cis' ? ', or set `rule-id: scanner` where the scanners have ids of their own' : '';
    return [
        {
            sentence: `${nameOf(other)} here and ${nameOf(one)} at ${(0,src_place/* describePlace */.d)(one.place)} share ` +
                `${(0,src_text/* count */.U9)(shared.length, 'number')} (${(0,src_text/* allOf */.bn)([...named, ...more])}), and a number means another rule in each ` +
                `benchmark. Scan with one benchmark, or give the results of each to a session of its own${orOwnIds}.`,
            place: other.place,
        },
    ];
}
/** Numbers move between versions of a benchmark: results that share one should state both versions. */
function notCompared(pairs) {
    const sharing = pairs.filter(([one, other]) => (one.comparable.version === undefined || other.comparable.version === undefined) &&
        [...other.numbers].some((number) => one.numbers.has(number)));
    if (sharing.length === 0)
        return [];
    const who = [
        ...new Set(sharing.flat().map(({ scanner, label }) => (label === '' ? scanner : `${scanner} (${label})`))),
    ];
    return [
        {
            sentence: `Results of ${(0,src_text/* allOf */.bn)(who.slice(0, MOST_NAMED))} share recommendations, and not all of them state the version of ` +
                'their CIS benchmark: the versions could not be compared.',
        },
    ];
}
function nameOf({ label, scanner }) {
    return label === '' ? `an unnamed benchmark of ${scanner}` : (0,src_text/* quote */.hD)(label);
}

;// CONCATENATED MODULE: ./src/results/reading/counts.ts
/** How many of some statuses are which. */
function countResults(statuses) {
    const counts = {};
    for (const status of statuses)
        counts[status] = (counts[status] ?? 0) + 1;
    return counts;
}
/** The scanner's words, each once, in one order whatever order they came in. */
function joinWords(words) {
    const distinct = new Set([...words].flatMap((word) => word.split('/')).filter((word) => word !== ''));
    return [...distinct].sort().join('/');
}

;// CONCATENATED MODULE: ./src/results/combine.ts


/**
 * One result for each rule, in order of first appearance: the worst of its results (the first of the equally bad),
 * with the scanner's words of all, and how many ended in which status.
 */
function combine(ruleResults) {
    const byRule = new Map();
    for (const result of ruleResults) {
        const sameRule = byRule.get(result.ruleId);
        if (sameRule === undefined)
            byRule.set(result.ruleId, [result]);
        else
            sameRule.push(result);
    }
    return [...byRule.values()].flatMap(combineOne);
}
function combineOne(results) {
    if (results.length < 2)
        return results;
    const worst = (0,src_status/* worstOf */.hm)(results.map(({ status }) => status));
    const first = results.find(({ status }) => status === worst);
    if (first === undefined)
        return [];
    const result = joinWords(results.map((one) => one.result));
    return [{ ...first, result, counts: sum(results) }];
}
function sum(results) {
    const counts = {};
    for (const result of results) {
        const own = result.counts ?? { [result.status]: 1 };
        for (const status of src_status/* STATUSES_WORST_FIRST */.eR) {
            const more = own[status] ?? 0;
            if (more > 0)
                counts[status] = (counts[status] ?? 0) + more;
        }
    }
    return counts;
}

;// CONCATENATED MODULE: ./src/results/disagreements.ts


/**
 * Promise 8: the rules of which one scanner says PASSED and another one FAILED. Several rules of one scanner under one
 * number are no disagreement, nor is a scanner that could not tell. Messages files count as one more scanner.
 */
function disagreementsOf(ruleResults, drafts) {
    const byRule = new Map();
    for (const one of [...ruleResults.map(saidByScanner), ...drafts.flatMap(saidByPerson)]) {
        const known = byRule.get(one.ruleId);
        if (known === undefined)
            byRule.set(one.ruleId, [one]);
        else
            known.push(one);
    }
    return [...byRule].flatMap(([ruleId, said]) => {
        const opinions = opinionsOf(said);
        const statuses = new Set(opinions.map(({ status }) => status));
        if (!statuses.has('PASSED') || !statuses.has('FAILED'))
            return [];
        const title = said.find((one) => one.title !== undefined)?.title;
        return [{ ruleId, opinions, ...(title === undefined ? {} : { title }) }];
    });
}
function saidByScanner({ ruleId, status, scanner = '', place, title }) {
    return { ruleId, status, scanner, place, title };
}
function saidByPerson({ value, place }) {
    if (!(0,json/* isRecord */.u4)(value))
        return [];
    const { ruleId, status } = value;
    return typeof ruleId === 'string' && (0,src_status/* isStatus */.zM)(status)
        ? [{ ruleId, status, scanner: 'messages', place }]
        : [];
}
/** Of each scanner the worst that it says. */
function opinionsOf(said) {
    return [...new Set(said.map(({ scanner }) => scanner))].flatMap((scanner) => {
        const own = said.filter((one) => one.scanner === scanner);
        const status = (0,src_status/* worstOf */.hm)(own.map((one) => one.status));
        const first = own.find((one) => one.status === status);
        return first === undefined ? [] : [{ scanner, status: first.status, place: first.place }];
    });
}

;// CONCATENATED MODULE: ./src/results/targets.ts


/** Names that scanners write where they do not know the target, or that every machine has. */
const NO_NAME = /^(?:localhost\d?(?:\.localdomain\d?)?|127\.0\.0\.1|::1|unknown|original target|)$/i;
/** A target's names that tell it from others, as they are compared. */
function realNames({ names }) {
    return names.map((name) => name.trim()).filter((name) => !NO_NAME.test(name));
}
/** What was scanned, as the first scan that tells says it; `undefined` when none does. */
function targetOf(scans) {
    for (const { scan } of scans) {
        const [name] = (scan.targets ?? []).flatMap(realNames);
        if (name !== undefined)
            return name;
    }
    return undefined;
}
/**
 * Promise 4: a session is one target. Names are compared within a naming scheme, and those of one run are names of one
 * target: runs that share a name share the target. Names that tell nothing are not compared.
 */
function targetFaults(scans) {
    const knownByScheme = new Map();
    const faults = [];
    for (const { scan, source } of scans) {
        for (const target of scan.targets ?? []) {
            const { scheme, at, wayOut } = target;
            const names = realNames(target);
            const [name] = names;
            if (name === undefined)
                continue;
            const place = { source, at };
            const folded = names.map(fold);
            const known = knownByScheme.get(scheme);
            if (known === undefined)
                knownByScheme.set(scheme, { names: new Set(folded), name, place });
            else if (folded.some((one) => known.names.has(one)))
                for (const one of folded)
                    known.names.add(one);
            else {
                faults.push({
                    sentence: `The ${scheme} is ${(0,src_text/* quote */.hD)(name)} here and ${(0,src_text/* quote */.hD)(known.name)} at ${(0,src_place/* describePlace */.d)(known.place)}: ` +
                        `a session is one target, so send the results of each to a session of its own.${wayOut === undefined ? '' : ` ${wayOut}`}`,
                    place,
                });
            }
        }
    }
    return faults;
}
/**
 * What is wrong with results that should be of one target (`expected-target`): a run states another one, or none states
 * it. Of an undelivered file nothing is asked, since the step that wrote it was asked.
 */
function expectedTargetFaults(scans, expected, isUndelivered) {
    if (expected === undefined || scans.every(isUndelivered))
        return [];
    const statesIt = ({ scan }) => (scan.targets ?? []).some(({ names }) => names.some((name) => fold(name) === fold(expected)));
    const others = scans
        .filter((placed) => !statesIt(placed))
        .flatMap((placed) => anotherTarget(placed, expected));
    if (others.length > 0 || scans.some(statesIt))
        return others;
    return [
        { sentence: `The results do not state what was scanned, and \`expected-target\` is ${(0,src_text/* quote */.hD)(expected)}.` },
    ];
}
function anotherTarget({ scan, source }, expected) {
    const named = (scan.targets ?? []).find((target) => realNames(target).length > 0);
    if (named === undefined)
        return [];
    const name = realNames(named).map(src_text/* quote */.hD).join(', ');
    const sentence = `The ${named.scheme} is ${name}, and \`expected-target\` is ${(0,src_text/* quote */.hD)(expected)}.`;
    return [{ sentence, place: { source, at: named.at } }];
}
/** Names of hosts are the same in any case of their letters. */
function fold(name) {
    return name.trim().toLowerCase();
}

;// CONCATENATED MODULE: ./src/results/file-report.ts



/** Results of a scan, whether a scanner or a person wrote them. */
function resultsIn(scan) {
    return scan.ruleResults.length + (scan.drafts?.length ?? 0);
}
/** What a file told. */
function reportOf({ file, format, scans: placed }) {
    const scans = placed.map(({ scan }) => scan);
    const facts = factsOf(scans);
    const named = scans.find(({ scanner }) => scanner !== undefined);
    return {
        file: file.name,
        format,
        modified: file.modified,
        device: file.device,
        isUndeliveredFile: scans.every(isUndelivered),
        results: scans.reduce((sum, scan) => sum + resultsIn(scan), 0),
        ...(0,json/* withoutUndefined */.r$)({
            scanner: nameAndVersion(named?.scanner, named?.scannerVersion),
            benchmark: benchmarkOf(facts),
            profile: facts.profile,
            target: targetOf(placed),
            excluded: excludedFrom(scans),
            started: extreme(scans.map(({ started }) => started), Math.min),
            ended: extreme(scans.map(({ ended }) => ended), Math.max),
        }),
    };
}
function excludedFrom(scans) {
    const counts = new Map();
    for (const { what, count } of scans.flatMap(({ excluded = [] }) => excluded)) {
        counts.set(what, (counts.get(what) ?? 0) + count);
    }
    return counts.size === 0 ? undefined : [...counts].map(([what, count]) => ({ what, count }));
}
function extreme(times, of) {
    return times
        .filter((time) => time !== undefined)
        .reduce((known, time) => (known === undefined ? time : of(known, time)), undefined);
}
/** Whether a scan is what an earlier run of this action could not deliver. */
function isUndelivered({ detailsEncoding, session = [] }) {
    return detailsEncoding === 'base64' && session.some(({ member }) => member === 'scanJobId');
}
/**
 * What some scans say of themselves, each fact as the first of them that states it. A version is that of the very
 * benchmark, where all its runs agree: taken from another run it could be another benchmark's.
 */
function factsOf(scans) {
    const named = scans.find(({ benchmark }) => benchmark !== undefined);
    const ofSame = scans.filter(({ benchmark }) => benchmark === named?.benchmark);
    return (0,json/* withoutUndefined */.r$)({
        benchmark: named?.benchmark,
        benchmarkVersion: only(ofSame, 'benchmarkVersion'),
        contentVersion: only(ofSame, 'contentVersion'),
        profile: first(scans, 'profile'),
        platform: first(scans, 'platform'),
    });
}
function first(scans, name) {
    return scans.find((scan) => scan[name] !== undefined)?.[name];
}
function only(scans, name) {
    const values = new Set(scans.map((scan) => scan[name]).filter((value) => value !== undefined));
    return values.size === 1 ? first(scans, name) : undefined;
}

// EXTERNAL MODULE: ./src/results/parse/text.ts
var parse_text = __webpack_require__(3011);
;// CONCATENATED MODULE: ./src/results/recognise.ts



/**
 * The one scanner whose shape a document has. A format that the user names is taken at its word when the document
 * has anything of it: naming a format is how a document is read that two recognise, or none.
 * @throws ActionFailure `ResultsFormatUnknown` when no scanner recognises the document, or two do.
 */
function recognise(document, scanners, { format, unsupported }, file) {
    const candidates = scanners.filter((scanner) => scanner.kind === 'data');
    const named = candidates.find(({ name }) => name === format);
    if (named !== undefined && holdsResults(named, document))
        return named;
    const [first, second] = candidates.filter((scanner) => scanner.recognises(document));
    if (first !== undefined && second === undefined)
        return first;
    if (first !== undefined && second !== undefined)
        throw ambiguous(file, first, second);
    const known = unsupported.find(({ recognises }) => recognises(document));
    if (known !== undefined)
        throw notRead(file, known);
    const readable = candidates.find(({ read }) => read(document).some(({ ruleResults }) => ruleResults.length > 0));
    throw unrecognised(file, seen(document), scanners, readable);
}
/** The failure for a file whose format is known and not read: what it is, and what to use instead. */
function notRead(file, format, thrown) {
    const sentence = `${(0,src_text/* quote */.hD)(file)} is ${format.name}, which is not read.`;
    return (0,failure/* failing */.Jr)('ResultsFormatUnknown', sentence, { remedy: format.advice }, thrown);
}
function holdsResults(scanner, document) {
    return scanner
        .read(document)
        .some(({ ruleResults, drafts = [] }) => ruleResults.length + drafts.length > 0);
}
/** The failure for a document that two formats could be. */
function ambiguous(file, first, second) {
    return (0,failure/* failing */.Jr)('ResultsFormatUnknown', `${(0,src_text/* quote */.hD)(file)} could be \`${first.name}\` or \`${second.name}\`.`, {
        remedy: 'Name the format with `results-format`.',
    });
}
/**
 * The failure for a document that has no known shape: what was seen, and what was looked for. `readable` is a format
 * that finds results in the document when the user names it.
 */
function unrecognised(file, what, scanners, readable) {
    const shapes = scanners.map(({ name, shape }) => `\`${name}\`: ${shape}`);
    const [only, ...others] = scanners;
    const wanted = only !== undefined && others.length === 0 ? `not \`${only.name}\`` : 'in no format that is read';
    return (0,failure/* failing */.Jr)('ResultsFormatUnknown', `${(0,src_text/* quote */.hD)(file)} is ${wanted}; it is ${what}.`, {
        cause: `Looked for ${shapes.join('; ')}.`,
        remedy: readable === undefined
            ? 'Have the scanner write one of the formats in `docs/formats.md`.'
            : `If it is \`${readable.name}\`, say so with \`results-format: ${readable.name}\`.`,
    });
}
function seen(document) {
    if (!Array.isArray(document))
        return seenOne(document);
    const first = document[0];
    return `a list of ${document.length}, the first ${Array.isArray(first) ? 'a list' : seenOne(first)}`;
}
function seenOne(document) {
    if (!(0,json/* isRecord */.u4)(document))
        return document === null ? 'empty' : `a single ${typeof document}`;
    const members = Object.keys(document);
    if (members.length === 0)
        return 'an empty object';
    const some = members.slice(0, 8).map(src_text/* quote */.hD).join(', ');
    return `an object with ${some}${members.length > 8 ? ' and more' : ''}`;
}

;// CONCATENATED MODULE: ./src/results/known-text.ts



/** Bytes of a file that are looked at: a report tells what it is near its beginning. */
const LOOKED_AT = 64 * 1024;
/** Failures that may come of a file being something else than what it was taken for. */
const EXPLAINABLE = new Set(['ResultsFileUnreadable', 'ResultsFormatUnknown']);
/**
 * The failure to read a file, in better words where the file's text shows what it is: a scanner's text output, a
 * page for people, a table. Anything else is handed back as it is.
 */
function explained(error, file, unsupported) {
    if (!(error instanceof failure/* ActionFailure */.dR) || !EXPLAINABLE.has(error.failure.code))
        return error;
    const format = knownFormat(file, unsupported);
    if (format === undefined)
        return error;
    if (format.isMalformed !== true)
        return notRead(file.name, format, error);
    if (error.failure.code !== 'ResultsFileUnreadable')
        return error;
    return new failure/* ActionFailure */.dR({ ...error.failure, remedy: format.advice }, error);
}
/** The text of a file that its scanner wrote malformed, put in order; `undefined` where that is not certain. */
function mended(error, file, unsupported) {
    const isUnreadable = error instanceof failure/* ActionFailure */.dR && error.failure.code === 'ResultsFileUnreadable';
    const mend = isUnreadable ? knownFormat(file, unsupported)?.mended : undefined;
    return mend?.((0,parse_text/* decodeText */.g7)(file.bytes, file.name));
}
function knownFormat(file, unsupported) {
    const beginning = beginningOf(file.bytes);
    return unsupported.find(({ recognisesText }) => recognisesText?.(beginning));
}
/** The beginning of a file's text, without the colours of a terminal. */
function beginningOf(bytes) {
    const text = new TextDecoder((0,parse_text/* encodingOf */.P$)(bytes)).decode(bytes.subarray(0, LOOKED_AT));
    return text.replaceAll(/\p{Cc}\[[\d;]*m/gu, '').trimStart();
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./src/results/parse/json.ts


/** Kinds of tokens, by jsonc-parser's `SyntaxKind`, a constant enumeration that isolated modules cannot name. */
const OPENING = new Set([1, 3]);
const CLOSING = new Set([2, 4]);
const END_OF_TEXT = 17;
/** jsonc-parser's `ParseErrorCode` in words. */
const FAULTS = {
    1: 'this is not a JSON value',
    2: 'this is not a JSON number',
    3: 'a member name in double quotation marks is expected',
    4: 'a value is expected',
    5: 'a colon is expected',
    6: 'a comma is expected',
    7: 'a closing brace is expected',
    8: 'a closing bracket is expected',
    9: 'the document should end here',
    10: 'JSON has no comments',
    11: 'a comment does not end',
    12: 'a string does not end',
    13: 'a number does not end',
    14: 'this is not a Unicode escape',
    15: 'this is not an escape',
    16: 'a string holds a character that must be escaped',
};
/**
 * Parses one JSON document or several back to back. `JSON.parse` is fast and tells no places; the places are found
 * by a second parse, when somebody asks.
 */
function parseJson(text, file) {
    const whole = parseValue(text);
    if (whole !== undefined)
        return [documentOf(whole.value, text, file, (0,parse_text/* positionFinder */.q3)(text), 0)];
    const positionOf = (0,parse_text/* positionFinder */.q3)(text);
    const documents = [];
    for (const [start, end] of partsOf(text)) {
        const part = text.slice(start, end);
        const parsed = parseValue(part);
        if (parsed === undefined)
            return { ...syntaxFault(part), offset: start + syntaxFault(part).offset };
        documents.push(documentOf(parsed.value, part, file, positionOf, start));
    }
    return documents;
}
function parseValue(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** Where the values of a text begin and end; text that is none stays with the value before it. */
function partsOf(text) {
    const scanner = (0,main.createScanner)(text, true);
    const parts = [];
    let depth = 0;
    let start = 0;
    for (let token = scanner.scan(); token !== END_OF_TEXT; token = scanner.scan()) {
        if (OPENING.has(token))
            depth += 1;
        if (CLOSING.has(token))
            depth -= 1;
        if (depth > 0 || !CLOSING.has(token))
            continue;
        const end = scanner.getTokenOffset() + scanner.getTokenLength();
        parts.push([start, end]);
        start = end;
    }
    if (text.slice(start).trim() !== '')
        parts.push([start, text.length]);
    return parts;
}
function syntaxFault(text) {
    const errors = [];
    const options = { disallowComments: true, allowTrailingComma: false };
    const parsed = unlessTooDeep(() => ({ value: (0,main.parse)(text, errors, options) }));
    if (parsed === undefined)
        return { cause: 'it is nested too deeply', offset: 0 };
    const [first] = errors;
    if (first === undefined)
        return { cause: 'it is not well-formed JSON', offset: 0 };
    return { cause: FAULTS[first.error] ?? 'it is not well-formed JSON', offset: first.offset };
}
function documentOf(value, part, file, positionOf, start) {
    let tree;
    const locate = (at) => {
        if ('position' in at)
            return at.position;
        tree ??= unlessTooDeep(() => (0,main.parseTree)(part));
        for (let depth = at.path.length; tree !== undefined && depth >= 0; depth -= 1) {
            const node = (0,main.findNodeAtLocation)(tree, at.path.slice(0, depth));
            if (node !== undefined)
                return positionOf(start + shownAt(node));
        }
        return undefined;
    };
    const repeatedMembers = () => (unlessTooDeep(() => repeatedIn(part)) ?? []).map(({ name, offset }) => ({
        name,
        position: positionOf(start + offset),
    }));
    return { value, source: { file, locate }, repeatedMembers };
}
function repeatedIn(text) {
    const repeated = [];
    const open = [];
    (0,main.visit)(text, {
        onObjectBegin: () => {
            open.push(new Set());
        },
        onObjectEnd: () => {
            open.pop();
        },
        onObjectProperty: (name, offset) => {
            const names = open.at(-1);
            if (names?.has(name) === true)
                repeated.push({ name, offset });
            names?.add(name);
        },
    });
    return repeated;
}
/** These parsers are recursive: of a document that is nested without end there are values, but no places. */
function unlessTooDeep(find) {
    try {
        return find();
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** A scalar is shown at itself, a collection at the name of its member: that is the line to look at. */
function shownAt(node) {
    const isCollection = node.type === 'object' || node.type === 'array';
    return node.parent?.type === 'property' && isCollection ? node.parent.offset : node.offset;
}

;// CONCATENATED MODULE: ./src/results/parse/parse.ts




/** UTF-16 units of the longest text that is tried as YAML when it begins like JSON and is none. */
const LONGEST_FLOW_STYLE = 256 * 1024;
/** Whether a file's text begins with `<`, as XML does and no JSON or YAML document of ours. */
function looksLikeXml(bytes) {
    const beginning = new TextDecoder((0,parse_text/* encodingOf */.P$)(bytes)).decode(bytes.subarray(0, 4096));
    return beginning.trimStart().startsWith('<');
}
/**
 * Parses the JSON or YAML documents of a file. Text that begins with `{` or `[` is JSON (one document, or several
 * back to back); only when it is short and no JSON is it tried as YAML, whose flow style begins alike.
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
async function parseDocuments(file) {
    const text = (0,parse_text/* decodeText */.g7)(file.bytes, file.name);
    const beginning = /\S/.exec(text)?.[0];
    if (beginning === undefined)
        return [];
    if (beginning !== '{' && beginning !== '[') {
        const documents = await parseYaml(text, file.name);
        return isFault(documents) ? refuse(file, text, 'YAML', documents) : documents;
    }
    const documents = parseJson(text, file.name);
    if (!isFault(documents))
        return documents;
    if (text.length <= LONGEST_FLOW_STYLE) {
        const flowStyle = await parseYaml(text, file.name);
        if (!isFault(flowStyle))
            return flowStyle;
    }
    return refuse(file, text, 'JSON', documents);
}
/**
 * Parses an XML file in one pass for all readers.
 * @throws ActionFailure `ResultsFileUnreadable` with the place of the first fault.
 */
async function parseXmlFile(file, readers) {
    const { parseXml, XmlError } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(107)]).then(__webpack_require__.bind(__webpack_require__, 6107));
    try {
        parseXml(file.bytes, readers);
    }
    catch (error) {
        if (error instanceof XmlError)
            refuseAt(file, 'XML', error.message, error.position);
        throw error;
    }
}
/** Loads the parser of YAML, which is larger than all that reads JSON, where there is YAML. */
async function parseYaml(text, file) {
    const yaml = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(483)]).then(__webpack_require__.bind(__webpack_require__, 7483));
    return yaml.parseYaml(text, file);
}
function isFault(parsed) {
    return 'cause' in parsed;
}
function refuse(file, text, syntax, fault) {
    refuseAt(file, syntax, fault.cause, (0,parse_text/* positionFinder */.q3)(text)(fault.offset));
}
function refuseAt(file, syntax, cause, position) {
    const source = { file: file.name, locate: () => position };
    const sentence = `${(0,src_text/* quote */.hD)(file.name)} is not well-formed ${syntax}: line ${position.line}, column ${position.column}: ${cause}.`;
    throw (0,failure/* failing */.Jr)('ResultsFileUnreadable', sentence, {
        faults: [{ sentence, place: { source, at: { position } } }],
    });
}

;// CONCATENATED MODULE: ./src/results/read.ts





/**
 * Reads a file with the scanner that wrote it.
 * @throws ActionFailure `ResultsFileUnreadable`, `ResultsFormatUnknown`, or `NoResults` when the file is empty.
 */
async function readFile(file, reading) {
    const scanners = reading.scanners.filter(({ name }) => reading.format === 'auto' || reading.format === name);
    try {
        return await (looksLikeXml(file.bytes) ? readXml(file, scanners) : readData(file, scanners, reading));
    }
    catch (error) {
        const meant = mended(error, file, reading.unsupported);
        if (meant === undefined)
            throw explained(error, file, reading.unsupported);
        return readMended(file, meant, scanners, reading);
    }
}
/** Reads a text that its scanner wrote malformed as it was meant, and says so. */
async function readMended(file, { text, warning }, scanners, reading) {
    try {
        const read = await readData({ ...file, bytes: Buffer.from(text) }, scanners, reading);
        const warnings = [{ sentence: warning, at: { position: { line: 1, column: 1 } } }];
        return {
            ...read,
            file,
            scans: [
                ...read.scans,
                { scan: { ruleResults: [], warnings }, source: sourceOf(file), format: read.format },
            ],
        };
    }
    catch (error) {
        throw explained(error, file, reading.unsupported);
    }
}
async function readXml(file, scanners) {
    const xmlScanners = scanners.filter((scanner) => scanner.kind === 'xml');
    const readers = xmlScanners.map((scanner) => ({ format: scanner.name, reader: scanner.reader() }));
    await parseXmlFile(file, readers.map(({ reader }) => reader));
    const [first, second] = readers.flatMap(({ format, reader }) => {
        const scans = reader.end();
        return scans === undefined ? [] : [{ format, scans }];
    });
    if (first === undefined)
        throw unrecognised(file.name, 'XML of another kind', scanners);
    if (second !== undefined) {
        throw ambiguous(file.name, { name: first.format }, { name: second.format });
    }
    const source = sourceOf(file);
    return {
        file,
        format: first.format,
        scans: first.scans.map((scan) => ({ scan, source, format: first.format })),
    };
}
/** A file whose places are positions already. */
function sourceOf(file) {
    return { file: file.name, locate: (at) => ('position' in at ? at.position : undefined) };
}
async function readData(file, scanners, reading) {
    const documents = (await parseDocuments(file)).filter(({ value }) => !isEmpty(value));
    if (documents.length === 0) {
        throw (0,failure/* failing */.Jr)('NoResults', `${(0,src_text/* quote */.hD)(file.name)} holds no result: it is empty.`);
    }
    const recognised = documents.map((document) => readDocument(file, document, scanners, reading));
    const formats = [...new Set(recognised.map(({ scanner }) => scanner.name))];
    const [format] = formats;
    if (format === undefined || formats.length > 1) {
        throw (0,failure/* failing */.Jr)('ResultsFormatUnknown', `${(0,src_text/* quote */.hD)(file.name)} holds documents of several formats: ${formats.join(', ')}.`, {
            remedy: 'Write one file for each format, and name them all in `results-file`.',
        });
    }
    return { file, format, scans: recognised.flatMap(({ scans }) => scans) };
}
function readDocument(file, document, scanners, reading) {
    const { value, source } = document;
    try {
        const scanner = recognise(value, scanners, reading, file.name);
        const repeated = { ruleResults: [], faults: repeatedMemberFaults(document) };
        const scans = [...scanner.read(value), ...(repeated.faults.length > 0 ? [repeated] : [])];
        return { scanner, scans: scans.map((scan) => ({ scan, source, format: scanner.name })) };
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        throw (0,failure/* failing */.Jr)('ResultsFileUnreadable', `${(0,src_text/* quote */.hD)(file.name)} is nested too deeply.`, {}, error);
    }
}
function repeatedMemberFaults(document) {
    return document.repeatedMembers().map(({ name, position }) => ({
        sentence: `${(0,src_text/* quote */.hD)(name)} stands twice in one object: one of the two would be lost.`,
        at: { position },
    }));
}
/** An empty document, a scanner's empty list: no format's shape, and no results in any. */
function isEmpty(value) {
    return value === null || (Array.isArray(value) && value.length === 0);
}

;// CONCATENATED MODULE: ./src/results/refusals.ts
/** Results that name another session are refused. A token is never quoted. */
function sessionFaults(scans, session) {
    const inputs = { scanJobId: 'scan-job-id', sessionToken: 'session-token' };
    return scans.flatMap(({ scan, source }) => (scan.session ?? [])
        .filter(({ member, value }) => 
    // A dry run may have no session to compare with.
    session[member] !== '' && (typeof value !== 'string' || value.toLowerCase() !== session[member]))
        .map(({ member, at }) => ({
        sentence: `The file names another "${member}" than the input \`${inputs[member]}\`: these results belong to another session.`,
        place: { source, at },
    })));
}

;// CONCATENATED MODULE: ./src/results/runs.ts



/**
 * Promise 4: of several runs of one benchmark and profile on one target, a later result replaces the earlier one rule
 * by rule, and a rule that only the earlier run has stays. Runs whose target has no real name, or without an end time,
 * replace nothing: they combine to the worst. The same run given twice counts once.
 */
function standingRuns(scans) {
    const { runs, notices: repeats } = distinctRuns(scans);
    const { standing, notices: replacements } = keepLatest(runs);
    return {
        scans: scans.map((placed, index) => standing.get(index) ?? placed),
        notices: [...repeats, ...replacements],
    };
}
/**
 * The same run given twice, as `results.xml` and `arf.xml` of one scan are: the second's results count only where they
 * differ from the first's. The id alone does not tell, since OpenSCAP makes it of the profile's name.
 */
function distinctRuns(scans) {
    const runs = new Map();
    const notices = [];
    for (const [index, placed] of scans.entries()) {
        const key = identityOf(placed) ?? String(index);
        const known = runs.get(key);
        const verdicts = verdictsOf(placed.scan.ruleResults);
        if (known === undefined) {
            runs.set(key, { copies: [[index, placed]], verdicts });
            continue;
        }
        known.copies.push([
            index,
            withResults(placed, ({ ruleId }) => known.verdicts.get(ruleId) !== verdicts.get(ruleId)),
        ]);
        notices.push(repeat(placed, known));
    }
    return { runs: [...runs.values()], notices };
}
/** What tells a run from every other one; `undefined` where the file does not say enough. */
function identityOf(placed) {
    const { runId, started, ended, targets = [] } = placed.scan;
    if (runId === undefined || ended === undefined)
        return undefined;
    return JSON.stringify([
        scannerOf(placed),
        runId,
        started,
        ended,
        targets.map(({ scheme, names }) => [scheme, names]),
    ]);
}
/** What is said of each rule, to compare. */
function verdictsOf(results) {
    const verdicts = new Map();
    for (const { ruleId, status } of results) {
        const known = verdicts.get(ruleId);
        if (known === undefined)
            verdicts.set(ruleId, [status]);
        else
            known.push(status);
    }
    return new Map([...verdicts].map(([ruleId, statuses]) => [ruleId, statuses.sort().join()]));
}
function keepLatest(runs) {
    const standing = new Map(runs.flatMap(({ copies }) => copies));
    const latestFirst = runs
        .flatMap(datedRun)
        .sort((one, other) => other.ended - one.ended || other.index - one.index);
    /** The rules of each kind that a later run tells of, and the latest such run. */
    const told = new Map();
    const notices = [];
    for (const run of latestFirst) {
        const later = run.kinds.flatMap((kind) => told.get(kind) ?? []);
        const stands = ({ ruleId }) => !later.some(({ rules }) => rules.has(ruleId));
        for (const [index, placed] of run.copies)
            standing.set(index, withResults(placed, stands));
        const [latest] = later;
        if (latest !== undefined)
            notices.push(replacement(run, latest.by, stands));
        for (const kind of run.kinds) {
            const known = told.get(kind) ?? { rules: new Set(), by: run };
            told.set(kind, known);
            for (const { ruleId } of resultsOf(run))
                known.rules.add(ruleId);
        }
    }
    return { standing, notices: notices.reverse() };
}
function datedRun(run) {
    const [first] = run.copies;
    if (first === undefined)
        return [];
    const [index, placed] = first;
    const { ended, benchmark, profile, targets = [] } = placed.scan;
    if (ended === undefined || benchmark === undefined)
        return [];
    const head = [scannerOf(placed), benchmarkOf(placed.scan), profile];
    const kinds = targets
        .filter(({ isIdentifier = false }) => !isIdentifier)
        .flatMap((target) => realNames(target).map((name) => JSON.stringify([...head, target.scheme, fold(name)])));
    return kinds.length === 0 ? [] : [{ ...run, index, ended, kinds: [...new Set(kinds)] }];
}
function withResults(placed, keep) {
    return { ...placed, scan: { ...placed.scan, ruleResults: placed.scan.ruleResults.filter(keep) } };
}
function resultsOf({ copies }) {
    return copies.flatMap(([, { scan }]) => scan.ruleResults);
}
function repeat(placed, { copies }) {
    const { runId = '', ended = Number.NaN } = placed.scan;
    const file = copies[0]?.[1].source.file ?? '';
    const where = file === placed.source.file ? 'in this file' : `here and in ${(0,src_text/* quote */.hD)(file)}`;
    return {
        sentence: `The run ${(0,src_text/* quote */.hD)(runId)} that ended at ${timeOf(ended)} is given twice ${where}: it counts once.`,
        ...placeOf(placed),
    };
}
function replacement(run, by, stands) {
    const rules = (results) => new Set(results.map(({ ruleId }) => ruleId)).size;
    const own = resultsOf(run);
    const stay = rules(own.filter(stands));
    const [[, placed] = []] = run.copies;
    const [[, later] = []] = by.copies;
    const inFile = later === undefined || later.source.file === placed?.source.file ? '' : ` in ${(0,src_text/* quote */.hD)(later.source.file)}`;
    const only = stay === 0
        ? ''
        : `; ${(0,src_text/* count */.U9)(stay, 'rule')} that only the earlier run has ${stay === 1 ? 'stays' : 'stay'}`;
    return {
        sentence: `The target was scanned again: the run that ended at ${timeOf(by.ended)}${inFile} replaces this one of ` +
            `${timeOf(run.ended)} for ${(0,src_text/* count */.U9)(rules(own) - stay, 'rule')}${only}.`,
        ...(placed === undefined ? {} : placeOf(placed)),
    };
}
function placeOf({ scan, source }) {
    const at = scan.targets?.[0]?.at ?? scan.ruleResults[0]?.at;
    return at === undefined ? {} : { place: { source, at } };
}
function timeOf(milliseconds) {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace('.000Z', 'Z');
}

;// CONCATENATED MODULE: ./src/results/results.ts














/** Results of all files together. The largest benchmarks have some thousand rules; ASFF has one a resource. */
const MOST_RESULTS = 1_000_000;
/** Rules that a sentence names. */
const results_MOST_NAMED = 5;
/**
 * Reads all that the files say: recognises each, refuses what belongs to another session or to several targets, lets
 * a later run replace an earlier one, names the rules, and combines several results for one rule to the worst.
 * @throws ActionFailure `ResultsFileUnreadable`, `ResultsFormatUnknown`, or `NoResults` when a file holds none.
 */
async function interpretResults(files, reading) {
    const { ruleId: naming = 'cis', expectedTarget, session } = reading;
    // What each file says.
    const read = [];
    for (const file of files)
        read.push(await readFile(file, reading));
    for (const file of read)
        refuseEmpty(file);
    const scans = read.flatMap((file) => file.scans);
    refuseTooMany(scans);
    const drafts = scans.flatMap(placedDrafts);
    // What stands of it, rule by rule: naming comes before leaving out and combining.
    const runs = standingRuns(scans);
    const placed = runs.scans.flatMap(placedRuleResults);
    const named = nameRules(placed, naming);
    const unreadableRules = scans.flatMap(({ scan }) => scan.unreadableRules ?? []);
    const { ruleResults, leftOut, unreadable } = leaveOutUnreadable(named.ruleResults, unreadableRules, naming);
    const benchmarks = benchmarkFindings(runs.scans, naming);
    return {
        formats: [...new Set(read.map(({ format }) => format))],
        files: read.map(reportOf),
        facts: factsOf(scans.map(({ scan }) => scan)),
        drafts,
        ruleResults: combine(ruleResults),
        recordFaults: recordFaultsOf(scans, leftOut, naming),
        unreadable,
        renamed: named.renamed,
        kept: named.kept,
        disagreements: disagreementsOf(ruleResults, drafts),
        faults: [
            ...documentFaults(scans),
            ...sessionFaults(scans, session),
            ...targetFaults(scans),
            ...expectedTargetFaults(scans, expectedTarget, ({ scan }) => isUndelivered(scan)),
            ...benchmarks.faults,
        ],
        warnings: [
            ...undefinedWords(placed),
            ...scans.flatMap(scanWarnings),
            ...benchmarks.warnings,
            ...leftOutWarning(leftOut),
        ],
        notices: [...runs.notices, ...benchmarks.notices],
    };
}
function refuseEmpty({ file, scans }) {
    if (scans.some(({ scan }) => resultsIn(scan) > 0 || (scan.faults?.length ?? 0) > 0))
        return;
    const why = scans.find(({ scan }) => scan.emptyBecause !== undefined)?.scan.emptyBecause;
    throw (0,failure/* failing */.Jr)('NoResults', `${(0,src_text/* quote */.hD)(file.name)} holds no result${why === undefined ? '' : `: ${why}`}.`);
}
/** No benchmark has so many rules, and no session takes them: a file that says so is a mistake or a trap. */
function refuseTooMany(scans) {
    const results = scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0);
    if (results <= MOST_RESULTS)
        return;
    throw (0,failure/* failing */.Jr)('ResultsFileUnreadable', `The files hold ${(0,src_text/* count */.U9)(results, 'result')}; at most ${(0,src_text/* grouped */.zD)(MOST_RESULTS)} are read.`, { remedy: 'Check that the files are results of one benchmark on one target.' });
}
function documentFaults(scans) {
    return scans.flatMap(({ scan, source }) => (scan.faults ?? [])
        .filter(({ ofRecord = false }) => !ofRecord)
        .map(({ sentence, at }) => ({ sentence, place: { source, at } })));
}
/**
 * The records that cannot be read, by the names of their rules. What other results say of such a rule is left out with
 * it, and no gate must lose it: the record counts with the worst of all, or as any status where its own is not known.
 */
function recordFaultsOf(scans, leftOut, naming) {
    const others = new Map(combine(leftOut).map(({ ruleId, status }) => [ruleId, status]));
    return scans.flatMap(({ scan, source }) => {
        const rules = new Map((scan.unreadableRules ?? []).map((rule) => [rule.ruleId, namesOf(rule, naming)]));
        return (scan.faults ?? []).flatMap(({ ofRecord = false, sentence, at, ruleId, status }) => {
            if (!ofRecord)
                return [];
            const names = ruleId === undefined ? [] : (rules.get(ruleId) ?? [ruleId]);
            const statuses = [status, ...names.map((name) => others.get(name))].filter((one) => one !== undefined);
            const known = {
                ruleId: names.length === 0 ? undefined : names.join(', '),
                status: status === undefined ? undefined : (0,src_status/* worstOf */.hm)(statuses),
            };
            return [{ sentence, place: { source, at }, ...(0,json/* withoutUndefined */.r$)(known) }];
        });
    });
}
/** Results that could be read and are left out with an unreadable one of their rule. */
function leftOutWarning(leftOut) {
    const rules = [...new Set(leftOut.map(({ ruleId }) => ruleId))];
    if (rules.length === 0)
        return [];
    const more = rules.length > results_MOST_NAMED ? [`${(0,src_text/* grouped */.zD)(rules.length - results_MOST_NAMED)} more`] : [];
    const named = (0,src_text/* allOf */.bn)([...rules.slice(0, results_MOST_NAMED).map(src_text/* quote */.hD), ...more]);
    const are = leftOut.length === 1 ? 'is' : 'are';
    return [
        {
            sentence: `${(0,src_text/* count */.U9)(leftOut.length, 'result')} ${are} left out because another result of the same rule cannot be read: ${named}.`,
        },
    ];
}
function scanWarnings({ scan, source }) {
    return (scan.warnings ?? []).map(({ sentence, at }) => ({ sentence, place: { source, at } }));
}
/** Promise 3: a word that the format does not define is a warning, once a word. */
function undefinedWords(results) {
    const firstOfWord = new Map();
    for (const { undefinedWord, place } of results) {
        if (undefinedWord === undefined)
            continue;
        const known = firstOfWord.get(undefinedWord);
        firstOfWord.set(undefinedWord, { place: known?.place ?? place, times: (known?.times ?? 0) + 1 });
    }
    return [...firstOfWord].map(([word, { place, times }]) => ({
        sentence: `The format does not define the status ${(0,src_text/* quote */.hD)(word)} (${(0,src_text/* count */.U9)(times, 'result')}): sent as UNKNOWN.`,
        place,
    }));
}

;// CONCATENATED MODULE: ./src/results/reading/short-text.ts

/** What is handed on of one free text at most; `cisRuleDetails` holds 1000 bytes in all. In UTF-16 units. */
const FREE_TEXT_AT_MOST = 500;
/** A free text of a results file on one line, cut to `limit` UTF-16 units; `undefined` when it is no text. */
function shortText(value, limit = FREE_TEXT_AT_MOST) {
    // A member can be megabytes long: no more of it is looked at than can be needed.
    const text = (0,json/* textOf */.b6)(typeof value === 'string' ? value.slice(0, limit * 8) : value);
    return text === undefined ? undefined : cut(text.replaceAll(/\s+/gu, ' '), limit);
}
/**
 * A message of one line, at most `limit` UTF-16 units long; `undefined` for anything else. What has several lines, or
 * goes on and on, is no message but what a scanner found: the content of a file, the output of a command.
 */
function singleLine(value, limit = 300) {
    const text = (0,json/* textOf */.b6)(value);
    return text === undefined || text.length > limit || /[\r\n\u2028\u2029]/.test(text)
        ? undefined
        : shortText(text);
}
/** A short word of a results file: a text, or a number or truth value as its text. */
function wordOf(value) {
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    return shortText(value, 100);
}
/** Some texts of a list, or a single one, as words. */
function short_text_wordsOf(value) {
    const items = Array.isArray(value) ? value : [value];
    return items.map(wordOf).filter((word) => word !== undefined);
}
/** Texts that are there, joined; `undefined` when there is none. */
function joined(texts, separator) {
    return shortText(texts.filter((text) => text !== undefined && text !== '').join(separator));
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const kept = text.slice(0, limit - 1);
    // A surrogate pair is not cut in two.
    return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

;// CONCATENATED MODULE: ./src/results/reading/verdict.ts

/** What a scanner's word means: `UNKNOWN` when its format does not define the word, never anything better. */
function verdictOf(word, table) {
    const status = Object.hasOwn(table, word) ? table[word] : undefined;
    if (status !== undefined)
        return { result: word, status };
    const undefinedWord = shortText(word, 100) ?? word;
    return { result: undefinedWord, status: 'UNKNOWN', undefinedWord };
}

;// CONCATENATED MODULE: ./src/results/reading/record-reader.ts



/**
 * Collects what the records of one document say, and every fault of those that cannot be read. A rule with a record
 * that has no readable status gets no result at all: its other records could make it look better than it is.
 */
class RecordReader {
    #ruleResults = [];
    #faults = [];
    #warnings = [];
    #excluded = new Map();
    #targets = new Map();
    #unreadable = new Map();
    /** The document itself as an entry; an empty one when it is no object. */
    root(document, what) {
        return { value: (0,json/* recordOf */.zv)(document), path: [], what };
    }
    /**
     * The objects of the list `name` of `owner`; none when it is absent. An element that is no object is a fault. `rule`
     * is the rule whose verdict the list makes: a fault in the list makes that rule unreadable.
     */
    entries(owner, name, what, rule) {
        const list = (0,json/* memberOf */.C5)(owner.value, name);
        if (list === undefined || list === null)
            return [];
        const path = [...owner.path, name];
        if (Array.isArray(list))
            return this.objects(list, what, path, rule);
        this.#misshapen(`"${name}" must be a list of ${what}s.`, path, rule);
        return [];
    }
    /** Like `entries`, for a list that the scanner always writes: a fault when it is absent. */
    requiredEntries(owner, name, what, rule) {
        const list = (0,json/* memberOf */.C5)(owner.value, name);
        if (list !== undefined && list !== null)
            return this.entries(owner, name, what, rule);
        this.#misshapen(`${owner.what} has no "${name}".`, owner.path, rule);
        return [];
    }
    /** The objects of a list at `path`; otherwise like `entries`. */
    objects(list, what, path, rule) {
        return list.flatMap((value, index) => this.#object(value, what, [...path, index], rule));
    }
    /** The objects of the map `name` of `owner`, each with its name; otherwise like `entries`. */
    members(owner, name, what, rule) {
        const map = (0,json/* memberOf */.C5)(owner.value, name);
        if (map === undefined || map === null)
            return [];
        const path = [...owner.path, name];
        if (!(0,json/* isRecord */.u4)(map)) {
            this.#misshapen(`"${name}" must be an object whose members are ${what}s.`, path, rule);
            return [];
        }
        return Object.entries(map).flatMap(([key, value]) => this.#object(value, what, [...path, key], rule).map((entry) => ({ ...entry, name: key })));
    }
    /** The text of a member that a record must have. */
    requiredText(entry, name, unreadable = {}) {
        const value = (0,json/* memberOf */.C5)(entry.value, name);
        const text = (0,json/* textOf */.b6)(value);
        if (text === undefined)
            this.recordFault(absence(value, name, entry.what), entry.path, unreadable);
        return text;
    }
    /** The verdict that a record of a rule must have, by a word of the format's table. */
    requiredVerdict(entry, name, table, rule) {
        const value = (0,json/* memberOf */.C5)(entry.value, name);
        const word = wordOf(value);
        if (word !== undefined)
            return verdictOf(word, table);
        this.recordFault(absence(value, name, entry.what), entry.path, { rule });
        return undefined;
    }
    /** What a record says of a rule that it does not name: for the fault. */
    statusOf(entry, name, table) {
        const word = wordOf((0,json/* memberOf */.C5)(entry.value, name));
        return word === undefined ? {} : { status: verdictOf(word, table).status };
    }
    /** Notes a fault that spoils the document. */
    fault(sentence, path) {
        this.#faults.push({ sentence, at: { path } });
    }
    /** Notes a fault that spoils one record. */
    recordFault(sentence, path, { rule, status } = {}) {
        const known = (0,json/* withoutUndefined */.r$)({ ruleId: rule?.ruleId, status });
        this.#faults.push({ sentence, at: { path }, ofRecord: true, ...known });
        if (rule !== undefined)
            this.#unreadable.set(JSON.stringify([rule.ruleId, rule.recommendations]), rule);
    }
    /** Notes something that the user should know and that keeps nothing from being sent. */
    warn(sentence, path) {
        this.#warnings.push({ sentence, at: { path } });
    }
    /** Counts a record that by the format's own definition makes no message: `archived finding`. */
    exclude(what) {
        this.#excluded.set(what, (this.#excluded.get(what) ?? 0) + 1);
    }
    /** Adds the result of a record. */
    add(result) {
        this.#ruleResults.push(result);
    }
    /** Notes a target that the document names; each one once, where it is named first. */
    target(scheme, name, path, wayOut) {
        const key = JSON.stringify([scheme, name]);
        if (this.#targets.has(key))
            return;
        this.#targets.set(key, { scheme, names: [name], at: { path }, ...(0,json/* withoutUndefined */.r$)({ wayOut }) });
    }
    /** Everything that was collected; `emptyBecause` counts when that is no result and no fault. */
    scan(facts, emptyBecause) {
        const unreadable = new Set([...this.#unreadable.values()].map(({ ruleId }) => ruleId));
        const ruleResults = this.#ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId));
        const nothing = ruleResults.length === 0 && this.#faults.length === 0;
        return {
            ...facts,
            ...(0,json/* withoutUndefined */.r$)({
                targets: unlessEmpty([...this.#targets.values()]),
                faults: unlessEmpty(this.#faults),
                warnings: unlessEmpty(this.#warnings),
                excluded: unlessEmpty(exclusionsOf(this.#excluded)),
                unreadableRules: unlessEmpty([...this.#unreadable.values()]),
                emptyBecause: nothing ? emptyBecause : undefined,
            }),
            ruleResults,
        };
    }
    #object(value, what, path, rule) {
        if ((0,json/* isRecord */.u4)(value))
            return [{ value, path, what }];
        this.recordFault(`${what} is not an object.`, path, { rule });
        return [];
    }
    #misshapen(sentence, path, rule) {
        if (rule === undefined)
            this.fault(sentence, path);
        else
            this.recordFault(sentence, path, { rule });
    }
}
function unlessEmpty(list) {
    return list.length > 0 ? list : undefined;
}
function exclusionsOf(counts) {
    return [...counts].map(([what, count]) => ({ what, count }));
}
function absence(value, name, what) {
    const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    return absent ? `${what} has no "${name}".` : `"${name}" of ${what} must be a text.`;
}

;// CONCATENATED MODULE: ./src/results/scanners/asff/findings.ts

/** The one version of the format (Security Hub API, `AwsSecurityFinding`). */
const SCHEMA_VERSION = '2018-10-08';
const FINDING = 'finding';
/** `GetFindings` answers `Findings`; what people and EventBridge write of it is in lower case too. */
const LISTS = ['Findings', 'findings'];
/** Whether a document holds findings: one, a list, a page of an answer, an EventBridge event, a list of any of them. */
function holdsFindings(document) {
    return [document, ...(0,json/* listOf */.c3)(document)].some((value) => isFinding(value) || listsOf(value).some(isFinding));
}
/** The findings of a document, in order; a page that says that there are more is a warning. */
function findingsOf(document, reader) {
    if (Array.isArray(document)) {
        return reader.objects(document, FINDING, []).flatMap((element) => findingsIn(element, reader));
    }
    return findingsIn(reader.root(document, FINDING), reader);
}
function isFinding(value) {
    return (0,json/* memberOf */.C5)(value, 'SchemaVersion') === SCHEMA_VERSION;
}
function listsOf(value) {
    return [value, (0,json/* memberOf */.C5)(value, 'detail')].flatMap((page) => LISTS.flatMap((name) => (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(page, name))));
}
/** Of an element: itself when it is a finding, else those of the page or the event that it is. */
function findingsIn(element, reader) {
    const page = pageOf(element);
    if (isFinding(element.value) || page === undefined)
        return [element];
    const token = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(page.value, 'NextToken')) ?? (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(page.value, 'nextToken'));
    if (token !== undefined) {
        reader.warn('The findings go on at another page (`NextToken`), which is not here: have `aws securityhub get-findings` write all of them.', [...page.path, (0,json/* memberOf */.C5)(page.value, 'NextToken') === undefined ? 'nextToken' : 'NextToken']);
    }
    return LISTS.flatMap((name) => reader.entries(page, name, FINDING)).flatMap((finding) => findingsIn(finding, reader));
}
function pageOf(element) {
    const detail = (0,json/* memberOf */.C5)(element.value, 'detail');
    const isPage = (value) => LISTS.some((name) => Object.hasOwn(value, name));
    if (isPage(element.value))
        return element;
    if (!(0,json/* isRecord */.u4)(detail) || !isPage(detail))
        return undefined;
    return { ...element, value: detail, path: [...element.path, 'detail'] };
}

;// CONCATENATED MODULE: ./src/results/reading/cis-benchmark.ts
/** Titles of CIS benchmarks whose scanners name them by a short word. */
const CIS_TITLES = {
    kubernetes: 'CIS Kubernetes Benchmark',
    eks: 'CIS Amazon Elastic Kubernetes Service (EKS) Benchmark',
    gke: 'CIS Google Kubernetes Engine (GKE) Benchmark',
    aks: 'CIS Azure Kubernetes Service (AKS) Benchmark',
    ack: 'CIS Alibaba Cloud Container Service For Kubernetes (ACK) Benchmark',
    openshift: 'CIS Red Hat OpenShift Container Platform Benchmark',
    docker: 'CIS Docker Benchmark',
    aws: 'CIS Amazon Web Services Foundations Benchmark',
    azure: 'CIS Microsoft Azure Foundations Benchmark',
    gcp: 'CIS Google Cloud Platform Foundation Benchmark',
    m365: 'CIS Microsoft 365 Foundations Benchmark',
    github: 'CIS GitHub Benchmark',
    oraclecloud: 'CIS Oracle Cloud Infrastructure Foundations Benchmark',
    alibabacloud: 'CIS Alibaba Cloud Foundation Benchmark',
    googleworkspace: 'CIS Google Workspace Foundations Benchmark',
};
/** Whether a scanner's word names a CIS benchmark. */
function isCisTitleKey(word) {
    return Object.hasOwn(CIS_TITLES, word);
}
/** A benchmark by its title and version, in a form that can be compared with what other results state. */
function cisBenchmarkOf(title, version) {
    const words = title
        .toLowerCase()
        .replaceAll(/\bcis\b|\bbenchmarks?\b/g, ' ')
        .replaceAll(/\s+/g, ' ');
    const product = words.trim();
    return { ...(product === '' ? {} : { product }), ...(version === undefined ? {} : { version }) };
}

;// CONCATENATED MODULE: ./src/results/scanners/asff/standards.ts



/** Prowler cuts a requirement with its numbers at this length, in the middle of a number (its `asff.py`). */
const CUT_AT = 63;
const standards_NUMBER = /^\d+(?:\.\d+)+$/;
/** The security standard whose control a finding is of: `cis-aws-foundations-benchmark/v/1.2.0`. */
function standardOf(finding) {
    const fields = (0,json/* memberOf */.C5)(finding, 'ProductFields');
    const arn = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(fields, 'StandardsGuideArn')) ?? (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(fields, 'StandardsArn'));
    if (arn !== undefined)
        return shortText(arn.split('/').slice(1).join('/'), 100);
    return /([\w-]+\/v\/\d+(?:\.\d+)*)\//.exec(shortText((0,json/* memberOf */.C5)(finding, 'GeneratorId'), 300) ?? '')?.[1];
}
/** The version of the CIS benchmark that a standard is; `undefined` for other standards. */
function cisVersionOf(standard) {
    return /^cis-aws-foundations-benchmark\/v\/(\d+(?:\.\d+)+)$/.exec(standard ?? '')?.[1];
}
/** The CIS recommendations that a finding itself names as what it checks. */
function requirementsOf(finding) {
    const named = short_text_wordsOf((0,json/* memberAt */.mz)(finding, 'Compliance', 'RelatedRequirements')).flatMap(readRequirement);
    const version = cisVersionOf(standardOf(finding));
    const number = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(finding, 'GeneratorId'))?.split('/').at(-1) ?? '';
    return version === undefined || !standards_NUMBER.test(number) ? named : [{ version, number }, ...named];
}
/** Requirements of the CIS benchmark as the finding words them, without what is cut. */
function wordedRequirementsOf(finding) {
    return short_text_wordsOf((0,json/* memberAt */.mz)(finding, 'Compliance', 'RelatedRequirements'))
        .filter((words) => /\bCIS\b/i.test(words) && !/\bCIS[ -]Controls\b/i.test(words))
        .map((words) => (isCut(words) ? words.replace(/\s+\S*$/, ' …') : words));
}
/** What a standard tells of the benchmark: CIS's by its title and version, others by their name. */
function standards_benchmarkOf(standard, cisVersion) {
    const version = cisVersionOf(standard) ?? (standard === undefined ? cisVersion : undefined);
    if (version === undefined)
        return standard === undefined ? {} : { benchmark: standard };
    const benchmark = CIS_TITLES.aws;
    return { benchmark, benchmarkVersion: version, cisBenchmark: cisBenchmarkOf(benchmark, version) };
}
/** `CIS AWS Foundations Benchmark v3.0.0/2.1.4` of Security Hub, `CIS-3.0 2.1.4 2.1.5` of Prowler. */
function readRequirement(words) {
    const hub = /^CIS AWS Foundations Benchmark v(\d+(?:\.\d+)+)\/(\d+(?:\.\d+)+)$/.exec(words);
    if (hub !== null)
        return [{ version: hub[1] ?? '', number: hub[2] ?? '' }];
    const version = /^CIS-(\d+(?:\.\d+)+) /.exec(words)?.[1];
    if (version === undefined)
        return [];
    const numbers = words.split(' ').slice(1);
    return (isCut(words) ? numbers.slice(0, -1) : numbers)
        .filter((number) => standards_NUMBER.test(number))
        .map((number) => ({ version, number }));
}
function isCut(words) {
    return words.startsWith('CIS-') && words.length >= CUT_AT;
}

;// CONCATENATED MODULE: ./src/results/scanners/asff/asff.ts






/** `Compliance.Status` (Security Hub API, `Compliance`), and the words that Prowler 3 and 4.0 added. */
const STATUSES = {
    PASSED: 'PASSED',
    FAILED: 'FAILED',
    // The check ran, and could not tell whether the resource passes.
    WARNING: 'NOT_EVALUATED',
    NOT_AVAILABLE: 'NOT_EVALUATED',
    INFOED: 'INFORMATIONAL',
    MUTED: 'NOT_EVALUATED',
};
const ONE_ACCOUNT = 'Ask Security Hub for the findings of one account (the filter `AwsAccountId`).';
/** Findings in the AWS Security Finding Format: of Security Hub, of Prowler, of others that send to Security Hub. */
const asff = {
    kind: 'data',
    name: 'asff',
    shape: `findings with \`SchemaVersion\` ${SCHEMA_VERSION}: a list, \`{"Findings": […]}\`, an EventBridge event, or one finding`,
    statuses: { 'Compliance.Status': STATUSES },
    recognises: holdsFindings,
    read,
};
/** One scan for each security standard and version. */
function read(document) {
    const whole = new RecordReader();
    const findings = findingsOf(document, whole);
    const checks = findings.filter((finding) => isCheck(finding, whole));
    const cisVersion = onlyOne(checks.flatMap(({ value }) => cisVersionsOf(value)));
    const scans = [...byStandard(checks)].map(([standard, ofStandard]) => {
        const reader = new RecordReader();
        for (const check of ofStandard)
            readCheck(check, cisVersion, reader);
        return reader.scan({ ...productOf(ofStandard), ...standards_benchmarkOf(standard, cisVersion) }, '');
    });
    const rest = whole.scan(productOf(checks), emptyBecause(findings));
    const isSaid = [rest.faults, rest.warnings, rest.excluded].some((said) => said !== undefined);
    return isSaid || scans.length === 0 ? [...scans, rest] : scans;
}
/** Whether a finding tells of a rule now; what does not is counted, or a fault. */
function isCheck({ value: finding, path }, reader) {
    if (isArchived(finding)) {
        reader.exclude('archived finding');
        return false;
    }
    if ((0,json/* memberOf */.C5)(finding, 'Compliance') !== undefined && (0,json/* memberOf */.C5)(finding, 'Compliance') !== null) {
        if (hasStatus(finding) || isOfControl(finding))
            return true;
    }
    else if ((0,json/* memberOf */.C5)(finding, 'SchemaVersion') === undefined) {
        reader.recordFault('finding has neither "SchemaVersion" nor "Compliance".', path);
        return false;
    }
    else if (isOfControl(finding))
        return true;
    reader.exclude('finding without Compliance.Status');
    return false;
}
/**
 * Security Hub keeps the results of earlier checks, and findings of deleted resources, as archived findings, and
 * leaves them out when it tells the status of a control.
 */
function isArchived(finding) {
    return (0,json/* memberOf */.C5)(finding, 'RecordState') === 'ARCHIVED';
}
/** Only a finding with `Compliance.Status` tells of a rule; others (of GuardDuty, say) tell of an incident. */
function hasStatus(finding) {
    const compliance = (0,json/* memberOf */.C5)(finding, 'Compliance');
    const status = (0,json/* memberOf */.C5)(compliance, 'Status');
    return !(0,json/* isRecord */.u4)(compliance) || (status !== undefined && status !== null && status !== '');
}
/** Whether a finding is of a control of a security standard: then it must have a status. */
function isOfControl(finding) {
    const generator = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(finding, 'GeneratorId')) ?? '';
    return (controlOf(finding) !== undefined ||
        standardOf(finding) !== undefined ||
        generator.startsWith('security-control/'));
}
function cisVersionsOf(finding) {
    const version = cisVersionOf(standardOf(finding));
    return [...(version === undefined ? [] : [version]), ...requirementsOf(finding).map((one) => one.version)];
}
function byStandard(checks) {
    const groups = new Map();
    for (const check of checks) {
        const standard = standardOf(check.value);
        const group = groups.get(standard);
        if (group === undefined)
            groups.set(standard, [check]);
        else
            group.push(check);
    }
    return groups;
}
function readCheck(check, cisVersion, reader) {
    const { value: finding, path } = check;
    const account = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(finding, 'AwsAccountId'));
    if (account !== undefined)
        reader.target('AWS account', account, [...path, 'AwsAccountId'], ONE_ACCOUNT);
    const compliance = complianceOf(check);
    const ruleId = controlOf(finding) ??
        reader.requiredText(check, 'GeneratorId', reader.statusOf(compliance, 'Status', STATUSES));
    if (ruleId === undefined)
        return;
    const rule = ruleOf(ruleId, finding, cisVersion);
    if (!(0,json/* isRecord */.u4)((0,json/* memberOf */.C5)(finding, 'Compliance') ?? {})) {
        reader.recordFault('"Compliance" of finding must be an object.', path, { rule });
        return;
    }
    const verdict = reader.requiredVerdict(compliance, 'Status', STATUSES, rule);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(finding, 'Title')),
        reason: asff_reasonOf(finding),
        severity: shortText((0,json/* memberAt */.mz)(finding, 'Severity', 'Label'), 50),
        remediation: remediationOf(finding),
        identifiers: rule.recommendations === undefined ? asff_unlessEmpty(wordedRequirementsOf(finding)) : undefined,
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
function complianceOf({ value, path }) {
    return {
        value: (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(value, 'Compliance')),
        path: [...path, 'Compliance'],
        what: 'Compliance',
    };
}
/** The rule's CIS numbers are its names only where the file is of one version of the benchmark. */
function ruleOf(ruleId, finding, cisVersion) {
    if (cisVersion === undefined)
        return { ruleId };
    const numbers = [...new Set(requirementsOf(finding).map(({ number }) => number))];
    return numbers.length === 0 || numbers.includes(ruleId) ? { ruleId } : { ruleId, recommendations: numbers };
}
function controlOf(finding) {
    const fields = (0,json/* memberOf */.C5)(finding, 'ProductFields');
    return ((0,json/* textOf */.b6)((0,json/* memberAt */.mz)(finding, 'Compliance', 'SecurityControlId')) ??
        (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(fields, 'ControlId')) ??
        (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(fields, 'RuleId')));
}
/** Why the status is what it is. Security Hub's `Description` is the rule's; other products describe what they saw. */
function asff_reasonOf(finding) {
    const reasons = (0,json/* listOf */.c3)((0,json/* memberAt */.mz)(finding, 'Compliance', 'StatusReasons'));
    const described = reasons.slice(0, 3).map((reason) => {
        return shortText((0,json/* memberOf */.C5)(reason, 'Description'), 300) ?? shortText((0,json/* memberOf */.C5)(reason, 'ReasonCode'), 100);
    });
    const seen = ownProvider(finding) === undefined ? undefined : shortText((0,json/* memberOf */.C5)(finding, 'Description'));
    const suppressed = (0,json/* memberAt */.mz)(finding, 'Workflow', 'Status') === 'SUPPRESSED' ? 'suppressed' : undefined;
    return joined([suppressed, joined(described, '; ') ?? seen], ': ');
}
function remediationOf(finding) {
    const recommendation = (0,json/* memberAt */.mz)(finding, 'Remediation', 'Recommendation');
    return joined([shortText((0,json/* memberOf */.C5)(recommendation, 'Text'), 300), shortText((0,json/* memberOf */.C5)(recommendation, 'Url'), 190)], ' ');
}
/** The product that found it, where it says so itself: Prowler does. */
function ownProvider(finding) {
    return shortText((0,json/* memberAt */.mz)(finding, 'ProductFields', 'ProviderName'), 100);
}
function productOf(checks) {
    const product = onlyOne(checks.map(({ value }) => ownProvider(value) ?? shortText((0,json/* memberOf */.C5)(value, 'ProductName'), 100)));
    const versions = checks.map(({ value }) => wordOf((0,json/* memberAt */.mz)(value, 'ProductFields', 'ProviderVersion')));
    return (0,json/* withoutUndefined */.r$)({ scanner: product ?? 'AWS Security Hub', scannerVersion: onlyOne(versions) });
}
/** The one value that all have; `undefined` when they differ, or when there is none. */
function onlyOne(values) {
    return new Set(values).size === 1 ? values[0] : undefined;
}
function asff_unlessEmpty(list) {
    return list.length > 0 ? list : undefined;
}
function emptyBecause(findings) {
    const archived = findings.filter(({ value }) => isArchived(value)).length;
    const others = archived > 0 ? `${archived} archived, the others without` : 'none with';
    return findings.length === archived && archived > 0
        ? `${(0,src_text/* count */.U9)(findings.length, 'finding')}, all archived`
        : `${(0,src_text/* count */.U9)(findings.length, 'finding')}, ${others} Compliance.Status`;
}

;// CONCATENATED MODULE: ./src/results/scanners/docker-bench.ts





/** docker-bench-security's words (its `tests/*.sh`). There is no FAIL: `WARN` is what was not met. */
const docker_bench_STATUSES = {
    PASS: 'PASSED',
    WARN: 'FAILED',
    INFO: 'INFORMATIONAL',
    NOTE: 'NOT_EVALUATED',
};
const SECTION = 'docker-bench section';
const TEST = 'docker-bench test';
/** docker-bench-security's `.log.json`. */
const dockerBench = {
    kind: 'data',
    name: 'docker-bench',
    shape: 'an object with `dockerbenchsecurity` and `tests`',
    recognises: (document) => (0,json/* memberOf */.C5)(document, 'dockerbenchsecurity') !== undefined && Array.isArray((0,json/* memberOf */.C5)(document, 'tests')),
    statuses: { result: docker_bench_STATUSES },
    read: docker_bench_read,
};
function docker_bench_read(document) {
    const reader = new RecordReader();
    const report = reader.root(document, 'docker-bench report');
    const tests = testsOf(report, reader);
    for (const { test, section } of tests)
        readTest(test, section, reader);
    compareTotals(report, tests.map(({ test }) => test), reader);
    const facts = (0,json/* withoutUndefined */.r$)({
        scanner: 'docker-bench-security',
        // Its version is not that of the benchmark: 1.3.5 follows version 1.2.0.
        scannerVersion: wordOf((0,json/* memberOf */.C5)(document, 'dockerbenchsecurity')),
        benchmark: CIS_TITLES.docker,
        cisBenchmark: cisBenchmarkOf(CIS_TITLES.docker),
        started: docker_bench_timeOf((0,json/* memberOf */.C5)(document, 'start')),
        ended: docker_bench_timeOf((0,json/* memberOf */.C5)(document, 'end')),
    });
    return [reader.scan(facts, 'docker-bench-security ran no test')];
}
/** The tests of every section. Those that are named one by one (`-c check_2_2`) have no section around them. */
function testsOf(report, reader) {
    return reader.requiredEntries(report, 'tests', SECTION).flatMap((entry) => {
        const { value } = entry;
        if ((0,json/* memberOf */.C5)(value, 'results') === undefined && (0,json/* memberOf */.C5)(value, 'result') !== undefined) {
            return [{ test: { ...entry, what: TEST }, section: undefined }];
        }
        const section = joined([wordOf((0,json/* memberOf */.C5)(value, 'id')), wordOf((0,json/* memberOf */.C5)(value, 'desc'))], ' ');
        return reader.requiredEntries(entry, 'results', TEST).map((test) => ({ test, section }));
    });
}
function readTest(test, section, reader) {
    const ruleId = reader.requiredText(test, 'id', reader.statusOf(test, 'result', docker_bench_STATUSES));
    if (ruleId === undefined)
        return;
    const rule = { ruleId };
    const verdict = reader.requiredVerdict(test, 'result', docker_bench_STATUSES, rule);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(test.value, 'desc')),
        // `details` is a message followed by every container or image concerned: only its beginning is a message.
        reason: shortText((0,json/* memberOf */.C5)(test.value, 'details')),
        section,
        remediation: shortText((0,json/* memberOf */.C5)(test.value, 'remediation')),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path: test.path } });
}
/** `checks` counts the tests; `score` adds 1 for some that pass and takes 1 off for some that do not. */
function compareTotals(report, tests, reader) {
    const [checks, score] = [(0,json/* memberOf */.C5)(report.value, 'checks'), (0,json/* memberOf */.C5)(report.value, 'score')];
    const ending = (word) => tests.filter(({ value }) => (0,json/* memberOf */.C5)(value, 'result') === word).length;
    const found = `the file holds ${(0,src_text/* count */.U9)(tests.length, 'test')}`;
    if (typeof checks === 'number' && checks !== tests.length) {
        const stated = `docker-bench-security counted ${(0,src_text/* count */.U9)(checks, 'test')}`;
        reader.warn(`${stated}; ${found}: results may be missing.`, [...report.path, 'checks']);
    }
    else if (typeof score === 'number' && (score > ending('PASS') || score < -ending('WARN'))) {
        const ended = `${found}, ${ending('PASS')} of them PASS and ${ending('WARN')} WARN`;
        reader.warn(`docker-bench-security counted a score of ${score}; ${ended}: results may be missing.`, [
            ...report.path,
            'score',
        ]);
    }
}
/** Seconds since the epoch, in milliseconds. */
function docker_bench_timeOf(seconds) {
    return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}

;// CONCATENATED MODULE: ./src/results/scanners/goss/bounded-json.ts

/**
 * The JSON text of a value when it has at most `limit` UTF-16 units; else a longer text, the first `limit` units of
 * which are those of the JSON text. However large or deep the value is, no more of it is looked at than that.
 */
function boundedJson(value, limit) {
    let text = '';
    const isFull = () => text.length > limit;
    // Each level writes before it goes deeper, so the limit of the text is one of the depth as well.
    const write = (part) => {
        if (Array.isArray(part))
            writeAll('[', part, write, ']');
        else if ((0,json/* isRecord */.u4)(part))
            writeAll('{', Object.keys(part), memberWriter(part), '}');
        else
            text += scalar(part, limit);
    };
    const memberWriter = (owner) => (name) => {
        text += `${scalar(name, limit)}:`;
        write(owner[name]);
    };
    const writeAll = (start, items, writeItem, end) => {
        text += start;
        for (const [index, item] of items.entries()) {
            if (isFull())
                return;
            if (index > 0)
                text += ',';
            writeItem(item);
        }
        text += end;
    };
    write(value);
    return text;
}
function scalar(value, limit) {
    if (typeof value === 'string')
        return JSON.stringify(value.slice(0, limit));
    if (typeof value === 'number' || typeof value === 'boolean')
        return JSON.stringify(value);
    return typeof value === 'bigint' ? String(value) : 'null';
}

;// CONCATENATED MODULE: ./src/results/scanners/goss/reason.ts



/**
 * Properties of which what goss found is told: modes, owners, versions, states. What others hold is evidence, which may
 * hold secrets: the content of a file, what a command printed, the headers of an answer.
 */
const TOLD = new Set([
    'exists, mode, size, owner, group, uid, gid, groups, home, shell, filetype, linked-to, installed, version, versions',
    'enabled, running, runlevels, listening, ip, reachable, resolvable, exit-status, status, opts, vfs-opts, source',
    'filesystem, usage, addrs, mtu, value, timeout, security-descriptor',
].flatMap((names) => names.split(', ')));
/** From this length on, and when it has several lines, what goss found is evidence as well. */
const EVIDENCE_FROM = 120;
/** Which resource, which property, and what was expected. */
function reason_reasonOf(test) {
    const subject = joined(['resource-type', 'resource-id', 'property'].map((name) => shortText((0,json/* memberOf */.C5)(test, name), 120)), ': ');
    return joined([subject, errorOf((0,json/* memberOf */.C5)(test, 'err')) ?? outcomeOf(test)], ': ');
}
/** goss writes an error as text; before 0.4 as an object, which was always empty. */
function errorOf(error) {
    if ((0,json/* isRecord */.u4)(error))
        return 'error';
    const text = (0,json/* textOf */.b6)(error);
    if (text === undefined)
        return undefined;
    return text.includes('\n') || text.length > EVIDENCE_FROM ? 'error' : shortText(text);
}
function outcomeOf(test) {
    const outcome = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(test, 'matcher-result'));
    const message = shortText((0,json/* memberOf */.C5)(outcome, 'message'), 100);
    if (message === undefined)
        return (0,json/* memberOf */.C5)(test, 'skipped') === true ? 'skipped' : undefined;
    const isTold = TOLD.has(wordOf((0,json/* memberOf */.C5)(test, 'property')) ?? '');
    const found = foundOf((0,json/* memberOf */.C5)(outcome, 'actual'), isTold);
    return joined([found, message, expectedOf((0,json/* memberOf */.C5)(outcome, 'expected'))], ' ');
}
function foundOf(actual, isTold) {
    if (actual === null || actual === undefined)
        return 'expected it';
    const text = typeof actual === 'string' ? actual : boundedJson(actual, EVIDENCE_FROM);
    const isShort = text.length < EVIDENCE_FROM && !text.trim().includes('\n');
    return isTold && isShort ? `expected ${text}` : 'expected what is there';
}
function expectedOf(expected) {
    if (expected === undefined || expected === null)
        return undefined;
    return shortText(typeof expected === 'string' ? expected : boundedJson(expected, 200), 200);
}

;// CONCATENATED MODULE: ./src/results/reading/time.ts

/**
 * The time of an RFC 3339 text, in milliseconds since the epoch; `undefined` when it is none. So is one before the
 * epoch: a Go program writes the year 1 for a time that it does not know.
 */
function time_timeOf(value) {
    const time = Date.parse((0,json/* textOf */.b6)(value) ?? '');
    return time > 0 ? time : undefined;
}

;// CONCATENATED MODULE: ./src/results/scanners/goss/run.ts




/** What Ansible-Lockdown notes of a run in the `meta` of a test of its own (its audits, `goss.yml`). */
const DESCRIPTION = ['benchmark_type', 'benchmark_version', 'host_machine_uuid', 'host_hostname'];
/** How the target is named there, by naming scheme. */
const TARGETS = {
    'machine UUID of goss': 'host_machine_uuid',
    'host name of goss': 'host_hostname',
};
/** Whether a test says of the run what was scanned against what. */
function describesRun(test) {
    const meta = (0,json/* memberOf */.C5)(test, 'meta');
    return ((0,json/* memberOf */.C5)(meta, 'CIS_ID') === undefined && DESCRIPTION.some((name) => (0,json/* memberOf */.C5)(meta, name) !== undefined));
}
/** Notes the machine that such a test names. */
function noteTargets(test, reader) {
    for (const [scheme, member] of Object.entries(TARGETS)) {
        const name = wordOf((0,json/* memberAt */.mz)(test.value, 'meta', member));
        if (name !== undefined)
            reader.target(scheme, name, [...test.path, 'meta', member]);
    }
}
/** Benchmark, platform and time of a run. */
function runFactsOf(descriptions, tests) {
    const meta = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(descriptions[0]?.value, 'meta'));
    const platform = (0,json/* withoutUndefined */.r$)({
        product: wordOf((0,json/* memberOf */.C5)(meta, 'host_os_distribution')),
        version: wordOf((0,json/* memberOf */.C5)(meta, 'host_os_release')),
    });
    return (0,json/* withoutUndefined */.r$)({
        ...run_benchmarkOf(meta),
        platform: Object.keys(platform).length > 0 ? platform : undefined,
        ...timesOf(meta, tests),
    });
}
/** Only a CIS benchmark's version is one; of a STIG it is that of the content. */
function run_benchmarkOf(meta) {
    const [type, product, version] = ['type', 'os', 'version'].map((name) => wordOf((0,json/* memberOf */.C5)(meta, `benchmark_${name}`)));
    const benchmark = joined([type, product], ' ');
    const number = version?.replace(/^v(?=\d)/i, '');
    if (type !== 'CIS')
        return (0,json/* withoutUndefined */.r$)({ benchmark, contentVersion: number });
    const cisBenchmark = cisBenchmarkOf(product ?? '', number);
    return (0,json/* withoutUndefined */.r$)({ benchmark, benchmarkVersion: number, cisBenchmark });
}
/** goss 0.4 writes when each test ran; Ansible-Lockdown when its script began, in seconds since the epoch. */
function timesOf(meta, tests) {
    const epoch = Number((0,json/* memberOf */.C5)(meta, 'host_epoch'));
    const starts = tests.map(({ value }) => time_timeOf((0,json/* memberOf */.C5)(value, 'start-time')));
    const ends = tests.map(({ value }) => time_timeOf((0,json/* memberOf */.C5)(value, 'end-time')));
    return (0,json/* withoutUndefined */.r$)({
        started: epoch > 0 ? epoch * 1000 : extremeOf(starts, Math.min),
        ended: extremeOf(ends, Math.max),
    });
}
function extremeOf(times, of) {
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : known.reduce((extreme, time) => of(extreme, time));
}

;// CONCATENATED MODULE: ./src/results/scanners/goss/summary.ts



/** Warns where what goss counted is not what the file holds. */
function compareSummary(report, reader) {
    const tests = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(report.value, 'results'));
    const failed = tests.filter((test) => wordOf((0,json/* memberOf */.C5)(test, 'result')) === '1');
    for (const [member, what, found] of [
        ['test-count', 'test', tests.length],
        ['failed-count', 'failed test', failed.length],
    ]) {
        const stated = (0,json/* memberAt */.mz)(report.value, 'summary', member);
        if (typeof stated !== 'number' || stated === found)
            continue;
        const sentence = `goss counted ${(0,src_text/* count */.U9)(stated, what)}, and the file holds ${found}: results may be missing.`;
        reader.warn(sentence, ['summary', member]);
    }
}

;// CONCATENATED MODULE: ./src/results/scanners/goss/goss.ts






/** goss's `result` codes (goss, `resource/validate.go`: SUCCESS, FAIL, SKIP, UNKNOWN). */
const goss_STATUSES = {
    0: 'PASSED',
    1: 'FAILED',
    2: 'NOT_EVALUATED',
    3: 'UNKNOWN',
};
/** goss's own words for its codes. */
const WORDS = { 0: 'pass', 1: 'fail', 2: 'skip', 3: 'unknown' };
/** `goss validate -f json` (or `structured`), as Ansible-Lockdown's CIS audits run it. */
const goss = {
    kind: 'data',
    name: 'goss',
    shape: 'an object with `results` and `summary.test-count`',
    statuses: { result: goss_STATUSES },
    recognises,
    read: goss_read,
};
function recognises(document) {
    const results = (0,json/* memberOf */.C5)(document, 'results');
    const counts = (0,json/* memberAt */.mz)(document, 'summary', 'test-count') !== undefined;
    return counts && (Array.isArray(results) || results === null);
}
function goss_read(document) {
    const reader = new RecordReader();
    const report = reader.root(document, 'goss report');
    const tests = reader.entries(report, 'results', 'goss test');
    const descriptions = tests.filter(({ value }) => describesRun(value));
    for (const test of tests) {
        if (descriptions.includes(test))
            readDescription(test, reader);
        else
            goss_readTest(test, reader);
    }
    compareSummary(report, reader);
    const facts = { scanner: 'goss', ...runFactsOf(descriptions, tests) };
    return [reader.scan(facts, 'goss ran no test')];
}
/** What Ansible-Lockdown notes of the whole run, which is no rule of the benchmark. */
function readDescription(test, reader) {
    reader.exclude('description of the run');
    if (wordOf((0,json/* memberOf */.C5)(test.value, 'result')) !== '0') {
        reader.warn('The test that describes the run did not pass: what it says of the run may be wrong.', test.path);
    }
    noteTargets(test, reader);
}
function goss_readTest(entry, reader) {
    const { value: test, path } = entry;
    const ruleIds = ruleIdsOf(test);
    if (ruleIds.length === 0) {
        const sentence = 'goss test has no "meta.CIS_ID", "title" or "resource-id".';
        reader.recordFault(sentence, path, reader.statusOf(entry, 'result', goss_STATUSES));
        return;
    }
    for (const ruleId of ruleIds) {
        const code = reader.requiredVerdict(entry, 'result', goss_STATUSES, { ruleId });
        if (code !== undefined)
            reader.add(resultOf(ruleId, ruleIds, code, test, path));
    }
}
function resultOf(ruleId, ruleIds, code, test, path) {
    const verdict = verdictOfTest(code, test);
    const meta = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(test, 'meta'));
    const others = ruleIds.filter((other) => other !== ruleId).map((other) => `also ${other}`);
    const identifiers = [...others, ...controlsOf(meta)];
    const details = (0,json/* withoutUndefined */.r$)({
        title: goss_titleOf((0,json/* memberOf */.C5)(test, 'title'), ruleId),
        reason: verdict.status === 'PASSED' ? undefined : reason_reasonOf(test),
        level: levelOf(meta),
        identifiers: identifiers.length > 0 ? identifiers : undefined,
    });
    return { ...details, ruleId, ...verdict, at: { path } };
}
/** A failure with an error: goss could not look. (`successful` is true for skipped tests: it does not count.) */
function verdictOfTest(code, test) {
    const word = Object.hasOwn(WORDS, code.result) ? WORDS[code.result] : undefined;
    const verdict = { ...code, result: word ?? code.result };
    const couldNotLook = verdict.status === 'FAILED' && hasError(test) && !isAbsence(test);
    return couldNotLook ? { ...verdict, status: 'ERROR' } : verdict;
}
/** goss writes an error as text; before 0.4 as an object, which was always empty. */
function hasError(test) {
    const error = (0,json/* memberOf */.C5)(test, 'err');
    return (0,json/* textOf */.b6)(error) !== undefined || (0,json/* isRecord */.u4)(error);
}
/** That a thing is absent is what `exists` looks for. goss 0.4 calls it an error (`system/mount.go`). */
function isAbsence(test) {
    const absent = /\bnot found\b|\bno such (?:file|process|user|group)\b|\bdoes not exist\b|\bunknown (?:user|group)\b/i;
    return (0,json/* memberOf */.C5)(test, 'property') === 'exists' && absent.test((0,json/* textOf */.b6)((0,json/* memberOf */.C5)(test, 'err')) ?? '');
}
/** The CIS ids that a test counts for; else its title, or the resource that it is of. */
function ruleIdsOf(test) {
    const title = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(test, 'title'));
    const cisIds = listed((0,json/* memberAt */.mz)(test, 'meta', 'CIS_ID')).flatMap((id) => cisIdOf(id, title) ?? []);
    if (cisIds.length > 0)
        return [...new Set(cisIds)];
    if (title !== undefined)
        return [title];
    const resource = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(test, 'resource-id'));
    const type = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(test, 'resource-type'));
    if (resource === undefined)
        return [];
    return [type === undefined ? resource : `${type}/${resource}`];
}
/**
 * A CIS id that stands unquoted in the gossfile is a number to goss, and 1.10 becomes 1.1. The title of the test
 * begins with the id as it was written, so it decides between the two.
 */
function cisIdOf(id, title) {
    if (typeof id !== 'number')
        return (0,json/* textOf */.b6)(id);
    const written = [...(title ?? '').matchAll(/^\d+\.\d+(?![.\d])/gm)].map(([text]) => text);
    return written.find((text) => Number(text) === id) ?? String(id);
}
function listed(value) {
    return Array.isArray(value) ? (0,json/* listOf */.c3)(value) : [value];
}
/** The title of a test that counts for several ids has a line for each. */
function goss_titleOf(title, ruleId) {
    const lines = ((0,json/* textOf */.b6)(title) ?? '').split('\n').map((line) => line.trim());
    const own = lines.find((line) => line.startsWith(ruleId) && /^\s*\|/.test(line.slice(ruleId.length)));
    return shortText(own ?? title);
}
/** Ansible-Lockdown notes the level of the CIS profiles that a test belongs to: `server: 1`, `workstation: 2`. */
function levelOf(meta) {
    const levels = ['server', 'workstation'].map((profile) => {
        const level = wordOf((0,json/* memberOf */.C5)(meta, profile));
        return level !== undefined && /^\d$/.test(level) ? `Level ${level} ${profile}` : undefined;
    });
    return joined(levels, ', ');
}
/** The CIS Controls that a test serves: `CISv8: [3.3]`. */
function controlsOf(meta) {
    const versions = Object.keys(meta).filter((name) => /^CISv\d+$/.test(name));
    return versions.flatMap((name) => short_text_wordsOf(meta[name]).map((control) => `${name} ${control}`));
}

;// CONCATENATED MODULE: ./src/results/scanners/inspec/message.ts

/** How much of one message is looked at, in UTF-16 units: a message can quote a whole container. */
const message_LOOKED_AT = 20_000;
/** What is handed on of one message at most. */
const KEPT = 240;
/**
 * A message of InSpec, short and without what it quotes of Ruby objects: `#<Hashie::Mash Env=… Args=…>` becomes
 * `#<Hashie::Mash>`. Such an object can be all that is known of a container, its environment's secrets included.
 */
function withoutInspections(message) {
    if (typeof message !== 'string')
        return undefined;
    const [text = ''] = message.slice(0, message_LOOKED_AT).split(/\n\s*Diff:/, 1);
    return shortText(withoutObjects(text), KEPT);
}
function withoutObjects(text) {
    let kept = '';
    let depth = 0;
    for (let index = 0; index < text.length; index += 1) {
        const opens = text.startsWith('#<', index);
        if (opens) {
            if (depth === 0)
                kept += `${/^#<[\w:]*/.exec(text.slice(index, index + 100))?.[0] ?? '#<'}>`;
            depth += 1;
        }
        else if (depth === 0)
            kept += text.charAt(index);
        // The arrow of a Ruby hash closes nothing.
        else if (text[index] === '>' && text[index - 1] !== '=')
            depth -= 1;
    }
    return kept;
}

;// CONCATENATED MODULE: ./src/results/scanners/inspec/inspec.ts





/** `status` of one test (InSpec, `exec_json` schema; `error` is MITRE HDF's). */
const inspec_STATUSES = {
    passed: 'PASSED',
    failed: 'FAILED',
    skipped: 'NOT_EVALUATED',
    error: 'ERROR',
};
/** Chef InSpec and CINC Auditor, reporters `json`, `json-automate` and `json-min`; MITRE HDF. */
const inspec = {
    kind: 'data',
    name: 'inspec',
    shape: 'an object with `profiles[].controls[]` and `version`, or (json-min) `controls[]` with `profile_sha256`',
    statuses: { status: inspec_STATUSES },
    recognises: (document) => isComplete(document) || isMinimal(document),
    read: (document) => [isMinimal(document) ? readMinimal(document) : readComplete(document)],
};
function isComplete(document) {
    const profiles = (0,json/* memberOf */.C5)(document, 'profiles');
    const ran = ['statistics', 'platform', 'version'].filter((name) => (0,json/* memberOf */.C5)(document, name) !== undefined);
    if (!Array.isArray(profiles) || ran.length === 0)
        return false;
    if (profiles.length === 0)
        return ran.length === 3;
    return profiles.some((profile) => Array.isArray((0,json/* memberOf */.C5)(profile, 'controls')));
}
function isMinimal(document) {
    const controls = (0,json/* memberOf */.C5)(document, 'controls');
    if (!Array.isArray(controls) || (0,json/* memberOf */.C5)(document, 'profiles') !== undefined)
        return false;
    if (controls.length === 0) {
        return (0,json/* memberOf */.C5)(document, 'statistics') !== undefined && (0,json/* memberOf */.C5)(document, 'version') !== undefined;
    }
    return controls.some((row) => (0,json/* memberOf */.C5)(row, 'profile_sha256') !== undefined && (0,json/* memberOf */.C5)(row, 'code_desc') !== undefined);
}
function readComplete(document) {
    const reader = new RecordReader();
    const profiles = reader.entries(reader.root(document, 'InSpec report'), 'profiles', 'InSpec profile');
    const controls = profiles.flatMap((profile) => reader
        .entries(profile, 'controls', 'InSpec control')
        .flatMap((control) => inspec_controlOf(control, reader) ?? []));
    // An overlay repeats the controls of the profiles that it includes, without results: those copies do not count.
    const tested = new Set(controls.filter(({ tests }) => tests.length > 0).map(({ id }) => id));
    for (const control of controls) {
        if (control.tests.length > 0 || !tested.has(control.id))
            reader.add(inspec_resultOf(control));
    }
    const platform = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(document, 'platform'));
    const target = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(platform, 'target_id'));
    if (target !== undefined)
        reader.target('InSpec target', target, ['platform', 'target_id']);
    const facts = { ...inspec_factsOf(document, profiles), ...(0,json/* withoutUndefined */.r$)({ platform: platformOf(platform) }) };
    return reader.scan(facts, inspec_emptyBecause(profiles));
}
function inspec_controlOf(control, reader) {
    const id = reader.requiredText(control, 'id');
    if (id === undefined)
        return undefined;
    const results = reader.entries(control, 'results', 'InSpec result', { ruleId: id });
    const tests = results.flatMap((test) => testOf(id, test, reader) ?? []);
    return { id, value: control.value, tests, at: { path: control.path } };
}
function testOf(id, test, reader) {
    const verdict = reader.requiredVerdict(test, 'status', inspec_STATUSES, { ruleId: id });
    return verdict === undefined ? undefined : { ...verdict, value: test.value };
}
/** json-min has a row for each test, and nothing of the control but its id. */
function readMinimal(document) {
    const reader = new RecordReader();
    const rows = reader.entries(reader.root(document, 'InSpec report'), 'controls', 'InSpec result');
    const byId = new Map();
    for (const row of rows) {
        const id = reader.requiredText(row, 'id');
        if (id === undefined)
            continue;
        const test = testOf(id, row, reader);
        if (test === undefined)
            continue;
        const known = byId.get(id);
        if (known === undefined)
            byId.set(id, { tests: [test], at: { path: row.path } });
        else
            known.tests.push(test);
    }
    for (const [id, { tests, at }] of byId)
        reader.add(inspec_resultOf({ id, value: {}, tests, at }));
    const profiles = new Set(rows.map(({ value }) => shortText((0,json/* memberOf */.C5)(value, 'profile_id'), 100)));
    const facts = { ...inspec_scannerOf(document), ...(0,json/* withoutUndefined */.r$)({ profile: joined([...profiles], ', ') }) };
    return reader.scan(facts, 'InSpec ran no test');
}
function inspec_resultOf(control) {
    const { id, value, tests, at } = control;
    const verdict = verdictOfControl(control);
    const tags = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(value, 'tags'));
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(value, 'title')) ?? shortText((0,json/* memberOf */.C5)(value, 'desc'), 150),
        reason: inspec_reasonOf(control, verdict),
        severity: shortText((0,json/* memberOf */.C5)(tags, 'severity'), 50) ?? severityOf((0,json/* memberOf */.C5)(value, 'impact')),
        level: wordOf((0,json/* memberOf */.C5)(tags, 'cis_level')) ?? wordOf((0,json/* memberOf */.C5)(tags, 'level')),
        remediation: shortText((0,json/* memberOf */.C5)(tags, 'fix')) ?? fixOf(value),
        identifiers: identifiersOf(tags),
        counts: tests.length > 1 ? countResults(tests.map(({ status }) => status)) : undefined,
    });
    return { ...details, ruleId: id, ...verdict, at };
}
/** The verdict on a control, as MITRE HDF and InSpec's enhanced outcomes have it: the first that holds. */
function verdictOfControl({ value, tests }) {
    const result = tests.length === 0 ? 'no results' : joinWords(tests.map((test) => test.result));
    if (tests.some(isBroken))
        return { result, status: 'ERROR' };
    if (isWaived(value))
        return { result, status: 'NOT_EVALUATED' };
    if (hasNoImpact(value))
        return { result, status: 'NOT_APPLICABLE' };
    if (tests.length === 0)
        return { result, status: 'ERROR' };
    if (tests.some(({ status }) => status === 'FAILED'))
        return { result, status: 'FAILED' };
    const strange = tests.find(({ undefinedWord }) => undefinedWord !== undefined);
    if (strange?.undefinedWord !== undefined) {
        return { result, status: 'UNKNOWN', undefinedWord: strange.undefinedWord };
    }
    if (tests.some(({ status }) => status === 'PASSED'))
        return { result, status: 'PASSED' };
    return { result, status: 'NOT_EVALUATED' };
}
/** Whether a test raised an exception. What `only_applicable_if` raises (InSpec's resource `noop`) is none. */
function isBroken({ status, value }) {
    const backtrace = (0,json/* memberOf */.C5)(value, 'backtrace');
    const raised = backtrace !== undefined && backtrace !== null && (0,json/* memberOf */.C5)(value, 'resource_class') !== 'noop';
    return status === 'ERROR' || raised;
}
/** Whether a waiver kept the control from running; a waiver that lets it run changes nothing. */
function isWaived(control) {
    return wordOf((0,json/* memberAt */.mz)(control, 'waiver_data', 'skipped_due_to_waiver')) === 'true';
}
function hasNoImpact(control) {
    const impact = wordOf((0,json/* memberOf */.C5)(control, 'impact'));
    return impact !== undefined && (impact === 'none' || Number(impact) === 0);
}
/** The tests that made the verdict, in InSpec's words. */
function inspec_reasonOf(control, { status }) {
    const { value, tests } = control;
    if (tests.length === 0 && status === 'ERROR')
        return 'the control has no results';
    if (isWaived(value) && status === 'NOT_EVALUATED') {
        return joined(['waived', shortText((0,json/* memberAt */.mz)(value, 'waiver_data', 'justification'))], ': ');
    }
    if (status === 'ERROR')
        return saidBy(tests.filter(isBroken));
    if (status === 'FAILED')
        return saidBy(tests.filter((test) => test.status === 'FAILED'));
    if (status === 'PASSED')
        return undefined;
    return joined([...new Set(tests.map((test) => shortText((0,json/* memberOf */.C5)(test.value, 'skip_message'), 240)))], '; ');
}
function saidBy(tests) {
    const sentences = tests.slice(0, 3).map(({ value }) => {
        const said = ['code_desc', 'message'].map((name) => withoutInspections((0,json/* memberOf */.C5)(value, name)));
        return joined(said, ': ');
    });
    return joined(sentences, '; ');
}
/** InSpec's names for ranges of impact (Chef InSpec, profile controls), where the profile has no own. */
function severityOf(impact) {
    if (typeof impact !== 'number')
        return undefined;
    if (impact < 0.1)
        return 'none';
    if (impact < 0.4)
        return 'low';
    if (impact < 0.7)
        return 'medium';
    return impact < 0.9 ? 'high' : 'critical';
}
function fixOf(control) {
    const fix = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(control, 'descriptions')).find((one) => (0,json/* memberOf */.C5)(one, 'label') === 'fix');
    return shortText((0,json/* memberOf */.C5)(fix, 'data'));
}
function identifiersOf(tags) {
    const identifiers = ['cis_rid', 'cis_id', 'cce', 'stig_id'].flatMap((name) => short_text_wordsOf((0,json/* memberOf */.C5)(tags, name)));
    return identifiers.length > 0 ? identifiers : undefined;
}
function inspec_factsOf(document, profiles) {
    // Profiles that others include say who does.
    const roots = profiles.filter(({ value }) => (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(value, 'parent_profile')) === undefined);
    const only = roots.length === 1 ? roots[0]?.value : undefined;
    return (0,json/* withoutUndefined */.r$)({
        ...inspec_scannerOf(document),
        profile: joined([...new Set(roots.map(({ value }) => shortText((0,json/* memberOf */.C5)(value, 'name'), 100)))], ', '),
        benchmark: shortText((0,json/* memberOf */.C5)(only, 'title')),
        benchmarkVersion: wordOf((0,json/* memberOf */.C5)(only, 'version')),
    });
}
function inspec_scannerOf(document) {
    return (0,json/* withoutUndefined */.r$)({ scanner: 'InSpec', scannerVersion: wordOf((0,json/* memberOf */.C5)(document, 'version')) });
}
function platformOf(platform) {
    const known = (0,json/* withoutUndefined */.r$)({
        product: wordOf((0,json/* memberOf */.C5)(platform, 'name')),
        version: wordOf((0,json/* memberOf */.C5)(platform, 'release')),
    });
    return Object.keys(known).length > 0 ? known : undefined;
}
/** A profile that does not support the platform is skipped as a whole, and says why. */
function inspec_emptyBecause(profiles) {
    const skipped = profiles.map(({ value }) => {
        const message = shortText((0,json/* memberOf */.C5)(value, 'status_message')) ?? shortText((0,json/* memberOf */.C5)(value, 'skip_message'));
        return message === undefined ? undefined : joined([shortText((0,json/* memberOf */.C5)(value, 'name')), message], ': ');
    });
    return joined(skipped, '; ') ?? 'InSpec ran no control';
}

;// CONCATENATED MODULE: ./src/results/scanners/kube-bench/benchmark.ts



/** What `version` says: the configuration of kube-bench, of which only some are versions of a CIS benchmark. */
function benchmark_benchmarkOf(version) {
    const scanner = 'kube-bench';
    if (version === undefined)
        return { scanner, benchmark: CIS_TITLES.kubernetes };
    const [, product = '', number = ''] = /^(?:([a-z]+)-)?(\d+(?:\.\d+)+)$/.exec(version) ?? [];
    // `rh-0.7` follows Red Hat's own guide; CIS's benchmark begins with 1.0.
    const key = product === '' || product === 'cis' ? 'kubernetes' : product === 'rh' ? 'openshift' : product;
    if (number !== '' && isCisTitleKey(key) && version !== 'rh-0.7') {
        const benchmark = CIS_TITLES[key];
        return { scanner, benchmark, benchmarkVersion: number, cisBenchmark: cisBenchmarkOf(benchmark, number) };
    }
    // Guides of other vendors that follow the benchmark: `rke2-cis-1.24`, `cis-1.24-microk8s`.
    if (!/\bcis-\d/.test(version))
        return { scanner, benchmark: version };
    const benchmark = CIS_TITLES.kubernetes;
    return { scanner, benchmark, contentVersion: version, cisBenchmark: cisBenchmarkOf(benchmark) };
}
/** The version of Kubernetes, where all groups state one and the same; `none` and names of platforms are none. */
function benchmark_platformOf(groups) {
    const versions = new Set(groups.map(({ value }) => wordOf((0,json/* memberOf */.C5)(value, 'detected_version'))));
    const [version] = versions;
    if (versions.size !== 1 || version === undefined || !/^v?\d+\.\d[\w.+-]*$/.test(version))
        return undefined;
    return { product: 'Kubernetes', version };
}

;// CONCATENATED MODULE: ./src/results/scanners/kube-bench/expectation.ts

/** What a test expects (`expected_result`). An expectation that could not be compared quotes what was found (kube-bench, `check/test.go`). */
function expectationOf(expected) {
    if (typeof expected !== 'string')
        return undefined;
    return /Not numeric value|Invalid Number/.test(expected) ? undefined : shortText(expected, 300);
}

;// CONCATENATED MODULE: ./src/results/scanners/kube-bench/totals.ts


/** How many tests of a control group ended in which state (kube-bench, `check/controls.go`). */
const TOTALS = { PASS: 'total_pass', FAIL: 'total_fail', WARN: 'total_warn', INFO: 'total_info' };
const STATES = ['PASS', 'FAIL', 'WARN', 'INFO'];
/** How many tests ended in which state, as a group or the whole states it; `undefined` when it does not. */
function totalsOf(owner) {
    const stated = STATES.flatMap((state) => {
        const total = (0,json/* memberOf */.C5)(owner, TOTALS[state]);
        return typeof total === 'number' ? [[state, total]] : [];
    });
    return stated.length === 0 ? undefined : Object.fromEntries(stated);
}
function countsOf(group) {
    const counts = {};
    for (const section of (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(group.value, 'tests'))) {
        for (const check of (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(section, 'results'))) {
            const state = STATES.find((known) => known === (0,json/* memberOf */.C5)(check, 'status'));
            if (state !== undefined)
                counts[state] = (counts[state] ?? 0) + 1;
        }
    }
    return counts;
}
function totals_sum(all) {
    return Object.fromEntries(STATES.map((state) => [state, all.reduce((total, counts) => total + (counts[state] ?? 0), 0)]));
}
/** Warns where what kube-bench counted differs from what the file holds. */
function totals_compareTotals(stated, found, where, path, reader) {
    if (stated === undefined)
        return;
    const differing = STATES.filter((state) => stated[state] !== undefined && stated[state] !== (found[state] ?? 0));
    if (differing.length === 0)
        return;
    const told = (counts) => (0,src_text/* allOf */.bn)(differing.map((state) => `${counts[state] ?? 0} ${state}`));
    reader.warn(`kube-bench counted ${told(stated)} in ${where}; the file holds ${told(found)}: results may be missing.`, path);
}

;// CONCATENATED MODULE: ./src/results/scanners/kube-bench/kube-bench.ts






/** kube-bench's states (kube-bench, `check/check.go`). `INFO` is a test that was skipped. */
const kube_bench_STATUSES = {
    PASS: 'PASSED',
    FAIL: 'FAILED',
    INFO: 'NOT_EVALUATED',
    // A manual test, one that is not scored, or one that could not run: the file does not tell them apart.
    WARN: 'NOT_EVALUATED',
};
const GROUP = 'kube-bench control group';
/** `kube-bench --json`, with totals or (`--nototals`) without, or the controls of one node type alone. */
const kubeBench = {
    kind: 'data',
    name: 'kube-bench',
    shape: 'an object with `Controls`, or a list of controls with `node_type` and `tests`',
    statuses: { status: kube_bench_STATUSES },
    recognises: kube_bench_recognises,
    read: kube_bench_read,
};
function kube_bench_recognises(document) {
    return Array.isArray(document) ? document.some(isReport) : isReport(document);
}
function isReport(value) {
    const controls = (0,json/* memberOf */.C5)(value, 'Controls');
    if (Array.isArray(controls) && controls.length > 0)
        return controls.some(isControls);
    const totals = (0,json/* memberAt */.mz)(value, 'Totals', 'total_pass') !== undefined;
    return isControls(value) || (totals && isOverall(value));
}
/** The controls of all node types; `null` where kube-bench ran none. */
function isOverall(value) {
    return (0,json/* isRecord */.u4)(value) && Object.hasOwn(value, 'Controls');
}
function isControls(value) {
    const tests = (0,json/* memberOf */.C5)(value, 'tests');
    const kubernetes = (0,json/* memberOf */.C5)(value, 'node_type') !== undefined || (0,json/* memberOf */.C5)(value, 'total_pass') !== undefined;
    return kubernetes && (Array.isArray(tests) || tests === null);
}
/** One scan for each benchmark version in turn, so that the rules keep their order. */
function kube_bench_read(document) {
    const whole = new RecordReader();
    const groups = groupsOf(document, whole);
    const scans = runsOf(groups).map(({ version, of }) => {
        const reader = new RecordReader();
        for (const group of of)
            readGroup(group, reader);
        return reader.scan((0,json/* withoutUndefined */.r$)({ ...benchmark_benchmarkOf(version), platform: benchmark_platformOf(of) }), 'kube-bench ran no test');
    });
    const rest = whole.scan({ scanner: 'kube-bench' }, 'kube-bench ran no test');
    const isSaid = rest.faults !== undefined || rest.warnings !== undefined;
    return isSaid || scans.length === 0 ? [...scans, rest] : scans;
}
function groupsOf(document, reader) {
    if (Array.isArray(document)) {
        return reader.objects(document, GROUP, []).flatMap((element) => groupsIn(element, reader));
    }
    return groupsIn(reader.root(document, GROUP), reader);
}
function groupsIn(entry, reader) {
    if (!isOverall(entry.value))
        return [entry];
    const groups = reader.entries(entry, 'Controls', GROUP);
    const ofGroups = groups.map((group) => totalsOf(group.value) ?? countsOf(group));
    const ofAll = totalsOf((0,json/* memberOf */.C5)(entry.value, 'Totals'));
    totals_compareTotals(ofAll, totals_sum(ofGroups), 'all control groups', [...entry.path, 'Totals'], reader);
    return groups;
}
function runsOf(groups) {
    const runs = [];
    for (const group of groups) {
        const version = shortText((0,json/* memberOf */.C5)(group.value, 'version'), 100);
        const last = runs.at(-1);
        if (last !== undefined && last.version === version)
            last.of.push(group);
        else
            runs.push({ version, of: [group] });
    }
    return runs;
}
function readGroup(group, reader) {
    const source = shortText((0,json/* memberOf */.C5)(group.value, 'node_type'), 100);
    const stated = totalsOf(group.value);
    for (const section of sectionsOf(group, stated, reader)) {
        const names = ['section', 'desc'].map((name) => shortText((0,json/* memberOf */.C5)(section.value, name), 200));
        const common = (0,json/* withoutUndefined */.r$)({ section: joined(names, ' '), source });
        for (const check of reader.requiredEntries(section, 'results', 'kube-bench test')) {
            kube_bench_readCheck(check, common, reader);
        }
    }
    totals_compareTotals(stated, countsOf(group), 'this control group', group.path, reader);
}
/** `null` is what kube-bench writes for a group of which no test ran. */
function sectionsOf(group, stated, reader) {
    const ranNone = stated !== undefined && STATES.every((state) => (stated[state] ?? 0) === 0);
    const what = 'kube-bench section';
    return (0,json/* memberOf */.C5)(group.value, 'tests') === null && ranNone
        ? []
        : reader.requiredEntries(group, 'tests', what);
}
function kube_bench_readCheck(entry, common, reader) {
    const { value: check, path } = entry;
    const ruleId = reader.requiredText(entry, 'test_number', reader.statusOf(entry, 'status', kube_bench_STATUSES));
    if (ruleId === undefined)
        return;
    const rule = { ruleId };
    const verdict = reader.requiredVerdict(entry, 'status', kube_bench_STATUSES, rule);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(check, 'test_desc')),
        reason: verdict.status === 'PASSED' ? undefined : kube_bench_reasonOf(check),
        remediation: shortText((0,json/* memberOf */.C5)(check, 'remediation')),
    });
    reader.add({ ...details, ...common, ...rule, ...verdict, at: { path } });
}
function kube_bench_reasonOf(check) {
    const expected = expectationOf((0,json/* memberOf */.C5)(check, 'expected_result'));
    const reason = withoutOutput((0,json/* memberOf */.C5)(check, 'reason'));
    return joined([reason, expected === undefined ? undefined : `expected: ${expected}`], '; ');
}
/**
 * The reason of an audit command that failed quotes the command and its whole output, that of an audit that could not
 * be parsed its output: either may hold secrets.
 */
function withoutOutput(reason) {
    if (typeof reason !== 'string')
        return undefined;
    if (reason.trimStart().startsWith('failed to run:')) {
        const exit = /, error: ((?:exit status|signal:) [\w ]{1,40})$/.exec(reason.trimEnd().slice(-100))?.[1];
        return joined(['the audit command failed', exit], ': ');
    }
    return /["\n]/.test(reason.trim()) ? 'the test could not be evaluated' : shortText(reason, 200);
}

;// CONCATENATED MODULE: ./src/results/scanners/kubescape.ts







/** Kubescape's words (opa-utils, `reporthandling/apis/statuses.go`); the last three are of older versions. */
const kubescape_STATUSES = {
    passed: 'PASSED',
    failed: 'FAILED',
    skipped: 'NOT_EVALUATED',
    excluded: 'NOT_EVALUATED',
    irrelevant: 'NOT_APPLICABLE',
    error: 'ERROR',
};
/** Why a control passed or was skipped (the same file). */
const SUB_STATUSES = {
    // The cluster has no resource that the control is about.
    irrelevant: 'NOT_APPLICABLE',
    // Resources fail, and the user's exceptions cover all of them: older versions call it `excluded`.
    'w/exceptions': 'NOT_EVALUATED',
    configuration: 'NOT_EVALUATED',
    integration: 'NOT_EVALUATED',
    'requires review': 'NOT_EVALUATED',
    'manual review': 'NOT_EVALUATED',
    notEvaluated: 'NOT_EVALUATED',
};
/** The lowest `scoreFactor` of each severity (opa-utils, `reporthandling/apis/severity.go`). */
const SEVERITIES = [
    [9, 'Critical'],
    [7, 'High'],
    [4, 'Medium'],
    [1, 'Low'],
];
/** `kubescape scan framework … --format json` (opa-utils, `reporthandling/v2/datastructures.go`). */
const kubescape = {
    kind: 'data',
    name: 'kubescape',
    shape: 'an object with `summaryDetails.controls` and `summaryDetails.frameworks`',
    statuses: { 'statusInfo.status': kubescape_STATUSES, 'statusInfo.subStatus': SUB_STATUSES },
    recognises: (document) => (0,json/* isRecord */.u4)((0,json/* memberAt */.mz)(document, 'summaryDetails', 'controls')) &&
        (0,json/* memberAt */.mz)(document, 'summaryDetails', 'frameworks') !== undefined,
    read: kubescape_read,
};
function kubescape_read(document) {
    const reader = new RecordReader();
    noteCluster(document, reader);
    const summary = {
        value: (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(document, 'summaryDetails')),
        path: ['summaryDetails'],
        what: 'Kubescape summary',
    };
    const frameworks = reader
        .entries(summary, 'frameworks', 'Kubescape framework')
        .map((framework) => frameworkOf(framework, reader));
    if (frameworks.length > 1)
        warnOfSeveral(frameworks, reader);
    warnOfGaps((0,json/* memberOf */.C5)(document, 'scanCoverage'), reader);
    const facts = kubescape_factsOf((0,json/* recordOf */.zv)(document));
    return kubescape_runsOf(kubescape_controlsOf(summary, reader), frameworks).map((run, index) => {
        const ofRun = index === 0 ? reader : new RecordReader();
        for (const control of run.controls)
            readControl(control, run.frameworks, ofRun);
        return ofRun.scan({ ...facts, ...kubescape_benchmarkOf(run.frameworks) }, 'Kubescape checked no control');
    });
}
function frameworkOf(entry, reader) {
    const name = wordOf((0,json/* memberOf */.C5)(entry.value, 'name')) ?? '';
    const controls = kubescape_controlsOf(entry, reader);
    const controlNames = new Map(controls.map(({ id, entry: { value } }) => [id, (0,json/* memberOf */.C5)(value, 'name')]));
    return { name, isCis: /^cis\b/i.test(name), controls, controlNames };
}
function kubescape_controlsOf(owner, reader) {
    return reader
        .members(owner, 'controls', 'Kubescape control')
        .map((entry) => ({ id: (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(entry.value, 'controlID')) ?? entry.name, entry }));
}
function warnOfSeveral(frameworks, reader) {
    const names = frameworks.map(({ name }) => (0,src_text/* quote */.hD)(name)).join(', ');
    reader.warn(`The file holds ${frameworks.length} frameworks (${names}). Only controls of CIS frameworks have recommendation numbers.`, ['summaryDetails', 'frameworks']);
}
/** What Kubescape 4 could not look at (kubescape, `core/cautils/scancoverage.go`): controls pass on what is left. */
function warnOfGaps(coverage, reader) {
    const gaps = Object.entries((0,json/* recordOf */.zv)(coverage)).flatMap(([name, list]) => Array.isArray(list) && list.length > 0 ? [`${list.length} ${(0,src_text/* shortened */.vI)(name, 40)}`] : []);
    if (gaps.length > 0)
        reader.warn(`Kubescape could not look at everything: ${(0,src_text/* allOf */.bn)(gaps)}.`, ['scanCoverage']);
}
/** One run, unless there are several CIS benchmarks: these use the same numbers for different recommendations. */
function kubescape_runsOf(summarised, frameworks) {
    const known = new Set(summarised.map(({ id }) => id));
    const missing = frameworks.flatMap(({ controls }) => controls).filter(({ id }) => !known.has(id));
    const controls = [...summarised, ...new Map(missing.map((control) => [control.id, control])).values()];
    const benchmarks = frameworks.filter(({ isCis }) => isCis);
    if (benchmarks.length < 2)
        return [{ frameworks, controls }];
    const runs = benchmarks.map((framework) => ({ frameworks: [framework], controls: framework.controls }));
    const others = controls.filter(({ id }) => !benchmarks.some(({ controlNames }) => controlNames.has(id)));
    const rest = { frameworks: frameworks.filter(({ isCis }) => !isCis), controls: others };
    return others.length > 0 ? [...runs, rest] : runs;
}
function readControl({ id, entry }, frameworks, reader) {
    const { value: control, path } = entry;
    if (id === '') {
        const status = reader.statusOf(entry, 'status', kubescape_STATUSES);
        reader.recordFault('Kubescape control has no "controlID".', path, status);
        return;
    }
    const rule = {
        ruleId: id,
        ...(0,json/* withoutUndefined */.r$)({ recommendations: recommendationsOf(id, control, frameworks) }),
    };
    const verdict = requiredVerdict(entry, rule, reader);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(control, 'name')),
        reason: verdict.status === 'PASSED' ? undefined : kubescape_reasonOf(control),
        severity: kubescape_severityOf(control),
        section: shortText((0,json/* memberAt */.mz)(control, 'category', 'name'), 100),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
/** A control of a CIS framework is named `CIS-1.1.1 …` (regolibrary, `frameworks/cis-*.json`). */
function recommendationsOf(id, control, frameworks) {
    const benchmarks = frameworks.filter(({ isCis }) => isCis);
    const own = benchmarks.length === frameworks.length ? [(0,json/* memberOf */.C5)(control, 'name')] : [];
    const names = [...benchmarks.map(({ controlNames }) => controlNames.get(id)), ...own];
    const numbers = names.flatMap((name) => /^CIS-(\d+(?:\.\d+)+)\b/.exec(wordOf(name) ?? '')?.[1] ?? []);
    return numbers.length > 0 ? [...new Set(numbers)] : undefined;
}
/** The verdict by `statusInfo`, which versions before 2.1 do not have: they have `status` alone. */
function requiredVerdict(entry, rule, reader) {
    const { value: control, path, what } = entry;
    const info = (0,json/* memberOf */.C5)(control, 'statusInfo') ?? {};
    if (!(0,json/* isRecord */.u4)(info)) {
        reader.recordFault(`"statusInfo" of ${what} must be an object.`, path, { rule });
        return undefined;
    }
    const owner = (0,json/* memberOf */.C5)(info, 'status') === undefined ? entry : { value: info, path, what };
    const verdict = reader.requiredVerdict(owner, 'status', kubescape_STATUSES, rule);
    const refined = verdict?.result === 'passed' || verdict?.result === 'skipped';
    const sub = refined ? subStatusOf(info, control, verdict) : undefined;
    return verdict === undefined || sub === undefined
        ? verdict
        : { ...sub, result: `${verdict.result}/${sub.result}` };
}
/** The word of `statusInfo.subStatus`, or the one that newer versions would have written for these counters. */
function subStatusOf(info, control, { result }) {
    const stated = wordOf((0,json/* memberOf */.C5)(info, 'subStatus'));
    if (stated !== undefined)
        return verdictOf(stated, SUB_STATUSES);
    const resources = (0,json/* memberOf */.C5)(control, 'ResourceCounters');
    if (result !== 'passed' || !(0,json/* isRecord */.u4)(resources))
        return undefined;
    const ignored = (0,json/* memberAt */.mz)(control, 'subStatusCounters', 'ignoredResources');
    if (countOf(ignored) + countOf((0,json/* memberOf */.C5)(resources, 'excludedResources')) > 0) {
        return verdictOf('w/exceptions', SUB_STATUSES);
    }
    const counters = ['passedResources', 'failedResources', 'skippedResources'];
    return counters.every((name) => (0,json/* memberOf */.C5)(resources, name) === 0)
        ? verdictOf('irrelevant', SUB_STATUSES)
        : undefined;
}
/** What Kubescape says of the status, and how many resources fail. Their names, paths and values stay out. */
function kubescape_reasonOf(control) {
    const resources = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(control, 'ResourceCounters'));
    const failed = countOf((0,json/* memberOf */.C5)(resources, 'failedResources'));
    return joined([
        singleLine((0,json/* memberAt */.mz)(control, 'statusInfo', 'info')),
        failed === 0 ? undefined : `${failed} of ${totalOf(resources)} resources failed`,
    ], '; ');
}
function totalOf(resources) {
    return Object.values(resources).reduce((sum, value) => sum + countOf(value), 0);
}
function countOf(value) {
    return typeof value === 'number' ? value : 0;
}
/** Kubescape 4 states it; before, it was shown by the control's factor. */
function kubescape_severityOf(control) {
    const factor = (0,json/* memberOf */.C5)(control, 'scoreFactor');
    const stated = wordOf((0,json/* memberOf */.C5)(control, 'severity'));
    const byFactor = typeof factor === 'number' ? SEVERITIES.find(([lowest]) => factor >= lowest) : undefined;
    return stated === undefined || stated === 'Unknown' ? byFactor?.[1] : stated;
}
/** The cluster, when one was scanned: a scan of files names none. */
function noteCluster(document, reader) {
    const inMetadata = ['metadata', 'targetMetadata', 'clusterContextMetadata', 'contextName'];
    const context = (0,json/* textOf */.b6)((0,json/* memberAt */.mz)(document, ...inMetadata));
    const name = context ?? (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(document, 'clusterName'));
    if (name === undefined)
        return;
    reader.target('Kubernetes cluster', name, context === undefined ? ['clusterName'] : inMetadata);
}
function kubescape_factsOf(report) {
    return (0,json/* withoutUndefined */.r$)({
        scanner: 'Kubescape',
        scannerVersion: wordOf((0,json/* memberAt */.mz)(report, 'metadata', 'scanMetadata', 'kubescapeVersion')),
        platform: kubescape_platformOf(report),
        ended: time_timeOf((0,json/* memberOf */.C5)(report, 'generationTime')),
    });
}
function kubescape_platformOf(report) {
    const version = wordOf((0,json/* memberAt */.mz)(report, 'clusterAPIServerInfo', 'gitVersion'));
    const released = /^v?(\d+\.\d+\.\d+)/.exec(version ?? '')?.[1];
    return released === undefined ? undefined : { product: 'Kubernetes', version: released };
}
/** The benchmark by the framework's name: `cis-v1.10.0`, `cis-eks-t1.7.0`, `cis-v1.23-t1.0.1`. */
function kubescape_benchmarkOf(frameworks) {
    const [only, ...others] = frameworks.filter(({ isCis }) => isCis);
    const stated = /^cis-(?:([a-z]+)-|v([\d.]+)-)?[tv](\d+(?:\.\d+)+)$/.exec(only?.name ?? '');
    const [profile, cloud = 'kubernetes', release, version] = stated ?? [];
    if (others.length > 0 || version === undefined || !isCisTitleKey(cloud)) {
        const names = frameworks.map(({ name }) => name);
        return (0,json/* withoutUndefined */.r$)({ benchmark: joined(names, ', ') });
    }
    const title = release === undefined ? CIS_TITLES[cloud] : `CIS Kubernetes V${release} Benchmark`;
    const cisBenchmark = cisBenchmarkOf(title, version);
    return { benchmark: title, benchmarkVersion: version, cisBenchmark, ...(0,json/* withoutUndefined */.r$)({ profile }) };
}

;// CONCATENATED MODULE: ./src/results/scanners/messages.ts


/** Members of a messages file: the AWS CLI's skeleton of `send-cis-session-telemetry`, and ours. */
const messages_MEMBERS = ['messages', 'scanJobId', 'sessionToken', 'detailsEncoding'];
/** The action's own format: what Inspector takes, as a file. */
const messages = {
    kind: 'data',
    name: 'messages',
    shape: 'an object with "messages", or a list of objects with "ruleId", "status" and "cisRuleDetails"',
    recognises: (document) => (0,json/* isRecord */.u4)(document)
        ? Object.hasOwn(document, 'messages')
        : (0,json/* listOf */.c3)(document).some((item) => (0,json/* isRecord */.u4)(item) && ('ruleId' in item || 'cisRuleDetails' in item)),
    statuses: {},
    read: messages_read,
};
function messages_read(document) {
    if (!(0,json/* isRecord */.u4)(document))
        return [{ ruleResults: [], drafts: draftsOf(document, []) }];
    const faults = faultsOf(document);
    const encoding = document['detailsEncoding'];
    const scan = {
        ruleResults: [],
        drafts: draftsOf(document['messages'], ['messages']),
        session: claimsOf(document),
        faults,
        ...(encoding === 'text' || encoding === 'base64' ? { detailsEncoding: encoding } : {}),
    };
    return [scan];
}
function draftsOf(list, path) {
    return (0,json/* listOf */.c3)(list).map((value, index) => ({ value, at: { path: [...path, index] } }));
}
function claimsOf(document) {
    const members = ['scanJobId', 'sessionToken'];
    return members
        .filter((member) => Object.hasOwn(document, member))
        .map((member) => ({ member, value: document[member], at: { path: [member] } }));
}
function faultsOf(document) {
    const faults = [];
    if (!Array.isArray(document['messages'])) {
        faults.push({ sentence: '"messages" must be a list of messages.', at: { path: ['messages'] } });
    }
    const encoding = document['detailsEncoding'];
    if (Object.hasOwn(document, 'detailsEncoding') && encoding !== 'text' && encoding !== 'base64') {
        faults.push({
            sentence: '"detailsEncoding" must be "text" or "base64".',
            at: { path: ['detailsEncoding'] },
        });
    }
    const unknown = Object.keys(document).filter((member) => !messages_MEMBERS.includes(member));
    const [first] = unknown;
    if (first !== undefined) {
        faults.push({ sentence: (0,src_text/* unknownMembers */.kV)(unknown, 'a messages file', messages_MEMBERS), at: { path: [first] } });
    }
    return faults;
}

;// CONCATENATED MODULE: ./src/results/reading/nested-reader.ts

/** UTF-16 units collected of one text: white space in it is still to be collapsed, and then it is cut. */
const COLLECTED_AT_MOST = 8192;
/** Elements of XHTML that stand on lines of their own: the words before and after them are two words. */
const BLOCKS = new Set(['br', 'div', 'li', 'ol', 'p', 'pre', 'td', 'tr', 'ul']);
/** Reads an XML document from the outside in: what an element means is for its parent to say. */
function nestedReader(document, end) {
    const open = [document];
    /** The depth of the element whose text is collected; 0 for none. */
    let collecting = 0;
    let collected = '';
    const separate = (name) => {
        if (BLOCKS.has(name))
            collected += ' ';
    };
    return {
        open: (element) => {
            if (collecting > 0)
                separate(element.name);
            const content = open.at(-1)?.child?.(element);
            open.push(content);
            if (content?.text === undefined)
                return;
            collecting = open.length;
            collected = '';
        },
        text: (text) => {
            if (collecting > 0 && collected.length < COLLECTED_AT_MOST) {
                collected += text.slice(0, COLLECTED_AT_MOST);
            }
        },
        close: (name) => {
            const content = open.at(-1);
            if (collecting === open.length) {
                collecting = 0;
                const text = shortText(collected, content?.textLimit);
                if (text !== undefined)
                    content?.text?.(detached(text));
            }
            else if (collecting > 0) {
                separate(name);
            }
            content?.end?.();
            open.pop();
        },
        end,
    };
}
/** A copy that stands alone: else the engine may keep the whole slice of the file alive that a text was cut from. */
function detached(text) {
    return Buffer.from(text, 'utf16le').toString('utf16le');
}

;// CONCATENATED MODULE: ./src/results/scanners/xccdf/cpe.ts
/**
 * Reads a CPE name as a URI (`cpe:/o:redhat:enterprise_linux:8`) or formatted string (`cpe:2.3:o:redhat:…`), by NIST
 * IR 7695; `undefined` when `name` is neither.
 */
function parseCpe(name) {
    const uri = /^cpe:\/([aoh])(?::|$)/i.exec(name)?.[1];
    const formatted = /^cpe:2\.3:([aoh]):/i.exec(name)?.[1];
    const part = (uri ?? formatted)?.toLowerCase();
    if (part === undefined)
        return undefined;
    const fields = uri === undefined
        ? name
            .split(/(?<!\\):/)
            .slice(3)
            .map((field) => field.replace(/\\(.)/g, '$1'))
        : name.split(':').slice(2).map(unescapeUri);
    const [vendor, product, version] = fields.map((field) => (/^[*-]?$/.test(field) ? undefined : field));
    return {
        part,
        ...(vendor !== undefined && { vendor }),
        ...(product !== undefined && { product }),
        ...(version !== undefined && { version }),
    };
}
function unescapeUri(field) {
    return field.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

;// CONCATENATED MODULE: ./src/results/scanners/nessus/export.ts







/** The results of a check (Tenable, "Nessus Compliance Checks Reference"). */
const export_STATUSES = {
    PASSED: 'PASSED',
    FAILED: 'FAILED',
    // What a person has to look at: a check of the audit file says so, or its condition does not hold.
    WARNING: 'NOT_EVALUATED',
    ERROR: 'ERROR',
};
/** Elements of compliance checks are in this namespace, by custom with the prefix `cm`. */
const NAMESPACE = 'http://www.nessus.org/cm';
/** The plugin that tells which Nessus ran ("Nessus Scan Information"). */
const SCAN_INFORMATION = '19506';
/** UTF-16 units of the list of references: an entry for each requirement of each standard that a check serves. */
const REFERENCES_AT_MOST = 8192;
/** The elements of a check that are read. The others hold what was found on the host, or say it at length. */
const READ = new Set([
    'compliance-audit-file',
    'compliance-benchmark-name',
    'compliance-benchmark-profile',
    'compliance-benchmark-version',
    'compliance-check-id',
    'compliance-check-name',
    'compliance-policy-value',
    'compliance-reference',
    'compliance-result',
    'compliance-solution',
]);
/** Properties of the host that are read: its other names, and when it was scanned, in seconds since the epoch. */
const NAMES = ['host-fqdn', 'host-ip'];
const STARTED = 'HOST_START_TIMESTAMP';
const ENDED = 'HOST_END_TIMESTAMP';
const PROPERTIES = new Set([...NAMES, STARTED, ENDED]);
/** The name of the check that an audit file begins with, of whether it is for the host at all. */
const AUDIT_FILE_CHECK = /^\S+\.audit from /;
/** Collects what stands in an export, in one pass, and hands it to `end`; `undefined` when it is none. */
function exportReader(end) {
    const found = { isNessus: false, hosts: [], faults: [], warnings: [], unreadable: [] };
    const report = {
        child: (element) => element.name === 'ReportHost' ? hostContent(element, found) : unexpected(element, found),
    };
    const root = { child: ({ name }) => (name === 'Report' ? report : undefined) };
    const document = {
        child: ({ name }) => {
            found.isNessus = name === 'NessusClientData_v2';
            return found.isNessus ? root : undefined;
        },
    };
    return nestedReader(document, () => (found.isNessus ? end(found) : undefined));
}
function hostContent({ attributes, position }, found) {
    const host = {
        name: (0,json/* textOf */.b6)(attributes.get('name')),
        position,
        properties: new Map(),
        platforms: new Map(),
        audits: new Map(),
        checks: 0,
        auditFileChecks: 0,
        otherFindings: 0,
    };
    found.hosts.push(host);
    const properties = { child: (tag) => propertyContent(tag.attributes.get('name') ?? '', host) };
    return {
        child: (element) => {
            if (element.name === 'HostProperties')
                return properties;
            return element.name === 'ReportItem' ? itemContent(element, host, found) : unexpected(element, found);
        },
    };
}
/** A host or a finding under another name would be lost without a word. */
function unexpected({ name, position }, found) {
    found.faults.push({ sentence: `The element ${(0,src_text/* quote */.hD)(name)} is not expected here.`, at: { position } });
    return undefined;
}
function propertyContent(name, host) {
    if (/^cpe(-\d+)?$/.test(name)) {
        return {
            text: (text) => {
                addPlatform(text, host);
            },
        };
    }
    return PROPERTIES.has(name) ? { text: (text) => host.properties.set(name, text) } : undefined;
}
/** `cpe:/o:canonical:ubuntu_linux:22.04 -> Canonical Ubuntu Linux`. */
function addPlatform(text, host) {
    const [cpe = ''] = text.split(' ', 1);
    const { part, vendor, product, version } = parseCpe(cpe) ?? {};
    if (part === 'o')
        host.platforms.set(cpe, (0,json/* withoutUndefined */.r$)({ vendor, product, version }));
}
function itemContent({ attributes, position }, host, found) {
    const check = new Map();
    let isCheck = false;
    const partOfCheck = (name) => {
        isCheck = true;
        if (!READ.has(name))
            return undefined;
        const text = (value) => {
            const before = check.get(name);
            // Two different results are the word of none, and become UNKNOWN.
            check.set(name, before === undefined || before === value ? value : `${before} ${value}`);
        };
        return name === 'compliance-reference' ? { text, textLimit: REFERENCES_AT_MOST } : { text };
    };
    const information = {
        text: (text) => {
            const version = /Nessus version : (\S+)/.exec(text)?.[1];
            if (version !== undefined)
                found.version = version;
        },
    };
    const tellsVersion = attributes.get('pluginID') === SCAN_INFORMATION;
    return {
        child: ({ name, namespace }) => {
            if (namespace === NAMESPACE)
                return partOfCheck(name);
            return tellsVersion && name === 'plugin_output' ? information : undefined;
        },
        end: () => {
            if (isCheck)
                addCheck(check, position, host, found);
            else
                host.otherFindings += 1;
        },
    };
}
function addCheck(check, position, host, found) {
    found.audited ??= host;
    host.checks += 1;
    if (found.audited.name !== host.name)
        return;
    const audit = auditOf(check, host);
    const ruleId = check.get('compliance-check-name') ?? check.get('compliance-check-id');
    const word = check.get('compliance-result');
    const verdict = word === undefined ? undefined : verdictOf(word, export_STATUSES);
    const rule = ruleId === undefined ? undefined : { ruleId, ...export_recommendationsOf(ruleId, check) };
    if (ruleId === undefined || rule === undefined || verdict === undefined) {
        const missing = rule === undefined ? 'cm:compliance-check-name' : 'cm:compliance-result';
        const sentence = `Nessus compliance check has no "${missing}".`;
        const known = (0,json/* withoutUndefined */.r$)({ ruleId, status: verdict?.status });
        found.faults.push({ sentence, at: { position }, ofRecord: true, ...known });
        if (rule !== undefined)
            found.unreadable.push(rule);
        return;
    }
    if (AUDIT_FILE_CHECK.test(ruleId)) {
        host.auditFileChecks += 1;
        if (verdict.status !== 'PASSED') {
            const sentence = `The audit file may not fit the host: ${(0,src_text/* quote */.hD)(ruleId)} is ${verdict.result}.`;
            found.warnings.push({ sentence, at: { position } });
        }
        return;
    }
    const expected = singleLine(check.get('compliance-policy-value'), 200);
    const references = referencesOf(check);
    audit.ruleResults.push({
        ...rule,
        ...verdict,
        ...(0,json/* withoutUndefined */.r$)({
            title: check.get('compliance-check-name'),
            reason: verdict.status === 'PASSED' || expected === undefined ? undefined : `expected: ${expected}`,
            level: references.level,
            identifiers: references.identifiers,
            remediation: check.get('compliance-solution'),
        }),
        at: { position },
    });
}
/** The number that the name of a check begins with, when the audit file is of a CIS benchmark or does not say. */
function export_recommendationsOf(name, check) {
    const number = /^(\d+(?:\.\d+)+)(?=[\s.:]|$)/.exec(name)?.[1];
    const origins = ['compliance-benchmark-name', 'compliance-audit-file'].flatMap((part) => check.get(part) ?? []);
    const isCis = origins.length === 0 || origins.some((origin) => /(?:^|[^a-z])CIS(?![a-z])/i.test(origin));
    return number !== undefined && isCis ? { recommendations: [number] } : {};
}
/** `CSCv8|3.3,LEVEL|2A,…`: the level in the CIS benchmark, and the names that the check has elsewhere. */
function referencesOf(check) {
    const references = (check.get('compliance-reference') ?? '')
        .split(',')
        .map((reference) => reference.split('|'));
    const level = references.find(([standard]) => standard === 'LEVEL')?.[1];
    const identifiers = references.filter(([standard = '']) => /^(CCE|CCI|CSCv\d+)$/.test(standard));
    return (0,json/* withoutUndefined */.r$)({
        level: level?.replace(/[A-Z]$/, ''),
        identifiers: identifiers.length > 0 ? identifiers.map((parts) => parts.join(' ')) : undefined,
    });
}
function auditOf(check, host) {
    const parts = ['name', 'version', 'profile'].map((part) => check.get(`compliance-benchmark-${part}`));
    const stated = [...parts, check.get('compliance-audit-file')];
    const key = JSON.stringify(stated);
    const known = host.audits.get(key);
    if (known !== undefined)
        return known;
    const audit = { facts: export_benchmarkOf(stated), ruleResults: [] };
    host.audits.set(key, audit);
    return audit;
}
/** By what the audit file states, or else by its name: `CIS_Ubuntu_20.04_LTS_Server_v1.1.0_L1.audit`. */
function export_benchmarkOf([name, version, profile, file]) {
    const [, title, release, level] = /^(CIS_.+)_v(\d+(?:\.\d+)+)(?:_(.+))?\.audit$/.exec(file ?? '') ?? [];
    const benchmark = name ?? title?.replaceAll('_', ' ') ?? file;
    const benchmarkVersion = version ?? release;
    const isCis = /^CIS[ _]/.test(name ?? title ?? '');
    return (0,json/* withoutUndefined */.r$)({
        benchmark,
        benchmarkVersion,
        cisBenchmark: isCis ? cisBenchmarkOf(name ?? '', benchmarkVersion) : undefined,
        profile: profile ?? level?.replaceAll('_', ' '),
    });
}

;// CONCATENATED MODULE: ./src/results/scanners/nessus/nessus.ts



/** How to have a file for each host. */
const WAY_OUT = 'Filter the scan by host before you export it.';
/** A `.nessus` export (`NessusClientData_v2`) of a compliance scan. */
const nessus = {
    kind: 'xml',
    name: 'nessus',
    shape: 'XML with the root `NessusClientData_v2`, and compliance checks in its `ReportItem`s',
    statuses: { 'cm:compliance-result': export_STATUSES },
    reader: () => exportReader(scansOf),
};
function scansOf(found) {
    const scans = found.hosts.filter(({ checks }) => checks > 0).flatMap((host) => scansOfHost(host, found));
    const [first = { ruleResults: [] }, ...others] = scans;
    const { faults, unreadable } = found;
    const warnings = [...found.warnings, ...warningsOf(found.hosts)];
    const ofDocument = (0,json/* withoutUndefined */.r$)({
        faults: faults.length > 0 ? faults : undefined,
        unreadableRules: unreadable.length > 0 ? unreadable : undefined,
        warnings: scans.length > 0 && warnings.length > 0 ? warnings : undefined,
        emptyBecause: scans.length === 0 && faults.length === 0 ? whyEmpty(found.hosts) : undefined,
    });
    return [{ ...first, ...ofDocument }, ...others];
}
/** A scan for each audit file; what is true of the host as a whole stands with the first. */
function scansOfHost(host, { version, unreadable }) {
    const facts = {
        scanner: 'Nessus',
        ...(0,json/* withoutUndefined */.r$)({
            scannerVersion: version,
            platform: host.platforms.size === 1 ? [...host.platforms.values()][0] : undefined,
            started: secondsOf(host.properties.get(STARTED)),
            ended: secondsOf(host.properties.get(ENDED)),
        }),
        targets: targetsOf(host),
    };
    const left = new Set(unreadable.map(({ ruleId }) => ruleId));
    const scans = [...host.audits.values()].map((audit) => ({
        ...facts,
        ...audit.facts,
        ruleResults: audit.ruleResults.filter(({ ruleId }) => !left.has(ruleId)),
    }));
    const [first = { ...facts, ruleResults: [] }, ...others] = scans;
    const excluded = excludedOf(host);
    return [excluded.length > 0 ? { ...first, excluded } : first, ...others];
}
function targetsOf({ name, properties, position }) {
    const stated = [name, ...NAMES.map((property) => properties.get(property))];
    const names = [...new Set(stated.filter((text) => text !== undefined))];
    return names.length > 0 ? [{ scheme: 'Nessus host', names, wayOut: WAY_OUT, at: { position } }] : [];
}
function excludedOf({ auditFileChecks, otherFindings }) {
    return [
        { what: 'description of an audit file', count: auditFileChecks },
        { what: 'finding that is no compliance check', count: otherFindings },
    ].filter(({ count }) => count > 0);
}
function warningsOf(hosts) {
    const [first, ...others] = hosts.filter(({ checks }) => checks === 0);
    if (first === undefined)
        return [];
    const more = others.length === 0 ? '' : ` nor on ${(0,src_text/* count */.U9)(others.length, 'other')}`;
    const sentence = `No compliance check ran on the host ${(0,src_text/* quote */.hD)(first.name ?? 'without a name')}${more}.`;
    return [{ sentence, at: { position: first.position } }];
}
function secondsOf(text) {
    return /^\d+$/.test(text ?? '') ? Number(text) * 1000 : undefined;
}
function whyEmpty(hosts) {
    if (hosts.length === 0)
        return 'a Nessus export without a host';
    const findings = hosts.reduce((sum, host) => sum + host.otherFindings, 0);
    return `a Nessus export of vulnerabilities alone (${(0,src_text/* count */.U9)(findings, 'finding')}): scan with an audit file of a CIS benchmark, and export that scan`;
}

;// CONCATENATED MODULE: ./src/results/scanners/powerpipe.ts





/** The words of a control's results (pipe-fittings, `constants/control.go`), the same in Steampipe and Powerpipe. */
const powerpipe_STATUSES = {
    ok: 'PASSED',
    alarm: 'FAILED',
    error: 'ERROR',
    info: 'INFORMATIONAL',
    skip: 'NOT_APPLICABLE',
};
/** The same words in a control that a person has to check: it informs that nobody has. */
const MANUAL = { ...powerpipe_STATUSES, info: 'NOT_EVALUATED' };
/** The dimension that names the account, by the plugin that the control is about (the mods' `variables.pp`). */
const ACCOUNTS = {
    aws: { account_id: 'AWS account' },
    azure: { subscription_id: 'Azure subscription', subscription: 'Azure subscription name' },
    gcp: { project: 'Google Cloud project' },
    kubernetes: { context_name: 'Kubernetes context' },
};
/** How to have a file for each account. */
const powerpipe_WAY_OUT = 'Run the benchmark with the connection of one account (`--search-path-prefix`).';
/** `powerpipe benchmark run … --output json` and `steampipe check … --output json` (Powerpipe, `templates/json`). */
const powerpipe = {
    kind: 'data',
    name: 'powerpipe',
    shape: 'an object with `group_id`, and `groups` or `controls`',
    statuses: { status: powerpipe_STATUSES, 'status of a manual control': MANUAL },
    recognises: (document) => (0,json/* memberOf */.C5)(document, 'group_id') !== undefined &&
        ['groups', 'controls'].some((name) => Array.isArray((0,json/* memberOf */.C5)(document, name))),
    read: powerpipe_read,
};
function powerpipe_read(document) {
    const reader = new RecordReader();
    const root = reader.root(document, 'Powerpipe group');
    const others = { reader, facts: powerpipe_factsOf(root.value), isCis: false };
    const found = { benchmarks: [], results: 0 };
    powerpipe_readGroup(root, others, found);
    powerpipe_compareTotals(root, found.results, reader);
    const empty = powerpipe_whyEmpty(root.value);
    const ofBenchmarks = found.benchmarks.map((run) => run.reader.scan(run.facts, empty));
    const ofOthers = reader.scan(others.facts, empty);
    const isSilent = [ofOthers.ruleResults, ofOthers.faults, ofOthers.warnings].every(powerpipe_isEmpty);
    return isSilent && ofBenchmarks.length > 0 ? ofBenchmarks : [...ofBenchmarks, ofOthers];
}
function powerpipe_isEmpty(list) {
    return list === undefined || list.length === 0;
}
function powerpipe_readGroup(group, outer, found) {
    const run = outer.isCis ? outer : (benchmarkRun(group.value, found) ?? outer);
    const { reader } = run;
    if ((0,json/* memberOf */.C5)(group.value, 'groups') === undefined && (0,json/* memberOf */.C5)(group.value, 'controls') === undefined) {
        reader.fault('Powerpipe group has neither "groups" nor "controls".', group.path);
    }
    for (const inner of reader.entries(group, 'groups', 'Powerpipe group'))
        powerpipe_readGroup(inner, run, found);
    const section = shortText((0,json/* memberOf */.C5)(group.value, 'title'), 200);
    for (const control of reader.entries(group, 'controls', 'Powerpipe control')) {
        found.results += powerpipe_readControl(control, section, run);
    }
}
function benchmarkRun(group, found) {
    if ((0,json/* memberAt */.mz)(group, 'tags', 'cis_version') === undefined)
        return undefined;
    const run = { reader: new RecordReader(), facts: powerpipe_factsOf(group), isCis: true };
    found.benchmarks.push(run);
    return run;
}
/** A title ends with the version, which the tag states too: `AWS CIS v3.0.0`, `CIS Kubernetes v1.20 v1.0.0`. */
function powerpipe_factsOf(group) {
    const scanner = 'Powerpipe';
    const title = shortText((0,json/* memberOf */.C5)(group, 'title'), 200);
    const version = wordOf((0,json/* memberAt */.mz)(group, 'tags', 'cis_version'))?.replace(/^v(?=\d)/, '');
    if (version === undefined)
        return { scanner, ...(0,json/* withoutUndefined */.r$)({ benchmark: title }) };
    const stated = title?.replace(/\s+v?\d+(\.\d+)*$/, '');
    const plugin = wordOf((0,json/* memberAt */.mz)(group, 'tags', 'plugin')) ?? '';
    const isFoundation = /^(?:\S+ )?CIS$/.test(stated ?? '') && isCisTitleKey(plugin);
    const benchmark = isFoundation ? CIS_TITLES[plugin] : stated;
    const cisBenchmark = isFoundation ? cisBenchmarkOf(CIS_TITLES[plugin], version) : { version };
    return { scanner, ...(0,json/* withoutUndefined */.r$)({ benchmark }), benchmarkVersion: version, cisBenchmark };
}
/** Reads a control, which has a result for each resource. Returns how many results it lists, an error included. */
function powerpipe_readControl(entry, section, { reader, isCis }) {
    const { value: control, path } = entry;
    const results = (0,json/* memberOf */.C5)(control, 'results');
    const error = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(control, 'run_error'));
    const listed = (0,json/* listOf */.c3)(results).length + (error === undefined ? 0 : 1);
    const ruleId = reader.requiredText(entry, 'control_id');
    if (ruleId === undefined)
        return listed;
    const tags = (0,json/* recordOf */.zv)((0,json/* memberOf */.C5)(control, 'tags'));
    const rule = { ruleId, ...(0,json/* withoutUndefined */.r$)({ recommendations: powerpipe_recommendationsOf(tags) }) };
    const stated = powerpipe_totalOf((0,json/* memberOf */.C5)(control, 'summary')) ?? 0;
    if (results === undefined || (listed === 0 && stated > 0)) {
        reader.recordFault('Powerpipe control has no "results".', path, { rule });
        return listed;
    }
    const common = (0,json/* withoutUndefined */.r$)({
        ...rule,
        title: shortText((0,json/* memberOf */.C5)(control, 'title')),
        severity: wordOf((0,json/* memberOf */.C5)(control, 'severity')),
        section,
        level: wordOf((0,json/* memberOf */.C5)(tags, 'cis_level')),
    });
    const type = (0,json/* memberOf */.C5)(tags, 'cis_type');
    const isManual = type === 'manual' || (isCis && type !== 'automated');
    const statuses = isManual ? MANUAL : powerpipe_STATUSES;
    for (const result of reader.entries(entry, 'results', 'Powerpipe result', rule)) {
        noteAccount(result, (0,json/* memberOf */.C5)(tags, 'plugin'), reader);
        const verdict = reader.requiredVerdict(result, 'status', statuses, rule);
        if (verdict === undefined)
            continue;
        // The reason is a sentence about one resource; the dimensions beside it are its properties, and stay out.
        const reason = verdict.status === 'PASSED' ? undefined : singleLine((0,json/* memberOf */.C5)(result.value, 'reason'));
        reader.add({ ...common, ...(0,json/* withoutUndefined */.r$)({ reason }), ...verdict, at: { path: result.path } });
    }
    if (error !== undefined) {
        const reason = singleLine(error) ?? 'the control could not run';
        reader.add({ ...common, reason, result: 'error', status: 'ERROR', at: { path } });
    }
    if (listed === 0) {
        const reason = 'the control has no result';
        reader.add({ ...common, reason, result: 'no result', status: 'NOT_EVALUATED', at: { path } });
    }
    return listed;
}
function powerpipe_recommendationsOf(tags) {
    const number = wordOf((0,json/* memberOf */.C5)(tags, 'cis_item_id')) ?? '';
    return /^\d+(\.\d+)+$/.test(number) ? [number] : undefined;
}
function noteAccount(result, plugin, reader) {
    const schemes = typeof plugin === 'string' && Object.hasOwn(ACCOUNTS, plugin) ? ACCOUNTS[plugin] : undefined;
    if (schemes === undefined)
        return;
    for (const dimension of (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(result.value, 'dimensions'))) {
        const key = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(dimension, 'key'));
        const name = (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(dimension, 'value'));
        const scheme = key !== undefined && Object.hasOwn(schemes, key) ? schemes[key] : undefined;
        if (scheme !== undefined && name !== undefined)
            reader.target(scheme, name, [...result.path, 'dimensions'], powerpipe_WAY_OUT);
    }
}
/** A group's summary counts the results of all its controls: what is missing from the file shows there. */
function powerpipe_compareTotals(root, listed, reader) {
    const stated = powerpipe_totalOf((0,json/* memberAt */.mz)(root.value, 'summary', 'status'));
    if (stated === undefined || stated === listed)
        return;
    reader.warn(`The summary counts ${(0,src_text/* count */.U9)(stated, 'result')}, and the file lists ${listed}.`, ['summary']);
}
function powerpipe_totalOf(summary) {
    if (!(0,json/* isRecord */.u4)(summary))
        return undefined;
    return Object.values(summary).reduce((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}
function powerpipe_whyEmpty(root) {
    return (0,json/* memberOf */.C5)(root, 'group_id') === 'error' ? 'Powerpipe could not run' : 'Powerpipe ran no control';
}

;// CONCATENATED MODULE: ./src/results/scanners/prowler-ocsf/targets.ts


/** What Prowler's providers call what they scan, and the option that scans one of several. */
const targets_ACCOUNTS = {
    aws: { scheme: 'AWS account' },
    azure: { scheme: 'Azure subscription', option: '--subscription-ids' },
    gcp: { scheme: 'Google Cloud project', option: '--project-ids' },
    github: { scheme: 'GitHub owner', option: '--organizations' },
    kubernetes: { scheme: 'Kubernetes cluster', option: '--context' },
    m365: { scheme: 'Microsoft 365 tenant' },
};
/** The accounts that were scanned; the tenants of findings that are about no account where no other names one. */
function targets_noteTargets(findings, reader) {
    const accounts = findings.flatMap((finding) => accountOf(finding) ?? []);
    const isTenant = (account) => account.ofTenant;
    const targets = accounts.every(isTenant) ? accounts : accounts.filter((account) => !isTenant(account));
    for (const { scheme, name, path, option } of targets) {
        const wayOut = option === undefined ? undefined : `To scan one of them, use Prowler's \`${option}\`.`;
        reader.target(scheme, name, path, wayOut);
    }
}
/** Kubernetes findings have no `cloud`; newer ones name the cluster elsewhere. */
function accountOf({ value: finding, path }) {
    const account = (0,json/* textOf */.b6)((0,json/* memberAt */.mz)(finding, 'cloud', 'account', 'uid'));
    const name = account ?? (0,json/* textOf */.b6)((0,json/* memberAt */.mz)(finding, 'unmapped', 'provider_uid'));
    if (name === undefined)
        return undefined;
    const place = account === undefined ? ['unmapped', 'provider_uid'] : ['cloud', 'account', 'uid'];
    const provider = providerOf(finding);
    const at = [...path, ...place];
    if (isOrganization(name, finding)) {
        return {
            scheme: provider === 'azure' ? 'Azure tenant' : 'organization',
            name,
            path: at,
            ofTenant: true,
        };
    }
    const known = provider !== undefined && Object.hasOwn(targets_ACCOUNTS, provider) ? targets_ACCOUNTS[provider] : undefined;
    const scheme = joined([provider, 'account'], ' ') ?? 'account';
    return { scheme, ...known, name, path: at, ofTenant: false };
}
/** Where the account's id is that of the organization itself, the finding is about no single account. */
function isOrganization(account, finding) {
    return [(0,json/* memberAt */.mz)(finding, 'cloud', 'org', 'uid'), (0,json/* memberAt */.mz)(finding, 'metadata', 'tenant_uid')].some((organization) => (0,json/* textOf */.b6)(organization) === account);
}
/** The cloud or system that a finding is of, in lower case: `aws`, `azure`. */
function providerOf(finding) {
    const name = (0,json/* textOf */.b6)((0,json/* memberAt */.mz)(finding, 'cloud', 'provider')) ?? (0,json/* textOf */.b6)((0,json/* memberAt */.mz)(finding, 'unmapped', 'provider'));
    return name?.toLowerCase();
}

;// CONCATENATED MODULE: ./src/results/scanners/prowler-ocsf/requirements.ts




/** The numbers by which each version of the CIS benchmark (`CIS-3.0`) names the check. */
function requirements_requirementsOf(finding) {
    const compliance = (0,json/* recordOf */.zv)((0,json/* memberAt */.mz)(finding, 'unmapped', 'compliance'));
    return Object.keys(compliance)
        .filter((name) => /^CIS-\d/.test(name))
        .map((name) => [name, short_text_wordsOf(compliance[name])]);
}
/** The one version of the CIS benchmark that the findings speak of; `undefined` when there are several, or none. */
function onlyBenchmarkOf(findings) {
    const named = findings.flatMap(({ value }) => requirements_requirementsOf(value).map(([name]) => `${providerOf(value) ?? ''} ${name}`));
    const [only, ...others] = new Set(named);
    return others.length === 0 ? only?.split(' ')[1] : undefined;
}
/** The rule's CIS numbers are its names only where the file is of one version of the benchmark. */
function requirements_ruleOf(ruleId, finding, benchmark) {
    if (benchmark === undefined)
        return { ruleId };
    const recommendations = requirements_requirementsOf(finding)
        .flatMap(([, numbers]) => numbers)
        .filter((number) => /^\d+(?:\.\d+)+$/.test(number));
    return recommendations.length === 0 ? { ruleId } : { ruleId, recommendations };
}
/** One check serves several versions of the CIS benchmark: `CIS-2.0 1.20`, `CIS-3.0 1.20`. */
function cisNumbersOf(finding) {
    const numbers = requirements_requirementsOf(finding).flatMap(([name, all]) => all.map((number) => `${name} ${number}`));
    return numbers.length > 0 ? numbers : undefined;
}
/** What the file tells of that one version. */
function benchmarkFactsOf(benchmark, findings) {
    const version = benchmark?.slice('CIS-'.length);
    const provider = findings.map(({ value }) => providerOf(value)).find((name) => name !== undefined);
    if (version === undefined || provider === undefined || !isCisTitleKey(provider))
        return {};
    const title = CIS_TITLES[provider];
    return { benchmark: title, benchmarkVersion: version, cisBenchmark: cisBenchmarkOf(title, version) };
}

;// CONCATENATED MODULE: ./src/results/scanners/prowler-ocsf/prowler-ocsf.ts





/** Prowler's verdicts in `status_code` (Prowler, `lib/outputs/common.py`). A muted finding keeps its own. */
const prowler_ocsf_STATUSES = {
    PASS: 'PASSED',
    FAIL: 'FAILED',
    MANUAL: 'NOT_EVALUATED',
    // A finding that was muted and has no other word.
    MUTED: 'NOT_EVALUATED',
};
const prowler_ocsf_FINDING = 'Prowler finding';
/** `prowler … --output-formats json-ocsf`, of Prowler 4 and later: one finding for each check and resource. */
const prowlerOcsf = {
    kind: 'data',
    name: 'prowler-ocsf',
    shape: 'a list of OCSF findings with `metadata.product.name` Prowler and `metadata.event_code`',
    recognises: (document) => (Array.isArray(document) ? document.some(prowler_ocsf_isFinding) : prowler_ocsf_isFinding(document)),
    statuses: { status_code: prowler_ocsf_STATUSES },
    read: prowler_ocsf_read,
};
function prowler_ocsf_isFinding(value) {
    const metadata = (0,json/* memberOf */.C5)(value, 'metadata');
    const product = (0,json/* memberAt */.mz)(metadata, 'product', 'name') === 'Prowler';
    return (product &&
        ((0,json/* memberOf */.C5)(metadata, 'event_code') !== undefined || (0,json/* memberOf */.C5)(value, 'status_code') !== undefined));
}
function prowler_ocsf_read(document) {
    const reader = new RecordReader();
    const findings = (0,json/* isRecord */.u4)(document) && prowler_ocsf_isFinding(document)
        ? [reader.root(document, prowler_ocsf_FINDING)]
        : reader.objects((0,json/* listOf */.c3)(document), prowler_ocsf_FINDING, []);
    const benchmark = onlyBenchmarkOf(findings);
    for (const finding of findings)
        readFinding(finding, benchmark, reader);
    targets_noteTargets(findings, reader);
    const version = (0,json/* memberAt */.mz)(findings[0]?.value, 'metadata', 'product', 'version');
    const facts = (0,json/* withoutUndefined */.r$)({ scanner: 'Prowler', scannerVersion: wordOf(version) });
    return [
        reader.scan({ ...facts, ...benchmarkFactsOf(benchmark, findings), ...prowler_ocsf_timesOf(findings) }, 'Prowler wrote no finding'),
    ];
}
function readFinding(entry, benchmark, reader) {
    const { value: finding, path } = entry;
    const ruleId = reader.requiredText(metadataOf(entry), 'event_code', reader.statusOf(entry, 'status_code', prowler_ocsf_STATUSES));
    if (ruleId === undefined)
        return;
    const rule = requirements_ruleOf(ruleId, finding, benchmark);
    const verdict = reader.requiredVerdict(entry, 'status_code', prowler_ocsf_STATUSES, rule);
    if (verdict === undefined)
        return;
    const information = (0,json/* memberOf */.C5)(finding, 'finding_info');
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(information, 'title')),
        reason: prowler_ocsf_reasonOf(finding),
        severity: shortText((0,json/* memberOf */.C5)(finding, 'severity'), 50),
        section: shortText((0,json/* memberAt */.mz)((0,json/* listOf */.c3)((0,json/* memberOf */.C5)(finding, 'resources'))[0], 'group', 'name'), 100),
        remediation: shortText((0,json/* memberAt */.mz)(finding, 'remediation', 'desc')),
        identifiers: rule.recommendations === undefined ? cisNumbersOf(finding) : undefined,
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
function metadataOf({ value, path }) {
    const metadata = (0,json/* memberOf */.C5)(value, 'metadata');
    const what = `${prowler_ocsf_FINDING}'s metadata`;
    return (0,json/* isRecord */.u4)(metadata)
        ? { value: metadata, path: [...path, 'metadata'], what }
        : { value: {}, path, what };
}
function prowler_ocsf_reasonOf(finding) {
    const muted = (0,json/* memberOf */.C5)(finding, 'status') === 'Suppressed' ? 'muted in Prowler' : undefined;
    const detail = shortText((0,json/* memberOf */.C5)(finding, 'status_detail')) ?? shortText((0,json/* memberOf */.C5)(finding, 'message'));
    return joined([muted, detail], ': ');
}
/** Prowler writes seconds since the epoch; OCSF itself means milliseconds. */
function prowler_ocsf_timesOf(findings) {
    const times = findings
        .map(({ value }) => (0,json/* memberOf */.C5)(value, 'time'))
        .filter((time) => typeof time === 'number' && time > 0)
        .map((time) => (time < 1e11 ? time * 1000 : time));
    if (times.length === 0)
        return {};
    const [started, ended] = times.reduce(([first, last], time) => [Math.min(first, time), Math.max(last, time)], [Infinity, 0]);
    return { started, ended };
}

;// CONCATENATED MODULE: ./src/results/scanners/rancher.ts







/** The states of a check (rancher/security-scan, `pkg/kb-summarizer/report/report.go`). */
const rancher_STATUSES = {
    pass: 'PASSED',
    fail: 'FAILED',
    // The nodes disagree, or some of them did not report.
    mixed: 'FAILED',
    skip: 'NOT_EVALUATED',
    // A manual check, or one that could not run: kube-bench does not tell them apart.
    warn: 'NOT_EVALUATED',
    notApplicable: 'NOT_APPLICABLE',
};
const KIND = 'ClusterScanReport';
const SCANNER = 'Rancher security-scan';
const EMPTY = 'Rancher ran no check';
/** A `ClusterScanReport` of Rancher's cis-operator or compliance-operator, a list of them, or its `reportJSON` alone. */
const rancher = {
    kind: 'data',
    name: 'rancher',
    shape: 'a `ClusterScanReport`, or an object with `version`, `notApplicable` and `results[].checks`',
    statuses: { state: rancher_STATUSES },
    recognises: rancher_recognises,
    read: rancher_read,
};
function rancher_recognises(document) {
    if (Array.isArray(document))
        return document.some(rancher_isReport);
    const items = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(document, 'items'));
    const isList = (0,json/* memberOf */.C5)(document, 'kind') === `${KIND}List` || items.some(rancher_isReport);
    return rancher_isReport(document) || isList || isSummary(document);
}
function rancher_isReport(value) {
    return (0,json/* memberOf */.C5)(value, 'kind') === KIND;
}
/** What `reportJSON` holds. */
function isSummary(value) {
    const counts = ['version', 'notApplicable'].every((name) => (0,json/* memberOf */.C5)(value, name) !== undefined);
    return (counts && (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'results')).some((group) => (0,json/* memberOf */.C5)(group, 'checks') !== undefined));
}
function rancher_read(document) {
    const lists = new RecordReader();
    const root = lists.root(document, 'Rancher report');
    if (isSummary(root.value))
        return [readSummary(root, {}, new RecordReader())];
    const scans = reportsOf(document, root, lists).map(readReport);
    const ofLists = lists.scan({ scanner: SCANNER }, `there is no ${KIND}`);
    return ofLists.faults === undefined && scans.length > 0 ? scans : [...scans, ofLists];
}
function reportsOf(document, root, reader) {
    if (Array.isArray(document))
        return reader.objects((0,json/* listOf */.c3)(document), KIND, []);
    return rancher_isReport(root.value) ? [root] : reader.entries(root, 'items', KIND);
}
/** The operator keeps the report as a text of JSON within the resource, so that faults in it have the text's place. */
function readReport(report) {
    const reader = new RecordReader();
    const spec = (0,json/* memberOf */.C5)(report.value, 'spec');
    const owner = { value: (0,json/* recordOf */.zv)(spec), path: [...report.path, 'spec'], what: KIND };
    const ended = time_timeOf((0,json/* memberOf */.C5)(spec, 'lastRunTimestamp'));
    const facts = (0,json/* withoutUndefined */.r$)({ ended });
    const summary = parse((0,json/* memberOf */.C5)(spec, 'reportJSON'));
    const path = [...owner.path, 'reportJSON'];
    if ((0,json/* isRecord */.u4)(summary))
        return readSummary({ value: summary, path, what: 'Rancher report' }, facts, reader);
    reader.fault(`"reportJSON" ${summary}.`, path);
    return reader.scan({ scanner: SCANNER, ...facts }, EMPTY);
}
/** The object of a JSON text, or what is wrong with the text. */
function parse(text) {
    if (typeof text !== 'string')
        return 'must be a text';
    try {
        const value = JSON.parse(text);
        if (!(0,json/* isRecord */.u4)(value))
            return 'must hold a JSON object';
        // The parser keeps the last of two members without a word: a verdict could be lost.
        return membersIn(value) === membersWritten(text) ? value : 'has a member twice in one object';
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return 'must be JSON';
        throw error;
    }
}
function membersIn(value) {
    const parts = (0,json/* isRecord */.u4)(value) ? Object.values(value) : (0,json/* listOf */.c3)(value);
    return parts.reduce((sum, part) => sum + membersIn(part), (0,json/* isRecord */.u4)(value) ? parts.length : 0);
}
function membersWritten(text) {
    return [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)].filter(([, colon]) => colon === ':').length;
}
function readSummary(report, facts, reader) {
    let listed = 0;
    for (const group of reader.requiredEntries(report, 'results', 'Rancher section')) {
        const names = ['id', 'description'].map((name) => shortText((0,json/* memberOf */.C5)(group.value, name), 200));
        for (const check of reader.requiredEntries(group, 'checks', 'Rancher check')) {
            listed += 1;
            rancher_readCheck(check, joined(names, ' '), reader);
        }
    }
    const total = (0,json/* memberOf */.C5)(report.value, 'total');
    if (typeof total === 'number' && total !== listed) {
        reader.warn(`The report counts ${(0,src_text/* count */.U9)(total, 'check')} in total, and the file lists ${listed}.`, [
            ...report.path,
            'total',
        ]);
    }
    const profile = wordOf((0,json/* memberOf */.C5)(report.value, 'version'));
    const benchmark = { ...benchmark_benchmarkOf(profile), scanner: SCANNER, ...(0,json/* withoutUndefined */.r$)({ profile }) };
    return reader.scan({ ...facts, ...benchmark }, EMPTY);
}
function rancher_readCheck(entry, section, reader) {
    const { value: check, path } = entry;
    const ruleId = reader.requiredText(entry, 'id', reader.statusOf(entry, 'state', rancher_STATUSES));
    if (ruleId === undefined)
        return;
    const rule = { ruleId };
    const verdict = reader.requiredVerdict(entry, 'state', rancher_STATUSES, rule);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(check, 'description')),
        reason: verdict.status === 'PASSED' ? undefined : rancher_reasonOf(check),
        section,
        remediation: shortText((0,json/* memberOf */.C5)(check, 'remediation')),
        source: joined(short_text_wordsOf((0,json/* memberOf */.C5)(check, 'node_type')), ', '),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
/** What was expected, and on which nodes it is not so. What was found (`actual_value*`) and how (`audit`) stay out. */
function rancher_reasonOf(check) {
    const expected = expectationOf((0,json/* memberOf */.C5)(check, 'expected_result'));
    const nodes = joined(short_text_wordsOf((0,json/* memberOf */.C5)(check, 'nodes')), ', ');
    const parts = [expected && `expected: ${expected}`, nodes && `nodes: ${nodes}`];
    return joined(parts, '; ');
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/control.ts


/** The default status of a control that no check reported on (Trivy, `pkg/compliance/spec`). */
const DEFAULT_STATUSES = {
    FAIL: 'FAILED',
    PASS: 'PASSED',
    WARN: 'NOT_EVALUATED',
};
/** The default verdict of a control; `undefined` when it has none, or one that cannot be read, which is a fault. */
function defaultVerdict(control, name, rule, reader) {
    return reader.requiredVerdict(control, name, DEFAULT_STATUSES, rule);
}
/** Whether a control states a default. Trivy leaves the member out where there is none. */
function hasDefault(control, name) {
    return Object.hasOwn(control, name);
}
/**
 * Whether a control is for people to check: Trivy marks it in the name. A control whose name is missing could be one.
 */
function isManual(control, name) {
    const text = (0,json/* memberOf */.C5)(control, name);
    return typeof text !== 'string' || text.includes('Manual');
}
/** A check's message. Where it lists what it found in a resource, the list is left out: it may hold secrets. */
function messageOf(message) {
    return shortText(typeof message === 'string' ? message.replaceAll(/'?\{".*?"\}'?/gs, '…') : message, 200);
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/all.ts




/** `Status` of a misconfiguration (Trivy, `pkg/types/misconfiguration.go`). */
const CHECK_STATUSES = {
    FAIL: 'FAILED',
    PASS: 'PASSED',
    // A failure that a rule of the user exempts (Trivy before 0.60).
    EXCEPTION: 'NOT_EVALUATED',
};
/** `--report all`: what every check of every control found. */
function readControls(report, reader) {
    for (const entry of reader.entries(report, 'Results', 'Trivy control')) {
        const { value: control, path } = entry;
        const ruleId = reader.requiredText(entry, 'ID');
        if (ruleId === undefined)
            continue;
        const rule = { ruleId };
        const results = all_resultsOf(entry, rule, reader);
        const verdict = all_verdictOfControl(rule, entry, results, reader);
        if (verdict === undefined)
            continue;
        const details = (0,json/* withoutUndefined */.r$)({
            title: shortText((0,json/* memberOf */.C5)(control, 'Name')),
            reason: verdict.status === 'PASSED' ? undefined : all_findingsOf(results),
            severity: shortText((0,json/* memberOf */.C5)(control, 'Severity'), 50),
            remediation: resolutionOf(results),
        });
        reader.add({ ...details, ...rule, ...verdict, at: { path } });
    }
}
/** Trivy writes `null` for a control that no check reported on. */
function all_resultsOf(control, rule, reader) {
    if ((0,json/* memberOf */.C5)(control.value, 'Results') === null)
        return [];
    return reader.requiredEntries(control, 'Results', 'Trivy result', rule);
}
/** Trivy's own rule for a control: what its checks found, else its default, else manual or passed. */
function all_verdictOfControl(rule, control, results, reader) {
    const result = `${results.length} results`;
    const found = results.map((entry) => readResult(entry, rule, reader));
    if (found.some(({ findings }) => findings > 0))
        return { result, status: 'FAILED' };
    const verdicts = found.flatMap((one) => one.verdicts);
    const status = (0,src_status/* worstOf */.hm)(verdicts.map((verdict) => verdict.status));
    if (status !== undefined) {
        const undefinedWord = verdicts.find((verdict) => verdict.status === 'UNKNOWN')?.undefinedWord;
        return { result, status, ...(status === 'UNKNOWN' && undefinedWord !== undefined && { undefinedWord }) };
    }
    if (results.length > 0)
        return undefined;
    if (hasDefault(control.value, 'DefaultStatus'))
        return defaultVerdict(control, 'DefaultStatus', rule, reader);
    return { result, status: isManual(control.value, 'Name') ? 'NOT_EVALUATED' : 'PASSED' };
}
/** Each result is what one check found at one target: Trivy writes none without a finding. */
function readResult(entry, rule, reader) {
    const findings = [
        ...reader.entries(entry, 'Vulnerabilities', 'Trivy finding', rule),
        ...reader.entries(entry, 'Secrets', 'Trivy secret', rule),
    ];
    const checks = reader.entries(entry, 'Misconfigurations', 'Trivy misconfiguration', rule);
    const lists = ['Vulnerabilities', 'Secrets', 'Misconfigurations'];
    if (lists.every((name) => listLengthOf((0,json/* memberOf */.C5)(entry.value, name)) === 0)) {
        reader.recordFault('Trivy result lists no finding: no "Misconfigurations", "Vulnerabilities" or "Secrets".', entry.path, {
            rule,
        });
    }
    const verdicts = checks.flatMap((check) => reader.requiredVerdict(check, 'Status', CHECK_STATUSES, rule) ?? []);
    return { findings: findings.length, verdicts };
}
/** What is no list is a fault already. */
function listLengthOf(value) {
    return value === undefined || value === null ? 0 : Array.isArray(value) ? value.length : undefined;
}
/** The first few findings of a control: what and where. Never the match of a secret. */
function all_findingsOf(results) {
    const findings = results.slice(0, 3).map(({ value }) => {
        const check = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'Misconfigurations')).find((one) => (0,json/* memberOf */.C5)(one, 'Status') !== 'PASS');
        const vulnerability = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'Vulnerabilities'))[0];
        const secret = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'Secrets'))[0];
        const what = [
            (0,json/* memberOf */.C5)(check, 'Message'),
            (0,json/* memberOf */.C5)(check, 'Title'),
            (0,json/* memberOf */.C5)(check, 'AVDID'),
            (0,json/* memberOf */.C5)(check, 'ID'),
            (0,json/* memberOf */.C5)(vulnerability, 'VulnerabilityID'),
            (0,json/* memberOf */.C5)(secret, 'Title'),
            (0,json/* memberOf */.C5)(secret, 'RuleID'),
        ].map(messageOf);
        return joined([shortText((0,json/* memberOf */.C5)(value, 'Target'), 120), what.find((text) => text !== undefined)], ': ');
    });
    return joined(findings, '; ');
}
function resolutionOf(results) {
    const checks = results
        .slice(0, 3)
        .flatMap(({ value }) => (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'Misconfigurations')).slice(0, 3));
    return checks.map((check) => shortText((0,json/* memberOf */.C5)(check, 'Resolution'))).find((text) => text !== undefined);
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/benchmark.ts



/** The first word of the ids of Trivy's CIS specs: `k8s-cis-1.23` (trivy-checks, `pkg/compliance`). */
const SPECS = {
    k8s: 'kubernetes',
    docker: 'docker',
    aws: 'aws',
    eks: 'eks',
};
/** What a report tells of its benchmark. Only specs of CIS have a version of a CIS benchmark. */
function trivy_benchmark_benchmarkOf({ ids, titles, version }) {
    const title = titles.map((text) => shortText(text)).find((text) => text !== undefined);
    const cis = ids.map(cisSpecOf).find((spec) => spec !== undefined) ?? cisSpecInTitle(title);
    if (cis !== undefined) {
        const benchmark = CIS_TITLES[cis.key];
        return {
            benchmark,
            benchmarkVersion: cis.version,
            cisBenchmark: cisBenchmarkOf(benchmark, cis.version),
        };
    }
    const name = title ?? ids.map((id) => shortText(id)).find((id) => id !== undefined);
    const contentVersion = wordOf(version);
    return {
        ...(name === undefined ? {} : { benchmark: name }),
        ...(contentVersion === undefined ? {} : { contentVersion }),
    };
}
function cisSpecOf(id) {
    const [, product = '', version] = /^(\w+)-cis-(\d+(?:\.\d+)+)$/.exec((0,json/* textOf */.b6)(id) ?? '') ?? [];
    const key = Object.hasOwn(SPECS, product) ? SPECS[product] : undefined;
    return key === undefined || version === undefined ? undefined : { key, version };
}
/** Reports of a spec that the user has renamed still have its title. */
function cisSpecInTitle(title) {
    const version = /^CIS Kubernetes Benchmarks? v(\d+(?:\.\d+)+)$/.exec(title ?? '')?.[1];
    return version === undefined ? undefined : { key: 'kubernetes', version };
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/operator-detail.ts




/** Said once of a document: what a report in detail does not list is not known to have been checked. */
const FAILURES_ONLY = 'trivy-operator lists failing checks only: a control without one counts as PASSED where a check belongs to it.';
/** Whether a report's status tells of each check. */
function isDetailed(status) {
    return (0,json/* listOf */.c3)((0,json/* memberAt */.mz)(status, 'detailReport', 'results')).length > 0;
}
/** Reads `detailReport`: the failing checks of every control. `spec` is the benchmark's own list of controls. */
function readDetailReport(report, spec, reader) {
    const unchecked = uncheckedIn(spec);
    const entries = reader.entries(report, 'results', 'Trivy control');
    let failing = 0;
    for (const entry of entries) {
        const { value: control, path } = entry;
        const ruleId = reader.requiredText(entry, 'id');
        if (ruleId === undefined)
            continue;
        const rule = { ruleId };
        const checks = checksOf(entry, rule, reader);
        if (checks.some(isFailing))
            failing += 1;
        const verdict = operator_detail_verdictOfControl(entry, checks, rule, unchecked, reader);
        if (verdict === undefined)
            continue;
        const details = (0,json/* withoutUndefined */.r$)({
            title: shortText((0,json/* memberOf */.C5)(control, 'name')),
            reason: failuresOf(checks),
            severity: shortText((0,json/* memberOf */.C5)(control, 'severity'), 50),
            remediation: checks
                .map(({ value }) => shortText((0,json/* memberOf */.C5)(value, 'remediation')))
                .find((text) => text !== undefined),
        });
        reader.add({ ...details, ...rule, ...verdict, at: { path } });
    }
    return { controls: entries.length, failing };
}
/** The operator writes `{checkID: "", success: true}` where no check failed: there is always one. */
function checksOf(control, rule, reader) {
    const list = (0,json/* memberOf */.C5)(control.value, 'checks');
    if (Array.isArray(list) && list.length === 0) {
        reader.recordFault(`${control.what} has an empty list of "checks".`, control.path, { rule });
    }
    return reader.requiredEntries(control, 'checks', 'Trivy check', rule);
}
/** A failing check, else the control's default, else manual (by its name, or without a check of its own), else passed. */
function operator_detail_verdictOfControl(control, checks, rule, unchecked, reader) {
    if (checks.some(isFailing))
        return { result: 'success=false', status: 'FAILED' };
    const strange = checks.map(({ value }) => (0,json/* memberOf */.C5)(value, 'success')).filter((outcome) => outcome !== true);
    if (strange.length > 0)
        return verdictOf(`success=${wordOf(strange[0]) ?? typeof strange[0]}`, {});
    if (hasDefault(control.value, 'status'))
        return defaultVerdict(control, 'status', rule, reader);
    const reported = checks.some(({ value }) => (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(value, 'checkID')) !== undefined);
    if (!reported && (isManual(control.value, 'name') || unchecked.has(rule.ruleId))) {
        return { result: 'no check', status: 'NOT_EVALUATED' };
    }
    return { result: 'success=true', status: 'PASSED' };
}
function isFailing({ value }) {
    return (0,json/* memberOf */.C5)(value, 'success') === false;
}
/** The ids of the controls to which the benchmark gives no check. */
function uncheckedIn(spec) {
    const ids = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(spec, 'controls'))
        .filter((control) => (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(control, 'checks')).length === 0)
        .flatMap((control) => (0,json/* textOf */.b6)((0,json/* memberOf */.C5)(control, 'id')) ?? []);
    return new Set(ids);
}
function failuresOf(checks) {
    const failures = checks.filter(isFailing).slice(0, 3);
    return joined(failures.map(({ value }) => {
        const what = messageOf((0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'messages'))[0]) ?? shortText((0,json/* memberOf */.C5)(value, 'title'), 200);
        return joined([shortText((0,json/* memberOf */.C5)(value, 'target'), 120), what], ': ');
    }), '; ');
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/summary.ts





/** Reads how many results of each control fail. Returns how many controls there are, and how many fail. */
function readTrivySummary(owner, members, reader) {
    const entries = reader.entries(owner, members.controls, 'Trivy control');
    for (const entry of entries)
        summary_readControl(entry, members, reader);
    const failing = entries.filter(({ value }) => Number((0,json/* memberOf */.C5)(value, members.total)) > 0).length;
    return { controls: entries.length, failing };
}
function summary_readControl(entry, members, reader) {
    const { value: control, path } = entry;
    const ruleId = reader.requiredText(entry, members.id);
    if (ruleId === undefined)
        return;
    const rule = { ruleId };
    const verdict = summary_verdictOfControl(entry, members, rule, reader);
    if (verdict === undefined)
        return;
    const failing = (0,json/* memberOf */.C5)(control, members.total);
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(control, members.name)),
        reason: typeof failing === 'number' && failing > 0 ? (0,src_text/* count */.U9)(failing, 'failing result') : undefined,
        severity: shortText((0,json/* memberOf */.C5)(control, members.severity), 50),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
/** Trivy leaves the number out for a manual control, and for no other: nothing is told of it, and it was not evaluated. */
function summary_verdictOfControl({ value: control, path, what }, { name, total }, rule, reader) {
    const failing = (0,json/* memberOf */.C5)(control, total);
    if (failing === undefined && !isManual(control, name)) {
        reader.recordFault(`${what} has no "${total}", and its name does not say that it is manual.`, path, {
            rule,
        });
        return undefined;
    }
    if (failing === undefined || failing === null)
        return { result: `${total}=None`, status: 'NOT_EVALUATED' };
    if (failing === 0)
        return { result: `${total}=0`, status: 'PASSED' };
    if (typeof failing === 'number' && failing > 0)
        return { result: `${total}=${failing}`, status: 'FAILED' };
    return verdictOf(`${total}=${wordOf(failing) ?? typeof failing}`, {});
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/operator.ts








/** The kind of Kubernetes resource that trivy-operator writes. */
const operator_KIND = 'ClusterComplianceReport';
const operator_SCANNER = 'Trivy Operator';
const NOTHING = `no ${operator_KIND} has a status with controls`;
const operator_MEMBERS = {
    controls: 'controlCheck',
    id: 'id',
    name: 'name',
    severity: 'severity',
    total: 'totalFail',
};
/** Whether a document is one of trivy-operator's reports, a list of them, or the status of one. */
function isOperatorDocument(document) {
    return Array.isArray(document) ? document.some(isOne) : isOne(document);
}
function isOne(value) {
    return operator_isReport(value) || isStatus(value) || isList(value);
}
function operator_isReport(value) {
    return (0,json/* memberOf */.C5)(value, 'kind') === operator_KIND;
}
function isStatus(value) {
    return (Array.isArray((0,json/* memberAt */.mz)(value, 'summaryReport', 'controlCheck')) ||
        Array.isArray((0,json/* memberAt */.mz)(value, 'detailReport', 'results')));
}
function isList(value) {
    return (0,json/* memberOf */.C5)(value, 'kind') === `${operator_KIND}List` || (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(value, 'items')).some(operator_isReport);
}
/** Reads trivy-operator's reports: one for each benchmark, alone, in a list, or only the `status` of one. */
function readOperator(document) {
    const whole = new RecordReader();
    const reports = operator_reportsOf(document, whole);
    const detailed = reports.find(({ status }) => isDetailed(status.value));
    if (detailed !== undefined)
        whole.warn(FAILURES_ONLY, [...detailed.status.path, 'detailReport']);
    const scans = reports.map(operator_readReport);
    const rest = whole.scan({ scanner: operator_SCANNER }, NOTHING);
    const isSaid = [rest.faults, rest.warnings, rest.excluded].some((said) => said !== undefined);
    return isSaid || scans.length === 0 ? [...scans, rest] : scans;
}
function operator_reportsOf(document, reader) {
    if (Array.isArray(document)) {
        return reader.objects(document, operator_KIND, []).flatMap((entry) => reportsIn(entry, reader));
    }
    return reportsIn(reader.root(document, operator_KIND), reader);
}
function reportsIn(entry, reader) {
    const { value, path } = entry;
    if (isStatus(value))
        return [{ report: {}, status: entry }];
    if (operator_isReport(value) || isUntyped(value))
        return [{ report: value, status: statusOf(entry, reader) }];
    if (Object.hasOwn(value, 'items')) {
        return reader.entries(entry, 'items', operator_KIND).flatMap((item) => reportsIn(item, reader));
    }
    // A list that was asked of Kubernetes can hold resources of other kinds.
    if ((0,json/* textOf */.b6)((0,json/* memberOf */.C5)(value, 'kind')) !== undefined)
        reader.exclude('Kubernetes resource of another kind');
    else
        reader.fault(`This is no ${operator_KIND}, nor the status of one.`, path);
    return [];
}
/** The items of a typed list need not repeat the kind. */
function isUntyped(value) {
    return ((0,json/* memberOf */.C5)(value, 'kind') === undefined &&
        ((0,json/* isRecord */.u4)((0,json/* memberOf */.C5)(value, 'status')) || (0,json/* isRecord */.u4)((0,json/* memberAt */.mz)(value, 'spec', 'compliance'))));
}
/** A report that was not made yet has no status, or an empty one. */
function statusOf({ value, path }, reader) {
    const status = (0,json/* memberOf */.C5)(value, 'status');
    const at = [...path, 'status'];
    const what = 'Trivy status';
    if ((0,json/* isRecord */.u4)(status))
        return { value: status, path: at, what };
    if (status !== undefined && status !== null)
        reader.fault('"status" must be an object.', at);
    return { value: {}, path: status === undefined ? path : at, what };
}
function operator_readReport({ report, status }) {
    const reader = new RecordReader();
    const summary = headingOf(status, 'summaryReport', reader);
    const detail = headingOf(status, 'detailReport', reader);
    const read = [
        ...(summary === undefined ? [] : [readTrivySummary(summary, operator_MEMBERS, reader)]),
        ...(detail === undefined
            ? []
            : [readDetailReport(detail, (0,json/* memberAt */.mz)(report, 'spec', 'compliance'), reader)]),
    ];
    const [found] = read;
    if (found === undefined || found.controls === 0) {
        const name = shortText((0,json/* memberAt */.mz)(report, 'metadata', 'name'), 100);
        reader.warn(`${operator_KIND}${name === undefined ? '' : ` ${(0,src_text/* quote */.hD)(name)}`} has no control in its status.`, status.path);
    }
    else
        operator_compareTotals(status, found, reader);
    return reader.scan(operator_factsOf(report, status.value), NOTHING);
}
function headingOf({ value, path }, name, reader) {
    const heading = (0,json/* memberOf */.C5)(value, name);
    if (heading === undefined || heading === null)
        return undefined;
    if ((0,json/* isRecord */.u4)(heading))
        return { value: heading, path: [...path, name], what: 'Trivy report' };
    reader.fault(`"${name}" must be an object.`, [...path, name]);
    return undefined;
}
/** The operator counts the controls that fail and those that do not; it leaves out a count of none. */
function operator_compareTotals(status, found, reader) {
    const stated = ['failCount', 'passCount'].map((name) => (0,json/* memberAt */.mz)(status.value, 'summary', name));
    const [failing = 0, passing = 0] = stated.map((number) => (typeof number === 'number' ? number : 0));
    if (failing <= found.failing && failing + passing <= found.controls)
        return;
    reader.warn(`trivy-operator counted ${(0,src_text/* count */.U9)(failing + passing, 'control')}, ${failing} of them failing; the report holds ${found.controls}, ${found.failing} of them failing: results may be missing.`, [...status.path, 'summary']);
}
function operator_factsOf(report, status) {
    const headings = [
        (0,json/* memberOf */.C5)(status, 'detailReport'),
        (0,json/* memberOf */.C5)(status, 'summaryReport'),
        (0,json/* memberAt */.mz)(report, 'spec', 'compliance'),
    ];
    const benchmark = trivy_benchmark_benchmarkOf({
        ids: [...headings.map((heading) => (0,json/* memberOf */.C5)(heading, 'id')), (0,json/* memberAt */.mz)(report, 'metadata', 'name')],
        titles: headings.map((heading) => (0,json/* memberOf */.C5)(heading, 'title')),
        version: (0,json/* memberAt */.mz)(report, 'spec', 'compliance', 'version'),
    });
    return (0,json/* withoutUndefined */.r$)({
        scanner: operator_SCANNER,
        scannerVersion: wordOf((0,json/* memberAt */.mz)(report, 'metadata', 'labels', 'app.kubernetes.io/version')),
        ...benchmark,
        ended: time_timeOf((0,json/* memberOf */.C5)(status, 'updateTimestamp')),
    });
}

;// CONCATENATED MODULE: ./src/results/scanners/trivy/trivy-compliance.ts







const SUMMARY_MEMBERS = {
    controls: 'SummaryControls',
    id: 'ID',
    name: 'Name',
    severity: 'Severity',
    total: 'TotalFail',
};
/** `trivy … --compliance SPEC --format json` with `--report all` or `summary`, and trivy-operator's reports. */
const trivyCompliance = {
    kind: 'data',
    name: 'trivy-compliance',
    shape: `an object with \`ID\`, \`Title\` and \`SummaryControls\` or \`Results\` of controls, or a ${operator_KIND}`,
    statuses: { 'Misconfigurations[].Status': CHECK_STATUSES, DefaultStatus: DEFAULT_STATUSES },
    recognises: trivy_compliance_recognises,
    read: trivy_compliance_read,
};
function trivy_compliance_recognises(document) {
    return trivy_compliance_isSummary(document) || trivy_compliance_isComplete(document) || isOperatorDocument(document);
}
function trivy_compliance_isSummary(document) {
    return hasHeading(document) && Array.isArray((0,json/* memberOf */.C5)(document, 'SummaryControls'));
}
/** An ordinary Trivy report has `Results` too, of targets. */
function trivy_compliance_isComplete(document) {
    if (!hasHeading(document) || (0,json/* memberOf */.C5)(document, 'ArtifactName') !== undefined)
        return false;
    const results = (0,json/* memberOf */.C5)(document, 'Results');
    if (results === null)
        return (0,json/* memberOf */.C5)(document, 'RelatedResources') !== undefined;
    return Array.isArray(results) && !results.some((result) => (0,json/* memberOf */.C5)(result, 'Target') !== undefined);
}
function hasHeading(document) {
    return typeof (0,json/* memberOf */.C5)(document, 'ID') === 'string' && typeof (0,json/* memberOf */.C5)(document, 'Title') === 'string';
}
/** A report is complete or a summary; one that is both tells the worse of the two. */
function trivy_compliance_read(document) {
    if (Array.isArray(document) || isOperatorDocument(document))
        return readOperator(document);
    const reader = new RecordReader();
    const report = reader.root(document, 'Trivy report');
    readControls(report, reader);
    readTrivySummary(report, SUMMARY_MEMBERS, reader);
    const benchmark = trivy_benchmark_benchmarkOf({
        ids: [(0,json/* memberOf */.C5)(document, 'ID')],
        titles: [(0,json/* memberOf */.C5)(document, 'Title')],
        version: (0,json/* memberOf */.C5)(document, 'Version'),
    });
    return [reader.scan({ scanner: 'Trivy', ...benchmark }, 'the report has no control')];
}

;// CONCATENATED MODULE: ./src/results/scanners/wazuh-sca.ts




/** The results of a check (Wazuh 4, `api/api/spec/spec.yaml`, `SCAChecks`). */
const wazuh_sca_STATUSES = {
    passed: 'PASSED',
    failed: 'FAILED',
    'not applicable': 'NOT_APPLICABLE',
};
/** What the API of Wazuh 4 answers to `GET /sca/{agent_id}/checks/{policy_id}`. */
const wazuhSca = {
    kind: 'data',
    name: 'wazuh-sca',
    shape: 'an object with `data.affected_items` of checks with `policy_id`',
    statuses: { result: wazuh_sca_STATUSES },
    recognises: (document) => (0,json/* listOf */.c3)((0,json/* memberAt */.mz)(document, 'data', 'affected_items')).some(wazuh_sca_isCheck),
    read: wazuh_sca_read,
};
/** The list of an agent's policies has `policy_id` too, but no check. */
function wazuh_sca_isCheck(value) {
    return ((0,json/* memberOf */.C5)(value, 'policy_id') !== undefined &&
        (0,json/* memberOf */.C5)(value, 'id') !== undefined &&
        ['result', 'rules', 'compliance', 'condition'].some((name) => (0,json/* memberOf */.C5)(value, name) !== undefined));
}
function wazuh_sca_read(document) {
    const reader = new RecordReader();
    const data = (0,json/* memberOf */.C5)(document, 'data');
    const answer = { value: (0,json/* isRecord */.u4)(data) ? data : {}, path: ['data'], what: 'Wazuh answer' };
    const checks = reader.requiredEntries(answer, 'affected_items', 'Wazuh check');
    for (const check of checks)
        wazuh_sca_readCheck(check, reader);
    warnOfMissing(answer, checks.length, reader);
    const policies = [...new Set(checks.map(({ value }) => wordOf((0,json/* memberOf */.C5)(value, 'policy_id'))))];
    const facts = (0,json/* withoutUndefined */.r$)({ scanner: 'Wazuh SCA', benchmark: joined(policies, ', ') });
    return [reader.scan(facts, 'Wazuh answered no check')];
}
/** The API answers at most 500 checks at once, unless it is asked for more (`limit`, `offset`). */
function warnOfMissing({ value, path }, listed, reader) {
    const total = (0,json/* memberOf */.C5)(value, 'total_affected_items');
    if (typeof total === 'number' && total > listed) {
        reader.warn(`The policy has ${(0,src_text/* count */.U9)(total, 'check')}, and the file lists ${listed}. Ask the API for the others too, with \`offset\` and \`limit\`.`, [...path, 'total_affected_items']);
    }
    const failed = (0,json/* memberOf */.C5)(value, 'total_failed_items');
    if (typeof failed === 'number' && failed > 0) {
        reader.warn('Wazuh could not answer for every agent that was asked for.', [...path, 'failed_items']);
    }
}
function wazuh_sca_readCheck(entry, reader) {
    const { value: check, path } = entry;
    const ruleId = wordOf((0,json/* memberOf */.C5)(check, 'id'));
    if (ruleId === undefined) {
        reader.recordFault('Wazuh check has no "id".', path, reader.statusOf(entry, 'result', wazuh_sca_STATUSES));
        return;
    }
    const rule = { ruleId, ...(0,json/* withoutUndefined */.r$)({ recommendations: wazuh_sca_recommendationsOf(check) }) };
    const verdict = wazuh_sca_requiredVerdict(entry, rule, reader);
    if (verdict === undefined)
        return;
    const details = (0,json/* withoutUndefined */.r$)({
        title: shortText((0,json/* memberOf */.C5)(check, 'title')),
        reason: verdict.status === 'PASSED' ? undefined : singleLine((0,json/* memberOf */.C5)(check, 'reason')),
        remediation: shortText((0,json/* memberOf */.C5)(check, 'remediation')),
    });
    reader.add({ ...details, ...rule, ...verdict, at: { path } });
}
/** Up to Wazuh 4.3 the result of a check that could not run is an empty text. */
function wazuh_sca_requiredVerdict(entry, rule, reader) {
    const result = (0,json/* memberOf */.C5)(entry.value, 'result');
    if (result !== null && result !== '')
        return reader.requiredVerdict(entry, 'result', wazuh_sca_STATUSES, rule);
    return { result: 'no result', status: 'NOT_EVALUATED' };
}
/** The entry with the key `cis`; `cis_csc` and the like are the CIS Controls. */
function wazuh_sca_recommendationsOf(check) {
    const cis = (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(check, 'compliance')).filter((entry) => (0,json/* memberOf */.C5)(entry, 'key') === 'cis');
    const numbers = cis
        .flatMap((entry) => short_text_wordsOf((0,json/* memberOf */.C5)(entry, 'value')))
        .flatMap((text) => text.split(/[\s,]+/))
        .filter((number) => /^\d+(\.\d+)+$/.test(number));
    return numbers.length > 0 ? [...new Set(numbers)] : undefined;
}

;// CONCATENATED MODULE: ./src/results/scanners/xccdf/document.ts

/** The namespaces of all versions of XCCDF begin so, and those of ARF reports. */
const XCCDF_NAMESPACE = 'http://checklists.nist.gov/xccdf/';
const ARF_NAMESPACE = 'http://scap.nist.gov/schema/asset-reporting-format/';
/** Collects what stands in an XCCDF document, in one pass, and hands it to `end`. */
function xccdfReader(end) {
    const document = {
        isXccdf: false,
        benchmarks: [],
        rules: new Map(),
        testResults: [],
        unreadable: new Set(),
        faults: [],
    };
    return nestedReader(anywhere(document, {}), () => end(document));
}
/** Content where benchmarks, rules and results may stand at any depth: ARF wraps them in components and reports. */
function anywhere(document, surroundings) {
    const content = {
        child: (element) => {
            document.isXccdf ||=
                element.namespace.startsWith(XCCDF_NAMESPACE) || element.namespace.startsWith(ARF_NAMESPACE);
            switch (element.name) {
                case 'Benchmark':
                    return benchmarkContent(element, document);
                case 'Group':
                    return groupContent(document, surroundings);
                case 'Rule':
                    return ruleContent(element, document, surroundings);
                case 'TestResult':
                    return testResultContent(element, document, surroundings);
                default:
                    return content;
            }
        },
    };
    return content;
}
function benchmarkContent(element, document) {
    const benchmark = { id: element.attributes.get('id'), title: {}, platforms: [] };
    document.benchmarks.push(benchmark);
    const inner = anywhere(document, { benchmark });
    return {
        child: (child) => {
            switch (child.name) {
                case 'title':
                    return wordingContent(child, benchmark.title);
                case 'version':
                    return { text: (text) => (benchmark.version = text) };
                case 'platform':
                    addAttribute(child, 'idref', benchmark.platforms);
                    return undefined;
                default:
                    return inner.child?.(child);
            }
        },
    };
}
function groupContent(document, surroundings) {
    const section = {};
    const inner = anywhere(document, { ...surroundings, section });
    return {
        child: (child) => (child.name === 'title' ? wordingContent(child, section) : inner.child?.(child)),
    };
}
function ruleContent(element, document, { section }) {
    const id = element.attributes.get('id');
    if (id === undefined || document.rules.has(id))
        return undefined;
    const severity = document_severityOf(element);
    const rule = { title: {}, section, severity, fixText: {}, identifiers: [] };
    document.rules.set(detached(id), rule);
    return {
        child: (child) => {
            switch (child.name) {
                case 'title':
                    return wordingContent(child, rule.title);
                case 'fixtext':
                    return wordingContent(child, rule.fixText);
                case 'ident':
                    return { text: (text) => rule.identifiers.push(text) };
                default:
                    return undefined;
            }
        },
    };
}
function testResultContent(element, document, { benchmark }) {
    const testResult = {
        testSystem: element.attributes.get('test-system'),
        version: element.attributes.get('version'),
        within: benchmark,
        platforms: [],
        names: [],
        ruleResults: [],
        position: element.position,
    };
    document.testResults.push(testResult);
    return {
        child: (child) => {
            switch (child.name) {
                case 'benchmark':
                    testResult.benchmarkId = child.attributes.get('id');
                    testResult.benchmarkHref = child.attributes.get('href');
                    return undefined;
                case 'profile':
                    testResult.profile = child.attributes.get('idref');
                    return undefined;
                case 'platform':
                    addAttribute(child, 'idref', testResult.platforms);
                    return undefined;
                case 'target':
                    return { text: (text) => testResult.names.push(text) };
                case 'target-facts':
                    return { child: (fact) => factContent(fact, testResult) };
                case 'rule-result':
                    document.isXccdf = true;
                    return ruleResultContent(child, document, testResult);
                default:
                    return undefined;
            }
        },
    };
}
function factContent(fact, testResult) {
    switch (fact.attributes.get('name')) {
        case 'urn:xccdf:fact:scanner:name':
            return { text: (text) => (testResult.scanner = text) };
        case 'urn:xccdf:fact:scanner:version':
            return { text: (text) => (testResult.scannerVersion = text) };
        default:
            return undefined;
    }
}
function ruleResultContent(element, document, testResult) {
    const { position } = element;
    const idref = element.attributes.get('idref');
    const severity = document_severityOf(element);
    const identifiers = [];
    const reasons = new Set();
    let word;
    const reason = (text) => {
        reasons.add(text);
    };
    const check = { child: ({ name }) => checkPart(name) };
    const checkPart = (name) => {
        if (name === 'message')
            return { text: reason };
        return name === 'check' || name === 'complex-check' ? check : undefined;
    };
    return {
        child: ({ name, attributes }) => {
            switch (name) {
                case 'result':
                    return {
                        text: (text) => {
                            word ??= text;
                        },
                    };
                case 'ident':
                    return { text: (text) => identifiers.push(text) };
                case 'instance':
                    return {
                        text: (text) => {
                            reason(`instance ${text}`);
                        },
                    };
                case 'override':
                    return overrideContent(attributes.get('authority'), reason);
                default:
                    return checkPart(name);
            }
        },
        end: () => {
            if (idref === undefined || idref.trim() === '') {
                document.faults.push({ sentence: 'rule-result has no "idref"', at: { position }, ofRecord: true });
            }
            else if (word === undefined) {
                document.faults.push({ sentence: 'rule-result has no "result"', at: { position }, ofRecord: true });
                document.unreadable.add(idref);
            }
            else {
                testResult.ruleResults.push({ idref, word, severity, identifiers, reasons, position });
            }
        },
    };
}
/** An auditor's override: `result` is the new one already; who changed it from what is part of why. */
function overrideContent(authority, reason) {
    let old;
    let remark;
    return {
        child: ({ name }) => {
            if (name === 'old-result')
                return { text: (text) => (old = text) };
            return name === 'remark' ? { text: (text) => (remark = text) } : undefined;
        },
        end: () => {
            const change = `overridden${old === undefined ? '' : ` from ${old}`}${authority === undefined ? '' : ` by ${authority}`}`;
            reason(remark === undefined ? change : `${change}: ${remark}`);
        },
    };
}
function wordingContent(element, wording) {
    const isEnglish = /^en\b/i.test(element.language ?? 'en');
    return {
        text: (text) => {
            if (wording.text !== undefined && (wording.isEnglish === true || !isEnglish))
                return;
            wording.text = text;
            wording.isEnglish = isEnglish;
        },
    };
}
function addAttribute(element, name, values) {
    const value = element.attributes.get(name);
    if (value !== undefined)
        values.push(value);
}
/** `unknown` is what XCCDF takes for a severity that nobody stated. */
function document_severityOf(element) {
    const severity = element.attributes.get('severity')?.trim();
    return severity === 'unknown' || severity === '' ? undefined : severity;
}

;// CONCATENATED MODULE: ./src/results/scanners/xccdf/xccdf.ts





/** The values of `rule-result/result` (XCCDF 1.2, NIST IR 7275r4), but for `notselected`. */
const xccdf_STATUSES = {
    pass: 'PASSED',
    fixed: 'PASSED',
    fail: 'FAILED',
    error: 'ERROR',
    unknown: 'UNKNOWN',
    notapplicable: 'NOT_APPLICABLE',
    notchecked: 'NOT_EVALUATED',
    informational: 'INFORMATIONAL',
};
/** The value of `rule-result/result` that makes no message: the profile leaves the rule out. */
const NOT_SELECTED = 'notselected';
/** Scanners as they write themselves, by the product of their CPE name. */
const SCANNER_NAMES = new Map([
    ['openscap', 'OpenSCAP'],
    ['scc', 'SCC'],
    ['cis-cat', 'CIS-CAT'],
]);
/** XCCDF results and ARF reports, as OpenSCAP, SCC and CIS-CAT write them. */
const xccdf = {
    kind: 'xml',
    name: 'xccdf',
    shape: 'XML with an XCCDF `TestResult` (of XCCDF 1.1 or 1.2, also within ARF)',
    statuses: { 'rule-result/result': xccdf_STATUSES },
    reader: () => xccdfReader((document) => (document.isXccdf ? xccdf_scansOf(document) : undefined)),
};
/** One scan for each TestResult. What spoils the document stands with the first. */
function xccdf_scansOf(document) {
    const { testResults, unreadable, faults } = document;
    const spoilt = (0,json/* withoutUndefined */.r$)({
        faults: faults.length > 0 ? faults : undefined,
        unreadableRules: unreadable.size > 0 ? [...unreadable].map((ruleId) => ({ ruleId })) : undefined,
        emptyBecause: faults.length === 0 ? xccdf_whyEmpty(testResults) : undefined,
    });
    const scans = testResults.map((testResult) => scanOf(testResult, document));
    const [first = { ruleResults: [] }, ...others] = scans;
    return [{ ...first, ...spoilt }, ...others];
}
/** Joins the results with their rules, which may stand before them, after them, or not in the document. */
function scanOf(testResult, document) {
    const targets = xccdf_targetsOf(testResult);
    return {
        ...xccdf_factsOf(testResult, document),
        ...(targets.length > 0 && { targets }),
        ruleResults: ruleResultsOf(testResult, document),
    };
}
function ruleResultsOf(testResult, document) {
    return testResult.ruleResults
        .filter(({ idref, word }) => word !== NOT_SELECTED && !document.unreadable.has(idref))
        .map(({ idref, word, severity, identifiers, reasons, position }) => {
        const rule = document.rules.get(idref);
        const allIdentifiers = identifiers.length > 0 ? identifiers : (rule?.identifiers ?? []);
        return {
            ruleId: idref,
            ...verdictOf(word, xccdf_STATUSES),
            ...(0,json/* withoutUndefined */.r$)({
                title: rule?.title.text,
                reason: joined([...reasons], '; '),
                severity: severity ?? rule?.severity,
                section: rule?.section?.text,
                remediation: rule?.fixText.text,
                identifiers: allIdentifiers.length > 0 ? allIdentifiers : undefined,
            }),
            at: { position },
        };
    });
}
function xccdf_factsOf(testResult, { benchmarks }) {
    const { benchmarkId, benchmarkHref, profile, within } = testResult;
    const benchmark = benchmarkId === undefined ? within : benchmarks.find(({ id }) => id === benchmarkId);
    return {
        ...xccdf_scannerOf(testResult),
        ...(0,json/* withoutUndefined */.r$)({
            benchmark: benchmark?.title.text ?? benchmarkId ?? benchmark?.id ?? benchmarkHref?.replace(/^.*[/\\]/, ''),
            benchmarkVersion: testResult.version ?? benchmark?.version,
            profile,
            platform: xccdf_platformOf(testResult, benchmark),
        }),
    };
}
/** By the facts that OpenSCAP states of itself, or else by the CPE name of the `test-system`. */
function xccdf_scannerOf({ scanner, scannerVersion, testSystem }) {
    const { product, version } = (testSystem === undefined ? undefined : parseCpe(testSystem)) ?? {};
    return (0,json/* withoutUndefined */.r$)({
        scanner: scanner ?? (product === undefined ? testSystem : (SCANNER_NAMES.get(product) ?? product)),
        scannerVersion: scannerVersion ?? version,
    });
}
/**
 * The operating system: the first that the TestResult names, as those are the ones that the target met; or else that
 * of the benchmark, when it is for one only.
 */
function xccdf_platformOf({ platforms }, benchmark) {
    const [met] = operatingSystems(platforms);
    if (met !== undefined)
        return met;
    const [only, ...others] = operatingSystems(benchmark?.platforms ?? []);
    const isSame = (other) => other.vendor === only?.vendor && other.product === only?.product && other.version === only?.version;
    return others.every(isSame) ? only : undefined;
}
function operatingSystems(cpeNames) {
    return cpeNames
        .map(parseCpe)
        .filter((cpe) => cpe?.part === 'o')
        .map((cpe) => (0,json/* withoutUndefined */.r$)({ vendor: cpe?.vendor, product: cpe?.product, version: cpe?.version }));
}
/** Several `target` elements of one TestResult are names of the same target (XCCDF 1.2). */
function xccdf_targetsOf({ names, position }) {
    return names.length === 0 ? [] : [{ scheme: 'XCCDF target', names, at: { position } }];
}
function xccdf_whyEmpty(testResults) {
    if (testResults.length === 0) {
        return 'an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf';
    }
    const ruleResults = testResults.flatMap((testResult) => testResult.ruleResults);
    if (ruleResults.some(({ word }) => word !== NOT_SELECTED))
        return undefined;
    const count = ruleResults.length;
    return count === 0
        ? 'a TestResult without a rule-result'
        : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}

;// CONCATENATED MODULE: ./src/results/scanners/unsupported.ts


const CIS_CAT = 'For CIS-CAT, choose its XML report (ARF or XCCDF).';
/** Formats that people have at hand and that are not read, with what to use instead. */
const UNSUPPORTED = [
    {
        name: 'SARIF',
        recognises: (document) => {
            const sarif = [(0,json/* memberOf */.C5)(document, '$schema'), (0,json/* memberOf */.C5)(document, 'version')].some((text) => typeof text === 'string' && /sarif|^2\.\d/i.test(text));
            return sarif && Array.isArray((0,json/* memberOf */.C5)(document, 'runs'));
        },
        advice: 'SARIF tells failures only, and seldom CIS rules. Use the native output of the scanner: for Trivy `--compliance … --format json`, for InSpec `--reporter json`, for Prowler `--output-formats json-ocsf`.',
    },
    {
        name: 'a Checkov report',
        recognises: (document) => (Array.isArray(document) ? document.some(isCheckov) : isCheckov(document)),
        advice: 'Checkov checks code and its rules have no CIS numbers. Scan the running system: with OpenSCAP, InSpec or goss; or, for a cloud account, with Prowler and `--output-formats json-ocsf`.',
    },
    {
        name: 'a Lynis report',
        recognises: (document) => (0,json/* memberOf */.C5)(document, 'lynis_version') !== undefined,
        recognisesText: (beginning) => beginning.slice(0, 5000).includes('lynis_version='),
        advice: 'Lynis has its own tests, without CIS numbers. Use OpenSCAP with a CIS profile and `--results`, or InSpec or goss with a CIS profile.',
    },
    {
        name: 'a ScoutSuite report',
        recognises: (document) => {
            const run = (0,json/* memberOf */.C5)(document, 'last_run');
            const object = (0,json/* memberOf */.C5)(run, 'ruleset_name') !== undefined || (0,json/* memberOf */.C5)(document, 'provider_code') !== undefined;
            return object && (0,json/* memberOf */.C5)(document, 'services') !== undefined;
        },
        recognisesText: (beginning) => beginning.startsWith('scoutsuite_results'),
        advice: 'ScoutSuite has its own rules, without CIS numbers. Use Prowler with `--compliance cis_… --output-formats json-ocsf`.',
    },
    {
        name: 'an export of Amazon Inspector itself',
        recognises: (document) => (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(document, 'findings')).some(isInspectorFinding) ||
            ['scanResultDetails', 'checkAggregations', 'targetResourceAggregations'].some((name) => Array.isArray((0,json/* memberOf */.C5)(document, name))),
        advice: 'Inspector already has these results. Give the file of the scanner that ran on the system.',
    },
    {
        name: 'an ordinary Trivy report',
        recognises: (document) => ((0,json/* memberOf */.C5)(document, 'ArtifactName') !== undefined &&
            (0,json/* memberOf */.C5)(document, 'SchemaVersion') !== undefined) ||
            (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(document, 'Results')).some((result) => (0,json/* memberOf */.C5)(result, 'Target') !== undefined) ||
            ((0,json/* memberOf */.C5)(document, 'ClusterName') !== undefined && Array.isArray((0,json/* memberOf */.C5)(document, 'Resources'))),
        advice: 'Run Trivy with a benchmark: `trivy k8s --compliance k8s-cis-1.23 --report all --format json`, or `trivy image --compliance docker-cis-1.6.0 --format json`.',
    },
    {
        name: 'an InSpec profile without results',
        recognises: (document) => (0,json/* memberOf */.C5)(document, 'supports') !== undefined &&
            (0,json/* listOf */.c3)((0,json/* memberOf */.C5)(document, 'controls')).some((control) => (0,json/* memberOf */.C5)(control, 'source_location') !== undefined),
        advice: 'Run the profile: `inspec exec PROFILE --reporter json:results.json`.',
    },
    {
        name: 'a ClusterScan of Rancher',
        recognises: (document) => [document, ...(0,json/* listOf */.c3)((0,json/* memberOf */.C5)(document, 'items'))].some((one) => (0,json/* memberOf */.C5)(one, 'kind') === 'ClusterScan'),
        advice: 'It only counts. Use its report: `kubectl get clusterscanreport NAME --output json`.',
    },
    {
        name: 'a snapshot of Powerpipe',
        recognises: (document) => ['schema_version', 'panels', 'layout'].every((name) => (0,json/* memberOf */.C5)(document, name) !== undefined),
        advice: 'Run the benchmark with `--output json`.',
    },
    {
        name: 'a list of the policies of Wazuh SCA',
        recognises: (document) => (0,json/* listOf */.c3)((0,json/* memberAt */.mz)(document, 'data', 'affected_items')).some((policy) => (0,json/* memberOf */.C5)(policy, 'policy_id') !== undefined && (0,json/* memberOf */.C5)(policy, 'total_checks') !== undefined),
        advice: 'Ask the API for the checks of one policy: `GET /sca/{agent_id}/checks/{policy_id}`.',
    },
    {
        name: 'a JSON report of CIS-CAT',
        recognises: (document) => (0,json/* memberOf */.C5)(document, 'benchmark-id') !== undefined && Array.isArray((0,json/* memberOf */.C5)(document, 'rules')),
        advice: CIS_CAT,
    },
    {
        name: 'a checklist of STIG Viewer',
        recognises: (document) => (0,json/* memberOf */.C5)(document, 'cklb_version') !== undefined ||
            ((0,json/* memberOf */.C5)(document, 'target_data') !== undefined && Array.isArray((0,json/* memberOf */.C5)(document, 'stigs'))),
        recognisesText: hasRoot('CHECKLIST'),
        advice: 'A checklist is filled in by hand, and follows a STIG. Give the XCCDF results that it was filled in from, or run `oscap xccdf eval` with a CIS profile and `--results results.xml`.',
    },
    {
        name: "Prowler 3's own JSON",
        recognises: (document) => (0,json/* listOf */.c3)(document).some(isNativeProwler) || isNativeProwler(document),
        advice: 'Use Prowler 4 or later with `--output-formats json-ocsf`; with Prowler 3, `--output-formats json-asff`.',
    },
    {
        name: 'a list of OCSF compliance findings (Security Hub v2)',
        recognises: (document) => [document, (0,json/* memberOf */.C5)(document, 'Findings')].some((findings) => [findings, ...(0,json/* listOf */.c3)(findings)].some(isComplianceFinding)),
        advice: 'Security Hub also gives its findings in the AWS Security Finding Format: `aws securityhub get-findings`. For Prowler use `--output-formats json-ocsf`.',
    },
    {
        name: 'a compliance report of NeuVector',
        recognises: (document) => ['kubernetes_cis_version', 'docker_cis_version'].some((name) => (0,json/* memberOf */.C5)(document, name) !== undefined),
        advice: 'Run the benchmarks themselves: `kube-bench --json` for Kubernetes, docker-bench-security (its `.log.json`) for Docker.',
    },
    {
        name: 'an OSCAL document',
        recognises: (document) => ['assessment-results', 'assessment-plan', 'plan-of-action-and-milestones'].some((name) => (0,json/* memberOf */.C5)(document, name) !== undefined),
        advice: 'OSCAL tells of controls, not of the rules of a benchmark. Give the file of the scanner that the assessment was made from.',
    },
    {
        name: "kube-bench's text output",
        recognises: nothing,
        recognisesText: (beginning) => /^\[(?:INFO|PASS|FAIL|WARN)\] \d+(?:\.\d+)* (?!- )/m.test(beginning),
        advice: 'Have it write JSON: `kube-bench --json --outputfile results.json`.',
    },
    {
        name: 'the text log of docker-bench-security',
        recognises: nothing,
        recognisesText: (beginning) => /^\[(?:INFO|PASS|WARN|NOTE)\] [\dC][\d.]* - /m.test(beginning),
        advice: 'It writes JSON beside its log, under the same name with `.json` at the end: by default `log/docker-bench-security.log.json`.',
    },
    {
        name: "OpenSCAP's text output",
        recognises: nothing,
        recognisesText: (beginning) => /^Rule\s+xccdf_\S+/m.test(beginning) && /^Result\s+\w+/m.test(beginning),
        advice: 'Have it write its results: `oscap xccdf eval --results results.xml …`.',
    },
    {
        name: "InSpec's text output",
        recognises: nothing,
        recognisesText: (beginning) => /^Profile:\s/m.test(beginning) && /^(?:Target|Test Summary):\s/m.test(beginning),
        advice: 'Have it write JSON: `inspec exec PROFILE --reporter json:results.json`.',
    },
    {
        name: "goss's text output",
        recognises: nothing,
        recognisesText: (beginning) => /^Count: \d+, Failed: \d+/m.test(beginning),
        advice: 'Have it write JSON: `goss validate --format json > results.json`.',
    },
    {
        name: "Trivy's table",
        recognises: nothing,
        recognisesText: (beginning) => beginning.includes('Summary Report for compliance:'),
        advice: 'Have it write JSON: `trivy … --compliance SPEC --report all --format json --output results.json`.',
    },
    {
        name: 'a JUnit report',
        recognises: nothing,
        recognisesText: hasRoot('testsuites', 'testsuite'),
        advice: 'JUnit has no word for a rule that is manual, not applicable or could not be checked. Have the scanner write JSON: `kube-bench --json`, `inspec exec PROFILE --reporter json:results.json`, `goss validate --format json`.',
    },
    {
        name: "OpenSCAP's HTML report",
        recognises: nothing,
        recognisesText: (beginning) => isHtml(beginning) && /OpenSCAP/i.test(beginning),
        advice: 'Give what `oscap xccdf eval --results results.xml` or `--results-arf arf.xml` writes.',
    },
    {
        name: 'an HTML page',
        recognises: nothing,
        recognisesText: isHtml,
        advice: 'A page is for people to read. Have the scanner write one of the formats in `docs/formats.md`.',
    },
    {
        name: 'a file of OVAL results',
        recognises: nothing,
        recognisesText: hasRoot('oval_results', 'oval_system_characteristics'),
        advice: 'OVAL tells of tests, not of rules. Give what `oscap xccdf eval --results results.xml` writes.',
    },
    {
        name: "Prowler's CSV",
        recognises: nothing,
        recognisesText: (beginning) => isCsv(beginning) && /\b(?:CHECK_?ID|REQUIREMENTS_ID|FINDING_UID)\b/i.test(firstLine(beginning)),
        advice: 'Use `--output-formats json-ocsf`: the same scan writes its `.ocsf.json` beside the CSV.',
    },
    {
        name: 'a CSV file',
        recognises: nothing,
        recognisesText: isCsv,
        advice: `Have the scanner write one of the formats in \`docs/formats.md\`. ${CIS_CAT}`,
    },
    {
        name: 'malformed JSON of docker-bench-security',
        isMalformed: true,
        mended: withCommas,
        recognises: nothing,
        recognisesText: (beginning) => /^\{\s*"dockerbenchsecurity"/.test(beginning),
        advice: 'A quotation mark in the name of a container or image breaks the JSON of docker-bench-security, which does not escape it. If the file ends too early, the scan was stopped.',
    },
];
function isCheckov(value) {
    const results = (0,json/* memberOf */.C5)(value, 'results');
    return (((0,json/* memberOf */.C5)(value, 'check_type') !== undefined &&
        ((0,json/* memberOf */.C5)(results, 'failed_checks') !== undefined ||
            (0,json/* memberOf */.C5)(results, 'passed_checks') !== undefined)) ||
        (0,json/* memberOf */.C5)(value, 'checkov_version') !== undefined ||
        (0,json/* memberOf */.C5)((0,json/* memberOf */.C5)(value, 'summary'), 'checkov_version') !== undefined);
}
function isInspectorFinding(value) {
    const arn = (0,json/* memberOf */.C5)(value, 'findingArn');
    return typeof arn === 'string' && arn.includes(':inspector2:');
}
function isNativeProwler(value) {
    return (0,json/* memberOf */.C5)(value, 'CheckID') !== undefined && (0,json/* memberOf */.C5)(value, 'StatusExtended') !== undefined;
}
/** The class Compliance Finding (OCSF 1.1 and later); Prowler writes Detection Findings. */
function isComplianceFinding(value) {
    return (0,json/* memberOf */.C5)(value, 'class_uid') === 2003;
}
/** The root element of an XML document, after its declaration and comments, whatever its prefix. */
function hasRoot(...names) {
    return (beginning) => {
        const root = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|\s)*<(?:[\w.-]+:)?([\w.-]+)/.exec(beginning)?.[1];
        return root !== undefined && names.includes(root);
    };
}
function isHtml(beginning) {
    return /^(?:<\?[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(beginning);
}
/** Whether the first line has three columns or more, and the next one (where there is one) too. */
function isCsv(beginning) {
    const lines = beginning.split(/\r?\n/, 2).filter((line) => line !== '');
    return (!/^[{[<\-%]/.test(beginning) &&
        lines.length > 0 &&
        lines.every((line) => line.split(/[,;\t]/, 3).length === 3));
}
function firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}
/**
 * docker-bench-security leaves out the comma between a check and a section after it (`-c check_2_1,docker_security_operations`).
 * A line break stands in no text of JSON: between `}` and `{` it is where a comma must be.
 */
function withCommas(text) {
    const missing = /\}(?=[^\S\n]*\n\s*\{)/g;
    const found = text.match(missing)?.length ?? 0;
    if (found === 0)
        return undefined;
    const warning = `docker-bench-security left out ${(0,src_text/* count */.U9)(found, 'comma')} between its tests, as it does where \`-c\` names a check before a section: read as if there were one.`;
    return { text: text.replaceAll(missing, '},'), warning };
}
/** For what is no JSON or YAML document at all. */
function nothing() {
    return false;
}

;// CONCATENATED MODULE: ./src/results/scanners/index.ts















/** The formats of scanners that are JSON. */
const DATA_SCANNERS = [
    inspec,
    goss,
    kubeBench,
    dockerBench,
    trivyCompliance,
    prowlerOcsf,
    asff,
    kubescape,
    powerpipe,
    rancher,
    wazuhSca,
];
/** Every format that is read, the action's own first. */
const SCANNERS = [messages, xccdf, nessus, ...DATA_SCANNERS];

// EXTERNAL MODULE: ./src/inspector/deliver.ts
var deliver = __webpack_require__(964);
// EXTERNAL MODULE: ./src/inspector/failure.ts
var inspector_failure = __webpack_require__(9199);
;// CONCATENATED MODULE: ./src/inspector/trace.ts

/** The failure of a delivery, with each message's field that Inspector refused at its place in the results file. */
function tracedToResults({ failure, thrown, chunk }) {
    const faults = (0,inspector_failure/* fieldsOf */.Pf)(thrown).flatMap(({ messageIndex, name, message }) => {
        const place = messageIndex === undefined ? undefined : chunk?.messages[messageIndex]?.place;
        return place === undefined ? [] : [{ sentence: `Inspector refuses ${name}: ${message}`, place }];
    });
    return faults.length === 0 ? failure : { ...failure, faults };
}

;// CONCATENATED MODULE: ./src/send.ts




/**
 * Sends the chunks of a run to Inspector, and remembers in the run which of them it confirmed, or why not all.
 * @throws ActionFailure what `connect` throws; `Cancelled` when the step was cancelled before the first call.
 */
async function send(run, inputs, { log, cancellation, connect }) {
    const { chunks, delivered } = run;
    if (cancellation.stop.aborted)
        throw (0,failure/* failing */.Jr)('Cancelled', (0,deliver/* cancelled */.KW)().sentence);
    const sessions = await connect(inputs.connection);
    run.region = sessions.region;
    (0,report/* reportSending */.HK)(log, run, inputs, sessions.region);
    const progress = (0,report/* progressOf */.jA)(log, chunks);
    const sendChunk = (0,deliver/* sendThrough */.OU)(sessions, inputs.session, chunks.length, cancellation, (line) => {
        log.info(line);
    });
    const failed = await (0,deliver/* deliver */.cK)(chunks, sendChunk, {
        concurrency: inputs.concurrency,
        stop: cancellation.stop,
        onDelivered: (chunk, receipt) => {
            delivered.add(chunk);
            progress(chunk, receipt);
        },
    }).finally(sessions.close);
    if (failed === undefined)
        return;
    log.stackOf(failed.thrown);
    run.failure = tracedToResults(failed);
}

;// CONCATENATED MODULE: ./src/session/not-open.ts

/**
 * Ends a telemetry step whose session was not opened in this job, before anything is called: a call would only bring
 * a second, misleading failure.
 * @throws ActionFailure `SessionNotOpen`.
 */
function requireOpenSession(record, isDryRun) {
    const notOpen = record?.notOpen;
    if (notOpen === undefined || (notOpen.why === 'dry run' && isDryRun))
        return;
    if (notOpen.why === 'dry run') {
        throw (0,failure/* failing */.Jr)('SessionNotOpen', 'The `session` step of this job was a dry run, and this step is not.', {
            remedy: 'Set `dry-run: true` on both steps to rehearse, or on neither to send.',
        });
    }
    throw (0,failure/* failing */.Jr)('SessionNotOpen', 'The `session` step of this job could not open the session.', {
        cause: `${notOpen.code}: ${notOpen.sentence}`,
    });
}

;// CONCATENATED MODULE: ./src/pipeline.ts












/**
 * The way of the results from the files to Inspector, and to what the user makes of them. What is learned on it stands in
 * `run`, also when it ends early.
 * @throws ActionFailure when it ends before anything was sent.
 */
async function runPipeline(run, inputs, runner, step) {
    const { log, workingDirectory } = runner;
    const { session, detailsEncoding } = inputs;
    // What the scanner wrote.
    const files = await readResultsFiles(inputs.resultsFiles, workingDirectory);
    const { resultsFormat: format, ruleId } = inputs;
    const reading = { session, format, ruleId, scanners: SCANNERS, unsupported: UNSUPPORTED };
    const results = await interpretResults(files, reading);
    await refuseOverwriting(inputs.undeliveredFile, files, results, workingDirectory);
    run.results = results;
    (0,report/* reportResults */.zO)(log, results);
    const earlier = await step.before(session.scanJobId);
    const limit = {
        maxAge: inputs.maxAge,
        job: await runner.jobBeginning(earlier?.job),
        now: runner.pace.now(),
    };
    (0,age/* refuseStale */.W)(results.files, limit);
    (0,report/* reportAges */.Fd)(log, results.files, limit);
    // What Inspector takes. Nothing is sent while anything is wrong.
    const checks = { detailsEncoding, secret: session.sessionToken, delivered: earlier?.delivered };
    const validated = validate(results, checks);
    run.validated = results.faults.length > 0 ? noneValid(validated, results.faults) : validated;
    refuseFaults(results, validated, inputs.onInvalid);
    (0,report/* reportMessages */.DA)(log, validated);
    run.chunks = (0,chunk/* chunk */.i)(validated.messages, inputs.chunkSize);
    // What the service answers. A step that is killed while it sends has recorded what it was about to deliver.
    requireOpenSession(earlier, inputs.dryRun);
    await step.record(run);
    if (!inputs.dryRun)
        await send(run, inputs, runner);
    // What the user makes of it.
    if (run.failure !== undefined)
        return;
    const judgement = judge(validated, results, {
        ...inputs,
        deliveredBefore: earlier?.delivered.values() ?? [],
    });
    (0,report/* reportJudgement */.qV)(log, judgement);
    run.failure = judgement.failure;
}


/***/ }),

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

/***/ 3011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ encodingOf),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   q3: () => (/* binding */ positionFinder)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2145);


/** The encoding that a file's byte order mark tells; UTF-8 without one. */
function encodingOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return 'utf-16le';
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return 'utf-16be';
    return 'utf-8';
}
/**
 * Decodes a file's bytes; a byte order mark goes.
 * @throws ActionFailure `ResultsFileUnreadable` when the bytes are not text of the encoding.
 */
function decodeText(bytes, file) {
    const encoding = encodingOf(bytes);
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (!isInvalidText(error))
            throw error;
        const name = encoding.toUpperCase();
        throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failing */ .Jr)('ResultsFileUnreadable', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(file)} is not ${name} text.`, { remedy: 'Write the file as UTF-8, or as UTF-16 with a byte order mark.' }, error);
    }
}
function isInvalidText(error) {
    return (typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA');
}
/** Finds lines and columns of offsets in a text. Made for faults: it is linear in the text once, then fast. */
function positionFinder(text) {
    let lineStarts;
    return (offset) => {
        lineStarts ??= startsOfLines(text);
        let low = 0;
        let high = lineStarts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((lineStarts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
    };
}
function startsOfLines(text) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\r|\n/g))
        starts.push(end.index + end[0].length);
    return starts;
}


/***/ })

};
