// SPDX-License-Identifier: Apache-2.0
// Installs what the tests need beside npm packages: PostgreSQL 15 with its clients, git, openssl, rsync, sudo, Chromium (Debian, Ubuntu). Does nothing
// where all of it is there; says the line to run where it may not install.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const NEEDED = [
  { file: '/usr/lib/postgresql/15/bin/postgres', debian: 'postgresql-15' },
  { file: '/usr/lib/postgresql/15/bin/pg_dump', debian: 'postgresql-client-15' },
  { file: '/usr/lib/postgresql/15/bin/psql', debian: 'postgresql-client-15' },
  { file: '/usr/bin/git', debian: 'git' },
  { file: '/usr/bin/openssl', debian: 'openssl' },
  { file: '/usr/bin/setpriv', debian: 'util-linux' },
  { file: '/usr/bin/rsync', debian: 'rsync' },
  { file: '/usr/bin/sudo', debian: 'sudo' },
  { file: '/usr/bin/chromium', or: '/usr/bin/google-chrome', debian: 'chromium' },
];
/** Needed by some runs only: `node scripts/setup.mjs bench`. */
const EXTRA = { bench: [{ file: '/usr/sbin/pgbouncer', debian: 'pgbouncer' }] };

const has = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const wanted = [...NEEDED, ...(EXTRA[process.argv[2]] ?? [])];
const missing = [...new Set(wanted.filter(({ file, or }) => !has(file) && (or === undefined || !has(or))).map(({ debian }) => debian))];
if (missing.length > 0) {
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0;
  const line = `apt-get update && apt-get install -y ${missing.join(' ')}`;
  if (!has('/usr/bin/apt-get') || (!root && !sudo)) {
    console.error(`the tests need ${missing.join(', ')}: run \`sudo sh -c '${line}'\``);
    process.exit(1);
  }
  console.log(`installing ${missing.join(', ')}`);
  const apt = (...args) => execFileSync(root ? 'apt-get' : 'sudo', [...(root ? [] : ['-n', 'apt-get']), ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
}
