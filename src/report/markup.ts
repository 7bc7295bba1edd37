import { grouped, shortened } from '../text.ts';
import { html, htmlSentence, plain } from './untrusted-text.ts';

/** Code points of our own sentences. */
const LONGEST_SENTENCE = 2000;
/** Code points of a foreign text. */
const LONGEST_TEXT = 300;
/** Characters of a word that fits a narrow page; longer words get places to break. */
const LONGEST_WORD = 24;

/** Functions that turn text into safe markup: it adds no markup of its own, and contains no secrets. */
export interface Texts {
  /** Foreign text, shortened to 300 code points or to `longest`. */
  readonly foreign: (text: string, longest?: number) => string;
  /** Foreign text as code. */
  readonly code: (text: string) => string;
  /** Our own sentence, which may quote foreign text. Text in backticks becomes code. */
  readonly sentence: (text: string) => string;
}

/** Creates the functions; `redact` redacts secrets in foreign text. */
export function textsWith(redact: (text: string) => string): Texts {
  // Redacted before it is shortened, and again if characters were removed, which may have joined the parts of a secret.
  const safe = (text: string, longest: number): string => {
    const cut = shortened(redact(text), longest);
    const line = plain(cut);
    return line === cut ? cut : redact(line);
  };
  const foreign = (text: string, longest = LONGEST_TEXT): string => breakable(html(safe(text, longest)));
  return {
    foreign,
    code: (text) => `<code>${foreign(text)}</code>`,
    sentence: (text) => breakable(htmlSentence(safe(text, LONGEST_SENTENCE))),
  };
}

/** Lets long words in escaped text break, so that they do not make a table wider than the page. */
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

/** How many bytes of UTF-8 are left in a page. */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** The remaining bytes. */
  get left(): number {
    return this.#left;
  }

  /** Takes items, in order, up to the first one that does not fit. */
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

/** A table of rows, with heads, if any. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th align="left">${text}</th>`).join('');
  return `<table>\n${[...(head === '' ? [] : [`<tr>${head}</tr>`]), ...rows].join('\n')}\n</table>`;
}

/** A row of a table: the markup of its cells. */
export function row(...markup: readonly string[]): string {
  return `<tr>${markup.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A table with a head in each row; rows without markup are left out. */
export function definitions(rows: readonly (readonly [head: string, markup: string])[]): string {
  const filled = rows.filter(([, markup]) => markup !== '');
  return table(
    [],
    filled.map(([head, markup]) => `<tr><th align="left">${head}</th><td>${markup}</td></tr>`),
  );
}

/** Markup folded behind a line. */
export function folded(line: string, markup: string, { isOpen = false } = {}): string {
  return `<details${isOpen ? ' open' : ''}><summary>${line}</summary>\n${markup}\n</details>`;
}

/** Says how many rows were omitted, and where they are; empty if there are none. */
export function omittedRows(number: number, reportFile: string | undefined): string {
  if (number <= 0) return '';
  return `<p>and ${grouped(number)} more${reportFile === undefined ? '' : ', all in the report file'}</p>`;
}

/** The number of characters of a text bar. */
const BAR_PARTS = 20;

/** A share from 0 to 1 as a text bar: full only for 1, and empty only for 0. */
export function bar(share: number): string {
  const parts = Math.floor(share * BAR_PARTS);
  const full = share > 0 ? Math.max(1, parts) : 0;
  return `${'█'.repeat(full)}${'░'.repeat(BAR_PARTS - full)}`;
}
