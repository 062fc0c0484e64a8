// SPDX-License-Identifier: Apache-2.0
//
// What became of an approved operation, by what its transaction came to: taken back only where everything that it did goes with the
// transaction. What reaches further is spent, whatever the transaction comes to: else one approval would run it as often as it is undone.
import type { Settled } from '../../../src/core/ports.js';
import type { Reader, StatementFacts } from '../../../src/core/model.js';
import { type StatementOutcome, ApprovalOutcomes } from '../../../src/gate/outcomes.js';
import { loadSqlReader } from '../../../src/parse/sql/reader.js';

let read: Reader;
beforeAll(async () => {
  read = await loadSqlReader();
});

const factsOf = (sql: string): StatementFacts => {
  const [draft] = read(sql);
  if (draft === undefined) throw new Error(`no statement in ${sql}`);
  return draft.facts as StatementFacts;
};

const OK: StatementOutcome = { kind: 'ok', tag: 'DONE' };
/** Ways in which it is undone, or never done. */
const ENDS: Readonly<Record<string, (outcomes: ApprovalOutcomes, run: (fate: StatementOutcome) => void, message: object) => void>> = {
  ROLLBACK: (outcomes, run) => {
    run(OK);
    outcomes.watch(factsOf('ROLLBACK'), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'ROLLBACK' });
  },
  'its own failure': (_fates, run) => run({ kind: 'failed', sqlstate: '55P03' }),
  'the end of the connection': (outcomes, run) => {
    run(OK);
    outcomes.closed();
  },
  'PREPARE TRANSACTION that fails': (outcomes, run) => {
    run(OK);
    outcomes.watch(factsOf("PREPARE TRANSACTION 'x'"), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'ROLLBACK' });
  },
};

/** What is said in the end of a statement in a transaction. */
function told(sql: string, end: string): Settled | undefined {
  const outcomes = new ApprovalOutcomes();
  const said: Settled[] = [];
  const message = {};
  outcomes.watch(factsOf('BEGIN'), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'BEGIN' });
  const watch = outcomes.watch(factsOf(sql), (how) => said.push(how), { message, together: false });
  ENDS[end]?.(outcomes, (fate) => watch?.(fate), message);
  return said.at(-1);
}

const LASTING = [
  "SELECT dblink_exec('host=other', 'DELETE FROM accounts')", "COPY orders TO PROGRAM 'cat >> file'", "COPY orders FROM '/srv/rows'", "SELECT lo_export(1, '/srv/x')",
  "SELECT setval('s', 1)", "SELECT nextval('s')", 'SELECT refund_all()', 'UPDATE orders SET status = refund(id)', "SELECT pg_advisory_lock(1)", 'SELECT pg_terminate_backend(1)',
  'CALL nightly()', 'DO $$ BEGIN PERFORM 1; END $$', 'VACUUM orders', "LOAD 'x'",
];
const REVOCABLE = ['ALTER TABLE orders ADD note text', "UPDATE orders SET status = 'x' WHERE id = 1", 'DELETE FROM orders WHERE id = 1', 'INSERT INTO orders VALUES (1)', 'CREATE INDEX i ON orders (id)', 'GRANT SELECT ON orders TO ann', 'COPY orders FROM STDIN'];

describe.each(Object.keys(ENDS))('%s', (end) => {
  it.each(LASTING)('does not undo %s', (sql) => expect(told(sql, end)).toBe('unknown'));
  it.each(REVOCABLE)('undoes %s', (sql) => expect(told(sql, end)).toBe('rolled-back'));
});

it('undoes with a failed message what is one transaction with it, as far as that can be undone', () => {
  const said: Settled[][] = [[], []];
  const outcomes = new ApprovalOutcomes();
  const message = {};
  for (const [index, sql] of ["UPDATE orders SET status = 'x' WHERE id = 1", "SELECT setval('s', 1)"].entries()) outcomes.watch(factsOf(sql), (how) => said[index]?.push(how), { message, together: true })?.(OK);
  outcomes.watch(factsOf('DELETE FROM orders WHERE id = 1'), () => undefined, { message, together: true })?.({ kind: 'failed', sqlstate: '23503' });
  expect(said).toEqual([['passed', 'rolled-back'], ['passed', 'unknown']]);
});

it.each([...LASTING, ...REVOCABLE])('lets what never reached the server be asked for again: %s', (sql) => {
  const said: Settled[] = [];
  new ApprovalOutcomes().watch(factsOf(sql), (how) => said.push(how), { message: {}, together: false })?.({ kind: 'withheld' });
  expect(said).toEqual(['rolled-back']);
});

const watched = (outcomes: ApprovalOutcomes, sql: string) => outcomes.watch(factsOf(sql), null, { message: {}, together: false });
const ok = (tag: string): StatementOutcome => ({ kind: 'ok', tag });

it.each<[string, (outcomes: ApprovalOutcomes) => void, Settled]>([
  ['COMMIT', (outcomes) => watched(outcomes, 'COMMIT')?.(ok('COMMIT')), 'done'],
  ['COMMIT of what had failed', (outcomes) => watched(outcomes, 'COMMIT')?.(ok('ROLLBACK')), 'rolled-back'],
  ['COMMIT with an answer of no kind that we know', (outcomes) => watched(outcomes, 'COMMIT')?.(ok('COMMITTED')), 'unknown'],
  ['COMMIT that fails', (outcomes) => watched(outcomes, 'COMMIT')?.({ kind: 'failed', sqlstate: '23503' }), 'rolled-back'],
  ['COMMIT whose connection fails', (outcomes) => watched(outcomes, 'COMMIT')?.({ kind: 'failed', sqlstate: '08006' }), 'unknown'],
  ['COMMIT without an answer', (outcomes) => watched(outcomes, 'COMMIT')?.({ kind: 'unknown' }), 'unknown'],
  ['the end of the connection with a COMMIT on its way', (outcomes) => (watched(outcomes, 'COMMIT'), outcomes.closed()), 'unknown'],
  ['PREPARE TRANSACTION', (outcomes) => watched(outcomes, "PREPARE TRANSACTION 'x'")?.(ok('PREPARE TRANSACTION')), 'unknown'],
  ['COMMIT after ROLLBACK TO, which may have undone it', (outcomes) => (watched(outcomes, 'ROLLBACK TO s')?.(ok('ROLLBACK')), watched(outcomes, 'COMMIT')?.(ok('COMMIT'))), 'unknown'],
  ['a server that is idle, and never said how it ended', (outcomes) => outcomes.idle(), 'unknown'],
])('is as certain of what was done in a transaction as its end is: %s', (_end, end, expected) => {
  const outcomes = new ApprovalOutcomes();
  const said: Settled[] = [];
  watched(outcomes, 'BEGIN')?.(ok('BEGIN'));
  outcomes.watch(factsOf('DELETE FROM orders WHERE id = 1'), (how) => said.push(how), { message: {}, together: false })?.(OK);
  end(outcomes);
  expect(said).toEqual(['passed', expected]);
});

it('counts as done what is by itself once the server is idle, and as spent what is answered after the connection is gone, or never', () => {
  const settled = (end: (outcomes: ApprovalOutcomes, run: (fate: StatementOutcome) => void) => void): Settled[] => {
    const outcomes = new ApprovalOutcomes();
    const said: Settled[] = [];
    const watch = outcomes.watch(factsOf('DELETE FROM orders WHERE id = 1'), (how) => said.push(how), { message: {}, together: false });
    end(outcomes, (fate) => watch?.(fate));
    return said;
  };
  expect(settled((outcomes, run) => (run(OK), outcomes.idle()))).toEqual(['passed', 'done']);
  expect(settled((outcomes, run) => (outcomes.closed(), run(OK)))).toEqual(['unknown']);
  expect(settled((_fates, run) => run({ kind: 'unknown' }))).toEqual(['unknown']);
  expect(settled((_fates, run) => run({ kind: 'failed', sqlstate: '08006' }))).toEqual(['unknown']);
});
