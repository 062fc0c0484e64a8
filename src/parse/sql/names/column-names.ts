// SPDX-License-Identifier: Apache-2.0
//
// The name that PostgreSQL gives to an unnamed output column: what later parts of a statement must say to mean it. Refuses to guess: under
// a wrong name a column is not found, and another one, further out, is taken for it.
// @see https://www.postgresql.org/docs/18/queries-select-lists.html#QUERIES-COLUMN-LABELS
import type { Node } from '@pgsql/types';
import { namesOf } from './names.js';
import { every, present, spelled, theOne } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';

const NO_NAME = '?column?';

/** The name of an output column without AS, once its value was read; null: not known. */
export function columnName(node: Node | undefined, at: At): string | null {
  const found = named(node, at);
  return found === null ? NO_NAME : found.name;
}

/** A cast's or a CASE's own name gives way to one from inside. */
interface Named {
  readonly name: string | null;
  readonly weak: boolean;
}

const strong = (name: string | null | undefined): Named | null => (name === undefined ? null : { name, weak: false });

const FIXED: Readonly<Record<string, string>> = {
  GroupingFunc: 'grouping', MergeSupportFunc: 'merge_action', A_ArrayExpr: 'array', RowExpr: 'row', CoalesceExpr: 'coalesce', XmlSerialize: 'xmlserialize',
  JsonParseExpr: 'json', JsonScalarExpr: 'json_scalar', JsonSerializeExpr: 'json_serialize', JsonObjectConstructor: 'json_object',
  JsonArrayConstructor: 'json_array', JsonArrayQueryConstructor: 'json_array', JsonObjectAgg: 'json_objectagg', JsonArrayAgg: 'json_arrayagg',
};

const XML: Readonly<Record<string, string>> = {
  IS_XMLCONCAT: 'xmlconcat', IS_XMLELEMENT: 'xmlelement', IS_XMLFOREST: 'xmlforest', IS_XMLPARSE: 'xmlparse', IS_XMLPI: 'xmlpi', IS_XMLROOT: 'xmlroot', IS_XMLSERIALIZE: 'xmlserialize',
};

function named(node: Node | undefined, at: At): Named | null {
  if (node === undefined) return null;
  if ('ColumnRef' in node) return strong(namesOf(node.ColumnRef.fields).at(-1));
  if ('FuncCall' in node) return strong(namesOf(node.FuncCall.funcname).at(-1));
  if ('A_Indirection' in node) return strong(namesOf(node.A_Indirection.indirection).at(-1)) ?? named(node.A_Indirection.arg, at);
  if ('TypeCast' in node) return inside(named(node.TypeCast.arg, at), spelled(namesOf(present(node.TypeCast.typeName).names).at(-1)));
  if ('CollateClause' in node) return named(node.CollateClause.arg, at);
  if ('CaseExpr' in node) return inside(named(node.CaseExpr.defresult, at), 'case');
  if ('A_Expr' in node) return node.A_Expr.kind === 'AEXPR_NULLIF' ? strong('nullif') : null;
  if ('MinMaxExpr' in node) return strong(node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest');
  if ('SQLValueFunction' in node) return strong(valueFunction(spelled(node.SQLValueFunction.op)));
  if ('XmlExpr' in node) return strong(XML[spelled(node.XmlExpr.op)]);
  if ('JsonFuncExpr' in node) return strong(spelled(node.JsonFuncExpr.op).toLowerCase().replace('_op', ''));
  if ('SubLink' in node) return subLink(spelled(node.SubLink.subLinkType), node.SubLink.subselect, at);
  return strong(FIXED[spelled(Object.keys(node)[0])]);
}

function inside(inner: Named | null, own: string): Named | null {
  return inner === null || inner.weak ? { name: own, weak: true } : inner;
}

// `SVFOP_CURRENT_TIME_N` is `current_time(3)`.
function valueFunction(op: string): string {
  return op.replace('SVFOP_', '').replace(/_N$/, '').toLowerCase();
}

function subLink(type: string, subselect: Node | undefined, at: At): Named | null {
  if (type === 'EXISTS_SUBLINK') return strong('exists');
  if (type === 'ARRAY_SUBLINK') return strong('array');
  if (type !== 'EXPR_SUBLINK') return null;
  let select = theOne('SelectStmt', subselect);
  while (select.larg !== undefined) select = select.larg;
  if (select.valuesLists !== undefined) return strong('column1');
  const [target] = every('ResTarget', select.targetList);
  if (target === undefined) return null;
  const { name, val } = target;
  return strong(name ?? (endsInStar(present(val)) ? (at.run.firstNames.get(present(subselect)) ?? null) : columnName(val, at)));
}

// `*`, `q.*` and `(row).*`.
function endsInStar(val: Node): boolean {
  const path = 'ColumnRef' in val ? val.ColumnRef.fields : 'A_Indirection' in val ? val.A_Indirection.indirection : undefined;
  const last = path?.at(-1);
  return last !== undefined && 'A_Star' in last;
}
