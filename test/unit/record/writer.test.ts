// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GateError } from '../../../src/core/errors.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { MAX_LINE_BYTES } from '../../../src/record/chain.js';
import { CHECKPOINT_AFTER_MS, RecordingWriter, type WriterOptions } from '../../../src/record/writer.js';
import { manualRuntime } from '../../support/manual-runtime.js';
import { decided, done, EVENTS, handRuntime, HEADER, listeningLog, MemoryFile, parsed, recorded, type HandRuntime } from '../../support/recordings.js';

const NO_COUNTS = { allow: 0, review: 0, deny: 0 };
const enospc = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

interface Desk {
  readonly writer: RecordingWriter;
  readonly file: MemoryFile;
  readonly runtime: HandRuntime;
  readonly log: ReturnType<typeof listeningLog>;
}

/** A writer that has written its header, in a world that is turned by hand. */
async function desk(options: Partial<WriterOptions> = {}): Promise<Desk> {
  const file = new MemoryFile();
  const runtime = handRuntime();
  const log = listeningLog();
  const opening = RecordingWriter.over(file, { header: HEADER, runtime, durability: 'process', log, ...options });
  runtime.turn();
  return { writer: await opening, file, runtime, log };
}

/** Asks for durability; the list gets what is answered. */
function ask(writer: RecordingWriter, answers: (GateError | null)[] = []): (GateError | null)[] {
  writer.whenDurable((error) => answers.push(error));
  return answers;
}

async function finish({ writer, runtime }: Desk): Promise<void> {
  const closing = writer.close({ outcome: 'ok', operations: NO_COUNTS });
  closing.catch(() => undefined);
  runtime.turn();
  await closing;
}

describe('lines', () => {
  it('are numbered, stamped and chained by the hash of the line before', async () => {
    const lines = await recorded();
    let prev = '0'.repeat(64);
    for (const [seq, text] of lines.entries()) {
      expect(text.startsWith(`{"seq":${seq},"at":"2026-01-05T10:22:33.123Z","prev":"${prev}","type":"`)).toBe(true);
      prev = createHash('sha256').update(text).digest('hex');
    }
    expect(parsed(lines).map(({ type }) => type)).toEqual(['session', ...EVENTS.map(({ type }) => type), 'checkpoint', 'end']);
  });

  it('end with a checkpoint and a closing line that name what stands before them', async () => {
    const lines = await recorded();
    const [checkpoint, end] = parsed(lines.slice(-2));
    const hash = (line: string | undefined): string => createHash('sha256').update(line ?? '').digest('hex');
    const shape = { key: null, signature: null, at: '2026-01-05T10:22:33.123Z' };
    expect(checkpoint).toEqual({ ...shape, seq: lines.length - 2, prev: hash(lines.at(-3)), type: 'checkpoint', count: lines.length - 2, head: hash(lines.at(-3)) });
    expect(end).toEqual({ ...shape, seq: lines.length - 1, prev: hash(lines.at(-2)), type: 'end', count: lines.length - 1, head: hash(lines.at(-2)), outcome: 'ok', operations: { allow: 2, review: 1, deny: 1 } });
  });

  it('get a checkpoint every so often', async () => {
    const types = parsed(await recorded(EVENTS, { checkpointEvery: 5 })).map(({ type }) => type);
    expect(types.flatMap((type, index) => (type === 'checkpoint' ? [index] : []))).toEqual([5, 10, 15, 17]);
  });

  it('carry the time of their own append', async () => {
    const { writer, file, runtime } = await desk();
    runtime.time += 1000;
    writer.append(decided(1));
    runtime.time += 1;
    writer.append(done(1));
    runtime.turn();
    expect(parsed(file.lines()).map(({ at }) => at)).toEqual(['2026-01-05T10:22:33.123Z', '2026-01-05T10:22:34.123Z', '2026-01-05T10:22:34.124Z']);
  });
});

describe('durability', () => {
  it('is not claimed before the bytes are written', async () => {
    const { writer, file, runtime } = await desk();
    writer.append(decided(1));
    const answers = ask(writer);
    expect([answers, file.lines().length]).toEqual([[], 1]);
    runtime.turn();
    expect([answers, file.lines().length]).toEqual([[null], 2]);
  });

  it('costs one write for all that is appended in a turn', async () => {
    const { writer, file, runtime } = await desk();
    for (let n = 1; n <= 100; n += 1) writer.append(decided(n));
    const answers = [ask(writer), ask(writer)];
    runtime.turn();
    expect([file.writes.length, file.syncs, answers]).toEqual([2, 0, [[null], [null]]]);
  });

  it('writes early when much waits, so that memory stays flat', async () => {
    const { writer, file } = await desk();
    for (let n = 1; n <= 40; n += 1) writer.append(decided(n, { text: `${n} ${'x'.repeat(60_000)}` }));
    expect(file.writes.length).toBeGreaterThan(2);
  });

  it('`disk` waits for a sync that began after the write', async () => {
    const desk1 = await desk({ durability: 'disk' });
    const { writer, file, runtime } = desk1;
    file.manual = true;
    writer.append(decided(1));
    const first = ask(writer);
    runtime.turn();
    writer.append(decided(2));
    const second = ask(writer);
    runtime.turn();
    expect([file.lines().length, file.syncs, first, second]).toEqual([3, 2, [], []]);
    file.pending.shift()?.();
    // The sync that is over had begun before the second line was written.
    expect([first, second, file.syncs]).toEqual([[null], [], 3]);
    file.pending.shift()?.();
    expect(second).toEqual([null]);
  });

  it('`disk` shares one sync among all that came while another ran', async () => {
    const { writer, file, runtime } = await desk({ durability: 'disk' });
    file.manual = true;
    const answers: (GateError | null)[] = [];
    for (let n = 1; n <= 10; n += 1) {
      writer.append(decided(n));
      ask(writer, answers);
      runtime.turn();
    }
    while (file.pending.length > 0) file.pending.shift()?.();
    expect([answers.length, file.syncs]).toEqual([10, 3]);
  });
});

describe('failure', () => {
  it.each([
    ['ENOSPC', 'the disk is full (ENOSPC)'], ['EIO', 'the disk reports an error (EIO)'], ['EFBIG', 'the file is as large as it may get here (EFBIG)'],
  ])('of a write (%s) is told to everybody who waits and to all who come later', async (code, why) => {
    const { writer, file, runtime, log } = await desk();
    writer.append(decided(1));
    runtime.turn();
    file.writeError = Object.assign(new Error('no'), { code });
    writer.append(decided(2));
    const answers = ask(writer);
    runtime.turn();
    expect(answers).toEqual([expect.objectContaining({ code: 'RECORD_FAILED', message: expect.stringContaining(why) as string })]);
    expect(log.errors).toEqual([expect.stringContaining(why)]);
    file.writeError = null;
    expect(() => writer.append(decided(3))).toThrow(why);
    const late = ask(writer);
    runtime.turn();
    expect(late).toEqual(answers);
    // What was durable before is still there, and nothing follows the gap.
    expect(parsed(file.lines()).map(({ type }) => type)).toEqual(['session', 'decided']);
    await expect(writer.close({ outcome: 'ok', operations: NO_COUNTS })).rejects.toThrow(why);
    expect([file.closed, file.lines().length]).toEqual([1, 2]);
  });

  it('of an early write is thrown at once', async () => {
    const { writer, file } = await desk();
    file.writeError = enospc();
    expect(() => writer.append(decided(1, { text: 'x'.repeat(1_100_000) }))).toThrow(/the disk is full/);
    expect(() => writer.append(decided(2))).toThrow(/the disk is full/);
  });

  it('of a sync is told to those who wait for it and to those behind them', async () => {
    const { writer, file, runtime } = await desk({ durability: 'disk' });
    file.manual = true;
    const first = ask(writer);
    runtime.turn();
    const second = ask(writer);
    runtime.turn();
    file.syncError = Object.assign(new Error('EIO'), { code: 'EIO' });
    file.pending.shift()?.();
    for (const answers of [first, second]) expect(answers).toEqual([expect.objectContaining({ code: 'RECORD_FAILED', message: expect.stringContaining('the disk reports an error') as string })]);
    expect([file.pending.length, file.syncs]).toEqual([0, 2]);
    expect(() => writer.append(decided(1))).toThrow(/the disk reports an error/);
  });

  it('is the last word: what was appended before it came is not written after it', async () => {
    const { writer, file, runtime } = await desk({ durability: 'disk' });
    file.manual = true;
    writer.append(decided(1));
    const first = ask(writer);
    runtime.turn();
    writer.append(decided(2));
    const second = ask(writer);
    file.syncError = Object.assign(new Error('EIO'), { code: 'EIO' });
    file.pending.shift()?.();
    runtime.turn();
    expect([first, second]).toEqual(Array.from({ length: 2 }, () => [expect.objectContaining({ code: 'RECORD_FAILED' })]));
    expect(parsed(file.lines()).map(({ type, operation }) => [type, operation])).toEqual([['session', undefined], ['decided', 1]]);
  });

  it('ends the checkpoints, too', async () => {
    const timed = manualRuntime();
    const file = new MemoryFile();
    const debugged: string[] = [];
    const signer = { keyId: 'k', sign: () => 'c2lnbmVk' };
    const opening = RecordingWriter.over(file, { header: HEADER, runtime: timed, durability: 'process', log: { ...listeningLog(), debug: (message) => void debugged.push(message) }, signer });
    await timed.advance(1);
    const writer = await opening;
    writer.append(decided(1));
    file.writeError = enospc();
    await timed.advance(1);
    file.writeError = null;
    await timed.advance(10 * CHECKPOINT_AFTER_MS);
    expect([parsed(file.lines()).map(({ type }) => type), debugged]).toEqual([['session'], []]);
  });

  it('of a signature costs its checkpoint, and the end', async () => {
    const timed = manualRuntime();
    const file = new MemoryFile();
    const debugged: string[] = [];
    const signer = { keyId: 'k', sign: () => { throw new Error('the key is gone'); } };
    const opening = RecordingWriter.over(file, { header: HEADER, runtime: timed, durability: 'process', log: { ...listeningLog(), debug: (message, fields) => void debugged.push(`${message} ${JSON.stringify(fields)}`) }, signer });
    await timed.advance(1);
    const writer = await opening;
    writer.append(decided(1));
    await timed.advance(CHECKPOINT_AFTER_MS);
    writer.append(done(1));
    await timed.advance(1);
    expect([parsed(file.lines()).map(({ type }) => type), debugged]).toEqual([['session', 'decided', 'done'], ['a checkpoint could not be written {"error":"the key is gone"}']]);
    await expect(writer.close({ outcome: 'ok', operations: NO_COUNTS })).rejects.toThrow('the key is gone');
    expect([parsed(file.lines()).at(-1)?.['type'], file.closed]).toEqual(['done', 1]);
  });

  it('of one who waits costs the others nothing', async () => {
    const { writer, runtime, log } = await desk();
    writer.whenDurable(() => { throw new Error('a broken connection'); });
    const answers = ask(writer);
    runtime.turn();
    expect([answers, log.errors]).toEqual([[null], ['what waited for the recording failed {"error":"a broken connection"}']]);
  });

  it('of the header gives no writer, and closes the file', async () => {
    const file = new MemoryFile();
    file.writeError = enospc();
    await expect(RecordingWriter.over(file, { header: HEADER, runtime: systemRuntime, durability: 'process', log: listeningLog() })).rejects.toThrow(/the disk is full/);
    expect(file.closed).toBe(1);
  });

  it('of the closing line is told by close', async () => {
    const all = await desk();
    all.file.writeError = enospc();
    await expect(finish(all)).rejects.toThrow(/the disk is full/);
    expect(all.file.closed).toBe(1);
  });

  it('comes within a second when the file is removed', async () => {
    const { writer, file, runtime } = await desk();
    file.removed = true;
    runtime.time += 999;
    writer.append(decided(1));
    const before = ask(writer);
    runtime.turn();
    runtime.time += 1;
    writer.append(decided(2));
    const after = ask(writer);
    runtime.turn();
    expect([before, after]).toEqual([[null], [expect.objectContaining({ code: 'RECORD_FAILED', message: expect.stringContaining('was removed or replaced') as string })]]);
    expect(() => writer.append(decided(3))).toThrow(/was removed or replaced/);
  });

  it('does not come from an event that is too long: it is refused, and the recording goes on', async () => {
    const { writer, file, runtime } = await desk();
    expect(() => writer.append(decided(1, { text: 'x'.repeat(MAX_LINE_BYTES) }))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    writer.append(decided(2));
    const answers = ask(writer);
    runtime.turn();
    expect([answers, parsed(file.lines()).map(({ seq }) => seq)]).toEqual([[null], [0, 1]]);
  });
});

describe('close', () => {
  it('is the end: nothing can be appended or be durable after', async () => {
    const all = await desk();
    await finish(all);
    expect(() => all.writer.append(decided(1))).toThrow(/is closed/);
    const answers = ask(all.writer);
    all.runtime.turn();
    expect(answers).toEqual([expect.objectContaining({ code: 'RECORD_FAILED', hint: 'the session has ended; start a new run' })]);
  });

  it('counts by itself, whatever it is told', async () => {
    const all = await desk();
    all.writer.append(decided(1));
    const closing = all.writer.close({ outcome: 'denied', operations: { allow: 7, review: 7, deny: 7 } });
    all.runtime.turn();
    await closing;
    expect(parsed(all.file.lines()).at(-1)).toMatchObject({ outcome: 'denied', operations: { allow: 1, review: 0, deny: 0 } });
  });

  it('may be called twice and closes once', async () => {
    const all = await desk();
    await Promise.all([finish(all), finish(all)]);
    expect([all.file.closed, parsed(all.file.lines()).filter(({ type }) => type === 'end').length]).toEqual([1, 1]);
  });

  it('refuses events that come while it closes', async () => {
    const all = await desk();
    const closing = finish(all);
    expect(() => all.writer.append(done(1))).toThrow(/is closed/);
    await closing;
  });

  it('gives checkpoint and closing line one time, even when the clock moves', async () => {
    const all = await desk();
    Object.defineProperty(all.runtime, 'now', { value: () => (all.runtime.time += 1) });
    await finish(all);
    const [checkpoint, end] = parsed(all.file.lines().slice(-2));
    expect(checkpoint?.['at']).toBe(end?.['at']);
  });
});

describe('open', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ostiary-writer-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const open = (dir: string, parts: Partial<Parameters<typeof RecordingWriter.open>[0]> = {}): Promise<RecordingWriter> =>
    RecordingWriter.open({ dir, sessionId: HEADER.session, header: HEADER, runtime: systemRuntime, durability: 'process', log: listeningLog(), ...parts });

  it.each(['process', 'disk'] as const)('creates a private folder and file, with the header on disk (%s)', async (durability) => {
    const dir = join(folder, durability, 'deep');
    const writer = await open(dir, { durability });
    expect(writer.path).toBe(join(dir, 'session.jsonl'));
    expect([statSync(dir).mode & 0o777, statSync(writer.path).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(parsed(readFileSync(writer.path, 'utf8').split('\n').slice(0, -1))).toEqual([expect.objectContaining(HEADER)]);
    await writer.close({ outcome: 'ok', operations: NO_COUNTS });
  });

  it('refuses a folder with a recording in it, and leaves that alone', async () => {
    const dir = join(folder, 'used');
    mkdirSync(dir);
    writeFileSync(join(dir, 'session.jsonl'), 'theirs\n');
    await expect(open(dir)).rejects.toThrow(/there is a recording at .*used\/session\.jsonl` already/);
    expect(readFileSync(join(dir, 'session.jsonl'), 'utf8')).toBe('theirs\n');
  });

  it('says what is wrong with a folder that can not be made', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(open(join(folder, 'a-file', 'session'))).rejects.toThrow(expect.objectContaining({ code: 'RECORD_FAILED', message: expect.stringMatching(/can not be written: .*ENOTDIR/) as string }));
  });

  it('refuses a header of another session', async () => {
    await expect(open(join(folder, 'other'), { sessionId: 'ost_other' })).rejects.toThrow(/the header is of session `ost_0123456789ab`, not `ost_other`/);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  it.each([
    ['removed', (path: string) => rmSync(path)],
    ['moved', (path: string) => renameSync(path, `${path}.away`)],
    ['replaced by another', (path: string) => { renameSync(path, `${path}.away`); writeFileSync(path, ''); }],
  ])('does not end well when its file is %s', async (what, spoil) => {
    const writer = await open(join(folder, what));
    spoil(writer.path);
    await expect(writer.close({ outcome: 'ok', operations: NO_COUNTS })).rejects.toThrow(/was removed or replaced while it was written/);
  });
});
