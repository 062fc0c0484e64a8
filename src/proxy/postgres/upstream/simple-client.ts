// SPDX-License-Identifier: Apache-2.0
//
// A client for the gate's own questions (catalog, search path, plans): one after the other, rows as text. Refuses whatever
// it did not ask for. Whoever owns it reconnects when it has ended.
import type { Socket } from 'node:net';
import { GateError } from '../../../core/errors.js';
import type { Runtime } from '../../../core/runtime.js';
import { cellBounds, readCommandTag, readDataRow, readDiagnostic, readParameterStatus } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import { Conversation, deadline } from '../transport/conversation.js';
import { frame, type Frame } from '../protocol/frames.js';
import { BACKEND, bare, cstring, FRONTEND, int16, int32, query } from '../protocol/messages.js';
import type { BoundValue } from '../protocol/parameters.js';
import type { UpstreamReady } from '../ready.js';

/** One row: values as text, in the order of the query; null is SQL NULL. */
export type TextRow = readonly (string | null)[];

/** How long an answer may take, and what ends the waiting. */
export interface SimpleClientOptions {
  readonly queryMs: number;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
}

/** A ready server connection of our own. Use after `ended` fails. */
export class SimpleClient {
  readonly #upstream: UpstreamReady;
  readonly #options: SimpleClientOptions;
  readonly #conversation: Conversation;
  readonly #bounds = cellBounds();
  /** Tag of the last command that was completed, `UPDATE 3`. */
  lastTag = '';
  #last: Promise<unknown> = Promise.resolve();
  #failure: GateError | null = null;

  constructor(upstream: UpstreamReady, options: SimpleClientOptions) {
    this.#upstream = upstream;
    this.#options = options;
    this.#conversation = new Conversation(upstream.socket, upstream.reader, 'the server');
  }

  get serverVersion(): number {
    return this.#upstream.serverVersion;
  }

  /** True once nothing can be asked any more. */
  get ended(): boolean {
    return this.#failure !== null || this.#upstream.socket.destroyed || this.#upstream.socket.readableEnded;
  }

  /**
   * Settings for all questions from now on; ends the client when they can't be had. Not for the login itself: an event trigger of the
   * database's own may have to write then, finds its names by the path that it expects, and could set others.
   */
  async set(settings: Readonly<Record<string, string>>): Promise<void> {
    try {
      await this.query(Object.entries(settings).map(([name, value]) => `SET ${name} TO '${value}'`).join('; '));
    } catch (thrown) {
      await this.close();
      throw thrown;
    }
  }

  /** Rows of the last statement of `sql` that returns some. Throws `UPSTREAM_FAILED` with the server's words; the client then lives on. */
  query(sql: string): Promise<TextRow[]> {
    return this.#inTurn(() => query(sql));
  }

  /** Rows of exactly one statement with values, by the extended protocol, which takes no second one. Throws as `query`. */
  bound(sql: string, values: readonly BoundValue[]): Promise<TextRow[]> {
    return this.#inTurn(() => extended(sql, values));
  }

  /** One statement that copies rows in, and all of these; throws as `query`. */
  async copyIn(sql: string, rows: Buffer): Promise<void> {
    await this.#inTurn(() => query(sql), rows);
  }

  #inTurn(bytes: () => Buffer, rows: Buffer | null = null): Promise<TextRow[]> {
    const run = this.#last.then(() => this.#ask(bytes(), rows));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Says goodbye after what was asked so far. */
  async close(): Promise<void> {
    await this.#last;
    this.#failure ??= new GateError('UPSTREAM_FAILED', 'the connection was closed here');
    this.#upstream.socket.end(bare(FRONTEND.terminate));
    this.#upstream.socket.destroySoon();
  }

  async #ask(bytes: Buffer, copied: Buffer | null): Promise<TextRow[]> {
    if (this.#failure !== null) throw this.#failure;
    const { queryMs, runtime, signal } = this.#options;
    const settle = deadline(this.#upstream.socket, { milliseconds: queryMs, what: "the gate's own question", runtime, signal });
    try {
      this.#upstream.socket.write(bytes);
      const { rows, error } = await this.#answer(copied);
      if (error === null) return rows;
      throw error;
    } catch (thrown) {
      if (thrown instanceof ServerError) throw thrown.error;
      const failure = new GateError('UPSTREAM_FAILED', 'the gate lost its own connection to the database', { cause: thrown, hint: 'it is opened again when needed' });
      this.#failure = failure;
      this.#upstream.socket.destroy();
      throw failure;
    } finally {
      settle();
    }
  }

  async #answer(copied: Buffer | null): Promise<{ rows: TextRow[]; error: ServerError | null }> {
    let rows: TextRow[] = [];
    let error: ServerError | null = null;
    let due = copied;
    for (;;) {
      const message = await this.#conversation.frame();
      switch (message.type) {
        case BACKEND.rowDescription:
          rows = [];
          break;
        case BACKEND.dataRow:
          rows.push(readDataRow(message, this.#bounds).map((value) => value?.toString('utf8') ?? null));
          break;
        case BACKEND.errorResponse:
          error = serverError(message);
          break;
        case BACKEND.parameterStatus: {
          const { name, value } = readParameterStatus(message);
          this.#upstream.parameterStatus.set(name, value);
          break;
        }
        case BACKEND.copyInResponse:
          if (due === null) throw malformed(message.type, 'asks for rows that nobody has');
          await sendRows(this.#upstream.socket, due);
          due = null;
          break;
        case BACKEND.commandComplete:
          this.lastTag = readCommandTag(message);
          break;
        case BACKEND.noticeResponse:
        case BACKEND.notificationResponse:
        case BACKEND.emptyQueryResponse:
        case BACKEND.parseComplete:
        case BACKEND.bindComplete:
          break;
        case BACKEND.readyForQuery:
          return { rows, error };
        default:
          throw malformed(message.type, 'comes at the wrong time');
      }
    }
  }
}

function serverError(message: Frame): ServerError {
  const fields = readDiagnostic(message);
  return new ServerError(new ServerSaid({ text: fields.get('M') ?? '', sqlstate: fields.get('C') ?? '', detail: fields.get('D') ?? '', hint: fields.get('H') ?? '' }));
}

const UNNAMED = cstring('');
/** Rows in one message: as psql has it at most. */
const COPY_BYTES = 65_536;

// Piece by piece, as fast as they are taken; an end of the connection is noticed by whoever reads the answer.
async function sendRows(socket: Socket, rows: Buffer): Promise<void> {
  for (let at = 0; at < rows.length && !socket.destroyed; at += COPY_BYTES) {
    if (socket.write(frame(FRONTEND.copyData, rows.subarray(at, at + COPY_BYTES)))) continue;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        socket.off('drain', go).off('close', go);
        resolve();
      };
      socket.once('drain', go).once('close', go);
    });
  }
  socket.write(bare(FRONTEND.copyDone));
}

function extended(sql: string, values: readonly BoundValue[]): Buffer {
  const sized = values.flatMap(({ value }) => (value === null ? [int32(-1)] : [int32(value.length), value]));
  return Buffer.concat([
    frame(FRONTEND.parse, UNNAMED, cstring(sql), int16(values.length), ...values.map(({ typeOid }) => int32(typeOid))),
    frame(FRONTEND.bind, UNNAMED, UNNAMED, int16(values.length), ...values.map(({ format }) => int16(format)), int16(values.length), ...sized, int16(0)),
    frame(FRONTEND.execute, UNNAMED, int32(0)), bare(FRONTEND.sync),
  ]);
}

/** An error of the server, as the cause of what `query` throws. */
export class ServerSaid extends Error {
  readonly text: string;
  readonly sqlstate: string;
  readonly detail: string;
  readonly hint: string;

  constructor({ text, sqlstate, detail, hint }: { readonly text: string; readonly sqlstate: string; readonly detail: string; readonly hint: string }) {
    super(text);
    this.text = text;
    this.sqlstate = sqlstate;
    this.detail = detail;
    this.hint = hint;
  }
}

// Tells what the server said (the connection is well) from what happened to the connection.
class ServerError {
  readonly error: GateError;

  constructor(said: ServerSaid) {
    this.error = new GateError('UPSTREAM_FAILED', `the server refused the gate's own question: ${said.text} (${said.sqlstate})`, { cause: said });
  }
}
