import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bytesOf, type Message } from '../messages/message.ts';

/**
 * The text of an undelivered file: a messages file that delivers exactly these messages when it is given back. Its
 * details are base64, and it says so itself, so that binary details survive whatever `details-encoding` is. It names
 * the scan job, so that it cannot go to another one; the token is no part of it.
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

/** A new name in the directory for temporary files. */
export function newUndeliveredPath(temporaryDirectory: string, scanJobId: string): string {
  return join(temporaryDirectory, `inspector-cis-undelivered-${scanJobId}-${randomUUID().slice(0, 8)}.json`);
}
