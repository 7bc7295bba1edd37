import type { Message } from '../../src/messages/message.ts';
import { validate, type MessageSource, type Validated } from '../../src/messages/validate.ts';
import type { Place, Source } from '../../src/place.ts';
import type { PlacedDraft } from '../../src/results/results.ts';

export const SECRET = 'fedcba98-7654-3210-fedc-ba9876543210';

/**
 * A source in which the value at path `[3, 'ruleId']` is at `f:4:7`: the first step gives the line, the last the
 * column.
 */
const source: Source = {
  file: 'f',
  locate: (at) => {
    if ('position' in at) return at.position;
    const [index = 0, member] = at.path;
    return { line: Number(index) + 1, column: 1 + (typeof member === 'string' ? member.length : 0) };
  },
};

/** A place in that source. */
export function placeAt(...path: readonly (string | number)[]): Place {
  return { source, at: { path } };
}

/** Values as the messages of a file, in order. */
export function draftsOf(values: readonly unknown[]): readonly PlacedDraft[] {
  return values.map((value, index) => ({ value, at: { path: [index] }, place: placeAt(index) }));
}

/** Results for `validate`, with defaults. */
export function sourceOf(more: Partial<MessageSource>): MessageSource {
  return { drafts: [], ruleResults: [], recordFaults: [], unreadable: new Set(), ...more };
}

/** Validates values as the messages of a file. */
export function validated(
  values: readonly unknown[],
  detailsEncoding: 'text' | 'base64' = 'text',
): Validated {
  return validate(sourceOf({ drafts: draftsOf(values) }), { detailsEncoding, secret: SECRET });
}

/** Messages for as many rules. */
export function messagesOf(count: number): readonly Message[] {
  return Array.from({ length: count }, (_, index) => ({
    ruleId: `rule-${index}`,
    status: 'PASSED',
    cisRuleDetails: Buffer.from(`details ${index}`),
    place: placeAt(index),
  }));
}
