// SPDX-License-Identifier: Apache-2.0
//
// Which addresses tokens may be sent to, and how one exchange ends that has no answer.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchange, isMetadataHost, trustworthyUrl } from '../../../src/core/http.js';
import { fetchTrusting } from '../../../src/core/https.js';
import { systemRuntime, type Runtime } from '../../../src/core/runtime.js';
import { writeCertificates } from '../../support/certificates.js';

describe('trustworthyUrl', () => {
  it.each(['https://vault.internal:8200', 'http://127.0.0.1:8200', 'http://localhost:1', 'http://[::1]/x', 'https://169.254.example.com', 'https://fe80.example.com', 'https://[2001:db8::1]'])('takes %s', (url) => {
    expect(trustworthyUrl(url).protocol).toMatch(/^https?:$/u);
  });

  it.each([
    'http://vault.internal', 'http://10.0.0.1', 'ftp://x', 'https://user@x', 'https://:pw@x', 'vault.internal', '',
    'https://169.254.169.254', 'https://169.254.170.2/v2', 'https://2852039166/', 'https://0xA9FEA9FE', 'https://0251.0376.0251.0376', 'https://[::ffff:169.254.169.254]', 'https://[fe80::1]', 'https://[febf::1]', 'https://[fd00:ec2::254]',
    'https://metadata.google.internal', 'https://METADATA.google.internal.', 'https://metadata', 'https://168.63.129.16', 'https://100.100.100.200', 'https://169。254。169。254',
  ])('refuses %s', (url) => {
    expect(() => trustworthyUrl(url)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('isMetadataHost', () => {
  it.each([['169.255.1.1', false], ['[fec0::1]', false], ['169.254.0.1', true], ['[fe80::a]', true]])('%s: %s', (host, expected) => {
    expect(isMetadataHost(host)).toBe(expected);
  });
});

describe('exchange', () => {
  const ask = (fetch: Runtime['fetch'], signal?: AbortSignal) => exchange({ method: 'GET', url: 'https://x.example', headers: {}, maxBytes: 10, ...(signal === undefined ? {} : { signal }) }, { ...systemRuntime, fetch });
  // As `fetch` does: no answer until it is cancelled.
  const silent: Runtime['fetch'] = (_url, init) => new Promise((_resolve, reject) => {
    const { signal } = init as { signal: AbortSignal };
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

  it.each<[string, Runtime['fetch'], object]>([
    ['a connection that fails, by its cause', () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })), { code: 'UPSTREAM_FAILED', message: '`https://x.example` can not be reached: connect ECONNREFUSED' }],
    ['one that fails without a cause', () => Promise.reject(new Error('boom')), { code: 'UPSTREAM_FAILED', message: '`https://x.example` can not be reached: boom' }],
    ['a redirect, by what is wrong with it', async () => new Response(null, { status: 302 }), { code: 'UPSTREAM_FAILED', message: expect.stringContaining('redirects are not followed') }],
    ['too much', async () => new Response('x'.repeat(11)), { code: 'LIMIT_EXCEEDED' }],
  ])('tells of %s', async (_name, fetch, expected) => {
    await expect(ask(fetch)).rejects.toMatchObject(expected);
  });

  it('ends when it is cancelled, before or meanwhile', async () => {
    await expect(ask(silent, AbortSignal.abort())).rejects.toThrow('can not be reached: cancelled');
    const stop = new AbortController();
    const asked = ask((...args) => {
      queueMicrotask(() => stop.abort());
      return silent(...args);
    }, stop.signal);
    await expect(asked).rejects.toThrow('can not be reached: cancelled');
  });
});

describe('fetchTrusting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-trust-'));
  let server: Server;
  let url: string;
  let ca: string;
  beforeAll(async () => {
    await writeCertificates(folder);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    ca = read('ca.pem');
    server = createServer({ cert: read('server.pem'), key: read('server.key') }, (request, response) => {
      if (request.url === '/ready') response.end('yes');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const get = (path: string, signal: AbortSignal | null) => fetchTrusting(`${url}${path}`, { method: 'GET', headers: {}, body: null, ca, signal });

  it('is answered with and without a way to cancel it', async () => {
    for (const signal of [null, new AbortController().signal]) expect(await (await get('/ready', signal)).text()).toBe('yes');
  });

  it('gives the reason for which it was cancelled, as `fetch` does', async () => {
    await expect(get('/never', AbortSignal.abort(new Error('no time')))).rejects.toThrow('no time');
    const stop = new AbortController();
    server.once('request', () => stop.abort(new Error('no answer within 10 s')));
    await expect(get('/never', stop.signal)).rejects.toThrow('no answer within 10 s');
    // A reason that is no error can not be thrown on.
    await expect(get('/never', AbortSignal.abort('so'))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says what Node says when nobody was cancelled', async () => {
    await expect(fetchTrusting(url, { method: 'GET', headers: {}, body: null, ca: '', signal: new AbortController().signal })).rejects.toMatchObject({ code: expect.stringMatching(/CERT|SIGNATURE/u) });
  });
});
