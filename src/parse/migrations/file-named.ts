// SPDX-License-Identifier: Apache-2.0
//
// Files whose names say what they are for: plain files, Flyway, golang-migrate, Prisma, Drizzle, sqitch, Rails, and tools whose migrations
// are programs. Refuses to pass over a file that its tool would not run: somebody mapped it to the tool, so nobody knows what it is.
import { callsIn } from '../programs/calls.js';
import { HOLE } from '../programs/literals.js';
import { type Dialect, type Part, runs } from './script.js';

const kept = (text: string, what: string): readonly Part[] => [{ kind: 'kept', text, line: 1, what }];
const unknown = (text: string, why: string): readonly Part[] => [{ kind: 'unknown', text, line: 1, why }];
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isSql = (path: string): boolean => /\.sql$/i.test(path);

/** Plain files, one by one. */
export const psql: Dialect = (path, text) => (isSql(path) ? [runs(text, 'none', { client: true })] : unknown(text, 'it is not an SQL file'));

/** `V1__a.sql`, `R__a.sql`, `U1__a.sql`, callbacks. @see https://documentation.red-gate.com/fd/migrations-184127470.html */
export const flyway: Dialect = (path, text, other) => {
  const name = nameOf(path);
  if (/\.sql\.conf$/.test(name)) return settings(text);
  if (/^U[0-9][0-9._]*__.*\.sql$/.test(name)) return kept(text, 'the script that undoes one'); // matches `U1__a.sql`, misses `V1__a.sql`
  if (/^(?:[VB][0-9][0-9._]*__.*|R__.*|(?:before|after)[A-Za-z]+(?:__.*)?)\.sql$/.test(name)) {
    const alone = /^\s*executeInTransaction\s*=\s*false\s*$/m.test(other(`${path}.conf`) ?? '');
    return [runs(text, alone ? 'none' : 'fitting', { placeholders: true })];
  }
  return unknown(text, 'its name is not one that Flyway runs');
};

// Whether it is in a transaction the script's own reading asks for; whatever else is set changes what is run, or how it is read.
function settings(text: string): readonly Part[] {
  const line = text.split('\n').find((one) => !/^\s*(?:[#!].*|executeInTransaction\s*=\s*(?:true|false)\s*|encoding\s*=\s*utf-?8\s*)?$/iu.test(one));
  return line === undefined ? kept(text, 'settings of a script') : unknown(text, `it sets \`${line.trim().slice(0, 40)}\`, which changes what is run or how it is read`);
}

/** `1_a.up.sql`, `1_a.down.sql`. @see https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md */
export const golangMigrate: Dialect = (path, text) => {
  const found = /^[0-9]+_.*\.(up|down)\.sql$/.exec(nameOf(path)); // matches `1_a.up.sql`, misses `1_a.sql`
  if (found === null) return unknown(text, 'its name is not one that golang-migrate runs');
  return found[1] === 'up' ? [runs(text, 'batch')] : kept(text, 'the file that undoes one');
};

/** `migrations/20260101_a/migration.sql`. @see https://www.prisma.io/docs/orm/prisma-migrate */
export const prisma: Dialect = (path, text) => {
  const name = nameOf(path);
  if (name === 'migration.sql') return [runs(text, 'batch')];
  if (name === 'migration_lock.toml') return kept(text, 'which database it is for');
  return name === 'down.sql' ? kept(text, 'the file that undoes one') : unknown(text, 'its name is not one that Prisma runs');
};

/** `0001_a.sql` and `meta/`; `--> statement-breakpoint` is a comment. All files share one transaction. @see https://orm.drizzle.team/docs/migrations */
export const drizzle: Dialect = (path, text) => {
  if (/(?:^|\/)meta\/[^/]*\.json$/.test(path)) return kept(text, 'what Drizzle remembers of the schema');
  return isSql(path) ? [runs(text, 'all')] : unknown(text, 'it is not an SQL file');
};

/** `deploy/a.sql`, `revert/a.sql`, `verify/a.sql`, run by psql. @see https://sqitch.org/docs/manual/sqitch/ */
export const sqitch: Dialect = (path, text) => {
  const name = nameOf(path);
  if (name === 'sqitch.plan' || name === 'sqitch.conf') return kept(text, 'the order of changes');
  if (/(?:^|\/)revert\/.*\.sql$/.test(path)) return kept(text, 'the file that undoes one');
  // `sqitch deploy --verify` runs what looks whether it worked, too.
  return /(?:^|\/)(?:deploy|verify)\/.*\.sql$/.test(path) ? [runs(text, 'none', { client: true })] : unknown(text, 'it is in none of `deploy`, `revert` and `verify`');
};

/** `db/structure.sql` is what the migrations led to, and made only where there is no database yet. */
export const rails: Dialect = (path, text, other) => {
  if (/structure\.sql$/.test(nameOf(path))) return kept(text, 'the schema that the migrations lead to');
  return program(path, text, other);
};

/** Migrations that are programs: what they do is known when they ran against a copy. SQL that they print can be read, and what they write out is read beside. */
export const program: Dialect = (path, text) => (isSql(path) ? [runs(text, 'each')] : [...unknown(text, 'it is a program, and what it does to the database is not in its text'), ...writtenOut(path, text)]);

// Hits what a program says when its tool is to keep no transaction around it.
const ALONE = /\batomic\s*=\s*False\b|\bdisable_ddl_transaction!|\bautocommit_block\b|\btransaction\s*[:=]\s*false\b/u;

// The statements that run, each by itself: what stands between them nobody has read.
function writtenOut(path: string, text: string): readonly Part[] {
  const calls = callsIn(path, text, ['sql', 'schema'])?.filter(({ undoes }) => !undoes) ?? [];
  return calls.map((call) => runs(call.text.replaceAll(HOLE, '${value}'), ALONE.test(text) ? 'none' : 'each', { line: call.line, placeholders: call.text.includes(HOLE) }));
}
