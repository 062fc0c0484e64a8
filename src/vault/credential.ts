// SPDX-License-Identifier: Apache-2.0
//
// What the text of a secret means to a database: a password, or `user:password`. Pure. Refuses halves (`app:`, `:secret`), and never
// repeats any part of the text in an error.
import { GateError } from '../core/errors.js';
import type { Credential } from '../core/ports.js';

/**
 * Reads `secret`, or `app:secret`. With `urlUser` (the user that the url names) colons belong to the password, unless the text starts
 * with exactly that user. Throws SECRET_UNAVAILABLE on an empty half.
 */
export function parseCredential(value: string, urlUser: string | null = null): Credential {
  const at = value.indexOf(':');
  if (at < 0 || (urlUser !== null && value.slice(0, at) !== urlUser)) return { user: null, password: demand(value, 'password') };
  return { user: demand(value.slice(0, at), 'user'), password: demand(value.slice(at + 1), 'password') };
}

function demand(part: string, what: string): string {
  if (part !== '') return part;
  throw new GateError('SECRET_UNAVAILABLE', `the credential has an empty ${what}`, { hint: 'it is the password alone, or `user:password`' });
}
