// SPDX-License-Identifier: Apache-2.0
//
// postgres.js through the gate, which pipelines whatever it can, asks the server for its types, and streams COPY both ways. Each answer is
// compared with what the same calls get without the gate.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres, { type Sql } from 'postgres';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';

const SETUP = `
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, moods mood[], extra jsonb, born date, big int8);
INSERT INTO people SELECT n, 'p' || n, ARRAY['sad', 'ok']::mood[], jsonb_build_object('n', n), date '2000-01-01' + n, n FROM generate_series(1, 20) AS n;
`;

describe.each<PostgresVersion>([15, 18])('postgres.js before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  let sides: readonly [Sql, Sql];

  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server, SETUP);
    const options = { max: 3, onnotice: () => undefined };
    sides = [postgres(server.url.replace(/[^/]*$/, pair.direct), options), postgres(pair.gate.url, options)];
  });
  afterAll(async () => {
    await Promise.all(sides.map((sql) => sql.end()));
    await pair.close();
    await server.stop();
  });

  /** The same on both sides; returns it. */
  const same = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const [direct, guarded] = [await work(sides[0]), await work(sides[1])];
    expect(guarded).toEqual(direct);
    return guarded;
  };
  /** What users made has another number in each database. */
  const columnsOf = (columns: readonly { name: string; type: number }[]) => columns.map(({ name, type }) => [name, type < 16_384 ? type : 'own']);
  const failure = (thrown: unknown) => {
    const { message, code, detail, position, severity, table_name: table, constraint_name: constraint } = thrown as InstanceType<typeof postgres.PostgresError>;
    return { message, code, detail, position, severity, table, constraint };
  };

  it('pipelines', async () => {
    const answers = await same((sql) => Promise.all(Array.from({ length: 200 }, async (_, index) => [...(await sql`SELECT ${index}::int AS n, name FROM people WHERE id = ${index}`)])));
    expect(answers[20]).toEqual([{ n: 20, name: 'p20' }]);
    await same((sql) => Promise.all([sql`SELECT 1 AS a`, sql`SELECT nope`, sql`SELECT 1 / ${0}::int`, sql`SELECT 2 AS b`].map((query) => query.then((rows) => [...rows], failure))));
  });

  it('knows arrays, enums, JSON and dates', async () => {
    const rows = await same(async (sql) => {
      const found = await sql`SELECT * FROM people WHERE id = ANY (${[1, 2, 3]}) ORDER BY id`;
      const inserted = await sql`INSERT INTO people ${sql([{ id: 100, name: 'a "b", c', moods: ['ok'], extra: { deep: [1, null] }, born: new Date('2020-02-29'), big: '9007199254740993' }])} RETURNING *`;
      const updated = await sql`UPDATE people SET ${sql({ name: 'new', moods: [] })} WHERE id = 100 RETURNING name, moods`;
      const none = await sql`DELETE FROM people WHERE id = 100 AND name IN ${sql(['x', 'new'])}`;
      return [[...found], [...inserted], [...updated], none.count, none.command, columnsOf(found.columns)];
    });
    expect(rows[0]).toHaveLength(3);
  });

  it('works in transactions, savepoints and pipelined transactions', async () => {
    await same(async (sql) => {
      const seen: unknown[] = [];
      seen.push(await sql.begin('isolation level serializable', async (inside) => {
        await inside`INSERT INTO people (id, name) VALUES (200, 'one')`;
        await inside.savepoint(async (point) => point`INSERT INTO people (id, name) VALUES (200, 'again')`).catch((thrown: unknown) => void seen.push(failure(thrown)));
        return inside.savepoint((point) => point`INSERT INTO people (id, name) VALUES (201, 'two') RETURNING id`);
      }).then((rows) => [...rows]));
      seen.push(await sql.begin((inside) => [inside`INSERT INTO people (id, name) VALUES (202, 'three')`, inside`SELECT 1 / 0`, inside`SELECT 'never'`]).catch(failure));
      return [...seen, [...(await sql`SELECT id FROM people WHERE id >= 200 ORDER BY id`)]];
    });
  });

  it('copies in and out by streams', async () => {
    const copied = await same(async (sql) => {
      await sql`CREATE TABLE copied (a int, b text)`;
      await pipeline(Readable.from(Array.from({ length: 1000 }, (_, index) => `${index}\trow ${index}\n`)), await sql`COPY copied FROM STDIN`.writable());
      const chunks: Buffer[] = [];
      for await (const chunk of await sql`COPY (SELECT * FROM copied ORDER BY a) TO STDOUT (FORMAT csv)`.readable()) chunks.push(chunk as Buffer);
      return [Buffer.concat(chunks).toString(), [...(await sql`SELECT count(*)::int AS n FROM copied`)]];
    });
    expect(copied[0]).toContain('\n999,row 999\n');
    expect(copied[1]).toEqual([{ n: 1000 }]);
  });

  it('reads by cursors, row by row, and without preparing', async () => {
    await same(async (sql) => {
      const seen: unknown[] = [];
      await sql`SELECT id FROM people WHERE id <= 20 ORDER BY id`.cursor(7, (rows) => void seen.push(rows.map(({ id }) => id as number)));
      for await (const [row] of sql`SELECT id FROM people WHERE id <= 20 ORDER BY id`.cursor()) {
        seen.push(row);
        if (row?.['id'] === 3) break;
      }
      await sql`SELECT name FROM people WHERE id < 5 ORDER BY id`.forEach((row) => void seen.push(row));
      seen.push(await sql`SELECT id, moods FROM people LIMIT 1`.describe().then(({ types, columns }) => [types, columnsOf(columns)]));
      seen.push((await sql.unsafe('SELECT 1 AS x; SELECT 2 AS y')).map((rows) => [...(rows as unknown as unknown[])]));
      seen.push([...(await sql`SELECT id, name FROM people WHERE id < 4 ORDER BY id`.values())], [...(await sql`SELECT 1 AS simple`.simple())]);
      return seen;
    });
  });

  it('listens and notifies', async () => {
    await same(async (sql) => {
      let heard: (payload: string) => void = () => undefined;
      const payload = new Promise<string>((resolve) => (heard = resolve));
      const { unlisten } = await sql.listen('news', (text) => heard(text));
      await sql.notify('news', 'it is ünïcödé');
      const got = await payload;
      await unlisten();
      return got;
    });
  });

  it('cancels', async () => {
    const cancelled = await same(async (sql) => {
      const query = sql`SELECT pg_sleep(300)`;
      const ended = query.then(() => 'finished', failure);
      while ((await server.query("SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(300)' AND state = 'active'")).length === 0);
      query.cancel();
      return ended;
    });
    expect(cancelled).toMatchObject({ code: '57014' });
  });
});
