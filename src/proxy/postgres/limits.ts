// SPDX-License-Identifier: Apache-2.0
//
// Every bound of the PostgreSQL proxy, by name and with its source. Holds numbers only; whoever exceeds one is refused, never cut.

/** A StartupMessage, SSLRequest or CancelRequest: PostgreSQL's own MAX_STARTUP_PACKET_LENGTH (libpq/pqcomm.h). */
export const MAX_STARTUP_BYTES = 10_000;

/** A client's SASL message before it is authenticated: PostgreSQL's own PG_MAX_SASL_MESSAGE_LENGTH (libpq/sasl.h). */
export const MAX_SASL_BYTES = 1_024;

/** A message of an authenticated client: the largest `Bind` or `CopyData` that drivers send by default is far below; PostgreSQL: 1 GiB. */
export const MAX_CLIENT_FRAME_BYTES = 32 * 1024 * 1024;

/** A message of the server, one row at most: a row must be held whole to be masked. PostgreSQL: 1 GiB. */
export const MAX_SERVER_FRAME_BYTES = 64 * 1024 * 1024;

/** What arrives in one go, as Node reads a socket. Of a larger message no more is kept before there is room for it (memory.ts). */
export const LARGE_FRAME_BYTES = 65_536;

/** Large messages that one gate holds at a time, over all its sessions: while they arrive, are judged, and until their reader has taken them. */
export const MEMORY_BYTES = 256 * 1024 * 1024;

/** The same for one session: the largest message there is each way, and half of all, so that one session alone can't take it from the others. */
export const SESSION_MEMORY_BYTES = 128 * 1024 * 1024;

/** A large message is refused when nobody ahead of it has made room for so long: as long as `close()` waits for statements. */
export const ROOM_MS = 10_000;

/** A message of the server before ReadyForQuery: error texts of a startup; libpq (30,000) takes longer ones for garbage. */
export const MAX_SERVER_HANDSHAKE_BYTES = 30_000;

/** Names of prepared statements and portals: PostgreSQL's own NAMEDATALEN (pg_config_manual.h), less the end. It cuts longer ones, so that two are one. */
export const MAX_NAME_BYTES = 63;

/** Columns in one row: PostgreSQL's own MaxTupleAttributeNumber (access/htup_details.h). */
export const MAX_COLUMNS = 1_664;

/** From accept to ReadyForQuery on the client's side, as PostgreSQL's default `authentication_timeout`. */
export const HANDSHAKE_DEADLINE_MS = 60_000;

/** From dialling to ReadyForQuery upstream; a server that needs longer is taken for dead. Same as above, less the client's share. */
export const UPSTREAM_DEADLINE_MS = 30_000;

/** A connection on which nobody asked anything for so long is ended: longer than any CI job (GitHub's own limit is six hours). */
export const IDLE_DEADLINE_MS = 6 * 3_600_000;

/** How long `close()` lets statements in flight run before it destroys their connections. */
export const DRAIN_DEADLINE_MS = 10_000;

/** How long statements in flight of a session that was revoked or ran out may go on before the server is told to cancel them. */
export const OVER_MS = 1_000;

/** How long a peer may take to read our last words before its socket is destroyed; as long as `close()` waits. */
export const FAREWELL_MS = 10_000;

/** Connections that have not authenticated yet, over a listener: twice the ceiling of one session (gate/session.ts). */
export const MAX_HANDSHAKES = 128;

/** PBKDF2 rounds for verifiers that we make: PostgreSQL's default `scram_iterations`, least of RFC 7677. */
export const SCRAM_ITERATIONS = 4_096;

/** PBKDF2 rounds that a server may demand of us; above it a hostile server would burn our processor. */
export const MAX_SCRAM_ITERATIONS = 1_000_000;

/** Pipelined messages of one client that wait for a decision or an answer; beyond it nothing more is read. Drivers stay under 1,000. */
export const MAX_STEPS = 4_096;

/** Bytes of messages of one client that wait for a decision; beyond it nothing more is read. One message may be larger. */
export const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** What the server may still send for a client that is gone before it is asked to stop: the answers to what changes rows are far smaller. */
export const MAX_UNREAD_BYTES = 1024 * 1024;

/** How long one client's messages are taken in one go before others have their turn. One message may take longer. */
export const TURN_MS = 20;

/** Prepared statements, and portals, that one connection may have open: far above any driver's cache. */
export const MAX_NAMES = 10_000;

/** Bytes of text under those names. A driver's cache has far less (JDBC's default: 256 statements). */
export const MAX_NAMED_BYTES = 4 * 1024 * 1024;

/** Objects in the trees of those texts, about fifty bytes each: five thousand statements of an ORM, or 30 MB. */
export const MAX_NAMED_WEIGHT = 600_000;

/** How long a change of definitions that did not come through the gate may stay unseen: a person's hand is slower, and a question costs little. */
export const CATALOG_CHECK_MS = 2_000;

/** How long a change of definitions waits for others' writes, and those for it: a gate's wait and a server's lock may be for each other. As `lock_timeout` of our own questions. */
export const CLAIM_MS = 5_000;

/** The bounds that differ between listeners and tests; the rest are constants. */
export interface ProxyLimits {
  readonly maxClientFrameBytes: number;
  readonly maxServerFrameBytes: number;
  readonly handshakeMs: number;
  readonly upstreamMs: number;
  readonly idleMs: number;
  readonly drainMs: number;
  readonly overMs: number;
  readonly turnMs: number;
  readonly maxHandshakes: number;
  readonly memoryBytes: number;
  readonly sessionMemoryBytes: number;
  readonly roomMs: number;
}

/** What a listener uses when nobody says otherwise. */
export const DEFAULT_LIMITS: ProxyLimits = {
  maxClientFrameBytes: MAX_CLIENT_FRAME_BYTES,
  maxServerFrameBytes: MAX_SERVER_FRAME_BYTES,
  handshakeMs: HANDSHAKE_DEADLINE_MS,
  upstreamMs: UPSTREAM_DEADLINE_MS,
  idleMs: IDLE_DEADLINE_MS,
  drainMs: DRAIN_DEADLINE_MS,
  overMs: OVER_MS,
  turnMs: CLAIM_MS,
  maxHandshakes: MAX_HANDSHAKES,
  memoryBytes: MEMORY_BYTES,
  sessionMemoryBytes: SESSION_MEMORY_BYTES,
  roomMs: ROOM_MS,
};
