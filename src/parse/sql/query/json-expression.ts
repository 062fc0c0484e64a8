// SPDX-License-Identifier: Apache-2.0
//
// The SQL/JSON constructors, queries and aggregates. Each carries all that goes into it. Refuses nothing of its own; their arguments are
// ordinary expressions.
// @see https://www.postgresql.org/docs/18/functions-json.html
import type { JsonAggConstructor, JsonArgument, JsonBehavior, JsonFuncExpr, JsonKeyValue, JsonOutput, JsonValueExpr, Node, TypeName } from '@pgsql/types';
import { sortKey, windowKeys } from '../calls/calls.js';
import type { FactsBuilder } from '../facts/collect.js';
import { castTo, conditionValue, noteJson, noteTyped } from '../calls/conversions.js';
import { computed, LOST, NOTHING, type Value } from '../facts/lineage.js';
import { since } from '../names/newer-words.js';
import { every, nodesIn, present } from '../grammar/tree.js';
import { type At, filtering } from '../facts/walk.js';

/** The value of `expr FORMAT JSON`. */
export function jsonValue(value: JsonValueExpr | undefined, at: At): Value {
  return maybe(present(value).raw_expr, at);
}

/** Values handed to a path by PASSING. */
export function jsonPassing(nodes: readonly Node[] | undefined, at: At): Value[] {
  return every('JsonArgument', nodes).map((argument) => jsonArgument(argument, at));
}

/** What is returned ON EMPTY or ON ERROR, made values of a type. */
export function jsonDefaults(behaviours: readonly (JsonBehavior | undefined)[], typeName: TypeName | undefined, at: At): Value[] {
  return behaviours.map((behaviour) => {
    const value = maybe(behaviour?.expr, at);
    return behaviour?.expr !== undefined && castTo(typeName, value, at.run.builder, false).lost ? LOST : value;
  });
}

/** Notes what runs when values are given to a query of JSON, by a path. */
function noteQueried(values: readonly Value[], path: Value, builder: FactsBuilder): void {
  noteJson(values, builder);
  castTo(JSONPATH, path, builder, false);
}

const JSONPATH: TypeName = { names: ['pg_catalog', 'jsonpath'].map((sval) => ({ String: { sval } })) };

function maybe(node: Node | undefined, at: At): Value {
  return node === undefined ? NOTHING : at.run.walk.expression(node, at);
}

function jsonArgument(argument: JsonArgument, at: At): Value {
  return jsonValue(argument.val, at);
}

function each(nodes: readonly Node[] | undefined, at: At): Value {
  return asJson(nodesIn(nodes).map((node) => at.run.walk.expression(node, at)), at);
}

// Values in JSON: some types have a cast of their own to it.
function asJson(values: readonly Value[], at: At): Value {
  return noteJson(values, at.run.builder) ? LOST : computed(values);
}

// `RETURNING type`.
function typed(output: JsonOutput | undefined, value: Value, at: At): Value {
  noteTyped(output?.typeName, at.run.builder);
  return value;
}

function keyValue({ key, value }: JsonKeyValue, at: At): Value {
  return computed([maybe(key, at), jsonValue(value, at)]);
}

function functionOf(call: JsonFuncExpr, at: At): Value {
  const context = jsonValue(call.context_item, at);
  const path = maybe(call.pathspec, at);
  const parts = [context, path, ...jsonPassing(call.passing, at)];
  noteQueried(parts, path, at.run.builder);
  return typed(call.output, computed([...parts, ...jsonDefaults([call.on_empty, call.on_error], call.output?.typeName, at)]), at);
}

function aggregate(value: Value, part: JsonAggConstructor | undefined, at: At): Value {
  const inside = filtering(at);
  for (const key of nodesIn(part?.agg_order)) sortKey(key, inside);
  if (part?.agg_filter !== undefined) conditionValue(part.agg_filter, at);
  if (part?.over !== undefined) windowKeys(part.over, at);
  return typed(part?.output, asJson([value], at), at);
}

/** Handlers of these kinds of nodes. */
export const JSON_HANDLERS = {
  JsonFuncExpr: since(17, ['json_value', 'json_query', 'json_exists'], functionOf),
  JsonValueExpr: (fields: JsonValueExpr, at: At) => jsonValue(fields, at),
  JsonArgument: jsonArgument,
  JsonKeyValue: keyValue,
  JsonObjectConstructor: since(16, ['json_object'], (fields: { exprs?: Node[]; output?: JsonOutput }, at: At) => typed(fields.output, each(fields.exprs, at), at)),
  JsonArrayConstructor: since(16, ['json_array'], (fields: { exprs?: Node[]; output?: JsonOutput }, at: At) => typed(fields.output, each(fields.exprs, at), at)),
  JsonArrayQueryConstructor: since(16, ['json_array'], (fields: { query?: Node; output?: JsonOutput }, at: At) => typed(fields.output, asJson([at.run.walk.query(present(fields.query), at).any()], at), at)),
  JsonObjectAgg: since(16, ['json_objectagg'], (fields: { constructor?: JsonAggConstructor; arg?: JsonKeyValue }, at: At) => aggregate(keyValue(present(fields.arg), at), fields.constructor, at)),
  JsonArrayAgg: since(16, ['json_arrayagg'], (fields: { constructor?: JsonAggConstructor; arg?: JsonValueExpr }, at: At) => aggregate(jsonValue(fields.arg, at), fields.constructor, at)),
  JsonParseExpr: since(17, ['json'], (fields: { expr?: JsonValueExpr; output?: JsonOutput }, at: At) => typed(fields.output, computed([jsonValue(fields.expr, at)]), at)),
  JsonSerializeExpr: since(17, ['json_serialize'], (fields: { expr?: JsonValueExpr; output?: JsonOutput }, at: At) => typed(fields.output, computed([jsonValue(fields.expr, at)]), at)),
  JsonScalarExpr: since(17, ['json_scalar'], (fields: { expr?: Node; output?: JsonOutput }, at: At) => typed(fields.output, asJson([maybe(fields.expr, at)], at), at)),
  JsonIsPredicate: (fields: { expr?: Node }, at: At) => computed([maybe(fields.expr, at)]),
} as const;
