// SPDX-License-Identifier: Apache-2.0
//
// The second step, `resolve`: a draft and a scope to facts. Pure: the same draft in the same scope gives the same facts. Refuses to
// throw and to pass over anything: a statement without a handler, or one whose handler fails, is unknown.
import type { Node } from '@pgsql/types';
import { messageOf } from '../../core/errors.js';
import type { StatementFacts } from '../../core/model.js';
import { budgetOf } from './facts/budget.js';
import { FactsBuilder, type TreeParser } from './facts/collect.js';
import type { Draft, Scope } from './draft.js';
import { noteHazards } from './hazards/note.js';
import { whyReadOtherwise } from './names/other-encoding.js';
import { resolveQuery } from './query/query.js';
import { noteRedefined } from './redefinitions.js';
import { spelled } from './grammar/tree.js';
import { ALTER_TABLE_HANDLERS } from './utility/alter-table.js';
import { CODE_HANDLERS } from './utility/code.js';
import { COPY_HANDLERS } from './utility/copy.js';
import { CREATE_TABLE_HANDLERS } from './utility/create-table.js';
import { DEFINITION_HANDLERS } from './utility/definitions.js';
import { DROP_HANDLERS } from './utility/drop.js';
import { EXPLAIN_HANDLERS } from './utility/explain.js';
import { MAINTENANCE_HANDLERS } from './utility/maintenance.js';
import { NAMED_HANDLERS } from './utility/prepared.js';
import { OUTSIDE_HANDLERS } from './utility/external.js';
import type { Place } from './utility/place.js';
import { RENAME_HANDLERS } from './utility/rename.js';
import { ROLE_HANDLERS } from './utility/roles.js';
import { SESSION_HANDLERS } from './utility/session.js';
import { VIEW_HANDLERS } from './utility/views.js';

/** Statements inside statements: EXPLAIN of an EXECUTE of a query, a DO in a function in a rule. Names that hold each other end here. */
const MAX_NESTED_STATEMENTS = 8;

// By node tag. The tables hold each handler to the fields of its own kind of node; a union of them all would cost the compiler ten seconds.
const UTILITY: Readonly<Record<string, (fields: never, place: Place) => void>> = {
  ...ALTER_TABLE_HANDLERS, ...CODE_HANDLERS, ...COPY_HANDLERS, ...CREATE_TABLE_HANDLERS, ...DEFINITION_HANDLERS, ...DROP_HANDLERS, ...EXPLAIN_HANDLERS,
  ...MAINTENANCE_HANDLERS, ...NAMED_HANDLERS, ...OUTSIDE_HANDLERS, ...RENAME_HANDLERS, ...ROLE_HANDLERS, ...SESSION_HANDLERS, ...VIEW_HANDLERS,
};
const QUERIES: ReadonlySet<string> = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** All that is known of a statement, with names meaning what they mean in `scope`. Never throws. */
export function resolve(draft: Draft, scope: Scope, parser: TreeParser): StatementFacts {
  const builder = new FactsBuilder(scope, parser, budgetOf(draft));
  if (draft.tree === null) {
    // A message without statements does nothing; one that could not be read may do anything.
    if (draft.failure !== null || draft.statement !== 'EMPTY') notUnderstood(draft.failure ?? 'it could not be read', builder);
    return builder.build(draft);
  }
  const otherwise = whyReadOtherwise(draft, scope);
  if (otherwise !== null) builder.unknown(otherwise);
  try {
    statement(draft.tree as unknown as Node, { builder, parser, text: draft.text, depth: 0, runs: true, resolve: statement });
    return builder.build(draft);
  } catch (thrown) {
    // What was gathered so far may be half of it: told, but not relied on.
    notUnderstood(`it could not be followed: ${messageOf(thrown)}`, builder);
    return builder.build(draft);
  }
}

/** Tags of the statements that `resolve` understands; for the test that compares them with the grammar's. */
export function understoodTags(): readonly string[] {
  return [...QUERIES, ...Object.keys(UTILITY)];
}

function notUnderstood(why: string, builder: FactsBuilder): void {
  builder.outputs('unknown');
  builder.unknown(why);
}

function statement(node: Node, place: Place): void {
  const { builder, depth, runs } = place;
  const tag = spelled(Object.keys(node)[0]);
  if (depth > MAX_NESTED_STATEMENTS) return notUnderstood(`it holds statements more than ${MAX_NESTED_STATEMENTS} deep`, builder);
  if (QUERIES.has(tag)) {
    builder.outputs(resolveQuery(node, builder, { runs }));
    return noteRedefined(tag, {}, builder);
  }
  const handler = Object.hasOwn(UTILITY, tag) ? UTILITY[tag] : undefined;
  if (handler === undefined) return notUnderstood(`a statement of kind \`${tag}\` is not one that we know`, builder);
  const fields = (node as unknown as Readonly<Record<string, never>>)[tag] as never;
  handler(fields, place);
  noteRedefined(tag, fields, builder);
  noteHazards(node, place);
}
