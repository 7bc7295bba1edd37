import { cpus, release, totalmem, type } from 'node:os';
import { format } from 'prettier';
import { runnersNode } from '../local-runner/node.ts';
import { grouped } from '../src/text.ts';
import type { Family } from './family.ts';
import type { Cost, FailedTrial, Row } from './run.ts';

/** A row as a line of terminal output. */
export function line(row: Row): string {
  const { family, tried, failed, skipped, remaining, worstMilliseconds, worstMegabytes, seconds } = row;
  const notTried = [
    ...(skipped.length > 0 ? [`skipped ${counted(skipped)}`] : []),
    ...(remaining > 0 ? [`${remaining} not run for lack of time`] : []),
  ];
  return [
    `${family.name.padEnd(14)} ${grouped(tried)} tried, ${failed.length} failed`,
    `at most ${worstMilliseconds.toFixed(0)} ms${worstMegabytes > 0 ? ` and ${worstMegabytes.toFixed(0)} MB` : ''}`,
    `${(tried / seconds).toFixed(1)} per second`,
    ...notTried,
  ].join('; ');
}

/** The most memory of a family's processes. Trials without processes of their own measure none. */
function megabytesOf(most: number): string {
  return most > 0 ? `${grouped(Math.round(most))} MB` : 'not measured';
}

/** A failed trial and the command that repeats it. */
export function failureText({ family }: Row, { seed, trial, name, violations }: FailedTrial): string {
  const repeat = `npm run torture -- --seed ${seed} --only ${family.name} --trial ${trial}`;
  return `  ${name}: ${violations.join('\n    ')}\n    repeat: ${repeat}`;
}

/** The text of `docs/reliability.md`: what was tried, how often and on what machine. */
export function page(rows: readonly Row[], minutes: number): Promise<string> {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const families = [...new Set(rows.map(({ family }) => family))];
  const of = (family: Family): readonly Row[] => rows.filter((row) => row.family === family);
  const table = families.map((family) => {
    const own = of(family);
    const sum = (number: (row: Row) => number): number => own.reduce((total, row) => total + number(row), 0);
    const worst = (number: (row: Row) => number): number => Math.max(...own.map(number));
    return `| ${[
      `[${family.name}](#${family.name})`,
      own.map(({ tried }) => grouped(tried)).join(', '),
      grouped(sum(({ tried }) => tried)),
      failures(sum(({ failed }) => failed.length)),
      `${grouped(Math.round(worst(({ worstMilliseconds }) => worstMilliseconds)))} ms`,
      megabytesOf(worst(({ worstMegabytes }) => worstMegabytes)),
    ].join(' | ')} |`;
  });
  const notes = families.flatMap((family) => {
    const own = of(family);
    const skipped = own.flatMap((row) => row.skipped);
    const remaining = own.reduce((total, row) => total + row.remaining, 0);
    const failed = own.flatMap((row) =>
      row.failed.map((one) => `- **${one.name}** (seed ${one.seed}): ${one.violations.join('; ')}`),
    );
    return [
      ...(skipped.length > 0 ? [`Skipped in ${family.name}: ${counted(skipped)}.`] : []),
      ...(remaining > 0 ? [`Time ran out before ${remaining} trials of ${family.name}.`] : []),
      ...(failed.length > 0 ? [`Failures in ${family.name}:\n\n${failed.join('\n')}`] : []),
    ];
  });
  const costs = highestCosts(rows.flatMap((row) => row.costs));
  const text = `# Reliability

How we try to break the action, how often, and with what results. \`npm run torture\` runs the trials and writes this page, which shows only the last run.

${seeds.length === 1 ? `Seed: ${seeds[0] ?? ''}` : `Seeds: ${seeds.join(', ')}, one run each`}; up to ${minutes} minutes per run.

| | tried${seeds.length === 1 ? '' : ', by seed'} | total | failed | longest time | peak memory |
|---|---|---|---|---|---|
${table.join('\n')}

${notes.join('\n\n')}

The same seed gives the same trials. \`npm run torture -- --seed 7 --only mutations\` runs one family; add \`--trial 1234\` to run one of its trials. The test suite runs a small sample with a new seed each time.

## What is tried

${families.map(({ name, description }) => `### ${name}\n\n${description}`).join('\n\n')}

## Costs

| | time | memory |
|---|---|---|
${costs.map(({ name, milliseconds, megabytes }) => `| ${name} | ${(milliseconds / 1000).toFixed(1)} s | ${grouped(Math.round(megabytes))} MB |`).join('\n')}

## Limits

Time and memory are bounded by limits on bytes, values, depth and results, which the tests check: see [formats](formats.md). Seconds and megabytes are measured only here; no test depends on them.

| | limit |
|---|---|
| a hostile document | 10 s and 512 MB on 2 cores |
| an honest JSON file | 256 MiB; the table of costs shows what the largest one takes |
| a signal | the step ends within 2 s if no call is under way; a call under way gets another 5 s |

## What is not covered

- Inspector itself: a local service stands in for it and checks every request against the public API model.
- Other operating systems: the trials ran only on the machine below. CI runs the tests on Linux, Windows and macOS.
- Power failures: the undelivered file is flushed to disk before it gets its name, but no trial cuts the power.
- Failures of the runner, of Node and of the kernel.

## Machine

- ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB of memory, ${type()} ${release()}
- ${runnersNode().description}
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
}

/** The highest cost of each trial over all runs. */
function highestCosts(costs: readonly Cost[]): readonly Cost[] {
  const names = [...new Set(costs.map(({ name }) => name))];
  return names.map((name) => {
    const own = costs.filter((cost) => cost.name === name);
    return {
      name,
      milliseconds: Math.max(...own.map(({ milliseconds }) => milliseconds)),
      megabytes: Math.max(...own.map(({ megabytes }) => megabytes)),
    };
  });
}

/** Each distinct reason, with the number of times it occurs. */
function counted(reasons: readonly string[]): string {
  const times = (one: string): number => reasons.filter((reason) => reason === one).length;
  return [...new Set(reasons)].map((reason) => `${times(reason)} (${reason})`).join(', ');
}

function failures(count: number): string {
  return count === 0 ? '0' : `**${count}**`;
}
