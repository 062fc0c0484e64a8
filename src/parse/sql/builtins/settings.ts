// SPDX-License-Identifier: Apache-2.0
//
// What a change of a PostgreSQL setting means for the gate, for every setting that a session of 15 or 18 can change. Refuses to trust
// what it does not know: an unlisted setting needs a rule. Values that would blind the gate are forbidden, and no rule can allow them.
// @see https://www.postgresql.org/docs/18/runtime-config.html

/**
 * `allowed`: built in. `control`: needs a rule of effect `control`. `forbidden`: refused whatever the policy says.
 * `reason` ends the sentence "`name` …".
 */
export interface SettingVerdict {
  readonly class: 'allowed' | 'control' | 'forbidden';
  readonly reason: string;
}

/** What a session is known to have started with. `writable`: transactions that may write, unless they say otherwise. */
export interface StartedWith {
  readonly writable: boolean;
}

/**
 * Judges `SET name TO value`; `null` is `RESET name` and `TO DEFAULT`. A list (`search_path`) is its elements joined by `, `. The names
 * are the server's (`SET TIME ZONE` is `timezone`, `SET NAMES` is `client_encoding`, `SET SCHEMA` is `search_path`), in any case.
 */
export function classifySetting(name: string, value: string | null, started?: StartedWith): SettingVerdict {
  const key = name.toLowerCase();
  // INVARIANT: the wire has checked the values that a session starts with (PINNED_SETTINGS), so going back to them is safe.
  if (value === null) return GOES_BACK;
  // It takes nothing away from a session that was never kept from writing.
  if (started?.writable === true && READ_ONLY.has(key) && isOff(value)) return GOES_BACK;
  const judge = judges().get(key);
  if (judge !== undefined) return judge(value);
  if (key.includes('.')) return { class: 'control', reason: 'belongs to an extension or an application, whose row policies may hang on it' };
  return { class: 'control', reason: 'is not a setting that we know' };
}

/** True when a startup packet may carry this setting. `user`, `database`, `options`, `replication` and `_pq_.*` are the wire's affair. */
export function startupParameterAllowed(name: string, value: string): boolean {
  return classifySetting(name, value).class === 'allowed';
}

/**
 * What a session must start with, whatever `ALTER ROLE … SET` and the server's configuration say: the parser's reading of a statement is
 * right only then. The wire sends these at startup; the first two are also reported back, and must be.
 */
export const PINNED_SETTINGS: Readonly<Record<string, string>> = {
  client_encoding: 'UTF8',
  standard_conforming_strings: 'on',
  backslash_quote: 'safe_encoding',
  transform_null_equals: 'off',
  array_nulls: 'on',
};

/** True for an allowed setting that changes what a statement means, and so belongs into the operation digest's `settings`. */
export function settingChangesMeaning(name: string): boolean {
  return MEANING.includes(name.toLowerCase());
}

/** True for a setting that only bounds how long something may take, to any value: nothing that is read hangs on it. */
export function settingBoundsTime(name: string): boolean {
  return BOUNDS_TIME.has(name.toLowerCase());
}

/** Every setting with a decision of its own; for the test that asks real servers. */
export function reviewedSettings(): readonly string[] {
  return [...judges().keys()];
}

const MEANING = [
  'search_path', 'role', 'session_authorization', 'datestyle', 'intervalstyle', 'timezone', 'default_text_search_config', 'xmloption',
  'lc_monetary', 'lc_numeric', 'lc_time', 'row_security',
];

const GOES_BACK: SettingVerdict = { class: 'allowed', reason: 'goes back to what the session started with' };
const READ_ONLY: ReadonlySet<string> = new Set(['transaction_read_only', 'default_transaction_read_only']);

type Judge = (value: string) => SettingVerdict;

const ALLOWED: Readonly<Record<string, string>> = {
  'changes how results are shown': `
    bytea_output datestyle escape_string_warning extra_float_digits icu_validation_level intervalstyle lc_monetary lc_numeric lc_time
    md5_password_warnings quote_all_identifiers timezone xmlbinary xmloption
  `,
  'names the session': 'application_name',
  'bounds how long something may take': `
    client_connection_check_interval idle_in_transaction_session_timeout idle_session_timeout lock_timeout statement_timeout
    transaction_timeout
  `,
  'changes plans, not results': `
    constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction default_statistics_target
    effective_cache_size enable_async_append enable_bitmapscan enable_distinct_reordering enable_gathermerge enable_group_by_reordering
    enable_hashagg enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material enable_memoize
    enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash enable_partition_pruning enable_partitionwise_aggregate
    enable_partitionwise_join enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
    from_collapse_limit geqo geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold jit jit_above_cost
    jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming join_collapse_limit max_parallel_maintenance_workers
    max_parallel_workers max_parallel_workers_per_gather min_parallel_index_scan_size min_parallel_table_scan_size
    parallel_leader_participation parallel_setup_cost parallel_tuple_cost plan_cache_mode random_page_cost recursive_worktable_factor
    seq_page_cost
  `,
  'chooses the rules of a snapshot, not what may be done in it': `
    default_transaction_deferrable default_transaction_isolation transaction_deferrable transaction_isolation
  `,
  'changes nothing that the gate relies on': `
    check_function_bodies default_text_search_config default_toast_compression seed stats_fetch_consistency synchronize_seqscans
  `,
  'can only make the server refuse more': 'restrict_nonsystem_relation_kind row_security',
};

const BOUNDS_TIME: ReadonlySet<string> = new Set(ALLOWED['bounds how long something may take']?.trim().split(/\s+/));

const CONTROL: Readonly<Record<string, string>> = {
  'changes whose rights are in force': 'createrole_self_grant role session_authorization',
  'lets one session take memory or disk of all': `
    hash_mem_multiplier logical_decoding_work_mem maintenance_work_mem max_stack_depth temp_buffers temp_file_limit
    vacuum_buffer_usage_limit work_mem
  `,
  'tunes input, output and vacuum for everybody': `
    backend_flush_after commit_delay commit_siblings deadlock_timeout effective_io_concurrency file_copy_method gin_pending_list_limit
    io_combine_limit maintenance_io_concurrency vacuum_cost_delay vacuum_cost_limit vacuum_cost_page_dirty vacuum_cost_page_hit
    vacuum_cost_page_miss vacuum_failsafe_age vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
    vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age vacuum_truncate wal_compression
    wal_init_zero wal_recycle wal_sender_timeout wal_skip_threshold
  `,
  'gives up durability or integrity': `
    allow_in_place_tablespaces allow_system_table_mods ignore_checksum_failure ignore_system_indexes synchronous_commit
    wal_consistency_checking zero_damaged_pages
  `,
  'changes what results hold': 'gin_fuzzy_search_limit lo_compat_privileges timezone_abbreviations',
  'loads code into the server': `
    dynamic_library_path extension_control_path extension_destdir jit_debugging_support jit_dump_bitcode jit_profiling_support
    local_preload_libraries output_plugin_libraries session_preload_libraries
  `,
  'switches off what guards the data': 'event_triggers',
  'ends the connection on any error, refusals included': 'exit_on_error',
  'changes the language of errors, which the gate reads to mask them': 'lc_messages',
  'belongs to the connection between gate and server': 'tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout',
  'changes how passwords are kept': 'password_encryption scram_iterations',
  'changes what the server logs, or shows its insides': `
    backtrace_functions compute_query_id debug_discard_caches debug_logical_replication_streaming debug_parallel_query debug_pretty_print
    debug_print_parse debug_print_plan debug_print_rewritten force_parallel_mode log_connections log_disconnections log_duration
    log_error_verbosity log_executor_stats log_lock_failures log_lock_waits log_min_duration_sample log_min_duration_statement
    log_min_error_statement log_min_messages log_parameter_max_length log_parameter_max_length_on_error log_parser_stats
    log_planner_stats log_replication_commands log_statement log_statement_sample_rate log_statement_stats log_temp_files
    log_transaction_sample_rate post_auth_delay trace_notify trace_sort track_activities track_cost_delay_timing track_counts
    track_functions track_io_timing track_wal_io_timing update_process_title
  `,
  'adopts what another session sees': 'transaction_snapshot',
};

const BY_VALUE: Readonly<Record<string, Judge>> = {
  standard_conforming_strings: (value) =>
    isOn(value) ? allowed('is as the parser reads strings') : forbidden('makes the server read string literals in another way than the gate does'),
  client_encoding: (value) =>
    UTF8.includes(value.toLowerCase().replace(/[^a-z0-9]/g, '')) // matches `UTF-8`, `'utf8'`; misses `LATIN1`
      ? allowed('is as the gate reads bytes')
      : forbidden('makes the server read bytes in another way than the gate does; use UTF8'),
  backslash_quote: only(['safe_encoding'], 'changes how string literals are read'),
  transform_null_equals: (value) => (isOff(value) ? allowed('is the standard') : control('changes what `= NULL` selects')),
  composite_type_mismatch: only(['error'], 'lets values be read as another type than theirs'),
  array_nulls: (value) => (isOn(value) ? allowed('is the standard') : control('changes how array literals are read')),
  default_with_oids: (value) => (isOff(value) ? allowed('is the only value since 12') : control('is not a setting that we know')),
  search_path: searchPath,
  session_replication_role: only(['origin'], 'switches off triggers, rules and foreign keys'),
  transaction_read_only: readOnly,
  default_transaction_read_only: readOnly,
  client_min_messages: only(['notice', 'warning', 'error'], 'shows the insides of the server'),
  default_table_access_method: only(['heap'], 'changes where new data is kept'),
  default_tablespace: only([''], 'changes where new data is kept'),
  temp_tablespaces: only([''], 'changes where new data is kept'),
};

// The server strips everything but letters and digits before it compares names of encodings.
const UTF8 = ['utf8', 'unicode'];

function searchPath(value: string): SettingVerdict {
  const schemas = value.split(',').map((part) => part.trim().replace(/^"(.*)"$/, '$1').toLowerCase()); // matches `"app"`; misses `app`
  // Unless it is named, pg_catalog comes first by itself; named later, users' objects could stand in for PostgreSQL's own.
  if (schemas.indexOf('pg_catalog') > 0) return control('puts `pg_catalog` behind other schemas, so that built-in names could be replaced');
  return allowed('is read back from the server');
}

function readOnly(value: string): SettingVerdict {
  return isOn(value) ? allowed('can only make the server refuse more') : control('drops a guard that the owner of the database may have set');
}

function only(values: readonly string[], otherwise: string): Judge {
  return (value) => (values.includes(value.toLowerCase()) ? allowed('is the standard') : control(otherwise));
}

const allowed = (reason: string): SettingVerdict => ({ class: 'allowed', reason });
const control = (reason: string): SettingVerdict => ({ class: 'control', reason });
const forbidden = (reason: string): SettingVerdict => ({ class: 'forbidden', reason });

// As the server's parse_bool(): any unambiguous beginning of true, false, yes, no, on, off; 1, 0.
function isOn(value: string): boolean {
  return /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i.test(value);
}

function isOff(value: string): boolean {
  return /^(?:f|fa|fal|fals|false|n|no|of|off|0)$/i.test(value);
}

let known: ReadonlyMap<string, Judge> | undefined;

function judges(): ReadonlyMap<string, Judge> {
  if (known !== undefined) return known;
  const all = new Map<string, Judge>();
  const add = (blocks: Readonly<Record<string, string>>, verdict: (reason: string) => SettingVerdict) => {
    for (const [reason, names] of Object.entries(blocks)) for (const name of names.trim().split(/\s+/)) all.set(name, () => verdict(reason));
  };
  add(ALLOWED, allowed);
  add(CONTROL, control);
  for (const [name, judge] of Object.entries(BY_VALUE)) all.set(name, judge);
  known = all;
  return all;
}
