// SPDX-License-Identifier: Apache-2.0
//
// Every statement that the gate itself sends on a session's connection. Each use is recorded (`gate` events). Refuses names that a
// search path could turn into something else: all functions, types and operators are qualified.
import { EXPLAIN_PREFIX } from '../parse/sql/explainable.js';
import { PINNED_SETTINGS } from '../parse/sql/builtins/settings.js';

/** Settings without which the gate would read another text than the server: name to the value that they must have. */
export const REQUIRED_SETTINGS: ReadonlyMap<string, string> = new Map(Object.entries(PINNED_SETTINGS));

/** Settings that change what a statement means, or who runs it. Their values are part of the operation digest. */
export const MEANING_SETTINGS: readonly string[] = [
  'search_path', 'role', 'session_authorization', 'session_replication_role', 'row_security', 'datestyle', 'intervalstyle', 'timezone',
  'default_text_search_config', 'xmloption', 'lc_monetary', 'lc_numeric', 'lc_time', ...REQUIRED_SETTINGS.keys(),
];

/** Name and purpose are what a recording shows. */
export interface GateStatement {
  readonly name: string;
  readonly sql: string;
}

/**
 * Always fails, in every state of a session, without reading anything: its error is what makes a transaction fail that the gate
 * refused a part of. The server's log shows these words.
 */
export const FAIL: GateStatement = { name: 'fail', sql: 'SELECT "refused by the ostiary gate"' };

/**
 * Asks the planner; what follows `EXPLAIN_PREFIX` is the operation, which is not run. Sent on a connection of our own, in a read-only
 * transaction that is rolled back; see proxy/postgres/impact/impact.ts.
 */
export const EXPLAIN: GateStatement = { name: 'explain', sql: EXPLAIN_PREFIX };

const PATH = `SELECT 'path'::pg_catalog.text, ''::pg_catalog.text, pg_catalog.array_to_json(pg_catalog.current_schemas(true))::pg_catalog.text`;

const NAMES = `SELECT 'prepared'::pg_catalog.text, p.name::pg_catalog.text, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p.statement, 'UTF8')), 'hex')
FROM pg_catalog.pg_prepared_statements AS p
UNION ALL
SELECT 'cursor'::pg_catalog.text, c.name::pg_catalog.text, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(c.statement, 'UTF8')), 'hex')
FROM pg_catalog.pg_cursors AS c`;

// FirstNormalObjectId: everything below belongs to PostgreSQL itself.
const USER_OIDS = `OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid`;
const DRIFT = [
  ['pg_class', 'oid'], ['pg_attribute', 'attrelid'], ['pg_rewrite', 'oid'], ['pg_proc', 'oid'], ['pg_trigger', 'oid'], ['pg_inherits', 'inhrelid'],
  ['pg_namespace', 'oid'], ['pg_operator', 'oid'], ['pg_type', 'oid'], ['pg_cast', 'oid'], ['pg_constraint', 'contypid'], ['pg_policy', 'oid'], ['pg_opclass', 'oid'],
].map(([table, key]) => `SELECT 'drift'::pg_catalog.text, '${table}'::pg_catalog.text, pg_catalog.concat(pg_catalog.count(*), ' ', pg_catalog.sum(t.xmin::pg_catalog.text::pg_catalog.int8))
FROM pg_catalog.${table} AS t WHERE t.${key} ${USER_OIDS}`).join('\nUNION ALL\n');

const SETTINGS = MEANING_SETTINGS
  .map((name) => `SELECT 'setting'::pg_catalog.text, '${name}'::pg_catalog.text, pg_catalog.current_setting('${name}', true)`)
  .join('\nUNION ALL\n');

/** Reads what names mean now. Rows `(kind, name, value)`: `path` (JSON), `setting`. */
export const TRUTH: GateStatement = { name: 'truth', sql: `${PATH}\nUNION ALL\n${SETTINGS}` };

/**
 * The same, and what code may have changed behind our back: `prepared` and `cursor` (value: SHA-256 of the text), `drift` (a
 * fingerprint of each catalog table that names and definitions come from).
 */
export const TRUTH_AFTER_CODE: GateStatement = { name: 'truth-after-code', sql: [TRUTH.sql, NAMES, DRIFT].join('\nUNION ALL\n') };
