// SPDX-License-Identifier: Apache-2.0
//
// What a statement may do to its own connection, so that whatever comes after it is judged with eyes open. Reads facts only.
// Refuses to trust code that it has not read: a function may set, create and drop anything.
import type { Access, Redefined, SessionEffect, StatementFacts } from '../../../core/model.js';
import { MEANING_SETTINGS } from '../../../gate/statements.js';
import type { Claim } from '../definitions/definition-lock.js';

const MEANING = new Set(MEANING_SETTINGS);

export interface Effects {
  /** What comes later must not be judged before the answer to this was seen. */
  readonly waits: boolean;
  /** Search path, role or privileges may be others afterwards. */
  readonly path: boolean;
  /** Code ran that nobody read: anything may be different. */
  readonly code: boolean;
  /** Definitions may be others afterwards. */
  readonly schema: boolean;
  /** Relations that may be others afterwards; null: any. */
  readonly redefines: readonly Redefined[] | null;
  /** Definitions may be others for other connections, too, once the transaction is over. */
  readonly forOthers: boolean;
  /** It may do more than read: what its names stand for must be what it was judged by. */
  readonly writes: boolean;
  /** Ends or rolls back (part of) a transaction: what it had changed may come back. */
  readonly turnsBack: boolean;
  /** Ends a transaction, and keeps what it did. */
  readonly commits: boolean;
  /** Nothing but transactions and settings: needs no names to be judged. */
  readonly controlOnly: boolean;
  readonly copiesIn: boolean;
  /** How many prepared statements and cursors it makes by SQL. */
  readonly names: number;
}

/** The effects of one statement. */
export function effectsOf(facts: StatementFacts): Effects {
  const code = !onlyNamesCode(facts) && (facts.unknown.length > 0 || runsCode(facts) || facts.functions.some((used) => used.class === 'control' || used.class === 'sql' || used.class === 'unknown'));
  const unfolds = facts.statement === UNFOLDS;
  const schema = unfolds || facts.session.some(({ kind }) => kind === 'ddl' || kind === 'temp') || facts.accesses.some(({ effect }) => effect === 'schema');
  const path = code || schema || facts.accesses.some(({ effect }) => effect === 'grant') || facts.session.some(changesPath);
  const registers = facts.session.some(({ kind }) => REGISTERS.has(kind));
  return {
    waits: path || registers, path, code, schema,
    redefines: unfolds || (!onlyNamesCode(facts) && runsCode({ ...facts, accesses: facts.accesses.filter((access) => !isTrigger(access, facts)) })) ? null : (facts.redefines === undefined ? [] : facts.redefines),
    forOthers: isShared(facts),
    writes: code || facts.accesses.some(({ effect, builtin }) => effect !== 'read' && builtin !== true),
    turnsBack: facts.session.some(({ kind }) => TURNS_BACK.has(kind)),
    commits: facts.session.some(({ kind }) => kind === 'commit' || kind === 'prepare-transaction'),
    controlOnly: facts.accesses.length > 0 && facts.accesses.every((access) => access.effect === 'control' && access.builtin === true),
    copiesIn: facts.copy?.direction === 'in',
    names: registers ? facts.session.filter(({ kind }) => MAKES.has(kind)).length : 0,
  };
}

// Functions of users are read when they are made through the gate, and may still change definitions when they were not.
function runsCode({ statement, accesses, unknown }: StatementFacts): boolean {
  return unknown.length > 0 || (!NAMES_CODE.has(statement) && accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown'));
}

// A function that a write calls by no name is a trigger's, and what a trigger does on a write that is allowed is the database's affair (SECURITY.md, Limits).
function isTrigger({ effect, type, object }: Access, { statement, functions }: StatementFacts): boolean {
  return effect === 'execute' && type === 'function' && FIRES.has(statement) && functions.every(({ name }) => name !== object);
}

/** Makes true what somebody prepared, here or elsewhere, before or after this gate was there: it may be anything. */
const UNFOLDS = 'COMMIT PREPARED';

/** Statements whose triggers run with them. */
const FIRES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'TRUNCATE', 'COPY']);

/** Statements that say which code is to run later, and do not run it now. */
const NAMES_CODE: ReadonlySet<string> = new Set(['CREATE TRIGGER', 'CREATE EVENT TRIGGER', 'CREATE FUNCTION', 'CREATE PROCEDURE']);

/** Definitions in which functions and operators are named, and none is called before there are rows. */
const DEFINES_OVER_ROWS: ReadonlySet<string> = new Set(['CREATE POLICY', 'ALTER POLICY', 'CREATE TABLE']);

// Bounds of partitions are computed, and so is what an index is made of (`EXCLUDE`).
function onlyNamesCode({ statement, accesses, functions, redefines }: StatementFacts): boolean {
  if (!DEFINES_OVER_ROWS.has(statement)) return false;
  if (statement === 'CREATE TABLE' && redefines?.every(({ into, computed }) => into === 'table' && computed !== true) !== true) return false;
  return functions.every((used) => used.class !== 'control' && used.class !== 'sql') && accesses.every(({ effect, type }) => (effect !== 'unknown' && effect !== 'execute') || type === 'function' || type === 'operator');
}

/** Statements that change no name, and nothing of what stands behind one. */
const REDEFINES_NOTHING: ReadonlySet<string> = new Set(['CREATE INDEX', 'REINDEX', 'CREATE STATISTICS', 'COMMENT']);

// Temporary objects are nobody else's. What can't be read may hold anything; functions that a rule allows are asked about when they have run.
function isShared({ statement, session, accesses, unknown }: StatementFacts): boolean {
  const unread = accesses.filter(({ effect }) => effect === 'unknown');
  if (statement === UNFOLDS || unread.some(({ type }) => type !== 'function') || (unknown.length > 0 && unread.length === 0)) return true;
  if (REDEFINES_NOTHING.has(statement) || !session.some(({ kind }) => kind === 'ddl')) return false;
  return !accesses.every(({ effect, object }) => (effect !== 'schema' && effect !== 'destroy') || object?.startsWith('pg_temp.') === true);
}

/** The effects of several statements in a row. */
export function together(all: readonly Effects[]): Effects {
  const any = (key: Exclude<keyof Effects, 'names' | 'redefines'>) => all.some((effects) => effects[key]);
  return {
    waits: any('waits'), path: any('path'), code: any('code'), schema: any('schema'), turnsBack: any('turnsBack'), commits: any('commits'),
    controlOnly: all.every((effects) => effects.controlOnly), copiesIn: any('copiesIn'),
    redefines: all.reduce<Effects['redefines']>((sum, { redefines }) => joined(sum, redefines), []), forOthers: any('forOthers'), writes: any('writes'),
    names: all.reduce((sum, { names }) => sum + names, 0),
  };
}

/** What it takes to send it. `mayDefine`: with what came before, it may change definitions for others. */
export function claimOf({ forOthers, writes, commits }: Effects, mayDefine: boolean): Claim {
  if (forOthers || (mayDefine && commits)) return 'define';
  return writes ? 'write' : 'none';
}

/** Relations of both; null: any. */
export function joined(one: Effects['redefines'], other: Effects['redefines']): Effects['redefines'] {
  if (one === null || other === null) return null;
  return one.length === 0 ? other : other.length === 0 ? one : [...one, ...other];
}

const REGISTERS: ReadonlySet<SessionEffect['kind']> = new Set(['prepare', 'deallocate', 'declare-cursor', 'close-cursor', 'discard']);
const MAKES: ReadonlySet<SessionEffect['kind']> = new Set(['prepare', 'declare-cursor']);
const TURNS_BACK: ReadonlySet<SessionEffect['kind']> = new Set(['commit', 'rollback', 'rollback-to', 'prepare-transaction']);

function changesPath(effect: SessionEffect): boolean {
  switch (effect.kind) {
    case 'set':
      return MEANING.has(effect.name.toLowerCase());
    case 'reset':
      return effect.name === null || MEANING.has(effect.name.toLowerCase());
    case 'discard':
      return true;
    default:
      return false;
  }
}
