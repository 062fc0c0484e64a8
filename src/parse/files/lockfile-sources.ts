// SPDX-License-Identifier: Apache-2.0
//
// Where a lockfile takes packages from, and which of its sources were not there before. What is usual is what the repository's own lockfiles
// say at the base of the change; refuses to know any server by name.
import { isTable, jsonIn } from './lockfile-json.js';
import type { FileSides, Finding } from './model.js';

/** `host`: with its port, lower case; empty when there is none. `whole`: without a fragment or revision. */
interface Source {
  readonly kind: 'https' | 'http' | 'git' | 'file' | 'other';
  readonly host: string;
  readonly whole: string;
}

/** How a tool writes its lockfile. `keys`: of JSON, those that hold a source; null: not JSON, and every address in it is one. */
export type SourceKeys = readonly string[] | null;

/** Servers that a lockfile takes packages from. */
export function serversIn(text: string, keys: SourceKeys): readonly string[] {
  return sourcesIn(text, keys).filter(({ kind }) => kind === 'https').map(({ host }) => host);
}

/** Sources of a changed lockfile that are new. `servers`: what the repository's other lockfiles use at the base. */
export function sourceFindings({ change, base, head }: FileSides, keys: SourceKeys, servers: ReadonlySet<string>): readonly Finding[] {
  const before = base === null ? change.removed.flatMap(({ text }) => sourcesOfLine(text, keys)) : sourcesIn(base, keys);
  const wholes = new Set(before.map(({ whole }) => whole));
  const known = new Set([...servers, ...before.filter(({ kind }) => kind === 'https').map(({ host }) => host)]);
  const now = head === null || keys === null ? change.added.flatMap(({ line, text }) => sourcesOfLine(text, keys).map((source) => ({ source, line: () => line }))) : placed(head, keys, change.added);
  // A lockfile that nothing is known of is measured by itself; one of which only a diff is there is not known to be such.
  if (known.size === 0 && (base !== null || change.status === 'added')) known.add(majority(now.map(({ source }) => source)));
  return now.flatMap(({ line, source }): readonly Finding[] => {
    const detail = wholes.has(source.whole) ? null : complaint(source, known);
    return detail === null ? [] : [{ line: line(), id: 'dependency.lockfile-source', detail }];
  });
}

function complaint({ kind, host }: Source, known: ReadonlySet<string>): string | null {
  switch (kind) {
    case 'https':
      return known.has(host) ? null : `a package comes from \`${host}\`, which no lockfile used before`;
    case 'http':
      return `a package comes from \`${host}\` unprotected`;
    case 'git':
      return `a package comes straight from a repository at \`${host}\``;
    case 'file':
      return 'a package comes from a file';
    case 'other':
      return 'a package comes from an address that has more than one reading';
    default:
      return kind satisfies never;
  }
}

// More packages come from it than from any other; empty when two have as many.
function majority(sources: readonly Source[]): string {
  const counts = new Map<string, number>();
  for (const { kind, host } of sources) if (kind === 'https') counts.set(host, (counts.get(host) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? '' : first[0];
}

function sourcesIn(text: string, keys: SourceKeys): readonly Source[] {
  if (keys === null) return text.split('\n').flatMap((line) => sourcesOfLine(line, null));
  const value = jsonIn(text);
  return value === null ? [] : [...stringsAt(value, keys)].flatMap(sourceOf);
}

// A lockfile has thousands of entries: their lines are looked for only when there is something to say.
function placed(text: string, keys: readonly string[], added: FileSides['change']['added']): { source: Source; line: () => number | null }[] {
  const value = jsonIn(text);
  if (value === null) return [];
  return [...stringsAt(value, keys)].flatMap((string) => sourceOf(string).map((source) => ({ source, line: () => added.find((line) => line.text.includes(string))?.line ?? null })));
}

/** Parts of a package that speak to people. */
const TALK: readonly string[] = ['funding', 'support', 'homepage', 'authors'];

function* stringsAt(value: unknown, keys: readonly string[]): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* stringsAt(item, keys);
  else if (isTable(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (keys.includes(key)) yield inner;
      } else if (!TALK.includes(key)) yield* stringsAt(inner, keys);
    }
  }
}

// Lines that say something to people; no tool fetches what they name.
const PROSE = /^\s*(?:deprecated|description|homepage|#)/u;
// Hits `https://a.example/x.tgz`, `registry+https://…`, `git@a.example:b/c`, `file:../a.tgz`; misses `workspace:.` and `link:../a`.
const ADDRESS = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>,{}[\]]{1,2000}|git@[\w.-]{1,200}:[^\s"'<>,{}[\]]{1,500}|(?<![\w])file:[^\s"'<>,{}[\]]{1,500}/giu;
const KEYED = /"([A-Za-z]{1,30})"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,2000})"/gu;

function sourcesOfLine(text: string, keys: SourceKeys): readonly Source[] {
  if (keys === null) return PROSE.test(text) ? [] : [...text.matchAll(ADDRESS)].flatMap(([address]) => sourceOf(address));
  return [...text.matchAll(KEYED)].flatMap(([, key = '', value = '']) => (keys.includes(key) ? sourceOf(value) : []));
}

// None for what names no place: a folder of the repository itself.
function sourceOf(address: string): readonly Source[] {
  if (/^file:/iu.test(address)) return [{ kind: 'file', host: '', whole: address }];
  if (/^git@/u.test(address)) return [{ kind: 'git', host: address.slice(4, address.indexOf(':')).toLowerCase(), whole: withoutRevision(address) }];
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([\s\S]*)$/iu.exec(address) ?? [];
  if (scheme === '') return [];
  const kind = KINDS[scheme.toLowerCase()] ?? 'other';
  const whole = withoutRevision(address);
  // Where a user or a backslash stands, two readers can disagree about the host.
  const authority = rest.split(/[/?#]/u)[0] ?? '';
  const parsed = `https://${kind === 'git' ? rest.replace(/^git@/u, '') : rest}`;
  if (kind === 'other' || rest.includes('\\') || (kind !== 'git' && authority.includes('@')) || !URL.canParse(parsed)) return [{ kind: 'other', host: '', whole }];
  return [{ kind, host: new URL(parsed).host, whole }];
}

const KINDS: Readonly<Partial<Record<string, Source['kind']>>> = {
  https: 'https', 'registry+https': 'https', 'sparse+https': 'https', 'sparse+registry+https': 'https', http: 'http', 'registry+http': 'http', 'sparse+http': 'http',
  git: 'git', ssh: 'git', 'git+ssh': 'git', 'git+https': 'git', 'git+http': 'git', 'git+git': 'git', file: 'file', 'git+file': 'file',
};

function withoutRevision(address: string): string {
  return address.replace(/[?#][\s\S]*$/u, '');
}
