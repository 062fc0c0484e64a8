// SPDX-License-Identifier: Apache-2.0
//
// The hazards of SQL statements by id, and what of their surroundings settles them; data only. A statement by itself has every hazard that
// it might have; only who sees what came before it (migrations/series.ts) may take one away.
// @see https://www.postgresql.org/docs/18/explicit-locking.html

/**
 * - `new`: what it is about was made earlier in the same change, so nobody uses it and it holds no rows to speak of.
 * - `lock-timeout`, `statement-timeout`: the setting is in force.
 * - `alone`: its transaction holds no lock on another table that was there before.
 * - `unlocked`: its transaction holds no lock on the table itself.
 * - `validated`: a CHECK that says the same was validated before.
 */
export type Settlement = 'new' | 'lock-timeout' | 'statement-timeout' | 'alone' | 'unlocked' | 'validated';

/** What settles each hazard that a statement can have by itself; nothing settles those with an empty list. */
const STATEMENT_HAZARDS = {
  'index-not-concurrent': ['new'],
  'index-drop-not-concurrent': ['new'],
  'reindex-not-concurrent': ['new'],
  'constraint-not-not-valid': ['new'],
  'foreign-key-with-column': ['new'],
  'exclusion-constraint': ['new'],
  'unique-constraint-without-index': ['new'],
  'not-null-without-check': ['new', 'validated'],
  'validate-in-same-transaction': ['new', 'unlocked'],
  'required-column': ['new'],
  'volatile-default': ['new'],
  'generated-column': ['new'],
  'serial-column': ['new'],
  'column-type-change': ['new'],
  'table-rewrite': ['new'],
  'column-rename': ['new'],
  'table-rename': ['new'],
  'schema-rename': ['new'],
  'drop-column': ['new'],
  'drop-table': ['new'],
  'drop-schema': ['new'],
  'drop-database': [],
  'drop-not-null': ['new'],
  'domain-constraint': ['new'],
  'domain-not-null': ['new'],
  'trigger-disable': ['new'],
  'truncate-cascade': [],
  'vacuum-full': ['new'],
  cluster: ['new'],
  'refresh-not-concurrent': ['new'],
  'detach-not-concurrent': ['new'],
  'missing-lock-timeout': ['new', 'lock-timeout'],
  'missing-statement-timeout': ['new', 'statement-timeout'],
  'several-locks-in-transaction': ['new', 'alone'],
  'style.char-field': [],
  'style.varchar-limit': [],
  'style.int-field': [],
  'style.smallint-field': [],
  'style.serial-field': [],
  'style.timestamp-without-time-zone': [],
  'style.unqualified-name': [],
  'style.enum-order': [],
  'style.domain-with-constraint': [],
} as const satisfies Readonly<Record<string, readonly Settlement[]>>;
export type StatementHazard = keyof typeof STATEMENT_HAZARDS;

/**
 * Hazards of a series alone: mistakes by which the change would fail or do nothing. The server refuses or ignores these itself, so the
 * wire need not know them.
 */
export const SERIES_HAZARDS = ['concurrent-in-transaction', 'enum-value-in-transaction', 'transaction-left-open', 'transaction-nesting'] as const;
export type SeriesHazard = (typeof SERIES_HAZARDS)[number];

/** What settles a hazard; nothing where the id is none of a statement's. */
export function settlementsOf(id: string): readonly Settlement[] {
  return Object.hasOwn(STATEMENT_HAZARDS, id) ? STATEMENT_HAZARDS[id as StatementHazard] : [];
}
