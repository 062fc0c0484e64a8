// SPDX-License-Identifier: Apache-2.0
import type { FileSides, Finding } from '../../../../src/parse/files/model.js';
import { lockfileFindings } from '../../../../src/parse/files/lockfiles.js';
import { manifestFindings } from '../../../../src/parse/files/manifests.js';
import { pinFindings } from '../../../../src/parse/files/pins.js';

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
    ['another under its name', { ...base, dependencies: { b: 'npm:b2@1' } }, ['7 new']], ['itself under its name', { ...base, dependencies: { b: 'npm:b@^1.1.0' } }, []], ['one inside of an override', { ...base, overrides: { b: { z: '1' } } }, ['10 new']], ['hooks of git', { ...base, husky: { hooks: { 'pre-commit': 'x' } } }, ['9 gate.hooks']], ['what is linted on commit', { ...base, 'lint-staged': { '*': 'x' } }, ['9 gate.hooks']], ['a script on install', { ...base, scripts: { test: 'jest', postinstall: 'x' } }, ['5 install-script']], ['a script of its own', { ...base, scripts: { test: 'jest', build: 'x' } }, []],
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
    ['pyproject.toml', '[project]\ndependencies = [\n  "requests",\n  \'flask[async]\',\n]\nkeywords = [\n  "cli",\n]', ['3 new', '4 new']], ['pyproject.toml', '[project]\ndependencies = ["requests", "flask"]', ['2 new', '2 new']], ['pyproject.toml', '[build-system]\nrequires = ["hatchling"]', ['2 new']],
    ['pyproject.toml', '[dependency-groups]\ndev = ["pytest"]\n[tool.ruff.lint]\nselect = ["E"]', ['2 new']], ['pyproject.toml', '[tool.poetry.group.dev.dependencies.black]\nversion = "^24"', ['1 new']], ['Cargo.toml', '[dependencies.serde]\nversion = "1"', ['1 new']], ['Cargo.toml', '[dependencies]\nserde.version = "1"\nrand = { workspace = true }', ['2 new', '3 new']],
    ['setup.cfg', '[options]\ninstall_requires =\n  requests', ['3 new']], ['environment.yml', 'channels: [x]\ndependencies:\n  - numpy=1', ['1 source', '3 new']], ['requirements.txt', '-r https://x.example/r.txt', ['1 source']], ['web.csproj', '<PackageReference Include="A" Version="1" />', ['1 new']], ['Directory.Packages.props', '<PackageVersion Include="A" />', ['1 new']],
    ['mix.exs', '{:a, "~> 1"}', ['1 new']], ['Podfile', "pod 'A'", ['1 new']], ['Package.swift', '.package(url: "https://x.example/a", from: "1.0.0")', ['1 new']], ['pubspec.yaml', 'dependencies:\n  http: ^1.0.0', ['2 new']], ['deno.json', '"a": "npm:a@1"', ['1 new']], ['import_map.json', '"a": "https://x.example/a.ts"', ['1 unregistered']],
    ['Brewfile', 'tap "x/y"\nbrew "a"', ['1 source', '2 new']], ['MODULE.bazel', 'bazel_dep(name = "a", version = "1")', ['1 new']], ['WORKSPACE', 'http_archive(name = "a")', ['1 unregistered']], ['CMakeLists.txt', 'FetchContent_Declare(a URL https://x.example)', ['1 unregistered']],
    ['main.tf', '  source = "terraform-aws-modules/vpc/aws"', ['1 new']], ['main.tf', '  aws = { source = "x/aws" }', ['1 new']], ['main.tf', '  source = "./modules/a"', []], ['pnpm-workspace.yaml', 'catalog:\n  a: ^1.0.0\n  b: npm:c@1', ['2 new', '3 new']], ['package.yaml', 'a: b', ['- unreadable']],
    ['composer.json', '{ "require": { "a/b": "1" } }', ['1 new']], ['README.md', 'requests==2', []],
  ])('%s: %j', (path, text, expected) => {
    expect(manifest(path, text).sort().reverse()).toEqual([...expected].sort().reverse());
  });
});

describe('pins of runtimes', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['.nvmrc', 'v20.1.0\n', 'v18\n', ['1 runtime-older']], ['.nvmrc', '18\n', '20.1.0\n', []], ['.nvmrc', 'lts/iron\n', 'lts/jod\n', []], ['.python-version', '3.9\n', '3.10\n', []], ['.python-version', '3.10\n', '3.9.1\n', ['1 runtime-older']],
    ['.tool-versions', 'nodejs 20.1.0\n', '# why\nnodejs 20.1.0\npython 3.12.1\n', ['3 new']], ['.tool-versions', 'nodejs 20.1.0\n', 'nodejs ref:main\n', ['1 source']], ['.tool-versions', 'nodejs 20.1.0\n', 'nodejs 22.0.0 20.1.0\n', []],
    ['.node-version', '20\n', 'https://x.example/node.tgz\n', ['1 source']], ['.sdkmanrc', 'java=21.0.1-tem\n', 'java=17.0.1-tem\n', ['1 runtime-older']],
  ])('of %s: %j to %j', (path, before, after, found) => {
    expect(ids(pinFindings(sides(path, after, before)))).toEqual(found);
  });
  it('are no news when they are the first', () => {
    expect([pinFindings(sides('.tool-versions', 'nodejs 20.1.0\n', null)), pinFindings(sides('.nvmrc', '20\n', null)), pinFindings(sides('src/.nvmrc.md', 'path:x\n', null))]).toEqual([[], [], []]);
  });
});

describe('lockfiles', () => {
  const PATHS = ['package.json', 'package-lock.json', 'pyproject.toml', 'Cargo.toml', 'Gemfile', 'composer.json', 'go.mod'];
  const lock = (path: string, head: string, base: string | null, around: { paths?: string[]; servers?: string[] } = {}): string[] => ids(lockfileFindings(sides(path, head, base), { paths: new Set(around.paths ?? PATHS), servers: new Set(around.servers ?? []) }));
  const entry = (one: object = {}): object => ({ version: '1.0.0', resolved: 'https://packages.example/a/-/a-1.0.0.tgz', integrity: 'sha512-AAAA', ...one });
  const npm = (one: object, others: object = {}): string => json({ lockfileVersion: 3, packages: { 'node_modules/a': entry(one), ...others } });

  it('change with their manifest', () => {
    expect(lock('yarn.lock', 'a@2', 'a@1', { paths: ['yarn.lock', 'package.json'] })).toEqual([]);
    expect(lock('yarn.lock', 'a@2', 'a@1', { paths: ['yarn.lock'] })).toEqual(['- lockfile-alone']);
  });

  it.each<[string, object, string[]]>([
    ['another server', { version: '1.0.1', resolved: 'https://x.example/a.tgz', integrity: 'sha512-BBBB' }, ['6 lockfile-source']],
    ['another port', { version: '1.0.1', resolved: 'https://packages.example:8443/a.tgz', integrity: 'sha512-BBBB' }, ['6 lockfile-source']],
    ['a user that looks like the server', { version: '1.0.1', resolved: 'https://packages.example@x.example/a.tgz', integrity: 'sha512-BBBB' }, ['6 lockfile-source']],
    ['no protection', { version: '1.0.1', resolved: 'http://packages.example/a.tgz', integrity: 'sha512-BBBB' }, ['6 lockfile-source']],
    ['a repository', { version: '1.0.1', resolved: 'git+ssh://git@code.example/a/a.git#1', integrity: undefined }, ['6 lockfile-source']],
    ['a file', { version: '1.0.1', resolved: 'file:../a.tgz' }, ['6 lockfile-source']],
    ['another digest', { integrity: 'sha512-BBBB' }, ['7 integrity']], ['another digest from another path', { resolved: 'https://packages.example/b.tgz', integrity: 'sha512-BBBB' }, ['7 integrity']],
    ['no digest', { integrity: undefined }, ['- integrity']], ['no digest for a newer version', { version: '1.0.1', resolved: 'https://packages.example/a-1.0.1.tgz', integrity: '' }, ['- integrity']],
    ['a script on install', { hasInstallScript: true }, ['8 install-script']], ['a newer version', { version: '1.0.1', resolved: 'https://packages.example/a/-/a-1.0.1.tgz', integrity: 'sha512-BBBB' }, []],
    ['where people give money', { funding: { url: 'https://money.example/a' } }, []], ['a package of the repository itself', { resolved: 'packages/a', link: true, version: undefined, integrity: undefined }, []],
  ])('tell of %s', (_name, one, expected) => {
    expect(lock('package-lock.json', npm(one), npm({}))).toEqual(expected);
  });

  it('are told apart by nothing but what the repository used before', () => {
    const other = npm({ resolved: 'https://mirror.example/a.tgz' });
    expect(lock('package-lock.json', other, npm({}), { servers: ['mirror.example'] })).toEqual([]);
    expect(lock('web/package-lock.json', other, null, { servers: ['mirror.example'] })).toEqual([]);
    expect(lock('web/package-lock.json', other, null, { servers: ['packages.example'] })).toEqual(['6 lockfile-source']);
  });

  it('are measured by most of their own packages when they are the first', () => {
    const second = { 'node_modules/b': entry({ resolved: 'https://packages.example/b.tgz' }), 'node_modules/c': entry({ resolved: 'https://x.example/c.tgz' }) };
    expect(lock('package-lock.json', npm({}, second), null)).toEqual(['16 lockfile-source']);
    expect(lock('package-lock.json', npm({}), null)).toEqual([]);
    expect(lock('package-lock.json', npm({}, { 'node_modules/c': entry({ resolved: 'https://x.example/c.tgz' }) }), null)).toEqual(['6 lockfile-source', '11 lockfile-source']);
  });

  it('hide no source by how they are written', () => {
    const text = npm({ version: '2.0.0', resolved: 'https://x.example/a.tgz' });
    expect(lock('package-lock.json', JSON.stringify(JSON.parse(text)), npm({}))).toContain('1 lockfile-source');
    expect(lock('package-lock.json', text.replace('"resolved"', '"res\\u006flved"'), npm({}))).toContain('6 lockfile-source');
    expect(lock('package-lock.json', json({ dependencies: { a: { version: '1', dependencies: { b: { version: '2', resolved: 'https://x.example/b.tgz' } } } } }), npm({}))).toEqual(expect.arrayContaining(['8 lockfile-source', '- integrity']));
    expect(lock('package-lock.json', '{ "packages": ', npm({}))).toContain('- unreadable');
  });

  it.each<[string, string, string, string[]]>([
    ['yarn.lock', 'a@1:\n  resolved "https://x.example/a"', 'a@1:\n  resolved "https://packages.example/a"', ['2 lockfile-source']], ['yarn.lock', 'a@1:\n  resolved "https://packages.example/b"', 'a@1:\n  resolved "https://packages.example/a"', []],
    ['pnpm-lock.yaml', '  a@1:\n    resolution: {integrity: sha512-A, tarball: https://x.example/a}', '  a@1:\n    resolution: {integrity: sha512-A, tarball: https://packages.example/a}', ['2 lockfile-source']],
    ['pnpm-lock.yaml', '    deprecated: see https://x.example/why\n    resolution: {tarball: https://packages.example/a}', '    resolution: {tarball: https://packages.example/a}', []],
    ['Cargo.lock', 'source = "registry+https://x.example/index"', 'source = "registry+https://packages.example/index"', ['1 lockfile-source']], ['Cargo.lock', 'source = "git+https://code.example/a?rev=2#2"', 'source = "git+https://code.example/a?rev=1#1"', []],
    ['Cargo.lock', 'source = "git+https://code.example/b#2"', 'source = "git+https://code.example/a#1"', ['1 lockfile-source']],
    ['uv.lock', 'source = { registry = "https://x.example/simple" }', 'source = { registry = "https://packages.example/simple" }', ['1 lockfile-source']], ['Gemfile.lock', '  remote: git@code.example:a/b.git', '  remote: https://packages.example/', ['1 lockfile-source']],
    ['composer.lock', '{ "packages": [{ "dist": { "url": "https://x.example/a" }, "funding": [{ "url": "https://money.example" }] }] }', '{ "packages": [{ "dist": { "url": "https://packages.example/a" } }] }', ['1 lockfile-source']],
    ['yarn.lock', '  resolved "ftp://packages.example/a"', '  resolved "https://packages.example/a"', ['1 lockfile-source']], ['yarn.lock', '  resolved "https://packages.example\\\\@x.example/a"', '  resolved "https://packages.example/a"', ['1 lockfile-source']],
  ])('%s: %j', (path, head, base, expected) => {
    expect(lock(path, head, base)).toEqual(expected);
  });

  const [OLD, OTHER] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
  const yarn = (name: string, digest: string): string => `lodash@^4.17.0, lodash@npm:lodash@^4:\n  version "4.17.21"\n  resolved "https://packages.example/${name}/-/${name}-4.17.21.tgz#1"\n  integrity sha512-${digest}\n`;
  const flake = (owner: string, rev: string): string => json({ nodes: { nixpkgs: { locked: { type: 'github', owner, repo: 'nixpkgs', rev, narHash: `sha256-${rev}` } } } });
  const composer = (owner: string, version: string, shasum: string): string => json({ packages: [{ name: 'a/b', version, dist: { url: `https://code.example/${owner}/b/zipball/${version}`, reference: version, shasum } }] });
  it.each<[path: string, head: string, base: string, expected: string[]]>([
    ['yarn.lock', yarn('lodash', OTHER), yarn('lodash', OLD), ['4 integrity']], ['yarn.lock', yarn('evil', OLD), yarn('lodash', OLD), ['3 lockfile-source']], ['yarn.lock', yarn('lodash', OLD).replaceAll('4.17.21', '4.17.22').replace(OLD, OTHER), yarn('lodash', OLD), []],
    ['yarn.lock', `__metadata:\n  cacheKey: 10c0\n\n"a@npm:^1":\n  version: 1.0.0\n  checksum: 10c0/${OTHER}\n`, `__metadata:\n  cacheKey: 8\n\n"a@npm:^1":\n  version: 1.0.0\n  checksum: ${OLD}\n`, ['2 unreadable']],
    ['package-lock.json', npm({ resolved: 'https://packages.example/evil/-/evil-1.0.0.tgz' }), npm({}), ['6 lockfile-source']], ['package-lock.json', npm({ name: 'evil', resolved: 'https://packages.example/evil/-/evil-1.0.0.tgz' }), npm({}), ['6 lockfile-source']], ['package-lock.json', npm({ version: '1.0.1', resolved: 'https://packages.example/a/-/a-1.0.1.tgz', integrity: 'sha512-BBBB' }), npm({}), []],
    ['package-lock.json', npm({}, { 'node_modules/b-cjs': entry({ name: '@x/b', resolved: 'https://packages.example/@x%2fb/-/b-1.0.0.tgz' }) }), npm({}), []],
    ['pnpm-lock.yaml', `packages:\n\n  '@a/b@1.0.0':\n    resolution: {integrity: sha512-${OTHER}}\n`, `packages:\n\n  '@a/b@1.0.0':\n    resolution: {integrity: sha512-${OLD}}\n`, ['4 integrity']], ['pnpm-lock.yaml', `  a@1.0.0:\n    resolution: {integrity: sha512-${OLD}, tarball: https://packages.example/evil/-/evil-1.0.0.tgz}\n`, `  a@1.0.0:\n    resolution: {integrity: sha512-${OLD}, tarball: https://packages.example/a/-/a-1.0.0.tgz}\n`, ['2 lockfile-source']],
    ['bun.lock', `  "a": ["a@1.0.0", "", {}, "sha512-${OTHER}"],`, `  "a": ["a@1.0.0", "", {}, "sha512-${OLD}"],`, ['1 integrity']], ['Gemfile.lock', `CHECKSUMS\n  rake (13.0.0) sha256=${OTHER}`, `CHECKSUMS\n  rake (13.0.0) sha256=${OLD}`, ['2 integrity']],
    ['Cargo.lock', `[[package]]\nname = "serde"\nversion = "1.0.1"\nchecksum = "${OTHER}"`, `[[package]]\nname = "serde"\nversion = "1.0.1"\nchecksum = "${OLD}"`, ['4 integrity']], ['Cargo.lock', `[[package]]\nname = "serde"\nversion = "1.0.2"\nchecksum = "${OTHER}"`, `[[package]]\nname = "serde"\nversion = "1.0.1"\nchecksum = "${OLD}"`, []],
    ['poetry.lock', `[[package]]\nname = "Rich_x"\nversion = "1"\nfiles = [\n    {file = "rich_x-1.whl", hash = "sha256:${OTHER}"},\n]`, `[[package]]\nname = "Rich_x"\nversion = "1"\nfiles = [\n    {file = "rich_x-1.whl", hash = "sha256:${OLD}"},\n]`, ['5 integrity']],
    ['uv.lock', `[[package]]\nname = "rich"\nversion = "1"\nsdist = { url = "https://packages.example/evil-1.tar.gz", hash = "sha256:${OTHER}" }`, `[[package]]\nname = "rich"\nversion = "1"\nsdist = { url = "https://packages.example/rich-1.tar.gz", hash = "sha256:${OLD}" }`, ['4 lockfile-source']],
    ['.terraform.lock.hcl', `provider "x.example/a/b" {\n  version = "1.0.0"\n  hashes = [\n    "h1:${OTHER}",\n  ]\n}`, `provider "x.example/a/b" {\n  version = "1.0.0"\n  hashes = [\n    "h1:${OLD}",\n  ]\n}`, ['- lockfile-alone', '4 integrity']], ['requirements.txt', `rich==13.0.0 \\\n    --hash=sha256:${OTHER}`, `rich==13.0.0 \\\n    --hash=sha256:${OLD}`, ['2 integrity']],
    ['composer.lock', composer('a', '1', OTHER), composer('a', '1', OLD), ['9 integrity']], ['composer.lock', composer('evil', '1', OLD), composer('a', '1', OLD), ['7 lockfile-source']], ['composer.lock', composer('a', '2', OTHER), composer('a', '1', OLD), []],
    ['flake.lock', flake('evil', '2'), flake('nixos', '1'), ['- lockfile-alone', '6 lockfile-source']], ['flake.lock', flake('nixos', '2'), flake('nixos', '1'), ['- lockfile-alone']],
  ])('tell packages from others that take their place: %s %j', (path, head, base, expected) => {
    expect(lock(path, head, base)).toEqual(expected);
  });

  it('tell of another digest in go.sum', () => {
    expect(lock('go.sum', 'a v1 h1:B=', 'a v1 h1:A=')).toEqual(['1 integrity']);
    expect(lock('go.sum', 'a v2 h1:B=', 'a v1 h1:A=')).toEqual([]);
  });
});
