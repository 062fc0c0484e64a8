// SPDX-License-Identifier: Apache-2.0
//
// Where a message sends people who want to read more: whoever meets it in a job, a package or an image has no `docs/` at hand.

export const HOME = 'https://github.com/ostiary/ostiary';

/** Address of a page of this repository: `docs/vault.md`, `SECURITY.md`. */
export function manual(page: string): string {
  return `${HOME}/blob/main/${page}`;
}
