// SPDX-License-Identifier: Apache-2.0
//
// `plan` with a pretended gate: what becomes of what was captured, and what is never written.
import { plan, type CapturingGate, type PlanDeps } from '../../../src/commands/plan.js';
import type { ChangeSet } from '../../../src/core/change-set.js';
import { changeSetDigest } from '../../../src/core/change-set.js';
import type { Parameter } from '../../../src/core/model.js';
import { operationDigest } from '../../../src/core/operation-digest.js';
import type { CapturedStatement, CaptureEnd } from '../../../src/gate/capture.js';
import type { SqlParser } from '../../../src/parse/sql/parser.js';
import { resolve } from '../../../src/parse/sql/resolve.js';
import { policyOf } from '../../support/judging.js';
import { draftOf, loadParser } from '../../support/statements.js';

const CHANGES = 'changes: [ { paths: ["a/**"], tool: rails, resource: db }, { paths: ["b/**"], tool: alembic, resource: lab } ]';
const OK: CaptureEnd = { kind: 'ok', tag: 'OK' };
let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

function captured(sql: string, end: CaptureEnd = OK, parameters: readonly Parameter[] = []): CapturedStatement {
  const facts = resolve(draftOf(parser, sql), { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false }, parser);
  return { operation: { kind: 'sql', resource: { name: 'scratch', target: 'x' }, facts, parameters, data: null, settings: {} }, connection: 1, message: 1, transaction: null, end };
}

interface Run {
  readonly code: number | string;
  readonly set: ChangeSet | null;
  readonly printed: string;
  readonly happened: readonly string[];
}

async function run(raw: Readonly<Record<string, string>>, { statements = [] as readonly CapturedStatement[], code = 0, fails = null as string | null, yaml = CHANGES, argv = ['migrate'] as readonly string[] } = {}): Promise<Run> {
  const happened: string[] = [];
  let text: string | null = null;
  let printed = '';
  const log = Object.fromEntries(['debug', 'info', 'warn', 'error'].map((level) => [level, (message: string) => void happened.push(`${level} ${message}`)]));
  const gate: CapturingGate = { endpoint: {} as never, server: 180000, notes: ['a role was made'], statements: () => statements, close: async () => void happened.push('closed') };
  const deps: PlanDeps = {
    host: { log, annotate: (level: string, message: string) => void happened.push(`${level}: ${message}`) } as never, version: '1',
    loadPolicy: async () => policyOf(yaml),
    readSchemas: async (files, books) => {
      happened.push(`schemas ${files.join()} ${books.map(({ tool }) => tool).join()}`);
      if (fails === 'schemas') throw new Error('it holds data');
      return files.map((file) => ({ sha256: file }));
    },
    openGate: async ({ resource, settings }) => {
      happened.push(`opened ${resource.name}${settings.map(({ name, value }) => ` ${name}=${value}`).join('')}`);
      return gate;
    },
    execute: async ({ printing }) => {
      happened.push(`executed, prints ${printing}`);
      if (fails === 'execute') throw new Error('it can not be started');
      return code;
    },
    print: (out) => void (printed += out), write: async (_file, out) => void (text = out),
  };
  const ended = await plan({ resource: 'db', out: 'x.json', ...raw }, argv, deps).catch((thrown: unknown) => (thrown as Error).message);
  return { code: ended, set: text === null ? null : (JSON.parse(text) as ChangeSet), printed, happened };
}

const limitsOf = async (...statements: readonly CapturedStatement[]) => (await run({}, { statements })).set?.limits.map(({ kind, operation }) => `${operation} ${kind}`);

describe('plan', () => {
  it('writes what was done, with the books of the tool apart, under one digest of the operations in their order', async () => {
    const { code, set } = await run({ schema: 's1\ns2' }, { statements: [captured('CREATE TABLE a (b int)'), captured("INSERT INTO schema_migrations (version) VALUES ('1')"), captured('CREATE INDEX c ON a (b)')] });
    expect(code).toBe(0);
    expect(set).toMatchObject({ resource: { name: 'db', target: 'db.example:5432/shop' }, tools: ['rails'], captured: { command: ['migrate'], schema: ['s1', 's2'], server: 180000 } });
    expect(set?.operations.map(({ number, bytes, resource }) => [number, bytes, resource.name])).toEqual([[1, 'CREATE TABLE a (b int)', 'db'], [3, 'CREATE INDEX c ON a (b)', 'db']]);
    expect(set?.bookkeeping.map(({ number, tool }) => [number, tool])).toEqual([[2, 'rails']]);
    // As production's gate will compute it: for the resource, not for the scratch database.
    expect(set?.operations[0]?.digest).toBe(operationDigest({ ...captured('CREATE TABLE a (b int)').operation, resource: { name: 'db', target: 'db.example:5432/shop' } }));
    expect(set?.digest).toBe(changeSetDigest([], (set?.operations ?? []).map(({ digest }) => digest)));
  });

  it('knows only the books that `changes` keeps on that resource', async () => {
    const { set } = await run({}, { statements: [captured("INSERT INTO alembic_version (version_num) VALUES ('a')")] });
    expect([set?.operations.length, set?.bookkeeping.length]).toEqual([1, 0]);
  });

  it('warns of a tool that the gate in front of production will not know', async () => {
    const { happened, set } = await run({ tool: 'alembic' }, { statements: [captured("INSERT INTO alembic_version (version_num) VALUES ('a')")] });
    expect([happened.some((one) => /does not name `alembic` for `db`/.test(one)), set?.bookkeeping.length]).toEqual([true, 1]);
  });

  it('writes nothing of a COMMAND that fails, says what scratch refused first, and ends as it did', async () => {
    const { code, set, printed, happened } = await run({}, { code: 7, statements: [captured('SELECT 1'), captured('SELECT * FROM gone', { kind: 'failed', sqlstate: '42P01', message: 'it is gone' })] });
    expect([code, set, printed]).toEqual([7, null, '']);
    expect(happened.find((one) => one.startsWith('error'))).toBe('error: COMMAND ended with 7, so there is no change set; what the scratch database refused first: `SELECT * FROM gone`: it is gone');
  });

  it('opens no gate for a schema that is not to be had, and closes it whatever happens', async () => {
    expect((await run({ schema: 's' }, { fails: 'schemas' })).happened).toEqual(['schemas s rails']);
    const { code, happened, set } = await run({}, { fails: 'execute' });
    expect([code, happened.at(-1), set]).toEqual(['it can not be started', 'closed', null]);
    expect((await run({}, { code: 1 })).happened).toContain('closed');
  });

  it('leaves out what did not happen', async () => {
    const { set } = await run({}, { statements: [captured('DROP TABLE a', { kind: 'failed', sqlstate: '42P01', message: 'x' }), captured('DROP TABLE b', { kind: 'refused', message: 'x' }), captured('DROP TABLE c', { kind: 'unknown' })] });
    expect(set?.operations).toEqual([]);
    expect(set?.limits.map(({ operation, kind }) => `${operation} ${kind}`)).toEqual(['1 failed', '2 refused', '3 unfinished']);
  });

  it('says what it can not tell', async () => {
    expect(await limitsOf(captured('COPY a FROM STDIN'), captured('SELECT b FROM a'), captured('DO $$ BEGIN END $$'), captured('SELECT unheard_of(1)'))).toEqual(['1 copy-data', '2 reads-data', '3 unread-code', '4 unread-code']);
  });

  it('keeps silent about what is told already: reads of the catalog and of the books, statements that were not reached', async () => {
    expect(await limitsOf(captured('SELECT relname FROM pg_catalog.pg_class'), captured('SELECT version FROM schema_migrations'), captured('CREATE TABLE a (b int)'), captured('SELECT 1', { kind: 'failed', sqlstate: '25P02', message: 'aborted' }))).toEqual([]);
  });

  it('keeps stdout for the change set where no file is named', async () => {
    const { happened, printed, set } = await run({ out: '' }, { statements: [captured('SELECT 1')] });
    expect([happened.includes('executed, prints stderr'), (JSON.parse(printed) as ChangeSet).operations.length, set]).toEqual([true, 1, null]);
    expect((await run({})).happened).toContain('executed, prints here');
  });

  it('says when COMMAND asked nothing, and what was made for the schema', async () => {
    const { happened } = await run({});
    expect(happened).toEqual(expect.arrayContaining(['warn COMMAND asked nothing of the database', 'warn a role was made']));
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    ['no COMMAND', {}, [], /no command to run/], ['a resource that is none', { resource: 'nope' }, ['x'], /`nope` is not in the policy/], ['a resource that is no database', { resource: 'cluster' }, ['x'], /only `postgres` can be planned/],
    ['a choice of resources', { resource: '' }, ['x'], /has 5 resources, so the plan has to name one/], ['a setting without a value', { setting: 'TimeZone' }, ['x'], /input `setting` has `TimeZone`/], ['a setting that is more than a name', { setting: 'a; DROP TABLE b=1' }, ['x'], /input `setting`/],
    ['a tool without books', { tool: 'psql' }, ['x'], /keeps books we know/],
  ])('refuses %s before anything is started', async (_name, raw, argv, message) => {
    const { code, happened } = await run(raw, { argv });
    expect(code).toMatch(message);
    expect(happened.filter((one) => /^(?:opened|executed)/.test(one))).toEqual([]);
  });

  it('hands on settings', async () => {
    expect((await run({ setting: 'TimeZone=UTC\nmy.value=a=b' })).happened).toContain('opened db TimeZone=UTC my.value=a=b');
  });
});
