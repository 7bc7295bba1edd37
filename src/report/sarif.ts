import { createHash } from 'node:crypto';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { withoutUndefined } from '../json.ts';
import type { Place } from '../place.ts';
import type { Exception } from '../policy/exceptions.ts';
import { rulesOf, type RuleOutcome } from '../rules.ts';
import type { Run } from '../run.ts';
import { count, shortened } from '../text.ts';
import { ACTION, VERSION } from '../version.ts';
import { plain } from './untrusted-text.ts';

/** The directories that paths are resolved against. */
export interface Directories {
  /** The checked-out repository (`GITHUB_WORKSPACE`): code scanning identifies files by their paths in it. */
  readonly workspace: string;
  readonly workingDirectory: string;
}

/** The most results of one SARIF run that GitHub accepts. */
const MOST_RESULTS = 25_000;
/** Code points of a foreign text. */
const LONGEST_TEXT = 1000;

/** Scanners' severities, with the level of a result, and the score from which code scanning derives a severity. */
const SEVERITIES: ReadonlyMap<
  string,
  { readonly level: 'error' | 'warning' | 'note'; readonly score: string }
> = new Map([
  ['critical', { level: 'error', score: '9.5' }],
  ['high', { level: 'error', score: '8.0' }],
  ['medium', { level: 'warning', score: '5.5' }],
  ['moderate', { level: 'warning', score: '5.5' }],
  ['low', { level: 'note', score: '2.0' }],
  ['info', { level: 'note', score: '0.1' }],
]);

/**
 * The failed rules of a run as SARIF 2.1.0, for `github/codeql-action/upload-sarif`. Accepted failures are suppressed
 * results. `undefined` for a run without accepted results, because an empty file would close every alert. `redact`
 * redacts secrets in foreign text.
 */
export function sarifOf(
  run: Run,
  directories: Directories,
  redact: (text: string) => string,
): string | undefined {
  const { validated, results, findings } = run;
  if (validated === undefined || results === undefined || findings === undefined) return undefined;
  const text = inertText(redact);
  const failed = rulesOf(validated).filter(({ status }) => status === 'FAILED');
  const listed = failed.slice(0, MOST_RESULTS);
  const target = results.targets[0] ?? '';
  const { accepted } = findings.acceptance;
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: ACTION,
            version: VERSION,
            informationUri: 'https://github.com/your-org/inspector-cis-telemetry',
            rules: listed.map((rule) => descriptorOf(rule, text)),
          },
        },
        // Code scanning separates the alerts of different hosts by this id.
        automationDetails: { id: `cis-benchmark/${text(target)}` },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notificationsOf(validated.leftOut.length, failed.length),
          },
        ],
        results: listed.map((rule, ruleIndex) => ({
          ...sarifResult(rule, target, directories, text),
          ruleIndex,
          suppressions: (accepted.get(rule.id) ?? []).map((exception) =>
            suppressionOf(exception, directories, text),
          ),
        })),
      },
    ],
  };
  return `${JSON.stringify(sarif)}\n`;
}

type Inert = (text: string) => string;

/** Foreign text as one line, without secrets or embedded links (SARIF 2.1.0, 3.11.6). */
function inertText(redact: (text: string) => string): Inert {
  return (text) =>
    redact(plain(shortened(redact(text), LONGEST_TEXT))).replaceAll(
      /[\\[\]]/g,
      (character) => `\\${character}`,
    );
}

function severityOf({ severity = '' }: RuleOutcome): { readonly level: string; readonly score?: string } {
  return SEVERITIES.get(severity.toLowerCase()) ?? { level: 'warning' };
}

function descriptorOf(rule: RuleOutcome, text: Inert): object {
  const { id, title, section, level, remediation, benchmark, identifiers = [] } = rule;
  const { level: defaultLevel, score } = severityOf(rule);
  const facts = [
    ['Rule', id],
    ['Benchmark', benchmark],
    ['Section', section],
    ['Level', level],
    ['Also known as', identifiers.length === 0 ? undefined : identifiers.join(', ')],
    ['Remediation', remediation],
  ] as const;
  const parts = facts.flatMap(([head, value]) => (value === undefined ? [] : [`${head}: ${text(value)}`]));
  return {
    id: text(id),
    shortDescription: { text: text(title ?? id) },
    help: { text: parts.join('\n\n') },
    defaultConfiguration: { level: defaultLevel },
    properties: { tags: ['security', 'CIS'], ...withoutUndefined({ 'security-severity': score }) },
  };
}

function sarifResult(rule: RuleOutcome, target: string, directories: Directories, text: Inert): object {
  const { id, title, reason, place } = rule;
  const [what, on] = [text(title ?? id), target === '' ? '' : ` on ${text(target)}`];
  return {
    ruleId: text(id),
    kind: 'fail',
    level: severityOf(rule).level,
    message: { text: `${what} fails${on}.${reason === undefined ? '' : ` ${text(reason)}`}` },
    locations: [locationOf(place, directories)],
    // The line in the results file changes from scan to scan, but the rule and the host do not.
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(id, target) },
  };
}

function fingerprintOf(id: string, target: string): string {
  return createHash('sha256')
    .update(JSON.stringify([id, target]))
    .digest('hex')
    .slice(0, 32);
}

function suppressionOf(
  { reason, owner, expires, place }: Exception,
  directories: Directories,
  text: Inert,
): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${text(reason)} (accepted by ${text(owner)} until ${expires})`,
    location: locationOf(place, directories),
  };
}

function locationOf({ source, at }: Place, directories: Directories): object {
  const position = source.locate(at);
  const region =
    position === undefined ? undefined : { startLine: position.line, startColumn: position.column };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source.file, directories) },
      ...withoutUndefined({ region }),
    },
  };
}

/** The relative URI (RFC 3986) of a file in the workspace; only the name of a file outside it. */
export function uriOf(file: string, { workspace, workingDirectory }: Directories): string {
  const path = relative(workspace, resolve(workingDirectory, file));
  const steps = path.split(sep);
  const isInside = path !== '' && steps[0] !== '..' && !isAbsolute(path);
  return (isInside ? steps : [basename(file)]).map(encodedStep).join('/');
}

/**
 * Encoded, because invisible characters could change how the URI is shown, and a colon in the first segment would end a
 * scheme.
 */
function encodedStep(step: string): string {
  return encodeURIComponent(step.toWellFormed());
}

function notificationsOf(leftOut: number, failed: number): readonly object[] {
  const parts = [
    leftOut > 0
      ? `${count(leftOut, 'result')} could not be read and ${leftOut === 1 ? 'is' : 'are'} not in this file.`
      : '',
    failed > MOST_RESULTS
      ? `${count(failed - MOST_RESULTS, 'more failed rule')} did not fit into this file.`
      : '',
  ];
  return parts.filter((text) => text !== '').map((text) => ({ level: 'warning', message: { text } }));
}
