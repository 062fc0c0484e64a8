// SPDX-License-Identifier: Apache-2.0
//
// Reads how many rows a plan expects to return or change, from `EXPLAIN (FORMAT JSON)`. Refuses to add up what it does not know: a
// plan with changes in its middle, several plans, or a number that is none.

interface PlanNode {
  readonly 'Node Type'?: unknown;
  readonly 'Plan Rows'?: unknown;
  readonly 'Parent Relationship'?: unknown;
  readonly Plans?: unknown;
}

/** Plans nest as deep as queries do. */
const MAX_DEPTH = 1_000;

/** Rows of a plan, whole and from 0; null when the text tells none. */
export function planRows(text: string): number | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const [only, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
  const plan = more.length === 0 ? (only as { readonly Plan?: PlanNode } | undefined)?.Plan : undefined;
  if (plan === undefined || typeof plan !== 'object' || plan === null) return null;
  const children = childrenOf(plan);
  if (children.some((child) => changes(child, 0))) return null;
  if (plan['Node Type'] !== 'ModifyTable') return countOf(plan);
  // What a changing node itself returns is not what it changes: its input is. Before PostgreSQL 14 each partition has one of its own.
  const inputs = children.filter((child) => child['Parent Relationship'] === 'Outer' || child['Parent Relationship'] === 'Member');
  if (inputs.length === 0) return null;
  return inputs.reduce<number | null>((sum, input) => {
    const count = countOf(input);
    return sum === null || count === null ? null : sum + count;
  }, 0);
}

function countOf(node: PlanNode): number | null {
  const rows = node['Plan Rows'];
  return typeof rows === 'number' && rows >= 0 && Number.isSafeInteger(Math.ceil(rows)) ? Math.ceil(rows) : null;
}

function changes(node: PlanNode, depth: number): boolean {
  return depth > MAX_DEPTH || node['Node Type'] === 'ModifyTable' || childrenOf(node).some((child) => changes(child, depth + 1));
}

function childrenOf({ Plans }: PlanNode): readonly PlanNode[] {
  return Array.isArray(Plans) ? (Plans as readonly PlanNode[]) : [];
}
