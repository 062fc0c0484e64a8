// SPDX-License-Identifier: Apache-2.0
//
// Expressions: which columns a value comes from, and what computing it does. Every kind of node that the raw grammar can put into an
// expression is here, in json-expression.ts or in xml-expression.ts. Refuses to skip what it does not know: an unlisted kind makes the statement unknown.
import type { A_Const, A_Indirection, CaseExpr, Node, SubLink, TypeCast } from '@pgsql/types';
import { callRow, callValue } from '../calls/calls.js';
import { columnValue } from './columns.js';
import { castTo, noteCommon, noteCompared, noteStored, noteSubscript, noteUsed } from '../calls/conversions.js';
import { JSON_HANDLERS } from './json-expression.js';
import { computed, isIntact, LOST, NOTHING, settled, TYPE, type Value } from '../facts/lineage.js';
import { since } from '../names/newer-words.js';
import { operation } from '../calls/operation.js';
import { checkOperator, isPlainType } from '../calls/operators.js';
import { rowPairs } from '../calls/operands.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';
import { XML_HANDLERS } from './xml-expression.js';

/** Contents of a node of one kind. */
export type Fields<Kind extends string> = Extract<Node, Readonly<Record<Kind, unknown>>>[Kind & keyof Extract<Node, Readonly<Record<Kind, unknown>>>];
export type Handlers<Kinds extends string> = { readonly [Kind in Kinds]: (fields: Fields<Kind>, at: At) => Value };

/** The value of an expression; notes what it reads and does. Never throws. */
export function expression(node: Node, at: At): Value {
  if (!at.run.enter()) {
    at.run.leave();
    return LOST;
  }
  const kind = spelled(Object.keys(node)[0]);
  const handler = ALL[kind];
  const value = handler === undefined ? notKnown(kind, at) : handler((node as unknown as Readonly<Record<string, never>>)[kind] as never, at);
  // Whoever computes with it goes through all that it comes from.
  if (value.origins !== null && value.origins.length > FEW) at.run.takes(value.origins.length >> 3);
  at.run.leave();
  return value;
}

/** Origins of a value that cost no more than its node. */
const FEW = 16;

function notKnown(kind: string, at: At): Value {
  at.run.builder.unknown(`an expression of kind \`${kind}\` is not one that we know`);
  return LOST;
}

function all(nodes: readonly Node[] | undefined, at: At): Value {
  return computed(nodesIn(nodes).map((node) => expression(node, at)));
}

function maybe(node: Node | undefined, at: At): Value {
  return node === undefined ? NOTHING : expression(node, at);
}

function constant({ sval, ival, fval, boolval, bsval }: A_Const, at: At): Value {
  if (sval?.sval !== undefined) at.run.builder.literal(sval.sval);
  if (fval !== undefined) return /^\d{1,18}$/u.test(spelled(fval.fval)) ? BIGINT : NUMERIC;
  if (bsval !== undefined) return BUILT_IN;
  return ival !== undefined ? INTEGER : boolval !== undefined ? BOOLEAN : LITERAL;
}

const INTEGER: Value = { ...NOTHING, type: 23 };
const BOOLEAN: Value = { ...NOTHING, type: 16 };
// Numbers have a type of their own, as text in quotes has not: what stands beside one may be a user's operator.
const BIGINT: Value = { ...NOTHING, type: 20 };
const NUMERIC: Value = { ...NOTHING, type: 1700 };
const BUILT_IN: Value = { ...NOTHING, type: TYPE.builtin };
const LITERAL: Value = { ...NOTHING, type: TYPE.literal };

function list(items: readonly Node[] | undefined, at: At): Value {
  const parts = nodesIn(items).map((item) => expression(item, at));
  const types = new Set(parts.map((value) => value.type));
  const [type = TYPE.unknown] = types;
  return types.size === 1 ? { ...computed(parts), type, parts } : { ...oneOf(parts, at), parts };
}

function array(elements: readonly Node[] | undefined, at: At): Value {
  const values = nodesIn(elements).map((element) => expression(element, at));
  return values.every((value) => isPlainType(value.type)) ? { ...computed(values), type: TYPE.builtinArray } : { ...oneOf(values, at), type: TYPE.unknown };
}

// One of several values, all made of one type.
function oneOf(values: readonly Value[], at: At): Value {
  if (noteCommon(values, at.run.builder)) return LOST;
  const [type = TYPE.unknown, ...others] = new Set(values.map((value) => value.type).filter((one) => one !== TYPE.literal));
  return others.length === 0 && type > 0 ? { ...computed(values), type } : computed(values);
}

function cast({ arg, typeName }: TypeCast, at: At): Value {
  const value = maybe(arg, at);
  const { type, lost } = castTo(typeName, value, at.run.builder);
  const intact = isIntact(value) && TEXTS.has(type) && typeName?.typmods === undefined;
  return { origins: lost ? null : value.origins, direct: false, intact, fields: null, type };
}

/** Types that hold a text as long as it is: text, varchar. */
const TEXTS: ReadonlySet<number> = new Set([25, 1043]);

// `(c).email`, `(c).*`, `scores[1]`; a field that a row lacks is a function of the row.
function indirection({ arg, indirection: steps }: A_Indirection, at: At): Value {
  let value = maybe(arg, at);
  for (const step of nodesIn(steps)) {
    if ('String' in step) value = field(value, spelled(step.String.sval), at);
    else if ('A_Indices' in step) {
      // What is in a value of PostgreSQL's own is one, too.
      const plain = isPlainType(value.type) || value.type === TYPE.builtin;
      value = { ...computed([value, subscript(step.A_Indices.lidx, at), subscript(step.A_Indices.uidx, at)]), ...(plain ? { type: TYPE.builtin } : {}) };
    }
  }
  return value;
}

function subscript(node: Node | undefined, at: At): Value {
  const value = maybe(node, at);
  noteSubscript(value, at.run.builder);
  return value;
}

function field(row: Value, name: string, at: At): Value {
  const listed = row.fields?.listed(name) ?? null;
  if (listed !== null) return listed;
  const open = row.fields?.unlisted(name) ?? null;
  const isFunction = at.run.builder.scope.catalog?.functions.has(name) === true;
  if (open !== null && !isFunction) return open;
  if (row.fields === null && !isFunction) return computed([row]);
  return computed([row.fields === null ? row : (open ?? NOTHING), callRow(name, row, at) ?? LOST]);
}

function subLink({ subLinkType, testexpr, operName, subselect }: SubLink, at: At): Value {
  const test = maybe(testexpr, at);
  const shape = at.run.walk.query(present(subselect), at);
  const columns = settled(shape);
  const first = columns.rest === null ? (columns.columns[0]?.value ?? NOTHING) : columns.any();
  if (columns.rest === null && columns.columns[0] !== undefined) at.run.firstNames.set(present(subselect), columns.columns[0].name);
  switch (subLinkType) {
    case 'EXISTS_SUBLINK':
      return NOTHING;
    case 'EXPR_SUBLINK':
      return first;
    case 'ARRAY_SUBLINK':
      return isPlainType(first.type) ? { ...computed([first]), type: TYPE.builtinArray } : computed([first]);
    default:
      for (const { name, operands } of rowPairs(operName ?? EQUALS, test, test.parts === undefined || columns.rest !== null ? first : { ...first, parts: columns.columns.map(({ value }) => value) })) checkOperator(name, operands, at.run.builder);
      return noteUsed([test, shape.any()], at.run.builder) ? LOST : { ...computed([test, shape.any()]), type: BOOLEAN.type };
  }
}

const EQUALS: readonly Node[] = [{ String: { sval: '=' } }];

function caseOf({ arg, args, defresult }: CaseExpr, at: At): Value {
  const subject = maybe(arg, at);
  const results = [maybe(defresult, at)];
  const tests = [subject];
  for (const branch of every('CaseWhen', args)) {
    const test = maybe(branch.expr, at);
    if (arg === undefined) noteStored(test, BOOLEAN.type, at.run.builder);
    else checkOperator(EQUALS, [subject, test], at.run.builder);
    tests.push(test);
    results.push(maybe(branch.result, at));
  }
  const result = oneOf(results, at);
  const lost = (arg !== undefined && noteUsed(tests, at.run.builder)) || result.origins === null;
  return lost ? LOST : { ...computed([...tests, result]), type: result.type };
}

// WHERE CURRENT OF names one row of the target.
function currentOf(at: At): Value {
  present(present(at.frame).items[0]).filtered = true;
  return NOTHING;
}

const HANDLERS = {
  A_Const: constant,
  ColumnRef: columnValue,
  ParamRef: (_fields, at) => (at.run.builder.scope.computedParameters === true ? LOST : NOTHING),
  A_Expr: operation,
  BoolExpr: (fields, at) => {
    const values = nodesIn(fields.args).map((arg) => expression(arg, at));
    for (const value of values) noteStored(value, BOOLEAN.type, at.run.builder);
    return { ...computed(values), type: BOOLEAN.type };
  },
  NullTest: (fields, at) => ({ ...computed([maybe(fields.arg, at)]), type: BOOLEAN.type }),
  BooleanTest: (fields, at) => {
    const value = maybe(fields.arg, at);
    noteStored(value, BOOLEAN.type, at.run.builder);
    return { ...computed([value]), type: BOOLEAN.type };
  },
  FuncCall: callValue,
  NamedArgExpr: (fields, at) => maybe(fields.arg, at),
  TypeCast: cast,
  CollateClause: (fields, at) => maybe(fields.arg, at),
  A_Indirection: indirection,
  A_ArrayExpr: (fields, at) => array(fields.elements, at),
  RowExpr: (fields, at) => {
    const parts = nodesIn(fields.args).map((arg) => expression(arg, at));
    return { ...computed(parts), parts };
  },
  List: (fields, at) => list(fields.items, at),
  CaseExpr: caseOf,
  CoalesceExpr: (fields, at) => {
    const values = nodesIn(fields.args).map((arg) => expression(arg, at));
    return { ...oneOf(values, at), intact: values.every(isIntact) };
  },
  MinMaxExpr: (fields, at) => {
    const values = nodesIn(fields.args).map((arg) => expression(arg, at));
    noteCompared(values, at.run.builder);
    return oneOf(values, at);
  },
  SubLink: subLink,
  SQLValueFunction: () => BUILT_IN,
  SetToDefault: () => NOTHING,
  MergeSupportFunc: since(17, ['merge_action'], () => NOTHING),
  CurrentOfExpr: (_fields, at) => currentOf(at),
  GroupingFunc: (fields, at) => {
    all(fields.args, at);
    return INTEGER;
  },
  ResTarget: (fields, at) => maybe(fields.val, at),
} satisfies Partial<Handlers<string & KindOf<Node>>>;

type KindOf<Any> = Any extends unknown ? keyof Any : never;

const ALL: Readonly<Record<string, ((fields: never, at: At) => Value) | undefined>> = { ...HANDLERS, ...JSON_HANDLERS, ...XML_HANDLERS };
