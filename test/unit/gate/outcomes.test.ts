// SPDX-License-Identifier: Apache-2.0
//
// What became of an approved operation, by what its transaction came to: taken back only where everything that it did goes with the
// transaction. What reaches further is spent, whatever the transaction comes to: else one approval would run it as often as it is undone.
import type { Settled } from '../../../src/core/ports.js';
import type { Reader, StatementFacts } from '../../../src/core/model.js';
import { type Fate, Fates } from '../../../src/gate/outcomes.js';
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

const OK: Fate = { kind: 'ok', tag: 'DONE' };
/** Ways in which it is undone, or never done. */
const ENDS: Readonly<Record<string, (fates: Fates, run: (fate: Fate) => void, message: object) => void>> = {
  ROLLBACK: (fates, run) => {
    run(OK);
    fates.watch(factsOf('ROLLBACK'), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'ROLLBACK' });
  },
  'its own failure': (_fates, run) => run({ kind: 'failed', sqlstate: '55P03' }),
  'the end of the connection': (fates, run) => {
    run(OK);
    fates.closed();
  },
  'PREPARE TRANSACTION that fails': (fates, run) => {
    run(OK);
    fates.watch(factsOf("PREPARE TRANSACTION 'x'"), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'ROLLBACK' });
  },
};

/** What is said in the end of a statement in a transaction. */
function told(sql: string, end: string): Settled | undefined {
  const fates = new Fates();
  const said: Settled[] = [];
  const message = {};
  fates.watch(factsOf('BEGIN'), null, { message: {}, together: false })?.({ kind: 'ok', tag: 'BEGIN' });
  const watch = fates.watch(factsOf(sql), (how) => said.push(how), { message, together: false });
  ENDS[end]?.(fates, (fate) => watch?.(fate), message);
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
  const fates = new Fates();
  const message = {};
  for (const [index, sql] of ["UPDATE orders SET status = 'x' WHERE id = 1", "SELECT setval('s', 1)"].entries()) fates.watch(factsOf(sql), (how) => said[index]?.push(how), { message, together: true })?.(OK);
  fates.watch(factsOf('DELETE FROM orders WHERE id = 1'), () => undefined, { message, together: true })?.({ kind: 'failed', sqlstate: '23503' });
  expect(said).toEqual([['passed', 'rolled-back'], ['passed', 'unknown']]);
});

it.each([...LASTING, ...REVOCABLE])('lets what never reached the server be asked for again: %s', (sql) => {
  const said: Settled[] = [];
  new Fates().watch(factsOf(sql), (how) => said.push(how), { message: {}, together: false })?.({ kind: 'withheld' });
  expect(said).toEqual(['rolled-back']);
});

const watched = (fates: Fates, sql: string) => fates.watch(factsOf(sql), null, { message: {}, together: false });
const ok = (tag: string): Fate => ({ kind: 'ok', tag });

it.each<[string, (fates: Fates) => void, Settled]>([
  ['COMMIT', (fates) => watched(fates, 'COMMIT')?.(ok('COMMIT')), 'done'],
  ['COMMIT of what had failed', (fates) => watched(fates, 'COMMIT')?.(ok('ROLLBACK')), 'rolled-back'],
  ['COMMIT with an answer of no kind that we know', (fates) => watched(fates, 'COMMIT')?.(ok('COMMITTED')), 'unknown'],
  ['COMMIT that fails', (fates) => watched(fates, 'COMMIT')?.({ kind: 'failed', sqlstate: '23503' }), 'rolled-back'],
  ['COMMIT whose connection fails', (fates) => watched(fates, 'COMMIT')?.({ kind: 'failed', sqlstate: '08006' }), 'unknown'],
  ['COMMIT without an answer', (fates) => watched(fates, 'COMMIT')?.({ kind: 'unknown' }), 'unknown'],
  ['the end of the connection with a COMMIT on its way', (fates) => (watched(fates, 'COMMIT'), fates.closed()), 'unknown'],
  ['PREPARE TRANSACTION', (fates) => watched(fates, "PREPARE TRANSACTION 'x'")?.(ok('PREPARE TRANSACTION')), 'unknown'],
  ['COMMIT after ROLLBACK TO, which may have undone it', (fates) => (watched(fates, 'ROLLBACK TO s')?.(ok('ROLLBACK')), watched(fates, 'COMMIT')?.(ok('COMMIT'))), 'unknown'],
  ['a server that is idle, and never said how it ended', (fates) => fates.idle(), 'unknown'],
])('is as certain of what was done in a transaction as its end is: %s', (_end, end, expected) => {
  const fates = new Fates();
  const said: Settled[] = [];
  watched(fates, 'BEGIN')?.(ok('BEGIN'));
  fates.watch(factsOf('DELETE FROM orders WHERE id = 1'), (how) => said.push(how), { message: {}, together: false })?.(OK);
  end(fates);
  expect(said).toEqual(['passed', expected]);
});

it('counts as done what is by itself once the server is idle, and as spent what is answered after the connection is gone, or never', () => {
  const settled = (end: (fates: Fates, run: (fate: Fate) => void) => void): Settled[] => {
    const fates = new Fates();
    const said: Settled[] = [];
    const watch = fates.watch(factsOf('DELETE FROM orders WHERE id = 1'), (how) => said.push(how), { message: {}, together: false });
    end(fates, (fate) => watch?.(fate));
    return said;
  };
  expect(settled((fates, run) => (run(OK), fates.idle()))).toEqual(['passed', 'done']);
  expect(settled((fates, run) => (fates.closed(), run(OK)))).toEqual(['unknown']);
  expect(settled((_fates, run) => run({ kind: 'unknown' }))).toEqual(['unknown']);
  expect(settled((_fates, run) => run({ kind: 'failed', sqlstate: '08006' }))).toEqual(['unknown']);
});
