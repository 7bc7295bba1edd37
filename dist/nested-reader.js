var __webpack_exports__ = {};
const require_steps = require("./steps.js");
const require_pipeline = require("./pipeline.js");
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
function nestedReader(document, end, unclaimed, mostKept = {
	elements: require_pipeline.MOST_KEPT_ELEMENTS,
	text: require_pipeline.MOST_KEPT_TEXT
}) {
	const open = [document];
	let collecting = 0;
	let collected = "";
	const kept = {
		elements: 0,
		text: 0
	};
	const refuseTooMuch = ({ position }) => {
		const { elements, text } = mostKept;
		if (kept.elements > elements) throw new require_pipeline.TooMuch(`there are more than ${require_steps.grouped(elements)} results, rules and parts of them`, { position });
		if (kept.text > text) throw new require_pipeline.TooMuch(`the results and rules have more than ${require_steps.grouped(text)} characters`, { position });
	};
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
			if (content !== void 0 && content.isPassage !== true) kept.elements += 1;
			refuseTooMuch(element);
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
				const text = content?.keepsLines === true ? require_steps.textOf(collected) : require_pipeline.shortText(collected, content?.textLimit);
				kept.text += text?.length ?? 0;
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
exports.detached = detached;
exports.nestedReader = nestedReader;

