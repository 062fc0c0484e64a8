// SPDX-License-Identifier: Apache-2.0
//
// The import law (README.md, "How it is built"): reads every import line of src/ and refuses those that the floors do not allow.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const QUIET = ['parse', 'identity', 'policy', 'approval', 'mask', 'record', 'vault', 'store', 'forge', 'host', 'isolate'];
const LAW: Record<string, readonly string[]> = {
  core: [],
  ...Object.fromEntries(QUIET.map((room) => [room, ['core']])),
  gate: ['core', 'parse', 'policy', 'approval', 'mask', 'record', 'identity'],
  check: ['core', 'parse', 'policy', 'approval', 'mask', 'record', 'identity'],
  proxy: ['core', 'gate'],
  server: ['core', 'gate'],
  commands: ['core', 'parse', 'identity', 'policy', 'approval', 'mask', 'record', 'isolate', 'gate', 'check', 'proxy', 'server'],
  main: ['core', ...QUIET, 'gate', 'check', 'proxy', 'server', 'commands'],
};
/** Packages that only one place may import. */
const HOMES: readonly { readonly module: RegExp; readonly home: RegExp }[] = [
  { module: /^node:(net|tls)$/, home: /^(proxy|server)\// },
  { module: /^@actions\//, home: /^host\/github(?:-artifacts)?\.ts$/ },
  { module: /^@octokit\//, home: /^forge\// },
  { module: /^@aws-sdk\//, home: /^vault\/aws-/ },
  { module: /^@azure\//, home: /^vault\/azure-kv\.ts$/ },
];
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|misc|index)\.ts$/;

interface ImportLine { readonly file: string; readonly specifier: string; readonly typeOnly: boolean }

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/'));
}

function importsOf(file: string): ImportLine[] {
  const text = readFileSync(join('src', file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => ({ file, specifier: match[2] ?? match[3] ?? match[4] ?? '', typeOnly: match[1] !== undefined }));
}

function violation({ file, specifier, typeOnly }: ImportLine): string | null {
  const room = file.split('/')[0] ?? '';
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(dirname(file), specifier)).split('/')[0] ?? '';
    if (target === room) return null;
    return LAW[room]?.includes(target) === true ? null : `${file} imports ${specifier}: ${room} may not know ${target}`;
  }
  if (room === 'core' && !specifier.startsWith('node:')) return `${file} imports ${specifier}: core knows only node:`;
  if (specifier === 'node:child_process') return file === 'core/runtime.ts' || typeOnly ? null : `${file} imports ${specifier}: child processes come from core/runtime.ts`;
  const home = HOMES.find((rule) => rule.module.test(specifier));
  return home === undefined || typeOnly || home.home.test(file) ? null : `${file} imports ${specifier}, which lives in ${String(home.home)}`;
}

describe('the import law', () => {
  it('is held by every file', () => {
    const lines = sources().flatMap(importsOf);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.map(violation).filter((found) => found !== null)).toEqual([]);
  });

  // The SDKs of clouds are most of the bundle: a run that needs none of them loads none of them.
  it('loads a kind of vault only when a policy names it', () => {
    const kinds = new Set(readdirSync('src/vault').filter((name) => /^(?:aws|gcp|azure|hashicorp|oidc)/.test(name)));
    const eager = sources().flatMap(importsOf).filter(({ file, specifier, typeOnly }) => !typeOnly && kinds.has(posix.basename(specifier).replace('.js', '.ts')) && !kinds.has(posix.basename(file)) && specifier.startsWith('.') && posix.join(dirname(file), specifier).startsWith('vault/'));
    const lazy = eager.filter(({ file, specifier }) => readFileSync(join('src', file), 'utf8').includes(`import('${specifier}')`));
    expect(kinds.size).toBeGreaterThan(5);
    expect(lazy.map(({ file }) => file)).toEqual(Array(6).fill('vault/vaults.ts'));
    expect(eager).toEqual(lazy);
  });

  it('knows every room', () => {
    const rooms = new Set(sources().map((file) => file.split('/')[0]));
    expect([...rooms].filter((room) => room === undefined || !(room in LAW))).toEqual([]);
  });

  it('sees a quiet room that knows its neighbour', () => {
    expect(violation({ file: 'mask/content.ts', specifier: '../policy/load.js', typeOnly: false })).toContain('mask may not know policy');
    expect(violation({ file: 'gate/order.ts', specifier: '../proxy/postgres/session.js', typeOnly: false })).toContain('gate may not know proxy');
    expect(violation({ file: 'mask/content.ts', specifier: 'node:net', typeOnly: false })).toContain('node:net');
  });

  it('has no room for what has no name of its own', () => {
    expect(sources().filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([]);
  });

  it('starts every file with its licence and its purpose', () => {
    const bare = sources().filter((file) => !/^(#!.*\n)?\/\/ SPDX-License-Identifier: Apache-2\.0\n\/\/\n\/\/ /.test(readFileSync(join('src', file), 'utf8')));
    expect(bare.map((file) => relative('.', file))).toEqual([]);
  });
});
