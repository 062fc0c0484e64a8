// SPDX-License-Identifier: Apache-2.0
//
// COPY data from the client to the server. While a statement may ask for data nothing else is taken from the client; while data flows,
// every piece is shown to the gate first. Refuses other messages in between, which would put the server out of step.
import { GateError, messageOf } from '../../../core/errors.js';
import type { Refusal } from '../../../gate/wire.js';
import type { Frame } from '../protocol/frames.js';
import { bare, cstring, FRONTEND } from '../protocol/messages.js';
import { frame as frameOf } from '../protocol/frames.js';
import type { Outgoing } from '../transport/outgoing.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import type { Result } from '../results/result.js';

/** `awaiting`: the server's next answer tells whether data is due. */
export type CopyInState = 'none' | 'awaiting' | 'copying';

const FLUSH = bare(FRONTEND.flush);

/** COPY data of one client, while a statement takes it or may. */
export class CopyIn {
  readonly #toServer: Outgoing;
  state: CopyInState = 'none';
  #by: 'query' | 'execute' = 'query';
  /** The Query, or the portal, that it is about. */
  #of: object | null = null;
  #result: Result | null = null;
  #flushes = false;

  constructor(toServer: Outgoing) {
    this.#toServer = toServer;
  }

  /** A statement that copies in is on its way, in this Query or portal. */
  expect(by: 'query' | 'execute', of: object): void {
    this.state = 'awaiting';
    this.#by = by;
    this.#of = of;
  }

  /** The server asks for data. `flushes`: in a transaction whose end waits for the answer, which the server would keep until then. */
  begin(result: Result, flushes = false): void {
    if (this.state !== 'awaiting' || result.execution.facts.copy?.direction !== 'in') {
      throw new GateError('DENIED', 'the server asks for data that nobody was allowed to copy in');
    }
    this.state = 'copying';
    this.#result = result;
    this.#flushes = flushes;
  }

  /** The statement (or the whole Query) has ended. One in front of that which is expected by now changes nothing; left out: nothing is to come. */
  over(of: object | null = this.#of): void {
    if (of !== this.#of) return;
    this.state = 'none';
    this.#result = null;
    this.#of = null;
  }

  /** Takes one message while data flows. */
  take(frame: Frame): void {
    switch (frame.type) {
      case FRONTEND.copyData:
        this.#data(frame);
        return;
      case FRONTEND.copyDone:
        this.#done(frame);
        return;
      case FRONTEND.copyFail:
        this.#toServer.frame(frame);
        this.#sent();
        return;
      case FRONTEND.flush:
      case FRONTEND.sync:
        // The server ignores both here; drivers send them ahead, before they know that it is a COPY.
        return;
      default:
        throw new GateError('PROTOCOL_VIOLATION', `unexpected message type ${frame.type} during COPY from stdin`);
    }
  }

  #data(frame: Frame): void {
    if (this.#admits((execution) => execution.copyIn(frame.body))) this.#toServer.frame(frame);
  }

  #done(frame: Frame): void {
    if (!this.#admits((execution) => execution.copyInDone())) return;
    this.#toServer.frame(frame);
    this.#sent();
  }

  /** False: the gate said no, and the server was told to give up. */
  #admits(ask: (execution: Result['execution']) => void): boolean {
    const result = this.#result as Result;
    try {
      ask(result.execution);
      return true;
    } catch (thrown) {
      const hint = thrown instanceof GateError ? (thrown.hint ?? '') : '';
      this.refuse(wireRefusal(WIRE_SQLSTATE.notAllowed, `ostiary: ${messageOf(thrown)}`, hint));
      return false;
    }
  }

  /** While data flows: tells the server to give up, and the client, in its turn, why. */
  refuse(refusal: Refusal): void {
    (this.#result as Result).refusal = refusal;
    this.#toServer.bytes(frameOf(FRONTEND.copyFail, cstring('refused by the ostiary gate')));
    this.#sent();
  }

  // A Query may hold a second COPY; a portal holds one, and the client's Sync must pass. Before that comes the server keeps its answer,
  // for which what comes next may have to wait.
  #sent(): void {
    this.state = this.#by === 'query' ? 'awaiting' : 'none';
    if (this.#flushes || this.#by === 'execute') this.#toServer.bytes(FLUSH);
  }
}
