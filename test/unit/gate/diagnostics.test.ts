// SPDX-License-Identifier: Apache-2.0
//
// What of the server's words may pass where protected columns are touched: those about the statement's text, and no word that a value
// could have picked out of a dictionary which the statement, or the agent's own tables, bring along.
import type { StatementFacts } from '../../../src/core/model.js';
import { speaksLater, unattributed, withheld } from '../../../src/gate/diagnostics.js';
import { RecordedFacts } from '../../../src/gate/recorded-facts.js';
import { ProtectedColumns } from '../../../src/mask/columns.js';
import { makeCatalog } from '../../support/catalog.js';
import { factsOf } from '../../support/statements.js';

const CATALOG = makeCatalog({ tables: { 'public.customers': { id: 'integer', ssn: 'text' }, 'scratch.x5': { id: 'integer' } } });
const PROTECTED = new ProtectedColumns([{ column: 'public.customers.ssn', style: 'redact' }]);
const DICTIONARY = "SELECT ('x' || left(ssn, 1))::regclass, 'x4 x5 x6' FROM customers";
let facts: StatementFacts;
const said = (text: string, sqlstate: string, fields: Readonly<Record<string, string>> = {}): boolean => withheld({ field: 'M', text, sqlstate, fields: new Map(Object.entries(fields)) }, { facts, protectedColumns: PROTECTED, catalog: CATALOG }) === null;

beforeAll(async () => {
  facts = await factsOf(DICTIONARY, { catalog: CATALOG });
});

it.each([
  ['relation "x4" does not exist', '42P01', {}], ['function "x5" does not exist', '42883', {}], ['schema "x6" does not exist', '3F000', {}], ['type "x5" does not exist', '42704', {}], ['currval of sequence "x5" is not yet defined in this session', '55000', {}],
  // Words of the server's own are a dictionary, too, and so are names that no right is held on.
  ['relation "key" does not exist', '42P01', {}], ['operator does not exist: violates', '42883', {}], ['role "user" does not exist', '42704', {}], ['permission denied for schema scratch', '42501', {}], ['permission denied for sequence x5', '42501', {}],
  ['permission denied for sequence key', '42501', {}], ['must be owner of table x5', '42501', {}],
] as const)('withholds %s', (text, sqlstate, fields) => {
  expect(said(text, sqlstate, fields)).toBe(false);
});

it.each([
  ['column "regclass" does not exist', '42703', { P: '8' }], ['permission denied for table customers', '42501', {}], ['duplicate key value violates unique constraint "customers_pkey"', '23505', { n: 'customers_pkey' }], ['canceling statement due to lock timeout', '55P03', {}], ['permission denied for schema public', '42501', {}],
  ['permission denied for column "ssn" of relation "customers"', '42501', {}], ['there is no unique or exclusion constraint', '42P10', {}],
] as const)('lets pass %s', (text, sqlstate, fields) => {
  expect(said(text, sqlstate, fields)).toBe(true);
});

it('lets a statement that reads nothing hear its own words', async () => {
  facts = await factsOf('ALTER TABLE customers ADD COLUMN note text', { catalog: CATALOG });
  expect(said('column "note" of relation "customers" already exists', '42701')).toBe(true);
});

it('withholds all but the bare words of the server when nobody can tell where a value went', async () => {
  facts = { ...(await factsOf('SELECT 1', { catalog: CATALOG })), outputs: 'unknown' };
  expect([said('relation "x4" does not exist', '42P01'), said('canceling statement due to lock timeout', '55P03')]).toEqual([false, true]);
});

it.each<[string, string, string, string | null]>([
  ['M', 'canceling statement due to lock timeout', '55P03', null], ['M', 'duplicate key value violates unique constraint "x5"', '23505', expect.stringContaining('withheld') as never],
  ['M', 'relation "value" does not exist', '42P01', expect.stringContaining('withheld') as never], ['M', 'operator does not exist: value', '42883', expect.stringContaining('withheld') as never],
  ['M', 'canceling statement due to lock timeout', 'P0001', expect.stringContaining('withheld') as never], ['D', 'statement', '55P03', '[redacted]'], ['t', 'customers', '23505', '[redacted]'], ['C', '23505', '23505', null],
])('of what belongs to no statement, lets pass only what is no name and no value: %s %s', (field, text, sqlstate, expected) => {
  expect(unattributed({ field, text, sqlstate }, PROTECTED)).toEqual(expected);
  expect(unattributed({ field, text, sqlstate }, new ProtectedColumns([]))).toBeNull();
});

it.each<[string, boolean]>([
  ['UPDATE customers SET id = 1', true], ['DELETE FROM customers', true], ['DO $$ BEGIN END $$', true], ['SELECT shout()', true], ['DECLARE c CURSOR WITH HOLD FOR SELECT ssn FROM customers', true],
  ['INSERT INTO scratch.x5 VALUES (1)', false], ['SELECT ssn FROM customers', false], ['ALTER TABLE customers ADD note text', false], ['BEGIN', false],
])('when its transaction ends, the server may say something of %s: %s', async (sql, expected) => {
  const of = await factsOf(sql, { catalog: CATALOG });
  expect(speaksLater(of, { protectedColumns: PROTECTED, catalog: CATALOG })).toBe(expected);
  expect(speaksLater(of, { protectedColumns: new ProtectedColumns([]), catalog: CATALOG })).toBe(false);
});

// On record, with what only a literal or a value spells as `?`.
it.each([
  ['invalid input syntax for type integer: "12-34"', '22P02', 'invalid input syntax for type integer: "?"'],
  ['value "12" is out of range for type integer', '22003', 'value "?" is out of range for type integer'],
  ['a value "of "12" quotes" is none', '22000', 'a value "?" is none'],
  ['a value "12', '22000', 'a value "?"'],
  ['schema "." does not exist', '3F000', 'schema "?" does not exist'],
  ['relation "" does not exist', '42P01', 'relation "" does not exist'],
  ['relation "customers" does not exist', '42P01', 'relation "customers" does not exist'],
  ['division by zero', '22012', 'division by zero'],
])('records %s', async (message, sqlstate, expected) => {
  const recorded = new RecordedFacts(await factsOf("SELECT '12-34'::integer, 'schema'", { catalog: CATALOG }), CATALOG);
  expect(recorded.complaint({ message, sqlstate, names: [], hasParameters: false })).toBe(expected);
});
