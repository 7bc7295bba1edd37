import { listOf, memberAt, memberOf } from '../../json.ts';
import { count } from '../../text.ts';
import type { Repaired, UnsupportedFormat } from '../reading/scanner.ts';

const CIS_CAT = 'For CIS-CAT, choose its XML report (ARF or XCCDF).';

/** Formats that people are likely to have but that are not supported, with what to use instead. */
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
      "SARIF lists only failures, and seldom CIS rules. Use the scanner's native output: for Trivy `--compliance … --format json`, for InSpec `--reporter json`, for Prowler `--output-formats json-ocsf`.",
  },
  {
    name: 'a Checkov report',
    recognises: (document) => (Array.isArray(document) ? document.some(isCheckov) : isCheckov(document)),
    advice:
      'Checkov checks code, and its rules have no CIS numbers. Scan the running system with OpenSCAP, InSpec or goss; for a cloud account, use Prowler with `--output-formats json-ocsf`.',
  },
  {
    name: 'a Lynis report',
    recognises: (document) => memberOf(document, 'lynis_version') !== undefined,
    recognisesText: (beginning) => beginning.slice(0, 5000).includes('lynis_version='),
    advice:
      'Lynis has its own tests, without CIS numbers. Use OpenSCAP with a CIS profile and `--results`, or InSpec or goss with a CIS profile.',
  },
  {
    name: 'a ScoutSuite report',
    recognises: (document) => {
      const run = memberOf(document, 'last_run');
      const object =
        memberOf(run, 'ruleset_name') !== undefined || memberOf(document, 'provider_code') !== undefined;
      return object && memberOf(document, 'services') !== undefined;
    },
    recognisesText: (beginning) => beginning.startsWith('scoutsuite_results'),
    advice:
      'ScoutSuite has its own rules, without CIS numbers. Use Prowler with `--compliance cis_… --output-formats json-ocsf`.',
  },
  {
    name: 'an export from Amazon Inspector itself',
    recognises: (document) =>
      listOf(memberOf(document, 'findings')).some(isInspectorFinding) ||
      ['scanResultDetails', 'checkAggregations', 'targetResourceAggregations'].some((name) =>
        Array.isArray(memberOf(document, name)),
      ),
    advice: 'Inspector already has these results. Use the file of the scanner that ran on the system.',
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
  {
    name: 'a Rancher ClusterScan',
    recognises: (document) =>
      [document, ...listOf(memberOf(document, 'items'))].some(
        (one) => memberOf(one, 'kind') === 'ClusterScan',
      ),
    advice: 'It only has counts. Use its report: `kubectl get clusterscanreport NAME --output json`.',
  },
  {
    name: 'a Powerpipe snapshot',
    recognises: (document) =>
      ['schema_version', 'panels', 'layout'].every((name) => memberOf(document, name) !== undefined),
    advice: 'Run the benchmark with `--output json`.',
  },
  {
    name: 'a list of Wazuh SCA policies',
    recognises: (document) =>
      listOf(memberAt(document, 'data', 'affected_items')).some(
        (policy) =>
          memberOf(policy, 'policy_id') !== undefined && memberOf(policy, 'total_checks') !== undefined,
      ),
    advice: 'Get the checks of one policy from the API: `GET /sca/{agent_id}/checks/{policy_id}`.',
  },
  {
    name: 'a CIS-CAT report in JSON',
    recognises: (document) =>
      memberOf(document, 'benchmark-id') !== undefined && Array.isArray(memberOf(document, 'rules')),
    advice: CIS_CAT,
  },
  {
    name: 'a STIG Viewer checklist',
    recognises: (document) =>
      memberOf(document, 'cklb_version') !== undefined ||
      (memberOf(document, 'target_data') !== undefined && Array.isArray(memberOf(document, 'stigs'))),
    recognisesText: hasRoot('CHECKLIST'),
    advice:
      'A checklist is filled in by hand and follows a STIG. Use the XCCDF results it was filled in from, or run `oscap xccdf eval` with a CIS profile and `--results results.xml`.',
  },
  {
    name: "Prowler 3's own JSON",
    recognises: (document) => listOf(document).some(isNativeProwler) || isNativeProwler(document),
    advice:
      'Use Prowler 4 or later with `--output-formats json-ocsf`; with Prowler 3, `--output-formats json-asff`.',
  },
  {
    name: 'a list of OCSF compliance findings (Security Hub v2)',
    recognises: (document) =>
      [document, memberOf(document, 'Findings')].some((findings) =>
        [findings, ...listOf(findings)].some(isComplianceFinding),
      ),
    advice:
      'Security Hub also returns its findings in the AWS Security Finding Format: `aws securityhub get-findings`. For Prowler, use `--output-formats json-ocsf`.',
  },
  {
    name: 'a NeuVector compliance report',
    recognises: (document) =>
      ['kubernetes_cis_version', 'docker_cis_version'].some((name) => memberOf(document, name) !== undefined),
    advice:
      'Run the benchmarks themselves: `kube-bench --json` for Kubernetes, docker-bench-security (its `.log.json`) for Docker.',
  },
  {
    name: 'an OSCAL document',
    recognises: (document) =>
      ['assessment-results', 'assessment-plan', 'plan-of-action-and-milestones'].some(
        (name) => memberOf(document, name) !== undefined,
      ),
    advice:
      'OSCAL assesses controls, not the rules of a benchmark. Use the scanner file that the assessment was made from.',
  },
  {
    name: "kube-bench's text output",
    recognises: nothing,
    recognisesText: (beginning) => /^\[(?:INFO|PASS|FAIL|WARN)\] \d+(?:\.\d+)* (?!- )/m.test(beginning),
    advice: 'Make it write JSON: `kube-bench --json --outputfile results.json`.',
  },
  {
    name: 'the text log of docker-bench-security',
    recognises: nothing,
    recognisesText: (beginning) => /^\[(?:INFO|PASS|WARN|NOTE)\] [\dC][\d.]* - /m.test(beginning),
    advice:
      'It writes JSON next to its log, under the same name with `.json` added: by default `log/docker-bench-security.log.json`.',
  },
  {
    name: "OpenSCAP's text output",
    recognises: nothing,
    recognisesText: (beginning) => /^Rule\s+xccdf_\S+/m.test(beginning) && /^Result\s+\w+/m.test(beginning),
    advice: 'Make it write its results: `oscap xccdf eval --results results.xml …`.',
  },
  {
    name: "InSpec's text output",
    recognises: nothing,
    recognisesText: (beginning) =>
      /^Profile:\s/m.test(beginning) && /^(?:Target|Test Summary):\s/m.test(beginning),
    advice: 'Make it write JSON: `inspec exec PROFILE --reporter json:results.json`.',
  },
  {
    name: "goss's text output",
    recognises: nothing,
    recognisesText: (beginning) => /^Count: \d+, Failed: \d+/m.test(beginning),
    advice: 'Make it write JSON: `goss validate --format json > results.json`.',
  },
  {
    name: "Trivy's table",
    recognises: nothing,
    recognisesText: (beginning) => beginning.includes('Summary Report for compliance:'),
    advice:
      'Make it write JSON: `trivy … --compliance SPEC --report all --format json --output results.json`.',
  },
  {
    name: 'a JUnit report',
    recognises: nothing,
    recognisesText: hasRoot('testsuites', 'testsuite'),
    advice:
      'JUnit has no word for a rule that is manual, does not apply or could not be checked. Make the scanner write JSON: `kube-bench --json`, `inspec exec PROFILE --reporter json:results.json`, `goss validate --format json`.',
  },
  {
    name: "OpenSCAP's HTML report",
    recognises: nothing,
    recognisesText: (beginning) => isHtml(beginning) && /OpenSCAP/i.test(beginning),
    advice:
      'Use the file that `oscap xccdf eval` writes with `--results results.xml` or `--results-arf arf.xml`.',
  },
  {
    name: 'an HTML page',
    recognises: nothing,
    recognisesText: isHtml,
    advice:
      'An HTML page is for people to read. Make the scanner write one of the formats in `docs/formats.md`.',
  },
  {
    name: 'a file of OVAL results',
    recognises: nothing,
    recognisesText: hasRoot('oval_results', 'oval_system_characteristics'),
    advice:
      'OVAL results are about tests, not rules. Use the file that `oscap xccdf eval --results results.xml` writes.',
  },
  {
    name: "Prowler's CSV",
    recognises: nothing,
    recognisesText: (beginning) =>
      isCsv(beginning) && /\b(?:CHECK_?ID|REQUIREMENTS_ID|FINDING_UID)\b/i.test(firstLine(beginning)),
    advice: 'Use `--output-formats json-ocsf`: the same scan writes its `.ocsf.json` next to the CSV.',
  },
  {
    name: 'a CSV file',
    recognises: nothing,
    recognisesText: isCsv,
    advice: `Make the scanner write one of the formats in \`docs/formats.md\`. ${CIS_CAT}`,
  },
  {
    name: 'malformed JSON from docker-bench-security',
    isMalformed: true,
    repaired: withCommas,
    recognises: nothing,
    recognisesText: (beginning) => /^\{\s*"dockerbenchsecurity"/.test(beginning),
    advice:
      'A quotation mark in the name of a container or image breaks the JSON, because docker-bench-security does not escape it. If the file ends too early, the scan was stopped.',
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

function isNativeProwler(value: unknown): boolean {
  return memberOf(value, 'CheckID') !== undefined && memberOf(value, 'StatusExtended') !== undefined;
}

/** Whether a value is of the class Compliance Finding (OCSF 1.1 and later). Prowler writes Detection Findings. */
function isComplianceFinding(value: unknown): boolean {
  return memberOf(value, 'class_uid') === 2003;
}

/** Whether the root element of an XML document has one of these local names. */
function hasRoot(...names: readonly string[]): (beginning: string) => boolean {
  return (beginning) => {
    const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(afterProlog(beginning))?.[1];
    return root !== undefined && names.includes(root);
  };
}

/** The document from the root element on, without the declaration, processing instructions and comments before it. */
function afterProlog(xml: string): string {
  let rest = xml.trimStart();
  for (;;) {
    const end = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : undefined;
    const at = end === undefined ? -1 : rest.indexOf(end);
    if (end === undefined || at === -1) return rest;
    rest = rest.slice(at + end.length).trimStart();
  }
}

function isHtml(beginning: string): boolean {
  return /^(?:<\?[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(beginning);
}

/** Whether the first line has at least three columns, and so does the second if there is one. */
function isCsv(beginning: string): boolean {
  const lines = beginning.split(/\r?\n/, 2).filter((line) => line !== '');
  return (
    !/^[{[<\-%]/.test(beginning) &&
    lines.length > 0 &&
    lines.every((line) => line.split(/[,;\t]/, 3).length === 3)
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/**
 * Adds the comma that docker-bench-security leaves out between a check and a section after it
 * (`-c check_2_1,docker_security_operations`). JSON strings contain no line breaks, so one between `}` and `{` shows
 * where a comma is missing.
 */
function withCommas(text: string): Repaired | undefined {
  const missing = /\}(?=[^\S\n]*\n\s*\{)/g;
  const found = text.match(missing)?.length ?? 0;
  if (found === 0) return undefined;
  const warning = `docker-bench-security left out ${count(found, 'comma')} between its tests, as happens when \`-c\` names a check before a section. The file was read as if ${found === 1 ? 'it' : 'they'} were there.`;
  return { text: text.replaceAll(missing, '},'), warning };
}

/** For formats that are not JSON or YAML documents at all. */
function nothing(): boolean {
  return false;
}
