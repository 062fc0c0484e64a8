// SPDX-License-Identifier: Apache-2.0
//
// What a statement may do to its own connection, so that whatever comes after it is judged with eyes open. Reads facts only.
// Refuses to trust code that it has not read: a function may set, create and drop anything.
import type { SessionEffect, StatementFacts } from '../../core/model.js';
import { MEANING_SETTINGS } from '../../gate/statements.js';

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
  /** Ends or rolls back (part of) a transaction: what it had changed may come back. */
  readonly turnsBack: boolean;
  /** Nothing but transactions and settings: needs no names to be judged. */
  readonly controlOnly: boolean;
  readonly copiesIn: boolean;
  /** How many prepared statements and cursors it makes by SQL. */
  readonly names: number;
}

/** The effects of one statement. */
export function effectsOf(facts: StatementFacts): Effects {
  const code = facts.unknown.length > 0
    || facts.accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown')
    || facts.functions.some((used) => used.class === 'control' || used.class === 'sql' || used.class === 'unknown');
  const schema = facts.session.some(({ kind }) => kind === 'ddl' || kind === 'temp') || facts.accesses.some(({ effect }) => effect === 'schema');
  const path = code || schema || facts.accesses.some(({ effect }) => effect === 'grant') || facts.session.some(changesPath);
  const registers = facts.session.some(({ kind }) => REGISTERS.has(kind));
  return {
    waits: path || registers, path, code, schema,
    turnsBack: facts.session.some(({ kind }) => TURNS_BACK.has(kind)),
    controlOnly: facts.accesses.length > 0 && facts.accesses.every((access) => access.effect === 'control' && access.builtin === true),
    copiesIn: facts.copy?.direction === 'in',
    names: registers ? facts.session.filter(({ kind }) => MAKES.has(kind)).length : 0,
  };
}

/** The effects of several statements in a row. */
export function together(all: readonly Effects[]): Effects {
  const any = (key: Exclude<keyof Effects, 'names'>) => all.some((effects) => effects[key]);
  return {
    waits: any('waits'), path: any('path'), code: any('code'), schema: any('schema'), turnsBack: any('turnsBack'),
    controlOnly: all.every((effects) => effects.controlOnly), copiesIn: any('copiesIn'),
    names: all.reduce((sum, { names }) => sum + names, 0),
  };
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
