// SPDX-License-Identifier: Apache-2.0
//
// What constants and sums of constants come to, and which patterns match every text. Refuses what hangs on the server: how strings are
// ordered, what functions return.
import type { A_Const, A_Expr, Node } from '@pgsql/types';
import { literalOf } from '../grammar/constants.js';
import { namesOf } from '../names/names.js';
import { nodesIn, spelled } from '../grammar/tree.js';

/** Deeper expressions are not looked into. */
const MAX_DEPTH = 100;
const MATCH_ALL: ReadonlySet<string> = new Set(['', '.*', '^', '$', '^.*', '.*$', '^.*$']);

/** Whether an operator holds between two constants; null when it is not seen. */
export function constantsCompare(operator: string, left: Node, right: Node): boolean | null {
  const [one, other] = [valueOf(left), valueOf(right)];
  if (one === null || other === null || typeof one !== typeof other) return null;
  if (operator === '=') return one === other;
  if (operator === '<>') return one !== other;
  // How strings are ordered hangs on the collation.
  if (typeof one === 'string' || typeof other === 'string') return null;
  const results: Readonly<Record<string, boolean>> = { '<': one < other, '>': one > other, '<=': one <= other, '>=': one >= other };
  return results[operator] ?? null;
}

/** What a constant comes to as a condition; null when it is not seen. */
export function truthOf({ boolval, ival, sval }: A_Const): boolean | null {
  if (boolval !== undefined) return boolval.boolval ?? false;
  if (ival !== undefined) return (ival.ival ?? 0) !== 0;
  if (sval === undefined) return null;
  // As the server reads booleans; matches `t`, `yes`, `on`, misses `off`.
  return /^\s*(?:t(?:r(?:ue?)?)?|y(?:es?)?|on|1)\s*$/i.test(spelled(sval.sval));
}

/** True or false when `right` is a pattern that every text matches, or none fails to; null for any other. */
export function matchesAll({ kind }: Pick<A_Expr, 'kind'>, operator: string, right: Node): boolean | null {
  const positive = !operator.startsWith('!');
  if (kind === 'AEXPR_SIMILAR') return /^%+$/.test(patternIn('similar_to_escape', right) ?? '') ? operator === '~' : null;
  if (operator === '^@') return literalOf(right) === '' ? true : null;
  if (/^!?~~\*?$/.test(operator)) return /^%+$/.test(literalOf(right) ?? patternIn('like_escape', right) ?? '') ? positive : null;
  if (/^!?~\*?$/.test(operator)) return MATCH_ALL.has(literalOf(right) ?? 'x') ? positive : null;
  return null;
}

// `'%' ESCAPE '!'` is a call with the pattern first; an escape that is `%` itself makes it another pattern.
function patternIn(name: string, node: Node): string | null {
  if (!('FuncCall' in node) || namesOf(node.FuncCall.funcname).at(-1) !== name) return null;
  const [pattern, escape] = nodesIn(node.FuncCall.args);
  return literalOf(escape)?.includes('%') === true ? null : literalOf(pattern);
}

function valueOf(node: Node | undefined, depth = 0): number | string | null {
  if (node === undefined || depth > MAX_DEPTH) return null;
  if ('TypeCast' in node) return valueOf(node.TypeCast.arg, depth + 1);
  if ('A_Const' in node) {
    const { ival, fval, sval, boolval } = node.A_Const;
    if (ival !== undefined) return ival.ival ?? 0;
    if (fval !== undefined) return Number(fval.fval);
    if (boolval !== undefined) return Number(boolval.boolval ?? false);
    return sval === undefined ? null : spelled(sval.sval);
  }
  if (!('A_Expr' in node) || node.A_Expr.kind !== 'AEXPR_OP') return null;
  const operator = spelled(namesOf(node.A_Expr.name).at(-1));
  const [left, right] = [node.A_Expr.lexpr === undefined ? 0 : valueOf(node.A_Expr.lexpr, depth + 1), valueOf(node.A_Expr.rexpr, depth + 1)];
  if (operator === '*' && (left === 0 || right === 0)) return 0;
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const results: Readonly<Record<string, number>> = { '+': left + right, '-': left - right, '*': left * right };
  return results[operator] ?? null;
}
