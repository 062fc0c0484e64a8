// SPDX-License-Identifier: Apache-2.0
//
// What the stand-ins of both forges share: a server on loopback that asks a face for answers, keeps a list of requests, and can be made to
// fail, to lie, to be interrupted by events between any two requests. Refuses nothing by itself.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FaceAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answered by a test instead of the face: it need not be as published. */
  readonly foreign?: boolean;
}

export interface FaceRequest { readonly method: string; readonly url: URL; readonly body: unknown; readonly token: string }

export interface Face {
  answer(request: FaceRequest): FaceAnswer;
  /** Told of every request before it is answered, and of every answer of the face's own. */
  observe?(request: FaceRequest, answer: FaceAnswer, text: string): void;
  readonly now: () => number;
}

export interface ForgeServer {
  readonly baseUrl: string;
  /** `GET /repos/acme/shop/pulls/7`, in order. */
  readonly requests: string[];
  /** Happens before the request with this number (from 1) is answered, each once. */
  readonly before: Map<number, () => void>;
  /** Answers used first, one a request, by the beginning of `METHOD /path`; a function sees what the face would say. `null` cuts the connection. */
  readonly instead: { readonly of: string; readonly answers: (FaceAnswer | null | ((own: FaceAnswer) => FaceAnswer | null))[] }[];
  /** Answers 304 given. */
  readonly notModified: () => number;
  stop(): Promise<void>;
}

/** Starts it. `tokenOf` reads the credential of a request. */
export async function serveForge(face: Face, tokenOf: (request: IncomingMessage) => string): Promise<ForgeServer> {
  const requests: string[] = [];
  const before: ForgeServer['before'] = new Map();
  const instead: ForgeServer['instead'] = [];
  let unchanged = 0;
  const respond = (request: IncomingMessage, response: ServerResponse, text: string): void => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    requests.push(line);
    before.get(requests.length)?.();
    before.delete(requests.length);
    const asked: FaceRequest = { method: request.method ?? '', url: new URL(request.url ?? '/', 'http://forge'), body: text === '' ? undefined : JSON.parse(text), token: tokenOf(request) };
    const script = instead.find((entry) => line.startsWith(entry.of) && entry.answers.length > 0)?.answers.shift();
    const own = script === undefined || typeof script === 'function' ? face.answer(asked) : null;
    const ownText = own === null ? '' : textOf(own);
    if (own !== null) face.observe?.(asked, own, ownText);
    const answer = typeof script === 'function' ? script(own as FaceAnswer) : script === undefined ? own : script;
    if (answer === null) return void request.socket.destroy();
    const body = answer === own ? ownText : textOf(answer);
    const etag = `W/"${createHash('sha1').update(body).digest('hex')}"`;
    const headers = { 'content-type': 'application/json; charset=utf-8', date: new Date(face.now()).toUTCString(), ...(asked.method === 'GET' && answer.status === 200 ? { etag } : {}), ...answer.headers };
    if (answer.status === 200 && request.headers['if-none-match'] === etag) {
      unchanged += 1;
      return void response.writeHead(304, { date: headers.date, etag }).end();
    }
    response.writeHead(answer.status, headers).end(body);
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => respond(request, response, Buffer.concat(parts).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, before, instead, notModified: () => unchanged,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function textOf(answer: FaceAnswer): string {
  return answer.status === 204 ? '' : JSON.stringify(answer.body ?? {});
}

/** One page of a list and the header that leads to the next. `most`: what the stand-in gives at once, whatever is asked. */
export function pageOf<T>(all: readonly T[], url: URL, most: number): { readonly items: readonly T[]; readonly page: number; readonly pages: number; readonly size: number } {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), most);
  const page = Number(url.searchParams.get('page') ?? 1);
  return { items: all.slice((page - 1) * size, page * size), page, pages: Math.max(1, Math.ceil(all.length / size)), size };
}
