// SPDX-License-Identifier: Apache-2.0
//
// The contexts of a message of several statements: nobody can ask the server in between, so each is judged as if everything that
// those before it may have changed were unknown. Refuses to simulate. What a statement makes, drops or renames in a schema is named by it, so that a
// name which it may have changed is in doubt (redefined.ts) and every other one stands where it stood; only what changes which schemas are on the
// path, or runs code that nobody read, takes the path away. Settings that say how values are read and shown leave every path as it is; which value a
// statement runs under is said of none.
import type { SessionEffect, StatementFacts } from '../../../core/model.js';
import { REQUIRED_SETTINGS } from '../../../gate/statements.js';
import type { Draft, WireContext, WireGate } from '../../../gate/wire.js';
import type { Changes } from './changes.js';
import { effectsOf, joined } from './effects.js';

/** The statements of a message, each where it stands: after those before it. */
export interface InOrder {
  readonly facts: readonly StatementFacts[];
  readonly contexts: readonly WireContext[];
  /** That of the last one. */
  readonly context: WireContext;
}

/** Reads the statements of a message one after the other. `touched`: what the transaction that is open has changed before. */
export function inOrder(drafts: readonly Draft[], context: WireContext, { gate, touched }: { readonly gate: Pick<WireGate, 'facts'>; readonly touched: Changes }): InOrder {
  const facts: StatementFacts[] = [];
  const contexts: WireContext[] = [];
  let here = context;
  for (const [at, draft] of drafts.entries()) {
    const each = gate.facts(draft, here);
    facts.push(each);
    contexts.push(here);
    if (at < drafts.length - 1) here = after(each, here, touched);
  }
  return { facts, contexts, context: here };
}

// As the context is once a statement has run, or has not.
function after(facts: StatementFacts, context: WireContext, touched: Changes): WireContext {
  const effects = effectsOf(facts);
  if (effects.turnsBack && (touched.path || touched.schema || touched.code)) return asNobodyKnows(context);
  if (!effects.waits) return context;
  const set = besideNames(facts);
  if (set !== null) return { ...context, settings: either(context.settings, set) };
  const redefined = joined(context.stale ? (context.redefined ?? null) : [], effects.redefines);
  const keeps = !effects.path || (!effects.code && redefined !== null && leavesPath(facts, context));
  return {
    ...context,
    searchPath: keeps ? context.searchPath : null,
    stale: context.stale || effects.schema || effects.code,
    redefined,
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

// INVARIANT: whether the SET still holds is not followed (LOCAL, ROLLBACK). No server says a value like this, so nobody has approved an operation
// under it. The required ones have one value that is not refused, and keep it.
function either(settings: WireContext['settings'], set: readonly Setting[]): WireContext['settings'] {
  const values = { ...settings };
  for (const effect of set) {
    const name = effect.name ?? '';
    if (!REQUIRED_SETTINGS.has(name)) values[name] = `${values[name] ?? ''}, or ${(effect.kind === 'set' ? effect.value : null) ?? 'its default'}`;
  }
  return values;
}

// The path stays when nothing but what is found in schemas was made, dropped or renamed, each by a name that is on record.
function leavesPath(facts: StatementFacts, context: WireContext): boolean {
  if (facts.session.some(({ kind }) => kind !== 'ddl' && kind !== 'temp')) return false;
  if (facts.statement === 'CREATE SCHEMA') return isOffPath(facts, context);
  if (facts.accesses.length > 0 && facts.accesses.every(({ type }) => type === 'role')) return false;
  const isPlaced = (type: string | null) => IN_SCHEMAS.has(type ?? '') || (type === 'role' && NAMES_ROLES.has(facts.statement));
  if (!facts.accesses.every(({ effect, type }) => effect === 'read' || isPlaced(type))) return false;
  if (facts.redefines === undefined && !BESIDE.has(facts.statement) && !QUIET.has(facts.statement)) return false;
  return MAKES.has(facts.statement) || BESIDE.has(facts.statement) || hasOneSchema(context);
}

/** What is found in a schema, and is none itself; rights on it say nothing of others. */
const IN_SCHEMAS: ReadonlySet<string> = new Set(['relation', 'sequence', 'index', 'function', 'type', 'statistics', 'text search configuration', 'text search dictionary']);

/** They say what roles may do with something; to be another role, or to use a schema, is another matter. */
const NAMES_ROLES: ReadonlySet<string> = new Set(['GRANT', 'REVOKE', 'CREATE POLICY', 'ALTER POLICY']);

/** They give new names and take none away, not even behind a CASCADE: what is dropped with others uncovers what the next schema has. */
const MAKES: ReadonlySet<string> = new Set(['CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'CREATE VIEW', 'CREATE MATERIALIZED VIEW', 'CREATE FUNCTION', 'CREATE PROCEDURE', 'CREATE TYPE', 'CREATE DOMAIN']);

/** What they make, if anything, is read and written under no name of its own. */
const BESIDE: ReadonlySet<string> = new Set(['CREATE INDEX', 'CREATE SEQUENCE', 'CREATE TRIGGER', 'CREATE POLICY', 'ALTER POLICY', 'COMMENT', 'GRANT', 'REVOKE']);

/** What they change, or drop, is not found where tables and views are; ALTER TABLE says what it changes, if that matters. */
const QUIET: ReadonlySet<string> = new Set([
  'ALTER TABLE', 'ALTER INDEX', 'DROP INDEX', 'REINDEX', 'ALTER SEQUENCE', 'DROP SEQUENCE', 'ALTER FUNCTION', 'ALTER PROCEDURE', 'DROP FUNCTION', 'DROP PROCEDURE', 'DROP POLICY', 'DROP TYPE', 'DROP DOMAIN', 'CREATE STATISTICS', 'DROP STATISTICS',
  'CREATE TEXT SEARCH CONFIGURATION', 'ALTER TEXT SEARCH CONFIGURATION', 'CREATE TEXT SEARCH DICTIONARY',
]);

// PostgreSQL's own comes first by itself, so nothing that is made stands in for it; and nothing comes after the other.
function hasOneSchema({ searchPath }: WireContext): boolean {
  return searchPath !== null && searchPath.length === 2 && searchPath[0] === 'pg_catalog' && !(searchPath[1] ?? '').startsWith('pg_');
}

// A new schema, empty, that the setting does not name, and whoever is at work is not called.
function isOffPath({ accesses }: StatementFacts, { settings, catalog }: WireContext): boolean {
  const { search_path: path, role, session_authorization: session } = settings;
  const [made] = accesses;
  if (path === undefined || accesses.length !== 1 || made?.effect !== 'schema' || typeof made.object !== 'string') return false;
  return !path.includes(made.object) && ![catalog.user, role, session].includes(made.object);
}

function namesOf(facts: StatementFacts, kind: 'prepare' | 'declare-cursor'): string[] {
  return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}

function doubted(names: ReadonlyMap<string, Draft | 'ambiguous'>, all: boolean, some: readonly string[]): ReadonlyMap<string, Draft | 'ambiguous'> {
  if (!all && some.length === 0) return names;
  return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : (names.get(name) as Draft)]));
}
