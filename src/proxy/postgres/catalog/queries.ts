// SPDX-License-Identifier: Apache-2.0
//
// The questions that read a database's catalog, for PostgreSQL 12 to 18. One statement for everything but the definitions of views, so
// one snapshot; rows of several shapes, told apart by a tag. They may run inside a session whose search path an agent chose: every
// relation, function, operator and type is named with its schema, or a user's `=` could answer for the server's. Refuses to set anything,
// to read rows of user tables, to wait for a lock, and to leave one behind. Only pg_get_viewdef takes locks: on the relations that a view
// shows, until the transaction ends. So in a transaction a view is only asked for when that holds locks on all of them already (as it does
// on what it has just defined), elsewhere only when nobody else holds one exclusively, and never when the path puts other schemas before
// pg_catalog, because pg_get_viewdef looks up `=` through it.
import { CODE, CODE_PARTS, CODE_VERSIONS } from './code-queries.js';
import { branch, char, EQ, GE, name, NE, oid, oneOf, PG_ATTRDEF, PG_CLASS, PG_OPERATOR, PG_PROC, PG_REWRITE, PG_TOAST, PG_TYPE, text, USER } from './query-words.js';

/** Run once on a connection of our own: then definitions come out qualified, and nothing can be waited for or changed. */
export const CATALOG_SESSION_SETTINGS: Readonly<Record<string, string>> = {
  search_path: '',
  default_transaction_read_only: 'on',
  lock_timeout: '5s',
  statement_timeout: '30s',
};

/** Asks for `current_schemas(true)`, as JSON; `readSearchPath` reads the answer. */
export const SEARCH_PATH_QUERY = 'SELECT pg_catalog.array_to_json(pg_catalog.current_schemas(true))::pg_catalog.text';

/** What the rows are, by their first column; the others are numbered as in the comments below. */
export const ROW = { session: 'c', schema: 'n', relation: 'r', inheritance: 'i', trigger: 'g', function: 'p', operator: 'o', type: 'y', definition: 'd', code: 'k', conversions: 'v' } as const;

// What a view's definition is printed from: its rule, and the names of all that this depends on. As long as the key is the same, so is
// the text but for its layout; and columns that a relation gets make no name in it mean less.
const VIEWS = `view AS MATERIALIZED (
  SELECT w.ev_class, pg_catalog.concat(w.xmin, ' ', w.ctid, ' ', pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
    COALESCE((${names()}), ${text("''")}), pg_catalog.getdatabaseencoding())), ${text("'hex'")})) AS key
    FROM pg_catalog.pg_rewrite w WHERE w.ev_type ${EQ} ${char('1')} AND w.ev_class ${GE} ${USER}
)`;

function names(): string {
  const found = (table: string, as: string, id: string) => `LEFT JOIN pg_catalog.${table} ${as} ON d.refclassid ${EQ} ${id} AND ${as}.oid ${EQ} d.refobjid`;
  return `
    SELECT pg_catalog.string_agg(${text(`pg_catalog.json_build_array(d.refclassid, d.refobjid, d.refobjsubid, n.nspname, c.relname, a.attname, p.proname, o.oprname, t.typname)`)}, ${text("' '")} ORDER BY d.refclassid, d.refobjid, d.refobjsubid)
      FROM pg_catalog.pg_depend d
      ${found('pg_class', 'c', PG_CLASS)} LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} c.oid AND a.attnum ${EQ} d.refobjsubid::pg_catalog.int2
      ${found('pg_proc', 'p', PG_PROC)} ${found('pg_operator', 'o', PG_OPERATOR)} ${found('pg_type', 't', PG_TYPE)}
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} COALESCE(c.relnamespace, p.pronamespace, o.oprnamespace, t.typnamespace)
     WHERE d.classid ${EQ} ${PG_REWRITE} AND d.objid ${EQ} w.oid AND d.refobjid ${NE} w.ev_class`;
}

// `:2,3` for a generated column: the columns that it is computed from.
const SOURCES = `CASE WHEN a.attgenerated ${NE} ''::pg_catalog."char" THEN (
    SELECT pg_catalog.concat(':', pg_catalog.string_agg(${text('d.refobjsubid')}, ${text("','")})) FROM pg_catalog.pg_depend d
      LEFT JOIN pg_catalog.pg_attrdef e ON d.classid ${EQ} ${PG_ATTRDEF} AND e.oid ${EQ} d.objid
     WHERE d.refclassid ${EQ} ${PG_CLASS} AND d.refobjid ${EQ} a.attrelid AND d.refobjsubid ${NE} a.attnum::pg_catalog.int4
       AND ((e.adrelid ${EQ} a.attrelid AND e.adnum ${EQ} a.attnum) OR (d.classid ${EQ} ${PG_CLASS} AND d.objid ${EQ} a.attrelid AND d.objsubid ${EQ} a.attnum::pg_catalog.int4))) END`;

/** The question. `from`: oid at which relations start, 0 or `FIRST_USER_OID`; PostgreSQL's own never change while it runs. */
export function catalogQuery(from: number): string {
  return `
WITH temp AS MATERIALIZED (
  SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid ${EQ} pg_catalog.pg_my_temp_schema()
), rel AS MATERIALIZED (
  SELECT c.oid, c.relname, c.relkind, c.relnamespace, c.relhasrules FROM pg_catalog.pg_class c
   WHERE c.oid ${GE} ${oid(from)} AND c.relkind ${NE} ${char('t')} AND c.relnamespace ${NE} ${PG_TOAST}
     AND (c.relpersistence ${NE} ${char('t')} OR c.relnamespace ${EQ} pg_catalog.pg_my_temp_schema())
), col AS (
  SELECT a.attrelid, ${text('pg_catalog.json_agg(a.attname)')} AS names,
         pg_catalog.string_agg(${text('a.attnum')}, ${text("' '")}) AS numbers, pg_catalog.string_agg(pg_catalog.concat(a.atttypid, ${SOURCES}), ${text("' '")}) AS types
    FROM pg_catalog.pg_attribute a JOIN rel ON rel.oid ${EQ} a.attrelid
   WHERE a.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT a.attisdropped AND NOT (rel.relkind ${oneOf('iI')}) GROUP BY a.attrelid
), ${VIEWS}, ${CODE_PARTS}
${branches().join('\nUNION ALL\n')}`;
}

/**
 * One word over the versions of all rows that a snapshot is made of, temporary objects aside: another one whenever definitions were changed,
 * by whomever. Each version has its transaction and its place, and is added up by a hash, so that the order of commits does not matter.
 */
export const FINGERPRINT_QUERY = `
WITH space AS MATERIALIZED (
  SELECT n.oid, n.xmin AS x, n.ctid AS p FROM pg_catalog.pg_namespace n WHERE NOT (n.nspname OPERATOR(pg_catalog.~) ${text("'^pg_(toast_)?temp_'")})
), rel AS MATERIALIZED (
  SELECT c.oid, c.xmin AS x, c.ctid AS p FROM pg_catalog.pg_class c
   WHERE c.oid ${GE} ${USER} AND NOT (c.relkind ${oneOf('tiI')}) AND c.relpersistence ${NE} ${char('t')}
), rows AS (
  ${[
    'SELECT oid AS id, x, p FROM space', 'SELECT oid, x, p FROM rel',
    `SELECT a.attrelid, a.xmin, a.ctid FROM pg_catalog.pg_attribute a JOIN rel ON rel.oid ${EQ} a.attrelid`,
    `SELECT g.oid, g.xmin, g.ctid FROM pg_catalog.pg_trigger g JOIN rel ON rel.oid ${EQ} g.tgrelid`,
    `SELECT i.inhrelid, i.xmin, i.ctid FROM pg_catalog.pg_inherits i JOIN rel ON rel.oid ${EQ} i.inhrelid`,
    `SELECT w.oid, w.xmin, w.ctid FROM pg_catalog.pg_rewrite w WHERE w.oid ${GE} ${USER}`,
    `SELECT f.oid, f.xmin, f.ctid FROM pg_catalog.pg_proc f WHERE f.oid ${GE} ${USER}`,
    `SELECT o.oid, o.xmin, o.ctid FROM pg_catalog.pg_operator o WHERE o.oid ${GE} ${USER}`,
    `SELECT t.oid, t.xmin, t.ctid FROM pg_catalog.pg_type t JOIN space ON space.oid ${EQ} t.typnamespace WHERE t.oid ${GE} ${USER}`,
    ...CODE_VERSIONS,
  ].join('\n  UNION ALL ')}
)
SELECT pg_catalog.concat(pg_catalog.count(*), ' ', pg_catalog.sum(pg_catalog.hashtextextended(pg_catalog.concat(id, ' ', x, ' ', p), 0::pg_catalog.int8))) FROM rows`;

/** Asks for types by oid, in rows of the same shape. */
export function typesQuery(oids: readonly number[]): string {
  return `${branch(ROW.type, TYPE, TYPE_FROM)} WHERE t.oid ${EQ} ANY (${list(oids)})`;
}

/**
 * Asks for views' definitions: 1 oid, 2 key as `catalogQuery` gives it, 3 the text or NULL. `inTransaction`: with locks that the session
 * holds until it ends, so none may be added.
 */
export function definitionsQuery(oids: readonly number[], { inTransaction }: { readonly inTransaction: boolean }): string {
  const shown = `pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend d ON d.classid ${EQ} ${PG_REWRITE} AND d.objid ${EQ} w.oid AND d.refclassid ${EQ} ${PG_CLASS}`;
  const barred = inTransaction
    ? `SELECT FROM ${shown} WHERE w.ev_class ${EQ} view.ev_class AND NOT EXISTS (SELECT FROM held WHERE held.relation ${EQ} d.refobjid)`
    : `SELECT FROM ${shown} JOIN locked ON locked.relation ${EQ} d.refobjid WHERE w.ev_class ${EQ} view.ev_class`;
  const printed = `CASE WHEN (SELECT path.own_first FROM path) AND NOT EXISTS (${barred}) THEN pg_catalog.pg_get_viewdef(view.ev_class) END`;
  return `
WITH path AS MATERIALIZED (
  SELECT (pg_catalog.array_remove(pg_catalog.current_schemas(true), (SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid ${EQ} pg_catalog.pg_my_temp_schema())))[1]
    ${EQ} ${name('pg_catalog')} AS own_first
), ${VIEWS}, held AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l WHERE l.pid ${EQ} pg_catalog.pg_backend_pid() AND l.granted AND l.relation IS NOT NULL
), locked AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database d ON d.oid ${EQ} l.database
   WHERE l.mode ${EQ} ${text("'AccessExclusiveLock'")} AND d.datname ${EQ} pg_catalog.current_database()
     AND COALESCE(l.pid, 0) ${NE} pg_catalog.pg_backend_pid()
)
${branch(ROW.definition, [text('view.ev_class'), 'view.key', printed], 'FROM view')} WHERE view.ev_class ${EQ} ANY (${list(oids)})`;
}

function list(oids: readonly number[]): string {
  return `'{${oids.map(Number).join(',')}}'::pg_catalog.oid[]`;
}

// 1 oid, 2 schema, 3 domain's base type, 4 name, 5 name as format_type prints it, 6 type that it is made of (an array's elements, a range's
// bounds, a multirange's ranges), 7 relation whose rows it is
const TYPE = [text('t.oid'), text('n.nspname'), text('t.typbasetype'), text('t.typname'), 'pg_catalog.format_type(t.oid, NULL)', text(`CASE
    WHEN t.typtype ${EQ} ${char('r')} THEN (SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid ${EQ} t.oid)
    WHEN t.typtype ${EQ} ${char('m')} THEN (SELECT d.refobjid FROM pg_catalog.pg_depend d WHERE d.classid ${EQ} ${PG_TYPE} AND d.objid ${EQ} t.oid AND d.refclassid ${EQ} ${PG_TYPE} AND d.deptype ${EQ} ${char('i')})
    ELSE t.typelem END`), text('t.typrelid')];
const TYPE_FROM = `FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} t.typnamespace`;

// Null unless it is in C, of a library of the server's own folder, and gives one value: `citext citext_eq i`. PostgreSQL names the language by this oid.
const NATIVE = `CASE WHEN p.prolang ${EQ} ${oid(13)} AND NOT p.proretset AND pg_catalog.starts_with(p.probin, ${text("'$libdir/'")})
    THEN pg_catalog.concat(pg_catalog.substr(p.probin, 9), ' ', p.prosrc, ' ', p.provolatile) END`;

function branches(): string[] {
  return [
    // 1 database, 2 user, 3 version, 4 search path as JSON, 5 own temporary schema, 6 encoding
    branch(ROW.session, [text('pg_catalog.current_database()'), text('CURRENT_USER'), "pg_catalog.current_setting('server_version_num')",
      text('pg_catalog.array_to_json(pg_catalog.current_schemas(true))'),
      `(SELECT ${text('temp.nspname')} FROM temp)`, text('pg_catalog.getdatabaseencoding()')], ''),
    // 1 name
    branch(ROW.schema, [text('n.nspname')], 'FROM pg_catalog.pg_namespace n'),
    // Types but the row types of relations, which are thousands and hardly used: typesQuery() reads those that are.
    branch(ROW.type, TYPE, `${TYPE_FROM}
      LEFT JOIN pg_catalog.pg_type e ON e.oid ${EQ} t.typelem AND e.typarray ${EQ} t.oid
      LEFT JOIN pg_catalog.pg_class c ON c.oid ${EQ} COALESCE(e.typrelid, t.typrelid)
      WHERE c.oid IS NULL OR c.relkind ${EQ} ${char('c')}`),
    // 1 oid, 2 schema, 3 name, 4 kind, 5 rules, 6 key of a user's view, 7 to 9 columns: names as JSON, numbers, types
    branch(ROW.relation, [text('rel.oid'), text('n.nspname'), text('rel.relname'), text('rel.relkind'), `
      ${text(`(rel.relhasrules AND EXISTS (SELECT FROM pg_catalog.pg_rewrite w WHERE w.ev_class ${EQ} rel.oid AND w.ev_type ${NE} ${char('1')}))`)}`,
      'view.key', 'col.names', 'col.numbers', 'col.types'], `
      FROM rel JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} rel.relnamespace LEFT JOIN col ON col.attrelid ${EQ} rel.oid
      LEFT JOIN view ON view.ev_class ${EQ} rel.oid`),
    // 1 child, 2 parent
    branch(ROW.inheritance, [text('i.inhrelid'), text('i.inhparent')], 'FROM pg_catalog.pg_inherits i'),
    // 1 relation, 2 schema and 3 name of its function
    branch(ROW.trigger, [text('t.tgrelid'), text('n.nspname'), text('p.proname')], `
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid ${EQ} t.tgfoid JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace
      WHERE NOT t.tgisinternal AND t.tgenabled ${NE} ${char('D')}`),
    // 1 schema, 2 name, 3 language, 4 volatility, 5 security definer, 6 types that it takes, 7 type that it gives, 8 variadic, 9 C code
    branch(ROW.function, [text('n.nspname'), text('p.proname'), text('l.lanname'), text('p.provolatile'), text('p.prosecdef'), text('p.proargtypes'), text('p.prorettype'), text(`(p.provariadic ${NE} ${oid(0)})`), NATIVE], `
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace JOIN pg_catalog.pg_language l ON l.oid ${EQ} p.prolang
      WHERE p.oid ${GE} ${USER}`),
    // 1 schema, 2 name, 3 and 4 types that it takes on its left and right, 5 type that it gives, 6 C code
    branch(ROW.operator, [text('n.nspname'), text('o.oprname'), text('o.oprleft'), text('o.oprright'), text('o.oprresult'), NATIVE], `
      FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} o.oprnamespace LEFT JOIN pg_catalog.pg_proc p ON p.oid ${EQ} o.oprcode::pg_catalog.oid WHERE o.oid ${GE} ${USER}`),
    // 1 types that become others without being asked, PostgreSQL's own, too: `20:1700 23:20`
    branch(ROW.conversions, [`pg_catalog.string_agg(pg_catalog.concat(k.castsource, ':', k.casttarget), ${text("' '")})`], `FROM pg_catalog.pg_cast k WHERE k.castcontext ${EQ} ${char('i')}`),
    // See code-queries.ts.
    ...CODE.map(({ expressions, from }) => branch(ROW.code, expressions, from)),
  ];
}
