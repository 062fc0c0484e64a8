// SPDX-License-Identifier: Apache-2.0
//
// Whether a condition lets every row pass, whatever is in it: `1 = 1`, `id = id`, `x OR true`. NULLs are taken not to be there, so that
// `id = id` counts as always true. Refuses to prove more than it can see; it evaluates constants and compares spellings, no more.
import type { A_Expr, BooleanTest, BoolExpr, CaseExpr, ColumnRef, FuncCall, Node, NullTest, RangeVar, SelectStmt, SubLink } from '@pgsql/types';
import { isNull, literalOf } from '../grammar/constants.js';
import { constantsCompare, matchesAll, truthOf } from './constant-values.js';
import { namesOf } from '../names/names.js';
import { asOwnColumns } from './self-joins.js';
import { every, nodesIn, present, spelled, theOne } from '../grammar/tree.js';

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
    if ('A_Const' in node) return truthOf(node.A_Const);
    if ('TypeCast' in node) return this.fold(node.TypeCast.arg);
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

  #logic({ boolop, args: parts }: BoolExpr): boolean | null {
    const args = nodesIn(parts);
    if (boolop === 'NOT_EXPR') return negate(this.fold(args[0]));
    const values = args.map((arg) => this.fold(arg));
    const decisive = boolop === 'OR_EXPR';
    if (values.includes(decisive)) return decisive;
    if (values.every((value) => value === !decisive)) return !decisive;
    const branches = args.slice(0, MAX_BRANCHES);
    return branches.some((one, at) => branches.slice(at + 1).some((other) => areOpposite(one, other))) ? decisive : null;
  }

  #comparison(expr: A_Expr): boolean | null {
    const { kind, lexpr } = expr;
    const [operator, right] = [operatorOf(expr), present(expr.rexpr)];
    switch (kind) {
      case 'AEXPR_OP':
      case 'AEXPR_LIKE':
      case 'AEXPR_ILIKE':
      case 'AEXPR_SIMILAR':
        return matchesAll(expr, operator, right) ?? compare(operator, lexpr, right);
      case 'AEXPR_DISTINCT':
        return negate(compare('=', lexpr, right));
      case 'AEXPR_NOT_DISTINCT':
        return compare('=', lexpr, right);
      case 'AEXPR_IN': {
        const found = anyOf(nodesIn(theOne('List', right).items), (item) => compare('=', lexpr, item));
        return operator === '=' ? found : negate(found);
      }
      case 'AEXPR_OP_ANY':
        // `= ANY (ARRAY (SELECT …))` is `IN (SELECT …)`.
        if ('SubLink' in right && right.SubLink.subLinkType === 'ARRAY_SUBLINK' && operator === '=') return this.#subLink({ ...right.SubLink, subLinkType: 'ANY_SUBLINK', testexpr: present(lexpr) });
        return anyOf(elementsOf(right), (item) => compare(operator, lexpr, item));
      case 'AEXPR_OP_ALL':
        return negate(anyOf(elementsOf(right), (item) => negate(compare(operator, lexpr, item))));
      case 'AEXPR_BETWEEN':
      case 'AEXPR_BETWEEN_SYM': {
        const [low, high] = nodesIn(theOne('List', right).items);
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

  #case({ arg, args, defresult }: CaseExpr): boolean | null {
    const branches = every('CaseWhen', args);
    const results = [...branches.map((branch) => branch.result), defresult];
    if (results.every((result) => this.fold(result) === true)) return true;
    const taken = branches.find((branch) => (arg === undefined ? this.fold(branch.expr) : compare('=', arg, branch.expr)) !== false);
    return taken !== undefined && arg === undefined && this.fold(taken.expr) === true ? this.fold(taken.result) : null;
  }

  // A sub-select without a condition of its own selects no rows of ours, unless it is compared with something else.
  #subLink({ subLinkType, subselect, testexpr }: SubLink): boolean | null {
    const select = theOne('SelectStmt', subselect);
    if (!this.#isOpen(select)) return null;
    if (subLinkType === 'EXISTS_SUBLINK') return true;
    if (subLinkType !== 'ANY_SUBLINK' || !this.#isOurs(select)) return null;
    const [column] = nodesIn(select.targetList);
    return column !== undefined && 'ResTarget' in column && compare('=', testexpr, column.ResTarget.val) === true ? true : null;
  }

  #isOpen(select: SelectStmt): boolean {
    if (select.op !== 'SETOP_NONE' || select.havingClause !== undefined || select.limitCount !== undefined || select.limitOffset !== undefined) return false;
    return select.whereClause === undefined || this.fold(select.whereClause) === true;
  }

  #isOurs({ fromClause = [] }: SelectStmt): boolean {
    const [only] = fromClause;
    return fromClause.length === 1 && only !== undefined && 'RangeVar' in only && only.RangeVar.relname === this.#target.relname;
  }
}

function nullTest({ arg: given, nulltesttype }: NullTest): boolean | null {
  const arg = present(given);
  const isNullable = neverNull(arg) ? false : isNull(arg) ? true : null;
  if (isNullable === null) return null;
  return nulltesttype === 'IS_NULL' ? isNullable : !isNullable;
}

// NULLs are taken not to be there, so a comparison gives none.
function neverNull(node: Node): boolean {
  if ('A_Expr' in node) return node.A_Expr.kind !== 'AEXPR_NULLIF' && COMPARISONS.has(operatorOf(node.A_Expr));
  if ('BoolExpr' in node) return nodesIn(node.BoolExpr.args).every(neverNull);
  if ('A_Const' in node) return node.A_Const.isnull !== true;
  if ('TypeCast' in node) return neverNull(present(node.TypeCast.arg));
  if ('CoalesceExpr' in node) return nodesIn(node.CoalesceExpr.args).some(neverNull);
  return 'ColumnRef' in node && SYSTEM_COLUMNS.has(spelled(pathOf(node.ColumnRef)[0]));
}

function startsWithNothing({ funcname, args }: FuncCall): boolean | null {
  return namesOf(funcname).at(-1) === 'starts_with' && literalOf(nodesIn(args)[1]) === '' ? true : null;
}

function operatorOf({ name }: A_Expr): string {
  return spelled(namesOf(name).at(-1));
}

// Null for an array that can't be seen into.
function elementsOf(array: Node): readonly Node[] | null {
  if ('TypeCast' in array) return elementsOf(present(array.TypeCast.arg));
  return 'A_ArrayExpr' in array ? nodesIn(array.A_ArrayExpr.elements) : null;
}

function anyOf(items: readonly Node[] | null, matches: (item: Node) => boolean | null): boolean | null {
  if (items === null) return null;
  const found = items.map(matches);
  return found.includes(true) ? true : found.includes(null) ? null : false;
}

// Neither what is no operand of an operator nor the ELSE that a CASE lacks is compared.
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
  return 'BoolExpr' in node && node.BoolExpr.boolop === 'NOT_EXPR' ? present(nodesIn(node.BoolExpr.args)[0]) : null;
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
  if ('ColumnRef' in a && 'ColumnRef' in b) return isSameColumn(a.ColumnRef as ColumnRef, b.ColumnRef as ColumnRef);
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
function isSameColumn(one: ColumnRef, other: ColumnRef): boolean {
  const [a, b] = [pathOf(one), pathOf(other)];
  return a.slice(0, b.length).every((name, at) => name === b[at]);
}

// From the column outwards.
function pathOf({ fields }: ColumnRef): readonly string[] {
  return nodesIn(fields).map((field) => ('String' in field ? spelled(field.String.sval) : '*')).reverse();
}
