import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../../local-inspector/listen.ts';
import { isOperation } from '../../local-inspector/script.ts';
import { runStep } from '../../local-runner/step.ts';
import { EXAMPLES } from '../results/scanners/examples.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, messagesOf, newDirectory, SCAN_JOB_ID, send } from './sending.ts';

// Workflows run the files of the repository, with no packages installed. Rarely needed files of `dist` are loaded on
// demand: these tests load each of them from a copy without `node_modules`.

type Texts = Readonly<Record<string, string>>;

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const MESSAGES = messagesOf(2);
/** Files that our code never loads, and why they are there. */
const UNREACHABLE = [
  // The SDK loads it for operations that stream events; Inspector has none.
  'event-streams.js',
];

const alone = newDirectory();
const loadedFiles = join(alone, 'loaded');
/** Makes a step record the files of `dist` that it loaded. */
let noting: Texts = {};

beforeAll(() => {
  for (const path of ['dist', 'session', 'action.yml', 'package.json'])
    cpSync(join(REPOSITORY, path), join(alone, path), { recursive: true });
  const note = join(alone, 'note-loaded.cjs');
  writeFileSync(loadedFiles, '');
  writeFileSync(
    note,
    `process.on('exit', () => {
      const names = Object.keys(require.cache).map((path) => require('node:path').basename(path) + '\\n');
      require('node:fs').appendFileSync(${JSON.stringify(loadedFiles)}, names.join(''));
    });\n`,
  );
  noting = { NODE_OPTIONS: `--require=${note}` };
});

describe('a step reads', () => {
  const xccdf =
    '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_org.example_testresult_1"><rule-result idref="r1"><result>fail</result></rule-result></TestResult>';
  test.each<[string, Texts, string, number]>([
    ['JSON', { 'results.json': fileOf(MESSAGES) }, 'results.json', 2],
    ['YAML', { 'results.yml': '- {ruleId: a, status: PASSED, cisRuleDetails: b}' }, 'results.yml', 1],
    ['XML', { 'results.xml': xccdf }, 'results.xml', 1],
    [
      "a scanner's JSON",
      { 'results.json': JSON.stringify(EXAMPLES['docker-bench']?.[0]) },
      'results.json',
      1,
    ],
    ['what a glob matches', { 'results.json': fileOf(MESSAGES) }, 'results.*', 2],
  ])('%s', async (_what, files, pattern, count) => {
    await withInspector(async (inspector) => {
      const result = await send(inspector, {
        files,
        inputs: { 'results-file': pattern },
        environment: noting,
        entry: join(alone, 'dist', 'index.js'),
      });
      expect(result.outputs['outcome']).toBe('sent');
      expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(count);
    });
  });
});

test('a step writes SARIF', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': fileOf(MESSAGES) },
      inputs: { 'sarif-file': 'failed.sarif' },
      environment: noting,
      entry: join(alone, 'dist', 'index.js'),
    });
    expect(result.log).toContain('failed.sarif, as SARIF');
  });
});

test('with a token, a step tries to create a check run, and a failure is a warning', async () => {
  await withInspector(async (inspector) => {
    const result = await send(inspector, {
      files: { 'results.json': fileOf(MESSAGES) },
      inputs: { 'github-token': 'ghs_0123456789abcdefghijABCDEFGHIJ012345' },
      environment: {
        ...noting,
        // Nothing listens at port 1.
        GITHUB_API_URL: 'http://127.0.0.1:1',
        GITHUB_REPOSITORY: 'owner/repository',
        GITHUB_SHA: '0123456789012345678901234567890123456789',
      },
      entry: join(alone, 'dist', 'index.js'),
    });
    expect([result.outputs['error-message'], result.outputs['outcome']]).toEqual(['', 'sent']);
    expect(result.commands.map(({ name }) => name)).toContain('warning');
  });
});

test('a session is opened, kept alive and closed', async () => {
  await withInspector(async (inspector) => {
    const step = {
      action: 'session',
      temporaryDirectory: newDirectory(),
      environment: { ...inspector.environment, ...noting },
      inputs: { 'scan-job-id': SCAN_JOB_ID, 'health-interval': '1', 'job-status': 'success' },
    };
    const opened = await runStep({ ...step, entry: join(alone, 'session', 'open.js') });
    expect(opened.log).toContain('is open in us-east-1');
    await inspector.waitFor(isOperation('SendCisSessionHealth'));
    const closed = await runStep({
      ...step,
      phase: 'post',
      entry: join(alone, 'session', 'close.js'),
      state: opened.state,
    });
    expect(closed.log).toMatch(/heartbeats? sent, 0 failed/);
    expect(inspector.requests.at(-1)?.operation).toBe('StopCisSession');
  });
});

describe('credentials come from', () => {
  const credentials = {
    accessKeyId: 'ASIASOURCE',
    secretAccessKey: 'secret-key-of-the-source',
    sessionToken: 'aws-session-token-of-the-source',
  };
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const far = '2099-01-01T00:00:00Z';
  const forContainer = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken };
  const stsResponse = (operation: string): string =>
    `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result><Credentials>
      <AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>
      <SessionToken>${sessionToken}</SessionToken><Expiration>${far}</Expiration>
    </Credentials></${operation}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${operation}Response>`;

  /** The responses of the services that issue credentials, by the paths that the SDK requests. */
  const answers: Readonly<Record<string, unknown>> = {
    '/container': { ...forContainer, Expiration: far },
    '/latest/api/token': 'instance-token',
    '/latest/meta-data/iam/security-credentials/': 'instance-role',
    '/latest/meta-data/iam/security-credentials/instance-role': {
      ...forContainer,
      Code: 'Success',
      Expiration: far,
    },
    '/federation/credentials': { roleCredentials: { ...credentials, expiration: Date.parse(far) } },
    '/token': { accessToken: 'new-token', expiresIn: 3600, tokenType: 'Bearer' },
    '/v1/token': {
      accessToken: credentials,
      tokenType: 'aws_sigv4',
      expiresIn: 900,
      refreshToken: 'next',
    },
  };
  let server: Server | undefined;
  let url = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const operation = new URLSearchParams(body).get('Action');
        const answer = operation === null ? answers[pathname] : stsResponse(operation);
        response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      });
    });
    url = `http://127.0.0.1:${await listen(server, 0)}`;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** The files in the home directory, by path, and the environment. */
  interface Source {
    readonly what: string;
    readonly home?: () => Texts;
    readonly environment?: (home: string) => Texts;
  }
  const staticKeys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`;
  const role = 'arn:aws:iam::111122223333:role/scanner';
  const ssoRole = 'sso_account_id = 111122223333\nsso_role_name = scanner\n';
  const cached = (algorithm: string, key: string): string =>
    `${createHash(algorithm).update(key).digest('hex')}.json`;
  const sources: readonly Source[] = [
    { what: 'a profile', home: () => ({ '.aws/credentials': `[default]\n${staticKeys}` }) },
    {
      what: 'the role of a profile',
      home: () => ({
        '.aws/config': `[default]\nrole_arn = ${role}\nsource_profile = keys\n[profile keys]\n${staticKeys}`,
      }),
      environment: () => ({ AWS_ENDPOINT_URL_STS: url }),
    },
    {
      what: 'a process',
      home: () => ({
        '.aws/config': '[default]\ncredential_process = cat "$HOME/process.json"\n',
        'process.json': JSON.stringify({
          Version: 1,
          AccessKeyId: accessKeyId,
          SecretAccessKey: secretAccessKey,
          SessionToken: sessionToken,
        }),
      }),
    },
    {
      what: 'a web identity',
      home: () => ({ token: 'identity-token' }),
      environment: (home) => ({
        AWS_ENDPOINT_URL_STS: url,
        AWS_WEB_IDENTITY_TOKEN_FILE: join(home, 'token'),
        AWS_ROLE_ARN: role,
      }),
    },
    {
      what: 'a container',
      environment: () => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/container` }),
    },
    {
      what: 'an instance',
      environment: () => ({ AWS_EC2_METADATA_DISABLED: '', AWS_EC2_METADATA_SERVICE_ENDPOINT: url }),
    },
    {
      what: 'IAM Identity Center, with a token that has expired',
      home: () => ({
        '.aws/config': `[default]\nsso_session = work\n${ssoRole}[sso-session work]\nsso_region = us-east-1\nsso_start_url = https://work.example\n`,
        [`.aws/sso/cache/${cached('sha1', 'work')}`]: JSON.stringify({
          accessToken: 'old-token',
          expiresAt: '2020-01-01T00:00:00Z',
          clientId: 'client',
          clientSecret: 'client-secret',
          refreshToken: 'refresh',
        }),
      }),
      environment: () => ({ AWS_ENDPOINT_URL_SSO: url, AWS_ENDPOINT_URL_SSO_OIDC: url }),
    },
    {
      what: '`aws login`, with a token that has expired',
      home: () => ({
        '.aws/config': '[default]\nlogin_session = arn:aws:iam::111122223333:user/person\n',
        [`.aws/login/cache/${cached('sha256', 'arn:aws:iam::111122223333:user/person')}`]: JSON.stringify({
          accessToken: { ...credentials, accountId: '111122223333', expiresAt: '2020-01-01T00:00:00Z' },
          clientId: 'client',
          refreshToken: 'refresh',
          dpopKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
            type: 'sec1',
            format: 'pem',
          }),
        }),
      }),
      environment: () => ({ AWS_ENDPOINT_URL_SIGNIN: url }),
    },
  ];

  test.each(sources)('$what', async ({ home, environment }) => {
    const directory = newDirectory();
    for (const [path, content] of Object.entries(home?.() ?? {})) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    await withInspector(
      async (inspector) => {
        const { AWS_ENDPOINT_URL_INSPECTOR2 = '', AWS_REGION = '' } = inspector.environment;
        const result = await send(
          { environment: { AWS_ENDPOINT_URL_INSPECTOR2, AWS_REGION } },
          {
            files: { 'results.json': fileOf(MESSAGES) },
            environment: { HOME: directory, ...environment?.(directory), ...noting },
            entry: join(alone, 'dist', 'index.js'),
          },
        );
        expect([result.outputs['error-message'], result.outputs['outcome']]).toEqual(['', 'sent']);
        expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(2);
      },
      { credentials },
    );
  });
});

test('these steps loaded every file of `dist`', () => {
  const loaded = new Set(readFileSync(loadedFiles, 'utf8').split('\n'));
  const files = readdirSync(join(alone, 'dist')).filter((name) => name.endsWith('.js'));
  expect(files.filter((name) => !loaded.has(name))).toEqual(UNREACHABLE);
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += String(piece);
  return body;
}
