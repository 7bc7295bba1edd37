import { withoutUndefined } from '../../../json.ts';
import { detached, type Content } from '../../reading/nested-reader.ts';
import type { XmlElement } from '../../reading/scanner.ts';
import { shortText } from '../../reading/short-text.ts';

/** Marks a reference to a value within a text; no XML document can contain this character. */
const MARK = '\uFFFF';
const REFERENCE = /\uFFFF([^\uFFFF]*)\uFFFF/g;
const CUT_REFERENCE = /\uFFFF[^\uFFFF]*$/;

/** A text that may exist in several languages: the first is kept, unless only a later one is English. */
export interface Wording {
  /** With references to values, which `withValues` replaces. */
  text?: string;
  isEnglish?: boolean;
}

/** Content that is kept as a wording of at most `textLimit` UTF-16 units. */
export function wordingContent(element: XmlElement, wording: Wording, textLimit?: number): Content {
  const isEnglish = /^en\b/i.test(element.language ?? 'en');
  return {
    ...withoutUndefined({ textLimit }),
    inserted: referenceOf,
    text: (text) => {
      if (wording.text !== undefined && (wording.isEnglish === true || !isEnglish)) return;
      wording.text = text;
      wording.isEnglish = isEnglish;
    },
  };
}

/** `<sub idref>` refers to a `Value`, whose value depends on the run (XCCDF 1.2, 6.2.10). */
function referenceOf({ name, attributes }: XmlElement): string | undefined {
  const idref = attributes.get('idref')?.trim();
  return name !== 'sub' || idref === undefined ? undefined : `${MARK}${idref}${MARK}`;
}

/** A text with its references replaced by their values. */
export function withValues(
  text: string | undefined,
  valueOf: (id: string) => string | undefined,
): string | undefined {
  if (text?.includes(MARK) !== true) return text;
  const whole = text.replaceAll(REFERENCE, (_, id: string) => valueOf(id) ?? '…').replace(CUT_REFERENCE, '…');
  return detached(shortText(whole) ?? '');
}
