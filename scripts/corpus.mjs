// SPDX-License-Identifier: Apache-2.0
// `npm run corpus`: scores the parsers on other projects' material, through `ostiary policy explain` as any user would, and runs
// PostgreSQL's regression suite through the gate. One part alone: `npm run corpus -- parsers`, `-- suite` (takes minutes). Reads archives
// from ../shared/corpora (OSTIARY_CORPORA overrides) and says so when they are not there. Prints figures; keeps nothing, but the suite's
// outputs where OSTIARY_KEEP names a folder.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regressSuite } from './corpus/regress-suite.mjs';

const home = process.env.OSTIARY_CORPORA ?? '../shared/corpora';
const scratch = mkdtempSync(join(tmpdir(), 'ostiary-corpus-'));
const [part] = process.argv.slice(2);
const wanted = (name) => part === undefined || part === name;
const percent = (part, whole) => `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;

/** Lines of one file of an archive; null when the archive is not there. */
function rows(corpus, file) {
  const archive = join(home, `${corpus}.tar.gz`);
  if (!existsSync(archive)) {
    console.log(`\n${corpus}: not here (looked for ${archive})`);
    return null;
  }
  const unpacked = spawnSync('tar', ['xzf', archive, '-C', scratch]);
  if (unpacked.status !== 0) throw new Error(`${archive} can not be unpacked: ${unpacked.stderr}`);
  return readFileSync(join(scratch, corpus, file), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** A policy under which reading is all that is allowed: what a read-only session may do. */
function readOnlyPolicy() {
  const file = join(scratch, 'read-only.yml');
  writeFileSync(file, `version: 1
extends: [ostiary:postgres]
default: deny
identities: { reader: { local: true } }
resources: { db: { type: postgres, environment: production, url: "postgres://db.internal/db", credential: "file:/run/secrets/db" } }
rules:
  - { id: reads, match: { principal: reader, effect: read }, decide: allow }
`);
  return file;
}

/** Answers of `policy explain` in order; fails loudly when a line is missing. */
async function explainAll(policy, texts) {
  const child = spawn(process.execPath, ['dist/cli.js', 'policy', 'explain', '--policy', policy, '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`policy explain ended with ${code}`)))));
  for (const [id, text] of texts.entries()) {
    if (!child.stdin.write(`${JSON.stringify({ id, kind: 'sql', resource: 'db', principal: 'reader', text })}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  await ended;
  const answers = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  if (answers.length !== texts.length) throw new Error(`${texts.length} questions, ${answers.length} answers`);
  for (const [index, answer] of answers.entries()) if (answer.id !== index) throw new Error(`answer ${index} has the id ${answer.id}`);
  return answers;
}

const policy = readOnlyPolicy();
console.log(`policy of all figures below:\n${readFileSync(policy, 'utf8').replace(/^/gm, '  ')}`);
try {
  if (wanted('parsers')) {
    await regress();
    await readonlyGuard();
    await bytebase();
  }
  if (wanted('suite') && rows('postgres-regress', 'statements-pg15.jsonl') !== null) await regressSuite({ suite: join(scratch, 'postgres-regress'), scratch, keep: process.env.OSTIARY_KEEP ?? null });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function regress() {
  const cases = rows('postgres-regress', 'statements-pg15.jsonl');
  if (cases === null) return;
  const from = process.hrtime.bigint();
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const took = Number(process.hrtime.bigint() - from) / 1e9;
  const unread = (answer) => answer.statements.some((statement) => statement.statement === 'UNKNOWN');
  const reasons = new Map();
  let silent = 0;
  let unknown = 0;
  for (const answer of answers) {
    const vague = answer.statements.filter((statement) => statement.accesses.some((access) => access.effect === 'unknown'));
    if (vague.length > 0) unknown += 1;
    for (const statement of vague) {
      if (statement.unknown.length === 0) silent += 1;
      for (const why of statement.unknown.slice(0, 1)) {
        const kind = why.replace(/`[^`]*`/g, '`…`').slice(0, 70);
        reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
      }
    }
  }
  const readable = cases.filter((row) => row.ok).length;
  console.log(`\npostgres-regress: ${cases.length} statements in ${took.toFixed(1)} s`);
  console.log(`  accepted by the grammar as PostgreSQL's own: ${percent(cases.filter((row, index) => row.ok && !unread(answers[index])).length, readable)}`);
  console.log(`  refused where it does:                       ${percent(cases.filter((row, index) => !row.ok && unread(answers[index])).length, cases.length - readable)}`);
  console.log(`  fully classified:                            ${percent(cases.length - unknown, cases.length)}`);
  console.log(`  unknown, with a reason:                      ${percent(unknown - silent, cases.length)}; without one: ${silent}`);
  for (const [why, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 8)) console.log(`    ${String(count).padStart(5)}  ${why}`);
}

async function readonlyGuard() {
  const cases = rows('sql-readonly-guard', 'crystaldba-postgres-mcp.jsonl');
  if (cases === null) return;
  const answers = await explainAll(policy, cases.map((row) => row.sql));
  const bad = cases.map((row, index) => ({ row, answer: answers[index] })).filter(({ row }) => row.expect === 'deny');
  const good = cases.map((row, index) => ({ row, answer: answers[index] })).filter(({ row }) => row.expect === 'allow');
  console.log(`\nsql-readonly-guard:`);
  console.log(`  stopped (review or deny) of what must be: ${percent(bad.filter(({ answer }) => answer.decision !== 'allow').length, bad.length)}; denied: ${percent(bad.filter(({ answer }) => answer.decision === 'deny').length, bad.length)}`);
  console.log(`  false alarms:                             ${percent(good.filter(({ answer }) => answer.decision !== 'allow').length, good.length)}`);
  for (const { row, answer } of [...bad.filter((item) => item.answer.decision === 'allow'), ...good.filter((item) => item.answer.decision !== 'allow')]) {
    console.log(`    ${row.expect === 'deny' ? 'missed' : 'alarm '}  ${row.sql.replace(/\s+/g, ' ').slice(0, 80)}  <- ${answer.reasons[0] ?? ''}`.slice(0, 190));
  }
}

async function bytebase() {
  const types = rows('bytebase-sql-review', 'statement-type.jsonl');
  if (types === null) return;
  const kinds = await explainAll(policy, types.map((row) => row.sql));
  const named = (answer) => answer.statements.map((statement) => statement.statement.replaceAll(' ', '_'));
  console.log(`\nbytebase-sql-review:`);
  console.log(`  statement types: ${percent(types.filter((row, index) => String(row.types) === String(named(kinds[index]))).length, types.length)}`);
  for (const [index, row] of types.entries()) if (String(row.types) !== String(named(kinds[index]))) console.log(`    ${row.types} is called ${named(kinds[index])} here`);
  const splits = rows('bytebase-sql-review', 'split.jsonl');
  const split = await explainAll(policy, splits.map((row) => row.sql));
  const statements = (row) => row.statements.filter((text) => text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').replace(/[;\s]/g, '') !== '').length;
  console.log(`  number of statements after splitting: ${percent(splits.filter((row, index) => statements(row) === split[index].statements.length).length, splits.length)}`);
}
