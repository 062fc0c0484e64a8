// SPDX-License-Identifier: Apache-2.0
//
// What the two sides of a session share. Types only.
import type { WireGate } from '../../gate/wire.js';
import type { Line } from './line.js';
import type { Names } from './names.js';
import type { Outgoing } from './outgoing.js';
import type { Truth } from './truth.js';
import type { Turn } from './turns.js';
import type { Unkept } from './unkept.js';

export interface SessionParts {
  readonly gate: WireGate;
  readonly line: Line;
  readonly names: Names;
  readonly truth: Truth;
  readonly turn: Turn;
  readonly unkept: Unkept;
  readonly toClient: Outgoing;
  readonly toServer: Outgoing;
}
