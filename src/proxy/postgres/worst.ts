// SPDX-License-Identifier: Apache-2.0
//
// The context for a message of several statements: nobody can ask the server in between, so each is judged as if everything that
// one before it may have changed were unknown. Refuses to simulate.
import type { StatementFacts } from '../../core/model.js';
import type { Draft, WireContext } from '../../gate/wire.js';
import { effectsOf, together } from './effects.js';

/** `facts`: of all statements of the message, in order. */
export function worstContext(context: WireContext, facts: readonly StatementFacts[]): WireContext {
  const before = facts.slice(0, -1);
  const effects = together(before.map(effectsOf));
  if (!effects.waits) return context;
  return {
    ...context,
    searchPath: effects.path ? null : context.searchPath,
    stale: context.stale || effects.schema || effects.code,
    prepared: doubted(context.prepared, effects.code, before.flatMap((each) => namesOf(each, 'prepare'))),
    cursors: doubted(context.cursors, effects.code, before.flatMap((each) => namesOf(each, 'declare-cursor'))),
  };
}

function namesOf(facts: StatementFacts, kind: 'prepare' | 'declare-cursor'): string[] {
  return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}

function doubted(names: ReadonlyMap<string, Draft | 'ambiguous'>, all: boolean, some: readonly string[]): ReadonlyMap<string, Draft | 'ambiguous'> {
  if (!all && some.length === 0) return names;
  return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : (names.get(name) as Draft)]));
}
