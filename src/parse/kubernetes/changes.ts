// SPDX-License-Identifier: Apache-2.0
//
// Manifests before and after a change: what is new or different is applied, what is gone from all of its files is deleted, what stayed the same is
// nothing. Refuses to overlook what went away behind a text that can't be read: then nobody knows, and it says so.
import type { ReadOperation } from '../../core/model.js';
import { isRecipe } from '../shell/extract/pods.js';
import { sourcesOf } from './kustomization.js';
import { type Part, readManifest } from './manifest.js';
import { deleted, unreadable } from './operation.js';
import { aimsIn, below, type Recipe, unguardedIn } from './patch-files.js';
import { operationsOf, quietIn } from './reader.js';
import { objectOf, type Resource, typeOf } from './resource.js';
import { canonical, type Mapping } from './value.js';

/** One file on both sides. Null: it is not there on that side. */
export interface ManifestFile {
  readonly path: string;
  /** Where it stood before; the same when nothing is said. */
  readonly from?: string | null;
  readonly head: string | null;
  readonly base: string | null;
  /** There was a file before, but no text of it can be had. */
  readonly baseLost: boolean;
  /** Lines at head that were not there before, in order; none when nobody says. */
  readonly added?: readonly number[];
}

/** Operations of each file, in the order given. `recipes`: kustomizations that the change leaves alone, which say what its patches are for. Never throws. */
export function readManifestChange(files: readonly ManifestFile[], recipes: readonly Recipe[] = []): readonly (readonly ReadOperation[])[] {
  const own = new Set(files.flatMap(({ path, from }) => [path, from ?? path]));
  const others = recipes.filter(({ path }) => !own.has(path));
  const aims = aimsIn([...others, ...files.flatMap(({ path, head }) => (head !== null && isRecipe(path) ? [{ path, text: head }] : []))]);
  const aimed = aimsIn([...others, ...files.flatMap(({ path, from, base }) => (base !== null && isRecipe(from ?? path) ? [{ path: from ?? path, text: base }] : []))]);
  const heads = files.map(({ head, path }) => (head === null ? [] : readManifest(head, path, aims.get(path))));
  const bases = files.map(({ base, path, from }) => (base === null ? [] : readManifest(base, path, aimed.get(from ?? path) ?? aims.get(path))));
  const before = byKey(bases.flat());
  const after = byKey(heads.flat());
  const same = new Set(bases.flat().flatMap((part) => (part.kind === 'resource' ? [] : [mark(part)])));
  const quiet = quietIn(heads.flat());
  return files.map((file, index) => [
    ...standing(heads[index] as readonly Part[], file.added ?? [], (part) => fresh(part, before, { same, quiet })),
    ...gone(file, bases[index] as readonly Part[], heads[index] as readonly Part[], after),
    ...notBuilt(file, bases[index] as readonly Part[], heads[index] as readonly Part[], (path) => files.flatMap((other, at) => ((other.from ?? other.path) === path ? [{ ...other, parts: bases[at] as readonly Part[] }] : []))),
    ...unguardedIn(bases[index] as readonly Part[], heads.flat()),
  ]);
}

function keyOf(resource: Resource): string | null {
  return resource.name === null ? null : `${typeOf(resource)} ${objectOf(resource)}`;
}

function byKey(parts: readonly Part[]): ReadonlyMap<string, Resource> {
  return new Map(parts.flatMap((part) => {
    const key = part.kind === 'resource' ? keyOf(part.resource) : null;
    return key === null || part.kind !== 'resource' ? [] : [[key, part.resource] as const];
  }));
}

// What a part that is no resource says, whole.
function mark(part: Exclude<Part, { kind: 'resource' }>): string {
  if (part.kind === 'patch') return `patch ${canonical(part.patch.target)} ${part.patch.namespace ?? ''} ${canonical(part.patch.body)}`;
  return part.kind === 'problem' ? `problem ${part.source.trim()}` : `${part.kind} ${canonical(part.value)}`;
}

function fresh(part: Part, before: ReadonlyMap<string, Resource>, { same, quiet }: { readonly same: ReadonlySet<string>; readonly quiet: ReadonlySet<string> }): readonly ReadOperation[] {
  // Something unreadable is unreadable however long it has been there: it is applied with the rest of its file.
  if (part.kind !== 'resource' && part.kind !== 'problem' && same.has(mark(part))) return [];
  if (part.kind !== 'resource') return operationsOf(part, null, quiet);
  const key = keyOf(part.resource);
  const known = key === null ? undefined : before.get(key);
  return known !== undefined && canonical(known.value) === canonical(part.resource.value) ? [] : operationsOf(part, known ?? null, quiet);
}

// What an object of many lines would do stands where it was changed: a forge shows no remark beside lines that stayed. Parts and lines are in order.
function places(parts: readonly Part[], added: readonly number[]): readonly number[] {
  const found = parts.map(lineOf);
  let [seen, begun, next] = [added.length, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const line = found[index] as number;
    if (line < begun) [begun, next] = [line, begun];
    while (seen > 0 && (added[seen - 1] as number) >= line) seen -= 1;
    const first = added[seen] ?? next;
    if (first < next) found[index] = first;
  }
  return found;
}

function standing(parts: readonly Part[], added: readonly number[], read: (part: Part) => readonly ReadOperation[]): readonly ReadOperation[] {
  const at = places(parts, added);
  return parts.flatMap((part, index) => {
    const line = at[index] as number;
    return read(part).map((operation) => (operation.line === lineOf(part) ? { ...operation, line } : operation));
  });
}

function lineOf(part: Part): number {
  return part.kind === 'resource' ? part.resource.line : part.line;
}

function gone(file: ManifestFile, base: readonly Part[], head: readonly Part[], after: ReadonlyMap<string, Resource>): ReadOperation[] {
  const lines = file.head === null ? 1 : file.head.split('\n').length;
  const lost = 'what was there before can not be read, so that nobody knows what goes away';
  if (file.baseLost) return [unreadable(`${file.path}\n${file.head ?? ''}`, 1, lost)];
  const unread = head.some((part) => part.kind === 'problem');
  return base.flatMap((part) => {
    if (part.kind === 'kustomization') return head.some((other) => other.kind === 'kustomization') ? [] : [unreadable(canonical(part.value), 1, 'a kustomization is gone, and nobody knows what it built')];
    if (part.kind === 'problem') return unread ? [] : [unreadable(part.source, Math.min(part.line, lines), lost)];
    if (part.kind === 'patch' || part.kind === 'replacements') return [];
    const key = keyOf(part.resource);
    return key === null || after.has(key) ? [] : [deleted(part.resource, Math.min(part.resource.line, lines))];
  });
}

type Found = ManifestFile & { readonly parts: readonly Part[] };

// A file that a kustomization names no more is applied no more, though it is still there. `find`: files of the change by where they stood before.
function notBuilt({ path }: ManifestFile, base: readonly Part[], head: readonly Part[], find: (path: string) => readonly Found[]): ReadOperation[] {
  const now = head.find((part) => part.kind === 'kustomization');
  if (now?.kind !== 'kustomization') return [];
  return base.flatMap((part) => {
    if (part.kind !== 'kustomization') return [];
    const renamed = RENAMING.filter((key) => canonical(part.value[key] ?? null) !== canonical(now.value[key] ?? null));
    const moved = renamed.length === 0 ? [] : [unreadable(`${path}\n${canonical(now.value)}`, now.line, `what it builds gets other names (${renamed.join(', ')}), so that it goes away under the old ones`)];
    return [...moved, ...takenOut(part.value, now.value).flatMap((source) => outOf(source, { path, line: now.line, find }))];
  });
}

/** Settings that name everything that is built. */
const RENAMING = ['namespace', 'namePrefix', 'nameSuffix'] as const;

function takenOut(before: Mapping, after: Mapping): readonly string[] {
  const kept = new Set(sourcesOf(after));
  return sourcesOf(before).filter((source) => !kept.has(source));
}

function outOf(source: string, { path, line, find }: { readonly path: string; readonly line: number; readonly find: (path: string) => readonly Found[] }): ReadOperation[] {
  const found = find(below(path, source));
  // A file that went away or moved in this change has told so itself.
  if (found.length > 0) return found.filter((file) => file.head !== null && file.path === (file.from ?? file.path)).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'resource' ? [deleted(part.resource, line)] : [])));
  return [unreadable(`${path}\n${source}`, line, `\`${source.slice(0, 200)}\` is taken out of the kustomization, and what it holds goes away; what that is the change does not show`)];
}
