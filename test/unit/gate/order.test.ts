// SPDX-License-Identifier: Apache-2.0
//
// THE ORDER: nothing runs without a durable decision, and whatever throws on the way is a deny. One test per dependency.
import type { CatalogSnapshot } from '../../../src/core/catalog.js';
import { GateError } from '../../../src/core/errors.js';
import type { ImpactAnswer, ImpactQuestion, Impacts } from '../../../src/core/impact.js';
import type { Decision, DecisionKind, Origin, StatementFacts } from '../../../src/core/model.js';
import type { ApprovalAnswer, Approvals, Log } from '../../../src/core/ports.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import type { SqlReader } from '../../../src/gate/facts.js';
import type { Judge } from '../../../src/gate/order.js';
import { hold } from '../../../src/gate/holding.js';
import { MAX_ESTIMATES } from '../../../src/gate/impact.js';
import { GateSession, MAX_CONNECTIONS } from '../../../src/gate/session.js';
import type { Execution, Refusal, Waiting, WireContext, WireGate } from '../../../src/gate/wire.js';
import { ContentMask } from '../../../src/mask/content.js';
import type { Draft } from '../../../src/parse/sql/draft.js';
import { MemoryRecorder } from '../../support/recorder.js';

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const catalog: CatalogSnapshot = { epoch: 7, database: 'd', user: 'u', serverVersion: 180000, schemas: new Set(), relations: new Map(), relationsByOid: new Map(), functions: new Map(), operators: new Map(), types: new Map() };
const context: WireContext = { catalog, searchPath: ['public'], settings: { search_path: 'public' }, prepared: new Map(), cursors: new Map(), stale: false };
const draft: Draft = { statement: 'SELECT', text: "SELECT 'secret'", redacted: 'SELECT ?', tree: {}, failure: null, parameterCount: 0, start: 0, batch: 1 };
const facts = (more: Partial<StatementFacts> = {}): StatementFacts => ({
  statement: 'SELECT', name: 'sql.select', text: draft.text, redacted: draft.redacted, accesses: [{ effect: 'read', object: 'public.t', type: 'relation', columns: ['a'], filtered: [], assumed: false }],
  functions: [], hazards: [], outputs: [{ name: 'a', origins: [{ relation: 'public.t', column: 'a' }], direct: true }], flows: [], literals: [], session: [], copy: null, lock: null, rewrite: null, forbidden: [], unknown: [], assumed: false, ...more,
});
const decision = (kind: DecisionKind, more: Partial<Decision> = {}): Decision => ({ decision: kind, rules: [`rule-${kind}`], reasons: [`because ${kind}`], masks: [], maxRows: null, observed: [], ...more });

interface Setup {
  readonly judge?: Judge;
  readonly reader?: SqlReader;
  readonly approvals?: Approvals;
  readonly results?: 'rows' | 'counts' | 'none';
  readonly masks?: readonly { column: string; style: 'redact' | 'partial' | 'hash' | 'null' }[];
  readonly log?: Log;
  readonly content?: ContentMask;
}

function setUp(setup: Setup = {}): { recorder: MemoryRecorder; gate: WireGate; session: GateSession } {
  const recorder = new MemoryRecorder();
  const session = new GateSession({
    principal: { names: ['nightly'], issuer: 'i', subject: 's', claims: {} },
    judge: setup.judge ?? { decide: () => decision('allow') },
    reader: setup.reader ?? { analyse: () => [draft], resolve: () => facts() },
    approvals: setup.approvals ?? { claim: async () => ({ kind: 'pending', how: 'ask the DBA', url: 'https://forge/pr/1' }) },
    recorder, runtime: systemRuntime, log: setup.log ?? silent, recordResults: setup.results ?? 'rows', ...(setup.content === undefined ? {} : { content: setup.content }),
  });
  return { recorder, session, gate: session.door({ name: 'db', target: 'db.internal:5432/db' }, setup.masks ?? []).open('psql') };
}

function submit(gate: WireGate, count = 1): Promise<{ ran: readonly Execution[] | null; refused: Refusal | null }> {
  return new Promise((done) => {
    gate.submit({ asked: Array.from({ length: count }, () => ({ draft, parameters: [] })), context, execute: (ran) => done({ ran, refused: null }), refuse: (refused) => done({ ran: null, refused }) });
  });
}

describe('an allowed operation', () => {
  it('is recorded as decided before it runs, and as done after', async () => {
    const { recorder, gate } = setUp();
    recorder.manual = true;
    let ran: readonly Execution[] | null = null;
    gate.submit({ asked: [{ draft, parameters: [] }], context, execute: (executions) => { ran = executions; }, refuse: () => { throw new Error('refused'); } });
    expect(recorder.of('decided')).toEqual([expect.objectContaining({ operation: 1, decision: 'allow', text: 'SELECT ?', catalog: 7, rules: ['rule-allow'], accesses: [{ effect: 'read', object: 'public.t', columns: ['a'] }] })]);
    expect(ran).toBeNull();
    recorder.settle();
    expect(ran).toHaveLength(1);
    (ran as unknown as readonly Execution[])[0]?.done({ kind: 'ok', tag: 'SELECT 1' });
    (ran as unknown as readonly Execution[])[0]?.done({ kind: 'unknown' });
    expect(recorder.of('done')).toEqual([expect.objectContaining({ operation: 1, outcome: 'ok', tag: 'SELECT 1' })]);
    expect(JSON.stringify(recorder.events)).not.toContain('secret');
  });

  it.each([
    ['rows', { rows: 1, bytes: 6, result: { columns: ['a'], rows: [['ann']] } }],
    ['counts', { rows: 1, bytes: 6, result: null }],
    ['none', { rows: 0, bytes: 0, result: null }],
  ] as const)('leaves as much of its result on record as the policy says: %s', async (results, expected) => {
    const { recorder, gate } = setUp({ results });
    const [run] = (await submit(gate)).ran as readonly Execution[];
    run?.described([{ name: 'a', tableOid: 0, columnNumber: 0, typeOid: 25, format: 0 }], context.catalog);
    run?.row(6);
    run?.sample(['ann']);
    run?.done({ kind: 'ok', tag: 'SELECT 1' });
    expect(recorder.of('done')).toEqual([expect.objectContaining({ tag: 'SELECT 1', ...expected })]);
  });

  it('is judged anew each time, from facts that are read once', async () => {
    let judged = 0;
    let read = 0;
    const { gate } = setUp({ judge: { decide: () => { judged += 1; return decision('allow'); } }, reader: { analyse: () => [draft], resolve: () => { read += 1; return facts(); } } });
    await submit(gate);
    await submit(gate);
    expect([judged, read]).toEqual([2, 1]);
  });
});

describe('rows', () => {
  const asking = (ask: boolean): Judge => ({ decide: ({ operation }) => (ask && operation.rows === undefined ? decision('review') : decision('allow')) });
  const impacts = (asked: ImpactQuestion[], answer: Partial<ImpactAnswer> | 'throw' = {}): Impacts => ({
    estimate: async (question) => {
      asked.push(question);
      if (answer === 'throw') throw new Error('no route to host');
      return { rows: 7, why: null, sizes: [], ...answer };
    },
  });
  const planned: Draft = { ...draft, statement: 'UPDATE', text: 'UPDATE t SET a = 1', redacted: 'UPDATE t SET a = ?', tree: { UpdateStmt: {} } };
  const reader: SqlReader = {
    analyse: (sql) => [{ ...planned, text: Buffer.from(sql).toString(), statement: 'EXPLAIN', tree: { ExplainStmt: { query: { UpdateStmt: {} }, options: [{ DefElem: { defname: 'format' } }] } } }],
    resolve: ({ statement }) => facts({ statement, accesses: [{ effect: statement === 'EXPLAIN' ? 'read' : 'write', object: 'public.t', type: 'relation', columns: ['a'], filtered: [], assumed: false }] }),
  };
  const run = async (judge: Judge, whom: Impacts | undefined, more: { reader?: SqlReader; stale?: boolean } = {}): Promise<{ refused: Refusal | null; impact: unknown; own: number }> => {
    const { recorder, session } = setUp({ judge, reader: more.reader ?? reader });
    const gate = session.door({ name: 'db', target: 'db.internal:5432/db' }, []).open('psql', whom);
    const refused = await new Promise<Refusal | null>((done) => gate.submit({ asked: [{ draft: planned, parameters: [] }], context: { ...context, stale: more.stale ?? false }, execute: () => done(null), refuse: done }));
    return { refused, impact: recorder.of('decided')[0]?.impact, own: recorder.of('gate').length };
  };

  it('are estimated when the policy asks for them, and only then, once for each asking', async () => {
    const asked: ImpactQuestion[] = [];
    expect(await run(asking(false), impacts(asked))).toEqual({ refused: null, impact: undefined, own: 0 });
    expect(asked).toEqual([]);
    for (const own of [1, 1]) expect(await run(asking(true), impacts(asked))).toMatchObject({ refused: null, impact: { rows: 7, why: null }, own });
    expect(asked.map(({ plan }) => plan?.explain)).toEqual(Array(2).fill('EXPLAIN (FORMAT JSON) UPDATE t SET a = 1'));
  });

  it.each<[string, Impacts | undefined, { reader?: SqlReader; stale?: boolean }, RegExp]>([
    ['nobody can be asked', undefined, {}, /^nobody can be asked/u],
    ['asking fails', impacts([], 'throw'), {}, /no route to host/u],
    ['the planner does not tell', impacts([], { rows: null, why: 'it took too long' }), {}, /^it took too long$/u],
    ['definitions are changing', impacts([]), { stale: true }, /^definitions were changed/u],
    ['our own text reads as something else', impacts([]), { reader: { ...reader, analyse: () => [planned] } }, /can not be put behind EXPLAIN/u],
    ['our own text reads as two statements', impacts([]), { reader: { ...reader, analyse: (sql) => [...reader.analyse(sql), planned] } }, /can not be put behind EXPLAIN/u],
    ['EXPLAIN would write', impacts([]), { reader: { ...reader, resolve: () => facts({ accesses: [{ effect: 'write', object: 'public.t', type: 'relation', columns: [], filtered: [], assumed: false }] }) } }, /can not be put behind EXPLAIN/u],
    ['EXPLAIN has another option', impacts([]), { reader: { ...reader, analyse: (sql) => reader.analyse(sql).map((one) => ({ ...one, tree: { ExplainStmt: { query: { UpdateStmt: {} }, options: [{ DefElem: { defname: 'format' } }, { DefElem: { defname: 'analyze' } }] } } })) } }, /can not be put behind EXPLAIN/u],
    ['a function is not harmless', impacts([]), { reader: { ...reader, resolve: (one, scope) => ({ ...reader.resolve(one, scope), functions: [{ name: 'nextval', class: 'write' }] }) } }, /`nextval`/u],
  ])('are not known when %s', async (_name, whom, more, why) => {
    const { refused, impact } = await run(asking(true), whom, more);
    expect([refused?.decision, impact]).toEqual(['review', expect.objectContaining({ rows: null, why: expect.stringMatching(why) })]);
  });
});

describe('rows of many statements', () => {
  it('are estimated for so many of a message and no more: rules that ask hit the rest', async () => {
    let estimates = 0;
    const judge: Judge = { decide: ({ operation }) => (operation.rows === undefined ? decision('review') : decision('allow')) };
    const nobody = { object: null, type: null, columns: [], filtered: [], assumed: false } as const;
    const { recorder, session } = setUp({ judge, reader: { analyse: (sql) => [{ ...draft, text: Buffer.from(sql).toString(), tree: { ExplainStmt: { query: { SelectStmt: {} }, options: [{ DefElem: { defname: 'format' } }] } } }], resolve: () => facts({ accesses: [{ effect: 'read', ...nobody }] }) } });
    const gate = session.door({ name: 'db', target: 't' }, []).open('psql', { estimate: async () => { estimates += 1; return { rows: 1, why: null, sizes: [{ oid: 5, rows: null, bytes: 1 }] }; } });
    const one = { draft: { ...draft, tree: { SelectStmt: {} } }, parameters: [] };
    const refused = await new Promise<Refusal>((done, fail) => gate.submit({ asked: Array.from({ length: MAX_ESTIMATES + 2 }, () => one), context, execute: () => fail(new Error('it ran')), refuse: done }));
    const decided = recorder.of('decided');
    expect([refused.decision, estimates, decided.filter((event) => event.decision === 'allow').length, decided.filter((event) => event.decision === 'review').length]).toEqual(['review', MAX_ESTIMATES, MAX_ESTIMATES, 2]);
    expect([decided[0]?.impact, decided.at(-1)?.impact]).toEqual([expect.objectContaining({ rows: 1, notes: ['5 holds an unknown number of rows'] }), expect.objectContaining({ rows: null, why: expect.stringContaining(`more than ${MAX_ESTIMATES} statements`) })]);
  });

  it('are a denial when the asking breaks', async () => {
    let judged = 0;
    const judge: Judge = { decide: ({ operation }) => { judged += 1; if (judged > 1) throw new Error('boom'); void operation.rows; return decision('allow'); } };
    const { recorder, gate } = setUp({ judge });
    expect((await submit(gate)).refused).toMatchObject({ decision: 'deny', detail: expect.stringContaining('rule=builtin:failed') });
    expect(recorder.of('decided')).toEqual([expect.objectContaining({ decision: 'deny', rules: ['builtin:failed'] })]);
  });
});

describe('a session', () => {
  it('has so many connections at once, and one more when one is closed', () => {
    const { session, gate } = setUp();
    const door = session.door({ name: 'db', target: 't' }, []);
    for (let open = 1; open < MAX_CONNECTIONS; open += 1) door.open('psql');
    expect(() => door.open('psql')).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    gate.closed('done');
    gate.closed('told twice');
    door.open('psql');
    expect(() => door.open('psql')).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  it('lets a connection close when its recording can not be written any more, and says so', () => {
    const told: unknown[][] = [];
    const { gate, recorder } = setUp({ log: { ...silent, debug: (...said) => void told.push(said) } });
    recorder.failAppend = true;
    gate.closed('done');
    expect(told).toEqual([['an event came after the end of the recording', { thrown: expect.stringContaining('no space left') as string }]]);
  });

  it.each<[string, Decision, unknown[][]]>([
    ['what was refused', decision('deny'), [['info', 'deny: because deny', { resource: 'db', rule: 'rule-deny', statement: 'SELECT ?' }]]],
    ['what would have been', decision('allow', { observed: [{ rule: 'r', decision: 'deny' }] }), [['warn', 'would have refused: because allow', { resource: 'db', rule: 'rule-allow', statement: 'SELECT ?', observed: [{ rule: 'r', decision: 'deny' }] }]]],
    ['nothing of what was allowed', decision('allow'), []],
  ])('logs %s', async (_name, made, expected) => {
    const told: unknown[][] = [];
    const log: Log = { ...silent, info: (...said) => void told.push(['info', ...said]), warn: (...said) => void told.push(['warn', ...said]) };
    await submit(setUp({ judge: { decide: () => made }, log }).gate);
    expect(told).toEqual(expected);
  });

  it('looks into contents with what it was given ready, and with more where a resource asks for more', () => {
    const application = (masks: Setup['masks'], content: ContentMask) => {
      const { recorder, session } = setUp({ content, ...(masks === undefined ? {} : { masks }) });
      session.prepare();
      session.door({ name: 'db', target: 't' }, masks ?? []).open('of ann@shop.example');
      return recorder.of('connection').at(-1)?.application;
    };
    const email = [{ column: 'content:email', style: 'redact' as const }];
    expect(application(undefined, new ContentMask([]))).toBe('of ann@shop.example');
    expect(application(undefined, new ContentMask(email))).toBe('of [masked:email]');
    expect(application(email, new ContentMask([]))).toBe('of [masked:email]');
  });
});

describe('rows that are copied', () => {
  const copying = (direction: 'in' | 'out') => facts({ statement: 'COPY', copy: { direction, format: 'text', columns: ['a'], null: '\\N' } as never, outputs: null });
  const begin = async (setup: Setup): Promise<Execution> => ((await submit(setUp(setup).gate)).ran as readonly Execution[])[0] as Execution;

  it('may not hold what was masked on its way out, also not at a seam', async () => {
    const run = await begin({ reader: { analyse: () => [draft], resolve: () => copying('in') } });
    run.copyIn(Buffer.from('1\tann\n2\t[masked:em'));
    expect(() => run.copyIn(Buffer.from('ail]\n'))).toThrow('may not be copied back in');
  });

  it('do not come out where no copy was judged', async () => {
    const run = await begin({});
    expect(() => run.copyOut(1, false, catalog, false)).toThrow('was not judged as a copy');
  });

  it('are masked as a whole when definitions have changed since', async () => {
    const run = await begin({ masks: [{ column: 'public.people.ssn', style: 'redact' }], reader: { analyse: () => [draft], resolve: () => facts({ statement: 'COPY', copy: { direction: 'out', format: 'text', columns: ['a'], null: '\\N' } as never }) } });
    const copied = (changed: boolean) => run.copyOut(1, false, catalog, changed).sinks[0]?.(Buffer.from('ann'), 0, 3)?.toString() ?? 'as it is';
    expect([copied(false), copied(true)]).toEqual(['as it is', '[redacted]']);
    // What is no copy loses its lineage, too.
    const read = await begin({ masks: [{ column: 'public.people.ssn', style: 'redact' }] });
    expect(read.described([{ name: 'a', tableOid: 0, columnNumber: 0, typeOid: 25, format: 0 }], catalog, true).sinks[0]?.(Buffer.from('ann'), 0, 3)?.toString()).toBe('[redacted]');
  });
});

describe('a refusal', () => {
  it('is one though the policy gives neither rule nor reason', async () => {
    const { gate } = setUp({ judge: { decide: () => decision('deny', { rules: [], reasons: [] }) } });
    expect((await submit(gate)).refused).toMatchObject({ decision: 'deny', detail: 'decision=deny rule=default operation=sql.select reason=no rule allows it' });
  });

  it('carries fixed keys and tells never from ask', async () => {
    const denied = (await submit(setUp({ judge: { decide: () => decision('deny') } }).gate)).refused;
    expect(denied).toMatchObject({ sqlstate: '42501', detail: 'decision=deny rule=rule-deny operation=sql.select reason=because deny', hint: expect.stringMatching(/^never: /) });
    const review = (await submit(setUp({ judge: { decide: () => decision('review') } }).gate)).refused;
    expect(review).toMatchObject({ decision: 'review', hint: 'ask: ask the DBA (https://forge/pr/1)' });
  });

  it('says rephrase when something was not understood', async () => {
    const { gate } = setUp({ judge: { decide: () => decision('deny') }, reader: { analyse: () => [draft], resolve: () => facts({ unknown: ['`f` is not a function that we know'] }) } });
    expect((await submit(gate)).refused?.hint).toBe('rephrase: not understood: `f` is not a function that we know');
  });

  it('says how a function of somebody\'s own can be allowed, since no other words would help', async () => {
    const accesses = ['pg_catalog.dblink', 'app.refund', 'app.refund', 'app.mood'].map((object) => ({ effect: 'unknown', object, type: 'function', columns: [], filtered: [], assumed: false }) as const);
    const { gate } = setUp({ judge: { decide: () => decision('deny') }, reader: { analyse: () => [draft], resolve: () => facts({ unknown: ['why'], accesses }) } });
    expect((await submit(gate)).refused?.hint).toBe('rephrase: not understood: why; whoever keeps the policy can allow it by a rule that names it: `match: { effect: unknown, object: [app.refund, app.mood] }`');
  });

  it('takes the whole batch down, and says of the others that they never ran', async () => {
    let asked = 0;
    const { gate, recorder, session } = setUp({ judge: { decide: () => { asked += 1; return decision(asked === 2 ? 'deny' : 'allow'); } } });
    expect((await submit(gate, 3)).refused?.decision).toBe('deny');
    expect(recorder.of('decided').map((event) => event.decision)).toEqual(['allow', 'deny', 'allow']);
    expect(recorder.of('done').map((event) => event.outcome)).toEqual(['failed', 'failed', 'failed']);
    expect(session.tally).toMatchObject({ allow: 2, deny: 1, review: 0 });
  });

  it('keeps the operation digest keyed, never bare', async () => {
    const { gate, recorder } = setUp({ judge: { decide: () => decision('deny') } });
    const other = setUp({ judge: { decide: () => decision('deny') } });
    await submit(gate);
    await submit(other.gate);
    expect(recorder.of('decided')[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(recorder.of('decided')[0]?.digest).not.toBe(other.recorder.of('decided')[0]?.digest);
  });
});

describe('whatever breaks is a deny', () => {
  const boom = (): never => { throw new Error('boom'); };

  it.each<[string, Setup]>([
    ['the policy', { judge: { decide: boom } }],
    ['the parser', { reader: { analyse: () => [draft], resolve: boom } }],
    ['the approvals', { judge: { decide: () => decision('review') }, approvals: { claim: async () => boom() } }],
  ])('%s', async (_name, setup) => {
    const { gate, recorder } = setUp(setup);
    const { ran, refused } = await submit(gate);
    expect(ran).toBeNull();
    expect(refused).toMatchObject({ decision: 'deny', detail: expect.stringContaining('boom') });
    expect(recorder.of('decided')).toEqual([expect.objectContaining({ decision: 'deny' })]);
  });

  it('a recorder that can not append', async () => {
    const { gate, recorder } = setUp();
    recorder.failAppend = true;
    const { ran, refused } = await submit(gate);
    expect(ran).toBeNull();
    expect(refused).toMatchObject({ decision: 'deny', detail: expect.stringContaining('no space left'), hint: expect.stringContaining('make room') });
  });

  it('a recorder whose disk is full', async () => {
    const { gate, recorder } = setUp();
    recorder.failDurable = true;
    expect((await submit(gate)).ran).toBeNull();
  });

  it('a recorder that throws when it is asked whether all is durable', async () => {
    const { gate, recorder } = setUp();
    recorder.whenDurable = boom;
    expect(await submit(gate)).toMatchObject({ ran: null, refused: { decision: 'deny', detail: expect.stringContaining('boom') } });
  });

  it('a recorder that answers twice, the second time with yes', () => {
    const { gate, recorder } = setUp();
    recorder.whenDurable = (then) => {
      then(new GateError('RECORD_FAILED', 'no space left'));
      then(null);
    };
    const answers: string[] = [];
    gate.submit({ asked: [{ draft, parameters: [] }], context, execute: () => void answers.push('ran'), refuse: () => void answers.push('refused') });
    expect(answers).toEqual(['refused']);
  });

  it('is not asked to refuse what has begun to run, though whoever runs it throws', () => {
    const { gate, recorder } = setUp();
    recorder.whenDurable = (then) => then(null);
    const answers: string[] = [];
    expect(() => gate.submit({ asked: [{ draft, parameters: [] }], context, execute: () => { answers.push('ran'); throw new Error('the wire broke'); }, refuse: () => void answers.push('refused') })).toThrow('the wire broke');
    expect(answers).toEqual(['ran']);
  });

  it('approvals that never answer: nothing runs', async () => {
    const { gate, recorder } = setUp({ judge: { decide: () => decision('review') }, approvals: { claim: () => new Promise(() => undefined) } });
    const answers: string[] = [];
    gate.submit({ asked: [{ draft, parameters: [] }], context, execute: () => void answers.push('ran'), refuse: () => void answers.push('refused') });
    await new Promise((done) => setImmediate(done));
    expect([answers, recorder.events.length]).toEqual([[], 1]);
  });

  it('parameters of something refused that can not be read: on record as such, not as a broken recording', async () => {
    const { gate, recorder } = setUp({ judge: { decide: () => decision('deny') } });
    const refused = await new Promise<Refusal>((done) => {
      gate.submit({ asked: [{ draft, get parameters() { return boom(); } }], context, execute: () => undefined, refuse: done });
    });
    expect(refused.detail).toContain('rule=builtin:failed');
    expect(recorder.of('decided')).toEqual([expect.objectContaining({ decision: 'deny', rules: ['builtin:failed'] })]);
  });

  it('a session that has ended', () => {
    const { session } = setUp();
    session.end();
    expect(() => session.door({ name: 'db', target: 't' }, []).open('x')).toThrow(GateError);
  });
});

describe('an approval', () => {
  it.each<[number | null, number | null, number | null]>([[10, 3, 3], [3, 10, 3], [null, 10, 10], [10, null, 10], [null, null, null]])('with ceiling %s, under a rule with ceiling %s, passes up to %s rows', async (approved, said, expected) => {
    const { ran } = await submit(setUp({ judge: { decide: () => decision('review', { maxRows: said }) }, approvals: { claim: async () => ({ kind: 'approved', approval: 'pull request 12', maxRows: approved }) } }).gate);
    expect(ran?.[0]?.maxRows).toBe(expected);
  });

  it('turns a review into an allow', async () => {
    const answer: ApprovalAnswer = { kind: 'approved', approval: 'pull request 12', maxRows: 10 };
    const { gate, recorder } = setUp({ judge: { decide: () => decision('review') }, approvals: { claim: async () => answer } });
    expect((await submit(gate)).ran).toHaveLength(1);
    expect(recorder.of('decided')[0]).toMatchObject({ decision: 'allow', reasons: ['approved by pull request 12', 'because review'] });
  });
});

describe('an approval of data', () => {
  it('is none for an operation that takes no data', async () => {
    const { gate } = setUp({ judge: { decide: () => decision('review') }, approvals: { claim: async () => ({ kind: 'approved', approval: 'pull request 12', maxRows: null, data: 'ab'.repeat(32) }) } });
    expect((await submit(gate)).refused?.detail).toContain('rule=builtin:copy-data operation=sql.select reason=it was approved with data, and takes none');
  });
});

describe('what no rule may allow', () => {
  const masks = [{ column: 'public.people.ssn', style: 'redact' as const }, { column: 'public.people.email', style: 'partial' as const }];
  const flowing = (more: Partial<StatementFacts>): Setup => ({ masks, reader: { analyse: () => [draft], resolve: () => facts({ accesses: [{ effect: 'write', object: 'public.log', type: 'relation', columns: ['*'], filtered: [], assumed: false }], ...more }) } });
  const target = { relation: 'public.log', column: 'text' };

  it.each<[string, Partial<StatementFacts>, string]>([
    ['copying protected data to where it is not', { flows: [{ target, origins: [{ relation: 'public.people', column: 'ssn' }] }] }, 'builtin:copy-protected'],
    ['copying data of unknown origin', { flows: [{ target, origins: null }] }, 'builtin:copy-protected'],
    ['copying it to where the mask is weaker', { flows: [{ target: { relation: 'public.people', column: 'email' }, origins: [{ relation: 'public.people', column: 'ssn' }] }] }, 'builtin:copy-protected'],
    ['keeping what was computed from it where the mask shows a part', { flows: [{ target: { relation: 'public.people', column: 'email' }, origins: [{ relation: 'public.people', column: 'email' }], computed: true }] }, 'builtin:copy-protected'],
    ['keeping data of unknown origin where the mask shows a part', { flows: [{ target: { relation: 'public.people', column: 'email' }, origins: null }] }, 'builtin:copy-protected'],
    ['writing a masked value back', { literals: ['[redacted]'] }, 'builtin:masked-value'],
  ])('%s', async (_name, more, rule) => {
    expect((await submit(setUp(flowing(more)).gate)).refused?.detail).toContain(`rule=${rule}`);
  });

  it('leaves data alone that nobody protects', async () => {
    expect((await submit(setUp(flowing({ flows: [{ target, origins: [{ relation: 'public.people', column: 'name' }] }] })).gate)).ran).toHaveLength(1);
    expect((await submit(setUp(flowing({ flows: [{ target: { relation: 'public.people', column: 'ssn' }, origins: [{ relation: 'public.people', column: 'ssn' }] }] })).gate)).ran).toHaveLength(1);
  });

  it('leaves a value alone that stays as it is, and one that is computed where nothing of it is shown', async () => {
    const [email, ssn] = ['email', 'ssn'].map((column) => ({ relation: 'public.people', column })) as [Origin, Origin];
    expect((await submit(setUp(flowing({ flows: [{ target: email, origins: [email] }] })).gate)).ran).toHaveLength(1);
    expect((await submit(setUp(flowing({ flows: [{ target: ssn, origins: [email], computed: true }, { target: ssn, origins: null }] })).gate)).ran).toHaveLength(1);
  });

  it('counts the masks that a rule adds for this operation', async () => {
    const added = [{ column: 'public.people.name', style: 'redact' as const }];
    const setup = flowing({ flows: [{ target, origins: [{ relation: 'public.people', column: 'name' }] }] });
    expect((await submit(setUp({ ...setup, judge: { decide: () => decision('allow', { masks: added }) } }).gate)).refused?.detail).toContain('rule=builtin:copy-protected');
  });

  it('refuses a masked value among the parameters', async () => {
    const { gate } = setUp(flowing({}));
    const refused = await new Promise<Refusal | null>((done) => {
      gate.submit({ asked: [{ draft, parameters: [{ type: 'text', format: 'text', value: Buffer.from('[redacted]').toString('base64') }] }], context, execute: () => done(null), refuse: done });
    });
    expect(refused?.detail).toContain('rule=builtin:masked-value');
  });
});

describe('masks that a rule adds for one operation', () => {
  const judge: Judge = { decide: () => decision('allow', { masks: [{ column: 'content:email', style: 'redact' }, { column: 'public.t.b', style: 'redact' }] }) };
  const field = { name: 'a', tableOid: 0, columnNumber: 0, typeOid: 25, format: 0 as const };

  it('look into contents, too', async () => {
    const [run] = (await submit(setUp({ judge }).gate)).ran as readonly Execution[];
    const sink = run?.described([field], catalog).sinks[0];
    expect(sink?.(Buffer.from('to a@b.example'), 0, 14)?.toString()).toBe('to [masked:email]');
    expect(run?.diagnostic('M', 'a@b.example is taken', '42703')).toBe('the message of the server is withheld, since it may quote protected data');
    expect(run?.diagnostic('M', 'column "a" does not exist', '42703', new Map([['P', '8']]))).toBe('column "a" does not exist');
  });

  it('hold for texts that belong to no operation from then on', async () => {
    const { gate } = setUp({ judge });
    expect(gate.diagnostic('payload', 'secret words')).toBe('secret words');
    await submit(gate);
    await submit(gate);
    expect(gate.diagnostic('payload', 'secret words')).toBe('[redacted]');
  });
});

describe('a row ceiling', () => {
  const limited: Judge = { decide: () => decision('allow', { maxRows: 2 }) };
  const writing = (): Setup => ({ judge: limited, reader: { analyse: () => [draft], resolve: () => facts({ accesses: [{ effect: 'write', object: 'public.t', type: 'relation', columns: [], filtered: [], assumed: false }], outputs: null }) } });
  const asking = (gate: WireGate, tree: Draft['tree']) => new Promise<Refusal | readonly Execution[]>((done) => {
    gate.submit({ asked: [{ draft: { ...draft, tree }, parameters: [] }], context, execute: done, refuse: done });
  });

  it('stops rows that come back', async () => {
    const [run] = (await submit(setUp({ judge: limited }).gate)).ran as readonly Execution[];
    expect([run?.maxRows, run?.undoable]).toEqual([2, false]);
    run?.row(1);
    run?.row(1);
    expect(() => run?.row(1)).toThrow('returns more than the 2 rows');
    expect(() => run?.completed('SELECT 9')).not.toThrow();
  });

  it.each(['UpdateStmt', 'InsertStmt', 'DeleteStmt', 'MergeStmt', 'CopyStmt'])('counts what %s changes by its tag', async (kind) => {
    const [run] = (await asking(setUp(writing()).gate, { [kind]: { withClause: { ctes: [{ CommonTableExpr: { ctequery: { SelectStmt: {} } } }] } } })) as readonly Execution[];
    expect(run?.undoable).toBe(true);
    expect(() => run?.completed('UPDATE 2')).not.toThrow();
    expect(() => run?.completed('INSERT 0 3')).toThrow('changes more than the 2 rows');
    expect(() => run?.completed('SOMETHING')).toThrow('changes more');
  });

  it.each<[string, Draft['tree']]>([
    ['nothing readable', null], ['TRUNCATE', { TruncateStmt: {} }], ['EXPLAIN', { ExplainStmt: {} }],
    ['a changing WITH', { SelectStmt: { withClause: { ctes: [{ CommonTableExpr: { ctequery: { DeleteStmt: {} } } }] } } }], ['a WITH of unknown make', { UpdateStmt: { withClause: { ctes: [{}] } } }],
  ])('refuses what can not be counted: %s', async (_name, tree) => {
    expect(await asking(setUp(writing()).gate, tree)).toMatchObject({ detail: expect.stringContaining('rule=builtin:row-ceiling') });
  });
});

describe('a client that may wait for people', () => {
  const approvedBy = (settled: string[]): ApprovalAnswer => ({ kind: 'approved', approval: 'ann', maxRows: null, data: null, settle: (how: string) => void settled.push(how) }) as unknown as ApprovalAnswer;
  function patient(): { readonly over: AbortController; readonly calls: string[]; readonly waiting: Waiting } {
    const over = new AbortController();
    const calls: string[] = [];
    return { over, calls, waiting: { signal: over.signal, stay: () => void calls.push('stay'), rest: async () => void calls.push('rest'), notice: () => void calls.push('notice'), context: () => context } };
  }

  const asking = { kind: 'pending', how: 'ask ann', url: 'u', waits: true, seen: { state: 'requested', manifest: 'm', by: [], url: 'u', reason: 'ask ann' } } as const;

  it('stays before it is known whether it has to, and gives back what was approved when it waits no longer', async () => {
    const { over, calls, waiting } = patient();
    const settled: string[] = [];
    const session = setUp({ judge: { decide: () => decision('review') }, approvals: { claim: async () => { over.abort('it was cancelled'); return approvedBy(settled); } } }).session;
    const gate = session.door({ name: 'db', target: 'x' }, [], 60_000).open('psql');
    const refused = await new Promise<Refusal>((done, fail) => {
      gate.submit({ asked: [{ draft, parameters: [] }], context, waiting, execute: () => fail(new Error('it ran')), refuse: done });
      expect([gate.holds, calls]).toEqual([true, ['stay']]);
    });
    expect([refused.hint, settled, calls]).toEqual([expect.stringContaining('it waits no longer: it was cancelled'), ['rolled-back'], ['stay']]);
  });

  it('has the server at rest before it is told to wait, and gives back an approval that comes too late', async () => {
    const { over, calls, waiting } = patient();
    const settled: string[] = [];
    const runtime = { monotonicMs: () => 0, after: (_milliseconds: number, then: () => void) => { queueMicrotask(then); return { cancel: () => undefined }; } };
    const ask = async (): Promise<ApprovalAnswer> => { over.abort('the session ends'); return approvedBy(settled); };
    const answer = await hold(asking, ask, { waiting, holdMs: 60_000, runtime, what: 'SELECT', stillSo: () => true });
    expect([answer, settled, calls]).toEqual([{ kind: 'pending', how: 'ask ann; it waits no longer: the session ends', url: 'u' }, ['rolled-back'], ['rest', 'notice']]);
  });

  it('is not kept by its own notice, which it did not take', async () => {
    const { over, waiting } = patient();
    const never = { monotonicMs: () => 0, after: () => ({ cancel: () => undefined }) };
    const answer = await hold(asking, () => Promise.reject(new Error('asked')), { waiting: { ...waiting, notice: () => over.abort('it is gone') }, holdMs: 60_000, runtime: never, what: 'SELECT', stillSo: () => true });
    expect(answer).toMatchObject({ kind: 'pending', how: 'ask ann; it waits no longer: it is gone' });
  });

  it('is refused at once when it is gone before', async () => {
    const { over, calls, waiting } = patient();
    over.abort('it is gone');
    const answer = await hold(asking, () => Promise.reject(new Error('asked')), { waiting, holdMs: 60_000, runtime: systemRuntime, what: 'SELECT', stillSo: () => true });
    expect([answer, calls]).toEqual([expect.objectContaining({ how: 'ask ann; it waits no longer: it is gone' }), []]);
  });
});
