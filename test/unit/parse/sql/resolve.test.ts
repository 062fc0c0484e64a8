// SPDX-License-Identifier: Apache-2.0
//
// What no statement of this grammar gives, but a later one could; and statements too deep or too tangled to be followed.
import { resolve } from '../../../../src/parse/sql/resolve.js';
import { SHOP } from '../../../support/shop.js';
import { draftOf, factsOf, loadParser, shownAccesses } from '../../../support/statements.js';

const SCOPE = { catalog: SHOP, searchPath: ['public'], prepared: new Map(), cursors: new Map(), stale: false };

async function factsOfTree(tree: Readonly<Record<string, unknown>> | null, failure: string | null = null) {
  return resolve({ statement: 'SELECT', text: '', redacted: '', tree, failure, parameterCount: 0, batch: 1, start: 0 }, SCOPE, await loadParser());
}

const select = (parts: object) => ({ SelectStmt: { op: 'SETOP_NONE', limitOption: 'LIMIT_OPTION_DEFAULT', ...parts } });

describe('trees of a later grammar are unknown', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a statement', { NewStmt: {} }, 'a statement of kind `NewStmt` is not one that we know'],
    ['a name that objects have', { toString: {} }, 'a statement of kind `toString` is not one that we know'],
    ['an expression', select({ targetList: [{ ResTarget: { val: { NewExpr: {} } } }] }), 'an expression of kind `NewExpr` is not one that we know'],
    ['a FROM item', select({ fromClause: [{ RangeNew: {} }] }), 'a FROM item of kind `RangeNew` is not one that we know'],
    ['a query', select({ fromClause: [{ RangeSubselect: { subquery: { NewQuery: {} } } }] }), 'a query of kind `NewQuery` is not one that we know'],
    ['a transaction statement', { TransactionStmt: { kind: 'TRANS_STMT_NEW' } }, 'it is a transaction statement that we do not know'],
    ['a DISCARD', { DiscardStmt: { target: 'DISCARD_NEW' } }, 'it discards something that we do not know'],
    ['a DROP', { DropStmt: { removeType: 'OBJECT_NEW' } }, 'it drops something that we do not know'],
    ['a RENAME', { RenameStmt: { newname: 'x' } }, 'it renames something that we do not know'],
    ['an ALTER TABLE', { AlterTableStmt: { relation: { relname: 't' }, objtype: 'OBJECT_TABLE', cmds: [{ AlterTableCmd: { subtype: 'AT_New' } }] } }, '`AT_New` is not a form of ALTER TABLE that we know'],
    ['a table element', { CreateStmt: { relation: { relname: 'x' }, tableElts: [{ NewElement: {} }] } }, 'a table element of kind `NewElement` is not one that we know'],
    ['a part of CREATE SCHEMA', { CreateSchemaStmt: { schemaname: 'x', schemaElts: [{ DeleteStmt: { relation: { relname: 't' } } }] } }, 'a part of CREATE SCHEMA is not one that we know'],
    ['an object', { CommentStmt: { objtype: 'OBJECT_NEW', object: { NewNode: {} } } }, 'an object written as `NewNode` is not one that we know'],
    ['a publication', { CreatePublicationStmt: { pubname: 'p', pubobjects: [{ New: {} }] } }, 'it publishes something that we do not know'],
    ['a MERGE action', { MergeStmt: { relation: { relname: 't' }, sourceRelation: { RangeVar: { relname: 'orders' } }, mergeWhenClauses: [{ MergeWhenClause: { commandType: 'CMD_NEW' } }] } }, 'an action of MERGE is not one that we know'],
    ['a lock mode', { LockStmt: { mode: 99 } }, 'its lock mode is not one that we know'],
    ['a function option', { AlterFunctionStmt: { func: { objname: [] }, actions: [{ DefElem: { defname: 'new' } }] } }, '`new` is not a function option that we know'],
    ['a way to set', { VariableSetStmt: { kind: 'VAR_NEW', name: 'x' } }, '`x` is set in a way that we do not know'],
    ['modes', { VariableSetStmt: { kind: 'VAR_SET_MULTI', name: 'NEW' } }, '`SET NEW` is not known'],
    ['PREPARE of nothing', { PrepareStmt: { name: 'p' } }, 'it could not be followed: its tree lacks a part that the grammar always has'],
    ['EXPLAIN of nothing', { ExplainStmt: {} }, 'EXPLAIN holds no statement'],
    ['a table from nothing', { CreateTableAsStmt: {} }, 'it could not be followed: its tree lacks a part that the grammar always has'],
    ['something else that is asked for', select({ targetList: [{ NewTarget: {} }] }), 'it could not be followed: its tree has `NewTarget` where only `ResTarget` can be'],
    ['something else that is stored', { UpdateStmt: { relation: { relname: 't' }, targetList: [{ NewTarget: {} }] } }, 'it could not be followed: its tree has `NewTarget` where only `ResTarget` can be'],
    ['something else that is emptied', { TruncateStmt: { relations: [{ RangeNew: {} }] } }, 'it could not be followed: its tree has `RangeNew` where only `RangeVar` can be'],
    ['something else that is locked', { LockStmt: { mode: 8, relations: [{ RangeNew: {} }] } }, 'it could not be followed: its tree has `RangeNew` where only `RangeVar` can be'],
    ['something else that MERGE does', { MergeStmt: { relation: { relname: 't' }, sourceRelation: { RangeVar: { relname: 'orders' } }, mergeWhenClauses: [{ NewClause: {} }] } }, 'it could not be followed: its tree has `NewClause` where only `MergeWhenClause` can be'],
    ['something else that ALTER TABLE does', { AlterTableStmt: { relation: { relname: 't' }, objtype: 'OBJECT_TABLE', cmds: [{ NewCmd: {} }] } }, 'it could not be followed: its tree has `NewCmd` where only `AlterTableCmd` can be'],
    ['something else that is attached', { AlterTableStmt: { relation: { relname: 't' }, objtype: 'OBJECT_TABLE', cmds: [{ AlterTableCmd: { subtype: 'AT_AttachPartition', def: { NewDef: {} } } }] } }, 'it could not be followed: its tree has `NewDef` where only `PartitionCmd` can be'],
    ['something else that is returned', { DeleteStmt: { relation: { relname: 't' }, returningClause: { exprs: [{ NewTarget: {} }] } } }, 'it could not be followed: its tree has `NewTarget` where only `ResTarget` can be'],
    ['what makes a handler fail', select({ targetList: [null] }), "it could not be followed: Cannot use 'in' operator to search for 'ResTarget' in null"],
  ])('%s', async (_name, tree, why) => {
    const facts = await factsOfTree(tree);
    expect(facts.unknown).toEqual([why]);
    expect(facts.accesses.map(({ effect }) => effect)).toContain('unknown');
  });

  it('and so is a draft without a tree, unless its message was empty', async () => {
    expect((await factsOfTree(null)).unknown).toEqual(['it could not be read']);
    expect((await factsOfTree(null, 'it holds a NUL byte')).unknown).toEqual(['it holds a NUL byte']);
    const empty = resolve({ statement: 'EMPTY', text: '', redacted: '', tree: null, failure: null, parameterCount: 0, batch: 1, start: 0 }, SCOPE, await loadParser());
    expect([empty.unknown, shownAccesses(empty)]).toEqual([[], ['read']]);
  });
});

describe('what is too deep or too large', () => {
  it.each([
    ['calls', `SELECT ${'lower('.repeat(700)}ssn${')'.repeat(700)} FROM customers`, 'it is nested more than 600 deep'],
    ['joins', `SELECT 1 FROM t${' CROSS JOIN t'.repeat(700)}`, 'it is nested more than 600 deep'],
  ])('is unknown: %s', async (_name, sql, why) => {
    expect((await factsOf(sql, { catalog: SHOP })).unknown).toEqual([why]);
  });

  // Work that doubles with each level would not come to an end.
  it('folds each part of a condition once', async () => {
    let test = 'id > 5';
    for (let level = 0; level < 90; level += 1) test = `CASE WHEN ${test} THEN true ELSE false END`;
    expect((await factsOf(`DELETE FROM customers WHERE ${test}`, { catalog: SHOP })).accesses).toContainEqual(expect.objectContaining({ effect: 'write', object: 'public.customers' }));
  });

  it('takes no more columns than the server does', async () => {
    let from = 'customers';
    for (let level = 0; level < 60; level += 1) from = `(SELECT t.*, t.* FROM ${from} t)`;
    expect((await factsOf(`SELECT 1 FROM ${from} t`, { catalog: SHOP })).unknown).toContain('it asks for more than 1664 columns');
  });

  it.each([
    ['concatenations', `SELECT ${'ssn || '.repeat(3_000)}ssn AS x FROM customers`, ['public.customers.ssn']],
    ['unions', `${'SELECT ssn AS x FROM customers UNION ALL '.repeat(1_000)}SELECT email FROM customers`, ['public.customers.ssn', 'public.customers.email']],
  ])('but length is no depth: %s', async (_name, sql, origins) => {
    const { outputs, unknown } = await factsOf(sql, { catalog: SHOP });
    expect(unknown).toEqual([]);
    expect(Array.isArray(outputs) ? outputs[0]?.origins?.map(({ relation, column }: { relation: string; column: string }) => `${relation}.${column}`) : outputs).toEqual(origins);
  });

  it('gives up on a recursion that takes too many readings: its lineage is lost', async () => {
    const columns = Array.from({ length: 60 }, (_, at) => `c${at}`);
    const turned = [...columns.slice(1), 'c0'];
    const sql = `WITH RECURSIVE r(${columns.join(', ')}) AS (SELECT ssn${', 1'.repeat(59)} FROM customers UNION ALL SELECT ${turned.join(', ')} FROM r) SELECT c30 FROM r`;
    expect((await factsOf(sql, { catalog: SHOP })).outputs).toEqual([{ name: 'c30', origins: null, direct: false }]);
  });
});

describe('PL/pgSQL of a later grammar is unknown', () => {
  const body = (action: object): readonly Record<string, unknown>[] => [{ PLpgSQL_function: { datums: [{ PLpgSQL_rec: { refname: 'r' } }], action } }];

  it.each<[string, readonly Record<string, unknown>[], string]>([
    ['a statement', body({ PLpgSQL_stmt_new: {} }), '`PLpgSQL_stmt_new` is not a PL/pgSQL statement that we know'],
    ['an expression without a text', body({ PLpgSQL_expr: { parseMode: 2 } }), 'its PL/pgSQL could not be followed: its tree lacks a part that the grammar always has'],
    ['EXECUTE of nothing', body({ PLpgSQL_stmt_dynexecute: { query: {} } }), 'its PL/pgSQL could not be followed: its tree lacks a part that the grammar always has'],
    ['two functions at once', [...body({}), ...body({})], 'its PL/pgSQL could not be read'],
    ['no function', [], 'its PL/pgSQL could not be read'],
  ])('%s', async (_name, functions, why) => {
    const parser = await loadParser();
    const later = { parseTree: (text: string) => parser.parseTree(text), tokens: (text: string) => parser.tokens(text), parsePlPgSQL: () => ({ kind: 'read' as const, functions }) };
    expect(resolve(draftOf(parser, "DO 'BEGIN NULL; END'"), SCOPE, later).unknown).toEqual([why]);
  });

  it('and so is a body whose words the scanner refuses', async () => {
    const parser = await loadParser();
    const later = { parseTree: (text: string) => parser.parseTree(text), tokens: () => null, parsePlPgSQL: () => ({ kind: 'read' as const, functions: body({}) }) };
    expect(resolve(draftOf(parser, "DO 'BEGIN NULL; END'"), SCOPE, later).unknown).toEqual(['its PL/pgSQL could not be followed: its tree lacks a part that the grammar always has']);
  });
});
