import type { Change } from '../policy/comparison.ts';
import type { Exception } from '../policy/exceptions.ts';
import { rulesOf, type RuleOutcome } from '../rules.ts';
import type { Run } from '../run.ts';
import { STATUSES_WORST_FIRST, type Status } from '../status.ts';
import { allOf, count, grouped } from '../text.ts';
import { folded, omittedRows, row, table, type Budget, type Texts } from './markup.ts';
import { changesOf, describeComparison, sinceWhen } from './policy-report.ts';
import { inOrderOfNumbers, ruleSectionsOf, severityRank, type RuleSection } from './rule-sections.ts';
import type { RulesPart } from './summary.ts';

/** The most sections that are shown. */
const MOST_SECTIONS = 60;
/** With fewer bytes left, no further section is begun. */
const LEAST_BUDGET = 2000;
/** Code points of a remediation. */
const LONGEST_REMEDIATION = 600;

/** A section with its failed rules, worst first. */
interface FailedSection extends RuleSection {
  readonly evaluated: number;
}

/**
 * The part of a summary about rules: failed ones by section of the benchmark, the worst section first and open; then
 * accepted ones; then the other lists.
 */
export function rulesPart(run: Run, texts: Texts): RulesPart {
  const rules = run.validated === undefined ? [] : rulesOf(run.validated);
  const accepted = run.findings?.acceptance.accepted ?? new Map<string, readonly Exception[]>();
  const failed = worstFirst(
    failedSections(rules, ({ id }) => !accepted.has(id)),
    new Set(run.failure?.rules),
  );
  const [worst] = failed;
  const isNew = newFailuresOf(run);
  return {
    first: worst === undefined ? undefined : startWith(worst, texts),
    failed: (budget) => [
      ...(failed.length === 0 ? [] : ['<h3>Failed rules</h3>']),
      ...sectionsThatFit(failed, isNew, run, texts, budget),
      ...acceptedRules(rules, accepted, run, texts, budget),
    ],
    lists: (budget) => otherLists(run, rules, texts, budget),
  };
}

/** As many sections as fit, and the number of rules in the others. */
function sectionsThatFit(
  failed: readonly FailedSection[],
  isNew: ReadonlySet<string>,
  run: Run,
  texts: Texts,
  budget: Budget,
): readonly string[] {
  const listed: string[] = [];
  for (const section of failed.slice(0, MOST_SECTIONS)) {
    if (budget.left < LEAST_BUDGET) break;
    const { rules } = section;
    const fail = rules.length === 1 ? 'fails' : 'fail';
    const line = `${sectionTitle(section, texts)}: ${grouped(rules.length)} of ${count(section.evaluated, 'rule')} ${fail}`;
    const columns = columnsOf(rules, isNew);
    const rowOf = (rule: RuleOutcome): string =>
      row(...columns.map(({ cell }) => cell(rule, isNew.has(rule.id), texts)));
    const heads = columns.map(({ head }) => head);
    listed.push(foldedList(line, rules, rowOf, heads, run, budget, section === failed[0]));
  }
  const others = failed.slice(listed.length);
  const unlisted = others.reduce((sum, { rules }) => sum + rules.length, 0);
  if (unlisted === 0) return listed;
  const where = run.reportFile === undefined ? '' : ', all in the report file';
  const fail = unlisted === 1 ? 'fails' : 'fail';
  return [
    ...listed,
    `<p>and ${count(unlisted, 'more rule')} ${fail} in ${count(others.length, 'other section')}${where}</p>`,
  ];
}

function failedSections(
  rules: readonly RuleOutcome[],
  isOpen: (rule: RuleOutcome) => boolean,
): readonly FailedSection[] {
  return ruleSectionsOf(rules).flatMap((section) => {
    const open = section.rules.filter((rule) => rule.status === 'FAILED' && isOpen(rule));
    const failed = inOrderOfNumbers(open, ({ id }) => id);
    const evaluated = section.rules.filter(({ status }) => status === 'FAILED' || status === 'PASSED').length;
    const bySeverity = [...failed].sort((one, other) => severityRank(one) - severityRank(other));
    return failed.length === 0 ? [] : [{ ...section, rules: bySeverity, evaluated }];
  });
}

/**
 * Moves the section with the most failures to the front, of several the one with the most severe failure; the others
 * stay in the order of the benchmark. If the gate failed, only the failures that it does not allow count.
 */
function worstFirst(
  sections: readonly FailedSection[],
  gated: ReadonlySet<string>,
): readonly FailedSection[] {
  const failures = ({ rules }: FailedSection): number => rules.filter(({ id }) => gated.has(id)).length;
  const isGated = sections.some((section) => failures(section) > 0);
  const weight = (section: FailedSection): number => (isGated ? failures(section) : section.rules.length);
  const most = Math.max(...sections.map(weight));
  const severity = ({ rules: [first] }: FailedSection): number =>
    first === undefined ? Infinity : severityRank(first);
  const [worst] = sections
    .filter((section) => weight(section) === most)
    .sort((one, other) => severity(one) - severity(other));
  return worst === undefined ? [] : [worst, ...sections.filter((section) => section !== worst)];
}

/** `Start with section 5.2 (SSH Server): 12 rules fail, 3 of them of high severity.`, if the section has a name. */
function startWith({ number, title, rules }: FailedSection, texts: Texts): string | undefined {
  if (number === undefined && title === undefined) return undefined;
  const name = title === undefined ? '' : texts.foreign(title);
  const where = number === undefined ? name : `section ${number}${name === '' ? '' : ` (${name})`}`;
  const [first] = rules;
  const severity = first?.severity;
  const worst = rules.filter((rule) => rule.severity === severity).length;
  const fail = `${count(rules.length, 'rule')} ${rules.length === 1 ? 'fails' : 'fail'}`;
  const of =
    severity === undefined || worst === rules.length
      ? ''
      : `, ${grouped(worst)} of them of ${texts.foreign(severity.toLowerCase())} severity`;
  return `<p><b>Start with</b> ${where}: ${fail}${of}.</p>`;
}

function sectionTitle({ number, title }: RuleSection, texts: Texts): string {
  const name = [number, title].filter((part) => part !== undefined).join(' ');
  return `<b>${name === '' ? 'Rules without a section' : texts.foreign(name)}</b>`;
}

/** A column of the failed rules. */
interface Column {
  readonly head: string;
  readonly cell: (rule: RuleOutcome, isNew: boolean, texts: Texts) => string;
}

/** The columns that say something about at least one of these rules. */
function columnsOf(rules: readonly RuleOutcome[], isNew: ReadonlySet<string>): readonly Column[] {
  const hasTitle = rules.some(
    ({ id, title = '', reason = '', remediation = '' }) =>
      isNew.has(id) || `${title}${reason}${remediation}` !== '',
  );
  const hasSeverity = rules.some(({ severity }) => severity !== undefined);
  const hasLevel = rules.some(({ level, severity }) => level !== undefined && severity === undefined);
  const weight = [...(hasSeverity ? ['Severity'] : []), ...(hasLevel ? ['Level'] : [])].join(' or ');
  return [
    { head: 'Rule', cell: ({ id }, _isNew, texts) => texts.code(id) },
    ...(hasTitle ? [{ head: 'Title', cell: titleCell }] : []),
    ...(weight === '' ? [] : [{ head: weight, cell: weightCell }]),
  ];
}

function titleCell(rule: RuleOutcome, isNew: boolean, texts: Texts): string {
  const { title = '', reason, remediation } = rule;
  const listed = [
    ...(reason === undefined ? [] : [texts.foreign(reason)]),
    ...(remediation === undefined ? [] : [texts.foreign(remediation, LONGEST_REMEDIATION)]),
  ];
  const line = remediation === undefined ? 'Reason' : 'Remediation';
  const more = listed.length === 0 ? '' : folded(line, listed.join('<br>'));
  return `${isNew ? '<b>New:</b> ' : ''}${texts.foreign(title)}${more}`;
}

function weightCell({ severity, level }: RuleOutcome, _isNew: boolean, texts: Texts): string {
  return texts.foreign(severity?.toLowerCase() ?? level ?? '');
}

/** Rules that fail now, but did not fail in the baseline or were not in it. */
function newFailuresOf({ findings }: Run): ReadonlySet<string> {
  const comparison = findings?.since?.comparison;
  if (comparison === undefined) return new Set();
  const added = comparison.added.filter(({ to }) => to === 'FAILED');
  return new Set([...comparison.newlyFailed, ...added].map(({ id }) => id));
}

function acceptedRules(
  rules: readonly RuleOutcome[],
  accepted: ReadonlyMap<string, readonly Exception[]>,
  run: Run,
  texts: Texts,
  budget: Budget,
): readonly string[] {
  const known = rules.filter(({ id }) => accepted.has(id));
  if (known.length === 0) return [];
  const rowOf = ({ id, title = '' }: RuleOutcome): string => {
    const by = (accepted.get(id) ?? []).map(
      ({ owner, expires, reason }) =>
        `by ${texts.foreign(owner)} until ${texts.foreign(expires)}: ${texts.foreign(reason)}`,
    );
    return row(texts.code(id), texts.foreign(title), by.join('<br>'));
  };
  const line = `<b>Accepted</b>: ${count(known.length, 'failure')}, still sent as FAILED`;
  return [foldedList(line, known, rowOf, ['Rule', 'Title', 'Accepted'], run, budget)];
}

/**
 * The other lists: what changed, what could not be checked, what else fails the gate, what was left out, and
 * disagreements.
 */
function otherLists(
  run: Run,
  rules: readonly RuleOutcome[],
  texts: Texts,
  budget: Budget,
): readonly string[] {
  return [
    ...changes(run, texts, budget),
    ...uncheckedRules(run, rules, texts, budget),
    ...gatedRules(run, rules, texts, budget),
    ...leftOutRules(run, texts, budget),
    ...disagreements(run, texts, budget),
  ];
}

const UNCHECKED = ['ERROR', 'UNKNOWN', 'NOT_EVALUATED'] as const satisfies readonly Status[];

function uncheckedRules(
  run: Run,
  rules: readonly RuleOutcome[],
  texts: Texts,
  budget: Budget,
): readonly string[] {
  const unchecked = UNCHECKED.map((status) => rules.filter((rule) => rule.status === status));
  const counts = unchecked.flatMap((some, index) =>
    some.length === 0 ? [] : [`${grouped(some.length)} ${UNCHECKED[index] ?? ''}`],
  );
  const all = unchecked.flat();
  if (all.length === 0) return [];
  const line = `<b>Could not be checked</b>: ${allOf(counts)}`;
  return [foldedList(line, all, (rule) => statusRow(rule, texts), ['Rule', 'Status', 'Title'], run, budget)];
}

/** Rules with other statuses that fail the gate. */
function gatedRules(
  run: Run,
  rules: readonly RuleOutcome[],
  texts: Texts,
  budget: Budget,
): readonly string[] {
  const listed = new Set<Status>(['FAILED', ...UNCHECKED]);
  const gate = run.inputs?.failOnStatus ?? new Set();
  return STATUSES_WORST_FIRST.filter((status) => gate.has(status) && !listed.has(status)).flatMap(
    (status) => {
      const all = rules.filter((rule) => rule.status === status);
      const line = `<b>${status}</b>: ${count(all.length, 'rule')}`;
      const rowOf = (rule: RuleOutcome): string => statusRow(rule, texts);
      return all.length === 0 ? [] : [foldedList(line, all, rowOf, ['Rule', 'Status', 'Title'], run, budget)];
    },
  );
}

function statusRow({ id, status, title = '', reason }: RuleOutcome, texts: Texts): string {
  const why = reason === undefined ? '' : folded('Reason', texts.foreign(reason));
  return row(texts.code(id), `<code>${status}</code>`, `${texts.foreign(title)}${why}`);
}

function leftOutRules(run: Run, texts: Texts, budget: Budget): readonly string[] {
  const { validated, inputs } = run;
  const leftOut = validated?.leftOut ?? [];
  // With `on-invalid: fail`, the failure already lists them as faults.
  if (leftOut.length === 0 || inputs?.onInvalid !== 'skip') return [];
  const rowOf = ({ ruleId, status, fault }: (typeof leftOut)[number]): string =>
    row(
      ruleId === undefined ? '' : texts.code(ruleId),
      status === undefined ? '' : `<code>${status}</code>`,
      texts.sentence(fault.sentence),
    );
  const line = `<b>Left out</b>: ${count(leftOut.length, 'message')} that ${leftOut.length === 1 ? 'is' : 'are'} not valid`;
  return [foldedList(line, leftOut, rowOf, ['Rule', 'Status', 'Why'], run, budget)];
}

function disagreements(run: Run, texts: Texts, budget: Budget): readonly string[] {
  const all = run.results?.disagreements ?? [];
  if (all.length === 0) return [];
  const rowOf = ({ ruleId, title = '', opinions }: (typeof all)[number]): string => {
    const said = opinions.map(({ scanner, status }) => `${texts.foreign(scanner)}: <code>${status}</code>`);
    return row(texts.code(ruleId), texts.foreign(title), said.join('<br>'));
  };
  const line = `<b>Scanners disagree</b> about ${count(all.length, 'rule')}; the worst verdict is sent`;
  return [foldedList(line, all, rowOf, ['Rule', 'Title', 'Verdicts'], run, budget)];
}

function changes(run: Run, texts: Texts, budget: Budget): readonly string[] {
  const since = run.findings?.since;
  if (since === undefined) return [];
  const all = changesOf(since.comparison).flatMap(([head, some]) =>
    some.map((change) => ({ head, ...change })),
  );
  const line = `<b>${texts.foreign(sinceWhen(since.baseline.created))}</b>: ${describeComparison(since.comparison)}`;
  if (all.length === 0) return budget.take([`<p>${line}</p>`]);
  const rowOf = ({ head, id, from, to }: Change & { readonly head: string }): string =>
    row(
      texts.code(id),
      head,
      [from, to].flatMap((status) => (status === undefined ? [] : [`<code>${status}</code>`])).join(' → '),
    );
  return [foldedList(line, all, rowOf, ['Rule', 'Change', 'Status'], run, budget)];
}

/** A folded list: as many whole rows as fit, and how many more there are. */
function foldedList<Item>(
  line: string,
  items: readonly Item[],
  rowOf: (item: Item) => string,
  heads: readonly string[],
  { reportFile }: Run,
  budget: Budget,
  isOpen = false,
): string {
  // Reserves bytes for the frame, and for the line about omitted rows.
  budget.take([`${line}${heads.join('')}${' '.repeat(400)}`]);
  const rows = budget.take(each(items, rowOf));
  const more = omittedRows(items.length - rows.length, reportFile);
  return folded(line, `${table(heads, rows)}${more === '' ? '' : `\n${more}`}`, { isOpen });
}

/** Creates rows one by one, so that those that do not fit are never created. */
function* each<Item>(items: readonly Item[], rowOf: (item: Item) => string): Generator<string> {
  for (const item of items) yield rowOf(item);
}
