// SPDX-License-Identifier: Apache-2.0
//
// Capture mode: a door around a gate's door that remembers every statement exactly, with its parameters, settings and place, and how it
// ended. For scratch databases only, since everything that can be read is allowed there. Refuses what can't be read, and to guess an end.
import { createHash, type Hash } from 'node:crypto';
import type { Decision, Operation, ResourceRef, StatementFacts } from '../core/model.js';
import type { Judge } from './order.js';
import type { Execution, Submission, WireDoor, WireGate } from './wire.js';

/** How a captured statement ended. `refused`: by the gate, before it reached the server. */
export type CaptureEnd =
  | { readonly kind: 'ok'; readonly tag: string }
  | { readonly kind: 'failed'; readonly sqlstate: string; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unknown' };

/** One statement as it was asked. */
export interface CapturedStatement {
  readonly operation: Operation<StatementFacts>;
  readonly connection: number;
  readonly message: number;
  readonly transaction: number | null;
  readonly end: CaptureEnd;
}

interface Slot {
  readonly operation: Omit<Operation<StatementFacts>, 'data'>;
  readonly connection: number;
  readonly message: number;
  data: Hash | null;
  end: CaptureEnd;
}

const ALLOWED: Decision = { decision: 'allow', rules: ['builtin:capture'], reasons: ['a scratch database'], masks: [], maxRows: null, observed: [] };

/** Allows what can be read and would not blind the gate. */
export const CAPTURE_JUDGE: Judge = {
  decide({ operation: { facts } }): Decision {
    const refused = facts.forbidden[0] ?? (facts.statement === 'UNKNOWN' ? (facts.unknown[0] ?? 'it can not be read') : null);
    return refused === null ? ALLOWED : { ...ALLOWED, decision: 'deny', rules: ['builtin:not-understood'], reasons: [`not understood: ${refused}`] };
  },
};

/** Everything that was asked through its doors. */
export class Capture {
  readonly #slots: Slot[] = [];
  #connections = 0;
  #messages = 0;

  /** The same door, seen. `resource`: for which the operations are meant, whatever database is behind it. */
  door(inner: WireDoor, resource: ResourceRef): WireDoor {
    return {
      open: (application, impacts) => {
        const gate = inner.open(application, impacts);
        this.#connections += 1;
        return this.#gate(gate, { connection: this.#connections, resource });
      },
    };
  }

  /** In the order in which they were asked, with their transactions. */
  statements(): readonly CapturedStatement[] {
    const transactions = new Transactions(this.#slots);
    return this.#slots.map((slot) => ({
      operation: { ...slot.operation, data: slot.data === null ? null : slot.data.copy().digest('hex') },
      connection: slot.connection, message: slot.message, end: slot.end,
      transaction: transactions.of(slot),
    }));
  }

  #gate(gate: WireGate, at: { readonly connection: number; readonly resource: ResourceRef }): WireGate {
    return { ...gate, submit: (submission) => gate.submit(this.#watched(gate, submission, at)) };
  }

  #watched(gate: WireGate, submission: Submission, { connection, resource }: { readonly connection: number; readonly resource: ResourceRef }): Submission {
    this.#messages += 1;
    const { context } = submission;
    const slots = submission.asked.map((asked): Slot => ({
      // Values are read now: once forwarded, their bytes are gone.
      operation: { kind: 'sql', resource, facts: gate.facts(asked.draft, asked.context ?? context), parameters: [...asked.parameters], settings: { ...context.settings } },
      connection, message: this.#messages, data: null, end: { kind: 'unknown' },
    }));
    this.#slots.push(...slots);
    return {
      asked: submission.asked, context,
      execute: (executions) => submission.execute(executions.map((execution, index) => watchedExecution(execution, slots[index] as Slot))),
      refuse(refusal) {
        for (const slot of slots) slot.end = { kind: 'refused', message: refusal.detail };
        submission.refuse(refusal);
      },
    };
  }
}

// By its prototype, since what the wire asks for are getters and methods of a class with private parts.
function watchedExecution(execution: Execution, slot: Slot): Execution {
  return {
    get facts() { return execution.facts; },
    get wantsSample() { return execution.wantsSample; },
    get maxRows() { return execution.maxRows; },
    get undoable() { return execution.undoable; },
    get revocable() { return execution.revocable; },
    get speaksLater() { return execution.speaksLater; },
    described: (...told) => execution.described(...told),
    copyOut: (...told) => execution.copyOut(...told),
    sample: (row) => execution.sample(row),
    row: (bytes) => execution.row(bytes),
    completed: (tag) => execution.completed(tag),
    copyIn(data) {
      execution.copyIn(data);
      slot.data ??= createHash('sha256');
      slot.data.update(data);
    },
    copyInDone: () => execution.copyInDone(),
    answered: (tag) => execution.answered(tag),
    diagnostic: (...told) => execution.diagnostic(...told),
    done(outcome) {
      slot.end = outcome;
      execution.done(outcome);
    },
  };
}

/** Numbers of transactions, connection by connection: explicit ones, and messages of several statements. */
class Transactions {
  readonly #open = new Map<number, { readonly number: number; readonly explicit: boolean; readonly message: number }>();
  readonly #sizes = new Map<number, number>();
  #count = 0;

  constructor(slots: readonly Slot[]) {
    for (const { message } of slots) this.#sizes.set(message, (this.#sizes.get(message) ?? 0) + 1);
  }

  of({ connection, message, operation, end }: Slot): number | null {
    const kinds = end.kind === 'ok' ? operation.facts.session.map(({ kind }) => kind) : [];
    let open = this.#open.get(connection);
    if (open !== undefined && !open.explicit && open.message !== message) open = undefined;
    const begins = kinds.includes('begin');
    const several = (this.#sizes.get(message) as number) > 1;
    if (open === undefined && (begins || several)) open = { number: (this.#count += 1), explicit: false, message };
    const number = open?.number ?? null;
    const ends = kinds.some((kind) => kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction');
    if (open === undefined || ends) this.#open.delete(connection);
    else this.#open.set(connection, begins ? { ...open, explicit: true } : open);
    return number;
  }
}
