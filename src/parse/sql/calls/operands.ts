// SPDX-License-Identifier: Apache-2.0
//
// Which operators an expression stands for, and what each of them is given: BETWEEN is two, IN one for each value, a comparison of rows one
// for each column. Refuses to leave one out: the server looks up each of them, and somebody may have made only one.
import { FIRST_USER_OID } from '../../../core/catalog.js';
import type { A_Expr, Node } from '@pgsql/types';
import { NOTHING, TYPE, type Value } from '../facts/lineage.js';
import { present } from '../grammar/tree.js';

/** An operator as it is written, and its operands: one, or left and right. */
export interface Pair {
  readonly name: readonly Node[] | undefined;
  readonly operands: readonly Value[];
}

/** The operators of one expression that is no chain. `left` null: it has none. */
export function pairsOf({ kind, name }: A_Expr, left: Value | null, right: Value): readonly Pair[] {
  if (left === null) return [{ name, operands: [right] }];
  switch (kind) {
    case 'AEXPR_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
      return bounds(INSIDE, left, right);
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return bounds(OUTSIDE, left, right);
    case 'AEXPR_IN':
      // Values in a list may be made one type, which is that of one of them.
      return [...present(right.parts), ...(left.parts === undefined ? [left] : [])].flatMap((one) => rowPairs(name, left, one));
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return [{ name, operands: [left, elementOf(right)] }];
    default:
      return rowPairs(name, left, right);
  }
}

/** A comparison of two values, or of the columns of two rows one by one. */
export function rowPairs(name: readonly Node[] | undefined, left: Value, right: Value): readonly Pair[] {
  const { parts = [] } = left;
  const others = right.parts ?? [];
  if (parts.length === 0 || parts.length !== others.length) return [{ name, operands: [left, right] }];
  return parts.map((part, at) => ({ name, operands: [part, present(others[at])] }));
}

// SYMMETRIC compares the other way round, too.
function bounds([low, high]: readonly [readonly Node[], readonly Node[]], left: Value, { parts }: Value): readonly Pair[] {
  return [low, high].flatMap((name) => present(parts).map((bound) => ({ name, operands: [left, bound] })));
}

// `= ANY (array)` compares with its elements. PostgreSQL's own arrays have elements of its own.
function elementOf(array: Value): Value {
  const { type } = array;
  if (type === TYPE.literal) return array;
  const plain = type === TYPE.builtinArray || type === TYPE.builtin || (type > 0 && type < FIRST_USER_OID);
  return { ...NOTHING, type: plain ? TYPE.builtin : TYPE.unknown };
}

const named = (sval: string): readonly Node[] => [{ String: { sval } }];
const INSIDE = [named('>='), named('<=')] as const;
const OUTSIDE = [named('<'), named('>')] as const;
