// Everything that carries values through the session pump: rows, COPY both ways, errors, notices, notifications; and how much memory a
// slow reader, and large messages, cost.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import postgres from 'postgres';
import { int32 } from '../../../src/proxy/postgres/protocol/messages.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { startGateInFront, type GateInFront } from '../../support/gate-in-front.js';
import { manualRuntime } from '../../support/manual-runtime.js';
import { psql } from '../../support/psql.js';
import { RawClient } from '../../support/raw-client.js';
import { scriptedGate, type ScriptedGate } from '../../support/scripted-gate.js';
import { ask, bind, connectRaw, copyData, copyDone, copyFail, describe_, execute, flush, parse, q, run, sync, terminate, told } from '../../support/talk.js';

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
    gate = scriptedGate({ deny: /forbidden/, decide: 'turn', samples: true, masks: { ssn: (source, start, end) => (source.toString('utf8', start, end).includes('safe') ? undefined : HIDDEN), gone: () => null } });
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
    ['another follows in the same batch', [run('copy copies from stdin'), copyData('1\tAnn\t9\n'), copyDone, sync, run('copy copies from stdin'), copyData('2\tBob\t9\n'), copyDone, sync], '1 2 G C(COPY 1) Z(I) 1 2 G C(COPY 1) Z(I)'],
    ['another follows one that was given up', [run('copy copies from stdin'), copyFail('no'), sync, run('copy copies from stdin'), copyData('2\tBob\t9\n'), copyDone, sync], '1 2 G E57014 Z(I) 1 2 G C(COPY 1) Z(I)'],
    ['it fails to start', [parse('', 'copy nowhere from stdin'), bind('', ''), execute(''), sync], '1 2 E42P01 Z(I)'],
  ])('copies in by the extended protocol: %s', async (_name, messages, expected) => {
    expect((await ask(client, messages, expected.split('Z').length - 1)).replaceAll('1 2 n', '1 2')).toBe(expected);
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

  describe('with little room for large messages', () => {
    const LIMITS = { memoryBytes: 20_000_000, sessionMemoryBytes: 20_000_000, roomMs: 10_000 };
    // More than sockets take.
    const BIG = "select repeat('x', 12000000) as big";
    const LARGE = 'x'.repeat(200_000);
    let runtime: ReturnType<typeof manualRuntime>;
    let tight: GateInFront;
    let reader: RawClient;

    beforeEach(async () => {
      runtime = manualRuntime();
      tight = await startGateInFront({ server, door: gate.door, limits: LIMITS, runtime });
      reader = await connectRaw(tight);
    });
    afterEach(async () => {
      reader.socket.destroy();
      await tight.close();
    });

    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await turn();
    };
    /** A session that holds all of it. */
    const fill = (): (() => void) => {
      const share = tight.memory.share({});
      share.ask({ bytes: LIMITS.memoryBytes, nearer: false, granted: () => undefined });
      return () => share.give(LIMITS.memoryBytes);
    };

    it('makes one result wait for another that nobody reads, refuses it in the end, and gives everything back', async () => {
      const idle = await connectRaw(tight);
      idle.send(q(BIG));
      await until(() => tight.memory.held > 12_000_000);
      reader.send(q(BIG));
      await until(() => tight.memory.waiting === 1);
      const other = await connectRaw(tight);
      expect(await ask(other, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
      expect(tight.memory.held).toBeLessThan(12_000_100);
      await runtime.advance(LIMITS.roomMs);
      expect(told(await reader.until('Z'))).toBe('T(big) E53200 Z(I)');
      expect(gate.refused).toEqual(['ostiary: no room for a message of 12000011 bytes, since too many large ones are on their way']);
      expect(gate.told[1]?.outcomes).toEqual([expect.objectContaining({ kind: 'failed', sqlstate: '53200' })]);
      expect(gate.told[1]?.rows).toBe(0);

      reader.send(q(BIG));
      await until(() => tight.memory.waiting === 1);
      for (const one of [idle, reader]) expect((await one.until('Z')).map(({ letter, frame: { length } }) => (length > 100 ? length : letter))).toEqual(['T', 12_000_011, 'C', 'Z']);
      await until(() => tight.memory.held === 0);

      reader.send(q(BIG));
      await until(() => tight.memory.held > 0);
      idle.send(q(BIG));
      await until(() => tight.memory.waiting === 1);
      reader.socket.destroy();
      await until(() => tight.memory.waiting === 0);
      idle.socket.destroy();
      await until(() => tight.memory.held === 0);
      other.socket.destroy();
    });

    it.each([
      ['a query', [q(`select 7 -- ${LARGE}`)], 'E53200 Z(I)'],
      ['a query in a transaction', [q('begin'), q(`select 7 -- ${LARGE}`)], 'C(BEGIN) Z(T) E53200 Z(E)'],
      ['parameters', [parse('', 'select $1::text'), bind('', '', [LARGE]), execute(''), sync], '1 E53200 Z(I)'],
      ['COPY data', [q('copy copies from stdin'), copyData('1\ta\tb\n'), copyData(`2\t${LARGE}\tb\n`), copyData('3\ta\tb\n'), copyDone], 'G E53200 Z(I)'],
      ['rows, all of which are left out at once', [q(`select repeat('x', 200000) as big from generate_series(1, 3)`)], 'T(big) E53200 Z(I)'],
      ['rows after a small one', [run(`select repeat('x', n) as big from (values (1), (200000)) as of (n)`), sync], '1 2 T(big) D(x) E53200 Z(I)'],
      ['rows in a transaction', [q('begin'), q(`select repeat('x', 200000) as big`)], 'C(BEGIN) Z(T) T(big) E53200 Z(E)'],
      ['copied rows', [q(`copy (select repeat('x', 200000)) to stdout`)], 'H E53200 Z(I)'],
      ['rows with more on its way', [run(`select repeat('x', 200000) as big`), run('select 1'), sync], '1 2 T(big) E53200'],
      ['a notice, without which it can not go on', [q(`do $$ begin raise notice '%', repeat('x', 200000); end $$`)], 'E53200'],
    ])('refuses %s when no room comes up, and forwards nothing of it', async (_name, messages, expected) => {
      const release = fill();
      reader.send(...messages);
      await until(() => tight.memory.waiting === 1);
      await runtime.advance(LIMITS.roomMs);
      const goesOn = expected.endsWith(')');
      const answer = goesOn ? [] : await reader.rest();
      for (let readies = expected.split('Z(').length; readies > 1; readies -= 1) answer.push(...(await reader.until('Z')));
      expect(told(answer)).toBe(expected);
      expect([...new Set(gate.refused)]).toEqual([expect.stringMatching(/^ostiary: no room for a message of \d+ bytes/)]);
      expect([tight.memory.waiting, tight.memory.held]).toEqual([0, LIMITS.memoryBytes]);
      release();
      if (goesOn) expect(await ask(reader, [q('rollback'), q('select 7 n')], 2)).toMatch(/C\(ROLLBACK\) Z\(I\) T\(n\) D\(7\) C\(SELECT 1\) Z\(I\)$/);
      expect(await server.query('select * from copies')).toEqual([]);
      expect(gate.told.some(({ text }) => text.includes(LARGE))).toBe(false);
    });

    it('takes what waited as soon as there is room, both ways, and holds nothing of it afterwards', async () => {
      const release = fill();
      reader.send(parse('', 'select $1::text as big'), bind('', '', [LARGE]), describe_('P', ''), execute(''), sync);
      await until(() => tight.memory.waiting === 1);
      // Somebody else's end gives it as much time again.
      tight.memory.share({}).give(0);
      await runtime.advance(LIMITS.roomMs);
      await runtime.advance(LIMITS.roomMs - 1);
      expect(tight.memory.waiting).toBe(1);
      release();
      expect(told(await reader.until('Z'))).toBe(`1 2 T(big) D(${LARGE}) C(SELECT 1) Z(I)`);
      await until(() => tight.memory.held === 0);
      expect(await ask(reader, [q('copy copies from stdin'), ...Array.from({ length: 40 }, (_, id) => copyData(`${id}\t${LARGE}\tb\n`)), copyDone])).toBe('G C(COPY 40) Z(I)');
      await until(() => tight.memory.held === 0);
      expect(await server.query('select count(*)::int as n, sum(length(name))::int as bytes from copies')).toEqual([{ n: 40, bytes: 40 * LARGE.length }]);
      await server.query('delete from copies');
    });

    it('holds nothing for peers that have not logged in, whatever they announce', async () => {
      for (const first of [int32(0x7fffffff), int32(200_000)]) {
        const peer = await RawClient.connect(tight.port);
        peer.send(first);
        await peer.closed();
      }
      const named = await RawClient.connect(tight.port);
      named.startup({ user: tight.env.PGUSER ?? '' });
      await named.until('R');
      named.send(Buffer.from('p'), int32(200_000), Buffer.alloc(70_000));
      await named.closed();
      expect([tight.memory.held, tight.memory.waiting]).toEqual([0, 0]);
    });
  });

  it('keeps nothing of what a client sends after its goodbye', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    client.send(q('select pg_sleep(600)'));
    while ((await server.query("select 1 from pg_stat_activity where query = 'select pg_sleep(600)'")).length === 0);
    client.send(terminate);
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const junk = Buffer.alloc(1 << 20);
    for (let count = 0; count < 64; count += 1) await new Promise((resolve) => client.socket.write(junk, resolve));
    collect();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 << 20);
    client.socket.destroy();
    await server.query("select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(600)'");
  });
});
