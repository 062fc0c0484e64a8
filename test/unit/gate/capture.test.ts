// SPDX-License-Identifier: Apache-2.0
//
// What a capture remembers: exactly what was asked, in which transaction, and how it ended; nothing of it is guessed.
import { createHash } from 'node:crypto';
import type { Parameter } from '../../../src/core/model.js';
import { Capture, CAPTURE_JUDGE, type CapturedStatement } from '../../../src/gate/capture.js';
import type { Execution, Refusal, WireContext } from '../../../src/gate/wire.js';
import type { SqlParser } from '../../../src/parse/sql/parser.js';
import { resolve } from '../../../src/parse/sql/resolve.js';
import type { factsOf} from '../../support/judging.js';
import { NOON, operationOf, principalOf } from '../../support/judging.js';
import { loadParser } from '../../support/statements.js';
import { passThroughDoor } from '../../support/wire-gate.js';

const RESOURCE = { name: 'db', target: 'db.example:5432/shop' };
const REFUSAL: Refusal = { decision: 'deny', sqlstate: '42501', message: 'no', detail: 'reason=because', hint: '' };
let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

type Step = (executions: readonly Execution[]) => void;
const done = (tag: string): Step => (executions) => executions.forEach((execution) => execution.done({ kind: 'ok', tag }));

/** A capture with connections to it; each statement is a message, several in one text are one message. */
function capturing({ refuse = false } = {}) {
  const capture = new Capture();
  const { door, log } = passThroughDoor();
  const seen = capture.door({
    open: (...args) => ({
      ...door.open(...args), analyse: (sql) => parser.analyse(sql), facts: (draft, context) => resolve(draft, { ...context, catalog: null, searchPath: null }, parser),
      ...(refuse ? { submit: (submission) => submission.refuse(REFUSAL) } : {}),
    }),
  }, RESOURCE);
  const connect = () => {
    const gate = seen.open('test', {} as never);
    return (sql: string, end: Step | null = done('OK'), more: { parameters?: readonly Parameter[]; settings?: Record<string, string> } = {}) => {
      const context: WireContext = { catalog: {} as never, searchPath: null, settings: more.settings ?? {}, prepared: new Map(), cursors: new Map(), stale: false };
      gate.submit({ asked: gate.analyse(Buffer.from(sql)).map((draft) => ({ draft, parameters: more.parameters ?? [] })), context, execute: (executions) => end?.(executions), refuse: () => undefined });
    };
  };
  return { capture, connect, log };
}
const transactions = (statements: readonly CapturedStatement[]) => statements.map(({ transaction }) => transaction);

describe('CAPTURE_JUDGE', () => {
  const decided = (facts: Parameters<typeof factsOf>[0]) => CAPTURE_JUDGE.decide({ operation: operationOf([], { facts: facts ?? {} }), principal: principalOf(), resource: 'db', now: NOON } as never).decision;

  it('allows whatever can be read', () => {
    expect([decided({ statement: 'DROP TABLE' }), decided({ statement: 'DO', unknown: ['code'] })]).toEqual(['allow', 'allow']);
  });

  it('denies what can not be read, and what would blind the gate', () => {
    expect([decided({ statement: 'UNKNOWN', unknown: ['nobody knows'] }), decided({ statement: 'SET', forbidden: ['it blinds'] }), decided({ statement: 'UNKNOWN' })]).toEqual(['deny', 'deny', 'deny']);
  });
});

describe('Capture', () => {
  it('remembers what was asked, with values and settings of that moment', () => {
    const { capture, connect } = capturing();
    const parameters: Parameter[] = [{ type: 'pg_catalog.int4', format: 'text', value: 'MQ==' }];
    const settings = { TimeZone: 'UTC' };
    connect()('UPDATE a SET b = $1', done('UPDATE 1'), { parameters, settings });
    parameters.length = 0;
    settings.TimeZone = 'Asia/Tokyo';
    expect(capture.statements()).toMatchObject([{ operation: { kind: 'sql', resource: RESOURCE, parameters: [{ value: 'MQ==' }], settings: { TimeZone: 'UTC' }, data: null, facts: { text: 'UPDATE a SET b = $1' } }, end: { kind: 'ok', tag: 'UPDATE 1' } }]);
  });

  it('tells each end, and says so where none was seen', () => {
    const { capture, connect, log } = capturing();
    const ask = connect();
    ask('SELECT 1', (executions) => executions[0]?.done({ kind: 'failed', sqlstate: '42P01', message: 'gone' }));
    ask('SELECT 2', null);
    expect(capture.statements().map(({ end }) => end)).toEqual([{ kind: 'failed', sqlstate: '42P01', message: 'gone' }, { kind: 'unknown' }]);
    expect(log.outcomes).toEqual([{ kind: 'failed', sqlstate: '42P01', message: 'gone' }]);
  });

  it('remembers what the gate refused as refused', () => {
    const { capture, connect } = capturing({ refuse: true });
    connect()('SELECT 1; SELECT 2');
    expect(capture.statements().map(({ end }) => end)).toEqual([{ kind: 'refused', message: 'reason=because' }, { kind: 'refused', message: 'reason=because' }]);
  });

  it('keeps a digest of the rows that are copied in, and passes them on', () => {
    const { capture, connect } = capturing();
    connect()('COPY a FROM STDIN', ([execution]) => {
      execution?.copyIn(Buffer.from('1\n'));
      execution?.copyIn(Buffer.from('2\n'));
      execution?.done({ kind: 'ok', tag: 'COPY 2' });
    });
    expect(capture.statements()[0]?.operation.data).toBe(createHash('sha256').update('1\n2\n').digest('hex'));
  });

  it('is no more than a witness: whatever the wire asks or says goes to the execution behind it', () => {
    const { capture } = capturing();
    // Its private part is what makes a copy of its fields worthless.
    class Said {
      readonly #calls: unknown[][] = [];
      get calls(): unknown[][] { return this.#calls; }
      say(name: string) { return (...told: unknown[]) => { this.#calls.push([name, ...told]); return name; }; }
    }
    const said = new Said();
    const asked = { facts: { text: 'x' }, wantsSample: true, maxRows: 7, undoable: true, revocable: 'r', speaksLater: 's' };
    const told = ['described', 'copyOut', 'sample', 'row', 'completed', 'copyInDone', 'answered', 'diagnostic', 'copyIn', 'done'] as const;
    const behind = { ...asked, ...Object.fromEntries(told.map((name) => [name, said.say(name)])) } as unknown as Execution;
    const { door } = passThroughDoor();
    const gate = capture.door({ open: (...args) => ({ ...door.open(...args), submit: (submission) => submission.execute([behind]) }) }, RESOURCE).open('test', {} as never);
    let watched: Execution | undefined;
    gate.submit({ asked: [{ draft: gate.analyse(Buffer.from('COPY a FROM STDIN'))[0] as never, parameters: [] }], context: { settings: {} } as never, refuse: () => undefined, execute: ([one]) => (watched = one) });
    expect(watched).toMatchObject(asked);
    const answers = told.map((name) => (watched as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(Buffer.from('1'), 2, 3, 4));
    expect(answers.slice(0, 2)).toEqual(['described', 'copyOut']);
    expect(said.calls.map(([name, first]) => [name, first])).toEqual(told.map((name) => [name, name === 'copyInDone' ? undefined : Buffer.from('1')]));
    expect(said.calls.filter(([name]) => ['described', 'copyOut', 'diagnostic'].includes(name as string)).map((call) => call.slice(2))).toEqual([[2, 3, 4], [2, 3, 4], [2, 3, 4]]);
  });

  it('lets an objection of the gate to copied rows through, and keeps nothing of them', () => {
    const capture = new Capture();
    const { door } = passThroughDoor();
    const objecting = capture.door({ open: (...args) => {
      const inner = door.open(...args);
      return { ...inner, submit: (submission) => inner.submit({ ...submission, execute: (executions) => submission.execute(executions.map((one) => ({ ...one, copyIn: () => { throw new Error('masked'); } }))) }) };
    } }, RESOURCE).open('test', {} as never);
    objecting.submit({
      asked: [{ draft: objecting.analyse(Buffer.from('COPY a FROM STDIN'))[0] as never, parameters: [] }], context: { settings: {} } as never, refuse: () => undefined,
      execute: ([execution]) => expect(() => execution?.copyIn(Buffer.from('1\n'))).toThrow('masked'),
    });
    expect(capture.statements()[0]?.operation.data).toBeNull();
  });

  it.each<[string, readonly string[], readonly (number | null)[]]>([
    ['a transaction with its beginning and end', ['BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2'], [1, 1, 1, null]],
    ['two transactions', ['BEGIN', 'ROLLBACK', 'START TRANSACTION', 'COMMIT'], [1, 1, 2, 2]],
    ['a message of several statements', ['SELECT 1', 'SELECT 2; SELECT 3', 'SELECT 4'], [null, 1, 1, null]],
    ['a transaction that a message begins and another one ends', ['BEGIN; SELECT 1', 'SELECT 2', 'COMMIT'], [1, 1, 1, 1]],
    ['what a PREPARE TRANSACTION ends', ['BEGIN', "PREPARE TRANSACTION 'x'", 'SELECT 1'], [1, 1, null]],
  ])('numbers %s', (_name, messages, expected) => {
    const { capture, connect } = capturing();
    const ask = connect();
    for (const message of messages) ask(message);
    expect(transactions(capture.statements())).toEqual(expected);
  });

  it('takes no BEGIN for one that failed', () => {
    const { capture, connect } = capturing();
    const ask = connect();
    ask('BEGIN', (executions) => executions[0]?.done({ kind: 'failed', sqlstate: '25001', message: 'no' }));
    ask('SELECT 1');
    expect(transactions(capture.statements())).toEqual([null, null]);
  });

  it('keeps connections apart', () => {
    const { capture, connect } = capturing();
    const [one, other] = [connect(), connect()];
    one('BEGIN');
    other('SELECT 1');
    one('SELECT 2');
    expect(capture.statements().map(({ connection, message, transaction }) => [connection, message, transaction])).toEqual([[1, 1, 1], [2, 2, null], [1, 3, 1]]);
  });
});
