// SPDX-License-Identifier: Apache-2.0
//
// Assertions of a real identity provider (samlp, asked by node-saml) and of one made by hand for what samlp would never issue: what is taken,
// and every known way of passing off something else. Rows that are refused for their content are signed by the right key.
import { AssertionMemory, namedIssuers, verifyAssertion, type AssertionOptions } from '../../../src/identity/assertion.js';
import { principalOf } from '../../../src/identity/principal.js';
import { checkShape } from '../../../src/identity/saml-shape.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { at, base64, SamlProvider, type Pieces, type Signing } from '../../support/saml.js';

const AUDIENCE = 'https://gateway.example/saml';
const RECIPIENT = 'https://gateway.example/v1/saml/acs';
const ISSUER = 'https://idp.example/metadata';
const runtime = hastyRuntime();
let provider: SamlProvider;
let own: SamlProvider['own'];
let foreign: SamlProvider['foreign'];

beforeAll(async () => {
  provider = await SamlProvider.start({ issuer: ISSUER, audience: AUDIENCE, recipient: RECIPIENT });
  ({ own, foreign } = provider);
});
beforeEach(() => {
  provider.provides = {};
});
afterAll(() => provider.stop());

const options = (more: Partial<AssertionOptions> = {}): AssertionOptions => ({ issuer: ISSUER, certificates: [own.certificate], audience: AUDIENCE, recipient: RECIPIENT, runtime, ...more });
const refused = (message: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message), hint: expect.any(String) });
const signIn = (): Promise<string> => provider.signIn();
const bearer = (more: { recipient?: string; end?: string; method?: string } = {}): string => provider.bearer(more);
const during = (audiences?: readonly string[], start?: string, end?: string): string => provider.during(audiences, start, end);
const assertionXml = (pieces: Pieces = {}): string => provider.assertionXml(pieces);
const sign = (xml: string, signing: Signing = {}): string => provider.sign(xml, signing);
const responseOf = (content: string): string => provider.responseOf(content);
const made = (pieces: Pieces = {}, signing: Signing = {}): string => provider.made(pieces, signing);

describe('verifyAssertion', () => {
  it.each<[string, Record<string, unknown>]>([['an assertion', {}], ['assertion and response', { signResponse: true }]])('takes what samlp issues when it signs %s', async (_name, more) => {
    provider.provides = more;
    const verified = await verifyAssertion(base64(await signIn()), options());
    expect(verified).toMatchObject({ kind: 'saml', issuer: ISSUER, subject: 'sam-7', audience: AUDIENCE, claims: { department: 'dba', groups: ['a', 'b'] }, tokenId: expect.stringMatching(/^_/u) });
    expect(verified.expiresAt).toBeGreaterThan(runtime.now());
    expect(Object.keys(verified.claims)).not.toContain('sub');
    expect([verified.sessionEndsAt, namedIssuers(base64(made()))]).toEqual([null, [ISSUER]]);
  });

  it.each<[string, { claims: Record<string, { exact: string }[]>; nameIds?: string[] | null; issuer?: string; isToken?: boolean }, boolean]>([
    ['one value', { claims: { department: [{ exact: 'dba' }] } }, true],
    ['one of several values', { claims: { groups: [{ exact: 'b' }] } }, true],
    ['a value that is not there', { claims: { groups: [{ exact: 'c' }] } }, false],
    ['all of several tests', { claims: { department: [{ exact: 'dba' }], groups: [{ exact: 'c' }] } }, false],
    ['a name', { claims: {}, nameIds: ['sam-7'] }, true],
    ['another name', { claims: { department: [{ exact: 'dba' }] }, nameIds: ['sam'] }, false],
    ['nothing', { claims: {} }, false],
    ['another issuer', { claims: { department: [{ exact: 'dba' }] }, issuer: `${ISSUER}/` }, false],
    ['what was written for a token', { claims: { department: [{ exact: 'dba' }] }, isToken: true }, false],
    ['an attribute that every object has', { claims: { constructor: [{ exact: 'x' }] } }, false],
  ])('gives whom an identity names by %s', async (_name, { claims, nameIds = null, issuer = ISSUER, isToken = false }, expected) => {
    const verified = await verifyAssertion(base64(await signIn()), options());
    const { names, prompter } = principalOf(verified, [{ kind: 'token', name: 'dba', issuer, audience: null, claims, ifPresent: {}, ...(isToken ? {} : { saml: { nameIds } }) }]);
    expect([names, prompter]).toEqual([expected ? ['dba'] : [], undefined]);
  });

  it('says whose assertion it seems to be, and when its session ends', async () => {
    const google = 'https://accounts.google.com/o/saml2?idpid=C0&x=1';
    const text = base64(responseOf(made({ issuer: `<saml:Issuer Format="urn:x">${google.replace('&', '&amp;')}</saml:Issuer>`, statements: `<saml:AuthnStatement AuthnInstant="${at(-5)}" SessionNotOnOrAfter="${at(2000)}"/>` })));
    expect(namedIssuers(text)).toEqual([ISSUER, google]);
    expect(((await verifyAssertion(text, options({ issuer: google }))).sessionEndsAt ?? 0) - Date.now()).toBeGreaterThan(1_900_000);
    expect(() => namedIssuers(base64('<Assertion><!-- --></Assertion>'))).toThrow(refused(/comment/));
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
  const signedResponse = async (): Promise<string> => ((provider.provides = { signResponse: true }), (await signIn()).replace(/^<\?xml[^>]*\?>/u, ''));

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
    ['a signature in an odd place', () => responseOf(`${/<Signature[\s\S]*<\/Signature>/u.exec(made())?.[0] ?? ''}${made()}`).replace(/(<Signature[\s\S]*?<\/Signature>)/u, '<samlp:x>$1</samlp:x>'), /a signature in an odd place/],
    ['a response that is signed twice', () => sign(sign(responseOf(made()), { what: 'Response' }), { what: 'Response' }), /is signed twice/],
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
