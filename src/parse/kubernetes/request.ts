// SPDX-License-Identifier: Apache-2.0
//
// A request to the API server as text: a request line, header lines that matter, an empty line, the body. Decides on the decoded request: verb,
// resource, subresource, body. Refuses bodies in encodings that we can't read and bodies that say otherwise than their path.
// @see https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
import type { Access, Hazard, ReadOperation } from '../../core/model.js';
import { access, operation, unreadable } from './operation.js';
import { changeOf } from './request-change.js';
import { readPath, type ResourcePath } from './request-path.js';
import { connectOf, kindOf, pathObject, pathType, readOf, type Answer } from './request-read.js';
import { withoutSecrets } from './secrets.js';
import { canonical } from './value.js';

export interface Request {
  readonly path: ResourcePath;
  /** Media type without its parameters, lower case; null when there is none. */
  readonly contentType: string | null;
  readonly body: string;
}

/** True for a text that begins with a request line. */
export function isRequest(text: string): boolean {
  return /^[A-Z]{3,10} \/\S*[ \t]*(?:HTTP\/1\.[01])?\r?(?:\n|$)/u.test(text);
}

/** Source: etcd's limit of 1.5 MiB, in the most wasteful JSON. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The one operation of a request. Never throws. */
export function readRequest(source: string): ReadOperation {
  const end = /\r?\n\r?\n/u.exec(source);
  const head = (end === null ? source : source.slice(0, end.index)).split(/\r?\n/u).filter((line) => line !== '');
  const body = end === null ? '' : source.slice(end.index + end[0].length);
  const [method = '', target = ''] = (head[0] ?? '').trim().split(/[ \t]+/u);
  const headers = headersOf(head.slice(1));
  if (headers === null) return unreadable(source, 1, 'a line of its head is no header');
  if (Buffer.byteLength(body, 'utf8') > MAX_BODY_BYTES) return unreadable(source, 1, `its body is larger than ${MAX_BODY_BYTES} bytes`);
  const path = readPath(method, target);
  const impersonated = impersonation(headers);
  if (path.kind === 'problem') return unreadable(source, 1, path.problem, impersonated.hazards);
  if (path.kind === 'discovery') return answer(source, { statement: 'DISCOVERY', name: 'kubernetes.discovery', accesses: [access('read', null, null)], hazards: [] }, impersonated, `${method} ${target}`);
  const types = headers.get('content-type') ?? [];
  if (types.length > 1 || (headers.get('content-encoding') ?? []).some((value) => value !== 'identity')) return unreadable(source, 1, 'its body is in an encoding that we do not read');
  const request: Request = { path, contentType: types[0]?.split(';')[0]?.trim().toLowerCase() ?? null, body };
  const given = answerOf(request);
  const shown = given.body === undefined || given.body === null ? '' : `\n${canonical(withoutSecrets(given.body))}`;
  return answer(source, given, impersonated, `${method} ${target}${shown}`);
}

function answerOf(request: Request): Answer {
  const { path } = request;
  return connectOf(path) ?? (['get', 'list', 'watch'].includes(path.verb) ? readOf(path) : changeOf(request)) ?? {
    statement: `UNKNOWN ${kindOf(path).toUpperCase()}`, name: 'kubernetes.unknown', hazards: [],
    accesses: [access('unknown', pathObject(path), pathType(path), { why: `\`${path.subresource ?? path.verb}\` is nothing that we know of \`${path.resource}\`` })],
  };
}

interface Impersonation {
  readonly accesses: readonly Access[];
  readonly hazards: readonly Hazard[];
}

function answer(source: string, { statement, name, accesses, hazards }: Answer, impersonated: Impersonation, redacted: string): ReadOperation {
  return operation({ statement, name, text: source.trim(), redacted, accesses: [...accesses, ...impersonated.accesses], hazards: [...hazards, ...impersonated.hazards], line: 1 });
}

function headersOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> | null {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [, name, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}):[ \t]*(.*?)[ \t]*$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) return null;
    found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), value]);
  }
  return found;
}

// Who impersonates acts with rights that are not the caller's.
function impersonation(headers: ReadonlyMap<string, readonly string[]>): Impersonation {
  const named = [...headers].filter(([name]) => name.startsWith('impersonate-'));
  const accesses = named.flatMap(([name, values]) => values.map((value) => access('grant', `${name === 'impersonate-group' ? 'groups' : 'users'}/${value.slice(0, 253)}`, name === 'impersonate-group' ? 'groups' : 'users')));
  return { accesses, hazards: named.length === 0 ? [] : [{ id: 'impersonates', detail: 'it is done in the name of somebody else' }] };
}
