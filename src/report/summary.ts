import { FAILURES } from '../failure.ts';
import { describePlace } from '../place.ts';
import { rulesOf, type RuleOutcome } from '../rules.ts';
import { STATUSES_WORST_FIRST } from '../status.ts';
import { count, grouped, shortened } from '../text.ts';
import { isTolerated, tallyOf, undeliveredOf, type OutcomeWord, type Run, type Tally } from '../run.ts';
import { describeNaming, timeToTheSecond } from './results-report.ts';
import { html, htmlSentence, plain } from './untrusted-text.ts';

/** Bytes of the longest summary: the runner drops one above 1 MiB, and other steps' text is not counted here. */
const LONGEST_SUMMARY = 900 * 1024;
/** Rules that are listed with their titles. */
const MOST_LISTED_RULES = 200;
/** Faults and files that are listed. */
const MOST_LISTED = 50;
/** Code points of a sentence in the summary. */
const LONGEST_SENTENCE = 2000;
/** Code points of a foreign text in the summary. */
const LONGEST_TEXT = 300;

const HEADLINES: Readonly<Record<OutcomeWord, string>> = {
  sent: '✅ CIS results sent to Amazon Inspector',
  partial: '❌ CIS results sent to Amazon Inspector only in part',
  failed: '❌ CIS results not sent to Amazon Inspector',
  'dry-run': '📝 CIS results checked, not sent (dry run)',
};

/**
 * The job summary of a run. Everything that is not ours stands in HTML with every special character escaped.
 * `blot` takes secrets out of foreign text; `longest` is the number of bytes at most.
 */
export function summaryOf(run: Run, blot: (text: string) => string, longest = LONGEST_SUMMARY): string {
  const foreign = foreignText(blot);
  const tally = tallyOf(run);
  const sections = [
    `<h2>${headlineOf(run, tally)}</h2>`,
    deliverySentence(run, tally, foreign),
    ...failureSection(run, foreign, sentenceText(blot)),
    ...statusSection(run, tally),
    ...ruleSection(run, foreign),
    ...disagreementSection(run, foreign),
    ...fileSection(run, foreign),
  ];
  return `${fitting(sections, longest).join('\n\n')}\n\n`;
}

/** Foreign text, shortened, without secrets, and escaped. */
export function foreignText(blot: (text: string) => string): (text: string) => string {
  // Blotted before it is cut, and again without the characters that are not seen, which may part a secret's letters.
  return (text) => html(blot(plain(shortened(blot(text), LONGEST_TEXT))));
}

/** A sentence of ours, which may quote foreign text: like `foreignText`, with what stands in backticks as code. */
export function sentenceText(blot: (text: string) => string): (text: string) => string {
  return (text) => htmlSentence(blot(plain(shortened(blot(text), LONGEST_SENTENCE))));
}

/** The sections that fit, in order of worth; a section that does not fit is left out whole. */
function fitting(sections: readonly string[], longest: number): readonly string[] {
  let room = longest;
  return sections.filter((section) => {
    const length = Buffer.byteLength(section) + 2;
    if (length > room) return false;
    room -= length;
    return true;
  });
}

function headlineOf(run: Run, tally: Tally): string {
  if (run.failure?.code === 'GateFailed')
    return `❌ ${FAILURES.GateFailed.title.replace('fail-on-status', '<code>fail-on-status</code>')}`;
  return isTolerated(run) ? HEADLINES[tally.outcome].replace('❌', '⚠️') : HEADLINES[tally.outcome];
}

function deliverySentence(run: Run, tally: Tally, foreign: (text: string) => string): string {
  const { inputs, region } = run;
  if (inputs === undefined) return '<p>Nothing was read and nothing was sent.</p>';
  const job = `scan job <code>${foreign(inputs.session.scanJobId)}</code>`;
  const where = region === undefined ? job : `${job} in <code>${foreign(region)}</code>`;
  const undelivered = undeliveredOf(run).length;
  const parts = [
    tally.outcome === 'dry-run'
      ? `${count(tally.messagesTotal - tally.messagesInvalid, 'message')} in ${count(tally.chunksTotal, 'chunk')} would go to ${where}.`
      : `${grouped(tally.messagesSent)} of ${count(tally.messagesTotal, 'message')} sent to ${where}, in ${tally.chunksSent} of ${count(tally.chunksTotal, 'chunk')}.`,
    tally.messagesInvalid > 0 ? `${count(tally.messagesInvalid, 'message')} not valid.` : '',
    undelivered > 0 && tally.outcome !== 'dry-run' ? `${count(undelivered, 'message')} undelivered.` : '',
  ];
  return `<p>${parts.filter((part) => part !== '').join(' ')}</p>`;
}

function failureSection(
  { failure, undeliveredFile }: Run,
  foreign: (text: string) => string,
  sentence: (text: string) => string,
): string[] {
  if (failure === undefined) return [];
  const rows = [
    ['What', sentence(failure.sentence)],
    ['Why', failure.cause === undefined ? '' : sentence(failure.cause)],
    ['What to do', sentence(failure.remedy)],
    [
      'Code',
      `<code>${failure.code}</code>${failure.retryable ? ' (may succeed if the step is run again)' : ''}`,
    ],
    ['AWS request id', failure.requestId === undefined ? '' : `<code>${foreign(failure.requestId)}</code>`],
    ['Tries', failure.attempts === undefined ? '' : String(failure.attempts)],
    ['Undelivered messages', undeliveredFile === undefined ? '' : `<code>${foreign(undeliveredFile)}</code>`],
  ] as const;
  const faults = failure.faults ?? [];
  const listed = faults.slice(0, MOST_LISTED).map((fault) => {
    const where = fault.place === undefined ? '' : `<code>${foreign(describePlace(fault.place))}</code> `;
    return `<li>${where}${sentence(fault.sentence)}</li>`;
  });
  if (faults.length > listed.length)
    listed.push(`<li>and ${faults.length - listed.length} more, in the log</li>`);
  return [
    '<h3>What went wrong</h3>',
    definitions(rows),
    ...(listed.length === 0 ? [] : [`<ul>\n${listed.join('\n')}\n</ul>`]),
  ];
}

function statusSection(run: Run, { statusCounts }: Tally): string[] {
  if (run.validated === undefined) return [];
  const rows = STATUSES_WORST_FIRST.map(
    (status) => `<td><code>${status}</code></td><td align="right">${grouped(statusCounts[status])}</td>`,
  );
  return ['<h3>Results</h3>', table(['<th align="left">Status</th><th align="right">Rules</th>', ...rows])];
}

function ruleSection(run: Run, foreign: (text: string) => string): string[] {
  const shown = new Set(['FAILED', ...(run.inputs?.failOnStatus ?? [])]);
  const rules = (run.validated === undefined ? [] : rulesOf(run.validated)).filter(({ status }) =>
    shown.has(status),
  );
  if (rules.length === 0) return [];
  const listed = rules.slice(0, MOST_LISTED_RULES);
  const more = rules.length - listed.length;
  return [
    '<h3>Failed rules</h3>',
    table([
      '<th align="left">Rule</th><th align="left">Status</th><th align="left">Title</th>',
      ...listed.map((rule) => ruleRow(rule, foreign)),
    ]),
    ...(more > 0 ? [`<p>and ${count(more, 'more', 'more')}.</p>`] : []),
  ];
}

function ruleRow({ id, status, title }: RuleOutcome, foreign: (text: string) => string): string {
  return `<td><code>${foreign(id)}</code></td><td><code>${status}</code></td><td>${foreign(title ?? '')}</td>`;
}

function disagreementSection({ results }: Run, foreign: (text: string) => string): string[] {
  const disagreements = results?.disagreements ?? [];
  if (disagreements.length === 0) return [];
  const items = disagreements.slice(0, MOST_LISTED).map(({ ruleId, title = '', opinions }) => {
    const said = opinions.map(({ scanner, status }) => `${foreign(scanner)} <code>${status}</code>`);
    return `<li><code>${foreign(ruleId)}</code> ${foreign(title)}: ${said.join(', ')}</li>`;
  });
  const more = disagreements.length - items.length;
  if (more > 0) items.push(`<li>and ${count(more, 'more rule')}</li>`);
  return ['<h3>Scanners disagree</h3>', `<ul>\n${items.join('\n')}\n</ul>`];
}

function fileSection({ results }: Run, foreign: (text: string) => string): string[] {
  if (results === undefined) return [];
  const rows = results.files
    .slice(0, MOST_LISTED)
    .map(({ file, format, scanner, benchmark, profile, target, ended, results: read }) => {
      const cells = [
        `<code>${foreign(file)}</code>`,
        foreign(format),
        foreign(scanner ?? ''),
        foreign(benchmark ?? ''),
        foreign(profile ?? ''),
        foreign(target ?? ''),
        ended === undefined ? '' : timeToTheSecond(ended),
        String(read),
      ];
      return cells.map((cell) => `<td>${cell}</td>`).join('');
    });
  const heads = ['File', 'Format', 'Scanner', 'Benchmark', 'Profile', 'Target', 'Scanned until', 'Results'];
  const naming = describeNaming(results);
  const more = results.files.length - rows.length;
  return [
    '<h3>Read from</h3>',
    table([heads.map((head) => `<th align="left">${head}</th>`).join(''), ...rows]),
    ...(more > 0 ? [`<p>and ${count(more, 'more file')}.</p>`] : []),
    ...(naming === undefined ? [] : [`<p>${naming}</p>`]),
  ];
}

/** A table of heads and markup; rows without markup are left out. */
export function definitions(rows: readonly (readonly [head: string, markup: string])[]): string {
  const filled = rows.filter(([, markup]) => markup !== '');
  return table(filled.map(([head, markup]) => `<th align="left">${head}</th><td>${markup}</td>`));
}

function table(rows: readonly string[]): string {
  return `<table>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`;
}
