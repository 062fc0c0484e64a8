// SPDX-License-Identifier: Apache-2.0
//
// The environment that COMMAND sees: its own, less everything that speaks for the job or knows the upstream, plus the guarded
// endpoints. Refuses collisions; never contains an upstream's address or credential.
import { GateError } from '../core/errors.js';

/** A guarded endpoint on loopback. `password` is a session credential, worthless elsewhere. */
export interface Endpoint {
  readonly resource: string;
  readonly type: 'postgres';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Host name of the upstream, so that variables that name it can be kept back; null: nobody here knows it. */
  readonly upstreamHost: string | null;
}

export interface EnvironmentRequest {
  readonly base: Readonly<Record<string, string | undefined>>;
  readonly tokenVariables: readonly string[];
  readonly secretVariables: readonly string[];
  readonly endpoints: readonly Endpoint[];
  readonly bindings: readonly { readonly name: string; readonly resource: string }[];
  readonly guide: string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** libpq reads these; whatever was set pointed somewhere else. @see https://www.postgresql.org/docs/current/libpq-envars.html */
const isLibpq = (name: string): boolean => /^PG[A-Z]+$/.test(name) || name === 'DATABASE_URL';
/** Shorter values are too common to search for in other variables. */
const MIN_SECRET_LENGTH = 6;

/** `orders-db` becomes `OSTIARY_ORDERS_DB_URL`. */
export function urlVariable(resource: string): string {
  return `OSTIARY_${resource.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_URL`;
}

/** The guarded URL of an endpoint. */
export function guardedUrl(endpoint: Endpoint): string {
  return `postgres://${endpoint.user}:${endpoint.password}@${endpoint.host}:${endpoint.port}/${encodeURIComponent(endpoint.database)}?sslmode=disable`;
}

/** COMMAND's whole environment. Throws INPUT_INVALID on collisions and unknown resources. */
export function childEnvironment(request: EnvironmentRequest): Record<string, string> {
  const environment = cleaned(request);
  const urls = new Map<string, string>();
  for (const endpoint of request.endpoints) {
    const name = urlVariable(endpoint.resource);
    const other = request.endpoints.find((candidate) => candidate !== endpoint && urlVariable(candidate.resource) === name);
    if (other !== undefined) {
      throw new GateError('INPUT_INVALID', `resources \`${endpoint.resource}\` and \`${other.resource}\` would both be \`${name}\``, { hint: 'rename one in the policy' });
    }
    urls.set(endpoint.resource, guardedUrl(endpoint));
    environment[name] = guardedUrl(endpoint);
  }
  const only = request.endpoints.length === 1 ? request.endpoints[0] : undefined;
  if (only !== undefined) Object.assign(environment, libpqVariables(only));
  for (const { name, resource } of request.bindings) environment[name] = boundUrl(urls, name, resource);
  environment.OSTIARY_GUIDE = request.guide;
  return environment;
}

function libpqVariables(endpoint: Endpoint): Record<string, string> {
  return {
    PGHOST: endpoint.host, PGPORT: String(endpoint.port), PGUSER: endpoint.user, PGPASSWORD: endpoint.password,
    PGDATABASE: endpoint.database, PGSSLMODE: 'disable', DATABASE_URL: guardedUrl(endpoint),
  };
}

function boundUrl(urls: ReadonlyMap<string, string>, name: string, resource: string): string {
  const url = urls.get(resource);
  if (url === undefined) {
    throw new GateError('INPUT_INVALID', `input \`env\` gives ${name} the resource \`${resource}\`, which is not guarded in this run`, { hint: `guarded are: ${[...urls.keys()].join(', ')}` });
  }
  return url;
}

function cleaned(request: EnvironmentRequest): Record<string, string> {
  // A credential may be `user:password`; the password alone is as good.
  const credentials = request.secretVariables.map((name) => request.base[name] ?? '');
  const secrets = credentials.flatMap((value) => [value, value.slice(value.indexOf(':') + 1)]).filter((value) => value.length >= MIN_SECRET_LENGTH);
  const hosts = request.endpoints.map((endpoint) => endpoint.upstreamHost).filter((host) => host !== null && !LOOPBACK.has(host)) as readonly string[];
  const withheld = new Set([...request.tokenVariables, ...request.secretVariables]);
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.base)) {
    if (value === undefined || withheld.has(name) || isLibpq(name) || name.startsWith('OSTIARY_')) continue;
    if ([...secrets, ...hosts].some((hidden) => value.includes(hidden))) continue;
    kept[name] = value;
  }
  return kept;
}
