export const id = 4526;
export const ids = [4526];
export const modules = {

/***/ 82547:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12131);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99529);
// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).



/** Runs the verb; resolves with its exit code (core/errors.ts). Never throws. */
async function run(raw, argv, deps) {
    let prepared;
    try {
        prepared = await prepare(raw, argv, deps);
    }
    catch (thrown) {
        deps.gate.kill();
        tellFailure(thrown, deps.host);
        deps.host.output('outcome', 'error');
        return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
    }
    return guarded(prepared, deps);
}
async function prepare(raw, argv, deps) {
    const { host } = deps;
    const inputs = (0,_run_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunInputs */ .Qd)(raw, argv, host.kind !== 'shell');
    const started = await deps.gate.start(inputs.request);
    // For the step after this one, which keeps the recording.
    if (started.recording !== null)
        host.saveState('recording', started.recording);
    if (started.observeUntil !== null)
        host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
    const environment = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)({
        base: deps.environment, tokenVariables: host.tokenVariables, secretVariables: started.secretVariables,
        endpoints: started.endpoints, bindings: inputs.env, guide: await deps.writeGuide(started.guide),
    });
    const command = await deps.isolations[inputs.isolation].prepare({
        workspace: deps.workspace, mode: inputs.workspace, environment, sessionDir: started.sessionDir, closed: host.credentialFolders, secrets: host.tokenValues,
    });
    if (command.withheld.length > 0)
        host.log.warn(`left out of the command's copy, since they hold tokens of this job: ${command.withheld.map((path) => `\`${path}\``).join(', ')}`);
    return { inputs, started, command };
}
async function guarded({ inputs, started, command }, deps) {
    const { host, gate } = deps;
    const stop = new AbortController();
    let lost = null;
    void gate.lost.then((why) => {
        lost = why;
        stop.abort();
    });
    let code;
    let sealed = { allow: 0, review: 0, deny: 0, untold: [] };
    let patch = null;
    let fault = null;
    let began = false;
    try {
        code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
        began = true;
        patch = await command.collect();
    }
    catch (thrown) {
        code = began ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
        fault = thrown;
    }
    try {
        if (lost === null)
            sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
        else {
            fault ??= new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
            // Whatever the command ended with, it was without its database, or ended by us.
            code = _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault;
        }
    }
    catch (thrown) {
        fault ??= thrown;
    }
    finally {
        await command.dispose().catch((thrown) => host.log.warn(`the isolated workspace is left behind: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`));
    }
    if (fault !== null)
        tellFailure(fault, host);
    for (const untold of sealed.untold)
        host.annotate('warning', untold);
    const outcome = outcomeOf({ code, sealed, onRefusal: inputs.onRefusal, faulty: fault !== null });
    await report({ outcome, started, sealed, patch }, host);
    return exitOf(outcome, code);
}
/** How a run went, from the command's code and the gate's counts. */
function outcomeOf(end) {
    if (end.faulty)
        return 'error';
    if (end.code !== 0)
        return 'failed';
    if (end.onRefusal === 'ignore')
        return 'ok';
    if (end.sealed.deny > 0)
        return 'denied';
    return end.sealed.review > 0 ? 'pending' : 'ok';
}
function exitOf(outcome, code) {
    switch (outcome) {
        case 'ok': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
        case 'failed': return code;
        case 'denied': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied;
        case 'pending': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pending;
        case 'error': return code === 0 ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : code;
        default: return outcome;
    }
}
async function report(end, host) {
    const { outcome, started, sealed, patch } = end;
    const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}`);
    // In a shell the line above is at hand; a job's page shows nothing of its log.
    if (host.kind !== 'shell' && sealed.deny + sealed.review > 0)
        host.annotate(outcome === 'ok' ? 'warning' : 'error', refusedOf(sealed));
    await host.summary(summaryOf(end));
}
function refusedOf({ deny, review }) {
    const told = [...(deny > 0 ? [`${deny} denied`] : []), ...(review > 0 ? [`${review} needing a review`] : [])];
    return `not everything was let through: ${told.join(', ')}: the log and the recording say which, under which rule, and what to do`;
}
function summaryOf({ outcome, started, sealed, patch }) {
    const resources = started.endpoints.map((endpoint) => `\`${endpoint.resource}\``).join(', ');
    return [
        `### Ostiary: ${outcome}`, '',
        '| session | resources | allowed | need review | denied |', '|---|---|---:|---:|---:|',
        `| \`${started.session}\` | ${resources} | ${sealed.allow} | ${sealed.review} | ${sealed.deny} |`, '',
        started.recording === null ? 'The recording is at the gateway, under the id of the session.' : `Recording: \`${started.recording}\`. Check it with \`ostiary session verify\`, read it with \`ostiary session replay\`.`,
        ...(patch === null ? [] : ['', `The command changed files: \`${patch}\` (not applied).`]), ...sealed.untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}
function tellFailure(thrown, host) {
    const hint = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}${hint}`);
}


/***/ }),

/***/ 23037:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/gate/session.js + 12 modules
var gate_session = __webpack_require__(57919);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 66 modules
var resolve = __webpack_require__(31148);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/file.js
var record_file = __webpack_require__(42143);
// EXTERNAL MODULE: ./lib/record/session-key.js
var session_key = __webpack_require__(99435);
// EXTERNAL MODULE: ./lib/mask/content.js + 3 modules
var mask_content = __webpack_require__(32925);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/record/batch.js
// SPDX-License-Identifier: Apache-2.0
//
// Lines on their way to the file: one buffer, used again and again. Refuses a line longer than any verifier reads, before anything of
// it is counted.


/** Enough for what a busy turn of the event loop appends; longer lines get a buffer of their own, given back afterwards. */
const USUAL_BYTES = 256 * 1024;
/** UTF-8 takes at most this many bytes for one UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;
const LINE_FEED = 10;
/** A buffer of whole lines. */
class LineBatch {
    #buffer = Buffer.allocUnsafe(USUAL_BYTES);
    #used = 0;
    /** Bytes that wait. */
    get size() {
        return this.#used;
    }
    /** Adds a line and returns its hash. Throws LIMIT_EXCEEDED, and then nothing was added. */
    add(line) {
        this.#makeRoom(line.length * MAX_BYTES_PER_UNIT + 1);
        const length = this.#buffer.write(line, this.#used, 'utf8');
        if (length > chain/* MAX_LINE_BYTES */.Oc) {
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `an event of ${length} bytes can not be recorded: the limit is ${chain/* MAX_LINE_BYTES */.Oc}`, { hint: 'split the statement' });
        }
        const hash = (0,chain/* lineHash */.Hw)(this.#buffer.subarray(this.#used, this.#used + length));
        this.#buffer[this.#used + length] = LINE_FEED;
        this.#used += length + 1;
        return hash;
    }
    /** Hands all lines to `write` and forgets them, whether it throws or not. */
    drain(write) {
        const bytes = this.#buffer.subarray(0, this.#used);
        this.#used = 0;
        try {
            if (bytes.length > 0)
                write(bytes);
        }
        finally {
            if (this.#buffer.length > USUAL_BYTES)
                this.#buffer = Buffer.allocUnsafe(USUAL_BYTES);
        }
    }
    #makeRoom(bytes) {
        if (this.#used + bytes <= this.#buffer.length)
            return;
        const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#used + bytes));
        this.#buffer.copy(grown, 0, 0, this.#used);
        this.#buffer = grown;
    }
}

;// CONCATENATED MODULE: ./lib/record/durable-lines.js
// SPDX-License-Identifier: Apache-2.0
//
// Lines on the disk before anybody acts on them: all that is added in one turn of the event loop shares one write (and one fsync), then
// whoever waits is told. Refuses everything after the first failure, and a file that lost its name: what nobody can find is no record.




/** Written at once when more than this waits within one turn, so that memory stays flat. */
const MAX_PENDING_BYTES = 1024 * 1024;
/** Time between two looks at whether the file still has its name. */
const LOOK_EVERY_MS = 1000;
/** The lines of one recording, as they become durable. */
class DurableLines {
    #file;
    #options;
    #batch = new LineBatch();
    #hash;
    #waiting = [];
    #unsynced = [];
    #scheduled = false;
    #syncing = false;
    #failure = null;
    #closed = false;
    #looked = Number.NEGATIVE_INFINITY;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#hash = options.hashed ? (0,external_node_crypto_.createHash)('sha256') : null;
    }
    /** Where they go. */
    get path() {
        return this.#file.path;
    }
    /** The first failure; after it nothing is written any more. */
    get failure() {
        return this.#failure;
    }
    /** Adds a line and returns its hash. Throws RECORD_FAILED, LIMIT_EXCEEDED. */
    add(line) {
        const hash = this.#batch.add(line);
        if (this.#batch.size > MAX_PENDING_BYTES)
            this.#drain();
        if (this.#failure !== null)
            throw this.#failure;
        this.#schedule();
        return hash;
    }
    /** See `Recorder.whenDurable`. */
    whenDurable(then) {
        this.#waiting.push(then);
        this.#schedule();
    }
    /** The same as a promise. Rejects with RECORD_FAILED. */
    durable() {
        return new Promise((resolve, reject) => this.whenDurable((error) => (error === null ? resolve() : reject(error))));
    }
    /** SHA-256 (hex) of all that was written, once; null when nobody wants it. */
    digest() {
        return this.#hash === null ? null : this.#hash.digest('hex');
    }
    /** Throws RECORD_FAILED when the file's name leads elsewhere by now. */
    demandInPlace() {
        if (!this.#file.inPlace())
            throw removed(this.path);
    }
    /** From now on whoever waits is told that it is over. */
    close() {
        this.#closed = true;
        this.#file.close();
    }
    #schedule() {
        if (this.#scheduled)
            return;
        this.#scheduled = true;
        this.#options.runtime.soon(() => this.#turn());
    }
    // Once a turn: one write for everything, then everybody who waits for it.
    #turn() {
        this.#scheduled = false;
        this.#drain();
        const waiting = this.#waiting;
        this.#waiting = [];
        // After the end, nobody may take a durable recording for a promise about what comes later.
        if (this.#closed)
            this.#failure ??= durable_lines_closed(this.path);
        if (this.#options.durability === 'process' || this.#failure !== null)
            this.#tell(waiting);
        else
            this.#sync(waiting);
    }
    #drain() {
        try {
            this.#batch.drain((bytes) => {
                if (this.#failure !== null)
                    return;
                this.#file.write(bytes);
                this.#hash?.update(bytes);
                this.#look();
            });
        }
        catch (thrown) {
            this.#fail(thrown);
        }
    }
    #look() {
        const now = this.#options.runtime.monotonicMs();
        if (now - this.#looked < LOOK_EVERY_MS)
            return;
        this.#looked = now;
        this.demandInPlace();
    }
    // INVARIANT: whoever is told by a sync had its bytes written before that sync began.
    #sync(waiting) {
        this.#unsynced.push(...waiting);
        if (this.#syncing || this.#unsynced.length === 0)
            return;
        const batch = this.#unsynced;
        this.#unsynced = [];
        this.#syncing = true;
        this.#file.sync((error) => {
            this.#syncing = false;
            if (error !== null)
                this.#fail(error);
            this.#tell(batch);
            if (this.#failure === null)
                this.#sync([]);
            else
                this.#tell(this.#unsynced.splice(0));
        });
    }
    #tell(waiting) {
        for (const then of waiting) {
            try {
                then(this.#failure);
            }
            catch (thrown) {
                // One connection's fault must not cost the others their answer.
                this.#options.log.error('what waited for the recording failed', { error: (0,errors/* messageOf */.bD)(thrown) });
            }
        }
    }
    #fail(thrown) {
        this.#failure ??= thrown instanceof errors/* GateError */.ue ? thrown : (0,record_file/* recordFailed */.ZO)(thrown, this.path);
        this.#options.log.error(this.#failure.message, { hint: this.#failure.hint });
    }
}
function removed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` was removed or replaced while it was written`, { hint: 'keep the session folder away from the command (`--isolation user`, `--session-dir DIR`); until then nothing is executed' });
}
/** RECORD_FAILED for whoever comes after the end. */
function durable_lines_closed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` is closed`, { hint: 'the session has ended; start a new run' });
}

// EXTERNAL MODULE: ./lib/record/envelope.js
var envelope = __webpack_require__(26441);
;// CONCATENATED MODULE: ./lib/record/serialise.js
/** Texts remembered, and the longest worth it: a session's statements, not its data. */
const MAX_TEXTS = 4096;
const MAX_TEXT_LENGTH = 2048;
/** Serialises the events of one session. */
class EventSerialiser {
    #texts = new Map();
    /** Lists that callers share between events (the facts of a statement); readonly by type, so never stale. */
    #lists = new WeakMap();
    /** The last decision about a statement, by its list of accesses. */
    #decisions = new WeakMap();
    /** The members of one JSON object with the closing brace, but without the opening one: the writer's own members go before them. */
    members(event) {
        switch (event.type) {
            case 'decided':
                return `"type":"decided","operation":${event.operation},"connection":${event.connection},${this.#decided(event)}`;
            case 'done':
                return this.#done(event);
            default:
                return JSON.stringify(event).slice(1);
        }
    }
    // Every decision is made anew, and nearly always like the one before it: comparing is cheaper than writing it out.
    #decided(event) {
        const known = this.#decisions.get(event.accesses);
        if (known !== undefined && isAlike(known.event, event))
            return known.json;
        const who = `"resource":${this.#text(event.resource)},"principal":${this.#text(event.principal)}`;
        const what = `"statement":${this.#text(event.statement)},"name":${this.#text(event.name)},"text":${this.#text(event.text)},"accesses":${this.#shared(event.accesses)}`;
        const why = `"decision":"${event.decision}","rules":${this.#strings(event.rules)},"reasons":${this.#strings(event.reasons)},"observed":${JSON.stringify(event.observed)}`;
        const digest = event.digest === undefined ? '' : `,"digest":${JSON.stringify(event.digest)}`;
        const impact = event.impact === undefined ? '' : `,"impact":${JSON.stringify(event.impact)}`;
        const json = `${who},${what},${why},"unknown":${this.#shared(event.unknown)},"catalog":${event.catalog}${digest}${impact}}`;
        if (isRepeatable(event))
            this.#decisions.set(event.accesses, { event, json });
        return json;
    }
    #done(event) {
        const tag = event.tag === null ? 'null' : this.#text(event.tag);
        const error = event.error === null ? 'null' : JSON.stringify(event.error);
        const result = event.result === null ? 'null' : `{"columns":${this.#shared(event.result.columns)},"rows":${JSON.stringify(event.result.rows)}}`;
        return `"type":"done","operation":${event.operation},"outcome":"${event.outcome}","tag":${tag},"rows":${event.rows},"bytes":${event.bytes},"error":${error},"result":${result},"masked":${JSON.stringify(event.masked)}}`;
    }
    #text(text) {
        const known = this.#texts.get(text);
        if (known !== undefined)
            return known;
        const json = JSON.stringify(text);
        if (text.length > MAX_TEXT_LENGTH)
            return json;
        if (this.#texts.size >= MAX_TEXTS)
            this.#texts.clear();
        this.#texts.set(text, json);
        return json;
    }
    #strings(list) {
        if (list.length === 1)
            return `[${this.#text(list[0])}]`;
        return JSON.stringify(list);
    }
    #shared(list) {
        if (list.length === 0)
            return '[]';
        const known = this.#lists.get(list);
        if (known !== undefined)
            return known;
        const json = JSON.stringify(list);
        this.#lists.set(list, json);
        return json;
    }
}
function isRepeatable(event) {
    return event.digest === undefined && event.impact === undefined && event.observed.length === 0 && event.text.length <= MAX_TEXT_LENGTH;
}
// All but the numbers of the operation and its connection. Texts are mostly the same objects, so comparing costs next to nothing.
function isAlike(one, other) {
    return isRepeatable(other)
        && one.text === other.text && one.statement === other.statement && one.name === other.name
        && one.resource === other.resource && one.principal === other.principal && one.decision === other.decision
        && one.catalog === other.catalog && isEqual(one.rules, other.rules) && isEqual(one.reasons, other.reasons) && isEqual(one.unknown, other.unknown);
}
function isEqual(one, other) {
    return one === other || (one.length === other.length && one.every((text, index) => text === other[index]));
}

;// CONCATENATED MODULE: ./lib/record/writer.js
// SPDX-License-Identifier: Apache-2.0
//
// Writes a recording: one line an event, numbered and chained, with checkpoints, an end, and what signs them. Refuses to append anything
// after the first failure, or after the end: what can't be recorded is not executed.








/** Lines between two checkpoints: a handful of signatures a second at the highest load, and 30 KiB in a million events. */
const CHECKPOINT_EVERY = 10_000;
/** Time that an event waits for a signature: a session that is cut off is vouched for up to half a minute before. */
const CHECKPOINT_AFTER_MS = 30_000;
/** The live recorder of one session. */
class RecordingWriter {
    #lines;
    #options;
    #checkpointEvery;
    #serialiser = new EventSerialiser();
    #seq = 0;
    #prev = chain/* FIRST_PREV */.ZF;
    #closing = null;
    #clock = { at: Number.NaN, text: '' };
    #decided = { allow: 0, review: 0, deny: 0 };
    #approvals = new Set();
    #statement = null;
    /** Runs while there are events that no signature covers. */
    #due = null;
    /** Where it is written. */
    get path() {
        return this.#lines.path;
    }
    /** What there is to sign about the whole file; null until it is closed, and when nobody wants to. */
    get statement() {
        return this.#statement;
    }
    /** Creates `<dir>/session.jsonl` and writes the header; resolves when that is durable. Throws RECORD_FAILED. */
    static async open(options) {
        if (options.header.session !== options.sessionId)
            throw new errors/* GateError */.ue('INTERNAL', `the header is of session \`${options.header.session}\`, not \`${options.sessionId}\``);
        const path = (0,external_node_path_.join)(options.dir, chain/* RECORDING_FILE */.fm);
        try {
            (0,external_node_fs_.mkdirSync)(options.dir, { recursive: true, mode: 0o700 });
        }
        catch (thrown) {
            throw (0,record_file/* recordFailed */.ZO)(thrown, path);
        }
        const file = (0,record_file/* createAppendFile */.D4)(path);
        if (options.durability === 'disk')
            (0,record_file/* syncFolderOf */.RT)(path);
        return RecordingWriter.over(file, options);
    }
    /** The same over a file that is open already. */
    static async over(file, options) {
        const writer = new RecordingWriter(file, options);
        try {
            writer.#write(options.header);
            await writer.#lines.durable();
        }
        catch (thrown) {
            file.close();
            throw thrown;
        }
        return writer;
    }
    constructor(file, options) {
        const { runtime, durability, log, signer, stated } = options;
        this.#lines = new DurableLines(file, { runtime, durability, log, hashed: signer !== undefined || stated === true });
        this.#options = options;
        this.#checkpointEvery = options.checkpointEvery ?? CHECKPOINT_EVERY;
    }
    append(event) {
        if (this.#lines.failure !== null)
            throw this.#lines.failure;
        if (this.#closing !== null)
            throw durable_lines_closed(this.path);
        this.#write(event);
        if (event.type === 'decided')
            this.#decided[event.decision] += 1;
        else if (event.type === 'approval' && event.state === 'used' && event.manifest !== null)
            this.#approvals.add(event.manifest);
        if (this.#seq % this.#checkpointEvery === 0)
            this.#cover();
        else if (this.#options.signer !== undefined)
            this.#due ??= this.#options.runtime.after(CHECKPOINT_AFTER_MS, () => this.#overdue());
    }
    whenDurable(then) {
        this.#lines.whenDurable(then);
    }
    close(end) {
        this.#closing ??= this.#finish(end).finally(() => this.#lines.close());
        return this.#closing;
    }
    async #finish({ outcome }) {
        this.#covered();
        if (this.#lines.failure !== null)
            throw this.#lines.failure;
        // The closing line is covered by no hash of a later one; the verifier compares its time with the checkpoint's, so both get one reading.
        const at = this.#now();
        this.#write(this.#checkpoint(), at);
        // Counted here rather than by the caller: the numbers are those of the lines above them.
        const end = { type: 'end', count: this.#seq, head: this.#prev, outcome, operations: { ...this.#decided }, ...this.#seal() };
        this.#write(end, at);
        await this.#lines.durable();
        this.#lines.demandInPlace();
        this.#sign(end);
    }
    #cover() {
        this.#covered();
        this.#write(this.#checkpoint());
    }
    #covered() {
        this.#due?.cancel();
        this.#due = null;
    }
    #overdue() {
        this.#due = null;
        if (this.#lines.failure !== null || this.#closing !== null)
            return;
        try {
            this.#write(this.#checkpoint());
        }
        catch (thrown) {
            this.#options.log.debug('a checkpoint could not be written', { error: (0,errors/* messageOf */.bD)(thrown) });
        }
    }
    #checkpoint() {
        return { type: 'checkpoint', count: this.#seq, head: this.#prev, ...this.#seal() };
    }
    // Over the lines so far.
    #seal() {
        const { signer, header } = this.#options;
        if (signer === undefined)
            return { key: null, signature: null };
        return { key: signer.keyId, signature: signer.sign((0,envelope/* sealBytes */.Jn)({ session: header.session, count: this.#seq, head: this.#prev })) };
    }
    #sign(end) {
        const { signer, header, durability } = this.#options;
        const sha256 = this.#lines.digest();
        if (sha256 === null)
            return;
        const statement = (0,envelope/* statementOf */.T8)({ name: chain/* RECORDING_FILE */.fm, sha256, header, end, approvals: [...this.#approvals], lines: this.#seq, head: this.#prev });
        this.#statement = statement;
        if (signer === undefined)
            return;
        const path = this.path + envelope/* ENVELOPE_SUFFIX */.bO;
        (0,record_file/* writeNewFile */.S0)(path, `${JSON.stringify((0,envelope/* envelopeOf */.Ge)(statement, signer))}\n`);
        if (durability === 'disk')
            (0,record_file/* syncFolderOf */.RT)(path);
    }
    #write(body, at = this.#now()) {
        const line = `{"seq":${this.#seq},"at":"${at}","prev":"${this.#prev}",${this.#serialiser.members(body)}`;
        this.#prev = this.#lines.add(line);
        this.#seq += 1;
    }
    #now() {
        const at = this.#options.runtime.now();
        if (at !== this.#clock.at)
            this.#clock = { at, text: new Date(at).toISOString() };
        return this.#clock.text;
    }
}

// EXTERNAL MODULE: ./lib/main/folders.js
var folders = __webpack_require__(76196);
// EXTERNAL MODULE: ./lib/main/recorded-command.js
var recorded_command = __webpack_require__(27533);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/kept-detectors.js
var kept_detectors = __webpack_require__(81523);
;// CONCATENATED MODULE: ./lib/main/guarded.js
// SPDX-License-Identifier: Apache-2.0
//
// One way to open a guarded session, in a job and at the gateway: a recording with its header, and the gate over it, with a door for each
// resource. Refuses to hand out a door before the header is as durable as the session demands.














/** Opens it; throws RECORD_FAILED, and then nothing is left open. */
async function openSession(request, log) {
    const { session, dir, principal, policy, parser, durability, signing } = request;
    await makePrivate(dir);
    // A set of detectors takes a while to make: what the session records and its resources without masks of their own share one.
    const content = new mask_content/* ContentMask */.u([], policy.detectors);
    const command = (0,recorded_command/* recordedCommand */.U)(request.command, request.secrets ?? [], content);
    const recorder = await RecordingWriter.open({ dir, sessionId: session, header: headerOf({ ...request, command }), runtime: runtime/* systemRuntime */.gh, durability, log, ...(signing === null ? {} : { signer: signing.signer }), ...(request.stated === true ? { stated: true } : {}) });
    try {
        (0,kept_detectors/* keepDetectors */.H_)(dir, policy.detectors);
        if (signing !== null && signing.keyBundle !== null)
            (0,record_file/* writeNewFile */.S0)((0,external_node_path_.join)(dir, chain/* RECORDING_FILE */.fm + session_key/* KEY_BUNDLE_SUFFIX */.BB), signing.keyBundle);
    }
    catch (thrown) {
        await recorder.close({ outcome: 'error', operations: { allow: 0, review: 0, deny: 0 } }).catch(() => undefined);
        throw thrown;
    }
    const gate = new gate_session/* GateSession */.aR({
        principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) },
        approvals: request.approvals, recorder, runtime: runtime/* systemRuntime */.gh, log, recordResults: policy.record.results, detectors: policy.detectors, content,
        ...(request.decided === undefined ? {} : { decided: request.decided }),
    });
    return {
        recording: (0,external_node_path_.join)(dir, chain/* RECORDING_FILE */.fm), tally: gate.tally,
        door: (resource) => gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names), resource.holdMs ?? request.holdMs),
        end: () => gate.end(),
        note: (seen) => recorder.append({ type: 'approval', operations: [], ...seen, reason: content.scan(seen.reason).text }),
        async seal(outcome) {
            await recorder.close({ outcome, operations: { allow: gate.tally.allow, review: gate.tally.review, deny: gate.tally.deny } });
            return recorder.statement;
        },
    };
}
async function makePrivate(folder) {
    try {
        await (0,folders/* makeFolder */.f)((0,external_node_path_.dirname)(folder));
        await (0,folders/* makeFolder */.f)(folder, 0o700);
        await (0,promises_.chmod)(folder, 0o700);
    }
    catch (thrown) {
        throw (0,record_file/* recordFailed */.ZO)(thrown, (0,external_node_path_.join)(folder, chain/* RECORDING_FILE */.fm));
    }
}
function headerOf({ session, principal, policy, policySource, host, resources, command, durability, signing }) {
    return {
        type: 'session', format: 'ostiary-session-v1', session, ostiary: version/* VERSION */.x,
        principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
        prompter: principal.prompter ?? null, host,
        resources: resources.map(({ name, target, type }) => ({ name, target, type })),
        policy: { digest: policy.digest, source: policySource, version: policy.version, mode: policy.mode.kind },
        packs: policy.packs, command, durability, key: signing?.signer.keyId ?? null,
    };
}


/***/ }),

/***/ 83620:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ toldAround),
/* harmony export */   YC: () => (/* binding */ withApplied),
/* harmony export */   rp: () => (/* binding */ toldAfterwards)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals, around the sealing of the recording: before it, so that the recording holds whether they
// were told; after it, with its digest. Refuses to fail for it: whatever happened has happened.




/** Seals and tells; resolves with what could not be told, in words. Throws only what `seal` throws. */
async function toldAround({ writeBack, outcomes }, guarded, seal) {
    const all = outcomes();
    if (writeBack === null || all.length === 0) {
        await seal();
        return [];
    }
    const first = await writeBack.tell(all);
    for (const { outcome, failed } of first) {
        const by = { manifest: outcome.manifest, by: [], url: outcome.pull.url };
        note(guarded, failed === null ? { state: 'told', ...by, reason: 'what became of it was written there' } : { state: 'untold', ...by, reason: failed });
    }
    await seal();
    return untoldOf([...first, ...(await finished(writeBack, all, guarded.recording))]);
}
/** The same after the seal: for whoever keeps nobody waiting for a forge. Never throws; why what could not be told. */
async function toldAfterwards({ writeBack, outcomes }, recording) {
    const all = outcomes();
    if (writeBack === null || all.length === 0)
        return [];
    const first = await writeBack.tell(all);
    return untoldOf([...first, ...(await finished(writeBack, all, recording))]);
}
function finished(writeBack, all, recording) {
    return digestOf(recording).then((sha256) => writeBack.finish(all, sha256), (thrown) => all.map((outcome) => ({ outcome, failed: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown) })));
}
function untoldOf(told) {
    return told.flatMap(({ outcome, failed }) => (failed === null ? [] : [`${outcome.pull.url} could not be told what happened, which changes nothing about it: ${failed}`])).filter((one, index, list) => list.indexOf(one) === index);
}
/** The outcome of the one approval that was applied, as whoever sent its operations knows it: what the policy allows by itself, too. */
function withApplied(outcomes, applied) {
    if (applied === undefined)
        return outcomes;
    return outcomes.map((outcome) => (outcome.kind === 'used' ? { ...outcome, operations: applied, isDone: outcome.isDone && applied.every(({ how }) => how === 'done') } : outcome));
}
// A recording that fails says so when it is sealed.
function note(guarded, seen) {
    try {
        guarded.note(seen);
    }
    catch {
        // Sealing throws the same.
    }
}
async function digestOf(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
}


/***/ })

};
