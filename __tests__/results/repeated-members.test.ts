import { describe, expect, test } from '@jest/globals';
import { describePlace } from '../../src/place.ts';
import { MOST_REPEATED } from '../../src/results/parse/json/document.ts';
import { FORMATS_ON_DEMAND } from '../../src/results/scanners/on-demand.ts';
import { rejectionOf } from './parse/documents.ts';
import { interpret } from './plain-scanner.ts';

const reading = { formats: FORMATS_ON_DEMAND };

/** An InSpec report of one control, with its members and its first result as JSON texts. */
const inspec = (control: string, result = '"status": "passed"'): string =>
  `{"version": "6", "profiles": [{"name": "cis", "controls": [{"id": "1.1", ${control},\n"results": [{${result}}]}]}]}`;
const message = (members: string): string => `{"messages": [{"ruleId": "1", ${members}}]}`;

describe('a member that is repeated in its object is a fault if it could change', () => {
  test.each<[what: string, text: string, name: string]>([
    ['a verdict', inspec('"impact": 0.5', '"status": "failed", "status": "passed"'), 'status'],
    ['a verdict through another member of the record', inspec('"impact": 0, "impact": 0.5'), 'impact'],
    [
      'a verdict through something deeper in the record',
      inspec('"waiver_data": {"skipped_due_to_waiver": true}, "waiver_data": {}'),
      'waiver_data',
    ],
    ['a number', inspec('"tags": {"cis_rid": "1.1", "cis_rid": "1.2"}'), 'cis_rid'],
    ['an id', inspec('"id": "1.2"'), 'id'],
    ['records', inspec('"results": [{"status": "failed"}]'), 'results'],
    [
      'a target',
      `${inspec('"impact": 1').slice(0, -1)}, "platform": {"target_id": "a", "target_id": "b"}}`,
      'target_id',
    ],
    [
      'a format',
      `{"controls": 1, ${inspec('"a": 1').slice(1, -1)}, "profiles": {}, "profiles": []}`,
      'profiles',
    ],
    ['a message', message('"status": "FAILED", "status": "PASSED", "cisRuleDetails": ""'), 'status'],
    [
      'the details of a message',
      message('"status": "FAILED", "cisRuleDetails": "a", "cisRuleDetails": "b"'),
      'cisRuleDetails',
    ],
    [
      'a verdict by the first of three',
      inspec('"a": 1', '"status": "failed", "status": "passed", "status": "passed"'),
      'status',
    ],
    [
      'a verdict by the second of three',
      inspec('"a": 1', '"status": "passed", "status": "failed", "status": "passed"'),
      'status',
    ],
  ])('%s', async (_what, text, name) => {
    const sentence = `"${name}" is repeated in one object: what is sent would depend on which one is read.`;
    if (name === 'profiles') {
      expect((await rejectionOf(interpret([text], reading))).code).toBe('ResultsFormatUnknown');
      return;
    }
    const { faults, warnings } = await interpret([text], reading);
    expect([...new Set(faults.map((fault) => fault.sentence))]).toEqual([sentence]);
    expect(warnings).toEqual([]);
  });
});

describe('a member that is repeated in its object is a warning if it is', () => {
  test.each<[what: string, text: string, sentence: string]>([
    [
      'not read',
      inspec('"tags": {"check": "look", "check": "look again"}'),
      '"check" is repeated in one object; the last one is read, and no verdict depends on it.',
    ],
    [
      'only a detail',
      inspec('"title": "a", "title": "b"'),
      '"title" is repeated in one object; the last one is read, and no verdict depends on it.',
    ],
    [
      'the same value',
      message('"status": "FAILED", "status": "FAILED", "cisRuleDetails": ""'),
      '"status" is repeated in one object; the last one is read, and no verdict depends on it.',
    ],
    [
      'one of several',
      inspec(
        '"title": "a", "title": "b", "desc": "c", "desc": "d", "title": "e", "__proto__": 1, "__proto__": 2',
      ),
      '4 members are repeated in their objects ("title", "desc", "__proto__"); the last one is read, and no verdict depends on it.',
    ],
  ])('%s', async (_what, text, sentence) => {
    const { faults, warnings, ruleResults, drafts } = await interpret([text], reading);
    expect([faults, warnings.map((warning) => warning.sentence)]).toEqual([[], [sentence]]);
    expect(ruleResults.length + drafts.length).toBe(1);
  });
});

test('if some are harmless, only those that matter are faults, at their places', async () => {
  const text = inspec('"title": "a", "title": "b"', '"status": "failed",\n"status": "passed"');
  const { faults, warnings } = await interpret([text], reading);
  expect(faults.map(({ place }) => (place === undefined ? '' : describePlace(place)))).toEqual([
    '1.json:3:1',
  ]);
  expect(warnings).toHaveLength(1);
});

test('in a list of reports, each report is checked', async () => {
  const harmful = inspec('"a": 1', '"status": "failed", "status": "passed"');
  const { faults } = await interpret([`[${inspec('"a": 1, "a": 2')}, ${harmful}]`], reading);
  expect(faults).toHaveLength(1);
});

test('more than can be checked are faults, of which the first hundred are reported', async () => {
  const many = '"a": 1,'.repeat(MOST_REPEATED + 5);
  const { faults } = await interpret([inspec(`${many} "b": 1`)], reading);
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)?.sentence).toBe('9,900 more members are repeated.');
});
