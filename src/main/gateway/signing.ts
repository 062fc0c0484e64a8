// SPDX-License-Identifier: Apache-2.0
//
// Who signs a gateway's recordings: a key, read when a session begins and kept for a minute so that many of them ask the vault once; or the
// gateway itself, through Sigstore, with a key for each recording. Refuses to let a session begin that should be signed and can't be, and to
// tell a job where the key is kept.
import { GateError, messageOf } from '../../core/errors.js';
import type { Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { Signer } from '../../record/envelope.js';
import { type Keyless, keylessOf, type RecordingSigner, signerOf } from '../signing.js';
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

interface SigningWorld {
  readonly secrets: GatewaySecrets;
  /** Of this process. */
  readonly environment: Record<string, string | undefined>;
  readonly runtime: Runtime;
  readonly log: Log;
}

/** See the header. */
export class GatewaySigning {
  readonly #config: () => GatewayConfig;
  readonly #world: SigningWorld;
  #kept: Kept | null = null;

  constructor(config: () => GatewayConfig, world: SigningWorld) {
    this.#config = config;
    this.#world = world;
  }

  /** Whether a session that begins now could be signed. Throws as `begin` does; asks Sigstore nothing. */
  async check(): Promise<void> {
    await this.#telling(() => Promise.all([this.#key(), this.#keyless()]));
  }

  /** Who signs one recording of a session; null: the file says nobody. Throws SECRET_UNAVAILABLE or what else stands between us and a signature; the log says what. */
  begin(session: string): Promise<RecordingSigner | null> {
    return this.#telling(async () => {
      const signer = await this.#key();
      if (signer !== null) return { signer, keyBundle: null };
      return (await (await this.#keyless())?.begin(session)) ?? null;
    });
  }

  // A gateway is no job: it shows a token of its own.
  #keyless(): Promise<Keyless | null> {
    const { policy, settings } = this.#config();
    const { secrets, environment } = this.#world;
    return keylessOf(policy.record, { token: (audience) => secrets.token(audience, settings.ownToken), environment });
  }

  async #key(): Promise<Signer | null> {
    const { policy, settings } = this.#config();
    const { secrets, runtime } = this.#world;
    const place = JSON.stringify([policy.record.key, settings.ownToken]);
    const known = this.#kept;
    const fresh = known !== null && known.place === place && runtime.monotonicMs() - known.at < KEEP_MS;
    const kept: Kept = fresh ? known : { place, at: runtime.monotonicMs(), signer: signerOf(policy.record, { secretsFor: (key) => secrets.of(key, settings.ownToken) }) };
    this.#kept = kept;
    try {
      return await kept.signer;
    } catch (thrown) {
      if (this.#kept === kept) this.#kept = null;
      throw thrown;
    }
  }

  async #telling<T>(find: () => Promise<T>): Promise<T> {
    try {
      return await find();
    } catch (thrown) {
      this.#world.log.error('recordings can not be signed', { reason: messageOf(thrown) });
      throw new GateError(thrown instanceof GateError ? thrown.code : 'SECRET_UNAVAILABLE', 'the gateway can not sign its recordings', { hint: "the gateway's log says why", cause: thrown });
    }
  }
}
