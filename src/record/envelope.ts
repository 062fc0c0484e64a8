// SPDX-License-Identifier: Apache-2.0
//
// The shape of `session.jsonl.dsse.json`, the detached signature over a recording, fixed before signing exists so that recordings
// written today can be sealed later. Types and names only; refuses to sign or to trust anything.
// @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md

/** File beside the recording that holds its envelope. */
export const ENVELOPE_FILE = 'session.jsonl.dsse.json';
/** `payloadType` of the envelope. */
export const SEAL_PAYLOAD_TYPE = 'application/vnd.ostiary.seal.v1+json';

/**
 * A DSSE envelope. `payload`: base64 of the RFC 8785 JSON of a `Seal`. `sig`: base64 of the signature over the pre-authentication
 * encoding of type and payload. `keyid`: hex SHA-256 of the public key's SubjectPublicKeyInfo, a hint only: trust comes from the verifier.
 */
export interface Envelope {
  readonly payloadType: typeof SEAL_PAYLOAD_TYPE;
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** What is signed: one recording up to a line. Checkpoints and closing lines carry the same over their own `count` and `head`. */
export interface Seal {
  readonly format: 'ostiary-seal-v1';
  readonly session: string;
  /** Lines covered. */
  readonly count: number;
  /** Hex SHA-256 of the last line covered. */
  readonly head: string;
}
