// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { EventBody } from '../../../src/core/events.js';
import { CastExporter } from '../../../src/record/export-cast.js';
import { CsvExporter } from '../../../src/record/export-csv.js';
import { OcsfExporter } from '../../../src/record/export-ocsf.js';
import { SpanExporter } from '../../../src/record/export-spans.js';
import { exportRecording, type Exporter } from '../../../src/record/export.js';
import type { Verdict } from '../../../src/record/verdict.js';
import { AROUND, decided, done, EVENTS, fileOf, HEADER, parsed, rechained, recorded, type LooseLine } from '../../support/recordings.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'ostiary-export-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(exporter: Exporter, lines: readonly string[], behind = ''): Promise<{ text: string; state: string }> {
  const file = join(folder, 'session.jsonl');
  writeFileSync(file, Buffer.concat([fileOf([...lines]), Buffer.from(behind)]));
  const parts: string[] = [];
  const seen: Verdict[] = [];
  for await (const part of exportRecording(file, exporter, (verdict) => void seen.push(verdict))) parts.push(part);
  return { text: parts.join(''), state: seen[0]?.state ?? 'none' };
}

const everything = (): Promise<string[]> => recorded([...EVENTS, ...AROUND]);
const jsonLines = (text: string): LooseLine[] => parsed(text.split('\n').slice(0, -1));
const HOSTILE = '=cmd|\' /C calc\'!A0\u001b[2J\u202e"\r\n,;';
/** Values of rows, read by the rules of RFC 4180. */
function rowsOf(csv: string): string[][] {
  return csv.split('\r\n').slice(0, -1).map((row) => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

describe('an export', () => {
  it.each<[string, () => Exporter]>([['csv', () => new CsvExporter()], ['ocsf', () => new OcsfExporter()], ['cast', () => new CastExporter(false)], ['spans', () => new SpanExporter()]])('as %s ends where the recording is altered', async (_name, make) => {
    const lines = await recorded([decided(1), done(1), decided(2, { text: 'SELECT after_the_change' }), done(2)]);
    const changed = lines.map((line) => line.replace('"rows":2,', '"rows":3,'));
    const { text, state } = await exported(make(), changed);
    expect(state).toBe('altered');
    expect(text).not.toContain('after_the_change');
    expect((await exported(make(), lines)).text).toContain('after_the_change');
    expect((await exported(make(), lines.slice(0, 2))).state).toBe('incomplete');
    expect((await exported(make(), [])).state).toBe('incomplete');
    // What lacks its line feed was judged by nobody, whatever it says.
    const torn = await exported(make(), lines.slice(0, 3), (lines[3] as string).replace('SELECT', 'FORGED').replace(/"operation":\d+/, '"operation":1'));
    expect([torn.state, torn.text.includes('after_the_change'), torn.text.includes('FORGED')]).toEqual(['incomplete', false, false]);
  });
});

describe('CSV', () => {
  it('has a row for every line, and all rows have the same columns', async () => {
    const lines = await everything();
    const rows = rowsOf((await exported(new CsvExporter(), lines)).text);
    expect(rows.length).toBe(lines.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([20]));
    const named = (number: number): Record<string, string> => Object.fromEntries((rows[0] ?? []).map((name, at) => [name, rows[number]?.[at] ?? '']));
    expect(named(4)).toMatchObject({ seq: '3', type: 'decided', session: 'ost_0123456789ab', decision: 'allow', rules: 'reads' });
    expect(named(5)).toMatchObject({ type: 'done', outcome: 'ok', tag: 'SELECT 2', rows: '2', masked: 'column:partial 1' });
    expect(named(0)).toMatchObject({ seq: 'seq' });
    expect((await exported(new CsvExporter(), [])).text).toMatch(/^seq,at,[a-z,]+\r\n$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '"=1', "'=1", '|calc', '%0a'])('never begins a cell like a formula: %j', async (text) => {
    const rows = rowsOf((await exported(new CsvExporter(), await recorded([decided(1, { text }), { type: 'refused', connection: null, reason: text }]))).text);
    const cells = rows.slice(2).flatMap((row) => row).filter((cell) => cell.includes(text.trim().slice(-2)));
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => /^[\s"]*[=+\-@＝|%]/.test(cell))).toEqual([]);
  });

  it.each([';=1+1', 'x;@SUM(A1)', 'x; "=1', 'a;b;-1'])('begins none for a spreadsheet that splits at semicolons: %j', async (value) => {
    const { text } = await exported(new CsvExporter(), await recorded([decided(1, { text: value }), { type: 'connection', connection: 1, resource: 'orders-db', application: value }]));
    expect(text.split(/[;\r\n]+/u).filter((cell) => /^[\s"]*[=+\-@＝|%]/u.test(cell))).toEqual([]);
    expect(text).toContain(";'");
  });

  it('is inert in every field', async () => {
    const lines = rechained(parsed(await everything()).map((line) => Object.fromEntries(Object.entries(line).map(([name, value]) => [name, typeof value === 'string' && ['text', 'reason', 'application', 'purpose', 'input', 'output', 'name', 'principal', 'session', 'tag'].includes(name) ? HOSTILE : value]))));
    const { text } = await exported(new CsvExporter(), lines);
    expect(rowsOf(text).length).toBe(lines.length + 1);
    expect(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/.test(text)).toBe(false);
    expect(rowsOf(text).flat().filter((cell) => cell.startsWith('='))).toEqual([]);
  });
});

describe('OCSF', () => {
  const schema = JSON.parse(readFileSync('docs/schema/ocsf-events-v1.json', 'utf8')) as object;
  const isEvent = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

  it('has what the published classes require', async () => {
    const events = jsonLines((await exported(new OcsfExporter(), await everything())).text);
    for (const event of events) {
      expect([event, isEvent(event), isEvent.errors]).toEqual([event, true, null]);
      expect(event['type_uid']).toBe(Number(event['class_uid']) * 100 + Number(event['activity_id']));
    }
    expect(events.map(({ class_uid, activity_name, status, severity }) => [class_uid, activity_name, status, severity].join(' '))).toEqual([
      '6005 Connect Success Informational', '6005 Query Success Informational', '6005 Query Failure Low', '6005 Query Failure Medium', '6003 Other Failure Medium', '6003 Other Failure Medium',
      '6005 Query Unknown Informational', '6003 Other Unknown Informational', '6003 Other Unknown Informational', '6003 Other Unknown Informational', '6003 Other Unknown Informational', '6003 Other Unknown Informational',
    ]);
    for (const field of ['actor', 'metadata', 'src_endpoint', 'time', 'database']) {
      const { [field]: _gone, ...rest } = events[1] as LooseLine;
      expect([field, isEvent(rest)]).toEqual([field, false]);
    }
  });

  it('takes the strongest effect, and API Activity where there is no database', async () => {
    const accesses = (effect: 'destroy' | 'grant' | 'write' | 'schema'): Parameters<typeof decided>[1] => ({ accesses: [{ effect: 'read', object: 'a', columns: [] }, { effect, object: null, columns: ['c'] }] });
    const shell = { ...HEADER, resources: [{ name: 'orders-db', target: 'x', type: 'kubernetes' }] };
    const bodies: EventBody[] = [decided(1, accesses('destroy')), done(1, { outcome: 'failed', error: { sqlstate: '40001', message: 'again' } }), decided(2, accesses('grant')), decided(3, accesses('write')), decided(4, accesses('schema')), decided(5, { accesses: [] })];
    const database = jsonLines((await exported(new OcsfExporter(), await recorded(bodies))).text);
    expect(database.map((event) => `${String(event['activity_name'])} ${String(event['status'])}`)).toEqual(['Delete Failure', 'Other Unknown', 'Write Unknown', 'Update Unknown', 'Query Unknown']);
    expect(database[0]).toMatchObject({ status_code: '40001', status_detail: '40001 again' });
    const other = rechained(parsed(await recorded([{ type: 'connection', connection: 1, resource: 'orders-db', application: '' }, ...bodies])).map((line, at) => (at === 0 ? { ...line, resources: shell.resources } : line)));
    const events = jsonLines((await exported(new OcsfExporter(), other)).text);
    for (const event of events) expect([event['class_uid'], isEvent(event)]).toEqual([6003, true]);
  });

  it('tells an operation without waiting forever for its end, and once', async () => {
    const many = Array.from({ length: 4200 }, (_, at) => decided(at + 1));
    const events = jsonLines((await exported(new OcsfExporter(), await recorded([...many, done(1), done(4200)]))).text);
    expect(events.map(({ query_info: info }) => Number((info as LooseLine)['uid'])).sort((one, other) => one - other)).toEqual(many.map(({ operation }) => operation));
    expect(events.filter(({ status }) => status === 'Success').map(({ metadata }) => (metadata as LooseLine)['uid'])).toEqual(['ost_0123456789ab/operation-4200']);
  });

  it.each([['requested', 'Informational'], ['approved', 'Informational'], ['used', 'Informational'], ['told', 'Informational'], ['refused', 'Low'], ['expired', 'Low'], ['untold', 'Low'], ['break-glass', 'Low']] as const)('gives an approval that is %s its weight', async (state, severity) => {
    const [event] = jsonLines((await exported(new OcsfExporter(), await recorded([{ type: 'approval', state, operations: [1], manifest: null, by: [], url: null, reason: 'why' }]))).text);
    expect([event, isEvent(event)]).toEqual([expect.objectContaining({ severity, api: { operation: `approval ${state}` }, message: 'why' }), true]);
  });

  it('names a principal of no identity by its subject, and a resource that the header lacks by its name', async () => {
    const lines = rechained(parsed(await recorded([decided(1, { resource: 'elsewhere' })])).map((line, at) => (at === 0 ? { ...line, principal: { ...HEADER.principal, names: [] } } : line)));
    const [event] = jsonLines((await exported(new OcsfExporter(), lines)).text);
    expect([event, isEvent(event)]).toEqual([expect.objectContaining({ class_uid: 6005, database: { name: 'elsewhere' }, actor: { user: { uid: 'repo:acme/shop', name: 'repo:acme/shop' }, session: { uid: HEADER.session, issuer: 'https://issuer.example' } } }), true]);
  });
});

describe('an asciicast', () => {
  it('plays what was printed', async () => {
    const { text } = await exported(new CastExporter(true), await recorded([...EVENTS, ...AROUND, { type: 'output', operation: null, stream: 'stdin', text: 'y\n', size: { columns: 1, rows: 5000 }, masked: {} }]));
    const [header, ...events] = parsed(text.split('\n').slice(0, -1)) as unknown as [LooseLine, ...[number, string, string][]];
    expect(header).toMatchObject({ version: 3, term: { cols: 80, rows: 24 }, title: 'session ost_0123456789ab', timestamp: 1767608553 });
    for (const event of events) expect([event.length, typeof event[0], 'oirm'.includes(event[1]), typeof event[2]]).toEqual([3, 'number', true, 'string']);
    expect(events.filter(([, code]) => code === 'o').map(([, , data]) => data)).toEqual(['\u001b[32mok\u001b[0m\r\n', 'done']);
    expect(events.filter(([, code]) => code === 'r').map(([, , data]) => data)).toEqual(['80x24', '10x1000']);
    expect(events.filter(([, code]) => code === 'i').map(([, , data]) => data)).toEqual(['y\n']);
    expect(events.filter(([, code]) => code === 'm').map(([, , data]) => data)).toEqual(['review #2 SELECT', 'deny #3 SELECT', 'refused: a message of type F', 'refused: a wrong password', 'approval requested', 'approval approved']);
  });

  it('tells the story in its own time where nothing was printed', async () => {
    const lines = rechained(parsed(await recorded([decided(1), done(1), decided(2, { decision: 'deny' })])).map((line, at) => ({ ...line, at: `2026-01-05T10:22:${String(10 + Math.min(at, 4) * 3).padStart(2, '0')}.500Z` })));
    const { text, state } = await exported(new CastExporter(false), lines);
    const events = parsed(text.split('\n').slice(1, -1)) as unknown as [number, string, string][];
    expect(state).toBe('unsigned');
    expect(events.map(([interval, code]) => `${interval} ${code}`)).toEqual(['0 o', '6 o', '3 m', '0 o']);
    expect(events[1]?.[2]).toContain('SELECT id, email');
    expect(events[1]?.[2]).not.toMatch(/[^\r]\n/);
  });
});

describe('OpenTelemetry spans', () => {
  interface OtlpSpan { readonly name: string; readonly spanId: string; readonly traceId: string; readonly parentSpanId?: string; readonly startTimeUnixNano: string; readonly endTimeUnixNano: string; readonly status: { readonly code: number }; readonly attributes: readonly { readonly key: string; readonly value: LooseLine }[]; readonly events: readonly { readonly name: string }[] }
  const spansOf = (text: string): OtlpSpan[] => jsonLines(text).flatMap((request) => (request['resourceSpans'] as { scopeSpans: { spans: OtlpSpan[] }[] }[]).flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));

  it('are children of their session, with the same ids each time', async () => {
    const lines = await everything();
    const { text } = await exported(new SpanExporter(), lines);
    expect((await exported(new SpanExporter(), lines)).text).toBe(text);
    const spans = spansOf(text);
    const root = spans.at(-1) as OtlpSpan;
    expect([root.name, root.parentSpanId, root.events]).toEqual(['session ost_0123456789ab', undefined, []]);
    const aside = (name: string): boolean => /^(?:refused|approval)/u.test(name);
    expect(spans.map(({ name }) => name).filter(aside)).toEqual(['refused', 'refused', 'approval requested', 'approval approved']);
    expect(spans.slice(0, -1).filter(({ name }) => !aside(name)).map((span) => [span.name, span.parentSpanId === root.spanId, span.traceId === root.traceId, span.status.code])).toEqual([
      ['SELECT orders-db', true, true, 0], ['SELECT orders-db', true, true, 2], ['SELECT orders-db', true, true, 2], ['SELECT orders-db', true, true, 0], ['tool psql', true, true, 2],
    ]);
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
    expect(spans[0]?.startTimeUnixNano).toBe('1767608553123000000');
    expect(Object.fromEntries((spans[1] as OtlpSpan).attributes.map(({ key, value }) => [key, Object.values(value)[0]]))).toMatchObject({ 'ostiary.decision': 'review', 'db.query.text': 'ALTER TABLE orders ADD COLUMN note text', 'db.response.status_code': '42501' });
  });

  it('say what little there is to say', async () => {
    const lines = rechained(parsed(await recorded([decided(1, { decision: 'deny', reasons: [], accesses: [{ effect: 'execute', object: null, columns: [] }] })])).map((line, at) => (at === 0 ? { ...line, prompter: null } : line)));
    const [operation, root] = spansOf((await exported(new SpanExporter(), lines)).text);
    expect([operation?.status, root?.attributes.map(({ key }) => key).includes('ostiary.prompter')]).toEqual([{ code: 2, message: 'deny: ' }, false]);
    expect(operation?.attributes.find(({ key }) => key === 'ostiary.objects')?.value).toEqual({ arrayValue: { values: [{ stringValue: 'execute' }] } });
  });

  it('leave in batches, and wait for no tool forever', async () => {
    const bodies: EventBody[] = Array.from({ length: 600 }, (_, at) => [decided(at + 1), done(at + 1, { outcome: 'failed', error: null })]).flat();
    const calls: EventBody[] = Array.from({ length: 1100 }, (_, at) => ({ type: 'tool', call: at === 1 ? 'c0' : `c${at}`, name: 'n', input: '', masked: {} }));
    const { text } = await exported(new SpanExporter(), await recorded([...bodies, ...calls, { type: 'tool-result', call: 'none', outcome: 'ok', output: '', masked: {} }]));
    expect(text.split('\n').length - 1).toBeGreaterThan(3);
    expect(spansOf(text).length).toBe(600 + 1100 + 1);
  });

  it('lose no approval, however much is refused after it', async () => {
    const refused: EventBody[] = Array.from({ length: 300 }, () => ({ type: 'refused', connection: null, reason: 'no' }));
    const spans = spansOf((await exported(new SpanExporter(), await recorded([{ type: 'approval', state: 'break-glass', operations: [], by: ['ann (9)'], manifest: null, url: 'https://forge.example/7', reason: 'orders are lost' }, ...refused]))).text);
    expect([spans.filter(({ name }) => name === 'approval break-glass').length, spans.filter(({ name }) => name === 'refused').length]).toEqual([1, 300]);
  });
});
