// SPDX-License-Identifier: Apache-2.0
//
// What `approval-gate` makes of what it is given: each text is read again, is one operation, and belongs to a resource of the policy; nothing
// that a report says about an operation counts. What is not published, whose words a page may hold, the row ceiling that an approval fixes; and how
// `apply` goes through what was merged.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestText } from '../../../src/approval/manifest.js';
import { check } from '../../../src/check/check.js';
import { jsonReport } from '../../../src/check/report/json.js';
import { apply, type ApplySession, type FoundApproval } from '../../../src/commands/apply.js';
import { StatementFailed } from '../../../src/commands/apply-run.js';
import { rowCeiling } from '../../../src/commands/approval-gate.js';
import { parseGateInputs } from '../../../src/commands/approval-gate-inputs.js';
import { writeChangeSet, type ChangeSet } from '../../../src/core/change-set.js';
import type { Demand, ManifestOperation } from '../../../src/core/manifest.js';
import type { Parameter, Reader, StatementFacts } from '../../../src/core/model.js';
import type { Host } from '../../../src/core/ports.js';
import { loadPolicy } from '../../../src/policy/load.js';
import type { Policy } from '../../../src/policy/model.js';
import { ChangeReaders } from '../../../src/main/change-readers.js';
import { ManifestPolicy } from '../../../src/main/manifest-policy.js';
import { type Listed, listedOf } from '../../../src/main/proposed-operations.js';
import { unpublishable } from '../../../src/main/publication-check.js';
import { Readers } from '../../../src/main/readers.js';
import { loadSqlReader } from '../../../src/parse/sql/reader.js';
import { askedOf, manifestOf } from '../../support/approvals.js';
import { changeOf } from '../../support/change.js';
import { NOON, operationOf, policyOf, principalOf } from '../../support/judging.js';

const folder = mkdtempSync(join(tmpdir(), 'ostiary-gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let policy: Policy;
beforeAll(async () => {
  policy = await policyOf('changes:\n  - { paths: ["db/*.sql"], tool: psql, resource: db }\n  - { paths: ["k8s/**"], as: kubernetes, resource: cluster }\nrules: [ { id: all, match: { effect: "*" }, decide: review } ]');
});

const written = (text: string): string => {
  const file = join(folder, 'changes.json');
  writeFileSync(file, text);
  return file;
};
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: { containers: [] }\n';
const report = async (files: Record<string, string>): Promise<string> => jsonReport(await check({ source: changeOf({}, files), policy, policySource: 'x', preview: false, principal: principalOf(), readers: new ChangeReaders(), now: NOON }), '1');
const listed = async (raw: Record<string, string | readonly string[]>, texts: readonly string[] = []): Promise<unknown[]> => (await listedOf(parseGateInputs(raw), { texts, names: texts.map((_text, index) => `${index + 1}.sql`), rows: [] }, { policy, readers: new Readers() })).map(({ kind, resource, facts, transaction }) => [kind, resource.name, facts.text, transaction]);
const ADD = 'ALTER TABLE a ADD b int';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const captured = (settings: readonly Record<string, string>[]): string => writeChangeSet({
  format: 'ostiary-changeset-v1', ostiary: '1', digest: 'a'.repeat(64), resource: { name: 'db', target: policy.resources['db']?.target ?? '' }, tools: [], captured: { command: ['x'], schema: [], server: 180000 }, bookkeeping: [], limits: [],
  operations: settings.map((one, index) => ({ number: index + 1, kind: 'sql', resource: { name: 'db', target: policy.resources['db']?.target ?? '' }, bytes: ADD, parameters: [], data: null, settings: one, transaction: 5, connection: 1, message: index + 1, tag: 'ALTER TABLE', digest: 'a'.repeat(64) })),
} satisfies ChangeSet);

it('lists SQL, commands, and the operations of a report, in that order', async () => {
  const file = written(await report({ 'db/1.sql': `BEGIN;\n${ADD};\nUPDATE a SET b = 'x';\nCOMMIT;\n`, 'db/2.sql': 'DROP TABLE c;', 'k8s/a.yaml': POD, 'README.md': 'hello' }));
  expect(await listed({ sql: ['x.sql'], commands: ['systemctl restart web'], changes: [file], resource: 'db' }, [`BEGIN; ${ADD}; COMMIT; SELECT 1`])).toEqual([
    ['sql', 'db', ADD, 1], ['sql', 'db', 'SELECT 1', null], ['shell', 'box', 'systemctl restart web', null], ['kubernetes', 'cluster', expect.stringContaining('"kind":"Pod"'), null],
    ['sql', 'db', ADD, 2], ['sql', 'db', "UPDATE a SET b = 'x'", 2], ['sql', 'db', 'DROP TABLE c', null],
  ]);
}, 30_000);

it('lists change sets and manifests, with their transactions', async () => {
  expect(await listed({ changes: [written(captured([{}, {}]))] })).toEqual([['sql', 'db', ADD, 1], ['sql', 'db', ADD, 1]]);
  const operation = operationOf([], { facts: { text: ADD } });
  const again = manifestText(manifestOf([1, 1, null].map((transaction) => ({ operation, transaction, maxRows: 5, impact: null, rules: [{ id: 'x', reason: 'y' }] }))));
  expect(await listed({ changes: [written(again)] })).toEqual([['sql', 'db', ADD, 1], ['sql', 'db', ADD, 1], ['sql', 'db', ADD, null]]);
});

it('takes one file of rows for each COPY FROM STDIN, in their order', async () => {
  const copies = 'COPY a FROM STDIN; SELECT 1; COPY b FROM STDIN';
  const data = async (rows: readonly string[]): Promise<unknown[]> => (await listedOf(parseGateInputs({ sql: ['x.sql'], resource: 'db' }), { texts: [copies], names: ['x.sql'], rows: rows.map((one) => Buffer.from(one)) }, { policy, readers: new Readers() })).map((one) => one.data);
  expect(await data(['1\n', '2\n'])).toEqual([sha256('1\n'), null, sha256('2\n')]);
  await expect(data(['1\n'])).rejects.toThrow('can not be put up without its rows');
  await expect(data(['1\n', '2\n', '3\n'])).rejects.toThrow('1 file more');
});

it('believes nothing that a report says about an operation', async () => {
  const forged = JSON.parse(await report({ 'db/1.sql': 'SELECT 1;' })) as { operations: Record<string, unknown>[] };
  const operation = forged.operations.find(({ kind }) => kind === 'sql') as Record<string, unknown>;
  Object.assign(operation, { bytes: 'DROP TABLE a', decision: 'allow', rules: ['all'] });
  const [{ facts } = { facts: { statement: '' } }] = await listedOf(parseGateInputs({ changes: [written(JSON.stringify(forged))] }), { texts: [], names: [], rows: [] }, { policy, readers: new Readers() });
  expect(facts.statement).toBe('DROP TABLE');
});

it.each<[string, Record<string, readonly string[] | string>, () => string | Promise<string>, string]>([
  ['two commands in one', { commands: ['reboot; rm -rf /'] }, () => '', 'more than one operation'],
  ['a command behind one that does nothing', { commands: ['true; rm -rf /'] }, () => '', 'holds more than the one operation'],
  ['a command for a database', { commands: ['true'], resource: 'db' }, () => '', 'is of type `postgres`'],
  ['two statements as one', {}, () => JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'sql', resource: 'db', bytes: 'SELECT 1; DROP TABLE a', path: 'a', line: 1 }] }), 'not exactly one statement'],
  ['a kind that its resource does not take', {}, () => JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'shell', resource: 'db', bytes: 'true' }] }), 'has no text that `db`'],
  ['a resource that nobody knows', {}, () => JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'sql', resource: 'moon', bytes: 'SELECT 1' }] }), 'not in the policy'],
  ['a report of before', {}, () => JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'sql', resource: 'db' }] }), 'check the change again'],
  ['half a transaction', {}, () => JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'sql', resource: 'db', bytes: 'BEGIN', path: 'a', line: 1 }] }), 'has no end'],
  ['a change of settings on the way', {}, () => captured([{ search_path: 'a' }, { search_path: 'b' }]), 'other settings than those before'],
  ['a manifest changed by hand', {}, () => manifestText(manifestOf()).replace('  ', ' '), 'not written as it was made'],
  ['another file', {}, () => '{"format":"x"}', 'no format that is known'],
  ['no JSON', {}, () => 'x', 'is not JSON'],
  ['nothing', { changes: [] }, () => '', 'are empty'],
])('refuses %s', async (_name, raw, text, why) => {
  const content = await text();
  const told = async (): Promise<unknown> => listed({ ...(content === '' ? {} : { changes: [written(content)] }), ...raw }).catch((thrown: unknown) => { throw new Error(`${String((thrown as Error).message)}: ${String((thrown as { hint?: string }).hint)}`); });
  await expect(told()).rejects.toThrow(why);
});

describe('a statement behind others', () => {
  const LIMITED = ["SET lock_timeout = '2s'", ADD, 'CREATE TABLE c (id bigint)', 'CREATE INDEX i ON c (id)', 'CREATE INDEX j ON a (b)'];
  const SETTLED = [[], [], [], [], ['index-not-concurrent']];
  const LOCKS = ['missing-lock-timeout', 'index-not-concurrent'];
  const locksIn = (hazards: readonly string[]): string[] => hazards.map((hazard) => hazard.split(':')[0] ?? '').filter((id) => LOCKS.includes(id));
  const hazardsOf = (of: readonly Listed[]): string[][] => of.map(({ facts }) => locksIn((facts as StatementFacts).hazards.map(({ id }) => id)));
  const listedIn = (raw: Record<string, string | readonly string[]>, texts: readonly string[] = []): Promise<readonly Listed[]> => listedOf(parseGateInputs(raw), { texts, names: texts.map((_text, index) => `${index + 1}.sql`), rows: [] }, { policy, readers: new Readers() });
  const operationsOf = (texts: readonly string[]) => manifestOf(texts.map((text) => ({ operation: operationOf([], { facts: { text } }), transaction: null, maxRows: null, impact: null, rules: [{ id: 'x', reason: 'y' }] }))).operations;

  it('has the hazards that it has there, in files, reports and manifests', async () => {
    expect(hazardsOf(await listedIn({ sql: ['x.sql', 'y.sql'], resource: 'db' }, [`${LIMITED.slice(0, 1).join(';')};`, LIMITED.slice(1).join(';')]))).toEqual(SETTLED);
    expect(hazardsOf(await listedIn({ changes: [written(await report({ 'db/1.sql': LIMITED.join(';\n') }))] }))).toEqual(SETTLED);
    expect(hazardsOf(await listedIn({ sql: ['x.sql'], resource: 'db' }, [ADD]))).toEqual([['missing-lock-timeout']]);
  });

  it('is shown, asked for and let through as it stands there', async () => {
    const limits = await policyOf('rules: [ { id: slow, match: { hazard: missing-lock-timeout }, decide: review }, { id: rest, match: { effect: [schema, control] }, decide: allow } ]');
    const asked = new ManifestPolicy(limits, { principal: principalOf(), read: await loadSqlReader(), now: () => NOON });
    const [operations, alone] = [operationsOf(LIMITED), operationsOf([ADD])];
    expect(operations.map(asked.explain).map(({ hazards }) => locksIn(hazards))).toEqual(SETTLED);
    expect([operations.map(asked.isFree), alone.map(asked.isFree)]).toEqual([[true, true, true, true, true], [false]]);
    expect([asked.demandsOf({ ...manifestOf(), operations }), asked.demandsOf({ ...manifestOf(), operations: alone })].map((demands) => demands.map(({ rule }) => rule))).toEqual([['default'], ['slow']]);
  });

  it('is taken by itself when the rest does not read the same in a row', async () => {
    const asked = new ManifestPolicy(policy, { principal: principalOf(), read: await loadSqlReader(), now: () => NOON });
    expect(() => operationsOf(["SET lock_timeout = '2s'; SELECT 1", ADD]).map(asked.explain)).toThrow('more than one statement');
    expect(operationsOf(["SET lock_timeout = '2s' -- late", ADD]).map(asked.explain).map(({ statement, hazards }) => [statement, ...locksIn(hazards)])).toEqual([['SET'], ['ALTER TABLE', 'missing-lock-timeout']]);
  });
});

it('puts up kinds that it can read, and enforces none but SQL', async () => {
  const readers = new Readers();
  await readers.including('shell');
  const read = (await readers.including('sql')).sql as never;
  const of = { principal: principalOf(), read, now: () => NOON };
  const operation = { kind: 'shell' as const, resource: { name: 'box', target: 'box' }, bytes: 'systemctl restart web', parameters: [], data: null, settings: {}, transaction: null, maxRows: null, impact: null, rules: [{ id: 'all', reason: 'x' }] };
  expect(new ManifestPolicy(policy, { ...of, others: (kind) => readers.ready(kind)?.[kind] }).explain(operation, 0, [operation]).statement).toBe('SYSTEMCTL RESTART');
  expect(() => new ManifestPolicy(policy, of).explain(operation, 0, [operation])).toThrow('nothing executes yet');
});

const sqlReader = async () => (await new Readers().including('sql')).sql as Reader;
const text = (value: string, type = 'pg_catalog.text'): Parameter => ({ type, format: 'text', value: Buffer.from(value, 'latin1').toString('base64') });
const KEY = `ghp_${'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'}`;
const SSN = 'a value for `public.customers.ssn`';
it.each<[string, string, readonly Parameter[], readonly string[]]>([
  ['a protected value that is written out', "insert into customers (ssn) values ('078-05-1120')", [], [SSN]],
  ['one that is bound', 'insert into customers (ssn, id) values ($1, $2::int)', [text('078-05-1120'), text('1')], [SSN]],
  ['one that is only compared', 'update customers set name = upper(name) where ssn = $1', [text('078-05-1120')], [SSN]],
  ['a secret that is written out', `update notes set body = '${KEY}'`, [], ['a secret (github-token)']],
  ['one that is bound', 'update notes set body = $1', [text(KEY)], ['a secret (github-token)']],
  ['one that is bound between bytes that are no text', 'update notes set body = $1', [text(`\xff ${KEY} \xfe`, 'pg_catalog.bytea')], ['a secret (github-token)']],
  ['one that is bound as hex', 'update notes set body = $1', [text(`\\x${Buffer.from(KEY).toString('hex')}`, 'pg_catalog.bytea')], ['a secret (github-token)']],
  ['nothing, when what is bound meets no such column', 'update notes set body = $1', [text('hello')], []],
  ['nothing, when nothing is bound', 'update customers set ssn = $1', [{ type: 'pg_catalog.text', format: 'text', value: null }], []],
])('does not publish %s: `%s`', async (_name, bytes, parameters, expected) => {
  const masking = await loadPolicy({ file: 'policy.yml', text: 'version: 1\nidentities: { me: { local: true } }\nresources: { db: { type: postgres, url: "postgres://app@db.example/shop", mask: { public.customers.ssn: redact } } }\n' }, { now: NOON });
  const asked = new ManifestPolicy(masking, { principal: principalOf('me'), read: await sqlReader(), now: () => NOON });
  const operation: ManifestOperation = { kind: 'sql', resource: { name: 'db', target: 'db' }, bytes, parameters, data: null, settings: {}, transaction: null, maxRows: null, impact: null, rules: [] };
  expect(unpublishable({ policy: masking, principal: principalOf('me') }, asked)(operation)).toEqual(expected);
});

it('does not publish secrets in settings', async () => {
  const asked = new ManifestPolicy(policy, { principal: principalOf('me'), read: await sqlReader(), now: () => NOON });
  expect(unpublishable({ policy, principal: principalOf('me') }, asked)({ kind: 'sql', resource: { name: 'db', target: 'db' }, bytes: 'select 1', parameters: [], data: null, settings: { role: KEY }, transaction: null, maxRows: null, impact: null, rules: [] })).toEqual(['a secret (github-token)']);
});

describe('words of a manifest that nobody vouches for', () => {
  const RULES = `approvers: { teams: [acme/dba] }
rules:
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: it locks the table }
  - { id: agents, match: { principal: robot, effect: write, object: public.a }, decide: review, because: robots write }
  - { id: trusted, match: { principal: robot, effect: write, object: public.b }, decide: allow }
  - { id: deploys, match: { principal: me, effect: write }, decide: review, because: people look }`;
  const asked = (bytes: string, rules: ManifestOperation['rules']) => askedOf(bytes, { rules, operation: operationOf([], { facts: { text: bytes } }) });
  const SCHEMA = { id: 'schema', reason: 'it locks the table' };
  const FREE = { id: 'reads', reason: 'needs no review by itself: it belongs to the others' };
  const ONE: Demand = { rule: 'schema', users: [], teams: ['acme/dba'], codeowners: false, count: 1, expiresSeconds: 8 * 3600 };
  const DROP = 'ALTER TABLE customers ADD a int';
  it.each<[string, Parameters<typeof manifestOf>, string | null]>([
    ['the policy\'s own', [[asked(DROP, [SCHEMA]), asked('SELECT 1', [FREE])], { demands: [ONE] }], null],
    ['those of who asks, when another runs it', [[asked('INSERT INTO a VALUES (1)', [{ id: 'agents', reason: 'robots write' }])], { demands: [{ ...ONE, rule: 'agents' }], requester: { names: ['robot'], issuer: 'i', subject: 's', run: null } }], null],
    ['those of who runs it', [[asked('INSERT INTO a VALUES (1)', [{ id: 'deploys', reason: 'people look' }])], { demands: [{ ...ONE, rule: 'deploys' }], requester: { names: ['robot'], issuer: 'i', subject: 's', run: null } }], null],
    ['that it needs no review', [[asked(DROP, [{ ...FREE, id: 'allowed' }])], { demands: [ONE] }], 'gives other rules for operation 1 than the policy'],
    ['a rule beside it', [[asked(DROP, [SCHEMA, { id: 'security-team', reason: 'TICKET-1: harmless' }])], { demands: [ONE] }], 'gives other rules for operation 1 than the policy'],
    ['another reason', [[asked('SELECT 1', [FREE]), asked(DROP, [{ ...SCHEMA, reason: 'checked by the security team' }])], { demands: [ONE] }], 'gives other rules for operation 2 than the policy'],
    ['others who may approve', [[asked(DROP, [SCHEMA])], { demands: [{ ...ONE, teams: ['acme/interns'] }] }], 'names others who may approve than the policy'],
    ['nobody who may approve', [[asked(DROP, [SCHEMA])], { demands: [] }], 'names others who may approve than the policy'],
    ['that it is asked for by somebody who may', [[asked('INSERT INTO b VALUES (1)', [{ ...FREE, id: 'trusted' }])], { demands: [], requester: { names: ['robot'], issuer: 'i', subject: 's', run: null } }], 'gives other rules for operation 1 than the policy'],
  ])('are %s', async (_name, of, expected) => {
    const enforcing = await policyOf(RULES);
    expect(new ManifestPolicy(enforcing, { principal: principalOf('me'), read: await sqlReader(), now: () => NOON }).unlikePolicy(manifestOf(...of))).toBe(expected);
  });
});

it.each<[string, number | null, number | null, string[], number | null]>([
  ['twice the estimate', null, 10, ['ask'], 10],
  ['what the rule that asks says, though it is more', 500, 10, ['capped'], 500],
  ['what another rule says, when it is less', 5, 10, ['ask'], 5],
  ['the estimate, when another rule says more', 500, 10, ['ask'], 10],
  ['the rule, when nobody could estimate', 500, null, ['ask'], 500],
  ['none', null, null, ['ask'], null],
])('row ceiling: %s', (_name, maxRows, estimated, rules, expected) => {
  expect(rowCeiling({ rules, maxRows }, estimated, [{ id: 'ask', maxRows: null }, { id: 'capped', maxRows: 500 }])).toBe(expected);
});

describe('apply', () => {
  const rows = Buffer.from('1\n');
  const operation = (more: Partial<ManifestOperation> = {}): ManifestOperation => ({ kind: 'sql', resource: { name: 'db', target: 'x' }, bytes: ADD, parameters: [], data: null, settings: {}, transaction: null, maxRows: null, impact: null, rules: [{ id: 'x', reason: 'y' }], ...more });
  const found = (number: number, more: Partial<FoundApproval> = {}): FoundApproval => ({ number, url: `https://forge.example/pull/${number}`, digest: 'd', manifest: { ...manifestOf(), operations: [operation()] }, state: 'approved', why: 'because', ...more });
  // What was sent, by pull request; what the job was told.
  const applied = async (of: readonly FoundApproval[], { files = new Map<string, Buffer>(), fails = '' } = {}) => {
    const sent: string[] = [];
    const told: string[] = [];
    const outputs: Record<string, string> = {};
    const host = { annotate: (level: string, message: string) => void told.push(`${level} ${message}`), output: (name: string, value: string) => void (outputs[name] = value), summary: async () => undefined, log: { info: () => undefined } } as unknown as Host;
    const open = async (number: number): Promise<ApplySession> => ({
      session: `s${number}`, recording: `r${number}`, seal: async () => ({ sha256: 'e', untold: [] }),
      executor: async () => ({
        async execute({ bytes, parameters, rows: copied }) {
          sent.push(`${number} ${bytes} ${parameters.length} ${String(copied)}`);
          if (bytes === fails) throw new StatementFailed('it is gone', '42P01', null);
          return 'DONE';
        },
      }),
    });
    const code = await apply({}, { host, find: async () => of, readRows: async () => files, open });
    return { code, sent, told, outputs };
  };

  it('goes through all that was merged, and stops at the first that is not done', async () => {
    expect(await applied([found(1), found(2, { state: 'nothing' }), found(3)])).toMatchObject({ code: 0, told: [], sent: [`1 ${ADD} 0 null`, `3 ${ADD} 0 null`], outputs: { outcome: 'ok', applied: '2', session: 'r1\nr3', 'approval-url': 'https://forge.example/pull/1\nhttps://forge.example/pull/3' } });
    const later = [found(3), found(4)];
    const named = [3, 4].map((number) => expect.stringMatching(new RegExp(`^error https://forge.example/pull/${number} was not applied, since https://forge.example/pull/2, which was merged before it, was not done`, 'u')));
    expect(await applied([found(1), found(2, { state: 'pending' }), ...later])).toMatchObject({ code: 3, told: ['warning https://forge.example/pull/2 is pending: because', ...named], sent: [`1 ${ADD} 0 null`], outputs: { outcome: 'pending', applied: '1' } });
    expect(await applied([found(1), found(2, { manifest: { ...manifestOf(), operations: [operation({ bytes: 'X' })] } }), ...later], { fails: 'X' })).toMatchObject({ code: 4, told: ['error operation 1: it is gone', ...named], outputs: { outcome: 'failed', applied: '1', session: 'r1\nr2' } });
    expect(await applied([found(1, { state: 'nothing', why: 'puts nothing up for approval' })])).toMatchObject({ code: 0, sent: [], told: [expect.stringContaining('puts nothing up')], outputs: { outcome: 'ok', applied: '0' } });
  });

  it('sends rows where their digest was approved, and begins nothing that it can not send', async () => {
    const copies = found(1, { manifest: { ...manifestOf(), operations: [operation({ bytes: 'COPY a FROM STDIN', data: sha256('1\n') }), operation({ parameters: [{ type: 'unknown', format: 'text', value: null }] })] } });
    expect((await applied([copies], { files: new Map([[sha256('1\n'), rows]]) })).sent).toEqual(['1 COPY a FROM STDIN 0 1\n', `1 ${ADD} 1 null`]);
    await expect(applied([found(2), copies])).rejects.toThrow('operation 1 of https://forge.example/pull/1 copies rows in, and none of the files given');
    await expect(applied([found(2)], { files: new Map([[sha256('1\n'), rows]]) })).rejects.toThrow('no operation copies in the rows');
    await expect(applied([found(2, { manifest: { ...manifestOf(), operations: [operation({ kind: 'shell' })] } })])).rejects.toThrow('is of kind `shell`');
  });
});
