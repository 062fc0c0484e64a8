// What is not a statement: other messages of the protocol, startup parameters, sizes, encodings, slow clients; and names that are bound
// by the protocol. One connection of the attacker is sent exactly these bytes, through the whole gate, before a real server.
import { leaks, NARROW, Shop } from '../../support/attacked.js';
import type { RunningGate } from '../../support/gate.js';
import { RawClient } from '../../support/raw-client.js';
import { bind, close, connectRaw, describe_, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';
import { frame } from '../../../src/proxy/postgres/protocol/frames.js';
import { cancelRequest, cstring, FRONTEND, int16, int32 } from '../../../src/proxy/postgres/protocol/messages.js';

const TEMPORARY = '  - { id: temporary, match: { effect: [schema, destroy, write], object: "pg_temp.**" }, decide: allow }\n';

describe('attacks by protocol, before PostgreSQL 15', () => {
  let shop: Shop;
  let gate: RunningGate;
  let before: string;
  let checkedOid: number;
  let checkedArrayOid: number;

  beforeAll(async () => {
    shop = await Shop.open(15);
    const database = await shop.copy();
    before = await shop.fingerprint(database);
    [checkedOid = 0, checkedArrayOid = 0] = (await shop.server.query("select t::regtype::oid::int as oid from unnest(array['checked', 'checked[]']) t", database)).map(({ oid }) => Number(oid));
    gate = await shop.gate({ database, rules: `${NARROW}${TEMPORARY}` });
  });
  beforeEach(() => gate.forget());
  afterEach(async () => {
    expect(leaks(gate)).toEqual([]);
    expect(await shop.fingerprint(gate.endpoint.database)).toBe(before);
  });
  afterAll(async () => {
    await shop.close();
  });

  const lowerOid = 870;
  const CUT = `x${'é'.repeat(31)}`;
  const LONG = `${CUT}b`;

  it.each([
    ['FunctionCall', [frame(FRONTEND.functionCall, int32(lowerOid), int16(0), int16(1), int32(1), Buffer.from('A'), int16(0))], 'E42501 Z(I)'],
    ['a statement cut at NUL', [frame(FRONTEND.query, Buffer.from('select 1\0; drop table regions cascade\0'))], 'E08P01 Z(I)'],
    ['bytes that are no UTF-8', [frame(FRONTEND.query, Buffer.from([...Buffer.from("select 'a"), 0xbf, 0x27, ...Buffer.from("; drop table regions cascade; --'"), 0]))], 'E42501 Z(I)'],
    ['nesting beyond the parser', [q(`select ${'('.repeat(20_000)}1${')'.repeat(20_000)}`)], 'E42501 Z(I)'],
    ['text beyond the parser', [q(`select '${'x'.repeat(3_000_000)}'; drop table regions cascade`)], null],
    ['two statements in one Parse', [parse('', 'select 1; drop table regions cascade'), bind('', ''), execute(''), sync], null],
    ['a name that the server cuts', [parse(LONG, 'select 1'), close('S', CUT), parse(CUT, 'delete from orders'), bind('', LONG), execute(''), sync], 'E08P01 Z(I)'],
    ['a portal whose name the server cuts', [
      parse('h', "select 'x'::text as n"), parse('l', 'select ssn::text as n from customers'), bind(LONG, 'h'), describe_('P', LONG), close('P', CUT), bind(CUT, 'l'), execute(LONG), sync,
    ], '1 1 E08P01 Z(I)'],
    ['a parameter of a type whose CHECK is a function', () => [parse('', 'select 1 where $1 is null', [checkedOid]), bind('', '', ['x']), execute(''), sync], 'E42501 Z(I)'],
    ['a parameter with an array of such a type', () => [parse('', 'select 1 where $1 is null', [checkedArrayOid]), bind('', '', ['{x}']), execute(''), sync], 'E42501 Z(I)'],
    ['results in a format that there is none of', [parse('', 'select ssn from customers'), bind('', '', [], [2]), describe_('P', ''), execute(''), sync], '1 E22023 Z(I)'],
    ['the same, undescribed, for one of two columns', [parse('', 'select id, ssn from customers'), bind('', '', [], [0, -1]), execute(''), sync], '1 E22023 Z(I)'],
    ['a parameter in such a format', [parse('', 'select ssn from customers where name = $1'), frame(FRONTEND.bind, cstring(''), cstring(''), int16(1), int16(2), int16(1), int32(1), Buffer.from('x'), int16(0)), execute(''), sync], '1 E22023 Z(I)'],
    ['a Flush that holds something', [parse('', 'insert into notes values (9, null, null)'), bind('', ''), execute(''), frame(FRONTEND.flush, Buffer.from('x')), sync], '1 2 C(INSERT 0 1) E08P01 Z(I)'],
    ['COPY data without a COPY', [frame(FRONTEND.copyData, Buffer.from('1\tx\n')), frame(FRONTEND.copyDone), sync], 'Z(I)'],
  ])('refuses %s and goes on', async (_name, messages, expected) => {
    const attacker = await shop.attacker(gate);
    const sight = await attacker.send(typeof messages === 'function' ? messages() : messages);
    if (expected === null) expect(['42501', '42601']).toContain(sight.sqlstate);
    else expect(sight.text).toBe(expected);
    expect(await attacker.alive()).toBe(true);
    attacker.close();
  });

  it.each([
    ['replication', { replication: 'database' }],
    ['options that change the grammar', { options: '-c standard_conforming_strings=off' }],
    ['another encoding', { client_encoding: 'LATIN1' }],
    ['a role', { role: 'postgres' }],
    ['a replication role', { session_replication_role: 'replica' }],
    ['a setting that nobody knows', { 'my.setting': 'x' }],
  ])('refuses a startup with %s', async (_name, parameters) => {
    const client = await RawClient.connect(gate.port);
    const seen = await client.login({ user: gate.env.PGUSER ?? '', database: gate.env.PGDATABASE ?? '', ...parameters }, gate.env.PGPASSWORD ?? '');
    expect(seen.at(-1)?.letter).toBe('E');
    client.socket.destroy();
  });

  it('lets nobody cancel with a key that was made up', async () => {
    const attacker = await shop.attacker(gate);
    const stranger = await RawClient.connect(gate.port);
    stranger.send(cancelRequest(1, Buffer.from('abcd')));
    await stranger.closed();
    expect(await attacker.alive()).toBe(true);
    attacker.close();
  });

  it.each([
    ['one byte at a time', (bytes: Buffer) => [...bytes].map((byte) => Buffer.from([byte]))],
    ['all at once', (bytes: Buffer) => [bytes]],
  ])('judges each of several messages that come %s', async (_name, cut) => {
    const client = await connectRaw(gate);
    for (const piece of cut(Buffer.concat([q('select 1 as n'), q('drop table regions cascade'), q('select 2 as n')]))) client.send(piece);
    const answers = [...(await client.until('Z')), ...(await client.until('Z')), ...(await client.until('Z'))];
    expect(told(answers)).toBe('T(n) D(1) C(SELECT 1) Z(I) E42501 Z(I) T(n) D(2) C(SELECT 1) Z(I)');
    client.socket.destroy();
  });

  it('refuses a name that a database in another encoding keeps longer than UTF-8 would', async () => {
    const name = 'é'.repeat(40);
    await shop.server.query("create database shop_latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
    await shop.server.query(`create table "${name}" (id int)`, 'shop_latin');
    const latin = await shop.gate({ database: 'shop_latin', rules: `${NARROW}  - { id: not-this, match: { object: public.${name} }, decide: deny }\n` });
    const attacker = await shop.attacker(latin);
    expect((await attacker.simple(`select * from ${name}`)).hint).toContain('`LATIN1`');
    expect((await attacker.simple("select 'É' as é")).text).toMatch(/^T\(é\) D\(.+\) C\(SELECT 1\)/);
    attacker.close();
  });

  it('commits nothing of a pipeline of which a part is refused', async () => {
    const attacker = await shop.attacker(gate);
    const sight = await attacker.send([run("insert into notes values (80, 'half', null)"), run('drop table regions cascade'), run("insert into notes values (81, 'half', null)"), sync]);
    expect(sight.sqlstate).toBe('42501');
    expect(await attacker.alive()).toBe(true);
    attacker.close();
  });

  it('commits nothing of a transaction of which a part is refused', async () => {
    const attacker = await shop.attacker(gate);
    await attacker.script(['begin', "insert into notes values (80, 'half', null)", 'drop table regions cascade']);
    expect((await attacker.simple('commit')).text).toBe('C(ROLLBACK) Z(I)');
    attacker.close();
  });

  it.each([
    ['a transaction', [q('begin'), q("insert into notes values (80, 'half', null)")], [q("insert into notes values (81, 'half', null)")]],
    ['a transaction, whose rows are estimated', [q('begin'), q("insert into notes values (80, 'half', null)")], [q("update notes set body = 'half'")]],
    ['a pipeline', [run("insert into notes values (80, 'half', null)"), flush], [parse('', "insert into notes values (81, 'half', null)"), bind('', ''), sync]],
    ['a pipeline, by a message that is refused unread', [run("insert into notes values (80, 'half', null)"), flush], [frame(FRONTEND.functionCall, int32(lowerOid), int16(0), int16(0), int16(0)), sync]],
  ])('ends the connection, and what is half done, when the recording fails in the middle of %s', async (_name, half, rest) => {
    const counted = await shop.gate({ database: gate.endpoint.database, rules: `${NARROW}  - { id: few, match: { effect: write, rows: "> 100000" }, decide: deny }\n` });
    const { client } = await shop.attacker(counted);
    client.send(...half);
    while (told([await client.next()]) !== 'C(INSERT 0 1)') continue;
    counted.recorder.failAppend = true;
    client.send(...rest);
    expect((await client.rest()).at(-1)).toMatchObject({ letter: 'E', sqlstate: '42501' });
  });

  it.each([
    ['reads', "select ssn || '' as n from customers", 'create temp table customers (ssn text)', 'drop table pg_temp.customers'],
    ['writes', "update people set name = 'x' where id = 7", 'create temp table people (id int, name text)', 'drop table pg_temp.people'],
  ])('refuses to bind a statement whose names stand for others by now: %s', async (_name, sql, shadow, away) => {
    const attacker = await shop.attacker(gate);
    await attacker.simple('create temp table warm (x int)');
    await attacker.send([parse('s', sql), sync]);
    await attacker.simple(shadow);
    const sight = await attacker.send([bind('', 's'), execute(''), sync]);
    expect(sight.sqlstate).toBe('42501');
    await attacker.script([away, 'drop table pg_temp.warm']);
    attacker.close();
  });

  // A simple query would drop the unnamed statement, so that what changes its names comes by the extended protocol, too.
  it.each([
    ['reads, in its own batch', "select ssn || '' as n from customers", 'create temp table customers (ssn text)', 'drop table pg_temp.customers', [sync], /E55000 Z\(I\)$/],
    ['writes, in its own batch', "update people set name = 'x' where id = 7", 'create temp table people (id int, name text)', 'drop table pg_temp.people', [sync], /E55000 Z\(I\)$/],
    ['reads, in one pipeline', "select ssn || '' as n from customers", 'create temp table customers (ssn text)', 'drop table pg_temp.customers', [], /E42501 Z\(I\)$/],
    ['writes, in one pipeline', "update people set name = 'x' where id = 7", 'create temp table people (id int, name text)', 'drop table pg_temp.people', [], /E42501 Z\(I\)$/],
  ])('does not take the unnamed statement for what its names stand for by now: %s', async (_name, sql, shadow, away, between, expected) => {
    const attacker = await shop.attacker(gate);
    await attacker.simple('create temp table warm (x int)');
    const sight = await attacker.send([parse('', sql), ...between, parse('d', shadow), bind('d', 'd'), execute('d'), ...between, bind('', ''), execute(''), sync], 1 + 2 * between.length);
    expect(sight.text).toMatch(expected);
    await attacker.script([`drop table if exists ${away.replace('drop table ', '')}`, 'drop table pg_temp.warm']);
    attacker.close();
  });

  // A portal that the attacker has bound while it was harmless, run when the name in it stands for something else.
  it.each([
    ['EXECUTE', 'prepare n as select name from customers', 'execute n', ['deallocate n', 'prepare n as select ssn::text as name from customers']],
    ['FETCH', 'declare n cursor for select name from customers', 'fetch all from n', ['close n', 'declare n cursor for select ssn::text as name from customers']],
  ])('does not take a portal for begun whose Execute was skipped: %s', async (_name, before, bound, after) => {
    const attacker = await shop.attacker(gate);
    await attacker.script(['begin', before]);
    await attacker.send([parse('s', bound), bind('p', 's'), describe_('P', 'p'), sync]);
    await attacker.simple('savepoint s');
    await attacker.send([run('select 1/0'), execute('p'), sync]);
    await attacker.script(['rollback to s', ...after]);
    expect((await attacker.send([execute('p'), sync])).text).toBe('E55000 Z(E)');
    attacker.close();
  });

  it.each([
    ['rolled back to a savepoint', 'savepoint s', 'rollback to s'],
    ['rolled back to the first of two savepoints', 'savepoint s; savepoint t', 'rollback to s'],
  ])('does not run a cursor by the portal whose name it has, %s', async (_name, savepoint, back) => {
    const attacker = await shop.attacker(gate);
    await attacker.script(['begin', savepoint]);
    await attacker.send([parse('s', 'select name from customers'), bind('p', 's'), describe_('P', 'p'), execute('p', 1), sync]);
    await attacker.script([back, 'declare p cursor for select ssn::text as name from customers']);
    expect((await attacker.send([execute('p'), sync])).text).toBe('E34000 Z(E)');
    attacker.close();
  });

  it('goes on with a portal that is older than the savepoint rolled back to', async () => {
    const attacker = await shop.attacker(gate);
    await attacker.simple('begin');
    await attacker.send([parse('s', 'select name from customers order by id'), bind('p', 's'), execute('p', 1), sync]);
    await attacker.script(['savepoint s', 'select 1/0', 'rollback to s']);
    expect((await attacker.send([execute('p'), sync])).text).toBe('D(Bob) C(SELECT 1) Z(T)');
    attacker.close();
  });

  it('describes a portal again whose description was skipped', async () => {
    const attacker = await shop.attacker(gate);
    await attacker.simple('begin');
    await attacker.send([parse('s', 'select name, ssn from customers order by id'), bind('p', 's'), sync]);
    await attacker.simple('savepoint s');
    await attacker.send([run('select 1/0'), describe_('P', 'p'), sync]);
    await attacker.simple('rollback to s');
    expect((await attacker.send([execute('p', 1), sync])).text).toBe('D(Ann|[redacted]) s Z(T)');
    attacker.close();
  });

  // PostgreSQL (15.18, 18.4) looks for the cursor without asking whether there is one, and takes all sessions down with it.
  const fetching = parse('s', 'fetch 1 from c');
  const gone = [q('close c')];
  it.each<[string, ...(readonly Buffer[])[]]>([
    ['a statement', [fetching, sync], gone, [describe_('S', 's'), sync]],
    ['a statement, whose cursor was a portal', [parse('', 'select 1 as n'), bind('q', ''), parse('t', 'fetch 1 from q'), close('P', 'q'), describe_('S', 't'), sync]],
    ['a statement, in the same pipeline', [parse('e', 'close c'), bind('e', 'e'), fetching, execute('e'), describe_('S', 's'), sync]],
    ['a portal', [fetching, bind('p', 's'), sync], gone, [describe_('P', 'p'), sync]],
    ['a portal, before it is run', [fetching, bind('p', 's'), sync], gone, [execute('p'), sync]],
    ['a portal whose cursor was one', [parse('', 'select 1 as n'), bind('q', ''), parse('t', 'fetch 1 from q'), bind('p', 't'), close('P', 'q'), execute('p'), sync]],
    ['EXECUTE', [fetching, sync], gone, [parse('', 'execute s'), describe_('S', ''), sync]],
    ['EXECUTE, all at once', [fetching, parse('e', 'close c'), bind('e', 'e'), execute('e'), parse('', 'execute s'), describe_('S', ''), sync]],
    ['EXECUTE of EXECUTE', [fetching, parse('t', 'execute s'), sync], gone, [parse('', 'execute t'), describe_('S', ''), sync]],
    ['a portal of EXECUTE', [fetching, sync], [parse('', 'execute s'), bind('p', ''), sync], gone, [describe_('P', 'p'), sync]],
  ])('does not have the server describe a FETCH whose cursor is gone: %s', async (_name, ...pieces) => {
    const attacker = await shop.attacker(gate);
    await attacker.script(['begin', 'declare c cursor for select name from customers']);
    for (const [at, messages] of pieces.entries()) expect((await attacker.send(messages)).sqlstate === null).toBe(at < pieces.length - 1);
    expect(await attacker.alive()).toBe(true);
    attacker.close();
  });

  it('has it describe a FETCH whose cursor is there', async () => {
    const attacker = await shop.attacker(gate);
    await attacker.script(['begin', 'declare c cursor for select name, ssn from customers order by id', 'prepare one as select name from customers where id = 1']);
    expect((await attacker.send([parse('s', 'fetch 1 from c'), describe_('S', 's'), sync])).text).toBe('1 t T(name,ssn) Z(T)');
    expect((await attacker.send([bind('', 's'), describe_('P', ''), execute(''), sync])).text).toBe('2 T(name,ssn) D(Ann|[redacted]) C(FETCH 1) Z(T)');
    expect((await attacker.send([bind('p', 's'), execute('p'), sync])).text).toBe('2 D(Bob|[redacted]) C(FETCH 1) Z(T)');
    expect((await attacker.send([parse('', 'execute one'), describe_('S', ''), bind('', ''), describe_('P', ''), execute(''), sync])).text).toBe('1 t T(name) 2 T(name) D(Ann) C(SELECT 1) Z(T)');
    attacker.close();
  });

  const long = `select '${'x'.repeat(700_000)}' as n`;
  it.each([
    ['PREPARE', (name: string) => [q(`prepare ${name} as ${long}`)]],
    ['DECLARE', (name: string) => [q(`declare ${name} cursor with hold for ${long}`)]],
    ['PREPARE in one message', (name: string) => [q(`prepare ${name}a as select 1; prepare ${name}b as ${long}`)]],
    ['Parse', (name: string) => [parse(name, long), sync]],
    ['PREPARE by the extended protocol', (name: string) => [parse('', `prepare ${name} as ${long}`), bind('', ''), execute(''), sync]],
    ['Bind', (name: string) => [parse('', long), bind(name, ''), sync]],
    // Short to write, and a hundred and fifty times as large once it is read.
    ['Parse of many parts', (name: string) => [parse(name, `values ${'(1),'.repeat(20_000)}(1)`), sync]],
    ['PREPARE of many parts', (name: string) => [q(`prepare ${name} as values ${'(1),'.repeat(20_000)}(1)`)]],
  ])('keeps no more texts by name than a few megabytes: %s', async (_name, made) => {
    const attacker = await shop.attacker(gate);
    const states = [(await attacker.simple('begin')).sqlstate];
    for (const name of 'abcdefg') states.push((await attacker.send(made(name))).sqlstate);
    expect(new Set(states.filter((state) => state !== '25P02'))).toEqual(new Set([null, '54000']));
    expect(await attacker.alive()).toBe(true);
    attacker.close();
  });

  it('is not held up by clients that say nothing, or do not read', async () => {
    const silent = await RawClient.connect(gate.port);
    const deaf = await connectRaw(gate);
    deaf.socket.pause();
    deaf.send(q("select repeat('x', 1000) from generate_series(1, 20000)"));
    const attacker = await shop.attacker(gate);
    expect(await attacker.alive()).toBe(true);
    for (const one of [silent, deaf]) one.socket.destroy();
    attacker.close();
  });

  it('masks a portal that is read in parts', async () => {
    const attacker = await shop.attacker(gate);
    const sight = await attacker.send([q('begin'), parse('', 'select ssn from customers'), bind('p', ''), execute('p', 1), execute('p', 1), sync, q('rollback')], 3);
    expect(sight.text).toContain('D([redacted]) s D([redacted]) s');
    attacker.close();
  });

  it.each([
    ['Sync', [parse('', 'insert into notes values (9, null, null)'), bind('', ''), execute(''), frame(FRONTEND.sync, Buffer.from('x'))]],
    ['Terminate', [frame(FRONTEND.terminate, Buffer.from('x'))]],
  ])('ends the connection for a %s that holds something', async (_name, messages) => {
    const client = await connectRaw(gate);
    client.send(...messages);
    expect(told(await client.rest())).toMatch(/E08P01$/u);
    client.socket.destroy();
  });

  it('records a length that no message has, and nothing of it reaches the server', async () => {
    const client = await connectRaw(gate);
    client.send(Buffer.from([FRONTEND.query, 0x7f, 0xff, 0xff, 0xff]), cstring('drop table regions cascade'));
    expect((await client.rest()).at(-1)?.letter).toBe('E');
    client.socket.destroy();
  });
});
