// SPDX-License-Identifier: Apache-2.0
//
// The step "impact" of THE ORDER: where a rule that could match asks for rows, they are estimated and all of it is judged again. Refuses
// to estimate for rules that could not match anyway, and to estimate without a word on record.
import type { StatementFacts } from '../core/model.js';
import { EXPLAIN } from './statements.js';
import { estimate, type Estimate, MAX_ESTIMATES, unknown } from './impact.js';
import { SqlOperation } from './operation.js';
import type { OrderDeps, Verdict } from './order.js';
import type { Asked, Submission, WireContext } from './wire.js';

/** How the order judges, and what it makes of what breaks. */
export interface Estimating {
  readonly deps: OrderDeps;
  decide(operation: SqlOperation, at: { readonly context: WireContext; readonly deps: OrderDeps } & Pick<Verdict, 'ended' | 'impact'>): Verdict;
  failed(asked: Asked, thrown: unknown, deps: OrderDeps): Verdict;
}

/** True when a rule that could match wanted to know how many rows it would touch. */
export function wantsRows({ operation }: Verdict): boolean {
  return operation instanceof SqlOperation && operation.wantsRows;
}

/** Estimates what has to be known, and judges that again. Never throws. */
export async function withEstimates(verdicts: readonly Verdict[], { context }: Submission, { deps, decide, failed }: Estimating): Promise<Verdict[]> {
  const weighed: Verdict[] = [];
  let left = MAX_ESTIMATES;
  for (const verdict of verdicts) {
    const { operation, ended } = verdict;
    if (!(operation instanceof SqlOperation) || !operation.wantsRows) {
      weighed.push(verdict);
      continue;
    }
    try {
      const impact = left > 0 ? await estimated(operation.asked, operation.facts, { context: operation.asked.context ?? context, deps }) : unknown(operation.facts, `the message holds more than ${MAX_ESTIMATES} statements to estimate`);
      left -= 1;
      operation.estimated(impact);
      weighed.push(decide(operation, { context: operation.asked.context ?? context, deps, ended, impact }));
    } catch (thrown) {
      weighed.push(failed(operation.asked, thrown, deps));
    }
  }
  return weighed;
}

/** What an operation would touch, asked for here and now. Throws when nothing can be recorded. */
export async function estimated({ draft, parameters }: Asked, facts: StatementFacts, { context, deps }: { readonly context: WireContext; readonly deps: OrderDeps }): Promise<Estimate> {
  const { impacts, originated, facts: reader } = deps;
  return estimate({ draft, facts, parameters, context }, { impacts, reader, asking: () => originated(EXPLAIN.name, `to estimate what ${facts.statement} would touch`) });
}
