// SPDX-License-Identifier: Apache-2.0
//
// Reads the first message of a client: which kind it is, and which parameters it carries, `options` taken apart as PostgreSQL does.
// Refuses replication, parameters sent twice, command-line switches other than `-c`, and leaves the allow-list to its caller.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-STARTUPMESSAGE
import { GateError } from '../../../core/errors.js';
import { BodyReader } from './body.js';
import type { Frame } from './frames.js';
import { STARTUP_CODE } from './messages.js';

/** What a frame without a type byte says. */
export type FirstMessage =
  | { readonly kind: 'ssl' }
  | { readonly kind: 'gssenc' }
  | { readonly kind: 'cancel'; readonly pid: number; readonly key: Buffer }
  | { readonly kind: 'startup'; readonly minor: number; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: 'unsupported'; readonly version: string };

/** Who asks, for what. `protocolOptions`: names that begin with `_pq_.`. */
export interface Startup {
  readonly user: string;
  readonly database: string | null;
  readonly protocolOptions: readonly string[];
}

/** A refusal at startup, with the SQLSTATE to print. Not GateError itself, because the door must print that code. */
export class StartupRefusal extends GateError {
  readonly sqlstate: string;

  constructor(sqlstate: string, message: string, hint: string) {
    super(sqlstate === SQLSTATE.badPassword ? 'IDENTITY_UNTRUSTED' : 'DENIED', message, { hint });
    this.sqlstate = sqlstate;
  }
}

/** Codes of PostgreSQL that the handshake prints. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE = {
  protocolViolation: '08P01', connectionFailure: '08006', featureNotSupported: '0A000', noUser: '28000', badPassword: '28P01',
  noDatabase: '3D000', notAllowed: '42501', tooManyConnections: '53300', limitExceeded: '54000', adminShutdown: '57P01', internal: 'XX000',
} as const;

const MAJOR = 3;
const PROTOCOL_OPTION = '_pq_.';
// libpq's cancel keys: 4 bytes in protocol 3.0, up to 256 in 3.2.
const MAX_KEY_BYTES = 256;

/** Reads a first message. Throws `PROTOCOL_VIOLATION`. */
export function readFirst(frame: Frame): FirstMessage {
  const body = new BodyReader(frame);
  const code = body.int32();
  if (code === STARTUP_CODE.ssl || code === STARTUP_CODE.gssenc) {
    body.end();
    return { kind: code === STARTUP_CODE.ssl ? 'ssl' : 'gssenc' };
  }
  if (code === STARTUP_CODE.cancel) {
    const pid = body.int32();
    if (body.left < 1 || body.left > MAX_KEY_BYTES) throw body.violation(`has a key of ${body.left} bytes`);
    return { kind: 'cancel', pid, key: Buffer.from(body.rest()) };
  }
  const [major, minor] = [code >>> 16, code & 0xffff];
  if (major !== MAJOR) return { kind: 'unsupported', version: `${major}.${minor}` };
  const parameters = new Map<string, string>();
  for (let name = body.cstring(); name !== ''; name = body.cstring()) {
    if (parameters.has(name)) throw body.violation(`has the parameter \`${name}\` twice`);
    parameters.set(name, body.cstring());
  }
  body.end();
  return { kind: 'startup', minor, parameters };
}

/** Who a StartupMessage is from. Throws a `StartupRefusal` when it does not say. */
export function readStartup(parameters: ReadonlyMap<string, string>): Startup {
  const user = parameters.get('user') ?? '';
  if (user === '') throw new StartupRefusal(SQLSTATE.noUser, 'the startup message names no user', 'set PGUSER to the session id');
  const protocolOptions = [...parameters.keys()].filter((name) => name.startsWith(PROTOCOL_OPTION));
  return { user, database: parameters.get('database') || null, protocolOptions };
}

/** The settings of a StartupMessage, names in lower case. Throws a `StartupRefusal`; for proven clients only, whose refusals are recorded. */
export function readSettings(parameters: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const [name, value] of parameters) {
    // PostgreSQL compares these four exactly, and takes `User` for a setting: so do we, and the allow-list refuses it.
    if (name === 'user' || name === 'database' || name.startsWith(PROTOCOL_OPTION)) continue;
    if (name === 'options') for (const [option, of] of readOptions(value)) settings.set(option, of);
    else if (name === 'replication') refuseReplication(value);
    else settings.set(name.toLowerCase(), value);
  }
  return settings;
}

// `false` and its spellings are what PostgreSQL takes for an ordinary connection.
function refuseReplication(value: string): void {
  if (['false', 'off', 'no', '0'].includes(value.toLowerCase())) return;
  throw new StartupRefusal(SQLSTATE.notAllowed, 'replication connections do not pass the gate', 'remove `replication` from the connection string');
}

/** Takes `-c name=value --other-name=value` apart, as `pg_split_opts` and `ParseLongOption` do. Throws a `StartupRefusal`. */
export function readOptions(options: string): [name: string, value: string][] {
  const words = splitWords(options);
  const settings: [string, string][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    let assignment: string | undefined;
    if (word === '-c') assignment = words[(at += 1)];
    else if (word.startsWith('-c') || word.startsWith('--')) assignment = word.slice(2);
    const equals = assignment?.indexOf('=') ?? -1;
    if (assignment === undefined || equals < 1) {
      throw new StartupRefusal(SQLSTATE.notAllowed, `the startup option \`${word}\` does not pass the gate`, 'write settings as `-c name=value`');
    }
    settings.push([assignment.slice(0, equals).replaceAll('-', '_').toLowerCase(), assignment.slice(equals + 1)]);
  }
  return settings;
}

// Words end at white space as C's isspace() has it; a backslash takes the next character as it is.
function splitWords(options: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < options.length; at += 1) {
    const char = options[at] as string;
    if (' \t\n\v\f\r'.includes(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      if (char === '\\') at += 1;
      word = (word ?? '') + (options[at] ?? '');
    }
  }
  if (word !== null) words.push(word);
  return words;
}
