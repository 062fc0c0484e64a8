// SPDX-License-Identifier: Apache-2.0
import { loadModule, parseSync } from 'libpg-query';
import { EFFECTS_OF } from '../../../../../src/parse/sql/builtins/functions-effects.js';
import { AGGREGATES, FACTS, PURE } from '../../../../../src/parse/sql/builtins/functions-harmless.js';
import { classifyFunction, functionCarries, functionIsOpaque, functionReturnsRows, reviewedFunctions } from '../../../../../src/parse/sql/builtins/functions.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../../../support/postgres.js';

// Every volatile function that is called harmless, and why that is so although the server calls it volatile.
const VOLATILE_BUT_HARMLESS: Readonly<Record<string, string>> = {
  'the clock': 'clock_timestamp timeofday',
  'chance, kept in this session': 'random random_normal setseed array_sample array_shuffle gen_random_uuid uuidv4 uuidv7',
  'what this session itself did': `current_query currval lastval pg_is_in_recovery pg_jit_available pg_stat_clear_snapshot
    pg_stat_force_next_flush pg_replication_origin_session_is_setup pg_replication_origin_session_progress`,
  'the state of a sequence, as the catalog shows it': 'pg_sequence_last_value pg_get_sequence_data',
  'a handle on a large object in this session; reading and writing through it are classed apart': 'lo_open lo_close lo_lseek lo_lseek64 lo_tell lo_tell64',
  'sizes on disk': 'pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size pg_total_relation_size',
  'the catalog': 'pg_collation_actual_version pg_database_collation_actual_version pg_partition_ancestors pg_partition_tree pg_get_wait_events pg_get_wal_resource_managers pg_get_loaded_modules',
  'counters': `pg_stat_get_backend_io pg_stat_get_backend_wal pg_stat_get_io pg_stat_get_recovery_prefetch pg_stat_get_xact_blocks_fetched
    pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time
    pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated
    pg_stat_get_xact_tuples_inserted pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
    pg_stat_get_xact_tuples_updated pg_stat_have_stats`,
  'transactions: ids, times and outcomes': `pg_get_multixact_members pg_last_committed_xact pg_prepared_xact pg_xact_commit_timestamp
    pg_xact_commit_timestamp_origin pg_xact_status txid_status`,
  'locks and waits, looked at': 'pg_blocking_pids pg_lock_status pg_safe_snapshot_blocking_pids pg_notification_queue_usage',
  'write-ahead log and replication, looked at': `pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn pg_get_wal_replay_pause_state
    pg_get_wal_summarizer_state pg_is_wal_replay_paused pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp
    pg_replication_origin_progress pg_show_replication_origin_status`,
  'the memory and the control file of the server, as numbers': `pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system pg_get_aios
    pg_get_shmem_allocations pg_get_shmem_allocations_numa`,
  'triggers that touch the row at hand only': 'suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column',
  'TABLESAMPLE methods': 'bernoulli system',
};

// Callable, outside the classes that `unreviewed` knows, and of no class on purpose: to call one is unknown.
const DELIBERATELY_UNKNOWN: Readonly<Record<string, string>> = {
  'calls the functions of a partition key, which may be somebody\'s': 'satisfies_hash_partition',
  'only for pg_upgrade': `binary_upgrade_add_sub_rel_state binary_upgrade_create_empty_extension
    binary_upgrade_logical_slot_has_caught_up binary_upgrade_replorigin_advance binary_upgrade_set_missing_value binary_upgrade_set_next_array_pg_type_oid
    binary_upgrade_set_next_attribute_versions binary_upgrade_set_next_heap_pg_class_oid binary_upgrade_set_next_heap_relfilenode binary_upgrade_set_next_index_pg_class_oid
    binary_upgrade_set_next_index_relfilenode binary_upgrade_set_next_multirange_array_pg_type_oid binary_upgrade_set_next_multirange_pg_type_oid
    binary_upgrade_set_next_pg_authid_oid binary_upgrade_set_next_pg_enum_oid binary_upgrade_set_next_pg_tablespace_oid binary_upgrade_set_next_pg_type_oid
    binary_upgrade_set_next_toast_pg_class_oid binary_upgrade_set_next_toast_relfilenode binary_upgrade_set_record_init_privs`,
  'for initdb, extension scripts and the regression suite': 'pg_extension_config_dump pg_isolation_test_session_is_blocked pg_nextoid pg_stop_making_pinned_objects',
  'for event triggers, where they are called at all': `pg_event_trigger_ddl_commands pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
    pg_event_trigger_table_rewrite_reason`,
  'validate definitions for the server': 'amvalidate fmgr_c_validator fmgr_internal_validator fmgr_sql_validator plpgsql_validator postgresql_fdw_validator xmlvalidate',
  'reads the row that a tid points to, in any table': 'currtid2',
  'second names of numeric functions, and internals of ranges and types': `array_subscript_handler daterange_canonical daterange_subdiff dexp dlog1 dlog10 dround dtrunc
    enum_in enum_out enum_send int4inc int4range_canonical int4range_subdiff int8_sum int8range_canonical int8range_subdiff numeric_div_trunc numeric_exp numeric_inc
    numeric_ln numeric_log numeric_sqrt numrange_subdiff shell_in shell_out textlen tsrange_subdiff tstzrange_subdiff`,
};

// In the lists, but not in a fresh 15 or 18: extensions that ship with PostgreSQL, and versions before 15.
const ELSEWHERE = /^(?:dblink|postgres_fdw_|pg_file_|pg_logdir_ls$|connectby$|crosstab[234]?$|xpath_table$|pg_(?:start|stop)_backup$)/;

const words = (text: string) => text.trim().split(/\s+/);

interface Proc {
  readonly name: string;
  readonly volatile: boolean;
  readonly aggregate: boolean;
  /** It takes arguments, and how many rows it returns may hang on them. */
  readonly rows: boolean;
  readonly callable: boolean;
}

async function procs(server: Postgres): Promise<Proc[]> {
  const rows = await server.query(`
    SELECT p.proname AS name, p.provolatile = 'v' AS volatile, p.prokind = 'a' AS aggregate, p.proretset AND p.pronargs > 0 AS rows,
           p.prorettype <> 'internal'::regtype AND NOT 'internal'::regtype = ANY (p.proargtypes) AS callable
      FROM pg_proc p WHERE p.pronamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`);
  return rows as unknown as Proc[];
}

describe.each<PostgresVersion>([15, 18])('the lists against PostgreSQL %d', (version) => {
  let server: Postgres;
  let all: Proc[];
  beforeAll(async () => {
    await loadModule();
    server = await startPostgres({ version });
    all = await procs(server);
  });

  afterAll(() => server.stop());

  it('knows of each that returns rows that their number tells of its arguments', () => {
    const told = all.filter(({ name, rows }) => rows && !['file', 'sql', 'outside', undefined].includes(classifyFunction(name)));
    expect(told.filter(({ name }) => !functionReturnsRows(name))).toEqual([]);
    expect(told.length).toBeGreaterThan(30);
  });

  it('call no volatile function harmless without a reason', () => {
    const reviewed = new Set(Object.values(VOLATILE_BUT_HARMLESS).flatMap(words));
    const bad = all.filter((proc) => proc.volatile && classifyFunction(proc.name) === 'harmless' && !reviewed.has(proc.name));
    expect(bad.map((proc) => proc.name)).toEqual([]);
  });

  it('leave without a class only what stands behind something else, and a short list', async () => {
    const rows = await server.query(`
      SELECT DISTINCT p.proname AS name FROM pg_proc p
       WHERE p.pronamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         -- not for SQL to call
         AND NOT 'internal'::regtype = ANY (p.proargtypes)
         AND p.prorettype::regtype::text NOT IN ('internal', 'trigger', 'event_trigger', 'language_handler', 'fdw_handler', 'index_am_handler', 'table_am_handler', 'tsm_handler')
         -- behind types, operators, indexes and aggregates
         AND NOT EXISTS (SELECT 1 FROM pg_type t WHERE p.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout))
         AND NOT EXISTS (SELECT 1 FROM pg_operator o WHERE p.oid = o.oprcode AND p.provolatile <> 'v')
         AND NOT EXISTS (SELECT 1 FROM pg_amproc a WHERE p.oid = a.amproc AND p.provolatile <> 'v')
         AND NOT EXISTS (SELECT 1 FROM pg_aggregate a WHERE p.provolatile <> 'v'
               AND p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn))`);
    const meant = new Set(Object.values(DELIBERATELY_UNKNOWN).flatMap(words));
    const unclassified = rows.map((row) => String(row['name'])).filter((name) => classifyFunction(name) === undefined);
    expect(unclassified.filter((name) => !meant.has(name))).toEqual([]);
    expect([...meant].filter((name) => classifyFunction(name) !== undefined)).toEqual([]);
  });

  it('class aggregates, and nothing else, as aggregates', () => {
    const windows = new Set(words(PURE['windows']!));
    for (const proc of all) {
      if (proc.aggregate && !windows.has(proc.name)) expect([proc.name, classifyFunction(proc.name)]).toEqual([proc.name, 'aggregate']);
      if (!proc.aggregate) expect([proc.name, classifyFunction(proc.name)]).not.toEqual([proc.name, 'aggregate']);
    }
  });

  it('know every function that the system views call', async () => {
    const views = await server.query(`
      SELECT n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS definition FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'v' AND n.nspname IN ('pg_catalog', 'information_schema')`);
    const unknown = new Set<string>();
    for (const view of views) for (const name of calls(parseSync(String(view['definition'])))) if (classifyFunction(name) === undefined) unknown.add(`${String(view['name'])} ${name}`);
    expect([...unknown]).toEqual([]);
  });

  it('know every function revoked from the public as more than harmless, counters and facts aside', async () => {
    const rows = await server.query(`SELECT DISTINCT proname AS name FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND NOT has_function_privilege('public', oid, 'EXECUTE') ORDER BY 1`);
    const harmless = rows.map((row) => String(row['name'])).filter((name) => classifyFunction(name) === 'harmless');
    const facts = new Set(Object.values(FACTS).flatMap(words));
    expect(harmless.filter((name) => !facts.has(name))).toEqual([]);
  });
});

describe('the lists', () => {
  it('hold only names that PostgreSQL 15 or 18 has, or that are marked as coming from elsewhere', async () => {
    const names = new Set<string>();
    for (const version of [15, 18] as const) {
      const server = await startPostgres({ version });
      for (const proc of await procs(server)) names.add(proc.name);
      // A type's name can be called, too: that is a cast.
      for (const type of await server.query(`SELECT typname AS name FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace`)) names.add(String(type['name']));
      await server.stop();
    }
    expect(reviewedFunctions().filter((name) => !names.has(name) && !ELSEWHERE.test(name))).toEqual([]);
    expect(Object.values(DELIBERATELY_UNKNOWN).flatMap(words).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.values(VOLATILE_BUT_HARMLESS).flatMap(words).filter((name) => !names.has(name))).toEqual([]);
  });

  it('hold each name once, sorted', () => {
    const effects = Object.values(EFFECTS_OF).flatMap((reasons) => Object.values(reasons));
    const blocks = [...Object.values(PURE), ...Object.values(FACTS), AGGREGATES, ...effects].map(words);
    for (const block of blocks) expect(block).toEqual([...block].sort());
    expect(blocks.flat().length).toBe(new Set(blocks.flat()).size);
  });
});

describe('classifyFunction', () => {
  it.each([
    ['lower', 'harmless'],
    ['jsonb_exists_any', 'harmless'],
    ['regrole', 'harmless'],
    ['hash_array', 'harmless'],
    ['now', 'harmless'],
    ['count', 'aggregate'],
    ['nextval', 'write'],
    ['lo_put', 'write'],
    ['set_config', 'control'],
    ['pg_terminate_backend', 'control'],
    ['pg_advisory_lock', 'control'],
    ['pg_sleep', 'control'],
    ['pg_logical_slot_get_changes', 'control'],
    ['pg_read_file', 'file'],
    ['lo_import', 'file'],
    ['query_to_xml', 'sql'],
    ['cursor_to_xml', 'sql'],
    ['table_to_xml', 'sql'],
    ['ts_rewrite', 'sql'],
    ['dblink_exec', 'outside'],
    ['lo_get', 'opaque'],
    ['pg_stat_get_activity', 'opaque'],
    ['binary_upgrade_set_record_init_privs', undefined],
    ['plpgsql_call_handler', undefined],
    ['int4in', undefined],
    ['currtid2', undefined],
    ['refund', undefined],
    ['constructor', undefined],
  ] as const)('%s is %s', (name, expected) => {
    expect(classifyFunction(name)).toBe(expected);
  });
});

describe('functionCarries', () => {
  it.each(['count', 'row_number', 'rank', 'pg_typeof', 'nextval'])('%s tells nothing of its arguments’ values', (name) => {
    expect(functionCarries(name)).toBe(false);
  });
  it.each(['max', 'length', 'lower', 'bool_and', 'array_agg', 'md5', 'set_config', 'setval', 'refund'])('%s carries', (name) => {
    expect(functionCarries(name)).toBe(true);
  });
});

describe('functionIsOpaque', () => {
  it.each(['lo_get', 'loread', 'pg_read_file', 'query_to_xml', 'dblink', 'pg_logical_slot_peek_changes', 'refund'])('%s can hold anything', (name) => {
    expect(functionIsOpaque(name)).toBe(true);
  });
  it.each(['lower', 'max', 'nextval', 'pg_sleep', 'pg_get_viewdef'])('%s holds no more than its arguments', (name) => {
    expect(functionIsOpaque(name)).toBe(false);
  });
});

/** Bare names of all functions called anywhere in a tree. */
function calls(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(calls);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== 'FuncCall') return calls(value);
    const { funcname } = value as { funcname: { String: { sval: string } }[] };
    return [funcname.at(-1)!.String.sval, ...calls(value)];
  });
}
