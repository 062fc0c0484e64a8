// SPDX-License-Identifier: Apache-2.0
//
// Where a utility statement stands while it is resolved, and how one statement takes in the facts of another that it holds (EXPLAIN,
// PREPARE, a view's query, a function's body). Refuses to let what does not run now change the session.
import type { Node } from '@pgsql/types';
import type { Access, StatementFacts } from '../../../core/model.js';
import { FactsBuilder, type TreeParser } from '../facts/collect.js';
import type { Draft, Scope } from '../draft.js';
import type { Fields } from '../query/expression.js';
import type { Defined } from '../query/query.js';
import { spelled } from '../grammar/tree.js';

/** A statement being resolved, and what it can ask for. */
export interface Place {
  readonly builder: FactsBuilder;
  readonly parser: TreeParser;
  /** Exact text of the statement; PL/pgSQL is read from it. */
  readonly text: string;
  /** How many statements it is inside of. */
  readonly depth: number;
  /** True when what it calls it calls now, once. */
  readonly runs: boolean;
  /** Columns of what it defines, where expressions in it name them. */
  readonly defined?: Defined;
  /** Types that the columns of the table that it alters have by the time that expressions in it are read. */
  readonly retyped?: ReadonlyMap<string, number>;
  /** Resolves any statement into a place's builder. */
  readonly resolve: (node: Node, place: Place) => void;
}

/** Resolves one kind of statement. */
export type Handler<Kind extends string> = (fields: Fields<Kind>, place: Place) => void;

type Tag<Any> = Any extends unknown ? keyof Any & string : never;

/** Handlers by node tag. */
export type AnyHandlers = { readonly [Kind in Tag<Node>]?: Handler<Kind> };

const BLANK: Draft = { statement: 'UNKNOWN', text: '', redacted: '', tree: null, failure: null, start: 0, parameterCount: 0, batch: 1 };

/** What to change for a statement inside another. */
export interface Inside {
  readonly runs?: boolean;
  readonly text?: string;
  readonly scope?: Scope;
}

/** Facts of a statement inside another, by themselves. It does not run now unless `inside` says so. */
export function apart(node: Node, place: Place, inside: Inside = {}): StatementFacts {
  return gathered(place, inside, (within) => place.resolve(node, within));
}

/** Facts that `work` gathers in a builder of its own. */
export function gathered(place: Place, inside: Inside, work: (within: Place) => void): StatementFacts {
  const builder = new FactsBuilder(inside.scope ?? place.builder.scope, place.parser, place.builder.budget, place.builder.kinds);
  work({ ...place, builder, depth: place.depth + 1, runs: inside.runs === true, text: spelled(inside.text) });
  return builder.build(BLANK);
}

/** The scope of code inside of code: variables around it are out of its sight. */
export function withoutVariables({ variables: _variables, ...scope }: Scope): Scope {
  return scope;
}

/** Which facts to take in besides accesses, functions, literals, hazards and what is unknown or forbidden. */
export interface Absorbed {
  readonly flows?: boolean;
  readonly session?: boolean;
  /** Turns an access into what it is from outside; null drops it. */
  readonly access?: (access: Access) => Access | null;
}

/** Adds the facts of an inner statement to those of the outer one. */
export function absorb(facts: StatementFacts, builder: FactsBuilder, { flows = false, session = false, access: turn }: Absorbed = {}): void {
  for (const inner of facts.accesses) {
    if (isNothing(inner)) continue;
    const access = turn === undefined ? inner : turn(inner);
    if (access === null) continue;
    if (access.effect === 'unknown') for (const why of reasonsOf(access, facts)) builder.unknown(why, access.object, access.type);
    else builder.access(access.effect, access.object, access.type, access);
  }
  for (const { name, class: cls } of facts.functions) builder.functionUse(name, cls);
  for (const text of facts.literals) builder.literal(text);
  for (const reason of facts.forbidden) builder.forbid(reason);
  for (const hazard of facts.hazards) builder.hazard(hazard);
  if (facts.redefines !== undefined) builder.redefine(facts.redefines);
  if (flows) for (const flow of facts.flows) builder.flow(flow);
  if (session) for (const effect of facts.session) builder.session(effect);
}

// Several reasons for one access were put together into one; they are told apart again, so that they are not told twice.
function reasonsOf({ why }: Access, { unknown }: StatementFacts): readonly string[] {
  const reasons = unknown.filter((reason) => why?.includes(reason) === true);
  return reasons.length > 0 ? reasons : [why ?? 'it holds a statement that is not understood'];
}

/** True for the access of a statement that touches nothing. */
export function isNothing(access: Access): boolean {
  return access.effect === 'read' && access.object === null && access.type === null;
}
