// SPDX-License-Identifier: Apache-2.0
//
// `oidc:AUDIENCE`: the token itself as the password, for targets that trust the issuer. Refuses to judge the token: the target does.
import { asObject, unavailable } from './answers.js';
import { plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

/** A source that hands out a fresh token for each reading. */
export function oidcSource({ rest, reference }: Asked, world: VaultWorld): SecretSource {
  return plainSource(async () => {
    const token = await world.token(rest);
    return { credential: { user: null, password: token }, endsAt: endOf(token, reference), renew: null };
  });
}

// Not verified: it is our own, and only says when to ask for the next one.
function endOf(token: string, reference: string): number {
  try {
    const exp = asObject(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')))?.['exp'];
    if (typeof exp === 'number') return exp * 1000;
  } catch {
    // Falls through.
  }
  throw unavailable(reference, 'the token does not say when it ends', 'use the token that the CI product issues');
}
