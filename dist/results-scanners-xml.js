var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_pipeline = require("./pipeline.js");
const require_nested_reader = require("./nested-reader.js");
// src/results/reading/verdict.ts
function verdictOf(word, table) {
	const status = Object.hasOwn(table, word) ? table[word] : void 0;
	if (status !== void 0) return {
		result: word,
		status
	};
	const undefinedWord = require_pipeline.shortText(word, 100) ?? word;
	return {
		result: undefinedWord,
		status: "UNKNOWN",
		undefinedWord
	};
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
	const shown = isContent(subject) ? `what was found${requirement}` : text;
	return require_pipeline.shortText(shown.replaceAll(PASSWORD_HASH, "…"), KEPT);
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
	const shown = line.replace(/(?:["[{]|#<|(?<!\w)').*$/, "…");
	return require_pipeline.shortText(shown.replaceAll(PASSWORD_HASH, "…"), KEPT);
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
// src/results/scanners/xccdf/cpe.ts
function parseCpe(name) {
	const uri = /^cpe:\/([aoh])(?::|$)/i.exec(name)?.[1];
	const formatted = /^cpe:2\.3:([aoh]):/i.exec(name)?.[1];
	const part = (uri ?? formatted)?.toLowerCase();
	if (part === void 0) return void 0;
	const [vendor, product, version] = (uri === void 0 ? name.split(/(?<!\\):/).slice(3).map((field) => field.replace(/\\(.)/g, "$1")) : name.split(":").slice(2).map(unescapeUri)).map((field) => /^[*-]?$/.test(field) ? void 0 : field);
	return {
		part,
		...require_steps.withoutUndefined({
			vendor,
			product,
			version
		})
	};
}
function unescapeUri(field) {
	return field.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
// src/results/scanners/nessus/export.ts
const STATUSES$1 = {
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
	return {
		...require_nested_reader.nestedReader({ child: () => root }, () => found.isNessus ? end(found) : void 0),
		accepts: ({ name }) => found.isNessus = name === "NessusClientData_v2"
	};
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
	return {};
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
		return {
			isPassage: true,
			text,
			...require_steps.withoutUndefined({ textLimit: name === "compliance-reference" ? REFERENCES_AT_MOST : void 0 })
		};
	};
	const information = { text: (text) => {
		const version = /Nessus version : (\S+)/.exec(text)?.[1];
		if (version !== void 0) found.version = version;
	} };
	const hasVersion = attributes.get("pluginID") === SCAN_INFORMATION;
	return {
		child: ({ name, namespace }) => {
			if (namespace === NAMESPACE) return partOfCheck(name);
			return hasVersion && name === "plugin_output" ? information : void 0;
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
	const verdict = word === void 0 ? void 0 : verdictOf(word, STATUSES$1);
	const rule = ruleId === void 0 ? void 0 : {
		ruleId,
		...recommendationsOf(ruleId, check)
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
	const expected = require_pipeline.singleLine(check.get("compliance-policy-value"), 200);
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
function recommendationsOf(name, check) {
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
		identifiers: require_steps.undefinedIfEmpty(identifiers.map((parts) => parts.join(" ")))
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
		facts: benchmarkOf$1(stated),
		ruleResults: []
	};
	host.audits.set(key, audit);
	return audit;
}
function benchmarkOf$1([name, version, profile, file]) {
	const [, title, release, level] = /^(CIS_.+)_v(\d+(?:\.\d+)+)(?:_(.+))?\.audit$/.exec(file ?? "") ?? [];
	const benchmark = name ?? title?.replaceAll("_", " ") ?? file;
	const benchmarkVersion = version ?? release;
	const isCis = /^CIS[ _]/.test(name ?? title ?? "");
	return require_steps.withoutUndefined({
		benchmark,
		benchmarkVersion,
		cisBenchmark: isCis ? require_pipeline.cisBenchmarkOf(name ?? "", benchmarkVersion) : void 0,
		profile: profile ?? level?.replaceAll("_", " ")
	});
}
// src/results/scanners/nessus/nessus.ts
const REMEDY = "Filter the scan by host before you export it.";
const nessus = {
	kind: "xml",
	name: "nessus",
	shape: "XML with the root `NessusClientData_v2`, and compliance checks in its `ReportItem`s",
	statuses: { "cm:compliance-result": STATUSES$1 },
	reader: () => exportReader(scansOf$1)
};
function scansOf$1(found) {
	const scans = found.hosts.filter(({ checks }) => checks > 0).flatMap((host) => scansOfHost(host, found));
	const [first = { ruleResults: [] }, ...others] = scans;
	const { faults, unreadable } = found;
	const warnings = [...found.warnings, ...warningsOf$1(found.hosts)];
	const ofDocument = require_steps.withoutUndefined({
		faults: require_steps.undefinedIfEmpty(faults),
		unreadableRules: require_steps.undefinedIfEmpty(unreadable),
		warnings: scans.length > 0 ? require_steps.undefinedIfEmpty(warnings) : void 0,
		emptyBecause: scans.length === 0 && faults.length === 0 ? whyEmpty$1(found.hosts) : void 0
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
	const leftOut = new Set(unreadable.map(({ ruleId }) => ruleId));
	const [first = {
		...facts,
		ruleResults: []
	}, ...others] = [...host.audits.values()].map((audit) => ({
		...facts,
		...audit.facts,
		ruleResults: audit.ruleResults.filter(({ ruleId }) => !leftOut.has(ruleId))
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
		remedy: REMEDY,
		at: { position }
	}] : [];
}
function excludedOf({ auditFileChecks, otherFindings }) {
	return [{
		what: "description of an audit file",
		count: auditFileChecks
	}, {
		what: "finding that is not a compliance check",
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
function whyEmpty$1(hosts) {
	if (hosts.length === 0) return "a Nessus export without hosts";
	const findings = hosts.reduce((sum, host) => sum + host.otherFindings, 0);
	return `a Nessus export with vulnerabilities only (${require_steps.count(findings, "finding")}): scan with an audit file for a CIS benchmark, and export that scan`;
}
// src/results/scanners/xccdf/message.ts
const CONVERTED = /(?:^|[\n"])\s*(PASS(?:ED)?|FAILED|SKIP(?:PED)?|ERROR) -- /;
const FOUND = /\b(?:got|found|actual(?: value)?|returned)\s*[:=].*$/i;
const LONGEST_MESSAGE = 240;
function shownOf(message) {
	const [before = "", ...converted] = message.split(CONVERTED);
	if (converted.length === 0) {
		const shown = writtenMessage(require_pipeline.singleLine(message, LONGEST_MESSAGE)?.replace(FOUND, "…"));
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
				return {};
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
			case "platform": return addAttribute(child, "idref", testResult.platforms);
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
	const sentence = `${require_steps.quote(name)} is not an element of a TestResult.`;
	return ruleResultContent(element, (found) => {
		if (found.words.length > 0 || isXccdf && found.idref !== void 0) addFault(sentence, found, document);
		else if (isXccdf) document.warnings.push({
			sentence,
			at: { position }
		});
	});
}
function strayContent(element, document) {
	return ruleResultContent(element, (found) => {
		addFault("A rule-result is outside any TestResult.", found, document);
	});
}
function addFault(sentence, { idref, words, position }, document) {
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
	return {};
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
		...require_steps.withoutUndefined({ textLimit }),
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
	const whole = text.replaceAll(REFERENCE, (_, id) => valueOf(id) ?? "…").replace(CUT_REFERENCE, "…");
	return require_nested_reader.detached(require_pipeline.shortText(whole) ?? "");
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
	return require_nested_reader.nestedReader(anywhere(document, {}), () => end(document), (element) => unclaimed(element, document));
}
function anywhere(document, surroundings) {
	const content = {
		isPassage: true,
		child: (element) => {
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
		}
	};
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
			case "platform": return addAttribute(child, "idref", benchmark.platforms);
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
	const ruleId = element.attributes.get("id");
	if (ruleId === void 0) return void 0;
	items?.push({
		weight: weightOf(element),
		ruleId
	});
	if (document.rules.has(ruleId)) return {};
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
	return require_pipeline.timeOf(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
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
			cisBenchmark: require_pipeline.cisBenchmarkOf(product, idVersion)
		};
	}
	const descriptions = profilesFrom(profile, profiles).map(({ description = "" }) => description);
	const [, followed, followedVersion] = FOLLOWED.exec(descriptions.join("\n")) ?? [];
	if (followed !== void 0) return require_steps.withoutUndefined({
		benchmark: `CIS ${followed} Benchmark`,
		benchmarkVersion: followedVersion,
		contentVersion,
		cisBenchmark: require_pipeline.cisBenchmarkOf(followed, followedVersion)
	});
	const cisBenchmark = require_pipeline.benchmarkInTitle(title ?? "");
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
	const [matched] = operatingSystems(platforms);
	if (matched !== void 0) return matched;
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
	const computed = computeScore(score, results, items);
	const { value, maximum = computed?.maximum } = score;
	if (computed === void 0 || maximum === void 0 || value === void 0) return void 0;
	if (!Number.isFinite(value) || !Number.isFinite(maximum)) return void 0;
	return Math.abs(value - computed.value) > TOLERANCE || Math.abs(maximum - computed.maximum) > TOLERANCE;
}
function computeScore({ system }, results, items) {
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
		faults: require_steps.undefinedIfEmpty(faults),
		warnings: require_steps.undefinedIfEmpty(warnings),
		unreadableRules: require_steps.undefinedIfEmpty([...unreadable].map((ruleId) => ruleNameOf(ruleId, document))),
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
		sentence: "The score does not match these results: results may be missing or changed.",
		at: { position }
	}));
}
function scanOf(testResult, document, unreadable) {
	const targets = targetsOf(testResult);
	const notSelected = testResult.ruleResults.filter(isNotSelected).length;
	return {
		...runFactsOf(testResult, document),
		...require_steps.withoutUndefined({
			targets: require_steps.undefinedIfEmpty(targets),
			excluded: notSelected > 0 ? [{
				what: "rule that the profile leaves out",
				count: notSelected
			}] : void 0
		}),
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
				reason: require_pipeline.joined(reasons, "; "),
				severity: severity ?? rule?.severity,
				section: section === title ? void 0 : section,
				remediation: rule === void 0 ? void 0 : remediationOf(rule, valueOf),
				identifiers: require_steps.undefinedIfEmpty(allIdentifiers)
			}),
			at: { position }
		};
	});
}
function isNotSelected({ words: [word] }) {
	return word === NOT_SELECTED;
}
function ruleNameOf(ruleId, { rules }) {
	const inId = require_pipeline.recommendationInId(ruleId);
	const recommendations = require_pipeline.recommendationsIn([...rules.get(ruleId)?.numbers ?? [], ...inId === void 0 ? [] : [inId]]);
	return {
		ruleId,
		...require_steps.withoutUndefined({ recommendations })
	};
}
function remediationOf(rule, valueOf) {
	const rationale = withValues(rule.rationale.text, valueOf);
	return require_pipeline.joined([withValues(rule.fixText.text ?? rule.description.text, valueOf), rationale === void 0 ? void 0 : `Why: ${rationale}`], " ");
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
	if (testResults.length === 0) return "an XCCDF benchmark without a TestResult: use the file written by --results or --results-arf";
	const ruleResults = testResults.flatMap((testResult) => testResult.ruleResults);
	if (!ruleResults.every(isNotSelected)) return void 0;
	const count = ruleResults.length;
	return count === 0 ? "a TestResult without a rule-result" : `${count} rule-results, all of them ${NOT_SELECTED}: choose a profile that selects rules (--profile)`;
}
// src/results/scanners/xml.ts
const XML_SCANNERS = [xccdf, nessus];
exports.XML_SCANNERS = XML_SCANNERS;
exports.descriptionOf = descriptionOf;
exports.foundIn = foundIn;
exports.verdictOf = verdictOf;
exports.writtenMessage = writtenMessage;

