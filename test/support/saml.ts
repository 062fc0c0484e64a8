// SPDX-License-Identifier: Apache-2.0
//
// Identity providers of SAML 2.0 for tests: a real one (samlp, asked by node-saml), and one made by hand for what samlp would never issue.
// Refuses nothing: it signs whatever it is given.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeSaml from '@node-saml/node-saml';
import nodeSamlXml from '@node-saml/node-saml/lib/xml.js';

type SamlpAuth = (options: Record<string, unknown>) => (request: unknown, response: unknown, next: (error?: Error) => void) => void;
const samlp = createRequire(import.meta.url)('samlp') as { auth: SamlpAuth };

export interface KeyPair {
  readonly key: string;
  readonly certificate: string;
}

/** Pieces of an assertion; an empty text leaves one out. */
export interface Pieces {
  readonly id?: string;
  readonly version?: string;
  readonly issued?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly confirmation?: string;
  readonly conditions?: string;
  readonly statements?: string;
}
export interface Signing {
  readonly by?: KeyPair;
  readonly algorithm?: 'sha1' | 'sha256' | 'sha512';
  readonly digest?: string;
  readonly transforms?: string[];
  readonly what?: string;
}

/** Whom assertions are from, for and made out to. */
export interface SamlParties {
  readonly issuer: string;
  readonly audience: string;
  readonly recipient: string;
}

export const base64 = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');
/** A time that many seconds from now, as SAML writes it. */
export const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

/** See the header. */
export class SamlProvider {
  readonly parties: SamlParties;
  readonly own: KeyPair;
  /** Of nobody who is trusted. */
  readonly foreign: KeyPair;
  /** What samlp is told beside the usual. */
  provides: Record<string, unknown> = {};
  readonly #server: Server;
  readonly #folder: string;

  static async start(parties: SamlParties): Promise<SamlProvider> {
    const provider = new SamlProvider(parties);
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  private constructor(parties: SamlParties) {
    this.parties = parties;
    this.#folder = mkdtempSync(join(tmpdir(), 'ostiary-saml-'));
    [this.own, this.foreign] = [this.#pair('idp'), this.#pair('stranger')];
    const { issuer, audience, recipient } = parties;
    this.#server = createServer((request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '/', 'http://idp').searchParams);
      samlp.auth({
        issuer, cert: this.own.certificate, key: this.own.key, audience, recipient, destination: recipient, lifetimeInSeconds: 300, signatureAlgorithm: 'rsa-sha256', digestAlgorithm: 'sha256',
        getPostURL: (_audience: string, _dom: unknown, _request: unknown, callback: (error: null, url: string) => void) => callback(null, recipient),
        getUserFromRequest: () => ({ id: 'sam-7', displayName: 'Sam', emails: [{ value: 'sam@example.com' }], groups: ['dba'] }),
        profileMapper: () => ({ getClaims: () => ({ department: 'dba', groups: ['a', 'b'], sub: 'admin' }), getNameIdentifier: () => ({ nameIdentifier: 'sam-7', nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }) }),
        ...this.provides,
      })(Object.assign(request, { query }), Object.assign(response, { send: (body: string) => response.end(body), set: (name: string, value: string) => response.setHeader(name, value) }), (error) => response.writeHead(500).end(error?.message));
    });
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What samlp answers to a request of node-saml: the XML that a browser would post. */
  async signIn(): Promise<string> {
    const { audience, recipient } = this.parties;
    const client = new nodeSaml.SAML({ idpCert: this.own.certificate, issuer: audience, callbackUrl: recipient, entryPoint: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/login` });
    const page = await (await fetch(await client.getAuthorizeUrlAsync('', undefined, {}))).text();
    const value = /name="SAMLResponse"\s+value="([^"]+)"/u.exec(page)?.[1];
    if (value === undefined) throw new Error(page.slice(0, 500));
    return Buffer.from(value.replaceAll('&#43;', '+').replaceAll('&#x2B;', '+').replaceAll('&#x3D;', '=').replaceAll('&#x2F;', '/'), 'base64').toString('utf8');
  }

  bearer(more: { recipient?: string; end?: string; method?: string } = {}): string {
    const { recipient = this.parties.recipient, end = at(300), method = 'urn:oasis:names:tc:SAML:2.0:cm:bearer' } = more;
    return `<saml:SubjectConfirmation Method="${method}"><saml:SubjectConfirmationData${recipient === '' ? '' : ` Recipient="${recipient}"`}${end === '' ? '' : ` NotOnOrAfter="${end}"`}/></saml:SubjectConfirmation>`;
  }

  during(audiences: readonly string[] = [this.parties.audience], start = at(-5), end = at(300)): string {
    return `<saml:Conditions NotBefore="${start}"${end === '' ? '' : ` NotOnOrAfter="${end}"`}><saml:AudienceRestriction>${audiences.map((audience) => `<saml:Audience>${audience}</saml:Audience>`).join('')}</saml:AudienceRestriction></saml:Conditions>`;
  }

  /** One that nobody signed. */
  assertionXml(pieces: Pieces = {}): string {
    const { id = '_a1', version = '2.0', issued = at(-2), issuer = `<saml:Issuer>${this.parties.issuer.replaceAll('&', '&amp;')}</saml:Issuer>`, subject = '<saml:NameID>sam-7</saml:NameID>', confirmation = this.bearer(), conditions = this.during(), statements = '' } = pieces;
    return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="${version}"${issued === '' ? '' : ` IssueInstant="${issued}"`}>${issuer}<saml:Subject>${subject}${confirmation}</saml:Subject>${conditions}${statements}</saml:Assertion>`;
  }

  sign(xml: string, { by = this.own, algorithm = 'sha256', digest = 'sha256', transforms, what = 'Assertion' }: Signing = {}): string {
    return nodeSamlXml.signXml(xml, `//*[local-name(.)='${what}']`, { reference: `//*[local-name(.)='${what}']/*[local-name(.)='Issuer']`, action: 'after' }, { privateKey: by.key, publicCert: by.certificate, signatureAlgorithm: algorithm, digestAlgorithm: digest, ...(transforms === undefined ? {} : { xmlSignatureTransforms: transforms }) });
  }

  made(pieces: Pieces = {}, signing: Signing = {}): string {
    return this.sign(this.assertionXml(pieces), signing);
  }

  /** A response around it, as it stands. */
  responseOf(content: string): string {
    const { issuer, recipient } = this.parties;
    return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="${at(-2)}" Destination="${recipient}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer.replaceAll('&', '&amp;')}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${content}</samlp:Response>`;
  }

  #pair(name: string): KeyPair {
    const [key, certificate] = [join(this.#folder, `${name}.key`), join(this.#folder, `${name}.pem`)];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', `/CN=${name}`], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  }
}
