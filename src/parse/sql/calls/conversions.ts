// SPDX-License-Identifier: Apache-2.0
//
// Functions that run although the statement names none: casts, written or not, CHECKs of the domains that a value becomes, comparisons of
// users' types. Each is judged as if it had been called. Types are known as far as values tell; refuses to take one that is not known for a
// harmless one. Which of several casts the server would choose is its affair: all that it could choose are noted. A cast in C that nobody wrote
// is a part of the server, as the type is.
// @see https://www.postgresql.org/docs/18/typeconv.html
import type { Node, TypeName } from '@pgsql/types';
import { FIRST_USER_OID, canonicalName, type CatalogCast, type UnnamedFunction } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import { classifyFunction } from '../builtins/functions.js';
import { TYPE, type Value } from '../facts/lineage.js';
import { namesOf, ownSchemas } from '../names/names.js';
import { present, spelled } from '../grammar/tree.js';
import { mayBeNewType, typeOfCast } from '../names/type-names.js';
import { type ImplicitFunctions, implicitFunctionsOf } from '../names/implicit-functions.js';
import { type At, filtering } from '../facts/walk.js';

const BOOLEAN = 16;
/** Subscripts are made integers or, of `jsonb`, text. */
const SUBSCRIPTS = [23, 25];
/** Of `json` and `jsonb`: what turns values into these looks for a cast of theirs, whatever its context. */
const JSON_TYPES: ReadonlySet<number> = new Set([114, 3802]);

/** `open`: also any of PostgreSQL's own. */
export interface Kinds {
  readonly types: ReadonlySet<number>;
  readonly open: boolean;
}

/** Notes that functions run; `why` ends a sentence: "casts to `public.mood` run it". */
export function noteUnnamed(functions: readonly UnnamedFunction[], why: string, builder: FactsBuilder): void {
  for (const { name, made } of functions) {
    const bare = name.slice(name.indexOf('.') + 1);
    const kind = made === 'builtin' ? classifyFunction(bare) : undefined;
    if (kind === 'harmless' || kind === 'aggregate' || kind === 'opaque') continue;
    builder.functionUse(kind === undefined ? name : bare, kind ?? 'unknown');
    if (kind === undefined || kind === 'sql') builder.unknown(`\`${name}\` is not a function that we know, and ${why}`, name, 'function');
    else builder.access('execute', name, 'function', { why });
  }
}

/** Notes what runs when values become one of these types. */
export function noteMade(types: Iterable<number>, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  for (const type of types) noteUnnamed(unnamed.of('made', type), `values that become \`${nameOf(type, builder)}\` are checked by it`, builder);
}

/** Notes what runs when values are sorted, grouped or told apart. */
export function noteCompared(values: readonly Value[], builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null || unnamed.code.compared.size === 0) return;
  const { types, open } = kindsOf(values, unnamed, builder);
  noteComparedTypes([...types, ...(open ? [...unnamed.code.compared.keys()].filter(isBuiltIn) : [])], unnamed, builder);
}

/** Notes what an operator or a function of PostgreSQL's own may run on its arguments; true: what comes out is then anybody's guess. */
export function noteUsed(values: readonly Value[], builder: FactsBuilder): boolean {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return false;
  const kinds = kindsOf(values, unnamed, builder);
  pieces(kinds, values, { unnamed, builder });
  return cast(kinds, { unnamed, builder }, ({ target, context }) => context === 'implicit' && (isBuiltIn(target) || kinds.types.has(target)));
}

/** The same, where values of several types become one: CASE, UNION, lists. */
export function noteCommon(values: readonly Value[], builder: FactsBuilder): boolean {
  const typed = values.filter(({ type }) => type !== TYPE.literal);
  const [first] = typed;
  if (first === undefined || (isExact(first) && typed.length === values.length && typed.every(({ type }) => type === first.type))) return false;
  return noteUsed(values, builder);
}

/** Notes what runs when a user's function takes these values; `takes`: types of its arguments. */
export function noteGiven(values: readonly Value[], takes: readonly number[], builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null || values.length === 0) return;
  const targets = new Set(takes.flatMap((type) => [...unnamed.family(type)]));
  cast(kindsOf(values, unnamed, builder), { unnamed, builder }, ({ target, context }) => context === 'implicit' && targets.has(target));
  noteMade(takes, builder);
}

/** Notes what runs when a value is stored in a column of a type, or given where only one type will do. */
export function noteStored(value: Value, type: number, builder: FactsBuilder): boolean {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null || type <= 0) return false;
  noteMade([type], builder);
  if (value.type === type || value.type === TYPE.literal) return false;
  const targets = unnamed.family(type);
  return cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ target, context }) => context !== 'explicit' && targets.has(target));
}

/** Notes what runs when a value is stored in a column that nobody has seen yet. */
export function noteStoredSomewhere(value: Value, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  noteMade(unnamed.code.made.keys(), builder);
  if (value.type !== TYPE.literal) cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ context }) => context !== 'explicit');
}

/** Notes what runs when values are assigned to variables of these types (null: of any), decide, or count. */
export function noteAssigned(value: Value, types: readonly number[] | null, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  const own = types ?? [...unnamed.all];
  noteMade(own, builder);
  const targets = new Set(own.flatMap((one) => [...unnamed.family(one)]));
  for (const one of own) if (!isBuiltIn(one)) builder.kinds.add(one);
  cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ target, context }) => context !== 'explicit' && (isBuiltIn(target) || targets.has(target)));
}

/** Notes what making a subscript of a value runs. */
export function noteSubscript(value: Value, builder: FactsBuilder): void {
  for (const type of SUBSCRIPTS) noteStored(value, type, builder);
}

/** Walks a condition: its value, and what makes a boolean of it. */
export function conditionValue(node: Node, at: At): Value {
  const value = at.run.walk.expression(node, filtering(at));
  noteStored(value, BOOLEAN, at.run.builder);
  return value;
}

/** Notes what turning values into JSON runs. */
export function noteJson(values: readonly Value[], builder: FactsBuilder): boolean {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  return unnamed !== null && cast(kindsOf(values, unnamed, builder), { unnamed, builder }, ({ target }) => JSON_TYPES.has(target));
}

/** Notes what making a value of any of the values' own types runs. */
export function noteMadeAgain(values: readonly Value[], builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed !== null) noteMade(kindsOf(values, unnamed, builder).types, builder);
}

/** Notes what a written cast runs. `type`: of its result; `lost`: nobody can tell where that comes from. */
export function castTo(typeName: TypeName | undefined, value: Value, builder: FactsBuilder, written = true): { readonly type: number; readonly lost: boolean } {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  const type = typeOfCast(typeName, builder.scope);
  if (unnamed === null) return { type, lost: false };
  const own = typesNamed(typeName, unnamed, builder);
  noteMade(own, builder);
  for (const one of own) if (!isBuiltIn(one)) builder.kinds.add(one);
  const array = (typeName?.arrayBounds?.length ?? 0) > 0;
  const [only = 0] = own;
  const result = own.length === 0 ? (type === TYPE.unknown && !mayBeNewType(typeName, builder.scope) ? TYPE.builtin : type) : own.length === 1 && !array ? only : TYPE.unknown;
  if (value.type === TYPE.literal || (value.type === result && result > 0)) return { type: result, lost: false };
  const targets = new Set(own.flatMap((one) => [...unnamed.family(one), unnamed.code.arrays.get(one) ?? 0]));
  const element = array ? typeOfCast({ ...typeName, arrayBounds: [] }, builder.scope) : type;
  const meant = own.length > 0 ? (target: number) => targets.has(target) : (target: number) => (element > 0 ? target === element : isBuiltIn(target));
  return { type: result, lost: cast(kindsOf([value], unnamed, builder), { unnamed, builder, written }, ({ target }) => meant(target)) };
}

/** Notes what making values of a written type runs, where something other than a cast makes them. */
export function noteTyped(typeName: TypeName | undefined, builder: FactsBuilder): void {
  if (typeName !== undefined) castTo(typeName, { origins: [], direct: false, fields: null, type: TYPE.builtin }, builder, false);
}

interface Here {
  readonly unnamed: ImplicitFunctions;
  readonly builder: FactsBuilder;
  /** The statement says it. */
  readonly written?: boolean;
}

function cast(kinds: Kinds, { unnamed, builder, written = false }: Here, fits: (cast: CatalogCast) => boolean): boolean {
  const { casts } = unnamed.code;
  if (casts.length === 0) return false;
  const sources = new Set([...kinds.types].flatMap((type) => [...unnamed.family(type)]));
  const found = casts.filter((one) => (written || one.runs.made !== 'native') && (sources.has(one.source) || (kinds.open && isBuiltIn(one.source))) && fits(one));
  for (const { source, target, runs } of found) noteUnnamed([runs], `the cast from \`${nameOf(source, builder)}\` to \`${nameOf(target, builder)}\` runs it`, builder);
  return found.length > 0;
}

// Arrays, rows and ranges are compared piece by piece by operators of PostgreSQL's own, and made of a text that stands beside them.
function pieces({ types }: Kinds, values: readonly Value[], { unnamed, builder }: Here): void {
  const containers = [...types].filter((type) => unnamed.isContainer(type));
  if (containers.length === 0) return;
  noteComparedTypes(containers, unnamed, builder);
  if (values.some(({ type }) => type === TYPE.literal || type === TYPE.unknown)) noteMade(containers.filter((type) => !unnamed.isDomain(type)), builder);
}

/** Notes what comparing values of these types runs. */
export function noteComparedTypes(types: readonly number[], unnamed: ImplicitFunctions, builder: FactsBuilder): void {
  for (const type of types) noteUnnamed(unnamed.of('compared', type), `values of \`${nameOf(type, builder)}\` are compared by it`, builder);
}

/** Types that values may be of. */
export function kindsOf(values: readonly Value[], unnamed: ImplicitFunctions, builder: FactsBuilder): Kinds {
  const types = new Set<number>();
  let open = false;
  const add = (type: number) => {
    types.add(type);
    const array = unnamed.code.arrays.get(type);
    if (array !== undefined) types.add(array);
  };
  for (const { type, origins } of values) {
    if (type === TYPE.literal) continue;
    if (type > 0) types.add(type);
    else open = true;
    if (type !== TYPE.unknown) continue;
    for (const one of origins === null ? unnamed.all : builder.kinds) add(one);
    for (const { relation, column } of origins ?? []) for (const one of unnamed.columnTypes(relation, column)) add(one);
  }
  return { types, open };
}

/** True when a type can only be one of PostgreSQL's own, or one with which nothing runs. */
export function isBuiltInType(typeName: TypeName | undefined, builder: FactsBuilder): boolean {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  return unnamed === null || typesNamed(typeName, unnamed, builder).every((type) => [...unnamed.family(type)].every((one) => !unnamed.all.has(one)));
}

/** Users' types that a name may mean: without a schema it may be that of several. */
export function typesNamed(typeName: TypeName | undefined, unnamed: ImplicitFunctions, builder: FactsBuilder): readonly number[] {
  const names = namesOf(typeName?.names);
  const bare = spelled(names.pop());
  const schema = names.pop();
  const { scope } = builder;
  const schemas = schema === undefined ? [...(ownSchemas(scope) ?? present(scope.catalog).schemas), 'pg_temp', 'pg_catalog'] : [schema];
  return [...new Set(schemas.flatMap((one) => {
    const type = unnamed.typeNamed(canonicalName(one, bare));
    return type === null ? unnamed.rowOf(one, bare) : [type];
  }))];
}

function isExact({ type }: Value): boolean {
  return type > 0;
}

function isBuiltIn(type: number): boolean {
  return type < FIRST_USER_OID;
}

function nameOf(type: number, { scope: { catalog } }: FactsBuilder): string {
  return catalog?.types.get(type)?.name ?? TYPE_NAMES.get(type) ?? `type ${type}`;
}

const TYPE_NAMES: ReadonlyMap<number, string> = new Map([[16, 'boolean'], [20, 'bigint'], [23, 'integer'], [25, 'text'], [114, 'json'], [701, 'double precision'], [1043, 'character varying'], [1700, 'numeric'], [3802, 'jsonb']]);
