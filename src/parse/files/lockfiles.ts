// SPDX-License-Identifier: Apache-2.0
//
// Lockfiles: changed without their manifest, packages that come from another server, digests that are gone or became others. Refuses to check a
// digest against a registry: that needs the network.
import { foldedPath } from './folded.js';
import type { FileSides, Finding } from './model.js';

interface Lock {
  readonly name: RegExp;
  /** Manifests that bring it about. */
  readonly manifest: RegExp;
  /** Servers of the tool's own registry. */
  readonly hosts: readonly string[];
}

const NPM = ['registry.npmjs.org', 'registry.yarnpkg.com'];
const PYTHON = ['pypi.org', 'files.pythonhosted.org', 'pypi.python.org'];
const LOCKS: readonly Lock[] = [
  { name: /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/u, manifest: /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml)$/u, hosts: NPM },
  { name: /(?:^|\/)(?:poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock)$/u, manifest: /(?:^|\/)(?:pyproject\.toml|pipfile)$/u, hosts: PYTHON },
  { name: /(?:^|\/)gemfile\.lock$/u, manifest: /(?:^|\/)gemfile$|\.gemspec$/u, hosts: ['rubygems.org'] },
  { name: /(?:^|\/)go\.sum$/u, manifest: /(?:^|\/)go\.(?:mod|work)$/u, hosts: [] },
  { name: /(?:^|\/)cargo\.lock$/u, manifest: /(?:^|\/)cargo\.toml$/u, hosts: ['github.com', 'index.crates.io', 'static.crates.io'] },
  { name: /(?:^|\/)composer\.lock$/u, manifest: /(?:^|\/)composer\.json$/u, hosts: ['api.github.com', 'github.com', 'packagist.org', 'gitlab.com', 'codeload.github.com'] },
];
// Hits `"resolved": "https://evil.example/x.tgz"`, `tarball: http://…`, `source = "git+https://…"`, `remote: https://…`. Group 1: the scheme; 2: the host.
const PLACE = /^\s*(?:"?(?:resolved|tarball|url|registry|reference)"?|resolution|remote|source|wheels|sdist|\{ url)\b.{0,200}?\b((?:git\+)?(?:https?|ssh|git)):\/\/(?:[^@/\s"']{1,200}@)?([\w.-]+)/u;
const DIGEST = /\b(?:integrity|checksum|hash|shasum|sha256|content-hash)\b/u;

/** Findings of a lockfile; none for other files. */
export function lockfileFindings({ change, base, head }: FileSides, siblings: ReadonlySet<string>): readonly Finding[] {
  const path = foldedPath(change.path);
  const lock = LOCKS.find(({ name }) => name.test(path));
  if (lock === undefined || change.status === 'deleted') return [];
  const alone = change.status === 'modified' && ![...siblings].some((other) => lock.manifest.test(foldedPath(other)));
  return [
    ...(alone ? [{ line: null, id: 'dependency.lockfile-alone', detail: 'it changes without its manifest' }] : []),
    ...places({ change, base }, lock), ...(path.endsWith('go.sum') ? otherSums(change) : digests({ change, base, head })),
  ];
}

function places({ change, base }: Pick<FileSides, 'change' | 'base'>, { hosts }: Lock): readonly Finding[] {
  const known = new Set([...hosts, ...[...(base ?? '').matchAll(/:\/\/(?:[^@/\s"']{1,200}@)?([\w.-]+)/gu)].map(([, host = '']) => host)]);
  return change.added.flatMap(({ line, text }) => {
    const match = PLACE.exec(text.slice(0, 1_000));
    if (match === null) return [];
    const [, scheme = '', host = ''] = match;
    if (scheme === 'http') return [{ line, id: 'dependency.lockfile-source', detail: `a package comes from \`${host}\` unprotected` }];
    return known.has(host) ? [] : [{ line, id: 'dependency.lockfile-source', detail: `a package comes from \`${host}\`, which is new here` }];
  });
}

// The same package of the same version with another digest: somebody replaced it.
function otherSums({ added, removed }: FileSides['change']): readonly Finding[] {
  const before = new Map(removed.flatMap(({ text }) => sumOf(text)));
  return added.flatMap(({ line, text }) => sumOf(text).flatMap(([name, sum]) => {
    const old = before.get(name);
    return old !== undefined && old !== sum ? [{ line, id: 'dependency.integrity', detail: 'the same version has another digest' }] : [];
  }));
}

function sumOf(text: string): readonly (readonly [string, string])[] {
  const [module, version, sum] = text.trim().split(/\s+/u);
  return module === undefined || version === undefined || sum === undefined ? [] : [[`${module} ${version}`, sum]];
}

function digests({ change, base, head }: Pick<FileSides, 'change' | 'base' | 'head'>): readonly Finding[] {
  const gone = change.removed.filter(({ text }) => DIGEST.test(text)).length;
  const added = change.added.filter(({ text }) => DIGEST.test(text)).length;
  const found: Finding[] = [];
  // Fewer digests, although there are no fewer packages.
  if (gone > added && change.added.length + (gone - added) >= change.removed.length) found.push({ line: change.added[0]?.line ?? null, id: 'dependency.integrity', detail: `${gone - added} digests are gone` });
  const packages = (text: string | null): ReadonlyMap<string, Locked> => packagesIn(text);
  const before = packages(base);
  if (before.size === 0) return found;
  for (const [name, now] of packages(head)) {
    const old = before.get(name);
    const line = change.added.find(({ text }) => text.includes(now.integrity ?? `"${name}"`))?.line ?? null;
    if (old !== undefined && old.integrity !== null && old.version === now.version && old.resolved === now.resolved && now.integrity !== old.integrity) found.push({ line, id: 'dependency.integrity', detail: `\`${name}\` of the same version has ${now.integrity === null ? 'no digest any more' : 'another digest'}` });
    if (now.scripted && old?.scripted !== true) found.push({ line: change.added.find(({ text }) => text.includes('"hasInstallScript"'))?.line ?? line, id: 'dependency.install-script', detail: `\`${name}\` runs a script on install` });
  }
  return found;
}

interface Locked {
  readonly version: unknown;
  readonly resolved: unknown;
  readonly integrity: string | null;
  readonly scripted: boolean;
}

// npm's lockfile only: the one that says by itself what runs on install.
function packagesIn(text: string | null): ReadonlyMap<string, Locked> {
  if (text === null || !text.startsWith('{')) return new Map();
  try {
    const { packages } = JSON.parse(text) as { packages?: Record<string, Record<string, unknown> | null> };
    return new Map(Object.entries(packages ?? {}).map(([name, one]) => [name, { version: one?.['version'], resolved: one?.['resolved'], integrity: typeof one?.['integrity'] === 'string' ? one['integrity'] : null, scripted: one?.['hasInstallScript'] === true }]));
  } catch {
    return new Map();
  }
}
