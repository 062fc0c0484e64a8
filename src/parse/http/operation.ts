// SPDX-License-Identifier: Apache-2.0
//
// What requests are made of as operations, and whether they go to the resource that they are asked of. Refuses to keep values: reports and
// recordings see the path, the names of parameters, and sizes.
import type { Access, Effect, OperationFacts, OperationKind, ReadOperation } from '../../core/model.js';
import { destinationOf, type Message } from './message.js';

/** Where a request goes, as far as it says. */
export interface Destination {
  readonly scheme: 'http' | 'https' | null;
  readonly authority: string | null;
  readonly path: string | null;
}

/** Facts of a request, with where it goes. */
export interface RequestFacts extends OperationFacts {
  readonly destination: Destination;
}

/** What a request is made of. */
export interface Parts {
  readonly kind: OperationKind;
  readonly statement: string;
  readonly name: string;
  readonly text: string;
  readonly redacted: string;
  readonly accesses: readonly Access[];
  readonly destination: Destination;
  readonly size: number;
}

/** One request as an operation; unknown accesses say why, and so does the operation. */
export function requestOperation({ kind, statement, name, text, redacted, accesses, destination, size }: Parts): ReadOperation {
  const unknown = [...new Set(accesses.flatMap(({ why }) => (why === undefined ? [] : [why])))];
  const facts: RequestFacts = { statement, name, text: text.trim(), redacted, accesses, functions: [], hazards: [], forbidden: [], unknown, assumed: false, destination };
  return { kind, line: 1, size, facts };
}

/** One access of a request. */
export function access(effect: Effect, object: string | null, type: string | null, why?: string): Access {
  return { effect, object, type: object === null ? null : type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
}

/** Where a message goes. */
export function destination(message: Message): Destination {
  const at = destinationOf(message);
  return { scheme: at?.scheme ?? null, authority: at?.authority ?? null, path: message.target.path };
}

/**
 * The same operation as asked of a resource at `url`: unknown when it names another server, or a path that lies outside. Others than
 * requests, and resources without an address, come back as they are.
 */
export function askedOf(read: ReadOperation, url: string | null): ReadOperation {
  const elsewhere = 'destination' in read.facts && url !== null && URL.canParse(url) ? complaint((read.facts as RequestFacts).destination, new URL(url)) : null;
  if (elsewhere === null) return read;
  const { facts } = read;
  return { ...read, facts: { ...facts, accesses: [...facts.accesses, access('unknown', null, null, elsewhere)], unknown: [...facts.unknown, elsewhere] } };
}

function complaint({ scheme, authority, path }: Destination, { protocol, host, pathname }: URL): string | null {
  if (scheme !== null && `${scheme}:` !== protocol) return `it goes by \`${scheme}\`, and the resource is reached by \`${protocol.slice(0, -1)}\``;
  if (authority !== null && authority !== host) return `it goes to \`${authority}\`, which is not the resource`;
  const root = pathname.replace(/\/+$/u, '');
  return path === null || path === root || (path === '*' && root === '') || path.startsWith(`${root}/`) ? null : `it goes to a path outside of \`${root}\`, where the resource is`;
}
