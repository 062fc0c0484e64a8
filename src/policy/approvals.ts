// SPDX-License-Identifier: Apache-2.0
//
// Reads `approvals:`: what becomes of pull requests, and how long a connection may wait for people. Refuses nothing by itself: the schema
// has, by then.
import type { ApprovalSettings } from './model.js';
import { child, textOf } from './node.js';
import { secondsOf } from './time.js';
import type { Located } from './yaml.js';

/** The settings; what is left out closes what was done, and holds nobody. */
export function readApprovals(node: Located | undefined): ApprovalSettings {
  const after = node === undefined ? null : textOf(node, 'after');
  return { after: (after ?? 'close') as ApprovalSettings['after'], holdMs: holdIn(node) ?? 0 };
}

/** `hold` of a node in milliseconds; null when it says nothing. */
export function holdIn(node: Located | undefined): number | null {
  const hold = node === undefined ? undefined : child(node, 'hold')?.value;
  if (hold === undefined) return null;
  return typeof hold === 'string' ? secondsOf(hold) * 1000 : 0;
}
