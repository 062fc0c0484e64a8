// SPDX-License-Identifier: Apache-2.0
//
// A parameter as a reviewer reads it: its type and its value, decoded where the type's wire form is plain. Refuses to guess: everything
// else is shown as the bytes that it is.
import type { Parameter } from '../core/model.js';
import { shownInline } from './visible-text.js';

type Decode = (bytes: Buffer) => string | null;

const sized = (size: number, read: (bytes: Buffer) => string): Decode => (bytes) => (bytes.length === size ? read(bytes) : null);
/** The text in a parameter; empty when its bytes are none. */
export function textOf({ value }: Parameter): string {
  const bytes = Buffer.from(value ?? '', 'base64');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : '';
}

const asText: Decode = (bytes) => {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? quoted(text) : null;
};

/** Binary forms that PostgreSQL will never change. @see https://www.postgresql.org/docs/18/protocol-message-formats.html */
const BINARY: Readonly<Record<string, Decode>> = {
  int2: sized(2, (bytes) => String(bytes.readInt16BE())),
  int4: sized(4, (bytes) => String(bytes.readInt32BE())),
  int8: sized(8, (bytes) => String(bytes.readBigInt64BE())),
  bool: sized(1, (bytes) => (bytes[0] === 0 ? 'false' : bytes[0] === 1 ? 'true' : hex(bytes))),
  uuid: sized(16, (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')),
  text: asText, varchar: asText, bpchar: asText, json: asText,
};

/** `$1 (pg_catalog.int4) = 42`, on one line. */
export function shownParameter(parameter: Parameter, position: number): string {
  return `$${position} (${shownInline(parameter.type)}) = ${valueOf(parameter)}`;
}

function valueOf({ type, format, value }: Parameter): string {
  if (value === null) return 'NULL';
  const bytes = Buffer.from(value, 'base64');
  if (format === 'text') return asText(bytes) ?? hex(bytes);
  const name = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : '';
  return (Object.hasOwn(BINARY, name) ? BINARY[name]?.(bytes) : null) ?? hex(bytes);
}

// A quote inside is doubled, so that a value can't seem to end early.
function quoted(text: string): string {
  return `'${shownInline(text).replaceAll("'", "''")}'`;
}

function hex(bytes: Buffer): string {
  return `bytes \\x${bytes.toString('hex')}`;
}
