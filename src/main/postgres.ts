// SPDX-License-Identifier: Apache-2.0
//
// Guards one PostgreSQL: reads its credential, opens the gate's own connection for the catalog, and listens on loopback. Refuses to
// listen before the database has answered, so that the first error a user sees is the real one.
import { readFile } from 'node:fs/promises';
import type { Endpoint } from '../commands/environment.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Log, Secrets } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import type { WireDoor } from '../gate/wire.js';
import { PINNED_SETTINGS, startupParameterAllowed } from '../parse/sql/settings.js';
import type { Resource } from '../policy/model.js';
import { CATALOG_SESSION_SETTINGS } from '../proxy/postgres/catalog-queries.js';
import { SharedCatalog } from '../proxy/postgres/catalog.js';
import { DEFAULT_LIMITS, SCRAM_ITERATIONS } from '../proxy/postgres/limits.js';
import { PostgresListener } from '../proxy/postgres/listener.js';
import { ReconnectingClient } from '../proxy/postgres/reconnecting.js';
import { makeVerifier } from '../proxy/postgres/scram.js';
import { runSession } from '../proxy/postgres/session.js';
import { SimpleClient } from '../proxy/postgres/simple-client.js';
import type { UpstreamTarget } from '../proxy/postgres/target.js';
import { connectUpstream } from '../proxy/postgres/upstream.js';
import { parseCredential } from '../vault/credential.js';

const LOOPBACK = '127.0.0.1';
/** A catalog of thousands of relations is read in well under a second; a server that needs this long is in trouble. */
const CATALOG_DEADLINE_MS = 30_000;

/** A guarded database: where COMMAND finds it, and how to end it. */
export interface GuardedPostgres {
  readonly endpoint: Endpoint;
  close(): Promise<void>;
}

/** Opens the door of a resource for one session. */
export async function guardPostgres(about: { resource: Resource; session: string; door: WireDoor }, secrets: Secrets, world: { log: Log; mask: (value: string) => void }): Promise<GuardedPostgres> {
  const { resource, session, door } = about;
  const target = await upstreamTarget(resource, secrets, world.mask);
  const pinned = new Map(Object.entries(PINNED_SETTINGS));
  const client = catalogClient(target, pinned);
  try {
    const catalog = await SharedCatalog.open((sql) => client.query(sql));
    const password = `ost1_${session}_${systemRuntime.random(24).toString('base64url')}`;
    world.mask(password);
    const verifier = await makeVerifier(password, systemRuntime.random(16), SCRAM_ITERATIONS);
    const listener = await PostgresListener.listen({
      host: LOOPBACK, port: 0, tls: null, authenticate: (user) => (user === session ? verifier : null), startupParameterAllowed, pinned,
      target: async () => target, database: target.database, door, catalog, runSession, limits: DEFAULT_LIMITS, runtime: systemRuntime, log: world.log,
    });
    const endpoint: Endpoint = {
      resource: resource.name, type: 'postgres', host: LOOPBACK, port: listener.port, user: session, password, database: target.database, upstreamHost: target.host,
    };
    const close = async (): Promise<void> => {
      await listener.close();
      await client.close();
    };
    return { endpoint, close };
  } catch (thrown) {
    await client.close();
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, `resource \`${resource.name}\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
}

// The gate's own connection, for the catalog only. It is opened again when it was lost.
function catalogClient(target: UpstreamTarget, pinned: ReadonlyMap<string, string>): ReconnectingClient {
  const signal = new AbortController().signal;
  const startupParameters = new Map([...pinned, ...Object.entries(CATALOG_SESSION_SETTINGS), ['application_name', 'ostiary']]);
  return new ReconnectingClient(async () => {
    const dialling = { milliseconds: DEFAULT_LIMITS.upstreamMs, runtime: systemRuntime, signal };
    const upstream = await connectUpstream(target, { ...dialling, startupParameters, maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes });
    return new SimpleClient(upstream, { queryMs: CATALOG_DEADLINE_MS, runtime: systemRuntime, signal });
  });
}

async function upstreamTarget(resource: Resource, secrets: Secrets, mask: (value: string) => void): Promise<UpstreamTarget> {
  const { address, tls, credential } = resource;
  if (address === null) throw new GateError('POLICY_INVALID', `resource \`${resource.name}\` has no \`url\``, { hint: 'write `url: postgres://host/database`' });
  const { user, password } = credential === null ? { user: null, password: '' } : parseCredential(await secrets.read(credential), address.user);
  if (password !== '') mask(password);
  const name = user ?? address.user;
  if (name === null) throw new GateError('POLICY_INVALID', `nobody says which user to log in as at \`${resource.name}\``, { hint: 'put the user into `url`, or make the credential `user:password`' });
  const ca = tls.ca === null ? {} : { ca: await readFile(tls.ca, 'utf8').catch((cause: unknown) => {
    throw new GateError('POLICY_INVALID', `the certificate authority \`${tls.ca ?? ''}\` of \`${resource.name}\` can not be read: ${messageOf(cause)}`, { hint: 'give the path of a PEM file' });
  }) };
  return { host: address.host, port: address.port, database: address.database, user: name, password, tls: { mode: tls.mode, ...ca } };
}
