// SPDX-License-Identifier: Apache-2.0
//
// The client's simple protocol: a Query message, whose statements are judged together before any of them is sent. Says so when it must
// wait until everything before it is answered. Refuses a message of which it can't know what its names will mean.
import type { Refusal } from '../../../gate/wire.js';
import { ask, HARMLESS, isEmpty, refuseMessage, unreadableCatalog } from './submit.js';
import type { CopyIn } from './copy-in.js';
import { claimOf, effectsOf, together } from '../effects/effects.js';
import { readQuery } from '../protocol/frontend.js';
import type { Frame } from '../protocol/frames.js';
import type { SessionParts } from './parts.js';
import { TOO_MUCH } from '../protocol/refusals.js';
import { QueryStep } from '../pipeline/steps.js';
import { inOrder } from '../effects/worst-case.js';

/** The Query messages of one client. */
export class Simple {
  readonly #parts: SessionParts;
  readonly #copyIn: CopyIn;

  constructor(parts: SessionParts, copyIn: CopyIn) {
    this.#parts = parts;
    this.#copyIn = copyIn;
  }

  /** A Query is judged as a whole. False: not now. */
  query(frame: Frame, settled: boolean): boolean {
    const { gate, line, names, state } = this.#parts;
    if (!settled && !state.readable) return false;
    const source = readQuery(frame);
    const drafts = gate.analyse(source);
    const context = state.context();
    if (isEmpty(drafts)) {
      const step = new QueryStep(frame, [], { context, watcher: line, source, effects: HARMLESS });
      step.undecided = false;
      line.enqueue(step);
      line.pump();
      return true;
    }
    const { facts, contexts, context: worst } = inOrder(drafts, context, { gate, touched: state.touched });
    const effects = together(facts.map(effectsOf));
    if (!settled && !state.settled && !(state.namesHold && effects.controlOnly)) return false;
    if (state.unavailable !== null && !effects.controlOnly) throw unreadableCatalog(state.unavailable);
    if (effects.names > 0 && !names.fits(effects.names, source, drafts)) {
      refuseMessage(frame, TOO_MUCH, { as: 'query', line, gate, context });
      return true;
    }
    const turn = this.#parts.lock.mayBeJudged(frame, { claim: claimOf(effects, false), outdated: state.isBehind(line) });
    if (turn !== 'go') return this.#notNow(frame, turn);
    const step = new QueryStep(frame, drafts, { context: worst, inOrder: contexts, watcher: line, source, effects });
    step.mayDefine = state.note(effects);
    step.claim = claimOf(effects, step.mayDefine);
    state.boundary();
    if (effects.copiesIn) this.#copyIn.expect('query', step);
    ask(step, line, gate, state);
    line.pump();
    return true;
  }

  // False: it is taken again later.
  #notNow(frame: Frame, turn: 'wait' | Refusal): boolean {
    const { line, gate, state } = this.#parts;
    if (turn === 'wait') return false;
    refuseMessage(frame, turn, { as: 'query', line, gate, context: state.context() });
    return true;
  }
}
