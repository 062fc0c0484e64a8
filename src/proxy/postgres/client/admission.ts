// SPDX-License-Identifier: Apache-2.0
//
// Whom a door lets in and where they come out: the words between a listener and whoever keeps sessions. One session has one admission,
// many are picked by the user name. Refuses to name a database to anybody who has not proven a session.
import { messageOf } from '../../../core/errors.js';
import type { Impacts } from '../../../core/impact.js';
import type { Catalog, Log } from '../../../core/ports.js';
import type { WireDoor } from '../../../gate/wire.js';
import type { TargetSource } from '../upstream/log-in.js';
import type { ScramVerifier } from '../authentication/scram.js';
import { SQLSTATE, StartupRefusal } from '../protocol/startup.js';

/** One resource as one session sees it. */
export interface Behind extends TargetSource {
  /** As clients call it. */
  readonly database: string;
  readonly door: WireDoor;
  readonly catalog: Catalog;
  /** Estimates what operations would touch; without it rows are never known. */
  readonly impacts?: Impacts;
  /** Aborted when the session is over: its connections end. */
  readonly over: AbortSignal;
}

/** What a client has to prove, and where it goes then. */
export interface Admission {
  /** Of the session credential, made with `SCRAM_ITERATIONS`. */
  readonly verifier: ScramVerifier;
  /** Whether a bearer token (SASL OAUTHBEARER) is the session credential; null: not taken here. */
  readonly bearer: ((token: string) => boolean) | null;
  /** Asked once the client is proven; `database` null: it named none. Throws a StartupRefusal or a GateError. */
  enter(database: string | null): Promise<Behind>;
  /** A proven client asked for what does not pass: that belongs on its record. Never throws. */
  refused(reason: string): void;
}

/** The door to one session on one resource, as `run` opens it in a job. */
export function soleAdmission(about: { readonly user: string; readonly verifier: ScramVerifier; readonly behind: Behind; readonly log: Log }): (user: string) => Promise<Admission | null> {
  const { behind, log } = about;
  const admission: Admission = {
    verifier: about.verifier, bearer: null,
    async enter(database) {
      if (database === null || database === behind.database) return behind;
      throw new StartupRefusal(SQLSTATE.noDatabase, `the database \`${database}\` is not behind this door`, `connect to \`${behind.database}\``);
    },
    refused: (reason) => recordRefusal(behind.door, reason, log),
  };
  return async (user) => (user === about.user ? admission : null);
}

/** Puts a refusal at startup on the record of its session. */
export function recordRefusal(door: WireDoor, reason: string, log: Log): void {
  try {
    const gate = door.open('');
    gate.refused(reason);
    gate.closed('refused at startup');
  } catch (thrown) {
    log.warn('a refusal could not be recorded', { reason: messageOf(thrown) });
  }
}
