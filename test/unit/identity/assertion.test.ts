// SPDX-License-Identifier: Apache-2.0
//
// Assertions of a real identity provider (samlp, asked by node-saml) and of one made by hand for what samlp would never issue: what is taken,
// and every known way of passing off something else. Rows that are refused for their content are signed by the right key.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeSaml from '@node-saml/node-saml';
import nodeSamlXml from '@node-saml/node-saml/lib/xml.js';
import { AssertionMemory, verifyAssertion, type AssertionOptions } from '../../../src/identity/assertion.js';
import { principalOf } from '../../../src/identity/principal.js';
import { checkShape } from '../../../src/identity/saml-shape.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';

type SamlpAuth = (options: Record<string, unknown>) => (request: unknown, response: unknown, next: (error?: Error) => void) => void;
const samlp = createRequire(import.meta.url)('samlp') as { auth: SamlpAuth };

const AUDIENCE = 'https://gateway.example/saml';
const RECIPIENT = 'https://gateway.example/v1/saml/acs';
const ISSUER = 'https://idp.example/metadata';
const runtime = hastyRuntime();
let folder: string;
let own: { key: string; certificate: string };
let foreign: { key: string; certificate: string };
let provider: Server;
let provides: Record<string, unknown>;

const pair = (name: string): { key: string; certificate: string } => {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', `/CN=${name}`], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-saml-'));
  [own, foreign] = [pair('idp'), pair('stranger')];
  provider = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://idp').searchParams);
    samlp.auth({
      issuer: ISSUER, cert: own.certificate, key: own.key, audience: AUDIENCE, recipient: RECIPIENT, destination: RECIPIENT, lifetimeInSeconds: 300, signatureAlgorithm: 'rsa-sha256', digestAlgorithm: 'sha256',
      getPostURL: (_audience: string, _dom: unknown, _request: unknown, callback: (error: null, url: string) => void) => callback(null, RECIPIENT),
      getUserFromRequest: () => ({ id: 'sam-7', displayName: 'Sam', emails: [{ value: 'sam@example.com' }], groups: ['dba'] }),
      profileMapper: () => ({ getClaims: () => ({ department: 'dba', groups: ['a', 'b'], sub: 'admin' }), getNameIdentifier: () => ({ nameIdentifier: 'sam-7', nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }) }),
      ...provides,
    })(Object.assign(request, { query }), Object.assign(response, { send: (body: string) => response.end(body), set: (name: string, value: string) => response.setHeader(name, value) }), (error) => response.writeHead(500).end(error?.message));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  provides = {};
});
afterAll(() => {
  provider.close();
  provider.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const options = (more: Partial<AssertionOptions> = {}): AssertionOptions => ({ issuer: ISSUER, certificates: [own.certificate], audience: AUDIENCE, recipient: RECIPIENT, runtime, ...more });
const base64 = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');
const refused = (message: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message), hint: expect.any(String) });

/** What samlp answers to a request of node-saml: the XML that a browser would post. */
async function signIn(): Promise<string> {
  const client = new nodeSaml.SAML({ idpCert: own.certificate, issuer: AUDIENCE, callbackUrl: RECIPIENT, entryPoint: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/login` });
  const page = await (await fetch(await client.getAuthorizeUrlAsync('', undefined, {}))).text();
  const value = /name="SAMLResponse"\s+value="([^"]+)"/u.exec(page)?.[1];
  if (value === undefined) throw new Error(page.slice(0, 500));
  return Buffer.from(value.replaceAll('&#43;', '+').replaceAll('&#x2B;', '+').replaceAll('&#x3D;', '=').replaceAll('&#x2F;', '/'), 'base64').toString('utf8');
}

/** Pieces of an assertion; undefined leaves one out. */
interface Pieces {
  readonly id?: string;
  readonly version?: string;
  readonly issued?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly confirmation?: string;
  readonly conditions?: string;
  readonly statements?: string;
}
const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const bearer = (more: { recipient?: string; end?: string; method?: string } = {}): string => {
  const { recipient = RECIPIENT, end = at(300), method = 'urn:oasis:names:tc:SAML:2.0:cm:bearer' } = more;
  return `<saml:SubjectConfirmation Method="${method}"><saml:SubjectConfirmationData${recipient === '' ? '' : ` Recipient="${recipient}"`}${end === '' ? '' : ` NotOnOrAfter="${end}"`}/></saml:SubjectConfirmation>`;
};
const during = (audiences: readonly string[] = [AUDIENCE], start = at(-5), end = at(300)): string =>
  `<saml:Conditions NotBefore="${start}"${end === '' ? '' : ` NotOnOrAfter="${end}"`}><saml:AudienceRestriction>${audiences.map((audience) => `<saml:Audience>${audience}</saml:Audience>`).join('')}</saml:AudienceRestriction></saml:Conditions>`;
const assertionXml = (pieces: Pieces = {}): string => {
  const { id = '_a1', version = '2.0', issued = at(-2), issuer = `<saml:Issuer>${ISSUER}</saml:Issuer>`, subject = '<saml:NameID>sam-7</saml:NameID>', confirmation = bearer(), conditions = during(), statements = '' } = pieces;
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="${version}"${issued === '' ? '' : ` IssueInstant="${issued}"`}>${issuer}<saml:Subject>${subject}${confirmation}</saml:Subject>${conditions}${statements}</saml:Assertion>`;
};
type Signing = { by?: { key: string; certificate: string }; algorithm?: 'sha1' | 'sha256' | 'sha512'; digest?: string; transforms?: string[]; what?: string };
const sign = (xml: string, { by = own, algorithm = 'sha256', digest = 'sha256', transforms, what = 'Assertion' }: Signing = {}): string =>
  nodeSamlXml.signXml(xml, `//*[local-name(.)='${what}']`, { reference: `//*[local-name(.)='${what}']/*[local-name(.)='Issuer']`, action: 'after' }, { privateKey: by.key, publicCert: by.certificate, signatureAlgorithm: algorithm, digestAlgorithm: digest, ...(transforms === undefined ? {} : { xmlSignatureTransforms: transforms }) });
const responseOf = (content: string): string => `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="${at(-2)}" Destination="${RECIPIENT}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${ISSUER}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${content}</samlp:Response>`;
const made = (pieces: Pieces = {}, signing: Signing = {}): string => sign(assertionXml(pieces), signing);

describe('verifyAssertion', () => {
  it.each<[string, Record<string, unknown>]>([['an assertion', {}], ['assertion and response', { signResponse: true }]])('takes what samlp issues when it signs %s', async (_name, more) => {
    provides = more;
    const verified = await verifyAssertion(base64(await signIn()), options());
    expect(verified).toMatchObject({ kind: 'saml', issuer: ISSUER, subject: 'sam-7', audience: AUDIENCE, claims: { department: 'dba', groups: ['a', 'b'] }, tokenId: expect.stringMatching(/^_/u) });
    expect(verified.expiresAt).toBeGreaterThan(runtime.now());
    expect(Object.keys(verified.claims)).not.toContain('sub');
    expect(principalOf(verified, [{ kind: 'token', name: 'dba', issuer: ISSUER, audience: null, claims: { department: [{ exact: 'dba' }] }, ifPresent: {} }])).toMatchObject({ names: ['dba'], subject: 'sam-7' });
    expect(principalOf(verified, [{ kind: 'token', name: 'a', issuer: ISSUER, audience: null, claims: { groups: [{ exact: 'a' }] }, ifPresent: {} }]).names).toEqual([]);
  });

  it('takes one assertion by itself, as RFC 8693 has it, in base64url', async () => {
    const alone = /<saml:Assertion[\s\S]*<\/saml:Assertion>/u.exec(await signIn())?.[0] ?? '';
    await expect(verifyAssertion(Buffer.from(alone).toString('base64url'), options())).resolves.toMatchObject({ subject: 'sam-7' });
    await expect(verifyAssertion(base64(`<?xml version="1.0" encoding="UTF-8"?>\n${made()}`), options())).resolves.toMatchObject({ subject: 'sam-7', tokenId: '_a1' });
  });

  it('takes any of several certificates, SHA-512, and breaks in the base64', async () => {
    const text = base64(made({}, { algorithm: 'sha512', digest: 'sha512' })).replace(/(.{76})/gu, '$1\r\n');
    await expect(verifyAssertion(text, options({ certificates: [foreign.certificate, own.certificate] }))).resolves.toMatchObject({ subject: 'sam-7' });
  });

  it('ends with the first of its ends, and with our own limit of age', async () => {
    const end = async (pieces: Pieces): Promise<number> => Math.round(((await verifyAssertion(base64(made(pieces)), options())).expiresAt - Date.now()) / 1000);
    expect(await end({ conditions: during([AUDIENCE], at(-5), at(100)) })).toBeCloseTo(100, -1);
    expect(await end({ confirmation: bearer({ end: at(50) }) })).toBeCloseTo(50, -1);
    expect(await end({ statements: `<saml:AuthnStatement AuthnInstant="${at(-5)}" SessionNotOnOrAfter="${at(40)}"/>` })).toBeCloseTo(40, -1);
    expect(await end({ conditions: during([AUDIENCE], at(-5), at(9999)), confirmation: bearer({ end: at(9999) }) })).toBeCloseTo(598, -1);
  });

  it('takes one only once, where it keeps the memory', async () => {
    const used = new AssertionMemory();
    const text = base64(made());
    await verifyAssertion(text, options({ used }));
    await expect(verifyAssertion(text, options({ used }))).rejects.toEqual(refused(/used before/));
    await expect(verifyAssertion(base64(made({ id: '_a2' })), options({ used }))).resolves.toBeDefined();
  });

  it('refuses rather than forgets when its memory is full', () => {
    const used = new AssertionMemory(1);
    used.claim('a', 1000, 0);
    expect(() => used.claim('b', 2000, 500)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    used.claim('b', 2000, 1000);
  });

  it.each<[string, () => string, RegExp, Partial<AssertionOptions>?]>([
    ['no base64', () => '<Assertion/>', /not an assertion/],
    ['a huge one', () => 'A'.repeat(300_000), /more than 262144/],
    ['bytes that are no UTF-8', () => Buffer.from([0xff, 0xfe, 0x3c]).toString('base64'), /not an assertion/],
    ['one that is not signed', () => base64(assertionXml()), /is not signed/],
    ['a signed response around an assertion that is not', () => base64(sign(responseOf(assertionXml()), { what: 'Response' })), /is not signed/],
    ['a key of its own', () => base64(made({}, { by: foreign })), /not what its issuer signed/],
    ['changed words', () => base64(made().replace('sam-7', 'admin')), /not what its issuer signed/],
    ['a signature cut short', () => base64(made().replace(/(<SignatureValue>.{40})[^<]*/u, '$1')), /not what its issuer signed/],
    ['SHA-1 in its signature', () => base64(made({}, { algorithm: 'sha1' })), /signed with the SignatureMethod/],
    ['SHA-1 in its digest', () => base64(made({}, { digest: 'sha1' })), /signed with the DigestMethod/],
    ['a canonicalisation that takes the context in', () => base64(made({}, { transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'] })), /signed with the Transform/],
    ['an HMAC', () => base64(made().replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256')), /signed with the SignatureMethod/],
    ['another version', () => base64(made({ version: '1.1' })), /version `1\.1`/],
    ['another issuer', () => base64(made({ issuer: '<saml:Issuer>https://idp.example/metadata/</saml:Issuer>' })), /issuer is `https:\/\/idp\.example\/metadata\/`/],
    ['an issuer with more in it', () => base64(made({ issuer: `<saml:Issuer>${ISSUER}<saml:x/></saml:Issuer>` })), /issuer is/],
    ['another audience', () => base64(made({ conditions: during(['https://other.example']) })), /audience `https:\/\/other\.example`, and/],
    ['our audience among others', () => base64(made({ conditions: during([AUDIENCE, 'https://other.example']) })), /and `https:\/\/gateway\.example\/saml` alone is accepted/],
    ['no audience', () => base64(made({ conditions: `<saml:Conditions NotBefore="${at(-5)}" NotOnOrAfter="${at(300)}"/>` })), /audience \(none\)/],
    ['no conditions', () => base64(made({ conditions: '' })), /audience \(none\)/],
    ['conditions twice', () => base64(made({ conditions: during() + during() })), /multiple conditions/],
    ['another recipient', () => base64(made({ confirmation: bearer({ recipient: 'https://other.example/acs' }) })), /not made out to/],
    ['a recipient that only begins like ours', () => base64(made({ confirmation: bearer({ recipient: `${RECIPIENT}/x` }) })), /not made out to/],
    ['no recipient', () => base64(made({ confirmation: bearer({ recipient: '' }) })), /not made out to/],
    ['no confirmation', () => base64(made({ confirmation: '' })), /not made out to/],
    ['a confirmation by a key that nobody shows', () => base64(made({ confirmation: bearer({ method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }) })), /not made out to/],
    ['nobody', () => base64(made({ subject: '' })), /names nobody/],
    ['an empty name', () => base64(made({ subject: '<saml:NameID/>' })), /names nobody/],
    ['two names', () => base64(made({ subject: '<saml:NameID>sam</saml:NameID><saml:NameID>admin</saml:NameID>' })), /names nobody/],
    ['a name with an element in it', () => base64(made({ subject: '<saml:NameID>admin<saml:x/>.evil</saml:NameID>' })), /names nobody/],
    ['one that expired', () => base64(made({ conditions: during([AUDIENCE], at(-400), at(-60)) })), /expired \d+ s ago/],
    ['a confirmation that expired', () => base64(made({ confirmation: bearer({ end: at(-60) }) })), /expired \d+ s ago/],
    ['a session that ended', () => base64(made({ statements: `<saml:AuthnStatement AuthnInstant="${at(-500)}" SessionNotOnOrAfter="${at(-60)}"/>` })), /expired \d+ s ago/],
    ['one that is not valid yet', () => base64(made({ conditions: during([AUDIENCE], at(100)) })), /not valid yet/],
    ['one from the future', () => base64(made({ issued: at(100) })), /not valid yet/],
    ['an old one that lives long', () => base64(made({ issued: at(-700), conditions: during([AUDIENCE], at(-700), at(9999)), confirmation: bearer({ end: at(9999) }) })), /7\d\d s old/],
    ['no time of issue', () => base64(made({ issued: '' })), /does not say its time|not a valid date/],
    ['no end of its conditions', () => base64(made({ conditions: during([AUDIENCE], at(-5), '') })), /does not say its time|not a valid date/],
    ['no end of its confirmation', () => base64(made({ confirmation: bearer({ end: '' }) })), /does not say its time|not a valid date/],
    ['an end in another zone', () => base64(made({ confirmation: bearer({ end: '2030-01-01T00:00:00+01:00' }) })), /does not say its time|not a valid date/],
  ])('refuses %s', async (_name, make, message, more = {}) => {
    const text = make();
    const thrown = await verifyAssertion(text, options(more)).then(() => null, (error: Error) => error);
    expect(thrown).toEqual(refused(message));
    if (text.length > 80) expect((thrown as Error).message).not.toContain(text.slice(40, 80));
  });

  it('wants a certificate of the issuer', async () => {
    await expect(verifyAssertion(base64(made()), options({ certificates: [] }))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('lets clocks disagree a little, and no more', async () => {
    const late = base64(made({ conditions: during([AUDIENCE], at(-300), at(-20)) }));
    await expect(verifyAssertion(late, options())).resolves.toBeDefined();
    await expect(verifyAssertion(late, options({ clockSkewSeconds: 5 }))).rejects.toEqual(refused(/expired/));
  });
});

describe('verifyAssertion on signature wrapping, numbered as Somorovsky et al. have it', () => {
  const parts = (xml: string): { assertion: string; signature: string; bare: string; evil: string } => {
    const assertion = /<saml:Assertion[\s\S]*<\/saml:Assertion>/u.exec(xml)?.[0] ?? '';
    const signature = /<(\w+:)?Signature[\s\S]*<\/(\w+:)?Signature>/u.exec(assertion)?.[0] ?? '';
    const bare = assertion.replace(signature, '');
    return { assertion, signature, bare, evil: bare.replace(/ID="[^"]+"/u, 'ID="_evil"').replaceAll('sam-7', 'admin') };
  };
  const inSignature = (signature: string, content: string): string => signature.replace(/<\/((?:\w+:)?)Signature>$/u, (end, prefix: string) => `<${prefix}Object>${content}</${prefix}Object>${end}`);
  const signedResponse = async (): Promise<string> => ((provides = { signResponse: true }), (await signIn()).replace(/^<\?xml[^>]*\?>/u, ''));

  it.each<[string, () => Promise<string>]>([
    ['XSW1: a copy of the response in the signature of an evil one', async () => {
      const whole = await signedResponse();
      const signature = /<Signature[\s\S]*?<\/Signature>/u.exec(whole)?.[0] ?? '';
      return whole.replace(/ID="[^"]+"/u, 'ID="_evil"').replace(signature, inSignature(signature, whole.replace(signature, ''))).replace('sam-7', 'admin');
    }],
    ['XSW2: the response before its detached signature in an evil one', async () => {
      const whole = await signedResponse();
      const signature = /<Signature[\s\S]*?<\/Signature>/u.exec(whole)?.[0] ?? '';
      return whole.replace(/ID="[^"]+"/u, 'ID="_evil"').replace(signature, `${whole.replace(signature, '')}${signature}`);
    }],
    ['XSW3: an evil assertion before the signed one', async () => {
      const { assertion, evil } = parts(made());
      return responseOf(`${evil}${assertion}`);
    }],
    ['XSW3 the other way round: an evil assertion behind the signed one', async () => {
      const { assertion, evil } = parts(made());
      return responseOf(`${assertion}${evil}`);
    }],
    ['XSW4: the signed assertion inside an evil one', async () => {
      const { assertion, evil } = parts(made());
      return responseOf(evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`));
    }],
    ['XSW5: an evil assertion with the signature, the signed one at the end', async () => {
      const { signature, bare, evil } = parts(made());
      return responseOf(`${evil.replace('<saml:Subject>', `${signature}<saml:Subject>`)}${bare}`);
    }],
    ['XSW6: the signed assertion in the signature of an evil one', async () => {
      const { signature, bare, evil } = parts(made());
      return responseOf(evil.replace('<saml:Subject>', `${inSignature(signature, bare).replace(/<\/?(?:\w+:)?Object>/gu, '')}<saml:Subject>`));
    }],
    ['XSW7: an evil assertion in extensions', async () => {
      const { assertion, evil } = parts(made());
      return responseOf(`<samlp:Extensions>${evil}</samlp:Extensions>${assertion}`);
    }],
    ['XSW8: the signed assertion in an object of the signature of an evil one', async () => {
      const { signature, bare, evil } = parts(made());
      return responseOf(evil.replace('<saml:Subject>', `${inSignature(signature, bare)}<saml:Subject>`));
    }],
    ['a signature that is over its own id twice', async () => responseOf(made().replace('<saml:Subject>', '<saml:Subject ID="_a1">'))],
    ['an id in another case', async () => responseOf(made().replace('<saml:Subject>', '<saml:Subject Id="_a1">'))],
    ['a signature over the whole document', async () => responseOf(made().replace(/URI="[^"]*"/u, 'URI=""'))],
    ['two references', async () => responseOf(made().replace(/(<Reference[\s\S]*?<\/Reference>)/u, '$1$1'))],
    ['two signatures', async () => responseOf(made().replace(/(<Signature[\s\S]*?<\/Signature>)/u, '$1$1'))],
    ['two signed assertions', async () => responseOf(`${made()}${made({ id: '_a2', subject: '<saml:NameID>admin</saml:NameID>' })}`)],
    ['an assertion of another namespace beside it', async () => responseOf(`<x:Assertion xmlns:x="urn:x"/>${made()}`)],
    ['an assertion two floors down', async () => responseOf(`<samlp:x>${made()}</samlp:x>`)],
    ['a second issuer of the response around it', async () => responseOf(made()).replaceAll(' ID="_r1"', ' ID="_a1"')],
  ])('refuses %s', async (_name, make) => {
    const xml = await make();
    expect(() => checkShape(xml)).toThrow(expect.objectContaining({ code: 'IDENTITY_UNTRUSTED' }));
    await expect(verifyAssertion(base64(xml), options())).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
  });
});

describe('checkShape', () => {
  const inName = (text: string): string => responseOf(made().replace('sam-7', text));

  it.each<[string, () => string, RegExp]>([
    ['a comment that cuts a name short', () => inName('sam-7<!-- -->.evil.example'), /comment/],
    ['a comment in a name that was signed with it', () => made({ subject: '<saml:NameID>admin<!-- -->.evil.example</saml:NameID>' }), /comment/],
    ['CDATA', () => inName('<![CDATA[admin]]>'), /CDATA/],
    ['an instruction', () => inName('admin<?x?>.evil'), /instruction/],
    ['a stylesheet before it', () => `<?xml-stylesheet href="x"?>${responseOf(made())}`, /instruction/],
    ['a document type', () => `<!DOCTYPE Response>${responseOf(made())}`, /document type/],
    ['an entity of its own', () => `<!DOCTYPE x [<!ENTITY e "admin">]>${inName('&e;')}`, /document type/],
    ['a file as an entity', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${inName('&e;')}`, /document type/],
    ['a billion laughs', () => `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${inName('&b;')}`, /document type/],
    ['an entity that nobody declared', () => inName('&admin;'), /entity/],
    ['an encoding that hides characters', () => `<?xml version="1.0" encoding="UTF-7"?>${responseOf(made())}`, /instruction/],
    ['an encrypted assertion', () => responseOf('<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>'), /is encrypted/],
    ['an encrypted name', () => made({ subject: '<saml:EncryptedID/>' }), /is encrypted/],
    ['an encrypted attribute', () => made({ statements: '<saml:AttributeStatement><saml:EncryptedAttribute/></saml:AttributeStatement>' }), /is encrypted/],
    ['advice', () => made({ statements: '<saml:Advice/>' }), /`Advice`/],
    ['a transform that selects', () => made().replace(/(<Transforms>)/u, '$1<XPath>//x</XPath>'), /`XPath`/],
    ['no assertion', () => responseOf(''), /0 assertions/],
    ['something else', () => '<samlp:LogoutResponse xmlns:samlp="x"/>', /neither a response/],
    ['nothing', () => '', /neither a response/],
    ['text around it', () => `x${responseOf(made())}`, /well-formed/],
    ['text behind it', () => `${responseOf(made())}x`, /well-formed/],
    ['two roots', () => `${responseOf(made())}<x/>`, /well-formed/],
    ['tags that cross', () => responseOf(made()).replace('</samlp:Status>', '</samlp:Statuss>'), /well-formed/],
    ['an attribute twice', () => responseOf(made()).replace('Version="2.0"', 'Version="2.0" Version="2.0"'), /well-formed/],
    ['an attribute without quotes', () => responseOf(made()).replace('Version="2.0"', 'Version=2.0'), /well-formed/],
    ['a cut one', () => responseOf(made()).slice(0, -20), /well-formed/],
    ['elements without end', () => responseOf(`${'<x/>'.repeat(5000)}${made()}`), /larger/],
    ['depth without end', () => responseOf(`${'<x>'.repeat(30)}${'</x>'.repeat(30)}${made()}`), /larger/],
    ['an id that is a path', () => responseOf(made()).replace('ID="_r1"', 'ID="\' or \'1"'), /an id/],
  ])('refuses %s', (_name, make, message) => {
    expect(() => checkShape(make())).toThrow(refused(message));
  });

  it('comes to an end on text that begins many tags', () => {
    expect(() => checkShape(`<Response ${'a="1" '.repeat(30_000)}`)).toThrow(refused(/well-formed/));
    expect(() => checkShape('<'.repeat(200_000))).toThrow(refused(/well-formed/));
  });
});
