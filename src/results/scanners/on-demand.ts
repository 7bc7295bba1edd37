import type { Formats } from '../reading/scanner.ts';
import { holdsOnlyMessages, messages } from './messages.ts';

/** Every format, loaded when a file needs it. Most of them are large, and a messages file needs only its own. */
export const FORMATS_ON_DEMAND: Formats = {
  own: messages,
  isOwn: holdsOnlyMessages,
  xml: async () => (await import('./xml.ts')).XML_SCANNERS,
  all: async () => {
    const { SCANNERS, UNSUPPORTED } = await import('./index.ts');
    return { scanners: SCANNERS, unsupported: UNSUPPORTED };
  },
};
