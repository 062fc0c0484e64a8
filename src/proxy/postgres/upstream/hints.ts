// SPDX-License-Identifier: Apache-2.0
//
// What to do when a database can not be used, by what went wrong: keys of the policy, since that is where it is mended. Refuses to guess:
// an error that is not known gets the general advice.

/** By SQLSTATE. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_STATE: Readonly<Record<string, string>> = {
  '28P01': 'check `credential` of the resource, and the user in it or in `url`',
  '28000': 'the server lets this user in only otherwise: check the user, `tls` of the resource, and the server\'s pg_hba.conf',
  '3D000': 'check the database at the end of `url` of the resource',
  '53300': 'the server has no connection left: raise its `max_connections`, or run fewer jobs at once',
};

/** By the code of a network or TLS error of Node. */
const BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'is it up, and are host and port in `url` of the resource right?',
  ENOTFOUND: 'this machine does not know the host in `url` of the resource',
  EHOSTUNREACH: 'this machine has no way to the host in `url` of the resource',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name: write that name into `url` of the resource',
  CERT_HAS_EXPIRED: 'renew the certificate of the server',
};
const AUTHORITY = 'name the authority that signed its certificate with `tls: { ca: FILE }` of the resource';
const GENERAL = 'check host, port, TLS mode and credential of the resource';

/** For an error of the server; undefined when nothing better is known than the general advice. */
export function hintForState(state: string | undefined): string | undefined {
  return BY_STATE[state ?? ''];
}

/** For anything thrown on the way to a server. */
export function hintForFailure(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
  // Matches DEPTH_ZERO_SELF_SIGNED_CERT and UNABLE_TO_VERIFY_LEAF_SIGNATURE, misses CERT_HAS_EXPIRED.
  return BY_CODE[code] ?? (/SELF_SIGNED_CERT|^UNABLE_TO_/u.test(code) ? AUTHORITY : GENERAL);
}
