// SPDX-License-Identifier: Apache-2.0
//
// Looks at the text of a SAML response before any XML parser does, and takes one shape only: elements, attributes and text, one assertion,
// signed where it stands. Refuses everything that wrapping, truncation and entity attacks need: a second assertion anywhere, signatures
// over something else, comments, processing instructions, CDATA, document types, entities, transforms that select, weak digests.
// @see https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky (XSW 1 to 8)
import { untrusted } from './refusal-messages.js';

/** Source: a response with 200 groups has some 700 elements, ten deep. */
const MAX_ELEMENTS = 4000;
const MAX_DEPTH = 24;
const MAX_ATTRIBUTES = 20;

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  CanonicalizationMethod: [EXCLUSIVE],
  Transform: [`${DSIG}enveloped-signature`, EXCLUSIVE],
  SignatureMethod: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'],
  DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
};
/** Elements with which something else could be brought in, by local name, whatever their namespace. */
const FOREIGN = new Set(['Object', 'Manifest', 'XPath', 'XSLT', 'stylesheet', 'Advice', 'Extensions', 'RetrievalMethod', 'KeyValue', 'BaseID', 'Evidence']);
const ENCRYPTED = new Set(['EncryptedAssertion', 'EncryptedID', 'EncryptedAttribute', 'NewEncryptedID', 'EncryptedData', 'EncryptedKey', 'CipherData']);

interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly parent: Element | null;
  readonly depth: number;
  readonly attributes: ReadonlyMap<string, string>;
}

// One tag: `<a:Name x="1">`, `</a:Name>`, `<Name/>`. Linear: quoted values can hold neither `<` nor their own quote. Misses `<a b=c>`, `<!--`.
const TAG = /<(\/?)((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
/** The five entities of XML and characters by number; misses `&x;`. */
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/u;
const DECLARATION = /^<\?xml\s+version=["']1\.0["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["'](?:yes|no)["'])?\s*\?>/iu;

/** Throws IDENTITY_UNTRUSTED unless the text has that one shape. `kind` of what stands at its root: a response, or an assertion alone. */
export function checkShape(xml: string): 'Response' | 'Assertion' {
  const text = xml.replace(DECLARATION, '').trim();
  if (/<[!?]/u.test(text)) throw refused('holds a comment, a document type, CDATA or an instruction');
  if (ENTITY.test(text)) throw refused('holds an entity that is not one of XML\'s own');
  const elements = elementsOf(text);
  const [root] = elements;
  if (root?.name !== 'Response' && root?.name !== 'Assertion') throw refused('is neither a response nor an assertion');
  for (const { name } of elements) {
    if (ENCRYPTED.has(name)) throw untrusted('the assertion is encrypted', 'give it as the identity provider signed it; let it sign, and TLS encrypt');
    if (FOREIGN.has(name)) throw refused(`holds the element \`${name}\``);
  }
  checkIds(elements);
  const assertions = named(elements, 'Assertion');
  const [assertion] = assertions;
  if (assertions.length !== 1 || assertion === undefined) throw refused(`holds ${assertions.length} assertions, not one`);
  if (assertion !== root && assertion.parent !== root) throw refused('holds its assertion in an odd place');
  checkSignatures(elements, assertion);
  return root.name;
}

function checkSignatures(elements: readonly Element[], assertion: Element): void {
  const signatures = named(elements, 'Signature');
  if (signatures.filter((signature) => signature.parent === assertion).length !== 1) throw untrusted('the assertion is not signed', 'let the identity provider sign assertions, not only responses');
  for (const signature of signatures) {
    const signed = signature.parent;
    const references = below(elements, signature, 'Reference');
    const onRoot = signed?.parent === null && signed.name === 'Response';
    if (signed !== assertion && !onRoot) throw refused('holds a signature in an odd place');
    if (references.length !== 1 || below(elements, signature, 'SignedInfo').length !== 1 || references[0]?.attributes.get('URI') !== `#${signed.attributes.get('ID') ?? ''}`) throw refused('is signed over something else than it says');
  }
  if (signatures.some((signature) => signatures.some((other) => other !== signature && other.parent === signature.parent))) throw refused('is signed twice');
  for (const [name, algorithms] of Object.entries(ALLOWED)) {
    const strange = named(elements, name).find(({ attributes }) => !algorithms.includes(attributes.get('Algorithm') ?? ''));
    if (strange !== undefined) throw untrusted(`the assertion is signed with the ${name} \`${strange.attributes.get('Algorithm') ?? ''}\``, 'let the identity provider sign with RSA and SHA-256, exclusive canonicalisation');
  }
}

// Whatever a parser takes for an id, it must not find it twice.
function checkIds(elements: readonly Element[]): void {
  const seen = new Set<string>();
  for (const { attributes } of elements) {
    for (const [name, value] of attributes) {
      if (name.toLowerCase().replace(/^.*:/u, '') !== 'id') continue;
      if (!/^[A-Za-z_][\w.-]{0,255}$/u.test(value) || seen.has(value)) throw refused('holds an id that is none, or twice the same');
      seen.add(value);
    }
  }
}

function named(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter((element) => element.name === name);
}

function below(elements: readonly Element[], ancestor: Element, name: string): readonly Element[] {
  return named(elements, name).filter((element) => {
    let at = element.parent;
    while (at !== null && at !== ancestor) at = at.parent;
    return at === ancestor;
  });
}

function elementsOf(text: string): readonly Element[] {
  const elements: Element[] = [];
  const open: { readonly element: Element; readonly tag: string }[] = [];
  let at = 0;
  for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
    if (open.length === 0 && text.slice(at, next).trim() !== '') throw refused('is not well-formed XML');
    TAG.lastIndex = next;
    const [whole, closing, tag = '', attributes = '', empty] = TAG.exec(text) ?? [];
    if (whole === undefined || (elements.length > 0 && open.length === 0)) throw refused('is not well-formed XML');
    at = next + whole.length;
    if (closing === '/') {
      if (open.pop()?.tag !== tag || attributes !== '' || empty === '/') throw refused('is not well-formed XML');
      continue;
    }
    const element: Element = { name: tag.slice(tag.indexOf(':') + 1), parent: open.at(-1)?.element ?? null, depth: open.length, attributes: attributesOf(attributes) };
    if (elements.push(element) > MAX_ELEMENTS || element.depth > MAX_DEPTH) throw refused('is larger than any that an identity provider issues');
    if (empty !== '/') open.push({ element, tag });
  }
  if (open.length > 0 || text.slice(at).trim() !== '') throw refused('is not well-formed XML');
  return elements;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name) || attributes.size >= MAX_ATTRIBUTES) throw refused('is not well-formed XML');
    attributes.set(name, double ?? single ?? '');
  }
  return attributes;
}

function refused(what: string): Error {
  return untrusted(`the assertion ${what}`, 'give it as the identity provider issued it');
}
