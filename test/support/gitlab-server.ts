// SPDX-License-Identifier: Apache-2.0
//
// A GitLab on loopback: one project as a real bare repository behind git's own http-backend, and the branches API. The job token opens
// both, or only git, as on older versions. Refuses nothing by itself but wrong tokens.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const JOB_TOKEN = 'glcbt-64_secret-of-the-job';

export interface GitLabServer {
  readonly url: string;
  readonly folder: string;
  /** `METHOD path`, in order. */
  readonly requests: string[];
  /** Values of Authorization and JOB-TOKEN that git and API were asked with. */
  readonly credentials: Set<string>;
  api: 'open' | 'closed';
  /** Opens git and the branches API, too; null: there is none. */
  accessToken: string | null;
  /** Branches that the API calls protected, and the one that it calls default. */
  protectedBranches: Set<string>;
  defaultBranch: string;
  /** Address of the stand-in that answers what is asked with an access token; null: nobody. */
  approvals: string | null;
  /** JSON documents by path, `/.well-known/openid-configuration`: what the instance says of itself to everybody. */
  documents: Record<string, unknown>;
  /** Replaces what the API answers. */
  apiAnswer: { status: number; body: string; headers?: Record<string, string> } | null;
  /** Commits files on a branch; a value of `-> x` is a link. Returns the commit. */
  commit(branch: string, files: Readonly<Record<string, string | Buffer>>): string;
  setHead(branch: string): void;
  stop(): Promise<void>;
}

const git = (cwd: string, ...args: string[]): string => execFileSync('git', args, {
  cwd, stdio: ['ignore', 'pipe', 'pipe'],
  env: { PATH: process.env['PATH'] ?? '', HOME: cwd, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example' },
}).toString('utf8').trim();

/** Project 77, `acme/shop`, without a commit. */
export async function startGitLab(): Promise<GitLabServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-gitlab-'));
  const bare = join(folder, 'acme', 'shop.git');
  mkdirSync(bare, { recursive: true });
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  for (const setting of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) git(bare, 'config', setting, 'true');
  const state: GitLabServer = {
    url: '', folder, requests: [], credentials: new Set(), api: 'open', accessToken: null, protectedBranches: new Set(['main']), defaultBranch: 'main', documents: {}, apiAnswer: null, approvals: null,
    commit: (branch, files) => commit(bare, branch, files),
    setHead: (branch) => void git(bare, 'symbolic-ref', 'HEAD', `refs/heads/${branch}`),
    stop: () => new Promise((resolve) => {
      server.close(() => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      server.closeAllConnections();
    }),
  };
  const server = createServer((request, response) => {
    state.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    for (const header of ['authorization', 'job-token']) {
      const value = request.headers[header];
      if (typeof value === 'string') state.credentials.add(value);
    }
    const document = state.documents[request.url ?? ''];
    if (document !== undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
    else if (state.approvals !== null && request.headers['private-token'] !== undefined && request.headers['private-token'] !== state.accessToken) forward(request, response, state.approvals);
    else if (request.url?.startsWith('/api/v4/') === true) answerApi(request, response, state, bare);
    else serveGit(request, response, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return state;
}

function commit(bare: string, branch: string, files: Readonly<Record<string, string | Buffer>>): string {
  const work = mkdtempSync(join(tmpdir(), 'ostiary-work-'));
  try {
    git(work, 'init', '--quiet', `--initial-branch=${branch}`);
    for (const [name, content] of Object.entries(files)) {
      const path = join(work, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), path);
      else writeFileSync(path, content);
    }
    git(work, 'add', '--all');
    git(work, 'commit', '--quiet', '--allow-empty', '-m', 'files');
    git(work, 'push', '--quiet', '--force', bare, `HEAD:refs/heads/${branch}`);
    return git(work, 'rev-parse', 'HEAD');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// One GitLab, two rooms: what job tokens may ask is answered here, the rest by who keeps a world.
function forward(request: IncomingMessage, response: ServerResponse, to: string): void {
  const onward = ask(new URL(request.url ?? '/', to), { method: request.method ?? 'GET', headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  request.pipe(onward);
}

function answerApi(request: IncomingMessage, response: ServerResponse, state: GitLabServer, bare: string): void {
  const json = (status: number, body: unknown, headers = {}): void => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  if (state.apiAnswer !== null) return void response.writeHead(state.apiAnswer.status, { 'content-type': 'application/json', ...state.apiAnswer.headers }).end(state.apiAnswer.body);
  const url = new URL(request.url ?? '/', state.url);
  const isAccess = state.accessToken !== null && request.headers['private-token'] === state.accessToken;
  if ((request.headers['job-token'] !== JOB_TOKEN && !isAccess) || state.api === 'closed') return json(404, { message: '404 Project Not Found' });
  // Access tokens come with the number that a test gives the project.
  if (!(isAccess ? /^\/api\/v4\/projects\/\d+\/repository\/branches$/u : /^\/api\/v4\/projects\/77\/repository\/branches$/u).test(url.pathname)) return json(404, { message: '404 Not Found' });
  const search = (url.searchParams.get('search') ?? '').replace(/^\^/u, '');
  const heads = git(bare, 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads').split('\n').map((line) => line.split(' ') as [string, string]);
  const listed = heads.filter(([name]) => name.startsWith(search)).map(([name, id]) => ({ name, merged: false, protected: state.protectedBranches.has(name), default: name === state.defaultBranch, developers_can_push: false, developers_can_merge: false, can_push: true, commit: { id } }));
  const page = Number(url.searchParams.get('page') ?? 1);
  const size = Number(url.searchParams.get('per_page') ?? 20);
  return json(200, listed.slice((page - 1) * size, page * size), { 'x-next-page': page * size < listed.length ? String(page + 1) : '' });
}

function serveGit(request: IncomingMessage, response: ServerResponse, { folder, accessToken }: GitLabServer): void {
  const logins = [`gitlab-ci-token:${JOB_TOKEN}`, ...(accessToken === null ? [] : [`oauth2:${accessToken}`])];
  if (!logins.some((login) => request.headers.authorization === `Basic ${Buffer.from(login).toString('base64')}`)) {
    return void response.writeHead(401, { 'www-authenticate': 'Basic realm="GitLab"' }).end('HTTP Basic: Access denied');
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'] ?? '', GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: decodeURIComponent(url.pathname), QUERY_STRING: url.search.slice(1), REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_USER: 'job', REMOTE_ADDR: '127.0.0.1', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*',
      ...(request.headers['git-protocol'] === undefined ? {} : { GIT_PROTOCOL: String(request.headers['git-protocol']) }),
      ...(request.headers['content-encoding'] === undefined ? {} : { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(backend.stdin);
  const parts: Buffer[] = [];
  backend.stdout.on('data', (part: Buffer) => parts.push(part));
  backend.once('close', () => {
    const all = Buffer.concat(parts);
    const end = all.indexOf('\r\n\r\n');
    const headers = Object.fromEntries(all.subarray(0, end).toString('latin1').split('\r\n').map((line) => line.split(': ') as [string, string]));
    response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers).end(all.subarray(end + 4));
  });
}
