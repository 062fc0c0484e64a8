// SPDX-License-Identifier: Apache-2.0
//
// Who is asking, and under which policy: a local person with a file, or a CI job with its OIDC token and the policy of the protected
// branch. Refuses to take either from the change under review, or from anything that the job says of itself unverified.
import { readFile } from 'node:fs/promises';
import type { GateRequest } from '../commands/run.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Forge, Host, Secrets } from '../core/ports.js';
import type { Principal } from '../core/model.js';
import { systemRuntime } from '../core/runtime.js';
import type { Policy, Resource } from '../policy/model.js';
import { loadPolicy } from '../policy/load.js';
import { LocalSecrets } from '../vault/secrets.js';
import type { GuardWorld } from './guard.js';

/** Where the policy lies in a repository. */
export const POLICY_PATH = '.ostiary/policy.yml';

/** A session that may begin. */
export interface Admitted {
  readonly policy: Policy;
  readonly policySource: string;
  readonly principal: Principal;
  readonly facts: Readonly<Record<string, string>>;
  readonly defaultSessionDir: string;
  secretsFor(resource: Resource): Secrets;
  /** Variables from which secrets were read so far. */
  secretVariables(): readonly string[];
}
