// SPDX-License-Identifier: Apache-2.0
//
// What a signed assertion says, read from its XML as node-saml's parser gives it: lists of elements, `_` their text, `$` their attributes.
// Refuses to guess: what is there twice where once is meant counts as not there, and an attribute never takes the name of a claim of ours.

/** One element, or its text alone where a parser has nothing else to say. */
export type Node = { readonly [name: string]: unknown };
/** `getAssertion()` of node-saml: the element `Assertion` under its name. */
export type AssertionXml = Node;

export interface Confirmation {
  readonly method: string;
  readonly recipient: string;
  readonly notOnOrAfter: number | null;
}

/** Times: milliseconds since the epoch; null where there is none, or none that is written as XML Schema has it. */
export interface AssertionFacts {
  readonly id: string;
  readonly version: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly confirmations: readonly Confirmation[];
  readonly issuedAt: number | null;
  readonly notBefore: number | null;
  readonly notOnOrAfter: number | null;
  readonly sessionEnd: number | null;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Claims that are ours to say. */
const OURS = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti']);
/** `2026-11-26T10:00:00.123Z`; misses other zones, which SAML does not allow. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u;

/** Reads it; what is missing is empty or null, for the caller to refuse. */
export function readAssertion(xml: AssertionXml): AssertionFacts {
  const assertion = (typeof xml['Assertion'] === 'object' && xml['Assertion'] !== null ? xml['Assertion'] : {}) as Node;
  const subject = only(assertion, 'Subject');
  const conditions = only(assertion, 'Conditions');
  const [id, version, issuer, name] = [attribute(assertion, 'ID'), attribute(assertion, 'Version'), textOf(only(assertion, 'Issuer')), textOf(only(subject, 'NameID'))];
  const ends = all(assertion, 'AuthnStatement').map((statement) => instant(attribute(statement, 'SessionNotOnOrAfter'))).filter((end) => end !== null);
  return {
    id, version, issuer, subject: name,
    audiences: audiencesIn(conditions), confirmations: all(subject, 'SubjectConfirmation').map(confirmation),
    issuedAt: instant(attribute(assertion, 'IssueInstant')), notBefore: instant(attribute(conditions, 'NotBefore')), notOnOrAfter: instant(attribute(conditions, 'NotOnOrAfter')),
    sessionEnd: ends.length === 0 ? null : Math.min(...ends), claims: Object.freeze(claimsIn(assertion)),
  };
}

// Several restrictions all have to hold; all of their audiences together must then be one.
function audiencesIn(conditions: Node): readonly string[] {
  return [...new Set(all(conditions, 'AudienceRestriction').flatMap((restriction) => all(restriction, 'Audience').map(textOf)))];
}

function confirmation(node: Node): Confirmation {
  const data = only(node, 'SubjectConfirmationData');
  return { method: attribute(node, 'Method'), recipient: attribute(data, 'Recipient'), notOnOrAfter: instant(attribute(data, 'NotOnOrAfter')) };
}

function claimsIn(assertion: Node): Record<string, unknown> {
  const found = new Map<string, string[]>();
  for (const one of all(assertion, 'AttributeStatement').flatMap((statement) => all(statement, 'Attribute'))) {
    const name = attribute(one, 'Name');
    if (name === '' || OURS.has(name)) continue;
    found.set(name, [...(found.get(name) ?? []), ...all(one, 'AttributeValue').map(textOf)]);
  }
  const claims = Object.create(null) as Record<string, unknown>;
  for (const [name, values] of found) claims[name] = values.length === 1 ? values[0] : Object.freeze(values);
  return claims;
}

function all(node: Node, name: string): readonly Node[] {
  const found = Object.hasOwn(node, name) ? node[name] : undefined;
  // xml2js gives an empty element as text.
  return Array.isArray(found) ? found.map((one: unknown) => (typeof one === 'object' && one !== null ? (one as Node) : { _: one })) : [];
}

function only(node: Node, name: string): Node {
  const found = all(node, name);
  return found.length === 1 && found[0] !== undefined ? found[0] : {};
}

// An element with elements in it is no text: half of it could be somebody's idea of a name.
function textOf(node: Node): string {
  const plain = Object.keys(node).every((name) => name === '_' || name === '$');
  return plain && typeof node['_'] === 'string' ? node['_'].trim() : '';
}

function attribute(node: Node, name: string): string {
  const attributes = Object.hasOwn(node, '$') ? (node['$'] as Node) : {};
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function instant(text: string): number | null {
  const time = INSTANT.test(text) ? Date.parse(text) : NaN;
  return Number.isFinite(time) ? time : null;
}
