// SPDX-License-Identifier: Apache-2.0
//
// Lockfiles: changed without their manifest, packages that come from another place than the repository's packages do, digests that are gone or
// became others. Refuses to check a digest against a registry: that needs the network.
import { foldedPath } from './folded-paths.js';
import { entryFindings } from './lockfile-entries.js';
import { jsonIn, type Locked, packagesIn } from './lockfile-json.js';
import { serversIn, sourceFindings, type SourceKeys } from './lockfile-sources.js';
import type { FileSides, Finding, Surroundings } from './model.js';

interface Lock {
  readonly name: RegExp;
  /** Manifests that bring it about. */
  readonly manifest: RegExp;
  readonly keys: SourceKeys;
}

const NODE = /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml)$/u;
const PYTHON = /(?:^|\/)(?:pyproject\.toml|pipfile)$/u;
const LOCKS: readonly Lock[] = [
  { name: /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json)$/u, manifest: NODE, keys: ['resolved'] },
  { name: /(?:^|\/)(?:yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/u, manifest: NODE, keys: null },
  { name: /(?:^|\/)(?:poetry\.lock|uv\.lock|pdm\.lock)$/u, manifest: PYTHON, keys: null },
  { name: /(?:^|\/)pipfile\.lock$/u, manifest: PYTHON, keys: ['url', 'git', 'file'] },
  { name: /(?:^|\/)gemfile\.lock$/u, manifest: /(?:^|\/)gemfile$|\.gemspec$/u, keys: null },
  { name: /(?:^|\/)go\.sum$/u, manifest: /(?:^|\/)go\.(?:mod|work)$/u, keys: null },
  { name: /(?:^|\/)cargo\.lock$/u, manifest: /(?:^|\/)cargo\.toml$/u, keys: null },
  { name: /(?:^|\/)\.terraform\.lock\.hcl$/u, manifest: /\.(?:tf|tofu)(?:\.json)?$/u, keys: null },
  { name: /(?:^|\/)pylock(?:\.[\w-]+)?\.toml$/u, manifest: PYTHON, keys: null },
  { name: /(?:^|\/)flake\.lock$/u, manifest: /(?:^|\/)flake\.nix$/u, keys: null },
  { name: /(?:^|\/)deno\.lock$/u, manifest: /(?:^|\/)(?:deno\.jsonc?|package\.json)$/u, keys: null },
  { name: /(?:^|\/)mix\.lock$/u, manifest: /(?:^|\/)mix\.exs$/u, keys: null },
  { name: /(?:^|\/)pubspec\.lock$/u, manifest: /(?:^|\/)pubspec\.yaml$/u, keys: null },
  { name: /(?:^|\/)podfile\.lock$/u, manifest: /(?:^|\/)podfile$|\.podspec$/u, keys: null },
  { name: /(?:^|\/)package\.resolved$/u, manifest: /(?:^|\/)package\.swift$|\.pbxproj$/u, keys: null },
  { name: /(?:^|\/)packages\.lock\.json$/u, manifest: /\.(?:cs|fs|vb)proj$|\.props$/u, keys: [] },
  { name: /(?:^|\/)composer\.lock$/u, manifest: /(?:^|\/)composer\.json$/u, keys: ['url'] },
];
const DIGEST = /\b(?:integrity|checksum|hash|shasum|sha256|content-hash)\b/u;

function lockOf(path: string): Lock | undefined {
  const folded = foldedPath(path);
  return LOCKS.find(({ name }) => name.test(folded));
}

/** True for a file that a package manager writes to say what exactly is installed. */
export function isLockfile(path: string): boolean {
  return lockOf(path) !== undefined;
}

/** Servers that a lockfile takes packages from; none when it is none. */
export function lockfileServers(path: string, text: string): readonly string[] {
  const lock = lockOf(path);
  return lock === undefined ? [] : serversIn(text, lock.keys);
}

/** Findings of a lockfile; none for other files. */
export function lockfileFindings(file: FileSides, { paths, servers, files = [] }: Surroundings): readonly Finding[] {
  const { change, head } = file;
  const lock = lockOf(change.path);
  // Requirements of pip are a manifest that may hold digests.
  if (lock === undefined) return /(?:^|\/)[\w.-]*requirements[\w./-]*\.txt$/u.test(foldedPath(change.path)) && change.status !== 'deleted' ? entryFindings(file) : [];
  if (change.status === 'deleted') return gone(lock, file, files);
  const alone = change.status === 'modified' && ![...paths].some((other) => lock.manifest.test(foldedPath(other)));
  return [
    ...(alone ? [{ line: null, id: 'dependency.lockfile-alone', detail: 'it changes without its manifest' }] : []),
    ...(lock.keys !== null && head !== null && jsonIn(head) === null ? [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }] : []),
    ...sourceFindings(file, lock.keys, servers), ...(foldedPath(change.path).endsWith('go.sum') ? otherSums(change) : [...digests(file), ...entryFindings(file)]),
  ];
}

// Gone with its manifest, or for one of another package manager, it is missed by nobody.
function gone({ manifest }: Lock, { change }: FileSides, files: readonly FileSides[]): readonly Finding[] {
  const instead = files.some((other) => (other.change.status === 'deleted' ? manifest.test(foldedPath(other.change.path)) : lockOf(other.change.path)?.manifest === manifest));
  return instead ? [] : [{ line: null, id: 'dependency.lockfile-alone', detail: `\`${change.path.slice(-100)}\` is gone, and with it what says which packages are installed` }];
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

function digests({ change, base, head }: FileSides): readonly Finding[] {
  const [before, after] = [packagesIn(base), packagesIn(head)];
  if (after.size > 0) return [...after].flatMap(([name, now]) => ofPackage(name, now, { old: before.get(name), added: change.added }));
  const gone = change.removed.filter(({ text }) => DIGEST.test(text)).length;
  const added = change.added.filter(({ text }) => DIGEST.test(text)).length;
  // Fewer digests, although there are no fewer packages.
  if (gone <= added || change.added.length + (gone - added) < change.removed.length) return [];
  return [{ line: change.added[0]?.line ?? null, id: 'dependency.integrity', detail: `${gone - added} digests are gone` }];
}

function ofPackage(name: string, now: Locked, { old, added }: { old: Locked | undefined; added: FileSides['change']['added'] }): Finding[] {
  const same = old !== undefined && old.version === now.version;
  if (same && old.integrity === now.integrity && old.scripted === now.scripted) return [];
  const lineOf = (text: string): number | null => added.find((line) => line.text.includes(text))?.line ?? null;
  // Looked for only when there is something to say: a lockfile has thousands of packages.
  const line = (): number | null => lineOf(now.integrity ?? `"${name}"`);
  const found: Finding[] = [];
  if (same && old.integrity !== null && now.integrity !== old.integrity) found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` of the same version has ${now.integrity === null ? 'no digest any more' : 'another digest'}` });
  else if (!same && now.integrity === null && fetched(now.resolved)) found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` has no digest` });
  if (now.scripted && old?.scripted !== true) found.push({ line: lineOf('"hasInstallScript"') ?? line(), id: 'dependency.install-script', detail: `\`${name}\` runs a script on install` });
  return found;
}

// Repositories have their commit in place of a digest.
function fetched(resolved: unknown): boolean {
  return typeof resolved === 'string' && /^https?:/iu.test(resolved);
}
