// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ALTER_COMMANDS } from '../../../../../src/parse/sql/utility/alter-commands.js';
import { objectWord, statementKind } from '../../../../../src/parse/sql/grammar/kinds.js';
import { understoodTags } from '../../../../../src/parse/sql/resolve.js';
import { draftOf, loadParser } from '../../../../support/statements.js';

const types = dirname(createRequire(import.meta.url).resolve('@pgsql/types'));
/** Nodes that are parts of statements, or that only the server makes. */
const PARTS = ['RawStmt', 'SetOperationStmt', 'ReturnStmt', 'PLAssignStmt', 'ReplicaIdentityStmt'];
const TAGS = [...new Set(readFileSync(join(types, 'types.d.ts'), 'utf8').match(/^ {4}[A-Za-z]+Stmt(?=: )/gm))].map((tag) => tag.trim()).filter((tag) => !PARTS.includes(tag)).sort();

function enumValues(name: string): string[] {
  const line = readFileSync(join(types, 'enums.d.ts'), 'utf8').split('\n').find((text) => text.startsWith(`export type ${name} =`)) ?? '';
  return line.match(/"[A-Z_a-z]+"/g)?.map((value) => value.slice(1, -1)) ?? [];
}

describe('statementKind', () => {
  it('knows every statement of the grammar', () => {
    expect(TAGS.length).toBeGreaterThan(110);
    // A kind may hang on fields that are missing here; what it must not be is missing itself.
    const nameless = TAGS.filter((tag) => statementKind({ [tag]: { kind: 'TRANS_STMT_BEGIN', removeType: 'OBJECT_TABLE', objtype: 'OBJECT_TABLE', objectType: 'OBJECT_TABLE', renameType: 'OBJECT_TABLE', target: 'DISCARD_ALL' } }) === 'UNKNOWN');
    expect(nameless).toEqual(['DefineStmt']);
    expect(statementKind({ DefineStmt: { kind: 'OBJECT_TYPE' } })).toBe('CREATE TYPE');
  });

  it('is matched by resolve, statement for statement', () => {
    expect([...understoodTags()].sort()).toEqual(TAGS);
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'no node'],
    [{ NewStmt: {} }, 'a node of a later grammar'],
    [{ toString: {} }, 'a name that objects have'],
    [{ DropStmt: { removeType: 'OBJECT_NEW' } }, 'a new kind of object'],
    [{ DropStmt: { removeType: 'constructor' } }, 'a kind that objects have'],
    [{ TransactionStmt: { kind: 'TRANS_STMT_NEW' } }, 'a new transaction statement'],
  ])('is UNKNOWN for %j, %s', (node) => {
    expect(statementKind(node)).toBe('UNKNOWN');
  });

  it.each([
    ['SELECT 1', 'SELECT'], ['VALUES (1)', 'SELECT'], ['TABLE t', 'SELECT'], ['SELECT 1 INTO t', 'SELECT INTO'], ['SELECT 1 INTO t UNION SELECT 2', 'SELECT INTO'],
    ['WITH a AS (DELETE FROM t RETURNING 1) SELECT 1', 'SELECT'], ['CREATE TABLE t AS SELECT 1', 'CREATE TABLE AS'], ['CREATE MATERIALIZED VIEW v AS SELECT 1', 'CREATE MATERIALIZED VIEW'],
    ['DROP TABLE t', 'DROP TABLE'], ['DROP MATERIALIZED VIEW t', 'DROP MATERIALIZED VIEW'], ['DROP TEXT SEARCH PARSER p', 'DROP TEXT SEARCH PARSER'],
    ['ALTER TABLE t ADD a int', 'ALTER TABLE'], ['ALTER INDEX i SET (fillfactor = 1)', 'ALTER INDEX'], ['ALTER VIEW v RENAME a TO b', 'ALTER VIEW'], ['ALTER TABLE t RENAME a TO b', 'ALTER TABLE'],
    ['ALTER TYPE t RENAME ATTRIBUTE a TO b', 'ALTER TYPE'], ['ALTER USER a RENAME TO b', 'ALTER ROLE'], ['CREATE USER a', 'CREATE ROLE'], ['DROP USER a', 'DROP ROLE'],
    ['COMMIT', 'COMMIT'], ['END', 'COMMIT'], ['ABORT', 'ROLLBACK'], ['ROLLBACK TO a', 'ROLLBACK'], ['START TRANSACTION', 'START TRANSACTION'], ["PREPARE TRANSACTION 'x'", 'PREPARE TRANSACTION'],
    ['SET a = 1', 'SET'], ['SET LOCAL a TO DEFAULT', 'SET'], ['RESET a', 'RESET'], ['RESET ALL', 'RESET'], ['SHOW a', 'SHOW'], ['VACUUM', 'VACUUM'], ['ANALYZE', 'ANALYZE'],
    ['GRANT a TO b', 'GRANT ROLE'], ['REVOKE SELECT ON a FROM b', 'REVOKE'], ['FETCH c', 'FETCH'], ['MOVE c', 'MOVE'], ['CLOSE ALL', 'CLOSE CURSOR ALL'], ['DEALLOCATE ALL', 'DEALLOCATE ALL'],
    ['TRUNCATE t', 'TRUNCATE TABLE'], ['LOCK t', 'LOCK TABLE'], ['DISCARD TEMPORARY', 'DISCARD TEMP'], ['CREATE PROCEDURE p() LANGUAGE sql AS $$$$', 'CREATE PROCEDURE'],
  ])('calls %s a %s', async (sql, kind) => {
    expect(draftOf(await loadParser(), sql).statement).toBe(kind);
  });
});

describe('objectWord', () => {
  it('has a word for every kind of object that a statement can name', () => {
    const inner = ['OBJECT_AMOP', 'OBJECT_AMPROC', 'OBJECT_DEFAULT', 'OBJECT_DEFACL', 'OBJECT_PARAMETER_ACL', 'OBJECT_PUBLICATION_NAMESPACE', 'OBJECT_PUBLICATION_REL'];
    const values = enumValues('ObjectType');
    expect(values.length).toBeGreaterThan(50);
    expect(values.filter((type) => objectWord(type) === undefined)).toEqual(inner);
  });
});

describe('ALTER_COMMANDS', () => {
  it('has every subcommand that the grammar can make', () => {
    const own = ['AT_AddColumnToView', 'AT_CookedColumnDefault', 'AT_AddIndex', 'AT_ReAddIndex', 'AT_ReAddConstraint', 'AT_ReAddDomainConstraint', 'AT_ReAddComment', 'AT_ReplaceRelOptions', 'AT_ReAddStatistics'];
    const values = enumValues('AlterTableType');
    expect(values.length).toBeGreaterThan(60);
    expect(values.filter((type) => !(type in ALTER_COMMANDS))).toEqual(own);
  });
});
