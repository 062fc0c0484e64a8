// SPDX-License-Identifier: Apache-2.0
//
// The gateway's API: open, renew and end sessions. Every request proves the key that it comes from (DPoP), for this very method, address
// and token, once. Refuses members that it does not know, queries, bodies of another type, and everything when too much is going on.
// @see https://www.rfc-editor.org/rfc/rfc9449 @see https://www.rfc-editor.org/rfc/rfc8693 @see docs/gateway.md
import { verifyProof, type Proof } from '../core/dpop.js';
import { GateError } from '../core/errors.js';
import { isReason } from '../core/break-glass-reason.js';
import type { Runtime } from '../core/runtime.js';
import { readObject } from '../core/strict-json.js';
import { NoSuchThing } from './answers.js';
import type { Handler, HttpAnswer, HttpRequest } from './http.js';
import { MAX_OPENING, MAX_RESOURCES } from './limits.js';
import { SUBJECT_TOKEN_TYPES, type OpenedSession, type Sessions, type SubjectTokenType } from './sessions.js';
import type { UsedProofs } from './used-proofs.js';

export interface ApiOptions {
  /** The address of the API as jobs call it, without a slash at its end: proofs are compared with it. */
  readonly url: string;
  readonly sessions: Sessions;
  readonly proofs: Pick<UsedProofs, 'claim' | 'claimHere'>;
  readonly runtime: Runtime;
}

const SESSION = /^\/v1\/sessions\/([A-Za-z0-9_-]{1,64})(\/renew)?$/u; // match: "/v1/sessions/ost_1f/renew"; miss: "/v1/sessions/a/b"
const MEMBERS = ['subject_token', 'subject_token_type', 'resources', 'break_glass'];

/** Answers requests to `/v1/…`; throws GateError. */
export function apiHandler(options: ApiOptions): Handler {
  const api = new Api(options);
  return (request) => api.answer(request);
}

class Api {
  readonly #options: ApiOptions;
  readonly #base: string;
  #opening = 0;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#base = new URL(options.url).pathname.replace(/\/+$/u, '');
  }

  async answer(request: HttpRequest): Promise<HttpAnswer> {
    const path = request.path.startsWith(`${this.#base}/`) ? request.path.slice(this.#base.length) : '';
    if (path === '/v1/sessions') return allow(request, 'POST', () => this.#open(request));
    const [, id, renew] = SESSION.exec(path) ?? [];
    if (id === undefined) throw new NoSuchThing(404, 'there is nothing at this address');
    return renew === undefined ? allow(request, 'DELETE', () => this.#end(request, id)) : allow(request, 'POST', () => this.#renew(request, id));
  }

  async #open(request: HttpRequest): Promise<HttpAnswer> {
    const { sessions } = this.#options;
    const asked = readOpen(request, await request.body());
    const proof = this.#proof(request, '/v1/sessions', asked.token);
    const subject = await sessions.verify(asked.token, asked.type);
    // INVARIANT: a proof, and one of the places, is taken only by whoever has shown a good token: strangers can fill neither.
    if (this.#opening >= MAX_OPENING) throw new GateError('LIMIT_EXCEEDED', 'too many sessions are being opened at this moment', { hint: 'try again in a few seconds' });
    this.#opening += 1;
    try {
      await this.#options.proofs.claim(proof);
      return { status: 201, json: told(await sessions.open(subject, { thumbprint: proof.thumbprint, resources: asked.resources, breakGlass: asked.breakGlass })) };
    } finally {
      this.#opening -= 1;
    }
  }

  async #renew(request: HttpRequest, id: string): Promise<HttpAnswer> {
    const { session, proof } = await this.#session(request, id, `/v1/sessions/${id}/renew`);
    await this.#options.proofs.claim(proof);
    const { expiresAt, limitAt } = await this.#options.sessions.renew(session);
    return { status: 200, json: { id, expires_at: time(expiresAt), limit_at: time(limitAt) } };
  }

  async #end(request: HttpRequest, id: string): Promise<HttpAnswer> {
    const { session, proof } = await this.#session(request, id, `/v1/sessions/${id}`);
    // What has ended stays so: there is nothing to gain from ending it again, and it ends when the store is full, too.
    this.#options.proofs.claimHere(proof);
    const { why, operations } = await this.#options.sessions.end(session);
    return { status: 200, json: { id, ended: why, operations } };
  }

  async #session(request: HttpRequest, id: string, path: string): Promise<{ readonly session: unknown; readonly proof: Proof }> {
    if ((await request.body()).length > 0) throw new GateError('INPUT_INVALID', 'this request has no body', { hint: 'send none' });
    // Match: "DPoP ost1_ost_1f_x"; misses "Bearer x": a credential without its key is nothing here.
    const credential = /^DPoP ([A-Za-z0-9_-]{1,200})$/iu.exec(request.header('authorization') ?? '')?.[1];
    if (credential === undefined) throw new GateError('IDENTITY_UNTRUSTED', 'the request shows no session credential', { hint: 'send `Authorization: DPoP CREDENTIAL`, and a proof of the key that opened the session' });
    const proof = this.#proof(request, path, credential);
    const session = await this.#options.sessions.find(id, { credential, thumbprint: proof.thumbprint });
    if (session === null) throw new NoSuchThing(404, 'there is no such session');
    return { session, proof };
  }

  #proof(request: HttpRequest, path: string, token: string): Proof {
    return verifyProof(request.header('dpop'), { method: request.method, url: `${this.#options.url}${path}`, token }, this.#options.runtime);
  }
}

function allow(request: HttpRequest, method: string, answer: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  if (request.method !== method) throw new NoSuchThing(405, `only ${method} is answered here`);
  if (request.query) throw new GateError('INPUT_INVALID', 'this address takes no query', { hint: 'put nothing behind it' });
  return answer();
}

function readOpen(request: HttpRequest, body: Buffer): { readonly token: string; readonly type: SubjectTokenType; readonly resources: readonly string[]; readonly breakGlass: string | null } {
  // Match: "application/json", "application/json; charset=utf-8"; miss: "text/plain".
  if (!/^application\/json *(?:; *charset=utf-8)?$/iu.test(request.header('content-type') ?? '')) throw invalid('is not `application/json`');
  const document = readObject(body);
  if (document === null) throw invalid('is not one JSON object in UTF-8 that names each member once');
  const strange = Object.keys(document).find((name) => !MEMBERS.includes(name));
  if (strange !== undefined) throw invalid(`has a member that is not known; known are ${MEMBERS.map((name) => `\`${name}\``).join(', ')}`);
  const { subject_token: token, subject_token_type: type, resources = [], break_glass: breakGlass = null } = document;
  if (typeof token !== 'string' || token === '') throw invalid('has no `subject_token`');
  const known = SUBJECT_TOKEN_TYPES.find((candidate) => candidate === type);
  if (known === undefined) throw invalid(`has a \`subject_token_type\` that is not taken; taken are ${SUBJECT_TOKEN_TYPES.map((name) => `\`${name}\``).join(', ')}`);
  if (!Array.isArray(resources) || resources.length > MAX_RESOURCES || !resources.every((name) => typeof name === 'string')) throw invalid('has `resources` that are no list of names');
  if (breakGlass !== null && !(typeof breakGlass === 'string' && isReason(breakGlass))) throw invalid('has a `break_glass` that is no reason in a sentence');
  return { token, type: known, resources: resources as readonly string[], breakGlass };
}

function invalid(what: string): GateError {
  return new GateError('INPUT_INVALID', `the body of the request ${what}`, { hint: 'send `{"subject_token", "subject_token_type", "resources"}`, and `break_glass` with a reason where it can not wait for a review' });
}

function told(session: OpenedSession): object {
  const { id, credential, expiresAt, limitAt, principal, resources, guide, observeUntil, breakGlass } = session;
  return { id, credential, expires_at: time(expiresAt), limit_at: time(limitAt), principal, resources, guide, observe_until: observeUntil, break_glass: breakGlass };
}

function time(at: number): string {
  return new Date(at).toISOString();
}
