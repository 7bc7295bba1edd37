// The types are checked by `npm run types`; under test the sources are only stripped of them.
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
  // Child processes take a core each: more workers than the two cores of a small machine only wait for each other.
  maxWorkers: 2,
  testTimeout: 60_000,
};
