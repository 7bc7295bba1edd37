import { textOf } from '../../json.ts';
import { grouped } from '../../text.ts';
import { MOST_KEPT_ELEMENTS, MOST_KEPT_TEXT, TooMuch } from './bounds.ts';
import type { Scan, XmlElement, XmlReader } from './scanner.ts';
import { shortText } from './short-text.ts';

/** The most UTF-16 units collected of one text, before its white space is collapsed and it is cut. */
const COLLECTED_AT_MOST = 8192;

/** XHTML elements that separate words, because they are shown on their own lines. */
const BLOCKS: ReadonlySet<string> = new Set(['br', 'div', 'li', 'ol', 'p', 'pre', 'td', 'tr', 'ul']);

/** What to do with an element's content. */
export interface Content {
  /** Decides what to do with a child element's content; `undefined` skips it. */
  readonly child?: (element: XmlElement) => Content | undefined;
  /** Receives the element's text, including that of inner elements, as a short text; not called if it is blank. */
  readonly text?: (text: string) => void;
  /** The most UTF-16 units of the text, if a short text is too short; at most 8192. */
  readonly textLimit?: number;
  /** Whether the text keeps its line breaks, up to 8192 UTF-16 units: a text of several lines is not a message. */
  readonly keepsLines?: boolean;
  /** The text that an inner element stands for; its own text is appended. */
  readonly inserted?: (element: XmlElement) => string | undefined;
  /** Whether the reader keeps only inner elements, and nothing of this element itself, which is then not counted. */
  readonly isPassage?: boolean;
  /** Called when the element ends. */
  readonly end?: () => void;
}

/**
 * Reads an XML document from the outside in: an element's parent decides what it means. `unclaimed` is asked about
 * elements that no parent claims, so that a result in the wrong place is not lost. Tests set small bounds.
 * @throws TooMuch from `open`, if the reader keeps too many elements or too much text.
 */
export function nestedReader(
  document: Content,
  end: () => readonly Scan[] | undefined,
  unclaimed?: (element: XmlElement) => Content | undefined,
  mostKept = { elements: MOST_KEPT_ELEMENTS, text: MOST_KEPT_TEXT },
): XmlReader {
  const open: (Content | undefined)[] = [document];
  /** The depth of the element whose text is being collected; 0 if there is none. */
  let collecting = 0;
  let collected = '';
  const kept = { elements: 0, text: 0 };
  const refuseTooMuch = ({ position }: XmlElement): void => {
    const { elements, text } = mostKept;
    if (kept.elements > elements) {
      throw new TooMuch(`there are more than ${grouped(elements)} results, rules and parts of them`, {
        position,
      });
    }
    if (kept.text > text) {
      throw new TooMuch(`the results and rules have more than ${grouped(text)} characters`, { position });
    }
  };
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
      if (content !== undefined && content.isPassage !== true) kept.elements += 1;
      refuseTooMuch(element);
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
        kept.text += text?.length ?? 0;
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

/** An independent copy: otherwise V8 may keep alive the whole slice of the file that the text was cut from. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
