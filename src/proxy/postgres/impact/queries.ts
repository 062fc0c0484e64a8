// SPDX-License-Identifier: Apache-2.0
//
// What the gate asks a database before it asks the planner: which code planning could run that nobody has reviewed, what foreign keys
// pass on, and how large relations are. One statement, on a connection of our own whose search path is empty, so that all names are
// PostgreSQL's own. Refuses to read rows of user tables.
import { FIRST_USER_OID } from '../../../core/catalog.js';
import type { ImpactQuestion } from '../../../core/impact.js';

/** Run on a connection of our own. Its timeouts are shorter than those of the catalog: an operation waits for the answer. */
export const IMPACT_SESSION_SETTINGS: Readonly<Record<string, string>> = {
  search_path: '',
  default_transaction_read_only: 'on',
  lock_timeout: '500ms',
  statement_timeout: '3s',
  idle_in_transaction_session_timeout: '10s',
  // Only the planner's word is wanted; a plan that is compiled is not.
  jit: 'off',
};

/** Kinds of rows of `reachQuery`. */
export const REACH = { code: 'code', passed: 'passed', size: 'size' } as const;

/** Sets what the operation's own connection has, until the transaction ends. `$1`: JSON object of names to values. */
export const SETTINGS_QUERY = `SELECT pg_catalog.set_config(s.key, s.value, true) FROM pg_catalog.json_each_text($1::pg_catalog.json) AS s
WHERE COALESCE(pg_catalog.current_setting(s.key, true), '') IS DISTINCT FROM s.value`;

/**
 * Rows `(kind, name, rows, bytes)`. `code`: something that planning could run, or ask outside. `passed`: a relation whose rows change with
 * those of the operation. `size`: a relation that is changed, by oid, with its partitions.
 */
export function reachQuery({ relations, changed, plan }: ImpactQuestion): string {
  const user = `${FIRST_USER_OID}::oid`;
  const all = list([...relations, ...changed.map(({ oid }) => oid)]);
  const touched = list(changed.map(({ oid }) => oid));
  const parts = plan === null ? [] : [...codeQueries(user, plan.types), ...(plan.deletes || plan.updates ? [passedQuery(touched, { ...plan, changed })] : [])];
  return `WITH RECURSIVE reach(oid) AS (
  SELECT u.oid FROM unnest(${all}) AS u(oid)
  UNION
  SELECT n.oid FROM reach r CROSS JOIN LATERAL (
    SELECT i.inhrelid FROM pg_inherits i WHERE i.inhparent = r.oid
    UNION ALL SELECT d.refobjid FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass WHERE w.ev_class = r.oid
    UNION ALL SELECT d.refobjid FROM pg_policy p JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass WHERE p.polrelid = r.oid
  ) AS n(oid)
), below(root, oid) AS (
  SELECT u.oid, u.oid FROM unnest(${touched}) AS u(oid)
  UNION
  SELECT b.root, i.inhrelid FROM below b JOIN pg_inherits i ON i.inhparent = b.oid
), part(classid, objid) AS (
  SELECT 'pg_rewrite'::regclass::oid, w.oid FROM pg_rewrite w JOIN reach r ON w.ev_class = r.oid
  UNION ALL SELECT 'pg_policy'::regclass::oid, p.oid FROM pg_policy p JOIN reach r ON p.polrelid = r.oid
  UNION ALL SELECT 'pg_attrdef'::regclass::oid, a.oid FROM pg_attrdef a JOIN reach r ON a.adrelid = r.oid
  UNION ALL SELECT 'pg_constraint'::regclass::oid, c.oid FROM pg_constraint c JOIN reach r ON c.conrelid = r.oid WHERE c.contype = 'c'
  UNION ALL SELECT 'pg_class'::regclass::oid, x.indexrelid FROM pg_index x JOIN reach r ON x.indrelid = r.oid
  UNION ALL SELECT 'pg_statistic_ext'::regclass::oid, s.oid FROM pg_statistic_ext s JOIN reach r ON s.stxrelid = r.oid
  UNION ALL SELECT 'pg_class'::regclass::oid, r.oid FROM reach r
)
${[...parts, sizeQuery()].join('\nUNION ALL\n')}`;
}

// Functions and operators of users, wherever the planner meets them; foreign tables, whose wrappers may call out; casts and ranges with code.
function codeQueries(user: string, types: readonly string[]): string[] {
  const row = (name: string, from: string): string => `SELECT '${REACH.code}'::text, ${name}::text, NULL::float8, NULL::int8 FROM ${from}`;
  // Types of users that the statement names, that columns have, or that whole rows are of.
  const type = `SELECT t.oid FROM pg_type t WHERE t.oid >= ${user} AND t.typname = ANY (${names(types)})
    UNION SELECT c.reltype FROM pg_class c JOIN reach r ON c.oid = r.oid
    UNION SELECT e.oid FROM pg_attribute a JOIN reach r ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid
      CROSS JOIN LATERAL (VALUES (t.oid), (t.typelem), (t.typbasetype)) AS e(oid) WHERE a.attnum > 0 AND e.oid >= ${user}`;
  return [
    row('p.proname', `part JOIN pg_depend d ON d.classid = part.classid AND d.objid = part.objid AND d.refclassid = 'pg_proc'::regclass JOIN pg_proc p ON p.oid = d.refobjid WHERE p.oid >= ${user}`),
    row('o.oprname', `part JOIN pg_depend d ON d.classid = part.classid AND d.objid = part.objid AND d.refclassid = 'pg_operator'::regclass JOIN pg_operator o ON o.oid = d.refobjid WHERE o.oid >= ${user}`),
    row('c.opcname', `reach JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = reach.oid AND d.refclassid = 'pg_opclass'::regclass JOIN pg_opclass c ON c.oid = d.refobjid WHERE c.oid >= ${user}`),
    row('c.relname', "reach JOIN pg_class c ON c.oid = reach.oid WHERE c.relkind = 'f'"),
    row('p.proname', `pg_cast k JOIN pg_proc p ON p.oid = k.castfunc WHERE p.oid >= ${user} AND (k.castsource IN (${type}) OR k.casttarget IN (${type}) OR (k.castsource < ${user} AND k.casttarget < ${user}))`),
    row('t.typname', `pg_range g JOIN pg_type t ON t.oid = g.rngtypid WHERE (g.rngsubdiff >= ${user} OR g.rngcanonical >= ${user}) AND t.oid IN (${type})`),
  ];
}

// c, n and d: CASCADE, SET NULL, SET DEFAULT.
function passedQuery(touched: string, { deletes, updates, changed }: { readonly deletes: boolean; readonly updates: boolean; readonly changed: ImpactQuestion['changed'] }): string {
  const columns = changed.flatMap(({ columns: named }) => named);
  const keyed = columns.length === 0 || columns.includes('*') ? 'true' : `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attnum = ANY (f.confkey) AND a.attname = ANY (${names(columns)}))`;
  const acts = [...(deletes ? ["f.confdeltype IN ('c', 'n', 'd')"] : []), ...(updates ? [`(f.confupdtype IN ('c', 'n', 'd') AND ${keyed})`] : [])];
  return `SELECT '${REACH.passed}'::text, c.relname::text, NULL::float8, NULL::int8 FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
    WHERE f.contype = 'f' AND f.confrelid IN (SELECT u.oid FROM unnest(${touched}) AS u(oid) UNION SELECT b.oid FROM below b) AND (${acts.join(' OR ')})`;
}

// reltuples below 0: never counted; before PostgreSQL 14 that was 0, which an empty table has, too.
function sizeQuery(): string {
  return `SELECT '${REACH.size}'::text, b.root::text, CASE WHEN bool_or(c.reltuples < 0) THEN NULL ELSE sum(c.reltuples) END::float8, sum(pg_total_relation_size(c.oid))::int8
    FROM below b JOIN pg_class c ON c.oid = b.oid WHERE c.relkind IN ('r', 'm', 'i', 't') GROUP BY b.root`;
}

function list(oids: readonly number[]): string {
  return `'{${[...new Set(oids)].map(Number).join(',')}}'::oid[]`;
}

// standard_conforming_strings is on, so a quote is the only sign that has to be written twice.
function names(texts: readonly string[]): string {
  return `ARRAY[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::name[]`;
}
