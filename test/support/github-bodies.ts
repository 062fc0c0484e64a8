// SPDX-License-Identifier: Apache-2.0
//
// Answers of GitHub about a world, made of the examples that GitHub publishes, with what the world knows put in.
import { createHash } from 'node:crypto';
import type { Description } from './github-openapi.js';
import { type Activity, type ForgeWorld, REPOSITORY, type Signature, type WorldCommit, type WorldPull, type WorldReview, type WorldRuleset, WEB_FLOW } from './forge-world.js';

type Body = Record<string, unknown>;
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** Makes bodies; `description` gives the examples. */
export class GitHubBodies {
  readonly #world: ForgeWorld;
  readonly #description: Description;

  constructor(world: ForgeWorld, description: Description) {
    this.#world = world;
    this.#description = description;
  }

  #like(example: string, more: Body): Body {
    return { ...this.#description.example(example), ...more };
  }

  /** Null when the account is gone. */
  user(id: number | null): Body | null {
    const user = id === null ? undefined : this.#world.users.get(id);
    if (user === undefined || user.gone) return null;
    return this.#like('simple-user-items', { id: user.id, login: user.login, type: user.kind });
  }

  /** Stands for everybody who is gone, where GitHub has to name somebody. */
  ghost(): Body {
    return this.#like('simple-user-items', { id: 10137, login: 'ghost', type: 'User' });
  }

  repository(): Body {
    const [owner, name] = this.#world.path.split('/');
    // Forks and templates are not of interest here; the example's have no language.
    const { source: _source, parent: _parent, template_repository: _template, ...example } = this.#description.example('full-repository-default-response');
    return { ...example, language: null, id: REPOSITORY, name, full_name: this.#world.path, default_branch: this.#world.defaultBranch, html_url: `https://github.com/${this.#world.path}`, owner: { ...(example['owner'] as Body), login: owner, id: 99, type: 'Organization' } };
  }

  /** As lists have it. */
  readonly ruleset = ({ id, name, enforcement }: WorldRuleset): Body => ({ id, name, target: 'tag', source_type: 'Repository', source: this.#world.path, enforcement, node_id: `RRS_${id}`, created_at: '2026-11-01T08:00:00Z', updated_at: '2026-11-01T08:00:00Z' });

  branch(name: string): Body {
    const example = this.#description.example('branch-get');
    return { ...example, name, protected: this.#world.protectedBranches.has(name), commit: { ...(example['commit'] as Body), sha: this.#world.branches.get(name) } };
  }

  pull(pull: WorldPull, example: 'pull-request' | 'pull-request-simple-items' = 'pull-request'): Body {
    const made = this.#description.example(example);
    const side = (from: unknown, ref: string, sha: string, repository: number | null): Body => {
      const known = from as Body;
      return { ...known, ref, sha, label: `acme:${ref}`, // Of a fork that is gone GitHub says null; its description has no null here.
        repo: { ...(known['repo'] as Body), id: repository ?? 1, full_name: repository === REPOSITORY ? this.#world.path : 'eve/shop' } };
    };
    const merged = pull.state === 'merged';
    return {
      ...made, requested_teams: [], number: pull.number, html_url: `https://github.com/${this.#world.path}/pull/${pull.number}`, state: pull.state === 'open' ? 'open' : 'closed', title: pull.title, body: pull.body, user: this.user(pull.author) ?? this.ghost(),
      head: side(made['head'], pull.branch, this.#world.headOf(pull), pull.headRepository), base: side(made['base'], pull.base, this.#world.branches.get(pull.base) ?? '', REPOSITORY),
      merged_at: merged ? iso(this.#world.now) : null, closed_at: pull.state === 'open' ? null : iso(this.#world.now), merge_commit_sha: pull.mergeCommit,
      ...(example === 'pull-request' ? { merged, commits: this.#world.commitsOf(pull).length, changed_files: this.#world.changed(pull).length } : {}),
    };
  }

  review(review: WorldReview, pull: WorldPull): Body {
    const pending = review.state === 'PENDING';
    const { submitted_at: _at, ...example } = this.#description.example('pull-request-review-items');
    return { ...example, id: review.id, user: this.user(review.by), state: review.state, commit_id: review.commit, body: '', html_url: `https://github.com/${this.#world.path}/pull/${pull.number}#r${review.id}`, ...(pending ? {} : { submitted_at: iso(review.at) }) };
  }

  event(event: string, at: number, more: Body = {}): Body {
    return this.#like('issue-event-for-issue-items', { event, created_at: iso(at), ...more });
  }

  commit(commit: WorldCommit): Body {
    const made = this.#description.example('commit-items');
    const git = (signature: Signature): Body => ({ name: signature.name, email: signature.email, date: '2026-11-24T11:00:00Z' });
    return {
      ...made, sha: commit.sha, parents: commit.parents.map((sha) => ({ sha, url: '', html_url: '' })),
      commit: { ...(made['commit'] as Body), message: commit.message, author: git(commit.author), committer: git(commit.committer) },
      author: this.user(commit.author.id), committer: commit.committer.id === WEB_FLOW ? this.user(WEB_FLOW) : this.user(commit.committer.id),
    };
  }

  activity(activity: Activity): Body {
    return this.#like('activity-items', { id: activity.id, before: activity.before, after: activity.after, ref: `refs/heads/${activity.branch}`, activity_type: activity.type, timestamp: iso(activity.at), actor: this.user(activity.by) });
  }

  file(path: string, text: string): Body {
    const bytes = Buffer.from(text);
    const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    // Beyond a megabyte GitHub says how large it is, and leaves the content out.
    const content = bytes.length > 1024 * 1024 ? { encoding: 'none', content: '' } : { encoding: 'base64', content: (bytes.toString('base64').match(/.{1,60}/gu) ?? []).join('\n') };
    return this.#like('content-file-response-if-content-is-a-file', { type: 'file', name: path.split('/').at(-1), path, sha, size: bytes.length, ...content });
  }

  permission(id: number): Body {
    const user = this.#world.user(id);
    const made = this.#description.example('repository-collaborator-permission-response-if-user-has-admin-permissions');
    const permission = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read', none: 'none' }[user.role];
    return { ...made, permission, role_name: user.role, user: { ...(made['user'] as Body), role_name: user.role, login: user.login, id: user.id, type: user.kind } };
  }

  ref(ref: string, sha: string, type: 'commit' | 'tag'): Body {
    return this.#like('git-ref', { ref, object: { type, sha, url: '' } });
  }

  tag(sha: string): Body {
    const tag = this.#world.tagObjects.get(sha) as { tag: string; message: string; commit: string };
    return this.#like('git-tag', { sha, tag: tag.tag, message: tag.message, object: { type: 'commit', sha: tag.commit, url: '' } });
  }

  run(id: number): Body {
    const run = this.#world.runs.get(id) as { actor: number; triggering: number };
    const made = this.#description.example('workflow-run');
    return { ...made, id, actor: this.user(run.actor) ?? undefined, triggering_actor: this.user(run.triggering) ?? undefined, repository: { ...(made['repository'] as Body), id: REPOSITORY } };
  }

  tree(sha: string): Body {
    return this.#like('git-tree', { sha });
  }

  gitCommit(sha: string): Body {
    return this.#like('git-commit', { sha });
  }

  like(example: string, more: Body): Body {
    return this.#like(example, more);
  }
}
