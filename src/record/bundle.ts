// SPDX-License-Identifier: Apache-2.0
//
// Judges a Sigstore bundle about a recording, offline: whether somebody whom the verifier expects signed exactly this statement, by the
// authorities, logs and clocks that the verifier trusts. Refuses to take any of them from the bundle.
import type { TrustMaterial } from '@sigstore/verify';
import { GateError } from '../core/errors.js';
import { compileGlob } from '../core/glob.js';
import { STATEMENT_PAYLOAD_TYPE } from './envelope.js';
import { type EnvelopeWorth, readStatement } from './trust.js';

/** Whom a verifier expects, and by whose word. */
export interface SigstoreTrust {
  readonly roots: readonly TrustMaterial[];
  /** Glob (`*` within a segment, `**` across) over the name in the certificate: `https://github.com/acme/shop/.github/workflows/nightly.yml@refs/heads/main`. */
  readonly identity: string;
  /** Issuer of the token that it was certified by, exactly. */
  readonly issuer: string;
}

/** What a bundle is worth, as text. Never throws. */
export async function judgeBundle(text: string, trust: SigstoreTrust): Promise<EnvelopeWorth> {
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
  let failure: EnvelopeWorth = { kind: 'unknown', why: 'there is no root to trust' };
  for (const root of trust.roots) {
    try {
      // A root that knows logs demands them; one that has only clocks (GitHub's own) can't.
      const { identity } = new sigstore.Verifier(root, { tlogThreshold: root.tlogs.length > 0 ? 1 : 0, ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0, timestampThreshold: 1 }).verify(entity);
      return worthOf({ name: identity?.subjectAlternativeName ?? '', issuer: identity?.extensions?.issuer ?? '' }, envelope.payload, trust);
    } catch (thrown) {
      failure = failureOf(thrown);
      if (failure.kind === 'bad') return failure;
    }
  }
  return failure;
}

function worthOf({ name, issuer }: { readonly name: string; readonly issuer: string }, payload: Buffer, trust: SigstoreTrust): EnvelopeWorth {
  if (issuer !== trust.issuer) return { kind: 'unknown', why: `its bundle was signed by somebody of the issuer ${shown(issuer)}, not of the one that you expect` };
  if (!compileGlob(trust.identity, '/')(name)) return { kind: 'unknown', why: `its bundle was signed by ${shown(name)}, which is not whom you expect` };
  const statement = readStatement(payload);
  if (statement === null) return { kind: 'bad', what: 'it is signed, but not about a session' };
  return { kind: 'good', statement, keyId: name, through: 'keyless', by: `${shown(name)}, certified by an authority that you trust,` };
}

/** What its errors mean: damage, or somebody whom this verifier has no reason to believe. */
function failureOf(thrown: unknown): EnvelopeWorth {
  if (thrown instanceof GateError) throw thrown;
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
