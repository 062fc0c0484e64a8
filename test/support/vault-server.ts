// SPDX-License-Identifier: Apache-2.0
//
// A HashiCorp Vault as its published API has it, for the calls that we use: JWT login (checked against a real JWKS), key-value versions 1 and
// 2, the database engine, leases and tokens. Strict about requests: what the documents do not name is refused. Faults can be put in front.
// @see https://developer.hashicorp.com/vault/api-docs
import { randomUUID } from 'node:crypto';
import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';

export interface VaultRole {
  readonly issuer: string;
  readonly boundAudiences: readonly string[];
  readonly boundClaims?: Readonly<Record<string, string>>;
  readonly ttlSeconds?: number;
  readonly renewable?: boolean;
  /** Paths that its policy lets it use; ends with `*` for a prefix. The default policy is added. */
  readonly paths: readonly string[];
}

/** What stands in front of a path: `hang` never answers, `drop` cuts the connection. */
export interface Fault {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly how?: 'hang' | 'drop';
}

export interface VaultOptions {
  readonly roles: Readonly<Record<string, VaultRole>>;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Namespace that every request has to name. */
  readonly namespace?: string;
  readonly mount?: string;
  /** Makes a database user. */
  readonly createUser?: () => Promise<{ username: string; password: string }>;
  readonly dropUser?: (username: string) => Promise<void>;
  readonly leaseSeconds?: number;
  readonly renewable?: boolean;
}

interface Lease {
  readonly id: string;
  readonly username: string;
  readonly token: string;
}

export interface VaultServer {
  readonly address: string;
  /** `METHOD /v1/path` of every request, in order. */
  readonly calls: string[];
  /** Every token and password that was handed out. */
  readonly secrets: string[];
  readonly kv1: Map<string, Record<string, unknown>>;
  readonly kv2: Map<string, Record<string, unknown> | null>;
  /** By `/v1/path`: instead of the answer, once for each entry. */
  readonly faults: Map<string, Fault[]>;
  /** Seconds of the next leases; and of renewals, while it is not null. */
  leaseSeconds: number;
  renewSeconds: number | null;
  readonly leases: ReadonlyMap<string, Lease>;
  readonly tokens: ReadonlyMap<string, unknown>;
  /** Forgets every token, and with them the leases, as their end does. */
  forget(): void;
  stop(): Promise<void>;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly token: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

const DEFAULT_POLICY = ['auth/token/renew-self', 'auth/token/revoke-self', 'sys/leases/renew'];
const refusal = (status: number, ...errors: string[]): Answer => ({ status, body: { errors } });
const DENIED = refusal(403, '1 error occurred:\n\t* permission denied\n\n');

/** Starts one on a free port. */
export async function startVault(options: VaultOptions): Promise<VaultServer> {
  const mount = options.mount ?? 'jwt';
  const tokens = new Map<string, { role: VaultRole }>();
  const leases = new Map<string, Lease>();
  const calls: string[] = [];
  const secrets: string[] = [];
  const kv1 = new Map<string, Record<string, unknown>>();
  const kv2 = new Map<string, Record<string, unknown> | null>();
  const faults = new Map<string, Fault[]>();
  const envelope = { request_id: randomUUID(), lease_id: '', renewable: false, lease_duration: 0, data: null, wrap_info: null, warnings: null, auth: null };

  const login = async ({ body }: Asked): Promise<Answer> => {
    if (Object.keys(body).sort().join() !== 'jwt,role') return refusal(400, 'unexpected fields');
    const role = options.roles[String(body['role'])];
    if (role === undefined) return refusal(400, `role "${String(body['role'])}" could not be found`);
    try {
      const { payload } = await jwtVerify(String(body['jwt']), createRemoteJWKSet(new URL(`${role.issuer}/jwks`)), { issuer: role.issuer, audience: [...role.boundAudiences], clockTolerance: 60 });
      for (const [claim, value] of Object.entries(role.boundClaims ?? {})) if (payload[claim] !== value) return refusal(400, `error validating claims: claim "${claim}" does not match any associated bound claim values`);
    } catch (thrown) {
      return refusal(400, `error validating token: ${String(thrown)} ${String(body['jwt'])}`);
    }
    const value = `hvs.${randomUUID().replaceAll('-', '')}${randomUUID().replaceAll('-', '')}`;
    tokens.set(value, { role });
    secrets.push(value, String(body['jwt']));
    return { status: 200, body: { ...envelope, auth: { client_token: value, accessor: randomUUID(), policies: ['default', 'orders'], token_policies: ['default', 'orders'], metadata: { role: body['role'] }, lease_duration: role.ttlSeconds ?? 3600, renewable: role.renewable ?? true, entity_id: randomUUID(), token_type: 'service', orphan: true, mfa_requirement: null, num_uses: 0 } } };
  };

  const revoke = async (lease: Lease): Promise<void> => {
    leases.delete(lease.id);
    await options.dropUser?.(lease.username);
  };

  const withToken = async ({ method, path, body, token = '' }: Asked): Promise<Answer> => {
    const known = tokens.get(token);
    if (known === undefined) return refusal(403, 'permission denied', 'invalid token');
    const allowed = [...DEFAULT_POLICY, ...known.role.paths].some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
    if (!allowed) return DENIED;
    if (method === 'POST' && path === 'auth/token/renew-self') return { status: 200, body: { ...envelope, auth: { client_token: token, accessor: randomUUID(), policies: ['default'], lease_duration: known.role.ttlSeconds ?? 3600, renewable: true } } };
    if (method === 'POST' && path === 'auth/token/revoke-self') {
      tokens.delete(token);
      for (const lease of [...leases.values()].filter((one) => one.token === token)) await revoke(lease);
      return { status: 204 };
    }
    if (method === 'POST' && path === 'sys/leases/renew') {
      if (!leases.has(String(body['lease_id']))) return refusal(400, 'lease not found');
      return { status: 200, body: { ...envelope, lease_id: body['lease_id'], renewable: true, lease_duration: server.renewSeconds ?? server.leaseSeconds } };
    }
    if (method === 'POST' && path === 'sys/leases/revoke') {
      const lease = leases.get(String(body['lease_id']));
      if (body['sync'] !== true) return refusal(400, 'this test wants sync');
      if (lease !== undefined) await revoke(lease);
      return { status: 204 };
    }
    if (method === 'GET' && path.startsWith('database/creds/')) {
      const user = (await options.createUser?.()) ?? { username: `v-jwt-orders-${calls.length}`, password: `pw-${randomUUID()}` };
      const lease = { id: `${path}/${randomUUID().slice(0, 12)}`, username: user.username, token };
      leases.set(lease.id, lease);
      secrets.push(user.password);
      return { status: 200, body: { ...envelope, lease_id: lease.id, lease_duration: server.leaseSeconds, renewable: options.renewable ?? true, data: user } };
    }
    if (method === 'GET' && path.startsWith('secret/data/')) {
      if (!kv2.has(path.slice(12))) return refusal(404);
      const data = kv2.get(path.slice(12)) ?? null;
      const metadata = { created_time: '2026-11-01T00:00:00Z', custom_metadata: null, deletion_time: data === null ? '2026-11-02T00:00:00Z' : '', destroyed: false, version: 3 };
      return { status: data === null ? 404 : 200, body: { ...envelope, data: { data, metadata } } };
    }
    const fields = path.startsWith('kv/') ? kv1.get(path.slice(3)) : undefined;
    return method === 'GET' && fields !== undefined ? { status: 200, body: { ...envelope, lease_duration: 2764800, data: fields } } : refusal(404);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    calls.push(`${request.method ?? ''} ${url}`);
    const fault = faults.get(url)?.shift();
    if (fault?.how === 'hang') return;
    if (fault?.how === 'drop') return void request.socket.destroy();
    if (fault !== undefined) return void response.writeHead(fault.status ?? 200, { 'content-type': 'application/json', ...fault.headers }).end(fault.body ?? '');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const asked: Asked = { method: request.method ?? '', path: decodeURIComponent(url.replace(/^\/v1\//u, '')), body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), token: request.headers['x-vault-token'] as string | undefined };
    const wrong = request.headers['x-vault-namespace'] !== options.namespace || !url.startsWith('/v1/');
    const answer = wrong ? DENIED : asked.method === 'POST' && asked.path === `auth/${mount}/login` ? await login(asked) : await withToken(asked);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response).catch((thrown: unknown) => response.writeHead(500).end(JSON.stringify({ errors: [String(thrown)] })));
  const web: Server = options.tls === undefined ? createPlain(listener) : createSecure(options.tls, listener);
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const server: VaultServer = {
    address: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${(web.address() as AddressInfo).port}`,
    calls, secrets, kv1, kv2, faults, leases, tokens, leaseSeconds: options.leaseSeconds ?? 3600, renewSeconds: null,
    forget() {
      tokens.clear();
      leases.clear();
    },
    stop: () => new Promise((resolve) => {
      web.close(() => resolve());
      web.closeAllConnections();
    }),
  };
  return server;
}
