// SPDX-License-Identifier: Apache-2.0
//
// Asks GitLab's API with a token of the enforcer: pages, ETags, and failures that name the permission or setting. Refuses redirects, answers
// of any size, lists without an end. Why not a client from elsewhere: docs/adr/0002-dependencies.md.
// @see https://docs.gitlab.com/api/rest/
import type { GateError } from '../core/errors.js';
import { exchange, getDocument, sendDocument, trustworthyUrl } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';
import { garbled } from './answer.js';
import { forgeFailed } from './policy-file.js';

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const PAGE = 100;
const MAX_PAGES = 20;
const MAX_KEPT = 500;

/** `url`: `https://gitlab.com`, or an instance of your own. `token`: of a project, a group or a person; never a job token. A function is asked before each request. */
export interface GitLabClientOptions {
  readonly url: string;
  readonly token: string | (() => Promise<string>);
  readonly runtime: Runtime;
}

/** What is asked for, and which scope and role it takes. */
export interface GitLabWanted {
  readonly what: string;
  readonly permission: string;
}

export interface GitLabAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly date: string | null;
  readonly nextPage: string;
}

type Query = Readonly<Record<string, string | number>>;

/** A thin way to the API: paths below `/api/v4`, answers as they are. */
export class GitLabClient {
  readonly #options: GitLabClientOptions;
  readonly #kept = new Map<string, { readonly etag: string; readonly answer: GitLabAnswer }>();

  constructor(options: GitLabClientOptions) {
    trustworthyUrl(options.url);
    if (options.token === '') throw forgeFailed('there is no token to read approvals with', 'give the enforcer a project or group token with `read_api` (job tokens may not read approvals)');
    this.#options = options;
  }

  /** One answer; null when `absent` says that a 404 means so. */
  async get(wanted: GitLabWanted, path: string, query: Query = {}): Promise<GitLabAnswer> {
    const answer = await this.find(wanted, path, query);
    if (answer === null) throw failure(wanted, 404, null);
    return answer;
  }

  /** A look at what the token may not be allowed to see: 403 and 404 are answers. `path` with its query. */
  async ask(wanted: GitLabWanted, path: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const headers = await this.#headers();
    const response = await reached(wanted, () => getDocument({ url: this.#url(path, {}), headers, maxBytes: MAX_ANSWER_BYTES }, this.#options.runtime));
    const { status, data } = await answerOf(wanted, response);
    if (status !== 200 && status !== 403 && status !== 404) throw failure(wanted, status, data);
    return { status, body: data };
  }

  /** The same; null when it is not there. */
  async find(wanted: GitLabWanted, path: string, query: Query = {}): Promise<GitLabAnswer | null> {
    const url = this.#url(path, query);
    const last = this.#kept.get(url);
    // A full page that was the last one stays as it is when another is begun behind it.
    const before = last !== undefined && Array.isArray(last.answer.data) && last.answer.data.length >= PAGE && last.answer.nextPage === '' ? undefined : last;
    const headers = { ...await this.#headers(), ...(before === undefined ? {} : { 'if-none-match': before.etag }) };
    const response = await reached(wanted, () => getDocument({ url, headers, maxBytes: MAX_ANSWER_BYTES }, this.#options.runtime));
    if (response.status === 304 && before !== undefined) return { ...before.answer, date: response.headers.get('date') };
    if (response.status === 404) return null;
    const answer = await answerOf(wanted, response);
    if (answer.status !== 200) throw failure(wanted, answer.status, answer.data);
    const etag = response.headers.get('etag');
    if (etag !== null) this.#kept.set(url, { etag, answer });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return answer;
  }

  /** All pages of a list. Throws when there are more than anybody could have meant. */
  async all(wanted: GitLabWanted, path: string, query: Query = {}): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    for (let page = '1', turn = 0; page !== ''; turn += 1) {
      if (turn === MAX_PAGES) throw forgeFailed(`${wanted.what}: there are more than ${MAX_PAGES * PAGE}`, 'approve smaller changes, or in a merge request of their own');
      const answer = await this.get(wanted, path, { ...query, per_page: PAGE, page });
      if (!Array.isArray(answer.data)) throw garbled(wanted.what, 'it is no list');
      items.push(...(answer.data as readonly unknown[]));
      if (answer.nextPage !== '' && !(Number(answer.nextPage) > Number(page))) throw garbled(wanted.what, 'its pages do not go on');
      page = answer.nextPage;
    }
    return items;
  }

  /** Changes something; every status comes back, for the caller to understand. `once`: what must not happen twice. */
  async send(wanted: GitLabWanted, method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | null, once = false): Promise<GitLabAnswer> {
    const request = { url: this.#url(path, {}), method, headers: { ...await this.#headers(), 'content-type': 'application/json' }, maxBytes: MAX_ANSWER_BYTES, ...(body === null ? {} : { body: JSON.stringify(body) }) };
    return answerOf(wanted, await reached(wanted, () => (once ? exchange : sendDocument)(request, this.#options.runtime)));
  }

  /** The same; throws unless it was done. */
  async done(wanted: GitLabWanted, method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | null, once = false): Promise<GitLabAnswer> {
    const answer = await this.send(wanted, method, path, body, once);
    if (answer.status >= 300) throw failure(wanted, answer.status, answer.data);
    return answer;
  }

  async #headers(): Promise<Record<string, string>> {
    const { token } = this.#options;
    return { 'private-token': typeof token === 'string' ? token : await token(), accept: 'application/json', 'user-agent': 'ostiary' };
  }

  #url(path: string, query: Query): string {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString();
    return `${this.#options.url.replace(/\/$/u, '')}/api/v4${path}${search === '' ? '' : `?${search}`}`;
  }
}

async function reached(wanted: GitLabWanted, request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (thrown) {
    const { message, hint } = thrown as Partial<GateError>;
    throw forgeFailed(`${wanted.what}: ${message ?? 'no answer'}`, hint ?? 'run again', thrown);
  }
}

async function answerOf(wanted: GitLabWanted, response: Response): Promise<GitLabAnswer> {
  const text = await response.text();
  let data: unknown = null;
  try {
    data = text === '' ? null : JSON.parse(text);
  } catch {
    if (response.ok) throw garbled(wanted.what, 'it is no JSON');
  }
  return { status: response.status, data, date: response.headers.get('date'), nextPage: response.headers.get('x-next-page') ?? '' };
}

/** What GitLab says went wrong, on one line. */
export function saidBy(data: unknown): string {
  const { message, error } = (typeof data === 'object' && data !== null ? data : {}) as { message?: unknown; error?: unknown };
  const said = message ?? error ?? '';
  return (typeof said === 'string' ? said : JSON.stringify(said)).replace(/\s+/gu, ' ').slice(0, 300);
}

/** Why it failed, and which permission it takes. */
export function failure({ what, permission }: GitLabWanted, status: number, data: unknown): GateError {
  const said = saidBy(data);
  const needs = `the token needs ${permission}`;
  if (status === 401) return forgeFailed(`${what}: GitLab does not accept the token (401)`, `it is wrong, has expired, or is a job token; ${needs}`);
  if (status === 403) return forgeFailed(`${what}: the token may not (403: ${said})`, needs);
  if (status === 404) return forgeFailed(`${what}: it is not there, or the token can not see it (404)`, needs);
  if (status === 429) return forgeFailed(`${what}: GitLab limits this token (429)`, 'run again later');
  return forgeFailed(`${what}: GitLab answers with status ${status}${said === '' ? '' : `: ${said}`}`, 'GitLab may be disturbed; run again');
}
