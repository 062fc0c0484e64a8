// SPDX-License-Identifier: Apache-2.0
//
// The context for a message of several statements: nobody can ask the server in between, so each is judged as if everything that
// one before it may have changed were unknown. Refuses to simulate. Tables and indexes that are made, or given columns, change no search path and
// stand behind no other name; functions, triggers, policies, rights on tables and comments are nothing that a relation's name could mean. With one
// schema in the path, names keep their meaning after those, as migrations in one message need it. Settings that say how values are read and shown
// leave every path as it is; which value a statement runs under is said of none.
import type { SessionEffect, StatementFacts } from '../../../core/model.js';
import { REQUIRED_SETTINGS } from '../../../gate/statements.js';
import type { Draft, WireContext, WireGate } from '../../../gate/wire.js';
import type { Changes } from './changes.js';
import { effectsOf, joined } from './effects.js';

/** The statements of a message, and what all of them are to be judged in. */
export interface InOrder {
  /** Each where it stands: after those before it. */
  readonly facts: readonly StatementFacts[];
  readonly context: WireContext;
}

/** Reads the statements of a message one after the other. `touched`: what the transaction that is open has changed before. */
export function inOrder(drafts: readonly Draft[], context: WireContext, { gate, touched }: { readonly gate: Pick<WireGate, 'facts'>; readonly touched: Changes }): InOrder {
  const facts: StatementFacts[] = [];
  let here = context;
  for (const [at, draft] of drafts.entries()) {
    const each = gate.facts(draft, here);
    facts.push(each);
    if (at < drafts.length - 1) here = after(each, here, touched);
  }
  return { facts, context: here };
}

// As the context is once a statement has run, or has not.
function after(facts: StatementFacts, context: WireContext, touched: Changes): WireContext {
  const effects = effectsOf(facts);
  if (effects.turnsBack && (touched.path || touched.schema || touched.code)) return asNobodyKnows(context);
  if (!effects.waits) return context;
  const set = besideNames(facts);
  if (set !== null) return { ...context, settings: either(context.settings, set) };
  const keeps = !effects.path || (!effects.code && hasOneSchema(context) && (isPlainDefinition(facts) || namesNoRelation(facts)));
  return {
    ...context,
    searchPath: keeps ? context.searchPath : null,
    stale: context.stale || effects.schema || effects.code,
    redefined: joined(context.stale ? (context.redefined ?? null) : [], effects.redefines),
    prepared: doubted(context.prepared, effects.code, namesOf(facts, 'prepare')),
    cursors: doubted(context.cursors, effects.code, namesOf(facts, 'declare-cursor')),
  };
}

// A ROLLBACK takes back definitions and settings of messages before, and a COMMIT those that were LOCAL: what comes next is about what there was.
function asNobodyKnows(context: WireContext): WireContext {
  return { ...context, searchPath: null, stale: true, redefined: null, prepared: doubted(context.prepared, true, []), cursors: doubted(context.cursors, true, []) };
}

/** What these say is how dates, times, amounts of money, documents and words are read and shown, and whether row policies may refuse: no name is found by them. */
const BESIDE_NAMES: ReadonlySet<string> = new Set(['client_encoding', 'standard_conforming_strings', 'datestyle', 'intervalstyle', 'timezone', 'xmloption', 'lc_monetary', 'lc_numeric', 'lc_time', 'default_text_search_config', 'row_security']);

type Setting = Extract<SessionEffect, { kind: 'set' | 'reset' }>;

// Null: not only such settings are set, and by nothing else than SET and RESET.
function besideNames({ statement, accesses, session }: StatementFacts): readonly Setting[] | null {
  if ((statement !== 'SET' && statement !== 'RESET') || accesses.some(({ builtin }) => builtin !== true)) return null;
  const settings = session.flatMap((effect) => (effect.kind === 'set' || effect.kind === 'reset' ? [effect] : []));
  return settings.length === session.length && settings.every(({ name }) => name !== null && BESIDE_NAMES.has(name)) ? settings : null;
}

// INVARIANT: all statements of a message are judged in one context, also those before the SET. No server says a value like this, so nobody has
// approved an operation under it. The required ones have one value that is not refused, and keep it.
function either(settings: WireContext['settings'], set: readonly Setting[]): WireContext['settings'] {
  const values = { ...settings };
  for (const effect of set) {
    const name = effect.name ?? '';
    if (!REQUIRED_SETTINGS.has(name)) values[name] = `${values[name] ?? ''}, or ${(effect.kind === 'set' ? effect.value : null) ?? 'its default'}`;
  }
  return values;
}

// PostgreSQL's own comes first by itself, so nothing that is made stands in for it.
function hasOneSchema({ searchPath }: WireContext): boolean {
  return searchPath !== null && searchPath.length === 2 && searchPath[0] === 'pg_catalog' && !(searchPath[1] ?? '').startsWith('pg_');
}

// A table that is no temporary one, no child and no partition; an index. Views, renames and functions are not: what stands behind a name is theirs to say.
function isPlainDefinition({ statement, redefines }: StatementFacts): boolean {
  if (redefines === undefined || redefines === null || statement === 'CREATE TABLE AS' || statement === 'SELECT INTO') return false;
  return redefines.every(({ relation, into }) => (into === 'table' || into === 'guarded') && !relation.startsWith('pg_temp.'));
}

/** They make nothing, and rename nothing, that is found where relations are. */
const BESIDE_RELATIONS: ReadonlySet<string> = new Set(['CREATE FUNCTION', 'CREATE PROCEDURE', 'CREATE TRIGGER', 'CREATE POLICY', 'ALTER POLICY', 'COMMENT', 'CREATE TYPE', 'CREATE DOMAIN']);

const GRANTED_ON: ReadonlySet<string> = new Set(['relation', 'sequence', 'function', 'role']);

// Rights on schemas, and to be another role, say which schemas are on the path.
function namesNoRelation(facts: StatementFacts): boolean {
  if (facts.statement === 'GRANT' || facts.statement === 'REVOKE') return facts.accesses.some(({ type }) => type !== 'role') && facts.accesses.every(({ type }) => GRANTED_ON.has(type ?? ''));
  // A type with columns is found where relations are: with one schema in the path, that is where it was made, unless it is a temporary one.
  return BESIDE_RELATIONS.has(facts.statement) && facts.accesses.every(({ object }) => object?.startsWith('pg_temp.') !== true);
}

function namesOf(facts: StatementFacts, kind: 'prepare' | 'declare-cursor'): string[] {
  return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}

function doubted(names: ReadonlyMap<string, Draft | 'ambiguous'>, all: boolean, some: readonly string[]): ReadonlyMap<string, Draft | 'ambiguous'> {
  if (!all && some.length === 0) return names;
  return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : (names.get(name) as Draft)]));
}
