// SPDX-License-Identifier: Apache-2.0
//
// RFC 8785 canonical JSON and the house's tagged digests. Refuses what has no canonical form (undefined, NaN, lone surrogates).
import { createHash } from 'node:crypto';
import { GateError } from './errors.js';

export type DigestTag = 'ostiary-operation-v1' | 'ostiary-manifest-v1' | 'ostiary-changeset-v1' | 'ostiary-policy-v1';

/** RFC 8785 JSON of a JSON-shaped value. Throws `INTERNAL` on anything else. @see https://www.rfc-editor.org/rfc/rfc8785 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  // Plain loops: every operation of a change comes through here.
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value as readonly unknown[]) items += `${items === '' ? '' : ','}${canonicalJson(item)}`;
    return `[${items}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    let members = '';
    // Without a function, `sort` goes by UTF-16 code units, as the RFC does.
    for (const key of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(value[key])}`;
    return `{${members}}`;
  }
  throw new GateError('INTERNAL', `a ${typeof value} has no canonical JSON form`);
}

/** `sha256(tag, 0x0A, RFC 8785 JSON)` in hex. */
export function taggedDigest(tag: DigestTag, value: unknown): string {
  return textDigest(tag, canonicalJson(value));
}

/** The same of what is canonical JSON already. */
export function textDigest(tag: DigestTag, json: string): string {
  return createHash('sha256').update(`${tag}\n${json}`, 'utf8').digest('hex');
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
