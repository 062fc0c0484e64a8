// SPDX-License-Identifier: Apache-2.0
//
// GitHub's shapes as ours: pull requests, accounts, states of reviews, people in commits. Refuses words that GitHub does not use.
import type { Account, ChangeCommit, ForgeRepository, Maker, PullRequest, Review } from '../core/reviews.js';
import { type Answer, garbled } from './answer.js';
import { coAuthorsIn, makerOf } from './commit-people.js';

/** Owner and name, as GitHub's paths want them. */
export function place({ path }: ForgeRepository): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = path.split('/');
  return { owner, repo };
}

/** A pull request as both the single answer and the one to its creation tell it. */
export function pullOf(answer: Answer, now: string): PullRequest {
  const head = answer.object('head');
  const merged = answer.textOrNull('merged_at') !== null;
  const open = isOpen(answer);
  return {
    number: answer.number('number'), url: answer.text('html_url'), state: merged ? 'merged' : open ? 'open' : 'closed', author: accountOf(answer.objectOrNull('user')),
    head: head.commit('sha'), branch: head.text('ref'), headRepository: head.objectOrNull('repo')?.id('id') ?? null, base: answer.object('base').text('ref'),
    mergeCommit: merged ? answer.commit('merge_commit_sha') : null, now, commits: answer.number('commits'), files: answer.number('changed_files'),
  };
}

/** Whether a pull request is open. Throws when it is neither that nor closed. */
export function isOpen(answer: Answer): boolean {
  const open = answer.is('state', 'open');
  if (!open && !answer.is('state', 'closed')) throw garbled('a pull request', 'it is neither open nor closed');
  return open;
}

/** An account; null when it is gone. */
export function accountOf(answer: Answer | null): Account | null {
  if (answer === null) return null;
  const login = answer.text('login');
  // `ghost` stands for everybody who is gone.
  if (login === 'ghost') return null;
  return { id: answer.id('id'), login, kind: answer.is('type', 'User') && !login.endsWith('[bot]') ? 'person' : 'bot' };
}

/** The decision in a review's state; null: it is none. */
export function decisionOf(state: string, what: string): Review['decision'] | null {
  switch (state) {
    case 'APPROVED': return 'approved';
    case 'CHANGES_REQUESTED': return 'changes';
    case 'DISMISSED': return 'dismissed';
    case 'COMMENTED':
    case 'PENDING': return null;
    default: throw garbled(what, `\`${state.slice(0, 40)}\` is no state of a review`);
  }
}

/** What the event of a dismissal says, by the review; nothing of one that had decided nothing. */
export function dismissalIn(event: Answer): readonly (readonly [review: string, dismissed: NonNullable<Review['dismissed']>])[] {
  const of = event.object('dismissed_review');
  const was = of.text('state').toLowerCase();
  if (was !== 'approved' && was !== 'changes_requested') return [];
  return [[of.id('review_id'), { was: was === 'approved' ? 'approved' : 'changes', by: accountOf(event.objectOrNull('actor')) }]];
}

/** Who is named in a commit of a pull request. */
export function makersOf(answer: Answer): ChangeCommit {
  const id = answer.commit('sha');
  const git = answer.object('commit');
  const known = new Map<string, Account>();
  const makers: Maker[] = [];
  for (const role of ['author', 'committer'] as const) {
    // An account's object is empty when GitHub knows nobody by the address.
    const linked = answer.objectOrNull(role);
    const account = linked?.has('id') === true ? accountOf(linked) : null;
    const email = git.objectOrNull(role)?.textOrNull('email') ?? '';
    if (account !== null) known.set(email.toLowerCase(), account);
    makers.push(...(account === null ? makerOf(role, email, known) : [{ role, account, email }]));
  }
  return { id, makers: [...makers, ...coAuthorsIn(git.text('message')).flatMap((email) => makerOf('co-author', email, known))] };
}
