// SPDX-License-Identifier: Apache-2.0
//
// Finds packs: Ostiary's own beside this file, written in the policy language so that people can read them; an organisation's own by
// a fetcher that is handed in. Refuses packs that allow anything (the schema has no word for it) and references that can change.
import { readFileSync } from 'node:fs';
import { messageOf } from '../core/errors.js';
import { quoted, suggestion } from './problem.js';

/** Texts of the built-in packs by name, read when asked for. `new URL(…, import.meta.url)` is what the bundler looks for. */
const BUILT_IN: Readonly<Record<string, () => string>> = {
  'ostiary:migrations': () => readFileSync(new URL('./packs/migrations.yml', import.meta.url), 'utf8'),
  'ostiary:kubernetes': () => readFileSync(new URL('./packs/kubernetes.yml', import.meta.url), 'utf8'),
  'ostiary:code': () => readFileSync(new URL('./packs/code.yml', import.meta.url), 'utf8'),
  'ostiary:pii': () => readFileSync(new URL('./packs/pii.yml', import.meta.url), 'utf8'),
  'ostiary:postgres': () => readFileSync(new URL('./packs/postgres.yml', import.meta.url), 'utf8'),
  'ostiary:shell': () => readFileSync(new URL('./packs/shell.yml', import.meta.url), 'utf8'),
  'ostiary:terraform': () => readFileSync(new URL('./packs/terraform.yml', import.meta.url), 'utf8'),
};

/** Names of the packs that come with Ostiary. */
export const BUILT_IN_PACKS: readonly string[] = Object.keys(BUILT_IN);

/** Fetches the text behind `github:ORG/REPO/FILE@SHA`. */
export type FetchPack = (reference: string) => Promise<string>;

/** The text of a pack, or `{ problem }`: why it can't be had, as a whole message. */
export async function findPack(reference: string, fetchPack: FetchPack | undefined): Promise<string | { readonly problem: string; readonly hint: string | null }> {
  if (reference.startsWith('ostiary:')) {
    const read = Object.hasOwn(BUILT_IN, reference) ? BUILT_IN[reference] : undefined;
    return read === undefined ? { problem: `there is no pack ${quoted(reference)}: ${suggestion(reference, BUILT_IN_PACKS)}`, hint: null } : read();
  }
  // One match: `github:acme/policies/packs/db.yml@` and 40 hex digits; a branch or tag misses.
  if (!/^github:[\w.-]+\/[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u.test(reference) || reference.includes('..')) {
    return { problem: `pack ${quoted(reference)} is not pinned`, hint: 'write `github:ORG/REPO/FILE@SHA` with the full commit: what a branch or tag names can change' };
  }
  if (fetchPack === undefined) return { problem: `pack ${quoted(reference)} can not be fetched here`, hint: 'there is no forge to fetch it from; leave it out of a `--policy` file' };
  try {
    return await fetchPack(reference);
  } catch (thrown) {
    return { problem: `pack ${quoted(reference)} could not be fetched: ${messageOf(thrown)}`, hint: null };
  }
}
