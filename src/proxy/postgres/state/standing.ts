// SPDX-License-Identifier: Apache-2.0
//
// Where a connection stands: what the gate may ask on it, and whether at all. Refuses questions where the server would not answer them.
import type { TransactionStatus } from '../protocol/messages.js';

/** Where the line stands now. */
export interface Standing {
  readonly status: TransactionStatus;
  /** The client's pipeline is open: nothing may be synced. */
  readonly segmentOpen: boolean;
  /** The server skips everything until the next Sync. */
  readonly skipping: boolean;
}

/** Nothing can be asked now. */
export function unfit({ status, skipping }: Standing): boolean {
  return status === 'E' || skipping;
}
