import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fault } from '../../src/failure.ts';
import { Log } from '../../src/report/log.ts';
import { SECRET, placeAt } from '../messages/drafts.ts';
import { recordingLog } from './runs.ts';

const anyCase = fc
  .array(fc.boolean(), { minLength: SECRET.length, maxLength: SECRET.length })
  .map((upper) =>
    Array.from(SECRET, (letter, index) => (upper[index] === true ? letter.toUpperCase() : letter)).join(''),
  );
const separated = anyCase.map((secret) => `${secret.slice(0, 9)}\u200b${secret.slice(9)}`);
const around = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('İ'.repeat(40)));

test('a secret never appears, in any case, in any text, or with an invisible character in it', () => {
  fc.assert(
    fc.property(around, fc.oneof(anyCase, separated), around, (left, secret, right) => {
      const { log, printed } = recordingLog(true);
      log.keepSecret(SECRET);
      const text = `${left}${secret}${right}${secret}`;
      log.info(text);
      log.debug?.(text);
      log.annotate('error', { sentence: text }, text);
      expect(JSON.stringify(printed).toLowerCase()).not.toContain(SECRET);
      expect(log.redact(`${left}${secret.replace('\u200b', '')}`)).toBe(`${left}***`);
    }),
  );
});

test.each(['*', '***', '.', '\\', '[a', 'a+b(', '$&', 'x'])(
  'the secret %j is redacted without an endless loop',
  (secret) => {
    const { log } = recordingLog();
    log.keepSecret(secret);
    expect(log.redact(`<${secret}>${secret}`)).toBe('<***>***');
  },
);

test('a group of lines ends after its last line', () => {
  const calls: string[] = [];
  const call =
    (name: string) =>
    (text = ''): void =>
      void calls.push(`${name} ${text}`);
  const log = new Log(
    {
      info: call('info'),
      startGroup: call('start'),
      endGroup: call('end'),
      debug: call('debug'),
      isDebug: () => false,
      notice: call('notice'),
      warning: call('warning'),
      error: call('error'),
    },
    '/checkout',
    '/checkout',
  );
  log.group('The rules', ['1.1', '1.2']);
  expect(calls).toEqual(['start The rules', 'info   1.1', 'info   1.2', 'end ']);
});

test('without a secret, nothing is redacted', () => {
  const { log } = recordingLog();
  log.keepSecret('');
  expect(log.redact('text')).toBe('text');
});

test('the debug log is silent unless it is turned on', () => {
  expect(recordingLog(false).log.debug).toBeUndefined();
  const { log, printed } = recordingLog(true);
  log.debug?.('a\r\nb\n::error::');
  expect(printed.map(({ text }) => text)).toEqual(['a', 'b', ': :error::']);
});

test('an annotation has the path from the workspace, with line and column', () => {
  const { log, printed } = recordingLog();
  log.annotate('warning', { sentence: 'Bad.', place: placeAt(3, 'ruleId') }, 'Title');
  expect(printed).toEqual([
    {
      level: 'warning',
      text: 'Bad.',
      properties: { title: 'Title', file: 'project/f', startLine: 4, startColumn: 7 },
    },
  ]);
});

test.each([
  ['../shared/a.json', 'shared/a.json'],
  ['/elsewhere/a.json', '/elsewhere/a.json'],
])('the file %s is annotated as %s', (file, expected) => {
  const { log, printed } = recordingLog();
  const source = { file, locate: () => undefined };
  log.annotate('error', { sentence: 'x', place: { source, at: { path: [] } } });
  expect(printed[0]?.properties).toEqual({ file: expected });
});

describe('a headline with its faults', () => {
  test('yields at most ten annotations, the headline first, and the log has the rest with their places', () => {
    fc.assert(
      fc.property(fc.nat(30), (count) => {
        const { log, printed } = recordingLog();
        const faults = Array.from({ length: count }, (_, index): Fault => ({
          sentence: `fault ${index}`,
          place: placeAt(index),
        }));
        log.annotateAll('error', 'Headline.', 'Title', faults);
        const annotations = printed.filter(({ level }) => level === 'error');
        expect(annotations.map(({ text }) => text)).toEqual([
          'Headline.',
          ...faults.slice(0, 9).map(({ sentence }) => sentence),
        ]);
        const lines = printed.filter(({ level }) => level === 'info').map(({ text }) => text);
        const rest = faults.slice(9).map(({ sentence }, index) => `  f:${index + 10}:1: ${sentence}`);
        expect(lines).toEqual(rest.length === 0 ? [] : [`${rest.length} more:`, ...rest]);
      }),
    );
  });
});
