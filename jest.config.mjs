// Tests are ESM TypeScript, transformed by swc; types are checked apart (`npm run types`).
export default {
  testEnvironment: './test/support/environment.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  testTimeout: 120_000,
  // More than twice the cores of a small machine: many tests wait for a server, a browser or a forge that throttles.
  maxWorkers: 5,
};
