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
/**
 * Rooms within a room, from the ground up: each may know those before it. What stands at their door may know all of them; of that they know
 * what is `shared` (bounds, types), and nothing else.
 */
const WITHIN: Readonly<Record<string, { readonly shared: readonly string[]; readonly rooms: readonly string[] }>> = {
  'proxy/postgres': {
    shared: ['limits.ts', 'ready.ts'],
    rooms: ['protocol', 'authentication', 'transport', 'catalog', 'copy', 'results', 'definitions', 'effects', 'names', 'pipeline', 'state', 'upstream', 'impact', 'client', 'session'],
  },
  'parse/sql': {
    shared: ['draft.ts', 'parser.ts'],
    rooms: ['grammar', 'builtins', 'facts', 'names', 'calls', 'query', 'utility', 'hazards'],
  },
};
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

function orderViolation({ file, specifier }: ImportLine): string | null {
  const [house, { shared, rooms }] = Object.entries(WITHIN).find(([name]) => file.startsWith(`${name}/`)) ?? ['', { shared: [], rooms: [] }];
  const target = posix.normalize(posix.join(dirname(file), specifier)).replace(/\.js$/, '.ts');
  if (house === '' || !specifier.startsWith('.') || !target.startsWith(`${house}/`)) return null;
  const [from, to] = [file, target].map((path) => path.slice(house.length + 1).split('/'));
  if (from === undefined || to === undefined || from.length === 1 || from[0] === to[0]) return null;
  const allowed = to.length === 1 ? shared.includes(to[0] ?? '') : rooms.indexOf(to[0] ?? '') < rooms.indexOf(from[0] ?? '');
  return allowed ? null : `${file} imports ${specifier}: ${from[0] ?? ''} stands below ${to[0] ?? ''}`;
}

describe('the import law', () => {
  it('is held by every file', () => {
    const lines = sources().flatMap(importsOf);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.map(violation).filter((found) => found !== null)).toEqual([]);
  });

  it('is held within the large rooms, too', () => {
    const lines = sources().flatMap(importsOf);
    expect(lines.map(orderViolation).filter((found) => found !== null)).toEqual([]);
    for (const [house, { shared, rooms }] of Object.entries(WITHIN)) {
      const entries = readdirSync(join('src', house), { withFileTypes: true });
      expect(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()).toEqual([...rooms].sort());
      expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining([...shared]));
    }
    expect(orderViolation({ file: 'proxy/postgres/pipeline/line.ts', specifier: '../session/session.js', typeOnly: true })).toContain('pipeline stands below session');
    expect(orderViolation({ file: 'parse/sql/names/names.ts', specifier: '../resolve.js', typeOnly: false })).toContain('names stands below resolve.ts');
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
