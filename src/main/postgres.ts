// SPDX-License-Identifier: Apache-2.0
//
// Guards one PostgreSQL for one session in a job: a listener on loopback, with a password that is worth nothing elsewhere, in front of an
// upstream. Refuses to listen before the database has answered.
import type { Endpoint } from '../commands/environment.js';
import type { CatalogSnapshot } from '../core/catalog.js';
import type { Log, Secrets } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import type { WireDoor } from '../gate/wire.js';
import { startupParameterAllowed } from '../parse/sql/builtins/settings.js';
import type { Resource } from '../policy/model.js';
import { soleAdmission } from '../proxy/postgres/client/admission.js';
import { DEFAULT_LIMITS } from '../proxy/postgres/limits.js';
import { PostgresListener } from '../proxy/postgres/listener.js';
import { Memory } from '../proxy/postgres/transport/memory.js';
import { runSession } from '../proxy/postgres/session/session.js';
import { newCredential } from './credential.js';
import { behindOf, openUpstream, PINNED, type PostgresUpstream } from './upstream.js';

const LOOPBACK = '127.0.0.1';

/** A guarded database: where COMMAND finds it, and how to end it. */
export interface GuardedPostgres {
  readonly endpoint: Endpoint;
  /** What the database has now. */
  catalog(): CatalogSnapshot;
  close(): Promise<void>;
}

/** A session's way to one resource. */
interface About {
  readonly resource: Resource;
  readonly session: string;
  readonly door: WireDoor;
  /** Shared by the doors of one gate; of its own when left out. */
  readonly memory?: Memory;
}

interface World {
  readonly log: Log;
  readonly mask: (value: string) => void;
}

/** Room for the large messages of one gate. */
export function newMemory(): Memory {
  return new Memory(DEFAULT_LIMITS);
}

/** Opens the door of a resource for one session. */
export async function guardPostgres(about: About, secrets: Secrets, world: World): Promise<GuardedPostgres> {
  return guardUpstream(about, await openUpstream(about.resource, secrets), world);
}

/** The same for a database that has answered: it is ours from here on, and closed when this throws. */
export async function guardUpstream({ resource, session: user, door, memory }: About, upstream: PostgresUpstream, world: World): Promise<GuardedPostgres> {
  try {
    const { database } = upstream;
    const { credential: password, verifier } = await newCredential(user);
    world.mask(password);
    const behind = behindOf(upstream, { database, door, over: new AbortController().signal });
    const listener = await PostgresListener.listen({
      host: LOOPBACK, port: 0, tls: null, admission: soleAdmission({ user, verifier, behind, log: world.log }), bearer: false, startupParameterAllowed, pinned: PINNED,
      runSession, limits: DEFAULT_LIMITS, ...(memory === undefined ? {} : { memory }), runtime: systemRuntime, log: world.log,
    });
    const endpoint: Endpoint = { resource: resource.name, type: 'postgres', host: LOOPBACK, port: listener.port, user, password, database, upstreamHost: upstream.host };
    const close = async (): Promise<void> => {
      await listener.close();
      await upstream.close();
    };
    return { endpoint, catalog: () => upstream.catalog.current(), close };
  } catch (thrown) {
    await upstream.close();
    throw thrown;
  }
}
