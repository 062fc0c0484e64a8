// SPDX-License-Identifier: Apache-2.0
//
// The last word to a client whose connection can't go on. Refuses to tell what is behind the gate, and anything of our own faults.
import { GateError, messageOf } from '../../../core/errors.js';
import { diagnosticFields, errorResponse } from '../protocol/messages.js';
import { RefusedForGood } from '../protocol/refusals.js';
import { SQLSTATE, StartupRefusal } from '../protocol/startup.js';

/** What to tell a client about anything thrown, as a FATAL ErrorResponse; our own faults without detail. */
export function fatal(thrown: unknown, sqlstateOfLimit: string = SQLSTATE.limitExceeded): Buffer {
  const { sqlstate, message, hint } = wording(thrown, sqlstateOfLimit);
  return errorResponse(diagnosticFields({ severity: 'FATAL', sqlstate, message, ...(hint === undefined ? {} : { hint }) }));
}

function wording(thrown: unknown, sqlstateOfLimit: string): { readonly sqlstate: string; readonly message: string; readonly hint?: string | undefined } {
  if (thrown instanceof StartupRefusal || thrown instanceof RefusedForGood) return { sqlstate: thrown.sqlstate, message: thrown.message, hint: thrown.hint };
  if (!(thrown instanceof GateError)) return { sqlstate: SQLSTATE.internal, message: 'the gate failed', hint: "the gate's log says why" };
  switch (thrown.code) {
    case 'PROTOCOL_VIOLATION':
      return { sqlstate: SQLSTATE.protocolViolation, message: messageOf(thrown), hint: thrown.hint };
    case 'LIMIT_EXCEEDED':
      return { sqlstate: sqlstateOfLimit, message: messageOf(thrown), hint: thrown.hint };
    case 'DENIED':
      return { sqlstate: SQLSTATE.notAllowed, message: messageOf(thrown), hint: thrown.hint };
    case 'RECORD_FAILED':
      // Where the recording is, is not the client's to know either.
      return { sqlstate: SQLSTATE.notAllowed, message: 'ostiary: the connection ends, because the recording can not be written', hint: "nothing runs unrecorded; the gate's log says why" };
    case 'UPSTREAM_FAILED':
      // The address and the user of the real database are not the client's to know.
      return { sqlstate: SQLSTATE.connectionFailure, message: 'the gate can not reach the database behind it', hint: "the gate's log says why" };
    default:
      return { sqlstate: SQLSTATE.internal, message: 'the gate failed', hint: "the gate's log says why" };
  }
}

/** Why a session ends that is told to: as PostgreSQL says it when it shuts down, unless whoever ended it has said more. */
export function whyEnded(reason: unknown): string {
  return reason instanceof GateError ? reason.message : 'terminating connection due to administrator command';
}
