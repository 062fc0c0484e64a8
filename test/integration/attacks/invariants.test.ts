// The invariants of the order, over the corpus of attacks in any mixture: no effect without a decision recorded before it, any error on
// the way is a deny, and what is forwarded reads as what was judged. Seeded and bounded; a failing seed is printed.
import { resolve as resolvePath } from 'node:path';
import fc from 'fast-check';
import type { CatalogSnapshot } from '../../../src/core/catalog.js';
import type { Approvals } from '../../../src/core/ports.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GateSession, type GateSessionDeps } from '../../../src/gate/session.js';
import type { Execution, Refusal, WireContext, WireGate } from '../../../src/gate/wire.js';
import { resolve } from '../../../src/parse/sql/resolve.js';
import { Result } from '../../../src/proxy/postgres/results/result.js';
import { loadPolicy } from '../../../src/policy/load.js';
import type { Policy } from '../../../src/policy/model.js';
import { LOOSE, MASK } from '../../support/attacked.js';
import { makeCatalog } from '../../support/catalog.js';
import { casesIn } from '../../support/cases.js';
import { theParser } from '../../support/gate.js';
import { policyText } from '../../support/guarded.js';
import { MemoryRecorder } from '../../support/recorder.js';

const TEXTS = casesIn(resolvePath('test/corpus/sql')).flatMap(({ messages }) => messages);
const RUNS = { seed: 20_261_126, numRuns: 150 };

type Answer = { readonly kind: 'executed'; readonly executions: readonly Execution[]; readonly recorded: number } | { readonly kind: 'refused'; readonly refusal: Refusal };

describe('the invariants of the order', () => {
  let policy: Policy;
  let deps: Omit<GateSessionDeps, 'recorder'>;

  beforeAll(async () => {
    const sql = await theParser();
    const server = { port: 1, superuser: 'postgres', password: '', database: 'shop' };
    policy = await loadPolicy({ text: policyText({ server, rules: `${LOOSE}  - { id: ask, match: { effect: grant }, decide: review }\n`, mask: MASK }), file: 'policy.yml' }, { now: 0 });
    const quiet = () => undefined;
    deps = {
      principal: { names: ['me'], issuer: 'local', subject: 'tester', claims: {} }, judge: policy, runtime: systemRuntime, recordResults: 'rows',
      reader: { analyse: (text) => sql.analyse(text), resolve: (draft, scope) => resolve(draft, scope, sql) },
      approvals: { claim: async () => ({ kind: 'pending', how: 'ask', url: null }) } as unknown as Approvals, log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    };
  });

  const context = (catalog: CatalogSnapshot = makeCatalog()): WireContext => ({ catalog, searchPath: ['pg_catalog', 'public'], settings: {}, prepared: new Map(), cursors: new Map(), stale: false });

  function open(changed: Partial<GateSessionDeps> = {}, recorder = new MemoryRecorder()): { gate: WireGate; recorder: MemoryRecorder } {
    const session = new GateSession({ ...deps, recorder, ...changed });
    return { recorder, gate: session.door({ name: 'db', target: 'db:5432/shop' }, policy.masks('db', ['me'])).open('test') };
  }

  function ask({ gate, recorder }: { gate: WireGate; recorder: MemoryRecorder }, text: string, within = context()): Promise<Answer> {
    return new Promise((answer) => {
      gate.submit({
        asked: gate.analyse(Buffer.from(text)).map((draft) => ({ draft, parameters: [] })), context: within,
        execute: (executions) => answer({ kind: 'executed', executions, recorded: recorder.of('decided').length }),
        refuse: (refusal) => answer({ kind: 'refused', refusal }),
      });
    });
  }

  it('records a decision before each effect, and that decision allows it', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }), async (texts) => {
      const opened = open();
      const drafts = opened.gate.analyse(Buffer.from(texts.join(';\n')));
      const answer = await ask(opened, texts.join(';\n'));
      if (answer.kind === 'refused') return;
      expect(answer.recorded).toBe(drafts.length);
      expect(opened.recorder.of('decided').every(({ decision }) => decision === 'allow')).toBe(true);
    }), RUNS);
  });

  it('reads what it forwards as what it judged', async () => {
    const sql = await theParser();
    await fc.assert(fc.asyncProperty(fc.constantFrom(...TEXTS), async (text) => {
      const answer = await ask(open(), text);
      if (answer.kind === 'refused') return;
      const again = sql.analyse(Buffer.from(text)).map((draft) => resolve(draft, context(), sql));
      expect(answer.executions.map(({ facts }) => facts.accesses)).toEqual(again.map(({ accesses }) => accesses));
      // And each statement by itself, as its own text has it.
      for (const { facts } of answer.executions) {
        const [alone] = sql.analyse(Buffer.from(facts.text)).map((draft) => resolve(draft, context(), sql));
        if (facts.text !== '') expect(alone?.accesses).toEqual(facts.accesses);
      }
    }), RUNS);
  });

  const boom = (): never => {
    throw new Error('boom');
  };
  const broken = new Proxy({}, { get: boom }) as CatalogSnapshot;

  it.each<[string, () => { opened: ReturnType<typeof open>; within?: WireContext }]>([
    ['the policy', () => ({ opened: open({ judge: { decide: boom } as unknown as GateSessionDeps['judge'] }) })],
    ['the reader of facts', () => ({ opened: open({ reader: { ...deps.reader, resolve: boom } }) })],
    ['the recorder', () => ({ opened: open({}, Object.assign(new MemoryRecorder(), {})) })],
    ['the disk', () => ({ opened: open({}, Object.assign(new MemoryRecorder(), { failDurable: true })) })],
    ['the catalog', () => ({ opened: open(), within: context(broken) })],
  ])('refuses everything when %s fails', async (name, make) => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...TEXTS.filter((text) => /customers/.test(text))), async (text) => {
      const { opened, within } = make();
      if (name === 'the recorder') opened.recorder.failAppend = true;
      expect((await ask(opened, text, within)).kind).toBe('refused');
    }), { ...RUNS, numRuns: 60 });
  });

  it.each([
    "copy notes to '/srv/LEAKED.csv'", "copy notes from '/srv/LEAKED.csv'", "copy notes to program 'curl LEAKED'", "load 'LEAKED'",
    "prepare transaction 'LEAKED'", "commit prepared 'LEAKED'", "select nextval('LEAKED')", "select setval('public.\"LEAKED\"', 5)", "select nextval(E'\\x4cEAKED')",
    "select set_config('LEAKED.x', 'v', false)", "create tablespace x location '/srv/LEAKED'", "create database d template 'LEAKED'",
    "create function f() returns int language 'LEAKED' as 'x'", "create function f() returns int language sql as 'select 1 from LEAKED'",
    "do language 'LEAKED' 'x'", "do 'begin LEAKED nonsense; end'", "do 'begin perform LEAKED(1); end'",
    "create table t (a int default nextval('LEAKED'))", "select * from dblink('host=LEAKED', 'select LEAKED') as t(a int)", "select lo_import('/srv/LEAKED'), pg_read_file('LEAKED')",
  ])('judges all of, and records nothing but what is no literal of: %s', async (text) => {
    const opened = open();
    await ask(opened, text);
    expect(opened.recorder.of('decided')).toHaveLength(1);
    expect(JSON.stringify(opened.recorder.events)).not.toMatch(/LEAKED/iu);
    // A name of the catalog is none, wherever it is written.
    const known = makeCatalog({ tables: { 'public.leaked': ['id'] }, sequences: ['public.leaked'], functions: ['public.leaked'], epoch: 2 });
    await ask(opened, text, context(known));
    if (/nextval\('|from LEAKED|perform/u.test(text)) expect(JSON.stringify(opened.recorder.of('decided').at(-1))).toContain('public.leaked');
  });

  it('tells the client by its name what the recording does not name', async () => {
    const opened = open();
    expect(await ask(opened, "select nextval('LEAKED')")).toMatchObject({ refusal: { detail: expect.stringContaining('`public.leaked`') } });
    expect(opened.recorder.of('decided')).toMatchObject([{ accesses: [{ effect: 'write', object: '?' }], reasons: ['no rule allows write on `?`'] }]);
  });

  it('withholds rows when the mask fails', async () => {
    const answer = await ask(open(), 'select 1 as ssn');
    if (answer.kind === 'refused') throw new Error('it was refused');
    const result = new Result(answer.executions[0] as Execution);
    result.described([{ name: 'ssn', tableOid: 1, columnNumber: 1, typeOid: 25, format: 0 }], broken);
    expect(result.plan).toBeNull();
    expect(result.refusal).toMatchObject({ sqlstate: '42501' });
  });

  it('refuses what waits for an approval when approvals fail', async () => {
    const opened = open({ approvals: { claim: boom } as unknown as Approvals });
    const answer = await ask(opened, 'grant select on notes to public');
    expect(answer).toMatchObject({ kind: 'refused', refusal: { decision: 'deny' } });
  });
});
