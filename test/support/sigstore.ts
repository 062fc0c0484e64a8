// SPDX-License-Identifier: Apache-2.0
//
// Sigstore on loopback: the certificate authority, log and clock of @sigstore/mock behind real HTTP, and the trusted root that goes with
// them. Certificates are really signed, timestamps really made; only who a token is for is believed, as their mock does.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fulcioHandler, initializeCA, initializeCTLog, initializeTLog, initializeTSA, rekorHandler, tsaHandler, type HandlerFn } from '@sigstore/mock';

export interface Sigstore {
  readonly url: string;
  /** Tokens that Fulcio was shown, and the path of every request. */
  readonly tokens: string[];
  readonly calls: string[];
  /** By path: the status that is answered instead, with this body. */
  readonly faults: Map<string, { readonly status: number; readonly body: string }>;
  /** A trusted root in JSON; `without` leaves something out. */
  root(without?: readonly ('tlogs' | 'ctlogs' | 'timestampAuthorities')[]): string;
  stop(): Promise<void>;
}

const PATHS = { fulcio: '/api/v2/signingCert', rekor: '/api/v1/log/entries', tsa: '/api/v1/timestamp' };

/**
 * What Rekor makes of a proposed entry of kind `dsse` before it logs it, and the mock does not: digests and signatures, no payload.
 * @see https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/v0.0.1/entry.go (Canonicalize)
 */
function canonical(proposed: string): string {
  const entry = JSON.parse(proposed) as { kind: string; apiVersion: string; spec: { proposedContent: { envelope: string; verifiers: string[] } } };
  if (entry.kind !== 'dsse') throw new Error(`an entry of kind ${entry.kind}`);
  const { envelope, verifiers } = entry.spec.proposedContent;
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] };
  const hash = (bytes: Buffer | string): object => ({ algorithm: 'sha256', value: createHash('sha256').update(bytes).digest('hex') });
  return JSON.stringify({
    apiVersion: entry.apiVersion, kind: entry.kind,
    spec: { envelopeHash: hash(envelope), payloadHash: hash(Buffer.from(payload, 'base64')), signatures: signatures.map(({ sig }, index) => ({ signature: sig, verifier: verifiers[index] })) },
  });
}

/** The mock leaves out zeros at the end of milliseconds, which the verifier does not read: asked again until there is none. */
function legible({ path, fn }: ReturnType<typeof tsaHandler>): ReturnType<typeof tsaHandler> {
  return {
    path,
    async fn(body) {
      for (;;) {
        const answer = await fn(body);
        if (typeof answer.response === 'string' || /\d{14}\.\d{3}Z/.test(Buffer.from(answer.response.buffer, answer.response.byteOffset, answer.response.byteLength).toString('latin1'))) return answer;
      }
    },
  };
}

/** Starts all three on one free port. `subjectClaim`: what the certificate names. `logged` false: its certificates are in no log of certificates. */
export async function startSigstore(subjectClaim = 'sub', logged = true): Promise<Sigstore> {
  const handlers = new Map<string, HandlerFn>();
  const tokens: string[] = [];
  const calls: string[] = [];
  const faults = new Map<string, { status: number; body: string }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = Buffer.concat(chunks).toString('utf8');
      calls.push(path);
      if (path === PATHS.fulcio) tokens.push((JSON.parse(body) as { credentials: { oidcIdentityToken: string } }).credentials.oidcIdentityToken);
      const fault = faults.get(path);
      if (fault !== undefined) return void response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body);
      void (handlers.get(path)?.(path === PATHS.rekor ? canonical(body) : body) ?? Promise.resolve({ statusCode: 404, response: '', contentType: 'text/plain' })).then(({ statusCode, response: answer, contentType }) => {
        response.writeHead(statusCode, { 'content-type': contentType ?? 'text/plain' }).end(typeof answer === 'string' ? answer : Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = (): { publicKey: ReturnType<typeof generateKeyPairSync>['publicKey']; privateKey: ReturnType<typeof generateKeyPairSync>['privateKey'] } => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const [ctlog, tlog, tsa] = await Promise.all([initializeCTLog(pair()), initializeTLog(url, pair()), initializeTSA(pair())]);
  const ca = await initializeCA(pair(), logged ? ctlog : undefined);
  for (const { path, fn } of [fulcioHandler(ca, { subjectClaim }), rekorHandler(tlog), legible(tsaHandler(tsa))]) handlers.set(path, fn);

  const since = { start: new Date(Date.now() - 60_000).toISOString() };
  const raw = (bytes: ArrayBufferView | Buffer): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const authority = (name: string, certificates: readonly ArrayBufferView[]): object => ({ subject: { organization: 'sigstore.mock', commonName: name }, uri: url, certChain: { certificates: certificates.map((one) => ({ rawBytes: raw(one) })) }, validFor: since });
  const log = (publicKey: Buffer): object => ({ baseUrl: url, hashAlgorithm: 'SHA2_256', publicKey: { rawBytes: publicKey.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: since }, logId: { keyId: createHash('sha256').update(publicKey).digest('base64') } });
  const root = { mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', tlogs: [log(tlog.publicKey)], certificateAuthorities: [authority('sigstore', [ca.rootCertificate])], ctlogs: [log(ctlog.publicKey)], timestampAuthorities: [authority('tsa', [tsa.intCertificate, tsa.rootCertificate])] };
  return {
    url, tokens, calls, faults,
    root: (without = []) => JSON.stringify({ ...root, ...Object.fromEntries(without.map((name) => [name, []])) }),
    stop: () => new Promise((stopped) => {
      server.closeAllConnections();
      server.close(() => stopped());
    }),
  };
}
