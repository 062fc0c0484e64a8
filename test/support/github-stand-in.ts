// SPDX-License-Identifier: Apache-2.0
//
// GitHub's API on loopback over a world: every request and answer is held against GitHub's published description. Tokens have
// permissions; lists have pages. Refuses what GitHub would, with GitHub's words.
import { createHash } from 'node:crypto';
import { type ForgeWorld, GATE, REPOSITORY, type WorldCommit } from './forge-world.js';
import { type FaceAnswer, type FaceRequest, type ForgeServer, pageOf, serveForge } from './forge-server.js';
import { GitHubBodies } from './github-bodies.js';
import { githubDescription } from './github-openapi.js';

export const GATE_TOKEN = 'ghs_gate';
const ALL = ['contents:read', 'contents:write', 'pulls:read', 'pulls:write', 'actions:read', 'members:read', 'checks:write', 'statuses:write', 'metadata:read', 'attestations:write'];

export interface GitHubStandIn extends ForgeServer {
  readonly world: ForgeWorld;
  /** What was not as published; empty at the end of every test. */
  readonly violations: readonly string[];
  /** Permissions of the gate's token; take some away. */
  readonly permissions: Set<string>;
  /** Items of a page, at most. */
  most: number;
}

/** More than a pull request of a test has. */
const COMMENTS = 1000;

type Handle = (match: readonly string[], request: FaceRequest) => FaceAnswer;
interface Route { readonly method: string; readonly path: RegExp; readonly needs: string; readonly handle: Handle }

const ok = (body: unknown): FaceAnswer => ({ status: 200, body });
const made = (body: unknown): FaceAnswer => ({ status: 201, body });
const said = (status: number, message: string): FaceAnswer => ({ status, body: { message, documentation_url: 'https://docs.github.com/rest' } });
const missing = (): FaceAnswer => said(404, 'Not Found');
const forbidden = (): FaceAnswer => said(403, 'Resource not accessible by integration');

export async function startGitHubStandIn(world: ForgeWorld): Promise<GitHubStandIn> {
  const description = githubDescription();
  const permissions = new Set(ALL);
  const settings = { most: 100 };
  const routes = routesOf(world, new GitHubBodies(world, description), settings);
  const server = await serveForge({
    now: () => world.now,
    answer(request) {
      if (request.token !== GATE_TOKEN) return said(401, 'Bad credentials');
      const path = decodeURIComponent(request.url.pathname);
      for (const route of routes) {
        const match = route.method === request.method ? route.path.exec(path) : null;
        if (match !== null) return permissions.has(route.needs) ? route.handle(match.slice(1).map(String), request) : forbidden();
      }
      return missing();
    },
    observe(request, answer, text) {
      description.request(request.method, request.url, request.body);
      description.answer(request.method, request.url, answer.status, text);
    },
  }, (request) => (request.headers.authorization ?? '').replace(/^(?:token|bearer) /iu, ''));
  return Object.defineProperty({ ...server, world, permissions, violations: description.violations, most: 100 }, 'most', { get: () => settings.most, set: (value: number) => void (settings.most = value) }) as GitHubStandIn;
}

function routesOf(world: ForgeWorld, bodies: GitHubBodies, settings: { readonly most: number }): Route[] {
  const at = '/repos/([^/]+/[^/]+)';
  const route = (line: string, needs: string, handle: Handle): Route => {
    const [method = '', path = ''] = line.split(' ');
    const own = path.startsWith('~');
    const guarded: Handle = own ? ([repository, ...rest], request) => (repository === world.path ? handle(rest, request) : missing()) : handle;
    return { method, needs, path: new RegExp(`^${own ? at + path.slice(1) : path}$`, 'u'), handle: guarded };
  };
  const listed = (all: readonly unknown[], { url }: FaceRequest): FaceAnswer => {
    const { items, page, pages, size } = pageOf(all, url, settings.most);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    next.searchParams.set('per_page', String(size));
    return { status: 200, body: items, headers: page < pages ? { link: `<${next.pathname}${next.search}>; rel="next"` } : {} };
  };
  const pullOr = (number: string | undefined, handle: (pull: NonNullable<ReturnType<ForgeWorld['pull']>>) => FaceAnswer): FaceAnswer => {
    const pull = world.pulls.get(Number(number));
    return pull === undefined ? missing() : handle(pull);
  };
  const reading: Route[] = [
    route(`GET /repositories/(\\d+)`, 'metadata:read', ([id]) => (Number(id) === REPOSITORY ? ok(bodies.repository()) : missing())),
    route('GET ~', 'metadata:read', () => ok(bodies.repository())),
    route('GET ~/branches/(.+)', 'contents:read', ([name = '']) => (world.branches.has(name) ? ok(bodies.branch(name)) : said(404, 'Branch not found'))),
    route('GET ~/pulls', 'pulls:read', (_match, request) => {
      const [, branch] = (request.url.searchParams.get('head') ?? ':').split(':');
      const state = request.url.searchParams.get('state') ?? 'open';
      return listed([...world.pulls.values()].filter((pull) => (branch === '' || pull.branch === branch) && (state === 'all' || (pull.state === 'open') === (state === 'open'))).map((pull) => bodies.pull(pull, 'pull-request-simple-items')), request);
    }),
    route('GET ~/pulls/(\\d+)', 'pulls:read', ([number]) => pullOr(number, (pull) => ok(bodies.pull(pull)))),
    route('GET ~/pulls/(\\d+)/reviews', 'pulls:read', ([number], request) => pullOr(number, (pull) => listed(pull.reviews.map((review) => bodies.review(review, pull)), request))),
    route('GET ~/issues/(\\d+)/events', 'pulls:read', ([number], request) => pullOr(number, (pull) => listed([bodies.event('labeled', 0), ...pull.retargeted.map((at) => bodies.event('base_ref_changed', at)), ...pull.dismissals.map(({ review, was, actor, at }) => bodies.event('review_dismissed', at, { actor: bodies.user(actor) ?? bodies.ghost(), dismissed_review: { state: was.toLowerCase(), review_id: review, dismissal_message: null } }))], request))),
    route('GET ~/pulls/(\\d+)/commits', 'pulls:read', ([number], request) => pullOr(number, (pull) => listed(world.commitsOf(pull).map((commit) => bodies.commit(commit)), request))),
    route('GET ~/pulls/(\\d+)/files', 'pulls:read', ([number], request) => pullOr(number, (pull) => listed(world.changed(pull).map(({ path, from, status }) => bodies.like('diff-entry-items', { filename: path, status, ...(from === undefined ? {} : { previous_filename: from }) })), request))),
    route('GET ~/activity', 'contents:read', (_match, request) => listed(world.activities.filter(({ branch }) => `refs/heads/${branch}` === request.url.searchParams.get('ref')).reverse().map((activity) => bodies.activity(activity)), request)),
    route('GET ~/commits', 'contents:read', (_match, request) => listed(world.touching(request.url.searchParams.get('sha') ?? '', request.url.searchParams.get('path') ?? '').map((sha) => bodies.commit(world.commits.get(sha) as WorldCommit)), request)),
    route('GET ~/commits/([0-9a-f]+)/pulls', 'pulls:read', ([sha = ''], request) => listed([...world.pulls.values()].filter((pull) => world.headOf(pull) === sha || pull.mergeCommit === sha).map((pull) => bodies.pull(pull, 'pull-request-simple-items')), request)),
    route('GET ~/collaborators/([^/]+)/permission', 'metadata:read', ([login]) => {
      const user = [...world.users.values()].find((one) => one.login === login && !one.gone);
      return user === undefined ? missing() : ok(bodies.permission(user.id));
    }),
    route('GET /orgs/([^/]+)/teams/([^/]+)/members', 'members:read', ([org, slug], request) => {
      const team = world.teams.get(`${org ?? ''}/${slug ?? ''}`);
      return team === undefined ? missing() : listed([...team].flatMap((id) => bodies.user(id) ?? []), request);
    }),
    route('GET ~/contents/(.+)', 'contents:read', ([path = ''], { url }) => {
      const ref = url.searchParams.get('ref') ?? world.defaultBranch;
      const text = world.commits.get(world.branches.get(ref) ?? ref)?.tree.get(path);
      return text === undefined ? missing() : ok(bodies.file(path, text));
    }),
    route('GET ~/rulesets', 'metadata:read', (_match, request) => listed(world.rulesets.map(bodies.ruleset), request)),
    route('GET ~/rulesets/(\\d+)', 'metadata:read', ([id]) => {
      const ruleset = world.rulesets.find((one) => one.id === Number(id));
      return ruleset === undefined ? missing() : ok({ ...bodies.ruleset(ruleset), ...(ruleset.bypass === undefined ? {} : { current_user_can_bypass: ruleset.bypass }), conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } }, rules: ruleset.rules.map((type) => ({ type })) });
    }),
    route('GET ~/actions/runs/(\\d+)', 'actions:read', ([id]) => (world.runs.has(Number(id)) ? ok(bodies.run(Number(id))) : missing())),
    // All at once: the description knows no pages of them.
    route('GET ~/git/matching-refs/(.+)', 'contents:read', ([prefix = '']) => ok([
      ...[...world.branches].map(([name, sha]) => bodies.ref(`refs/heads/${name}`, sha, 'commit')),
      ...[...world.tags].map(([name, { target }]) => bodies.ref(`refs/tags/${name}`, target, world.tagObjects.has(target) ? 'tag' : 'commit')),
    ].filter((ref) => String(ref['ref']).startsWith(`refs/${prefix}`)))),
    route('GET ~/git/tags/([0-9a-f]+)', 'contents:read', ([sha = '']) => (world.tagObjects.has(sha) ? ok(bodies.tag(sha)) : missing())),
    route('GET /user/(\\d+)', 'metadata:read', ([id]) => {
      const user = world.users.get(Number(id));
      return user === undefined || user.gone ? missing() : ok({ ...bodies.like('public-user-default-response', { id: user.id, login: user.login, type: user.kind }) });
    }),
  ];
  return [...reading, ...writing(world, bodies, { route, pullOr })];
}

interface Making { readonly route: (line: string, needs: string, handle: Handle) => Route; readonly pullOr: (number: string | undefined, handle: (pull: ReturnType<ForgeWorld['pull']>) => FaceAnswer) => FaceAnswer }

function writing(world: ForgeWorld, bodies: GitHubBodies, { route, pullOr }: Making): Route[] {
  const fields = (request: FaceRequest): Record<string, never> => request.body as Record<string, never>;
  const exists = (): FaceAnswer => said(422, 'Reference already exists');
  return [
    route('POST ~/git/trees', 'contents:write', (_match, request) => {
      const { base_tree: base, tree } = fields(request) as unknown as { base_tree: string; tree: { path: string; content?: string; sha?: null }[] };
      const files = new Map((world.commits.get(base) as WorldCommit).tree);
      for (const { path, content } of tree) if (content === undefined) files.delete(path); else files.set(path, content);
      const sha = createHash('sha1').update(JSON.stringify([...files])).digest('hex');
      world.trees.set(sha, files);
      return made(bodies.tree(sha));
    }),
    route('POST ~/git/commits', 'contents:write', (_match, request) => {
      const { message, tree, parents } = fields(request) as unknown as { message: string; tree: string; parents: string[] };
      return made(bodies.gitCommit(world.makeCommit({ parents, tree: world.trees.get(tree) as ReadonlyMap<string, string>, author: world.signature(GATE), message })));
    }),
    route('POST ~/git/tags', 'contents:write', (_match, request) => {
      const { tag, message, object } = fields(request) as unknown as { tag: string; message: string; object: string };
      const sha = createHash('sha1').update(JSON.stringify([tag, message, object, world.id()])).digest('hex');
      world.tagObjects.set(sha, { tag, message, commit: object });
      return made(bodies.tag(sha));
    }),
    route('POST ~/git/refs', 'contents:write', (_match, request) => {
      const { ref, sha } = fields(request) as unknown as { ref: string; sha: string };
      const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/u.exec(ref) ?? [];
      if (kind === 'tags') {
        if (world.tags.has(name)) return exists();
        world.tags.set(name, { target: sha, message: null });
        return made(bodies.ref(ref, sha, world.tagObjects.has(sha) ? 'tag' : 'commit'));
      }
      if (world.branches.has(name)) return exists();
      world.move(name, sha, GATE, false);
      return made(bodies.ref(ref, sha, 'commit'));
    }),
    route('PATCH ~/git/refs/heads/(.+)', 'contents:write', ([name = ''], request) => {
      const { sha, force } = fields(request) as unknown as { sha: string; force?: boolean };
      const before = world.branches.get(name);
      if (before === undefined) return said(422, 'Reference does not exist');
      if (force !== true && !world.history(sha).includes(before)) return said(422, 'Update is not a fast forward');
      world.move(name, sha, GATE, false);
      return ok(bodies.ref(`refs/heads/${name}`, sha, 'commit'));
    }),
    route('DELETE ~/git/refs/heads/(.+)', 'contents:write', ([name = '']) => (world.branches.delete(name) ? { status: 204 } : said(422, 'Reference does not exist'))),
    route('POST ~/pulls', 'pulls:write', (_match, request) => {
      const { head, base, title, body } = fields(request) as unknown as { head: string; base: string; title: string; body: string };
      const there = [...world.pulls.values()].some((pull) => pull.branch === head && pull.state === 'open' && pull.headRepository === REPOSITORY);
      return there ? said(422, 'Validation Failed') : made(bodies.pull(world.open({ by: GATE, branch: head, base, title, body })));
    }),
    route('PATCH ~/pulls/(\\d+)', 'pulls:write', ([number], request) => pullOr(number, (pull) => {
      const { state } = fields(request) as unknown as { state?: 'open' | 'closed' };
      if (state !== undefined && pull.state !== 'merged') pull.state = state;
      return ok(bodies.pull(pull));
    })),
    route('PUT ~/pulls/(\\d+)/merge', 'contents:write', ([number], request) => pullOr(number, (pull) => {
      if (fields(request)['sha'] !== world.headOf(pull)) return said(409, 'Head branch was modified. Review and try the merge again.');
      return ok({ ...bodies.like('pull-request-merge-result-response-if-merge-was-successful', { sha: world.merge(pull.number, GATE) }) });
    })),
    route('POST ~/pulls/(\\d+)/requested_reviewers', 'pulls:write', ([number], request) => pullOr(number, (pull) => {
      const { reviewers, team_reviewers: teams } = fields(request) as unknown as { reviewers: string[]; team_reviewers: string[] };
      const users = (reviewers ?? []).map((login) => [...world.users.values()].find((user) => user.login === login && user.role !== 'none'));
      if (users.includes(undefined)) return said(422, 'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the acme/shop repository.');
      pull.requested = { users: [...new Set([...pull.requested.users, ...users.map((user) => user?.id ?? 0)])], teams: [...new Set([...pull.requested.teams, ...(teams ?? [])])] };
      return made(bodies.pull(pull, 'pull-request-simple-items'));
    })),
    route('POST ~/issues/(\\d+)/comments', 'pulls:write', ([number], request) => pullOr(number, (pull) => {
      const { body } = fields(request) as unknown as { body: string };
      pull.comments.push(body);
      return made(bodies.like('issue-comment', { body }));
    })),
    route('GET ~/issues/(\\d+)/comments', 'pulls:read', ([number]) => pullOr(number, (pull) => ok(pull.comments.map((body, at) => bodies.like('issue-comment', { id: pull.number * COMMENTS + at, body }))))),
    route('PATCH ~/issues/comments/(\\d+)', 'pulls:write', ([id], request) => pullOr(String(Math.floor(Number(id) / COMMENTS)), (pull) => {
      const { body } = fields(request) as unknown as { body: string };
      pull.comments[Number(id) % COMMENTS] = body;
      return ok(bodies.like('issue-comment', { id: Number(id), body }));
    })),
    route('POST ~/attestations', 'attestations:write', (_match, request) => {
      world.attestations.push((fields(request) as unknown as { bundle: object }).bundle);
      return made({ id: world.attestations.length });
    }),
    route('POST ~/check-runs', 'checks:write', (_match, request) => {
      const { head_sha: commit, conclusion, output } = fields(request) as unknown as { head_sha: string; conclusion?: string; output: { title: string } };
      world.statuses.push({ commit, state: conclusion ?? 'pending', title: output.title });
      return made(bodies.like('check-run-example-of-in-progress-conclusion', { head_sha: commit }));
    }),
    route('POST ~/statuses/([0-9a-f]+)', 'statuses:write', ([commit = ''], request) => {
      const { state, description } = fields(request) as unknown as { state: string; description: string };
      world.statuses.push({ commit, state, title: description });
      return made(bodies.like('status', { state, description }));
    }),
  ];
}
