// SPDX-License-Identifier: Apache-2.0
//
// Questions of `match:` about a number: `rows: "<= 1000"`, `size: "> 1048576"`. Refuses to answer for a number that is not known.
import type { OperationKind } from '../core/model.js';
import { type AccessTest, HIT, MISS, UNSURE } from './fit.js';

type Comparison = (fact: number) => boolean;

/** Asks a number; unsure about operations of those kinds that do not have it, a miss for any other. */
export function comparisonTest(key: 'rows' | 'size', value: unknown, kinds: readonly OperationKind[]): AccessTest | null {
  if (value === undefined) return null;
  const compare = compileComparison(String(value));
  return {
    key,
    fit(operation) {
      const fact = operation[key];
      if (fact === undefined) return kinds.includes(operation.kind) ? UNSURE : MISS;
      return compare(fact) ? HIT : MISS;
    },
  };
}

/** Asks how many rows. */
export function rowsTest(value: unknown, allows: boolean): AccessTest | null {
  const test = comparisonTest('rows', value, ['sql']);
  return test === null ? null : { ...test, ceiling: ceilingOf(String(value), allows) };
}

// `<= 5` allows 5, `< 5` allows 4; `> 5` lets 5 pass, `>= 5` lets 4.
function ceilingOf(text: string, allows: boolean): number | null {
  const [sign, bound] = signed(text);
  if (sign === '>' || sign === '>=') return allows ? null : Math.max(0, sign === '>' ? bound : bound - 1);
  return allows ? Math.max(0, sign === '<' ? bound - 1 : bound) : null;
}

function signed(text: string): readonly [string, number] {
  const sign = (/^[<>=]*/u.exec(text) as RegExpExecArray)[0];
  return [sign, Number(text.slice(sign.length))];
}

function compileComparison(text: string): Comparison {
  const [sign, bound] = signed(text);
  switch (sign) {
    case '<':
      return (fact) => fact < bound;
    case '<=':
      return (fact) => fact <= bound;
    case '>':
      return (fact) => fact > bound;
    case '>=':
      return (fact) => fact >= bound;
    default:
      return (fact) => fact === bound;
  }
}
