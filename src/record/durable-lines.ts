// SPDX-License-Identifier: Apache-2.0
//
// Lines on the disk before anybody acts on them: all that is added in one turn of the event loop shares one write (and one fsync), then
// whoever waits is told. Refuses everything after the first failure, and a file that lost its name: what nobody can find is no record.
import { createHash, type Hash } from 'node:crypto';
import { GateError, messageOf } from '../core/errors.js';
import type { Log } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { LineBatch } from './batch.js';
import { type AppendFile, recordFailed } from './file.js';

/** Written at once when more than this waits within one turn, so that memory stays flat. */
const MAX_PENDING_BYTES = 1024 * 1024;
/** Time between two looks at whether the file still has its name. */
const LOOK_EVERY_MS = 1000;

export interface DurableLinesOptions {
  readonly runtime: Runtime;
  /** `process`: survives the death of this process. `disk`: survives a loss of power (fsync, group commit). */
  readonly durability: 'process' | 'disk';
  readonly log: Log;
  /** Keeps the hash of all bytes: only for a signature, ours or another's. */
  readonly hashed: boolean;
}

type Waiter = (error: GateError | null) => void;

/** The lines of one recording, as they become durable. */
export class DurableLines {
  readonly #file: AppendFile;
  readonly #options: DurableLinesOptions;
  readonly #batch = new LineBatch();
  readonly #hash: Hash | null;
  #waiting: Waiter[] = [];
  #unsynced: Waiter[] = [];
  #scheduled = false;
  #syncing = false;
  #failure: GateError | null = null;
  #closed = false;
  #looked = Number.NEGATIVE_INFINITY;

  constructor(file: AppendFile, options: DurableLinesOptions) {
    this.#file = file;
    this.#options = options;
    this.#hash = options.hashed ? createHash('sha256') : null;
  }

  /** Where they go. */
  get path(): string {
    return this.#file.path;
  }

  /** The first failure; after it nothing is written any more. */
  get failure(): GateError | null {
    return this.#failure;
  }

  /** Adds a line and returns its hash. Throws RECORD_FAILED, LIMIT_EXCEEDED. */
  add(line: string): string {
    const hash = this.#batch.add(line);
    if (this.#batch.size > MAX_PENDING_BYTES) this.#drain();
    if (this.#failure !== null) throw this.#failure;
    this.#schedule();
    return hash;
  }

  /** See `Recorder.whenDurable`. */
  whenDurable(then: Waiter): void {
    this.#waiting.push(then);
    this.#schedule();
  }

  /** The same as a promise. Rejects with RECORD_FAILED. */
  durable(): Promise<void> {
    return new Promise((resolve, reject) => this.whenDurable((error) => (error === null ? resolve() : reject(error))));
  }

  /** SHA-256 (hex) of all that was written, once; null when nobody wants it. */
  digest(): string | null {
    return this.#hash === null ? null : this.#hash.digest('hex');
  }

  /** Throws RECORD_FAILED when the file's name leads elsewhere by now. */
  demandInPlace(): void {
    if (!this.#file.inPlace()) throw removed(this.path);
  }

  /** From now on whoever waits is told that it is over. */
  close(): void {
    this.#closed = true;
    this.#file.close();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.runtime.soon(() => this.#turn());
  }

  // Once a turn: one write for everything, then everybody who waits for it.
  #turn(): void {
    this.#scheduled = false;
    this.#drain();
    const waiting = this.#waiting;
    this.#waiting = [];
    // After the end, nobody may take a durable recording for a promise about what comes later.
    if (this.#closed) this.#failure ??= closed(this.path);
    if (this.#options.durability === 'process' || this.#failure !== null) this.#tell(waiting);
    else this.#sync(waiting);
  }

  #drain(): void {
    try {
      this.#batch.drain((bytes) => {
        if (this.#failure !== null) return;
        this.#file.write(bytes);
        this.#hash?.update(bytes);
        this.#look();
      });
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #look(): void {
    const now = this.#options.runtime.monotonicMs();
    if (now - this.#looked < LOOK_EVERY_MS) return;
    this.#looked = now;
    this.demandInPlace();
  }

  // INVARIANT: whoever is told by a sync had its bytes written before that sync began.
  #sync(waiting: readonly Waiter[]): void {
    this.#unsynced.push(...waiting);
    if (this.#syncing || this.#unsynced.length === 0) return;
    const batch = this.#unsynced;
    this.#unsynced = [];
    this.#syncing = true;
    this.#file.sync((error) => {
      this.#syncing = false;
      if (error !== null) this.#fail(error);
      this.#tell(batch);
      if (this.#failure === null) this.#sync([]);
      else this.#tell(this.#unsynced.splice(0));
    });
  }

  #tell(waiting: readonly Waiter[]): void {
    for (const then of waiting) {
      try {
        then(this.#failure);
      } catch (thrown) {
        // One connection's fault must not cost the others their answer.
        this.#options.log.error('what waited for the recording failed', { error: messageOf(thrown) });
      }
    }
  }

  #fail(thrown: unknown): void {
    this.#failure ??= thrown instanceof GateError ? thrown : recordFailed(thrown, this.path);
    this.#options.log.error(this.#failure.message, { hint: this.#failure.hint });
  }
}

function removed(path: string): GateError {
  return new GateError('RECORD_FAILED', `the recording \`${path}\` was removed or replaced while it was written`, { hint: 'keep the session folder away from the command (`--isolation user`, `--session-dir DIR`); until then nothing is executed' });
}

/** RECORD_FAILED for whoever comes after the end. */
export function closed(path: string): GateError {
  return new GateError('RECORD_FAILED', `the recording \`${path}\` is closed`, { hint: 'the session has ended; start a new run' });
}
