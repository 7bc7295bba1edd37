import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { combine } from '../../../src/results/combine.ts';
import { parseXml } from '../../../src/results/parse/xml.ts';
import { xccdf } from '../../../src/results/scanners/xccdf/xccdf.ts';

/** Real files, beside the checkout where they are there; they are no part of the project. */
const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');

const files = ['xccdf', 'arf']
  .filter((format) => existsSync(join(SAMPLES, format)))
  .flatMap((format) => readdirSync(join(SAMPLES, format)).map((file) => [format, file] as const));

if (files.length === 0) {
  test.skip('the real XCCDF and ARF files are not beside this checkout', () => undefined);
} else {
  test.each(files)('real file %s/%s gives exactly its messages', (format, file) => {
    const reader = xccdf.reader();
    parseXml(readFileSync(join(SAMPLES, format, file)), [reader]);
    const results = combine((reader.end() ?? []).flatMap(({ ruleResults }) => ruleResults));
    const lines = results.map(({ ruleId, status, result }) => `${ruleId}\t${status}\t${result}`);
    const expected = readFileSync(join(SAMPLES, 'expected', `${format}__${file}.tsv`), 'utf8');
    expect(lines).toEqual(expected.trimEnd().split('\n'));
  });
}
