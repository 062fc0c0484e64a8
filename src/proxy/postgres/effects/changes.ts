// SPDX-License-Identifier: Apache-2.0
//
// What statements that were sent may have changed for their own connection, added up. Pure. Refuses to take anything off the sum: what
// may have changed may have changed.
import { type Effects, joined } from './effects.js';

export type Changes = Pick<Effects, 'path' | 'code' | 'schema' | 'redefines' | 'forOthers'>;

export const NOTHING: Changes = { path: false, code: false, schema: false, redefines: [], forOthers: false };

/** The changes of both. */
export function merge(a: Changes, b: Changes): Changes {
  return { path: a.path || b.path, code: a.code || b.code, schema: a.schema || b.schema, redefines: joined(a.redefines, b.redefines), forOthers: a.forOthers || b.forOthers };
}

/** Who knows of these knows of all: temporary objects are nobody else's, and no code ran that could have changed more. */
export function isAllKnown({ forOthers, schema, code }: Changes): boolean {
  return forOthers || (schema && !code);
}
