// SPDX-License-Identifier: Apache-2.0
//
// How much memory a statement takes once it is read: its tree may be a hundred and fifty times its text (`1,1,1,…`), or ten times. Counts
// objects, about fifty bytes each; refuses to guess from the length of the text.
import type { Draft } from './draft.js';

const known = new WeakMap<Draft, number>();

/** Objects of a statement's tree; counted once. */
export function weightOf(draft: Draft): number {
  let weight = known.get(draft);
  if (weight === undefined) known.set(draft, (weight = objectsIn(draft.tree)));
  return weight;
}

function objectsIn(root: unknown): number {
  let count = 0;
  const open: unknown[] = [root];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    count += 1;
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else for (const key in value) open.push((value as Readonly<Record<string, unknown>>)[key]);
  }
  return count;
}
