// SPDX-License-Identifier: Apache-2.0
//
// How the kinds of this room speak about what a service answered: one error, in which neither a token that was shown nor a secret that came
// back can stand. Refuses to repeat more of a service's words than a line.
import { GateError } from '../core/errors.js';

/** Source: the longest sentence of AWS about a missing permission, with two ARNs in it. */
const MAX_WORDS = 400;
/** A secret is short, an answer about one not much longer; Secret Manager and Secrets Manager keep 64 KiB at most, in base64 and JSON. */
export const MAX_ANSWER_BYTES = 256 * 1024;
// Hits `eyJhbGci….eyJzdWIi….c2ln`, `hvs.CAES…`, `s.Fx3…`(24), `ya29.a0…`, `AQoDYX…` of a session token (100 and more characters in one run).
const TOKENS = /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*|\b(?:hvs|hvb|hvr|s|b|r)\.[A-Za-z0-9_-]{20,}|\bya29\.[\w-]+|[A-Za-z0-9+/=_-]{100,}/gu;

/** A failure of reading `what` (a reference, such as `vault:database/creds/orders`). */
export function unavailable(what: string, message: string, hint: string, cause?: unknown): GateError {
  return new GateError('SECRET_UNAVAILABLE', `the credential \`${what}\`: ${message}`, { hint, ...(cause === undefined ? {} : { cause }) });
}

/** What a service said, on one line, without anything that looks like a token and without `secrets`. */
export function wordsOf(text: string, secrets: readonly string[] = []): string {
  let words = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ').trim();
  for (const secret of secrets) if (secret !== '') words = words.replaceAll(secret, '***');
  words = words.replace(TOKENS, '***');
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
}

/** A JSON object, or null. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A value as an object that can be asked for keys; null when it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}
