// SPDX-License-Identifier: Apache-2.0
//
// System relations in which values of users' columns, texts of other statements or credentials can be read, and in which columns. The
// rest of each relation is facts (names, counts, times). Refuses to know whose values they are: they have no lineage.

/** True for a relation, canonical `schema.name`, some of whose columns hold values that belong to other relations. */
export function isStatisticsRelation(canonical: string): boolean {
  return valueColumns(canonical).size > 0;
}

/** The columns of a system relation that hold such values; empty for every other relation. */
export function valueColumns(canonical: string): ReadonlySet<string> {
  known ??= new Map(Object.entries(HOLDS_VALUES).map(([relation, columns]) => [relation, new Set(columns.split(' '))]));
  const listed = known.get(canonical);
  if (listed !== undefined) return listed;
  if (canonical.startsWith('pg_toast.') || canonical.startsWith('pg_toast_temp_')) return TOAST;
  // The extension lives in whatever schema it was created in.
  if (canonical.endsWith('.pg_stat_statements')) return STATEMENTS;
  return NONE;
}

/** True for a relation in which samples of the rows of all tables are kept, or large values of one. */
export function isSample(canonical: string): boolean {
  return /^pg_catalog\.pg_stat(?:s|istic)(?:_ext(?:_data|_exprs)?)?$/u.test(canonical) || canonical.startsWith('pg_toast.');
}

/** Every relation listed by name; for the test that compares them with real servers. */
export function statisticsRelations(): readonly string[] {
  return Object.keys(HOLDS_VALUES);
}

const HOLDS_VALUES: Readonly<Record<string, string>> = {
  // Samples of columns' values, taken by ANALYZE.
  'pg_catalog.pg_statistic': 'stavalues1 stavalues2 stavalues3 stavalues4 stavalues5',
  'pg_catalog.pg_statistic_ext_data': 'stxdmcv stxdexpr',
  'pg_catalog.pg_stats': 'most_common_vals histogram_bounds most_common_elems range_length_histogram range_bounds_histogram',
  'pg_catalog.pg_stats_ext': 'most_common_vals',
  'pg_catalog.pg_stats_ext_exprs': 'most_common_vals histogram_bounds most_common_elems',
  // Texts of statements, with the literals that somebody typed.
  'pg_catalog.pg_stat_activity': 'query',
  'pg_catalog.pg_prepared_statements': 'statement',
  // Code may name a cursor after a value.
  'pg_catalog.pg_cursors': 'name statement',
  'pg_catalog.pg_backend_memory_contexts': 'ident',
  // Data itself.
  'pg_catalog.pg_largeobject': 'data',
  // Credentials, and files of the server.
  'pg_catalog.pg_hba_file_rules': 'options',
  'pg_catalog.pg_file_settings': 'setting',
  'pg_catalog.pg_authid': 'rolpassword',
  'pg_catalog.pg_shadow': 'passwd',
  'pg_catalog.pg_subscription': 'subconninfo',
  'pg_catalog.pg_foreign_server': 'srvoptions',
  'pg_catalog.pg_user_mapping': 'umoptions',
  'pg_catalog.pg_user_mappings': 'umoptions',
  'information_schema._pg_foreign_servers': 'srvoptions',
  'information_schema._pg_user_mappings': 'umoptions',
  'information_schema.foreign_server_options': 'option_value',
  'information_schema.user_mapping_options': 'option_value',
};

const TOAST: ReadonlySet<string> = new Set(['chunk_data']);
const STATEMENTS: ReadonlySet<string> = new Set(['query']);
const NONE: ReadonlySet<string> = new Set();
let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
