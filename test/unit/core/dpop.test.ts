// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, decodeProtectedHeader, jwtVerify, type JWK } from 'jose';
import { newProofKey, ProofMemory, verifyProof, type ProvenRequest } from '../../../src/core/dpop.js';
import { readObject } from '../../../src/core/strict-json.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';

const REQUEST: ProvenRequest = { method: 'POST', url: 'https://gateway.example/v1/sessions', token: 'token-of-the-job' };
const runtime = hastyRuntime();
const refused = (message: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message) });
const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

const ed = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwkOf = (key: KeyObject): Record<string, unknown> => key.export({ format: 'jwk' }) as Record<string, unknown>;
const claims = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ jti: 'id-1', htm: 'POST', htu: REQUEST.url, iat: Math.floor(Date.now() / 1000), ath: hash(REQUEST.token), ...more });
/** A proof signed as Ed25519 (or by `by`) over whatever the parts are. */
const proof = (header: unknown, payload: unknown, by: 'ed' | 'ec' = 'ed'): string => {
  const input = `${part(header)}.${part(payload)}`;
  const signature = by === 'ed' ? sign(null, Buffer.from(input), ed.privateKey) : sign('sha256', Buffer.from(input), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
};
const header = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ typ: 'dpop+jwt', alg: 'EdDSA', jwk: jwkOf(ed.publicKey), ...more });

describe('newProofKey', () => {
  it('makes proofs that jose reads, with the thumbprint that jose counts', async () => {
    const key = newProofKey(runtime);
    const made = key.prove({ ...REQUEST, url: `${REQUEST.url}?a=b#c` });
    const { jwk } = decodeProtectedHeader(made) as { jwk: JWK };
    const { payload } = await jwtVerify(made, jwk, { typ: 'dpop+jwt', algorithms: ['EdDSA'] });
    expect(payload).toMatchObject({ htm: 'POST', htu: REQUEST.url, ath: hash(REQUEST.token) });
    expect(Object.keys(jwk).sort()).toEqual(['crv', 'kty', 'x']);
    expect(await calculateJwkThumbprint(jwk)).toBe(key.thumbprint);
    expect(verifyProof(made, REQUEST, runtime)).toMatchObject({ thumbprint: key.thumbprint, id: payload.jti });
  });

  it('makes every key and every proof anew', () => {
    const key = newProofKey(runtime);
    expect(newProofKey(runtime).thumbprint).not.toBe(key.thumbprint);
    expect(verifyProof(key.prove(REQUEST), REQUEST, runtime).id).not.toBe(verifyProof(key.prove(REQUEST), REQUEST, runtime).id);
  });
});

describe('verifyProof', () => {
  it('accepts the example of RFC 9449, section 7.1, at its time', () => {
    const example = 'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19'
      + '.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9'
      + '.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA';
    const request = { method: 'GET', url: 'https://resource.example.org/protectedresource', token: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU' };
    expect(verifyProof(example, request, { ...runtime, now: () => 1562262618000 })).toEqual({ thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I', id: 'e1j3V_bKic8-LAEB', issuedAt: 1562262618000 });
  });

  it.each<[string, string]>([
    ['EdDSA', proof(header(), claims())], ['Ed25519 by its new name', proof(header({ alg: 'Ed25519' }), claims())],
    ['ES256', proof({ typ: 'dpop+jwt', alg: 'ES256', jwk: jwkOf(ec.publicKey) }, claims(), 'ec')], ['a key with an id and a use', proof(header({ jwk: { ...jwkOf(ed.publicKey), kid: 'mine', use: 'sig', alg: 'EdDSA' } }), claims())],
    ['a clock that is a little behind', proof(header(), claims({ iat: Math.floor(Date.now() / 1000) - 100 }))],
  ])('accepts %s', (_name, made) => {
    expect(verifyProof(made, REQUEST, runtime).id).toBe('id-1');
  });

  it.each<[string, string | undefined, RegExp]>([
    ['no proof', undefined, /no `DPoP` header/],
    ['an empty one', '', /no `DPoP` header/],
    ['a word', 'proof', /no proof/],
    ['four parts', `${proof(header(), claims())}.x`, /no proof/],
    ['no signature', proof(header(), claims()).replace(/[^.]+$/u, ''), /no proof/],
    ['a huge one', proof(header(), claims({ more: 'x'.repeat(4096) })), /no proof/],
    ['a header named twice', proof(`{"typ":"dpop+jwt","alg":"EdDSA","alg":"EdDSA","jwk":${JSON.stringify(jwkOf(ed.publicKey))}}`, claims()), /no proof/],
    ['a claim named twice', proof(header(), `{"jti":"a",${JSON.stringify(claims()).slice(1)}`), /no proof/],
    ['claims that are a list', proof(header(), '[]'), /no proof/],
    ['padding', `${part(header())}=.${part(claims())}.x`, /no proof/],
    ['another type', proof(header({ typ: 'JWT' }), claims()), /not of type/],
    ['no type', proof(header({ typ: undefined }), claims()), /not of type/],
    ['a key elsewhere', proof(header({ jku: 'https://evil.example/' }), claims()), /not of type/],
    ['something critical', proof(header({ crit: ['b64'] }), claims()), /not of type/],
    ['alg none', proof(header({ alg: 'none' }), claims()), /key that is taken/],
    ['an HMAC', proof(header({ alg: 'HS256' }), claims()), /key that is taken/],
    ['an algorithm of another curve', proof(header({ alg: 'ES256' }), claims()), /key that is taken/],
    ['RSA', proof({ typ: 'dpop+jwt', alg: 'RS256', jwk: jwkOf(rsa.publicKey) }, claims()), /key that is taken/],
    ['no key', proof(header({ jwk: undefined }), claims()), /key that is taken/],
    ['a key without a point', proof(header({ jwk: { kty: 'OKP', crv: 'Ed25519' } }), claims()), /key that is taken/],
    ['a key that is a text', proof(header({ jwk: 'key' }), claims()), /key that is taken/],
    ['the private half', proof(header({ jwk: jwkOf(ed.privateKey) }), claims()), /key that is taken/],
    ['a key in other letters', proof(header({ jwk: { ...jwkOf(ed.publicKey), x: `${String(jwkOf(ed.publicKey)['x'])}=` } }), claims()), /key that is taken/],
    ['a point that is none', proof({ typ: 'dpop+jwt', alg: 'ES256', jwk: { ...jwkOf(ec.publicKey), y: part('y'.repeat(32)) } }, claims(), 'ec'), /not signed by the key/],
    ['the signature of another key', proof({ typ: 'dpop+jwt', alg: 'ES256', jwk: jwkOf(ec.publicKey) }, claims()), /not signed by the key/],
    ['another method', proof(header(), claims({ htm: 'GET' })), /method/],
    ['the method in small letters', proof(header(), claims({ htm: 'post' })), /method/],
    ['another address', proof(header(), claims({ htu: 'https://other.example/v1/sessions' })), /address/],
    ['a longer address', proof(header(), claims({ htu: `${REQUEST.url}/` })), /address/],
    ['an address with a query', proof(header(), claims({ htu: `${REQUEST.url}?a` })), /address/],
    ['another token', proof(header(), claims({ ath: hash('other') })), /token/],
    ['no token', proof(header(), claims({ ath: undefined })), /token/],
    ['no id', proof(header(), claims({ jti: undefined })), /`jti`/],
    ['a long id', proof(header(), claims({ jti: 'x'.repeat(129) })), /`jti`/],
    ['no time', proof(header(), claims({ iat: undefined })), /last 120 s/],
    ['a time in words', proof(header(), claims({ iat: String(Math.floor(Date.now() / 1000)) })), /last 120 s/],
    ['an old one', proof(header(), claims({ iat: Math.floor(Date.now() / 1000) - 200 })), /last 120 s/],
    ['one from the future', proof(header(), claims({ iat: Math.floor(Date.now() / 1000) + 200 })), /last 120 s/],
  ])('refuses %s', (_name, made, message) => {
    expect(() => verifyProof(made, REQUEST, runtime)).toThrow(refused(message));
  });
});

describe('ProofMemory', () => {
  const used = (id: string, thumbprint = 'key') => ({ thumbprint, id, issuedAt: 0 });

  it('takes a proof once, as long as it could be shown again', () => {
    const clock = hastyRuntime();
    const memory = new ProofMemory(clock);
    memory.claim(used('a'));
    memory.claim(used('a', 'other key'));
    expect(() => memory.claim(used('a'))).toThrow(refused(/used before/));
    clock.advance(239_000);
    expect(() => memory.claim(used('a'))).toThrow(refused(/used before/));
    clock.advance(2_000);
    expect(() => memory.claim(used('a'))).not.toThrow();
  });

  it('refuses rather than forgets when it is full', () => {
    const clock = hastyRuntime();
    const memory = new ProofMemory(clock, 2);
    memory.claim(used('a'));
    memory.claim(used('b'));
    expect(() => memory.claim(used('c'))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    expect(() => memory.claim(used('a'))).toThrow(refused(/used before/));
    clock.advance(241_000);
    expect(() => memory.claim(used('c'))).not.toThrow();
  });
});

describe('readObject', () => {
  it.each<[string, string | Buffer, unknown]>([
    ['an object', '{"a":1,"b":{"a":[{"a":"a"}]}}', { a: 1, b: { a: [{ a: 'a' }] } }],
    ['texts that look like names', '{"a":"b:","b":"\\"a\\":1","c":["a","a"]}', { a: 'b:', b: '"a":1', c: ['a', 'a'] }],
    ['white space', ' { "a" : "{" ,\n"b":\t"}" } ', { a: '{', b: '}' }],
    ['the same name in two objects', '{"a":{"x":1},"b":{"x":1}}', { a: { x: 1 }, b: { x: 1 } }],
    ['a name twice', '{"a":1,"a":1}', null],
    ['a name twice, once escaped', '{"aud":1,"\\u0061ud":2}', null],
    ['a name twice, deep down', '{"a":[{"b":1,"b":2}]}', null],
    ['a name twice around an object', '{"a":1,"b":{"c":[]},"a":2}', null],
    ['a list', '[]', null], ['a text', '"a"', null], ['null', 'null', null], ['nothing', '', null], ['half', '{"a":', null], ['two', '{}{}', null],
    ['a byte order mark', '\ufeff{}', null], ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), null],
    ['depth', `{"a":${'['.repeat(16)}${']'.repeat(16)}}`, null],
  ])('reads %s', (_name, text, expected) => {
    expect(readObject(Buffer.from(text))).toEqual(expected);
  });
});
