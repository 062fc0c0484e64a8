// SPDX-License-Identifier: Apache-2.0
//
// The context for a message of several statements: nobody can ask the server in between, so each is judged as if everything that
// one before it may have changed were unknown. Refuses to simulate. Tables and indexes that are made, or given columns, change no search path and
// stand behind no other name: with one schema in the path, names keep their meaning after those, as migrations in one message need it.
import type { StatementFacts } from '../../core/model.js';
import type { Draft, WireContext } from '../../gate/wire.js';
import { effectsOf, joined, together } from './effects.js';

/** `facts`: of all statements of the message, in order. */
export function worstContext(context: WireContext, facts: readonly StatementFacts[]): WireContext {
  const before = facts.slice(0, -1);
  const effects = together(before.map(effectsOf));
  if (!effects.waits) return context;
  const keeps = !effects.path || (hasOneSchema(context) && before.every((each) => !effectsOf(each).path || isPlainDefinition(each)));
  return {
    ...context,
    searchPath: keeps ? context.searchPath : null,
    stale: context.stale || effects.schema || effects.code,
    redefined: joined(context.stale ? (context.redefined ?? null) : [], effects.redefines),
    prepared: doubted(context.prepared, effects.code, before.flatMap((each) => namesOf(each, 'prepare'))),
    cursors: doubted(context.cursors, effects.code, before.flatMap((each) => namesOf(each, 'declare-cursor'))),
  };
}

// PostgreSQL's own comes first by itself, so nothing that is made stands in for it.
function hasOneSchema({ searchPath }: WireContext): boolean {
  return searchPath !== null && searchPath.length === 2 && searchPath[0] === 'pg_catalog' && !(searchPath[1] ?? '').startsWith('pg_');
}

// A table that is no temporary one, no child and no partition; an index. Views, renames and functions are not: what stands behind a name is theirs to say.
function isPlainDefinition({ statement, redefines }: StatementFacts): boolean {
  if (redefines === undefined || redefines === null || statement === 'CREATE TABLE AS' || statement === 'SELECT INTO') return false;
  return redefines.every(({ relation, into }) => into === 'table' && !relation.startsWith('pg_temp.'));
}

function namesOf(facts: StatementFacts, kind: 'prepare' | 'declare-cursor'): string[] {
  return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}

function doubted(names: ReadonlyMap<string, Draft | 'ambiguous'>, all: boolean, some: readonly string[]): ReadonlyMap<string, Draft | 'ambiguous'> {
  if (!all && some.length === 0) return names;
  return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : (names.get(name) as Draft)]));
}
