// SPDX-License-Identifier: Apache-2.0
//
// Credentials from a vault through the real gate to a real PostgreSQL: a user that exists for one session, a password that changes in the
// middle of it, and one that is wrong. Nothing of them is ever said.
import pg from 'pg';
import { AskOnly } from '../../../src/approval/ask-only.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GateSession } from '../../../src/gate/session.js';
import { guardPostgres, type GuardedPostgres } from '../../../src/main/postgres.js';
import { resolve } from '../../../src/parse/sql/resolve.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { LocalSecrets } from '../../../src/vault/secrets.js';
import { ResourceSecrets } from '../../../src/vault/vaults.js';
import { theParser } from '../../support/gate.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
import { MemoryRecorder } from '../../support/recorder.js';
import { startVault, type VaultServer } from '../../support/vault-server.js';

let server: Postgres;
let issuer: OidcIssuer;
let vault: VaultServer;
let count = 0;

beforeAll(async () => {
  [server, issuer] = await Promise.all([startPostgres({ version: 18 }), startOidcIssuer()]);
  await server.query("CREATE TABLE orders (id int PRIMARY KEY); INSERT INTO orders VALUES (1), (2); GRANT SELECT ON orders TO PUBLIC; CREATE ROLE app LOGIN PASSWORD 'first-s3cret-value'");
  vault = await startVault({
    roles: { ostiary: { issuer: issuer.issuer, boundAudiences: ['https://vault.internal'], paths: ['database/creds/orders', 'kv/*', 'sys/leases/revoke'] } },
    // As the database engine does it, with its default statements.
    async createUser() {
      const user = { username: `v-jwt-orders-${(count += 1)}`, password: `leased-s3cret-value-${count}` };
      await server.query(`CREATE ROLE "${user.username}" WITH LOGIN PASSWORD '${user.password}' VALID UNTIL '2099-01-01'`);
      return user;
    },
    dropUser: async (username) => void (await server.query(`DROP ROLE IF EXISTS "${username}"`)),
  });
});
afterAll(() => Promise.all([server?.stop(), issuer?.stop(), vault?.stop()]));

interface Session {
  readonly guarded: GuardedPostgres;
  readonly recorder: MemoryRecorder;
  readonly said: string[];
  query(sql: string): Promise<pg.QueryResult>;
  close(): Promise<void>;
}

async function begin(credential: string): Promise<Session> {
  const text = JSON.stringify({
    version: 1, identities: { me: { local: true } },
    vaults: { main: { type: 'vault', address: vault.address, audience: 'https://vault.internal', role: 'ostiary' } },
    resources: { db: { type: 'postgres', url: `postgres://127.0.0.1:${server.port}/postgres`, credential } },
    rules: [{ id: 'reads', match: { effect: 'read' }, decide: 'allow' }, { id: 'names', match: { effect: 'unknown', object: 'pg_catalog.*' }, decide: 'allow' }],
  });
  const policy = await loadPolicy({ text, file: 'policy.yml' }, { now: Date.now() });
  const resource = policy.resources['db'] as NonNullable<(typeof policy.resources)[string]>;
  const [sql, recorder] = [await theParser(), new MemoryRecorder()];
  const said: string[] = [];
  const say = (message: string, fields?: unknown): void => void said.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log = { debug: say, info: say, warn: say, error: say };
  const gate = new GateSession({
    principal: { names: ['me'], issuer: 'local', subject: 'tester', claims: {} }, judge: policy, reader: { analyse: (one) => sql.analyse(one), resolve: (draft, scope) => resolve(draft, scope, sql) },
    approvals: new AskOnly(policy.approvers), recorder, runtime: systemRuntime, log, recordResults: 'rows',
  });
  const world = { runtime: systemRuntime, log, mask: () => undefined, token: (audience: string) => issuer.mint({ aud: audience }) };
  const secrets = new ResourceSecrets(new LocalSecrets({}, { ci: true, allowStatic: false }), resource.vault, world);
  const guarded = await guardPostgres({ resource, session: 'ost_leased', door: gate.door({ name: 'db', target: resource.target }, []) }, secrets, { log, mask: () => undefined });
  return {
    guarded, recorder, said,
    async query(text) {
      const { host, port, user, password, database } = guarded.endpoint;
      const client = new pg.Client({ host, port, user, password, database });
      try {
        await client.connect();
        return await client.query(text);
      } finally {
        await client.end();
      }
    },
    async close() {
      gate.end();
      await guarded.close();
      const all = [...said, JSON.stringify(recorder.events)].join('\n');
      for (const secret of vault.secrets) expect(all).not.toContain(secret);
      expect(all).not.toContain('s3cret');
    },
  };
}

const users = async (): Promise<unknown[]> => (await server.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'v-jwt-%' ORDER BY 1")).map((row) => row['rolname']);

describe('a leased user', () => {
  it('exists for the session only, and is what the database sees', async () => {
    expect(await users()).toEqual([]);
    const session = await begin('vault:database/creds/orders');
    const [name] = await users();
    expect((await session.query('SELECT id FROM orders')).rows).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await server.query("SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'ostiary'")).toEqual([{ usename: name }]);
    await session.close();
    expect([await users(), vault.leases.size, vault.tokens.size]).toEqual([[], 0, 0]);
    expect(vault.calls.filter((call) => call.startsWith('GET'))).toHaveLength(1);
  });

  it('is given back when the session can not begin', async () => {
    await server.query('ALTER DATABASE postgres ALLOW_CONNECTIONS false', 'template1');
    try {
      await expect(begin('vault:database/creds/orders')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('resource `db`: ') });
    } finally {
      await server.query('ALTER DATABASE postgres ALLOW_CONNECTIONS true', 'template1');
    }
    expect([await users(), vault.leases.size, vault.tokens.size]).toEqual([[], 0, 0]);
  });

  it('that somebody dropped is followed by another one', async () => {
    const session = await begin('vault:database/creds/orders');
    const [first] = await users();
    await server.query(`ALTER ROLE "${String(first)}" NOLOGIN`);
    expect((await session.query('SELECT id FROM orders')).rowCount).toBe(2);
    expect(await users()).toHaveLength(2);
    await session.close();
    expect(await users()).toEqual([]);
  });
});

describe('a password that is kept', () => {
  it('is read again when it changes in the middle of a session, and old connections go on', async () => {
    vault.kv1.set('orders', { username: 'app', password: 'first-s3cret-value' });
    const session = await begin('vault:kv/orders');
    expect((await session.query('SELECT id FROM orders')).rowCount).toBe(2);
    await server.query("ALTER ROLE app PASSWORD 'second-s3cret-value'");
    vault.kv1.set('orders', { username: 'app', password: 'second-s3cret-value' });
    const answers = await Promise.all(['SELECT id FROM orders', 'SELECT id FROM orders'].map((text) => session.query(text)));
    expect(answers.map(({ rowCount }) => rowCount)).toEqual([2, 2]);
    expect(session.said.join()).toContain('was refused and has been read again');
    await session.close();
  });

  it('is asked for once more when it is wrong, and the error says neither it nor what the vault says now', async () => {
    vault.kv1.set('orders', { username: 'app', password: 'wrong-s3cret-value' });
    const before = vault.calls.length;
    await expect(begin('vault:kv/orders')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringMatching(/password authentication failed for user "app" \(28P01\)$/u), hint: expect.stringContaining('`credential` of the resource') });
    expect(vault.calls.slice(before).filter((call) => call.startsWith('GET'))).toHaveLength(2);
  });

  it('that can not be read is a refusal for the client, and the session lives on', async () => {
    vault.kv1.set('orders', { username: 'app', password: 'second-s3cret-value' });
    const session = await begin('vault:kv/orders');
    await server.query("ALTER ROLE app PASSWORD 'third-s3cret-value'");
    vault.kv1.delete('orders');
    await expect(session.query('SELECT 1')).rejects.toThrow('the gate failed');
    expect(session.said.join()).toContain('the credential `vault:kv/orders`: Vault has nothing there (404)');
    vault.kv1.set('orders', { username: 'app', password: 'third-s3cret-value' });
    expect((await session.query('SELECT id FROM orders')).rowCount).toBe(2);
    await session.close();
  });
});
