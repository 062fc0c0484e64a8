// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements and cursors, by name. What is behind a name is judged when it is prepared or declared, and again each time it is
// used. Refuses a name that nobody saw being given, or that more than one statement may hold.
import type { Node } from '@pgsql/types';
import type { StatementFacts } from '../../../core/model.js';
import { noteTyped } from '../calls/conversions.js';
import type { Draft, NameLookup, Scope } from '../draft.js';
import { every, nodesIn, present } from '../grammar/tree.js';
import { plainExpression } from './expressions.js';
import { absorb, type AnyHandlers, apart, isNothing, type Place } from './place.js';

const OWN = { builtin: true } as const;

/** Handlers of PREPARE, EXECUTE, DEALLOCATE, DECLARE, FETCH, MOVE and CLOSE. */
export const NAMED_HANDLERS = {
  PrepareStmt: ({ name, query, argtypes }, place) => {
    declared(argtypes, place);
    held(query, place);
    place.builder.session({ kind: 'prepare', name: present(name) });
  },
  ExecuteStmt: ({ name: given, params }, place) => {
    const name = present(given);
    const carries = nodesIn(params).map((param) => plainExpression(param, place)).some(({ origins }) => origins?.length !== 0);
    const draft = place.builder.scope.prepared.get(name);
    if (draft !== undefined && draft !== 'ambiguous') declared(argumentTypes(draft), place);
    const scope = carries ? { ...place.builder.scope, computedParameters: true } : place.builder.scope;
    const facts = behind(name, place.builder.scope.prepared, { place, word: 'prepared statement', runs: place.runs, scope });
    if (facts === null) return;
    absorb(facts, place.builder, { flows: true, session: true });
    place.builder.outputs(facts.outputs);
  },
  DeallocateStmt: ({ name = null }, { builder }) => {
    builder.access('control', null, null, OWN);
    builder.session({ kind: 'deallocate', name });
  },
  DeclareCursorStmt: ({ portalname, query }, place) => {
    held(query, place);
    place.builder.session({ kind: 'declare-cursor', name: present(portalname) });
  },
  FetchStmt: ({ portalname, ismove }, place) => {
    const facts = behind(present(portalname), place.builder.scope.cursors, { place, word: 'cursor', runs: false });
    if (facts === null) return;
    absorb(facts, place.builder, { flows: true });
    place.builder.outputs(ismove === true ? null : facts.outputs);
  },
  ClosePortalStmt: ({ portalname = null }, { builder }) => {
    builder.access('control', null, null, OWN);
    builder.session({ kind: 'close-cursor', name: portalname });
  },
} satisfies AnyHandlers;

// What the held statement does it does later; a rule that would stop it stops it here already.
function held(query: Node | undefined, place: Place): void {
  const facts = apart(present(query), place);
  absorb(facts, place.builder, { flows: true });
  if (facts.accesses.every(isNothing)) place.builder.access('read', null, null);
}

interface Asked {
  readonly place: Place;
  readonly word: string;
  readonly runs: boolean;
  /** Another than the place's, when what is behind the name is given values. */
  readonly scope?: Scope;
}

function behind(name: string, names: NameLookup, { place, word, runs, scope = place.builder.scope }: Asked): StatementFacts | null {
  const { builder } = place;
  const draft = names.get(name);
  if (draft === undefined || draft === 'ambiguous') {
    builder.outputs('unknown');
    builder.unknown(draft === undefined ? `there is no ${word} \`${name}\` that we know` : `more than one ${word} could be \`${name}\` now`, name, word);
    return null;
  }
  const node = heldBy(draft);
  if (node === null) {
    builder.outputs('unknown');
    builder.unknown(`the ${word} \`${name}\` could not be read`, name, word);
    return null;
  }
  return apart(node, place, { runs, text: draft.text, scope });
}

// Values that are given become of these types.
function declared(types: readonly Node[] | undefined, { builder }: Place): void {
  for (const type of every('TypeName', types)) noteTyped(type, builder);
}

function argumentTypes({ tree }: Draft): readonly Node[] | undefined {
  const node = tree as unknown as Node | null;
  return node !== null && 'PrepareStmt' in node ? node.PrepareStmt.argtypes : undefined;
}

// The draft is the whole `PREPARE` or `DECLARE`, or the statement itself when the protocol named it.
function heldBy({ tree }: Draft): Node | null {
  if (tree === null) return null;
  const node = tree as unknown as Node;
  if ('PrepareStmt' in node) return present(node.PrepareStmt.query);
  if ('DeclareCursorStmt' in node) return present(node.DeclareCursorStmt.query);
  return node;
}
