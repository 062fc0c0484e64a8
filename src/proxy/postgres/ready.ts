// SPDX-License-Identifier: Apache-2.0
//
// What the handshakes hand to the session pump: both sides authenticated, sockets paused, bytes that already arrived in the readers.
// Types only. Whoever receives a ready side owns its socket and must attach its own listeners before resuming it.
import type { Socket } from 'node:net';
import type { Catalog, Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { WireGate } from '../../gate/wire.js';
import type { Behind } from './client/admission.js';
import type { FrameReader } from './protocol/frames.js';
import type { ProxyLimits } from './limits.js';
import type { Share } from './transport/memory.js';

/** What a client asked for when it connected, after the allow-list. */
export interface ClientStartup {
  readonly user: string;
  /** As sent; the user's name when it sent none, as PostgreSQL does. */
  readonly database: string;
  readonly applicationName: string;
  /** The other startup parameters (`options` taken apart), all of them allowed; names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A client that proved who it is. It has been sent AuthenticationOk at most; nothing after it. */
export interface ClientReady {
  /** A `TLSSocket` when the client asked for TLS. Paused, without listeners but the one for errors. */
  readonly socket: Socket;
  /** For typed frames under the client's limit; may hold bytes that came early. */
  readonly reader: FrameReader;
  readonly startup: ClientStartup;
  /** Where it goes. */
  readonly behind: Behind;
  /** Minor version spoken: 0, whatever was asked for. */
  readonly protocolMinor: number;
  readonly encrypted: boolean;
}

/** A server connection after its first ReadyForQuery. */
export interface UpstreamReady {
  /** Paused, without listeners but the one for errors. */
  readonly socket: Socket;
  /** For typed frames under the server's limit; may hold notices that came early. */
  readonly reader: FrameReader;
  /** As last reported; the pump keeps it up to date. */
  readonly parameterStatus: Map<string, string>;
  readonly backendPid: number;
  readonly backendKey: Buffer;
  /** PostgreSQL's numeric version, 180004. */
  readonly serverVersion: number;
}

/** What one session needs. Both sides have seen ReadyForQuery (`I`) when it starts. */
export interface SessionDeps {
  readonly client: ClientReady;
  readonly upstream: UpstreamReady;
  readonly gate: WireGate;
  readonly catalog: Catalog;
  readonly runtime: Runtime;
  readonly limits: ProxyLimits;
  /** Room for large messages. */
  readonly share: Share;
  readonly log: Log;
  /** The session adds what a CancelRequest ends before it reaches the server: true, and it does not. */
  readonly interrupts: Set<() => boolean>;
  /** Asks the server to stop what it does on this connection. */
  cancel(): Promise<void>;
  /** What was sent may run on: the connection to the server is then not cut before the server closes it. */
  outlive(): void;
  /** Aborted when the listener closes or the session is over: finish what is in flight, then end with FATAL 57P01. Sockets are destroyed `drainMs` later. */
  readonly signal: AbortSignal;
}

/**
 * Carries one session from ready to its end, destroys nothing of what the listener owns, and resolves with the reason of the end.
 * Never rejects for anything that a peer did.
 */
export type RunSession = (deps: SessionDeps) => Promise<string>;
