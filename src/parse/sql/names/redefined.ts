// SPDX-License-Identifier: Apache-2.0
//
// What relations that are others by now than the catalog shows (redefinitions.ts) mean for statements after that in the same message,
// pipeline or block, which nobody can look at the catalog for in between. Refuses to simulate: a write to what may be another relation by
// now is unknown. Tables and indexes that are made, or given columns, stand behind no other name, so what is written there stays there.
import { canonicalName, reachable } from '../../../core/catalog.js';
import type { Redefined } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import type { Scope } from '../draft.js';
import { TYPE } from '../facts/lineage.js';
import { present } from '../grammar/tree.js';
import { implicitFunctionsOf } from './implicit-functions.js';

/** True when nobody's own functions run with what a table holds that was made, or given columns, since the catalog was read. */
export function holdsPlainValues(relation: string, { scope: { redefined, catalog } }: FactsBuilder): boolean {
  const news = redefined?.filter((one) => one.relation === relation && looksOtherwise(one)) ?? [];
  return news.length > 0 && news.every(({ into, plain }) => into === 'nothing' || plain === true) && implicitFunctionsOf(catalog)?.columnTypes(relation, '*').length === 0;
}

/** True when nothing but columns of PostgreSQL's own types, indexes and policies was put to what the catalog shows. */
export function growsPlainly({ stale, redefined = null }: Scope): boolean {
  return stale && redefined !== null && redefined.filter(isRelation).every(({ into, plain }) => into === 'nothing' || into === 'guarded' || into === 'triggered' || plain === true);
}

/** Says `unknown` of a write to what may be another relation by now. */
export function noteDoubt(relation: string, builder: FactsBuilder): void {
  const { stale, redefined = null } = builder.scope;
  if (!stale || (redefined !== null && !redefined.some((one) => (one.into === 'anything' || one.into === 'triggered') && (one.relation === relation || isBelow(one.relation, relation, builder))))) return;
  builder.unknown(`\`${relation}\` may be another relation by now, since definitions changed before it; send it in a message of its own`, relation, 'relation');
}

// Triggers of partitions and children fire with those of what they are below.
function isBelow(child: string, relation: string, { scope: { catalog } }: FactsBuilder): boolean {
  const known = catalog?.relations.get(relation);
  if (catalog === null || known === undefined || known.children.length === 0) return false;
  return reachable(known, ({ children }) => children, catalog).some((one) => canonicalName(one.schema, one.name) === child);
}

/** True when a relation's row policies, off by what the catalog shows, may be on by now. */
export function mayBeGuarded(relation: string, { stale, redefined = null }: Scope): boolean {
  return stale && (redefined === null || redefined.some((one) => one.relation === relation && (one.into === 'anything' || one.into === 'guarded')));
}

/** True when columns of these relations may be others by now. What tables get goes to their children, too. */
export function mayLookOtherwise(relations: readonly string[], { stale, redefined = null, catalog }: Scope): boolean {
  if (!stale) return false;
  return redefined === null || redefined.filter(looksOtherwise).some(({ relation, into }) => into === 'anything' || (relations.includes(relation) || (catalog?.relations.get(relation)?.children.length ?? 0) > 0));
}

/**
 * What an unqualified name may stand for by now instead of `found`, which `exists` or not in what the catalog shows: relations that were made
 * where it is looked for; `found` itself when that may be gone, or have another name, and the next schema be asked. None: nothing else.
 */
export function shadowsOf(bare: string, { found, exists }: { readonly found: string; readonly exists: boolean }, { stale, redefined, searchPath }: Scope): readonly string[] {
  if (!stale || redefined === undefined || redefined === null) return [];
  const relations = redefined.filter(isRelation);
  const schemas = new Set(['pg_temp', ...present(searchPath)]);
  const places = [...schemas].map((schema) => canonicalName(schema, bare));
  const isLast = found === places.at(-1);
  const mayBeGone = !isLast && relations.some(({ relation, into }) => relation === found && (into === 'nothing' || into === 'anything'));
  return places.filter((place) => (place === found ? mayBeGone || !exists : true) && relations.some(({ relation }) => relation === place));
}

/** Where a function or operator of a name was made, or got the name, since the catalog was read; null: nowhere. An empty schema: not known which. */
export function madeSince(bare: string, into: 'callable' | 'type', { stale, redefined }: Scope): string | null {
  if (!stale || redefined === undefined || redefined === null) return null;
  const end = canonicalName('', bare);
  const made = redefined.find((one) => one.into === into && one.relation.endsWith(end));
  return made === undefined ? null : made.relation.slice(0, -end.length);
}

/** True when functions and operators of a name are those that the catalog shows. */
export function isWhatItWas(bare: string, scope: Scope): boolean {
  return !scope.stale || (scope.redefined !== undefined && scope.redefined !== null && madeSince(bare, 'callable', scope) === null);
}

/** Type of a column of a relation that was made, or given columns, since the catalog was read; `TYPE.unknown` where that may be one of several. */
export function columnTypeSince(relation: string, column: string, { stale, redefined, catalog }: Scope): number {
  if (!stale || redefined === undefined || redefined === null) return TYPE.unknown;
  const types = new Set<number>();
  const before = catalog?.relations.get(relation)?.columns.find(({ name }) => name === column);
  if (before !== undefined) types.add(before.typeOid);
  for (const { columns } of redefined.filter((one) => one.relation === relation && looksOtherwise(one))) {
    if (columns === undefined) return TYPE.unknown;
    if (Object.hasOwn(columns, column)) types.add(present(columns[column]));
  }
  const [type = TYPE.unknown] = types;
  return types.size === 1 ? type : TYPE.unknown;
}

// Policies and triggers leave columns as they are.
function looksOtherwise(one: Redefined): boolean {
  return isRelation(one) && one.into !== 'guarded' && one.into !== 'triggered';
}

function isRelation({ into }: Redefined): boolean {
  return into !== 'callable' && into !== 'type' && into !== 'cast';
}
