/**
 * The rooms of `src/` and what each may import: the architecture as a table. A file belongs to the room with the
 * longest name that its path begins with. What is not listed is denied; `types` may only be imported with `import
 * type`.
 */
export interface Room {
  /** A file without `.ts`, or a folder, below `src/`. */
  readonly name: string;
  readonly knows: readonly string[];
  readonly types?: readonly string[];
  /** Packages that it may import, by name or scope. Node's own modules are always allowed. */
  readonly packages?: readonly string[];
}

const GROUND = [
  'place',
  'json',
  'job',
  'region',
  'secrets',
  'text',
  'status',
  'failure',
  'files',
  'version',
  'memoized',
] as const;
const TOOLKIT = '@actions';
const SDK = ['@aws-sdk', '@smithy'];

/** In the order from inputs to report: a room may import only rooms before it. */
export const ROOMS: readonly Room[] = [
  { name: 'place', knows: [] },
  { name: 'json', knows: [] },
  { name: 'text', knows: [], packages: ['leven'] },
  { name: 'status', knows: [] },
  { name: 'region', knows: [] },
  { name: 'job', knows: [] },
  { name: 'secrets', knows: [] },
  { name: 'version', knows: [] },
  { name: 'memoized', knows: [] },
  { name: 'failure', knows: ['place', 'text'] },
  { name: 'files', knows: ['text', 'failure'] },
  { name: 'inputs', knows: ['failure', 'json', 'region', 'status', 'text'] },
  { name: 'results/reading', knows: ['json', 'place', 'status', 'text'] },
  { name: 'results/parse/steps', knows: [] },
  {
    name: 'results/parse',
    knows: ['results/parse/steps', 'failure', 'json', 'place', 'text', 'results/reading'],
    packages: ['yaml', 'saxes'],
  },
  { name: 'results/scanners', knows: ['json', 'place', 'status', 'text', 'results/reading'] },
  { name: 'results/glob', knows: ['files'] },
  { name: 'results/unread', knows: ['failure'], types: ['results/reading'] },
  {
    name: 'results/open',
    knows: ['failure', 'files', 'text', 'results/glob', 'results/unread'],
    types: ['results/reading'],
  },
  {
    name: 'results',
    knows: [
      'failure',
      'json',
      'place',
      'status',
      'text',
      'results/reading',
      'results/parse',
      'results/parse/steps',
      'results/unread',
    ],
    types: ['inputs', 'job'],
  },
  {
    name: 'messages',
    knows: ['results/parse/steps', 'secrets', 'failure', 'json', 'place', 'status', 'text'],
    types: ['inputs', 'results', 'results/reading'],
  },
  { name: 'posture', knows: ['memoized', 'status'], types: ['messages'] },
  { name: 'rules', knows: ['json', 'memoized', 'place', 'status', 'results'], types: ['messages'] },
  {
    name: 'policy',
    knows: [
      'rules',
      'results',
      'results/reading',
      'results/parse',
      'failure',
      'json',
      'place',
      'status',
      'text',
    ],
    types: ['inputs', 'messages'],
  },
  {
    name: 'inspector',
    knows: ['messages', 'failure', 'json', 'region', 'text', 'version'],
    types: ['inputs'],
    packages: SDK,
  },
  {
    name: 'run',
    knows: ['memoized', 'posture', 'failure', 'status'],
    types: ['inputs', 'results', 'messages', 'policy', 'inspector'],
  },
  {
    name: 'report',
    knows: [
      'run',
      'posture',
      'rules',
      'messages',
      'results',
      'secrets',
      'failure',
      'place',
      'status',
      'text',
      'files',
      'json',
      'version',
      'results/reading',
    ],
    types: ['inputs', 'inspector', 'policy'],
  },
  {
    name: 'runner',
    knows: ['json', 'version', 'inputs', 'inspector', 'report', 'failure', 'files', 'job', 'secrets'],
    packages: [TOOLKIT],
  },
  {
    name: 'session',
    knows: ['inputs', 'inspector', 'policy', 'report', 'posture', 'run', 'runner', ...GROUND],
    types: ['messages', 'results', 'results/reading', '@aws-sdk'],
  },
  {
    name: 'publish-check',
    knows: ['report', 'text'],
    types: ['run', 'runner'],
  },
  {
    name: 'send',
    knows: ['inspector', 'report', 'run', 'failure'],
    types: ['inputs', 'runner'],
  },
  {
    name: 'pipeline',
    knows: [
      'send',
      'results',
      'results/open',
      'results/unread',
      'results/parse/steps',
      'results/scanners',
      'messages',
      'policy',
      'report',
      'session',
      ...GROUND,
    ],
    types: ['inputs', 'run', 'runner'],
  },
  {
    name: 'action',
    knows: [
      'publish-check',
      'pipeline',
      'inputs',
      'results/scanners',
      'inspector',
      'report',
      'run',
      'session',
      ...GROUND,
    ],
    types: ['runner'],
  },
  { name: 'steps', knows: ['action', 'runner', 'session'], types: ['inspector'] },
  { name: 'index', knows: ['steps', 'runner', 'session'] },
];
