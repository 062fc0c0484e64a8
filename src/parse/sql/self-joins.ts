// SPDX-License-Identifier: Apache-2.0
//
// Rows joined with themselves: in `DELETE FROM t USING t s WHERE s.id = t.id` each row finds itself, so nothing is left out. Refuses to
// see through sub-selects in FROM and WITH; whoever hides a table there still meets the row ceiling.
import type { Node, RangeVar } from '@pgsql/types';

/** Deeper parts of a condition keep their names. */
const MAX_DEPTH = 200;

/** The condition, with columns of other names of the target's table written as the target's own. `from`: what the target is joined with. */
export function asOwnColumns(condition: Node, target: RangeVar, from: readonly Node[]): Node {
  const names = new Set<string>();
  findNames([condition, from], { target, names, depth: 0 });
  return names.size === 0 ? condition : (renamed(condition, names, 0) as Node);
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
      if (relname === target.relname && schemaname === target.schemaname) names.add(alias?.aliasname ?? relname ?? '');
    } else findNames(inner, { target, names, depth: depth + 1 });
  }
}

function renamed(value: unknown, names: ReadonlySet<string>, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'ColumnRef' ? unqualified(inner as { fields?: Node[] }, names) : renamed(inner, names, depth + 1)]));
}

function unqualified(reference: { fields?: Node[] }, names: ReadonlySet<string>): { fields?: Node[] } {
  const [first, ...rest] = reference.fields ?? [];
  const isAlias = rest.length === 1 && first !== undefined && 'String' in first && names.has(first.String.sval ?? '');
  return isAlias ? { ...reference, fields: rest } : reference;
}
