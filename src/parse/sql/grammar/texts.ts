// SPDX-License-Identifier: Apache-2.0
//
// SQL in texts inside of statements: the definition of a view, a body, what EXECUTE is given, an expression by itself. Refuses a text that
// holds more than the one thing that it is taken for.
import type { Node } from '@pgsql/types';
import { every, present, theOne } from './tree.js';

interface ReadsTrees {
  parseTree(text: string): readonly Readonly<Record<string, unknown>>[] | null;
}

/** The one statement that a text holds; null when it can't be read, or holds another number of them. */
export function statementIn(text: string, parser: ReadsTrees): Node | null {
  const trees = parser.parseTree(text);
  return trees?.length === 1 ? (present(trees[0]) as unknown as Node) : null;
}

/** The one expression that a text holds; null when it is none, or has a name or a clause behind it. */
export function expressionIn(text: string, parser: ReadsTrees): Node | null {
  const tree = statementIn(`SELECT ${text}`, parser);
  if (tree === null) return null;
  const { targetList, limitOption: _limit, op: _op, ...clauses } = theOne('SelectStmt', tree);
  const [target, ...more] = every('ResTarget', targetList);
  if (target === undefined || more.length > 0 || Object.keys(clauses).length > 0 || target.name !== undefined) return null;
  return present(target.val);
}
