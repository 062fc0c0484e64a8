// SPDX-License-Identifier: Apache-2.0
//
// Wires `session export`: a recording to standard output, a file, or a collector. Each format's code is loaded when it is asked for.
// Refuses to follow redirects, and to call an export whole when it is not.
import { createReadStream, createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { oneOf } from '../commands/verb.js';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import { systemRuntime, type Runtime } from '../core/runtime.js';
import { exportRecording, type Exporter } from '../record/export.js';
import { isSame } from '../record/replay-page.js';
import type { Verdict } from '../record/verdict.js';
import { parseArguments } from './arguments.js';

const FORMATS = ['asciicast', 'ocsf', 'csv', 'otel'] as const;
type Format = (typeof FORMATS)[number];
const FLAGS = [{ name: 'format', kind: 'text' as const }, { name: 'out', kind: 'text' as const }, { name: 'endpoint', kind: 'text' as const }, { name: 'header', kind: 'list' as const }];
/** A collector that does not answer within this time is down. */
const POST_TIMEOUT_MS = 30_000;

/** `session export FILE --format FORMAT [--out FILE | --endpoint URL [--header "Name: value"]]`. Exit code 1 when the recording was altered. */
export async function exportVerb(argv: readonly string[], runtime: Runtime = systemRuntime): Promise<number> {
  const { inputs, words } = parseArguments(argv, FLAGS);
  const [file] = words;
  if (file === undefined || words.length > 1) throw new GateError('INPUT_INVALID', '`session export` takes one file', { hint: 'the path that `run` printed, `…/session.jsonl`' });
  if (typeof inputs.format !== 'string') throw new GateError('INPUT_INVALID', '`--format` is missing', { hint: `it is one of ${FORMATS.join(', ')}` });
  const format = oneOf(FORMATS, inputs.format, '`--format`');
  if (typeof inputs.out === 'string' && isSame(file, inputs.out)) throw new GateError('INPUT_INVALID', `\`${inputs.out}\` is the recording itself`, { hint: 'give the export another name' });
  const endpoint = typeof inputs.endpoint === 'string' ? endpointFrom(inputs.endpoint, format, inputs.out) : null;
  const exporter = await exporterFor(format, file);
  let verdict: Verdict | null = null;
  const parts = exportRecording(file, exporter, (judged) => (verdict = judged));
  if (endpoint !== null) await post(parts, endpoint, { ...headersOfEnvironment(process.env), ...headersFrom(inputs.header) }, runtime);
  else await write(parts, typeof inputs.out === 'string' ? inputs.out : null);
  return tell(verdict);
}

function tell(verdict: Verdict | null): number {
  if (verdict === null) return EXIT.done;
  if (verdict.state === 'altered') process.stderr.write(`ostiary: the export ends where the recording is altered: ${verdict.explanation}\n`);
  else if (verdict.state === 'incomplete') process.stderr.write(`ostiary: incomplete: ${verdict.explanation}\n`);
  return verdict.state === 'altered' ? EXIT.denied : EXIT.done;
}

async function exporterFor(format: Format, file: string): Promise<Exporter> {
  switch (format) {
    case 'asciicast':
      return new (await import('../record/export-cast.js')).CastExporter(await hasOutput(file));
    case 'ocsf':
      return new (await import('../record/export-ocsf.js')).OcsfExporter();
    case 'csv':
      return new (await import('../record/export-csv.js')).CsvExporter();
    case 'otel':
      return new (await import('../record/export-spans.js')).SpanExporter();
    default:
      return format satisfies never;
  }
}

const OUTPUT_SIGN = Buffer.from('"type":"output"');

/** Whether commands printed something. A text that looks like it costs the story, nothing else. */
async function hasOutput(file: string): Promise<boolean> {
  let tail = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const bytes = Buffer.concat([tail, chunk as Buffer]);
      if (bytes.includes(OUTPUT_SIGN)) return true;
      tail = bytes.subarray(Math.max(0, bytes.length - OUTPUT_SIGN.length));
    }
  } catch {
    // Whoever reads it next says what is wrong with it.
  }
  return false;
}

function endpointFrom(text: string, format: Format, out: unknown): string {
  if (format !== 'otel') throw new GateError('INPUT_INVALID', '`--endpoint` goes with `--format otel` only', { hint: 'write a file with `--out` and ship that' });
  if (out !== undefined) throw new GateError('INPUT_INVALID', '`--out` and `--endpoint` exclude each other');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') {
    throw new GateError('INPUT_INVALID', `\`--endpoint ${text}\` is not an http(s) address without credentials`, { hint: 'for example `https://collector.example:4318/v1/traces`; credentials go into `OTEL_EXPORTER_OTLP_HEADERS`, or into `--header`' });
  }
  return url.pathname === '/' ? new URL('/v1/traces', url).href : url.href;
}

/**
 * Headers for the collector as OpenTelemetry's own exporters take them, where no other process can read them off a command line:
 * `name=value,name=value`, values percent-encoded; those for traces come before those for all signals. Throws INPUT_INVALID.
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
function headersOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const name = ['OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'OTEL_EXPORTER_OTLP_HEADERS'].find((one) => (environment[one] ?? '').trim() !== '');
  if (name === undefined) return {};
  return Object.fromEntries((environment[name] ?? '').split(',').filter((pair) => pair.trim() !== '').map((pair, place) => {
    const cut = pair.indexOf('=');
    const value = decoded(pair.slice(cut + 1).trim());
    if (cut < 1 || value === null) throw new GateError('INPUT_INVALID', `pair ${place + 1} of \`${name}\` is no \`name=value\``, { hint: 'separate pairs by commas, and percent-encode what is special in values' });
    return [pair.slice(0, cut).trim().toLowerCase(), value];
  }));
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function headersFrom(given: unknown): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const header of Array.isArray(given) ? given.map(String) : []) {
    const cut = header.indexOf(':');
    if (cut < 1) throw new GateError('INPUT_INVALID', '`--header` needs `Name: value`');
    headers[header.slice(0, cut).trim().toLowerCase()] = header.slice(cut + 1).trim();
  }
  return headers;
}

async function post(parts: AsyncIterable<string>, endpoint: string, headers: Record<string, string>, runtime: Runtime): Promise<void> {
  for await (const part of parts) {
    // One request a line.
    for (const body of part.split('\n').filter((line) => line !== '')) await postOne(body, endpoint, headers, runtime);
  }
}

async function postOne(body: string, endpoint: string, headers: Record<string, string>, runtime: Runtime): Promise<void> {
  let status: number;
  try {
    const response = await runtime.fetch(endpoint, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(POST_TIMEOUT_MS) });
    status = response.status;
    await response.arrayBuffer();
  } catch (thrown) {
    const why = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
    throw new GateError('UPSTREAM_FAILED', `the collector at \`${endpoint}\` can not be reached: ${messageOf(why)}`, { cause: thrown, hint: 'or write a file with `--out`' });
  }
  if (status < 200 || status > 299) throw new GateError('UPSTREAM_FAILED', `the collector at \`${endpoint}\` answers ${status}`, { hint: 'spans before this batch have been taken; ids are stable, so the export can be done again' });
}

async function write(parts: AsyncIterable<string>, out: string | null): Promise<void> {
  const stream: Writable = out === null ? process.stdout : createWriteStream(out, { mode: 0o600 });
  let failed: NodeJS.ErrnoException | null = null;
  stream.on('error', (error) => (failed = error));
  for await (const part of parts) {
    if (failed !== null) break;
    if (!stream.write(part)) await roomIn(stream);
  }
  if (out !== null && failed === null) await new Promise<void>((resolve) => stream.end(() => resolve()));
  // Nobody who reads any more (`| head`) is no fault.
  const { code } = (failed ?? {}) as NodeJS.ErrnoException;
  if (failed !== null && code !== 'EPIPE') throw new GateError('INPUT_INVALID', `\`${out ?? 'standard output'}\` can not be written: ${messageOf(failed)}`, { cause: failed });
}

// Listens no longer than it waits: a large recording waits thousands of times.
function roomIn(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'close', 'error'] as const;
    const heard = (): void => {
      for (const event of events) stream.off(event, heard);
      resolve();
    };
    for (const event of events) stream.on(event, heard);
  });
}
