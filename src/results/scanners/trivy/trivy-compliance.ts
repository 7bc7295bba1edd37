import { memberOf } from '../../../json.ts';
import { RecordReader } from '../../reading/record-reader.ts';
import type { DataScanner, Scan } from '../../reading/scanner.ts';
import { CHECK_STATUSES, readControls } from './all.ts';
import { benchmarkOf } from './benchmark.ts';
import { DEFAULT_STATUSES } from './control.ts';
import { isOperatorDocument, KIND, readOperator } from './operator.ts';
import { readTrivySummary } from './summary.ts';

const SUMMARY_MEMBERS = {
  controls: 'SummaryControls',
  id: 'ID',
  name: 'Name',
  severity: 'Severity',
  total: 'TotalFail',
};

/** `trivy … --compliance SPEC --format json` with `--report all` or `summary`, and trivy-operator's reports. */
export const trivyCompliance: DataScanner = {
  kind: 'data',
  name: 'trivy-compliance',
  shape: `an object with \`ID\`, \`Title\` and \`SummaryControls\` or \`Results\` of controls, or a ${KIND}`,
  statuses: { 'Misconfigurations[].Status': CHECK_STATUSES, DefaultStatus: DEFAULT_STATUSES },
  recognises,
  read,
};

function recognises(document: unknown): boolean {
  return isSummary(document) || isComplete(document) || isOperatorDocument(document);
}

function isSummary(document: unknown): boolean {
  return hasHeading(document) && Array.isArray(memberOf(document, 'SummaryControls'));
}

/** Whether a document is `--report all`. An ordinary Trivy report has `Results` too, but for targets. */
function isComplete(document: unknown): boolean {
  if (!hasHeading(document) || memberOf(document, 'ArtifactName') !== undefined) return false;
  const results = memberOf(document, 'Results');
  if (results === null) return memberOf(document, 'RelatedResources') !== undefined;
  return Array.isArray(results) && !results.some((result) => memberOf(result, 'Target') !== undefined);
}

function hasHeading(document: unknown): boolean {
  return typeof memberOf(document, 'ID') === 'string' && typeof memberOf(document, 'Title') === 'string';
}

/** Reads a complete report or a summary. If a document is both, the worse verdict counts. */
function read(document: unknown): readonly Scan[] {
  if (Array.isArray(document) || isOperatorDocument(document)) return readOperator(document);
  const reader = new RecordReader();
  const report = reader.root(document, 'Trivy report');
  readControls(report, reader);
  readTrivySummary(report, SUMMARY_MEMBERS, reader);
  const benchmark = benchmarkOf({
    ids: [memberOf(document, 'ID')],
    titles: [memberOf(document, 'Title')],
    version: memberOf(document, 'Version'),
  });
  return [reader.scan({ scanner: 'Trivy', ...benchmark }, 'the report has no controls')];
}
