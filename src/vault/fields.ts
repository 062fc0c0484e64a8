// SPDX-License-Identifier: Apache-2.0
//
// What a secret made of fields means to a database: `username` and `password`, a password alone, or the one field that the reference names.
// Refuses to guess among several fields, and to say what is in any of them.
import { GateError } from '../core/errors.js';
import type { Credential } from '../core/ports.js';
import { parseCredential } from './credential.js';
import { MAX_SECRET_BYTES } from './file.js';
import { asObject, objectIn, unavailable } from './answers.js';

/** Which secret, and how to read it. `urlUser`: the user that the target's url names. */
export interface Wanted {
  /** The reference as it stands in the policy: for messages. */
  readonly reference: string;
  readonly field: string | null;
  readonly urlUser: string | null;
}

/** The credential in a secret that is a text: a password, `user:password`, or JSON with fields (as AWS keeps those that it rotates). */
export function credentialInText(text: string, wanted: Wanted): Credential {
  const fields = text.trimStart().startsWith('{') ? objectIn(text) : null;
  if (fields !== null) return credentialInFields(fields, wanted);
  if (wanted.field !== null) throw unavailable(wanted.reference, 'is no JSON, so it has no fields', `leave \`#${wanted.field}\` out, or keep it as JSON with that field`);
  return parsed(text, wanted);
}

/** The credential in a secret that is made of fields. */
export function credentialInFields(fields: Readonly<Record<string, unknown>>, wanted: Wanted): Credential {
  const { reference, field } = wanted;
  if (field !== null) {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const inner = asObject(value);
    if (inner !== null) return credentialInFields(inner, { ...wanted, field: null });
    return parsed(textOf(value, wanted, `the field \`${field}\``), wanted);
  }
  if (Object.hasOwn(fields, 'password')) {
    const password = textOf(fields['password'], wanted, 'its `password`');
    const user = Object.hasOwn(fields, 'username') ? textOf(fields['username'], wanted, 'its `username`') : null;
    return { user: user === null ? null : plain(user, reference), password: plain(password, reference) };
  }
  const values = Object.values(fields);
  if (values.length === 1) return parsed(textOf(values[0], wanted, 'its only field'), wanted);
  throw unavailable(reference, `has ${values.length} fields, and none is called \`password\``, 'say which one it is: add `#FIELD` to the reference');
}

function textOf(value: unknown, { reference }: Wanted, what: string): string {
  if (typeof value === 'string') return value;
  throw unavailable(reference, value === undefined ? `${what} is not there` : `${what} is not a text`, 'is this the secret that was meant, and the field?');
}

function parsed(text: string, { reference, urlUser }: Wanted): Credential {
  try {
    return parseCredential(plain(text, reference), urlUser);
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.message.includes(reference)) throw thrown;
    throw unavailable(reference, thrown.message, thrown.hint ?? 'it is the password alone, or `user:password`');
  }
}

/** A secret without the line feed that editors end a file with. Throws SECRET_UNAVAILABLE when it is no password. */
export function plain(value: string, reference: string): string {
  const text = value.replace(/\r?\n$/u, '');
  const fault = text === '' ? 'is empty' : text.includes('\0') ? 'has a NUL character in it' : Buffer.byteLength(text) > MAX_SECRET_BYTES ? `is larger than ${MAX_SECRET_BYTES} bytes` : null;
  if (fault !== null) throw new GateError('SECRET_UNAVAILABLE', `the credential \`${reference}\` ${fault}`, { hint: 'store the password, or `user:password`, and nothing else' });
  return text;
}
