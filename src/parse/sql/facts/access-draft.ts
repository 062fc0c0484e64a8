// SPDX-License-Identifier: Apache-2.0
//
// One access while it is put together from everything that is said of it. Refuses to list columns beside `*`: all of them are meant then.
import type { Access, Effect } from '../../../core/model.js';

export interface Gathered {
  readonly effect: Effect;
  readonly object: string | null;
  readonly type: string | null;
  readonly columns: Set<string>;
  readonly filtered: Set<string>;
  assumed: boolean;
  builtin: boolean;
  why: string | undefined;
  readonly kin: Set<string>;
}

/** As it is told. */
export function finish(gathered: Gathered): Access {
  const { effect, object, type, assumed, builtin, why } = gathered;
  const columns = gathered.columns.has('*') ? ['*'] : [...gathered.columns];
  const access: Access = { effect, object, type, columns, filtered: [...gathered.filtered], ...(gathered.kin.size === 0 ? {} : { kin: [...gathered.kin] }), assumed };
  if (!builtin && why === undefined) return access;
  return { ...access, ...(builtin ? { builtin } : {}), ...(why === undefined ? {} : { why }) };
}
