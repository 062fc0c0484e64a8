// SPDX-License-Identifier: Apache-2.0
//
// The migration tools that `changes[].tool` can name, and what each keeps of its own in a database: which migrations ran, who is at it,
// how its session is set. One table for everybody: what a tool does for itself is known, so that what passed the check passes the wire.

/** What a tool touches for its own book-keeping. Names are canonical; a relation without a schema may be in any. */
export interface MigrationTool {
  readonly relations: readonly string[];
  readonly functions: readonly string[];
  readonly settings: readonly string[];
}

const LOCKS = ['pg_catalog.pg_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
const TRY_LOCKS = ['pg_catalog.pg_try_advisory_lock', 'pg_catalog.pg_advisory_unlock'];

/** By name. `psql` stands for plain files that are run one by one, in the order of their names. */
export const MIGRATION_TOOLS: Readonly<Record<string, MigrationTool>> = {
  psql: { relations: [], functions: [], settings: [] },
  alembic: { relations: ['alembic_version'], functions: [], settings: [] },
  dbmate: { relations: ['schema_migrations'], functions: TRY_LOCKS, settings: [] },
  django: { relations: ['django_migrations', 'django_content_type', 'auth_permission'], functions: [], settings: ['constraints'] },
  drizzle: { relations: ['drizzle.__drizzle_migrations'], functions: [], settings: [] },
  flyway: { relations: ['flyway_schema_history'], functions: ['pg_catalog.pg_try_advisory_xact_lock', ...TRY_LOCKS], settings: ['search_path', 'role'] },
  'golang-migrate': { relations: ['schema_migrations'], functions: LOCKS, settings: [] },
  goose: { relations: ['goose_db_version'], functions: TRY_LOCKS, settings: [] },
  'node-pg-migrate': { relations: ['pgmigrations'], functions: TRY_LOCKS, settings: ['search_path'] },
  prisma: { relations: ['_prisma_migrations'], functions: LOCKS, settings: [] },
  rails: { relations: ['schema_migrations', 'ar_internal_metadata'], functions: TRY_LOCKS, settings: ['client_min_messages', 'standard_conforming_strings', 'intervalstyle', 'timezone'] },
  sqitch: {
    relations: ['sqitch.changes', 'sqitch.dependencies', 'sqitch.events', 'sqitch.projects', 'sqitch.releases', 'sqitch.tags'],
    functions: TRY_LOCKS, settings: ['client_min_messages', 'search_path'],
  },
  typeorm: { relations: ['migrations', 'typeorm_metadata'], functions: [], settings: [] },
};

/** Names for `changes[].tool`. */
export const MIGRATION_TOOL_NAMES: readonly string[] = Object.keys(MIGRATION_TOOLS);
