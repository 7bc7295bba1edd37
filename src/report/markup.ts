import { grouped, shortened } from '../text.ts';
import { html, htmlSentence, plain } from './untrusted-text.ts';

/** Code points of a sentence of ours. */
const LONGEST_SENTENCE = 2000;
/** Code points of a foreign text. */
const LONGEST_TEXT = 300;
/** Characters of a word that a narrow page still holds; a longer one gets places to break. */
const LONGEST_WORD = 24;

/** Makes markup of text that is not markup. No text makes markup of its own, and none holds a secret. */
export interface Texts {
  /** Foreign text, shortened to 300 code points or to `longest`. */
  readonly foreign: (text: string, longest?: number) => string;
  /** The same as code. */
  readonly code: (text: string) => string;
  /** A sentence of ours, which may quote foreign text: what stands in backticks is code. */
  readonly sentence: (text: string) => string;
}

/** Makers of markup; `blot` takes secrets out of foreign text. */
export function textsWith(blot: (text: string) => string): Texts {
  // Blotted before it is cut, and again if characters were removed that may have separated a secret's letters.
  const safe = (text: string, longest: number): string => {
    const cut = shortened(blot(text), longest);
    const line = plain(cut);
    return line === cut ? cut : blot(line);
  };
  const foreign = (text: string, longest = LONGEST_TEXT): string => breakable(html(safe(text, longest)));
  return {
    foreign,
    code: (text) => `<code>${foreign(text)}</code>`,
    sentence: (text) => breakable(htmlSentence(safe(text, LONGEST_SENTENCE))),
  };
}

/** Escaped text in which long words may break, where they would push a table out of the page. */
function breakable(escaped: string): string {
  if (!/\S{25}/.test(escaped)) return escaped;
  return escaped.replaceAll(/(?:&#\d+;|[^\s<>&]){25,}/g, (word) => {
    let sinceBreak = 0;
    return word.replaceAll(/&#\d+;|./gsu, (character) => {
      sinceBreak += 1;
      const isEnd = sinceBreak >= LONGEST_WORD || (sinceBreak >= 8 && /[_./:-]/.test(character));
      if (!isEnd) return character;
      sinceBreak = 0;
      return `${character}<wbr>`;
    });
  });
}

/** How much of a page is left for rows: bytes of UTF-8. */
export class Room {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#left;
  }

  /** The items that fit, whole and in order, up to the first that does not. */
  take(items: Iterable<string>): readonly string[] {
    const taken: string[] = [];
    for (const item of items) {
      const bytes = Buffer.byteLength(item) + 1;
      if (bytes > this.#left) break;
      this.#left -= bytes;
      taken.push(item);
    }
    return taken;
  }
}

/** A table of rows, with heads where any are given. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th align="left">${text}</th>`).join('');
  return `<table>\n${[...(head === '' ? [] : [`<tr>${head}</tr>`]), ...rows].join('\n')}\n</table>`;
}

/** A row of a table: the markup of its cells. */
export function row(...markup: readonly string[]): string {
  return `<tr>${markup.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A table of heads and markup; rows without markup are left out. */
export function definitions(rows: readonly (readonly [head: string, markup: string])[]): string {
  const filled = rows.filter(([, markup]) => markup !== '');
  return table(
    [],
    filled.map(([head, markup]) => `<tr><th align="left">${head}</th><td>${markup}</td></tr>`),
  );
}

/** Markup behind a line that unfolds it. */
export function folded(line: string, markup: string, { isOpen = false } = {}): string {
  return `<details${isOpen ? ' open' : ''}><summary>${line}</summary>\n${markup}\n</details>`;
}

/** Says how many rows were left out, and where they are; nothing when none was. */
export function leftOutRows(number: number, reportFile: string | undefined): string {
  if (number <= 0) return '';
  return `<p>and ${grouped(number)} more${reportFile === undefined ? '' : ', all in the report file'}</p>`;
}

/** Parts of a text bar. */
const BAR_PARTS = 20;

/** A share from 0 to 1 as a bar of text, full only for all and empty only for none. */
export function bar(share: number): string {
  const parts = Math.floor(share * BAR_PARTS);
  const full = share > 0 ? Math.max(1, parts) : 0;
  return `${'█'.repeat(full)}${'░'.repeat(BAR_PARTS - full)}`;
}
