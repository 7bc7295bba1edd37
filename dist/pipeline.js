var __webpack_exports__ = {};
const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_steps = require("./steps.js");
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_buffer = require("node:buffer");
// src/messages/refusals.ts
const CORRECT_THE_PLACES = "Correct the places named in the annotations.";
function refuseFaults(results, validated, onInvalid) {
	const { messages, leftOut } = validated;
	const faults = faultsToRefuse(results, validated, onInvalid);
	if (faults.length > 0) {
		const total = messages.length + leftOut.length;
		throw require_steps.failing("InvalidMessages", `Nothing is sent: the results have ${require_steps.count(faults.length, "fault")} (${require_steps.count(leftOut.length, "invalid message")} of ${total}).`, {
			faults,
			...results.faults.length > 0 ? { remedy: CORRECT_THE_PLACES } : {}
		});
	}
	if (messages.length === 0) throw require_steps.failing("NoResults", `There is nothing to send: of ${require_steps.count(leftOut.length, "message")}, none is valid.`, {
		faults: validated.faults,
		remedy: CORRECT_THE_PLACES
	});
}
function refuseUnread(results, validated, onInvalid) {
	const { unread, files } = results;
	const [first, ...others] = unread;
	if (first === void 0) return;
	const faults = faultsToRefuse(results, validated, onInvalid);
	if (others.length === 0 && faults.length === 0) throw first.failure;
	const names = files.map(({ file }) => file);
	const isFaultFirst = faults.some(({ place }) => {
		const file = place === void 0 ? -1 : names.indexOf(place.source.file);
		return file >= 0 && file < first.after;
	});
	const more = faults.length === 0 ? "" : `, and the others have ${require_steps.count(faults.length, "fault")}`;
	const are = unread.length === 1 ? "is" : "are";
	const { code, remedy } = first.failure.failure;
	throw require_steps.failing(isFaultFirst ? "InvalidMessages" : code, `Nothing is sent: ${require_steps.count(unread.length, "results file")} ${are} missing or cannot be used${more}.`, {
		faults: [...unread.flatMap(({ failure }) => faultsOf$3(failure)), ...faults],
		...isFaultFirst ? { remedy: CORRECT_THE_PLACES } : { remedy }
	}, first.failure);
}
function faultsToRefuse(results, validated, onInvalid) {
	return onInvalid === "fail" ? [...results.faults, ...validated.faults] : results.faults;
}
function faultsOf$3({ failure: { faults = [], sentence, cause = "", code } }) {
	if (faults.length > 0) return faults;
	return [{ sentence: code === "ResultsFormatUnknown" ? sentence : `${sentence} ${cause}`.trim() }];
}
function noneValid(validated, [fault = FOREIGN]) {
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
// src/messages/agreement.ts
function oneVerdictPerRule(written, scanned) {
	const { firsts, contradicted, contradictions, repeats } = compare$1(written);
	const agreed = [...written, ...scanned].filter(({ ruleId }) => !contradicted.has(ruleId));
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
function compare$1(messages) {
	const firsts = new Map();
	const contentsOfRules = new Map();
	const contradicted = new Map();
	const contradictions = [];
	const repeats = new Set();
	for (const message of messages) {
		const { ruleId, status } = message;
		const first = firsts.get(ruleId);
		if (first === void 0) {
			firsts.set(ruleId, message);
			continue;
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
	}
	return {
		firsts,
		contradicted,
		contradictions,
		repeats
	};
}
function contentOf({ status, cisRuleDetails }) {
	return `${status} ${Buffer.from(cisRuleDetails).toString("base64")}`;
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
const NO_TEXT = /[^\P{Cc}\s]/u;
function base64Notices(drafts, encoding) {
	const byFile = new Map();
	for (const draft of drafts) {
		if ((draft.detailsEncoding ?? encoding) !== "text" || textDetails(draft) === void 0) continue;
		const { file } = draft.place.source;
		const known = byFile.get(file);
		if (known === void 0) byFile.set(file, [draft]);
		else known.push(draft);
	}
	return [...byFile].flatMap(([file, [first, ...others]]) => {
		if (first === void 0 || ![first, ...others].every(isBase64OfText)) return [];
		return [{
			sentence: `All details in ${require_steps.quote(file)} look like base64, and are sent unchanged. If they are base64, set \`details-encoding: base64\`.`,
			place: first.place
		}];
	});
}
function textDetails({ value }) {
	const details = require_steps.memberOf(value, "cisRuleDetails");
	return typeof details === "string" && details !== "" ? details : void 0;
}
function isBase64OfText(draft) {
	const details = textDetails(draft);
	if (details === void 0) return false;
	const bytes = Buffer.from(details, "base64");
	if (bytes.toString("base64") !== details) return false;
	const text = bytes.toString("utf8");
	return Buffer.from(text, "utf8").equals(bytes) && !NO_TEXT.test(text);
}
// src/messages/message.ts
const LIMITS = {
	ruleIdCharacters: 500,
	detailsBytes: 1e3
};
// src/messages/checks.ts
function ruleIdFaults(ruleId) {
	if (typeof ruleId !== "string") return [`"ruleId" must be a string in quotation marks; this is ${describeType(ruleId)}.`];
	if (ruleId === "") return ["\"ruleId\" is empty; it must have 1 to 500 characters."];
	if (!ruleId.isWellFormed()) return [`"ruleId" ${require_steps.quote(ruleId)} contains half a surrogate pair, so it is not valid Unicode.`];
	const length = ruleId.length <= LIMITS.ruleIdCharacters ? ruleId.length : Array.from(ruleId).length;
	if (length <= LIMITS.ruleIdCharacters) return [];
	return [`"ruleId" ${require_steps.quote(ruleId)} has ${require_steps.count(length, "character")}; Inspector accepts at most ${LIMITS.ruleIdCharacters}.`];
}
function secretFaults(what, text, secret) {
	return secret !== "" && text.toLowerCase().includes(secret) ? [`${what} contains the session token, which is a secret.`] : [];
}
function describeType(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (value instanceof Uint8Array) return "binary";
	return typeof value === "object" ? "an object" : typeof value === "string" ? "a string" : `a ${typeof value}`;
}
// src/messages/written-details.ts
function encodeWithinLimit(details, encoding) {
	const made = encodeDetails(details, encoding);
	if ("faults" in made || made.bytes.length <= LIMITS.detailsBytes) return made;
	return { faults: [`"cisRuleDetails" has ${require_steps.count(made.bytes.length, "byte")}; Inspector accepts at most ${LIMITS.detailsBytes}.`] };
}
function encodeDetails(details, encoding) {
	if (details instanceof Uint8Array) return { bytes: details };
	if (typeof details === "string") return encoding === "base64" ? decodeBase64(details) : encodeText(details);
	if (require_steps.isRecord(details) || Array.isArray(details)) return encodeJson(details);
	return { faults: [`"cisRuleDetails" must be a string, an object or a list; this is ${describeType(details)}.`] };
}
function encodeText(text) {
	if (!text.isWellFormed()) return { faults: ["\"cisRuleDetails\" contains half a surrogate pair, so it is not valid Unicode."] };
	return { bytes: Buffer.from(text) };
}
function encodeJson(details) {
	let changed;
	const look = function(name, value) {
		changed ??= changedByJson(require_steps.memberOf(this, name) ?? value);
		return value;
	};
	try {
		const json = JSON.stringify(details, look);
		return changed === void 0 ? encodeText(json) : { faults: [changed] };
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
	const folded = text.replaceAll(/[\r\n\t ]+/g, "");
	const bytes = Buffer.from(folded, "base64");
	if (bytes.toString("base64") === folded) return { bytes };
	return { faults: ["\"cisRuleDetails\" is not base64, but `details-encoding` says that it is."] };
}
// src/messages/draft.ts
const MEMBERS$4 = [
	"ruleId",
	"status",
	"cisRuleDetails"
];
function checkDraft({ value, place, detailsEncoding }, checks) {
	if (!require_steps.isRecord(value)) return leftOut([{
		sentence: `A message must be an object with ${require_steps.allOf(MEMBERS$4)}; this is ${describeType(value)}.`,
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
	const details = has(value, "cisRuleDetails") ? encodeWithinLimit(cisRuleDetails, detailsEncoding ?? checks.detailsEncoding) : { faults: [] };
	if ("faults" in details) blame("cisRuleDetails", details.faults);
	else blame("cisRuleDetails", secretFaults("\"cisRuleDetails\"", asText(details.bytes), checks.secret));
	if (typeof ruleId === "string") blame("ruleId", secretFaults("\"ruleId\"", ruleId, checks.secret));
	if (faults.length > 0 || typeof ruleId !== "string" || !require_steps.isStatus(status) || !("bytes" in details)) return leftOut(faults, {
		ruleId: typeof ruleId === "string" ? ruleId : void 0,
		status: require_steps.isStatus(status) ? status : void 0
	});
	return { message: {
		ruleId,
		status,
		cisRuleDetails: details.bytes,
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
	const missing = MEMBERS$4.filter((member) => !has(value, member));
	const unknown = Object.keys(value).filter((member) => !MEMBERS$4.some((known) => known === member));
	const [first] = unknown;
	return [...missing.length === 0 ? [] : [{
		sentence: `The message${ofRule(value)} has no ${require_steps.allOf(missing.map((member) => `"${member}"`))}.`,
		place
	}], ...first === void 0 ? [] : [{
		sentence: require_steps.unknownMembers(unknown, "a message", MEMBERS$4),
		place: memberPlace(place, first)
	}]];
}
function statusFault(status) {
	if (typeof status !== "string") return `"status" must be one of ${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}; this is ${describeType(status)}.`;
	const suggestion = require_steps.didYouMean(status, require_steps.STATUSES_WORST_FIRST);
	return `"status" ${require_steps.quote(status)} is not one of Inspector's statuses (${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}).${suggestion}`;
}
function asText(bytes) {
	return Buffer.from(bytes).toString("latin1");
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
			const reason = "result" in item ? { reason: reasonOf$7(item, earlier) } : {};
			return {
				...item,
				...reason,
				status: earlier
			};
		}),
		worsened: [...worsened]
	};
}
function reasonOf$7({ status, reason }, earlier) {
	const why = `${status} here, ${earlier} in an earlier step of this session`;
	return reason === void 0 ? why : `${why}; ${reason}`;
}
// src/messages/details.ts
const MEMBERS$3 = [
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
function detailsOf(result) {
	let members = MEMBERS$3.map(([name, valueOf]) => [name, singleLineOf(valueOf(result))]).filter(([, text]) => text !== "");
	const shortenable = members.map(([name]) => name).filter((name) => name !== "result");
	for (const name of [...shortenable.reverse(), "result"]) {
		if (!isTooLong(members)) break;
		members = fit(members, name);
	}
	return Buffer.from(jsonOf(members));
}
function singleLineOf(value) {
	return (typeof value === "string" ? value : (value ?? []).join(", ")).replaceAll(/\s+/gu, " ").trim().toWellFormed();
}
function jsonOf(members) {
	return JSON.stringify(Object.fromEntries(members));
}
function isTooLong(members) {
	return Buffer.byteLength(jsonOf(members)) > LIMITS.detailsBytes;
}
function fit(members, name) {
	const points = Array.from((members.find(([member]) => member === name)?.[1] ?? "").slice(0, 2 * LIMITS.detailsBytes));
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
function checkRuleResult(result, secret) {
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
		cisRuleDetails: detailsOf(secret === "" ? result : withoutSecretIn(result, secret)),
		ruleResult: result
	} };
}
function withoutSecretIn(result, secret) {
	const blot = (text) => require_steps.withoutSecret(text, secret);
	const texts = Object.entries(result).filter((member) => typeof member[1] === "string").map(([name, text]) => [name, blot(text)]);
	const lists = {
		identifiers: result.identifiers?.map(blot),
		recommendations: result.recommendations?.map(blot)
	};
	return {
		...result,
		...Object.fromEntries(texts),
		...require_steps.withoutUndefined(lists)
	};
}
// src/messages/validate.ts
function validate(results, checks) {
	const { delivered = new Map() } = checks;
	const earlier = notBetterThan(results.ruleResults, delivered);
	const { recordFaults, unreadable } = results;
	const drafts = results.drafts.map((draft) => checkDraft(draft, checks));
	const scanned = earlier.items.map((result) => checkRuleResult(result, checks.secret));
	const invalid = [...drafts, ...scanned].flatMap((one) => "leftOut" in one ? [one] : []);
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
		notices: base64Notices(results.drafts, checks.detailsEncoding)
	};
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
	const encoding = scan.detailsEncoding === void 0 ? {} : { detailsEncoding: scan.detailsEncoding };
	return (scan.drafts ?? []).map((draft) => ({
		...draft,
		...encoding,
		place: {
			source,
			at: draft.at
		}
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
			else if (naming === "cis" && !require_steps.isRecommendation(ownId)) kept.add(rule);
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
		const { scheme, at, wayOut } = target;
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
			sentence: `The ${scheme} is ${require_steps.quote(name)} here and ${require_steps.quote(known.name)} at ${require_steps.describePlace(known.place)}: a session has one target, so send the results of each target to its own session.${wayOut === void 0 ? "" : ` ${wayOut}`}`,
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
		sentence: `The ${named.scheme} is ${name}, and \`expected-target\` is ${require_steps.quote(expected)}.`,
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
	return {
		...product === "" ? {} : { product },
		...version === void 0 ? {} : { version }
	};
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
	return product === void 0 ? {} : { product };
}
function withoutContent(label) {
	return label.replace(/\(content [^)]*\)\s*$/, "").trim();
}
function foldedLabel(label) {
	return withoutContent(label ?? "").toLowerCase().replaceAll(/\s+/g, " ");
}
// src/policy/acceptance.ts
const MOST_NAMED$3 = 3;
const NO_ACCEPTANCE = {
	accepted: new Map(),
	warnings: [],
	elsewhere: 0
};
function acceptanceOf(exceptions, rules, scan) {
	const byName = rulesByName(rules);
	const standing = new Map();
	const warnings = [];
	let elsewhere = 0;
	for (const exception of exceptions) {
		const found = standingOf(exception, byName.get(exception.rule) ?? [], rules, scan);
		if ("warning" in found) warnings.push({
			sentence: found.warning,
			place: exception.place
		});
		else if ("isElsewhere" in found) elsewhere += 1;
		else for (const rule of found.stands) standing.set(rule, [...standing.get(rule) ?? [], exception]);
	}
	const accepted = new Map();
	for (const [rule, own] of standing) {
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
		elsewhere
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
function standingOf(exception, named, rules, scan) {
	const { rule: name, target, benchmark, expires } = exception;
	const which = `The exception for ${require_steps.quote(name)}`;
	if (target !== void 0) {
		if (scan.targets.length === 0) return { warning: `${which} is for ${require_steps.quote(target)}, but the results do not state what was scanned.` };
		if (!scan.targets.some((one) => comparableName(one) === comparableName(target))) return { isElsewhere: true };
	}
	const likenesses = new Map([...new Set(rules.map((rule) => rule.benchmark))].map((stated) => [stated, likenessOf(benchmark, stated)]));
	const isSame = (rule) => benchmark === void 0 && !require_steps.isRecommendation(name) ? true : likenesses.get(rule.benchmark) === "same";
	const isElsewhere = benchmark !== void 0 && [...likenesses.values()].every((likeness) => likeness === "another benchmark");
	if (isElsewhere && [...likenesses.keys()].some((stated) => stated !== void 0)) return { isElsewhere };
	if (expires < scan.today) return { warning: `${which} expired: its last day was ${expires}.` };
	if (named.length === 0) return { warning: `${which} accepts nothing: the results have no such rule.` };
	const ofBenchmark = named.filter(isSame);
	if (ofBenchmark.length === 0) return { warning: `${which} accepts nothing: ${whyNotSame(exception, named)}` };
	const failing = ofBenchmark.filter((rule) => statusUnder(name, rule) === "FAILED");
	const [first] = ofBenchmark;
	if (failing.length > 0 || first === void 0) return { stands: failing };
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
	const named = open.slice(0, MOST_NAMED$3).map((verdict) => require_steps.quote(verdict.id));
	const more = open.length > named.length ? [require_steps.count(open.length - named.length, "other")] : [];
	const [only] = open;
	if (open.length === 1 && only?.id === id) return `Rule ${require_steps.quote(id)} is not accepted: it is ${only.status} whatever its scanners' rules say.`;
	const fail = open.length === 1 ? "fails" : "fail";
	return `Rule ${require_steps.quote(id)} is not accepted: ${require_steps.allOf([...named, ...more])} in it ${fail} too, without an exception.`;
}
// src/policy/baseline.ts
const FORMAT = "inspector-cis-telemetry/report";
const VERSION = 1;
const MOST_FAULTS = 100;
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
		else if (!require_steps.isStatus(status)) faults.push(fault(`The "status" of ${require_steps.quote(id)} is none of ${require_steps.anyOf(require_steps.STATUSES_WORST_FIRST)}.`, "rules", index));
		else if (rules.has(id)) faults.push(fault(`Rule ${require_steps.quote(id)} is listed twice.`, "rules", index));
		else rules.set(id, status);
		if (faults.length >= MOST_FAULTS) break;
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
function compare(baseline, { messages, leftOut }) {
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
const MEMBERS$2 = [
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
	const misshapen = MEMBERS$2.filter((name) => !isAbsent(require_steps.memberOf(entry, name)) && require_steps.textOf(require_steps.memberOf(entry, name)) === void 0);
	const faults = [
		...missing.length === 0 ? [] : [{
			sentence: `${which} has no ${require_steps.allOf(missing.map((name) => `"${name}"`))}.`,
			place: at()
		}],
		...misshapen.map((name) => ({
			sentence: `"${name}" must be a text.`,
			place: at(name)
		})),
		...unknownFaults(entry, MEMBERS$2, "an exception", (name) => at(name))
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
function findingsOf$1({ exceptions, baseline }, validated, scan) {
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
		...since === void 0 ? {} : { since }
	};
}
function sinceBaseline(baseline, validated, scan) {
	if (baseline.rules.size === 0) return void 0;
	const { refusals, warnings } = comparabilityOf(baseline.scan, scan);
	if (refusals.length > 0) throw require_steps.failing("InvalidInput", `\`baseline-file\` is no baseline of this scan: ${refusals.join(" ")}`, { remedy: "Give the report of an earlier run of the same scan: keep one for each target, benchmark and profile." });
	return {
		baseline,
		warnings,
		comparison: compare(baseline.rules, validated)
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
		...benchmark === void 0 ? {} : { benchmark }
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
	const ended = require_steps.allOf(present.map(([status, number]) => `${require_steps.count(number, "rule")} ${status}`));
	const cause = likelyCause(present.map(([status]) => status));
	return {
		failure: require_steps.failureFor("NothingEvaluated", `No rule was evaluated: ${ended}.`, {
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
	const rules = matched.map((status) => `${require_steps.count(counts[status], "rule")} ${status}`);
	const named = counted.flatMap(({ ruleId, status }) => ruleId !== void 0 && (status === void 0 || gate.has(status)) ? [ruleId] : []);
	const leftOutRules = unread > 0 ? [`${require_steps.count(unread, "rule")} left out without a readable status`] : [];
	if (rules.length + leftOutRules.length === 0) return void 0;
	const total = matched.reduce((sum, status) => sum + counts[status], unread);
	const input = failOnRegression ? "fail-on-regression" : "fail-on-status";
	return require_steps.failureFor("GateFailed", `There ${total === 1 ? "is" : "are"}${failOnRegression ? " newly" : ""} ${require_steps.allOf([...rules, ...leftOutRules])}, which \`${input}\` does not allow${firstOf(named)}.`, { rules: [...new Set(named)] });
}
const MOST_NAMED$2 = 5;
function firstOf(rules) {
	const distinct = [...new Set(rules)];
	if (distinct.length === 0) return "";
	const first = distinct.slice(0, MOST_NAMED$2).map((rule) => require_steps.shortened(rule, 100));
	const more = distinct.length > first.length ? ` and ${require_steps.grouped(distinct.length - first.length)} more` : "";
	return `: ${first.join(", ")}${more}`;
}
// src/policy/judgement.ts
function judge(validated, results, policy) {
	const nothing = nothingEvaluated(validated.messages, policy.deliveredBefore, results);
	const gate = gateFailure(validated, gateOf(policy));
	if (nothing === void 0) return gate === void 0 ? {} : { failure: gate };
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
		...findings === void 0 ? {} : { accepted: findings.acceptance.accepted },
		...baseline === void 0 ? {} : { baseline }
	};
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
	if (bytes[at] === SLASH) return new FaultAtOffset("JSON has no comments", at, "comment");
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
	return `a string has ${byte === LINE_FEED$2 || byte === CARRIAGE_RETURN$1 ? "a line break" : "a control character"} in it, which must be escaped`;
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
const MOST_VALUES$1 = 8388608;
const MOST_CONTAINERS = 2621440;
const MOST_UNSHARED_MEMBERS = 1048576;
const LONGEST_SCALAR = 16777216;
const MOST_DOCUMENTS = 131072;
const JSON_BOUNDS = {
	depth: 128,
	values: MOST_VALUES$1,
	containers: MOST_CONTAINERS,
	unsharedMembers: MOST_UNSHARED_MEMBERS,
	documents: MOST_DOCUMENTS,
	scalarBytes: LONGEST_SCALAR
};
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
	#containers = 0;
	#unshared = 0;
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
		const large = new Set();
		let members = 0;
		let depth = 0;
		let at = start;
		this.#documents += 1;
		if (this.#documents > this.#bounds.documents) this.#exceed("documents back to back", "documents", at);
		for (;;) {
			this.#values += 1;
			if (this.#values > this.#bounds.values) this.#exceed("values", "values", at);
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
			} else at = this.#limited(at, endOfScalar(bytes, at));
			while (depth > 0) {
				at = skipBlanks(bytes, at);
				const end = closing[depth - 1];
				if (bytes[at] === end) {
					depth -= 1;
					at += 1;
					const begun = this.#close(depth);
					if (at - begun >= this.#largeBytes) large.add(begun);
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
				large
			};
		}
	}
	#open(depth, opening, at) {
		if (depth >= this.#bounds.depth) throw new FaultAtOffset(`objects and lists are nested more than ${this.#bounds.depth} deep`, at, "bound");
		this.#containers += 1;
		if (this.#containers > this.#bounds.containers) this.#exceed("objects and lists", "containers", at);
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
		this.#countUnshared(members, start);
		return start;
	}
	#countUnshared(members, at) {
		this.#unshared += members;
		if (this.#unshared > this.#bounds.unsharedMembers) this.#exceed("members of objects that are unlike all others", "unsharedMembers", at);
	}
	#name(depth, start, listener) {
		const bytes = this.#bytes;
		if (bytes[start] !== 34) throw expected(bytes, start, "a member name in double quotation marks");
		const end = this.#limited(start, endOfString(bytes, start));
		const colon = skipBlanks(bytes, end);
		if (bytes[colon] !== 58) throw expected(bytes, colon, "a colon");
		listener?.name(start);
		this.#countName(depth, start + 1, end - 1);
		if (isIndex(bytes, start + 1, end - 1)) this.#countUnshared(1, start);
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
// src/results/parse/steps.ts
async function withBreaks(steps, pause) {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		await pause?.();
	}
}
// src/results/parse/binary.ts
const DECOMPRESS = "Decompress it in an earlier step, and use the decompressed file";
const WRONG_FILE = "Check that the path is the one of the results file that the scanner writes.";
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
const LOOKED_AT$2 = 64;
function binaryKindOf(bytes) {
	const beginning = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
	return SIGNATURES.find(({ bytes: magic, at = 0 }) => beginning.startsWith(magic, at)) ?? wideText(beginning);
}
function wideText(beginning) {
	if (beginning.startsWith("ÿþ\0\0") || beginning.startsWith("\0\0þÿ")) return UTF_32;
	if (beginning.startsWith("ÿþ") || beginning.startsWith("þÿ")) return void 0;
	const start = beginning.slice(0, LOOKED_AT$2);
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
	const { remedy, because } = more;
	const where = `line ${position.line}, column ${position.column}`;
	const sentence = `${require_steps.quote(name)} ${what}: ${where}${because === void 0 ? "" : `: ${because}`}.`;
	return require_steps.failing("ResultsFileUnreadable", sentence, {
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
		...remedy === void 0 ? {} : { remedy }
	});
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
	end: "The file ends too early: most often the scan step was stopped, or its disk was full. Run the scan again.",
	comment: "Remove the comments from the file.",
	bound: "Check that the path is the one of the results file, or split the results into several files."
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
		linesPassedOver: 0
	};
	const isJson = isOpening(text.bytes[start]);
	const parser = new DocumentParser(text, file.name, parsing);
	const documents = await (isJson ? parser.jsonOrFlowStyle() : parser.yaml());
	const isFault = documents instanceof SyntaxFault;
	if (!isFault && documents.some(({ value }) => isListOrObject(value))) return {
		documents,
		linesPassedOver: 0
	};
	const after = parsing.passOverLines === true ? jsonAfterLines(text) : void 0;
	if (after !== void 0) {
		const later = await parser.json(after.start);
		if (later instanceof SyntaxFault) throw refusal(file, "JSON", later);
		return {
			documents: later,
			linesPassedOver: after.lines
		};
	}
	if (isFault) throw refusal(file, isJson ? "JSON" : "YAML", documents);
	return {
		documents,
		linesPassedOver: 0
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
		remedy: REMEDIES[kind]
	});
}
// src/policy/policy-files.ts
const LARGEST_EXCEPTIONS_FILE = 4194304;
const LARGEST_BASELINE_FILE = 268435456;
async function readPolicyFiles({ exceptionsFile, baselineFile }, read) {
	const exceptions = exceptionsFile === void 0 ? [] : await exceptionsIn(exceptionsFile, read);
	return baselineFile === void 0 ? { exceptions } : {
		exceptions,
		baseline: await baselineIn(baselineFile, read)
	};
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
			...cause === void 0 ? {} : { cause },
			...faults === void 0 ? {} : { faults }
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
async function refuseOneFileForBoth(undelivered, { reportPath, sarifPath }) {
	if (undelivered === void 0) return;
	const path = await require_steps.realPathOf(undelivered.path);
	const other = path === reportPath ? "report-file" : path === sarifPath ? "sarif-file" : void 0;
	if (other === void 0) return;
	throw require_steps.failing("InvalidInput", `\`undelivered-file\` and \`${other}\` name the same file.`, { remedy: "Name another file in one of the two." });
}
const REMEDY = "Name another file, or leave `undelivered-file` out: the action then chooses a new name.";
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
		throw require_steps.failing("ResultsFileUnreadable", `The directory ${require_steps.quote(require_steps.nameForUser(error.directory, workingDirectory))}, in which \`results-file\` ${require_steps.quote(pattern)} may have files, cannot be listed.`, {
			cause: error.message,
			remedy: "Name the files or their directory more closely, or let the user of the runner list the directory."
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
	return require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(name)} has ${has}; the limit is ${require_steps.count(largest, "byte")}.`, { remedy: "Check that the path is the one of the results file; split the results over several files." });
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
		if (require_steps.isSystemError(error)) return ` The directory ${require_steps.quote(directory)} cannot be listed (${error.code ?? "unknown"}).`;
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
		throw require_steps.failing("InvalidMessages", `The results are of ${require_steps.count(stated.length, "different benchmark")}; ${most}.`, { remedy: "Send the results of each benchmark to its own session." });
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
		for (const name of scan.ruleResults.flatMap((rule) => namesOf(rule, naming))) if (require_steps.isRecommendation(name)) known.numbers.add(name);
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
	return [{ sentence: `Results of ${require_steps.allOf(who.slice(0, MOST_NAMED$1))} share recommendations, and not all of them state the version of their CIS benchmark: the versions could not be compared.` }];
}
function describeBenchmark({ label, scanner }) {
	return label === "" ? `an unnamed benchmark of ${scanner}` : require_steps.quote(label);
}
// src/results/disagreements.ts
function disagreementsOf(ruleResults, drafts) {
	const all = [...ruleResults.map(saidByScanner), ...drafts.flatMap(saidByPerson)];
	if (new Set(all.map(({ scanner }) => scanner)).size < 2) return [];
	const byRule = new Map();
	for (const one of all) {
		const known = byRule.get(one.ruleId);
		if (known === void 0) byRule.set(one.ruleId, [one]);
		else known.push(one);
	}
	return [...byRule].flatMap(([ruleId, said]) => {
		const opinions = opinionsOf(said);
		const statuses = new Set(opinions.map(({ status }) => status));
		if (!statuses.has("PASSED") || !statuses.has("FAILED")) return [];
		const title = said.find((one) => one.title !== void 0)?.title;
		return [{
			ruleId,
			opinions,
			...title === void 0 ? {} : { title }
		}];
	});
}
function saidByScanner({ ruleId, status, scanner = "", place, title }) {
	return {
		ruleId,
		status,
		scanner,
		place,
		title
	};
}
function saidByPerson({ value, place }) {
	if (!require_steps.isRecord(value)) return [];
	const { ruleId, status } = value;
	return typeof ruleId === "string" && require_steps.isStatus(status) ? [{
		ruleId,
		status,
		scanner: "messages",
		place
	}] : [];
}
function opinionsOf(said) {
	return [...new Set(said.map(({ scanner }) => scanner))].flatMap((scanner) => {
		const own = said.filter((one) => one.scanner === scanner);
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
			started: extreme(scans.map(({ started }) => started), Math.min),
			ended: extreme(scans.map(({ ended }) => ended), Math.max)
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
function extreme(times, of) {
	return times.filter((time) => time !== void 0).reduce((known, time) => known === void 0 ? time : of(known, time), void 0);
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
	if (known !== void 0) throw notRead(file, known);
	const readable = scanners.find((scanner) => scanner.kind === "data" && scanner.read(document).some(({ ruleResults }) => ruleResults.length > 0));
	throw unrecognised(file, seen(document), scanners, readable);
}
function notRead(file, format, thrown) {
	const sentence = `${require_steps.quote(file)} is ${format.name}, which is not supported.`;
	return require_steps.failing("ResultsFormatUnknown", sentence, { remedy: format.advice }, thrown);
}
function holdsResults(scanner, document) {
	return scanner.read(document).some(({ ruleResults, drafts = [] }) => ruleResults.length + drafts.length > 0);
}
function ambiguous(file, first, second) {
	return require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file)} could be \`${first.name}\` or \`${second.name}\`.`, { remedy: "Set `results-format`." });
}
function unrecognised(file, what, scanners, readable) {
	const shapes = scanners.map(({ name, shape }) => `\`${name}\`: ${shape}`);
	const [only, ...others] = scanners;
	const wanted = only !== void 0 && others.length === 0 ? `not \`${only.name}\`` : "in no supported format";
	return require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file)} is ${wanted}; it is ${what}.`, {
		cause: `Looked for ${shapes.join("; ")}.`,
		remedy: readable === void 0 ? "Have the scanner write one of the formats in `docs/formats.md`." : `If it is \`${readable.name}\`, say so with \`results-format: ${readable.name}\`.`
	});
}
function seen(document) {
	if (!Array.isArray(document)) return seenOne(document);
	const first = document[0];
	return `a list of ${document.length}, the first ${Array.isArray(first) ? "a list" : seenOne(first)}`;
}
function seenOne(document) {
	if (!require_steps.isRecord(document)) return document === null ? "empty" : `a single ${typeof document}`;
	const members = Object.keys(document);
	if (members.length === 0) return "an empty object";
	return `an object with ${members.slice(0, 8).map(require_steps.quote).join(", ")}${members.length > 8 ? " and more" : ""}`;
}
// src/results/known-text.ts
const LOOKED_AT$1 = 65536;
const LONGEST_REPAIRED = 1048576;
const EXPLAINABLE = new Set(["ResultsFileUnreadable", "ResultsFormatUnknown"]);
function explained(error, file, unsupported) {
	if (!(error instanceof require_steps.ActionFailure) || !EXPLAINABLE.has(error.failure.code)) return error;
	const format = knownFormat(file, unsupported);
	if (format === void 0) return error;
	if (format.isMalformed !== true) return notRead(file.name, format, error);
	if (error.failure.code !== "ResultsFileUnreadable") return error;
	return new require_steps.ActionFailure({
		...error.failure,
		remedy: format.advice
	}, error);
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
	return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, LOOKED_AT$1)).replaceAll(/\p{Cc}\[[\d;]*m/gu, "").trimStart();
}
// src/results/repeated-members.ts
const MOST_LOOKED_AT = 20;
const MOST_VALUES = 10;
const MOST_TOLD = 100;
function repeatedFindings(document, repeated, read) {
	if (repeated.length === 0) return {
		faults: [],
		warnings: []
	};
	const asRead = essenceOf(read, document);
	const matters = (members) => {
		const places = byPlace(members);
		const most = Math.max(...places.map(({ length }) => length));
		const indexes = Array.from({ length: Math.min(most, MOST_VALUES) }, (_, index) => index);
		return most > MOST_VALUES || indexes.some((index) => essenceOf(read, variantOf(document, places, index)) !== asRead);
	};
	const harmful = new Set(harmfulOf(repeated, matters));
	return {
		faults: faultsOf$2([...harmful]),
		warnings: warningsOf$2(repeated.filter((member) => !harmful.has(member)))
	};
}
function harmfulOf(repeated, matters) {
	if (repeated.length >= 1e4) return repeated;
	if (!matters(repeated)) return [];
	if (repeated.length > MOST_LOOKED_AT) return repeated;
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
function faultsOf$2(harmful) {
	const told = harmful.slice(0, MOST_TOLD).map(({ name, position }) => ({
		sentence: `${require_steps.quote(name)} is repeated in one object: what is sent would depend on which one is read.`,
		at: { position }
	}));
	const [first] = harmful.slice(MOST_TOLD);
	if (first === void 0) return told;
	const more = `${require_steps.count(harmful.length - MOST_TOLD, "more member is", "more members are")} repeated.`;
	return [...told, {
		sentence: more,
		at: { position: first.position }
	}];
}
function warningsOf$2(harmless) {
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
		if (!(error instanceof RangeError)) throw error;
		throw require_steps.failing("ResultsFileUnreadable", `${require_steps.quote(file)} is nested too deeply.`, {}, error);
	}
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
	if (!Array.isArray(value) || recognisedBy(value, scanners, recognition.format).length > 0) return {
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
	const what = formats === "" ? "in no supported format" : formats;
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
	const scanners = reading.scanners.filter(({ name }) => reading.format === "auto" || reading.format === name);
	try {
		return await (looksLikeXml(file.bytes) ? readXml(file, scanners, reading.pause) : readData(file, scanners, reading));
	} catch (error) {
		const meant = repaired(error, file, reading.unsupported);
		if (meant === void 0) throw explained(error, file, reading.unsupported);
		return readRepaired(file, meant, scanners, reading);
	}
}
async function readRepaired(file, { text, warning }, scanners, reading) {
	try {
		const read = await readData({
			...file,
			bytes: Buffer.from(text)
		}, scanners, reading);
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
		throw explained(error, file, reading.unsupported);
	}
}
async function readXml(file, scanners, pause) {
	const readers = scanners.filter((scanner) => scanner.kind === "xml").map((scanner) => ({
		format: scanner.name,
		reader: scanner.reader()
	}));
	await parseXmlFile(file, readers.map(({ reader }) => reader), pause);
	const [first, second] = readers.flatMap(({ format, reader }) => {
		const scans = reader.end();
		return scans === void 0 ? [] : [{
			format,
			scans
		}];
	});
	if (first === void 0) throw unrecognised(file.name, "XML of another kind", scanners);
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
async function readData(file, scanners, reading) {
	const { documents: parsed, linesPassedOver } = await parseDocuments(file, {
		passOverLines: true,
		pause: reading.pause
	});
	const documents = parsed.filter(({ value }) => !isEmpty(value));
	if (documents.length === 0) throw require_steps.failing("NoResults", `${require_steps.quote(file.name)} contains no results: it is empty.`);
	const recognised = documents.map((document) => readDocument(file.name, document, scanners, reading));
	const formats = [...new Set(recognised.map(({ scanner }) => scanner.name))];
	const [format] = formats;
	if (format === void 0 || formats.length > 1) throw require_steps.failing("ResultsFormatUnknown", `${require_steps.quote(file.name)} contains documents in several formats: ${formats.join(", ")}.`, { remedy: "Write one file per format, and list them all in `results-file`." });
	return {
		file,
		format,
		scans: recognised.flatMap(({ scans }) => scans),
		linesPassedOver
	};
}
function isEmpty(value) {
	return value === null || Array.isArray(value) && value.length === 0;
}
// src/results/refusals.ts
function sessionFaults(scans, session) {
	const inputs = {
		scanJobId: "scan-job-id",
		sessionToken: "session-token"
	};
	return scans.flatMap(({ scan, source }) => (scan.session ?? []).filter(({ member, value }) => session[member] !== "" && (typeof value !== "string" || value.toLowerCase() !== session[member])).map(({ member, at }) => ({
		sentence: `The file has a different "${member}" from the input \`${inputs[member]}\`: these results belong to another session.`,
		place: {
			source,
			at
		}
	})));
}
// src/results/runs.ts
function standingRuns(scans) {
	const { runs, notices: repeats } = distinctRuns(scans);
	const { standing, notices: replacements } = keepLatest(runs);
	return {
		scans: scans.map((placed, index) => standing.get(index) ?? placed),
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
	const standing = new Map(runs.flatMap(({ copies }) => copies));
	const latestFirst = runs.flatMap(datedRun).sort((one, other) => other.ended - one.ended || other.index - one.index);
	const replacing = new Map();
	const notices = [];
	for (const run of latestFirst) {
		const later = run.kinds.flatMap((kind) => replacing.get(kind) ?? []);
		const stands = ({ ruleId }) => !later.some(({ rules }) => rules.has(ruleId));
		for (const [index, placed] of run.copies) standing.set(index, withResults(placed, stands));
		const [latest] = later;
		if (latest !== void 0) notices.push(replacement(run, latest.by, stands));
		for (const kind of run.kinds) {
			const known = replacing.get(kind) ?? {
				rules: new Set(),
				by: run
			};
			replacing.set(kind, known);
			for (const { ruleId } of ruleResultsOf$1(run)) known.rules.add(ruleId);
		}
	}
	return {
		standing,
		notices: notices.reverse()
	};
}
function datedRun(run) {
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
function ruleResultsOf$1({ copies }) {
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
function replacement(run, by, stands) {
	const rules = (results) => new Set(results.map(({ ruleId }) => ruleId)).size;
	const own = ruleResultsOf$1(run);
	const stay = rules(own.filter(stands));
	const [[, placed] = []] = run.copies;
	const [[, later] = []] = by.copies;
	const inFile = later === void 0 || later.source.file === placed?.source.file ? "" : ` in ${require_steps.quote(later.source.file)}`;
	const only = stay === 0 ? "" : `; ${require_steps.count(stay, "rule")} that only the earlier run has ${stay === 1 ? "stays" : "stay"}`;
	return {
		sentence: `The target was scanned again: the run that ended at ${exactTime(by.ended)}${inFile} replaces this one of ${exactTime(run.ended)} for ${require_steps.count(rules(own) - stay, "rule")}${only}.`,
		...placed === void 0 ? {} : placeOf(placed)
	};
}
function placeOf({ scan, source }) {
	const at = scan.targets?.[0]?.at ?? scan.ruleResults[0]?.at;
	return at === void 0 ? {} : { place: {
		source,
		at
	} };
}
function exactTime(milliseconds) {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString().replace(".000Z", "Z");
}
// src/results/results.ts
const MOST_RESULTS = 1e6;
async function interpretResults(found, reading) {
	const { ruleId: naming = "cis", expectedTarget, session } = reading;
	const { read, unread } = await readEach(found, reading);
	const scans = read.flatMap((file) => file.scans);
	refuseTooMany(scans);
	const drafts = scans.flatMap(placedDrafts);
	const runs = standingRuns(scans);
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
			...read.flatMap(passedOver),
			...runs.notices,
			...benchmarks.notices
		]
	};
}
function passedOver({ file, linesPassedOver: lines = 0 }) {
	const sentence = `${require_steps.quote(file.name)} has ${require_steps.count(lines, "line")} of other text before its results, which ${lines === 1 ? "was" : "were"} skipped.`;
	return lines === 0 ? [] : [{ sentence }];
}
async function readEach(found, reading) {
	const read = [];
	const unread = [];
	for (const file of found) {
		const scans = isRead(file) ? await readOrUnread(() => readResults(file, reading)) : file;
		await reading.pause?.();
		if (isRead(scans)) read.push(scans);
		else unread.push({
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
function refuseTooMany(scans) {
	const results = scans.reduce((sum, { scan }) => sum + resultsIn(scan), 0);
	if (results <= MOST_RESULTS) return;
	throw require_steps.failing("ResultsFileUnreadable", `The files contain ${require_steps.count(results, "result")}; the limit is ${require_steps.grouped(MOST_RESULTS)}.`, { remedy: "Check that the files are results of one benchmark on one target." });
}
// src/results/reading/short-text.ts
const FREE_TEXT_AT_MOST = 500;
function shortText(value, limit = FREE_TEXT_AT_MOST) {
	const text = require_steps.textOf(typeof value === "string" ? value.slice(0, limit * 8) : value);
	return text === void 0 ? void 0 : cut(text.replaceAll(/\s+/gu, " "), limit);
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
// src/results/reading/verdict.ts
function verdictOf(word, table) {
	const status = Object.hasOwn(table, word) ? table[word] : void 0;
	if (status !== void 0) return {
		result: word,
		status
	};
	const undefinedWord = shortText(word, 100) ?? word;
	return {
		result: undefinedWord,
		status: "UNKNOWN",
		undefinedWord
	};
}
// src/results/reading/record-reader.ts
var RecordReader = class {
	#ruleResults = [];
	#faults = [];
	#warnings = [];
	#excluded = new Map();
	#targets = new Map();
	#unreadable = new Map();
	root(document, what) {
		return {
			value: require_steps.recordOf(document),
			path: [],
			what
		};
	}
	entries(owner, name, what, rule) {
		const list = require_steps.memberOf(owner.value, name);
		if (list === void 0 || list === null) return [];
		const path = [...owner.path, name];
		if (Array.isArray(list)) return this.objects(list, what, path, rule);
		this.#misshapen(`"${name}" must be a list of ${what}s.`, path, rule);
		return [];
	}
	requiredEntries(owner, name, what, rule) {
		const list = require_steps.memberOf(owner.value, name);
		if (list !== void 0 && list !== null) return this.entries(owner, name, what, rule);
		this.#misshapen(`${owner.what} has no "${name}".`, owner.path, rule);
		return [];
	}
	objects(list, what, path, rule) {
		return list.flatMap((value, index) => this.#object(value, what, [...path, index], rule));
	}
	members(owner, name, what, rule) {
		const map = require_steps.memberOf(owner.value, name);
		if (map === void 0 || map === null) return [];
		const path = [...owner.path, name];
		if (!require_steps.isRecord(map)) {
			this.#misshapen(`"${name}" must be an object whose members are ${what}s.`, path, rule);
			return [];
		}
		return Object.entries(map).flatMap(([key, value]) => this.#object(value, what, [...path, key], rule).map((entry) => ({
			...entry,
			name: key
		})));
	}
	requiredText(entry, name, unreadable = {}) {
		const value = require_steps.memberOf(entry.value, name);
		const text = require_steps.textOf(value);
		if (text === void 0) this.recordFault(absence(value, name, entry.what), entry.path, unreadable);
		return text;
	}
	requiredVerdict(entry, name, table, rule) {
		const value = require_steps.memberOf(entry.value, name);
		const word = wordOf(value);
		if (word !== void 0) return verdictOf(word, table);
		this.recordFault(absence(value, name, entry.what), entry.path, { rule });
	}
	statusOf(entry, name, table) {
		const word = wordOf(require_steps.memberOf(entry.value, name));
		return word === void 0 ? {} : { status: verdictOf(word, table).status };
	}
	fault(sentence, path) {
		this.#faults.push({
			sentence,
			at: { path }
		});
	}
	recordFault(sentence, path, { rule, status } = {}) {
		const known = require_steps.withoutUndefined({
			ruleId: rule?.ruleId,
			status
		});
		this.#faults.push({
			sentence,
			at: { path },
			ofRecord: true,
			...known
		});
		if (rule !== void 0) this.#unreadable.set(JSON.stringify([rule.ruleId, rule.recommendations]), rule);
	}
	warn(sentence, path) {
		this.#warnings.push({
			sentence,
			at: { path }
		});
	}
	exclude(what) {
		this.#excluded.set(what, (this.#excluded.get(what) ?? 0) + 1);
	}
	add(result) {
		this.#ruleResults.push(result);
	}
	target(scheme, name, path, wayOut) {
		this.#target({
			scheme,
			names: [name],
			at: { path },
			...require_steps.withoutUndefined({ wayOut })
		});
	}
	host(scheme, name, path) {
		this.#target({
			scheme,
			names: [name],
			at: { path },
			isHostName: true
		});
	}
	scan(facts, emptyBecause) {
		const unreadable = new Set([...this.#unreadable.values()].map(({ ruleId }) => ruleId));
		const ruleResults = this.#ruleResults.filter(({ ruleId }) => !unreadable.has(ruleId));
		const nothing = ruleResults.length === 0 && this.#faults.length === 0;
		return {
			...facts,
			...require_steps.withoutUndefined({
				targets: unlessEmpty$1([...this.#targets.values()]),
				faults: unlessEmpty$1(this.#faults),
				warnings: unlessEmpty$1(this.#warnings),
				excluded: unlessEmpty$1(exclusionsOf(this.#excluded)),
				unreadableRules: unlessEmpty$1([...this.#unreadable.values()]),
				emptyBecause: nothing ? emptyBecause : void 0
			}),
			ruleResults
		};
	}
	#target(target) {
		const key = JSON.stringify([target.scheme, target.names]);
		if (!this.#targets.has(key)) this.#targets.set(key, target);
	}
	#object(value, what, path, rule) {
		if (require_steps.isRecord(value)) return [{
			value,
			path,
			what
		}];
		this.recordFault(`${what} is not an object.`, path, { rule });
		return [];
	}
	#misshapen(sentence, path, rule) {
		if (rule === void 0) this.fault(sentence, path);
		else this.recordFault(sentence, path, { rule });
	}
};
function unlessEmpty$1(list) {
	return list.length > 0 ? list : void 0;
}
function exclusionsOf(counts) {
	return [...counts].map(([what, count]) => ({
		what,
		count
	}));
}
function absence(value, name, what) {
	return value === void 0 || value === null || typeof value === "string" && value.trim() === "" ? `${what} has no "${name}".` : `"${name}" of ${what} must be a text.`;
}
// src/results/scanners/asff/standards.ts
const CUT_AT = 63;
function standardOf(finding) {
	const fields = require_steps.memberOf(finding, "ProductFields");
	const arn = require_steps.textOf(require_steps.memberOf(fields, "StandardsGuideArn")) ?? require_steps.textOf(require_steps.memberOf(fields, "StandardsArn"));
	if (arn !== void 0) return shortText(arn.split("/").slice(1).join("/"), 100);
	return /([\w-]+\/v\/\d+(?:\.\d+)*)\//.exec(shortText(require_steps.memberOf(finding, "GeneratorId"), 300) ?? "")?.[1];
}
function cisVersionOf(standard) {
	return /^cis-aws-foundations-benchmark\/v\/(\d+(?:\.\d+)+)$/.exec(standard ?? "")?.[1];
}
function requirementsOf$1(finding) {
	const named = wordsOf(require_steps.memberAt(finding, "Compliance", "RelatedRequirements")).flatMap(readRequirement);
	const version = cisVersionOf(standardOf(finding));
	const number = require_steps.textOf(require_steps.memberOf(finding, "GeneratorId"))?.split("/").at(-1) ?? "";
	return version === void 0 || !require_steps.isRecommendation(number) ? named : [{
		version,
		number
	}, ...named];
}
function wordedRequirementsOf(finding) {
	return wordsOf(require_steps.memberAt(finding, "Compliance", "RelatedRequirements")).filter((words) => /\bCIS\b/i.test(words) && !/\bCIS[ -]Controls\b/i.test(words)).map((words) => isCut(words) ? words.replace(/\s+\S*$/, " …") : words);
}
function benchmarkOf$6(standard, cisVersion) {
	const version = cisVersionOf(standard) ?? (standard === void 0 ? cisVersion : void 0);
	if (version === void 0) return standard === void 0 ? {} : { benchmark: standard };
	const benchmark = CIS_TITLES.aws;
	return {
		benchmark,
		benchmarkVersion: version,
		cisBenchmark: cisBenchmarkOf(benchmark, version)
	};
}
function readRequirement(words) {
	const hub = /^CIS AWS Foundations Benchmark v(\d+(?:\.\d+)+)\/(\d+(?:\.\d+)+)$/.exec(words);
	if (hub !== null) return [{
		version: hub[1] ?? "",
		number: hub[2] ?? ""
	}];
	const version = /^CIS-(\d+(?:\.\d+)+) /.exec(words)?.[1];
	if (version === void 0) return [];
	const numbers = words.split(" ").slice(1);
	return (isCut(words) ? numbers.slice(0, -1) : numbers).filter(require_steps.isRecommendation).map((number) => ({
		version,
		number
	}));
}
function isCut(words) {
	return words.startsWith("CIS-") && words.length >= CUT_AT;
}
// src/results/scanners/asff/rule-name.ts
var RuleNames = class {
	cisVersion;
	#controls;
	#numbers = new Map();
	constructor(findings) {
		this.cisVersion = onlyOne(findings.flatMap(cisVersionsOf));
		this.#controls = controlsByGenerator(findings);
		for (const finding of findings) this.#noteNumbers(finding);
	}
	of(finding) {
		const ruleId = this.#ruleIdOf(finding);
		if (ruleId === void 0) return void 0;
		const recommendations = [...this.#numbers.get(ruleId) ?? []];
		return this.cisVersion !== void 0 && recommendations.length > 0 && !recommendations.includes(ruleId) ? {
			ruleId,
			recommendations
		} : { ruleId };
	}
	#ruleIdOf(finding) {
		const generator = require_steps.textOf(require_steps.memberOf(finding, "GeneratorId"));
		return controlId(finding) ?? (generator === void 0 ? void 0 : this.#controls.get(generator) ?? generator);
	}
	#noteNumbers(finding) {
		const ruleId = this.#ruleIdOf(finding);
		if (ruleId === void 0) return;
		const numbers = this.#numbers.get(ruleId) ?? new Set();
		for (const { number } of requirementsOf$1(finding)) numbers.add(number);
		this.#numbers.set(ruleId, numbers);
	}
};
function controlId(finding) {
	const fields = require_steps.memberOf(finding, "ProductFields");
	return require_steps.textOf(require_steps.memberAt(finding, "Compliance", "SecurityControlId")) ?? require_steps.textOf(require_steps.memberOf(fields, "ControlId")) ?? require_steps.textOf(require_steps.memberOf(fields, "RuleId"));
}
function onlyOne(values) {
	return new Set(values).size === 1 ? values[0] : void 0;
}
function cisVersionsOf(finding) {
	const version = cisVersionOf(standardOf(finding));
	return [...version === void 0 ? [] : [version], ...requirementsOf$1(finding).map((one) => one.version)];
}
function controlsByGenerator(findings) {
	const controls = new Map();
	const ambiguous = new Set();
	for (const finding of findings) {
		const [generator, control] = [require_steps.textOf(require_steps.memberOf(finding, "GeneratorId")), controlId(finding)];
		if (generator === void 0 || control === void 0) continue;
		if ((controls.get(generator) ?? control) !== control) ambiguous.add(generator);
		controls.set(generator, control);
	}
	for (const generator of ambiguous) controls.delete(generator);
	return controls;
}
// src/results/scanners/asff/checks.ts
function isCheck$1({ value: finding, path }, reader) {
	if (isArchived(finding)) {
		reader.exclude("archived finding");
		return false;
	}
	if (require_steps.memberOf(finding, "Compliance") !== void 0 && require_steps.memberOf(finding, "Compliance") !== null) {
		if (hasStatus(finding) || isOfControl(finding)) return true;
	} else if (require_steps.memberOf(finding, "SchemaVersion") === void 0) {
		reader.recordFault("finding has neither \"SchemaVersion\" nor \"Compliance\".", path);
		return false;
	} else if (isOfControl(finding)) return true;
	reader.exclude("finding without Compliance.Status");
	return false;
}
function isArchived(finding) {
	return require_steps.memberOf(finding, "RecordState") === "ARCHIVED";
}
function hasStatus(finding) {
	const compliance = require_steps.memberOf(finding, "Compliance");
	const status = require_steps.memberOf(compliance, "Status");
	return !require_steps.isRecord(compliance) || status !== void 0 && status !== null && status !== "";
}
function isOfControl(finding) {
	const generator = require_steps.textOf(require_steps.memberOf(finding, "GeneratorId")) ?? "";
	return controlId(finding) !== void 0 || standardOf(finding) !== void 0 || generator.startsWith("security-control/");
}
function emptyBecause$1(findings) {
	const archived = findings.filter(({ value }) => isArchived(value)).length;
	const others = archived > 0 ? `${archived} archived, the others without` : "none with";
	return findings.length === archived && archived > 0 ? `${require_steps.count(findings.length, "finding")}, all archived` : `${require_steps.count(findings.length, "finding")}, ${others} Compliance.Status`;
}
// src/results/scanners/asff/findings.ts
const SCHEMA_VERSION = "2018-10-08";
const FINDING$1 = "finding";
const PAGE = "page of findings";
const LISTS = ["Findings", "findings"];
function holdsFindings(document) {
	return [document, ...require_steps.listOf(document)].some((value) => isFinding$1(value) || listsOf(value).some(isFinding$1));
}
function findingsOf(document, reader) {
	if (Array.isArray(document)) return reader.objects(document, FINDING$1, []).flatMap((element) => findingsIn(element, reader));
	return findingsIn(reader.root(document, FINDING$1), reader);
}
function isFinding$1(value) {
	return require_steps.memberOf(value, "SchemaVersion") === SCHEMA_VERSION;
}
function listsOf(value) {
	return [value, require_steps.memberOf(value, "detail")].flatMap((page) => LISTS.flatMap((name) => require_steps.listOf(require_steps.memberOf(page, name))));
}
function findingsIn(element, reader) {
	const page = pageOf(element);
	if (isFinding$1(element.value) || page === void 0) return [element];
	if ((require_steps.textOf(require_steps.memberOf(page.value, "NextToken")) ?? require_steps.textOf(require_steps.memberOf(page.value, "nextToken"))) !== void 0) reader.warn("There are more findings on another page (`NextToken`), which is not in the file: have `aws securityhub get-findings` write all pages.", [...page.path, require_steps.memberOf(page.value, "NextToken") === void 0 ? "nextToken" : "NextToken"]);
	const findings = LISTS.filter((name) => Object.hasOwn(page.value, name)).flatMap((name) => reader.requiredEntries(page, name, FINDING$1));
	if (findings.length === 0) reader.exclude("page without findings");
	return findings.flatMap((finding) => findingsIn(finding, reader));
}
function pageOf(element) {
	const detail = require_steps.memberOf(element.value, "detail");
	const isPage = (value) => LISTS.some((name) => Object.hasOwn(value, name));
	if (isPage(element.value)) return {
		...element,
		what: PAGE
	};
	if (!require_steps.isRecord(detail) || !isPage(detail)) return void 0;
	return {
		value: detail,
		path: [...element.path, "detail"],
		what: PAGE
	};
}
// src/results/scanners/asff/asff.ts
const STATUSES$10 = {
	PASSED: "PASSED",
	FAILED: "FAILED",
	WARNING: "NOT_EVALUATED",
	NOT_AVAILABLE: "NOT_EVALUATED",
	INFOED: "INFORMATIONAL",
	MUTED: "NOT_EVALUATED"
};
const ONE_ACCOUNT = "Ask Security Hub for the findings of one account (the filter `AwsAccountId`).";
const asff = {
	kind: "data",
	name: "asff",
	shape: `findings with \`SchemaVersion\` ${SCHEMA_VERSION}: a list, \`{"Findings": […]}\`, an EventBridge event, or one finding`,
	statuses: { "Compliance.Status": STATUSES$10 },
	recognises: holdsFindings,
	read: read$10
};
function read$10(document) {
	const whole = new RecordReader();
	const findings = findingsOf(document, whole);
	const checks = findings.filter((finding) => isCheck$1(finding, whole));
	const names = new RuleNames(checks.map(({ value }) => value));
	const scans = [...byStandard(checks)].map(([standard, ofStandard]) => {
		const reader = new RecordReader();
		for (const check of ofStandard) readCheck$3(check, names, reader);
		return reader.scan({
			...productOf(ofStandard),
			...benchmarkOf$6(standard, names.cisVersion)
		}, "");
	});
	const rest = whole.scan(productOf(checks), emptyBecause$1(findings));
	return [
		rest.faults,
		rest.warnings,
		rest.excluded
	].some((said) => said !== void 0) || scans.length === 0 ? [...scans, rest] : scans;
}
function byStandard(checks) {
	const groups = new Map();
	for (const check of checks) {
		const standard = standardOf(check.value);
		const group = groups.get(standard);
		if (group === void 0) groups.set(standard, [check]);
		else group.push(check);
	}
	return groups;
}
function readCheck$3(check, names, reader) {
	const { value: finding, path } = check;
	const account = require_steps.textOf(require_steps.memberOf(finding, "AwsAccountId"));
	if (account !== void 0) reader.target("AWS account", account, [...path, "AwsAccountId"], ONE_ACCOUNT);
	const compliance = complianceOf(check);
	const rule = names.of(finding);
	if (rule === void 0) {
		reader.requiredText(check, "GeneratorId", reader.statusOf(compliance, "Status", STATUSES$10));
		return;
	}
	if (!require_steps.isRecord(require_steps.memberOf(finding, "Compliance") ?? {})) {
		reader.recordFault("\"Compliance\" of finding must be an object.", path, { rule });
		return;
	}
	if (typeof (require_steps.memberOf(compliance.value, "SecurityControlId") ?? "") !== "string") {
		reader.recordFault("\"SecurityControlId\" of Compliance must be a text.", compliance.path, { rule });
		return;
	}
	const verdict = reader.requiredVerdict(compliance, "Status", STATUSES$10, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(finding, "Title")),
		reason: reasonOf$6(finding),
		severity: shortText(require_steps.memberAt(finding, "Severity", "Label"), 50),
		remediation: remediationOf$1(finding),
		identifiers: rule.recommendations === void 0 ? unlessEmpty(wordedRequirementsOf(finding)) : void 0
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function complianceOf({ value, path }) {
	return {
		value: require_steps.recordOf(require_steps.memberOf(value, "Compliance")),
		path: [...path, "Compliance"],
		what: "Compliance"
	};
}
function reasonOf$6(finding) {
	const described = require_steps.listOf(require_steps.memberAt(finding, "Compliance", "StatusReasons")).slice(0, 3).map((reason) => {
		return shortText(require_steps.memberOf(reason, "Description"), 300) ?? shortText(require_steps.memberOf(reason, "ReasonCode"), 100);
	});
	const seen = ownProvider(finding) === void 0 ? void 0 : shortText(require_steps.memberOf(finding, "Description"));
	return joined([require_steps.memberAt(finding, "Workflow", "Status") === "SUPPRESSED" ? "suppressed" : void 0, joined(described, "; ") ?? seen], ": ");
}
function remediationOf$1(finding) {
	const recommendation = require_steps.memberAt(finding, "Remediation", "Recommendation");
	return joined([shortText(require_steps.memberOf(recommendation, "Text"), 300), shortText(require_steps.memberOf(recommendation, "Url"), 190)], " ");
}
function ownProvider(finding) {
	return shortText(require_steps.memberAt(finding, "ProductFields", "ProviderName"), 100);
}
function productOf(checks) {
	const product = onlyOne(checks.map(({ value }) => ownProvider(value) ?? shortText(require_steps.memberOf(value, "ProductName"), 100)));
	const versions = checks.map(({ value }) => wordOf(require_steps.memberAt(value, "ProductFields", "ProviderVersion")));
	return require_steps.withoutUndefined({
		scanner: product ?? "AWS Security Hub",
		scannerVersion: onlyOne(versions)
	});
}
function unlessEmpty(list) {
	return list.length > 0 ? list : void 0;
}
// src/results/scanners/docker-bench.ts
const STATUSES$9 = {
	PASS: "PASSED",
	WARN: "FAILED",
	INFO: "INFORMATIONAL",
	NOTE: "NOT_EVALUATED"
};
const SECTION = "docker-bench section";
const TEST = "docker-bench test";
const dockerBench = {
	kind: "data",
	name: "docker-bench",
	shape: "an object with `dockerbenchsecurity` and `tests`",
	recognises: (document) => require_steps.memberOf(document, "dockerbenchsecurity") !== void 0 && Array.isArray(require_steps.memberOf(document, "tests")),
	statuses: { result: STATUSES$9 },
	read: read$9
};
function read$9(document) {
	const reader = new RecordReader();
	const report = reader.root(document, "docker-bench report");
	const tests = testsOf(report, reader);
	for (const { test, section } of tests) readTest$1(test, section, reader);
	compareTotals$3(report, tests.map(({ test }) => test), reader);
	const facts = require_steps.withoutUndefined({
		scanner: "docker-bench-security",
		scannerVersion: wordOf(require_steps.memberOf(document, "dockerbenchsecurity")),
		benchmark: CIS_TITLES.docker,
		cisBenchmark: cisBenchmarkOf(CIS_TITLES.docker),
		started: timeOfSeconds(require_steps.memberOf(document, "start")),
		ended: timeOfSeconds(require_steps.memberOf(document, "end"))
	});
	return [reader.scan(facts, "docker-bench-security ran no test")];
}
function testsOf(report, reader) {
	return reader.requiredEntries(report, "tests", SECTION).flatMap((entry) => {
		const { value } = entry;
		if (require_steps.memberOf(value, "results") === void 0 && require_steps.memberOf(value, "result") !== void 0) return [{
			test: {
				...entry,
				what: TEST
			},
			section: void 0
		}];
		const section = joined([wordOf(require_steps.memberOf(value, "id")), wordOf(require_steps.memberOf(value, "desc"))], " ");
		return reader.requiredEntries(entry, "results", TEST).map((test) => ({
			test,
			section
		}));
	});
}
function readTest$1(test, section, reader) {
	const ruleId = reader.requiredText(test, "id", reader.statusOf(test, "result", STATUSES$9));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(test, "result", STATUSES$9, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(test.value, "desc")),
		reason: shortText(require_steps.memberOf(test.value, "details")),
		section,
		remediation: shortText(require_steps.memberOf(test.value, "remediation"))
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path: test.path }
	});
}
function compareTotals$3(report, tests, reader) {
	const [checks, score] = [require_steps.memberOf(report.value, "checks"), require_steps.memberOf(report.value, "score")];
	const ending = (word) => tests.filter(({ value }) => require_steps.memberOf(value, "result") === word).length;
	const found = `the file holds ${require_steps.count(tests.length, "test")}`;
	if (typeof checks === "number" && checks !== tests.length) {
		const stated = `docker-bench-security counted ${require_steps.count(checks, "test")}`;
		reader.warn(`${stated}; ${found}: results may be missing.`, [...report.path, "checks"]);
	} else if (typeof score === "number" && (score > ending("PASS") || score < -ending("WARN"))) {
		const ended = `${found}, ${ending("PASS")} of them PASS and ${ending("WARN")} WARN`;
		reader.warn(`docker-bench-security counted a score of ${score}; ${ended}: results may be missing.`, [...report.path, "score"]);
	}
}
function timeOfSeconds(seconds) {
	return typeof seconds === "number" && seconds > 0 ? seconds * 1e3 : void 0;
}
// src/results/scanners/goss/bounded-json.ts
function boundedJson(value, limit) {
	let text = "";
	const isFull = () => text.length > limit;
	const write = (part) => {
		if (Array.isArray(part)) writeAll("[", part, write, "]");
		else if (require_steps.isRecord(part)) writeAll("{", Object.keys(part), memberWriter(part), "}");
		else text += scalar(part, limit);
	};
	const memberWriter = (owner) => (name) => {
		text += `${scalar(name, limit)}:`;
		write(owner[name]);
	};
	const writeAll = (start, items, writeItem, end) => {
		text += start;
		for (const [index, item] of items.entries()) {
			if (isFull()) return;
			if (index > 0) text += ",";
			writeItem(item);
		}
		text += end;
	};
	write(value);
	return text;
}
function scalar(value, limit) {
	if (typeof value === "string") return JSON.stringify(value.slice(0, limit));
	if (typeof value === "number" || typeof value === "boolean") return JSON.stringify(value);
	return typeof value === "bigint" ? String(value) : "null";
}
// src/results/scanners/goss/reason.ts
const SHOWN_PROPERTIES = new Set([
	"exists, mode, size, owner, group, uid, gid, groups, home, shell, filetype, linked-to, installed, version, versions",
	"enabled, running, runlevels, listening, ip, reachable, resolvable, exit-status, status, opts, vfs-opts, source",
	"filesystem, usage, addrs, mtu, value, timeout, security-descriptor"
].flatMap((names) => names.split(", ")));
const EVIDENCE_FROM = 120;
function reasonOf$5(test) {
	return joined([joined([
		"resource-type",
		"resource-id",
		"property"
	].map((name) => shortText(require_steps.memberOf(test, name), 120)), ": "), errorOf(require_steps.memberOf(test, "err")) ?? describeOutcome(test)], ": ");
}
function errorOf(error) {
	if (require_steps.isRecord(error)) return "error";
	const text = require_steps.textOf(error);
	if (text === void 0) return void 0;
	return text.includes("\n") || text.length > EVIDENCE_FROM ? "error" : shortText(text);
}
function describeOutcome(test) {
	const outcome = require_steps.recordOf(require_steps.memberOf(test, "matcher-result"));
	const message = shortText(require_steps.memberOf(outcome, "message"), 100);
	if (message === void 0) return require_steps.memberOf(test, "skipped") === true ? "skipped" : void 0;
	const isShown = SHOWN_PROPERTIES.has(wordOf(require_steps.memberOf(test, "property")) ?? "");
	return joined([
		foundOf(require_steps.memberOf(outcome, "actual"), isShown),
		message,
		expectedOf(require_steps.memberOf(outcome, "expected"))
	], " ");
}
function foundOf(actual, isShown) {
	if (actual === null || actual === void 0) return "expected it";
	const text = typeof actual === "string" ? actual : boundedJson(actual, EVIDENCE_FROM);
	const isShort = text.length < EVIDENCE_FROM && !text.trim().includes("\n");
	return isShown && isShort ? `expected ${text}` : "expected what is there";
}
function expectedOf(expected) {
	if (expected === void 0 || expected === null) return void 0;
	return shortText(typeof expected === "string" ? expected : boundedJson(expected, 200), 200);
}
// src/results/reading/time.ts
function timeOf(value) {
	const time = Date.parse(require_steps.textOf(value) ?? "");
	return time > 0 ? time : void 0;
}
// src/results/scanners/goss/run.ts
const DESCRIPTION = [
	"benchmark_type",
	"benchmark_version",
	"host_machine_uuid",
	"host_hostname"
];
function describesRun(test) {
	const meta = require_steps.memberOf(test, "meta");
	return require_steps.memberOf(meta, "CIS_ID") === void 0 && DESCRIPTION.some((name) => require_steps.memberOf(meta, name) !== void 0);
}
function noteTargets$2({ value, path }, reader) {
	const nameOf = (member) => wordOf(require_steps.memberAt(value, "meta", member));
	const [uuid, host] = [nameOf("host_machine_uuid"), nameOf("host_hostname")];
	if (uuid !== void 0) reader.target("goss machine UUID", uuid, [
		...path,
		"meta",
		"host_machine_uuid"
	]);
	if (host !== void 0) reader.host("goss host name", host, [
		...path,
		"meta",
		"host_hostname"
	]);
}
function runFactsOf$2(descriptions, tests) {
	const meta = require_steps.recordOf(require_steps.memberOf(descriptions[0]?.value, "meta"));
	const platform = require_steps.withoutUndefined({
		product: wordOf(require_steps.memberOf(meta, "host_os_distribution")),
		version: wordOf(require_steps.memberOf(meta, "host_os_release"))
	});
	return require_steps.withoutUndefined({
		...benchmarkOf$5(meta),
		platform: Object.keys(platform).length > 0 ? platform : void 0,
		...timesOf$2(meta, tests)
	});
}
function benchmarkOf$5(meta) {
	const [type, product, version] = [
		"type",
		"os",
		"version"
	].map((name) => wordOf(require_steps.memberOf(meta, `benchmark_${name}`)));
	const benchmark = joined([type, product], " ");
	const number = version?.replace(/^v(?=\d)/i, "");
	if (type !== "CIS") return require_steps.withoutUndefined({
		benchmark,
		contentVersion: number
	});
	const cisBenchmark = cisBenchmarkOf(product ?? "", number);
	return require_steps.withoutUndefined({
		benchmark,
		benchmarkVersion: number,
		cisBenchmark
	});
}
function timesOf$2(meta, tests) {
	const epoch = Number(require_steps.memberOf(meta, "host_epoch"));
	const starts = tests.map(({ value }) => timeOf(require_steps.memberOf(value, "start-time")));
	const ends = tests.map(({ value }) => timeOf(require_steps.memberOf(value, "end-time")));
	return require_steps.withoutUndefined({
		started: epoch > 0 ? epoch * 1e3 : extremeOf(starts, Math.min),
		ended: extremeOf(ends, Math.max)
	});
}
function extremeOf(times, of) {
	const known = times.filter((time) => time !== void 0);
	return known.length === 0 ? void 0 : known.reduce((extreme, time) => of(extreme, time));
}
// src/results/scanners/goss/summary.ts
function compareSummary(report, reader) {
	const tests = require_steps.listOf(require_steps.memberOf(report.value, "results"));
	const failed = tests.filter((test) => wordOf(require_steps.memberOf(test, "result")) === "1");
	for (const [member, what, found] of [[
		"test-count",
		"test",
		tests.length
	], [
		"failed-count",
		"failed test",
		failed.length
	]]) {
		const stated = require_steps.memberAt(report.value, "summary", member);
		if (typeof stated !== "number" || stated === found) continue;
		const sentence = `goss counted ${require_steps.count(stated, what)}, and the file holds ${found}: results may be missing.`;
		reader.warn(sentence, ["summary", member]);
	}
}
// src/results/scanners/goss/goss.ts
const STATUSES$8 = {
	0: "PASSED",
	1: "FAILED",
	2: "NOT_EVALUATED",
	3: "UNKNOWN"
};
const WORDS = {
	0: "pass",
	1: "fail",
	2: "skip",
	3: "unknown"
};
const goss = {
	kind: "data",
	name: "goss",
	shape: "an object with `results` and `summary.test-count`",
	statuses: { result: STATUSES$8 },
	recognises: recognises$4,
	read: read$8
};
function recognises$4(document) {
	const results = require_steps.memberOf(document, "results");
	return require_steps.memberAt(document, "summary", "test-count") !== void 0 && (Array.isArray(results) || results === null);
}
function read$8(document) {
	const reader = new RecordReader();
	const report = reader.root(document, "goss report");
	const tests = reader.entries(report, "results", "goss test");
	const descriptions = tests.filter(({ value }) => describesRun(value));
	const others = tests.filter((test) => !descriptions.includes(test));
	for (const test of descriptions) readDescription(test, reader);
	for (const test of others) readTest(test, reader);
	warnOfTestsWithoutId(others, reader);
	compareSummary(report, reader);
	const facts = {
		scanner: "goss",
		...runFactsOf$2(descriptions, tests)
	};
	return [reader.scan(facts, "goss ran no test")];
}
function readDescription(test, reader) {
	reader.exclude("description of the run");
	if (wordOf(require_steps.memberOf(test.value, "result")) !== "0") reader.warn("The test that describes the run did not pass: what it says of the run may be wrong.", test.path);
	noteTargets$2(test, reader);
}
function readTest(entry, reader) {
	const { value: test, path } = entry;
	const ruleIds = ruleIdsOf(test);
	const stated = reader.statusOf(entry, "result", STATUSES$8);
	if (ruleIds.length === 0) {
		reader.recordFault("goss test has no \"meta.CIS_ID\", \"title\" or \"resource-id\".", path, stated);
		return;
	}
	if (hasStrangeId(test)) {
		const sentence = "\"meta.CIS_ID\" of goss test holds something that is no id.";
		for (const ruleId of ruleIds) reader.recordFault(sentence, path, {
			rule: { ruleId },
			...stated
		});
		return;
	}
	for (const ruleId of ruleIds) {
		const code = reader.requiredVerdict(entry, "result", STATUSES$8, { ruleId });
		if (code !== void 0) reader.add(resultOf$1(ruleId, ruleIds, code, test, path));
	}
}
function resultOf$1(ruleId, ruleIds, code, test, path) {
	const verdict = verdictOfTest(code, test);
	const meta = require_steps.recordOf(require_steps.memberOf(test, "meta"));
	const identifiers = [...ruleIds.filter((other) => other !== ruleId).map((other) => `also ${other}`), ...controlIdentifiers(meta)];
	return {
		...require_steps.withoutUndefined({
			title: titleOf(require_steps.memberOf(test, "title"), ruleId),
			reason: verdict.status === "PASSED" ? void 0 : reasonOf$5(test),
			level: levelOf(meta),
			identifiers: identifiers.length > 0 ? identifiers : void 0
		}),
		ruleId,
		...verdict,
		at: { path }
	};
}
function verdictOfTest(code, test) {
	const word = Object.hasOwn(WORDS, code.result) ? WORDS[code.result] : void 0;
	const verdict = {
		...code,
		result: word ?? code.result
	};
	return verdict.status === "FAILED" && hasError(test) && !isAbsence(test) ? {
		...verdict,
		status: "ERROR"
	} : verdict;
}
function hasError(test) {
	const error = require_steps.memberOf(test, "err");
	return require_steps.textOf(error) !== void 0 || require_steps.isRecord(error);
}
function isAbsence(test) {
	const error = require_steps.textOf(require_steps.memberOf(test, "err")) ?? "";
	return error === "Mountpoint not found" || require_steps.memberOf(test, "property") === "exists" && /\bnot found\b|\bno such (?:file|process|user|group)\b|\bdoes not exist\b|\bunknown (?:user|group)\b/i.test(error);
}
function ruleIdsOf(test) {
	const cisIds = cisIdsOf(test);
	if (cisIds.length > 0) return cisIds;
	const title = require_steps.textOf(require_steps.memberOf(test, "title"));
	if (title !== void 0) return [title];
	const resource = require_steps.textOf(require_steps.memberOf(test, "resource-id"));
	const type = require_steps.textOf(require_steps.memberOf(test, "resource-type"));
	if (resource === void 0) return [];
	return [type === void 0 ? resource : `${type}/${resource}`];
}
function cisIdsOf(test) {
	const title = require_steps.textOf(require_steps.memberOf(test, "title"));
	const ids = listed(require_steps.memberAt(test, "meta", "CIS_ID")).flatMap((id) => require_steps.idAsWritten(id, title) ?? []);
	return [...new Set(ids)];
}
function hasStrangeId(test) {
	const stated = require_steps.memberAt(test, "meta", "CIS_ID");
	if (stated === void 0 || stated === null || stated === "") return false;
	return listed(stated).some((id) => require_steps.idAsWritten(id, void 0) === void 0);
}
function warnOfTestsWithoutId(tests, reader) {
	const without = tests.filter(({ value }) => cisIdsOf(value).length === 0);
	const [first] = without;
	if (first === void 0 || without.length === tests.length) return;
	const have = `${require_steps.count(without.length, "test")} ${without.length === 1 ? "has" : "have"}`;
	reader.warn(`${have} no "meta.CIS_ID", as others have: named by title or resource.`, first.path);
}
function listed(value) {
	return Array.isArray(value) ? require_steps.listOf(value) : [value];
}
function titleOf(title, ruleId) {
	return shortText((require_steps.textOf(title) ?? "").split("\n").map((line) => line.trim()).find((line) => line.startsWith(ruleId) && /^\s*\|/.test(line.slice(ruleId.length))) ?? title);
}
function levelOf(meta) {
	return joined(["server", "workstation"].map((profile) => {
		const level = wordOf(require_steps.memberOf(meta, profile));
		return level !== void 0 && /^\d$/.test(level) ? `Level ${level} ${profile}` : void 0;
	}), ", ");
}
function controlIdentifiers(meta) {
	return Object.keys(meta).filter((name) => /^CISv\d+$/.test(name)).flatMap((name) => wordsOf(meta[name]).map((control) => `${name} ${control}`));
}
// src/results/scanners/inspec/control.ts
const TEST_STATUSES = {
	passed: "PASSED",
	failed: "FAILED",
	skipped: "NOT_EVALUATED",
	error: "ERROR"
};
const OUTCOMES = {
	passed: "PASSED",
	failed: "FAILED",
	error: "ERROR",
	not_reviewed: "NOT_EVALUATED",
	not_applicable: "NOT_APPLICABLE"
};
const FAILED_EXPECTATION = /^RSpec::(?:Core::MultipleExceptionError|Expectations::\w*NotMetError)$/;
function verdictOfControl$3(control) {
	const byTests = verdictByTests(control);
	const stated = statedVerdict(control);
	return stated === void 0 || isKeptFromRunning(control) ? byTests : stated;
}
function statedVerdict({ value }) {
	const word = wordOf(require_steps.memberOf(value, "status"));
	return word === void 0 ? void 0 : verdictOf(word, OUTCOMES);
}
function isContradicted(control) {
	const [stated, byTests] = [verdictOfControl$3(control).status, verdictByTests(control).status];
	return control.tests.length > 0 && stated !== byTests && require_steps.worstOf([stated, byTests]) === byTests;
}
function verdictByTests(control) {
	const { value, tests } = control;
	const result = tests.length === 0 ? "no results" : require_steps.joinWords(tests.map((test) => test.result));
	if (tests.some(isBroken)) return {
		result,
		status: "ERROR"
	};
	if (isWaived(value)) return {
		result,
		status: "NOT_EVALUATED"
	};
	if (hasNoImpact(value)) return {
		result,
		status: "NOT_APPLICABLE"
	};
	if (tests.length === 0) return {
		result,
		status: "ERROR"
	};
	if (tests.some(({ status }) => status === "FAILED")) return {
		result,
		status: "FAILED"
	};
	const strange = tests.find(({ undefinedWord }) => undefinedWord !== void 0);
	if (strange?.undefinedWord !== void 0) return {
		result,
		status: "UNKNOWN",
		undefinedWord: strange.undefinedWord
	};
	if (tests.some(({ status }) => status === "PASSED")) return {
		result,
		status: "PASSED"
	};
	return {
		result,
		status: "NOT_EVALUATED"
	};
}
function isBroken({ status, value }) {
	const exception = exceptionOf(value);
	const backtrace = require_steps.memberOf(value, "backtrace");
	const raised = exception !== void 0 || backtrace !== void 0 && backtrace !== null;
	const isFailure = require_steps.memberOf(value, "resource_class") === "noop" || FAILED_EXPECTATION.test(exception ?? "");
	return status === "ERROR" || raised && !isFailure;
}
function exceptionOf(test) {
	return require_steps.textOf(require_steps.memberOf(test, "exception"));
}
function isWaived(control) {
	return wordOf(require_steps.memberAt(control, "waiver_data", "skipped_due_to_waiver")) === "true";
}
function isKeptFromRunning({ value, tests }) {
	return isWaived(value) && !tests.some(isBroken);
}
function hasNoImpact(control) {
	const impact = wordOf(require_steps.memberOf(control, "impact"));
	return impact !== void 0 && (impact === "none" || Number(impact) === 0);
}
// src/results/scanners/inspec/message.ts
const LOOKED_AT = 2e4;
const KEPT = 240;
const REQUIREMENT = / (?:is expected|should)(?= |$)/g;
const PROPERTY = /^ (?:[\w.]{1,60}|\[(?:"[\w.:/-]{1,60}"(?:, )?)+\])$/;
const PASSWORD_HASH = /\$(?:\d\w?|2[abxy]|y|gy|sha1|md5|argon2\w*)\$\S+/g;
const PLAIN_VALUE = /^\s*got:\s+"?(-?\d+(?:\.\d+)?|true|false|nil)"?\s*$|, got (true|false)$/m;
const OF_CODE = [
	/^undefined (?:local variable or )?method [`'][\w?!=[\]]{1,60}['`](?: for (?:nil(?::NilClass)?|an instance of [\w:]{1,60}))?/,
	/^uninitialized constant [\w:]{1,80}/,
	/^wrong number of arguments \([^()\n]{1,40}\)/,
	/^no implicit conversion (?:of|from) \w{1,40} (?:in)?to \w{1,40}/,
	/^(?:execution expired|stack level too deep)/
];
function descriptionOf(codeDescription) {
	if (typeof codeDescription !== "string") return void 0;
	const text = withoutObject(codeDescription.slice(0, LOOKED_AT));
	const { subject, requirement } = splitAtRequirement(text);
	return shortText((isContent(subject) ? `what was found${requirement}` : text).replaceAll(PASSWORD_HASH, "…"), KEPT);
}
function foundIn(message) {
	if (typeof message !== "string") return void 0;
	const text = message.slice(0, LOOKED_AT).trim();
	const [, onLine, atEnd] = PLAIN_VALUE.exec(text) ?? [];
	const value = onLine ?? atEnd;
	if (value !== void 0) return `got ${value}`;
	return OF_CODE.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== void 0);
}
function writtenMessage(message) {
	if (typeof message !== "string") return void 0;
	const [line = ""] = message.slice(0, LOOKED_AT).trim().split(/[\r\n]/, 1);
	return shortText(line.replace(/(?:["[{]|#<|(?<!\w)').*$/, "…").replaceAll(PASSWORD_HASH, "…"), KEPT);
}
function isContent(subject) {
	const plain = subject.replaceAll(/`[^`]*`/g, "").trim();
	return /^["[{]/.test(plain) || /[\r\n]/.test(plain);
}
function withoutObject(text) {
	const start = text.indexOf("#<");
	if (start < 0) return text;
	const { subject, requirement } = splitAtRequirement(text.slice(start));
	const name = /^#<([\w:]*?)(?::0x[\da-f]+)?(?![\w:])/.exec(subject)?.[1] ?? "";
	const property = subject.slice(subject.lastIndexOf(">") + 1);
	const shown = requirement !== "" && PROPERTY.test(property) ? property : "";
	return `${text.slice(0, start)}#<${name}>${shown}${requirement.replace(/#<[^]*$/, "#<…>")}`;
}
function splitAtRequirement(text) {
	const index = [...text.matchAll(REQUIREMENT)].at(-1)?.index ?? text.length;
	return {
		subject: text.slice(0, index),
		requirement: text.slice(index)
	};
}
// src/results/scanners/inspec/reason.ts
const ATTESTED = /\bstatus (?:provided through|via) attestation\b/i;
function reasonOf$4(control, { status }) {
	const { value, tests } = control;
	const notes = [waiverNote(value), attestationNote(control)];
	if (isWaived(value) && status === "NOT_EVALUATED") return joined(notes, "; ");
	return joined([...notes, ofTests(tests, status)], "; ");
}
function ofTests(tests, status) {
	if (status === "PASSED") return void 0;
	if (tests.length === 0) return status === "ERROR" ? "the control has no results" : void 0;
	if (status === "ERROR") return saidBy(tests.filter(isBroken));
	if (status === "FAILED") return saidBy(tests.filter((test) => test.status === "FAILED"));
	return joined([...new Set(tests.map(({ value }) => writtenMessage(require_steps.memberOf(value, "skip_message"))))], "; ");
}
function saidBy(tests) {
	return joined(tests.filter((test) => !isAttestation(test)).slice(0, 3).map(({ value }) => {
		const exception = exceptionOf(value)?.replace(/^RSpec::.*/, "");
		return joined([
			descriptionOf(require_steps.memberOf(value, "code_desc")),
			exception,
			foundIn(require_steps.memberOf(value, "message"))
		], ": ");
	}), "; ");
}
function waiverNote(control) {
	const waiver = require_steps.memberOf(control, "waiver_data");
	if (!require_steps.isRecord(waiver) || Object.keys(waiver).length === 0) return void 0;
	const expired = writtenMessage(require_steps.memberOf(waiver, "message"));
	return joined([
		isWaived(control) ? "waived" : expired === void 0 ? "waived, but run" : void 0,
		expired,
		shortText(require_steps.memberOf(waiver, "justification"))
	], ": ");
}
function attestationNote({ value, tests }) {
	const result = tests.find(isAttestation);
	if (result === void 0) return void 0;
	const hasExpired = /\bexpired\b/i.test(require_steps.textOf(require_steps.memberOf(result.value, "code_desc")) ?? "");
	const data = require_steps.recordOf(require_steps.memberOf(value, "attestation_data") ?? require_steps.memberAt(value, "attestation"));
	const updated = wordOf(require_steps.memberOf(data, "updated"));
	return joined([`${hasExpired ? "attestation has expired" : "attested by hand"}${updated === void 0 ? "" : ` (${updated})`}`, shortText(require_steps.memberOf(data, "explanation"))], ": ");
}
function isAttestation({ value }) {
	return ATTESTED.test(require_steps.textOf(require_steps.memberOf(value, "code_desc")) ?? "");
}
// src/results/scanners/inspec/run.ts
const TARGETS = [{
	scheme: "InSpec target",
	path: ["platform", "target_id"]
}, {
	scheme: "node of Chef Automate",
	path: ["node_uuid"]
}];
const NO_TARGET = "da39a3ee-5e6b-5b0d-b255-bfef95601890";
const CONVERTER = "Heimdall Tools";
function noteTargets$1(document, reader) {
	for (const { scheme, path } of TARGETS) {
		const name = require_steps.textOf(require_steps.memberAt(document, ...path));
		if (name !== void 0 && name !== NO_TARGET) reader.host(scheme, name, path);
	}
}
function didRun({ value }) {
	const status = require_steps.textOf(require_steps.memberOf(value, "status")) ?? "loaded";
	const isEmpty = require_steps.listOf(require_steps.memberOf(value, "controls")).length === 0;
	return status === "loaded" && !(isEmpty && whyProfileDidNotRun(value) !== void 0);
}
function warnOfProfilesThatDidNotRun(profiles, reader) {
	const dependencies = profiles.flatMap((profile) => reader.entries(profile, "depends", "InSpec dependency"));
	const reported = new Set();
	for (const profile of [...profiles, ...dependencies]) {
		if (didRun(profile)) continue;
		const sentence = `${(joined([`The profile ${require_steps.quote(shortText(require_steps.memberOf(profile.value, "name"), 100) ?? "without a name")} did not run`, whyProfileDidNotRun(profile.value)], ": ") ?? "").replace(/\.$/, "")}. Its rules were not evaluated.`;
		if (!reported.has(sentence)) reader.warn(sentence, profile.path);
		reported.add(sentence);
	}
}
function emptyBecause(profiles) {
	return joined(profiles.map(({ value }) => {
		const message = whyProfileDidNotRun(value);
		return message === void 0 ? void 0 : joined([shortText(require_steps.memberOf(value, "name")), message], ": ");
	}), "; ") ?? "InSpec ran no control";
}
function whyProfileDidNotRun(profile) {
	return shortText(require_steps.memberOf(profile, "status_message")) ?? shortText(require_steps.memberOf(profile, "skip_message"));
}
function runFactsOf$1(document, profiles, controls) {
	const roots = profiles.filter(didRun).filter(({ value }) => require_steps.textOf(require_steps.memberOf(value, "parent_profile")) === void 0);
	const only = roots.length === 1 ? roots[0]?.value : void 0;
	const title = shortText(require_steps.memberOf(only, "title"));
	const cisBenchmark = benchmarkInTitle(title ?? "");
	return require_steps.withoutUndefined({
		...scannerOf$1(document),
		profile: joined([...new Set(roots.map(({ value }) => shortText(require_steps.memberOf(value, "name"), 100)))], ", "),
		benchmark: title,
		benchmarkVersion: cisBenchmark?.version,
		contentVersion: wordOf(require_steps.memberOf(only, "version")),
		cisBenchmark,
		platform: platformOf$4(document),
		...timesOf$1(controls),
		runId: require_steps.textOf(require_steps.memberOf(document, "report_uuid"))
	});
}
function scannerOf$1(document) {
	const scanner = require_steps.memberAt(document, "platform", "name") === CONVERTER ? "MITRE SAF" : "InSpec";
	return require_steps.withoutUndefined({
		scanner,
		scannerVersion: wordOf(require_steps.memberOf(document, "version"))
	});
}
function platformOf$4(document) {
	const platform = require_steps.memberOf(document, "platform");
	const product = wordOf(require_steps.memberOf(platform, "name"));
	if (!require_steps.isRecord(platform) || product === CONVERTER) return void 0;
	const known = require_steps.withoutUndefined({
		product,
		version: wordOf(require_steps.memberOf(platform, "release"))
	});
	return Object.keys(known).length > 0 ? known : void 0;
}
function timesOf$1(controls) {
	let started;
	let ended;
	for (const test of controls.flatMap(({ tests }) => tests)) {
		const start = isAttestation(test) ? void 0 : timeOf(require_steps.memberOf(test.value, "start_time"));
		if (start === void 0) continue;
		const end = start + secondsOf$1(test) * 1e3;
		started = Math.min(started ?? start, start);
		ended = Math.max(ended ?? end, end);
	}
	return require_steps.withoutUndefined({
		started,
		ended: ended === void 0 ? void 0 : Math.round(ended)
	});
}
function secondsOf$1({ value }) {
	const seconds = require_steps.memberOf(value, "run_time");
	return typeof seconds === "number" && seconds > 0 && seconds < 1e6 ? seconds : 0;
}
// src/results/scanners/inspec/statistics.ts
const NAMELESS = "(generated from ";
function compareStatistics(document, controls, reader) {
	const counted = controls.filter(({ rule, tests }) => tests.length > 0 && !rule.ruleId.startsWith(NAMELESS));
	const failed = counted.filter(({ tests }) => tests.some(({ result }) => result === "failed"));
	for (const [path, what, found] of [[
		[
			"statistics",
			"controls",
			"total"
		],
		"control",
		counted.length
	], [
		[
			"statistics",
			"controls",
			"failed",
			"total"
		],
		"failed control",
		failed.length
	]]) {
		const stated = require_steps.memberAt(document, ...path);
		if (typeof stated !== "number" || stated === found) continue;
		reader.warn(`InSpec counted ${require_steps.count(stated, what)}, and the file holds ${found}: results may be missing.`, path);
	}
}
// src/results/scanners/inspec/inspec.ts
const NUMBER_TAGS = ["cis_rid", "cis_id"];
const inspec = {
	kind: "data",
	name: "inspec",
	shape: "an object with `profiles[].controls[]` and `version`, or (json-min) `controls[]` with `profile_sha256`",
	statuses: {
		"results[].status": TEST_STATUSES,
		"controls[].status": OUTCOMES
	},
	recognises: (document) => isComplete$1(document) || isMinimal(document),
	read: (document) => [isMinimal(document) ? readMinimal(document) : readComplete(document)]
};
function isComplete$1(document) {
	const profiles = require_steps.memberOf(document, "profiles");
	const ran = [
		"statistics",
		"platform",
		"version"
	].filter((name) => require_steps.memberOf(document, name) !== void 0);
	if (!Array.isArray(profiles) || ran.length === 0) return false;
	if (profiles.length === 0) return ran.length === 3;
	return profiles.some((profile) => Array.isArray(require_steps.memberOf(profile, "controls")));
}
function isMinimal(document) {
	const controls = require_steps.memberOf(document, "controls");
	if (!Array.isArray(controls) || require_steps.memberOf(document, "profiles") !== void 0) return false;
	if (controls.length === 0) return require_steps.memberOf(document, "statistics") !== void 0 && require_steps.memberOf(document, "version") !== void 0;
	return controls.some((row) => require_steps.memberOf(row, "profile_sha256") !== void 0 && require_steps.memberOf(row, "code_desc") !== void 0);
}
function readComplete(document) {
	const reader = new RecordReader();
	const root = reader.root(document, "InSpec report");
	const profiles = reader.requiredEntries(root, "profiles", "InSpec profile");
	warnOfProfilesThatDidNotRun(profiles, reader);
	const controls = profiles.flatMap((profile) => controlsIn(profile, reader)).flatMap((control) => controlOf(control, reader) ?? []);
	const tested = new Set(controls.filter(({ tests }) => tests.length > 0).map(({ rule }) => rule.ruleId));
	for (const control of controls) if (control.tests.length > 0 || !tested.has(control.rule.ruleId)) addResult(control, reader);
	else reader.exclude("overlay's copy of a control");
	compareStatistics(document, controls, reader);
	warnOfOtherChecks(root, reader);
	noteTargets$1(document, reader);
	return reader.scan(runFactsOf$1(document, profiles, controls), emptyBecause(profiles));
}
function controlsIn(profile, reader) {
	return !didRun(profile) && require_steps.memberOf(profile.value, "controls") === void 0 ? [] : reader.requiredEntries(profile, "controls", "InSpec control");
}
function controlOf(control, reader) {
	const rule = ruleOf$1(control, reader);
	if (rule === void 0) return void 0;
	const tests = reader.requiredEntries(control, "results", "InSpec result", rule).flatMap((test) => testOf(rule, test, reader) ?? []);
	if (isPresent(control, "status")) reader.requiredVerdict(control, "status", OUTCOMES, rule);
	return {
		rule,
		value: control.value,
		tests,
		path: control.path
	};
}
function isPresent({ value }, name) {
	const member = require_steps.memberOf(value, name);
	return member !== void 0 && member !== null;
}
function ruleOf$1(control, reader) {
	const ruleId = reader.requiredText(control, "id");
	if (ruleId === void 0) return void 0;
	const numbers = [...numbersIn(control.value), require_steps.recommendationInId(ruleId)];
	const recommendations = require_steps.recommendationsIn(numbers.filter((number) => number !== void 0));
	return {
		ruleId,
		...require_steps.withoutUndefined({ recommendations })
	};
}
function numbersIn(control) {
	const tags = require_steps.memberOf(control, "tags");
	const title = shortText(require_steps.memberOf(control, "title"));
	return NUMBER_TAGS.flatMap((name) => {
		const value = require_steps.memberOf(tags, name);
		return (Array.isArray(value) ? value : [value]).flatMap((id) => require_steps.idAsWritten(id, title) ?? []);
	});
}
function testOf(rule, test, reader) {
	const verdict = reader.requiredVerdict(test, "status", TEST_STATUSES, rule);
	return verdict === void 0 ? void 0 : {
		...verdict,
		value: test.value
	};
}
function warnOfOtherChecks({ value }, reader) {
	const others = require_steps.listOf(require_steps.memberOf(value, "other_checks")).length;
	if (others > 0) reader.warn(`The file holds ${require_steps.count(others, "test")} outside of any control.`, ["other_checks"]);
}
function readMinimal(document) {
	const reader = new RecordReader();
	const root = reader.root(document, "InSpec report");
	const rows = reader.requiredEntries(root, "controls", "InSpec result");
	const byId = new Map();
	for (const row of rows) {
		const rule = ruleOf$1(row, reader);
		const test = rule === void 0 ? void 0 : testOf(rule, row, reader);
		if (rule === void 0 || test === void 0) continue;
		const control = byId.get(rule.ruleId) ?? {
			rule,
			value: {},
			tests: [],
			path: row.path
		};
		byId.set(rule.ruleId, control);
		control.tests.push(test);
	}
	const controls = [...byId.values()];
	for (const control of controls) addResult(control, reader);
	compareStatistics(document, controls, reader);
	warnOfOtherChecks(root, reader);
	const profiles = new Set(rows.map(({ value }) => shortText(require_steps.memberOf(value, "profile_id"), 100)));
	const facts = require_steps.withoutUndefined({ profile: joined([...profiles], ", ") });
	return reader.scan({
		...scannerOf$1(document),
		...facts,
		...timesOf$1(controls)
	}, "InSpec ran no test");
}
function addResult(control, reader) {
	if (isContradicted(control)) reader.warn("\"status\" of the InSpec control is better than its results say; it is sent as it stands.", control.path);
	reader.add(resultOf(control));
}
function resultOf(control) {
	const { rule, value, tests, path } = control;
	const verdict = verdictOfControl$3(control);
	const tags = require_steps.recordOf(require_steps.memberOf(value, "tags"));
	return {
		...require_steps.withoutUndefined({
			title: shortText(require_steps.memberOf(value, "title")) ?? shortText(require_steps.memberOf(value, "desc"), 150),
			reason: reasonOf$4(control, verdict),
			severity: shortText(require_steps.memberOf(tags, "severity"), 50) ?? severityOf$2(require_steps.memberOf(value, "impact")),
			level: wordOf(require_steps.memberOf(tags, "cis_level")) ?? wordOf(require_steps.memberOf(tags, "level")),
			remediation: shortText(require_steps.memberOf(tags, "fix")) ?? fixOf(value),
			identifiers: identifiersOf(tags),
			counts: tests.length > 1 ? require_steps.countResults(tests.map(({ status }) => status)) : void 0
		}),
		...rule,
		...verdict,
		at: { path }
	};
}
function severityOf$2(impact) {
	if (typeof impact !== "number") return void 0;
	if (impact < .1) return "none";
	if (impact < .4) return "low";
	if (impact < .7) return "medium";
	return impact < .9 ? "high" : "critical";
}
function fixOf(control) {
	const fix = require_steps.listOf(require_steps.memberOf(control, "descriptions")).find((one) => require_steps.memberOf(one, "label") === "fix");
	return shortText(require_steps.memberOf(fix, "data"));
}
function identifiersOf(tags) {
	const identifiers = [
		...NUMBER_TAGS,
		"cce",
		"stig_id"
	].flatMap((name) => wordsOf(require_steps.memberOf(tags, name))).filter((id) => !require_steps.isRecommendation(id));
	return identifiers.length > 0 ? identifiers : void 0;
}
// src/results/scanners/kube-bench/benchmark.ts
function benchmarkOf$4(version) {
	const scanner = "kube-bench";
	if (version === void 0) return {
		scanner,
		benchmark: CIS_TITLES.kubernetes
	};
	const [, product = "", number = ""] = /^(?:([a-z]+)-)?(\d+(?:\.\d+)+)$/.exec(version) ?? [];
	const key = product === "" || product === "cis" ? "kubernetes" : product === "rh" ? "openshift" : product;
	if (number !== "" && isCisTitleKey(key) && version !== "rh-0.7") {
		const benchmark = CIS_TITLES[key];
		return {
			scanner,
			benchmark,
			benchmarkVersion: number,
			cisBenchmark: cisBenchmarkOf(benchmark, number)
		};
	}
	if (!/\bcis-\d/.test(version)) return {
		scanner,
		benchmark: version
	};
	const benchmark = CIS_TITLES.kubernetes;
	return {
		scanner,
		benchmark,
		contentVersion: version,
		cisBenchmark: cisBenchmarkOf(benchmark)
	};
}
function platformOf$3(groups) {
	const versions = new Set(groups.map(({ value }) => wordOf(require_steps.memberOf(value, "detected_version"))));
	const [version] = versions;
	if (versions.size !== 1 || version === void 0 || !/^v?\d+\.\d[\w.+-]*$/.test(version)) return void 0;
	return {
		product: "Kubernetes",
		version
	};
}
// src/results/scanners/kube-bench/expectation.ts
function expectationOf(expected) {
	if (typeof expected !== "string") return void 0;
	return /Not numeric value|Invalid Number/.test(expected) ? void 0 : shortText(expected, 300);
}
// src/results/scanners/kube-bench/totals.ts
const TOTALS = {
	PASS: "total_pass",
	FAIL: "total_fail",
	WARN: "total_warn",
	INFO: "total_info"
};
const STATES = [
	"PASS",
	"FAIL",
	"WARN",
	"INFO"
];
function totalsOf(owner) {
	const stated = STATES.flatMap((state) => {
		const total = require_steps.memberOf(owner, TOTALS[state]);
		return typeof total === "number" ? [[state, total]] : [];
	});
	return stated.length === 0 ? void 0 : Object.fromEntries(stated);
}
function countsOf(group) {
	const counts = {};
	for (const section of require_steps.listOf(require_steps.memberOf(group.value, "tests"))) for (const check of require_steps.listOf(require_steps.memberOf(section, "results"))) {
		const state = STATES.find((known) => known === require_steps.memberOf(check, "status"));
		if (state !== void 0) counts[state] = (counts[state] ?? 0) + 1;
	}
	return counts;
}
function sumTotals(all) {
	return Object.fromEntries(STATES.map((state) => [state, all.reduce((total, counts) => total + (counts[state] ?? 0), 0)]));
}
function compareTotals$2(stated, found, where, path, reader) {
	if (stated === void 0) return;
	const differing = STATES.filter((state) => stated[state] !== void 0 && stated[state] !== (found[state] ?? 0));
	if (differing.length === 0) return;
	const described = (counts) => require_steps.allOf(differing.map((state) => `${counts[state] ?? 0} ${state}`));
	reader.warn(`kube-bench counted ${described(stated)} in ${where}; the file holds ${described(found)}: results may be missing.`, path);
}
// src/results/scanners/kube-bench/kube-bench.ts
const STATUSES$7 = {
	PASS: "PASSED",
	FAIL: "FAILED",
	INFO: "NOT_EVALUATED",
	WARN: "NOT_EVALUATED"
};
const GROUP = "kube-bench control group";
const kubeBench = {
	kind: "data",
	name: "kube-bench",
	shape: "an object with `Controls`, or a list of controls with `node_type` and `tests`",
	statuses: { status: STATUSES$7 },
	recognises: recognises$3,
	read: read$7
};
function recognises$3(document) {
	return Array.isArray(document) ? document.some(isReport$2) : isReport$2(document);
}
function isReport$2(value) {
	const controls = require_steps.memberOf(value, "Controls");
	if (Array.isArray(controls) && controls.length > 0) return controls.some(isControls);
	const totals = require_steps.memberAt(value, "Totals", "total_pass") !== void 0;
	return isControls(value) || totals && isOverall(value);
}
function isOverall(value) {
	return require_steps.isRecord(value) && Object.hasOwn(value, "Controls");
}
function isControls(value) {
	const tests = require_steps.memberOf(value, "tests");
	return (require_steps.memberOf(value, "node_type") !== void 0 || require_steps.memberOf(value, "total_pass") !== void 0) && (Array.isArray(tests) || tests === null);
}
function read$7(document) {
	const whole = new RecordReader();
	const scans = runsOf$1(groupsOf(document, whole)).map(({ version, of }) => {
		const reader = new RecordReader();
		for (const group of of) readGroup$1(group, reader);
		return reader.scan(require_steps.withoutUndefined({
			...benchmarkOf$4(version),
			platform: platformOf$3(of)
		}), "kube-bench ran no test");
	});
	const rest = whole.scan({ scanner: "kube-bench" }, "kube-bench ran no test");
	return rest.faults !== void 0 || rest.warnings !== void 0 || scans.length === 0 ? [...scans, rest] : scans;
}
function groupsOf(document, reader) {
	if (Array.isArray(document)) return reader.objects(document, GROUP, []).flatMap((element) => groupsIn(element, reader));
	return groupsIn(reader.root(document, GROUP), reader);
}
function groupsIn(entry, reader) {
	if (!isOverall(entry.value)) return [entry];
	const groups = reader.entries(entry, "Controls", GROUP);
	const ofGroups = groups.map((group) => totalsOf(group.value) ?? countsOf(group));
	compareTotals$2(totalsOf(require_steps.memberOf(entry.value, "Totals")), sumTotals(ofGroups), "all control groups", [...entry.path, "Totals"], reader);
	return groups;
}
function runsOf$1(groups) {
	const runs = [];
	for (const group of groups) {
		const version = shortText(require_steps.memberOf(group.value, "version"), 100);
		const last = runs.at(-1);
		if (last !== void 0 && last.version === version) last.of.push(group);
		else runs.push({
			version,
			of: [group]
		});
	}
	return runs;
}
function readGroup$1(group, reader) {
	const source = shortText(require_steps.memberOf(group.value, "node_type"), 100);
	const stated = totalsOf(group.value);
	for (const section of sectionsOf(group, stated, reader)) {
		const names = ["section", "desc"].map((name) => shortText(require_steps.memberOf(section.value, name), 200));
		const common = require_steps.withoutUndefined({
			section: joined(names, " "),
			source
		});
		for (const check of reader.requiredEntries(section, "results", "kube-bench test")) readCheck$2(check, common, reader);
	}
	compareTotals$2(stated, countsOf(group), "this control group", group.path, reader);
}
function sectionsOf(group, stated, reader) {
	const ranNone = stated !== void 0 && STATES.every((state) => (stated[state] ?? 0) === 0);
	return require_steps.memberOf(group.value, "tests") === null && ranNone ? [] : reader.requiredEntries(group, "tests", "kube-bench section");
}
function readCheck$2(entry, common, reader) {
	const { value: check, path } = entry;
	const ruleId = reader.requiredText(entry, "test_number", reader.statusOf(entry, "status", STATUSES$7));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(entry, "status", STATUSES$7, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(check, "test_desc")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf$3(check),
		remediation: shortText(require_steps.memberOf(check, "remediation"))
	});
	reader.add({
		...details,
		...common,
		...rule,
		...verdict,
		at: { path }
	});
}
function reasonOf$3(check) {
	const expected = expectationOf(require_steps.memberOf(check, "expected_result"));
	return joined([withoutOutput(require_steps.memberOf(check, "reason")), expected === void 0 ? void 0 : `expected: ${expected}`], "; ");
}
function withoutOutput(reason) {
	if (typeof reason !== "string") return void 0;
	if (reason.trimStart().startsWith("failed to run:")) {
		const exit = /, error: ((?:exit status|signal:) [\w ]{1,40})$/.exec(reason.trimEnd().slice(-100))?.[1];
		return joined(["the audit command failed", exit], ": ");
	}
	return /["\n]/.test(reason.trim()) ? "the test could not be evaluated" : shortText(reason, 200);
}
// src/results/scanners/kubescape.ts
const STATUSES$6 = {
	passed: "PASSED",
	failed: "FAILED",
	skipped: "NOT_EVALUATED",
	excluded: "NOT_EVALUATED",
	irrelevant: "NOT_APPLICABLE",
	error: "ERROR"
};
const SUB_STATUSES = {
	irrelevant: "NOT_APPLICABLE",
	"w/exceptions": "NOT_EVALUATED",
	configuration: "NOT_EVALUATED",
	integration: "NOT_EVALUATED",
	"requires review": "NOT_EVALUATED",
	"manual review": "NOT_EVALUATED",
	notEvaluated: "NOT_EVALUATED"
};
const SEVERITIES = [
	[9, "Critical"],
	[7, "High"],
	[4, "Medium"],
	[1, "Low"]
];
const kubescape = {
	kind: "data",
	name: "kubescape",
	shape: "an object with `summaryDetails.controls` and `summaryDetails.frameworks`",
	statuses: {
		"statusInfo.status": STATUSES$6,
		"statusInfo.subStatus": SUB_STATUSES
	},
	recognises: (document) => require_steps.isRecord(require_steps.memberAt(document, "summaryDetails", "controls")) && require_steps.memberAt(document, "summaryDetails", "frameworks") !== void 0,
	read: read$6
};
function read$6(document) {
	const reader = new RecordReader();
	noteCluster(document, reader);
	const summary = {
		value: require_steps.recordOf(require_steps.memberOf(document, "summaryDetails")),
		path: ["summaryDetails"],
		what: "Kubescape summary"
	};
	const frameworks = reader.entries(summary, "frameworks", "Kubescape framework").map((framework) => frameworkOf(framework, reader));
	if (frameworks.length > 1) warnOfSeveral(frameworks, reader);
	warnOfGaps(require_steps.memberOf(document, "scanCoverage"), reader);
	const facts = factsOf$3(require_steps.recordOf(document));
	return runsOf(controlsOf(summary, reader), frameworks).map((run, index) => {
		const ofRun = index === 0 ? reader : new RecordReader();
		for (const control of run.controls) readControl$2(control, run.frameworks, ofRun);
		return ofRun.scan({
			...facts,
			...benchmarkOf$3(run.frameworks)
		}, "Kubescape checked no control");
	});
}
function frameworkOf(entry, reader) {
	const name = wordOf(require_steps.memberOf(entry.value, "name")) ?? "";
	const controls = controlsOf(entry, reader);
	const controlNames = new Map(controls.map(({ id, entry: { value } }) => [id, require_steps.memberOf(value, "name")]));
	return {
		name,
		isCis: /^cis\b/i.test(name),
		controls,
		controlNames
	};
}
function controlsOf(owner, reader) {
	return reader.members(owner, "controls", "Kubescape control").map((entry) => ({
		id: require_steps.textOf(require_steps.memberOf(entry.value, "controlID")) ?? entry.name,
		entry
	}));
}
function warnOfSeveral(frameworks, reader) {
	const names = frameworks.map(({ name }) => require_steps.quote(name)).join(", ");
	reader.warn(`The file holds ${frameworks.length} frameworks (${names}). Only controls of CIS frameworks have recommendation numbers.`, ["summaryDetails", "frameworks"]);
}
function warnOfGaps(coverage, reader) {
	const gaps = Object.entries(require_steps.recordOf(coverage)).flatMap(([name, list]) => Array.isArray(list) && list.length > 0 ? [`${list.length} ${require_steps.shortened(name, 40)}`] : []);
	if (gaps.length > 0) reader.warn(`Kubescape could not look at everything: ${require_steps.allOf(gaps)}.`, ["scanCoverage"]);
}
function runsOf(summarised, frameworks) {
	const known = new Set(summarised.map(({ id }) => id));
	const missing = frameworks.flatMap(({ controls }) => controls).filter(({ id }) => !known.has(id));
	const controls = [...summarised, ...new Map(missing.map((control) => [control.id, control])).values()];
	const benchmarks = frameworks.filter(({ isCis }) => isCis);
	if (benchmarks.length < 2) return [{
		frameworks,
		controls
	}];
	const runs = benchmarks.map((framework) => ({
		frameworks: [framework],
		controls: framework.controls
	}));
	const others = controls.filter(({ id }) => !benchmarks.some(({ controlNames }) => controlNames.has(id)));
	const rest = {
		frameworks: frameworks.filter(({ isCis }) => !isCis),
		controls: others
	};
	return others.length > 0 ? [...runs, rest] : runs;
}
function readControl$2({ id, entry }, frameworks, reader) {
	const { value: control, path } = entry;
	if (id === "") {
		const status = reader.statusOf(entry, "status", STATUSES$6);
		reader.recordFault("Kubescape control has no \"controlID\".", path, status);
		return;
	}
	const rule = {
		ruleId: id,
		...require_steps.withoutUndefined({ recommendations: recommendationsOf$3(id, control, frameworks) })
	};
	const verdict = requiredVerdict$1(entry, rule, reader);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(control, "name")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf$2(control),
		severity: severityOf$1(control),
		section: shortText(require_steps.memberAt(control, "category", "name"), 100)
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function recommendationsOf$3(id, control, frameworks) {
	const benchmarks = frameworks.filter(({ isCis }) => isCis);
	const own = benchmarks.length === frameworks.length ? [require_steps.memberOf(control, "name")] : [];
	const numbers = [...benchmarks.map(({ controlNames }) => controlNames.get(id)), ...own].flatMap((name) => /^CIS-(\d+(?:\.\d+)+)\b/.exec(wordOf(name) ?? "")?.[1] ?? []);
	return numbers.length > 0 ? [...new Set(numbers)] : void 0;
}
function requiredVerdict$1(entry, rule, reader) {
	const { value: control, path, what } = entry;
	const info = require_steps.memberOf(control, "statusInfo") ?? {};
	if (!require_steps.isRecord(info)) {
		reader.recordFault(`"statusInfo" of ${what} must be an object.`, path, { rule });
		return;
	}
	const owner = require_steps.memberOf(info, "status") === void 0 ? entry : {
		value: info,
		path,
		what
	};
	const verdict = reader.requiredVerdict(owner, "status", STATUSES$6, rule);
	const sub = verdict?.result === "passed" || verdict?.result === "skipped" ? subStatusOf(info, control, verdict) : void 0;
	return verdict === void 0 || sub === void 0 ? verdict : {
		...sub,
		result: `${verdict.result}/${sub.result}`
	};
}
function subStatusOf(info, control, { result }) {
	const stated = wordOf(require_steps.memberOf(info, "subStatus"));
	if (stated !== void 0) return verdictOf(stated, SUB_STATUSES);
	const resources = require_steps.memberOf(control, "ResourceCounters");
	if (result !== "passed" || !require_steps.isRecord(resources)) return void 0;
	if (countOf(require_steps.memberAt(control, "subStatusCounters", "ignoredResources")) + countOf(require_steps.memberOf(resources, "excludedResources")) > 0) return verdictOf("w/exceptions", SUB_STATUSES);
	return [
		"passedResources",
		"failedResources",
		"skippedResources"
	].every((name) => require_steps.memberOf(resources, name) === 0) ? verdictOf("irrelevant", SUB_STATUSES) : void 0;
}
function reasonOf$2(control) {
	const resources = require_steps.recordOf(require_steps.memberOf(control, "ResourceCounters"));
	const failed = countOf(require_steps.memberOf(resources, "failedResources"));
	return joined([singleLine(require_steps.memberAt(control, "statusInfo", "info")), failed === 0 ? void 0 : `${failed} of ${totalOf$1(resources)} resources failed`], "; ");
}
function totalOf$1(resources) {
	return Object.values(resources).reduce((sum, value) => sum + countOf(value), 0);
}
function countOf(value) {
	return typeof value === "number" ? value : 0;
}
function severityOf$1(control) {
	const factor = require_steps.memberOf(control, "scoreFactor");
	const stated = wordOf(require_steps.memberOf(control, "severity"));
	const byFactor = typeof factor === "number" ? SEVERITIES.find(([lowest]) => factor >= lowest) : void 0;
	return stated === void 0 || stated === "Unknown" ? byFactor?.[1] : stated;
}
function noteCluster(document, reader) {
	const inMetadata = [
		"metadata",
		"targetMetadata",
		"clusterContextMetadata",
		"contextName"
	];
	const context = require_steps.textOf(require_steps.memberAt(document, ...inMetadata));
	const name = context ?? require_steps.textOf(require_steps.memberOf(document, "clusterName"));
	if (name === void 0) return;
	reader.target("Kubernetes cluster", name, context === void 0 ? ["clusterName"] : inMetadata);
}
function factsOf$3(report) {
	return require_steps.withoutUndefined({
		scanner: "Kubescape",
		scannerVersion: wordOf(require_steps.memberAt(report, "metadata", "scanMetadata", "kubescapeVersion")),
		platform: platformOf$2(report),
		ended: timeOf(require_steps.memberOf(report, "generationTime"))
	});
}
function platformOf$2(report) {
	const version = wordOf(require_steps.memberAt(report, "clusterAPIServerInfo", "gitVersion"));
	const released = /^v?(\d+\.\d+\.\d+)/.exec(version ?? "")?.[1];
	return released === void 0 ? void 0 : {
		product: "Kubernetes",
		version: released
	};
}
function benchmarkOf$3(frameworks) {
	const [only, ...others] = frameworks.filter(({ isCis }) => isCis);
	const [profile, cloud = "kubernetes", release, version] = /^cis-(?:([a-z]+)-|v([\d.]+)-)?[tv](\d+(?:\.\d+)+)$/.exec(only?.name ?? "") ?? [];
	if (others.length > 0 || version === void 0 || !isCisTitleKey(cloud)) {
		const names = frameworks.map(({ name }) => name);
		return require_steps.withoutUndefined({ benchmark: joined(names, ", ") });
	}
	const title = release === void 0 ? CIS_TITLES[cloud] : `CIS Kubernetes V${release} Benchmark`;
	return {
		benchmark: title,
		benchmarkVersion: version,
		cisBenchmark: cisBenchmarkOf(title, version),
		...require_steps.withoutUndefined({ profile })
	};
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
const MEMBERS$1 = [
	"messages",
	"scanJobId",
	"sessionToken",
	"detailsEncoding",
	"$schema",
	...FACTS
];
const TELLING = new Set(["ruleid", "cisruledetails"]);
const messages = {
	kind: "data",
	name: "messages",
	shape: "an object with \"messages\", or a list of objects with \"ruleId\", \"status\" and \"cisRuleDetails\"",
	recognises: recognises$2,
	statuses: {},
	read: read$5
};
function recognises$2(document) {
	if (!require_steps.isRecord(document)) return require_steps.listOf(document).some(isMessage);
	return Object.hasOwn(document, "messages") || isMessage(document) || misspeltList(document) !== void 0;
}
function isMessage(value) {
	return require_steps.isRecord(value) && Object.keys(value).some((name) => TELLING.has(require_steps.fold(name)));
}
function misspeltList(document) {
	return Object.keys(document).find((name) => /^messages?$/.test(require_steps.fold(name)) && require_steps.listOf(document[name]).some(isMessage));
}
function read$5(document) {
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
		...factsOf$2(document),
		ruleResults: [],
		drafts: draftsOf(document["messages"], ["messages"]),
		session: claimsOf(document),
		faults: faultsOf$1(document),
		...encoding === "text" || encoding === "base64" ? { detailsEncoding: encoding } : {}
	}];
}
function draftsOf(list, path) {
	return require_steps.listOf(list).map((value, index) => ({
		value,
		at: { path: [...path, index] }
	}));
}
function claimsOf(document) {
	return ["scanJobId", "sessionToken"].filter((member) => Object.hasOwn(document, member)).map((member) => ({
		member,
		value: document[member],
		at: { path: [member] }
	}));
}
function factsOf$2(document) {
	const fact = (name) => shortText(require_steps.memberOf(document, name), 200);
	return require_steps.withoutUndefined({
		scanner: fact("scanner"),
		benchmark: fact("benchmark"),
		profile: fact("profile"),
		platform: platformOf$1(require_steps.memberOf(document, "platform"))
	});
}
function platformOf$1(platform) {
	const known = require_steps.isRecord(platform) ? Object.fromEntries(PLATFORM.flatMap((name) => {
		const text = shortText(require_steps.memberOf(platform, name), 50);
		return text === void 0 ? [] : [[name, text]];
	})) : require_steps.withoutUndefined({ product: shortText(platform, 50) });
	return Object.keys(known).length > 0 ? known : void 0;
}
function faultsOf$1(document) {
	const faults = [];
	if (!Array.isArray(document["messages"])) faults.push({
		sentence: "\"messages\" must be a list of messages.",
		at: { path: ["messages"] }
	});
	const encoding = document["detailsEncoding"];
	if (Object.hasOwn(document, "detailsEncoding") && encoding !== "text" && encoding !== "base64") faults.push({
		sentence: "\"detailsEncoding\" must be \"text\" or \"base64\".",
		at: { path: ["detailsEncoding"] }
	});
	for (const name of FACTS) {
		if (!Object.hasOwn(document, name) || isFact(name, document[name])) continue;
		const or = name === "platform" ? " or an object with \"vendor\", \"product\" and \"version\"" : "";
		faults.push({
			sentence: `"${name}" must be a text${or}.`,
			at: { path: [name] }
		});
	}
	const unknown = Object.keys(document).filter((member) => !MEMBERS$1.includes(member));
	const [first] = unknown;
	if (first !== void 0) faults.push({
		sentence: require_steps.unknownMembers(unknown, "a messages file", MEMBERS$1),
		at: { path: [first] }
	});
	return faults;
}
function isFact(name, value) {
	return require_steps.textOf(value) !== void 0 || name === "platform" && platformOf$1(value) !== void 0;
}
// src/results/reading/nested-reader.ts
const COLLECTED_AT_MOST = 8192;
const BLOCKS = new Set([
	"br",
	"div",
	"li",
	"ol",
	"p",
	"pre",
	"td",
	"tr",
	"ul"
]);
function nestedReader(document, end, unclaimed) {
	const open = [document];
	let collecting = 0;
	let collected = "";
	const separate = (name) => {
		if (BLOCKS.has(name)) collected += " ";
	};
	return {
		open: (element) => {
			if (collecting > 0) {
				separate(element.name);
				collected += open[collecting - 1]?.inserted?.(element) ?? "";
			}
			const content = open.at(-1)?.child?.(element) ?? unclaimed?.(element);
			open.push(content);
			if (content?.text === void 0) return;
			collecting = open.length;
			collected = "";
		},
		text: (text) => {
			if (collecting > 0 && collected.length < COLLECTED_AT_MOST) collected += text.slice(0, COLLECTED_AT_MOST);
		},
		close: (name) => {
			const content = open.at(-1);
			if (collecting === open.length) {
				collecting = 0;
				const text = content?.keepsLines === true ? require_steps.textOf(collected) : shortText(collected, content?.textLimit);
				if (text !== void 0) content?.text?.(detached(text));
			} else if (collecting > 0) separate(name);
			content?.end?.();
			open.pop();
		},
		end
	};
}
function detached(text) {
	return Buffer.from(text, "utf16le").toString("utf16le");
}
// src/results/scanners/xccdf/cpe.ts
function parseCpe(name) {
	const uri = /^cpe:\/([aoh])(?::|$)/i.exec(name)?.[1];
	const formatted = /^cpe:2\.3:([aoh]):/i.exec(name)?.[1];
	const part = (uri ?? formatted)?.toLowerCase();
	if (part === void 0) return void 0;
	const [vendor, product, version] = (uri === void 0 ? name.split(/(?<!\\):/).slice(3).map((field) => field.replace(/\\(.)/g, "$1")) : name.split(":").slice(2).map(unescapeUri)).map((field) => /^[*-]?$/.test(field) ? void 0 : field);
	return {
		part,
		...vendor !== void 0 && { vendor },
		...product !== void 0 && { product },
		...version !== void 0 && { version }
	};
}
function unescapeUri(field) {
	return field.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
// src/results/scanners/nessus/export.ts
const STATUSES$5 = {
	PASSED: "PASSED",
	FAILED: "FAILED",
	WARNING: "NOT_EVALUATED",
	ERROR: "ERROR"
};
const NAMESPACE = "http://www.nessus.org/cm";
const SCAN_INFORMATION = "19506";
const REFERENCES_AT_MOST = 8192;
const READ = new Set([
	"compliance-audit-file",
	"compliance-benchmark-name",
	"compliance-benchmark-profile",
	"compliance-benchmark-version",
	"compliance-check-id",
	"compliance-check-name",
	"compliance-policy-value",
	"compliance-reference",
	"compliance-result",
	"compliance-solution"
]);
const NAMES = ["host-fqdn", "host-ip"];
const STARTED = "HOST_START_TIMESTAMP";
const ENDED = "HOST_END_TIMESTAMP";
const PROPERTIES = new Set([
	...NAMES,
	STARTED,
	ENDED
]);
const AUDIT_FILE_CHECK = /^\S+\.audit from /;
function exportReader(end) {
	const found = {
		isNessus: false,
		hosts: [],
		faults: [],
		warnings: [],
		unreadable: []
	};
	const report = { child: (element) => element.name === "ReportHost" ? hostContent(element, found) : refuseElement(element, found) };
	const root = { child: ({ name }) => name === "Report" ? report : void 0 };
	return nestedReader({ child: ({ name }) => {
		found.isNessus = name === "NessusClientData_v2";
		return found.isNessus ? root : void 0;
	} }, () => found.isNessus ? end(found) : void 0);
}
function hostContent({ attributes, position }, found) {
	const host = {
		name: require_steps.textOf(attributes.get("name")),
		position,
		properties: new Map(),
		platforms: new Map(),
		audits: new Map(),
		checks: 0,
		auditFileChecks: 0,
		otherFindings: 0
	};
	found.hosts.push(host);
	const properties = { child: (tag) => propertyContent(tag.attributes.get("name") ?? "", host) };
	return { child: (element) => {
		if (element.name === "HostProperties") return properties;
		return element.name === "ReportItem" ? itemContent(element, host, found) : refuseElement(element, found);
	} };
}
function refuseElement({ name, position }, found) {
	found.faults.push({
		sentence: `The element ${require_steps.quote(name)} is not expected here.`,
		at: { position }
	});
}
function propertyContent(name, host) {
	if (/^cpe(-\d+)?$/.test(name)) return { text: (text) => {
		addPlatform(text, host);
	} };
	return PROPERTIES.has(name) ? { text: (text) => host.properties.set(name, text) } : void 0;
}
function addPlatform(text, host) {
	const [cpe = ""] = text.split(" ", 1);
	const { part, vendor, product, version } = parseCpe(cpe) ?? {};
	if (part === "o") host.platforms.set(cpe, require_steps.withoutUndefined({
		vendor,
		product,
		version
	}));
}
function itemContent({ attributes, position }, host, found) {
	const check = new Map();
	let isCheck = false;
	const partOfCheck = (name) => {
		isCheck = true;
		if (!READ.has(name)) return void 0;
		const text = (value) => {
			const before = check.get(name);
			check.set(name, before === void 0 || before === value ? value : `${before} ${value}`);
		};
		return name === "compliance-reference" ? {
			text,
			textLimit: REFERENCES_AT_MOST
		} : { text };
	};
	const information = { text: (text) => {
		const version = /Nessus version : (\S+)/.exec(text)?.[1];
		if (version !== void 0) found.version = version;
	} };
	const tellsVersion = attributes.get("pluginID") === SCAN_INFORMATION;
	return {
		child: ({ name, namespace }) => {
			if (namespace === NAMESPACE) return partOfCheck(name);
			return tellsVersion && name === "plugin_output" ? information : void 0;
		},
		end: () => {
			if (isCheck) addCheck(check, position, host, found);
			else host.otherFindings += 1;
		}
	};
}
function addCheck(check, position, host, found) {
	found.audited ??= host;
	host.checks += 1;
	if (found.audited.name !== host.name) return;
	const audit = auditOf(check, host);
	const ruleId = check.get("compliance-check-name") ?? check.get("compliance-check-id");
	const word = check.get("compliance-result");
	const verdict = word === void 0 ? void 0 : verdictOf(word, STATUSES$5);
	const rule = ruleId === void 0 ? void 0 : {
		ruleId,
		...recommendationsOf$2(ruleId, check)
	};
	if (ruleId === void 0 || rule === void 0 || verdict === void 0) {
		const sentence = `Nessus compliance check has no "${rule === void 0 ? "cm:compliance-check-name" : "cm:compliance-result"}".`;
		const known = require_steps.withoutUndefined({
			ruleId,
			status: verdict?.status
		});
		found.faults.push({
			sentence,
			at: { position },
			ofRecord: true,
			...known
		});
		if (rule !== void 0) found.unreadable.push(rule);
		return;
	}
	if (AUDIT_FILE_CHECK.test(ruleId)) {
		host.auditFileChecks += 1;
		if (verdict.status !== "PASSED") {
			const sentence = `The audit file may not fit the host: ${require_steps.quote(ruleId)} is ${verdict.result}.`;
			found.warnings.push({
				sentence,
				at: { position }
			});
		}
		return;
	}
	const expected = singleLine(check.get("compliance-policy-value"), 200);
	const references = referencesOf(check);
	audit.ruleResults.push({
		...rule,
		...verdict,
		...require_steps.withoutUndefined({
			title: check.get("compliance-check-name"),
			reason: verdict.status === "PASSED" || expected === void 0 ? void 0 : `expected: ${expected}`,
			level: references.level,
			identifiers: references.identifiers,
			remediation: check.get("compliance-solution")
		}),
		at: { position }
	});
}
function recommendationsOf$2(name, check) {
	const number = /^(\d+(?:\.\d+)+)(?=[\s.:]|$)/.exec(name)?.[1];
	const origins = ["compliance-benchmark-name", "compliance-audit-file"].flatMap((part) => check.get(part) ?? []);
	const isCis = origins.length === 0 || origins.some((origin) => /(?:^|[^a-z])CIS(?![a-z])/i.test(origin));
	return number !== void 0 && isCis ? { recommendations: [number] } : {};
}
function referencesOf(check) {
	const references = (check.get("compliance-reference") ?? "").split(",").map((reference) => reference.split("|"));
	const level = references.find(([standard]) => standard === "LEVEL")?.[1];
	const identifiers = references.filter(([standard = ""]) => /^(CCE|CCI|CSCv\d+)$/.test(standard));
	return require_steps.withoutUndefined({
		level: level?.replace(/[A-Z]$/, ""),
		identifiers: identifiers.length > 0 ? identifiers.map((parts) => parts.join(" ")) : void 0
	});
}
function auditOf(check, host) {
	const stated = [...[
		"name",
		"version",
		"profile"
	].map((part) => check.get(`compliance-benchmark-${part}`)), check.get("compliance-audit-file")];
	const key = JSON.stringify(stated);
	const known = host.audits.get(key);
	if (known !== void 0) return known;
	const audit = {
		facts: benchmarkOf$2(stated),
		ruleResults: []
	};
	host.audits.set(key, audit);
	return audit;
}
function benchmarkOf$2([name, version, profile, file]) {
	const [, title, release, level] = /^(CIS_.+)_v(\d+(?:\.\d+)+)(?:_(.+))?\.audit$/.exec(file ?? "") ?? [];
	const benchmark = name ?? title?.replaceAll("_", " ") ?? file;
	const benchmarkVersion = version ?? release;
	const isCis = /^CIS[ _]/.test(name ?? title ?? "");
	return require_steps.withoutUndefined({
		benchmark,
		benchmarkVersion,
		cisBenchmark: isCis ? cisBenchmarkOf(name ?? "", benchmarkVersion) : void 0,
		profile: profile ?? level?.replaceAll("_", " ")
	});
}
// src/results/scanners/nessus/nessus.ts
const WAY_OUT$1 = "Filter the scan by host before you export it.";
const nessus = {
	kind: "xml",
	name: "nessus",
	shape: "XML with the root `NessusClientData_v2`, and compliance checks in its `ReportItem`s",
	statuses: { "cm:compliance-result": STATUSES$5 },
	reader: () => exportReader(scansOf$1)
};
function scansOf$1(found) {
	const scans = found.hosts.filter(({ checks }) => checks > 0).flatMap((host) => scansOfHost(host, found));
	const [first = { ruleResults: [] }, ...others] = scans;
	const { faults, unreadable } = found;
	const warnings = [...found.warnings, ...warningsOf$1(found.hosts)];
	const ofDocument = require_steps.withoutUndefined({
		faults: faults.length > 0 ? faults : void 0,
		unreadableRules: unreadable.length > 0 ? unreadable : void 0,
		warnings: scans.length > 0 && warnings.length > 0 ? warnings : void 0,
		emptyBecause: scans.length === 0 && faults.length === 0 ? whyEmpty$2(found.hosts) : void 0
	});
	return [{
		...first,
		...ofDocument
	}, ...others];
}
function scansOfHost(host, { version, unreadable }) {
	const facts = {
		scanner: "Nessus",
		...require_steps.withoutUndefined({
			scannerVersion: version,
			platform: host.platforms.size === 1 ? [...host.platforms.values()][0] : void 0,
			started: secondsOf(host.properties.get(STARTED)),
			ended: secondsOf(host.properties.get(ENDED))
		}),
		targets: targetsOf$1(host)
	};
	const left = new Set(unreadable.map(({ ruleId }) => ruleId));
	const [first = {
		...facts,
		ruleResults: []
	}, ...others] = [...host.audits.values()].map((audit) => ({
		...facts,
		...audit.facts,
		ruleResults: audit.ruleResults.filter(({ ruleId }) => !left.has(ruleId))
	}));
	const excluded = excludedOf(host);
	return [excluded.length > 0 ? {
		...first,
		excluded
	} : first, ...others];
}
function targetsOf$1({ name, properties, position }) {
	const stated = [name, ...NAMES.map((property) => properties.get(property))];
	const names = [...new Set(stated.filter((text) => text !== void 0))];
	return names.length > 0 ? [{
		scheme: "Nessus host",
		names,
		isHostName: true,
		wayOut: WAY_OUT$1,
		at: { position }
	}] : [];
}
function excludedOf({ auditFileChecks, otherFindings }) {
	return [{
		what: "description of an audit file",
		count: auditFileChecks
	}, {
		what: "finding that is no compliance check",
		count: otherFindings
	}].filter(({ count }) => count > 0);
}
function warningsOf$1(hosts) {
	const [first, ...others] = hosts.filter(({ checks }) => checks === 0);
	if (first === void 0) return [];
	const more = others.length === 0 ? "" : ` nor on ${require_steps.count(others.length, "other")}`;
	return [{
		sentence: `No compliance check ran on the host ${require_steps.quote(first.name ?? "without a name")}${more}.`,
		at: { position: first.position }
	}];
}
function secondsOf(text) {
	return /^\d+$/.test(text ?? "") ? Number(text) * 1e3 : void 0;
}
function whyEmpty$2(hosts) {
	if (hosts.length === 0) return "a Nessus export without a host";
	const findings = hosts.reduce((sum, host) => sum + host.otherFindings, 0);
	return `a Nessus export of vulnerabilities alone (${require_steps.count(findings, "finding")}): scan with an audit file of a CIS benchmark, and export that scan`;
}
// src/results/scanners/powerpipe.ts
const STATUSES$4 = {
	ok: "PASSED",
	alarm: "FAILED",
	error: "ERROR",
	info: "INFORMATIONAL",
	skip: "NOT_APPLICABLE"
};
const MANUAL = {
	...STATUSES$4,
	info: "NOT_EVALUATED"
};
const ACCOUNTS$1 = {
	aws: { account_id: "AWS account" },
	azure: {
		subscription_id: "Azure subscription",
		subscription: "Azure subscription name"
	},
	gcp: { project: "Google Cloud project" },
	kubernetes: { context_name: "Kubernetes context" }
};
const WAY_OUT = "Run the benchmark with the connection of one account (`--search-path-prefix`).";
const powerpipe = {
	kind: "data",
	name: "powerpipe",
	shape: "an object with `group_id`, and `groups` or `controls`",
	statuses: {
		status: STATUSES$4,
		"status of a manual control": MANUAL
	},
	recognises: (document) => require_steps.memberOf(document, "group_id") !== void 0 && ["groups", "controls"].some((name) => Array.isArray(require_steps.memberOf(document, name))),
	read: read$4
};
function read$4(document) {
	const reader = new RecordReader();
	const root = reader.root(document, "Powerpipe group");
	const others = {
		reader,
		facts: factsOf$1(root.value),
		isCis: false
	};
	const found = {
		benchmarks: [],
		results: 0
	};
	readGroup(root, others, found);
	compareTotals$1(root, found.results, reader);
	const empty = whyEmpty$1(root.value);
	const ofBenchmarks = found.benchmarks.map((run) => run.reader.scan(run.facts, empty));
	const ofOthers = reader.scan(others.facts, empty);
	return [
		ofOthers.ruleResults,
		ofOthers.faults,
		ofOthers.warnings
	].every(hasNone) && ofBenchmarks.length > 0 ? ofBenchmarks : [...ofBenchmarks, ofOthers];
}
function hasNone(list) {
	return list === void 0 || list.length === 0;
}
function readGroup(group, outer, found) {
	const run = outer.isCis ? outer : benchmarkRun(group.value, found) ?? outer;
	const { reader } = run;
	if (require_steps.memberOf(group.value, "groups") === void 0 && require_steps.memberOf(group.value, "controls") === void 0) reader.fault("Powerpipe group has neither \"groups\" nor \"controls\".", group.path);
	for (const inner of reader.entries(group, "groups", "Powerpipe group")) readGroup(inner, run, found);
	const section = shortText(require_steps.memberOf(group.value, "title"), 200);
	for (const control of reader.entries(group, "controls", "Powerpipe control")) found.results += readControl$1(control, section, run);
}
function benchmarkRun(group, found) {
	if (require_steps.memberAt(group, "tags", "cis_version") === void 0) return void 0;
	const run = {
		reader: new RecordReader(),
		facts: factsOf$1(group),
		isCis: true
	};
	found.benchmarks.push(run);
	return run;
}
function factsOf$1(group) {
	const scanner = "Powerpipe";
	const title = shortText(require_steps.memberOf(group, "title"), 200);
	const version = wordOf(require_steps.memberAt(group, "tags", "cis_version"))?.replace(/^v(?=\d)/, "");
	if (version === void 0) return {
		scanner,
		...require_steps.withoutUndefined({ benchmark: title })
	};
	const stated = title?.replace(/\s+v?\d+(\.\d+)*$/, "");
	const plugin = wordOf(require_steps.memberAt(group, "tags", "plugin")) ?? "";
	const isFoundation = /^(?:\S+ )?CIS$/.test(stated ?? "") && isCisTitleKey(plugin);
	const benchmark = isFoundation ? CIS_TITLES[plugin] : stated;
	const cisBenchmark = isFoundation ? cisBenchmarkOf(CIS_TITLES[plugin], version) : { version };
	return {
		scanner,
		...require_steps.withoutUndefined({ benchmark }),
		benchmarkVersion: version,
		cisBenchmark
	};
}
function readControl$1(entry, section, { reader, isCis }) {
	const { value: control, path } = entry;
	const results = require_steps.memberOf(control, "results");
	const error = require_steps.textOf(require_steps.memberOf(control, "run_error"));
	const listed = require_steps.listOf(results).length + (error === void 0 ? 0 : 1);
	const ruleId = reader.requiredText(entry, "control_id");
	if (ruleId === void 0) return listed;
	const tags = require_steps.recordOf(require_steps.memberOf(control, "tags"));
	const rule = {
		ruleId,
		...require_steps.withoutUndefined({ recommendations: recommendationsOf$1(tags) })
	};
	const stated = totalOf(require_steps.memberOf(control, "summary")) ?? 0;
	if (results === void 0 || listed === 0 && stated > 0) {
		reader.recordFault("Powerpipe control has no \"results\".", path, { rule });
		return listed;
	}
	const common = require_steps.withoutUndefined({
		...rule,
		title: shortText(require_steps.memberOf(control, "title")),
		severity: wordOf(require_steps.memberOf(control, "severity")),
		section,
		level: wordOf(require_steps.memberOf(tags, "cis_level"))
	});
	const type = require_steps.memberOf(tags, "cis_type");
	const statuses = type === "manual" || isCis && type !== "automated" ? MANUAL : STATUSES$4;
	for (const result of reader.entries(entry, "results", "Powerpipe result", rule)) {
		noteAccount(result, require_steps.memberOf(tags, "plugin"), reader);
		const verdict = reader.requiredVerdict(result, "status", statuses, rule);
		if (verdict === void 0) continue;
		const reason = verdict.status === "PASSED" ? void 0 : singleLine(require_steps.memberOf(result.value, "reason"));
		reader.add({
			...common,
			...require_steps.withoutUndefined({ reason }),
			...verdict,
			at: { path: result.path }
		});
	}
	if (error !== void 0) {
		const reason = singleLine(error) ?? "the control could not run";
		reader.add({
			...common,
			reason,
			result: "error",
			status: "ERROR",
			at: { path }
		});
	}
	if (listed === 0) {
		const reason = "the control has no result";
		reader.add({
			...common,
			reason,
			result: "no result",
			status: "NOT_EVALUATED",
			at: { path }
		});
	}
	return listed;
}
function recommendationsOf$1(tags) {
	const number = wordOf(require_steps.memberOf(tags, "cis_item_id")) ?? "";
	return /^\d+(\.\d+)+$/.test(number) ? [number] : void 0;
}
function noteAccount(result, plugin, reader) {
	const schemes = typeof plugin === "string" && Object.hasOwn(ACCOUNTS$1, plugin) ? ACCOUNTS$1[plugin] : void 0;
	if (schemes === void 0) return;
	for (const dimension of require_steps.listOf(require_steps.memberOf(result.value, "dimensions"))) {
		const key = require_steps.textOf(require_steps.memberOf(dimension, "key"));
		const name = require_steps.textOf(require_steps.memberOf(dimension, "value"));
		const scheme = key !== void 0 && Object.hasOwn(schemes, key) ? schemes[key] : void 0;
		if (scheme !== void 0 && name !== void 0) reader.target(scheme, name, [...result.path, "dimensions"], WAY_OUT);
	}
}
function compareTotals$1(root, listed, reader) {
	const stated = totalOf(require_steps.memberAt(root.value, "summary", "status"));
	if (stated === void 0 || stated === listed) return;
	reader.warn(`The summary counts ${require_steps.count(stated, "result")}, and the file lists ${listed}.`, ["summary"]);
}
function totalOf(summary) {
	if (!require_steps.isRecord(summary)) return void 0;
	return Object.values(summary).reduce((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
}
function whyEmpty$1(root) {
	return require_steps.memberOf(root, "group_id") === "error" ? "Powerpipe could not run" : "Powerpipe ran no control";
}
// src/results/scanners/prowler-ocsf/targets.ts
const ACCOUNTS = {
	aws: { scheme: "AWS account" },
	azure: {
		scheme: "Azure subscription",
		option: "--subscription-ids"
	},
	gcp: {
		scheme: "Google Cloud project",
		option: "--project-ids"
	},
	github: {
		scheme: "GitHub owner",
		option: "--organizations"
	},
	kubernetes: {
		scheme: "Kubernetes cluster",
		option: "--context"
	},
	m365: { scheme: "Microsoft 365 tenant" }
};
function noteTargets(findings, reader) {
	const accounts = findings.flatMap((finding) => accountOf(finding) ?? []);
	const isTenant = (account) => account.ofTenant;
	const targets = accounts.every(isTenant) ? accounts : accounts.filter((account) => !isTenant(account));
	for (const { scheme, name, path, option } of targets) {
		const wayOut = option === void 0 ? void 0 : `To scan one of them, use Prowler's \`${option}\`.`;
		reader.target(scheme, name, path, wayOut);
	}
}
function accountOf({ value: finding, path }) {
	const account = require_steps.textOf(require_steps.memberAt(finding, "cloud", "account", "uid"));
	const name = account ?? require_steps.textOf(require_steps.memberAt(finding, "unmapped", "provider_uid"));
	if (name === void 0) return void 0;
	const place = account === void 0 ? ["unmapped", "provider_uid"] : [
		"cloud",
		"account",
		"uid"
	];
	const provider = providerOf(finding);
	const at = [...path, ...place];
	if (isOrganization(name, finding)) return {
		scheme: provider === "azure" ? "Azure tenant" : "organization",
		name,
		path: at,
		ofTenant: true
	};
	const known = provider !== void 0 && Object.hasOwn(ACCOUNTS, provider) ? ACCOUNTS[provider] : void 0;
	return {
		scheme: joined([provider, "account"], " ") ?? "account",
		...known,
		name,
		path: at,
		ofTenant: false
	};
}
function isOrganization(account, finding) {
	return [require_steps.memberAt(finding, "cloud", "org", "uid"), require_steps.memberAt(finding, "metadata", "tenant_uid")].some((organization) => require_steps.textOf(organization) === account);
}
function providerOf(finding) {
	return (require_steps.textOf(require_steps.memberAt(finding, "cloud", "provider")) ?? require_steps.textOf(require_steps.memberAt(finding, "unmapped", "provider")))?.toLowerCase();
}
// src/results/scanners/prowler-ocsf/requirements.ts
function requirementsOf(finding) {
	const compliance = require_steps.recordOf(require_steps.memberAt(finding, "unmapped", "compliance"));
	return Object.keys(compliance).filter((name) => /^CIS-\d/.test(name)).map((name) => [name, wordsOf(compliance[name])]);
}
function onlyBenchmarkOf(findings) {
	const named = findings.flatMap(({ value }) => requirementsOf(value).map(([name]) => `${providerOf(value) ?? ""} ${name}`));
	const [only, ...others] = new Set(named);
	return others.length === 0 ? only?.split(" ")[1] : void 0;
}
function numbersOf(findings, benchmark) {
	const numbers = new Map();
	if (benchmark === void 0) return numbers;
	for (const { value } of findings) {
		const check = require_steps.textOf(require_steps.memberAt(value, "metadata", "event_code"));
		const own = requirementsOf(value).flatMap(([, all]) => all).filter(require_steps.isRecommendation);
		if (check !== void 0 && own.length > 0) numbers.set(check, [...new Set([...numbers.get(check) ?? [], ...own])]);
	}
	return numbers;
}
function ruleOf(ruleId, numbers) {
	const recommendations = numbers.get(ruleId);
	return recommendations === void 0 ? { ruleId } : {
		ruleId,
		recommendations
	};
}
function cisNumbersOf(finding) {
	const numbers = requirementsOf(finding).flatMap(([name, all]) => all.map((number) => `${name} ${number}`));
	return numbers.length > 0 ? numbers : void 0;
}
function benchmarkFactsOf(benchmark, findings) {
	const version = benchmark?.slice(4);
	const provider = findings.map(({ value }) => providerOf(value)).find((name) => name !== void 0);
	if (version === void 0 || provider === void 0 || !isCisTitleKey(provider)) return {};
	const title = CIS_TITLES[provider];
	return {
		benchmark: title,
		benchmarkVersion: version,
		cisBenchmark: cisBenchmarkOf(title, version)
	};
}
// src/results/scanners/prowler-ocsf/prowler-ocsf.ts
const STATUSES$3 = {
	PASS: "PASSED",
	FAIL: "FAILED",
	MANUAL: "NOT_EVALUATED",
	MUTED: "NOT_EVALUATED"
};
const FINDING = "Prowler finding";
const prowlerOcsf = {
	kind: "data",
	name: "prowler-ocsf",
	shape: "a list of OCSF findings with `metadata.product.name` Prowler and `metadata.event_code`",
	recognises: (document) => Array.isArray(document) ? document.some(isFinding) : isFinding(document),
	statuses: { status_code: STATUSES$3 },
	read: read$3
};
function isFinding(value) {
	const metadata = require_steps.memberOf(value, "metadata");
	return require_steps.memberAt(metadata, "product", "name") === "Prowler" && (require_steps.memberOf(metadata, "event_code") !== void 0 || require_steps.memberOf(value, "status_code") !== void 0);
}
function read$3(document) {
	const reader = new RecordReader();
	const findings = require_steps.isRecord(document) && isFinding(document) ? [reader.root(document, FINDING)] : reader.objects(require_steps.listOf(document), FINDING, []);
	const benchmark = onlyBenchmarkOf(findings);
	const numbers = numbersOf(findings, benchmark);
	for (const finding of findings) readFinding(finding, numbers, reader);
	noteTargets(findings, reader);
	const version = require_steps.memberAt(findings[0]?.value, "metadata", "product", "version");
	const facts = require_steps.withoutUndefined({
		scanner: "Prowler",
		scannerVersion: wordOf(version)
	});
	return [reader.scan({
		...facts,
		...benchmarkFactsOf(benchmark, findings),
		...timesOf(findings)
	}, "Prowler wrote no finding")];
}
function readFinding(entry, numbers, reader) {
	const { value: finding, path } = entry;
	const ruleId = reader.requiredText(metadataEntry(entry), "event_code", reader.statusOf(entry, "status_code", STATUSES$3));
	if (ruleId === void 0) return;
	const rule = ruleOf(ruleId, numbers);
	const verdict = reader.requiredVerdict(entry, "status_code", STATUSES$3, rule);
	if (verdict === void 0) return;
	const information = require_steps.memberOf(finding, "finding_info");
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(information, "title")),
		reason: reasonOf$1(finding),
		severity: shortText(require_steps.memberOf(finding, "severity"), 50),
		section: shortText(require_steps.memberAt(require_steps.listOf(require_steps.memberOf(finding, "resources"))[0], "group", "name"), 100),
		remediation: shortText(require_steps.memberAt(finding, "remediation", "desc")),
		identifiers: rule.recommendations === void 0 ? cisNumbersOf(finding) : void 0
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function metadataEntry({ value, path }) {
	const metadata = require_steps.memberOf(value, "metadata");
	const what = `${FINDING}'s metadata`;
	return require_steps.isRecord(metadata) ? {
		value: metadata,
		path: [...path, "metadata"],
		what
	} : {
		value: {},
		path,
		what
	};
}
function reasonOf$1(finding) {
	return joined([require_steps.memberOf(finding, "status") === "Suppressed" ? "muted in Prowler" : void 0, shortText(require_steps.memberOf(finding, "status_detail")) ?? shortText(require_steps.memberOf(finding, "message"))], ": ");
}
function timesOf(findings) {
	const times = findings.map(({ value }) => require_steps.memberOf(value, "time")).filter((time) => typeof time === "number" && time > 0).map((time) => time < 1e11 ? time * 1e3 : time);
	if (times.length === 0) return {};
	const [started, ended] = times.reduce(([first, last], time) => [Math.min(first, time), Math.max(last, time)], [1e400, 0]);
	return {
		started,
		ended
	};
}
// src/results/scanners/rancher.ts
const STATUSES$2 = {
	pass: "PASSED",
	fail: "FAILED",
	mixed: "FAILED",
	skip: "NOT_EVALUATED",
	warn: "NOT_EVALUATED",
	notApplicable: "NOT_APPLICABLE"
};
const KIND$1 = "ClusterScanReport";
const SCANNER$1 = "Rancher security-scan";
const EMPTY = "Rancher ran no check";
const rancher = {
	kind: "data",
	name: "rancher",
	shape: "a `ClusterScanReport`, or an object with `version`, `notApplicable` and `results[].checks`",
	statuses: { state: STATUSES$2 },
	recognises: recognises$1,
	read: read$2
};
function recognises$1(document) {
	if (Array.isArray(document)) return document.some(isReport$1);
	const items = require_steps.listOf(require_steps.memberOf(document, "items"));
	const isList = require_steps.memberOf(document, "kind") === `${KIND$1}List` || items.some(isReport$1);
	return isReport$1(document) || isList || isSummary$1(document);
}
function isReport$1(value) {
	return require_steps.memberOf(value, "kind") === KIND$1;
}
function isSummary$1(value) {
	return ["version", "notApplicable"].every((name) => require_steps.memberOf(value, name) !== void 0) && require_steps.listOf(require_steps.memberOf(value, "results")).some((group) => require_steps.memberOf(group, "checks") !== void 0);
}
function read$2(document) {
	const lists = new RecordReader();
	const root = lists.root(document, "Rancher report");
	if (isSummary$1(root.value)) return [readSummary(root, {}, new RecordReader())];
	const scans = reportsOf$1(document, root, lists).map(readReport$1);
	const ofLists = lists.scan({ scanner: SCANNER$1 }, `there is no ${KIND$1}`);
	return ofLists.faults === void 0 && scans.length > 0 ? scans : [...scans, ofLists];
}
function reportsOf$1(document, root, reader) {
	if (Array.isArray(document)) return reader.objects(require_steps.listOf(document), KIND$1, []);
	return isReport$1(root.value) ? [root] : reader.entries(root, "items", KIND$1);
}
function readReport$1(report) {
	const reader = new RecordReader();
	const spec = require_steps.memberOf(report.value, "spec");
	const owner = {
		value: require_steps.recordOf(spec),
		path: [...report.path, "spec"],
		what: KIND$1
	};
	const ended = timeOf(require_steps.memberOf(spec, "lastRunTimestamp"));
	const facts = require_steps.withoutUndefined({ ended });
	const summary = parse(require_steps.memberOf(spec, "reportJSON"));
	const path = [...owner.path, "reportJSON"];
	if (require_steps.isRecord(summary)) return readSummary({
		value: summary,
		path,
		what: "Rancher report"
	}, facts, reader);
	reader.fault(`"reportJSON" ${summary}.`, path);
	return reader.scan({
		scanner: SCANNER$1,
		...facts
	}, EMPTY);
}
function parse(text) {
	if (typeof text !== "string") return "must be a text";
	try {
		const value = JSON.parse(text);
		if (!require_steps.isRecord(value)) return "must hold a JSON object";
		return countMembers(value) === membersWritten(text) ? value : "has a member twice in one object";
	} catch (error) {
		if (error instanceof SyntaxError) return "must be JSON";
		throw error;
	}
}
function countMembers(value) {
	const parts = require_steps.isRecord(value) ? Object.values(value) : require_steps.listOf(value);
	return parts.reduce((sum, part) => sum + countMembers(part), require_steps.isRecord(value) ? parts.length : 0);
}
function membersWritten(text) {
	return [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)].filter(([, colon]) => colon === ":").length;
}
function readSummary(report, facts, reader) {
	let listed = 0;
	for (const group of reader.requiredEntries(report, "results", "Rancher section")) {
		const names = ["id", "description"].map((name) => shortText(require_steps.memberOf(group.value, name), 200));
		for (const check of reader.requiredEntries(group, "checks", "Rancher check")) {
			listed += 1;
			readCheck$1(check, joined(names, " "), reader);
		}
	}
	const total = require_steps.memberOf(report.value, "total");
	if (typeof total === "number" && total !== listed) reader.warn(`The report counts ${require_steps.count(total, "check")} in total, and the file lists ${listed}.`, [...report.path, "total"]);
	const profile = wordOf(require_steps.memberOf(report.value, "version"));
	const benchmark = {
		...benchmarkOf$4(profile),
		scanner: SCANNER$1,
		...require_steps.withoutUndefined({ profile })
	};
	return reader.scan({
		...facts,
		...benchmark
	}, EMPTY);
}
function readCheck$1(entry, section, reader) {
	const { value: check, path } = entry;
	const ruleId = reader.requiredText(entry, "id", reader.statusOf(entry, "state", STATUSES$2));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(entry, "state", STATUSES$2, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(check, "description")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf(check),
		section,
		remediation: shortText(require_steps.memberOf(check, "remediation")),
		source: joined(wordsOf(require_steps.memberOf(check, "node_type")), ", ")
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function reasonOf(check) {
	const expected = expectationOf(require_steps.memberOf(check, "expected_result"));
	const nodes = joined(wordsOf(require_steps.memberOf(check, "nodes")), ", ");
	return joined([expected && `expected: ${expected}`, nodes && `nodes: ${nodes}`], "; ");
}
// src/results/scanners/trivy/control.ts
const DEFAULT_STATUSES = {
	FAIL: "FAILED",
	PASS: "PASSED",
	WARN: "NOT_EVALUATED"
};
function defaultVerdict(control, name, rule, reader) {
	return reader.requiredVerdict(control, name, DEFAULT_STATUSES, rule);
}
function hasDefault(control, name) {
	return Object.hasOwn(control, name);
}
function isManual(control, name) {
	const text = require_steps.memberOf(control, name);
	return typeof text !== "string" || text.includes("Manual");
}
const MESSAGE_AT_MOST = 2e3;
function messageWithoutJson(message) {
	if (typeof message !== "string") return void 0;
	return shortText(message.slice(0, MESSAGE_AT_MOST).replaceAll(/'?\{".*?(?:"\}'?|$)/gs, "…"), 200);
}
// src/results/scanners/trivy/all.ts
const CHECK_STATUSES = {
	FAIL: "FAILED",
	PASS: "PASSED",
	EXCEPTION: "NOT_EVALUATED"
};
function readControls(report, reader) {
	for (const entry of reader.entries(report, "Results", "Trivy control")) {
		const { value: control, path } = entry;
		const ruleId = reader.requiredText(entry, "ID");
		if (ruleId === void 0) continue;
		const rule = { ruleId };
		const results = resultsOf(entry, rule, reader);
		const verdict = verdictOfControl$2(rule, entry, results, reader);
		if (verdict === void 0) continue;
		const details = require_steps.withoutUndefined({
			title: shortText(require_steps.memberOf(control, "Name")),
			reason: verdict.status === "PASSED" ? void 0 : describeFindings(results),
			severity: shortText(require_steps.memberOf(control, "Severity"), 50),
			remediation: resolutionOf(results)
		});
		reader.add({
			...details,
			...rule,
			...verdict,
			at: { path }
		});
	}
}
function resultsOf(control, rule, reader) {
	if (require_steps.memberOf(control.value, "Results") === null) return [];
	return reader.requiredEntries(control, "Results", "Trivy result", rule);
}
function verdictOfControl$2(rule, control, results, reader) {
	const result = `${results.length} results`;
	const found = results.map((entry) => readResult(entry, rule, reader));
	if (found.some(({ findings }) => findings > 0)) return {
		result,
		status: "FAILED"
	};
	const verdicts = found.flatMap((one) => one.verdicts);
	const status = require_steps.worstOf(verdicts.map((verdict) => verdict.status));
	if (status !== void 0) {
		const undefinedWord = verdicts.find((verdict) => verdict.status === "UNKNOWN")?.undefinedWord;
		return {
			result,
			status,
			...status === "UNKNOWN" && undefinedWord !== void 0 && { undefinedWord }
		};
	}
	if (results.length > 0) return void 0;
	if (hasDefault(control.value, "DefaultStatus")) return defaultVerdict(control, "DefaultStatus", rule, reader);
	return {
		result,
		status: isManual(control.value, "Name") ? "NOT_EVALUATED" : "PASSED"
	};
}
function readResult(entry, rule, reader) {
	const findings = [...reader.entries(entry, "Vulnerabilities", "Trivy finding", rule), ...reader.entries(entry, "Secrets", "Trivy secret", rule)];
	const checks = reader.entries(entry, "Misconfigurations", "Trivy misconfiguration", rule);
	if ([
		"Vulnerabilities",
		"Secrets",
		"Misconfigurations"
	].every((name) => listLengthOf(require_steps.memberOf(entry.value, name)) === 0)) reader.recordFault("Trivy result lists no finding: no \"Misconfigurations\", \"Vulnerabilities\" or \"Secrets\".", entry.path, { rule });
	const verdicts = checks.flatMap((check) => reader.requiredVerdict(check, "Status", CHECK_STATUSES, rule) ?? []);
	return {
		findings: findings.length,
		verdicts
	};
}
function listLengthOf(value) {
	return value === void 0 || value === null ? 0 : Array.isArray(value) ? value.length : void 0;
}
function describeFindings(results) {
	return joined(results.slice(0, 3).map(({ value }) => {
		const check = require_steps.listOf(require_steps.memberOf(value, "Misconfigurations")).find((one) => require_steps.memberOf(one, "Status") !== "PASS");
		const vulnerability = require_steps.listOf(require_steps.memberOf(value, "Vulnerabilities"))[0];
		const secret = require_steps.listOf(require_steps.memberOf(value, "Secrets"))[0];
		const what = [
			require_steps.memberOf(check, "Message"),
			require_steps.memberOf(check, "Title"),
			require_steps.memberOf(check, "AVDID"),
			require_steps.memberOf(check, "ID"),
			require_steps.memberOf(vulnerability, "VulnerabilityID"),
			require_steps.memberOf(secret, "Title"),
			require_steps.memberOf(secret, "RuleID")
		].map(messageWithoutJson);
		return joined([shortText(require_steps.memberOf(value, "Target"), 120), what.find((text) => text !== void 0)], ": ");
	}), "; ");
}
function resolutionOf(results) {
	return results.slice(0, 3).flatMap(({ value }) => require_steps.listOf(require_steps.memberOf(value, "Misconfigurations")).slice(0, 3)).map((check) => shortText(require_steps.memberOf(check, "Resolution"))).find((text) => text !== void 0);
}
// src/results/scanners/trivy/benchmark.ts
const SPECS = {
	k8s: "kubernetes",
	docker: "docker",
	aws: "aws",
	eks: "eks"
};
function benchmarkOf$1({ ids, titles, version }) {
	const title = titles.map((text) => shortText(text)).find((text) => text !== void 0);
	const cis = ids.map(cisSpecOf).find((spec) => spec !== void 0) ?? cisSpecInTitle(title);
	if (cis !== void 0) {
		const benchmark = CIS_TITLES[cis.key];
		return {
			benchmark,
			benchmarkVersion: cis.version,
			cisBenchmark: cisBenchmarkOf(benchmark, cis.version)
		};
	}
	const name = title ?? ids.map((id) => shortText(id)).find((id) => id !== void 0);
	const contentVersion = wordOf(version);
	return {
		...name === void 0 ? {} : { benchmark: name },
		...contentVersion === void 0 ? {} : { contentVersion }
	};
}
function cisSpecOf(id) {
	const [, product = "", version] = /^(\w+)-cis-(\d+(?:\.\d+)+)$/.exec(require_steps.textOf(id) ?? "") ?? [];
	const key = Object.hasOwn(SPECS, product) ? SPECS[product] : void 0;
	return key === void 0 || version === void 0 ? void 0 : {
		key,
		version
	};
}
function cisSpecInTitle(title) {
	const version = /^CIS Kubernetes Benchmarks? v(\d+(?:\.\d+)+)$/.exec(title ?? "")?.[1];
	return version === void 0 ? void 0 : {
		key: "kubernetes",
		version
	};
}
// src/results/scanners/trivy/operator-detail.ts
const FAILURES_ONLY = "trivy-operator lists failing checks only: a control without one counts as PASSED where the benchmark in `spec` gives it a check.";
function isDetailed(status) {
	return require_steps.listOf(require_steps.memberAt(status, "detailReport", "results")).length > 0;
}
function readDetailReport(report, spec, reader) {
	const specified = specifiedIn(spec);
	const entries = reader.entries(report, "results", "Trivy control");
	let failing = 0;
	for (const entry of entries) {
		const { value: control, path } = entry;
		const ruleId = reader.requiredText(entry, "id");
		if (ruleId === void 0) continue;
		const rule = { ruleId };
		const checks = checksOf(entry, rule, reader);
		if (checks.some(isFailing)) failing += 1;
		const verdict = verdictOfControl$1(entry, checks, rule, specified.get(ruleId), reader);
		if (verdict === void 0) continue;
		const details = require_steps.withoutUndefined({
			title: shortText(require_steps.memberOf(control, "name")),
			reason: failuresOf(checks),
			severity: shortText(require_steps.memberOf(control, "severity"), 50),
			remediation: checks.map(({ value }) => shortText(require_steps.memberOf(value, "remediation"))).find((text) => text !== void 0)
		});
		reader.add({
			...details,
			...rule,
			...verdict,
			at: { path }
		});
	}
	return {
		controls: entries.length,
		failing
	};
}
function checksOf(control, rule, reader) {
	const list = require_steps.memberOf(control.value, "checks");
	if (Array.isArray(list) && list.length === 0) reader.recordFault(`${control.what} has an empty list of "checks".`, control.path, { rule });
	return reader.requiredEntries(control, "checks", "Trivy check", rule);
}
function verdictOfControl$1(control, checks, rule, specified, reader) {
	if (checks.some(isFailing)) return {
		result: "success=false",
		status: "FAILED"
	};
	const strange = checks.map(({ value }) => require_steps.memberOf(value, "success")).filter((outcome) => outcome !== true);
	if (strange.length > 0) return verdictOf(`success=${wordOf(strange[0]) ?? typeof strange[0]}`, {});
	if (hasDefault(control.value, "status")) return defaultVerdict(control, "status", rule, reader);
	const byDefault = require_steps.textOf(specified?.defaultStatus);
	if (byDefault !== void 0) return verdictOf(byDefault, DEFAULT_STATUSES);
	if (isManual(control.value, "name") || specified?.hasChecks !== true) return {
		result: "no check",
		status: "NOT_EVALUATED"
	};
	return {
		result: "success=true",
		status: "PASSED"
	};
}
function isFailing({ value }) {
	return require_steps.memberOf(value, "success") === false;
}
function specifiedIn(spec) {
	const controls = require_steps.listOf(require_steps.memberOf(spec, "controls")).flatMap((control) => {
		const id = require_steps.textOf(require_steps.memberOf(control, "id"));
		const hasChecks = require_steps.listOf(require_steps.memberOf(control, "checks")).length > 0;
		const defaultStatus = require_steps.memberOf(control, "defaultStatus");
		return id === void 0 ? [] : [[id, {
			hasChecks,
			defaultStatus
		}]];
	});
	return new Map(controls);
}
function failuresOf(checks) {
	return joined(checks.filter(isFailing).slice(0, 3).map(({ value }) => {
		const what = messageWithoutJson(require_steps.listOf(require_steps.memberOf(value, "messages"))[0]) ?? shortText(require_steps.memberOf(value, "title"), 200);
		return joined([shortText(require_steps.memberOf(value, "target"), 120), what], ": ");
	}), "; ");
}
// src/results/scanners/trivy/summary.ts
function readTrivySummary(owner, members, reader) {
	const entries = reader.entries(owner, members.controls, "Trivy control");
	for (const entry of entries) readControl(entry, members, reader);
	const failing = entries.filter(({ value }) => Number(require_steps.memberOf(value, members.total)) > 0).length;
	return {
		controls: entries.length,
		failing
	};
}
function readControl(entry, members, reader) {
	const { value: control, path } = entry;
	const ruleId = reader.requiredText(entry, members.id);
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = verdictOfControl(entry, members, rule, reader);
	if (verdict === void 0) return;
	const failing = require_steps.memberOf(control, members.total);
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(control, members.name)),
		reason: typeof failing === "number" && failing > 0 ? require_steps.count(failing, "failing result") : void 0,
		severity: shortText(require_steps.memberOf(control, members.severity), 50)
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function verdictOfControl({ value: control, path, what }, { name, total }, rule, reader) {
	const failing = require_steps.memberOf(control, total);
	if (failing === void 0 && !isManual(control, name)) {
		reader.recordFault(`${what} has no "${total}", and its name does not say that it is manual.`, path, { rule });
		return;
	}
	if (failing === null && !isManual(control, name)) reader.warn(`${what} has no number in "${total}": it counts as not evaluated.`, [...path, total]);
	if (failing === void 0 || failing === null) return {
		result: `${total}=None`,
		status: "NOT_EVALUATED"
	};
	if (failing === 0) return {
		result: `${total}=0`,
		status: "PASSED"
	};
	if (typeof failing === "number" && failing > 0) return {
		result: `${total}=${failing}`,
		status: "FAILED"
	};
	return verdictOf(`${total}=${wordOf(failing) ?? typeof failing}`, {});
}
// src/results/scanners/trivy/operator.ts
const KIND = "ClusterComplianceReport";
const SCANNER = "Trivy Operator";
const NOTHING = `no ${KIND} has a status with controls`;
const MEMBERS = {
	controls: "controlCheck",
	id: "id",
	name: "name",
	severity: "severity",
	total: "totalFail"
};
function isOperatorDocument(document) {
	return Array.isArray(document) ? document.some(isOne) : isOne(document);
}
function isOne(value) {
	return isReport(value) || isReportStatus(value) || isList(value);
}
function isReport(value) {
	return require_steps.memberOf(value, "kind") === KIND;
}
function isReportStatus(value) {
	return Array.isArray(require_steps.memberAt(value, "summaryReport", "controlCheck")) || Array.isArray(require_steps.memberAt(value, "detailReport", "results"));
}
function isList(value) {
	return require_steps.memberOf(value, "kind") === `ClusterComplianceReportList` || require_steps.listOf(require_steps.memberOf(value, "items")).some(isReport);
}
function readOperator(document) {
	const whole = new RecordReader();
	const reports = reportsOf(document, whole);
	const detailed = reports.find(({ status }) => isDetailed(status.value));
	if (detailed !== void 0) whole.warn(FAILURES_ONLY, [...detailed.status.path, "detailReport"]);
	const scans = reports.map(readReport);
	const rest = whole.scan({ scanner: SCANNER }, NOTHING);
	return [
		rest.faults,
		rest.warnings,
		rest.excluded
	].some((said) => said !== void 0) || scans.length === 0 ? [...scans, rest] : scans;
}
function reportsOf(document, reader) {
	if (Array.isArray(document)) return reader.objects(document, KIND, []).flatMap((entry) => reportsIn(entry, reader));
	return reportsIn(reader.root(document, KIND), reader);
}
function reportsIn(entry, reader) {
	const { value, path } = entry;
	if (isReportStatus(value)) return [{
		report: {},
		status: entry
	}];
	if (isReport(value) || isUntyped(value)) return [{
		report: value,
		status: statusOf(entry, reader)
	}];
	if (Object.hasOwn(value, "items")) return reader.entries(entry, "items", KIND).flatMap((item) => reportsIn(item, reader));
	if (require_steps.textOf(require_steps.memberOf(value, "kind")) !== void 0) reader.exclude("Kubernetes resource of another kind");
	else reader.fault(`This is no ${KIND}, nor the status of one.`, path);
	return [];
}
function isUntyped(value) {
	return require_steps.memberOf(value, "kind") === void 0 && (require_steps.isRecord(require_steps.memberOf(value, "status")) || require_steps.isRecord(require_steps.memberAt(value, "spec", "compliance")));
}
function statusOf({ value, path }, reader) {
	const status = require_steps.memberOf(value, "status");
	const at = [...path, "status"];
	const what = "Trivy status";
	if (require_steps.isRecord(status)) return {
		value: status,
		path: at,
		what
	};
	if (status !== void 0 && status !== null) reader.fault("\"status\" must be an object.", at);
	return {
		value: {},
		path: status === void 0 ? path : at,
		what
	};
}
function readReport({ report, status }) {
	const reader = new RecordReader();
	const summary = headingOf(status, "summaryReport", reader);
	const detail = headingOf(status, "detailReport", reader);
	const [found] = [...summary === void 0 ? [] : [readTrivySummary(summary, MEMBERS, reader)], ...detail === void 0 ? [] : [readDetailReport(detail, require_steps.memberAt(report, "spec", "compliance"), reader)]];
	if (found === void 0 || found.controls === 0) {
		const name = shortText(require_steps.memberAt(report, "metadata", "name"), 100);
		reader.warn(`${KIND}${name === void 0 ? "" : ` ${require_steps.quote(name)}`} has no control in its status.`, status.path);
	} else compareTotals(status, found, reader);
	return reader.scan(factsOf(report, status.value), NOTHING);
}
function headingOf({ value, path }, name, reader) {
	const heading = require_steps.memberOf(value, name);
	if (heading === void 0 || heading === null) return void 0;
	if (require_steps.isRecord(heading)) return {
		value: heading,
		path: [...path, name],
		what: "Trivy report"
	};
	reader.fault(`"${name}" must be an object.`, [...path, name]);
}
function compareTotals(status, found, reader) {
	const [failing = 0, passing = 0] = ["failCount", "passCount"].map((name) => require_steps.memberAt(status.value, "summary", name)).map((number) => typeof number === "number" ? number : 0);
	if (failing <= found.failing && failing + passing <= found.controls) return;
	reader.warn(`trivy-operator counted ${require_steps.count(failing + passing, "control")}, ${failing} of them failing; the report holds ${found.controls}, ${found.failing} of them failing: results may be missing.`, [...status.path, "summary"]);
}
function factsOf(report, status) {
	const headings = [
		require_steps.memberOf(status, "detailReport"),
		require_steps.memberOf(status, "summaryReport"),
		require_steps.memberAt(report, "spec", "compliance")
	];
	const benchmark = benchmarkOf$1({
		ids: [...headings.map((heading) => require_steps.memberOf(heading, "id")), require_steps.memberAt(report, "metadata", "name")],
		titles: headings.map((heading) => require_steps.memberOf(heading, "title")),
		version: require_steps.memberAt(report, "spec", "compliance", "version")
	});
	return require_steps.withoutUndefined({
		scanner: SCANNER,
		scannerVersion: wordOf(require_steps.memberAt(report, "metadata", "labels", "app.kubernetes.io/version")),
		...benchmark,
		ended: timeOf(require_steps.memberOf(status, "updateTimestamp"))
	});
}
// src/results/scanners/trivy/trivy-compliance.ts
const SUMMARY_MEMBERS = {
	controls: "SummaryControls",
	id: "ID",
	name: "Name",
	severity: "Severity",
	total: "TotalFail"
};
const trivyCompliance = {
	kind: "data",
	name: "trivy-compliance",
	shape: `an object with \`ID\`, \`Title\` and \`SummaryControls\` or \`Results\` of controls, or a ${KIND}`,
	statuses: {
		"Misconfigurations[].Status": CHECK_STATUSES,
		DefaultStatus: DEFAULT_STATUSES
	},
	recognises,
	read: read$1
};
function recognises(document) {
	return isSummary(document) || isComplete(document) || isOperatorDocument(document);
}
function isSummary(document) {
	return hasHeading(document) && Array.isArray(require_steps.memberOf(document, "SummaryControls"));
}
function isComplete(document) {
	if (!hasHeading(document) || require_steps.memberOf(document, "ArtifactName") !== void 0) return false;
	const results = require_steps.memberOf(document, "Results");
	if (results === null) return require_steps.memberOf(document, "RelatedResources") !== void 0;
	return Array.isArray(results) && !results.some((result) => require_steps.memberOf(result, "Target") !== void 0);
}
function hasHeading(document) {
	return typeof require_steps.memberOf(document, "ID") === "string" && typeof require_steps.memberOf(document, "Title") === "string";
}
function read$1(document) {
	if (Array.isArray(document) || isOperatorDocument(document)) return readOperator(document);
	const reader = new RecordReader();
	const report = reader.root(document, "Trivy report");
	readControls(report, reader);
	readTrivySummary(report, SUMMARY_MEMBERS, reader);
	const benchmark = benchmarkOf$1({
		ids: [require_steps.memberOf(document, "ID")],
		titles: [require_steps.memberOf(document, "Title")],
		version: require_steps.memberOf(document, "Version")
	});
	return [reader.scan({
		scanner: "Trivy",
		...benchmark
	}, "the report has no control")];
}
// src/results/scanners/wazuh-sca.ts
const STATUSES$1 = {
	passed: "PASSED",
	failed: "FAILED",
	"not applicable": "NOT_APPLICABLE"
};
const wazuhSca = {
	kind: "data",
	name: "wazuh-sca",
	shape: "an object with `data.affected_items` of checks with `policy_id`",
	statuses: { result: STATUSES$1 },
	recognises: (document) => require_steps.listOf(require_steps.memberAt(document, "data", "affected_items")).some(isCheck),
	read
};
function isCheck(value) {
	return require_steps.memberOf(value, "policy_id") !== void 0 && require_steps.memberOf(value, "id") !== void 0 && [
		"result",
		"rules",
		"compliance",
		"condition"
	].some((name) => require_steps.memberOf(value, name) !== void 0);
}
function read(document) {
	const reader = new RecordReader();
	const data = require_steps.memberOf(document, "data");
	const answer = {
		value: require_steps.isRecord(data) ? data : {},
		path: ["data"],
		what: "Wazuh answer"
	};
	const checks = reader.requiredEntries(answer, "affected_items", "Wazuh check");
	for (const check of checks) readCheck(check, reader);
	warnOfMissing(answer, checks.length, reader);
	const policies = [...new Set(checks.map(({ value }) => wordOf(require_steps.memberOf(value, "policy_id"))))];
	const facts = require_steps.withoutUndefined({
		scanner: "Wazuh SCA",
		benchmark: joined(policies, ", ")
	});
	return [reader.scan(facts, "Wazuh answered no check")];
}
function warnOfMissing({ value, path }, listed, reader) {
	const total = require_steps.memberOf(value, "total_affected_items");
	if (typeof total === "number" && total > listed) reader.warn(`The policy has ${require_steps.count(total, "check")}, and the file lists ${listed}. Ask the API for the others too, with \`offset\` and \`limit\`.`, [...path, "total_affected_items"]);
	const failed = require_steps.memberOf(value, "total_failed_items");
	if (typeof failed === "number" && failed > 0) reader.warn("Wazuh could not answer for every agent that was asked for.", [...path, "failed_items"]);
}
function readCheck(entry, reader) {
	const { value: check, path } = entry;
	const ruleId = wordOf(require_steps.memberOf(check, "id"));
	if (ruleId === void 0) {
		reader.recordFault("Wazuh check has no \"id\".", path, reader.statusOf(entry, "result", STATUSES$1));
		return;
	}
	const rule = {
		ruleId,
		...require_steps.withoutUndefined({ recommendations: recommendationsOf(check) })
	};
	const verdict = requiredVerdict(entry, rule, reader);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: shortText(require_steps.memberOf(check, "title")),
		reason: verdict.status === "PASSED" ? void 0 : singleLine(require_steps.memberOf(check, "reason")),
		remediation: shortText(require_steps.memberOf(check, "remediation"))
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function requiredVerdict(entry, rule, reader) {
	const result = require_steps.memberOf(entry.value, "result");
	if (result !== null && result !== "") return reader.requiredVerdict(entry, "result", STATUSES$1, rule);
	return {
		result: "no result",
		status: "NOT_EVALUATED"
	};
}
function recommendationsOf(check) {
	const numbers = require_steps.listOf(require_steps.memberOf(check, "compliance")).filter((entry) => require_steps.memberOf(entry, "key") === "cis").flatMap((entry) => wordsOf(require_steps.memberOf(entry, "value"))).flatMap((text) => text.split(/[\s,]+/)).filter((number) => /^\d+(\.\d+)+$/.test(number));
	return numbers.length > 0 ? [...new Set(numbers)] : void 0;
}
// src/results/scanners/xccdf/message.ts
const CONVERTED = /(?:^|[\n"])\s*(PASS(?:ED)?|FAILED|SKIP(?:PED)?|ERROR) -- /;
const FOUND = /\b(?:got|found|actual(?: value)?|returned)\s*[:=].*$/i;
const LONGEST_MESSAGE = 240;
function shownOf(message) {
	const [before = "", ...converted] = message.split(CONVERTED);
	if (converted.length === 0) {
		const shown = writtenMessage(singleLine(message, LONGEST_MESSAGE)?.replace(FOUND, "…"));
		return shown === void 0 ? [] : [shown];
	}
	const results = pairsOf(converted).flatMap(([word, text]) => describeTestLine(word, text) ?? []);
	return before.trim() === "" ? results : [...shownOf(before), ...results];
}
function describeTestLine(word, text) {
	const [, test, message = ""] = /^(?:Test: )?([^]*?)(?:\n\s*Message: ([^]*))?$/.exec(text) ?? [];
	if (word.startsWith("PASS")) return void 0;
	if (word.startsWith("SKIP")) return writtenMessage(message === "" ? test : message);
	return [descriptionOf(test), foundIn(message)].filter((part) => part !== void 0).join(": ");
}
function pairsOf(parts) {
	return parts.flatMap((part, index) => index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : []);
}
// src/results/scanners/xccdf/values.ts
const LONGEST_VALUE = 200;
function valueContent(element, all) {
	const id = require_steps.textOf(element.attributes.get("id"));
	if (id === void 0) return void 0;
	const choices = all.get(id) ?? new Map();
	all.set(id, choices);
	return { child: ({ name, attributes }) => {
		const selector = attributes.get("selector") ?? "";
		return name !== "value" ? void 0 : keep(choices, selector);
	} };
}
function profileContent(element, all) {
	const id = require_steps.textOf(element.attributes.get("id"));
	if (id === void 0) return void 0;
	const profile = {
		id,
		extended: require_steps.textOf(element.attributes.get("extends")),
		values: new Map(),
		selectors: new Map()
	};
	all.set(id, profile);
	return { child: ({ name, attributes }) => {
		const idref = attributes.get("idref");
		const selector = attributes.get("selector");
		switch (name) {
			case "description": return { text: (text) => profile.description ??= text };
			case "set-value": return idref === void 0 ? void 0 : keep(profile.values, idref);
			case "refine-value":
				if (idref !== void 0 && selector !== void 0) profile.selectors.set(idref, selector);
				return;
			default: return;
		}
	} };
}
function keep(texts, key) {
	return {
		textLimit: LONGEST_VALUE,
		text: (text) => {
			if (!texts.has(key)) texts.set(key, text);
		}
	};
}
function valueIn({ choices, profiles }, set, profile) {
	const chain = profilesFrom(profile, profiles);
	return (id) => {
		const byProfile = chain.find(({ values }) => values.has(id))?.values.get(id);
		const selector = chain.find(({ selectors }) => selectors.has(id))?.selectors.get(id);
		return set.get(id) ?? byProfile ?? choices.get(id)?.get(selector ?? "") ?? choices.get(id)?.get("");
	};
}
function profilesFrom(id, profiles) {
	const chain = [];
	for (let profile = profiles.get(id ?? ""); profile !== void 0;) {
		if (chain.includes(profile)) break;
		chain.push(profile);
		profile = profiles.get(profile.extended ?? "");
	}
	return chain;
}
// src/results/scanners/xccdf/test-result.ts
const NOT_READ = new Set([
	"identity",
	"metadata",
	"organization",
	"remark",
	"set-complex-value",
	"signature",
	"Signature",
	"tailoring-file",
	"target-address",
	"target-id-ref",
	"title"
]);
function testResultContent(element, document, within) {
	const { attributes, position } = element;
	const testResult = {
		id: require_steps.textOf(attributes.get("id")),
		testSystem: attributes.get("test-system"),
		version: attributes.get("version"),
		started: attributes.get("start-time"),
		ended: attributes.get("end-time"),
		within,
		platforms: [],
		names: [],
		identifiers: [],
		values: new Map(),
		scores: [],
		ruleResults: [],
		position
	};
	document.testResults.push(testResult);
	return { child: (child) => {
		switch (child.name) {
			case "benchmark":
				testResult.benchmarkId = child.attributes.get("id");
				testResult.benchmarkHref = child.attributes.get("href");
				return;
			case "profile":
				testResult.profile = child.attributes.get("idref");
				return;
			case "platform":
				addAttribute(child, "idref", testResult.platforms);
				return;
			case "target": return { text: (text) => testResult.names.push(text) };
			case "target-facts": return { child: (fact) => factContent(fact, testResult) };
			case "set-value": return keep(testResult.values, child.attributes.get("idref") ?? "");
			case "score": return scoreContent(child, testResult);
			case "rule-result":
				document.isXccdf = true;
				return ruleResultContent(child, (found) => testResult.ruleResults.push(found));
			default: return NOT_READ.has(child.name) ? void 0 : unknownContent(child, element.namespace, document);
		}
	} };
}
function factContent(fact, testResult) {
	switch (fact.attributes.get("name")) {
		case "urn:xccdf:fact:scanner:name": return { text: (text) => testResult.scanner = text };
		case "urn:xccdf:fact:scanner:version": return { text: (text) => testResult.scannerVersion = text };
		case "urn:xccdf:fact:identifier": return { text: (text) => testResult.identifiers.push(text) };
		default: return;
	}
}
function scoreContent({ attributes, position }, testResult) {
	const maximum = attributes.get("maximum");
	const score = {
		system: attributes.get("system"),
		maximum: maximum === void 0 ? void 0 : Number(maximum),
		position
	};
	testResult.scores.push(score);
	return { text: (text) => score.value = Number(text) };
}
function unknownContent(element, namespace, document) {
	const { name, position } = element;
	const isXccdf = element.namespace === namespace;
	const sentence = `${require_steps.quote(name)} is no element of a TestResult.`;
	return ruleResultContent(element, (found) => {
		if (found.words.length > 0 || isXccdf && found.idref !== void 0) noteFault(sentence, found, document);
		else if (isXccdf) document.warnings.push({
			sentence,
			at: { position }
		});
	});
}
function strayContent(element, document) {
	return ruleResultContent(element, (found) => {
		noteFault("A rule-result stands outside of a TestResult.", found, document);
	});
}
function noteFault(sentence, { idref, words, position }, document) {
	document.unreadable.push({
		sentence,
		idref,
		words,
		position
	});
}
function ruleResultContent(element, end) {
	const { position, attributes } = element;
	const weight = Number(attributes.get("weight") ?? 1);
	const words = [];
	const identifiers = [];
	const messages = new Set();
	const overrides = [];
	const found = {
		idref: attributes.get("idref")?.trim() === "" ? void 0 : attributes.get("idref"),
		words,
		severity: severityOf(element),
		role: attributes.get("role"),
		weight: weight >= 0 ? weight : 1,
		identifiers,
		messages,
		overrides,
		position
	};
	const message = {
		keepsLines: true,
		text: (text) => {
			for (const shown of shownOf(text)) messages.add(shown);
		}
	};
	const check = { child: ({ name }) => checkPart(name) };
	const checkPart = (name) => {
		if (name === "message") return message;
		return name === "check" || name === "complex-check" ? check : void 0;
	};
	return {
		child: (child) => {
			switch (child.name) {
				case "result": return { text: (text) => words.push(text) };
				case "ident": return { text: (text) => identifiers.push(text) };
				case "instance": return {
					textLimit: 100,
					text: (text) => messages.add(`instance ${text}`)
				};
				case "override": return overrideContent(child.attributes.get("authority"), overrides);
				default: return checkPart(child.name);
			}
		},
		end: () => {
			end(found);
		}
	};
}
function overrideContent(authority, overrides) {
	let old;
	let remark;
	return {
		child: ({ name }) => {
			if (name === "old-result") return { text: (text) => old = text };
			return name === "remark" ? { text: (text) => remark = text } : void 0;
		},
		end: () => {
			const change = `overridden${old === void 0 ? "" : ` from ${old}`}${authority === void 0 ? "" : ` by ${authority}`}`;
			overrides.push(remark === void 0 ? change : `${change}: ${remark}`);
		}
	};
}
function addAttribute(element, name, values) {
	const value = element.attributes.get(name);
	if (value !== void 0) values.push(value);
}
function severityOf(element) {
	const severity = element.attributes.get("severity")?.trim();
	return severity === "unknown" || severity === "" ? void 0 : severity;
}
// src/results/scanners/xccdf/texts.ts
const MARK = "￿";
const REFERENCE = /\uFFFF([^\uFFFF]*)\uFFFF/g;
const CUT_REFERENCE = /\uFFFF[^\uFFFF]*$/;
function wordingContent(element, wording, textLimit) {
	const isEnglish = /^en\b/i.test(element.language ?? "en");
	return {
		...textLimit !== void 0 && { textLimit },
		inserted: referenceOf,
		text: (text) => {
			if (wording.text !== void 0 && (wording.isEnglish === true || !isEnglish)) return;
			wording.text = text;
			wording.isEnglish = isEnglish;
		}
	};
}
function referenceOf({ name, attributes }) {
	const idref = attributes.get("idref")?.trim();
	return name !== "sub" || idref === void 0 ? void 0 : `${MARK}${idref}${MARK}`;
}
function withValues(text, valueOf) {
	if (text?.includes(MARK) !== true) return text;
	return detached(shortText(text.replaceAll(REFERENCE, (_, id) => valueOf(id) ?? "…").replace(CUT_REFERENCE, "…")) ?? "");
}
// src/results/scanners/xccdf/document.ts
const XCCDF_NAMESPACE = "http://checklists.nist.gov/xccdf/";
const ARF_NAMESPACE = "http://scap.nist.gov/schema/asset-reporting-format/";
const DESCRIPTION_AT_MOST = 320;
const RATIONALE_AT_MOST = 200;
const CIS_BENCHMARKS = /^https?:\/\/(?:www\.)?cisecurity\.org(?::\d+)?\/(?:(?!controls\/)[^?#/]*\/)*benchmark\//i;
function xccdfReader(end) {
	const document = {
		isXccdf: false,
		benchmarks: [],
		rules: new Map(),
		profiles: new Map(),
		choices: new Map(),
		testResults: [],
		unreadable: [],
		warnings: []
	};
	return nestedReader(anywhere(document, {}), () => end(document), (element) => unclaimed(element, document));
}
function anywhere(document, surroundings) {
	const content = { child: (element) => {
		document.isXccdf ||= element.namespace.startsWith(XCCDF_NAMESPACE) || element.namespace.startsWith(ARF_NAMESPACE);
		switch (element.name) {
			case "Benchmark": return benchmarkContent(element, document);
			case "Group": return groupContent(element, document, surroundings);
			case "Rule": return ruleContent(element, document, surroundings);
			case "Profile": return profileContent(element, document.profiles);
			case "Value": return valueContent(element, document.choices);
			case "TestResult": return testResultContent(element, document, surroundings.benchmark);
			case "rule-result": return strayContent(element, document);
			default: return content;
		}
	} };
	return content;
}
function unclaimed(element, document) {
	if (element.name === "TestResult") return testResultContent(element, document, void 0);
	return element.name === "rule-result" ? strayContent(element, document) : void 0;
}
function benchmarkContent(element, document) {
	const benchmark = {
		id: element.attributes.get("id"),
		title: {},
		platforms: [],
		items: []
	};
	document.benchmarks.push(benchmark);
	const inner = anywhere(document, {
		benchmark,
		items: benchmark.items
	});
	return { child: (child) => {
		switch (child.name) {
			case "title": return wordingContent(child, benchmark.title);
			case "version": return { text: (text) => benchmark.version = text };
			case "platform":
				addAttribute(child, "idref", benchmark.platforms);
				return;
			case "plain-text": return plainTextContent(child, document);
			default: return inner.child?.(child);
		}
	} };
}
function plainTextContent(element, document) {
	const id = element.attributes.get("id");
	if (id === void 0) return void 0;
	const choices = new Map();
	document.choices.set(id, choices);
	return keep(choices, "");
}
function groupContent(element, document, surroundings) {
	const section = {};
	const items = [];
	surroundings.items?.push({
		weight: weightOf(element),
		items
	});
	const inner = anywhere(document, {
		...surroundings,
		section,
		items
	});
	return { child: (child) => child.name === "title" ? wordingContent(child, section) : inner.child?.(child) };
}
function ruleContent(element, document, { section, items }) {
	const id = element.attributes.get("id");
	if (id === void 0) return void 0;
	const ruleId = detached(id);
	items?.push({
		weight: weightOf(element),
		ruleId
	});
	if (document.rules.has(ruleId)) return void 0;
	const rule = {
		title: {},
		section,
		severity: severityOf(element),
		fixText: {},
		description: {},
		rationale: {},
		identifiers: [],
		numbers: []
	};
	document.rules.set(ruleId, rule);
	return { child: (child) => {
		switch (child.name) {
			case "title": return wordingContent(child, rule.title);
			case "fixtext": return wordingContent(child, rule.fixText);
			case "description": return wordingContent(child, rule.description, DESCRIPTION_AT_MOST);
			case "rationale": return wordingContent(child, rule.rationale, RATIONALE_AT_MOST);
			case "ident": return { text: (text) => rule.identifiers.push(text) };
			case "reference": return isOfBenchmark(child) ? { text: (text) => rule.numbers.push(text) } : void 0;
			default: return;
		}
	} };
}
function isOfBenchmark(reference) {
	return CIS_BENCHMARKS.test(reference.attributes.get("href")?.trim() ?? "");
}
function weightOf(element) {
	const weight = Number(element.attributes.get("weight") ?? 1);
	return weight >= 0 ? weight : 1;
}
// src/results/scanners/xccdf/run.ts
const SCANNER_NAMES = new Map([
	["openscap", "OpenSCAP"],
	["scc", "SCC"],
	["cis-cat", "CIS-CAT"]
]);
const CIS_BENCHMARK_ID = /^xccdf_org\.cisecurity\.benchmarks_benchmark_(\d+\.\d+\.\d+)(?:\.\d+)*_(?:CIS_)?(.+?)(?:_Benchmark)?$/;
const FOLLOWED = /Center for Internet Security\W{1,3}(.{2,80}?) Benchmark\W{1,4}v(\d+(?:\.\d+)+)/i;
function benchmarkOf({ benchmarkId, within }, { benchmarks }) {
	return benchmarkId === void 0 ? within : benchmarks.find(({ id }) => id === benchmarkId);
}
function runFactsOf(testResult, document) {
	const benchmark = benchmarkOf(testResult, document);
	return require_steps.withoutUndefined({
		...scannerOf(testResult),
		...statedBenchmark(testResult, benchmark, document),
		profile: testResult.profile,
		platform: platformOf(testResult, benchmark),
		started: dateTimeOf(testResult.started),
		ended: dateTimeOf(testResult.ended),
		runId: testResult.id
	});
}
function dateTimeOf(text = "") {
	return timeOf(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}
function statedBenchmark({ benchmarkId, benchmarkHref, profile, version }, benchmark, { profiles }) {
	const id = benchmarkId ?? benchmark?.id;
	const title = benchmark?.title.text;
	const contentVersion = version ?? benchmark?.version;
	const [, idVersion, idProduct] = CIS_BENCHMARK_ID.exec(id ?? "") ?? [];
	if (idProduct !== void 0) {
		const product = idProduct.replaceAll("_", " ");
		return {
			benchmark: title ?? `CIS ${product} Benchmark`,
			...require_steps.withoutUndefined({ benchmarkVersion: idVersion }),
			cisBenchmark: cisBenchmarkOf(product, idVersion)
		};
	}
	const descriptions = profilesFrom(profile, profiles).map(({ description = "" }) => description);
	const [, followed, followedVersion] = FOLLOWED.exec(descriptions.join("\n")) ?? [];
	if (followed !== void 0) return require_steps.withoutUndefined({
		benchmark: `CIS ${followed} Benchmark`,
		benchmarkVersion: followedVersion,
		contentVersion,
		cisBenchmark: cisBenchmarkOf(followed, followedVersion)
	});
	const cisBenchmark = benchmarkInTitle(title ?? "");
	return require_steps.withoutUndefined({
		benchmark: title ?? id ?? benchmarkHref?.replace(/^.*[/\\]/, ""),
		benchmarkVersion: cisBenchmark?.version,
		contentVersion,
		cisBenchmark
	});
}
function scannerOf({ scanner, scannerVersion, testSystem }) {
	const { product, version } = (testSystem === void 0 ? void 0 : parseCpe(testSystem)) ?? {};
	return require_steps.withoutUndefined({
		scanner: scanner ?? (product === void 0 ? testSystem : SCANNER_NAMES.get(product) ?? product),
		scannerVersion: scannerVersion ?? version
	});
}
function platformOf({ platforms }, benchmark) {
	const [met] = operatingSystems(platforms);
	if (met !== void 0) return met;
	const [only, ...others] = operatingSystems(benchmark?.platforms ?? []);
	const isSame = (other) => other.vendor === only?.vendor && other.product === only?.product && other.version === only?.version;
	return others.every(isSame) ? only : void 0;
}
function operatingSystems(cpeNames) {
	return cpeNames.map(parseCpe).filter((cpe) => cpe?.part === "o").map((cpe) => require_steps.withoutUndefined({
		vendor: cpe?.vendor,
		product: cpe?.product,
		version: cpe?.version
	}));
}
// src/results/scanners/xccdf/score.ts
const TOLERANCE = .01;
const NOT_SCORED = new Set([
	"notselected",
	"notapplicable",
	"notchecked",
	"informational"
]);
function scoreDiffers(score, results, items) {
	const made = madeBy(score, results, items);
	const { value, maximum = made?.maximum } = score;
	if (made === void 0 || maximum === void 0 || value === void 0) return void 0;
	if (!Number.isFinite(value) || !Number.isFinite(maximum)) return void 0;
	return Math.abs(value - made.value) > TOLERANCE || Math.abs(maximum - made.maximum) > TOLERANCE;
}
function madeBy({ system }, results, items) {
	if (results.some(({ overrides }) => overrides.length > 0)) return void 0;
	switch (system) {
		case "urn:xccdf:scoring:flat": return flat(results, ({ weight }) => weight);
		case "urn:xccdf:scoring:flat-unweighted": return flat(results, ({ weight }) => weight === 0 ? 0 : 1);
		case "urn:xccdf:scoring:default": return items === void 0 ? void 0 : byGroups(results, items);
		default: return;
	}
}
function flat(results, weightOf) {
	const scored = results.filter(isScored);
	const sum = (some) => some.reduce((total, result) => total + weightOf(result), 0);
	return {
		value: sum(scored.filter(isPassed)),
		maximum: sum(scored)
	};
}
function byGroups(results, items) {
	const byRule = new Map(results.map((result) => [result.idref, result]));
	if (byRule.size < results.length) return void 0;
	return {
		value: meanOf(items, byRule) ?? 0,
		maximum: 100
	};
}
function meanOf(items, byRule) {
	let sum = 0;
	let weights = 0;
	for (const item of items) {
		const value = item.items === void 0 ? scoreOf(byRule.get(item.ruleId)) : meanOf(item.items, byRule);
		if (value === void 0) continue;
		sum += value * item.weight;
		weights += item.weight;
	}
	return weights === 0 ? void 0 : sum / weights;
}
function scoreOf(result) {
	if (result === void 0 || !isScored(result)) return void 0;
	return isPassed(result) ? 100 : 0;
}
function isScored({ role, words }) {
	return role !== "unscored" && role !== "unchecked" && words.some((word) => !NOT_SCORED.has(word));
}
function isPassed({ words }) {
	return words.every((word) => word === "pass" || word === "fixed");
}
// src/results/scanners/xccdf/xccdf.ts
const STATUSES = {
	pass: "PASSED",
	fixed: "PASSED",
	fail: "FAILED",
	error: "ERROR",
	unknown: "UNKNOWN",
	notapplicable: "NOT_APPLICABLE",
	notchecked: "NOT_EVALUATED",
	informational: "INFORMATIONAL"
};
const NOT_SELECTED = "notselected";
const xccdf = {
	kind: "xml",
	name: "xccdf",
	shape: "XML with an XCCDF `TestResult` (of XCCDF 1.1 or 1.2, also within ARF)",
	statuses: { "rule-result/result": STATUSES },
	reader: () => xccdfReader((document) => document.isXccdf ? scansOf(document) : void 0)
};
function scansOf(document) {
	const faults = faultsOf(document);
	const unreadable = new Set(faults.map(({ ruleId }) => ruleId).filter((ruleId) => ruleId !== void 0));
	const warnings = warningsOf(document);
	const [first = { ruleResults: [] }, ...others] = document.testResults.map((testResult) => scanOf(testResult, document, unreadable));
	const whole = require_steps.withoutUndefined({
		faults: faults.length > 0 ? faults : void 0,
		warnings: warnings.length > 0 ? warnings : void 0,
		unreadableRules: unreadable.size > 0 ? [...unreadable].map((ruleId) => ruleNameOf(ruleId, document)) : void 0,
		emptyBecause: faults.length === 0 ? whyEmpty(document.testResults) : void 0
	});
	return [{
		...first,
		...whole
	}, ...others];
}
function faultsOf(document) {
	return [...document.testResults.flatMap(({ ruleResults }) => ruleResults).flatMap((result) => {
		const sentence = whyUnreadable(result);
		return sentence === void 0 ? [] : [{
			...result,
			sentence
		}];
	}), ...document.unreadable].flatMap(({ sentence, idref, words, position }) => {
		const [word, ...others] = new Set(words);
		const isPlain = word !== void 0 && others.length === 0;
		if (isPlain && word === NOT_SELECTED) return [];
		const known = {
			ruleId: idref,
			status: isPlain ? verdictOf(word, STATUSES).status : void 0
		};
		return [{
			sentence,
			at: { position },
			ofRecord: true,
			...require_steps.withoutUndefined(known)
		}];
	});
}
function whyUnreadable({ idref, words }) {
	if (idref === void 0) return "rule-result has no \"idref\"";
	if (words.length === 0) return "rule-result has no \"result\"";
	return words.length > 1 ? "rule-result has several \"result\"s" : void 0;
}
function warningsOf(document) {
	const hasResults = document.testResults.some(({ ruleResults }) => ruleResults.length > 0);
	const ofRuns = document.testResults.flatMap((testResult) => {
		const { ruleResults, position } = testResult;
		if (ruleResults.length > 0) return scoreWarnings(testResult, document);
		return hasResults ? [{
			sentence: "This TestResult has no rule-result.",
			at: { position }
		}] : [];
	});
	return [...document.warnings, ...ofRuns];
}
function scoreWarnings(testResult, document) {
	const items = benchmarkOf(testResult, document)?.items;
	return testResult.scores.filter((score) => scoreDiffers(score, testResult.ruleResults, items) === true).map(({ position }) => ({
		sentence: "The score is not what these results make: results may be missing or changed.",
		at: { position }
	}));
}
function scanOf(testResult, document, unreadable) {
	const targets = targetsOf(testResult);
	const notSelected = testResult.ruleResults.filter(isNotSelected).length;
	return {
		...runFactsOf(testResult, document),
		...targets.length > 0 && { targets },
		...notSelected > 0 && { excluded: [{
			what: "rule that the profile leaves out",
			count: notSelected
		}] },
		ruleResults: ruleResultsOf(testResult, document, unreadable)
	};
}
function ruleResultsOf(testResult, document, unreadable) {
	const valueOf = valueIn(document, testResult.values, testResult.profile);
	return testResult.ruleResults.filter((result) => !isNotSelected(result)).flatMap(({ idref, words: [word], severity, identifiers, messages, overrides, position }) => {
		if (idref === void 0 || word === void 0 || unreadable.has(idref)) return [];
		const rule = document.rules.get(idref);
		const allIdentifiers = identifiers.length > 0 ? identifiers : rule?.identifiers ?? [];
		const verdict = verdictOf(word, STATUSES);
		const title = withValues(rule?.title.text, valueOf);
		const section = withValues(rule?.section?.text, valueOf);
		const reasons = verdict.status === "PASSED" ? overrides : [...messages, ...overrides];
		return {
			...ruleNameOf(idref, document),
			...verdict,
			...require_steps.withoutUndefined({
				title,
				reason: joined(reasons, "; "),
				severity: severity ?? rule?.severity,
				section: section === title ? void 0 : section,
				remediation: rule === void 0 ? void 0 : remediationOf(rule, valueOf),
				identifiers: allIdentifiers.length > 0 ? allIdentifiers : void 0
			}),
			at: { position }
		};
	});
}
function isNotSelected({ words: [word] }) {
	return word === NOT_SELECTED;
}
function ruleNameOf(ruleId, { rules }) {
	const inId = require_steps.recommendationInId(ruleId);
	const recommendations = require_steps.recommendationsIn([...rules.get(ruleId)?.numbers ?? [], ...inId === void 0 ? [] : [inId]]);
	return {
		ruleId,
		...require_steps.withoutUndefined({ recommendations })
	};
}
function remediationOf(rule, valueOf) {
	const rationale = withValues(rule.rationale.text, valueOf);
	return joined([withValues(rule.fixText.text ?? rule.description.text, valueOf), rationale === void 0 ? void 0 : `Why: ${rationale}`], " ");
}
function targetsOf({ names, identifiers, position }) {
	const at = { position };
	return [...names.length > 0 ? [{
		scheme: "XCCDF target",
		names,
		isHostName: true,
		at
	}] : [], ...identifiers.length > 0 ? [{
		scheme: "XCCDF target identifier",
		names: identifiers,
		at
	}] : []];
}
function whyEmpty(testResults) {
	if (testResults.length === 0) return "an XCCDF benchmark without a TestResult: give the file written by --results or --results-arf";
	const ruleResults = testResults.flatMap((testResult) => testResult.ruleResults);
	if (!ruleResults.every(isNotSelected)) return void 0;
	const count = ruleResults.length;
	return count === 0 ? "a TestResult without a rule-result" : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}
// src/results/scanners/unsupported.ts
const CIS_CAT = "For CIS-CAT, choose its XML report (ARF or XCCDF).";
const UNSUPPORTED = [
	{
		name: "SARIF",
		recognises: (document) => {
			return [require_steps.memberOf(document, "$schema"), require_steps.memberOf(document, "version")].some((text) => typeof text === "string" && /sarif|^2\.\d/i.test(text)) && Array.isArray(require_steps.memberOf(document, "runs"));
		},
		advice: "SARIF tells failures only, and seldom CIS rules. Use the native output of the scanner: for Trivy `--compliance … --format json`, for InSpec `--reporter json`, for Prowler `--output-formats json-ocsf`."
	},
	{
		name: "a Checkov report",
		recognises: (document) => Array.isArray(document) ? document.some(isCheckov) : isCheckov(document),
		advice: "Checkov checks code and its rules have no CIS numbers. Scan the running system: with OpenSCAP, InSpec or goss; or, for a cloud account, with Prowler and `--output-formats json-ocsf`."
	},
	{
		name: "a Lynis report",
		recognises: (document) => require_steps.memberOf(document, "lynis_version") !== void 0,
		recognisesText: (beginning) => beginning.slice(0, 5e3).includes("lynis_version="),
		advice: "Lynis has its own tests, without CIS numbers. Use OpenSCAP with a CIS profile and `--results`, or InSpec or goss with a CIS profile."
	},
	{
		name: "a ScoutSuite report",
		recognises: (document) => {
			const run = require_steps.memberOf(document, "last_run");
			return (require_steps.memberOf(run, "ruleset_name") !== void 0 || require_steps.memberOf(document, "provider_code") !== void 0) && require_steps.memberOf(document, "services") !== void 0;
		},
		recognisesText: (beginning) => beginning.startsWith("scoutsuite_results"),
		advice: "ScoutSuite has its own rules, without CIS numbers. Use Prowler with `--compliance cis_… --output-formats json-ocsf`."
	},
	{
		name: "an export of Amazon Inspector itself",
		recognises: (document) => require_steps.listOf(require_steps.memberOf(document, "findings")).some(isInspectorFinding) || [
			"scanResultDetails",
			"checkAggregations",
			"targetResourceAggregations"
		].some((name) => Array.isArray(require_steps.memberOf(document, name))),
		advice: "Inspector already has these results. Give the file of the scanner that ran on the system."
	},
	{
		name: "an ordinary Trivy report",
		recognises: (document) => require_steps.memberOf(document, "ArtifactName") !== void 0 && require_steps.memberOf(document, "SchemaVersion") !== void 0 || require_steps.listOf(require_steps.memberOf(document, "Results")).some((result) => require_steps.memberOf(result, "Target") !== void 0) || require_steps.memberOf(document, "ClusterName") !== void 0 && Array.isArray(require_steps.memberOf(document, "Resources")),
		advice: "Run Trivy with a benchmark: `trivy k8s --compliance k8s-cis-1.23 --report all --format json`, or `trivy image --compliance docker-cis-1.6.0 --format json`."
	},
	{
		name: "an InSpec profile without results",
		recognises: (document) => require_steps.memberOf(document, "supports") !== void 0 && require_steps.listOf(require_steps.memberOf(document, "controls")).some((control) => require_steps.memberOf(control, "source_location") !== void 0),
		advice: "Run the profile: `inspec exec PROFILE --reporter json:results.json`."
	},
	{
		name: "a ClusterScan of Rancher",
		recognises: (document) => [document, ...require_steps.listOf(require_steps.memberOf(document, "items"))].some((one) => require_steps.memberOf(one, "kind") === "ClusterScan"),
		advice: "It only counts. Use its report: `kubectl get clusterscanreport NAME --output json`."
	},
	{
		name: "a snapshot of Powerpipe",
		recognises: (document) => [
			"schema_version",
			"panels",
			"layout"
		].every((name) => require_steps.memberOf(document, name) !== void 0),
		advice: "Run the benchmark with `--output json`."
	},
	{
		name: "a list of the policies of Wazuh SCA",
		recognises: (document) => require_steps.listOf(require_steps.memberAt(document, "data", "affected_items")).some((policy) => require_steps.memberOf(policy, "policy_id") !== void 0 && require_steps.memberOf(policy, "total_checks") !== void 0),
		advice: "Ask the API for the checks of one policy: `GET /sca/{agent_id}/checks/{policy_id}`."
	},
	{
		name: "a JSON report of CIS-CAT",
		recognises: (document) => require_steps.memberOf(document, "benchmark-id") !== void 0 && Array.isArray(require_steps.memberOf(document, "rules")),
		advice: CIS_CAT
	},
	{
		name: "a checklist of STIG Viewer",
		recognises: (document) => require_steps.memberOf(document, "cklb_version") !== void 0 || require_steps.memberOf(document, "target_data") !== void 0 && Array.isArray(require_steps.memberOf(document, "stigs")),
		recognisesText: hasRoot("CHECKLIST"),
		advice: "A checklist is filled in by hand, and follows a STIG. Use the XCCDF results that it was filled in from, or run `oscap xccdf eval` with a CIS profile and `--results results.xml`."
	},
	{
		name: "Prowler 3's own JSON",
		recognises: (document) => require_steps.listOf(document).some(isNativeProwler) || isNativeProwler(document),
		advice: "Use Prowler 4 or later with `--output-formats json-ocsf`; with Prowler 3, `--output-formats json-asff`."
	},
	{
		name: "a list of OCSF compliance findings (Security Hub v2)",
		recognises: (document) => [document, require_steps.memberOf(document, "Findings")].some((findings) => [findings, ...require_steps.listOf(findings)].some(isComplianceFinding)),
		advice: "Security Hub also gives its findings in the AWS Security Finding Format: `aws securityhub get-findings`. For Prowler use `--output-formats json-ocsf`."
	},
	{
		name: "a compliance report of NeuVector",
		recognises: (document) => ["kubernetes_cis_version", "docker_cis_version"].some((name) => require_steps.memberOf(document, name) !== void 0),
		advice: "Run the benchmarks themselves: `kube-bench --json` for Kubernetes, docker-bench-security (its `.log.json`) for Docker."
	},
	{
		name: "an OSCAL document",
		recognises: (document) => [
			"assessment-results",
			"assessment-plan",
			"plan-of-action-and-milestones"
		].some((name) => require_steps.memberOf(document, name) !== void 0),
		advice: "OSCAL assesses controls, not the rules of a benchmark. Use the file of the scanner that the assessment was made from."
	},
	{
		name: "kube-bench's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^\[(?:INFO|PASS|FAIL|WARN)\] \d+(?:\.\d+)* (?!- )/m.test(beginning),
		advice: "Have it write JSON: `kube-bench --json --outputfile results.json`."
	},
	{
		name: "the text log of docker-bench-security",
		recognises: nothing,
		recognisesText: (beginning) => /^\[(?:INFO|PASS|WARN|NOTE)\] [\dC][\d.]* - /m.test(beginning),
		advice: "It writes JSON beside its log, under the same name with `.json` at the end: by default `log/docker-bench-security.log.json`."
	},
	{
		name: "OpenSCAP's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Rule\s+xccdf_\S+/m.test(beginning) && /^Result\s+\w+/m.test(beginning),
		advice: "Have it write its results: `oscap xccdf eval --results results.xml …`."
	},
	{
		name: "InSpec's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Profile:\s/m.test(beginning) && /^(?:Target|Test Summary):\s/m.test(beginning),
		advice: "Have it write JSON: `inspec exec PROFILE --reporter json:results.json`."
	},
	{
		name: "goss's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Count: \d+, Failed: \d+/m.test(beginning),
		advice: "Have it write JSON: `goss validate --format json > results.json`."
	},
	{
		name: "Trivy's table",
		recognises: nothing,
		recognisesText: (beginning) => beginning.includes("Summary Report for compliance:"),
		advice: "Have it write JSON: `trivy … --compliance SPEC --report all --format json --output results.json`."
	},
	{
		name: "a JUnit report",
		recognises: nothing,
		recognisesText: hasRoot("testsuites", "testsuite"),
		advice: "JUnit has no word for a rule that is manual, not applicable or could not be checked. Have the scanner write JSON: `kube-bench --json`, `inspec exec PROFILE --reporter json:results.json`, `goss validate --format json`."
	},
	{
		name: "OpenSCAP's HTML report",
		recognises: nothing,
		recognisesText: (beginning) => isHtml(beginning) && /OpenSCAP/i.test(beginning),
		advice: "Use the file that `oscap xccdf eval` writes with `--results results.xml` or `--results-arf arf.xml`."
	},
	{
		name: "an HTML page",
		recognises: nothing,
		recognisesText: isHtml,
		advice: "A page is for people to read. Have the scanner write one of the formats in `docs/formats.md`."
	},
	{
		name: "a file of OVAL results",
		recognises: nothing,
		recognisesText: hasRoot("oval_results", "oval_system_characteristics"),
		advice: "OVAL results are of tests, not of rules. Use the file that `oscap xccdf eval --results results.xml` writes."
	},
	{
		name: "Prowler's CSV",
		recognises: nothing,
		recognisesText: (beginning) => isCsv(beginning) && /\b(?:CHECK_?ID|REQUIREMENTS_ID|FINDING_UID)\b/i.test(firstLine(beginning)),
		advice: "Use `--output-formats json-ocsf`: the same scan writes its `.ocsf.json` beside the CSV."
	},
	{
		name: "a CSV file",
		recognises: nothing,
		recognisesText: isCsv,
		advice: `Have the scanner write one of the formats in \`docs/formats.md\`. ${CIS_CAT}`
	},
	{
		name: "malformed JSON of docker-bench-security",
		isMalformed: true,
		repaired: withCommas,
		recognises: nothing,
		recognisesText: (beginning) => /^\{\s*"dockerbenchsecurity"/.test(beginning),
		advice: "A quotation mark in the name of a container or image breaks the JSON of docker-bench-security, which does not escape it. If the file ends too early, the scan was stopped."
	}
];
function isCheckov(value) {
	const results = require_steps.memberOf(value, "results");
	return require_steps.memberOf(value, "check_type") !== void 0 && (require_steps.memberOf(results, "failed_checks") !== void 0 || require_steps.memberOf(results, "passed_checks") !== void 0) || require_steps.memberOf(value, "checkov_version") !== void 0 || require_steps.memberOf(require_steps.memberOf(value, "summary"), "checkov_version") !== void 0;
}
function isInspectorFinding(value) {
	const arn = require_steps.memberOf(value, "findingArn");
	return typeof arn === "string" && arn.includes(":inspector2:");
}
function isNativeProwler(value) {
	return require_steps.memberOf(value, "CheckID") !== void 0 && require_steps.memberOf(value, "StatusExtended") !== void 0;
}
function isComplianceFinding(value) {
	return require_steps.memberOf(value, "class_uid") === 2003;
}
function hasRoot(...names) {
	return (beginning) => {
		const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(afterProlog(beginning))?.[1];
		return root !== void 0 && names.includes(root);
	};
}
function afterProlog(xml) {
	let rest = xml.trimStart();
	for (;;) {
		const end = rest.startsWith("<?") ? "?>" : rest.startsWith("<!--") ? "-->" : void 0;
		const at = end === void 0 ? -1 : rest.indexOf(end);
		if (end === void 0 || at === -1) return rest;
		rest = rest.slice(at + end.length).trimStart();
	}
}
function isHtml(beginning) {
	return /^(?:<\?[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(beginning);
}
function isCsv(beginning) {
	const lines = beginning.split(/\r?\n/, 2).filter((line) => line !== "");
	return !/^[{[<\-%]/.test(beginning) && lines.length > 0 && lines.every((line) => line.split(/[,;\t]/, 3).length === 3);
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}
function withCommas(text) {
	const missing = /\}(?=[^\S\n]*\n\s*\{)/g;
	const found = text.match(missing)?.length ?? 0;
	if (found === 0) return void 0;
	const warning = `docker-bench-security left out ${require_steps.count(found, "comma")} between its tests, as it does where \`-c\` names a check before a section: read as if there were one.`;
	return {
		text: text.replaceAll(missing, "},"),
		warning
	};
}
function nothing() {
	return false;
}
const SCANNERS = [
	messages,
	xccdf,
	nessus,
	...[
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
		wazuhSca
	]
];
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
	require_steps.reportSending(log, run, inputs, sessions.region);
	const progress = require_steps.deliveryProgress(log, chunks);
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
	const policyFiles = await readPolicyFiles(inputs, (path, largest) => readOneFile(path === inputs.baselineFile ? run.baselineCopy ?? path : path, workingDirectory, largest));
	if (run.baselineCopy !== void 0) await (0, node_fs_promises.rm)(run.baselineCopy, { force: true });
	const found = await readResultsFiles(inputs.resultsFiles, workingDirectory);
	const { resultsFormat: format, ruleId, expectedTarget } = inputs;
	const scanners = {
		scanners: SCANNERS,
		unsupported: UNSUPPORTED
	};
	const pause = signalHeard(cancellation.stop, runner.pace.now);
	const results = await interpretResults(found, {
		session,
		format,
		ruleId,
		expectedTarget,
		...scanners,
		pause
	});
	await pause();
	run.results = results;
	require_steps.reportResults(log, results);
	const earlier = await step.before(session.scanJobId);
	const validated = validate(results, {
		detailsEncoding,
		secret: session.sessionToken,
		delivered: earlier?.delivered
	});
	refuseUnread(results, validated, inputs.onInvalid);
	const files = found.filter(isRead);
	const place = await placeForUndelivered(inputs.undeliveredFile, files, results, workingDirectory);
	await refuseOneFileForBoth(place, run);
	if (place !== void 0) run.undeliveredPlace = place;
	const limit = {
		maxAge: inputs.maxAge,
		job: await runner.jobBeginning(earlier?.job),
		now: runner.pace.now()
	};
	require_steps.refuseStale(results.files, limit);
	require_steps.reportAges(log, results.files, limit);
	run.validated = results.faults.length > 0 ? noneValid(validated, results.faults) : validated;
	refuseFaults(results, validated, inputs.onInvalid);
	require_steps.reportMessages(log, validated);
	run.findings = findingsOf$1(policyFiles, validated, {
		...statementOf(results, ruleId),
		now: limit.now
	});
	require_steps.reportFindings(log, run.findings, inputs.baselineFile);
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
	require_steps.reportJudgement(log, judgement);
	run.failure = judgement.failure;
	run.warning = judgement.warning;
}
const LONGEST_READING_ON = 1e3;
function signalHeard(stop, now) {
	let heardAt;
	return async () => {
		await (0, node_timers_promises.setImmediate)();
		if (!stop.aborted) return;
		heardAt ??= now();
		if (now() - heardAt < LONGEST_READING_ON) return;
		throw require_steps.failing("Cancelled", "The step was cancelled while it read the results: nothing was sent.", { remedy: "Run the step again while the session is open." });
	};
}
Object.defineProperty(exports, "FaultAtOffset", {
	enumerable: true,
	get: function() {
		return FaultAtOffset;
	}
});
Object.defineProperty(exports, "MOST_DOCUMENTS", {
	enumerable: true,
	get: function() {
		return MOST_DOCUMENTS;
	}
});
Object.defineProperty(exports, "SyntaxFault", {
	enumerable: true,
	get: function() {
		return SyntaxFault;
	}
});
Object.defineProperty(exports, "advance", {
	enumerable: true,
	get: function() {
		return advance;
	}
});
Object.defineProperty(exports, "decoded", {
	enumerable: true,
	get: function() {
		return decoded;
	}
});
Object.defineProperty(exports, "encodingOf", {
	enumerable: true,
	get: function() {
		return encodingOf;
	}
});
Object.defineProperty(exports, "isEvaluated", {
	enumerable: true,
	get: function() {
		return isEvaluated;
	}
});
Object.defineProperty(exports, "pipeline_exports", {
	enumerable: true,
	get: function() {
		return pipeline_exports;
	}
});

