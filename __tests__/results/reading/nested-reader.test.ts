import { describe, expect, test } from '@jest/globals';
import { SyntaxFault } from '../../../src/results/parse/document.ts';
import { parseXml } from '../../../src/results/parse/xml.ts';
import { MOST_KEPT_ELEMENTS, MOST_KEPT_TEXT, TooMuch } from '../../../src/results/reading/bounds.ts';
import { nestedReader, type Content } from '../../../src/results/reading/nested-reader.ts';
import type { XmlReader } from '../../../src/results/reading/scanner.ts';
import { nessus } from '../../../src/results/scanners/nessus/nessus.ts';
import { xccdf } from '../../../src/results/scanners/xccdf/xccdf.ts';
import { atOnce } from '../parse/documents.ts';

/** Why a document is refused, and at which column; `read` if it is not. */
function outcomeOf(document: string, reader: XmlReader): string {
  try {
    atOnce(parseXml(Buffer.from(document), [reader]));
    return 'read';
  } catch (error) {
    if (!(error instanceof TooMuch) || error.at === undefined || !('position' in error.at)) throw error;
    return `column ${error.at.position.column}: ${error.message}`;
  }
}

/** The events of a document for readers, which can be replayed and need not end. */
function eventsOf(document: string): readonly ((reader: XmlReader) => void)[] {
  const events: ((reader: XmlReader) => void)[] = [];
  const recorder: XmlReader = {
    open: (element) =>
      events.push((reader) => {
        reader.open(element);
      }),
    text: (text) =>
      events.push((reader) => {
        reader.text(text);
      }),
    close: (name) =>
      events.push((reader) => {
        reader.close(name);
      }),
    end: () => undefined,
  };
  try {
    atOnce(parseXml(Buffer.from(document), [recorder]));
  } catch (error) {
    if (!(error instanceof SyntaxFault) || error.kind !== 'end') throw error;
  }
  return events;
}

describe('what a reader keeps is counted while it reads:', () => {
  const kept: Content = { text: () => undefined };
  const passage: Content = {
    isPassage: true,
    child: ({ name }) => (name === 'kept' ? kept : name === 'passage' ? passage : undefined),
  };
  const readerOf = (elements: number, text: number): XmlReader =>
    nestedReader(passage, () => undefined, undefined, { elements, text });

  test('elements, except those that it skips', () => {
    const within = '<passage><kept/><other/><other/><passage><kept/></passage></passage>';
    expect(outcomeOf(within, readerOf(2, 100))).toBe('read');
    expect(outcomeOf('<passage><kept/><kept/><kept/></passage>', readerOf(2, 100))).toBe(
      'column 24: there are more than 2 results, rules and parts of them',
    );
  });

  test('text, at the length that is kept', () => {
    const within = '<passage><kept>a     b</kept><other>not kept</other><kept>cd</kept><kept/></passage>';
    expect(outcomeOf(within, readerOf(100, 5))).toBe('read');
    expect(outcomeOf('<passage><kept>abc</kept><kept>def</kept><kept/></passage>', readerOf(100, 5))).toBe(
      'column 42: the results and rules have more than 5 characters',
    );
  });
});

test.each([
  ['a paragraph', 'one<p>two</p>three', 'one two three'],
  ['a line break', 'one<br/>two', 'one two'],
  ['inline markup', 'one<b>two</b>three', 'onetwothree'],
])('a text with %s keeps its words apart', (_what, inside, expected) => {
  const texts: string[] = [];
  const reader = nestedReader({ child: () => ({ text: (text) => texts.push(text) }) }, () => undefined);
  expect(outcomeOf(`<all><text>${inside}</text></all>`, reader)).toBe('read');
  expect(texts).toEqual([expected]);
});

test('the text that is kept of a document has at most 32 Mi characters', () => {
  expect(MOST_KEPT_TEXT).toBe(32 * 1024 * 1024);
});

const XCCDF = '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">';
const TEST_RESULT = `${XCCDF}<TestResult>`;
const RULE_RESULT = `${TEST_RESULT}<rule-result>`;
const NESSUS = '<NessusClientData_v2><Report xmlns:cm="http://www.nessus.org/cm">';
const HOST = `${NESSUS}<ReportHost name="h">`;

test.each([
  ['results', xccdf, TEST_RESULT, '<rule-result idref="r"/>'],
  ['words of one result', xccdf, RULE_RESULT, '<result>pass</result>'],
  ['identifiers of one result', xccdf, RULE_RESULT, '<ident>CCE</ident>'],
  ['messages of one result', xccdf, RULE_RESULT, '<message>m</message>'],
  ['instances of one result', xccdf, RULE_RESULT, '<instance>i</instance>'],
  ['overrides of one result', xccdf, RULE_RESULT, '<override/>'],
  ['runs', xccdf, XCCDF, '<TestResult/>'],
  ['results outside a run', xccdf, XCCDF, '<rule-result/>'],
  ['targets', xccdf, TEST_RESULT, '<target>t</target>'],
  ['platforms of a run', xccdf, TEST_RESULT, '<platform idref="p"/>'],
  ['scores', xccdf, TEST_RESULT, '<score>1</score>'],
  ['values of a run', xccdf, TEST_RESULT, '<set-value idref="v">1</set-value>'],
  ['elements that XCCDF does not know', xccdf, TEST_RESULT, '<unknown/>'],
  ['platforms of a benchmark', xccdf, XCCDF, '<platform idref="p"/>'],
  ['groups', xccdf, XCCDF, '<Group/>'],
  ['rules', xccdf, XCCDF, '<Rule id="r"/>'],
  ['references of a rule', xccdf, `${XCCDF}<Rule id="r">`, '<ident>i</ident>'],
  ['values', xccdf, XCCDF, '<Value id="v"/>'],
  ['profiles', xccdf, XCCDF, '<Profile id="p"/>'],
  ['selections of a profile', xccdf, `${XCCDF}<Profile id="p">`, '<refine-value idref="v" selector="s"/>'],
  ['hosts', nessus, NESSUS, '<ReportHost/>'],
  ['checks', nessus, HOST, '<ReportItem><cm:compliance-result/></ReportItem>'],
  ['other elements of a host', nessus, HOST, '<unknown/>'],
])('%s are counted while they are read', (_what, scanner, before, element) => {
  const begun = eventsOf(before);
  const repeated = eventsOf(before + element).slice(begun.length);
  const reader = scanner.reader();
  for (const event of begun) event(reader);
  expect(() => {
    for (let times = 0; times <= MOST_KEPT_ELEMENTS; times += 1) for (const event of repeated) event(reader);
  }).toThrow('more than 150,000 results, rules and parts of them');
});

test('the contents of other components of an ARF report are not counted', () => {
  const arf = 'http://scap.nist.gov/schema/asset-reporting-format/1.1';
  const definitions = '<definition/>'.repeat(MOST_KEPT_ELEMENTS + 10);
  expect(outcomeOf(`<arf xmlns="${arf}"><oval>${definitions}</oval></arf>`, xccdf.reader())).toBe('read');
});
