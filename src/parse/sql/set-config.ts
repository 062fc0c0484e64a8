// SPDX-License-Identifier: Apache-2.0
//
// `set_config(name, value, is_local)`: SET in the clothes of a function. Read as a SET where it is certain to run, once, with literals;
// anywhere else it is unknown, because the wire would no longer know what is in force.
import type { FuncCall } from '@pgsql/types';
import { booleanOf, isNull, literalOf } from './constants.js';
import { classifySetting } from './settings.js';
import type { At } from './walk.js';

const OBJECT = 'pg_catalog.set_config';

/** Notes what a call of `set_config` changes. */
export function setByFunction(call: FuncCall, at: At): void {
  const { builder } = at.run;
  const [first, second, third] = call.args ?? [];
  const name = literalOf(first)?.toLowerCase() ?? null;
  const value = isNull(second) ? null : literalOf(second);
  const local = booleanOf(third);
  if (name === null || local === null || (value === null && !isNull(second))) return builder.unknown('`set_config` is only understood with literals', OBJECT, 'function');
  if (!at.run.certain.has(call)) return builder.unknown('`set_config` is only understood as a column of a plain SELECT without FROM and WHERE', OBJECT, 'function');
  const verdict = classifySetting(name, value);
  if (verdict.class === 'forbidden') builder.forbid(`\`${name}\` ${verdict.reason}`);
  builder.access('control', name, 'setting', { builtin: verdict.class === 'allowed' });
  builder.session({ kind: 'set', name, value, local });
}
