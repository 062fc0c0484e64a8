// SPDX-License-Identifier: Apache-2.0
//
// What a call of one of PostgreSQL's own functions does, by bare name. The lists are in functions-harmless.ts and functions-effects.ts.
// Refuses to guess: a name that nobody reviewed has no class. It knows nothing of user functions: whoever asks must first make sure
// that the name can only mean PostgreSQL's own, because a user's `lower(varchar)` on the search path wins over `pg_catalog.lower(text)`.
import { EFFECTS_OF } from './functions-effects.js';
import { AGGREGATES, FACTS, PURE } from './functions-harmless.js';

/**
 * - `harmless`: computes, or reads the catalog, counters or the session. Its result depends on its arguments and on no table's rows.
 * - `aggregate`: the same over many rows.
 * - `opaque`: has no effect, but its result holds values of unknown origin (large objects, other statements' texts, statistics).
 * - `write`: changes data, sequences, large objects or index pages.
 * - `control`: settings, locks, waits, other sessions, the server itself.
 * - `file`: reads or writes files of the server. `sql`: runs text as SQL. `outside`: reaches another server.
 */
export type FunctionClass = 'harmless' | 'aggregate' | keyof typeof EFFECTS_OF;

/** Class of a function of PostgreSQL by its bare, lower-case name; undefined when it was not reviewed, which means unknown. */
export function classifyFunction(bareName: string): FunctionClass | undefined {
  return classes().get(bareName);
}

/**
 * False only when the result tells nothing of its arguments' values but that, or how many of them, exist (`count`, `row_number`), or
 * their type. Everything else, unknown names included, carries.
 */
export function functionCarries(bareName: string): boolean {
  silent ??= words(SILENT);
  return !silent.has(bareName);
}

/** True when how many rows come out hangs on its arguments, as on a condition. */
export function functionReturnsRows(bareName: string): boolean {
  sets ??= words(SETS);
  return sets.has(bareName);
}

/**
 * True when the result can hold values that are in none of the arguments: large objects, files, other statements, rows that SQL text
 * reads. Its lineage is then unknown. Also true for every name that was not reviewed.
 */
export function functionIsOpaque(bareName: string): boolean {
  const known = classifyFunction(bareName);
  if (known === undefined) return true;
  return known === 'control' ? (opaqueControl ??= words(OPAQUE_CONTROL)).has(bareName) : OPAQUE[known];
}

// By class; of those that control something, only some.
const OPAQUE: Readonly<Record<Exclude<FunctionClass, 'control'>, boolean>> = { harmless: false, aggregate: false, write: false, file: true, sql: true, outside: true, opaque: true };

/** True when what it is given stays behind where others, or a later statement, can read it: sequences, locks, logs, files, seeds. */
export function functionKeeps(bareName: string): boolean {
  keeping ??= words(KEEPING);
  const known = classifyFunction(bareName);
  return keeping.has(bareName) || (known !== undefined && known !== 'harmless' && known !== 'aggregate' && known !== 'opaque');
}

/** Every reviewed name; for the tests that compare the lists with real servers. */
export function reviewedFunctions(): readonly string[] {
  return [...classes().keys()];
}

// count(x) tells how many are not null; a window's number tells a position. `length` and `max` tell about the value: they carry, and so do
// `ntile`, which counts up to its argument, and `currval` and `lo_tell`, which it picks a sequence or a descriptor for.
const SILENT = `
  count regr_count num_nonnulls num_nulls row_number rank dense_rank percent_rank cume_dist
  pg_typeof pg_collation_for pg_column_compression pg_column_toast_chunk_id
  nextval lastval lo_creat lo_put lo_truncate lo_truncate64 lo_unlink lowrite pg_logical_emit_message
  pg_notify pg_sleep pg_sleep_for pg_sleep_until
  pg_advisory_lock pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock
  pg_advisory_xact_lock_shared pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared
`;

const SETS = `
  generate_series generate_subscripts unnest regexp_matches regexp_split_to_table string_to_table aclexplode _pg_expandarray pg_options_to_table
  json_array_elements json_array_elements_text json_each json_each_text json_object_keys json_populate_recordset json_to_recordset
  jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys jsonb_populate_recordset jsonb_to_recordset
  jsonb_path_query jsonb_path_query_tz ts_debug ts_parse ts_token_type pg_snapshot_xip txid_snapshot_xip
  pg_extension_update_paths pg_get_multixact_members pg_get_publication_tables pg_partition_ancestors pg_partition_tree pg_tablespace_databases
  pg_stat_get_activity pg_stat_get_backend_io pg_stat_get_progress_info pg_stat_get_subscription pg_mcv_list_items
  pg_logical_slot_get_binary_changes pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes
`;

// They keep it in the session: which object a descriptor stands for, a position that lo_tell reads back, a seed that random() lets one try.
const KEEPING = 'lo_open lo_close lo_lseek lo_lseek64 setseed';

// Their rows are the write-ahead log, decoded: data of every table.
const OPAQUE_CONTROL = `
  pg_logical_slot_get_binary_changes pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes
`;

let known: Map<string, FunctionClass> | undefined;
let silent: ReadonlySet<string> | undefined;
let sets: ReadonlySet<string> | undefined;
let keeping: ReadonlySet<string> | undefined;
let opaqueControl: ReadonlySet<string> | undefined;

function classes(): ReadonlyMap<string, FunctionClass> {
  if (known !== undefined) return known;
  const all = new Map<string, FunctionClass>();
  const add = (names: string, of: FunctionClass) => {
    for (const name of words(names)) all.set(name, of);
  };
  for (const names of [...Object.values(PURE), ...Object.values(FACTS)]) add(names, 'harmless');
  add(AGGREGATES, 'aggregate');
  for (const [of, reasons] of Object.entries(EFFECTS_OF)) for (const names of Object.values(reasons)) add(names, of as keyof typeof EFFECTS_OF);
  known = all;
  return all;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
