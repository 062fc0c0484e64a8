// SPDX-License-Identifier: Apache-2.0
//
// The words of protocol 3.0: type bytes, and messages as we write them. Reading is in frontend.ts and backend.ts.
// Refuses text with a NUL in it, which would end early on the wire and mean something else there.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html
import { GateError } from '../../../core/errors.js';
import { frame } from './frames.js';

/** Type bytes of messages that clients send. */
export const FRONTEND = {
  bind: 0x42, close: 0x43, describe: 0x44, execute: 0x45, flush: 0x48, functionCall: 0x46, parse: 0x50, query: 0x51, sync: 0x53,
  terminate: 0x58, copyData: 0x64, copyDone: 0x63, copyFail: 0x66,
  /** PasswordMessage, SASLInitialResponse, SASLResponse, GSSResponse: told apart by what was asked. */
  password: 0x70,
} as const;

/** Type bytes of messages that servers send. */
export const BACKEND = {
  authentication: 0x52, backendKeyData: 0x4b, bindComplete: 0x32, closeComplete: 0x33, commandComplete: 0x43, copyData: 0x64, copyDone: 0x63,
  copyInResponse: 0x47, copyOutResponse: 0x48, copyBothResponse: 0x57, dataRow: 0x44, emptyQueryResponse: 0x49, errorResponse: 0x45,
  functionCallResponse: 0x56, negotiateProtocolVersion: 0x76, noData: 0x6e, noticeResponse: 0x4e, notificationResponse: 0x41,
  parameterDescription: 0x74, parameterStatus: 0x53, parseComplete: 0x31, portalSuspended: 0x73, readyForQuery: 0x5a, rowDescription: 0x54,
} as const;

/** First int32 of frames without a type byte. */
export const STARTUP_CODE = { protocol3: 196_608, cancel: 80_877_102, ssl: 80_877_103, gssenc: 80_877_104 } as const;

/** Int32 of Authentication messages that we know. */
export const AUTHENTICATION = { ok: 0, cleartext: 3, md5: 5, sasl: 10, saslContinue: 11, saslFinal: 12 } as const;

/** Transaction status of ReadyForQuery: idle, in a transaction, in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** One diagnostic, by its field letters (`S V C M D H …`) in the order of the wire. */
export type DiagnosticFields = ReadonlyMap<string, string>;

const NUL = Buffer.alloc(1);

/** A string with its closing NUL. */
export function cstring(text: string): Buffer {
  if (text.includes('\0')) throw new GateError('PROTOCOL_VIOLATION', 'a text with a NUL can not be sent', { hint: 'remove the NUL' });
  return Buffer.from(`${text}\0`, 'utf8');
}

/** Big-endian int16. */
export function int16(value: number): Buffer {
  const out = Buffer.allocUnsafe(2);
  out.writeUInt16BE(value & 0xffff);
  return out;
}

/** Big-endian int32; takes unsigned values, too. */
export function int32(value: number): Buffer {
  const out = Buffer.allocUnsafe(4);
  out.writeUInt32BE(value >>> 0);
  return out;
}

/** A diagnostic of our own, in the order in which PostgreSQL writes its fields. */
export function diagnosticFields(of: {
  readonly severity: 'ERROR' | 'FATAL' | 'WARNING' | 'NOTICE';
  readonly sqlstate: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}): DiagnosticFields {
  const fields = new Map([['S', of.severity as string], ['V', of.severity as string], ['C', of.sqlstate], ['M', of.message]]);
  if (of.detail !== undefined && of.detail !== '') fields.set('D', of.detail);
  if (of.hint !== undefined && of.hint !== '') fields.set('H', of.hint);
  return fields;
}

/** An ErrorResponse of these fields. NULs in a text become blanks: an error about an error helps nobody. */
export function errorResponse(fields: DiagnosticFields): Buffer {
  return diagnostic(BACKEND.errorResponse, fields);
}

/** A NoticeResponse of these fields. */
export function noticeResponse(fields: DiagnosticFields): Buffer {
  return diagnostic(BACKEND.noticeResponse, fields);
}

function diagnostic(type: number, fields: DiagnosticFields): Buffer {
  const parts: Buffer[] = [];
  for (const [code, text] of fields) parts.push(Buffer.from(`${code}${text.replaceAll('\0', ' ')}\0`, 'utf8'));
  return frame(type, ...parts, NUL);
}

const READY: Readonly<Record<TransactionStatus, Buffer>> = {
  I: frame(BACKEND.readyForQuery, Buffer.from('I')),
  T: frame(BACKEND.readyForQuery, Buffer.from('T')),
  E: frame(BACKEND.readyForQuery, Buffer.from('E')),
};

/** ReadyForQuery. The same buffer each time: not to be written to. */
export function readyForQuery(status: TransactionStatus): Buffer {
  return READY[status];
}

/** An Authentication message of one `AUTHENTICATION` kind, with what belongs to it. */
export function authentication(kind: number, ...parts: readonly Buffer[]): Buffer {
  return frame(BACKEND.authentication, int32(kind), ...parts);
}

/** AuthenticationSASL naming these mechanisms, best first. */
export function authenticationSasl(mechanisms: readonly string[]): Buffer {
  return authentication(AUTHENTICATION.sasl, ...mechanisms.map(cstring), NUL);
}

/** A ParameterStatus: tells the client the value of a reported setting. */
export function parameterStatus(name: string, value: string): Buffer {
  return frame(BACKEND.parameterStatus, cstring(name), cstring(value));
}

/** A BackendKeyData: what a CancelRequest must bring. */
export function backendKeyData(pid: number, key: Buffer): Buffer {
  return frame(BACKEND.backendKeyData, int32(pid), key);
}

/** Says which minor version we speak at most, and which `_pq_.` options we don't know. */
export function negotiateProtocolVersion(minor: number, unknownOptions: readonly string[]): Buffer {
  return frame(BACKEND.negotiateProtocolVersion, int32(STARTUP_CODE.protocol3 + minor), int32(unknownOptions.length), ...unknownOptions.map(cstring));
}

/** CommandComplete with its tag, `SELECT 1`. */
export function commandComplete(tag: string): Buffer {
  return frame(BACKEND.commandComplete, cstring(tag));
}

/** A DataRow of these values; null is SQL NULL. */
export function dataRow(values: readonly (Buffer | null)[]): Buffer {
  let bytes = 7;
  for (const value of values) bytes += 4 + (value === null ? 0 : value.length);
  const out = Buffer.allocUnsafe(bytes);
  out[0] = BACKEND.dataRow;
  out.writeInt32BE(bytes - 1, 1);
  out.writeInt16BE(values.length, 5);
  let at = 7;
  for (const value of values) {
    out.writeInt32BE(value === null ? -1 : value.length, at);
    at += 4;
    if (value !== null) at += value.copy(out, at);
  }
  return out;
}

/** A simple Query. */
export function query(sql: string): Buffer {
  return frame(FRONTEND.query, cstring(sql));
}

/** A StartupMessage of protocol 3.0. */
export function startupMessage(parameters: ReadonlyMap<string, string>): Buffer {
  const parts = [...parameters].flatMap(([name, value]) => [cstring(name), cstring(value)]);
  return frame(0, int32(STARTUP_CODE.protocol3), ...parts, NUL);
}

/** A CancelRequest; goes on a connection of its own. */
export function cancelRequest(pid: number, key: Buffer): Buffer {
  return frame(0, int32(STARTUP_CODE.cancel), int32(pid), key);
}

/** An empty message, such as Sync, Flush, Terminate, CopyDone, ParseComplete. */
export function bare(type: number): Buffer {
  return frame(type);
}
