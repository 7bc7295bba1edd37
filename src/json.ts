/** A JSON object (or YAML mapping) with unknown members. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object: not null, not an array, not bytes. */
export function isRecord(value: unknown): value is JsonRecord {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** `value` if it is a JSON object, otherwise an empty one: for members that a file may leave out. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** `value` if it is an array, otherwise an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `value`, trimmed, if it is a string that is not blank, otherwise `undefined`. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** An own member of `value`, never an inherited one; `undefined` if `value` is not an object. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A member of a member, down a path of names: `memberAt(finding, 'metadata', 'product', 'version')`. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(memberOf, value);
}

/** The members of `Fields` that may be `undefined` become optional ones that are never `undefined`. */
type WithoutUndefined<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined>;
};

/** `fields` without those that are `undefined`, as `exactOptionalPropertyTypes` requires. */
export function withoutUndefined<Fields extends object>(fields: Fields): WithoutUndefined<Fields> {
  const known: Partial<Record<string, unknown>> = {};
  // A run makes several such objects for each rule; `Object.entries` would take twice as long.
  for (const name in fields) if (fields[name] !== undefined) known[name] = fields[name];
  // The compiler does not follow members through entries.
  return known as WithoutUndefined<Fields>;
}

/** `list`, or `undefined` if it is empty: for members that are left out if empty. */
export function undefinedIfEmpty<List extends readonly unknown[]>(list: List): List | undefined {
  return list.length > 0 ? list : undefined;
}
