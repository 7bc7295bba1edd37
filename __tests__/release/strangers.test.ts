import { describe, expect, test } from '@jest/globals';
import { Inspector2Client, SendCisSessionHealthCommand } from '@aws-sdk/client-inspector2';
import { HttpResponse } from '@smithy/core/protocols';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { FAILURES } from '../../src/failure.ts';
import { listOf, memberAt, memberOf } from '../../src/json.ts';

// Checks facts in what people read before they use the action.

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const FORMS = '.github/ISSUE_TEMPLATE';

/** The host that the AWS SDK calls with these settings. */
async function hostOf(settings: {
  useFipsEndpoint?: boolean;
  useDualstackEndpoint?: boolean;
}): Promise<string> {
  const hosts: string[] = [];
  const client = new Inspector2Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'EXAMPLE' },
    requestHandler: {
      handle: ({ hostname }: { hostname: string }) => {
        hosts.push(hostname);
        return Promise.resolve({ response: new HttpResponse({ statusCode: 200 }) });
      },
    },
    ...settings,
  });
  await client.send(new SendCisSessionHealthCommand({ scanJobId: '', sessionToken: '' }));
  return hosts.join();
}

test.each([
  { settings: {}, when: 'always' },
  { settings: { useFipsEndpoint: true }, when: 'AWS_USE_FIPS_ENDPOINT' },
  { settings: { useDualstackEndpoint: true }, when: 'AWS_USE_DUALSTACK_ENDPOINT' },
])('the threat model has the host of Inspector for allow lists: $when', async ({ settings, when }) => {
  const host = (await hostOf(settings)).replace('eu-west-1', '<region>');
  const row = textOf('docs/threat-model.md')
    .split('\n')
    .find((line) => line.includes(`\`${host}\``) && line.startsWith('|'));
  expect(row).toContain(when);
});

test('the first paragraph of SECURITY.md links to every answer', () => {
  const [, paragraph = ''] = textOf('SECURITY.md').split('\n\n');
  for (const link of [
    'docs/threat-model.md',
    'docs/threat-model.md#endpoints-for-allow-lists',
    'docs/threat-model.md#what-it-may-leak',
    '.github/workflows/release.yml',
    '#check-a-release',
    '#report-a-vulnerability',
  ])
    expect(paragraph).toContain(`(${link})`);
});

test('a failure that is a bug says where to report it', () => {
  const bugs = memberOf(JSON.parse(textOf('package.json')), 'bugs');
  expect(FAILURES.UnexpectedError.remedy).toContain(bugs);
});

describe.each(readdirSync(join(REPOSITORY, FORMS)).filter((name) => name !== 'config.yml'))(
  'the issue form %s',
  (name) => {
    const form: unknown = parse(textOf(join(FORMS, name)));
    const fields = listOf(memberOf(form, 'body')).filter((field) => memberOf(field, 'type') !== 'markdown');

    test('has a label for every field, and no duplicate field', () => {
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) expect(memberAt(field, 'attributes', 'label')).toEqual(expect.any(String));
      const ids = fields.map((field) => memberOf(field, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('asks for the debug log, if it is for bugs', () => {
      const log = fields.find((field) => memberOf(field, 'id') === 'log');
      if (name === 'feature.yml') expect(log).toBeUndefined();
      else expect(memberAt(log, 'validations', 'required')).toBe(true);
    });
  },
);
