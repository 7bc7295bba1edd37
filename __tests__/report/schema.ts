import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

const schema: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schemas/report.schema.json', import.meta.url)), 'utf8'),
);
if (typeof schema !== 'object' || schema === null) throw new Error('The schema of reports is not an object.');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** The faults of a document according to `schemas/report.schema.json`; empty for a valid report. */
export function faultsOfReport(document: unknown): readonly ErrorObject[] {
  return validate(document) ? [] : (validate.errors ?? []);
}
