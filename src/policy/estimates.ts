// SPDX-License-Identifier: Apache-2.0
//
// Judging where nobody can estimate rows: before merge, and in `policy explain`. Tells whether a rule asked for them, since then the wire, which has a planner,
// may decide otherwise. Refuses to estimate anything itself.
import type { Operation } from '../core/model.js';

/** The operation as it is to be judged. `rowsAsked`: after that, whether a rule that could match wanted to know its rows. */
export interface Unestimated {
  readonly operation: Operation;
  readonly rowsAsked: () => boolean;
}

/** Only SQL has rows; for all else nothing is watched. */
export function withoutEstimate(operation: Operation): Unestimated {
  if (operation.kind !== 'sql') return { operation, rowsAsked: () => false };
  let asked = false;
  return { operation: Object.defineProperty({ ...operation }, 'rows', { get: () => void (asked = true) }), rowsAsked: () => asked };
}
