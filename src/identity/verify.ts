// SPDX-License-Identifier: Apache-2.0
//
// Verifies a job's OIDC token: who signed it, for whom, when. Signature by jose; everything else is checked here, so that each refusal can
// say what to change. Refuses what it does not know: algorithms, header fields that bring their own key, tokens inside tokens, audiences
// beside ours, and whatever two readers could read differently.
// @see https://www.rfc-editor.org/rfc/rfc8725 (best practices for JSON Web Tokens)
import { compactVerify, type CryptoKey, type JWTPayload, type JWTHeaderParameters } from 'jose';
import { GateError, messageOf } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';
import { readObject } from '../core/strict-json.js';
import { checkIssuers, trustOf, type IssuerKind, type TrustedIssuer } from './issuers.js';
import { IssuerKeys } from './keys.js';
import { audienceHint, lateHint, shown, untrusted } from './refusal-messages.js';

/** Signatures by a private key only. RS256 is what GitHub and GitLab use; the others are what other issuers use today. Never `none`, never HMAC. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Fields with which a token would choose its own key, or change how it is read. */
const FORBIDDEN_HEADER = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc', 'epk', 'cty'];
/** Alphabet of base64url without padding; what it does not know is dropped by some readers. */
const BASE64URL = /^[A-Za-z0-9_-]+$/u;
/** A GitLab token with 200 groups has about 12 KiB. */
const MAX_TOKEN_CHARS = 32 * 1024;
const MAX_KEY_ID_CHARS = 256;
const MAX_SUBJECT_CHARS = 2048;
const DEFAULT_SKEW_SECONDS = 30;
/** Oldest token that we take. GitHub's live five minutes; GitLab's as long as their job, which may be much too long. */
const MAX_AGE_SECONDS: Readonly<Record<IssuerKind, number>> = { github: 600, gitlab: 3600, oidc: 3600 };

export interface VerifyOptions {
  readonly issuers: readonly TrustedIssuer[];
  /** The one `aud` that is ours. */
  readonly audience: string;
  readonly runtime: Runtime;
  /** How far clocks may disagree; 30 when left out, at most 300. */
  readonly clockSkewSeconds?: number;
  /** Keys kept between verifications; asked for anew when left out. */
  readonly keys?: IssuerKeys;
}

/** What a verified token says. `expiresAt`: milliseconds, the earlier of its `exp` and our own limit of age. */
export interface VerifiedToken {
  readonly kind: IssuerKind;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly expiresAt: number;
  /** `jti`; null only from issuers that are neither GitHub nor GitLab. */
  readonly tokenId: string | null;
}

/** Verifies; throws IDENTITY_UNTRUSTED (or UPSTREAM_FAILED when the issuer can't be asked). Never repeats the token. */
export async function verifyToken(token: string, options: VerifyOptions): Promise<VerifiedToken> {
  checkIssuers(options.issuers);
  const header = readHeader(token);
  const payload = readClaims(token);
  const trusted = issuerIn(payload, options.issuers);
  const keys = options.keys ?? new IssuerKeys(options.runtime);
  const key = await keys.find(trusted.issuer, header);
  await checkSignature(token, key);
  // INVARIANT: nothing of the claims but `iss` was looked at before this; they are read from the very characters that were signed.
  const audience = checkAudience(payload, options.audience, trusted.kind);
  const expiresAt = checkTimes(payload, trusted.kind, options);
  const subject = payload.sub;
  if (typeof subject !== 'string' || subject === '' || subject.length > MAX_SUBJECT_CHARS) throw untrusted('the token has no subject (`sub`)', 'get a token for a job or a workload');
  const tokenId = typeof payload.jti === 'string' && payload.jti !== '' ? payload.jti : null;
  if (tokenId === null && trusted.kind !== 'oidc') throw untrusted('the token has no id (`jti`)', 'get it from the CI product itself');
  return { kind: trusted.kind, issuer: trusted.issuer, subject, audience, claims: Object.freeze(payload), expiresAt, tokenId };
}

function readHeader(token: string): JWTHeaderParameters {
  if (token.length > MAX_TOKEN_CHARS) throw untrusted(`the token has more than ${MAX_TOKEN_CHARS} characters`, 'no CI product issues such tokens');
  const parts = token.split('.');
  if (parts.length === 5) throw untrusted('the token is encrypted', 'give the signed token as it was issued');
  const header = parts.length === 3 && parts.every((part) => part === '' || BASE64URL.test(part)) ? (readObject(Buffer.from(parts[0] ?? '', 'base64url')) as JWTHeaderParameters | null) : null;
  if (header === null) throw untrusted('what was given is not a signed token', 'give the token as it was issued, nothing before or after it');
  if (!ALGORITHMS.includes(header.alg)) throw untrusted(`the token is signed with ${shown(header.alg)}`, `accepted are ${ALGORITHMS.join(', ')}`);
  const strange = FORBIDDEN_HEADER.find((name) => name in header);
  if (strange !== undefined) throw untrusted(`the token's header has \`${strange}\``, strange === 'cty' ? 'give the token itself, not one that wraps another' : 'keys come from the issuer, never from a token');
  if (typeof header.kid !== 'string' || header.kid === '' || header.kid.length > MAX_KEY_ID_CHARS) throw untrusted('the token does not name its key (`kid`)', 'get it from an issuer that does');
  if (header.typ !== undefined && String(header.typ).toUpperCase() !== 'JWT') throw untrusted(`the token is a ${shown(header.typ)}`, 'give an OIDC token, type `JWT`');
  return header;
}

function readClaims(token: string): JWTPayload {
  const claims = readObject(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
  if (claims === null) throw untrusted('the token holds no claims', 'give the token as it was issued');
  return claims as JWTPayload;
}

// Before the signature is known to be good this serves one purpose: to look up whose keys to use in our own list.
function issuerIn({ iss }: JWTPayload, issuers: readonly TrustedIssuer[]): TrustedIssuer {
  const trusted = trustOf(issuers, iss);
  if (trusted !== null) return trusted;
  throw untrusted(`the token's issuer is ${shown(iss)}, which is not trusted here`, `trusted: ${issuers.map(({ issuer }) => `\`${issuer}\``).join(', ')} (compared character by character)`);
}

async function checkSignature(token: string, key: CryptoKey): Promise<void> {
  try {
    await compactVerify(token, key, { algorithms: ALGORITHMS });
  } catch (cause) {
    throw new GateError('IDENTITY_UNTRUSTED', `the token is not what its issuer signed: ${messageOf(cause)}`, { hint: 'give the token as it was issued', cause });
  }
}

// A token for several audiences could be used against us by any of the others.
function checkAudience(payload: JWTPayload, wanted: string, kind: IssuerKind): string {
  const { aud } = payload;
  const found = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (found === wanted) return wanted;
  const list = Array.isArray(aud) ? aud.map(shown).join(', ') : shown(aud);
  throw untrusted(`the token is for the audience ${list}, and \`${wanted}\` alone is accepted`, audienceHint(kind, wanted, payload));
}

function checkTimes(payload: JWTPayload, kind: IssuerKind, options: VerifyOptions): number {
  const skew = Math.min(Math.max(options.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS, 0), 300);
  const now = options.runtime.now() / 1000;
  const { exp, iat, nbf } = payload;
  const missing = [['exp', exp], ['iat', iat], ...(kind === 'oidc' && nbf === undefined ? [] : [['nbf', nbf]])].find(([, value]) => typeof value !== 'number' || !Number.isFinite(value));
  if (missing !== undefined || exp === undefined || iat === undefined) throw untrusted(`the token does not say its time (\`${String(missing?.[0])}\`)`, 'get it from an issuer that does');
  if (exp <= now - skew) throw untrusted(`the token expired ${Math.round(now - exp)} s ago`, lateHint(kind, payload));
  if (iat > now + skew || (nbf ?? 0) > now + skew) throw untrusted('the token is not valid yet', "compare this machine's clock with the issuer's");
  const oldest = MAX_AGE_SECONDS[kind];
  if (now - iat > oldest + skew) throw untrusted(`the token is ${Math.round(now - iat)} s old, and ${oldest} s is the limit`, lateHint(kind, payload));
  return Math.min(exp, iat + oldest) * 1000;
}
