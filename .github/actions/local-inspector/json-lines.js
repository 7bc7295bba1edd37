import { readFileSync } from 'node:fs';

/** The complete lines of JSON that the endpoint has written so far. */
export function readJsonLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
