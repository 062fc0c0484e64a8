// SPDX-License-Identifier: Apache-2.0
//
// Who is named in a commit: co-authors from its message, accounts behind addresses that forges make up. Refuses to guess who is behind any
// other address: such a person is unknown, and counted as somebody who could be anybody.
import type { Account, Maker } from '../core/reviews.js';

/** Addresses that agents sign with; no person can have an account under them. */
const AGENTS = new Set(['noreply@anthropic.com', 'noreply@openai.com', 'codex@openai.com', 'cursoragent@cursor.com', 'noreply@github.com', 'copilot@github.com']);
// Hits `Co-authored-by: Ann <ann@shop.example>` on a line of its own; misses it inside of a sentence.
const TRAILER = /^co-authored-by:[^<\n]*<([^<>\s]+)>[ \t]*$/gimu;

/** Addresses of the co-authors in a message. */
export function coAuthorsIn(message: string): readonly string[] {
  return [...message.matchAll(TRAILER)].map(([, email]) => email as string);
}

/** What an address says by itself: an account by id, an agent or a bot (nobody who could approve), or nothing. */
export function behind(email: string): Account | 'nobody' | null {
  const plain = email.toLowerCase();
  if (AGENTS.has(plain)) return 'nobody';
  // Hits `41898282+github-actions[bot]@users.noreply.github.com` and `812-ann@users.noreply.gitlab.example`; misses `ann@users.noreply.github.com`.
  const made = /^(\d+)([+-])([^@+]+)@users\.noreply\.[a-z0-9.-]+$/u.exec(plain);
  if (made !== null) return { id: made[1] as string, login: made[3] as string, kind: (made[3] as string).endsWith('[bot]') ? 'bot' : 'person' };
  // Hits the address of a project's or group's access token, or of a service account, at GitLab.
  return /^(?:(?:project|group)_\d+_bot(?:_[0-9a-f]+)?|service_account_[0-9a-z_]+)@noreply\.[a-z0-9.-]+$/u.test(plain) ? 'nobody' : null;
}

/** The maker for an address, unless it is nobody's. `known`: what the forge says of addresses. */
export function makerOf(role: Maker['role'], email: string, known: ReadonlyMap<string, Account>): readonly Maker[] {
  const account = known.get(email.toLowerCase()) ?? behind(email);
  return account === 'nobody' ? [] : [{ role, account, email }];
}
