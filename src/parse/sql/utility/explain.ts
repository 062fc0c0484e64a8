// SPDX-License-Identifier: Apache-2.0
//
// EXPLAIN. With ANALYZE the statement runs, so everything it does is done. Without, it is only planned: what it would touch is read.
// Its output is the plan: names, costs, counts and the constants of the statement and of definitions, and no values of columns. When the statement
// runs, it also says how much memory the values took that were computed. Refuses options that it does not know.
import type { ExplainStmt, Node } from '@pgsql/types';
import type { Access, Origin, StatementFacts } from '../../../core/model.js';
import { plainExpression } from './expressions.js';
import { absorb, type AnyHandlers, apart, type Place } from './place.js';
import { every, nodesIn, spelled } from '../grammar/tree.js';

/** Options of PostgreSQL 18; only `analyze` decides what happens. */
const OPTIONS: ReadonlySet<string> = new Set(['analyze', 'verbose', 'costs', 'settings', 'generic_plan', 'buffers', 'serialize', 'wal', 'timing', 'summary', 'memory', 'format']);

/** Handler of EXPLAIN. */
export const EXPLAIN_HANDLERS = { ExplainStmt: explain } satisfies AnyHandlers;

function explain({ query, options }: ExplainStmt, place: Place): void {
  const { builder } = place;
  const plan = { name: 'QUERY PLAN', direct: false };
  builder.outputs([{ ...plan, origins: [] }]);
  if (query === undefined) return builder.unknown('EXPLAIN holds no statement');
  // The arguments of a prepared statement are computed even when it is only planned.
  if ('ExecuteStmt' in query) for (const param of nodesIn(query.ExecuteStmt.params)) plainExpression(param, place);
  const facts = apart(query, place);
  if (!runs(options, place)) return absorb(facts, builder, { access: (access) => planned(access, facts) });
  absorb(facts, builder, { flows: true, session: true });
  builder.outputs([{ ...plan, origins: isPlain(query, facts, place) ? [] : measured(facts, place) }]);
}

/** What can hold values that are no column's, and no output's. */
const HOLDS_MORE: ReadonlySet<string> = new Set(['withClause', 'SubLink', 'RangeSubselect', 'RangeFunction', 'RangeTableFunc', 'JsonTable', 'valuesLists', 'larg']);

// Columns as they are, out of tables: of these the plan tells how many rows there were.
function isPlain(query: Node, { outputs, accesses }: StatementFacts, { builder: { scope } }: Place): boolean {
  if (!('SelectStmt' in query) || !Array.isArray(outputs) || accesses.some(({ object }) => object !== null && scope.catalog?.relations.get(object)?.kind === 'v')) return false;
  return outputs.every(({ origins, direct }) => direct || origins?.length === 0) && !holdsMore(query);
}

function holdsMore(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(([key, inner]) => HOLDS_MORE.has(key) || holdsMore(inner));
}

// `repeat('x', 1024 * left(ssn, 3)::int)` takes as many kilobytes. What a column decides (WHERE) is told by counts anyway; a view may hold what it does not show.
function measured({ outputs, accesses }: StatementFacts, { builder: { scope } }: Place): readonly Origin[] | null {
  if (outputs === 'unknown' || outputs?.some(({ origins }) => origins === null) === true) return null;
  const reads = accesses.flatMap(({ effect, object, columns, filtered }) => (effect === 'read' && object !== null ? [{ relation: object, columns: columns.filter((column) => !filtered.includes(column)) }] : []));
  const isCovered = reads.some(({ relation }) => scope.catalog?.relations.get(relation)?.kind === 'v');
  return reads.flatMap(({ relation, columns }) => (isCovered ? ['*'] : columns).map((column) => ({ relation, column })));
}

// INVARIANT: a statement that is run is never taken for one that is planned; an option said twice counts when either says yes.
function runs(options: readonly Node[] | undefined, { builder }: Place): boolean {
  let analyze = false;
  for (const option of every('DefElem', options)) {
    const { arg } = option;
    const defname = spelled(option.defname);
    if (!OPTIONS.has(defname)) builder.unknown(`\`${defname}\` is not an EXPLAIN option that we know`);
    if (defname === 'analyze' && !saysNo(arg)) analyze = true;
  }
  return analyze;
}

// `off`, `false` and `0` in any case are no; no value, and any other, is taken for yes.
function saysNo(arg: Node | undefined): boolean {
  if (arg === undefined) return false;
  if ('Integer' in arg) return (arg.Integer.ival ?? 0) === 0;
  return 'String' in arg && ['false', 'off'].includes(spelled(arg.String.sval).toLowerCase());
}

// Planning may call functions (it folds the immutable ones), but stores nothing and fires no trigger.
function planned(access: Access, facts: StatementFacts): Access | null {
  switch (access.effect) {
    case 'write':
    case 'destroy':
    case 'schema':
      return access.type === 'function' ? access : { ...access, effect: 'read', filtered: [] };
    case 'execute':
      return facts.functions.some(({ name }) => access.object === name || access.object === `pg_catalog.${name}`) ? access : null;
    default:
      return access;
  }
}
