// SPDX-License-Identifier: Apache-2.0
//
// Migration tools through the gate, each under a policy that names it: its books pass by `changes`, its migration by the rules, and what the
// same change made earlier is in nobody's use. Under a policy that names another tool none gets through.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as drizzleMigrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
// @ts-expect-error a plain script, so that it can be a command, too
import { migrate, TOOLS } from '../../support/migrators.mjs';

const RULES = `
  - { id: reads, match: { effect: read, object: ["pg_catalog.*", "information_schema.*"] }, decide: allow }
  - { id: questions, match: { statement: [SELECT, SHOW], effect: read }, when: "access.object == ''", decide: allow }
  - { id: migrations, match: { principal: me, effect: schema, object: [public.invoices, public.orders] }, decide: allow }
`;

let server: Postgres;
const open: RunningGate[] = [];
let number = 0;
/** Its policy names a tool that has nothing in common with the others. */
let unnamed: Awaited<ReturnType<typeof gateFor>>;

beforeAll(async () => {
  server = await startPostgres({ version: 15 });
  unnamed = await gateFor('sqitch');
  open.length = 0;
});
afterEach(async () => {
  for (const gate of open.splice(0)) await gate.close();
});
afterAll(async () => {
  await unnamed.gate.close();
  await server.stop();
});

async function gateFor(tool: string, rules = RULES): Promise<{ gate: RunningGate; database: string }> {
  const database = `d${(number += 1)}`;
  await server.query(`CREATE DATABASE ${database}`);
  await server.query('CREATE TABLE orders (id bigint PRIMARY KEY)', database);
  const more = `changes: [{ paths: ["db/**"], tool: ${tool}, resource: db }]`;
  const gate = await startGate({ server, database, rules, more, extends: ['ostiary:migrations'] });
  open.push(gate);
  return { gate, database };
}

const refusals = (gate: RunningGate): unknown[] => gate.recorder.of('decided').filter(({ decision }) => decision !== 'allow').map(({ text, rules, reasons }) => ({ text, rules, reasons }));
const made = async (database: string): Promise<unknown> => (await server.query("SELECT to_regclass('public.invoices') IS NOT NULL AS made, (SELECT count(*)::int FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'invoice') AS added", database))[0];

describe.each(Object.keys(TOOLS as object))('%s', (tool) => {
  it('gets through when `changes` names it, and not when it does not', async () => {
    const { gate, database } = await gateFor(tool);
    const failure = await migrate(tool, gate.url).then(() => null, (thrown: unknown) => String(thrown));
    expect([refusals(gate), failure]).toEqual([[], null]);
    expect(await made(database)).toEqual({ made: true, added: 1 });
    expect(gate.recorder.of('decided').some(({ rules }) => rules.includes('builtin:migration-tool'))).toBe(true);

    await expect(migrate(tool, unnamed.gate.url)).rejects.toThrow('is not allowed');
    expect(await made(unnamed.database)).toEqual({ made: false, added: 0 });
  });
});

it("drizzle-orm's own migrator gets through, and what it made before is not in use", async () => {
  const { gate, database } = await gateFor('drizzle');
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-drizzle-'));
  mkdirSync(join(folder, 'meta'));
  const entry = (idx: number, tag: string) => ({ idx, version: '7', when: 1_764_000_000_000 + idx, tag, breakpoints: true });
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries: [entry(0, '0000_a'), entry(1, '0001_b')] }));
  writeFileSync(join(folder, '0000_a.sql'), 'CREATE TABLE "invoices" ("id" serial PRIMARY KEY NOT NULL, "number" text);');
  writeFileSync(join(folder, '0001_b.sql'), `SET lock_timeout = '2s';--> statement-breakpoint\nSET statement_timeout = '30s';--> statement-breakpoint\nCREATE INDEX "n" ON "invoices" ("number");--> statement-breakpoint\nALTER TABLE "orders" ADD COLUMN "invoice" bigint;`);
  const client = new pg.Client({ connectionString: gate.url });
  await client.connect();
  const failure = await drizzleMigrate(drizzle(client), { migrationsFolder: folder }).then(() => null, (thrown: unknown) => String(thrown));
  await client.end();
  rmSync(folder, { recursive: true });
  expect([refusals(gate), failure]).toEqual([[], null]);
  expect(await made(database)).toEqual({ made: true, added: 1 });
});

it.each([
  ['one that may write', '', null],
  ['one that the owner keeps from writing', 'ALTER DATABASE %s SET default_transaction_read_only = on', { code: '42501' }],
])('lib/pq says READ WRITE in every transaction: in %s', async (_name, guard, refusal) => {
  const { gate, database } = await gateFor('psql');
  if (guard !== '') await server.query(guard.replace('%s', database));
  const client = new pg.Client({ connectionString: gate.url });
  await client.connect();
  for (const begin of ['BEGIN READ WRITE', 'SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE']) expect(await client.query(begin).then(() => null, (thrown: unknown) => thrown)).toEqual(refusal === null ? null : expect.objectContaining(refusal));
  await client.end();
});

describe('what was made in the session', () => {
  const INDEX = { code: '42501' };
  const connected = async (gate: RunningGate): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: gate.url });
    await client.connect();
    return client;
  };

  it('is new to later statements, and production is not', async () => {
    const { gate } = await gateFor('psql');
    const client = await connected(gate);
    await client.query("SET lock_timeout = '2s'; SET statement_timeout = '30s'");
    await client.query('CREATE TABLE invoices (id bigint)');
    await client.query('CREATE INDEX a ON invoices (id)');
    await expect(client.query('CREATE INDEX b ON orders (id)')).rejects.toMatchObject(INDEX);
    const add = 'ALTER TABLE orders ADD COLUMN later int';
    await client.query(add);
    // As Kysely sets it for its lock; here perhaps taken away.
    await client.query("WITH t AS (SELECT set_config('lock_timeout', '0', false)) SELECT 1 FROM t");
    await expect(client.query(add)).rejects.toMatchObject({ ...INDEX, detail: expect.stringContaining('missing-lock-timeout') });
    await client.end();
    const next = await connected(gate);
    await expect(next.query('CREATE INDEX c ON invoices (id)')).rejects.toMatchObject(INDEX);
    await next.end();
  });

  it('is new no more once it was rolled back, in whatever way', async () => {
    const { gate, database } = await gateFor('psql');
    const client = await connected(gate);
    await client.query("SET lock_timeout = '2s'; SET statement_timeout = '30s'");
    for (const undone of ['BEGIN; CREATE TABLE invoices (id bigint); ROLLBACK', 'CREATE TABLE invoices (id bigint); SELECT 1/0']) {
      await client.query(undone).catch(() => undefined);
      await server.query('CREATE TABLE invoices (id bigint)', database);
      await expect(client.query('CREATE INDEX a ON invoices (id)')).rejects.toMatchObject(INDEX);
      await server.query('DROP TABLE invoices', database);
    }
    await client.end();
  });

  it('is where the search path put it', async () => {
    const { gate, database } = await gateFor('psql', `${RULES}  - { id: app, match: { principal: me, effect: schema, object: "app.*" }, decide: allow }`);
    await server.query('CREATE SCHEMA app; CREATE TABLE public.invoices (id bigint)', database);
    const client = await connected(gate);
    await client.query("SET lock_timeout = '2s'; SET statement_timeout = '30s'; SET search_path = app, public");
    await client.query('CREATE TABLE invoices (id bigint)');
    await client.query('CREATE INDEX a ON app.invoices (id)');
    await expect(client.query('CREATE INDEX b ON public.invoices (id)')).rejects.toMatchObject(INDEX);
    await client.end();
  });
});
