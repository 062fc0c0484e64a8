// SPDX-License-Identifier: Apache-2.0
//
// What giving a function its arguments runs, and of which type its result is. What the function itself does is for calls.ts. Refuses to
// call a result plain that may be of a user's type.
import type { FactsBuilder } from '../facts/collect.js';
import { noteCompared, noteGiven, noteJson, noteMadeAgain, noteUsed } from './conversions.js';
import { LOST, TYPE, type Value } from '../facts/lineage.js';
import { classifyFunction } from '../builtins/functions.js';
import { isPlain } from './operators.js';
import { implicitFunctionsOf } from '../names/implicit-functions.js';

/** A call as far as its arguments go. */
export interface Given {
  readonly bare: string;
  /** Canonical name of a function that is, or may be, a user's; null: PostgreSQL's own. */
  readonly own: string | null;
  readonly args: readonly Value[];
  readonly distinct: boolean;
}

/** The value of a call, given what it carries. */
export function argumentsValue({ bare, own, args, distinct }: Given, value: Value, builder: FactsBuilder): Value {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (distinct || COMPARES.has(bare)) noteCompared(args, builder);
  if (own !== null) return ownValue(bare, args, value, builder);
  let lost = !TAKES_ANY.has(bare) && noteUsed(args, builder);
  if (MAKES_JSON.test(bare)) lost = noteJson(args, builder) || lost;
  if (MAKES_ROWS.test(bare)) noteMadeAgain(args, builder);
  if (lost) return { ...LOST, type: value.type > 0 || GIVES_ANY.has(bare) || OF_PIECES.has(bare) ? value.type : TYPE.builtin };
  if (value.type !== TYPE.unknown || (GIVES_ANY.has(bare) && !args.every(isPlain))) return value;
  const ofPieces = OF_PIECES.has(bare) && args.some((arg) => arg.type === TYPE.unknown || (unnamed === null ? !isPlain(arg) : unnamed.isContainer(arg.type)));
  return ofPieces ? value : { ...value, type: TYPE.builtin };
}

function ownValue(bare: string, args: readonly Value[], value: Value, builder: FactsBuilder): Value {
  const overloads = builder.scope.catalog?.functions.get(bare) ?? [];
  noteGiven(args, overloads.flatMap(({ takes = [] }) => takes), builder);
  // PostgreSQL's own of the name gives something else.
  if (classifyFunction(bare) !== undefined) return value;
  const given = new Set(overloads.map(({ gives = 0 }) => gives));
  const [type = TYPE.unknown] = given;
  return given.size === 1 && type !== 0 && !POLYMORPHIC.has(type) ? { ...value, type } : value;
}

/** anyelement, anyarray, anynonarray, anyenum, anyrange, anymultirange, anycompatible and its like, record and its arrays. */
const POLYMORPHIC: ReadonlySet<number> = new Set([2283, 2277, 2776, 3500, 3831, 4537, 5077, 5078, 5079, 5080, 4538, 2249, 2287]);

/** They turn whatever they are given into JSON: matches `to_jsonb`, `json_agg_strict`; misses `jsonb_each`. */
const MAKES_JSON = /^(?:to_jsonb?|row_to_json|array_to_json|jsonb?_(?:agg|object_agg|build_object|build_array)(?:_strict|_unique|_unique_strict)?)$/u;
/** They make rows of the type of an argument: matches `jsonb_populate_record`, misses `jsonb_each`. */
const MAKES_ROWS = /^jsonb?_populate_record(?:set|_valid)?$/u;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** They compare values of whatever type, by what that type brings. */
const COMPARES = words(`
  array_position array_positions array_remove array_replace width_bucket mode percentile_disc min max rank dense_rank percent_rank cume_dist array_sort
`);
/** They take any type as it is. */
const TAKES_ANY = words(`
  json_populate_record json_populate_recordset jsonb_populate_record jsonb_populate_recordset count num_nonnulls num_nulls pg_typeof pg_column_size pg_column_compression array_agg json_agg jsonb_agg json_agg_strict jsonb_agg_strict to_json to_jsonb row_to_json
  array_to_json json_build_object json_build_array jsonb_build_object jsonb_build_array json_object_agg jsonb_object_agg concat concat_ws format unnest cardinality
  array_length array_upper array_lower array_ndims array_dims first_value last_value nth_value any_value row_number
`);
/** Their result is of the type of an argument, its elements or its arrays. */
const GIVES_ANY = words(`
  array_agg array_append array_cat array_prepend array_remove array_replace array_fill array_shuffle array_sample array_reverse array_sort trim_array unnest lag
  lead first_value last_value nth_value any_value mode percentile_disc range_agg range_merge range_intersect_agg multirange json_populate_record
  json_populate_recordset jsonb_populate_record jsonb_populate_recordset json_to_record json_to_recordset jsonb_to_record jsonb_to_recordset
`);
/** Of a range the type of its bounds, of arrays and rows these; of anything else one of PostgreSQL's own. */
const OF_PIECES = words('lower upper min max');
