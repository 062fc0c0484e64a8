// SPDX-License-Identifier: Apache-2.0
//
// What a forge says about a pull request (GitLab: merge request), as data, in one shape for both. Facts only: who counts is said by
// approval/count.ts. Ids are numeric texts; people are told apart by them, never by names. Times are ISO 8601 UTC of the forge's clock.
import type { PersonRef } from './manifest.js';

/** `bot`: an App, a token's account, a deleted or blocked one: everything that is not one active person. */
export interface Account extends PersonRef {
  readonly kind: 'person' | 'bot';
}

export interface ForgeRepository {
  readonly id: string;
  /** `acme/shop`, its name now. */
  readonly path: string;
  readonly url: string;
  readonly defaultBranch: string;
  /** The forge confirms that the default branch is protected. */
  readonly isProtected: boolean;
  /** Head of the default branch. */
  readonly head: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
  /** Null: the account is gone. */
  readonly author: Account | null;
  readonly head: string;
  readonly branch: string;
  /** Id of the repository that the head lives in; null when that is gone. */
  readonly headRepository: string | null;
  /** Branch that it would be merged into. */
  readonly base: string;
  /** Commit on the base branch that came of it; null unless merged. */
  readonly mergeCommit: string | null;
  /** The forge's clock when it answered. */
  readonly now: string;
  /** How many the forge says there are; null when it does not say. */
  readonly commits: number | null;
  readonly files: number | null;
}

/** A decision about a pull request; comments are none. */
export interface Review {
  readonly id: string;
  /** Null: the account is gone. */
  readonly by: Account | null;
  readonly decision: 'approved' | 'changes' | 'dismissed';
  /** Commit that was looked at. Null on GitHub: gone after a force push. */
  readonly commit: string | null;
  readonly at: string | null;
  /** Of one that was dismissed: what it had been, and by whom (null: the account is gone). Left out where the forge does not say. */
  readonly dismissed?: { readonly was: 'approved' | 'changes'; readonly by: Account | null };
}

/** How reviews are bound to what was reviewed. */
export type Binding =
  /** By commit: the head. `since`: when it was last pointed at another base, so that earlier reviews saw another difference; null: never. */
  | { readonly kind: 'commit'; readonly since: string | null }
  /** By time: only those after `since` (when the head came, null: not known) count, and only while a push resets them. */
  | { readonly kind: 'time'; readonly since: string | null; readonly head: string | null; readonly resetsOnPush: boolean };

export interface Reviews {
  readonly binding: Binding;
  /** In the forge's order, the oldest first. */
  readonly decisions: readonly Review[];
}

/** Somebody named in a commit; `account` null: the forge knows nobody by that address. */
export interface Maker {
  readonly role: 'author' | 'committer' | 'co-author';
  readonly account: Account | null;
  /** For people to read. */
  readonly email: string;
}

export interface ChangeCommit {
  readonly id: string;
  readonly makers: readonly Maker[];
}

/**
 * A push to a branch. `before` null: it made the branch. `after` null: one of several branches at once, and the forge does not say of which;
 * it may have been this one. `by` null: the account is gone.
 */
export interface Push {
  readonly before: string | null;
  readonly after: string | null;
  readonly by: Account | null;
}

/** What a person may do in a repository right now. */
export interface Standing {
  readonly account: Account;
  readonly mayWrite: boolean;
}

/** A file of a change, by its path after it; one that was renamed counts as removed under the path that it had, too. */
export interface ChangedPath {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'other';
}

/** What a forge does to keep claims, which are tags, where they are. `open`: whoever enforces, or whoever may push, could remove or move one. */
export type ClaimsGuard =
  /** `around`: names of rulesets with somebody on their bypass list, as far as that is shown. */
  | { readonly kind: 'kept'; readonly around: readonly string[] }
  | { readonly kind: 'open'; readonly why: string; readonly fix: string }
  | { readonly kind: 'not-known'; readonly why: string };

/** People who are asked to review. */
export interface Reviewers {
  /** Ids. */
  readonly users: readonly string[];
  /** `acme/dba`. */
  readonly teams: readonly string[];
  /** Logins and teams as CODEOWNERS has them, in lower case, without `@`. */
  readonly owners?: readonly string[];
}

/** A state of an approval, as shown beside the commit. */
export interface ApprovalStatus {
  readonly commit: string;
  readonly state: 'pending' | 'approved' | 'refused' | 'executed';
  /** At most 140 characters are shown. */
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly url: string;
}

/** Markdown of a comment. `mark`: 32 hex digits that nobody can guess; the same mark is the same comment. */
export interface MarkedComment {
  readonly mark: string;
  readonly markdown: string;
}

/** Files committed on a branch of their own, and the pull request that shows them. */
export interface ProposedApproval {
  readonly branch: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly title: string;
  readonly body: string;
}

/** Files committed to the branch of a pull request that is there, and paths that go away with them. */
export interface AddedApproval extends Pick<ProposedApproval, 'files' | 'title'> {
  readonly removed: readonly string[];
}
