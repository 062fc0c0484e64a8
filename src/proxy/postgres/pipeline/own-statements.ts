// SPDX-License-Identifier: Apache-2.0
//
// Sends the gate's own statements on a client's connection, in the extended protocol and under names of their own, so that the
// client's unnamed statement and portal live on, and hides the answers. Refuses to send anything that is not in gate/statements.ts
// or catalog.ts.
import { GateError } from '../../../core/errors.js';
import type { WireGate } from '../../../gate/wire.js';
import { type CellBounds, readDataRow, readDiagnostic } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import { frame, type Frame } from '../protocol/frames.js';
import { BACKEND, bare, cstring, FRONTEND, int16, int32 } from '../protocol/messages.js';
import type { OwnRows, OwnStep } from './steps.js';

/** Name of our statement and portal on a client's connection. */
export const OWN_NAME = 'ostiary gate';

const NAME = cstring(OWN_NAME);
const CLOSE = Buffer.concat([frame(FRONTEND.close, Buffer.from('S'), NAME), frame(FRONTEND.close, Buffer.from('P'), NAME)]);
const RUN = Buffer.concat([frame(FRONTEND.bind, NAME, NAME, int16(0), int16(0), int16(0)), frame(FRONTEND.execute, NAME, int32(0))]);
const CLOSES = 4;

/** What carries an `OwnStep` to the server in its turn; the line. */
export interface OwnCarrier {
  readonly segmentOpen: boolean;
  sendOwn(step: OwnStep, bytes: Buffer): void;
}

/** Asks the server something between the client's messages. */
export class OwnStatements {
  readonly #carrier: OwnCarrier;
  readonly #gate: WireGate;

  constructor(carrier: OwnCarrier, gate: WireGate) {
    this.#carrier = carrier;
    this.#gate = gate;
  }

  /** Rows of one statement, as text. Throws `UPSTREAM_FAILED` with the server's words. Only when nothing else is on its way. */
  rows(sql: string, of: { readonly name: string; readonly purpose: string }): Promise<OwnRows> {
    this.#gate.originated(of.name, of.purpose);
    // Inside the client's pipeline a Sync would commit what it has not finished.
    const synced = !this.#carrier.segmentOpen;
    const bytes = Buffer.concat([CLOSE, frame(FRONTEND.parse, NAME, cstring(sql), int16(0)), RUN, CLOSE, bare(synced ? FRONTEND.sync : FRONTEND.flush)]);
    return new Promise((resolve, reject) => {
      const settle = ({ rows, error }: OwnStep) => {
        if (error === null) resolve(rows);
        else reject(new GateError('UPSTREAM_FAILED', `the server refused the gate's own question: ${error.message} (${error.sqlstate})`));
      };
      this.#carrier.sendOwn({ kind: 'own', synced, rows: [], closes: 0, error: null, settle }, bytes);
    });
  }
}

/** Takes one message of the answer; true when it was the last. Throws when the server says what can't be an answer. */
export function takeOwn(step: OwnStep, message: Frame, bounds: CellBounds): boolean {
  switch (message.type) {
    case BACKEND.dataRow:
      (step.rows as (string | null)[][]).push(readDataRow(message, bounds).map((value) => value?.toString('utf8') ?? null));
      return false;
    case BACKEND.closeComplete:
      step.closes += 1;
      return !step.synced && step.closes === CLOSES;
    case BACKEND.errorResponse: {
      const fields = readDiagnostic(message);
      step.error = { sqlstate: fields.get('C') ?? '', message: fields.get('M') ?? '' };
      return !step.synced;
    }
    case BACKEND.readyForQuery:
      return true;
    case BACKEND.parseComplete:
    case BACKEND.bindComplete:
    case BACKEND.commandComplete:
    case BACKEND.noticeResponse:
      return false;
    default:
      throw malformed(message.type, 'is no answer to a question of the gate');
  }
}
