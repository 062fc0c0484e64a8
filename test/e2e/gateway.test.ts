// SPDX-License-Identifier: Apache-2.0
//
// The gateway as jobs and strangers meet it: sessions by a real issuer's tokens, PostgreSQL by psql, node-postgres and OAUTHBEARER, and
// everything that has to be refused.
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { GatewaySession } from '../../src/identity/gateway.js';
import { frame } from '../../src/proxy/postgres/protocol/frames.js';
import { int32 } from '../../src/proxy/postgres/protocol/messages.js';
import { Job, startGateway, type RunningGateway } from '../support/gateway.js';
import { cleanUp, CLI, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { psql } from '../support/psql.js';
import { RawClient } from '../support/raw-client.js';
import { waitFor } from '../support/waiting.js';
import { MAX_OPENING } from '../../src/server/limits.js';
import { pinnedFetch } from '../../src/server/pinned-fetch.js';

const SSN = '078-05-1120';
let database: Postgres;
let gateway: RunningGateway;
/** Settles when the API has hung up on a client that connected and said nothing, not even how to encrypt. */
let silent: Promise<unknown>;

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query(`CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text); INSERT INTO customers VALUES (1, 'ann@shop.example', '${SSN}');
    CREATE TABLE orders (id int PRIMARY KEY, status text); INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 10) n`);
  gateway = await startGateway({
    database,
    resources: `  billing: { type: postgres, environment: production, url: "postgres://127.0.0.1:${database.port}/postgres", credential: "env:ORDERS_DB" }
  gone: { type: postgres, environment: production, url: "postgres://127.0.0.1:1/postgres", credential: "env:ORDERS_DB" }
  keyless: { type: postgres, environment: production, url: "postgres://127.0.0.1:${database.port}/postgres", credential: "env:NOT_THERE" }`,
    rules: `  - { id: reads,  match: { principal: nightly, resource: [orders-db, gone, keyless], effect: read }, decide: allow }
  - { id: orders, match: { principal: nightly, resource: orders-db, effect: write, object: public.orders }, decide: allow }
  - { id: schema, match: { principal: nightly, resource: orders-db, effect: schema }, decide: review, because: a schema change locks tables }
  - { id: theirs, match: { principal: others, resource: billing, effect: read }, decide: allow }`,
    identities: '  others: { issuer: "https://issuer.example", claims: { team: x } }',
  });
  await gateway.start();
  silent = once(connect(Number(new URL(gateway.url).port), '127.0.0.1').resume(), 'close');
});

afterAll(async () => {
  await gateway?.stop();
  await database?.stop();
  cleanUp();
});

const raw = async (path: string, headers: Record<string, string | readonly string[]>): Promise<IncomingMessage> => {
  const asked = request(`${gateway.url}${path}`, { ca: gateway.ca, method: 'POST', headers: headers as OutgoingHttpHeaders });
  asked.end();
  return ((await once(asked, 'response')) as [IncomingMessage])[0];
};
const call = (path: string, init: RequestInit): Promise<Response> => pinnedFetch(gateway.ca)(`${gateway.url}${path}`, init);
const tls = async (session: { id: string }, startup: Record<string, string> = {}): Promise<RawClient> => {
  const client = await RawClient.connect(gateway.port);
  client.send(frame(0, int32(80877103)));
  await client.byte();
  await client.encrypt({ ca: gateway.ca, host: 'localhost' });
  client.startup({ user: session.id, database: 'orders-db', ...startup });
  return client;
};

describe('a job with its token', () => {
  let job: Job;
  let session: GatewaySession;
  beforeAll(async () => {
    job = new Job(gateway);
    session = await job.open();
  });

  it('gets a session: who it is, what it may connect to, until when', () => {
    expect(session).toMatchObject({
      id: expect.stringMatching(/^ost_[0-9a-f]{12}$/u), credential: expect.stringMatching(new RegExp(`^ost1_${session.id}_[\\w-]{32}$`, 'u')),
      principal: { names: ['nightly'], issuer: gateway.github.issuer.issuer, prompter: '7' }, observeUntil: null,
      resources: [{ name: 'orders-db', type: 'postgres', host: 'localhost', port: gateway.port, database: 'orders-db', tls: true }],
    });
    expect(session.limitAt - session.expiresAt).toBeGreaterThan(2_900_000);
    expect(session.guide).toContain('Needs a review:');
  });

  it('works with psql: judged, masked, recorded', async () => {
    const result = await psql({ env: job.env(session), args: ['-At', '-v', 'VERBOSITY=verbose'] }, "SELECT id, email, ssn FROM customers;\nUPDATE orders SET status = 'paid' WHERE id = 1;\nALTER TABLE orders ADD note text;\nTRUNCATE orders;\nSELECT count(*) FROM orders;\n");
    expect(result.stdout).toContain('1|ann@shop.example|[redacted]\nUPDATE 1\n');
    expect(result.stdout).toContain('\n10\n');
    expect(result.stderr.match(/ERROR: {2}42501/gu)).toHaveLength(2);
    expect(gateway.events(session.id).filter((event) => event.type === 'decided').map((event) => event.type === 'decided' && event.decision)).toEqual(['allow', 'allow', 'review', 'deny', 'allow']);
  });

  it('works with node-postgres, and by OAUTHBEARER, under the name of the resource', async () => {
    const client = await job.connect(session);
    expect((await client.query('SELECT ssn FROM customers WHERE id = $1', [1])).rows).toEqual([{ ssn: '[redacted]' }]);
    await client.end();
    const raw = await tls(session);
    expect((await raw.bearer(session.credential)).letter).toBe('R');
    expect((await raw.until('Z')).at(-1)?.letter).toBe('Z');
    raw.end();
  });

  it('is recorded on disk first, with what its token says and nothing that opens anything', () => {
    const [header] = gateway.events(session.id);
    expect(header).toMatchObject({
      type: 'session', durability: 'disk', prompter: '7', policy: { source: `file:${gateway.file}`, mode: 'enforce' },
      host: { kind: 'github', facts: { gateway: gateway.url, part: '1', run_id: '4711', run_attempt: '1', check_run_id: '99' } }, resources: [{ name: 'orders-db' }],
    });
    const folder = join(gateway.folder, 'store', 'session');
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n') + JSON.stringify(gateway.events(session.id)) + JSON.stringify(gateway.log);
    for (const secret of [session.credential, session.credential.slice(-32), database.password, SSN]) expect(kept).not.toContain(secret);
    expect(statSync(join(gateway.folder, 'store')).mode & 0o077).toBe(0);
  });

  it('renews it, ends it, and hears what was decided; from then on the credential opens nothing', async () => {
    const mine = new Job(gateway);
    const one = await mine.open();
    const client = await mine.connect(one);
    await client.query('SELECT 1');
    await client.query('TRUNCATE orders').catch(() => undefined);
    expect(await mine.renew(one)).toBeGreaterThanOrEqual(one.expiresAt);
    const ended = new Promise<Error>((resolve) => client.once('error', resolve));
    expect(await mine.end(one)).toEqual({ ended: 'job', operations: { allow: 1, review: 0, deny: 1 } });
    expect((await ended).message).toMatch(/the session is over: its job ended it/u);
    expect(await mine.end(one)).toEqual({ ended: 'job', operations: { allow: 1, review: 0, deny: 1 } });
    await expect(mine.connect(one)).rejects.toMatchObject({ code: '28000', message: expect.stringMatching(/is over: its job ended it/u) });
    await expect(mine.renew(one)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/is over/u) });
    const verdict = await spawned(process.execPath, [CLI, 'session', 'verify', join(gateway.folder, 'recordings', one.id, 'session.jsonl')], { environment: {} });
    expect(verdict.stdout).toMatch(/^unsigned: /u);
  });
});

describe('a token (row 21)', () => {
  it('alone, without the consent of the gateway, does nothing: it is no password, no bearer token, and no session without a key', async () => {
    const job = new Job(gateway);
    const token = await job.token();
    const session = await job.open();
    const raw = await tls(session);
    expect(await raw.bearer(token.slice(0, 900))).toMatchObject({ letter: 'E', sqlstate: '28P01' });
    await expect(job.connect({ ...session, credential: token })).rejects.toMatchObject({ code: '28P01' });
    await expect(job.connect({ ...session, id: 'nightly', credential: token })).rejects.toMatchObject({ code: '28P01' });
    const body = JSON.stringify({ subject_token: token, subject_token_type: 'urn:ietf:params:oauth:token-type:id_token', resources: ['orders-db'] });
    const answer = await call('/v1/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'invalid_token', code: 'IDENTITY_UNTRUSTED', message: 'the request has no `DPoP` header', hint: expect.any(String) }]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP/u);
  });

  it('opens one session; shown again it needs proof of the same key, and gives the same one with a new credential', async () => {
    const job = new Job(gateway);
    const token = await job.token();
    const first = await job.open({ token });
    await expect(new Job(gateway).open({ token })).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/another key/u) });
    const again = await job.open({ token });
    expect([again.id, again.credential === first.credential]).toEqual([first.id, false]);
    await expect(job.connect(first)).rejects.toMatchObject({ code: '28P01' });
    await (await job.connect(again)).end();
    await job.end(again);
    await expect(job.open({ token })).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/is over/u) });
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['for another audience', { aud: 'ostiary' }, 'IDENTITY_UNTRUSTED', /audience/u],
    ['that has expired', { exp: 1_700_000_000 }, 'IDENTITY_UNTRUSTED', /expired/u],
    ['of another repository of the same name', { repository_id: '1' }, 'DENIED', /none of the identities/u],
    ['of another event', { event_name: 'pull_request_target' }, 'DENIED', /none of the identities/u],
    ['of an issuer that nobody trusts', { iss: 'https://issuer.example' }, 'IDENTITY_UNTRUSTED', /issuer/u],
  ])('%s opens none', async (_name, claims, code, message) => {
    await expect(new Job(gateway).open({ claims })).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('of another kind opens none', async () => {
    const job = new Job(gateway);
    const body = JSON.stringify({ subject_token: 'x', subject_token_type: 'urn:ietf:params:oauth:token-type:saml2', resources: [] });
    const answer = await call('/v1/sessions', { method: 'POST', headers: { 'content-type': 'application/json', DPoP: job.client.key.prove({ method: 'POST', url: `${gateway.url}/v1/sessions`, token: 'x' }) }, body });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'IDENTITY_UNTRUSTED']);
  });
});

describe('resources', () => {
  it.each([['billing'], ['nothing-of-this-name']])('that are not granted are refused in the same words: %s', async (name) => {
    await expect(new Job(gateway).open({ resources: [name] })).rejects.toMatchObject({ code: 'DENIED', message: `the gateway refuses: the gateway grants no resource \`${name}\` to this job`, hint: 'it grants: orders-db, gone, keyless' });
  });

  it('have to be named when there are several', async () => {
    await expect(new Job(gateway).open({ resources: [] })).rejects.toMatchObject({ code: 'INPUT_INVALID', hint: expect.stringContaining('--resource') });
  });

  it('of a session are all that it reaches, also by another name of database', async () => {
    const job = new Job(gateway);
    const session = await job.open();
    for (const database of ['billing', 'postgres', 'gone']) await expect(job.connect(session, database)).rejects.toMatchObject({ code: '3D000' });
    await waitFor(() => gateway.events(session.id).filter(({ type }) => type === 'refused').length === 3, 'all three are on the record');
    expect(await job.end(session)).toMatchObject({ operations: { deny: 3 } });
  });

  it.each([['gone', 'UPSTREAM_FAILED'], ['keyless', 'SECRET_UNAVAILABLE']])('that can not be had give no session, and no word of where they are: %s', async (name, code) => {
    const before = gateway.recordings().length;
    expect(await new Job(gateway).refusal({ resources: [name] })).toMatchObject({ status: 503, code, message: `the gateway can not reach the resource \`${name}\``, hint: "the gateway's log says why" });
    expect(gateway.recordings()).toHaveLength(before);
    await waitFor(() => gateway.log.some(({ message, resource }) => message === 'a resource can not be reached' && resource === name), 'the log says why');
  });
});

describe('the API', () => {
  it.each<[string, (job: Job, session: GatewaySession) => RequestInit & { path?: string }, number, RegExp]>([
    ['a credential without its key', (_job, session) => ({ headers: { authorization: `DPoP ${session.credential}` } }), 401, /no `DPoP` header/u],
    ['a credential as a mere bearer token', (job, session) => ({ headers: { authorization: `Bearer ${session.credential}`, DPoP: job.client.key.prove({ method: 'DELETE', url: `${gateway.url}/v1/sessions/${session.id}`, token: session.credential }) } }), 401, /shows no session credential/u],
    ['the key of another job', (_job, session) => ({ headers: { authorization: `DPoP ${session.credential}`, DPoP: new Job(gateway).client.key.prove({ method: 'DELETE', url: `${gateway.url}/v1/sessions/${session.id}`, token: session.credential }) } }), 401, /key of the proof/u],
    ['a proof for another address', (job, session) => ({ headers: { authorization: `DPoP ${session.credential}`, DPoP: job.client.key.prove({ method: 'DELETE', url: `https://elsewhere/v1/sessions/${session.id}`, token: session.credential }) } }), 401, /another address/u],
    ['a wrong credential', (job, session) => ({ headers: { authorization: `DPoP ${session.credential}x`, DPoP: job.client.key.prove({ method: 'DELETE', url: `${gateway.url}/v1/sessions/${session.id}`, token: `${session.credential}x` }) } }), 401, /the credential/u],
    ['a session that is not there', (job, session) => ({ path: '/v1/sessions/ost_000000000000', headers: { authorization: `DPoP ${session.credential}`, DPoP: job.client.key.prove({ method: 'DELETE', url: `${gateway.url}/v1/sessions/ost_000000000000`, token: session.credential }) } }), 404, /no such session/u],
    ['another method', () => ({ method: 'GET' }), 405, /only DELETE/u],
    ['an address that is not there', () => ({ path: '/shutdown', method: 'POST' }), 404, /nothing at this address/u],
    ['a query', () => ({ path: '/v1/sessions?x=1', method: 'POST' }), 400, /takes no query/u],
    ['metrics, which are elsewhere', () => ({ path: '/metrics', method: 'GET' }), 404, /nothing/u],
  ])('refuses %s', async (_name, make, status, message) => {
    const job = new Job(gateway);
    const session = await job.open();
    const { path = `/v1/sessions/${session.id}`, ...init } = make(job, session);
    const answer = await call(path, { method: 'DELETE', ...init });
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([status, expect.stringMatching(message)]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    // Whatever it was, it ended nothing.
    await job.renew(session);
    await job.end(session);
  });

  it('takes each proof once', async () => {
    const job = new Job(gateway);
    const session = await job.open();
    const proof = job.client.key.prove({ method: 'POST', url: `${gateway.url}/v1/sessions/${session.id}/renew`, token: session.credential });
    const renew = () => call(`/v1/sessions/${session.id}/renew`, { method: 'POST', headers: { authorization: `DPoP ${session.credential}`, DPoP: proof } });
    expect([(await renew()).status, (await renew()).status]).toEqual([200, 401]);
  });

  it('takes the proof that opened a session once: whoever saw it on its way gets no credential in place of the job\'s', async () => {
    const job = new Job(gateway);
    const token = await job.token();
    const DPoP = job.client.key.prove({ method: 'POST', url: `${gateway.url}/v1/sessions`, token });
    const body = JSON.stringify({ subject_token: token, subject_token_type: 'urn:ietf:params:oauth:token-type:id_token', resources: ['orders-db'] });
    const ask = () => call('/v1/sessions', { method: 'POST', headers: { 'content-type': 'application/json', DPoP }, body });
    const first = await ask();
    const { id, credential } = (await first.json()) as { id: string; credential: string };
    const again = await ask();
    expect([first.status, again.status, await again.json()]).toEqual([201, 401, expect.objectContaining({ message: expect.stringContaining('was used before') })]);
    const url = `${gateway.url}/v1/sessions/${id}`;
    expect((await call(`/v1/sessions/${id}`, { method: 'DELETE', headers: { authorization: `DPoP ${credential}`, DPoP: job.client.key.prove({ method: 'DELETE', url, token: credential }) } })).status).toBe(200);
  });

  it.each<[string, string, string, number]>([
    ['another type of body', 'text/plain', '{}', 400],
    ['what is no JSON', 'application/json', '{"subject_token":', 400],
    ['a member that is not known', 'application/json', '{"subject_token":"x","subject_token_type":"urn:ietf:params:oauth:token-type:jwt","resource":["a"]}', 400],
    ['a member named twice', 'application/json', '{"subject_token":"x","subject_token":"y","subject_token_type":"urn:ietf:params:oauth:token-type:jwt"}', 400],
    ['resources that are none', 'application/json', '{"subject_token":"x","subject_token_type":"urn:ietf:params:oauth:token-type:jwt","resources":"orders-db"}', 400],
    ['a type of token that is not taken', 'application/json', '{"subject_token":"x","subject_token_type":"urn:ietf:params:oauth:token-type:access_token"}', 400],
    ['more than it reads', 'application/json', JSON.stringify({ subject_token: 'x'.repeat(300_000) }), 400],
  ])('refuses %s', async (_name, type, body, status) => {
    const answer = await call('/v1/sessions', { method: 'POST', headers: { 'content-type': type }, body });
    expect([answer.status, Object.keys((await answer.json()) as object).sort()]).toEqual([status, ['code', 'error', 'hint', 'message']]);
  });

  it('takes a credential that is sent once: of two, others between here and there may look at the other', async () => {
    const job = new Job(gateway);
    const session = await job.open();
    const path = `/v1/sessions/${session.id}/renew`;
    const DPoP = job.client.key.prove({ method: 'POST', url: `${gateway.url}${path}`, token: session.credential });
    const answer = await raw(path, { authorization: [`DPoP ${session.credential}`, 'DPoP ost1_other'], DPoP });
    expect([answer.statusCode, await text(answer)]).toEqual([401, expect.stringContaining('shows no session credential')]);
    await job.end(session);
  });

  it('keeps a place for whoever has a token, however many strangers begin to ask for a session', async () => {
    const strangers = Array.from({ length: 2 * MAX_OPENING }, () => request(`${gateway.url}/v1/sessions`, { ca: gateway.ca, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '100', expect: '100-continue' } }).on('error', () => undefined));
    for (const stranger of strangers) stranger.flushHeaders();
    // Whoever is hung up on holds no place, either.
    await Promise.allSettled(strangers.map((stranger) => once(stranger, 'continue')));
    const job = new Job(gateway);
    await job.end(await job.open());
    for (const stranger of strangers) stranger.destroy();
  });

  it('tells whether it lives and is ready, and counts, to whoever may ask', async () => {
    expect([await gateway.get('/healthz'), await gateway.get('/readyz')]).toEqual([{ status: 200, text: '{"status":"ok"}' }, { status: 200, text: '{"status":"ok","missing":[]}' }]);
    const { status, text } = await gateway.get('/metrics', gateway.metricsPort);
    expect(status).toBe(200);
    for (const line of [/^ostiary_sessions \d+$/mu, /^ostiary_ready 1$/mu, /^ostiary_operations_total\{resource="orders-db",decision="deny"\} [1-9]/mu, /^ostiary_requests_refused_total\{code="IDENTITY_UNTRUSTED"\} [1-9]/mu, /^process_cpu_seconds_total /mu]) expect(text).toMatch(line);
    expect(text).not.toMatch(/ost_|nightly|812364/u);
  });

  it('speaks TLS only, and so does PostgreSQL beside it', async () => {
    await expect(fetch(`http://localhost:${new URL(gateway.url).port}/healthz`)).rejects.toThrow();
    await expect(pinnedFetch(null)(`${gateway.url}/healthz`)).rejects.toThrow(/certificate|self-signed/u);
    // Ten seconds after it came, where Node by itself would wait for two minutes.
    await silent;
    // Nor was anybody who went away before the end a fault of ours.
    expect(gateway.log.filter(({ code }) => code === 'INTERNAL')).toEqual([]);
  }, 60_000);
});

describe('an operator', () => {
  const operator = (...words: string[]) => spawned(process.execPath, [CLI, 'gateway', ...words, '--config', gateway.file], { environment: { PATH: process.env['PATH'] } });

  it('lists sessions and revokes one: its connections end, its credential is worth nothing, its lease is not renewed', async () => {
    const job = new Job(gateway);
    const [session, other] = [await job.open(), await new Job(gateway).open()];
    const client = await job.connect(session);
    const busy = await job.connect(session);
    const ended = new Promise<Error>((resolve) => client.once('error', resolve));
    const running = busy.query('SELECT count(*) FROM generate_series(1, 100000000000)').then(() => null, (thrown: Error) => thrown);
    await waitFor(async () => (await database.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%100000000000%' AND state = 'active' AND pid <> pg_backend_pid()")).length > 0, 'the statement runs');
    const listed = await operator('sessions');
    expect(listed.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as object)).toContainEqual(expect.objectContaining({ id: session.id, ended: null, resources: ['orders-db'] }));
    expect(listed.stdout).not.toContain(session.credential);
    const { code, stdout } = await operator('revoke', session.id);
    expect([code, stdout]).toEqual([0, `${session.id} is revoked\n`]);
    await expect(job.connect(session)).rejects.toMatchObject({ code: '28000' });
    expect((await ended).message).toMatch(/an operator revoked it/u);
    expect(await running).toBeInstanceOf(Error);
    await expect(job.renew(session)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/revoked/u) });
    expect(await job.end(session)).toMatchObject({ ended: 'revoked' });
    await waitFor(async () => (await database.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%100000000000%' AND pid <> pg_backend_pid()")).length === 0, 'the server stopped, too');
    await (await new Job(gateway).connect(other)).end();
  });

  it.each<[string, string[], number, RegExp]>([
    ['a session that is not there', ['revoke', 'ost_000000000000'], 2, /there is no session `ost_000000000000`/u],
    ['nothing in particular', ['revoke'], 2, /needs the ids of sessions, or `--all`/u],
    ['a word that is none', ['rewoke'], 2, /`gateway rewoke` is not a command/u],
  ])('is told about %s', async (_name, words, code, message) => {
    const result = await operator(...words);
    expect([result.code, result.stderr]).toEqual([code, expect.stringMatching(message)]);
  });

  it('can have the file checked without starting anything', async () => {
    const { code, stdout } = await operator('check');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/can be used; resources: 4, identities: 2, issuers: 1, policy: [0-9a-f]{64}/u)]);
  });
});
