/** A line of visible ASCII, as most texts are. */
const VISIBLE_ASCII = /^[ -~]*$/;

/** What the runner could take for a command in such a line: `::` at its beginning, or `#[` anywhere. */
const COMMAND = /^ *::|#\[/;

/** Characters that are not seen, or that end or turn a line: controls, formats, separators, fillers, variations. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Foreign text as one line that the runner reads as text and nothing else. The runner takes a line for a command that
 * begins with `::name …::` once white space is trimmed, or that has an old `##[name …]` anywhere; it compares by
 * culture, so characters that are not seen do not separate the letters. They go. `##[` is broken visibly everywhere,
 * `::` only where it can begin a line, so that an ARN stays an ARN.
 */
export function plain(text: string): string {
  if (VISIBLE_ASCII.test(text) && !COMMAND.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/(?:[^\S ]|\u0085)+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replace(/^([ \p{M}]*):(?=\p{M}*:)/u, '$1: ')
    .replaceAll(/#(?=\p{M}*\[)/gu, '# ');
}

/**
 * Foreign text for the job summary: what means something to HTML or Markdown as character references, and nothing
 * that GitHub would make a mention of. It is to stand inside an HTML block, where Markdown does not look for links.
 */
export function html(text: string): string {
  const line = plain(text);
  const special = VISIBLE_ASCII.test(line) ? /[^\w .,:;/-]/g : /[^\p{L}\p{N}\p{M} .,:;/_-]/gu;
  return line
    .replaceAll(special, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`)
    .replaceAll('&#64;', '&#64;&#8288;');
}

/** A sentence for the job summary: like `html`, with what stands in backticks as code. */
export function htmlSentence(text: string): string {
  const parts = text.split('`');
  // Without its partner a backtick is a character like any other.
  if (parts.length % 2 === 0) return html(text);
  return parts.map((part, index) => (index % 2 === 0 ? html(part) : `<code>${html(part)}</code>`)).join('');
}
