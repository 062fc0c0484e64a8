// SPDX-License-Identifier: Apache-2.0
// A database change tool's expectations: kinds of statements, splitting, and where result columns come from. Rows on which the two differ
// are printed with the reason.
import { explainAll, percent, rows, short } from './material.mjs';

export async function bytebase(policy) {
  const types = rows('bytebase-sql-review', 'statement-type.jsonl');
  if (types === null) return;
  console.log(`\nbytebase-sql-review:`);
  await statementTypes(types, policy);
  await splitting(rows('bytebase-sql-review', 'split.jsonl'), policy);
  await lineage(rows('bytebase-sql-review', 'query-span.jsonl'), policy);
}

/** Their name to why ours is another. */
const OTHER_NAMES = {
  TRUNCATE: 'ours is the server’s command tag',
  RENAME_INDEX: 'the tag of ALTER INDEX … RENAME is ALTER INDEX',
  RENAME_SCHEMA: 'the tag is ALTER SCHEMA',
  RENAME_SEQUENCE: 'the tag is ALTER SEQUENCE',
  DROP_TABLE: 'it drops a materialized view, and so says the tag',
};

async function statementTypes(cases, policy) {
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const named = (answer) => answer.statements.map((statement) => statement.statement.replaceAll(' ', '_'));
  const other = cases.map((row, index) => ({ row, ours: named(answers[index]) })).filter(({ row, ours }) => String(row.types) !== String(ours));
  console.log(`  statement types: ${percent(cases.length - other.length, cases.length)}`);
  for (const { row, ours } of other) console.log(`    ${row.types} is called ${ours} here: ${OTHER_NAMES[String(row.types)] ?? 'NOT EXPLAINED'}`);
}

async function splitting(cases, policy) {
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const statements = (row) => row.statements.filter((text) => text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').replace(/[;\s]/g, '') !== '').length;
  console.log(`  number of statements after splitting: ${percent(cases.filter((row, index) => statements(row) === answers[index].statements.length).length, cases.length)}`);
}

// Sets of source columns over the whole result. Explain has no catalog: what it says of columns that it could not place is held against
// the row's own schema, as the gate's catalog would.
async function lineage(cases, policy) {
  // They follow no statement but a SELECT: the other rows tell nothing of lineage.
  const asked = cases.filter((row) => row.results.length > 0);
  const answers = await explainAll(policy, asked.map((row) => row.sql));
  const compared = asked.map((row, index) => ({
    row,
    theirs: [...new Set(row.results.flatMap((result) => result.source))].sort().join(' '),
    ours: sourcesOf(answers[index], columnsIn(row.metadata)),
  }));
  const differing = compared.filter(({ ours, theirs }) => ours !== theirs);
  console.log(`  source columns of results: ${percent(asked.length - differing.length, asked.length)} (${cases.length} rows, ${asked.length} with results)`);
  for (const { row, ours, theirs } of differing) console.log(`    ${short(row.sql, 70)}\n            theirs ${short(theirs)}, ours ${short(ours)}: ${reason(row, ours)}`);
}

function columnsIn({ schemas = [] }) {
  return new Map(schemas.flatMap(({ name: schema, tables = [] }) => tables.map(({ name, columns = [] }) => [`${schema || 'public'}.${name}`, columns.map((column) => column.name)])));
}

function sourcesOf(answer, columns) {
  const found = new Set();
  for (const { outputs } of answer.statements.slice(-1)) {
    if (outputs === 'unknown') return 'not known';
    for (const { origins } of outputs ?? []) {
      if (origins === null) return 'not known';
      for (const { relation, column } of origins) {
        const known = columns.get(relation) ?? [];
        for (const name of column === '*' ? known : known.filter((one) => one === column)) found.add(`${relation}.${name}`);
      }
    }
  }
  return [...found].sort().join(' ');
}

function reason({ metadata, sql }, ours) {
  const functions = (metadata.schemas ?? []).flatMap((schema) => schema.functions ?? []);
  if (ours === 'not known' && functions.some(({ name }) => sql.toLowerCase().includes(name))) return 'they look into a function’s body; to the gate its result is of unknown lineage, and masked';
  if (/\bcount\(issue\.id\)/i.test(sql)) return 'to us `count(id)` tells how many there are, and nothing of what the ids are';
  return 'NOT EXPLAINED';
}
