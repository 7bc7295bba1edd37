var __webpack_exports__ = {};
const require_rolldown_runtime = (exports=>{// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, flags) => {
	let target = Object.setPrototypeOf({}, null);
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!(flags & 1)) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return flags & 2 ? target : Object.preventExtensions(target);
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
Object.defineProperty(exports, "__commonJSMin", {
	enumerable: true,
	get: function() {
		return __commonJSMin;
	}
});
Object.defineProperty(exports, "__exportAll", {
	enumerable: true,
	get: function() {
		return __exportAll;
	}
});
Object.defineProperty(exports, "__toESM", {
	enumerable: true,
	get: function() {
		return __toESM;
	}
});
return exports})({});
const require_steps = require("./steps.js");
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_buffer = require("node:buffer");
// src/messages/refusals.ts
const CORRECT_THE_PLACES = "Correct the places named in the annotations.";
const CHECK_THE_FILES = "Check that all results are of one system and of this session, and correct the places named in the annotations.";
function refuseFaults(results, validated, onInvalid) {
	const { messages, leftOut } = validated;
	const faults = faultsToRefuse(results, validated, onInvalid);
	if (faults.length > 0) {
		const total = require_steps.count(messages.length + leftOut.length, "message");
		const are = leftOut.length === 1 ? "is" : "are";
		const invalid = leftOut.length === 0 ? "" : `, and ${leftOut.length} of ${total} ${are} not valid`;
		throw require_steps.failing("InvalidMessages", `Nothing is sent: the results have ${require_steps.count(faults.length, "fault")}${invalid}.`, {
			faults,
			...require_steps.withoutUndefined({ remedy: results.faults.length > 0 ? CHECK_THE_FILES : void 0 })
		});
	}
	if (messages.length === 0) throw require_steps.failing("NoResults", `There is nothing to send: of ${require_steps.count(leftOut.length, "message")}, none is valid.`, {
		faults: validated.faults,
		remedy: CORRECT_THE_PLACES
	});
}
function refuseUnread(results, validated, onInvalid, { stale = [], policy } = {}) {
	const { unread, files } = results;
	const unusable = [...unread, ...stale].sort((one, other) => one.after - other.after);
	const [first, ...others] = unusable;
	const faults = faultsToRefuse(results, validated, onInvalid);
	const isAlone = faults.length === 0 && policy === void 0;
	if (isAlone && unread.length === 0) return;
	if (first === void 0 && policy === void 0) return;
	if (first === void 0 && policy !== void 0 && faults.length === 0) throw policy;
	if (first !== void 0 && others.length === 0 && isAlone) throw first.failure;
	const names = files.map(({ file }) => file);
	const isFaultFirst = faults.some(({ place }) => {
		const file = place === void 0 ? -1 : names.indexOf(place.source.file);
		return file >= 0 && file < (first?.after ?? 1e400);
	});
	const isOfMessages = first === void 0 || isFaultFirst;
	throw require_steps.failing(isOfMessages ? "InvalidMessages" : first.failure.failure.code, `Nothing is sent: ${describe(unusable.length, stale.length, faults.length)}.${policy === void 0 ? "" : ` ${policy.failure.sentence}`}`, {
		faults: [...unusable, ...policy === void 0 ? [] : [{ failure: policy }]].flatMap(({ failure }) => faultsOfUnread(failure)).concat(faults),
		remedy: isOfMessages ? CORRECT_THE_PLACES : first.failure.failure.remedy
	}, first?.failure);
}
function describe(unusable, stale, faults) {
	const have = `have ${require_steps.count(faults, "fault")}`;
	if (unusable === 0) return `the results ${have}`;
	const are = unusable === 1 ? "is" : "are";
	const what = stale > 0 ? "missing, too old or cannot be used" : "missing or cannot be used";
	return `${require_steps.count(unusable, "results file")} ${are} ${what}${faults === 0 ? "" : `, and the others ${have}`}`;
}
function faultsToRefuse(results, validated, onInvalid) {
	return onInvalid === "fail" ? [...results.faults, ...validated.faults] : results.faults;
}
function faultsOfUnread({ failure: { faults = [], sentence, cause = "", code } }) {
	if (faults.length > 0) return faults;
	return [{ sentence: code === "ResultsFormatUnknown" ? sentence : `${sentence} ${cause}`.trim() }];
}
function allInvalid(validated, [fault = FOREIGN]) {
	const { messages, leftOut } = validated;
	const refused = messages.map(({ ruleId, status }) => ({
		ruleId,
		status,
		fault
	}));
	return {
		...validated,
		messages: [],
		leftOut: [...leftOut, ...refused]
	};
}
const FOREIGN = { sentence: "The results belong to another session." };
// src/results/parse/steps.ts
async function withBreaks(steps, pause) {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		await pause?.();
	}
}
const ITEMS_AT_ONCE = 1e4;
function* eachInSteps(items, act) {
	for (const [index, item] of items.entries()) {
		act(item);
		if ((index + 1) % ITEMS_AT_ONCE === 0) yield;
	}
}
// src/messages/agreement.ts
function* agreementOf(written, scanned) {
	const { firsts, contradicted, contradictions, repeats } = yield* compareMessages(written);
	const agreed = [...written, ...scanned].filter(({ ruleId }) => !contradicted.has(ruleId));
	yield;
	const outweighed = outweighedOf(agreed, firsts, new Set(scanned));
	return {
		agreed: agreed.filter((message) => !repeats.has(message) && !outweighed.has(message)),
		contradicted: [...written, ...scanned].flatMap(({ ruleId, status }) => {
			const fault = contradicted.get(ruleId);
			return fault === void 0 ? [] : [{
				ruleId,
				status,
				fault
			}];
		}),
		contradictions,
		repeats: agreed.filter((message) => repeats.has(message)),
		outweighed: agreed.filter((message) => outweighed.has(message) && !repeats.has(message))
	};
}
function* compareMessages(messages) {
	const firsts = new Map();
	const contentsOfRules = new Map();
	const contradicted = new Map();
	const contradictions = [];
	const repeats = new Set();
	yield* eachInSteps(messages, (message) => {
		const { ruleId, status } = message;
		const first = firsts.get(ruleId);
		if (first === void 0) {
			firsts.set(ruleId, message);
			return;
		}
		if (status !== first.status) {
			const fault = contradiction(message, first);
			contradicted.set(ruleId, fault);
			contradictions.push(fault);
		}
		const contents = contentsOfRules.get(ruleId) ?? new Set([contentOf(first)]);
		contentsOfRules.set(ruleId, contents);
		const content = contentOf(message);
		if (contents.has(content)) repeats.add(message);
		contents.add(content);
	});
	return {
		firsts,
		contradicted,
		contradictions,
		repeats
	};
}
function contentOf({ status, cisRuleDetails }) {
	return `${status} ${Buffer.from(require_steps.bytesOf(cisRuleDetails)).toString("base64")}`;
}
function contradiction({ ruleId, status, place }, other) {
	return {
		sentence: `Rule ${require_steps.quote(ruleId)} is ${status} here and ${other.status} at ${require_steps.describePlace(other.place)}: a rule can have only one verdict.`,
		place
	};
}
function outweighedOf(messages, written, scanned) {
	const worseByHand = new Set();
	const both = new Set();
	for (const { ruleId, status } of scanned) {
		const byHand = written.get(ruleId)?.status;
		if (byHand === void 0) continue;
		both.add(ruleId);
		if (byHand !== status && require_steps.worstOf([byHand, status]) === byHand) worseByHand.add(ruleId);
	}
	const isOutweighed = (message) => both.has(message.ruleId) && scanned.has(message) === worseByHand.has(message.ruleId);
	return new Set(messages.filter(isOutweighed));
}
// src/messages/base64.ts
const NOT_TEXT = /[^\P{Cc}\s]/u;
function* base64Notices(drafts, encoding) {
	const firsts = new Map();
	const others = new Set();
	yield* eachInSteps(drafts, (draft) => {
		const details = (draft.detailsEncoding ?? encoding) === "text" ? textDetails(draft) : void 0;
		const { file } = draft.place.source;
		if (details === void 0 || others.has(file)) return;
		if (!firsts.has(file)) firsts.set(file, draft);
		if (!isBase64OfText(details)) others.add(file);
	});
	return [...firsts].flatMap(([file, { place }]) => {
		if (others.has(file)) return [];
		return [{
			sentence: `All details in ${require_steps.quote(file)} look like base64, and are sent unchanged. If they are base64, set \`details-encoding: base64\`.`,
			place
		}];
	});
}
function textDetails({ value }) {
	const details = require_steps.memberOf(value, "cisRuleDetails");
	return typeof details === "string" && details !== "" ? details : void 0;
}
function isBase64OfText(details) {
	const bytes = Buffer.from(details, "base64");
	if (bytes.toString("base64") !== details) return false;
	const text = bytes.toString("utf8");
	return Buffer.from(text, "utf8").equals(bytes) && !NOT_TEXT.test(text);
}
// src/messages/checks.ts
function ruleIdFaults(ruleId) {
	if (typeof ruleId !== "string") return [`"ruleId" must be a string in quotation marks; this is ${describeType(ruleId)}.`];
	if (ruleId === "") return ["\"ruleId\" is empty; it must have 1 to 500 characters."];
	if (!ruleId.isWellFormed()) return [`"ruleId" ${require_steps.quote(ruleId)} contains half a surrogate pair, so it is not valid Unicode.`];
	const length = ruleId.length <= require_steps.LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
	if (length <= require_steps.LIMITS.ruleIdCharacters) return [];
	return [`"ruleId" ${require_steps.quote(ruleId)} has ${require_steps.count(length, "character")}; Inspector accepts at most ${require_steps.LIMITS.ruleIdCharacters}.`];
}
function secretFaults(what, text, secret) {
	return secret !== "" && text.toLowerCase().includes(secret) ? [`${what} contains the session token, which is a secret.`] : [];
}
function describeType(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (value instanceof Uint8Array) return "binary";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
// src/messages/written-details.ts
function detailsWithinLimit(written, encoding) {
	const checked = checkedDetails(written, encoding);
	if ("faults" in checked) return checked;
	const length = Buffer.byteLength(checked.details);
	if (length <= require_steps.LIMITS.detailsBytes) return checked;
	return { faults: [`"cisRuleDetails" has ${require_steps.count(length, "byte")}; Inspector accepts at most ${require_steps.LIMITS.detailsBytes}.`] };
}
function checkedDetails(written, encoding) {
	if (written instanceof Uint8Array) return { details: written };
	if (typeof written === "string") return encoding === "base64" ? decodeBase64(written) : wellFormed(written);
	if (require_steps.isRecord(written) || Array.isArray(written)) return encodeJson(written);
	return { faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${describeType(written)}.`] };
}
function wellFormed(text) {
	if (!text.isWellFormed()) return { faults: ["\"cisRuleDetails\" contains half a surrogate pair, so it is not valid Unicode."] };
	return { details: text };
}
function encodeJson(details) {
	let changed;
	const look = function(name, value) {
		changed ??= changedByJson(require_steps.memberOf(this, name) ?? value);
		return value;
	};
	try {
		const json = JSON.stringify(details, look);
		return changed === void 0 ? wellFormed(json) : { faults: [changed] };
	} catch (error) {
		if (error instanceof RangeError) return { faults: ["\"cisRuleDetails\" is nested too deeply."] };
		if (error instanceof TypeError) return { faults: ["\"cisRuleDetails\" contains itself."] };
		throw error;
	}
}
function changedByJson(value) {
	if (value instanceof Uint8Array) return "\"cisRuleDetails\" has binary data inside an object or a list, which JSON cannot hold.";
	if (typeof value !== "number" || Number.isSafeInteger(value)) return void 0;
	if (Number.isFinite(value) && !Number.isInteger(value)) return void 0;
	return `"cisRuleDetails" has the number ${String(value)}, which JSON cannot represent exactly: write it in quotation marks.`;
}
function decodeBase64(text) {
	const unfolded = text.replaceAll(/[\r\n\t ]+/g, "");
	const bytes = Buffer.from(unfolded, "base64");
	if (bytes.toString("base64") === unfolded) return { details: bytes };
	return { faults: ["\"cisRuleDetails\" is not base64, but `details-encoding` says that it is."] };
}
// src/messages/draft.ts
const MEMBERS$3 = [
	"ruleId",
	"status",
	"cisRuleDetails"
];
function checkDraft({ value, place, detailsEncoding }, checks) {
	if (!require_steps.isRecord(value)) return leftOut([{
		sentence: `A message must be an object with ${require_steps.allOf(MEMBERS$3)}; this is ${describeType(value)}.`,
		place
	}], {});
	const at = (member) => memberPlace(place, member);
	const faults = memberFaults(value, place);
	const blame = (member, sentences) => {
		for (const sentence of sentences) faults.push({
			sentence,
			place: at(member)
		});
	};
	const { ruleId, status, cisRuleDetails } = value;
	if (has(value, "ruleId")) blame("ruleId", ruleIdFaults(ruleId));
	if (has(value, "status") && !require_steps.isStatus(status)) blame("status", [statusFault(status)]);
	const checked = has(value, "cisRuleDetails") ? detailsWithinLimit(cisRuleDetails, detailsEncoding ?? checks.detailsEncoding) : { faults: [] };
	if ("faults" in checked) blame("cisRuleDetails", checked.faults);
	else blame("cisRuleDetails", secretFaults("\"cisRuleDetails\"", asText(checked.details), checks.secret));
	if (typeof ruleId === "string") blame("ruleId", secretFaults("\"ruleId\"", ruleId, checks.secret));
	if (faults.length > 0 || typeof ruleId !== "string" || !require_steps.isStatus(status) || !("details" in checked)) return leftOut(faults, {
		ruleId: typeof ruleId === "string" ? ruleId : void 0,
		status: require_steps.isStatus(status) ? status : void 0
	});
	return { message: {
		ruleId,
		status,
		cisRuleDetails: checked.details,
		place
	} };
}
function leftOut(faults, known) {
	const [fault = { sentence: "The message is not valid." }] = faults;
	return {
		faults,
		leftOut: {
			fault,
			...require_steps.withoutUndefined(known)
		}
	};
}
function memberFaults(value, place) {
	const missing = MEMBERS$3.filter((member) => !has(value, member));
	const unknown = Object.keys(value).filter((member) => !MEMBERS$3.some((known) => known === member));
	const [first] = unknown;
	return [...missing.length === 0 ? [] : [{
		sentence: `The message${ofRule(value)} has no ${require_steps.allOf(missing.map((member) => `"${member}"`))}.`,
		place
	}], ...first === void 0 ? [] : [{
		sentence: require_steps.unknownMembers(unknown, "a message", MEMBERS$3),
		place: memberPlace(place, first)
	}]];
}
function statusFault(status) {
	if (typeof status !== "string") return `"status" must be one of ${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}; this is ${describeType(status)}.`;
	const suggestion = require_steps.didYouMean(status, require_steps.STATUSES_WORST_FIRST);
	return `"status" ${require_steps.quote(status)} is not one of Inspector's statuses (${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}).${suggestion}`;
}
function asText(details) {
	return typeof details === "string" ? details : Buffer.from(details).toString("latin1");
}
function memberPlace(place, member) {
	return "path" in place.at ? {
		source: place.source,
		at: { path: [...place.at.path, member] }
	} : place;
}
function ofRule(value) {
	const ruleId = has(value, "ruleId") ? value["ruleId"] : void 0;
	return typeof ruleId === "string" && ruleId !== "" ? ` of rule ${require_steps.quote(ruleId)}` : "";
}
function has(value, member) {
	return Object.hasOwn(value, member);
}
// src/messages/earlier.ts
function notBetterThan(items, delivered) {
	const worsened = new Set();
	return {
		items: items.map((item) => {
			const earlier = delivered.get(item.ruleId);
			if (earlier === void 0 || require_steps.worstOf([earlier, item.status]) === item.status) return item;
			worsened.add(item.ruleId);
			const reason = "result" in item ? { reason: reasonWithEarlier(item, earlier) } : {};
			return {
				...item,
				...reason,
				status: earlier
			};
		}),
		worsened: [...worsened]
	};
}
function reasonWithEarlier({ status, reason }, earlier) {
	const why = `${status} here, ${earlier} in an earlier step of this session`;
	return reason === void 0 ? why : `${why}; ${reason}`;
}
// src/messages/details.ts
const MEMBERS$2 = [
	["number", ({ recommendations }) => recommendations],
	["benchmark", ({ benchmark }) => benchmark],
	["rule", ({ ownId }) => ownId],
	["title", ({ title }) => title],
	["result", ({ result }) => result],
	["reason", ({ reason }) => reason],
	["counts", ({ counts }) => counts === void 0 ? void 0 : describeCounts(counts)],
	["severity", ({ severity }) => severity],
	["section", ({ section }) => section],
	["level", ({ level }) => level],
	["identifiers", ({ identifiers }) => identifiers],
	["remediation", ({ remediation }) => remediation],
	["source", ({ source }) => source]
];
const SHORTEST_TEXT = 12;
function detailsOf(result, withoutSecret = (text) => text) {
	let members = MEMBERS$2.map(([name, valueOf]) => [name, singleLineOf(valueOf(result), withoutSecret)]).filter(([, text]) => text !== "");
	const shortenable = members.map(([name]) => name).filter((name) => name !== "result");
	for (const name of [...shortenable.reverse(), "result"]) {
		if (!isTooLong(members)) break;
		members = fit(members, name);
	}
	return jsonOf(members);
}
function singleLineOf(value, withoutSecret) {
	if (value === void 0) return "";
	const text = withoutSecret(typeof value === "string" ? value : value.join(", "));
	return require_steps.withSingleSpaces(text).trim().toWellFormed();
}
function jsonOf(members) {
	return JSON.stringify(Object.fromEntries(members));
}
function isTooLong(members) {
	return Buffer.byteLength(jsonOf(members)) > require_steps.LIMITS.detailsBytes;
}
function fit(members, name) {
	const points = Array.from((members.find(([member]) => member === name)?.[1] ?? "").slice(0, 2 * require_steps.LIMITS.detailsBytes));
	const shortened = (length) => members.map((member) => member[0] === name ? [name, `${points.slice(0, length).join("").trimEnd()}…`] : member);
	let fits = 0;
	let tooLong = points.length;
	while (tooLong - fits > 1) {
		const middle = Math.floor((fits + tooLong) / 2);
		if (isTooLong(shortened(middle))) tooLong = middle;
		else fits = middle;
	}
	return fits < SHORTEST_TEXT ? members.filter(([member]) => member !== name) : shortened(fits);
}
function describeCounts(counts) {
	const present = require_steps.STATUSES_WORST_FIRST.filter((status) => (counts[status] ?? 0) > 0);
	const total = present.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
	const each = present.map((status) => `${counts[status] ?? 0} ${status}`).join(", ");
	return `${require_steps.count(total, "result")}: ${each}`;
}
// src/messages/result-message.ts
function ruleResultChecker(secret) {
	const withoutSecret = require_steps.secretRemover(secret);
	return (result) => {
		const { ruleId, status, place } = result;
		const faults = [...ruleIdFaults(ruleId), ...secretFaults("The rule id", ruleId, secret)];
		if (faults.length > 0) return leftOut(faults.map((sentence) => ({
			sentence,
			place
		})), {
			ruleId,
			status
		});
		return { message: {
			ruleId,
			status,
			place,
			cisRuleDetails: detailsOf(result, withoutSecret),
			ruleResult: result
		} };
	};
}
// src/messages/validate.ts
const MOST_FAULTS$3 = 1e5;
function* validation(results, checks) {
	const { delivered = new Map() } = checks;
	const earlier = notBetterThan(results.ruleResults, delivered);
	const { recordFaults, unreadable } = results;
	const drafts = yield* checkEach(results.drafts, (draft) => checkDraft(draft, checks));
	const scanned = yield* checkEach(earlier.items, ruleResultChecker(checks.secret));
	const invalid = [...drafts, ...scanned].flatMap((one) => "leftOut" in one ? [one] : []);
	yield;
	const worstLeftOut = worstOfEach(invalid.map(({ leftOut }) => leftOut));
	const keep = ({ ruleId, status }) => !unreadable.has(ruleId) && !isWorse(worstLeftOut.get(ruleId), status);
	const written = messagesOf(drafts);
	const made = messagesOf(scanned);
	const hidden = [...written, ...made].filter((message) => !keep(message)).map(leftOutWithItsRule);
	yield;
	const agreement = yield* agreementOf(written.filter(keep), made.filter(keep));
	yield;
	const { items, worsened } = notBetterThan(agreement.agreed, delivered);
	const notices = yield* base64Notices(results.drafts, checks.detailsEncoding);
	return {
		messages: items,
		worsened: [...earlier.worsened, ...worsened],
		leftOut: [
			...recordFaults.map(({ ruleId, status, ...fault }) => ({
				fault,
				...require_steps.withoutUndefined({
					ruleId,
					status
				})
			})),
			...invalid.map(({ leftOut }) => leftOut),
			...hidden,
			...agreement.contradicted
		],
		faults: [
			...recordFaults,
			...invalid.flatMap(({ faults }) => faults),
			...hidden.map(({ fault }) => fault),
			...agreement.contradictions
		],
		repeats: agreement.repeats,
		outweighed: agreement.outweighed,
		notices
	};
}
function* checkEach(items, check) {
	const faults = [];
	const all = [];
	yield* eachInSteps(items, (item) => {
		const checked = check(item);
		all.push(checked);
		if ("faults" in checked) faults.push(...checked.faults);
		if (faults.length > MOST_FAULTS$3) {
			const sentence = `Nothing is sent: the results have more than ${require_steps.grouped(MOST_FAULTS$3)} faults.`;
			throw require_steps.failing("InvalidMessages", sentence, {
				faults,
				remedy: "Check that the file has messages, or results of one of the formats in `docs/formats.md`."
			});
		}
	});
	return all;
}
function messagesOf(checked) {
	return checked.flatMap((one) => "message" in one ? [one.message] : []);
}
function worstOfEach(leftOut) {
	const worst = new Map();
	for (const { ruleId, status = "unknown" } of leftOut) {
		if (ruleId === void 0) continue;
		const known = worst.get(ruleId) ?? status;
		const either = known === "unknown" || status === "unknown" ? "unknown" : require_steps.worstOf([known, status]);
		worst.set(ruleId, either ?? "unknown");
	}
	return worst;
}
function isWorse(leftOut, status) {
	if (leftOut === void 0) return false;
	return leftOut === "unknown" || require_steps.STATUSES_WORST_FIRST.indexOf(leftOut) < require_steps.STATUSES_WORST_FIRST.indexOf(status);
}
function leftOutWithItsRule({ ruleId, status, place }) {
	return {
		ruleId,
		status,
		fault: {
			sentence: `Rule ${require_steps.quote(ruleId)} is left out: another of its results cannot be read and may be worse.`,
			place
		}
	};
}
// src/results/placed.ts
function placedRuleResults(placed) {
	const { scan, source } = placed;
	const benchmark = benchmarkTitle(scan);
	const scanner = scannerName(placed);
	const head = [nameAndVersion(scan.scanner, scan.scannerVersion), scan.profile];
	return scan.ruleResults.map((result) => {
		const described = [...head, result.source].filter((part) => part !== void 0).join(", ");
		return {
			...result,
			scanner,
			...require_steps.withoutUndefined({
				benchmark,
				source: described === "" ? void 0 : described
			}),
			place: {
				source,
				at: result.at
			}
		};
	});
}
function placedDrafts({ scan, source }) {
	const encoding = require_steps.withoutUndefined({ detailsEncoding: scan.detailsEncoding });
	return (scan.drafts ?? []).map(({ value, at }) => ({
		value,
		at,
		place: {
			source,
			at
		},
		...encoding
	}));
}
function scannerName({ scan, format }) {
	return scan.scanner ?? format;
}
function benchmarkTitle({ benchmark, benchmarkVersion, contentVersion }) {
	if (benchmarkVersion !== void 0) return nameAndVersion(benchmark, benchmarkVersion);
	return nameAndVersion(benchmark, contentVersion === void 0 ? void 0 : `(content ${contentVersion})`);
}
function nameAndVersion(name, version) {
	if (name === void 0 || version === void 0) return name;
	return name.split(/\s+/).some((word) => word === version || word === `v${version}`) ? name : `${name} ${version}`;
}
// src/results/reading/recommendation.ts
const NUMBER = /^\d+(?:\.\d+)+$/;
const CIS_RULE_ID = /^xccdf_org\.cisecurity\.benchmarks_rule_(\d+(?:\.\d+)+)(?:_|$)/;
function isRecommendation(text) {
	return NUMBER.test(text);
}
function recommendationInId(ruleId) {
	return CIS_RULE_ID.exec(ruleId)?.[1];
}
function recommendationsIn(texts) {
	const numbers = [...new Set(texts.map((text) => text.trim()).filter(isRecommendation))];
	const recommendations = numbers.filter((number) => !numbers.some((other) => other.startsWith(`${number}.`)));
	return recommendations.length > 0 ? recommendations : void 0;
}
function idAsWritten(id, title) {
	if (typeof id !== "number") return require_steps.textOf(id);
	return [...(title ?? "").matchAll(/^\s*(\d+\.\d+)(?![.\d])/gm)].flatMap(([, text]) => text ?? []).find((text) => Number(text) === id) ?? String(id);
}
// src/results/naming.ts
function namesOf({ ruleId, recommendations = [] }, naming) {
	return naming === "cis" && recommendations.length > 0 ? [...new Set(recommendations)] : [ruleId];
}
function nameRules(ruleResults, naming) {
	const renamed = new Set();
	const kept = new Set();
	return {
		ruleResults: ruleResults.flatMap((result) => {
			const ownId = result.ruleId;
			const names = namesOf(result, naming);
			const rule = JSON.stringify([result.scanner, ownId]);
			if (names.some((name) => name !== ownId)) renamed.add(rule);
			else if (naming === "cis" && !isRecommendation(ownId)) kept.add(rule);
			return names.map((name) => name === ownId ? result : {
				...result,
				ruleId: name,
				ownId
			});
		}),
		renamed: renamed.size,
		kept: kept.size
	};
}
function leaveOutUnreadable(ruleResults, unreadableRules, naming) {
	const ownIds = new Set(unreadableRules.map(({ ruleId }) => ruleId));
	const ofSameRule = ruleResults.filter(({ ruleId, ownId }) => ownIds.has(ownId ?? ruleId));
	const unreadable = new Set([...unreadableRules.flatMap((rule) => namesOf(rule, naming)), ...ofSameRule.map(({ ruleId }) => ruleId)]);
	return {
		ruleResults: ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId)),
		leftOut: ruleResults.filter(({ ruleId }) => unreadable.has(ruleId)),
		unreadable
	};
}
// src/results/targets.ts
const NO_NAME = /^(?:localhost\d?(?:\.localdomain\d?)?|127\.0\.0\.1|::1|unknown|original target|)$/i;
function realNames({ names }) {
	return names.map((name) => name.trim()).filter((name) => !NO_NAME.test(name));
}
function targetOf(scans) {
	const targets = scans.flatMap(({ scan }) => scan.targets ?? []);
	return [...targets.filter(({ isHostName = false }) => isHostName), ...targets].flatMap(realNames)[0];
}
function targetNames(scans) {
	return [...new Set(scans.flatMap(({ scan }) => (scan.targets ?? []).flatMap(realNames)))];
}
function targetFaults(scans) {
	const knownByScheme = new Map();
	const faults = [];
	for (const { scan, source } of scans) for (const target of scan.targets ?? []) {
		const { scheme, at, remedy } = target;
		const names = realNames(target);
		const [name] = names;
		if (name === void 0) continue;
		const place = {
			source,
			at
		};
		const folded = names.map(comparableName);
		const known = knownByScheme.get(scheme);
		if (known === void 0) knownByScheme.set(scheme, {
			names: new Set(folded),
			name,
			place
		});
		else if (folded.some((one) => known.names.has(one))) for (const one of folded) known.names.add(one);
		else faults.push({
			sentence: `The ${scheme} is ${require_steps.quote(name)} here and ${require_steps.quote(known.name)} at ${require_steps.describePlace(known.place)}: a session has one target, so send the results of each target to its own session.${remedy === void 0 ? "" : ` ${remedy}`}`,
			place
		});
	}
	return faults;
}
function expectedTargetFaults(scans, expected, isUndelivered) {
	if (expected === void 0 || scans.every(isUndelivered)) return [];
	const statesIt = ({ scan }) => (scan.targets ?? []).some(({ names }) => names.some((name) => comparableName(name) === comparableName(expected)));
	const others = scans.filter((placed) => !statesIt(placed)).flatMap((placed) => anotherTarget(placed, expected));
	if (others.length > 0 || scans.some(statesIt)) return others;
	return [{ sentence: `The results do not state what was scanned, but \`expected-target\` is ${require_steps.quote(expected)}.` }];
}
function anotherTarget({ scan, source }, expected) {
	const named = (scan.targets ?? []).find((target) => realNames(target).length > 0);
	if (named === void 0) return [];
	const name = realNames(named).map(require_steps.quote).join(", ");
	return [{
		sentence: `The ${named.scheme} is ${name}, but \`expected-target\` is ${require_steps.quote(expected)}.`,
		place: {
			source,
			at: named.at
		}
	}];
}
function comparableName(name) {
	return name.trim().toLowerCase();
}
// src/results/compare-benchmarks.ts
function cisBenchmarksDiffer(one, other) {
	return productsDiffer(one.product, other.product) || versionsDiffer(one.version, other.version);
}
function versionsDiffer(one, other) {
	const [a, b] = [one, other].map((version) => /^v?(\d+(?:\.\d+)*?)(?:\.0)*$/.exec(version?.trim() ?? "")?.[1]);
	return a !== void 0 && b !== void 0 && a !== b;
}
const ALIASES = [
	[/\bred ?hat enterprise linux\b/g, "rhel"],
	[/\bsuse linux enterprise(?: server)?\b|\bsle\b/g, "sles"],
	[/\bamazon linux\b|\bamzn?(?=\d|\b)/g, "amazonlinux"],
	[/\bamazon web services\b/g, "aws"],
	[/\boracle linux\b/g, "oraclelinux"],
	[/\balma linux(?: os)?\b/g, "almalinux"]
];
const NOISE = new Set([
	"cis",
	"benchmark",
	"linux",
	"gnu",
	"lts",
	"os",
	"server",
	"microsoft",
	"standalone",
	"stand",
	"alone",
	"v"
]);
const DISTINCT = new Set([
	"eks",
	"gke",
	"aks",
	"ack",
	"oke",
	"openshift",
	"foundations"
]);
function productsDiffer(one, other) {
	if (one === void 0 || other === void 0) return false;
	const [a, b] = [productWords(one), productWords(other)];
	const onlyOne = [...a.words].filter((word) => !b.words.has(word));
	const onlyOther = [...b.words].filter((word) => !a.words.has(word));
	if (onlyOne.length > 0 && onlyOther.length > 0 || [...onlyOne, ...onlyOther].some((word) => DISTINCT.has(word))) return a.words.size > 0 && b.words.size > 0;
	return a.releases.length > 0 && b.releases.length > 0 && !a.releases.some((release) => b.releases.some((another) => isSameRelease(release, another)));
}
function productWords(product) {
	const plain = ALIASES.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), product.toLowerCase());
	const words = (plain.match(/\p{L}+/gu) ?? []).filter((word) => !NOISE.has(word));
	const releases = (plain.match(/\d+(?:\.\d+)*/g) ?? []).map((text) => text.replace(/^(\d\d)(\d\d)$/, "$1.$2"));
	return {
		words: new Set(words),
		releases
	};
}
function isSameRelease(one, other) {
	return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
// src/results/reading/cis-benchmark.ts
const CIS_TITLES = {
	kubernetes: "CIS Kubernetes Benchmark",
	eks: "CIS Amazon Elastic Kubernetes Service (EKS) Benchmark",
	gke: "CIS Google Kubernetes Engine (GKE) Benchmark",
	aks: "CIS Azure Kubernetes Service (AKS) Benchmark",
	ack: "CIS Alibaba Cloud Container Service For Kubernetes (ACK) Benchmark",
	openshift: "CIS Red Hat OpenShift Container Platform Benchmark",
	docker: "CIS Docker Benchmark",
	aws: "CIS Amazon Web Services Foundations Benchmark",
	azure: "CIS Microsoft Azure Foundations Benchmark",
	gcp: "CIS Google Cloud Platform Foundation Benchmark",
	m365: "CIS Microsoft 365 Foundations Benchmark",
	github: "CIS GitHub Benchmark",
	oraclecloud: "CIS Oracle Cloud Infrastructure Foundations Benchmark",
	alibabacloud: "CIS Alibaba Cloud Foundation Benchmark",
	googleworkspace: "CIS Google Workspace Foundations Benchmark"
};
function isCisTitleKey(word) {
	return Object.hasOwn(CIS_TITLES, word);
}
function cisBenchmarkOf(title, version) {
	const product = title.toLowerCase().replaceAll(/\bcis\b|\bbenchmarks?\b/g, " ").replaceAll(/\s+/g, " ").trim();
	return require_steps.withoutUndefined({
		product: product === "" ? void 0 : product,
		version
	});
}
function benchmarkInTitle(title) {
	const [, product, version] = /^CIS (.{2,80}?) Benchmark\b(?:[\s,-]+v?(\d+\.\d+(?:\.\d+)?)(?![\w.]))?/i.exec(title) ?? [];
	return product === void 0 ? void 0 : cisBenchmarkOf(product, version);
}
// src/policy/same-benchmark.ts
function likenessOf(one, other) {
	if (foldedLabel(one) === foldedLabel(other)) return "same";
	if (one === void 0 || other === void 0) return "another benchmark";
	const [a, b] = [comparable(one), comparable(other)];
	if (!(a.product !== void 0 && b.product !== void 0) || cisBenchmarksDiffer(withoutVersion(a), withoutVersion(b))) return "another benchmark";
	return a.version === void 0 === (b.version === void 0) && !cisBenchmarksDiffer(a, b) ? "same" : "another version";
}
function comparable(label) {
	const name = withoutContent(label);
	const [, title = name, version] = /^(.*\S)\s+v?(\d+(?:\.\d+)+)$/i.exec(name) ?? [];
	return cisBenchmarkOf(title, version);
}
function withoutVersion({ product }) {
	return require_steps.withoutUndefined({ product });
}
function withoutContent(label) {
	return label.replace(/\(content [^)]*\)\s*$/, "").trim();
}
function foldedLabel(label) {
	return withoutContent(label ?? "").toLowerCase().replaceAll(/\s+/g, " ");
}
// src/policy/acceptance.ts
const MOST_NAMED$4 = 3;
const NO_ACCEPTANCE = {
	accepted: new Map(),
	warnings: [],
	forOtherScans: 0
};
function acceptanceOf(exceptions, rules, scan) {
	const byName = rulesByName(rules);
	const exceptionsByRule = new Map();
	const warnings = [];
	let forOtherScans = 0;
	for (const exception of exceptions) {
		const effect = effectOf(exception, byName.get(exception.rule) ?? [], rules, scan);
		if ("warning" in effect) warnings.push({
			sentence: effect.warning,
			place: exception.place
		});
		else if ("isForAnotherScan" in effect) forOtherScans += 1;
		else for (const rule of effect.accepts) exceptionsByRule.set(rule, [...exceptionsByRule.get(rule) ?? [], exception]);
	}
	const accepted = new Map();
	for (const [rule, own] of exceptionsByRule) {
		const open = openVerdicts(rule, own);
		if (open.length === 0) accepted.set(rule.id, own);
		else warnings.push(...own.map(({ place }) => ({
			sentence: notAccepted(rule, open),
			place
		})));
	}
	return {
		accepted,
		warnings,
		forOtherScans
	};
}
function rulesByName(rules) {
	const byName = new Map();
	for (const rule of rules) for (const name of new Set([rule.id, ...rule.verdicts.map(({ id }) => id)])) {
		const known = byName.get(name);
		if (known === void 0) byName.set(name, [rule]);
		else known.push(rule);
	}
	return byName;
}
function effectOf(exception, named, rules, scan) {
	const { rule: name, target, benchmark, expires } = exception;
	const which = `The exception for ${require_steps.quote(name)}`;
	if (target !== void 0) {
		if (scan.targets.length === 0) return { warning: `${which} is for ${require_steps.quote(target)}, but the results do not state what was scanned.` };
		if (!scan.targets.some((one) => comparableName(one) === comparableName(target))) return { isForAnotherScan: true };
	}
	const likenesses = new Map([...new Set(rules.map((rule) => rule.benchmark))].map((stated) => [stated, likenessOf(benchmark, stated)]));
	const isSame = (rule) => benchmark === void 0 && !isRecommendation(name) ? true : likenesses.get(rule.benchmark) === "same";
	const isForAnotherScan = benchmark !== void 0 && [...likenesses.values()].every((likeness) => likeness === "another benchmark");
	if (isForAnotherScan && [...likenesses.keys()].some((stated) => stated !== void 0)) return { isForAnotherScan };
	if (expires < scan.today) return { warning: `${which} expired: its last day was ${expires}.` };
	if (named.length === 0) return { warning: `${which} accepts nothing: the results have no such rule.` };
	const ofBenchmark = named.filter(isSame);
	if (ofBenchmark.length === 0) return { warning: `${which} accepts nothing: ${whyNotSame(exception, named)}` };
	const failing = ofBenchmark.filter((rule) => statusUnder(name, rule) === "FAILED");
	const [first] = ofBenchmark;
	if (failing.length > 0 || first === void 0) return { accepts: failing };
	const status = statusUnder(name, first);
	return { warning: status === "ERROR" || status === "UNKNOWN" ? `${which} accepts nothing: the rule is ${status}, and only FAILED can be accepted.` : `${which} is no longer needed: the rule is ${status}.` };
}
function whyNotSame({ benchmark }, [rule]) {
	const stated = rule?.benchmark;
	if (benchmark === void 0) return `the same number means a different rule in another benchmark, so it needs \`benchmark: ${stated ?? ""}\`.`;
	return stated === void 0 ? `it is for ${require_steps.quote(benchmark)}, but the results do not state a benchmark.` : `it is for ${require_steps.quote(benchmark)}, but the results are for ${require_steps.quote(stated)}.`;
}
function statusUnder(name, rule) {
	if (name === rule.id) return rule.status;
	return rule.verdicts.find(({ id }) => id === name)?.status ?? rule.status;
}
function openVerdicts(rule, exceptions) {
	const names = new Set(exceptions.map(({ rule: name }) => name));
	if (rule.status === "FAILED" && names.has(rule.id)) return [];
	const failing = rule.verdicts.filter(({ status }) => status === "FAILED");
	const open = failing.filter(({ id }) => !names.has(id));
	return rule.status === "FAILED" && failing.length > 0 ? open : [{
		id: rule.id,
		status: rule.status
	}];
}
function notAccepted({ id }, open) {
	const named = open.slice(0, MOST_NAMED$4).map((verdict) => require_steps.quote(verdict.id));
	const more = open.length > named.length ? [require_steps.count(open.length - named.length, "other")] : [];
	const [only] = open;
	if (open.length === 1 && only?.id === id) return `Rule ${require_steps.quote(id)} is not accepted: it is ${only.status} regardless of its scanners' rules.`;
	const fail = open.length === 1 ? "fails" : "fail";
	return `Rule ${require_steps.quote(id)} is not accepted: ${require_steps.allOf([...named, ...more])} in it ${fail} too, without an exception.`;
}
// src/policy/baseline.ts
const FORMAT = "inspector-cis-telemetry/report";
const VERSION = 1;
const MOST_FAULTS$2 = 100;
function readBaseline(documents) {
	const [document, second] = documents;
	if (document === void 0) return { faults: [{ sentence: "The file is empty." }] };
	const { value, source } = document;
	const fault = (sentence, ...path) => ({
		sentence,
		place: {
			source,
			at: { path }
		}
	});
	if (second !== void 0) return { faults: [fault("The file contains a second document; it must contain one report.")] };
	if (require_steps.memberOf(value, "format") !== FORMAT || require_steps.memberOf(value, "version") !== VERSION) return { faults: [fault(`The file is not a report of this action ("format": "${FORMAT}", "version": ${VERSION}).`)] };
	const faults = document.repeatedMembers().map(({ name, position }) => ({
		sentence: `${require_steps.quote(name)} is repeated in one object.`,
		place: {
			source,
			at: { position }
		}
	}));
	const list = require_steps.memberOf(value, "rules");
	if (!Array.isArray(list)) faults.push(fault("The report has no list \"rules\"."));
	const rules = new Map();
	for (const [index, rule] of require_steps.listOf(list).entries()) {
		const id = require_steps.memberOf(rule, "id");
		const status = require_steps.memberOf(rule, "status");
		if (typeof id !== "string" || id === "") faults.push(fault("A rule has no \"id\".", "rules", index));
		else if (!require_steps.isStatus(status)) faults.push(fault(`The "status" of ${require_steps.quote(id)} is not one of ${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}.`, "rules", index));
		else if (rules.has(id)) faults.push(fault(`Rule ${require_steps.quote(id)} is listed twice.`, "rules", index));
		else rules.set(id, status);
		if (faults.length >= MOST_FAULTS$2) break;
	}
	if (faults.length > 0) return { faults };
	return {
		rules,
		scan: scanIn(value),
		...require_steps.withoutUndefined({ created: require_steps.textOf(require_steps.memberOf(value, "created")) })
	};
}
function scanIn(report) {
	const text = (name) => require_steps.textOf(require_steps.memberAt(report, "scan", name));
	const facts = {
		benchmark: text("benchmark"),
		benchmarkVersion: text("benchmarkVersion"),
		contentVersion: text("contentVersion")
	};
	const target = text("target");
	return {
		targets: target === void 0 ? [] : [target],
		...require_steps.withoutUndefined({
			benchmark: benchmarkTitle(require_steps.withoutUndefined(facts)),
			profile: text("profile"),
			naming: text("naming")
		})
	};
}
function comparabilityOf(baseline, now) {
	const refusals = [];
	const warnings = [];
	const unknown = [];
	const differ = (what, one, other) => `The baseline is of ${what} ${require_steps.quote(one)}, but the results are for ${require_steps.quote(other)}.`;
	const [then] = baseline.targets;
	const [today] = now.targets;
	if (then === void 0 || today === void 0) unknown.push("target");
	else if (!now.targets.some((name) => comparableName(name) === comparableName(then))) refusals.push(differ("the target", then, today));
	for (const [what, one, other] of [[
		"the profile",
		baseline.profile,
		now.profile
	], [
		"`rule-id`",
		baseline.naming,
		now.naming
	]]) if (one !== void 0 && other !== void 0 && one !== other) refusals.push(differ(what, one, other));
	else if (one !== other) unknown.push(what.replace("the ", ""));
	if (baseline.benchmark === void 0 || now.benchmark === void 0) unknown.push("benchmark");
	else {
		const likeness = likenessOf(baseline.benchmark, now.benchmark);
		const sentence = differ("the benchmark", baseline.benchmark, now.benchmark);
		if (likeness === "another benchmark") refusals.push(sentence);
		if (likeness === "another version") warnings.push(`${sentence} Rule numbers may differ between versions.`);
	}
	if (unknown.length > 0) {
		const are = unknown.length === 1 ? "was" : "were";
		warnings.push(`The ${require_steps.allOf(unknown)} of the baseline and of the results ${are} not compared: they are not stated in both.`);
	}
	return {
		refusals,
		warnings
	};
}
// src/policy/comparison.ts
function compareWithBaseline(baseline, { messages, leftOut }) {
	const now = new Map(messages.map(({ ruleId, status }) => [ruleId, status]));
	const known = new Set([...now.keys(), ...leftOut.map(({ ruleId }) => ruleId)]);
	const changed = [...now].flatMap(([id, to]) => {
		const from = baseline.get(id);
		return from === void 0 || from === to ? [] : [{
			id,
			from,
			to
		}];
	});
	return {
		newlyFailed: changed.filter(({ to }) => to === "FAILED"),
		newlyPassed: changed.filter(({ to }) => to === "PASSED"),
		otherwise: changed.filter(({ to }) => to !== "FAILED" && to !== "PASSED"),
		added: [...now].filter(([id]) => !baseline.has(id)).map(([id, to]) => ({
			id,
			to
		})),
		gone: [...baseline].filter(([id]) => !known.has(id)).map(([id, from]) => ({
			id,
			from
		}))
	};
}
// src/policy/exceptions.ts
const REQUIRED = [
	"rule",
	"reason",
	"owner",
	"expires"
];
const MEMBERS$1 = [
	...REQUIRED,
	"benchmark",
	"target"
];
const FILE_MEMBERS = ["exceptions", "$schema"];
const NAMES_IN_EXCEPTIONS = new Set([
	"rule",
	"owner",
	"target"
]);
function readExceptions(documents) {
	const [document, second] = documents;
	if (document === void 0) return {
		exceptions: [],
		faults: [{ sentence: "The file is empty." }]
	};
	const at = (...path) => ({
		source: document.source,
		at: { path }
	});
	const faults = document.repeatedMembers().map(({ name, position }) => ({
		sentence: `${require_steps.quote(name)} is repeated in one object.`,
		place: {
			source: document.source,
			at: { position }
		}
	}));
	if (second !== void 0) faults.push({
		sentence: "The file contains a second document; it must contain one.",
		place: {
			source: second.source,
			at: { path: [] }
		}
	});
	const { value } = document;
	const list = require_steps.memberOf(value, "exceptions");
	if (!require_steps.isRecord(value) || !Array.isArray(list)) {
		faults.push({
			sentence: "The file must be an object with a list \"exceptions\".",
			place: at()
		});
		return {
			exceptions: [],
			faults
		};
	}
	faults.push(...unknownFaults(value, FILE_MEMBERS, "an exceptions file", (name) => at(name)));
	const read = list.map((entry, index) => readException(entry, (...path) => at("exceptions", index, ...path)));
	return {
		exceptions: read.flatMap(({ exceptions }) => exceptions),
		faults: [...faults, ...read.flatMap((one) => one.faults)]
	};
}
function readException(entry, at) {
	if (!require_steps.isRecord(entry)) return {
		exceptions: [],
		faults: [{
			sentence: `An exception must be an object with ${require_steps.allOf(REQUIRED.map((name) => `"${name}"`))}.`,
			place: at()
		}]
	};
	const { rule, benchmark, reason, owner, expires, target } = textsOf(entry);
	const which = rule === void 0 ? "The exception" : `The exception for ${require_steps.quote(rule)}`;
	const missing = REQUIRED.filter((name) => isAbsent(require_steps.memberOf(entry, name)));
	const misshapen = MEMBERS$1.filter((name) => !isAbsent(require_steps.memberOf(entry, name)) && require_steps.textOf(require_steps.memberOf(entry, name)) === void 0);
	const faults = [
		...missing.length === 0 ? [] : [{
			sentence: `${which} has no ${require_steps.anyOf(missing.map((name) => `"${name}"`))}.`,
			place: at()
		}],
		...misshapen.map((name) => ({
			sentence: `"${name}" must be a string.`,
			place: at(name)
		})),
		...unknownFaults(entry, MEMBERS$1, "an exception", (name) => at(name))
	];
	if (expires !== void 0 && !isDay(expires)) {
		const sentence = `"expires" must be a day such as 2027-06-30; ${require_steps.quote(expires)} is not.`;
		faults.push({
			sentence,
			place: at("expires")
		});
	}
	if (faults.length > 0 || rule === void 0 || reason === void 0 || owner === void 0 || expires === void 0) return {
		exceptions: [],
		faults
	};
	return {
		exceptions: [{
			rule,
			reason,
			owner,
			expires,
			...require_steps.withoutUndefined({
				benchmark,
				target
			}),
			place: at("rule")
		}],
		faults
	};
}
function textsOf(entry) {
	return require_steps.withoutUndefined({
		rule: require_steps.textOf(require_steps.memberOf(entry, "rule")),
		benchmark: require_steps.textOf(require_steps.memberOf(entry, "benchmark")),
		reason: require_steps.textOf(require_steps.memberOf(entry, "reason")),
		owner: require_steps.textOf(require_steps.memberOf(entry, "owner")),
		expires: require_steps.textOf(require_steps.memberOf(entry, "expires")),
		target: require_steps.textOf(require_steps.memberOf(entry, "target"))
	});
}
function isAbsent(value) {
	return value === void 0 || value === null || typeof value === "string" && value.trim() === "";
}
function unknownFaults(value, known, what, at) {
	const unknown = Object.keys(value).filter((name) => !known.includes(name));
	const [first] = unknown;
	return first === void 0 ? [] : [{
		sentence: require_steps.unknownMembers(unknown, what, known),
		place: at(first)
	}];
}
function isDay(text) {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && dayOf(time) === text;
}
function dayOf(time) {
	return new Date(time).toISOString().slice(0, 10);
}
// src/policy/findings.ts
function statementOf({ targets, facts }, naming) {
	return {
		targets,
		naming,
		...require_steps.withoutUndefined({
			benchmark: benchmarkTitle(facts),
			profile: facts.profile
		})
	};
}
function findingsOf({ exceptions, baseline }, validated, scan) {
	const { targets, now } = scan;
	const acceptance = exceptions.length === 0 ? NO_ACCEPTANCE : acceptanceOf(exceptions, judgedRulesOf(validated), {
		targets,
		today: dayOf(now)
	});
	if (baseline === void 0) return { acceptance };
	const since = baseline === "none yet" ? void 0 : sinceBaseline(baseline, validated, scan);
	const { accepted } = acceptance;
	const failed = validated.messages.filter(({ ruleId, status }) => status === "FAILED" && !accepted.has(ruleId));
	const failedBefore = since?.baseline.rules;
	return {
		acceptance,
		newFailures: new Set(failed.map(({ ruleId }) => ruleId).filter((id) => failedBefore?.get(id) !== "FAILED")).size,
		...require_steps.withoutUndefined({ since })
	};
}
function sinceBaseline(baseline, validated, scan) {
	if (baseline.rules.size === 0) return void 0;
	const { refusals, warnings } = comparabilityOf(baseline.scan, scan);
	if (refusals.length > 0) throw require_steps.failing("InvalidInput", `\`baseline-file\` is not a baseline for this scan: ${refusals.join(" ")}`, { remedy: "Give the report of an earlier run of the same scan: keep one for each target, benchmark and profile." });
	return {
		baseline,
		warnings,
		comparison: compareWithBaseline(baseline.rules, validated)
	};
}
function judgedRulesOf(validated) {
	const written = new Map();
	for (const { ruleId, status, ruleResult } of [...validated.messages, ...validated.outweighed]) {
		if (ruleResult !== void 0) continue;
		const known = written.get(ruleId);
		if (known === void 0) written.set(ruleId, [{
			id: ruleId,
			status
		}]);
		else known.push({
			id: ruleId,
			status
		});
	}
	return require_steps.rulesOf(validated).map(({ id, status, benchmark, scannerRules }) => ({
		id,
		status,
		verdicts: [...scannerRules, ...written.get(id) ?? []],
		...require_steps.withoutUndefined({ benchmark })
	}));
}
// src/policy/evaluated.ts
function isEvaluated(status) {
	return status === "PASSED" || status === "FAILED";
}
function nothingEvaluated(messages, deliveredBefore, { files, facts }) {
	const statuses = messages.map(({ status }) => status);
	if (statuses.some(isEvaluated) || [...deliveredBefore].some(isEvaluated)) return void 0;
	const counts = require_steps.countStatuses(statuses);
	const present = Object.entries(counts).filter(([, number]) => number > 0);
	const ended = require_steps.allOf(present.map(([status, number]) => `${require_steps.count(number, "rule")} ${number === 1 ? "is" : "are"} ${status}`));
	const cause = likelyCause(present.map(([status]) => status));
	return {
		failure: require_steps.failureFor("NothingEvaluated", `No rule passed or failed: ${ended}.`, {
			cause,
			remedy: remedyFor(facts)
		}),
		isFailure: files.some(({ format }) => format !== "messages")
	};
}
function likelyCause(statuses) {
	const [only, ...others] = statuses;
	if (others.length === 0 && only === "NOT_APPLICABLE") return "Most likely the content is for another system: no rule applies.";
	if (others.length === 0 && only === "NOT_EVALUATED") return "Most likely the OVAL definitions are missing, the checks are manual, or the scanner lacked permissions.";
	if (others.length === 0 && only === "ERROR") return "Most likely the scanner lacked permissions, or a tool that it needs is missing: every check ended in an error.";
	return "Most likely the content is for another system, OVAL definitions are missing, or the scanner lacked permissions.";
}
function remedyFor({ benchmark, platform }) {
	const system = [
		platform?.vendor,
		platform?.product,
		platform?.version
	].filter((part) => part !== void 0);
	const stated = [...benchmark === void 0 ? [] : [`the benchmark ${benchmark}`], ...system.length === 0 ? [] : [`the platform ${system.join(" ")}`]];
	const what = stated.length === 0 ? "" : ` The results state ${require_steps.allOf(stated)}.`;
	return `${require_steps.FAILURES.NothingEvaluated.remedy}${what} If this is intended, set \`tolerate-errors: NothingEvaluated\`.`;
}
// src/policy/gate.ts
function gateFailure({ messages, leftOut }, { failOnStatus, failOnRegression = false, accepted = new Map(), baseline = new Map() }) {
	const gate = failOnRegression && failOnStatus.size === 0 ? new Set(["FAILED"]) : failOnStatus;
	if (gate.size === 0) return void 0;
	const isOld = (ruleId) => {
		const before = failOnRegression && ruleId !== void 0 ? baseline.get(ruleId) : void 0;
		return before !== void 0 && gate.has(before);
	};
	const counted = [...messages.filter(({ ruleId }) => !accepted.has(ruleId)), ...leftOut].filter(({ ruleId }) => !isOld(ruleId));
	const states = counted.map(({ status }) => status);
	const counts = require_steps.countStatuses(states.filter((status) => status !== void 0));
	const matched = [...gate].filter((status) => counts[status] > 0);
	const unread = states.filter((status) => status === void 0).length;
	const newly = failOnRegression ? "newly " : "";
	const rules = matched.map((status) => `${rulesAre(counts[status])} ${newly}${status}`);
	const named = counted.flatMap(({ ruleId, status }) => ruleId !== void 0 && (status === void 0 || gate.has(status)) ? [ruleId] : []);
	const leftOutRules = unread > 0 ? [`${rulesAre(unread)} left out without a readable status`] : [];
	if (rules.length + leftOutRules.length === 0) return void 0;
	const input = failOnRegression ? "fail-on-regression" : "fail-on-status";
	return require_steps.failureFor("GateFailed", `${require_steps.allOf([...rules, ...leftOutRules])}, which \`${input}\` does not allow${firstRules(named)}.`, { rules: [...new Set(named)] });
}
function rulesAre(number) {
	return `${require_steps.count(number, "rule")} ${number === 1 ? "is" : "are"}`;
}
const MOST_NAMED$3 = 5;
function firstRules(rules) {
	const distinct = [...new Set(rules)];
	if (distinct.length === 0) return "";
	const first = distinct.slice(0, MOST_NAMED$3).map((rule) => require_steps.shortened(rule, 100));
	const more = distinct.length > first.length ? ` and ${require_steps.grouped(distinct.length - first.length)} more` : "";
	return `: ${first.join(", ")}${more}`;
}
// src/policy/judgement.ts
function judge(validated, results, policy) {
	const nothing = nothingEvaluated(validated.messages, policy.deliveredBefore, results);
	const gate = gateFailure(validated, gateOf(policy));
	if (nothing === void 0) return require_steps.withoutUndefined({ failure: gate });
	const { failure, isFailure } = nothing;
	if (isFailure && !policy.tolerateErrors.has("NothingEvaluated")) return { failure };
	if (gate !== void 0) return {
		failure: gate,
		warning: failure
	};
	return isFailure ? { failure } : { warning: failure };
}
function gateOf({ failOnStatus, failOnRegression = false, findings }) {
	const baseline = findings?.since?.baseline.rules;
	return {
		failOnStatus,
		failOnRegression,
		...require_steps.withoutUndefined({
			accepted: findings?.acceptance.accepted,
			baseline
		})
	};
}
// src/results/reading/bounds.ts
const MOST_RESULTS = 1e6;
const MOST_RECORDS = 3e5;
const MOST_FAULTS$1 = 1e5;
const MOST_KEPT_ELEMENTS = 15e4;
const MOST_KEPT_TEXT = 33554432;
var TooMuch = class extends Error {
	at;
	constructor(what, at) {
		super(what);
		this.name = "TooMuch";
		this.at = at;
	}
};
function refuseLongList({ length }, what) {
	if (length <= 1e6) return;
	throw new TooMuch(`there are ${require_steps.grouped(length)} ${what}s, and the limit is ${require_steps.grouped(MOST_RESULTS)}`);
}
// src/results/parse/document.ts
var SyntaxFault = class extends Error {
	position;
	kind;
	constructor(message, position, kind = "other") {
		super(message);
		this.name = "SyntaxFault";
		this.position = position;
		this.kind = kind;
	}
};
var FaultAtOffset = class extends Error {
	offset;
	kind;
	constructor(message, offset, kind = "other") {
		super(message);
		this.name = "FaultAtOffset";
		this.offset = offset;
		this.kind = kind;
	}
};
const CLOSING_BRACKET = 93;
const CLOSING_BRACE = 125;
const SPACE = 32;
const TAB = 9;
const LINE_FEED$2 = 10;
const CARRIAGE_RETURN$1 = 13;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const SMALL_U = 117;
const TO_SMALL = 32;
const ESCAPES = new Set(Buffer.from("\"\\/bfnrt"));
const LITERALS = [
	"true",
	"false",
	"null"
].map((literal) => Buffer.from(literal));
function expected(bytes, at, what) {
	if (at >= bytes.length) return new FaultAtOffset(`the text ends where ${what} is expected`, at, "end");
	if (bytes[at] === SLASH) return new FaultAtOffset("JSON does not allow comments", at, "comment");
	return new FaultAtOffset(`${what} is expected`, at);
}
function skipBlanks(bytes, at) {
	let next = at;
	while (isBlank(bytes[next])) next += 1;
	return next;
}
function isBlank(byte) {
	return byte === SPACE || byte === LINE_FEED$2 || byte === CARRIAGE_RETURN$1 || byte === TAB;
}
function isDigit(byte) {
	return byte !== void 0 && byte >= DIGIT_0 && byte <= DIGIT_9;
}
function isOpening(byte) {
	return byte === 123 || byte === 91;
}
function endOfString(bytes, start) {
	for (let at = start + 1;; at += 1) {
		const byte = bytes[at];
		if (byte === 34) return at + 1;
		if (byte === 92) at = lastOfEscape(bytes, at);
		else if (byte === void 0) throw new FaultAtOffset("this string does not end", start, "end");
		else if (byte < SPACE) throw new FaultAtOffset(controlCharacter(byte), at);
	}
}
function controlCharacter(byte) {
	return `a string contains ${byte === LINE_FEED$2 || byte === CARRIAGE_RETURN$1 ? "a line break" : "a control character"}, which must be escaped`;
}
function lastOfEscape(bytes, backslash) {
	if (backslash + 1 >= bytes.length) throw new FaultAtOffset("the text ends in a string", backslash, "end");
	if (ESCAPES.has(bytes[backslash + 1])) return backslash + 1;
	if (bytes[backslash + 1] !== SMALL_U) throw new FaultAtOffset("this is not an escape sequence", backslash);
	for (let at = backslash + 2; at < backslash + 6; at += 1) {
		if (isHexadecimal(bytes[at])) continue;
		if (at >= bytes.length) throw new FaultAtOffset("the text ends in a string", backslash, "end");
		throw new FaultAtOffset("\"\\u\" needs four hexadecimal digits", backslash);
	}
	return backslash + 5;
}
function isHexadecimal(byte) {
	if (byte === void 0) return false;
	const small = byte | TO_SMALL;
	return isDigit(byte) || small >= 97 && small <= 102;
}
function endOfScalar(bytes, start) {
	const byte = bytes[start];
	if (byte === 34) return endOfString(bytes, start);
	if (byte === MINUS || isDigit(byte)) return endOfNumber(bytes, start);
	const literal = LITERALS.find((name) => name.every((letter, index) => bytes[start + index] === letter));
	if (literal === void 0) throw expected(bytes, start, "a value");
	return start + literal.length;
}
function endOfNumber(bytes, start) {
	let at = bytes[start] === MINUS ? start + 1 : start;
	at = bytes[at] === DIGIT_0 ? at + 1 : endOfDigits(bytes, at);
	if (bytes[at] === POINT) at = endOfDigits(bytes, at + 1);
	if (((bytes[at] ?? 0) | TO_SMALL) === 101) at = endOfDigits(bytes, bytes[at + 1] === PLUS || bytes[at + 1] === MINUS ? at + 2 : at + 1);
	return at;
}
function endOfDigits(bytes, start) {
	if (!isDigit(bytes[start])) throw expected(bytes, start, "a digit");
	let at = start + 1;
	while (isDigit(bytes[at])) at += 1;
	return at;
}
function endOfValue(bytes, start) {
	let depth = 0;
	for (let at = start;;) {
		const byte = bytes[at];
		if (isOpening(byte)) {
			depth += 1;
			at += 1;
		} else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
			depth -= 1;
			at += 1;
		} else if (byte === 44 || byte === 58 || isBlank(byte)) at += 1;
		else at = endOfScalar(bytes, at);
		if (depth === 0) return at;
	}
}
function valueOf(bytes, name) {
	return skipBlanks(bytes, skipBlanks(bytes, endOfString(bytes, name)) + 1);
}
function nextAfter(bytes, end) {
	const at = skipBlanks(bytes, end);
	return bytes[at] === 44 ? skipBlanks(bytes, at + 1) : at;
}
const MOST_VALUES = 451e4;
const UNSHARED_MEMBER = 3;
const LONGEST_SCALAR = 16777216;
const MOST_DOCUMENTS = 131072;
const JSON_BOUNDS = {
	depth: 128,
	values: MOST_VALUES,
	documents: MOST_DOCUMENTS,
	scalarBytes: LONGEST_SCALAR
};
const NOTHING_LARGE = new Set();
var JsonScan = class {
	#bytes;
	#bounds;
	#largeBytes;
	#closing;
	#starts;
	#members;
	#names;
	#knownNames = new Set();
	#documents = 0;
	#values = 0;
	constructor(bytes, bounds, largeBytes) {
		this.#bytes = bytes;
		this.#bounds = bounds;
		this.#largeBytes = largeBytes;
		this.#closing = new Uint8Array(bounds.depth);
		this.#starts = new Uint32Array(bounds.depth);
		this.#members = new Uint32Array(bounds.depth);
		this.#names = new Int32Array(bounds.depth);
	}
	document(start, listener) {
		const bytes = this.#bytes;
		const closing = this.#closing;
		let large;
		let members = 0;
		let depth = 0;
		let at = start;
		this.#documents += 1;
		if (this.#documents > this.#bounds.documents) this.#exceed("documents back to back", "documents", at);
		for (;;) {
			this.#count(1, at);
			const opening = bytes[at];
			if (opening === 123 || opening === 91) {
				this.#open(depth, opening, at);
				depth += 1;
				listener?.open();
				at = skipBlanks(bytes, at + 1);
				if (bytes[at] !== opening + 2) {
					if (opening === 123) {
						at = this.#name(depth - 1, at, listener);
						members += 1;
					} else listener?.element();
					continue;
				}
			} else {
				at = this.#limited(at, endOfScalar(bytes, at));
				if (closing[depth - 1] === 93) this.#count(1, at);
			}
			while (depth > 0) {
				at = skipBlanks(bytes, at);
				const end = closing[depth - 1];
				if (bytes[at] === end) {
					depth -= 1;
					at += 1;
					const begun = this.#close(depth);
					if (at - begun >= this.#largeBytes) (large ??= new Set()).add(begun);
					listener?.close();
					continue;
				}
				if (bytes[at] !== 44) throw expected(bytes, at, `a comma or "${String.fromCharCode(end ?? 0)}"`);
				at = skipBlanks(bytes, at + 1);
				if (end === 125) {
					at = this.#name(depth - 1, at, listener);
					members += 1;
				} else listener?.element();
				break;
			}
			if (depth === 0) return {
				start,
				end: at,
				members,
				large: large ?? NOTHING_LARGE
			};
		}
	}
	#open(depth, opening, at) {
		if (depth >= this.#bounds.depth) throw new FaultAtOffset(`objects and lists are nested more than ${this.#bounds.depth} deep`, at, "bound");
		this.#count(1, at);
		this.#closing[depth] = opening + 2;
		this.#starts[depth] = at;
		this.#members[depth] = 0;
		this.#names[depth] = 0;
	}
	#close(depth) {
		const start = this.#starts[depth] ?? 0;
		const names = this.#names[depth] ?? 0;
		const members = this.#members[depth] ?? 0;
		if (members === 0 || this.#knownNames.has(names)) return start;
		this.#knownNames.add(names);
		this.#count(members * UNSHARED_MEMBER, start);
		return start;
	}
	#count(values, at) {
		this.#values += values;
		if (this.#values > this.#bounds.values) this.#exceed("values, where objects, lists and elements of lists count as two", "values", at);
	}
	#name(depth, start, listener) {
		const bytes = this.#bytes;
		if (bytes[start] !== 34) throw expected(bytes, start, "a member name in double quotation marks");
		const end = this.#limited(start, endOfString(bytes, start));
		const colon = skipBlanks(bytes, end);
		if (bytes[colon] !== 58) throw expected(bytes, colon, "a colon");
		listener?.name(start);
		this.#countName(depth, start + 1, end - 1);
		if (isIndex(bytes, start + 1, end - 1)) this.#count(UNSHARED_MEMBER, start);
		return skipBlanks(bytes, colon + 1);
	}
	#countName(depth, start, end) {
		const bytes = this.#bytes;
		let hash = this.#names[depth] ?? 0;
		for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16777619);
		this.#names[depth] = Math.imul(hash ^ 34, 16777619);
		this.#members[depth] = (this.#members[depth] ?? 0) + 1;
	}
	#limited(start, end) {
		if (end - start <= this.#bounds.scalarBytes) return end;
		throw new FaultAtOffset(`a text of more than ${require_steps.grouped(this.#bounds.scalarBytes)} bytes begins here`, start, "bound");
	}
	#exceed(what, bound, at) {
		throw new FaultAtOffset(`there are more than ${require_steps.grouped(this.#bounds[bound])} ${what}`, at, "bound");
	}
};
function isIndex(bytes, start, end) {
	return end - start <= 10 && isDigit(bytes[start]) && isDigit(bytes[end - 1]);
}
var JsonDocument = class {
	value;
	file;
	#text;
	#start;
	#hasRepeated;
	#children = [];
	constructor(value, text, file, start, hasRepeated) {
		this.value = value;
		this.file = file;
		this.#text = text;
		this.#start = start;
		this.#hasRepeated = hasRepeated;
	}
	get source() {
		return this;
	}
	locate(at) {
		if ("position" in at) return at.position;
		const { bytes } = this.#text;
		let value = this.#start;
		let shown = value;
		for (const [depth, step] of at.path.entries()) {
			const child = this.#childrenOf(value, depth).get(step);
			if (child === void 0) break;
			const isMember = typeof step === "string";
			value = isMember ? valueOf(bytes, child) : child;
			shown = isMember && isOpening(bytes[value]) ? child : value;
		}
		return this.#text.positionOf(shown);
	}
	repeatedMembers() {
		return this.#hasRepeated ? repeatedIn(this.#text, this.#start) : [];
	}
	#childrenOf(container, depth) {
		const known = this.#children[depth];
		if (known?.container === container) return known;
		const children = new Children(this.#text, container);
		this.#children.splice(depth, 1e400, children);
		return children;
	}
};
var Children = class {
	container;
	#members = new Map();
	#elements = [];
	constructor(text, container) {
		this.container = container;
		const { bytes } = text;
		const isObject = bytes[container] === 123;
		const closing = (bytes[container] ?? 0) + 2;
		let at = skipBlanks(bytes, container + 1);
		while (isOpening(bytes[container]) && bytes[at] !== closing) {
			if (isObject) this.#members.set(nameAt(text, at), at);
			else this.#elements.push(at);
			at = nextAfter(bytes, endOfValue(bytes, isObject ? valueOf(bytes, at) : at));
		}
	}
	get(step) {
		return typeof step === "number" ? this.#elements[step] : this.#members.get(step);
	}
};
function nameAt(text, start) {
	return String(JSON.parse(text.slice(start, endOfString(text.bytes, start))));
}
function valueAt(text, start) {
	return JSON.parse(text.slice(start, endOfValue(text.bytes, start)));
}
function repeatedIn(text, start) {
	const repeated = [];
	const open = [];
	new JsonScan(text.bytes, JSON_BOUNDS, 1e400).document(start, {
		open: () => {
			open.push({
				names: new Map(),
				step: -1
			});
		},
		close: () => {
			open.pop();
		},
		element: () => {
			const list = open.at(-1);
			if (typeof list?.step === "number") list.step += 1;
		},
		name: (at) => {
			const object = open.at(-1);
			if (object === void 0) return;
			const name = nameAt(text, at);
			object.step = name;
			const before = object.names.get(name);
			if (before !== void 0 && repeated.length < 1e4) {
				const path = open.map(({ step }) => step);
				const earlier = () => valueAt(text, valueOf(text.bytes, before));
				repeated.push({
					name,
					path,
					position: text.positionOf(at),
					earlier
				});
			}
			object.names.set(name, at);
		}
	});
	return repeated;
}
// src/results/parse/json/pieces.ts
var PieceParser = class {
	#text;
	#document;
	#pieceBytes;
	constructor(text, document, pieceBytes) {
		this.#text = text;
		this.#document = document;
		this.#pieceBytes = pieceBytes;
	}
	*value() {
		const { start, end, large } = this.#document;
		return large.has(start) ? (yield* this.#large(start)).value : this.#small(start, end);
	}
	#small(start, end) {
		return JSON.parse(this.#text.slice(start, end));
	}
	*#large(start) {
		const { bytes } = this.#text;
		const isObject = bytes[start] === 123;
		const closing = (bytes[start] ?? 0) + 2;
		const whole = isObject ? new LargeObject() : new LargeList();
		let run = skipBlanks(bytes, start + 1);
		let runEnd = run;
		const addRun = (next) => {
			if (runEnd > run) whole.add(this.#text.slice(run, runEnd));
			run = runEnd = next;
		};
		let at = run;
		while (bytes[at] !== closing) {
			const valueAt = isObject ? valueOf(bytes, at) : at;
			const small = this.#document.large.has(valueAt) ? void 0 : endOfValue(bytes, valueAt);
			if (small !== void 0 && small - at < this.#pieceBytes) {
				runEnd = small;
				at = nextAfter(bytes, small);
				if (at - run < this.#pieceBytes) continue;
				addRun(at);
			} else {
				const { value, end } = small === void 0 ? yield* this.#large(valueAt) : {
					value: this.#small(valueAt, small),
					end: small
				};
				const name = isObject ? nameAt(this.#text, at) : "";
				at = nextAfter(bytes, end);
				addRun(at);
				whole.put(name, value);
			}
			yield;
		}
		addRun(at);
		return {
			value: whole.value,
			end: at + 1
		};
	}
};
var LargeList = class {
	value = [];
	add(run) {
		const elements = JSON.parse(`[${run}]`);
		if (Array.isArray(elements)) for (const element of elements) this.value.push(element);
	}
	put(_name, element) {
		this.value.push(element);
	}
};
var LargeObject = class {
	value = {};
	add(run) {
		const members = JSON.parse(`{${run}}`);
		if (require_steps.isRecord(members)) for (const [name, value] of Object.entries(members)) this.put(name, value);
	}
	put(name, value) {
		Object.defineProperty(this.value, name, {
			value,
			configurable: true,
			enumerable: true,
			writable: true
		});
	}
};
// src/results/parse/json/json.ts
const PIECE_BYTES = 1048576;
const SHORT_BYTES = 4194304;
function* parseJson(text, file, { start = 0, bounds = JSON_BOUNDS, pieceBytes = PIECE_BYTES, shortBytes = SHORT_BYTES } = {}) {
	const short = text.bytes.length - start <= shortBytes ? shortDocument(text, file, start, bounds) : void 0;
	if (short !== void 0) return [short];
	const documents = [];
	for (const scanned of scanDocuments(text, new JsonScan(text.bytes, bounds, pieceBytes), start)) {
		const value = yield* new PieceParser(text, scanned, pieceBytes).value();
		const hasRepeated = countMembersBelow(value, bounds.depth) < scanned.members;
		documents.push(new JsonDocument(value, text, file, scanned.start, hasRepeated));
	}
	return documents;
}
function shortDocument(text, file, start, { depth }) {
	const written = text.slice(start);
	const parsed = parsedOrNot(written);
	if (parsed === void 0) return void 0;
	const members = countMembersBelow(parsed.value, depth);
	if (Number.isNaN(members)) return void 0;
	const hasRepeated = members < countNames(written);
	return new JsonDocument(parsed.value, text, file, skipBlanks(text.bytes, start), hasRepeated);
}
function countNames(text) {
	let names = 0;
	for (let quote = text.indexOf("\""); quote >= 0; quote = text.indexOf("\"", quote + 1)) {
		do
			quote = text.indexOf("\"", quote + 1);
		while (isEscaped(text, quote));
		let after = quote + 1;
		while (isBlank(text.charCodeAt(after))) after += 1;
		if (text.charCodeAt(after) === 58) names += 1;
	}
	return names;
}
function isEscaped(text, at) {
	let backslashes = 0;
	while (text.charCodeAt(at - 1 - backslashes) === 92) backslashes += 1;
	return backslashes % 2 === 1;
}
function countMembersBelow(value, depth) {
	if (typeof value !== "object" || value === null) return 0;
	if (depth === 0) return NaN;
	let members = 0;
	if (Array.isArray(value)) for (const element of value) members += countMembersBelow(element, depth - 1);
	else if (require_steps.isRecord(value)) for (const name in value) members += 1 + countMembersBelow(value[name], depth - 1);
	return members;
}
function parsedOrNot(text) {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		if (error instanceof SyntaxError) return void 0;
		throw error;
	}
}
function scanDocuments(text, scan, start) {
	const { bytes } = text;
	const documents = [];
	try {
		let at = skipBlanks(bytes, start);
		while (at < bytes.length) {
			if (documents.length > 0 && !(isOpening(bytes[at]) && isOpening(bytes[documents[0]?.start ?? at]))) throw new FaultAtOffset("other text follows the document", at);
			const document = scan.document(at);
			documents.push(document);
			at = skipBlanks(bytes, document.end);
		}
		if (documents.length === 0) throw expected(bytes, at, "a value");
		return documents;
	} catch (error) {
		if (!(error instanceof FaultAtOffset)) throw error;
		throw new SyntaxFault(error.message, text.positionOf(error.offset), error.kind);
	}
}
// src/results/parse/lines.ts
const LONGEST_OTHER_TEXT = 1048576;
const LINE_FEED$1 = 10;
function jsonAfterLines({ bytes }) {
	let start = 0;
	for (let lines = 0; start < LONGEST_OTHER_TEXT; lines += 1) {
		if (beginsDocument(bytes, start)) return lines === 0 ? void 0 : {
			start,
			lines
		};
		const end = bytes.indexOf(LINE_FEED$1, start);
		if (end < 0) return void 0;
		start = end + 1;
	}
}
function beginsDocument(bytes, at) {
	if (bytes[at] === 123) return true;
	if (bytes[at] !== 91) return false;
	const next = bytes[skipBlanks(bytes, at + 1)];
	return next === 123 || next === 93;
}
// src/results/parse/binary.ts
const DECOMPRESS = "Decompress it in an earlier step, and use the decompressed file";
const WRONG_FILE = "Check that the path names the results file that the scanner writes.";
const SIGNATURES = [
	{
		bytes: "",
		name: "compressed with gzip",
		remedy: `${DECOMPRESS}: \`gunzip\`.`
	},
	{
		bytes: "BZh",
		name: "compressed with bzip2",
		remedy: `${DECOMPRESS}: \`bunzip2\`.`
	},
	{
		bytes: "ý7zXZ\0",
		name: "compressed with xz",
		remedy: `${DECOMPRESS}: \`unxz\`.`
	},
	{
		bytes: "(µ/ý",
		name: "compressed with Zstandard",
		remedy: `${DECOMPRESS}: \`unzstd\`.`
	},
	{
		bytes: "PK",
		name: "a ZIP archive",
		remedy: `${DECOMPRESS}: \`unzip\`.`
	},
	{
		bytes: "PK",
		name: "an empty ZIP archive",
		remedy: WRONG_FILE
	},
	{
		bytes: "7z¼¯'",
		name: "a 7-Zip archive",
		remedy: `${DECOMPRESS}: \`7z x\`.`
	},
	{
		bytes: "ustar",
		at: 257,
		name: "a tar archive",
		remedy: `${DECOMPRESS}: \`tar -xf\`.`
	},
	{
		bytes: "ELF",
		name: "a program (ELF)",
		remedy: WRONG_FILE
	},
	{
		bytes: "Ïúíþ",
		name: "a program (Mach-O)",
		remedy: WRONG_FILE
	},
	{
		bytes: "MZ\0",
		name: "a program (Windows)",
		remedy: WRONG_FILE
	},
	{
		bytes: "SQLite format 3\0",
		name: "an SQLite database",
		remedy: WRONG_FILE
	},
	{
		bytes: "%PDF-",
		name: "a PDF document",
		remedy: WRONG_FILE
	},
	{
		bytes: "PNG",
		name: "an image (PNG)",
		remedy: WRONG_FILE
	},
	{
		bytes: "ÿØÿ",
		name: "an image (JPEG)",
		remedy: WRONG_FILE
	}
];
const AS_UTF_8 = "Write the file as UTF-8 (in PowerShell: `| Out-File -Encoding utf8`).";
const UTF_32 = {
	name: "UTF-32 text, which is not supported",
	remedy: AS_UTF_8
};
const UTF_16 = {
	name: "UTF-16 text without a byte order mark, which is not supported",
	remedy: AS_UTF_8
};
const LOOKED_AT$1 = 64;
function binaryKindOf(bytes) {
	const beginning = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
	return SIGNATURES.find(({ bytes: magic, at = 0 }) => beginning.startsWith(magic, at)) ?? wideText(beginning);
}
function wideText(beginning) {
	if (beginning.startsWith("ÿþ\0\0") || beginning.startsWith("\0\0þÿ")) return UTF_32;
	if (beginning.startsWith("ÿþ") || beginning.startsWith("þÿ")) return void 0;
	const start = beginning.slice(0, LOOKED_AT$1);
	if (/^(?:[^\0]\0{3}){2,}/.test(start) || /^(?:\0{3}[^\0]){2,}/.test(start)) return UTF_32;
	return /^(?:[^\0]\0){2,}/.test(start) || /^(?:\0[^\0]){2,}/.test(start) ? UTF_16 : void 0;
}
// src/results/parse/text.ts
const SLICE_BYTES = 1048576;
const MARK_EVERY = 4096;
const NUL = 0;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
function encodingOf(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
	return "utf-8";
}
function refuseBinary({ bytes, name }) {
	const kind = binaryKindOf(bytes);
	if (kind !== void 0) throw require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(name)} is ${kind.name}.`, { remedy: kind.remedy });
	if (encodingOf(bytes) === "utf-8") refuseNul(name, new Utf8Text(bytes));
}
var Utf8Text = class {
	bytes;
	#marks = [{
		line: 1,
		column: 1
	}];
	constructor(bytes) {
		this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
	slice(start = 0, end = this.bytes.length) {
		return this.bytes.toString("utf8", start, end);
	}
	positionOf(offset) {
		const marks = Math.floor(offset / MARK_EVERY);
		while (this.#marks.length <= marks) {
			const known = this.#marks.length * MARK_EVERY;
			this.#marks.push(this.#advance(this.#marks.length - 1, known));
		}
		return this.#advance(marks, offset);
	}
	#advance(mark, end) {
		let { line, column } = this.#marks[mark] ?? {
			line: 1,
			column: 1
		};
		for (let at = mark * MARK_EVERY; at < end; at += 1) {
			const byte = this.bytes[at] ?? NUL;
			if (byte === LINE_FEED || byte === CARRIAGE_RETURN && this.bytes[at + 1] !== LINE_FEED) {
				line += 1;
				column = 1;
			} else column += unitsOf(byte);
		}
		return {
			line,
			column
		};
	}
};
function unitsOf(byte) {
	if (isContinuation(byte)) return 0;
	return byte >= 240 ? 2 : 1;
}
function decodedText(file) {
	const encoding = encodingOf(file.bytes);
	return encoding === "utf-8" ? utf8Text(file) : utf16Text(file, encoding);
}
function utf8Text({ name, bytes }) {
	const text = new Utf8Text(bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? bytes.subarray(3) : bytes);
	if ((0, node_buffer.isUtf8)(text.bytes)) return text;
	throw notText(name, "utf-8", text.positionOf(firstNotUtf8(text.bytes)));
}
function utf16Text({ name, bytes }, encoding) {
	const decoder = new TextDecoder(encoding, { fatal: true });
	const utf8 = Buffer.allocUnsafe(Math.ceil(bytes.length / 2) * 3);
	let length = 0;
	for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
		const text = decoded(decoder, bytes.subarray(start, start + SLICE_BYTES), start + SLICE_BYTES < bytes.length);
		if (text === void 0) throw notText(name, encoding);
		length += utf8.write(text, length);
	}
	const text = new Utf8Text(utf8.subarray(0, length));
	refuseNul(name, text);
	return text;
}
function refuseNul(name, text) {
	const index = text.bytes.indexOf(NUL);
	if (index < 0) return;
	throw refusedAt(name, text.positionOf(index), "has a NUL byte, which text never contains", { remedy: "The file is binary, or was damaged when it was written. Have the scanner write it again." });
}
function notText(name, encoding, position) {
	const what = `is not ${encoding.toUpperCase()} text`;
	const remedy = "Write the file as UTF-8, or as UTF-16 with a byte order mark.";
	return position === void 0 ? require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(name)} ${what}.`, { remedy }) : refusedAt(name, position, what, { remedy });
}
function refusedAt(name, position, what, more) {
	const { remedy, because, thrown } = more;
	const where = `line ${position.line}, column ${position.column}`;
	const sentence = `${require_steps.quote(name)} ${what}: ${where}${because === void 0 ? "" : `: ${because}`}.`;
	const known = {
		faults: [{
			sentence,
			place: {
				source: {
					file: name,
					locate: () => position
				},
				at: { position }
			}
		}],
		...require_steps.withoutUndefined({ remedy })
	};
	return require_steps.failing("ResultsFileUnreadable", sentence, known, thrown);
}
function decoded(decoder, bytes, moreFollows) {
	try {
		return decoder.decode(bytes, { stream: moreFollows });
	} catch (error) {
		if (isInvalidText(error)) return void 0;
		throw error;
	}
}
function isInvalidText(error) {
	return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}
function firstNotUtf8(bytes) {
	let start = 0;
	let end = endOfBlock(bytes, start);
	while ((0, node_buffer.isUtf8)(bytes.subarray(start, end))) [start, end] = [end, endOfBlock(bytes, end)];
	for (end = start; (0, node_buffer.isUtf8)(bytes.subarray(start, end)); end = endOfCharacter(bytes, start)) start = end;
	return start;
}
function endOfBlock(bytes, start) {
	let end = Math.min(start + SLICE_BYTES, bytes.length);
	while (end > start + 1 && isContinuation(bytes[end])) end -= 1;
	return end;
}
function endOfCharacter(bytes, start) {
	const lead = bytes[start] ?? 0;
	return start + (lead < 192 ? 1 : lead < 224 ? 2 : lead < 240 ? 3 : 4);
}
function isContinuation(byte) {
	return byte !== void 0 && byte >= 128 && byte < 192;
}
function advance(position, text) {
	const lines = text.split(/\r\n|\r|\n/);
	const last = lines.at(-1)?.length ?? 0;
	return lines.length === 1 ? {
		line: position.line,
		column: position.column + last
	} : {
		line: position.line + lines.length - 1,
		column: last + 1
	};
}
// src/results/parse/parse.ts
const LONGEST_FLOW_STYLE = 262144;
const REMEDIES = {
	end: "The file ends too early: usually the scan step was stopped, or its disk was full. Run the scan again.",
	comment: "Remove the comments from the file.",
	bound: "Check that the path names the results file, or split the results into several files."
};
function looksLikeXml(bytes) {
	return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 4096)).trimStart().startsWith("<");
}
async function parseDocuments(file, parsing = {}) {
	refuseBinary(file);
	const text = decodedText(file);
	const start = skipBlanks(text.bytes, 0);
	if (start === text.bytes.length) return {
		documents: [],
		skippedLines: 0
	};
	const isJson = isOpening(text.bytes[start]);
	const parser = new DocumentParser(text, file.name, parsing);
	const documents = await (isJson ? parser.jsonOrFlowStyle() : parser.yaml());
	const isFault = documents instanceof SyntaxFault;
	if (!isFault && documents.some(({ value }) => isListOrObject(value))) return {
		documents,
		skippedLines: 0
	};
	const after = parsing.skipsLines === true ? jsonAfterLines(text) : void 0;
	if (after !== void 0) {
		const later = await parser.json(after.start);
		if (later instanceof SyntaxFault) throw refusal(file, "JSON", later);
		return {
			documents: later,
			skippedLines: after.lines
		};
	}
	if (isFault) throw refusal(file, isJson ? "JSON" : "YAML", documents);
	return {
		documents,
		skippedLines: 0
	};
}
async function parseXmlFile(file, readers, pause) {
	refuseBinary(file);
	const { parseXml } = await Promise.resolve().then(() => require("./results-parse-xml.js"));
	const fault = await parsedOrFault(parseXml(file.bytes, readers), pause);
	if (fault instanceof SyntaxFault) throw refusal(file, "XML", fault);
}
var DocumentParser = class {
	#text;
	#file;
	#parsing;
	constructor(text, file, parsing) {
		this.#text = text;
		this.#file = file;
		this.#parsing = parsing;
	}
	json(start = 0) {
		return parsedOrFault(parseJson(this.#text, this.#file, { start }), this.#parsing.pause);
	}
	async yaml() {
		const { parseYaml } = await Promise.resolve().then(() => require("./results-parse-yaml-yaml.js"));
		const { names, pause } = this.#parsing;
		return parsedOrFault(parseYaml(this.#text, this.#file, names), pause);
	}
	async jsonOrFlowStyle() {
		const json = await this.json();
		if (!(json instanceof SyntaxFault && json.kind === "other") || this.#text.bytes.length > LONGEST_FLOW_STYLE) return json;
		const yaml = await this.yaml();
		return yaml instanceof SyntaxFault ? json : yaml;
	}
};
async function parsedOrFault(parsing, pause) {
	try {
		return await withBreaks(parsing, pause);
	} catch (error) {
		if (error instanceof SyntaxFault) return error;
		if (error instanceof TooMuch && error.at !== void 0 && "position" in error.at) return new SyntaxFault(error.message, error.at.position, "bound");
		throw error;
	}
}
function isListOrObject(value) {
	return require_steps.isRecord(value) || Array.isArray(value);
}
function refusal({ name }, syntax, fault) {
	const { message, position, kind } = fault;
	return refusedAt(name, position, kind === "bound" ? "is too large or too deep" : `is not well-formed ${syntax}`, {
		because: message,
		remedy: REMEDIES[kind],
		thrown: fault
	});
}
// src/policy/policy-files.ts
const LARGEST_EXCEPTIONS_FILE = 4194304;
const LARGEST_BASELINE_FILE = 268435456;
async function readPolicyFiles({ exceptionsFile, baselineFile }, read) {
	const exceptions = exceptionsFile === void 0 ? [] : await orFailure(exceptionsIn(exceptionsFile, read));
	const baseline = baselineFile === void 0 ? void 0 : await orFailure(baselineIn(baselineFile, read));
	if (exceptions instanceof require_steps.ActionFailure && baseline instanceof require_steps.ActionFailure) throw both(exceptions, baseline);
	if (exceptions instanceof require_steps.ActionFailure) throw exceptions;
	if (baseline instanceof require_steps.ActionFailure) throw baseline;
	return {
		exceptions,
		...require_steps.withoutUndefined({ baseline })
	};
}
async function orFailure(value) {
	try {
		return await value;
	} catch (error) {
		if (error instanceof require_steps.ActionFailure) return error;
		throw error;
	}
}
function both({ failure: one }, { failure: other }) {
	const faultsOf = ({ faults = [], sentence }) => faults.length > 0 ? faults : [{ sentence }];
	return require_steps.failing("InvalidInput", `${one.sentence} ${other.sentence}`, {
		remedy: one.remedy,
		faults: [...faultsOf(one), ...faultsOf(other)]
	});
}
async function exceptionsIn(path, read) {
	const { exceptions, faults } = await asInput("exceptions-file", async () => {
		const { documents } = await parseDocuments(await read(path, LARGEST_EXCEPTIONS_FILE), { names: NAMES_IN_EXCEPTIONS });
		return readExceptions(documents);
	});
	if (faults.length > 0) throw new require_steps.ActionFailure(malformed("exceptions-file", path, faults));
	return exceptions;
}
async function baselineIn(path, read) {
	const baseline = await asInput("baseline-file", async () => {
		const file = await unlessMissing(read(path, LARGEST_BASELINE_FILE));
		return file === void 0 ? "none yet" : readBaseline((await parseDocuments(file)).documents);
	});
	if (baseline !== "none yet" && "faults" in baseline) throw new require_steps.ActionFailure(malformed("baseline-file", path, baseline.faults));
	return baseline;
}
async function unlessMissing(file) {
	try {
		return await file;
	} catch (error) {
		if (error instanceof require_steps.ActionFailure && error.failure.code === "ResultsFileNotFound") return void 0;
		throw error;
	}
}
function malformed(input, path, faults) {
	const sentence = `\`${input}\` ${require_steps.quote(path)} has ${require_steps.count(faults.length, "fault")}.`;
	return require_steps.failureFor("InvalidInput", sentence, {
		faults,
		remedy: "Correct the file at the places named above; docs/policy.md describes the format."
	});
}
async function asInput(input, act) {
	try {
		return await act();
	} catch (error) {
		if (!(error instanceof require_steps.ActionFailure)) throw error;
		const { sentence, cause, faults } = error.failure;
		throw require_steps.failing("InvalidInput", `\`${input}\`: ${sentence}`, {
			remedy: `Correct the file, or the path in \`${input}\`.`,
			...require_steps.withoutUndefined({
				cause,
				faults
			})
		}, error);
	}
}
// src/report/overwriting.ts
async function placeForUndelivered(undeliveredFile, files, results, workingDirectory) {
	if (undeliveredFile === void 0) return void 0;
	const named = (0, node_path.resolve)(workingDirectory, undeliveredFile);
	const kind = await require_steps.kindOfFile(named);
	if (kind === "directory" || kind === "other") throw require_steps.failing("InvalidInput", "`undelivered-file` is not a regular file.", { remedy: REMEDY });
	const path = await require_steps.realPathOf(named);
	const index = files.findIndex((file) => file.path === path);
	if (index < 0) return {
		path: named,
		replace: false
	};
	if (results.files[index]?.isUndeliveredFile === true) return {
		path,
		replace: true
	};
	throw require_steps.failing("InvalidInput", "`undelivered-file` would overwrite one of the results files.", { remedy: REMEDY });
}
async function refuseSharedPath(undelivered, { reportPath, sarifPath }) {
	if (undelivered === void 0) return;
	const path = await require_steps.realPathOf(undelivered.path);
	const other = path === reportPath ? "report-file" : path === sarifPath ? "sarif-file" : void 0;
	if (other === void 0) return;
	throw require_steps.failing("InvalidInput", `\`undelivered-file\` and \`${other}\` name the same file.`, { remedy: "Name another file in one of the two." });
}
const REMEDY = "Name another file, or leave `undelivered-file` out: the action then chooses a new name.";
// src/report/policy-report.ts
const MOST_LINES = 1e3;
function reportFindings(log, findings, baselineFile) {
	reportAcceptance(log, findings.acceptance);
	if (findings.since !== void 0) reportComparison(log, findings.since);
	else if (baselineFile !== void 0) {
		const sentence = `There is no baseline yet in ${require_steps.quote(baselineFile)}: every failure counts as new.`;
		log.annotate("notice", { sentence }, "No baseline yet");
	}
}
function reportAcceptance(log, { accepted, warnings, forOtherScans }) {
	if (accepted.size > 0) {
		const are = accepted.size === 1 ? "is" : "are";
		log.info(`${require_steps.count(accepted.size, "failed rule")} ${are} accepted, but still sent as FAILED:`);
		list(log, [...accepted].flatMap(([rule, exceptions]) => exceptions.map(({ owner, expires, reason }) => `${rule}: by ${owner} until ${expires}: ${reason}`)));
	}
	if (forOtherScans > 0) {
		const are = forOtherScans === 1 ? "is" : "are";
		log.info(`${require_steps.count(forOtherScans, "exception")} ${are} for other targets or benchmarks.`);
	}
	if (warnings.length > 0) {
		const accept = warnings.length === 1 ? "accepts" : "accept";
		const headline = `${require_steps.count(warnings.length, "exception")} ${accept} nothing.`;
		log.annotateAll("warning", headline, "About the exceptions", warnings);
	}
}
function reportComparison(log, { baseline, comparison, warnings }) {
	for (const sentence of warnings) log.annotate("warning", { sentence }, "About the baseline");
	log.info(`${sinceWhen(baseline.created)}: ${describeComparison(comparison)}.`);
	for (const [head, changes] of changesOf(comparison)) {
		if (changes.length === 0) continue;
		log.info(`${head}:`);
		list(log, changes.map(describeChange));
	}
}
function sinceWhen(created) {
	return created === void 0 ? "Since the baseline" : `Since the baseline of ${created}`;
}
function changesOf(comparison) {
	return [
		["Newly failed", comparison.newlyFailed],
		["Newly passed", comparison.newlyPassed],
		["Changed otherwise", comparison.otherwise],
		["New", comparison.added],
		["Gone", comparison.gone]
	];
}
function describeComparison(comparison) {
	const changes = changesOf(comparison).filter(([, changes]) => changes.length > 0).map(([head, changes]) => `${require_steps.grouped(changes.length)} ${head.toLowerCase()}`);
	return changes.length === 0 ? "nothing has changed" : require_steps.allOf(changes);
}
function describeChange({ id, from, to }) {
	return from === void 0 || to === void 0 ? `${id}: ${to ?? from ?? ""}` : `${id}: ${from}, now ${to}`;
}
function list(log, lines) {
	for (const line of lines.slice(0, MOST_LINES)) log.info(`  ${line}`);
	if (lines.length > MOST_LINES) log.info(`  and ${require_steps.grouped(lines.length - MOST_LINES)} more.`);
}
// src/results/age.ts
const SECOND = 1e3;
const DAY = 86400 * SECOND;
const TOLERANCE_ON_ONE_DEVICE = 2 * SECOND;
const TOLERANCE_ON_TWO_DEVICES = 60 * SECOND;
function refuseStale(files, limit) {
	const sentences = staleFiles(files, limit).map(({ failure }) => failure.failure.sentence);
	const [first, ...others] = sentences;
	if (first === void 0) return;
	throw require_steps.failing("StaleResults", others.length === 0 ? first : `${first} ${require_steps.count(others.length, "more results file is", "more results files are")} too old as well.`, others.length === 0 ? {} : { faults: sentences.map((sentence) => ({ sentence })) });
}
function staleFiles(files, limit) {
	return files.flatMap((file, after) => {
		const sentence = file.isUndeliveredFile ? void 0 : staleBy(file, limit);
		return sentence === void 0 ? [] : [{
			failure: require_steps.failing("StaleResults", sentence),
			after
		}];
	});
}
function ageWarnings(files, { maxAge, job, now }) {
	const isUnknown = maxAge.kind === "job" && "unknown" in job;
	return files.flatMap(({ file, modified, ended, isUndeliveredFile }) => {
		const warnings = [];
		const age = now - modified;
		if (isUnknown && !isUndeliveredFile && age > DAY) {
			const sentence = `${require_steps.quote(file)} was written ${require_steps.describeDuration(age)} ago. Whether that was during this job is unknown: ${job.unknown}.`;
			warnings.push({ sentence });
		}
		if (ended !== void 0 && modified - ended > DAY) {
			const sentence = `${require_steps.quote(file)} holds a scan that ended ${require_steps.describeDuration(modified - ended)} before the file was written.`;
			warnings.push({ sentence });
		}
		return warnings;
	});
}
function staleBy(file, { maxAge, job, now }) {
	const { file: name, modified, device, ended } = file;
	if (maxAge.kind === "duration") {
		const age = now - Math.min(modified, ended ?? modified);
		if (age <= maxAge.milliseconds) return void 0;
		const clock = ended !== void 0 && ended < modified ? "by the scan's end time" : "by the file's modification time";
		return `${require_steps.quote(name)} is ${require_steps.describeDuration(age)} old (${clock}); \`max-age\` is ${maxAge.text}.`;
	}
	if (maxAge.kind === "any" || "unknown" in job) return void 0;
	const tolerance = device === job.device ? TOLERANCE_ON_ONE_DEVICE : TOLERANCE_ON_TWO_DEVICES;
	const before = job.began - modified;
	if (before <= tolerance) return void 0;
	return `${require_steps.quote(name)} was written ${require_steps.describeDuration(before)} before this job began (by the file's modification time): these are not results of this job.`;
}
// src/report/report.ts
const MOST_CHUNK_LINES = 20;
const MOST_NAMED$2 = 10;
function reportAges(log, files, limit) {
	if (limit.maxAge.kind === "job" && "unknown" in limit.job) for (const { file, modified } of files) log.info(`${file}: written ${require_steps.describeDuration(Math.max(0, limit.now - modified))} ago`);
	for (const fault of ageWarnings(files, limit)) log.annotate("warning", fault, "Old results");
}
function reportJudgement(log, { warning }) {
	if (warning === void 0) return;
	const { code, sentence, cause = "" } = warning;
	log.annotate("warning", { sentence: `${sentence} ${cause}`.trim() }, require_steps.FAILURES[code].title);
}
function reportMessages(log, { messages, leftOut, faults, repeats, outweighed, worsened, notices }) {
	const counts = require_steps.countStatuses(messages.map(({ status }) => status));
	const present = require_steps.STATUSES_WORST_FIRST.filter((status) => counts[status] > 0);
	log.info(`${require_steps.count(messages.length, "message")}: ${present.map((status) => `${status} ${counts[status]}`).join(", ") || "none"}`);
	for (const notice of notices.slice(0, MOST_NAMED$2)) log.annotate("notice", notice, "About the messages");
	if (repeats.length > 0) {
		const sentence = `${require_steps.count(repeats.length, "exact duplicate")} in the results, sent once: ${named(repeats.map(({ ruleId }) => ruleId))}.`;
		log.annotate("notice", { sentence }, "Duplicate messages");
	}
	if (outweighed.length > 0) {
		const sentence = `A messages file and a scanner both have results for ${require_steps.count(outweighed.length, "rule")}; the worse status is sent: ${named(outweighed.map(({ ruleId }) => ruleId))}.`;
		log.annotate("notice", { sentence }, "Messages and scanner results");
	}
	if (worsened.length > 0) {
		const sentence = `An earlier step of this session delivered a worse status for ${named(worsened)}; the worse one is sent again.`;
		log.annotate("warning", { sentence }, "Earlier results are worse");
	}
	if (leftOut.length > 0) {
		const were = leftOut.length === 1 ? "is" : "are";
		const headline = `${require_steps.count(leftOut.length, "message")} ${were} not valid and left out (\`on-invalid: skip\`).`;
		log.annotateAll("warning", headline, require_steps.FAILURES.InvalidMessages.title, faults);
	}
}
function reportSending(log, run, { session, chunkSize }, region) {
	log.info(`Sending to scan job ${session.scanJobId} in ${region}: ${require_steps.count(run.chunks.length, "chunk")} of at most ${chunkSize} messages.`);
}
function named(rules) {
	const first = rules.slice(0, MOST_NAMED$2);
	const more = rules.length > first.length ? ` and ${rules.length - first.length} more` : "";
	return `${first.join(", ")}${more}`;
}
function deliveryProgress(log, chunks) {
	const step = Math.ceil(chunks.length / MOST_CHUNK_LINES);
	let sent = 0;
	let messages = 0;
	return (chunk, { requestId, attempts }) => {
		sent += 1;
		messages += chunk.messages.length;
		if (step > 1 && sent !== 1 && sent % step !== 0 && sent !== chunks.length) return;
		const times = attempts > 1 ? `, ${attempts} attempts` : "";
		const request = requestId === void 0 ? "" : `, request ${requestId}`;
		const total = step > 1 ? `; ${require_steps.count(sent, "chunk")} and ${require_steps.count(messages, "message")} so far` : "";
		log.info(`${require_steps.describeChunk(chunk, chunks.length)}: sent${times}${request}${total}`);
	};
}
// src/results/glob.ts
var Unlistable = class extends Error {
	directory;
	constructor(directory, thrown) {
		super(thrown.message, { cause: thrown });
		this.directory = directory;
	}
};
function isGlob(text) {
	return /[*?[]/.test(text);
}
async function findMatches(glob, workingDirectory) {
	const { root } = (0, node_path.parse)(glob);
	const start = (0, node_path.isAbsolute)(glob) ? root : workingDirectory;
	const steps = glob.slice((0, node_path.isAbsolute)(glob) ? root.length : 0).split(SEPARATOR).filter((name) => name !== "").map(stepOf).filter((step, index, all) => step !== ANY_DIRECTORIES || all[index - 1] !== ANY_DIRECTORIES);
	const found = new Set();
	for await (const path of walk(start, steps, [])) found.add(path);
	return [...found];
}
const SEPARATOR = process.platform === "win32" ? /[\\/]/ : /\//;
const ANY_DIRECTORIES = Symbol("**");
function stepOf(name) {
	if (name === "**") return ANY_DIRECTORIES;
	const tokens = tokensOf(name);
	const literal = tokens.map((token) => typeof token === "string" ? token : void 0);
	return literal.every((character) => character !== void 0) ? literal.join("") : tokens;
}
async function* walk(path, steps, within) {
	const [step, ...rest] = steps;
	if (step === void 0) yield path;
	else if (typeof step === "string") yield* walk((0, node_path.join)(path, step), rest, within);
	else if (step === ANY_DIRECTORIES) yield* walkBelow(path, rest, within);
	else for (const name of await entriesOf(path)) if (matches(step, name)) yield* walk((0, node_path.join)(path, name), rest, within);
}
async function* walkBelow(path, rest, within) {
	if (!await isDirectory(path)) {
		if (rest.length === 0) yield path;
		return;
	}
	const real = await (0, node_fs_promises.realpath)(path);
	if (within.includes(real)) return;
	if (rest.length > 0) yield* walk(path, rest, within);
	for (const name of await entriesOf(path)) yield* walkBelow((0, node_path.join)(path, name), rest, [...within, real]);
}
async function entriesOf(directory) {
	try {
		return (await (0, node_fs_promises.readdir)(directory)).sort();
	} catch (error) {
		if (!require_steps.isSystemError(error)) throw error;
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
		throw new Unlistable(directory, error);
	}
}
async function isDirectory(path) {
	try {
		return (await (0, node_fs_promises.stat)(path)).isDirectory();
	} catch (error) {
		if (require_steps.isSystemError(error)) return false;
		throw error;
	}
}
function tokensOf(pattern) {
	const characters = Array.from(pattern);
	const tokens = [];
	for (let index = 0; index < characters.length; index += 1) {
		const character = characters[index] ?? "";
		const next = characters[index + 1];
		const set = character === "[" ? characterSetAt(characters, index) : void 0;
		if (set !== void 0) {
			tokens.push(set.token);
			index = set.end;
		} else if (character === "\\" && next !== void 0) {
			tokens.push(next);
			index += 1;
		} else if (character === "*") tokens.push({ kind: "any" });
		else tokens.push(character === "?" ? { kind: "one" } : character);
	}
	return tokens;
}
function characterSetAt(characters, start) {
	const isNegated = /^[!^]$/.test(characters[start + 1] ?? "");
	const first = start + (isNegated ? 2 : 1);
	const end = characters.indexOf("]", first + 1);
	if (end < 0) return void 0;
	const ranges = [];
	for (let index = first; index < end; index += 1) {
		const low = characters[index] ?? "";
		const isRange = characters[index + 1] === "-" && index + 2 < end;
		ranges.push([low, isRange ? characters[index + 2] ?? low : low]);
		if (isRange) index += 2;
	}
	return {
		token: {
			kind: "set",
			isNegated,
			ranges
		},
		end
	};
}
function matches(pattern, name) {
	const characters = Array.from(name);
	let token = 0;
	let index = 0;
	let lastAny;
	while (index < characters.length) {
		const expected = pattern[token];
		if (isKind(expected, "any")) {
			lastAny = {
				token,
				index
			};
			token += 1;
		} else if (expected !== void 0 && matchesOne(expected, characters[index] ?? "")) {
			token += 1;
			index += 1;
		} else if (lastAny !== void 0) {
			lastAny.index += 1;
			token = lastAny.token + 1;
			index = lastAny.index;
		} else return false;
	}
	return pattern.slice(token).every((left) => isKind(left, "any"));
}
function isKind(token, kind) {
	return typeof token === "object" && token.kind === kind;
}
function matchesOne(token, character) {
	const folded = foldCase(character);
	if (typeof token === "string") return foldCase(token) === folded;
	if (token.kind !== "set") return token.kind === "one";
	return token.ranges.some(([first, last]) => foldCase(first) <= folded && folded <= foldCase(last)) !== token.isNegated;
}
function foldCase(character) {
	return process.platform === "win32" ? character.toLowerCase() : character;
}
// src/results/unread.ts
function isRead(found) {
	return !("unread" in found);
}
async function readOrUnread(read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof require_steps.ActionFailure && error.failure.code !== "Cancelled") return { unread: error };
		throw error;
	}
}
// src/results/open.ts
const LARGEST_RESULTS_FILE = 268435456;
async function readResultsFiles(patterns, workingDirectory, largest = LARGEST_RESULTS_FILE) {
	const paths = new Set();
	const found = [];
	for (const pattern of patterns) {
		const named = await readOrUnread(() => findFiles(pattern, workingDirectory));
		if (!isRead(named)) {
			found.push(named);
			continue;
		}
		for (const path of named) {
			if (paths.has(path)) continue;
			paths.add(path);
			found.push(await readOrUnread(() => readResultsFile(path, workingDirectory, largest)));
		}
	}
	return found;
}
async function readOneFile(path, workingDirectory, largest) {
	const absolute = (0, node_path.resolve)(workingDirectory, path);
	const kind = await kindOfMatch(absolute);
	if (kind === void 0) throw require_steps.failing("ResultsFileNotFound", `file ${require_steps.quote(path)} does not exist.${await nearMisses(absolute)}`);
	if (kind !== "file") throw require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(path)} is not a regular file.`);
	return readResultsFile(await (0, node_fs_promises.realpath)(absolute), workingDirectory, largest);
}
async function findFiles(pattern, workingDirectory) {
	const path = (0, node_path.resolve)(workingDirectory, pattern);
	const kind = await kindOfMatch(path);
	if (kind === "file") return [await (0, node_fs_promises.realpath)(path)];
	const matches = kind === void 0 && isGlob(pattern) ? await matchesOf(pattern, workingDirectory) : [];
	const files = [];
	for (const match of matches) if (await kindOfMatch(match) === "file") files.push(match);
	if (files.length === 0) throw await notFound(pattern, workingDirectory);
	return Promise.all(files.sort().map((file) => (0, node_fs_promises.realpath)(file)));
}
async function matchesOf(pattern, workingDirectory) {
	try {
		return await findMatches(pattern, workingDirectory);
	} catch (error) {
		if (!(error instanceof Unlistable)) throw error;
		throw require_steps.failing("ResultsFileUnreadable", `The directory ${require_steps.quote(require_steps.nameForUser(error.directory, workingDirectory))}, which may hold files for \`results-file\` ${require_steps.quote(pattern)}, cannot be listed.`, {
			cause: error.message,
			remedy: "Name the files or their directory more precisely, or allow the runner's user to list the directory."
		}, error);
	}
}
async function kindOfMatch(path) {
	try {
		const found = await (0, node_fs_promises.stat)(path);
		return found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
	} catch (error) {
		if (require_steps.isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return void 0;
		throw unreadable(path, error);
	}
}
async function readResultsFile(path, workingDirectory, largest) {
	const name = require_steps.nameForUser(path, workingDirectory);
	try {
		const handle = await (0, node_fs_promises.open)(path, node_fs.constants.O_RDONLY | require_steps.WITHOUT_WAITING);
		try {
			const { size, mtimeMs: modified, dev: device } = await handle.stat();
			if (size > largest) throw tooLarge(name, require_steps.count(size, "byte"), largest);
			return {
				name,
				path,
				bytes: await readAtMost(handle, size, largest, name),
				modified,
				device
			};
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw require_steps.isSystemError(error) ? unreadable(name, error) : error;
	}
}
async function readAtMost(handle, size, largest, name) {
	const pieces = [];
	for (let length = 0;;) {
		const piece = Buffer.allocUnsafe(Math.max(size + 1 - length, 65536));
		const { bytesRead } = await handle.read(piece);
		if (bytesRead === 0) return concatenated(pieces);
		pieces.push(piece.subarray(0, bytesRead));
		length += bytesRead;
		if (length > largest) throw tooLarge(name, `more than ${require_steps.count(largest, "byte")}`, largest);
	}
}
function concatenated(pieces) {
	const [first] = pieces;
	return first !== void 0 && pieces.length === 1 ? first : Buffer.concat(pieces);
}
function tooLarge(name, has, largest) {
	return require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(name)} has ${has}; the limit is ${require_steps.count(largest, "byte")}.`, { remedy: "Check that the path names the results file, or split the results into several files." });
}
async function notFound(pattern, workingDirectory) {
	const path = (0, node_path.resolve)(workingDirectory, pattern);
	const kind = await kindOfMatch(path);
	if (kind === "directory") return require_steps.failing("ResultsFileNotFound", `\`results-file\` ${require_steps.quote(pattern)} is a directory.`, { remedy: `Name the files in it, with a glob such as \`${pattern.replace(/[\\/]+$/, "")}/*.json\`.` });
	if (kind === "other") return require_steps.failing("ResultsFileNotFound", `\`results-file\` ${require_steps.quote(pattern)} is not a regular file.`);
	return require_steps.failing("ResultsFileNotFound", `\`results-file\` ${require_steps.quote(pattern)} matches no file in the working directory ${require_steps.quote(workingDirectory)}.` + await nearMisses(path));
}
async function nearMisses(path) {
	const directory = (0, node_path.dirname)(path);
	let names;
	try {
		names = (await (0, node_fs_promises.readdir)(directory)).sort();
	} catch (error) {
		if (require_steps.isSystemError(error)) {
			const why = error.code === "ENOENT" ? "does not exist" : `cannot be listed (${error.code ?? "unknown"})`;
			return ` The directory ${require_steps.quote(directory)} ${why}.`;
		}
		throw error;
	}
	if (names.length === 0) return ` The directory ${require_steps.quote(directory)} is empty.`;
	const close = require_steps.didYouMean((0, node_path.basename)(path), names);
	if (close !== "") return close;
	const some = names.slice(0, 8).map(require_steps.quote).join(", ");
	return ` In ${require_steps.quote(directory)} there are: ${some}${names.length > 8 ? ` and ${require_steps.count(names.length - 8, "more", "more")}` : ""}.`;
}
function unreadable(name, error) {
	const cause = require_steps.isSystemError(error) ? error.message : String(error);
	return require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(name)} cannot be read.`, { cause }, error);
}
// src/results/benchmarks.ts
const MOST_BENCHMARKS = 100;
const MOST_NAMED$1 = 5;
function benchmarkFindings(scans, naming) {
	const stated = statedBenchmarks(scans, naming);
	if (stated.length > MOST_BENCHMARKS) {
		const most = `at most ${MOST_BENCHMARKS} can be compared`;
		throw require_steps.failing("InvalidMessages", `The results are for ${require_steps.count(stated.length, "different benchmark")}; ${most}.`, { remedy: "Send the results of each benchmark to its own session." });
	}
	const pairs = stated.flatMap((one, index) => stated.slice(0, index).map((other) => [other, one]));
	const different = pairs.filter(([one, other]) => areDifferent(one, other));
	return {
		faults: different.flatMap((pair) => sharedNumbers(pair, naming)),
		warnings: severalBenchmarks(different),
		notices: notCompared(pairs.filter((pair) => !different.includes(pair)))
	};
}
function statedBenchmarks(scans, naming) {
	const stated = new Map();
	for (const placed of scans) {
		const { scan, source } = placed;
		const [first] = scan.ruleResults;
		if (first === void 0) continue;
		const label = benchmarkTitle(scan) ?? "";
		const scanner = scannerName(placed);
		const { cisBenchmark = {} } = scan;
		const key = JSON.stringify([
			scanner,
			label,
			cisBenchmark.product,
			cisBenchmark.version
		]);
		const known = stated.get(key) ?? {
			scanner,
			label,
			comparable: cisBenchmark,
			numbers: new Set(),
			place: {
				source,
				at: first.at
			}
		};
		stated.set(key, known);
		for (const name of scan.ruleResults.flatMap((rule) => namesOf(rule, naming))) if (isRecommendation(name)) known.numbers.add(name);
	}
	return [...stated.values()];
}
function areDifferent(one, other) {
	const { comparable: a } = one;
	const { comparable: b } = other;
	if (cisBenchmarksDiffer(a, b)) return true;
	const bothCompared = a.product !== void 0 && b.product !== void 0;
	const named = one.label !== "" && other.label !== "";
	return one.scanner === other.scanner && named && one.label !== other.label && !bothCompared;
}
function severalBenchmarks(different) {
	if (different.length === 0) return [];
	const labels = [...new Set(different.flat().map(describeBenchmark))];
	const more = labels.length > MOST_NAMED$1 ? [`${labels.length - MOST_NAMED$1} more`] : [];
	return [{ sentence: `The results are for different benchmarks: ${require_steps.allOf([...labels.slice(0, MOST_NAMED$1), ...more])}.` }];
}
function sharedNumbers([one, other], naming) {
	if (!cisBenchmarksDiffer(one.comparable, other.comparable)) return [];
	const shared = [...other.numbers].filter((number) => one.numbers.has(number));
	if (shared.length === 0) return [];
	const named = shared.slice(0, MOST_NAMED$1);
	const more = shared.length > named.length ? [`${shared.length - named.length} more`] : [];
	const orOwnIds = naming === "cis" ? ", or set `rule-id: scanner` if the scanners have their own ids" : "";
	return [{
		sentence: `${describeBenchmark(other)} here and ${describeBenchmark(one)} at ${require_steps.describePlace(one.place)} share ${require_steps.count(shared.length, "number")} (${require_steps.allOf([...named, ...more])}), and the same number means a different rule in each benchmark. Scan with one benchmark, or send the results of each to its own session${orOwnIds}.`,
		place: other.place
	}];
}
function notCompared(pairs) {
	const sharing = pairs.filter(([one, other]) => (one.comparable.version === void 0 || other.comparable.version === void 0) && [...other.numbers].some((number) => one.numbers.has(number)));
	if (sharing.length === 0) return [];
	const who = [...new Set(sharing.flat().map(({ scanner, label }) => label === "" ? scanner : `${scanner} (${label})`))];
	return [{ sentence: `Results of ${require_steps.allOf(who.slice(0, MOST_NAMED$1))} share recommendations, but not all of them state the version of their CIS benchmark, so the versions could not be compared.` }];
}
function describeBenchmark({ label, scanner }) {
	return label === "" ? `an unnamed benchmark of ${scanner}` : require_steps.quote(label);
}
// src/results/disagreements.ts
function disagreementsOf(ruleResults, drafts) {
	if (ruleResults.length === 0) return [];
	const all = [...ruleResults.map(opinionOfScanner), ...drafts.flatMap(opinionOfMessage)];
	if (new Set(all.map(({ scanner }) => scanner)).size < 2) return [];
	const byRule = new Map();
	for (const one of all) {
		const known = byRule.get(one.ruleId);
		if (known === void 0) byRule.set(one.ruleId, [one]);
		else known.push(one);
	}
	return [...byRule].flatMap(([ruleId, ofRule]) => {
		const opinions = worstByScanner(ofRule);
		const statuses = new Set(opinions.map(({ status }) => status));
		if (!statuses.has("PASSED") || !statuses.has("FAILED")) return [];
		const title = ofRule.find((one) => one.title !== void 0)?.title;
		return [{
			ruleId,
			opinions,
			...require_steps.withoutUndefined({ title })
		}];
	});
}
function opinionOfScanner({ ruleId, status, scanner = "", place, title }) {
	return {
		ruleId,
		status,
		scanner,
		place,
		title
	};
}
function opinionOfMessage({ value, place }) {
	if (!require_steps.isRecord(value)) return [];
	const { ruleId, status } = value;
	return typeof ruleId === "string" && require_steps.isStatus(status) ? [{
		ruleId,
		status,
		scanner: "messages",
		place
	}] : [];
}
function worstByScanner(opinions) {
	return [...new Set(opinions.map(({ scanner }) => scanner))].flatMap((scanner) => {
		const own = opinions.filter((one) => one.scanner === scanner);
		const status = require_steps.worstOf(own.map((one) => one.status));
		const first = own.find((one) => one.status === status);
		return first === void 0 ? [] : [{
			scanner,
			status: first.status,
			place: first.place
		}];
	});
}
// src/results/faults.ts
const MOST_NAMED = 5;
function documentFaults(scans) {
	return scans.flatMap(({ scan, source }) => (scan.faults ?? []).filter(({ ofRecord = false }) => !ofRecord).map(({ sentence, at }) => ({
		sentence,
		place: {
			source,
			at
		}
	})));
}
function recordFaultsOf(scans, leftOut, naming) {
	const others = new Map(require_steps.combine(leftOut).map(({ ruleId, status }) => [ruleId, status]));
	return scans.flatMap(({ scan, source }) => {
		const rules = new Map((scan.unreadableRules ?? []).map((rule) => [rule.ruleId, namesOf(rule, naming)]));
		return (scan.faults ?? []).flatMap(({ ofRecord = false, sentence, at, ruleId, status }) => {
			if (!ofRecord) return [];
			const names = ruleId === void 0 ? [] : rules.get(ruleId) ?? [ruleId];
			const statuses = [status, ...names.map((name) => others.get(name))].filter((one) => one !== void 0);
			const known = {
				ruleId: names.length === 0 ? void 0 : names.join(", "),
				status: status === void 0 ? void 0 : require_steps.worstOf(statuses)
			};
			return [{
				sentence,
				place: {
					source,
					at
				},
				...require_steps.withoutUndefined(known)
			}];
		});
	});
}
function leftOutWarning(leftOut) {
	const rules = [...new Set(leftOut.map(({ ruleId }) => ruleId))];
	if (rules.length === 0) return [];
	const more = rules.length > MOST_NAMED ? [`${require_steps.grouped(rules.length - MOST_NAMED)} more`] : [];
	const named = require_steps.allOf([...rules.slice(0, MOST_NAMED).map(require_steps.quote), ...more]);
	const are = leftOut.length === 1 ? "is" : "are";
	return [{ sentence: `${require_steps.count(leftOut.length, "result")} ${are} left out because another result of the same rule cannot be read: ${named}.` }];
}
function scanWarnings({ scan, source }) {
	return (scan.warnings ?? []).map(({ sentence, at }) => ({
		sentence,
		place: {
			source,
			at
		}
	}));
}
function undefinedWords(results) {
	const firstOfWord = new Map();
	for (const { undefinedWord, place } of results) {
		if (undefinedWord === void 0) continue;
		const known = firstOfWord.get(undefinedWord);
		firstOfWord.set(undefinedWord, {
			place: known?.place ?? place,
			times: (known?.times ?? 0) + 1
		});
	}
	return [...firstOfWord].map(([word, { place, times }]) => ({
		sentence: `The format does not define the status ${require_steps.quote(word)} (${require_steps.count(times, "result")}): sent as UNKNOWN.`,
		place
	}));
}
// src/results/reading/time.ts
function timeOf(value) {
	const time = Date.parse(require_steps.textOf(value) ?? "");
	return time > 0 ? time : void 0;
}
function earliest(times) {
	return extreme(times, Math.min);
}
function latest(times) {
	return extreme(times, Math.max);
}
function extreme(times, of) {
	let known;
	for (const time of times) if (time !== void 0) known = known === void 0 ? time : of(known, time);
	return known;
}
// src/results/file-report.ts
function resultsIn(scan) {
	return scan.ruleResults.length + (scan.drafts?.length ?? 0);
}
function reportOf({ file, format, scans: placed }) {
	const scans = placed.map(({ scan }) => scan);
	const facts = commonFacts(scans);
	const named = scans.find(({ scanner }) => scanner !== void 0);
	return {
		file: file.name,
		format,
		modified: file.modified,
		device: file.device,
		sha256: (0, node_crypto.createHash)("sha256").update(file.bytes).digest("hex"),
		isUndeliveredFile: scans.every(isUndelivered),
		results: scans.reduce((sum, scan) => sum + resultsIn(scan), 0),
		...require_steps.withoutUndefined({
			scanner: nameAndVersion(named?.scanner, named?.scannerVersion),
			benchmark: benchmarkTitle(facts),
			profile: facts.profile,
			target: targetOf(placed),
			excluded: excludedFrom(scans),
			started: earliest(scans.map(({ started }) => started)),
			ended: latest(scans.map(({ ended }) => ended))
		})
	};
}
function excludedFrom(scans) {
	const counts = new Map();
	for (const { what, count } of scans.flatMap(({ excluded = [] }) => excluded)) counts.set(what, (counts.get(what) ?? 0) + count);
	return counts.size === 0 ? void 0 : [...counts].map(([what, count]) => ({
		what,
		count
	}));
}
function isUndelivered({ detailsEncoding, session = [] }) {
	return detailsEncoding === "base64" && session.some(({ member }) => member === "scanJobId");
}
function commonFacts(scans) {
	const named = scans.find(({ benchmark }) => benchmark !== void 0);
	const ofSame = scans.filter(({ benchmark }) => benchmark === named?.benchmark);
	return require_steps.withoutUndefined({
		benchmark: named?.benchmark,
		benchmarkVersion: only(ofSame, "benchmarkVersion"),
		contentVersion: only(ofSame, "contentVersion"),
		profile: firstStated(scans, "profile"),
		platform: firstStated(scans, "platform")
	});
}
function firstStated(scans, name) {
	return scans.find((scan) => scan[name] !== void 0)?.[name];
}
function only(scans, name) {
	return new Set(scans.map((scan) => scan[name]).filter((value) => value !== void 0)).size === 1 ? firstStated(scans, name) : void 0;
}
// src/results/recognise.ts
const MOST_TRIED = 1e5;
function recognisedBy(document, scanners, format) {
	const candidates = scanners.filter((scanner) => scanner.kind === "data");
	const named = candidates.find(({ name }) => name === format);
	if (named !== void 0 && holdsResults(named, document)) return [named];
	return candidates.filter((scanner) => scanner.recognises(document));
}
function recognise(document, scanners, { format, unsupported }, file) {
	const [first, second] = recognisedBy(document, scanners, format);
	if (first !== void 0 && second === void 0) return first;
	if (first !== void 0 && second !== void 0) throw ambiguous(file, first, second);
	const known = unsupported.find(({ recognises }) => recognises(document));
	if (known !== void 0) throw unsupportedFormat(file, known);
	const readable = hasAtMost(MOST_TRIED, document) ? scanners.find((scanner) => scanner.kind === "data" && scanner.read(document).some(({ ruleResults }) => ruleResults.length > 0)) : void 0;
	throw unrecognised(file, describeDocument(document), scanners, readable);
}
function unsupportedFormat(file, format, thrown) {
	const sentence = `${require_steps.quote(file)} is ${format.name}, which is not supported.`;
	return require_steps.failing("ResultsFormatUnknown", sentence, { remedy: format.advice }, thrown);
}
function holdsResults(scanner, document) {
	try {
		return scanner.read(document).some(({ ruleResults, drafts = [] }) => ruleResults.length + drafts.length > 0);
	} catch (error) {
		if (error instanceof TooMuch) return true;
		throw error;
	}
}
function hasAtMost(most, value) {
	let values = 0;
	const isWithin = (part) => {
		values += 1;
		if (values > most) return false;
		if (Array.isArray(part)) return part.every(isWithin);
		return !require_steps.isRecord(part) || Object.keys(part).every((name) => isWithin(part[name]));
	};
	return isWithin(value);
}
function ambiguous(file, first, second) {
	return require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file)} could be \`${first.name}\` or \`${second.name}\`.`, { remedy: "Set `results-format`." });
}
function unrecognised(file, what, scanners, readable) {
	const shapes = scanners.map(({ name, shape }) => `\`${name}\`: ${shape}`);
	const [only, ...others] = scanners;
	const wanted = only !== void 0 && others.length === 0 ? `not \`${only.name}\`` : "not in a supported format";
	return require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file)} is ${wanted}; it is ${what}.`, {
		cause: `Looked for ${shapes.join("; ")}.`,
		remedy: readable === void 0 ? "Have the scanner write one of the formats in `docs/formats.md`." : `If it is \`${readable.name}\`, set \`results-format: ${readable.name}\`.`
	});
}
function describeDocument(document) {
	if (!Array.isArray(document)) return describeValue(document);
	const first = document[0];
	return `a list of ${document.length}, the first ${Array.isArray(first) ? "a list" : describeValue(first)}`;
}
function describeValue(document) {
	if (!require_steps.isRecord(document)) return document === null ? "empty" : `a single ${typeof document}`;
	const members = Object.keys(document);
	if (members.length === 0) return "an empty object";
	return `an object with ${members.slice(0, 8).map(require_steps.quote).join(", ")}${members.length > 8 ? " and more" : ""}`;
}
// src/results/known-text.ts
const LOOKED_AT = 65536;
const LONGEST_REPAIRED = 1048576;
const EXPLAINABLE = new Set(["ResultsFileUnreadable", "ResultsFormatUnknown"]);
function isExplainable(error) {
	return error instanceof require_steps.ActionFailure && EXPLAINABLE.has(error.failure.code);
}
function explained(error, file, unsupported) {
	if (!isExplainable(error) || exceedsBound(error)) return error;
	const format = knownFormat(file, unsupported);
	if (format === void 0) return error;
	if (format.isMalformed !== true) return unsupportedFormat(file.name, format, error);
	if (error.failure.code !== "ResultsFileUnreadable") return error;
	return new require_steps.ActionFailure({
		...error.failure,
		remedy: format.advice
	}, error);
}
function exceedsBound({ cause }) {
	return cause instanceof TooMuch || cause instanceof SyntaxFault && cause.kind === "bound";
}
function repaired(error, file, unsupported) {
	const repair = error instanceof require_steps.ActionFailure && error.failure.code === "ResultsFileUnreadable" ? knownFormat(file, unsupported)?.repaired : void 0;
	return file.bytes.length > LONGEST_REPAIRED ? void 0 : repair?.(decodedText(file).slice());
}
function knownFormat(file, unsupported) {
	const beginning = beginningOf(file.bytes);
	return unsupported.find(({ recognisesText }) => recognisesText?.(beginning));
}
function beginningOf(bytes) {
	return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, LOOKED_AT)).replaceAll(/\p{Cc}\[[\d;]*m/gu, "").trimStart();
}
// src/results/repeated-members.ts
const MOST_CHECKED_ALONE = 20;
const MOST_REPETITIONS = 10;
const MOST_FAULTS = 100;
function repeatedFindings(document, repeated, read) {
	if (repeated.length === 0) return {
		faults: [],
		warnings: []
	};
	const asRead = essenceOf(read, document);
	const matters = (members) => {
		const places = byPlace(members);
		const most = Math.max(...places.map(({ length }) => length));
		const indexes = Array.from({ length: Math.min(most, MOST_REPETITIONS) }, (_, index) => index);
		return most > MOST_REPETITIONS || indexes.some((index) => essenceOf(read, variantOf(document, places, index)) !== asRead);
	};
	const harmful = new Set(harmfulOf(repeated, matters));
	return {
		faults: faultsOf$1([...harmful]),
		warnings: warningsOf(repeated.filter((member) => !harmful.has(member)))
	};
}
function harmfulOf(repeated, matters) {
	if (repeated.length >= 1e4) return repeated;
	if (!matters(repeated)) return [];
	if (repeated.length > MOST_CHECKED_ALONE) return repeated;
	const alone = byPlace(repeated).filter((values) => matters(values)).flat();
	return alone.length > 0 ? alone : repeated;
}
function byPlace(members) {
	const places = new Map();
	for (const member of members) {
		const key = JSON.stringify(member.path);
		const known = places.get(key);
		if (known === void 0) places.set(key, [member]);
		else known.push(member);
	}
	return [...places.values()];
}
function variantOf(document, places, index) {
	const copy = structuredClone(document);
	for (const values of places) restore(copy, values[Math.min(index, values.length - 1)]);
	return copy;
}
function restore(document, member) {
	if (member === void 0) return;
	const { name, path, earlier } = member;
	const owner = at(document, path.slice(0, -1));
	if (!require_steps.isRecord(owner) || !Object.hasOwn(owner, name)) return;
	Object.defineProperty(owner, name, {
		value: earlier(),
		enumerable: true,
		configurable: true,
		writable: true
	});
}
function at(value, path) {
	return path.reduce((owner, step) => {
		if (typeof step === "number") return Array.isArray(owner) ? owner[step] : void 0;
		return require_steps.isRecord(owner) && Object.hasOwn(owner, step) ? owner[step] : void 0;
	}, value);
}
function essenceOf(read, document) {
	try {
		return JSON.stringify(read(document).map(essenceOfScan));
	} catch (error) {
		if (error instanceof require_steps.ActionFailure) return `refused: ${error.failure.code}`;
		throw error;
	}
}
function essenceOfScan(scan) {
	const { scanner, benchmark, benchmarkVersion, cisBenchmark, profile, started, ended, runId } = scan;
	return {
		run: [
			scanner,
			benchmark,
			benchmarkVersion,
			cisBenchmark,
			profile,
			started,
			ended,
			runId
		],
		targets: scan.targets?.map(({ scheme, names }) => [scheme, names]),
		rules: scan.ruleResults.map(({ ruleId, recommendations, status, result, counts }) => [
			ruleId,
			recommendations,
			status,
			result,
			counts
		]),
		unreadable: scan.unreadableRules,
		faults: scan.faults?.map(({ sentence, ruleId, status }) => [
			sentence,
			ruleId,
			status
		]),
		excluded: scan.excluded,
		drafts: scan.drafts?.map(({ value }) => value),
		encoding: scan.detailsEncoding,
		session: scan.session?.map(({ member, value }) => [member, value])
	};
}
function faultsOf$1(harmful) {
	const faults = harmful.slice(0, MOST_FAULTS).map(({ name, position }) => ({
		sentence: `${require_steps.quote(name)} is repeated in one object: what is sent would depend on which one is read.`,
		at: { position }
	}));
	const [first] = harmful.slice(MOST_FAULTS);
	if (first === void 0) return faults;
	const more = `${require_steps.count(harmful.length - MOST_FAULTS, "more member is", "more members are")} repeated.`;
	return [...faults, {
		sentence: more,
		at: { position: first.position }
	}];
}
function warningsOf(harmless) {
	const [first] = harmless;
	if (first === void 0) return [];
	const names = [...new Set(harmless.map(({ name }) => name))];
	const some = `${names.slice(0, 5).map(require_steps.quote).join(", ")}${names.length > 5 ? " and others" : ""}`;
	return [{
		sentence: harmless.length === 1 ? `${some} is repeated in one object; the last one is read, and no verdict depends on it.` : `${require_steps.count(harmless.length, "member is", "members are")} repeated in their objects (${some}); the last one is read, and no verdict depends on it.`,
		at: { position: first.position }
	}];
}
// src/results/read-document.ts
function readDocument(file, document, scanners, recognition) {
	try {
		const { scanner, scans } = readParts(file, document, scanners, recognition);
		const read = (value) => readParts(file, {
			value,
			source: document.source
		}, scanners, recognition).scans.map(({ scan }) => scan);
		return {
			scanner,
			scans: withFindings(scans, repeatedFindings(document.value, document.repeatedMembers(), read))
		};
	} catch (error) {
		if (error instanceof TooMuch) throw tooMuch(file, error);
		if (!(error instanceof RangeError)) throw error;
		throw require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(file)} is nested too deeply.`, {}, error);
	}
}
function tooMuch(file, error) {
	return require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(file)} is too large: ${error.message}.`, { remedy: "Check that the file has the results of one benchmark on one target, as its scanner writes them." }, error);
}
function withFindings(scans, found) {
	const [first, ...others] = scans;
	if (first === void 0 || found.faults.length + found.warnings.length === 0) return scans;
	const { faults = [], warnings = [] } = first.scan;
	const scan = {
		...first.scan,
		faults: [...faults, ...found.faults],
		warnings: [...warnings, ...found.warnings]
	};
	return [{
		...first,
		scan
	}, ...others];
}
function readParts(file, document, scanners, recognition) {
	const { scanner, parts } = recognisedParts(file, document, scanners, recognition);
	return {
		scanner,
		scans: parts.flatMap(({ value, source }) => scanner.read(value).map((scan) => ({
			scan,
			source,
			format: scanner.name
		})))
	};
}
function recognisedParts(file, { value, source }, scanners, recognition) {
	const whole = {
		value,
		source
	};
	if (!(Array.isArray(value) && value.length <= 131072) || recognisedBy(value, scanners, recognition.format).length > 0) return {
		scanner: recognise(value, scanners, recognition, file),
		parts: [whole]
	};
	const elements = value;
	const kinds = elements.map((element) => recognisedBy(element, scanners, recognition.format));
	const scanner = kinds.find(([one]) => one !== void 0)?.[0];
	if (scanner === void 0) return {
		scanner: recognise(value, scanners, recognition, file),
		parts: [whole]
	};
	const others = kinds.flatMap((kind, index) => kind.length === 1 && kind[0] === scanner ? [] : [otherElement(kind, scanner, {
		source,
		at: { path: [index] }
	})]);
	if (others.length > 0) throw require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file)} is a list of \`${scanner.name}\` reports and something else.`, {
		faults: others,
		remedy: "Write one file per format, and list them all in `results-file`."
	});
	return {
		scanner,
		parts: elements.map((element, index) => ({
			value: element,
			source: within(source, [index])
		}))
	};
}
function otherElement(kind, scanner, place) {
	const formats = kind.map(({ name }) => `\`${name}\``).join(" or ");
	const what = formats === "" ? "not in a supported format" : formats;
	return {
		sentence: `The others are \`${scanner.name}\` reports; this one is ${what}.`,
		place
	};
}
function within(source, prefix) {
	return {
		file: source.file,
		locate: (at) => source.locate("path" in at ? { path: [...prefix, ...at.path] } : at)
	};
}
// src/results/read.ts
async function readFile(file, reading) {
	try {
		return await (looksLikeXml(file.bytes) ? readXml(file, reading) : readData(file, reading));
	} catch (error) {
		if (!isExplainable(error)) throw error;
		const { unsupported } = await reading.formats.all();
		const repair = repaired(error, file, unsupported);
		if (repair === void 0) throw explained(error, file, unsupported);
		return readRepaired(file, repair, reading);
	}
}
async function readRepaired(file, { text, warning }, reading) {
	try {
		const read = await readData({
			...file,
			bytes: Buffer.from(text)
		}, reading);
		const warnings = [{
			sentence: warning,
			at: { position: {
				line: 1,
				column: 1
			} }
		}];
		return {
			...read,
			file,
			scans: [...read.scans, {
				scan: {
					ruleResults: [],
					warnings
				},
				source: sourceOf(file),
				format: read.format
			}]
		};
	} catch (error) {
		const { unsupported } = await reading.formats.all();
		throw explained(error, file, unsupported);
	}
}
function isWanted({ name }, { format }) {
	return format === "auto" || format === name;
}
async function readXml(file, reading) {
	const readers = (await reading.formats.xml()).filter((scanner) => isWanted(scanner, reading)).map((scanner) => ({
		format: scanner.name,
		reader: scanner.reader()
	}));
	await parseXmlFile(file, readers.map(({ reader }) => reader), reading.pause);
	const [first, second] = readers.flatMap(({ format, reader }) => {
		const scans = reader.end();
		return scans === void 0 ? [] : [{
			format,
			scans
		}];
	});
	if (first === void 0) {
		const { scanners } = await reading.formats.all();
		throw unrecognised(file.name, "XML of another kind", scanners.filter((scanner) => isWanted(scanner, reading)));
	}
	if (second !== void 0) throw ambiguous(file.name, { name: first.format }, { name: second.format });
	const source = sourceOf(file);
	return {
		file,
		format: first.format,
		scans: first.scans.map((scan) => ({
			scan,
			source,
			format: first.format
		}))
	};
}
function sourceOf(file) {
	return {
		file: file.name,
		locate: (at) => "position" in at ? at.position : void 0
	};
}
async function readData(file, reading) {
	const { documents: parsed, skippedLines } = await parseDocuments(file, {
		skipsLines: true,
		pause: reading.pause
	});
	const documents = parsed.filter(({ value }) => !isEmpty(value));
	if (documents.length === 0) throw require_steps.failing("NoResults", `${require_steps.quote(file.name)} contains no results: it is empty.`);
	const { scanners, unsupported } = await formatsFor(documents, reading);
	const recognition = {
		format: reading.format,
		unsupported
	};
	const recognised = documents.map((document) => readDocument(file.name, document, scanners, recognition));
	const formats = [...new Set(recognised.map(({ scanner }) => scanner.name))];
	const [format] = formats;
	if (format === void 0 || formats.length > 1) throw require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file.name)} contains documents in several formats: ${formats.join(", ")}.`, { remedy: "Write one file per format, and list them all in `results-file`." });
	return {
		file,
		format,
		scans: recognised.flatMap(({ scans }) => scans),
		skippedLines
	};
}
async function formatsFor(documents, reading) {
	const { own, isOwn, all } = reading.formats;
	if (isWanted(own, reading) && documents.every(({ value }) => isOwn(value))) return {
		scanners: [own],
		unsupported: []
	};
	const { scanners, unsupported } = await all();
	return {
		scanners: scanners.filter((scanner) => isWanted(scanner, reading)),
		unsupported
	};
}
function isEmpty(value) {
	return value === null || Array.isArray(value) && value.length === 0;
}
// src/results/session-faults.ts
function sessionFaults(scans, session) {
	const inputs = {
		scanJobId: "scan-job-id",
		sessionToken: "session-token"
	};
	return scans.flatMap(({ scan, source }) => (scan.session ?? []).filter(({ member, value }) => session[member] !== "" && (typeof value !== "string" || value.toLowerCase() !== session[member])).map(({ member, at }) => ({
		sentence: `"${member}" differs from the input \`${inputs[member]}\`: these results belong to another session.`,
		place: {
			source,
			at
		}
	})));
}
// src/results/runs.ts
function currentRuns(scans) {
	const { runs, notices: repeats } = distinctRuns(scans);
	const { current, notices: replacements } = keepLatest(runs);
	return {
		scans: scans.map((placed, index) => current.get(index) ?? placed),
		notices: [...repeats, ...replacements]
	};
}
function distinctRuns(scans) {
	const runs = new Map();
	const notices = [];
	for (const [index, placed] of scans.entries()) {
		const key = identityOf(placed) ?? String(index);
		const known = runs.get(key);
		const verdicts = verdictsOf(placed.scan.ruleResults);
		if (known === void 0) {
			runs.set(key, {
				copies: [[index, placed]],
				verdicts
			});
			continue;
		}
		const copy = withResults(placed, ({ ruleId }) => known.verdicts.get(ruleId) !== verdicts.get(ruleId));
		known.copies.push([index, copy]);
		if (copy.scan.ruleResults.length < placed.scan.ruleResults.length) notices.push(repeat(placed, known));
	}
	return {
		runs: [...runs.values()],
		notices
	};
}
function identityOf(placed) {
	const { runId, started, ended, targets = [] } = placed.scan;
	if (runId === void 0 || ended === void 0) return void 0;
	return JSON.stringify([
		scannerName(placed),
		runId,
		started,
		ended,
		targets.map(({ scheme, names }) => [scheme, names])
	]);
}
function verdictsOf(results) {
	const verdicts = new Map();
	for (const { ruleId, status } of results) {
		const known = verdicts.get(ruleId);
		if (known === void 0) verdicts.set(ruleId, [status]);
		else known.push(status);
	}
	return new Map([...verdicts].map(([ruleId, statuses]) => [ruleId, statuses.sort().join()]));
}
function keepLatest(runs) {
	const current = new Map(runs.flatMap(({ copies }) => copies));
	const latestFirst = runs.flatMap(datedScannerRun).sort((one, other) => other.ended - one.ended || other.index - one.index);
	const replacing = new Map();
	const notices = [];
	for (const run of latestFirst) {
		const later = run.kinds.flatMap((kind) => replacing.get(kind) ?? []);
		const isKept = ({ ruleId }) => !later.some(({ rules }) => rules.has(ruleId));
		for (const [index, placed] of run.copies) current.set(index, withResults(placed, isKept));
		const [latest] = later;
		if (latest !== void 0) notices.push(replacement(run, latest.by, isKept));
		for (const kind of run.kinds) {
			const known = replacing.get(kind) ?? {
				rules: new Set(),
				by: run
			};
			replacing.set(kind, known);
			for (const { ruleId } of ruleResultsOf(run)) known.rules.add(ruleId);
		}
	}
	return {
		current,
		notices: notices.reverse()
	};
}
function datedScannerRun(run) {
	const [first] = run.copies;
	if (first === void 0) return [];
	const [index, placed] = first;
	const { ended, benchmark, benchmarkVersion, profile, targets = [] } = placed.scan;
	if (ended === void 0 || benchmark === void 0) return [];
	const head = [
		scannerName(placed),
		benchmark,
		benchmarkVersion,
		profile
	];
	const kinds = targets.filter(({ isHostName = false }) => isHostName).flatMap((target) => realNames(target).map((name) => JSON.stringify([
		...head,
		target.scheme,
		comparableName(name)
	])));
	return kinds.length === 0 ? [] : [{
		...run,
		index,
		ended,
		kinds: [...new Set(kinds)]
	}];
}
function withResults(placed, keep) {
	return {
		...placed,
		scan: {
			...placed.scan,
			ruleResults: placed.scan.ruleResults.filter(keep)
		}
	};
}
function ruleResultsOf({ copies }) {
	return copies.flatMap(([, { scan }]) => scan.ruleResults);
}
function repeat(placed, { copies }) {
	const { runId = "", ended = NaN } = placed.scan;
	const file = copies[0]?.[1].source.file ?? "";
	const where = file === placed.source.file ? "in this file" : `here and in ${require_steps.quote(file)}`;
	return {
		sentence: `The run ${require_steps.quote(runId)} that ended at ${exactTime(ended)} appears twice ${where}: it counts once.`,
		...placeOf(placed)
	};
}
function replacement(run, by, isKept) {
	const rules = (results) => new Set(results.map(({ ruleId }) => ruleId)).size;
	const own = ruleResultsOf(run);
	const kept = rules(own.filter(isKept));
	const [[, placed] = []] = run.copies;
	const [[, later] = []] = by.copies;
	const inFile = later === void 0 || later.source.file === placed?.source.file ? "" : ` in ${require_steps.quote(later.source.file)}`;
	const only = kept === 0 ? "" : `; ${require_steps.count(kept, "rule")} that only the earlier run has ${kept === 1 ? "is" : "are"} kept`;
	return {
		sentence: `The target was scanned again: the run that ended at ${exactTime(by.ended)}${inFile} replaces this one of ${exactTime(run.ended)} for ${require_steps.count(rules(own) - kept, "rule")}${only}.`,
		...placeOf(placed)
	};
}
function placeOf(placed) {
	const at = placed?.scan.targets?.[0]?.at ?? placed?.scan.ruleResults[0]?.at;
	return placed === void 0 || at === void 0 ? {} : { place: {
		source: placed.source,
		at
	} };
}
function exactTime(milliseconds) {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString().replace(".000Z", "Z");
}
// src/results/results.ts
async function interpretResults(found, reading) {
	const { ruleId: naming = "cis", expectedTarget, session } = reading;
	const { read, unread } = await readEach(found, reading);
	const scans = read.flatMap((file) => file.scans);
	const drafts = scans.flatMap(placedDrafts);
	const runs = currentRuns(scans);
	const placed = runs.scans.flatMap(placedRuleResults);
	const named = nameRules(placed, naming);
	const unreadableRules = scans.flatMap(({ scan }) => scan.unreadableRules ?? []);
	const { ruleResults, leftOut, unreadable } = leaveOutUnreadable(named.ruleResults, unreadableRules, naming);
	const benchmarks = benchmarkFindings(runs.scans, naming);
	return {
		unread,
		formats: [...new Set(read.map(({ format }) => format))],
		files: read.map(reportOf),
		facts: commonFacts(scans.map(({ scan }) => scan)),
		targets: targetNames(scans),
		drafts,
		ruleResults: require_steps.combine(ruleResults),
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
			...benchmarks.faults
		],
		warnings: [
			...undefinedWords(placed),
			...scans.flatMap(scanWarnings),
			...benchmarks.warnings,
			...leftOutWarning(leftOut)
		],
		notices: [
			...read.flatMap(skippedText),
			...runs.notices,
			...benchmarks.notices
		]
	};
}
function skippedText({ file, skippedLines: lines = 0 }) {
	const sentence = `${require_steps.quote(file.name)} has ${require_steps.count(lines, "line")} of other text before its results, which ${lines === 1 ? "was" : "were"} skipped.`;
	return lines === 0 ? [] : [{ sentence }];
}
async function readEach(found, reading) {
	const read = [];
	const unread = [];
	for (const file of found) {
		const scans = isRead(file) ? await readOrUnread(() => readResults(file, reading)) : file;
		await reading.pause?.();
		if (isRead(scans)) {
			read.push(scans);
			refuseTooMany(read);
		} else unread.push({
			failure: scans.unread,
			after: read.length
		});
	}
	return {
		read,
		unread
	};
}
async function readResults(file, reading) {
	const scans = await readFile(file, reading);
	refuseEmpty(scans);
	return scans;
}
function refuseEmpty({ file, scans }) {
	if (scans.some(({ scan }) => resultsIn(scan) > 0 || (scan.faults?.length ?? 0) > 0)) return;
	const why = scans.find(({ scan }) => scan.emptyBecause !== void 0)?.scan.emptyBecause;
	throw require_steps.failing("NoResults", `${require_steps.quote(file.name)} contains no results${why === void 0 ? "" : `: ${why}`}.`);
}
function refuseTooMany(files) {
	const results = files.flatMap(({ scans }) => scans).reduce((sum, { scan }) => sum + resultsIn(scan), 0);
	if (results <= 1e6) return;
	throw require_steps.failing("ResultsFileUnreadable", `The files contain ${require_steps.count(results, "result")}; the limit is ${require_steps.grouped(MOST_RESULTS)}.`, { remedy: "Check that the files are results of one benchmark on one target." });
}
// src/results/reading/short-text.ts
const FREE_TEXT_AT_MOST = 500;
function shortText(value, limit = FREE_TEXT_AT_MOST) {
	const text = require_steps.textOf(typeof value === "string" ? value.slice(0, limit * 8) : value);
	return text === void 0 ? void 0 : cut(require_steps.withSingleSpaces(text), limit);
}
function singleLine(value, limit = 300) {
	const text = require_steps.textOf(value);
	return text === void 0 || text.length > limit || /[\r\n\u2028\u2029]/.test(text) ? void 0 : shortText(text);
}
function wordOf(value) {
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	return shortText(value, 100);
}
function wordsOf(value) {
	return (Array.isArray(value) ? value : [value]).map(wordOf).filter((word) => word !== void 0);
}
function joined(texts, separator) {
	return shortText(texts.filter((text) => text !== void 0 && text !== "").join(separator));
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	const kept = text.slice(0, limit - 1);
	return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
// src/results/scanners/messages.ts
const FACTS = [
	"scanner",
	"benchmark",
	"profile",
	"platform"
];
const PLATFORM = [
	"vendor",
	"product",
	"version"
];
const MEMBERS = [
	"messages",
	"scanJobId",
	"sessionToken",
	"detailsEncoding",
	"$schema",
	...FACTS
];
const IDENTIFYING = new Set(["ruleid", "cisruledetails"]);
const messages = {
	kind: "data",
	name: "messages",
	shape: "an object with \"messages\", or a list of objects with \"ruleId\", \"status\" and \"cisRuleDetails\"",
	recognises,
	statuses: {},
	read
};
function recognises(document) {
	if (!require_steps.isRecord(document)) return require_steps.listOf(document).some(isMessage);
	return Object.hasOwn(document, "messages") || isMessage(document) || misspeltList(document) !== void 0;
}
function holdsOnlyMessages(document) {
	if (Array.isArray(document)) return document.length > 0 && document.every(isWholeMessage);
	if (!require_steps.isRecord(document)) return false;
	if (isWholeMessage(document)) return true;
	return Array.isArray(document["messages"]) && Object.keys(document).every((name) => MEMBERS.includes(name));
}
function isWholeMessage(value) {
	return require_steps.isRecord(value) && [
		"ruleId",
		"status",
		"cisRuleDetails"
	].every((name) => Object.hasOwn(value, name)) && Object.keys(value).length === 3;
}
function isMessage(value) {
	return require_steps.isRecord(value) && Object.keys(value).some((name) => IDENTIFYING.has(require_steps.fold(name)));
}
function misspeltList(document) {
	return Object.keys(document).find((name) => /^messages?$/.test(require_steps.fold(name)) && require_steps.listOf(document[name]).some(isMessage));
}
function read(document) {
	if (!require_steps.isRecord(document)) return [{
		ruleResults: [],
		drafts: draftsOf(document, [])
	}];
	if (isMessage(document)) return [{
		ruleResults: [],
		drafts: [{
			value: document,
			at: { path: [] }
		}]
	}];
	const encoding = document["detailsEncoding"];
	return [{
		...factsOf(document),
		ruleResults: [],
		drafts: draftsOf(document["messages"], ["messages"]),
		session: claimsOf(document),
		faults: faultsOf(document),
		...require_steps.withoutUndefined({ detailsEncoding: isEncoding(encoding) ? encoding : void 0 })
	}];
}
function draftsOf(list, path) {
	const messages = require_steps.listOf(list);
	refuseLongList(messages, "message");
	refuseOthers(messages);
	return messages.map((value, index) => ({
		value,
		at: { path: [...path, index] }
	}));
}
function refuseOthers(messages) {
	let others = 0;
	for (const message of messages) {
		if (require_steps.textOf(require_steps.memberOf(message, "ruleId")) === void 0 || !require_steps.isStatus(require_steps.memberOf(message, "status"))) others += 1;
		if (others > 1e5) throw new TooMuch(`there are more than ${require_steps.grouped(MOST_FAULTS$1)} messages without a rule id or a status`);
	}
}
function claimsOf(document) {
	return ["scanJobId", "sessionToken"].filter((member) => Object.hasOwn(document, member)).map((member) => ({
		member,
		value: document[member],
		at: { path: [member] }
	}));
}
function factsOf(document) {
	const fact = (name) => shortText(require_steps.memberOf(document, name), 200);
	return require_steps.withoutUndefined({
		scanner: fact("scanner"),
		benchmark: fact("benchmark"),
		profile: fact("profile"),
		platform: platformOf(require_steps.memberOf(document, "platform"))
	});
}
function platformOf(platform) {
	const known = require_steps.isRecord(platform) ? Object.fromEntries(PLATFORM.flatMap((name) => {
		const text = shortText(require_steps.memberOf(platform, name), 50);
		return text === void 0 ? [] : [[name, text]];
	})) : require_steps.withoutUndefined({ product: shortText(platform, 50) });
	return Object.keys(known).length > 0 ? known : void 0;
}
function faultsOf(document) {
	const faults = [];
	if (!Array.isArray(document["messages"])) faults.push({
		sentence: "\"messages\" must be a list of messages.",
		at: { path: ["messages"] }
	});
	const encoding = document["detailsEncoding"];
	if (Object.hasOwn(document, "detailsEncoding") && !isEncoding(encoding)) faults.push({
		sentence: "\"detailsEncoding\" must be \"text\" or \"base64\".",
		at: { path: ["detailsEncoding"] }
	});
	for (const name of FACTS) {
		if (!Object.hasOwn(document, name) || isFact(name, document[name])) continue;
		const or = name === "platform" ? " or an object with \"vendor\", \"product\" and \"version\"" : "";
		faults.push({
			sentence: `"${name}" must be a string${or}.`,
			at: { path: [name] }
		});
	}
	const unknown = Object.keys(document).filter((member) => !MEMBERS.includes(member));
	const [first] = unknown;
	if (first !== void 0) faults.push({
		sentence: require_steps.unknownMembers(unknown, "a messages file", MEMBERS),
		at: { path: [first] }
	});
	return faults;
}
function isEncoding(value) {
	return value === "text" || value === "base64";
}
function isFact(name, value) {
	return require_steps.textOf(value) !== void 0 || name === "platform" && platformOf(value) !== void 0;
}
// src/results/scanners/on-demand.ts
const FORMATS_ON_DEMAND = {
	own: messages,
	isOwn: holdsOnlyMessages,
	xml: async () => (await Promise.resolve().then(() => require("./results-scanners-xml.js"))).XML_SCANNERS,
	all: async () => {
		const { SCANNERS, UNSUPPORTED } = await Promise.resolve().then(() => require("./results-scanners-index.js"));
		return {
			scanners: SCANNERS,
			unsupported: UNSUPPORTED
		};
	}
};
// src/inspector/trace.ts
function tracedToResults({ failure, thrown, chunk }) {
	const faults = require_steps.fieldsOf(thrown).flatMap(({ messageIndex, name, message }) => {
		const place = messageIndex === void 0 ? void 0 : chunk?.messages[messageIndex]?.place;
		return place === void 0 ? [] : [{
			sentence: `Inspector rejected ${name}: ${message}`,
			place
		}];
	});
	return faults.length === 0 ? failure : {
		...failure,
		faults
	};
}
// src/send.ts
async function send(run, inputs, { log, cancellation, connect, pace }) {
	const { chunks, delivered } = run;
	if (cancellation.stop.aborted) throw require_steps.failing("Cancelled", require_steps.cancelled().sentence);
	const sessions = await connect(inputs.connection);
	run.region = sessions.region;
	reportSending(log, run, inputs, sessions.region);
	const progress = deliveryProgress(log, chunks);
	const sendChunk = require_steps.sendThrough(sessions, inputs.session, chunks.length, cancellation, (line) => {
		log.info(line);
	});
	const began = pace.now();
	run.delivery = { began };
	const failed = await require_steps.deliver(chunks, sendChunk, {
		concurrency: inputs.concurrency,
		stop: cancellation.stop,
		onDelivered: (chunk, receipt) => {
			delivered.set(chunk, receipt);
			progress(chunk, receipt);
		}
	}).finally(sessions.close);
	run.delivery = {
		began,
		ended: pace.now()
	};
	if (failed === void 0) return;
	log.stackOf(failed.thrown);
	run.failure = tracedToResults(failed);
}
// src/session/not-open.ts
function requireOpenSession(record, isDryRun) {
	const notOpen = record?.notOpen;
	if (notOpen === void 0 || notOpen.why === "dry run" && isDryRun) return;
	if (notOpen.why === "dry run") throw require_steps.failing("SessionNotOpen", "The `session` step of this job was a dry run, and this step is not.", { remedy: "Set `dry-run: true` on both steps to rehearse, or on neither to send." });
	throw require_steps.failing("SessionNotOpen", "The `session` step of this job could not open the session.", { cause: `${notOpen.code}: ${notOpen.sentence}` });
}
// src/pipeline.ts
var pipeline_exports = require_rolldown_runtime.__exportAll({ runPipeline: () => runPipeline });
async function runPipeline(run, inputs, runner, step) {
	const { log, workingDirectory, cancellation } = runner;
	const { session, detailsEncoding } = inputs;
	const policyFiles = await readOrUnread(() => readPolicyFiles(inputs, (path, largest) => readOneFile(path === inputs.baselineFile ? run.baselineCopy ?? path : path, workingDirectory, largest)));
	if (run.baselineCopy !== void 0) await (0, node_fs_promises.rm)(run.baselineCopy, { force: true });
	const found = await readResultsFiles(inputs.resultsFiles, workingDirectory);
	const { resultsFormat: format, ruleId, expectedTarget } = inputs;
	const pause = pauseForSignals(cancellation.stop, runner.pace.now);
	const results = await interpretResults(found, {
		session,
		format,
		ruleId,
		expectedTarget,
		formats: FORMATS_ON_DEMAND,
		pause
	});
	await pause();
	run.results = results;
	require_steps.reportResults(log, results);
	const earlier = await step.before(session.scanJobId);
	const validated = await withBreaks(validation(results, {
		detailsEncoding,
		secret: session.sessionToken,
		delivered: earlier?.delivered
	}), pause);
	await pause();
	const limit = {
		maxAge: inputs.maxAge,
		job: await runner.jobBeginning(earlier?.job),
		now: runner.pace.now()
	};
	const stale = staleFiles(results.files, limit);
	refuseUnread(results, validated, inputs.onInvalid, {
		stale,
		policy: isRead(policyFiles) ? void 0 : policyFiles.unread
	});
	refuseStale(results.files, limit);
	const files = found.filter(isRead);
	const place = await placeForUndelivered(inputs.undeliveredFile, files, results, workingDirectory);
	await refuseSharedPath(place, run);
	if (place !== void 0) run.undeliveredPlace = place;
	reportAges(log, results.files, limit);
	run.validated = results.faults.length > 0 ? allInvalid(validated, results.faults) : validated;
	refuseFaults(results, validated, inputs.onInvalid);
	reportMessages(log, validated);
	run.findings = findingsOf(isRead(policyFiles) ? policyFiles : { exceptions: [] }, validated, {
		...statementOf(results, ruleId),
		now: limit.now
	});
	reportFindings(log, run.findings, inputs.baselineFile);
	run.chunks = require_steps.chunk(validated.messages, inputs.chunkSize);
	await pause();
	requireOpenSession(earlier, inputs.dryRun);
	await step.record(run);
	if (!inputs.dryRun) await send(run, inputs, runner);
	if (run.failure !== void 0) return;
	const judgement = judge(validated, results, {
		...inputs,
		findings: run.findings,
		deliveredBefore: earlier?.delivered.values() ?? []
	});
	reportJudgement(log, judgement);
	run.failure = judgement.failure;
	run.warning = judgement.warning;
}
const LONGEST_READING_AFTER_SIGNAL = 100;
function pauseForSignals(stop, now) {
	let signalledAt;
	return async () => {
		await new Promise((resolve) => setImmediate(resolve));
		if (!stop.aborted) return;
		signalledAt ??= now();
		if (now() - signalledAt < LONGEST_READING_AFTER_SIGNAL) return;
		throw require_steps.failing("Cancelled", "The step was cancelled while it read the results: nothing was sent.", { remedy: "Run the step again while the session is open." });
	};
}
// src/report/rule-sections.ts
const NUMBERED = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/;
function ruleSectionsOf(rules) {
	const sections = new Map();
	for (const rule of rules) {
		const number = numberOf(rule);
		const key = number ?? `by title: ${rule.section ?? ""}`;
		const known = sections.get(key) ?? {
			number,
			rules: []
		};
		sections.set(key, known);
		known.rules.push(rule);
	}
	const titles = titlesByNumber(rules);
	return inOrderOfNumbers([...sections.values()].map(({ number, rules: own }) => {
		const title = (number === void 0 ? void 0 : titles.get(number)) ?? commonTitle(own);
		return {
			rules: own,
			...require_steps.withoutUndefined({
				number,
				title
			})
		};
	}), ({ number }) => number);
}
function inOrderOfNumbers(items, numberOfItem) {
	return items.map((item) => ({
		item,
		key: sortingKey(numberOfItem(item))
	})).sort((one, other) => one.key === other.key ? 0 : one.key < other.key ? -1 : 1).map(({ item }) => item);
}
const DIGITS = 20;
function sortingKey(number = "") {
	if (!/^\d+(?:\.\d+)*$/.test(number)) return "no number";
	return number.replaceAll(/\d+/g, (part) => part.padStart(DIGITS, "0"));
}
function numberOf({ id, section = "" }) {
	if (!isRecommendation(id)) return void 0;
	const [, stated = ""] = NUMBERED.exec(section) ?? [];
	return stated !== "" && id.startsWith(`${stated}.`) ? stated : id.slice(0, id.indexOf("."));
}
function titlesByNumber(rules) {
	const titles = new Map();
	for (const { section = "" } of rules) {
		const [, number, title] = NUMBERED.exec(section) ?? [];
		if (number !== void 0 && title !== void 0 && !titles.has(number)) titles.set(number, title);
	}
	return titles;
}
function commonTitle([first, ...others]) {
	return others.every(({ section }) => section === first?.section) ? first?.section : void 0;
}
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"moderate",
	"low",
	"info",
	"informational",
	"none"
];
function severityRank({ severity = "" }) {
	const rank = SEVERITIES.indexOf(severity.toLowerCase());
	return rank < 0 ? SEVERITIES.indexOf("low") - .5 : rank;
}
// src/report/summary-rules.ts
var summary_rules_exports = require_rolldown_runtime.__exportAll({ rulesPart: () => rulesPart });
const MOST_SECTIONS = 60;
const LEAST_BUDGET = 2e3;
const LONGEST_REMEDIATION = 600;
function rulesPart(run, texts) {
	const rules = run.validated === void 0 ? [] : require_steps.rulesOf(run.validated);
	const accepted = run.findings?.acceptance.accepted ?? new Map();
	const failed = worstFirst(failedSections(rules, ({ id }) => !accepted.has(id)), new Set(run.failure?.rules));
	const [worst] = failed;
	const isNew = newFailuresOf(run);
	return {
		first: worst === void 0 ? void 0 : startWith(worst, texts),
		failed: (budget) => [
			...failed.length === 0 ? [] : ["<h3>Failed rules</h3>"],
			...sectionsThatFit(failed, isNew, run, texts, budget),
			...acceptedRules(rules, accepted, run, texts, budget)
		],
		lists: (budget) => otherLists(run, rules, texts, budget)
	};
}
function sectionsThatFit(failed, isNew, run, texts, budget) {
	const listed = [];
	for (const section of failed.slice(0, MOST_SECTIONS)) {
		if (budget.left < LEAST_BUDGET) break;
		const { rules } = section;
		const fail = rules.length === 1 ? "fails" : "fail";
		const line = `${sectionTitle(section, texts)}: ${require_steps.grouped(rules.length)} of ${require_steps.count(section.evaluated, "rule")} ${fail}`;
		const columns = columnsOf(rules, isNew);
		const rowOf = (rule) => require_steps.row(...columns.map(({ cell }) => cell(rule, isNew.has(rule.id), texts)));
		const heads = columns.map(({ head }) => head);
		listed.push(foldedList(line, rules, rowOf, heads, run, budget, section === failed[0]));
	}
	const others = failed.slice(listed.length);
	const unlisted = others.reduce((sum, { rules }) => sum + rules.length, 0);
	if (unlisted === 0) return listed;
	const where = run.reportFile === void 0 ? "" : ", all in the report file";
	const fail = unlisted === 1 ? "fails" : "fail";
	return [...listed, `<p>and ${require_steps.count(unlisted, "more rule")} ${fail} in ${require_steps.count(others.length, "other section")}${where}</p>`];
}
function failedSections(rules, isOpen) {
	return ruleSectionsOf(rules).flatMap((section) => {
		const failed = inOrderOfNumbers(section.rules.filter((rule) => rule.status === "FAILED" && isOpen(rule)), ({ id }) => id);
		const evaluated = section.rules.filter(({ status }) => status === "FAILED" || status === "PASSED").length;
		const bySeverity = [...failed].sort((one, other) => severityRank(one) - severityRank(other));
		return failed.length === 0 ? [] : [{
			...section,
			rules: bySeverity,
			evaluated
		}];
	});
}
function worstFirst(sections, gated) {
	const failures = ({ rules }) => rules.filter(({ id }) => gated.has(id)).length;
	const isGated = sections.some((section) => failures(section) > 0);
	const weight = (section) => isGated ? failures(section) : section.rules.length;
	const most = Math.max(...sections.map(weight));
	const severity = ({ rules: [first] }) => first === void 0 ? 1e400 : severityRank(first);
	const [worst] = sections.filter((section) => weight(section) === most).sort((one, other) => severity(one) - severity(other));
	return worst === void 0 ? [] : [worst, ...sections.filter((section) => section !== worst)];
}
function startWith({ number, title, rules }, texts) {
	if (number === void 0 && title === void 0) return void 0;
	const name = title === void 0 ? "" : texts.foreign(title);
	const where = number === void 0 ? name : `section ${number}${name === "" ? "" : ` (${name})`}`;
	const [first] = rules;
	const severity = first?.severity;
	const worst = rules.filter((rule) => rule.severity === severity).length;
	return `<p><b>Start with</b> ${where}: ${`${require_steps.count(rules.length, "rule")} ${rules.length === 1 ? "fails" : "fail"}`}${severity === void 0 || worst === rules.length ? "" : `, ${require_steps.grouped(worst)} of them of ${texts.foreign(severity.toLowerCase())} severity`}.</p>`;
}
function sectionTitle({ number, title }, texts) {
	const name = [number, title].filter((part) => part !== void 0).join(" ");
	return `<b>${name === "" ? "Rules without a section" : texts.foreign(name)}</b>`;
}
function columnsOf(rules, isNew) {
	const hasTitle = rules.some(({ id, title = "", reason = "", remediation = "" }) => isNew.has(id) || `${title}${reason}${remediation}` !== "");
	const hasSeverity = rules.some(({ severity }) => severity !== void 0);
	const hasLevel = rules.some(({ level, severity }) => level !== void 0 && severity === void 0);
	const weight = [...hasSeverity ? ["Severity"] : [], ...hasLevel ? ["Level"] : []].join(" or ");
	return [
		{
			head: "Rule",
			cell: ({ id }, _isNew, texts) => texts.code(id)
		},
		...hasTitle ? [{
			head: "Title",
			cell: titleCell
		}] : [],
		...weight === "" ? [] : [{
			head: weight,
			cell: weightCell
		}]
	];
}
function titleCell(rule, isNew, texts) {
	const { title = "", reason, remediation } = rule;
	const listed = [...reason === void 0 ? [] : [texts.foreign(reason)], ...remediation === void 0 ? [] : [texts.foreign(remediation, LONGEST_REMEDIATION)]];
	const line = remediation === void 0 ? "Reason" : "Remediation";
	const more = listed.length === 0 ? "" : require_steps.folded(line, listed.join("<br>"));
	return `${isNew ? "<b>New:</b> " : ""}${texts.foreign(title)}${more}`;
}
function weightCell({ severity, level }, _isNew, texts) {
	return texts.foreign(severity?.toLowerCase() ?? level ?? "");
}
function newFailuresOf({ findings }) {
	const comparison = findings?.since?.comparison;
	if (comparison === void 0) return new Set();
	const added = comparison.added.filter(({ to }) => to === "FAILED");
	return new Set([...comparison.newlyFailed, ...added].map(({ id }) => id));
}
function acceptedRules(rules, accepted, run, texts, budget) {
	const known = rules.filter(({ id }) => accepted.has(id));
	if (known.length === 0) return [];
	const rowOf = ({ id, title = "" }) => {
		const by = (accepted.get(id) ?? []).map(({ owner, expires, reason }) => `by ${texts.foreign(owner)} until ${texts.foreign(expires)}: ${texts.foreign(reason)}`);
		return require_steps.row(texts.code(id), texts.foreign(title), by.join("<br>"));
	};
	return [foldedList(`<b>Accepted</b>: ${require_steps.count(known.length, "failure")}, still sent as FAILED`, known, rowOf, [
		"Rule",
		"Title",
		"Accepted"
	], run, budget)];
}
function otherLists(run, rules, texts, budget) {
	return [
		...changes(run, texts, budget),
		...uncheckedRules(run, rules, texts, budget),
		...gatedRules(run, rules, texts, budget),
		...leftOutRules(run, texts, budget),
		...disagreements(run, texts, budget)
	];
}
const UNCHECKED = [
	"ERROR",
	"UNKNOWN",
	"NOT_EVALUATED"
];
function uncheckedRules(run, rules, texts, budget) {
	const unchecked = UNCHECKED.map((status) => rules.filter((rule) => rule.status === status));
	const counts = unchecked.flatMap((some, index) => some.length === 0 ? [] : [`${require_steps.grouped(some.length)} ${UNCHECKED[index] ?? ""}`]);
	const all = unchecked.flat();
	if (all.length === 0) return [];
	return [foldedList(`<b>Could not be checked</b>: ${require_steps.allOf(counts)}`, all, (rule) => statusRow(rule, texts), [
		"Rule",
		"Status",
		"Title"
	], run, budget)];
}
function gatedRules(run, rules, texts, budget) {
	const listed = new Set(["FAILED", ...UNCHECKED]);
	const gate = run.inputs?.failOnStatus ?? new Set();
	return require_steps.STATUSES_WORST_FIRST.filter((status) => gate.has(status) && !listed.has(status)).flatMap((status) => {
		const all = rules.filter((rule) => rule.status === status);
		const line = `<b>${status}</b>: ${require_steps.count(all.length, "rule")}`;
		const rowOf = (rule) => statusRow(rule, texts);
		return all.length === 0 ? [] : [foldedList(line, all, rowOf, [
			"Rule",
			"Status",
			"Title"
		], run, budget)];
	});
}
function statusRow({ id, status, title = "", reason }, texts) {
	const why = reason === void 0 ? "" : require_steps.folded("Reason", texts.foreign(reason));
	return require_steps.row(texts.code(id), `<code>${status}</code>`, `${texts.foreign(title)}${why}`);
}
function leftOutRules(run, texts, budget) {
	const { validated, inputs } = run;
	const leftOut = validated?.leftOut ?? [];
	if (leftOut.length === 0 || inputs?.onInvalid !== "skip") return [];
	const rowOf = ({ ruleId, status, fault }) => require_steps.row(ruleId === void 0 ? "" : texts.code(ruleId), status === void 0 ? "" : `<code>${status}</code>`, texts.sentence(fault.sentence));
	return [foldedList(`<b>Left out</b>: ${require_steps.count(leftOut.length, "message")} that ${leftOut.length === 1 ? "is" : "are"} not valid`, leftOut, rowOf, [
		"Rule",
		"Status",
		"Why"
	], run, budget)];
}
function disagreements(run, texts, budget) {
	const all = run.results?.disagreements ?? [];
	if (all.length === 0) return [];
	const rowOf = ({ ruleId, title = "", opinions }) => {
		const said = opinions.map(({ scanner, status }) => `${texts.foreign(scanner)}: <code>${status}</code>`);
		return require_steps.row(texts.code(ruleId), texts.foreign(title), said.join("<br>"));
	};
	return [foldedList(`<b>Scanners disagree</b> about ${require_steps.count(all.length, "rule")}; the worst verdict is sent`, all, rowOf, [
		"Rule",
		"Title",
		"Verdicts"
	], run, budget)];
}
function changes(run, texts, budget) {
	const since = run.findings?.since;
	if (since === void 0) return [];
	const all = changesOf(since.comparison).flatMap(([head, some]) => some.map((change) => ({
		head,
		...change
	})));
	const line = `<b>${texts.foreign(sinceWhen(since.baseline.created))}</b>: ${describeComparison(since.comparison)}`;
	if (all.length === 0) return budget.take([`<p>${line}</p>`]);
	const rowOf = ({ head, id, from, to }) => require_steps.row(texts.code(id), head, [from, to].flatMap((status) => status === void 0 ? [] : [`<code>${status}</code>`]).join(" → "));
	return [foldedList(line, all, rowOf, [
		"Rule",
		"Change",
		"Status"
	], run, budget)];
}
function foldedList(line, items, rowOf, heads, { reportFile }, budget, isOpen = false) {
	budget.take([`${line}${heads.join("")}${" ".repeat(400)}`]);
	const rows = budget.take(each(items, rowOf));
	const more = require_steps.omittedRows(items.length - rows.length, reportFile);
	return require_steps.folded(line, `${require_steps.table(heads, rows)}${more === "" ? "" : `\n${more}`}`, { isOpen });
}
function* each(items, rowOf) {
	for (const item of items) yield rowOf(item);
}
exports.CIS_TITLES = CIS_TITLES;
exports.FaultAtOffset = FaultAtOffset;
exports.MOST_DOCUMENTS = MOST_DOCUMENTS;
exports.MOST_FAULTS = MOST_FAULTS$1;
exports.MOST_KEPT_ELEMENTS = MOST_KEPT_ELEMENTS;
exports.MOST_KEPT_TEXT = MOST_KEPT_TEXT;
exports.MOST_RECORDS = MOST_RECORDS;
exports.SyntaxFault = SyntaxFault;
exports.TooMuch = TooMuch;
exports.advance = advance;
exports.benchmarkInTitle = benchmarkInTitle;
exports.cisBenchmarkOf = cisBenchmarkOf;
exports.decoded = decoded;
exports.earliest = earliest;
exports.encodingOf = encodingOf;
exports.idAsWritten = idAsWritten;
exports.isCisTitleKey = isCisTitleKey;
exports.isEvaluated = isEvaluated;
exports.isRecommendation = isRecommendation;
exports.joined = joined;
exports.latest = latest;
exports.messages = messages;
Object.defineProperty(exports, "pipeline_exports", {
	enumerable: true,
	get: function() {
		return pipeline_exports;
	}
});
exports.recommendationInId = recommendationInId;
exports.recommendationsIn = recommendationsIn;
exports.rulesPart = rulesPart;
exports.shortText = shortText;
exports.singleLine = singleLine;
Object.defineProperty(exports, "summary_rules_exports", {
	enumerable: true,
	get: function() {
		return summary_rules_exports;
	}
});
exports.timeOf = timeOf;
exports.wordOf = wordOf;
exports.wordsOf = wordsOf;

