var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_pipeline = require("./pipeline.js");
const require_xml = require("./results-scanners-xml.js");
// src/results/reading/record-reader.ts
var RecordReader = class {
	#ruleResults = [];
	#faults = [];
	#warnings = [];
	#records = 0;
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
		this.#countRecords(list.length);
		return list.flatMap((value, index) => this.#object(value, what, path.concat(index), rule));
	}
	members(owner, name, what, rule) {
		const map = require_steps.memberOf(owner.value, name);
		if (map === void 0 || map === null) return [];
		const path = [...owner.path, name];
		if (!require_steps.isRecord(map)) {
			this.#misshapen(`"${name}" must be an object whose members are ${what}s.`, path, rule);
			return [];
		}
		const members = Object.entries(map);
		this.#countRecords(members.length);
		return members.flatMap(([key, value]) => this.#object(value, what, path.concat(key), rule).map((entry) => ({
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
		const word = require_pipeline.wordOf(value);
		if (word !== void 0) return require_xml.verdictOf(word, table);
		this.recordFault(absence(value, name, entry.what), entry.path, { rule });
	}
	statusOf(entry, name, table) {
		const word = require_pipeline.wordOf(require_steps.memberOf(entry.value, name));
		return word === void 0 ? {} : { status: require_xml.verdictOf(word, table).status };
	}
	fault(sentence, path) {
		this.#addFault({
			sentence,
			at: { path }
		});
	}
	recordFault(sentence, path, { rule, status } = {}) {
		const known = require_steps.withoutUndefined({
			ruleId: rule?.ruleId,
			status
		});
		this.#addFault({
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
		this.#countFaults();
	}
	exclude(what) {
		this.#excluded.set(what, (this.#excluded.get(what) ?? 0) + 1);
	}
	add(result) {
		this.#ruleResults.push(result);
	}
	target(scheme, name, path, remedy) {
		this.#target({
			scheme,
			names: [name],
			at: { path },
			...require_steps.withoutUndefined({ remedy })
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
				targets: require_steps.undefinedIfEmpty([...this.#targets.values()]),
				faults: require_steps.undefinedIfEmpty(this.#faults),
				warnings: require_steps.undefinedIfEmpty(this.#warnings),
				excluded: require_steps.undefinedIfEmpty(exclusionsOf(this.#excluded)),
				unreadableRules: require_steps.undefinedIfEmpty([...this.#unreadable.values()]),
				emptyBecause: nothing ? emptyBecause : void 0
			}),
			ruleResults
		};
	}
	#addFault(fault) {
		this.#faults.push(fault);
		this.#countFaults();
	}
	#countFaults() {
		if (this.#faults.length + this.#warnings.length > 1e5) throw new require_pipeline.TooMuch(`there are more than ${require_steps.grouped(require_pipeline.MOST_FAULTS)} faults`);
	}
	#countRecords(more) {
		this.#records += more;
		if (this.#records <= 3e5) return;
		throw new require_pipeline.TooMuch(`there are more than ${require_steps.grouped(require_pipeline.MOST_RECORDS)} results and other records`);
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
function exclusionsOf(counts) {
	return [...counts].map(([what, count]) => ({
		what,
		count
	}));
}
function absence(value, name, what) {
	return value === void 0 || value === null || typeof value === "string" && value.trim() === "" ? `${what} has no "${name}".` : `"${name}" of ${what} must be a string.`;
}
// src/results/scanners/asff/standards.ts
const CUT_AT = 63;
function standardOf(finding) {
	const fields = require_steps.memberOf(finding, "ProductFields");
	const arn = require_steps.textOf(require_steps.memberOf(fields, "StandardsGuideArn")) ?? require_steps.textOf(require_steps.memberOf(fields, "StandardsArn"));
	if (arn !== void 0) return require_pipeline.shortText(arn.split("/").slice(1).join("/"), 100);
	return /([\w-]+\/v\/\d+(?:\.\d+)*)\//.exec(require_pipeline.shortText(require_steps.memberOf(finding, "GeneratorId"), 300) ?? "")?.[1];
}
function cisVersionOf(standard) {
	return /^cis-aws-foundations-benchmark\/v\/(\d+(?:\.\d+)+)$/.exec(standard ?? "")?.[1];
}
function requirementsOf$1(finding) {
	const named = require_pipeline.wordsOf(require_steps.memberAt(finding, "Compliance", "RelatedRequirements")).flatMap(readRequirement);
	const version = cisVersionOf(standardOf(finding));
	const number = require_steps.textOf(require_steps.memberOf(finding, "GeneratorId"))?.split("/").at(-1) ?? "";
	return version === void 0 || !require_pipeline.isRecommendation(number) ? named : [{
		version,
		number
	}, ...named];
}
function wordedRequirementsOf(finding) {
	return require_pipeline.wordsOf(require_steps.memberAt(finding, "Compliance", "RelatedRequirements")).filter((words) => /\bCIS\b/i.test(words) && !/\bCIS[ -]Controls\b/i.test(words)).map((words) => isCut(words) ? words.replace(/\s+\S*$/, " …") : words);
}
function benchmarkOf$4(standard, cisVersion) {
	const version = cisVersionOf(standard) ?? (standard === void 0 ? cisVersion : void 0);
	if (version === void 0) return standard === void 0 ? {} : { benchmark: standard };
	const benchmark = require_pipeline.CIS_TITLES.aws;
	return {
		benchmark,
		benchmarkVersion: version,
		cisBenchmark: require_pipeline.cisBenchmarkOf(benchmark, version)
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
	return (isCut(words) ? numbers.slice(0, -1) : numbers).filter(require_pipeline.isRecommendation).map((number) => ({
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
function readFindings(document, reader) {
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
const STATUSES$8 = {
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
	statuses: { "Compliance.Status": STATUSES$8 },
	recognises: holdsFindings,
	read: read$9
};
function read$9(document) {
	const whole = new RecordReader();
	const findings = readFindings(document, whole);
	const checks = findings.filter((finding) => isCheck$1(finding, whole));
	const names = new RuleNames(checks.map(({ value }) => value));
	const scans = [...byStandard(checks)].map(([standard, ofStandard]) => {
		const reader = new RecordReader();
		for (const check of ofStandard) readCheck$3(check, names, reader);
		return reader.scan({
			...productOf(ofStandard),
			...benchmarkOf$4(standard, names.cisVersion)
		}, "");
	});
	const rest = whole.scan(productOf(checks), emptyBecause$1(findings));
	return [
		rest.faults,
		rest.warnings,
		rest.excluded
	].some((list) => list !== void 0) || scans.length === 0 ? [...scans, rest] : scans;
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
		reader.requiredText(check, "GeneratorId", reader.statusOf(compliance, "Status", STATUSES$8));
		return;
	}
	if (!require_steps.isRecord(require_steps.memberOf(finding, "Compliance") ?? {})) {
		reader.recordFault("\"Compliance\" of finding must be an object.", path, { rule });
		return;
	}
	if (typeof (require_steps.memberOf(compliance.value, "SecurityControlId") ?? "") !== "string") {
		reader.recordFault("\"SecurityControlId\" of Compliance must be a string.", compliance.path, { rule });
		return;
	}
	const verdict = reader.requiredVerdict(compliance, "Status", STATUSES$8, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(finding, "Title")),
		reason: reasonOf$6(finding),
		severity: require_pipeline.shortText(require_steps.memberAt(finding, "Severity", "Label"), 50),
		remediation: remediationOf(finding),
		identifiers: rule.recommendations === void 0 ? require_steps.undefinedIfEmpty(wordedRequirementsOf(finding)) : void 0
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
		return require_pipeline.shortText(require_steps.memberOf(reason, "Description"), 300) ?? require_pipeline.shortText(require_steps.memberOf(reason, "ReasonCode"), 100);
	});
	const seen = ownProvider(finding) === void 0 ? void 0 : require_pipeline.shortText(require_steps.memberOf(finding, "Description"));
	const suppressed = require_steps.memberAt(finding, "Workflow", "Status") === "SUPPRESSED" ? "suppressed" : void 0;
	return require_pipeline.joined([suppressed, require_pipeline.joined(described, "; ") ?? seen], ": ");
}
function remediationOf(finding) {
	const recommendation = require_steps.memberAt(finding, "Remediation", "Recommendation");
	return require_pipeline.joined([require_pipeline.shortText(require_steps.memberOf(recommendation, "Text"), 300), require_pipeline.shortText(require_steps.memberOf(recommendation, "Url"), 190)], " ");
}
function ownProvider(finding) {
	return require_pipeline.shortText(require_steps.memberAt(finding, "ProductFields", "ProviderName"), 100);
}
function productOf(checks) {
	const product = onlyOne(checks.map(({ value }) => ownProvider(value) ?? require_pipeline.shortText(require_steps.memberOf(value, "ProductName"), 100)));
	const versions = checks.map(({ value }) => require_pipeline.wordOf(require_steps.memberAt(value, "ProductFields", "ProviderVersion")));
	return require_steps.withoutUndefined({
		scanner: product ?? "AWS Security Hub",
		scannerVersion: onlyOne(versions)
	});
}
// src/results/scanners/docker-bench.ts
const STATUSES$7 = {
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
	statuses: { result: STATUSES$7 },
	read: read$8
};
function read$8(document) {
	const reader = new RecordReader();
	const report = reader.root(document, "docker-bench report");
	const tests = testsOf(report, reader);
	for (const { test, section } of tests) readTest$1(test, section, reader);
	compareTotals$3(report, tests.map(({ test }) => test), reader);
	const facts = require_steps.withoutUndefined({
		scanner: "docker-bench-security",
		scannerVersion: require_pipeline.wordOf(require_steps.memberOf(document, "dockerbenchsecurity")),
		benchmark: require_pipeline.CIS_TITLES.docker,
		cisBenchmark: require_pipeline.cisBenchmarkOf(require_pipeline.CIS_TITLES.docker),
		started: timeOfSeconds(require_steps.memberOf(document, "start")),
		ended: timeOfSeconds(require_steps.memberOf(document, "end"))
	});
	return [reader.scan(facts, "docker-bench-security ran no tests")];
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
		const section = require_pipeline.joined([require_pipeline.wordOf(require_steps.memberOf(value, "id")), require_pipeline.wordOf(require_steps.memberOf(value, "desc"))], " ");
		return reader.requiredEntries(entry, "results", TEST).map((test) => ({
			test,
			section
		}));
	});
}
function readTest$1(test, section, reader) {
	const ruleId = reader.requiredText(test, "id", reader.statusOf(test, "result", STATUSES$7));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(test, "result", STATUSES$7, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(test.value, "desc")),
		reason: require_pipeline.shortText(require_steps.memberOf(test.value, "details")),
		section,
		remediation: require_pipeline.shortText(require_steps.memberOf(test.value, "remediation"))
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
	const found = `the file contains ${require_steps.count(tests.length, "test")}`;
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
	const subject = require_pipeline.joined([
		"resource-type",
		"resource-id",
		"property"
	].map((name) => require_pipeline.shortText(require_steps.memberOf(test, name), 120)), ": ");
	return require_pipeline.joined([subject, errorOf(require_steps.memberOf(test, "err")) ?? describeOutcome(test)], ": ");
}
function errorOf(error) {
	if (require_steps.isRecord(error)) return "error";
	const text = require_steps.textOf(error);
	if (text === void 0) return void 0;
	return text.includes("\n") || text.length > EVIDENCE_FROM ? "error" : require_pipeline.shortText(text);
}
function describeOutcome(test) {
	const outcome = require_steps.recordOf(require_steps.memberOf(test, "matcher-result"));
	const message = require_pipeline.shortText(require_steps.memberOf(outcome, "message"), 100);
	if (message === void 0) return require_steps.memberOf(test, "skipped") === true ? "skipped" : void 0;
	const isShown = SHOWN_PROPERTIES.has(require_pipeline.wordOf(require_steps.memberOf(test, "property")) ?? "");
	const found = foundOf(require_steps.memberOf(outcome, "actual"), isShown);
	return require_pipeline.joined([
		found,
		message,
		expectedOf(require_steps.memberOf(outcome, "expected"))
	], " ");
}
function foundOf(actual, isShown) {
	if (actual === null || actual === void 0) return "expected it";
	const text = typeof actual === "string" ? actual : boundedJson(actual, EVIDENCE_FROM);
	const isShort = text.length < EVIDENCE_FROM && !text.trim().includes("\n");
	return isShown && isShort ? `expected ${text}` : "expected what was found";
}
function expectedOf(expected) {
	if (expected === void 0 || expected === null) return void 0;
	return require_pipeline.shortText(typeof expected === "string" ? expected : boundedJson(expected, 200), 200);
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
	const nameOf = (member) => require_pipeline.wordOf(require_steps.memberAt(value, "meta", member));
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
function runFactsOf$1(descriptions, tests) {
	const meta = require_steps.recordOf(require_steps.memberOf(descriptions[0]?.value, "meta"));
	const platform = require_steps.withoutUndefined({
		product: require_pipeline.wordOf(require_steps.memberOf(meta, "host_os_distribution")),
		version: require_pipeline.wordOf(require_steps.memberOf(meta, "host_os_release"))
	});
	return require_steps.withoutUndefined({
		...benchmarkOf$3(meta),
		platform: Object.keys(platform).length > 0 ? platform : void 0,
		...timesOf$2(meta, tests)
	});
}
function benchmarkOf$3(meta) {
	const [type, product, version] = [
		"type",
		"os",
		"version"
	].map((name) => require_pipeline.wordOf(require_steps.memberOf(meta, `benchmark_${name}`)));
	const benchmark = require_pipeline.joined([type, product], " ");
	const number = version?.replace(/^v(?=\d)/i, "");
	if (type !== "CIS") return require_steps.withoutUndefined({
		benchmark,
		contentVersion: number
	});
	const cisBenchmark = require_pipeline.cisBenchmarkOf(product ?? "", number);
	return require_steps.withoutUndefined({
		benchmark,
		benchmarkVersion: number,
		cisBenchmark
	});
}
function timesOf$2(meta, tests) {
	const epoch = Number(require_steps.memberOf(meta, "host_epoch"));
	const starts = tests.map(({ value }) => require_pipeline.timeOf(require_steps.memberOf(value, "start-time")));
	const ends = tests.map(({ value }) => require_pipeline.timeOf(require_steps.memberOf(value, "end-time")));
	return require_steps.withoutUndefined({
		started: epoch > 0 ? epoch * 1e3 : require_pipeline.earliest(starts),
		ended: require_pipeline.latest(ends)
	});
}
// src/results/scanners/goss/summary.ts
function compareSummary(report, reader) {
	const tests = require_steps.listOf(require_steps.memberOf(report.value, "results"));
	const failed = tests.filter((test) => require_pipeline.wordOf(require_steps.memberOf(test, "result")) === "1");
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
		const sentence = `goss counted ${require_steps.count(stated, what)}, but the file contains ${found}: results may be missing.`;
		reader.warn(sentence, ["summary", member]);
	}
}
// src/results/scanners/goss/goss.ts
const STATUSES$6 = {
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
	statuses: { result: STATUSES$6 },
	recognises: recognises$3,
	read: read$7
};
function recognises$3(document) {
	const results = require_steps.memberOf(document, "results");
	return require_steps.memberAt(document, "summary", "test-count") !== void 0 && (Array.isArray(results) || results === null);
}
function read$7(document) {
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
		...runFactsOf$1(descriptions, tests)
	};
	return [reader.scan(facts, "goss ran no tests")];
}
function readDescription(test, reader) {
	reader.exclude("description of the run");
	if (require_pipeline.wordOf(require_steps.memberOf(test.value, "result")) !== "0") reader.warn("The test that describes the run did not pass: its description may be wrong.", test.path);
	noteTargets$2(test, reader);
}
function readTest(entry, reader) {
	const { value: test, path } = entry;
	const ruleIds = ruleIdsOf(test);
	const stated = reader.statusOf(entry, "result", STATUSES$6);
	if (ruleIds.length === 0) {
		reader.recordFault("goss test has no \"meta.CIS_ID\", \"title\" or \"resource-id\".", path, stated);
		return;
	}
	if (hasInvalidId(test)) {
		const sentence = "\"meta.CIS_ID\" of goss test contains something that is not an id.";
		for (const ruleId of ruleIds) reader.recordFault(sentence, path, {
			rule: { ruleId },
			...stated
		});
		return;
	}
	for (const ruleId of ruleIds) {
		const code = reader.requiredVerdict(entry, "result", STATUSES$6, { ruleId });
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
			identifiers: require_steps.undefinedIfEmpty(identifiers)
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
	const ids = listed(require_steps.memberAt(test, "meta", "CIS_ID")).flatMap((id) => require_pipeline.idAsWritten(id, title) ?? []);
	return [...new Set(ids)];
}
function hasInvalidId(test) {
	const stated = require_steps.memberAt(test, "meta", "CIS_ID");
	if (stated === void 0 || stated === null || stated === "") return false;
	return listed(stated).some((id) => require_pipeline.idAsWritten(id, void 0) === void 0);
}
function warnOfTestsWithoutId(tests, reader) {
	const without = tests.filter(({ value }) => cisIdsOf(value).length === 0);
	const [first] = without;
	if (first === void 0 || without.length === tests.length) return;
	const have = `${require_steps.count(without.length, "test")} ${without.length === 1 ? "has" : "have"}`;
	reader.warn(`${have} no "meta.CIS_ID", although others do: named by title or resource.`, first.path);
}
function listed(value) {
	return Array.isArray(value) ? require_steps.listOf(value) : [value];
}
function titleOf(title, ruleId) {
	const own = (require_steps.textOf(title) ?? "").split("\n").map((line) => line.trim()).find((line) => line.startsWith(ruleId) && /^\s*\|/.test(line.slice(ruleId.length)));
	return require_pipeline.shortText(own ?? title);
}
function levelOf(meta) {
	const levels = ["server", "workstation"].map((profile) => {
		const level = require_pipeline.wordOf(require_steps.memberOf(meta, profile));
		return level !== void 0 && /^\d$/.test(level) ? `Level ${level} ${profile}` : void 0;
	});
	return require_pipeline.joined(levels, ", ");
}
function controlIdentifiers(meta) {
	return Object.keys(meta).filter((name) => /^CISv\d+$/.test(name)).flatMap((name) => require_pipeline.wordsOf(meta[name]).map((control) => `${name} ${control}`));
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
	const word = require_pipeline.wordOf(require_steps.memberOf(value, "status"));
	return word === void 0 ? void 0 : require_xml.verdictOf(word, OUTCOMES);
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
	const unknown = tests.find((test) => test.undefinedWord !== void 0);
	if (unknown?.undefinedWord !== void 0) return {
		result,
		status: "UNKNOWN",
		undefinedWord: unknown.undefinedWord
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
	return require_pipeline.wordOf(require_steps.memberAt(control, "waiver_data", "skipped_due_to_waiver")) === "true";
}
function isKeptFromRunning({ value, tests }) {
	return isWaived(value) && !tests.some(isBroken);
}
function hasNoImpact(control) {
	const impact = require_pipeline.wordOf(require_steps.memberOf(control, "impact"));
	return impact !== void 0 && (impact === "none" || Number(impact) === 0);
}
// src/results/scanners/inspec/reason.ts
const ATTESTED = /\bstatus (?:provided through|via) attestation\b/i;
function reasonOf$4(control, { status }) {
	const { value, tests } = control;
	const notes = [waiverNote(value), attestationNote(control)];
	if (isWaived(value) && status === "NOT_EVALUATED") return require_pipeline.joined(notes, "; ");
	return require_pipeline.joined([...notes, reasonInTests(tests, status)], "; ");
}
function reasonInTests(tests, status) {
	if (status === "PASSED") return void 0;
	if (tests.length === 0) return status === "ERROR" ? "the control has no results" : void 0;
	if (status === "ERROR") return describeTests(tests.filter(isBroken));
	if (status === "FAILED") return describeTests(tests.filter((test) => test.status === "FAILED"));
	const skipped = new Set(tests.map(({ value }) => require_xml.writtenMessage(require_steps.memberOf(value, "skip_message"))));
	return require_pipeline.joined([...skipped], "; ");
}
function describeTests(tests) {
	const sentences = tests.filter((test) => !isAttestation(test)).slice(0, 3).map(({ value }) => {
		const exception = exceptionOf(value)?.replace(/^RSpec::.*/, "");
		const parts = [
			require_xml.descriptionOf(require_steps.memberOf(value, "code_desc")),
			exception,
			require_xml.foundIn(require_steps.memberOf(value, "message"))
		];
		return require_pipeline.joined(parts, ": ");
	});
	return require_pipeline.joined(sentences, "; ");
}
function waiverNote(control) {
	const waiver = require_steps.memberOf(control, "waiver_data");
	if (!require_steps.isRecord(waiver) || Object.keys(waiver).length === 0) return void 0;
	const expired = require_xml.writtenMessage(require_steps.memberOf(waiver, "message"));
	const what = isWaived(control) ? "waived" : expired === void 0 ? "waived, but run" : void 0;
	return require_pipeline.joined([
		what,
		expired,
		require_pipeline.shortText(require_steps.memberOf(waiver, "justification"))
	], ": ");
}
function attestationNote({ value, tests }) {
	const result = tests.find(isAttestation);
	if (result === void 0) return void 0;
	const hasExpired = /\bexpired\b/i.test(require_steps.textOf(require_steps.memberOf(result.value, "code_desc")) ?? "");
	const data = require_steps.recordOf(require_steps.memberOf(value, "attestation_data") ?? require_steps.memberAt(value, "attestation"));
	const updated = require_pipeline.wordOf(require_steps.memberOf(data, "updated"));
	const what = `${hasExpired ? "attestation has expired" : "attested by hand"}${updated === void 0 ? "" : ` (${updated})`}`;
	return require_pipeline.joined([what, require_pipeline.shortText(require_steps.memberOf(data, "explanation"))], ": ");
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
		const name = require_steps.quote(require_pipeline.shortText(require_steps.memberOf(profile.value, "name"), 100) ?? "without a name");
		const sentence = `${(require_pipeline.joined([`The profile ${name} did not run`, whyProfileDidNotRun(profile.value)], ": ") ?? "").replace(/\.$/, "")}. Its rules were not evaluated.`;
		if (!reported.has(sentence)) reader.warn(sentence, profile.path);
		reported.add(sentence);
	}
}
function emptyBecause(profiles) {
	const skipped = profiles.map(({ value }) => {
		const message = whyProfileDidNotRun(value);
		return message === void 0 ? void 0 : require_pipeline.joined([require_pipeline.shortText(require_steps.memberOf(value, "name")), message], ": ");
	});
	return require_pipeline.joined(skipped, "; ") ?? "InSpec ran no controls";
}
function whyProfileDidNotRun(profile) {
	return require_pipeline.shortText(require_steps.memberOf(profile, "status_message")) ?? require_pipeline.shortText(require_steps.memberOf(profile, "skip_message"));
}
function runFactsOf(document, profiles, controls) {
	const roots = profiles.filter(didRun).filter(({ value }) => require_steps.textOf(require_steps.memberOf(value, "parent_profile")) === void 0);
	const only = roots.length === 1 ? roots[0]?.value : void 0;
	const title = require_pipeline.shortText(require_steps.memberOf(only, "title"));
	const cisBenchmark = require_pipeline.benchmarkInTitle(title ?? "");
	return require_steps.withoutUndefined({
		...scannerOf(document),
		profile: require_pipeline.joined([...new Set(roots.map(({ value }) => require_pipeline.shortText(require_steps.memberOf(value, "name"), 100)))], ", "),
		benchmark: title,
		benchmarkVersion: cisBenchmark?.version,
		contentVersion: require_pipeline.wordOf(require_steps.memberOf(only, "version")),
		cisBenchmark,
		platform: platformOf$2(document),
		...timesOf$1(controls),
		runId: require_steps.textOf(require_steps.memberOf(document, "report_uuid"))
	});
}
function scannerOf(document) {
	const scanner = require_steps.memberAt(document, "platform", "name") === CONVERTER ? "MITRE SAF" : "InSpec";
	return require_steps.withoutUndefined({
		scanner,
		scannerVersion: require_pipeline.wordOf(require_steps.memberOf(document, "version"))
	});
}
function platformOf$2(document) {
	const platform = require_steps.memberOf(document, "platform");
	const product = require_pipeline.wordOf(require_steps.memberOf(platform, "name"));
	if (!require_steps.isRecord(platform) || product === CONVERTER) return void 0;
	const known = require_steps.withoutUndefined({
		product,
		version: require_pipeline.wordOf(require_steps.memberOf(platform, "release"))
	});
	return Object.keys(known).length > 0 ? known : void 0;
}
function timesOf$1(controls) {
	let started;
	let ended;
	for (const test of controls.flatMap(({ tests }) => tests)) {
		const start = isAttestation(test) ? void 0 : require_pipeline.timeOf(require_steps.memberOf(test.value, "start_time"));
		if (start === void 0) continue;
		const end = start + secondsOf(test) * 1e3;
		started = Math.min(started ?? start, start);
		ended = Math.max(ended ?? end, end);
	}
	return require_steps.withoutUndefined({
		started,
		ended: ended === void 0 ? void 0 : Math.round(ended)
	});
}
function secondsOf({ value }) {
	const seconds = require_steps.memberOf(value, "run_time");
	return typeof seconds === "number" && seconds > 0 && seconds < 1e6 ? seconds : 0;
}
// src/results/scanners/inspec/statistics.ts
const GENERATED_NAME = "(generated from ";
function compareStatistics(document, controls, reader) {
	const counted = controls.filter(({ rule, tests }) => tests.length > 0 && !rule.ruleId.startsWith(GENERATED_NAME));
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
		reader.warn(`InSpec counted ${require_steps.count(stated, what)}, but the file contains ${found}: results may be missing.`, path);
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
	return reader.scan(runFactsOf(document, profiles, controls), emptyBecause(profiles));
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
	const numbers = [...numbersIn(control.value), require_pipeline.recommendationInId(ruleId)];
	const recommendations = require_pipeline.recommendationsIn(numbers.filter((number) => number !== void 0));
	return {
		ruleId,
		...require_steps.withoutUndefined({ recommendations })
	};
}
function numbersIn(control) {
	const tags = require_steps.memberOf(control, "tags");
	const title = require_pipeline.shortText(require_steps.memberOf(control, "title"));
	return NUMBER_TAGS.flatMap((name) => {
		const value = require_steps.memberOf(tags, name);
		return (Array.isArray(value) ? value : [value]).flatMap((id) => require_pipeline.idAsWritten(id, title) ?? []);
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
	if (others > 0) reader.warn(`The file contains ${require_steps.count(others, "test")} outside any control.`, ["other_checks"]);
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
	const profiles = new Set(rows.map(({ value }) => require_pipeline.shortText(require_steps.memberOf(value, "profile_id"), 100)));
	const facts = require_steps.withoutUndefined({ profile: require_pipeline.joined([...profiles], ", ") });
	return reader.scan({
		...scannerOf(document),
		...facts,
		...timesOf$1(controls)
	}, "InSpec ran no tests");
}
function addResult(control, reader) {
	if (isContradicted(control)) reader.warn("\"status\" of the InSpec control is better than its results; it is sent unchanged.", control.path);
	reader.add(resultOf(control));
}
function resultOf(control) {
	const { rule, value, tests, path } = control;
	const verdict = verdictOfControl$3(control);
	const tags = require_steps.recordOf(require_steps.memberOf(value, "tags"));
	return {
		...require_steps.withoutUndefined({
			title: require_pipeline.shortText(require_steps.memberOf(value, "title")) ?? require_pipeline.shortText(require_steps.memberOf(value, "desc"), 150),
			reason: reasonOf$4(control, verdict),
			severity: require_pipeline.shortText(require_steps.memberOf(tags, "severity"), 50) ?? severityOf$1(require_steps.memberOf(value, "impact")),
			level: require_pipeline.wordOf(require_steps.memberOf(tags, "cis_level")) ?? require_pipeline.wordOf(require_steps.memberOf(tags, "level")),
			remediation: require_pipeline.shortText(require_steps.memberOf(tags, "fix")) ?? fixOf(value),
			identifiers: identifiersOf(tags),
			counts: tests.length > 1 ? require_steps.countResults(tests.map(({ status }) => status)) : void 0
		}),
		...rule,
		...verdict,
		at: { path }
	};
}
function severityOf$1(impact) {
	if (typeof impact !== "number") return void 0;
	if (impact < .1) return "none";
	if (impact < .4) return "low";
	if (impact < .7) return "medium";
	return impact < .9 ? "high" : "critical";
}
function fixOf(control) {
	const fix = require_steps.listOf(require_steps.memberOf(control, "descriptions")).find((one) => require_steps.memberOf(one, "label") === "fix");
	return require_pipeline.shortText(require_steps.memberOf(fix, "data"));
}
function identifiersOf(tags) {
	const ids = [
		...NUMBER_TAGS,
		"cce",
		"stig_id"
	].flatMap((name) => require_pipeline.wordsOf(require_steps.memberOf(tags, name)));
	return require_steps.undefinedIfEmpty(ids.filter((id) => !require_pipeline.isRecommendation(id)));
}
// src/results/scanners/kube-bench/benchmark.ts
function benchmarkOf$2(version) {
	const scanner = "kube-bench";
	if (version === void 0) return {
		scanner,
		benchmark: require_pipeline.CIS_TITLES.kubernetes
	};
	const [, product = "", number = ""] = /^(?:([a-z]+)-)?(\d+(?:\.\d+)+)$/.exec(version) ?? [];
	const key = product === "" || product === "cis" ? "kubernetes" : product === "rh" ? "openshift" : product;
	if (number !== "" && require_pipeline.isCisTitleKey(key) && version !== "rh-0.7") {
		const benchmark = require_pipeline.CIS_TITLES[key];
		return {
			scanner,
			benchmark,
			benchmarkVersion: number,
			cisBenchmark: require_pipeline.cisBenchmarkOf(benchmark, number)
		};
	}
	if (!/\bcis-\d/.test(version)) return {
		scanner,
		benchmark: version
	};
	const benchmark = require_pipeline.CIS_TITLES.kubernetes;
	return {
		scanner,
		benchmark,
		contentVersion: version,
		cisBenchmark: require_pipeline.cisBenchmarkOf(benchmark)
	};
}
function platformOf$1(groups) {
	const versions = new Set(groups.map(({ value }) => require_pipeline.wordOf(require_steps.memberOf(value, "detected_version"))));
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
	return /Not numeric value|Invalid Number/.test(expected) ? void 0 : require_pipeline.shortText(expected, 300);
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
	reader.warn(`kube-bench counted ${described(stated)} in ${where}; the file contains ${described(found)}: results may be missing.`, path);
}
// src/results/scanners/kube-bench/kube-bench.ts
const STATUSES$5 = {
	PASS: "PASSED",
	FAIL: "FAILED",
	INFO: "NOT_EVALUATED",
	WARN: "NOT_EVALUATED"
};
const GROUP = "kube-bench control group";
const EMPTY$1 = "kube-bench ran no tests";
const kubeBench = {
	kind: "data",
	name: "kube-bench",
	shape: "an object with `Controls`, or a list of controls with `node_type` and `tests`",
	statuses: { status: STATUSES$5 },
	recognises: recognises$2,
	read: read$6
};
function recognises$2(document) {
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
function read$6(document) {
	const whole = new RecordReader();
	const scans = runsOf$1(groupsOf(document, whole)).map((run) => {
		const reader = new RecordReader();
		for (const group of run.groups) readGroup$1(group, reader);
		return reader.scan(require_steps.withoutUndefined({
			...benchmarkOf$2(run.version),
			platform: platformOf$1(run.groups)
		}), EMPTY$1);
	});
	const rest = whole.scan({ scanner: "kube-bench" }, EMPTY$1);
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
		const version = require_pipeline.shortText(require_steps.memberOf(group.value, "version"), 100);
		const last = runs.at(-1);
		if (last !== void 0 && last.version === version) last.groups.push(group);
		else runs.push({
			version,
			groups: [group]
		});
	}
	return runs;
}
function readGroup$1(group, reader) {
	const source = require_pipeline.shortText(require_steps.memberOf(group.value, "node_type"), 100);
	const stated = totalsOf(group.value);
	for (const section of sectionsOf(group, stated, reader)) {
		const names = ["section", "desc"].map((name) => require_pipeline.shortText(require_steps.memberOf(section.value, name), 200));
		const common = require_steps.withoutUndefined({
			section: require_pipeline.joined(names, " "),
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
	const ruleId = reader.requiredText(entry, "test_number", reader.statusOf(entry, "status", STATUSES$5));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(entry, "status", STATUSES$5, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(check, "test_desc")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf$3(check),
		remediation: require_pipeline.shortText(require_steps.memberOf(check, "remediation"))
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
	const reason = withoutOutput(require_steps.memberOf(check, "reason"));
	return require_pipeline.joined([reason, expected === void 0 ? void 0 : `expected: ${expected}`], "; ");
}
function withoutOutput(reason) {
	if (typeof reason !== "string") return void 0;
	if (reason.trimStart().startsWith("failed to run:")) {
		const exit = /, error: ((?:exit status|signal:) [\w ]{1,40})$/.exec(reason.trimEnd().slice(-100))?.[1];
		return require_pipeline.joined(["the audit command failed", exit], ": ");
	}
	return /["\n]/.test(reason.trim()) ? "the test could not be evaluated" : require_pipeline.shortText(reason, 200);
}
// src/results/scanners/kubescape.ts
const STATUSES$4 = {
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
		"statusInfo.status": STATUSES$4,
		"statusInfo.subStatus": SUB_STATUSES
	},
	recognises: (document) => require_steps.isRecord(require_steps.memberAt(document, "summaryDetails", "controls")) && require_steps.memberAt(document, "summaryDetails", "frameworks") !== void 0,
	read: read$5
};
function read$5(document) {
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
	const facts = factsOf$2(require_steps.recordOf(document));
	return runsOf(controlsOf(summary, reader), frameworks).map((run, index) => {
		const ofRun = index === 0 ? reader : new RecordReader();
		for (const control of run.controls) readControl$2(control, run.frameworks, ofRun);
		return ofRun.scan({
			...facts,
			...benchmarkOf$1(run.frameworks)
		}, "Kubescape checked no controls");
	});
}
function frameworkOf(entry, reader) {
	const name = require_pipeline.wordOf(require_steps.memberOf(entry.value, "name")) ?? "";
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
	reader.warn(`The file contains ${frameworks.length} frameworks (${names}). Only controls of CIS frameworks have recommendation numbers.`, ["summaryDetails", "frameworks"]);
}
function warnOfGaps(coverage, reader) {
	const gaps = Object.entries(require_steps.recordOf(coverage)).flatMap(([name, list]) => Array.isArray(list) && list.length > 0 ? [`${list.length} ${require_steps.shortened(name, 40)}`] : []);
	if (gaps.length > 0) reader.warn(`Kubescape could not check everything: ${require_steps.allOf(gaps)}.`, ["scanCoverage"]);
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
		const status = reader.statusOf(entry, "status", STATUSES$4);
		reader.recordFault("Kubescape control has no \"controlID\".", path, status);
		return;
	}
	const rule = {
		ruleId: id,
		...require_steps.withoutUndefined({ recommendations: recommendationsOf$2(id, control, frameworks) })
	};
	const verdict = requiredVerdict$1(entry, rule, reader);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(control, "name")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf$2(control),
		severity: severityOf(control),
		section: require_pipeline.shortText(require_steps.memberAt(control, "category", "name"), 100)
	});
	reader.add({
		...details,
		...rule,
		...verdict,
		at: { path }
	});
}
function recommendationsOf$2(id, control, frameworks) {
	const benchmarks = frameworks.filter(({ isCis }) => isCis);
	const own = benchmarks.length === frameworks.length ? [require_steps.memberOf(control, "name")] : [];
	const numbers = [...benchmarks.map(({ controlNames }) => controlNames.get(id)), ...own].flatMap((name) => /^CIS-(\d+(?:\.\d+)+)\b/.exec(require_pipeline.wordOf(name) ?? "")?.[1] ?? []);
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
	const verdict = reader.requiredVerdict(owner, "status", STATUSES$4, rule);
	const sub = verdict?.result === "passed" || verdict?.result === "skipped" ? subStatusOf(info, control, verdict) : void 0;
	return verdict === void 0 || sub === void 0 ? verdict : {
		...sub,
		result: `${verdict.result}/${sub.result}`
	};
}
function subStatusOf(info, control, { result }) {
	const stated = require_pipeline.wordOf(require_steps.memberOf(info, "subStatus"));
	if (stated !== void 0) return require_xml.verdictOf(stated, SUB_STATUSES);
	const resources = require_steps.memberOf(control, "ResourceCounters");
	if (result !== "passed" || !require_steps.isRecord(resources)) return void 0;
	if (countOf(require_steps.memberAt(control, "subStatusCounters", "ignoredResources")) + countOf(require_steps.memberOf(resources, "excludedResources")) > 0) return require_xml.verdictOf("w/exceptions", SUB_STATUSES);
	return [
		"passedResources",
		"failedResources",
		"skippedResources"
	].every((name) => require_steps.memberOf(resources, name) === 0) ? require_xml.verdictOf("irrelevant", SUB_STATUSES) : void 0;
}
function reasonOf$2(control) {
	const resources = require_steps.recordOf(require_steps.memberOf(control, "ResourceCounters"));
	const failed = countOf(require_steps.memberOf(resources, "failedResources"));
	return require_pipeline.joined([require_pipeline.singleLine(require_steps.memberAt(control, "statusInfo", "info")), failed === 0 ? void 0 : `${failed} of ${totalOf$1(resources)} resources failed`], "; ");
}
function totalOf$1(resources) {
	return Object.values(resources).reduce((sum, value) => sum + countOf(value), 0);
}
function countOf(value) {
	return typeof value === "number" ? value : 0;
}
function severityOf(control) {
	const factor = require_steps.memberOf(control, "scoreFactor");
	const stated = require_pipeline.wordOf(require_steps.memberOf(control, "severity"));
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
function factsOf$2(report) {
	return require_steps.withoutUndefined({
		scanner: "Kubescape",
		scannerVersion: require_pipeline.wordOf(require_steps.memberAt(report, "metadata", "scanMetadata", "kubescapeVersion")),
		platform: platformOf(report),
		ended: require_pipeline.timeOf(require_steps.memberOf(report, "generationTime"))
	});
}
function platformOf(report) {
	const version = require_pipeline.wordOf(require_steps.memberAt(report, "clusterAPIServerInfo", "gitVersion"));
	const released = /^v?(\d+\.\d+\.\d+)/.exec(version ?? "")?.[1];
	return released === void 0 ? void 0 : {
		product: "Kubernetes",
		version: released
	};
}
function benchmarkOf$1(frameworks) {
	const [only, ...others] = frameworks.filter(({ isCis }) => isCis);
	const [profile, cloud = "kubernetes", release, version] = /^cis-(?:([a-z]+)-|v([\d.]+)-)?[tv](\d+(?:\.\d+)+)$/.exec(only?.name ?? "") ?? [];
	if (others.length > 0 || version === void 0 || !require_pipeline.isCisTitleKey(cloud)) {
		const names = frameworks.map(({ name }) => name);
		return require_steps.withoutUndefined({ benchmark: require_pipeline.joined(names, ", ") });
	}
	const title = release === void 0 ? require_pipeline.CIS_TITLES[cloud] : `CIS Kubernetes V${release} Benchmark`;
	return {
		benchmark: title,
		benchmarkVersion: version,
		cisBenchmark: require_pipeline.cisBenchmarkOf(title, version),
		...require_steps.withoutUndefined({ profile })
	};
}
// src/results/scanners/powerpipe.ts
const STATUSES$3 = {
	ok: "PASSED",
	alarm: "FAILED",
	error: "ERROR",
	info: "INFORMATIONAL",
	skip: "NOT_APPLICABLE"
};
const MANUAL = {
	...STATUSES$3,
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
const REMEDY = "Run the benchmark with the connection of one account (`--search-path-prefix`).";
const powerpipe = {
	kind: "data",
	name: "powerpipe",
	shape: "an object with `group_id`, and `groups` or `controls`",
	statuses: {
		status: STATUSES$3,
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
	const empty = whyEmpty(root.value);
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
	const section = require_pipeline.shortText(require_steps.memberOf(group.value, "title"), 200);
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
	const title = require_pipeline.shortText(require_steps.memberOf(group, "title"), 200);
	const version = require_pipeline.wordOf(require_steps.memberAt(group, "tags", "cis_version"))?.replace(/^v(?=\d)/, "");
	if (version === void 0) return {
		scanner,
		...require_steps.withoutUndefined({ benchmark: title })
	};
	const stated = title?.replace(/\s+v?\d+(\.\d+)*$/, "");
	const plugin = require_pipeline.wordOf(require_steps.memberAt(group, "tags", "plugin")) ?? "";
	const isFoundation = /^(?:\S+ )?CIS$/.test(stated ?? "") && require_pipeline.isCisTitleKey(plugin);
	const benchmark = isFoundation ? require_pipeline.CIS_TITLES[plugin] : stated;
	const cisBenchmark = isFoundation ? require_pipeline.cisBenchmarkOf(require_pipeline.CIS_TITLES[plugin], version) : { version };
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
		title: require_pipeline.shortText(require_steps.memberOf(control, "title")),
		severity: require_pipeline.wordOf(require_steps.memberOf(control, "severity")),
		section,
		level: require_pipeline.wordOf(require_steps.memberOf(tags, "cis_level"))
	});
	const type = require_steps.memberOf(tags, "cis_type");
	const statuses = type === "manual" || isCis && type !== "automated" ? MANUAL : STATUSES$3;
	for (const result of reader.entries(entry, "results", "Powerpipe result", rule)) {
		noteAccount(result, require_steps.memberOf(tags, "plugin"), reader);
		const verdict = reader.requiredVerdict(result, "status", statuses, rule);
		if (verdict === void 0) continue;
		const reason = verdict.status === "PASSED" ? void 0 : require_pipeline.singleLine(require_steps.memberOf(result.value, "reason"));
		reader.add({
			...common,
			...require_steps.withoutUndefined({ reason }),
			...verdict,
			at: { path: result.path }
		});
	}
	if (error !== void 0) {
		const reason = require_pipeline.singleLine(error) ?? "the control could not run";
		reader.add({
			...common,
			reason,
			result: "error",
			status: "ERROR",
			at: { path }
		});
	}
	if (listed === 0) {
		const reason = "the control has no results";
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
	const number = require_pipeline.wordOf(require_steps.memberOf(tags, "cis_item_id")) ?? "";
	return /^\d+(\.\d+)+$/.test(number) ? [number] : void 0;
}
function noteAccount(result, plugin, reader) {
	const schemes = typeof plugin === "string" && Object.hasOwn(ACCOUNTS$1, plugin) ? ACCOUNTS$1[plugin] : void 0;
	if (schemes === void 0) return;
	for (const dimension of require_steps.listOf(require_steps.memberOf(result.value, "dimensions"))) {
		const key = require_steps.textOf(require_steps.memberOf(dimension, "key"));
		const name = require_steps.textOf(require_steps.memberOf(dimension, "value"));
		const scheme = key !== void 0 && Object.hasOwn(schemes, key) ? schemes[key] : void 0;
		if (scheme !== void 0 && name !== void 0) reader.target(scheme, name, [...result.path, "dimensions"], REMEDY);
	}
}
function compareTotals$1(root, listed, reader) {
	const stated = totalOf(require_steps.memberAt(root.value, "summary", "status"));
	if (stated === void 0 || stated === listed) return;
	reader.warn(`The summary counts ${require_steps.count(stated, "result")}, but the file lists ${listed}.`, ["summary"]);
}
function totalOf(summary) {
	if (!require_steps.isRecord(summary)) return void 0;
	return Object.values(summary).reduce((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
}
function whyEmpty(root) {
	return require_steps.memberOf(root, "group_id") === "error" ? "Powerpipe could not run" : "Powerpipe ran no controls";
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
		const remedy = option === void 0 ? void 0 : `To scan one of them, use Prowler's \`${option}\`.`;
		reader.target(scheme, name, path, remedy);
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
		scheme: require_pipeline.joined([provider, "account"], " ") ?? "account",
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
	return Object.keys(compliance).filter((name) => /^CIS-\d/.test(name)).map((name) => [name, require_pipeline.wordsOf(compliance[name])]);
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
		const own = requirementsOf(value).flatMap(([, all]) => all).filter(require_pipeline.isRecommendation);
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
	return require_steps.undefinedIfEmpty(requirementsOf(finding).flatMap(([name, all]) => all.map((number) => `${name} ${number}`)));
}
function benchmarkFactsOf(benchmark, findings) {
	const version = benchmark?.slice(4);
	const provider = findings.map(({ value }) => providerOf(value)).find((name) => name !== void 0);
	if (version === void 0 || provider === void 0 || !require_pipeline.isCisTitleKey(provider)) return {};
	const title = require_pipeline.CIS_TITLES[provider];
	return {
		benchmark: title,
		benchmarkVersion: version,
		cisBenchmark: require_pipeline.cisBenchmarkOf(title, version)
	};
}
// src/results/scanners/prowler-ocsf/prowler-ocsf.ts
const STATUSES$2 = {
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
	statuses: { status_code: STATUSES$2 },
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
		scannerVersion: require_pipeline.wordOf(version)
	});
	return [reader.scan({
		...facts,
		...benchmarkFactsOf(benchmark, findings),
		...timesOf(findings)
	}, "Prowler wrote no findings")];
}
function readFinding(entry, numbers, reader) {
	const { value: finding, path } = entry;
	const ruleId = reader.requiredText(metadataEntry(entry), "event_code", reader.statusOf(entry, "status_code", STATUSES$2));
	if (ruleId === void 0) return;
	const rule = ruleOf(ruleId, numbers);
	const verdict = reader.requiredVerdict(entry, "status_code", STATUSES$2, rule);
	if (verdict === void 0) return;
	const information = require_steps.memberOf(finding, "finding_info");
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(information, "title")),
		reason: reasonOf$1(finding),
		severity: require_pipeline.shortText(require_steps.memberOf(finding, "severity"), 50),
		section: require_pipeline.shortText(require_steps.memberAt(require_steps.listOf(require_steps.memberOf(finding, "resources"))[0], "group", "name"), 100),
		remediation: require_pipeline.shortText(require_steps.memberAt(finding, "remediation", "desc")),
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
	const muted = require_steps.memberOf(finding, "status") === "Suppressed" ? "muted in Prowler" : void 0;
	const detail = require_pipeline.shortText(require_steps.memberOf(finding, "status_detail")) ?? require_pipeline.shortText(require_steps.memberOf(finding, "message"));
	return require_pipeline.joined([muted, detail], ": ");
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
const STATUSES$1 = {
	pass: "PASSED",
	fail: "FAILED",
	mixed: "FAILED",
	skip: "NOT_EVALUATED",
	warn: "NOT_EVALUATED",
	notApplicable: "NOT_APPLICABLE"
};
const KIND$1 = "ClusterScanReport";
const SCANNER$1 = "Rancher security-scan";
const EMPTY = "Rancher ran no checks";
const rancher = {
	kind: "data",
	name: "rancher",
	shape: "a `ClusterScanReport`, or an object with `version`, `notApplicable` and `results[].checks`",
	statuses: { state: STATUSES$1 },
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
	const ended = require_pipeline.timeOf(require_steps.memberOf(spec, "lastRunTimestamp"));
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
	if (typeof text !== "string") return "must be a string";
	try {
		const value = JSON.parse(text);
		if (!require_steps.isRecord(value)) return "must contain a JSON object";
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
		const names = ["id", "description"].map((name) => require_pipeline.shortText(require_steps.memberOf(group.value, name), 200));
		for (const check of reader.requiredEntries(group, "checks", "Rancher check")) {
			listed += 1;
			readCheck$1(check, require_pipeline.joined(names, " "), reader);
		}
	}
	const total = require_steps.memberOf(report.value, "total");
	if (typeof total === "number" && total !== listed) reader.warn(`The report counts ${require_steps.count(total, "check")} in total, but the file lists ${listed}.`, [...report.path, "total"]);
	const profile = require_pipeline.wordOf(require_steps.memberOf(report.value, "version"));
	const benchmark = {
		...benchmarkOf$2(profile),
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
	const ruleId = reader.requiredText(entry, "id", reader.statusOf(entry, "state", STATUSES$1));
	if (ruleId === void 0) return;
	const rule = { ruleId };
	const verdict = reader.requiredVerdict(entry, "state", STATUSES$1, rule);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(check, "description")),
		reason: verdict.status === "PASSED" ? void 0 : reasonOf(check),
		section,
		remediation: require_pipeline.shortText(require_steps.memberOf(check, "remediation")),
		source: require_pipeline.joined(require_pipeline.wordsOf(require_steps.memberOf(check, "node_type")), ", ")
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
	const nodes = require_pipeline.joined(require_pipeline.wordsOf(require_steps.memberOf(check, "nodes")), ", ");
	const parts = [expected && `expected: ${expected}`, nodes && `nodes: ${nodes}`];
	return require_pipeline.joined(parts, "; ");
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
	return require_pipeline.shortText(message.slice(0, MESSAGE_AT_MOST).replaceAll(/'?\{".*?(?:"\}'?|$)/gs, "…"), 200);
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
			title: require_pipeline.shortText(require_steps.memberOf(control, "Name")),
			reason: verdict.status === "PASSED" ? void 0 : describeFindings(results),
			severity: require_pipeline.shortText(require_steps.memberOf(control, "Severity"), 50),
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
			...require_steps.withoutUndefined({ undefinedWord: status === "UNKNOWN" ? undefinedWord : void 0 })
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
	].every((name) => listLengthOf(require_steps.memberOf(entry.value, name)) === 0)) reader.recordFault("Trivy result lists no findings: no \"Misconfigurations\", \"Vulnerabilities\" or \"Secrets\".", entry.path, { rule });
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
	const findings = results.slice(0, 3).map(({ value }) => {
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
		return require_pipeline.joined([require_pipeline.shortText(require_steps.memberOf(value, "Target"), 120), what.find((text) => text !== void 0)], ": ");
	});
	return require_pipeline.joined(findings, "; ");
}
function resolutionOf(results) {
	return results.slice(0, 3).flatMap(({ value }) => require_steps.listOf(require_steps.memberOf(value, "Misconfigurations")).slice(0, 3)).map((check) => require_pipeline.shortText(require_steps.memberOf(check, "Resolution"))).find((text) => text !== void 0);
}
// src/results/scanners/trivy/benchmark.ts
const SPECS = {
	k8s: "kubernetes",
	docker: "docker",
	aws: "aws",
	eks: "eks"
};
function benchmarkOf({ ids, titles, version }) {
	const title = titles.map((text) => require_pipeline.shortText(text)).find((text) => text !== void 0);
	const cis = ids.map(cisSpecOf).find((spec) => spec !== void 0) ?? cisSpecInTitle(title);
	if (cis !== void 0) {
		const benchmark = require_pipeline.CIS_TITLES[cis.key];
		return {
			benchmark,
			benchmarkVersion: cis.version,
			cisBenchmark: require_pipeline.cisBenchmarkOf(benchmark, cis.version)
		};
	}
	const name = title ?? ids.map((id) => require_pipeline.shortText(id)).find((id) => id !== void 0);
	return require_steps.withoutUndefined({
		benchmark: name,
		contentVersion: require_pipeline.wordOf(version)
	});
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
const FAILURES_ONLY = "trivy-operator lists only failing checks: a control without one counts as PASSED if the benchmark in `spec` gives it a check.";
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
			title: require_pipeline.shortText(require_steps.memberOf(control, "name")),
			reason: failuresOf(checks),
			severity: require_pipeline.shortText(require_steps.memberOf(control, "severity"), 50),
			remediation: checks.map(({ value }) => require_pipeline.shortText(require_steps.memberOf(value, "remediation"))).find((text) => text !== void 0)
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
	const unknown = checks.map(({ value }) => require_steps.memberOf(value, "success")).filter((outcome) => outcome !== true);
	if (unknown.length > 0) return require_xml.verdictOf(`success=${require_pipeline.wordOf(unknown[0]) ?? typeof unknown[0]}`, {});
	if (hasDefault(control.value, "status")) return defaultVerdict(control, "status", rule, reader);
	const byDefault = require_steps.textOf(specified?.defaultStatus);
	if (byDefault !== void 0) return require_xml.verdictOf(byDefault, DEFAULT_STATUSES);
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
	const failures = checks.filter(isFailing).slice(0, 3);
	return require_pipeline.joined(failures.map(({ value }) => {
		const what = messageWithoutJson(require_steps.listOf(require_steps.memberOf(value, "messages"))[0]) ?? require_pipeline.shortText(require_steps.memberOf(value, "title"), 200);
		return require_pipeline.joined([require_pipeline.shortText(require_steps.memberOf(value, "target"), 120), what], ": ");
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
		title: require_pipeline.shortText(require_steps.memberOf(control, members.name)),
		reason: typeof failing === "number" && failing > 0 ? require_steps.count(failing, "failing result") : void 0,
		severity: require_pipeline.shortText(require_steps.memberOf(control, members.severity), 50)
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
	return require_xml.verdictOf(`${total}=${require_pipeline.wordOf(failing) ?? typeof failing}`, {});
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
	].some((list) => list !== void 0) || scans.length === 0 ? [...scans, rest] : scans;
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
	else reader.fault(`This is neither a ${KIND} nor the status of one.`, path);
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
		const name = require_pipeline.shortText(require_steps.memberAt(report, "metadata", "name"), 100);
		reader.warn(`${KIND}${name === void 0 ? "" : ` ${require_steps.quote(name)}`} has no controls in its status.`, status.path);
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
	reader.warn(`trivy-operator counted ${require_steps.count(failing + passing, "control")}, ${failing} of them failing; the report contains ${found.controls}, ${found.failing} of them failing: results may be missing.`, [...status.path, "summary"]);
}
function factsOf(report, status) {
	const headings = [
		require_steps.memberOf(status, "detailReport"),
		require_steps.memberOf(status, "summaryReport"),
		require_steps.memberAt(report, "spec", "compliance")
	];
	const benchmark = benchmarkOf({
		ids: [...headings.map((heading) => require_steps.memberOf(heading, "id")), require_steps.memberAt(report, "metadata", "name")],
		titles: headings.map((heading) => require_steps.memberOf(heading, "title")),
		version: require_steps.memberAt(report, "spec", "compliance", "version")
	});
	return require_steps.withoutUndefined({
		scanner: SCANNER,
		scannerVersion: require_pipeline.wordOf(require_steps.memberAt(report, "metadata", "labels", "app.kubernetes.io/version")),
		...benchmark,
		ended: require_pipeline.timeOf(require_steps.memberOf(status, "updateTimestamp"))
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
	const benchmark = benchmarkOf({
		ids: [require_steps.memberOf(document, "ID")],
		titles: [require_steps.memberOf(document, "Title")],
		version: require_steps.memberOf(document, "Version")
	});
	return [reader.scan({
		scanner: "Trivy",
		...benchmark
	}, "the report has no controls")];
}
// src/results/scanners/wazuh-sca.ts
const STATUSES = {
	passed: "PASSED",
	failed: "FAILED",
	"not applicable": "NOT_APPLICABLE"
};
const wazuhSca = {
	kind: "data",
	name: "wazuh-sca",
	shape: "an object with `data.affected_items` of checks with `policy_id`",
	statuses: { result: STATUSES },
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
	const response = {
		value: require_steps.recordOf(data),
		path: ["data"],
		what: "Wazuh response"
	};
	const checks = reader.requiredEntries(response, "affected_items", "Wazuh check");
	for (const check of checks) readCheck(check, reader);
	warnOfMissing(response, checks.length, reader);
	const policies = [...new Set(checks.map(({ value }) => require_pipeline.wordOf(require_steps.memberOf(value, "policy_id"))))];
	const facts = require_steps.withoutUndefined({
		scanner: "Wazuh SCA",
		benchmark: require_pipeline.joined(policies, ", ")
	});
	return [reader.scan(facts, "Wazuh returned no checks")];
}
function warnOfMissing({ value, path }, listed, reader) {
	const total = require_steps.memberOf(value, "total_affected_items");
	if (typeof total === "number" && total > listed) reader.warn(`The policy has ${require_steps.count(total, "check")}, but the file lists ${listed}. Get the others from the API too, with \`offset\` and \`limit\`.`, [...path, "total_affected_items"]);
	const failed = require_steps.memberOf(value, "total_failed_items");
	if (typeof failed === "number" && failed > 0) reader.warn("Wazuh could not return the results of every requested agent.", [...path, "failed_items"]);
}
function readCheck(entry, reader) {
	const { value: check, path } = entry;
	const ruleId = require_pipeline.wordOf(require_steps.memberOf(check, "id"));
	if (ruleId === void 0) {
		reader.recordFault("Wazuh check has no \"id\".", path, reader.statusOf(entry, "result", STATUSES));
		return;
	}
	const rule = {
		ruleId,
		...require_steps.withoutUndefined({ recommendations: recommendationsOf(check) })
	};
	const verdict = requiredVerdict(entry, rule, reader);
	if (verdict === void 0) return;
	const details = require_steps.withoutUndefined({
		title: require_pipeline.shortText(require_steps.memberOf(check, "title")),
		reason: verdict.status === "PASSED" ? void 0 : require_pipeline.singleLine(require_steps.memberOf(check, "reason")),
		remediation: require_pipeline.shortText(require_steps.memberOf(check, "remediation"))
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
	if (result !== null && result !== "") return reader.requiredVerdict(entry, "result", STATUSES, rule);
	return {
		result: "no result",
		status: "NOT_EVALUATED"
	};
}
function recommendationsOf(check) {
	const numbers = require_steps.listOf(require_steps.memberOf(check, "compliance")).filter((entry) => require_steps.memberOf(entry, "key") === "cis").flatMap((entry) => require_pipeline.wordsOf(require_steps.memberOf(entry, "value"))).flatMap((text) => text.split(/[\s,]+/)).filter((number) => /^\d+(\.\d+)+$/.test(number));
	return numbers.length > 0 ? [...new Set(numbers)] : void 0;
}
// src/results/scanners/unsupported.ts
const CIS_CAT = "For CIS-CAT, choose its XML report (ARF or XCCDF).";
const UNSUPPORTED = [
	{
		name: "SARIF",
		recognises: (document) => {
			return [require_steps.memberOf(document, "$schema"), require_steps.memberOf(document, "version")].some((text) => typeof text === "string" && /sarif|^2\.\d/i.test(text)) && Array.isArray(require_steps.memberOf(document, "runs"));
		},
		advice: "SARIF lists only failures, and seldom CIS rules. Use the scanner's native output: for Trivy `--compliance … --format json`, for InSpec `--reporter json`, for Prowler `--output-formats json-ocsf`."
	},
	{
		name: "a Checkov report",
		recognises: (document) => Array.isArray(document) ? document.some(isCheckov) : isCheckov(document),
		advice: "Checkov checks code, and its rules have no CIS numbers. Scan the running system with OpenSCAP, InSpec or goss; for a cloud account, use Prowler with `--output-formats json-ocsf`."
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
		name: "an export from Amazon Inspector itself",
		recognises: (document) => require_steps.listOf(require_steps.memberOf(document, "findings")).some(isInspectorFinding) || [
			"scanResultDetails",
			"checkAggregations",
			"targetResourceAggregations"
		].some((name) => Array.isArray(require_steps.memberOf(document, name))),
		advice: "Inspector already has these results. Use the file of the scanner that ran on the system."
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
		name: "a Rancher ClusterScan",
		recognises: (document) => [document, ...require_steps.listOf(require_steps.memberOf(document, "items"))].some((one) => require_steps.memberOf(one, "kind") === "ClusterScan"),
		advice: "It only has counts. Use its report: `kubectl get clusterscanreport NAME --output json`."
	},
	{
		name: "a Powerpipe snapshot",
		recognises: (document) => [
			"schema_version",
			"panels",
			"layout"
		].every((name) => require_steps.memberOf(document, name) !== void 0),
		advice: "Run the benchmark with `--output json`."
	},
	{
		name: "a list of Wazuh SCA policies",
		recognises: (document) => require_steps.listOf(require_steps.memberAt(document, "data", "affected_items")).some((policy) => require_steps.memberOf(policy, "policy_id") !== void 0 && require_steps.memberOf(policy, "total_checks") !== void 0),
		advice: "Get the checks of one policy from the API: `GET /sca/{agent_id}/checks/{policy_id}`."
	},
	{
		name: "a CIS-CAT report in JSON",
		recognises: (document) => require_steps.memberOf(document, "benchmark-id") !== void 0 && Array.isArray(require_steps.memberOf(document, "rules")),
		advice: CIS_CAT
	},
	{
		name: "a STIG Viewer checklist",
		recognises: (document) => require_steps.memberOf(document, "cklb_version") !== void 0 || require_steps.memberOf(document, "target_data") !== void 0 && Array.isArray(require_steps.memberOf(document, "stigs")),
		recognisesText: hasRoot("CHECKLIST"),
		advice: "A checklist is filled in by hand and follows a STIG. Use the XCCDF results it was filled in from, or run `oscap xccdf eval` with a CIS profile and `--results results.xml`."
	},
	{
		name: "Prowler 3's own JSON",
		recognises: (document) => require_steps.listOf(document).some(isNativeProwler) || isNativeProwler(document),
		advice: "Use Prowler 4 or later with `--output-formats json-ocsf`; with Prowler 3, `--output-formats json-asff`."
	},
	{
		name: "a list of OCSF compliance findings (Security Hub v2)",
		recognises: (document) => [document, require_steps.memberOf(document, "Findings")].some((findings) => [findings, ...require_steps.listOf(findings)].some(isComplianceFinding)),
		advice: "Security Hub also returns its findings in the AWS Security Finding Format: `aws securityhub get-findings`. For Prowler, use `--output-formats json-ocsf`."
	},
	{
		name: "a NeuVector compliance report",
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
		advice: "OSCAL assesses controls, not the rules of a benchmark. Use the scanner file that the assessment was made from."
	},
	{
		name: "kube-bench's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^\[(?:INFO|PASS|FAIL|WARN)\] \d+(?:\.\d+)* (?!- )/m.test(beginning),
		advice: "Make it write JSON: `kube-bench --json --outputfile results.json`."
	},
	{
		name: "the text log of docker-bench-security",
		recognises: nothing,
		recognisesText: (beginning) => /^\[(?:INFO|PASS|WARN|NOTE)\] [\dC][\d.]* - /m.test(beginning),
		advice: "It writes JSON next to its log, under the same name with `.json` added: by default `log/docker-bench-security.log.json`."
	},
	{
		name: "OpenSCAP's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Rule\s+xccdf_\S+/m.test(beginning) && /^Result\s+\w+/m.test(beginning),
		advice: "Make it write its results: `oscap xccdf eval --results results.xml …`."
	},
	{
		name: "InSpec's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Profile:\s/m.test(beginning) && /^(?:Target|Test Summary):\s/m.test(beginning),
		advice: "Make it write JSON: `inspec exec PROFILE --reporter json:results.json`."
	},
	{
		name: "goss's text output",
		recognises: nothing,
		recognisesText: (beginning) => /^Count: \d+, Failed: \d+/m.test(beginning),
		advice: "Make it write JSON: `goss validate --format json > results.json`."
	},
	{
		name: "Trivy's table",
		recognises: nothing,
		recognisesText: (beginning) => beginning.includes("Summary Report for compliance:"),
		advice: "Make it write JSON: `trivy … --compliance SPEC --report all --format json --output results.json`."
	},
	{
		name: "a JUnit report",
		recognises: nothing,
		recognisesText: hasRoot("testsuites", "testsuite"),
		advice: "JUnit has no word for a rule that is manual, does not apply or could not be checked. Make the scanner write JSON: `kube-bench --json`, `inspec exec PROFILE --reporter json:results.json`, `goss validate --format json`."
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
		advice: "An HTML page is for people to read. Make the scanner write one of the formats in `docs/formats.md`."
	},
	{
		name: "a file of OVAL results",
		recognises: nothing,
		recognisesText: hasRoot("oval_results", "oval_system_characteristics"),
		advice: "OVAL results are about tests, not rules. Use the file that `oscap xccdf eval --results results.xml` writes."
	},
	{
		name: "Prowler's CSV",
		recognises: nothing,
		recognisesText: (beginning) => isCsv(beginning) && /\b(?:CHECK_?ID|REQUIREMENTS_ID|FINDING_UID)\b/i.test(firstLine(beginning)),
		advice: "Use `--output-formats json-ocsf`: the same scan writes its `.ocsf.json` next to the CSV."
	},
	{
		name: "a CSV file",
		recognises: nothing,
		recognisesText: isCsv,
		advice: `Make the scanner write one of the formats in \`docs/formats.md\`. ${CIS_CAT}`
	},
	{
		name: "malformed JSON from docker-bench-security",
		isMalformed: true,
		repaired: withCommas,
		recognises: nothing,
		recognisesText: (beginning) => /^\{\s*"dockerbenchsecurity"/.test(beginning),
		advice: "A quotation mark in the name of a container or image breaks the JSON, because docker-bench-security does not escape it. If the file ends too early, the scan was stopped."
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
	const warning = `docker-bench-security left out ${require_steps.count(found, "comma")} between its tests, as happens when \`-c\` names a check before a section. The file was read as if ${found === 1 ? "it" : "they"} were there.`;
	return {
		text: text.replaceAll(missing, "},"),
		warning
	};
}
function nothing() {
	return false;
}
// src/results/scanners/index.ts
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
	wazuhSca
];
const SCANNERS = [
	require_pipeline.messages,
	...require_xml.XML_SCANNERS,
	...DATA_SCANNERS
];
exports.SCANNERS = SCANNERS;
exports.UNSUPPORTED = UNSUPPORTED;

