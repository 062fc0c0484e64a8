// SPDX-License-Identifier: Apache-2.0
//
// Checks signatures with the keys that the verifier brings: over seals in the file, and over the envelope beside it. Refuses to take a key
// from what it checks; a `keyid` only says which of the trusted keys to try.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { GateError } from '../core/errors.js';
import { type Envelope, keyIdOf, preAuthenticationEncoding, sealBytes, SESSION_PREDICATE_TYPE, type Seal, type SessionStatement, STATEMENT_PAYLOAD_TYPE } from './envelope.js';

/** Largest envelope that is read. */
export const MAX_ENVELOPE_BYTES = 1024 * 1024;

/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;

/** What a signature is worth to this verifier. `stranger`: made with a key that is not trusted, right or wrong. */
export type Worth = 'good' | 'bad' | 'stranger';

/**
 * What an envelope is worth. `good`: `by` signed it, as a phrase, `through` a key or an identity, which `keyId` names. `stranger`: signed with keys
 * that are not trusted. `unknown`: by somebody whom this verifier can't or won't believe, and why.
 */
export type EnvelopeWorth =
  | { readonly kind: 'good'; readonly statement: SessionStatement; readonly keyId: string; readonly through: 'key' | 'keyless'; readonly by: string }
  | { readonly kind: 'stranger'; readonly keyIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'bad'; readonly what: string };

/** A key that a verifier trusts for one session, because `identity` certified it. `by`: that, as a phrase. */
export interface CertifiedKey {
  readonly session: string;
  readonly pem: string;
  readonly identity: string;
  readonly by: string;
}

/** The public keys that a verifier trusts. */
export class TrustedKeys {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #certified: (CertifiedKey & { readonly id: string }) | null;

  /** `pems`: Ed25519 public keys in PEM (SPKI). Throws `INPUT_INVALID` for anything else. `certified`: one more, for its own session alone. */
  constructor(pems: readonly string[], certified: CertifiedKey | null = null) {
    const known = pems.map(readKey);
    const own = certified === null ? null : readKey(certified.pem);
    this.#keys = new Map([...(own === null ? [] : [own]), ...known].map((key) => [keyIdOf(key), key]));
    // A key that is trusted for everything is trusted for this, too.
    this.#certified = certified === null || own === null || known.some((key) => key.equals(own)) ? null : { ...certified, id: keyIdOf(own) };
  }

  /** Who stands behind a trusted key, as the beginning of a sentence. */
  behind(keyId: string | null): string {
    return this.#certified?.id === keyId ? this.#certified.by : 'a key that you trust';
  }

  get size(): number {
    return this.#keys.size;
  }

  /** The signature that a checkpoint or closing line carries. */
  seal(seal: Omit<Seal, 'format'>, keyId: string | null, signature: string): Worth {
    if (this.#certified?.id === keyId && this.#certified.session !== seal.session) return 'stranger';
    return this.#check(keyId, sealBytes(seal), signature);
  }

  /** An envelope, as text. Never throws. */
  envelope(text: string): EnvelopeWorth {
    const envelope = readEnvelope(text);
    if (typeof envelope === 'string') return { kind: 'bad', what: envelope };
    const payload = Buffer.from(envelope.payload, 'base64');
    const signed = preAuthenticationEncoding(STATEMENT_PAYLOAD_TYPE, payload);
    const worths = envelope.signatures.map(({ keyid, sig }) => ({ keyid, worth: this.#check(keyid, signed, sig) }));
    if (worths.some(({ worth }) => worth === 'bad')) return { kind: 'bad', what: 'a signature of a key that you trust does not fit what it says' };
    const good = worths.find(({ worth }) => worth === 'good');
    if (good === undefined) return { kind: 'stranger', keyIds: worths.map(({ keyid }) => keyid) };
    const statement = readStatement(payload);
    if (statement === null) return { kind: 'bad', what: 'it is signed, but not about a session' };
    const certified = this.#certified?.id === good.keyid ? this.#certified : null;
    if (certified === null) return { kind: 'good', statement, keyId: good.keyid, through: 'key', by: `the key \`${good.keyid.slice(0, SHOWN_ID)}\` that you trust` };
    if (certified.session !== statement.predicate.session) return { kind: 'bad', what: 'it is signed with a key that was certified for another session' };
    return { kind: 'good', statement, keyId: certified.identity, through: 'keyless', by: `${certified.by} gave this session the key that` };
  }

  #check(keyId: string | null, bytes: Buffer, signature: string): Worth {
    const key = keyId === null ? undefined : this.#keys.get(keyId);
    if (key === undefined) return 'stranger';
    return verify(null, bytes, key, Buffer.from(signature, 'base64')) ? 'good' : 'bad';
  }
}

function readKey(pem: string): KeyObject {
  let key: KeyObject;
  // A private key would do as well, and has no business on a verifier's command line.
  if (/PRIVATE KEY/.test(pem)) throw new GateError('INPUT_INVALID', 'a private key was given where a public one belongs', { hint: 'make it with `openssl pkey -in key.pem -pubout`' });
  try {
    key = createPublicKey(pem);
  } catch {
    throw new GateError('INPUT_INVALID', 'a key that was given is no public key in PEM', { hint: 'it begins with `-----BEGIN PUBLIC KEY-----`' });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new GateError('INPUT_INVALID', `a key that was given is of type \`${String(key.asymmetricKeyType)}\``, { hint: 'recordings are signed with Ed25519' });
  return key;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function readEnvelope(text: string): Envelope | string {
  const value = parsed(text);
  if (!isRecord(value)) return 'it is not JSON';
  const { payloadType, payload, signatures } = value;
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) return 'its type is none that a recording has';
  if (typeof payload !== 'string' || !BASE64.test(payload)) return 'its payload is not base64';
  if (!Array.isArray(signatures) || signatures.length === 0 || signatures.length > 16) return 'it carries no signature';
  if (!signatures.every((one: unknown) => isRecord(one) && typeof one['keyid'] === 'string' && typeof one['sig'] === 'string' && BASE64.test(one['sig']))) return 'one of its signatures can not be read';
  return value as unknown as Envelope;
}

/** A statement about a session in the payload of an envelope; null: it is none. */
export function readStatement(payload: Buffer): SessionStatement | null {
  const value = parsed(payload.toString('utf8'));
  if (!isRecord(value) || value['_type'] !== 'https://in-toto.io/Statement/v1' || value['predicateType'] !== SESSION_PREDICATE_TYPE) return null;
  const { subject, predicate } = value;
  const [first] = Array.isArray(subject) ? (subject as unknown[]) : [];
  if (!isRecord(first) || !isRecord(first['digest']) || typeof first['digest']['sha256'] !== 'string' || !isRecord(predicate)) return null;
  return value as unknown as SessionStatement;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
