// SPDX-License-Identifier: Apache-2.0
//
// What a token says of itself, for people to read and for early errors: claims, never the token or any part of its signature. Refuses to
// be trusted: nothing here was verified, so no decision may hang on it. Personal claims are named and not shown: logs may be public.
import { readObject } from '../core/strict-json.js';
import type { IssuerKind } from './issuers.js';
import { audienceHint, lateHint, oneLine, untrusted } from './refusal-messages.js';

/** Source: GitLab's `user_identities` and `user_email`, and the profile claims of OpenID Connect Core, section 5.1. */
const PERSONAL = new Set([
  'user_email', 'user_identities', 'email', 'phone_number', 'address', 'birthdate', 'name', 'given_name', 'family_name', 'middle_name', 'nickname', 'picture', 'profile', 'gender',
]);
const TIMES = new Set(['iat', 'nbf', 'exp', 'auth_time']);
const MAX_ROWS = 100;
const MAX_VALUE_CHARS = 200;

export type UnverifiedClaims = Readonly<Record<string, unknown>>;

/** The claims of a signed token as it came; null when it is none. */
export function unverifiedClaims(token: string): UnverifiedClaims | null {
  const parts = token.split('.');
  return parts.length === 3 ? readObject(Buffer.from(parts[1] ?? '', 'base64url')) : null;
}

/** The last part of a token: what makes it worth something. */
export function signatureOf(token: string): string {
  return token.slice(token.lastIndexOf('.') + 1);
}

/** Lines of a table, names left, values right, in alphabetical order. */
export function claimTable(claims: UnverifiedClaims): readonly string[] {
  const names = Object.keys(claims).sort();
  const width = Math.max(0, ...names.slice(0, MAX_ROWS).map((name) => oneLine(name).length));
  const rows = names.slice(0, MAX_ROWS).map((name) => `${oneLine(name).padEnd(width)}  ${valueText(name, claims[name])}`);
  return names.length > MAX_ROWS ? [...rows, `and ${names.length - MAX_ROWS} more`] : rows;
}

function valueText(name: string, value: unknown): string {
  if (PERSONAL.has(name)) return '(not shown: about a person)';
  if (TIMES.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12) return `${value} (${new Date(value * 1000).toISOString()})`;
  const text = oneLine(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS)}…` : text;
}

/** Says early what a verifier would say: that the token is for somebody else, or over. Throws IDENTITY_UNTRUSTED. `now`: milliseconds. */
export function checkOwnToken(claims: UnverifiedClaims, wanted: { readonly audience: string; readonly kind: IssuerKind; readonly now: number }): void {
  const found: readonly unknown[] = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  if (!found.includes(wanted.audience)) {
    throw untrusted(`the token is for the audience ${found.map((one) => `\`${oneLine(String(one))}\``).join(', ')}, not for \`${wanted.audience}\``, audienceHint(wanted.kind, wanted.audience, claims));
  }
  const { exp } = claims;
  if (typeof exp === 'number' && exp * 1000 <= wanted.now) throw untrusted(`the token expired ${Math.round(wanted.now / 1000 - exp)} s ago`, lateHint(wanted.kind, claims));
}
