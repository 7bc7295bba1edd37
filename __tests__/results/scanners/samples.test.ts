import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { combine } from '../../../src/results/combine.ts';
import { SCANNERS, UNSUPPORTED } from '../../../src/results/scanners/index.ts';
import type { DataScanner } from '../../../src/results/reading/scanner.ts';

/** Real files, which are not part of the project; with them come the messages expected of each. */
const SAMPLES = resolve(import.meta.dirname, '../../../../shared/samples');

/** The folders of the formats that are JSON, and the scanner that reads each. */
const FOLDERS: Readonly<Record<string, string>> = {
  inspec: 'inspec',
  'inspec-json-min': 'inspec',
  goss: 'goss',
  'kube-bench': 'kube-bench',
  'docker-bench': 'docker-bench',
  'trivy-compliance': 'trivy-compliance',
  'trivy-clustercompliancereport': 'trivy-compliance',
  'prowler-ocsf': 'prowler-ocsf',
  asff: 'asff',
};

const dataScanners = SCANNERS.filter((scanner): scanner is DataScanner => scanner.kind === 'data');

if (existsSync(SAMPLES)) describe('real files', readRealFiles);
else test.skip('real files: there is no ../shared/samples beside the checkout', () => undefined);

function readRealFiles(): void {
  const files = Object.keys(FOLDERS)
    .filter((folder) => existsSync(join(SAMPLES, folder)))
    .flatMap((folder) => readdirSync(join(SAMPLES, folder)).map((file) => ({ folder, file })));
  const expected = files.flatMap(({ folder, file }) => {
    const path = join(SAMPLES, 'expected', `${folder}__${file}.tsv`);
    const messages = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : '';
    return messages === '' ? [] : [{ folder, file, messages }];
  });

  test.each(expected)('$folder/$file gives exactly its messages', ({ folder, file, messages }) => {
    const document = sample(folder, file);
    const [scanner, ...others] = dataScanners.filter(({ recognises }) => recognises(document));
    expect([scanner?.name, others]).toEqual([FOLDERS[folder], []]);
    const scans = scanner?.read(document) ?? [];
    const lines = combine(scans.flatMap(({ ruleResults }) => ruleResults)).map(({ ruleId, status, result }) =>
      [ruleId, status, result].join('\t'),
    );
    expect(lines).toEqual(messages.split('\n'));
    expect(scans.flatMap(({ faults = [] }) => faults)).toEqual([]);
  });

  test('findings that are not about compliance give no message, and why is said', () => {
    const document = sample('asff', 'guardduty-not-compliance.json');
    const [scanner] = dataScanners.filter(({ recognises }) => recognises(document));
    expect(scanner?.read(document)).toMatchObject([
      { ruleResults: [], emptyBecause: expect.stringContaining('none with Compliance.Status') },
    ]);
  });

  test.each([
    ['sarif-not-cis', 'gitleaks.sarif', 'SARIF'],
    ['checkov', 'with-skips.json', 'a Checkov report'],
  ])('%s/%s is refused as what it is', (folder, file, name) => {
    const document = sample(folder, file);
    expect(dataScanners.filter(({ recognises }) => recognises(document))).toEqual([]);
    expect(UNSUPPORTED.find(({ recognises }) => recognises(document))?.name).toBe(name);
  });

  test('an empty list belongs to no format', () => {
    const document = sample('prowler-ocsf', 'empty-array.json');
    expect(dataScanners.filter(({ recognises }) => recognises(document))).toEqual([]);
  });
}

function sample(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(SAMPLES, folder, file), 'utf8').replace(/^\uFEFF/, ''));
}
