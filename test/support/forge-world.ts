// SPDX-License-Identifier: Apache-2.0
//
// One repository of one organisation with people, branches, pull requests and a clock: what the stand-ins for GitHub and GitLab show, each
// in its own words. Things happen by calling its methods, as they would by people clicking. Refuses nothing that a real forge lets happen.
import { createHash } from 'node:crypto';

export interface WorldUser {
  readonly id: number;
  login: string;
  kind: 'User' | 'Bot';
  role: 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';
  email: string;
  state: 'active' | 'blocked';
  gone: boolean;
}

export interface Signature { readonly id: number | null; readonly email: string; readonly name: string }

export interface WorldCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly tree: ReadonlyMap<string, string>;
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface WorldReview {
  readonly id: number;
  readonly by: number;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  commit: string | null;
  readonly at: number;
}

export interface WorldPull {
  readonly number: number;
  readonly author: number;
  readonly branch: string;
  /** Another repository when it comes from a fork; null when that is gone. */
  headRepository: number | null;
  base: string;
  state: 'open' | 'closed' | 'merged';
  title: string;
  body: string;
  /** Head when it was merged or its branch went away. */
  lastHead: string;
  mergeCommit: string | null;
  readonly reviews: WorldReview[];
  /** GitLab's: by user, when. */
  readonly approvals: Map<number, number>;
  readonly objections: Set<number>;
  readonly versions: { readonly id: number; readonly head: string; readonly at: number }[];
  readonly comments: string[];
  /** When it was pointed at another branch; GitLab makes a version of that. */
  readonly retargeted: number[];
  readonly dismissals: { readonly review: number; readonly was: WorldReview['state']; readonly actor: number; readonly at: number }[];
  requested: { users: number[]; teams: string[] };
}

export interface WorldRuleset { readonly id: number; readonly name: string; readonly enforcement: 'active' | 'evaluate' | 'disabled'; readonly bypass: string | undefined; readonly include: readonly string[]; readonly exclude: readonly string[]; readonly rules: readonly string[] }

/** `isBulk`: GitLab's event of a push of many branches. */
export interface Activity { readonly id: number; readonly branch: string; readonly isBulk?: boolean; readonly before: string; readonly after: string; readonly by: number; readonly at: number; readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' }

export const ANN = 812;
export const BOB = 813;
export const CID = 814;
export const DAN = 815;
export const EVE = 816;
/** The App that puts manifests up, and the App of an agent. */
export const GATE = 9001;
export const AGENT = 9002;
export const WEB_FLOW = 19864447;
export const REPOSITORY = 812364;
const ZERO = '0'.repeat(40);

export class ForgeWorld {
  now = Date.UTC(2026, 10, 24, 12);
  readonly users = new Map<number, WorldUser>();
  /** Members of a group above a team, who GitLab takes for its own where it is asked for all. */
  readonly inherited = new Map<string, Set<number>>();
  readonly teams = new Map<string, Set<number>>([['acme/dba', new Set([ANN, BOB, CID, DAN])], ['acme/sre', new Set([ANN, EVE])]]);
  readonly commits = new Map<string, WorldCommit>();
  readonly branches = new Map<string, string>();
  readonly protectedBranches = new Set(['main']);
  readonly trees = new Map<string, ReadonlyMap<string, string>>();
  readonly tags = new Map<string, { readonly target: string; readonly message: string | null }>();
  readonly tagObjects = new Map<string, { readonly tag: string; readonly message: string; readonly commit: string }>();
  readonly pulls = new Map<number, WorldPull>();
  readonly activities: Activity[] = [];
  readonly runs = new Map<number, { actor: number; triggering: number }>();
  readonly attestations: object[] = [];
  /** GitHub's rulesets for tags. */
  rulesets: WorldRuleset[] = [{ id: 21, name: 'claims', enforcement: 'active', bypass: 'never', include: ['refs/tags/ostiary/claims/**'], exclude: [], rules: ['deletion', 'update'] }];
  /** GitLab's protected tags; null: the token may not read them. */
  protectedTags: string[] | null = ['ostiary/claims/*'];
  /** What GitLab says of a tag. */
  tagsProtected = true;
  readonly statuses: { readonly commit: string; readonly state: string; readonly title: string }[] = [];
  defaultBranch = 'main';
  path = 'acme/shop';
  resetsOnPush: boolean | null = true;
  tellsApprovedAt = true;
  #next = 1;

  constructor() {
    for (const [id, login] of [[ANN, 'ann'], [BOB, 'bob'], [CID, 'cid'], [DAN, 'dan'], [EVE, 'eve']] as const) this.addUser(id, login, 'User', 'write');
    this.addUser(GATE, 'ostiary-acme[bot]', 'Bot', 'write');
    this.addUser(AGENT, 'agent[bot]', 'Bot', 'write');
    this.addUser(WEB_FLOW, 'web-flow', 'User', 'none', 'noreply@github.com');
    const first = this.makeCommit({ parents: [], tree: new Map([['README.md', 'shop\n']]), author: this.signature(ANN), message: 'first' });
    this.branches.set('main', first);
    this.runs.set(5001, { actor: EVE, triggering: EVE });
  }

  addUser(id: number, login: string, kind: WorldUser['kind'], role: WorldUser['role'], email = `${login}@shop.example`): WorldUser {
    const user: WorldUser = { id, login, kind, role, email, state: 'active', gone: false };
    this.users.set(id, user);
    return user;
  }

  user(id: number): WorldUser {
    return this.users.get(id) as WorldUser;
  }

  pull(number: number): WorldPull {
    return this.pulls.get(number) as WorldPull;
  }

  id(): number {
    return this.#next++;
  }

  tick(seconds = 1): number {
    this.now += seconds * 1000;
    return this.now;
  }

  signature(id: number): Signature {
    const user = this.user(id);
    return { id, email: user.email, name: user.login };
  }

  makeCommit({ parents, tree, author, committer = author, message }: { parents: readonly string[]; tree: ReadonlyMap<string, string>; author: Signature; committer?: Signature; message: string }): string {
    const sha = createHash('sha1').update(JSON.stringify([this.id(), parents, [...tree], author, committer, message])).digest('hex');
    this.commits.set(sha, { sha, parents, tree, author, committer, message });
    return sha;
  }

  /** Commits on a branch and pushes. `by`: who pushes; null: the forge will not remember it. */
  push(branch: string, change: { by: number | null; files?: Record<string, string | null>; author?: Signature; committer?: Signature; message?: string; onto?: string }): string {
    const before = this.branches.get(branch);
    const parent = change.onto ?? before ?? (this.branches.get(this.defaultBranch) as string);
    const tree = new Map((this.commits.get(parent) as WorldCommit).tree);
    for (const [path, text] of Object.entries(change.files ?? {})) if (text === null) tree.delete(path); else tree.set(path, text);
    const author = change.author ?? this.signature(change.by ?? ANN);
    const sha = this.makeCommit({ parents: [parent], tree, author, committer: change.committer ?? author, message: change.message ?? 'change' });
    this.move(branch, sha, change.by, change.onto !== undefined);
    return sha;
  }

  /** Moves a branch to a commit that is there. */
  move(branch: string, sha: string, by: number | null, force = true): void {
    const before = this.branches.get(branch);
    this.branches.set(branch, sha);
    this.tick();
    if (by !== null) this.activities.push({ id: this.id(), branch, before: before ?? ZERO, after: sha, by, at: this.now, type: before === undefined ? 'branch_creation' : force ? 'force_push' : 'push' });
    for (const pull of this.pulls.values()) {
      if (pull.branch !== branch || pull.headRepository !== REPOSITORY || pull.state === 'merged') continue;
      pull.lastHead = sha;
      pull.versions.push({ id: this.id(), head: sha, at: this.now });
      if (this.resetsOnPush === true) pull.approvals.clear();
    }
  }

  open({ by, branch, base = this.defaultBranch, title = 'Approve', body = '' }: { by: number; branch: string; base?: string; title?: string; body?: string }): WorldPull {
    const head = this.branches.get(branch) as string;
    const number = this.pulls.size + 7;
    const pull: WorldPull = { number, author: by, branch, headRepository: REPOSITORY, base, state: 'open', title, body, lastHead: head, mergeCommit: null, reviews: [], approvals: new Map(), objections: new Set(), versions: [{ id: this.id(), head, at: this.tick() }], comments: [], retargeted: [], dismissals: [], requested: { users: [], teams: [] } };
    this.pulls.set(number, pull);
    return pull;
  }

  /** A review as GitHub takes it: of any commit that there was. On GitLab it is an approval of what is there. */
  approve(number: number, by: number, commit?: string): WorldReview {
    const pull = this.pull(number);
    const review = this.review(number, by, 'APPROVED', commit);
    pull.approvals.set(by, this.now);
    pull.objections.delete(by);
    return review;
  }

  objectTo(number: number, by: number): WorldReview {
    const pull = this.pull(number);
    pull.approvals.delete(by);
    pull.objections.add(by);
    return this.review(number, by, 'CHANGES_REQUESTED');
  }

  /** Somebody points it at another branch, so that it shows another difference at the same head. */
  retarget(number: number, base: string): void {
    const pull = this.pull(number);
    pull.base = base;
    pull.retargeted.push(this.tick());
    pull.versions.push({ id: this.id(), head: this.headOf(pull), at: this.now });
  }

  /** Somebody (the person, when nobody else is named) dismisses the reviews of a person; at GitLab the person takes the approval back. */
  dismiss(number: number, by: number, actor = by): void {
    const pull = this.pull(number);
    this.tick();
    for (const review of pull.reviews) {
      if (review.by !== by || (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED')) continue;
      pull.dismissals.push({ review: review.id, was: review.state, actor, at: this.now });
      review.state = 'DISMISSED';
    }
    pull.approvals.delete(by);
    pull.objections.delete(by);
  }

  review(number: number, by: number, state: WorldReview['state'], commit?: string): WorldReview {
    const pull = this.pull(number);
    const review = { id: this.id(), by, state, commit: commit ?? this.headOf(pull), at: this.tick() };
    pull.reviews.push(review);
    return review;
  }

  headOf(pull: WorldPull): string {
    return pull.state === 'merged' || pull.headRepository !== REPOSITORY ? pull.lastHead : (this.branches.get(pull.branch) ?? pull.lastHead);
  }

  merge(number: number, by: number, change: Record<string, string> = {}): string {
    const pull = this.pull(number);
    const base = this.branches.get(pull.base) as string;
    const head = this.headOf(pull);
    const added = this.changed(pull).filter(({ status }) => status !== 'removed').map(({ path }) => [path, (this.commits.get(head) as WorldCommit).tree.get(path) as string] as const);
    const tree = new Map([...(this.commits.get(base) as WorldCommit).tree, ...added, ...Object.entries(change)]);
    const sha = this.makeCommit({ parents: [base, head], tree, author: this.signature(by), message: `merge ${number}` });
    Object.assign(pull, { state: 'merged', mergeCommit: sha, lastHead: head });
    this.branches.set(pull.base, sha);
    this.tick();
    return sha;
  }

  /** Ancestors of a commit, itself first. */
  history(sha: string): string[] {
    const seen = new Set<string>();
    const queue = [sha];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      queue.push(...(this.commits.get(at)?.parents ?? []));
    }
    return [...seen];
  }

  commitsOf(pull: WorldPull): WorldCommit[] {
    const base = new Set(this.history(this.#baseOf(pull)));
    return this.history(this.headOf(pull)).filter((sha) => !base.has(sha)).map((sha) => this.commits.get(sha) as WorldCommit).reverse();
  }

  /** A file that is gone and another with its text are one that was renamed. */
  changed(pull: WorldPull): { path: string; from?: string; status: 'added' | 'modified' | 'removed' | 'renamed' }[] {
    const head = this.headOf(pull);
    const known = new Set(this.history(this.#baseOf(pull)));
    const mergeBase = this.history(head).find((sha) => known.has(sha)) as string;
    const before = (this.commits.get(mergeBase) as WorldCommit).tree;
    const after = (this.commits.get(head) as WorldCommit).tree;
    const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
    const gone = new Map(paths.filter((path) => !after.has(path)).map((path) => [before.get(path), path]));
    const renamed = new Map(paths.flatMap((path) => (!before.has(path) && gone.has(after.get(path)) ? [[path, gone.get(after.get(path)) as string] as const] : [])));
    return paths.filter((path) => ![...renamed.values()].includes(path)).map((path) => {
      const from = renamed.get(path);
      return from === undefined ? { path, status: !before.has(path) ? 'added' : !after.has(path) ? 'removed' : 'modified' } : { path, from, status: 'renamed' };
    });
  }

  /** Commits reachable from one that changed a path. */
  touching(sha: string, path: string): string[] {
    return this.history(sha).filter((one) => {
      const commit = this.commits.get(one) as WorldCommit;
      return commit.parents.every((parent) => this.commits.get(parent)?.tree.get(path) !== commit.tree.get(path)) && (commit.parents.length > 0 || commit.tree.has(path));
    });
  }

  /** The user whose account an address belongs to. */
  byEmail(email: string): WorldUser | null {
    return [...this.users.values()].find((user) => user.email === email && !user.gone) ?? null;
  }

  // A merged pull request is compared with what its base was.
  #baseOf(pull: WorldPull): string {
    const merged = pull.mergeCommit === null ? undefined : this.commits.get(pull.mergeCommit);
    return merged?.parents[0] ?? (this.branches.get(pull.base) as string);
  }
}
