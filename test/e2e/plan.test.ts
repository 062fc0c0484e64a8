// SPDX-License-Identifier: Apache-2.0
//
// `ostiary plan` through its door: a migrator on a scratch database, its change set through `policy-check`, and the same migrator through
// `run` under the same policy. What was captured is what production's own log says was executed.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ChangeSet } from '../../src/core/change-set.js';
import { CLI, cleanUp, policyText, runGuarded, scratch, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

const MIGRATOR = resolve('test/support/migrators.mjs');
const RULES = `  - { id: catalog, match: { principal: me, effect: read, object: ["pg_catalog.*", "information_schema.*"] }, decide: allow }
  - { id: questions, match: { principal: me, statement: [SELECT, SHOW], effect: read }, when: "access.object == ''", decide: allow }
  - { id: migrations, match: { principal: me, effect: schema, object: [public.invoices, public.orders] }, decide: allow }`;
const CHANGES = 'changes: [{ paths: ["db/**"], tool: rails, resource: db }]';
const SCHEMA = 'CREATE TABLE public.orders (id bigint NOT NULL);\n';

let production: Postgres;
/** Saves the time to start a server for each plan. */
let throwaway: Postgres;

beforeAll(async () => {
  throwaway = await startPostgres({ version: 18 });
  production = await startPostgres({ version: 15, conf: { log_statement: 'all', log_line_prefix: '' } });
  await production.query('CREATE ROLE reporting; CREATE TABLE orders (id bigint PRIMARY KEY); GRANT SELECT ON orders TO reporting; INSERT INTO orders VALUES (1)');
});
afterAll(async () => {
  await Promise.all([production?.stop(), throwaway?.stop()]);
  cleanUp();
});

interface Planned { readonly code: number | null; readonly stdout: string; readonly stderr: string; readonly out: string; readonly policy: string }

const environment = (more: Readonly<Record<string, string>> = {}) => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', DB_CREDENTIAL: production.password, ...more });

async function plan(command: readonly string[], { schema = SCHEMA, flags = ['--scratch', throwaway.url] as readonly string[] } = {}): Promise<Planned> {
  const home = mkdtempSync(join(scratch(), 'plan-'));
  const [policy, out, dump] = [join(home, 'policy.yml'), join(home, 'changes.json'), join(home, 'schema.sql')];
  writeFileSync(policy, policyText({ server: production, rules: RULES, more: CHANGES, extends: ['ostiary:migrations'] }));
  writeFileSync(dump, schema);
  const args = [CLI, 'plan', '--policy', policy, '--out', out, '--schema', dump, ...flags.map((flag) => (flag === 'THROWAWAY' ? throwaway.url : flag)), '--', ...command];
  return { ...(await spawned(process.execPath, args, { environment: environment() })), out, policy };
}

const read = ({ out }: Planned): ChangeSet => JSON.parse(readFileSync(out, 'utf8')) as ChangeSet;
const check = (planned: Planned, changes = planned.out) => spawned(process.execPath, [CLI, 'policy-check', '--preview', '--policy', planned.policy, '--changes', changes, '--format', 'json', '--report-dir', join(scratch(), 'reports')], { environment: environment(), cwd: scratch() });
const psql = (...sql: string[]): string[] => ['psql', '-X', '-v', 'ON_ERROR_STOP=1', ...sql.flatMap((one) => ['-c', one])];

it('what was planned passes the check, passes the gate, and is what production executes', async () => {
  const dump = await spawned('pg_dump', ['--schema-only'], { environment: { ...environment(), ...production.env } });
  const planned = await plan([process.execPath, MIGRATOR, 'rails'], { schema: dump.stdout, flags: [] });
  expect(planned).toMatchObject({ code: 0 });
  const set = read(planned);
  expect(set).toMatchObject({ format: 'ostiary-changeset-v1', resource: { name: 'db', target: `127.0.0.1:${production.port}/postgres` }, tools: ['rails'], limits: [] });
  const ddl = set.operations.filter(({ bytes }) => /^(?:CREATE|ALTER)/.test(bytes));
  expect(ddl.map(({ bytes }) => bytes.split('(')[0])).toEqual(['CREATE TABLE "invoices" ', 'CREATE INDEX "index_invoices_on_number" ON "invoices" ', 'ALTER TABLE "orders" ADD "invoice" bigint']);
  expect(new Set(ddl.map(({ transaction }) => transaction)).size).toBe(1);
  expect(ddl.every(({ settings }) => settings['timezone'] === undefined && settings['TimeZone'] === undefined ? Object.values(settings).includes('UTC') : true)).toBe(true);
  expect(set.operations.some(({ bytes }) => bytes.includes('schema_migrations"'))).toBe(false);
  expect(set.bookkeeping.map(({ tool }) => tool)).toEqual(set.bookkeeping.map(() => 'rails'));
  expect(set.bookkeeping.length).toBe(8);

  const checked = await check(planned);
  const report = JSON.parse(checked.stdout) as { decision: string; digest: string; operations: { path: string; line: number; rules: string[]; decision: string }[] };
  expect([checked.code, report.decision, report.digest]).toEqual([0, 'allow', set.digest]);
  const lines = readFileSync(planned.out, 'utf8').split('\n');
  expect(report.operations.every(({ path, line }, index) => path === planned.out && lines[line - 1]?.includes(`{"number":${[...set.operations, ...set.bookkeeping].map(({ number }) => number).sort((a, b) => a - b)[index] ?? 0},`) === true)).toBe(true);

  const before = (await production.log()).length;
  const run = await runGuarded({ server: production, rules: RULES, more: CHANGES, extends: ['ostiary:migrations'], command: [process.execPath, MIGRATOR, 'rails'] });
  expect([run.code, run.stderr.match(/denied \d+/)?.[0]]).toEqual([0, 'denied 0']);
  const captured = [...set.operations, ...set.bookkeeping].sort((one, other) => one.number - other.number);
  expect(run.events.filter(({ type }) => type === 'decided')).toHaveLength(captured.length);
  const log = (await production.log()).slice(before).replaceAll('\n\t', '\n');
  let at = 0;
  for (const { bytes, parameters } of captured) {
    const found = log.indexOf(`: ${bytes}\n`, at);
    expect([bytes, found >= at]).toEqual([bytes, true]);
    at = found;
    for (const { value } of parameters) expect(log.slice(at).split('\n')[1]).toContain(Buffer.from(value ?? '', 'base64').toString('utf8'));
  }
});

it('a change set that was touched afterwards is refused, and so is one for elsewhere', async () => {
  const planned = await plan(psql('ALTER TABLE orders ADD a int'));
  const text = readFileSync(planned.out, 'utf8');
  const changed = async (from: string, to: string) => {
    const file = join(scratch(), 'changed.json');
    expect(text).toContain(from);
    writeFileSync(file, text.replaceAll(from, to));
    const { code, stderr } = await check(planned, file);
    return [code, stderr.split('\n')[0]?.replace(file, 'FILE')];
  };
  expect(await changed('ADD a int', 'ADD b int')).toEqual([2, 'ostiary: the change set `FILE` is not what was captured: its digests are of something else: capture it again with `ostiary plan`']);
  expect(await changed('"message":1,', '"message":0,')).toEqual([2, 'ostiary: the change set `FILE` does not fit: `operations`[0].message has to be a whole number from 1: it is what `ostiary plan --out FILE` writes']);
  expect((await changed('/postgres"', '/other"'))[1]).toContain('by now');
  expect((await changed('"format"', 'format'))[1]).toContain('is not JSON');
  const judged = JSON.parse((await check(planned)).stdout) as { decision: string; findings: { rules: string[] }[] };
  expect([judged.decision, judged.findings[0]?.rules]).toEqual(['review', expect.arrayContaining(['ostiary:migrations/missing-lock-timeout'])]);
});

it('says what a capture does not tell', async () => {
  const copy = join(scratch(), 'rows');
  writeFileSync(copy, '7\n8\n');
  const planned = await plan(['sh', '-c', `psql -X -c "\\copy orders from '${copy}'" -c 'SELECT id FROM orders' -c 'DO $$ BEGIN PERFORM 1; END $$' -c 'SELECT * FROM nowhere' -c 'SELCT 1'; true`]);
  const { limits, operations } = read(planned);
  expect(limits.map(({ kind, operation }) => `${operation} ${kind}`)).toEqual(['1 copy-data', '2 reads-data', '3 unread-code', '4 failed', '5 refused']);
  expect(operations.map(({ bytes, data }) => [bytes.slice(0, 4), data === null])).toEqual([['COPY', false], ['SELE', true], ['DO $', true]]);
  expect(planned.stderr).toContain('reads-data: `SELECT id FROM orders` gives rows of `public.orders` to the program');
});

it('prints the change set where nobody names a file, and what COMMAND prints elsewhere', async () => {
  const planned = await plan(psql('SELECT 1'));
  const { stdout, stderr, code } = await spawned(process.execPath, [CLI, 'plan', '--policy', planned.policy, '--', 'sh', '-c', 'echo printed; env'], { environment: environment({ PGHOST: 'db.example', SECRET_COPY: production.password }) });
  expect([code, (JSON.parse(stdout) as ChangeSet).operations]).toEqual([0, []]);
  expect(stderr).toContain('printed');
  expect(stderr).toMatch(/^OSTIARY_DB_URL=postgres:\/\/ost_plan_/m);
  expect(stderr).toMatch(/^PGHOST=127\.0\.0\.1$/m);
  expect(stderr).toContain('COMMAND asked nothing of the database');
  expect(stderr).not.toContain(production.password);
});

it.each<[string, Parameters<typeof plan>[1], readonly string[], number, string]>([
  ['data in the dump', { schema: 'CREATE TABLE a (id int);\nCOPY a (id) FROM stdin;\n1\n\\.\n' }, psql('SELECT 1'), 2, 'holds data, at line 2'],
  ['rows of another table', { schema: 'CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n' }, psql('SELECT 1'), 2, 'holds data (INSERT), at line 2'],
  ['a program in the dump', { schema: "DO $$ BEGIN END $$;\n" }, psql('SELECT 1'), 2, 'holds DO, which no dump of a schema does, at line 1'],
  ['psql in the dump', { schema: '\\i other.sql\n' }, psql('SELECT 1'), 2, 'a command of psql, at line 1'],
  ['a dump that is no SQL', { schema: 'PGDMP\u0001' }, psql('SELECT 1'), 2, 'can not be read'],
  ['a dump that does not load', { schema: '\n\nCREATE TABLE a (id nothing);\n' }, psql('SELECT 1'), 2, 'does not load at line 3: type "nothing" does not exist'],
  ['a COMMAND that fails', {}, psql('SELECT * FROM nowhere'), 1, 'COMMAND ended with 1, so there is no change set; what the scratch database refused first: `SELECT * FROM nowhere`'],
  ['a COMMAND that is not there', {}, ['no-such-program'], 2, '`no-such-program` can not be started'],
  ['no COMMAND', {}, [], 2, 'there is no command to run'],
  ['a scratch server that is not there', { flags: ['--scratch', 'postgres://me@127.0.0.1:1/postgres'] }, psql('SELECT 1'), 4, 'does not answer'],
  ['a setting that is none', { flags: ['--scratch', 'THROWAWAY', '--setting', 'nothing=1'] }, psql('SELECT 1'), 2, 'which the scratch server does not take'],
  ['a tool that keeps no books', { flags: ['--tool', 'psql'] }, psql('SELECT 1'), 2, '`psql` is not a migration tool that keeps books'],
])('refuses %s', async (_name, options, command, code, message) => {
  const planned = await plan(command, options);
  expect(planned.stderr).toContain(message);
  expect([planned.code, existsSync(planned.out)]).toEqual([code, false]);
});

it('never takes production for scratch', async () => {
  const planned = await plan(psql('SELECT 1'), { flags: ['--scratch', `postgres://postgres:x@127.0.0.1:${production.port}/postgres`] });
  expect([planned.code, planned.stderr.split('\n')[0]]).toEqual([2, 'ostiary: input `scratch` is the server of resource `db`: name a server that may be thrown away']);
});

it('leaves nothing behind on a server that somebody names, and takes rows of the version table', async () => {
  const schema = `${SCHEMA}ALTER TABLE public.orders OWNER TO shop_owner;\nCREATE TABLE public.schema_migrations (version text);\nINSERT INTO public.schema_migrations VALUES ('1');\nSET unheard_of = 0;\n`;
  const planned = await plan(psql('SELECT version FROM schema_migrations', 'SELECT current_database()', 'SHOW TimeZone'), { schema, flags: ['--scratch', throwaway.url, '--setting', 'TimeZone=Asia/Tokyo'] });
  expect(planned).toMatchObject({ code: 0 });
  expect(planned.stdout).toMatch(/ 1\n\(1 row\)[\s\S]*ostiary_plan_[0-9a-f]{12}[\s\S]*Asia\/Tokyo/);
  expect(planned.stderr).toContain('was passed over');
  expect(read(planned).bookkeeping.map(({ bytes }) => bytes)).toEqual(['SELECT version FROM schema_migrations']);
  expect(await throwaway.query("SELECT (SELECT count(*)::int FROM pg_database WHERE datname LIKE 'ostiary%') AS databases, (SELECT count(*)::int FROM pg_roles WHERE rolname = 'shop_owner') AS roles")).toEqual([{ databases: 0, roles: 0 }]);
});
