// SPDX-License-Identifier: Apache-2.0
//
// Content sinks: one for each way in which a PostgreSQL type wraps text. Refuses to hand on a value in which something was found and
// which it can't rewrite: that becomes NULL.
import { isUtf8 } from 'node:buffer';
import { maskArray } from './arrays.js';
import type { Detection } from './detection.js';
import type { Found } from './detectors/detector.js';
import { maskJson } from './json.js';
import { marker, replacedBytes } from './replacement.js';
import { type Sink, typeKind } from './types.js';

/** What a content sink is made of. `typeOid` with domains resolved (`wireType`). */
export interface SinkRequest {
  readonly typeOid: number;
  readonly format: 0 | 1;
  readonly count: (detector: string) => void;
  readonly detection: Detection;
}

/** Shorter finds in binary data that is no text are chance. */
const MIN_CHANCE_FREE_BYTES = 10;
/** First byte of jsonb on the wire: its version. */
const JSONB_VERSION = 1;

/** The sink for a type, or null when it can't hold text. */
export function contentSink(request: SinkRequest): Sink | null {
  const binary = request.format === 1;
  const kind = typeKind(request.typeOid);
  switch (kind) {
    case 'number':
      return null;
    case 'text':
      return textSink(request);
    case 'json':
      return jsonSink(request, 0);
    case 'jsonb':
      return jsonSink(request, binary ? 1 : 0);
    case 'xml':
      return foreignSink(request);
    case 'bytea':
      return binary ? byteaSink(request, (value) => value) : byteaSink(request, decodeBytea);
    case 'text-array':
      return binary ? arraySink(request) : foreignSink(request);
    case 'opaque-array':
      return binary ? wholeSink(request) : hexArraySink(request);
    case 'other':
      return binary ? wholeSink(request) : foreignSink(request);
    default:
      return kind satisfies never;
  }
}

function textSink({ detection, count }: SinkRequest): Sink {
  return looking(detection, (value) => {
    const { found, hidden } = detection.seenIn(value);
    const first = hidden[0];
    if (first !== undefined) {
      tell(hidden, count);
      return Buffer.from(marker(first.name), 'latin1');
    }
    if (found.length === 0) return undefined;
    tell(found, count);
    return replacedBytes(value, found);
  });
}

// A sink that masks only what the detection sees in the value's own bytes: of most values it needs no view.
function looking(detection: Detection, mask: (value: Buffer) => Buffer | null | undefined): Sink {
  return (source, start, end) => (detection.possibleAt(source, start, end) ? mask(source.subarray(start, end)) : undefined);
}

// A type that is taken for its text: what hides behind escapes can't be rewritten there, so all of it is NULL.
function foreignSink({ detection, count }: SinkRequest): Sink {
  return looking(detection, (value) => {
    const { found, hidden } = detection.seenIn(value);
    tell(hidden.length > 0 ? hidden : found, count);
    if (hidden.length > 0) return null;
    return found.length === 0 ? undefined : replacedBytes(value, found);
  });
}

// Nothing of it can be rewritten: all or NULL.
function wholeSink(request: SinkRequest): Sink {
  return looking(request.detection, (value) => (isFoundIn(value, request) ? null : undefined));
}

function isFoundIn(value: Buffer, { detection, count }: SinkRequest): boolean {
  const { found, hidden } = detection.seenIn(value);
  tell(hidden.length > 0 ? hidden : found, count);
  return found.length + hidden.length > 0;
}

function jsonSink(request: SinkRequest, skip: 0 | 1): Sink {
  const { detection, count } = request;
  return looking(detection, (value) => {
    const body = value.subarray(skip);
    if (!isUtf8(body) || (skip === 1 && value[0] !== JSONB_VERSION)) return isFoundIn(value, request) ? null : undefined;
    const masked = maskJson(body.toString('utf8'), detection);
    if (masked.found.length === 0) return undefined;
    tell(masked.found, count);
    return Buffer.concat([value.subarray(0, skip), Buffer.from(masked.text, 'utf8')]);
  });
}

function byteaSink({ detection, count }: SinkRequest, decode: (value: Buffer) => Buffer): Sink {
  return (source, start, end) => {
    const bytes = decode(source.subarray(start, end));
    const found = detection.inBytes(bytes);
    const real = found.length === 0 || isUtf8(bytes) ? found : found.filter((one) => one.end - one.start >= MIN_CHANCE_FREE_BYTES);
    tell(real, count);
    return real.length === 0 ? undefined : null;
  };
}

function arraySink(request: SinkRequest): Sink {
  const element = textSink(request);
  return (source, start, end) => {
    const value = source.subarray(start, end);
    const masked = maskArray(value, element);
    if (masked !== 'no-array') return masked;
    return isFoundIn(value, request) ? null : undefined;
  };
}

// Elements of bytea[] are hex within the literal; those of json[] are JSON with escaped quotes.
function hexArraySink(request: SinkRequest): Sink {
  return (source, start, end) => {
    const value = source.subarray(start, end);
    if (isFoundIn(value, request)) return null;
    // Match `\\\\x4142`, miss `x4142`: one element's hex.
    const plain = value.toString('latin1').replace(/\\\\x([0-9a-f]{2,})/g, (_, hex: string) => ` ${Buffer.from(hex, 'hex').toString('latin1')} `);
    return isFoundIn(Buffer.from(plain, 'latin1'), request) ? null : undefined;
  };
}

function tell(found: readonly Found[], count: (detector: string) => void): void {
  for (const { name } of found) count(name);
}

// Hex (`\x4142`) or the older escape format (`AB\001\\`).
function decodeBytea(value: Buffer): Buffer {
  if (value[0] === 0x5c && value[1] === 0x78) return Buffer.from(value.toString('latin1', 2), 'hex');
  if (!value.includes(0x5c)) return value;
  // Match `\\` and `\001`, miss `\9`: one escape.
  const text = value.toString('latin1').replace(/\\(?:\\|([0-3][0-7]{2}))/g, (_, octal: string | undefined) => (octal === undefined ? '\\' : String.fromCharCode(parseInt(octal, 8))));
  return Buffer.from(text, 'latin1');
}
