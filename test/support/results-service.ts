// SPDX-License-Identifier: Apache-2.0
//
// GitHub's results service on loopback, as its client speaks to it: create, upload of blocks, finalize; names are taken once. Refuses calls
// without the job's token. Keeps what was uploaded, so that a test can look into it.
// @see https://github.com/actions/toolkit/tree/main/packages/artifact
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An artifact as the service has it. */
export interface UploadedArtifact {
  readonly name: string;
  readonly zip: Buffer;
  readonly size: number;
  readonly hash: string;
  readonly expiresAt: string | null;
}

export interface ResultsService {
  readonly url: string;
  readonly token: string;
  readonly artifacts: UploadedArtifact[];
  /** Answers every call with this status from now on. */
  failing: number | null;
  stop(): Promise<void>;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A runtime token as the runner hands it out; its signature is nobody's business here. */
const TOKEN = `${part({ alg: 'none' })}.${part({ scp: 'Actions.Results:run-backend:job-backend' })}.x`;

/** Starts it on a free port of loopback. */
export async function startResultsService(taken: readonly string[] = []): Promise<ResultsService> {
  const blobs = new Map<string, Map<string, Buffer>>();
  const whole = new Map<string, Buffer>();
  const names = new Set(taken);
  const wanted = new Map<string, string | null>();
  const service = { artifacts: [] as UploadedArtifact[], failing: null as number | null, token: TOKEN };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const answer = (response: ServerResponse, status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (service.failing !== null) return answer(response, service.failing, { code: 'unavailable', msg: 'not now' });
    if (pathname.startsWith('/blob/')) return blob(pathname.slice(6), searchParams, body, response);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(response, 401, { code: 'unauthenticated', msg: 'no token' });
    const asked = JSON.parse(body.toString('utf8')) as Record<string, string>;
    const name = asked['name'] ?? '';
    if (pathname.endsWith('/CreateArtifact')) {
      if (names.has(name)) return answer(response, 409, { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' });
      names.add(name);
      wanted.set(name, asked['expires_at'] ?? null);
      return answer(response, 200, { ok: true, signed_upload_url: `${url}/blob/${encodeURIComponent(name)}?sig=x` });
    }
    if (pathname.endsWith('/FinalizeArtifact')) {
      const zip = whole.get(name) ?? Buffer.alloc(0);
      service.artifacts.push({ name, zip, size: Number(asked['size']), hash: asked['hash'] ?? '', expiresAt: wanted.get(name) ?? null });
      return answer(response, 200, { ok: true, artifact_id: String(service.artifacts.length) });
    }
    answer(response, 404, { code: 'bad_route', msg: pathname });
  }

  function blob(path: string, query: URLSearchParams, body: Buffer, response: ServerResponse): void {
    const name = decodeURIComponent(path);
    const blocks = blobs.get(name) ?? new Map<string, Buffer>();
    blobs.set(name, blocks);
    if (query.get('comp') === 'block') blocks.set(query.get('blockid') ?? '', body);
    else if (query.get('comp') === 'blocklist') whole.set(name, Buffer.concat([...body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => blocks.get(id ?? '') ?? Buffer.alloc(0))));
    else whole.set(name, body);
    response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': 'x' }).end();
  }

  return Object.assign(service, { url, stop: () => new Promise<void>((done) => server.close(() => done())) });
}

/** Hex SHA-256. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
