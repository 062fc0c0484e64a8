// SPDX-License-Identifier: Apache-2.0
//
// One HTTPS request to a server whose certificate an authority of one's own has signed: what `fetch` can't be told in Node 20. Trusts that
// authority alone; refuses to follow redirects, to reuse connections and to look at proxy variables.
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';

/** What a request may say beside its URL; the subset of `fetch` that we use. */
export interface TrustingInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** PEM of the authorities. */
  readonly ca: string;
  readonly signal: AbortSignal | null;
}

/** The answer, its body still to be read. Rejects with what Node says when there is none. */
export function fetchTrusting(url: string, init: TrustingInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const length = init.body === null ? {} : { 'content-length': String(Buffer.byteLength(init.body)) };
    const request = httpsRequest(url, { method: init.method, headers: { ...init.headers, ...length }, ca: init.ca, agent: false, minVersion: 'TLSv1.2', ...(init.signal === null ? {} : { signal: init.signal }) });
    request.once('error', (error) => reject(init.signal?.aborted === true && init.signal.reason instanceof Error ? init.signal.reason : error));
    request.once('response', (message) => {
      const headers = new Headers();
      for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) headers.append(message.rawHeaders[at] as string, message.rawHeaders[at + 1] as string);
      // Node types the requests of a server and the answers of one alike: an answer has it.
      const status = message.statusCode as number;
      const bare = status === 204 || status === 205 || status === 304;
      if (bare) message.resume();
      resolve(new Response(bare ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>), { status, headers }));
    });
    request.end(init.body ?? undefined);
  });
}
