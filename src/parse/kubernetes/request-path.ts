// SPDX-License-Identifier: Apache-2.0
//
// The path of a request to the API server as what it asks for: verb, group, resource, name, subresource. Refuses every path that has two
// readings: `//`, dots, encoded slashes, parameters, a slash at the end. One normal form is judged, and it is the one that came.
// @see https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
import { isName } from './resource.js';

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** A request for a resource. */
export interface ResourcePath {
  readonly kind: 'resource';
  readonly verb: Verb;
  readonly group: string;
  readonly version: string;
  /** `apps/v1` */
  readonly apiVersion: string;
  /** Lower-case plural. */
  readonly resource: string;
  /** Null: of no namespace, or of all. */
  readonly namespace: string | null;
  readonly name: string | null;
  readonly subresource: string | null;
  /** What follows `proxy/`. */
  readonly rest: string | null;
  readonly query: ReadonlyMap<string, readonly string[]>;
}

export type RequestPath = ResourcePath | { readonly kind: 'discovery'; readonly path: string } | { readonly kind: 'problem'; readonly problem: string };

/** Source: the API server reads request lines of up to 1 MiB; names are 253 characters each. */
const MAX_TARGET = 8_192;
const METHODS: Readonly<Record<string, Verb>> = { GET: 'get', HEAD: 'get', POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' };
const DISCOVERY = /^\/(?:api(?:\/v1)?|apis(?:\/[a-z0-9.-]+(?:\/[a-z0-9]+)?)?|version|healthz|livez|readyz|(?:healthz|livez|readyz)\/[a-z0-9/-]+|openapi\/v[23](?:\/[a-z0-9./-]+)?|\.well-known\/openid-configuration|openid\/v1\/jwks)$/u;

const problem = (why: string): RequestPath => ({ kind: 'problem', problem: why });

/** Reads a method and a target. Never throws. */
export function readPath(method: string, target: string): RequestPath {
  const verb = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (verb === undefined) return problem('its method is none that the API server knows');
  if (target.length > MAX_TARGET) return problem(`its path is longer than ${MAX_TARGET} characters`);
  const mark = target.indexOf('?');
  const path = decoded(mark < 0 ? target : target.slice(0, mark));
  if (path === null) return problem('its path has more than one reading: `//`, `.` or `..`, an encoded slash, `;`, or a slash at its end');
  const query = queryOf(mark < 0 ? '' : target.slice(mark + 1));
  if (query === null) return problem('its query has more than one reading');
  if (DISCOVERY.test(path)) return verb === 'get' ? { kind: 'discovery', path } : problem('nothing can be written there');
  return resourcePath(verb, path.slice(1).split('/'), query);
}

// Only a colon may be encoded, as clients do in `system:node`: everything else that a name may hold needs no encoding.
function decoded(path: string): string | null {
  const plain = path.replace(/%3A/giu, ':');
  // One match: `/api/v1/namespaces/a/pods/system:b`; one miss: `/api//v1`, `/api/v1/`, `/a/../b`, `/a%2fb`, `/a;b`.
  if (!/^(?:\/[A-Za-z0-9._:~@-]+)+$/u.test(plain)) return null;
  return plain.split('/').some((part) => part === '.' || part === '..') ? null : plain;
}

function queryOf(query: string): ReadonlyMap<string, readonly string[]> | null {
  const found = new Map<string, string[]>();
  // `;` parted parameters once and is ignored now; a fragment is never sent.
  if (/[;#\s]/u.test(query)) return null;
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=');
    const [key, value] = [equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1)].map((part) => {
      try {
        return decodeURIComponent(part.replaceAll('+', ' '));
      } catch {
        return null;
      }
    });
    if (key === undefined || key === null || value === undefined || value === null) return null;
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return found;
}

function resourcePath(verb: Verb, parts: readonly string[], query: ResourcePath['query']): RequestPath {
  const [root] = parts;
  if (root !== 'api' && root !== 'apis') return problem('its path is none of the API that we know');
  const group = root === 'api' ? '' : (parts[1] ?? '');
  const version = parts[root === 'api' ? 1 : 2] ?? '';
  const rest = parts.slice(root === 'api' ? 2 : 3);
  if (root === 'apis' && !/^[a-z0-9][a-z0-9.-]{0,252}$/u.test(group) || !/^v[0-9][a-z0-9]{0,30}$/u.test(version)) return problem('its API group or version is none');
  const old = rest[0] === 'watch' ? 'watch' : rest[0] === 'proxy' ? 'proxy' : null;
  const [where, what] = placed(old === null ? rest : rest.slice(1));
  const [resource, name, subresource, ...more] = what;
  if (resource === undefined || !/^[a-z][a-z0-9-]{0,62}$/u.test(resource)) return problem('it names no resource');
  if (where !== null && !isName(where)) return problem('the namespace in its path is none that the API takes');
  if (name !== undefined && !isName(name)) return problem('the name in its path is none that the API takes');
  if (more.length > 0 && subresource !== 'proxy') return problem('its path goes on behind the subresource');
  const proxied = old === 'proxy' && name !== undefined;
  const found = { kind: 'resource', group, version, apiVersion: group === '' ? version : `${group}/${version}`, resource, namespace: where, name: name ?? null, query } as const;
  if (proxied) return { ...found, verb, subresource: 'proxy', rest: what.slice(2).join('/') };
  if (old === 'proxy') return problem('it names nothing to be reached');
  return { ...found, verb: old === 'watch' && verb === 'get' ? 'watch' : exactly(verb, name ?? null, query), subresource: subresource ?? null, rest: more.length > 0 ? more.join('/') : null };
}

// `namespaces/x` alone, and its own subresources, are about the namespace; anything behind it lies inside.
function placed(parts: readonly string[]): readonly [namespace: string | null, what: readonly string[]] {
  if (parts[0] !== 'namespaces' || parts.length < 3 || (parts.length === 3 && ['status', 'finalize'].includes(parts[2] as string))) return [null, parts];
  return [parts[1] as string, parts.slice(2)];
}

function exactly(verb: Verb, name: string | null, query: ResourcePath['query']): Verb {
  if (verb === 'get' && query.get('watch')?.some((value) => value !== '0' && value.toLowerCase() !== 'false') === true) return 'watch';
  if (name !== null) return verb;
  return verb === 'get' ? 'list' : verb === 'delete' ? 'deletecollection' : verb;
}
