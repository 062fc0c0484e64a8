// SPDX-License-Identifier: Apache-2.0
//
// Which statements and portals the server may be asked to describe. It describes a FETCH by its cursor and does not look whether there is
// one: with the cursor gone (seen with 15.18 and 18.4), its process crashes, and takes the sessions of everybody with it. So a FETCH is
// described only directly after it was made. Refuses, too, to have an EXECUTE described that could stand for one.
import { executedBy } from '../../../gate/facts.js';
import type { Draft, WireGate } from '../../../gate/wire.js';
import type { Names } from './names.js';
import { Portal, type Statement } from './prepared.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';

/** What a client is told that asks for such a description. */
export const UNDESCRIBED = wireRefusal(WIRE_SQLSTATE.notNow, 'ostiary: the cursor of this FETCH may be gone by now, and the server can not describe it then', 'rephrase: prepare the FETCH again, or bind it again, and describe it at once');

/** Follows one connection's messages. */
export class Describable {
  readonly #names: Names;
  readonly #gate: Pick<WireGate, 'analyse'>;
  /** Made since a message that may have ended a cursor. */
  readonly #fresh = new Set<Statement | Portal>();

  constructor(names: Names, gate: Pick<WireGate, 'analyse'>) {
    this.#names = names;
    this.#gate = gate;
  }

  made(what: Statement | Portal): void {
    if (what.draft?.statement === 'FETCH') this.#fresh.add(what);
  }

  /** A message goes by that may end a cursor: all but those that only prepare something. */
  passed(): void {
    if (this.#fresh.size > 0) this.#fresh.clear();
  }

  /** `wait`: only the server's next answers will tell. `segment`: as in names. */
  allows(what: Statement | Portal, segment: number): boolean | 'wait' {
    const draft = this.#draftOf(what instanceof Portal ? what.statement : what);
    if (draft?.statement === 'FETCH') return this.#fresh.has(what);
    const name = draft === undefined ? null : executedBy(draft);
    if (name === null) return true;
    const found = this.#names.statements.find(name, segment);
    return found === 'wait' ? 'wait' : found === undefined || !FETCHES.has(this.#draftOf(found)?.statement ?? '');
  }

  // Of one that is in doubt only its text is left. PREPARE takes no FETCH.
  #draftOf({ draft, bySql, source }: Statement): Draft | undefined {
    return bySql ? undefined : (draft ?? this.#gate.analyse(source)[0]);
  }
}

/** What may end at a FETCH. */
const FETCHES: ReadonlySet<string> = new Set(['FETCH', 'EXECUTE']);
