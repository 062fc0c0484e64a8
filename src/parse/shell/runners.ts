// SPDX-License-Identifier: Apache-2.0
//
// Packages that a command takes from a registry by name, to run or install them: `npx x`, `pnpm dlx x`, `uvx x`, `pip install x`. What the repository depends on
// itself is pinned by its lockfile, and was looked at when it came in. Refuses to trust a name that is not of the repository, or a version that can become another one.
import type { Draft } from './draft.js';
import { goModule, installedBy } from './installers.js';
import { Options } from './options.js';
import { isKnown, shown } from './text.js';

/** Names of packages that a repository depends on, and of programs that come with them. */
export interface Packages {
  readonly node: ReadonlySet<string>;
  readonly python: ReadonlySet<string>;
  /** Of Go, Rust and Ruby. */
  readonly others: ReadonlySet<string>;
}

type Kind = 'node' | 'python';

interface Taken {
  readonly kind: Kind;
  readonly names: readonly string[];
  /** The copy of the project is used where there is one. */
  readonly local: boolean;
  /** It says itself which one it takes, whatever the project has. */
  readonly installs: boolean;
}

const NODE_VALUES = { letters: 'cpwC', names: 'call package workspace shell prefix registry cache userconfig loglevel dir filter node-options tag script-shell' };
const PYTHON_VALUES = { letters: 'prcftwi', names: 'python from with with-editable with-requirements index-url extra-index-url index default-index spec pip-args requirement constraint target find-links cache-dir directory project env-file extra group package index-strategy prefix root timeout retries platform abi implementation python-version no-binary only-binary prerelease resolution' };
/** Where a program has another name than its package. */
const PROGRAMS: Readonly<Record<string, string>> = {
  tsc: 'typescript', tsserver: 'typescript', ng: '@angular/cli', nest: '@nestjs/cli', playwright: '@playwright/test', sb: 'storybook', 'vue-cli-service': '@vue/cli-service', cdk: 'aws-cdk', sls: 'serverless', commitlint: '@commitlint/cli', changeset: '@changesets/cli', cap: '@capacitor/cli', firebase: 'firebase-tools', 'ts-node-esm': 'ts-node', 'typeorm-ts-node-commonjs': 'typeorm', 'typeorm-ts-node-esm': 'typeorm', 'run-s': 'npm-run-all', 'run-p': 'npm-run-all', 'react-native': 'react-native', tailwind: 'tailwindcss', 'vitest-ui': 'vitest', 'start-server-and-test': 'start-server-and-test', ncu: 'npm-check-updates',
};
/** Package managers and what builds packages: they take care of themselves. */
const OF_THE_TOOLS = new Set('npm pnpm yarn bun corepack node-gyp pip setuptools wheel build virtualenv uv pipx poetry hatch pdm tox nox twine pipenv'.split(' '));
const TAKERS = /^(?:npx|bunx|pnpx|npm|pnpm|yarn|bun|uvx?|pipx?[\d.]*|python[\d.]*|pypy[\d.]*|go)$/u;
// Hits `1.2.3`, `==1.2.3`, `v1.2.3-rc.1`; misses `^1.2.3`, `1`, `latest`.
const EXACT = /^(?:={0,3}\s*|@)v?\d+\.\d+(?:\.\d+)*(?:[-+.][\w.+-]+)?$/u;

/** Notes packages that nobody pinned or looked at. `own`: of the repository; null when nobody knows. */
export function noteRunner(name: string, args: readonly string[], draft: Draft, own: Packages | null): void {
  if (own !== null) for (const one of installedBy(name, args)) if (isKnown(one) && !knowsOther(own, one)) draft.hazard('unpinned-package', `\`${shown(one)}\` is no dependency of the repository: what is installed runs unread`);
  if (!TAKERS.test(name)) return;
  if (name === 'go') noteModule(args, draft, own);
  const taken = takenBy(name, args);
  if (taken === null) return;
  for (const one of taken.names) {
    if (!isKnown(one) || /^[./~\uFDD0\uFDD1]|^[\w@.+-]*:|^\w[\w.-]*\/|^\s*$|\.(?:whl|tgz|gz|zip)$/u.test(one) || (taken.installs && own === null)) continue;
    const why = mindOf(one, taken, own);
    if (why !== null) draft.hazard('unpinned-package', `\`${shown(one)}\` ${why}`);
  }
}

// A module of Go is compared with what others got of that version, so one that the repository knows may be of any.
function noteModule(args: readonly string[], draft: Draft, own: Packages | null): void {
  const module = args.find((arg) => /^(?:run|install)$/u.test(args[0] ?? '') && /^[\w.-]+\.\w+\/\S+@/u.test(arg));
  if (module !== undefined && !/@(?:v\d+\.\d+\.\d+\S*|[0-9a-f]{12,40})$/u.test(module)) return draft.hazard('unpinned-package', `\`${shown(module)}\` can become another version, and runs unread`);
  const foreign = goModule(args);
  if (foreign !== null && own !== null && !knowsOther(own, foreign)) draft.hazard('unpinned-package', `\`${shown(foreign)}\` is no dependency of the repository: what is installed runs unread`);
}

// By its name without a version, or any part of its path.
function knowsOther({ others }: Packages, written: string): boolean {
  const name = written.replace(/(?<=.)[@:].*$/u, '');
  return others.has(name) || (name.includes('/') && name.split('/').some((_part, index, parts) => others.has(parts.slice(0, index + 1).join('/'))));
}

function mindOf(written: string, { kind, local, installs }: Taken, own: Packages | null): string | null {
  const [, name = '', version = ''] = (kind === 'node' ? /^(@[^/@]+\/[^@]+|[^@]+)(?:@(.*))?$/u : /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*((?:@|[=<>!~]).*)?$/u).exec(written) ?? [];
  if (name === '' || (installs && OF_THE_TOOLS.has(name))) return null;
  if (own !== null && !knows(own, kind, name)) return 'is no dependency of the repository: what a registry answers runs unread';
  if (installs) return null;
  if (version === '' ? local : EXACT.test(version)) return null;
  return version === '' ? 'is fetched in whatever version is the newest, and runs unread' : 'can become another version, and runs unread';
}

function knows(own: Packages, kind: Kind, name: string): boolean {
  if (kind === 'python') return own.python.has(name.toLowerCase().replace(/[._]/gu, '-'));
  const { node } = own;
  if (node.has(name) || node.has(PROGRAMS[name] ?? name)) return true;
  return !name.startsWith('@') && [`@${name}/cli`, `@${name}/${name}`, `${name}-cli`, `@${name}js/${name}`].some((other) => node.has(other));
}

function takenBy(name: string, args: readonly string[]): Taken | null {
  if (/^(?:npx|bunx|pnpx)$/u.test(name)) return ofRunner(args, name !== 'pnpx');
  if (/^(?:npm|pnpm|yarn|bun)$/u.test(name)) return ofManager(name, args);
  const module = /^(?:python|pypy)[\d.]*$/u.test(name) ? args.indexOf('-m') : -1;
  if (module >= 0) return takenBy(args[module + 1] ?? '', args.slice(module + 2));
  if (name === 'uvx') return ofPython(args, true);
  if (name === 'uv' && args[0] === 'tool' && (args[1] === 'run' || args[1] === 'install')) return ofPython(args.slice(2), args[1] === 'run');
  if (name === 'uv' && args[0] === 'run') return { kind: 'python', names: new Options(args.slice(1), { ...PYTHON_VALUES, first: true }).values('with').flatMap((value) => value.split(',')), local: false, installs: false };
  if (name === 'uv' && args[0] === 'pip') return takenBy('pip', args.slice(1));
  if (name === 'pipx' && (args[0] === 'run' || args[0] === 'install')) return ofPython(args.slice(1), args[0] === 'run');
  if (/^pip[\d.]*$/u.test(name) && args.includes('install')) return { kind: 'python', names: operandsOf(args.slice(args.indexOf('install') + 1), PYTHON_VALUES), local: false, installs: true };
  return null;
}

// `-p x` names the package, the first operand the program in it. `--no` fetches nothing.
function ofRunner(args: readonly string[], local: boolean): Taken | null {
  const options = new Options(args, { ...NODE_VALUES, first: true });
  if (args.some((arg) => arg === '--no' || arg === '--no-install')) return null;
  const named = options.values('p', 'package');
  const fetched = named.length > 0 ? named : options.value('c', 'call') === undefined ? options.operands.slice(0, 1) : [];
  return { kind: 'node', names: fetched, local, installs: false };
}

function ofManager(name: string, args: readonly string[]): Taken | null {
  const { operands } = new Options(args, { ...NODE_VALUES, first: true });
  const [verb = '', ...rest] = operands;
  if (verb === 'dlx') return ofRunner(rest, false);
  if ((verb === 'exec' && name === 'npm') || verb === 'x') return ofRunner(rest[0] === '--' ? rest.slice(1) : [...args.filter((arg) => arg === '--no'), ...rest], true);
  if (/^(?:create|init|innit)$/u.test(verb)) return { kind: 'node', names: operandsOf(rest, NODE_VALUES).slice(0, 1).map(initializer), local: false, installs: false };
  if (/^(?:install|i|add|global)$/u.test(verb)) return { kind: 'node', names: operandsOf(rest, NODE_VALUES).filter((word) => word !== 'add'), local: false, installs: true };
  return null;
}

// `npm init x` runs `create-x`, `npm init @a/x` runs `@a/create-x`.
function initializer(name: string): string {
  const [, scope = '', rest = ''] = /^(@[^/@]+\/?)?(.*)$/u.exec(name) ?? [];
  return scope !== '' && !scope.endsWith('/') ? `${scope}/create${rest}` : `${scope}create-${rest}`;
}

function ofPython(args: readonly string[], runs: boolean): Taken {
  const options = new Options(args, { ...PYTHON_VALUES, first: runs });
  const from = options.values('from', 'spec');
  return { kind: 'python', names: [...(from.length > 0 ? from : runs ? options.operands.slice(0, 1) : options.operands), ...options.values('with').flatMap((value) => value.split(','))], local: false, installs: !runs };
}

function operandsOf(args: readonly string[], shape: { readonly letters: string; readonly names: string }): readonly string[] {
  return new Options(args, shape).operands;
}
