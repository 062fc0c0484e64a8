// SPDX-License-Identifier: Apache-2.0
//
// What an operation would touch, asked for before it is decided, and without effect: only when the policy wants to
// know, only where planning runs nothing that nobody has reviewed. Refuses to guess and to remember: every estimate is made anew, and
// whatever goes wrong leaves the rows unknown, with the reason.
import { messageOf } from '../core/errors.js';
import type { ImpactAnswer, ImpactQuestion, Impacts, PlanQuestion } from '../core/impact.js';
import type { Impact } from '../core/manifest.js';
import type { Parameter, StatementFacts } from '../core/model.js';
import { EXPLAIN_PREFIX, isPlainExplain, passedOn, typesIn, whyNotPlanned } from '../parse/sql/explainable.js';
import type { FactsCache } from './facts.js';
import type { Draft, WireContext } from './wire.js';

/** Estimates for one message; a script of thousands of statements is not planned twice. */
export const MAX_ESTIMATES = 100;

/** An impact, and why its rows are not known. */
export interface Estimate extends Impact {
  readonly why: string | null;
}

/** A statement to be estimated. */
export interface Estimated {
  readonly draft: Draft;
  readonly facts: StatementFacts;
  readonly parameters: readonly Parameter[];
  readonly context: Pick<WireContext, 'catalog' | 'searchPath' | 'settings' | 'prepared' | 'cursors' | 'stale'>;
}

/** Who is asked. `asking` is told right before. */
export interface Estimator {
  readonly impacts: Impacts | null;
  readonly reader: Pick<FactsCache, 'analyse' | 'of'>;
  readonly asking: () => void;
}

/** Estimates one statement. Never throws: what can't be found out is not known. */
export async function estimate(asked: Estimated, { impacts, reader, asking }: Estimator): Promise<Estimate> {
  const { facts } = asked;
  if (impacts === null) return unknown(facts, 'nobody can be asked about it here');
  try {
    const plan = planQuestion(asked, reader);
    const question: ImpactQuestion = { plan: typeof plan === 'string' ? null : plan, settings: asked.context.settings, ...relationsOf(asked) };
    const isAsked = question.plan !== null || question.changed.length > 0;
    if (isAsked) asking();
    const answer = isAsked ? await impacts.estimate(question) : NOTHING;
    return typeof plan === 'string' ? measured(asked, { ...answer, rows: null, why: plan }) : measured(asked, answer);
  } catch (thrown) {
    return unknown(facts, `it could not be estimated: ${messageOf(thrown)}`);
  }
}

/** An estimate of what nobody was asked about. */
export function unknown({ lock, rewrite }: StatementFacts, why: string): Estimate {
  return { rows: null, sizeBytes: null, lock, rewrites: rewrite, notes: [], why };
}

const NOTHING: ImpactAnswer = { rows: null, why: null, sizes: [] };

// INVARIANT: what is sent is read by our own grammar first, and is an EXPLAIN that runs nothing, or it is not sent.
function planQuestion({ draft, facts, parameters, context }: Estimated, reader: Pick<FactsCache, 'analyse' | 'of'>): PlanQuestion | string {
  if (context.stale) return 'definitions were changed on this connection, and others do not see that yet';
  const why = whyNotPlanned(draft, facts);
  if (why !== null) return why;
  const explain = `${EXPLAIN_PREFIX}${draft.text}`;
  const drafts = reader.analyse(Buffer.from(explain));
  const [read] = drafts;
  const isPlain = drafts.length === 1 && read !== undefined && isPlainExplain(read)
    && reader.of(read, context).accesses.every(({ effect }) => effect === 'read');
  return isPlain ? { explain, parameters, types: typesIn(draft), ...passedOn(draft) } : 'it can not be put behind EXPLAIN';
}

function relationsOf({ facts, context: { catalog } }: Estimated): Pick<ImpactQuestion, 'relations' | 'changed'> {
  const named = facts.accesses.flatMap(({ effect, object, columns }) => {
    const relation = object === null ? undefined : catalog.relations.get(object);
    return relation === undefined ? [] : [{ oid: relation.oid, columns, isChanged: effect === 'write' || effect === 'schema' || effect === 'destroy' }];
  });
  return { relations: [...new Set(named.map(({ oid }) => oid))], changed: named.filter(({ isChanged }) => isChanged).map(({ oid, columns }) => ({ oid, columns })) };
}

function measured({ facts, context: { catalog } }: Estimated, { rows, why, sizes }: ImpactAnswer): Estimate {
  const counted = sizes.map(({ oid, rows: held }) => {
    const relation = catalog.relationsByOid.get(oid);
    const name = relation === undefined ? String(oid) : `${relation.schema}.${relation.name}`;
    return `${name} holds ${held === null ? 'an unknown number of rows' : `about ${held} rows`}`;
  });
  return { rows, sizeBytes: sizes.length === 0 ? null : sizes.reduce((all, { bytes }) => all + bytes, 0), lock: facts.lock, rewrites: facts.rewrite, notes: counted, why };
}
