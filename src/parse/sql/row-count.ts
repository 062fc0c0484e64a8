// SPDX-License-Identifier: Apache-2.0
//
// Whether a statement's command tag counts every row that the statement itself changes. Refuses to count what functions, triggers and
// cascades change: no tag tells of those.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html (CommandComplete)
import type { Draft } from './draft.js';
import { nodesIn } from './grammar/tree.js';

/** Statements whose tags end with a number of rows. */
const COUNTED: ReadonlySet<string> = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CopyStmt']);

/** True for a statement whose tag says how many rows it changed. A changing `WITH` is in no tag, and stands at the top or nowhere. */
export function countsRows({ tree }: Draft): boolean {
  const [entry] = Object.entries(tree ?? {});
  if (entry === undefined) return false;
  const [kind, node] = entry as [string, { readonly withClause?: { readonly ctes?: readonly { readonly CommonTableExpr?: { readonly ctequery?: object } }[] } }];
  const queries = nodesIn(node.withClause?.ctes).map((cte) => Object.keys(cte.CommonTableExpr?.ctequery ?? {})[0]);
  return COUNTED.has(kind) && queries.every((query) => query === 'SelectStmt');
}
