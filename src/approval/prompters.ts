// SPDX-License-Identifier: Apache-2.0
//
// Who is behind a job: whoever set its run going, by the forge's word, and whoever set the job itself going, by its verified token. On GitLab
// these differ: a job that somebody plays or runs again is theirs, in the pipeline of somebody else. Refuses to name some where one is not known.
import type { PersonRef } from '../core/manifest.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository } from '../core/reviews.js';

/** Everybody behind a job; null: somebody of them is not known, or is no person. `starter`: of its token. Throws FORGE_FAILED. */
export async function peopleBehind({ run, starter }: { readonly run: string | null; readonly starter: PersonRef | null }, { forge, repository }: { readonly forge: ReviewForge; readonly repository: ForgeRepository }): Promise<readonly PersonRef[] | null> {
  const people = run === null ? null : await forge.prompters(repository, run);
  if (people === null || starter === null || people.some(({ id }) => id === starter.id)) return people;
  const { account } = await forge.standing(repository, { ...starter, kind: 'person' });
  return account.kind === 'person' && account.id === starter.id ? [...people, { id: account.id, login: account.login }] : null;
}
