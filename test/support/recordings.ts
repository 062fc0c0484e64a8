// SPDX-License-Identifier: Apache-2.0
//
// Recordings to look at and to spoil: events with every field, a file in memory that fails when told to, a world that turns by hand,
// and a chain made by this file's own arithmetic, so that a mistake shared by writer and verifier shows. Refuses to use the disk.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Checkpoint, EventBody, OperationDecided, OperationDone, RecordedLine, SessionEnd, SessionHeader } from '../../src/core/events.js';
import type { Log } from '../../src/core/ports.js';
import { systemRuntime, type Runtime } from '../../src/core/runtime.js';
import type { AppendFile } from '../../src/record/file.js';
import { RecordingWriter, type WriterOptions } from '../../src/record/writer.js';

export const START = Date.UTC(2026, 0, 5, 10, 22, 33, 123);

export const HEADER: SessionHeader = {
  type: 'session', format: 'ostiary-session-v1', session: 'ost_0123456789ab', ostiary: '0.1.0',
  principal: { names: ['nightly'], issuer: 'https://issuer.example', subject: 'repo:acme/shop', claims: { actor_id: '7', iat: 1, aud: ['ostiary'] } },
  prompter: 'github:7', host: { kind: 'github', facts: { run_id: '4711', ref: 'refs/heads/main' } },
  resources: [{ name: 'orders-db', target: 'db.internal:5432/orders', type: 'postgres' }],
  policy: { digest: 'a'.repeat(64), source: 'github:1@abc:.ostiary/policy.yml', version: 1, mode: 'enforce' },
  packs: [{ name: 'ostiary:postgres', version: 1 }], command: ['psql', '-c', 'SELECT 1'], durability: 'process',
};

export function decided(operation: number, parts: Partial<OperationDecided> = {}): OperationDecided {
  return {
    type: 'decided', operation, connection: 1, resource: 'orders-db', principal: 'repo:acme/shop', statement: 'SELECT', name: 'sql.select',
    text: 'SELECT id, email FROM customers WHERE id = ?', accesses: [{ effect: 'read', object: 'public.customers', columns: ['id', 'email'] }],
    decision: 'allow', rules: ['reads'], reasons: ['reads are fine'], observed: [], unknown: [], catalog: 3, ...parts,
  };
}

export function done(operation: number, parts: Partial<OperationDone> = {}): OperationDone {
  return {
    type: 'done', operation, outcome: 'ok', tag: 'SELECT 2', rows: 2, bytes: 60, error: null,
    result: { columns: ['id', 'email'], rows: [['1', 'a***@***.example'], ['2', null]] }, masked: { 'column:partial': 1 }, ...parts,
  };
}

export const REFUSED_DONE: Partial<OperationDone> = { outcome: 'failed', tag: null, rows: 0, bytes: 0, error: { sqlstate: '42501', message: 'not forwarded' }, result: null, masked: {} };

/** One of every kind of event, and every decision, in an order that a session could have. */
export const EVENTS: readonly EventBody[] = [
  { type: 'connection', connection: 1, resource: 'orders-db', application: 'psql' },
  { type: 'gate', connection: 1, statement: 'search-path', purpose: 'to know what names mean' },
  decided(1), done(1),
  decided(2, { decision: 'review', rules: ['schema', 'other'], reasons: ['asks a person'], digest: 'b'.repeat(64), text: 'ALTER TABLE orders ADD COLUMN note text' }), done(2, REFUSED_DONE),
  decided(3, { decision: 'deny', rules: ['no-loss'], reasons: ["a rollback can't bring it back"], unknown: ['a function'], observed: [{ rule: 'trial', decision: 'deny' }], digest: 'c'.repeat(64), text: 'DROP TABLE orders' }), done(3, REFUSED_DONE),
  { type: 'refused', connection: 1, reason: 'a message of type F' }, { type: 'refused', connection: null, reason: 'a wrong password' },
  decided(4), done(4, { outcome: 'unknown', tag: null, result: null, rows: 0, bytes: 0, masked: {} }),
  { type: 'disconnected', connection: 1, reason: 'the client ended the connection' },
];

/** What is said, called, printed and approved around operations: kinds that not every resource causes. */
export const AROUND: readonly EventBody[] = [
  { type: 'prompt', role: 'user', resource: null, model: 'some-model', text: 'Add a note to orders.\nKeep it short.', masked: { 'content:email': 1 } },
  { type: 'prompt', role: 'assistant', resource: 'models', model: null, text: 'I will ask.', masked: {} },
  { type: 'tool', call: 'call_1', name: 'psql', input: '{"sql":"ALTER TABLE orders ADD COLUMN note text"}', masked: {} },
  { type: 'approval', state: 'requested', operations: [2], manifest: 'd'.repeat(64), by: [], url: 'https://forge.example/acme/shop/pull/7', reason: 'one more review is needed' },
  { type: 'approval', state: 'approved', operations: [2, 3], manifest: null, by: ['octocat (583231)'], url: null, reason: 'reviewed' },
  { type: 'tool-result', call: 'call_1', outcome: 'failed', output: 'ERROR: needs a review', masked: {} },
  { type: 'output', operation: null, stream: 'stdout', text: '\u001b[32mok\u001b[0m\r\n', size: { columns: 80, rows: 24 }, masked: {} },
  { type: 'output', operation: 2, stream: 'stderr', text: 'done', size: null, masked: { secret: 1 } },
];

/** A file in memory. `manual`: a sync is over when the test says so. */
export class MemoryFile implements AppendFile {
  readonly path = '/sessions/ost_x/session.jsonl';
  readonly writes: Buffer[] = [];
  readonly pending: (() => void)[] = [];
  manual = false;
  writeError: Error | null = null;
  syncError: Error | null = null;
  syncs = 0;
  closed = 0;
  removed = false;

  write(bytes: Buffer): void {
    if (this.writeError !== null) throw this.writeError;
    this.writes.push(Buffer.from(bytes));
  }

  sync(then: (error: Error | null) => void): void {
    this.syncs += 1;
    if (this.manual) this.pending.push(() => then(this.syncError));
    else then(this.syncError);
  }

  inPlace(): boolean {
    return !this.removed;
  }

  close(): void {
    this.closed += 1;
  }

  text(): string {
    return Buffer.concat(this.writes).toString('utf8');
  }

  lines(): string[] {
    return this.text().split('\n').slice(0, -1);
  }
}

/** A world whose turns of the event loop end when `turn()` is called and whose clock stands still. */
export interface HandRuntime extends Runtime {
  turn(): void;
  time: number;
}

export function handRuntime(): HandRuntime {
  let due: (() => void)[] = [];
  const runtime: HandRuntime = {
    ...systemRuntime, time: START, now: () => runtime.time, monotonicMs: () => runtime.time, soon: (run) => void due.push(run),
    turn() {
      const now = due;
      due = [];
      for (const run of now) run();
    },
  };
  return runtime;
}

/** Keeps what was logged as errors. */
export function listeningLog(): Log & { readonly errors: string[] } {
  const errors: string[] = [];
  const silent = (): void => undefined;
  return { errors, debug: silent, info: silent, warn: silent, error: (message, fields) => void errors.push(`${message} ${JSON.stringify(fields ?? {})}`) };
}

/** Lines of a whole recording as the writer makes it. */
export async function recorded(events: readonly EventBody[] = EVENTS, options: Partial<WriterOptions> = {}): Promise<string[]> {
  const file = new MemoryFile();
  const runtime: Runtime = { ...systemRuntime, now: () => START };
  const writer = await RecordingWriter.over(file, { header: HEADER, runtime, durability: 'process', log: listeningLog(), ...options });
  for (const event of events) writer.append(event);
  await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
  return file.lines();
}

export type LooseLine = Record<string, unknown>;

/** Each line as an object that may be changed. */
export function parsed(lines: readonly string[]): LooseLine[] {
  return lines.map((line) => JSON.parse(line) as LooseLine);
}

/** What somebody with time does after a change: numbers, chains and seals everything anew. */
export function rechained(lines: readonly LooseLine[]): string[] {
  const out: string[] = [];
  let prev = '0'.repeat(64);
  for (const [seq, line] of lines.entries()) {
    const seal = line['type'] === 'checkpoint' || line['type'] === 'end' ? { count: seq, head: prev } : {};
    const text = JSON.stringify({ ...line, seq, prev, ...seal });
    out.push(text);
    prev = createHash('sha256').update(text).digest('hex');
  }
  return out;
}

/** Bytes of a file with these lines. */
export function fileOf(lines: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
}

/** A stream of the bytes, in pieces of `size`. */
export function streamOf(bytes: Buffer, size = bytes.length): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces, { objectMode: true });
}

/** Every kind of line that a recording can have. */
export const KINDS: readonly RecordedLine['type'][] = ['session', 'connection', 'decided', 'done', 'gate', 'refused', 'disconnected', 'prompt', 'tool', 'tool-result', 'approval', 'output', 'checkpoint', 'end'];
/** Those that a client of a database can't cause. */
export const AROUND_KINDS: readonly string[] = ['prompt', 'tool', 'tool-result', 'approval', 'output'];
export type AnyBody = SessionHeader | EventBody | Checkpoint | SessionEnd;
