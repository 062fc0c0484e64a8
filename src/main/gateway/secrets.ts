// SPDX-License-Identifier: Apache-2.0
//
// Where a gateway has its secrets from: variables and files of its own, and vaults that it opens with a token of its own. A gateway is not
// a CI job: static keys are its operator's choice. Refuses to use the token of any job for itself.
import { readFile } from 'node:fs/promises';
import { GateError, messageOf } from '../../core/errors.js';
import type { Log, Secrets } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { KeptSecret } from '../../policy/model.js';
import { LocalSecrets } from '../../vault/secrets.js';
import { ResourceSecrets } from '../../vault/vaults.js';

/** Secrets of the gateway's own. */
export class GatewaySecrets {
  readonly #local: LocalSecrets;
  readonly #world: { readonly runtime: Runtime; readonly log: Log };

  /** Variables are taken out of `environment` when they are read. */
  constructor(environment: Record<string, string | undefined>, world: { readonly runtime: Runtime; readonly log: Log }) {
    this.#local = new LocalSecrets(environment, { ci: false, allowStatic: true });
    this.#world = world;
  }

  /** A secret of the gateway itself, `env:NAME` or `file:/path`. Throws SECRET_UNAVAILABLE. */
  read(reference: string): Promise<string> {
    return this.#local.read(reference);
  }

  /** The gateway's own OIDC token, for an audience that whoever put it there chose. `ownToken`: its file. Throws SECRET_UNAVAILABLE. */
  token(audience: string, ownToken: string | null): Promise<string> {
    return tokenIn(ownToken, audience);
  }

  /** The way to secrets that are kept like this. `ownToken`: file with the gateway's own OIDC token, for vaults; null: it has none. */
  of({ vault }: Pick<KeptSecret, 'vault'>, ownToken: string | null): Secrets {
    return new ResourceSecrets(this.#local, vault, { ...this.#world, mask: () => undefined, token: (audience) => tokenIn(ownToken, audience) });
  }
}

// Read anew each time: whoever puts it there renews it.
async function tokenIn(file: string | null, audience: string): Promise<string> {
  const hint = 'name the file of a projected token with `own_token: /path`, of the audience that is asked for';
  if (file === null) throw new GateError('SECRET_UNAVAILABLE', `the gateway has no token of its own to show (audience \`${audience}\`)`, { hint });
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('SECRET_UNAVAILABLE', `the gateway's own token \`${file}\` can not be read: ${messageOf(cause)}`, { hint, cause });
  });
  return text.trim();
}
