import type { XmlScanner } from '../reading/scanner.ts';
import { nessus } from './nessus/nessus.ts';
import { xccdf } from './xccdf/xccdf.ts';

/** The scanners whose formats are XML. */
export const XML_SCANNERS: readonly XmlScanner[] = [xccdf, nessus];
