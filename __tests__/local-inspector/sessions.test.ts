import { expect, test } from '@jest/globals';
import type { CisContent } from '../../local-inspector/model.ts';
import { Sessions } from '../../local-inspector/sessions.ts';
import { call, SCAN_JOB, TOKEN } from './raw-call.ts';
import { withInspector } from './with-inspector.ts';

type Step = 'start' | 'health' | 'telemetry' | 'stop';

const OTHER_TOKEN = TOKEN.replace('a', 'b');

function step(what: Step, sessionToken = TOKEN): CisContent {
  const session = { scanJobId: SCAN_JOB, sessionToken };
  switch (what) {
    case 'start':
      return { operation: 'StartCisSession', ...session };
    case 'health':
      return { operation: 'SendCisSessionHealth', ...session };
    case 'telemetry': {
      const message = { ruleId: '1.1', status: 'PASSED', cisRuleDetails: Buffer.from('ok') } as const;
      return { operation: 'SendCisSessionTelemetry', ...session, messages: [message] };
    }
    case 'stop':
      return { operation: 'StopCisSession', ...session, message: { status: 'SUCCESS', progress: {} } };
  }
}

test.each<[Step[], boolean]>([
  [['start'], true],
  [['start', 'start'], true],
  [['start', 'health', 'telemetry', 'telemetry', 'stop'], true],
  [['start', 'stop'], true],
  [['health'], false],
  [['telemetry'], false],
  [['stop'], false],
  [['start', 'stop', 'start'], false],
  [['start', 'stop', 'health'], false],
  [['start', 'stop', 'telemetry'], false],
  [['start', 'stop', 'stop'], false],
])('a tracked session: after %j the last was accepted: %s', (steps, taken) => {
  const sessions = new Sessions('tracked');
  const conflicts = steps.map((what) => sessions.apply(step(what)));
  expect(conflicts.slice(0, -1).every((conflict) => conflict === undefined)).toBe(true);
  expect(conflicts.at(-1) === undefined).toBe(taken);
});

test.each<Step>(['start', 'health', 'telemetry', 'stop'])(
  'a tracked session refuses a different token: %s, and does not change',
  (what) => {
    const sessions = new Sessions('tracked');
    sessions.apply(step('start'));
    const before = sessions.get(SCAN_JOB);
    expect(sessions.apply(step(what, OTHER_TOKEN))).toMatchObject({
      name: 'ConflictException',
      resourceId: SCAN_JOB,
      resourceType: 'CIS_SESSION',
    });
    expect(sessions.get(SCAN_JOB)).toEqual(before);
  },
);

test.each<Step>(['start', 'health', 'telemetry', 'stop'])(
  'with open sessions anything is accepted: %s',
  (what) => {
    const sessions = new Sessions('open');
    for (const token of [TOKEN, OTHER_TOKEN, TOKEN]) {
      expect(sessions.apply(step('stop', token))).toBeUndefined();
      expect(sessions.apply(step(what, token))).toBeUndefined();
    }
  },
);

test('a session counts what it accepted', () => {
  const sessions = new Sessions('tracked');
  for (const what of ['start', 'start', 'health', 'telemetry', 'health', 'telemetry', 'stop'] as const) {
    sessions.apply(step(what));
  }
  expect(sessions.get(SCAN_JOB)).toMatchObject({
    state: 'stopped',
    starts: 2,
    heartbeats: 2,
    messages: [{ ruleId: '1.1' }, { ruleId: '1.1' }],
    stop: { status: 'SUCCESS', progress: {} },
  });
});

test('a request that its session does not allow is answered with 409 and the resource', async () => {
  await withInspector(
    async ({ url, requests, messages }) => {
      const answer = await call(url);
      expect(answer).toMatchObject({ status: 409, headers: { 'x-amzn-errortype': 'ConflictException' } });
      expect(JSON.parse(answer.text)).toEqual({
        message: 'the session has not been started',
        resourceId: SCAN_JOB,
        resourceType: 'CIS_SESSION',
      });
      expect(requests[0]).toMatchObject({ outcome: 'conflict', refusal: undefined });
      expect(messages(SCAN_JOB)).toEqual([]);
    },
    { sessions: 'tracked' },
  );
});
