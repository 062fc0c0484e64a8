// SPDX-License-Identifier: Apache-2.0
//
// GitHub's own client with its throttling and retries, over our one way of asking (limits, no redirects). Asks again with ETags, so that
// polling costs nothing. Refuses to wait long when it is limited, and to say of a failure less than which permission or setting it takes.
// @see https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
import type { Octokit } from '@octokit/rest';
import { GateError, messageOf } from '../core/errors.js';
import { exchange, trustworthyUrl } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';
import { forgeFailed } from './policy-file.js';

/** A page of a hundred pull requests with long texts. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Answers kept for conditional requests. */
const MAX_KEPT = 500;
/** What GitHub puts on a page when it is not asked. */
const DEFAULT_PAGE = 30;
/** Longest wait for a rate limit; whoever waits longer should be told. */
const MAX_WAIT_SECONDS = 60;
const MAX_RETRIES = 3;
/** Statuses after which the same request can not succeed: the plugin's own, and what conditions and limits answer. */
const FINAL = [304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** `pace`: how long to wait where GitHub wants patience, in ms a second; tests hurry. */
export interface GitHubClientOptions {
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly baseUrl: string;
  /** The enforcer's own; a function is asked before each request, since a leased one may be another by then. */
  readonly token: string | (() => Promise<string>);
  readonly runtime: Runtime;
  readonly millisecondsPerSecond?: number;
  readonly signal?: AbortSignal;
}

/** The client, made when it is first used: most commands never talk to a forge. */
export async function githubClient(options: GitHubClientOptions): Promise<Octokit> {
  const { baseUrl, token, runtime, signal } = options;
  trustworthyUrl(baseUrl);
  const [{ Octokit }, { throttling }, { retry }] = await Promise.all([import('@octokit/rest'), import('@octokit/plugin-throttling'), import('@octokit/plugin-retry')]);
  const Client = Octokit.plugin(throttling, retry);
  const silent = (): void => undefined;
  const patient = (retryAfter: number, _options: unknown, _octokit: unknown, retries: number): boolean => retryAfter <= MAX_WAIT_SECONDS && retries < MAX_RETRIES;
  const second = options.millisecondsPerSecond ?? 1000;
  const client = new Client({
    ...(typeof token === 'string' ? { auth: token } : {}), baseUrl, userAgent: 'ostiary', log: { debug: silent, info: silent, warn: silent, error: silent },
    throttle: { onRateLimit: patient, onSecondaryRateLimit: patient, fallbackSecondaryRateRetryAfter: 5, retryAfterBaseValue: second, id: baseUrl, ...(second === 1000 ? {} : hurried()) },
    retry: { doNotRetry: FINAL, retries: MAX_RETRIES, retryAfterBaseValue: second },
    request: {
      fetch: (url: string, init: { method?: string; headers: Record<string, string>; body?: string }) => exchange({
        url, method: init.method ?? 'GET', headers: init.headers, maxBytes: MAX_ANSWER_BYTES, ...(init.body === undefined ? {} : { body: init.body }), ...(signal === undefined ? {} : { signal }),
      }, runtime),
    },
  });
  if (typeof token !== 'string') {
    client.hook.before('request', async (request) => {
      request.headers.authorization = `token ${await token()}`;
    });
  }
  rememberAnswers(client);
  return client;
}

// GitHub wants a second between writes, and three between those that notify people; the plugin keeps to it. Not in a hurry.
function hurried(): object {
  const now = { key: () => ({ schedule: (_options: unknown, run: (...parts: unknown[]) => unknown, ...parts: unknown[]) => run(...parts) }) };
  return { write: now, notifications: now, global: now, search: now, auth: now };
}

type Answered = Awaited<ReturnType<Octokit['request']>>;

// A GET that was answered before is asked with its ETag; "not modified" gives the answer that is here. The address holds the question.
function rememberAnswers(client: Octokit): void {
  const kept = new Map<string, { readonly etag: string; readonly answer: Answered }>();
  client.hook.wrap('request', async (request, options) => {
    if (options.method !== 'GET') return request(options);
    const { url } = client.request.endpoint(options);
    const last = kept.get(url);
    const before = last !== undefined && isFullLast(url, last.answer) ? undefined : last;
    if (before !== undefined) options.headers['if-none-match'] = before.etag;
    try {
      const answer = await request(options) as Answered;
      const { etag } = answer.headers;
      if (typeof etag === 'string') kept.set(url, { etag, answer });
      const [oldest] = kept.keys();
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
      return answer;
    } catch (thrown) {
      if (before === undefined || statusOf(thrown) !== 304) throw thrown;
      const { date } = (thrown as { response?: { headers?: { date?: string } } }).response?.headers ?? {};
      if (date === undefined || date === '') {
        // The answer may be as old as it was, the clock may not.
        delete options.headers['if-none-match'];
        return request(options);
      }
      return { ...before.answer, headers: { ...before.answer.headers, date } };
    }
  });
}

// A full page that was the last one stays as it is when another is begun behind it.
function isFullLast(url: string, { data, headers }: Answered): boolean {
  if (!Array.isArray(data) || (headers.link ?? '').includes('rel="next"')) return false;
  return data.length >= Number(new URL(url).searchParams.get('per_page') ?? DEFAULT_PAGE);
}

/** Status of a failed request; undefined when there was no answer. */
export function statusOf(thrown: unknown): number | undefined {
  return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : undefined;
}

/** What is asked for, and what it takes: a permission of the token (`pull-requests: read`), a setting. */
export interface Wanted {
  readonly what: string;
  readonly permission: string;
  /** What a 404 means, when it is not only what is not there. */
  readonly absent?: string;
}

/** One request; throws FORGE_FAILED saying which permission or setting is missing. */
export async function asked<T>(wanted: Wanted, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (thrown) {
    throw failureOf(wanted, thrown);
  }
}

/** Why it failed, in our words. */
export function failureOf({ what, permission, absent }: Wanted, thrown: unknown): GateError {
  const cause = thrown instanceof GateError ? thrown : thrown instanceof Error && thrown.cause instanceof GateError ? thrown.cause : null;
  if (cause !== null) return forgeFailed(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
  const needs = `the token needs \`${permission}\``;
  const status = statusOf(thrown);
  const said = messageOf(thrown).slice(0, 300);
  if (/not permitted to create or approve pull requests/iu.test(said)) {
    return forgeFailed(`${what}: GitHub Actions may not open pull requests here (403)`, 'use the token of an App for this, or allow it: Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests" (then any workflow may)', thrown);
  }
  if (status === 401) return forgeFailed(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired; ${needs}`, thrown);
  if (status === 403 && /rate limit|abuse/iu.test(said)) return forgeFailed(`${what}: GitHub limits this token (403: ${said})`, 'run again later; tokens of an App have limits of their own', thrown);
  if (status === 403) return forgeFailed(`${what}: the token may not (403: ${said})`, needs, thrown);
  if (status === 404) return forgeFailed(`${what}: ${absent ?? 'it is not there, or the token can not see it'} (404)`, needs, thrown);
  if (status === 429) return forgeFailed(`${what}: GitHub limits this token (429)`, 'run again later', thrown);
  return forgeFailed(`${what}: ${said}`, 'GitHub may be disturbed; run again', thrown);
}
