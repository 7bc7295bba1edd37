import { interpretResults, type Results } from '../../src/results/results.ts';
import type { Reading } from '../../src/results/read.ts';
import type { DataScanner, Formats, Scan } from '../../src/results/reading/scanner.ts';
import { messages } from '../../src/results/scanners/messages.ts';

export const SESSION = {
  scanJobId: '01234567-89ab-cdef-0123-456789abcdef',
  sessionToken: 'fedcba98-7654-3210-fedc-ba9876543210',
};

/** A scanner whose documents contain the result of reading them: a scan, or a list of scans. */
export function plainScanner(name: string): DataScanner {
  return {
    kind: 'data',
    name,
    shape: `an object with "${name}"`,
    recognises: (document) => typeof document === 'object' && document !== null && name in document,
    statuses: {},
    read: (document) => {
      const contents = (document as Record<string, Scan | readonly Scan[]>)[name] ?? { ruleResults: [] };
      return [contents].flat();
    },
  };
}

/** These scanners as the only formats. */
export function formatsOf(scanners: readonly DataScanner[]): Formats {
  return {
    own: messages,
    isOwn: () => false,
    xml: () => Promise.resolve([]),
    all: () => Promise.resolve({ scanners, unsupported: [] }),
  };
}

/** The results of files with these contents, read by `messages` and by two scanners, `alpha` and `beta`. */
export function interpret(contents: readonly unknown[], reading: Partial<Reading> = {}): Promise<Results> {
  return readWhole(
    contents.map((content, index) => ({
      name: `${index + 1}.json`,
      path: `/checkout/${index + 1}.json`,
      bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
      modified: 0,
      device: 0,
    })),
    {
      session: SESSION,
      format: 'auto',
      formats: formatsOf([messages, plainScanner('alpha'), plainScanner('beta')]),
      ...reading,
    },
  );
}

/** The results of files that can all be used, or else the failure of the first that cannot. */
export async function readWhole(...read: Parameters<typeof interpretResults>): Promise<Results> {
  const results = await interpretResults(...read);
  const [first] = results.unread;
  if (first !== undefined) throw first.failure;
  return results;
}

/** A scanner's result for a rule. */
export function result(ruleId: string, status: string, more: object = {}): object {
  return { ruleId, status, result: status, at: { path: [] }, ...more };
}
