// SPDX-License-Identifier: Apache-2.0
//
// Reads a trusted root of Sigstore, the file with the certificates and keys of authorities, logs and clocks that a verifier trusts. Refuses
// to fetch one: whom to trust comes from the verifier, not from a network.
// @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
import type { toTrustMaterial as ToTrustMaterial, TrustMaterial } from '@sigstore/verify';
import { GateError } from '../core/errors.js';

/** Two roots of a few hundred kilobytes, with their history. */
const MAX_ROOT_BYTES = 4 * 1024 * 1024;
/** In the file by name; the number in the library is that of any RSA key, which it needs to know to read one. */
const RSA = /RSA/u;
const RSA_KEY = 9;

type TrustedRoot = Parameters<typeof ToTrustMaterial>[0];

/** All roots in a text: one in JSON, or several, one a line (as `gh attestation trusted-root` prints them). Throws INPUT_INVALID, LIMIT_EXCEEDED. */
export async function readTrustedRoots(text: string): Promise<readonly TrustMaterial[]> {
  if (text.length > MAX_ROOT_BYTES) throw new GateError('LIMIT_EXCEEDED', `the trusted root is larger than ${MAX_ROOT_BYTES / 1024 / 1024} MiB`, { hint: 'name the file with the root alone' });
  const { toTrustMaterial } = await import('@sigstore/verify');
  try {
    const roots = documentsIn(text).map((document) => toTrustMaterial(rootOf(object(document))));
    if (roots.length === 0) throw new TypeError('no root');
    return roots;
  } catch {
    throw new GateError('INPUT_INVALID', 'the trusted root is none of Sigstore', { hint: 'write one with `gh attestation trusted-root`, or take `trusted_root.json` of your Sigstore' });
  }
}

function documentsIn(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as unknown);
  }
}

type Json = Readonly<Record<string, unknown>>;

function rootOf(root: Json): TrustedRoot {
  const authorities = list(root['certificateAuthorities']);
  if (authorities.length === 0) throw new TypeError('no authority');
  return {
    mediaType: String(root['mediaType'] ?? ''), certificateAuthorities: authorities.map(authorityOf), timestampAuthorities: list(root['timestampAuthorities']).map(authorityOf),
    tlogs: list(root['tlogs']).map(logOf), ctlogs: list(root['ctlogs']).map(logOf),
  } as unknown as TrustedRoot;
}

function authorityOf(authority: Json): object {
  const certificates = list(object(authority['certChain'])['certificates']);
  return { certChain: { certificates: certificates.map((one) => ({ rawBytes: bytes(one['rawBytes']) })) }, validFor: periodOf(authority['validFor']) };
}

function logOf(log: Json): object {
  const key = object(log['publicKey']);
  const checkpoint = log['checkpointKeyId'] === undefined ? undefined : { keyId: bytes(object(log['checkpointKeyId'])['keyId']) };
  return {
    baseUrl: String(log['baseUrl'] ?? ''), logId: { keyId: bytes(object(log['logId'])['keyId']) }, checkpointKeyId: checkpoint,
    publicKey: { rawBytes: bytes(key['rawBytes']), keyDetails: RSA.test(String(key['keyDetails'])) ? RSA_KEY : 0, validFor: periodOf(key['validFor']) },
  };
}

function periodOf(value: unknown): { readonly start: Date | undefined; readonly end: Date | undefined } {
  const period = value === undefined ? {} : object(value);
  return { start: date(period['start']), end: date(period['end']) };
}

function date(value: unknown): Date | undefined {
  if (value === undefined) return undefined;
  const at = new Date(String(value));
  if (Number.isNaN(at.getTime())) throw new TypeError('no date');
  return at;
}

function bytes(value: unknown): Buffer {
  if (typeof value !== 'string' || value === '') throw new TypeError('no bytes');
  return Buffer.from(value, 'base64');
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as Json;
}

function list(value: unknown): readonly Json[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError('no list');
  return value.map(object);
}
