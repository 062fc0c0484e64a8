// SPDX-License-Identifier: Apache-2.0
import { systemRuntime } from '../../../../../src/core/runtime.js';
import { frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { DEFAULT_LIMITS } from '../../../../../src/proxy/postgres/limits.js';
import { cancelRequest, cstring, int32, startupMessage } from '../../../../../src/proxy/postgres/protocol/messages.js';
import { atTheDoor, PASSWORD, USER } from '../../../../support/accepting.js';

const SSL_REQUEST = frame(0, int32(80877103));
const GSSENC_REQUEST = frame(0, int32(80877104));
const STARTUP = { user: USER, database: 'shop' };

const { open, ready, thrown, door } = atTheDoor();

describe('acceptClient', () => {
  it('admits a client with the session credential', async () => {
    const client = await open();
    client.startup({ ...STARTUP, application_name: 'psql', DateStyle: 'ISO' });
    const verdict = await client.authenticate(PASSWORD);
    expect([verdict.letter, verdict.frame.body.readInt32BE(0)]).toEqual(['R', 0]);
    const { startup, encrypted, protocolMinor, reader, socket } = await ready();
    expect(startup).toEqual({ user: USER, database: 'shop', applicationName: 'psql', parameters: new Map([['datestyle', 'ISO']]) });
    expect([encrypted, protocolMinor, reader.buffered, socket.isPaused()]).toEqual([false, 0, 0, true]);
  });

  it.each([
    { name: 'no database', parameters: { user: USER } },
    { name: 'the user for a database, as libpq does', parameters: { user: USER, database: USER } },
  ])('takes $name for the one behind the door', async ({ parameters }) => {
    const client = await open();
    client.startup(parameters);
    await client.authenticate(PASSWORD);
    expect((await ready()).startup.database).toBe('shop');
  });

  it('keeps what came right behind the last answer', async () => {
    const client = await open();
    client.startup(STARTUP);
    await client.authenticate(PASSWORD);
    const { reader, socket } = await ready();
    client.send(frame(0x53));
    const chunk = await new Promise<Buffer>((resolve) => socket.once('data', resolve).resume());
    reader.push(chunk);
    expect(reader.next()?.type).toBe(0x53);
  });

  it('works with every split of the whole exchange', async () => {
    const start = startupMessage(new Map(Object.entries(STARTUP)));
    for (let at = 0; at <= start.length; at += 1) {
      const client = await open();
      client.send(start.subarray(0, at));
      await new Promise((resolve) => setImmediate(resolve));
      client.send(start.subarray(at));
      expect((await client.authenticate(PASSWORD)).letter).toBe('R');
      await ready();
    }
  });

  it.each([
    { name: 'a wrong password', user: USER, password: 'ost1_s1_wrong' },
    { name: 'an unknown user', user: 'postgres', password: PASSWORD },
  ])('refuses $name in the same words, after the same exchange', async ({ user, password }) => {
    const client = await open();
    client.startup({ user, database: 'elsewhere', replication: 'database', secret_setting: 'x' });
    const verdict = await client.authenticate(password);
    expect([verdict.letter, verdict.sqlstate, verdict.message]).toEqual(['E', '28P01', `password authentication failed for user \`${user}\``]);
    expect(await client.rest()).toEqual([]);
    expect(await thrown()).toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
    // Whoever is not proven has no place in the session's record.
    expect(door().refused).toEqual([]);
  });

  it('shows an unknown user the same salt each time, and as long as a real one', async () => {
    const salts: string[] = [];
    for (const user of ['ghost', 'ghost', 'other', USER]) {
      const client = await open();
      client.startup({ user });
      await client.next();
      client.send(frame(0x70, cstring('SCRAM-SHA-256'), int32(9), Buffer.from('n,,n=,r=a')));
      const [, salt, iterations] = (await client.next()).frame.body.subarray(4).toString().split(',');
      salts.push(`${salt} ${iterations}`);
    }
    expect(salts[0]).toBe(salts[1]);
    expect(salts[0]).not.toBe(salts[2]);
    expect(new Set(salts.map((salt) => salt.length)).size).toBe(1);
  });

  it.each([
    { name: 'another database', parameters: { ...STARTUP, database: 'postgres' }, sqlstate: '3D000' },
    { name: 'a setting that is not on the list', parameters: { ...STARTUP, search_path: 'evil' }, sqlstate: '42501' },
    { name: 'a value that is not on the list', parameters: { ...STARTUP, client_encoding: 'SJIS' }, sqlstate: '42501' },
    { name: 'a setting in PGOPTIONS', parameters: { ...STARTUP, options: '-c standard_conforming_strings=off' }, sqlstate: '42501' },
    { name: 'replication', parameters: { ...STARTUP, replication: 'database' }, sqlstate: '42501' },
    { name: 'replication, as pg_basebackup asks for it', parameters: { user: USER, database: 'replication', replication: 'true' }, sqlstate: '42501' },
    { name: 'a switch in options', parameters: { ...STARTUP, options: '-B 5' }, sqlstate: '42501' },
    { name: 'a setting in another case', parameters: { ...STARTUP, Search_Path: 'evil' }, sqlstate: '42501' },
  ])('refuses $name, once the session is proven', async ({ parameters, sqlstate }) => {
    const client = await open();
    client.startup(parameters);
    expect((await client.authenticate(PASSWORD)).letter).toBe('R');
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate });
    expect(await client.rest()).toEqual([]);
    expect(await thrown()).toMatchObject({ code: 'DENIED' });
    expect(door().refused).toHaveLength(1);
  });

  it('never puts the value of a refused parameter into the error, which is recorded', async () => {
    const client = await open();
    client.startup({ ...STARTUP, weird: 'hunter2' });
    await client.authenticate(PASSWORD);
    expect((await client.next()).message).not.toContain('hunter2');
  });

  it.each([
    { name: 'no user', bytes: startupMessage(new Map([['database', 'shop']])), sqlstate: '28000' },
    { name: 'protocol 2', bytes: frame(0, int32(131072), Buffer.alloc(16)), sqlstate: '0A000' },
    { name: 'HTTP', bytes: Buffer.from('GET / HTTP/1.1\r\n\r\n'), sqlstate: '54000' },
    { name: 'a startup message that is too long', bytes: int32(10_001), sqlstate: '54000' },
    { name: 'the length 3', bytes: int32(3), sqlstate: '08P01' },
    { name: 'direct TLS where there is none', bytes: Buffer.from('1603010001', 'hex'), sqlstate: '08P01' },
    { name: 'a query right away', bytes: Buffer.concat([startupMessage(new Map(Object.entries(STARTUP))), frame(0x51, cstring('select 1'))]), sqlstate: '08P01' },
    { name: 'a password that is longer than SCRAM needs', bytes: Buffer.concat([startupMessage(new Map(Object.entries(STARTUP))), Buffer.from([0x70]), int32(1_025)]), sqlstate: '54000' },
  ])('refuses $name before authentication', async ({ bytes, sqlstate }) => {
    const client = await open();
    client.send(bytes);
    const seen = (await client.rest()).filter(({ letter }) => letter === 'E');
    expect(seen).toMatchObject([{ sqlstate }]);
    expect(await thrown()).toBeInstanceOf(Error);
  });

  it('takes a password message for one only when it says so', async () => {
    const client = await open();
    client.startup(STARTUP);
    await client.next();
    client.send(frame(0x51, cstring('SCRAM-SHA-256'), int32(9), Buffer.from('n,,n=,r=a')));
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  it.each([
    { asked: 3 << 16, options: {}, unknown: [] },
    { asked: (3 << 16) | 2, options: {}, unknown: [] },
    { asked: (3 << 16) | 9999, options: {}, unknown: [] },
    { asked: 3 << 16, options: { '_pq_.a': '1' }, unknown: ['_pq_.a'] },
    { asked: (3 << 16) | 2, options: { '_pq_.a': '1', '_pq_.b': '2' }, unknown: ['_pq_.a', '_pq_.b'] },
  ])('negotiates version $asked with $options down to 3.0', async ({ asked, options, unknown }) => {
    const client = await open();
    const start = startupMessage(new Map(Object.entries({ ...STARTUP, ...options })));
    start.writeInt32BE(asked, 4);
    client.send(start);
    if (asked !== 3 << 16 || unknown.length > 0) {
      const { letter, frame: negotiated } = await client.next();
      expect(letter).toBe('v');
      expect([negotiated.body.readInt32BE(0), negotiated.body.readInt32BE(4)]).toEqual([3 << 16, unknown.length]);
      expect(negotiated.body.subarray(8).toString()).toBe(unknown.map((name) => `${name}\0`).join(''));
    }
    expect((await client.authenticate(PASSWORD)).letter).toBe('R');
    expect((await ready()).protocolMinor).toBe(0);
  });

  it('hands a CancelRequest over and closes without a word', async () => {
    const client = await open();
    client.send(cancelRequest(7, int32(9)));
    expect(await client.rest()).toEqual([]);
    expect(await door().verdict()).toEqual({ ready: null });
    expect(door().cancelled).toEqual([{ pid: 7, key: int32(9) }]);
  });

  it.each([
    { name: 'SSLRequest', requests: [SSL_REQUEST] },
    { name: 'GSSENCRequest', requests: [GSSENC_REQUEST] },
    { name: 'GSSENCRequest and SSLRequest, as libpq does', requests: [GSSENC_REQUEST, SSL_REQUEST] },
  ])('says no to $name and goes on in plain text', async ({ requests }) => {
    const client = await open();
    for (const request of requests) {
      client.send(request);
      expect(await client.byte()).toBe('N');
    }
    client.startup(STARTUP);
    expect((await client.authenticate(PASSWORD)).letter).toBe('R');
    await ready();
  });

  it.each([{ request: SSL_REQUEST }, { request: GSSENC_REQUEST }])('refuses to be asked twice', async ({ request }) => {
    const client = await open();
    client.send(request);
    await client.byte();
    client.send(request);
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  it('ends a handshake that takes too long, at every stage', async () => {
    const limits = { ...DEFAULT_LIMITS, handshakeMs: 30 };
    for (const sent of [[], [SSL_REQUEST.subarray(0, 5)], [startupMessage(new Map(Object.entries(STARTUP)))]]) {
      const client = await open({ limits });
      client.send(...sent);
      await client.closed();
      expect(await thrown()).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    }
  });

  it('tells a client that hangs up from one that lies', async () => {
    for (const sent of [Buffer.alloc(0), Buffer.from([0, 0, 0]), startupMessage(new Map(Object.entries(STARTUP)))]) {
      const client = await open();
      client.socket.end(sent);
      expect(await thrown()).toMatchObject({ code: 'PROTOCOL_VIOLATION', message: 'the client closed the connection during the handshake' });
    }
  });

  it('stops at once when the gate closes', async () => {
    const closing = new AbortController();
    const client = await open({ signal: closing.signal });
    client.startup(STARTUP);
    await client.next();
    closing.abort();
    await client.closed();
    expect(await thrown()).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  it('answers a fault of ours without detail', async () => {
    const client = await open({ admission: () => Promise.reject(new TypeError('secret detail')) });
    client.startup(STARTUP);
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: 'XX000', message: 'the gate failed' });
  });

  it('uses nothing of the world but what it is given', async () => {
    const drawn: number[] = [];
    const client = await open({ runtime: { ...systemRuntime, random: (bytes) => (drawn.push(bytes), Buffer.alloc(bytes, 5)) } });
    client.startup(STARTUP);
    await client.authenticate(PASSWORD);
    await ready();
    expect(drawn).toEqual([18]);
  });
});
