// SPDX-License-Identifier: Apache-2.0
//
// Which texts of the server's errors and notices may pass. They quote values ("Key (ssn)=(…) already exists"), so where a statement
// touches protected columns, or runs code that we have not read, only texts of classes that quote nothing but names go out.
import type { CatalogSnapshot } from '../core/catalog.js';
import type { StatementFacts } from '../core/model.js';
import type { ProtectedColumns } from '../mask/columns.js';

/**
 * SQLSTATE classes whose primary message quotes identifiers and the statement's own words only.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const NAMES_ONLY = new Set(['08', '0A', '23', '25', '26', '28', '2B', '34', '3B', '3D', '3F', '40', '42', '53', '54', '55', '57']);
/** Fields that never hold data: severity, code, positions, source place. */
const STRUCTURAL = new Set(['S', 'V', 'C', 'P', 'p', 'F', 'L', 'R']);

/** The replacement of a field's text, or null when it may pass (after the content detectors). */
export function withheld(message: { field: string; sqlstate: string }, facts: StatementFacts, protectedColumns: ProtectedColumns, catalog: CatalogSnapshot): string | null {
  const { field, sqlstate } = message;
  if (!protectedColumns.any || STRUCTURAL.has(field)) return null;
  const ranCode = facts.accesses.some((access) => access.effect === 'execute' || access.effect === 'unknown');
  const touches = ranCode || facts.outputs === 'unknown' || facts.accesses.some(({ object }) => object !== null && protectedColumns.styleOf(object, '*', catalog) !== null);
  if (!touches) return null;
  if (field === 'M') {
    if (!ranCode && NAMES_ONLY.has(sqlstate.slice(0, 2))) return null;
    return 'the message of the server is withheld, since it may quote protected data';
  }
  // Names of schema, table, column, type and constraint.
  if (!ranCode && 'stcdn'.includes(field)) return null;
  return '[redacted]';
}

/** The same for text that belongs to no single statement (a trigger at commit, a notification): any code may have written it. */
export function unattributed(message: { field: string; sqlstate: string }, protectedColumns: ProtectedColumns): string | null {
  const { field, sqlstate } = message;
  if (!protectedColumns.any || STRUCTURAL.has(field)) return null;
  if (field === 'M') return NAMES_ONLY.has(sqlstate.slice(0, 2)) ? null : 'the message of the server is withheld, since it may quote protected data';
  return '[redacted]';
}
