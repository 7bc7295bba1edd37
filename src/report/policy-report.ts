import type { Acceptance } from '../policy/acceptance.ts';
import { count } from '../text.ts';
import type { Log } from './log.ts';

/** Lines of one kind. */
const MOST_LINES = 1000;

/** Says which failures are accepted, by whom and until when, and warns of exceptions that accept nothing. */
export function reportAcceptance(log: Log, { accepted, warnings, elsewhere }: Acceptance): void {
  if (accepted.size > 0) {
    const are = accepted.size === 1 ? 'is' : 'are';
    log.info(`${count(accepted.size, 'failed rule')} ${are} accepted, and sent as FAILED all the same:`);
    const lines = [...accepted].flatMap(([rule, exceptions]) =>
      exceptions.map(({ owner, expires, reason }) => `  ${rule}: by ${owner} until ${expires}: ${reason}`),
    );
    for (const line of lines.slice(0, MOST_LINES)) log.info(line);
    if (lines.length > MOST_LINES) log.info(`  and ${lines.length - MOST_LINES} more.`);
  }
  if (elsewhere > 0) {
    const are = elsewhere === 1 ? 'is' : 'are';
    log.info(`${count(elsewhere, 'exception')} ${are} for other targets or benchmarks.`);
  }
  if (warnings.length > 0) {
    const accept = warnings.length === 1 ? 'accepts' : 'accept';
    const headline = `${count(warnings.length, 'exception')} ${accept} nothing.`;
    log.annotateAll('warning', headline, 'About the exceptions', warnings);
  }
}
