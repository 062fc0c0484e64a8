// SPDX-License-Identifier: Apache-2.0
//
// Appends a session's events to `session.jsonl`, each line chained to the one before by SHA-256. All that is appended in one turn of the
// event loop shares one write; whoever waits for durability is called after it. Refuses everything once a write has failed.
import { createHash } from 'node:crypto';
import { closeSync, constants, fsync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';
import type { EventBody, SessionEnd, SessionHeader } from '../core/events.js';
import type { Log, Recorder } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';

/** `prev` of the first line. */
export const FIRST_PREV = '0'.repeat(64);
/** Events between checkpoints: a signature covers at most this many that could be lost with the key's holder. */
export const CHECKPOINT_EVERY = 1_000;

export interface RecordingOptions {
  readonly dir: string;
  readonly sessionId: string;
  readonly header: SessionHeader;
  readonly runtime: Runtime;
  /** `process`: in the kernel's hands before anything happens; `disk`: fsync, in groups. */
  readonly durability: 'process' | 'disk';
  readonly log: Log;
  readonly checkpointEvery?: number;
}

type Waiting = (error: GateError | null) => void;

/** A live recording. One per session. */
export class RecordingWriter implements Recorder {
  readonly path: string;
  readonly #options: RecordingOptions;
  readonly #file: number;
  #queue: string[] = [];
  #waiting: Waiting[] = [];
  #scheduled = false;
  #syncing = false;
  #prev = FIRST_PREV;
  #seq = 0;
  #sinceCheckpoint = 0;
  #failure: GateError | null = null;
  #closed = false;
  // One formatted time per millisecond is enough.
  #clock = { milliseconds: -1, text: '' };

  /** Creates `<dir>/session.jsonl` (0600, never over an existing one) and writes the header. Throws RECORD_FAILED. */
  static async open(options: RecordingOptions): Promise<RecordingWriter> {
    return new RecordingWriter(options);
  }

  private constructor(options: RecordingOptions) {
    this.#options = options;
    this.path = join(options.dir, 'session.jsonl');
    try {
      this.#file = openSync(this.path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND, 0o600);
    } catch (cause) {
      throw new GateError('RECORD_FAILED', `the recording \`${this.path}\` can not be created: ${messageOf(cause)}`, { cause, hint: 'choose a writable, empty folder with `--session-dir`' });
    }
    this.#line(options.header);
    this.#write();
    if (this.#failure !== null) throw this.#failure;
  }

  append(event: EventBody): void {
    if (this.#failure !== null) throw this.#failure;
    if (this.#closed) throw new GateError('RECORD_FAILED', 'the recording is closed', { hint: 'start a new session' });
    this.#line(event);
    this.#sinceCheckpoint += 1;
    if (this.#sinceCheckpoint >= (this.#options.checkpointEvery ?? CHECKPOINT_EVERY)) this.#checkpoint();
    this.#schedule();
  }

  whenDurable(then: Waiting): void {
    this.#waiting.push(then);
    this.#schedule();
  }

  async close(end: Pick<SessionEnd, 'outcome' | 'operations'>): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#failure === null) {
      this.#checkpoint();
      this.#line({ type: 'end', count: this.#seq, head: this.#prev, ...end, key: null, signature: null });
    }
    await new Promise<void>((resolve) => this.whenDurable(() => resolve()));
    closeSync(this.#file);
    if (this.#failure !== null) throw this.#failure;
  }

  #checkpoint(): void {
    this.#sinceCheckpoint = 0;
    this.#line({ type: 'checkpoint', count: this.#seq, head: this.#prev, key: null, signature: null });
  }

  #line(body: object): void {
    // `seq`, `at` and `prev` stand before the body's own fields; all three need no escaping.
    const line = `{"seq":${this.#seq},"at":"${this.#now()}","prev":"${this.#prev}",${JSON.stringify(body).slice(1)}`;
    this.#prev = createHash('sha256').update(line, 'utf8').digest('hex');
    this.#seq += 1;
    this.#queue.push(line);
  }

  #now(): string {
    const milliseconds = this.#options.runtime.now();
    if (milliseconds !== this.#clock.milliseconds) this.#clock = { milliseconds, text: new Date(milliseconds).toISOString() };
    return this.#clock.text;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.runtime.soon(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    this.#write();
    if (this.#options.durability === 'process' || this.#failure !== null) this.#settle();
    else this.#sync();
  }

  // Group commit: whoever comes while one fsync runs shares the next.
  #sync(): void {
    if (this.#syncing) return;
    this.#syncing = true;
    const settled = this.#waiting;
    this.#waiting = [];
    fsync(this.#file, (error) => {
      this.#syncing = false;
      if (error !== null) this.#fail(error);
      for (const then of settled) then(this.#failure);
      if (this.#waiting.length > 0) this.#flush();
    });
  }

  #write(): void {
    if (this.#queue.length === 0 || this.#failure !== null) return;
    const bytes = Buffer.from(`${this.#queue.join('\n')}\n`, 'utf8');
    this.#queue = [];
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    this.#failure ??= new GateError('RECORD_FAILED', `the recording can not be written: ${messageOf(thrown)}`, { cause: thrown, hint: 'make room on the disk of the session folder and start a new session' });
    this.#options.log.error(this.#failure.message);
  }

  #settle(): void {
    const settled = this.#waiting;
    this.#waiting = [];
    for (const then of settled) then(this.#failure);
  }
}
