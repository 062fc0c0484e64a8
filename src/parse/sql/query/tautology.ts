// SPDX-License-Identifier: Apache-2.0
//
// Whether a condition lets every row pass, whatever is in it: `1 = 1`, `id = id`, `x OR true`. NULLs are taken not to be there, so that
// `id = id` counts as always true. Refuses to prove more than it can see; it evaluates constants and compares spellings, no more.
import type { A_Expr, BooleanTest, BoolExpr, CaseExpr, FuncCall, Node, NullTest, RangeVar, SelectStmt, SubLink } from '@pgsql/types';
import { isNull, literalOf } from '../grammar/constants.js';
import { constantsCompare, matchesAll } from './constant-values.js';
import { asOwnColumns } from './self-joins.js';
import { nodesIn, spelled } from '../grammar/tree.js';

/** Deeper conditions are not looked into. */
const MAX_DEPTH = 100;
/** Branches of one OR that are compared with each other. */
const MAX_BRANCHES = 64;

/** True when a condition is seen to hold for every row of `target`. `from`: what the target is joined with. */
export function isAlwaysTrue(condition: Node, target: RangeVar, from: readonly Node[] = []): boolean {
  return new Folder(target).fold(asOwnColumns(condition, target, from)) === true;
}

const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);
/** Operators that hold between equal values, and those that do not. */
const REFLEXIVE: Readonly<Record<string, boolean>> = { '=': true, '<=': true, '>=': true, '~~': true, '~~*': true, '<>': false, '<': false, '>': false, '!~~': false, '!~~*': false };
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=', '~~', '!~~', '~~*', '!~~*']);
const OPPOSITE: Readonly<Record<string, string>> = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>', '~~': '!~~', '!~~': '~~', '~~*': '!~~*', '!~~*': '~~*', '~': '!~', '!~': '~' };

class Folder {
  readonly #target: RangeVar;
  /** What was folded already: a CASE asks for its branches more than once, and each of those asks again. */
  readonly #known = new Map<Node, boolean | null>();
  #depth = 0;

  constructor(target: RangeVar) {
    this.#target = target;
  }

  /** True, false, or null when it is not seen. */
  fold(node: Node | undefined): boolean | null {
    if (node === undefined || this.#depth >= MAX_DEPTH) return null;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#depth += 1;
    const value = this.#dispatch(node);
    this.#depth -= 1;
    this.#known.set(node, value);
    return value;
  }

  #dispatch(node: Node): boolean | null {
    if ('A_Const' in node || 'TypeCast' in node) return this.#constant(node);
    if ('BoolExpr' in node) return this.#logic(node.BoolExpr);
    if ('A_Expr' in node) return this.#comparison(node.A_Expr);
    if ('NullTest' in node) return nullTest(node.NullTest);
    if ('BooleanTest' in node) return this.#booleanTest(node.BooleanTest);
    if ('CaseExpr' in node) return this.#case(node.CaseExpr);
    if ('CoalesceExpr' in node) return this.fold(node.CoalesceExpr.args?.[0]);
    if ('SubLink' in node) return this.#subLink(node.SubLink);
    if ('FuncCall' in node) return startsWithNothing(node.FuncCall);
    return null;
  }

  #constant(node: Node): boolean | null {
    if ('TypeCast' in node) return this.fold(node.TypeCast.arg);
    if (!('A_Const' in node)) return null;
    const { boolval, ival, sval } = node.A_Const;
    if (boolval !== undefined) return boolval.boolval ?? false;
    if (ival !== undefined) return (ival.ival ?? 0) !== 0;
    if (sval === undefined) return null;
    // As the server reads booleans; matches `t`, `yes`, `on`, misses `off`.
    return /^\s*(?:t(?:r(?:ue?)?)?|y(?:es?)?|on|1)\s*$/i.test(spelled(sval.sval));
  }

  #logic({ boolop, args = [] }: BoolExpr): boolean | null {
    const values = args.map((arg) => this.fold(arg));
    if (boolop === 'NOT_EXPR') return values[0] === null || values[0] === undefined ? null : !values[0];
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive)) return decisive;
    if (values.every((value) => value === !decisive)) return !decisive;
    const branches = args.slice(0, MAX_BRANCHES);
    return branches.some((one, at) => branches.slice(at + 1).some((other) => areOpposite(one, other))) ? decisive : null;
  }

  #comparison(expr: A_Expr): boolean | null {
    const { kind, lexpr, rexpr } = expr;
    const operator = operatorOf(expr);
    switch (kind) {
      case 'AEXPR_OP':
      case 'AEXPR_LIKE':
      case 'AEXPR_ILIKE':
      case 'AEXPR_SIMILAR':
        return (rexpr === undefined ? null : matchesAll(expr, operator, rexpr)) ?? compare(operator, lexpr, rexpr);
      case 'AEXPR_DISTINCT':
        return negate(compare('=', lexpr, rexpr));
      case 'AEXPR_NOT_DISTINCT':
        return compare('=', lexpr, rexpr);
      case 'AEXPR_IN':
      case 'AEXPR_OP_ANY':
        // `= ANY (ARRAY (SELECT …))` is `IN (SELECT …)`.
        if (rexpr !== undefined && 'SubLink' in rexpr && rexpr.SubLink.subLinkType === 'ARRAY_SUBLINK' && operator === '=' && lexpr !== undefined) return this.#subLink({ ...rexpr.SubLink, subLinkType: 'ANY_SUBLINK', testexpr: lexpr });
        return anyOf(itemsOf(rexpr).map((item) => compare('=', lexpr, item)), operator === '=');
      case 'AEXPR_BETWEEN':
      case 'AEXPR_BETWEEN_SYM': {
        const [low, high] = itemsOf(rexpr);
        return compare('>=', lexpr, low) === true && compare('<=', lexpr, high) === true ? true : null;
      }
      default:
        return null;
    }
  }

  #booleanTest({ arg, booltesttype }: BooleanTest): boolean | null {
    const value = this.fold(arg);
    if (value === null) return null;
    switch (booltesttype) {
      case 'IS_TRUE':
      case 'IS_NOT_FALSE':
        return value;
      case 'IS_FALSE':
      case 'IS_NOT_TRUE':
        return !value;
      default:
        return booltesttype === 'IS_NOT_UNKNOWN';
    }
  }

  #case({ arg, args = [], defresult }: CaseExpr): boolean | null {
    const branches = args.flatMap((branch) => ('CaseWhen' in branch ? [branch.CaseWhen] : []));
    const results = [...branches.map((branch) => branch.result), defresult];
    if (results.every((result) => this.fold(result) === true)) return true;
    const taken = branches.find((branch) => (arg === undefined ? this.fold(branch.expr) : compare('=', arg, branch.expr)) !== false);
    return taken !== undefined && arg === undefined && this.fold(taken.expr) === true ? this.fold(taken.result) : null;
  }

  // A sub-select without a condition of its own selects no rows of ours, unless it is compared with something else.
  #subLink({ subLinkType, subselect, testexpr }: SubLink): boolean | null {
    const select = subselect !== undefined && 'SelectStmt' in subselect ? subselect.SelectStmt : null;
    if (select === null || !this.#isOpen(select)) return null;
    if (subLinkType === 'EXISTS_SUBLINK') return true;
    if (subLinkType !== 'ANY_SUBLINK' || !this.#isOurs(select)) return null;
    const [column] = select.targetList ?? [];
    return column !== undefined && 'ResTarget' in column && compare('=', testexpr, column.ResTarget.val) === true ? true : null;
  }

  #isOpen(select: SelectStmt): boolean {
    if (select.op !== undefined && select.op !== 'SETOP_NONE') return false;
    if (select.havingClause !== undefined || select.limitCount !== undefined || select.limitOffset !== undefined) return false;
    return select.whereClause === undefined || this.fold(select.whereClause) === true;
  }

  #isOurs({ fromClause = [] }: SelectStmt): boolean {
    const [only] = fromClause;
    return fromClause.length === 1 && only !== undefined && 'RangeVar' in only && only.RangeVar.relname === this.#target.relname;
  }
}

function nullTest({ arg, nulltesttype }: NullTest): boolean | null {
  if (arg === undefined) return null;
  const isNullable = neverNull(arg) ? false : isNull(arg) ? true : null;
  if (isNullable === null) return null;
  return nulltesttype === 'IS_NULL' ? isNullable : !isNullable;
}

// NULLs are taken not to be there, so a comparison gives none.
function neverNull(node: Node): boolean {
  if ('A_Expr' in node) return node.A_Expr.kind !== 'AEXPR_NULLIF' && COMPARISONS.has(operatorOf(node.A_Expr));
  if ('BoolExpr' in node) return nodesIn(node.BoolExpr.args).every(neverNull);
  if ('A_Const' in node) return node.A_Const.isnull !== true;
  if ('TypeCast' in node) return node.TypeCast.arg !== undefined && neverNull(node.TypeCast.arg);
  if ('CoalesceExpr' in node) return nodesIn(node.CoalesceExpr.args).some(neverNull);
  return 'ColumnRef' in node && SYSTEM_COLUMNS.has(lastName(node.ColumnRef.fields));
}

function startsWithNothing({ funcname, args = [] }: FuncCall): boolean | null {
  return lastName(funcname) === 'starts_with' && literalOf(args[1]) === '' ? true : null;
}

function operatorOf({ name }: A_Expr): string {
  return lastName(name);
}

function lastName(names: readonly Node[] | undefined): string {
  const last = names?.[names.length - 1];
  return last !== undefined && 'String' in last ? spelled(last.String.sval) : '';
}

function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return 'List' in node ? nodesIn(node.List.items) : 'A_ArrayExpr' in node ? nodesIn(node.A_ArrayExpr.elements) : [];
}

function anyOf(matches: readonly (boolean | null)[], positive: boolean): boolean | null {
  if (matches.includes(true)) return positive;
  return matches.length > 0 && matches.every((match) => match === false) ? !positive : null;
}

function compare(operator: string, left: Node | undefined, right: Node | undefined): boolean | null {
  if (left === undefined || right === undefined) return null;
  const reflexive = REFLEXIVE[operator];
  if (reflexive !== undefined && areSame(left, right)) return reflexive;
  return constantsCompare(operator, left, right);
}

// `p OR NOT p`, `x IS NULL OR x IS NOT NULL`, `x = 1 OR x <> 1`.
function areOpposite(one: Node, other: Node): boolean {
  const [inner, outer] = [notOf(one), notOf(other)];
  if ((inner !== null && areSame(inner, other)) || (outer !== null && areSame(outer, one))) return true;
  if ('NullTest' in one && 'NullTest' in other) return one.NullTest.nulltesttype !== other.NullTest.nulltesttype && areSame(one.NullTest.arg, other.NullTest.arg);
  if (!('A_Expr' in one) || !('A_Expr' in other)) return false;
  const [a, b] = [one.A_Expr, other.A_Expr];
  return OPPOSITE[operatorOf(a)] === operatorOf(b) && areSame(a.lexpr, b.lexpr) && areSame(a.rexpr, b.rexpr);
}

function notOf(node: Node): Node | null {
  return 'BoolExpr' in node && node.BoolExpr.boolop === 'NOT_EXPR' ? (node.BoolExpr.args?.[0] ?? null) : null;
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

// Places, and how a list was bracketed, are no part of the meaning; nor is a cast, for this purpose.
const PLACES: ReadonlySet<string> = new Set(['location', 'rexpr_list_start', 'rexpr_list_end', 'list_start', 'list_end']);

function areSame(one: unknown, other: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const [a, b] = [bare(one), bare(other)];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b && a !== undefined;
  if ('ColumnRef' in a && 'ColumnRef' in b) return isSameColumn(a.ColumnRef as { fields?: Node[] }, b.ColumnRef as { fields?: Node[] });
  const keys = Object.keys(a).filter((key) => !PLACES.has(key));
  if (keys.length !== Object.keys(b).filter((key) => !PLACES.has(key)).length) return false;
  return keys.every((key) => areSame((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key], depth + 1));
}

function bare(node: unknown): unknown {
  let inner = node;
  while (typeof inner === 'object' && inner !== null && ('TypeCast' in inner || 'CollateClause' in inner)) {
    inner = ('TypeCast' in inner ? (inner.TypeCast as { arg?: unknown }) : (inner.CollateClause as { arg?: unknown })).arg;
  }
  return inner;
}

// `orders.id` and `id` are taken for the same column; `a.id` and `b.id` are not.
function isSameColumn(one: { fields?: Node[] }, other: { fields?: Node[] }): boolean {
  const [a, b] = [one.fields ?? [], other.fields ?? []].map((fields) => fields.map((field) => ('String' in field ? field.String.sval : '*')).reverse());
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  return length > 0 && nodesIn(a).slice(0, length).every((name, at) => name === b?.[at]);
}
