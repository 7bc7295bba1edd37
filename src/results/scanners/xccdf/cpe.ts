import { withoutUndefined } from '../../../json.ts';

/** The parts of a Common Platform Enumeration name, of an application (`a`), operating system (`o`) or hardware (`h`). */
export interface Cpe {
  readonly part: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
}

/**
 * Reads a CPE name as a URI (`cpe:/o:redhat:enterprise_linux:8`) or formatted string (`cpe:2.3:o:redhat:…`), by NIST
 * IR 7695; `undefined` if `name` is neither.
 */
export function parseCpe(name: string): Cpe | undefined {
  const uri = /^cpe:\/([aoh])(?::|$)/i.exec(name)?.[1];
  const formatted = /^cpe:2\.3:([aoh]):/i.exec(name)?.[1];
  const part = (uri ?? formatted)?.toLowerCase();
  if (part === undefined) return undefined;
  const fields =
    uri === undefined
      ? name
          .split(/(?<!\\):/)
          .slice(3)
          .map((field) => field.replace(/\\(.)/g, '$1'))
      : name.split(':').slice(2).map(unescapeUri);
  const [vendor, product, version] = fields.map((field) => (/^[*-]?$/.test(field) ? undefined : field));
  return { part, ...withoutUndefined({ vendor, product, version }) };
}

function unescapeUri(field: string): string {
  return field.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
