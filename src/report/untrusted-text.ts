/** A line of visible characters, like most texts: ASCII, and marks of our own. It needs no closer look, which is slow. */
const VISIBLE = /^[ -~…✅❌]*$/;

/** What the runner could mistake for a command in such a line: `::` at its beginning, or `#[` anywhere. */
const COMMAND = /^ *::|#\[/;

/**
 * Characters that are invisible, or end or reverse a line: controls, formats, separators, fillers, variation selectors.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Foreign text as one line that the runner reads only as text. The runner executes a line that begins with `::name …::`
 * after white space, or that contains an old `##[name …]` anywhere. Its comparison is culture-sensitive and ignores
 * invisible characters, so these are removed. `##[` is broken up visibly everywhere, `::` only where it could begin a
 * line, so that ARNs stay intact.
 */
export function plain(text: string): string {
  if (VISIBLE.test(text) && !COMMAND.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/(?:[^\S ]|\u0085)+/gu, ' ')
    .replaceAll(INVISIBLE, '')
    .replace(/^([ \p{M}]*):(?=\p{M}*:)/u, '$1: ')
    .replaceAll(/#(?=\p{M}*\[)/gu, '# ');
}

/**
 * Foreign text for the job summary: characters with a meaning in HTML or Markdown become character references, and
 * mentions are disarmed. It belongs inside an HTML block, where Markdown does not detect links.
 */
export function html(text: string): string {
  const line = plain(text);
  const special = VISIBLE.test(line) ? /[^\w .,:;/-]/g : /[^\p{L}\p{N}\p{M} .,:;/_-]/gu;
  return line
    .replaceAll(special, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`)
    .replaceAll('&#64;', '&#64;&#8288;');
}

/** A sentence for the job summary: like `html`, but text in backticks becomes code. */
export function htmlSentence(text: string): string {
  const parts = text.split('`');
  // An unpaired backtick is an ordinary character.
  if (parts.length % 2 === 0) return html(text);
  return parts.map((part, index) => (index % 2 === 0 ? html(part) : `<code>${html(part)}</code>`)).join('');
}
