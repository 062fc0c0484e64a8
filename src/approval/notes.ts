// SPDX-License-Identifier: Apache-2.0
//
// What a reader has to know of an operation besides its text: what it is, what it touches, what can't be undone. Made of facts that a
// parser found in the bytes. Refuses to take any of this from a manifest.
import type { ManifestOperation } from '../core/manifest.js';
import type { Effect, OperationFacts } from '../core/model.js';

export interface OperationNotes {
  /** `DROP TABLE`. */
  readonly statement: string;
  /** `write public.orders (status)`, in the order of the statement. */
  readonly touches: readonly string[];
  /** Ways of doing things that people look out for. */
  readonly hazards: readonly string[];
  readonly irreversible: readonly string[];
  /** Why it is not (all) understood. */
  readonly unknown: readonly string[];
}

/** Parses the bytes again and says what they do, at this place among all of them. The same bytes must always give the same notes. */
export type Explain = (operation: ManifestOperation, place: number, all: readonly ManifestOperation[]) => OperationNotes;

const LOST: Readonly<Partial<Record<Effect, string>>> = {
  destroy: 'what it removes does not come back with a rollback of the release',
  write: 'rows that it changes or removes keep no copy of what they were',
  grant: 'what is done with new rights before they are taken away stays done',
  execute: 'what code does elsewhere is out of reach of a rollback',
  unknown: 'nobody can say what it does, so nobody can say what could be undone',
};

/** The notes of facts. */
export function notesOf(facts: OperationFacts): OperationNotes {
  const effects = new Set(facts.accesses.map(({ effect }) => effect));
  // A plain INSERT adds; everything else that writes may overwrite.
  if (facts.statement === 'INSERT') effects.delete('write');
  return {
    statement: facts.statement,
    touches: [...new Set(facts.accesses.map(({ effect, object, columns, why }) => {
      const named = columns.length === 0 || columns.includes('*') ? '' : ` (${columns.join(', ')})`;
      return `${effect} ${object ?? 'nothing in particular'}${named}${why === undefined ? '' : `: ${why}`}`;
    }))],
    hazards: facts.hazards.map(({ id, detail }) => `${id}: ${detail}`),
    irreversible: [...effects].flatMap((effect) => LOST[effect] ?? []),
    unknown: facts.unknown,
  };
}
