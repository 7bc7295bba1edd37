/** The constraints that an AWS API model sets on a JSON value, as data. */
export type Shape = StringShape | BlobShape | IntegerShape | ListShape | StructureShape;

/** Text: lengths in Unicode code points. */
interface StringShape {
  readonly type: 'string';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: RegExp;
  readonly oneOf?: readonly string[];
}

/** Bytes, in padded standard base64 on the wire: lengths in bytes before base64. */
interface BlobShape {
  readonly type: 'blob';
  readonly minimum: number;
  readonly maximum: number;
}

/** A whole number, from the minimum to the maximum. */
interface IntegerShape {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

/** A list of one shape: lengths in elements. */
interface ListShape {
  readonly type: 'list';
  readonly minimum: number;
  readonly maximum: number;
  readonly of: Shape;
}

/** An object with these members and no others. */
interface StructureShape {
  readonly type: 'structure';
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
}

/** The type of the JSON that a shape allows. */
export type JsonOf<S> = S extends { type: 'string'; oneOf: readonly (infer Value)[] }
  ? Value
  : S extends { type: 'string' | 'blob' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'list'; of: infer Element }
        ? readonly JsonOf<Element>[]
        : S extends { type: 'structure'; required: infer Required }
          ? { readonly [Name in keyof Required]: JsonOf<Required[Name]> } & OptionalMembers<S>
          : never;

type OptionalMembers<S> = S extends { optional: infer Optional }
  ? { readonly [Name in keyof Optional]?: JsonOf<Optional[Name]> }
  : unknown;

/** One broken constraint. `name` is the path of the value, such as `messages[0].ruleId`. */
export interface FieldFault {
  readonly name: string;
  readonly message: string;
}

/** Whether a value meets every constraint of a shape. */
export function conforms<S extends Shape>(shape: S, value: unknown): value is JsonOf<S> {
  return faultsOf(shape, value).length === 0;
}

/** Every constraint that a value breaks. For an object, missing members come first, then the others in order. */
export function faultsOf(shape: Shape, value: unknown, name = ''): FieldFault[] {
  const fault = (message: string): FieldFault[] => [{ name, message }];
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? textFaults(shape, value).flatMap(fault) : fault('must be a string');
    case 'blob':
      return typeof value === 'string'
        ? blobFaults(shape, value).flatMap(fault)
        : fault('must be a base64 string');
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
        ? boundFaults(shape, value, 'value').flatMap(fault)
        : fault('must be a whole number');
    case 'list':
      return Array.isArray(value) ? listFaults(shape, value, name) : fault('must be a list');
    case 'structure':
      return isObject(value) ? structureFaults(shape, value, name) : fault('must be an object');
  }
}

function textFaults(shape: StringShape, value: string): string[] {
  // UTF-8 cannot encode a lone surrogate.
  if (/\p{Surrogate}/u.test(value)) return ['must be well-formed Unicode'];
  const faults = boundFaults(shape, Array.from(value).length, 'length in characters');
  if (shape.pattern?.test(value) === false) faults.push(`must match ${shape.pattern.source}`);
  if (shape.oneOf?.includes(value) === false) faults.push(`must be one of ${shape.oneOf.join(', ')}`);
  return faults;
}

function blobFaults(shape: BlobShape, value: string): string[] {
  const bytes = Buffer.from(value, 'base64');
  // Node's decoder skips characters that are not base64. Only valid base64 encodes back to the same text.
  if (bytes.toString('base64') !== value) return ['must be padded standard base64'];
  return boundFaults(shape, bytes.length, 'length in bytes');
}

function listFaults(shape: ListShape, value: readonly unknown[], name: string): FieldFault[] {
  const bounds = boundFaults(shape, value.length, 'number of elements').map((message) => ({ name, message }));
  return [...bounds, ...value.flatMap((element, index) => faultsOf(shape.of, element, `${name}[${index}]`))];
}

function structureFaults(shape: StructureShape, value: object, name: string): FieldFault[] {
  const place = (member: string) => (name === '' ? member : `${name}.${member}`);
  const known = new Map<string, Shape>([
    ...Object.entries(shape.required),
    ...Object.entries(shape.optional ?? {}),
  ]);
  const present = new Map<string, unknown>(Object.entries(value));
  const missing = Object.keys(shape.required)
    .filter((member) => !present.has(member))
    .map((member) => ({ name: place(member), message: 'is required' }));
  const wrong = [...present].flatMap(([member, content]) => {
    const expected = known.get(member);
    if (expected === undefined) return [{ name: place(member), message: 'is not a known member' }];
    return faultsOf(expected, content, place(member));
  });
  return [...missing, ...wrong];
}

function boundFaults(bounds: { minimum?: number; maximum?: number }, size: number, what: string): string[] {
  if (bounds.minimum !== undefined && size < bounds.minimum) {
    return [`${what} is ${size}, less than ${bounds.minimum}`];
  }
  if (bounds.maximum !== undefined && size > bounds.maximum) {
    return [`${what} is ${size}, more than ${bounds.maximum}`];
  }
  return [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
