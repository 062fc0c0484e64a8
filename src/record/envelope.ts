// SPDX-License-Identifier: Apache-2.0
//
// The detached signature over a recording, `session.jsonl.dsse.json`: a DSSE envelope around an in-toto statement about the whole file, and
// the small seals that checkpoint and closing lines carry. Shapes, their bytes, and how they are signed; refuses to trust anything.
// @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
// @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { canonicalJson } from '../core/canonical.js';
import { GateError } from '../core/errors.js';
import type { SessionEnd, SessionHeader } from '../core/events.js';

/** What is added to the recording's path for its envelope. */
export const ENVELOPE_SUFFIX = '.dsse.json';
/** `payloadType` of the envelope. */
export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** What the signature of a checkpoint or closing line is over; never the type of an envelope. */
export const SEAL_PAYLOAD_TYPE = 'application/vnd.ostiary.seal.v1+json';
/** `predicateType` of the statement. */
export const SESSION_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session/v1';

/**
 * A DSSE envelope. `payload`: base64 of the RFC 8785 JSON of a `SessionStatement`. `sig`: base64 of the signature over the pre-authentication
 * encoding of type and payload. `keyid`: hex SHA-256 of the public key's SubjectPublicKeyInfo, a hint only: trust comes from the verifier.
 */
export interface Envelope {
  readonly payloadType: typeof STATEMENT_PAYLOAD_TYPE;
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** What a checkpoint or closing line says of the lines before it; its `signature` is over the pre-authentication encoding of this. */
export interface Seal {
  readonly format: 'ostiary-seal-v1';
  readonly session: string;
  /** Lines covered. */
  readonly count: number;
  /** Hex SHA-256 of the last line covered. */
  readonly head: string;
}

/** What the envelope says of the whole file. */
export interface SessionStatement {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly sha256: string } }];
  readonly predicateType: typeof SESSION_PREDICATE_TYPE;
  readonly predicate: {
    readonly session: string;
    readonly ostiary: string;
    readonly principal: SessionHeader['principal'];
    readonly prompter: SessionHeader['prompter'];
    readonly host: SessionHeader['host'];
    readonly policy: SessionHeader['policy'];
    readonly resources: SessionHeader['resources'];
    /** Digests of the manifests whose approvals were used. */
    readonly approvals: readonly string[];
    readonly lines: number;
    readonly head: string;
    readonly outcome: SessionEnd['outcome'];
    readonly operations: SessionEnd['operations'];
  };
}

/** Signs bytes; the private half never leaves it. */
export interface Signer {
  /** Hex SHA-256 of the public key's SubjectPublicKeyInfo. */
  readonly keyId: string;
  /** Base64. */
  sign(bytes: Buffer): string;
}

/** Pre-authentication encoding: what is signed in place of a payload, so that its type is signed with it. */
export function preAuthenticationEncoding(type: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `, 'utf8'), payload]);
}

/** The bytes that the signature of a checkpoint or closing line is over. */
export function sealBytes(seal: Omit<Seal, 'format'>): Buffer {
  const { session, count, head } = seal;
  return preAuthenticationEncoding(SEAL_PAYLOAD_TYPE, Buffer.from(canonicalJson({ format: 'ostiary-seal-v1', session, count, head } satisfies Seal), 'utf8'));
}

/** What stands before the 32 bytes of an Ed25519 private key to make PKCS #8 of them. @see https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Length of the bare key. */
const SEED_BYTES = 32;

/** A signer with an Ed25519 private key: PEM (PKCS #8), or base64 of the same in DER, or of its 32 bytes. Throws `INPUT_INVALID`, never with any of the key. */
export function ed25519Signer(secret: string): Signer {
  let key: KeyObject;
  try {
    key = privateKeyIn(secret);
  } catch {
    throw new GateError('INPUT_INVALID', 'the signing key can not be read', { hint: 'give an Ed25519 private key in PEM: `openssl genpkey -algorithm ed25519`, or its 32 bytes in base64' });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new GateError('INPUT_INVALID', `the signing key is of type \`${String(key.asymmetricKeyType)}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
  return { keyId: keyIdOf(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key).toString('base64') };
}

function privateKeyIn(secret: string): KeyObject {
  // A PEM that came through an environment or a form often has `\\n` for its line feeds.
  if (secret.includes('-----BEGIN')) return createPrivateKey(secret.includes('\n') ? secret : secret.replaceAll('\\n', '\n'));
  const bytes = Buffer.from(secret.replace(/\s+/g, ''), 'base64');
  return createPrivateKey({ key: bytes.length === SEED_BYTES ? Buffer.concat([PKCS8_PREFIX, bytes]) : bytes, format: 'der', type: 'pkcs8' });
}

/** Hex SHA-256 of a public key's SubjectPublicKeyInfo. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex');
}

/** The signed envelope of a statement. */
export function envelopeOf(statement: SessionStatement, signer: Signer): Envelope {
  const payload = Buffer.from(canonicalJson(statement), 'utf8');
  return { payloadType: STATEMENT_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures: [{ keyid: signer.keyId, sig: signer.sign(preAuthenticationEncoding(STATEMENT_PAYLOAD_TYPE, payload)) }] };
}

/** The statement about a recording that is whole. */
export function statementOf(about: { name: string; sha256: string; header: SessionHeader; end: SessionEnd; approvals: readonly string[]; lines: number; head: string }): SessionStatement {
  const { session, ostiary, principal, prompter, host, policy, resources } = about.header;
  const { outcome, operations } = about.end;
  return {
    _type: 'https://in-toto.io/Statement/v1', subject: [{ name: about.name, digest: { sha256: about.sha256 } }], predicateType: SESSION_PREDICATE_TYPE,
    predicate: { session, ostiary, principal, prompter, host, policy, resources, approvals: about.approvals, lines: about.lines, head: about.head, outcome, operations },
  };
}
