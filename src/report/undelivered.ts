import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bytesOf, type Message } from '../messages/message.ts';

/**
 * The text of an undelivered file: a messages file with which a later step delivers exactly these messages. Its details
 * are base64, which it states itself, so that binary details survive any `details-encoding`. It contains the scan job
 * id, so that it cannot be sent to another one, but not the token.
 */
export function undeliveredText(scanJobId: string, messages: readonly Message[]): string {
  const lines = messages.map(({ ruleId, status, cisRuleDetails }) => {
    const details = Buffer.from(bytesOf(cisRuleDetails)).toString('base64');
    return `    ${JSON.stringify({ ruleId, status, cisRuleDetails: details })}`;
  });
  return `{
  "scanJobId": ${JSON.stringify(scanJobId)},
  "detailsEncoding": "base64",
  "messages": [
${lines.join(',\n')}
  ]
}
`;
}

/** A new file name in the directory. */
export function newUndeliveredPath(temporaryDirectory: string, scanJobId: string): string {
  return join(temporaryDirectory, `inspector-cis-undelivered-${scanJobId}-${randomUUID().slice(0, 8)}.json`);
}
