/** The action's name, by which its own files are recognised. */
export const ACTION = 'inspector-cis-telemetry';

/** The action's version, as in `package.json` (a test holds them together). */
export const VERSION = '1.0.0';
