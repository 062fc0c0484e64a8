export const id = 7331;
export const ids = [7331];
export const modules = {

/***/ 7331:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SpanExporter: () => (/* binding */ SpanExporter)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63914);
/* harmony import */ var _opentelemetry_otlp_transformer__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69107);
/* harmony import */ var _opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75647);
/* harmony import */ var _opentelemetry_sdk_trace_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19644);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86839);
// SPDX-License-Identifier: Apache-2.0
//
// A recording as OpenTelemetry spans: the session is the root, operations, tool calls, refusals and approvals are its children; the same
// recording gives the same ids. Spans leave in batches, as requests of OTLP in JSON. Refuses to send anything: the caller writes or posts them.
// @see https://opentelemetry.io/docs/specs/otlp/






/** Spans in one request: what collectors take without a word. */
const BATCH = 512;
/** Tool calls that wait for their answer; beyond, the oldest is ended without. */
const MAX_CALLS = 1024;
/** Statements are capped by the parser, but a hostile file is not. */
const MAX_ATTRIBUTE = 32_768;
/** Each piece of text is one request (`ExportTraceServiceRequest`) on a line of its own. */
class SpanExporter {
    #spans = null;
    line(line, header) {
        this.#spans ??= new SessionSpans(header, line.at);
        return this.#spans.line(line);
    }
    end() {
        return this.#spans === null ? '' : this.#spans.end();
    }
}
/** Spans of one session, its own the root of them. */
class SessionSpans {
    #operations = new _operations_js__WEBPACK_IMPORTED_MODULE_1__/* .OpenOperations */ .p();
    #calls = new Map();
    #ended = [];
    #ids;
    #tracer;
    #root;
    #last = 0;
    constructor(header, at) {
        this.#ids = new StableIds(header.session);
        const processor = { onStart: () => undefined, onEnd: (span) => void this.#ended.push(span), forceFlush: async () => undefined, shutdown: async () => undefined };
        const resource = (0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__.resourceFromAttributes)({ 'service.name': 'ostiary', 'service.version': header.ostiary, 'ostiary.session': header.session });
        const provider = new _opentelemetry_sdk_trace_base__WEBPACK_IMPORTED_MODULE_3__/* .BasicTracerProvider */ .l({ resource, sampler: new _opentelemetry_sdk_trace_base__WEBPACK_IMPORTED_MODULE_3__/* .AlwaysOnSampler */ .f4(), idGenerator: this.#ids, spanProcessors: [processor], spanLimits: { attributeValueLengthLimit: MAX_ATTRIBUTE } });
        this.#tracer = provider.getTracer('ostiary.session', header.ostiary);
        this.#root = this.#tracer.startSpan(`session ${header.session}`, { kind: _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanKind.INTERNAL, startTime: Date.parse(at), root: true, attributes: { 'enduser.id': header.principal.subject, 'ostiary.principal.issuer': header.principal.issuer, 'ostiary.principal.names': [...header.principal.names], 'ostiary.host': header.host.kind, 'ostiary.policy.digest': header.policy.digest, 'ostiary.policy.mode': header.policy.mode, ...(header.prompter === null ? {} : { 'ostiary.prompter': header.prompter }) } });
    }
    line(line) {
        this.#last = Math.max(this.#last, Date.parse(line.at));
        for (const told of this.#operations.see(line))
            this.#operation(told);
        this.#aside(line);
        return this.#ended.length >= BATCH ? this.#request() : '';
    }
    end() {
        for (const told of this.#operations.rest())
            this.#operation(told);
        for (const span of this.#calls.values())
            span.end(this.#last);
        this.#root.end(this.#last);
        let requests = '';
        while (this.#ended.length > 0)
            requests += this.#request();
        return requests;
    }
    #start(name, key, at, kind, attributes) {
        this.#ids.next(key);
        return this.#tracer.startSpan(name, { kind, startTime: Date.parse(at), attributes }, _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.trace.setSpan(_opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.context.active(), this.#root));
    }
    #operation({ decided, done }) {
        const error = done?.error ?? null;
        const span = this.#start(`${decided.statement} ${decided.resource}`, `operation ${decided.operation}`, decided.at, _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanKind.CLIENT, {
            'db.query.text': decided.text, 'db.operation.name': decided.statement, 'ostiary.resource': decided.resource, 'ostiary.operation': decided.operation, 'ostiary.connection': decided.connection,
            'ostiary.decision': decided.decision, 'ostiary.rules': [...decided.rules], 'ostiary.reasons': [...decided.reasons], 'ostiary.objects': decided.accesses.map(({ effect, object }) => `${effect} ${object ?? ''}`.trim()),
            ...(done === null ? {} : { 'ostiary.outcome': done.outcome, 'db.response.returned_rows': done.rows, 'ostiary.bytes': done.bytes, 'ostiary.masked': Object.values(done.masked).reduce((sum, count) => sum + count, 0) }),
            ...(error === null ? {} : { 'db.response.status_code': error.sqlstate, 'error.type': error.sqlstate }),
        });
        if (decided.decision !== 'allow')
            span.setStatus({ code: _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanStatusCode.ERROR, message: `${decided.decision}: ${decided.reasons[0] ?? ''}` });
        else if (done?.outcome === 'failed')
            span.setStatus({ code: _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanStatusCode.ERROR, message: error?.message ?? 'failed' });
        span.end(Date.parse(done?.at ?? decided.at));
    }
    #aside(line) {
        switch (line.type) {
            case 'tool': {
                const span = this.#start(`tool ${line.name}`, `call ${line.seq}`, line.at, _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanKind.INTERNAL, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': line.name, 'gen_ai.tool.call.id': line.call, 'ostiary.input': line.input });
                this.#wait(line.call, span, line.at);
                return;
            }
            case 'tool-result': {
                const span = this.#calls.get(line.call);
                if (line.outcome === 'failed')
                    span?.setStatus({ code: _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanStatusCode.ERROR, message: 'the tool failed' });
                span?.end(Date.parse(line.at));
                this.#calls.delete(line.call);
                return;
            }
            case 'refused':
            case 'approval': {
                // No event of the root: it keeps the last 128 of them, so that many refusals would push out who approved.
                const name = line.type === 'refused' ? 'refused' : `approval ${line.state}`;
                this.#start(name, `event ${line.seq}`, line.at, _opentelemetry_api__WEBPACK_IMPORTED_MODULE_4__.SpanKind.INTERNAL, { 'ostiary.reason': line.reason }).end(Date.parse(line.at));
                return;
            }
            case 'end':
                this.#root.setAttribute('ostiary.outcome', line.outcome);
                return;
            default:
            // The rest is in the operations, or says nothing of time.
        }
    }
    #wait(call, span, at) {
        this.#calls.get(call)?.end(Date.parse(at));
        this.#calls.set(call, span);
        for (const [oldest, waiting] of this.#calls) {
            if (this.#calls.size <= MAX_CALLS)
                return;
            waiting.end(Date.parse(at));
            this.#calls.delete(oldest);
        }
    }
    #request() {
        return `${new TextDecoder().decode(_opentelemetry_otlp_transformer__WEBPACK_IMPORTED_MODULE_5__/* .JsonTraceSerializer */ .U1.serializeRequest(this.#ended.splice(0, BATCH)))}\n`;
    }
}
/** Ids that follow from the session and what a span is about, so that an export done twice is the same. */
class StableIds {
    #trace;
    #session;
    #key = 'root';
    constructor(session) {
        this.#session = session;
        this.#trace = digest(`trace ${session}`).slice(0, 32);
    }
    next(key) {
        this.#key = key;
    }
    generateTraceId() {
        return this.#trace;
    }
    generateSpanId() {
        return digest(`span ${this.#session} ${this.#key}`).slice(0, 16);
    }
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 86839:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ OpenOperations)
/* harmony export */ });
/** More than any client has open at a time; a hostile file could open any number. */
const MAX_OPEN = 4096;
/** Feed it every line. */
class OpenOperations {
    #open = new Map();
    /** The operations that have ended with this line. */
    see(line) {
        if (line.type === 'decided')
            return this.#begin(line);
        if (line.type !== 'done')
            return [];
        const decided = this.#open.get(line.operation);
        this.#open.delete(line.operation);
        return decided === undefined ? [] : [{ decided, done: line }];
    }
    /** Those that have not ended, at the end of the recording. */
    rest() {
        const left = [...this.#open.values()].map((decided) => ({ decided, done: null }));
        this.#open.clear();
        return left;
    }
    #begin(decided) {
        this.#open.set(decided.operation, decided);
        const told = [];
        for (const oldest of this.#open.values()) {
            if (this.#open.size <= MAX_OPEN)
                break;
            this.#open.delete(oldest.operation);
            told.push({ decided: oldest, done: null });
        }
        return told;
    }
}


/***/ })

};
