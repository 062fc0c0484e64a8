// SPDX-License-Identifier: Apache-2.0
//
// Whether a column that gets another type still has the value that it had, so that its mask shows the same part of it. Refuses to take
// another spelling of a value for the same: `born::date::text` begins with the year or with the day, as the session likes.
import type { Node, RangeVar } from '@pgsql/types';
import { FIRST_USER_OID } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import { namesOf, relationOf } from '../names/names.js';
import { typeOfColumn } from '../names/type-names.js';

// text, varchar, bpchar, name
const TEXTS: ReadonlySet<number> = new Set([25, 1043, 1042, 19]);
const JSON_TYPES: ReadonlySet<number> = new Set([114, 3802]);

/** True for a type whose values every mask turns into NULL. */
export function hidesAll(type: number): boolean {
  return type > 0 && type < FIRST_USER_OID && !TEXTS.has(type) && !JSON_TYPES.has(type);
}

/** True for a column that holds text, also as another type that does: `email` and `email::text`, but not `email::varchar(3)`. */
export function isText(expression: Node, rangeVar: RangeVar, builder: FactsBuilder): boolean {
  if ('TypeCast' in expression) {
    const { arg, typeName } = expression.TypeCast;
    return arg !== undefined && typeName?.typmods === undefined && TEXTS.has(typeOfColumn(typeName, builder.scope)) && isText(arg, rangeVar, builder);
  }
  if (!('ColumnRef' in expression)) return false;
  const name = namesOf(expression.ColumnRef.fields).at(-1);
  const type = relationOf(rangeVar, builder).relation?.columns.find((column) => column.name === name)?.typeOid ?? 0;
  return builder.scope.catalog === null || TEXTS.has(type);
}

/** True for a column as any type at all. */
export function isColumnOfAnyType(expression: Node): boolean {
  if ('TypeCast' in expression) return expression.TypeCast.arg !== undefined && expression.TypeCast.typeName?.typmods === undefined && isColumnOfAnyType(expression.TypeCast.arg);
  return 'ColumnRef' in expression;
}
