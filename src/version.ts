/** The action's name, which identifies its own files. */
export const ACTION = 'inspector-cis-telemetry';

/** The action's version, as in `package.json` (a test compares them). */
export const VERSION = '1.0.0';
