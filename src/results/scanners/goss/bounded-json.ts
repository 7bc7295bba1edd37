import { isRecord, type JsonRecord } from '../../../json.ts';

/**
 * The JSON text of a value when it has at most `limit` UTF-16 units; else a longer text, the first `limit` units of
 * which are those of the JSON text. However large or deep the value is, no more of it is looked at than that.
 */
export function boundedJson(value: unknown, limit: number): string {
  let text = '';
  const isFull = (): boolean => text.length > limit;

  // Each level writes before it goes deeper, so the limit of the text is one of the depth as well.
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
