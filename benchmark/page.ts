import { cpus, totalmem, type, release } from 'node:os';
import { execFileSync } from 'node:child_process';
import { format } from 'prettier';
import { runnersNode } from '../local-runner/node.ts';
import type { Workshop } from './contenders.ts';
import type { Measured } from './processes.ts';
import type { Result, Row } from './rows.ts';

/** A row with what it came to. */
export interface Outcome {
  readonly row: Row;
  /** `undefined` where what it is measured against is not installed. */
  readonly result: Result | undefined;
}

/** Whether a row's limit is met; `undefined` when it was not measured. */
export function isMet({ row, result }: Outcome): boolean | undefined {
  if (result === undefined) return undefined;
  return row.isCeiling ? result.value <= row.limit : result.value >= row.limit;
}

/** One outcome as a line for a terminal. */
export function line(outcome: Outcome): string {
  const { row, result } = outcome;
  if (result === undefined) return `${row.name}: not measured`;
  const met = isMet(outcome) === true ? 'met' : 'NOT MET';
  return `${row.name}: ${shown(row, result.value)} (${limit(row)}: ${met}; ${described(result)})`;
}

/** `docs/performance.md`: the table, how it was measured, and on what. */
export function page(outcomes: readonly Outcome[], workshop: Workshop, rounds: number): Promise<string> {
  const rows = outcomes.map((outcome) => {
    const { row, result } = outcome;
    const cells =
      result === undefined
        ? ['not measured', '', '']
        : [shown(row, result.value), isMet(outcome) === true ? 'yes' : '**no**', described(result)];
    return `| ${[row.name, limit(row), ...cells].join(' | ')} |`;
  });
  const text = `# Performance

What a step costs beyond its fixed parts. \`npm run bench\` measures it and writes this page.

| | limit | measured | met | medians (the middle half of the runs) |
|---|---|---|---|---|
${rows.join('\n')}

A ratio without a unit is the first of the two contenders divided by the second.

## Method

- Whole processes are timed, from their start to their end, as a runner starts them. Every input of the action has its default, unless the row says otherwise.
- The two contenders of a row run in turns, ${rounds} times each (the longer ones less often, at least 3 times), after one turn that does not count. The table has the medians.
- Messages go to the endpoint in \`local-inspector/\`, which checks every signature and every message as Inspector does. Bare Node sends it recorded requests of the action, headers and all, and checks only that the answer is 200.
- Memory is the most that the process ever held (\`maxRSS\`), as the process itself tells when it ends.
- The results files are made for the benchmark, in the size and shape of real ones: \`benchmark/results-files.ts\`.
- No test depends on any of these times.

## Machine

${machine(workshop)
  .map((fact) => `- ${fact}`)
  .join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
}

function machine({ python, boto3 }: Workshop): readonly string[] {
  const node = execFileSync(runnersNode().path, ['--version'], { encoding: 'utf8' }).trim();
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB of memory, ${type()} ${release()}`,
    `Node ${node}`,
    python === undefined ? 'no Python' : execFileSync(python, ['--version'], { encoding: 'utf8' }).trim(),
    boto3 === undefined ? 'no boto3' : `boto3 ${boto3}`,
  ];
}

function limit(row: Row): string {
  return `${row.isCeiling ? 'at most' : 'at least'} ${row.limit}${row.unit}`;
}

function shown({ unit }: Row, value: number): string {
  return unit === '' ? value.toFixed(2) : `${value.toFixed(0)}${unit}`;
}

function described({ measured, unit }: Result): string {
  const one = ({ name, median, quartiles: [low, high] }: Measured): string =>
    `${name}: ${median.toFixed(0)} ${unit} (${low.toFixed(0)}–${high.toFixed(0)})`;
  return measured.map(one).join('; ');
}
