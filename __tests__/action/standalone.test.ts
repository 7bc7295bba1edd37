import { expect, test } from '@jest/globals';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withInspector } from '../local-inspector/with-inspector.ts';
import { fileOf, messagesOf, newDirectory, SCAN_JOB_ID, send } from './sending.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

test('`dist` runs with nothing installed beside it', async () => {
  await withInspector(async (inspector) => {
    const alone = newDirectory();
    cpSync(DIST, alone, { recursive: true });
    expect(readdirSync(alone)).not.toContain('node_modules');
    const result = await send(inspector, {
      files: {
        'results.json': fileOf(messagesOf(2)),
        'results.yml': '- {ruleId: a, status: PASSED, cisRuleDetails: b}',
      },
      entry: join(alone, 'index.js'),
    });
    expect(result.outputs['outcome']).toBe('sent');
    expect(inspector.messages(SCAN_JOB_ID)).toHaveLength(3);
  });
});
