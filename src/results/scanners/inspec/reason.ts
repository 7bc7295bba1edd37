import { isRecord, memberAt, memberOf, recordOf, textOf, type JsonRecord } from '../../../json.ts';
import { joined, shortText, wordOf } from '../../reading/short-text.ts';
import type { Verdict } from '../../reading/verdict.ts';
import { exceptionOf, isBroken, isWaived, type Control, type Test } from './control.ts';
import { descriptionOf, foundIn, writtenMessage } from './message.ts';

/** `code_desc` of the result that `saf attest apply` adds (MITRE hdf-converters), and InSpec's reporter for it. */
const ATTESTED = /\bstatus (?:provided through|via) attestation\b/i;

/** Why a control got its verdict: people's notes on it, and the tests that decided it, in InSpec's words. */
export function reasonOf(control: Control, { status }: Verdict): string | undefined {
  const { value, tests } = control;
  const notes = [waiverNote(value), attestationNote(control)];
  if (isWaived(value) && status === 'NOT_EVALUATED') return joined(notes, '; ');
  return joined([...notes, reasonInTests(tests, status)], '; ');
}

function reasonInTests(tests: readonly Test[], status: Verdict['status']): string | undefined {
  if (status === 'PASSED') return undefined;
  if (tests.length === 0) return status === 'ERROR' ? 'the control has no results' : undefined;
  if (status === 'ERROR') return describeTests(tests.filter(isBroken));
  if (status === 'FAILED') return describeTests(tests.filter((test) => test.status === 'FAILED'));
  const skipped = new Set(tests.map(({ value }) => writtenMessage(memberOf(value, 'skip_message'))));
  return joined([...skipped], '; ');
}

function describeTests(tests: readonly Test[]): string | undefined {
  const sentences = tests
    .filter((test) => !isAttestation(test))
    .slice(0, 3)
    .map(({ value }) => {
      const exception = exceptionOf(value)?.replace(/^RSpec::.*/, '');
      const parts = [
        descriptionOf(memberOf(value, 'code_desc')),
        exception,
        foundIn(memberOf(value, 'message')),
      ];
      return joined(parts, ': ');
    });
  return joined(sentences, '; ');
}

/** A waiver that skips the control, one that lets it run, or one that has expired. */
function waiverNote(control: JsonRecord): string | undefined {
  const waiver = memberOf(control, 'waiver_data');
  if (!isRecord(waiver) || Object.keys(waiver).length === 0) return undefined;
  const expired = writtenMessage(memberOf(waiver, 'message'));
  const what = isWaived(control) ? 'waived' : expired === undefined ? 'waived, but run' : undefined;
  return joined([what, expired, shortText(memberOf(waiver, 'justification'))], ': ');
}

/** A note that a person attested the control by hand, without a test. The person is not named. */
function attestationNote({ value, tests }: Control): string | undefined {
  const result = tests.find(isAttestation);
  if (result === undefined) return undefined;
  const hasExpired = /\bexpired\b/i.test(textOf(memberOf(result.value, 'code_desc')) ?? '');
  const data = recordOf(memberOf(value, 'attestation_data') ?? memberAt(value, 'attestation'));
  const updated = wordOf(memberOf(data, 'updated'));
  const what = `${hasExpired ? 'attestation has expired' : 'attested by hand'}${updated === undefined ? '' : ` (${updated})`}`;
  return joined([what, shortText(memberOf(data, 'explanation'))], ': ');
}

/** Whether a result was attested by a person rather than made by a test. */
export function isAttestation({ value }: Pick<Test, 'value'>): boolean {
  return ATTESTED.test(textOf(memberOf(value, 'code_desc')) ?? '');
}
