import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { startProxy } from '../../local-inspector/proxy.ts';
import type { StepResult } from '../../local-runner/step.ts';
import { isRecord } from '../../src/json.ts';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { withGitHub, type LocalGitHub, type StoredCheckRun } from './local-github.ts';
import { fileOf, newDirectory, send, tracesOf } from './sending.ts';

// The check run of a step, from `dist` to a stand-in for GitHub's API.

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
const SHA = '0123456789abcdef0123456789abcdef01234567';
const HEAD = 'fedcba9876543210fedcba9876543210fedcba98';

interface Checked {
  readonly status?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** The payload of the event. */
  readonly event?: object;
}

async function run(github: LocalGitHub, checked: Checked = {}): Promise<StepResult> {
  const { status = 'FAILED', inputs = {}, environment = {}, event = {} } = checked;
  const eventPath = join(newDirectory(), 'event.json');
  writeFileSync(eventPath, JSON.stringify(event));
  return withInspector((inspector) =>
    send(inspector, {
      files: checked.files ?? {
        'results.json': fileOf([
          { ruleId: '1.1', status, cisRuleDetails: { title: 'Ensure X' } },
          { ruleId: '1.2', status: 'PASSED', cisRuleDetails: '' },
        ]),
      },
      inputs: { 'github-token': TOKEN, ...inputs },
      environment: {
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_SHA: SHA,
        GITHUB_WORKFLOW: 'CIS',
        GITHUB_JOB: 'scan',
        GITHUB_ACTION: 'telemetry',
        GITHUB_EVENT_PATH: eventPath,
        // Users may well set it for the whole job.
        GITHUB_TOKEN: TOKEN,
        RUNNER_DEBUG: '1',
        ...environment,
      },
    }),
  );
}

function outputOf(checkRun: StoredCheckRun | undefined): { title: unknown; summary: unknown } {
  const output = checkRun?.['output'];
  return isRecord(output)
    ? { title: output['title'], summary: output['summary'] }
    : { title: '', summary: '' };
}

const expectNoGitHubToken = (result: StepResult): void => {
  expect(tracesOf(result).toLowerCase()).not.toContain(TOKEN.toLowerCase());
  expect(result.printed).toContain(`::add-mask::${TOKEN}`);
};

test.concurrent(
  'a check run has the headline and the tables, with the conclusion from gate and delivery',
  async () => {
    await withGitHub(TOKEN, async (github) => {
      const result = await run(github, { inputs: { 'fail-on-status': 'FAILED' } });
      expect(result.outputs['error-code']).toBe('GateFailed');
      const [created, ...others] = github.checkRuns;
      expect(others).toEqual([]);
      expect(created).toMatchObject({ name: 'CIS benchmark', head_sha: SHA, conclusion: 'failure' });
      const { title, summary } = outputOf(created);
      expect(title).toBe('1 of 2 rules fails');
      expect(summary).toContain('Ensure X');
      expectNoGitHubToken(result);
    });
  },
);

test.concurrent.each<[string, Checked, string]>([
  ['success when nothing failed', { status: 'PASSED' }, 'success'],
  ['success without a gate', {}, 'success'],
  ['neutral for a dry run', { inputs: { 'dry-run': 'true', 'fail-on-status': 'FAILED' } }, 'neutral'],
  [
    'neutral for a tolerated failure',
    { inputs: { 'fail-on-status': 'FAILED', 'tolerate-errors': 'GateFailed' } },
    'neutral',
  ],
  ['failure when an input is not valid', { inputs: { 'chunk-size': 'x' } }, 'failure'],
])('the conclusion is %s', async (_case, checked, conclusion) => {
  await withGitHub(TOKEN, async (github) => {
    await run(github, checked);
    expect(github.checkRuns.map((one) => one['conclusion'])).toEqual([conclusion]);
  });
});

test.concurrent('it is updated, not duplicated, when the same step runs again', async () => {
  await withGitHub(TOKEN, async (github) => {
    await run(github, { inputs: { 'fail-on-status': 'FAILED' } });
    await run(github, { status: 'PASSED', inputs: { 'fail-on-status': 'FAILED' } });
    expect(github.checkRuns.map((one) => one['conclusion'])).toEqual(['success']);
    expect(github.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'PATCH']);
  });
});

test.concurrent('different steps, commits and names get different check runs', async () => {
  await withGitHub(TOKEN, async (github) => {
    await run(github);
    await run(github, { environment: { GITHUB_ACTION: 'telemetry_2' } });
    await run(github, { environment: { GITHUB_SHA: HEAD } });
    await run(github, { inputs: { 'check-name': 'CIS of web-2' } });
    expect(github.checkRuns).toHaveLength(4);
    expect(github.checkRuns.at(-1)).toMatchObject({ name: 'CIS of web-2' });
  });
});

test.concurrent(
  'two hosts of a matrix, in the same job and step, each get a check run with their name',
  async () => {
    const scanOf = (host: string): string =>
      `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t"><target>${host}</target><rule-result idref="r"><result>pass</result></rule-result></TestResult>`;
    await withGitHub(TOKEN, async (github) => {
      for (const host of ['web-1', 'web-2', 'web-1'])
        await run(github, { files: { 'results.xml': scanOf(host) } });
      expect(github.checkRuns.map(({ name }) => name)).toEqual([
        'CIS benchmark (web-1)',
        'CIS benchmark (web-2)',
      ]);
    });
  },
);

test.concurrent('on a pull request it is on the head commit, where people look', async () => {
  await withGitHub(TOKEN, async (github) => {
    await run(github, { event: { pull_request: { head: { sha: HEAD } } } });
    expect(github.checkRuns.map((one) => one['head_sha'])).toEqual([HEAD]);
  });
});

test.concurrent.each<[number, string]>([
  [403, 'permissions: checks: write'],
  [404, 'permissions: checks: write'],
  [401, '`github-token` is not valid'],
  [500, 'GitHub responded with 500'],
])(
  'a response with status %i is a warning that says what is missing, and the step goes on',
  async (status, words) => {
    await withGitHub(TOKEN, async (github) => {
      github.answer = { status, body: JSON.stringify({ message: '::error::pwned ##[error]pwned' }) };
      const result = await run(github);
      expect([result.exitCode, result.outputs['outcome']]).toEqual([0, 'sent']);
      const warning = result.commands.find(({ properties }) => properties['title'] === 'No check run');
      expect(warning?.name).toBe('warning');
      expect(warning?.data).toContain(words);
      expect(result.printed).not.toContain('##[');
      expect(result.commands.filter(({ data }) => data.startsWith('pwned'))).toEqual([]);
      expectNoGitHubToken(result);
    });
  },
);

test.concurrent('without a repository, or without a response from the API, there is a warning', async () => {
  await withGitHub(TOKEN, async (github) => {
    for (const environment of [{ GITHUB_REPOSITORY: '' }, { GITHUB_API_URL: 'http://127.0.0.1:9' }]) {
      const result = await run(github, { environment });
      expect(result.exitCode).toBe(0);
      expect(result.log).toContain('The check run could not be written');
      expectNoGitHubToken(result);
    }
    expect(github.checkRuns).toEqual([]);
  });
});

test.concurrent('it is sent through the proxy of the environment', async () => {
  await withGitHub(TOKEN, async (github) => {
    const proxy = await startProxy({ route: () => ({ host: '127.0.0.1', port: github.port }) });
    try {
      await run(github, {
        inputs: { 'dry-run': 'true' },
        environment: { GITHUB_API_URL: 'http://github.example.invalid/api/v3', HTTP_PROXY: proxy.url },
      });
    } finally {
      await proxy.close();
    }
    expect(github.checkRuns).toHaveLength(1);
    expect(proxy.requests.length).toBeGreaterThan(0);
  });
});

test.concurrent('no child process gets the token', async () => {
  await withGitHub(TOKEN, async (github) => {
    const directory = newDirectory();
    const seen = join(directory, 'environment');
    const config = join(directory, 'config');
    writeFileSync(config, `[default]\ncredential_process = sh -c 'env > ${seen}; false'\n`);
    const result = await run(github, {
      environment: {
        AWS_CONFIG_FILE: config,
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_SESSION_TOKEN: '',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    expect(result.outputs['error-code']).toBe('CredentialsUnavailable');
    const environment = readFileSync(seen, 'utf8');
    expect(environment).toContain('GITHUB_SHA=');
    expect(environment).not.toContain(TOKEN);
  });
});

test.concurrent('without a token nothing is sent to GitHub, and an unused name is a warning', async () => {
  await withGitHub(TOKEN, async (github) => {
    const result = await run(github, { inputs: { 'github-token': '', 'check-name': 'x' } });
    expect([result.exitCode, github.requests]).toEqual([0, []]);
    expect(result.log).toContain('There is no check run: `github-token` is empty.');
  });
});

test.concurrent('hostile results add no markup, and leave a summary that GitHub accepts', async () => {
  await withGitHub(TOKEN, async (github) => {
    const evil = '</td><script>alert(1)</script> @pwned [x](javascript:pwned)';
    const messages = Array.from({ length: 1500 }, (_, index) => ({
      ruleId: `${index} ${evil}`,
      status: 'FAILED',
      cisRuleDetails: { title: evil },
    }));
    await run(github, { files: { 'results.json': fileOf(messages) }, inputs: { 'check-name': evil } });
    const { summary } = outputOf(github.checkRuns[0]);
    expect(summary).toEqual(expect.any(String));
    expect(summary).not.toMatch(/<script|@pwned|\]\(/);
  });
});
