// SPDX-License-Identifier: Apache-2.0
//
// Clients and servers that let others wait: what one of them costs the gate is bounded, and nobody else notices. The server's side of
// back-pressure (a client that never reads) is in ../proxy/session-values.test.ts.
import { setImmediate as turn } from 'node:timers/promises';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import type { RawClient } from '../../support/raw-client.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';
import { ask, connectRaw, copyData, copyDone, q, told } from '../../support/talk.js';

const SETUP = `
CREATE TABLE slow (line text);
CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock_shared(1); PERFORM pg_advisory_unlock_shared(1); RETURN NEW; END $$;
CREATE TRIGGER wait BEFORE INSERT ON slow FOR EACH ROW EXECUTE FUNCTION wait();
`;
const RULES = '  - { id: usual, match: { effect: [read, write, execute, control] }, decide: allow }';
const MEBIBYTE = 1024 * 1024;
const SENT_MIB = 96;
/** What the buffers of four sockets on loopback may hold (tcp_wmem and tcp_rmem, 4 and 6 MiB each), and a few messages. */
const HELD_MIB = 48;

describe.each<PostgresVersion>(VERSIONS)('patience before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  const clients: RawClient[] = [];

  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server, SETUP, { rules: RULES });
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.socket.destroy();
  });
  afterAll(async () => {
    await pair.close();
    await server.stop();
  });

  const client = async (to: Pair = pair): Promise<RawClient> => {
    const { port, endpoint } = to.gate;
    const opened = await connectRaw({ port, env: { PGUSER: endpoint.user, PGPASSWORD: endpoint.password, PGDATABASE: endpoint.database } });
    clients.push(opened);
    return opened;
  };

  it('does not take in what a slow server has no room for', async () => {
    const [copying, other] = [await client(), await client()];
    await server.query('SELECT pg_advisory_lock(1)', pair.guarded);
    copying.send(q('copy slow from stdin'));
    expect((await copying.next()).letter).toBe('G');
    const line = copyData(`${'x'.repeat(MEBIBYTE - 1)}\n`);
    for (let sent = 0; sent < SENT_MIB; sent += 1) copying.send(line);
    const taken = () => copying.socket.bytesWritten - copying.socket.writableLength;
    let before = -1;
    for (let quiet = 0; quiet < 50; quiet = before === taken() ? quiet + 1 : 0) {
      before = taken();
      expect(await ask(other, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
      await turn();
    }
    expect(copying.socket.writableLength).toBeGreaterThan((SENT_MIB - HELD_MIB) * MEBIBYTE);
    await server.query('SELECT pg_advisory_unlock(1)', pair.guarded);
    copying.send(copyDone);
    expect(told(await copying.until('Z'))).toBe(`C(COPY ${SENT_MIB}) Z(I)`);
    expect(await server.query('SELECT count(*)::int AS n, sum(length(line))::int AS sum FROM slow', pair.guarded)).toEqual([{ n: SENT_MIB, sum: SENT_MIB * (MEBIBYTE - 1) }]);
  });

  it('undoes what a client was in the middle of when it vanished', async () => {
    const vanishing = await client();
    vanishing.send(q('begin'), q("insert into slow values ('half')"), q('copy slow from stdin'));
    await vanishing.until('G');
    vanishing.send(copyData('more\n'), copyData('half a li'));
    vanishing.socket.resetAndDestroy();
    for (let open = 1; open > 0; ) open = (await server.query(`SELECT 1 FROM pg_stat_activity WHERE datname = '${pair.guarded}' AND state <> 'idle' AND pid <> pg_backend_pid()`)).length;
    expect(await server.query("SELECT count(*)::int AS n FROM slow WHERE line IN ('half', 'more', 'half a li')", pair.guarded)).toEqual([{ n: 0 }]);
  });

  it('ends idle connections, and none that works', async () => {
    const hasty = await sideBySide(server, '', { limits: { idleMs: 2_000 } });
    // Longer than a slow machine takes to log in, shorter than what the busy one waits for.
    const busy = await client(hasty);
    busy.send(q('select pg_sleep(4)'));
    const idle = await client(hasty);
    expect(told(await idle.rest())).toMatch(/E57P05$/);
    expect(told(await busy.until('Z'))).toContain('C(SELECT 1) Z(I)');
    expect(told(await busy.rest())).toMatch(/E57P05$/);
    await hasty.close();
  });
});
