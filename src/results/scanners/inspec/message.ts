import { shortText } from '../../reading/short-text.ts';

/** How much of one text is examined, in UTF-16 units: a text can quote a whole container. */
const LOOKED_AT = 20_000;

/** The most that is kept of one text, in UTF-16 units. */
const KEPT = 240;

/** Where InSpec's description of a test turns from what was examined to what was required. */
const REQUIREMENT = / (?:is expected|should)(?= |$)/g;

/** What follows an object in a description: the property that was examined. */
const PROPERTY = /^ (?:[\w.]{1,60}|\[(?:"[\w.:/-]{1,60}"(?:, )?)+\])$/;

/** A password hash, as in `/etc/shadow`. */
const PASSWORD_HASH = /\$(?:\d\w?|2[abxy]|y|gy|sha1|md5|argon2\w*)\$\S+/g;

/** What a matcher found, on a separate line or at the end, if it is a number, a mode, true, false or nil. */
const PLAIN_VALUE = /^\s*got:\s+"?(-?\d+(?:\.\d+)?|true|false|nil)"?\s*$|, got (true|false)$/m;

/** Messages of exceptions in the profile's code, and the part that is kept: never a value, which may be evidence. */
const OF_CODE: readonly RegExp[] = [
  /^undefined (?:local variable or )?method [`'][\w?!=[\]]{1,60}['`](?: for (?:nil(?::NilClass)?|an instance of [\w:]{1,60}))?/,
  /^uninitialized constant [\w:]{1,80}/,
  /^wrong number of arguments \([^()\n]{1,40}\)/,
  /^no implicit conversion (?:of|from) \w{1,40} (?:in)?to \w{1,40}/,
  /^(?:execution expired|stack level too deep)/,
];

/**
 * What a test examined and required, in InSpec's words (`code_desc`). If a profile examines a plain value, the
 * description begins with that value, which was found on the target: a list, a quoted text, a text of several lines or a
 * password hash is left out.
 */
export function descriptionOf(codeDescription: unknown): string | undefined {
  if (typeof codeDescription !== 'string') return undefined;
  const text = withoutObject(codeDescription.slice(0, LOOKED_AT));
  const { subject, requirement } = splitAtRequirement(text);
  const shown = isContent(subject) ? `what was found${requirement}` : text;
  return shortText(shown.replaceAll(PASSWORD_HASH, '…'), KEPT);
}

/**
 * What a failing test's `message` adds to its description without revealing content: a number, a mode, true, false or
 * nil that was found; for an exception, what it says about the profile's code.
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
 * A message that a profile's author or InSpec itself wrote, such as why a test was skipped: its first line, up to the
 * first quoted value.
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

/** Whether a text is content found on the target. A shell command in backticks is the profile's own, even with several lines. */
function isContent(subject: string): boolean {
  const plain = subject.replaceAll(/`[^`]*`/g, '').trim();
  return /^["[{]/.test(plain) || /[\r\n]/.test(plain);
}

/**
 * A text without the contents of a Ruby object: `#<Hashie::Mash Env=… Args=…> ["User"]` becomes
 * `#<Hashie::Mash> ["User"]`. Such an object can hold everything known about a container, including secrets in its
 * environment, and its contents may look like its end, so everything up to the last requirement is removed.
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

/** What was examined and what was required of it, split at the last requirement: that one is InSpec's own. */
function splitAtRequirement(text: string): { readonly subject: string; readonly requirement: string } {
  const index = [...text.matchAll(REQUIREMENT)].at(-1)?.index ?? text.length;
  return { subject: text.slice(0, index), requirement: text.slice(index) };
}
