// SPDX-License-Identifier: Apache-2.0
//
// Which type a name stands for where only the name is written: in a cast, in a column's definition. Unlike functions and operators, types are
// looked for in the temporary schema before all others. Refuses to take a name for PostgreSQL's own where somebody's type may stand before it.
import type { TypeName } from '@pgsql/types';
import { FIRST_USER_OID, canonicalName, type CatalogSnapshot } from '../../../core/catalog.js';
import type { Scope } from '../draft.js';
import { TYPE } from '../facts/lineage.js';
import { namesOf } from './names.js';
import { spelled } from '../grammar/tree.js';

/** Built-in types by the names that casts use. */
const TYPE_OIDS: ReadonlyMap<string, number> = new Map(Object.entries({
  bool: 16, bytea: 17, char: 18, name: 19, int8: 20, int2: 21, int4: 23, regproc: 24, text: 25, oid: 26, tid: 27, xid: 28, json: 114, xml: 142, point: 600, lseg: 601, path: 602, box: 603, polygon: 604, line: 628, cidr: 650,
  float4: 700, float8: 701, circle: 718, macaddr8: 774, money: 790, macaddr: 829, inet: 869, bpchar: 1042, varchar: 1043, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, timetz: 1266, bit: 1560, varbit: 1562,
  numeric: 1700, regprocedure: 2202, regclass: 2205, regtype: 2206, uuid: 2950, pg_lsn: 3220, tsvector: 3614, tsquery: 3615, regconfig: 3734, jsonb: 3802, int4range: 3904, numrange: 3906, tsrange: 3908, tstzrange: 3910, daterange: 3912,
  int8range: 3926, jsonpath: 4072, regnamespace: 4089, regrole: 4096, int4multirange: 4451, nummultirange: 4532, tsmultirange: 4533, tstzmultirange: 4534, datemultirange: 4535, int8multirange: 4536, xid8: 5069,
}));
/** As columns are defined, for numbers out of a sequence; the server takes these words before it looks for a type. */
const SERIALS: ReadonlyMap<string, number> = new Map([['smallserial', 21], ['serial2', 21], ['serial', 23], ['serial4', 23], ['bigserial', 20], ['serial8', 20]]);

/** Type of a cast's result as far as operators and `unnest` need it. */
export function typeOfCast(typeName: TypeName | undefined, scope: Scope): number {
  const names = namesOf(typeName?.names);
  const name = spelled(names.pop());
  const schema = names.pop();
  const oid = namedType(schema, name, scope);
  if (oid === TYPE.unknown || (typeName?.arrayBounds?.length ?? 0) === 0) return oid;
  return oid < FIRST_USER_OID ? TYPE.builtinArray : TYPE.unknown;
}

/** Type of a column as it is defined. */
export function typeOfColumn(typeName: TypeName | undefined, scope: Scope): number {
  if (typeName === undefined || typeName.setof === true || typeName.pct_type === true) return TYPE.unknown;
  const names = namesOf(typeName.names);
  const serial = names.length === 1 && typeName.arrayBounds === undefined ? SERIALS.get(spelled(names[0])) : undefined;
  return serial ?? typeOfCast(typeName, scope);
}

function namedType(schema: string | undefined, name: string, scope: Scope): number {
  const { catalog, searchPath } = scope;
  const builtIn = TYPE_OIDS.get(name) ?? TYPE.unknown;
  if (catalog === null) return schema === undefined || schema === 'pg_catalog' ? builtIn : TYPE.unknown;
  if (schema === 'pg_catalog') return ownType(schema, name, catalog) ?? builtIn;
  if (isNewName(name, scope)) return TYPE.unknown;
  if (schema !== undefined) return ownType(schema, name, catalog) ?? TYPE.unknown;
  // Where nobody knows the path, whoever has a type of the name may stand before PostgreSQL's own.
  if (searchPath === null) return ['pg_temp', ...catalog.schemas].some((place) => ownType(place, name, catalog) !== null) ? TYPE.unknown : builtIn;
  for (const place of ['pg_temp', ...(searchPath.includes('pg_catalog') ? [] : ['pg_catalog']), ...searchPath]) {
    const found = ownType(place, name, catalog) ?? (place === 'pg_catalog' && builtIn !== TYPE.unknown ? builtIn : null);
    if (found !== null) return found;
  }
  return TYPE.unknown;
}

/** True when a name may stand for a type, or for rows of a table, that were made since the catalog was read. */
export function mayBeNewType(typeName: TypeName | undefined, scope: Scope): boolean {
  return isNewName(namesOf(typeName?.names).at(-1) ?? '', scope);
}

function isNewName(name: string, { catalog, stale, redefined = null }: Scope): boolean {
  if (catalog === null || !stale) return false;
  return redefined === null || redefined.some(({ relation, into }) => into !== 'callable' && into !== 'cast' && relation.endsWith(canonicalName('', name)));
}

// Null: there is none. The type of a table's rows is not known by number.
function ownType(schema: string, name: string, catalog: CatalogSnapshot): number | null {
  const canonical = canonicalName(schema, name);
  return typesByName(catalog).get(canonical) ?? (catalog.relations.has(canonical) ? TYPE.unknown : null);
}

const indexes = new WeakMap<CatalogSnapshot, ReadonlyMap<string, number>>();

function typesByName(catalog: CatalogSnapshot): ReadonlyMap<string, number> {
  let index = indexes.get(catalog);
  if (index === undefined) indexes.set(catalog, (index = new Map(Array.from(catalog.types, ([oid, { name }]) => [name, oid]))));
  return index;
}

/** True when somebody made a type of that name. */
export function isTypeName(name: string, { catalog }: Scope): boolean {
  if (catalog === null || catalog.types.size === 0) return false;
  const end = canonicalName('', name);
  let known = bare.get(catalog);
  if (known === undefined) bare.set(catalog, (known = new Set(Array.from(catalog.types.values(), (type) => type.name.slice(type.name.lastIndexOf('.'))))));
  return known.has(end);
}

const bare = new WeakMap<CatalogSnapshot, ReadonlySet<string>>();
