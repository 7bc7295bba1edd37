import { expect, test } from '@jest/globals';
import { definitions, row, table } from '../../src/report/markup.ts';

test('a table has its heads and its rows, and nothing else', () => {
  expect(table(['A', 'B'], [row('1', '2')])).toBe(
    '<table>\n<tr><th align="left">A</th><th align="left">B</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>',
  );
  expect(table([], [row('1')])).toBe('<table>\n<tr><td>1</td></tr>\n</table>');
});

test('a table of definitions leaves out rows without markup', () => {
  expect(
    definitions([
      ['A', '1'],
      ['B', ''],
    ]),
  ).toBe('<table>\n<tr><th align="left">A</th><td>1</td></tr>\n</table>');
});
