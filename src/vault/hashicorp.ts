// SPDX-License-Identifier: Apache-2.0
//
// `vault:PATH[#FIELD]`: a secret of HashiCorp Vault or OpenBao by its HTTP API, after a login with a JWT: key-value of both versions (the API
// path as it is: `secret/data/orders` is version 2) and every engine that leases, such as `database/creds/ROLE`. Leases are renewed and
// revoked. Refuses wrapped answers, and to keep a token longer than a lease needs it.
// @see https://developer.hashicorp.com/vault/api-docs/auth/jwt  /secret/kv/kv-v2  /secret/databases  /system/leases
import type { GateError } from '../core/errors.js';
import type { HashiCorpVault } from '../core/vaults.js';
import { asObject, objectIn, unavailable, wordsOf } from './answers.js';
import { carrierTo, jsonOf, roadFailure, tokenFor, type Carrier } from './pinned-http.js';
import { credentialInFields, type Wanted } from './fields.js';
import type { Asked, Reading, SecretSource, VaultWorld } from './source.js';

interface Token {
  readonly value: string;
  /** Null: it does not end. */
  endsAt: number | null;
  readonly renewable: boolean;
}

/** Implements the source; one login for each, since a token says which leases end together. */
export class HashiCorpSource implements SecretSource {
  readonly #settings: HashiCorpVault;
  readonly #asked: Asked;
  readonly #world: VaultWorld;
  readonly #leases = new Set<string>();
  /** Every token that still has leases: they end with it. */
  readonly #tokens = new Map<string, Token>();
  #token: Token | null = null;
  #carrier: Promise<Carrier> | null = null;

  constructor(settings: HashiCorpVault, asked: Asked, world: VaultWorld) {
    this.#settings = settings;
    this.#asked = asked;
    this.#world = world;
  }

  async read(): Promise<Reading> {
    const token = await this.#login();
    const path = this.#asked.rest.split('/').map(encodeURIComponent).join('/');
    const answer = await this.#ask('GET', path, { token });
    const leaseId = typeof answer['lease_id'] === 'string' ? answer['lease_id'] : '';
    if (leaseId !== '') this.#leases.add(leaseId);
    try {
      const credential = credentialInFields(this.#dataOf(answer), this.#wanted());
      if (leaseId === '') return { credential, endsAt: null, renew: null };
      const endsAt = earlier(this.#end(answer['lease_duration']), token.endsAt);
      // A lease ends with its token: one that can't be lengthened is followed by another one.
      const renewable = answer['renewable'] === true && (token.renewable || token.endsAt === null);
      return { credential, endsAt, renew: renewable ? () => this.#renew(leaseId, token) : null };
    } finally {
      // Nothing hangs on it: it is ended at once.
      if (leaseId === '') await this.#endToken(token).catch(() => undefined);
    }
  }

  async release(): Promise<void> {
    const failures: unknown[] = [];
    const attempt = (what: Promise<unknown>): Promise<unknown> => what.catch((thrown: unknown) => failures.push(thrown));
    const token = this.#token;
    for (const lease of this.#leases) {
      // `sync`: the database has dropped the user when this comes back. Without that permission the token takes its leases along.
      if (token !== null) await this.#ask('POST', 'sys/leases/revoke', { token, body: { lease_id: lease, sync: true } }).catch(() => undefined);
    }
    for (const one of this.#tokens.values()) await attempt(this.#endToken(one));
    this.#leases.clear();
    if (failures.length > 0) throw failures[0];
  }

  // A token that ended, or is not known any more, is no reason to fail: the next one is asked for.
  async #login(): Promise<Token> {
    const { mount, role } = this.#settings;
    const jwt = await tokenFor(this.#settings, this.#asked.reference, this.#world);
    const answer = await this.#ask('POST', `auth/${mount}/login`, { body: { role, jwt }, secrets: [jwt], login: true });
    const auth = asObject(answer['auth']);
    const value = auth?.['client_token'];
    if (auth === null || typeof value !== 'string' || value === '') throw unavailable(this.#asked.reference, 'Vault answers the login without a token', 'is the address that of a Vault or OpenBao?');
    this.#world.mask(value);
    const token: Token = { value, endsAt: this.#end(auth['lease_duration']), renewable: auth['renewable'] === true };
    this.#token = token;
    this.#tokens.set(value, token);
    return token;
  }

  async #renew(leaseId: string, token: Token): Promise<number | null> {
    if (token.renewable) {
      const auth = asObject((await this.#ask('POST', 'auth/token/renew-self', { token, body: {}, mayFail: true }))['auth']);
      if (auth === null) return null;
      token.endsAt = this.#end(auth['lease_duration']);
    }
    const lease = await this.#ask('POST', 'sys/leases/renew', { token, body: { lease_id: leaseId }, mayFail: true });
    return typeof lease['lease_duration'] === 'number' ? earlier(this.#end(lease['lease_duration']), token.endsAt) : null;
  }

  async #endToken(token: Token): Promise<void> {
    this.#tokens.delete(token.value);
    if (this.#token === token) this.#token = null;
    await this.#ask('POST', 'auth/token/revoke-self', { token, body: {} });
  }

  #dataOf(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const data = asObject(answer['data']);
    if (data === null) throw unavailable(this.#asked.reference, 'Vault answers without data', 'is this the path of a secret, as its API has it? key-value version 2 has `data` in it: `secret/data/orders`');
    // Version 2 of the key-value engine wraps the fields.
    const inner = asObject(data['metadata']) === null ? null : asObject(data['data']);
    return inner ?? data;
  }

  #wanted(): Wanted {
    return { reference: this.#asked.reference, field: this.#asked.field, urlUser: this.#asked.target.user };
  }

  #end(seconds: unknown): number | null {
    return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? this.#world.runtime.now() + seconds * 1000 : null;
  }

  // `mayFail`: a refusal of Vault is an answer, an empty one.
  async #ask(method: string, path: string, about: { token?: Token; body?: object; secrets?: readonly string[]; login?: boolean; mayFail?: boolean }): Promise<Readonly<Record<string, unknown>>> {
    const { reference } = this.#asked;
    const { address, namespace } = this.#settings;
    const secrets = [...(about.secrets ?? []), ...(about.token === undefined ? [] : [about.token.value])];
    const headers = {
      accept: 'application/json', 'x-vault-request': 'true', ...(namespace === null ? {} : { 'x-vault-namespace': namespace }),
      ...(about.token === undefined ? {} : { 'x-vault-token': about.token.value }), ...(about.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    try {
      const carrier = await (this.#carrier ??= carrierTo([address], this.#settings, this.#world));
      const response = await carrier.carry({ url: `${address}/v1/${path}`, method, headers, ...(about.body === undefined ? {} : { body: JSON.stringify(about.body) }) });
      if (response.status === 204) return {};
      if (response.ok) return await jsonOf(response, reference, 'Vault');
      if (about.mayFail === true && response.status < 500 && response.status !== 429) return {};
      throw this.#refusal(response.status, await response.text(), { secrets, login: about.login === true });
    } catch (thrown) {
      throw roadFailure(reference, thrown, secrets);
    }
  }

  #refusal(status: number, text: string, { secrets, login }: { secrets: readonly string[]; login: boolean }): GateError {
    const { role, mount, name } = this.#settings;
    const errors = objectIn(text)?.['errors'];
    const said = Array.isArray(errors) && errors.length > 0 ? `: ${wordsOf(errors.map(String).join('; '), secrets)}` : '';
    const { reference } = this.#asked;
    if (login) return unavailable(reference, `Vault does not accept the login with role \`${role}\` at \`auth/${mount}\` (status ${status})${said}`, `check \`role\` and \`mount\` of \`vaults.${name}\`, and the role's bound_audiences (\`${this.#settings.audience}\`) and bound_claims`);
    if (status === 403) return unavailable(reference, `Vault does not let role \`${role}\` read it (403)${said}`, 'give the role a policy with `read` on that path');
    if (status === 404) return unavailable(reference, `Vault has nothing there (404)${said}`, 'check the path, and whether the version was deleted; key-value version 2 has `data` in it: `secret/data/orders`');
    if (status === 503) return unavailable(reference, `Vault is sealed or not ready (503)${said}`, 'unseal it, or name an address that is in service');
    return unavailable(reference, `Vault answers with status ${status}${said}`, 'look into its log; for the database engine: can Vault reach the database?');
  }
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
