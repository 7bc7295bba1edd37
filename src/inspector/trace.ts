import type { Failure, Fault } from '../failure.ts';
import type { DeliveryFailure } from './deliver.ts';
import { fieldsOf } from './failure.ts';

/** The failure of a delivery, with each field of a message that Inspector refused located in the results file. */
export function tracedToResults({ failure, thrown, chunk }: DeliveryFailure): Failure {
  const faults = fieldsOf(thrown).flatMap(({ messageIndex, name, message }): Fault[] => {
    const place = messageIndex === undefined ? undefined : chunk?.messages[messageIndex]?.place;
    return place === undefined ? [] : [{ sentence: `Inspector rejected ${name}: ${message}`, place }];
  });
  return faults.length === 0 ? failure : { ...failure, faults };
}
