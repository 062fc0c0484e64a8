// SPDX-License-Identifier: Apache-2.0
//
// Proof of possession (DPoP) for the gateway's API: the half that signs, for the job, and the half that verifies, for the gateway, so that
// the two can't differ. Refuses what it does not know: algorithms, private keys in a proof, members named twice, proofs of other requests.
// @see https://www.rfc-editor.org/rfc/rfc9449
import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { GateError } from './errors.js';
import type { Runtime } from './runtime.js';
import { readObject } from './strict-json.js';

/** Source: our own proofs have 450 characters; an ES256 one with long URLs twice as many. */
const MAX_PROOF_CHARS = 4096;
/** How far the clocks of a job and of the gateway may disagree. */
const WINDOW_SECONDS = 120;
/** How long a proof's id is remembered: as long as it could be shown, twice over. */
export const PROOF_KEPT_MS = 2 * WINDOW_SECONDS * 1000;
/** Proofs remembered within that time; a proof more is refused, never forgotten early. */
const MAX_REMEMBERED = 200_000;
const MAX_ID_CHARS = 128;

/** The request that a proof is for. `token`: the token or credential that is shown with it. */
export interface ProvenRequest {
  readonly method: string;
  /** Complete, as the client asked for it; its query and fragment do not count. */
  readonly url: string;
  readonly token: string;
}

/** A key of one job, never written anywhere. */
export interface ProofKey {
  /** RFC 7638 thumbprint of the public half, base64url of SHA-256. */
  readonly thumbprint: string;
  /** The value of the header `DPoP` for one request; each is good once. */
  prove(request: ProvenRequest): string;
}

/** A verified proof. It says who holds the key, not yet that it is used for the first time: that is `ProofMemory`. */
export interface Proof {
  readonly thumbprint: string;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
}

/** A fresh Ed25519 key. */
export function newProofKey(runtime: Runtime): ProofKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  const header = encoded({ typ: 'dpop+jwt', alg: 'EdDSA', jwk });
  return {
    thumbprint: thumbprintOf(jwk) as string,
    prove({ method, url, token }) {
      const claims = { jti: runtime.random(16).toString('base64url'), htm: method, htu: withoutQuery(url), iat: Math.floor(runtime.now() / 1000), ath: hashOf(token) };
      const input = `${header}.${encoded(claims)}`;
      return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
    },
  };
}

/**
 * Verifies the header `DPoP` of a request. Throws IDENTITY_UNTRUSTED. Not yet claimed: verify the token that it is for, then
 * `ProofMemory.claim` it, so that strangers can't fill the memory.
 */
export function verifyProof(proof: string | undefined, request: ProvenRequest, runtime: Runtime): Proof {
  if (proof === undefined || proof === '') throw refused('the request has no `DPoP` header', 'send a proof (RFC 9449) made with the key of this job');
  const [header = '', payload = '', signature = '', ...more] = proof.length > MAX_PROOF_CHARS ? [] : proof.split('.');
  const head = decoded(header);
  const claims = decoded(payload);
  if (head === null || claims === null || signature === '' || more.length > 0) throw refused('what the header `DPoP` holds is no proof', 'send one signed JWT of type `dpop+jwt`');
  const { thumbprint, verified } = checkSignature(head, `${header}.${payload}`, signature);
  if (!verified) throw refused('the proof is not signed by the key that it names', 'sign it with the private half of its `jwk`');
  checkRequest(claims, request);
  const { iat, jti } = claims;
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_ID_CHARS) throw refused('the proof has no id (`jti`)', `give each proof an id of its own, up to ${MAX_ID_CHARS} characters`);
  if (typeof iat !== 'number' || !(Math.abs(runtime.now() / 1000 - iat) <= WINDOW_SECONDS)) throw refused(`the proof was not made within the last ${WINDOW_SECONDS} s`, "make one for each request, and compare this machine's clock with the gateway's");
  return { thumbprint, id: jti, issuedAt: iat * 1000 };
}

/** Remembers which proofs were used. Bounded: when it is full, new ones are refused. */
export class ProofMemory {
  readonly #runtime: Runtime;
  readonly #max: number;
  /** When each may be forgotten, in the order of use; all are kept equally long, so the oldest come first. */
  readonly #used = new Map<string, number>();

  constructor(runtime: Runtime, max: number = MAX_REMEMBERED) {
    this.#runtime = runtime;
    this.#max = max;
  }

  /** Uses up a proof. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered. */
  claim(proof: Proof): void {
    const now = this.#runtime.monotonicMs();
    for (const [used, until] of this.#used) {
      if (until > now) break;
      this.#used.delete(used);
    }
    const name = `${proof.thumbprint} ${proof.id}`;
    if (this.#used.has(name)) throw usedBefore();
    if (this.#used.size >= this.#max) throw new GateError('LIMIT_EXCEEDED', 'too many requests within a short time', { hint: `try again in ${WINDOW_SECONDS} s` });
    this.#used.set(name, now + PROOF_KEPT_MS);
  }
}

/** IDENTITY_UNTRUSTED for a proof that comes a second time. */
export function usedBefore(): GateError {
  return refused('the proof was used before', 'make a new one for each request, also when it is tried again');
}

interface Checked {
  readonly thumbprint: string;
  readonly verified: boolean;
}

function checkSignature(head: Readonly<Record<string, unknown>>, input: string, signature: string): Checked {
  const strange = Object.keys(head).find((name) => !['typ', 'alg', 'jwk'].includes(name));
  if (head['typ'] !== 'dpop+jwt' || strange !== undefined) throw refused('what the header `DPoP` holds is not of type `dpop+jwt`', 'its header has `typ`, `alg` and `jwk`, and nothing else');
  const jwk = head['jwk'];
  const thumbprint = typeof jwk === 'object' && jwk !== null ? thumbprintOf(jwk as Record<string, unknown>) : null;
  const curve = thumbprint === null ? null : (jwk as { crv: string }).crv;
  const { alg } = head;
  if (thumbprint === null || !(curve === 'P-256' ? alg === 'ES256' : alg === 'EdDSA' || alg === 'Ed25519')) {
    throw refused('the proof is not made with a key that is taken here', 'sign with `EdDSA` (Ed25519) or `ES256` (P-256), and put only the public half into `jwk`');
  }
  const key = publicKey(jwk as JsonWebKey);
  const bytes = Buffer.from(signature, 'base64url');
  const verified = key !== null && (curve === 'P-256' ? verify('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, bytes) : verify(null, Buffer.from(input), key, bytes));
  return { thumbprint, verified };
}

function checkRequest(claims: Readonly<Record<string, unknown>>, { method, url, token }: ProvenRequest): void {
  if (claims['htm'] !== method) throw refused('the proof is for another method (`htm`)', `make one for \`${method}\``);
  if (claims['htu'] !== withoutQuery(url)) throw refused('the proof is for another address (`htu`)', `call the gateway \`${withoutQuery(url)}\`, as its operator wrote its address`);
  if (claims['ath'] !== hashOf(token)) throw refused('the proof is for another token (`ath`)', 'make one with the SHA-256 of the very token that is sent with it');
}

function publicKey(jwk: JsonWebKey): KeyObject | null {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return null;
  }
}

// The members that RFC 7638 names, in its order; null when it is no public key of a kind that is taken, or holds more than that.
function thumbprintOf(jwk: Readonly<Record<string, unknown>>): string | null {
  const members = jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519' ? ['crv', 'kty', 'x'] : jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' ? ['crv', 'kty', 'x', 'y'] : null;
  if (members === null || Object.keys(jwk).some((name) => !members.includes(name) && !['alg', 'use', 'kid'].includes(name))) return null;
  // Canonical base64url only: one key has one thumbprint.
  if (!['x', ...(members.includes('y') ? ['y'] : [])].every((name) => canonical(jwk[name], 32))) return null;
  return hashOf(JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]]))));
}

function canonical(text: unknown, bytes: number): boolean {
  if (typeof text !== 'string') return false;
  const read = Buffer.from(text, 'base64url');
  return read.length === bytes && read.toString('base64url') === text;
}

function withoutQuery(url: string): string {
  const cut = url.search(/[?#]/u);
  return cut === -1 ? url : url.slice(0, cut);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decoded(part: string): Readonly<Record<string, unknown>> | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? readObject(bytes) : null;
}

function refused(message: string, hint: string): GateError {
  return new GateError('IDENTITY_UNTRUSTED', message, { hint });
}
