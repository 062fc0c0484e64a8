// A COPY from the client that is refused: the connection goes on, though the client was about to send data.
import { Attacker } from '../../support/attacked.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
import { connectRaw, copyData, copyDone, copyFail, parse, q, run, sync, bind, execute } from '../../support/talk.js';

describe('a COPY that is refused', () => {
  let server: Postgres;
  let gate: RunningGate;
  let client: Attacker;

  beforeAll(async () => {
    server = await startPostgres({ version: 18 });
    await server.query('create table t (id int, ssn text)');
    gate = await startGate({ server, rules: '  - { id: reads, match: { effect: [read, control] }, decide: allow }' });
  });
  beforeEach(async () => {
    client = new Attacker(await connectRaw(gate), gate);
  });
  afterEach(() => void client.client.socket.destroy());
  afterAll(async () => {
    await gate.close();
    await server.stop();
  });

  it.each([
    ['as a query', [q('copy t from stdin')]],
    ['by the extended protocol', [run('copy t from stdin'), sync]],
    ['without Describe', [parse('', 'copy t from stdin'), bind('', ''), execute(''), sync]],
    ['with its data behind it', [q('copy t from stdin'), copyData('1\tx\n'), copyDone]],
    ['with a failure behind it', [q('copy t from stdin'), copyFail('no')]],
  ])('%s leaves the connection alive', async (_name, messages) => {
    expect((await client.send(messages)).sqlstate).toBe('42501');
    expect(await client.alive()).toBe(true);
  });

  it('is told which trigger wants a rule, and is not taken for a COPY of the server', async () => {
    await server.query(`create table fed (id int); create function stamp() returns trigger language plpgsql as 'begin return new; end';
      create trigger stamped before insert on fed for each row execute function stamp()`);
    const rules = '  - { id: writes, match: { effect: [read, write] }, decide: allow }';
    for (const [more, sqlstate] of [['', '42501'], ['\n  - { id: stamps, match: { effect: execute, object: public.stamp }, decide: allow }', null]] as const) {
      const fed = await startGate({ server, rules: rules + more, extends: ['ostiary:postgres'] });
      const feeder = new Attacker(await connectRaw(fed), fed);
      expect((await feeder.send([q('copy fed from stdin'), copyData('1\n'), copyDone])).sqlstate).toBe(sqlstate);
      const [decided] = fed.recorder.of('decided');
      expect(decided?.rules).toEqual(sqlstate === null ? ['writes', 'stamps'] : ['default']);
      if (sqlstate !== null) expect(decided?.reasons).toEqual(['no rule allows execute on `public.stamp`: a trigger of `public.fed` runs it']);
      // What follows a COPY whose trigger has run waits for its answer, which no Sync asks for yet.
      const behind = [parse('', 'copy fed from stdin'), bind('', ''), execute(''), copyData('1\n'), copyDone, run('select 7 as n'), sync];
      expect((await feeder.send(behind)).text).toBe(sqlstate === null ? '1 2 G C(COPY 1) 1 2 T(n) D(7) C(SELECT 1) Z(I)' : '1 E42501 Z(I)');
      feeder.client.socket.destroy();
      await fed.close();
    }
  });

  it('in a transaction fails it, and leaves the connection alive', async () => {
    await client.simple('begin');
    expect((await client.simple('copy t from stdin')).text).toBe('E42501 Z(E)');
    expect(await client.alive()).toBe(true);
  });
});
