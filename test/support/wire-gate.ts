// SPDX-License-Identifier: Apache-2.0
//
// A WireDoor that lets everything pass and remembers what it was asked: for tests of the wire, not of the gate. Reads no SQL: every
// message is one statement, named by its first word.
import { GateError } from '../../src/core/errors.js';
import type { StatementFacts } from '../../src/core/model.js';
import type { Asked, Execution, ResultPlan, Submission, WireDoor, WireGate } from '../../src/gate/wire.js';
import type { Draft } from '../../src/parse/sql/draft.js';

type Outcome = Parameters<Execution['done']>[0];

/** What one or more pass-through gates saw, in order. */
export interface GateLog {
  readonly opened: string[];
  readonly submitted: string[];
  readonly outcomes: Outcome[];
  readonly refused: string[];
  readonly originated: string[];
  readonly closed: string[];
}

/** What a pass-through door still refuses. */
export interface PassThroughOptions {
  /** Open connections above which the door refuses. */
  readonly maxConnections?: number;
}

/** A door whose gates allow everything. */
export function passThroughDoor({ maxConnections = 1_000 }: PassThroughOptions = {}): { readonly door: WireDoor; readonly log: GateLog } {
  const log: GateLog = { opened: [], submitted: [], outcomes: [], refused: [], originated: [], closed: [] };
  let open = 0;
  const door: WireDoor = {
    open(application) {
      if (open >= maxConnections) throw new GateError('LIMIT_EXCEEDED', 'too many connections', { hint: 'use a smaller pool' });
      open += 1;
      log.opened.push(application);
      return passThroughGate(log, () => (open -= 1));
    },
  };
  return { door, log };
}

function passThroughGate(log: GateLog, onClosed: () => void): WireGate {
  return {
    holds: false,
    analyse: (sql) => [draft(Buffer.from(sql).toString('utf8'))],
    facts: (of) => facts(of),
    submit(submission: Submission) {
      const { asked } = submission;
      for (const one of asked) log.submitted.push(one.draft.text);
      submission.execute(asked.map((one) => execution(one, log)));
    },
    diagnostic: (_field, text) => text,
    originated: (statement) => void log.originated.push(statement),
    idle: () => undefined,
    refused: (reason) => void log.refused.push(reason),
    closed(reason) {
      log.closed.push(reason);
      onClosed();
    },
  };
}

function execution({ draft: of }: Asked, log: GateLog): Execution {
  const plan = (columns: number): ResultPlan => ({ sinks: new Array<null>(columns).fill(null), masks: false });
  return {
    facts: facts(of),
    described: (fields) => plan(fields.length),
    copyOut: (columns) => plan(columns),
    wantsSample: false, maxRows: null, undoable: false, revocable: false, speaksLater: false, completed: () => undefined,
    sample: () => undefined,
    row: () => undefined,
    copyIn: () => undefined,
    copyInDone: () => undefined,
    answered: () => undefined,
    diagnostic: (_field, text) => text,
    done: (outcome) => void log.outcomes.push(outcome),
  };
}

function draft(text: string): Draft {
  const statement = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'EMPTY'; // match: "select 1"; miss: ";"
  return { statement, text, redacted: text, tree: null, failure: null, parameterCount: 0, start: 0, batch: 1 };
}

function facts({ statement, text, redacted }: Draft): StatementFacts {
  const common = { accesses: [], functions: [], hazards: [], flows: [], literals: [], session: [], forbidden: [], unknown: [] };
  return {
    ...common, statement, name: `sql.${statement.toLowerCase()}`, text, redacted, outputs: 'unknown', copy: null, lock: null, rewrite: null, assumed: false,
  };
}
