import { unknownMembers } from '../../text.ts';
import { isRecord, listOf } from '../../json.ts';
import type { Path } from '../../place.ts';
import type { DataScanner, DocumentFault, MessageDraft, Scan, SessionClaim } from '../reading/scanner.ts';

/** Members of a messages file: the AWS CLI's skeleton of `send-cis-session-telemetry`, and ours. */
const MEMBERS = ['messages', 'scanJobId', 'sessionToken', 'detailsEncoding'];

/** The action's own format: what Inspector takes, as a file. */
export const messages: DataScanner = {
  kind: 'data',
  name: 'messages',
  shape: 'an object with "messages", or a list of objects with "ruleId", "status" and "cisRuleDetails"',
  recognises: (document) =>
    isRecord(document)
      ? Object.hasOwn(document, 'messages')
      : listOf(document).some((item) => isRecord(item) && ('ruleId' in item || 'cisRuleDetails' in item)),
  statuses: {},
  read,
};

function read(document: unknown): readonly Scan[] {
  if (!isRecord(document)) return [{ ruleResults: [], drafts: draftsOf(document, []) }];
  const faults = faultsOf(document);
  const encoding = document['detailsEncoding'];
  const scan: Scan = {
    ruleResults: [],
    drafts: draftsOf(document['messages'], ['messages']),
    session: claimsOf(document),
    faults,
    ...(encoding === 'text' || encoding === 'base64' ? { detailsEncoding: encoding } : {}),
  };
  return [scan];
}

function draftsOf(list: unknown, path: Path): MessageDraft[] {
  return listOf(list).map((value, index) => ({ value, at: { path: [...path, index] } }));
}

function claimsOf(document: Readonly<Record<string, unknown>>): SessionClaim[] {
  const members = ['scanJobId', 'sessionToken'] as const;
  return members
    .filter((member) => Object.hasOwn(document, member))
    .map((member) => ({ member, value: document[member], at: { path: [member] } }));
}

function faultsOf(document: Readonly<Record<string, unknown>>): DocumentFault[] {
  const faults: DocumentFault[] = [];
  if (!Array.isArray(document['messages'])) {
    faults.push({ sentence: '"messages" must be a list of messages.', at: { path: ['messages'] } });
  }
  const encoding = document['detailsEncoding'];
  if (Object.hasOwn(document, 'detailsEncoding') && encoding !== 'text' && encoding !== 'base64') {
    faults.push({
      sentence: '"detailsEncoding" must be "text" or "base64".',
      at: { path: ['detailsEncoding'] },
    });
  }
  const unknown = Object.keys(document).filter((member) => !MEMBERS.includes(member));
  const [first] = unknown;
  if (first !== undefined) {
    faults.push({ sentence: unknownMembers(unknown, 'a messages file', MEMBERS), at: { path: [first] } });
  }
  return faults;
}
