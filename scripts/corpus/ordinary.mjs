// SPDX-License-Identifier: Apache-2.0
// False alarms on ordinary text: sources as they lie under node_modules, what npm prints, and the log of a PostgreSQL server that was told to log
// everything while it ran some of its own regression suite. Addresses of authors are no false alarms, and are counted apart.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rows, scratch } from './material.mjs';
import { startRegressionPostgres } from './postgres.mjs';

const PACKAGES = ['pg', 'jest', 'typescript', '@octokit/rest', 'eslint', 'jose', 'ajv', '@actions', '@babel', 'postgres', 'js-yaml', 'fast-check', 'drizzle-orm', '@aws-sdk', 'prom-client', 'jest-circus'];
/** In the order that they need; none of them has numbers of people. */
const FILES = [
  'test_setup', 'boolean', 'char', 'name', 'varchar', 'text', 'int2', 'int4', 'int8', 'oid', 'float4', 'float8', 'uuid', 'money', 'strings', 'md5', 'point', 'date', 'time', 'timestamp', 'timestamptz', 'interval', 'inet', 'copy', 'create_index', 'create_view', 'constraints',
  'triggers', 'select', 'join', 'aggregates', 'transactions', 'arrays', 'btree_index', 'hash_index', 'update', 'delete', 'rules', 'jsonb', 'plancache', 'limit', 'plpgsql', 'with', 'xml', 'partition_join',
];
const LOGGING = { log_statement: 'all', log_duration: 'on', log_connections: 'on', log_disconnections: 'on', log_checkpoints: 'on', log_lock_waits: 'on', log_min_messages: 'debug1', log_line_prefix: '%m [%p] %u@%d %x ', log_parser_stats: 'off' };

/** Prints finds by kind of text and by detector. */
export async function ordinary(secrets, people) {
  report('sources under node_modules', sources(), secrets, people);
  report('what npm prints', npm(), secrets, people);
  const log = await serverLog();
  if (log !== null) report('the log of a PostgreSQL server', [log], secrets, people);
}

function report(what, texts, secrets, people) {
  const counts = {};
  let lines = 0;
  for (const text of texts) {
    lines += text.split('\n').length;
    for (const { name } of [...secrets.inText(text), ...people.inText(text)]) counts[name] = (counts[name] ?? 0) + 1;
  }
  const { email = 0, ...rest } = counts;
  const finds = Object.values(rest).reduce((all, count) => all + count, 0);
  const by = Object.entries(rest).map(([name, count]) => `${name} ${count}`).join(', ');
  console.log(`\nordinary text, ${what}: ${finds} finds in ${lines} lines, ${((finds / lines) * 10_000).toFixed(2)} in 10,000 (${by === '' ? 'none' : by}); and ${email} addresses`);
}

function* sources() {
  const walk = function* walk(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* walk(path);
      else if (/\.(?:js|mjs|cjs|ts|json|md|yml)$/.test(entry.name) && statSync(path).size < 1_000_000) yield readFileSync(path, 'utf8');
    }
  };
  for (const name of PACKAGES) yield* walk(join('node_modules', name));
}

// Offline, and nothing is changed.
function npm() {
  const asked = [['ls', '--all', '--long', '--loglevel', 'silly'], ['ls', '--all', '--json', '--long'], ['install', '--dry-run', '--offline', '--ignore-scripts', '--loglevel', 'silly']];
  return asked.map((args) => {
    const { stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    return `${stdout}${stderr}`;
  });
}

async function serverLog() {
  if (rows('postgres-regress', 'statements-pg15.jsonl') === null) return null;
  const [suite, log] = [join(scratch, 'postgres-regress'), join(scratch, 'server.log')];
  const server = await startRegressionPostgres({ more: LOGGING, log });
  try {
    const environment = { ...server.environment, PG_ABS_SRCDIR: suite, PG_LIBDIR: '/usr/lib/postgresql/15/lib', PG_DLSUFFIX: '.so', PGOPTIONS: '-c lc_messages=C' };
    for (const name of FILES) {
      const file = join(suite, 'sql', `${name}.sql`);
      if (existsSync(file)) spawnSync('/usr/lib/postgresql/15/bin/psql', ['-X', '-q', '-f', file], { env: environment, stdio: 'ignore', timeout: 60_000 });
    }
  } finally {
    await server.stop();
  }
  return readFileSync(log, 'utf8');
}
