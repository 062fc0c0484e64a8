// SPDX-License-Identifier: Apache-2.0
//
// A port on which `acceptClient` alone is at work, with every verdict kept: for tests of the handshake without a database behind it.
import { createServer, type AddressInfo } from 'node:net';
import { systemRuntime } from '../../src/core/runtime.js';
import type { Admission, Behind } from '../../src/proxy/postgres/client/admission.js';
import { acceptClient, type AcceptOptions } from '../../src/proxy/postgres/client/handshake.js';
import { DEFAULT_LIMITS, SCRAM_ITERATIONS } from '../../src/proxy/postgres/limits.js';
import type { ClientReady } from '../../src/proxy/postgres/ready.js';
import { makeVerifier } from '../../src/proxy/postgres/authentication/scram.js';
import { SQLSTATE, StartupRefusal } from '../../src/proxy/postgres/protocol/startup.js';
import { RawClient } from './raw-client.js';

/** Whom the door knows. */
export const USER = 's1';
/** And by what. */
export const PASSWORD = 'ost1_s1_secret';

const nothing = (): never => {
  throw new Error('there is nothing behind this door');
};
const BEHIND: Behind = { database: 'shop', door: { open: nothing }, catalog: { current: nothing, refresh: nothing, nextEpoch: nothing, due: false, freshen: nothing }, target: nothing, over: new AbortController().signal };

/** What became of one connection. */
export type Verdict = { readonly ready: ClientReady | null } | { readonly thrown: unknown };

/** The port, and what has come of it so far. */
export interface Accepting {
  readonly port: number;
  readonly cancelled: { readonly pid: number; readonly key: Buffer }[];
  /** What proven clients were refused. */
  readonly refused: string[];
  /** The verdict on the connection that was accepted first among those not yet asked for. */
  verdict(): Promise<Verdict>;
  /** Verdicts that nobody has asked for yet. */
  readonly open: number;
  stop(): Promise<void>;
}

/** Starts to accept; everything that a test does not say is as the listener would have it. */
export async function startAccepting(overrides: Partial<AcceptOptions> = {}): Promise<Accepting> {
  const verifier = await makeVerifier(PASSWORD, Buffer.alloc(16, 1), SCRAM_ITERATIONS);
  const closing = new AbortController();
  const cancelled: { pid: number; key: Buffer }[] = [];
  const refused: string[] = [];
  const admission: Admission = {
    verifier, bearer: (token) => token === PASSWORD,
    async enter(database) {
      if (database === null || database === 'shop') return BEHIND;
      throw new StartupRefusal(SQLSTATE.noDatabase, `the database \`${database}\` is not behind this door`, 'connect to `shop`');
    },
    refused: (reason) => void refused.push(reason),
  };
  const options: AcceptOptions = {
    tls: null,
    tlsRequired: false,
    admission: async (user) => (user === USER ? admission : null),
    bearer: true,
    startupParameterAllowed: (name, value) => ['application_name', 'datestyle'].includes(name) || (name === 'client_encoding' && value === 'UTF8'),
    onCancel: async (pid, key) => void cancelled.push({ pid, key }),
    mockSecret: Buffer.alloc(32, 9),
    limits: DEFAULT_LIMITS,
    runtime: systemRuntime,
    signal: closing.signal,
    ...overrides,
  };
  const verdicts: Promise<Verdict>[] = [];
  const waiting: ((verdict: Promise<Verdict>) => void)[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    const verdict: Promise<Verdict> = acceptClient(socket, options).then((ready) => ({ ready }), (thrown: unknown) => ({ thrown }));
    const asker = waiting.shift();
    if (asker) asker(verdict);
    else verdicts.push(verdict);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cancelled,
    refused,
    verdict: () => verdicts.shift() ?? new Promise<Verdict>((resolve) => waiting.push((verdict) => void verdict.then(resolve))),
    get open() {
      return verdicts.length;
    },
    async stop() {
      closing.abort();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A door for a test file: opened by the first client of a test, as that one says, and closed after each test. */
export function atTheDoor(): {
  open(overrides?: Partial<AcceptOptions>): Promise<RawClient>;
  ready(): Promise<ClientReady>;
  thrown(): Promise<unknown>;
  door(): Accepting;
} {
  let accepting: Accepting | undefined;
  const clients: RawClient[] = [];
  const door = (): Accepting => accepting as Accepting;
  afterEach(async () => {
    for (const client of clients.splice(0)) client.socket.destroy();
    await accepting?.stop();
    accepting = undefined;
  });
  return {
    door,
    async open(overrides = {}) {
      accepting ??= await startAccepting(overrides);
      const client = await RawClient.connect(accepting.port);
      clients.push(client);
      return client;
    },
    async ready() {
      const verdict = await door().verdict();
      if (!('ready' in verdict) || verdict.ready === null) throw new Error(`not admitted: ${'thrown' in verdict ? String(verdict.thrown) : 'cancel'}`);
      return verdict.ready;
    },
    async thrown() {
      const verdict = await door().verdict();
      return 'thrown' in verdict ? verdict.thrown : undefined;
    },
  };
}
