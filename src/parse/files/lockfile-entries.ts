// SPDX-License-Identifier: Apache-2.0
//
// Packages in lockfiles that are no JSON of npm's: what they are called, with which digests, from which address. Line by line, by the form that each tool
// writes. Refuses to pass over a line: what is in no form of a tool belongs to the package before it.
import type { DiffLine } from '../../core/change.js';
import { isTable, jsonIn, packagesIn } from './lockfile-json.js';
import type { FileSides, Finding } from './model.js';

/** One package as locked. `key`: what has the same digests for ever, as a rule name and version. */
interface Entry {
  readonly key: string;
  /** Names under which a registry may have it; none when the form has none. */
  readonly names: readonly string[];
  readonly digests: string[];
  readonly addresses: string[];
  /** A file that is called like another package; null when it is not. */
  readonly stranger: string | null;
}

// Hits `lodash@^4.17.0, lodash@^4:`, `"@a/b@npm:^1":`; misses what is indented.
const YARN = /^"?(@?[^\s"@]{1,214}@[^\n]{1,2000}?)"?:$/u;
// Hits `  lodash@4.17.21:`, `  /@a/b/1.0.0(c@1):`, `  '@a/b@1.0.0':`.
const PNPM = /^ {2}['"]?\/?((?:@[\w.~-]+\/)?[\w.~-]+)[@/](\d[^\s'":(]{0,200})[^\n]{0,500}:$/u;
// Hits `"lodash": ["lodash@4.17.21", "", {}, "sha512-…"],`.
const BUN = /^\s*"[^"]{1,300}":\s*\["(@?[^"@]{1,214})@([^"]{1,300})"(.*)\],?$/u;
// Hits `  rake (13.0.0) sha256=…`.
const GEM = /^ {2}([\w.-]{1,100} \([^)\s]{1,100}\)) (\S{1,300})$/u;
// Hits `{file = "a-1.whl", hash = "sha256:…"}` and `{ url = "https://…/a-1.whl", hash = "sha256:…"`: of Python, each file has its own.
const FILE = /\b(?:file|url) = "(?:[^"\s]{0,2000}\/)?([^"/\s]{1,300})", hash = "([^"]{1,300})"/gu;
// Hits `rich==13.0.0 --hash=sha256:…`, and the same over lines.
const PINNED = /^([\w.-]{1,200})(?:\[[^\]\n]{0,200}\])?==([^\s;\\]{1,100})/u;
const DIGEST = /\b(?:integrity|checksum)(?::| =)? ?"?([^\s",}]{8,300})|"((?:h1|zh):[^"]{8,300})"|--hash=(\S{8,300})/gu;
const ADDRESS = /\b(?:resolved|tarball:) ?"?(https?:\/\/[^\s",}]{1,2000})/gu;

function entriesIn(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let [current, name]: [Entry | null, string] = [null, ''];
  const begin = (key: string, names: readonly string[], stranger: string | null = null): Entry => entries[entries.push({ key, names, digests: [], addresses: [], stranger }) - 1] as Entry;
  for (const line of text.split(/\r?\n/u)) {
    const yarn = YARN.exec(line)?.[1];
    const [, pnpm, at = ''] = PNPM.exec(line) ?? [];
    const [, bun, version = '', rest = ''] = BUN.exec(line) ?? [];
    const [, gem, sum = ''] = GEM.exec(line) ?? [];
    const [, pinned, exact = ''] = PINNED.exec(line) ?? [];
    if (yarn !== undefined) [current, name] = [null, yarn];
    else if (/^\[\[packages?\]\]|^\[metadata|^provider "/u.test(line)) [current, name] = [null, /^provider "([^"]+)"/u.exec(line)?.[1] ?? ''];
    else if (pnpm !== undefined) current = begin(`${pnpm}@${at}`, [pnpm]);
    else if (bun !== undefined) begin(`${bun}@${version}`, [bun]).digests.push(...[...rest.matchAll(/"(sha\d{1,3}-[^"]{1,200})"/gu)].map(([, digest = '']) => digest));
    else if (pinned !== undefined) current = begin(`${pinned}@${exact}`, []);
    else if (gem !== undefined) begin(gem, []).digests.push(sum);
    for (const [, file = '', digest = ''] of line.matchAll(FILE)) begin(file, [], pythonic(file).startsWith(pythonic(name)) ? null : name).digests.push(digest);
    // Name first, then the version, as all of them write it.
    name = /^name = "([^"]{1,300})"/u.exec(line)?.[1] ?? name;
    const versioned = /^ {0,2}version\s*[ :=] *"?([^\s"]{1,200})"?$/u.exec(line)?.[1];
    if (versioned !== undefined && name !== '') current = begin(`${namesOf(name)[0] ?? name}@${versioned}`, namesOf(name));
    current?.digests.push(...[...line.matchAll(DIGEST)].map(([, one, other, third]) => one ?? other ?? third ?? ''));
    current?.addresses.push(...[...line.matchAll(ADDRESS)].map(([, address = '']) => address));
  }
  return entries;
}

// `Foo.Bar_x-1.0.whl` is a file of `foo-bar-x`.
function pythonic(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/gu, '-');
}

// `a@^1, a@npm:b@^2` is `a` or `b`: another name that a manifest gives it.
function namesOf(header: string): readonly string[] {
  return header.includes('@') ? header.split(', ').map((one) => /^"?(?:@?[^@]+@npm:(?=@?[^@]+@))?(@?[^@"]+)/u.exec(one)?.[1] ?? one) : [];
}

/** Findings of a lockfile on both sides: packages of the same version with other digests, and those that have the address of another one. */
export function entryFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (head === null) return [];
  const lineOf = (text: string): number | null => (change.added as readonly DiffLine[]).find((line) => line.text.includes(text))?.line ?? null;
  const json = jsonIn(head);
  if (json !== null) return [...misnamed(head, base).map(([name, address]) => elsewhere(name, address, lineOf)), ...ofComposer(json, base === null ? null : jsonIn(base), lineOf), ...ofNix(json, base === null ? null : jsonIn(base), lineOf)];
  const [now, before] = [entriesIn(head), new Map<string, string[]>()];
  for (const { key, digests } of base === null ? [] : entriesIn(base)) before.set(key, [...(before.get(key) ?? []), ...digests]);
  // Yarn has digests of another kind after an upgrade of its cache; then none can be compared.
  const recast = change.added.find(({ text }) => /^ {2}cacheKey:/u.test(text));
  const other = now.filter(({ key, digests }) => digests.length > 0 && (before.get(key)?.length ?? 0) > 0 && !digests.some((digest) => before.get(key)?.includes(digest) === true));
  const swapped = recast !== undefined && other.length > 0 ? [{ line: recast.line, id: 'dependency.unreadable', detail: 'all digests are of another kind from here on, so that nobody can compare them' }] : other.map(({ key, digests }) => ({ line: lineOf(digests[0] as string), id: 'dependency.integrity', detail: `\`${key.slice(0, 100)}\` of the same version has another digest` }));
  const strange = now.flatMap(({ names, addresses }) => addresses.filter((address) => base?.includes(address) !== true).flatMap((address) => (isOf(address, names) ? [] : [elsewhere(names[0] ?? '', address, lineOf)])));
  const others = now.filter(({ stranger, key }) => stranger !== null && base?.includes(key) !== true).map(({ stranger, key }): Finding => ({ line: lineOf(key), id: 'dependency.lockfile-source', detail: `\`${(stranger ?? '').slice(0, 100)}\` has \`${key.slice(0, 100)}\` for a file` }));
  return [...swapped, ...strange, ...others];
}

function elsewhere(name: string, address: string, lineOf: (text: string) => number | null): Finding {
  return { line: lineOf(address), id: 'dependency.lockfile-source', detail: `\`${name.slice(0, 100)}\` has the address of \`${(packageAt(address) ?? '').slice(0, 100)}\`` };
}

// npm says at the package itself when it is another one under this name.
function misnamed(head: string, base: string | null): readonly (readonly [string, string])[] {
  const before = packagesIn(base);
  return [...packagesIn(head)].flatMap(([place, { name, resolved }]) => {
    const own = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const renamed = name !== null && name !== own && before.has(place) && before.get(place)?.name !== name;
    return typeof resolved !== 'string' || base?.includes(resolved) === true || (!renamed && isOf(resolved, [name ?? own])) ? [] : [[own, resolved] as const];
  });
}

// Of Composer, a version is a commit of a repository: another repository is another package.
function ofComposer(now: Readonly<Record<string, unknown>>, old: Readonly<Record<string, unknown>> | null, lineOf: (text: string) => number | null): readonly Finding[] {
  const before = new Map(composed(old).map((one) => [one.name, one]));
  return composed(now).flatMap((one): readonly Finding[] => {
    const was = before.get(one.name);
    if (was === undefined) return [];
    const moved = one.places.find((place) => !was.places.includes(place));
    const swapped = was.version === one.version && was.sum !== '' && was.sum !== one.sum;
    return [
      ...(moved !== undefined && was.places.length > 0 ? [{ line: lineOf(moved), id: 'dependency.lockfile-source', detail: `\`${one.name.slice(0, 100)}\` comes from another repository than before` }] : []),
      ...(swapped ? [{ line: lineOf(one.sum === '' ? one.name : one.sum), id: 'dependency.integrity', detail: `\`${one.name.slice(0, 100)}\` of the same version has another digest` }] : []),
    ];
  });
}

function composed(lock: Readonly<Record<string, unknown>> | null): readonly { readonly name: string; readonly version: string; readonly sum: string; readonly places: readonly string[] }[] {
  return ['packages', 'packages-dev'].flatMap((key) => (Array.isArray(lock?.[key]) ? (lock[key] as unknown[]) : [])).flatMap((one) => {
    if (!isTable(one) || typeof one['name'] !== 'string') return [];
    const [dist, source] = [one['dist'], one['source']].map((part) => (isTable(part) ? part : {})) as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
    const places = [dist, source].map(({ url, reference }) => String(url ?? '').replace(String(reference ?? '\0') || '\0', '')).filter((place) => place !== '');
    return [{ name: one['name'], version: String(one['version']), sum: String(dist['shasum'] ?? ''), places }];
  });
}

// Inputs of a flake are repositories, too.
function ofNix(now: Readonly<Record<string, unknown>>, old: Readonly<Record<string, unknown>> | null, lineOf: (text: string) => number | null): readonly Finding[] {
  const places = (lock: Readonly<Record<string, unknown>> | null): ReadonlyMap<string, string> => new Map(Object.entries(isTable(lock?.['nodes']) ? lock['nodes'] : {}).flatMap(([name, node]) => {
    const locked = isTable(node) && isTable(node['locked']) ? node['locked'] : null;
    return locked === null ? [] : [[name, ['type', 'host', 'owner', 'repo', 'dir', ...(locked['type'] === 'tarball' ? [] : ['url'])].map((key) => String(locked[key] ?? '')).join(' ')] as const];
  }));
  const before = places(old);
  return [...places(now)].filter(([name, place]) => before.has(name) && before.get(name) !== place).map(([name, place]) => ({ line: place.split(' ').map((part) => lineOf(`"${part}"`)).find((line) => line !== null) ?? null, id: 'dependency.lockfile-source', detail: `\`${name.slice(0, 100)}\` comes from another repository than before` }));
}

// Hits `https://packages.example/@a/b/-/b-1.0.0.tgz`; misses addresses that do not say which package it is.
function packageAt(address: string): string | null {
  return /\/((?:@[^/?#]{1,214}(?:\/|%2f))?[^/?#@]{1,214})\/-\//iu.exec(address)?.[1]?.replace(/%2f/iu, '/') ?? null;
}

function isOf(address: string, names: readonly string[]): boolean {
  const name = packageAt(address);
  return name === null || names.length === 0 || names.includes(name);
}
