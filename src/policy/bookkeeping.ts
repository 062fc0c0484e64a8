// SPDX-License-Identifier: Apache-2.0
//
// A migration tool's own book-keeping: its version tables, locks and settings, known by `changes[].tool`, so that what passed the check
// passes the wire. A statement is book-keeping as a whole or not at all. Refuses everything else that it may do on the side, objects of the
// same name elsewhere, roles other than its own, and a tool's books to callers whom no rule lets change the schema (evaluate.ts).
import { canonicalName } from '../core/catalog.js';
import { MIGRATION_TOOLS } from '../core/migration-tools.js';
import type { Access, Effect, Operation, StatementFacts } from '../core/model.js';
import type { Change, Resource } from './model.js';

/** The books of one tool on one resource; names are canonical. */
export interface Books {
  readonly tool: string;
  /** Statements by relation. */
  readonly relations: ReadonlyMap<string, readonly string[]>;
  readonly schemas: readonly string[];
  readonly functions: readonly string[];
  readonly settings: readonly string[];
}

/** Rule id of what is allowed because of it. */
export const BOOKKEEPING_RULE = 'builtin:migration-tool';

/** What each statement does to a book, and no more: a DELETE without a WHERE, a SELECT that locks are something else. */
const EFFECTS: Readonly<Record<string, readonly Effect[]>> = {
  SELECT: ['read'], INSERT: ['read', 'write'], UPDATE: ['read', 'write'], DELETE: ['read', 'write'], 'LOCK TABLE': ['write'], 'TRUNCATE TABLE': ['destroy'],
  'CREATE TABLE': ['schema'], 'ALTER TABLE': ['schema'], 'CREATE INDEX': ['schema'], COMMENT: ['schema'],
};
const SCHEMA_STATEMENTS: readonly string[] = ['CREATE SCHEMA', 'COMMENT'];

/** The books of all tools that `changes` names, by resource. */
export function booksOf(changes: readonly Pick<Change, 'tool' | 'table' | 'resource'>[]): ReadonlyMap<string, readonly Books[]> {
  const found = new Map<string, Map<string, Books>>();
  for (const { tool, table, resource } of changes) {
    const books = tool === null ? null : booksOfTool(tool, table);
    if (books === null) continue;
    const all = found.get(resource) ?? new Map<string, Books>();
    found.set(resource, all.set(`${books.tool} ${table ?? ''}`, books));
  }
  return new Map([...found].map(([resource, books]) => [resource, [...books.values()]]));
}

/** The books of a tool; null when it keeps none that we know. `table`: where the policy says that its version table is. */
export function booksOfTool(name: string, table: string | null): Books | null {
  const tool = Object.hasOwn(MIGRATION_TOOLS, name) ? MIGRATION_TOOLS[name] : undefined;
  if (tool === undefined || tool.books.length === 0) return null;
  const schema = table === null ? 'public' : table.slice(0, table.indexOf('.'));
  const relations = tool.books.map(({ relation, statements }, index): [string, readonly string[]] => {
    if (index === 0 && table !== null) return [table, statements];
    return [relation.includes('.') ? relation : canonicalName(schema, relation), statements];
  });
  const schemas = table === null || tool.schemas.length === 0 ? tool.schemas : [schema];
  return { tool: name, relations: new Map(relations), schemas, functions: tool.functions, settings: tool.settings };
}

/** The tool whose book-keeping an operation is, all of it; null when it is not. */
export function bookkeeperOf({ kind, facts }: Operation, books: readonly Books[], resource: Pick<Resource, 'address'>): string | null {
  if (kind !== 'sql' || facts.unknown.length > 0 || facts.forbidden.length > 0) return null;
  const touching = facts.accesses.filter((access) => access.builtin !== true);
  if (touching.length === 0) return null;
  const found = books.find((of) => touching.every((access) => isKept(access, facts as StatementFacts, of, resource)) && facts.functions.every((use) => use.class === 'harmless' || of.functions.includes(`pg_catalog.${use.name}`)));
  return found?.tool ?? null;
}

function isKept({ effect, object, type }: Access, facts: StatementFacts, books: Books, resource: Pick<Resource, 'address'>): boolean {
  if (object === null) return false;
  switch (type) {
    case 'relation':
      return books.relations.get(object)?.includes(facts.statement) === true && EFFECTS[facts.statement]?.includes(effect) === true;
    case 'schema':
      return effect === 'schema' && books.schemas.includes(object) && SCHEMA_STATEMENTS.includes(facts.statement);
    case 'function':
      return effect === 'control' && facts.statement === 'SELECT' && books.functions.includes(object);
    case 'setting':
      return effect === 'control' && books.settings.includes(object) && facts.session.every((change) => change.kind === 'set' && isOwnValue(change, resource));
    default:
      return false;
  }
}

// A role is only ever set back to who logged in, and no tool wants to see the insides of the server.
function isOwnValue({ name, value }: { readonly name: string; readonly value: string | null }, { address }: Pick<Resource, 'address'>): boolean {
  if (name === 'role') return value === 'none' || (value !== null && value === address?.user);
  return name !== 'client_min_messages' || value === null || !value.toLowerCase().startsWith('debug');
}
