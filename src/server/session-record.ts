// SPDX-License-Identifier: Apache-2.0
//
// What a store keeps of a session: enough to let it go on after a restart, and nothing that opens it. Refuses records of another shape
// or version: a session that can't be read whole is no session.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Counts } from './sessions.js';
import { GateError } from '../core/errors.js';

/** Why a session ended. */
export const ENDINGS = ['job', 'lease', 'limit', 'revoked'] as const;
export type EndedBy = (typeof ENDINGS)[number];

/** The words for people. */
export const ENDING_WORDS: Readonly<Record<EndedBy, string>> = {
  job: 'its job ended it', lease: 'its lease was not renewed in time', limit: 'it reached its time limit', revoked: 'an operator revoked it',
};

/** The caller as verified when the session was opened. */
export interface Caller {
  readonly kind: 'github' | 'gitlab' | 'oidc' | 'saml';
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Of the token: milliseconds since the epoch, and its `jti`. */
  readonly expiresAt: number;
  readonly tokenId: string | null;
}

/** One session. Times: milliseconds since the epoch. */
export interface SessionRecord {
  readonly version: 1;
  readonly id: string;
  /** Under which its token is kept. */
  readonly token: string;
  /** RFC 7638 thumbprint of the key that opened it. */
  readonly thumbprint: string;
  /** The one job of it: issuer, run, attempt and check run, or job id. */
  readonly job: string;
  readonly caller: Caller;
  readonly resources: readonly string[];
  /** What recognises the credential: its hash, and a SCRAM verifier (base64). */
  readonly credential: { readonly hash: string; readonly iterations: number; readonly salt: string; readonly storedKey: string; readonly serverKey: string };
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly limitAt: number;
  /** The repository's policy as it was when the session was opened. */
  readonly repository: { readonly text: string; readonly source: string } | null;
  /** Why the glass was to be broken, and whether it was, and so never again; null: it was not asked for. */
  readonly breakGlass: { readonly reason: string; readonly broken: boolean } | null;
  /** Recordings begun so far: one, and one more for each restart of the gateway. */
  readonly parts: number;
  readonly ended: { readonly at: number; readonly by: EndedBy; readonly operations: Counts } | null;
}

/** A token that was used, and the session that it opened. */
export interface TokenRecord {
  readonly version: 1;
  readonly session: string;
  readonly thumbprint: string;
  readonly job: string;
  /** When the token is worth nothing any more, and may be forgotten. */
  readonly until: number;
}

/** A record of the store as a session; null: there is none. Throws STORE_FAILED. */
export function sessionOf(value: unknown): SessionRecord | null {
  if (value === null) return null;
  const record = value as Partial<SessionRecord>;
  const whole = record.version === 1 && texts(record, ['id', 'token', 'thumbprint', 'job']) && numbers(record, ['openedAt', 'expiresAt', 'limitAt', 'parts'])
    && typeof record.caller === 'object' && Array.isArray(record.resources) && typeof record.credential === 'object' && record.repository !== undefined && record.ended !== undefined;
  if (!whole) throw strange('session');
  // Records of earlier versions say nothing of it.
  return { ...(record as SessionRecord), breakGlass: record.breakGlass ?? null };
}

/** A record of the store as a used token; null: there is none. Throws STORE_FAILED. */
export function tokenOf(value: unknown): TokenRecord | null {
  if (value === null) return null;
  const record = value as Partial<TokenRecord>;
  if (record.version !== 1 || !texts(record, ['session', 'thumbprint', 'job']) || !numbers(record, ['until'])) throw strange('token');
  return record as TokenRecord;
}

/** What a used token is kept under. Those without an id are named by what was signed: a signature can be written in several ways (spare bits of base64, the other half of ECDSA). */
export function nameOfToken({ kind, issuer, tokenId }: Caller, token: string): string {
  const signed = token.slice(0, token.lastIndexOf('.'));
  return createHash('sha256').update(JSON.stringify(tokenId === null ? ['token', signed] : [kind === 'saml' ? 'assertion' : 'id', issuer, tokenId])).digest('hex');
}

/** Whether a credential is that of a session; takes the same time whether or not it is. */
export function isCredentialOf(record: SessionRecord, credential: string): boolean {
  const hash = createHash('sha256').update(credential).digest();
  const kept = Buffer.from(record.credential.hash, 'hex');
  return hash.length === kept.length && timingSafeEqual(hash, kept);
}

function texts(record: object, names: readonly string[]): boolean {
  return names.every((name) => typeof (record as Record<string, unknown>)[name] === 'string');
}

function numbers(record: object, names: readonly string[]): boolean {
  return names.every((name) => Number.isFinite((record as Record<string, unknown>)[name]));
}

function strange(what: string): GateError {
  return new GateError('STORE_FAILED', `a ${what} in the store is not one that this version knows`, { hint: 'was it written by another version, or by hand? end it with `ostiary gateway revoke`' });
}
