// SPDX-License-Identifier: Apache-2.0
//
// Judges a Sigstore bundle about a recording, offline: whether somebody whom the verifier expects signed exactly this statement, by the
// authorities, logs and clocks that the verifier trusts. Refuses to take any of them from the bundle.
import type { TrustMaterial } from '@sigstore/verify';
import { compileGlob } from '../core/glob.js';
import { STATEMENT_PAYLOAD_TYPE } from './envelope.js';
import { readKeyStatement } from './session-key.js';
import { type CertifiedKey, type EnvelopeWorth, readStatement } from './trust.js';

/** Whom a verifier expects, and by whose word. */
export interface SigstoreTrust {
  readonly roots: readonly TrustMaterial[];
  /** Glob (`*` within a segment, `**` across) over the name in the certificate: `https://github.com/acme/shop/.github/workflows/nightly.yml@refs/heads/main`. */
  readonly identity: string;
  /** Issuer of the token that it was certified by, exactly. */
  readonly issuer: string;
}

/** What somebody signed whom the verifier expects; or why nobody believes it, or what is wrong with it. */
type Signed = { readonly kind: 'good'; readonly name: string; readonly payload: Buffer } | Exclude<EnvelopeWorth, { kind: 'good' | 'stranger' }>;

/** A key that somebody whom the verifier expects gave to one session. `by`: who that is, as a phrase. */
export type KeyWorth = (CertifiedKey & { readonly kind: 'good' }) | Exclude<Signed, { kind: 'good' }>;

/** What a bundle about a recording is worth, as text. Never throws. */
export async function judgeBundle(text: string, trust: SigstoreTrust): Promise<EnvelopeWorth> {
  const signed = await signedBy(text, trust);
  if (signed.kind !== 'good') return signed;
  const statement = readStatement(signed.payload);
  if (statement === null) return { kind: 'bad', what: 'it is signed, but not about a session' };
  return { kind: 'good', statement, keyId: signed.name, through: 'keyless', by: phraseOf(signed.name) };
}

/** What a bundle about the key of a session is worth, as text. Never throws. */
export async function judgeKeyBundle(text: string, trust: SigstoreTrust): Promise<KeyWorth> {
  const signed = await signedBy(text, trust);
  if (signed.kind !== 'good') return signed.kind === 'bad' ? { kind: 'bad', what: `about its key, ${signed.what}` } : signed;
  const certified = readKeyStatement(signed.payload);
  return certified === null ? { kind: 'bad', what: 'it is signed, but not about the key of a session' } : { kind: 'good', ...certified, identity: signed.name, by: phraseOf(signed.name) };
}

function phraseOf(name: string): string {
  return `${shown(name)}, certified by an authority that you trust,`;
}

async function signedBy(text: string, trust: SigstoreTrust): Promise<Signed> {
  const [{ bundleFromJSON }, sigstore] = await Promise.all([import('@sigstore/bundle'), import('@sigstore/verify')]);
  let bundle;
  let entity;
  try {
    bundle = bundleFromJSON(JSON.parse(text));
    entity = sigstore.toSignedEntity(bundle);
  } catch {
    return { kind: 'bad', what: 'it is no bundle of Sigstore' };
  }
  const envelope = bundle.content.$case === 'dsseEnvelope' ? bundle.content.dsseEnvelope : null;
  if (envelope?.payloadType !== STATEMENT_PAYLOAD_TYPE) return { kind: 'bad', what: 'it signs something else than a statement' };
  if (entity.key.$case !== 'certificate') return { kind: 'unknown', why: 'its bundle has a key in place of a certificate' };
  let failure: Signed = { kind: 'unknown', why: 'there is no root to trust' };
  for (const root of trust.roots) {
    try {
      // A root that knows logs demands them; one that has only clocks (GitHub's own) can't.
      const { identity } = new sigstore.Verifier(root, { tlogThreshold: root.tlogs.length > 0 ? 1 : 0, ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0, timestampThreshold: 1 }).verify(entity);
      return expected({ name: identity?.subjectAlternativeName, issuer: identity?.extensions?.issuer, payload: envelope.payload }, trust);
    } catch (thrown) {
      failure = failureOf(thrown);
      if (failure.kind === 'bad') return failure;
    }
  }
  return failure;
}

// A certificate may name nobody, or no issuer: then it is of nobody whom any verifier expects, not even by `**`.
function expected({ name, issuer, payload }: { readonly name: string | undefined; readonly issuer: string | undefined; readonly payload: Buffer }, trust: SigstoreTrust): Signed {
  if (issuer !== trust.issuer) return { kind: 'unknown', why: `its bundle was signed by somebody of the issuer ${shown(String(issuer))}, not of the one that you expect` };
  if (name === undefined || !compileGlob(trust.identity, '/')(name)) return { kind: 'unknown', why: `its bundle was signed by ${shown(String(name))}, which is not whom you expect` };
  return { kind: 'good', name, payload };
}

/** What its errors mean: damage, or somebody whom this verifier has no reason to believe. */
function failureOf(thrown: unknown): Signed {
  switch ((thrown as { readonly code?: unknown }).code) {
    case 'SIGNATURE_ERROR':
      return { kind: 'bad', what: 'its signature does not fit what it says' };
    case 'TLOG_BODY_ERROR':
      return { kind: 'bad', what: 'the log that witnessed it saw something else' };
    case 'TIMESTAMP_ERROR':
      return { kind: 'unknown', why: 'no clock that you trust says when its bundle was signed' };
    case 'CERTIFICATE_ERROR':
      return { kind: 'unknown', why: 'the certificate in its bundle is not of an authority that you trust, or was not valid at the time' };
    case 'TLOG_ERROR':
    case 'TLOG_MISSING_INCLUSION_ERROR':
    case 'TLOG_INCLUSION_PROOF_ERROR':
    case 'TLOG_INCLUSION_PROMISE_ERROR':
      return { kind: 'unknown', why: 'no log that you trust has its bundle' };
    default:
      return { kind: 'unknown', why: 'its bundle can not be checked' };
  }
}

const MAX_SHOWN = 200;

// A name in a certificate is somebody's text.
function shown(text: string): string {
  // Match "`" and U+202E, miss "https://github.com/a/b@refs/heads/main".
  return `\`${text.slice(0, MAX_SHOWN).replace(/[^\x21-\x5f\x61-\x7e]/gu, '?')}\``;
}
