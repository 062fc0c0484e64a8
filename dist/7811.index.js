export const id = 7811;
export const ids = [7811];
export const modules = {

/***/ 17811:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OcsfExporter: () => (/* binding */ OcsfExporter)
/* harmony export */ });
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5741);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86839);


/** Version of the published schema that events are written to. */
const OCSF_VERSION = '1.3.0';
const APPLICATION = { category_uid: 6, category_name: 'Application Activity' };
const DATASTORE = { class_uid: 6005, class_name: 'Datastore Activity' };
const API = { class_uid: 6003, class_name: 'API Activity' };
const OTHER = { id: 99, name: 'Other' };
/** Of a database, by the strongest effect that an operation has. */
const DATASTORE_ACTIVITIES = {
    read: { id: 4, name: 'Query' }, write: { id: 5, name: 'Write' }, schema: { id: 2, name: 'Update' }, destroy: { id: 7, name: 'Delete' },
    grant: OTHER, execute: OTHER, control: OTHER, unknown: { id: 0, name: 'Unknown' },
};
const API_ACTIVITIES = {
    read: { id: 2, name: 'Read' }, write: { id: 3, name: 'Update' }, schema: { id: 3, name: 'Update' }, destroy: { id: 4, name: 'Delete' },
    grant: { id: 3, name: 'Update' }, execute: OTHER, control: OTHER, unknown: { id: 0, name: 'Unknown' },
};
const STRENGTH = ['destroy', 'grant', 'schema', 'write', 'execute', 'unknown', 'control', 'read'];
const CONNECT = { id: 3, name: 'Connect' };
const SEVERITY = { allow: { severity_id: 1, severity: 'Informational' }, review: { severity_id: 2, severity: 'Low' }, deny: { severity_id: 3, severity: 'Medium' } };
const SUCCESS = { status_id: 1, status: 'Success' };
const FAILURE = { status_id: 2, status: 'Failure' };
const UNKNOWN = { status_id: 0, status: 'Unknown' };
/** One OCSF event a line. */
class OcsfExporter {
    #events = null;
    line(line, header) {
        this.#events ??= new SessionEvents(header);
        return textOf(this.#events.of(line));
    }
    end() {
        return this.#events === null ? '' : textOf(this.#events.rest());
    }
}
function textOf(events) {
    return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
/** Events of one session: each says whose it is. */
class SessionEvents {
    #operations = new _operations_js__WEBPACK_IMPORTED_MODULE_0__/* .OpenOperations */ .p();
    #header;
    constructor(header) {
        this.#header = header;
    }
    of(line) {
        return [...this.#operations.see(line).map((told) => this.#operation(told)), ...this.#aside(line)];
    }
    rest() {
        return this.#operations.rest().map((told) => this.#operation(told));
    }
    #operation({ decided, done }) {
        const strongest = STRENGTH.find((effect) => decided.accesses.some((access) => access.effect === effect)) ?? 'read';
        const { type, target } = this.#resource(decided.resource);
        const error = done?.error ?? null;
        const status = decided.decision !== 'allow' ? FAILURE : done === null || done.outcome === 'unknown' ? UNKNOWN : done.outcome === 'ok' ? SUCCESS : FAILURE;
        const detail = decided.decision !== 'allow' ? `${decided.decision}: ${decided.reasons.join('; ')}` : error === null ? (done?.tag ?? 'no word of its end') : `${error.sqlstate} ${error.message}`;
        const isData = type === 'postgres';
        return {
            ...this.#base(isData ? DATASTORE : API, (isData ? DATASTORE_ACTIVITIES : API_ACTIVITIES)[strongest], decided, `operation-${decided.operation}`),
            ...SEVERITY[decided.decision], ...status, status_detail: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(detail), ...(error === null ? {} : { status_code: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(error.sqlstate) }),
            message: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(`${decided.decision}: ${decided.text}`), ...ended(decided, done),
            ...(isData ? { database: { name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(target) }, query_info: { uid: String(decided.operation), datastore_query: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(decided.text), ...(done === null ? {} : { bytes_out: done.bytes }) } } : { api: { operation: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(decided.name), service: { name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(decided.resource) } } }),
            dst_endpoint: { name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(decided.resource), svc_name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(target) },
            unmapped: { decision: decided.decision, rules: decided.rules.map(_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ), accesses: decided.accesses.map(({ effect, object, columns }) => ({ effect, object: object === null ? null : (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(object), columns: columns.map(_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ) })), rows: done?.rows ?? null, masked: inertNames(done?.masked ?? {}) },
        };
    }
    // What is no operation, and concerns people who watch.
    #aside(line) {
        switch (line.type) {
            case 'connection': {
                const { type, target } = this.#resource(line.resource);
                const isData = type === 'postgres';
                return [{ ...this.#base(isData ? DATASTORE : API, isData ? CONNECT : OTHER, line, `event-${line.seq}`), ...SEVERITY.allow, ...SUCCESS, message: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(`connection ${line.connection} to ${line.resource}`), ...(isData ? { database: { name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(target) } } : { api: { operation: 'connect' } }), dst_endpoint: { name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(line.resource) } }];
            }
            case 'refused':
                return [{ ...this.#call(line, 'refused', line.reason), ...SEVERITY.deny, ...FAILURE, status_detail: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(line.reason) }];
            case 'tool':
                return [{ ...this.#call(line, `tool ${line.name}`, line.input), ...SEVERITY.allow, ...UNKNOWN }];
            case 'prompt':
                return [{ ...this.#call(line, `prompt ${line.role}`, line.text), ...SEVERITY.allow, ...UNKNOWN }];
            case 'approval':
                return [{ ...this.#call(line, `approval ${line.state}`, line.reason), ...SEVERITY[line.state === 'refused' || line.state === 'expired' || line.state === 'untold' || line.state === 'break-glass' ? 'review' : 'allow'], ...UNKNOWN, unmapped: { operations: line.operations, by: line.by.map(_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ) } }];
            default:
                return [];
        }
    }
    #call(line, operation, message) {
        return { ...this.#base(API, OTHER, line, `event-${line.seq}`), api: { operation: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(operation) }, message: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(message) };
    }
    #base(kind, activity, { seq, at }, name) {
        const { principal, ostiary, host } = this.#header;
        const session = (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(this.#header.session);
        return {
            ...APPLICATION, ...kind, activity_id: activity.id, activity_name: activity.name, type_uid: kind.class_uid * 100 + activity.id, time: Date.parse(at),
            metadata: { version: OCSF_VERSION, uid: `${session}/${name}`, correlation_uid: session, sequence: seq, log_name: 'session.jsonl', product: { name: 'Ostiary', vendor_name: 'Ostiary', version: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(ostiary) } },
            actor: { user: { uid: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(principal.subject), name: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(principal.names[0] ?? principal.subject) }, session: { uid: session, issuer: (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(principal.issuer) } },
            src_endpoint: { name: host.kind, uid: session },
        };
    }
    #resource(name) {
        return this.#header.resources.find((resource) => resource.name === name) ?? { type: 'postgres', target: name };
    }
}
function ended(decided, done) {
    if (done === null)
        return {};
    const start = Date.parse(decided.at);
    const end = Date.parse(done.at);
    return { start_time: start, end_time: end, duration: Math.max(0, end - start) };
}
function inertNames(masked) {
    return Object.fromEntries(Object.entries(masked).map(([kind, count]) => [(0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(kind), count]));
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
