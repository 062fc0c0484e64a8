// SPDX-License-Identifier: Apache-2.0
//
// Asks an HTTPS service for a small document: limited in size and time, polite when told to wait. Refuses redirects (they would carry
// credentials elsewhere), plain HTTP away from loopback, addresses where machines keep their own secrets, and proxies: it goes where the
// URL says.
import { GateError, messageOf } from './errors.js';
import type { Runtime } from './runtime.js';

const ATTEMPTS = 4;
/** One attempt, from connecting to the last byte. */
const ATTEMPT_MS = 10_000;
/** All attempts and the waiting between them; a CI step that takes longer to start looks hung. */
const TOTAL_MS = 40_000;
/** Longest wait that we accept when a service asks for one. */
const MAX_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 250;
/** Responses with these statuses may not have a body. @see https://fetch.spec.whatwg.org/#null-body-status */
const NULL_BODY = new Set([101, 204, 205, 304]);

export interface DocumentRequest {
  readonly url: string;
  /** A function is asked before each attempt: a proof of possession is good once. */
  readonly headers: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Body size beyond which the answer is refused. */
  readonly maxBytes: number;
  /** PEM of the authorities to trust instead of Node's own list; for `https:` only. */
  readonly ca?: string;
}

/** What is sent may arrive more than once, since attempts are repeated: only for requests that bear it. */
export interface SentDocument extends DocumentRequest {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Its type is among the headers. */
  readonly body?: string | Uint8Array;
}

/**
 * The answer to a request, whatever its status, body in memory. Network errors, 5xx and rate limits are tried again, `Retry-After` obeyed.
 * Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED when it is too large.
 */
export function getDocument(request: DocumentRequest, runtime: Runtime): Promise<Response> {
  return askDocument({ method: 'GET', ...request }, runtime);
}

/** The same for requests that change something or carry a body. */
export function sendDocument(request: SentDocument, runtime: Runtime): Promise<Response> {
  return askDocument(request, runtime);
}

/** One request of any method. `signal` cancels it. */
export interface Exchange extends DocumentRequest {
  readonly method: string;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** One request and its answer, whatever its status; never repeated here. Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED. */
export async function exchange(request: Exchange, runtime: Runtime): Promise<Response> {
  const url = trustworthyUrl(request.url);
  try {
    return await once(url, request, runtime);
  } catch (thrown) {
    if (thrown instanceof GateError) throw thrown;
    throw unreachable(url, whyOf(thrown));
  }
}

// `fetch failed` is no reason; what caused it is.
function whyOf(thrown: unknown): string {
  return messageOf((thrown as { cause?: unknown } | null)?.cause ?? thrown);
}

function unreachable(url: URL, why: string): GateError {
  return new GateError('UPSTREAM_FAILED', `\`${url.origin}\` can not be reached: ${why}`, { hint: 'is it up, and may this machine connect to it? proxies are not used' });
}

async function askDocument(request: Exchange, runtime: Runtime): Promise<Response> {
  const url = trustworthyUrl(request.url);
  const end = runtime.monotonicMs() + TOTAL_MS;
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === ATTEMPTS;
    const answer = await once(url, request, runtime).catch((thrown: unknown) => {
      if (thrown instanceof GateError) throw thrown;
      return whyOf(thrown);
    });
    const wait = typeof answer === 'string' ? backOff(attempt, runtime) : await askedToWait(answer, attempt, runtime);
    if (wait === null && typeof answer !== 'string') return answer;
    if (last || wait === null || wait > MAX_WAIT_MS || runtime.monotonicMs() + wait > end) {
      if (typeof answer !== 'string') return answer;
      throw unreachable(url, answer);
    }
    await pause(wait, runtime);
  }
}

/** A URL that credentials may be sent to: https, or http on loopback; no user in it, no metadata service behind it. Throws INPUT_INVALID. */
export function trustworthyUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const secure = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
  if (!secure || url.username !== '' || url.password !== '') {
    throw new GateError('INPUT_INVALID', `\`${text.slice(0, 200)}\` is not an address to trust`, { hint: 'it has to begin with `https://` (`http://` is for loopback only), without a user' });
  }
  if (isMetadataHost(url.hostname)) {
    throw new GateError('INPUT_INVALID', `\`${url.host}\` is where a machine keeps secrets of its own`, { hint: 'nothing of ours has any business there: write the address of the service itself' });
  }
  return url;
}

/** Names and addresses of metadata services outside the link-local ranges: Google, AWS over IPv6, Azure's wire server, Alibaba, Oracle. */
const METADATA = new Set(['metadata', 'metadata.google.internal', 'instance-data', '[fd00:ec2::254]', '[fd20:ce::254]', '168.63.129.16', '100.100.100.200', '192.0.0.192']);

/** A link-local address (169.254.0.0/16, fe80::/10, mapped or not) or a known metadata service, as `URL.hostname` writes them. */
export function isMetadataHost(hostname: string): boolean {
  const bare = hostname.replace(/\.$/u, '');
  return METADATA.has(bare) || /^169\.254\.\d{1,3}\.\d{1,3}$/u.test(bare) || /^\[fe[89ab][0-9a-f]:/u.test(bare) || /^\[::ffff:a9fe:[0-9a-f]{1,4}\]$/u.test(bare);
}

/** `localhost`, 127.0.0.0/8 or ::1, as `URL.hostname` writes them. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname);
}

async function once(url: URL, request: Exchange, runtime: Runtime): Promise<Response> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort(new Error('cancelled'));
  request.signal?.addEventListener('abort', cancel);
  if (request.signal?.aborted === true) cancel();
  const timer = runtime.after(ATTEMPT_MS, () => stop.abort(new Error(`no answer within ${ATTEMPT_MS / 1000} s`)));
  try {
    const headers = { ...(typeof request.headers === 'function' ? request.headers() : request.headers) };
    const response = await send(url, { ...request, headers }, { runtime, signal: stop.signal });
    if (response.status >= 300 && response.status < 400 && response.status !== 304) {
      await response.body?.cancel();
      throw new GateError('UPSTREAM_FAILED', `\`${url.origin}${url.pathname}\` sends us elsewhere (status ${response.status}), and redirects are not followed`, { hint: 'use the address that it has now' });
    }
    const body = await limitedBody(response, url, request.maxBytes);
    return new Response(NULL_BODY.has(response.status) ? null : body, { status: response.status, headers: plainHeaders(response.headers) });
  } finally {
    timer.cancel();
    request.signal?.removeEventListener('abort', cancel);
  }
}

interface Sendable extends Exchange {
  readonly headers: Readonly<Record<string, string>>;
}

async function send(url: URL, { method, headers, body, ca }: Sendable, { runtime, signal }: { runtime: Runtime; signal: AbortSignal }): Promise<Response> {
  // Loaded with Node's own client, which most runs never need.
  if (ca !== undefined && url.protocol === 'https:') return (await import('./https.js')).fetchTrusting(url.href, { method, headers, body: body ?? null, ca, signal });
  const sent = typeof body === 'string' || body === undefined ? body : new Uint8Array(body);
  return runtime.fetch(url.href, { method, headers, ...(sent === undefined ? {} : { body: sent }), redirect: 'manual', signal });
}

async function limitedBody(response: Response, url: URL, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new GateError('LIMIT_EXCEEDED', `\`${url.origin}${url.pathname}\` answers with more than ${maxBytes} bytes`, { hint: 'that is not the document that was asked for' });
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

// The body is here decoded and whole; what described its transport is no longer true.
function plainHeaders(headers: Headers): Headers {
  const plain = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) plain.delete(name);
  return plain;
}

// Null: the answer is final. GitHub says its rate limits with 403 or 429 and one of three headers.
async function askedToWait(response: Response, attempt: number, runtime: Runtime): Promise<number | null> {
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  const exhausted = response.headers.get('x-ratelimit-remaining') === '0';
  const limited = response.status === 429 || (response.status === 403 && (Number.isFinite(retryAfter) || exhausted || /secondary rate limit/iu.test(await response.clone().text())));
  if (!limited && (response.status < 500 || response.status === 501)) return null;
  if (Number.isFinite(retryAfter)) return Math.max(0, retryAfter) * 1000;
  const reset = Number(response.headers.get('x-ratelimit-reset') ?? NaN);
  if (limited && exhausted && Number.isFinite(reset)) return Math.max(0, reset * 1000 - runtime.now()) + 1000;
  return backOff(attempt, runtime);
}

// 250 ms, 1 s, 4 s, each up to half as much again, so that many jobs do not come back at once.
function backOff(attempt: number, runtime: Runtime): number {
  return FIRST_WAIT_MS * 4 ** (attempt - 1) * (1 + runtime.random(1).readUInt8() / 512);
}

function pause(milliseconds: number, runtime: Runtime): Promise<void> {
  return new Promise((resolve) => {
    runtime.after(milliseconds, resolve);
  });
}
