// SPDX-License-Identifier: Apache-2.0
// A throw-away PostgreSQL 15 (Debian's) for `npm run corpus`, with the database that PostgreSQL's regression suite expects. Gone after
// `stop()`.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';
const asRoot = process.getuid() === 0;
/** PostgreSQL refuses to run as root. */
const unprivileged = (command) => (asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command);
const PASSWORD = 'regress';

function must([file, ...args], options = {}) {
  const result = spawnSync(file, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${file}: ${result.stderr || result.error?.message}`);
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** As pg_regress makes it; what it says by PGOPTIONS is said by the database here. */
const SETUP = `
CREATE DATABASE regression TEMPLATE template0;
ALTER DATABASE regression SET lc_messages TO 'C';
ALTER DATABASE regression SET lc_monetary TO 'C';
ALTER DATABASE regression SET lc_numeric TO 'C';
ALTER DATABASE regression SET lc_time TO 'C';
ALTER DATABASE regression SET bytea_output TO 'hex';
ALTER DATABASE regression SET timezone_abbreviations TO 'Default';
ALTER DATABASE regression SET intervalstyle TO 'postgres_verbose';
`;

/** `{port, password, environment, stop}`: a superuser `postgres` and the database `regression`. `more`: settings besides ours; `log`: a file for what the server says. */
export async function startRegressionPostgres({ more = {}, log = null } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-regress-'));
  chmodSync(folder, 0o755);
  if (asRoot) must(['chown', 'postgres:postgres', folder]);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD, { mode: 0o644 });
  must(unprivileged([join(BIN, 'initdb'), '-D', data, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N']));
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off', max_prepared_transactions: '2', max_connections: '60', ...more };
  const [file, ...args] = unprivileged([join(BIN, 'postgres'), '-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]);
  const server = spawn(file, args, { stdio: ['ignore', 'ignore', log === null ? 'ignore' : openSync(log, 'w')] });
  const environment = { PATH: process.env.PATH, HOME: folder, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres', PGPASSWORD: PASSWORD, PGDATABASE: 'regression', PGSSLMODE: 'disable' };
  await answered(environment);
  must([join(BIN, 'psql'), '-X', '-q', '-d', 'postgres', '-f', '-'], { env: environment, input: SETUP });
  const stop = () => new Promise((resolve) => {
    server.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
    server.kill('SIGINT');
  });
  return { port, password: PASSWORD, environment, stop };
}

/** Resolves once the server takes connections; gives up after 20 s. */
async function answered(environment) {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (spawnSync(join(BIN, 'pg_isready'), ['-q'], { env: environment }).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL 15 did not start');
}
