// SPDX-License-Identifier: Apache-2.0
//
// Files beside kustomizations that are patches or replacements, and where they go; and patches that are gone, with what they kept out. Refuses to take a patch for the
// whole of an object: what it leaves out is none of its doing.
import type { ReadOperation } from '../../core/model.js';
import { type Aim, aimedFilesIn, patchesIn, sourcesOf } from './kustomization.js';
import { type Part, readManifest } from './manifest.js';
import { guardsOf, type Patch, unguarded } from './patched.js';
import { guardsIn } from './removals.js';

/** One kustomization, by its path. */
export interface Recipe {
  readonly path: string;
  readonly text: string;
}

/** Kustomizations of one repository that are looked at. Source: the largest fleets that we saw have some hundreds. */
export const MAX_RECIPES = 1_000;

/** What the patches and replacements that kustomizations name by file are for, by the path of the file. */
export function aimsIn(recipes: readonly Recipe[]): ReadonlyMap<string, readonly Aim[]> {
  const aims = new Map<string, Aim[]>();
  for (const { path, text } of recipes) {
    for (const part of readManifest(text, path)) {
      if (part.kind !== 'kustomization') continue;
      for (const [file, aim] of aimedFilesIn(part.value)) aims.set(below(path, file), [...(aims.get(below(path, file)) ?? []), aim]);
    }
  }
  return aims;
}

/** Files that kustomizations build from, whatever they are called. */
export function builtFrom(recipes: readonly Recipe[]): ReadonlySet<string> {
  const sources = recipes.flatMap(({ path, text }) => readManifest(text, path).flatMap((part) => (part.kind === 'kustomization' ? sourcesOf(part.value).map((source) => below(path, source)) : [])));
  return new Set([...sources, ...aimsIn(recipes).keys()]);
}

/** `overlays/x/kustomization.yaml` and `../../base/a.yaml` are `base/a.yaml`. */
export function below(path: string, source: string): string {
  const out = path.split('/').slice(0, -1);
  for (const part of source.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
}

function patchesOf(parts: readonly Part[]): readonly Patch[] {
  return parts.flatMap((part) => (part.kind === 'patch' ? [part.patch] : part.kind === 'kustomization' ? patchesIn(part.value, part.line) : []));
}

/** What patches of a file kept out and no patch or object of the change does any more; `after`: all parts after the change. */
export function unguardedIn(base: readonly Part[], after: readonly Part[]): readonly ReadOperation[] {
  const patches = patchesOf(base);
  if (patches.length === 0) return [];
  const kept = new Set([
    ...patchesOf(after).flatMap(guardsOf),
    ...after.flatMap((part) => (part.kind === 'resource' ? guardsIn(part.resource.value).map((path) => `${part.resource.kind}/${part.resource.name ?? '*'} ${path}`) : [])),
  ]);
  return patches.flatMap((patch) => {
    const lost = guardsOf(patch).filter((one) => !kept.has(one)).map((one) => one.slice(one.indexOf(' ') + 1));
    return lost.length === 0 ? [] : [unguarded(patch, lost, 1)];
  });
}
