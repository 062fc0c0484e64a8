// SPDX-License-Identifier: Apache-2.0
//
// One door to every kind of credential: a reference of the policy in, a credential in use out. Each kind's code is loaded when a policy
// names it, so that nobody waits for a cloud's SDK that is not his. Refuses references without the vault that they need.
import { GateError } from '../core/errors.js';
import { manual } from '../core/documentation-links.js';
import type { CredentialTarget, HeldCredential, Secrets } from '../core/ports.js';
import { CREDENTIAL_FORMS, CREDENTIAL_SCHEMES, parseReference, type CredentialScheme, type VaultSettings } from '../core/vaults.js';
import { parseCredential } from './credential.js';
import { HeldSecret } from './held-credential.js';
import type { LocalSecrets } from './secrets.js';
import { lasting, plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

/** Implements the port for one resource. `vault`: what its policy entry names, or null. */
export class ResourceSecrets implements Secrets {
  readonly #local: LocalSecrets;
  readonly #vault: VaultSettings | null;
  readonly #world: VaultWorld;

  constructor(local: LocalSecrets, vault: VaultSettings | null, world: VaultWorld) {
    this.#local = local;
    this.#vault = vault;
    this.#world = world;
  }

  async hold(reference: string, target: CredentialTarget): Promise<HeldCredential> {
    const parsed = parseReference(reference);
    if (parsed === null) throw new GateError('SECRET_UNAVAILABLE', 'the credential is of a kind that this version can not read', { hint: `it reads ${CREDENTIAL_FORMS}` });
    const { scheme, rest, field } = parsed;
    return HeldSecret.take(await this.#source(scheme, { reference, rest, field, target }), reference, this.#world);
  }

  async #source(scheme: CredentialScheme, asked: Asked): Promise<SecretSource> {
    switch (scheme) {
      case 'env':
      case 'file':
        return this.#static(asked);
      case 'oidc':
        return (await import('./oidc.js')).oidcSource(asked, this.#world);
      case 'vault':
        return new (await import('./hashicorp.js')).HashiCorpSource(this.#settings(scheme, 'vault'), asked, this.#world);
      case 'aws-sm':
        return (await import('./aws-sm.js')).secretsManagerSource(this.#settings(scheme, 'aws'), asked, this.#world);
      case 'aws-rds-iam':
        return (await import('./aws-rds-iam.js')).rdsSource(this.#settings(scheme, 'aws'), asked, this.#world);
      case 'gcp-sm':
        return (await import('./gcp-sm.js')).secretManagerSource(this.#settings(scheme, 'gcp'), asked, this.#world);
      case 'azure-kv':
        return (await import('./azure-kv.js')).keyVaultSource(this.#settings(scheme, 'azure'), asked, this.#world);
      default:
        return scheme satisfies never;
    }
  }

  #static({ reference, target }: Asked): SecretSource {
    return plainSource(async () => {
      const text = await this.#local.read(reference);
      if (this.#local.staticInCi) this.#world.log.warn(`the credential \`${reference}\` is a static key in a CI job, allowed by \`allow_static: true\`: whoever gets hold of it once keeps it; ${manual('docs/vault.md')} says how to do without`);
      return lasting(parseCredential(text, target.user));
    });
  }

  #settings<K extends VaultSettings['kind']>(scheme: CredentialScheme, kind: K): Extract<VaultSettings, { kind: K }> {
    const vault = this.#vault;
    if (vault?.kind === kind) return vault as Extract<VaultSettings, { kind: K }>;
    throw new GateError('SECRET_UNAVAILABLE', `credentials \`${scheme}:\` need a vault of type \`${CREDENTIAL_SCHEMES[scheme] ?? ''}\`, and the policy's \`vaults\` has none`, { hint: `${manual('docs/vault.md')} says what to write there` });
  }
}
