// SPDX-License-Identifier: Apache-2.0
//
// How a refusal looks on the wire: an ordinary error of the protocol, after which the connection lives on.
// Refuses to quote anything but what the gate worded.
import { GateError } from '../../../core/errors.js';
import { FAIL } from '../../../gate/statements.js';
import type { Refusal } from '../../../gate/wire.js';
import { frame } from './frames.js';
import { cstring, diagnosticFields, errorResponse, FRONTEND, int16, query } from './messages.js';

/** SQLSTATEs that the wire itself answers with. */
export const WIRE_SQLSTATE = { protocolViolation: '08P01', notAllowed: '42501', badParameter: '22023', noStatement: '26000', noCursor: '34000', limit: '54000', notNow: '55000', notAvailable: '55P03', outOfMemory: '53200' } as const;

/** The fixed failing statement, as a Query and as a Parse; it never comes into being, so its name harms none of the client's. */
export const FAILING = {
  query: query(FAIL.sql),
  parse: frame(FRONTEND.parse, cstring('ostiary refused'), cstring(FAIL.sql), int16(0)),
} as const;

/** A refusal as an ErrorResponse. */
export function refusalBytes({ sqlstate, message, detail, hint }: Refusal): Buffer {
  return errorResponse(diagnosticFields({ severity: 'ERROR', sqlstate, message, detail, hint }));
}

/** Something that the wire itself refuses. */
export function wireRefusal(sqlstate: string, message: string, hint = ''): Refusal {
  return { decision: 'deny', sqlstate, message, detail: '', hint };
}

/** A message that breaks the protocol, or can't be judged, refused. */
export function violation(thrown: GateError): Refusal {
  return wireRefusal(thrown.code === 'PROTOCOL_VIOLATION' ? WIRE_SQLSTATE.protocolViolation : WIRE_SQLSTATE.notAllowed, thrown.message, thrown.hint);
}

/** What a client is told of a message that no room came up for. */
export function noRoom(bytes: number): Refusal {
  return wireRefusal(WIRE_SQLSTATE.outOfMemory, `ostiary: no room for a message of ${bytes} bytes, since too many large ones are on their way`, 'read results as they come, ask for or send less at once, or use fewer connections at a time');
}

/** A refusal after which the connection can't go on. */
export class RefusedForGood extends GateError {
  readonly sqlstate: string;

  constructor({ sqlstate, message, hint }: Refusal) {
    super('DENIED', message, { hint });
    this.sqlstate = sqlstate;
  }
}

/** What a client is told that has more prepared statements, portals and cursors open than are kept. */
export const TOO_MUCH = wireRefusal(WIRE_SQLSTATE.limit, 'ostiary: too many prepared statements, portals or cursors are open, or their texts are too long together', 'close some of them');
