// SPDX-License-Identifier: Apache-2.0
//
// The operator's file with everything that it names: certificates read, issuers written out. Refuses a file of which any part can't be
// used, so that a bad one never replaces a good one.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SecureContext } from 'node:tls';
import { GateError, messageOf } from '../../core/errors.js';
import type { Runtime } from '../../core/runtime.js';
import { checkIssuers, githubIssuer, gitlabIssuer, type TrustedIssuer } from '../../identity/issuers.js';
import { loadGateway, type CertificateFiles, type GatewaySettings } from '../../policy/gateway.js';
import type { ForgeSettings } from '../../policy/gateway-forges.js';
import type { SamlIssuerSettings, TokenIssuerSettings } from '../../policy/gateway-issuers.js';
import type { Policy } from '../../policy/model.js';
import { secureContext } from '../../proxy/postgres/client/certificate.js';
import type { Certificate } from '../../server/http.js';

/** Hits each certificate of a PEM file by itself. */
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/gu;
const MIN_RSA_BITS = 2048;

/** One issuer of tokens, ready to be compared with. `ca`: PEM. */
export interface ConfiguredIssuer {
  readonly settings: TokenIssuerSettings;
  readonly trusted: TrustedIssuer;
  readonly ca: string | null;
}

/** One identity provider, with its certificates as PEM, one each. */
export interface ConfiguredProvider {
  readonly issuer: string;
  readonly certificates: readonly string[];
  readonly audience: string;
  readonly recipient: string;
  readonly forge: string | null;
}

/** One forge. `ca`: PEM. */
export interface ConfiguredForge {
  readonly settings: ForgeSettings;
  readonly ca: string | null;
}

/** A file in force. */
export interface GatewayConfig {
  readonly file: string;
  readonly settings: GatewaySettings;
  readonly policy: Policy;
  readonly issuers: readonly ConfiguredIssuer[];
  readonly providers: readonly ConfiguredProvider[];
  readonly forges: readonly ConfiguredForge[];
  readonly certificates: { readonly api: Certificate | null; readonly metrics: Certificate | null; readonly postgres: SecureContext | null };
}

/** Reads it. Throws INPUT_INVALID or POLICY_INVALID, saying where and what to do. */
export async function readConfig(file: string, runtime: Runtime): Promise<GatewayConfig> {
  const text = await readText(file, "the gateway's file");
  const { settings, policy } = await loadGateway({ text, file }, { now: runtime.now() });
  const { issuers, providers } = await readTrust(settings);
  const forges = await Promise.all(settings.forges.map(async (forge) => ({ settings: forge, ca: forge.ca === null ? null : await authorityOf(forge.ca) })));
  const certificates = {
    api: await certificateOf(settings.api.tls), metrics: await certificateOf(settings.metrics?.tls ?? null),
    postgres: settings.postgres.tls === null ? null : secureContext(await certificateOf(settings.postgres.tls) as Certificate, settings.postgres.tls.cert),
  };
  for (const [tls, files] of [[certificates.api, settings.api.tls], [certificates.metrics, settings.metrics?.tls]] as const) if (tls !== null) secureContext(tls, files?.cert ?? '');
  return { file, settings, policy, issuers, providers, forges, certificates };
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

async function readTrust(settings: GatewaySettings): Promise<Pick<GatewayConfig, 'issuers' | 'providers'>> {
  const [issuers, providers]: [ConfiguredIssuer[], ConfiguredProvider[]] = [[], []];
  for (const issuer of settings.issuers) {
    if (issuer.kind === 'saml') providers.push(await providerOf(issuer, settings));
    else issuers.push({ settings: issuer, trusted: trustedOf(issuer), ca: issuer.ca === null ? null : await authorityOf(issuer.ca) });
  }
  if (issuers.length > 0) checkIssuers(issuers.map(({ trusted }) => trusted));
  return { issuers, providers };
}

function trustedOf({ kind, address }: TokenIssuerSettings): TrustedIssuer {
  switch (kind) {
    case 'github': return githubIssuer(address ?? 'https://github.com');
    case 'gitlab': return gitlabIssuer(address ?? 'https://gitlab.com');
    case 'oidc': return { kind: 'oidc', issuer: address ?? '' };
    default: return kind satisfies never;
  }
}

async function providerOf({ name, address, certificates, audience, recipient, forge }: SamlIssuerSettings, settings: GatewaySettings): Promise<ConfiguredProvider> {
  const read: string[] = [];
  for (const one of certificates) {
    const isFile = one.startsWith('/');
    read.push(...certificatesIn(isFile ? await readText(one, 'the certificate') : one, isFile ? one : `issuers.${name}.certificates`));
  }
  return { issuer: address, certificates: read, audience: audience ?? settings.audience, recipient: recipient ?? `${settings.url}/v1/sessions`, forge };
}

async function authorityOf(file: string): Promise<string> {
  const text = await readText(file, 'the authority');
  const found = [...text.matchAll(PEM)].map(([pem]) => parsed(pem));
  if (found.length === 0 || found.includes(null)) throw new GateError('INPUT_INVALID', `the authority \`${file}\` is no certificate`, { hint: 'name a PEM file (`-----BEGIN CERTIFICATE-----`)' });
  return text;
}

// One key too weak, or of a kind that signs no assertion that is read here, would be found out when somebody stands before a closed door.
function certificatesIn(text: string, where: string): readonly string[] {
  const found = [...text.matchAll(PEM)].map(([pem]) => ({ pem, key: parsed(pem)?.publicKey ?? null }));
  const good = found.filter(({ key }) => key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS);
  if (good.length === 0 || good.length < found.length) throw new GateError('INPUT_INVALID', `\`${where}\` is not a certificate of an RSA key of ${MIN_RSA_BITS} bits or more`, { hint: 'write the PEM that the identity provider shows for its signing key' });
  return good.map(({ pem }) => pem);
}

function parsed(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
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
