// SPDX-License-Identifier: Apache-2.0
//
// The words that questions to a catalog are put together from, each with its schema. Text only. Refuses a name that a search path could
// turn into somebody else's.
import { FIRST_USER_OID } from '../../../core/catalog.js';

/** Operators, literals of a type, and sets of kinds, all with their schema. */
export const EQ = 'OPERATOR(pg_catalog.=)';
export const NE = 'OPERATOR(pg_catalog.<>)';
export const GE = 'OPERATOR(pg_catalog.>=)';
export const oid = (value: number) => `${value}::pg_catalog.oid`;
export const char = (value: string) => `'${value}'::pg_catalog."char"`;
export const oneOf = (kinds: string) => `${EQ} ANY (ARRAY[${[...kinds].map(char).join(', ')}])`;
export const name = (value: string) => `'${value}'::pg_catalog.name`;
export const text = (expression: string) => `${expression}::pg_catalog.text`;

/** Fixed by the server's source: pg_toast's own oid, and those of the catalogs that pg_depend speaks of. */
export const PG_TOAST = oid(99);
export const PG_CLASS = oid(1259);
export const PG_REWRITE = oid(2618);
export const PG_PROC = oid(1255);
export const PG_OPERATOR = oid(2617);
export const PG_TYPE = oid(1247);
export const PG_ATTRDEF = oid(2604);
export const USER = oid(FIRST_USER_OID);

/** Columns of a row besides its tag. */
const WIDTH = 9;

/** One shape of rows: a tag, expressions, and as many NULLs as it takes. */
export function branch(tag: string, expressions: readonly string[], from: string): string {
  const padded = [...expressions, ...Array<string>(WIDTH - expressions.length).fill('NULL')];
  return `SELECT ${text(`'${tag}'`)}, ${padded.map((expression) => (expression === 'NULL' ? text('NULL') : expression)).join(', ')} ${from}`;
}
