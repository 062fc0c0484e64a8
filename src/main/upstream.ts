// SPDX-License-Identifier: Apache-2.0
//
// A production database as the gate has it: its address, its credential, and the gate's own connections for the catalog and for plans. One for each
// resource, whoever asks and however often. Refuses to be there before the database has answered, so that the first error is the real one.
import { readFile } from 'node:fs/promises';
import { GateError, messageOf } from '../core/errors.js';
import type { Impacts } from '../core/impact.js';
import type { Catalog, Credential, HeldCredential, Secrets } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { TRUTH } from '../gate/statements.js';
import type { WireDoor } from '../gate/wire.js';
import { PINNED_SETTINGS } from '../parse/sql/builtins/settings.js';
import type { Resource } from '../policy/model.js';
import type { Behind } from '../proxy/postgres/client/admission.js';
import { CATALOG_SESSION_SETTINGS, FINGERPRINT_QUERY } from '../proxy/postgres/catalog/queries.js';
import { readSearchPath, SharedCatalog } from '../proxy/postgres/catalog/catalog.js';
import { IMPACT_SESSION_SETTINGS } from '../proxy/postgres/impact/queries.js';
import { PlannerImpacts } from '../proxy/postgres/impact/impact.js';
import { DEFAULT_LIMITS } from '../proxy/postgres/limits.js';
import { logIn, type TargetSource } from '../proxy/postgres/upstream/log-in.js';
import { ReconnectingClient } from '../proxy/postgres/upstream/reconnecting.js';
import { SimpleClient } from '../proxy/postgres/upstream/simple-client.js';
import type { UpstreamTarget } from '../proxy/postgres/upstream/target.js';

/** A catalog of thousands of relations is read in well under a second; a server that needs this long is in trouble. */
const CATALOG_DEADLINE_MS = 30_000;
/** Longer than the server's own timeout for a plan (IMPACT_SESSION_SETTINGS). */
const IMPACT_DEADLINE_MS = 5_000;

/** Sent upstream over whatever a client asks for. */
export const PINNED: ReadonlyMap<string, string> = new Map(Object.entries(PINNED_SETTINGS));

/** A database that answered. */
export interface PostgresUpstream {
  readonly resource: Resource;
  /** The real ones; neither is for clients to know. */
  readonly host: string;
  readonly database: string;
  readonly catalog: Catalog;
  /** Estimates what operations would touch, on a connection of its own. */
  readonly impacts: Impacts;
  /** What to log in with, asked for each connection. */
  readonly source: TargetSource;
  /** Gives the credential back, too. */
  close(): Promise<void>;
}

/** Takes the credential, connects, reads the catalog. Throws a GateError that names the resource; then nothing is held any more. `asked`: called when the catalog's long question is on its way. */
export async function openUpstream(resource: Resource, secrets: Secrets, asked: () => void = () => undefined): Promise<PostgresUpstream> {
  try {
    const { source, target, release } = await credentialled(resource, secrets);
    const client = new ReconnectingClient(() => ownClient(source, CATALOG_SESSION_SETTINGS, CATALOG_DEADLINE_MS));
    let impacts: PlannerImpacts | null = null;
    const close = async (): Promise<void> => {
      await Promise.all([client.close(), impacts?.close()]);
      await release();
    };
    try {
      const catalog = await SharedCatalog.open((sql) => {
        if (sql !== FINGERPRINT_QUERY) asked();
        return client.query(sql);
      });
      impacts = new PlannerImpacts(() => ownClient(source, IMPACT_SESSION_SETTINGS, IMPACT_DEADLINE_MS), () => catalog.current());
      return { resource, host: target.host, database: target.database, catalog, impacts, source, close };
    } catch (thrown) {
      await close();
      throw thrown;
    }
  } catch (thrown) {
    throw ofResource(resource.name, thrown);
  }
}

/** Several, one after the other. Throws as `openUpstream` does, and then none is open. */
export async function openUpstreams(resources: readonly Resource[], secretsFor: (resource: Resource) => Secrets, asked: () => void): Promise<readonly PostgresUpstream[]> {
  const open: PostgresUpstream[] = [];
  try {
    for (const resource of resources) open.push(await openUpstream(resource, secretsFor(resource), asked));
    return open;
  } catch (thrown) {
    await Promise.allSettled(open.map((one) => one.close()));
    throw thrown;
  }
}

/** What an ordinary connection has here: its settings, as the gate would put them into a digest, and where it finds names. */
export async function ordinarily({ source }: PostgresUpstream): Promise<{ readonly settings: Readonly<Record<string, string>>; readonly path: readonly string[] }> {
  const client = await ownClient(source, {}, CATALOG_DEADLINE_MS);
  try {
    const rows = await client.query(TRUTH.sql);
    const path = rows.find(([kind]) => kind === 'path')?.[2] ?? '[]';
    return { settings: Object.fromEntries(rows.filter(([kind]) => kind === 'setting').map(([, name, value]) => [name ?? '', value ?? ''])), path: readSearchPath(path) };
  } finally {
    await client.close();
  }
}

/** The upstream through the door of one session, under the name that clients call it by. */
export function behindOf({ catalog, impacts, source }: PostgresUpstream, about: { readonly database: string; readonly door: WireDoor; readonly over: AbortSignal }): Behind {
  return { ...about, ...source, catalog, impacts };
}

function ofResource(name: string, thrown: unknown): unknown {
  if (!(thrown instanceof GateError) || thrown.message.includes(`\`${name}\``)) return thrown;
  return new GateError(thrown.code, `resource \`${name}\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
}

// A connection of the gate's own; whoever has it opens it again when it was lost.
async function ownClient(source: TargetSource, settings: Readonly<Record<string, string>>, queryMs: number): Promise<SimpleClient> {
  const signal = new AbortController().signal;
  const startupParameters = new Map([...PINNED, ['application_name', 'ostiary']]);
  const { upstream } = await logIn(source, { milliseconds: DEFAULT_LIMITS.upstreamMs, runtime: systemRuntime, signal, startupParameters, maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes });
  const client = new SimpleClient(upstream, { queryMs, runtime: systemRuntime, signal });
  await client.set(settings);
  return client;
}

interface Credentialled {
  readonly source: TargetSource;
  /** As it was first; its password may be another one later. */
  readonly target: UpstreamTarget;
  release(): Promise<void>;
}

// INVARIANT: what `hold` has taken is given back when anything after it fails.
async function credentialled(resource: Resource, secrets: Secrets): Promise<Credentialled> {
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
const NO_CREDENTIAL: HeldCredential = { endsAt: null, current: async () => ({ user: null, password: '' }), refused: async () => null, release: async () => undefined };

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
