// SPDX-License-Identifier: Apache-2.0
//
// `azure-kv:NAME[/VERSION][#FIELD]`: a secret of an Azure Key Vault, by a federated credential of an app registration. Refuses Azure's own
// search for credentials, and vaults that send the token elsewhere (the SDK checks the challenge against the vault's name).
// @see https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
import { ClientAssertionCredential, type ClientAssertionCredentialOptions } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import type { AzureVault } from '../core/vaults.js';
import { unavailable } from './answers.js';
import { carrierTo, sdkFailure, tokenFor, type Carrier } from './pinned-http.js';
import { credentialInText } from './fields.js';
import { lasting, plainSource, type Asked, type SecretSource, type VaultWorld } from './source.js';

type HttpClient = NonNullable<ClientAssertionCredentialOptions['httpClient']>;
type Headers = Awaited<ReturnType<HttpClient['sendRequest']>>['headers'];

/** A source that asks for the current version each time, unless the reference names one. */
export function keyVaultSource(settings: AzureVault, asked: Asked, world: VaultWorld): SecretSource {
  return plainSource(async () => {
    const { reference, rest, field, target } = asked;
    const token = await tokenFor(settings, reference, world);
    const carrier = await carrierTo([settings.login, settings.address], settings, world);
    const httpClient = clientOver(carrier);
    const common = { httpClient, retryOptions: { maxRetries: 0 } };
    // Instance discovery would ask Microsoft's public cloud about an authority that the policy has already named.
    const identity = new ClientAssertionCredential(settings.tenant, settings.client, async () => token, { ...common, authorityHost: settings.login, disableInstanceDiscovery: true });
    const [name = '', version] = rest.split('/');
    const secret = await new SecretClient(settings.address, identity, common).getSecret(name, version === undefined ? {} : { version }).catch((thrown: unknown) => {
      throw sdkFailure(reference, thrown, { carrier, secrets: [token], hint: `check \`tenant\` and \`client\` of \`vaults.${settings.name}\`, the app's federated credential (audience \`${settings.audience}\`, subject), and give it the role Key Vault Secrets User` });
    });
    if (secret.value === undefined) throw unavailable(reference, 'Key Vault answers without a value', 'is the version enabled?');
    return lasting(credentialInText(secret.value, { reference, field, urlUser: target.user }));
  });
}

function clientOver(carrier: Carrier): HttpClient {
  return {
    async sendRequest(request) {
      const body = typeof request.body === 'string' ? request.body : undefined;
      const response = await carrier.carry({ url: request.url, method: request.method, headers: { ...request.headers.toJSON() }, body });
      return { request, status: response.status, headers: new PlainHeaders(response.headers), bodyAsText: await response.text() };
    },
  };
}

/** Headers as Azure's pipeline asks for them. */
class PlainHeaders implements Headers {
  readonly #values: Map<string, string>;

  constructor(headers: Iterable<readonly [string, string]>) {
    this.#values = new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
  }

  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  set(name: string, value: string | number | boolean): void {
    this.#values.set(name.toLowerCase(), String(value));
  }

  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries(this.#values);
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#values[Symbol.iterator]();
  }
}
