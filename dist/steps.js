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
let node_crypto = require("node:crypto");
let node_fs = require("node:fs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let fs = require("fs");
fs = require_rolldown_runtime.__toESM(fs, 1);
let os = require("os");
os = require_rolldown_runtime.__toESM(os, 1);
let crypto = require("crypto");
crypto = require_rolldown_runtime.__toESM(crypto, 1);
require("path");
// src/failure.ts
const FAILURES = {
	InvalidInput: {
		title: "An input is not valid",
		meaning: "An input is missing or malformed. All invalid inputs are reported at once.",
		remedy: "Correct the inputs named above, under `with:` of this step.",
		retryable: false
	},
	ResultsFileNotFound: {
		title: "No results file found",
		meaning: "A path or glob in `results-file` matches no file.",
		remedy: "Check that the scan step ran and wrote the file, and that `results-file` is relative to the working directory.",
		retryable: false
	},
	ResultsFileUnreadable: {
		title: "The results file cannot be read",
		meaning: "The file is not UTF-8 or UTF-16 text, is too large, or is not well-formed JSON, YAML or XML.",
		remedy: "Look at the place named above, and have the scanner write the file again.",
		retryable: false
	},
	ResultsFormatUnknown: {
		title: "The format of the results file is unknown",
		meaning: "No scanner format recognises the document, or more than one does.",
		remedy: "Set `results-format`, or have the scanner write one of the formats listed in the README.",
		retryable: false
	},
	InvalidMessages: {
		title: "The results are not valid",
		meaning: "Messages exceed one of Inspector's limits, contradict each other, or belong to another session or target.",
		remedy: "Correct the places named in the annotations, or set `on-invalid: skip` to send the valid messages without the invalid ones.",
		retryable: false
	},
	NoResults: {
		title: "There is nothing to send",
		meaning: "The results files contain no results.",
		remedy: "Check that the scan ran the benchmark and profile you intended; an empty scan is not a passed scan.",
		retryable: false
	},
	StaleResults: {
		title: "The results are too old",
		meaning: "A results file was written before the job began, or is older than `max-age` allows.",
		remedy: "Check that the scan step ran and wrote this file. If the results are meant to be older, set `max-age: 24h` (or another duration, or `any`): `scp -p`, `rsync -a`, `aws s3 cp`, `docker cp`, `tar`, `unzip`, `actions/cache` and unchanged files in a kept workspace all preserve the old time.",
		retryable: false
	},
	NothingEvaluated: {
		title: "No rule was evaluated",
		meaning: "Everything was delivered, but no rule ended in PASSED or FAILED: the content is for another system, OVAL definitions are missing, or the scanner lacked permissions.",
		remedy: "Check that the benchmark is for this system and that the scanner ran with sufficient permissions.",
		retryable: false
	},
	SessionNotOpen: {
		title: "The session of this job is not open",
		meaning: "The `session` step of this job was refused, or it was a dry run and this step is not. No call was made.",
		remedy: "Fix the `session` step first; its log says why it was refused.",
		retryable: false
	},
	CredentialsUnavailable: {
		title: "There are no usable AWS credentials",
		meaning: "No AWS credentials were found, or they have expired or were refused.",
		remedy: "Run `aws-actions/configure-aws-credentials` with `role-to-assume` before this step, in a job with `permissions: id-token: write`.",
		retryable: false
	},
	RegionMissing: {
		title: "No AWS Region is set",
		meaning: "None of `aws-region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the AWS profile names a Region.",
		remedy: "Set `aws-region` to the Region in which the scan job was created.",
		retryable: false
	},
	ConflictException: {
		title: "Inspector reports a conflict with the session",
		meaning: "Inspector refused the session: it is not open, it has another token, or another scan of the same target is in progress.",
		remedy: "Check that the `session` step of this job ran, and that `scan-job-id` and `session-token` are its outputs. A stopped session accepts no more results. If you re-ran the job, its first run stopped the session, and you need a new scan job. If the target is part of another scan, another CIS scan configuration covers it: wait for that scan, or remove the configuration.",
		retryable: false
	},
	ValidationException: {
		title: "Inspector refused the request as invalid",
		meaning: "Inspector found a field of the request invalid.",
		remedy: "Correct the fields named above; for a field of a message, the log names its place in the results file.",
		retryable: false
	},
	AccessDeniedException: {
		title: "Access is denied",
		meaning: "The step's AWS principal is not allowed to call the operation.",
		remedy: "Allow this step's role the action `inspector2:SendCisSessionTelemetry`, for example with the policy `AmazonInspector2ManagedCisPolicy`, and check that the role belongs to the account of the scan job. `AmazonInspector2ManagedTelemetryPolicy` and the prefix `inspector2-telemetry` are for SBOM scanning, not for CIS.",
		retryable: false
	},
	ThrottlingException: {
		title: "Inspector is throttling",
		meaning: "Inspector was still throttling requests after all attempts.",
		remedy: "Run the step again with the undelivered file as `results-file` while the session is open; lower `concurrency` or raise `max-attempts` if it recurs.",
		retryable: true
	},
	InternalServerException: {
		title: "Inspector had an internal error",
		meaning: "Inspector was still returning internal errors after all attempts.",
		remedy: "Run the step again with the undelivered file as `results-file` while the session is open.",
		retryable: true
	},
	NetworkError: {
		title: "Inspector could not be reached",
		meaning: "All attempts failed without a response: DNS, connection, TLS, proxy or timeout.",
		remedy: "Check the Region and the runner's network (`HTTPS_PROXY`, `NO_PROXY`, firewall, VPC endpoint), then run the step again with the undelivered file.",
		retryable: true
	},
	ServiceError: {
		title: "The response did not come from Inspector",
		meaning: "The response is not one that the API declares: an unknown error, or a page from a proxy or portal.",
		remedy: "Check what is between the runner and AWS (proxy, captive portal, endpoint URL), then run the step again.",
		retryable: false
	},
	Cancelled: {
		title: "The step was cancelled",
		meaning: "The workflow was cancelled (SIGINT or SIGTERM) before everything was delivered.",
		remedy: "Run the step again with the undelivered file as `results-file` while the session is open.",
		retryable: true
	},
	GateFailed: {
		title: "Rules have a status that the gate does not allow",
		meaning: "Everything was delivered, but some rules have a status listed in `fail-on-status` or, with `fail-on-regression`, newly have one.",
		remedy: "Fix the rules listed in the summary, or accept those that are FAILED for a time in `exceptions-file`; see docs/policy.md.",
		retryable: false
	},
	RunnerError: {
		title: "The runner's operating system refused",
		meaning: "The runner's operating system refused something that the action needs: the disk is full, a directory is not writable, or too many files are open.",
		remedy: "Free disk space if the disk is full, and check that the runner's user can write to `RUNNER_TEMP` and to the files named by `GITHUB_OUTPUT` and `GITHUB_STATE`. Then run the job again.",
		retryable: false
	},
	UnexpectedError: {
		title: "The action failed unexpectedly",
		meaning: "A bug in this action.",
		remedy: "Please report it at https://github.com/your-org/inspector-cis-telemetry/issues with the log of a run with debug logging (`RUNNER_DEBUG: 1`), which contains the stack trace and no secrets.",
		retryable: false
	}
};
const FAILURE_CODES = Object.keys(FAILURES).filter(isFailureCode);
function isFailureCode(value) {
	return Object.hasOwn(FAILURES, value);
}
var ActionFailure = class extends Error {
	failure;
	constructor(failure, thrown) {
		super(failure.sentence, thrown === void 0 ? void 0 : { cause: thrown });
		this.name = failure.code;
		this.failure = failure;
	}
};
function failureFor(code, sentence, more = {}) {
	const { remedy, retryable } = FAILURES[code];
	return {
		code,
		sentence,
		remedy,
		retryable,
		...more
	};
}
function failing(code, sentence, more = {}, thrown) {
	return new ActionFailure(failureFor(code, sentence, more), thrown);
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
// src/messages/message.ts
const LIMITS = {
	ruleIdCharacters: 500,
	detailsBytes: 1e3
};
function bytesOf(details) {
	return typeof details === "string" ? Buffer.from(details) : details;
}
// src/json.ts
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
function recordOf(value) {
	return isRecord(value) ? value : {};
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
function textOf(value) {
	if (typeof value !== "string") return void 0;
	const text = value.trim();
	return text === "" ? void 0 : text;
}
function memberOf(value, name) {
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : void 0;
}
function memberAt(value, ...path) {
	return path.reduce(memberOf, value);
}
function withoutUndefined(fields) {
	const known = {};
	for (const name in fields) if (fields[name] !== void 0) known[name] = fields[name];
	return known;
}
function undefinedIfEmpty(list) {
	return list.length > 0 ? list : void 0;
}
// src/region.ts
const REGION = /^[a-z]+(-[a-z]+)+-\d{1,3}$/;
function isRegion(text) {
	return REGION.test(text);
}
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
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
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) return;
	const userMax = options?.maxDistance;
	const targetLength = target.length;
	for (const candidate of candidates) if (candidate === target) return candidate;
	if (userMax === 0) return;
	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();
	for (const candidate of candidates) {
		if (seen.has(candidate)) continue;
		seen.add(candidate);
		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) continue;
		if (userMax !== void 0 && lengthDiff > userMax) continue;
		const cap = Number.isFinite(bestDist) ? userMax === void 0 ? bestDist : Math.min(bestDist, userMax) : userMax;
		const distance = cap === void 0 ? leven(target, candidate) : leven(target, candidate, { maxDistance: cap });
		if (userMax !== void 0 && distance > userMax) continue;
		let actualD = distance;
		if (cap !== void 0 && distance === cap && cap === userMax) actualD = leven(target, candidate);
		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) break;
		}
	}
	if (userMax !== void 0 && bestDist > userMax) return;
	return best;
}
// src/text.ts
const QUOTED_AT_MOST = 80;
const CUT_UUID = /[\da-f-]{8,}$/i;
function quote(text) {
	return `"${shortened(text, QUOTED_AT_MOST)}"`;
}
function shortened(text, most) {
	if (text.length <= most) return text;
	const points = Array.from(text.slice(0, 2 * most + 2));
	if (points.length <= most) return text;
	return `${points.slice(0, most).join("").replace(CUT_UUID, "")}…`;
}
const NO_SINGLE_SPACE = /[^\S ]\s*| \s+/gu;
function withSingleSpaces(text) {
	return text.replaceAll(NO_SINGLE_SPACE, " ");
}
function count(number, noun, plural = `${noun}s`) {
	return `${grouped(number)} ${number === 1 ? noun : plural}`;
}
function grouped(number) {
	return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4],
	["second", 1e3]
];
function describeDuration(milliseconds) {
	const index = UNITS.findIndex(([, length]) => milliseconds >= length);
	if (index < 0) return "less than a second";
	let rest = milliseconds;
	return UNITS.slice(index, index + 2).map(([unit, length]) => {
		const number = Math.floor(rest / length);
		rest -= number * length;
		return number === 0 ? "" : count(number, unit);
	}).filter((part) => part !== "").join(" ");
}
function anyOf(words) {
	return enumerate(words, "or");
}
function allOf(words) {
	return enumerate(words, "and");
}
function enumerate(words, conjunction) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
function didYouMean(word, candidates) {
	const candidate = closestOf(word, candidates);
	return candidate === void 0 ? "" : ` Did you mean "${candidate}"?`;
}
function closestOf(word, candidates) {
	if (word.length > 100) return void 0;
	const byFolded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
	const folded = fold(word);
	const maxDistance = Math.max(1, Math.floor(folded.length / 2));
	const closest = closestMatch(folded, [...byFolded.keys()], { maxDistance }) ?? longerForm(folded, [...byFolded.keys()]);
	return closest === void 0 ? void 0 : byFolded.get(closest);
}
function longerForm(word, candidates) {
	const [only, ...others] = word.length < 5 ? [] : candidates.filter((candidate) => candidate.includes(word));
	return others.length === 0 ? only : void 0;
}
function unknownMembers(unknown, what, known) {
	const [first = ""] = unknown;
	if (unknown.length === 1) return `${quote(first)} is not a member of ${what}.${didYouMean(first, known)}`;
	const named = unknown.slice(0, 8);
	const more = unknown.length > named.length ? [`${unknown.length - named.length} more`] : [];
	const meant = [...new Set(named.flatMap((name) => closestOf(name, known) ?? []))].map(quote);
	const suggestion = meant.length === 0 ? "" : ` Did you mean ${allOf(meant)}?`;
	return `${allOf([...named.map(quote), ...more])} are not members of ${what}.${suggestion}`;
}
function fold(word) {
	return word.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
// src/version.ts
const ACTION = "inspector-cis-telemetry";
const VERSION = "1.0.0";
// src/inspector/unreachable.ts
var Unreachable = class extends Error {
	host;
	stage;
	code;
	constructor(host, stage, thrown) {
		super(thrown.message === "" ? codeOf(thrown) ?? thrown.name : thrown.message, { cause: thrown });
		this.name = thrown.name === "TimeoutError" ? thrown.name : "Unreachable";
		this.host = host;
		this.stage = stage;
		this.code = codeOf(thrown);
	}
};
function codeOf(thrown) {
	return "code" in thrown && typeof thrown.code === "string" ? thrown.code : void 0;
}
function abortError() {
	return Object.assign(new Error("It was abandoned"), { name: "AbortError" });
}
function asError(thrown) {
	return isError(thrown) ? thrown : new Error(String(thrown));
}
function isError(thrown) {
	return Object.prototype.toString.call(thrown) === "[object Error]";
}
// src/inspector/failure.ts
const CREDENTIALS_REFUSED = new Set([
	"AuthFailure",
	"ExpiredToken",
	"ExpiredTokenException",
	"IncompleteSignature",
	"IncompleteSignatureException",
	"InvalidAccessKeyId",
	"InvalidClientTokenId",
	"InvalidSignatureException",
	"MissingAuthenticationToken",
	"MissingAuthenticationTokenException",
	"RequestExpired",
	"RequestTimeTooSkewed",
	"SignatureDoesNotMatch",
	"TokenRefreshRequired",
	"UnrecognizedClientException"
]);
const DECLARED = [
	"ConflictException",
	"ValidationException",
	"AccessDeniedException",
	"ThrottlingException",
	"InternalServerException"
];
var ForeignResponse = class extends Error {
	$metadata;
	constructor(httpStatusCode, seen) {
		super(seen);
		this.name = "ForeignResponse";
		this.$metadata = { httpStatusCode };
	}
};
const LONGEST_NAME = 200;
const LONGEST_CAUSE = 2e3;
function failureOf(thrown, attempted) {
	const failure = untruncatedFailureOf(thrown, attempted);
	const { cause } = failure;
	if (cause === void 0 || cause.length <= LONGEST_CAUSE) return failure;
	return {
		...failure,
		cause: shortened(cause, LONGEST_CAUSE)
	};
}
function untruncatedFailureOf(thrown, attempted) {
	if (thrown instanceof ActionFailure) return thrown.failure;
	if (typeof memberOf(thrown, "syscall") === "string") return failureFor("RunnerError", `${attempted.what} failed: the runner's operating system refused.`, { cause: String(memberOf(thrown, "message")) });
	if (!(thrown instanceof Error)) return unexpected(String(thrown));
	const { httpStatusCode: status, ...facts } = metadataOf(thrown);
	const after = facts.attempts === void 0 ? "" : ` after ${count(facts.attempts, "attempt")}`;
	const { what } = attempted;
	if (thrown.name === "AbortError") return failureFor("Cancelled", `${what} was abandoned because the step was cancelled.`, facts);
	if (thrown instanceof Unreachable) {
		const cause = thrown.code === void 0 ? thrown.message : `${thrown.code}: ${thrown.message}`;
		return failureFor("NetworkError", `${what} could not be sent to ${thrown.host}${after}: the network failed (${thrown.stage}).`, {
			cause,
			...facts
		});
	}
	const declared = DECLARED.find((name) => name === thrown.name);
	if (declared !== void 0) return {
		...declaredFailure(declared, thrown, attempted, after),
		...facts
	};
	if (CREDENTIALS_REFUSED.has(thrown.name)) return failureFor("CredentialsUnavailable", `${what} was refused: AWS rejected the credentials.`, {
		cause: `${thrown.name}: ${thrown.message}`,
		remedy: `${FAILURES.CredentialsUnavailable.remedy} Valid credentials expire after an hour unless \`role-duration-seconds\` says otherwise.`,
		...facts
	});
	if (status !== void 0) return failureFor("ServiceError", `${what} got a response that Inspector never gives (HTTP ${status})${after}.`, {
		cause: thrown instanceof ForeignResponse ? thrown.message : foreignCause(thrown, status),
		retryable: status >= 500 || status === 429 || status === 408,
		...facts
	});
	return unexpected(thrown.message);
}
function unexpected(cause) {
	return failureFor("UnexpectedError", "The action failed in an unexpected way.", { cause });
}
function declaredFailure(code, thrown, { what, iamAction }, after) {
	const cause = thrown.message;
	switch (code) {
		case "ConflictException": {
			const resource = [textMember(thrown, "resourceType"), textMember(thrown, "resourceId")].filter(isText).map((part) => shortened(part, LONGEST_NAME)).join(" ");
			return failureFor(code, `${what} was refused: it conflicts with ${resource === "" ? "the session" : resource}.`, { cause });
		}
		case "ValidationException": {
			const reason = textMember(thrown, "reason");
			const fields = fieldsOf(thrown).map(({ name, message }) => `${name}: ${message}`);
			return failureFor(code, `${what} was refused as invalid${reason === void 0 ? "" : ` (${shortened(reason, LONGEST_NAME)})`}.`, { cause: [cause, ...fields].filter(isText).join("; ") });
		}
		case "AccessDeniedException": return failureFor(code, `${what} was refused: access is denied.`, {
			cause,
			...withoutUndefined({ remedy: iamAction === void 0 ? void 0 : accessRemedy(iamAction) })
		});
		case "ThrottlingException": return failureFor(code, `${what} was still throttled${after}.`, { cause });
		case "InternalServerException": return failureFor(code, `${what} failed with an internal error in Inspector${after}.`, { cause });
	}
}
function accessRemedy(iamAction) {
	return FAILURES.AccessDeniedException.remedy.replace(/`inspector2:\w+`/, `\`${iamAction}\``);
}
function fieldsOf(thrown) {
	const fields = thrown instanceof Error && "fields" in thrown ? thrown.fields : void 0;
	if (!Array.isArray(fields)) return [];
	return fields.map((field) => {
		const name = shortened(textMember(field, "name") ?? "", LONGEST_NAME);
		const messageIndex = messageIndexOf(name);
		return {
			name,
			message: shortened(textMember(field, "message") ?? "", LONGEST_CAUSE),
			...withoutUndefined({ messageIndex })
		};
	});
}
function messageIndexOf(name) {
	const counted = /messages\.(\d{1,3})\.member/.exec(name)?.[1];
	if (counted !== void 0) return Number(counted) - 1;
	const index = /messages[/.[](\d{1,3})/.exec(name)?.[1];
	return index === void 0 ? void 0 : Number(index);
}
function foreignCause(thrown, status) {
	const response = "$response" in thrown ? thrown.$response : void 0;
	const location = textMember(memberOf(response, "headers"), "location");
	if (status >= 300 && status < 400) return `HTTP ${status} is a redirect${location === void 0 ? "" : `: Location ${quote(location)}`}, but Inspector never redirects.`;
	if (thrown.name === "Unknown") return `The response is HTTP ${status} with no further information.`;
	if (thrown.name !== "SyntaxError") return [thrown.name, thrown.message].filter(isText).join(": ");
	const body = memberOf(response, "body");
	const page = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
	return typeof page === "string" ? `The response is not JSON: ${quote(page.trim())}` : "The response is not JSON.";
}
function metadataOf(thrown) {
	const metadata = memberOf(thrown, "$metadata");
	return withoutUndefined({
		httpStatusCode: numberMember(metadata, "httpStatusCode"),
		requestId: textMember(metadata, "requestId"),
		attempts: numberMember(metadata, "attempts")
	});
}
function numberMember(value, name) {
	const member = memberOf(value, name);
	return typeof member === "number" ? member : void 0;
}
function textMember(value, name) {
	const member = memberOf(value, name);
	return typeof member === "string" && member !== "" ? member : void 0;
}
function isText(text) {
	return text !== void 0 && text !== "";
}
// src/inspector/endpoints.ts
const ENDPOINT_VARIABLES = [
	"AWS_ENDPOINT_URL_INSPECTOR2",
	"AWS_ENDPOINT_URL_STS",
	"AWS_ENDPOINT_URL"
];
function requireEndpoints(environment) {
	for (const name of ENDPOINT_VARIABLES) {
		const value = environment[name] ?? "";
		const fault = value === "" ? void 0 : faultOf(value);
		if (fault === void 0) continue;
		throw failing("InvalidInput", `The environment variable ${name} ${fault}.`, { remedy: `Correct ${name}, for example to https://inspector2.us-east-1.amazonaws.com, or unset it.` });
	}
}
function faultOf(url) {
	if (!isHttpUrl(url)) return "is not an HTTP or HTTPS URL";
	const { search, hash } = new URL(url);
	if (search === "" && hash === "") return void 0;
	return "has a query or a fragment, which an endpoint cannot have";
}
function isHttpUrl(text) {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
async function requireEndpointSettings(settings) {
	const { serviceConfiguredEndpoint, useFipsEndpoint, useDualstackEndpoint } = settings;
	const [endpoint] = await Promise.all([
		serviceConfiguredEndpoint?.(),
		useFipsEndpoint(),
		useDualstackEndpoint()
	]).catch((error) => {
		throw unusable(String(memberOf(error, "message")), error);
	});
	const fault = endpoint === void 0 ? void 0 : faultOf(endpoint);
	if (fault !== void 0) throw unusable(`The endpoint ${fault}.`);
}
const explainedEndpoint = { applyToStack: (stack) => {
	const explain = (next) => async (args) => {
		try {
			return await next(args);
		} catch (error) {
			if (memberOf(error, "name") !== "EndpointError") throw error;
			throw unusable(String(memberOf(error, "message")), error);
		}
	};
	stack.add(explain, {
		name: "explainedEndpoint",
		step: "initialize"
	});
} };
function unusable(cause, thrown) {
	return failing("InvalidInput", "The endpoint set in the AWS configuration cannot be used.", {
		cause,
		remedy: REMEDY
	}, thrown);
}
const REMEDY = "Check `endpoint_url` of the AWS profile and the variables `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_INSPECTOR2`. FIPS and dual stack (`AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT`, or their settings in the profile) cannot be combined with a custom endpoint.";
// src/inspector/proxies.ts
const PROXY_VARIABLES = [
	"HTTP_PROXY",
	"http_proxy",
	"HTTPS_PROXY",
	"https_proxy"
];
function proxiesOf(environment) {
	const proxies = PROXY_VARIABLES.map((name) => {
		const value = environment[name]?.trim() ?? "";
		if (value === "") return [name, void 0];
		const url = value.includes("://") ? value : `http://${value}`;
		if (!isHttpUrl(url)) throw unusableProxy(name);
		return [name, url];
	});
	return Object.fromEntries(proxies);
}
function unusableProxy(names, thrown) {
	return failing("NetworkError", "The proxy set in the environment cannot be used.", {
		cause: `${names} must name an HTTP or HTTPS URL such as http://proxy.example.com:3128.`,
		remedy: "Correct the environment variables HTTPS_PROXY and HTTP_PROXY (or https_proxy and http_proxy).",
		retryable: false
	}, thrown);
}
// src/messages/chunk.ts
function chunk(messages, size) {
	return Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => ({
		number: index + 1,
		messages: messages.slice(index * size, (index + 1) * size)
	}));
}
function describeChunk({ number, messages }, chunks) {
	return `Chunk ${number} of ${chunks} (${count(messages.length, "message")})`;
}
// src/status.ts
const STATUSES_WORST_FIRST = [
	"FAILED",
	"UNKNOWN",
	"ERROR",
	"NOT_EVALUATED",
	"PASSED",
	"INFORMATIONAL",
	"NOT_APPLICABLE"
];
function isStatus(value) {
	return STATUSES_WORST_FIRST.some((status) => status === value);
}
function worstOf(statuses) {
	const present = new Set(statuses);
	return STATUSES_WORST_FIRST.find((status) => present.has(status));
}
function countStatuses(statuses) {
	const counts = {
		FAILED: 0,
		UNKNOWN: 0,
		ERROR: 0,
		NOT_EVALUATED: 0,
		PASSED: 0,
		INFORMATIONAL: 0,
		NOT_APPLICABLE: 0
	};
	for (const status of statuses) counts[status] += 1;
	return counts;
}
// src/place.ts
function describePlace(place) {
	const position = place.source.locate(place.at);
	return position === void 0 ? place.source.file : `${place.source.file}:${position.line}:${position.column}`;
}
// src/secrets.ts
function secretRemover(secret) {
	if (secret === "") return (text) => text;
	const pattern = secretPattern(secret);
	return (text) => text.replaceAll(pattern, "***");
}
function secretPattern(secret) {
	return new RegExp(secret.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "gi");
}
function secretFinder(secret) {
	if (secret === "") return () => false;
	const cases = [secret.toLowerCase(), secret.toUpperCase()].flatMap(encodingsOf);
	const plain = [
		secret,
		secret.replaceAll("-", ""),
		secret.replaceAll("-", "%2d")
	];
	const hexadecimal = cases.map((bytes) => bytes.toString("hex"));
	const lowerCaseForms = [...plain, ...hexadecimal].map((form) => form.toLowerCase());
	const base64 = cases.flatMap(base64Within);
	return (text) => {
		const lower = text.toLowerCase();
		const urlSafe = text.replaceAll("+", "-").replaceAll("/", "_");
		return lowerCaseForms.some((form) => lower.includes(form)) || base64.some((part) => urlSafe.includes(part));
	};
}
function encodingsOf(text) {
	return [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
}
function base64Within(bytes) {
	return [
		0,
		1,
		2
	].map((offset) => {
		const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").replace(/=+$/, "");
		const first = Math.ceil(offset * 8 / 6);
		const last = Math.floor((offset + bytes.length) * 8 / 6);
		return encoded.slice(first, last).replaceAll("+", "-").replaceAll("/", "_");
	});
}
// src/memoized.ts
function memoized(compute) {
	const values = new WeakMap();
	return (key) => {
		const known = values.get(key) ?? { value: compute(key) };
		values.set(key, known);
		return known.value;
	};
}
// src/results/reading/counts.ts
function countResults(statuses) {
	const counts = {};
	for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}
function joinWords(words) {
	return [...new Set([...words].flatMap((word) => word.split("/")).filter((word) => word !== ""))].sort().join("/");
}
// src/results/combine.ts
function combine(ruleResults) {
	const byRule = new Map();
	for (const result of ruleResults) {
		const sameRule = byRule.get(result.ruleId);
		if (sameRule === void 0) byRule.set(result.ruleId, [result]);
		else sameRule.push(result);
	}
	return [...byRule.values()].flatMap(combineOne);
}
function combineOne(results) {
	if (results.length < 2) return results;
	const worst = worstOf(results.map(({ status }) => status));
	const first = results.find(({ status }) => status === worst);
	if (first === void 0) return [];
	const result = joinWords(results.map((one) => one.result));
	return [{
		...first,
		result,
		counts: sumCounts(results),
		combined: rulesIn(results)
	}];
}
function rulesIn(results) {
	const rules = new Map();
	for (const one of results.flatMap(scannerRulesOf)) {
		const key = JSON.stringify([one.scanner, one.id]);
		const status = worstOf([one.status, rules.get(key)?.status ?? one.status]) ?? one.status;
		rules.set(key, {
			...one,
			status
		});
	}
	return [...rules.values()];
}
function scannerRulesOf(result) {
	const { ruleId, ownId = ruleId, status, scanner, combined } = result;
	return combined ?? [{
		id: ownId,
		status,
		...withoutUndefined({ scanner })
	}];
}
function sumCounts(results) {
	const counts = {};
	for (const result of results) {
		const own = result.counts ?? { [result.status]: 1 };
		for (const status of STATUSES_WORST_FIRST) {
			const more = own[status] ?? 0;
			if (more > 0) counts[status] = (counts[status] ?? 0) + more;
		}
	}
	return counts;
}
// src/rules.ts
const rulesOf = memoized(({ messages, outweighed }) => {
	const byId = new Map();
	for (const message of messages) {
		const known = byId.get(message.ruleId);
		if (known === void 0) byId.set(message.ruleId, [message]);
		else known.push(message);
	}
	const scanned = new Map(outweighed.map(({ ruleId, ruleResult }) => [ruleId, ruleResult]));
	return [...byId.values()].flatMap((own) => {
		const [message] = own;
		return message === void 0 ? [] : ruleOutcomeOf(message, own, scanned.get(message.ruleId));
	});
});
function ruleOutcomeOf({ ruleId: id, status, place, ruleResult, cisRuleDetails }, messages, outweighed) {
	const result = ruleResult ?? outweighed;
	const scannerRules = result === void 0 ? NO_SCANNER_RULES : scannerRulesOf(result);
	const { title, section, severity, level, reason, remediation, identifiers, benchmark } = result ?? writtenIn(cisRuleDetails);
	return withoutUndefined({
		id,
		status,
		place,
		messages,
		scannerRules,
		title,
		section,
		severity,
		level,
		reason,
		remediation,
		identifiers,
		benchmark
	});
}
const UTF8 = new TextDecoder();
const NO_SCANNER_RULES = [];
function writtenIn(details) {
	const written = recordOf(parsedJson(details));
	return {
		title: textOf(written["title"]),
		section: textOf(written["section"]),
		severity: textOf(written["severity"]),
		level: textOf(written["level"]),
		reason: textOf(written["reason"]),
		remediation: textOf(written["remediation"]),
		benchmark: textOf(written["benchmark"])
	};
}
function parsedJson(details) {
	const text = typeof details === "string" ? details : UTF8.decode(details);
	if (!text.startsWith("{")) return void 0;
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return void 0;
		throw error;
	}
}
// src/files.ts
async function writeWhole(path, text, { replace = true, flush = false } = {}) {
	const temporary = `${path}.${(0, node_crypto.randomUUID)()}.tmp`;
	const handle = await openNew(temporary);
	try {
		try {
			await writePieces(handle, typeof text === "string" ? [text] : inLargePieces(text));
			if (flush) await handle.sync();
		} finally {
			await handle.close();
		}
		if (replace) {
			await (0, node_fs_promises.rename)(temporary, path);
			return;
		}
		await (0, node_fs_promises.link)(temporary, path);
	} catch (error) {
		await (0, node_fs_promises.rm)(temporary, { force: true });
		throw error;
	}
	await (0, node_fs_promises.rm)(temporary);
}
async function openNew(path) {
	try {
		return await (0, node_fs_promises.open)(path, "wx", 384);
	} catch (error) {
		if (!isSystemError(error) || error.code !== "ENOENT") throw error;
		await makeParents((0, node_path.dirname)(path));
		return (0, node_fs_promises.open)(path, "wx", 384);
	}
}
async function writePieces(handle, pieces) {
	let written = Promise.resolve();
	try {
		for (const piece of pieces) {
			await written;
			written = handle.writeFile(piece, "utf8");
		}
	} finally {
		await written;
	}
}
const LARGE_PIECE = 262144;
function* inLargePieces(text) {
	let piece = "";
	for (const part of text) {
		piece += part;
		if (piece.length < LARGE_PIECE) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
async function makeParents(directory) {
	const missing = [];
	let existing = directory;
	while (await kindOfFile(existing) === "absent" && (0, node_path.dirname)(existing) !== existing) {
		missing.unshift(existing);
		existing = (0, node_path.dirname)(existing);
	}
	for (const path of missing) await (0, node_fs_promises.mkdir)(path).catch((error) => {
		if (!isSystemError(error) || error.code !== "EEXIST") throw error;
	});
}
async function kindOfFile(path) {
	try {
		return kindOfStats(await (0, node_fs_promises.lstat)(await (0, node_fs_promises.realpath)(path)));
	} catch (error) {
		if (!isSystemError(error)) throw error;
		return await isThere(path) ? "other" : "absent";
	}
}
async function isThere(path) {
	try {
		await (0, node_fs_promises.lstat)(path);
		return true;
	} catch (error) {
		if (isSystemError(error)) return false;
		throw error;
	}
}
function kindOfStats(stats) {
	if (stats.isFile()) return "file";
	return stats.isDirectory() ? "directory" : "other";
}
async function readOwnFile(path, largest) {
	const handle = await (0, node_fs_promises.open)(path, node_fs.constants.O_RDONLY | WITHOUT_WAITING);
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) throw new Error(`${path} is not a regular file.`);
		if (stats.size > largest) throw new Error(`${path} has more than ${largest} bytes.`);
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
}
const WITHOUT_WAITING = flag(node_fs.constants.O_NONBLOCK) | flag(node_fs.constants.O_NOFOLLOW);
function flag(value) {
	return value ?? 0;
}
async function realPathOf(path) {
	try {
		return await (0, node_fs_promises.realpath)(path);
	} catch (error) {
		if (!isSystemError(error) || (0, node_path.dirname)(path) === path) throw error;
		return (0, node_path.join)(await realPathOf((0, node_path.dirname)(path)), (0, node_path.basename)(path));
	}
}
function nameForUser(path, workingDirectory) {
	const inside = (0, node_path.relative)(workingDirectory, path);
	const steps = inside.split(node_path.sep);
	return inside === "" || steps[0] === ".." || (0, node_path.isAbsolute)(inside) ? path : steps.join("/");
}
function isSystemError(error) {
	return typeof error === "object" && error !== null && "syscall" in error;
}
// src/report/results-report.ts
const MOST_ANNOTATIONS = 10;
const MOST_LINES = 1e3;
function reportResults(log, results) {
	for (const file of results.files) {
		log.info(describeFile(file));
		for (const { what, count: times } of file.excluded ?? []) log.info(`  excluded: ${what} (${grouped(times)})`);
	}
	const naming = describeNaming(results);
	if (naming !== void 0) log.info(naming);
	annotate(log, "warning", results.warnings, "About the results");
	const disagreements = results.disagreements.map(describeDisagreement);
	if (disagreements.length > 0) {
		const headline = `Scanners disagree about ${count(disagreements.length, "rule")}: the worst verdict is sent.`;
		log.annotateAll("warning", headline, "Scanners disagree", disagreements);
	}
	annotate(log, "notice", results.notices, "About the results");
}
function describeFile(file) {
	const { format, scanner, benchmark, profile, target, ended } = file;
	const who = [...new Set([
		format,
		scanner,
		benchmark,
		profile
	].filter((part) => part !== void 0))];
	return [
		`${file.file}: ${count(file.results, "result")} (${who.join(", ")})`,
		format === "messages" ? void 0 : describeTarget(target),
		ended === void 0 ? void 0 : `scanned until ${timeToTheSecond(ended)}`
	].filter((fact) => fact !== void 0).join("; ");
}
function describeTarget(target) {
	return target === void 0 ? "no target stated" : `target ${target}`;
}
function timeToTheSecond(milliseconds) {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? "an unknown time" : date.toISOString().replace(/\.\d+Z$/, "Z");
}
function describeNaming({ renamed, kept }) {
	const named = `${count(renamed, "rule")} ${renamed === 1 ? "is" : "are"} named by ${renamed === 1 ? "its number" : "their numbers"} in the CIS benchmark`;
	const own = `${count(kept, "rule")} without a number in the results ${kept === 1 ? "keeps its own id" : "keep their own ids"}`;
	const parts = [...renamed > 0 ? [named] : [], ...kept > 0 ? [own] : []];
	return parts.length === 0 ? void 0 : `${parts.join("; ")}.`;
}
function describeDisagreement({ ruleId, title, opinions }) {
	const said = opinions.map(({ scanner, status }) => `${scanner} says ${status}`);
	const place = opinions.find(({ status }) => status === "FAILED")?.place;
	return {
		sentence: `Rule ${title === void 0 ? quote(ruleId) : `${quote(ruleId)} (${shortened(title, 100)})`}: ${allOf(said)}.`,
		...withoutUndefined({ place })
	};
}
function annotate(log, level, faults, title) {
	for (const fault of faults.slice(0, MOST_ANNOTATIONS)) log.annotate(level, fault, title);
	for (const { sentence } of faults.slice(MOST_ANNOTATIONS, MOST_LINES)) log.info(`  ${sentence}`);
	const omitted = faults.length - MOST_LINES;
	if (omitted > 0) log.info(`  and ${omitted} more.`);
}
// src/inspector/deliver.ts
async function deliver(chunks, send, { concurrency, stop, onDelivered }) {
	const isStopped = () => stop.aborted;
	const delivery = { waiting: [...chunks] };
	const sendNext = async () => {
		if (delivery.failed !== void 0 || isStopped()) return false;
		const chunk = delivery.waiting.shift();
		if (chunk === void 0) return false;
		try {
			onDelivered(chunk, await send(chunk));
			return true;
		} catch (thrown) {
			delivery.waiting.unshift(chunk);
			const failure = failureOf(thrown, {
				what: describeChunk(chunk, chunks.length),
				iamAction: IAM_ACTION
			});
			delivery.failed ??= {
				failure: isStopped() && failure.retryable ? cancelled() : failure,
				thrown,
				chunk
			};
			return false;
		}
	};
	const sendRest = async () => {
		while (await sendNext());
	};
	if (await sendNext()) await Promise.all(Array.from({ length: concurrency }, sendRest));
	return delivery.failed ?? (delivery.waiting.length > 0 ? { failure: cancelled() } : void 0);
}
const IAM_ACTION = "inspector2:SendCisSessionTelemetry";
function cancelled() {
	return failureFor("Cancelled", "The step was cancelled before every message was delivered.");
}
function cancelledLate() {
	return failureFor("Cancelled", "The step was cancelled, but every message was delivered anyway.", { remedy: "There is nothing left to send." });
}
function sendThrough(sessions, session, chunks, cancellation, log) {
	return (chunk) => sessions.sendTelemetry(session, chunk, {
		what: describeChunk(chunk, chunks),
		log,
		...cancellation
	});
}
// src/posture.ts
function postureOf(counted, accepted = 0) {
	const { statuses, leftOut } = countsOf(counted);
	return postureOfCounts(statuses, leftOut, accepted);
}
const countsOf = memoized(({ messages, leftOut }) => {
	const statusOfRule = new Map();
	for (const { ruleId, status } of messages) statusOfRule.set(ruleId, status);
	const leftOutRules = new Set();
	let nameless = 0;
	for (const { ruleId } of leftOut) if (ruleId === void 0) nameless += 1;
	else if (!statusOfRule.has(ruleId)) leftOutRules.add(ruleId);
	return {
		statuses: countStatuses(statusOfRule.values()),
		leftOut: leftOutRules.size + nameless
	};
});
function postureOfCounts(statuses, leftOut, accepted = 0) {
	const { PASSED: passed, FAILED: failed } = statuses;
	const evaluated = passed + failed;
	const notChecked = statuses.ERROR + statuses.UNKNOWN + statuses.NOT_EVALUATED;
	const { INFORMATIONAL: informational, NOT_APPLICABLE: notApplicable } = statuses;
	return {
		rules: evaluated + notChecked + informational + notApplicable + leftOut,
		evaluated,
		passed,
		failed,
		accepted,
		notChecked,
		informational,
		notApplicable,
		leftOut,
		statuses
	};
}
function isClean({ evaluated, failed, notChecked, leftOut }) {
	return evaluated > 0 && failed + notChecked + leftOut === 0;
}
function passRate({ passed, evaluated }) {
	return evaluated === 0 ? void 0 : passed / evaluated;
}
// src/run.ts
function newRun() {
	return {
		chunks: [],
		delivered: new Map()
	};
}
function tallyOf(run) {
	const valid = run.validated?.messages ?? NO_MESSAGES;
	const messagesInvalid = run.validated?.leftOut.length ?? 0;
	const messagesSent = [...run.delivered.keys()].reduce((sum, { messages }) => sum + messages.length, 0);
	return {
		outcome: outcomeOf(run, valid.length, messagesSent),
		messagesTotal: valid.length + messagesInvalid,
		messagesSent,
		messagesInvalid,
		chunksTotal: run.chunks.length,
		chunksSent: run.delivered.size,
		statusCounts: statusCountsOf(valid)
	};
}
const NO_MESSAGES = [];
const statusCountsOf = memoized((messages) => countStatuses(messages.map(({ status }) => status)));
function outcomeOf({ inputs, failure }, valid, sent) {
	const gateOrNothing = failure === void 0 || isAfterDelivery(failure.code);
	if (inputs?.dryRun === true && gateOrNothing) return "dry-run";
	if (valid > 0 && sent === valid) return "sent";
	return sent > 0 ? "partial" : "failed";
}
function isAfterDelivery(code) {
	return code === "GateFailed" || code === "NothingEvaluated";
}
function postureOfRun({ validated, findings }) {
	return postureOf(validated ?? {
		messages: [],
		leftOut: []
	}, findings?.acceptance.accepted.size);
}
function undeliveredOf(run) {
	if (run.delivered.size === 0) return run.validated?.messages ?? [];
	return run.chunks.filter((chunk) => !run.delivered.has(chunk)).flatMap(({ messages }) => messages);
}
function isTolerated({ tolerated, inputs, failure }) {
	return failure !== void 0 && (inputs?.tolerateErrors ?? tolerated)?.has(failure.code) === true;
}
// src/report/untrusted-text.ts
const VISIBLE = /^[ -~…✅❌]*$/;
const COMMAND = /^ *::|#\[/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
function plain(text) {
	if (VISIBLE.test(text) && !COMMAND.test(text)) return text;
	return text.toWellFormed().replaceAll(/(?:[^\S ]|\u0085)+/gu, " ").replaceAll(INVISIBLE, "").replace(/^([ \p{M}]*):(?=\p{M}*:)/u, "$1: ").replaceAll(/#(?=\p{M}*\[)/gu, "# ");
}
function html(text) {
	const line = plain(text);
	const special = VISIBLE.test(line) ? /[^\w .,:;/-]/g : /[^\p{L}\p{N}\p{M} .,:;/_-]/gu;
	return line.replaceAll(special, (character) => `&#${character.codePointAt(0) ?? 65533};`).replaceAll("&#64;", "&#64;&#8288;");
}
function htmlSentence(text) {
	const parts = text.split("`");
	if (parts.length % 2 === 0) return html(text);
	return parts.map((part, index) => index % 2 === 0 ? html(part) : `<code>${html(part)}</code>`).join("");
}
// src/report/headline.ts
function headlineOf(run) {
	const { failure, inputs } = run;
	const isRed = failure !== void 0 && !isTolerated(run);
	if (failure !== void 0 && !isAfterDelivery(failure.code)) return {
		mark: isRed ? "❌" : "⚠️",
		text: deliveryHeadline(run, failure)
	};
	const { mark, text } = postureHeadline(postureOfRun(run));
	return {
		mark: isRed ? "❌" : mark,
		text: inputs?.dryRun === true ? `${text} (dry run)` : text
	};
}
function postureHeadline(posture) {
	const { evaluated, failed, accepted } = posture;
	const doubts = doubtsOf(posture);
	if (evaluated === 0) return {
		mark: "⚠️",
		text: withDoubts("No rule was evaluated", doubts)
	};
	const of = doubts.length === 0 ? "" : "evaluated ";
	if (failed > 0) {
		const fail = `${`${grouped(failed)} of ${count(evaluated, `${of}rule`)}`} ${failed === 1 ? "fails" : "fail"}${accepted === 0 ? "" : `, ${grouped(accepted)} accepted`}`;
		return {
			mark: accepted === failed ? "⚠️" : "❌",
			text: withDoubts(fail, doubts)
		};
	}
	const all = evaluated === 1 ? `The only ${of}rule passes` : `All ${count(evaluated, `${of}rule`)} pass`;
	return {
		mark: isClean(posture) ? "✅" : "⚠️",
		text: withDoubts(all, doubts)
	};
}
function doubtsOf({ notChecked, leftOut }) {
	return [...notChecked > 0 ? [`${grouped(notChecked)} could not be checked`] : [], ...leftOut > 0 ? [`${grouped(leftOut)} ${leftOut === 1 ? "was" : "were"} left out`] : []];
}
function withDoubts(text, doubts) {
	return doubts.length === 0 ? text : `${text}; ${allOf(doubts)}`;
}
function deliveryHeadline(run, { code }) {
	const { outcome, messagesSent, messagesTotal } = tallyOf(run);
	const why = withoutCapital(FAILURES[code].title);
	if (run.inputs?.dryRun === true) return `Would not be sent: ${why} (dry run)`;
	if (outcome === "sent") return `Everything was sent, but ${why}`;
	if (outcome === "partial") return `Only ${grouped(messagesSent)} of ${count(messagesTotal, "message")} sent: ${why}`;
	return `Not sent: ${why}`;
}
function withoutCapital(title) {
	return title.startsWith("Inspector") ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
// src/report/markup.ts
const LONGEST_SENTENCE = 2e3;
const LONGEST_TEXT = 300;
const LONGEST_WORD = 24;
function textsWith(redact) {
	const safe = (text, longest) => {
		const cut = shortened(redact(text), longest);
		const line = plain(cut);
		return line === cut ? cut : redact(line);
	};
	const foreign = (text, longest = LONGEST_TEXT) => breakable(html(safe(text, longest)));
	return {
		foreign,
		code: (text) => `<code>${foreign(text)}</code>`,
		sentence: (text) => breakable(htmlSentence(safe(text, LONGEST_SENTENCE)))
	};
}
function breakable(escaped) {
	if (!/\S{25}/.test(escaped)) return escaped;
	return escaped.replaceAll(/(?:&#\d+;|[^\s<>&]){25,}/g, (word) => {
		let sinceBreak = 0;
		return word.replaceAll(/&#\d+;|./gsu, (character) => {
			sinceBreak += 1;
			if (!(sinceBreak >= LONGEST_WORD || sinceBreak >= 8 && /[_./:-]/.test(character))) return character;
			sinceBreak = 0;
			return `${character}<wbr>`;
		});
	});
}
var Budget = class {
	#left;
	constructor(bytes) {
		this.#left = bytes;
	}
	get left() {
		return this.#left;
	}
	take(items) {
		const taken = [];
		for (const item of items) {
			const bytes = Buffer.byteLength(item) + 1;
			if (bytes > this.#left) break;
			this.#left -= bytes;
			taken.push(item);
		}
		return taken;
	}
};
function table(heads, rows) {
	const head = heads.map((text) => `<th align="left">${text}</th>`).join("");
	return `<table>\n${[...head === "" ? [] : [`<tr>${head}</tr>`], ...rows].join("\n")}\n</table>`;
}
function row(...markup) {
	return `<tr>${markup.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}
function definitions(rows) {
	return table([], rows.filter(([, markup]) => markup !== "").map(([head, markup]) => `<tr><th align="left">${head}</th><td>${markup}</td></tr>`));
}
function folded(line, markup, { isOpen = false } = {}) {
	return `<details${isOpen ? " open" : ""}><summary>${line}</summary>\n${markup}\n</details>`;
}
function omittedRows(number, reportFile) {
	if (number <= 0) return "";
	return `<p>and ${grouped(number)} more${reportFile === void 0 ? "" : ", all in the report file"}</p>`;
}
const BAR_PARTS = 20;
function bar(share) {
	const parts = Math.floor(share * BAR_PARTS);
	const full = share > 0 ? Math.max(1, parts) : 0;
	return `${"█".repeat(full)}${"░".repeat(BAR_PARTS - full)}`;
}
// src/report/posture-lines.ts
function postureLines(posture) {
	if (posture.rules === posture.leftOut) return [];
	const rate = passRate(posture);
	return [`<p>${[...rate === void 0 ? [] : [`<code>${bar(rate)}</code> <b>${percent(rate)}</b> of ${count(posture.evaluated, "evaluated rule")} ${posture.evaluated === 1 ? "passes" : "pass"}`], describePosture(posture)].join("<br>\n")}</p>`];
}
function percent(rate) {
	const whole = Math.floor(rate * 100);
	return rate > 0 && whole === 0 ? "less than 1%" : `${whole}%`;
}
function describePosture({ statuses, accepted, leftOut }) {
	return [
		[statuses.FAILED, `failed${accepted > 0 ? ` (${grouped(accepted)} accepted)` : ""}`],
		[statuses.PASSED, "passed"],
		[statuses.ERROR, "in error"],
		[statuses.UNKNOWN, "unknown"],
		[statuses.NOT_EVALUATED, "not evaluated"],
		[leftOut, "left out"],
		[statuses.INFORMATIONAL, "informational"],
		[statuses.NOT_APPLICABLE, "not applicable"]
	].filter(([number]) => number > 0).map(([number, what]) => `<b>${grouped(number)}</b> ${what}`).join(" · ");
}
// src/report/summary.ts
const LONGEST_SUMMARY = 921600;
const SHARE_OF_FAULTS = .3;
const SHARE_OF_LISTS = .3;
const MOST_SHOWN_FAULTS = 3;
const MOST_FOLDED_FAULTS = 200;
const LONGEST_SHOWN_CAUSE = 600;
const MOST_FILES = 100;
const NO_RULES = {
	first: void 0,
	failed: () => [],
	lists: () => []
};
function summaryOf(run, redact, rulesPart = () => NO_RULES, longest = LONGEST_SUMMARY) {
	const texts = textsWith(redact);
	const budget = new Budget(longest);
	const { mark, text } = headlineOf(run);
	const rules = rulesPart(run, texts);
	const posture = [
		...postureLines(postureOfRun(run)),
		...rules.first === void 0 ? [] : [rules.first],
		factsSection(run, texts)
	];
	const failure = failureSection(run, texts, new Budget(longest * SHARE_OF_FAULTS));
	const head = budget.take([
		`<h2>${mark} ${texts.sentence(text)}</h2>`,
		...failure,
		...posture
	]);
	const forLists = new Budget(Math.floor(budget.left * SHARE_OF_LISTS));
	const lists = [
		...rules.lists(forLists),
		...fileSection(run, texts, forLists),
		...forLists.take(closingSection(run, texts))
	];
	const forRules = new Budget(budget.left - lists.reduce((sum, list) => sum + Buffer.byteLength(list) + 2, 0));
	return `${[
		...head,
		...rules.failed(forRules),
		...lists
	].join("\n\n")}\n\n`;
}
function failureSection(run, texts, budget) {
	const { failure, undeliveredFile } = run;
	if (failure === void 0) return [];
	const { sentence, cause, remedy, faults = [] } = failure;
	const isKnown = failure.code === "GateFailed";
	const only = faults.length === 1 && faults[0]?.sentence === sentence ? faults[0] : void 0;
	const isLong = (cause?.length ?? 0) > LONGEST_SHOWN_CAUSE;
	return [
		`<p>${placeOf(only, texts)}${texts.sentence(sentence)}${cause === void 0 || isLong ? "" : ` ${texts.sentence(cause)}`}</p>`,
		...only === void 0 ? shownFaults(faults, texts, budget) : [],
		...isKnown ? [] : [`<p><b>What to do first:</b> ${texts.sentence(remedy)}</p>`],
		...undeliveredFile === void 0 ? [] : [`<p>${count(undeliveredOf(run).length, "undelivered message")} in ${texts.code(undeliveredFile)}</p>`],
		...isAfterDelivery(failure.code) ? [] : [folded("About this failure", failureDetails(failure, texts))]
	];
}
function placeOf(fault, texts) {
	return fault?.place === void 0 ? "" : `${texts.code(describePlace(fault.place))} `;
}
function shownFaults(faults, texts, budget) {
	if (faults.length === 0) return [];
	const all = faults.slice(0, MOST_FOLDED_FAULTS).map((fault) => `<li>${placeOf(fault, texts)}${texts.sentence(fault.sentence)}</li>`);
	const items = budget.take(all);
	const list = (some) => `<ul>\n${some.join("\n")}\n</ul>`;
	const rest = items.slice(MOST_SHOWN_FAULTS);
	const omitted = faults.length - items.length;
	const end = omitted > 0 ? `\n<p>and ${grouped(omitted)} more, in the log</p>` : "";
	return [list(items.slice(0, MOST_SHOWN_FAULTS)), ...rest.length + omitted === 0 ? [] : [folded(`${grouped(rest.length + omitted)} more`, `${list(rest)}${end}`)]];
}
function failureDetails(failure, texts) {
	const { code, cause = "", retryable, requestId, attempts } = failure;
	return definitions([
		["Code", `<code>${code}</code>`],
		["Why", cause.length > LONGEST_SHOWN_CAUSE ? texts.sentence(cause) : ""],
		["Retryable", retryable ? "yes" : "no"],
		["AWS request id", requestId === void 0 ? "" : texts.code(requestId)],
		["Attempts", attempts === void 0 ? "" : String(attempts)]
	]);
}
function factsSection(run, texts) {
	const { results, inputs } = run;
	if (inputs === void 0) return "<p>Nothing was read and nothing was sent.</p>";
	return `<p>${[...scanFacts(results?.files ?? [], texts), deliveryFact(run, texts)].join(" · ")}</p>`;
}
function scanFacts(files, texts) {
	if (files.length === 0) return [];
	const each = (of) => [...new Set(files.flatMap((file) => of(file) ?? []))];
	const [target] = each((file) => file.target);
	const benchmarks = each(({ benchmark, profile }) => benchmark === void 0 || profile === void 0 ? benchmark : `${benchmark}, ${profile}`);
	const scanners = each(({ scanner, format }) => scanner ?? (format === "messages" ? void 0 : format));
	const by = scanners.length === 0 ? "" : ` by ${texts.foreign(scanners.join(", "))}`;
	return [
		target === void 0 ? "the results do not state what was scanned" : `target ${texts.code(target)}`,
		...benchmarks.length === 0 ? [] : [texts.foreign(benchmarks.join("; "))],
		`${whenOf(files)}${by}`
	];
}
function whenOf(files) {
	const ended = files.flatMap((file) => file.ended ?? []);
	if (ended.length > 0) return `scanned ${minuteOf(Math.max(...ended))}`;
	return `results written ${minuteOf(Math.max(...files.map(({ modified }) => modified)))}`;
}
function minuteOf(milliseconds) {
	const [, date, time] = /^(.*)T(\d\d:\d\d)/.exec(timeToTheSecond(milliseconds)) ?? [];
	return date === void 0 || time === void 0 ? "at an unknown time" : `${date} ${time} UTC`;
}
function deliveryFact(run, texts) {
	const tally = tallyOf(run);
	const { inputs, region } = run;
	const { messagesSent: sent, messagesTotal, messagesInvalid, chunksSent, chunksTotal } = tally;
	const scanJobId = inputs?.session.scanJobId ?? "";
	const job = scanJobId === "" ? "" : ` to scan job ${texts.code(scanJobId)}`;
	const where = `${job}${region === void 0 ? "" : ` in ${texts.foreign(region)}`}`;
	const valid = messagesTotal - messagesInvalid;
	if (tally.outcome === "dry-run") return `${count(valid, "message")} would be sent${where} in ${count(chunksTotal, "call")}`;
	if (sent === 0) return job === "" ? "nothing was sent" : `nothing was sent${where}`;
	return `${sent === valid ? count(sent, "message") : `${grouped(sent)} of ${count(valid, "message")}`} sent${where} in ${count(chunksSent, "call")}${duration(run)}`;
}
function duration({ delivery }) {
	if (delivery?.ended === void 0) return "";
	const milliseconds = delivery.ended - delivery.began;
	return milliseconds < 1e3 ? ", in less than a second" : `, in ${describeDuration(milliseconds)}`;
}
function fileSection({ results }, texts, budget) {
	const files = results?.files ?? [];
	if (files.length < 2) return [];
	const heads = [
		"File",
		"Scanner",
		"Benchmark",
		"Target",
		"Scanned",
		"Results"
	];
	const rows = budget.take(files.slice(0, MOST_FILES).map((file) => fileRow(file, texts)));
	const more = files.length - rows.length;
	return ["<h3>Read from</h3>", `${table(heads, rows)}${more > 0 ? `\n<p>and ${count(more, "more file")}</p>` : ""}`];
}
function fileRow(file, texts) {
	const { benchmark, profile, target, ended, results } = file;
	return row(texts.code(file.file), texts.foreign(file.scanner ?? file.format), texts.foreign([benchmark, profile].filter((part) => part !== void 0).join(", ")), texts.foreign(target ?? ""), ended === void 0 ? "" : minuteOf(ended), grouped(results));
}
function closingSection({ results, reportFile }, texts) {
	const excluded = (results?.files ?? []).flatMap(({ excluded: left = [] }) => left);
	const sentences = [
		...excluded.length === 0 ? [] : [`Excluded by the definition of the format: ${texts.foreign(excluded.map(({ what, count: number }) => `${what} (${grouped(number)})`).join(", "))}.`],
		...results === void 0 ? [] : [describeNaming(results) ?? ""],
		...reportFile === void 0 ? [] : [`The report is in ${texts.code(reportFile)}.`]
	].filter((sentence) => sentence !== "");
	return sentences.length === 0 ? [] : [`<p>${sentences.join("<br>\n")}</p>`];
}
// src/inputs/reader.ts
const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;
const GITHUB_TOKEN = /^[\x21-\x7e]{20,}$/;
function maskToken(source, name = "session-token") {
	const token = source.getInput(name).trim();
	if (token !== "") mask(source, token);
	return token;
}
function mask(source, secret) {
	for (const form of new Set([
		secret,
		secret.toLowerCase(),
		secret.toUpperCase()
	])) source.setSecret(form);
}
function uuidOf(source, name) {
	const text = source.getInput(name).trim().toLowerCase();
	return UUID.test(text) ? text : "";
}
var InputReader = class {
	#source;
	#defaults;
	#faults = [];
	constructor(source, defaults) {
		this.#source = source;
		this.#defaults = defaults;
	}
	text(name) {
		const text = this.#source.getInput(name).trim();
		return text === "" ? this.#defaults[name] : text;
	}
	optionalText(name) {
		const text = this.text(name);
		return text === "" ? void 0 : text;
	}
	uuid(name, { secret = false, optional = false } = {}) {
		const text = this.text(name).toLowerCase();
		if (text === "") {
			if (!optional) this.fault(`\`${name}\` is required unless \`dry-run\` is set.`);
		} else if (!UUID.test(text)) {
			const seen = secret ? `its value (${text.length} characters) is not` : `${quote(text)} is not`;
			this.fault(`\`${name}\` must be a UUID such as 01234567-89ab-cdef-0123-456789abcdef; ${seen}.`);
		}
		return text;
	}
	gitHubToken(name) {
		const text = this.text(name);
		if (text !== "" && !GITHUB_TOKEN.test(text)) this.fault(`\`${name}\` must be a GitHub token; its value (${text.length} characters) is not.`);
		return text;
	}
	integer(name, least, most) {
		const text = this.text(name);
		const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		if (!(number >= least && number <= most)) this.fault(`\`${name}\` must be a whole number from ${least} to ${most}; ${quote(text)} is not.`);
		return number;
	}
	boolean(name) {
		const text = this.text(name);
		if (!/^(true|True|TRUE|false|False|FALSE)$/.test(text)) this.fault(`\`${name}\` must be true or false; ${quote(text)} is neither.`);
		return text.toLowerCase() === "true";
	}
	oneOf(name, words) {
		const text = this.text(name);
		const word = words.find((candidate) => candidate === text);
		if (word !== void 0) return word;
		this.fault(`\`${name}\` must be ${anyOf(words)}; ${quote(text)} is not.${didYouMean(text, words)}`);
		return words[0];
	}
	setOf(name, words, isWord) {
		const given = splitList(this.text(name));
		const known = given.filter(isWord);
		for (const text of given) {
			if (isWord(text)) continue;
			this.fault(`\`${name}\` has ${quote(text)}, which is not one of ${anyOf(words)}.${didYouMean(text, words)}`);
		}
		return new Set(known);
	}
	lines(name) {
		const lines = this.text(name).split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");
		if (lines.length === 0) this.fault(`\`${name}\` is required.`);
		return lines;
	}
	shortText(name, most) {
		const text = this.text(name);
		const length = Array.from(text).length;
		if (length > most) this.fault(`\`${name}\` may have at most ${most} characters; it has ${length}.`);
		return text === "" ? void 0 : text;
	}
	region(environment) {
		const [where, region] = [
			["`aws-region`", this.text("aws-region")],
			["The environment variable AWS_REGION", environment["AWS_REGION"]?.trim() ?? ""],
			["The environment variable AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]?.trim() ?? ""]
		].find(([, value]) => value !== "") ?? ["", ""];
		if (region === "") return void 0;
		if (!isRegion(region)) this.fault(`${where} must be an AWS Region such as us-east-1; ${quote(region)} is not.`);
		return region;
	}
	refuseSecretElsewhere(secret, secretName) {
		if (!(secretName === "github-token" ? GITHUB_TOKEN : UUID).test(secret)) return;
		for (const name of Object.keys(this.#defaults)) if (name !== secretName && this.#source.getInput(name).toLowerCase().includes(secret.toLowerCase())) this.fault(`\`${name}\` contains the value of \`${secretName}\`, which is a secret.`);
	}
	fault(sentence) {
		this.#faults.push(sentence);
	}
	throwIfFaulty() {
		const faults = this.#faults.map((sentence) => ({ sentence }));
		const [first] = faults;
		if (first === void 0) return;
		if (faults.length === 1) throw failing("InvalidInput", first.sentence);
		throw failing("InvalidInput", `${count(faults.length, "input")} are not valid.`, { faults });
	}
};
function splitList(list) {
	return list.split(/[\s,]+/).filter((word) => word !== "");
}
// src/report/outputs.ts
function outputsOf(run) {
	const tally = tallyOf(run);
	const { failure } = run;
	const { evaluated, passed, failed } = postureOfRun(run);
	return {
		outcome: tally.outcome,
		"messages-total": String(tally.messagesTotal),
		"messages-sent": String(tally.messagesSent),
		"messages-invalid": String(tally.messagesInvalid),
		"chunks-total": String(tally.chunksTotal),
		"chunks-sent": String(tally.chunksSent),
		"status-counts": JSON.stringify(tally.statusCounts),
		"results-format": run.results?.formats.join(",") ?? "",
		"rules-evaluated": String(evaluated),
		"rules-passed": String(passed),
		"rules-failed": String(failed),
		"new-failures": run.findings?.newFailures?.toString() ?? "",
		"error-code": failure?.code ?? "",
		"error-message": failure === void 0 ? "" : plain([failure.sentence, failure.cause].filter(Boolean).join(" ")),
		"error-retryable": failure === void 0 ? "" : String(failure.retryable),
		"request-id": plain(failure?.requestId ?? ""),
		"undelivered-file": plain(run.undeliveredFile ?? ""),
		"report-file": plain(run.reportFile ?? "")
	};
}
// src/report/ending.ts
const LONGEST_ENDING = 1200;
function endingAfter(stop, now) {
	let end;
	return () => {
		if (!stop.aborted) return false;
		end ??= now() + LONGEST_ENDING;
		return now() >= end;
	};
}
const MOST_REPORTED = 5e4;
function endingOfReport(messages, stop, timeIsUp) {
	return () => timeIsUp() || stop.aborted && messages > MOST_REPORTED;
}
var OutOfTime = class extends Error {
	constructor() {
		super("the step was cancelled, and there was no time left");
		this.name = "OutOfTime";
	}
};
function* whileThereIsTime(pieces, timeIsUp) {
	for (const piece of pieces) {
		if (timeIsUp()) throw new OutOfTime();
		yield piece;
	}
}
// src/report/own-file.ts
const BYTES_READ = 1024;
async function clearOwnFile(file, own, workingDirectory, copy) {
	const { input, what } = own;
	try {
		const path = await realPathOf((0, node_path.resolve)(workingDirectory, file));
		const kind = await kindOf(path, own);
		if (kind === "other") throw refused(input, `${quote(file)} exists and is not a ${what} of this action`);
		if (kind === "ours" && copy !== void 0) await (0, node_fs_promises.copyFile)(path, copy);
		if (kind === "ours") await (0, node_fs_promises.rm)(path);
		return path;
	} catch (error) {
		if (!isSystemError(error)) throw error;
		throw refused(input, `${quote(file)} cannot be replaced: ${error.message}`, error);
	}
}
async function kindOf(path, { isOurs }) {
	try {
		if (!(await (0, node_fs_promises.lstat)(path)).isFile()) return "other";
		const handle = await (0, node_fs_promises.open)(path);
		try {
			const { bytesRead, buffer } = await handle.read(Buffer.alloc(BYTES_READ), 0, BYTES_READ, 0);
			return isOurs(buffer.toString("utf8", 0, bytesRead)) ? "ours" : "other";
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (isSystemError(error) && error.code === "ENOENT") return "nothing";
		throw error;
	}
}
function refused(input, why, thrown) {
	const remedy = `Name another file in \`${input}\`.`;
	return failing("InvalidInput", `\`${input}\`: ${why}.`, { remedy }, thrown);
}
// src/report/run-report.ts
const REPORT_FORMAT = `${ACTION}/report`;
function runReportOf(run, { now, workflow }) {
	const { validated = NOTHING, results } = run;
	return {
		format: REPORT_FORMAT,
		version: 1,
		action: {
			name: ACTION,
			version: VERSION
		},
		created: new Date(now).toISOString(),
		outcome: tallyOf(run).outcome,
		dryRun: run.inputs?.dryRun === true,
		headline: headlineOf(run).text,
		...withoutUndefined({ workflow }),
		scan: reportedScan(run),
		delivery: reportedDelivery(run),
		posture: postureOfRun(run),
		...withoutUndefined({ comparison: reportedComparison(run) }),
		failures: reportedFailures(run),
		files: (results?.files ?? []).map(reportedFile),
		disagreements: (results?.disagreements ?? []).map(({ ruleId, opinions }) => ({
			id: ruleId,
			opinions: opinions.map(({ scanner, status }) => ({
				scanner,
				status
			}))
		})),
		leftOut: validated.leftOut.map(reportedLeftOut),
		rules: reportedRules(run, rulesOf(validated))
	};
}
const NOTHING = {
	messages: [],
	leftOut: [],
	outweighed: []
};
function* reportText(report, redact) {
	const { rules, ...head } = report;
	yield `${redact(inertJson(head, 2)).slice(0, -2)},\n  "rules": [`;
	let separator = "";
	for (const rule of rules) {
		yield `${separator}\n    ${redact(inertJson(rule))}`;
		separator = ",";
	}
	yield `${separator === "" ? "" : "\n  "}]\n}\n`;
}
const MAY_NOT_BE_PLAIN = /[^ -~\n]|\\[^"\\]|#\[|" *::/;
function inertJson(value, indent) {
	const json = JSON.stringify(value, void 0, indent);
	if (!MAY_NOT_BE_PLAIN.test(json)) return json;
	const inert = (_name, part) => typeof part === "string" ? plain(part) : part;
	return JSON.stringify(value, inert, indent);
}
function reportedComparison({ findings }) {
	if (findings?.since === void 0) return void 0;
	const { comparison, baseline } = findings.since;
	return {
		...withoutUndefined({ baseline: baseline.created }),
		...comparison
	};
}
function reportedScan({ results, inputs }) {
	const files = results?.files ?? [];
	const scanners = new Set(files.flatMap(({ scanner }) => scanner ?? []));
	return {
		...results?.facts,
		scanners: [...scanners],
		targets: results?.targets ?? [],
		...withoutUndefined({
			target: files.find(({ target }) => target !== void 0)?.target,
			started: isoTime(earliestOrLatest(files, "started", Math.min)),
			ended: isoTime(earliestOrLatest(files, "ended", Math.max)),
			naming: inputs?.ruleId
		})
	};
}
function earliestOrLatest(files, name, of) {
	const times = files.map((file) => file[name]).filter((time) => time !== void 0);
	return times.length === 0 ? void 0 : of(...times);
}
function reportedDelivery(run) {
	const { messagesTotal: total, messagesSent: sent, messagesInvalid: invalid, chunksTotal, chunksSent } = tallyOf(run);
	const { inputs, region, delivery, undeliveredFile } = run;
	return {
		...withoutUndefined({
			scanJobId: inputs?.session.scanJobId === "" ? void 0 : inputs?.session.scanJobId,
			region,
			began: isoTime(delivery?.began),
			ended: isoTime(delivery?.ended)
		}),
		messages: {
			total,
			sent,
			invalid,
			undelivered: undeliveredOf(run).length
		},
		chunks: {
			total: chunksTotal,
			sent: chunksSent
		},
		...withoutUndefined({ undeliveredFile })
	};
}
function reportedFailures(run) {
	const { failure, warning } = run;
	return [...failure === void 0 ? [] : [reportedFailure(failure, isTolerated(run))], ...warning === void 0 ? [] : [reportedFailure(warning, true)]];
}
function reportedFailure({ code, sentence, cause, remedy, retryable, requestId, attempts }, tolerated) {
	const { title } = FAILURES[code];
	return {
		code,
		title,
		sentence,
		remedy,
		retryable,
		tolerated,
		...withoutUndefined({
			cause,
			requestId,
			attempts
		})
	};
}
function reportedFile(file) {
	const { file: name, sha256, format, results, scanner, benchmark, profile, target, excluded } = file;
	const [modified, started, ended] = [
		file.modified,
		file.started,
		file.ended
	].map(isoTime);
	return {
		name,
		sha256,
		format,
		results,
		...withoutUndefined({
			modified,
			started,
			ended,
			scanner,
			benchmark,
			profile,
			target,
			excluded
		})
	};
}
function reportedLeftOut({ ruleId: id, status, fault: { sentence, place } }) {
	return {
		reason: sentence,
		...withoutUndefined({
			id,
			status,
			file: place?.source.file
		})
	};
}
function reportedRules(run, rules) {
	const { chunks, delivered } = run;
	const calls = new Map();
	for (const chunk of chunks) {
		const call = {
			chunk: chunk.number,
			receipt: delivered.get(chunk)
		};
		for (const message of chunk.messages) calls.set(message, call);
	}
	return { *[Symbol.iterator]() {
		for (const rule of rules) {
			const own = rule.messages.flatMap((message) => calls.get(message) ?? []);
			yield reportedRule(rule, own.find(({ receipt }) => receipt === void 0) ?? own[0], run);
		}
	} };
}
function reportedRule(rule, call, { findings }) {
	const { id, status, scannerRules, title, section, severity, level, reason, identifiers, benchmark } = rule;
	const exceptions = findings?.acceptance.accepted.get(id)?.map(({ owner, expires, reason: why }) => ({
		owner,
		expires,
		reason: why
	}));
	return withoutUndefined({
		id,
		status,
		scannerRules,
		title,
		section,
		severity,
		level,
		reason,
		identifiers,
		benchmark,
		exceptions,
		file: rule.place.source.file,
		sent: call?.receipt !== void 0,
		chunk: call?.chunk,
		requestId: call?.receipt?.requestId
	});
}
function isoTime(milliseconds) {
	const date = new Date(milliseconds ?? NaN);
	const text = Number.isNaN(date.getTime()) ? "" : date.toISOString();
	return /^\d{4}-/.test(text) ? text : void 0;
}
// src/report/report-file.ts
const REPORT_FILE = {
	input: "report-file",
	what: "report",
	isOurs: (beginning) => /^\s*\{\s*"format"\s*:\s*"([^"]*)"/.exec(beginning)?.[1] === REPORT_FORMAT
};
async function clearReportFile(run, { reportFile, baselineFile }, { temporaryDirectory, workingDirectory }) {
	if (reportFile === void 0) return;
	const copy = baselineFile !== void 0 && (0, node_path.resolve)(workingDirectory, baselineFile) === (0, node_path.resolve)(workingDirectory, reportFile) ? (0, node_path.join)(temporaryDirectory, `inspector-cis-baseline-${(0, node_crypto.randomUUID)().slice(0, 8)}.json`) : void 0;
	run.reportPath = await clearOwnFile(reportFile, REPORT_FILE, workingDirectory, copy);
	if (copy !== void 0 && await kindOfFile(copy) === "file") run.baselineCopy = copy;
}
async function saveReport(run, { temporaryDirectory, ...context }, log, timeIsUp = () => false) {
	const { reportPath: path } = run;
	const reportNotWritten = () => {
		log.annotate("warning", { sentence: "The report was not written: the step was cancelled and had no time left." });
		return path === void 0;
	};
	if (timeIsUp()) return reportNotWritten();
	const report = runReportOf(run, context);
	const ownPaths = [temporaryDirectory, (0, node_os.tmpdir)()].map(newReportPath);
	for (const place of [path ?? [], ownPaths].flat()) try {
		await writeWhole(place, whileThereIsTime(reportText(report, (text) => log.redact(text)), timeIsUp));
		run.reportFile = place;
		return path === void 0 || place === path;
	} catch (error) {
		if (error instanceof OutOfTime) return reportNotWritten();
		const sentence = `The report could not be written to ${place}: ${messageOf(error)}`;
		log.annotate(place === path ? "error" : "warning", { sentence });
	}
	return path === void 0;
}
function newReportPath(temporaryDirectory) {
	return (0, node_path.join)(temporaryDirectory, `inspector-cis-report-${(0, node_crypto.randomUUID)().slice(0, 8)}.json`);
}
// src/report/publish.ts
async function publish(run, publication, place, log, timeIsUp) {
	const isSet = setOutputs(outputsOf(run), publication, log);
	const isSaved = await saveReport(run, place, log, timeIsUp);
	const { "report-file": reportFile } = outputsOf(run);
	return isSet && setOutputs({ "report-file": reportFile }, publication, log) && isSaved;
}
function setOutputs(outputs, { setOutput }, log) {
	try {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, log.redact(value));
		return true;
	} catch (error) {
		log.annotate("error", { sentence: `The outputs of the step could not be set: ${messageOf(error)}` });
		return false;
	}
}
async function summarize(run, publication, log, timeIsUp = () => false) {
	if (run.inputs?.summary === false) return;
	await addSummary(summaryOf(run, (text) => log.redact(text), run.results && !timeIsUp() ? (await Promise.resolve().then(() => require("./pipeline.js")).then((n) => n.summary_rules_exports)).rulesPart : void 0), publication, log);
}
async function addSummary(markup, publication, log) {
	try {
		await publication.addSummary(markup);
	} catch (error) {
		log.annotate("warning", { sentence: `The job summary could not be written: ${messageOf(error)}` });
	}
}
// src/report/rule-lines.ts
const MOST_LISTED = 1e3;
const MOST_SHOWN = 5;
const LONGEST_DETAILS = 160;
function reportGatedRules(log, { failure, validated }) {
	const { rules = [] } = failure ?? {};
	if (rules.length === 0 || validated === void 0) return;
	const known = new Map(rulesOf(validated).map((rule) => [rule.id, rule]));
	const lines = rules.slice(0, MOST_LISTED).map((id) => lineOf$1(id, known.get(id)));
	const more = rules.length - lines.length;
	log.group(`${count(rules.length, "rule")} that the gate does not allow`, [...lines, ...more > 0 ? [`and ${grouped(more)} more, all in the report file`] : []]);
}
function lineOf$1(id, rule) {
	if (rule === void 0) return `${id}  left out as invalid`;
	const section = rule.section === void 0 ? "" : ` (${shortened(rule.section, 100)})`;
	return `${id}  ${rule.status}  ${shortened(rule.title ?? "", 200)}${section}`;
}
function reportPreview(log, { validated }) {
	const messages = validated?.messages ?? [];
	const lines = messages.slice(0, MOST_SHOWN).map(({ ruleId, status, cisRuleDetails }) => {
		return `${ruleId}  ${status}  ${shortened(new TextDecoder().decode(bytesOf(cisRuleDetails)), LONGEST_DETAILS)}`;
	});
	const more = messages.length - lines.length;
	log.group("What would be sent", [...lines, ...more > 0 ? [`and ${count(more, "more", "more")}`] : []]);
}
// src/report/end.ts
function reportEnd(log, run) {
	const { failure } = run;
	const tally = tallyOf(run);
	if (tally.outcome === "dry-run") reportPreview(log, run);
	reportGatedRules(log, run);
	if (failure !== void 0) reportFailure(log, remedyWithoutSummary(failure, run), isTolerated(run));
	if (run.undeliveredFile !== void 0) log.info(`Undelivered messages are in ${run.undeliveredFile}: pass it as \`results-file\` to a later step of this job, or keep it as an artifact; the session must still be open.`);
	if (tally.outcome === "dry-run") {
		const { mark, text } = headlineOf(run);
		log.info(`Dry run: nothing was sent. ${count(tally.messagesTotal - tally.messagesInvalid, "message")} in ${count(tally.chunksTotal, "chunk")} would be sent. The summary would say: ${mark} ${text}`);
	} else if (tally.messagesSent === 0) log.info("Nothing was sent.");
	else log.info(`${grouped(tally.messagesSent)} of ${count(tally.messagesTotal, "message")} sent, in ${tally.chunksSent} of ${count(tally.chunksTotal, "chunk")}${describeRate(run, tally.messagesSent)}.`);
}
function describeRate({ delivery }, messages) {
	if (delivery?.ended === void 0) return "";
	const seconds = Math.max(delivery.ended - delivery.began, 1) / 1e3;
	return `, in ${seconds.toFixed(1)} s (${grouped(Math.round(messages / seconds))} messages per second)`;
}
function remedyWithoutSummary(failure, { inputs }) {
	if (inputs?.summary !== false) return failure;
	return {
		...failure,
		remedy: failure.remedy.replace("listed in the summary", "listed above")
	};
}
function reportFailure(log, failure, tolerated) {
	const { code, sentence, cause, remedy, requestId, attempts, retryable, faults = [] } = failure;
	const level = tolerated ? "warning" : "error";
	const [first, ...others] = faults;
	if (first?.sentence === sentence && others.length === 0) log.annotate(level, first, FAILURES[code].title);
	else log.annotateAll(level, sentence, FAILURES[code].title, faults);
	const lines = [
		["Code", `${code}${tolerated ? " (tolerated)" : ""}`],
		["Why", cause],
		["Attempts", attempts?.toString()],
		["AWS request id", requestId],
		["Retryable", retryable ? "yes" : void 0],
		["What to do", remedy]
	];
	for (const [head, text] of lines) if (text !== void 0) log.info(`  ${head}: ${text}`);
}
// src/inputs/connection.ts
const LONGEST_REQUEST_TIMEOUT = 900;
function readConnection(inputs, environment) {
	return {
		maxAttempts: inputs.integer("max-attempts", 1, 10),
		requestTimeout: inputs.integer("request-timeout", 1, LONGEST_REQUEST_TIMEOUT) * 1e3,
		...withoutUndefined({ region: inputs.region(environment) })
	};
}
// src/session/record.ts
const LARGEST_RECORD = 268435456;
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
		facts: {}
	};
}
function addStep(record, step) {
	const delivered = new Map(record.delivered);
	const undelivered = new Set(record.undelivered);
	for (const { ruleId, status } of step.delivered) {
		delivered.set(ruleId, worstOf([status, delivered.get(ruleId) ?? status]) ?? status);
		undelivered.delete(ruleId);
	}
	for (const { ruleId } of step.undelivered) undelivered.add(ruleId);
	const { failure: before, ...rest } = record;
	const failure = step.failure ?? (undelivered.size > 0 ? before : void 0);
	return {
		...rest,
		delivered,
		undelivered,
		leftOut: record.leftOut + step.leftOut,
		nothingTolerated: record.nothingTolerated || step.nothingTolerated,
		unfinished: step.unfinished,
		steps: record.steps + 1,
		facts: {
			...step.facts,
			...record.facts
		},
		...withoutUndefined({ failure })
	};
}
function addDryRun(record) {
	return {
		...record,
		steps: record.steps + 1,
		dryRuns: record.dryRuns + 1
	};
}
function recordPath(temporaryDirectory, scanJobId) {
	return (0, node_path.join)(temporaryDirectory, `inspector-cis-session-${scanJobId}.json`);
}
function recordText(record) {
	const { delivered, undelivered, ...rest } = record;
	return `${JSON.stringify({
		...rest,
		delivered: [...delivered],
		undelivered: [...undelivered]
	})}\n`;
}
async function readRecord(path, scanJobId) {
	let text;
	try {
		text = await readOwnFile(path, LARGEST_RECORD);
	} catch (error) {
		if (memberOf(error, "code") === "ENOENT") return void 0;
		throw error;
	}
	const record = parseRecord(JSON.parse(text));
	if (scanJobId !== void 0 && record.scanJobId !== scanJobId) throw new Error(NO_RECORD);
	return record;
}
function parseRecord(value) {
	if (!isRecord(value)) throw new Error(NO_RECORD);
	const { scanJobId, delivered, undelivered, leftOut, steps, dryRuns } = value;
	if (typeof scanJobId !== "string" || typeof steps !== "number" || typeof dryRuns !== "number" || typeof leftOut !== "number" || !Array.isArray(delivered) || !delivered.every(isDelivered) || !Array.isArray(undelivered) || !undelivered.every((ruleId) => typeof ruleId === "string")) throw new Error(NO_RECORD);
	const failure = textOf(value["failure"]);
	return {
		scanJobId,
		delivered: new Map(delivered),
		undelivered: new Set(undelivered),
		leftOut,
		nothingTolerated: value["nothingTolerated"] === true,
		unfinished: value["unfinished"] === true,
		steps,
		dryRuns,
		facts: parseFacts(value["facts"]),
		...withoutUndefined({
			notOpen: parseNotOpen(value["notOpen"]),
			job: parseJob(value["job"]),
			failure: failure !== void 0 && isFailureCode(failure) ? failure : void 0
		})
	};
}
const NO_RECORD = "It is not the record of this session.";
function isDelivered(value) {
	const [ruleId, status] = listOf(value);
	return typeof ruleId === "string" && isStatus(status);
}
function parseNotOpen(value) {
	const why = memberOf(value, "why");
	if (why === "dry run") return { why };
	const code = textOf(memberOf(value, "code"));
	const sentence = textOf(memberOf(value, "sentence"));
	if (why !== "refused" || code === void 0 || !isFailureCode(code)) return void 0;
	return {
		why,
		code,
		sentence: sentence ?? ""
	};
}
function parseJob(value) {
	const began = memberOf(value, "began");
	const device = memberOf(value, "device");
	return typeof began === "number" && typeof device === "number" ? {
		began,
		device
	} : void 0;
}
function parseFacts(value) {
	const texts = (owner, names) => Object.fromEntries(names.flatMap((name) => {
		const text = textOf(memberOf(owner, name));
		return text === void 0 ? [] : [[name, text]];
	}));
	const platform = memberOf(value, "platform");
	return {
		...texts(value, [
			"benchmark",
			"benchmarkVersion",
			"profile"
		]),
		...withoutUndefined({ platform: isRecord(platform) ? texts(platform, [
			"vendor",
			"product",
			"version"
		]) : void 0 })
	};
}
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, fs.constants.R_OK | fs.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(os.EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
// src/runner/workflow.ts
function workflowRun(environment) {
	const { GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: run = "" } = environment;
	return /^[^\s/]+\/[^\s/]+$/.test(repository) && /^\d+$/.test(run) ? `${repository}/${run}` : void 0;
}
// src/job.ts
const COMMANDS_FOLDER = "_runner_file_commands";
const LONGEST_JOB = 432e6;
function jobBeginningOf(folder, now) {
	if (folder === void 0) return { unknown: `RUNNER_TEMP has no folder ${COMMANDS_FOLDER}` };
	const { birthtimeMs: birth, ctimeMs, dev } = folder;
	if (!(birth > 0) || birth === ctimeMs) return { unknown: "the file system of RUNNER_TEMP keeps no birth times" };
	if (birth > now) return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is from the future` };
	if (now - birth > LONGEST_JOB) return { unknown: `${COMMANDS_FOLDER} in RUNNER_TEMP is older than any job` };
	return {
		began: birth,
		device: dev
	};
}
// src/report/log.ts
const MOST_LISTED_FAULTS = 1e3;
var Log = class {
	#sink;
	#workspace;
	#workingDirectory;
	#secrets = new Map();
	constructor(sink, workspace, workingDirectory) {
		this.#sink = sink;
		this.#workspace = workspace;
		this.#workingDirectory = workingDirectory;
	}
	keepSecret(secret) {
		if (secret !== "") this.#secrets.set(secret.toLowerCase(), secretPattern(secret));
	}
	redact(text) {
		let redacted = text;
		for (const pattern of this.#secrets.values()) redacted = redacted.replaceAll(pattern, "***");
		return redacted;
	}
	info(line) {
		this.#sink.info(this.#safe(line));
	}
	group(headline, lines) {
		this.#sink.startGroup(this.#safe(headline));
		for (const line of lines) this.info(`  ${line}`);
		this.#sink.endGroup();
	}
	get debug() {
		if (!this.#sink.isDebug()) return void 0;
		return (text) => {
			for (const line of text.split(/\r\n|\r|\n/)) this.#sink.debug(this.#safe(line));
		};
	}
	stackOf(thrown) {
		if (!(thrown instanceof Error)) return;
		this.debug?.(thrown.stack ?? thrown.message);
		this.stackOf(thrown.cause);
	}
	annotate(level, fault, title) {
		const properties = withoutUndefined({ title: title === void 0 ? void 0 : this.#safe(title) });
		const { place, sentence } = fault;
		if (place !== void 0) {
			const position = place.source.locate(place.at);
			properties.file = this.#safe(this.#fromWorkspace(place.source.file));
			if (position !== void 0) {
				properties.startLine = position.line;
				properties.startColumn = position.column;
			}
		}
		this.#sink[level](this.#safe(sentence), properties);
	}
	annotateAll(level, headline, title, faults) {
		this.annotate(level, { sentence: headline }, title);
		const kept = faults.slice(0, 9);
		for (const fault of kept) this.annotate(level, fault, title);
		const others = faults.slice(kept.length, MOST_LISTED_FAULTS);
		const more = faults.length - kept.length;
		if (more > 0) this.info(`${more} more${more > others.length ? `, of which the first ${others.length}` : ""}:`);
		for (const { place, sentence } of others) this.info(place === void 0 ? `  ${sentence}` : `  ${describePlace(place)}: ${sentence}`);
	}
	#fromWorkspace(file) {
		const inside = (0, node_path.relative)(this.#workspace, (0, node_path.resolve)(this.#workingDirectory, file));
		return inside === "" || inside.startsWith("..") ? file : inside.replaceAll("\\", "/");
	}
	#safe(text) {
		return this.redact(plain(this.redact(text)));
	}
};
// src/runner/runner.ts
const realPace = {
	wait: async (milliseconds, signal) => {
		const { setTimeout: wait } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("node:timers/promises"), 1));
		return wait(milliseconds, void 0, { signal });
	},
	random: Math.random,
	now: Date.now
};
const HIDING_IF_BLANK = [
	"AWS_REGION",
	"AWS_DEFAULT_REGION",
	"AWS_PROFILE"
];
function normaliseEnvironment() {
	const blank = HIDING_IF_BLANK.filter((name) => process.env[name]?.trim() === "");
	const proxies = Object.entries(proxiesOf(process.env));
	for (const [name, value] of [...blank.map((name) => [name, void 0]), ...proxies]) if (value === void 0) Reflect.deleteProperty(process.env, name);
	else process.env[name] = value;
}
function variable(name) {
	const value = process.env[name];
	return value === "" ? void 0 : value;
}
function takeFromEnvironment(prefix) {
	const names = Object.keys(process.env).filter((name) => name.startsWith(prefix));
	const taken = names.map((name) => [name.slice(prefix.length), process.env[name]?.trim() ?? ""]);
	for (const name of names) Reflect.deleteProperty(process.env, name);
	return new Map(taken);
}
function toCommandFile(variable, write) {
	return (name, value) => {
		try {
			write(name, value);
		} catch (error) {
			const cause = messageOf(error);
			throw failing("RunnerError", `The file of ${variable} could not be written.`, { cause }, error);
		}
	};
}
async function findJobBeginning(temporaryDirectory) {
	try {
		return jobBeginningOf(await (0, node_fs_promises.stat)((0, node_path.join)(temporaryDirectory, COMMANDS_FOLDER)), Date.now());
	} catch (error) {
		if (isSystemError(error)) return jobBeginningOf(void 0, Date.now());
		throw error;
	}
}
function gitHubRunner(cancellation) {
	const workingDirectory = process.cwd();
	const inputs = takeFromEnvironment("INPUT_");
	const state = takeFromEnvironment("STATE_");
	const temporaryDirectory = variable("RUNNER_TEMP") ?? (0, node_os.tmpdir)();
	const workspace = variable("GITHUB_WORKSPACE") ?? workingDirectory;
	const log = new Log({
		debug,
		endGroup,
		error,
		info,
		isDebug,
		notice,
		startGroup,
		warning
	}, workspace, workingDirectory);
	return {
		inputs: {
			getInput: (name) => inputs.get(name.toUpperCase()) ?? "",
			setSecret
		},
		log,
		keepSecret: (secret) => {
			log.keepSecret(secret);
			const holdsSecret = secretFinder(secret);
			const holding = Object.keys(process.env).filter((name) => holdsSecret(process.env[name] ?? ""));
			for (const name of holding) Reflect.deleteProperty(process.env, name);
		},
		publication: {
			setOutput: toCommandFile("GITHUB_OUTPUT", setOutput),
			addSummary: async (markup) => {
				await summary.addRaw(markup).write();
			}
		},
		saveState: toCommandFile("GITHUB_STATE", saveState),
		getState: (name) => state.get(name) ?? "",
		environment: process.env,
		workingDirectory,
		workspace,
		temporaryDirectory,
		cancellation,
		pace: realPace,
		jobBeginning: async (foundBefore) => {
			const found = await findJobBeginning(temporaryDirectory);
			return "unknown" in found ? foundBefore ?? found : found;
		},
		checkRuns: async (token) => {
			normaliseEnvironment();
			const { checkRunsOf } = await Promise.resolve().then(() => require("./runner-github.js"));
			return checkRunsOf(token, log.debug);
		},
		connect: async (connection) => {
			normaliseEnvironment();
			const { connect } = await Promise.resolve().then(() => require("./client.js")).then((n) => n.client_exports);
			return connect(connection, {
				environment: process.env,
				pace: realPace,
				debug: log.debug,
				workflowRun: workflowRun(process.env)
			});
		}
	};
}
// src/inputs/telemetry.ts
const LARGEST_CHUNK = 150;
const INPUT_DEFAULTS = {
	"scan-job-id": "",
	"session-token": "",
	"results-file": "",
	"results-format": "auto",
	"rule-id": "cis",
	"max-age": "job",
	"expected-target": "",
	"exceptions-file": "",
	"baseline-file": "",
	"details-encoding": "text",
	"aws-region": "",
	"chunk-size": String(LARGEST_CHUNK),
	concurrency: "4",
	"max-attempts": "5",
	"request-timeout": "30",
	"on-invalid": "fail",
	"tolerate-errors": "",
	"fail-on-status": "",
	"fail-on-regression": "false",
	"dry-run": "false",
	"github-token": "",
	"check-name": "",
	"undelivered-file": "",
	"report-file": "",
	"sarif-file": "",
	summary: "true"
};
const LONGEST_TARGET = 500;
const LONGEST_CHECK_NAME = 200;
function readInputs(source, environment, formats) {
	const inputs = new InputReader(source, INPUT_DEFAULTS);
	const isDryRun = inputs.text("dry-run").toLowerCase() === "true";
	const session = {
		scanJobId: inputs.uuid("scan-job-id", { optional: isDryRun }),
		sessionToken: inputs.uuid("session-token", {
			secret: true,
			optional: isDryRun
		})
	};
	const baselineFile = inputs.optionalText("baseline-file");
	const read = {
		session,
		resultsFiles: inputs.lines("results-file"),
		resultsFormat: inputs.oneOf("results-format", ["auto", ...formats]),
		ruleId: inputs.oneOf("rule-id", ["cis", "scanner"]),
		maxAge: readMaxAge(inputs),
		detailsEncoding: inputs.oneOf("details-encoding", ["text", "base64"]),
		connection: readConnection(inputs, environment),
		chunkSize: inputs.integer("chunk-size", 1, LARGEST_CHUNK),
		concurrency: inputs.integer("concurrency", 1, 16),
		onInvalid: inputs.oneOf("on-invalid", ["fail", "skip"]),
		tolerateErrors: inputs.setOf("tolerate-errors", FAILURE_CODES, isFailureCode),
		failOnStatus: inputs.setOf("fail-on-status", STATUSES_WORST_FIRST, isStatus),
		failOnRegression: inputs.boolean("fail-on-regression"),
		dryRun: inputs.boolean("dry-run"),
		summary: inputs.boolean("summary"),
		...withoutUndefined({
			undeliveredFile: inputs.optionalText("undelivered-file"),
			baselineFile,
			exceptionsFile: inputs.optionalText("exceptions-file"),
			expectedTarget: inputs.shortText("expected-target", LONGEST_TARGET)
		})
	};
	const gitHubToken = inputs.gitHubToken("github-token");
	inputs.shortText("check-name", LONGEST_CHECK_NAME);
	if (read.failOnRegression && baselineFile === void 0) inputs.fault("`fail-on-regression` needs `baseline-file`, which says what failed before.");
	inputs.refuseSecretElsewhere(session.sessionToken, "session-token");
	inputs.refuseSecretElsewhere(gitHubToken, "github-token");
	inputs.throwIfFaulty();
	return read;
}
const MILLISECONDS = {
	m: 6e4,
	h: 36e5,
	d: 864e5
};
function readMaxAge(inputs) {
	const text = inputs.text("max-age");
	if (text === "job" || text === "any") return { kind: text };
	const [, number = "", unit = ""] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
	if ((unit === "m" || unit === "h" || unit === "d") && Number(number) > 0) return {
		kind: "duration",
		milliseconds: Number(number) * MILLISECONDS[unit],
		text
	};
	inputs.fault(`\`max-age\` must be job, any, or a duration such as 90m, 24h or 7d; ${quote(text)} is not.`);
	return { kind: "job" };
}
function toleratedCodes(source) {
	return new Set(splitList(source.getInput("tolerate-errors")).filter(isFailureCode));
}
function reportPathsIn(source) {
	const tokens = ["session-token", "github-token"].map((name) => source.getInput(name).trim().toLowerCase()).filter((token) => token !== "");
	const path = (name) => {
		const text = source.getInput(name).trim();
		return text === "" || tokens.some((token) => text.toLowerCase().includes(token)) ? void 0 : text;
	};
	return {
		reportFile: path("report-file"),
		sarifFile: path("sarif-file"),
		baselineFile: path("baseline-file")
	};
}
// src/publish-check.ts
const LONGEST = {
	usual: 3e4,
	cancelled: 2e3
};
async function publishCheckRun(run, { inputs, log, checkRuns, cancellation }, timeIsUp) {
	const token = inputs.getInput("github-token").trim();
	const name = inputs.getInput("check-name").trim();
	if (token === "") {
		if (name !== "") log.info("There is no check run: `github-token` is empty.");
		return;
	}
	try {
		const checks = await checkRuns(token);
		const { checkRunOf } = await Promise.resolve().then(() => require("./report-check-run.js"));
		const checkRun = checkRunOf(run, name, checks.step, (text) => log.redact(text), timeIsUp);
		const longest = cancellation.stop.aborted ? LONGEST.cancelled : LONGEST.usual;
		const address = await checks.save(checkRun, AbortSignal.timeout(longest));
		const where = address === void 0 ? "" : `: ${address}`;
		log.info(`Check run ${quote(checkRun.name)} is ${checkRun.conclusion}${where}`);
	} catch (error) {
		log.annotate("warning", { sentence: `The check run could not be written: ${reasonFor(error)}` }, "No check run");
		log.stackOf(error);
	}
}
function reasonFor(error) {
	const { status, message } = statusAndMessageOf(error);
	if (status === 403 || status === 404) return `GitHub responded with ${status}. The job needs \`permissions: checks: write\`; on a pull request from a fork the token can only read.`;
	if (status === 401) return "GitHub responded with 401: `github-token` is not valid, or has expired.";
	return status === void 0 ? quote(message) : `GitHub responded with ${status}: ${quote(message)}`;
}
function statusAndMessageOf(error) {
	if (!(error instanceof Error)) return { message: String(error) };
	const { message } = error;
	return "status" in error && typeof error.status === "number" ? {
		status: error.status,
		message
	} : { message };
}
// src/report/undelivered.ts
const MESSAGES_AT_ONCE = 1e3;
function* undeliveredText(scanJobId, messages) {
	yield `{\n  "scanJobId": ${JSON.stringify(scanJobId)},\n  "detailsEncoding": "base64",\n  "messages": [`;
	for (let begin = 0; begin < messages.length; begin += MESSAGES_AT_ONCE) {
		const lines = messages.slice(begin, begin + MESSAGES_AT_ONCE).map(lineOf);
		yield `${begin === 0 ? "" : ","}\n${lines.join(",\n")}`;
	}
	yield "\n  ]\n}\n";
}
function lineOf({ ruleId, status, cisRuleDetails }) {
	return `    {"ruleId":${JSON.stringify(ruleId)},"status":"${status}","cisRuleDetails":"${base64Of(cisRuleDetails)}"}`;
}
function base64Of(details) {
	return (typeof details === "string" ? Buffer.from(details) : viewOf(details)).toString("base64");
}
function viewOf({ buffer, byteOffset, byteLength }) {
	return Buffer.from(buffer, byteOffset, byteLength);
}
function newUndeliveredPath(temporaryDirectory, scanJobId) {
	return (0, node_path.join)(temporaryDirectory, `inspector-cis-undelivered-${scanJobId}-${(0, node_crypto.randomUUID)().slice(0, 8)}.json`);
}
// src/report/saving.ts
const WITH_THE_SAME_FILES = "Run the step again with the same `results-file` while the session is open. What was delivered is sent again, which does no harm.";
async function saveUndelivered(run, directories, log, timeIsUp = () => false) {
	const { inputs } = run;
	const messages = undeliveredOf(run);
	if (inputs === void 0 || inputs.dryRun) return;
	if (messages.length === 0) {
		await removeUndelivered(run, log);
		return;
	}
	if (run.undeliveredFile !== void 0 && run.savedMessages === messages.length) return;
	if (run.isUnsaved === true) {
		if (run.failure !== void 0) run.failure = {
			...run.failure,
			remedy: WITH_THE_SAME_FILES
		};
		return;
	}
	const { scanJobId } = inputs.session;
	for (const { path, replace } of placesFor(run, scanJobId, directories)) try {
		await writeWhole(path, whileThereIsTime(undeliveredText(scanJobId, messages), timeIsUp), {
			replace,
			flush: true
		});
		run.undeliveredFile = path;
		run.savedMessages = messages.length;
		return;
	} catch (error) {
		if (error instanceof OutOfTime) {
			if (run.undeliveredFile !== void 0) {
				reportOutdated(log, run.undeliveredFile);
				return;
			}
			reportUnsaved(log, messages.length, run);
			return saveUndelivered(run, directories, log);
		}
		if (isSystemError(error) && error.code === "EEXIST") log.annotate("notice", { sentence: `${path} belongs to another step, so it is kept and a new name is used.` });
		else log.annotate("error", { sentence: `Undelivered messages could not be written to ${path}: ${messageOf(error)}` });
	}
	delete run.undeliveredFile;
	const sentence = `${count(messages.length, "message")} could not be delivered or saved to a file: a later step cannot send them.`;
	log.annotate("error", { sentence }, "Undelivered messages are lost");
}
function reportOutdated(log, path) {
	const sentence = `${path} was saved when the step was cancelled. It also contains the messages that were delivered since: sending them again does no harm.`;
	log.annotate("notice", { sentence });
}
function reportUnsaved(log, messages, run) {
	run.isUnsaved = true;
	const sentence = `The step was cancelled and had no time to save ${count(messages, "undelivered message")}. The results files still contain them.`;
	log.annotate("warning", { sentence }, "Undelivered messages are not saved");
}
function placesFor({ undeliveredFile, undeliveredPlace }, scanJobId, { temporaryDirectory, workingDirectory, systemDirectory = (0, node_os.tmpdir)() }) {
	const own = [
		temporaryDirectory,
		systemDirectory,
		workingDirectory
	].map((directory) => ({
		path: newUndeliveredPath(directory, scanJobId),
		replace: false
	}));
	const written = undeliveredFile === void 0 ? [] : [{
		path: undeliveredFile,
		replace: true
	}];
	return [...written.length > 0 || undeliveredPlace === void 0 ? written : [undeliveredPlace], ...own];
}
const BEFORE_SAVING = 500;
function saveAtSignal(run, signal, directories, log, { wait, now }) {
	const ended = new AbortController();
	let saved = Promise.resolve();
	const save = async () => {
		await saveUndelivered(run, directories, log, endingAfter(signal, now));
		if (run.undeliveredFile !== void 0) log.info(`Messages undelivered so far are in ${run.undeliveredFile}.`);
	};
	const atSignal = () => {
		log.info("The step was cancelled: nothing new is sent.");
		saved = wait(BEFORE_SAVING, ended.signal).then(save, () => void 0);
	};
	signal.addEventListener("abort", atSignal);
	return () => {
		signal.removeEventListener("abort", atSignal);
		ended.abort();
		return saved;
	};
}
async function removeUndelivered(run, log) {
	const { undeliveredFile } = run;
	if (undeliveredFile === void 0) return;
	delete run.undeliveredFile;
	try {
		await (0, node_fs_promises.rm)(undeliveredFile, { force: true });
		log.info(`Everything was delivered in the end: ${undeliveredFile} is removed.`);
	} catch (error) {
		const sentence = `${undeliveredFile} contains messages that were delivered, but could not be removed: ${messageOf(error)}`;
		log.annotate("warning", { sentence });
	}
}
// src/report/sarif-file.ts
const SARIF_FILE = {
	input: "sarif-file",
	what: "SARIF file",
	isOurs: (beginning) => new RegExp(`^\\s*\\{[^]*"runs"\\s*:\\s*\\[\\s*\\{\\s*"tool"\\s*:\\s*\\{\\s*"driver"\\s*:\\s*\\{\\s*"name"\\s*:\\s*"${ACTION}"`).test(beginning)
};
async function clearSarifFile(run, sarifFile, { workingDirectory }) {
	if (sarifFile === void 0) return;
	const path = await clearOwnFile(sarifFile, SARIF_FILE, workingDirectory);
	if (path === run.reportPath) throw failing("InvalidInput", "`report-file` and `sarif-file` name the same file.", { remedy: "Name another file in one of the two." });
	run.sarifPath = path;
}
async function saveSarif(run, directories, log, timeIsUp = () => false) {
	const { sarifPath } = run;
	if (sarifPath === void 0 || run.findings === void 0) return true;
	if (timeIsUp()) {
		log.annotate("warning", { sentence: "SARIF was not written: the step was cancelled and had no time left." });
		return false;
	}
	const { sarifOf } = await Promise.resolve().then(() => require("./report-sarif.js"));
	const sarif = sarifOf(run, directories, (text) => log.redact(text));
	if (sarif === void 0) return true;
	try {
		await writeWhole(sarifPath, sarif);
		log.info(`Failed rules are in ${sarifPath}, as SARIF.`);
		return true;
	} catch (error) {
		const sentence = `SARIF could not be written to ${sarifPath}: ${messageOf(error)}`;
		log.annotate("error", { sentence });
		return false;
	}
}
// src/report/workflow-run.ts
function workflowRunOf(environment) {
	const variable = (name) => {
		const value = environment[`GITHUB_${name}`];
		return value === "" ? void 0 : value;
	};
	const repository = variable("REPOSITORY");
	const runId = variable("RUN_ID");
	if (repository === void 0 || runId === void 0) return void 0;
	const server = variable("SERVER_URL");
	return {
		repository,
		runId,
		...withoutUndefined({
			runAttempt: variable("RUN_ATTEMPT"),
			url: server === void 0 ? void 0 : `${server}/${repository}/actions/runs/${runId}`,
			workflow: variable("WORKFLOW"),
			job: variable("JOB"),
			step: variable("ACTION"),
			event: variable("EVENT_NAME"),
			ref: variable("REF"),
			commit: variable("SHA")
		})
	};
}
// src/results/scanners/formats.ts
const FORMATS = [
	"messages",
	"xccdf",
	"nessus",
	"inspec",
	"goss",
	"kube-bench",
	"docker-bench",
	"trivy-compliance",
	"prowler-ocsf",
	"asff",
	"kubescape",
	"powerpipe",
	"rancher",
	"wazuh-sca"
];
// src/session/recorder.ts
function sessionStep({ temporaryDirectory, inputs: source, log }) {
	let reading;
	let isBegun = false;
	const warn = (error) => {
		const cause = messageOf(error);
		log.annotate("warning", { sentence: `The record of the session could not be kept: ${cause}` });
	};
	const before = (scanJobId) => reading ??= scanJobId === "" ? Promise.resolve(void 0) : readRecord(recordPath(temporaryDirectory, scanJobId), scanJobId).catch(warn);
	return {
		before,
		record: async (run) => {
			const scanJobId = run.inputs?.session.scanJobId ?? uuidOf(source, "scan-job-id");
			const isDryRun = run.inputs?.dryRun ?? source.getInput("dry-run").trim().toLowerCase() === "true";
			const record = await before(scanJobId);
			if (record === void 0) return;
			const after = isDryRun ? addDryRun(record) : addStep(record, stepRecord(run, isBegun));
			isBegun = true;
			await writeWhole(recordPath(temporaryDirectory, scanJobId), log.redact(recordText(after))).catch(warn);
		}
	};
}
function stepRecord(run, isBegun) {
	const { failure, results, validated, inputs } = run;
	const code = failure?.code;
	return {
		delivered: [...run.delivered.keys()].flatMap(({ messages }) => messages),
		undelivered: undeliveredOf(run),
		leftOut: validated?.leftOut.length ?? 0,
		unfinished: !isBegun && failure === void 0,
		nothingTolerated: inputs?.tolerateErrors.has("NothingEvaluated") === true,
		facts: results?.facts ?? {},
		...withoutUndefined({ failure: code !== void 0 && isAfterDelivery(code) ? void 0 : code })
	};
}
// src/action.ts
async function sendTelemetry(runner) {
	const { log, cancellation } = runner;
	const run = newRun();
	const step = sessionStep(runner);
	const savedAtSignal = saveAtSignal(run, cancellation.stop, runner, log, runner.pace);
	try {
		await readAndSend(run, runner, step);
		if (cancellation.stop.aborted) run.failure ??= undeliveredOf(run).length > 0 ? cancelled() : cancelledLate();
	} catch (error) {
		run.failure = failureOf(error, { what: "The run" });
		log.stackOf(error);
	}
	await savedAtSignal();
	const timeIsUp = endingAfter(cancellation.stop, runner.pace.now);
	await saveUndelivered(run, runner, log, timeIsUp);
	await step.record(run);
	const noTimeForRules = endingOfReport(run.validated?.messages.length ?? 0, cancellation.stop, timeIsUp);
	const workflow = workflowRunOf(runner.environment);
	const place = {
		temporaryDirectory: runner.temporaryDirectory,
		workflow,
		now: runner.pace.now()
	};
	const published = await publish(run, runner.publication, place, log, noTimeForRules);
	const saved = await saveSarif(run, runner, log, noTimeForRules);
	await publishCheckRun(run, runner, noTimeForRules);
	reportEnd(log, run);
	await summarize(run, runner.publication, log, noTimeForRules);
	return published && saved && (run.failure === void 0 || isTolerated(run)) ? 0 : 1;
}
async function readAndSend(run, runner, step) {
	const { log, environment } = runner;
	for (const name of ["session-token", "github-token"]) runner.keepSecret(maskToken(runner.inputs, name));
	log.info(`inspector-cis-telemetry ${VERSION}`);
	run.tolerated = toleratedCodes(runner.inputs);
	const paths = reportPathsIn(runner.inputs);
	await clearReportFile(run, paths, runner).finally(() => clearSarifFile(run, paths.sarifFile, runner));
	const inputs = run.inputs = readInputs(runner.inputs, environment, FORMATS);
	const { runPipeline } = await Promise.resolve().then(() => require("./pipeline.js")).then((n) => n.pipeline_exports);
	await runPipeline(run, inputs, runner, step);
}
// src/steps.ts
var steps_exports = require_rolldown_runtime.__exportAll({ runStep: () => runStep });
async function runStep(part, script, cancellation) {
	switch (part) {
		case "session-open": {
			const { openSession } = await Promise.resolve().then(() => require("./session-open.js"));
			return openSession(gitHubRunner(cancellation), (0, node_path.join)((0, node_path.dirname)(script), "heartbeat.js"));
		}
		case "session-close": {
			const { closeSession } = await Promise.resolve().then(() => require("./session-close.js"));
			return closeSession(gitHubRunner(cancellation));
		}
		default: return sendTelemetry(gitHubRunner(cancellation));
	}
}
exports.ACTION = ACTION;
exports.ActionFailure = ActionFailure;
exports.FAILURES = FAILURES;
exports.ForeignResponse = ForeignResponse;
exports.InputReader = InputReader;
exports.LIMITS = LIMITS;
exports.Log = Log;
exports.STATUSES_WORST_FIRST = STATUSES_WORST_FIRST;
exports.Unreachable = Unreachable;
exports.VERSION = VERSION;
exports.WITHOUT_WAITING = WITHOUT_WAITING;
exports.abortError = abortError;
exports.addSummary = addSummary;
exports.allOf = allOf;
exports.anyOf = anyOf;
exports.asError = asError;
exports.bytesOf = bytesOf;
exports.cancelled = cancelled;
exports.chunk = chunk;
exports.codeOf = codeOf;
exports.combine = combine;
exports.count = count;
exports.countResults = countResults;
exports.countStatuses = countStatuses;
exports.definitions = definitions;
exports.deliver = deliver;
exports.describeChunk = describeChunk;
exports.describeDuration = describeDuration;
exports.describePlace = describePlace;
exports.didYouMean = didYouMean;
exports.explainedEndpoint = explainedEndpoint;
exports.failing = failing;
exports.failureFor = failureFor;
exports.failureOf = failureOf;
exports.fieldsOf = fieldsOf;
exports.fold = fold;
exports.folded = folded;
exports.grouped = grouped;
exports.headlineOf = headlineOf;
exports.isRecord = isRecord;
exports.isRegion = isRegion;
exports.isStatus = isStatus;
exports.isSystemError = isSystemError;
exports.isTolerated = isTolerated;
exports.joinWords = joinWords;
exports.kindOfFile = kindOfFile;
exports.listOf = listOf;
exports.mask = mask;
exports.maskToken = maskToken;
exports.memberAt = memberAt;
exports.memberOf = memberOf;
exports.messageOf = messageOf;
exports.nameForUser = nameForUser;
exports.newRecord = newRecord;
exports.omittedRows = omittedRows;
exports.plain = plain;
exports.postureHeadline = postureHeadline;
exports.postureLines = postureLines;
exports.postureOfCounts = postureOfCounts;
exports.proxiesOf = proxiesOf;
exports.quote = quote;
exports.readConnection = readConnection;
exports.readOwnFile = readOwnFile;
exports.readRecord = readRecord;
exports.realPace = realPace;
exports.realPathOf = realPathOf;
exports.recordOf = recordOf;
exports.recordPath = recordPath;
exports.recordText = recordText;
exports.reportFailure = reportFailure;
exports.reportResults = reportResults;
exports.requireEndpointSettings = requireEndpointSettings;
exports.requireEndpoints = requireEndpoints;
exports.row = row;
exports.rulesOf = rulesOf;
exports.secretFinder = secretFinder;
exports.secretRemover = secretRemover;
exports.sendThrough = sendThrough;
exports.shortened = shortened;
Object.defineProperty(exports, "steps_exports", {
	enumerable: true,
	get: function() {
		return steps_exports;
	}
});
exports.summaryOf = summaryOf;
exports.table = table;
exports.textOf = textOf;
exports.textsWith = textsWith;
exports.undefinedIfEmpty = undefinedIfEmpty;
exports.unknownMembers = unknownMembers;
exports.unusableProxy = unusableProxy;
exports.withSingleSpaces = withSingleSpaces;
exports.withoutUndefined = withoutUndefined;
exports.worstOf = worstOf;
exports.writeWhole = writeWhole;

