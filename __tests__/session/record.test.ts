import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addStep,
  newRecord,
  readRecord,
  recordPath,
  recordText,
  type SessionRecord,
  type StepReport,
} from '../../src/session/record.ts';
import { STATUSES_WORST_FIRST, worstOf } from '../../src/status.ts';
import { anyStep, JOB, rules, step } from './records.ts';

const recordAfter = (...steps: readonly StepReport[]): SessionRecord => steps.reduce(addStep, newRecord(JOB));

describe('steps add up', () => {
  test('what several steps deliver counts together', () => {
    const record = recordAfter(step({ delivered: rules(0, 3) }), step({ delivered: rules(3, 5) }));
    expect(record.delivered.size).toBe(5);
    expect(record.steps).toBe(2);
  });

  test('a rule sent again counts once', () => {
    const record = recordAfter(step({ delivered: rules(0, 3) }), step({ delivered: rules(1, 4) }));
    expect([...record.delivered.keys()]).toEqual(['rule-0', 'rule-1', 'rule-2', 'rule-3']);
  });

  test('a rule sent with several statuses has the worst one, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STATUSES_WORST_FIRST), { minLength: 1 }),
        fc.boolean(),
        (statuses, inOneStep) => {
          const sent = statuses.map((status) => ({ ruleId: '1.1', status }));
          const steps = inOneStep
            ? [step({ delivered: sent })]
            : sent.map((one) => step({ delivered: [one] }));
          expect(recordAfter(...steps).delivered.get('1.1')).toBe(worstOf(statuses));
        },
      ),
    );
  });

  test('a rule that a later step delivers is no longer undelivered; with the last one, the failure is removed', () => {
    const broken = step({ delivered: rules(0, 2), undelivered: rules(2, 5), failure: 'NetworkError' });
    const half = recordAfter(broken, step({ delivered: rules(2, 4) }));
    expect([...half.undelivered]).toEqual(['rule-4']);
    expect(half.failure).toBe('NetworkError');
    const whole = addStep(half, step({ delivered: rules(4, 5) }));
    expect(whole.undelivered.size).toBe(0);
    expect(whole.failure).toBeUndefined();
  });

  test('a delivered rule that a later step could not deliver is undelivered again', () => {
    const record = recordAfter(
      step({ delivered: rules(0, 2) }),
      step({ undelivered: rules(1, 2), failure: 'NetworkError' }),
    );
    expect([...record.undelivered]).toEqual(['rule-1']);
  });

  test('the first step that states a fact wins', () => {
    const record = recordAfter(
      step({ facts: { profile: 'Level 1' } }),
      step({ facts: { profile: 'Level 2', benchmarkVersion: '1.0.0', platform: { product: 'ubuntu' } } }),
      step({ facts: { platform: { product: 'debian', version: '12' } } }),
    );
    expect(record.facts).toEqual({
      profile: 'Level 1',
      benchmarkVersion: '1.0.0',
      platform: { product: 'ubuntu' },
    });
  });

  test('adding the same step again changes only the number of steps', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 4 }), anyStep, (earlier, same) => {
        const once = addStep(recordAfter(...earlier), same);
        const twice = addStep(once, same);
        expect({ ...twice, steps: once.steps, leftOut: once.leftOut }).toEqual(once);
      }),
    );
  });

  test('every rule of every step is delivered or undelivered, and adding a step leaves the old record unchanged', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 4 }), (steps) => {
        const before = newRecord(JOB);
        const record = steps.reduce(addStep, before);
        const reported = steps.flatMap(({ delivered, undelivered }) => [...delivered, ...undelivered]);
        expect(new Set([...record.delivered.keys(), ...record.undelivered])).toEqual(
          new Set(reported.map(({ ruleId }) => ruleId)),
        );
        expect(before).toEqual(newRecord(JOB));
      }),
    );
  });
});

describe('a record on disk', () => {
  const inDirectory = async (story: (path: string) => Promise<void>): Promise<void> => {
    const directory = mkdtempSync(join(tmpdir(), 'record-'));
    try {
      await story(recordPath(directory, JOB));
    } finally {
      rmSync(directory, { recursive: true });
    }
  };

  test('is read back unchanged, with any rule names', async () => {
    await inDirectory(async (path) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { maxLength: 3 }), async (steps) => {
          const record = recordAfter(...steps);
          writeFileSync(path, recordText(record));
          const read = await readRecord(path);
          // An empty text is not a fact.
          expect({ ...read, facts: {}, failure: '' }).toEqual({ ...record, facts: {}, failure: '' });
        }),
        { numRuns: 50 },
      );
    });
  });

  test('keeps the facts of the scan, and the failure', async () => {
    await inDirectory(async (path) => {
      const facts = {
        benchmark: 'CIS',
        benchmarkVersion: '2.0.0',
        profile: 'Level 1',
        platform: { vendor: 'Canonical', product: 'ubuntu', version: '24.04' },
      };
      const record = recordAfter(step({ undelivered: rules(0, 1), facts, failure: 'NetworkError' }));
      writeFileSync(path, recordText(record));
      expect(await readRecord(path)).toEqual(record);
    });
  });

  test('does not exist if no session was opened', async () => {
    await inDirectory(async (path) => {
      expect(await readRecord(path)).toBeUndefined();
    });
  });

  test('belongs to one scan job', () => {
    expect(recordPath('/tmp', JOB)).not.toBe(recordPath('/tmp', JOB.replace('0', 'f')));
  });

  test.each([
    ['empty', ''],
    ['cut short', '{"scanJobId": "'],
    ['another document', '[]'],
    ['without members', '{}'],
    [
      'with an unknown status',
      JSON.stringify({ scanJobId: JOB, steps: 1, delivered: [['1', 'GOOD']], undelivered: [] }),
    ],
    ['with a malformed rule', JSON.stringify({ scanJobId: JOB, steps: 1, delivered: [], undelivered: [1] })],
  ])('is refused when it is %s', async (_, text) => {
    await inDirectory(async (path) => {
      writeFileSync(path, text);
      await expect(readRecord(path)).rejects.toThrow();
    });
  });
});
