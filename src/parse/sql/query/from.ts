// SPDX-License-Identifier: Apache-2.0
//
// FROM items: relations, WITH queries, sub-selects, joins, functions. Puts each into the frame as names will see it. Refuses an item of a
// kind that it does not know.
// @see https://www.postgresql.org/docs/18/sql-select.html#SQL-FROM
import type { Alias, JoinExpr, Node, RangeSubselect, RangeTableSample, RangeVar } from '@pgsql/types';
import { columnName } from '../names/column-names.js';
import { conditionValue, noteCommon, noteStored } from '../calls/conversions.js';
import { beside, type Column, either, LOST, LOST_SHAPE, openPart, settled, Shape } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { checkOperator } from '../calls/operators.js';
import { scan } from './relations.js';
import { functionScan, jsonTable, xmlTable } from './scans.js';
import { nodesIn, present, spelled, theOne } from '../grammar/tree.js';
import { type At, type Cte, filtering, Frame, type Item, type Source, use } from '../facts/walk.js';

const EQUALS: readonly Node[] = [{ String: { sval: '=' } }];
/** Of a sample, the percentage and the seed. */
const [REAL, DOUBLE] = [700, 701] as const;

/** Reads a FROM list into the frame of `at`. */
export function fromList(nodes: readonly Node[] | undefined, frame: Frame, at: At): void {
  for (const node of nodesIn(nodes)) frame.items.push(fromItem(node, frame, at));
}

/** Reads one FROM item: its qualified names go into the frame, what `*` and bare names see is returned. */
export function fromItem(node: Node, frame: Frame, at: At): Item {
  if (!at.run.enter()) {
    at.run.leave();
    return asItem(LOST_SHAPE);
  }
  const item = dispatch(node, frame, at);
  at.run.leave();
  return item;
}

function dispatch(node: Node, frame: Frame, at: At): Item {
  if ('RangeVar' in node) return relation(node.RangeVar, frame, at);
  if ('JoinExpr' in node) return join(node.JoinExpr, frame, at);
  if ('RangeSubselect' in node) return subselect(node.RangeSubselect, frame, at);
  if ('RangeFunction' in node) return named(functionScan(node.RangeFunction, at), functionAlias(node.RangeFunction, at), frame);
  if ('RangeTableSample' in node) return sample(node.RangeTableSample, frame, at);
  if ('RangeTableFunc' in node) return named(xmlTable(node.RangeTableFunc, at), node.RangeTableFunc.alias ?? { aliasname: 'xmltable' }, frame);
  if ('JsonTable' in node) return named(jsonTable(node.JsonTable, at), node.JsonTable.alias ?? { aliasname: 'json_table' }, frame);
  at.run.builder.unknown(`a FROM item of kind \`${spelled(Object.keys(node)[0])}\` is not one that we know`);
  return asItem(LOST_SHAPE);
}

function asItem(shape: Shape, relationName: string | null = null): Item {
  return { shape, relation: relationName, filtered: false };
}

function named(shape: Shape, alias: Alias | undefined, frame: Frame): Item {
  const item = asItem(shape.renamed(namesOf(alias?.colnames)));
  frame.sources.push({ alias: spelled(alias?.aliasname), qualified: null, item, locks: shape.locks });
  return item;
}

function relation(rangeVar: RangeVar, frame: Frame, at: At): Item {
  const { alias } = rangeVar;
  const relname = present(rangeVar.relname);
  const cte = rangeVar.schemaname === undefined ? findCte(relname, at) : null;
  // A lock on a query block does not reach into its WITH queries.
  if (cte !== null) return named(new Shape(cte.shape().columns, openPart(cte.shape())), { aliasname: relname, ...alias }, frame);
  const touched = scan(rangeVar, at);
  const kind = touched.relation?.kind;
  const item = asItem(touched.shape.renamedRelation(namesOf(alias?.colnames)), kind === 'v' ? null : touched.name);
  frame.sources.push({ alias: alias?.aliasname ?? relname, qualified: alias === undefined ? touched.name : null, item, locks: touched.shape.locks });
  return item;
}

function findCte(name: string, at: At): Cte | null {
  let passed = 0;
  for (let ctes = at.ctes; ctes !== null; ctes = ctes.outer) {
    if (ctes.cte.name === name) return ctes.cte;
    passed += 1;
    if (passed % 8 === 0 && !at.run.takes(1)) return null;
  }
  return null;
}

function subselect({ subquery, alias, lateral }: RangeSubselect, frame: Frame, at: At): Item {
  const { run, ctes, filter } = at;
  return named(settled(run.walk.query(present(subquery), { run, ctes, filter, frame: lateral === true ? frame : frame.parent })), alias, frame);
}

function functionAlias({ alias, functions }: { alias?: Alias; functions?: Node[] }, at: At): Alias {
  if (alias !== undefined) return alias;
  const [call] = nodesIn(theOne('List', functions?.[0]).items);
  const aliasname = columnName(call, at);
  if (aliasname === null) at.run.builder.unknown('what a FROM item is called can\'t be told');
  return { aliasname: spelled(aliasname) };
}

function sample({ relation: of, method, args, repeatable }: RangeTableSample, frame: Frame, at: At): Item {
  const name = namesOf(method).join('.');
  if (!['bernoulli', 'system', 'pg_catalog.bernoulli', 'pg_catalog.system'].includes(name)) at.run.builder.unknown(`\`${name}\` is not a sampling method that we know`, name, 'function');
  const item = fromItem(present(of), frame, at);
  for (const arg of nodesIn(args)) noteStored(at.run.walk.expression(arg, filtering(at)), REAL, at.run.builder);
  if (repeatable !== undefined) noteStored(at.run.walk.expression(repeatable, filtering(at)), DOUBLE, at.run.builder);
  return item;
}

function join(expr: JoinExpr, frame: Frame, at: At): Item {
  const [sources, items] = [frame.sources.length, frame.items.length];
  // The left side is in sight of the right one where that is LATERAL.
  const left = fromItem(present(expr.larg), frame, at);
  frame.items.push(left);
  const right = fromItem(present(expr.rarg), frame, at);
  frame.items.push(right);
  if (expr.quals !== undefined) conditionValue(expr.quals, { ...at, frame: onlyOf([left, right], frame.sources.slice(sources), frame) });
  frame.items.length = items;
  const common = mergedColumns(expr, left.shape, right.shape, at);
  const shape = common.length === 0 ? beside([left.shape, right.shape]) : beside([new Shape(common), without(left.shape, common), without(right.shape, common)]);
  if (expr.join_using_alias !== undefined) named(new Shape(common), expr.join_using_alias, frame);
  if (expr.alias === undefined) return asItem(shape);
  // An alias on a join hides the names inside.
  const locks = frame.sources.splice(sources).flatMap((source) => source.locks);
  const item = asItem(shape.renamed(namesOf(expr.alias.colnames)));
  frame.sources.push({ alias: spelled(expr.alias.aliasname), qualified: null, item, locks });
  return item;
}

// What stands before a join in FROM is not in sight of its condition: a name that neither side has is one of the query around.
function onlyOf(items: readonly Item[], sources: readonly Source[], { parent }: Frame): Frame {
  const frame = new Frame(parent);
  frame.items.push(...items);
  frame.sources.push(...sources);
  return frame;
}

function mergedColumns({ usingClause, isNatural }: JoinExpr, left: Shape, right: Shape, at: At): Column[] {
  const names = isNatural === true ? left.columns.map(({ name }) => name).filter((name) => right.listed(name) !== null) : namesOf(usingClause);
  return names.map((name) => {
    const sides = [left.find(name) ?? LOST, right.find(name) ?? LOST];
    for (const side of sides) use(side, filtering(at));
    checkOperator(EQUALS, sides, at.run.builder);
    return { name, value: noteCommon(sides, at.run.builder) ? LOST : either(sides) };
  });
}

function without(shape: Shape, columns: readonly Column[]): Shape {
  const merged = new Set(columns.map(({ name }) => name));
  const kept = shape.columns.filter(({ name }) => !merged.has(name));
  return new Shape(kept, openPart(shape));
}
