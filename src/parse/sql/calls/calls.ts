// SPDX-License-Identifier: Apache-2.0
//
// What a function call does and where its result comes from. A name that could mean a user's function is unknown; PostgreSQL's own are
// taken at their reviewed class. Also `ssn(c)` and `c.refund`, which mean each other. Refuses to look into functions.
import type { FuncCall, Node, SortBy, WindowDef } from '@pgsql/types';
import type { CatalogFunction } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import { mayBeCalled } from '../names/coercible.js';
import { literalOf } from '../grammar/constants.js';
import { conditionValue, noteCompared, noteStored, noteUsed } from './conversions.js';
import { isHarmlessNative } from './extensions.js';
import { classifyFunction, type FunctionClass, functionCarries, functionIsOpaque, functionKeeps, functionReturnsRows } from '../builtins/functions.js';
import type { Scope } from '../draft.js';
import { argumentsValue } from './arguments.js';
import { computed, LOST, NOTHING, TYPE, type Value } from '../facts/lineage.js';
import { lookUp, namesOf, ownSchemas, parseName } from '../names/names.js';
import { isNameToOlder } from '../names/newer-words.js';
import { builtInsFirst, checkOperator, isPlainType } from './operators.js';
import { isWhatItWas, madeSince } from '../names/redefined.js';
import { setByFunction } from './set-config.js';
import { nodesIn, present, spelled } from '../grammar/tree.js';
import { isTypeName } from '../names/type-names.js';
import { noteTypeIn } from './type-texts.js';
import { type At, filtering, use } from '../facts/walk.js';

/** Part of the information schema; drivers call them to read keys. */
const INFORMATION_SCHEMA: ReadonlySet<string> = new Set([
  '_pg_char_max_length', '_pg_char_octet_length', '_pg_datetime_precision', '_pg_expandarray', '_pg_index_position', '_pg_interval_type',
  '_pg_numeric_precision', '_pg_numeric_precision_radix', '_pg_numeric_scale', '_pg_truetypid', '_pg_truetypmod',
]);
/** They read a text as a value of the type that another text names. */
const READ_AS_TYPE: ReadonlySet<string> = new Set(['pg_input_is_valid', 'pg_input_error_info']);
const BIGINT = 20;
const RETURN_ARRAYS: ReadonlySet<string> = new Set(['string_to_array', 'regexp_split_to_array', 'regexp_match', 'current_schemas']);

/** What a function's name means. */
interface Meaning {
  readonly bare: string;
  /** Canonical, `pg_catalog.lower`, `public.refund`. */
  readonly object: string;
  readonly assumed: boolean;
  /** Undefined: not known to us. */
  readonly class: FunctionClass | undefined;
  /** True when the catalog has, or may have, a user's function of that name. */
  readonly own: boolean;
}

/** The value of a call; notes what it does. */
export function callValue(call: FuncCall, at: At): Value {
  const { expression } = at.run.walk;
  const bare = spelled(namesOf(call.funcname).at(-1));
  const args = nodesIn(call.args).map((arg) => counted(bare, call, expression(arg, decides(bare, arg) ? filtering(at) : at), at));
  const ordered = nodesIn(call.agg_order).map((key) => sortKey(key, isValue(call) ? at : filtering(at)));
  if (call.agg_filter !== undefined) conditionValue(call.agg_filter, at);
  if (call.over !== undefined) windowKeys(call.over, at);
  const meaning = meaningOf(namesOf(call.funcname), at.run.builder, givenTo(call, args, ordered));
  const column = args.length === 1 && call.funcname?.length === 1 ? (args[0]?.fields?.listed(meaning.bare) ?? null) : null;
  if (column !== null && meaning.class === undefined && !meaning.own) return column;
  note(meaning, call, at);
  keeps(meaning, args, at.run.builder);
  const value = call.agg_within_group === true ? within(meaning, args, ordered) : resultOf(meaning, args);
  const given = argumentsValue({ bare: meaning.bare, own: meaning.own ? meaning.object : null, args: [...args, ...ordered], distinct: call.agg_distinct === true }, value, at.run.builder);
  return column === null ? given : computed([given, column]);
}

// How many rows there are, or how many values (`count(nullif(ssn, '1'))`), tells of what was computed as a condition would.
function decides(bare: string, arg: Node): boolean {
  return functionReturnsRows(bare) || (!functionCarries(bare) && !('ColumnRef' in arg));
}

// So does how many there are of a column that was computed further in, or of different ones: `count(x) FROM (SELECT nullif(ssn, '1') AS x …)`.
function counted(bare: string, { agg_distinct: distinct }: FuncCall, value: Value, at: At): Value {
  if (functionCarries(bare)) return value;
  return distinct === true || (!value.direct && value.fields === null) ? use(value, filtering(at)) : value;
}

// `percentile_disc(0.5) WITHIN GROUP (ORDER BY x)` gives values of x; `rank('5')` tells where '5' would stand among them, as a condition would.
function isValue({ agg_within_group: within, funcname }: FuncCall): boolean {
  return within === true && functionCarries(spelled(namesOf(funcname).at(-1)));
}

// `rank(x) WITHIN GROUP (ORDER BY n)` counts up to x where n counts: no value of n, but x in another spelling.
function within(meaning: Meaning, args: readonly Value[], ordered: readonly Value[]): Value {
  const value = resultOf(meaning, [...args, ...ordered]);
  return value === NOTHING ? computed(args) : value;
}

/** The value of `row.name` where the row has no such column: a call of `name` with the row; null when there is no such function. */
export function callRow(name: string, row: Value, at: At): Value | null {
  const meaning = meaningOf([name], at.run.builder, null);
  if (meaning.class === undefined && !meaning.own) return null;
  note(meaning, {}, at);
  return argumentsValue({ bare: meaning.bare, own: meaning.own ? meaning.object : null, args: [row], distinct: false }, resultOf(meaning, [row]), at.run.builder);
}

/** The value that rows are ordered by. */
export function sortKey(node: Node, at: At): Value {
  if (!('SortBy' in node)) {
    const key = at.run.walk.expression(node, at);
    noteCompared([key], at.run.builder);
    return key;
  }
  const { node: key, useOp }: SortBy = node.SortBy;
  const value = at.run.walk.expression(present(key), at);
  if (useOp !== undefined) checkOperator(useOp, [value, value], at.run.builder);
  noteCompared([value], at.run.builder);
  return value;
}

/** Notes what a window is cut and ordered by. */
export function windowKeys(window: WindowDef, at: At): void {
  const inside = filtering(at);
  for (const key of [...nodesIn(window.partitionClause), ...nodesIn(window.orderClause)]) sortKey(key, inside);
  for (const offset of [window.startOffset, window.endOffset]) {
    if (offset === undefined) continue;
    const value = at.run.walk.expression(offset, inside);
    noteUsed([value], at.run.builder);
    // So many ROWS, or GROUPS.
    noteStored(value, BIGINT, at.run.builder);
  }
}

/** PostgreSQL's own that take no argument, by the version that they came with. */
const WITHOUT_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['gen_random_uuid', 130_000], ...['now', 'random', 'clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'timeofday', 'pi', 'version', 'current_database', 'pg_backend_pid'].map((name) => [name, 120_000] as const),
]);

// pgcrypto brings a `gen_random_uuid()` for servers that have none: elsewhere PostgreSQL's own, which takes the same, comes first.
function isHidden({ schema, name }: CatalogFunction, { length }: readonly Value[], { catalog, searchPath }: Scope): boolean {
  return length === 0 && schema !== 'pg_catalog' && (WITHOUT_ARGUMENTS.get(name) ?? Infinity) <= (catalog?.serverVersion ?? 0) && builtInsFirst(searchPath);
}

// By which one of several functions of a name is chosen; null: not by their order alone.
function givenTo({ func_variadic: variadic, args: nodes, agg_within_group: within }: FuncCall, args: readonly Value[], ordered: readonly Value[]): readonly Value[] | null {
  if (variadic === true || nodesIn(nodes).some((node) => 'NamedArgExpr' in node)) return null;
  return within === true ? [...args, ...ordered] : args;
}

function meaningOf(names: readonly string[], builder: FactsBuilder, args: readonly Value[] | null): Meaning {
  const bare = spelled(names[names.length - 1]);
  const schema = names[names.length - 2];
  const { catalog } = builder.scope;
  const made = (catalog?.functions.get(bare) ?? []).filter((candidate) => args === null || classifyFunction(bare) === undefined || (mayBeCalled(candidate, args, builder.scope) && !isHidden(candidate, args, builder.scope)));
  if (isNameToOlder(bare, catalog)) return { bare, object: `${made[0]?.schema ?? 'public'}.${bare}`, assumed: true, class: undefined, own: true };
  // An extension, or a superuser, may have put a function among PostgreSQL's own.
  const foreign = made.some((candidate) => candidate.schema === 'pg_catalog');
  if (foreign && (schema === 'pg_catalog' || schema === undefined)) return { bare, object: `pg_catalog.${bare}`, assumed: false, class: undefined, own: true };
  if (schema === 'pg_catalog') return { bare, object: `pg_catalog.${bare}`, assumed: false, class: classifyFunction(bare), own: false };
  if (schema === 'information_schema' && INFORMATION_SCHEMA.has(bare)) return { bare, object: `information_schema.${bare}`, assumed: false, class: 'harmless', own: false };
  if (schema !== undefined) return { bare, object: `${schema}.${bare}`, assumed: false, class: harmless(bare, made.filter((one) => one.schema === schema), { args, scope: builder.scope }), own: true };
  const since = madeSince(bare, 'callable', builder.scope);
  if (since !== null) return { bare, object: `${since === '' ? 'public' : since}.${bare}`, assumed: false, class: undefined, own: true };
  // Of one argument the name of a type is a cast, where no function takes just that.
  if (args?.length === 1 && isTypeName(bare, builder.scope)) return { bare, object: `public.${bare}`, assumed: true, class: undefined, own: true };
  const path = made.length === 0 ? [] : ownSchemas(builder.scope);
  const maker = made.find((candidate) => path === null || path.includes(candidate.schema));
  if (maker !== undefined) return { bare, object: `${maker.schema}.${bare}`, assumed: false, class: harmless(bare, made.filter((one) => path === null || path.includes(one.schema)), { args, scope: builder.scope }), own: true };
  const known = classifyFunction(bare);
  const place = known === undefined && catalog === null ? 'public' : 'pg_catalog';
  return { bare, object: `${place}.${bare}`, assumed: catalog === null, class: known, own: false };
}

// Whichever of them is meant, or PostgreSQL's own of the name.
function harmless(bare: string, made: readonly CatalogFunction[], { args, scope }: { readonly args: readonly Value[] | null; readonly scope: Scope }): 'harmless' | undefined {
  const own = classifyFunction(bare);
  if ((own !== undefined && own !== 'harmless') || !isWhatItWas(bare, scope)) return undefined;
  const meant = made.filter((one) => args === null || mayBeCalled(one, args, scope));
  return meant.length > 0 && meant.every(({ native, takes }) => takes !== undefined && isHarmlessNative(native, takes)) ? 'harmless' : undefined;
}

function note(meaning: Meaning, call: FuncCall, at: At): void {
  const { builder } = at.run;
  const { bare, object, assumed } = meaning;
  const kind = meaning.class;
  builder.functionUse(kind === undefined || meaning.own ? object : bare, kind === undefined ? 'unknown' : kind === 'aggregate' || kind === 'opaque' ? 'harmless' : kind);
  switch (kind) {
    case undefined:
      return builder.unknown(`\`${object}\` is not a function that we know`, object, 'function');
    case 'harmless':
      if (READ_AS_TYPE.has(bare)) noteTypeIn(literalOf(call.args?.[1]), builder);
      return;
    case 'aggregate':
    case 'opaque':
      return;
    case 'write':
      return noteWrite(meaning, call, builder);
    case 'control':
      if (bare === 'set_config') return setByFunction(call, at);
      return builder.access('control', object, 'function', { assumed });
    case 'file':
    case 'outside':
      return builder.access('execute', object, 'function', { assumed });
    case 'sql':
      return builder.unknown(`\`${bare}\` runs text as SQL, which nobody has read`, object, 'function');
    default:
      return kind satisfies never;
  }
}

// What a sequence, a lock, a seed or the server's log is given can be read there later, by whoever asks.
function keeps({ bare, object, class: kind }: Meaning, args: readonly Value[], builder: FactsBuilder): void {
  if (kind === undefined || !functionKeeps(bare)) return;
  const { origins } = computed(args);
  if (origins?.length !== 0) builder.flow({ target: { relation: object, column: '*' }, origins });
}

function noteWrite({ bare, object, assumed }: Meaning, call: FuncCall, builder: FactsBuilder): void {
  const text = bare === 'nextval' || bare === 'setval' ? literalOf(call.args?.[0]) : null;
  const name = text === null ? null : parseName(text);
  if (name === null) return builder.access('write', object, 'function', { assumed });
  const sequence = lookUp(name, builder);
  builder.access('write', sequence.name, 'sequence', { assumed: sequence.assumed });
}

function resultOf({ bare, own, class: kind }: Meaning, args: readonly Value[]): Value {
  if (own && kind === 'harmless') return computed(args);
  if (kind === undefined || functionIsOpaque(bare)) return LOST;
  if (!functionCarries(bare)) return NOTHING;
  const value = computed(args);
  // An element of an array of plain values is plain, too.
  const plain = RETURN_ARRAYS.has(bare) || (bare === 'unnest' && args.every((arg) => isPlainType(arg.type)));
  return plain ? { ...value, type: TYPE.builtinArray } : value;
}
