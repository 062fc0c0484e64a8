// SPDX-License-Identifier: Apache-2.0
//
// Writes a recording: one line an event, numbered and chained, with checkpoints, an end, and what signs them. Refuses to append anything
// after the first failure, or after the end: what can't be recorded is not executed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint, EventBody, SessionEnd, SessionHeader } from '../core/events.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Log, Recorder } from '../core/ports.js';
import type { Runtime, Timer } from '../core/runtime.js';
import { FIRST_PREV, RECORDING_FILE } from './chain.js';
import { closed, DurableLines } from './durable-lines.js';
import { ENVELOPE_SUFFIX, envelopeOf, sealBytes, type SessionStatement, type Signer, statementOf } from './envelope.js';
import { type AppendFile, createAppendFile, recordFailed, syncFolderOf, writeNewFile } from './file.js';
import { EventSerialiser } from './serialise.js';

/** Lines between two checkpoints: a handful of signatures a second at the highest load, and 30 KiB in a million events. */
const CHECKPOINT_EVERY = 10_000;
/** Time that an event waits for a signature: a session that is cut off is vouched for up to half a minute before. */
export const CHECKPOINT_AFTER_MS = 30_000;

export interface WriterOptions {
  readonly header: SessionHeader;
  readonly runtime: Runtime;
  /** `process`: survives the death of this process. `disk`: survives a loss of power (fsync, group commit). */
  readonly durability: 'process' | 'disk';
  readonly log: Log;
  /** Lines between two checkpoints; default CHECKPOINT_EVERY. */
  readonly checkpointEvery?: number;
  /** Signs checkpoints as they are written, and the whole file in an envelope beside it when it is closed. */
  readonly signer?: Signer;
  /** Has a statement about the whole file ready when it is closed, for somebody else to sign. */
  readonly stated?: boolean;
}

export interface OpenOptions extends WriterOptions {
  /** Folder of the session; created (0700) when missing. */
  readonly dir: string;
  readonly sessionId: string;
}

type Waiter = (error: GateError | null) => void;

/** The live recorder of one session. */
export class RecordingWriter implements Recorder {
  readonly #lines: DurableLines;
  readonly #options: WriterOptions;
  readonly #checkpointEvery: number;
  readonly #serialiser = new EventSerialiser();
  #seq = 0;
  #prev = FIRST_PREV;
  #closing: Promise<void> | null = null;
  #clock = { at: Number.NaN, text: '' };
  readonly #decided = { allow: 0, review: 0, deny: 0 };
  readonly #approvals = new Set<string>();
  #statement: SessionStatement | null = null;
  /** Runs while there are events that no signature covers. */
  #due: Timer | null = null;

  /** Where it is written. */
  get path(): string {
    return this.#lines.path;
  }

  /** What there is to sign about the whole file; null until it is closed, and when nobody wants to. */
  get statement(): SessionStatement | null {
    return this.#statement;
  }

  /** Creates `<dir>/session.jsonl` and writes the header; resolves when that is durable. Throws RECORD_FAILED. */
  static async open(options: OpenOptions): Promise<RecordingWriter> {
    if (options.header.session !== options.sessionId) throw new GateError('INTERNAL', `the header is of session \`${options.header.session}\`, not \`${options.sessionId}\``);
    const path = join(options.dir, RECORDING_FILE);
    try {
      mkdirSync(options.dir, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      throw recordFailed(thrown, path);
    }
    const file = createAppendFile(path);
    if (options.durability === 'disk') syncFolderOf(path);
    return RecordingWriter.over(file, options);
  }

  /** The same over a file that is open already. */
  static async over(file: AppendFile, options: WriterOptions): Promise<RecordingWriter> {
    const writer = new RecordingWriter(file, options);
    try {
      writer.#write(options.header);
      await writer.#lines.durable();
    } catch (thrown) {
      file.close();
      throw thrown;
    }
    return writer;
  }

  private constructor(file: AppendFile, options: WriterOptions) {
    const { runtime, durability, log, signer, stated } = options;
    this.#lines = new DurableLines(file, { runtime, durability, log, hashed: signer !== undefined || stated === true });
    this.#options = options;
    this.#checkpointEvery = options.checkpointEvery ?? CHECKPOINT_EVERY;
  }

  append(event: EventBody): void {
    if (this.#lines.failure !== null) throw this.#lines.failure;
    if (this.#closing !== null) throw closed(this.path);
    this.#write(event);
    if (event.type === 'decided') this.#decided[event.decision] += 1;
    else if (event.type === 'approval' && event.state === 'used' && event.manifest !== null) this.#approvals.add(event.manifest);
    if (this.#seq % this.#checkpointEvery === 0) this.#cover();
    else if (this.#options.signer !== undefined) this.#due ??= this.#options.runtime.after(CHECKPOINT_AFTER_MS, () => this.#overdue());
  }

  whenDurable(then: Waiter): void {
    this.#lines.whenDurable(then);
  }

  close(end: Pick<SessionEnd, 'outcome' | 'operations'>): Promise<void> {
    this.#closing ??= this.#finish(end).finally(() => this.#lines.close());
    return this.#closing;
  }

  async #finish({ outcome }: Pick<SessionEnd, 'outcome' | 'operations'>): Promise<void> {
    this.#covered();
    if (this.#lines.failure !== null) throw this.#lines.failure;
    // The closing line is covered by no hash of a later one; the verifier compares its time with the checkpoint's, so both get one reading.
    const at = this.#now();
    this.#write(this.#checkpoint(), at);
    // Counted here rather than by the caller: the numbers are those of the lines above them.
    const end: SessionEnd = { type: 'end', count: this.#seq, head: this.#prev, outcome, operations: { ...this.#decided }, ...this.#seal() };
    this.#write(end, at);
    await this.#lines.durable();
    this.#lines.demandInPlace();
    this.#sign(end);
  }

  #cover(): void {
    this.#covered();
    this.#write(this.#checkpoint());
  }

  #covered(): void {
    this.#due?.cancel();
    this.#due = null;
  }

  #overdue(): void {
    this.#due = null;
    if (this.#lines.failure !== null || this.#closing !== null) return;
    try {
      this.#write(this.#checkpoint());
    } catch (thrown) {
      this.#options.log.debug('a checkpoint could not be written', { error: messageOf(thrown) });
    }
  }

  #checkpoint(): Checkpoint {
    return { type: 'checkpoint', count: this.#seq, head: this.#prev, ...this.#seal() };
  }

  // Over the lines so far.
  #seal(): Pick<Checkpoint, 'key' | 'signature'> {
    const { signer, header } = this.#options;
    if (signer === undefined) return { key: null, signature: null };
    return { key: signer.keyId, signature: signer.sign(sealBytes({ session: header.session, count: this.#seq, head: this.#prev })) };
  }

  #sign(end: SessionEnd): void {
    const { signer, header, durability } = this.#options;
    const sha256 = this.#lines.digest();
    if (sha256 === null) return;
    const statement = statementOf({ name: RECORDING_FILE, sha256, header, end, approvals: [...this.#approvals], lines: this.#seq, head: this.#prev });
    this.#statement = statement;
    if (signer === undefined) return;
    const path = this.path + ENVELOPE_SUFFIX;
    writeNewFile(path, `${JSON.stringify(envelopeOf(statement, signer))}\n`);
    if (durability === 'disk') syncFolderOf(path);
  }

  #write(body: SessionHeader | EventBody | Checkpoint | SessionEnd, at = this.#now()): void {
    const line = `{"seq":${this.#seq},"at":"${at}","prev":"${this.#prev}",${this.#serialiser.members(body)}`;
    this.#prev = this.#lines.add(line);
    this.#seq += 1;
  }

  #now(): string {
    const at = this.#options.runtime.now();
    if (at !== this.#clock.at) this.#clock = { at, text: new Date(at).toISOString() };
    return this.#clock.text;
  }
}
