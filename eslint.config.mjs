// SPDX-License-Identifier: Apache-2.0
// Lint: the house rules that a machine can hold (docs/architecture.md). The import law itself is test/contract/layers.test.ts.
import tseslint from 'typescript-eslint';

const world = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'process.env belongs to host/ and main/' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'the clock comes from core/runtime.ts' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the clock comes from core/runtime.ts' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'randomness comes from core/runtime.ts' },
  { selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|fetch)$/]", message: 'timers and fetch come from core/runtime.ts' },
];
const style = [
  { selector: 'TSEnumDeclaration', message: 'a union of words instead of an enum' },
  { selector: 'ExportDefaultDeclaration', message: 'named exports only' },
  { selector: 'Decorator', message: 'no decorators' },
];
const imports = {
  sockets: { group: ['node:net', 'node:tls'], message: 'sockets belong to proxy/ and server/', allowTypeImports: true },
  children: { group: ['node:child_process'], message: 'child processes come from core/runtime.ts', allowTypeImports: true },
  actions: { group: ['@actions/*'], message: '@actions/* belongs to host/github.ts and host/github-artifacts.ts' },
  octokit: { group: ['@octokit/*'], message: '@octokit/* belongs to forge/' },
};
const without = (...names) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: Object.entries(imports).filter(([name]) => !names.includes(name)).map(([, rule]) => rule) }],
});

export default tseslint.config(
  { ignores: ['dist/**', 'lib/**', 'node_modules/**', 'coverage/**', 'build/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...style],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...style, ...world], ...without() },
  },
  { files: ['src/proxy/**/*.ts', 'src/server/**/*.ts'], rules: without('sockets') },
  { files: ['src/forge/**/*.ts'], rules: without('octokit') },
  { files: ['src/host/github.ts', 'src/host/github-artifacts.ts'], rules: { 'no-restricted-syntax': ['error', ...style, ...world.slice(1)], ...without('actions') } },
  { files: ['src/host/**/*.ts', 'src/main/**/*.ts'], ignores: ['src/host/github.ts'], rules: { 'no-restricted-syntax': ['error', ...style, ...world.slice(1)] } },
  { files: ['src/core/runtime.ts'], rules: { 'no-restricted-syntax': ['error', ...style], ...without('children') } },
);
