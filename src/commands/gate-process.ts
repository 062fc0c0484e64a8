// SPDX-License-Identifier: Apache-2.0
//
// What `run` says to the gate, which is a process of its own, and what that answers. Refuses to carry a credential of the upstream: only
// guarded endpoints come back.
import type { Endpoint } from './environment.js';
import type { GatewayChoice } from './run-gateway.js';

/** What the gate process is asked to guard. */
export interface GateRequest {
  readonly policyFile: string | null;
  readonly local: boolean;
  readonly resources: readonly string[];
  /** Who guards; null: the gate process itself. */
  readonly gateway: GatewayChoice | null;
  readonly sessionDir: string | null;
  readonly audience: string;
  readonly command: readonly string[];
  /** Number or address of a pull request; null: found by what it lists. */
  readonly approval: string | null;
  /** Ids of accounts. */
  readonly proposers: readonly string[];
  /** Why operations that need a review have to run without one; null: they don't. */
  readonly breakGlass: string | null;
  /** What becomes of a pull request when all was done; null: what the policy says. */
  readonly after: 'close' | 'merge' | 'keep' | null;
}

/** What the gate process answers once it listens. */
export interface GateStarted {
  readonly session: string;
  readonly sessionDir: string;
  /** Null: it is at a gateway. */
  readonly recording: string | null;
  readonly endpoints: readonly Endpoint[];
  /** Text for OSTIARY_GUIDE. */
  readonly guide: string;
  /** Environment variables that held secrets, to be kept from COMMAND. */
  readonly secretVariables: readonly string[];
  /** `observe` says until when; null when the policy is enforced. */
  readonly observeUntil: string | null;
}

export interface GateSealed {
  readonly allow: number;
  readonly review: number;
  readonly deny: number;
  /** What pull requests were to be told, and could not be. */
  readonly untold: readonly string[];
}

/** The gate, as a process of its own. */
export interface GateProcess {
  start(request: GateRequest): Promise<GateStarted>;
  /** Settles when the gate ends by itself, which it should not: with why. */
  readonly lost: Promise<string>;
  /** Seals the recording and stops the gate. `null`: the gate decides by its own counts what the outcome is. */
  seal(commandCode: number | null, onRefusal: OnRefusal): Promise<GateSealed>;
  /** Ends it without ceremony. */
  kill(): void;
}

/** What a refusal makes of a run whose command ended well. */
export type OnRefusal = 'fail' | 'ignore';
