// SPDX-License-Identifier: Apache-2.0
//
// Views, by their definitions: a view's column is its own and also what it shows; reading a view reads what it filters by and calls
// what it calls. A materialized view shows the same but runs nothing. Refuses to guess at a definition that it can't follow.
import { canonicalName, type CatalogRelation, type CatalogSnapshot } from '../../../core/catalog.js';
import type { Access, FunctionUse } from '../../../core/model.js';
import { FactsBuilder } from '../facts/collect.js';
import { computed, LOST, LOST_SHAPE, Shape, type Value } from '../facts/lineage.js';
import { mayDiffer } from '../names/other-encoding.js';
import { statementIn } from '../grammar/texts.js';
import { present } from '../grammar/tree.js';
import { type At, Run } from '../facts/walk.js';

/** Views upon views. PostgreSQL itself has no limit but its stack. */
const MAX_VIEW_DEPTH = 16;

interface Definition {
  readonly shape: Shape;
  readonly accesses: readonly Access[];
  readonly functions: readonly FunctionUse[];
}

const definitions = new WeakMap<CatalogSnapshot, Map<CatalogRelation, Definition>>();

/** A view's columns; notes what running its definition does. */
export function throughView(view: CatalogRelation, at: At): Shape {
  const definition = definitionOf(view, at);
  if (view.kind === 'v') run(definition, at);
  return definition.shape;
}

/** Relations that running a view reads, those of views inside of it, too. */
export function readBehind(view: CatalogRelation, at: At): readonly string[] {
  if (view.kind !== 'v') return [];
  return definitionOf(view, at).accesses.flatMap(({ effect, object, type }) => (effect === 'read' && type === 'relation' && object !== null ? [object] : []));
}

function definitionOf(view: CatalogRelation, at: At): Definition {
  const catalog = present(at.run.builder.scope.catalog);
  let known = definitions.get(catalog);
  if (known === undefined) definitions.set(catalog, (known = new Map()));
  let definition = known.get(view);
  if (definition !== undefined) return definition;
  definition = resolve(view, at);
  // What was cut short inside another view is not how the view looks from outside.
  if (!at.run.cut) known.set(view, definition);
  return definition;
}

function resolve(view: CatalogRelation, at: At): Definition {
  const { run: outer } = at;
  if (outer.views.has(view) || outer.views.size >= MAX_VIEW_DEPTH) {
    outer.cut = true;
    return lost(view, 'it is a view upon too many views');
  }
  const { scope, parser } = outer.builder;
  const { definition } = view;
  // Reading it costs a step for each few letters.
  const encoding = scope.catalog?.encoding;
  const readable = definition !== null && (encoding === undefined || !mayDiffer(definition.text, encoding)) && outer.takes(definition.text.length >> 2);
  const tree = readable ? statementIn(definition.text, parser) : null;
  if (definition === null || tree === null) return lost(view, 'its definition can\'t be read');
  const builder = new FactsBuilder({ ...scope, searchPath: definition.path, stale: false }, parser, outer.builder.budget);
  const run = new Run(builder, outer.walk, new Set([...outer.views, view]));
  const shown = outer.walk.query(tree, { run, frame: null, ctes: null, filter: false });
  outer.cut ||= run.cut;
  return { shape: shapeOf(view, shown), accesses: builder.accesses(), functions: builder.functions() };
}

function shapeOf(view: CatalogRelation, shown: Shape): Shape {
  const relation = canonicalName(view.schema, view.name);
  const exact = shown.rest === null && shown.columns.length === view.columns.length;
  const columns = view.columns.map(({ name, typeOid }, at) => {
    const value = exact ? present(shown.columns[at]).value : LOST;
    return { name, value: alsoOf(value, { relation, column: name }, typeOid) };
  });
  const whole = computed([{ origins: [{ relation, column: '*' }], direct: false, fields: null, type: 0 }, ...columns.map((column) => column.value)]);
  return new Shape(columns, { whole, locks: [relation, ...shown.locks] });
}

function alsoOf(value: Value, own: { relation: string; column: string }, type: number): Value {
  return value.origins === null ? LOST : { origins: [own, ...value.origins], direct: value.direct || value.origins.length === 0, fields: value.fields, type };
}

// The view's columns carry the reads of what they show; what is left is what decides on rows, and all else that happens.
function run({ shape, accesses, functions }: Definition, at: At): void {
  const { builder } = at.run;
  const partly = shape.columns.some((column) => column.value.origins === null);
  for (const access of accesses) {
    if (access.object === null && access.effect === 'read') continue;
    if (access.effect === 'unknown') builder.unknown(access.why ?? 'the definition of a view is not understood', access.object, access.type);
    else if (access.effect === 'read' && !partly) builder.access('read', access.object, access.type, { columns: access.filtered, filtered: access.filtered });
    else builder.access(access.effect, access.object, access.type, access);
  }
  for (const use of functions) builder.functionUse(use.name, use.class);
}

function lost(view: CatalogRelation, why: string): Definition {
  const name = canonicalName(view.schema, view.name);
  const columns = view.columns.map((column) => ({ name: column.name, value: LOST }));
  const unknown: Access = { effect: 'unknown', object: name, type: 'relation', columns: [], filtered: [], assumed: false, why: `\`${name}\` is not understood: ${why}` };
  return { shape: new Shape(columns, { whole: LOST, locks: LOST_SHAPE.locks }), accesses: [unknown], functions: [] };
}
