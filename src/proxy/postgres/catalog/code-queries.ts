// SPDX-License-Identifier: Apache-2.0
//
// The part of the catalog's question that asks which functions run where no statement names them: with a cast, a domain's CHECK, a comparison
// of a user's type, an operator class, a row policy, a foreign table. Functions come from the trees that the server keeps, built-in ones from their text and
// others from the dependencies. Refuses to list what is C: such functions only a superuser can install, and those that belong to a type or
// an index are then a part of the server. What somebody named in a cast, a CHECK or a policy is listed in whatever language.
import { char, EQ, GE, NE, oid, PG_CLASS, PG_OPERATOR, PG_PROC, PG_TYPE, text, USER } from './query-words.js';

const PG_CONSTRAINT = oid(2606);
const PG_POLICY = oid(3256);
const BTREE = oid(403);
const HASH = oid(405);
const BRIN = oid(3580);
/** What a BRIN class of the kind `inclusion` says of itself: it fills an index by functions, where others ask operators. */
const BRIN_INCLUSION = oid(4105);
// Of languages, fixed by the server's source: internal and C.
const NOT_C = (language: string) => `${language} ${NE} ${oid(12)} AND ${language} ${NE} ${oid(13)}`;

/** Where functions are called in a tree, as text: matches `:funcid 2100 `, misses `:opfuncid 67 `: operators of PostgreSQL's own are harmless, others are among the dependencies. */
const CALLED = text("':(?:funcid|aggfnoid|winfnoid) ([0-9]+)'");

/** Named queries that the rows come from. `written`: trees that belong to a type or relation; `support`: functions of operator classes. */
export const CODE_PARTS = `written AS MATERIALIZED (
  SELECT ${text("'made'")} AS how, c.contypid AS of, ${PG_CONSTRAINT} AS class, c.oid AS id, ${text('c.conbin')} AS tree
    FROM pg_catalog.pg_constraint c WHERE c.contypid ${GE} ${USER} AND c.conbin IS NOT NULL
  UNION ALL
  SELECT ${text("'read'")}, p.polrelid, ${PG_POLICY}, p.oid, pg_catalog.concat(p.polqual, p.polwithcheck)
    FROM pg_catalog.pg_policy p
), support AS MATERIALIZED (
  SELECT c.oid, c.opcintype, c.opcname, c.opcmethod, c.opcdefault, c.opcdefault AND (c.opcmethod ${EQ} ${BTREE} OR c.opcmethod ${EQ} ${HASH}) AS compares, f.func, f.builds
    FROM (
      SELECT s.amprocfamily AS family, s.amproc::pg_catalog.oid AS func, true AS builds FROM pg_catalog.pg_amproc s WHERE s.oid ${GE} ${USER}
      UNION
      SELECT s.amopfamily, o.oprcode::pg_catalog.oid, s.amopmethod ${EQ} ${BRIN} AND EXISTS (
          SELECT FROM pg_catalog.pg_amproc i WHERE i.amprocfamily ${EQ} s.amopfamily AND i.amprocnum ${EQ} 1::pg_catalog.int2 AND i.amproc::pg_catalog.oid ${NE} ${BRIN_INCLUSION})
        FROM pg_catalog.pg_amop s JOIN pg_catalog.pg_operator o ON o.oid ${EQ} s.amopopr WHERE s.oid ${GE} ${USER}
    ) f JOIN pg_catalog.pg_proc p ON p.oid ${EQ} f.func AND ${NOT_C('p.prolang')} JOIN pg_catalog.pg_opclass c ON c.opcfamily ${EQ} f.family
), ranged AS MATERIALIZED (
  SELECT r.rngtypid, f.func FROM pg_catalog.pg_range r
    CROSS JOIN LATERAL (
      SELECT p.oid AS func FROM pg_catalog.pg_proc p WHERE (p.oid ${EQ} r.rngcanonical::pg_catalog.oid OR p.oid ${EQ} r.rngsubdiff::pg_catalog.oid) AND ${NOT_C('p.prolang')}
      UNION ALL
      SELECT support.func FROM support WHERE support.oid ${EQ} r.rngsubopc
    ) f WHERE r.rngtypid ${GE} ${USER}
)`;

const FUNCTION = [text('n.nspname'), text('p.proname'), `CASE WHEN NOT (p.oid ${GE} ${USER}) THEN ${text("'builtin'")} WHEN ${NOT_C('p.prolang')} THEN ${text("'user'")} ELSE ${text("'native'")} END`];
const named = (func: string) => `JOIN pg_catalog.pg_proc p ON p.oid ${EQ} ${func} JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace`;
const depends = 'FROM written w JOIN pg_catalog.pg_depend d';
const ofTree = `d.classid ${EQ} w.class AND d.objid ${EQ} w.id`;
const none = text('NULL');
/** Most databases have none, and then nobody has to know what is compared where. */
const OWN_COMPARISONS = '(EXISTS (SELECT FROM support s WHERE s.compares) OR EXISTS (SELECT FROM ranged))';
const builds = `CASE WHEN s.builds THEN ${text("'b'")} END`;

/**
 * Rows: 1 how, 2 of what, 3 what else, 4 a cast's context (`e`, `a`, `i`), 5 schema and 6 name of the function, 7 `builtin`, `user`, or `native` for a user's in C, 8 and 9
 * relations whose rows a cast is from and to.
 *
 * `cast`: from type 2 to type 3. `made`: when a value becomes type 2. `compared`: when values of type 2 are. `read`: when relation 2 is, by
 * row policies, which are on where it is `guarded`. `holds`: type 2 is compared and made as type 3 is. `makes`: reading relation 2 makes
 * values of type 3. `reads`: it reads relation 3. `foreign`: relation 2 is elsewhere, and this is what reads it. `kept`: when an index, a
 * table's index or its partition key 2 is looked into; 4 is `b`: also when it is filled. `keeps`: filling it compares values of type 3, and `refers`: so does removing rows.
 * `class`: when an index is filled by the operator class that 8 names, of access method 9, for type 2; 3 as 4 of `kept`, 4 is `d`: by default.
 */
export const CODE: readonly { readonly expressions: readonly string[]; readonly from: string }[] = [
  {
    expressions: [text("'cast'"), text('k.castsource'), text('k.casttarget'), text('k.castcontext'), ...FUNCTION,
      ...['k.castsource', 'k.casttarget'].map((type) => text(`(SELECT t.typrelid FROM pg_catalog.pg_type t WHERE t.oid ${EQ} ${type})`))],
    from: `FROM pg_catalog.pg_cast k ${named('k.castfunc')} WHERE k.oid ${GE} ${USER}`,
  },
  {
    expressions: [text("'holds'"), text('k.castsource'), text('k.casttarget')],
    from: `FROM pg_catalog.pg_cast k WHERE k.oid ${GE} ${USER} AND k.castmethod ${EQ} ${char('b')} AND k.castcontext ${EQ} ${char('i')}`,
  },
  {
    expressions: ['w.how', text('w.of'), none, none, ...FUNCTION],
    from: `FROM written w CROSS JOIN LATERAL pg_catalog.regexp_matches(w.tree, ${CALLED}, ${text("'g'")}) AS m(found) ${named('m.found[1]::pg_catalog.oid')}`,
  },
  {
    expressions: ['w.how', text('w.of'), none, none, ...FUNCTION],
    from: `${depends} ON ${ofTree} LEFT JOIN pg_catalog.pg_operator o ON d.refclassid ${EQ} ${PG_OPERATOR} AND o.oid ${EQ} d.refobjid
      ${named(`CASE WHEN d.refclassid ${EQ} ${PG_PROC} THEN d.refobjid ELSE o.oprcode::pg_catalog.oid END`)}`,
  },
  {
    expressions: [`CASE WHEN w.how ${EQ} ${text("'made'")} THEN ${text("'holds'")} ELSE ${text("'makes'")} END`, text('w.of'), text('d.refobjid')],
    from: `${depends} ON ${ofTree} AND d.refclassid ${EQ} ${PG_TYPE} AND d.refobjid ${NE} w.of`,
  },
  {
    expressions: [text("'reads'"), text('w.of'), text('d.refobjid')],
    from: `${depends} ON ${ofTree} AND d.refclassid ${EQ} ${PG_CLASS} AND d.refobjid ${NE} w.of AND w.class ${EQ} ${PG_POLICY}`,
  },
  { expressions: [text("'compared'"), text('s.opcintype'), none, none, ...FUNCTION], from: `FROM support s ${named('s.func')} WHERE s.compares` },
  {
    expressions: [text("'class'"), text('s.opcintype'), builds, `CASE WHEN s.opcdefault THEN ${text("'d'")} END`, ...FUNCTION, text('s.opcname'), text('m.amname')],
    from: `FROM support s JOIN pg_catalog.pg_am m ON m.oid ${EQ} s.opcmethod ${named('s.func')}`,
  },
  {
    expressions: [text("'kept'"), text('x.id'), none, builds, ...FUNCTION],
    from: `FROM support s JOIN pg_catalog.pg_index i ON s.oid ${EQ} ANY (i.indclass::pg_catalog.oid[])
      CROSS JOIN LATERAL (VALUES (i.indrelid), (i.indexrelid)) AS x(id) ${named('s.func')}`,
  },
  {
    expressions: [text("'kept'"), text('i.partrelid'), none, text("'b'"), ...FUNCTION],
    from: `FROM support s JOIN pg_catalog.pg_partitioned_table i ON s.oid ${EQ} ANY (i.partclass::pg_catalog.oid[]) ${named('s.func')}`,
  },
  { expressions: [text("'guarded'"), text('c.oid')], from: `FROM pg_catalog.pg_class c WHERE c.relrowsecurity AND c.oid ${EQ} ANY (ARRAY(SELECT p.polrelid FROM pg_catalog.pg_policy p))` },
  ...[`a.attrelid ${EQ} i.indexrelid`, `a.attrelid ${EQ} i.indrelid AND a.attnum ${EQ} ANY (i.indkey::pg_catalog.int2[])`].map((key) => ({
    expressions: [text("'keeps'"), text('x.id'), text('a.atttypid')],
    from: `FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON ${key} CROSS JOIN LATERAL (VALUES (i.indrelid), (i.indexrelid)) AS x(id) WHERE a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
  })),
  {
    expressions: [text("'keeps'"), text('i.partrelid'), text('a.atttypid')],
    from: `FROM pg_catalog.pg_partitioned_table i JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} i.partrelid AND a.attnum ${EQ} ANY (i.partattrs::pg_catalog.int2[]) WHERE a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
  },
  {
    expressions: [text("'refers'"), text('x.id'), text('a.atttypid')],
    from: `FROM pg_catalog.pg_constraint c CROSS JOIN LATERAL (VALUES (c.conrelid, c.conkey), (c.confrelid, c.confkey)) AS x(id, keys)
      JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} x.id AND a.attnum ${EQ} ANY (x.keys) WHERE c.contype ${EQ} ${char('f')} AND a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
  },
  ...['made', 'compared'].map((how) => ({ expressions: [text(`'${how}'`), text('r.rngtypid'), none, none, ...FUNCTION], from: `FROM ranged r ${named('r.func')}` })),
  {
    expressions: [text("'foreign'"), text('t.ftrelid'), none, none, ...FUNCTION],
    from: `FROM pg_catalog.pg_foreign_table t JOIN pg_catalog.pg_foreign_server s ON s.oid ${EQ} t.ftserver
      JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid ${EQ} s.srvfdw ${named('w.fdwhandler')}`,
  },
];

/** Versions of the rows that the above comes from, for the catalog's fingerprint; `rel`: relations that are nobody's temporary ones, indexes aside. */
export const CODE_VERSIONS: readonly string[] = [
  `SELECT k.oid, k.xmin, k.ctid FROM pg_catalog.pg_cast k WHERE k.oid ${GE} ${USER}`,
  `SELECT c.oid, c.xmin, c.ctid FROM pg_catalog.pg_constraint c WHERE c.contypid ${GE} ${USER}`,
  ...['policy', 'opclass', 'amproc', 'amop', 'foreign_server', 'foreign_data_wrapper'].map((of) => `SELECT x.oid, x.xmin, x.ctid FROM pg_catalog.pg_${of} x WHERE x.oid ${GE} ${USER}`),
  `SELECT x.ftrelid, x.xmin, x.ctid FROM pg_catalog.pg_foreign_table x`,
  `SELECT i.indexrelid, i.xmin, i.ctid FROM pg_catalog.pg_index i JOIN rel ON rel.oid ${EQ} i.indrelid`,
];
