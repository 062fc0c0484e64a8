// SPDX-License-Identifier: Apache-2.0
//
// Functions whose call does more than compute, by what they do and why they are put there; reviewed against every pg_proc entry of
// PostgreSQL 15 and 18. Data only. A few come from extensions that ship with PostgreSQL and run text, read files or leave the server.

/** Class to reason to names. */
export const EFFECTS_OF = {
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
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
