// What the session pump knows of the server's state when it asks the gate: search path, definitions, names.
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { startGateInFront, type GateInFront } from '../../support/gate-in-front.js';
import type { RawClient } from '../../support/raw-client.js';
import { scriptedGate, type ScriptedGate } from '../../support/scripted-gate.js';
import { ask, bind, close, connectRaw, describe_, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';

describe.each<PostgresVersion>(VERSIONS)('the truth about a session before PostgreSQL %d', (version) => {
  let server: Postgres;
  let client: RawClient;
  let gate: ScriptedGate;
  let front: GateInFront;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(`create schema other; create table t (a int); create table other.t (a int);
      create function code(setting text, value text) returns text language plpgsql as $$ begin perform set_config(setting, value, false); return 'ran'; end $$;
      create function code_run(sql text) returns void language plpgsql as $$ begin execute sql; end $$;`);
  });
  beforeEach(async () => {
    gate = scriptedGate({ deny: /forbidden/, decide: 'turn' });
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

  const path = () => gate.told.at(-1)?.context.searchPath;
  const PUBLIC = ['pg_catalog', 'public'];
  const OTHER = ['pg_catalog', 'other'];

  it('reads the search path before the first statement', async () => {
    await ask(client, [q('select 1')]);
    expect(path()).toEqual(PUBLIC);
    expect(gate.told.at(-1)?.context.settings).toMatchObject({ search_path: '"$user", public', role: 'none', standard_conforming_strings: 'on' });
  });

  it.each([
    ['one by one', async () => { await ask(client, [q('set search_path = other')]); await ask(client, [q('select * from t')]); }],
    ['pipelined', () => ask(client, [q('set search_path = other'), q('select * from t')], 2)],
    ['in a pipeline without a Sync', () => ask(client, [run('set search_path = other'), run('select * from t'), sync])],
    ['by SET LOCAL', () => ask(client, [q('begin'), q('set local search_path = other'), q('select * from t')], 3)],
    ['by a function', () => ask(client, [q("select code('search_path', 'other')"), q('select * from t')], 2)],
    ['by a function in a pipeline', () => ask(client, [run("select code('search_path', 'other')"), run('select * from t'), sync])],
  ])('follows a change of the search path: %s', async (_name, change) => {
    await change();
    expect(path()).toEqual(OTHER);
  });

  it.each([
    ['rollback', ['begin', 'set search_path = other', 'rollback'], PUBLIC],
    ['commit after SET LOCAL', ['begin', 'set local search_path = other', 'commit'], PUBLIC],
    ['commit after SET', ['begin', 'set search_path = other', 'commit'], OTHER],
    ['rollback to a savepoint', ['begin', 'savepoint s', 'set search_path = other', 'rollback to s'], PUBLIC],
    ['an error and then a rollback', ['begin', 'set search_path = other', 'select 1/0', 'rollback'], PUBLIC],
    ['reset', ['set search_path = other', 'reset search_path'], PUBLIC],
    ['discard all', ['set search_path = other', 'discard all'], PUBLIC],
  ])('follows the search path back: %s', async (_name, statements, expected) => {
    await ask(client, [...statements, 'select * from t'].map(q), statements.length + 1);
    expect(path()).toEqual(expected);
  });

  it('takes the search path back when the pipeline that set it fails', async () => {
    await ask(client, [run('set search_path = other'), run('select 1/0'), sync, q('select * from t')], 2);
    expect(path()).toEqual(PUBLIC);
  });

  it('knows no search path in a failed transaction', async () => {
    await ask(client, [q('begin'), q("select code('search_path', 'other')"), q('select 1/0'), q('select * from t')], 4);
    expect(gate.told.at(-2)?.context.searchPath).toEqual(OTHER);
    await ask(client, [q('rollback'), q('select * from t')], 2);
    expect(path()).toEqual(PUBLIC);
  });

  it('reads on when the server has skipped what waited for its state', async () => {
    await ask(client, [q('begin')]);
    await ask(client, [q("select code('search_path', 'other'), 1/0")]);
    client.send(parse('', 'select 1'), bind('', ''), flush);
    expect(told(await client.until('E'))).toBe('E25P02');
    expect(await ask(client, [sync])).toBe('Z(E)');
  });

  it('assumes the worst within one message', async () => {
    await ask(client, [q('set search_path = other; select * from t')]);
    expect(path()).toBeNull();
    await ask(client, [q('create table made (a int); select * from made')]);
    expect(gate.told.at(-1)?.context).toMatchObject({ stale: true, searchPath: null });
  });

  it('does not ask the server again for what changes no meaning', async () => {
    await ask(client, [q('select 1'), q('set statement_timeout = 5000'), q('begin'), run('select 2'), sync, q('savepoint s'), q('rollback to s'), q('commit'), q('select 3')], 8);
    expect(gate.originated).toEqual(['truth-after-code']);
  });

  it('lets SET TRANSACTION be the first thing in a transaction, whatever was set before', async () => {
    expect(await ask(client, [q('begin'), q('set search_path = other'), q('set transaction isolation level serializable'), q('select * from t')], 4)).toBe(
      'C(BEGIN) Z(T) C(SET) Z(T) C(SET) Z(T) T(a) C(SELECT 0) Z(T)',
    );
    expect(path()).toEqual(OTHER);
  });

  it('ends the session when code changes how text is read', async () => {
    client.send(q("select code('standard_conforming_strings', 'off')"), q('select 2'));
    expect(told(await client.rest())).toMatch(/E42501$/);
    expect(gate.told.map(({ text }) => text)).toEqual(["select code('standard_conforming_strings', 'off')"]);
    expect(gate.refused[0]).toContain('standard_conforming_strings');
  });

  it('knows tables made in the open transaction, and forgets them when it is rolled back', async () => {
    const before = front.catalog.current();
    await ask(client, [q('begin'), q('create table fresh (a int)'), q('select * from fresh')], 3);
    expect(gate.told.at(-1)?.context).toMatchObject({ stale: false });
    expect(gate.told.at(-1)?.context.epoch).toBeGreaterThan(before.epoch);
    expect(front.catalog.current().relations.has('public.fresh')).toBe(false);
    await ask(client, [q('rollback'), q('select 1')], 2);
    expect(gate.told.at(-1)?.context.stale).toBe(false);
    expect(gate.originated).toContain('catalog');
  });

  it('has the shared catalog read again once tables are committed', async () => {
    await ask(client, [q('create table kept (a int)'), q('select * from kept')], 2);
    expect(front.catalog.current().relations.has('public.kept')).toBe(true);
    expect(gate.told.at(-1)?.context).toMatchObject({ stale: false, epoch: front.catalog.current().epoch });
    await ask(client, [q('begin'), q('drop table kept'), q('commit'), q('select 1')], 4);
    expect(front.catalog.current().relations.has('public.kept')).toBe(false);
  });

  it('notices tables that code made', async () => {
    await ask(client, [q("select code_run('create table sly (a int)')"), q('select * from sly')], 2);
    expect(front.catalog.current().relations.has('public.sly')).toBe(true);
    expect(gate.told.at(-1)?.context).toMatchObject({ stale: false, epoch: front.catalog.current().epoch });
    await ask(client, [q('begin'), q("select code_run('drop table sly')"), q('commit'), q('select 1')], 4);
    expect(front.catalog.current().relations.has('public.sly')).toBe(false);
  });

  it('keeps its own view of temporary tables', async () => {
    await ask(client, [q('create temp table mine (a int)'), q('select * from mine')], 2);
    expect(path()).toEqual(['pg_temp', ...PUBLIC]);
    expect(front.catalog.current().relations.has('pg_temp.mine')).toBe(false);
    expect(gate.told.at(-1)?.context.epoch).not.toBe(front.catalog.current().epoch);
    await front.catalog.refresh();
    await ask(client, [q('select 1')]);
    expect(gate.told.at(-1)?.context.stale).toBe(false);
  });

  describe('names', () => {
    const facts = () => gate.told.map(({ text }) => text);

    it('follows PREPARE, EXECUTE and DEALLOCATE', async () => {
      expect(await ask(client, [q('prepare p as select 1 x'), q('execute p'), q('deallocate p'), q('execute p')], 4)).toBe(
        'C(PREPARE) Z(I) T(x) D(1) C(SELECT 1) Z(I) C(DEALLOCATE) Z(I) E26000 Z(I)',
      );
    });

    it('judges a Bind of what PREPARE made as its EXECUTE', async () => {
      expect(await ask(client, [q('prepare p as select 1 x'), bind('', 'p'), execute(''), sync], 2)).toBe('C(PREPARE) Z(I) 2 D(1) C(SELECT 1) Z(I)');
      expect(facts()).toEqual(['prepare p as select 1 x', 'EXECUTE "p"']);
    });

    it('does not judge one text and run another, when the Parse in between never happened', async () => {
      gate.script.deny = /nothing/;
      // The second Parse is skipped by the server, so the third pipeline runs the first text.
      const answer = await ask(client, [parse('', 'select 1 a'), sync, parse('x', 'select wrong'), parse('', 'select 2 b'), sync, bind('', ''), execute(''), sync], 3);
      expect(answer).toBe('1 Z(I) E42703 Z(I) 2 D(1) C(SELECT 1) Z(I)');
      expect(facts()).toEqual(['select 1 a']);
    });

    it('does not take a second Parse of a name for the first', async () => {
      const answer = await ask(client, [parse('s', 'select 1 a'), sync, parse('s', 'select 2 b'), sync, bind('', 's'), execute(''), sync], 3);
      expect(answer).toBe('1 Z(I) E42P05 Z(I) 2 D(1) C(SELECT 1) Z(I)');
      expect(facts()).toEqual(['select 1 a']);
    });

    it('does not run a portal under the plan of another', async () => {
      const answer = await ask(client, [q('begin'), parse('', 'select 1 a'), bind('p', ''), sync, parse('x', 'select wrong'), bind('p', 'x'), sync, execute('p'), sync], 4);
      expect(answer).toBe('C(BEGIN) Z(T) 1 2 Z(T) E42703 Z(E) E25P02 Z(E)');
    });

    it('does not execute what was bound in another state of the session', async () => {
      await ask(client, [q('begin'), q('prepare p as select 1 x'), parse('', 'execute p'), bind('late', ''), sync], 3);
      expect(await ask(client, [q('deallocate p'), q('prepare p as select 2 y'), execute('late'), sync], 3)).toMatch(/E55000 Z\(E\)$/);
    });

    it('finds names that code has made or changed', async () => {
      await ask(client, [q('prepare p as select 1 x'), q("select code_run('deallocate p')"), q("select code_run('prepare p as select 2 y')")], 3);
      // The scripted gate treats what is ambiguous as code, and so does the pump: it asks the server again afterwards.
      gate.originated.length = 0;
      await ask(client, [q('execute p'), q('select 1')], 2);
      expect(gate.originated.filter((name) => name === 'truth-after-code')).toHaveLength(2);
      expect(await ask(client, [bind('', 'p'), execute(''), sync])).toBe('E42501 Z(I)');
    });

    it('forgets statements that were closed', async () => {
      expect(await ask(client, [parse('s', 'select 1'), close('S', 's'), bind('', 's'), sync])).toBe('1 3 E26000 Z(I)');
      expect(await ask(client, [parse('s', 'select 1'), sync, q('deallocate all'), bind('', 's'), sync], 3)).toBe('1 Z(I) C(DEALLOCATE ALL) Z(I) E26000 Z(I)');
    });

    it('leaves the client its unnamed statement and portal when it asks the server in between', async () => {
      const answer = await ask(client, [q('begin'), parse('', 'select 1 x'), bind('', ''), sync, q('select 5'), describe_('S', ''), sync], 4);
      expect(answer).toBe('C(BEGIN) Z(T) 1 2 Z(T) T(?column?) D(5) C(SELECT 1) Z(T) E26000 Z(E)');
      await ask(client, [q('rollback'), parse('', 'select a from other.t'), sync], 2);
      // The next Bind waits for a reading of the search path, which must not touch what it binds.
      expect(await ask(client, [parse('setter', 'set search_path = other'), bind('s', 'setter'), execute('s'), sync])).toBe('1 2 C(SET) Z(I)');
      expect(await ask(client, [bind('', ''), execute(''), sync])).toBe('2 C(SELECT 0) Z(I)');
    });

    it('leaves no trace of its own in the lists of names', async () => {
      expect(await ask(client, [q("select code('work_mem', '4MB')"), q('select name from pg_prepared_statements union all select name from pg_cursors')], 2)).toMatch(/T\(name\) C\(SELECT 0\) Z\(I\)$/);
    });
  });
});
