import js from '@eslint/js';
import ts from 'typescript-eslint';

// Who may touch what: the toolkit is spoken to at the edges, the SDK in `inspector/`, the parsers in `results/parse/`.
const toolkit = '@actions/*';
const sdk = ['@aws-sdk/*', '@smithy/*'];
const parsers = ['yaml', 'jsonc-parser', 'saxes', 'sax'];
const forbid = (...groups) => ({
  'no-restricted-imports': ['error', { patterns: [{ group: groups.flat() }] }],
});

// Nothing imports against the arrows: inputs -> results -> messages -> inspector -> report.
const later = {
  results: ['**/messages/**', '**/inspector/**', '**/report/**'],
  messages: ['**/inspector/**', '**/report/**'],
  inspector: ['**/report/**'],
};

export default ts.config(
  { ignores: ['dist', 'build', 'node_modules', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['src/results/**/*.ts'], rules: forbid(toolkit, sdk, parsers, later.results) },
  { files: ['src/results/parse/**/*.ts'], rules: forbid(toolkit, sdk, later.results) },
  { files: ['src/results/open.ts'], rules: forbid('@actions/core', sdk, parsers, later.results) },
  { files: ['src/messages/**/*.ts'], rules: forbid(toolkit, sdk, parsers, later.messages) },
  { files: ['src/inspector/**/*.ts'], rules: forbid(toolkit, parsers, later.inspector) },
  { files: ['src/report/**/*.ts'], rules: forbid(sdk, parsers) },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
