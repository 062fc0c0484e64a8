// SPDX-License-Identifier: Apache-2.0
//
// Tables and the tables that they inherit from, or are partitions of: their rows are the same rows under other names, so what touches one may
// touch the others. Which partitions a statement comes to is the server's to find out: all that it could. Refuses to leave out a child because
// the name of its parent was allowed: a partition is a part of its table, but a child that inherits is a table of its own.
import { FIRST_USER_OID, canonicalName, reachable, type CatalogRelation, type CatalogSnapshot } from '../../../core/catalog.js';
import type { Access } from '../../../core/model.js';
import { isSample, valueColumns } from '../builtins/statistics.js';
import { spelled } from '../grammar/tree.js';

/** `only`: relations that are nowhere named without ONLY. `inserted`: those whose writes are new rows and nothing else. */
export interface Reached {
  readonly only: ReadonlySet<string>;
  readonly inserted: ReadonlySet<string>;
}

const TOUCHES_ROWS: ReadonlySet<Access['effect']> = new Set(['read', 'write', 'destroy']);

/** The accesses, with what else they touch: kin under other names, and children as accesses of their own. */
export function withInheritance(accesses: readonly Access[], catalog: CatalogSnapshot | null, reached: Reached): readonly Access[] {
  if (catalog === null) return accesses;
  const sampled = accesses.some(isOfSamples) ? accesses.map((access) => (isOfSamples(access) ? ofAll(access, catalog) : access)) : accesses;
  return ofTables(sampled, catalog, reached);
}

// Values of any table can stand there, of any column.
function isOfSamples({ effect, object, type, columns }: Access): boolean {
  if (effect !== 'read' || type !== 'relation' || object === null || !isSample(object)) return false;
  return columns.includes('*') || columns.some((column) => valueColumns(object).has(column));
}

function ofAll(access: Access, catalog: CatalogSnapshot): Access {
  const users = [...catalog.relations.values()].filter(({ oid }) => oid >= FIRST_USER_OID).map(nameOf);
  return { ...access, columns: ['*'], kin: users };
}

function ofTables(accesses: readonly Access[], catalog: CatalogSnapshot, reached: Reached): readonly Access[] {
  const all = accesses.map((access) => ({ access, relation: relationOf(access, catalog) }));
  if (all.every(({ relation }) => relation === null)) return accesses;
  const found = all.map(({ access, relation }) => (relation === null ? { access, children: [] } : grown(access, relation, { catalog, reached })));
  const known = new Set(accesses.map(keyOf));
  const more = found.flatMap(({ access, children }) => children.map((child) => ({ child, access: { ...access, object: nameOf(child) } })).filter((one) => !known.has(keyOf(one.access))))
    .map(({ child, access }) => grown(access, child, { catalog, reached }).access);
  return [...found.map(({ access }) => access), ...new Map(more.map((access) => [keyOf(access), access])).values()];
}

function relationOf({ object, type }: Access, catalog: CatalogSnapshot): CatalogRelation | null {
  const relation = type === 'relation' && object !== null ? catalog.relations.get(object) : undefined;
  return relation === undefined || (relation.parents.length === 0 && relation.children.length === 0) ? null : relation;
}

interface Family {
  readonly catalog: CatalogSnapshot;
  readonly reached: Reached;
}

function grown(access: Access, relation: CatalogRelation, { catalog, reached }: Family): { readonly access: Access; readonly children: readonly CatalogRelation[] } {
  const object = canonicalName(relation.schema, relation.name);
  // New rows of a table that has rows itself stay in it.
  const stays = reached.only.has(object) || (access.effect === 'write' && relation.kind !== 'p' && reached.inserted.has(object));
  const below = stays ? [] : reachable(relation, ({ children }) => children, catalog);
  const isPart = ({ parents }: CatalogRelation) => parents.every((oid) => catalog.relationsByOid.get(oid)?.kind === 'p');
  const children = TOUCHES_ROWS.has(access.effect) ? below.filter((child) => !isPart(child)) : [];
  const kin = [...below, ...reachable(relation, ({ parents }) => parents, catalog)].map(nameOf);
  return { access: kin.length === 0 ? access : { ...access, kin }, children };
}

function nameOf({ schema, name }: CatalogRelation): string {
  return canonicalName(schema, name);
}

function keyOf({ effect, object, type }: Access): string {
  return `${effect}\0${spelled(type)}\0${spelled(object)}`;
}
