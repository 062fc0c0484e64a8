// SPDX-License-Identifier: Apache-2.0
//
// What both forges write alike: the tag of a claim and what it says, the name of the check, the branches that are ours. Refuses to read
// into a tag more than a whole sentence of ours.

/** Name of the check; the rule of the branch should pin the App that may set it. */
export const CHECK_NAME = 'ostiary/approval';
/** Branches that we made, and may remove. */
export const OUR_BRANCHES = 'ostiary/approvals/';
const BY_HAND = 'of somebody who made the tag by hand';

/** The first line of a comment of ours, which nobody sees. */
export function markLine(mark: string): string {
  return `<!-- ostiary ${mark} -->`;
}

/** Made once for each manifest; docs/approvals.md has the rule that protects it. */
export function claimTag(digest: string): string {
  return `ostiary/claims/${digest}`;
}

/** What a claim's tag says. */
export function claimMessage(session: string): string {
  return `claimed by ostiary session ${session}`;
}

/** The session in a claim's tag. */
export function sessionIn(message: string): string {
  // Hits `claimed by ostiary session 0123-ab`; misses anything around it.
  return /^claimed by ostiary session ([A-Za-z0-9_-]{1,128})\s*$/u.exec(message)?.[1] ?? BY_HAND;
}
