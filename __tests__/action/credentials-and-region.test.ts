import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listen } from '../../local-inspector/listen.ts';
import type { LocalInspector } from '../../local-inspector/server.ts';
import { VERSION } from '../../src/version.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import {
  fileOf,
  messagesOf,
  newDirectory,
  SCAN_JOB_ID,
  send,
  startSending,
  undeliveredOf,
} from './sending.ts';

const MESSAGES = messagesOf(3);
const FILES = { 'results.json': fileOf(MESSAGES) };

test.concurrent.each([
  { what: '`aws-region`', region: 'eu-west-1', inputs: { 'aws-region': 'eu-west-1' }, environment: {} },
  {
    what: '`aws-region` before the environment',
    region: 'eu-west-1',
    inputs: { 'aws-region': 'eu-west-1' },
    environment: { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-2' },
  },
  {
    what: 'AWS_REGION before AWS_DEFAULT_REGION',
    region: 'us-east-1',
    inputs: {},
    environment: { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-2' },
  },
  {
    what: 'AWS_DEFAULT_REGION alone',
    region: 'us-east-2',
    inputs: {},
    environment: { AWS_DEFAULT_REGION: 'us-east-2' },
  },
])('the Region is that of $what', async ({ region, inputs, environment }) => {
  await withInspector(
    async (inspector) => {
      const others = withoutRegion(inspector);
      const result = await send({ environment: others }, { files: FILES, inputs, environment });
      expect(result.outputs).toMatchObject({ outcome: 'sent', 'error-code': '' });
      expect(result.log).toContain(` in ${region}: `);
      expect(result.summary.replaceAll('<wbr>', '')).toContain(region);
    },
    { region },
  );
});

test.concurrent('the Region of an AWS profile is used if nothing else names one', async () => {
  await withInspector(
    async (inspector) => {
      const others = withoutRegion(inspector);
      const config = join(newDirectory(), 'config');
      writeFileSync(config, '[default]\nregion = ap-south-1\n');
      const environment = { AWS_CONFIG_FILE: config };
      const { outputs } = await send({ environment: others }, { files: FILES, environment });
      expect(outputs).toMatchObject({ outcome: 'sent' });
    },
    { region: 'ap-south-1' },
  );
});

test.concurrent('blank variables do not hide the Region and credentials of the profile', async () => {
  const credentials = { accessKeyId: 'AKIDPROFILE', secretAccessKey: 'secret-key-of-the-profile' };
  await withInspector(
    async ({ environment: { AWS_ENDPOINT_URL_INSPECTOR2 = '' } }) => {
      const config = join(newDirectory(), 'config');
      writeFileSync(
        config,
        `[default]\nregion = ap-south-1\naws_access_key_id = ${credentials.accessKeyId}\naws_secret_access_key = ${credentials.secretAccessKey}\n`,
      );
      const environment = {
        AWS_ENDPOINT_URL_INSPECTOR2,
        AWS_CONFIG_FILE: config,
        AWS_REGION: '',
        AWS_DEFAULT_REGION: ' ',
        AWS_PROFILE: '',
      };
      const { outputs } = await send({ environment }, { files: FILES });
      expect(outputs).toMatchObject({ outcome: 'sent', 'error-code': '' });
    },
    { region: 'ap-south-1', credentials },
  );
});

test.concurrent('the SDK prints nothing outside the log', async () => {
  await withInspector(async (inspector) => {
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = inspector.environment;
    const config = join(newDirectory(), 'config');
    writeFileSync(
      config,
      `[profile mine]\naws_access_key_id = ${AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}\n`,
    );
    const environment = { AWS_CONFIG_FILE: config, AWS_PROFILE: 'mine' };
    const { outputs, printed } = await send(inspector, { files: FILES, environment });
    expect(outputs['outcome']).toBe('sent');
    expect(printed).not.toContain('Multiple credential sources');
  });
});

test.concurrent.each(['AWS_ENDPOINT_URL_INSPECTOR2', 'AWS_ENDPOINT_URL'])(
  '%s that is not a URL is InvalidInput, and nothing is sent',
  async (name) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, { files: FILES, environment: { [name]: 'not a url' } });
      expect(result.outputs).toMatchObject({ outcome: 'failed', 'error-code': 'InvalidInput' });
      expect(result.log).toContain(`The environment variable ${name} is not an HTTP or HTTPS URL.`);
      expect(inspector.requests).toHaveLength(0);
    });
  },
);

test.concurrent('without a Region nothing is sent', async () => {
  await withInspector(async (inspector) => {
    const others = withoutRegion(inspector);
    const result = await send({ environment: others }, { files: FILES });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ 'error-code': 'RegionMissing', 'error-retryable': 'false' });
    expect(result.log).toContain('Set `aws-region`');
    expect(undeliveredOf(result)).toEqual(MESSAGES);
  });
});

test.concurrent.each([
  { what: 'no credentials', environment: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, requests: 0 },
  { what: 'a wrong secret key', environment: { AWS_SECRET_ACCESS_KEY: 'another-secret-key' }, requests: 1 },
  { what: 'an unknown access key', environment: { AWS_ACCESS_KEY_ID: 'AKIDUNKNOWN' }, requests: 1 },
])('$what: CredentialsUnavailable, after one attempt', async ({ environment, requests }) => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, { files: FILES, environment });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'failed',
      'error-code': 'CredentialsUnavailable',
      'error-retryable': 'false',
    });
    expect(result.log).toMatch(/aws-actions\/configure-aws-credentials[^]*id-token: write/);
    expect(inspector.requests).toHaveLength(requests);
    expect(undeliveredOf(result)).toEqual(MESSAGES);
  });
});

test.concurrent('a web identity (OIDC) becomes credentials, and requests are signed with them', async () => {
  const credentials = {
    accessKeyId: 'ASIAWEBIDENTITY',
    secretAccessKey: 'secret-key-of-the-web-identity',
    sessionToken: 'aws-session-token-of-the-web-identity',
  };
  const requests: string[] = [];
  const sts = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      requests.push(body);
      response.setHeader('content-type', 'text/xml');
      response.end(`<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult><Credentials>
          <AccessKeyId>${credentials.accessKeyId}</AccessKeyId>
          <SecretAccessKey>${credentials.secretAccessKey}</SecretAccessKey>
          <SessionToken>${credentials.sessionToken}</SessionToken>
          <Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials></AssumeRoleWithWebIdentityResult>
        <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
      </AssumeRoleWithWebIdentityResponse>`);
    });
  });
  const port = await listen(sts, 0);
  const tokenFile = join(newDirectory(), 'token');
  writeFileSync(tokenFile, 'the-identity-token');
  try {
    await withInspector(
      async ({ environment, messages }) => {
        const { AWS_ENDPOINT_URL_INSPECTOR2 = '', AWS_REGION = '' } = environment;
        const result = await send(
          { environment: { AWS_ENDPOINT_URL_INSPECTOR2, AWS_REGION } },
          {
            files: FILES,
            environment: {
              AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
              AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
              AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/scanner',
            },
          },
        );
        expect(result.outputs).toMatchObject({ outcome: 'sent', 'messages-sent': '3' });
        expect(requests).toEqual([expect.stringContaining('WebIdentityToken=the-identity-token')]);
        expect(messages(SCAN_JOB_ID)).toHaveLength(3);
      },
      { credentials },
    );
  } finally {
    sts.closeAllConnections();
    sts.close();
  }
});

test.concurrent('the user agent contains the action, its version and the workflow run', async () => {
  await withInspector(async (inspector) => {
    await send(inspector, {
      files: FILES,
      environment: { GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: '42' },
    });
    const agent = inspector.requests[0]?.headers['user-agent'];
    expect(agent).toContain(`inspector-cis-telemetry/${VERSION}`);
    expect(agent).toContain('octo-scans-42');
  });
});

test.concurrent.each([
  ['an event file that is not JSON', { GITHUB_REPOSITORY: 'octo/scans', GITHUB_RUN_ID: '42' }],
  ['an empty GITHUB_REPOSITORY', { GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '42' }],
])('a malformed GitHub environment never fails a step: %s', async (_what, environment) => {
  await withInspector(async (inspector) => {
    const event = join(newDirectory(), 'event.json');
    writeFileSync(event, '{"number": ');
    const { outputs } = await send(inspector, {
      files: FILES,
      environment: { ...environment, GITHUB_EVENT_PATH: event },
    });
    expect(outputs).toMatchObject({ outcome: 'sent', 'error-code': '' });
  });
});

test.concurrent('outputs that cannot be set are an error in plain words, without a stack', async () => {
  await withInspector(async (inspector) => {
    const environment = { GITHUB_OUTPUT: '/dev/full' };
    const result = await startSending(inspector, { files: FILES, environment }).result;
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/ERROR: .*GITHUB_OUTPUT could not be written/);
    expect(result.printed).not.toMatch(/UnexpectedError|^ +at /m);
  });
});

function withoutRegion({ environment }: LocalInspector): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'AWS_REGION'));
}
