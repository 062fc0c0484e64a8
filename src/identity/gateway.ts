// SPDX-License-Identifier: Apache-2.0
//
// The job's side of the gateway's sessions: a token in, a session credential out; renewed and ended with the key that opened it. Refuses
// to believe more of an answer than its shape, and never repeats a token or credential, also not one that the gateway put into a message.
// @see docs/identity.md
import { newProofKey, type ProofKey } from '../core/dpop.js';
import { GateError, type ErrorCode } from '../core/errors.js';
import { sendDocument, trustworthyUrl, type SentDocument } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';
import { oneLine } from './refusal-messages.js';

/** Source: a session of a hundred resources has 20 KiB. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:';
/** Reasons that a gateway may give for its own; whatever else it says is its failure. */
const CODES: readonly ErrorCode[] = ['INPUT_INVALID', 'POLICY_INVALID', 'IDENTITY_UNTRUSTED', 'DENIED', 'APPROVAL_PENDING', 'RECORD_FAILED', 'SECRET_UNAVAILABLE', 'FORGE_FAILED', 'STORE_FAILED', 'UPSTREAM_FAILED', 'LIMIT_EXCEEDED', 'INTERNAL'];

/** What a token to be exchanged is. @see https://www.rfc-editor.org/rfc/rfc8693#section-3 */
export type SubjectTokenType = 'jwt' | 'id_token' | 'saml2';

/** A gateway as one job sees it: its address, and the key that the job's session hangs on. */
export interface Gateway {
  /** `https://gateway.internal`, without a slash at the end. */
  readonly url: string;
  readonly key: ProofKey;
}

/** A resource that a session may connect to. */
export interface SessionResource {
  readonly name: string;
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly database: string | null;
  readonly tls: boolean;
}

/** An open session. Times: milliseconds since the epoch. */
export interface GatewaySession {
  readonly id: string;
  /** `ost1_<id>_<secret>`: password, OAUTHBEARER token and bearer token in one. */
  readonly credential: string;
  /** When the lease ends unless it is renewed. */
  readonly expiresAt: number;
  /** When no renewal helps any more. */
  readonly limitAt: number;
  /** Who the gateway takes the job for: `issuer`, `subject`, `names`, and `prompter` when it knows. */
  readonly principal: Readonly<Record<string, unknown>>;
  readonly resources: readonly SessionResource[];
  /** Markdown for whoever works in the session: what it has and may do. */
  readonly guide: string;
  /** Until when the gateway's policy only observes; null: it is enforced. */
  readonly observeUntil: string | null;
  /** Where people were told of the break-glass, and until when it holds; null: none was asked for. */
  readonly breakGlass: { readonly url: string; readonly until: string } | null;
}

/** How a session went. `ended`: `job` when its job ended it; else what had ended it before. */
export interface SessionEnded {
  readonly ended: string;
  readonly operations: { readonly allow: number; readonly review: number; readonly deny: number };
}

/** A gateway under its address, with a fresh key. Throws INPUT_INVALID when the address is not to be trusted. */
export function gatewayAt(address: string, runtime: Runtime): Gateway {
  const url = trustworthyUrl(address);
  if (url.search !== '' || url.hash !== '') throw new GateError('INPUT_INVALID', `the gateway's address \`${oneLine(address)}\` has a query or fragment`, { hint: 'write it as `https://HOST`, or `https://HOST/PATH`' });
  return { url: url.href.replace(/\/+$/u, ''), key: newProofKey(runtime) };
}

/** Opens a session. `breakGlass`: why operations that need a review can't wait for it. Throws with the gateway's own code, message and hint; UPSTREAM_FAILED when it can't be asked. */
export async function openSession(gateway: Gateway, subject: { readonly token: string; readonly type: SubjectTokenType; readonly resources: readonly string[]; readonly breakGlass?: string | null }, runtime: Runtime): Promise<GatewaySession> {
  const { token, type, resources, breakGlass = null } = subject;
  const body = JSON.stringify({ subject_token: token, subject_token_type: `${TOKEN_TYPE}${type}`, resources, ...(breakGlass === null ? {} : { break_glass: breakGlass }) });
  const answer = await call(gateway, { method: 'POST', path: '/v1/sessions', proves: token, body }, runtime);
  const session = sessionIn(answer);
  if (breakGlass !== null && session.breakGlass === null) throw strange('a session under break-glass');
  return session;
}

/** Renews the lease; the new `expiresAt`. Throws IDENTITY_UNTRUSTED when the session has ended. */
export async function renewSession(gateway: Gateway, session: GatewaySession, runtime: Runtime): Promise<number> {
  const answer = await call(gateway, { method: 'POST', path: `/v1/sessions/${encodeURIComponent(session.id)}/renew`, proves: session.credential, bearer: session.credential }, runtime);
  return timeIn(answer, 'expires_at');
}

/** Ends the session, so that its credential is worth nothing any more, and says how it went. One that is over already is no failure; null: nobody knows it any more. */
export async function endSession(gateway: Gateway, session: GatewaySession, runtime: Runtime): Promise<SessionEnded | null> {
  const answer = await call(gateway, { method: 'DELETE', path: `/v1/sessions/${encodeURIComponent(session.id)}`, proves: session.credential, bearer: session.credential, missingIsFine: true }, runtime);
  const { ended, operations } = answer;
  if (typeof ended !== 'string' || typeof operations !== 'object' || operations === null) return null;
  const count = (name: string): number => {
    const value = (operations as Readonly<Record<string, unknown>>)[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw strange('the counts of a session');
    return value;
  };
  return { ended: oneLine(ended), operations: { allow: count('allow'), review: count('review'), deny: count('deny') } };
}

interface Call {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  /** The token that the proof is bound to. */
  readonly proves: string;
  readonly bearer?: string;
  readonly body?: string;
  readonly missingIsFine?: boolean;
}

async function call({ url, key }: Gateway, { method, path, proves, bearer, body, missingIsFine = false }: Call, runtime: Runtime): Promise<Readonly<Record<string, unknown>>> {
  const address = `${url}${path}`;
  const headers = (): Record<string, string> => ({
    accept: 'application/json', DPoP: key.prove({ method, url: address, token: proves }),
    ...(bearer === undefined ? {} : { authorization: `DPoP ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  const request: SentDocument = { url: address, method, headers, maxBytes: MAX_ANSWER_BYTES, ...(body === undefined ? {} : { body }) };
  const response = await sendDocument(request, runtime);
  const document = await response.json().catch(() => null) as unknown;
  const answer = typeof document === 'object' && document !== null && !Array.isArray(document) ? (document as Readonly<Record<string, unknown>>) : {};
  if (response.ok || (missingIsFine && (response.status === 404 || response.status === 410))) return answer;
  throw refusal(answer, response.status, { url, secrets: [proves, ...(bearer === undefined ? [] : [bearer])] });
}

function refusal(answer: Readonly<Record<string, unknown>>, status: number, from: { readonly url: string; readonly secrets: readonly string[] }): GateError {
  const text = (name: string): string | null => {
    const value = answer[name];
    return typeof value === 'string' && value !== '' ? oneLine(from.secrets.reduce((said, secret) => said.replaceAll(secret, '(hidden)'), value)) : null;
  };
  const code = CODES.find((known) => known === answer['code']) ?? (status === 401 ? 'IDENTITY_UNTRUSTED' : status === 403 ? 'DENIED' : 'UPSTREAM_FAILED');
  const message = text('message');
  if (message === null) return new GateError(code, `the gateway \`${from.url}\` answers with status ${status}`, { hint: 'is this the address of an ostiary gateway? its log says more' });
  const hint = text('hint');
  return new GateError(code, `the gateway refuses: ${message}`, hint === null ? {} : { hint });
}

function sessionIn(answer: Readonly<Record<string, unknown>>): GatewaySession {
  const { id, credential, principal, resources, guide, observe_until: observeUntil, break_glass: broken } = answer;
  if (typeof id !== 'string' || typeof credential !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/u.test(id) || !credential.startsWith(`ost1_${id}_`) || !Array.isArray(resources)) throw strange('a session');
  return {
    id, credential, expiresAt: timeIn(answer, 'expires_at'), limitAt: timeIn(answer, 'limit_at'),
    principal: typeof principal === 'object' && principal !== null ? (principal as Readonly<Record<string, unknown>>) : {}, resources: resources.map(resourceIn),
    guide: typeof guide === 'string' ? guide : '', observeUntil: typeof observeUntil === 'string' ? oneLine(observeUntil) : null,
    breakGlass: brokenIn(broken),
  };
}

function brokenIn(value: unknown): GatewaySession['breakGlass'] {
  const { url, until } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof url === 'string' && typeof until === 'string' ? { url: oneLine(url), until: oneLine(until) } : null;
}

function resourceIn(value: unknown): SessionResource {
  const { name, type, host, port, database, tls } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof type !== 'string' || typeof host !== 'string' || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) throw strange('the resources of a session');
  return { name, type, host, port, database: typeof database === 'string' ? database : null, tls: tls !== false };
}

/** RFC 3339 in UTC, `2026-11-26T10:00:00Z`. */
function timeIn(answer: Readonly<Record<string, unknown>>, name: string): number {
  const value = answer[name];
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (!Number.isFinite(time)) throw strange(`\`${name}\``);
  return time;
}

function strange(what: string): GateError {
  return new GateError('UPSTREAM_FAILED', `the gateway's answer is not ${what} as this version knows it`, { hint: 'use the same version of ostiary here and at the gateway' });
}
