import { shortText } from '../../reading/short-text.ts';

/** How much of one text is looked at, in UTF-16 units: a text can quote a whole container. */
const LOOKED_AT = 20_000;

/** What is handed on of one text at most. */
const KEPT = 240;

/** Where InSpec's description of a test goes over from what was looked at to what was required of it. */
const REQUIREMENT = / (?:is expected|should)(?= |$)/g;

/** What a description says of an object after it: the property that was looked at. */
const PROPERTY = /^ (?:[\w.]{1,60}|\[(?:"[\w.:/-]{1,60}"(?:, )?)+\])$/;

/** A password's hash, as `/etc/shadow` has it. */
const PASSWORD_HASH = /\$(?:\d\w?|2[abxy]|y|gy|sha1|md5|argon2\w*)\$\S+/g;

/** What a matcher found, on a line of its own or at the end, where it is a number, a mode, true, false or nothing. */
const PLAIN_VALUE = /^\s*got:\s+"?(-?\d+(?:\.\d+)?|true|false|nil)"?\s*$|, got (true|false)$/m;

/** Exceptions whose messages are about the profile's code, and what of them is kept: no value, which may be evidence. */
const OF_CODE: readonly RegExp[] = [
  /^undefined (?:local variable or )?method [`'][\w?!=[\]]{1,60}['`](?: for (?:nil(?::NilClass)?|an instance of [\w:]{1,60}))?/,
  /^uninitialized constant [\w:]{1,80}/,
  /^wrong number of arguments \([^()\n]{1,40}\)/,
  /^no implicit conversion (?:of|from) \w{1,40} (?:in)?to \w{1,40}/,
  /^(?:execution expired|stack level too deep)/,
];

/**
 * What a test looked at and required, in InSpec's words (`code_desc`). A profile that looks at a value of its own has
 * that value for the first part: where it is a list, a quoted text, of several lines or a password's hash, it is left
 * out, since it is what was found on the target.
 */
export function descriptionOf(codeDescription: unknown): string | undefined {
  if (typeof codeDescription !== 'string') return undefined;
  const text = withoutObject(codeDescription.slice(0, LOOKED_AT));
  const { subject, requirement } = splitAtRequirement(text);
  const shown = isContent(subject) ? `what was found${requirement}` : text;
  return shortText(shown.replaceAll(PASSWORD_HASH, '…'), KEPT);
}

/**
 * What a failing test's `message` says beyond its description and holds no content: a number, a mode, true, false or
 * nil that was found; of an exception, what it says of the profile's code.
 */
export function foundIn(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  const text = message.slice(0, LOOKED_AT).trim();
  const [, onLine, atEnd] = PLAIN_VALUE.exec(text) ?? [];
  const value = onLine ?? atEnd;
  if (value !== undefined) return `got ${value}`;
  return OF_CODE.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}

/**
 * A message that a profile's author or InSpec itself wrote, such as why a test was skipped: its first line, up to what
 * it quotes.
 */
export function writtenMessage(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  const [line = ''] = message
    .slice(0, LOOKED_AT)
    .trim()
    .split(/[\r\n]/, 1);
  const shown = line.replace(/(?:["[{]|#<|(?<!\w)').*$/, '…');
  return shortText(shown.replaceAll(PASSWORD_HASH, '…'), KEPT);
}

/** A shell command in backticks may have several lines: it is the profile's own. */
function isContent(subject: string): boolean {
  const plain = subject.replaceAll(/`[^`]*`/g, '').trim();
  return /^["[{]/.test(plain) || /[\r\n]/.test(plain);
}

/**
 * A text without what it quotes of a Ruby object: `#<Hashie::Mash Env=… Args=…> ["User"]` becomes
 * `#<Hashie::Mash> ["User"]`. Such an object can be all that is known of a container, its environment's secrets
 * included, and what it holds may look like its end: all up to the last requirement goes.
 */
function withoutObject(text: string): string {
  const start = text.indexOf('#<');
  if (start < 0) return text;
  const { subject, requirement } = splitAtRequirement(text.slice(start));
  const name = /^#<([\w:]*?)(?::0x[\da-f]+)?(?![\w:])/.exec(subject)?.[1] ?? '';
  const property = subject.slice(subject.lastIndexOf('>') + 1);
  const shown = requirement !== '' && PROPERTY.test(property) ? property : '';
  return `${text.slice(0, start)}#<${name}>${shown}${requirement.replace(/#<[^]*$/, '#<…>')}`;
}

/** What was looked at, and what was required of it: the last requirement is InSpec's own. */
function splitAtRequirement(text: string): { readonly subject: string; readonly requirement: string } {
  const index = [...text.matchAll(REQUIREMENT)].at(-1)?.index ?? text.length;
  return { subject: text.slice(0, index), requirement: text.slice(index) };
}
