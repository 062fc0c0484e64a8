// SPDX-License-Identifier: Apache-2.0
//
// The key that signs a gateway's recordings: read when a session begins, kept for a minute so that many of them ask the vault once. Refuses
// to let a session begin that should be signed and can't be, and to tell a job where the key is kept.
import { GateError, messageOf } from '../../core/errors.js';
import type { Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { Signer } from '../../record/envelope.js';
import { signerOf } from '../signing.js';
import type { GatewayConfig } from './config.js';
import type { GatewaySecrets } from './secrets.js';

/** A key that was changed, or taken back, signs no session that begins later than this. */
const KEEP_MS = 60_000;

interface Kept {
  /** Where it was read from. */
  readonly place: string;
  readonly at: number;
  readonly signer: Promise<Signer | null>;
}

/** See the header. */
export class GatewaySigning {
  readonly #config: () => GatewayConfig;
  readonly #world: { readonly secrets: GatewaySecrets; readonly runtime: Runtime; readonly log: Log };
  #kept: Kept | null = null;

  constructor(config: () => GatewayConfig, world: { readonly secrets: GatewaySecrets; readonly runtime: Runtime; readonly log: Log }) {
    this.#config = config;
    this.#world = world;
  }

  /** Null: the file names no key. Throws SECRET_UNAVAILABLE or what else stands between us and the key; the log says what. */
  async signer(): Promise<Signer | null> {
    const { policy, settings } = this.#config();
    const { secrets, runtime, log } = this.#world;
    const place = JSON.stringify([policy.record.key, settings.ownToken]);
    const known = this.#kept;
    const fresh = known !== null && known.place === place && runtime.monotonicMs() - known.at < KEEP_MS;
    const kept: Kept = fresh ? known : { place, at: runtime.monotonicMs(), signer: signerOf(policy.record, { secretsFor: (key) => secrets.of(key, settings.ownToken) }) };
    this.#kept = kept;
    try {
      return await kept.signer;
    } catch (thrown) {
      if (this.#kept === kept) this.#kept = null;
      log.error('recordings can not be signed', { reason: messageOf(thrown) });
      throw new GateError(thrown instanceof GateError ? thrown.code : 'SECRET_UNAVAILABLE', 'the gateway can not sign its recordings', { hint: "the gateway's log says why", cause: thrown });
    }
  }
}
