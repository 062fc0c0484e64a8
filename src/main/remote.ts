// SPDX-License-Identifier: Apache-2.0
//
// `run --gateway`: the gate is elsewhere. Gets the job's token (or what a file holds), opens a session with a key that exists in this process only, keeps its
// lease, and leads COMMAND to the gateway by ports on loopback. Refuses to go on when the gateway has ended the session.
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Endpoint } from '../commands/environment.js';
import type { GateRequest, GateSealed, GateStarted } from '../commands/gate-process.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Log } from '../core/ports.js';
import { systemRuntime, type Runtime, type Timer } from '../core/runtime.js';
import { detectHost } from '../host/detect.js';
import { endSession, gatewayAt, openSession, renewSession, type Gateway, type GatewaySession } from '../identity/gateway.js';
import { Forwarder } from '../proxy/postgres/forwarder.js';
import { pinnedFetch } from '../server/pinned-fetch.js';
import { refuseDangerousEnvironment } from '../host/environment.js';
import { makeFolder } from './folders.js';
import type { Guard, GuardWorld } from './gate-session.js';
import { readToken } from './subject-token.js';

/** A lease is renewed when a third of it is over, so that two failures cost nothing. */
const RENEW_AFTER = 1 / 3;
const LEAST_WAIT_MS = 500;
const LOOPBACK = '127.0.0.1';

/** Opens a session at a gateway; throws GateError, and then nothing is left open. */
export async function openRemoteGuard(request: GateRequest, { url, caFile, subject }: NonNullable<GateRequest['gateway']>, world: GuardWorld): Promise<Guard> {
  refuseDangerousEnvironment(world.environment, 'what the gate does');
  const host = detectHost(world.environment, { stdout: () => undefined, stderr: () => undefined }, systemRuntime);
  const ca = caFile === null ? null : await readAuthority(caFile);
  const runtime: Runtime = { ...systemRuntime, fetch: pinnedFetch(ca) };
  const gateway = gatewayAt(url, runtime);
  const token = subject === null ? await host.idToken(request.audience) : await readToken(subject.file);
  world.mask(token);
  const session = await openSession(gateway, { token, type: subject?.type ?? 'id_token', resources: request.resources, breakGlass: request.breakGlass }, runtime);
  world.mask(session.credential);
  if (session.breakGlass !== null) world.log.warn(`break-glass: what needs a review runs without one until ${session.breakGlass.until} (${session.breakGlass.url})`);
  const lease = new Lease(gateway, session, { runtime, log: world.log });
  const forwarders = new Map<string, Forwarder>();
  try {
    const endpoints: Endpoint[] = [];
    for (const resource of session.resources) endpoints.push(await endpointOf(resource, session, { forwarders, ca, log: world.log }));
    const sessionDir = request.sessionDir ?? join(host.defaultSessionDir(), session.id);
    await makeFolder(sessionDir, 0o700);
    await chmod(sessionDir, 0o700);
    const started: GateStarted = { session: session.id, sessionDir, recording: null, endpoints, guide: session.guide, secretVariables: [], observeUntil: session.observeUntil };
    const lost = lease.lost.then(async (why) => {
      lease.stop();
      await closeAll(forwarders);
      return why;
    });
    const catalogOf = (): never => {
      throw new GateError('INTERNAL', 'the definitions of a database are at the gateway');
    };
    return { started, catalogOf, lost, seal: () => seal({ gateway, session, lease, forwarders, runtime }) };
  } catch (thrown) {
    lease.stop();
    await closeAll(forwarders);
    await endSession(gateway, session, runtime).catch(() => undefined);
    throw thrown;
  }
}

interface Opened {
  readonly gateway: Gateway;
  readonly session: GatewaySession;
  readonly lease: Lease;
  readonly forwarders: ReadonlyMap<string, Forwarder>;
  readonly runtime: Runtime;
}

async function seal({ gateway, session, lease, forwarders, runtime }: Opened): Promise<GateSealed> {
  lease.stop();
  await closeAll(forwarders);
  const end = await endSession(gateway, session, runtime);
  if (end === null) throw new GateError('UPSTREAM_FAILED', `the gateway does not know the session \`${session.id}\` any more`, { hint: 'its recording, and what was decided, are at the gateway' });
  if (end.ended !== 'job') throw new GateError('IDENTITY_UNTRUSTED', `the gateway had ended the session before the command did: ${end.ended}`, { hint: "the gateway's log says more" });
  return { ...end.operations, untold: [] };
}

async function closeAll(forwarders: ReadonlyMap<string, Forwarder>): Promise<void> {
  await Promise.allSettled([...forwarders.values()].map((forwarder) => forwarder.close()));
}

async function endpointOf(resource: GatewaySession['resources'][number], session: GatewaySession, world: { forwarders: Map<string, Forwarder>; ca: string | null; log: Log }): Promise<Endpoint> {
  const { name, type, host, port, tls, database } = resource;
  if (type !== 'postgres') throw new GateError('INPUT_INVALID', `resource \`${name}\` is of type \`${type}\`, which this version can not use`, { hint: 'use the same version of ostiary here and at the gateway' });
  const place = `${host}:${port}`;
  const forwarder = world.forwarders.get(place) ?? (await Forwarder.listen({ to: { host, port, tls }, ca: world.ca, runtime: systemRuntime, log: world.log }));
  world.forwarders.set(place, forwarder);
  return { resource: name, type, host: LOOPBACK, port: forwarder.port, user: session.id, password: session.credential, database: database ?? name, upstreamHost: null };
}

function readAuthority(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the gateway's authority \`${file}\` can not be read: ${messageOf(cause)}`, { hint: 'name a PEM file with the input `gateway-ca`', cause });
  });
}

/** Keeps a session's lease for as long as the gateway grants it. */
class Lease {
  /** Why the session is over, when it is not us who ended it. */
  readonly lost: Promise<string>;
  readonly #gateway: Gateway;
  readonly #session: GatewaySession;
  readonly #world: { readonly runtime: Runtime; readonly log: Log };
  #expiresAt: number;
  #timer: Timer | null = null;
  #stopped = false;
  #lose: (why: string) => void = () => undefined;

  constructor(gateway: Gateway, session: GatewaySession, world: { readonly runtime: Runtime; readonly log: Log }) {
    this.#gateway = gateway;
    this.#session = session;
    this.#world = world;
    this.#expiresAt = session.expiresAt;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  #wait(): void {
    if (this.#stopped) return;
    const { runtime } = this.#world;
    this.#timer = runtime.after(Math.max((this.#expiresAt - runtime.now()) * RENEW_AFTER, LEAST_WAIT_MS), () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const { runtime, log } = this.#world;
    try {
      this.#expiresAt = await renewSession(this.#gateway, this.#session, runtime);
    } catch (thrown) {
      if (this.#stopped) return;
      const over = (thrown instanceof GateError && thrown.code === 'IDENTITY_UNTRUSTED') || runtime.now() >= this.#expiresAt;
      if (over) {
        this.#lose(`the session at the gateway can not go on: ${messageOf(thrown)}`);
        return;
      }
      log.warn(`the session at the gateway could not be renewed, and is tried again: ${messageOf(thrown)}`);
    }
    this.#wait();
  }
}
