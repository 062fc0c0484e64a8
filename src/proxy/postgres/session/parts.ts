// SPDX-License-Identifier: Apache-2.0
//
// What the two sides of a session share. Refuses nothing: types only.
import type { WireGate } from '../../../gate/wire.js';
import type { Line } from '../pipeline/line.js';
import type { Names } from '../names/names.js';
import type { Outgoing } from '../transport/outgoing.js';
import type { SessionState } from '../state/session-state.js';
import type { DefinitionLock } from '../definitions/definition-lock.js';
import type { UncommittedChanges } from './uncommitted.js';

export interface SessionParts {
  readonly gate: WireGate;
  readonly line: Line;
  readonly names: Names;
  readonly state: SessionState;
  readonly lock: DefinitionLock;
  readonly uncommitted: UncommittedChanges;
  readonly toClient: Outgoing;
  readonly toServer: Outgoing;
}
