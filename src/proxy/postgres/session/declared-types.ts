// SPDX-License-Identifier: Apache-2.0
//
// Types that a client declares for parameters beside the text of a statement. Refuses those whose values are checked by a user's functions as
// they arrive: no text says that these run, so nobody has judged them.
import { FIRST_USER_OID, type CatalogSnapshot, familyOf } from '../../../core/catalog.js';
import type { Refusal } from '../../../gate/wire.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';

/** True when a value of the type can't come into being without a function that a user made. */
export function runsWhenMade(type: number, { unnamed }: CatalogSnapshot): boolean {
  if (type < FIRST_USER_OID || unnamed === undefined || unnamed.made.size === 0) return false;
  return [...familyOf(type, unnamed)].some((one) => unnamed.made.get(one)?.some(({ made }) => made !== 'builtin') === true);
}

/** The refusal of a statement with such a parameter. */
export function declaredAs(type: string): Refusal {
  return wireRefusal(WIRE_SQLSTATE.notAllowed, `ostiary: a parameter is declared as \`${type}\`, whose values are checked by functions that the statement does not name`, 'rephrase: declare no type, and cast in the text, where it is judged');
}
