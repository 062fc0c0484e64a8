// SPDX-License-Identifier: Apache-2.0
//
// Takes values out of a document that its schema has already accepted. Refuses to check anything: shape.ts did.
import type { Json, Located } from './yaml.js';

/** The value under a key, with its place; undefined when the key is not there. */
export function child(node: Located, key: string): Located | undefined {
  return node.entries?.get(key)?.node;
}

/** The value under a key that the schema demands, or that was seen to be there, with its place. */
export function present(node: Located, key: string): Located {
  return child(node, key) as Located;
}

/** All keys of a mapping with their values and places; empty for an absent one. */
export function entriesOf(node: Located | undefined): readonly { readonly key: string; readonly keyAt: number; readonly node: Located }[] {
  return [...(node?.entries ?? [])].map(([key, entry]) => ({ key, ...entry }));
}

/** All items of a list; empty for an absent one. */
export function itemsOf(node: Located | undefined): readonly Located[] {
  return node?.items ?? [];
}

/** A text, or null when the key is not there. */
export function textOf(node: Located, key: string): string | null {
  return (child(node, key)?.value as string | undefined) ?? null;
}

/** A true-or-false, false when the key is not there. */
export function flagOf(node: Located, key: string): boolean {
  return child(node, key)?.value === true;
}

/** One value or a list of them, as nodes; undefined when the key is not there. */
export function manyOf(node: Located, key: string): readonly Located[] | undefined {
  const found = child(node, key);
  return found === undefined ? undefined : (found.items ?? [found]);
}

/** One value or a list of them, as texts; undefined when the key is not there. */
export function textsOf(node: Located, key: string): readonly string[] | undefined {
  return manyOf(node, key)?.map((item) => String(item.value));
}

/** A sentence on one line. */
export function sentenceOf(node: Located, key: string): string | null {
  return textOf(node, key)?.replace(/\s+/g, ' ').trim() ?? null;
}

/** A value and all in it, frozen. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freezeDeep(item as Json);
  }
  return value;
}
