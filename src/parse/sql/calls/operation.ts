// SPDX-License-Identifier: Apache-2.0
//
// Operators in expressions, chains of them in order, so that each is known by the types that those before it give. Refuses to count the
// length of a chain as its depth.
import type { A_Expr } from '@pgsql/types';
import { NOTHING, type Value } from '../facts/lineage.js';
import { operatorValue } from './operator-value.js';
import { checkOperator, type Meant } from './operators.js';
import { pairsOf } from './operands.js';
import { present } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';

/** The value of an operator's expression. A chain such as `a || b || c …` leans to the left: walked in a loop, so that its length is no depth. */
export function operation(expr: A_Expr, at: At): Value {
  const { builder } = at.run;
  const values: Value[] = [];
  const links: { readonly name: A_Expr['name']; readonly right: Value }[] = [];
  let inner = expr;
  for (;;) {
    const right = at.run.walk.expression(present(inner.rexpr), at);
    values.push(right);
    const { lexpr } = inner;
    if (inner.kind !== 'AEXPR_OP' || lexpr === undefined || !('A_Expr' in lexpr) || lexpr.A_Expr.kind !== 'AEXPR_OP') break;
    links.push({ name: inner.name, right });
    inner = lexpr.A_Expr;
  }
  const left = inner.lexpr === undefined ? null : at.run.walk.expression(inner.lexpr, at);
  if (left !== null) values.push(left);
  let meant = together(pairsOf(inner, left, present(values[links.length])).map(({ name, operands }) => checkOperator(name, operands, builder)));
  for (const { name, right } of links.reverse()) {
    const next = checkOperator(name, [{ ...NOTHING, type: meant.type }, right], builder);
    meant = { own: meant.own || next.own, type: next.type };
  }
  return operatorValue(expr, values, meant, builder);
}

function together(all: readonly Meant[]): Meant {
  return { own: all.some(({ own }) => own), type: present(all[0]).type };
}
