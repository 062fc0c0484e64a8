// SPDX-License-Identifier: Apache-2.0
//
// Rows joined with themselves: in `DELETE FROM t USING t s WHERE s.id = t.id` each row finds itself, so nothing is left out. Refuses to
// see through sub-selects in FROM and WITH; whoever hides a table there still meets the row ceiling.
import type { Node, RangeVar } from '@pgsql/types';
import { nodesIn, spelled } from '../grammar/tree.js';

/** Deeper parts of a condition keep their names. */
const MAX_DEPTH = 200;

/** The condition, with columns of other names of the target's table written as the target's own. `from`: what the target is joined with. */
export function asOwnColumns(condition: Node, target: RangeVar, from: readonly Node[]): Node {
  let joined = known.get(from);
  if (joined === undefined) known.set(from, (joined = namesIn(from, target)));
  const names = [joined, namesIn(condition, target)].filter(({ size }) => size > 0);
  return names.length === 0 ? condition : (renamed(condition, names, 0) as Node);
}

// The same list is asked about once for each action of a MERGE.
const known = new WeakMap<readonly Node[], ReadonlySet<string>>();

function namesIn(value: unknown, target: RangeVar): ReadonlySet<string> {
  const names = new Set<string>();
  findNames(value, { target, names, depth: 0 });
  return names;
}

interface Search {
  readonly target: RangeVar;
  readonly names: Set<string>;
  readonly depth: number;
}

function findNames(value: unknown, { target, names, depth }: Search): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'RangeVar') {
      const { relname, schemaname, alias } = inner as RangeVar;
      if (relname === target.relname && schemaname === target.schemaname) names.add(alias?.aliasname ?? spelled(relname));
    } else findNames(inner, { target, names, depth: depth + 1 });
  }
}

function renamed(value: unknown, names: readonly ReadonlySet<string>[], depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'ColumnRef' ? unqualified(inner as { fields?: Node[] }, names) : renamed(inner, names, depth + 1)]));
}

function unqualified(reference: { fields?: Node[] }, names: readonly ReadonlySet<string>[]): { fields?: Node[] } {
  const [first, ...rest] = nodesIn(reference.fields);
  const isAlias = rest.length === 1 && first !== undefined && 'String' in first && names.some((some) => some.has(spelled(first.String.sval)));
  return isAlias ? { ...reference, fields: rest } : reference;
}
