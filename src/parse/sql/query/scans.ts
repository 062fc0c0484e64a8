// SPDX-License-Identifier: Apache-2.0
//
// Functions, XMLTABLE and JSON_TABLE in FROM: which columns they give and what those carry. Refuses to count columns that it can't name:
// a wrong count would shift every column behind it.
// @see https://www.postgresql.org/docs/18/queries-table-expressions.html#QUERIES-TABLEFUNCTIONS
import type { JsonTable, Node, RangeFunction, RangeTableFunc } from '@pgsql/types';
import { columnName } from '../names/column-names.js';
import { castTo, noteJson, noteStored, noteTyped } from '../calls/conversions.js';
import { jsonDefaults, jsonPassing, jsonValue } from './json-expression.js';
import { beside, type Column, computed, NOTHING, Shape, type Value } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { isPlainType } from '../calls/operators.js';
import { resultColumns } from '../builtins/result-columns.js';
import { every, nodesIn, present, spelled, theOne } from '../grammar/tree.js';
import { typeOfColumn } from '../names/type-names.js';
import { type At, filtering } from '../facts/walk.js';

const TEXT = 25;
const BIGINT = 20;
/** What a document of XMLTABLE, its paths and namespaces become. */
const XML_OR_TEXT = [142, TEXT];

/** Columns of `FROM f(…)`, `FROM ROWS FROM (…) WITH ORDINALITY`, before its column aliases. */
export function functionScan(range: RangeFunction, at: At): Shape {
  const single = range.is_rowsfrom !== true;
  // `ROWS FROM (f(…)) AS x` calls its column x, too; of several functions none is called so.
  const alias = range.functions?.length === 1 ? range.alias?.aliasname : undefined;
  const shapes = nodesIn(range.functions).map((entry) => {
    const [call, definitions] = nodesIn<Node>(theOne('List', entry).items);
    const columns = definedColumns(single ? (range.coldeflist ?? definitions) : definitions, at);
    return oneFunction(present(call), columns, alias, at);
  });
  if (range.ordinality === true) shapes.push(new Shape([{ name: 'ordinality', value: { ...NOTHING, type: BIGINT } }]));
  return beside(shapes);
}

/** Columns of XMLTABLE, before its column aliases. */
export function xmlTable(table: RangeTableFunc, at: At): Shape {
  const { expression } = at.run.walk;
  const parts: Value[] = [];
  for (const node of [present(table.docexpr), present(table.rowexpr), ...nodesIn(table.namespaces)]) parts.push(expression(node, filtering(at)));
  for (const part of parts) for (const type of XML_OR_TEXT) noteStored(part, type, at.run.builder);
  const columns = every('RangeTableFuncCol', table.columns).map((node): Column => {
    const { colname, for_ordinality, colexpr, coldefexpr, typeName } = node;
    noteTyped(typeName, at.run.builder);
    const [path, otherwise] = [colexpr, coldefexpr].map((part) => (part === undefined ? NOTHING : expression(part, at))) as [Value, Value];
    noteStored(path, TEXT, at.run.builder);
    castTo(typeName, otherwise, at.run.builder, false);
    const own = [path, otherwise];
    return { name: spelled(colname), value: for_ordinality === true ? NOTHING : computed([...parts, ...own]) };
  });
  return new Shape(columns);
}

/** Columns of JSON_TABLE, nested paths included, before its column aliases. */
export function jsonTable(table: JsonTable, at: At): Shape {
  const parts = [jsonValue(table.context_item, filtering(at)), ...jsonPassing(table.passing, at)];
  noteJson(parts, at.run.builder);
  return new Shape(jsonColumns(table.columns, computed([...parts, ...jsonDefaults([table.on_error], undefined, at)]), at));
}

// A path's own columns come before those of paths nested in it, wherever these are written.
function jsonColumns(nodes: readonly Node[] | undefined, context: Value, at: At): Column[] {
  const own: Column[] = [];
  const nested: Column[] = [];
  for (const node of every('JsonTableColumn', nodes)) {
    const { coltype, columns, on_empty, on_error, typeName } = node;
    const name = spelled(node.name);
    noteTyped(typeName, at.run.builder);
    if (coltype === 'JTC_NESTED') nested.push(...jsonColumns(columns, context, at));
    else if (coltype === 'JTC_FOR_ORDINALITY') own.push({ name, value: NOTHING });
    else own.push({ name, value: computed([context, ...jsonDefaults([on_empty, on_error], typeName, at)]) });
  }
  return [...own, ...nested];
}

interface Defined {
  readonly name: string;
  readonly type: number;
}

function definedColumns(definitions: Node | readonly Node[] | undefined, at: At): readonly Defined[] | null {
  const nodes = definitions === undefined ? [] : isList(definitions) ? definitions : 'List' in definitions ? nodesIn(definitions.List.items) : [];
  const defined = every('ColumnDef', nodes);
  for (const { typeName } of defined) noteTyped(typeName, at.run.builder);
  const columns = defined.map(({ colname, typeName }) => ({ name: spelled(colname), type: typeOfColumn(typeName, at.run.builder.scope) }));
  return columns.length === 0 ? null : columns;
}

function isList(nodes: Node | readonly Node[]): nodes is readonly Node[] {
  return Array.isArray(nodes);
}

function oneFunction(call: Node, defined: readonly Defined[] | null, alias: string | undefined, at: At): Shape {
  const names = 'FuncCall' in call ? namesOf(call.FuncCall.funcname) : [];
  const bare = spelled(names[names.length - 1]);
  const args = 'FuncCall' in call ? nodesIn(call.FuncCall.args) : [];
  if (bare === 'unnest' && args.length > 1) return beside(args.map((arg) => unnest([arg], 'unnest', call, at)));
  if (bare === 'unnest' && defined === null) return unnest(args, alias ?? bare, call, at);
  const value = at.run.walk.expression(call, at);
  if (defined !== null) return new Shape(defined.map(({ name, type }) => ({ name, value: { ...value, type } })));
  // `COALESCE(…)` and the like may return a row, and a user's function anything.
  const columns = 'SQLValueFunction' in call ? 'scalar' : bare === '' || value.origins === null ? null : resultColumns(bare);
  if (columns === null) return new Shape([], { rest: value });
  if (columns === 'scalar') {
    const name = alias ?? columnName(call, at);
    return name === null ? new Shape([], { rest: value }) : new Shape([{ name, value }]);
  }
  return new Shape(columns.map((name) => ({ name, value })));
}

// Rows in an array come out as their columns, however many those are; anything else as one column.
function unnest(args: readonly Node[], name: string, call: Node, at: At): Shape {
  const value = at.run.walk.expression({ FuncCall: { ...theOne('FuncCall', call), args: [...args] } }, at);
  return isPlainType(value.type) && value.origins !== null ? new Shape([{ name, value }]) : new Shape([], { rest: value });
}
