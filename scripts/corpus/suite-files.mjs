// SPDX-License-Identifier: Apache-2.0
// Runs SQL files one after another through psql, as PostgreSQL's own pg_regress does, against whatever the PG* variables name; each
// file's output goes to OUT/NAME.out. Started twice: directly, and as the COMMAND of `ostiary run`. Judges nothing.
//   node suite-files.mjs SUITE_FOLDER OUT_FOLDER NAME...
import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [suite, out, ...names] = process.argv.slice(2);
/** The longest file takes a minute through the gate on an idle machine; a connection that hangs must not hang the rest. */
const DEADLINE_MS = 1_200_000;
const PSQL = '/usr/lib/postgresql/15/bin/psql';
const environment = {
  ...process.env, PGTZ: 'PST8PDT', PGDATESTYLE: 'Postgres, MDY', PG_ABS_SRCDIR: suite, PG_ABS_BUILDDIR: out, PG_LIBDIR: '/nonexistent', PG_DLSUFFIX: '.so', LC_ALL: 'C',
};

for (const name of names) {
  const input = openSync(join(suite, 'sql', `${name}.sql`), 'r');
  const output = openSync(join(out, `${name}.out`), 'w');
  const child = spawn(PSQL, ['-X', '-a', '-q', '-v', 'HIDE_TABLEAM=on', '-v', 'HIDE_TOAST_COMPRESSION=on'], { env: environment, cwd: out, stdio: [input, output, output] });
  const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  const ended = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  clearTimeout(timer);
  closeSync(input);
  closeSync(output);
  writeFileSync(join(out, `${name}.end`), String(ended));
}
