// SPDX-License-Identifier: Apache-2.0
//
// Each migration tool and how it reads its files. The names are those of core/migration-tools.ts, which has what else is known of them.
import { dbmate, goose, nodePgMigrate } from './comment-marked.js';
import { drizzle, flyway, golangMigrate, prisma, program, psql, rails, sqitch } from './file-named.js';
import type { Dialect } from './script.js';

const DIALECTS: Readonly<Record<string, Dialect>> = {
  psql, alembic: program, dbmate, django: program, drizzle, flyway, 'golang-migrate': golangMigrate, goose, 'node-pg-migrate': nodePgMigrate, prisma, rails, sqitch, typeorm: program,
};

/** Names that have a dialect; for the test that compares them with the table of tools. */
export const DIALECT_NAMES: readonly string[] = Object.keys(DIALECTS);

/** How a tool reads its files; null for one that we do not know. */
export function dialectOf(tool: string): Dialect | null {
  return Object.hasOwn(DIALECTS, tool) ? (DIALECTS[tool] ?? null) : null;
}
