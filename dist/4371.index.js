export const id = 4371;
export const ids = [4371];
export const modules = {

/***/ 25451:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xb: () => (/* binding */ classifyFunction),
  Iz: () => (/* binding */ functionCarries),
  St: () => (/* binding */ functionIsOpaque),
  T3: () => (/* binding */ functionKeeps),
  bT: () => (/* binding */ functionReturnsRows)
});

// UNUSED EXPORTS: reviewedFunctions

;// CONCATENATED MODULE: ./lib/parse/sql/builtins/functions-effects.js
// SPDX-License-Identifier: Apache-2.0
//
// Functions whose call does more than compute, by what they do and why they are put there; reviewed against every pg_proc entry of
// PostgreSQL 15 and 18. Data only. A few come from extensions that ship with PostgreSQL and run text, read files or leave the server.
/** Class to reason to names. */
const EFFECTS_OF = {
    write: {
        'sequences: the value is used up even when the transaction rolls back': `
      nextval setval
    `,
        'large objects': `
      lo_creat lo_create lo_from_bytea lo_put lo_truncate lo_truncate64 lo_unlink lowrite
    `,
        'index pages': `
      brin_desummarize_range brin_summarize_new_values brin_summarize_range gin_clean_pending_list
    `,
        'planner statistics, which are rows of pg_statistic': `
      pg_clear_attribute_stats pg_clear_relation_stats pg_restore_attribute_stats pg_restore_relation_stats
    `,
        'puts a payload into the write-ahead log for whoever decodes it': `
      pg_logical_emit_message
    `,
    },
    control: {
        'SET as a function; the parser reads the setting itself when name and value are literals': `
      set_config
    `,
        'holds a lock that others wait for, or gives up one that a tool relies on': `
      pg_advisory_lock pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared pg_advisory_xact_lock
      pg_advisory_xact_lock_shared pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock
      pg_try_advisory_xact_lock_shared
    `,
        'holds the connection, its snapshot and its locks for as long as the caller likes': `
      pg_sleep pg_sleep_for pg_sleep_until
    `,
        'reaches other sessions: NOTIFY as a function, a snapshot that others can adopt': `
      pg_export_snapshot pg_notify
    `,
        'acts on the server or on other sessions': `
      pg_backup_start pg_backup_stop pg_cancel_backend pg_create_restore_point pg_import_system_collations pg_log_backend_memory_contexts
      pg_log_standby_snapshot pg_promote pg_reload_conf pg_rotate_logfile pg_rotate_logfile_old pg_switch_wal pg_terminate_backend
      pg_wal_replay_pause pg_wal_replay_resume
    `,
        'replication slots: make the server keep, send or forget write-ahead log; the log itself holds every row': `
      pg_copy_logical_replication_slot pg_copy_physical_replication_slot pg_create_logical_replication_slot
      pg_create_physical_replication_slot pg_drop_replication_slot pg_logical_slot_get_binary_changes pg_logical_slot_get_changes
      pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes pg_replication_slot_advance pg_sync_replication_slots
    `,
        'replication origins': `
      pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop pg_replication_origin_session_reset
      pg_replication_origin_session_setup pg_replication_origin_xact_reset pg_replication_origin_xact_setup
    `,
        'counters that monitoring and autovacuum rely on': `
      pg_stat_reset pg_stat_reset_backend_stats pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
      pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats
    `,
        'backups of versions before 15': `
      pg_start_backup pg_stop_backup
    `,
    },
    file: {
        'files of the server, and what its configuration files say': `
      lo_export lo_import pg_available_wal_summaries pg_current_logfile pg_hba_file_rules pg_ident_file_mappings pg_ls_archive_statusdir
      pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir
      pg_read_binary_file pg_read_file pg_read_file_old pg_show_all_file_settings pg_stat_file pg_wal_summary_contents
    `,
        'adminpack': `
      pg_file_length pg_file_read pg_file_rename pg_file_sync pg_file_unlink pg_file_write pg_logdir_ls
    `,
    },
    sql: {
        'runs text as SQL, or reads whatever relation or cursor it is told to': `
      cursor_to_xml cursor_to_xmlschema database_to_xml database_to_xml_and_xmlschema database_to_xmlschema query_to_xml
      query_to_xml_and_xmlschema query_to_xmlschema schema_to_xml schema_to_xml_and_xmlschema schema_to_xmlschema table_to_xml
      table_to_xml_and_xmlschema table_to_xmlschema ts_rewrite ts_stat
    `,
        'tablefunc and xml2': `
      connectby crosstab crosstab2 crosstab3 crosstab4 xpath_table
    `,
    },
    outside: {
        'dblink: SQL on another server': `
      dblink dblink_build_sql_delete dblink_build_sql_insert dblink_build_sql_update dblink_cancel_query dblink_close dblink_connect
      dblink_connect_u dblink_disconnect dblink_error_message dblink_exec dblink_fetch dblink_get_connections dblink_get_notify
      dblink_get_pkey dblink_get_result dblink_is_busy dblink_open dblink_send_query
    `,
        'postgres_fdw': `
      postgres_fdw_disconnect postgres_fdw_disconnect_all postgres_fdw_get_connections
    `,
    },
    opaque: {
        'large objects: data of no known column': `
      lo_get loread
    `,
        'texts of statements, with the literals that somebody typed': `
      pg_cursor pg_get_backend_memory_contexts pg_prepared_statement pg_stat_get_activity pg_stat_get_backend_activity
    `,
        'most common values of columns': `
      pg_mcv_list_items
    `,
    },
};

;// CONCATENATED MODULE: ./lib/parse/sql/builtins/functions-harmless.js
// SPDX-License-Identifier: Apache-2.0
//
// PostgreSQL's own functions that change nothing outside the caller's session, by theme; reviewed against every pg_proc entry of 15 and
// 18. Data only. Refuses I/O, handler, support and conversion functions and most that only stand behind an operator: nobody needs to
// call them by name, and what is not listed is unknown. `test/unit/parse/sql/builtins/functions.test.ts` holds it against real servers.
/** Results depend on the arguments alone (and on clock, chance and formatting settings). */
const PURE = {
    'triggers of PostgreSQL itself, which change nothing but the row at hand, and TABLESAMPLE methods': `
    bernoulli suppress_redundant_updates_trigger system tsvector_update_trigger tsvector_update_trigger_column
  `,
    'windows': `
    cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number
  `,
    'sets': `
    enum_first enum_last enum_range generate_series generate_subscripts num_nonnulls num_nulls pg_collation_for pg_column_size
    pg_input_error_info pg_input_is_valid pg_options_to_table pg_typeof unnest width_bucket
  `,
    'arrays': `
    array_append array_cat array_dims array_fill array_length array_lower array_ndims array_position array_positions array_prepend
    array_remove array_replace array_reverse array_sample array_shuffle array_sort array_to_json array_to_string array_to_tsvector
    array_upper cardinality string_to_array string_to_table trim_array
  `,
    'JSON': `
    json_array_elements json_array_elements_text json_array_length json_build_array json_build_object json_each json_each_text
    json_extract_path json_extract_path_text json_object json_object_keys json_populate_record json_populate_recordset json_strip_nulls
    json_to_record json_to_recordset json_to_tsvector json_typeof jsonb_array_elements jsonb_array_elements_text jsonb_array_length
    jsonb_build_array jsonb_build_object jsonb_concat jsonb_each jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_insert
    jsonb_object jsonb_object_keys jsonb_path_exists jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz jsonb_path_query
    jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz
    jsonb_populate_record jsonb_populate_record_valid jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls
    jsonb_to_record jsonb_to_recordset jsonb_to_tsvector jsonb_typeof row_to_json to_json to_jsonb
  `,
    'what stands behind operators of JSON, ranges and arrays: for drivers that take a question mark for a parameter': `
    arraycontained arraycontains arrayoverlap elem_contained_by_multirange elem_contained_by_range json_array_element
    json_array_element_text json_object_field json_object_field_text jsonb_array_element jsonb_array_element_text jsonb_contained
    jsonb_contains jsonb_delete jsonb_delete_path jsonb_exists jsonb_exists_all jsonb_exists_any jsonb_object_field jsonb_object_field_text
    jsonb_path_exists_opr jsonb_path_match_opr multirange_adjacent_multirange multirange_adjacent_range multirange_after_multirange
    multirange_after_range multirange_before_multirange multirange_before_range multirange_contained_by_multirange
    multirange_contained_by_range multirange_contains_elem multirange_contains_multirange multirange_contains_range multirange_intersect
    multirange_minus multirange_overlaps_multirange multirange_overlaps_range multirange_overleft_multirange multirange_overleft_range
    multirange_overright_multirange multirange_overright_range multirange_union range_adjacent range_adjacent_multirange range_after
    range_after_multirange range_before range_before_multirange range_contained_by range_contained_by_multirange range_contains
    range_contains_elem range_contains_multirange range_intersect range_minus range_overlaps range_overlaps_multirange range_overleft
    range_overleft_multirange range_overright range_overright_multirange range_union
  `,
    'hashes, as indexes and partitions use them': `
    hash_aclitem hash_aclitem_extended hash_array hash_array_extended hash_multirange hash_multirange_extended hash_numeric
    hash_numeric_extended hash_range hash_range_extended hash_record hash_record_extended hashbool hashboolextended hashbpchar
    hashbpcharextended hashbytea hashbyteaextended hashchar hashcharextended hashcid hashcidextended hashdate hashdateextended hashenum
    hashenumextended hashfloat4 hashfloat4extended hashfloat8 hashfloat8extended hashinet hashinetextended hashint2extended hashmacaddr
    hashmacaddr8 hashmacaddr8extended hashmacaddrextended hashname hashnameextended hashoid hashoidextended hashoidvector
    hashoidvectorextended hashtid hashtidextended hashxid hashxid8 hashxid8extended hashxidextended interval_hash interval_hash_extended
    jsonb_hash jsonb_hash_extended pg_lsn_hash pg_lsn_hash_extended time_hash time_hash_extended timestamp_hash timestamp_hash_extended
    timestamptz_hash timestamptz_hash_extended timetz_hash timetz_hash_extended uuid_hash uuid_hash_extended
  `,
    'names of types, called like functions: a cast in another spelling': `
    aclitem cid gtsvector inet json jsonb jsonpath pg_snapshot refcursor regcollation regconfig regdictionary regnamespace regoper
    regoperator regproc regprocedure regrole regtype tid tsquery tsvector txid_snapshot uuid xid8
  `,
    'XML': `
    xml xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmlexists xmltext xpath xpath_exists
  `,
    'text search': `
    numnode phraseto_tsquery plainto_tsquery querytree setweight strip to_tsquery to_tsvector ts_debug ts_delete ts_filter ts_headline
    ts_lexize ts_parse ts_rank ts_rank_cd ts_token_type tsquery_and tsquery_not tsquery_or tsquery_phrase tsvector_concat
    tsvector_to_array websearch_to_tsquery
  `,
    'ranges': `
    datemultirange daterange int4multirange int4range int8multirange int8range isempty lower_inc lower_inf multirange nummultirange
    numrange range_merge tsmultirange tsrange tstzmultirange tstzrange upper_inc upper_inf
  `,
    'geometry': `
    area bound_box box center circle diagonal diameter height isclosed ishorizontal isopen isparallel isperp isvertical line lseg npoints
    path pclose point polygon popen radius slope width
  `,
    'network addresses': `
    abbrev broadcast cidr family host hostmask inet_merge inet_same_family macaddr macaddr8 macaddr8_set7bit masklen netmask network
    set_masklen
  `,
    'dates and times': `
    age clock_timestamp date date_add date_bin date_part date_subtract date_trunc extract interval isfinite justify_days justify_hours
    justify_interval make_date make_interval make_time make_timestamp make_timestamptz now overlaps statement_timestamp time timeofday
    timestamp timestamptz timetz timezone to_date to_timestamp transaction_timestamp
  `,
    'identifiers and chance': `
    gen_random_uuid random random_normal setseed uuid_extract_timestamp uuid_extract_version uuidv4 uuidv7
  `,
    'casts called by name': `
    bit bool bpchar bytea char float4 float8 int2 int4 int8 money name numeric oid pg_lsn regclass text varbit varchar xid
  `,
    'numbers': `
    abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh cash_words cbrt ceil ceiling cos cosd cosh cot cotd degrees div
    erf erfc exp factorial floor gamma gcd lcm lgamma ln log log10 min_scale mod pg_size_bytes pg_size_pretty pi pow power radians round
    scale sign sin sind sinh sqrt tan tand tanh to_bin to_hex to_number to_oct trim_scale trunc
  `,
    'hashes': `
    crc32 crc32c hashint2 hashint4 hashint4extended hashint8 hashint8extended hashtext hashtextextended md5 sha224 sha256 sha384 sha512
  `,
    'text and bytes': `
    ascii bit_count bit_length btrim casefold char_length character_length chr concat concat_ws convert convert_from convert_to decode
    encode format get_bit get_byte initcap is_normalized left length like like_escape lower lpad ltrim normalize notlike octet_length
    overlay parse_ident position quote_ident quote_literal quote_nullable regexp_count regexp_instr regexp_like regexp_match
    regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table regexp_substr repeat replace reverse right rpad rtrim
    set_bit set_byte similar_escape similar_to_escape split_part starts_with strpos substr substring to_ascii to_char translate
    unicode_assigned unistr upper
  `,
};
/** Read the system catalog, counters of the server, or the session itself; never rows of tables, files or other sessions' statements. */
const FACTS = {
    'who and where this session is': `
    current_database current_query current_schema current_schemas current_setting current_user get_current_ts_config getdatabaseencoding
    getpgusername icu_unicode_version inet_client_addr inet_client_port inet_server_addr inet_server_port lo_close lo_lseek lo_lseek64
    lo_open lo_tell lo_tell64 pg_backend_pid pg_client_encoding pg_conf_load_time pg_is_other_temp_schema pg_jit_available
    pg_listening_channels pg_my_temp_schema pg_numa_available pg_postmaster_start_time pg_trigger_depth row_security_active session_user
    system_user unicode_version version
  `,
    'sequences': `
    currval lastval pg_get_sequence_data pg_get_serial_sequence pg_sequence_last_value pg_sequence_parameters
  `,
    'transactions and snapshots': `
    mxid_age pg_current_snapshot pg_current_xact_id pg_current_xact_id_if_assigned pg_get_multixact_members pg_last_committed_xact
    pg_prepared_xact pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin pg_visible_in_snapshot pg_xact_commit_timestamp
    pg_xact_commit_timestamp_origin pg_xact_status txid_current txid_current_if_assigned txid_current_snapshot txid_snapshot_xip
    txid_snapshot_xmax txid_snapshot_xmin txid_status txid_visible_in_snapshot
  `,
    'privileges': `
    aclcontains acldefault aclexplode aclinsert aclremove has_any_column_privilege has_column_privilege has_database_privilege
    has_foreign_data_wrapper_privilege has_function_privilege has_language_privilege has_largeobject_privilege has_parameter_privilege
    has_schema_privilege has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege
    makeaclitem pg_get_acl pg_has_role
  `,
    'names and definitions': `
    _pg_char_max_length _pg_char_octet_length _pg_datetime_precision _pg_expandarray _pg_index_position _pg_interval_type
    _pg_numeric_precision _pg_numeric_precision_radix _pg_numeric_scale _pg_truetypid _pg_truetypmod col_description format_type
    nameconcatoid obj_description oidvectortypes pg_available_extension_versions pg_available_extensions pg_basetype pg_char_to_encoding
    pg_collation_actual_version pg_collation_is_visible pg_column_is_updatable pg_config pg_conversion_is_visible
    pg_database_collation_actual_version pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_extension_update_paths
    pg_filenode_relation pg_function_is_visible pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr pg_get_function_arg_default
    pg_get_function_arguments pg_get_function_identity_arguments pg_get_function_result pg_get_function_sqlbody pg_get_functiondef
    pg_get_indexdef pg_get_keywords pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
    pg_get_replica_identity_index pg_get_ruledef pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
    pg_get_statisticsobjdef_expressions pg_get_triggerdef pg_get_userbyid pg_get_viewdef pg_identify_object pg_identify_object_as_address
    pg_index_column_has_property pg_index_has_property pg_indexam_has_property pg_indexam_progress_phasename pg_opclass_is_visible
    pg_operator_is_visible pg_opfamily_is_visible pg_partition_ancestors pg_partition_root pg_partition_tree pg_relation_filenode
    pg_relation_filepath pg_relation_is_publishable pg_relation_is_updatable pg_replication_origin_oid pg_settings_get_flags
    pg_show_all_settings pg_statistics_obj_is_visible pg_table_is_visible pg_timezone_abbrevs pg_timezone_abbrevs_abbrevs
    pg_timezone_abbrevs_zone pg_timezone_names pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible
    pg_ts_template_is_visible pg_type_is_visible shobj_description to_regclass to_regcollation to_regnamespace to_regoper to_regoperator
    to_regproc to_regprocedure to_regrole to_regtype to_regtypemod
  `,
    'sizes and storage': `
    pg_column_compression pg_column_toast_chunk_id pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_databases
    pg_tablespace_location pg_tablespace_size pg_total_relation_size
  `,
    'statistics: counters and times': `
    pg_stat_clear_snapshot pg_stat_force_next_flush pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
    pg_stat_get_autovacuum_count pg_stat_get_backend_activity_start pg_stat_get_backend_client_addr pg_stat_get_backend_client_port
    pg_stat_get_backend_dbid pg_stat_get_backend_idset pg_stat_get_backend_io pg_stat_get_backend_pid pg_stat_get_backend_start
    pg_stat_get_backend_subxact pg_stat_get_backend_userid pg_stat_get_backend_wait_event pg_stat_get_backend_wait_event_type
    pg_stat_get_backend_wal pg_stat_get_backend_xact_start pg_stat_get_bgwriter_buf_written_checkpoints
    pg_stat_get_bgwriter_buf_written_clean pg_stat_get_bgwriter_maxwritten_clean pg_stat_get_bgwriter_requested_checkpoints
    pg_stat_get_bgwriter_stat_reset_time pg_stat_get_bgwriter_timed_checkpoints pg_stat_get_blocks_fetched pg_stat_get_blocks_hit
    pg_stat_get_buf_alloc pg_stat_get_buf_fsync_backend pg_stat_get_buf_written_backend pg_stat_get_checkpoint_sync_time
    pg_stat_get_checkpoint_write_time pg_stat_get_checkpointer_buffers_written pg_stat_get_checkpointer_num_performed
    pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed pg_stat_get_checkpointer_restartpoints_performed
    pg_stat_get_checkpointer_restartpoints_requested pg_stat_get_checkpointer_restartpoints_timed pg_stat_get_checkpointer_slru_written
    pg_stat_get_checkpointer_stat_reset_time pg_stat_get_checkpointer_sync_time pg_stat_get_checkpointer_write_time
    pg_stat_get_db_active_time pg_stat_get_db_blk_read_time pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched
    pg_stat_get_db_blocks_hit pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure pg_stat_get_db_conflict_all
    pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock pg_stat_get_db_conflict_logicalslot pg_stat_get_db_conflict_snapshot
    pg_stat_get_db_conflict_startup_deadlock pg_stat_get_db_conflict_tablespace pg_stat_get_db_deadlocks
    pg_stat_get_db_idle_in_transaction_time pg_stat_get_db_numbackends pg_stat_get_db_parallel_workers_launched
    pg_stat_get_db_parallel_workers_to_launch pg_stat_get_db_session_time pg_stat_get_db_sessions pg_stat_get_db_sessions_abandoned
    pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed pg_stat_get_db_stat_reset_time pg_stat_get_db_temp_bytes
    pg_stat_get_db_temp_files pg_stat_get_db_tuples_deleted pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted
    pg_stat_get_db_tuples_returned pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit pg_stat_get_db_xact_rollback
    pg_stat_get_dead_tuples pg_stat_get_function_calls pg_stat_get_function_self_time pg_stat_get_function_total_time
    pg_stat_get_ins_since_vacuum pg_stat_get_io pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time
    pg_stat_get_last_autovacuum_time pg_stat_get_last_vacuum_time pg_stat_get_lastscan pg_stat_get_live_tuples
    pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info pg_stat_get_recovery_prefetch
    pg_stat_get_replication_slot pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription pg_stat_get_subscription_stats
    pg_stat_get_total_analyze_time pg_stat_get_total_autoanalyze_time pg_stat_get_total_autovacuum_time pg_stat_get_total_vacuum_time
    pg_stat_get_tuples_deleted pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated pg_stat_get_tuples_inserted
    pg_stat_get_tuples_newpage_updated pg_stat_get_tuples_returned pg_stat_get_tuples_updated pg_stat_get_vacuum_count pg_stat_get_wal
    pg_stat_get_wal_receiver pg_stat_get_wal_senders pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit
    pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans
    pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
    pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned pg_stat_get_xact_tuples_updated pg_stat_have_stats
  `,
    'the server: write-ahead log, locks, memory, replication': `
    pg_blocking_pids pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system pg_current_wal_flush_lsn
    pg_current_wal_insert_lsn pg_current_wal_lsn pg_get_aios pg_get_loaded_modules pg_get_replication_slots pg_get_shmem_allocations
    pg_get_shmem_allocations_numa pg_get_wait_events pg_get_wal_replay_pause_state pg_get_wal_resource_managers
    pg_get_wal_summarizer_state pg_is_in_recovery pg_is_wal_replay_paused pg_last_wal_receive_lsn pg_last_wal_replay_lsn
    pg_last_xact_replay_timestamp pg_lock_status pg_notification_queue_usage pg_replication_origin_progress
    pg_replication_origin_session_is_setup pg_replication_origin_session_progress pg_safe_snapshot_blocking_pids
    pg_show_replication_origin_status pg_split_walfile_name pg_wal_lsn_diff pg_walfile_name pg_walfile_name_offset
  `,
};
/** Aggregates that are not window functions too. */
const AGGREGATES = `
  any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp every json_agg json_agg_strict
  json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict jsonb_agg jsonb_agg_strict jsonb_object_agg
  jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict max min mode percentile_cont percentile_disc range_agg
  range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop
  stddev_samp string_agg sum var_pop var_samp variance xmlagg
`;

;// CONCATENATED MODULE: ./lib/parse/sql/builtins/functions.js
// SPDX-License-Identifier: Apache-2.0
//
// What a call of one of PostgreSQL's own functions does, by bare name. The lists are in functions-harmless.ts and functions-effects.ts.
// Refuses to guess: a name that nobody reviewed has no class. It knows nothing of user functions: whoever asks must first make sure
// that the name can only mean PostgreSQL's own, because a user's `lower(varchar)` on the search path wins over `pg_catalog.lower(text)`.


/** Class of a function of PostgreSQL by its bare, lower-case name; undefined when it was not reviewed, which means unknown. */
function classifyFunction(bareName) {
    return classes().get(bareName);
}
/**
 * False only when the result tells nothing of its arguments' values but that, or how many of them, exist (`count`, `row_number`), or
 * their type. Everything else, unknown names included, carries.
 */
function functionCarries(bareName) {
    silent ??= words(SILENT);
    return !silent.has(bareName);
}
/** True when how many rows come out hangs on its arguments, as on a condition. */
function functionReturnsRows(bareName) {
    sets ??= words(SETS);
    return sets.has(bareName);
}
/**
 * True when the result can hold values that are in none of the arguments: large objects, files, other statements, rows that SQL text
 * reads. Its lineage is then unknown. Also true for every name that was not reviewed.
 */
function functionIsOpaque(bareName) {
    const known = classifyFunction(bareName);
    if (known === undefined)
        return true;
    return known === 'control' ? (opaqueControl ??= words(OPAQUE_CONTROL)).has(bareName) : OPAQUE[known];
}
// By class; of those that control something, only some.
const OPAQUE = { harmless: false, aggregate: false, write: false, file: true, sql: true, outside: true, opaque: true };
/** True when what it is given stays behind where others, or a later statement, can read it: sequences, locks, logs, files, seeds. */
function functionKeeps(bareName) {
    keeping ??= words(KEEPING);
    const known = classifyFunction(bareName);
    return keeping.has(bareName) || (known !== undefined && known !== 'harmless' && known !== 'aggregate' && known !== 'opaque');
}
/** Every reviewed name; for the tests that compare the lists with real servers. */
function reviewedFunctions() {
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
let known;
let silent;
let sets;
let keeping;
let opaqueControl;
function classes() {
    if (known !== undefined)
        return known;
    const all = new Map();
    const add = (names, of) => {
        for (const name of words(names))
            all.set(name, of);
    };
    for (const names of [...Object.values(PURE), ...Object.values(FACTS)])
        add(names, 'harmless');
    add(AGGREGATES, 'aggregate');
    for (const [of, reasons] of Object.entries(EFFECTS_OF))
        for (const names of Object.values(reasons))
            add(names, of);
    known = all;
    return all;
}
function words(text) {
    return new Set(text.trim().split(/\s+/));
}


/***/ }),

/***/ 56362:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ isStatisticsRelation),
/* harmony export */   RN: () => (/* binding */ isSample),
/* harmony export */   hc: () => (/* binding */ valueColumns)
/* harmony export */ });
/* unused harmony export statisticsRelations */
// SPDX-License-Identifier: Apache-2.0
//
// System relations in which values of users' columns, texts of other statements or credentials can be read, and in which columns. The
// rest of each relation is facts (names, counts, times). Refuses to know whose values they are: they have no lineage.
/** True for a relation, canonical `schema.name`, some of whose columns hold values that belong to other relations. */
function isStatisticsRelation(canonical) {
    return valueColumns(canonical).size > 0;
}
/** The columns of a system relation that hold such values; empty for every other relation. */
function valueColumns(canonical) {
    known ??= new Map(Object.entries(HOLDS_VALUES).map(([relation, columns]) => [relation, new Set(columns.split(' '))]));
    const listed = known.get(canonical);
    if (listed !== undefined)
        return listed;
    if (canonical.startsWith('pg_toast.') || canonical.startsWith('pg_toast_temp_'))
        return TOAST;
    // The extension lives in whatever schema it was created in.
    if (canonical.endsWith('.pg_stat_statements'))
        return STATEMENTS;
    return NONE;
}
/** True for a relation in which samples of the rows of all tables are kept, or large values of one. */
function isSample(canonical) {
    return /^pg_catalog\.pg_stat(?:s|istic)(?:_ext(?:_data|_exprs)?)?$/u.test(canonical) || canonical.startsWith('pg_toast.');
}
/** Every relation listed by name; for the test that compares them with real servers. */
function statisticsRelations() {
    return Object.keys(HOLDS_VALUES);
}
const HOLDS_VALUES = {
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
const TOAST = new Set(['chunk_data']);
const STATEMENTS = new Set(['query']);
const NONE = new Set();
let known;


/***/ }),

/***/ 24371:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolve: () => (/* binding */ resolve_resolve),
  understoodTags: () => (/* binding */ understoodTags)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/parse/sql/facts/budget.js
/** Nodes visited for one statement at most; about a second's work. */
const MAX_STEPS = 2_000_000;
/** What a message may cost whatever its text is like, in equal shares: views are read once for each snapshot of the catalog. */
const OF_A_MESSAGE = 100_000;
/** The least share of a statement: a table with as many columns as there can be, named with all of them. */
const LEAST_SHARE = 3_000;
/** Each byte of the text may be a node, and be read again. */
const OF_A_BYTE = 4;
/** Steps that are left. */
class Budget {
    #left;
    constructor(steps) {
        this.#left = steps;
    }
    /** False when that is more than was left. */
    spend(steps) {
        this.#left -= steps;
        return this.#left >= 0;
    }
}
/** What following a statement may cost. */
function budgetOf({ text, batch }) {
    return new Budget(Math.min(MAX_STEPS, Math.max(LEAST_SHARE, Math.floor(OF_A_MESSAGE / Math.max(1, batch))) + OF_A_BYTE * text.length));
}

;// CONCATENATED MODULE: ./lib/parse/sql/facts/access-draft.js
/** As it is told. */
function finish(gathered) {
    const { effect, object, type, assumed, builtin, why } = gathered;
    const columns = gathered.columns.has('*') ? ['*'] : [...gathered.columns];
    const access = { effect, object, type, columns, filtered: [...gathered.filtered], ...(gathered.kin.size === 0 ? {} : { kin: [...gathered.kin] }), assumed };
    if (!builtin && why === undefined)
        return access;
    return { ...access, ...(builtin ? { builtin } : {}), ...(why === undefined ? {} : { why }) };
}

// EXTERNAL MODULE: ./lib/core/catalog.js
var core_catalog = __webpack_require__(21308);
// EXTERNAL MODULE: ./lib/parse/sql/builtins/statistics.js
var statistics = __webpack_require__(56362);
// EXTERNAL MODULE: ./lib/parse/sql/grammar/tree.js
var grammar_tree = __webpack_require__(24704);
;// CONCATENATED MODULE: ./lib/parse/sql/facts/inheritance.js
// SPDX-License-Identifier: Apache-2.0
//
// Tables and the tables that they inherit from, or are partitions of: their rows are the same rows under other names, so what touches one may
// touch the others. Which partitions a statement comes to is the server's to find out: all that it could. Refuses to leave out a child because
// the name of its parent was allowed: a partition is a part of its table, but a child that inherits is a table of its own.



const TOUCHES_ROWS = new Set(['read', 'write', 'destroy']);
/** The accesses, with what else they touch: kin under other names, and children as accesses of their own. */
function withInheritance(accesses, catalog, reached) {
    if (catalog === null)
        return accesses;
    const sampled = accesses.some(isOfSamples) ? accesses.map((access) => (isOfSamples(access) ? ofAll(access, catalog) : access)) : accesses;
    return ofTables(sampled, catalog, reached);
}
// Values of any table can stand there, of any column.
function isOfSamples({ effect, object, type, columns }) {
    if (effect !== 'read' || type !== 'relation' || object === null || !(0,statistics/* isSample */.RN)(object))
        return false;
    return columns.includes('*') || columns.some((column) => (0,statistics/* valueColumns */.hc)(object).has(column));
}
function ofAll(access, catalog) {
    const users = [...catalog.relations.values()].filter(({ oid }) => oid >= core_catalog/* FIRST_USER_OID */.ku).map(nameOf);
    return { ...access, columns: ['*'], kin: users };
}
function ofTables(accesses, catalog, reached) {
    const all = accesses.map((access) => ({ access, relation: relationOf(access, catalog) }));
    if (all.every(({ relation }) => relation === null))
        return accesses;
    const found = all.map(({ access, relation }) => (relation === null ? { access, children: [] } : grown(access, relation, { catalog, reached })));
    const known = new Set(accesses.map(keyOf));
    const more = found.flatMap(({ access, children }) => children.map((child) => ({ child, access: { ...access, object: nameOf(child) } })).filter((one) => !known.has(keyOf(one.access))))
        .map(({ child, access }) => grown(access, child, { catalog, reached }).access);
    return [...found.map(({ access }) => access), ...new Map(more.map((access) => [keyOf(access), access])).values()];
}
function relationOf({ object, type }, catalog) {
    const relation = type === 'relation' && object !== null ? catalog.relations.get(object) : undefined;
    return relation === undefined || (relation.parents.length === 0 && relation.children.length === 0) ? null : relation;
}
function grown(access, relation, { catalog, reached }) {
    const object = (0,core_catalog/* canonicalName */.Ew)(relation.schema, relation.name);
    // New rows of a table that has rows itself stay in it.
    const stays = reached.only.has(object) || (access.effect === 'write' && relation.kind !== 'p' && reached.inserted.has(object));
    const below = stays ? [] : (0,core_catalog/* reachable */.Gq)(relation, ({ children }) => children, catalog);
    const isPart = ({ parents }) => parents.every((oid) => catalog.relationsByOid.get(oid)?.kind === 'p');
    const children = TOUCHES_ROWS.has(access.effect) ? below.filter((child) => !isPart(child)) : [];
    const kin = [...below, ...(0,core_catalog/* reachable */.Gq)(relation, ({ parents }) => parents, catalog)].map(nameOf);
    return { access: kin.length === 0 ? access : { ...access, kin }, children };
}
function nameOf({ schema, name }) {
    return (0,core_catalog/* canonicalName */.Ew)(schema, name);
}
function keyOf({ effect, object, type }) {
    return `${effect}\0${(0,grammar_tree/* spelled */.uQ)(type)}\0${(0,grammar_tree/* spelled */.uQ)(object)}`;
}

;// CONCATENATED MODULE: ./lib/parse/sql/facts/collect.js



/** Builder of one statement's `StatementFacts`. */
class FactsBuilder {
    scope;
    parser;
    /** Shared by all that one statement reaches. */
    budget;
    /** Users' types that are named by the statement, or by one around it or inside: a computed value may be of any. */
    kinds;
    #accesses = new Map();
    /** Reads of relations once more, since most accesses are that. */
    #reads = new Map();
    #functions = new Map();
    #flows = new Map();
    #literals = new Set();
    #unknown = new Set();
    #forbidden = new Set();
    #hazards = new Map();
    #session = [];
    #below = new Map();
    #fresh = new Map();
    #outputs = null;
    #copy = null;
    #lock = null;
    #rewrite = null;
    #redefines = [];
    constructor(scope, parser, budget, kinds = new Set()) {
        this.scope = scope;
        this.parser = parser;
        this.budget = budget;
        this.kinds = kinds;
    }
    /** Adds an access, or adds to the one with the same effect, object and type. */
    access(effect, object, type, extra = {}) {
        const key = `${effect}\0${type ?? ''}\0${object ?? ''}`;
        let known = this.#accesses.get(key);
        if (known === undefined) {
            known = { effect, object, type, columns: new Set(), filtered: new Set(), assumed: false, builtin: extra.builtin === true, why: extra.why, kin: new Set() };
            this.#accesses.set(key, known);
            if (effect === 'read' && type === 'relation' && object !== null)
                this.#reads.set(object, known);
        }
        else if (extra.why !== undefined && known.why !== extra.why) {
            known.why = known.why === undefined ? extra.why : `${known.why}; ${extra.why}`;
        }
        for (const column of extra.columns ?? [])
            known.columns.add(column);
        for (const column of extra.filtered ?? []) {
            known.columns.add(column);
            known.filtered.add(column);
        }
        for (const name of extra.kin ?? [])
            known.kin.add(name);
        if (extra.assumed === true)
            known.assumed = true;
        // Built in only as long as everything merged into it is.
        if (extra.builtin !== true)
            known.builtin = false;
        if (effect === 'schema' && isOfTheSystem(object, type))
            this.unknown('it defines something among what is PostgreSQL\'s own, whose names are then no longer what they are taken for', object, type);
    }
    /** Adds one column to the read of a relation; `filter`: it decides which rows. */
    read(relation, column, filter) {
        let known = this.#reads.get(relation);
        if (known === undefined) {
            this.access('read', relation, 'relation');
            known = this.#reads.get(relation);
        }
        known.columns.add(column);
        if (filter)
            known.filtered.add(column);
    }
    functionUse(name, cls) {
        if (!this.#functions.has(name))
            this.#functions.set(name, { name, class: cls });
    }
    /** Adds data stored; two flows into one column become one. */
    flow(flow) {
        const key = `${flow.target.relation}\0${flow.target.column}`;
        const known = this.#flows.get(key);
        const computed = known?.computed ?? flow.computed;
        this.#flows.set(key, known === undefined ? flow : { target: flow.target, origins: unite(known.origins, flow.origins), ...(computed === undefined ? {} : { computed }) });
    }
    /** Something was not understood: the statement gets an access of effect `unknown`, on `object` where there is one. */
    unknown(why, object = null, type = null) {
        if (this.#unknown.has(why))
            return;
        this.#unknown.add(why);
        this.access('unknown', object, object === null ? null : type, { why });
    }
    /** No rule may allow the statement. */
    forbid(reason) {
        this.#forbidden.add(reason);
    }
    /** A way of doing it that people look out for; said twice, it is one. */
    hazard(hazard) {
        this.#hazards.set(`${hazard.id}\0${(0,grammar_tree/* spelled */.uQ)(hazard.on)}\0${hazard.detail}`, hazard);
    }
    /** A string constant that is stored or compared. */
    literal(text) {
        if (text !== '')
            this.#literals.add(text);
    }
    session(effect) {
        this.#session.push(effect);
    }
    outputs(outputs) {
        this.#outputs = outputs;
    }
    copy(copy) {
        this.#copy = copy;
    }
    lock(level) {
        this.#lock = level;
    }
    rewrite(rewritten) {
        this.#rewrite = rewritten;
    }
    /** Relations that may be others from now on; null: any. */
    redefine(relations) {
        this.#redefines = relations === null || this.#redefines === null ? null : [...this.#redefines, ...relations];
    }
    /** It changes definitions. */
    defines() {
        return this.#session.some(({ kind }) => kind === 'ddl' || kind === 'temp');
    }
    /** Relations that data goes to, so far. */
    targets() {
        return Array.from(this.#flows.values(), ({ target }) => target.relation);
    }
    /** Accesses so far; a statement that touches nothing reads nothing in particular. */
    accesses() {
        const accesses = Array.from(this.#accesses.values(), finish);
        if (accesses.length > 0 || this.#session.length > 0)
            return accesses;
        return [{ effect: 'read', object: null, type: null, columns: [], filtered: [], assumed: false }];
    }
    /** Lock level so far. */
    locked() {
        return this.#lock;
    }
    /** Functions used so far. */
    functions() {
        return [...this.#functions.values()];
    }
    /** Why it is unknown so far. */
    reasons() {
        return [...this.#unknown];
    }
    /** A relation is named; `below`: with its partitions and children. Named both ways, with them. */
    named(relation, below) {
        this.#below.set(relation, below || this.#below.get(relation) === true);
    }
    /** Rows of a relation are written; `fresh`: new ones, and those that are there stay as they are. */
    writes(relation, fresh) {
        this.#fresh.set(relation, fresh && this.#fresh.get(relation) !== false);
    }
    build(draft) {
        const only = new Set([...this.#below].flatMap(([name, below]) => (below ? [] : [name])));
        const inserted = new Set([...this.#fresh].flatMap(([name, fresh]) => (fresh ? [name] : [])));
        const accesses = withInheritance(this.accesses(), this.scope.catalog, { only, inserted });
        return {
            statement: draft.statement,
            name: `sql.${draft.statement.toLowerCase().replaceAll(' ', '_')}`,
            text: draft.text,
            redacted: draft.redacted,
            accesses,
            functions: this.functions(),
            hazards: [...this.#hazards.values()],
            outputs: this.#outputs,
            flows: [...this.#flows.values()],
            literals: [...this.#literals],
            session: this.#session,
            copy: this.#copy,
            ...(this.#redefines?.length === 0 ? {} : { redefines: this.#redefines }),
            lock: this.#lock,
            rewrite: this.#rewrite,
            forbidden: [...this.#forbidden],
            unknown: this.reasons(),
            assumed: accesses.some((access) => access.assumed),
        };
    }
}
// A cast is called by its types, which may well be PostgreSQL's own.
function isOfTheSystem(object, type) {
    return object !== null && type !== 'cast' && type !== 'transform' && /^(?:pg_catalog|information_schema)(?:\.|$)/u.test(object);
}
function unite(some, others) {
    if (some === null || others === null)
        return null;
    return [...some, ...others.filter((origin) => !some.some((known) => known.relation === origin.relation && known.column === origin.column))];
}

// EXTERNAL MODULE: ./lib/parse/sql/grammar/kinds.js
var kinds = __webpack_require__(68509);
;// CONCATENATED MODULE: ./lib/parse/sql/facts/lineage.js

/** More columns than this behind one value are not told apart: its lineage is then unknown. */
const MAX_ORIGINS = 4_000;
/** Type of a value: an oid, or one of these; `builtin`: one of PostgreSQL's own, no row and no array. */
const TYPE = { unknown: 0, literal: -1, builtinArray: -2, builtin: -3 };
/** A value that no column has part in. */
const NOTHING = { origins: [], direct: false, fields: null, type: TYPE.unknown };
/** A value of unknown lineage. */
const LOST = { origins: null, direct: false, fields: null, type: TYPE.unknown };
/** A value computed from others. */
function computed(values) {
    const origins = originsOf(values);
    if (origins === null)
        return LOST;
    return origins.length === 0 ? NOTHING : { origins, direct: false, fields: null, type: TYPE.unknown };
}
/** A value that is one of these, nobody knows which; of a single one, that. */
function anyOf(values) {
    return values.length === 1 ? (0,grammar_tree/* present */.Eb)(values[0]) : computed(values);
}
/** True for a value that is no piece of another, nor made of several. */
function isIntact({ origins, direct, intact = false }) {
    return direct || intact || origins?.length === 0;
}
/** A value that is one of others, unchanged: branches of a UNION, the two sides of `USING`. */
function either(values) {
    const first = (0,grammar_tree/* present */.Eb)(values[0]);
    if (values.length === 1)
        return first;
    const all = { ...computed(values), intact: values.every(isIntact) };
    const same = all.origins !== null && values.every((value) => value.direct && value.origins?.length === all.origins?.length);
    // Constants without a type become text there.
    const type = first.type !== TYPE.literal && values.every((value) => value.type === first.type) ? first.type : TYPE.unknown;
    return same ? { ...all, direct: true, type } : type === TYPE.unknown ? all : { ...all, type };
}
function originsOf(values) {
    let found = [];
    let grown = null;
    for (const { origins } of values) {
        if (origins === null)
            return null;
        if (origins.length === 0 || origins === found)
            continue;
        if (found.length === 0) {
            found = origins;
            continue;
        }
        grown ??= index(found, new Map());
        index(origins, grown);
        if (grown.size > MAX_ORIGINS)
            return null;
    }
    return grown === null ? found : [...grown.values()];
}
function index(origins, into) {
    for (const origin of origins)
        into.set(`${origin.relation}\0${origin.column}`, origin);
    return into;
}
/** Columns of a row, in order, as far as they are known. */
class Shape {
    columns;
    rest;
    locks;
    #pick;
    #whole;
    #byName = null;
    constructor(columns, parts = {}) {
        this.columns = columns;
        this.rest = parts.rest ?? null;
        this.locks = parts.locks ?? [];
        this.#pick = parts.pick ?? null;
        this.#whole = parts.whole === undefined ? null : { ...parts.whole, fields: parts.fields ?? this };
    }
    /** The value of a listed column; of several with the same name, of any of them. */
    listed(name) {
        this.#byName ??= this.#indexed();
        return this.#byName.get(name) ?? null;
    }
    /** The value of a column that is not listed; null when all columns are. */
    unlisted(name) {
        if (this.rest === null)
            return null;
        return this.#pick === null ? this.rest : this.#pick(name);
    }
    find(name) {
        return this.listed(name) ?? this.unlisted(name);
    }
    /** The row as one value. */
    whole() {
        this.#whole ??= { ...this.any(), fields: this };
        return this.#whole;
    }
    /** All columns together. */
    any() {
        const values = this.columns.map((column) => column.value);
        return computed(this.rest === null ? values : [...values, this.rest]);
    }
    /** The same for a relation: its rows are of a type of its own, whose fields keep their names wherever a row goes as one value. */
    renamedRelation(names) {
        const renamed = this.renamed(names);
        if (renamed === this)
            return this;
        const pick = (name) => {
            const meant = [this, renamed].flatMap((shape) => shape.find(name) ?? []);
            return meant.length === 0 ? LOST : computed(meant);
        };
        const fields = new Shape([], { rest: this.any(), pick });
        return new Shape(renamed.columns, { ...openPart(renamed), locks: this.locks, whole: this.whole(), fields });
    }
    /** The same row under other column names, as `t(a, b)` gives them: the first ones are renamed, the rest keep theirs. */
    renamed(names) {
        if (names.length === 0)
            return this;
        const parts = { whole: this.whole(), locks: this.locks };
        // Positions are not known: each new name may stand for any of the columns.
        if (this.rest !== null)
            return new Shape(names.map((name) => ({ name, value: this.any() })), { ...parts, rest: this.any() });
        return new Shape(this.columns.map((column, at) => ({ name: names[at] ?? column.name, value: column.value })), parts);
    }
    #indexed() {
        const byName = new Map();
        for (const { name, value } of this.columns) {
            const known = byName.get(name);
            byName.set(name, known === undefined ? value : computed([known, value]));
        }
        return byName;
    }
}
/** What a shape may have beside its listed columns, for one that is made of it. */
function openPart(shape) {
    const { rest } = shape;
    return rest === null ? {} : { rest, pick: (name) => (0,grammar_tree/* present */.Eb)(shape.unlisted(name)) };
}
/** A row of which nothing is known. */
const LOST_SHAPE = new Shape([], { rest: LOST });
/** A value that is not written where it is used: a row is then one thing. */
function whole(value) {
    if (value.parts === undefined)
        return value;
    const { parts: _parts, ...one } = value;
    return one;
}
/** The columns of a query as whoever is around it sees them: constants without a type have become text. */
function settled(shape) {
    if (!shape.columns.some(({ value }) => value.type === TYPE.literal))
        return shape;
    const columns = shape.columns.map(({ name, value }) => (value.type === TYPE.literal ? { name, value: { ...value, type: TEXT } } : { name, value }));
    return new Shape(columns, { locks: shape.locks, ...openPart(shape) });
}
const TEXT = 25;
/** Rows side by side. */
function beside(shapes) {
    const [only] = shapes;
    if (only !== undefined && shapes.length === 1)
        return only;
    const columns = shapes.flatMap((shape) => shape.columns);
    const open = shapes.filter((shape) => shape.rest !== null);
    if (open.length === 0)
        return new Shape(columns);
    const pick = (name) => anyOf(open.map((shape) => (0,grammar_tree/* present */.Eb)(shape.unlisted(name))));
    return new Shape(columns, { rest: computed(open.map((shape) => (0,grammar_tree/* present */.Eb)(shape.rest))), pick });
}
/** Rows of either kind, position by position: UNION and its like. Column names are the first one's. */
function stacked(first, second) {
    if (first.rest !== null)
        return new Shape([], { rest: computed([first.any(), second.any()]) });
    if (second.rest === null && first.columns.length !== second.columns.length)
        return LOST_SHAPE;
    // Where the second's positions are not known, any of its columns may come to any place.
    const any = second.rest === null ? null : second.any();
    return new Shape(first.columns.map(({ name, value }, at) => ({ name, value: either([value, any ?? (0,grammar_tree/* present */.Eb)(second.columns[at]).value]) })));
}

;// CONCATENATED MODULE: ./lib/parse/sql/names/implicit-functions.js
// SPDX-License-Identifier: Apache-2.0
//
// What the catalog knows of functions that run where no statement names them, in the form in which it is asked: by type, with all that is
// inside of it. Read once for each snapshot. Refuses to follow names: those are for conversions.ts.

const known = new WeakMap();
/** What runs unnamed in a database; null: nothing that a user made, or there is no catalog. */
function implicitFunctionsOf(catalog) {
    if (catalog?.unnamed === undefined)
        return null;
    let found = known.get(catalog);
    if (found === undefined)
        known.set(catalog, (found = new ImplicitFunctions(catalog, catalog.unnamed)));
    return found;
}
/** What runs unnamed in one snapshot, by type. */
class ImplicitFunctions {
    code;
    #catalog;
    #families = new Map();
    #columns = new Map();
    #byName = null;
    #all = null;
    constructor(catalog, code) {
        this.#catalog = catalog;
        this.code = code;
    }
    /** A type and all types inside of it. */
    family(type) {
        let family = this.#families.get(type);
        if (family !== undefined)
            return family;
        this.#families.set(type, (family = (0,core_catalog/* familyOf */.Ap)(type, this.code)));
        return family;
    }
    /** A type whose text, or whose values, are read and compared piece by piece. A domain is what its base is. */
    isContainer(type) {
        const base = this.#catalog.types.get(type)?.base ?? 0;
        return base === 0 ? (this.code.holds.get(type)?.size ?? 0) > 0 : this.isContainer(base);
    }
    isDomain(type) {
        return (this.#catalog.types.get(type)?.base ?? 0) !== 0;
    }
    /** Functions that run when a value of the type is made, or when such values are compared. */
    of(how, type) {
        const functions = this.code[how];
        return functions.size === 0 ? [] : [...this.family(type)].flatMap((one) => functions.get(one) ?? []);
    }
    /** Every type with which something runs. */
    get all() {
        this.#all ??= new Set([...this.code.made.keys(), ...this.code.compared.keys(), ...this.code.casts.flatMap(({ source, target }) => [source, target])]);
        return this.#all;
    }
    /** Types of a relation's column, or of all (`*`), that something may run with. */
    columnTypes(relation, column) {
        let columns = this.#columns.get(relation);
        if (columns === undefined)
            this.#columns.set(relation, (columns = this.#columnsOf(relation)));
        const type = columns.get(column);
        if (column !== '*')
            return type === undefined ? [] : [type];
        const row = this.code.rowTypes.get(this.#catalog.relations.get(relation)?.oid ?? 0);
        return row === undefined ? [...columns.values()] : [row, ...columns.values()];
    }
    /** Oid of a user's type by its canonical name. */
    typeNamed(name) {
        this.#byName ??= new Map([...this.#catalog.types].map(([oid, type]) => [type.name, oid]));
        return this.#byName.get(name) ?? null;
    }
    /** Types that a row of a relation is made of, if there is such a relation. */
    rowOf(schema, name) {
        const relation = this.#catalog.relations.get((0,core_catalog/* canonicalName */.Ew)(schema, name));
        if (relation === undefined)
            return [];
        const row = this.code.rowTypes.get(relation.oid);
        return [...(row === undefined ? [] : [row]), ...relation.columns.map(({ typeOid }) => typeOid)];
    }
    #columnsOf(name) {
        const columns = this.#catalog.relations.get(name)?.columns ?? [];
        return new Map(columns.filter(({ typeOid }) => [...this.family(typeOid)].some((type) => this.all.has(type))).map((column) => [column.name, column.typeOid]));
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/names/redefined.js
// SPDX-License-Identifier: Apache-2.0
//
// What relations that are others by now than the catalog shows (redefinitions.ts) mean for statements after that in the same message,
// pipeline or block, which nobody can look at the catalog for in between. Refuses to simulate: a write to what may be another relation by
// now is unknown. Tables and indexes that are made, or given columns, stand behind no other name, so what is written there stays there.




/** True when nobody's own functions run with what a table holds that was made, or given columns, since the catalog was read. */
function holdsPlainValues(relation, { scope: { redefined, catalog } }) {
    const news = redefined?.filter((one) => one.relation === relation && looksOtherwise(one)) ?? [];
    return news.length > 0 && news.every(({ into, plain }) => into === 'nothing' || plain === true) && implicitFunctionsOf(catalog)?.columnTypes(relation, '*').length === 0;
}
/** True when nothing but columns of PostgreSQL's own types, indexes and policies was put to what the catalog shows. */
function growsPlainly({ stale, redefined = null }) {
    return stale && redefined !== null && redefined.filter(isRelation).every(({ into, plain }) => into === 'nothing' || into === 'guarded' || into === 'triggered' || plain === true);
}
/** Says `unknown` of a write to what may be another relation by now. */
function noteDoubt(relation, builder) {
    const { stale, redefined = null } = builder.scope;
    if (!stale || (redefined !== null && !redefined.some((one) => (one.into === 'anything' || one.into === 'triggered') && (one.relation === relation || isBelow(one.relation, relation, builder)))))
        return;
    builder.unknown(`\`${relation}\` may be another relation by now, since definitions changed before it; send it in a message of its own`, relation, 'relation');
}
// Triggers of partitions and children fire with those of what they are below.
function isBelow(child, relation, { scope: { catalog } }) {
    const known = catalog?.relations.get(relation);
    if (catalog === null || known === undefined || known.children.length === 0)
        return false;
    return (0,core_catalog/* reachable */.Gq)(known, ({ children }) => children, catalog).some((one) => (0,core_catalog/* canonicalName */.Ew)(one.schema, one.name) === child);
}
/** True when a relation's row policies, off by what the catalog shows, may be on by now. */
function mayBeGuarded(relation, { stale, redefined = null }) {
    return stale && (redefined === null || redefined.some((one) => one.relation === relation && (one.into === 'anything' || one.into === 'guarded')));
}
/** True when columns of these relations may be others by now. What tables get goes to their children, too. */
function mayLookOtherwise(relations, { stale, redefined = null, catalog }) {
    if (!stale)
        return false;
    return redefined === null || redefined.filter(looksOtherwise).some(({ relation, into }) => into === 'anything' || (relations.includes(relation) || (catalog?.relations.get(relation)?.children.length ?? 0) > 0));
}
/**
 * What an unqualified name may stand for by now instead of `found`, which `exists` or not in what the catalog shows: relations that were made
 * where it is looked for; `found` itself when that may be gone, or have another name, and the next schema be asked. None: nothing else.
 */
function shadowsOf(bare, { found, exists }, { stale, redefined, searchPath }) {
    if (!stale || redefined === undefined || redefined === null)
        return [];
    const relations = redefined.filter(isRelation);
    const schemas = new Set(['pg_temp', ...(0,grammar_tree/* present */.Eb)(searchPath)]);
    const places = [...schemas].map((schema) => (0,core_catalog/* canonicalName */.Ew)(schema, bare));
    const isLast = found === places.at(-1);
    const mayBeGone = !isLast && relations.some(({ relation, into }) => relation === found && (into === 'nothing' || into === 'anything'));
    return places.filter((place) => (place === found ? mayBeGone || !exists : true) && relations.some(({ relation }) => relation === place));
}
/** Where a function or operator of a name was made, or got the name, since the catalog was read; null: nowhere. An empty schema: not known which. */
function madeSince(bare, into, { stale, redefined }) {
    if (!stale || redefined === undefined || redefined === null)
        return null;
    const end = (0,core_catalog/* canonicalName */.Ew)('', bare);
    const made = redefined.find((one) => one.into === into && one.relation.endsWith(end));
    return made === undefined ? null : made.relation.slice(0, -end.length);
}
/** True when functions and operators of a name are those that the catalog shows. */
function isWhatItWas(bare, scope) {
    return !scope.stale || (scope.redefined !== undefined && scope.redefined !== null && madeSince(bare, 'callable', scope) === null);
}
/** Type of a column of a relation that was made, or given columns, since the catalog was read; `TYPE.unknown` where that may be one of several. */
function columnTypeSince(relation, column, { stale, redefined, catalog }) {
    if (!stale || redefined === undefined || redefined === null)
        return TYPE.unknown;
    const types = new Set();
    const before = catalog?.relations.get(relation)?.columns.find(({ name }) => name === column);
    if (before !== undefined)
        types.add(before.typeOid);
    for (const { columns } of redefined.filter((one) => one.relation === relation && looksOtherwise(one))) {
        if (columns === undefined)
            return TYPE.unknown;
        if (Object.hasOwn(columns, column))
            types.add((0,grammar_tree/* present */.Eb)(columns[column]));
    }
    const [type = TYPE.unknown] = types;
    return types.size === 1 ? type : TYPE.unknown;
}
// Policies and triggers leave columns as they are.
function looksOtherwise(one) {
    return isRelation(one) && one.into !== 'guarded' && one.into !== 'triggered';
}
function isRelation({ into }) {
    return into !== 'callable' && into !== 'type' && into !== 'cast';
}

;// CONCATENATED MODULE: ./lib/parse/sql/builtins/system-relations.js
// SPDX-License-Identifier: Apache-2.0
//
// Relations that every PostgreSQL from 15 to 18 has in `pg_catalog`, for catalogs that list only what users made. Data only, read from
// both servers: `SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v')`.
/** Bare names of PostgreSQL's own relations in `pg_catalog`. */
const SYSTEM_RELATIONS = new Set(`
  pg_aggregate pg_aios pg_am pg_amop pg_amproc pg_attrdef pg_attribute pg_auth_members pg_authid pg_available_extension_versions
  pg_available_extensions pg_backend_memory_contexts pg_cast pg_class pg_collation pg_config pg_constraint pg_conversion pg_cursors
  pg_database pg_db_role_setting pg_default_acl pg_depend pg_description pg_enum pg_event_trigger pg_extension pg_file_settings
  pg_foreign_data_wrapper pg_foreign_server pg_foreign_table pg_group pg_hba_file_rules pg_ident_file_mappings pg_index pg_indexes pg_inherits
  pg_init_privs pg_language pg_largeobject pg_largeobject_metadata pg_locks pg_matviews pg_namespace pg_opclass pg_operator pg_opfamily
  pg_parameter_acl pg_partitioned_table pg_policies pg_policy pg_prepared_statements pg_prepared_xacts pg_proc pg_publication
  pg_publication_namespace pg_publication_rel pg_publication_tables pg_range pg_replication_origin pg_replication_origin_status
  pg_replication_slots pg_rewrite pg_roles pg_rules pg_seclabel pg_seclabels pg_sequence pg_sequences pg_settings pg_shadow pg_shdepend
  pg_shdescription pg_shmem_allocations pg_shmem_allocations_numa pg_shseclabel pg_stat_activity pg_stat_all_indexes pg_stat_all_tables
  pg_stat_archiver pg_stat_bgwriter pg_stat_checkpointer pg_stat_database pg_stat_database_conflicts pg_stat_gssapi pg_stat_io
  pg_stat_progress_analyze pg_stat_progress_basebackup pg_stat_progress_cluster pg_stat_progress_copy pg_stat_progress_create_index
  pg_stat_progress_vacuum pg_stat_recovery_prefetch pg_stat_replication pg_stat_replication_slots pg_stat_slru pg_stat_ssl
  pg_stat_subscription pg_stat_subscription_stats pg_stat_sys_indexes pg_stat_sys_tables pg_stat_user_functions pg_stat_user_indexes
  pg_stat_user_tables pg_stat_wal pg_stat_wal_receiver pg_stat_xact_all_tables pg_stat_xact_sys_tables pg_stat_xact_user_functions
  pg_stat_xact_user_tables pg_statio_all_indexes pg_statio_all_sequences pg_statio_all_tables pg_statio_sys_indexes pg_statio_sys_sequences
  pg_statio_sys_tables pg_statio_user_indexes pg_statio_user_sequences pg_statio_user_tables pg_statistic pg_statistic_ext
  pg_statistic_ext_data pg_stats pg_stats_ext pg_stats_ext_exprs pg_subscription pg_subscription_rel pg_tables pg_tablespace
  pg_timezone_abbrevs pg_timezone_names pg_transform pg_trigger pg_ts_config pg_ts_config_map pg_ts_dict pg_ts_parser pg_ts_template pg_type
  pg_user pg_user_mapping pg_user_mappings pg_views pg_wait_events
`.trim().split(/\s+/));

;// CONCATENATED MODULE: ./lib/parse/sql/names/names.js




/** PostgreSQL's own NAMEDATALEN, less its end. */
const MAX_NAME_BYTES = 63;
/** The strings of a list of names, `[{String: {sval: 'public'}}, …]`; other nodes (`*`) are left out. */
function namesOf(list) {
    const names = [];
    for (const node of (0,grammar_tree/* nodesIn */.vx)(list))
        if ('String' in node)
            names.push((0,grammar_tree/* spelled */.uQ)(node.String.sval));
    return names;
}
/** The relation that a FROM item, a target or an object of DDL names. Says `unknown` for one of another database. */
function names_relationOf(rangeVar, builder) {
    const { catalogname, schemaname: schema } = rangeVar;
    const name = (0,grammar_tree/* present */.Eb)(rangeVar.relname);
    if (isElsewhere(catalogname, builder))
        return { name: `${catalogname}.${schema}.${name}`, assumed: false, relation: null, certain: false };
    return lookUp({ schema, name }, builder);
}
/** Canonical name of a relation about to be made: in its schema, a temporary one, or the first of the search path. */
function targetOf(rangeVar, builder) {
    const { catalogname, schemaname: schema, relpersistence } = rangeVar;
    const name = (0,grammar_tree/* present */.Eb)(rangeVar.relname);
    if (isElsewhere(catalogname, builder))
        return { name: `${catalogname}.${schema}.${name}`, assumed: false };
    if (schema !== undefined)
        return { name: (0,core_catalog/* canonicalName */.Ew)(schema, name), assumed: false };
    if (relpersistence === 't')
        return { name: (0,core_catalog/* canonicalName */.Ew)('pg_temp', name), assumed: false };
    const { catalog, searchPath } = builder.scope;
    if (catalog === null)
        return { name: assume(name, builder).name, assumed: true };
    if (searchPath === null) {
        builder.unknown(pathUnknown(name), name, 'relation');
        return { name, assumed: true };
    }
    return { name: (0,core_catalog/* canonicalName */.Ew)(firstOwn(searchPath), name), assumed: false };
}
/** Looks a name up as a relation's. */
function lookUp({ schema, name }, builder) {
    const { scope } = builder;
    if (scope.catalog === null)
        return schema === undefined ? assume(name, builder) : { name: (0,core_catalog/* canonicalName */.Ew)(schema, name), assumed: false, relation: null, certain: true };
    if (schema === 'pg_temp')
        return temporary(name, scope);
    if (schema !== undefined)
        return qualified(schema, name, scope);
    if (scope.searchPath === null) {
        builder.unknown(pathUnknown(name), name, 'relation');
        return { name, assumed: true, relation: null, certain: false };
    }
    const found = throughPath(name, scope.searchPath, scope);
    const [shadow, ...others] = shadowsOf(name, { found: found.name, exists: found.relation !== null }, scope);
    if (shadow === undefined || (shadow === found.name && found.relation === null && others.length === 0))
        return found;
    // Nothing else has that name.
    if (others.length === 0 && found.relation === null && !found.name.startsWith('pg_catalog.'))
        return { name: shadow, assumed: false, relation: null, certain: false };
    builder.unknown(`\`${name}\` may be another relation by now, since definitions changed before it; write it with its schema`, name, 'relation');
    return { ...found, certain: false };
}
/** The schemas that an unqualified function or operator is looked up in, PostgreSQL's own left out; null: not known. */
function ownSchemas(scope) {
    return scope.searchPath === null ? null : scope.searchPath.filter((schema) => schema !== 'pg_catalog' && !isTemporary(schema));
}
/** Reads a name written in a string, as `regclass` and `nextval` do: `"Odd".orders_id_seq`. Null when it is none. */
function parseName(text) {
    const parts = [];
    let rest = text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/gu, '');
    for (;;) {
        // One part, plain or quoted: matches `Orders.x` and `"a""b"`, misses `a b` and `1a`.
        const match = /^(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))[ \t\n\r\f\v]*(\.?)[ \t\n\r\f\v]*/.exec(rest);
        if (match === null)
            return null;
        parts.push(match[1] === undefined ? foldCase((0,grammar_tree/* spelled */.uQ)(match[2])) : match[1].replaceAll('""', '"'));
        rest = rest.slice(match[0].length);
        if (match[3] === '')
            break;
    }
    // The server cuts longer names; where is its affair, and nobody writes them.
    if (parts.some((part) => Buffer.byteLength(part, 'utf8') > MAX_NAME_BYTES))
        return null;
    if (rest !== '' || parts.length > 2)
        return null;
    return { schema: parts.at(-2), name: (0,grammar_tree/* spelled */.uQ)(parts.at(-1)) };
}
// The server folds ASCII letters of unquoted identifiers only.
function foldCase(text) {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
function isElsewhere(catalogname, builder) {
    const { catalog } = builder.scope;
    if (catalogname === undefined || catalogname === '' || catalog === null || catalog.database === catalogname)
        return false;
    builder.unknown(`\`${catalogname}\` is another database`, catalogname, 'database');
    return true;
}
function assume(name, builder) {
    const { assumed = null } = builder.scope;
    if (SYSTEM_RELATIONS.has(name) || assumed === null)
        return { name: (0,core_catalog/* canonicalName */.Ew)(SYSTEM_RELATIONS.has(name) ? 'pg_catalog' : 'public', name), assumed: true, relation: null, certain: true };
    const [schema] = assumed;
    if (schema !== undefined)
        return { name: (0,core_catalog/* canonicalName */.Ew)(schema, name), assumed: true, relation: null, certain: true };
    builder.unknown(pathUnknown(name), name, 'relation');
    return { name, assumed: true, relation: null, certain: false };
}
function qualified(schema, name, scope) {
    const canonical = (0,core_catalog/* canonicalName */.Ew)(schema, name);
    const relation = scope.catalog?.relations.get(canonical) ?? null;
    return { name: canonical, assumed: false, relation, certain: relation !== null || isSystem(schema, name) };
}
function temporary(name, scope) {
    const schema = scope.searchPath?.find(isTemporary);
    const found = schema === undefined ? null : qualified(schema, name, scope);
    return found !== null && found.relation !== null ? found : { name: (0,core_catalog/* canonicalName */.Ew)('pg_temp', name), assumed: false, relation: null, certain: false };
}
function throughPath(name, path, scope) {
    const { catalog, stale } = scope;
    // INVARIANT: a schema that the catalog does not show may hold a relation of that name, and then it would be that one.
    let certain = true;
    for (const schema of path.includes('pg_catalog') ? path : ['pg_catalog', ...path]) {
        const found = qualified(schema, name, scope);
        if (found.certain)
            return certain ? found : { ...found, certain };
        if (schema !== 'pg_catalog' && (stale || catalog?.schemas.has(schema) !== true))
            certain = false;
    }
    return { name: (0,core_catalog/* canonicalName */.Ew)(firstOwn(path), name), assumed: true, relation: null, certain: false };
}
function firstOwn(path) {
    return path.find((schema) => schema !== 'pg_catalog' && !isTemporary(schema)) ?? 'public';
}
function isSystem(schema, name) {
    return schema === 'pg_catalog' ? SYSTEM_RELATIONS.has(name) : schema === 'information_schema';
}
/** True for the schema of temporary objects, as a path has it. */
function isTemporary(schema) {
    return schema === 'pg_temp' || /^pg_temp_\d+$/.test(schema);
}
function pathUnknown(name) {
    return `\`${name}\` could be in any schema, since the search path is not known; write it with its schema`;
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/objects.js




/** Notes an access to a named object. */
function touch(effect, named, builder, extra = {}) {
    builder.access(effect, named.name, named.type, { assumed: named.assumed, columns: named.columns, ...extra });
}
/** Notes an access to all relations of a schema, or of all there are, under the name of what holds them: rules against one of them are meant, too. */
function touchAll(effect, named, schema, builder) {
    const relations = [...(builder.scope.catalog?.relations.values() ?? [])].filter((one) => HOLDS.test(one.kind) && one.oid >= core_catalog/* FIRST_USER_OID */.ku && (schema === null || one.schema === schema));
    touch(effect, named, builder, { kin: relations.map((one) => (0,core_catalog/* canonicalName */.Ew)(one.schema, one.name)) });
}
/** Tables, partitioned ones, views, materialized views, foreign tables. */
const HOLDS = /^[rpvmf]$/u;
/** A name that stands for itself: roles, databases, settings, channels. */
function plain(name, type) {
    return { name: name ?? null, type, assumed: false, columns: [] };
}
/** A relation that exists already. */
function relation(rangeVar, builder, type = 'OBJECT_TABLE') {
    const { name, assumed } = names_relationOf((0,grammar_tree/* present */.Eb)(rangeVar), builder);
    return { name, assumed, type: typeOf(type), columns: [] };
}
/** A relation about to be made. */
function newRelation(rangeVar, builder, type = 'OBJECT_TABLE') {
    return { ...targetOf((0,grammar_tree/* present */.Eb)(rangeVar), builder), type: typeOf(type), columns: [] };
}
/** Another object with a schema, about to be made: a type, a function. */
function newObject(names, type, builder) {
    return { ...targetOf(rangeOf(namesOf(names)), builder), type, columns: [] };
}
/** A function, procedure or aggregate by its name. One that nobody made is PostgreSQL's own when it is not found on the path. */
function functionNamed(names, builder) {
    const { schemaname, relname: called } = rangeOf(names);
    const relname = (0,grammar_tree/* spelled */.uQ)(called);
    if (schemaname !== undefined)
        return { name: (0,core_catalog/* canonicalName */.Ew)(schemaname, relname), type: 'function', assumed: false, columns: [] };
    const path = ownSchemas(builder.scope);
    const made = (builder.scope.catalog?.functions.get(relname) ?? []).find(({ schema }) => path?.includes(schema) === true);
    if (made !== undefined)
        return { name: (0,core_catalog/* canonicalName */.Ew)(made.schema, relname), type: 'function', assumed: false, columns: [] };
    return { ...targetOf({ relname }, builder), type: 'function', assumed: true, columns: [] };
}
/** A type's name as written, with the schema that it is made in or assumed to be of. */
function typeNamed(typeName, builder) {
    return { ...targetOf(rangeOf(namesOf(typeName?.names)), builder), type: 'type', columns: [] };
}
/** A role as written; `public` and `current_user` by those words. */
function role(spec) {
    switch (spec?.roletype) {
        case 'ROLESPEC_CSTRING':
            return plain(spec.rolename, 'role');
        case 'ROLESPEC_PUBLIC':
            return plain('public', 'role');
        case 'ROLESPEC_CURRENT_ROLE':
        case 'ROLESPEC_CURRENT_USER':
            return plain('current_user', 'role');
        case 'ROLESPEC_SESSION_USER':
            return plain('session_user', 'role');
        default:
            return plain(undefined, 'role');
    }
}
/** The object of `DROP`, `COMMENT ON`, `ALTER … OWNER TO` and the like. Triggers, rules, policies and constraints are their table's. */
function objectOf(type, given, builder) {
    const node = (0,grammar_tree/* present */.Eb)(given);
    if ('String' in node)
        return lone(node.String.sval, type);
    if ('Integer' in node)
        return lone(String(node.Integer.ival ?? 0), type);
    if ('Float' in node)
        return lone(node.Float.fval, type);
    if ('TypeName' in node)
        return typeNamed(node.TypeName, builder);
    if ('RangeVar' in node)
        return relation(node.RangeVar, builder, type);
    if ('ObjectWithArgs' in node)
        return withArguments(type, namesOf(node.ObjectWithArgs.objname), builder);
    if ('List' in node)
        return listed(type, (0,grammar_tree/* nodesIn */.vx)(node.List.items), builder);
    builder.unknown(`an object written as \`${(0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0])}\` is not one that we know`);
    return lone('', type);
}
function lone(name, type) {
    return { name: (0,grammar_tree/* spelled */.uQ)(name), type: typeOf(type), assumed: false, columns: [] };
}
function withArguments(type, names, builder) {
    if (type !== 'OBJECT_OPERATOR')
        return functionNamed(names, builder);
    return { ...targetOf(rangeOf(names), builder), type: 'operator', columns: [] };
}
function listed(type, items, builder) {
    const [first, second] = items;
    if (first !== undefined && second !== undefined && 'TypeName' in first && 'TypeName' in second)
        return castNamed(first.TypeName, second.TypeName, builder);
    // A transform, a constraint of a domain.
    if (first !== undefined && 'TypeName' in first)
        return { ...typeNamed(first.TypeName, builder), type: typeOf(type) };
    const names = namesOf(items);
    switch (type) {
        case 'OBJECT_TABLE':
        case 'OBJECT_VIEW':
        case 'OBJECT_MATVIEW':
        case 'OBJECT_FOREIGN_TABLE':
        case 'OBJECT_INDEX':
        case 'OBJECT_SEQUENCE':
            return relation(rangeOf(names), builder, type);
        case 'OBJECT_COLUMN':
            return { ...relation(rangeOf(names.slice(0, -1)), builder), columns: names.slice(-1) };
        case 'OBJECT_TRIGGER':
        case 'OBJECT_RULE':
        case 'OBJECT_POLICY':
        case 'OBJECT_TABCONSTRAINT':
            return relation(rangeOf(names.slice(0, -1)), builder);
        case 'OBJECT_OPCLASS':
        case 'OBJECT_OPFAMILY':
            return { ...targetOf(rangeOf(names.slice(1)), builder), type: typeOf(type), columns: [] };
        default:
            return { ...targetOf(rangeOf(names), builder), type: typeOf(type), columns: [] };
    }
}
/** A cast, `public.celsius as pg_catalog.float8`. */
function castNamed(source, target, builder) {
    const [from, to] = [typeNamed(source, builder), typeNamed(target, builder)];
    return { name: `${from.name} as ${to.name}`, type: 'cast', assumed: from.assumed || to.assumed, columns: [] };
}
/** The type that accesses give an object of a kind: `relation` for whatever has columns, else its word, `text search parser`. */
function typeOf(type) {
    return TYPES[String(type)] ?? (0,kinds/* objectWord */.Y)(type)?.toLowerCase() ?? 'object';
}
const TYPES = {
    OBJECT_TABLE: 'relation',
    OBJECT_VIEW: 'relation',
    OBJECT_MATVIEW: 'relation',
    OBJECT_FOREIGN_TABLE: 'relation',
    OBJECT_COLUMN: 'relation',
    OBJECT_TRIGGER: 'relation',
    OBJECT_RULE: 'relation',
    OBJECT_POLICY: 'relation',
    OBJECT_TABCONSTRAINT: 'relation',
    OBJECT_AGGREGATE: 'function',
    OBJECT_PROCEDURE: 'function',
    OBJECT_ROUTINE: 'function',
    OBJECT_DOMAIN: 'type',
    OBJECT_DOMCONSTRAINT: 'type',
    OBJECT_ATTRIBUTE: 'type',
};
/** `schema.name` or `database.schema.name` as the grammar would have it in a FROM. */
function rangeOf(names) {
    const [relname = '', schemaname, catalogname] = [...names].reverse();
    return { relname, ...(schemaname === undefined ? {} : { schemaname }), ...(catalogname === undefined ? {} : { catalogname }), inh: true, relpersistence: 'p' };
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/rename.js



/** Handlers of RENAME, SET SCHEMA, OWNER TO, DEPENDS ON, COMMENT and SECURITY LABEL. */
const RENAME_HANDLERS = {
    RenameStmt: rename,
    AlterObjectSchemaStmt: setSchema,
    AlterObjectDependsStmt: ({ objectType, relation: rangeVar, object }, { builder }) => {
        touch('schema', rangeVar === undefined ? objectOf(objectType, object, builder) : relation(rangeVar, builder, objectType), builder);
        builder.session({ kind: 'ddl' });
    },
    AlterOwnerStmt: ({ objectType, object, newowner }, { builder }) => {
        touch('grant', objectOf(objectType, object, builder), builder);
        touch('grant', role(newowner), builder);
    },
    CommentStmt: ({ objtype, object, comment }, { builder }) => {
        touch('schema', objectOf(objtype, object, builder), builder);
        if (comment !== undefined)
            builder.literal(comment);
    },
    // Labels are what mandatory access control goes by.
    SecLabelStmt: ({ objtype, object }, { builder }) => touch('grant', objectOf(objtype, object, builder), builder),
};
const RELATIONS = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);
function rename(fields, { builder }) {
    const { renameType, relationType, relation: rangeVar, object, subname } = fields;
    const newname = (0,grammar_tree/* spelled */.uQ)(fields.newname);
    builder.session({ kind: 'ddl' });
    if (renameType === undefined)
        return builder.unknown('it renames something that we do not know');
    if (rangeVar !== undefined) {
        const named = relation(rangeVar, builder, renameType === 'OBJECT_COLUMN' || renameType === 'OBJECT_ATTRIBUTE' ? relationType : renameType);
        if (renameType === 'OBJECT_COLUMN')
            return column(named, [(0,grammar_tree/* present */.Eb)(subname), newname], builder);
        touch(renameType === 'OBJECT_POLICY' ? 'grant' : 'schema', named, builder);
        const isRelation = RELATIONS.has(renameType) || namesTable(renameType, named.name, builder);
        builder.lock(renameType === 'OBJECT_INDEX' && !isRelation ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE');
        if (isRelation)
            moved(named.name, sibling(named.name, newname), builder);
        return;
    }
    if (renameType === 'OBJECT_SCHEMA' && subname !== undefined)
        return schema(subname, newname, builder);
    const named = object === undefined ? plain(subname, typeOf(renameType)) : objectOf(renameType, object, builder);
    touch(renameType === 'OBJECT_ROLE' ? 'grant' : 'schema', named, builder);
}
/** True for ALTER INDEX … RENAME of a table: the server takes it for ALTER TABLE. The catalog has tables and views, not indexes. */
function namesTable(renameType, name, builder) {
    return renameType === 'OBJECT_INDEX' && builder.scope.catalog?.relations.has(name) === true;
}
function column(named, [old, newname], builder) {
    touch('schema', { ...named, columns: [old] }, builder);
    builder.lock('ACCESS EXCLUSIVE');
    builder.flow({ target: { relation: named.name, column: newname }, origins: [{ relation: named.name, column: old }] });
}
// All relations of a schema get new names with it.
function schema(from, to, builder) {
    touchAll('schema', plain(from, 'schema'), from, builder);
    touch('schema', plain(to, 'schema'), builder);
    const all = builder.scope.catalog?.relations.values() ?? [];
    for (const { schema: holder, name } of all)
        if (holder === from)
            moved((0,core_catalog/* canonicalName */.Ew)(from, name), (0,core_catalog/* canonicalName */.Ew)(to, name), builder);
}
function setSchema({ objectType, relation: rangeVar, object, newschema: given }, { builder }) {
    const newschema = (0,grammar_tree/* spelled */.uQ)(given);
    const named = rangeVar === undefined ? objectOf(objectType, object, builder) : relation(rangeVar, builder, objectType);
    touch('schema', named, builder);
    touch('schema', plain(newschema, 'schema'), builder);
    if (rangeVar !== undefined)
        builder.lock('ACCESS EXCLUSIVE');
    if (objectType !== undefined && RELATIONS.has(objectType))
        moved(named.name, (0,core_catalog/* canonicalName */.Ew)(newschema, (0,grammar_tree/* spelled */.uQ)(rangeVar?.relname)), builder);
    builder.session({ kind: 'ddl' });
}
function moved(from, to, builder) {
    builder.flow({ target: { relation: to, column: '*' }, origins: [{ relation: from, column: '*' }] });
}
// The same schema, another name. A schema with a dot in its name is written quoted, and ends at its closing quote.
function sibling(canonical, name) {
    const quoted = canonical.startsWith('"') ? canonical.indexOf('".') + 1 : canonical.indexOf('.');
    return quoted <= 0 ? name : `${canonical.slice(0, quoted)}${(0,core_catalog/* canonicalName */.Ew)('', name)}`;
}

// EXTERNAL MODULE: ./lib/parse/sql/builtins/functions.js + 2 modules
var builtins_functions = __webpack_require__(25451);
;// CONCATENATED MODULE: ./lib/parse/sql/utility/alter-commands.js
/** Table locks of PostgreSQL, weakest first. */
const LOCKS = [
    'ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE',
];
const FULL = 'ACCESS EXCLUSIVE';
const LIGHT = 'SHARE UPDATE EXCLUSIVE';
const DEFINES = { effect: 'schema', lock: FULL, rewrite: false };
const TUNES = { effect: 'schema', lock: LIGHT, rewrite: false };
const REWRITES = { effect: 'schema', lock: FULL, rewrite: true };
const TRIGGERS = { effect: 'schema', lock: 'SHARE ROW EXCLUSIVE', rewrite: false };
const GRANTS = { effect: 'grant', lock: FULL, rewrite: false };
const REACHES = { effect: 'execute', lock: FULL, rewrite: false };
/** Subcommands that the grammar can make; others are the server's own. */
const ALTER_COMMANDS = {
    AT_AddColumn: { effect: 'schema', lock: FULL, rewrite: null },
    AT_ColumnDefault: DEFINES,
    AT_DropNotNull: DEFINES,
    AT_SetNotNull: DEFINES,
    AT_SetExpression: REWRITES,
    AT_DropExpression: DEFINES,
    AT_SetStatistics: TUNES,
    AT_SetOptions: TUNES,
    AT_ResetOptions: TUNES,
    AT_SetStorage: DEFINES,
    AT_SetCompression: DEFINES,
    AT_DropColumn: { effect: 'destroy', lock: FULL, rewrite: false },
    AT_AddConstraint: DEFINES,
    AT_AddIndexConstraint: DEFINES,
    AT_AlterConstraint: DEFINES,
    AT_ValidateConstraint: TUNES,
    AT_DropConstraint: DEFINES,
    AT_AlterColumnType: { effect: 'schema', lock: FULL, rewrite: null },
    // Options of a foreign table say where its rows come from.
    AT_AlterColumnGenericOptions: REACHES,
    AT_GenericOptions: REACHES,
    AT_ChangeOwner: GRANTS,
    AT_ClusterOn: TUNES,
    AT_DropCluster: TUNES,
    AT_SetLogged: REWRITES,
    AT_SetUnLogged: REWRITES,
    AT_DropOids: DEFINES,
    AT_SetAccessMethod: REWRITES,
    AT_SetTableSpace: REWRITES,
    // Most options of storage are lighter: LIGHT_OPTIONS.
    AT_SetRelOptions: DEFINES,
    AT_ResetRelOptions: DEFINES,
    AT_EnableTrig: TRIGGERS,
    AT_EnableAlwaysTrig: TRIGGERS,
    AT_EnableReplicaTrig: TRIGGERS,
    AT_DisableTrig: TRIGGERS,
    AT_EnableTrigAll: TRIGGERS,
    AT_DisableTrigAll: TRIGGERS,
    AT_EnableTrigUser: TRIGGERS,
    AT_DisableTrigUser: TRIGGERS,
    AT_EnableRule: DEFINES,
    AT_EnableAlwaysRule: DEFINES,
    AT_EnableReplicaRule: DEFINES,
    AT_DisableRule: DEFINES,
    AT_AddInherit: DEFINES,
    AT_DropInherit: DEFINES,
    AT_AddOf: DEFINES,
    AT_DropOf: DEFINES,
    AT_ReplicaIdentity: DEFINES,
    // Who sees which rows.
    AT_EnableRowSecurity: GRANTS,
    AT_DisableRowSecurity: GRANTS,
    AT_ForceRowSecurity: GRANTS,
    AT_NoForceRowSecurity: GRANTS,
    // The table attached is locked fully, the one that it is attached to is not.
    AT_AttachPartition: DEFINES,
    AT_DetachPartition: DEFINES,
    AT_DetachPartitionFinalize: DEFINES,
    AT_AddIdentity: DEFINES,
    AT_SetIdentity: DEFINES,
    AT_DropIdentity: DEFINES,
};
/** Storage options that writers need not wait for, `autovacuum_…` aside. @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/access/common/reloptions.c */
const LIGHT_OPTIONS = new Set([
    'deduplicate_items', 'effective_io_concurrency', 'fillfactor', 'log_autovacuum_min_duration', 'parallel_workers', 'toast_tuple_target', 'vacuum_index_cleanup',
    'vacuum_max_eager_freeze_failure_rate', 'vacuum_truncate',
]);
/** Shorthands for a DEFAULT from a sequence. */
const SERIAL_TYPES = new Set(['smallserial', 'serial2', 'serial', 'serial4', 'bigserial', 'serial8']);
/** Functions in a DEFAULT that give each row a value of its own, and those that give all the same. */
const PER_ROW = new Set(['clock_timestamp', 'gen_random_uuid', 'nextval', 'random', 'timeofday', 'uuidv4', 'uuidv7']);
const PER_STATEMENT = new Set(['now', 'statement_timestamp', 'transaction_timestamp']);
/** Types of PostgreSQL's own that a new column can have without the server looking at rows. */
const PLAIN_TYPES = new Set('bool int2 int4 int8 float4 float8 numeric text varchar bpchar char bytea date time timetz timestamp timestamptz interval uuid json jsonb inet cidr macaddr bit varbit xml money'.split(' '));

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/columns.js




/** Functions with arguments, beside `PER_ROW`, that PostgreSQL calls volatile though they change nothing. */
const ALSO_VOLATILE = new Set(['array_sample', 'array_shuffle', 'bernoulli', 'currval', 'random_normal', 'setseed', 'system']);
/** Names of functions about the server's own state, many of them volatile. No default has a use for one. Matches `pg_relation_size`, misses `lower`. */
const ABOUT_SERVER = /^(?:pg|lo|txid)_/;
/** Functions without arguments that say the same in all rows of a statement. Any other is somebody's own, also where its name is a type's. */
const STEADY_BY_THEMSELVES = new Set([...PER_STATEMENT, 'current_database', 'current_schema', 'pi', 'version']);
/** Hazards of ADD COLUMN on `table`. */
function addedColumnHazards(column, table) {
    const constraints = constraintsOf(column);
    const name = `\`${(0,grammar_tree/* spelled */.uQ)(column.colname)}\` of \`${table}\``;
    const found = [];
    const note = (id, detail) => void found.push({ id, detail, on: table });
    const byDefault = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const generated = constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
    const numbered = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY') || isSerial(column.typeName);
    const has = (type) => constraints.some(({ contype }) => contype === type);
    if (numbered)
        note('serial-column', `${name} is filled with numbers row by row: the table is rewritten`);
    if (generated !== undefined && generated.generated_kind !== 'v')
        note('generated-column', `${name} is computed for every row: the table is rewritten`);
    if (byDefault !== undefined && isVolatile(byDefault))
        note('volatile-default', `the default of ${name} may differ from row to row: the table is rewritten`);
    if ((has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY')) && byDefault === undefined && generated === undefined && !numbered)
        note('required-column', `${name} may not be null and has no default: it can't be added while there are rows`);
    if (has('CONSTR_UNIQUE') || has('CONSTR_PRIMARY'))
        note('unique-constraint-without-index', `an index on ${name} is built while nobody can read or write`);
    if (has('CONSTR_FOREIGN'))
        note('foreign-key-with-column', `the table that ${name} refers to is locked together with its own`);
    if (has('CONSTR_CHECK'))
        note('constraint-not-not-valid', `the rows are checked for ${name} while nobody can read or write`);
    return found;
}
/** Hazards of a type, wherever a column gets it. */
function typeHazards(column, table) {
    const { typeName } = column;
    const [schema, type = ''] = columns_qualified(typeName);
    if (schema !== undefined && schema !== 'pg_catalog')
        return [];
    const name = `\`${(0,grammar_tree/* spelled */.uQ)(column.colname)}\` of \`${table}\``;
    const found = [];
    const note = (id, detail) => void found.push({ id, detail, on: table });
    if (CHARS.has(type))
        note('style.char-field', `${name} is padded with blanks, or cut to one byte`);
    if (type === 'varchar' && (0,grammar_tree/* nodesIn */.vx)(typeName?.typmods).length > 0)
        note('style.varchar-limit', `a longer ${name} will need another migration`);
    if (INTS.has(type))
        note('style.int-field', `${name} ends at 2,147,483,647`);
    if (SMALLINTS.has(type))
        note('style.smallint-field', `${name} ends at 32,767`);
    if (isSerial(typeName))
        note('style.serial-field', `${name} is a serial, whose sequence has rights and an owner of its own`);
    if (type === 'timestamp')
        note('style.timestamp-without-time-zone', `${name} does not say in which time zone it is`);
    return found;
}
// `"character"`, quoted, is no type at all, but surely meant to be this one.
const CHARS = new Set(['bpchar', 'char', 'character']);
const INTS = new Set(['int4', 'serial', 'serial4']);
const SMALLINTS = new Set(['int2', 'smallserial', 'serial2']);
function columns_qualified(typeName) {
    const names = namesOf(typeName?.names);
    return names.length > 1 ? [names[0], names[1]] : [undefined, names[0]];
}
function isSerial(typeName) {
    const [schema, type] = columns_qualified(typeName);
    return schema === undefined && SERIAL_TYPES.has((0,grammar_tree/* spelled */.uQ)(type));
}
/** Constraints of a column's definition. */
function constraintsOf({ constraints }) {
    return (0,grammar_tree/* every */.Si)('Constraint', constraints);
}
// What is the same for all rows is kept once for all of them.
function isVolatile(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.entries(value).some(([key, inner]) => (key === 'FuncCall' && !isSteady(inner)) || isVolatile(inner));
}
function isSteady({ funcname, args = [] }) {
    const names = namesOf(funcname);
    const name = names.length === 1 || names[0] === 'pg_catalog' ? (0,grammar_tree/* spelled */.uQ)(names.at(-1)) : '';
    if (args.length === 0)
        return STEADY_BY_THEMSELVES.has(name);
    return isSteadyFunction(name);
}
/** True for a function of PostgreSQL, called with arguments, that says the same of the same within a statement. */
function isSteadyFunction(name) {
    return (0,builtins_functions/* classifyFunction */.xb)(name) === 'harmless' && !PER_ROW.has(name) && !ALSO_VOLATILE.has(name) && !ABOUT_SERVER.test(name);
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/alter-table.js




/** Hazards of ALTER TABLE, RENAME and SET SCHEMA; none for any other statement. */
function alterTableHazards(node, builder) {
    if ('AlterTableStmt' in node) {
        const { relation: rangeVar, cmds, objtype } = node.AlterTableStmt;
        if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_MATVIEW')
            return [];
        const table = relation(rangeVar, builder).name;
        return (0,grammar_tree/* every */.Si)('AlterTableCmd', cmds).flatMap((cmd) => command(cmd, table));
    }
    return renames(node, builder);
}
function command(cmd, table) {
    const { subtype, name, def } = cmd;
    const one = (id, detail) => [{ id, detail, on: table }];
    const column = `\`${(0,grammar_tree/* spelled */.uQ)(name)}\` of \`${table}\``;
    switch (subtype) {
        case 'AT_AddColumn':
            return [...addedColumnHazards((0,grammar_tree/* theOne */.Qz)('ColumnDef', def), table), ...typeHazards((0,grammar_tree/* theOne */.Qz)('ColumnDef', def), table)];
        case 'AT_AlterColumnType':
            return [...one('column-type-change', `a new type for ${column} may rewrite the table and its indexes while nobody can read or write`), ...typeHazards({ ...(0,grammar_tree/* theOne */.Qz)('ColumnDef', def), colname: (0,grammar_tree/* spelled */.uQ)(name) }, table)];
        case 'AT_SetNotNull':
            return one('not-null-without-check', `all rows are read for ${column} while nobody can read or write`);
        case 'AT_DropNotNull':
            return one('drop-not-null', `whoever reads ${column} may now find nulls`);
        case 'AT_DropColumn':
            return one('drop-column', `${column} and what is in it is lost, also for programs that still ask for it`);
        case 'AT_AddConstraint':
            return constraint((0,grammar_tree/* theOne */.Qz)('Constraint', def), table);
        case 'AT_ValidateConstraint':
            return one('validate-in-same-transaction', `all rows of \`${table}\` are read while locks of the same transaction may be held`);
        case 'AT_SetExpression':
        case 'AT_SetLogged':
        case 'AT_SetUnLogged':
        case 'AT_SetAccessMethod':
        case 'AT_SetTableSpace':
            return one('table-rewrite', `\`${table}\` is written anew while nobody can read or write`);
        case 'AT_DisableTrig':
        case 'AT_DisableTrigAll':
        case 'AT_DisableTrigUser':
            return one('trigger-disable', `what a trigger of \`${table}\` guards is not guarded, for everybody`);
        case 'AT_DetachPartition':
            return (0,grammar_tree/* theOne */.Qz)('PartitionCmd', def).concurrent === true ? [] : one('detach-not-concurrent', `\`${table}\` can not be read or written while a partition leaves`);
        default:
            return [];
    }
}
function constraint({ contype, skip_validation: notValid, indexname, conname }, table) {
    const one = (id, detail) => [{ id, detail, on: table }];
    const name = conname === undefined ? `a constraint of \`${table}\`` : `\`${conname}\` of \`${table}\``;
    switch (contype) {
        case 'CONSTR_FOREIGN':
            return notValid === true ? [] : one('constraint-not-not-valid', `${name} is checked for all rows while nobody can write to either table`);
        case 'CONSTR_CHECK':
            return notValid === true ? [] : one('constraint-not-not-valid', `${name} is checked for all rows while nobody can read or write`);
        case 'CONSTR_NOTNULL':
            return notValid === true ? [] : one('not-null-without-check', `${name} is checked for all rows while nobody can read or write`);
        case 'CONSTR_UNIQUE':
        case 'CONSTR_PRIMARY':
            return indexname === undefined ? one('unique-constraint-without-index', `the index of ${name} is built while nobody can read or write`) : [];
        default:
            // EXCLUDE: the grammar has no other here.
            return one('exclusion-constraint', `the index of ${name} is built while nobody can read or write`);
    }
}
const alter_table_RELATIONS = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);
function renames(node, builder) {
    if ('AlterObjectSchemaStmt' in node) {
        const { objectType, relation: rangeVar } = node.AlterObjectSchemaStmt;
        return alter_table_RELATIONS.has(String(objectType)) ? renamed(relation(rangeVar, builder).name) : [];
    }
    if (!('RenameStmt' in node))
        return [];
    const { renameType, relation: rangeVar, subname } = node.RenameStmt;
    if (renameType === 'OBJECT_SCHEMA')
        return [{ id: 'schema-rename', detail: `programs that still say \`${(0,grammar_tree/* spelled */.uQ)(subname)}\` fail`, on: (0,grammar_tree/* present */.Eb)(subname) }];
    if (rangeVar === undefined)
        return [];
    const { name } = relation(rangeVar, builder);
    if (renameType === 'OBJECT_COLUMN')
        return [{ id: 'column-rename', detail: `programs that still say \`${(0,grammar_tree/* spelled */.uQ)(subname)}\` of \`${name}\` fail`, on: name }];
    return alter_table_RELATIONS.has(String(renameType)) || namesTable(renameType, name, builder) ? renamed(name) : [];
}
function renamed(name) {
    return [{ id: 'table-rename', detail: `programs that still say \`${name}\` fail`, on: name }];
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/definitions.js



/** Hazards of CREATE TABLE, CREATE DOMAIN, ALTER DOMAIN and ALTER TYPE; none for any other statement. */
function definitionHazards(node, builder) {
    if ('CreateStmt' in node) {
        const table = newRelation(node.CreateStmt.relation, builder).name;
        return (0,grammar_tree/* nodesIn */.vx)(node.CreateStmt.tableElts).flatMap((element) => ('ColumnDef' in element ? typeHazards(element.ColumnDef, table) : []));
    }
    if ('CreateDomainStmt' in node) {
        const { domainname, constraints } = node.CreateDomainStmt;
        const on = newObject(domainname, 'type', builder).name;
        const conditions = (0,grammar_tree/* every */.Si)('Constraint', constraints).filter(({ contype }) => contype === 'CONSTR_CHECK' || contype === 'CONSTR_NOTNULL');
        return conditions.length === 0 ? [] : [{ id: 'style.domain-with-constraint', detail: `the constraints of \`${on}\` can only be changed by reading every table that uses it`, on }];
    }
    if ('AlterEnumStmt' in node) {
        const { typeName, newValIsAfter: after, newValNeighbor: neighbour, oldVal: renamed } = node.AlterEnumStmt;
        if (renamed !== undefined || after !== true || neighbour !== undefined)
            return [];
        const on = newObject(typeName, 'type', builder).name;
        return [{ id: 'style.enum-order', detail: `the new value of \`${on}\` sorts last`, on }];
    }
    return domain(node, builder);
}
function domain(node, builder) {
    if (!('AlterDomainStmt' in node))
        return [];
    const { subtype, typeName, def } = node.AlterDomainStmt;
    const on = newObject(typeName, 'type', builder).name;
    if (subtype === 'O')
        return [{ id: 'domain-not-null', detail: `every table that uses \`${on}\` is read while nobody can write to it`, on }];
    if (subtype !== 'C' || def === undefined || !('Constraint' in def) || def.Constraint.skip_validation === true)
        return [];
    return [{ id: 'domain-constraint', detail: `every table that uses \`${on}\` is read while nobody can write to it`, on }];
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/drops.js


const LOSSES = { OBJECT_TABLE: 'drop-table', OBJECT_SCHEMA: 'drop-schema' };
/** Hazards of DROP TABLE, DROP SCHEMA, DROP DATABASE and TRUNCATE; none for any other statement. */
function dropHazards(node, builder) {
    if ('DropdbStmt' in node)
        return [{ id: 'drop-database', detail: `all of \`${(0,grammar_tree/* spelled */.uQ)(node.DropdbStmt.dbname)}\` is lost`, on: (0,grammar_tree/* present */.Eb)(node.DropdbStmt.dbname) }];
    if ('TruncateStmt' in node) {
        if (node.TruncateStmt.behavior !== 'DROP_CASCADE')
            return [];
        const names = (0,grammar_tree/* every */.Si)('RangeVar', node.TruncateStmt.relations).map((item) => relation(item, builder).name);
        return names.map((on) => ({ id: 'truncate-cascade', detail: `every table that refers to \`${on}\` is emptied, too`, on }));
    }
    if (!('DropStmt' in node))
        return [];
    const { removeType, objects } = node.DropStmt;
    const id = Object.hasOwn(LOSSES, String(removeType)) ? LOSSES[String(removeType)] : undefined;
    if (id === undefined)
        return [];
    return (0,grammar_tree/* nodesIn */.vx)(objects).map((object) => {
        const on = objectOf(removeType, object, builder).name;
        return { id, detail: `\`${on}\` and what is in it is lost, also for programs that still ask for it`, on };
    });
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/indexes.js


/** Hazards of CREATE INDEX, DROP INDEX, REINDEX, VACUUM FULL, CLUSTER and REFRESH; none for any other statement. */
function indexHazards(node, builder) {
    if ('IndexStmt' in node) {
        const { relation: rangeVar, concurrent, idxname } = node.IndexStmt;
        const table = relation(rangeVar, builder).name;
        if (concurrent === true || rangeVar?.inh !== true)
            return [];
        return [{ id: 'index-not-concurrent', detail: `${idxname === undefined ? 'an index' : `\`${idxname}\``} on \`${table}\` is built while nobody can write`, on: table }];
    }
    if ('DropStmt' in node) {
        const { removeType, objects, concurrent } = node.DropStmt;
        if (removeType !== 'OBJECT_INDEX' || concurrent === true)
            return [];
        return (0,grammar_tree/* nodesIn */.vx)(objects).map((object) => {
            const { name } = objectOf(removeType, object, builder);
            return { id: 'index-drop-not-concurrent', detail: `the table of \`${name}\` can not be read or written while the index goes`, on: name };
        });
    }
    return wholes(node, builder);
}
function wholes(node, builder) {
    if ('ReindexStmt' in node) {
        const { kind, relation: rangeVar, name, params } = node.ReindexStmt;
        // The system's own indexes can't be remade any other way.
        if (kind === 'REINDEX_OBJECT_SYSTEM' || isOn(params, 'concurrently'))
            return [];
        const what = rangeVar === undefined ? (name ?? null) : relation(rangeVar, builder).name;
        return [{ id: 'reindex-not-concurrent', detail: `indexes of \`${what ?? 'the database'}\` are built anew while nobody can write`, on: what }];
    }
    if ('VacuumStmt' in node) {
        const { options, rels } = node.VacuumStmt;
        if (!isOn(options, 'full'))
            return [];
        const names = (0,grammar_tree/* every */.Si)('VacuumRelation', rels).map((rel) => relation(rel.relation, builder).name);
        return (names.length === 0 ? [null] : names).map((on) => ({ id: 'vacuum-full', detail: `\`${on ?? 'the database'}\` is written anew while nobody can read or write`, on }));
    }
    if ('ClusterStmt' in node) {
        const on = node.ClusterStmt.relation === undefined ? null : relation(node.ClusterStmt.relation, builder).name;
        return [{ id: 'cluster', detail: `\`${on ?? 'the database'}\` is written anew while nobody can read or write`, on }];
    }
    if (!('RefreshMatViewStmt' in node) || node.RefreshMatViewStmt.concurrent === true || node.RefreshMatViewStmt.skipData === true)
        return [];
    const on = relation(node.RefreshMatViewStmt.relation, builder).name;
    return [{ id: 'refresh-not-concurrent', detail: `\`${on}\` can not be read while it is computed anew`, on }];
}
// An option without a value is on; the last one counts.
function isOn(options, name) {
    const given = (0,grammar_tree/* nodesIn */.vx)(options).flatMap((option) => ('DefElem' in option && option.DefElem.defname === name ? [option.DefElem] : [])).at(-1);
    if (given === undefined)
        return false;
    const { arg } = given;
    if (arg === undefined)
        return true;
    if ('Integer' in arg)
        return (arg.Integer.ival ?? 0) !== 0;
    return !('String' in arg) || !['false', 'off'].includes((0,grammar_tree/* spelled */.uQ)(arg.String.sval).toLowerCase());
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/locks.js




/** The weakest lock that writers have to wait for. */
const BLOCKING = LOCKS.indexOf('SHARE');
/** Hazards of the locks that a statement takes. */
function lockHazards(node, builder) {
    const blocking = new Set(blockedBy(node, builder));
    const all = new Set([...blocking, ...waitedFor(node, builder)]);
    return [...all].flatMap((on) => {
        const unlimited = { id: 'missing-statement-timeout', detail: `it may take, or wait for \`${on}\`, however long`, on };
        if (!blocking.has(on))
            return [unlimited];
        return [
            { id: 'missing-lock-timeout', detail: `it may wait for \`${on}\` without an end, and whoever comes later waits behind it`, on },
            unlimited,
            { id: 'several-locks-in-transaction', detail: `\`${on}\` may be locked while locks on other tables are held`, on },
        ];
    });
}
function blockedBy(node, builder) {
    if ('CreateStmt' in node)
        return ofNewTable(node.CreateStmt, builder);
    // An explicit lock is taken to be held, whatever its mode.
    if ('LockStmt' in node)
        return ranges(node.LockStmt.relations, builder);
    const lock = builder.locked();
    const blocks = lock !== null && LOCKS.indexOf(lock) >= BLOCKING;
    return [...(blocks ? targets(node, builder) : []), ...('AlterTableStmt' in node ? referred(node.AlterTableStmt.cmds, builder) : [])];
}
// Maintenance and definitions wait for each other, too, though nobody waits behind them.
function waitedFor(node, builder) {
    if (!('CommentStmt' in node))
        return builder.locked() === null || 'CreateStmt' in node ? [] : targets(node, builder);
    const { objtype, object } = node.CommentStmt;
    const names = object !== undefined && 'List' in object ? namesOf(object.List.items) : [];
    const of = objtype === 'OBJECT_COLUMN' ? names.slice(0, -1) : objtype === 'OBJECT_TABLE' ? names : [];
    return of.length === 0 ? [] : ranges([{ RangeVar: rangeOf(of) }], builder);
}
function targets(node, builder) {
    const [body] = Object.values(node);
    if ('DropStmt' in node)
        return (0,grammar_tree/* nodesIn */.vx)(node.DropStmt.objects).flatMap((object) => objectOf(node.DropStmt.removeType, object, builder).name);
    if ('TruncateStmt' in node)
        return ranges(node.TruncateStmt.relations, builder);
    if ('VacuumStmt' in node)
        return (0,grammar_tree/* every */.Si)('VacuumRelation', node.VacuumStmt.rels).map((rel) => relation(rel.relation, builder).name);
    if ('IndexStmt' in node && node.IndexStmt.relation?.inh !== true)
        return [];
    const rangeVar = (body?.['relation'] ?? body?.['table']);
    return rangeVar === undefined ? [] : ranges([{ RangeVar: rangeVar }], builder);
}
function ranges(nodes, builder) {
    return (0,grammar_tree/* every */.Si)('RangeVar', nodes).map((node) => relation(node, builder).name);
}
// A foreign key puts triggers on the table that it refers to; a partition is a part of its parent.
function ofNewTable({ tableElts, constraints, inhRelations, partbound }, builder) {
    const parents = partbound === undefined ? [] : ranges(inhRelations, builder);
    return [...parents, ...[...(0,grammar_tree/* nodesIn */.vx)(tableElts), ...(0,grammar_tree/* nodesIn */.vx)(constraints)].flatMap((node) => keysIn(node, builder))];
}
function referred(cmds, builder) {
    return (0,grammar_tree/* nodesIn */.vx)(cmds).flatMap((cmd) => ('AlterTableCmd' in cmd && cmd.AlterTableCmd.def !== undefined ? keysIn(cmd.AlterTableCmd.def, builder) : []));
}
function keysIn(node, builder) {
    if ('ColumnDef' in node)
        return (0,grammar_tree/* nodesIn */.vx)(node.ColumnDef.constraints).flatMap((inner) => keysIn(inner, builder));
    return 'Constraint' in node && node.Constraint.pktable !== undefined ? ranges([{ RangeVar: node.Constraint.pktable }], builder) : [];
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/names.js


/** `style.unqualified-name` for tables made, altered or dropped without a schema; temporary ones have none. */
function nameHazards(node, _builder) {
    return bare(node).map((name) => ({ id: 'style.unqualified-name', detail: `which \`${name}\` is meant hangs on the search path`, on: null }));
}
function bare(node) {
    if ('CreateStmt' in node)
        return without(node.CreateStmt.relation);
    if ('CreateTableAsStmt' in node)
        return without(node.CreateTableAsStmt.into?.rel);
    if ('AlterTableStmt' in node)
        return without(node.AlterTableStmt.relation);
    if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_TABLE')
        return [];
    return (0,grammar_tree/* nodesIn */.vx)(node.DropStmt.objects).flatMap((object) => {
        const names = namesOf((0,grammar_tree/* theOne */.Qz)('List', object).items);
        return names.length === 1 ? names : [];
    });
}
function without(rangeVar) {
    if (rangeVar === undefined || rangeVar.schemaname !== undefined || rangeVar.relpersistence === 't')
        return [];
    return [(0,grammar_tree/* spelled */.uQ)(rangeVar.relname)];
}

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/note.js






/** Adds the hazards of a statement that is not a query to its facts; its lock is there already. */
function noteHazards(node, place) {
    const { builder } = place;
    const found = [...alterTableHazards(node, builder), ...indexHazards(node, builder), ...dropHazards(node, builder), ...definitionHazards(node, builder), ...lockHazards(node, builder), ...nameHazards(node, builder)];
    for (const { id, detail, on } of found)
        builder.hazard({ id, detail, ...(on === null ? {} : { on }) });
}

;// CONCATENATED MODULE: ./lib/parse/sql/names/other-encoding.js
/** Names of so many bytes of UTF-8 are cut nowhere: no encoding of a server takes half as much again. */
const SAFE_BYTES = 40;
/** Quoted and plain words; matches `"a b"` and `größe`, misses `1`. */
const WORD = /"(?:[^"]|"")*"|[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*/gu;
/** Statements whose literals hold code. */
const HOLDS_CODE = /^(?:DO|CREATE (?:FUNCTION|PROCEDURE))$/u;
/** Why a statement can't be read as the server reads it; null when it can. */
function whyReadOtherwise({ statement, text, redacted }, { catalog }) {
    const encoding = catalog?.encoding;
    if (encoding === undefined || !mayDiffer(HOLDS_CODE.test(statement) ? text : redacted, encoding))
        return null;
    return `the database is in \`${encoding}\`, where a long name, or a capital letter outside ASCII that is not quoted, may mean another one`;
}
/** The same of a view's definition. */
function mayDiffer(sql, encoding) {
    if (/u&"/iu.test(sql))
        return true;
    for (const [word] of sql.matchAll(WORD)) {
        if (!/[^\0-\x7f]/u.test(word))
            continue;
        if (Buffer.byteLength(word, 'utf8') > SAFE_BYTES || (!word.startsWith('"') && isFolded(word, encoding)))
            return true;
    }
    return false;
}
// Without an encoding of its own the server takes the bytes of a letter for letters.
function isFolded(word, encoding) {
    return encoding === 'SQL_ASCII' || word.toLowerCase() !== word.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/parse/sql/names/coercible.js
// SPDX-License-Identifier: Apache-2.0
//
// Whether a value could be given where an operator or a function of a user's takes a type: as it is, or made one by an implicit cast. By this
// the server chooses between several of one name. Refuses to rule out what it does not know: then it could.
// @see https://www.postgresql.org/docs/18/typeconv-func.html



/** They take any value: "any", anyelement, anyarray, anynonarray, anyenum, anyrange, anymultirange, anycompatible and its like, record and its arrays. */
const TAKE_ANY = new Set([2276, 2283, 2277, 2776, 3500, 3831, 4537, 5077, 5078, 5079, 5080, 4538, 2249, 2287]);
/** True for a type that stands for any, or for any of a kind. */
function takesAny(type) {
    return TAKE_ANY.has(type);
}
/** Oids of values that may be of any type: `unknown`, and the pseudo-types. */
const MAY_BE_ANY = new Set([705, ...TAKE_ANY]);
/** False: the value can't be given where `target` is taken. */
function mayBecome({ type }, target, scope) {
    const conversions = conversionsIn(scope);
    if (conversions === null || type === TYPE.literal || type === TYPE.unknown || MAY_BE_ANY.has(type) || TAKE_ANY.has(target))
        return true;
    return type > 0 ? becomes(type, target, conversions) : takesBuiltIn(target, type === TYPE.builtin, conversions);
}
/** False: the function can't be meant by a call with these arguments. */
function mayBeCalled({ takes, variadic = false }, args, scope) {
    if (takes === undefined)
        return true;
    if (args.length > takes.length && !variadic)
        return false;
    const fixed = variadic ? takes.length - 1 : takes.length;
    // Fewer arguments may be filled up by defaults.
    return args.slice(0, fixed).every((arg, index) => mayBecome(arg, (0,grammar_tree/* present */.Eb)(takes[index]), scope));
}
// A domain is what its base is, an array what its elements are, and any row can be made one of another row type.
function becomes(source, target, conversions) {
    const { catalog, from } = conversions;
    const [one, other] = [baseOf(source, catalog), baseOf(target, catalog)];
    if (one === other || from.get(one)?.has(other) === true || from.get(source)?.has(target) === true)
        return true;
    if (isRow(other, catalog))
        return one >= core_catalog/* FIRST_USER_OID */.ku;
    const [inside, wanted] = [catalog.elements?.get(one), catalog.elements?.get(other)];
    return inside !== undefined && wanted !== undefined && becomes(inside, wanted, conversions);
}
// Of whatever type, or an array of some. `row`: it may be a row without a name.
function takesBuiltIn(target, row, conversions) {
    const { catalog, fromBuiltIn } = conversions;
    const other = baseOf(target, catalog);
    if (other < core_catalog/* FIRST_USER_OID */.ku || fromBuiltIn.has(other) || fromBuiltIn.has(target) || (row && isRow(other, catalog)))
        return true;
    const wanted = catalog.elements?.get(other);
    return wanted !== undefined && takesBuiltIn(wanted, row, conversions);
}
const coercible_known = new WeakMap();
// Null: not known, or others by now.
function conversionsIn({ catalog, stale, redefined = null }) {
    if (catalog === null || catalog.converts === undefined)
        return null;
    if (stale && (redefined === null || redefined.some(({ into }) => into === 'cast')))
        return null;
    let conversions = coercible_known.get(catalog);
    if (conversions === undefined) {
        const fromBuiltIn = new Set([...catalog.converts].flatMap(([source, targets]) => (source < core_catalog/* FIRST_USER_OID */.ku ? [...targets].filter((target) => target >= core_catalog/* FIRST_USER_OID */.ku) : [])));
        coercible_known.set(catalog, (conversions = { catalog, from: catalog.converts, fromBuiltIn }));
    }
    return conversions;
}
function baseOf(type, { types }) {
    let base = type;
    for (let up = types.get(base)?.base ?? 0, steps = 0; up !== 0 && steps < MAX_DOMAINS; up = types.get(base)?.base ?? 0, steps += 1)
        base = up;
    return base;
}
/** Domains over domains; the server's own limit is its stack. */
const MAX_DOMAINS = 64;
// Of a table or a composite type, which is a relation, too.
function isRow(type, { types, relations }) {
    if (type < core_catalog/* FIRST_USER_OID */.ku)
        return false;
    const name = types.get(type)?.name;
    return name === undefined || relations.has(name);
}

;// CONCATENATED MODULE: ./lib/parse/sql/grammar/constants.js

/** The text of a string constant, cast or not; null for anything else. */
function literalOf(node) {
    if (node === undefined || node === null)
        return null;
    if ('TypeCast' in node)
        return literalOf(node.TypeCast.arg);
    return 'A_Const' in node && node.A_Const.sval !== undefined ? (0,grammar_tree/* spelled */.uQ)(node.A_Const.sval.sval) : null;
}
/** True for the constant NULL. */
function isNull(node) {
    return node !== undefined && 'A_Const' in node && node.A_Const.isnull === true;
}
/** The value of `true` or `false`; null for anything else. */
function booleanOf(node) {
    return node !== undefined && 'A_Const' in node && node.A_Const.boolval !== undefined ? (node.A_Const.boolval.boolval ?? false) : null;
}
/** The value of an integer constant; null for anything else. */
function integerOf(node) {
    return node !== undefined && 'A_Const' in node && node.A_Const.ival !== undefined ? (node.A_Const.ival.ival ?? 0) : null;
}

;// CONCATENATED MODULE: ./lib/parse/sql/names/type-names.js




/** Built-in types by the names that casts use. */
const TYPE_OIDS = new Map(Object.entries({
    bool: 16, bytea: 17, char: 18, name: 19, int8: 20, int2: 21, int4: 23, regproc: 24, text: 25, oid: 26, tid: 27, xid: 28, json: 114, xml: 142, point: 600, lseg: 601, path: 602, box: 603, polygon: 604, line: 628, cidr: 650,
    float4: 700, float8: 701, circle: 718, macaddr8: 774, money: 790, macaddr: 829, inet: 869, bpchar: 1042, varchar: 1043, date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, timetz: 1266, bit: 1560, varbit: 1562,
    numeric: 1700, regprocedure: 2202, regclass: 2205, regtype: 2206, uuid: 2950, pg_lsn: 3220, tsvector: 3614, tsquery: 3615, regconfig: 3734, jsonb: 3802, int4range: 3904, numrange: 3906, tsrange: 3908, tstzrange: 3910, daterange: 3912,
    int8range: 3926, jsonpath: 4072, regnamespace: 4089, regrole: 4096, int4multirange: 4451, nummultirange: 4532, tsmultirange: 4533, tstzmultirange: 4534, datemultirange: 4535, int8multirange: 4536, xid8: 5069,
}));
/** As columns are defined, for numbers out of a sequence; the server takes these words before it looks for a type. */
const SERIALS = new Map([['smallserial', 21], ['serial2', 21], ['serial', 23], ['serial4', 23], ['bigserial', 20], ['serial8', 20]]);
/** Type of a cast's result as far as operators and `unnest` need it. */
function typeOfCast(typeName, scope) {
    const names = namesOf(typeName?.names);
    const name = (0,grammar_tree/* spelled */.uQ)(names.pop());
    const schema = names.pop();
    const oid = namedType(schema, name, scope);
    if (oid === TYPE.unknown || (typeName?.arrayBounds?.length ?? 0) === 0)
        return oid;
    return oid < core_catalog/* FIRST_USER_OID */.ku ? TYPE.builtinArray : TYPE.unknown;
}
/** Type of a column as it is defined. */
function typeOfColumn(typeName, scope) {
    if (typeName === undefined || typeName.setof === true || typeName.pct_type === true)
        return TYPE.unknown;
    const names = namesOf(typeName.names);
    const serial = names.length === 1 && typeName.arrayBounds === undefined ? SERIALS.get((0,grammar_tree/* spelled */.uQ)(names[0])) : undefined;
    return serial ?? typeOfCast(typeName, scope);
}
function namedType(schema, name, scope) {
    const { catalog, searchPath } = scope;
    const builtIn = TYPE_OIDS.get(name) ?? TYPE.unknown;
    if (catalog === null)
        return schema === undefined || schema === 'pg_catalog' ? builtIn : TYPE.unknown;
    if (schema === 'pg_catalog')
        return ownType(schema, name, catalog) ?? builtIn;
    if (isNewName(name, scope))
        return TYPE.unknown;
    if (schema !== undefined)
        return ownType(schema, name, catalog) ?? TYPE.unknown;
    // Where nobody knows the path, whoever has a type of the name may stand before PostgreSQL's own.
    if (searchPath === null)
        return ['pg_temp', ...catalog.schemas].some((place) => ownType(place, name, catalog) !== null) ? TYPE.unknown : builtIn;
    for (const place of ['pg_temp', ...(searchPath.includes('pg_catalog') ? [] : ['pg_catalog']), ...searchPath]) {
        const found = ownType(place, name, catalog) ?? (place === 'pg_catalog' && builtIn !== TYPE.unknown ? builtIn : null);
        if (found !== null)
            return found;
    }
    return TYPE.unknown;
}
/** True when a name may stand for a type, or for rows of a table, that were made since the catalog was read. */
function mayBeNewType(typeName, scope) {
    return isNewName(namesOf(typeName?.names).at(-1) ?? '', scope);
}
function isNewName(name, { catalog, stale, redefined = null }) {
    if (catalog === null || !stale)
        return false;
    return redefined === null || redefined.some(({ relation, into }) => into !== 'callable' && into !== 'cast' && relation.endsWith((0,core_catalog/* canonicalName */.Ew)('', name)));
}
// Null: there is none. The type of a table's rows is not known by number.
function ownType(schema, name, catalog) {
    const canonical = (0,core_catalog/* canonicalName */.Ew)(schema, name);
    return typesByName(catalog).get(canonical) ?? (catalog.relations.has(canonical) ? TYPE.unknown : null);
}
const indexes = new WeakMap();
function typesByName(catalog) {
    let index = indexes.get(catalog);
    if (index === undefined)
        indexes.set(catalog, (index = new Map(Array.from(catalog.types, ([oid, { name }]) => [name, oid]))));
    return index;
}
/** True when somebody made a type of that name. */
function isTypeName(name, { catalog }) {
    if (catalog === null || catalog.types.size === 0)
        return false;
    const end = (0,core_catalog/* canonicalName */.Ew)('', name);
    let known = type_names_bare.get(catalog);
    if (known === undefined)
        type_names_bare.set(catalog, (known = new Set(Array.from(catalog.types.values(), (type) => type.name.slice(type.name.lastIndexOf('.'))))));
    return known.has(end);
}
const type_names_bare = new WeakMap();

;// CONCATENATED MODULE: ./lib/parse/sql/facts/walk.js
/** Nested nodes: a third of what the JavaScript stack holds, measured. */
const MAX_DEPTH = 600;
const TOO_LARGE = 'it is too large to be followed';
/** Names that the columns of one query level come from. */
class Frame {
    parent;
    sources = [];
    items = [];
    constructor(parent) {
        this.parent = parent;
    }
}
/** One statement's walk, and its bounds. */
class Run {
    builder;
    walk;
    /** Calls that will be made exactly once when the statement runs: the targets of a SELECT without FROM and the like. */
    certain = new Set();
    /** Calls that are made for at most one row of `pg_settings`, to the name that its condition asks for. */
    forSetting = new Map();
    /** Of scalar sub-selects, once they were read: what their column is called. */
    firstNames = new WeakMap();
    /** Views being resolved, against circles. */
    views;
    /** Columns, by their bare name, that are of other types than the catalog says. */
    retyped = null;
    /** No row of what is named is looked at: TRUNCATE. */
    blindly = false;
    /** True once a view was not followed to its end. */
    cut = false;
    #depth = 0;
    constructor(builder, walk, views = new Set()) {
        this.builder = builder;
        this.walk = walk;
        this.views = views;
    }
    /** Enters a node; false when a bound is exceeded, and then the statement has become unknown. Pair with `leave`. */
    enter() {
        this.#depth += 1;
        if (this.#depth <= MAX_DEPTH)
            return this.takes(1);
        this.builder.unknown(`it is nested more than ${MAX_DEPTH} deep`);
        return false;
    }
    leave() {
        this.#depth -= 1;
    }
    /** The same for work of so many steps at one depth; nothing to leave. Small parts of a step may be left out of account. */
    takes(steps) {
        if (this.builder.budget.spend(steps))
            return true;
        this.cut = true;
        this.builder.unknown(TOO_LARGE);
        return false;
    }
}
/** The same place, where a value only decides which rows. */
function filtering(at) {
    return at.filter ? at : { run: at.run, frame: at.frame, ctes: at.ctes, filter: true };
}
/** Notes that a value's columns are read here. */
function use(value, at) {
    for (const { relation, column } of value.origins ?? (value.kept === undefined ? [] : [value.kept]))
        at.run.builder.read(relation, column, at.filter);
    return value;
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/conversions.js








const BOOLEAN = 16;
/** Subscripts are made integers or, of `jsonb`, text. */
const SUBSCRIPTS = [23, 25];
/** Of `json` and `jsonb`: what turns values into these looks for a cast of theirs, whatever its context. */
const JSON_TYPES = new Set([114, 3802]);
/** Notes that functions run; `why` ends a sentence: "casts to `public.mood` run it". */
function noteUnnamed(functions, why, builder) {
    for (const { name, made } of functions) {
        const bare = name.slice(name.indexOf('.') + 1);
        const kind = made === 'builtin' ? (0,builtins_functions/* classifyFunction */.xb)(bare) : undefined;
        if (kind === 'harmless' || kind === 'aggregate' || kind === 'opaque')
            continue;
        builder.functionUse(kind === undefined ? name : bare, kind ?? 'unknown');
        if (kind === undefined || kind === 'sql')
            builder.unknown(`\`${name}\` is not a function that we know, and ${why}`, name, 'function');
        else
            builder.access('execute', name, 'function', { why });
    }
}
/** Notes what runs when values become one of these types. */
function noteMade(types, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    for (const type of types)
        noteUnnamed(unnamed.of('made', type), `values that become \`${conversions_nameOf(type, builder)}\` are checked by it`, builder);
}
/** Notes what runs when values are sorted, grouped or told apart. */
function noteCompared(values, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null || unnamed.code.compared.size === 0)
        return;
    const { types, open } = kindsOf(values, unnamed, builder);
    noteComparedTypes([...types, ...(open ? [...unnamed.code.compared.keys()].filter(isBuiltIn) : [])], unnamed, builder);
}
/** Notes what an operator or a function of PostgreSQL's own may run on its arguments; true: what comes out is then anybody's guess. */
function noteUsed(values, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return false;
    const kinds = kindsOf(values, unnamed, builder);
    pieces(kinds, values, { unnamed, builder });
    return cast(kinds, { unnamed, builder }, ({ target, context }) => context === 'implicit' && (isBuiltIn(target) || kinds.types.has(target)));
}
/** The same, where values of several types become one: CASE, UNION, lists. */
function noteCommon(values, builder) {
    const typed = values.filter(({ type }) => type !== TYPE.literal);
    const [first] = typed;
    if (first === undefined || (isExact(first) && typed.length === values.length && typed.every(({ type }) => type === first.type)))
        return false;
    return noteUsed(values, builder);
}
/** Notes what runs when a user's function takes these values; `takes`: types of its arguments. */
function noteGiven(values, takes, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null || values.length === 0)
        return;
    const targets = new Set(takes.flatMap((type) => [...unnamed.family(type)]));
    cast(kindsOf(values, unnamed, builder), { unnamed, builder }, ({ target, context }) => context === 'implicit' && targets.has(target));
    noteMade(takes, builder);
}
/** Notes what runs when a value is stored in a column of a type, or given where only one type will do. */
function noteStored(value, type, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null || type <= 0)
        return false;
    noteMade([type], builder);
    if (value.type === type || value.type === TYPE.literal)
        return false;
    const targets = unnamed.family(type);
    return cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ target, context }) => context !== 'explicit' && targets.has(target));
}
/** Notes what runs when a value is stored in a column that nobody has seen yet. */
function noteStoredSomewhere(value, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    noteMade(unnamed.code.made.keys(), builder);
    if (value.type !== TYPE.literal)
        cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ context }) => context !== 'explicit');
}
/** Notes what runs when values are assigned to variables of these types (null: of any), decide, or count. */
function noteAssigned(value, types, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    const own = types ?? [...unnamed.all];
    noteMade(own, builder);
    const targets = new Set(own.flatMap((one) => [...unnamed.family(one)]));
    for (const one of own)
        if (!isBuiltIn(one))
            builder.kinds.add(one);
    cast(kindsOf([value], unnamed, builder), { unnamed, builder }, ({ target, context }) => context !== 'explicit' && (isBuiltIn(target) || targets.has(target)));
}
/** Notes what making a subscript of a value runs. */
function noteSubscript(value, builder) {
    for (const type of SUBSCRIPTS)
        noteStored(value, type, builder);
}
/** Walks a condition: its value, and what makes a boolean of it. */
function conditionValue(node, at) {
    const value = at.run.walk.expression(node, filtering(at));
    noteStored(value, BOOLEAN, at.run.builder);
    return value;
}
/** Notes what turning values into JSON runs. */
function noteJson(values, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    return unnamed !== null && cast(kindsOf(values, unnamed, builder), { unnamed, builder }, ({ target }) => JSON_TYPES.has(target));
}
/** Notes what making a value of any of the values' own types runs. */
function noteMadeAgain(values, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed !== null)
        noteMade(kindsOf(values, unnamed, builder).types, builder);
}
/** Notes what a written cast runs. `type`: of its result; `lost`: nobody can tell where that comes from. */
function castTo(typeName, value, builder, written = true) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    const type = typeOfCast(typeName, builder.scope);
    if (unnamed === null)
        return { type, lost: false };
    const own = typesNamed(typeName, unnamed, builder);
    noteMade(own, builder);
    for (const one of own)
        if (!isBuiltIn(one))
            builder.kinds.add(one);
    const array = (typeName?.arrayBounds?.length ?? 0) > 0;
    const [only = 0] = own;
    const result = own.length === 0 ? (type === TYPE.unknown && !mayBeNewType(typeName, builder.scope) ? TYPE.builtin : type) : own.length === 1 && !array ? only : TYPE.unknown;
    if (value.type === TYPE.literal || (value.type === result && result > 0))
        return { type: result, lost: false };
    const targets = new Set(own.flatMap((one) => [...unnamed.family(one), unnamed.code.arrays.get(one) ?? 0]));
    const element = array ? typeOfCast({ ...typeName, arrayBounds: [] }, builder.scope) : type;
    const meant = own.length > 0 ? (target) => targets.has(target) : (target) => (element > 0 ? target === element : isBuiltIn(target));
    return { type: result, lost: cast(kindsOf([value], unnamed, builder), { unnamed, builder, written }, ({ target }) => meant(target)) };
}
/** Notes what making values of a written type runs, where something other than a cast makes them. */
function noteTyped(typeName, builder) {
    if (typeName !== undefined)
        castTo(typeName, { origins: [], direct: false, fields: null, type: TYPE.builtin }, builder, false);
}
function cast(kinds, { unnamed, builder, written = false }, fits) {
    const { casts } = unnamed.code;
    if (casts.length === 0)
        return false;
    const sources = new Set([...kinds.types].flatMap((type) => [...unnamed.family(type)]));
    const found = casts.filter((one) => (written || one.runs.made !== 'native') && (sources.has(one.source) || (kinds.open && isBuiltIn(one.source))) && fits(one));
    for (const { source, target, runs } of found)
        noteUnnamed([runs], `the cast from \`${conversions_nameOf(source, builder)}\` to \`${conversions_nameOf(target, builder)}\` runs it`, builder);
    return found.length > 0;
}
// Arrays, rows and ranges are compared piece by piece by operators of PostgreSQL's own, and made of a text that stands beside them.
function pieces({ types }, values, { unnamed, builder }) {
    const containers = [...types].filter((type) => unnamed.isContainer(type));
    if (containers.length === 0)
        return;
    noteComparedTypes(containers, unnamed, builder);
    if (values.some(({ type }) => type === TYPE.literal || type === TYPE.unknown))
        noteMade(containers.filter((type) => !unnamed.isDomain(type)), builder);
}
/** Notes what comparing values of these types runs. */
function noteComparedTypes(types, unnamed, builder) {
    for (const type of types)
        noteUnnamed(unnamed.of('compared', type), `values of \`${conversions_nameOf(type, builder)}\` are compared by it`, builder);
}
/** Types that values may be of. */
function kindsOf(values, unnamed, builder) {
    const types = new Set();
    let open = false;
    const add = (type) => {
        types.add(type);
        const array = unnamed.code.arrays.get(type);
        if (array !== undefined)
            types.add(array);
    };
    for (const { type, origins } of values) {
        if (type === TYPE.literal)
            continue;
        if (type > 0)
            types.add(type);
        else
            open = true;
        if (type !== TYPE.unknown)
            continue;
        for (const one of origins === null ? unnamed.all : builder.kinds)
            add(one);
        for (const { relation, column } of origins ?? [])
            for (const one of unnamed.columnTypes(relation, column))
                add(one);
    }
    return { types, open };
}
/** True when a type can only be one of PostgreSQL's own, or one with which nothing runs. */
function isBuiltInType(typeName, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    return unnamed === null || typesNamed(typeName, unnamed, builder).every((type) => [...unnamed.family(type)].every((one) => !unnamed.all.has(one)));
}
/** Users' types that a name may mean: without a schema it may be that of several. */
function typesNamed(typeName, unnamed, builder) {
    const names = namesOf(typeName?.names);
    const bare = (0,grammar_tree/* spelled */.uQ)(names.pop());
    const schema = names.pop();
    const { scope } = builder;
    const schemas = schema === undefined ? [...(ownSchemas(scope) ?? (0,grammar_tree/* present */.Eb)(scope.catalog).schemas), 'pg_temp', 'pg_catalog'] : [schema];
    return [...new Set(schemas.flatMap((one) => {
            const type = unnamed.typeNamed((0,core_catalog/* canonicalName */.Ew)(one, bare));
            return type === null ? unnamed.rowOf(one, bare) : [type];
        }))];
}
function isExact({ type }) {
    return type > 0;
}
function isBuiltIn(type) {
    return type < core_catalog/* FIRST_USER_OID */.ku;
}
function conversions_nameOf(type, { scope: { catalog } }) {
    return catalog?.types.get(type)?.name ?? TYPE_NAMES.get(type) ?? `type ${type}`;
}
const TYPE_NAMES = new Map([[16, 'boolean'], [20, 'bigint'], [23, 'integer'], [25, 'text'], [114, 'json'], [701, 'double precision'], [1043, 'character varying'], [1700, 'numeric'], [3802, 'jsonb']]);

;// CONCATENATED MODULE: ./lib/parse/sql/calls/extensions.js
// SPDX-License-Identifier: Apache-2.0
//
// Functions of well-known extensions that compute from their arguments and do nothing else, told by the C code behind them (library and symbol),
// which only a superuser can name, and never by the names that SQL gives them. Refuses set-returning functions, those that take rows or any type
// (they make values whose CHECKs run), those that set something, and whatever is written in another language.


/** All that these call immutable. Of PostgreSQL's own contrib modules, and pgvector. */
const PURE_LIBRARIES = new Set(['_int', 'btree_gin', 'btree_gist', 'citext', 'cube', 'earthdistance', 'fuzzystrmatch', 'hstore', 'ltree', 'pg_trgm', 'pgcrypto', 'seg', 'uuid-ossp', 'vector']);
/** What else is harmless: hangs on a setting, a dictionary or chance. */
const HARMLESS = new Set([
    'pg_trgm show_limit', 'pg_trgm similarity_op', 'pg_trgm word_similarity_op', 'pg_trgm word_similarity_commutator_op', 'pg_trgm strict_word_similarity_op', 'pg_trgm strict_word_similarity_commutator_op',
    'pgcrypto pg_gen_salt', 'pgcrypto pg_gen_salt_rounds', 'pgcrypto pg_random_bytes', 'pgcrypto pg_random_uuid', 'pgcrypto pgp_pub_encrypt_bytea', 'pgcrypto pgp_pub_encrypt_text', 'pgcrypto pgp_sym_encrypt_bytea', 'pgcrypto pgp_sym_encrypt_text',
    'unaccent unaccent_dict', 'uuid-ossp uuid_generate_v1', 'uuid-ossp uuid_generate_v1mc', 'uuid-ossp uuid_generate_v4',
]);
/** True when calling it does nothing but compute. `native`: as the catalog has it, `citext citext_eq i`. */
function isHarmlessNative(native, takes) {
    if (native === undefined || takes.some(takesAny))
        return false;
    const [library = '', symbol = '', volatility = ''] = native.split(' ');
    return (volatility === 'i' && PURE_LIBRARIES.has(library)) || HARMLESS.has(`${library} ${symbol}`);
}
/** The type that these operators give, 0 where they differ or it is a user's; null: one of them is not known to be harmless. */
function givenByHarmless(operators) {
    if (operators.length === 0 || !operators.every(({ native, left, right }) => isHarmlessNative(native, [left, right])))
        return null;
    const [type = 0, ...others] = new Set(operators.map(({ gives = 0 }) => gives));
    return others.length === 0 && type < core_catalog/* FIRST_USER_OID */.ku ? type : 0;
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/operators.js







const operators_BOOLEAN = 16;
const NUMERIC = 1700;
const STRING = 25;
const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);
const ARITHMETIC = new Set(['+', '-', '*', '/']);
const MATCHES = new Set(['~~', '!~~', '~~*', '!~~*', '~', '~*', '!~', '!~*']);
/** PostgreSQL's own of these names put arrays together, and ranges. */
const PUT_TOGETHER = new Set(['||', '*', '+', '-']);
const INTEGERS = new Set([20, 21, 23]);
const FLOATS = new Set([700, 701]);
/** Types with operators of their own to compare two values of theirs; `varchar` has none and borrows those of `text`. */
const COMPARABLE = new Set([16, 17, 19, 20, 21, 23, 25, 26, 700, 701, 1042, 1082, 1083, 1114, 1184, 1186, 1266, 1700, 2950, 3802]);
/** What an operator is; says `unknown` when it may be a user's. `name`: as the tree has it, with or without a schema. `operands`: one, or left and right. */
function checkOperator(name, operands, builder) {
    const { scope } = builder;
    const parts = namesOf(name);
    const operator = (0,grammar_tree/* spelled */.uQ)(parts.pop());
    const schema = parts.pop();
    if (schema !== undefined && schema !== 'pg_catalog')
        return mayBeOwn(`\`${schema}.${operator}\` is not an operator that we know`, `${schema}.${operator}`, builder);
    const exact = operators_isBuiltIn(operator, operands);
    const maker = makerOf(operator, operands, schema === 'pg_catalog', builder);
    if (maker === null || (exact && (schema === 'pg_catalog' || builtInsFirst(scope.searchPath))))
        return { own: false, type: typeOfBuiltIn(operator, operands, exact) };
    // PostgreSQL's own of the name may be meant as well.
    const given = schema === undefined ? givenByHarmless(meantBy(operator, operands, scope)) : null;
    if (given !== null)
        return { own: true, type: given === typeOfBuiltIn(operator, operands, exact) ? given : TYPE.unknown };
    return mayBeOwn(`\`${operator}\` may be the operator \`${maker}.${operator}\`; write \`OPERATOR(pg_catalog.${operator})\`, cast both sides to the same built-in type, or have a rule name it`, `${maker}.${operator}`, builder);
}
// Those that somebody made and that could be meant; none where nobody can tell.
function meantBy(operator, operands, scope) {
    if (!isWhatItWas(operator, scope))
        return [];
    const path = ownSchemas(scope);
    return (scope.catalog?.operands?.get(operator) ?? []).filter(({ schema, left, right }) => (schema === 'pg_catalog' || path === null || path.includes(schema)) && fits([left, right].filter((type) => type !== 0), operands, scope));
}
function fits(types, given, scope) {
    return types.length === given.length && types.every((type, at) => mayBecome((0,grammar_tree/* present */.Eb)(given[at]), type, scope));
}
/** True for a type that is not a row, nor an array of rows, nor a `tsvector`: unnesting it gives one column. */
function isPlainType(type) {
    return type === TYPE.builtinArray || type === TYPE.literal || (type > 0 && type < FIRST_ASSIGNED_OID && !OF_ROWS.has(type));
}
/** Rows of catalogs whose type has a number of its own, arrays of them, `record`, its arrays, and what `unnest` gives columns for. */
const OF_ROWS = new Set([71, 75, 81, 83, 210, 270, 272, 273, 1248, 2842, 2843, 4066, 6101, 2249, 2287, 3614]);
/** Oids from here on are given when PostgreSQL is built and when a cluster is made: to rows of all other catalogs and views, and arrays of them. */
const FIRST_ASSIGNED_OID = 10_000;
/** True for a value of one of PostgreSQL's own types, whichever. */
function isPlain({ type }) {
    return type === TYPE.literal || type === TYPE.builtin || (type > 0 && type < core_catalog/* FIRST_USER_OID */.ku);
}
const OWN = { own: true, type: TYPE.unknown };
function mayBeOwn(why, object, builder) {
    builder.unknown(why, object, 'operator');
    return OWN;
}
// The schema of a user's operator that could be meant; null: there is none. `among`: only one among PostgreSQL's own could be, where an extension,
// or a superuser, may have put it.
function makerOf(operator, operands, among, { scope }) {
    const since = among ? null : madeSince(operator, 'callable', scope);
    if (since !== null)
        return since;
    const makers = scope.catalog?.operators.get(operator);
    if (makers === undefined)
        return null;
    const path = ownSchemas(scope);
    const inSight = makers.filter((maker) => maker === 'pg_catalog' || (!among && (path === null || path.includes(maker))));
    const own = scope.catalog?.operands?.get(operator);
    const takes = (maker) => own === undefined || own.some(({ schema, left, right }) => schema === maker && fits([left, right].filter((type) => type !== 0), operands, scope));
    return inSight.sort((one, other) => Number(other === 'pg_catalog') - Number(one === 'pg_catalog')).find(takes) ?? null;
}
/** True when PostgreSQL's own come first, as they do unless the path says otherwise. Operators and functions are not looked for among temporary objects. */
function builtInsFirst(path) {
    return path !== null && path.filter((schema) => !isTemporary(schema)).indexOf('pg_catalog') <= 0;
}
// With an exact match among PostgreSQL's own, which then come first on the path, nobody else's operator is looked at.
function operators_isBuiltIn(operator, operands) {
    const first = firstType(operands);
    for (const { type } of operands)
        if (type !== first && type !== TYPE.literal && !(INTEGERS.has(first) && INTEGERS.has(type)) && !(FLOATS.has(first) && FLOATS.has(type)))
            return false;
    if (COMPARISONS.has(operator))
        return COMPARABLE.has(first);
    if (ARITHMETIC.has(operator))
        return INTEGERS.has(first) || FLOATS.has(first) || first === NUMERIC;
    return first === STRING && (MATCHES.has(operator) || operator === '||');
}
// Constants without a type become what stands beside them, or text.
function firstType(operands) {
    for (const { type } of operands)
        if (type !== TYPE.literal)
            return type;
    return STRING;
}
function typeOfBuiltIn(operator, operands, exact) {
    if (operands.length === 2 && (COMPARISONS.has(operator) || MATCHES.has(operator)))
        return operators_BOOLEAN;
    if (exact && (ARITHMETIC.has(operator) || operator === '||'))
        return WIDEST.find((wide) => operands.some(({ type }) => type === wide)) ?? firstType(operands);
    return PUT_TOGETHER.has(operator) && !operands.every(isPlain) ? TYPE.unknown : TYPE.builtin;
}
/** Of integers int8 before int4 before int2, of floats the double one. */
const WIDEST = [20, 23, 21, 701, 700];

;// CONCATENATED MODULE: ./lib/parse/sql/calls/arguments.js





/** The value of a call, given what it carries. */
function argumentsValue({ bare, own, args, distinct }, value, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (distinct || COMPARES.has(bare))
        noteCompared(args, builder);
    if (own !== null)
        return ownValue(bare, args, value, builder);
    let lost = !TAKES_ANY.has(bare) && noteUsed(args, builder);
    if (MAKES_JSON.test(bare))
        lost = noteJson(args, builder) || lost;
    if (MAKES_ROWS.test(bare))
        noteMadeAgain(args, builder);
    if (lost)
        return { ...LOST, type: value.type > 0 || GIVES_ANY.has(bare) || OF_PIECES.has(bare) ? value.type : TYPE.builtin };
    if (value.type !== TYPE.unknown || (GIVES_ANY.has(bare) && !args.every(isPlain)))
        return value;
    const ofPieces = OF_PIECES.has(bare) && args.some((arg) => arg.type === TYPE.unknown || (unnamed === null ? !isPlain(arg) : unnamed.isContainer(arg.type)));
    return ofPieces ? value : { ...value, type: TYPE.builtin };
}
function ownValue(bare, args, value, builder) {
    const overloads = builder.scope.catalog?.functions.get(bare) ?? [];
    noteGiven(args, overloads.flatMap(({ takes = [] }) => takes), builder);
    // PostgreSQL's own of the name gives something else.
    if ((0,builtins_functions/* classifyFunction */.xb)(bare) !== undefined)
        return value;
    const given = new Set(overloads.map(({ gives = 0 }) => gives));
    const [type = TYPE.unknown] = given;
    return given.size === 1 && type !== 0 && !POLYMORPHIC.has(type) ? { ...value, type } : value;
}
/** anyelement, anyarray, anynonarray, anyenum, anyrange, anymultirange, anycompatible and its like, record and its arrays. */
const POLYMORPHIC = new Set([2283, 2277, 2776, 3500, 3831, 4537, 5077, 5078, 5079, 5080, 4538, 2249, 2287]);
/** They turn whatever they are given into JSON: matches `to_jsonb`, `json_agg_strict`; misses `jsonb_each`. */
const MAKES_JSON = /^(?:to_jsonb?|row_to_json|array_to_json|jsonb?_(?:agg|object_agg|build_object|build_array)(?:_strict|_unique|_unique_strict)?)$/u;
/** They make rows of the type of an argument: matches `jsonb_populate_record`, misses `jsonb_each`. */
const MAKES_ROWS = /^jsonb?_populate_record(?:set|_valid)?$/u;
const words = (text) => new Set(text.trim().split(/\s+/));
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

;// CONCATENATED MODULE: ./lib/parse/sql/names/newer-words.js

/** `serverVersion` of a major version is so many times that. */
const VERSION = 10_000;
/** The handler of words that came with a major version; to an older server the statement is unknown. */
function since(version, names, handle) {
    return (fields, at) => {
        const value = handle(fields, at);
        const { catalog } = at.run.builder.scope;
        if (catalog === null || catalog.serverVersion >= version * VERSION)
            return value;
        at.run.builder.unknown(`${names.map((name) => `\`${name}\``).join(' or ')} is a name to a server before PostgreSQL ${version}`);
        return LOST;
    };
}
/** True for what the grammar makes a call of PostgreSQL's own, and this server looks up as any name. */
function isNameToOlder(bare, catalog) {
    if (catalog === null || catalog.serverVersion >= 16 * VERSION)
        return false;
    return bare === 'system_user' || (bare === 'json_object' && catalog.functions.has(bare));
}

// EXTERNAL MODULE: ./lib/parse/sql/builtins/settings.js
var settings = __webpack_require__(52552);
;// CONCATENATED MODULE: ./lib/parse/sql/calls/set-config.js




const OBJECT = 'pg_catalog.set_config';
const SETTINGS = 'pg_catalog.pg_settings';
/** Notes what a call of `set_config` changes. */
function setByFunction(call, at) {
    const { builder } = at.run;
    const [first, second, third] = (0,grammar_tree/* nodesIn */.vx)(call.args);
    const name = (literalOf(first) ?? rowName(call, at))?.toLowerCase() ?? null;
    const value = isNull(second) ? null : literalOf(second);
    const local = booleanOf(third);
    if (name === null || local === null || (value === null && !isNull(second)))
        return builder.unknown('`set_config` is only understood with literals', OBJECT, 'function');
    const verdict = (0,settings/* classifySetting */.dY)(name, value);
    // The server is asked what is in force after every such call: whether it ran matters only where it may not run.
    const runs = at.run.certain.has(call) || (at.run.forSetting.has(call) && verdict.class === 'allowed');
    if (!runs && verdict.class === 'allowed' && (0,settings/* settingBoundsTime */.ZV)(name)) {
        builder.access('control', name, 'setting', { builtin: true });
        // Perhaps set, perhaps taken away: nobody may count on a `lock_timeout` from here on.
        return builder.session({ kind: 'reset', name });
    }
    if (!runs)
        return builder.unknown('`set_config` is only understood as a column of a plain SELECT without FROM and WHERE', OBJECT, 'function');
    if (verdict.class === 'forbidden')
        builder.forbid(`\`${name}\` ${verdict.reason}`);
    builder.access('control', name, 'setting', { builtin: verdict.class === 'allowed' });
    builder.session({ kind: 'set', name, value, local });
}
/** `x` in `FROM pg_settings WHERE name = 'x'`; null for anything else. */
function settingAskedFor(from, where) {
    const [item] = from;
    if (from.length !== 1 || item === undefined || !('RangeVar' in item) || item.RangeVar.relname !== 'pg_settings' || item.RangeVar.alias !== undefined)
        return null;
    if (!('A_Expr' in where) || where.A_Expr.kind !== 'AEXPR_OP' || namesOf(where.A_Expr.name).join('.') !== '=')
        return null;
    return isName(where.A_Expr.lexpr) ? literalOf(where.A_Expr.rexpr) : null;
}
// The row's own name; whether `pg_settings` is PostgreSQL's own, and not a temporary table that stands in front of it, the walk knows.
function rowName(call, at) {
    const [first] = (0,grammar_tree/* nodesIn */.vx)(call.args);
    if (first === undefined || !isName(first))
        return null;
    const { origins } = at.run.walk.expression(first, at);
    const own = origins?.length === 1 && origins[0]?.relation === SETTINGS;
    return own ? (at.run.forSetting.get(call) ?? null) : null;
}
function isName(node) {
    return node !== undefined && 'ColumnRef' in node && namesOf(node.ColumnRef.fields).join('.') === 'name';
}

;// CONCATENATED MODULE: ./lib/parse/sql/grammar/texts.js

/** The one statement that a text holds; null when it can't be read, or holds another number of them. */
function statementIn(text, parser) {
    const trees = parser.parseTree(text);
    return trees?.length === 1 ? (0,grammar_tree/* present */.Eb)(trees[0]) : null;
}
/** The one expression that a text holds; null when it is none, or has a name or a clause behind it. */
function expressionIn(text, parser) {
    const tree = statementIn(`SELECT ${text}`, parser);
    if (tree === null)
        return null;
    const { targetList, limitOption: _limit, op: _op, ...clauses } = (0,grammar_tree/* theOne */.Qz)('SelectStmt', tree);
    const [target, ...more] = (0,grammar_tree/* every */.Si)('ResTarget', targetList);
    if (target === undefined || more.length > 0 || Object.keys(clauses).length > 0 || target.name !== undefined)
        return null;
    return (0,grammar_tree/* present */.Eb)(target.val);
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/type-texts.js






/** Notes what making values of the type runs that a text names, or, where that is not known, of any. */
function noteTypeIn(text, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    const typeName = text === null ? null : typeIn(text, builder);
    if (typeName === null)
        noteMade(unnamed.code.made.keys(), builder);
    else
        noteTyped(typeName, builder);
}
/** Users' types of variables that are declared as these texts, `mood[]`, `customers.ssn%type`; null: any. */
function variableTypes(texts, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return [];
    const types = [];
    for (const text of new Set(texts)) {
        const found = variableType(text, unnamed, builder);
        if (found === null)
            return null;
        types.push(...found);
    }
    return types;
}
/** Such variables take rows as they are; those of a trigger have no type at all. */
const ROWS_OF_ANY = new Set(['record', '']);
function variableType(text, unnamed, builder) {
    if (ROWS_OF_ANY.has(text.toLowerCase()))
        return [];
    // Match `orders.item%TYPE` and `orders%rowtype[]`, miss `text`: it ends with the word, or with that and an array's brackets.
    const [, like, kind] = /^(.*)%(type|rowtype)[\s\d[\]]*$/isu.exec(text) ?? [];
    if (like !== undefined)
        return typesLike(like, kind?.toLowerCase() === 'rowtype', unnamed, builder);
    const typeName = typeIn(text, builder);
    return typeName === null ? null : typesNamed(typeName, unnamed, builder);
}
// Another variable has a type of its own.
function typesLike(text, isRow, unnamed, builder) {
    const target = expressionIn(text, builder.parser);
    if (target === null || !('ColumnRef' in target))
        return null;
    const names = namesOf(target.ColumnRef.fields);
    if (!isRow && names.length === 1)
        return [];
    const column = isRow ? '*' : (0,grammar_tree/* spelled */.uQ)(names.pop());
    const { name: relation, relation: known, certain } = lookUp({ schema: names.at(-2), name: (0,grammar_tree/* spelled */.uQ)(names.at(-1)) }, builder);
    return known === null || !certain || builder.scope.stale ? null : unnamed.columnTypes(relation, column);
}
// Of a value that is written as one: anything else would be more than a type's name.
function typeIn(text, { parser }) {
    const target = expressionIn(`NULL::${text}`, parser);
    if (target === null || !('TypeCast' in target))
        return null;
    const { arg, typeName } = target.TypeCast;
    return isNull(arg) ? (0,grammar_tree/* present */.Eb)(typeName) : null;
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/calls.js
















/** Part of the information schema; drivers call them to read keys. */
const INFORMATION_SCHEMA = new Set([
    '_pg_char_max_length', '_pg_char_octet_length', '_pg_datetime_precision', '_pg_expandarray', '_pg_index_position', '_pg_interval_type',
    '_pg_numeric_precision', '_pg_numeric_precision_radix', '_pg_numeric_scale', '_pg_truetypid', '_pg_truetypmod',
]);
/** They read a text as a value of the type that another text names. */
const READ_AS_TYPE = new Set(['pg_input_is_valid', 'pg_input_error_info']);
const BIGINT = 20;
const RETURN_ARRAYS = new Set(['string_to_array', 'regexp_split_to_array', 'regexp_match', 'current_schemas']);
/** The value of a call; notes what it does. */
function callValue(call, at) {
    const { expression } = at.run.walk;
    const bare = (0,grammar_tree/* spelled */.uQ)(namesOf(call.funcname).at(-1));
    const args = (0,grammar_tree/* nodesIn */.vx)(call.args).map((arg) => counted(bare, call, expression(arg, decides(bare, arg) ? filtering(at) : at), at));
    const ordered = (0,grammar_tree/* nodesIn */.vx)(call.agg_order).map((key) => sortKey(key, isValue(call) ? at : filtering(at)));
    if (call.agg_filter !== undefined)
        conditionValue(call.agg_filter, at);
    if (call.over !== undefined)
        windowKeys(call.over, at);
    const meaning = meaningOf(namesOf(call.funcname), at.run.builder, givenTo(call, args, ordered));
    const column = args.length === 1 && call.funcname?.length === 1 ? (args[0]?.fields?.listed(meaning.bare) ?? null) : null;
    if (column !== null && meaning.class === undefined && !meaning.own)
        return column;
    note(meaning, call, at);
    keeps(meaning, args, at.run.builder);
    const value = call.agg_within_group === true ? within(meaning, args, ordered) : resultOf(meaning, args);
    const given = argumentsValue({ bare: meaning.bare, own: meaning.own ? meaning.object : null, args: [...args, ...ordered], distinct: call.agg_distinct === true }, value, at.run.builder);
    return column === null ? given : computed([given, column]);
}
// How many rows there are, or how many values (`count(nullif(ssn, '1'))`), tells of what was computed as a condition would.
function decides(bare, arg) {
    return (0,builtins_functions/* functionReturnsRows */.bT)(bare) || (!(0,builtins_functions/* functionCarries */.Iz)(bare) && !('ColumnRef' in arg));
}
// So does how many there are of a column that was computed further in, or of different ones: `count(x) FROM (SELECT nullif(ssn, '1') AS x …)`.
function counted(bare, { agg_distinct: distinct }, value, at) {
    if ((0,builtins_functions/* functionCarries */.Iz)(bare))
        return value;
    return distinct === true || (!value.direct && value.fields === null) ? use(value, filtering(at)) : value;
}
// `percentile_disc(0.5) WITHIN GROUP (ORDER BY x)` gives values of x; `rank('5')` tells where '5' would stand among them, as a condition would.
function isValue({ agg_within_group: within, funcname }) {
    return within === true && (0,builtins_functions/* functionCarries */.Iz)((0,grammar_tree/* spelled */.uQ)(namesOf(funcname).at(-1)));
}
// `rank(x) WITHIN GROUP (ORDER BY n)` counts up to x where n counts: no value of n, but x in another spelling.
function within(meaning, args, ordered) {
    const value = resultOf(meaning, [...args, ...ordered]);
    return value === NOTHING ? computed(args) : value;
}
/** The value of `row.name` where the row has no such column: a call of `name` with the row; null when there is no such function. */
function callRow(name, row, at) {
    const meaning = meaningOf([name], at.run.builder, null);
    if (meaning.class === undefined && !meaning.own)
        return null;
    note(meaning, {}, at);
    return argumentsValue({ bare: meaning.bare, own: meaning.own ? meaning.object : null, args: [row], distinct: false }, resultOf(meaning, [row]), at.run.builder);
}
/** The value that rows are ordered by. */
function sortKey(node, at) {
    if (!('SortBy' in node)) {
        const key = at.run.walk.expression(node, at);
        noteCompared([key], at.run.builder);
        return key;
    }
    const { node: key, useOp } = node.SortBy;
    const value = at.run.walk.expression((0,grammar_tree/* present */.Eb)(key), at);
    if (useOp !== undefined)
        checkOperator(useOp, [value, value], at.run.builder);
    noteCompared([value], at.run.builder);
    return value;
}
/** Notes what a window is cut and ordered by. */
function windowKeys(window, at) {
    const inside = filtering(at);
    for (const key of [...(0,grammar_tree/* nodesIn */.vx)(window.partitionClause), ...(0,grammar_tree/* nodesIn */.vx)(window.orderClause)])
        sortKey(key, inside);
    for (const offset of [window.startOffset, window.endOffset]) {
        if (offset === undefined)
            continue;
        const value = at.run.walk.expression(offset, inside);
        noteUsed([value], at.run.builder);
        // So many ROWS, or GROUPS.
        noteStored(value, BIGINT, at.run.builder);
    }
}
/** PostgreSQL's own that take no argument, by the version that they came with. */
const WITHOUT_ARGUMENTS = new Map([
    ['gen_random_uuid', 130_000], ...['now', 'random', 'clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'timeofday', 'pi', 'version', 'current_database', 'pg_backend_pid'].map((name) => [name, 120_000]),
]);
// pgcrypto brings a `gen_random_uuid()` for servers that have none: elsewhere PostgreSQL's own, which takes the same, comes first.
function isHidden({ schema, name }, { length }, { catalog, searchPath }) {
    return length === 0 && schema !== 'pg_catalog' && (WITHOUT_ARGUMENTS.get(name) ?? Infinity) <= (catalog?.serverVersion ?? 0) && builtInsFirst(searchPath);
}
// By which one of several functions of a name is chosen; null: not by their order alone.
function givenTo({ func_variadic: variadic, args: nodes, agg_within_group: within }, args, ordered) {
    if (variadic === true || (0,grammar_tree/* nodesIn */.vx)(nodes).some((node) => 'NamedArgExpr' in node))
        return null;
    return within === true ? [...args, ...ordered] : args;
}
function meaningOf(names, builder, args) {
    const bare = (0,grammar_tree/* spelled */.uQ)(names[names.length - 1]);
    const schema = names[names.length - 2];
    const { catalog } = builder.scope;
    const made = (catalog?.functions.get(bare) ?? []).filter((candidate) => args === null || (0,builtins_functions/* classifyFunction */.xb)(bare) === undefined || (mayBeCalled(candidate, args, builder.scope) && !isHidden(candidate, args, builder.scope)));
    if (isNameToOlder(bare, catalog))
        return { bare, object: `${made[0]?.schema ?? 'public'}.${bare}`, assumed: true, class: undefined, own: true };
    // An extension, or a superuser, may have put a function among PostgreSQL's own.
    const foreign = made.some((candidate) => candidate.schema === 'pg_catalog');
    if (foreign && (schema === 'pg_catalog' || schema === undefined))
        return { bare, object: `pg_catalog.${bare}`, assumed: false, class: undefined, own: true };
    if (schema === 'pg_catalog')
        return { bare, object: `pg_catalog.${bare}`, assumed: false, class: (0,builtins_functions/* classifyFunction */.xb)(bare), own: false };
    if (schema === 'information_schema' && INFORMATION_SCHEMA.has(bare))
        return { bare, object: `information_schema.${bare}`, assumed: false, class: 'harmless', own: false };
    if (schema !== undefined)
        return { bare, object: `${schema}.${bare}`, assumed: false, class: harmless(bare, made.filter((one) => one.schema === schema), { args, scope: builder.scope }), own: true };
    const since = madeSince(bare, 'callable', builder.scope);
    if (since !== null)
        return { bare, object: `${since === '' ? 'public' : since}.${bare}`, assumed: false, class: undefined, own: true };
    // Of one argument the name of a type is a cast, where no function takes just that.
    if (args?.length === 1 && isTypeName(bare, builder.scope))
        return { bare, object: `public.${bare}`, assumed: true, class: undefined, own: true };
    const path = made.length === 0 ? [] : ownSchemas(builder.scope);
    const maker = made.find((candidate) => path === null || path.includes(candidate.schema));
    if (maker !== undefined)
        return { bare, object: `${maker.schema}.${bare}`, assumed: false, class: harmless(bare, made.filter((one) => path === null || path.includes(one.schema)), { args, scope: builder.scope }), own: true };
    const known = (0,builtins_functions/* classifyFunction */.xb)(bare);
    const place = known === undefined && catalog === null ? 'public' : 'pg_catalog';
    return { bare, object: `${place}.${bare}`, assumed: catalog === null, class: known, own: false };
}
// Whichever of them is meant, or PostgreSQL's own of the name.
function harmless(bare, made, { args, scope }) {
    const own = (0,builtins_functions/* classifyFunction */.xb)(bare);
    if ((own !== undefined && own !== 'harmless') || !isWhatItWas(bare, scope))
        return undefined;
    const meant = made.filter((one) => args === null || mayBeCalled(one, args, scope));
    return meant.length > 0 && meant.every(({ native, takes }) => takes !== undefined && isHarmlessNative(native, takes)) ? 'harmless' : undefined;
}
function note(meaning, call, at) {
    const { builder } = at.run;
    const { bare, object, assumed } = meaning;
    const kind = meaning.class;
    builder.functionUse(kind === undefined || meaning.own ? object : bare, kind === undefined ? 'unknown' : kind === 'aggregate' || kind === 'opaque' ? 'harmless' : kind);
    switch (kind) {
        case undefined:
            return builder.unknown(`\`${object}\` is not a function that we know`, object, 'function');
        case 'harmless':
            if (READ_AS_TYPE.has(bare))
                noteTypeIn(literalOf(call.args?.[1]), builder);
            return;
        case 'aggregate':
        case 'opaque':
            return;
        case 'write':
            return noteWrite(meaning, call, builder);
        case 'control':
            if (bare === 'set_config')
                return setByFunction(call, at);
            return builder.access('control', object, 'function', { assumed });
        case 'file':
        case 'outside':
            return builder.access('execute', object, 'function', { assumed });
        case 'sql':
            return builder.unknown(`\`${bare}\` runs text as SQL, which nobody has read`, object, 'function');
        default:
            return kind;
    }
}
// What a sequence, a lock, a seed or the server's log is given can be read there later, by whoever asks.
function keeps({ bare, object, class: kind }, args, builder) {
    if (kind === undefined || !(0,builtins_functions/* functionKeeps */.T3)(bare))
        return;
    const { origins } = computed(args);
    if (origins?.length !== 0)
        builder.flow({ target: { relation: object, column: '*' }, origins });
}
function noteWrite({ bare, object, assumed }, call, builder) {
    const text = bare === 'nextval' || bare === 'setval' ? literalOf(call.args?.[0]) : null;
    const name = text === null ? null : parseName(text);
    if (name === null)
        return builder.access('write', object, 'function', { assumed });
    const sequence = lookUp(name, builder);
    builder.access('write', sequence.name, 'sequence', { assumed: sequence.assumed });
}
function resultOf({ bare, own, class: kind }, args) {
    if (own && kind === 'harmless')
        return computed(args);
    if (kind === undefined || (0,builtins_functions/* functionIsOpaque */.St)(bare))
        return LOST;
    if (!(0,builtins_functions/* functionCarries */.Iz)(bare))
        return NOTHING;
    const value = computed(args);
    // An element of an array of plain values is plain, too.
    const plain = RETURN_ARRAYS.has(bare) || (bare === 'unnest' && args.every((arg) => isPlainType(arg.type)));
    return plain ? { ...value, type: TYPE.builtinArray } : value;
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/columns.js





const SYSTEM_COLUMNS = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);
/** Items of FROM among which a name is found in a step. */
const FEW = 16;
/** The value of a column reference, `ssn`, `c.ssn`, `public.customers.ssn`, `c`, `c.*`; notes that it is read. */
function columnValue(reference, at) {
    const value = columns_valueOf(reference, at);
    const type = at.run.retyped?.get((0,grammar_tree/* spelled */.uQ)(namesOf(reference.fields).at(-1)));
    return type === undefined ? value : { ...value, type };
}
function columns_valueOf(reference, at) {
    const fields = (0,grammar_tree/* nodesIn */.vx)(reference.fields);
    const last = fields[fields.length - 1];
    if (last !== undefined && 'A_Star' in last)
        return use(starShape(reference, at).whole(), at);
    if (fields.length === 1)
        return use(unqualified(first(namesOf(fields)), at), at);
    const names = namesOf(fields);
    const column = (0,grammar_tree/* spelled */.uQ)(names.pop());
    const source = sourceOf(names, at);
    return source === null ? LOST : fieldOf(source.item, column, at);
}
/** The columns that `*`, `c.*` or `public.customers.*` stands for. Notes nothing. */
function starShape(reference, at) {
    const names = namesOf(reference.fields);
    if (names.length === 0) {
        const { items } = (0,grammar_tree/* present */.Eb)(at.frame);
        return at.run.takes(items.length) ? beside(items.map((item) => item.shape)) : LOST_SHAPE;
    }
    const source = sourceOf(names, at);
    return source === null ? LOST_SHAPE : source.item.shape;
}
/** A column by its bare name, from the innermost query outwards; null when nothing in sight has it. */
function findColumn(name, at) {
    const candidates = [];
    for (let frame = at.frame; frame !== null; frame = frame.parent) {
        if (frame.items.length > FEW && !at.run.takes(frame.items.length >> 3))
            return LOST;
        const listed = listedIn(frame, name, at);
        if (listed !== null)
            return candidates.length === 0 ? listed : computed([...candidates, listed]);
        for (const item of frame.items) {
            const open = item.shape.unlisted(name);
            if (open === null)
                continue;
            mark(item, at);
            candidates.push(open);
        }
        // Without a catalog the nearest query that could have it is taken; with one, whoever could have it.
        if (candidates.length > 0 && at.run.builder.scope.catalog === null)
            break;
    }
    if (candidates.length === 0)
        return null;
    return anyOf(candidates);
}
function listedIn(frame, name, at) {
    let found = null;
    for (const item of frame.items) {
        const value = item.shape.listed(name) ?? systemColumn(item, name);
        if (value === null)
            continue;
        mark(item, at);
        found = found === null ? value : computed([found, value]);
    }
    return found;
}
function systemColumn(item, name) {
    if (item.relation === null || !SYSTEM_COLUMNS.has(name))
        return null;
    return { origins: [{ relation: item.relation, column: name }], direct: true, fields: null, type: 0 };
}
// A bare name is a column before it is a row, at whatever level.
function unqualified(name, at) {
    const column = findColumn(name, at);
    const source = findSource((candidate) => candidate.alias === name, at);
    if (source === null || (column !== null && isListed(name, at)))
        return column ?? variable(name, at);
    mark(source.item, at);
    const row = source.item.shape.whole();
    return column === null ? row : computed([column, row]);
}
function variable(name, at) {
    const type = at.run.builder.scope.variables?.get(name);
    return type === undefined ? LOST : { ...LOST, type };
}
function isListed(name, at) {
    for (let frame = at.frame; frame !== null; frame = frame.parent)
        if (frame.items.some((item) => item.shape.listed(name) !== null))
            return true;
    return false;
}
function fieldOf(item, column, at) {
    const { shape } = item;
    mark(item, at);
    const listed = shape.listed(column) ?? systemColumn(item, column);
    if (listed !== null)
        return use(listed, at);
    const open = shape.unlisted(column);
    // `c.refund` is `refund(c)` when there is no such column.
    if (open === null)
        return rowCall(column, shape, at);
    return at.run.builder.scope.catalog?.functions.has(column) === true ? computed([use(open, at), rowCall(column, shape, at)]) : use(open, at);
}
function rowCall(name, shape, at) {
    const value = callRow(name, shape.whole(), at);
    // Neither a column nor a function: the server will say so.
    if (value === null)
        return LOST;
    use(shape.whole(), at);
    return value;
}
function sourceOf(names, at) {
    const [one, two] = names.slice(-2);
    if (one === undefined || two === undefined)
        return findSource((source) => source.alias === one, at);
    const { name } = lookUp({ schema: one, name: two }, at.run.builder);
    return findSource((source) => source.qualified === name, at);
}
function findSource(matches, at) {
    for (let frame = at.frame; frame !== null; frame = frame.parent) {
        if (frame.sources.length > FEW && !at.run.takes(frame.sources.length >> 3))
            return null;
        const found = frame.sources.find(matches);
        if (found !== undefined)
            return found;
    }
    return null;
}
function mark(item, at) {
    if (at.filter)
        item.filtered = true;
}
function first(names) {
    return (0,grammar_tree/* spelled */.uQ)(names[0]);
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/json-expression.js






/** The value of `expr FORMAT JSON`. */
function jsonValue(value, at) {
    return maybe((0,grammar_tree/* present */.Eb)(value).raw_expr, at);
}
/** Values handed to a path by PASSING. */
function jsonPassing(nodes, at) {
    return (0,grammar_tree/* every */.Si)('JsonArgument', nodes).map((argument) => jsonArgument(argument, at));
}
/** What is returned ON EMPTY or ON ERROR, made values of a type. */
function jsonDefaults(behaviours, typeName, at) {
    return behaviours.map((behaviour) => {
        const value = maybe(behaviour?.expr, at);
        return behaviour?.expr !== undefined && castTo(typeName, value, at.run.builder, false).lost ? LOST : value;
    });
}
/** Notes what runs when values are given to a query of JSON, by a path. */
function noteQueried(values, path, builder) {
    noteJson(values, builder);
    castTo(JSONPATH, path, builder, false);
}
const JSONPATH = { names: ['pg_catalog', 'jsonpath'].map((sval) => ({ String: { sval } })) };
function maybe(node, at) {
    return node === undefined ? NOTHING : at.run.walk.expression(node, at);
}
function jsonArgument(argument, at) {
    return jsonValue(argument.val, at);
}
function each(nodes, at) {
    return asJson((0,grammar_tree/* nodesIn */.vx)(nodes).map((node) => at.run.walk.expression(node, at)), at);
}
// Values in JSON: some types have a cast of their own to it.
function asJson(values, at) {
    return noteJson(values, at.run.builder) ? LOST : computed(values);
}
// `RETURNING type`.
function typed(output, value, at) {
    noteTyped(output?.typeName, at.run.builder);
    return value;
}
function keyValue({ key, value }, at) {
    return computed([maybe(key, at), jsonValue(value, at)]);
}
function functionOf(call, at) {
    const context = jsonValue(call.context_item, at);
    const path = maybe(call.pathspec, at);
    const parts = [context, path, ...jsonPassing(call.passing, at)];
    noteQueried(parts, path, at.run.builder);
    return typed(call.output, computed([...parts, ...jsonDefaults([call.on_empty, call.on_error], call.output?.typeName, at)]), at);
}
function aggregate(value, part, at) {
    const inside = filtering(at);
    for (const key of (0,grammar_tree/* nodesIn */.vx)(part?.agg_order))
        sortKey(key, inside);
    if (part?.agg_filter !== undefined)
        conditionValue(part.agg_filter, at);
    if (part?.over !== undefined)
        windowKeys(part.over, at);
    return typed(part?.output, asJson([value], at), at);
}
/** Handlers of these kinds of nodes. */
const JSON_HANDLERS = {
    JsonFuncExpr: since(17, ['json_value', 'json_query', 'json_exists'], functionOf),
    JsonValueExpr: (fields, at) => jsonValue(fields, at),
    JsonArgument: jsonArgument,
    JsonKeyValue: keyValue,
    JsonObjectConstructor: since(16, ['json_object'], (fields, at) => typed(fields.output, each(fields.exprs, at), at)),
    JsonArrayConstructor: since(16, ['json_array'], (fields, at) => typed(fields.output, each(fields.exprs, at), at)),
    JsonArrayQueryConstructor: since(16, ['json_array'], (fields, at) => typed(fields.output, asJson([at.run.walk.query((0,grammar_tree/* present */.Eb)(fields.query), at).any()], at), at)),
    JsonObjectAgg: since(16, ['json_objectagg'], (fields, at) => aggregate(keyValue((0,grammar_tree/* present */.Eb)(fields.arg), at), fields.constructor, at)),
    JsonArrayAgg: since(16, ['json_arrayagg'], (fields, at) => aggregate(jsonValue(fields.arg, at), fields.constructor, at)),
    JsonParseExpr: since(17, ['json'], (fields, at) => typed(fields.output, computed([jsonValue(fields.expr, at)]), at)),
    JsonSerializeExpr: since(17, ['json_serialize'], (fields, at) => typed(fields.output, computed([jsonValue(fields.expr, at)]), at)),
    JsonScalarExpr: since(17, ['json_scalar'], (fields, at) => typed(fields.output, asJson([maybe(fields.expr, at)], at), at)),
    JsonIsPredicate: (fields, at) => computed([maybe(fields.expr, at)]),
};

;// CONCATENATED MODULE: ./lib/parse/sql/calls/operator-value.js





const operator_value_BOOLEAN = 16;
/** The value of an operation on these operands, the left one last. */
function operatorValue({ kind, name }, operands, { own, type }, builder) {
    const takes = !own ? [] : builder.scope.catalog?.operands?.get((0,grammar_tree/* spelled */.uQ)(namesOf(name).at(-1))) ?? [];
    const exact = takes.some(({ left, right }) => isExactly([left, right].filter((one) => one !== 0), operands));
    if (!exact)
        noteGiven(operands, takes.flatMap(({ left, right }) => [left, right]), builder);
    const value = !exact && noteUsed(operands, builder) ? LOST : computed(operands);
    if (kind === 'AEXPR_NULLIF')
        return { ...value, type: typeOfNullIf(operands) };
    return { ...value, type: kind === 'AEXPR_OP' ? type : operator_value_BOOLEAN };
}
// The left operand's, as the operator takes it.
function typeOfNullIf(operands) {
    const types = new Set(operands.map(({ type }) => type));
    const { type } = (0,grammar_tree/* present */.Eb)(operands[0]);
    if (types.size === 1 && type > 0)
        return type;
    return operands.every(isPlain) ? TYPE.builtin : TYPE.unknown;
}
// Then the server looks no further, and casts nothing.
function isExactly(types, operands) {
    return types.length === operands.length && operands.some(({ type }) => type > 0) && operands.every(({ type }) => type === TYPE.literal || types.every((one) => one === type));
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/operands.js
// SPDX-License-Identifier: Apache-2.0
//
// Which operators an expression stands for, and what each of them is given: BETWEEN is two, IN one for each value, a comparison of rows one
// for each column. Refuses to leave one out: the server looks up each of them, and somebody may have made only one.



/** The operators of one expression that is no chain. `left` null: it has none. */
function pairsOf({ kind, name }, left, right) {
    if (left === null)
        return [{ name, operands: [right] }];
    switch (kind) {
        case 'AEXPR_BETWEEN':
        case 'AEXPR_BETWEEN_SYM':
            return bounds(INSIDE, left, right);
        case 'AEXPR_NOT_BETWEEN':
        case 'AEXPR_NOT_BETWEEN_SYM':
            return bounds(OUTSIDE, left, right);
        case 'AEXPR_IN':
            // Values in a list may be made one type, which is that of one of them.
            return [...(0,grammar_tree/* present */.Eb)(right.parts), ...(left.parts === undefined ? [left] : [])].flatMap((one) => rowPairs(name, left, one));
        case 'AEXPR_OP_ANY':
        case 'AEXPR_OP_ALL':
            return [{ name, operands: [left, elementOf(right)] }];
        default:
            return rowPairs(name, left, right);
    }
}
/** A comparison of two values, or of the columns of two rows one by one. */
function rowPairs(name, left, right) {
    const { parts = [] } = left;
    const others = right.parts ?? [];
    if (parts.length === 0 || parts.length !== others.length)
        return [{ name, operands: [left, right] }];
    return parts.map((part, at) => ({ name, operands: [part, (0,grammar_tree/* present */.Eb)(others[at])] }));
}
// SYMMETRIC compares the other way round, too.
function bounds([low, high], left, { parts }) {
    return [low, high].flatMap((name) => (0,grammar_tree/* present */.Eb)(parts).map((bound) => ({ name, operands: [left, bound] })));
}
// `= ANY (array)` compares with its elements. PostgreSQL's own arrays have elements of its own.
function elementOf(array) {
    const { type } = array;
    if (type === TYPE.literal)
        return array;
    const plain = type === TYPE.builtinArray || type === TYPE.builtin || (type > 0 && type < core_catalog/* FIRST_USER_OID */.ku);
    return { ...NOTHING, type: plain ? TYPE.builtin : TYPE.unknown };
}
const named = (sval) => [{ String: { sval } }];
const INSIDE = [named('>='), named('<=')];
const OUTSIDE = [named('<'), named('>')];

;// CONCATENATED MODULE: ./lib/parse/sql/calls/operation.js





/** The value of an operator's expression. A chain such as `a || b || c …` leans to the left: walked in a loop, so that its length is no depth. */
function operation(expr, at) {
    const { builder } = at.run;
    const values = [];
    const links = [];
    let inner = expr;
    for (;;) {
        const right = at.run.walk.expression((0,grammar_tree/* present */.Eb)(inner.rexpr), at);
        values.push(right);
        const { lexpr } = inner;
        if (inner.kind !== 'AEXPR_OP' || lexpr === undefined || !('A_Expr' in lexpr) || lexpr.A_Expr.kind !== 'AEXPR_OP')
            break;
        links.push({ name: inner.name, right });
        inner = lexpr.A_Expr;
    }
    const left = inner.lexpr === undefined ? null : at.run.walk.expression(inner.lexpr, at);
    if (left !== null)
        values.push(left);
    let meant = together(pairsOf(inner, left, (0,grammar_tree/* present */.Eb)(values[links.length])).map(({ name, operands }) => checkOperator(name, operands, builder)));
    for (const { name, right } of links.reverse()) {
        const next = checkOperator(name, [{ ...NOTHING, type: meant.type }, right], builder);
        meant = { own: meant.own || next.own, type: next.type };
    }
    return operatorValue(expr, values, meant, builder);
}
function together(all) {
    return { own: all.some(({ own }) => own), type: (0,grammar_tree/* present */.Eb)(all[0]).type };
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/xml-expression.js



const XML = 142;
const TAKES = [XML, 25, 16, 23];
// Elements show values as they are.
function xml_expression_functionOf({ op, named_args: named, args }, at) {
    const { expression } = at.run.walk;
    const elements = (0,grammar_tree/* nodesIn */.vx)(named).map((arg) => expression(arg, at));
    const values = (0,grammar_tree/* nodesIn */.vx)(args).map((arg) => expression(arg, at));
    if (op !== 'IS_XMLELEMENT' && op !== 'IS_XMLFOREST')
        for (const value of values)
            for (const type of TAKES)
                noteStored(value, type, at.run.builder);
    return computed([...elements, ...values]);
}
function serialized({ expr, typeName }, at) {
    const value = at.run.walk.expression((0,grammar_tree/* present */.Eb)(expr), at);
    noteTyped(typeName, at.run.builder);
    noteStored(value, XML, at.run.builder);
    return computed([value]);
}
/** Handlers of these kinds of nodes. */
const XML_HANDLERS = { XmlExpr: xml_expression_functionOf, XmlSerialize: serialized };

;// CONCATENATED MODULE: ./lib/parse/sql/query/expression.js











/** The value of an expression; notes what it reads and does. Never throws. */
function expression(node, at) {
    if (!at.run.enter()) {
        at.run.leave();
        return LOST;
    }
    const kind = (0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0]);
    const handler = ALL[kind];
    const value = handler === undefined ? notKnown(kind, at) : handler(node[kind], at);
    // Whoever computes with it goes through all that it comes from.
    if (value.origins !== null && value.origins.length > expression_FEW)
        at.run.takes(value.origins.length >> 3);
    at.run.leave();
    return value;
}
/** Origins of a value that cost no more than its node. */
const expression_FEW = 16;
function notKnown(kind, at) {
    at.run.builder.unknown(`an expression of kind \`${kind}\` is not one that we know`);
    return LOST;
}
function expression_all(nodes, at) {
    return computed((0,grammar_tree/* nodesIn */.vx)(nodes).map((node) => expression(node, at)));
}
function expression_maybe(node, at) {
    return node === undefined ? NOTHING : expression(node, at);
}
function constant({ sval, ival, fval, boolval, bsval }, at) {
    if (sval?.sval !== undefined)
        at.run.builder.literal(sval.sval);
    if (fval !== undefined)
        return /^\d{1,18}$/u.test((0,grammar_tree/* spelled */.uQ)(fval.fval)) ? expression_BIGINT : expression_NUMERIC;
    if (bsval !== undefined)
        return BUILT_IN;
    return ival !== undefined ? INTEGER : boolval !== undefined ? expression_BOOLEAN : LITERAL;
}
const INTEGER = { ...NOTHING, type: 23 };
const expression_BOOLEAN = { ...NOTHING, type: 16 };
// Numbers have a type of their own, as text in quotes has not: what stands beside one may be a user's operator.
const expression_BIGINT = { ...NOTHING, type: 20 };
const expression_NUMERIC = { ...NOTHING, type: 1700 };
const BUILT_IN = { ...NOTHING, type: TYPE.builtin };
const LITERAL = { ...NOTHING, type: TYPE.literal };
function list(items, at) {
    const parts = (0,grammar_tree/* nodesIn */.vx)(items).map((item) => expression(item, at));
    const types = new Set(parts.map((value) => value.type));
    const [type = TYPE.unknown] = types;
    return types.size === 1 ? { ...computed(parts), type, parts } : { ...oneOf(parts, at), parts };
}
function array(elements, at) {
    const values = (0,grammar_tree/* nodesIn */.vx)(elements).map((element) => expression(element, at));
    return values.every((value) => isPlainType(value.type)) ? { ...computed(values), type: TYPE.builtinArray } : { ...oneOf(values, at), type: TYPE.unknown };
}
// One of several values, all made of one type.
function oneOf(values, at) {
    if (noteCommon(values, at.run.builder))
        return LOST;
    const [type = TYPE.unknown, ...others] = new Set(values.map((value) => value.type).filter((one) => one !== TYPE.literal));
    return others.length === 0 && type > 0 ? { ...computed(values), type } : computed(values);
}
function expression_cast({ arg, typeName }, at) {
    const value = expression_maybe(arg, at);
    const { type, lost } = castTo(typeName, value, at.run.builder);
    const intact = isIntact(value) && TEXTS.has(type) && typeName?.typmods === undefined;
    return { origins: lost ? null : value.origins, direct: false, intact, fields: null, type };
}
/** Types that hold a text as long as it is: text, varchar. */
const TEXTS = new Set([25, 1043]);
// `(c).email`, `(c).*`, `scores[1]`; a field that a row lacks is a function of the row.
function indirection({ arg, indirection: steps }, at) {
    let value = expression_maybe(arg, at);
    for (const step of (0,grammar_tree/* nodesIn */.vx)(steps)) {
        if ('String' in step)
            value = field(value, (0,grammar_tree/* spelled */.uQ)(step.String.sval), at);
        else if ('A_Indices' in step) {
            // What is in a value of PostgreSQL's own is one, too.
            const plain = isPlainType(value.type) || value.type === TYPE.builtin;
            value = { ...computed([value, subscript(step.A_Indices.lidx, at), subscript(step.A_Indices.uidx, at)]), ...(plain ? { type: TYPE.builtin } : {}) };
        }
    }
    return value;
}
function subscript(node, at) {
    const value = expression_maybe(node, at);
    noteSubscript(value, at.run.builder);
    return value;
}
function field(row, name, at) {
    const listed = row.fields?.listed(name) ?? null;
    if (listed !== null)
        return listed;
    const open = row.fields?.unlisted(name) ?? null;
    const isFunction = at.run.builder.scope.catalog?.functions.has(name) === true;
    if (open !== null && !isFunction)
        return open;
    if (row.fields === null && !isFunction)
        return computed([row]);
    return computed([row.fields === null ? row : (open ?? NOTHING), callRow(name, row, at) ?? LOST]);
}
function subLink({ subLinkType, testexpr, operName, subselect }, at) {
    const test = expression_maybe(testexpr, at);
    const shape = at.run.walk.query((0,grammar_tree/* present */.Eb)(subselect), at);
    const columns = settled(shape);
    const first = columns.rest === null ? (columns.columns[0]?.value ?? NOTHING) : columns.any();
    if (columns.rest === null && columns.columns[0] !== undefined)
        at.run.firstNames.set((0,grammar_tree/* present */.Eb)(subselect), columns.columns[0].name);
    switch (subLinkType) {
        case 'EXISTS_SUBLINK':
            return NOTHING;
        case 'EXPR_SUBLINK':
            return first;
        case 'ARRAY_SUBLINK':
            return isPlainType(first.type) ? { ...computed([first]), type: TYPE.builtinArray } : computed([first]);
        default:
            for (const { name, operands } of rowPairs(operName ?? EQUALS, test, test.parts === undefined || columns.rest !== null ? first : { ...first, parts: columns.columns.map(({ value }) => value) }))
                checkOperator(name, operands, at.run.builder);
            return noteUsed([test, shape.any()], at.run.builder) ? LOST : { ...computed([test, shape.any()]), type: expression_BOOLEAN.type };
    }
}
const EQUALS = [{ String: { sval: '=' } }];
function caseOf({ arg, args, defresult }, at) {
    const subject = expression_maybe(arg, at);
    const results = [expression_maybe(defresult, at)];
    const tests = [subject];
    for (const branch of (0,grammar_tree/* every */.Si)('CaseWhen', args)) {
        const test = expression_maybe(branch.expr, at);
        if (arg === undefined)
            noteStored(test, expression_BOOLEAN.type, at.run.builder);
        else
            checkOperator(EQUALS, [subject, test], at.run.builder);
        tests.push(test);
        results.push(expression_maybe(branch.result, at));
    }
    const result = oneOf(results, at);
    const lost = (arg !== undefined && noteUsed(tests, at.run.builder)) || result.origins === null;
    return lost ? LOST : { ...computed([...tests, result]), type: result.type };
}
// WHERE CURRENT OF names one row of the target.
function currentOf(at) {
    (0,grammar_tree/* present */.Eb)((0,grammar_tree/* present */.Eb)(at.frame).items[0]).filtered = true;
    return NOTHING;
}
const HANDLERS = {
    A_Const: constant,
    ColumnRef: columnValue,
    ParamRef: (_fields, at) => (at.run.builder.scope.computedParameters === true ? LOST : NOTHING),
    A_Expr: operation,
    BoolExpr: (fields, at) => {
        const values = (0,grammar_tree/* nodesIn */.vx)(fields.args).map((arg) => expression(arg, at));
        for (const value of values)
            noteStored(value, expression_BOOLEAN.type, at.run.builder);
        return { ...computed(values), type: expression_BOOLEAN.type };
    },
    NullTest: (fields, at) => ({ ...computed([expression_maybe(fields.arg, at)]), type: expression_BOOLEAN.type }),
    BooleanTest: (fields, at) => {
        const value = expression_maybe(fields.arg, at);
        noteStored(value, expression_BOOLEAN.type, at.run.builder);
        return { ...computed([value]), type: expression_BOOLEAN.type };
    },
    FuncCall: callValue,
    NamedArgExpr: (fields, at) => expression_maybe(fields.arg, at),
    TypeCast: expression_cast,
    CollateClause: (fields, at) => expression_maybe(fields.arg, at),
    A_Indirection: indirection,
    A_ArrayExpr: (fields, at) => array(fields.elements, at),
    RowExpr: (fields, at) => {
        const parts = (0,grammar_tree/* nodesIn */.vx)(fields.args).map((arg) => expression(arg, at));
        return { ...computed(parts), parts };
    },
    List: (fields, at) => list(fields.items, at),
    CaseExpr: caseOf,
    CoalesceExpr: (fields, at) => {
        const values = (0,grammar_tree/* nodesIn */.vx)(fields.args).map((arg) => expression(arg, at));
        return { ...oneOf(values, at), intact: values.every(isIntact) };
    },
    MinMaxExpr: (fields, at) => {
        const values = (0,grammar_tree/* nodesIn */.vx)(fields.args).map((arg) => expression(arg, at));
        noteCompared(values, at.run.builder);
        return oneOf(values, at);
    },
    SubLink: subLink,
    SQLValueFunction: () => BUILT_IN,
    SetToDefault: () => NOTHING,
    MergeSupportFunc: since(17, ['merge_action'], () => NOTHING),
    CurrentOfExpr: (_fields, at) => currentOf(at),
    GroupingFunc: (fields, at) => {
        expression_all(fields.args, at);
        return INTEGER;
    },
    ResTarget: (fields, at) => expression_maybe(fields.val, at),
};
const ALL = { ...HANDLERS, ...JSON_HANDLERS, ...XML_HANDLERS };

;// CONCATENATED MODULE: ./lib/parse/sql/names/column-names.js


const NO_NAME = '?column?';
/** The name of an output column without AS, once its value was read; null: not known. */
function columnName(node, at) {
    const found = column_names_named(node, at);
    return found === null ? NO_NAME : found.name;
}
const strong = (name) => (name === undefined ? null : { name, weak: false });
const FIXED = {
    GroupingFunc: 'grouping', MergeSupportFunc: 'merge_action', A_ArrayExpr: 'array', RowExpr: 'row', CoalesceExpr: 'coalesce', XmlSerialize: 'xmlserialize',
    JsonParseExpr: 'json', JsonScalarExpr: 'json_scalar', JsonSerializeExpr: 'json_serialize', JsonObjectConstructor: 'json_object',
    JsonArrayConstructor: 'json_array', JsonArrayQueryConstructor: 'json_array', JsonObjectAgg: 'json_objectagg', JsonArrayAgg: 'json_arrayagg',
};
const column_names_XML = {
    IS_XMLCONCAT: 'xmlconcat', IS_XMLELEMENT: 'xmlelement', IS_XMLFOREST: 'xmlforest', IS_XMLPARSE: 'xmlparse', IS_XMLPI: 'xmlpi', IS_XMLROOT: 'xmlroot', IS_XMLSERIALIZE: 'xmlserialize',
};
function column_names_named(node, at) {
    if (node === undefined)
        return null;
    if ('ColumnRef' in node)
        return strong(namesOf(node.ColumnRef.fields).at(-1));
    if ('FuncCall' in node)
        return strong(namesOf(node.FuncCall.funcname).at(-1));
    if ('A_Indirection' in node)
        return strong(namesOf(node.A_Indirection.indirection).at(-1)) ?? column_names_named(node.A_Indirection.arg, at);
    if ('TypeCast' in node)
        return inside(column_names_named(node.TypeCast.arg, at), (0,grammar_tree/* spelled */.uQ)(namesOf((0,grammar_tree/* present */.Eb)(node.TypeCast.typeName).names).at(-1)));
    if ('CollateClause' in node)
        return column_names_named(node.CollateClause.arg, at);
    if ('CaseExpr' in node)
        return inside(column_names_named(node.CaseExpr.defresult, at), 'case');
    if ('A_Expr' in node)
        return node.A_Expr.kind === 'AEXPR_NULLIF' ? strong('nullif') : null;
    if ('MinMaxExpr' in node)
        return strong(node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest');
    if ('SQLValueFunction' in node)
        return strong(valueFunction((0,grammar_tree/* spelled */.uQ)(node.SQLValueFunction.op)));
    if ('XmlExpr' in node)
        return strong(column_names_XML[(0,grammar_tree/* spelled */.uQ)(node.XmlExpr.op)]);
    if ('JsonFuncExpr' in node)
        return strong((0,grammar_tree/* spelled */.uQ)(node.JsonFuncExpr.op).toLowerCase().replace('_op', ''));
    if ('SubLink' in node)
        return column_names_subLink((0,grammar_tree/* spelled */.uQ)(node.SubLink.subLinkType), node.SubLink.subselect, at);
    return strong(FIXED[(0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0])]);
}
function inside(inner, own) {
    return inner === null || inner.weak ? { name: own, weak: true } : inner;
}
// `SVFOP_CURRENT_TIME_N` is `current_time(3)`.
function valueFunction(op) {
    return op.replace('SVFOP_', '').replace(/_N$/, '').toLowerCase();
}
function column_names_subLink(type, subselect, at) {
    if (type === 'EXISTS_SUBLINK')
        return strong('exists');
    if (type === 'ARRAY_SUBLINK')
        return strong('array');
    if (type !== 'EXPR_SUBLINK')
        return null;
    let select = (0,grammar_tree/* theOne */.Qz)('SelectStmt', subselect);
    while (select.larg !== undefined)
        select = select.larg;
    if (select.valuesLists !== undefined)
        return strong('column1');
    const [target] = (0,grammar_tree/* every */.Si)('ResTarget', select.targetList);
    if (target === undefined)
        return null;
    const { name, val } = target;
    return strong(name ?? (endsInStar((0,grammar_tree/* present */.Eb)(val)) ? (at.run.firstNames.get((0,grammar_tree/* present */.Eb)(subselect)) ?? null) : columnName(val, at)));
}
// `*`, `q.*` and `(row).*`.
function endsInStar(val) {
    const path = 'ColumnRef' in val ? val.ColumnRef.fields : 'A_Indirection' in val ? val.A_Indirection.indirection : undefined;
    const last = path?.at(-1);
    return last !== undefined && 'A_Star' in last;
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/views.js
// SPDX-License-Identifier: Apache-2.0
//
// Views, by their definitions: a view's column is its own and also what it shows; reading a view reads what it filters by and calls
// what it calls. A materialized view shows the same but runs nothing. Refuses to guess at a definition that it can't follow.







/** Views upon views. PostgreSQL itself has no limit but its stack. */
const MAX_VIEW_DEPTH = 16;
const definitions = new WeakMap();
/** A view's columns; notes what running its definition does. */
function throughView(view, at) {
    const definition = definitionOf(view, at);
    if (view.kind === 'v')
        run(definition, at);
    return definition.shape;
}
/** Relations that running a view reads, those of views inside of it, too. */
function readBehind(view, at) {
    if (view.kind !== 'v')
        return [];
    return definitionOf(view, at).accesses.flatMap(({ effect, object, type }) => (effect === 'read' && type === 'relation' && object !== null ? [object] : []));
}
function definitionOf(view, at) {
    const catalog = (0,grammar_tree/* present */.Eb)(at.run.builder.scope.catalog);
    let known = definitions.get(catalog);
    if (known === undefined)
        definitions.set(catalog, (known = new Map()));
    let definition = known.get(view);
    if (definition !== undefined)
        return definition;
    definition = resolve(view, at);
    // What was cut short inside another view is not how the view looks from outside.
    if (!at.run.cut)
        known.set(view, definition);
    return definition;
}
function resolve(view, at) {
    const { run: outer } = at;
    if (outer.views.has(view) || outer.views.size >= MAX_VIEW_DEPTH) {
        outer.cut = true;
        return lost(view, 'it is a view upon too many views');
    }
    const { scope, parser } = outer.builder;
    const { definition } = view;
    // Reading it costs a step for each few letters.
    const encoding = scope.catalog?.encoding;
    const readable = definition !== null && (encoding === undefined || !mayDiffer(definition.text, encoding)) && outer.takes(definition.text.length >> 2);
    const tree = readable ? statementIn(definition.text, parser) : null;
    if (definition === null || tree === null)
        return lost(view, 'its definition can\'t be read');
    const builder = new FactsBuilder({ ...scope, searchPath: definition.path, stale: false }, parser, outer.builder.budget);
    const run = new Run(builder, outer.walk, new Set([...outer.views, view]));
    const shown = outer.walk.query(tree, { run, frame: null, ctes: null, filter: false });
    outer.cut ||= run.cut;
    return { shape: shapeOf(view, shown), accesses: builder.accesses(), functions: builder.functions() };
}
function shapeOf(view, shown) {
    const relation = (0,core_catalog/* canonicalName */.Ew)(view.schema, view.name);
    const exact = shown.rest === null && shown.columns.length === view.columns.length;
    const columns = view.columns.map(({ name, typeOid }, at) => {
        const value = exact ? (0,grammar_tree/* present */.Eb)(shown.columns[at]).value : LOST;
        return { name, value: alsoOf(value, { relation, column: name }, typeOid) };
    });
    const whole = computed([{ origins: [{ relation, column: '*' }], direct: false, fields: null, type: 0 }, ...columns.map((column) => column.value)]);
    return new Shape(columns, { whole, locks: [relation, ...shown.locks] });
}
function alsoOf(value, own, type) {
    return value.origins === null ? LOST : { origins: [own, ...value.origins], direct: value.direct || value.origins.length === 0, fields: value.fields, type };
}
// The view's columns carry the reads of what they show; what is left is what decides on rows, and all else that happens.
function run({ shape, accesses, functions }, at) {
    const { builder } = at.run;
    const partly = shape.columns.some((column) => column.value.origins === null);
    for (const access of accesses) {
        if (access.object === null && access.effect === 'read')
            continue;
        if (access.effect === 'unknown')
            builder.unknown(access.why ?? 'the definition of a view is not understood', access.object, access.type);
        else if (access.effect === 'read' && !partly)
            builder.access('read', access.object, access.type, { columns: access.filtered, filtered: access.filtered });
        else
            builder.access(access.effect, access.object, access.type, access);
    }
    for (const use of functions)
        builder.functionUse(use.name, use.class);
}
function lost(view, why) {
    const name = (0,core_catalog/* canonicalName */.Ew)(view.schema, view.name);
    const columns = view.columns.map((column) => ({ name: column.name, value: LOST }));
    const unknown = { effect: 'unknown', object: name, type: 'relation', columns: [], filtered: [], assumed: false, why: `\`${name}\` is not understood: ${why}` };
    return { shape: new Shape(columns, { whole: LOST, locks: LOST_SHAPE.locks }), accesses: [unknown], functions: [] };
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/relations.js








/** A relation that is read as a whole: notes the read, and what reading it sets off. */
function scan(rangeVar, at) {
    const touched = relations_touch(rangeVar, at);
    const { name, assumed, shape, certain } = touched;
    const columns = shape.rest?.origins === null || !certain ? ['*'] : [];
    at.run.builder.access('read', name, 'relation', { assumed, columns });
    return touched;
}
/** A relation by its name; notes nothing of it but what makes it unknown. */
function relations_touch(rangeVar, at) {
    const named = names_relationOf(rangeVar, at.run.builder);
    at.run.builder.named(named.name, rangeVar.inh === true);
    if (named.relation !== null)
        noteReading(named.relation, at, new Set());
    if (named.relation !== null)
        noteBehind(named.relation, at);
    return { ...named, shape: relations_shapeOf(named, at) };
}
// A view's definition is read as the catalog shows it: policies of tables behind it that are on by now are not in there.
function noteBehind(relation, at) {
    const { scope } = at.run.builder;
    if (!scope.stale || implicitFunctionsOf(scope.catalog) === null)
        return;
    for (const name of readBehind(relation, at)) {
        const behind = scope.catalog?.relations.get(name);
        if (behind !== undefined && mayBeGuarded(name, scope))
            noteReading(behind, at, new Set());
    }
}
// Row policies, and what they look at; operator classes; what reads a foreign table. Partitions and children are read with their parent.
function noteReading(relation, at, seen) {
    const { builder } = at.run;
    const { catalog } = builder.scope;
    const code = implicitFunctionsOf(catalog)?.code;
    if (catalog === null || code === undefined)
        return;
    for (const one of [relation, ...(0,core_catalog/* reachable */.Gq)(relation, ({ children }) => children, catalog)]) {
        if (seen.has(one))
            continue;
        seen.add(one);
        const name = (0,core_catalog/* canonicalName */.Ew)(one.schema, one.name);
        if (!at.run.blindly)
            noteUnnamed(code.searched.get(one.oid) ?? [], `reading \`${name}\` runs it`, builder);
        for (const { name: wrapper } of code.foreign.get(one.oid) ?? [])
            builder.access('execute', wrapper, 'function', { why: `it reads the foreign table \`${name}\`` });
        if (at.run.blindly || (!code.guarded.has(one.oid) && !mayBeGuarded(name, builder.scope)))
            continue;
        noteUnnamed(code.read.get(one.oid) ?? [], `reading \`${name}\` runs it`, builder);
        noteMade(code.makes.get(one.oid) ?? [], builder);
        for (const oid of code.reads.get(one.oid) ?? []) {
            const other = catalog.relationsByOid.get(oid);
            if (other === undefined)
                continue;
            if (other.kind === 'v')
                throughView(other, at);
            noteReading(other, at, seen);
        }
    }
}
/** True for the relations that PostgreSQL has of its own. */
function isSystemSchema(schema) {
    return schema === 'pg_catalog' || schema === 'information_schema';
}
function relations_shapeOf({ name, relation, certain }, at) {
    const { scope } = at.run.builder;
    if (!certain)
        return lostShape(name, scope);
    if (relation === null)
        return openShape(name);
    if (isSystemSchema(relation.schema) && relation.oid < core_catalog/* FIRST_USER_OID */.ku)
        return tableShape(relation);
    const shape = relation.kind === 'v' || relation.kind === 'm' ? throughView(relation, at) : tableShape(relation);
    // What a view does, and what it shows, counts as it was known; only its columns do not.
    return mayLookOtherwise(shape.locks, scope) ? lostShape(name, scope, shape.locks) : shape;
}
/** Elements of any type at all, as statistics have them. */
const ANYARRAY = 2277;
const shapes = new WeakMap();
// A table's columns depend on nothing but the table, so they are made once for each snapshot of it.
function tableShape(relation) {
    const known = shapes.get(relation);
    if (known !== undefined)
        return known;
    const name = (0,core_catalog/* canonicalName */.Ew)(relation.schema, relation.name);
    const hidden = (0,statistics/* valueColumns */.hc)(name);
    const columns = relation.columns.map((column) => ({
        name: column.name,
        value: hidden.has(column.name) ? { ...keptIn(name, column.name), type: column.typeOid === ANYARRAY ? TYPE.unknown : column.typeOid } : { origins: [{ relation: name, column: column.name }], direct: true, fields: null, type: column.typeOid },
    }));
    const shape = new Shape(columns, { whole: hidden.size > 0 ? keptIn(name, '*') : wholeRow(name), locks: [name] });
    shapes.set(relation, shape);
    return shape;
}
// Known to exist, but not its columns: whatever is asked for is taken to be there.
function openShape(name) {
    const hidden = (0,statistics/* valueColumns */.hc)(name);
    const pick = (column) => (hidden.has(column) ? keptIn(name, column) : { origins: [{ relation: name, column }], direct: true, fields: null, type: 0 });
    return new Shape([], { rest: hidden.size > 0 ? keptIn(name, '*') : wholeRow(name), pick, locks: [name] });
}
// Of a table that was made in the same message types are known, and nothing else.
function lostShape(name, scope, locks = [name]) {
    return new Shape([], { rest: LOST, locks, pick: (column) => ({ ...LOST, type: columnTypeSince(name, column, scope) }) });
}
function keptIn(relation, column) {
    return { ...LOST, kept: { relation, column } };
}
function wholeRow(name) {
    return computed([{ origins: [{ relation: name, column: '*' }], direct: false, fields: null, type: 0 }]);
}

;// CONCATENATED MODULE: ./lib/parse/sql/builtins/result-columns.js
// SPDX-License-Identifier: Apache-2.0
//
// The columns that PostgreSQL's own functions return in FROM, where 15 and 18 agree; read from pg_proc of both. Data, and one question.
// Refuses to say anything of the others: their number of columns is then not known.
/** Columns of a function in FROM; `scalar`: one, named after the alias; null: not known. */
function resultColumns(bareName) {
    const columns = COLUMNS[bareName];
    if (columns !== undefined)
        return columns.split(' ');
    return VARY.has(bareName) ? null : 'scalar';
}
/** Functions whose columns depend on the version or on their arguments' types. */
const VARY = new Set(`
  json_populate_record json_populate_recordset json_to_record json_to_recordset jsonb_populate_record jsonb_populate_recordset jsonb_to_record
  jsonb_to_recordset lower upper record_in record_larger record_recv record_smaller unnest pg_available_wal_summaries pg_backup_stop pg_control_init
  pg_copy_logical_replication_slot pg_copy_physical_replication_slot pg_create_logical_replication_slot
  pg_create_physical_replication_slot pg_event_trigger_ddl_commands pg_event_trigger_dropped_objects pg_event_trigger_table_rewrite_oid
  pg_get_aios pg_get_backend_memory_contexts pg_get_loaded_modules pg_get_publication_tables pg_get_replication_slots pg_get_sequence_data
  pg_get_shmem_allocations_numa pg_get_wait_events pg_get_wal_summarizer_state pg_hba_file_rules pg_ident_file_mappings
  pg_input_error_info pg_logical_slot_get_binary_changes pg_logical_slot_get_changes pg_logical_slot_peek_binary_changes
  pg_logical_slot_peek_changes pg_ls_summariesdir pg_prepared_statement pg_show_all_file_settings pg_split_walfile_name
  pg_stat_get_activity pg_stat_get_backend_io pg_stat_get_backend_subxact pg_stat_get_backend_wal pg_stat_get_io
  pg_stat_get_progress_info pg_stat_get_subscription pg_stat_get_subscription_stats pg_stat_get_wal pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_wal_summary_contents ts_stat
  `.trim().split(/\s+/));
const COLUMNS = {
    aclexplode: 'grantor grantee privilege_type is_grantable',
    json_array_elements_text: 'value',
    json_array_elements: 'value',
    json_each_text: 'key value',
    json_each: 'key value',
    jsonb_array_elements_text: 'value',
    jsonb_array_elements: 'value',
    jsonb_each_text: 'key value',
    jsonb_each: 'key value',
    pg_available_extension_versions: 'name version superuser trusted relocatable schema requires comment',
    pg_available_extensions: 'name default_version comment',
    pg_config: 'name setting',
    pg_control_checkpoint: 'checkpoint_lsn redo_lsn redo_wal_file timeline_id prev_timeline_id full_page_writes next_xid next_oid next_multixact_id next_multi_offset oldest_xid oldest_xid_dbid oldest_active_xid oldest_multi_xid oldest_multi_dbid oldest_commit_ts_xid newest_commit_ts_xid checkpoint_time',
    pg_control_recovery: 'min_recovery_end_lsn min_recovery_end_timeline backup_start_lsn backup_end_lsn end_of_backup_record_required',
    pg_control_system: 'pg_control_version catalog_version_no system_identifier pg_control_last_modified',
    pg_cursor: 'name statement is_holdable is_binary is_scrollable creation_time',
    pg_extension_update_paths: 'source target path',
    pg_get_catalog_foreign_keys: 'fktable fkcols pktable pkcols is_array is_opt',
    pg_get_keywords: 'word catcode barelabel catdesc baredesc',
    pg_get_multixact_members: 'xid mode',
    pg_get_object_address: 'classid objid objsubid',
    pg_get_shmem_allocations: 'name off size allocated_size',
    pg_get_wal_resource_managers: 'rm_id rm_name rm_builtin',
    pg_identify_object_as_address: 'type object_names object_args',
    pg_identify_object: 'type schema name identity',
    pg_last_committed_xact: 'xid timestamp roident',
    pg_lock_status: 'locktype database relation page tuple virtualxid transactionid classid objid objsubid virtualtransaction pid mode granted fastpath waitstart',
    pg_ls_archive_statusdir: 'name size modification',
    pg_ls_logdir: 'name size modification',
    pg_ls_logicalmapdir: 'name size modification',
    pg_ls_logicalsnapdir: 'name size modification',
    pg_ls_replslotdir: 'name size modification',
    pg_ls_tmpdir: 'name size modification',
    pg_ls_waldir: 'name size modification',
    pg_mcv_list_items: 'index values nulls frequency base_frequency',
    pg_options_to_table: 'option_name option_value',
    pg_partition_ancestors: 'relid',
    pg_partition_tree: 'relid parentrelid isleaf level',
    pg_prepared_xact: 'transaction gid prepared ownerid dbid',
    pg_replication_slot_advance: 'slot_name end_lsn',
    pg_sequence_parameters: 'start_value minimum_value maximum_value increment cycle_option cache_size data_type',
    pg_show_all_settings: 'name setting unit category short_desc extra_desc context vartype source min_val max_val enumvals boot_val reset_val sourcefile sourceline pending_restart',
    pg_show_replication_origin_status: 'local_id external_id remote_lsn local_lsn',
    pg_stat_file: 'size access modification change creation isdir',
    pg_stat_get_archiver: 'archived_count last_archived_wal last_archived_time failed_count last_failed_wal last_failed_time stats_reset',
    pg_stat_get_recovery_prefetch: 'stats_reset prefetch hit skip_init skip_new skip_fpw skip_rep wal_distance block_distance io_depth',
    pg_stat_get_replication_slot: 'slot_name spill_txns spill_count spill_bytes stream_txns stream_count stream_bytes total_txns total_bytes stats_reset',
    pg_stat_get_slru: 'name blks_zeroed blks_hit blks_read blks_written blks_exists flushes truncates stats_reset',
    pg_stat_get_wal_receiver: 'pid status receive_start_lsn receive_start_tli written_lsn flushed_lsn received_tli last_msg_send_time last_msg_receipt_time latest_end_lsn latest_end_time slot_name sender_host sender_port conninfo',
    pg_stat_get_wal_senders: 'pid state sent_lsn write_lsn flush_lsn replay_lsn write_lag flush_lag replay_lag sync_priority sync_state reply_time',
    pg_timezone_names: 'name abbrev utc_offset is_dst',
    pg_walfile_name_offset: 'file_name file_offset',
    pg_xact_commit_timestamp_origin: 'timestamp roident',
    ts_debug: 'alias description token dictionaries dictionary lexemes',
    ts_parse: 'tokid token',
    ts_token_type: 'tokid alias description',
    _pg_expandarray: 'x n',
};

;// CONCATENATED MODULE: ./lib/parse/sql/query/scans.js










const scans_TEXT = 25;
const scans_BIGINT = 20;
/** What a document of XMLTABLE, its paths and namespaces become. */
const XML_OR_TEXT = [142, scans_TEXT];
/** Columns of `FROM f(…)`, `FROM ROWS FROM (…) WITH ORDINALITY`, before its column aliases. */
function functionScan(range, at) {
    const single = range.is_rowsfrom !== true;
    // `ROWS FROM (f(…)) AS x` calls its column x, too; of several functions none is called so.
    const alias = range.functions?.length === 1 ? range.alias?.aliasname : undefined;
    const shapes = (0,grammar_tree/* nodesIn */.vx)(range.functions).map((entry) => {
        const [call, definitions] = (0,grammar_tree/* nodesIn */.vx)((0,grammar_tree/* theOne */.Qz)('List', entry).items);
        const columns = definedColumns(single ? (range.coldeflist ?? definitions) : definitions, at);
        return oneFunction((0,grammar_tree/* present */.Eb)(call), columns, alias, at);
    });
    if (range.ordinality === true)
        shapes.push(new Shape([{ name: 'ordinality', value: { ...NOTHING, type: scans_BIGINT } }]));
    return beside(shapes);
}
/** Columns of XMLTABLE, before its column aliases. */
function xmlTable(table, at) {
    const { expression } = at.run.walk;
    const parts = [];
    for (const node of [(0,grammar_tree/* present */.Eb)(table.docexpr), (0,grammar_tree/* present */.Eb)(table.rowexpr), ...(0,grammar_tree/* nodesIn */.vx)(table.namespaces)])
        parts.push(expression(node, filtering(at)));
    for (const part of parts)
        for (const type of XML_OR_TEXT)
            noteStored(part, type, at.run.builder);
    const columns = (0,grammar_tree/* every */.Si)('RangeTableFuncCol', table.columns).map((node) => {
        const { colname, for_ordinality, colexpr, coldefexpr, typeName } = node;
        noteTyped(typeName, at.run.builder);
        const [path, otherwise] = [colexpr, coldefexpr].map((part) => (part === undefined ? NOTHING : expression(part, at)));
        noteStored(path, scans_TEXT, at.run.builder);
        castTo(typeName, otherwise, at.run.builder, false);
        const own = [path, otherwise];
        return { name: (0,grammar_tree/* spelled */.uQ)(colname), value: for_ordinality === true ? NOTHING : computed([...parts, ...own]) };
    });
    return new Shape(columns);
}
/** Columns of JSON_TABLE, nested paths included, before its column aliases. */
function jsonTable(table, at) {
    const parts = [jsonValue(table.context_item, filtering(at)), ...jsonPassing(table.passing, at)];
    noteJson(parts, at.run.builder);
    return new Shape(jsonColumns(table.columns, computed([...parts, ...jsonDefaults([table.on_error], undefined, at)]), at));
}
// A path's own columns come before those of paths nested in it, wherever these are written.
function jsonColumns(nodes, context, at) {
    const own = [];
    const nested = [];
    for (const node of (0,grammar_tree/* every */.Si)('JsonTableColumn', nodes)) {
        const { coltype, columns, on_empty, on_error, typeName } = node;
        const name = (0,grammar_tree/* spelled */.uQ)(node.name);
        noteTyped(typeName, at.run.builder);
        if (coltype === 'JTC_NESTED')
            nested.push(...jsonColumns(columns, context, at));
        else if (coltype === 'JTC_FOR_ORDINALITY')
            own.push({ name, value: NOTHING });
        else
            own.push({ name, value: computed([context, ...jsonDefaults([on_empty, on_error], typeName, at)]) });
    }
    return [...own, ...nested];
}
function definedColumns(definitions, at) {
    const nodes = definitions === undefined ? [] : isList(definitions) ? definitions : 'List' in definitions ? (0,grammar_tree/* nodesIn */.vx)(definitions.List.items) : [];
    const defined = (0,grammar_tree/* every */.Si)('ColumnDef', nodes);
    for (const { typeName } of defined)
        noteTyped(typeName, at.run.builder);
    const columns = defined.map(({ colname, typeName }) => ({ name: (0,grammar_tree/* spelled */.uQ)(colname), type: typeOfColumn(typeName, at.run.builder.scope) }));
    return columns.length === 0 ? null : columns;
}
function isList(nodes) {
    return Array.isArray(nodes);
}
function oneFunction(call, defined, alias, at) {
    const names = 'FuncCall' in call ? namesOf(call.FuncCall.funcname) : [];
    const bare = (0,grammar_tree/* spelled */.uQ)(names[names.length - 1]);
    const args = 'FuncCall' in call ? (0,grammar_tree/* nodesIn */.vx)(call.FuncCall.args) : [];
    if (bare === 'unnest' && args.length > 1)
        return beside(args.map((arg) => unnest([arg], 'unnest', call, at)));
    if (bare === 'unnest' && defined === null)
        return unnest(args, alias ?? bare, call, at);
    const value = at.run.walk.expression(call, at);
    if (defined !== null)
        return new Shape(defined.map(({ name, type }) => ({ name, value: { ...value, type } })));
    // `COALESCE(…)` and the like may return a row, and a user's function anything.
    const columns = 'SQLValueFunction' in call ? 'scalar' : bare === '' || value.origins === null ? null : resultColumns(bare);
    if (columns === null)
        return new Shape([], { rest: value });
    if (columns === 'scalar') {
        const name = alias ?? columnName(call, at);
        return name === null ? new Shape([], { rest: value }) : new Shape([{ name, value }]);
    }
    return new Shape(columns.map((name) => ({ name, value })));
}
// Rows in an array come out as their columns, however many those are; anything else as one column.
function unnest(args, name, call, at) {
    const value = at.run.walk.expression({ FuncCall: { ...(0,grammar_tree/* theOne */.Qz)('FuncCall', call), args: [...args] } }, at);
    return isPlainType(value.type) && value.origins !== null ? new Shape([{ name, value }]) : new Shape([], { rest: value });
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/from.js









const from_EQUALS = [{ String: { sval: '=' } }];
/** Of a sample, the percentage and the seed. */
const [REAL, DOUBLE] = [700, 701];
/** Reads a FROM list into the frame of `at`. */
function fromList(nodes, frame, at) {
    for (const node of (0,grammar_tree/* nodesIn */.vx)(nodes))
        frame.items.push(fromItem(node, frame, at));
}
/** Reads one FROM item: its qualified names go into the frame, what `*` and bare names see is returned. */
function fromItem(node, frame, at) {
    if (!at.run.enter()) {
        at.run.leave();
        return asItem(LOST_SHAPE);
    }
    const item = dispatch(node, frame, at);
    at.run.leave();
    return item;
}
function dispatch(node, frame, at) {
    if ('RangeVar' in node)
        return from_relation(node.RangeVar, frame, at);
    if ('JoinExpr' in node)
        return join(node.JoinExpr, frame, at);
    if ('RangeSubselect' in node)
        return subselect(node.RangeSubselect, frame, at);
    if ('RangeFunction' in node)
        return from_named(functionScan(node.RangeFunction, at), functionAlias(node.RangeFunction, at), frame);
    if ('RangeTableSample' in node)
        return sample(node.RangeTableSample, frame, at);
    if ('RangeTableFunc' in node)
        return from_named(xmlTable(node.RangeTableFunc, at), node.RangeTableFunc.alias ?? { aliasname: 'xmltable' }, frame);
    if ('JsonTable' in node)
        return from_named(jsonTable(node.JsonTable, at), node.JsonTable.alias ?? { aliasname: 'json_table' }, frame);
    at.run.builder.unknown(`a FROM item of kind \`${(0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0])}\` is not one that we know`);
    return asItem(LOST_SHAPE);
}
function asItem(shape, relationName = null) {
    return { shape, relation: relationName, filtered: false };
}
function from_named(shape, alias, frame) {
    const item = asItem(shape.renamed(namesOf(alias?.colnames)));
    frame.sources.push({ alias: (0,grammar_tree/* spelled */.uQ)(alias?.aliasname), qualified: null, item, locks: shape.locks });
    return item;
}
function from_relation(rangeVar, frame, at) {
    const { alias } = rangeVar;
    const relname = (0,grammar_tree/* present */.Eb)(rangeVar.relname);
    const cte = rangeVar.schemaname === undefined ? findCte(relname, at) : null;
    // A lock on a query block does not reach into its WITH queries.
    if (cte !== null)
        return from_named(new Shape(cte.shape().columns, openPart(cte.shape())), { aliasname: relname, ...alias }, frame);
    const touched = scan(rangeVar, at);
    const kind = touched.relation?.kind;
    const item = asItem(touched.shape.renamedRelation(namesOf(alias?.colnames)), kind === 'v' ? null : touched.name);
    frame.sources.push({ alias: alias?.aliasname ?? relname, qualified: alias === undefined ? touched.name : null, item, locks: touched.shape.locks });
    return item;
}
function findCte(name, at) {
    let passed = 0;
    for (let ctes = at.ctes; ctes !== null; ctes = ctes.outer) {
        if (ctes.cte.name === name)
            return ctes.cte;
        passed += 1;
        if (passed % 8 === 0 && !at.run.takes(1))
            return null;
    }
    return null;
}
function subselect({ subquery, alias, lateral }, frame, at) {
    const { run, ctes, filter } = at;
    return from_named(settled(run.walk.query((0,grammar_tree/* present */.Eb)(subquery), { run, ctes, filter, frame: lateral === true ? frame : frame.parent })), alias, frame);
}
function functionAlias({ alias, functions }, at) {
    if (alias !== undefined)
        return alias;
    const [call] = (0,grammar_tree/* nodesIn */.vx)((0,grammar_tree/* theOne */.Qz)('List', functions?.[0]).items);
    const aliasname = columnName(call, at);
    if (aliasname === null)
        at.run.builder.unknown('what a FROM item is called can\'t be told');
    return { aliasname: (0,grammar_tree/* spelled */.uQ)(aliasname) };
}
function sample({ relation: of, method, args, repeatable }, frame, at) {
    const name = namesOf(method).join('.');
    if (!['bernoulli', 'system', 'pg_catalog.bernoulli', 'pg_catalog.system'].includes(name))
        at.run.builder.unknown(`\`${name}\` is not a sampling method that we know`, name, 'function');
    const item = fromItem((0,grammar_tree/* present */.Eb)(of), frame, at);
    for (const arg of (0,grammar_tree/* nodesIn */.vx)(args))
        noteStored(at.run.walk.expression(arg, filtering(at)), REAL, at.run.builder);
    if (repeatable !== undefined)
        noteStored(at.run.walk.expression(repeatable, filtering(at)), DOUBLE, at.run.builder);
    return item;
}
function join(expr, frame, at) {
    const [sources, items] = [frame.sources.length, frame.items.length];
    // The left side is in sight of the right one where that is LATERAL.
    const left = fromItem((0,grammar_tree/* present */.Eb)(expr.larg), frame, at);
    frame.items.push(left);
    const right = fromItem((0,grammar_tree/* present */.Eb)(expr.rarg), frame, at);
    frame.items.push(right);
    if (expr.quals !== undefined)
        conditionValue(expr.quals, { ...at, frame: onlyOf([left, right], frame.sources.slice(sources), frame) });
    frame.items.length = items;
    const common = mergedColumns(expr, left.shape, right.shape, at);
    const shape = common.length === 0 ? beside([left.shape, right.shape]) : beside([new Shape(common), from_without(left.shape, common), from_without(right.shape, common)]);
    if (expr.join_using_alias !== undefined)
        from_named(new Shape(common), expr.join_using_alias, frame);
    if (expr.alias === undefined)
        return asItem(shape);
    // An alias on a join hides the names inside.
    const locks = frame.sources.splice(sources).flatMap((source) => source.locks);
    const item = asItem(shape.renamed(namesOf(expr.alias.colnames)));
    frame.sources.push({ alias: (0,grammar_tree/* spelled */.uQ)(expr.alias.aliasname), qualified: null, item, locks });
    return item;
}
// What stands before a join in FROM is not in sight of its condition: a name that neither side has is one of the query around.
function onlyOf(items, sources, { parent }) {
    const frame = new Frame(parent);
    frame.items.push(...items);
    frame.sources.push(...sources);
    return frame;
}
function mergedColumns({ usingClause, isNatural }, left, right, at) {
    const names = isNatural === true ? left.columns.map(({ name }) => name).filter((name) => right.listed(name) !== null) : namesOf(usingClause);
    return names.map((name) => {
        const sides = [left.find(name) ?? LOST, right.find(name) ?? LOST];
        for (const side of sides)
            use(side, filtering(at));
        checkOperator(from_EQUALS, sides, at.run.builder);
        return { name, value: noteCommon(sides, at.run.builder) ? LOST : either(sides) };
    });
}
function from_without(shape, columns) {
    const merged = new Set(columns.map(({ name }) => name));
    const kept = shape.columns.filter(({ name }) => !merged.has(name));
    return new Shape(kept, openPart(shape));
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/with.js




/** Readings of a recursive term; each adds at least one origin to one column, or is the last. */
const MAX_READINGS = 40;
/** The WITH queries in sight once a clause's own are added. */
function withQueries(clause, at) {
    const nodes = (0,grammar_tree/* every */.Si)('CommonTableExpr', clause.ctes);
    const queries = [];
    let ctes = at.ctes;
    for (const node of nodes) {
        const query = new WithQuery(node, at);
        query.ctes = ctes;
        ctes = { cte: query, outer: ctes };
        queries.push(query);
    }
    // With RECURSIVE each sees all the others, itself included; otherwise only those before it.
    if (clause.recursive === true)
        for (const query of queries)
            query.ctes = ctes;
    for (const query of queries)
        query.shape();
    return ctes;
}
class WithQuery {
    name;
    ctes = null;
    #node;
    #at;
    #state = 'new';
    #shape = null;
    #recursive = false;
    constructor(node, at) {
        this.name = (0,grammar_tree/* spelled */.uQ)(node.ctename);
        this.#node = node;
        this.#at = at;
    }
    shape = () => {
        if (this.#state === 'done')
            return (0,grammar_tree/* present */.Eb)(this.#shape);
        if (this.#state === 'busy') {
            this.#recursive = true;
            return this.#within(this.#shape ?? LOST_SHAPE);
        }
        this.#state = 'busy';
        this.#shape = this.#settled();
        this.#state = 'done';
        return this.#shape;
    };
    #settled() {
        let size = -1;
        for (let reading = 0; reading < MAX_READINGS; reading += 1) {
            const shape = this.#read();
            const grown = sizeOf(shape);
            if (!this.#recursive || grown === size)
                return shape;
            size = grown;
            this.#shape = shape;
        }
        return LOST_SHAPE;
    }
    #read() {
        const { run, frame, filter } = this.#at;
        const { ctequery } = this.#node;
        const begun = (first) => {
            this.#shape ??= this.#dressed(first);
        };
        return this.#dressed(run.walk.query((0,grammar_tree/* present */.Eb)(ctequery), { run, frame, filter, ctes: this.ctes, begun }));
    }
    // The columns that SEARCH and CYCLE add are there for the query's own branches, too, but `*` leaves them out.
    #within(shape) {
        if (this.#node.search_clause === undefined && this.#node.cycle_clause === undefined)
            return shape;
        return new Shape([], { rest: shape.any(), pick: (name) => shape.find(name) ?? LOST });
    }
    // Column aliases, and the columns that SEARCH and CYCLE add.
    #dressed(shape) {
        const { aliascolnames, search_clause: search, cycle_clause: cycle } = this.#node;
        const renamed = settled(shape).renamed(namesOf(aliascolnames));
        const added = [];
        const over = (name, columns) => {
            if (name !== undefined)
                added.push({ name, value: computed(columns.map((column) => renamed.find(column) ?? LOST)) });
        };
        over(search?.search_seq_column, namesOf(search?.search_col_list));
        over(cycle?.cycle_mark_column, namesOf(cycle?.cycle_col_list));
        over(cycle?.cycle_path_column, namesOf(cycle?.cycle_col_list));
        // Rows that came before are not followed any further.
        for (const name of namesOf(cycle?.cycle_col_list))
            use(renamed.find(name) ?? LOST, filtering(this.#at));
        if (added.length === 0)
            return renamed;
        const { rest } = renamed;
        return new Shape([...renamed.columns, ...added], rest === null ? {} : { rest });
    }
}
function sizeOf(shape) {
    let size = shape.rest === null ? 0 : (shape.rest.origins?.length ?? 1_000_000);
    for (const { value } of shape.columns)
        size += value.origins?.length ?? 1_000_000;
    return size + shape.columns.length;
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/select.js











/** Entries of a target list that the server takes (MaxTupleAttributeNumber). */
const MAX_TARGETS = 1664;
/** LIMIT and OFFSET are made one. */
const select_BIGINT = 20;
/** The columns of a SELECT; notes what it reads and does. */
function selectShape(select, outer) {
    const at = select.withClause === undefined ? outer : { ...outer, ctes: withQueries(select.withClause, outer) };
    if (select.op !== undefined && select.op !== 'SETOP_NONE')
        return setOperation(select, at);
    const { begun: _begun, ...inside } = at;
    return select.valuesLists !== undefined ? values(select, inside) : block(select, inside);
}
// `a UNION b UNION c …` leans to the left: read in a loop, so that its length is no depth.
function setOperation(select, at) {
    const { begun, ...inside } = at;
    const links = [];
    let left = select;
    for (; left !== undefined && left.op !== undefined && left.op !== 'SETOP_NONE' && (left === select || isBare(left)); left = left.larg)
        links.push(left);
    let shape = inside.run.walk.query({ SelectStmt: (0,grammar_tree/* present */.Eb)(left) }, inside);
    begun?.(shape);
    for (const link of links.reverse()) {
        const right = inside.run.walk.query({ SelectStmt: (0,grammar_tree/* present */.Eb)(link.rarg) }, inside);
        // Comparing whole rows tells which values there are.
        if (link.all !== true || link.op !== 'SETOP_UNION')
            for (const side of [shape, right])
                decide(side, inside);
        shape = alike(shape, right, inside) ? stacked(shape, right) : select_lost(stacked(shape, right));
    }
    ordering(select, shape, inside);
    return shape;
}
// False: a cast that nobody can see into makes the columns of both one.
function alike(left, right, { run: { builder } }) {
    if (left.rest !== null || right.rest !== null || left.columns.length !== right.columns.length)
        return !noteCommon([left.any(), right.any()], builder);
    return left.columns.filter(({ value }, at) => noteCommon([value, (0,grammar_tree/* present */.Eb)(right.columns[at]).value], builder)).length === 0;
}
function select_lost(shape) {
    return shape.rest !== null ? LOST_SHAPE : new Shape(shape.columns.map(({ name }) => ({ name, value: LOST })));
}
function isBare(select) {
    return select.withClause === undefined && select.sortClause === undefined && select.limitCount === undefined && select.limitOffset === undefined && select.lockingClause === undefined;
}
function values(select, at) {
    const rows = (0,grammar_tree/* nodesIn */.vx)(select.valuesLists).map((row) => rowValues((0,grammar_tree/* every */.Si)('List', [row]).flatMap(({ items }) => (0,grammar_tree/* nodesIn */.vx)(items)), at));
    const columns = (rows[0] ?? []).map((_, index) => {
        const cells = rows.map((row) => row?.[index] ?? NOTHING);
        return { name: `column${index + 1}`, value: cells.length > 1 && noteCommon(cells, at.run.builder) ? LOST : either(cells) };
    });
    const shape = rows.includes(null) ? LOST_SHAPE : new Shape(columns);
    ordering(select, shape, at);
    return shape;
}
function block(select, outer) {
    const frame = new Frame(outer.frame);
    const at = { run: outer.run, frame, ctes: outer.ctes, filter: outer.filter };
    const conditions = filtering(at);
    fromList(select.fromClause, frame, at);
    const shape = select_targets(select.targetList, at);
    if (select.whereClause !== undefined)
        conditionValue(select.whereClause, at);
    for (const key of (0,grammar_tree/* nodesIn */.vx)(select.groupClause))
        grouping(key, shape, conditions);
    if (select.havingClause !== undefined)
        conditionValue(select.havingClause, at);
    for (const window of (0,grammar_tree/* every */.Si)('WindowDef', select.windowClause))
        windowKeys(window, at);
    distinct(select.distinctClause, shape, conditions);
    ordering(select, shape, at);
    for (const clause of (0,grammar_tree/* every */.Si)('LockingClause', select.lockingClause))
        lock(clause, at);
    const locks = frame.sources.flatMap((source) => source.locks);
    return locks.length === 0 ? shape : new Shape(shape.columns, { ...openPart(shape), locks });
}
/** The columns of a target list or RETURNING list, `*` spelled out. */
function select_targets(nodes, at) {
    const parts = [];
    let columns = [];
    let starred = 0;
    let nameless = false;
    for (const node of (0,grammar_tree/* every */.Si)('ResTarget', nodes)) {
        const { name } = node;
        const val = (0,grammar_tree/* present */.Eb)(node.val);
        const star = starOf(val, at);
        if (star === null) {
            const value = whole(at.run.walk.expression(val, at));
            const called = name ?? columnName(val, at);
            columns.push({ name: (0,grammar_tree/* spelled */.uQ)(called), value });
            nameless ||= called === null;
            continue;
        }
        if (columns.length > 0)
            parts.push(new Shape(columns));
        parts.push(star);
        columns = [];
        starred += star.columns.length;
        if (starred > MAX_TARGETS) {
            at.run.builder.unknown(`it asks for more than ${MAX_TARGETS} columns`);
            return LOST_SHAPE;
        }
    }
    if (columns.length > 0 || parts.length === 0)
        parts.push(new Shape(columns));
    const shape = beside(parts);
    // Whatever is asked for by name may be the column whose name is not known.
    return nameless ? new Shape([], { rest: shape.any() }) : shape;
}
/** The values of a row of VALUES, `c.*` spelled out as the server does there; null when it can't be. */
function rowValues(nodes, at) {
    const values = [];
    let known = true;
    for (const node of nodes) {
        const star = starOf(node, at);
        if (star === null)
            values.push(whole(at.run.walk.expression(node, at)));
        else if (star.rest === null)
            for (const { value } of star.columns)
                values.push(value);
        else
            known = false;
    }
    return known ? values : null;
}
// `*`, `c.*` and `(expression).*`.
function starOf(val, at) {
    if ('ColumnRef' in val && isStar(val.ColumnRef.fields)) {
        const shape = starShape(val.ColumnRef, at);
        if (!at.run.takes(shape.columns.length))
            return LOST_SHAPE;
        for (const { value } of shape.columns)
            use(value, at);
        if (shape.rest !== null)
            use(shape.rest, at);
        return shape;
    }
    if (!('A_Indirection' in val) || !isStar(val.A_Indirection.indirection))
        return null;
    const row = at.run.walk.expression(val, at);
    return row.fields ?? new Shape([], { rest: computed([row]) });
}
function isStar(fields) {
    const last = fields?.[fields.length - 1];
    return last !== undefined && 'A_Star' in last;
}
function decide(shape, at) {
    const conditions = filtering(at);
    for (const { value } of shape.columns)
        use(value, conditions);
    if (shape.rest !== null)
        use(shape.rest, conditions);
    noteCompared([...shape.columns.map(({ value }) => value), ...(shape.rest === null ? [] : [shape.rest])], at.run.builder);
}
function distinct(keys, shape, at) {
    if (keys === undefined)
        return;
    // A plain DISTINCT is a list of one empty node.
    if (keys.every((key) => Object.keys(key).length === 0))
        return decide(shape, at);
    for (const key of keys)
        outputOr(key, shape, at);
}
function grouping(key, shape, at) {
    if ('GroupingSet' in key) {
        for (const inner of (0,grammar_tree/* nodesIn */.vx)(key.GroupingSet.content))
            grouping(inner, shape, at);
        return;
    }
    // A bare name is a column of FROM before it is one of the output.
    const name = bareName(key);
    if (name !== null && findColumn(name, at) !== null)
        noteCompared([at.run.walk.expression(key, at)], at.run.builder);
    else
        outputOr(key, shape, at);
}
function ordering(select, shape, at) {
    const conditions = filtering(at);
    for (const key of (0,grammar_tree/* nodesIn */.vx)(select.sortClause)) {
        if ('SortBy' in key && key.SortBy.node !== undefined && key.SortBy.useOp === undefined)
            outputOr(key.SortBy.node, shape, conditions);
        else
            sortKey(key, conditions);
    }
    for (const bound of [select.limitCount, select.limitOffset])
        if (bound !== undefined)
            noteStored(at.run.walk.expression(bound, conditions), select_BIGINT, at.run.builder);
}
// `ORDER BY 2` and `ORDER BY name` mean an output column; anything else is an expression over FROM.
function outputOr(key, shape, at) {
    const position = integerOf(key);
    if (position !== null) {
        noteCompared([use(shape.rest === null ? (shape.columns[position - 1]?.value ?? NOTHING) : shape.any(), at)], at.run.builder);
        return;
    }
    const name = bareName(key);
    const output = name === null ? null : shape.listed(name);
    noteCompared([output === null ? at.run.walk.expression(key, at) : use(output, at)], at.run.builder);
}
function bareName(node) {
    if (!('ColumnRef' in node))
        return null;
    const { fields } = node.ColumnRef;
    return fields?.length === 1 ? (0,grammar_tree/* spelled */.uQ)(namesOf(fields)[0]) : null;
}
function lock(clause, at) {
    const wanted = (0,grammar_tree/* every */.Si)('RangeVar', clause.lockedRels).map((node) => (0,grammar_tree/* spelled */.uQ)(node.relname));
    for (const source of (0,grammar_tree/* present */.Eb)(at.frame).sources) {
        if (wanted.length > 0 && !wanted.includes(source.alias))
            continue;
        for (const relation of source.locks)
            at.run.builder.access('write', relation, 'relation');
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/calls/index-functions.js






/** Types of which a class is for many: anyarray, anyenum, anyrange, anymultirange, record. */
const index_functions_POLYMORPHIC = new Set([2277, 3500, 3831, 4537, 2249]);
/** Built-in types that are kept as another one is: varchar as text, cidr as inet. */
const KEPT_AS = new Map([[1043, 25], [650, 869]]);
/** Notes what keeping a value in an index runs. */
function noteIndexUse(value, { method, named, excludes = false }, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    noteCompared([value], builder);
    const { types, open } = kindsOf([value], unnamed, builder);
    const within = new Set([...types].flatMap((type) => [type, KEPT_AS.get(type) ?? type, ...unnamed.family(type)]));
    const fits = ({ type }) => within.has(type) || index_functions_POLYMORPHIC.has(type) || (open && type < core_catalog/* FIRST_USER_OID */.ku);
    const meant = unnamed.code.classes.filter((one) => (excludes || one.builds) && (named === null ? one.byDefault && (method === null || one.method === method) && fits(one) : one.name === named));
    for (const { name, runs } of meant)
        noteUnnamed([runs], `the operator class \`${name}\` runs it`, builder);
}
/** The value of a table's column, as an index keeps it. */
function index_functions_columnValue(name, rangeVar, builder) {
    const table = names_relationOf(rangeVar, builder);
    const column = table.relation?.columns.find((one) => one.name === name);
    const value = { ...NOTHING, origins: [{ relation: table.name, column: name }] };
    if (column !== undefined && isAsKnown(table, builder))
        return { ...value, type: column.typeOid };
    if (column !== undefined && table.certain && growsPlainly(builder.scope))
        return value;
    return holdsPlainValues(table.name, builder) ? NOTHING : LOST;
}
/** Notes what filling a table's indexes again, or an index, runs. `compared`: columns whose values are compared besides; `*`: all. */
function noteFilled(rangeVar, builder, compared = []) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    const named = names_relationOf(rangeVar, builder);
    const known = isAsKnown(named, builder);
    if (!known && !(named.certain && growsPlainly(builder.scope)))
        return noteFilledNew(named.name, builder);
    if (!known)
        noteIndexUse(NOTHING, { method: null, named: null }, builder);
    if (named.relation === null)
        return;
    noteFilling(named.relation, builder);
    noteColumns(named.relation, compared, unnamed, builder);
}
/** The same of all tables, or those of a schema. */
function noteAllFilled(schema, builder) {
    const { catalog, stale } = builder.scope;
    const unnamed = implicitFunctionsOf(catalog);
    if (catalog === null || unnamed === null)
        return;
    if (stale)
        noteAnything(unnamed, builder);
    for (const relation of catalog.relations.values()) {
        if (schema !== null && relation.schema !== schema)
            continue;
        noteFilling(relation, builder);
    }
}
/** Notes what rows that come into a relation are compared by. */
function noteFilling(relation, builder) {
    noteKeys(relation, FILLING, builder);
}
/** The same of rows that go: only those who refer to them are asked. */
function noteRemoving(relation, builder) {
    noteKeys(relation, [], builder);
}
/** Notes what looking at a table's values, to tell what is there often, runs. `columns`: of these; `*`: of all, and of expressions that are in indexes. */
function noteAnalyzed(rangeVar, builder, columns) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    const named = names_relationOf(rangeVar, builder);
    if (named.relation === null || !(isAsKnown(named, builder) || growsPlainly(builder.scope)))
        return noteFilledNew(named.name, builder);
    noteAnalyzing(named.relation, columns, unnamed, builder);
}
/** The same of all tables. */
function noteAllAnalyzed(builder) {
    const { catalog, stale } = builder.scope;
    const unnamed = implicitFunctionsOf(catalog);
    if (catalog === null || unnamed === null)
        return;
    if (stale)
        noteAnything(unnamed, builder);
    for (const relation of catalog.relations.values())
        noteAnalyzing(relation, ['*'], unnamed, builder);
}
function noteAnalyzing(relation, columns, unnamed, builder) {
    noteColumns(relation, columns, unnamed, builder);
    if (columns.includes('*'))
        noteKeys(relation, ['keeps'], builder, null);
}
const FILLING = ['built', 'keeps'];
function noteKeys(relation, filled, builder, also = 'refers') {
    const { catalog } = builder.scope;
    const unnamed = implicitFunctionsOf(catalog);
    if (catalog === null || unnamed === null)
        return;
    const { code } = unnamed;
    for (const one of [relation, ...(0,core_catalog/* reachable */.Gq)(relation, ({ children }) => children, catalog)]) {
        if (filled.includes('built'))
            noteUnnamed(code.built.get(one.oid) ?? [], `filling \`${(0,core_catalog/* canonicalName */.Ew)(one.schema, one.name)}\` runs it`, builder);
        if (filled.includes('keeps'))
            noteComparedTypes([...(code.keeps.get(one.oid) ?? [])], unnamed, builder);
        if (also !== null)
            noteComparedTypes([...(code[also].get(one.oid) ?? [])], unnamed, builder);
    }
}
/** The same of a relation that nobody has seen as it is by now: it may have indexes of any kind, unless its values are plain. */
function noteFilledNew(relation, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    if (holdsPlainValues(relation, builder))
        noteIndexUse(NOTHING, { method: null, named: null }, builder);
    else
        noteAnything(unnamed, builder);
}
function noteAnything(unnamed, builder) {
    noteComparedTypes([...unnamed.code.compared.keys()], unnamed, builder);
    for (const { name, builds, runs } of unnamed.code.classes)
        if (builds)
            noteUnnamed([runs], `the operator class \`${name}\` runs it`, builder);
}
function noteColumns(relation, compared, unnamed, builder) {
    const columns = relation.columns.filter(({ name }) => compared.includes('*') || compared.includes(name));
    noteComparedTypes(columns.map(({ typeOid }) => typeOid), unnamed, builder);
}
function isAsKnown({ name, certain }, { scope }) {
    return certain && !mayLookOtherwise([name], scope);
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/store.js








const COMPUTED = { computed: true };
/** Puts the target of a data-modifying statement into a frame. */
function enterTarget(rangeVar, frame, at) {
    const touched = relations_touch(rangeVar, at);
    const alias = rangeVar.alias?.aliasname ?? (0,grammar_tree/* spelled */.uQ)(rangeVar.relname);
    const item = { shape: touched.shape, relation: touched.relation?.kind === 'v' ? null : touched.name, filtered: false };
    frame.items.push(item);
    frame.sources.push({ alias, qualified: rangeVar.alias === undefined ? touched.name : null, item, locks: [] });
    return { ...touched, item, alias };
}
/** Notes a write (or the loss of rows), and what it sets off. `columns`: none where rows are removed. */
function store_noteWrite(target, what, columns, builder) {
    const { name, assumed, shape } = target;
    const effect = what === 'insert' ? 'write' : what;
    builder.access(effect, name, 'relation', { columns, assumed });
    // Whatever fills them: values, defaults, rows that are copied in.
    if (what === 'insert' && isNew(target, builder))
        noteStoredSomewhere(NOTHING, builder);
    else if (what === 'insert')
        noteMade(columns.flatMap((column) => columnsOf(target, column)).map(({ type }) => type), builder);
    const removes = what !== 'insert' && columns.length === 0;
    if (isNew(target, builder))
        noteFilledNew(name, builder);
    // Behind a view: the tables that it shows, with the columns that these are there.
    for (const behind of shape.locks) {
        if (behind === name)
            continue;
        const shown = columns.flatMap((column) => (shape.listed(column)?.origins ?? []).filter((origin) => origin.relation === behind).map((origin) => origin.column));
        builder.access(effect, behind, 'relation', { columns: columns.includes('*') ? ['*'] : shown });
    }
    for (const written of new Set([name, ...shape.locks])) {
        noteDoubt(written, builder);
        builder.writes(written, what === 'insert');
        const relation = builder.scope.catalog?.relations.get(written);
        if (relation?.rules === true)
            builder.unknown(`\`${written}\` has rewrite rules, which make another statement of this one`, written, 'relation');
        noteTriggers(relation, { builder, inserted: what === 'insert' });
        if (relation !== undefined)
            (removes ? noteRemoving : noteFilling)(relation, builder);
    }
}
// A write to a parent may reach every partition and child, and fire what they have. New rows only go to partitions: from a parent that
// is a table itself, children inherit what a table is, not what is put into it.
function noteTriggers(relation, on, seen = new Set()) {
    if (relation === undefined || seen.has(relation.oid))
        return;
    seen.add(relation.oid);
    const { builder, inserted } = on;
    const name = (0,core_catalog/* canonicalName */.Ew)(relation.schema, relation.name);
    for (const trigger of relation.triggers)
        builder.access('execute', trigger, 'function', { why: `a trigger of \`${name}\` runs it` });
    if (inserted && relation.kind !== 'p')
        return;
    for (const child of relation.children)
        noteTriggers(builder.scope.catalog?.relationsByOid.get(child), on, seen);
}
/** Notes that a value is stored in a column; `*`: in whichever. */
function store(target, column, value, builder) {
    for (const { type } of columnsOf(target, column))
        noteStored(value, type, builder);
    if (isNew(target, builder))
        noteStoredSomewhere(value, builder);
    const { origins } = value;
    if (origins?.length === 0)
        return;
    for (const place of placesOf(target, column))
        builder.flow({ target: place, origins, ...(isIntact(value) ? {} : COMPUTED) });
}
// Made, or given columns, where nobody could look in between: in the same message, or in a block. Where everybody could, what is not known is not there.
function isNew({ name, shape }, builder) {
    return builder.scope.stale && shape.rest !== null && !holdsPlainValues(name, builder);
}
// Types are those of the columns as they are, whatever a value came from.
function columnsOf({ shape }, column) {
    if (column === '*')
        return shape.columns.map(({ value }) => value);
    const value = shape.listed(column);
    return value === null ? [] : [value];
}
// A column of a view is stored in what it shows.
function placesOf({ name, shape }, column) {
    const shown = shape.listed(column);
    return shown !== null && shown.direct && shown.origins !== null ? shown.origins : [{ relation: name, column }];
}
/**
 * Notes the making of a table from a query's result (`CREATE TABLE AS`, `SELECT INTO`): the new relation, and what flows into it.
 * `outputs`: as `resolveQuery` gives them.
 */
function storeInto(into, outputs, builder) {
    const rel = (0,grammar_tree/* present */.Eb)(into.rel);
    const { name, assumed } = targetOf(rel, builder);
    builder.access('schema', name, 'relation', { assumed });
    builder.session(rel.relpersistence === 't' || rel.schemaname === 'pg_temp' ? { kind: 'temp', name: (0,grammar_tree/* spelled */.uQ)(rel.relname) } : { kind: 'ddl' });
    if (into.skipData === true || outputs === null)
        return;
    if (outputs === 'unknown')
        return builder.flow({ target: { relation: name, column: '*' }, origins: null });
    const names = namesOf(into.colNames);
    for (const [at, { name: called, origins, direct }] of outputs.entries()) {
        if (origins?.length !== 0)
            builder.flow({ target: { relation: name, column: names[at] ?? called }, origins, ...(direct ? {} : COMPUTED) });
    }
}
/** A target's columns once values are stored in it: a column returned then is also what was just put there. */
function afterStore(shape, stored) {
    const any = stored.get('*');
    const mixed = (name, value) => {
        const news = [stored.get(name), any].filter((one) => one !== undefined && one.origins?.length !== 0);
        return news.length === 0 ? value : computed([value, ...news]);
    };
    const columns = shape.columns.map(({ name, value }) => ({ name, value: mixed(name, value) }));
    const { rest } = shape;
    if (rest === null)
        return new Shape(columns);
    return new Shape(columns, { rest: computed([rest, ...stored.values()]), pick: (name) => mixed(name, (0,grammar_tree/* present */.Eb)(shape.unlisted(name))) });
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/returning.js





/** The rows returned; none without a RETURNING clause. */
function returned(clause, { target, stored, frame, at }) {
    if (clause === undefined)
        return new Shape([]);
    const after = afterStore(target.shape, stored);
    const item = { shape: after, relation: target.item.relation, filtered: false };
    const inside = new Frame(frame.parent);
    for (const one of frame.items)
        inside.items.push(one === target.item ? item : one);
    for (const source of frame.sources)
        inside.sources.push(source.item === target.item ? { ...source, item } : source);
    const [old, fresh] = rowNames(clause);
    inside.sources.push(as(old, { shape: target.shape, relation: target.item.relation, filtered: false }), as(fresh, item));
    return select_targets(clause.exprs, { ...at, frame: inside });
}
// `RETURNING WITH (OLD AS o, NEW AS n)`; a table of that name comes first.
function rowNames(clause) {
    let names = ['old', 'new'];
    for (const node of (0,grammar_tree/* every */.Si)('ReturningOption', clause.options)) {
        const { option } = node;
        const value = (0,grammar_tree/* spelled */.uQ)(node.value);
        names = option === 'RETURNING_OPTION_OLD' ? [value, names[1]] : [names[0], value];
    }
    return names;
}
function as(alias, item) {
    return { alias, qualified: null, item, locks: [] };
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/constant-values.js



/** Deeper expressions are not looked into. */
const constant_values_MAX_DEPTH = 100;
const MATCH_ALL = new Set(['', '.*', '^', '$', '^.*', '.*$', '^.*$']);
/** Whether an operator holds between two constants; null when it is not seen. */
function constantsCompare(operator, left, right) {
    const [one, other] = [constant_values_valueOf(left), constant_values_valueOf(right)];
    if (one === null || other === null || typeof one !== typeof other)
        return null;
    if (operator === '=')
        return one === other;
    if (operator === '<>')
        return one !== other;
    // How strings are ordered hangs on the collation.
    if (typeof one === 'string' || typeof other === 'string')
        return null;
    const results = { '<': one < other, '>': one > other, '<=': one <= other, '>=': one >= other };
    return results[operator] ?? null;
}
/** What a constant comes to as a condition; null when it is not seen. */
function truthOf({ boolval, ival, sval }) {
    if (boolval !== undefined)
        return boolval.boolval ?? false;
    if (ival !== undefined)
        return (ival.ival ?? 0) !== 0;
    if (sval === undefined)
        return null;
    // As the server reads booleans; matches `t`, `yes`, `on`, misses `off`.
    return /^\s*(?:t(?:r(?:ue?)?)?|y(?:es?)?|on|1)\s*$/i.test((0,grammar_tree/* spelled */.uQ)(sval.sval));
}
/** True or false when `right` is a pattern that every text matches, or none fails to; null for any other. */
function matchesAll({ kind }, operator, right) {
    const positive = !operator.startsWith('!');
    if (kind === 'AEXPR_SIMILAR')
        return /^%+$/.test(patternIn('similar_to_escape', right) ?? '') ? operator === '~' : null;
    if (operator === '^@')
        return literalOf(right) === '' ? true : null;
    if (/^!?~~\*?$/.test(operator))
        return /^%+$/.test(literalOf(right) ?? patternIn('like_escape', right) ?? '') ? positive : null;
    if (/^!?~\*?$/.test(operator))
        return MATCH_ALL.has(literalOf(right) ?? 'x') ? positive : null;
    return null;
}
// `'%' ESCAPE '!'` is a call with the pattern first; an escape that is `%` itself makes it another pattern.
function patternIn(name, node) {
    if (!('FuncCall' in node) || namesOf(node.FuncCall.funcname).at(-1) !== name)
        return null;
    const [pattern, escape] = (0,grammar_tree/* nodesIn */.vx)(node.FuncCall.args);
    return literalOf(escape)?.includes('%') === true ? null : literalOf(pattern);
}
function constant_values_valueOf(node, depth = 0) {
    if (node === undefined || depth > constant_values_MAX_DEPTH)
        return null;
    if ('TypeCast' in node)
        return constant_values_valueOf(node.TypeCast.arg, depth + 1);
    if ('A_Const' in node) {
        const { ival, fval, sval, boolval } = node.A_Const;
        if (ival !== undefined)
            return ival.ival ?? 0;
        if (fval !== undefined)
            return Number(fval.fval);
        if (boolval !== undefined)
            return Number(boolval.boolval ?? false);
        return sval === undefined ? null : (0,grammar_tree/* spelled */.uQ)(sval.sval);
    }
    if (!('A_Expr' in node) || node.A_Expr.kind !== 'AEXPR_OP')
        return null;
    const operator = (0,grammar_tree/* spelled */.uQ)(namesOf(node.A_Expr.name).at(-1));
    const [left, right] = [node.A_Expr.lexpr === undefined ? 0 : constant_values_valueOf(node.A_Expr.lexpr, depth + 1), constant_values_valueOf(node.A_Expr.rexpr, depth + 1)];
    if (operator === '*' && (left === 0 || right === 0))
        return 0;
    if (typeof left !== 'number' || typeof right !== 'number')
        return null;
    const results = { '+': left + right, '-': left - right, '*': left * right };
    return results[operator] ?? null;
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/self-joins.js

/** Deeper parts of a condition keep their names. */
const self_joins_MAX_DEPTH = 200;
/** The condition, with columns of other names of the target's table written as the target's own. `from`: what the target is joined with. */
function asOwnColumns(condition, target, from) {
    let joined = self_joins_known.get(from);
    if (joined === undefined)
        self_joins_known.set(from, (joined = namesIn(from, target)));
    const names = [joined, namesIn(condition, target)].filter(({ size }) => size > 0);
    return names.length === 0 ? condition : self_joins_renamed(condition, names, 0);
}
// The same list is asked about once for each action of a MERGE.
const self_joins_known = new WeakMap();
function namesIn(value, target) {
    const names = new Set();
    findNames(value, { target, names, depth: 0 });
    return names;
}
function findNames(value, { target, names, depth }) {
    if (typeof value !== 'object' || value === null || depth > self_joins_MAX_DEPTH)
        return;
    for (const [key, inner] of Object.entries(value)) {
        if (key === 'RangeVar') {
            const { relname, schemaname, alias } = inner;
            if (relname === target.relname && schemaname === target.schemaname)
                names.add(alias?.aliasname ?? (0,grammar_tree/* spelled */.uQ)(relname));
        }
        else
            findNames(inner, { target, names, depth: depth + 1 });
    }
}
function self_joins_renamed(value, names, depth) {
    if (typeof value !== 'object' || value === null || depth > self_joins_MAX_DEPTH)
        return value;
    if (Array.isArray(value))
        return value.map((item) => self_joins_renamed(item, names, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'ColumnRef' ? self_joins_unqualified(inner, names) : self_joins_renamed(inner, names, depth + 1)]));
}
function self_joins_unqualified(reference, names) {
    const [first, ...rest] = (0,grammar_tree/* nodesIn */.vx)(reference.fields);
    const isAlias = rest.length === 1 && first !== undefined && 'String' in first && names.some((some) => some.has((0,grammar_tree/* spelled */.uQ)(first.String.sval)));
    return isAlias ? { ...reference, fields: rest } : reference;
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/tautology.js





/** Deeper conditions are not looked into. */
const tautology_MAX_DEPTH = 100;
/** Branches of one OR that are compared with each other. */
const MAX_BRANCHES = 64;
/** True when a condition is seen to hold for every row of `target`. `from`: what the target is joined with. */
function isAlwaysTrue(condition, target, from = []) {
    return new Folder(target).fold(asOwnColumns(condition, target, from)) === true;
}
const tautology_SYSTEM_COLUMNS = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);
/** Operators that hold between equal values, and those that do not. */
const REFLEXIVE = { '=': true, '<=': true, '>=': true, '~~': true, '~~*': true, '<>': false, '<': false, '>': false, '!~~': false, '!~~*': false };
const tautology_COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=', '~~', '!~~', '~~*', '!~~*']);
const OPPOSITE = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>', '~~': '!~~', '!~~': '~~', '~~*': '!~~*', '!~~*': '~~*', '~': '!~', '!~': '~' };
class Folder {
    #target;
    /** What was folded already: a CASE asks for its branches more than once, and each of those asks again. */
    #known = new Map();
    #depth = 0;
    constructor(target) {
        this.#target = target;
    }
    /** True, false, or null when it is not seen. */
    fold(node) {
        if (node === undefined || this.#depth >= tautology_MAX_DEPTH)
            return null;
        const known = this.#known.get(node);
        if (known !== undefined)
            return known;
        this.#depth += 1;
        const value = this.#dispatch(node);
        this.#depth -= 1;
        this.#known.set(node, value);
        return value;
    }
    #dispatch(node) {
        if ('A_Const' in node)
            return truthOf(node.A_Const);
        if ('TypeCast' in node)
            return this.fold(node.TypeCast.arg);
        if ('BoolExpr' in node)
            return this.#logic(node.BoolExpr);
        if ('A_Expr' in node)
            return this.#comparison(node.A_Expr);
        if ('NullTest' in node)
            return nullTest(node.NullTest);
        if ('BooleanTest' in node)
            return this.#booleanTest(node.BooleanTest);
        if ('CaseExpr' in node)
            return this.#case(node.CaseExpr);
        if ('CoalesceExpr' in node)
            return this.fold(node.CoalesceExpr.args?.[0]);
        if ('SubLink' in node)
            return this.#subLink(node.SubLink);
        if ('FuncCall' in node)
            return startsWithNothing(node.FuncCall);
        return null;
    }
    #logic({ boolop, args: parts }) {
        const args = (0,grammar_tree/* nodesIn */.vx)(parts);
        if (boolop === 'NOT_EXPR')
            return negate(this.fold(args[0]));
        const values = args.map((arg) => this.fold(arg));
        const decisive = boolop === 'OR_EXPR';
        if (values.includes(decisive))
            return decisive;
        if (values.every((value) => value === !decisive))
            return !decisive;
        const branches = args.slice(0, MAX_BRANCHES);
        return branches.some((one, at) => branches.slice(at + 1).some((other) => areOpposite(one, other))) ? decisive : null;
    }
    #comparison(expr) {
        const { kind, lexpr } = expr;
        const [operator, right] = [operatorOf(expr), (0,grammar_tree/* present */.Eb)(expr.rexpr)];
        switch (kind) {
            case 'AEXPR_OP':
            case 'AEXPR_LIKE':
            case 'AEXPR_ILIKE':
            case 'AEXPR_SIMILAR':
                return matchesAll(expr, operator, right) ?? compare(operator, lexpr, right);
            case 'AEXPR_DISTINCT':
                return negate(compare('=', lexpr, right));
            case 'AEXPR_NOT_DISTINCT':
                return compare('=', lexpr, right);
            case 'AEXPR_IN': {
                const found = tautology_anyOf((0,grammar_tree/* nodesIn */.vx)((0,grammar_tree/* theOne */.Qz)('List', right).items), (item) => compare('=', lexpr, item));
                return operator === '=' ? found : negate(found);
            }
            case 'AEXPR_OP_ANY':
                // `= ANY (ARRAY (SELECT …))` is `IN (SELECT …)`.
                if ('SubLink' in right && right.SubLink.subLinkType === 'ARRAY_SUBLINK' && operator === '=')
                    return this.#subLink({ ...right.SubLink, subLinkType: 'ANY_SUBLINK', testexpr: (0,grammar_tree/* present */.Eb)(lexpr) });
                return tautology_anyOf(elementsOf(right), (item) => compare(operator, lexpr, item));
            case 'AEXPR_OP_ALL':
                return negate(tautology_anyOf(elementsOf(right), (item) => negate(compare(operator, lexpr, item))));
            case 'AEXPR_BETWEEN':
            case 'AEXPR_BETWEEN_SYM': {
                const [low, high] = (0,grammar_tree/* nodesIn */.vx)((0,grammar_tree/* theOne */.Qz)('List', right).items);
                return compare('>=', lexpr, low) === true && compare('<=', lexpr, high) === true ? true : null;
            }
            default:
                return null;
        }
    }
    #booleanTest({ arg, booltesttype }) {
        const value = this.fold(arg);
        if (value === null)
            return null;
        switch (booltesttype) {
            case 'IS_TRUE':
            case 'IS_NOT_FALSE':
                return value;
            case 'IS_FALSE':
            case 'IS_NOT_TRUE':
                return !value;
            default:
                return booltesttype === 'IS_NOT_UNKNOWN';
        }
    }
    #case({ arg, args, defresult }) {
        const branches = (0,grammar_tree/* every */.Si)('CaseWhen', args);
        const results = [...branches.map((branch) => branch.result), defresult];
        if (results.every((result) => this.fold(result) === true))
            return true;
        const taken = branches.find((branch) => (arg === undefined ? this.fold(branch.expr) : compare('=', arg, branch.expr)) !== false);
        return taken !== undefined && arg === undefined && this.fold(taken.expr) === true ? this.fold(taken.result) : null;
    }
    // A sub-select without a condition of its own selects no rows of ours, unless it is compared with something else.
    #subLink({ subLinkType, subselect, testexpr }) {
        const select = (0,grammar_tree/* theOne */.Qz)('SelectStmt', subselect);
        if (!this.#isOpen(select))
            return null;
        if (subLinkType === 'EXISTS_SUBLINK')
            return true;
        if (subLinkType !== 'ANY_SUBLINK' || !this.#isOurs(select))
            return null;
        const [column] = (0,grammar_tree/* nodesIn */.vx)(select.targetList);
        return column !== undefined && 'ResTarget' in column && compare('=', testexpr, column.ResTarget.val) === true ? true : null;
    }
    #isOpen(select) {
        if (select.op !== 'SETOP_NONE' || select.havingClause !== undefined || select.limitCount !== undefined || select.limitOffset !== undefined)
            return false;
        return select.whereClause === undefined || this.fold(select.whereClause) === true;
    }
    #isOurs({ fromClause = [] }) {
        const [only] = fromClause;
        return fromClause.length === 1 && only !== undefined && 'RangeVar' in only && only.RangeVar.relname === this.#target.relname;
    }
}
function nullTest({ arg: given, nulltesttype }) {
    const arg = (0,grammar_tree/* present */.Eb)(given);
    const isNullable = neverNull(arg) ? false : isNull(arg) ? true : null;
    if (isNullable === null)
        return null;
    return nulltesttype === 'IS_NULL' ? isNullable : !isNullable;
}
// NULLs are taken not to be there, so a comparison gives none.
function neverNull(node) {
    if ('A_Expr' in node)
        return node.A_Expr.kind !== 'AEXPR_NULLIF' && tautology_COMPARISONS.has(operatorOf(node.A_Expr));
    if ('BoolExpr' in node)
        return (0,grammar_tree/* nodesIn */.vx)(node.BoolExpr.args).every(neverNull);
    if ('A_Const' in node)
        return node.A_Const.isnull !== true;
    if ('TypeCast' in node)
        return neverNull((0,grammar_tree/* present */.Eb)(node.TypeCast.arg));
    if ('CoalesceExpr' in node)
        return (0,grammar_tree/* nodesIn */.vx)(node.CoalesceExpr.args).some(neverNull);
    return 'ColumnRef' in node && tautology_SYSTEM_COLUMNS.has((0,grammar_tree/* spelled */.uQ)(pathOf(node.ColumnRef)[0]));
}
function startsWithNothing({ funcname, args }) {
    return namesOf(funcname).at(-1) === 'starts_with' && literalOf((0,grammar_tree/* nodesIn */.vx)(args)[1]) === '' ? true : null;
}
function operatorOf({ name }) {
    return (0,grammar_tree/* spelled */.uQ)(namesOf(name).at(-1));
}
// Null for an array that can't be seen into.
function elementsOf(array) {
    if ('TypeCast' in array)
        return elementsOf((0,grammar_tree/* present */.Eb)(array.TypeCast.arg));
    return 'A_ArrayExpr' in array ? (0,grammar_tree/* nodesIn */.vx)(array.A_ArrayExpr.elements) : null;
}
function tautology_anyOf(items, matches) {
    if (items === null)
        return null;
    const found = items.map(matches);
    return found.includes(true) ? true : found.includes(null) ? null : false;
}
// Neither what is no operand of an operator nor the ELSE that a CASE lacks is compared.
function compare(operator, left, right) {
    if (left === undefined || right === undefined)
        return null;
    const reflexive = REFLEXIVE[operator];
    if (reflexive !== undefined && areSame(left, right))
        return reflexive;
    return constantsCompare(operator, left, right);
}
// `p OR NOT p`, `x IS NULL OR x IS NOT NULL`, `x = 1 OR x <> 1`.
function areOpposite(one, other) {
    const [inner, outer] = [notOf(one), notOf(other)];
    if ((inner !== null && areSame(inner, other)) || (outer !== null && areSame(outer, one)))
        return true;
    if ('NullTest' in one && 'NullTest' in other)
        return one.NullTest.nulltesttype !== other.NullTest.nulltesttype && areSame(one.NullTest.arg, other.NullTest.arg);
    if (!('A_Expr' in one) || !('A_Expr' in other))
        return false;
    const [a, b] = [one.A_Expr, other.A_Expr];
    return OPPOSITE[operatorOf(a)] === operatorOf(b) && areSame(a.lexpr, b.lexpr) && areSame(a.rexpr, b.rexpr);
}
function notOf(node) {
    return 'BoolExpr' in node && node.BoolExpr.boolop === 'NOT_EXPR' ? (0,grammar_tree/* present */.Eb)((0,grammar_tree/* nodesIn */.vx)(node.BoolExpr.args)[0]) : null;
}
function negate(value) {
    return value === null ? null : !value;
}
// Places, and how a list was bracketed, are no part of the meaning; nor is a cast, for this purpose.
const PLACES = new Set(['location', 'rexpr_list_start', 'rexpr_list_end', 'list_start', 'list_end']);
function areSame(one, other, depth = 0) {
    if (depth > tautology_MAX_DEPTH)
        return false;
    const [a, b] = [tautology_bare(one), tautology_bare(other)];
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b && a !== undefined;
    if ('ColumnRef' in a && 'ColumnRef' in b)
        return isSameColumn(a.ColumnRef, b.ColumnRef);
    const keys = Object.keys(a).filter((key) => !PLACES.has(key));
    if (keys.length !== Object.keys(b).filter((key) => !PLACES.has(key)).length)
        return false;
    return keys.every((key) => areSame(a[key], b[key], depth + 1));
}
function tautology_bare(node) {
    let inner = node;
    while (typeof inner === 'object' && inner !== null && ('TypeCast' in inner || 'CollateClause' in inner)) {
        inner = ('TypeCast' in inner ? inner.TypeCast : inner.CollateClause).arg;
    }
    return inner;
}
// `orders.id` and `id` are taken for the same column; `a.id` and `b.id` are not.
function isSameColumn(one, other) {
    const [a, b] = [pathOf(one), pathOf(other)];
    return a.slice(0, b.length).every((name, at) => name === b[at]);
}
// From the column outwards.
function pathOf({ fields }) {
    return (0,grammar_tree/* nodesIn */.vx)(fields).map((field) => ('String' in field ? (0,grammar_tree/* spelled */.uQ)(field.String.sval) : '*')).reverse();
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/modify.js









/** The rows that an INSERT returns. */
function insertShape(insert, outer) {
    const { at, frame } = enter(insert, outer);
    const target = enterTarget((0,grammar_tree/* present */.Eb)(insert.relation), frame, at);
    const source = insert.selectStmt === undefined ? new Shape([]) : at.run.walk.query(insert.selectStmt, { ...at, frame: outer.frame });
    const columns = insert.cols === undefined ? null : targetColumns(insert.cols, at);
    const stored = incoming(target, columns, source);
    for (const [column, value] of stored)
        store(target, column, value, at.run.builder);
    store_noteWrite(target, 'insert', columns ?? ['*'], at.run.builder);
    if (insert.onConflictClause !== undefined)
        onConflict(insert.onConflictClause, target, stored, at);
    return returned(insert.returningClause, { target, stored, frame, at });
}
/** The rows that an UPDATE returns. */
function updateShape(update, outer) {
    const { at, frame } = enter(update, outer);
    const target = enterTarget((0,grammar_tree/* present */.Eb)(update.relation), frame, at);
    fromList(update.fromClause, frame, at);
    const stored = assignments(update.targetList, target, at);
    const columns = [...stored.keys()];
    store_noteWrite(target, 'write', columns, at.run.builder);
    if (!narrows(update.whereClause, target, { at, rangeVar: (0,grammar_tree/* present */.Eb)(update.relation), from: update.fromClause }))
        store_noteWrite(target, 'destroy', columns, at.run.builder);
    return returned(update.returningClause, { target, stored, frame, at });
}
/** The rows that a DELETE returns. */
function deleteShape(statement, outer) {
    const { at, frame } = enter(statement, outer);
    const target = enterTarget((0,grammar_tree/* present */.Eb)(statement.relation), frame, at);
    fromList(statement.usingClause, frame, at);
    const narrow = narrows(statement.whereClause, target, { at, rangeVar: (0,grammar_tree/* present */.Eb)(statement.relation), from: statement.usingClause });
    store_noteWrite(target, narrow ? 'write' : 'destroy', [], at.run.builder);
    return returned(statement.returningClause, { target, stored: new Map(), frame, at });
}
/** A frame of its own for a data-modifying statement, with its WITH queries in sight. */
function enter({ withClause }, outer) {
    const { run } = outer;
    // Whatever stands around it, what it stores and returns are values.
    const around = { run, frame: outer.frame, ctes: outer.ctes, filter: false };
    const ctes = withClause === undefined ? outer.ctes : withQueries(withClause, around);
    const frame = new Frame(outer.frame);
    return { frame, at: { run, frame, ctes, filter: false } };
}
/** Reads a condition on the target's rows; true when it can leave some of them out. */
function narrows(condition, target, { at, rangeVar, from }) {
    target.item.filtered = false;
    if (condition === undefined)
        return false;
    conditionValue(condition, at);
    return target.item.filtered && !isAlwaysTrue(condition, rangeVar, from);
}
/** Reads `SET a = …, (b, c) = (…)` and notes what is stored. */
function assignments(nodes, target, at) {
    const stored = new Map();
    for (const node of (0,grammar_tree/* every */.Si)('ResTarget', nodes)) {
        const { val, indirection } = node;
        const name = (0,grammar_tree/* spelled */.uQ)(node.name);
        subscripts(indirection, at);
        const value = assigned((0,grammar_tree/* present */.Eb)(val), at);
        alsoStored(stored, name, value);
        store(target, name, value, at.run.builder);
    }
    return stored;
}
/** Keeps what is stored in a column beside what is stored in it already. */
function alsoStored(stored, column, value) {
    const before = stored.get(column);
    stored.set(column, before === undefined ? value : computed([before, value]));
}
/** Values that an INSERT brings, by column. `columns` null: the target's, in order. */
function incoming(target, columns, source) {
    const stored = new Map();
    if (source.rest !== null)
        return stored.set('*', source.any());
    const names = columns ?? (target.shape.rest === null ? target.shape.columns.map(({ name }) => name) : []);
    for (const [at, { value }] of source.columns.entries()) {
        const name = names[at] ?? '*';
        alsoStored(stored, name, value);
    }
    return stored;
}
/** Names of an INSERT's columns; `scores[f()]` computes its subscript. */
function targetColumns(nodes, at) {
    return (0,grammar_tree/* every */.Si)('ResTarget', nodes).map((node) => {
        subscripts(node.indirection, at);
        return (0,grammar_tree/* spelled */.uQ)(node.name);
    });
}
function subscripts(steps, at) {
    for (const step of (0,grammar_tree/* only */.j6)('A_Indices', steps)) {
        for (const index of [step.lidx, step.uidx])
            if (index !== undefined)
                noteSubscript(at.run.walk.expression(index, at), at.run.builder);
    }
}
// Of `(a, b) = (SELECT x, y …)` each column gets its own.
function assigned(val, at) {
    if (!('MultiAssignRef' in val))
        return at.run.walk.expression(val, at);
    const { source: given, colno: place } = val.MultiAssignRef;
    const [source, colno] = [(0,grammar_tree/* present */.Eb)(given), (0,grammar_tree/* present */.Eb)(place)];
    if ('RowExpr' in source) {
        const part = source.RowExpr.args?.[colno - 1];
        return part === undefined || hasStar(source.RowExpr.args) ? at.run.walk.expression(source, at) : at.run.walk.expression(part, at);
    }
    if (!('SubLink' in source) || source.SubLink.subselect === undefined)
        return at.run.walk.expression(source, at);
    const shape = at.run.walk.query(source.SubLink.subselect, at);
    return shape.rest === null ? (shape.columns[colno - 1]?.value ?? LOST) : shape.any();
}
function hasStar(nodes) {
    return (0,grammar_tree/* nodesIn */.vx)(nodes).some((node) => 'ColumnRef' in node && (0,grammar_tree/* nodesIn */.vx)(node.ColumnRef.fields).some((field) => 'A_Star' in field));
}
function onConflict(clause, target, stored, at) {
    const { infer } = clause;
    const conditions = filtering(at);
    for (const node of (0,grammar_tree/* every */.Si)('IndexElem', infer?.indexElems)) {
        const { name, expr } = node;
        if (name !== undefined)
            use(target.shape.find(name) ?? LOST, conditions);
        if (expr !== undefined)
            at.run.walk.expression(expr, conditions);
    }
    if (infer?.whereClause !== undefined)
        conditionValue(infer.whereClause, at);
    if (clause.action !== 'ONCONFLICT_UPDATE')
        return;
    // `excluded` holds the row that was to be inserted, with its generated columns: these come from any of the others.
    const any = computed([...stored.values()]);
    const pick = (name) => ({ ...(stored.get(name) ?? any), type: target.shape.listed(name)?.type ?? TYPE.unknown });
    const shape = target.shape.rest === null
        ? new Shape(target.shape.columns.map(({ name }) => ({ name, value: pick(name) })))
        : new Shape([], { rest: any, pick });
    const frame = (0,grammar_tree/* present */.Eb)(at.frame);
    frame.sources.push({ alias: 'excluded', qualified: null, item: { shape, relation: null, filtered: false }, locks: [] });
    const changed = assignments(clause.targetList, target, at);
    frame.sources.pop();
    store_noteWrite(target, 'write', [...changed.keys()], at.run.builder);
    for (const [name, value] of changed)
        alsoStored(stored, name, value);
    if (clause.whereClause === undefined)
        return;
    frame.sources.push({ alias: 'excluded', qualified: null, item: { shape, relation: null, filtered: false }, locks: [] });
    conditionValue(clause.whereClause, at);
    frame.sources.pop();
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/merge.js







/** The rows that a MERGE returns. */
function mergeShape(merge, outer) {
    const { at, frame } = enter(merge, outer);
    frame.items.push(fromItem((0,grammar_tree/* present */.Eb)(merge.sourceRelation), frame, at));
    const target = enterTarget((0,grammar_tree/* present */.Eb)(merge.relation), frame, at);
    const where = conditioned(merge, at);
    const joined = narrows(merge.joinCondition, target, where);
    const merging = { target, stored: new Map(), at, where, joined };
    const actions = (0,grammar_tree/* every */.Si)('MergeWhenClause', merge.mergeWhenClauses);
    if (actions.filter(setsFromQuery).length > 1)
        at.run.builder.forbid('PostgreSQL (15.18 and 18.4) mixes up what actions of one MERGE set by `(a, b) = (SELECT …)`: it stores values in columns of the other action, or crashes; write each column\'s value by itself');
    for (const node of actions)
        action(node, merging);
    return returned(merge.returningClause, { target, stored: merging.stored, frame, at });
}
// `UPDATE SET (a, b) = (SELECT …)`: what the query gives is kept in places that are numbered by action, as if there were but one.
function setsFromQuery({ targetList }) {
    return (0,grammar_tree/* every */.Si)('ResTarget', targetList).some(({ val }) => val !== undefined && 'MultiAssignRef' in val && !('RowExpr' in (0,grammar_tree/* present */.Eb)(val.MultiAssignRef.source)));
}
function conditioned({ relation, sourceRelation }, at) {
    return { at, rangeVar: (0,grammar_tree/* present */.Eb)(relation), from: [(0,grammar_tree/* present */.Eb)(sourceRelation)] };
}
function action(when, merging) {
    const { target, at, where } = merging;
    const { builder } = at.run;
    const narrow = narrows(when.condition, target, where) || (when.matchKind === 'MERGE_WHEN_MATCHED' && merging.joined);
    switch (when.commandType) {
        case 'CMD_INSERT':
            return insert(when, merging);
        case 'CMD_UPDATE': {
            const changed = assignments(when.targetList, target, at);
            keep(changed, merging);
            store_noteWrite(target, 'write', [...changed.keys()], builder);
            if (!narrow)
                store_noteWrite(target, 'destroy', [...changed.keys()], builder);
            return;
        }
        case 'CMD_DELETE':
            return store_noteWrite(target, narrow ? 'write' : 'destroy', [], builder);
        default:
            if (when.commandType !== 'CMD_NOTHING')
                builder.unknown('an action of MERGE is not one that we know');
    }
}
function insert(when, merging) {
    const { target, at } = merging;
    const columns = when.targetList === undefined ? null : targetColumns(when.targetList, at);
    const values = rowValues((0,grammar_tree/* nodesIn */.vx)(when.values), at);
    const brought = incoming(target, columns, values === null ? LOST_SHAPE : new Shape(values.map((value) => ({ name: '', value }))));
    for (const [column, value] of brought)
        store(target, column, value, at.run.builder);
    keep(brought, merging);
    store_noteWrite(target, 'insert', columns ?? ['*'], at.run.builder);
}
function keep(values, { stored }) {
    for (const [name, value] of values)
        alsoStored(stored, name, value);
}

;// CONCATENATED MODULE: ./lib/parse/sql/query/query.js










const WALK = { expression: expression, query };
/**
 * Resolves a query into a builder and returns its output columns: null when it returns no rows, `'unknown'` when what it returns can't be
 * told. Without a catalog a column named `*` stands for all of some relation's.
 */
function resolveQuery(node, builder, { runs = false, blindly = false, retyped } = {}) {
    const run = new Run(builder, WALK);
    run.retyped = retyped ?? null;
    run.blindly = blindly;
    if (runs)
        noteCalls(node, run);
    const shape = guarded(run, () => query(node, { run, frame: null, ctes: null, filter: false })) ?? LOST_SHAPE;
    const outputs = returnsRows(node) ? outputsOf(shape, builder) : null;
    const into = 'SelectStmt' in node ? leftmost(node.SelectStmt).intoClause : undefined;
    if (into === undefined)
        return outputs;
    storeInto(into, outputs, builder);
    return null;
}
/** Resolves an expression that stands on its own: DEFAULT, CHECK, an argument of CALL or EXECUTE. Of columns in it no more is known than their type. */
function resolveExpression(node, builder, defined) {
    const run = new Run(builder, WALK);
    return expression(node, { run, frame: defined === null ? null : frameOf(defined), ctes: null, filter: false });
}
function frameOf({ alias, qualified, types }) {
    const frame = new Frame(null);
    const columns = Array.from(types, ([name, type]) => ({ name, value: { ...LOST, type } }));
    const item = { shape: new Shape(columns, { rest: LOST }), relation: null, filtered: false };
    frame.items.push(item);
    frame.sources.push({ alias, qualified, item, locks: [] });
    return frame;
}
// INVARIANT: a fault in here never passes for an understood statement.
function guarded(run, work) {
    try {
        return work();
    }
    catch (thrown) {
        run.builder.unknown(`it could not be followed: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return null;
    }
}
function query(node, at) {
    const entered = at.run.enter();
    const shape = entered ? query_dispatch(node, at) : LOST_SHAPE;
    at.run.leave();
    return shape;
}
function query_dispatch(node, at) {
    if ('SelectStmt' in node)
        return selectShape(node.SelectStmt, at);
    if ('InsertStmt' in node)
        return insertShape(node.InsertStmt, at);
    if ('UpdateStmt' in node)
        return updateShape(node.UpdateStmt, at);
    if ('DeleteStmt' in node)
        return deleteShape(node.DeleteStmt, at);
    if ('MergeStmt' in node)
        return mergeShape(node.MergeStmt, at);
    at.run.builder.unknown(`a query of kind \`${(0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0])}\` is not one that we know`);
    return LOST_SHAPE;
}
function returnsRows(node) {
    if ('InsertStmt' in node)
        return node.InsertStmt.returningClause !== undefined;
    if ('UpdateStmt' in node)
        return node.UpdateStmt.returningClause !== undefined;
    if ('DeleteStmt' in node)
        return node.DeleteStmt.returningClause !== undefined;
    if ('MergeStmt' in node)
        return node.MergeStmt.returningClause !== undefined;
    return true;
}
function outputsOf(shape, builder) {
    const outputs = shape.columns.map(({ name, value }) => ({ name, origins: value.origins, direct: value.direct }));
    if (shape.rest === null)
        return outputs;
    // With a catalog positions matter, and one of them not known makes all unknown.
    return builder.scope.catalog === null ? [...outputs, { name: '*', origins: shape.rest.origins, direct: false }] : 'unknown';
}
function leftmost(select) {
    let left = select;
    while (left.larg !== undefined)
        left = left.larg;
    return left;
}
// `SELECT set_config(…)`: without FROM and conditions its targets are computed once, each. `… FROM pg_settings WHERE name = 'x'`: once,
// where the server has such a setting.
function noteCalls(node, run) {
    if (!('SelectStmt' in node))
        return;
    const { targetList, op, limitOption: _option, fromClause, whereClause, ...rest } = node.SelectStmt;
    if ((op !== undefined && op !== 'SETOP_NONE') || Object.keys(rest).length > 0)
        return;
    const setting = fromClause === undefined || whereClause === undefined ? null : settingAskedFor(fromClause, whereClause);
    for (const target of (0,grammar_tree/* nodesIn */.vx)(targetList)) {
        if (!('ResTarget' in target) || target.ResTarget.val === undefined || !('FuncCall' in target.ResTarget.val))
            continue;
        const call = target.ResTarget.val.FuncCall;
        if (setting !== null)
            run.forSetting.set(call, setting);
        else if (fromClause === undefined && whereClause === undefined)
            run.certain.add(call);
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/redefinitions.js






/** ALTER TABLE commands after which the table is read and written as before. */
const PLAIN_COMMANDS = new Set([
    'AT_AddColumn', 'AT_EnableRowSecurity', 'AT_AddConstraint', 'AT_ValidateConstraint', 'AT_DropConstraint', 'AT_SetNotNull', 'AT_DropNotNull', 'AT_ColumnDefault', 'AT_AlterColumnType', 'AT_DropColumn',
]);
/** After which writing to it runs no more than the catalog shows. */
const DISABLES = new Set(['AT_DisableTrig', 'AT_DisableTrigAll', 'AT_DisableTrigUser']);
/** After which writing to it runs what the catalog shows as switched off. */
const ENABLES = new Set(['AT_EnableTrig', 'AT_EnableAlwaysTrig', 'AT_EnableReplicaTrig', 'AT_EnableTrigAll', 'AT_EnableTrigUser']);
/** Statements that give relations other names: where their data goes is where it is found from now on. */
const MOVES = new Set(['RenameStmt', 'AlterObjectSchemaStmt']);
/** What names that are no relation's stand for. */
const NAMES = new Map([['function', 'callable'], ['operator', 'callable'], ['type', 'type'], ['cast', 'cast']]);
/** Hold other statements, which say it for themselves, or which do not run now. */
const HOLDERS = new Set(['DoStmt', 'CreateFunctionStmt', 'CallStmt']);
/** Notes what a statement redefines, once its handler has noted everything else. */
function noteRedefined(tag, fields, builder) {
    if (tag === 'CreateFunctionStmt')
        noteNames(tag, fields, builder);
    if (HOLDERS.has(tag) || !builder.defines())
        return;
    if (takesAlong(tag, fields))
        builder.redefine([{ relation: '', into: 'anything' }]);
    if (tag === 'AlterTableStmt' && commandsOf(fields).every((subtype) => DISABLES.has(subtype)))
        return;
    const into = redefinitions_becomes(tag, fields);
    const plain = into === 'table' && hasPlainColumns(tag, fields, builder) ? { plain: true } : {};
    const columns = into === 'table' ? redefinitions_columnsOf(tag, fields, builder) : null;
    const computed = tag === 'CreateStmt' && makesIndexes(fields) ? { computed: true } : {};
    if (tag === 'AlterTableStmt' && commandsOf(fields).some((subtype) => subtype === 'AT_EnableRowSecurity' || subtype === 'AT_ForceRowSecurity'))
        noteGuarded(builder);
    for (const { effect, object, type } of builder.accesses()) {
        if (effect !== 'schema' && effect !== 'destroy')
            continue;
        // All relations of a schema get other names with it.
        if (type === 'schema' && tag === 'RenameStmt')
            return builder.redefine(null);
        if (type === 'relation' && object !== null)
            builder.redefine([{ relation: object, into, ...plain, ...computed, ...(columns === null ? {} : { columns }) }]);
    }
    if (MOVES.has(tag))
        builder.redefine(builder.targets().map((relation) => ({ relation, into })));
    noteNames(tag, fields, builder);
}
// An operator or an aggregate is made of a function that was there, and a function gets another name, or one that PostgreSQL's own have: whoever
// calls them in the same message would be judged by what the catalog shows.
function noteNames(tag, fields, builder) {
    if (tag === 'DropStmt')
        return;
    const { newname } = fields;
    for (const { effect, object, type } of builder.accesses()) {
        const into = effect === 'schema' && object !== null ? NAMES.get((0,grammar_tree/* spelled */.uQ)(type)) : undefined;
        if (into === undefined || object === null)
            continue;
        builder.redefine([{ relation: object, into }, ...(typeof newname === 'string' ? [{ relation: (0,core_catalog/* canonicalName */.Ew)('', newname), into }] : [])]);
    }
}
// What else goes is not said: columns of other tables go with their type, or with a function that computes them, and where one is gone its name
// may mean the column of a query further out.
function takesAlong(tag, fields) {
    return tag === 'DropOwnedStmt' || fields['behavior'] === 'DROP_CASCADE' || (0,grammar_tree/* every */.Si)('AlterTableCmd', tag === 'AlterTableStmt' ? fields['cmds'] : []).some(({ behavior }) => behavior === 'DROP_CASCADE');
}
function commandsOf(fields) {
    return (0,grammar_tree/* every */.Si)('AlterTableCmd', fields['cmds']).map(({ subtype }) => subtype);
}
function noteGuarded(builder) {
    for (const { effect, object, type } of builder.accesses()) {
        if (effect === 'grant' && type === 'relation' && object !== null)
            builder.redefine([{ relation: object, into: 'guarded' }]);
    }
}
// A table that is no child and no partition, an index: what is written there stays there. What stands behind views, renames and rules is theirs to say.
function redefinitions_becomes(tag, fields) {
    switch (tag) {
        case 'CreateStmt':
            return ['inhRelations', 'partbound', 'ofTypename'].every((field) => fields[field] === undefined) ? 'table' : 'anything';
        case 'CreateTableAsStmt':
            return fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'anything';
        case 'AlterTableStmt':
            return fields['objtype'] === 'OBJECT_TABLE' ? altered(commandsOf(fields)) : 'anything';
        case 'DropStmt':
            return 'nothing';
        case 'CreateTrigStmt':
            return 'triggered';
        default:
            return tag === 'IndexStmt' || tag === 'SelectStmt' ? 'table' : 'anything';
    }
}
function altered(commands) {
    if (commands.every((subtype) => PLAIN_COMMANDS.has(subtype)))
        return 'table';
    return commands.every((subtype) => ENABLES.has(subtype) || DISABLES.has(subtype)) ? 'triggered' : 'anything';
}
// Of expressions: those of keys are columns.
function makesIndexes(fields) {
    return (0,grammar_tree/* nodesIn */.vx)(fields['tableElts']).some((node) => 'TableLikeClause' in node || ('Constraint' in node && node.Constraint.contype === 'CONSTR_EXCLUSION'));
}
/** Forms of ALTER TABLE that give, change or take columns. */
const COLUMN_COMMANDS = new Set(['AT_AddColumn', 'AT_AlterColumnType', 'AT_DropColumn']);
// Types of the columns that it gives a table, of whatever kind; null: nothing can be said.
function redefinitions_columnsOf(tag, fields, { scope }) {
    if (tag === 'IndexStmt')
        return {};
    if (tag === 'AlterTableStmt') {
        const cmds = (0,grammar_tree/* every */.Si)('AlterTableCmd', fields['cmds']).filter(({ subtype }) => COLUMN_COMMANDS.has(subtype));
        return Object.fromEntries(cmds.map(({ name = '', def }) => {
            const given = def !== undefined && 'ColumnDef' in def ? def.ColumnDef : null;
            return [given?.colname ?? name, typeOfColumn(given?.typeName, scope)];
        }));
    }
    const nodes = (0,grammar_tree/* nodesIn */.vx)(fields['tableElts']);
    // What a table looks like that it is to be like is not said here.
    if (tag !== 'CreateStmt' || nodes.some((node) => 'TableLikeClause' in node))
        return null;
    return Object.fromEntries(nodes.flatMap((node) => ('ColumnDef' in node && node.ColumnDef.typeName !== undefined ? [[(0,grammar_tree/* spelled */.uQ)(node.ColumnDef.colname), typeOfColumn(node.ColumnDef.typeName, scope)]] : [])));
}
function hasPlainColumns(tag, fields, builder) {
    const nodes = ((tag === 'CreateStmt' ? fields['tableElts'] : fields['cmds']) ?? []);
    const isPlain = (node) => node === undefined || 'Constraint' in node || ('ColumnDef' in node && isBuiltInType(node.ColumnDef.typeName, builder));
    if (tag === 'CreateStmt')
        return nodes.every(isPlain);
    if (tag === 'CreateTableAsStmt')
        return isOfPlainValues(builder);
    return tag === 'IndexStmt' || (tag === 'AlterTableStmt' && nodes.every((node) => 'AlterTableCmd' in node && isPlain(node.AlterTableCmd.def)));
}
// What a query returns is of the types of what it reads, or of types that it names; a function that nobody knows may return any.
function isOfPlainValues(builder) {
    const { scope } = builder;
    const unnamed = implicitFunctionsOf(scope.catalog);
    if (unnamed === null)
        return true;
    if (builder.kinds.size > 0 || builder.reasons().length > 0)
        return false;
    const isPlain = (relation) => relation !== null && scope.catalog?.relations.has(relation) === true && unnamed.columnTypes(relation, '*').length === 0 && !mayLookOtherwise([relation], scope);
    return builder.accesses().every(({ effect, object, type, assumed }) => effect !== 'read' || type === null || (type === 'relation' && !assumed && isPlain(object)));
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/place.js


const BLANK = { statement: 'UNKNOWN', text: '', redacted: '', tree: null, failure: null, start: 0, parameterCount: 0, batch: 1 };
/** Facts of a statement inside another, by themselves. It does not run now unless `inside` says so. */
function apart(node, place, inside = {}) {
    return gathered(place, inside, (within) => place.resolve(node, within));
}
/** Facts that `work` gathers in a builder of its own. */
function gathered(place, inside, work) {
    const builder = new FactsBuilder(inside.scope ?? place.builder.scope, place.parser, place.builder.budget, place.builder.kinds);
    work({ ...place, builder, depth: place.depth + 1, runs: inside.runs === true, text: (0,grammar_tree/* spelled */.uQ)(inside.text) });
    return builder.build(BLANK);
}
/** The scope of code inside of code: variables around it are out of its sight. */
function withoutVariables({ variables: _variables, ...scope }) {
    return scope;
}
/** Adds the facts of an inner statement to those of the outer one. */
function absorb(facts, builder, { flows = false, session = false, access: turn } = {}) {
    for (const inner of facts.accesses) {
        if (isNothing(inner))
            continue;
        const access = turn === undefined ? inner : turn(inner);
        if (access === null)
            continue;
        if (access.effect === 'unknown')
            for (const why of reasonsOf(access, facts))
                builder.unknown(why, access.object, access.type);
        else
            builder.access(access.effect, access.object, access.type, access);
    }
    for (const { name, class: cls } of facts.functions)
        builder.functionUse(name, cls);
    for (const text of facts.literals)
        builder.literal(text);
    for (const reason of facts.forbidden)
        builder.forbid(reason);
    for (const hazard of facts.hazards)
        builder.hazard(hazard);
    if (facts.redefines !== undefined)
        builder.redefine(facts.redefines);
    if (flows)
        for (const flow of facts.flows)
            builder.flow(flow);
    if (session)
        for (const effect of facts.session)
            builder.session(effect);
}
// Several reasons for one access were put together into one; they are told apart again, so that they are not told twice.
function reasonsOf({ why }, { unknown }) {
    const reasons = unknown.filter((reason) => why?.includes(reason) === true);
    return reasons.length > 0 ? reasons : [why ?? 'it holds a statement that is not understood'];
}
/** True for the access of a statement that touches nothing. */
function isNothing(access) {
    return access.effect === 'read' && access.object === null && access.type === null;
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/expressions.js




/** Notes what a condition on rows of a table reads and calls. */
function condition(node, over, place) {
    if (node === undefined)
        return;
    if (over === undefined)
        return void plainExpression(node, place);
    overTable(expressions_select(over, { whereClause: node }), place);
}
/**
 * Notes what an expression of a definition calls, and returns the table's columns in it: an index or a policy is made of them, which
 * alone tells nobody what is in them.
 */
function columnsIn(node, over, place) {
    if (node === undefined)
        return [];
    const { name } = names_relationOf(over, place.builder);
    const columns = [];
    overTable(expressions_select(over, { whereClause: node }), place, (access) => {
        if (access.effect !== 'read' || access.object !== name)
            return access;
        columns.push(...access.columns);
        return null;
    });
    return columns;
}
/** Notes what a value computed from a table's columns reads and calls; returns where it comes from, null when that can't be told. */
function computedOver(node, over, place) {
    const [output] = overTable(expressions_select(over, { targetList: [{ ResTarget: { val: node } }] }), place);
    return output?.origins ?? null;
}
/** Notes what an expression calls that has no rows in sight: DEFAULT, an argument, the CHECK of a table that is being made; returns its value. */
function plainExpression(node, { builder, defined }) {
    return node === undefined ? NOTHING : resolveExpression(node, builder, defined ?? null);
}
function expressions_select(over, parts) {
    return { SelectStmt: { fromClause: [{ RangeVar: over }], op: 'SETOP_NONE', limitOption: 'LIMIT_OPTION_DEFAULT', ...parts } };
}
function overTable(query, place, access = (same) => same) {
    let outputs = null;
    const facts = gathered(place, {}, (within) => {
        outputs = resolveQuery(query, within.builder, place.retyped === undefined ? {} : { retyped: place.retyped });
    });
    absorb(facts, place.builder, { access });
    return Array.isArray(outputs) ? outputs : [];
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/index-keys.js








/** A column or expression of an index: notes what it calls and what keeping it runs; returns the columns in it. */
function indexed({ name, expr, opclass }, { over, ...how }, place) {
    const { builder } = place;
    const named = namesOf(opclass).at(-1) ?? null;
    if (over === null) {
        plainExpression(expr, place);
        // A class that is named is the one that later rows are kept by.
        if (named !== null)
            noteIndexUse(NOTHING, { ...how, named }, builder);
        return [];
    }
    const columns = name === undefined ? columnsIn(expr, over, place) : [name];
    noteIndexUse(name === undefined ? computed([...columnNames(expr)].map((column) => index_functions_columnValue(column, over, builder))) : index_functions_columnValue(name, over, builder), { ...how, named }, builder);
    return columns;
}
/** Names of columns in an expression that holds no query; of a whole row the table's name, `*` when it has none. */
function columnNames(value, found = new Set()) {
    if (typeof value !== 'object' || value === null)
        return found;
    for (const [key, inner] of Object.entries(value)) {
        if (key === 'ColumnRef')
            found.add(namesOf(inner.fields).at(-1) ?? '*');
        else
            columnNames(inner, found);
    }
    return found;
}
/** The keys of a constraint on a table that has rows. */
function keys({ contype, keys: own, fk_attrs: from, pktable, pk_attrs: to }, over, { builder }) {
    if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE')
        for (const key of namesOf(own))
            noteIndexUse(index_functions_columnValue(key, over, builder), { method: 'btree', named: null }, builder);
    if (contype !== 'CONSTR_FOREIGN' || pktable === undefined)
        return;
    noteCompared(namesOf(from).map((key) => index_functions_columnValue(key, over, builder)), builder);
    if (to === undefined)
        noteFilled(pktable, builder);
    else
        noteCompared(namesOf(to).map((key) => index_functions_columnValue(key, pktable, builder)), builder);
}
/** Values of a type in whatever index the table has, or gets. `method`: null: any. */
function typeIndexed(typeName, method, builder) {
    const unnamed = implicitFunctionsOf(builder.scope.catalog);
    if (unnamed === null)
        return;
    const own = typesNamed(typeName, unnamed, builder);
    const type = typeOfCast(typeName, builder.scope);
    for (const one of own.length > 0 ? own : [type === TYPE.unknown ? TYPE.builtin : type])
        noteIndexUse({ ...NOTHING, type: one }, { method, named: null }, builder);
}
const KEYS = new Set(['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_FOREIGN']);
/** True when a column is defined as a key. */
function isKey(constraints) {
    return (0,grammar_tree/* nodesIn */.vx)(constraints).some((node) => 'Constraint' in node && KEYS.has(node.Constraint.contype));
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/create-table.js







/** Handlers of CREATE TABLE. */
const CREATE_TABLE_HANDLERS = {
    CreateStmt: (fields, place) => create(fields, place),
    CreateForeignTableStmt: ({ base, servername, options: _options }, place) => {
        create((0,grammar_tree/* present */.Eb)(base), place);
        touch('execute', plain(servername, 'server'), place.builder);
    },
};
function create(fields, place) {
    const { builder } = place;
    const target = (0,grammar_tree/* present */.Eb)(fields.relation);
    const named = newRelation(target, builder);
    touch('schema', named, builder);
    made(target, builder);
    const parents = (0,grammar_tree/* every */.Si)('RangeVar', fields.inhRelations).map((node) => relation(node, builder));
    for (const parent of parents)
        touch('schema', parent, builder);
    for (const node of (0,grammar_tree/* nodesIn */.vx)(fields.tableElts))
        generated(node, [named, ...parents], builder);
    for (const node of [...(0,grammar_tree/* nodesIn */.vx)(fields.tableElts), ...(0,grammar_tree/* nodesIn */.vx)(fields.constraints)])
        cascading(node, named.name, builder);
    const within = { ...place, defined: { alias: (0,grammar_tree/* spelled */.uQ)(target.relname), qualified: named.name, types: typesOf(fields.tableElts, place) } };
    for (const node of [...(0,grammar_tree/* nodesIn */.vx)(fields.tableElts), ...(0,grammar_tree/* nodesIn */.vx)(fields.constraints)])
        create_table_element(node, null, within);
    for (const node of (0,grammar_tree/* every */.Si)('PartitionElem', fields.partspec?.partParams))
        plainExpression(node.expr, within);
    create_table_bounds(fields.partbound, place);
    // Where it begins and ends is compared with the other partitions, and so are the rows of the one by default.
    if (fields.partbound !== undefined)
        for (const node of (0,grammar_tree/* every */.Si)('RangeVar', fields.inhRelations))
            noteFilled(node, builder);
}
// As written; columns that it has from elsewhere are of types that are not told here.
function typesOf(nodes, { builder: { scope } }) {
    const types = new Map();
    for (const node of (0,grammar_tree/* nodesIn */.vx)(nodes)) {
        if (!('ColumnDef' in node) || node.ColumnDef.typeName === undefined)
            continue;
        const { typeName } = node.ColumnDef;
        types.set((0,grammar_tree/* present */.Eb)(node.ColumnDef.colname), typeOfColumn(typeName, scope));
    }
    return types;
}
// A generated column will hold what its expression reads, in rows that nobody shows us: `x GENERATED ALWAYS AS (ssn)` in a child of
// `customers`. By name alone, since the table does not exist yet; the server allows no subquery and no whole row there.
function generated(node, family, builder) {
    if (!('ColumnDef' in node))
        return;
    const { colname, constraints } = node.ColumnDef;
    for (const given of (0,grammar_tree/* every */.Si)('Constraint', constraints)) {
        if (given.contype !== 'CONSTR_GENERATED')
            continue;
        const columns = [...columnNames(given.raw_expr)];
        const origins = family.flatMap(({ name }) => columns.map((column) => ({ relation: name, column })));
        if (origins.length > 0)
            builder.flow({ target: { relation: family[0].name, column: (0,grammar_tree/* present */.Eb)(colname) }, origins, computed: true });
    }
}
/** Data that foreign keys of a column, or one of a table, will move. */
function cascading(node, own, builder) {
    if ('Constraint' in node)
        return cascades(node.Constraint, own, null, builder);
    if (!('ColumnDef' in node))
        return;
    const { colname, constraints } = node.ColumnDef;
    for (const given of (0,grammar_tree/* every */.Si)('Constraint', constraints))
        cascades(given, own, (0,grammar_tree/* present */.Eb)(colname), builder);
}
/** Notes that a relation was made: a temporary one shadows others of its name. */
function made({ relpersistence, schemaname, relname }, builder) {
    builder.session({ kind: 'ddl' });
    if (relpersistence === 't' || schemaname === 'pg_temp')
        builder.session({ kind: 'temp', name: (0,grammar_tree/* present */.Eb)(relname) });
}
/** Which rows are a partition's: what that calls is called now, and its value can be read in the catalog from then on. */
function create_table_bounds({ listdatums = [], lowerdatums = [], upperdatums = [] } = {}, place) {
    for (const node of [...listdatums, ...lowerdatums, ...upperdatums]) {
        // MINVALUE and MAXVALUE look like columns, and there are none to refer to.
        if (!('ColumnRef' in node))
            byItself(node, place, 'the bounds of a partition');
    }
}
/** A column, constraint or LIKE of a table's definition. `over`: the table, when it exists already and has rows. */
function create_table_element(node, over, place) {
    if ('ColumnDef' in node)
        return create_table_column(node.ColumnDef, over, place);
    if ('Constraint' in node)
        return create_table_constraint(node.Constraint, over, place);
    if ('TableLikeClause' in node)
        return touch('read', relation(node.TableLikeClause.relation, place.builder), place.builder);
    place.builder.unknown(`a table element of kind \`${(0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0])}\` is not one that we know`);
}
function create_table_column({ raw_default: byDefault, constraints }, over, place) {
    byItself(byDefault, place);
    for (const node of (0,grammar_tree/* every */.Si)('Constraint', constraints))
        create_table_constraint(node, over, place);
}
/** A DEFAULT: what it calls. Its value is stored in rows that nobody shows us, such as a large object that it reads. `kept`: where, for people. */
function byItself(expression, place, kept = 'a default') {
    let origins = [];
    const facts = gathered(place, {}, (within) => {
        ({ origins } = plainExpression(expression, within));
    });
    absorb(facts, place.builder);
    // What nobody understands is for people to look at anyway.
    if (origins?.length !== 0 && facts.unknown.length === 0)
        place.builder.flow({ target: { relation: kept, column: '*' }, origins });
}
/** A constraint: what it calls, what it asks of rows that exist, and the table that it refers to. */
function create_table_constraint(given, over, place) {
    const { contype, raw_expr: expression, pktable, pk_attrs: referenced, exclusions, where_clause: where, access_method: method = 'btree', options } = given;
    const { builder } = place;
    // A DEFAULT sees no columns; a CHECK on rows that exist tells by failing what is in them.
    if (contype === 'CONSTR_DEFAULT')
        byItself(expression, place);
    else if (over === null)
        plainExpression(expression, place);
    else
        condition(expression, over, place);
    if (over === null)
        plainExpression(where, place);
    else
        condition(where, over, place);
    for (const { items } of (0,grammar_tree/* every */.Si)('List', exclusions)) {
        const [index] = (0,grammar_tree/* every */.Si)('IndexElem', items?.slice(0, 1));
        if (over !== null)
            condition((0,grammar_tree/* present */.Eb)(index).expr, over, place);
        indexed((0,grammar_tree/* present */.Eb)(index), { over, method, excludes: true }, place);
    }
    if (over !== null)
        keys(given, over, place);
    if (contype === 'CONSTR_IDENTITY')
        numbering(options, builder);
    // The referenced table gets triggers and a lock: it is altered, too.
    if (pktable !== undefined)
        touch('schema', { ...relation(pktable, builder), columns: names(referenced) }, builder);
}
// With ON UPDATE CASCADE a key that changes is written into the rows that refer to it. `column`: the one that the constraint stands at.
function cascades(given, own, column, builder) {
    const { contype, pktable, pk_attrs: referenced, fk_attrs: referring, fk_upd_action: action } = given;
    if (contype !== 'CONSTR_FOREIGN' || action !== 'c')
        return;
    const { name } = relation(pktable, builder);
    const [from, into] = [names(referenced), column === null ? names(referring) : [column]];
    // The columns of the primary key, when none are named.
    for (const [at, each] of into.entries())
        builder.flow({ target: { relation: own, column: each }, origins: [{ relation: name, column: from[at] ?? '*' }] });
}
// The sequence of an identity is the table's affair, unless it is given a name: that may be in any schema.
function numbering(options, builder) {
    for (const { defname, arg } of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        if (defname !== 'sequence_name')
            continue;
        const name = arg;
        touch('schema', newRelation(rangeOf(names(name?.List?.items)), builder, 'OBJECT_SEQUENCE'), builder);
    }
}
function names(nodes) {
    return (0,grammar_tree/* every */.Si)('String', nodes).map((node) => (0,grammar_tree/* spelled */.uQ)(node.sval));
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/same-value.js



// text, varchar, bpchar, name
const same_value_TEXTS = new Set([25, 1043, 1042, 19]);
const same_value_JSON_TYPES = new Set([114, 3802]);
/** True for a type whose values every mask turns into NULL. */
function hidesAll(type) {
    return type > 0 && type < core_catalog/* FIRST_USER_OID */.ku && !same_value_TEXTS.has(type) && !same_value_JSON_TYPES.has(type);
}
/** True for a column that holds text, also as another type that does: `email` and `email::text`, but not `email::varchar(3)`. */
function isText(expression, rangeVar, builder) {
    if ('TypeCast' in expression) {
        const { arg, typeName } = expression.TypeCast;
        return arg !== undefined && typeName?.typmods === undefined && same_value_TEXTS.has(typeOfColumn(typeName, builder.scope)) && isText(arg, rangeVar, builder);
    }
    if (!('ColumnRef' in expression))
        return false;
    const name = namesOf(expression.ColumnRef.fields).at(-1);
    const type = names_relationOf(rangeVar, builder).relation?.columns.find((column) => column.name === name)?.typeOid ?? 0;
    return builder.scope.catalog === null || same_value_TEXTS.has(type);
}
/** True for a column as any type at all. */
function isColumnOfAnyType(expression) {
    if ('TypeCast' in expression)
        return expression.TypeCast.arg !== undefined && expression.TypeCast.typeName?.typmods === undefined && isColumnOfAnyType(expression.TypeCast.arg);
    return 'ColumnRef' in expression;
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/alter-table.js














/** Handlers of ALTER TABLE, and of moving all tables of a tablespace. */
const ALTER_TABLE_HANDLERS = {
    AlterTableStmt: alter,
    AlterTableMoveAllStmt: ({ orig_tablespacename: from, new_tablespacename: to }, { builder }) => {
        touchAll('schema', plain(from, 'tablespace'), null, builder);
        touch('schema', plain(to, 'tablespace'), builder);
        builder.lock('ACCESS EXCLUSIVE');
        builder.rewrite(true);
        builder.session({ kind: 'ddl' });
    },
};
/** Subcommands that compare rows, or bounds of partitions, without writing anything. */
const alter_table_COMPARES = new Set(['AT_ValidateConstraint', 'AT_AttachPartition']);
function alter({ relation: target, cmds, objtype }, place) {
    const { builder } = place;
    const rangeVar = (0,grammar_tree/* present */.Eb)(target);
    const altered = { place: { ...place, retyped: retypedBy(cmds, rangeVar, builder) }, rangeVar, named: relation(rangeVar, builder, objtype) };
    const done = [];
    for (const node of (0,grammar_tree/* every */.Si)('AlterTableCmd', cmds)) {
        const subtype = (0,grammar_tree/* present */.Eb)(node.subtype);
        const known = ALTER_COMMANDS[subtype];
        if (known === undefined)
            builder.unknown(`\`${subtype}\` is not a form of ALTER TABLE that we know`, altered.named.name, altered.named.type);
        else
            done.push(alter_table_command(node, known, altered));
    }
    builder.session({ kind: 'ddl' });
    // Rows that are written again are put into the indexes again.
    if (done.some((one) => one.rewrite !== false) || (0,grammar_tree/* every */.Si)('AlterTableCmd', cmds).some(({ subtype }) => alter_table_COMPARES.has(subtype)))
        noteFilled(rangeVar, builder);
    if (done.length > 0)
        summarize(done, builder);
}
// Whatever the order in which it is written, conditions are read when columns have their new types.
function retypedBy(cmds, rangeVar, builder) {
    const retyped = new Map();
    const table = names_relationOf(rangeVar, builder);
    for (const node of (0,grammar_tree/* every */.Si)('AlterTableCmd', cmds)) {
        const { subtype, name = '', def } = node;
        const given = def !== undefined && 'ColumnDef' in def ? def.ColumnDef : null;
        if (given === null && subtype !== 'AT_DropColumn')
            continue;
        const column = given?.colname ?? name;
        const type = typeOfColumn(given?.typeName, builder.scope);
        const before = table.relation?.columns.find((one) => one.name === column)?.typeOid ?? (table.certain ? type : columnTypeSince(table.name, column, builder.scope) || type);
        retyped.set(column, before === type && (retyped.get(column) ?? type) === type ? type : TYPE.unknown);
    }
    return retyped;
}
function summarize(done, builder) {
    builder.lock(strongest(done.map(({ lock }) => lock)));
    if (done.some(({ rewrite }) => rewrite === true))
        builder.rewrite(true);
    else if (done.every(({ rewrite }) => rewrite === false))
        builder.rewrite(false);
}
function strongest(locks) {
    return (0,grammar_tree/* present */.Eb)(LOCKS[Math.max(...locks.map((lock) => LOCKS.indexOf(lock)))]);
}
function alter_table_command(cmd, known, altered) {
    const { place, named } = altered;
    const columns = columnOf(cmd);
    touch(known.effect, columns === null ? named : { ...named, columns: [columns] }, place.builder);
    // Dropping with CASCADE takes along what we can't name.
    if (cmd.behavior === 'DROP_CASCADE')
        place.builder.access(known.effect, null, 'relation');
    if (cmd.newowner !== undefined)
        touch('grant', role(cmd.newowner), place.builder);
    return cmd.def === undefined ? known : definition(cmd, cmd.def, { known, altered });
}
const BY_COLUMN = new Set([
    'AT_ColumnDefault', 'AT_DropNotNull', 'AT_SetNotNull', 'AT_SetExpression', 'AT_DropExpression', 'AT_SetStatistics', 'AT_SetOptions', 'AT_ResetOptions', 'AT_SetStorage',
    'AT_SetCompression', 'AT_DropColumn', 'AT_AlterColumnType', 'AT_AlterColumnGenericOptions', 'AT_AddIdentity', 'AT_SetIdentity', 'AT_DropIdentity',
]);
function columnOf({ subtype, name, def }) {
    if (subtype === 'AT_AddColumn')
        return (0,grammar_tree/* spelled */.uQ)((0,grammar_tree/* theOne */.Qz)('ColumnDef', def).colname);
    return BY_COLUMN.has(String(subtype)) ? (name ?? null) : null;
}
function definition(cmd, def, { known, altered }) {
    const { place, rangeVar } = altered;
    switch (cmd.subtype) {
        case 'AT_SetRelOptions':
        case 'AT_ResetRelOptions':
            return options((0,grammar_tree/* theOne */.Qz)('List', def).items, known, altered);
        case 'AT_AddColumn':
            cascading(def, altered.named.name, place.builder);
            return addColumn((0,grammar_tree/* theOne */.Qz)('ColumnDef', def), known, altered);
        case 'AT_AlterColumnType':
            retype((0,grammar_tree/* present */.Eb)(cmd.name), (0,grammar_tree/* theOne */.Qz)('ColumnDef', def), altered);
            return known;
        case 'AT_SetExpression':
            moves((0,grammar_tree/* present */.Eb)(cmd.name), def, altered);
            return known;
        case 'AT_ColumnDefault':
            byItself(def, place);
            return known;
        case 'AT_AddIdentity':
        case 'AT_AddConstraint':
            create_table_constraint((0,grammar_tree/* theOne */.Qz)('Constraint', def), rangeVar, place);
            cascading(def, altered.named.name, place.builder);
            return (0,grammar_tree/* theOne */.Qz)('Constraint', def).contype === 'CONSTR_FOREIGN' ? { ...known, lock: 'SHARE ROW EXCLUSIVE' } : known;
        case 'AT_AddInherit':
        case 'AT_DropInherit':
            kinship((0,grammar_tree/* theOne */.Qz)('RangeVar', def), cmd.subtype === 'AT_DropInherit', altered);
            return known;
        case 'AT_AttachPartition':
        case 'AT_DetachPartition':
        case 'AT_DetachPartitionFinalize':
            return partition(cmd, def, { known, altered });
        default:
            return known;
    }
}
// `security_invoker` says whose rights a view reads with, `security_barrier` who sees what its conditions leave out.
function options(nodes, known, { named, place }) {
    const names = (0,grammar_tree/* every */.Si)('DefElem', nodes).map(({ defname }) => (0,grammar_tree/* spelled */.uQ)(defname));
    if (names.some((name) => name.startsWith('security_')))
        touch('grant', named, place.builder);
    return names.every((name) => name.startsWith('autovacuum_') || LIGHT_OPTIONS.has(name)) ? { ...known, lock: 'SHARE UPDATE EXCLUSIVE' } : known;
}
function addColumn(column, known, altered) {
    const { place, rangeVar } = altered;
    let rewrite = rewriteOfType(namesOf(column.typeName?.names));
    // Rows that are there get a value of the type, NULL at least.
    noteTyped(column.typeName, place.builder);
    if (isKey(column.constraints))
        typeIndexed(column.typeName, 'btree', place.builder);
    for (const node of (0,grammar_tree/* every */.Si)('Constraint', column.constraints)) {
        const { contype, raw_expr: expression, generated_kind: kind } = node;
        if (contype === 'CONSTR_GENERATED' && expression !== undefined)
            moves((0,grammar_tree/* present */.Eb)(column.colname), expression, altered);
        if (contype === 'CONSTR_IDENTITY' || (contype === 'CONSTR_GENERATED' && kind !== 'v'))
            rewrite = true;
        else if (contype === 'CONSTR_DEFAULT' && rewrite === false)
            rewrite = rewriteOfDefault(expression);
        if (contype === 'CONSTR_DEFAULT' && expression !== undefined)
            castTo(column.typeName, plainExpression(expression, { ...place, builder: new FactsBuilder(place.builder.scope, place.parser, place.builder.budget) }), place.builder, false);
    }
    create_table_element({ ColumnDef: { ...column, constraints: (0,grammar_tree/* every */.Si)('Constraint', column.constraints).filter(({ contype }) => contype !== 'CONSTR_GENERATED').map((Constraint) => ({ Constraint })) } }, rangeVar, place);
    return { ...known, rewrite };
}
// A `serial` is a DEFAULT that gives each row its own; a type of somebody's may be a domain, with conditions on rows.
function rewriteOfType(names) {
    const [schema, name] = names.length > 1 ? names : [undefined, names[0]];
    if (schema === undefined && SERIAL_TYPES.has((0,grammar_tree/* spelled */.uQ)(name)))
        return true;
    return (schema === undefined || schema === 'pg_catalog') && PLAIN_TYPES.has((0,grammar_tree/* spelled */.uQ)(name)) ? false : null;
}
// What is the same for all rows is kept once for all of them; what may differ is computed for each.
function rewriteOfDefault(node) {
    if (node === undefined || 'A_Const' in node || 'SQLValueFunction' in node)
        return false;
    if ('TypeCast' in node)
        return rewriteOfDefault(node.TypeCast.arg);
    if (!('FuncCall' in node))
        return null;
    const names = namesOf(node.FuncCall.funcname);
    const name = names.length === 1 || names[0] === 'pg_catalog' ? (0,grammar_tree/* spelled */.uQ)(names.at(-1)) : '';
    return PER_ROW.has(name) ? true : PER_STATEMENT.has(name) ? false : null;
}
// Without USING the server looks for a cast by itself.
function retype(name, { raw_default: using, typeName }, altered) {
    typeIndexed(typeName, null, altered.place.builder);
    const { retyped: _later, ...place } = altered.place;
    // It is read while columns are what they were.
    const itself = { ColumnRef: { fields: [{ String: { sval: name } }] } };
    const showsNothing = hidesAll(typeOfColumn(typeName, place.builder.scope));
    if (using !== undefined)
        return moves(name, { TypeCast: { arg: using, typeName: (0,grammar_tree/* present */.Eb)(typeName) } }, { ...altered, place }, showsNothing);
    if (!showsNothing && !isText(itself, altered.rangeVar, place.builder))
        moves(name, itself, { ...altered, place });
    const { builder } = place;
    const { relation: known, certain } = names_relationOf(altered.rangeVar, builder);
    const type = certain && !builder.scope.stale ? known?.columns.find((column) => column.name === name)?.typeOid : undefined;
    castTo(typeName, type === undefined ? LOST : { ...NOTHING, type }, builder, false);
}
// What a column is computed from is stored in it. A longer text of the same column is no new value, unless it is made of it; of another type it is
// shown otherwise: `born::date::text` begins with the year or with the day. Of types that masks turn into NULL nothing is shown.
function moves(column, expression, { place, rangeVar, named }, showsNothing = false) {
    const all = computedOver(expression, rangeVar, place);
    const isSame = isText(expression, rangeVar, place.builder) || (showsNothing && isColumnOfAnyType(expression));
    const origins = all?.filter((origin) => !isSame || origin.relation !== named.name || origin.column !== column) ?? null;
    if (named.name !== null && origins?.length !== 0)
        place.builder.flow({ target: { relation: named.name, column }, origins, ...(isSame ? {} : { computed: true }) });
}
function partition(cmd, def, { known, altered }) {
    const { place, named } = altered;
    const { name: part, concurrent, bound } = (0,grammar_tree/* theOne */.Qz)('PartitionCmd', def);
    const name = (0,grammar_tree/* present */.Eb)(part);
    create_table_bounds(bound, place);
    const child = relation(name, place.builder, named.type === 'index' ? 'OBJECT_INDEX' : 'OBJECT_TABLE');
    touch('schema', child, place.builder);
    if (alter_table_COMPARES.has(cmd.subtype))
        noteFilled(name, place.builder);
    if (named.type === 'relation')
        leaves(child.name, named.name, { attached: cmd.subtype === 'AT_AttachPartition', builder: place.builder });
    return concurrent === true ? { ...known, lock: 'SHARE UPDATE EXCLUSIVE' } : known;
}
function kinship(rangeVar, ends, { place, named }) {
    const parent = relation(rangeVar, place.builder);
    touch('schema', parent, place.builder);
    leaves(named.name, parent.name, { attached: !ends, builder: place.builder });
}
// A child is protected as its parent is, and no longer when it leaves; rows of a new child are read through the parent.
function leaves(child, parent, { attached, builder }) {
    const [from, to] = attached ? [child, parent] : [parent, child];
    builder.flow({ target: { relation: to, column: '*' }, origins: [{ relation: from, column: '*' }] });
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/declarations.js

/** Texts of the initial values of variables called `names`. Throws INTERNAL when the source can't be scanned. */
function initialValues(source, names, parser) {
    if (names.size === 0)
        return [];
    const tokens = (0,grammar_tree/* present */.Eb)(parser.tokens(source)).filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT');
    const bytes = Buffer.from(source, 'utf8');
    return declarations(tokens).flatMap((declaration) => {
        const [name, ...rest] = declaration;
        const at = rest.findIndex(({ text }) => text === ':=' || text === '=' || text.toLowerCase() === 'default');
        const [first, last] = [rest[at + 1], rest.at(-1)];
        if (name === undefined || at < 0 || first === undefined || last === undefined || !isOneOf(name.text, names))
            return [];
        return [bytes.toString('utf8', first.start, last.end)];
    });
}
/** The two sides of an assignment (`a[1] := f(2)`, `x = 3`). Throws INTERNAL when it is none. */
function splitAssignment(text, parser) {
    const sql = Buffer.from(text, 'utf8');
    let depth = 0;
    const sign = (0,grammar_tree/* present */.Eb)(parser.tokens(text)).find(({ text: token }) => {
        if (token === '(' || token === '[')
            depth += 1;
        else if (token === ')' || token === ']')
            depth -= 1;
        return depth === 0 && (token === ':=' || token === '=');
    });
    const { start, end } = (0,grammar_tree/* present */.Eb)(sign);
    return [sql.toString('utf8', 0, start), sql.toString('utf8', end)];
}
// From each DECLARE to the BEGIN after it, cut at semicolons. A column called `declare` only makes a section too many.
function declarations(tokens) {
    const found = [];
    let current = null;
    for (const token of tokens) {
        const word = token.text.toLowerCase();
        if (word === 'declare')
            current = [];
        else if (current === null)
            continue;
        else if (word === 'begin')
            current = null;
        else if (word === ';') {
            found.push(current);
            current = [];
        }
        else
            current.push(token);
    }
    return found;
}
function isOneOf(written, names) {
    return names.has(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/plpgsql.js









/** Constructs whose parts say all that they do. */
const UNDERSTOOD = new Set(`function var row rec recfield alias type expr stmt_block stmt_assign stmt_if if_elsif stmt_loop stmt_while stmt_fori stmt_fors stmt_forc stmt_foreach_a
  stmt_exit stmt_return stmt_return_next stmt_return_query stmt_raise raise_option stmt_assert stmt_execsql stmt_getdiag diag_item stmt_open
  stmt_fetch stmt_close stmt_perform stmt_call stmt_case case_when exception_block exception condition`
    .trim().split(/\s+/).map((name) => `PLpgSQL_${name}`));
const DYNAMIC = new Set(['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors']);
const TRANSACTIONS = new Set(['PLpgSQL_stmt_commit', 'PLpgSQL_stmt_rollback']);
/** Kind of an option of RAISE (PLPGSQL_RAISEOPTION_ERRCODE). */
const ERRCODE = 0;
/** How an expression is to be read, as the server's parser is told. */
const MODE = { statement: 0, expression: 2 };
/** Notes what a `DO` or `CREATE FUNCTION` in PL/pgSQL does when it runs. `source`: the body alone; the place has the whole text. */
function resolvePlPgSQL(source, flows, place) {
    const { builder, parser, text } = place;
    const answer = parser.parsePlPgSQL(text);
    if (answer.kind === 'unread')
        return builder.unknown(`its PL/pgSQL could not be read: ${answer.why}`);
    const [root, ...more] = answer.functions;
    if (root === undefined || more.length > 0)
        return builder.unknown('its PL/pgSQL could not be read');
    // With it a name that could be a column's is a variable's. Errs on the safe side: the words may stand in a comment.
    if (/use_variable/iu.test(source))
        builder.unknown('with `#variable_conflict use_variable` names of columns may be variables');
    const variables = /\balias\b/iu.test(source) ? new Map() : ownVariables(root);
    try {
        walk(root, { place, flows, variables });
        const values = initialValues(source, rowVariables(root), parser);
        plpgsql_assigned(root, builder);
        for (const value of values)
            embedded({ query: value, parseMode: MODE.expression }, { place, flows, variables });
    }
    catch (thrown) {
        builder.unknown(`its PL/pgSQL could not be followed: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
// Whatever is read may become a value of each variable's type, a condition, a bound of a loop.
function plpgsql_assigned(root, builder) {
    const origins = builder.accesses().flatMap(({ effect, object, columns }) => (effect === 'read' && object !== null ? columns.map((column) => ({ relation: object, column })) : []));
    noteAssigned({ ...NOTHING, origins }, variableTypes(typesIn(root), builder), builder);
}
function typesIn(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'PLpgSQL_type' ? [String(inner['typname'])] : typesIn(inner)));
}
function rowVariables({ PLpgSQL_function: top }) {
    return new Set((0,grammar_tree/* nodesIn */.vx)(top?.datums).flatMap((datum) => ('PLpgSQL_rec' in datum ? [String(datum['PLpgSQL_rec']['refname'])] : [])));
}
/** Types of what PL/pgSQL itself declares: `TG_OP`, `FOUND`. */
const OWN_TYPES = new Map([['text', 25], ['name', 19], ['oid', 26], ['integer', 23], ['boolean', 16]]);
// Nobody has declared another of the name (those stand on a line), nor given one away as an argument.
function ownVariables({ PLpgSQL_function: top }) {
    const all = (0,grammar_tree/* nodesIn */.vx)(top?.datums).flatMap((datum) => Object.values(datum));
    const found = new Map();
    for (const { refname, lineno, datatype } of all) {
        const name = String(refname);
        const type = OWN_TYPES.get(String(datatype?.PLpgSQL_type?.['typname']));
        if (type === undefined || lineno !== undefined || !/^(?:tg_[a-z]+|tg_table_[a-z]+|found)$/u.test(name) || all.filter((one) => one['refname'] === refname).length > 1)
            continue;
        // A function for a trigger has no arguments, and all of these.
        if (name === 'found' || all.some((one) => one['refname'] === 'tg_argv'))
            found.set(name, type);
    }
    return found;
}
function walk(value, body) {
    if (Array.isArray(value))
        return value.forEach((item) => walk(item, body));
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, inner] of Object.entries(value)) {
        if (key === 'PLpgSQL_expr') {
            embedded(inner, body);
            continue;
        }
        if (key === 'PLpgSQL_raise_option')
            raised(inner, body.place);
        else if (key === 'dynquery')
            executed(inner, body);
        else if (DYNAMIC.has(key))
            executed(inner['query'], body);
        else if (TRANSACTIONS.has(key))
            body.place.builder.access('control', null, null, { builtin: true });
        else if (key.startsWith('PLpgSQL_') && !UNDERSTOOD.has(key))
            body.place.builder.unknown(`\`${key}\` is not a PL/pgSQL statement that we know`);
        walk(inner, body);
    }
}
// `EXECUTE 'CREATE INDEX …'` runs what it says. It sees no variables, only its parameters.
function executed(expression, body) {
    const { builder, parser } = body.place;
    const text = constantIn(expression, parser);
    const tree = text === null ? null : statementIn(text, parser);
    if (text === null || tree === null)
        return builder.unknown('it runs text as SQL (EXECUTE), which is only put together when it runs');
    // Its parameters are variables, and what is in those nobody follows.
    const scope = { ...withoutVariables(builder.scope), computedParameters: true };
    statement(tree, { text, scope }, body);
}
// The client is told the SQLSTATE of an error, whatever it is: five characters of a value.
function raised({ opt_type: option, expr }, { builder, parser }) {
    if (option === ERRCODE && constantIn(expr, parser) === null)
        builder.flow({ target: { relation: 'sqlstate', column: '*' }, origins: null });
}
function constantIn(expression, parser) {
    const { query } = (0,grammar_tree/* present */.Eb)(expression.PLpgSQL_expr);
    return literalOf(expressionIn((0,grammar_tree/* present */.Eb)(query), parser));
}
function embedded({ query, parseMode }, body) {
    const { builder, parser } = body.place;
    for (const text of readable((0,grammar_tree/* present */.Eb)(query), (0,grammar_tree/* present */.Eb)(parseMode), parser))
        statement((0,grammar_tree/* present */.Eb)(statementIn(text, parser)), { text, scope: { ...builder.scope, variables: body.variables } }, body);
}
// `a[f(1)] := g(2)` is read as its two sides.
function readable(query, parseMode, parser) {
    if (parseMode === MODE.statement)
        return [query];
    return (parseMode === MODE.expression ? [query] : splitAssignment(query, parser)).map((side) => `SELECT ${side}`);
}
function statement(node, inside, { place, flows }) {
    const facts = apart(node, place, inside);
    absorb(facts, place.builder, { flows });
    for (const effect of facts.session) {
        switch (effect.kind) {
            case 'ddl':
            case 'temp':
                place.builder.session(effect);
                break;
            case 'begin':
            case 'commit':
            case 'rollback':
            case 'savepoint':
            case 'rollback-to':
            case 'release':
            case 'prepare-transaction':
                break;
            default:
                // Whether it is reached is not known, and then neither is what is in force afterwards.
                place.builder.unknown(`code that changes the session (\`${effect.kind}\`) can not be followed`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/session.js


const session_OWN = { builtin: true };
/** Handlers of transaction control, SET and its kin. */
const SESSION_HANDLERS = {
    TransactionStmt: transaction,
    VariableSetStmt: setVariable,
    VariableShowStmt: ({ name: shown }, { builder }) => {
        const name = (0,grammar_tree/* present */.Eb)(shown);
        const columns = name === 'all' ? ['name', 'setting', 'description'] : [name];
        builder.outputs(columns.map((column) => ({ name: column, origins: [], direct: false })));
    },
    DiscardStmt: ({ target }, { builder }) => {
        const what = DISCARDED[String(target)];
        if (what === undefined)
            return builder.unknown('it discards something that we do not know');
        builder.access('control', null, null, session_OWN);
        builder.session({ kind: 'discard', what });
    },
    ConstraintsSetStmt: (_fields, { builder }) => builder.access('control', null, null, session_OWN),
    AlterSystemStmt: ({ setstmt }, { builder }) => storedSetting(setstmt, builder),
    CheckPointStmt: (_fields, { builder }) => builder.access('control', 'checkpoint', 'server'),
    ListenStmt: ({ conditionname }, { builder }) => builder.access('control', (0,grammar_tree/* present */.Eb)(conditionname), 'channel'),
    UnlistenStmt: ({ conditionname = null }, { builder }) => builder.access('control', conditionname, conditionname === null ? null : 'channel', session_OWN),
    NotifyStmt: ({ conditionname, payload }, { builder }) => {
        builder.access('control', (0,grammar_tree/* present */.Eb)(conditionname), 'channel');
        if (payload !== undefined)
            builder.literal(payload);
    },
    LoadStmt: ({ filename }, { builder }) => builder.access('execute', (0,grammar_tree/* spelled */.uQ)(filename), 'file'),
};
const DISCARDED = {
    DISCARD_ALL: 'ALL',
    DISCARD_PLANS: 'PLANS',
    DISCARD_SEQUENCES: 'SEQUENCES',
    DISCARD_TEMP: 'TEMP',
};
function transaction({ kind, options, chain, gid = '' }, place) {
    const { builder } = place;
    switch (kind) {
        case 'TRANS_STMT_BEGIN':
        case 'TRANS_STMT_START':
            builder.access('control', null, null, session_OWN);
            builder.session({ kind: 'begin' });
            for (const option of (0,grammar_tree/* every */.Si)('DefElem', options))
                setMode({ name: (0,grammar_tree/* spelled */.uQ)(option.defname), value: modeText(option), local: true }, place);
            return;
        case 'TRANS_STMT_COMMIT':
        case 'TRANS_STMT_ROLLBACK':
            builder.access('control', null, null, session_OWN);
            builder.session({ kind: kind === 'TRANS_STMT_COMMIT' ? 'commit' : 'rollback' });
            if (chain === true)
                builder.session({ kind: 'begin' });
            return;
        case 'TRANS_STMT_SAVEPOINT':
        case 'TRANS_STMT_RELEASE':
        case 'TRANS_STMT_ROLLBACK_TO':
            builder.access('control', null, null, session_OWN);
            return builder.session({ kind: SAVEPOINTS[kind] });
        // A transaction that outlives its session holds its locks until somebody thinks of it; and its end may be another's work.
        case 'TRANS_STMT_PREPARE':
            builder.access('control', gid, 'transaction');
            return builder.session({ kind: 'prepare-transaction' });
        case 'TRANS_STMT_COMMIT_PREPARED':
        case 'TRANS_STMT_ROLLBACK_PREPARED':
            return builder.access('control', gid, 'transaction');
        default:
            return builder.unknown('it is a transaction statement that we do not know');
    }
}
const SAVEPOINTS = { TRANS_STMT_SAVEPOINT: 'savepoint', TRANS_STMT_RELEASE: 'release', TRANS_STMT_ROLLBACK_TO: 'rollback-to' };
/** `SET`, `RESET` and `SET TRANSACTION` of this session. */
function setVariable({ kind, name = '', args, is_local: local = false }, place) {
    const { builder } = place;
    switch (kind) {
        case 'VAR_SET_VALUE':
            return set({ name, value: listText(args), local }, builder);
        case 'VAR_SET_DEFAULT':
            return set({ name, value: null, local }, builder);
        case 'VAR_RESET':
            judge(name, null, builder);
            return builder.session({ kind: 'reset', name: name.toLowerCase() });
        case 'VAR_RESET_ALL':
            builder.access('control', null, null, session_OWN);
            return builder.session({ kind: 'reset', name: null });
        case 'VAR_SET_MULTI':
            return setModes(name, args, place);
        default:
            return builder.unknown(`\`${name}\` is set in a way that we do not know`, name, 'setting');
    }
}
// `SET TRANSACTION …` and `SET SESSION CHARACTERISTICS AS TRANSACTION …` set settings by other names.
function setModes(form, args, place) {
    if (form === 'TRANSACTION SNAPSHOT')
        return set({ name: 'transaction_snapshot', value: listText(args), local: true }, place.builder);
    const lasting = form === 'SESSION CHARACTERISTICS';
    if (!lasting && form !== 'TRANSACTION')
        return place.builder.unknown(`\`SET ${form}\` is not known`);
    for (const arg of (0,grammar_tree/* every */.Si)('DefElem', args)) {
        const mode = (0,grammar_tree/* spelled */.uQ)(arg.defname);
        setMode({ name: lasting ? `default_${mode}` : mode, value: modeText(arg), local: !lasting }, place);
    }
}
// Drivers say READ WRITE where they mean the default. What another session began with is not known to code that may run there.
function setMode(mode, { builder, runs }) {
    set(mode, builder, runs ? builder.scope.started : undefined);
}
function set({ name, value, local }, builder, started) {
    judge(name, value, builder, started);
    builder.session({ kind: 'set', name: name.toLowerCase(), value, local });
}
function judge(name, value, builder, started) {
    const verdict = (0,settings/* classifySetting */.dY)(name, value, started);
    if (verdict.class === 'forbidden')
        builder.forbid(`\`${name.toLowerCase()}\` ${verdict.reason}`);
    builder.access('control', name.toLowerCase(), 'setting', { builtin: verdict.class === 'allowed' });
}
/** A setting that others will start with (`ALTER SYSTEM`, `ALTER ROLE … SET`): never built in. */
function storedSetting(stmt, builder) {
    if (stmt?.name === undefined)
        return builder.access('control', null, 'setting');
    judge(stmt.name, session_valueOf(stmt), builder);
    builder.access('control', stmt.name.toLowerCase(), 'setting');
}
/** A setting that a function runs under (`CREATE FUNCTION … SET`): as if it were set in the session, and put back. */
function functionSetting(stmt, builder) {
    if (stmt.name !== undefined)
        judge(stmt.name, session_valueOf(stmt), builder);
}
function session_valueOf({ kind, args }) {
    return kind === 'VAR_SET_VALUE' ? listText(args) : null;
}
/** The text of a setting's value as the server puts it together; elements of a list are joined by a comma. */
function listText(args) {
    return (0,grammar_tree/* nodesIn */.vx)(args).map(constantText).join(', ');
}
function constantText(node) {
    return 'TypeCast' in node ? constantText((0,grammar_tree/* present */.Eb)(node.TypeCast.arg)) : textOf((0,grammar_tree/* theOne */.Qz)('A_Const', node));
}
function textOf({ sval, ival, fval }) {
    if (sval !== undefined)
        return (0,grammar_tree/* spelled */.uQ)(sval.sval);
    return fval === undefined ? String((0,grammar_tree/* present */.Eb)(ival).ival ?? 0) : (0,grammar_tree/* spelled */.uQ)(fval.fval);
}
// Modes are words or the numbers 1 and 0.
function modeText({ arg }) {
    const { sval, ival } = (0,grammar_tree/* theOne */.Qz)('A_Const', arg);
    return sval === undefined ? (ival?.ival === 1 ? 'on' : 'off') : (0,grammar_tree/* spelled */.uQ)(sval.sval);
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/code.js







/** Handlers of code. */
const CODE_HANDLERS = {
    DoStmt: doBlock,
    CallStmt: ({ funccall }, place) => {
        plainExpression({ FuncCall: (0,grammar_tree/* present */.Eb)(funccall) }, place);
        if (place.builder.accesses().every(isNothing))
            place.builder.access('read', null, null);
        place.builder.outputs('unknown');
        place.builder.session({ kind: 'ddl' });
    },
    CreateFunctionStmt: createFunction,
    AlterFunctionStmt: ({ func, actions }, { builder }) => {
        const named = functionNamed(namesOf(func?.objname), builder);
        touch('schema', named, builder);
        for (const action of (0,grammar_tree/* every */.Si)('DefElem', actions))
            code_option(action, named, builder);
        builder.session({ kind: 'ddl' });
    },
    CreateTrigStmt: ({ relation: rangeVar, funcname, args, whenClause, constrrel, columns }, place) => {
        const { builder } = place;
        const table = relation(rangeVar, builder);
        touch('schema', { ...table, columns: namesOf(columns) }, builder);
        fillsTsvector((0,grammar_tree/* spelled */.uQ)(namesOf(funcname).at(-1)), table, namesOf(args), builder);
        if (constrrel !== undefined)
            touch('schema', relation(constrrel, builder), builder);
        // From now on others' writes run it.
        touch('execute', functionNamed(namesOf(funcname), builder), builder);
        condition(whenClause, undefined, place);
        builder.lock('SHARE ROW EXCLUSIVE');
        builder.session({ kind: 'ddl' });
    },
    CreateEventTrigStmt: ({ trigname, funcname }, { builder }) => {
        touch('schema', plain(trigname, 'event trigger'), builder);
        touch('execute', functionNamed(namesOf(funcname), builder), builder);
        builder.session({ kind: 'ddl' });
    },
    AlterEventTrigStmt: ({ trigname }, { builder }) => {
        touch('schema', plain(trigname, 'event trigger'), builder);
        builder.session({ kind: 'ddl' });
    },
    CreatePLangStmt: ({ plname, plhandler, plinline, plvalidator }, { builder }) => {
        touch('execute', plain(plname, 'language'), builder);
        for (const names of [plhandler, plinline, plvalidator])
            if (names !== undefined)
                touch('execute', functionNamed(namesOf(names), builder), builder);
        builder.session({ kind: 'ddl' });
    },
};
// PostgreSQL's own triggers that keep the words of other columns in the one that is named first; behind it the name of a configuration, or of
// a column that holds one.
function fillsTsvector(trigger, { name }, [filled = '', ...others], builder) {
    if (!['tsvector_update_trigger', 'tsvector_update_trigger_column'].includes(trigger))
        return;
    const read = trigger === 'tsvector_update_trigger' ? others.slice(1) : others;
    builder.flow({ target: { relation: name, column: filled }, origins: read.map((column) => ({ relation: name, column })), computed: true });
}
function stringOf(arg) {
    return arg !== undefined && 'String' in arg ? (0,grammar_tree/* spelled */.uQ)(arg.String.sval) : null;
}
function doBlock({ args }, place) {
    const { builder } = place;
    const language = stringOf((0,grammar_tree/* every */.Si)('DefElem', args).find(({ defname }) => defname === 'language')?.arg) ?? 'plpgsql';
    if (language !== 'plpgsql')
        return unread(language, place);
    const source = stringOf((0,grammar_tree/* every */.Si)('DefElem', args).find(({ defname }) => defname === 'as')?.arg);
    // The grammar takes it, and the parser of PL/pgSQL would end over it.
    if (source === null)
        return builder.unknown('it holds no code');
    const facts = asItChanges(place, (within) => resolvePlPgSQL(source, true, within));
    absorb(facts, builder, { flows: true, session: true });
    decided(facts, builder);
}
// Loops and branches may come in any order: once a block changes definitions, all of it is read as if they had changed before.
function asItChanges(place, work) {
    const scope = withoutVariables(place.builder.scope);
    const facts = gathered(place, { text: place.text, scope }, work);
    const { redefines } = facts;
    if (redefines === undefined || scope.stale)
        return facts;
    return gathered(place, { text: place.text, scope: { ...scope, stale: true, redefined: redefines } }, work);
}
// What a block has read may decide what it does, and whether it fails: as a condition would. `IF v LIKE '5%' THEN INSERT …`, or `nextval`, or
// `CREATE TABLE`, stores the answer without storing the value.
function decided({ accesses }, builder) {
    const origins = accesses.flatMap(({ effect, object, type, columns }) => (effect === 'read' && type === 'relation' && object !== null ? columns.map((column) => ({ relation: object, column })) : []));
    if (origins.length === 0)
        return;
    for (const { relation, column } of origins)
        builder.read(relation, column, true);
    for (const { effect, object } of accesses)
        if (STORES.has(effect) && object !== null)
            builder.flow({ target: { relation: object, column: '*' }, origins });
}
const STORES = new Set(['write', 'destroy', 'schema']);
function unread(language, { builder }) {
    touch('execute', plain(language, 'language'), builder);
    builder.unknown(`code in \`${language}\` is not read`, language, 'language');
}
function createFunction(fields, place) {
    const { builder } = place;
    const named = newObject(fields.funcname, 'function', builder);
    touch('schema', named, builder);
    builder.session({ kind: 'ddl' });
    for (const node of (0,grammar_tree/* every */.Si)('FunctionParameter', fields.parameters))
        plainExpression(node.defexpr, place);
    const options = (0,grammar_tree/* every */.Si)('DefElem', fields.options);
    for (const given of options)
        code_option(given, named, builder);
    const { sql_body: written } = fields;
    if (written !== undefined)
        return absorb(gathered(place, { text: place.text, scope: withoutVariables(builder.scope) }, (within) => body(written, within)), builder);
    const language = stringOf(options.find(({ defname }) => defname === 'language')?.arg) ?? 'sql';
    const source = options.find(({ defname }) => defname === 'as')?.arg;
    if (source === undefined)
        return builder.unknown('it holds no code');
    const text = (0,grammar_tree/* spelled */.uQ)(stringOf((0,grammar_tree/* nodesIn */.vx)((0,grammar_tree/* theOne */.Qz)('List', source).items)[0]));
    if (language !== 'sql' && language !== 'plpgsql')
        return unread(language, place);
    const facts = asItChanges(place, (within) => (language === 'sql' ? sqlText(text, within) : resolvePlPgSQL(text, false, within)));
    absorb(facts, builder);
    // Whoever calls it is not told: what comes after the call would be judged by what was there before.
    const other = facts.redefines?.find(({ relation, into }) => into === 'anything' && !relation.startsWith('pg_temp.'));
    if (other !== undefined || facts.redefines === null)
        builder.unknown(`code that makes another relation of ${other === undefined ? 'any' : `\`${other.relation}\``} can not be followed where it is called`);
}
// Who it runs as and under which settings is part of what it can do.
function code_option({ defname: given, arg }, named, builder) {
    const defname = (0,grammar_tree/* spelled */.uQ)(given);
    if (!OPTIONS.has(defname))
        return builder.unknown(`\`${defname}\` is not a function option that we know`);
    if (defname === 'security' && arg !== undefined && 'Boolean' in arg && arg.Boolean.boolval === true)
        touch('grant', named, builder);
    if (defname === 'set' && arg !== undefined && 'VariableSetStmt' in arg)
        functionSetting(arg.VariableSetStmt, builder);
}
const OPTIONS = new Set(['as', 'language', 'transform', 'window', 'volatility', 'strict', 'security', 'leakproof', 'set', 'cost', 'rows', 'support', 'parallel']);
function sqlText(text, place) {
    const trees = place.parser.parseTree(text);
    if (trees === null)
        return place.builder.unknown('the body of the function could not be read');
    for (const tree of trees)
        inBody(tree, place);
}
// `RETURN expression`, or the statements of BEGIN ATOMIC as a list of lists.
function body(node, place) {
    if ('List' in node) {
        for (const item of (0,grammar_tree/* nodesIn */.vx)(node.List.items))
            body(item, place);
    }
    else if (Object.keys(node).length === 0)
        return; // BEGIN ATOMIC END
    else if ('ReturnStmt' in node)
        plainExpression(node.ReturnStmt.returnval, place);
    else
        inBody(node, place);
}
function inBody(node, place) {
    const facts = apart(node, place);
    absorb(facts, place.builder);
    const changed = facts.session.find(({ kind }) => kind !== 'ddl' && kind !== 'temp');
    if (changed !== undefined)
        place.builder.unknown(`code that changes the session (\`${changed.kind}\`) can not be followed`);
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/copy-options.js


/** Options that change neither how a value is told from the next nor which one it is. */
const copy_options_HARMLESS = new Set(['freeze', 'force_quote', 'force_not_null', 'force_null', 'default', 'on_error', 'reject_limit', 'log_verbosity']);
/** Reads the options; says `unknown` and `forbidden` where it must. */
function readCopyOptions(options, builder) {
    const given = new Map();
    for (const option of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        const defname = (0,grammar_tree/* spelled */.uQ)(option.defname);
        if (given.has(defname))
            builder.unknown(`the COPY option \`${defname}\` is given twice`);
        given.set(defname, option);
    }
    for (const [name, option] of given) {
        if (copy_options_HARMLESS.has(name))
            continue;
        if (!SHAPING.includes(name))
            builder.unknown(`\`${name}\` is not a COPY option that we know`);
        // The server takes `FORMAT (csv)` for `FORMAT csv`.
        else if (option.arg !== undefined && copy_options_textOf(option) === null)
            builder.unknown(`the value of the COPY option \`${name}\` is not a single word`);
    }
    checkEncoding(given.get('encoding'), builder);
    const format = formatOf(copy_options_textOf(given.get('format')), builder);
    const csv = format === 'csv';
    const quote = oneByte('quote', given, '"', builder);
    // A line feed would be the quote and the end of the row, and only the server knows which.
    if (quote === '\n')
        builder.unknown('the COPY option `quote` is a line feed');
    return {
        format,
        quote,
        delimiter: oneByte('delimiter', given, csv ? ',' : '\t', builder),
        escape: oneByte('escape', given, quote, builder),
        null: copy_options_textOf(given.get('null')) ?? (csv ? '' : '\\N'),
        header: given.has('header') && !saysNo(given.get('header')),
    };
}
const SHAPING = ['format', 'delimiter', 'null', 'header', 'quote', 'escape', 'encoding'];
function checkEncoding(option, builder) {
    const encoding = copy_options_textOf(option);
    if (encoding === null)
        return;
    const verdict = (0,settings/* classifySetting */.dY)('client_encoding', encoding);
    if (verdict.class !== 'allowed')
        builder.forbid(`the COPY option \`encoding\` ${verdict.reason}`);
}
function formatOf(format, builder) {
    switch (format) {
        case null:
        case 'text':
            return 'text';
        case 'csv':
        case 'binary':
            return format;
        default:
            builder.unknown('its format is not one that we know');
            return 'text';
    }
}
// The server takes single bytes only; anything else is its error to make, and nothing for us to guess about.
function oneByte(name, given, otherwise, builder) {
    const text = copy_options_textOf(given.get(name));
    if (text === null)
        return otherwise;
    if (Buffer.byteLength(text, 'utf8') !== 1)
        builder.unknown(`the COPY option \`${name}\` is not one byte`);
    return text;
}
function copy_options_textOf(option) {
    const arg = option?.arg;
    if (arg === undefined)
        return null;
    if ('String' in arg)
        return (0,grammar_tree/* spelled */.uQ)(arg.String.sval);
    if ('Integer' in arg)
        return String(arg.Integer.ival ?? 0);
    if ('Boolean' in arg)
        return String(arg.Boolean.boolval === true);
    return null;
}
function saysNo(option) {
    const text = copy_options_textOf(option);
    return text !== null && ['false', 'off', '0'].includes(text.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/copy.js






const copy_BOOLEAN = 16;
/** Handler of COPY. */
const COPY_HANDLERS = { CopyStmt: copy };
function copy(fields, place) {
    const { builder } = place;
    const { relation, query, is_from: isFrom = false, filename, is_program: isProgram, whereClause } = fields;
    const looks = readCopyOptions(fields.options, builder);
    const columns = namesOf(fields.attlist);
    const read = isFrom ? null : empty(query ?? everything((0,grammar_tree/* present */.Eb)(relation), columns), place);
    if (isFrom)
        fill((0,grammar_tree/* present */.Eb)(relation), columns, place);
    noteStored(plainExpression(whereClause, place), copy_BOOLEAN, builder);
    if (isProgram === true)
        builder.access('execute', null, 'program');
    else if (filename !== undefined)
        builder.access('execute', filename, 'file');
    else {
        const named = relation === undefined ? null : copy_columnsOf(relation, columns, place);
        builder.copy({ direction: isFrom ? 'in' : 'out', relation: named?.name ?? null, columns: named?.columns ?? ['*'], ...looks });
        return;
    }
    // Triggers of a table that the client fills are code, too, but none of this.
    builder.hazard({ id: 'server-copy', detail: 'COPY with a file or program of the database server' });
    // What goes into a file of the server does not come back over the wire now; later, whoever reads the file has it.
    if (!isFrom)
        copy_leaves(read, filename ?? 'program', builder);
    builder.outputs(null);
}
function copy_leaves(read, place, builder) {
    const target = { relation: place, column: '*' };
    if (read === 'unknown')
        return builder.flow({ target, origins: null });
    for (const { origins } of read ?? [])
        if (origins?.length !== 0)
            builder.flow({ target, origins });
}
function fill(relation, columns, { builder }) {
    const cols = columns.map((name) => ({ ResTarget: { name } }));
    resolveQuery({ InsertStmt: { relation, ...(cols.length === 0 ? {} : { cols }), override: 'OVERRIDING_NOT_SET' } }, builder);
}
function empty(query, { builder }) {
    const read = resolveQuery(query, builder);
    builder.outputs(read);
    return read;
}
// `COPY t TO` leaves out inheritance children, as ONLY does.
function everything(relation, columns) {
    const fields = columns.length === 0 ? [[{ A_Star: {} }]] : columns.map((name) => [{ String: { sval: name } }]);
    const targetList = fields.map((path) => ({ ResTarget: { val: { ColumnRef: { fields: path } } } }));
    return { SelectStmt: { targetList, fromClause: [{ RangeVar: { ...relation, inh: false } }], op: 'SETOP_NONE', limitOption: 'LIMIT_OPTION_DEFAULT' } };
}
// Generated columns are not copied and the catalog does not tell them apart: whoever masks must compare the number of columns.
function copy_columnsOf(rangeVar, columns, { builder }) {
    const { name, relation, certain } = names_relationOf(rangeVar, builder);
    if (columns.length > 0)
        return { name, columns };
    const known = relation !== null && certain && !builder.scope.stale;
    return { name, columns: known ? relation.columns.map((column) => column.name) : ['*'] };
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/definitions.js







/** Handlers of these definitions. */
const DEFINITION_HANDLERS = {
    CreateSchemaStmt: createSchema,
    CreatedbStmt: ({ dbname, options }, { builder }) => {
        touch('schema', plain(dbname, 'database'), builder);
        // The template is copied, rows and all.
        for (const { defname, arg } of (0,grammar_tree/* every */.Si)('DefElem', options)) {
            if (defname !== 'template' || arg === undefined || !('String' in arg))
                continue;
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
        if (owner !== undefined)
            touch('grant', role(owner), builder);
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
        for (const node of (0,grammar_tree/* every */.Si)('Constraint', constraints))
            create_table_constraint(node, null, withValue(typeOfColumn(typeName, place.builder.scope), place));
    },
    AlterDomainStmt: alterDomain,
    DefineStmt: definitions_define,
    AlterOperatorStmt: ({ opername, options }, { builder }) => {
        defined(objectOf('OBJECT_OPERATOR', { ObjectWithArgs: (0,grammar_tree/* present */.Eb)(opername) }, builder), builder);
        alsoMade(options, COUNTERPARTS, builder);
    },
    CreateOpClassStmt: ({ opclassname, opfamilyname, items }, { builder }) => {
        defined(newObject(opclassname, 'operator class', builder), builder);
        if (opfamilyname !== undefined)
            defined(newObject(opfamilyname, 'operator family', builder), builder);
        members(items, builder);
    },
    CreateOpFamilyStmt: ({ opfamilyname }, { builder }) => defined(newObject(opfamilyname, 'operator family', builder), builder),
    AlterOpFamilyStmt: ({ opfamilyname, items }, { builder }) => {
        defined(newObject(opfamilyname, 'operator family', builder), builder);
        members(items, builder);
    },
    CreateCastStmt: ({ sourcetype, targettype, func }, { builder }) => {
        defined(castNamed(sourcetype, targettype, builder), builder);
        if (func !== undefined)
            touch('execute', functionNamed(namesOf(func.objname), builder), builder);
    },
    CreateTransformStmt: ({ type_name: type, fromsql, tosql }, { builder }) => {
        defined({ ...typeNamed(type, builder), type: 'transform' }, builder);
        for (const func of [fromsql, tosql])
            if (func !== undefined)
                touch('execute', functionNamed(namesOf(func.objname), builder), builder);
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
};
function defined(named, builder) {
    touch('schema', named, builder);
    builder.session({ kind: 'ddl' });
}
function rangeNames(rangeVar) {
    return [rangeVar?.schemaname, rangeVar?.relname].flatMap((name) => (name === undefined ? [] : [{ String: { sval: name } }]));
}
// Functions of operator classes are called by whoever compares or indexes such values.
function members(items, builder) {
    for (const { itemtype, name } of (0,grammar_tree/* every */.Si)('CreateOpClassItem', items)) {
        if (itemtype !== OPCLASS_FUNCTION)
            continue;
        // One that is dropped is known by its number alone.
        if (name !== undefined)
            touch('execute', functionNamed(namesOf(name.objname), builder), builder);
    }
}
/** `OPCLASS_ITEM_FUNCTION` of parsenodes.h. */
const OPCLASS_FUNCTION = 2;
function createSchema({ schemaname, authrole, schemaElts }, place) {
    const { builder } = place;
    const name = schemaname ?? (0,grammar_tree/* present */.Eb)(role(authrole).name);
    touch('schema', plain(name, 'schema'), builder);
    if (authrole !== undefined)
        touch('grant', role(authrole), builder);
    builder.session({ kind: 'ddl' });
    for (const element of (0,grammar_tree/* nodesIn */.vx)(schemaElts)) {
        const placed = placedIn(element, name);
        if (placed === null)
            builder.unknown('a part of CREATE SCHEMA is not one that we know');
        else
            absorb(apart(placed, place, { scope: definitions_within(place.builder.scope, name) }), builder, { flows: true, session: true });
    }
}
// While the parts are made, the new schema comes first on the path.
function definitions_within(scope, schema) {
    return { ...scope, searchPath: scope.searchPath === null ? null : [schema, ...scope.searchPath] };
}
/** Parts of CREATE SCHEMA, and where each has its own name. */
const definitions_PLACES = { CreateStmt: 'relation', ViewStmt: 'view', IndexStmt: 'relation', CreateSeqStmt: 'sequence', CreateTrigStmt: 'relation' };
// Names without a schema in them are the new schema's.
function placedIn(element, schemaname) {
    if ('GrantStmt' in element)
        return { GrantStmt: { ...element.GrantStmt, objects: (0,grammar_tree/* nodesIn */.vx)(element.GrantStmt.objects).map((object) => definitions_qualified(object, schemaname)) } };
    const tag = (0,grammar_tree/* spelled */.uQ)(Object.keys(element)[0]);
    const field = Object.hasOwn(definitions_PLACES, tag) ? definitions_PLACES[tag] : undefined;
    if (field === undefined)
        return null;
    const body = element[tag];
    return { [tag]: { ...body, [field]: { schemaname, ...body?.[field] } } };
}
function definitions_qualified(object, schemaname) {
    return 'RangeVar' in object ? { RangeVar: { schemaname, ...object.RangeVar } } : object;
}
// What a CHECK of a domain calls VALUE.
function withValue(type, place) {
    return { ...place, defined: { alias: '', qualified: null, types: new Map([['value', type]]) } };
}
function alterDomain({ subtype, typeName, def, behavior }, place) {
    const { builder } = place;
    defined(newObject(typeName, 'type', builder), builder);
    const domain = typeOfColumn({ names: [...(0,grammar_tree/* nodesIn */.vx)(typeName)] }, builder.scope);
    if (def !== undefined && 'Constraint' in def)
        create_table_constraint(def.Constraint, null, withValue(builder.scope.catalog?.types.get(domain)?.base ?? 0, place));
    else if (subtype === 'T')
        byItself(def, place);
    if (behavior === 'DROP_CASCADE')
        builder.access('schema', null, 'type');
}
// Code that runs whenever such a value is read, written, compared or parsed.
const BINDS = new Set(['OBJECT_TYPE', 'OBJECT_TSPARSER', 'OBJECT_TSTEMPLATE']);
const FUNCTIONS = 'input output receive send typmod_in typmod_out analyze subscript start gettoken end headline lextypes init lexize'.split(' ');
function definitions_define({ kind, defnames, definition }, { builder }) {
    defined(newObject(defnames, typeOf(kind), builder), builder);
    if (BINDS.has(String(kind)))
        runs(definition, FUNCTIONS, builder);
    if (kind === 'OBJECT_OPERATOR')
        alsoMade(definition, COUNTERPARTS, builder);
}
// Operators that are made where there are none of this name, and altered where there are.
const COUNTERPARTS = { commutator: 'operator', negator: 'operator' };
// What a definition makes or changes besides, in whatever schema: by option, with its type.
function alsoMade(options, types, builder) {
    for (const option of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        const { arg } = option;
        const defname = (0,grammar_tree/* spelled */.uQ)(option.defname);
        const type = Object.hasOwn(types, defname) ? types[defname] : undefined;
        if (type === undefined || arg === undefined)
            continue;
        defined(newObject(nameIn(arg), type, builder), builder);
    }
}
function runs(options, names, builder) {
    for (const { defname, arg } of (0,grammar_tree/* every */.Si)('DefElem', options))
        if (arg !== undefined && names.includes((0,grammar_tree/* spelled */.uQ)(defname)))
            touch('execute', functionNamed(namesOf(nameIn(arg)), builder), builder);
}
// A name is parsed as a type's here, or as an operator's: functions may be called so, too.
function nameIn(arg) {
    if ('List' in arg)
        return (0,grammar_tree/* nodesIn */.vx)(arg.List.items);
    return 'TypeName' in arg ? (0,grammar_tree/* nodesIn */.vx)(arg.TypeName.names) : [arg];
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/drop.js



/** Handlers of everything that drops. */
const DROP_HANDLERS = {
    DropStmt: drop,
    DropOwnedStmt: dropOwned,
    DropRoleStmt: ({ roles }, { builder }) => {
        for (const node of (0,grammar_tree/* every */.Si)('RoleSpec', roles))
            touch('grant', role(node), builder);
    },
    DropdbStmt: ({ dbname }, { builder }) => touch('destroy', plain(dbname, 'database'), builder),
    DropTableSpaceStmt: ({ tablespacename }, { builder }) => touch('destroy', plain(tablespacename, 'tablespace'), builder),
    // Reaches out to the other server, to drop the slot there.
    DropSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
    DropUserMappingStmt: ({ servername, user }, { builder }) => {
        touch('schema', plain(servername, 'server'), builder);
        touch('grant', role(user), builder);
    },
};
const LOSES = new Set(['OBJECT_TABLE', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_SCHEMA', 'OBJECT_EXTENSION']);
const LOCKING = new Set(['OBJECT_TABLE', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_VIEW', 'OBJECT_FOREIGN_TABLE', 'OBJECT_INDEX', 'OBJECT_TRIGGER', 'OBJECT_RULE', 'OBJECT_POLICY']);
function drop({ removeType, objects, behavior, concurrent }, { builder }) {
    if (removeType === undefined || (0,kinds/* objectWord */.Y)(removeType) === undefined)
        return builder.unknown(`it drops something that we do not know`);
    for (const node of (0,grammar_tree/* nodesIn */.vx)(objects))
        touch(effectOf(removeType), objectOf(removeType, node, builder), builder);
    if (behavior === 'DROP_CASCADE')
        builder.access('destroy', null, 'relation');
    if (LOCKING.has(removeType))
        builder.lock(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE');
    builder.session({ kind: 'ddl' });
}
function effectOf(type) {
    if (LOSES.has(type))
        return 'destroy';
    return type === 'OBJECT_POLICY' ? 'grant' : 'schema';
}
// Everything that the roles own, and all rights given to them.
function dropOwned({ roles, behavior }, { builder }) {
    for (const node of (0,grammar_tree/* every */.Si)('RoleSpec', roles)) {
        touch('destroy', role(node), builder);
        touch('grant', role(node), builder);
    }
    builder.access('destroy', null, 'relation');
    if (behavior === 'DROP_CASCADE')
        builder.access('schema', null, 'relation');
    builder.session({ kind: 'ddl' });
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/explain.js



/** Options of PostgreSQL 18; only `analyze` decides what happens. */
const explain_OPTIONS = new Set(['analyze', 'verbose', 'costs', 'settings', 'generic_plan', 'buffers', 'serialize', 'wal', 'timing', 'summary', 'memory', 'format']);
/** Handler of EXPLAIN. */
const EXPLAIN_HANDLERS = { ExplainStmt: explain };
function explain({ query, options }, place) {
    const { builder } = place;
    const plan = { name: 'QUERY PLAN', direct: false };
    builder.outputs([{ ...plan, origins: [] }]);
    if (query === undefined)
        return builder.unknown('EXPLAIN holds no statement');
    // The arguments of a prepared statement are computed even when it is only planned.
    if ('ExecuteStmt' in query)
        for (const param of (0,grammar_tree/* nodesIn */.vx)(query.ExecuteStmt.params))
            plainExpression(param, place);
    const facts = apart(query, place);
    if (!explain_runs(options, place))
        return absorb(facts, builder, { access: (access) => planned(access, facts) });
    absorb(facts, builder, { flows: true, session: true });
    builder.outputs([{ ...plan, origins: explain_isPlain(query, facts, place) ? [] : measured(facts, place) }]);
}
/** What can hold values that are no column's, and no output's. */
const HOLDS_MORE = new Set(['withClause', 'SubLink', 'RangeSubselect', 'RangeFunction', 'RangeTableFunc', 'JsonTable', 'valuesLists', 'larg']);
// Columns as they are, out of tables: of these the plan tells how many rows there were.
function explain_isPlain(query, { outputs, accesses }, { builder: { scope } }) {
    if (!('SelectStmt' in query) || !Array.isArray(outputs) || accesses.some(({ object }) => object !== null && scope.catalog?.relations.get(object)?.kind === 'v'))
        return false;
    return outputs.every(({ origins, direct }) => direct || origins?.length === 0) && !holdsMore(query);
}
function holdsMore(node) {
    if (typeof node !== 'object' || node === null)
        return false;
    return Object.entries(node).some(([key, inner]) => HOLDS_MORE.has(key) || holdsMore(inner));
}
// `repeat('x', 1024 * left(ssn, 3)::int)` takes as many kilobytes. What a column decides (WHERE) is told by counts anyway; a view may hold what it does not show.
function measured({ outputs, accesses }, { builder: { scope } }) {
    if (outputs === 'unknown' || outputs?.some(({ origins }) => origins === null) === true)
        return null;
    const reads = accesses.flatMap(({ effect, object, columns, filtered }) => (effect === 'read' && object !== null ? [{ relation: object, columns: columns.filter((column) => !filtered.includes(column)) }] : []));
    const isCovered = reads.some(({ relation }) => scope.catalog?.relations.get(relation)?.kind === 'v');
    return reads.flatMap(({ relation, columns }) => (isCovered ? ['*'] : columns).map((column) => ({ relation, column })));
}
// INVARIANT: a statement that is run is never taken for one that is planned; an option said twice counts when either says yes.
function explain_runs(options, { builder }) {
    let analyze = false;
    for (const option of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        const { arg } = option;
        const defname = (0,grammar_tree/* spelled */.uQ)(option.defname);
        if (!explain_OPTIONS.has(defname))
            builder.unknown(`\`${defname}\` is not an EXPLAIN option that we know`);
        if (defname === 'analyze' && !explain_saysNo(arg))
            analyze = true;
    }
    return analyze;
}
// `off`, `false` and `0` in any case are no; no value, and any other, is taken for yes.
function explain_saysNo(arg) {
    if (arg === undefined)
        return false;
    if ('Integer' in arg)
        return (arg.Integer.ival ?? 0) === 0;
    return 'String' in arg && ['false', 'off'].includes((0,grammar_tree/* spelled */.uQ)(arg.String.sval).toLowerCase());
}
// Planning may call functions (it folds the immutable ones), but stores nothing and fires no trigger.
function planned(access, facts) {
    switch (access.effect) {
        case 'write':
        case 'destroy':
        case 'schema':
            return access.type === 'function' ? access : { ...access, effect: 'read', filtered: [] };
        case 'execute':
            return facts.functions.some(({ name }) => access.object === name || access.object === `pg_catalog.${name}`) ? access : null;
        default:
            return access;
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/maintenance.js









/** Handlers of maintenance, indexes, extended statistics and sequences. */
const MAINTENANCE_HANDLERS = {
    TruncateStmt: truncate,
    LockStmt: maintenance_lock,
    VacuumStmt: vacuum,
    ClusterStmt: cluster,
    ReindexStmt: reindex,
    IndexStmt: maintenance_index,
    CreateStatsStmt: maintenance_statistics,
    AlterStatsStmt: ({ defnames }, { builder }) => {
        touch('schema', newObject(defnames, 'statistics', builder), builder);
        builder.session({ kind: 'ddl' });
    },
    CreateSeqStmt: createSequence,
    AlterSeqStmt: alterSequence,
};
// Loses what a DELETE of all rows would lose, and fires triggers in the same places. No row is looked at: not by policies, nor by keys.
function truncate({ relations, behavior }, { builder }) {
    for (const node of (0,grammar_tree/* every */.Si)('RangeVar', relations))
        resolveQuery({ DeleteStmt: { relation: node } }, builder, { blindly: true });
    // Every table that refers to these, by whatever name.
    if (behavior === 'DROP_CASCADE')
        builder.access('destroy', null, 'relation');
    builder.lock('ACCESS EXCLUSIVE');
}
function maintenance_lock({ relations, mode }, { builder }) {
    for (const node of (0,grammar_tree/* every */.Si)('RangeVar', relations))
        touch('write', relation(node, builder), builder);
    const level = LOCKS[(0,grammar_tree/* present */.Eb)(mode) - 1];
    if (level === undefined)
        builder.unknown('its lock mode is not one that we know');
    else
        builder.lock(level);
}
const VACUUM_OPTIONS = 'full freeze verbose analyze disable_page_skipping skip_locked index_cleanup process_main process_toast truncate parallel skip_database_stats only_database_stats buffer_usage_limit'.split(' ');
const ANALYZE_OPTIONS = ['verbose', 'skip_locked', 'buffer_usage_limit'];
function vacuum({ options, rels, is_vacuumcmd: isVacuum = false }, { builder }) {
    const given = maintenance_known(options, isVacuum ? VACUUM_OPTIONS : ANALYZE_OPTIONS, builder);
    // Sorts what it finds in each column, to tell what is there often.
    const analyzes = !isVacuum || given.get('analyze') === true;
    for (const node of (0,grammar_tree/* every */.Si)('VacuumRelation', rels)) {
        const { relation: named, va_cols: names } = node;
        const rangeVar = (0,grammar_tree/* present */.Eb)(named);
        const columns = namesOf(names);
        touch('write', { ...relation(rangeVar, builder), columns }, builder);
        if (analyzes)
            noteAnalyzed(rangeVar, builder, columns.length > 0 ? columns : ['*']);
        if (isVacuum)
            noteFilled(rangeVar, builder);
    }
    if (rels === undefined || rels.length === 0) {
        wholeDatabase(builder);
        if (analyzes)
            noteAllAnalyzed(builder);
        if (isVacuum)
            noteAllFilled(null, builder);
    }
    const full = given.get('full') === true;
    builder.lock(full ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE');
    builder.rewrite(full);
}
function wholeDatabase(builder) {
    touchAll('write', plain(builder.scope.catalog?.database, 'database'), null, builder);
}
function cluster({ relation: rangeVar, params }, { builder }) {
    maintenance_known(params, ['verbose'], builder);
    if (rangeVar === undefined) {
        wholeDatabase(builder);
        noteAllFilled(null, builder);
    }
    else {
        touch('write', relation(rangeVar, builder), builder);
        noteFilled(rangeVar, builder);
    }
    builder.lock('ACCESS EXCLUSIVE');
    builder.rewrite(true);
}
function reindex({ kind, relation: rangeVar, name, params }, { builder }) {
    const given = maintenance_known(params, ['concurrently', 'tablespace', 'verbose'], builder);
    if (rangeVar !== undefined)
        touch('write', relation(rangeVar, builder, kind === 'REINDEX_OBJECT_INDEX' ? 'OBJECT_INDEX' : 'OBJECT_TABLE'), builder);
    else if (kind === 'REINDEX_OBJECT_SCHEMA')
        touchAll('write', plain(name, 'schema'), (0,grammar_tree/* present */.Eb)(name), builder);
    else
        touchAll('write', plain(name ?? builder.scope.catalog?.database, 'database'), null, builder);
    if (rangeVar !== undefined)
        noteFilled(rangeVar, builder);
    else
        noteAllFilled(kind === 'REINDEX_OBJECT_SCHEMA' ? (0,grammar_tree/* present */.Eb)(name) : null, builder);
    builder.lock(given.get('concurrently') === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE');
    builder.rewrite(false);
}
// Options by name, true unless they say no. An unknown one makes the statement unknown.
function maintenance_known(options, names, builder) {
    const given = new Map();
    for (const option of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        const { arg } = option;
        const defname = (0,grammar_tree/* spelled */.uQ)(option.defname);
        if (!names.includes(defname))
            builder.unknown(`\`${defname}\` is not an option that we know here`);
        if (given.get(defname) !== true)
            given.set(defname, !maintenance_saysNo(arg));
    }
    return given;
}
function maintenance_saysNo(arg) {
    if (arg === undefined)
        return false;
    if ('Integer' in arg)
        return (arg.Integer.ival ?? 0) === 0;
    return 'String' in arg && ['false', 'off'].includes((0,grammar_tree/* spelled */.uQ)(arg.String.sval).toLowerCase());
}
function maintenance_index({ relation: named, indexParams, indexIncludingParams, whereClause, concurrent, accessMethod }, place) {
    const { builder } = place;
    const rangeVar = (0,grammar_tree/* present */.Eb)(named);
    const columns = [];
    for (const node of (0,grammar_tree/* every */.Si)('IndexElem', indexParams))
        columns.push(...indexed(node, { over: rangeVar, method: (0,grammar_tree/* present */.Eb)(accessMethod) }, place));
    for (const { name } of (0,grammar_tree/* every */.Si)('IndexElem', indexIncludingParams))
        columns.push((0,grammar_tree/* present */.Eb)(name));
    // How many rows it holds can be seen from outside.
    condition(whereClause, rangeVar, place);
    touch('schema', { ...relation(rangeVar, builder), columns }, builder);
    builder.lock(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE');
    builder.rewrite(false);
    builder.session({ kind: 'ddl' });
}
function maintenance_statistics({ defnames, relations, exprs }, place) {
    const { builder } = place;
    // They may be made in another schema than the table's.
    if (defnames !== undefined)
        touch('schema', newObject(defnames, 'statistics', builder), builder);
    for (const node of (0,grammar_tree/* nodesIn */.vx)(relations)) {
        if (!('RangeVar' in node)) {
            builder.unknown('statistics are made for something that is not a table');
            continue;
        }
        const columns = [];
        for (const element of (0,grammar_tree/* every */.Si)('StatsElem', exprs)) {
            if (element.name !== undefined)
                columns.push(element.name);
            columns.push(...columnsIn(element.expr, node.RangeVar, place));
        }
        touch('schema', { ...relation(node.RangeVar, builder), columns }, builder);
    }
    builder.lock('SHARE UPDATE EXCLUSIVE');
    builder.session({ kind: 'ddl' });
}
function createSequence({ sequence: named, options }, { builder }) {
    const sequence = (0,grammar_tree/* present */.Eb)(named);
    touch('schema', newRelation(sequence, builder, 'OBJECT_SEQUENCE'), builder);
    owned(options, builder);
    made(sequence, builder);
}
function alterSequence({ sequence, options }, { builder }) {
    const named = relation(sequence, builder, 'OBJECT_SEQUENCE');
    touch('schema', named, builder);
    owned(options, builder);
    // RESTART gives numbers out again.
    if ((0,grammar_tree/* every */.Si)('DefElem', options).some(({ defname }) => defname === 'restart'))
        touch('write', named, builder);
    builder.session({ kind: 'ddl' });
}
function owned(options, builder) {
    for (const { defname, arg } of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        if (defname !== 'owned_by')
            continue;
        const names = (0,grammar_tree/* every */.Si)('List', [(0,grammar_tree/* present */.Eb)(arg)]).flatMap(({ items }) => namesOf(items));
        if (names.length > 1)
            touch('schema', { ...relation(rangeOf(names.slice(0, -1)), builder), columns: names.slice(-1) }, builder);
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/prepared.js




const prepared_OWN = { builtin: true };
/** Handlers of PREPARE, EXECUTE, DEALLOCATE, DECLARE, FETCH, MOVE and CLOSE. */
const NAMED_HANDLERS = {
    PrepareStmt: ({ name, query, argtypes }, place) => {
        declared(argtypes, place);
        held(query, place);
        place.builder.session({ kind: 'prepare', name: (0,grammar_tree/* present */.Eb)(name) });
    },
    ExecuteStmt: ({ name: given, params }, place) => {
        const name = (0,grammar_tree/* present */.Eb)(given);
        const carries = (0,grammar_tree/* nodesIn */.vx)(params).map((param) => plainExpression(param, place)).some(({ origins }) => origins?.length !== 0);
        const draft = place.builder.scope.prepared.get(name);
        if (draft !== undefined && draft !== 'ambiguous')
            declared(argumentTypes(draft), place);
        const scope = carries ? { ...place.builder.scope, computedParameters: true } : place.builder.scope;
        const facts = behind(name, place.builder.scope.prepared, { place, word: 'prepared statement', runs: place.runs, scope });
        if (facts === null)
            return;
        absorb(facts, place.builder, { flows: true, session: true });
        place.builder.outputs(facts.outputs);
    },
    DeallocateStmt: ({ name = null }, { builder }) => {
        builder.access('control', null, null, prepared_OWN);
        builder.session({ kind: 'deallocate', name });
    },
    DeclareCursorStmt: ({ portalname, query }, place) => {
        held(query, place);
        place.builder.session({ kind: 'declare-cursor', name: (0,grammar_tree/* present */.Eb)(portalname) });
    },
    FetchStmt: ({ portalname, ismove }, place) => {
        const facts = behind((0,grammar_tree/* present */.Eb)(portalname), place.builder.scope.cursors, { place, word: 'cursor', runs: false });
        if (facts === null)
            return;
        absorb(facts, place.builder, { flows: true });
        place.builder.outputs(ismove === true ? null : facts.outputs);
    },
    ClosePortalStmt: ({ portalname = null }, { builder }) => {
        builder.access('control', null, null, prepared_OWN);
        builder.session({ kind: 'close-cursor', name: portalname });
    },
};
// What the held statement does it does later; a rule that would stop it stops it here already.
function held(query, place) {
    const facts = apart((0,grammar_tree/* present */.Eb)(query), place);
    absorb(facts, place.builder, { flows: true });
    if (facts.accesses.every(isNothing))
        place.builder.access('read', null, null);
}
function behind(name, names, { place, word, runs, scope = place.builder.scope }) {
    const { builder } = place;
    const draft = names.get(name);
    if (draft === undefined || draft === 'ambiguous') {
        builder.outputs('unknown');
        builder.unknown(draft === undefined ? `there is no ${word} \`${name}\` that we know` : `more than one ${word} could be \`${name}\` now`, name, word);
        return null;
    }
    const node = heldBy(draft);
    if (node === null) {
        builder.outputs('unknown');
        builder.unknown(`the ${word} \`${name}\` could not be read`, name, word);
        return null;
    }
    return apart(node, place, { runs, text: draft.text, scope });
}
// Values that are given become of these types.
function declared(types, { builder }) {
    for (const type of (0,grammar_tree/* every */.Si)('TypeName', types))
        noteTyped(type, builder);
}
function argumentTypes({ tree }) {
    const node = tree;
    return node !== null && 'PrepareStmt' in node ? node.PrepareStmt.argtypes : undefined;
}
// The draft is the whole `PREPARE` or `DECLARE`, or the statement itself when the protocol named it.
function heldBy({ tree }) {
    if (tree === null)
        return null;
    const node = tree;
    if ('PrepareStmt' in node)
        return (0,grammar_tree/* present */.Eb)(node.PrepareStmt.query);
    if ('DeclareCursorStmt' in node)
        return (0,grammar_tree/* present */.Eb)(node.DeclareCursorStmt.query);
    return node;
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/external.js




/** Handlers of extensions, foreign data and replication. */
const OUTSIDE_HANDLERS = {
    // An extension is a script that runs with its owner's rights.
    CreateExtensionStmt: ({ extname }, { builder }) => brought(plain(extname, 'extension'), builder),
    AlterExtensionStmt: ({ extname }, { builder }) => brought(plain(extname, 'extension'), builder),
    AlterExtensionContentsStmt: ({ extname, objtype, object }, { builder }) => {
        touch('schema', plain(extname, 'extension'), builder);
        touch('schema', objectOf(objtype, object, builder), builder);
        builder.session({ kind: 'ddl' });
    },
    CreateFdwStmt: ({ fdwname, func_options: functions }, { builder }) => {
        brought(plain(fdwname, 'foreign data wrapper'), builder);
        called(functions, builder);
    },
    AlterFdwStmt: ({ fdwname, func_options: functions }, { builder }) => {
        brought(plain(fdwname, 'foreign data wrapper'), builder);
        called(functions, builder);
    },
    CreateForeignServerStmt: ({ servername }, { builder }) => brought(plain(servername, 'server'), builder),
    AlterForeignServerStmt: ({ servername }, { builder }) => brought(plain(servername, 'server'), builder),
    CreateUserMappingStmt: ({ user, servername }, { builder }) => login(role(user), servername, builder),
    AlterUserMappingStmt: ({ user, servername }, { builder }) => login(role(user), servername, builder),
    ImportForeignSchemaStmt: importSchema,
    CreatePublicationStmt: ({ pubname, pubobjects, for_all_tables: all }, place) => publish(pubname, { pubobjects, all }, place),
    AlterPublicationStmt: (fields, place) => {
        const { pubname, pubobjects, for_all_tables: all, action } = fields;
        publish(pubname, action === 'AP_DropObjects' ? { pubobjects: undefined, all: undefined } : { pubobjects, all }, place);
    },
    CreateSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
    AlterSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
};
function brought(named, builder) {
    touch('execute', named, builder);
    builder.session({ kind: 'ddl' });
}
function login(user, servername, builder) {
    touch('execute', plain(servername, 'server'), builder);
    touch('grant', user, builder);
}
function called(options, builder) {
    for (const option of (0,grammar_tree/* nodesIn */.vx)(options)) {
        if (!('DefElem' in option) || option.DefElem.arg === undefined || !('List' in option.DefElem.arg))
            continue;
        touch('execute', functionNamed(namesOf(option.DefElem.arg.List.items), builder), builder);
    }
}
function importSchema({ server_name: server, local_schema: schema }, { builder }) {
    brought(plain(server, 'server'), builder);
    touch('schema', plain(schema, 'schema'), builder);
}
// Every change to what is published leaves for whoever subscribes.
function publish(name, { pubobjects, all }, place) {
    const { builder } = place;
    touch('execute', plain(name, 'publication'), builder);
    if (all === true)
        touchAll('read', { ...plain(name, 'publication'), columns: ['*'] }, null, builder);
    for (const node of (0,grammar_tree/* nodesIn */.vx)(pubobjects)) {
        if (!('PublicationObjSpec' in node)) {
            builder.unknown('it publishes something that we do not know');
            continue;
        }
        const { pubobjtype, pubtable, name: schema } = node.PublicationObjSpec;
        if (pubtable?.relation !== undefined) {
            const columns = namesOf(pubtable.columns);
            touch('read', { ...relation(pubtable.relation, builder), columns: columns.length === 0 ? ['*'] : columns }, builder);
            condition(pubtable.whereClause, pubtable.relation, place);
        }
        else if (pubobjtype === 'PUBLICATIONOBJ_TABLES_IN_SCHEMA')
            touchAll('read', { ...plain(schema, 'schema'), columns: ['*'] }, (0,grammar_tree/* present */.Eb)(schema), builder);
        else
            touchAll('read', { ...plain('current_schema', 'schema'), columns: ['*'] }, null, builder);
    }
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/roles.js





/** Handlers of roles, privileges and row policies. */
const ROLE_HANDLERS = {
    CreateRoleStmt: ({ role: name, options }, { builder }) => {
        touch('grant', plain(name, 'role'), builder);
        roles_members(options, builder);
    },
    AlterRoleStmt: ({ role: spec, options }, { builder }) => {
        touch('grant', role(spec), builder);
        roles_members(options, builder);
    },
    AlterRoleSetStmt: alterRoleSet,
    GrantStmt: grant,
    GrantRoleStmt: grantRole,
    AlterDefaultPrivilegesStmt: defaultPrivileges,
    ReassignOwnedStmt: ({ roles, newrole }, { builder }) => {
        for (const spec of specsOf(roles))
            touchAll('grant', role(spec), null, builder);
        touch('grant', role(newrole), builder);
    },
    CreatePolicyStmt: policy,
    AlterPolicyStmt: policy,
};
function specsOf(nodes) {
    return (0,grammar_tree/* every */.Si)('RoleSpec', nodes);
}
// `CREATE ROLE … IN ROLE admin ROLE joe`: roles that it becomes a member of, or that become members of it.
function roles_members(options, builder) {
    for (const option of (0,grammar_tree/* nodesIn */.vx)(options)) {
        if (!('DefElem' in option) || option.DefElem.arg === undefined || !('List' in option.DefElem.arg))
            continue;
        for (const spec of specsOf(option.DefElem.arg.List.items))
            touch('grant', role(spec), builder);
    }
}
function alterRoleSet({ role: spec, database, setstmt }, { builder }) {
    touch('grant', role(spec), builder);
    if (database !== undefined)
        touch('schema', plain(database, 'database'), builder);
    storedSetting(setstmt, builder);
}
function grant({ targtype, objtype, objects, privileges, grantees }, { builder }) {
    const columns = privilegesOf(privileges).flatMap(({ cols }) => namesOf(cols));
    for (const node of (0,grammar_tree/* nodesIn */.vx)(objects)) {
        const named = targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? objectOf('OBJECT_SCHEMA', node, builder)
            : objtype === 'OBJECT_PARAMETER_ACL' ? { ...objectOf(objtype, node, builder), type: 'setting' }
                : objectOf(objtype, node, builder);
        if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA' && objtype === 'OBJECT_TABLE')
            touchAll('grant', { ...named, columns }, named.name, builder);
        else
            touch('grant', { ...named, columns }, builder);
    }
    for (const spec of specsOf(grantees))
        touch('grant', role(spec), builder);
}
function privilegesOf(nodes) {
    return (0,grammar_tree/* every */.Si)('AccessPriv', nodes);
}
function grantRole({ granted_roles: granted, grantee_roles: grantees }, { builder }) {
    for (const { priv_name: name } of privilegesOf(granted))
        touch('grant', plain(name, 'role'), builder);
    for (const spec of specsOf(grantees))
        touch('grant', role(spec), builder);
}
function defaultPrivileges({ options, action }, { builder }) {
    // Without a schema they hold in all of them.
    let named = 0;
    for (const { defname, arg } of (0,grammar_tree/* every */.Si)('DefElem', options)) {
        const { items } = (0,grammar_tree/* theOne */.Qz)('List', arg);
        for (const spec of (0,grammar_tree/* only */.j6)('RoleSpec', items))
            touch('grant', role(spec), builder);
        if (defname !== 'schemas')
            continue;
        for (const name of namesOf(items))
            touch('grant', plain(name, 'schema'), builder);
        named += 1;
    }
    if (named === 0)
        builder.access('grant', null, 'schema');
    for (const spec of specsOf(action?.grantees))
        touch('grant', role(spec), builder);
}
function policy({ table, roles, qual, with_check: check }, place) {
    const { builder } = place;
    const columns = [qual, check].flatMap((node) => columnsIn(node, (0,grammar_tree/* present */.Eb)(table), place));
    touch('grant', { ...relation(table, builder), columns }, builder);
    for (const spec of specsOf(roles))
        touch('grant', role(spec), builder);
    builder.lock('ACCESS EXCLUSIVE');
}

;// CONCATENATED MODULE: ./lib/parse/sql/utility/views.js









/** Handlers of CREATE VIEW, CREATE TABLE AS, CREATE and REFRESH MATERIALIZED VIEW, CREATE RULE. */
const VIEW_HANDLERS = { ViewStmt: view, CreateTableAsStmt: tableAs, RefreshMatViewStmt: refresh, RuleStmt: rule };
// Nothing runs now, but whoever may not read a table may not define a window onto it either.
function view({ view: named, query }, place) {
    const { builder } = place;
    const rangeVar = (0,grammar_tree/* present */.Eb)(named);
    touch('schema', newRelation(rangeVar, builder), builder);
    made(rangeVar, builder);
    absorb(apart((0,grammar_tree/* present */.Eb)(query), place), builder);
}
function tableAs({ query, into }, place) {
    const { builder } = place;
    const facts = apart((0,grammar_tree/* present */.Eb)(query), place);
    absorb(facts, builder, { flows: true });
    storeInto((0,grammar_tree/* present */.Eb)(into), facts.outputs, builder);
}
function refresh({ relation: named, skipData, concurrent }, place) {
    const { builder } = place;
    const rangeVar = (0,grammar_tree/* present */.Eb)(named);
    touch('write', relation(rangeVar, builder), builder);
    noteFilled(rangeVar, builder, concurrent === true ? ['*'] : []);
    // Concurrently, only rows that differ are changed, and readers go on.
    builder.lock(concurrent === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE');
    builder.rewrite(concurrent !== true);
    if (builder.scope.catalog === null || skipData === true)
        return;
    const { name, relation: known } = names_relationOf(rangeVar, builder);
    const definition = known?.definition ?? null;
    const query = definition === null ? null : statementIn(definition.text, place.parser);
    if (definition === null || query === null)
        return builder.unknown(`what fills \`${name}\` is not known`, name, 'relation');
    const facts = apart(query, place, { scope: { ...builder.scope, searchPath: definition.path } });
    absorb(facts, builder, { flows: true });
    filled(name, (0,grammar_tree/* nodesIn */.vx)(known?.columns).map((column) => column.name), { facts, place });
}
// As `CREATE MATERIALIZED VIEW … AS` would note it, but the relation is there already.
function filled(name, columns, { facts, place }) {
    const into = { rel: { relname: name }, colNames: columns.map((column) => ({ String: { sval: column } })) };
    const { flows } = gathered(place, {}, ({ builder }) => storeInto(into, facts.outputs, builder));
    for (const flow of flows)
        place.builder.flow({ ...flow, target: { ...flow.target, relation: name } });
}
// A rule makes other statements do its actions: they count as what it does.
function rule({ relation: rangeVar, whereClause, actions }, place) {
    const { builder } = place;
    touch('schema', relation((0,grammar_tree/* present */.Eb)(rangeVar), builder), builder);
    plainExpression(whereClause, place);
    for (const action of (0,grammar_tree/* nodesIn */.vx)(actions))
        absorb(apart(action, place), builder);
    builder.lock('ACCESS EXCLUSIVE');
    builder.session({ kind: 'ddl' });
}

;// CONCATENATED MODULE: ./lib/parse/sql/resolve.js






















/** Statements inside statements: EXPLAIN of an EXECUTE of a query, a DO in a function in a rule. Names that hold each other end here. */
const MAX_NESTED_STATEMENTS = 8;
// By node tag. The tables hold each handler to the fields of its own kind of node; a union of them all would cost the compiler ten seconds.
const UTILITY = {
    ...ALTER_TABLE_HANDLERS, ...CODE_HANDLERS, ...COPY_HANDLERS, ...CREATE_TABLE_HANDLERS, ...DEFINITION_HANDLERS, ...DROP_HANDLERS, ...EXPLAIN_HANDLERS,
    ...MAINTENANCE_HANDLERS, ...NAMED_HANDLERS, ...OUTSIDE_HANDLERS, ...RENAME_HANDLERS, ...ROLE_HANDLERS, ...SESSION_HANDLERS, ...VIEW_HANDLERS,
};
const QUERIES = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** All that is known of a statement, with names meaning what they mean in `scope`. Never throws. */
function resolve_resolve(draft, scope, parser) {
    const builder = new FactsBuilder(scope, parser, budgetOf(draft));
    if (draft.tree === null) {
        // A message without statements does nothing; one that could not be read may do anything.
        if (draft.failure !== null || draft.statement !== 'EMPTY')
            notUnderstood(draft.failure ?? 'it could not be read', builder);
        return builder.build(draft);
    }
    const otherwise = whyReadOtherwise(draft, scope);
    if (otherwise !== null)
        builder.unknown(otherwise);
    try {
        resolve_statement(draft.tree, { builder, parser, text: draft.text, depth: 0, runs: true, resolve: resolve_statement });
        return builder.build(draft);
    }
    catch (thrown) {
        // What was gathered so far may be half of it: told, but not relied on.
        notUnderstood(`it could not be followed: ${(0,errors/* messageOf */.bD)(thrown)}`, builder);
        return builder.build(draft);
    }
}
/** Tags of the statements that `resolve` understands; for the test that compares them with the grammar's. */
function understoodTags() {
    return [...QUERIES, ...Object.keys(UTILITY)];
}
function notUnderstood(why, builder) {
    builder.outputs('unknown');
    builder.unknown(why);
}
function resolve_statement(node, place) {
    const { builder, depth, runs } = place;
    const tag = (0,grammar_tree/* spelled */.uQ)(Object.keys(node)[0]);
    if (depth > MAX_NESTED_STATEMENTS)
        return notUnderstood(`it holds statements more than ${MAX_NESTED_STATEMENTS} deep`, builder);
    if (QUERIES.has(tag)) {
        builder.outputs(resolveQuery(node, builder, { runs }));
        return noteRedefined(tag, {}, builder);
    }
    const handler = Object.hasOwn(UTILITY, tag) ? UTILITY[tag] : undefined;
    if (handler === undefined)
        return notUnderstood(`a statement of kind \`${tag}\` is not one that we know`, builder);
    const fields = node[tag];
    handler(fields, place);
    noteRedefined(tag, fields, builder);
    noteHazards(node, place);
}


/***/ })

};
