// SPDX-License-Identifier: Apache-2.0
//
// Throw-away TLS material for tests, made by openssl: a CA, and a server certificate for `localhost` and `127.0.0.1`.
// Refuses to keep keys anywhere but in the folder it is given.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes `ca.pem`, `ca.key`, `server.pem` and `server.key` (0600, owned by `owner`) into `dir`. */
export async function writeCertificates(dir: string, owner?: { readonly uid: number; readonly gid: number }): Promise<void> {
  const openssl = (...args: string[]) => run('openssl', args, { ...owner, cwd: dir });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=ostiary test ca');
  await openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  await writeFile(join(dir, 'server.ext'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n');
  await openssl('x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext', '-out', 'server.pem', '-days', '2');
  await run('chmod', ['600', 'ca.key', 'server.key'], { cwd: dir });
}
