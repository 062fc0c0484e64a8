// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateDigest } from '../../../../../src/proxy/postgres/authentication/certificate-digest.js';

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
const RSA = ['-newkey', 'rsa:2048'];
const PSS = [...RSA, '-sigopt', 'rsa_padding_mode:pss'];

const certificate = (args: readonly string[]): Buffer => {
  const dir = mkdtempSync(join(tmpdir(), 'ostiary-cert-'));
  try {
    const out = join(dir, 'cert.pem');
    execFileSync('openssl', ['req', '-x509', '-nodes', '-keyout', join(dir, 'key'), '-out', out, '-days', '1', '-subj', '/CN=x', ...args], { stdio: 'pipe' });
    return Buffer.from(new X509Certificate(readFileSync(out)).raw);
  } finally {
    rmSync(dir, { recursive: true });
  }
};

describe('certificateDigest', () => {
  it.each([
    { name: 'ECDSA with SHA-256', args: [...EC, '-sha256'], hash: 'sha256' },
    { name: 'ECDSA with SHA-384', args: [...EC, '-sha384'], hash: 'sha384' },
    { name: 'ECDSA with SHA-512', args: [...EC, '-sha512'], hash: 'sha512' },
    { name: 'RSA with SHA-224', args: [...RSA, '-sha224'], hash: 'sha224' },
    { name: 'RSA with SHA-256', args: [...RSA, '-sha256'], hash: 'sha256' },
    { name: 'RSA with SHA-384', args: [...RSA, '-sha384'], hash: 'sha384' },
    { name: 'RSA-PSS with SHA-256', args: [...PSS, '-sha256'], hash: 'sha256' },
    { name: 'RSA-PSS with SHA-512', args: [...PSS, '-sha512'], hash: 'sha512' },
  ])('hashes $name', ({ args, hash }) => {
    const der = certificate(args);
    expect(certificateDigest(der)?.toString('hex')).toBe(createHash(hash).update(der).digest('hex'));
  });

  it('has none for Ed25519, for which the RFC defines none', () => {
    expect(certificateDigest(certificate(['-newkey', 'ed25519']))).toBeNull();
  });

  it('has none for anything that is no certificate, and for none cut short', () => {
    const der = certificate(EC);
    const signatureAt = der.length - 90;
    for (let at = 0; at < signatureAt; at += 1) expect(certificateDigest(der.subarray(0, at))).toBeNull();
    expect(certificateDigest(Buffer.from('not a certificate'))).toBeNull();
    expect(certificateDigest(Buffer.from('3084ffffffff', 'hex'))).toBeNull();
  });
});

describe('certificateDigest of DER written by hand', () => {
  const der = (tag: number, ...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([tag, Buffer.concat(parts).length]), ...parts]);
  const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
  const signed = (...algorithm: readonly Buffer[]): Buffer => der(0x30, der(0x30), der(0x30, ...algorithm));
  const PSS_OID = oid('2a864886f70d01010a');
  const SHA384 = '608648016503040202';
  const digest = (hash: string, bytes: Buffer): Buffer => createHash(hash).update(bytes).digest();

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)], ['one byte', Buffer.from([0x30])], ['no sequence', der(0x31)], ['nothing that is signed', der(0x30)], ['no algorithm', der(0x30, der(0x30))], ['an algorithm that is no sequence', der(0x30, der(0x30), der(0x31))],
    ['an algorithm without its number', signed()], ['an algorithm with something else', signed(der(0x05))], ['an algorithm that nobody knows', signed(oid('2a03'))], ['more than there is', Buffer.from([0x30, 0x7f, 0x30])],
    ['a length without an end', Buffer.from([0x30, 0x80, 0, 0])], ['a length of five bytes', Buffer.from([0x30, 0x85, 0, 0, 0, 0, 0])], ['a length that is cut off', Buffer.from([0x30, 0x82, 0])],
    ['PSS without parameters', signed(PSS_OID)], ['PSS with others than a sequence', signed(PSS_OID, der(0x05))], ['PSS with an empty hash', signed(PSS_OID, der(0x30, der(0xa0)))], ['PSS with a hash without its number', signed(PSS_OID, der(0x30, der(0xa0, der(0x30))))],
    ['PSS with a hash that nobody knows', signed(PSS_OID, der(0x30, der(0xa0, der(0x30, oid('2a03')))))],
  ])('gives none for %s', (_what, bytes) => {
    expect(certificateDigest(bytes)).toBeNull();
  });

  it('takes the hash of PSS that is named, and SHA-256 in the place of the SHA-1 that is not', () => {
    const [named, byDefault] = [signed(PSS_OID, der(0x30, der(0xa0, der(0x30, oid(SHA384))))), signed(PSS_OID, der(0x30))];
    expect(certificateDigest(named)).toEqual(digest('sha384', named));
    expect(certificateDigest(byDefault)).toEqual(digest('sha256', byDefault));
    const other = signed(PSS_OID, der(0x30, der(0xa1)));
    expect(certificateDigest(other)).toEqual(digest('sha256', other));
  });
});
