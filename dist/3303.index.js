export const id = 3303;
export const ids = [3303];
export const modules = {

/***/ 52552:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ reviewedSettings),
/* harmony export */   ZV: () => (/* binding */ settingBoundsTime),
/* harmony export */   bX: () => (/* binding */ PINNED_SETTINGS),
/* harmony export */   bi: () => (/* binding */ startupParameterAllowed),
/* harmony export */   dY: () => (/* binding */ classifySetting)
/* harmony export */ });
/* unused harmony export settingChangesMeaning */
// SPDX-License-Identifier: Apache-2.0
//
// What a change of a PostgreSQL setting means for the gate, for every setting that a session of 15 or 18 can change. Refuses to trust
// what it does not know: an unlisted setting needs a rule. Values that would blind the gate are forbidden, and no rule can allow them.
// @see https://www.postgresql.org/docs/18/runtime-config.html
/**
 * Judges `SET name TO value`; `null` is `RESET name` and `TO DEFAULT`. A list (`search_path`) is its elements joined by `, `. The names
 * are the server's (`SET TIME ZONE` is `timezone`, `SET NAMES` is `client_encoding`, `SET SCHEMA` is `search_path`), in any case.
 */
function classifySetting(name, value, started) {
    const key = name.toLowerCase();
    // INVARIANT: the wire has checked the values that a session starts with (PINNED_SETTINGS), so going back to them is safe.
    if (value === null)
        return GOES_BACK;
    // It takes nothing away from a session that was never kept from writing.
    if (started?.writable === true && READ_ONLY.has(key) && isOff(value))
        return GOES_BACK;
    const judge = judges().get(key);
    if (judge !== undefined)
        return judge(value);
    if (key.includes('.'))
        return { class: 'control', reason: 'belongs to an extension or an application, whose row policies may hang on it' };
    return { class: 'control', reason: 'is not a setting that we know' };
}
/** True when a startup packet may carry this setting. `user`, `database`, `options`, `replication` and `_pq_.*` are the wire's affair. */
function startupParameterAllowed(name, value) {
    return classifySetting(name, value).class === 'allowed';
}
/**
 * What a session must start with, whatever `ALTER ROLE … SET` and the server's configuration say: the parser's reading of a statement is
 * right only then. The wire sends these at startup; the first two are also reported back, and must be.
 */
const PINNED_SETTINGS = {
    client_encoding: 'UTF8',
    standard_conforming_strings: 'on',
    backslash_quote: 'safe_encoding',
    transform_null_equals: 'off',
    array_nulls: 'on',
};
/** True for an allowed setting that changes what a statement means, and so belongs into the operation digest's `settings`. */
function settingChangesMeaning(name) {
    return MEANING.includes(name.toLowerCase());
}
/** True for a setting that only bounds how long something may take, to any value: nothing that is read hangs on it. */
function settingBoundsTime(name) {
    return BOUNDS_TIME.has(name.toLowerCase());
}
/** Every setting with a decision of its own; for the test that asks real servers. */
function reviewedSettings() {
    return [...judges().keys()];
}
const MEANING = (/* unused pure expression or super */ null && ([
    'search_path', 'role', 'session_authorization', 'datestyle', 'intervalstyle', 'timezone', 'default_text_search_config', 'xmloption',
    'lc_monetary', 'lc_numeric', 'lc_time', 'row_security',
]));
const GOES_BACK = { class: 'allowed', reason: 'goes back to what the session started with' };
const READ_ONLY = new Set(['transaction_read_only', 'default_transaction_read_only']);
const ALLOWED = {
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
const BOUNDS_TIME = new Set(ALLOWED['bounds how long something may take']?.trim().split(/\s+/));
const CONTROL = {
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
const BY_VALUE = {
    standard_conforming_strings: (value) => isOn(value) ? allowed('is as the parser reads strings') : forbidden('makes the server read string literals in another way than the gate does'),
    client_encoding: (value) => UTF8.includes(value.toLowerCase().replace(/[^a-z0-9]/g, '')) // matches `UTF-8`, `'utf8'`; misses `LATIN1`
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
function searchPath(value) {
    const schemas = value.split(',').map((part) => part.trim().replace(/^"(.*)"$/, '$1').toLowerCase()); // matches `"app"`; misses `app`
    // Unless it is named, pg_catalog comes first by itself; named later, users' objects could stand in for PostgreSQL's own.
    if (schemas.indexOf('pg_catalog') > 0)
        return control('puts `pg_catalog` behind other schemas, so that built-in names could be replaced');
    return allowed('is read back from the server');
}
function readOnly(value) {
    return isOn(value) ? allowed('can only make the server refuse more') : control('drops a guard that the owner of the database may have set');
}
function only(values, otherwise) {
    return (value) => (values.includes(value.toLowerCase()) ? allowed('is the standard') : control(otherwise));
}
const allowed = (reason) => ({ class: 'allowed', reason });
const control = (reason) => ({ class: 'control', reason });
const forbidden = (reason) => ({ class: 'forbidden', reason });
// As the server's parse_bool(): any unambiguous beginning of true, false, yes, no, on, off; 1, 0.
function isOn(value) {
    return /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i.test(value);
}
function isOff(value) {
    return /^(?:f|fa|fal|fals|false|n|no|of|off|0)$/i.test(value);
}
let known;
function judges() {
    if (known !== undefined)
        return known;
    const all = new Map();
    const add = (blocks, verdict) => {
        for (const [reason, names] of Object.entries(blocks))
            for (const name of names.trim().split(/\s+/))
                all.set(name, () => verdict(reason));
    };
    add(ALLOWED, allowed);
    add(CONTROL, control);
    for (const [name, judge] of Object.entries(BY_VALUE))
        all.set(name, judge);
    known = all;
    return all;
}


/***/ }),

/***/ 68509:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ statementKind),
/* harmony export */   Y: () => (/* binding */ objectWord)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Every statement of the PostgreSQL 18 grammar by its kind, in the words of the server's command tags (`DROP TABLE`, `CREATE TABLE AS`).
// Refuses to name what it does not know: such a node is UNKNOWN, and so denied.
// @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/tcop/cmdtaglist.h
/** Kind of a statement node, `{DropStmt: {removeType: 'OBJECT_TABLE', …}}` to `DROP TABLE`; `UNKNOWN` for any other node. */
function statementKind(node) {
    const tag = String(Object.keys(node)[0]);
    const kind = Object.hasOwn(KINDS, tag) ? KINDS[tag] : undefined;
    if (kind === undefined)
        return 'UNKNOWN';
    return typeof kind === 'string' ? kind : (kind(node[tag]) ?? 'UNKNOWN');
}
/** What an `OBJECT_…` is called in SQL, `MATERIALIZED VIEW`; undefined for one we do not know. */
function objectWord(type) {
    return typeof type === 'string' && Object.hasOwn(OBJECT_WORDS, type) ? OBJECT_WORDS[type] : undefined;
}
const OBJECT_WORDS = {
    OBJECT_ACCESS_METHOD: 'ACCESS METHOD',
    OBJECT_AGGREGATE: 'AGGREGATE',
    OBJECT_ATTRIBUTE: 'TYPE',
    OBJECT_CAST: 'CAST',
    OBJECT_COLLATION: 'COLLATION',
    OBJECT_COLUMN: 'TABLE',
    OBJECT_CONVERSION: 'CONVERSION',
    OBJECT_DATABASE: 'DATABASE',
    OBJECT_DOMAIN: 'DOMAIN',
    OBJECT_DOMCONSTRAINT: 'DOMAIN',
    OBJECT_EVENT_TRIGGER: 'EVENT TRIGGER',
    OBJECT_EXTENSION: 'EXTENSION',
    OBJECT_FDW: 'FOREIGN DATA WRAPPER',
    OBJECT_FOREIGN_SERVER: 'SERVER',
    OBJECT_FOREIGN_TABLE: 'FOREIGN TABLE',
    OBJECT_FUNCTION: 'FUNCTION',
    OBJECT_INDEX: 'INDEX',
    OBJECT_LANGUAGE: 'LANGUAGE',
    OBJECT_LARGEOBJECT: 'LARGE OBJECT',
    OBJECT_MATVIEW: 'MATERIALIZED VIEW',
    OBJECT_OPCLASS: 'OPERATOR CLASS',
    OBJECT_OPERATOR: 'OPERATOR',
    OBJECT_OPFAMILY: 'OPERATOR FAMILY',
    OBJECT_POLICY: 'POLICY',
    OBJECT_PROCEDURE: 'PROCEDURE',
    OBJECT_PUBLICATION: 'PUBLICATION',
    OBJECT_ROLE: 'ROLE',
    OBJECT_ROUTINE: 'ROUTINE',
    OBJECT_RULE: 'RULE',
    OBJECT_SCHEMA: 'SCHEMA',
    OBJECT_SEQUENCE: 'SEQUENCE',
    OBJECT_STATISTIC_EXT: 'STATISTICS',
    OBJECT_SUBSCRIPTION: 'SUBSCRIPTION',
    OBJECT_TABCONSTRAINT: 'TABLE',
    OBJECT_TABLE: 'TABLE',
    OBJECT_TABLESPACE: 'TABLESPACE',
    OBJECT_TRANSFORM: 'TRANSFORM',
    OBJECT_TRIGGER: 'TRIGGER',
    OBJECT_TSCONFIGURATION: 'TEXT SEARCH CONFIGURATION',
    OBJECT_TSDICTIONARY: 'TEXT SEARCH DICTIONARY',
    OBJECT_TSPARSER: 'TEXT SEARCH PARSER',
    OBJECT_TSTEMPLATE: 'TEXT SEARCH TEMPLATE',
    OBJECT_TYPE: 'TYPE',
    OBJECT_USER_MAPPING: 'USER MAPPING',
    OBJECT_VIEW: 'VIEW',
};
const TRANSACTIONS = {
    TRANS_STMT_BEGIN: 'BEGIN',
    TRANS_STMT_START: 'START TRANSACTION',
    TRANS_STMT_COMMIT: 'COMMIT',
    TRANS_STMT_ROLLBACK: 'ROLLBACK',
    TRANS_STMT_ROLLBACK_TO: 'ROLLBACK',
    TRANS_STMT_SAVEPOINT: 'SAVEPOINT',
    TRANS_STMT_RELEASE: 'RELEASE',
    TRANS_STMT_PREPARE: 'PREPARE TRANSACTION',
    TRANS_STMT_COMMIT_PREPARED: 'COMMIT PREPARED',
    TRANS_STMT_ROLLBACK_PREPARED: 'ROLLBACK PREPARED',
};
const DISCARDS = {
    DISCARD_ALL: 'DISCARD ALL',
    DISCARD_PLANS: 'DISCARD PLANS',
    DISCARD_SEQUENCES: 'DISCARD SEQUENCES',
    DISCARD_TEMP: 'DISCARD TEMP',
};
const alter = (field) => (body) => worded('ALTER', body[field]);
function worded(verb, type) {
    const word = objectWord(type);
    return word === undefined ? undefined : `${verb} ${word}`;
}
// A renamed column is altered in whatever kind of relation has it.
function renamed(body) {
    const type = body['renameType'];
    return worded('ALTER', type === 'OBJECT_COLUMN' || type === 'OBJECT_ATTRIBUTE' ? body['relationType'] : type);
}
/** True for `SELECT … INTO`; of a set operation, the leftmost branch says so. */
function storesInto(select) {
    let branch = select;
    while (branch['larg'] !== undefined)
        branch = branch['larg'];
    return branch['intoClause'] !== undefined;
}
function tableAs(body) {
    return body['objtype'] === 'OBJECT_MATVIEW' ? 'CREATE MATERIALIZED VIEW' : 'CREATE TABLE AS';
}
const KINDS = {
    AlterCollationStmt: 'ALTER COLLATION',
    AlterDatabaseRefreshCollStmt: 'ALTER DATABASE',
    AlterDatabaseSetStmt: 'ALTER DATABASE',
    AlterDatabaseStmt: 'ALTER DATABASE',
    AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES',
    AlterDomainStmt: 'ALTER DOMAIN',
    AlterEnumStmt: 'ALTER TYPE',
    AlterEventTrigStmt: 'ALTER EVENT TRIGGER',
    AlterExtensionContentsStmt: 'ALTER EXTENSION',
    AlterExtensionStmt: 'ALTER EXTENSION',
    AlterFdwStmt: 'ALTER FOREIGN DATA WRAPPER',
    AlterForeignServerStmt: 'ALTER SERVER',
    AlterFunctionStmt: alter('objtype'),
    AlterObjectDependsStmt: alter('objectType'),
    AlterObjectSchemaStmt: alter('objectType'),
    AlterOpFamilyStmt: 'ALTER OPERATOR FAMILY',
    AlterOperatorStmt: 'ALTER OPERATOR',
    AlterOwnerStmt: alter('objectType'),
    AlterPolicyStmt: 'ALTER POLICY',
    AlterPublicationStmt: 'ALTER PUBLICATION',
    AlterRoleSetStmt: 'ALTER ROLE',
    AlterRoleStmt: 'ALTER ROLE',
    AlterSeqStmt: 'ALTER SEQUENCE',
    AlterStatsStmt: 'ALTER STATISTICS',
    AlterSubscriptionStmt: 'ALTER SUBSCRIPTION',
    AlterSystemStmt: 'ALTER SYSTEM',
    AlterTSConfigurationStmt: 'ALTER TEXT SEARCH CONFIGURATION',
    AlterTSDictionaryStmt: 'ALTER TEXT SEARCH DICTIONARY',
    AlterTableMoveAllStmt: alter('objtype'),
    AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE',
    AlterTableStmt: alter('objtype'),
    AlterTypeStmt: 'ALTER TYPE',
    AlterUserMappingStmt: 'ALTER USER MAPPING',
    CallStmt: 'CALL',
    CheckPointStmt: 'CHECKPOINT',
    ClosePortalStmt: (body) => (body['portalname'] === undefined ? 'CLOSE CURSOR ALL' : 'CLOSE CURSOR'),
    ClusterStmt: 'CLUSTER',
    CommentStmt: 'COMMENT',
    CompositeTypeStmt: 'CREATE TYPE',
    ConstraintsSetStmt: 'SET CONSTRAINTS',
    CopyStmt: 'COPY',
    CreateAmStmt: 'CREATE ACCESS METHOD',
    CreateCastStmt: 'CREATE CAST',
    CreateConversionStmt: 'CREATE CONVERSION',
    CreateDomainStmt: 'CREATE DOMAIN',
    CreateEnumStmt: 'CREATE TYPE',
    CreateEventTrigStmt: 'CREATE EVENT TRIGGER',
    CreateExtensionStmt: 'CREATE EXTENSION',
    CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER',
    CreateForeignServerStmt: 'CREATE SERVER',
    CreateForeignTableStmt: 'CREATE FOREIGN TABLE',
    CreateFunctionStmt: (body) => (body['is_procedure'] === true ? 'CREATE PROCEDURE' : 'CREATE FUNCTION'),
    CreateOpClassStmt: 'CREATE OPERATOR CLASS',
    CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY',
    CreatePLangStmt: 'CREATE LANGUAGE',
    CreatePolicyStmt: 'CREATE POLICY',
    CreatePublicationStmt: 'CREATE PUBLICATION',
    CreateRangeStmt: 'CREATE TYPE',
    CreateRoleStmt: 'CREATE ROLE',
    CreateSchemaStmt: 'CREATE SCHEMA',
    CreateSeqStmt: 'CREATE SEQUENCE',
    CreateStatsStmt: 'CREATE STATISTICS',
    CreateStmt: 'CREATE TABLE',
    CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
    CreateTableAsStmt: tableAs,
    CreateTableSpaceStmt: 'CREATE TABLESPACE',
    CreateTransformStmt: 'CREATE TRANSFORM',
    CreateTrigStmt: 'CREATE TRIGGER',
    CreateUserMappingStmt: 'CREATE USER MAPPING',
    CreatedbStmt: 'CREATE DATABASE',
    DeallocateStmt: (body) => (body['name'] === undefined ? 'DEALLOCATE ALL' : 'DEALLOCATE'),
    DeclareCursorStmt: 'DECLARE CURSOR',
    DefineStmt: (body) => worded('CREATE', body['kind']),
    DeleteStmt: 'DELETE',
    DiscardStmt: (body) => DISCARDS[String(body['target'])],
    DoStmt: 'DO',
    DropOwnedStmt: 'DROP OWNED',
    DropRoleStmt: 'DROP ROLE',
    DropStmt: (body) => worded('DROP', body['removeType']),
    DropSubscriptionStmt: 'DROP SUBSCRIPTION',
    DropTableSpaceStmt: 'DROP TABLESPACE',
    DropUserMappingStmt: 'DROP USER MAPPING',
    DropdbStmt: 'DROP DATABASE',
    ExecuteStmt: 'EXECUTE',
    ExplainStmt: 'EXPLAIN',
    FetchStmt: (body) => (body['ismove'] === true ? 'MOVE' : 'FETCH'),
    GrantRoleStmt: (body) => (body['is_grant'] === true ? 'GRANT ROLE' : 'REVOKE ROLE'),
    GrantStmt: (body) => (body['is_grant'] === true ? 'GRANT' : 'REVOKE'),
    ImportForeignSchemaStmt: 'IMPORT FOREIGN SCHEMA',
    IndexStmt: 'CREATE INDEX',
    InsertStmt: 'INSERT',
    ListenStmt: 'LISTEN',
    LoadStmt: 'LOAD',
    LockStmt: 'LOCK TABLE',
    MergeStmt: 'MERGE',
    NotifyStmt: 'NOTIFY',
    PrepareStmt: 'PREPARE',
    ReassignOwnedStmt: 'REASSIGN OWNED',
    RefreshMatViewStmt: 'REFRESH MATERIALIZED VIEW',
    ReindexStmt: 'REINDEX',
    RenameStmt: renamed,
    RuleStmt: 'CREATE RULE',
    SecLabelStmt: 'SECURITY LABEL',
    SelectStmt: (body) => (storesInto(body) ? 'SELECT INTO' : 'SELECT'),
    TransactionStmt: (body) => TRANSACTIONS[String(body['kind'])],
    TruncateStmt: 'TRUNCATE TABLE',
    UnlistenStmt: 'UNLISTEN',
    UpdateStmt: 'UPDATE',
    VacuumStmt: (body) => (body['is_vacuumcmd'] === true ? 'VACUUM' : 'ANALYZE'),
    VariableSetStmt: (body) => (body['kind'] === 'VAR_RESET' || body['kind'] === 'VAR_RESET_ALL' ? 'RESET' : 'SET'),
    VariableShowStmt: 'SHOW',
    ViewStmt: 'CREATE VIEW',
};


/***/ }),

/***/ 24704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Qz: () => (/* binding */ theOne),
/* harmony export */   Si: () => (/* binding */ every),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   uQ: () => (/* binding */ spelled),
/* harmony export */   vx: () => (/* binding */ nodesIn)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

const NONE = [];
/** The nodes of a list, in their order. */
function nodesIn(list) {
    return list ?? NONE;
}
/** What the nodes of a list hold that has one kind of them. Throws INTERNAL when there is another. */
function every(kind, list) {
    return nodesIn(list).map((node) => {
        if (!(kind in node))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `its tree has \`${Object.keys(node).join()}\` where only \`${kind}\` can be`);
        return node[kind];
    });
}
/** What those of one kind hold, in a list that has several kinds. */
function only(kind, list) {
    return every(kind, nodesIn(list).filter((node) => kind in node));
}
/** What a node holds that has to be of one kind. Throws INTERNAL when it is none, or of another. */
function theOne(kind, node) {
    return present(every(kind, [present(node)])[0]);
}
/** A part that every tree of its kind has. Throws INTERNAL when it is not there. */
function present(part) {
    if (part === undefined || part === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'its tree lacks a part that the grammar always has');
    return part;
}
/** A text, a name; empty where there is none. */
function spelled(text) {
    return text ?? '';
}


/***/ })

};
