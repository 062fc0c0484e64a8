// SPDX-License-Identifier: Apache-2.0
// What a read-only session may do, by the tests of a PostgreSQL MCP server. Its policy is not ours: each row on which the two differ is
// printed with what we say and, where the difference is meant, why.
import { explainAll, percent, rows, short } from './material.mjs';

/** By the beginning of the statement. */
const MEANT = [
  ['SET search_path', 'the gate follows the path itself, so a session may set it to an allow-listed value'],
  ['SELECT id FROM users; COMMIT', 'transaction control is nobody’s data; the reads around it are judged one by one'],
  ['BEGIN; SELECT', 'the same'],
  ['EXPLAIN ANALYZE SELECT', 'it runs a SELECT, which may be run; of a DELETE it would be denied'],
  ['SELECT pg_current_logfile', 'it tells where files of the server are'],
  ['CREATE EXTENSION', 'the origin has a list of extensions that it installs'],
  ['SELECT * FROM hypopg_', 'functions of that extension, which the origin lists; here an organisation’s own rule allows them'],
  ['SELECT * FROM pg_stats', 'statistics hold values of real rows, which the origin does not guard'],
];

export async function readonlyGuard(policy) {
  const cases = rows('sql-readonly-guard', 'crystaldba-postgres-mcp.jsonl');
  if (cases === null) return;
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const judged = cases.map((row, index) => ({ row, answer: answers[index] }));
  const bad = judged.filter(({ row }) => row.expect === 'deny');
  const good = judged.filter(({ row }) => row.expect === 'allow');
  const missed = bad.filter(({ answer }) => answer.decision === 'allow');
  const alarms = good.filter(({ answer }) => answer.decision !== 'allow');
  console.log(`\nsql-readonly-guard:`);
  console.log(`  stopped (review or deny) of what must be: ${percent(bad.length - missed.length, bad.length)}; denied: ${percent(bad.filter(({ answer }) => answer.decision === 'deny').length, bad.length)}`);
  console.log(`  false alarms:                             ${percent(alarms.length, good.length)}`);
  for (const [word, list] of [['missed', missed], ['alarm ', alarms]]) for (const item of list) print(word, item);
}

function print(word, { row, answer }) {
  const sql = short(row.sql);
  const meant = MEANT.find(([beginning]) => sql.startsWith(beginning));
  console.log(`    ${word}  ${sql}`);
  console.log(`            ${answer.decision}: ${short(answer.reasons[0] ?? answer.rules.join(', '), 120)}`);
  console.log(`            ${meant === undefined ? 'NOT EXPLAINED' : `meant: ${meant[1]}`}`);
}
