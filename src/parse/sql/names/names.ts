// SPDX-License-Identifier: Apache-2.0
//
// Which relation a name means, as PostgreSQL would look it up: qualified, through the search path, temporary, or one of its own. Quoting
// and case are as the tree has them. Refuses to guess with a catalog at hand: a name that can't be placed is of unknown lineage.
// @see https://www.postgresql.org/docs/18/ddl-schemas.html#DDL-SCHEMAS-PATH
import type { Node, RangeVar } from '@pgsql/types';
import { canonicalName, type CatalogRelation } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import type { Scope } from '../draft.js';
import { shadowsOf } from './redefined.js';
import { SYSTEM_RELATIONS } from '../builtins/system-relations.js';
import { nodesIn, present, spelled } from '../grammar/tree.js';

/** PostgreSQL's own NAMEDATALEN, less its end. */
const MAX_NAME_BYTES = 63;

/** A relation that a name stands for. */
export interface NamedRelation {
  /** Canonical `schema.name`; without a schema when the search path is not known. */
  readonly name: string;
  /** True when the schema was completed by a guess. */
  readonly assumed: boolean;
  readonly relation: CatalogRelation | null;
  /** False when the server may mean another relation, or one that the catalog does not show: its columns are then of unknown lineage. */
  readonly certain: boolean;
}

/** A name and its schema, if it has one, as the tree spells them. */
export interface QualifiedName {
  readonly schema: string | undefined;
  readonly name: string;
}

/** The strings of a list of names, `[{String: {sval: 'public'}}, …]`; other nodes (`*`) are left out. */
export function namesOf(list: readonly Node[] | undefined): string[] {
  const names: string[] = [];
  for (const node of nodesIn(list)) if ('String' in node) names.push(spelled(node.String.sval));
  return names;
}

/** The relation that a FROM item, a target or an object of DDL names. Says `unknown` for one of another database. */
export function relationOf(rangeVar: RangeVar, builder: FactsBuilder): NamedRelation {
  const { catalogname, schemaname: schema } = rangeVar;
  const name = present(rangeVar.relname);
  if (isElsewhere(catalogname, builder)) return { name: `${catalogname}.${schema}.${name}`, assumed: false, relation: null, certain: false };
  return lookUp({ schema, name }, builder);
}

/** Canonical name of a relation about to be made: in its schema, a temporary one, or the first of the search path. */
export function targetOf(rangeVar: RangeVar, builder: FactsBuilder): { readonly name: string; readonly assumed: boolean } {
  const { catalogname, schemaname: schema, relpersistence } = rangeVar;
  const name = present(rangeVar.relname);
  if (isElsewhere(catalogname, builder)) return { name: `${catalogname}.${schema}.${name}`, assumed: false };
  if (schema !== undefined) return { name: canonicalName(schema, name), assumed: false };
  if (relpersistence === 't') return { name: canonicalName('pg_temp', name), assumed: false };
  const { catalog, searchPath } = builder.scope;
  if (catalog === null) return { name: assume(name, builder).name, assumed: true };
  if (searchPath === null) {
    builder.unknown(pathUnknown(name), name, 'relation');
    return { name, assumed: true };
  }
  return { name: canonicalName(firstOwn(searchPath), name), assumed: false };
}

/** Looks a name up as a relation's. */
export function lookUp({ schema, name }: QualifiedName, builder: FactsBuilder): NamedRelation {
  const { scope } = builder;
  if (scope.catalog === null) return schema === undefined ? assume(name, builder) : { name: canonicalName(schema, name), assumed: false, relation: null, certain: true };
  if (schema === 'pg_temp') return temporary(name, scope);
  if (schema !== undefined) return qualified(schema, name, scope);
  if (scope.searchPath === null) {
    builder.unknown(pathUnknown(name), name, 'relation');
    return { name, assumed: true, relation: null, certain: false };
  }
  const found = throughPath(name, scope.searchPath, scope);
  const [shadow, ...others] = shadowsOf(name, { found: found.name, exists: found.relation !== null }, scope);
  if (shadow === undefined || (shadow === found.name && found.relation === null && others.length === 0)) return found;
  // Nothing else has that name.
  if (others.length === 0 && found.relation === null && !found.name.startsWith('pg_catalog.')) return { name: shadow, assumed: false, relation: null, certain: false };
  builder.unknown(`\`${name}\` may be another relation by now, since definitions changed before it; write it with its schema`, name, 'relation');
  return { ...found, certain: false };
}

/** The schemas that an unqualified function or operator is looked up in, PostgreSQL's own left out; null: not known. */
export function ownSchemas(scope: Scope): readonly string[] | null {
  return scope.searchPath === null ? null : scope.searchPath.filter((schema) => schema !== 'pg_catalog' && !isTemporary(schema));
}

/** Reads a name written in a string, as `regclass` and `nextval` do: `"Odd".orders_id_seq`. Null when it is none. */
export function parseName(text: string): QualifiedName | null {
  const parts: string[] = [];
  let rest = text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/gu, '');
  for (;;) {
    // One part, plain or quoted: matches `Orders.x` and `"a""b"`, misses `a b` and `1a`.
    const match = /^(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))[ \t\n\r\f\v]*(\.?)[ \t\n\r\f\v]*/.exec(rest);
    if (match === null) return null;
    parts.push(match[1] === undefined ? foldCase(spelled(match[2])) : match[1].replaceAll('""', '"'));
    rest = rest.slice(match[0].length);
    if (match[3] === '') break;
  }
  // The server cuts longer names; where is its affair, and nobody writes them.
  if (parts.some((part) => Buffer.byteLength(part, 'utf8') > MAX_NAME_BYTES)) return null;
  if (rest !== '' || parts.length > 2) return null;
  return { schema: parts.at(-2), name: spelled(parts.at(-1)) };
}

// The server folds ASCII letters of unquoted identifiers only.
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function isElsewhere(catalogname: string | undefined, builder: FactsBuilder): boolean {
  const { catalog } = builder.scope;
  if (catalogname === undefined || catalogname === '' || catalog === null || catalog.database === catalogname) return false;
  builder.unknown(`\`${catalogname}\` is another database`, catalogname, 'database');
  return true;
}

function assume(name: string, builder: FactsBuilder): NamedRelation {
  const { assumed = null } = builder.scope;
  if (SYSTEM_RELATIONS.has(name) || assumed === null) return { name: canonicalName(SYSTEM_RELATIONS.has(name) ? 'pg_catalog' : 'public', name), assumed: true, relation: null, certain: true };
  const [schema] = assumed;
  if (schema !== undefined) return { name: canonicalName(schema, name), assumed: true, relation: null, certain: true };
  builder.unknown(pathUnknown(name), name, 'relation');
  return { name, assumed: true, relation: null, certain: false };
}

function qualified(schema: string, name: string, scope: Scope): NamedRelation {
  const canonical = canonicalName(schema, name);
  const relation = scope.catalog?.relations.get(canonical) ?? null;
  return { name: canonical, assumed: false, relation, certain: relation !== null || isSystem(schema, name) };
}

function temporary(name: string, scope: Scope): NamedRelation {
  const schema = scope.searchPath?.find(isTemporary);
  const found = schema === undefined ? null : qualified(schema, name, scope);
  return found !== null && found.relation !== null ? found : { name: canonicalName('pg_temp', name), assumed: false, relation: null, certain: false };
}

function throughPath(name: string, path: readonly string[], scope: Scope): NamedRelation {
  const { catalog, stale } = scope;
  // INVARIANT: a schema that the catalog does not show may hold a relation of that name, and then it would be that one.
  let certain = true;
  for (const schema of path.includes('pg_catalog') ? path : ['pg_catalog', ...path]) {
    const found = qualified(schema, name, scope);
    if (found.certain) return certain ? found : { ...found, certain };
    if (schema !== 'pg_catalog' && (stale || catalog?.schemas.has(schema) !== true)) certain = false;
  }
  return { name: canonicalName(firstOwn(path), name), assumed: true, relation: null, certain: false };
}

function firstOwn(path: readonly string[]): string {
  return path.find((schema) => schema !== 'pg_catalog' && !isTemporary(schema)) ?? 'public';
}

function isSystem(schema: string, name: string): boolean {
  return schema === 'pg_catalog' ? SYSTEM_RELATIONS.has(name) : schema === 'information_schema';
}

/** True for the schema of temporary objects, as a path has it. */
export function isTemporary(schema: string): boolean {
  return schema === 'pg_temp' || /^pg_temp_\d+$/.test(schema);
}

function pathUnknown(name: string): string {
  return `\`${name}\` could be in any schema, since the search path is not known; write it with its schema`;
}
