// SPDX-License-Identifier: Apache-2.0
//
// The end of steps that the server will not answer: dropped behind a failure, refused, or left when the connection ended. Refuses to
// leave anybody waiting for such a step, or a name announced that will not come.
import type { Names } from '../names/names.js';
import { isAsk, type Step } from './steps.js';

/** Why a step was left when the connection was over. */
export const ENDED = 'the connection ended before it was sent, or before its answer came';
/** Why a step behind a failure was. */
export const SKIPPED = 'not reached: an earlier message of the pipeline failed';

/** Ends a step that was not sent, or will not be answered. */
export function drop(step: Step, why: string, names: Names): void {
  if (isAsk(step)) {
    step.waiting?.end(why);
    if (step.undecided) step.dropped = true;
    else step.abandon(why);
  }
  if (step.kind === 'own') step.settle({ ...step, error: { sqlstate: '08006', message: why } });
  forget(step, names);
}

/** Names that a step announced will not come, nor the description that it asked for. */
export function forget(step: Step, names: Names): void {
  if (step.kind === 'describe' && step.portal !== null) step.portal.described = false;
  else if (step.kind === 'parse') names.statementAnswered(step.statement, false);
  else if (step.kind === 'bind') names.portalAnswered(step.portal, false);
  else if (step.kind === 'close') names.closeAnswered(step.what, step.name, false);
}
