// SPDX-License-Identifier: Apache-2.0
//
// A credential in use: read once, kept in memory, lengthened before it ends, read again when it has ended or the target refuses it, given
// back at the end. Refuses to hand out what has ended, and to ask a service again and again for a password that is simply wrong.
import { GateError, messageOf } from '../core/errors.js';
import type { Credential, HeldCredential } from '../core/ports.js';
import type { Timer } from '../core/runtime.js';
import type { Reading, SecretSource, VaultWorld } from './source.js';

/** Handed out no more so long before its end, or a tenth of its time: logging in takes a moment. */
const MARGIN_MS = 30_000;
/** A value that the target refused, and that came back the same, is asked for again only after this. */
const SAME_AGAIN_MS = 10_000;
/** A renewal that fails is tried again after half of what is left, as long as that is more than this. */
const MIN_RETRY_MS = 1_000;

/** Implements the port over one source. */
export class HeldSecret implements HeldCredential {
  readonly #source: SecretSource;
  readonly #reference: string;
  readonly #world: Pick<VaultWorld, 'runtime' | 'log' | 'mask'>;
  #reading: Reading | null = null;
  #endsAt: number | null = null;
  #marginMs = 0;
  #pending: Promise<Reading> | null = null;
  #timer: Timer | null = null;
  #sameSince: number | null = null;
  #released = false;

  private constructor(source: SecretSource, reference: string, world: Pick<VaultWorld, 'runtime' | 'log' | 'mask'>) {
    this.#source = source;
    this.#reference = reference;
    this.#world = world;
  }

  /** Reads it for the first time. Throws what the source throws, with nothing left open. */
  static async take(source: SecretSource, reference: string, world: Pick<VaultWorld, 'runtime' | 'log' | 'mask'>): Promise<HeldSecret> {
    const held = new HeldSecret(source, reference, world);
    try {
      await held.#read();
      return held;
    } catch (thrown) {
      await held.release();
      throw thrown;
    }
  }

  get endsAt(): number | null {
    return this.#endsAt;
  }

  async current(): Promise<Credential> {
    const known = this.#reading;
    const left = this.#endsAt === null ? Infinity : this.#endsAt - this.#world.runtime.now();
    if (known !== null && left > this.#marginMs) return known.credential;
    return (await this.#read().catch((thrown: unknown) => {
      if (known === null || left <= 0) throw thrown;
      this.#world.log.warn(`the credential \`${this.#reference}\` is about to end and can not be read again: ${messageOf(thrown)}`);
      return known;
    })).credential;
  }

  async refused(used: Credential): Promise<Credential | null> {
    const known = this.#reading?.credential;
    if (known !== undefined && !same(known, used)) return known;
    const now = this.#world.runtime.monotonicMs();
    if (this.#sameSince !== null && now - this.#sameSince < SAME_AGAIN_MS) return null;
    const { credential } = await this.#read();
    this.#sameSince = same(credential, used) ? now : null;
    if (this.#sameSince !== null) return null;
    this.#world.log.info(`the credential \`${this.#reference}\` was refused and has been read again: there is a new one`);
    return credential;
  }

  async release(): Promise<void> {
    this.#released = true;
    this.#timer?.cancel();
    await this.#pending?.catch(() => undefined);
    this.#reading = null;
    await this.#source.release().catch((thrown: unknown) => {
      this.#world.log.warn(`the credential \`${this.#reference}\` could not be given back, and ends by itself: ${messageOf(thrown)}`);
    });
  }

  #read(): Promise<Reading> {
    if (this.#released) return Promise.reject(new GateError('SECRET_UNAVAILABLE', `the credential \`${this.#reference}\` has been given back: the session is over`));
    this.#pending ??= this.#source.read().then((reading) => this.#keep(reading)).finally(() => (this.#pending = null));
    return this.#pending;
  }

  #keep(reading: Reading): Reading {
    this.#world.mask(reading.credential.password);
    this.#reading = reading;
    this.#endAt(reading.endsAt);
    return reading;
  }

  #endAt(endsAt: number | null): void {
    this.#endsAt = endsAt;
    const left = endsAt === null ? 0 : endsAt - this.#world.runtime.now();
    this.#marginMs = Math.min(MARGIN_MS, Math.max(0, left / 10));
    this.#timer?.cancel();
    this.#timer = null;
    if (endsAt !== null && this.#reading?.renew !== null && !this.#released) this.#renewIn(left * (2 / 3));
  }

  #renewIn(milliseconds: number): void {
    this.#timer = this.#world.runtime.after(Math.max(0, milliseconds), () => void this.#renew());
  }

  // Never throws: nobody waits for it. What could not be lengthened is read anew when it is next asked for.
  async #renew(): Promise<void> {
    const reading = this.#reading;
    if (reading?.renew === undefined || reading.renew === null || this.#released) return;
    try {
      const before = this.#endsAt ?? 0;
      const endsAt = await reading.renew();
      if (this.#reading !== reading) return;
      // At the end of its longest time a lease is lengthened by ever less: another one then.
      if (endsAt !== null && endsAt > before + this.#marginMs) this.#endAt(endsAt);
      else await this.#read();
    } catch (thrown) {
      if (this.#released) return;
      const left = (this.#endsAt ?? 0) - this.#world.runtime.now();
      this.#world.log.warn(`the lease of the credential \`${this.#reference}\` could not be renewed: ${messageOf(thrown)}`);
      if (left > 2 * MIN_RETRY_MS) this.#renewIn(left / 2);
    }
  }
}

function same(a: Credential, b: Credential): boolean {
  return a.user === b.user && a.password === b.password;
}
