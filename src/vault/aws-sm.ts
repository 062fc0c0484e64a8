// SPDX-License-Identifier: Apache-2.0
//
// `aws-sm:NAME[#FIELD]` (or an ARN): a secret of AWS Secrets Manager, as a role that trusts the issuer. Refuses binary secrets.
// @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AwsVault } from '../core/vaults.js';
import { unavailable } from './answers.js';
import { assumeRole, awsClient } from './aws-role.js';
import { carrierTo, sdkFailure } from './pinned-http.js';
import { credentialInText } from './fields.js';
import { lasting, plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

/** A source that asks for the current version each time. */
export function secretsManagerSource(settings: AwsVault, asked: Asked, world: VaultWorld): SecretSource {
  return plainSource(async () => {
    const { reference, rest, field, target } = asked;
    const keys = await assumeRole(settings, asked, world);
    const carrier = await carrierTo([settings.address], settings, world);
    const client = new SecretsManagerClient({ ...awsClient(settings, settings.address, carrier), credentials: keys });
    const answer = await client.send(new GetSecretValueCommand({ SecretId: rest })).catch((thrown: unknown) => {
      throw sdkFailure(reference, thrown, { carrier, secrets: [keys.secretAccessKey, keys.sessionToken ?? ''], hint: `give \`${settings.roleArn}\` the permission secretsmanager:GetSecretValue on that secret (and kms:Decrypt on its key), in \`${settings.region}\`` });
    });
    if (answer.SecretString === undefined) throw unavailable(reference, 'is no text', 'keep it as a text: the password, `user:password`, or JSON with `username` and `password`');
    return lasting(credentialInText(answer.SecretString, { reference, field, urlUser: target.user }));
  });
}
