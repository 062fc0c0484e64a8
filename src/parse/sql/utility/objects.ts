// SPDX-License-Identifier: Apache-2.0
//
// What a statement names when it names an object that is not read as a query would: canonical text and type, as accesses have them.
// Refuses to invent a schema when the search path is not known.
import type { Node, ObjectType, RangeVar, RoleSpec, TypeName } from '@pgsql/types';
import { FIRST_USER_OID, canonicalName } from '../../../core/catalog.js';
import type { Effect } from '../../../core/model.js';
import type { AccessDetails, FactsBuilder } from '../facts/collect.js';
import { objectWord } from '../grammar/kinds.js';
import { namesOf, ownSchemas, relationOf, targetOf } from '../names/names.js';
import { nodesIn, present, spelled } from '../grammar/tree.js';

/** An object of an access. */
export interface Named {
  readonly name: string | null;
  readonly type: string;
  readonly assumed: boolean;
  /** Columns that the name itself singles out. */
  readonly columns: readonly string[];
}

/** One that has a name in any case. */
export interface Called extends Named {
  readonly name: string;
}

/** Notes an access to a named object. */
export function touch(effect: Effect, named: Named, builder: FactsBuilder, extra: AccessDetails = {}): void {
  builder.access(effect, named.name, named.type, { assumed: named.assumed, columns: named.columns, ...extra });
}

/** Notes an access to all relations of a schema, or of all there are, under the name of what holds them: rules against one of them are meant, too. */
export function touchAll(effect: Effect, named: Named, schema: string | null, builder: FactsBuilder): void {
  const relations = [...(builder.scope.catalog?.relations.values() ?? [])].filter((one) => HOLDS.test(one.kind) && one.oid >= FIRST_USER_OID && (schema === null || one.schema === schema));
  touch(effect, named, builder, { kin: relations.map((one) => canonicalName(one.schema, one.name)) });
}

/** Tables, partitioned ones, views, materialized views, foreign tables. */
const HOLDS = /^[rpvmf]$/u;

/** A name that stands for itself: roles, databases, settings, channels. */
export function plain(name: string | undefined, type: string): Named {
  return { name: name ?? null, type, assumed: false, columns: [] };
}

/** A relation that exists already. */
export function relation(rangeVar: RangeVar | undefined, builder: FactsBuilder, type: unknown = 'OBJECT_TABLE'): Called {
  const { name, assumed } = relationOf(present(rangeVar), builder);
  return { name, assumed, type: typeOf(type), columns: [] };
}

/** A relation about to be made. */
export function newRelation(rangeVar: RangeVar | undefined, builder: FactsBuilder, type: unknown = 'OBJECT_TABLE'): Called {
  return { ...targetOf(present(rangeVar), builder), type: typeOf(type), columns: [] };
}

/** Another object with a schema, about to be made: a type, a function. */
export function newObject(names: readonly Node[] | undefined, type: string, builder: FactsBuilder): Called {
  return { ...targetOf(rangeOf(namesOf(names)), builder), type, columns: [] };
}

/** A function, procedure or aggregate by its name. One that nobody made is PostgreSQL's own when it is not found on the path. */
export function functionNamed(names: readonly string[], builder: FactsBuilder): Called {
  const { schemaname, relname: called } = rangeOf(names);
  const relname = spelled(called);
  if (schemaname !== undefined) return { name: canonicalName(schemaname, relname), type: 'function', assumed: false, columns: [] };
  const path = ownSchemas(builder.scope);
  const made = (builder.scope.catalog?.functions.get(relname) ?? []).find(({ schema }) => path?.includes(schema) === true);
  if (made !== undefined) return { name: canonicalName(made.schema, relname), type: 'function', assumed: false, columns: [] };
  return { ...targetOf({ relname }, builder), type: 'function', assumed: true, columns: [] };
}

/** A type's name as written, with the schema that it is made in or assumed to be of. */
export function typeNamed(typeName: TypeName | undefined, builder: FactsBuilder): Called {
  return { ...targetOf(rangeOf(namesOf(typeName?.names)), builder), type: 'type', columns: [] };
}

/** A role as written; `public` and `current_user` by those words. */
export function role(spec: RoleSpec | undefined): Named {
  switch (spec?.roletype) {
    case 'ROLESPEC_CSTRING':
      return plain(spec.rolename, 'role');
    case 'ROLESPEC_PUBLIC':
      return plain('public', 'role');
    case 'ROLESPEC_CURRENT_ROLE':
    case 'ROLESPEC_CURRENT_USER':
      return plain('current_user', 'role');
    case 'ROLESPEC_SESSION_USER':
      return plain('session_user', 'role');
    default:
      return plain(undefined, 'role');
  }
}

/** The object of `DROP`, `COMMENT ON`, `ALTER … OWNER TO` and the like. Triggers, rules, policies and constraints are their table's. */
export function objectOf(type: ObjectType | undefined, given: Node | undefined, builder: FactsBuilder): Called {
  const node = present(given);
  if ('String' in node) return lone(node.String.sval, type);
  if ('Integer' in node) return lone(String(node.Integer.ival ?? 0), type);
  if ('Float' in node) return lone(node.Float.fval, type);
  if ('TypeName' in node) return typeNamed(node.TypeName, builder);
  if ('RangeVar' in node) return relation(node.RangeVar, builder, type);
  if ('ObjectWithArgs' in node) return withArguments(type, namesOf(node.ObjectWithArgs.objname), builder);
  if ('List' in node) return listed(type, nodesIn(node.List.items), builder);
  builder.unknown(`an object written as \`${spelled(Object.keys(node)[0])}\` is not one that we know`);
  return lone('', type);
}

function lone(name: string | undefined, type: ObjectType | undefined): Called {
  return { name: spelled(name), type: typeOf(type), assumed: false, columns: [] };
}

function withArguments(type: ObjectType | undefined, names: readonly string[], builder: FactsBuilder): Called {
  if (type !== 'OBJECT_OPERATOR') return functionNamed(names, builder);
  return { ...targetOf(rangeOf(names), builder), type: 'operator', columns: [] };
}

function listed(type: ObjectType | undefined, items: readonly Node[], builder: FactsBuilder): Called {
  const [first, second] = items;
  if (first !== undefined && second !== undefined && 'TypeName' in first && 'TypeName' in second) return castNamed(first.TypeName, second.TypeName, builder);
  // A transform, a constraint of a domain.
  if (first !== undefined && 'TypeName' in first) return { ...typeNamed(first.TypeName, builder), type: typeOf(type) };
  const names = namesOf(items);
  switch (type) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_INDEX':
    case 'OBJECT_SEQUENCE':
      return relation(rangeOf(names), builder, type);
    case 'OBJECT_COLUMN':
      return { ...relation(rangeOf(names.slice(0, -1)), builder), columns: names.slice(-1) };
    case 'OBJECT_TRIGGER':
    case 'OBJECT_RULE':
    case 'OBJECT_POLICY':
    case 'OBJECT_TABCONSTRAINT':
      return relation(rangeOf(names.slice(0, -1)), builder);
    case 'OBJECT_OPCLASS':
    case 'OBJECT_OPFAMILY':
      return { ...targetOf(rangeOf(names.slice(1)), builder), type: typeOf(type), columns: [] };
    default:
      return { ...targetOf(rangeOf(names), builder), type: typeOf(type), columns: [] };
  }
}

/** A cast, `public.celsius as pg_catalog.float8`. */
export function castNamed(source: TypeName | undefined, target: TypeName | undefined, builder: FactsBuilder): Called {
  const [from, to] = [typeNamed(source, builder), typeNamed(target, builder)];
  return { name: `${from.name} as ${to.name}`, type: 'cast', assumed: from.assumed || to.assumed, columns: [] };
}

/** The type that accesses give an object of a kind: `relation` for whatever has columns, else its word, `text search parser`. */
export function typeOf(type: unknown): string {
  return TYPES[String(type)] ?? objectWord(type)?.toLowerCase() ?? 'object';
}

const TYPES: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'relation',
  OBJECT_VIEW: 'relation',
  OBJECT_MATVIEW: 'relation',
  OBJECT_FOREIGN_TABLE: 'relation',
  OBJECT_COLUMN: 'relation',
  OBJECT_TRIGGER: 'relation',
  OBJECT_RULE: 'relation',
  OBJECT_POLICY: 'relation',
  OBJECT_TABCONSTRAINT: 'relation',
  OBJECT_AGGREGATE: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_DOMAIN: 'type',
  OBJECT_DOMCONSTRAINT: 'type',
  OBJECT_ATTRIBUTE: 'type',
};

/** `schema.name` or `database.schema.name` as the grammar would have it in a FROM. */
export function rangeOf(names: readonly string[]): RangeVar {
  const [relname = '', schemaname, catalogname] = [...names].reverse();
  return { relname, ...(schemaname === undefined ? {} : { schemaname }), ...(catalogname === undefined ? {} : { catalogname }), inh: true, relpersistence: 'p' };
}
