import type { Failure, Fault } from '../failure.ts';
import { describePlace } from '../place.ts';
import type { FileReport } from '../results/results.ts';
import { isAfterDelivery, postureOfRun, tallyOf, undeliveredOf, type Run } from '../run.ts';
import { count, describeDuration, grouped } from '../text.ts';
import { headlineOf } from './headline.ts';
import { definitions, folded, Budget, row, table, textsWith, type Texts } from './markup.ts';
import { postureLines } from './posture-lines.ts';
import { describeNaming, timeToTheSecond } from './results-report.ts';

/** Bytes of the longest summary. The runner drops one of more than 1 MiB. */
const LONGEST_SUMMARY = 900 * 1024;
/** The shares of a summary for faults, and of the rest for everything but failed rules. */
const SHARE_OF_FAULTS = 0.3;
const SHARE_OF_LISTS = 0.3;
/** The most faults that are shown directly, and folded. */
const MOST_SHOWN_FAULTS = 3;
const MOST_FOLDED_FAULTS = 200;
/** Characters of the longest cause that is shown directly; a longer one is folded. */
const LONGEST_SHOWN_CAUSE = 600;
/** The most files that are listed. */
const MOST_FILES = 100;

/** What a summary says about the rules of a scan. */
export interface RulesPart {
  /** A paragraph on what to begin with; `undefined` if no rule fails, except accepted ones. */
  readonly first: string | undefined;
  /** The failed rules by section, within the budget. */
  readonly failed: (budget: Budget) => readonly string[];
  /** The other lists of rules, within the budget. */
  readonly lists: (budget: Budget) => readonly string[];
}

const NO_RULES: RulesPart = { first: undefined, failed: () => [], lists: () => [] };

/**
 * The job summary of a run: the posture, what to begin with, whether it was delivered, and then the rules. Foreign text
 * is inside HTML, with all special characters escaped. If it would be too long, whole rows are omitted.
 * @param redact redacts secrets in foreign text.
 * @param rulesPart creates the part about rules: `rulesPart` of `summary-rules.ts` if the run has results.
 * @param longest the most bytes of the summary.
 */
export function summaryOf(
  run: Run,
  redact: (text: string) => string,
  rulesPart: (run: Run, texts: Texts) => RulesPart = () => NO_RULES,
  longest = LONGEST_SUMMARY,
): string {
  const texts = textsWith(redact);
  const budget = new Budget(longest);
  const { mark, text } = headlineOf(run);
  const rules = rulesPart(run, texts);

  const posture = [
    ...postureLines(postureOfRun(run)),
    ...(rules.first === undefined ? [] : [rules.first]),
    factsSection(run, texts),
  ];
  const failure = failureSection(run, texts, new Budget(longest * SHARE_OF_FAULTS));
  const head = budget.take([`<h2>${mark} ${texts.sentence(text)}</h2>`, ...failure, ...posture]);
  // Everything but failed rules is created first, so that many failed rules never crowd it out.
  const forLists = new Budget(Math.floor(budget.left * SHARE_OF_LISTS));
  const lists = [
    ...rules.lists(forLists),
    ...fileSection(run, texts, forLists),
    ...forLists.take(closingSection(run, texts)),
  ];
  const forRules = new Budget(
    budget.left - lists.reduce((sum, list) => sum + Buffer.byteLength(list) + 2, 0),
  );
  return `${[...head, ...rules.failed(forRules), ...lists].join('\n\n')}\n\n`;
}

/** Why the step fails, or would fail: what, why, and what to do first; the rest is folded. */
function failureSection(run: Run, texts: Texts, budget: Budget): string[] {
  const { failure, undeliveredFile } = run;
  if (failure === undefined) return [];
  const { sentence, cause, remedy, faults = [] } = failure;
  const isKnown = failure.code === 'GateFailed';
  // A failure with a single fault is shown once, with its place.
  const only = faults.length === 1 && faults[0]?.sentence === sentence ? faults[0] : undefined;
  const isLong = (cause?.length ?? 0) > LONGEST_SHOWN_CAUSE;
  return [
    `<p>${placeOf(only, texts)}${texts.sentence(sentence)}${cause === undefined || isLong ? '' : ` ${texts.sentence(cause)}`}</p>`,
    ...(only === undefined ? shownFaults(faults, texts, budget) : []),
    ...(isKnown ? [] : [`<p><b>What to do first:</b> ${texts.sentence(remedy)}</p>`]),
    ...(undeliveredFile === undefined
      ? []
      : [
          `<p>${count(undeliveredOf(run).length, 'undelivered message')} in ${texts.code(undeliveredFile)}</p>`,
        ]),
    ...(isAfterDelivery(failure.code) ? [] : [folded('About this failure', failureDetails(failure, texts))]),
  ];
}

function placeOf(fault: Fault | undefined, texts: Texts): string {
  return fault?.place === undefined ? '' : `${texts.code(describePlace(fault.place))} `;
}

function shownFaults(faults: readonly Fault[], texts: Texts, budget: Budget): string[] {
  if (faults.length === 0) return [];
  const all = faults
    .slice(0, MOST_FOLDED_FAULTS)
    .map((fault) => `<li>${placeOf(fault, texts)}${texts.sentence(fault.sentence)}</li>`);
  const items = budget.take(all);
  const list = (some: readonly string[]): string => `<ul>\n${some.join('\n')}\n</ul>`;
  const rest = items.slice(MOST_SHOWN_FAULTS);
  const omitted = faults.length - items.length;
  const end = omitted > 0 ? `\n<p>and ${grouped(omitted)} more, in the log</p>` : '';
  return [
    list(items.slice(0, MOST_SHOWN_FAULTS)),
    ...(rest.length + omitted === 0
      ? []
      : [folded(`${grouped(rest.length + omitted)} more`, `${list(rest)}${end}`)]),
  ];
}

function failureDetails(failure: Failure, texts: Texts): string {
  const { code, cause = '', retryable, requestId, attempts } = failure;
  return definitions([
    ['Code', `<code>${code}</code>`],
    ['Why', cause.length > LONGEST_SHOWN_CAUSE ? texts.sentence(cause) : ''],
    ['Retryable', retryable ? 'yes' : 'no'],
    ['AWS request id', requestId === undefined ? '' : texts.code(requestId)],
    ['Attempts', attempts === undefined ? '' : String(attempts)],
  ]);
}

/** One line: what was scanned, when and by what, and what was sent where, in how many calls and how long it took. */
function factsSection(run: Run, texts: Texts): string {
  const { results, inputs } = run;
  if (inputs === undefined) return '<p>Nothing was read and nothing was sent.</p>';
  const facts = [...scanFacts(results?.files ?? [], texts), deliveryFact(run, texts)];
  return `<p>${facts.join(' · ')}</p>`;
}

function scanFacts(files: readonly FileReport[], texts: Texts): readonly string[] {
  if (files.length === 0) return [];
  const each = (of: (file: FileReport) => string | undefined): string[] => [
    ...new Set(files.flatMap((file) => of(file) ?? [])),
  ];
  const [target] = each((file) => file.target);
  const benchmarks = each(({ benchmark, profile }) =>
    benchmark === undefined || profile === undefined ? benchmark : `${benchmark}, ${profile}`,
  );
  const scanners = each(({ scanner, format }) => scanner ?? (format === 'messages' ? undefined : format));
  const by = scanners.length === 0 ? '' : ` by ${texts.foreign(scanners.join(', '))}`;
  return [
    target === undefined ? 'the results do not state what was scanned' : `target ${texts.code(target)}`,
    ...(benchmarks.length === 0 ? [] : [texts.foreign(benchmarks.join('; '))]),
    `${whenOf(files)}${by}`,
  ];
}

/** When the scan ended, or else when its results were written. */
function whenOf(files: readonly FileReport[]): string {
  const ended = files.flatMap((file) => file.ended ?? []);
  if (ended.length > 0) return `scanned ${minuteOf(Math.max(...ended))}`;
  return `results written ${minuteOf(Math.max(...files.map(({ modified }) => modified)))}`;
}

function minuteOf(milliseconds: number): string {
  const [, date, time] = /^(.*)T(\d\d:\d\d)/.exec(timeToTheSecond(milliseconds)) ?? [];
  return date === undefined || time === undefined ? 'at an unknown time' : `${date} ${time} UTC`;
}

function deliveryFact(run: Run, texts: Texts): string {
  const tally = tallyOf(run);
  const { inputs, region } = run;
  const { messagesSent: sent, messagesTotal, messagesInvalid, chunksSent, chunksTotal } = tally;
  const scanJobId = inputs?.session.scanJobId ?? '';
  const job = scanJobId === '' ? '' : ` to scan job ${texts.code(scanJobId)}`;
  const where = `${job}${region === undefined ? '' : ` in ${texts.foreign(region)}`}`;
  const valid = messagesTotal - messagesInvalid;
  if (tally.outcome === 'dry-run')
    return `${count(valid, 'message')} would be sent${where} in ${count(chunksTotal, 'call')}`;
  if (sent === 0) return job === '' ? 'nothing was sent' : `nothing was sent${where}`;
  const all = sent === valid ? count(sent, 'message') : `${grouped(sent)} of ${count(valid, 'message')}`;
  return `${all} sent${where} in ${count(chunksSent, 'call')}${duration(run)}`;
}

/** How long the delivery took; empty if that is unknown. */
function duration({ delivery }: Run): string {
  if (delivery?.ended === undefined) return '';
  const milliseconds = delivery.ended - delivery.began;
  return milliseconds < 1000 ? ', in less than a second' : `, in ${describeDuration(milliseconds)}`;
}

/** The list of files, if there are several. For one, the line at the top is enough. */
function fileSection({ results }: Run, texts: Texts, budget: Budget): string[] {
  const files = results?.files ?? [];
  if (files.length < 2) return [];
  const heads = ['File', 'Scanner', 'Benchmark', 'Target', 'Scanned', 'Results'];
  const rows = budget.take(files.slice(0, MOST_FILES).map((file) => fileRow(file, texts)));
  const more = files.length - rows.length;
  return [
    '<h3>Read from</h3>',
    `${table(heads, rows)}${more > 0 ? `\n<p>and ${count(more, 'more file')}</p>` : ''}`,
  ];
}

function fileRow(file: FileReport, texts: Texts): string {
  const { benchmark, profile, target, ended, results } = file;
  return row(
    texts.code(file.file),
    texts.foreign(file.scanner ?? file.format),
    texts.foreign([benchmark, profile].filter((part) => part !== undefined).join(', ')),
    texts.foreign(target ?? ''),
    ended === undefined ? '' : minuteOf(ended),
    grouped(results),
  );
}

/** What the format excludes, how rules are named, and where the report is. */
function closingSection({ results, reportFile }: Run, texts: Texts): string[] {
  const excluded = (results?.files ?? []).flatMap(({ excluded: left = [] }) => left);
  const sentences = [
    ...(excluded.length === 0
      ? []
      : [
          `Excluded by the definition of the format: ${texts.foreign(excluded.map(({ what, count: number }) => `${what} (${grouped(number)})`).join(', '))}.`,
        ]),
    ...(results === undefined ? [] : [describeNaming(results) ?? '']),
    ...(reportFile === undefined ? [] : [`The report is in ${texts.code(reportFile)}.`]),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? [] : [`<p>${sentences.join('<br>\n')}</p>`];
}
