// SPDX-License-Identifier: Apache-2.0
//
// What of the server's words may pass where protected columns are touched: those about the statement's text, and no word that a value
// could have picked out of a dictionary which the statement, or the agent's own tables, bring along.
import type { StatementFacts } from '../../../src/core/model.js';
import { withheld } from '../../../src/gate/diagnostics.js';
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
] as const)('withholds %s', (text, sqlstate, fields) => {
  expect(said(text, sqlstate, fields)).toBe(false);
});

it.each([
  ['column "regclass" does not exist', '42703', { P: '8' }], ['permission denied for table customers', '42501', {}], ['duplicate key value violates unique constraint "customers_pkey"', '23505', { n: 'customers_pkey' }], ['canceling statement due to lock timeout', '55P03', {}],
] as const)('lets pass %s', (text, sqlstate, fields) => {
  expect(said(text, sqlstate, fields)).toBe(true);
});

it('lets a statement that reads nothing hear its own words', async () => {
  facts = await factsOf('ALTER TABLE customers ADD COLUMN note text', { catalog: CATALOG });
  expect(said('column "note" of relation "customers" already exists', '42701')).toBe(true);
});
