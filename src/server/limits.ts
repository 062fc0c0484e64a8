// SPDX-License-Identifier: Apache-2.0
//
// Every bound of the gateway's HTTP listeners, by name and with its source. Holds numbers only; whoever exceeds one is refused.

/** A request to open a session: a SAML assertion with groups has 60 KiB in base64, an OIDC token 12 KiB. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Names of resources in one request: as many as a policy may register. */
export const MAX_RESOURCES = 200;

/** Request line and headers: a proof has 4 KiB, a credential 60 characters. */
export const MAX_HEADER_BYTES = 16 * 1024;

/** From connecting to the end of the headers. */
export const HEADERS_MS = 10_000;

/** From connecting to the end of the body. */
export const REQUEST_MS = 20_000;

/** An idle connection is kept this long for the next request. */
export const KEEP_ALIVE_MS = 5_000;

/** Requests over one connection, so that none is held for ever. */
export const MAX_REQUESTS_PER_CONNECTION = 1_000;

/** Connections to one HTTP listener: far above what a thousand jobs that renew every five minutes need. */
export const MAX_CONNECTIONS = 1_024;

/** Sessions being opened at once: each asks a forge and a database. */
export const MAX_OPENING = 64;

/** How long `close()` lets requests in flight run. */
export const DRAIN_MS = 10_000;
