// What the questions of the session pump lock in a client's transaction: nothing that the client's own statements did not.
import { startGateInFront, type GateInFront } from '../../support/gate-in-front.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import type { RawClient } from '../../support/raw-client.js';
import { scriptedGate, type ScriptedGate } from '../../support/scripted-gate.js';
import { ask, connectRaw, q } from '../../support/talk.js';

/** Relations of users that the session has any lock on. */
const HELD = "select coalesce(string_agg(distinct c.relname, ' ' order by c.relname), '') from pg_locks l join pg_class c on c.oid = l.relation where l.pid = pg_backend_pid() and c.oid >= 16384";

describe.each<PostgresVersion>([15, 18])('locks in a transaction before PostgreSQL %d', (version) => {
  let server: Postgres;
  let front: GateInFront;
  let client: RawClient;
  let gate: ScriptedGate;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query('create table near (a int); create table apart (a int); create view shows_apart as select a from apart; create view again as select * from shows_apart');
  });
  beforeEach(async () => {
    gate = scriptedGate({ deny: /forbidden/, decide: 'turn' });
    front = await startGateInFront({ server, door: gate.door });
    client = await connectRaw(front);
    // The shared catalog has never seen this one.
    await server.query('drop view if exists late; create view late as select a from apart');
    await ask(client, [q('begin'), q('alter table near add column if not exists b int'), q('create view shows_near as select a from near'), q('select 1')], 4);
  });
  afterEach(async () => {
    client.socket.destroy();
    await front.close();
  });
  afterAll(async () => {
    await server.stop();
  });

  const definition = (view: string) => gate.told.at(-1)?.context.catalog.relations.get(`public.${view}`)?.definition?.text ?? null;

  it('are none on what it has not touched, and all is known that it defined', async () => {
    expect(gate.originated).toContain('catalog');
    expect(await ask(client, [q(HELD)])).toBe('T(coalesce) D(near shows_near) C(SELECT 1) Z(T)');
    expect(gate.told.at(-1)?.context.stale).toBe(false);
    expect(definition('shows_near')).toContain('near');
    expect(definition('shows_apart')).toContain('public.apart');
    // Asking for it would lock `apart`: of unknown lineage until the transaction ends.
    expect(definition('late')).toBeNull();
    await ask(client, [q('rollback'), q('select 1')], 2);
    expect(definition('late')).toContain('public.apart');
  });

  it('are in nobody’s way', async () => {
    await server.query("set lock_timeout = '1s'; alter table apart add column if not exists z int; alter table apart drop column z");
    expect(await ask(client, [q('commit'), q('drop view shows_near')], 2)).toBe('C(COMMIT) Z(I) C(DROP VIEW) Z(I)');
  });

  it('are not waited for', async () => {
    const other = await connectRaw({ ...front });
    await ask(other, [q('begin'), q('lock table apart in access exclusive mode')], 2);
    gate.originated.length = 0;
    expect(await ask(client, [q('create table fresh (a int)'), q('select 1')], 2)).toBe('C(CREATE TABLE) Z(T) T(?column?) D(1) C(SELECT 1) Z(T)');
    expect(gate.originated).toContain('catalog');
    expect(gate.told.at(-1)?.context.catalog.relations.has('public.fresh')).toBe(true);
    other.socket.destroy();
  });
});
