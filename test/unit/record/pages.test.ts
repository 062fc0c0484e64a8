// SPDX-License-Identifier: Apache-2.0
//
// The pages about recordings as files: what is in them, which policy they carry, and that nothing is written where it can't be whole. What
// a browser makes of them is test/e2e/replay-page.test.ts.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import { inlined } from '../../../src/record/page-assets.js';
import { packRecording } from '../../../src/record/page-blocks.js';
import { isSame, jsonForScript, writePrivate, writeReplayPage } from '../../../src/record/replay-page.js';
import { writeSessionIndex } from '../../../src/record/session-index.js';
import { verifyRecording } from '../../../src/record/verify.js';
import type { Verdict } from '../../../src/record/verdict.js';
import { AROUND, decided, EVENTS, fileOf, parsed, rechained, recorded } from '../../support/recordings.js';

const MADE = '2026-01-05T11:00:00.000Z';
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ostiary-pages-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judge = (_file: string, source: string | Readable): Promise<Verdict> => verifyRecording(source);
function fileWith(bytes: readonly string[] | Buffer, name = 'session.jsonl'): string {
  const path = join(mkdtempSync(join(folder, 'case-')), name);
  writeFileSync(path, Buffer.isBuffer(bytes) ? bytes : fileOf(bytes));
  return path;
}
async function pageOf(file: string): Promise<{ readonly html: string; readonly verdict: Verdict }> {
  const out = `${file}.html`;
  const verdict = await writeReplayPage({ file, out, judge, made: MADE, version: '0.1.0' });
  return { html: readFileSync(out, 'utf8'), verdict };
}
const blocksIn = (html: string): unknown[] => [...html.matchAll(/class="block">([^<]*)</gu)].flatMap(([, block]) => inflateRawSync(Buffer.from(block as string, 'base64')).toString('utf8').split('\n').map((line) => JSON.parse(line) as unknown));
const policyOf = (html: string): string => /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a replay page', () => {
  it('holds every line but for its hash, the verdict, and a policy that names its scripts and nothing else', async () => {
    const file = fileWith(await recorded());
    const { html, verdict } = await pageOf(file);
    expect(verdict.state).toBe('unsigned');
    expect(blocksIn(html)).toEqual(parsed(await recorded()).map(({ prev: _prev, ...rest }) => rest));
    expect(html).toContain('"state":"unsigned"');
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/gu)].map(([, text]) => hashOf(text as string));
    expect(policyOf(html)).toBe(`default-src 'none'; script-src ${scripts.join(' ')}; style-src ${hashOf(/<style>([^]*?)<\/style>/u.exec(html)?.[1] ?? '')}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`);
    expect(statSync(`${file}.html`).mode & 0o777).toBe(0o600);
  });

  it('has a player where there is something to play', async () => {
    const { html } = await pageOf(fileWith(await recorded([...EVENTS, ...AROUND])));
    expect([...html.matchAll(/<script>/gu)].length).toBe(2);
    expect(policyOf(html)).toContain("'wasm-unsafe-eval'");
    expect(policyOf(html)).not.toContain('trusted-types');
  });

  it('is made of what was altered, and says so', async () => {
    const { html, verdict } = await pageOf(fileWith((await recorded()).map((line) => line.replace('DROP TABLE', 'DROP VIEW'))));
    expect([verdict.state, html.includes('"state":"altered"')]).toEqual(['altered', true]);
  });

  it('is not made of a recording that changes while it is read', async () => {
    const file = fileWith((await recorded()).slice(0, -1));
    const out = `${file}.html`;
    const meanwhile = async (path: string, source: Readable): Promise<Verdict> => {
      const verdict = await verifyRecording(source);
      appendFileSync(path, `${(await recorded()).at(-1) ?? ''}\n`);
      return verdict;
    };
    await expect(writeReplayPage({ file, out, judge: meanwhile, made: MADE, version: '0.1.0' })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(/changes while it is read$/u) as string });
    expect(existsSync(out)).toBe(false);
  });

  it('is not written over the recording, under whatever name', async () => {
    const file = fileWith(await recorded());
    symlinkSync(file, `${file}.link`);
    for (const out of [file, `${file}.link`]) await expect(writeReplayPage({ file, out, judge, made: MADE, version: '0.1.0' })).rejects.toMatchObject({ message: `\`${out}\` is the recording itself` });
    expect([isSame(file, `${file}.none`), readFileSync(file).equals(fileOf(await recorded()))]).toEqual([false, true]);
  });

  it('is written whole or not at all', () => {
    const out = join(mkdtempSync(join(folder, 'half-')), 'page.html');
    const half = function* (): Iterable<string> {
      yield 'first';
      throw new Error('unplugged');
    };
    expect(() => writePrivate(out, half())).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message: `\`${out}\` can not be written: unplugged` }));
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });
});

describe('packRecording', () => {
  it('leaves out no line, whatever is in it', async () => {
    const packed = await packRecording(fileWith(Buffer.from('{"type":"x","prev":"p"}\nno JSON\n[1]\nnull\n{"torn":')));
    expect(packed.blocks.flatMap((block) => inflateRawSync(Buffer.from(block, 'base64')).toString().split('\n'))).toEqual(['{"type":"x"}', ...['no JSON', '[1]', 'null', '{"torn":'].map((text) => JSON.stringify({ type: 'unreadable', text }))]);
    expect([packed.events, packed.played]).toEqual([5, false]);
  });

  it('packs in blocks that a browser opens without a pause', async () => {
    const many = await packRecording(fileWith(Array.from({ length: 4100 }, (_, at) => `{"at":${at}}`)));
    expect([many.blocks.length, many.events]).toEqual([3, 4100]);
    const long = await packRecording(fileWith([JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), '{}']));
    expect(long.blocks.length).toBe(2);
    expect(await packRecording(fileWith([]))).toMatchObject({ blocks: [], events: 0 });
  });

  it('knows the hash of what it read to its end, and of nothing else', async () => {
    const lines = ['{"a":1}', '{"b":2}'];
    expect((await packRecording(fileWith(lines))).sha256).toBe(createHash('sha256').update(fileOf(lines)).digest('hex'));
    expect((await packRecording(fileWith(Buffer.alloc(17 * 1024 * 1024, 'x')))).sha256).toBeNull();
  });
});

describe('markup', () => {
  it('is never made by a text', () => {
    expect(jsonForScript({ a: '</script><!--&\u202e' })).toBe('{"a":"\\u003c/script\\u003e\\u003c!--\\u0026\\u202e"}');
    expect(inlined('style', 'a < b')).toBe('<style>a < b</style>\n');
    for (const text of ['</script>', 'x</STYLE', '<!--']) expect(() => inlined('script', text)).toThrow('can not stand in <script>');
  });
});

describe('the index of sessions', () => {
  const written = async (sessions: Readonly<Record<string, readonly string[] | Buffer>>, pages = false): Promise<{ readonly html: string; readonly root: string; readonly told: object }> => {
    const root = mkdtempSync(join(folder, 'index-'));
    for (const [name, bytes] of Object.entries(sessions)) {
      mkdirSync(join(root, name), { recursive: true });
      writeFileSync(join(root, name, 'session.jsonl'), Buffer.isBuffer(bytes) ? bytes : fileOf(bytes));
    }
    const told = await writeSessionIndex({ folder: root, out: join(root, 'index.html'), judge, made: MADE, version: '0.1.0', pages });
    return { html: readFileSync(join(root, 'index.html'), 'utf8'), root, told };
  };
  const dated = (year: number, lines: readonly string[]): string[] => rechained(parsed(lines).map((line) => ({ ...line, at: String(line['at']).replace('2026', String(year)) })));
  const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href as string);

  it('leaves none out because something is wrong with it, and stands the newest first', async () => {
    const { html, told } = await written({
      '0': dated(2019, await recorded()), a: await recorded(), 'b c': await recorded([decided(1)]), old: dated(2020, await recorded()), new: dated(2027, (await recorded()).slice(0, -1)),
      changed: (await recorded()).map((line) => line.replace('DROP TABLE', 'DROP VIEW')), empty: Buffer.alloc(0), noise: Buffer.from('not a recording'),
    });
    expect(told).toEqual({ sessions: 8, altered: 1 });
    expect(hrefs(html)).toEqual(['./new/session.jsonl', './a/session.jsonl', './b%20c/session.jsonl', './changed/session.jsonl', './old/session.jsonl', './0/session.jsonl', './empty/session.jsonl', './noise/session.jsonl']);
    expect([...html.matchAll(/data-state="(\w+)"><b>(\d)/gu)].map(([, state, count]) => `${state} ${count}`)).toEqual(['unsigned 4', 'incomplete 3', 'altered 1']);
    expect([...html.matchAll(/<td>(altered at line \d+|no end)<\/td>/gu)].map(([, said]) => said)).toEqual(['no end', 'altered at line 9', 'no end', 'no end']);
    expect(html).toContain('<td class="who">unknown</td><td class="when">unknown</td><td>no end</td>');
    expect(html).toContain('<span class="under">prompted by github:7</span>');
  });

  it('says of a signed one no more than that, and of one that nobody prompted not by whom', async () => {
    const root = mkdtempSync(join(folder, 'signed-'));
    const file = fileWith(rechained(parsed(await recorded()).map((line, at) => (at === 0 ? { ...line, prompter: null } : line))));
    const said = await verifyRecording(file);
    await writeSessionIndex({ folder: join(file, '..'), out: join(root, 'index.html'), judge: async () => ({ ...said, state: 'signed' }), made: MADE, version: '0.1.0', pages: false });
    const html = readFileSync(join(root, 'index.html'), 'utf8');
    expect(html).toContain('<tr data-state="signed"><td class="verdict">signed</td>');
    expect(html).not.toContain('prompted by');
  });

  it('leads to pages that it writes beside itself', async () => {
    const { html, root } = await written({ 'one/../x y': await recorded(), two: await recorded() }, true);
    expect(readdirSync(join(root, 'index-sessions'))).toEqual(['0001-two.html', '0002-x-y.html']);
    expect(hrefs(html)).toEqual(['./index-sessions/0001-two.html', './index-sessions/0002-x-y.html']);
    expect(readFileSync(join(root, 'index-sessions', '0001-two.html'), 'utf8')).toContain('"state":"unsigned"');
  });

  it('lists recordings by name and depth, and follows no link', async () => {
    const { root } = await written({ 'd/e/f/g': await recorded(), '1/2/3/4/5': await recorded() });
    writeFileSync(join(root, 'loose.jsonl'), fileOf(await recorded()));
    writeFileSync(join(root, 'd', 'notes.jsonl'), fileOf(await recorded()));
    symlinkSync(join(root, 'd'), join(root, 'link'));
    await writeSessionIndex({ folder: root, out: join(root, 'index.html'), judge, made: MADE, version: '0.1.0', pages: false });
    expect(hrefs(readFileSync(join(root, 'index.html'), 'utf8')).sort()).toEqual(['./d/e/f/g/session.jsonl', './loose.jsonl']);
  });

  it('says that there is none, or no such folder', async () => {
    const { html, told } = await written({});
    expect([told, html.includes('No recording here')]).toEqual([{ sessions: 0, altered: 0 }, true]);
    const none = join(folder, 'nowhere');
    await expect(writeSessionIndex({ folder: none, out: join(folder, 'x.html'), judge, made: MADE, version: '0.1.0', pages: false })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(`the folder \`${none}\` can not be read`) as string });
  });

  it('makes no markup of what is recorded', async () => {
    const { html } = await written({ '<img src=x>': rechained(parsed(await recorded()).map((line, at) => (at === 0 ? { ...line, session: '<script>alert(1)</script>', prompter: '"><b>\u202e' } : line))) });
    expect(html).not.toMatch(/<(?:img|script)|"><b>\u202e/u);
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(html).toContain('\\u{202e}');
  });
});
