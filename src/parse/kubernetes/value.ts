// SPDX-License-Identifier: Apache-2.0
//
// Looks into values whose shape nobody checked. Refuses to guess: what is not of the kind asked for is empty, or null.

/** JSON. Mappings have no prototype. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Mapping = { readonly [key: string]: Value };

const NOTHING: Mapping = Object.freeze(Object.create(null) as Mapping);

/** True for a mapping. */
export function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mapping; empty when it is none. */
export function mapping(value: Value | undefined): Mapping {
  return isMapping(value) ? value : NOTHING;
}

/** A list; empty when it is none. */
export function list(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

/** A text; null when it is none. */
export function text(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The texts of a list, others left out. */
export function texts(value: Value | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === 'string');
}

/** What stands under keys inside each other; undefined when any is missing. */
export function within(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  let found = value;
  for (const key of keys) found = isMapping(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** The mapping under keys inside each other; empty when there is none. */
export function mappingAt(value: Value | undefined, ...keys: readonly string[]): Mapping {
  return mapping(within(value, ...keys));
}

/** True when something stands there that is not null: the API server takes null for absent. */
export function present(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}

/** True unless it is absent or false: a switch whose value is of the wrong kind counts as on. */
export function on(value: Value | undefined): boolean {
  return present(value) && value !== false;
}

/** The same JSON for the same value, whatever the order of its keys. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(canonical).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Value)}`).join(',')}}`;
}
