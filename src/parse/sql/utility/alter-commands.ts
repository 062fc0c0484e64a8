// SPDX-License-Identifier: Apache-2.0
//
// What each subcommand of ALTER TABLE does and locks, and whether it rewrites the table; data only. A null `rewrite` is "not known beforehand".
// @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/commands/tablecmds.c AlterTableGetLockLevel
import type { AlterTableType } from '@pgsql/types';
import type { Effect } from '../../../core/model.js';

/** Table locks of PostgreSQL, weakest first. */
export const LOCKS = [
  'ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE',
] as const;
export type Lock = (typeof LOCKS)[number];

/** A subcommand. */
export interface AlterCommand {
  readonly effect: Effect;
  /** The strongest on any table that it names. */
  readonly lock: Lock;
  readonly rewrite: boolean | null;
}

const FULL: Lock = 'ACCESS EXCLUSIVE';
const LIGHT: Lock = 'SHARE UPDATE EXCLUSIVE';
const DEFINES: AlterCommand = { effect: 'schema', lock: FULL, rewrite: false };
const TUNES: AlterCommand = { effect: 'schema', lock: LIGHT, rewrite: false };
const REWRITES: AlterCommand = { effect: 'schema', lock: FULL, rewrite: true };
const TRIGGERS: AlterCommand = { effect: 'schema', lock: 'SHARE ROW EXCLUSIVE', rewrite: false };
const GRANTS: AlterCommand = { effect: 'grant', lock: FULL, rewrite: false };
const REACHES: AlterCommand = { effect: 'execute', lock: FULL, rewrite: false };

/** Subcommands that the grammar can make; others are the server's own. */
export const ALTER_COMMANDS: { readonly [Type in AlterTableType]?: AlterCommand } = {
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
export const LIGHT_OPTIONS: ReadonlySet<string> = new Set([
  'deduplicate_items', 'effective_io_concurrency', 'fillfactor', 'log_autovacuum_min_duration', 'parallel_workers', 'toast_tuple_target', 'vacuum_index_cleanup',
  'vacuum_max_eager_freeze_failure_rate', 'vacuum_truncate',
]);

/** Shorthands for a DEFAULT from a sequence. */
export const SERIAL_TYPES: ReadonlySet<string> = new Set(['smallserial', 'serial2', 'serial', 'serial4', 'bigserial', 'serial8']);
/** Functions in a DEFAULT that give each row a value of its own, and those that give all the same. */
export const PER_ROW: ReadonlySet<string> = new Set(['clock_timestamp', 'gen_random_uuid', 'nextval', 'random', 'timeofday', 'uuidv4', 'uuidv7']);
export const PER_STATEMENT: ReadonlySet<string> = new Set(['now', 'statement_timestamp', 'transaction_timestamp']);

/** Types of PostgreSQL's own that a new column can have without the server looking at rows. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
  'bool int2 int4 int8 float4 float8 numeric text varchar bpchar char bytea date time timetz timestamp timestamptz interval uuid json jsonb inet cidr macaddr bit varbit xml money'.split(' '),
);
