// SPDX-License-Identifier: Apache-2.0
//
// Guards one PostgreSQL: reads its credential, opens the gate's own connection for the catalog, and listens on loopback. Refuses to
// listen before the database has answered, so that the first error a user sees is the real one.
import { readFile } from 'node:fs/promises';
import type { Endpoint } from '../commands/environment.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Credential, HeldCredential, Log, Secrets } from '../core/ports.js';
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
import { logIn, type TargetSource } from '../proxy/postgres/log-in.js';

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
  const { source, target, release } = await upstreamOf(resource, secrets);
  const pinned = new Map(Object.entries(PINNED_SETTINGS));
  const client = catalogClient(source, pinned);
  const giveBack = async (): Promise<void> => {
    await client.close();
    await release();
  };
  try {
    const catalog = await SharedCatalog.open((sql) => client.query(sql));
    const password = `ost1_${session}_${systemRuntime.random(24).toString('base64url')}`;
    world.mask(password);
    const verifier = await makeVerifier(password, systemRuntime.random(16), SCRAM_ITERATIONS);
    const listener = await PostgresListener.listen({
      host: LOOPBACK, port: 0, tls: null, authenticate: (user) => (user === session ? verifier : null), startupParameterAllowed, pinned,
      ...source, database: target.database, door, catalog, runSession, limits: DEFAULT_LIMITS, runtime: systemRuntime, log: world.log,
    });
    const endpoint: Endpoint = {
      resource: resource.name, type: 'postgres', host: LOOPBACK, port: listener.port, user: session, password, database: target.database, upstreamHost: target.host,
    };
    const close = async (): Promise<void> => {
      await listener.close();
      await giveBack();
    };
    return { endpoint, close };
  } catch (thrown) {
    await giveBack();
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, `resource \`${resource.name}\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
}

// The gate's own connection, for the catalog only. It is opened again when it was lost.
function catalogClient(source: TargetSource, pinned: ReadonlyMap<string, string>): ReconnectingClient {
  const signal = new AbortController().signal;
  const startupParameters = new Map([...pinned, ...Object.entries(CATALOG_SESSION_SETTINGS), ['application_name', 'ostiary']]);
  return new ReconnectingClient(async () => {
    const dialling = { milliseconds: DEFAULT_LIMITS.upstreamMs, runtime: systemRuntime, signal };
    const { upstream } = await logIn(source, { ...dialling, startupParameters, maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes });
    return new SimpleClient(upstream, { queryMs: CATALOG_DEADLINE_MS, runtime: systemRuntime, signal });
  });
}

interface Upstream {
  readonly source: TargetSource;
  /** As it was first; its password may be another one later. */
  readonly target: UpstreamTarget;
  release(): Promise<void>;
}

// INVARIANT: what `hold` has taken is given back when anything after it fails.
async function upstreamOf(resource: Resource, secrets: Secrets): Promise<Upstream> {
  const { address, credential } = resource;
  if (address === null) throw new GateError('POLICY_INVALID', `resource \`${resource.name}\` has no \`url\``, { hint: 'write `url: postgres://host/database`' });
  const held: HeldCredential = credential === null ? NO_CREDENTIAL : await secrets.hold(credential, { host: address.host, port: address.port, user: address.user });
  try {
    const withCredential = await targetMaker(resource);
    const used = new WeakMap<UpstreamTarget, Credential>();
    const targetWith = (current: Credential): UpstreamTarget => {
      const target = withCredential(current);
      used.set(target, current);
      return target;
    };
    const source: TargetSource = {
      target: async () => targetWith(await held.current()),
      async renewed(refused) {
        const before = used.get(refused);
        const next = before === undefined ? null : await held.refused(before);
        return next === null ? null : targetWith(next);
      },
    };
    return { source, target: await source.target(), release: () => held.release() };
  } catch (thrown) {
    await held.release();
    throw thrown;
  }
}

/** Where the server lets a user in without a password. */
const NO_CREDENTIAL: HeldCredential = { current: async () => ({ user: null, password: '' }), refused: async () => null, release: async () => undefined };

async function targetMaker({ name, address, tls }: Resource): Promise<(credential: Credential) => UpstreamTarget> {
  const { host, port, database, user: urlUser } = address as NonNullable<Resource['address']>;
  const ca = tls.ca === null ? {} : { ca: await readFile(tls.ca, 'utf8').catch((cause: unknown) => {
    throw new GateError('POLICY_INVALID', `the certificate authority \`${tls.ca ?? ''}\` of \`${name}\` can not be read: ${messageOf(cause)}`, { hint: 'give the path of a PEM file' });
  }) };
  return ({ user: own, password }) => {
    const user = own ?? urlUser;
    if (user === null) throw new GateError('POLICY_INVALID', `nobody says which user to log in as at \`${name}\``, { hint: 'put the user into `url`, or make the credential `user:password`' });
    return { host, port, database, user, password, tls: { mode: tls.mode, ...ca } };
  };
}
