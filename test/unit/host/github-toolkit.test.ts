// SPDX-License-Identifier: Apache-2.0
//
// The GitHub host says to the runner what GitHub's own toolkit says, byte by byte, but for delimiters, which nobody can know. It adds a title to
// annotations and marks its own log lines; those are not compared.
import * as core from '@actions/core';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GitHubHost } from '../../../src/host/github.js';
import { commandLine } from '../../../src/host/github-commands.js';
import { githubIssuer } from '../../../src/identity/issuers.js';
import { verifyToken } from '../../../src/identity/verify.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';

const HOSTILE = ['plain', 'two\nlines', 'a%0Ab', 'x,y:z', '::error::no', '\r\n', 'ümläut 商品', '%25'];
let folder: string;
let before: typeof process.stdout.write;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-toolkit-'));
  before = process.stdout.write;
});
afterEach(() => {
  process.stdout.write = before;
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});

/** What the toolkit prints. */
function printed(run: () => void): string {
  const parts: string[] = [];
  process.stdout.write = ((text: string) => parts.push(text) > 0) as typeof process.stdout.write;
  try {
    run();
  } finally {
    process.stdout.write = before;
  }
  return parts.join('');
}

function host(): { host: GitHubHost; said: () => string } {
  const parts: string[] = [];
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: join(folder, 'ours-output'), GITHUB_STATE: join(folder, 'ours-state') };
  return { host: new GitHubHost({ environment, writers: { stdout: (text) => void parts.push(text), stderr: () => undefined }, runtime: systemRuntime }), said: () => parts.join('') };
}

const withoutDelimiters = (file: string) => readFileSync(file, 'utf8').replace(/ghadelimiter_[0-9a-f-]+/g, 'DELIMITER');

describe('GitHubHost beside @actions/core', () => {
  it.each(HOSTILE)('masks %j with the same words', (value) => {
    const { host: ours, said } = host();
    ours.addMask(value.trim() === '' ? 'x' : value);
    expect(said()).toBe(printed(() => core.setSecret(value.trim() === '' ? 'x' : value)));
  });

  it.each(HOSTILE)('escapes %j in messages and properties alike', (text) => {
    for (const level of ['error', 'warning', 'notice'] as const) {
      expect(commandLine(level, { title: text, file: text, line: 3, col: 4 }, text)).toBe(printed(() => core[level](text, { title: text, file: text, startLine: 3, startColumn: 4 })));
    }
  });

  it('opens and closes groups with the same words', async () => {
    const { host: ours, said } = host();
    await ours.group('a group', async () => undefined);
    expect(said()).toBe(printed(() => {
      core.startGroup('a group');
      core.endGroup();
    }));
  });

  it.each(HOSTILE)('writes %j into the files of outputs and states alike', (value) => {
    const { host: ours } = host();
    for (const name of ['theirs-output', 'theirs-state']) writeFileSync(join(folder, name), '');
    process.env['GITHUB_OUTPUT'] = join(folder, 'theirs-output');
    process.env['GITHUB_STATE'] = join(folder, 'theirs-state');
    ours.output('name', value);
    ours.saveState('name', value);
    core.setOutput('name', value);
    core.saveState('name', value);
    for (const kind of ['output', 'state']) expect(withoutDelimiters(join(folder, `ours-${kind}`))).toBe(withoutDelimiters(join(folder, `theirs-${kind}`)));
  });
});

describe('the OIDC token beside getIDToken of @actions/core', () => {
  const REQUEST_TOKEN = 'request-token-of-the-job';
  const VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  let issuer: OidcIssuer;
  let endpoint: Server;
  let asked: IncomingMessage[];
  let broken: number[];

  // As the service that the runner names answers: `?api-version=` is there already, `count` beside the value, 401 for another bearer.
  beforeAll(async () => {
    issuer = await startOidcIssuer({ path: '/_services/token' });
    endpoint = createServer((request, response) => {
      asked.push(request);
      const { searchParams } = new URL(request.url ?? '', 'http://service');
      const status = broken.shift() ?? (request.headers.authorization === `Bearer ${REQUEST_TOKEN}` ? 200 : 401);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      void issuer.mint({ aud: searchParams.get('audience') ?? 'https://github.com/acme' }).then((value) => response.end(JSON.stringify(status === 200 ? { count: 1, value } : { message: 'no' })));
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    asked = [];
    broken = [];
    process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/acme/idtoken?api-version=2.0`;
    process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = REQUEST_TOKEN;
  });
  afterEach(() => {
    for (const name of VARIABLES) delete process.env[name];
  });
  afterAll(async () => {
    await issuer.stop();
    endpoint.closeAllConnections();
    endpoint.close();
  });

  const ours = async (audience: string): Promise<{ token: string; said: string }> => {
    const parts: string[] = [];
    const host = new GitHubHost({ environment: { ...process.env }, writers: { stdout: (text) => void parts.push(text), stderr: () => undefined }, runtime: hastyRuntime() });
    return { token: await host.idToken(audience), said: parts.join('') };
  };
  const theirs = async (audience: string): Promise<{ token: string; said: string }> => {
    const parts: string[] = [];
    process.stdout.write = ((text: string) => parts.push(text) > 0) as typeof process.stdout.write;
    try {
      return { token: await core.getIDToken(audience), said: parts.filter((part) => !part.startsWith('::debug')).join('') };
    } finally {
      process.stdout.write = before;
    }
  };

  it.each(['ostiary', 'https://vault.example/v1?a=b&c=d', 'api://AzureADTokenExchange', 'two words+plus', 'ümläut/商品'])('asks for %j with the same line and bearer, masks what it gets, and both verify', async (audience) => {
    for (const [index, get] of [ours, theirs].entries()) {
      const { token, said } = await get(audience);
      expect(said).toBe(commandLine('add-mask', {}, token));
      const verified = await verifyToken(token, { issuers: [githubIssuer(new URL(issuer.issuer).origin)], audience, runtime: systemRuntime });
      expect(verified.audience).toBe(audience);
      expect(asked).toHaveLength(index + 1);
    }
    const [first, second] = asked;
    expect([first?.method, first?.url, first?.headers.authorization]).toEqual([second?.method, second?.url, second?.headers.authorization]);
  });

  it('asks again, as the toolkit does, when the service is disturbed', async () => {
    broken = [503];
    await ours('ostiary');
    broken = [503];
    await theirs('ostiary');
    expect(asked).toHaveLength(4);
  });

  it.each<[string, () => void]>([
    ['a bearer that is not taken', () => (process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'old')], ['no address', () => delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL']], ['no bearer', () => delete process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']],
  ])('fails where the toolkit fails: %s', async (_name, spoil) => {
    spoil();
    await expect(ours('ostiary')).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', hint: expect.stringContaining('permissions: { id-token: write') });
    await expect(theirs('ostiary')).rejects.toThrow();
  });
});
