// SPDX-License-Identifier: Apache-2.0
//
// `aws-rds-iam:USER`: a password of fifteen minutes that RDS and Aurora accept in place of one, signed here with the keys of a role. Refuses
// nothing by itself: whether the role may log in as that user, the database says.
// @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
import { Signer } from '@aws-sdk/rds-signer';
import type { AwsVault } from '../core/vaults.js';
import { assumeRole } from './aws-role.js';
import { sdkFailure } from './pinned-http.js';
import { plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

/** How long RDS accepts one. */
const TOKEN_MS = 15 * 60_000;

/** A source that signs a fresh password for each reading. */
export function rdsSource(settings: AwsVault, asked: Asked, world: VaultWorld): SecretSource {
  return plainSource(async () => {
    const { reference, rest: user, target } = asked;
    const keys = await assumeRole(settings, asked, world);
    const signer = new Signer({ hostname: target.host, port: target.port, username: user, region: settings.region, credentials: keys });
    const password = await signer.getAuthToken().catch((thrown: unknown) => {
      throw sdkFailure(reference, thrown, { carrier: null, secrets: [keys.secretAccessKey, keys.sessionToken ?? ''], hint: 'check `region` of the vault, and the host in `url` of the resource' });
    });
    const keysEnd = keys.expiration?.getTime() ?? Infinity;
    return { credential: { user, password }, endsAt: Math.min(world.runtime.now() + TOKEN_MS, keysEnd), renew: null };
  });
}
