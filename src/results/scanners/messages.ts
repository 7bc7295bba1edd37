import { isRecord, listOf, memberOf, textOf, withoutUndefined, type JsonRecord } from '../../json.ts';
import type { Path } from '../../place.ts';
import { isStatus } from '../../status.ts';
import { fold, grouped, unknownMembers } from '../../text.ts';
import { MOST_FAULTS, refuseLongList, TooMuch } from '../reading/bounds.ts';
import type {
  DataScanner,
  DocumentFault,
  MessageDraft,
  Platform,
  Scan,
  ScanFacts,
  SessionClaim,
} from '../reading/scanner.ts';
import { shortText } from '../reading/short-text.ts';

/** What a messages file may state about the scan, each as a string; `platform` may also be an object. */
const FACTS = ['scanner', 'benchmark', 'profile', 'platform'];

/** Members of `platform`. */
const PLATFORM = ['vendor', 'product', 'version'] as const;

/** Members of a messages file: those in the AWS CLI's skeleton of `send-cis-session-telemetry`, and the action's own. */
const MEMBERS = ['messages', 'scanJobId', 'sessionToken', 'detailsEncoding', '$schema', ...FACTS];

/** Members that identify a message, as `fold` returns them, so that misspelt ones count too. */
const IDENTIFYING = new Set(['ruleid', 'cisruledetails']);

/** The action's own format: Inspector's messages in a file, or a single message, such as a line of JSON Lines. */
export const messages: DataScanner = {
  kind: 'data',
  name: 'messages',
  shape: 'an object with "messages", or a list of objects with "ruleId", "status" and "cisRuleDetails"',
  recognises,
  statuses: {},
  read,
};

function recognises(document: unknown): boolean {
  if (!isRecord(document)) return listOf(document).some(isMessage);
  return Object.hasOwn(document, 'messages') || isMessage(document) || misspeltList(document) !== undefined;
}

/** Whether a document has only members of the action's own format, so that it cannot be in any scanner's format. */
export function holdsOnlyMessages(document: unknown): boolean {
  if (Array.isArray(document)) return document.length > 0 && document.every(isWholeMessage);
  if (!isRecord(document)) return false;
  if (isWholeMessage(document)) return true;
  return Array.isArray(document['messages']) && Object.keys(document).every((name) => MEMBERS.includes(name));
}

function isWholeMessage(value: unknown): boolean {
  const names = ['ruleId', 'status', 'cisRuleDetails'];
  return (
    isRecord(value) && names.every((name) => Object.hasOwn(value, name)) && Object.keys(value).length === 3
  );
}

function isMessage(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).some((name) => IDENTIFYING.has(fold(name)));
}

/** The misspelt name of a list of messages: `Messages`, `message`. */
function misspeltList(document: JsonRecord): string | undefined {
  return Object.keys(document).find(
    (name) => /^messages?$/.test(fold(name)) && listOf(document[name]).some(isMessage),
  );
}

function read(document: unknown): readonly Scan[] {
  if (!isRecord(document)) return [{ ruleResults: [], drafts: draftsOf(document, []) }];
  if (isMessage(document)) return [{ ruleResults: [], drafts: [{ value: document, at: { path: [] } }] }];
  const encoding = document['detailsEncoding'];
  const scan: Scan = {
    ...factsOf(document),
    ruleResults: [],
    drafts: draftsOf(document['messages'], ['messages']),
    session: claimsOf(document),
    faults: faultsOf(document),
    ...withoutUndefined({ detailsEncoding: isEncoding(encoding) ? encoding : undefined }),
  };
  return [scan];
}

function draftsOf(list: unknown, path: Path): MessageDraft[] {
  const messages = listOf(list);
  refuseLongList(messages, 'message');
  refuseOthers(messages);
  // `concat` makes arrays of just this size; those of `[...path, index]` would take 25 MB more for 150,000 messages.
  return messages.map((value, index) => ({ value, at: { path: path.concat(index) } }));
}

/** @throws TooMuch when so many elements are no valid messages that the list is one of something else. */
function refuseOthers(messages: readonly unknown[]): void {
  let others = 0;
  for (const message of messages) {
    if (textOf(memberOf(message, 'ruleId')) === undefined || !isStatus(memberOf(message, 'status')))
      others += 1;
    if (others > MOST_FAULTS) {
      throw new TooMuch(`there are more than ${grouped(MOST_FAULTS)} messages without a rule id or a status`);
    }
  }
}

function claimsOf(document: JsonRecord): SessionClaim[] {
  const members = ['scanJobId', 'sessionToken'] as const;
  return members
    .filter((member) => Object.hasOwn(document, member))
    .map((member) => ({ member, value: document[member], at: { path: [member] } }));
}

function factsOf(document: JsonRecord): ScanFacts {
  const fact = (name: string): string | undefined => shortText(memberOf(document, name), 200);
  return withoutUndefined({
    scanner: fact('scanner'),
    benchmark: fact('benchmark'),
    profile: fact('profile'),
    platform: platformOf(memberOf(document, 'platform')),
  });
}

function platformOf(platform: unknown): Platform | undefined {
  const known: Platform = isRecord(platform)
    ? Object.fromEntries(
        PLATFORM.flatMap((name) => {
          const text = shortText(memberOf(platform, name), 50);
          return text === undefined ? [] : [[name, text]];
        }),
      )
    : withoutUndefined({ product: shortText(platform, 50) });
  return Object.keys(known).length > 0 ? known : undefined;
}

function faultsOf(document: JsonRecord): DocumentFault[] {
  const faults: DocumentFault[] = [];
  if (!Array.isArray(document['messages'])) {
    faults.push({ sentence: '"messages" must be a list of messages.', at: { path: ['messages'] } });
  }
  const encoding = document['detailsEncoding'];
  if (Object.hasOwn(document, 'detailsEncoding') && !isEncoding(encoding)) {
    faults.push({
      sentence: '"detailsEncoding" must be "text" or "base64".',
      at: { path: ['detailsEncoding'] },
    });
  }
  for (const name of FACTS) {
    if (!Object.hasOwn(document, name) || isFact(name, document[name])) continue;
    const or = name === 'platform' ? ' or an object with "vendor", "product" and "version"' : '';
    faults.push({ sentence: `"${name}" must be a string${or}.`, at: { path: [name] } });
  }
  const unknown = Object.keys(document).filter((member) => !MEMBERS.includes(member));
  const [first] = unknown;
  if (first !== undefined) {
    faults.push({ sentence: unknownMembers(unknown, 'a messages file', MEMBERS), at: { path: [first] } });
  }
  return faults;
}

function isEncoding(value: unknown): value is 'text' | 'base64' {
  return value === 'text' || value === 'base64';
}

function isFact(name: string, value: unknown): boolean {
  return textOf(value) !== undefined || (name === 'platform' && platformOf(value) !== undefined);
}
