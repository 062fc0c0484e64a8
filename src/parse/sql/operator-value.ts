// SPDX-License-Identifier: Apache-2.0
//
// What comes out of an operator, and what giving it its operands runs. Whether the operator itself is PostgreSQL's own is for operators.ts.
// Refuses to call a result plain that may be an array, a row or a range of a user's type.
import type { A_Expr } from '@pgsql/types';
import type { FactsBuilder } from './collect.js';
import { noteGiven, noteUsed } from './conversions.js';
import { computed, LOST, TYPE, type Value } from './lineage.js';
import { namesOf } from './names.js';
import { FIRST_USER_OID } from './operators.js';

const BOOLEAN = 16;
/** PostgreSQL's own of these names put arrays together, and ranges. */
const PUT_TOGETHER: ReadonlySet<string> = new Set(['||', '*', '+', '-']);

/** The value of an operation on these operands. */
export function operatorValue({ kind, name }: A_Expr, operands: readonly Value[], builder: FactsBuilder): Value {
  const bare = namesOf(name).at(-1) ?? '';
  const takes = builder.scope.catalog?.operands?.get(bare) ?? [];
  const exact = takes.some(({ left, right }) => isExactly([left, right].filter((type) => type !== 0), operands));
  if (!exact) noteGiven(operands, takes.flatMap(({ left, right }) => [left, right]), builder);
  const value = !exact && noteUsed(operands, builder) ? LOST : computed(operands);
  if (kind === 'AEXPR_NULLIF') return { ...value, type: operands.at(-1)?.type ?? TYPE.unknown };
  if (kind !== 'AEXPR_OP') return { ...value, type: BOOLEAN };
  return takes.length > 0 || (PUT_TOGETHER.has(bare) && !operands.every(isPlain)) ? value : { ...value, type: TYPE.builtin };
}

// Then the server looks no further, and casts nothing.
function isExactly(types: readonly number[], operands: readonly Value[]): boolean {
  return types.length === operands.length && operands.some(({ type }) => type > 0) && operands.every(({ type }) => type === TYPE.literal || types.every((one) => one === type));
}

function isPlain({ type }: Value): boolean {
  return type === TYPE.literal || type === TYPE.builtin || (type > 0 && type < FIRST_USER_OID);
}
