// SPDX-License-Identifier: Apache-2.0
//
// Verifies a SAML 2.0 assertion and gives what it says in the shape of a verified token. The signature by node-saml, loaded when it is
// needed; the shape before it, and everything that is said after it, by us. Refuses what is not signed, not for us, not for here, not for
// now, or not the first time.
// @see https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf  @see https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf (4.1.4)
import { GateError, messageOf } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';
import { readAssertion, type AssertionXml } from './assertion-claims.js';
import { checkShape } from './saml-shape.js';
import type { VerifiedToken } from './verify.js';
import { shown, untrusted } from './refusal-messages.js';

const MAX_CHARS = 256 * 1024;
const DEFAULT_SKEW_SECONDS = 30;
/** An assertion is made for this moment; identity providers let them live five minutes or an hour. */
const MAX_AGE_SECONDS = 600;
/** Assertions remembered until they end; one more is refused, never forgotten early. */
const MAX_REMEMBERED = 100_000;

/** The five that XML has by itself; the last one last. */
const ENTITIES = [['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&apos;', "'"], ['&amp;', '&']] as const;

export interface AssertionOptions {
  /** The identity provider's entity id, compared character by character. */
  readonly issuer: string;
  /** PEM certificates of its signing keys; several while it changes them. */
  readonly certificates: readonly string[];
  /** Our own entity id: the one audience. */
  readonly audience: string;
  /** The address that the assertion has to be made out to. */
  readonly recipient: string;
  readonly runtime: Runtime;
  /** How far clocks may disagree; 30 when left out, at most 300. */
  readonly clockSkewSeconds?: number;
  /** Without it the caller has to bind `tokenId` to one use. */
  readonly used?: AssertionMemory;
}

/**
 * What a verified assertion says. `claims`: its attributes by name, a text each or a list of texts; `tokenId`: its ID; `sessionEndsAt`: when
 * whatever it opens has to end, milliseconds (`SessionNotOnOrAfter`); null: it does not say.
 */
export type VerifiedAssertion = Omit<VerifiedToken, 'kind' | 'tokenId'> & { readonly kind: 'saml'; readonly tokenId: string; readonly sessionEndsAt: number | null };

/** Remembers which assertions were used, until they end. Bounded: when it is full, new ones are refused. */
export class AssertionMemory {
  readonly #max: number;
  readonly #used = new Map<string, number>();

  constructor(max: number = MAX_REMEMBERED) {
    this.#max = max;
  }

  /** Uses one up. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered. Times: milliseconds. */
  claim(id: string, until: number, now: number): void {
    if (this.#used.has(id)) throw untrusted('the assertion was used before', 'sign in again');
    if (this.#used.size >= this.#max) for (const [known, end] of this.#used) if (end <= now) this.#used.delete(known);
    if (this.#used.size >= this.#max) throw new GateError('LIMIT_EXCEEDED', 'too many assertions within a short time', { hint: 'try again in some minutes' });
    this.#used.set(id, until);
  }
}

/**
 * Verifies what an identity provider issued: a `SAMLResponse` in base64 as browsers post it, or one assertion in base64url as RFC 8693 has it.
 * Throws IDENTITY_UNTRUSTED; INPUT_INVALID when our own options are not good. Never repeats the assertion.
 */
export async function verifyAssertion(text: string, options: AssertionOptions): Promise<VerifiedAssertion> {
  const { runtime, audience, recipient } = options;
  const xml = decoded(text);
  const response = checkShape(xml) === 'Response' ? xml : wrapped(xml);
  const said = readAssertion(await signedPart(response, options));
  // INVARIANT: from here on nothing is read but what was signed.
  const skew = Math.min(Math.max(options.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS, 0), 300) * 1000;
  const now = runtime.now();
  if (said.version !== '2.0') throw untrusted(`the assertion has the version ${shown(said.version)}`, 'SAML 2.0 is what is read here');
  if (said.issuer !== options.issuer) throw untrusted(`the assertion's issuer is ${shown(said.issuer)}`, `\`${options.issuer}\` alone is trusted (compared character by character)`);
  if (said.audiences.length !== 1 || said.audiences[0] !== audience) throw untrusted(`the assertion is for the audience ${said.audiences.map(shown).join(', ') || '(none)'}, and \`${audience}\` alone is accepted`, 'name this gateway as the only service provider of that application');
  if (said.subject === '') throw untrusted('the assertion names nobody (`NameID`)', 'let the identity provider send a lasting id of the person');
  const confirmed = said.confirmations.find((one) => one.method === 'urn:oasis:names:tc:SAML:2.0:cm:bearer' && one.recipient === recipient);
  if (confirmed === undefined) throw untrusted(`the assertion is not made out to \`${recipient}\` (\`Recipient\`)`, 'give the identity provider that address for its responses');
  const expiresAt = checkTimes(said, confirmed.notOnOrAfter, { now, skew });
  options.used?.claim(`${said.issuer} ${said.id}`, expiresAt + skew, now);
  return { kind: 'saml', issuer: said.issuer, subject: said.subject, audience, claims: said.claims, expiresAt, tokenId: said.id, sessionEndsAt: said.sessionEnd };
}

/** The issuers that an assertion or its response names, before anything of it is believed: to look up whose certificates to use. Throws IDENTITY_UNTRUSTED. */
export function namedIssuers(text: string): readonly string[] {
  const xml = decoded(text);
  checkShape(xml);
  // Hits `<saml:Issuer Format="x">https://idp</saml:Issuer>`, misses `<Issuers>`; nothing but elements, attributes and text is left by now.
  const found = [...xml.matchAll(/<(?:[\w.-]{1,100}:)?Issuer(?:\s[^>]{0,1000})?>([^<]{0,4096})</gu)].map(([, name = '']) => ENTITIES.reduce((said, [escape, sign]) => said.replaceAll(escape, sign), name).trim());
  return [...new Set(found)];
}

function checkTimes(said: ReturnType<typeof readAssertion>, confirmedUntil: number | null, { now, skew }: { readonly now: number; readonly skew: number }): number {
  const { issuedAt, notBefore, notOnOrAfter, sessionEnd } = said;
  if (issuedAt === null || notOnOrAfter === null || confirmedUntil === null) throw untrusted('the assertion does not say its time', 'let the identity provider write `IssueInstant`, and `NotOnOrAfter` of conditions and subject');
  if (issuedAt > now + skew || (notBefore ?? 0) > now + skew) throw untrusted('the assertion is not valid yet', "compare this machine's clock with the identity provider's");
  const end = Math.min(notOnOrAfter, confirmedUntil, sessionEnd ?? Infinity);
  if (end <= now - skew) throw untrusted(`the assertion expired ${Math.round((now - end) / 1000)} s ago`, 'sign in again');
  if (now - issuedAt > MAX_AGE_SECONDS * 1000 + skew) throw untrusted(`the assertion is ${Math.round((now - issuedAt) / 1000)} s old, and ${MAX_AGE_SECONDS} s is the limit`, 'sign in again');
  return Math.min(end, issuedAt + MAX_AGE_SECONDS * 1000);
}

function decoded(text: string): string {
  if (text.length > MAX_CHARS) throw untrusted(`the assertion has more than ${MAX_CHARS} characters`, 'no identity provider issues such ones');
  const compact = text.replace(/[\r\n]/gu, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/u.test(compact)) throw untrusted('what was given is not an assertion', 'give it in base64, as the identity provider posts it');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(compact, 'base64url'));
  } catch {
    throw untrusted('what was given is not an assertion', 'give it in base64, as the identity provider posts it');
  }
}

// node-saml reads responses. The wrapper is not signed, and nothing of it is read; exclusive canonicalisation leaves its namespace out.
function wrapped(assertion: string): string {
  const bare = assertion.replace(/^<\?xml[^>]*\?>/u, '');
  return `<ostiary:Response xmlns:ostiary="urn:oasis:names:tc:SAML:2.0:protocol" ID="_ostiary" Version="2.0">${bare}</ostiary:Response>`;
}

// The bytes that the signature covers, as node-saml gives them back; it checks the signature against our certificates, never against one
// that the assertion brings. Audience and times are ours to check: it knows one clock, and takes an audience among others.
async function signedPart(response: string, options: AssertionOptions): Promise<AssertionXml> {
  if (options.certificates.length === 0) throw new GateError('INPUT_INVALID', `no certificate of \`${options.issuer}\` is known`, { hint: 'name the PEM file of its signing key' });
  const { SAML, ValidateInResponseTo } = (await import('@node-saml/node-saml')).default;
  try {
    const reader = new SAML({
      idpCert: [...options.certificates], idpIssuer: options.issuer, issuer: options.audience, audience: false, callbackUrl: options.recipient,
      wantAssertionsSigned: true, wantAuthnResponseSigned: false, validateInResponseTo: ValidateInResponseTo.never, acceptedClockSkewMs: -1,
    });
    const { profile } = await reader.validatePostResponseAsync({ SAMLResponse: Buffer.from(response, 'utf8').toString('base64') });
    const assertion = profile?.getAssertion?.();
    if (assertion === undefined) throw new Error('nothing of it is signed');
    return assertion as AssertionXml;
  } catch (cause) {
    throw new GateError('IDENTITY_UNTRUSTED', `the assertion is not what its issuer signed: ${messageOf(cause).slice(0, 200)}`, { hint: 'give it as the identity provider issued it, and compare the certificate', cause });
  }
}
