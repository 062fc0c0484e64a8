// SPDX-License-Identifier: Apache-2.0
//
// What each subcommand of ALTER TABLE does and locks, and whether it rewrites the table; data only. A null is "not known beforehand".
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
  readonly lock: Lock | null;
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
  AT_SetRelOptions: { effect: 'schema', lock: null, rewrite: false },
  AT_ResetRelOptions: { effect: 'schema', lock: null, rewrite: false },
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
  AT_AttachPartition: TUNES,
  AT_DetachPartition: DEFINES,
  AT_DetachPartitionFinalize: TUNES,
  AT_AddIdentity: DEFINES,
  AT_SetIdentity: DEFINES,
  AT_DropIdentity: DEFINES,
};

/** Types of PostgreSQL's own that a new column can have without the server looking at rows. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
  'bool int2 int4 int8 float4 float8 numeric text varchar bpchar char bytea date time timetz timestamp timestamptz interval uuid json jsonb inet cidr macaddr bit varbit xml money'.split(' '),
);
