// SPDX-License-Identifier: Apache-2.0
//
// A GitHub API on loopback with state: repositories by id, their branches, protection and files; tokens and what they may see. Shapes are
// those of the recorded exchanges in the corpus github-rest-fixtures. Refuses unknown paths with GitHub's own 404.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeBranch {
  protected: boolean;
  sha: string;
  /** By path; a Buffer is a file, the others are what the contents API says of them. */
  files: Record<string, Buffer | string | 'symlink' | 'submodule'>;
}

export interface FakeRepository {
  id: number;
  owner: string;
  name: string;
  defaultBranch: string;
  branches: Record<string, FakeBranch>;
  /** Tokens that may read its contents. */
  readers: Set<string>;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface GitHubApi {
  readonly baseUrl: string;
  readonly repository: FakeRepository;
  /** `GET /repositories/812364`, in order. */
  readonly requests: string[];
  readonly authorizations: string[];
  /** Answers used up first, one for each request, by the beginning of `METHOD path`. */
  readonly instead: { readonly of: string; readonly answers: FakeAnswer[] }[];
  stop(): Promise<void>;
}

export const READER = 'ghs_reader';
export const HEAD_SHA = '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39';

/** One protected repository, 812364 `acme/shop`, with a policy on `main`. */
export async function startGitHubApi(policy: string): Promise<GitHubApi> {
  const repository: FakeRepository = {
    id: 812364, owner: 'acme', name: 'shop', defaultBranch: 'main', readers: new Set([READER]),
    branches: { main: { protected: true, sha: HEAD_SHA, files: { '.ostiary/policy.yml': policy } } },
  };
  const requests: string[] = [];
  const authorizations: string[] = [];
  const instead: { of: string; answers: FakeAnswer[] }[] = [];
  const server = createServer((request, response) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    requests.push(line);
    authorizations.push(request.headers.authorization ?? '');
    const script = instead.find((entry) => line.startsWith(entry.of) && entry.answers.length > 0)?.answers.shift();
    const answer = script ?? (repository.readers.has(tokenOf(request)) ? answerTo(request, repository) : refusalFor(request));
    send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  const stop = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { baseUrl, repository, requests, authorizations, instead, stop };
}

function tokenOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^(?:token|bearer) /iu, '');
}

// A wrong token is 401; a good one without access sees nothing at all.
function refusalFor(request: IncomingMessage): FakeAnswer {
  return tokenOf(request).startsWith('ghs_') ? notFound() : { status: 401, body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' } };
}

function answerTo(request: IncomingMessage, repository: FakeRepository): FakeAnswer {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(url.pathname.replace(/^\/api\/v3/u, ''));
  const base = `/repos/${repository.owner}/${repository.name}`;
  if (path === `/repositories/${repository.id}` || path === base) {
    return { status: 200, body: { id: repository.id, name: repository.name, full_name: `${repository.owner}/${repository.name}`, owner: { login: repository.owner, id: 99 }, default_branch: repository.defaultBranch, private: true } };
  }
  if (path.startsWith(`${base}/branches/`)) {
    const name = path.slice(`${base}/branches/`.length);
    const branch = repository.branches[name];
    return branch === undefined ? { status: 404, body: { message: 'Branch not found' } } : { status: 200, body: { name, commit: { sha: branch.sha, url: '' }, protected: branch.protected, protection: { enabled: branch.protected } } };
  }
  if (path.startsWith(`${base}/git/trees/`)) {
    const branch = Object.values(repository.branches).find(({ sha }) => path === `${base}/git/trees/${sha}`);
    return branch === undefined ? notFound() : { status: 200, body: { sha: branch.sha, truncated: false, tree: Object.keys(branch.files).map((name) => ({ path: name, mode: '100644', type: 'blob', size: 1 })) } };
  }
  if (path.startsWith(`${base}/contents/`)) return contents(path.slice(`${base}/contents/`.length), url.searchParams.get('ref') ?? repository.defaultBranch, repository);
  return notFound();
}

function contents(path: string, ref: string, repository: FakeRepository): FakeAnswer {
  const branch = Object.entries(repository.branches).find(([name, candidate]) => name === ref || candidate.sha === ref)?.[1];
  const file = branch?.files[path];
  if (branch === undefined || file === undefined) {
    const inside = Object.keys(branch?.files ?? {}).filter((name) => name.startsWith(`${path}/`));
    return inside.length === 0 ? notFound() : { status: 200, body: inside.map((name) => ({ type: 'file', name, path: name, size: 1 })) };
  }
  if (file === 'symlink' || file === 'submodule') return { status: 200, body: { type: file, name: path, path, size: 10, target: '/etc/passwd' } };
  const bytes = Buffer.from(file);
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  // Beyond a megabyte the API leaves the content out.
  const body = bytes.length > 1024 * 1024 ? { content: '', encoding: 'none' } : { content: (bytes.toString('base64').match(/.{1,60}/gu) ?? []).join('\n'), encoding: 'base64' };
  return { status: 200, body: { type: 'file', name: path.split('/').at(-1), path, sha, size: bytes.length, ...body } };
}

function notFound(): FakeAnswer {
  return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' } };
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', 'x-github-media-type': 'github.v3; format=json', ...answer.headers }).end(JSON.stringify(answer.body ?? {}));
}
