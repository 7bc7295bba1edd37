import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureCode } from '../../../src/failure.ts';
import type { Naming } from '../../../src/results/naming.ts';
import type { Results } from '../../../src/results/results.ts';
import { SCANNERS } from '../../../src/results/scanners/index.ts';
import { FORMATS_ON_DEMAND } from '../../../src/results/scanners/on-demand.ts';
import { rejectionOf } from '../parse/documents.ts';
import { readWhole } from '../plain-scanner.ts';

/** The folder of real files. They are not part of the project; CONTRIBUTING says how the folder is laid out. */
const SAMPLES = process.env['CIS_SAMPLES'] ?? '';

/** The folders of supported formats, each with its scanner. */
const SUPPORTED: Readonly<Record<string, string>> = {
  xccdf: 'xccdf',
  arf: 'xccdf',
  inspec: 'inspec',
  'inspec-json-min': 'inspec',
  goss: 'goss',
  'kube-bench': 'kube-bench',
  'docker-bench': 'docker-bench',
  'trivy-compliance': 'trivy-compliance',
  'trivy-clustercompliancereport': 'trivy-compliance',
  'prowler-ocsf': 'prowler-ocsf',
  asff: 'asff',
  kubescape: 'kubescape',
  powerpipe: 'powerpipe',
  rancher: 'rancher',
};

/** The folders of formats that are not supported yet. Whoever adds the scanner moves its folder to `SUPPORTED`. */
const NOT_SUPPORTED_YET: readonly string[] = [];

/** The files without messages, each with the failure that says why. */
const REFUSED: Readonly<Record<string, { code: FailureCode; why: string }>> = {
  'asff/guardduty-not-compliance.json': { code: 'NoResults', why: 'none with Compliance.Status' },
  'prowler-ocsf/empty-array.json': { code: 'NoResults', why: 'it is empty' },
  'checkov/with-skips.json': { code: 'ResultsFormatUnknown', why: 'a Checkov report' },
  'sarif-not-cis/gitleaks.sarif': { code: 'ResultsFormatUnknown', why: 'SARIF' },
};

/** The folders with the messages of each sample with `rule-id: scanner`, and of some with `rule-id: cis`. */
const [EXPECTED, EXPECTED_CIS] = ['expected', 'expected-cis'];

test('no samples of a supported format are skipped', () => {
  const read = [...Object.keys(SUPPORTED), ...SCANNERS.map(({ name }) => name)];
  expect(NOT_SUPPORTED_YET.filter((folder) => read.includes(folder))).toEqual([]);
});

if (SAMPLES === '') test.skip('real files: CIS_SAMPLES names no folder', () => undefined);
else describe('real files', testSamples);

function testSamples(): void {
  const folders = readdirSync(SAMPLES).filter((folder) => ![EXPECTED, EXPECTED_CIS].includes(folder));
  const samples = folders
    .filter((folder) => !NOT_SUPPORTED_YET.includes(folder))
    .flatMap((folder) => readdirSync(join(SAMPLES, folder)).map((file) => ({ folder, file })));
  const refused = samples.flatMap((sample) => {
    const refusal = REFUSED[`${sample.folder}/${sample.file}`];
    return refusal === undefined ? [] : [{ ...sample, ...refusal }];
  });
  let passed = 0;

  test.each(samples.filter(({ folder, file }) => !(`${folder}/${file}` in REFUSED)))(
    '$folder/$file gives exactly its messages',
    async ({ folder, file }) => {
      const { formats, ruleResults, faults, recordFaults } = await resultsOf(folder, file, 'scanner');
      const lines = ruleResults.map(({ ruleId, status, result }) => [ruleId, status, result].join('\t'));
      const expected = readFileSync(join(SAMPLES, EXPECTED, `${folder}__${file}.tsv`), 'utf8');
      expect(lines).toEqual(expected.trimEnd().split('\n'));
      expect(formats).toEqual([SUPPORTED[folder]]);
      expect([...faults, ...recordFaults].map(({ sentence }) => sentence)).toEqual([]);
      passed += 1;
    },
  );

  test.each(samples.filter((sample) => existsSync(expectedByNumber(sample))))(
    '$folder/$file gives its messages by the numbers of the recommendations',
    async (sample) => {
      const { ruleResults } = await resultsOf(sample.folder, sample.file, 'cis');
      const lines = ruleResults.map(({ ruleId, status }) => `${ruleId}\t${status}`);
      expect(lines).toEqual(readFileSync(expectedByNumber(sample), 'utf8').trimEnd().split('\n'));
    },
  );

  for (const { folder, file, code, why } of refused) {
    test(`${folder}/${file} has no message, and the failure says why`, async () => {
      const failure = await rejectionOf(resultsOf(folder, file, 'cis'));
      expect(failure).toMatchObject({ code, sentence: expect.stringContaining(why) });
      passed += 1;
    });
  }

  afterAll(() => {
    const passedOver = folders.filter((folder) => NOT_SUPPORTED_YET.includes(folder));
    process.stdout.write(
      `Samples: ${passed} of ${samples.length} files pass; ` +
        `not read yet: ${passedOver.join(', ') || 'none'}. (${SAMPLES})\n`,
    );
  });
}

function expectedByNumber({ folder, file }: { folder: string; file: string }): string {
  return join(SAMPLES, EXPECTED_CIS, `${folder}__${file}.tsv`);
}

function resultsOf(folder: string, file: string, ruleId: Naming): Promise<Results> {
  const path = join(SAMPLES, folder, file);
  return readWhole([{ name: file, path, bytes: readFileSync(path), modified: 0, device: 0 }], {
    session: { scanJobId: '', sessionToken: '' },
    format: 'auto',
    ruleId,
    formats: FORMATS_ON_DEMAND,
  });
}
