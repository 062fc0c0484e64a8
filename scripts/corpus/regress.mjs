// SPDX-License-Identifier: Apache-2.0
// PostgreSQL's own regression suite, statement by statement: is each read as the grammar reads it, is each classified, and why not. Each is
// asked by itself, so functions, prepared statements and cursors made by statements before it are rightly unknown.
import { explainAll, percent, rows } from './material.mjs';

export async function regress(policy) {
  const cases = rows('postgres-regress', 'statements-pg15.jsonl');
  if (cases === null) return;
  const from = process.hrtime.bigint();
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const took = Number(process.hrtime.bigint() - from) / 1e9;
  const unread = (answer) => answer.statements.some((statement) => statement.statement === 'UNKNOWN');
  const readable = cases.filter((row) => row.ok).length;
  const { unknown, silent, reasons } = unknownOf(cases, answers);
  console.log(`\npostgres-regress: ${cases.length} statements in ${took.toFixed(1)} s`);
  console.log(`  accepted by the grammar as PostgreSQL's own: ${percent(cases.filter((row, index) => row.ok && !unread(answers[index])).length, readable)}`);
  console.log(`  refused where it does:                       ${percent(cases.filter((row, index) => !row.ok && unread(answers[index])).length, cases.length - readable)}`);
  console.log(`  fully classified:                            ${percent(cases.length - unknown, cases.length)}`);
  console.log(`  unknown, with a reason:                      ${percent(unknown - silent, cases.length)}; without one: ${silent}`);
  for (const [why, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 12)) console.log(`    ${String(count).padStart(5)}  ${why}`);
}

function unknownOf(cases, answers) {
  const made = functionsMadeIn(cases);
  const reasons = new Map();
  let [unknown, silent] = [0, 0];
  for (const answer of answers) {
    const vague = answer.statements.filter((statement) => statement.accesses.some((access) => access.effect === 'unknown'));
    if (vague.length > 0) unknown += 1;
    for (const statement of vague) {
      if (statement.unknown.length === 0) silent += 1;
      for (const why of statement.unknown.slice(0, 1)) {
        const kind = kindOf(why, made);
        reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
      }
    }
  }
  return { unknown, silent, reasons };
}

function kindOf(why, made) {
  const name = /^`[^`]*?([^`.]+)` is not a function/.exec(why)?.[1];
  if (name !== undefined) return `\`…\` is not a function that we know; the suite itself ${made.has(name.toLowerCase()) ? 'makes it' : 'does not make it'}`;
  return why.replace(/`[^`]*`/g, '`…`').replace(/^its PL\/pgSQL could not be read: .*/, 'its PL/pgSQL could not be read: …').slice(0, 90);
}

function functionsMadeIn(cases) {
  const made = new Set();
  for (const { sql } of cases) for (const [, name] of sql.matchAll(/create\s+(?:or\s+replace\s+)?(?:function|procedure|aggregate|type)\s+([\w."]+)/gi)) made.add(name.toLowerCase().replace(/^.*\./, '').replaceAll('"', ''));
  return made;
}
