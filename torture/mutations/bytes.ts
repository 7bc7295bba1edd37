import type { Chance } from '../chance.ts';

/** Bytes that are special to a parser. */
const SPECIAL = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '&',
  '\0',
  '\n',
  ' ',
  '- ',
  '#',
  '%',
  '*a',
  '&a',
  '!!',
  '---\n',
  '<![CDATA[',
  ']]>',
  '<!--',
  '\u{feff}',
  '9'.repeat(400),
];
const NOT_UTF8 = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xe2, 0x82]];

/** A document with bytes damaged in one to five places, and a description of the damage. */
export function damagedBytes(
  original: Uint8Array,
  chance: Chance,
): { readonly bytes: Uint8Array; readonly what: string } {
  let bytes: Buffer = Buffer.from(original);
  const done: string[] = [];
  for (let times = chance.integer(1, 5); times > 0; times -= 1) {
    const from = chance.integer(0, Math.max(0, bytes.length - 1));
    const to = Math.min(bytes.length, from + chance.magnitude(200));
    const before = bytes.subarray(0, from);
    const run = bytes.subarray(from, to);
    const after = bytes.subarray(to);
    const [what, parts] = chance.pick<() => readonly [string, readonly Uint8Array[]]>([
      () => [
        'a bit flipped',
        [
          before,
          Buffer.from(run.map((byte, index) => (index === 0 ? byte ^ (1 << chance.integer(0, 7)) : byte))),
          after,
        ],
      ],
      () => ['a byte replaced', [before, Buffer.from([chance.integer(0, 255)]), run.subarray(1), after]],
      () => ['a run removed', [before, after]],
      () => ['a run repeated', [before, run, run, after]],
      () => ['cut off', [before]],
      () => ['bytes inserted', [before, Buffer.from(chance.pick(SPECIAL) ?? ''), run, after]],
      () => [
        'bytes inserted that are not UTF-8',
        [before, Buffer.from(chance.pick(NOT_UTF8) ?? []), run, after],
      ],
      () => ['a run moved to the front', [run, before, after]],
      () => ['everything repeated', [bytes, bytes]],
    ])();
    bytes = Buffer.concat(parts);
    done.push(`${what} at ${from}`);
  }
  return { bytes, what: done.join(', ') };
}
