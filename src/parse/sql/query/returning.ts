// SPDX-License-Identifier: Apache-2.0
//
// RETURNING: the target's rows as they are after (and, by `old`, before) the statement, and the columns of what was joined. A value just
// stored carries where it came from. Refuses nothing of its own.
// @see https://www.postgresql.org/docs/18/dml-returning.html
import type { ReturningClause } from '@pgsql/types';
import { Shape, type Value } from '../facts/lineage.js';
import { targets } from './select.js';
import { afterStore, type Target } from './store.js';
import { every, spelled } from '../grammar/tree.js';
import { type At, Frame, type Item, type Source } from '../facts/walk.js';

/** What RETURNING can see. */
export interface Changed {
  readonly target: Target;
  readonly stored: ReadonlyMap<string, Value>;
  /** The statement's frame: the target and what it was joined with. */
  readonly frame: Frame;
  readonly at: At;
}

/** The rows returned; none without a RETURNING clause. */
export function returned(clause: ReturningClause | undefined, { target, stored, frame, at }: Changed): Shape {
  if (clause === undefined) return new Shape([]);
  const after = afterStore(target.shape, stored);
  const item: Item = { shape: after, relation: target.item.relation, filtered: false };
  const inside = new Frame(frame.parent);
  for (const one of frame.items) inside.items.push(one === target.item ? item : one);
  for (const source of frame.sources) inside.sources.push(source.item === target.item ? { ...source, item } : source);
  const [old, fresh] = rowNames(clause);
  inside.sources.push(as(old, { shape: target.shape, relation: target.item.relation, filtered: false }), as(fresh, item));
  return targets(clause.exprs, { ...at, frame: inside });
}

// `RETURNING WITH (OLD AS o, NEW AS n)`; a table of that name comes first.
function rowNames(clause: ReturningClause): [string, string] {
  let names: [string, string] = ['old', 'new'];
  for (const node of every('ReturningOption', clause.options)) {
    const { option } = node;
    const value = spelled(node.value);
    names = option === 'RETURNING_OPTION_OLD' ? [value, names[1]] : [names[0], value];
  }
  return names;
}

function as(alias: string, item: Item): Source {
  return { alias, qualified: null, item, locks: [] };
}
