// SPDX-License-Identifier: Apache-2.0
//
// What every kind of this room is to held-credential.ts: something that can be read, and given back. Types only; refuses to know any service.
import type { Credential, CredentialTarget, Log } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';

/** One reading of a secret. */
export interface Reading {
  readonly credential: Credential;
  /** Milliseconds since the epoch; null: it holds until somebody changes it. */
  readonly endsAt: number | null;
  /** Lengthens it: when it ends then, or null when the service does not lengthen it any more. Null: nothing to lengthen. */
  readonly renew: (() => Promise<number | null>) | null;
}

/** A secret at its service. */
export interface SecretSource {
  /** Asks the service. Throws SECRET_UNAVAILABLE or IDENTITY_UNTRUSTED. */
  read(): Promise<Reading>;
  /** Ends what `read` has opened. May throw. */
  release(): Promise<void>;
}

/** One reference of a policy. */
export interface Asked {
  /** As it stands in the policy. */
  readonly reference: string;
  /** Behind the scheme, without the field. */
  readonly rest: string;
  readonly field: string | null;
  readonly target: CredentialTarget;
}

/** The world of this room. */
export interface VaultWorld {
  readonly runtime: Runtime;
  readonly log: Log;
  /** Tells the host to hide a value. */
  readonly mask: (value: string) => void;
  /** A fresh token that says who we are, for an audience. Throws IDENTITY_UNTRUSTED. */
  readonly token: (audience: string) => Promise<string>;
}

/** A source of a secret that nothing has to be ended for. */
export function plainSource(read: () => Promise<Reading>): SecretSource {
  return { read, release: async () => undefined };
}

/** A reading that holds until somebody changes the secret. */
export function lasting(credential: Credential): Reading {
  return { credential, endsAt: null, renew: null };
}
