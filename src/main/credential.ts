// SPDX-License-Identifier: Apache-2.0
//
// Makes session credentials: `ost1_<session>_<secret>`, and what is kept of them. Refuses to keep the credential itself: its verifier and
// its hash recognise it and can't be turned back into it.
import { createHash } from 'node:crypto';
import { systemRuntime } from '../core/runtime.js';
import { SCRAM_ITERATIONS } from '../proxy/postgres/limits.js';
import { makeVerifier, type ScramVerifier } from '../proxy/postgres/authentication/scram.js';

/** 192 bits: nobody guesses them, so a plain hash recognises them safely. */
const SECRET_BYTES = 24;
const SESSION_BYTES = 6;

/** A new id, `ost_` and twelve hex digits. */
export function newSessionId(): string {
  return `ost_${systemRuntime.random(SESSION_BYTES).toString('hex')}`;
}

/** A new credential of a session. */
export async function newCredential(session: string): Promise<{ readonly credential: string; readonly verifier: ScramVerifier; readonly hash: string }> {
  const credential = `ost1_${session}_${systemRuntime.random(SECRET_BYTES).toString('base64url')}`;
  return { credential, verifier: await makeVerifier(credential, systemRuntime.random(16), SCRAM_ITERATIONS), hash: hashOfCredential(credential) };
}

/** What recognises a credential: hex SHA-256. */
export function hashOfCredential(credential: string): string {
  return createHash('sha256').update(credential).digest('hex');
}
