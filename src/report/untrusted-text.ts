/** Characters that are not seen, or that end or turn a line: controls, formats, separators, fillers, variations. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Foreign text as one line that the runner reads as text and nothing else. The runner takes a line that begins with
 * `::name …::` for a command, and an old `##[name …]` anywhere in a line; it compares by culture, so characters that
 * are not seen do not part the letters. They go; what is left of the two marks is broken visibly.
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?:[^\S ]|\u0085)+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/:(?=\p{M}*:)/gu, ': ')
    .replaceAll(/#(?=\p{M}*\[)/gu, '# ');
}

/**
 * Foreign text for the job summary: what means something to HTML or Markdown as character references, and nothing
 * that GitHub would make a mention of. It is to stand inside an HTML block, where Markdown does not look for links.
 */
export function html(text: string): string {
  return plain(text)
    .replaceAll(/[^\p{L}\p{N}\p{M} .,:;/_-]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`)
    .replaceAll('&#64;', '&#64;&#8288;');
}
