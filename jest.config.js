// `npm run types` checks types; for tests, they are only stripped.
const compilerOptions = {
  target: 'ES2023',
  module: 'NodeNext',
  isolatedModules: true,
  verbatimModuleSyntax: true,
  resolveJsonModule: true,
  rewriteRelativeImportExtensions: false,
  allowImportingTsExtensions: true,
  noEmit: true,
};

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: compilerOptions }] },
  // Tests start child processes that need a core each. On a small machine with two cores, more workers would only wait.
  maxWorkers: 2,
  testTimeout: 60_000,
};
