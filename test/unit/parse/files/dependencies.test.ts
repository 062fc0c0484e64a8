// SPDX-License-Identifier: Apache-2.0
import type { FileSides, Finding } from '../../../../src/parse/files/model.js';
import { lockfileFindings } from '../../../../src/parse/files/lockfiles.js';
import { manifestFindings } from '../../../../src/parse/files/manifests.js';

function sides(path: string, head: string, base: string | null): FileSides {
  const lines = (text: string) => text.split('\n').map((one, index) => ({ line: index + 1, text: one }));
  const [now, old] = [lines(head), lines(base ?? '')];
  const without = (some: typeof now, others: typeof now) => some.filter(({ text }) => !others.some((other) => other.text === text));
  return { change: { path, from: base === null ? null : path, status: base === null ? 'added' : 'modified', oldMode: null, newMode: '100644', binary: false, added: without(now, old), removed: base === null ? [] : without(old, now) }, head, base, size: head.length, sha256: null };
}
const ids = (findings: readonly Finding[]): string[] => findings.map(({ line, id }) => `${line ?? '-'} ${id.replace('dependency.', '')}`);
const manifest = (path: string, head: string, base: string | null = ''): string[] => ids(manifestFindings(sides(path, head, base)));
const json = (value: unknown): string => JSON.stringify(value, null, 2);

describe('package.json', () => {
  const base = { name: 'a', scripts: { test: 'jest' }, dependencies: { b: '^1.0.0' } };
  it.each<[string, object, string[]]>([
    ['a new dependency', { ...base, dependencies: { b: '^1.0.0', c: '^2.0.0' } }, ['8 new']], ['a newer version', { ...base, dependencies: { b: '^1.1.0' } }, []], ['a dependency that goes', { ...base, dependencies: {} }, []],
    ['one from git', { ...base, dependencies: { b: 'git+https://x.example/b.git' } }, ['7 unregistered']], ['one from GitHub, short', { ...base, dependencies: { b: 'evil/b' } }, ['7 unregistered']], ['one from an address', { ...base, dependencies: { b: 'https://x.example/b.tgz' } }, ['7 unregistered']],
    ['another under its name', { ...base, dependencies: { b: 'npm:b2@1' } }, []], ['a script on install', { ...base, scripts: { test: 'jest', postinstall: 'x' } }, ['5 install-script']], ['a script of its own', { ...base, scripts: { test: 'jest', build: 'x' } }, []],
    ['trust in scripts', { ...base, pnpm: { onlyBuiltDependencies: ['b'] } }, ['10 install-script']], ['where it is published', { ...base, publishConfig: { registry: 'https://x.example' } }, ['9 source']], ['an override', { ...base, overrides: { z: '1' } }, ['10 new']],
  ])('%s', (_name, head, expected) => {
    expect(manifest('web/package.json', json(head), json(base))).toEqual(expected);
  });

  it('is unreadable when it is no JSON object', () => {
    expect(manifest('package.json', '{ "a": ', '{}')).toEqual(['- unreadable']);
    expect(manifest('package.json', '[]', '{}')).toEqual(['- unreadable']);
  });

  it('does not take what objects inherit for a dependency', () => {
    expect(manifest('package.json', '{ "dependencies": { "__proto__": "1", "constructor": "1" } }', '{}')).toEqual(['1 new', '1 new']);
  });
});

describe('other manifests', () => {
  it.each<[string, string, string[]]>([
    ['requirements.txt', 'flask==3\nrequests>=2', ['1 new', '2 new']], ['requirements-dev.txt', '-e git+https://x.example/a#egg=a', ['1 unregistered']], ['requirements.txt', '--index-url https://x.example', ['1 source']], ['requirements.txt', '# requests==2', []],
    ['pyproject.toml', '[project]\nname = "a"\nversion = "1.0"\ndependencies = [\n  "requests>=2",\n]', ['5 new']], ['pyproject.toml', 'a = { git = "https://x.example/a" }', ['1 unregistered']], ['Pipfile', '[[source]]', ['1 source']],
    ['Gemfile', "gem 'rails', git: 'https://x.example'", ['1 new', '1 unregistered']], ['go.mod', 'require github.com/a/b v1.0.0', ['1 new']], ['go.mod', 'replace github.com/a/b => ../b', ['1 unregistered', '1 source'].sort().reverse()],
    ['Cargo.toml', '[package]\nname = "a"\nversion = "1"\nbuild = "build.rs"', ['4 source']], ['Cargo.toml', 'serde = { version = "1" }', ['1 new']], ['pom.xml', '<artifactId>x</artifactId>', ['1 new']], ['build.gradle.kts', 'implementation("a:b:1")', ['1 new']],
    ['composer.json', '{ "require": { "a/b": "1" } }', ['1 new']], ['README.md', 'requests==2', []],
  ])('%s: %j', (path, text, expected) => {
    expect(manifest(path, text).sort().reverse()).toEqual([...expected].sort().reverse());
  });
});

describe('lockfiles', () => {
  const lock = (path: string, head: string, base: string, siblings: string[]): string[] => ids(lockfileFindings(sides(path, head, base), new Set(siblings)));
  const npm = (one: object): string => json({ lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0', resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity: 'sha512-AAAA', ...one } } });

  it('change with their manifest', () => {
    expect(lock('yarn.lock', 'a@2', 'a@1', ['yarn.lock', 'package.json'])).toEqual([]);
    expect(lock('yarn.lock', 'a@2', 'a@1', ['yarn.lock'])).toEqual(['- lockfile-alone']);
  });

  it.each<[string, object, string[]]>([
    ['another server', { version: '1.0.1', resolved: 'https://x.example/a.tgz', integrity: 'sha512-BBBB' }, ['6 lockfile-source']], ['no protection', { version: '1.0.1', resolved: 'http://registry.npmjs.org/a.tgz' }, ['6 lockfile-source']],
    ['another digest', { integrity: 'sha512-BBBB' }, ['7 integrity']], ['no digest', { integrity: undefined }, ['6 integrity', '- integrity']], ['a script on install', { hasInstallScript: true }, ['8 install-script']],
    ['a newer version', { version: '1.0.1', resolved: 'https://registry.npmjs.org/a/-/a-1.0.1.tgz', integrity: 'sha512-BBBB' }, []],
  ])('tell of %s', (_name, one, expected) => {
    expect(lock('package-lock.json', npm(one), npm({}), ['package.json', 'package-lock.json'])).toEqual(expect.arrayContaining(expected.slice(-1)));
    expect(lock('package-lock.json', npm(one), npm({}), ['package.json', 'package-lock.json']).length > 0).toBe(expected.length > 0);
  });

  it('tell of another digest in go.sum', () => {
    expect(lock('go.sum', 'a v1 h1:B=', 'a v1 h1:A=', ['go.mod'])).toEqual(['1 integrity']);
    expect(lock('go.sum', 'a v2 h1:B=', 'a v1 h1:A=', ['go.mod'])).toEqual([]);
  });
});
