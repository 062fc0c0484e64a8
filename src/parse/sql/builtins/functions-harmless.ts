// SPDX-License-Identifier: Apache-2.0
//
// PostgreSQL's own functions that change nothing outside the caller's session, by theme; reviewed against every pg_proc entry of 15 and
// 18. Data only. Refuses I/O, handler, support and conversion functions and most that only stand behind an operator: nobody needs to
// call them by name, and what is not listed is unknown. `test/unit/parse/sql/builtins/functions.test.ts` holds it against real servers.

/** Results depend on the arguments alone (and on clock, chance and formatting settings). */
export const PURE: Readonly<Record<string, string>> = {
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
export const FACTS: Readonly<Record<string, string>> = {
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
export const AGGREGATES = `
  any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp every json_agg json_agg_strict
  json_object_agg json_object_agg_strict json_object_agg_unique json_object_agg_unique_strict jsonb_agg jsonb_agg_strict jsonb_object_agg
  jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict max min mode percentile_cont percentile_disc range_agg
  range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop
  stddev_samp string_agg sum var_pop var_samp variance xmlagg
`;
