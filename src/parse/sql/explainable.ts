// SPDX-License-Identifier: Apache-2.0
//
// Whether a statement may be given to EXPLAIN to learn how many rows it would touch. Planning runs code: immutable and stable functions
// with constant arguments, the casts and operators among them. Refuses everything whose planning could run a function that nobody has
// reviewed, and every text that, behind our prefix, would be anything but a plain EXPLAIN of it.
import type { StatementFacts } from '../../core/model.js';
import { countsRows } from './row-count.js';
import type { Draft } from './draft.js';

/** What stands before a statement of which the planner is asked. */
export const EXPLAIN_PREFIX = 'EXPLAIN (FORMAT JSON) ';

/** Kinds that EXPLAIN takes and that are planned as they stand; `CREATE TABLE AS`, `DECLARE` and `EXECUTE` are not among them. */
const PLANNED: ReadonlySet<string> = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** Why the rows of a statement can't be asked for, as the end of a sentence; null when they can. */
export function whyNotPlanned(draft: Draft, facts: StatementFacts): string | null {
  const [kind, node] = topOf(draft);
  if (!PLANNED.has(kind) || 'intoClause' in node) return `the planner gives no rows for ${facts.statement}`;
  if (facts.unknown.length > 0 || facts.forbidden.length > 0) return 'it is not (all) understood';
  const called = facts.functions.find((use) => use.class !== 'harmless');
  if (called !== undefined) return `planning it could run \`${called.name}\`, which is not a function that we know to be harmless`;
  if (facts.accesses.some(({ object }) => object?.startsWith('pg_temp.') === true)) return 'it is about a temporary table, which other connections do not see';
  const changes = facts.accesses.some(({ effect }) => effect === 'write' || effect === 'destroy');
  return changes && !countsRows(draft) ? 'how many rows it changes can not be counted when it runs' : null;
}

/** True for a draft of `EXPLAIN_PREFIX` and a statement, as the grammar has read it: our one option, one statement that is planned. */
export function isPlainExplain(draft: Draft): boolean {
  const [kind, node] = topOf(draft);
  if (kind !== 'ExplainStmt' || draft.failure !== null || draft.batch !== 1) return false;
  const options = (Array.isArray(node['options']) ? node['options'] : []) as { readonly DefElem?: { readonly defname?: string } }[];
  const [asked] = Object.keys((node['query'] ?? {}) as object);
  return options.length === 1 && options[0]?.DefElem?.defname === 'format' && asked !== undefined && PLANNED.has(asked);
}

/** Whether it changes or removes rows that are there already: what foreign keys may pass on. */
export function passedOn(draft: Draft): { readonly deletes: boolean; readonly updates: boolean } {
  const [kind, node] = topOf(draft);
  const merges = kind === 'MergeStmt';
  return { deletes: merges || kind === 'DeleteStmt', updates: merges || kind === 'UpdateStmt' || (kind === 'InsertStmt' && 'onConflictClause' in node) };
}

/** Last parts of all names of types in it, each once. */
export function typesIn(draft: Draft): readonly string[] {
  const found = new Set<string>();
  collectTypes(draft.tree, found);
  return [...found];
}

function topOf({ tree }: Draft): readonly [string, Readonly<Record<string, unknown>>] {
  const [entry] = Object.entries(tree ?? {});
  return entry === undefined || typeof entry[1] !== 'object' || entry[1] === null ? ['', {}] : [entry[0], entry[1] as Readonly<Record<string, unknown>>];
}

function collectTypes(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  // Of all nodes that a query has, only a TypeName holds `names`, under whatever key it stands.
  const { names } = node as { readonly names?: unknown };
  const last = Array.isArray(names) ? (names.at(-1) as { readonly String?: { readonly sval?: string } } | undefined)?.String?.sval : undefined;
  if (last !== undefined) found.add(last);
  for (const value of Object.values(node)) collectTypes(value, found);
}
