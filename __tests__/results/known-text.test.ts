import { expect, test } from '@jest/globals';
import { LONGEST_YAML } from '../../src/results/parse/yaml/yaml.ts';
import { MOST_FAULTS, MOST_KEPT_ELEMENTS } from '../../src/results/reading/bounds.ts';
import { FORMATS_ON_DEMAND } from '../../src/results/scanners/on-demand.ts';
import { rejectionOf } from './parse/documents.ts';
import { interpret } from './plain-scanner.ts';

const DOCKER_BENCH = '{"dockerbenchsecurity": "1.6.0", "start": 1, "tests": [';

test.each([
  [
    'text like a table, which is too long for YAML',
    `a: 1, 2, 3\nb: 1, 2, 3\n${'#'.repeat(LONGEST_YAML)}`,
    /too large or too deep: line 1, column 1: YAML of more than 4,194,304 bytes/,
  ],
  [
    'text like a table, which is nested too deeply',
    `a: [1, 2, 3, ${'['.repeat(200)}`,
    /too large or too deep: .* nested more than 128 deep/,
  ],
  [
    'JSON of a scanner that may write it malformed, which is nested too deeply',
    `${DOCKER_BENCH}${'['.repeat(200)}`,
    /too large or too deep: .* nested more than 128 deep/,
  ],
  [
    'JSON of a scanner that may write it malformed, which has too many faults',
    `${DOCKER_BENCH}${'0,'.repeat(MOST_FAULTS)}0]}`,
    /is too large: there are more than 100,000 faults/,
  ],
  [
    'an HTML page around results, of which there are too many',
    `<html><TestResult>${'<rule-result/>'.repeat(MOST_KEPT_ELEMENTS)}</TestResult></html>`,
    /too large or too deep: .* more than 150,000 results/,
  ],
])('%s, is refused for that, not for what it looks like', async (_what, text, sentence) => {
  const failure = await rejectionOf(interpret([text], { formats: FORMATS_ON_DEMAND }));
  expect(failure.sentence).toMatch(sentence);
  expect(failure.remedy).toMatch(/^Check that /);
});

test('a file that is not too large is refused for what it looks like', async () => {
  const failure = await rejectionOf(interpret(['a: [1, 2, 3\nb: 1, 2, 3'], { formats: FORMATS_ON_DEMAND }));
  expect(failure.sentence).toBe('"1.json" is a CSV file, which is not supported.');
});
