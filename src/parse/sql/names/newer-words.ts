// SPDX-License-Identifier: Apache-2.0
//
// Words of the grammar that older servers do not know and take for names, of somebody's function or column: `json_value(…)` before 17,
// `system_user` before 16. Refuses to read such a word as PostgreSQL's own where the server is older than it.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { LOST, type Value } from '../facts/lineage.js';
import type { At } from '../facts/walk.js';

/** `serverVersion` of a major version is so many times that. */
const VERSION = 10_000;

/** The handler of words that came with a major version; to an older server the statement is unknown. */
export function since<Parts>(version: number, names: readonly string[], handle: (fields: Parts, at: At) => Value): (fields: Parts, at: At) => Value {
  return (fields, at) => {
    const value = handle(fields, at);
    const { catalog } = at.run.builder.scope;
    if (catalog === null || catalog.serverVersion >= version * VERSION) return value;
    at.run.builder.unknown(`${names.map((name) => `\`${name}\``).join(' or ')} is a name to a server before PostgreSQL ${version}`);
    return LOST;
  };
}

/** True for what the grammar makes a call of PostgreSQL's own, and this server looks up as any name. */
export function isNameToOlder(bare: string, catalog: CatalogSnapshot | null): boolean {
  if (catalog === null || catalog.serverVersion >= 16 * VERSION) return false;
  return bare === 'system_user' || (bare === 'json_object' && catalog.functions.has(bare));
}
