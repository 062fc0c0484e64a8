// SPDX-License-Identifier: Apache-2.0
// What all corpus figures need: archives unpacked into a folder that is gone afterwards, and answers of `policy explain --json`, asked as
// any user would. Refuses answers that are missing or out of order.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = process.env.OSTIARY_CORPORA ?? '../shared/corpora';
/** Where archives are unpacked. */
export const scratch = mkdtempSync(join(tmpdir(), 'ostiary-corpus-'));

/** Removes what was unpacked. */
export function cleanUp() {
  rmSync(scratch, { recursive: true, force: true });
}

/** `3 of 4 (75.0 %)`. */
export function percent(part, whole) {
  return `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
}

/** A line of SQL that fits on a line of ours. */
export function short(sql, length = 80) {
  return sql.replace(/\s+/g, ' ').trim().slice(0, length);
}

/** Lines of one file of an archive; null, with a word about it, when the archive is not there. */
export function rows(corpus, file) {
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
export function readOnlyPolicy() {
  const file = join(scratch, 'read-only.yml');
  writeFileSync(file, `version: 1
extends: [ostiary:postgres, ostiary:kubernetes]
default: deny
identities: { reader: { local: true } }
resources:
  db: { type: postgres, environment: production, url: "postgres://db.internal/db", credential: "file:/run/secrets/db" }
  cluster: { type: kubernetes, environment: production }
rules:
  - { id: reads, match: { principal: reader, effect: read }, decide: allow }
`);
  return file;
}

/** Answers of `policy explain` in order; fails loudly when a line is missing. */
export async function explainAll(policy, texts, asked = { kind: 'sql', resource: 'db' }) {
  const child = spawn(process.execPath, ['dist/cli.js', 'policy', 'explain', '--policy', policy, '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`policy explain ended with ${code}`)))));
  for (const [id, text] of texts.entries()) {
    if (!child.stdin.write(`${JSON.stringify({ id, ...asked, principal: 'reader', text })}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  await ended;
  const answers = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  if (answers.length !== texts.length) throw new Error(`${texts.length} questions, ${answers.length} answers`);
  for (const [index, answer] of answers.entries()) if (answer.id !== index) throw new Error(`answer ${index} has the id ${answer.id}`);
  return answers;
}
