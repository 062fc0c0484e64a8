// SPDX-License-Identifier: Apache-2.0
//
// GitLab's API on loopback over the same world as GitHub's: approvals without commits, versions with times, members with levels. Every call
// and answer is held against GitLab's documentation. Refuses what GitLab would, with GitLab's words.
import { type FaceAnswer, type FaceRequest, type ForgeServer, pageOf, serveForge } from './forge-server.js';
import { type Activity, type ForgeWorld, GATE, REPOSITORY, type WorldCommit, type WorldPull, type WorldUser } from './forge-world.js';
import { undocumented } from './gitlab-shapes.js';

export const GITLAB_TOKEN = 'glpat-gate';

export interface GitLabStandIn extends ForgeServer {
  readonly world: ForgeWorld;
  readonly violations: string[];
  /** `read`, `write`; take one away. */
  readonly permissions: Set<string>;
  readonly settings: { most: number };
}

type Body = Record<string, unknown>;
type Handle = (match: readonly string[], request: FaceRequest) => FaceAnswer;
const iso = (time: number): string => new Date(time).toISOString();
const ok = (body: unknown): FaceAnswer => ({ status: 200, body });
const made = (body: unknown): FaceAnswer => ({ status: 201, body });
const said = (status: number, message: string): FaceAnswer => ({ status, body: { message } });
const missing = (what = '404 Not Found'): FaceAnswer => said(404, what);
const LEVELS = { admin: 50, maintain: 40, write: 30, triage: 20, read: 20, none: 0 };

export async function startGitLabStandIn(world: ForgeWorld): Promise<GitLabStandIn> {
  const violations: string[] = [];
  const permissions = new Set(['read', 'write']);
  const settings = { most: 100 };
  const routes = [...reading(world, settings), ...writing(world)];
  const server = await serveForge({
    now: () => world.now,
    answer(request) {
      if (request.token !== GITLAB_TOKEN) return said(401, '401 Unauthorized');
      const path = request.url.pathname.replace('/api/v4', '').replace(`/projects/${REPOSITORY}`, '~');
      for (const [line, handle] of routes) {
        const [method, pattern] = line.split(' ') as [string, string];
        const match = method === request.method ? new RegExp(`^${pattern}$`, 'u').exec(path) : null;
        if (match === null) continue;
        if (!permissions.has(method === 'GET' ? 'read' : 'write')) return said(403, '403 Forbidden');
        return handle(match.slice(1).map(decodeURIComponent), request);
      }
      return missing();
    },
    observe: (request, answer) => void violations.push(...undocumented(request.method, request.url, request.body, { status: answer.status, body: answer.body })),
  }, (request) => String(request.headers['private-token'] ?? ''));
  return { ...server, world, violations, permissions, settings };
}

const basic = ({ id, login, state }: WorldUser): Body => ({ id, username: login, name: login, state, locked: false, avatar_url: null, web_url: `https://gitlab.example/${login}` });

function bodies(world: ForgeWorld) {
  const userOf = (id: number): Body | null => (world.users.get(id)?.gone === false ? basic(world.user(id)) : null);
  return {
    userOf,
    mergeRequest: (pull: WorldPull): Body => ({
      id: pull.number + 1000, iid: pull.number, project_id: REPOSITORY, title: pull.title, description: pull.body, state: pull.state === 'open' ? 'opened' : pull.state, author: userOf(pull.author),
      target_branch: pull.base, source_branch: pull.branch, source_project_id: pull.headRepository, target_project_id: REPOSITORY, sha: world.headOf(pull), merge_commit_sha: pull.mergeCommit, squash_commit_sha: null,
      web_url: `https://gitlab.example/${world.path}/-/merge_requests/${pull.number}`, changes_count: String(world.changed(pull).length),
    }),
    commit: ({ sha, author, committer, message, parents }: WorldCommit): Body => ({ id: sha, short_id: sha.slice(0, 8), title: message.split('\n')[0], message, author_name: author.name, author_email: author.email, committer_name: committer.name, committer_email: committer.email, parent_ids: parents, created_at: '2026-11-24T11:00:00.000Z' }),
    branch: (name: string): Body => ({ name, merged: false, protected: world.protectedBranches.has(name), default: name === world.defaultBranch, developers_can_push: false, developers_can_merge: false, can_push: true, commit: { id: world.branches.get(name) } }),
    tag: (name: string): Body => ({ name, message: world.tags.get(name)?.message ?? '', target: world.tags.get(name)?.target, commit: { id: world.tags.get(name)?.target }, release: null, protected: world.tagsProtected }),
  };
}

// A new branch comes from nothing; of more than three branches at once GitLab says how many they were, and no more.
function pushData({ isBulk, type, branch, before, after }: Activity): Body {
  const action = type === 'branch_creation' ? 'created' : type === 'branch_deletion' ? 'removed' : 'pushed';
  if (isBulk === true) return { commit_count: 0, action, ref_type: 'branch', ref: null, commit_from: null, commit_to: null, commit_title: null, ref_count: 4 };
  return { commit_count: 1, action, ref_type: 'branch', ref: branch, commit_from: action === 'created' ? null : before, commit_to: action === 'removed' ? null : after, commit_title: null, ref_count: null };
}

function reading(world: ForgeWorld, settings: { readonly most: number }): [string, Handle][] {
  const { userOf, mergeRequest, commit, branch, tag } = bodies(world);
  const listed = (all: readonly unknown[], { url }: FaceRequest): FaceAnswer => {
    const { items, page, pages } = pageOf(all, url, settings.most);
    return { status: 200, body: items, headers: { 'x-next-page': page < pages ? String(page + 1) : '' } };
  };
  const pullOr = (handle: (pull: WorldPull, request: FaceRequest) => FaceAnswer): Handle => ([number], request) => {
    const pull = world.pulls.get(Number(number));
    return pull === undefined ? missing() : handle(pull, request);
  };
  const member = (id: number): Body => ({ ...basic(world.user(id)), access_level: LEVELS[world.user(id).role], expires_at: null, membership_state: 'active' });
  return [
    ['GET ~', () => ok({ id: REPOSITORY, name: 'shop', path: 'shop', path_with_namespace: world.path, web_url: `https://gitlab.example/${world.path}`, default_branch: world.defaultBranch, visibility: 'private' })],
    ['GET ~/repository/branches', (_match, request) => listed([...world.branches.keys()].filter((name) => name.startsWith((request.url.searchParams.get('search') ?? '').replace(/^\^/u, ''))).map(branch), request)],
    ['GET ~/repository/branches/([^/]+)', ([name = '']) => (world.branches.has(name) ? ok(branch(name)) : missing('404 Branch Not Found'))],
    ['GET ~/approvals', () => (world.resetsOnPush === null ? missing() : ok({ approvals_before_merge: 0, reset_approvals_on_push: world.resetsOnPush, merge_requests_author_approval: true, merge_requests_disable_committers_approval: false }))],
    ['GET ~/merge_requests', (_match, request) => {
      const { searchParams } = request.url;
      return listed([...world.pulls.values()].filter((pull) => pull.branch === searchParams.get('source_branch') && (searchParams.get('state') === 'all' || pull.state === 'open')).map(mergeRequest), request);
    }],
    ['GET ~/merge_requests/(\\d+)', pullOr((pull) => ok(mergeRequest(pull)))],
    ['GET ~/merge_requests/(\\d+)/approvals', pullOr((pull) => ok({ id: pull.number, iid: pull.number, project_id: REPOSITORY, title: pull.title, state: 'opened', approved: true, approvals_required: 0, approvals_left: 0, approved_by: [...pull.approvals].map(([id, time]) => ({ user: userOf(id), ...(world.tellsApprovedAt ? { approved_at: iso(time) } : {}) })) }))],
    ['GET ~/merge_requests/(\\d+)/versions', pullOr((pull, request) => listed(pull.versions.map(({ id, head, at }) => ({ id, head_commit_sha: head, base_commit_sha: head, start_commit_sha: head, created_at: iso(at), merge_request_id: pull.number, state: 'collected', real_size: '2' })).reverse(), request))],
    ['GET ~/merge_requests/(\\d+)/reviewers', pullOr((pull, request) => listed([...new Set([...pull.objections, ...pull.requested.users])].flatMap((id) => (userOf(id) === null ? [] : [{ user: userOf(id), state: pull.objections.has(id) ? 'requested_changes' : 'unreviewed', created_at: iso(world.now) }])), request))],
    ['GET ~/merge_requests/(\\d+)/commits', pullOr((pull, request) => listed(world.commitsOf(pull).reverse().map(commit), request))],
    ['GET ~/merge_requests/(\\d+)/diffs', pullOr((pull, request) => listed(world.changed(pull).map(({ path, from = path, status }) => ({ old_path: from, new_path: path, a_mode: '0', b_mode: '100644', diff: '', new_file: status === 'added', renamed_file: status === 'renamed', deleted_file: status === 'removed' })), request))],
    ['GET ~/events', (_match, request) => listed([...world.activities].reverse().map((one) => ({ id: one.id, project_id: REPOSITORY, action_name: 'pushed to', author_id: one.by, author: userOf(one.by), created_at: iso(one.at), push_data: pushData(one) })), request)],
    ['GET ~/repository/commits', (_match, { url }) => ok(world.touching(url.searchParams.get('ref_name') ?? '', url.searchParams.get('path') ?? '').map((sha) => commit(world.commits.get(sha) as WorldCommit)))],
    ['GET ~/repository/commits/([0-9a-f]+)/merge_requests', ([sha], request) => listed([...world.pulls.values()].filter((pull) => world.headOf(pull) === sha || pull.mergeCommit === sha).map(mergeRequest), request)],
    ['GET ~/members/all/(\\d+)', ([id]) => (world.users.has(Number(id)) && world.user(Number(id)).role !== 'none' ? ok(member(Number(id))) : missing())],
    ['GET /groups/([^/]+)/members(/all)?', ([name = '', all], request) => (world.teams.has(name) ? listed([...(world.teams.get(name) as Set<number>), ...(all === undefined || all === 'undefined' ? [] : (world.inherited.get(name) ?? []))].filter((id) => !world.user(id).gone).map(member), request) : missing('404 Group Not Found'))],
    ['GET /users/(\\d+)', ([id]) => {
      const user = world.users.get(Number(id));
      return user === undefined || user.gone ? missing('404 User Not Found') : ok({ ...basic(user), public_email: user.email, bot: user.kind === 'Bot' });
    }],
    ['GET /users', (_match, { url }) => ok([...world.users.values()].filter((user) => !user.gone && (url.searchParams.has('username') ? user.login === url.searchParams.get('username') : user.email === url.searchParams.get('search') || user.login.includes(url.searchParams.get('search') ?? ' '))).map(basic))],
    ['GET ~/repository/files/([^/]+)', ([path = ''], { url }) => {
      const text = world.commits.get(url.searchParams.get('ref') ?? '')?.tree.get(path);
      return text === undefined ? missing('404 File Not Found') : ok({ file_name: path.split('/').at(-1), file_path: path, size: Buffer.byteLength(text), encoding: 'base64', content: Buffer.from(text).toString('base64'), ref: url.searchParams.get('ref'), commit_id: url.searchParams.get('ref') });
    }],
    ['GET ~/pipelines/(\\d+)', ([id]) => (world.runs.has(Number(id)) ? ok({ id: Number(id), project_id: REPOSITORY, status: 'running', ref: 'main', source: 'push', user: userOf((world.runs.get(Number(id)) as { triggering: number }).triggering) }) : missing())],
    ['GET ~/protected_tags', () => (world.protectedTags === null ? said(403, '403 Forbidden') : ok(world.protectedTags.map((name) => ({ name, create_access_levels: [{ id: 1, access_level: 40, access_level_description: 'Maintainers' }] }))))],
    ['GET ~/repository/tags/([^/]+)', ([name = '']) => (world.tags.has(name) ? ok(tag(name)) : missing('404 Tag Not Found'))],
  ];
}

function writing(world: ForgeWorld): [string, Handle][] {
  const { mergeRequest, commit, tag } = bodies(world);
  const fields = <T>(request: FaceRequest): T => request.body as T;
  return [
    ['POST ~/repository/tags', (_match, request) => {
      const { tag_name: name, ref, message } = fields<{ tag_name: string; ref: string; message: string }>(request);
      if (world.tags.has(name)) return said(400, `Tag ${name} already exists`);
      world.tags.set(name, { target: ref, message });
      return made(tag(name));
    }],
    ['POST ~/repository/commits', (_match, request) => {
      const { branch, start_sha: start, commit_message: message, actions } = fields<{ branch: string; start_sha?: string; commit_message: string; actions: { action: 'create' | 'delete'; file_path: string; content?: string }[] }>(request);
      const onto = start ?? world.branches.get(branch);
      if (onto === undefined) return said(400, 'You can only create or edit files when you are on a branch');
      if (start !== undefined && world.branches.has(branch)) return said(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
      const tree = new Map((world.commits.get(onto) as WorldCommit).tree);
      for (const { action, file_path: path, content = '' } of actions) {
        if (tree.has(path) !== (action === 'delete')) return said(400, action === 'delete' ? "A file with this name doesn't exist" : 'A file with this name already exists');
        if (action === 'delete') tree.delete(path); else tree.set(path, content);
      }
      const sha = world.makeCommit({ parents: [onto], tree, author: { id: GATE, email: 'project_77_bot_0a1b@noreply.gitlab.example', name: 'gate' }, message });
      world.move(branch, sha, GATE, false);
      return made(commit(world.commits.get(sha) as WorldCommit));
    }],
    ['POST ~/merge_requests', (_match, request) => {
      const { source_branch: branch, target_branch: base, title, description } = fields<Record<string, string>>(request) as { source_branch: string; target_branch: string; title: string; description: string };
      if ([...world.pulls.values()].some((pull) => pull.branch === branch && pull.state === 'open' && pull.headRepository === REPOSITORY)) return { status: 409, body: { message: ['Another open merge request already exists for this source branch: !7'] } };
      return made({ ...mergeRequest(world.open({ by: GATE, branch, base, title, body: description })), changes_count: null });
    }],
    ['PUT ~/merge_requests/(\\d+)', ([number], request) => {
      const pull = world.pull(Number(number));
      const { state_event: event, reviewer_ids: users } = fields<{ state_event?: string; reviewer_ids?: number[] }>(request);
      if (event === 'close') pull.state = 'closed';
      // The list as a whole: who is not in it any more has said nothing.
      if (users !== undefined) pull.requested = { users, teams: [] };
      for (const id of users === undefined ? [] : [...pull.objections].filter((one) => !users.includes(one))) pull.objections.delete(id);
      return ok(mergeRequest(pull));
    }],
    ['PUT ~/merge_requests/(\\d+)/merge', ([number], request) => {
      const pull = world.pull(Number(number));
      if (fields<{ sha: string }>(request).sha !== world.headOf(pull)) return said(409, 'SHA does not match HEAD of source branch');
      world.merge(pull.number, GATE);
      return ok(mergeRequest(pull));
    }],
    ['POST ~/merge_requests/(\\d+)/notes', ([number], request) => {
      const { body } = fields<{ body: string }>(request);
      world.pull(Number(number)).comments.push(body);
      return made({ id: world.id(), body, system: false });
    }],
    ['GET ~/merge_requests/(\\d+)/notes', ([number]) => ok(world.pull(Number(number)).comments.map((body, at) => ({ id: at + 1, body, system: false })))],
    ['PUT ~/merge_requests/(\\d+)/notes/(\\d+)', ([number, id], request) => {
      const { body } = fields<{ body: string }>(request);
      world.pull(Number(number)).comments[Number(id) - 1] = body;
      return ok({ id: Number(id), body, system: false });
    }],
    ['POST ~/statuses/([0-9a-f]+)', ([sha = ''], request) => {
      const { state, name, description } = fields<{ state: string; name: string; description: string }>(request);
      world.statuses.push({ commit: sha, state, title: description });
      return made({ id: world.id(), sha, status: state, name, description });
    }],
    ['DELETE ~/repository/branches/([^/]+)', ([name = '']) => (world.branches.delete(name) ? { status: 204 } : missing('404 Branch Not Found'))],
  ];
}
