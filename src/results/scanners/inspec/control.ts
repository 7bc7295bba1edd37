import { memberAt, memberOf, textOf, type JsonRecord } from '../../../json.ts';
import type { Path } from '../../../place.ts';
import { worstOf } from '../../../status.ts';
import { joinWords } from '../../reading/counts.ts';
import type { RuleName, StatusTable } from '../../reading/scanner.ts';
import { wordOf } from '../../reading/short-text.ts';
import { verdictOf, type Verdict } from '../../reading/verdict.ts';

/** `status` of one test (InSpec, `exec_json` schema; `error` is MITRE HDF's). */
export const TEST_STATUSES: StatusTable = {
  passed: 'PASSED',
  failed: 'FAILED',
  skipped: 'NOT_EVALUATED',
  error: 'ERROR',
};

/** `status` of a control, which InSpec 6 writes with `--enhanced-outcomes`. */
export const OUTCOMES: StatusTable = {
  passed: 'PASSED',
  failed: 'FAILED',
  error: 'ERROR',
  not_reviewed: 'NOT_EVALUATED',
  not_applicable: 'NOT_APPLICABLE',
};

/** A control and its tests: those in its `results`, or the rows of json-min with its id. */
export interface Control {
  readonly rule: RuleName;
  readonly value: JsonRecord;
  readonly tests: readonly Test[];
  readonly path: Path;
}

/** A test of a control, with its verdict. */
export interface Test extends Verdict {
  readonly value: JsonRecord;
}

/** The exceptions by which RSpec reports that an expectation does not hold. */
const FAILED_EXPECTATION = /^RSpec::(?:Core::MultipleExceptionError|Expectations::\w*NotMetError)$/;

/**
 * The verdict on a control. A waiver that kept it from running comes first, then the status that InSpec states for the
 * whole control; otherwise the tests decide.
 */
export function verdictOfControl(control: Control): Verdict {
  const byTests = verdictByTests(control);
  const stated = statedVerdict(control);
  return stated === undefined || isKeptFromRunning(control) ? byTests : stated;
}

/** The outcome that InSpec states for a control; `undefined` if it states none. */
function statedVerdict({ value }: Control): Verdict | undefined {
  const word = wordOf(memberOf(value, 'status'));
  return word === undefined ? undefined : verdictOf(word, OUTCOMES);
}

/** Whether a control's own `status` is better than its tests' verdict, which InSpec never writes. */
export function isContradicted(control: Control): boolean {
  const [stated, byTests] = [verdictOfControl(control).status, verdictByTests(control).status];
  return control.tests.length > 0 && stated !== byTests && worstOf([stated, byTests]) === byTests;
}

/** The verdict by the rules of MITRE HDF and InSpec's enhanced outcomes: the first that applies. */
function verdictByTests(control: Control): Verdict {
  const { value, tests } = control;
  const result = tests.length === 0 ? 'no results' : joinWords(tests.map((test) => test.result));
  if (tests.some(isBroken)) return { result, status: 'ERROR' };
  if (isWaived(value)) return { result, status: 'NOT_EVALUATED' };
  if (hasNoImpact(value)) return { result, status: 'NOT_APPLICABLE' };
  if (tests.length === 0) return { result, status: 'ERROR' };
  if (tests.some(({ status }) => status === 'FAILED')) return { result, status: 'FAILED' };
  const unknown = tests.find((test) => test.undefinedWord !== undefined);
  if (unknown?.undefinedWord !== undefined) {
    return { result, status: 'UNKNOWN', undefinedWord: unknown.undefinedWord };
  }
  if (tests.some(({ status }) => status === 'PASSED')) return { result, status: 'PASSED' };
  return { result, status: 'NOT_EVALUATED' };
}

/**
 * Whether a test raised an exception; without `--reporter-backtrace-inclusion` only the exception's name shows it. What
 * `only_applicable_if` raises (InSpec's resource `noop`) does not count, nor does an expectation that does not hold.
 */
export function isBroken({ status, value }: Test): boolean {
  const exception = exceptionOf(value);
  const backtrace = memberOf(value, 'backtrace');
  const raised = exception !== undefined || (backtrace !== undefined && backtrace !== null);
  const isFailure = memberOf(value, 'resource_class') === 'noop' || FAILED_EXPECTATION.test(exception ?? '');
  return status === 'ERROR' || (raised && !isFailure);
}

/** The name of the exception that a test raised. */
export function exceptionOf(test: JsonRecord): string | undefined {
  return textOf(memberOf(test, 'exception'));
}

/** Whether a waiver kept the control from running. A waiver that lets it run, or that has expired, changes nothing. */
export function isWaived(control: JsonRecord): boolean {
  return wordOf(memberAt(control, 'waiver_data', 'skipped_due_to_waiver')) === 'true';
}

function isKeptFromRunning({ value, tests }: Control): boolean {
  return isWaived(value) && !tests.some(isBroken);
}

function hasNoImpact(control: JsonRecord): boolean {
  const impact = wordOf(memberOf(control, 'impact'));
  return impact !== undefined && (impact === 'none' || Number(impact) === 0);
}
