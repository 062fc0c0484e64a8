// SPDX-License-Identifier: Apache-2.0
// What the benchmark measures against, each started here and stopped again: a PostgreSQL 15 in a temporary folder, a bare TCP relay in
// a Node process of its own, and pgbouncer.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';
export const PGBENCH = join(BIN, 'pgbench');
const asRoot = process.getuid() === 0;
/** Runs a program as an unprivileged user, since PostgreSQL and pgbouncer refuse root. */
const unprivileged = (command) => (asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command);

const start = (command, options = {}) => {
  const [file, ...args] = command;
  return spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
};
const must = (command, options = {}) => {
  const [file, ...args] = command;
  const result = spawnSync(file, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${command.join(' ')}: ${result.stderr || result.error?.message}`);
  return result.stdout;
};

export const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Resolves once somebody listens; gives up after 10 s. */
async function listening(port) {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const up = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nobody listens on ${port}`);
}

/** A PostgreSQL with user `bench`, password `bench`, database `bench`. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-bench-'));
  chmodSync(folder, 0o755);
  if (asRoot) must(['chown', 'postgres:postgres', folder]);
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, 'bench', { mode: 0o644 });
  must(unprivileged([join(BIN, 'initdb'), '-D', data, '-U', 'bench', '--pwfile', password, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N']));
  const port = await freePort();
  const server = start(unprivileged([join(BIN, 'postgres'), '-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off', '-c', 'max_connections=100', '-c', 'log_min_messages=fatal', '-c', 'shared_buffers=256MB']), { stdio: 'ignore' });
  await listening(port);
  must(['psql', '-h', '127.0.0.1', '-p', String(port), '-U', 'bench', '-d', 'postgres', '-c', 'CREATE DATABASE bench'], { env: { ...process.env, PGPASSWORD: 'bench' } });
  return { port, stop: () => { server.kill('SIGINT'); server.once('exit', () => rmSync(folder, { recursive: true, force: true })); return new Promise((resolve) => server.once('exit', resolve)); } };
}

/** The yardstick: bytes in, bytes out, in one Node process. */
export async function startRelay(target) {
  const port = await freePort();
  const program = `
    import { connect, createServer } from 'node:net';
    createServer({ noDelay: true }, (client) => {
      const server = connect({ port: ${target}, host: '127.0.0.1', noDelay: true });
      client.pipe(server); server.pipe(client);
      client.on('error', () => server.destroy()); server.on('error', () => client.destroy());
      client.on('close', () => server.destroy()); server.on('close', () => client.destroy());
    }).listen(${port}, '127.0.0.1');`;
  const relay = start([process.execPath, '--input-type=module', '-e', program]);
  await listening(port);
  return { port, pid: relay.pid, stop: () => relay.kill() };
}

/** pgbouncer in session mode, for scale: a pooler in C. */
export async function startPgbouncer(target) {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-bouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, 'users.txt'), '"bench" "bench"\n', { mode: 0o644 });
  writeFileSync(join(folder, 'pgbouncer.ini'), `[databases]\nbench = host=127.0.0.1 port=${target} dbname=bench\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${join(folder, 'users.txt')}\npool_mode = session\nmax_client_conn = 100\ndefault_pool_size = 50\nignore_startup_parameters = extra_float_digits\nlog_connections = 0\nlog_disconnections = 0\nlog_stats = 0\n`, { mode: 0o644 });
  const bouncer = start(unprivileged(['/usr/sbin/pgbouncer', '-q', join(folder, 'pgbouncer.ini')]), { stdio: 'ignore' });
  await listening(port);
  return { port, pid: bouncer.pid, stop: () => { bouncer.kill(); rmSync(folder, { recursive: true, force: true }); } };
}
