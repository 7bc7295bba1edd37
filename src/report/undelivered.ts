import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Details, Message } from '../messages/message.ts';

/** Messages in one piece of the text: a signal may end the writing between two pieces. */
const MESSAGES_AT_ONCE = 1000;

/**
 * The text of an undelivered file, in pieces: a messages file with which a later step delivers exactly these messages. Its details
 * are base64, which it states itself, so that binary details survive any `details-encoding`. It contains the scan job
 * id, so that it cannot be sent to another one, but not the token.
 */
export function* undeliveredText(scanJobId: string, messages: readonly Message[]): Generator<string> {
  yield `{\n  "scanJobId": ${JSON.stringify(scanJobId)},\n  "detailsEncoding": "base64",\n  "messages": [`;
  for (let begin = 0; begin < messages.length; begin += MESSAGES_AT_ONCE) {
    const lines = messages.slice(begin, begin + MESSAGES_AT_ONCE).map(lineOf);
    yield `${begin === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  yield '\n  ]\n}\n';
}

/** A signal leaves hardly a second for 900,000 lines, so they are put together by hand. Only the rule ID needs escapes. */
function lineOf({ ruleId, status, cisRuleDetails }: Message): string {
  return `    {"ruleId":${JSON.stringify(ruleId)},"status":"${status}","cisRuleDetails":"${base64Of(cisRuleDetails)}"}`;
}

function base64Of(details: Details): string {
  return (typeof details === 'string' ? Buffer.from(details) : viewOf(details)).toString('base64');
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A new file name in the directory. */
export function newUndeliveredPath(temporaryDirectory: string, scanJobId: string): string {
  return join(temporaryDirectory, `inspector-cis-undelivered-${scanJobId}-${randomUUID().slice(0, 8)}.json`);
}
