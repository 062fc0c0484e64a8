// SPDX-License-Identifier: Apache-2.0
//
// An HTTP listener: bounded in size, time and number, TLS anywhere but on loopback, and one catch for each request. Refuses to answer
// with anything but JSON or plain text, to be cached, and to tell a client of our own faults.
import { createServer as createPlain, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure, type Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { GateError, messageOf } from '../core/errors.js';
import type { Log } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { DRAIN_MS, HEADERS_MS, KEEP_ALIVE_MS, MAX_BODY_BYTES, MAX_CONNECTIONS, MAX_HEADER_BYTES, MAX_REQUESTS_PER_CONNECTION, REQUEST_MS } from './limits.js';

/** PEM texts. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A request, read. `body` is empty when there was none. */
export interface HttpRequest {
  readonly method: string;
  /** Without the query, which nothing here has. */
  readonly path: string;
  readonly query: boolean;
  header(name: string): string | undefined;
  body(): Promise<Buffer>;
}

/** What to answer. `json` or `text`; neither: no body. */
export interface HttpAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: { readonly type: string; readonly body: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request; what it throws is answered by `HttpListenerOptions.failed`. */
export type Handler = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpListenerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Null only on loopback. */
  readonly tls: Certificate | null;
  readonly handle: Handler;
  /** The answer to a failure. */
  readonly failed: (thrown: unknown) => HttpAnswer;
  readonly runtime: Runtime;
  readonly log: Log;
}

/** A listening HTTP server. */
export class HttpListener {
  readonly #server: Server | SecureServer;
  readonly #options: HttpListenerOptions;

  /** Starts listening. Throws INPUT_INVALID for an address that can't be had, plain text away from loopback, a bad certificate. */
  static async listen(options: HttpListenerOptions): Promise<HttpListener> {
    const listener = new HttpListener(options);
    await listener.#listen();
    return listener;
  }

  private constructor(options: HttpListenerOptions) {
    this.#options = options;
    const serve: RequestListener = (request, response) => void this.#serve(request, response);
    const limits = { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS, connectionsCheckingInterval: 1_000, insecureHTTPParser: false };
    this.#server = options.tls === null ? createPlain(limits, serve) : createSecure({ ...limits, handshakeTimeout: HEADERS_MS, ...secure(options.tls) }, serve);
    this.#server.maxConnections = MAX_CONNECTIONS;
    this.#server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION;
    this.#server.on('upgrade', (_request, socket) => socket.destroy());
    this.#server.on('connect', (_request, socket) => socket.destroy());
    this.#server.on('error', (thrown) => options.log.warn('an HTTP listener failed', { reason: messageOf(thrown) }));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo | null)?.port ?? 0;
  }

  /** New connections get this certificate. Throws when it can't be used, and then nothing changes. */
  renewCertificate(tls: Certificate): void {
    if ('setSecureContext' in this.#server) this.#server.setSecureContext(secure(tls));
  }

  /** Lets nobody in any more; requests in flight are answered, at most for a while. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const timer = this.#options.runtime.after(DRAIN_MS, () => this.#server.closeAllConnections());
    await closed;
    timer.cancel();
  }

  #listen(): Promise<void> {
    const { host, port, tls } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => reject(new GateError('INPUT_INVALID', `can not listen on \`${host}:${port}\`: ${messageOf(cause)}`, { cause, hint: 'choose another address' })));
      this.#server.listen(port, host, () => {
        const { address } = this.#server.address() as AddressInfo;
        // By what was got: a name may have meant something else.
        if (tls !== null || address === '::1' || address.startsWith('127.')) {
          resolve();
          return;
        }
        this.#server.close();
        reject(new GateError('INPUT_INVALID', `\`${host}\` is not loopback, and no certificate is given`, { hint: 'listen on `127.0.0.1`, or give a certificate' }));
      });
    });
  }

  // The one catch of a request.
  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { handle, failed, log } = this.#options;
    let answer: HttpAnswer;
    try {
      answer = await handle(readable(request));
    } catch (thrown) {
      answer = failed(thrown);
    }
    try {
      send(response, answer);
      // What was not read would hold the connection.
      if (!request.readableEnded) request.resume();
    } catch (thrown) {
      log.warn('an answer could not be sent', { reason: messageOf(thrown) });
      response.destroy();
    }
  }
}

function secure({ cert, key }: Certificate): { cert: string; key: string; minVersion: 'TLSv1.2' } {
  return { cert, key, minVersion: 'TLSv1.2' };
}

function readable(request: IncomingMessage): HttpRequest {
  const target = request.url ?? '';
  const cut = target.indexOf('?');
  return {
    method: request.method ?? '', path: cut === -1 ? target : target.slice(0, cut), query: cut !== -1,
    // A header sent twice is joined by a comma, and is then none that anybody here takes: Node by itself would keep the first of some.
    header: (name) => request.headersDistinct[name]?.join(', '),
    body: () => bodyOf(request),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      // Trying again would not make it any smaller.
      if (size > MAX_BODY_BYTES) throw new GateError('INPUT_INVALID', `the request has more than ${MAX_BODY_BYTES} bytes`, { hint: 'no token is that large' });
      parts.push(part);
    }
  } catch (thrown) {
    if (thrown instanceof GateError) throw thrown;
    throw new GateError('INPUT_INVALID', 'the client went away before its request was whole', { cause: thrown });
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, json, text, headers }: HttpAnswer): void {
  const body = json !== undefined ? JSON.stringify(json) : (text?.body ?? '');
  const type = json !== undefined ? 'application/json' : text?.type;
  response.writeHead(status, {
    ...(type === undefined ? {} : { 'content-type': type }), 'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers,
  }).end(body);
}
