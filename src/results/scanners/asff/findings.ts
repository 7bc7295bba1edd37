import { isRecord, listOf, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';

/** The one version of the format (Security Hub API, `AwsSecurityFinding`). */
export const SCHEMA_VERSION = '2018-10-08';

const FINDING = 'finding';
const PAGE = 'page of findings';

/** `GetFindings` answers `Findings`; what people and EventBridge write of it is in lower case too. */
const LISTS = ['Findings', 'findings'] as const;

/** Whether a document holds findings: one, a list, a page of an answer, an EventBridge event, a list of any of them. */
export function holdsFindings(document: unknown): boolean {
  return [document, ...listOf(document)].some((value) => isFinding(value) || listsOf(value).some(isFinding));
}

/** The findings of a document, in order; a page that says that there are more is a warning. */
export function findingsOf(document: unknown, reader: RecordReader): readonly Entry[] {
  if (Array.isArray(document)) {
    return reader.objects(document, FINDING, []).flatMap((element) => findingsIn(element, reader));
  }
  return findingsIn(reader.root(document, FINDING), reader);
}

function isFinding(value: unknown): boolean {
  return memberOf(value, 'SchemaVersion') === SCHEMA_VERSION;
}

function listsOf(value: unknown): readonly unknown[] {
  return [value, memberOf(value, 'detail')].flatMap((page) =>
    LISTS.flatMap((name) => listOf(memberOf(page, name))),
  );
}

/** Of an element: itself when it is a finding, else those of the page or the event that it is. */
function findingsIn(element: Entry, reader: RecordReader): readonly Entry[] {
  const page = pageOf(element);
  if (isFinding(element.value) || page === undefined) return [element];
  const token = textOf(memberOf(page.value, 'NextToken')) ?? textOf(memberOf(page.value, 'nextToken'));
  if (token !== undefined) {
    reader.warn(
      'There are more findings on another page (`NextToken`), which is not in the file: have `aws securityhub get-findings` write all pages.',
      [...page.path, memberOf(page.value, 'NextToken') === undefined ? 'nextToken' : 'NextToken'],
    );
  }
  const findings = LISTS.filter((name) => Object.hasOwn(page.value, name)).flatMap((name) =>
    reader.requiredEntries(page, name, FINDING),
  );
  if (findings.length === 0) reader.exclude('page without findings');
  return findings.flatMap((finding) => findingsIn(finding, reader));
}

function pageOf(element: Entry): Entry | undefined {
  const detail = memberOf(element.value, 'detail');
  const isPage = (value: JsonRecord): boolean => LISTS.some((name) => Object.hasOwn(value, name));
  if (isPage(element.value)) return { ...element, what: PAGE };
  if (!isRecord(detail) || !isPage(detail)) return undefined;
  return { value: detail, path: [...element.path, 'detail'], what: PAGE };
}
