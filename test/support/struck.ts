// SPDX-License-Identifier: Apache-2.0
//
// A run whose gate process is killed with SIGKILL in the middle of a writing load, at a moment counted in pieces on the wire, so that
// no clock decides. Refuses to wait for anything but what it can see: processes, sockets and the server's own lists.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { CLI, policyText, scratch } from './guarded.js';
import type { Postgres } from './postgres.js';

export interface Strike {
  readonly server: Postgres;
  /** Numbers of statements begin here. */
  readonly from: number;
  /** The gate dies when this many pieces have passed … */
  readonly after: number;
  /** … towards the server (before the last one is passed on) or back. */
  readonly direction: 'asked' | 'answered';
  /** The command does not end when asked to. */
  readonly stubborn: boolean;
}

export interface Struck {
  readonly code: number | null;
  readonly stderr: string;
  readonly recording: string;
  readonly commandPid: number;
}

const CONNECTIONS = 8;

// Each statement has its number in an alias, which recordings keep: simple, extended, and two in one message.
const LOAD = `
const pg = require('pg');
const [from, stubborn] = process.argv.slice(1).map(Number);
console.log('pid ' + process.pid + ' ');
setInterval(() => undefined, 1000);
if (stubborn) process.on('SIGTERM', () => undefined);
const insert = (n) => 'INSERT INTO ledger (id) VALUES (' + n + ') RETURNING id AS u' + n;
async function load(at) {
  const client = new pg.Client();
  client.on('error', () => undefined);
  await client.connect();
  for (let n = at; ; n += 3) {
    await client.query(insert(n));
    await client.query('INSERT INTO ledger (id) VALUES ($1) RETURNING id AS u' + (n + 1), [n + 1]);
    await client.query(insert(n + 2) + '; ' + insert(n + 2 + 500000));
  }
}
for (let each = 0; each < ${CONNECTIONS}; each += 1) load(from + each * 1000000).catch(() => undefined);
`;

/** Starts the run, kills its gate, and waits until the run has ended and the server has nobody to serve. */
export async function strike({ server, from, after, direction, stubborn }: Strike): Promise<Struck> {
  let pieces = 0;
  let runPid = 0;
  const seen = (which: Strike['direction']): void => {
    if (which === direction && ++pieces === after) process.kill(gateOf(runPid), 'SIGKILL');
  };
  const relay = await counting(server.port, seen);
  const home = mkdtempSync(join(scratch(), 'struck-'));
  writeFileSync(join(home, 'policy.yml'), policyText({ server: { ...server, port: relay.port } }));
  const args = [CLI, 'run', '--local', '--policy', join(home, 'policy.yml'), '--session-dir', join(home, 'session'), '--isolation', 'none', '--', process.execPath, '-e', LOAD, String(from), stubborn ? '1' : '0'];
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, HOME: home, DB_CREDENTIAL: server.password }, stdio: ['ignore', 'pipe', 'pipe'] });
  runPid = child.pid ?? 0;
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  await relay.close();
  await quiet(server);
  return { code, stderr: err.join(''), recording: join(home, 'session', 'session.jsonl'), commandPid: Number(/pid (\d+) /.exec(out.join(''))?.[1]) };
}

/** Numbers of the statements that the server says it executed, from its own log. */
export async function executed(server: Postgres): Promise<Set<number>> {
  const numbers = new Set<number>();
  for (const line of (await server.log()).split('\n')) {
    if (!/LOG: {2}(statement|execute)/.test(line)) continue;
    for (const [, number] of line.matchAll(/ AS u(\d+)/g)) numbers.add(Number(number));
  }
  return numbers;
}

// The one child of the run that is a gate.
export function gateOf(runPid: number): number {
  const children = readFileSync(`/proc/${runPid}/task/${runPid}/children`, 'utf8').trim().split(' ').map(Number);
  const gate = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes('gate-process'));
  if (gate === undefined) throw new Error(`no gate among ${children.join()}`);
  return gate;
}

async function counting(port: number, seen: (direction: Strike['direction']) => void): Promise<{ readonly port: number; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (gate) => {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    for (const [socket, other, direction] of [[gate, upstream, 'asked'], [upstream, gate, 'answered']] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        seen(direction);
        other.write(chunk);
      });
      // What the gate had sent is delivered even when the gate is no more.
      socket.once('end', () => other.end());
      socket.once('close', () => {
        open.delete(socket);
        other.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

// Until the server has executed whatever it was sent.
async function quiet(server: Postgres): Promise<void> {
  for (;;) {
    const [row] = await server.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    if (row?.['n'] === 0) return;
  }
}
