// SPDX-License-Identifier: Apache-2.0
//
// The migration tools that `changes[].tool` can name, and what each keeps of its own in a database: which migrations ran, who is at it,
// how its session is set. One table for everybody: the gate allows a tool its own book-keeping by it (policy/bookkeeping.ts), and `plan`
// sets that apart from what the migrations do. Refuses to list what a tool does not send by itself.

/** What may be done to a relation of a tool's own, by kind of statement (`StatementFacts.statement`). */
export interface Book {
  /** Without a schema it is in `public`, or where the policy's `table` says. */
  readonly relation: string;
  readonly statements: readonly string[];
}

/** What a tool touches for its own book-keeping. The first book is the one whose name people configure. Names are canonical. */
export interface MigrationTool {
  readonly books: readonly Book[];
  /** Schemas that it makes for its books. */
  readonly schemas: readonly string[];
  readonly functions: readonly string[];
  readonly settings: readonly string[];
}

const LOCKS = ['pg_catalog.pg_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
const TRY_LOCKS = ['pg_catalog.pg_try_advisory_lock', 'pg_catalog.pg_advisory_unlock'];

/** How a version table is made, read, added to and, when something is undone, taken from. */
const KEPT = ['CREATE TABLE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'];

function tool(relations: readonly string[], more: Partial<MigrationTool> & { readonly also?: readonly string[] } = {}): MigrationTool {
  const { also = [], ...rest } = more;
  return { books: relations.map((relation) => ({ relation, statements: [...KEPT, ...also] })), schemas: [], functions: [], settings: [], ...rest };
}

/** By name. `psql` stands for plain files that are run one by one, in the order of their names. */
export const MIGRATION_TOOLS: Readonly<Record<string, MigrationTool>> = {
  psql: tool([]),
  alembic: tool(['alembic_version']),
  dbmate: tool(['schema_migrations'], { functions: TRY_LOCKS }),
  django: {
    ...tool(['django_migrations'], { settings: ['constraints'] }),
    // The two below are tables of applications, made by their migrations; Django fills them in after it has migrated.
    books: [{ relation: 'django_migrations', statements: KEPT }, { relation: 'django_content_type', statements: ['SELECT', 'INSERT'] }, { relation: 'auth_permission', statements: ['SELECT', 'INSERT'] }],
  },
  drizzle: tool(['drizzle.__drizzle_migrations'], { schemas: ['drizzle'] }),
  flyway: tool(['flyway_schema_history'], {
    also: ['ALTER TABLE', 'CREATE INDEX', 'LOCK TABLE'], functions: ['pg_catalog.pg_try_advisory_xact_lock', ...TRY_LOCKS], settings: ['search_path', 'role'],
  }),
  // It writes down where it is by emptying its table first.
  'golang-migrate': tool(['schema_migrations'], { also: ['TRUNCATE TABLE'], functions: LOCKS }),
  goose: tool(['goose_db_version'], { functions: TRY_LOCKS }),
  'node-pg-migrate': tool(['pgmigrations'], { functions: TRY_LOCKS, settings: ['search_path'] }),
  prisma: tool(['_prisma_migrations'], { functions: LOCKS }),
  rails: tool(['schema_migrations', 'ar_internal_metadata'], { functions: TRY_LOCKS, settings: ['client_min_messages', 'standard_conforming_strings', 'intervalstyle', 'timezone'] }),
  sqitch: tool(['sqitch.changes', 'sqitch.dependencies', 'sqitch.events', 'sqitch.projects', 'sqitch.releases', 'sqitch.tags'], {
    also: ['COMMENT', 'LOCK TABLE'], schemas: ['sqitch'], functions: TRY_LOCKS, settings: ['client_min_messages', 'search_path'],
  }),
  typeorm: tool(['migrations', 'typeorm_metadata']),
};

/** Names for `changes[].tool`. */
export const MIGRATION_TOOL_NAMES: readonly string[] = Object.keys(MIGRATION_TOOLS);
