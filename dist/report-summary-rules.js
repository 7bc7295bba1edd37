var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_pipeline = require("./pipeline.js");
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
	if (!require_pipeline.isRecommendation(id)) return void 0;
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
	const all = require_pipeline.changesOf(since.comparison).flatMap(([head, some]) => some.map((change) => ({
		head,
		...change
	})));
	const line = `<b>${texts.foreign(require_pipeline.sinceWhen(since.baseline.created))}</b>: ${require_pipeline.describeComparison(since.comparison)}`;
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
exports.rulesPart = rulesPart;

