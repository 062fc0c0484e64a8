// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';
import type { CatalogSnapshot, UnnamedCode } from '../../../../../src/core/catalog.js';
import { CATALOG_SESSION_SETTINGS, FINGERPRINT_QUERY, SEARCH_PATH_QUERY } from '../../../../../src/proxy/postgres/catalog/queries.js';
import { CATALOG_CHECK_MS } from '../../../../../src/proxy/postgres/limits.js';
import { loadCatalog, readSearchPath, SharedCatalog, type CatalogSource } from '../../../../../src/proxy/postgres/catalog/catalog.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../../../support/postgres.js';

interface Session {
  readonly ask: CatalogSource;
  readonly run: (sql: string) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

async function session(server: Postgres, settings: Readonly<Record<string, string>> = {}, database = 'postgres'): Promise<Session> {
  const { host, port, superuser: user, password } = server;
  const client = new pg.Client({ host, port, user, password, database, types: { getTypeParser: () => (value: string) => value } });
  await client.connect();
  for (const [name, value] of Object.entries(settings)) await client.query(`SET ${name} = '${value}'`);
  const ask: CatalogSource = async (sql) => (await client.query<(string | null)[]>({ text: sql, rowMode: 'array' })).rows;
  return { ask, run: (sql) => client.query(sql), end: () => client.end() };
}

const SHOP = `
  CREATE SCHEMA app;
  CREATE TYPE app.mood AS ENUM ('ok', 'bad');
  CREATE FUNCTION app.fine(text) RETURNS bool LANGUAGE sql AS 'SELECT true';
  CREATE DOMAIN app.email AS text CHECK (VALUE LIKE '%@%') CHECK (app.fine(VALUE) AND length(VALUE) < 99);
  CREATE DOMAIN app.mail AS app.email;
  CREATE TYPE app.pair AS (a int, b app.email);
  CREATE TABLE app.moods (mood app.mood PRIMARY KEY);
  CREATE TABLE app.customers (id bigint PRIMARY KEY, name text, ssn varchar(11), dropped int, mail app.email, moods app.mood[], home app.pair);
  ALTER TABLE app.customers DROP COLUMN dropped;
  CREATE FUNCTION app.told(app.mood) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
  CREATE CAST (app.mood AS text) WITH FUNCTION app.told(app.mood) AS ASSIGNMENT;
  CREATE FUNCTION app.mail_of(app.pair) RETURNS app.email LANGUAGE sql AS 'SELECT $1.b';
  CREATE CAST (app.pair AS app.email) WITH FUNCTION app.mail_of(app.pair);
  CREATE FUNCTION app.order_of_pairs(app.pair, app.pair) RETURNS int LANGUAGE sql AS 'SELECT 0';
  CREATE OPERATOR CLASS app.pairs DEFAULT FOR TYPE app.pair USING btree AS FUNCTION 1 app.order_of_pairs(app.pair, app.pair);
  CREATE FUNCTION app.order_of(int, int) RETURNS int LANGUAGE sql AS 'SELECT 0';
  CREATE OPERATOR CLASS app.ints FOR TYPE int USING btree AS FUNCTION 1 app.order_of(int, int);
  CREATE OPERATOR CLASS app.unused FOR TYPE int USING btree AS FUNCTION 1 app.order_of(int, int);
  CREATE FUNCTION app.apart(int, int) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT 1::float8';
  CREATE TYPE app.span AS RANGE (SUBTYPE = int, SUBTYPE_OPCLASS = app.ints, SUBTYPE_DIFF = app.apart);
  CREATE FUNCTION app.scatter(int, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $2';
  CREATE OPERATOR CLASS app.scattering FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 2 app.scatter(int, bigint);
  CREATE TABLE app.scattered (id int) PARTITION BY HASH (id app.scattering);
  CREATE TABLE app.sorted (id int, homes app.pair[] PRIMARY KEY, mood app.mood REFERENCES app.moods);
  CREATE INDEX sorted_id ON app.sorted (id app.ints);
  CREATE FUNCTION app.within(app.pair, app.pair) RETURNS bool LANGUAGE sql AS 'SELECT true';
  CREATE OPERATOR app.@@@ (LEFTARG = app.pair, RIGHTARG = app.pair, FUNCTION = app.within);
  CREATE OPERATOR CLASS app.around FOR TYPE app.pair USING brin AS OPERATOR 7 app.@@@ (app.pair, app.pair), FUNCTION 1 brin_inclusion_opcinfo(internal), FUNCTION 2 brin_inclusion_add_value(internal, internal, internal, internal), FUNCTION 3 brin_inclusion_consistent(internal, internal, internal), FUNCTION 4 brin_inclusion_union(internal, internal, internal);
  CREATE OPERATOR CLASS app.between DEFAULT FOR TYPE app.pair USING brin AS OPERATOR 1 app.@@@ (app.pair, app.pair), FUNCTION 1 brin_minmax_opcinfo(internal), FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal), FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal);
  CREATE FUNCTION app.seen(text) RETURNS bool LANGUAGE sql AS 'SELECT true';
  CREATE TABLE app.orders (id int, at date) PARTITION BY RANGE (at);
  CREATE TABLE app.orders_2024 PARTITION OF app.orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
  CREATE TABLE app.vips (rank int) INHERITS (app.customers);
  CREATE VIEW app.names AS SELECT id, name FROM app.customers;
  CREATE VIEW app.names_again AS SELECT n.name FROM app.names n;
  CREATE POLICY mine ON app.customers USING (app.seen(name) AND name IN (SELECT a.name FROM app.names_again a));
  CREATE POLICY others ON app.customers USING (name = current_setting('app.tenant'));
  ALTER TABLE app.customers ENABLE ROW LEVEL SECURITY;
  CREATE POLICY asleep ON app.sorted USING (app.seen('x'));
  CREATE MATERIALIZED VIEW app.counts AS SELECT count(*) AS n FROM app.orders;
  CREATE VIEW app.days AS SELECT at FROM app.orders;
  CREATE RULE quiet AS ON DELETE TO app.customers DO INSTEAD NOTHING;
  CREATE SEQUENCE app.numbers;
  CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE FUNCTION public.twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
  CREATE FUNCTION app.twice(text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT $1 || $1';
  CREATE PROCEDURE app.work() LANGUAGE sql AS 'SELECT 1';
  CREATE TRIGGER touched BEFORE UPDATE ON app.customers FOR EACH ROW EXECUTE FUNCTION app.touch();
  CREATE TRIGGER same BEFORE UPDATE ON app.customers FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
  CREATE TRIGGER off BEFORE DELETE ON app.customers FOR EACH ROW EXECUTE FUNCTION app.touch();
  ALTER TABLE app.customers DISABLE TRIGGER off;
  CREATE OPERATOR app.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq);
  CREATE TABLE app.history (was app.customers, all_of app.orders[]);
  CREATE TABLE public."Odd.name" ("Select" int, "a""b" app.mood);
  CREATE FUNCTION pg_catalog.lower(int) RETURNS int LANGUAGE sql AS 'SELECT $1';`;

describe.each<PostgresVersion>([15, 18])('the catalog of PostgreSQL %d', (version) => {
  let server: Postgres;
  let own: Session;
  let snapshot: CatalogSnapshot;
  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(SHOP);
    own = await session(server, CATALOG_SESSION_SETTINGS);
    snapshot = await loadCatalog(own.ask, { epoch: 7 });
  });
  afterAll(async () => {
    await own.end();
    await server.stop();
  });
  const relation = (name: string, from = snapshot) => from.relations.get(name)!;
  const oids = (...names: string[]) => names.map((name) => relation(name).oid);

  it('says whose and where it is', () => {
    expect(snapshot).toMatchObject({ epoch: 7, database: 'postgres', user: 'postgres' });
    expect(Math.floor(snapshot.serverVersion / 10_000)).toBe(version);
    expect([...snapshot.schemas].sort()).toEqual(['app', 'information_schema', 'pg_catalog', 'public']);
  });

  it('holds columns in order, without dropped ones', () => {
    const { columns, kind, schema, name, definition, rules } = relation('app.customers');
    expect({ kind, schema, name, definition, rules }).toEqual({ kind: 'r', schema: 'app', name: 'customers', definition: null, rules: true });
    expect(columns.map((column) => [column.name, column.number, column.type])).toEqual([
      ['id', 1, 'bigint'],
      ['name', 2, 'text'],
      ['ssn', 3, 'character varying'],
      ['mail', 5, 'app.email'],
      ['moods', 6, 'app.mood[]'],
      ['home', 7, 'app.pair'],
    ]);
    expect(columns[0]?.typeOid).toBe(20);
    expect(relation('public."Odd.name"').columns.map((column) => column.name)).toEqual(['Select', 'a"b']);
  });

  it('names row types of tables where columns have them', () => {
    expect(relation('app.history').columns.map((column) => column.type)).toEqual(['app.customers', 'app.orders[]']);
    const [was] = relation('app.history').columns;
    expect(snapshot.types.get(was!.typeOid)).toEqual({ name: 'app.customers', base: 0 });
  });

  it.each([
    ['app.orders', 'p'],
    ['app.orders_2024', 'r'],
    ['app.names', 'v'],
    ['app.counts', 'm'],
    ['app.numbers', 'S'],
    ['app.pair', 'c'],
    ['app.customers_pkey', 'i'],
  ])('knows %s as kind %s, by name and by oid', (name, kind) => {
    expect(relation(name).kind).toBe(kind);
    expect(snapshot.relationsByOid.get(relation(name).oid)).toBe(relation(name));
  });

  it('links partitions and heirs', () => {
    expect(relation('app.orders').children).toEqual(oids('app.orders_2024'));
    expect(relation('app.orders_2024').parents).toEqual(oids('app.orders'));
    expect(relation('app.vips').parents).toEqual(oids('app.customers'));
    expect(relation('app.customers').parents).toEqual([]);
  });

  it('prints views with every name qualified', () => {
    expect(relation('app.names').definition?.text).toContain('FROM app.customers');
    expect(relation('app.names_again').definition?.text).toContain('FROM app.names n');
    expect(relation('app.counts').definition?.text).toContain('FROM app.orders');
    expect(relation('app.names').rules).toBe(false);
  });

  it('knows triggers that fire, and functions, operators and types that users made', () => {
    expect([...relation('app.customers').triggers].sort()).toEqual(['app.touch', 'pg_catalog.suppress_redundant_updates_trigger']);
    const twice = [...(snapshot.functions.get('twice') ?? [])].sort((a, b) => a.schema.localeCompare(b.schema));
    expect(twice).toEqual([
      { schema: 'app', name: 'twice', language: 'sql', volatility: 'stable', securityDefiner: true, takes: [25], gives: 25 },
      { schema: 'public', name: 'twice', language: 'sql', volatility: 'immutable', securityDefiner: false, takes: [23], gives: 23 },
    ]);
    expect(snapshot.functions.get('work')?.[0]).toMatchObject({ schema: 'app', volatility: 'volatile' });
    // Somebody's own function in PostgreSQL's schema is still somebody's own; PostgreSQL's are not listed.
    expect(snapshot.functions.get('lower')?.map((one) => one.schema)).toEqual(['pg_catalog']);
    expect(snapshot.functions.has('upper')).toBe(false);
    expect([...snapshot.operators].sort()).toEqual([['===', ['app']], ['@@@', ['app']]]);
    const types = [...snapshot.types.values()];
    expect(types).toContainEqual({ name: 'app.email', base: 25 });
    expect(types).toContainEqual({ name: 'app.mood', base: 0 });
    expect(types).toContainEqual({ name: 'app._mood', base: 0 });
  });

  it('knows which types become others by themselves, what arrays are made of, and which functions take any number', async () => {
    const { converts, elements, functions } = snapshot;
    const [row] = await server.query("SELECT count(*)::int AS all FROM pg_cast WHERE castcontext = 'i'");
    expect([...(converts ?? [])].flatMap(([, targets]) => [...targets])).toHaveLength(Number(row?.['all']));
    expect([converts?.get(23)?.has(20), converts?.get(20)?.has(23), converts?.get(1043)?.has(25), elements?.get(1007), elements?.get(1009)]).toEqual([true, false, true, 23, 25]);
    expect([...functions.values()].flat().flatMap(({ name, variadic }) => (variadic === true ? [name] : []))).toEqual(['span_multirange']);
  });

  it('knows which functions run where no statement names them', () => {
    const { unnamed, types, relationsByOid, operands } = snapshot;
    const type = (oid: number) => types.get(oid)?.name ?? oid;
    const shown = (functions: UnnamedCode['made'] | undefined, name: (oid: number) => unknown) => [...(functions ?? [])].map(([oid, all]) => [name(oid), all.map((one) => `${one.made} ${one.name}`).sort()]).sort();
    expect(unnamed?.casts.map(({ source, target, context, runs }) => [type(source), type(target), context, runs.name])).toEqual([['app.mood', 25, 'assignment', 'app.told'], ['app.pair', 'app.email', 'explicit', 'app.mail_of'], ['app.span', 'app.span_multirange', 'explicit', 'app.span_multirange']]);
    expect(shown(unnamed?.made, type)).toEqual([['app.email', ['builtin pg_catalog.length', 'user app.fine']], ['app.span', ['user app.apart', 'user app.order_of']]]);
    expect(shown(unnamed?.compared, type)).toEqual([['app.pair', ['user app.order_of_pairs']], ['app.span', ['user app.apart', 'user app.order_of']]]);
    expect(shown(unnamed?.read, (oid) => relationsByOid.get(oid)?.name)).toEqual([['customers', ['builtin pg_catalog.current_setting', 'user app.seen']], ['sorted', ['user app.seen']]]);
    expect([...(unnamed?.guarded ?? [])].map((oid) => relationsByOid.get(oid)?.name)).toEqual(['customers']);
    expect([...(unnamed?.reads.values() ?? [])].flatMap((all) => [...all]).map((oid) => relationsByOid.get(oid)?.name)).toEqual(['names_again']);
    const within = (name: string) => [...(unnamed?.holds.get([...types].find(([, one]) => one.name === name)?.[0] ?? 0) ?? [])].map(type);
    expect([within('app._mood'), within('app.pair'), within('app.span'), within('app.mail')]).toEqual([['app.mood'], [23, 'app.email'], [23], ['app.email']]);
    expect(operands?.get('===')).toEqual([{ schema: 'app', left: 25, right: 25, gives: 16 }]);
  });

  it('knows which run when an index or a partition key is looked into, and when it is filled', () => {
    const { unnamed, types, relationsByOid } = snapshot;
    const type = (oid: number) => types.get(oid)?.name ?? oid;
    const shown = (functions: UnnamedCode['built'] | undefined) => [...(functions ?? [])].map(([oid, all]) => `${relationsByOid.get(oid)?.name}: ${all.map(({ name }) => name).join(' ')}`).sort();
    expect(shown(unnamed?.searched)).toEqual(['scattered: app.scatter', 'sorted: app.order_of', 'sorted_id: app.order_of']);
    expect(shown(unnamed?.built)).toEqual(shown(unnamed?.searched));
    const kept = (types: UnnamedCode['keeps'] | undefined) => [...(types ?? [])].map(([oid, all]) => `${relationsByOid.get(oid)?.name}: ${[...all].map(type).sort().join(' ')}`).sort();
    expect(kept(unnamed?.keeps)).toEqual(['moods: app.mood', 'moods_pkey: app.mood', 'sorted: app._pair', 'sorted_pkey: app._pair']);
    expect(kept(unnamed?.refers)).toEqual(['moods: app.mood', 'sorted: app.mood']);
    expect((unnamed?.classes ?? []).map((one) => `${one.name} ${one.method} ${type(one.type)} ${one.byDefault} ${one.builds} ${one.runs.name}`).sort()).toEqual([
      'around brin app.pair false false app.within', 'between brin app.pair true true app.within', 'ints btree 23 false true app.order_of', 'pairs btree app.pair true true app.order_of_pairs',
      'scattering hash 23 false true app.scatter', 'unused btree 23 false true app.order_of',
    ]);
  });

  it('asks again when one of them changes', async () => {
    const print = async () => (await own.ask(FINGERPRINT_QUERY))[0]?.[0];
    const prints = [await print()];
    for (const change of ['ALTER DOMAIN app.mail ADD CONSTRAINT more CHECK (app.fine(VALUE))', 'DROP CAST (app.pair AS app.email)', 'DROP POLICY others ON app.customers', 'DROP OPERATOR CLASS app.unused USING btree', 'DROP INDEX app.sorted_id']) {
      await server.query(change);
      prints.push(await print());
    }
    expect(new Set(prints).size).toBe(prints.length);
    snapshot = await loadCatalog(own.ask, { epoch: 7 });
  });

  it('holds the system catalogs and views with their columns, toast left out', () => {
    expect(relation('pg_catalog.pg_stats').columns.map((column) => column.name)).toContain('most_common_vals');
    expect(relation('pg_catalog.pg_class').kind).toBe('r');
    expect(relation('information_schema.columns').kind).toBe('v');
    expect([...snapshot.relations.keys()].filter((name) => name.includes('toast'))).toEqual([]);
    const all = [...snapshot.relations.values()];
    expect(all.filter((one) => one.kind !== 'i' && one.kind !== 'I' && one.columns.length === 0)).toEqual([]);
    expect(all.flatMap((one) => one.columns).filter((column) => column.type === '')).toEqual([]);
  });

  it('takes what never changes from the snapshot before, and forgets what is gone', async () => {
    await server.query('CREATE TABLE app.brief (id int)');
    const with_ = await loadCatalog(own.ask, { epoch: 8, previous: snapshot });
    await server.query('DROP TABLE app.brief');
    const without = await loadCatalog(own.ask, { epoch: 9, previous: with_ });
    expect(with_.relations.has('app.brief')).toBe(true);
    expect(without.relations.has('app.brief')).toBe(false);
    expect({ ...without, epoch: 7 }).toEqual(snapshot);
  });

  it('lists no operator class of the extensions that come with the server: theirs are in C', async () => {
    await server.query('CREATE DATABASE extended');
    await server.query(['citext', 'hstore', 'pg_trgm', 'btree_gist', 'btree_gin', 'intarray', 'ltree', 'cube', 'seg', 'isn'].map((name) => `CREATE EXTENSION ${name};`).join(' ') + ' CREATE TABLE t (c citext PRIMARY KEY, h hstore UNIQUE, l ltree[]); CREATE INDEX ON t USING gist (h)', 'extended');
    const extended = await session(server, CATALOG_SESSION_SETTINGS, 'extended');
    const { unnamed } = await loadCatalog(extended.ask, { epoch: 1 });
    expect([unnamed?.classes, unnamed?.searched.size, unnamed?.built.size, unnamed?.compared.size, unnamed?.keeps.size]).toEqual([[], 0, 0, 0, 0]);
    await extended.end();
  });

  it('tells C code by its library and symbol, whatever it is called, where it returns no set', async () => {
    await server.query(`CREATE DATABASE native; `);
    await server.query(`CREATE EXTENSION citext; CREATE EXTENSION hstore; ALTER FUNCTION citext_eq(citext, citext) RENAME TO plainly; CREATE FUNCTION mine(citext) RETURNS text LANGUAGE sql AS 'SELECT $1::text'; CREATE FUNCTION inside(text) RETURNS text LANGUAGE internal AS 'textin';
      CREATE OPERATOR === (leftarg = citext, rightarg = citext, function = citext_ne)`, 'native');
    const native = await session(server, CATALOG_SESSION_SETTINGS, 'native');
    const { functions, operands } = await loadCatalog(native.ask, { epoch: 1 });
    const of = (name: string) => functions.get(name)?.map((one) => one.native);
    expect([of('plainly'), of('mine'), of('inside'), of('each'), of('tconvert')]).toEqual([['citext citext_eq i'], [undefined], [undefined], [undefined], ['hstore hstore_from_text i']]);
    expect(operands?.get('===')?.map((one) => [one.native, one.gives])).toEqual([['citext citext_ne i', 16]]);
    expect(operands?.get('=')?.map((one) => one.native)).toEqual(['citext citext_eq i', 'hstore hstore_eq i']);
    await native.end();
  });

  it('does not trust a snapshot of another database', async () => {
    await server.query('CREATE DATABASE other');
    const other = await session(server, CATALOG_SESSION_SETTINGS, 'other');
    expect((await loadCatalog(other.ask, { epoch: 1, previous: snapshot })).relations.has('pg_catalog.pg_class')).toBe(true);
    await other.end();
  });

  it('read inside an open transaction shows what that has done, its own temporary tables, and sets nothing', async () => {
    const mine = await session(server);
    const theirs = await session(server);
    await theirs.run('CREATE TEMP TABLE theirs (x int)');
    await mine.run('SET search_path = app, public; BEGIN; CREATE TABLE app.fresh (id int); CREATE TEMP TABLE basket (item text)');
    await mine.run('CREATE TEMP VIEW basket_view AS SELECT b.item, n.name FROM basket b, names n');
    const inside = await loadCatalog(mine.ask, { epoch: 10, previous: snapshot, inTransaction: true });
    expect(inside.relations.has('app.fresh')).toBe(true);
    expect(relation('pg_temp.basket', inside)).toMatchObject({ schema: 'pg_temp', name: 'basket', kind: 'r' });
    expect([...inside.relations.keys()].filter((name) => name.endsWith('.theirs'))).toEqual([]);
    expect(inside.schemas.has('pg_temp')).toBe(true);
    const path = ['pg_temp', 'pg_catalog', 'app', 'public'];
    expect(relation('app.names', inside).definition).toEqual(relation('app.names').definition);
    expect(relation('pg_temp.basket_view', inside).definition).toMatchObject({ path, text: expect.stringContaining('FROM basket b') as string });
    const [[spelled] = []] = await mine.ask(SEARCH_PATH_QUERY);
    expect(readSearchPath(spelled!)).toEqual(path);
    const [[spelt] = []] = await mine.ask('SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()');
    expect(relation(`${spelt}.basket`, inside)).toBe(relation('pg_temp.basket', inside));
    await mine.run('ROLLBACK');
    const after = await loadCatalog(mine.ask, { epoch: 11, previous: snapshot });
    expect(after.relations.has('app.fresh')).toBe(false);
    await mine.end();
    await theirs.end();
  });

  it('does not recall names that a path resolved', async () => {
    const mine = await session(server);
    await mine.run('SET search_path = app; CREATE TEMP VIEW mine AS SELECT name FROM customers');
    const first = await loadCatalog(mine.ask, { epoch: 10, previous: snapshot });
    expect(relation('pg_temp.mine', first).definition?.text).toContain('FROM customers');
    await mine.run('CREATE TEMP TABLE customers (name text)');
    expect(relation('pg_temp.mine', await loadCatalog(mine.ask, { epoch: 11, previous: first })).definition?.text).toContain('FROM app.customers');
    await mine.end();
  });

  it.each([
    ['another column by its name', 'ALTER TABLE app.customers RENAME name TO was; ALTER TABLE app.customers RENAME ssn TO name'],
    ['another table by its name', 'ALTER TABLE app.customers RENAME TO was; CREATE TABLE app.customers (id bigint, name text)'],
    ['another schema by its name', 'ALTER SCHEMA app RENAME TO was'],
    ['another query', 'CREATE OR REPLACE VIEW app.names AS SELECT id, ssn::text AS name FROM app.customers'],
  ])('does not recall a definition that now means %s', async (_what, change) => {
    const busy = await session(server);
    await busy.run(`BEGIN; ${change}`);
    const names = async (inTransaction: boolean) => {
      const { relationsByOid } = await loadCatalog(busy.ask, { epoch: 16, previous: snapshot, inTransaction });
      return relationsByOid.get(relation('app.names').oid)?.definition ?? null;
    };
    // In a transaction it is only asked for where its locks are held.
    const inside = await names(true);
    expect(inside === null || inside.key !== relation('app.names').definition?.key).toBe(true);
    expect((await names(false))?.text).not.toBe(relation('app.names').definition?.text);
    await busy.run('ROLLBACK');
    await busy.end();
  });

  it('leaves no lock in a transaction on what that has not touched', async () => {
    const mine = await session(server);
    await mine.run('BEGIN; CREATE VIEW app.mails AS SELECT mail FROM app.customers; ALTER TABLE app.orders RENAME at TO day; ALTER VIEW app.names_again RENAME TO again');
    const held = () => mine.ask('SELECT DISTINCT l.relation::regclass::text FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.pid = pg_backend_pid() AND c.oid >= 16384 ORDER BY 1');
    const before = await held();
    const inside = await loadCatalog(mine.ask, { epoch: 17, previous: snapshot, inTransaction: true });
    expect(await held()).toEqual(before);
    expect(before.flat()).not.toContain('app.names');
    expect(relation('app.mails', inside).definition?.text).toContain('app.customers');
    expect(relation('app.again', inside).definition).toEqual(relation('app.names_again').definition);
    // It shows a column that has another name now, and asking for it would lock it.
    expect(relation('app.days', inside).definition).toBe(null);
    await mine.run('ROLLBACK');
    await mine.end();
  });

  it('can not be fooled by operators and functions on the session’s path', async () => {
    const trap = (type: string) => `CREATE FUNCTION evil.trap(${type}, ${type}) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'trapped'; END $$;`;
    const types = ['oid', '"char"', 'name', 'text', 'int2', 'int4', 'bool'];
    const operators = types.flatMap((type) => ['=', '<>', '>=', '>'].map((name) => `CREATE OPERATOR evil.${name} (LEFTARG = ${type}, RIGHTARG = ${type}, FUNCTION = evil.trap);`));
    const mixed = `CREATE FUNCTION evil.trap(oid, int4) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'trapped'; END $$; CREATE OPERATOR evil.>= (LEFTARG = oid, RIGHTARG = int4, FUNCTION = evil.trap);`;
    await server.query(`CREATE SCHEMA evil; ${types.map(trap).join(' ')} ${operators.join(' ')} ${mixed}
      CREATE FUNCTION evil.json_agg(name) RETURNS text LANGUAGE sql AS $$ SELECT 'no' $$; CREATE TABLE evil.pg_class (oid oid)`);
    const fooled = await session(server, {}, 'postgres');
    await fooled.run('SET search_path = evil, pg_catalog');
    await expect(fooled.ask(`SELECT 1 FROM pg_catalog.pg_class c WHERE c.oid = 1::oid`)).rejects.toThrow('trapped');
    const inside = await loadCatalog(fooled.ask, { epoch: 12 });
    expect(inside.relations.has('app.customers')).toBe(true);
    // pg_get_viewdef would have walked into the trap.
    expect(relation('app.names', inside).definition).toBe(null);
    await fooled.run('SET search_path = evil');
    expect(relation('app.names', await loadCatalog(fooled.ask, { epoch: 13 })).definition?.text).toContain('app.customers');
    await fooled.end();
    await server.query('DROP SCHEMA evil CASCADE');
  });

  it('does not wait for a session that is changing a table', async () => {
    const busy = await session(server);
    await busy.run('BEGIN; ALTER TABLE app.customers ADD COLUMN extra int');
    const meanwhile = await loadCatalog(own.ask, { epoch: 13 });
    expect(relation('app.names', meanwhile).definition).toBe(null);
    expect(relation('app.counts', meanwhile).definition?.text).toContain('app.orders');
    expect(relation('app.names', await loadCatalog(own.ask, { epoch: 14, previous: snapshot })).definition).toEqual(relation('app.names').definition);
    const inside = await loadCatalog(busy.ask, { epoch: 15, previous: snapshot, inTransaction: true });
    expect(relation('app.names', inside).definition).toEqual(relation('app.names').definition);
    expect(relation('app.customers', inside).columns.at(-1)?.name).toBe('extra');
    await busy.run('ROLLBACK');
    await busy.end();
    expect(relation('app.names', await loadCatalog(own.ask, { epoch: 16, previous: meanwhile })).definition?.text).toContain('app.customers');
  });

  it('follows a failure of the server by refusing, until a reading succeeds', async () => {
    let broken = false;
    const shared = await SharedCatalog.open(async (sql) => {
      if (broken) throw new Error('connection lost');
      return own.ask(sql);
    });
    broken = true;
    await expect(shared.refresh()).rejects.toThrow('connection lost');
    expect(() => shared.current()).toThrow('connection lost');
    broken = false;
    expect((await shared.refresh()).relations.has('app.customers')).toBe(true);
    expect(shared.current().relations.has('app.customers')).toBe(true);
  });
});

describe('SharedCatalog', () => {
  // A source whose answers come when the test says so.
  function manual(): { source: CatalogSource; waiting: (() => void)[]; asked: () => number } {
    const waiting: (() => void)[] = [];
    let count = 0;
    const source: CatalogSource = (sql) => {
      if (sql === FINGERPRINT_QUERY) return Promise.resolve([['the same']]);
      count += 1;
      return new Promise((resolve) => waiting.push(() => resolve([['c', 'db', 'me', '180000', '["pg_catalog"]', null]])));
    };
    return { source, waiting, asked: () => count };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const opened = async () => {
    const world = manual();
    const opening = SharedCatalog.open(world.source);
    await turn();
    world.waiting.shift()!();
    return { ...world, shared: await opening };
  };

  it('shares one reading among all who ask while one runs, and begins it after what they did', async () => {
    const { shared, waiting, asked } = await opened();
    const first = shared.refresh();
    const later = [shared.refresh(), shared.refresh(), shared.refresh()];
    expect(asked()).toBe(2);
    waiting.shift()!();
    expect((await first).epoch).toBe(2);
    await turn();
    expect(asked()).toBe(3);
    const during = shared.refresh();
    waiting.shift()!();
    expect((await Promise.all(later)).map((one) => one.epoch)).toEqual([3, 3, 3]);
    await turn();
    waiting.shift()!();
    expect((await during).epoch).toBe(4);
    expect(asked()).toBe(4);
    expect(shared.current().epoch).toBe(4);
  });

  it('gives epochs that grow and are never used twice', async () => {
    const { shared, waiting } = await opened();
    const mine = shared.nextEpoch();
    const refreshed = shared.refresh();
    waiting.shift()!();
    expect([shared.current().epoch < mine, mine < (await refreshed).epoch]).toEqual([true, true]);
  });

  it('serves nothing while it can not be asked whether definitions have changed', async () => {
    let now = 0;
    let down = false;
    const shared = await SharedCatalog.open(async (sql) => {
      if (down) throw new Error('it is down');
      return sql === FINGERPRINT_QUERY ? [['the same']] : [['c', 'db', 'me', '180000', '["pg_catalog"]', null]];
    }, () => now);
    expect(shared.due).toBe(false);
    now = CATALOG_CHECK_MS;
    expect(shared.due).toBe(true);
    await shared.freshen();
    expect([shared.due, shared.current().epoch]).toEqual([false, 1]);
    down = true;
    await shared.freshen();
    expect(() => shared.current()).toThrow('it is down');
    down = false;
    await shared.refresh();
    expect(shared.current().database).toBe('db');
  });

  it('refuses an answer that is none', async () => {
    await expect(SharedCatalog.open(async () => [])).rejects.toThrow('nothing of its catalog');
    await expect(SharedCatalog.open(async () => [['c', 'db', null, '1', '[]', null]])).rejects.toThrow('not complete');
  });
});
