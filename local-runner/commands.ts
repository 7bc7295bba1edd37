/** A workflow command that the runner reads from a line. */
export interface WorkflowCommand {
  /** In lower case: the runner ignores case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands that the runner knows. A line with any other name is ordinary text. */
const NAMES = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** The escapes of each syntax. `%25` is decoded last, so that its `%` does not begin another escape. */
const DATA = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY = [['%3A', ':'], ['%2C', ','], ...DATA] as const;
const OLD = [['%3B', ';'], ['%5D', ']'], ...DATA] as const;

type Escapes = readonly (readonly [string, string])[];

/**
 * Reads a line as the runner does: `::name key=value,…::data` after white space, or else the old
 * `##[name key=value;…]data` anywhere in it. Any other line is ordinary text. The runner's comparison depends on the
 * culture and ignores invisible characters. Here they are removed first, which finds every command that the runner
 * finds, and possibly more.
 */
export function readCommand(line: string): WorkflowCommand | undefined {
  const seen = line.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\0]/gu, '');
  const current = /^::(.*?)::(.*)$/su.exec(seen.trimStart());
  const old = /##\[(.*?)\](.*)$/su.exec(seen);
  return commandOf(current, ',', PROPERTY, DATA) ?? commandOf(old, ';', OLD, OLD);
}

function commandOf(
  match: RegExpExecArray | null,
  separator: string,
  ofProperties: Escapes,
  ofData: Escapes,
): WorkflowCommand | undefined {
  const [, head = '', data = ''] = match ?? [];
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!NAMES.has(name)) return undefined;
  const pairs = (space < 0 ? '' : head.slice(space + 1).trim())
    .split(separator)
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const)
    .filter(([key, value]) => key !== '' && value !== '');
  const properties = Object.fromEntries(pairs.map(([key, value]) => [key, unescape(value, ofProperties)]));
  return { name, properties, data: unescape(data, ofData) };
}

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((unescaped, [escape, token]) => unescaped.replaceAll(escape, token), text);
}

/** Splits a stream into lines as the runner does. Lines end at CR, LF or both. */
export class LineReader {
  #begun = '';

  /** The lines that end in this piece of the stream. */
  read(piece: string): readonly string[] {
    // A CR at the end may be half of a CRLF.
    const lines = (this.#begun + piece).split(/\r\n|\n|\r(?!$)/);
    this.#begun = lines.pop() ?? '';
    return lines;
  }

  /** The last line, if it has no line end. */
  end(): readonly string[] {
    const last = this.#begun.replace(/\r$/, '');
    return this.#begun === '' ? [] : [last];
  }
}

/**
 * Reads `GITHUB_OUTPUT` or `GITHUB_STATE`: `name=value` lines and `name<<delimiter` blocks.
 * @throws Error for anything that would make the runner fail the step.
 */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name = '', sign = '', rest = ''] = /^(.*?)(=|<<)(.*)$/su.exec(line) ?? [];
    if (name === '' || (sign === '<<' && rest === '')) throw new Error(`Not a file command: ${line}`);
    if (sign === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end < 0) throw new Error(`The value of ${name} does not end`);
    values[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return values;
}
