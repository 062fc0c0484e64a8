// SPDX-License-Identifier: Apache-2.0
//
// What a node says when it is a constant. Refuses to evaluate: a cast keeps its text, an expression is none.
import type { Node } from '@pgsql/types';
import { spelled } from './tree.js';

/** The text of a string constant, cast or not; null for anything else. */
export function literalOf(node: Node | null | undefined): string | null {
  if (node === undefined || node === null) return null;
  if ('TypeCast' in node) return literalOf(node.TypeCast.arg);
  return 'A_Const' in node && node.A_Const.sval !== undefined ? spelled(node.A_Const.sval.sval) : null;
}

/** True for the constant NULL. */
export function isNull(node: Node | undefined): boolean {
  return node !== undefined && 'A_Const' in node && node.A_Const.isnull === true;
}

/** The value of `true` or `false`; null for anything else. */
export function booleanOf(node: Node | undefined): boolean | null {
  return node !== undefined && 'A_Const' in node && node.A_Const.boolval !== undefined ? (node.A_Const.boolval.boolval ?? false) : null;
}

/** The value of an integer constant; null for anything else. */
export function integerOf(node: Node | undefined): number | null {
  return node !== undefined && 'A_Const' in node && node.A_Const.ival !== undefined ? (node.A_Const.ival.ival ?? 0) : null;
}
