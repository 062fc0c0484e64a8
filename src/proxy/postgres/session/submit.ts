// SPDX-License-Identifier: Apache-2.0
//
// Puts an operation into the line and before the gate. Refuses what the gate can't even be asked about.
import { GateError, messageOf } from '../../../core/errors.js';
import type { Draft, Refusal, WireContext, WireGate } from '../../../gate/wire.js';
import type { Effects } from '../effects/effects.js';
import type { Frame } from '../protocol/frames.js';
import type { Line } from '../pipeline/line.js';
import { HeldClient } from '../pipeline/held-client.js';
import type { Statement } from '../names/prepared.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import { type BindStep, ParseStep, QueryStep } from '../pipeline/steps.js';
import type { SessionState } from '../state/session-state.js';

/** Queues the step and asks. The gate may answer before this returns, or much later. */
export function ask(step: QueryStep | ParseStep | BindStep, line: Line, gate: WireGate, state: SessionState | null = null): void {
  if (state !== null && gate.holds && line.idle) step.waiting = new HeldClient(step, line, () => state.context());
  line.enqueue(step);
  try {
    gate.submit(step);
  } catch (thrown) {
    // The gate promises not to throw; if it does, that is a no.
    if (step.undecided) step.refuse(wireRefusal(WIRE_SQLSTATE.notAllowed, `ostiary: the gate failed: ${messageOf(thrown)}`));
  }
}

/** Queues a message that is refused without asking the gate, and puts that on record. `as`: what it counts as in the protocol. */
export function refuseMessage(frame: Frame, refusal: Refusal, of: { readonly as: 'query' | 'extended'; readonly line: Line; readonly gate: WireGate; readonly context: WireContext }): void {
  const { line, gate, context } = of;
  gate.refused(refusal.message);
  const step = of.as === 'query'
    ? new QueryStep(frame, [], { context, watcher: line, source: frame.body, effects: HARMLESS })
    : new ParseStep(frame, nowhere(), { context, watcher: line, asked: [] });
  line.enqueue(step);
  step.refuse(refusal);
}

/** A message without statements: nothing to ask, nothing to fear. */
export function isEmpty(drafts: readonly Draft[]): boolean {
  return drafts.every(({ statement, failure }) => statement === 'EMPTY' && failure === null);
}

/** The statement of a Parse without any: drivers prepare it to see whether anybody is there. */
export const NOTHING: Draft = { statement: 'EMPTY', text: '', start: 0, redacted: '', tree: null, failure: null, parameterCount: 0, batch: 1 };

export const HARMLESS: Effects = { waits: false, path: false, code: false, schema: false, redefines: [], forOthers: false, writes: false, turnsBack: false, commits: false, controlOnly: true, copiesIn: false, names: 0 };

// A statement that no name leads to.
function nowhere(): Statement {
  return { name: '', source: Buffer.alloc(0), draft: null, parameterTypes: [], bySql: false, context: null, effects: null, effectsIn: null };
}

/** Why nothing that names anything can be judged at the moment. */
export function unreadableCatalog(reason: string): GateError {
  return new GateError('UPSTREAM_FAILED', `ostiary: refused, because the catalog can not be read: ${reason}`, { hint: 'try again in a moment; transactions can be ended' });
}
