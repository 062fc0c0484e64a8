// SPDX-License-Identifier: Apache-2.0
//
// Reads the messages of clients into plain records. Refuses every byte that the server would refuse or read otherwise: what is
// judged must be what PostgreSQL will see.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html
import { BodyReader } from './body.js';
import type { Frame } from './frames.js';
import { MAX_NAME_BYTES } from '../limits.js';

/** A Parse message. `sql`: the exact bytes without the NUL; `parameterTypes`: oids, 0 where the server shall infer. */
export interface ParseMessage {
  readonly name: string;
  readonly sql: Buffer;
  readonly parameterTypes: readonly number[];
}

/** A Bind message. `formats` and `resultFormats` as sent: none, one for all, or one each. Values are views. */
export interface BindMessage {
  readonly portal: string;
  readonly statement: string;
  readonly formats: readonly (0 | 1)[];
  readonly values: readonly (Buffer | null)[];
  readonly resultFormats: readonly (0 | 1)[];
}

/** A Describe or Close message. */
export interface NamedMessage {
  readonly kind: 'statement' | 'portal';
  readonly name: string;
}

/** An Execute message. `maxRows`: 0 for all. */
export interface ExecuteMessage {
  readonly portal: string;
  readonly maxRows: number;
}

/** The SQL of a Query message, without its NUL. */
export function readQuery(frame: Frame): Buffer {
  const body = new BodyReader(frame);
  const sql = body.cstringBytes();
  body.end();
  return sql;
}

/** A statement's or portal's name. Throws `PROTOCOL_VIOLATION` for one that the server would cut, since what it then means is another's. */
export function readName(body: BodyReader): string {
  const name = body.cstring();
  const bytes = Buffer.byteLength(name, 'utf8');
  if (bytes > MAX_NAME_BYTES) throw body.violation(`has a name of ${bytes} bytes, of which the server keeps ${MAX_NAME_BYTES}`);
  return name;
}

/** A Parse, its SQL untouched. */
export function readParse(frame: Frame): ParseMessage {
  const body = new BodyReader(frame);
  const name = readName(body);
  const sql = body.cstringBytes();
  const count = body.uint16();
  const parameterTypes: number[] = [];
  for (let index = 0; index < count; index += 1) parameterTypes.push(body.uint32());
  body.end();
  return { name, sql, parameterTypes };
}

/** A Bind; throws `PROTOCOL_VIOLATION` when its counts do not add up. */
export function readBind(frame: Frame): BindMessage {
  const body = new BodyReader(frame);
  const portal = readName(body);
  const statement = readName(body);
  const formats = readFormats(body);
  const count = body.uint16();
  if (formats.length > 1 && formats.length !== count) throw body.violation(`has ${formats.length} formats for ${count} parameters`);
  const values: (Buffer | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = body.int32();
    values.push(bytes === -1 ? null : body.bytes(bytes));
  }
  const resultFormats = readFormats(body);
  body.end();
  return { portal, statement, formats, values, resultFormats };
}

/**
 * The first format code of a Bind that PostgreSQL does not know; null: it knows all of them. Servers say so as late as the first row, after
 * a RowDescription that nobody can read. Looks at no value.
 */
export function unknownFormat(frame: Frame): number | null {
  const body = new BodyReader(frame);
  body.cstringBytes();
  body.cstringBytes();
  const unknown = firstUnknown(body);
  for (let count = body.uint16(); count > 0; count -= 1) {
    const bytes = body.int32();
    if (bytes !== -1) body.bytes(bytes);
  }
  return unknown ?? firstUnknown(body);
}

function firstUnknown(body: BodyReader): number | null {
  let unknown: number | null = null;
  for (let count = body.uint16(); count > 0; count -= 1) {
    const format = body.int16();
    if (format !== 0 && format !== 1) unknown ??= format;
  }
  return unknown;
}

/** The format of value `index` under a list of formats as Bind has them. */
export function formatAt(formats: readonly (0 | 1)[], index: number): 0 | 1 {
  return (formats.length === 1 ? formats[0] : formats[index]) ?? 0;
}

/** A Describe or a Close. */
export function readNamed(frame: Frame): NamedMessage {
  const body = new BodyReader(frame);
  const letter = body.byte();
  const name = readName(body);
  body.end();
  if (letter === 0x53) return { kind: 'statement', name };
  if (letter === 0x50) return { kind: 'portal', name };
  throw body.violation('names neither a statement nor a portal');
}

/** An Execute; what PostgreSQL takes for "all rows" is 0. */
export function readExecute(frame: Frame): ExecuteMessage {
  const body = new BodyReader(frame);
  const portal = readName(body);
  const maxRows = body.int32();
  body.end();
  return { portal, maxRows: Math.max(0, maxRows) };
}

/** The reason that a CopyFail gives. */
export function readCopyFail(frame: Frame): string {
  const body = new BodyReader(frame);
  const reason = body.lenientCstring();
  body.end();
  return reason;
}

/** Throws unless the message is empty: Sync, Flush, Terminate. */
export function readBare(frame: Frame): void {
  new BodyReader(frame).end();
}

function readFormats(body: BodyReader): (0 | 1)[] {
  const count = body.uint16();
  const formats: (0 | 1)[] = [];
  for (let index = 0; index < count; index += 1) {
    const format = body.uint16();
    if (format !== 0 && format !== 1) throw body.violation(`has the unknown format ${format}`);
    formats.push(format);
  }
  return formats;
}
