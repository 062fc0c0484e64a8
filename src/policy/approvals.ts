// SPDX-License-Identifier: Apache-2.0
//
// Reads `approvals:` (what becomes of pull requests, how long a connection may wait for people) and `break_glass:`. Refuses a break-glass that
// names nobody who may, or nobody who is told, and identities that there are not.
import type { ApprovalSettings, BreakGlassSettings } from './model.js';
import { child, itemsOf, manyOf, present, textOf } from './node.js';
import { mistake, quoted, suggestion, type Finding } from './problem.js';
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

const DEFAULT_MAX_MS = 30 * 60_000;

/** Who may break the glass; null: nobody. */
export function readBreakGlass(node: Located | undefined, identities: readonly string[], findings: Finding[]): BreakGlassSettings | null {
  if (node === undefined) return null;
  const named = (of: Located, key: 'users' | 'teams'): string[] => itemsOf(child(of, key)).map(({ value }) => String(value));
  const principals = manyOf(node, 'principal') as readonly Located[];
  const notify = present(node, 'notify');
  const max = textOf(node, 'max');
  const settings: BreakGlassSettings = {
    principals: principals.map(({ value }) => String(value)), users: named(node, 'users'), teams: named(node, 'teams'),
    notify: { users: named(notify, 'users'), teams: named(notify, 'teams') }, maxMs: max === null ? DEFAULT_MAX_MS : secondsOf(max) * 1000,
  };
  if (settings.users.length + settings.teams.length === 0) findings.push(mistake(node.at, '`break_glass` names nobody who may', 'add `users` or `teams`'));
  if (settings.notify.users.length + settings.notify.teams.length === 0) findings.push(mistake(notify.at, '`break_glass.notify` names nobody', 'add `users` or `teams`: without somebody who is told it can not be used'));
  for (const { value, at } of principals) {
    if (!identities.includes(String(value))) findings.push(mistake(at, `${quoted(String(value))} is not one of \`identities\`: ${suggestion(String(value), identities)}`));
  }
  return settings;
}
