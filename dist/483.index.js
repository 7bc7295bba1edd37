export const id = 483;
export const ids = [483];
export const modules = {

/***/ 7483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** How many nodes aliases may stand for: far more than people write, far less than a bomb of aliases. */
const MOST_ALIASED_NODES = 10_000;
/** UTF-16 units of the longest YAML that is parsed: what a parser keeps of each node is some 200 times the node. */
const LONGEST_YAML = 4 * 1024 * 1024;
/** Members whose numbers are names: `ruleId: 1.10` is rule 1.10, not the number 1.1. */
const NAMES = new Set(['ruleId']);
/** Parses the YAML 1.2 documents of a text; `!!binary` gives bytes. */
function parseYaml(text, file) {
    if (text.length > LONGEST_YAML) {
        return {
            cause: `YAML of more than ${LONGEST_YAML / 1024 / 1024} Mi characters is not read; write JSON`,
            offset: 0,
        };
    }
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const documents = [];
    try {
        for (const document of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
            version: '1.2',
            customTags: ['binary'],
            lineCounter: lines,
            logLevel: 'silent',
            prettyErrors: false,
            // The parser compares every key with every other one; `repeatedKey` looks each up once.
            uniqueKeys: false,
        })) {
            const [error] = document.errors;
            if (error !== undefined)
                return { cause: inWords(error.message), offset: error.pos[0] };
            const repeated = repeatedKey(document);
            if (repeated !== undefined)
                return { cause: 'a key stands twice in one mapping', offset: repeated };
            const garbled = garbledBinary(document);
            if (garbled !== undefined)
                return { cause: 'this !!binary is not base64', offset: garbled };
            keepNamesAsWritten(document);
            const value = document.toJS({ maxAliasCount: MOST_ALIASED_NODES });
            documents.push({
                value,
                source: { file, locate: (at) => locate(document, lines, at) },
                repeatedMembers: () => [],
            });
        }
    }
    catch (error) {
        // The parser gives up on a bomb of aliases with a ReferenceError, and on endless nesting with a RangeError.
        if (error instanceof ReferenceError)
            return { cause: 'its aliases stand for too many values', offset: 0 };
        if (error instanceof RangeError)
            return { cause: 'it is nested too deeply', offset: 0 };
        throw error;
    }
    return documents.filter((document) => document.value !== null || documents.length === 1);
}
/** The parser reports its own exhausted stack as if it were a fault of syntax. */
function inWords(message) {
    return message.includes('call stack') ? 'it is nested too deeply' : message;
}
/** Where the second of two keys of one name in one mapping stands. */
function repeatedKey(document) {
    let repeated;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map(_, { items }) {
            const names = new Set();
            for (const { key } of items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                // As members of an object, `1` and `"1"` are the same.
                const name = String(key.value);
                if (names.has(name))
                    repeated ??= key.range?.[0] ?? 0;
                names.add(name);
            }
        },
    });
    return repeated;
}
/** Where a `!!binary` is no base64: the parser would skip what is not, and make other bytes of it. */
function garbledBinary(document) {
    let garbled;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar(_, { value, source = '', range }) {
            if (!(value instanceof Uint8Array))
                return;
            const written = source.replaceAll(/\s+/g, '');
            if (Buffer.from(value).toString('base64') !== written)
                garbled ??= range?.[0] ?? 0;
        },
    });
    return garbled;
}
function keepNamesAsWritten(document) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair(_, { key, value }) {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || !NAMES.has(String(key.value)) || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
                return;
            if (typeof value.value === 'number' && value.source !== undefined)
                value.value = value.source;
        },
    });
}
function locate(document, lines, at) {
    if ('position' in at)
        return at.position;
    for (let depth = at.path.length; depth >= 0; depth -= 1) {
        const offset = offsetOf(document, at.path.slice(0, depth));
        if (offset === undefined)
            continue;
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
    }
    return undefined;
}
/** Where a value stands; a collection at the name of its member. */
function offsetOf(document, path) {
    let node = document.contents;
    let offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
    for (const step of path) {
        const parent = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.resolve(document) : node;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent)) {
            const pair = parent.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value) === step);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(pair))
                return undefined;
            node = pair.value;
            const shown = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node : pair.key;
            offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(shown) ? shown.range?.[0] : offset;
        }
        else {
            const items = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(parent) && 'items' in parent ? parent.items : undefined;
            if (!Array.isArray(items) || typeof step !== 'number' || !(step in items))
                return undefined;
            node = items[step];
            offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : offset;
        }
    }
    return offset;
}


/***/ })

};
