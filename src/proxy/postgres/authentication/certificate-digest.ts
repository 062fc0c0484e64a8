// SPDX-License-Identifier: Apache-2.0
//
// The channel binding `tls-server-end-point`: the digest of a certificate by the hash it was signed with. Walks just enough DER to
// find that hash. Says null where the RFC defines none (Ed25519) or where it can't tell; never guesses.
// @see https://www.rfc-editor.org/rfc/rfc5929#section-4.1
import { createHash } from 'node:crypto';

// Hashes by the OID of the signature algorithm. MD5 and SHA-1 are replaced by SHA-256: RFC 5929.
const HASH_BY_SIGNATURE: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010104', 'sha256'], // md5WithRSAEncryption
  ['2a864886f70d010105', 'sha256'], // sha1WithRSAEncryption
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a864886f70d01010e', 'sha224'],
  ['2a8648ce3d0401', 'sha256'], // ecdsa-with-SHA1
  ['2a8648ce3d040301', 'sha224'],
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
]);

// Hashes by their own OID, for RSASSA-PSS, whose parameters name one.
const RSASSA_PSS = '2a864886f70d01010a';
const HASH_BY_OID: ReadonlyMap<string, string> = new Map([
  ['2b0e03021a', 'sha256'], // sha1
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
  ['608648016503040204', 'sha224'],
]);

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const CONTEXT_0 = 0xa0;

/** The digest of a DER certificate for channel binding, or null when there is none. */
export function certificateDigest(certificate: Buffer): Buffer | null {
  const hash = signatureHash(certificate);
  return hash === null ? null : createHash(hash).update(certificate).digest();
}

function signatureHash(certificate: Buffer): string | null {
  const outer = element(certificate, 0);
  if (outer?.tag !== SEQUENCE) return null;
  const toBeSigned = element(outer.content, 0);
  if (toBeSigned === null) return null;
  const algorithm = element(outer.content, toBeSigned.end);
  if (algorithm?.tag !== SEQUENCE) return null;
  const oid = element(algorithm.content, 0);
  if (oid?.tag !== OBJECT_IDENTIFIER) return null;
  const name = oid.content.toString('hex');
  if (name !== RSASSA_PSS) return HASH_BY_SIGNATURE.get(name) ?? null;
  return pssHash(element(algorithm.content, oid.end));
}

// RSASSA-PSS-params ::= SEQUENCE { [0] AlgorithmIdentifier DEFAULT sha1, … }
function pssHash(parameters: Element | null): string | null {
  if (parameters?.tag !== SEQUENCE) return null;
  const tagged = element(parameters.content, 0);
  if (tagged === null || tagged.tag !== CONTEXT_0) return 'sha256';
  const identifier = element(tagged.content, 0);
  const oid = identifier === null ? null : element(identifier.content, 0);
  return oid === null ? null : (HASH_BY_OID.get(oid.content.toString('hex')) ?? null);
}

interface Element {
  readonly tag: number;
  readonly content: Buffer;
  /** Where the next element begins. */
  readonly end: number;
}

function element(bytes: Buffer, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || first === 0x80) return null;
  const start = at + 2 + lengthBytes;
  if (start > bytes.length) return null;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const end = start + length;
  return end > bytes.length ? null : { tag, content: bytes.subarray(start, end), end };
}
