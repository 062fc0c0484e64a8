// SPDX-License-Identifier: Apache-2.0
//
// Well-formed credentials that open nothing, made from a counter so that none of them stands in a file. Refuses to be random: the same
// call gives the same token.

const MIXED = 'aZ3kQ9mXb7TfW2nRy5Lc8JvHdEgP4sUo6iK1xCzBtNqMwArSVYOhFuDjGlIpe0';
const HEX = '0f3a9c1e7b52d846';

/** `prefix` and `length` characters of letters and digits, well mixed. */
export function token(prefix: string, length: number, alphabet = MIXED): string {
  let text = prefix;
  for (let at = 0; text.length < prefix.length + length; at += 1) text += alphabet.charAt((at * 7 + prefix.length * 3 + Math.floor(at / alphabet.length) * 5) % alphabet.length);
  return text;
}

/** Lower-case hex digits. */
export function hexToken(prefix: string, length: number): string {
  return token(prefix, length, HEX);
}

/** A JSON Web Token with this header and these claims; `signature` as given. */
export function jsonWebToken(header: object = { alg: 'HS256', typ: 'JWT' }, claims: object = { sub: 'somebody', iat: 1 }, signature = token('', 43)): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

/** A PEM block of this kind, `RSA PRIVATE KEY`; `newline` as text stores it. */
export function pem(kind: string, newline = '\n'): string {
  const dashes = '-'.repeat(5);
  const body = Array.from({ length: 4 }, (_, line) => token(`${line}`, 63)).join(newline);
  return [`${dashes}BEGIN ${kind}${dashes}`, body, `${dashes}END ${kind}${dashes}`].join(newline);
}

/** One value for every detector of secrets, by name. */
export const SECRET_SAMPLES: Readonly<Record<string, string>> = {
  'private-key': pem('PRIVATE KEY'),
  'github-token': token('ghp_', 36),
  'gitlab-token': token('glpat-', 20),
  'slack-token': `${token('xoxb-', 12, '0123456789')}-${token('', 24)}`,
  'anthropic-token': token('sk-ant-api03-', 93),
  'openai-token': token('sk-proj-', 48),
  'cloud-key': token('AKIA', 16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  jwt: jsonWebToken(),
};

/** One value for every detector of personal data, by name. */
export const PII_SAMPLES: Readonly<Record<string, string>> = {
  email: 'alice.smith@example.com',
  card: '4111 1111 1111 1111',
  iban: 'GB82 WEST 1234 5698 7654 32',
  phone: '+44 20 7946 0958',
};
