// SPDX-License-Identifier: Apache-2.0
//
// A recording as OpenTelemetry spans: the session is the root, operations, tool calls, refusals and approvals are its children; the same
// recording gives the same ids. Spans leave in batches, as requests of OTLP in JSON. Refuses to send anything: the caller writes or posts them.
// @see https://opentelemetry.io/docs/specs/otlp/
import { createHash } from 'node:crypto';
import { context, SpanKind, SpanStatusCode, trace, type Attributes, type Span, type Tracer } from '@opentelemetry/api';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, type IdGenerator, type ReadableSpan, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { RecordedLine, SessionHeader } from '../core/events.js';
import type { Exporter } from './export.js';
import { OpenOperations, type ToldOperation } from './operations.js';

/** Spans in one request: what collectors take without a word. */
const BATCH = 512;
/** Tool calls that wait for their answer; beyond, the oldest is ended without. */
const MAX_CALLS = 1024;
/** Statements are capped by the parser, but a hostile file is not. */
const MAX_ATTRIBUTE = 32_768;

/** Each piece of text is one request (`ExportTraceServiceRequest`) on a line of its own. */
export class SpanExporter implements Exporter {
  #spans: SessionSpans | null = null;

  line(line: RecordedLine, header: SessionHeader): string {
    this.#spans ??= new SessionSpans(header, line.at);
    return this.#spans.line(line);
  }

  end(): string {
    return this.#spans === null ? '' : this.#spans.end();
  }
}

/** Spans of one session, its own the root of them. */
class SessionSpans {
  readonly #operations = new OpenOperations();
  readonly #calls = new Map<string, Span>();
  readonly #ended: ReadableSpan[] = [];
  readonly #ids: StableIds;
  readonly #tracer: Tracer;
  readonly #root: Span;
  #last = 0;

  constructor(header: SessionHeader, at: string) {
    this.#ids = new StableIds(header.session);
    const processor: SpanProcessor = { onStart: () => undefined, onEnd: (span) => void this.#ended.push(span), forceFlush: async () => undefined, shutdown: async () => undefined };
    const resource = resourceFromAttributes({ 'service.name': 'ostiary', 'service.version': header.ostiary, 'ostiary.session': header.session });
    const provider = new BasicTracerProvider({ resource, sampler: new AlwaysOnSampler(), idGenerator: this.#ids, spanProcessors: [processor], spanLimits: { attributeValueLengthLimit: MAX_ATTRIBUTE } });
    this.#tracer = provider.getTracer('ostiary.session', header.ostiary);
    this.#root = this.#tracer.startSpan(`session ${header.session}`, { kind: SpanKind.INTERNAL, startTime: Date.parse(at), root: true, attributes: { 'enduser.id': header.principal.subject, 'ostiary.principal.issuer': header.principal.issuer, 'ostiary.principal.names': [...header.principal.names], 'ostiary.host': header.host.kind, 'ostiary.policy.digest': header.policy.digest, 'ostiary.policy.mode': header.policy.mode, ...(header.prompter === null ? {} : { 'ostiary.prompter': header.prompter }) } });
  }

  line(line: RecordedLine): string {
    this.#last = Math.max(this.#last, Date.parse(line.at));
    for (const told of this.#operations.see(line)) this.#operation(told);
    this.#aside(line);
    return this.#ended.length >= BATCH ? this.#request() : '';
  }

  end(): string {
    for (const told of this.#operations.rest()) this.#operation(told);
    for (const span of this.#calls.values()) span.end(this.#last);
    this.#root.end(this.#last);
    let requests = '';
    while (this.#ended.length > 0) requests += this.#request();
    return requests;
  }

  #start(name: string, key: string, at: string, kind: SpanKind, attributes: Attributes): Span {
    this.#ids.next(key);
    return this.#tracer.startSpan(name, { kind, startTime: Date.parse(at), attributes }, trace.setSpan(context.active(), this.#root));
  }

  #operation({ decided, done }: ToldOperation): void {
    const error = done?.error ?? null;
    const span = this.#start(`${decided.statement} ${decided.resource}`, `operation ${decided.operation}`, decided.at, SpanKind.CLIENT, {
      'db.query.text': decided.text, 'db.operation.name': decided.statement, 'ostiary.resource': decided.resource, 'ostiary.operation': decided.operation, 'ostiary.connection': decided.connection,
      'ostiary.decision': decided.decision, 'ostiary.rules': [...decided.rules], 'ostiary.reasons': [...decided.reasons], 'ostiary.objects': decided.accesses.map(({ effect, object }) => `${effect} ${object ?? ''}`.trim()),
      ...(done === null ? {} : { 'ostiary.outcome': done.outcome, 'db.response.returned_rows': done.rows, 'ostiary.bytes': done.bytes, 'ostiary.masked': Object.values(done.masked).reduce((sum, count) => sum + count, 0) }),
      ...(error === null ? {} : { 'db.response.status_code': error.sqlstate, 'error.type': error.sqlstate }),
    });
    if (decided.decision !== 'allow') span.setStatus({ code: SpanStatusCode.ERROR, message: `${decided.decision}: ${decided.reasons[0] ?? ''}` });
    else if (done?.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR, message: error?.message ?? 'failed' });
    span.end(Date.parse(done?.at ?? decided.at));
  }

  #aside(line: RecordedLine): void {
    switch (line.type) {
      case 'tool': {
        const span = this.#start(`tool ${line.name}`, `call ${line.seq}`, line.at, SpanKind.INTERNAL, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': line.name, 'gen_ai.tool.call.id': line.call, 'ostiary.input': line.input });
        this.#wait(line.call, span, line.at);
        return;
      }
      case 'tool-result': {
        const span = this.#calls.get(line.call);
        if (line.outcome === 'failed') span?.setStatus({ code: SpanStatusCode.ERROR, message: 'the tool failed' });
        span?.end(Date.parse(line.at));
        this.#calls.delete(line.call);
        return;
      }
      case 'refused':
      case 'approval': {
        // No event of the root: it keeps the last 128 of them, so that many refusals would push out who approved.
        const name = line.type === 'refused' ? 'refused' : `approval ${line.state}`;
        this.#start(name, `event ${line.seq}`, line.at, SpanKind.INTERNAL, { 'ostiary.reason': line.reason }).end(Date.parse(line.at));
        return;
      }
      case 'end':
        this.#root.setAttribute('ostiary.outcome', line.outcome);
        return;
      default:
        // The rest is in the operations, or says nothing of time.
    }
  }

  #wait(call: string, span: Span, at: string): void {
    this.#calls.get(call)?.end(Date.parse(at));
    this.#calls.set(call, span);
    for (const [oldest, waiting] of this.#calls) {
      if (this.#calls.size <= MAX_CALLS) return;
      waiting.end(Date.parse(at));
      this.#calls.delete(oldest);
    }
  }

  #request(): string {
    return `${new TextDecoder().decode(JsonTraceSerializer.serializeRequest(this.#ended.splice(0, BATCH)))}\n`;
  }
}

/** Ids that follow from the session and what a span is about, so that an export done twice is the same. */
class StableIds implements IdGenerator {
  readonly #trace: string;
  readonly #session: string;
  #key = 'root';

  constructor(session: string) {
    this.#session = session;
    this.#trace = digest(`trace ${session}`).slice(0, 32);
  }

  next(key: string): void {
    this.#key = key;
  }

  generateTraceId(): string {
    return this.#trace;
  }

  generateSpanId(): string {
    return digest(`span ${this.#session} ${this.#key}`).slice(0, 16);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
