// SPDX-License-Identifier: Apache-2.0
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { MAX_LINE_BYTES } from '../../../src/record/chain.js';
import { Verifier } from '../../../src/record/verifier.js';
import type { Verdict } from '../../../src/record/verdict.js';
import { verifyRecording } from '../../../src/record/verify.js';
import { AROUND, decided, done, EVENTS, fileOf, KINDS, parsed, rechained, recorded, REFUSED_DONE, streamOf, type LooseLine } from '../../support/recordings.js';

const verify = (lines: readonly (string | Buffer)[]): Promise<Verdict> => verifyRecording(streamOf(fileOf(lines)));
let lines: string[];

/** The same without a stream, for thousands of them. */
function judged(bytes: Buffer): Verdict {
  const verifier = new Verifier();
  for (let from = 0; from < bytes.length && !verifier.altered; ) {
    const end = bytes.indexOf(10, from);
    verifier.see({ bytes: bytes.subarray(from, end < 0 ? bytes.length : end), terminated: end >= 0, overlong: false });
    from = end < 0 ? bytes.length : end + 1;
  }
  return verifier.verdict();
}

beforeAll(async () => {
  lines = await recorded([...EVENTS, ...AROUND], { checkpointEvery: 6 });
});

/** The recording with some lines changed and everything chained anew. */
function forged(change: (all: LooseLine[]) => LooseLine[]): string[] {
  return rechained(change(parsed(lines)));
}

const typed = (type: string, fields: LooseLine) => (all: LooseLine[]): LooseLine[] => {
  const at = all.findIndex((line) => line['type'] === type);
  return all.map((line, index) => (index === at ? { ...line, ...fields } : line));
};

describe('a whole recording', () => {
  it('has every kind of line in it', () => {
    expect(new Set(parsed(lines).map(({ type }) => type))).toEqual(new Set(KINDS));
  });

  it('is unsigned, and counted', async () => {
    expect(await verify(lines)).toMatchObject({
      state: 'unsigned', at: null, header: { session: 'ost_0123456789ab' }, end: { outcome: 'ok' },
      explanation: `all ${lines.length} lines follow each other and the counts agree; it is not signed, so nobody vouches that it was not written anew`,
      counts: { lines: lines.length, connections: 1, refused: 2, gate: 1, operations: { allow: 2, review: 1, deny: 1 }, done: { ok: 1, failed: 0, unknown: 1 }, unanswered: 0 },
    });
  });

  it.each([1, 2, 7, 1000])('reads the same in pieces of %d bytes', async (size) => {
    const bytes = fileOf(lines);
    expect(await verifyRecording(streamOf(bytes, size))).toEqual(await verifyRecording(streamOf(bytes)));
  });

  it('reads the same as text', async () => {
    expect((await verifyRecording(Readable.from([fileOf(lines).toString('utf8')]))).state).toBe('unsigned');
  });

  it('says how many allowed operations have no end', async () => {
    expect((await verify(await recorded([decided(1)]))).explanation).toMatch(/; the end of 1 allowed operation is not known$/);
    expect((await verify(await recorded([decided(1), decided(2), decided(5)]))).explanation).toMatch(/; the end of 3 allowed operations is not known$/);
  });

  it.each(['checkpoint', 'end'])('is not signed because a %s says so', async (type) => {
    const verdict = await verify(forged(typed(type, { key: 'k', signature: 'c2lnbmVk' })));
    expect([verdict.state, verdict.explanation]).toEqual(['unsigned', expect.stringContaining('it carries a signature by the key of no name, which was not checked')]);
  });

  it('may say what an operation would do', async () => {
    expect((await verify(forged(typed('decided', { impact: { rows: 1, sizeBytes: null, lock: null, rewrites: true, notes: ['x'], why: null } })))).state).toBe('unsigned');
  });

  it('names a few of those whose seals it carries, and nobody for a seal without a key', async () => {
    const seals = await recorded(EVENTS, { checkpointEvery: 2 });
    const sealed = (keyOf: (number: number) => string | null): string[] => rechained(parsed(seals).map((line, at) => (line['type'] === 'checkpoint' ? { ...line, key: keyOf(at), signature: 'c2lnbmVk' } : line)));
    expect((await verify(sealed((at) => at.toString(16).padStart(16, '0')))).explanation).toMatch(/by the key `0{15}[0-9a-f]`, `0{15}[0-9a-f]`, `0{15}[0-9a-f]`, which was not checked/u);
    expect((await verify(sealed(() => null))).explanation).toMatch(/by the key of no name, which was not checked/u);
  });

  it('may have fields that a later version added, but not in the closing line, whose shape is fixed', async () => {
    expect((await verify(forged(typed('decided', { later: { any: 1 } })))).state).toBe('unsigned');
    expect((await verify(forged(typed('end', { later: 1 })))).state).toBe('altered');
  });

  it('written anew by somebody with time is told from nothing: only a signature could, and that is said', async () => {
    const verdict = await verify(forged(typed('decided', { text: 'SELECT harmless' })));
    expect([verdict.state, verdict.explanation]).toEqual(['unsigned', expect.stringContaining('nobody vouches that it was not written anew')]);
  });
});

describe('a recording that was cut off', () => {
  it('is incomplete wherever it ends, and never valid', () => {
    const bytes = fileOf(lines);
    const wrong: unknown[] = [];
    for (let length = 0; length < bytes.length; length += 1) {
      const { state, explanation } = judged(bytes.subarray(0, length));
      const expected = length < (lines[0] as string).length + 1 ? 'no whole line' : 'closing line is missing';
      if (state !== 'incomplete' || !explanation.includes(expected)) wrong.push([length, state, explanation]);
    }
    expect(wrong).toEqual([]);
  });

  it('tells a torn last line from one that ends', async () => {
    const whole = fileOf(lines.slice(0, 4));
    expect((await verifyRecording(streamOf(whole))).explanation).toBe('the 4 lines that are there follow each other, but the closing line is missing: the gate ended before the session did, or the end was removed; the end of 1 allowed operation is not known');
    expect((await verifyRecording(streamOf(whole.subarray(0, -10)))).explanation).toMatch(/^the 3 lines that are there follow each other, but the closing line is missing and the last one is cut off: /);
  });

  it('is incomplete when nothing is in it', async () => {
    expect(await verifyRecording(streamOf(Buffer.alloc(0)))).toMatchObject({ state: 'incomplete', header: null, counts: { lines: 0 }, explanation: 'there is no whole line in it: the recorder had only begun, or everything was cut off' });
  });
});

describe('a recording that was changed', () => {
  it('is never valid, whichever byte was changed', () => {
    const bytes = fileOf(lines);
    const wrong: unknown[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const spoiled = Buffer.from(bytes);
      spoiled[at] = (spoiled[at] as number) ^ (at % 3 === 0 ? 0x01 : at % 3 === 1 ? 0x20 : 0x80);
      const { state } = judged(spoiled);
      // The very last line feed: without it, the closing line looks torn.
      if (state !== (at === bytes.length - 1 ? 'incomplete' : 'altered')) wrong.push([at, state]);
    }
    expect(wrong).toEqual([]);
  });

  it('is altered at the line that was changed or at the one after it, with the number of the event', async () => {
    for (const index of lines.keys()) {
      const changed = lines.with(index, (lines[index] as string).replace('"type":', '"more":0,"type":'));
      const { state, at, explanation, counts } = await verify(changed);
      const found = index === lines.length - 1 ? index : index + 1;
      expect([index, state, at?.line, at?.seq, counts.lines]).toEqual([index, 'altered', found + 1, found, found]);
      expect(explanation.startsWith(`line ${found + 1} (event ${found}) is not as it was recorded: `)).toBe(true);
    }
  });

  it('is altered when a line is taken out, doubled or swapped with the next', async () => {
    for (const index of lines.keys()) {
      const last = index === lines.length - 1;
      const at = index + 1;
      expect([index, (await verify(lines.toSpliced(index, 1))).state]).toEqual([index, last ? 'incomplete' : 'altered']);
      expect([index, (await verify(lines.toSpliced(index, 0, lines[index] as string))).at?.line]).toEqual([index, at + 1]);
      if (!last) expect([index, (await verify(lines.toSpliced(index, 2, lines[index + 1] as string, lines[index] as string))).at?.line]).toEqual([index, at]);
    }
  });

  it.each<[string, () => (string | Buffer)[], RegExp]>([
    ['line feeds are those of Windows', () => lines.map((line) => `${line}\r`), /line 2 \(event 1\).*does not follow/],
    ['only the last is one of Windows', () => lines.with(-1, `${lines.at(-1) as string}\r`), /not written as a recorder writes it/],
    ['there is a byte order mark', () => [`\ufeff${lines[0] as string}`, ...lines.slice(1)], /line 1 \(event 0\).*not JSON/],
    ['it is not UTF-8', () => [Buffer.concat([Buffer.from(lines[0] as string), Buffer.from([0xc3, 0x28])])], /line 1 \(event 0\).*not JSON/],
    ['it is UTF-16', () => [Buffer.from(lines.join('\n'), 'utf16le')], /line 1 \(event 0\).*not JSON/],
    ['there is an empty line', () => lines.toSpliced(3, 0, ''), /line 4 \(event 3\).*not JSON/],
    ['something stands after the end', () => [...lines, '{}'], /stands after the closing line/],
    ['an empty line stands after the end', () => [...lines, ''], /stands after the closing line/],
    ['two recordings are one file', () => [...lines, ...lines], /stands after the closing line/],
    ['the beginning is missing', () => lines.slice(1), /line 1 \(event 0\).*does not begin a chain/],
    ['a line is a list', () => ['[1]'], /it is not an object/],
    ['a line is null', () => ['null'], /it is not an object/],
    ['a line is of no kind', () => lines.with(0, '{"type":"constructor"}'), /its type is none that a recording has/],
    ['a line has no kind', () => lines.with(0, '{"seq":0}'), /its type is none that a recording has/],
  ])('is altered when %s', async (_name, spoil, what) => {
    const { state, explanation } = await verify(spoil());
    expect([state, explanation]).toEqual(['altered', expect.stringMatching(what)]);
  });

  it('is altered when something without a line feed stands after the end', async () => {
    expect((await verifyRecording(streamOf(Buffer.concat([fileOf(lines), Buffer.from(' ')])))).explanation).toMatch(/stands after the closing line/);
  });
});

describe('a recording that was changed and chained anew', () => {
  const without = (type: string) => (all: LooseLine[]): LooseLine[] => all.toSpliced(all.findIndex((line) => line['type'] === type), 1);
  it.each<[string, (all: LooseLine[]) => LooseLine[], RegExp]>([
    ['a decision was taken out', without('decided'), /operation 1 is done without having been decided/],
    ['an end was doubled', (all) => all.flatMap((line) => (line['type'] === 'done' && line['operation'] === 1 ? [line, line] : [line])), /operation 1 is done twice/],
    ['decisions were put in another order', (all) => all.flatMap((line) => (line['operation'] === 3 && line['type'] === 'decided' ? [{ ...line, operation: 1 }] : [line])), /operation 1 is decided after operation 2/],
    ['a refusal became a permission', (all) => all.map((line) => (line['operation'] === 3 && line['type'] === 'decided' ? { ...line, decision: 'allow' } : line)), /its counts of operations are not those/],
    ['the closing line counts more', typed('end', { operations: { allow: 3, review: 1, deny: 1 } }), /its counts of operations are not those/],
    ['the closing line counts fewer denials', typed('end', { operations: { allow: 2, review: 1, deny: 0 } }), /its counts of operations are not those/],
    ['the closing line counts other reviews', typed('end', { operations: { allow: 2, review: 2, deny: 1 } }), /its counts of operations are not those/],
    ['the closing line has another time', typed('end', { at: '2026-01-05T10:22:33.124Z' }), /does not belong to the checkpoint before it/],
    ['the checkpoint before the end is missing', (all) => all.toSpliced(-2, 1), /does not belong to the checkpoint before it/],
    ['the header is missing', (all) => all.slice(1), /begins with its session line/],
    ['the header stands twice', (all) => [all[0] as LooseLine, ...all], /a session line stands only at the beginning/],
    ['an operation has an impossible number', (all) => all.map((line) => (line['operation'] === 4 ? { ...line, operation: 9_000_000 } : line)), /operation 9000000 can not come this early/],
    ['an operation is number nothing', typed('done', { operation: 0 }), /operation 0 is done without having been decided/],
  ])('is altered when %s', async (_name, change, what) => {
    const { state, explanation } = await verify(forged(change));
    expect([state, explanation]).toEqual(['altered', expect.stringMatching(what)]);
  });

  it.each(['checkpoint', 'end'])('is altered when the %s counts or heads something else', async (type) => {
    for (const [fields, what] of [[{ count: 3 }, /it says that 3 lines stand before it, and there are \d+/], [{ head: 'd'.repeat(64) }, /its head is not the hash of the line before it/]] as const) {
      const at = parsed(lines).findIndex((line) => line['type'] === type);
      const { state, explanation } = await verify([...lines.slice(0, at), JSON.stringify({ ...parsed(lines)[at], ...fields })]);
      expect([state, explanation]).toEqual(['altered', expect.stringMatching(what)]);
    }
  });

  it.each(KINDS)('is altered when a field of %s is missing or of another type', async (type) => {
    const body = parsed(lines).find((line) => line['type'] === type) as LooseLine;
    for (const field of Object.keys(body).filter((name) => name !== 'type')) {
      const { [field]: _gone, ...rest } = body;
      const missing = await verify(rechainedAround(body, rest));
      const wrong = await verify(rechainedAround(body, { ...body, [field]: { not: 'it' } }));
      const optional = field === 'digest';
      expect([field, missing.state]).toEqual([field, optional ? 'unsigned' : 'altered']);
      expect([field, wrong.state]).toEqual([field, 'altered']);
      if (!['seq', 'prev', 'count', 'head'].includes(field) && !optional) expect([missing.at?.what, wrong.at?.what]).toEqual([`its field \`${field}\` is missing`, expect.stringContaining(`its field \`${field}`)]);
    }
  });

  it.each<[string, string, LooseLine, string]>([
    ['a count that is negative', 'done', { rows: -1 }, 'rows'], ['a count that is a fraction', 'done', { rows: 0.5 }, 'rows'], ['a count beyond exact numbers', 'done', { bytes: 2 ** 53 }, 'bytes'],
    ['a hash in capitals', 'decided', { digest: 'A'.repeat(64) }, 'digest'], ['a time without milliseconds', 'gate', { at: '2026-01-05T10:22:33Z' }, 'at'], ['digits that are no time', 'gate', { at: '2026-13-45T99:99:99.999Z' }, 'at'],
    ['a word that is none', 'decided', { decision: 'maybe' }, 'decision'], ['a list that is none', 'decided', { rules: 'reads' }, 'rules'], ['a number in a list of texts', 'decided', { rules: [1] }, 'rules'],
    ['a field inside that is missing', 'decided', { observed: [{ rule: 'x' }] }, 'observed.decision'], ['a map with another value', 'done', { masked: { a: 'b' } }, 'masked'], ['a map that is a list', 'done', { masked: [] }, 'masked'],
    ['a result that is a text', 'done', { result: 'x' }, 'result'], ['a value that is a number', 'done', { result: { columns: [], rows: [[1]] } }, 'result.rows'], ['an impact that is neither true nor false', 'decided', { impact: { rows: 1, sizeBytes: null, lock: null, rewrites: 'yes', notes: [], why: null } }, 'impact.rewrites'],
    ['a format of another version', 'session', { format: 'ostiary-session-v2' }, 'format'],
  ])('is altered when a line has %s', async (_name, type, fields, named) => {
    expect((await verify(forged(typed(type, fields)))).explanation).toContain(`its field \`${named}\` is`);
  });

  it.each<[string, (line: string) => string]>([
    ['white space', (line) => line.replace('"type":', '"type": ')], ['an escape', (line) => line.replace('"outcome"', '"outcom\\u0065"')],
    ['a field twice', (line) => line.replace('"outcome":', '"outcome":"error","outcome":')], ['a number written otherwise', (line) => line.replace('"deny":1', '"deny":1.0')],
    ['its fields in another order', (line) => line.replace('"key":null,"signature":null', '"signature":null,"key":null')], ['its counts in another order', (line) => line.replace('"review":1,"deny":1', '"deny":1,"review":1')],
    ['a count more', (line) => line.replace('"deny":1', '"deny":1,"more":1')],
  ])('is altered when the closing line has %s', async (_name, spoil) => {
    const end = spoil(lines.at(-1) as string);
    expect(end).not.toBe(lines.at(-1));
    expect((await verify(lines.with(-1, end))).explanation).toMatch(/not written as a recorder writes it/);
  });

  it('is altered when the closing line nests deeper than it can be written', async () => {
    const end = `${(lines.at(-1) as string).slice(0, -1)},"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await verify(lines.with(-1, end))).state).toBe('altered');
  });
});

/** The recording with one line replaced; chained anew but for what the change itself says of the chain. */
function rechainedAround(before: LooseLine, after: LooseLine): string[] {
  const all = parsed(lines);
  const at = all.findIndex((line) => JSON.stringify(line) === JSON.stringify(before));
  const anew = rechained(all.toSpliced(at, 1, after));
  const own = parsed(anew)[at] as LooseLine;
  for (const field of ['seq', 'prev', 'count', 'head']) {
    if (!(field in before)) continue;
    if (!(field in after)) delete own[field];
    else if (typeof after[field] === 'object') own[field] = after[field];
  }
  return anew.with(at, JSON.stringify(own));
}

describe('lines longer than any recorder writes', () => {
  const huge = (size: number, closed: boolean): Readable => {
    const part = Buffer.alloc(1024 * 1024, 'x');
    return Readable.from((function* () {
      yield fileOf(lines.slice(0, 1));
      for (let sent = 0; sent < size; sent += part.length) yield part;
      if (closed) yield Buffer.from('\n');
    })());
  };

  it.each([[true, 18], [false, 18], [false, 2000]])('are altered without being held (closed: %s, %d MiB)', async (closed, mebibytes) => {
    const { state, at } = await verifyRecording(huge(mebibytes * 1024 * 1024, closed));
    expect([state, at]).toEqual(['altered', { line: 2, seq: 1, what: 'it is longer than any recorder writes' }]);
  });

  it('are altered when they come in one piece', async () => {
    const { at } = await verifyRecording(streamOf(Buffer.concat([Buffer.alloc(MAX_LINE_BYTES + 1, 'x'), Buffer.from('\n')])));
    expect(at?.what).toBe('it is longer than any recorder writes');
  });

  it('are lines like others up to the limit', async () => {
    const long = await recorded([decided(1, { text: 'x'.repeat(MAX_LINE_BYTES - 1000) }), done(1, REFUSED_DONE)]);
    expect((await verify(long)).state).toBe('unsigned');
  });
});

describe('what can not be read', () => {
  it.each([['/nowhere/session.jsonl', /^there is no recording at `\/nowhere\/session\.jsonl`$/], [tmpdir(), /is a folder$/]])('%s', async (path, message) => {
    await expect(verifyRecording(path)).rejects.toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(message) as string, hint: expect.stringContaining('session.jsonl') as string }));
  });

  it('a stream that breaks', async () => {
    const broken = Readable.from((function* () {
      yield fileOf(lines.slice(0, 1));
      throw new Error('unplugged');
    })());
    await expect(verifyRecording(broken)).rejects.toThrow('the recording can not be read: unplugged');
  });
});
