import { textOf } from '../../json.ts';
import type { Scan, XmlElement, XmlReader } from './scanner.ts';
import { shortText } from './short-text.ts';

/** UTF-16 units collected of one text: white space in it is still to be collapsed, and then it is cut. */
const COLLECTED_AT_MOST = 8192;

/** Elements of XHTML that stand on lines of their own: the words before and after them are two words. */
const BLOCKS: ReadonlySet<string> = new Set(['br', 'div', 'li', 'ol', 'p', 'pre', 'td', 'tr', 'ul']);

/** What to do with an element's content. */
export interface Content {
  /** Says what to do with a child element's content; what it says nothing of is passed over. */
  readonly child?: (element: XmlElement) => Content | undefined;
  /** Takes the element's text, with that of elements within, as a short text; not when it is blank. */
  readonly text?: (text: string) => void;
  /** UTF-16 units of the text at most, where a short text is too short; 8192 are the most that there can be. */
  readonly textLimit?: number;
  /** Whether the text is wanted as it stands, up to 8192 UTF-16 units: what has several lines is no message. */
  readonly keepsLines?: boolean;
  /** What an element within the text stands for there; its own text is added to that. */
  readonly inserted?: (element: XmlElement) => string | undefined;
  /** The element ends. */
  readonly end?: () => void;
}

/**
 * Reads an XML document from the outside in: what an element means is for its parent to say. `unclaimed` is asked about
 * elements of which no parent says anything: a result that stands in a wrong place must not get lost.
 */
export function nestedReader(
  document: Content,
  end: () => readonly Scan[] | undefined,
  unclaimed?: (element: XmlElement) => Content | undefined,
): XmlReader {
  const open: (Content | undefined)[] = [document];
  /** The depth of the element whose text is collected; 0 for none. */
  let collecting = 0;
  let collected = '';
  const separate = (name: string): void => {
    if (BLOCKS.has(name)) collected += ' ';
  };
  return {
    open: (element) => {
      if (collecting > 0) {
        separate(element.name);
        collected += open[collecting - 1]?.inserted?.(element) ?? '';
      }
      const content = open.at(-1)?.child?.(element) ?? unclaimed?.(element);
      open.push(content);
      if (content?.text === undefined) return;
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
        const text =
          content?.keepsLines === true ? textOf(collected) : shortText(collected, content?.textLimit);
        if (text !== undefined) content?.text?.(detached(text));
      } else if (collecting > 0) {
        separate(name);
      }
      content?.end?.();
      open.pop();
    },
    end,
  };
}

/** A copy that stands alone: else the engine may keep the whole slice of the file alive that a text was cut from. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
