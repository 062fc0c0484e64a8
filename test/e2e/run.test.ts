// SPDX-License-Identifier: Apache-2.0
//
// `ostiary run` through its real door: the built program, a real PostgreSQL, psql as the command.
import { readFileSync, writeFileSync, existsSync, mkdtempSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { ALLOW_EVERYTHING, CLI, cleanUp, runGuarded, scratch, spawned } from '../support/guarded.js';
import { token } from '../support/tokens.js';

let server: Postgres;

beforeAll(async () => {
  server = await startPostgres({ version: 15 });
  await server.query('CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text)');
  await server.query("INSERT INTO customers VALUES (1, 'ann@shop.example', '078-05-1120'), (2, 'bob@shop.example', '219-09-9999')");
  await server.query('CREATE TABLE orders (id int PRIMARY KEY, status text)');
  await server.query("INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 10) n");
});

afterAll(async () => {
  await server?.stop();
  cleanUp();
});

const RULES = `  - { id: reads, match: { principal: me, effect: read }, decide: allow }
  - { id: orders, match: { principal: me, effect: write, object: public.orders }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: a schema change locks tables }
  - { id: no-loss, match: { effect: destroy }, decide: deny, because: a rollback can't bring the data back }`;
const psql = (...statements: string[]): string[] => ['psql', '-X', '-At', '-v', 'VERBOSITY=verbose', ...statements.flatMap((statement) => ['-c', statement])];

describe('ostiary run', () => {
  it('gives the command a guarded database under the names that clients know', async () => {
    const { code, stdout, events } = await runGuarded({ server, rules: RULES, command: psql('SELECT count(*) FROM customers') });
    expect([code, stdout.trim().split('\n')[0]]).toEqual([0, '2']);
    expect(events.map((event) => event.type)).toEqual(expect.arrayContaining(['session', 'connection', 'decided', 'done', 'end']));
  });

  it("shows the command neither the upstream's address nor its credential", async () => {
    const { stdout } = await runGuarded({ server, rules: RULES, command: ['env'], environment: { ALSO: `x${server.password}x` } });
    expect(stdout).toMatch(/^PGHOST=127\.0\.0\.1$/m);
    expect(stdout).toMatch(/^PGUSER=ost_[0-9a-f]{12}$/m);
    expect(stdout).toMatch(/^PGPASSWORD=ost1_ost_[0-9a-f]{12}_/m);
    expect(stdout).toMatch(/^OSTIARY_DB_URL=postgres:\/\/ost_/m);
    expect(stdout).toMatch(/^PGSSLMODE=disable$/m);
    expect(stdout).toMatch(/^OSTIARY_GUIDE=/m);
    expect(stdout).not.toContain(server.password);
    expect(stdout).not.toContain(String(server.port));
    expect(stdout).not.toContain('DB_CREDENTIAL');
  });

  it('gives a guide that an agent can read', async () => {
    const { stdout } = await runGuarded({ server, rules: RULES, command: ['sh', '-c', 'cat "$OSTIARY_GUIDE"'] });
    expect(stdout).toContain('OSTIARY_DB_URL');
    expect(stdout).toContain('a schema change locks tables');
    expect(stdout).not.toContain(String(server.port));
  });

  it('masks what comes back, on the wire and on the record', async () => {
    const { stdout, recording } = await runGuarded({ server, rules: RULES, mask: 'public.customers.email: partial, public.customers.ssn: redact', command: psql("SELECT id, email, ssn, 'x' || ssn FROM customers ORDER BY id") });
    expect(stdout).toMatch(/1\|a\*\*\*@/);
    for (const secret of ['ann@', '078-05-1120', '219-09-9999']) {
      expect(stdout).not.toContain(secret);
      expect(readFileSync(recording, 'utf8')).not.toContain(secret);
    }
  });

  it('records no secret with the command, nor with the name of a client', async () => {
    const key = token('ghp_', 36);
    const script = `: ${server.password} a-job-s-own-secret; export API_PASSWORD=hunter2hunter2; PGAPPNAME=${key} psql -XAtc 'SELECT 1'`;
    const { code, events, recording } = await runGuarded({ server, rules: RULES, command: ['bash', '-c', script, 'curl', '-u', 'admin:swordfish-77'], environment: { DEPLOY_TOKEN: 'a-job-s-own-secret' } });
    expect([code, events.find((event) => event.type === 'connection')]).toEqual([0, expect.objectContaining({ application: '[masked:github-token]' })]);
    expect(events[0]).toMatchObject({ command: expect.arrayContaining(['bash', '-c', 'curl', '-u', '[masked:curl-credentials]']) });
    const text = readFileSync(recording, 'utf8');
    expect([server.password, 'a-job-s-own-secret', 'hunter2hunter2', 'swordfish-77', key].filter((secret) => text.includes(secret))).toEqual([]);
  });

  it.each([
    ['a DROP TABLE', 'DROP TABLE orders', 1, 'never:', 'no-loss'],
    ['a DELETE without WHERE', 'DELETE FROM orders', 1, 'never:', 'no-loss'],
    ['a delete that hides in a read', 'WITH g AS (DELETE FROM orders RETURNING 1) SELECT count(*) FROM g', 1, 'never:', 'no-loss'],
    ['text that is run as SQL', "DO $$ BEGIN EXECUTE 'DROP TABLE orders'; END $$", 1, 'never:', 'no-loss'],
    ['dynamic SQL', "DO $$ BEGIN EXECUTE 'DR' || 'OP TABLE orders'; END $$", 1, 'rephrase:', 'builtin:not-understood'],
    ['a schema change', 'ALTER TABLE orders ADD COLUMN note text', 3, 'ask:', 'schema'],
  ])('refuses %s and says how to go on', async (_name, statement, exit, hint, rule) => {
    const { code, stderr, stdout, events } = await runGuarded({ server, rules: RULES, command: ['sh', '-c', `psql -X -At -v VERBOSITY=verbose -c "$1"; psql -X -At -c "SELECT 'alive'"`, 'sh', statement] });
    expect(stderr).toContain('42501');
    expect(stderr).toContain(`rule=${rule}`);
    expect(stderr).toContain(hint);
    expect(stdout).toContain('alive');
    expect(code).toBe(exit);
    expect(events.some((event) => event.type === 'decided' && event.decision !== 'allow')).toBe(true);
    expect(await server.query('SELECT count(*)::int AS n FROM orders')).toEqual([{ n: 10 }]);
  });

  it("passes on the command's own exit code, and can ignore refusals", async () => {
    expect((await runGuarded({ server, rules: RULES, command: ['sh', '-c', 'exit 7'] })).code).toBe(7);
    expect((await runGuarded({ server, rules: RULES, command: ['sh', '-c', 'kill -TERM $$'] })).code).toBe(143);
    expect((await runGuarded({ server, rules: RULES, flags: ['--isolation', 'none', '--on-refusal', 'ignore'], command: ['sh', '-c', 'psql -qc "DROP TABLE orders"; true'] })).code).toBe(0);
  });

  it('leaves a recording that verifies and replays', async () => {
    const { recording } = await runGuarded({ server, rules: RULES, command: psql('SELECT 1') });
    const verify = await spawned(process.execPath, [CLI, 'session', 'verify', recording], { environment: process.env });
    expect([verify.code, verify.stdout.split(':')[0]]).toEqual([0, 'unsigned']);
    const replay = await spawned(process.execPath, [CLI, 'session', 'replay', recording], { environment: process.env });
    expect(replay.stdout).toContain('SELECT ?');
    const text = readFileSync(recording, 'utf8');
    writeFileSync(recording, text.replace('"allow"', '"alloW"'));
    const altered = await spawned(process.execPath, [CLI, 'session', 'verify', recording], { environment: process.env });
    expect([altered.code, altered.stdout.split(':')[0]]).toEqual([1, 'altered']);
    writeFileSync(recording, text.split('\n').slice(0, -2).join('\n'));
    const torn = await spawned(process.execPath, [CLI, 'session', 'verify', recording], { environment: process.env });
    expect([torn.code, torn.stdout.split(':')[0]]).toEqual([1, 'incomplete']);
  });

  it('says to whom no rule applies, and what a slip of the finger is', async () => {
    const home = mkdtempSync(join(scratch(), 'nobody-'));
    const policy = join(home, 'policy.yml');
    const { policyText } = await import('../support/guarded.js');
    writeFileSync(policy, policyText({ server, rules: RULES }).replace('me: { local: true }', 'me: { github: { repository_id: 1 } }'));
    const result = await spawned(process.execPath, [CLI, 'run', '--local', '--policy', policy, '--isolation', 'none', '--', ...psql('SELCT 1')], { environment: { PATH: process.env.PATH, HOME: home, DB_CREDENTIAL: server.password } });
    expect(result.stderr).toMatch(/nobody at a shell is among the policy's `identities`, .*add `me: \{ local: true \}`/u);
    expect(result.stderr).toMatch(/ERROR: {2}42501: ostiary: what is not understood is not allowed\n/u);
  });

  it('runs the command as another user by default, on a copy of the workspace', async () => {
    const workspace = mkdtempSync(join(scratch(), 'workspace-'));
    chmodSync(workspace, 0o755);
    writeFileSync(join(workspace, 'migration.sql'), 'SELECT 1;\n');
    const home = mkdtempSync(join(scratch(), 'iso-'));
    const policy = join(home, 'policy.yml');
    const { policyText } = await import('../support/guarded.js');
    writeFileSync(policy, policyText({ server, rules: RULES }));
    const result = await spawned(process.execPath, [CLI, 'run', '--local', '--policy', policy, '--session-dir', join(home, 'session'), '--', 'sh', '-c', 'id -u; psql -XAt -f migration.sql; echo changed > migration.sql; psql -XAtc "SELECT 2"'], { environment: { PATH: process.env.PATH, HOME: home, DB_CREDENTIAL: server.password }, cwd: workspace });
    expect(result.code).toBe(0);
    const [uid, one, two] = result.stdout.trim().split('\n');
    expect(Number(uid)).toBeGreaterThan(61_000);
    expect([one, two]).toEqual(['1', '2']);
    expect(readFileSync(join(workspace, 'migration.sql'), 'utf8')).toBe('SELECT 1;\n');
    expect(readFileSync(join(home, 'session', 'changes.patch'), 'utf8')).toContain('+changed');
    expect(result.stderr).toContain(`; the command changed files: ${join(home, 'session', 'changes.patch')} (not applied)\n`);
  });
});

describe('what fails before the command', () => {
  it.each<[string, Parameters<typeof runGuarded>[0] extends infer R ? Partial<R> : never, RegExp]>([
    ['a key that the policy does not know', { more: 'rulez: []' }, /policy\.yml:\d+:\d+: .*`rulez`.*rules/s],
    ['a secret that is not there', { environment: { DB_CREDENTIAL: '' } }, /DB_CREDENTIAL/],
    ['a password that is wrong', { environment: { DB_CREDENTIAL: 'wrong-password' } }, /password authentication failed|credential/],
    ['a resource that does not exist', { flags: ['--isolation', 'none', '--resource', 'nope'] }, /`nope` is not in the policy.*db/s],
    ['a command that does not exist', { command: ['no-such-command'] }, /`no-such-command` can not be started/],
  ])('%s', async (_name, change, message) => {
    const result = await runGuarded({ server, rules: ALLOW_EVERYTHING, command: ['echo', 'ran'], ...change });
    expect(result.stdout).not.toContain('ran');
    expect(`${result.stderr}${result.stdout}`).toMatch(message);
    expect(result.code).toBe(125);
    expect(`${result.stderr}${result.stdout}`).not.toMatch(/^\s+at .*\.js:\d+/m);
  });

  it('a database that is down', async () => {
    const result = await runGuarded({ server: { ...server, superuser: 'x', port: 1 }, command: ['echo', 'ran'] });
    expect([result.code, result.stdout]).toEqual([125, '']);
    expect(result.stderr).toMatch(/127\.0\.0\.1:1|ECONNREFUSED|refused/);
  });

  it('a local run under a CI product', async () => {
    const result = await spawned(process.execPath, [CLI, 'run', '--local', '--policy', 'x', '--', 'true'], { environment: { PATH: process.env.PATH, GITLAB_CI: 'true' } });
    expect(result.code).toBe(125);
    expect(`${result.stderr}${result.stdout}`).toContain('does not work under a CI product');
  });

  it('an unknown flag names the nearest', async () => {
    const result = await spawned(process.execPath, [CLI, 'run', '--isolaton', 'none', '--', 'true'], { environment: { PATH: process.env.PATH } });
    expect(result.code).toBe(125);
    expect(result.stderr).toContain('--isolation');
    const helped = await spawned(process.execPath, [CLI, 'run', '--help'], { environment: { PATH: process.env.PATH } });
    expect([helped.code, helped.stdout]).toEqual([0, expect.stringMatching(/^ {2}--isolation VALUE +`user` runs/mu)]);
    expect(existsSync('session.jsonl')).toBe(false);
  });
});
