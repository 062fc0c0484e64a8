// SPDX-License-Identifier: Apache-2.0
//
// A key of one session's own, for those who sign without a key that is kept: made when the session begins, certified once through Sigstore
// by whoever opens it, and gone with the process. Refuses to certify it for any other session, and to be written down.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { ed25519Signer, keyIdOf, type Signer } from './envelope.js';

/** What is added to the recording's path for the bundle about its key. */
export const KEY_BUNDLE_SUFFIX = '.key.sigstore.json';
/** `predicateType` of the statement about a key. */
const SESSION_KEY_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session-key/v1';

/** What is signed when a session begins: whatever this key signs about this session, the signer of this says. `digest`: of its SubjectPublicKeyInfo. */
export interface KeyStatement {
  readonly _type: 'https://in-toto.io/Statement/v1';
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly sha256: string } }];
  readonly predicateType: typeof SESSION_KEY_PREDICATE_TYPE;
  /** `key`: the public half, base64 of its SubjectPublicKeyInfo. */
  readonly predicate: { readonly session: string; readonly key: string };
}

/** A fresh Ed25519 key for a session, and what there is to certify about it. */
export function newSessionKey(session: string): { readonly signer: Signer; readonly statement: KeyStatement } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signer = ed25519Signer(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { signer, statement: { _type: 'https://in-toto.io/Statement/v1', subject: [{ name: session, digest: { sha256: signer.keyId } }], predicateType: SESSION_KEY_PREDICATE_TYPE, predicate: { session, key } } };
}

/** The session and key (PEM) in the payload of an envelope; null: it is not about a key. */
export function readKeyStatement(payload: Buffer): { readonly session: string; readonly pem: string } | null {
  try {
    const { _type, predicateType, subject, predicate } = JSON.parse(payload.toString('utf8')) as KeyStatement;
    if (_type !== 'https://in-toto.io/Statement/v1' || predicateType !== SESSION_KEY_PREDICATE_TYPE || typeof predicate.session !== 'string') return null;
    const key = createPublicKey({ key: Buffer.from(predicate.key, 'base64'), type: 'spki', format: 'der' });
    if (key.asymmetricKeyType !== 'ed25519' || keyIdOf(key) !== subject[0].digest.sha256) return null;
    return { session: predicate.session, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
  } catch {
    return null;
  }
}
