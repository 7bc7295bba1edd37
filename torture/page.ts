import { cpus, release, totalmem, type } from 'node:os';
import { format } from 'prettier';
import { runnersNode } from '../local-runner/node.ts';
import { grouped } from '../src/text.ts';
import type { Family } from './family.ts';
import type { Cost, Failed, Row } from './run.ts';

/** A row as a line for a terminal. */
export function line(row: Row): string {
  const { family, tried, failed, skipped, left, worstMilliseconds, worstMegabytes, seconds } = row;
  const notTried = [
    ...(skipped.length > 0 ? [`skipped ${counted(skipped)}`] : []),
    ...(left > 0 ? [`no time for ${left}`] : []),
  ];
  return [
    `${family.name.padEnd(14)} ${grouped(tried)} tried, ${failed.length} failed`,
    `worst ${worstMilliseconds.toFixed(0)} ms, ${worstMegabytes.toFixed(0)} MB`,
    `${(tried / seconds).toFixed(1)} a second`,
    ...notTried,
  ].join('; ');
}

/** A failure, and how to see it again. */
export function howToRepeat({ family }: Row, { seed, trial, name, broken }: Failed): string {
  const repeat = `npm run torture -- --seed ${seed} --only ${family.name} --trial ${trial}`;
  return `  ${name}: ${broken.join('\n    ')}\n    repeat: ${repeat}`;
}

/** `docs/reliability.md`: what was tried, how often, and on what. */
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
      `${grouped(Math.round(worst(({ worstMegabytes }) => worstMegabytes)))} MB`,
    ].join(' | ')} |`;
  });
  const notes = families.flatMap((family) => {
    const own = of(family);
    const skipped = own.flatMap((row) => row.skipped);
    const left = own.reduce((total, row) => total + row.left, 0);
    const failed = own.flatMap((row) =>
      row.failed.map((one) => `- **${one.name}** (seed ${one.seed}): ${one.broken.join('; ')}`),
    );
    return [
      ...(skipped.length > 0 ? [`Skipped in ${family.name}: ${counted(skipped)}.`] : []),
      ...(left > 0 ? [`There was no time for ${left} trials of ${family.name}.`] : []),
      ...(failed.length > 0 ? [`Failed in ${family.name}:\n\n${failed.join('\n')}`] : []),
    ];
  });
  const costs = worstOfEach(rows.flatMap((row) => row.costs));
  const text = `# Reliability

What was tried to break the action, how often, and what came of it. \`npm run torture\` tries it and writes this page; it shows the last run only.

${seeds.length === 1 ? `Seed: ${seeds[0] ?? ''}` : `Seeds: ${seeds.join(', ')}, one run each`}; at most ${minutes} minutes a run.

| | tried${seeds.length === 1 ? '' : ', by seed'} | in all | failed | worst time | worst memory |
|---|---|---|---|---|---|
${table.join('\n')}

${notes.join('\n\n')}

The same seed makes the same trials. \`npm run torture -- --seed 7 --only mutations\` runs one family, and \`--trial 1234\` one trial of it. A small part, with a new seed each time, is among the tests.

## What is tried

${families.map(({ name, description }) => `### ${name}\n\n${description}`).join('\n\n')}

## Costs

| | time | memory |
|---|---|---|
${costs.map(({ name, milliseconds, megabytes }) => `| ${name} | ${(milliseconds / 1000).toFixed(1)} s | ${grouped(Math.round(megabytes))} MB |`).join('\n')}

## Limits

What bounds time and memory is counted in bytes, values, depth and results, and the counts are tested: see [formats](formats.md). Seconds and megabytes are measured here only; no test depends on them.

| | limit |
|---|---|
| a hostile document | 10 s and 512 MB on 2 cores |
| an honest JSON file | 256 MiB; what the largest one costs is in the table of costs |
| a signal | the step ends within 2 s where no call is under way; a call under way has 5 s to end |

## What is not covered

- Inspector itself: the service is one of our own, which checks every request against the public API model.
- Windows and macOS: the trials ran on the machine below. CI runs the tests on all three.
- Power cuts. The undelivered file is flushed before it takes its name, but nobody pulled a plug.
- Failures of the runner, of Node, and of the kernel.

## Machine

- ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB of memory, ${type()} ${release()}
- ${runnersNode().description}
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
}

/** The worst cost of each trial. */
function worstOfEach(costs: readonly Cost[]): readonly Cost[] {
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

/** Reasons, each once, with how often it was one. */
function counted(reasons: readonly string[]): string {
  const times = (one: string): number => reasons.filter((reason) => reason === one).length;
  return [...new Set(reasons)].map((reason) => `${times(reason)} (${reason})`).join(', ');
}

function failures(count: number): string {
  return count === 0 ? '0' : `**${count}**`;
}
