import { readFileSync } from 'node:fs';

/** The lines of JSON that the endpoint has written whole. */
export function told(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
