import { isRecord, listOf, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import type { Entry, RecordReader } from '../../reading/record-reader.ts';

/** The one version of the format (Security Hub API, `AwsSecurityFinding`). */
export const SCHEMA_VERSION = '2018-10-08';

const FINDING = 'finding';
const PAGE = 'page of findings';

/** `GetFindings` returns `Findings`; people and EventBridge also write it in lower case. */
const LISTS = ['Findings', 'findings'] as const;

/** Whether a document holds findings: one, a list, a page of results, an EventBridge event, or a list of any of these. */
export function holdsFindings(document: unknown): boolean {
  return [document, ...listOf(document)].some((value) => isFinding(value) || listsOf(value).some(isFinding));
}

/** The findings in a document, in order. Warns of a page that says there are more. */
export function readFindings(document: unknown, reader: RecordReader): readonly Entry[] {
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

/** The findings in an element: itself if it is a finding, otherwise those of the page or event. */
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
