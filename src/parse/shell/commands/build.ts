// SPDX-License-Identifier: Apache-2.0
//
// What projects build and test with, and package runners. They run the project's own code, so they are execute, and what a runner is told to start is
// followed where it is a known program.
import type { Program } from '../model.js';
import { Options } from '../options.js';
import { mayStart } from '../program.js';
import { table } from './table.js';

const tool: Program = ({ name, args, draft }) => {
  draft.access('execute', name, 'program');
  for (const arg of args) draft.mention(arg);
};

const runner: Program = (use) => {
  const options = new Options(use.args, { letters: 'pcw', names: 'package call workspace shell', first: true });
  const script = options.value('c', 'call');
  for (const arg of use.args) use.draft.mention(arg);
  if (script !== undefined) use.follow.script(script, use.call, { own: true });
  use.draft.access('execute', options.operands[0] ?? use.name, 'package');
  if (options.operands.length > 0) use.follow.start([(options.operands[0] as string).replace(/(?<=.)(?:@|==).*$/u, ''), ...options.operands.slice(1)], use.call);
};

const make: Program = ({ args, draft, follow, call }) => {
  const options = new Options(args, { letters: 'fCIjloWE', names: 'file makefile directory include-dir jobs eval', own: 'eval' });
  if (options.has('n', 'just-print', 'dry-run') || options.has('v', 'version')) return draft.access('read', null, null);
  for (const file of options.values('f', 'file', 'makefile')) {
    if (file === '-' || file === '/dev/stdin' || file.startsWith('/dev/fd/')) draft.unknown('the makefile comes from elsewhere, unread');
    else draft.access('execute', file, 'file');
  }
  for (const text of options.values('eval', 'E')) for (const [, inner = ''] of text.matchAll(/\$\(shell ([^)]*)\)/gu)) follow.script(inner, call, { own: true });
  for (const target of options.operands) {
    const shell = /^SHELL=(.*)$/u.exec(target)?.[1];
    if (shell !== undefined && !/^(?:\/usr)?\/bin\/(?:ba|z|da)?sh$/u.test(shell)) draft.hazard('environment-code', '`SHELL` is what make runs every line with');
    const value = /^\w+:?=(.*)$/su.exec(target)?.[1];
    if (value !== undefined) mayStart(value, call, follow);
    draft.access('execute', target, 'target');
  }
  draft.access('execute', 'make', 'program');
};

// `nix-shell --run 'make'`, `expect -c 'spawn ls'`: text that another program hands to a shell.
const handing = (...names: readonly string[]): Program => (use) => {
  tool(use);
  for (const text of new Options(use.args, { letters: names.filter((name) => name.length === 1).join(''), names: names.filter((name) => name.length > 1).join(' ') }).values(...names)) use.follow.perhaps(text.replace(/^\s*spawn\s+/u, ''), use.call);
};

// `direnv exec . make`.
const direnv: Program = (use) => {
  tool(use);
  if (use.args[0] === 'exec' && use.args.length > 2) use.follow.start(use.args.slice(2), use.call);
};

/** Builders and runners, by name. */
export const builders: Readonly<Record<string, Program>> = {
  make, gmake: make, sops: table({ letters: 'dei', names: 'extract output output-type input-type' }, '+d,decrypt : read #secret-read\ndecrypt|exec-env|exec-file : read #secret-read\n : execute'), op: table({ names: 'vault account fields format' }, 'read|item get|document get|inject|run : read #secret-read\n* : execute'), security: table({}, 'find-generic-password|find-internet-password|dump-keychain|export : read #secret-read\n* : execute'), 'nix-shell': handing('run', 'command'), expect: handing('c'), direnv, npx: runner, bunx: runner, pnpx: runner, uvx: runner,
  ...Object.fromEntries('tsc eslint prettier jest vitest mocha pytest tox nox ruff black mypy flake8 pylint isort gcc g++ clang clang++ cc ld ar cmake ninja meson bazel rustc javac java dotnet swift xcodebuild webpack vite rollup esbuild next nuxt ng turbo nx playwright cypress rspec rubocop phpunit ghc stack cabal mix elixir zig deno hugo jekyll mkdocs sphinx-build pandoc ffmpeg convert magick protoc buf golangci-lint gofmt hadolint actionlint trivy cosign syft pre-commit commitlint husky lint-staged claude codex gemini act ginkgo dart flutter code open xdg-open gpg age'.split(' ').map((name) => [name, tool])),
};
