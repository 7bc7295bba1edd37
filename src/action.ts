import { resolve } from 'node:path';
import { failing, failureFor, type Failure, type Fault } from './failure.ts';
import type { Edges } from './runner/runner.ts';
import { maskToken } from './inputs/reader.ts';
import { readInputs, toleratedCodes, type Inputs } from './inputs/telemetry.ts';
import { cancelled, deliver, sendThrough, type DeliveryFailure } from './inspector/deliver.ts';
import { failureOf, fieldsOf } from './inspector/failure.ts';
import { chunk } from './messages/chunk.ts';
import { validate, type Validated } from './messages/validate.ts';
import { readResultsFiles, type ResultsFile } from './results/open.ts';
import { realPathOf } from './files.ts';
import { interpretResults, type Results } from './results/results.ts';
import { SCANNERS, UNSUPPORTED } from './results/scanners/index.ts';
import { isTolerated, newRun, undeliveredOf, type Run } from './run.ts';
import { publish, saveUndelivered } from './report/publish.ts';
import { progressOf, reportCancellation, reportEnd, reportMessages, reportResults } from './report/report.ts';
import { stepRecorder, type Recorder } from './session/recorder.ts';
import { countStatuses } from './status.ts';
import { allOf, count } from './text.ts';
import { VERSION } from './version.ts';

/**
 * Sends CIS results to Amazon Inspector: reads the inputs and the results files, makes the messages, delivers them,
 * and reports what happened, whatever happened.
 * @returns the exit code of the step.
 */
export async function run(edges: Edges): Promise<0 | 1> {
  const { log, cancellation } = edges;
  const story = newRun();
  const record = stepRecorder(edges.temporaryDirectory, log);
  // The first signal saves what is undelivered at once: the runner may not leave time for more.
  let saved = Promise.resolve();
  const saveNow = (): void => {
    saved = saveUndelivered(story, edges.temporaryDirectory, log).then(() => {
      reportCancellation(log, story);
    });
  };
  cancellation.stop.addEventListener('abort', saveNow);
  try {
    await tell(story, edges, record);
    if (cancellation.stop.aborted)
      story.failure ??= undeliveredOf(story).length > 0 ? cancelled() : cancelledLate();
  } catch (error) {
    story.failure = failureOf(error, { what: 'The run' });
    log.stackOf(error);
  } finally {
    cancellation.stop.removeEventListener('abort', saveNow);
  }

  // What was saved at a signal may have been delivered since.
  await saved;
  await saveUndelivered(story, edges.temporaryDirectory, log);
  await record(story);
  reportEnd(log, story);
  const published = await publish(story, edges.publication, log);
  return published && (story.failure === undefined || isTolerated(story)) ? 0 : 1;
}

async function tell(story: Run, edges: Edges, record: Recorder): Promise<void> {
  const { log, environment, workingDirectory } = edges;

  // What the user asked. The token is masked before anything is said or done with it.
  log.keepSecret(maskToken(edges.inputs));
  log.info(`inspector-cis-telemetry ${VERSION}`);
  story.tolerated = toleratedCodes(edges.inputs);
  const formats = SCANNERS.map(({ name }) => name);
  const inputs = readInputs(edges.inputs, environment, formats);
  story.inputs = inputs;

  // What the scanner wrote.
  const files = await readResultsFiles(inputs.resultsFiles, workingDirectory);
  const results = interpretResults(files, {
    session: inputs.session,
    format: inputs.resultsFormat,
    scanners: SCANNERS,
    unsupported: UNSUPPORTED,
  });
  await refuseOverwriting(files, results, inputs, workingDirectory);
  story.results = results;
  reportResults(log, results);

  // What Inspector takes. Nothing is sent while anything is wrong.
  const validated = validate(
    results.drafts,
    results.ruleResults,
    { detailsEncoding: inputs.detailsEncoding, secret: inputs.session.sessionToken },
    results.recordFaults,
  );
  // What belongs to another session or target must not come back as what is left of this one.
  story.validated = results.faults.length > 0 ? noneValid(validated) : validated;
  refuseFaults(results, validated, inputs);
  reportMessages(log, validated);
  story.chunks = chunk(validated.messages, inputs.chunkSize);

  // What the service says. A step that is killed while it sends has left what it was about to deliver.
  await record(story);
  if (!inputs.dryRun) await send(story, inputs, edges);

  // What the user wants to stop at.
  closeGate(story, inputs);
}

/**
 * Undelivered messages must not take the place of the results that they come from: those may say more. Only an
 * undelivered file may be replaced by what is left of it.
 */
async function refuseOverwriting(
  files: readonly ResultsFile[],
  results: Results,
  { undeliveredFile }: Inputs,
  workingDirectory: string,
): Promise<void> {
  if (undeliveredFile === undefined) return;
  const path = await realPathOf(resolve(workingDirectory, undeliveredFile));
  const index = files.findIndex((file) => file.path === path);
  if (index < 0 || results.files[index]?.isUndeliveredFile === true) return;
  throw failing('InvalidInput', '`undelivered-file` is one of the results files, which it would overwrite.', {
    remedy: 'Name another file, or leave `undelivered-file` out: a new name is found then.',
  });
}

/** A signal that came when the last messages were under way: a cancelled step is red all the same. */
function cancelledLate(): Failure {
  return failureFor('Cancelled', 'The step was cancelled, and every message was delivered all the same.', {
    remedy: 'Nothing is left to send.',
  });
}

/** Promise 1: every fault of every file at once, and nothing sent. */
function refuseFaults(results: Results, validated: Validated, { onInvalid }: Inputs): void {
  const faults: readonly Fault[] =
    onInvalid === 'fail' ? [...results.faults, ...validated.faults] : results.faults;
  if (faults.length > 0) {
    const total = validated.messages.length + validated.invalid;
    throw failing(
      'InvalidMessages',
      `The results have ${count(faults.length, 'fault')}, so that nothing is sent (${count(validated.invalid, 'message')} of ${total} not valid).`,
      {
        faults,
        ...(results.faults.length > 0 ? { remedy: 'Correct the places named in the annotations.' } : {}),
      },
    );
  }
  if (validated.messages.length === 0) {
    throw failing(
      'NoResults',
      `None of the ${count(validated.invalid, 'message')} is valid: there is nothing to send.`,
      {
        faults: validated.faults,
        remedy: 'Correct the places named in the annotations.',
      },
    );
  }
}

function noneValid(validated: Validated): Validated {
  const { messages, invalid, invalidStatuses } = validated;
  return {
    ...validated,
    messages: [],
    invalid: messages.length + invalid,
    invalidStatuses: [...invalidStatuses, ...messages.map(({ status }) => status)],
  };
}

async function send(story: Run, inputs: Inputs, edges: Edges): Promise<void> {
  const { log, cancellation } = edges;
  if (cancellation.stop.aborted) {
    story.failure = cancelled();
    return;
  }
  const sessions = await edges.connect(inputs.connection);
  story.region = sessions.region;
  log.info(
    `Sending to scan job ${inputs.session.scanJobId} in ${sessions.region}: ${count(story.chunks.length, 'chunk')} of at most ${inputs.chunkSize} messages.`,
  );
  const progress = progressOf(log, story.chunks);
  try {
    const failed = await deliver(
      story.chunks,
      sendThrough(sessions, inputs.session, story.chunks.length, cancellation, (line) => {
        log.info(line);
      }),
      {
        concurrency: inputs.concurrency,
        stop: cancellation.stop,
        onDelivered: (delivered, receipt) => {
          story.delivered.add(delivered);
          progress(delivered, receipt);
        },
      },
    );
    if (failed !== undefined) {
      log.stackOf(failed.thrown);
      story.failure = tracedToResults(failed);
    }
  } finally {
    sessions.close();
  }
}

/** A field that the service refuses, traced to the message in the results file that it belongs to. */
function tracedToResults({ failure, thrown, chunk: refused }: DeliveryFailure): NonNullable<Run['failure']> {
  const faults = fieldsOf(thrown).flatMap(({ messageIndex, name, message }): Fault[] => {
    const place = messageIndex === undefined ? undefined : refused?.messages[messageIndex]?.place;
    return place === undefined ? [] : [{ sentence: `Inspector refuses ${name}: ${message}`, place }];
  });
  return faults.length === 0 ? failure : { ...failure, faults };
}

/** The gate is looked at after everything was delivered: a red gate must not keep results from Inspector. */
function closeGate({ validated, failure }: Run, { failOnStatus }: Inputs): void {
  if (failure !== undefined || validated === undefined) return;
  const { messages, invalidStatuses } = validated;
  // A rule that was left out because it is not valid has not passed either.
  const counts = countStatuses([...messages.map(({ status }) => status), ...invalidStatuses]);
  const matched = [...failOnStatus].filter((status) => counts[status] > 0);
  if (matched.length === 0) return;
  const rules = matched.map((status) => `${count(counts[status], 'rule')} ${status}`);
  throw failing(
    'GateFailed',
    `There ${counts[matched[0] ?? 'FAILED'] === 1 ? 'is' : 'are'} ${allOf(rules)}, which \`fail-on-status\` does not let pass.`,
  );
}
