import { listOf, memberOf } from '../../json.ts';
import type { UnsupportedFormat } from '../reading/scanner.ts';

/** Formats that people have at hand and that are not read, with what to use instead. */
export const UNSUPPORTED: readonly UnsupportedFormat[] = [
  {
    name: 'SARIF',
    recognises: (document) => {
      const sarif = [memberOf(document, '$schema'), memberOf(document, 'version')].some(
        (text) => typeof text === 'string' && /sarif|^2\.\d/i.test(text),
      );
      return sarif && Array.isArray(memberOf(document, 'runs'));
    },
    advice:
      'SARIF tells failures only, and seldom CIS rules. Use the native output of the scanner: for Trivy `--compliance … --format json`, for InSpec `--reporter json`, for Prowler `--output-formats json-ocsf`.',
  },
  {
    name: 'a Checkov report',
    recognises: (document) => (Array.isArray(document) ? document.some(isCheckov) : isCheckov(document)),
    advice:
      'Checkov checks code and its rules have no CIS numbers. Scan the running system: with OpenSCAP, InSpec or goss; or, for a cloud account, with Prowler and `--output-formats json-ocsf`.',
  },
  {
    name: 'a Lynis report',
    recognises: (document) =>
      memberOf(document, 'lynis_version') !== undefined || beginsWith(document, /lynis_version=/),
    advice:
      'Lynis has its own tests, without CIS numbers. Use OpenSCAP with a CIS profile and `--results`, or InSpec or goss with a CIS profile.',
  },
  {
    name: 'a ScoutSuite report',
    recognises: (document) => {
      const run = memberOf(document, 'last_run');
      const object =
        memberOf(run, 'ruleset_name') !== undefined || memberOf(document, 'provider_code') !== undefined;
      return (
        (object && memberOf(document, 'services') !== undefined) ||
        beginsWith(document, /^scoutsuite_results/)
      );
    },
    advice:
      'ScoutSuite has its own rules, without CIS numbers. Use Prowler with `--compliance cis_… --output-formats json-ocsf`.',
  },
  {
    name: 'an export of Amazon Inspector itself',
    recognises: (document) =>
      listOf(memberOf(document, 'findings')).some(isInspectorFinding) ||
      ['scanResultDetails', 'checkAggregations', 'targetResourceAggregations'].some((name) =>
        Array.isArray(memberOf(document, name)),
      ),
    advice: 'Inspector already has these results. Give the file of the scanner that ran on the system.',
  },
  {
    name: 'an ordinary Trivy report',
    recognises: (document) =>
      (memberOf(document, 'ArtifactName') !== undefined &&
        memberOf(document, 'SchemaVersion') !== undefined) ||
      listOf(memberOf(document, 'Results')).some((result) => memberOf(result, 'Target') !== undefined) ||
      (memberOf(document, 'ClusterName') !== undefined && Array.isArray(memberOf(document, 'Resources'))),
    advice:
      'Run Trivy with a benchmark: `trivy k8s --compliance k8s-cis-1.23 --report all --format json`, or `trivy image --compliance docker-cis-1.6.0 --format json`.',
  },
  {
    name: 'an InSpec profile without results',
    recognises: (document) =>
      memberOf(document, 'supports') !== undefined &&
      listOf(memberOf(document, 'controls')).some(
        (control) => memberOf(control, 'source_location') !== undefined,
      ),
    advice: 'Run the profile: `inspec exec PROFILE --reporter json:results.json`.',
  },
];

function isCheckov(value: unknown): boolean {
  const results = memberOf(value, 'results');
  return (
    (memberOf(value, 'check_type') !== undefined &&
      (memberOf(results, 'failed_checks') !== undefined ||
        memberOf(results, 'passed_checks') !== undefined)) ||
    memberOf(value, 'checkov_version') !== undefined ||
    memberOf(memberOf(value, 'summary'), 'checkov_version') !== undefined
  );
}

function isInspectorFinding(value: unknown): boolean {
  const arn = memberOf(value, 'findingArn');
  return typeof arn === 'string' && arn.includes(':inspector2:');
}

function beginsWith(document: unknown, pattern: RegExp): boolean {
  return typeof document === 'string' && pattern.test(document.slice(0, 5000));
}
