// SPDX-License-Identifier: Apache-2.0
//
// Signs a statement without a key that is kept, through Sigstore: Fulcio certifies a key that lives for this one signature as the job that
// shows its OIDC token, a log or a clock witnesses when. Refuses a signature that nobody witnesses, and to repeat a token in an error.
// @see https://docs.sigstore.dev/about/bundle/
import { canonicalJson } from '../core/canonical.js';
import { GateError, messageOf } from '../core/errors.js';
import { STATEMENT_PAYLOAD_TYPE, type SessionStatement } from './envelope.js';
import type { KeyStatement } from './session-key.js';

/** What is added to the recording's path for its bundle. */
export const BUNDLE_SUFFIX = '.sigstore.json';
/** Audience of the token that Fulcio takes. @see https://docs.sigstore.dev/certificate_authority/oidc-in-fulcio/ */
export const SIGSTORE_AUDIENCE = 'sigstore';
/** Answers come within a second; three services, asked twice each, are over before a gate that seals is given up on. */
const TIMEOUT_MS = 5_000;

/** Where they are. `rekor` (a public log) or `tsa` (a clock) may be null, not both. */
export interface SigstoreServices {
  readonly fulcio: string;
  readonly rekor: string | null;
  readonly tsa: string | null;
}

/** What everybody may use. */
export const PUBLIC_SIGSTORE: SigstoreServices = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null };

/** A Sigstore bundle, as an object that is JSON, over a statement. `token`: a fresh one for SIGSTORE_AUDIENCE. Throws RECORD_FAILED, or what `token` throws. */
export async function signKeyless(statement: SessionStatement | KeyStatement, services: SigstoreServices, token: () => Promise<string>): Promise<object> {
  const { fulcio, rekor, tsa } = services;
  if (rekor === null && tsa === null) throw new GateError('INPUT_INVALID', 'a signature of Sigstore needs a log or a clock that witnesses it', { hint: 'name `rekor` or `tsa`' });
  const [{ bundleToJSON }, { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness }] = await Promise.all([import('@sigstore/bundle'), import('@sigstore/sign')]);
  const patience = { timeout: TIMEOUT_MS, retry: 1 };
  const signer = new FulcioSigner({ fulcioBaseURL: fulcio, identityProvider: { getToken: token }, ...patience });
  const witnesses = [
    ...(rekor === null ? [] : [new RekorWitness({ rekorBaseURL: rekor, entryType: 'dsse', ...patience })]),
    ...(tsa === null ? [] : [new TSAWitness({ tsaBaseURL: tsa, ...patience })]),
  ];
  try {
    const bundle = await new DSSEBundleBuilder({ signer, witnesses }).create({ data: Buffer.from(canonicalJson(statement), 'utf8'), type: STATEMENT_PAYLOAD_TYPE });
    return bundleToJSON(bundle) as object;
  } catch (thrown) {
    throw failureOf(thrown, services);
  }
}

// Their messages may repeat the token: only the code says what failed, and the service's own words come without what looks like one.
function failureOf(thrown: unknown, { fulcio, rekor, tsa }: SigstoreServices): GateError {
  const { code, cause } = thrown as { readonly code?: unknown; readonly cause?: unknown };
  if (cause instanceof GateError) return cause;
  const why = wordsOf(thrown);
  switch (code) {
    case 'IDENTITY_TOKEN_PARSE_ERROR':
      return failed('the token for Sigstore names no subject, or an address that its issuer did not verify', 'use the token of a job, whose subject is the workflow');
    case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
      return failed(`Fulcio at \`${fulcio}\` gives no certificate: ${why}`, 'does it know the issuer of this job, and the audience `sigstore`?');
    case 'TLOG_CREATE_ENTRY_ERROR':
    case 'TLOG_FETCH_ENTRY_ERROR':
      return failed(`Rekor at \`${String(rekor)}\` takes no entry: ${why}`, 'run again later, or name a `tsa` instead');
    case 'TSA_CREATE_TIMESTAMP_ERROR':
      return failed(`the clock at \`${String(tsa)}\` gives no timestamp: ${why}`, 'is it the address of an RFC 3161 timestamp authority?');
    default:
      return failed(`signing through Sigstore failed: ${why}`, 'run again later');
  }
}

function failed(message: string, hint: string): GateError {
  return new GateError('RECORD_FAILED', message, { hint });
}

const MAX_WORDS = 300;

function wordsOf(thrown: unknown): string {
  let inner = thrown;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  // Match "eyJhbGciOi….eyJz….sig": a token, whole or cut.
  return messageOf(inner).replace(/eyJ[\w-]+(?:\.[\w-]*){0,2}/gu, '…').replace(/\s+/gu, ' ').slice(0, MAX_WORDS);
}
