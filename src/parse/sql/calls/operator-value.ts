// SPDX-License-Identifier: Apache-2.0
//
// What comes out of an operator, and what giving it its operands runs. Whether the operator itself is PostgreSQL's own is for operators.ts.
// Refuses to call a result plain that may be an array, a row or a range of a user's type.
import type { A_Expr } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { noteGiven, noteUsed } from './conversions.js';
import { computed, LOST, TYPE, type Value } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { isPlain, type Meant } from './operators.js';
import { present, spelled } from '../grammar/tree.js';

const BOOLEAN = 16;

/** The value of an operation on these operands, the left one last. */
export function operatorValue({ kind, name }: A_Expr, operands: readonly Value[], { own, type }: Meant, builder: FactsBuilder): Value {
  const takes = !own ? [] : builder.scope.catalog?.operands?.get(spelled(namesOf(name).at(-1))) ?? [];
  const exact = takes.some(({ left, right }) => isExactly([left, right].filter((one) => one !== 0), operands));
  if (!exact) noteGiven(operands, takes.flatMap(({ left, right }) => [left, right]), builder);
  const value = !exact && noteUsed(operands, builder) ? LOST : computed(operands);
  if (kind === 'AEXPR_NULLIF') return { ...value, type: typeOfNullIf(operands) };
  return { ...value, type: kind === 'AEXPR_OP' ? type : BOOLEAN };
}

// The left operand's, as the operator takes it.
function typeOfNullIf(operands: readonly Value[]): number {
  const types = new Set(operands.map(({ type }) => type));
  const { type } = present(operands[0]);
  if (types.size === 1 && type > 0) return type;
  return operands.every(isPlain) ? TYPE.builtin : TYPE.unknown;
}

// Then the server looks no further, and casts nothing.
function isExactly(types: readonly number[], operands: readonly Value[]): boolean {
  return types.length === operands.length && operands.some(({ type }) => type > 0) && operands.every(({ type }) => type === TYPE.literal || types.every((one) => one === type));
}
