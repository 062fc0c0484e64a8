// Everything that carries values through the session pump: rows, COPY both ways, errors, notices, notifications; and how much memory a
// slow reader costs.
import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import postgres from 'postgres';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { startGateInFront, type GateInFront } from '../../support/gate-in-front.js';
import { psql } from '../../support/psql.js';
import type { RawClient } from '../../support/raw-client.js';
import { scriptedGate, type ScriptedGate } from '../../support/scripted-gate.js';
import { ask, bind, connectRaw, copyData, copyDone, describe_, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';

const HIDDEN = Buffer.from('***');

describe.each<PostgresVersion>(VERSIONS)('values through a session before PostgreSQL %d', (version) => {
  let server: Postgres;
  let client: RawClient;
  let gate: ScriptedGate;
  let front: GateInFront;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(`create table people (id int primary key, name text, ssn text);
      insert into people values (1, 'Ann', '111'), (2, E'tab\\there\\nand \\\\ there', 'a,"b"'), (3, null, null), (4, '', E'x\\ty');
      create table copies (like people);
      create function noisy() returns text language plpgsql as $$ begin raise notice 'ssn %', '111' using detail = 'detail 111'; return 'done'; end $$;
      create function on_insert() returns trigger language plpgsql as $$ begin raise notice 'late %', new.ssn; return null; end $$;
      create table late (ssn text); create constraint trigger late after insert on late deferrable initially deferred for each row execute function on_insert();`);
  });
  beforeEach(async () => {
    gate = scriptedGate({ deny: /forbidden/, decide: 'turn', samples: true, masks: { ssn: (value) => (value.includes('safe') ? value : HIDDEN), gone: () => null } });
    front = await startGateInFront({ server, door: gate.door });
    client = await connectRaw(front);
  });
  afterEach(async () => {
    client.socket.destroy();
    await front.close();
  });
  afterAll(async () => {
    await server.stop();
  });

  const ROWS = ['1|Ann|***', '2|tab\there\nand \\ there|***', '3|∅|∅', '4||***'];

  it.each([
    ['a simple query', [q('select * from people order by id')]],
    ['the extended protocol', [run('select * from people order by id'), sync]],
    ['the extended protocol without Describe', [parse('', 'select * from people order by id'), bind('', ''), execute(''), sync]],
  ])('masks rows of %s', async (_name, messages) => {
    const answer = await ask(client, messages);
    for (const row of ROWS) expect(answer).toContain(`D(${row})`);
    expect(gate.told[0]).toMatchObject({ rows: 4, samples: [['1', 'Ann', '***'], ['2', 'tab\there\nand \\ there', '***'], ['3', null, null]] });
  });

  it('masks a statement that is run again without Describe', async () => {
    await ask(client, [parse('s', 'select ssn from people where id = $1'), describe_('S', 's'), bind('', 's', ['1']), execute(''), sync]);
    expect(await ask(client, [bind('', 's', ['2']), execute(''), sync])).toBe('2 D(***) C(SELECT 1) Z(I)');
  });

  it('masks by the format that Bind asked for', async () => {
    const answer = await ask(client, [parse('', 'select id, ssn from people where id = 1'), bind('', '', [], [1]), execute(''), sync]);
    expect(answer).toBe('1 2 D(\0\0\0\x01|***) C(SELECT 1) Z(I)');
    expect(gate.told[0]?.samples).toEqual([['1', '***']]);
  });

  it('masks to NULL, leaves untouched what its sink leaves, and counts rows without masks', async () => {
    expect(await ask(client, [q("select 'x' as gone, 1 as one, 'safe' as ssn"), q('select 1 from people')], 2)).toBe(
      'T(gone,one,ssn) D(∅|1|safe) C(SELECT 1) Z(I) T(?column?) D(1) D(1) D(1) D(1) C(SELECT 4) Z(I)',
    );
    expect(gate.told.map(({ rows }) => rows)).toEqual([1, 4]);
  });

  it('masks what a cursor fetches', async () => {
    const answer = await ask(client, [q('begin'), q('declare c cursor for select ssn from people where id < 3 order by id'), q('fetch 1 from c'), q('fetch all from c'), q('commit')], 5);
    expect(answer).toBe('C(BEGIN) Z(T) C(DECLARE CURSOR) Z(T) T(ssn) D(***) C(FETCH 1) Z(T) T(ssn) D(***) C(FETCH 1) Z(T) C(COMMIT) Z(I)');
  });

  it.each([
    ['text', 'copy people to stdout /* id,name,ssn */', ['1\tAnn\t***\n', '2\ttab\\there\\nand \\\\ there\t***\n', '3\t\\N\t\\N\n', '4\t\t***\n'].join('')],
    ['csv', 'copy people to stdout (format csv, header) /* id,name,ssn */', 'id,name,ssn\n1,Ann,"***"\n2,"tab\there\nand \\ there","***"\n3,,\n4,"","***"\n'],
  ])('masks COPY OUT in %s', async (_format, sql, expected) => {
    client.send(q(sql));
    const seen = await client.until('Z');
    expect(Buffer.concat(seen.filter(({ letter }) => letter === 'd').map(({ frame }) => frame.body)).toString()).toBe(expected);
    expect(gate.told[0]).toMatchObject({ rows: 4, outcomes: [{ kind: 'ok', tag: 'COPY 4' }] });
  });

  it('masks COPY OUT in binary, through a query and the extended protocol', async () => {
    client.send(run('copy (select id, ssn from people where id < 3 order by id) to stdout (format binary) /* id,ssn */'), sync);
    const seen = await client.until('Z');
    const body = Buffer.concat(seen.filter(({ letter }) => letter === 'd').map(({ frame }) => frame.body));
    const row = (id: number) => Buffer.from([0, 2, 0, 0, 0, 4, 0, 0, 0, id, 0, 0, 0, 3, ...HIDDEN]);
    expect(body.subarray(19).toString('hex')).toBe(Buffer.concat([row(1), row(2), Buffer.from([255, 255])]).toString('hex'));
  });

  it('passes COPY OUT without masks byte for byte', async () => {
    const plain = await psql({ env: server.env }, 'copy people (id, name) to stdout;');
    const guarded = await psql({ env: front.env }, 'copy people (id, name) to stdout;');
    expect(guarded).toEqual(plain);
  });

  it('withholds what can not be masked, and makes the transaction fail', async () => {
    gate.script.unmaskable = /people/;
    expect(await ask(client, [q('select * from people')])).toBe('E42501 Z(I)');
    expect(await ask(client, [run('select * from people'), sync])).toBe('1 2 T(id,name,ssn) E42501 Z(I)');
    expect(await ask(client, [q('copy people to stdout')])).toBe('E42501 Z(I)');
    expect(await ask(client, [q('begin')])).toBe('C(BEGIN) Z(T)');
    expect(await ask(client, [q('select * from people')])).toBe('E42501 Z(E)');
    expect(await ask(client, [q('rollback')])).toBe('C(ROLLBACK) Z(I)');
    expect(await ask(client, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
    expect(gate.told.filter(({ text }) => text.includes('people')).flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual(['failed', 'failed', 'failed', 'failed']);
  });

  it('ends the connection when later messages are on their way already, and claims nothing about them', async () => {
    gate.script.unmaskable = /people/;
    client.send(run('select * from people'), run('select 1'), sync);
    expect(told(await client.rest())).toBe('1 2 T(id,name,ssn) E42501');
    expect(gate.told.map(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual([['failed'], ['unknown']]);
  });

  it('carries COPY IN to the server and shows it to the gate', async () => {
    expect(await ask(client, [q('copy copies from stdin'), copyData('1\tA'), copyData('nn\t9\n'), copyDone])).toBe('G C(COPY 1) Z(I)');
    expect(gate.told[0]?.copied).toBe('1\tAnn\t9\n');
    expect(await server.query('delete from copies returning *')).toEqual([{ id: 1, name: 'Ann', ssn: '9' }]);
  });

  it.each([
    ['the driver sends Sync ahead', [parse('', 'copy copies from stdin'), bind('', ''), execute(''), sync, copyData('1\tAnn\t9\n'), copyDone, sync], '1 2 G C(COPY 1) Z(I)'],
    ['the driver sends Sync afterwards', [parse('', 'copy copies from stdin'), bind('', ''), execute(''), flush, copyData('1\tAnn\t9\n'), copyDone, sync], '1 2 G C(COPY 1) Z(I)'],
    ['it fails to start', [parse('', 'copy nowhere from stdin'), bind('', ''), execute(''), sync], '1 2 E42P01 Z(I)'],
  ])('copies in by the extended protocol: %s', async (_name, messages, expected) => {
    expect((await ask(client, messages)).replace('1 2 n', '1 2')).toBe(expected);
    expect(await ask(client, [q('delete from copies')])).toMatch(/Z\(I\)$/);
  });

  it('fails a COPY IN whose data may not pass, in either protocol', async () => {
    gate.script.denyData = /MASKED/;
    expect(await ask(client, [q('copy copies from stdin'), copyData('1\tMAS'), copyData('KED\t9\n'), copyData('2\tx\t9\n'), copyDone])).toBe('G E42501 Z(I)');
    expect(await ask(client, [parse('', 'copy copies from stdin'), bind('', ''), execute(''), sync, copyData('1\tMASKED\t9\n'), copyDone, sync])).toBe('1 2 G E42501 Z(I)');
    expect(await server.query('select * from copies')).toEqual([]);
    expect(gate.told.map(({ outcomes }) => outcomes)).toEqual([[expect.objectContaining({ sqlstate: '42501' })], [expect.objectContaining({ sqlstate: '42501' })]]);
  });

  it('goes on after a COPY IN that the server fails', async () => {
    expect(await ask(client, [q('copy copies from stdin'), copyData('not a number\tx\ty\n'), copyDone, q('select 7 n')], 2)).toBe('G E22P02 Z(I) T(n) D(7) C(SELECT 1) Z(I)');
  });

  it('copies in twice in one message', async () => {
    client.send(q('copy copies from stdin; copy copies from stdin'), copyData('1\ta\tb\n'), copyDone, copyData('2\ta\tb\n'), copyDone);
    expect(told(await client.until('Z'))).toBe('G C(COPY 1) G C(COPY 1) Z(I)');
    expect(await server.query('delete from copies returning id')).toHaveLength(2);
  });

  it('lets the gate word errors and notices', async () => {
    gate.script.diagnostic = (field, text) => ('MDq'.includes(field) ? text.replaceAll('111', '###') : text);
    expect(await ask(client, [q('select noisy()')])).toBe('T(noisy) N(ssn ###) D(done) C(SELECT 1) Z(I)');
    expect(await ask(client, [q("insert into people values (1, 'x', '111')")])).toBe('E23505 Z(I)');
    client.send(q("select '111'::int + 'x111'::int"));
    expect((await client.until('Z'))[0]?.message).toBe('invalid input syntax for type integer: "x###"');
  });

  it('lets the gate word what triggers say at commit, as nobody knows whose words these are', async () => {
    const asked: string[] = [];
    gate.script.diagnostic = (field, text) => {
      if (field === 'M') asked.push(text);
      return field === 'M' ? 'withheld' : text;
    };
    expect(await ask(client, [q('begin'), q("insert into late values ('111')"), q('commit')], 3)).toBe('C(BEGIN) Z(T) C(INSERT 0 1) Z(T) N(withheld) C(COMMIT) Z(I)');
    expect(await ask(client, [run("insert into late values ('222')"), sync])).toBe('1 2 n C(INSERT 0 1) N(withheld) Z(I)');
    expect(asked).toEqual(['late 111', 'late 222']);
  });

  it('passes notifications, their payloads through the gate', async () => {
    gate.script.diagnostic = (field, text) => (field === 'payload' ? text.replace('secret', '***') : text);
    await ask(client, [q('listen news')]);
    await server.query("notify news, 'a secret'");
    expect(told(await client.until('A'))).toBe('A(news,a ***)');
  });

  it('cancels a statement', async () => {
    const node = new pg.Client({ connectionString: front.url });
    await node.connect();
    const slow = expect(node.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
    while ((await server.query("select 1 from pg_stat_activity where query = 'select pg_sleep(60)'")).length === 0);
    const { processID, secretKey } = node as unknown as { processID: number; secretKey: number };
    const cancel = new pg.Client({ connectionString: front.url }) as unknown as { cancel(client: unknown, query: unknown): void };
    expect([typeof processID, typeof secretKey]).toEqual(['number', 'number']);
    const query = (node as unknown as { activeQuery?: unknown; _activeQuery?: unknown });
    cancel.cancel(node, query._activeQuery ?? query.activeQuery);
    await slow;
    await node.end();
  });

  it('serves node-postgres and postgres.js', async () => {
    const node = new pg.Client({ connectionString: front.url });
    await node.connect();
    expect((await node.query({ name: 'by-id', text: 'select id, ssn from people where id = $1', values: [1] })).rows).toEqual([{ id: 1, ssn: '***' }]);
    expect((await node.query({ name: 'by-id', text: 'select id, ssn from people where id = $1', values: [2] })).rows).toEqual([{ id: 2, ssn: '***' }]);
    await expect(node.query('select $1::text as forbidden', ['x'])).rejects.toMatchObject({ code: '42501', hint: 'never: ask the test' });
    expect((await node.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await node.end();

    const sql = postgres(front.url, { max: 2, fetch_types: false });
    expect(await Promise.all([1, 2, 3].map((id) => sql`select ssn from people where id = ${id}`))).toEqual([[{ ssn: '***' }], [{ ssn: '***' }], [{ ssn: null }]]);
    const seen: unknown[] = [];
    await sql`select id from people order by id`.cursor(2, (rows) => void seen.push(rows.map(({ id }) => id as number)));
    expect(seen).toEqual([[1, 2], [3, 4]]);
    await sql.begin(async (transaction) => {
      await transaction`insert into copies values (5, 'five', 'safe')`;
      await transaction.savepoint((savepoint) => savepoint`select 'forbidden'`).catch(() => undefined);
      await transaction`insert into copies values (6, 'six', 'safe')`;
    });
    expect(await server.query('delete from copies returning id')).toEqual([{ id: 5 }, { id: 6 }]);
    await sql.end();
  });

  it('keeps a big result out of memory while the client does not read, and others go on', async () => {
    const other = await connectRaw(front);
    client.send(q("select id, repeat('x', 1000) as filler, 'x' as ssn from generate_series(1, 200000) as id"));
    while (gate.told[0] === undefined || gate.told[0].rows === 0) await turn();
    // Nothing is read here, so the rows counted stop growing once the sockets are full.
    let before = -1;
    for (let quiet = 0; quiet < 50; quiet = before === gate.told[0].rows ? quiet + 1 : 0) {
      before = gate.told[0].rows;
      expect(await ask(other, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
    }
    expect(before).toBeLessThan(50_000);
    const rows = (await client.until('Z')).filter(({ letter }) => letter === 'D');
    expect(rows).toHaveLength(200_000);
    expect(told(rows.slice(-1))).toBe(`D(200000|${'x'.repeat(1000)}|***)`);
    other.socket.destroy();
  });

  it('stops a result that nobody reads, once its client is gone', async () => {
    const other = await connectRaw(front);
    other.send(q("select repeat('x', 1000) as filler, generate_series(1, 1000000000) as endless"));
    while ((gate.told.at(-1)?.rows ?? 0) === 0) await turn();
    // The sockets fill up, since nothing is read here.
    while ((await server.query("select 1 from pg_stat_activity where query like '%endless' and wait_event = 'ClientWrite'")).length === 0) continue;
    other.socket.destroy();
    while ((await server.query("select 1 from pg_stat_activity where query like '%endless'")).length > 0) continue;
    // The server is done with it before the gate has read what it said last.
    while (gate.told.at(-1)?.outcomes.length === 0) await turn();
    expect(gate.told.at(-1)).toMatchObject({ outcomes: [{ kind: 'failed', sqlstate: '57014' }] });
  });

  it('takes a pipeline longer than it keeps in flight', async () => {
    const count = 10_000;
    client.send(...Array.from({ length: count }, (_, index) => q(`select ${index} n`)));
    for (let index = 0; index < count; index += 1) {
      if (told(await client.until('Z')) !== `T(n) D(${index}) C(SELECT 1) Z(I)`) throw new Error(`answer ${index} is wrong`);
    }
    client.send(...Array.from({ length: count }, () => run('select 1')), sync);
    const seen = await client.until('Z');
    expect(seen.filter(({ letter }) => letter === 'C')).toHaveLength(count);
  });
});
