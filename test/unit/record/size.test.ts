// SPDX-License-Identifier: Apache-2.0
//
// A long session at flat memory: writing, verifying, replaying and exporting each run in a process of their own with a heap that is far smaller
// than the file. OSTIARY_EVENTS=1000000 makes it a million events; memory stays the same, only the time grows.
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileRooms } from '../../support/compiled.js';
import { spawned } from '../../support/guarded.js';

const EVENTS = Number(process.env['OSTIARY_EVENTS'] ?? 75_000);
const HEAP_MIB = 24;
/** The official SDK for spans has some of its own. */
const SDK_HEAP_MIB = 64;
const MAX_RSS_MIB = 150;

const SCRIPT = `
import { readFile } from 'node:fs/promises';
import { systemRuntime } from './core/runtime.js';
import { RecordingWriter } from './record/writer.js';
import { verifyRecording } from './record/verify.js';
import { replay } from './record/replay.js';
import { exportRecording } from './record/export.js';
import { CsvExporter } from './record/export-csv.js';
import { OcsfExporter } from './record/export-ocsf.js';
import { CastExporter } from './record/export-cast.js';
const exported = async (exporter) => {
  let lines = 0;
  let state = '';
  for await (const part of exportRecording(dir + '/session.jsonl', exporter, (verdict) => (state = verdict.state))) lines += part.split('\\n').length - 1;
  return state + ' ' + (lines >= count / 2);
};
const [what, dir, count] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const header = { type: 'session', format: 'ostiary-session-v1', session: 'ost_x', ostiary: '0', principal: { names: [], issuer: 'local', subject: 'x', claims: {} }, prompter: null,
  host: { kind: 'shell', facts: {} }, resources: [], policy: { digest: '', source: '', version: 1, mode: 'enforce' }, packs: [], command: [], durability: 'process' };
const work = {
  async write() {
    const writer = await RecordingWriter.open({ dir, sessionId: 'ost_x', header, runtime: systemRuntime, durability: 'process', log: silent });
    for (let operation = 1; operation <= count / 2; operation += 1) {
      // No text twice, and lists of their own: nothing that is remembered may pile up.
      writer.append({ type: 'decided', operation, connection: 1, resource: 'db', principal: 'x', statement: 'SELECT', name: 'sql.select', text: 'SELECT c' + operation, accesses: [{ effect: 'read', object: 't', columns: [] }],
        decision: 'allow', rules: ['r'], reasons: [], observed: [], unknown: [], catalog: 1 });
      writer.append({ type: 'done', operation, outcome: 'ok', tag: 'SELECT 1', rows: 1, bytes: 1, error: null, result: { columns: ['c'], rows: [['1']] }, masked: {} });
      if (operation % 64 === 0) await new Promise((resolve) => writer.whenDurable(resolve));
    }
    await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
    return 'written';
  },
  async verify() {
    const { state, counts } = await verifyRecording(dir + '/session.jsonl');
    return state + ' ' + counts.done.ok;
  },
  async replay() {
    let length = 0;
    let last = '';
    for await (const part of replay(dir + '/session.jsonl', { colour: true, width: 100 })) { length += part.length; last = part; }
    return (length > count * 10) + ' ' + /(\\d+) allowed/.exec(last)[1];
  },
  csv: () => exported(new CsvExporter()),
  ocsf: () => exported(new OcsfExporter()),
  cast: () => exported(new CastExporter(false)),
  // Spans come in batches, a request a line.
  async otel() {
    const { SpanExporter } = await import('./record/export-spans.js');
    let spans = 0;
    let state = '';
    for await (const part of exportRecording(dir + '/session.jsonl', new SpanExporter(), (verdict) => (state = verdict.state))) spans += part.split('"spanId"').length - 1;
    return state + ' ' + (spans >= count / 2);
  },
};
// Not resourceUsage().maxRSS: that begins with what the parent had when it started us.
const peak = async () => Number(/VmHWM:\\s+(\\d+)/.exec(await readFile('/proc/self/status', 'utf8'))[1]);
console.log(await work[what]() + ' ' + Math.round(await peak() / 1024));
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-size-'));
  compileRooms(['core', 'record'], folder);
  writeFileSync(join(folder, 'work.js'), SCRIPT);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`a session of ${EVENTS} events`, () => {
  it.each([['write', 'written'], ['verify', `unsigned ${EVENTS / 2}`], ['replay', `true ${EVENTS / 2}`], ['csv', 'unsigned true'], ['ocsf', 'unsigned true'], ['cast', 'unsigned true'], ['otel', 'unsigned true']])('%s', async (what, expected) => {
    const { stdout, stderr, code } = await spawned(process.execPath, [`--max-old-space-size=${what === 'otel' ? SDK_HEAP_MIB : HEAP_MIB}`, join(folder, 'work.js'), what, join(folder, 'session'), String(EVENTS)], { environment: { PATH: process.env.PATH } });
    expect([code, stderr]).toEqual([0, '']);
    const words = stdout.trim().split(' ');
    const rss = Number(words.pop());
    expect(words.join(' ')).toBe(expected);
    expect(rss).toBeLessThan(MAX_RSS_MIB);
    expect(statSync(join(folder, 'session', 'session.jsonl')).size).toBeGreaterThan(Math.max(EVENTS * 200, HEAP_MIB * 1024 * 1024));
  }, 600_000);
});
