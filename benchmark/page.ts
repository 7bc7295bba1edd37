import { cpus, totalmem, type, release } from 'node:os';
import { execFileSync } from 'node:child_process';
import { format } from 'prettier';
import { runnersNode } from '../local-runner/node.ts';
import type { Workshop } from './contenders.ts';
import type { Measured } from './processes.ts';
import { limitOf, ROWS, type Result, type Row } from './rows.ts';

/** A row and its result. */
export interface Outcome {
  readonly row: Row;
  /** `undefined` if the program to compare with is not installed. */
  readonly result: Result | undefined;
}

/** Whether a row's limit is met; `undefined` if it was not measured. */
function isMet({ row, result }: Outcome): boolean | undefined {
  if (result === undefined) return undefined;
  return row.isCeiling ? result.value <= limitOf(row) : result.value >= limitOf(row);
}

/** One outcome as a line for a terminal. */
export function line(outcome: Outcome): string {
  const { row, result } = outcome;
  if (result === undefined) return `${row.name}: not measured`;
  const met = isMet(outcome) === true ? 'met' : 'NOT MET';
  return `${row.name}: ${shown(row, result.value)} (${limit(row)}: ${met}; ${described(result)})`;
}

/** `docs/performance.md`: the table, the method and the machine. */
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

The cost of a step compared to the least that it could cost. \`npm run bench\` measures it and writes this page.

| | limit | measured | met | medians (the middle half of the runs) |
|---|---|---|---|---|
${rows.join('\n')}

A number without a unit is a ratio: the time of the first program divided by that of the second.

## Limits

A prototype set the first limits. Since then, rules are named by CIS recommendation and have one verdict each, the age and the target of a scan are checked, the user's policy is applied, every step writes a report file and a summary of the posture, hostile files are refused, and an XCCDF benchmark's texts, references and scores are read. Where this costs more than 5 % of a row, its limit moved by the cost. For a failing step, for 300 rules and for XCCDF, that is what the step takes with all of it, divided by what it takes with the sources of before, both built in the same way and not yet minified. For the other rows, it is only what the report file and the summary cost. Each pair ran in turns.

| | first limit | cost | limit |
|---|---|---|---|
${ROWS.filter(({ limit: { cost } }) => cost !== 1)
  .map((row) => `| ${[row.name, row.limit.first, `× ${row.limit.cost}`, limit(row)].join(' | ')} |`)
  .join('\n')}

## Minified files

The files in \`dist/\` are minified. In turns with the same files as written, 162 runs of each, a failing step takes 2 % less time, and a dry run and 300 rules over HTTP and HTTPS 3 % less. The names of functions and classes are kept, because shorter ones gave no measurable gain.

## Method

- Whole processes are timed from start to end, started as by a runner. Every input of the action has its default, unless the row says otherwise.
- The two programs of a row take turns, ${rounds} times each (long ones less often, but at least 3 times), after one warm-up. The table shows medians.
- Messages go to the endpoint in \`local-inspector/\`, which checks every signature and every message as Inspector does. Bare Node sends the action's recorded requests with all headers, and only checks that the response is 200.
- Memory is the peak resident set size of the process, read when it ends.
- The results files are generated in the size and shape of real ones: \`benchmark/results-files.ts\`.
- No test depends on these times.

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
  return `${row.isCeiling ? 'at most' : 'at least'} ${limitOf(row)}${row.unit}`;
}

function shown({ unit }: Row, value: number): string {
  return unit === '' ? value.toFixed(2) : `${value.toFixed(0)}${unit}`;
}

function described({ measured, unit }: Result): string {
  const one = ({ name, median, quartiles: [low, high] }: Measured): string =>
    `${name}: ${median.toFixed(0)} ${unit} (${low.toFixed(0)}–${high.toFixed(0)})`;
  return measured.map(one).join('; ');
}
