// SPDX-License-Identifier: Apache-2.0
//
// Requests to an HTTP API as operations: the method says the effect, the path in its one normal form is the object. Refuses to guess: a method
// that is none of the usual, a path with two readings, a body where none belongs, are unknown.
// @see https://www.rfc-editor.org/rfc/rfc9110#section-9
import type { Effect, ReadOperation } from '../../core/model.js';
import { type BadMessage, type Message, readMessage } from './message.js';
import { access, destination, requestOperation } from './operation.js';

const EFFECTS: Readonly<Record<string, Effect>> = { GET: 'read', HEAD: 'read', OPTIONS: 'read', POST: 'write', PUT: 'write', PATCH: 'write', DELETE: 'destroy' };

/** The one operation of a request. Never throws. */
export function readHttp(text: string): readonly ReadOperation[] {
  const message = readMessage(text);
  return [message.kind === 'problem' ? unreadable(text, message) : operationOf(text, message)];
}

function operationOf(text: string, message: Message): ReadOperation {
  const { method, target, body } = message;
  const effect = Object.hasOwn(EFFECTS, method) ? (EFFECTS[method] as Effect) : 'unknown';
  const why = effect === 'unknown' ? `\`${method.slice(0, 20)}\` is no method that we know` : secondMethod(message);
  return requestOperation({
    kind: 'http', statement: effect === 'unknown' ? 'UNKNOWN' : method, name: effect === 'unknown' ? 'http.unknown' : `http.${method.toLowerCase()}`, text,
    redacted: `${method} ${target.path}${namesIn(target.query)}${body === '' ? '' : ` with ${Buffer.byteLength(body, 'utf8')} bytes`}`,
    accesses: [access(why === null ? effect : 'unknown', target.path, 'path', why ?? undefined)], destination: destination(message), size: Buffer.byteLength(body, 'utf8'),
  });
}

// Frameworks let a parameter say another method than the request line; servers disagree about the body of a read.
function secondMethod({ method, target, body, headers }: Message): string | null {
  if (EFFECTS[method] === 'read' && body.trim() !== '') return 'it reads, and has a body that some servers obey and others drop';
  const form = headers.get('content-type')?.[0]?.toLowerCase().startsWith('application/x-www-form-urlencoded') === true ? body : '';
  const overridden = [target.query, form].some((pairs) => namesOf(pairs).some((name) => /^_?method$|^x-http-method/iu.test(name)));
  return overridden || (headers.get('content-type')?.[0]?.toLowerCase().startsWith('multipart/') === true && /name="?_method/iu.test(body)) ? 'a parameter of it says another method' : null;
}

function namesOf(pairs: string): readonly string[] {
  return pairs.split(/[&;]/u).filter((pair) => pair !== '').map((pair) => {
    const name = (pair.split('=')[0] ?? '').replaceAll('+', ' ');
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  });
}

function namesIn(query: string): string {
  if (query === '') return '';
  return `?${query.split('&').map((pair) => (pair.includes('=') ? `${(pair.split('=')[0] ?? '').slice(0, 60)}=?` : '?')).slice(0, 20).join('&')}`;
}

function unreadable(text: string, { problem, method, path }: BadMessage): ReadOperation {
  return requestOperation({
    kind: 'http', statement: 'UNKNOWN', name: 'http.unknown', text, redacted: method === null ? 'a request' : `${method} ${path ?? '…'}`,
    accesses: [access('unknown', path, 'path', problem)], destination: { scheme: null, authority: null, path }, size: Buffer.byteLength(text, 'utf8'),
  });
}
