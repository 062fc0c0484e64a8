// SPDX-License-Identifier: Apache-2.0
//
// Definitions that hold queries: views, materialized views, tables made from a query, rewrite rules. What the query reads counts where
// it is defined; what it copies flows into the new relation. Refuses to refresh a view whose definition it has not read.
import type { CreateTableAsStmt, IntoClause, Node, RefreshMatViewStmt, RuleStmt, ViewStmt } from '@pgsql/types';
import type { StatementFacts } from '../../../core/model.js';
import { noteFilled } from '../calls/index-functions.js';
import { relationOf } from '../names/names.js';
import { storeInto } from '../query/store.js';
import { statementIn } from '../grammar/texts.js';
import { nodesIn, present } from '../grammar/tree.js';
import { made } from './create-table.js';
import { plainExpression } from './expressions.js';
import { newRelation, relation, touch } from './objects.js';
import { absorb, type AnyHandlers, apart, gathered, type Place } from './place.js';

/** Handlers of CREATE VIEW, CREATE TABLE AS, CREATE and REFRESH MATERIALIZED VIEW, CREATE RULE. */
export const VIEW_HANDLERS = { ViewStmt: view, CreateTableAsStmt: tableAs, RefreshMatViewStmt: refresh, RuleStmt: rule } satisfies AnyHandlers;

// Nothing runs now, but whoever may not read a table may not define a window onto it either.
function view({ view: named, query }: ViewStmt, place: Place): void {
  const { builder } = place;
  const rangeVar = present(named);
  touch('schema', newRelation(rangeVar, builder), builder);
  made(rangeVar, builder);
  absorb(apart(present(query), place), builder);
}

function tableAs({ query, into }: CreateTableAsStmt, place: Place): void {
  const { builder } = place;
  const facts = apart(present(query), place);
  absorb(facts, builder, { flows: true });
  storeInto(present(into), facts.outputs, builder);
}

function refresh({ relation: named, skipData, concurrent }: RefreshMatViewStmt, place: Place): void {
  const { builder } = place;
  const rangeVar = present(named);
  touch('write', relation(rangeVar, builder), builder);
  noteFilled(rangeVar, builder, concurrent === true ? ['*'] : []);
  // Concurrently, only rows that differ are changed, and readers go on.
  builder.lock(concurrent === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE');
  builder.rewrite(concurrent !== true);
  if (builder.scope.catalog === null || skipData === true) return;
  const { name, relation: known } = relationOf(rangeVar, builder);
  const definition = known?.definition ?? null;
  const query = definition === null ? null : statementIn(definition.text, place.parser);
  if (definition === null || query === null) return builder.unknown(`what fills \`${name}\` is not known`, name, 'relation');
  const facts = apart(query, place, { scope: { ...builder.scope, searchPath: definition.path } });
  absorb(facts, builder, { flows: true });
  filled(name, nodesIn(known?.columns).map((column) => column.name), { facts, place });
}

// As `CREATE MATERIALIZED VIEW … AS` would note it, but the relation is there already.
function filled(name: string, columns: readonly string[], { facts, place }: { readonly facts: StatementFacts; readonly place: Place }): void {
  const into: IntoClause = { rel: { relname: name }, colNames: columns.map((column): Node => ({ String: { sval: column } })) };
  const { flows } = gathered(place, {}, ({ builder }) => storeInto(into, facts.outputs, builder));
  for (const flow of flows) place.builder.flow({ ...flow, target: { ...flow.target, relation: name } });
}

// A rule makes other statements do its actions: they count as what it does.
function rule({ relation: rangeVar, whereClause, actions }: RuleStmt, place: Place): void {
  const { builder } = place;
  touch('schema', relation(present(rangeVar), builder), builder);
  plainExpression(whereClause, place);
  for (const action of nodesIn(actions)) absorb(apart(action, place), builder);
  builder.lock('ACCESS EXCLUSIVE');
  builder.session({ kind: 'ddl' });
}
