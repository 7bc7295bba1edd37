import { memberAt, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import type { RuleName } from '../../reading/scanner.ts';
import { cisVersionOf, requirementsOf, standardOf } from './standards.ts';

/**
 * The names of the rules in one document. All findings of a rule get the same name, whichever of them states the
 * control and the numbers.
 */
export class RuleNames {
  /** The one version of the CIS benchmark that the findings mention; `undefined` if they mention several or none. */
  readonly cisVersion: string | undefined;
  /** The control of each generator whose findings all name the same one, if any. */
  readonly #controls: ReadonlyMap<string, string>;
  readonly #numbers = new Map<string, Set<string>>();

  constructor(findings: readonly JsonRecord[]) {
    this.cisVersion = onlyOne(findings.flatMap(cisVersionsOf));
    this.#controls = controlsByGenerator(findings);
    for (const finding of findings) this.#noteNumbers(finding);
  }

  /** The name of a finding's rule, with CIS numbers only if the document is for one version of the benchmark. */
  of(finding: JsonRecord): RuleName | undefined {
    const ruleId = this.#ruleIdOf(finding);
    if (ruleId === undefined) return undefined;
    const recommendations = [...(this.#numbers.get(ruleId) ?? [])];
    const isNumbered = this.cisVersion !== undefined && recommendations.length > 0;
    return isNumbered && !recommendations.includes(ruleId) ? { ruleId, recommendations } : { ruleId };
  }

  #ruleIdOf(finding: JsonRecord): string | undefined {
    const generator = textOf(memberOf(finding, 'GeneratorId'));
    return (
      controlId(finding) ??
      (generator === undefined ? undefined : (this.#controls.get(generator) ?? generator))
    );
  }

  #noteNumbers(finding: JsonRecord): void {
    const ruleId = this.#ruleIdOf(finding);
    if (ruleId === undefined) return;
    const numbers = this.#numbers.get(ruleId) ?? new Set();
    for (const { number } of requirementsOf(finding)) numbers.add(number);
    this.#numbers.set(ruleId, numbers);
  }
}

/** The control that the finding itself names. */
export function controlId(finding: JsonRecord): string | undefined {
  const fields = memberOf(finding, 'ProductFields');
  return (
    textOf(memberAt(finding, 'Compliance', 'SecurityControlId')) ??
    textOf(memberOf(fields, 'ControlId')) ??
    textOf(memberOf(fields, 'RuleId'))
  );
}

/** The value that all share; `undefined` if they differ or there are none. */
export function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function cisVersionsOf(finding: JsonRecord): readonly string[] {
  const version = cisVersionOf(standardOf(finding));
  return [...(version === undefined ? [] : [version]), ...requirementsOf(finding).map((one) => one.version)];
}

function controlsByGenerator(findings: readonly JsonRecord[]): ReadonlyMap<string, string> {
  const controls = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const finding of findings) {
    const [generator, control] = [textOf(memberOf(finding, 'GeneratorId')), controlId(finding)];
    if (generator === undefined || control === undefined) continue;
    if ((controls.get(generator) ?? control) !== control) ambiguous.add(generator);
    controls.set(generator, control);
  }
  for (const generator of ambiguous) controls.delete(generator);
  return controls;
}
