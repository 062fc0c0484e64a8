// SPDX-License-Identifier: Apache-2.0
//
// Who pushed to a branch, out of the events of a GitLab project: the newest first, as far back as the branch was made, so that the age of
// the project does not matter. A push of many branches at once names none of them: it is handed on as one that may have been of this one.
// Refuses to take an event that it does not understand for one of another branch. @see https://docs.gitlab.com/api/events/
import type { Account, Push } from '../core/reviews.js';
import { type Answer, answersIn, garbled } from './answer.js';
import type { GitLabClient, GitLabWanted } from './gitlab-client.js';

const PAGE = 100;
/** Pages that are read for a branch whose creation does not come; what lies further back is not known. */
const MAX_PAGES = 50;

/** Where events come from. `known`: an account with what it is. */
export interface PushSource {
  readonly client: Pick<GitLabClient, 'get'>;
  readonly path: string;
  readonly wanted: GitLabWanted;
  known(author: Answer | null): Promise<Account | null>;
}

/** Pushes to a branch, the newest first, and those that may have been. Throws FORGE_FAILED. */
export async function pushesTo(branch: string, { client, path, wanted, known }: PushSource): Promise<readonly Push[]> {
  const pushes: Push[] = [];
  for (let page = '1', turn = 0; page !== '' && turn < MAX_PAGES; turn += 1) {
    const answer = await client.get(wanted, path, { action: 'pushed', sort: 'desc', per_page: PAGE, page });
    for (const event of answersIn(answer.data, wanted.what)) {
      const moved = movedBy(event, branch);
      if (moved === null) continue;
      pushes.push({ ...moved, by: await known(event.objectOrNull('author')) });
      // Whatever was pushed under this name before is of another branch.
      if (moved.after !== null && moved.before === null) return pushes;
    }
    if (answer.nextPage !== '' && !(Number(answer.nextPage) > Number(page))) throw garbled(wanted.what, 'its pages do not go on');
    page = answer.nextPage;
  }
  return pushes;
}

// Null: of a tag, of another branch, or the end of one.
function movedBy(event: Answer, branch: string): Pick<Push, 'before' | 'after'> | null {
  const push = event.object('push_data');
  if (push.is('ref_type', 'tag') || push.is('action', 'removed')) return null;
  const ref = push.textOrNull('ref');
  if (ref === null) return { before: null, after: null };
  if (ref !== branch || push.textOrNull('commit_to') === null) return null;
  const from = push.textOrNull('commit_from');
  // Hits what stands for no commit.
  return { before: from === null || /^0+$/u.test(from) ? null : push.commit('commit_from'), after: push.commit('commit_to') };
}
