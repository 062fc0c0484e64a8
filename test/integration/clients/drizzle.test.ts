// SPDX-License-Identifier: Apache-2.0
//
// An ORM through the gate: drizzle over both drivers that it knows for PostgreSQL, from its migrator to relations and transactions.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray, relations, sql } from 'drizzle-orm';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { boolean, integer, jsonb, pgEnum, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { drizzle as overPostgresJs } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgresJs } from 'drizzle-orm/postgres-js/migrator';
import pg from 'pg';
import postgres from 'postgres';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';

const role = pgEnum('role', ['admin', 'user']);
const users = pgTable('users', { id: serial().primaryKey(), name: text().notNull().unique(), role: role().default('user').notNull(), settings: jsonb().$type<{ theme?: string }>(), since: timestamp({ withTimezone: true }).defaultNow().notNull() });
const posts = pgTable('posts', { id: serial().primaryKey(), author: integer().notNull().references(() => users.id), title: text().notNull(), tags: text().array(), draft: boolean().default(true).notNull() });
const schema = { users, posts, userPosts: relations(users, ({ many }) => ({ posts: many(posts) })), postAuthor: relations(posts, ({ one }) => ({ writer: one(users, { fields: [posts.author], references: [users.id] }) })) };

const MIGRATIONS = [
  [
    "CREATE TYPE role AS ENUM ('admin', 'user');",
    "CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL UNIQUE, role role DEFAULT 'user' NOT NULL, settings jsonb, since timestamptz DEFAULT now() NOT NULL);",
    'CREATE TABLE posts (id serial PRIMARY KEY, author integer NOT NULL, title text NOT NULL, tags text[]);',
    'ALTER TABLE posts ADD CONSTRAINT posts_author_fk FOREIGN KEY (author) REFERENCES users (id) ON DELETE no action ON UPDATE no action;',
  ],
  ['ALTER TABLE posts ADD COLUMN draft boolean DEFAULT true NOT NULL;', 'CREATE INDEX posts_title ON posts USING btree (title);'],
];

async function writeMigrations(folder: string): Promise<void> {
  await mkdir(join(folder, 'meta'), { recursive: true });
  const entries = MIGRATIONS.map((_, idx) => ({ idx, version: '7', when: 1_700_000_000_000 + idx, tag: `000${idx}_step`, breakpoints: true }));
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
  for (const [index, statements] of MIGRATIONS.entries()) await writeFile(join(folder, `000${index}_step.sql`), statements.join('--> statement-breakpoint\n'));
}

type Database = Pick<ReturnType<typeof overPg<typeof schema>>, 'insert' | 'update' | 'delete' | 'select' | 'query' | 'transaction' | 'execute' | '$with' | 'with'>;

/** Everything an application would do; returns what it saw. */
async function use(db: Database): Promise<unknown[]> {
  const made = await db.insert(users).values([{ name: 'ann', role: 'admin', settings: { theme: 'dark' } }, { name: 'bob' }]).returning({ id: users.id, role: users.role });
  await db.insert(posts).values([{ author: 1, title: 'one', tags: ['a', 'b,"c"'] }, { author: 1, title: 'two', draft: false }, { author: 2, title: 'three', tags: [] }]);
  const upserted = await db.insert(users).values({ name: 'bob' }).onConflictDoUpdate({ target: users.name, set: { settings: { theme: 'light' } } }).returning({ id: users.id, settings: users.settings });
  const nested = await db.query.users.findMany({ columns: { name: true }, with: { posts: { columns: { title: true, tags: true }, where: eq(posts.draft, true), with: { writer: { columns: { name: true } } } } }, orderBy: users.id });
  const joined = await db.select({ name: users.name, n: sql<number>`count(${posts.id})::int` }).from(users).leftJoin(posts, eq(posts.author, users.id)).groupBy(users.name).orderBy(users.name);
  const counted = db.$with('counted').as(db.select({ author: posts.author }).from(posts).where(inArray(posts.title, ['one', 'three'])));
  const chosen = await db.with(counted).select().from(counted).orderBy(counted.author);
  const undone = await db.transaction(async (tx) => {
    await tx.update(users).set({ name: 'anna' }).where(eq(users.id, 1));
    await tx.transaction(async (inner) => {
      await inner.delete(posts).where(eq(posts.author, 1));
      inner.rollback();
    }).catch(() => undefined);
    return tx.select({ title: posts.title }).from(posts).where(eq(posts.author, 1)).orderBy(posts.id);
  }, { isolationLevel: 'repeatable read' });
  const failed = await db.insert(users).values({ name: 'bob' }).then(() => 'fine', (thrown: Error & { cause?: { code?: string } }) => thrown.cause?.code);
  const gone = await db.delete(posts).where(eq(posts.title, 'three')).returning({ title: posts.title });
  return [made, upserted, nested, joined, chosen, undone, failed, gone];
}

describe.each<PostgresVersion>([15, 18])('drizzle before PostgreSQL %d', (version) => {
  let server: Postgres;
  let folder: string;

  beforeAll(async () => {
    server = await startPostgres({ version });
    folder = await mkdtemp(join(tmpdir(), 'ostiary-drizzle-'));
    await writeMigrations(folder);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const urls = (pair: Pair) => [server.url.replace(/[^/]*$/, pair.direct), pair.gate.url];
  const expected = expect.arrayContaining(['23505', [{ title: 'three' }]]);

  it('migrates and works over node-postgres', async () => {
    const pair = await sideBySide(server);
    const seen: unknown[] = [];
    for (const connectionString of urls(pair)) {
      const pool = new pg.Pool({ connectionString, max: 2 });
      const db = overPg(pool, { schema, casing: 'snake_case' });
      await migratePg(db, { migrationsFolder: folder });
      await migratePg(db, { migrationsFolder: folder });
      seen.push(await use(db));
      await pool.end();
    }
    await pair.close();
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[1]).toEqual(expected);
  });

  it('migrates and works over postgres.js', async () => {
    const pair = await sideBySide(server);
    const seen: unknown[] = [];
    for (const url of urls(pair)) {
      const client = postgres(url, { max: 2, onnotice: () => undefined });
      const db = overPostgresJs(client, { schema, casing: 'snake_case' });
      await migratePostgresJs(db, { migrationsFolder: folder });
      seen.push(await use(db as unknown as Database));
      await client.end();
    }
    await pair.close();
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[1]).toEqual(expected);
  });
});
