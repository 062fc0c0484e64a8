// SPDX-License-Identifier: Apache-2.0
//
// The operator's file with everything that it names: certificates read, issuers written out. Refuses a file of which any part can't be
// used, so that a bad one never replaces a good one.
import { readFile } from 'node:fs/promises';
import type { SecureContext } from 'node:tls';
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import { checkIssuers, githubIssuer, gitlabIssuer, type TrustedIssuer } from '../../identity/issuers.js';
import { loadGateway, type CertificateFiles, type GatewaySettings, type IssuerSettings } from '../../policy/gateway.js';
import type { Policy } from '../../policy/model.js';
import { secureContext } from '../../proxy/postgres/certificate.js';
import type { Certificate } from '../../server/http.js';

/** One issuer, ready to be compared with. */
export interface ConfiguredIssuer {
  readonly settings: IssuerSettings;
  readonly trusted: TrustedIssuer;
}

/** A file in force. */
export interface GatewayConfig {
  readonly file: string;
  readonly settings: GatewaySettings;
  readonly policy: Policy;
  readonly issuers: readonly ConfiguredIssuer[];
  readonly certificates: { readonly api: Certificate | null; readonly metrics: Certificate | null; readonly postgres: SecureContext | null };
}

/** Reads it. Throws INPUT_INVALID or POLICY_INVALID, saying where and what to do. */
export async function readConfig(file: string, runtime: Runtime): Promise<GatewayConfig> {
  const text = await readText(file, "the gateway's file");
  const { settings, policy } = await loadGateway({ text, file }, { now: runtime.now() });
  const issuers = settings.issuers.map((issuer) => ({ settings: issuer, trusted: trustedOf(issuer) }));
  checkIssuers(issuers.map(({ trusted }) => trusted));
  const certificates = {
    api: await certificateOf(settings.api.tls), metrics: await certificateOf(settings.metrics?.tls ?? null),
    postgres: settings.postgres.tls === null ? null : secureContext(await certificateOf(settings.postgres.tls) as Certificate, settings.postgres.tls.cert),
  };
  for (const [tls, files] of [[certificates.api, settings.api.tls], [certificates.metrics, settings.metrics?.tls]] as const) if (tls !== null) secureContext(tls, files?.cert ?? '');
  return { file, settings, policy, issuers, certificates };
}

/** What a reload can't change, as the names of its keys; empty: all of it can be taken over. */
export function needsRestart(before: GatewaySettings, after: GatewaySettings): readonly string[] {
  const place = ({ host, port, tls }: GatewaySettings['api']): string => `${host} ${port} ${tls === null ? 'plain' : 'tls'}`;
  const parts: readonly [string, (settings: GatewaySettings) => string][] = [
    ['url', ({ url }) => url], ['listen.api', ({ api }) => place(api)], ['listen.postgres', ({ postgres }) => place(postgres)],
    ['listen.metrics', ({ metrics }) => (metrics === null ? 'none' : place(metrics))], ['store.path', ({ storePath }) => storePath],
    ['recordings.path', ({ recordings }) => recordings.path],
  ];
  return parts.filter(([, of]) => of(before) !== of(after)).map(([name]) => name);
}

function trustedOf({ kind, address }: IssuerSettings): TrustedIssuer {
  switch (kind) {
    case 'github': return githubIssuer(address ?? 'https://github.com');
    case 'gitlab': return gitlabIssuer(address ?? 'https://gitlab.com');
    case 'oidc': return { kind: 'oidc', issuer: address ?? '' };
    default: return kind satisfies never;
  }
}

async function certificateOf(files: CertificateFiles | null): Promise<Certificate | null> {
  if (files === null) return null;
  const [cert, key] = await Promise.all([readText(files.cert, 'the certificate'), readText(files.key, 'the private key')]);
  return { cert, key };
}

function readText(file: string, what: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `${what} \`${file}\` can not be read: ${messageOf(cause)}`, { hint: 'is it there, and readable for this user?', cause });
  });
}
