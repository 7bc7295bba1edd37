import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SyntaxFault } from '../../../src/results/parse/document.ts';
import {
  DEEPEST_NESTING,
  LONGEST_PIECE,
  LONGEST_TAG,
  MOST_ATTRIBUTE_TEXT,
  MOST_ELEMENTS,
  parseXml,
} from '../../../src/results/parse/xml.ts';
import { atOnce, faultOf as faultOfSyntax } from './documents.ts';
import type { XmlElement, XmlReader } from '../../../src/results/reading/scanner.ts';

/** The events of a document. */
function eventsOf(document: string | Uint8Array, sliceBytes?: number): string[] {
  const events: string[] = [];
  const reader: XmlReader = {
    open: (element) => events.push(`open ${describeElement(element)}`),
    text: (text) => events.push(`text ${text}`),
    close: (name) => events.push(`close ${name}`),
    end: () => undefined,
  };
  const bytes = typeof document === 'string' ? Buffer.from(document) : document;
  atOnce(parseXml(bytes, [reader], sliceBytes));
  return events;
}

function describeElement({ name, namespace, attributes, language, position }: XmlElement): string {
  // `of` is in a namespace here, so readers must not see it.
  const values = ['of', 'id'].flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [`${key}=${value}`];
  });
  const parts = [`{${namespace}}${name}`, ...values, ...(language === undefined ? [] : [`lang:${language}`])];
  return `${parts.join(' ')} ${position.line}:${position.column}`;
}

function faultOf(document: string | Uint8Array, sliceBytes?: number): string {
  try {
    eventsOf(document, sliceBytes);
  } catch (error) {
    if (error instanceof SyntaxFault) {
      return `${error.position.line}:${error.position.column} ${error.message}`;
    }
    throw error;
  }
  return 'well-formed';
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>\r
<!-- a comment with & and < -->\r
<p:root xmlns:p="urn:one" xmlns="urn:two" p:of="other" id="a&amp;&#x2764;">\r
  <inner\r
     xml:lang="de">Größe &lt; 𝒳</inner><empty/><![CDATA[<raw & text>]]><?an instruction?><p:last/>\r
</p:root>\r
`;

const EVENTS = [
  'open {urn:one}root id=a&❤ 3:1',
  'text \n  ',
  'open {urn:two}inner lang:de 4:3',
  'text Größe < 𝒳',
  'close inner',
  'open {urn:two}empty 5:41',
  'close empty',
  'text <raw & text>',
  'open {urn:one}last 5:91',
  'close last',
  'text \n',
  'close root',
];

/** Text outside the root is white space, which readers may or may not get. */
function withoutOutside(events: readonly string[]): string[] {
  const isRoot = (event: string): boolean => /^(open|close) .*root/.test(event);
  return events.slice(events.findIndex(isRoot), events.findLastIndex(isRoot) + 1);
}

test('readers get elements with namespaces, attributes and places, and text', () => {
  expect(withoutOutside(eventsOf(DOCUMENT))).toEqual(EVENTS);
});

test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${DOCUMENT}`)],
  ['UTF-16, little-endian', utf16(DOCUMENT, 'le')],
  ['UTF-16, big-endian', utf16(DOCUMENT, 'be')],
])('%s gives the same events', (_, bytes) => {
  expect(withoutOutside(eventsOf(bytes))).toEqual(EVENTS);
});

test('several readers get the same document in one pass', () => {
  const received: string[][] = [[], []];
  const readers = received.map((names): XmlReader => ({
    open: ({ name }) => names.push(name),
    text: () => undefined,
    close: () => undefined,
    end: () => undefined,
  }));
  atOnce(parseXml(Buffer.from('<a><b/></a>'), readers));
  expect(received).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('wherever the slices end, the events are the same', () => {
  const encodings = [Buffer.from(DOCUMENT), utf16(DOCUMENT, 'le'), utf16(DOCUMENT, 'be')];
  for (const bytes of encodings) {
    for (let size = 1; size < 40; size += 1) expect(withoutOutside(eventsOf(bytes, size))).toEqual(EVENTS);
  }
});

test.each([
  ['an unexpected end tag', '<a>\n<b></a>', '2:7 unexpected close tag'],
  ['a document cut short', '<a>\n <b>', '2:5 unclosed tag: b'],
  ['a tag cut short', '<a>\n <b attr="', '2:11 unclosed tag: a'],
  ['an empty file', '', '1:1 document must contain a root element'],
  ['two roots', '<a/>\n<b/>', '2:3 documents may contain only one root'],
  ['text after the root', '<a/>\nb', '2:1 text outside the root element'],
  ['a bare &', '<a>\n <b>x</b>\n this & that\n\n<c/>;</a>', '3:7 a bare & (write &amp;)'],
  ['a bare & without a ; after it', '<a>\r\n1 & 2</a>', '2:3 a bare & (write &amp;)'],
  ['a bare & in an attribute', '<a>\n<b c="&"/></a>', '2:7 a bare & (write &amp;)'],
  ['an entity of HTML', '<a>&nbsp;</a>', '1:9 undefined entity'],
  ['a reference to no character', '<a>&#0;</a>', '1:7 malformed character entity'],
  ['a bare <', '<a>1 < 2</a>', '1:7 disallowed character in tag name'],
  ['an attribute twice', '<a\n b="" b=""/>', '2:12 duplicate attribute: b'],
  ['an unbound prefix', '<p:a/>', '1:6 unbound namespace prefix: "p"'],
  ['a control character', '<a>\n𝒳\u0001</a>', '2:3 disallowed character'],
  ['a document type', ' <!DOCTYPE a>\n<a/>', '1:2 a document type declaration (<!DOCTYPE …>) is not allowed'],
])('%s is refused with line and column, wherever the slices end', (_, document, fault) => {
  expect(faultOf(document)).toBe(fault);
  for (let size = 1; size < 12; size += 1) expect(faultOf(document, size)).toBe(fault);
});

test('an external entity is refused before anything could be fetched', () => {
  const document = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  expect(faultOf(document)).toBe('2:1 a document type declaration (<!DOCTYPE …>) is not allowed');
});

test('entities that expand exponentially are refused, not expanded', () => {
  const names = Array.from({ length: 30 }, (_, index) => `e${index}`);
  const entities = names.map((name, index) => `<!ENTITY ${name} "${`&e${index - 1};`.repeat(10)}">`);
  expect(faultOf(`<!DOCTYPE a [${entities.join('\n')}]>\n<a>&e29;</a>`)).toContain(
    'document type declaration',
  );
});

const LATIN_1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>Gr\u00fc\u00dfe</a>', 'latin1');

test.each([
  [
    'ISO-8859-1',
    LATIN_1,
    '2:6 the bytes from here on are not UTF-8 text; the file declares ISO-8859-1, and only UTF-8 and UTF-16 are read',
  ],
  [
    'a file truncated within a character',
    Buffer.from('<a>\n é𝒳').subarray(0, -1),
    '2:3 the bytes from here on are not UTF-8 text',
  ],
  [
    'half a surrogate pair',
    utf16('<a>\n\ud835</a>', 'le'),
    '2:1 the bytes from here on are not UTF-16LE text',
  ],
])('bytes that are not text are refused at their place: %s', (_, bytes, fault) => {
  expect(faultOf(bytes)).toBe(fault);
  for (let size = 1; size < 12; size += 1) expect(faultOf(bytes, size)).toBe(fault);
});

test('a different declared encoding does no harm if the bytes are ASCII', () => {
  const ascii = '<?xml version="1.0" encoding="ISO-8859-1"?><a/>';
  expect(faultOf(ascii)).toBe('well-formed');
});

test('a fault before bytes that are not text is the one shown', () => {
  expect(faultOf(Buffer.concat([Buffer.from('<a>\n</b>'), Buffer.from([0xff])]))).toBe(
    '2:4 unexpected close tag',
  );
});

test('the depth of nesting has a limit', () => {
  const nested = (depth: number): string => '<a>\n'.repeat(depth) + '</a>'.repeat(depth);
  expect(faultOf(nested(DEEPEST_NESTING))).toBe('well-formed');
  expect(faultOf(nested(DEEPEST_NESTING + 1))).toBe(`129:1 elements are nested more than 128 deep`);
});

test.each([
  ['text', '<a>\n', 'x', LONGEST_PIECE, '1:4 a comment or text of more than 2048 Ki characters begins here'],
  [
    'a comment',
    '<a><!--',
    'x',
    LONGEST_PIECE,
    '1:4 a comment or text of more than 2048 Ki characters begins here',
  ],
  ['an attribute', '<a>\n<b c="', 'x', LONGEST_TAG, '2:1 a tag of more than 64 Ki characters begins here'],
  [
    'an entity name',
    '<a>&',
    'x',
    LONGEST_PIECE,
    '1:4 a comment or text of more than 2048 Ki characters begins here',
  ],
])('the length of %s has a limit', (_, before, unit, limit, fault) => {
  expect(faultOf(before + unit.repeat(limit))).toBe(fault);
});

describe('the number of elements has a limit:', () => {
  const parse = (elements: number, most?: number): void => {
    const document = Buffer.concat([
      Buffer.from('<a>'),
      Buffer.alloc(4 * elements, '<b/>'),
      Buffer.from('</a>'),
    ]);
    atOnce(parseXml(document, [], undefined, most));
  };

  test('a small one', () => {
    parse(4, 5);
    const { message, kind, position } = faultOfSyntax(() => {
      parse(5, 5);
    });
    expect(message).toBe('there are more than 5 elements');
    expect(kind).toBe('bound');
    expect(position).toEqual({ line: 1, column: 20 });
  });

  test('the real one', () => {
    const { message } = faultOfSyntax(() => {
      parse(MOST_ELEMENTS);
    });
    expect(message).toBe('there are more than 4,194,304 elements');
  });
});

test('the total length of the attributes that readers use has a limit', () => {
  const reader: XmlReader = {
    open: ({ attributes }) => attributes.get('id'),
    text: () => undefined,
    close: () => undefined,
    end: () => undefined,
  };
  const long = 'x'.repeat(32 * 1024);
  const most = MOST_ATTRIBUTE_TEXT / long.length;
  const parse = (elements: number, name: string): void => {
    atOnce(parseXml(Buffer.from(`<a>${`<b ${name}="${long}"/>`.repeat(elements)}</a>`), [reader]));
  };
  parse(most, 'id');
  parse(most + 1, 'other');
  const { message, kind, position } = faultOfSyntax(() => {
    parse(most + 1, 'id');
  });
  expect(message).toBe('the attributes of results and rules have more than 16,777,216 characters');
  expect(kind).toBe('bound');
  expect(position).toEqual({ line: 1, column: 4 + most * (long.length + '<b id=""/>'.length) });
});

test('any bytes give a document or one fault with a place', () => {
  const pieces = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="',
    '"/>',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '\r\n',
    'é𝒳',
  );
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.array(pieces).map((parts) => new Uint8Array(Buffer.from(`<a>${parts.join('')}</a>`))),
  );
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 9 }), (document, size) => {
      const fault = faultOf(document);
      expect(fault).toMatch(/^(well-formed|[1-9]\d*:[1-9]\d* \S)/);
      expect(faultOf(document, size)).toBe(fault);
    }),
  );
});
