import { isRecord, type JsonRecord } from '../../../json.ts';

/**
 * A value as JSON if that has at most `limit` UTF-16 units; otherwise a longer text whose first `limit` units are
 * those of the JSON. However large or deep the value is, no more of it than that is visited.
 */
export function boundedJson(value: unknown, limit: number): string {
  let text = '';
  const isFull = (): boolean => text.length > limit;

  // Each level writes before it goes deeper, so the limit on the text also limits the depth.
  const write = (part: unknown): void => {
    if (Array.isArray(part)) writeAll('[', part, write, ']');
    else if (isRecord(part)) writeAll('{', Object.keys(part), memberWriter(part), '}');
    else text += scalar(part, limit);
  };
  const memberWriter = (owner: JsonRecord) => (name: string) => {
    text += `${scalar(name, limit)}:`;
    write(owner[name]);
  };
  const writeAll = <Item>(
    start: string,
    items: readonly Item[],
    writeItem: (item: Item) => void,
    end: string,
  ): void => {
    text += start;
    for (const [index, item] of items.entries()) {
      if (isFull()) return;
      if (index > 0) text += ',';
      writeItem(item);
    }
    text += end;
  };

  write(value);
  return text;
}

function scalar(value: unknown, limit: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, limit));
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  return typeof value === 'bigint' ? String(value) : 'null';
}
