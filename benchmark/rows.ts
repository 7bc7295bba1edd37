import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  action,
  bareNode,
  bareSender,
  boto3Sender,
  expatTree,
  openEndpoint,
  yamlParser,
  type Endpoint,
  type Workshop,
} from './contenders.ts';
import { peakMemory, timed, type Contender, type Measured } from './processes.ts';
import { messagesJson, messagesYaml, xccdf } from './results-files.ts';

/** The result of one row of the table. */
export interface Result {
  readonly value: number;
  readonly measured: readonly Measured[];
  readonly unit: 'ms' | 'MB';
}

/**
 * A limit. The first ones are those of a prototype, without most of today's features. Where these cost more than 5 % of a
 * row, its limit moves by as much: `cost` is what the action's side of the row takes with them, divided by what it takes
 * without. The page says what was compared.
 */
export interface Limit {
  readonly first: number;
  readonly cost: number;
}

/** The limit with the cost of what was added: a ceiling rises, a floor sinks. Two digits after the point. */
export function limitOf({ limit: { first, cost }, isCeiling }: Pick<Row, 'limit' | 'isCeiling'>): number {
  return Math.round((isCeiling ? first * cost : first / cost) * 100) / 100;
}

/** One row of the table: what is measured, and its limit. */
export interface Row {
  readonly name: string;
  readonly limit: Limit;
  /** Whether the limit is a maximum rather than a minimum. */
  readonly isCeiling: boolean;
  readonly unit: '' | ' MB';
  /** `undefined` if the program to compare with is not installed. */
  readonly measure: (workshop: Workshop, rounds: number) => Promise<Result | undefined>;
}

const ceiling = (name: string, limit: Limit | number, measure: Row['measure']): Row => ({
  name,
  limit: typeof limit === 'number' ? { first: limit, cost: 1 } : limit,
  isCeiling: true,
  unit: '',
  measure,
});
const least = (name: string, limit: Limit | number, measure: Row['measure']): Row => ({
  ...ceiling(name, limit, measure),
  isCeiling: false,
});
const memory = (name: string, limit: Limit | number, measure: Row['measure']): Row => ({
  ...ceiling(name, limit, measure),
  unit: ' MB',
});

/** The first limit, and the cost of what was added since. */
const since = (first: number, cost: number): Limit => ({ first, cost });

/** Everything that is measured. `rounds` is the number of runs for short programs; longer ones run less often. */
export const ROWS: readonly Row[] = [
  ceiling(
    '300 rules over HTTP, against bare Node that PUTs the same bodies',
    since(2.8, 1.1),
    sending('http'),
  ),
  ceiling(
    '300 rules over HTTPS, against bare Node that PUTs the same bodies',
    since(2.2, 1.11),
    sending('https'),
  ),
  ceiling('A step that fails on its inputs, against `node -e 0`', since(1.85, 1.08), (workshop, rounds) =>
    ratio([action(workshop, 'failing step', {}), bareNode(workshop)], rounds),
  ),
  ceiling('A dry run of 300 rules, against `node -e 0`', since(2.4, 1.16), (workshop, rounds) => {
    const resultsFile = written(workshop, '300.json', messagesJson(300));
    const dryRun = action(workshop, 'dry run', { resultsFile, inputs: { 'dry-run': 'true' } });
    return ratio([dryRun, bareNode(workshop)], rounds);
  }),
  least(
    '30,000 messages with 40 ms latency, 8 chunks at once against 1',
    since(5.7, 1.08),
    (workshop, rounds) =>
      withEndpoint(workshop, 'http', (endpoint) => {
        endpoint.inspector.answerWhen(() => true, {
          kind: 'delay',
          milliseconds: 40,
          then: { kind: 'accept' },
        });
        const resultsFile = written(workshop, '30000.json', messagesJson(30_000));
        const [one, eight] = ['1', '8'].map((concurrency) =>
          action(workshop, `\`concurrency: ${concurrency}\``, {
            resultsFile,
            endpoint,
            inputs: { concurrency },
          }),
        );
        if (one === undefined || eight === undefined) throw new Error('There must be two contenders');
        return ratio([one, eight], fewer(rounds, 10));
      }),
  ),
  ...[
    [30_000, 210],
    [150_000, 550],
  ].map(([count = 0, limit = 0]) =>
    memory(`${count.toLocaleString('en')} messages sent, peak memory`, limit, (workshop, rounds) =>
      withEndpoint(workshop, 'http', (endpoint) => {
        const resultsFile = written(workshop, `${count}.json`, messagesJson(count));
        return peak(workshop, action(workshop, 'the action', { resultsFile, endpoint }), fewer(rounds, 10));
      }),
    ),
  ),
  ceiling("XCCDF of 7.5 MB, dry run, against expat's tree", since(1.6, 1.37), async (workshop, rounds) => {
    if (workshop.python === undefined) return undefined;
    const file = written(workshop, 'xccdf.xml', xccdf());
    return ratio([dryRunOf(workshop, file), expatTree(workshop, workshop.python, file)], fewer(rounds, 2));
  }),
  memory('XCCDF of 7.5 MB, dry run, peak memory', since(90, 1.17), (workshop, rounds) =>
    peak(workshop, dryRunOf(workshop, written(workshop, 'xccdf.xml', xccdf())), fewer(rounds, 2)),
  ),
  ceiling(
    "YAML of 10,000 messages, dry run, against `yaml`'s own parse",
    since(1.3, 1.13),
    (workshop, rounds) => {
      const file = written(workshop, '10000.yml', messagesYaml(10_000));
      return ratio([dryRunOf(workshop, file), yamlParser(workshop, file)], fewer(rounds, 3));
    },
  ),
  ...[
    { count: 300, limit: since(2.2, 1.1), part: 1 },
    { count: 3000, limit: since(1.7, 1.26), part: 2 },
    { count: 30_000, limit: since(1.2, 1.45), part: 4 },
  ].map(({ count, limit, part }) =>
    least(`${count.toLocaleString('en')} messages, boto3 against the action`, limit, (workshop, rounds) =>
      withEndpoint(workshop, 'http', async (endpoint) => {
        const { python, boto3 } = workshop;
        if (python === undefined || boto3 === undefined) return undefined;
        const resultsFile = written(workshop, `${count}.json`, messagesJson(count));
        const sender = action(workshop, 'the action', { resultsFile, endpoint });
        return ratio([boto3Sender(workshop, python, endpoint, resultsFile), sender], fewer(rounds, part));
      }),
    ),
  ),
];

/** The action against its lower bound, which sends what the action sent the first time. */
function sending(scheme: 'http' | 'https'): Row['measure'] {
  return (workshop, rounds) =>
    withEndpoint(workshop, scheme, async (endpoint) => {
      const resultsFile = written(workshop, '300.json', messagesJson(300));
      const sender = action(workshop, 'the action', { resultsFile, endpoint });
      await timed([sender], 0);
      return ratio([sender, bareSender(workshop, endpoint)], rounds);
    });
}

function dryRunOf(workshop: Workshop, resultsFile: string): Contender {
  return action(workshop, 'the action', { resultsFile, inputs: { 'dry-run': 'true' } });
}

async function ratio(contenders: readonly [Contender, Contender], rounds: number): Promise<Result> {
  const [one, other] = await timed(contenders, rounds);
  return { value: one.median / other.median, measured: [one, other], unit: 'ms' };
}

async function peak({ directory }: Workshop, contender: Contender, rounds: number): Promise<Result> {
  const measured = await peakMemory(contender, rounds, join(directory, 'peak-memory'));
  return { value: measured.median, measured: [measured], unit: 'MB' };
}

async function withEndpoint(
  workshop: Workshop,
  scheme: 'http' | 'https',
  measure: (endpoint: Endpoint) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const endpoint = await openEndpoint(workshop, scheme);
  try {
    return await measure(endpoint);
  } finally {
    await endpoint.close();
  }
}

function fewer(rounds: number, part: number): number {
  return Math.max(3, Math.round(rounds / part));
}

function written({ directory }: Workshop, name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}
