// SPDX-License-Identifier: Apache-2.0
//
// Definitions of schemas, databases, tablespaces, types, domains, operators, casts and text search. Most are plain `schema`; what binds
// code that others will run without naming it is `execute`. Refuses parts of CREATE SCHEMA that it can't place in that schema.
import type { AlterDomainStmt, CreateSchemaStmt, DefineStmt, Node, RangeVar } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import type { Scope } from '../draft.js';
import { namesOf } from '../names/names.js';
import { byItself, constraint } from './create-table.js';
import { castNamed, functionNamed, newObject, objectOf, plain, role, touch, typeNamed, typeOf } from './objects.js';
import { absorb, type AnyHandlers, apart, type Place } from './place.js';
import { storedSetting } from './session.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import { typeOfColumn } from '../names/type-names.js';

/** Handlers of these definitions. */
export const DEFINITION_HANDLERS = {
  CreateSchemaStmt: createSchema,
  CreatedbStmt: ({ dbname, options }, { builder }) => {
    touch('schema', plain(dbname, 'database'), builder);
    // The template is copied, rows and all.
    for (const { defname, arg } of every('DefElem', options)) {
      if (defname !== 'template' || arg === undefined || !('String' in arg)) continue;
      touch('read', { ...plain(arg.String.sval, 'database'), columns: ['*'] }, builder);
    }
  },
  AlterDatabaseStmt: ({ dbname }, { builder }) => touch('schema', plain(dbname, 'database'), builder),
  AlterDatabaseRefreshCollStmt: ({ dbname }, { builder }) => touch('schema', plain(dbname, 'database'), builder),
  AlterDatabaseSetStmt: ({ dbname, setstmt }, { builder }) => {
    touch('schema', plain(dbname, 'database'), builder);
    storedSetting(setstmt, builder);
  },
  CreateTableSpaceStmt: ({ tablespacename, location, owner }, { builder }) => {
    touch('schema', plain(tablespacename, 'tablespace'), builder);
    touch('execute', plain(location, 'file'), builder);
    if (owner !== undefined) touch('grant', role(owner), builder);
  },
  AlterTableSpaceOptionsStmt: ({ tablespacename }, { builder }) => touch('schema', plain(tablespacename, 'tablespace'), builder),
  CompositeTypeStmt: ({ typevar }, { builder }) => defined(newObject(rangeNames(typevar), 'type', builder), builder),
  CreateEnumStmt: ({ typeName }, { builder }) => defined(newObject(typeName, 'type', builder), builder),
  CreateRangeStmt: ({ typeName, params }, { builder }) => {
    defined(newObject(typeName, 'type', builder), builder);
    runs(params, ['canonical', 'subtype_diff'], builder);
    alsoMade(params, { multirange_type_name: 'type' }, builder);
  },
  AlterEnumStmt: ({ typeName }, { builder }) => defined(newObject(typeName, 'type', builder), builder),
  AlterTypeStmt: ({ typeName, options }, { builder }) => {
    defined(newObject(typeName, 'type', builder), builder);
    runs(options, ['send', 'receive', 'typmod_in', 'typmod_out', 'analyze', 'subscript'], builder);
  },
  CreateDomainStmt: ({ domainname, typeName, constraints }, place) => {
    defined(newObject(domainname, 'type', place.builder), place.builder);
    for (const node of every('Constraint', constraints)) constraint(node, null, withValue(typeOfColumn(typeName, place.builder.scope), place));
  },
  AlterDomainStmt: alterDomain,
  DefineStmt: define,
  AlterOperatorStmt: ({ opername, options }, { builder }) => {
    defined(objectOf('OBJECT_OPERATOR', { ObjectWithArgs: present(opername) }, builder), builder);
    alsoMade(options, COUNTERPARTS, builder);
  },
  CreateOpClassStmt: ({ opclassname, opfamilyname, items }, { builder }) => {
    defined(newObject(opclassname, 'operator class', builder), builder);
    if (opfamilyname !== undefined) defined(newObject(opfamilyname, 'operator family', builder), builder);
    members(items, builder);
  },
  CreateOpFamilyStmt: ({ opfamilyname }, { builder }) => defined(newObject(opfamilyname, 'operator family', builder), builder),
  AlterOpFamilyStmt: ({ opfamilyname, items }, { builder }) => {
    defined(newObject(opfamilyname, 'operator family', builder), builder);
    members(items, builder);
  },
  CreateCastStmt: ({ sourcetype, targettype, func }, { builder }) => {
    defined(castNamed(sourcetype, targettype, builder), builder);
    if (func !== undefined) touch('execute', functionNamed(namesOf(func.objname), builder), builder);
  },
  CreateTransformStmt: ({ type_name: type, fromsql, tosql }, { builder }) => {
    defined({ ...typeNamed(type, builder), type: 'transform' }, builder);
    for (const func of [fromsql, tosql]) if (func !== undefined) touch('execute', functionNamed(namesOf(func.objname), builder), builder);
  },
  CreateConversionStmt: ({ conversion_name: name, func_name: func }, { builder }) => {
    defined(newObject(name, 'conversion', builder), builder);
    touch('execute', functionNamed(namesOf(func), builder), builder);
  },
  CreateAmStmt: ({ amname, handler_name: handler }, { builder }) => {
    defined(plain(amname, 'access method'), builder);
    touch('execute', functionNamed(namesOf(handler), builder), builder);
  },
  AlterCollationStmt: ({ collname }, { builder }) => defined(newObject(collname, 'collation', builder), builder),
  AlterTSDictionaryStmt: ({ dictname }, { builder }) => defined(newObject(dictname, 'text search dictionary', builder), builder),
  AlterTSConfigurationStmt: ({ cfgname }, { builder }) => defined(newObject(cfgname, 'text search configuration', builder), builder),
} satisfies AnyHandlers;

function defined(named: Parameters<typeof touch>[1], builder: FactsBuilder): void {
  touch('schema', named, builder);
  builder.session({ kind: 'ddl' });
}

function rangeNames(rangeVar: RangeVar | undefined): Node[] {
  return [rangeVar?.schemaname, rangeVar?.relname].flatMap((name) => (name === undefined ? [] : [{ String: { sval: name } }]));
}

// Functions of operator classes are called by whoever compares or indexes such values.
function members(items: readonly Node[] | undefined, builder: FactsBuilder): void {
  for (const { itemtype, name } of every('CreateOpClassItem', items)) {
    if (itemtype !== OPCLASS_FUNCTION) continue;
    // One that is dropped is known by its number alone.
    if (name !== undefined) touch('execute', functionNamed(namesOf(name.objname), builder), builder);
  }
}

/** `OPCLASS_ITEM_FUNCTION` of parsenodes.h. */
const OPCLASS_FUNCTION = 2;

function createSchema({ schemaname, authrole, schemaElts }: CreateSchemaStmt, place: Place): void {
  const { builder } = place;
  const name = schemaname ?? present(role(authrole).name);
  touch('schema', plain(name, 'schema'), builder);
  if (authrole !== undefined) touch('grant', role(authrole), builder);
  builder.session({ kind: 'ddl' });
  for (const element of nodesIn(schemaElts)) {
    const placed = placedIn(element, name);
    if (placed === null) builder.unknown('a part of CREATE SCHEMA is not one that we know');
    else absorb(apart(placed, place, { scope: within(place.builder.scope, name) }), builder, { flows: true, session: true });
  }
}

// While the parts are made, the new schema comes first on the path.
function within(scope: Scope, schema: string): Scope {
  return { ...scope, searchPath: scope.searchPath === null ? null : [schema, ...scope.searchPath] };
}

/** Parts of CREATE SCHEMA, and where each has its own name. */
const PLACES: Readonly<Record<string, string>> = { CreateStmt: 'relation', ViewStmt: 'view', IndexStmt: 'relation', CreateSeqStmt: 'sequence', CreateTrigStmt: 'relation' };

// Names without a schema in them are the new schema's.
function placedIn(element: Node, schemaname: string): Node | null {
  if ('GrantStmt' in element) return { GrantStmt: { ...element.GrantStmt, objects: nodesIn(element.GrantStmt.objects).map((object) => qualified(object, schemaname)) } };
  const tag = spelled(Object.keys(element)[0]);
  const field = Object.hasOwn(PLACES, tag) ? PLACES[tag] : undefined;
  if (field === undefined) return null;
  const body = (element as unknown as Readonly<Record<string, Readonly<Record<string, RangeVar>>>>)[tag];
  return { [tag]: { ...body, [field]: { schemaname, ...body?.[field] } } } as unknown as Node;
}

function qualified(object: Node, schemaname: string): Node {
  return 'RangeVar' in object ? { RangeVar: { schemaname, ...object.RangeVar } } : object;
}

// What a CHECK of a domain calls VALUE.
function withValue(type: number, place: Place): Place {
  return { ...place, defined: { alias: '', qualified: null, types: new Map([['value', type]]) } };
}

function alterDomain({ subtype, typeName, def, behavior }: AlterDomainStmt, place: Place): void {
  const { builder } = place;
  defined(newObject(typeName, 'type', builder), builder);
  const domain = typeOfColumn({ names: [...nodesIn(typeName)] }, builder.scope);
  if (def !== undefined && 'Constraint' in def) constraint(def.Constraint, null, withValue(builder.scope.catalog?.types.get(domain)?.base ?? 0, place));
  else if (subtype === 'T') byItself(def, place);
  if (behavior === 'DROP_CASCADE') builder.access('schema', null, 'type');
}

// Code that runs whenever such a value is read, written, compared or parsed.
const BINDS: ReadonlySet<string> = new Set(['OBJECT_TYPE', 'OBJECT_TSPARSER', 'OBJECT_TSTEMPLATE']);
const FUNCTIONS = 'input output receive send typmod_in typmod_out analyze subscript start gettoken end headline lextypes init lexize'.split(' ');

function define({ kind, defnames, definition }: DefineStmt, { builder }: Place): void {
  defined(newObject(defnames, typeOf(kind), builder), builder);
  if (BINDS.has(String(kind))) runs(definition, FUNCTIONS, builder);
  if (kind === 'OBJECT_OPERATOR') alsoMade(definition, COUNTERPARTS, builder);
}

// Operators that are made where there are none of this name, and altered where there are.
const COUNTERPARTS = { commutator: 'operator', negator: 'operator' } as const;

// What a definition makes or changes besides, in whatever schema: by option, with its type.
function alsoMade(options: readonly Node[] | undefined, types: Readonly<Record<string, string>>, builder: FactsBuilder): void {
  for (const option of every('DefElem', options)) {
    const { arg } = option;
    const defname = spelled(option.defname);
    const type = Object.hasOwn(types, defname) ? types[defname] : undefined;
    if (type === undefined || arg === undefined) continue;
    defined(newObject(nameIn(arg), type, builder), builder);
  }
}

function runs(options: readonly Node[] | undefined, names: readonly string[], builder: FactsBuilder): void {
  for (const { defname, arg } of every('DefElem', options)) if (arg !== undefined && names.includes(spelled(defname))) touch('execute', functionNamed(namesOf(nameIn(arg)), builder), builder);
}

// A name is parsed as a type's here, or as an operator's: functions may be called so, too.
function nameIn(arg: Node): readonly Node[] {
  if ('List' in arg) return nodesIn(arg.List.items);
  return 'TypeName' in arg ? nodesIn(arg.TypeName.names) : [arg];
}
