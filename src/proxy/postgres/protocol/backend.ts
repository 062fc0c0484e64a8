// SPDX-License-Identifier: Apache-2.0
//
// Reads the messages of servers into plain records; rows into an array of positions, without a view per value. Refuses what does
// not add up: a row that we can't take apart can't be masked.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html
import type { WireField } from '../../../gate/wire.js';
import { BodyReader, malformed } from './body.js';
import type { Frame } from './frames.js';
import { MAX_COLUMNS } from '../limits.js';
import { BACKEND, type DiagnosticFields, type TransactionStatus } from './messages.js';

/** A CopyInResponse, CopyOutResponse or CopyBothResponse. */
export interface CopyResponse {
  readonly binary: boolean;
  readonly columns: number;
}

/** A NotificationResponse: what LISTEN brings. */
export interface Notification {
  readonly pid: number;
  readonly channel: string;
  readonly payload: string;
}

/** Room for the cells of any row; see `readCells`. */
export type CellBounds = Int32Array;

/** A CellBounds, to be made once and used for every row. */
export function cellBounds(): CellBounds {
  return new Int32Array(2 * MAX_COLUMNS);
}

/**
 * Finds the values of a DataRow and returns how many there are: value `i` begins at `bounds[2*i]` of `frame.source` and has
 * `bounds[2*i+1]` bytes, -1 for NULL. Throws `PROTOCOL_VIOLATION` when the row does not add up.
 */
export function readCells(frame: Frame, bounds: CellBounds): number {
  const { source, end } = frame;
  let at = frame.bodyStart;
  if (end - at < 2) throw malformed(frame.type, 'is too short for what it holds');
  const count = source.readUInt16BE(at);
  at += 2;
  if (count > MAX_COLUMNS) throw malformed(frame.type, `has ${count} columns, more than ${MAX_COLUMNS}`);
  for (let index = 0; index < count; index += 1) {
    if (end - at < 4) throw malformed(frame.type, 'is too short for what it holds');
    // Four shifts are several times faster here than readInt32BE, and this runs once per value.
    const bytes = ((source[at] as number) << 24) | ((source[at + 1] as number) << 16) | ((source[at + 2] as number) << 8) | (source[at + 3] as number);
    at += 4;
    bounds[2 * index] = at;
    bounds[2 * index + 1] = bytes;
    if (bytes === -1) continue;
    if (bytes < 0 || bytes > end - at) throw malformed(frame.type, 'is too short for what it holds');
    at += bytes;
  }
  if (at !== end) throw malformed(frame.type, `has ${end - at} bytes too many`);
  return count;
}

/** The values of a DataRow as views, for places that are not in a hurry; `bounds` is scratch space. */
export function readDataRow(frame: Frame, bounds: CellBounds): (Buffer | null)[] {
  const count = readCells(frame, bounds);
  const values: (Buffer | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = bounds[2 * index] as number;
    const bytes = bounds[2 * index + 1] as number;
    values.push(bytes === -1 ? null : frame.source.subarray(start, start + bytes));
  }
  return values;
}

/** The columns of the rows to come, in order. */
export function readRowDescription(frame: Frame): WireField[] {
  const body = new BodyReader(frame);
  const count = body.uint16();
  if (count > MAX_COLUMNS) throw body.violation(`has ${count} columns, more than ${MAX_COLUMNS}`);
  const fields: WireField[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = body.lenientCstring();
    const tableOid = body.uint32();
    const columnNumber = body.int16();
    const typeOid = body.uint32();
    body.bytes(6);
    const format = body.int16();
    if (format !== 0 && format !== 1) throw body.violation(`has the unknown format ${format}`);
    fields.push({ name, tableOid, columnNumber, typeOid, format });
  }
  body.end();
  return fields;
}

/** Oids of a statement's parameters. */
export function readParameterDescription(frame: Frame): number[] {
  const body = new BodyReader(frame);
  const count = body.uint16();
  const types: number[] = [];
  for (let index = 0; index < count; index += 1) types.push(body.uint32());
  body.end();
  return types;
}

/** The fields of an ErrorResponse or NoticeResponse, in their order. */
export function readDiagnostic(frame: Frame): DiagnosticFields {
  const body = new BodyReader(frame);
  const fields = new Map<string, string>();
  for (let code = body.byte(); code !== 0; code = body.byte()) fields.set(String.fromCharCode(code), body.lenientCstring());
  body.end();
  return fields;
}

/** The tag of a CommandComplete, `UPDATE 3`. */
export function readCommandTag(frame: Frame): string {
  const body = new BodyReader(frame);
  const tag = body.lenientCstring();
  body.end();
  return tag;
}

const STATUSES: ReadonlyMap<number, TransactionStatus> = new Map([[0x49, 'I'], [0x54, 'T'], [0x45, 'E']]);

/** The transaction status that the server reports between statements. */
export function readReadyForQuery(frame: Frame): TransactionStatus {
  const body = new BodyReader(frame);
  const status = STATUSES.get(body.byte());
  body.end();
  if (status === undefined) throw malformed(BACKEND.readyForQuery, 'has an unknown transaction status');
  return status;
}

/** One reported setting and its value. */
export function readParameterStatus(frame: Frame): { readonly name: string; readonly value: string } {
  const body = new BodyReader(frame);
  const name = body.lenientCstring();
  const value = body.lenientCstring();
  body.end();
  return { name, value };
}

/** Process id and secret key; 4 bytes in protocol 3.0, up to 256 in 3.2. The key is a copy. */
export function readBackendKeyData(frame: Frame): { readonly pid: number; readonly key: Buffer } {
  const body = new BodyReader(frame);
  const pid = body.int32();
  const key = Buffer.from(body.rest());
  if (key.length < 4 || key.length > 256) throw body.violation(`has a key of ${key.length} bytes`);
  return { pid, key };
}

/** What came by LISTEN, and from which process. */
export function readNotification(frame: Frame): Notification {
  const body = new BodyReader(frame);
  const pid = body.int32();
  const channel = body.lenientCstring();
  const payload = body.lenientCstring();
  body.end();
  return { pid, channel, payload };
}

/** The form of the COPY that begins. Throws `PROTOCOL_VIOLATION` for formats other than text and binary. */
export function readCopyResponse(frame: Frame): CopyResponse {
  const body = new BodyReader(frame);
  const format = body.byte();
  const columns = body.uint16();
  body.bytes(2 * columns);
  body.end();
  if (format !== 0 && format !== 1) throw body.violation(`has the unknown format ${format}`);
  return { binary: format === 1, columns };
}
