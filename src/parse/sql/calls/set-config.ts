// SPDX-License-Identifier: Apache-2.0
//
// `set_config(name, value, is_local)`: SET in the clothes of a function. Read as a SET where it is certain to run, once, with literals, or
// for the one row of `pg_settings` that it asks for, as pg_dump does; anywhere else only timeouts are understood (Kysely sets one for its
// lock), on which nothing hangs. All else is unknown, because the wire would no longer know what is in force.
import type { FuncCall, Node } from '@pgsql/types';
import { booleanOf, isNull, literalOf } from '../grammar/constants.js';
import { namesOf } from '../names/names.js';
import { classifySetting, settingBoundsTime } from '../builtins/settings.js';
import { nodesIn } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';

const OBJECT = 'pg_catalog.set_config';
const SETTINGS = 'pg_catalog.pg_settings';

/** Notes what a call of `set_config` changes. */
export function setByFunction(call: FuncCall, at: At): void {
  const { builder } = at.run;
  const [first, second, third] = nodesIn(call.args);
  const name = (literalOf(first) ?? rowName(call, at))?.toLowerCase() ?? null;
  const value = isNull(second) ? null : literalOf(second);
  const local = booleanOf(third);
  if (name === null || local === null || (value === null && !isNull(second))) return builder.unknown('`set_config` is only understood with literals', OBJECT, 'function');
  const verdict = classifySetting(name, value);
  // The server is asked what is in force after every such call: whether it ran matters only where it may not run.
  const runs = at.run.certain.has(call) || (at.run.forSetting.has(call) && verdict.class === 'allowed');
  if (!runs && verdict.class === 'allowed' && settingBoundsTime(name)) {
    builder.access('control', name, 'setting', { builtin: true });
    // Perhaps set, perhaps taken away: nobody may count on a `lock_timeout` from here on.
    return builder.session({ kind: 'reset', name });
  }
  if (!runs) return builder.unknown('`set_config` is only understood as a column of a plain SELECT without FROM and WHERE', OBJECT, 'function');
  if (verdict.class === 'forbidden') builder.forbid(`\`${name}\` ${verdict.reason}`);
  builder.access('control', name, 'setting', { builtin: verdict.class === 'allowed' });
  builder.session({ kind: 'set', name, value, local });
}

/** `x` in `FROM pg_settings WHERE name = 'x'`; null for anything else. */
export function settingAskedFor(from: readonly Node[], where: Node): string | null {
  const [item] = from;
  if (from.length !== 1 || item === undefined || !('RangeVar' in item) || item.RangeVar.relname !== 'pg_settings' || item.RangeVar.alias !== undefined) return null;
  if (!('A_Expr' in where) || where.A_Expr.kind !== 'AEXPR_OP' || namesOf(where.A_Expr.name).join('.') !== '=') return null;
  return isName(where.A_Expr.lexpr) ? literalOf(where.A_Expr.rexpr) : null;
}

// The row's own name; whether `pg_settings` is PostgreSQL's own, and not a temporary table that stands in front of it, the walk knows.
function rowName(call: FuncCall, at: At): string | null {
  const [first] = nodesIn(call.args);
  if (first === undefined || !isName(first)) return null;
  const { origins } = at.run.walk.expression(first, at);
  const own = origins?.length === 1 && origins[0]?.relation === SETTINGS;
  return own ? (at.run.forSetting.get(call) ?? null) : null;
}

function isName(node: Node | undefined): boolean {
  return node !== undefined && 'ColumnRef' in node && namesOf(node.ColumnRef.fields).join('.') === 'name';
}
