// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateDigest } from '../../../../src/proxy/postgres/certificate-digest.js';

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
