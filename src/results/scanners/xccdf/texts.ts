import { detached, type Content } from '../../reading/nested-reader.ts';
import type { XmlElement } from '../../reading/scanner.ts';
import { shortText } from '../../reading/short-text.ts';

/** Marks where a text has the value of something else; no XML document can hold this character. */
const MARK = '\uFFFF';
const REFERENCE = /\uFFFF([^\uFFFF]*)\uFFFF/g;
const CUT_REFERENCE = /\uFFFF[^\uFFFF]*$/;

/** A text that may stand in several languages: the first is kept, unless a later one is English and it is not. */
export interface Wording {
  /** With references to values, which `withValues` puts in. */
  text?: string;
  isEnglish?: boolean;
}

/** Content that is kept as a wording; `textLimit` are UTF-16 units at most. */
export function wordingContent(element: XmlElement, wording: Wording, textLimit?: number): Content {
  const isEnglish = /^en\b/i.test(element.language ?? 'en');
  return {
    ...(textLimit !== undefined && { textLimit }),
    inserted: referenceOf,
    text: (text) => {
      if (wording.text !== undefined && (wording.isEnglish === true || !isEnglish)) return;
      wording.text = text;
      wording.isEnglish = isEnglish;
    },
  };
}

/** `<sub idref>` stands for the value of a `Value`, which the run decides (XCCDF 1.2, 6.2.10). */
function referenceOf({ name, attributes }: XmlElement): string | undefined {
  const idref = attributes.get('idref')?.trim();
  return name !== 'sub' || idref === undefined ? undefined : `${MARK}${idref}${MARK}`;
}

/** A text with the values in it that it refers to. */
export function withValues(
  text: string | undefined,
  valueOf: (id: string) => string | undefined,
): string | undefined {
  if (text?.includes(MARK) !== true) return text;
  const whole = text.replaceAll(REFERENCE, (_, id: string) => valueOf(id) ?? '…').replace(CUT_REFERENCE, '…');
  return detached(shortText(whole) ?? '');
}
