// SPDX-License-Identifier: Apache-2.0
//
// node-postgres through the gate as applications use it: pools, prepared statements, types, transactions, errors, notifications. Each
// answer is compared with what the same calls get without the gate.
import pg from 'pg';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { type Pair, sideBySide, USUAL_RULES } from '../../support/side-by-side.js';

const SETUP = `
CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL, tags text[], extra jsonb, born timestamptz, score float8, big int8, raw bytea, money numeric(12, 3), CONSTRAINT short CHECK (length(name) < 20));
CREATE UNIQUE INDEX one_name ON people (name);
CREATE FUNCTION make_queue(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE %I (job int)', name); END $$;
`;
/** A program calls functions of its own. */
const RULES = `${USUAL_RULES}\n  - { id: own-code, match: { effect: unknown, object: public.make_queue }, decide: allow }`;

describe.each<PostgresVersion>([15, 18])('node-postgres before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  let pools: readonly [pg.Pool, pg.Pool];

  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server, SETUP, { rules: RULES });
    const direct = { host: server.host, port: server.port, user: server.superuser, password: server.password, database: pair.direct };
    pools = [new pg.Pool({ ...direct, max: 4 }), new pg.Pool({ connectionString: pair.gate.url, max: 4 })];
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await pair.close();
    await server.stop();
  });

  /** The same on both sides; returns it. */
  const same = async <T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
    const [direct, guarded] = [await work(pools[0]), await work(pools[1])];
    expect(guarded).toEqual(direct);
    return guarded;
  };
  const plain = ({ rows, rowCount, command, fields }: pg.QueryResult) => ({ rows: rows as unknown[], rowCount, command, fields: fields.map(({ name, dataTypeID, format }) => [name, dataTypeID, format]) });
  /** Every field of a server's error but the place in its source. */
  const failure = (thrown: unknown) => {
    const { message, severity, code, detail, hint, position, where, schema, table, column, dataType, constraint, routine, file, line } = thrown as pg.DatabaseError;
    return { message, severity, code, detail, hint, position, where, schema, table, column, dataType, constraint, routine, file, line };
  };

  it('sends and receives every type, as text and in binary', async () => {
    const values = ['Ünï 🦊', ['a', null, 'c,"d"'], { n: 1, list: [null, 'x'] }, new Date('2026-01-02T03:04:05.678Z'), 1.5e-7, '9007199254740993', Buffer.from([0, 1, 255]), '12.345'];
    const rows = await same(async (pool) => {
      const inserted = await pool.query('INSERT INTO people (name, tags, extra, born, score, big, raw, money) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *', values);
      const nothing = await pool.query('SELECT $1::text AS t, $2::int[] AS i, $3::jsonb AS j', [null, [1, null, 2], null]);
      const binary = await pool.query({ text: 'SELECT id, name, raw, score, born > now() AS later, 7::int2 AS small, big FROM people WHERE id = $1', values: [1], binary: true } as pg.QueryConfig);
      const asArray = await pool.query({ text: 'SELECT 1 AS a, 2 AS a, ARRAY[[1, 2], [3, 4]] AS m', rowMode: 'array' });
      return [inserted, nothing, binary, asArray].map(plain);
    });
    expect(rows[0]?.rows[0]).toMatchObject({ name: 'Ünï 🦊', big: '9007199254740993', money: '12.345' });
    expect(rows[2]?.fields.every(([, , format]) => format === 'binary')).toBe(true);
  });

  it('prepares by name, runs again, and with other values', async () => {
    await same(async (pool) => {
      const client = await pool.connect();
      const seen: unknown[] = [];
      for (const id of [1, 2, 1, null]) seen.push(plain(await client.query({ name: 'by-id', text: 'SELECT id, name FROM people WHERE id = $1', values: [id] })));
      seen.push(await client.query({ name: 'wrong', text: 'SELECT nope', values: [] }).catch(failure));
      seen.push(await client.query({ name: 'wrong', text: 'SELECT 1 AS right', values: [] }).then(plain));
      seen.push((await client.query('SELECT name, parameter_types::text, from_sql FROM pg_prepared_statements ORDER BY name')).rows);
      client.release();
      return seen;
    });
  });

  it('tells every field of an error', async () => {
    const failures = await same(async (pool) => {
      const seen: unknown[] = [];
      for (const [text, values] of [
        ["INSERT INTO people (id, name) VALUES (1, 'again')", []], ["INSERT INTO people (id, name) VALUES (100, 'far too long for this constraint')", []],
        ['INSERT INTO people (id, name) VALUES ($1, $2)', [101, null]], ['SELECT nope FROM people', []], ['SELECT * FROM nowhere WHERE id = $1', [1]], ['SELECT $1::int', ['x']],
        ["SELECT 'x'::date", []], ['SELECT 1 / $1', [0]], ["SELECT jsonb '{'", []], ['SELECT now() AT TIME ZONE $1', ['Mars/Olympus']],
      ] as const) seen.push(await pool.query(text, [...values]).then(plain, failure));
      return seen;
    });
    expect(failures[0]).toMatchObject({ code: '23505', table: 'people', constraint: 'people_pkey', detail: 'Key (id)=(1) already exists.' });
    expect(failures[3]).toMatchObject({ code: '42703', position: '8' });
  });

  it('goes on after a function that has made a table, as job queues do', async () => {
    const jobs = await same(async (pool) => {
      // One after the other: all on one connection.
      await pool.query('SELECT make_queue($1)', ['mails']);
      await pool.query('INSERT INTO mails VALUES ($1)', [7]);
      return (await pool.query('SELECT job FROM mails WHERE job = $1', [7])).rows as unknown[];
    });
    expect(jobs).toEqual([{ job: 7 }]);
  });

  it('keeps transactions of a pool apart', async () => {
    await same(async (pool) => {
      const [one, two] = [await pool.connect(), await pool.connect()];
      await one.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await one.query("INSERT INTO people (id, name) VALUES (200, 'mine')");
      const outside = await two.query('SELECT count(*)::int AS n FROM people WHERE id = 200');
      const broken = await one.query('SELECT 1 / 0').catch(failure);
      const ignored = await one.query('SELECT 1').catch(failure);
      const ended = await one.query('COMMIT');
      await two.query('BEGIN');
      await two.query("INSERT INTO people (id, name) VALUES (201, 'kept')");
      await two.query('SAVEPOINT s');
      await two.query("INSERT INTO people (id, name) VALUES (202, 'kept')").catch(() => two.query('ROLLBACK TO SAVEPOINT s'));
      await two.query('COMMIT');
      const inside = await one.query('SELECT id FROM people WHERE id >= 200 ORDER BY id');
      one.release();
      two.release();
      return [outside.rows, broken, ignored, ended.command, inside.rows];
    });
  });

  it('answers many at once, in their order', async () => {
    const answers = await same((pool) => Promise.all(Array.from({ length: 100 }, async (_, index) => (await pool.query('SELECT $1::int * 2 AS twice', [index])).rows[0] as unknown)));
    expect(answers[99]).toEqual({ twice: 198 });
  });

  it('runs several statements in one message', async () => {
    await same(async (pool) => {
      const results = (await pool.query("SELECT 1 AS a; INSERT INTO people (id, name) VALUES (301, 'one'), (302, 'two'); SELECT count(*) FROM people WHERE id > 300; DELETE FROM people WHERE id > 300")) as unknown as pg.QueryResult[];
      const half = await pool.query("INSERT INTO people (id, name) VALUES (300, 'half'); SELECT 1 / 0").catch(failure);
      const undone = await pool.query('SELECT count(*)::int AS n FROM people WHERE id = 300');
      return [results.map(plain), half, undone.rows, (await pool.query('')).command, (await pool.query('-- nothing')).rows];
    });
  });

  it('reads a portal in parts', async () => {
    // What pg-cursor does, with the connection's own calls.
    const rows = await same(async (pool) => {
      const client = await pool.connect();
      const query = new pg.Query({ text: 'SELECT n FROM generate_series(1, 10) AS n', rows: 3 } as unknown as pg.QueryConfig);
      const seen: unknown[] = [];
      query.on('row', (row: unknown) => void seen.push(row));
      await new Promise((resolve, reject) => {
        query.on('end', resolve);
        query.on('error', reject);
        client.query(query);
      });
      client.release();
      return seen;
    });
    expect(rows).toHaveLength(10);
    expect(rows[9]).toEqual({ n: 10 });
  });

  it('hears notices and notifications', async () => {
    await same(async (pool) => {
      const client = await pool.connect();
      const heard: unknown[] = [];
      client.on('notice', (notice) => void heard.push([notice.severity, notice.code, notice.message]));
      const notified = new Promise((resolve) => client.once('notification', ({ channel, payload }) => resolve([channel, payload])));
      await client.query('DROP TABLE IF EXISTS nothing');
      await client.query('LISTEN news');
      await pool.query("NOTIFY news, 'pay load'");
      heard.push(await notified);
      await client.query('UNLISTEN *');
      client.release();
      return heard;
    });
  });

  it('is told when a statement takes too long', async () => {
    const late = await same((pool) => pool.query("SET statement_timeout = 20; SELECT pg_sleep(60)").catch(failure));
    expect(late).toMatchObject({ code: '57014' });
  });
});
