// SPDX-License-Identifier: Apache-2.0
//
// The protocol in short words, for tests: builders for a client's messages, and a server's answers as one line of text. Refuses
// nothing; malformed messages are built from `frame`.
import { readCommandTag, readNotification, readRowDescription } from '../../src/proxy/postgres/protocol/backend.js';
import { frame, type Frame } from '../../src/proxy/postgres/protocol/frames.js';
import { BACKEND, bare, cstring, FRONTEND, int16, int32, query } from '../../src/proxy/postgres/protocol/messages.js';
import { RawClient, type Seen } from './raw-client.js';

export const q = query;
export const sync = bare(FRONTEND.sync);
export const flush = bare(FRONTEND.flush);
export const terminate = bare(FRONTEND.terminate);
export const copyDone = bare(FRONTEND.copyDone);

export function parse(name: string, sql: string, types: readonly number[] = []): Buffer {
  return frame(FRONTEND.parse, cstring(name), cstring(sql), int16(types.length), ...types.map(int32));
}

export function bind(portal: string, statement: string, values: readonly (string | Buffer | null)[] = [], resultFormats: readonly number[] = []): Buffer {
  const parts = values.flatMap((value) => (value === null ? [int32(-1)] : [int32(Buffer.byteLength(value)), Buffer.from(value)]));
  return frame(FRONTEND.bind, cstring(portal), cstring(statement), int16(0), int16(values.length), ...parts, int16(resultFormats.length), ...resultFormats.map(int16));
}

export function describe_(what: 'S' | 'P', name: string): Buffer {
  return frame(FRONTEND.describe, Buffer.from(what), cstring(name));
}

export function execute(portal: string, maxRows = 0): Buffer {
  return frame(FRONTEND.execute, cstring(portal), int32(maxRows));
}

export function close(what: 'S' | 'P', name: string): Buffer {
  return frame(FRONTEND.close, Buffer.from(what), cstring(name));
}

export function copyData(data: string | Buffer): Buffer {
  return frame(FRONTEND.copyData, Buffer.from(data));
}

export function copyFail(why: string): Buffer {
  return frame(FRONTEND.copyFail, cstring(why));
}

/** Parse, Bind, Describe, Execute of the unnamed ones. */
export function run(sql: string, values: readonly (string | null)[] = []): Buffer {
  return Buffer.concat([parse('', sql), bind('', '', values), describe_('P', ''), execute('')]);
}

/** `T(a,b) D(1|x) C(SELECT 1) Z(I)`; errors as `E42501`; parameter statuses are left out. */
export function told(seen: readonly Seen[]): string {
  return seen.filter(({ letter }) => letter !== 'S').map(word).join(' ');
}

function word(seen: Seen): string {
  const { letter, frame: message } = seen;
  switch (message.type) {
    case BACKEND.errorResponse:
      return `E${seen.sqlstate ?? ''}`;
    case BACKEND.noticeResponse:
      return `N(${seen.message ?? ''})`;
    case BACKEND.commandComplete:
      return `C(${readCommandTag(message)})`;
    case BACKEND.rowDescription:
      return `T(${readRowDescription(message).map(({ name }) => name).join(',')})`;
    case BACKEND.dataRow:
      return `D(${cells(message).join('|')})`;
    case BACKEND.readyForQuery:
      return `Z(${message.body.toString()})`;
    case BACKEND.copyData:
      return `d(${JSON.stringify(message.body.toString('latin1')).slice(1, -1)})`;
    case BACKEND.notificationResponse: {
      const { channel, payload } = readNotification(message);
      return `A(${channel},${payload})`;
    }
    default:
      return letter;
  }
}

function cells(message: Frame): string[] {
  const { body } = message;
  const out: string[] = [];
  let at = 2;
  for (let index = 0; index < body.readUInt16BE(0); index += 1) {
    const bytes = body.readInt32BE(at);
    at += 4;
    out.push(bytes < 0 ? '∅' : body.subarray(at, at + bytes).toString('latin1'));
    at += Math.max(0, bytes);
  }
  return out;
}

/** Logs in through a gate (see gate-in-front.ts). */
export async function connectRaw(gate: { readonly port: number; readonly env: Readonly<Record<string, string>> }): Promise<RawClient> {
  const client = await RawClient.connect(gate.port);
  const seen = await client.login({ user: gate.env.PGUSER ?? '', database: gate.env.PGDATABASE ?? '' }, gate.env.PGPASSWORD ?? '');
  if (seen.at(-1)?.letter !== 'Z') throw new Error(`login failed: ${told(seen)}`);
  return client;
}

/** Sends and reads up to the given number of ReadyForQuery. */
export async function ask(client: RawClient, messages: readonly Buffer[], readies = 1): Promise<string> {
  client.send(...messages);
  const seen: Seen[] = [];
  for (let count = 0; count < readies; count += 1) seen.push(...(await client.until('Z')));
  return told(seen);
}
